import type { Subjects } from '../cluster/subject.js';
import type { BoundCluster } from '../cluster/bound-cluster.js';
import { type Check, severityOf } from './check.js';
import type { Finding } from './finding.js';

/** What the page has no table for. */
export const notCovered: Check = {
  id: 'not-covered',
  title: 'The page has no table for this',
  why: 'The vendor publishes no rules for some kinds of cluster; nothing is guessed for them.',
  remedy: 'Check these by hand.',
  severities: { introduced: 'notice' },
  example: 'A cluster with `container_network_type = "underlay_ipvlan"`.',
  run: (subjects) => ({
    findings: subjects.world.clusters.flatMap((cluster) => clusterFindings(cluster, subjects)),
    resolved: [],
  }),
};

function clusterFindings(cluster: BoundCluster, subjects: Subjects): readonly Finding[] {
  const { networkType, model, resource, name, label } = cluster;
  if (resource !== undefined && resource.after === undefined) return [];
  const finding = (statement: string, impact: string): Finding => ({
    check: notCovered.id,
    severity: severityOf(notCovered, 'introduced', subjects),
    change: 'introduced',
    requirement: undefined,
    cluster: name,
    group: undefined,
    pool: undefined,
    packets: undefined,
    causes: [],
    impact,
    statement: [statement],
    remedy: notCovered.remedy,
    waived: undefined,
  });
  return [
    ...(networkType !== undefined && model === undefined
      ? [
          finding(
            `cluster ${label}: there is no table for its network type`,
            'its security groups are not judged',
          ),
        ]
      : []),
    ...(resource?.after?.hasIpv6 === true
      ? [finding(`cluster ${label}: the tables name IPv4 alone`, 'IPv6 traffic of the cluster is not judged')]
      : []),
  ];
}
