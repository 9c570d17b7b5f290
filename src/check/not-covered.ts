import type { Subjects } from '../cluster/subject.js';
import type { BoundCluster } from '../cluster/bound-cluster.js';
import type { Check } from './check.js';
import { type Finding, finding } from './finding.js';

/** What the page has no table for. */
export const notCovered: Check = {
  id: 'not-covered',
  title: 'The page has no table for this',
  why: 'The vendor publishes no rules for some kinds of cluster; nothing is guessed for them.',
  remedy: 'Check these by hand.',
  severities: { introduced: 'notice' },
  example: 'A cluster with `container_network_type = "underlay_ipvlan"`.',
  tables: [],
  about: 'configuration',
  breaks: false,
  leavesUnjudged: true,
  run: (subjects) => subjects.world.clusters.flatMap((cluster) => clusterFindings(cluster, subjects)),
};

function clusterFindings(cluster: BoundCluster, subjects: Subjects): readonly Finding[] {
  const { networkType, model, resource } = cluster;
  if (resource !== undefined && resource.after === undefined) return [];
  const hasNoTable = networkType !== undefined && model === undefined;
  const lacking = [
    ...(hasNoTable ? (['network-type'] as const) : []),
    ...(resource?.after?.hasIpv6 === true ? (['ipv6'] as const) : []),
  ];
  return lacking.map((of) => finding(notCovered, subjects, { cluster, reason: { kind: 'no-table', of } }));
}
