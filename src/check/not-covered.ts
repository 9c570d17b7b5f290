import type { Subjects } from '../cluster/subject.js';
import type { BoundCluster } from '../cluster/bound-cluster.js';
import { doesSomething } from '../plan/instance.js';
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
  run: (subjects) => [
    ...subjects.world.clusters.flatMap((cluster) => clusterFindings(cluster, subjects)),
    ...sisterClusters(subjects),
    ...packetFilters(subjects),
  ],
};

/** Each is named, so that nobody takes "nothing found" for "nothing wrong". */
function sisterClusters(subjects: Subjects): readonly Finding[] {
  return subjects.world.plan.bystanders
    .filter(({ kind }) => kind === 'sister-cluster')
    .map((sister) =>
      finding(notCovered, subjects, {
        causes: [sister],
        reason: { kind: 'sister-cluster', address: sister.address },
      }),
    );
}

/** Once for all of them: which packets they stop is not read. */
function packetFilters(subjects: Subjects): readonly Finding[] {
  const changing = subjects.world.plan.bystanders.filter(
    ({ kind, actions, isData }) => kind === 'packet-filter' && !isData && doesSomething(actions),
  );
  if (changing.length === 0 || subjects.subjects.length === 0) return [];
  return [
    finding(notCovered, subjects, {
      causes: changing,
      reason: { kind: 'packet-filters-change', filters: changing.length },
      remedy: 'check-filters',
    }),
  ];
}

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
