import { spend } from '../budget.js';
import { distinct, firstOfEach, groupBy, memoOfObject, type NonEmpty } from '../collections.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import { machinesOf } from '../cluster/machines.js';
import { clusterOf, type World } from '../cluster/world.js';
import type { Both, NodePoolSide, SecurityGroup } from '../plan/plan.js';
import { type GroupKey, type GroupRef, knownKeys } from '../plan/rule.js';
import type { Check } from './check.js';
import { type Finding, finding, type GroupUser, type NamedCluster } from './finding.js';

/** Groups that go while somebody needs them, and clusters or pools that go because of their groups. */
export const groupLifecycle: Check = {
  id: 'group-lifecycle',
  title: 'A security group in use goes away or changes its identity',
  why: 'A group that a pool, a cluster or a rule still names cannot be deleted (409). Changing the groups of a pool or a cluster, or only their order, replaces it with all its nodes.',
  remedy: 'Keep the group until nothing names it any more; make the new one beside it first.',
  severities: { introduced: 'critical' },
  example: 'The group in `security_group_ids` of a node pool is removed from the configuration.',
  tables: [],
  about: 'groups',
  breaks: true,
  leavesUnjudged: true,
  run: (subjects) => [
    ...subjects.world.plan.groups.flatMap((group) => destroyed(group, subjects)),
    ...replacedHolders(subjects),
    ...subjects.world.plan.groups.flatMap((group) => renamed(group, subjects)),
  ],
};

/** Who needs a group, and of which cluster it is. */
interface User {
  readonly user: GroupUser;
  readonly cluster: NamedCluster | undefined;
}

function destroyed(group: SecurityGroup, subjects: Subjects): readonly Finding[] {
  if (!group.isDestroyed || group.isData) return [];
  const found = usersByKey(subjects).get(group.key) ?? [];
  spend(found.length);
  const [first, ...others] = firstOfEach(
    found.map(({ user }) => user),
    ({ user }) => JSON.stringify(user),
  );
  if (first === undefined) return [];
  const isReplaced = group.actions.includes('create');
  return [
    finding(groupLifecycle, subjects, {
      cluster: first.cluster,
      group: group.key,
      causes: [group],
      reason: {
        kind: 'group-goes',
        address: group.address,
        isReplaced,
        user: first.user,
        others: others.length,
      },
    }),
  ];
}

/** A user, and the groups that it names. */
interface Holder extends User {
  readonly keys: readonly (GroupKey | undefined)[];
}

/**
 * Who names each group: clusters, pools, machines and rules that stay, or that come and will name it. What is destroyed
 * or replaced goes before the group does, so nothing hangs.
 */
const usersByKey = memoOfObject((subjects: Subjects): ReadonlyMap<GroupKey, NonEmpty<Named>> => {
  const { world } = subjects;
  const { nodePools } = world.plan;
  const holders = [
    ...world.clusters.flatMap(clusterHolder),
    ...nodePools.flatMap((pool) => (pool.after === undefined ? [] : [poolHolder(pool, pool.after, world)])),
    ...machinesOf(world.plan).map(({ address, node: { after }, held }): Holder => ({
      user: { kind: 'resource', address },
      cluster: after === undefined ? undefined : clusterOf(world, after.cluster, 'after'),
      keys: knownKeys(held),
    })),
    ...subjects.subjects.flatMap((subject) => rulesNaming(subject, world)),
  ];
  const named = holders.flatMap(({ keys, ...user }) =>
    distinct(keys).flatMap((key) => (key === undefined ? [] : [{ key, user }])),
  );
  return groupBy(named, ({ key }) => key);
});

interface Named {
  readonly key: GroupKey;
  readonly user: User;
}

function staying<T>({ isReplaced, before, after }: Both<T>): readonly T[] {
  return [isReplaced ? undefined : before, after].filter((side) => side !== undefined);
}

function poolHolder(pool: Both<NodePoolSide>, after: NodePoolSide, world: World): Holder {
  return {
    user: { kind: 'resource', address: pool.address },
    cluster: clusterOf(world, after.cluster, 'after'),
    keys: knownKeys(staying(pool).flatMap(({ groups }) => groups)),
  };
}

function clusterHolder(cluster: NamedCluster & World['clusters'][number]): readonly Holder[] {
  const { resource, node, control, eni } = cluster;
  if (resource !== undefined && resource.after === undefined) return [];
  const own =
    resource === undefined ? [] : staying(resource).flatMap(({ ownNodeGroup }) => ownNodeGroup ?? []);
  const made = resource?.isReplaced === true ? [] : [node.before, control.before, eni?.before];
  return [{ user: userOf(cluster), cluster, keys: [...knownKeys(own), ...made] }];
}

function userOf({ label, resource }: NamedCluster): GroupUser {
  return resource === undefined
    ? { kind: 'cluster', label }
    : { kind: 'resource', address: resource.address };
}

/** Rules of a subject that stay and name another group as their peer. */
function rulesNaming(subject: Subject, world: World): readonly Holder[] {
  return subject.groups.flatMap(({ key: own }) =>
    world.rulesOf(own).flatMap(({ address, before, actions }): readonly Holder[] => {
      const peer = before?.peer;
      const key = peer?.kind === 'group' && peer.group.kind === 'group' ? peer.group.key : own;
      if (key === own || actions.includes('delete')) return [];
      return [{ user: { kind: 'resource', address }, cluster: subject.cluster, keys: [key] }];
    }),
  );
}

/** Pools and clusters that are made anew because of their groups. A pool that goes with its cluster is no news. */
function replacedHolders(subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  const pools = world.plan.nodePools
    .filter((pool) => isForcedBy(pool, 'security_group_ids') && !isForcedBy(pool, 'cluster_id'))
    .map(({ address, actions, before, after }) =>
      finding(groupLifecycle, subjects, {
        severity: 'warning',
        cluster: after === undefined ? undefined : clusterOf(world, after.cluster, 'after'),
        causes: [{ address, actions }],
        ...(before !== undefined && after !== undefined && isReordered(before.groups, after.groups)
          ? { reason: { kind: 'pool-replaced', address, isReordered: true } }
          : { reason: { kind: 'pool-replaced', address, isReordered: false }, remedy: 'pool-beside' }),
      }),
    );
  const clusters = world.clusters.flatMap((cluster) => {
    const { resource } = cluster;
    if (resource === undefined || !isForcedBy(resource, 'security_group_id')) return [];
    const { address, actions } = resource;
    return [
      finding(groupLifecycle, subjects, {
        cluster,
        causes: [{ address, actions }],
        reason: { kind: 'cluster-replaced', address },
      }),
    ];
  });
  return [...clusters, ...pools];
}

function isForcedBy({ isReplaced, replaceAttributes }: Both<unknown>, attribute: string): boolean {
  return isReplaced && replaceAttributes.includes(attribute);
}

/** The same groups in another order. */
function isReordered(before: readonly GroupRef[], after: readonly GroupRef[]): boolean {
  const [old, next] = [knownKeys(before), knownKeys(after)];
  const isKnown = old.length === before.length && next.length === after.length;
  return isKnown && old.length > 1 && JSON.stringify([...old].sort()) === JSON.stringify([...next].sort());
}

/** CCE and the provider find CCE's groups by their names and descriptions. */
function renamed(group: SecurityGroup, subjects: Subjects): readonly Finding[] {
  const { nameBefore, nameAfter } = group;
  const isRenamed = nameBefore !== undefined && nameAfter !== undefined && nameBefore.text !== nameAfter.text;
  const isChanged = group.existsBefore && group.existsAfter && (isRenamed || group.isDescriptionChanged);
  if (group.isData || !isChanged) return [];
  const view = subjects.viewOf(group.key);
  if (view.kind !== 'made') return [];
  return [
    finding(groupLifecycle, subjects, {
      severity: 'warning',
      cluster: view.cluster,
      group: group.key,
      causes: [group],
      reason: {
        kind: 'group-renamed',
        address: group.address,
        what: isRenamed ? 'name' : 'description',
      },
    }),
  ];
}
