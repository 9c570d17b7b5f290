import type { EffectiveRule } from '../effective/effective.js';
import { type NetworkModel, type Role, ROLES } from '../model/requirement.js';
import type { PeerSet } from '../net/peers.js';
import type { Both, NodePoolSide } from '../plan/plan.js';
import type { GroupKey, GroupRef } from '../plan/rule.js';
import { type Addresses, dnsOfSubnet } from './addresses.js';
import { type GroupView, groupViews } from './group-view.js';
import { type Attached, machinesOf } from './machines.js';
import { type BoundCluster, clusterOf, type World } from './world.js';

/** What a subject is at one time. */
export interface SubjectState {
  readonly rules: readonly EffectiveRule[];
  readonly addresses: Addresses;
  /** The groups that count as "the worker node (or master, or ENI) security group" in the subject's rows. */
  readonly groups: readonly GroupKey[];
  readonly members: ReadonlyMap<GroupKey, PeerSet>;
  readonly controlGroup: GroupKey | undefined;
}

/** What a table is held against: a group in its role, or the union of the groups that a pool names. */
export interface Subject {
  readonly cluster: BoundCluster;
  readonly model: NetworkModel;
  readonly role: Role;
  /** The pool (or machine) with groups of its own; undefined for the cluster's own groups. */
  readonly pool: string | undefined;
  /** The groups after the plan; for display, and to tell which rules concern the subject. */
  readonly groups: readonly GroupView[];
  readonly groupsBefore: readonly GroupView[];
  /** Not there before: counts as fine before. */
  readonly before: SubjectState | undefined;
  /** Undefined when it is new or replaced: then nothing is cut for a moment. */
  readonly during: SubjectState | undefined;
  readonly after: SubjectState;
  /** One of its groups is destroyed by the plan while the subject stays. */
  readonly isLosingGroup: boolean;
  /** References that lead to no group that the plan knows, or groups whose rules are not managed here. */
  readonly unknownGroups: readonly UnknownGroup[];
}

/** A group of a subject whose rules the plan does not know. */
export interface UnknownGroup {
  readonly key: GroupKey;
  readonly why: string;
}

type SideName = 'before' | 'after';

/** A subject before its state is worked out. */
interface Draft {
  readonly cluster: BoundCluster;
  readonly role: Role;
  readonly pool: string | undefined;
  readonly before: readonly GroupRef[] | undefined;
  readonly after: readonly GroupRef[];
  readonly isReplaced: boolean;
  /** Its groups are put on by resources, and change in place. */
  readonly isMachine: boolean;
  readonly dns: (which: SideName, addresses: Addresses) => Addresses;
}

/** The subjects of the world and the view of any group. Clusters without a known model have no subjects. */
export interface Subjects {
  readonly world: World;
  readonly subjects: readonly Subject[];
  readonly viewOf: (key: GroupKey) => GroupView;
}

/** Works out every subject that is there after the plan. */
export function subjectsOf(world: World): Subjects {
  const viewOf = groupViews(world);
  const drafts = world.clusters.flatMap((cluster) => [
    ...ownDrafts(cluster),
    ...poolDrafts(world, cluster),
    ...machineDrafts(world, cluster),
  ]);
  return { world, viewOf, subjects: drafts.flatMap((draft) => finish(draft, viewOf, world)) };
}

const same = (_: SideName, addresses: Addresses): Addresses => addresses;

function ownDrafts(cluster: BoundCluster): readonly Draft[] {
  const isReplaced = cluster.resource?.isReplaced === true;
  return ROLES.flatMap((role) => {
    const before = roleRefs(cluster, role, 'before');
    const after = roleRefs(cluster, role, 'after');
    return after === undefined
      ? []
      : [{ cluster, role, pool: undefined, before, after, isReplaced, isMachine: false, dns: same }];
  });
}

function roleRefs(cluster: BoundCluster, role: Role, which: SideName): readonly GroupRef[] | undefined {
  const own = role === 'node' && !isConfigured(cluster) ? cluster.resource?.[which]?.ownNodeGroup : undefined;
  if (own !== undefined) return [own];
  const { [which]: key, also = [] } = cluster[role] ?? {};
  return key === undefined ? undefined : [key, ...also].map((one) => ({ kind: 'group', key: one }));
}

function isConfigured(cluster: BoundCluster): boolean {
  return cluster.node.placedBy === 'configuration';
}

function poolDrafts(world: World, cluster: BoundCluster): readonly Draft[] {
  return world.plan.nodePools.flatMap((pool) => {
    const { after, before } = pool;
    if (after === undefined || clusterOf(world, after.cluster, 'after') !== cluster) return [];
    const old = before === undefined ? undefined : poolRefs(before, cluster, 'before');
    const next = poolRefs(after, cluster, 'after');
    const isDefault = (refs: readonly GroupRef[] | undefined): boolean =>
      JSON.stringify(refs) === JSON.stringify(roleRefs(cluster, 'node', 'after'));
    if (next === undefined || isDefault(next)) return [];
    return [
      {
        cluster,
        role: 'node' as const,
        pool: pool.address,
        before: old,
        after: next,
        isReplaced: pool.isReplaced || cluster.resource?.isReplaced === true,
        isMachine: false,
        dns: dnsOf(world, pool),
      },
    ];
  });
}

/** A node with groups put on its port or server is a subject of its own, like a pool. */
function machineDrafts(world: World, cluster: BoundCluster): readonly Draft[] {
  return machinesOf(world.plan).flatMap(({ address, node, before, after }): Draft[] => {
    if (node.after === undefined || clusterOf(world, node.after.cluster, 'after') !== cluster) return [];
    const refs = (attached: Attached | undefined, which: SideName): readonly GroupRef[] => {
      const defaults = roleRefs(cluster, 'node', which) ?? [];
      if (attached === undefined) return defaults;
      return attached.isExact ? attached.groups : [...defaults, ...attached.groups];
    };
    const old = node.before === undefined ? undefined : refs(before, 'before');
    const next = refs(after, 'after');
    const isReplaced = node.isReplaced || cluster.resource?.isReplaced === true;
    return [
      {
        cluster,
        role: 'node',
        pool: address,
        before: old,
        after: next,
        isReplaced,
        isMachine: true,
        dns: same,
      },
    ];
  });
}

/** A pool that names no groups is in the default one. */
function poolRefs(
  pool: NodePoolSide,
  cluster: BoundCluster,
  which: SideName,
): readonly GroupRef[] | undefined {
  return pool.groups.length > 0 ? pool.groups : roleRefs(cluster, 'node', which);
}

/** The DNS servers of a pool are those of its own subnet. */
function dnsOf(world: World, pool: Both<NodePoolSide>): Draft['dns'] {
  return (which, addresses) => {
    const subnet = pool[which]?.subnet;
    if (subnet === undefined || addresses.dns.source === 'configuration') return addresses;
    const dns = dnsOfSubnet(world.plan, subnet, which, pool.address);
    return { ...addresses, dns };
  };
}

function finish(draft: Draft, viewOf: (key: GroupKey) => GroupView, world: World): readonly Subject[] {
  const { cluster, role, pool } = draft;
  const { model } = cluster;
  if (model === undefined || cluster.after === undefined) return [];
  const groups = known(draft.after).map(viewOf);
  const groupsBefore = known(draft.before ?? []).map(viewOf);
  const state = (
    time: 'before' | 'during' | 'after',
    views: readonly GroupView[],
  ): SubjectState | undefined => {
    const which = time === 'before' ? 'before' : 'after';
    const addresses = cluster[which];
    const nodes = nodeGroups(world, cluster, which);
    if (addresses === undefined) return undefined;
    const own = stateOf({ ...draft, nodes }, draft.dns(which, addresses), views, time);
    const refs = (time === 'before' ? draft.before : draft.after) ?? [];
    return { ...own, rules: [...own.rules, ...possibleRules(refs, time, viewOf)] };
  };
  const after = state('after', groups);
  if (after === undefined) return [];
  const isThere = draft.before !== undefined;
  const held = draft.isMachine ? groups : [...groups, ...groupsBefore];
  const lost = held.filter((view) => view.resource?.isDestroyed === true);
  return [
    {
      cluster,
      model,
      role,
      pool,
      groups,
      groupsBefore,
      before: isThere ? state('before', groupsBefore) : undefined,
      during: isThere && !draft.isReplaced ? state('during', groups) : undefined,
      after,
      isLosingGroup: lost.length > 0,
      unknownGroups: unknownGroups(draft.after, groups, world),
    },
  ];
}

/** A reference to one of several groups may bring the rules of each; one that leads nowhere may bring any rule. */
function possibleRules(
  refs: readonly GroupRef[],
  time: 'before' | 'during' | 'after',
  viewOf: (key: GroupKey) => GroupView,
): readonly EffectiveRule[] {
  return refs.flatMap((ref) => {
    if (ref.kind !== 'unknown') return [];
    const keys = ref.oneOf.length > 0 ? ref.oneOf : [`a group that is not known: ${ref.why}`];
    return keys.flatMap((key) => viewOf(key).rules[time].map((rule) => ({ ...rule, isSure: false })));
  });
}

function known(refs: readonly GroupRef[]): readonly GroupKey[] {
  return refs.flatMap((ref) => (ref.kind === 'group' ? [ref.key] : []));
}

function unknownGroups(
  refs: readonly GroupRef[],
  views: readonly GroupView[],
  world: World,
): readonly UnknownGroup[] {
  return [
    ...views
      .filter(({ kind }) => kind === 'elsewhere')
      .map(({ key }) => ({
        key,
        why: world.isUnplaced(key) ? 'this plan does not show it' : 'its rules are not managed in this plan',
      })),
    ...refs.flatMap((ref) => (ref.kind === 'unknown' ? [{ key: '', why: ref.why }] : [])),
  ];
}

/** Every group that worker nodes of the cluster are in: the default one, and those of its pools. */
function nodeGroups(world: World, cluster: BoundCluster, which: SideName): readonly GroupKey[] {
  const pools = world.plan.nodePools.flatMap((pool) => {
    const side = pool[which];
    return side !== undefined && clusterOf(world, side.cluster, which) === cluster ? side.groups : [];
  });
  return known([...(roleRefs(cluster, 'node', which) ?? []), ...pools]);
}

function stateOf(
  draft: Draft & { readonly nodes: readonly GroupKey[] },
  addresses: Addresses,
  views: readonly GroupView[],
  time: 'before' | 'during' | 'after',
): SubjectState {
  const which = time === 'before' ? 'before' : 'after';
  const { cluster } = draft;
  const own = views.map(({ key }) => key);
  const members = new Map<GroupKey, PeerSet>();
  const put = (key: GroupKey | undefined, peers: PeerSet): void => {
    if (key !== undefined) members.set(key, peers);
  };
  for (const key of draft.nodes) put(key, addresses.vpc.peers);
  put(cluster.node[which], addresses.vpc.peers);
  put(cluster.control[which], addresses.master.peers);
  put(cluster.eni?.[which], addresses.container.peers);
  if (draft.role === 'node') for (const key of own) put(key, addresses.vpc.peers);
  return {
    rules: views.flatMap((view) => view.rules[time]),
    addresses,
    groups: own,
    members,
    controlGroup: cluster.control[which],
  };
}
