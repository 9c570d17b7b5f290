import { ALL_V4, type PeerSet, unionPeers } from '../net/peers.js';
import type { SideName } from '../plan/plan.js';
import { type GroupKey, knownKeys } from '../plan/rule.js';
import type { Addresses, Reach } from './addresses.js';
import type { BoundCluster } from './bound-cluster.js';
import { refsOfRole } from './drafts.js';
import { nodesOf, type World } from './world.js';

/** Where the members of the cluster's groups have their addresses, by group; where a group has two roles, the later counts. */
export function memberReaches(
  cluster: BoundCluster,
  world: World,
  { which, addresses }: { readonly which: SideName; readonly addresses: Addresses },
): ReadonlyMap<GroupKey, Reach> {
  const reaches = new Map<GroupKey, Reach>();
  const put = (all: readonly (GroupKey | undefined)[], reach: Reach): void => {
    for (const key of all) if (key !== undefined) reaches.set(key, reach);
  };
  put([...workerGroups(cluster, world, which), cluster.node[which]], addresses.vpc);
  put([cluster.control[which]], addresses.master);
  put([cluster.eni?.[which]], addresses.container);
  return reaches;
}

/** The most that the reach can be. */
export function atMost({ peers, within = ALL_V4 }: Reach): PeerSet {
  return peers.tokens.length === 0 ? peers : unionPeers(peers, within);
}

/** Every group that worker nodes of the cluster are in: the default one, and those of its pools. */
function workerGroups(cluster: BoundCluster, world: World, which: SideName): readonly GroupKey[] {
  const pools = nodesOf(world, cluster)[which].nodePools.flatMap(({ [which]: side }) => side?.groups ?? []);
  return knownKeys([...(refsOfRole(cluster, 'node', which) ?? []), ...pools]);
}
