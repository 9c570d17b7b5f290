import { firstOfEach } from '../collections.js';
import type { Subjects } from '../cluster/subject.js';
import { machinesOf } from '../cluster/machines.js';
import { clusterOf } from '../cluster/world.js';
import type { SecurityGroup } from '../plan/plan.js';
import type { GroupKey, GroupRef } from '../plan/rule.js';
import type { Check } from './check.js';
import { type Finding, finding, type GroupUser, type NamedCluster } from './finding.js';

/** Groups that go while somebody needs them, and clusters or pools that go because of their groups. */
export const groupLifecycle: Check = {
  id: 'group-lifecycle',
  title: 'A security group in use goes away or changes its identity',
  why: 'A group that a pool, a cluster or a rule still names cannot be deleted (409), and a pool whose group is gone can no longer grow. Changing the groups of a pool or cluster replaces it.',
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
  const found = [...holdersOf(group.key, subjects), ...rulesNaming(group.key, subjects)];
  const [first, ...others] = firstOfEach(found, ({ user }) => JSON.stringify(user));
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

/**
 * Pools, clusters and machines that name the group and are not destroyed. A pool that is replaced because of the group
 * counts; a cluster that is replaced does not, nor do the pools that follow it: their groups come and go with it.
 */
function holdersOf(key: GroupKey, { world }: Subjects): readonly User[] {
  const names = (refs: readonly (GroupRef | undefined)[]): boolean =>
    refs.some((ref) => ref?.kind === 'group' && ref.key === key);
  const pools = world.plan.nodePools
    .filter(({ isReplaced, replaceAttributes }) => !isReplaced || !replaceAttributes.includes('cluster_id'))
    .filter(({ before, after }) => after !== undefined && names([...(before?.groups ?? []), ...after.groups]))
    .map(({ address, after }) => ({
      user: { kind: 'resource' as const, address },
      cluster: after === undefined ? undefined : clusterOf(world, after.cluster, 'after'),
    }));
  const clusters = world.clusters
    .filter(({ resource, node, control, eni }) => {
      if (resource !== undefined && (resource.after === undefined || resource.isReplaced)) return false;
      const { before, after } = resource ?? {};
      return (
        [node.before, control.before, eni?.before].includes(key) ||
        names([before?.ownNodeGroup, after?.ownNodeGroup])
      );
    })
    .map((cluster) => ({ user: userOf(cluster), cluster }));
  const machines = machinesOf(world.plan)
    .filter(({ held }) => names(held))
    .map(({ address, node }) => ({
      user: { kind: 'resource' as const, address },
      cluster: node.after === undefined ? undefined : clusterOf(world, node.after.cluster, 'after'),
    }));
  return [...clusters, ...pools, ...machines];
}

function userOf({ label, resource }: NamedCluster): GroupUser {
  return resource === undefined
    ? { kind: 'cluster', label }
    : { kind: 'resource', address: resource.address };
}

/** Rules of a subject that stay and name the group as their peer. */
function rulesNaming(key: GroupKey, { subjects, world }: Subjects): readonly User[] {
  return subjects.flatMap((subject) =>
    subject.groups.flatMap(({ key: own }) =>
      world
        .rulesOf(own)
        .filter(({ before, actions }) => {
          const peer = before?.peer;
          const names = peer?.kind === 'group' && peer.group.kind === 'group' && peer.group.key === key;
          return names && own !== key && !actions.includes('delete');
        })
        .map(({ address }) => ({ user: { kind: 'resource' as const, address }, cluster: subject.cluster })),
    ),
  );
}

const REPLACING: ReadonlySet<string> = new Set(['security_group_ids', 'security_group_id']);

function replacedHolders(subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  const gone = new Set(world.plan.groups.filter(({ isDestroyed }) => isDestroyed).map(({ key }) => key));
  const isToldAlready = (refs: readonly (GroupRef | undefined)[]): boolean =>
    refs.some((ref) => ref?.kind === 'group' && gone.has(ref.key));
  const pools = world.plan.nodePools.map((pool) => ({
    ...pool,
    cluster: pool.after === undefined ? undefined : clusterOf(world, pool.after.cluster, 'after'),
    refs: pool.before?.groups ?? [],
  }));
  // The end of a cluster that is replaced is told nowhere else.
  const clusters = world.clusters.flatMap((cluster) =>
    cluster.resource === undefined ? [] : [{ ...cluster.resource, cluster, refs: [] }],
  );
  return [...pools, ...clusters]
    .filter(
      ({ isReplaced, replaceAttributes }) => isReplaced && replaceAttributes.some((a) => REPLACING.has(a)),
    )
    .filter(({ refs }) => !isToldAlready(refs))
    .map(({ address, actions, cluster }) =>
      finding(groupLifecycle, subjects, {
        severity: 'warning',
        cluster,
        causes: [{ address, actions }],
        reason: { kind: 'holder-replaced', address },
      }),
    );
}

/** CCE and the provider find CCE's groups by their names and descriptions. */
function renamed(group: SecurityGroup, subjects: Subjects): readonly Finding[] {
  const view = subjects.viewOf(group.key);
  const { nameBefore, nameAfter } = group;
  const isRenamed = nameBefore !== undefined && nameAfter !== undefined && nameBefore.text !== nameAfter.text;
  const isChanged = group.existsBefore && group.existsAfter && (isRenamed || group.isDescriptionChanged);
  if (view.kind !== 'made' || group.isData || !isChanged) return [];
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
