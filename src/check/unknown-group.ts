import { distinct, firstOfEach, groupBy, memoOfObject } from '../collections.js';
import { outcomeOf } from '../weigh/question.js';
import { rowTraffic } from '../cluster/default-rules.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import { clusterOf, type World } from '../cluster/world.js';
import { membership } from '../effective/group-rules.js';
import { isSamePeer, isSameTraffic } from '../effective/rule-identity.js';
import { REQUIREMENTS } from '../model/model.js';
import type { Requirement } from '../model/requirement.js';
import { isEmpty } from '../net/region.js';
import { doesSomething } from '../plan/instance.js';
import {
  type GroupKey,
  type GroupRef,
  isChanging,
  knownKeys,
  type Peer,
  type Rule,
  type RuleSide,
} from '../plan/rule.js';
import type { Check } from './check.js';
import { isToldOf } from './configuration.js';
import { type Finding, finding } from './finding.js';
import { allRows } from '../weigh/row-sets.js';

/** Groups of which the plan does not tell enough. */
export const unknownGroup: Check = {
  id: 'unknown-group',
  title: 'A security group cannot be placed',
  why: 'What a group is to a cluster, or which other rules it has, decides what a change of it breaks.',
  remedy:
    'Name the group under `security-groups` of its cluster in the configuration file, or manage it in this plan.',
  severities: { introduced: 'notice', undecided: 'warning' },
  example: 'A rule is added to a group by an id that nothing else in the plan has.',
  tables: [],
  about: 'groups',
  breaks: false,
  leavesUnjudged: true,
  run: (subjects) => [
    ...unplacedRules(subjects),
    ...unmanagedGroups(subjects),
    ...withoutModel(subjects),
    ...poolsWithoutCluster(subjects),
  ],
};

/** Rules that change in a group that leads nowhere, one finding for each such group. */
function unplacedRules(subjects: Subjects): readonly Finding[] {
  const strangers = subjects.world.plan.rules.filter(isChanging).flatMap((rule) => {
    const ref = rule.after?.group ?? rule.before?.group;
    const stranger = ref === undefined ? undefined : strangerOf(ref, subjects);
    return stranger === undefined ? [] : [{ ...stranger, rule }];
  });
  return [...groupBy(strangers, ({ group }) => group).values()].map((same) => {
    const isDefaultTraffic = same.some(({ rule }) => takesDefaultTraffic(rule));
    return finding(unknownGroup, subjects, {
      severity: isDefaultTraffic ? 'warning' : 'notice',
      causes: same.map(({ rule }) => rule),
      reason: {
        kind: 'group-not-placed',
        rules: same.length,
        group: same[0].group,
        isContradicted: same[0].isContradicted,
        isDefaultTraffic,
      },
    });
  });
}

/** Rows for which CCE makes a rule, those with the same packets once. */
const DEFAULT_ROWS: readonly Requirement[] = firstOfEach(
  REQUIREMENTS.filter(({ table }) => table !== 8),
  ({ direction, protocol, ports, peer }) => JSON.stringify([direction, protocol, ports, peer]),
);

/** Whether a rule goes that lets through what a default rule does: the group may be one that CCE made. */
function takesDefaultTraffic({ before, change }: Rule): boolean {
  if (before === undefined || change === 'created' || before.action !== 'allow') return false;
  return (
    before.family !== 'IPv6' &&
    DEFAULT_ROWS.some(
      (row) =>
        row.direction === before.direction &&
        mayBePeer(row, before.peer) &&
        isSameTraffic(before.traffic, rowTraffic(row)),
    )
  );
}

/** The addresses and groups that rows stand for are not known where no cluster is. */
function mayBePeer({ peer: name }: Requirement, peer: Peer): boolean {
  if (isSamePeer(peer, { kind: 'any' })) return name === 'any';
  const isGroup = name === 'node-group' || name === 'control-group' || name === 'eni-group';
  return peer.kind === 'group' ? isGroup || name === 'master-node-cidr' : name !== 'any' && !isGroup;
}

interface Stranger {
  readonly group: string | undefined;
  readonly isContradicted: boolean;
}

/** A reference that leads to no group: what may be told of it. Undefined when it leads to one. */
function strangerOf(ref: GroupRef, subjects: Subjects): Stranger | undefined {
  const { viewOf, world } = subjects;
  if (ref.kind === 'unknown') {
    return ref.oneOf.length > 0 ? undefined : { group: ref.why, isContradicted: false };
  }
  const { kind, resource } = viewOf(ref.key);
  if (kind !== 'elsewhere' || resource !== undefined || isNamed(ref.key, subjects)) return undefined;
  return {
    group: world.plan.sensitiveIds.has(ref.key) ? undefined : ref.key,
    isContradicted: world.contradicted.has(ref.key),
  };
}

/** A cluster, pool or machine names it: its place is known, though not its rules. */
function isNamed(key: string, { subjects, world }: Subjects): boolean {
  return !world.isUnplaced(key) || keysOfSubjects(subjects).has(key);
}

const keysOfSubjects = memoOfObject(
  (subjects: readonly Subject[]): ReadonlySet<GroupKey> =>
    new Set(
      subjects.flatMap(({ groups, groupsBefore }) => [...groups, ...groupsBefore].map(({ key }) => key)),
    ),
);

/** One finding for each group, however many pools are in it. */
function unmanagedGroups(subjects: Subjects): readonly Finding[] {
  const found = subjects.subjects.flatMap((subject) => unmanaged(subject, subjects));
  return firstOfEach(found, (one) =>
    one.group === undefined ? one : JSON.stringify([one.group, one.cluster?.name]),
  );
}

/** A subject's own group whose other rules the plan does not know: what may lack is said once for it. */
function unmanaged(subject: Subject, subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  if (subject.unknownGroups.length === 0 || subject.isLosingGroup) return [];
  const rows = allRows(subject).filter(({ ask }) => !isEmpty(outcomeOf(ask, subject, world).undecided));
  if (rows.length === 0) return [];
  const byGroup = groupBy(subject.unknownGroups, ({ key }) => key);
  return [...byGroup].map(([key, same]) =>
    finding(unknownGroup, subjects, {
      change: 'undecided',
      cluster: subject.cluster,
      group: key,
      pool: subject.pool,
      role: subject.role,
      reason: { kind: 'rules-not-known', rows: rows.length, why: distinct(same.map(({ why }) => why)) },
    }),
  );
}

/** Rules change in a group whose name tells its cluster, and nothing tells the cluster's network model. An audit asks for all groups. */
function withoutModel(subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  return world.clusters
    .filter(({ networkType }) => networkType === undefined)
    .flatMap((cluster) => {
      const keys = [cluster.node, cluster.control, cluster.eni].flatMap((group) =>
        group === undefined ? [] : [group.before, group.after],
      );
      const rules = distinct(keys).flatMap((key) => (key === undefined ? [] : changesIn(key, world)));
      const isAsked = world.occasion === 'audit' ? isToldOf(cluster) : rules.length > 0;
      if (!isAsked) return [];
      return [
        finding(unknownGroup, subjects, {
          change: 'undecided',
          cluster,
          causes: rules,
          reason: { kind: 'model-not-known' },
          remedy: 'tell-model',
        }),
      ];
    });
}

/** Something changes in the groups of a pool, and nothing tells which cluster it is of: no table can be chosen. */
function poolsWithoutCluster(subjects: Subjects): readonly Finding[] {
  const { world } = subjects;
  return world.plan.nodePools.flatMap((pool): Finding[] => {
    const { after, address, actions } = pool;
    if (after === undefined || clusterOf(world, after.cluster, 'after') !== undefined) return [];
    const rules = knownKeys(after.groups).flatMap((key) => changesIn(key, world));
    const isAsked = world.occasion === 'audit' || doesSomething(actions) || rules.length > 0;
    if (after.groups.length === 0 || !isAsked) return [];
    return [
      finding(unknownGroup, subjects, {
        change: 'undecided',
        pool: address,
        causes: rules.length > 0 ? rules : [pool],
        reason: { kind: 'cluster-not-shown' },
        remedy: 'show-cluster',
      }),
    ];
  });
}

/** Rules of just this group that the plan makes, changes or destroys. */
function changesIn(key: GroupKey, world: World): readonly Rule[] {
  const isOf = (side: RuleSide | undefined): boolean => membership(side, key) === 'sure';
  return world.rulesOf(key).filter((rule) => isChanging(rule) && (isOf(rule.before) || isOf(rule.after)));
}
