import { type Role, ROLES } from '../model/requirement.js';
import type { Both, NodePoolSide, NodeSide, SideName } from '../plan/plan.js';
import type { GroupRef } from '../plan/rule.js';
import type { BoundCluster } from './bound-cluster.js';
import type { Standing } from './addresses.js';
import { type Attached, type Machine, machinesOf } from './machines.js';
import { nodesOf, type World } from './world.js';

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
  /** The nodes in its groups that the plan shows; none: those of the cluster's subnet. */
  readonly nodes: Readonly<Record<SideName, readonly Standing[]>>;
}

const NO_NODES: Draft['nodes'] = { before: [], after: [] };

/** What a cluster's tables are held against: its own groups, and pools and machines with groups of their own. */
export function draftsOf(cluster: BoundCluster, world: World): readonly Draft[] {
  const machines = machinesOf(world.plan);
  return [
    ...ownDrafts(cluster, world, machines),
    ...poolDrafts(cluster, world),
    ...machineDrafts(cluster, world, machines),
  ];
}

function ownDrafts(cluster: BoundCluster, world: World, machines: readonly Machine[]): readonly Draft[] {
  return ROLES.flatMap((role): Draft[] => {
    const before = refsOfRole(cluster, role, 'before');
    const after = refsOfRole(cluster, role, 'after');
    if (after === undefined) return [];
    const isReplaced = cluster.resource?.isReplaced === true;
    const nodes = role === 'node' ? defaultNodesOf(cluster, world, machines) : NO_NODES;
    return [{ cluster, role, pool: undefined, before, after, isReplaced, isMachine: false, nodes }];
  });
}

/** Pools and single nodes in the cluster's own node group. */
export function defaultNodesOf(
  cluster: BoundCluster,
  world: World,
  machines = machinesOf(world.plan),
): Draft['nodes'] {
  const apart = new Set(machines.map(({ address }) => address));
  const on = (which: SideName): readonly Standing[] => {
    const { nodePools, nodes } = nodesOf(world, cluster)[which];
    return standing(cluster, which, [
      ...nodePools.filter(({ [which]: side }) => isDefault(cluster, side?.groups ?? [], which)),
      ...nodes.filter(({ address }) => !apart.has(address)),
    ]);
  };
  return { before: on('before'), after: on('after') };
}

/** Where nodes of the cluster that are there on that side stand. */
function standing(
  cluster: BoundCluster,
  which: SideName,
  all: readonly Both<NodePoolSide | NodeSide>[],
): readonly Standing[] {
  const own = JSON.stringify(cluster.resource?.[which]?.subnet);
  return all.flatMap(({ address, [which]: side }) => {
    if (side === undefined) return [];
    const { subnet } = side;
    return [{ owner: address, subnet: JSON.stringify(subnet) === own ? undefined : subnet }];
  });
}

/** The same on both sides. */
function standingOn(cluster: BoundCluster, one: Both<NodePoolSide | NodeSide>): Draft['nodes'] {
  return { before: standing(cluster, 'before', [one]), after: standing(cluster, 'after', [one]) };
}

/** Whether a pool that names these groups is in the cluster's own: naming none, it is. */
function isDefault(cluster: BoundCluster, groups: readonly GroupRef[], which: SideName): boolean {
  const own = refsOfRole(cluster, 'node', which);
  return groups.length === 0 || JSON.stringify(groups) === JSON.stringify(own);
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
  return nodesOf(world, cluster).after.nodePools.flatMap((pool): Draft[] => {
    const { before, after } = pool;
    if (after === undefined) return [];
    // A pool that names no groups is in the default one.
    const refs = (groups: readonly GroupRef[], which: SideName): readonly GroupRef[] | undefined =>
      groups.length > 0 ? groups : refsOfRole(cluster, 'node', which);
    const next = refs(after.groups, 'after');
    if (next === undefined || isDefault(cluster, after.groups, 'after')) return [];
    return [
      {
        cluster,
        role: 'node',
        pool: pool.address,
        before: before === undefined ? undefined : refs(before.groups, 'before'),
        after: next,
        isReplaced: pool.isReplaced || cluster.resource?.isReplaced === true,
        isMachine: false,
        nodes: standingOn(cluster, pool),
      },
    ];
  });
}

/** A node with groups put on its port or server is a subject of its own, like a pool. */
function machineDrafts(cluster: BoundCluster, world: World, machines: readonly Machine[]): readonly Draft[] {
  const ours = new Set(nodesOf(world, cluster).after.nodes.map(({ address }) => address));
  const own = ours.size === 0 ? [] : machines.filter(({ address }) => ours.has(address));
  return own.flatMap(({ address, node, before, after }): Draft[] => {
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
        nodes: standingOn(cluster, node),
      },
    ];
  });
}
