import type { BoundCluster } from '../cluster/bound-cluster.js';
import type { Subjects } from '../cluster/subject.js';
import { intersectPeers, type PeerSet } from '../net/peers.js';
import { doesSomething } from '../plan/instance.js';
import type { SideName } from '../plan/plan.js';
import type { Check } from './check.js';
import { type Finding, finding, type OverlappingRange } from './finding.js';

/** Ranges of a cluster that must be apart. */
export const addressOverlap: Check = {
  id: 'address-overlap',
  title: 'Address ranges of a cluster overlap',
  why: 'Where the ranges of the VPC, the containers and the Services of a cluster overlap, packets go the wrong way and nodes never become ready.',
  remedy: 'Choose ranges that are apart. A cluster keeps the ones that it was made with.',
  severities: { introduced: 'warning' },
  example: 'A new cluster in the VPC 172.16.0.0/12 with the container CIDR 172.16.0.0/16.',
  tables: [],
  about: 'configuration',
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.clusters.flatMap((cluster) => overlaps(cluster, subjects)),
};

/** What overlapped before the plan runs all the same, and is told by an audit alone. */
function overlaps(cluster: BoundCluster, subjects: Subjects): readonly Finding[] {
  const { resource } = cluster;
  const isToldOnce = cluster.before !== undefined && resource?.isReplaced !== true;
  const wasThere = subjects.world.occasion === 'plan' && isToldOnce;
  const old = wasThere ? pairs(cluster, 'before') : [];
  return pairs(cluster, 'after').flatMap(({ of, overlap }) => {
    const before = old.find((pair) => pair.of.join() === of.join());
    if (overlap.v4.length === 0 || (before !== undefined && before.overlap.v4.length > 0)) return [];
    return [
      finding(addressOverlap, subjects, {
        cluster,
        causes: causesOfRanges(cluster, subjects),
        reason: { kind: 'ranges-overlap', of },
      }),
    ];
  });
}

interface Pair {
  readonly of: readonly [OverlappingRange, OverlappingRange];
  readonly overlap: PeerSet;
}

/** Pods of CCE Turbo have addresses of the VPC. */
function pairs({ model, resource, ...bound }: BoundCluster, which: SideName): readonly Pair[] {
  const { [which]: addresses } = bound;
  if (addresses === undefined) return [];
  const { vpc, container } = addresses;
  const range = resource?.[which]?.serviceCidr;
  const services = range?.kind === 'known' ? range.peers : undefined;
  const withServices =
    services === undefined
      ? []
      : [
          { of: ['vpc', 'services'] as const, overlap: intersectPeers(vpc.peers, services) },
          { of: ['containers', 'services'] as const, overlap: intersectPeers(container.peers, services) },
        ];
  return model === 'eni'
    ? withServices
    : [{ of: ['vpc', 'containers'], overlap: intersectPeers(vpc.peers, container.peers) }, ...withServices];
}

/** The cluster that comes, else the ranges of the VPC that change. */
function causesOfRanges({ resource }: BoundCluster, { world: { plan } }: Subjects): Finding['causes'] {
  if (resource !== undefined && doesSomething(resource.actions)) return [resource];
  return [...plan.vpcs, ...plan.secondaryCidrs].filter(
    ({ actions, isData }) => !isData && doesSomething(actions),
  );
}
