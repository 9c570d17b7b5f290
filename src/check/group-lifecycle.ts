import type { Subjects } from '../cluster/subject.js';
import { machinesOf } from '../cluster/machines.js';
import { clusterOf } from '../cluster/world.js';
import type { SecurityGroup } from '../plan/plan.js';
import type { GroupKey, GroupRef } from '../plan/rule.js';
import { distinct } from '../weigh/causes.js';
import { type Check, severityOf } from './check.js';
import type { Cause } from '../weigh/causes.js';
import type { Finding } from './finding.js';

/** Groups that go while somebody needs them, and clusters or pools that go because of their groups. */
export const groupLifecycle: Check = {
  id: 'group-lifecycle',
  title: 'A security group in use goes away or changes its identity',
  why: 'A group that a pool, a cluster or a rule still names cannot be deleted (409), and a pool whose group is gone can no longer grow. Changing the groups of a pool or cluster replaces it.',
  remedy: 'Keep the group until nothing names it any more; make the new one beside it first.',
  severities: { introduced: 'critical' },
  example: 'The group in `security_group_ids` of a node pool is removed from the configuration.',
  run: (subjects) => ({
    findings: [
      ...subjects.world.plan.groups.flatMap((group) => destroyed(group, subjects)),
      ...replacedHolders(subjects),
      ...subjects.world.plan.groups.flatMap((group) => renamed(group, subjects)),
    ],
    resolved: [],
  }),
};

/** Who needs a group. */
interface User {
  readonly what: string;
  readonly cluster: string | undefined;
}

function destroyed(group: SecurityGroup, subjects: Subjects): readonly Finding[] {
  if (!group.isDestroyed || group.isData) return [];
  const found = [...holdersOf(group.key, subjects), ...rulesNaming(group.key, subjects)];
  const users = [...new Map([...found].reverse().map((user) => [user.what, user])).values()].reverse();
  const [first] = users;
  if (first === undefined) return [];
  const others = users.length > 1 ? ` and ${users.length - 1} more` : '';
  const fate = group.actions.includes('create') ? 'replaced' : 'destroyed';
  return [
    finding({
      severity: severityOf(groupLifecycle, 'introduced', subjects),
      cluster: first.cluster,
      group: group.key,
      causes: [{ address: group.address, actions: group.actions }],
      impact: 'the deletion hangs and fails, and nodes can no longer be added',
      statement: `${group.address} is ${fate} while ${first.what}${others} still needs it`,
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
      what: address,
      cluster: after === undefined ? undefined : clusterOf(world, after.cluster, 'after')?.name,
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
    .map(({ name, label, resource }) => ({ what: resource?.address ?? `cluster ${label}`, cluster: name }));
  const machines = machinesOf(world.plan)
    .filter(({ held }) => names(held))
    .map(({ address, node }) => ({
      what: address,
      cluster: node.after === undefined ? undefined : clusterOf(world, node.after.cluster, 'after')?.name,
    }));
  return [...clusters, ...pools, ...machines];
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
        .map(({ address }) => ({ what: address, cluster: subject.cluster.name })),
    ),
  );
}

/** A warning, unless the configuration says otherwise. */
function milder({ world }: Subjects): Finding['severity'] {
  return world.configuration.severity[groupLifecycle.id] ?? 'warning';
}

const REPLACING: ReadonlySet<string> = new Set(['security_group_ids', 'security_group_id']);

function replacedHolders(subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  const gone = new Set(world.plan.groups.filter(({ isDestroyed }) => isDestroyed).map(({ key }) => key));
  const isToldAlready = (refs: readonly (GroupRef | undefined)[]): boolean =>
    refs.some((ref) => ref?.kind === 'group' && gone.has(ref.key));
  const pools = world.plan.nodePools.map((pool) => ({
    ...pool,
    cluster: pool.after === undefined ? undefined : clusterOf(world, pool.after.cluster, 'after')?.name,
    refs: pool.before?.groups ?? [],
  }));
  // The end of a cluster that is replaced is told nowhere else.
  const clusters = world.clusters.flatMap(({ resource, name }) =>
    resource === undefined ? [] : [{ ...resource, cluster: name, refs: [] }],
  );
  return [...pools, ...clusters]
    .filter(
      ({ isReplaced, replaceAttributes }) => isReplaced && replaceAttributes.some((a) => REPLACING.has(a)),
    )
    .filter(({ refs }) => !isToldAlready(refs))
    .map(({ address, actions, cluster }) =>
      finding({
        severity: milder(subjects),
        cluster,
        group: undefined,
        causes: [{ address, actions }],
        impact: 'all its nodes are deleted and made again',
        statement: `${address} is replaced, because its security groups cannot be changed in place`,
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
    finding({
      severity: milder(subjects),
      cluster: view.cluster?.name,
      group: group.key,
      causes: [{ address: group.address, actions: group.actions }],
      impact: 'the provider no longer finds the group of the cluster',
      statement: `${group.address} changes the ${isRenamed ? 'name' : 'description'} of a group that CCE made; the cluster resource finds its groups by these`,
    }),
  ];
}

interface Parts {
  readonly severity: Finding['severity'];
  readonly cluster: string | undefined;
  readonly group: GroupKey | undefined;
  readonly causes: readonly Cause[];
  readonly impact: string;
  readonly statement: string;
}

function finding(parts: Parts): Finding {
  return {
    check: groupLifecycle.id,
    change: 'introduced',
    requirement: undefined,
    pool: undefined,
    packets: undefined,
    remedy: groupLifecycle.remedy,
    waived: undefined,
    ...parts,
    causes: distinct(parts.causes),
    statement: [parts.statement],
  };
}
