import { type Role, ROLES } from '../model/requirement.js';
import type { ObjectRef, SideName } from '../plan/plan.js';
import type { GroupRef } from '../plan/rule.js';
import type { BoundCluster } from './bound-cluster.js';
import { type Attached, machinesOf } from './machines.js';
import { clusterOf, type World } from './world.js';

/** A subject before its state is worked out: which groups it has on each side. */
export interface Draft {
  readonly cluster: BoundCluster;
  readonly role: Role;
  /** The pool (or machine) with groups of its own; undefined for the cluster's own groups. */
  readonly pool: string | undefined;
  /** Undefined: it was not there. */
  readonly before: readonly GroupRef[] | undefined;
  readonly after: readonly GroupRef[];
  readonly isReplaced: boolean;
  /** Its groups are put on by resources, and change in place. */
  readonly isMachine: boolean;
  /** The subnet of its own in which its nodes stand. */
  readonly subnets: Readonly<Partial<Record<SideName, ObjectRef | undefined>>>;
}

/** What a cluster's tables are held against: its own groups, and pools and machines with groups of their own. */
export function draftsOf(cluster: BoundCluster, world: World): readonly Draft[] {
  return [...ownDrafts(cluster), ...poolDrafts(cluster, world), ...machineDrafts(cluster, world)];
}

function ownDrafts(cluster: BoundCluster): readonly Draft[] {
  return ROLES.flatMap((role): Draft[] => {
    const before = refsOfRole(cluster, role, 'before');
    const after = refsOfRole(cluster, role, 'after');
    if (after === undefined) return [];
    const isReplaced = cluster.resource?.isReplaced === true;
    return [{ cluster, role, pool: undefined, before, after, isReplaced, isMachine: false, subnets: {} }];
  });
}

/** The groups of a cluster in a role; undefined when there is none on that side. */
export function refsOfRole(
  cluster: BoundCluster,
  role: Role,
  which: SideName,
): readonly GroupRef[] | undefined {
  const isConfigured = cluster.node.placedBy === 'configuration';
  const own = role === 'node' && !isConfigured ? cluster.resource?.[which]?.ownNodeGroup : undefined;
  if (own !== undefined) return [own];
  const { [which]: key, also = [] } = cluster[role] ?? {};
  return key === undefined ? undefined : [key, ...also].map((one) => ({ kind: 'group', key: one }));
}

function poolDrafts(cluster: BoundCluster, world: World): readonly Draft[] {
  return world.plan.nodePools.flatMap((pool): Draft[] => {
    const { before, after } = pool;
    if (after === undefined || clusterOf(world, after.cluster, 'after') !== cluster) return [];
    // A pool that names no groups is in the default one.
    const refs = (groups: readonly GroupRef[], which: SideName): readonly GroupRef[] | undefined =>
      groups.length > 0 ? groups : refsOfRole(cluster, 'node', which);
    const next = refs(after.groups, 'after');
    const isDefault = JSON.stringify(next) === JSON.stringify(refsOfRole(cluster, 'node', 'after'));
    if (next === undefined || isDefault) return [];
    return [
      {
        cluster,
        role: 'node',
        pool: pool.address,
        before: before === undefined ? undefined : refs(before.groups, 'before'),
        after: next,
        isReplaced: pool.isReplaced || cluster.resource?.isReplaced === true,
        isMachine: false,
        subnets: { before: before?.subnet, after: after.subnet },
      },
    ];
  });
}

/** A node with groups put on its port or server is a subject of its own, like a pool. */
function machineDrafts(cluster: BoundCluster, world: World): readonly Draft[] {
  return machinesOf(world.plan).flatMap(({ address, node, before, after }): Draft[] => {
    if (node.after === undefined || clusterOf(world, node.after.cluster, 'after') !== cluster) return [];
    const refs = (attached: Attached | undefined, which: SideName): readonly GroupRef[] => {
      const defaults = refsOfRole(cluster, 'node', which) ?? [];
      if (attached === undefined) return defaults;
      return attached.isExact ? attached.groups : [...defaults, ...attached.groups];
    };
    return [
      {
        cluster,
        role: 'node',
        pool: address,
        before: node.before === undefined ? undefined : refs(before, 'before'),
        after: refs(after, 'after'),
        isReplaced: node.isReplaced || cluster.resource?.isReplaced === true,
        isMachine: true,
        subnets: {},
      },
    ];
  });
}
