import { groupBy, type Lookup, lazily, memo, memoOfObject, overlaid } from '../collections.js';
import type { PeerBounds } from '../effective/effective.js';
import type { EffectiveRule, Time } from '../effective/group-rules.js';
import { type NetworkModel, type Role, ROLES } from '../model/requirement.js';
import type { SideName } from '../plan/plan.js';
import { type GroupKey, type GroupRef, knownKeys } from '../plan/rule.js';
import { isAlike } from './alike.js';
import { type Addresses, type Reach, withDnsOf } from './addresses.js';
import type { BoundCluster } from './bound-cluster.js';
import { type Draft, draftsOf, refsOfRole } from './drafts.js';
import { type GroupView, groupView } from './group-view.js';
import { atMost, memberReaches } from './members.js';
import type { AskedState } from './question.js';
import type { World } from './world.js';

/** The addresses that members of a cluster's groups have. */
export type Members = Lookup<GroupKey, PeerBounds>;

/** What a subject is at one time. */
export interface SubjectState extends AskedState {
  readonly rules: readonly EffectiveRule[];
  readonly members: Members;
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
  /** Undefined: what names it leads to no group. */
  readonly key: GroupKey | undefined;
  readonly why: string;
}

/** The subjects of the world and the view of any group. Clusters without a known model have no subjects. */
export interface Subjects {
  readonly world: World;
  readonly subjects: readonly Subject[];
  readonly viewOf: (key: GroupKey) => GroupView;
  /** The same subjects, with what they were made from. */
  readonly made: readonly Made[];
}

/** A draft, and the members of its cluster. */
interface Drafted {
  readonly draft: Draft;
  readonly membersOn: (which: SideName) => Members;
}

interface Made extends Drafted {
  readonly subjects: readonly Subject[];
}

/** The first subject that has the group after the plan. */
export function subjectWith({ subjects }: Subjects, key: GroupKey): Subject | undefined {
  return ownersOf(subjects).get(key)?.[0].subject;
}

const ownersOf = memoOfObject((subjects: readonly Subject[]) => {
  const owned = subjects.flatMap((subject) => subject.groups.map(({ key }) => ({ key, subject })));
  return groupBy(owned, ({ key }) => key);
});

/**
 * Works out every subject that is there after the plan. `like`: those of another world; what a world that shares with it
 * has from there is not worked out again.
 */
export function subjectsOf(world: World, like?: Subjects): Subjects {
  const shared = like?.world.clusters === world.clusters ? like : undefined;
  const isShared = (key: GroupKey): boolean => shared?.world.rulesOf(key) === world.rulesOf(key);
  const viewOf = memo((key: GroupKey) =>
    shared !== undefined && isShared(key) ? shared.viewOf(key) : groupView(world, key),
  );
  const made = (shared?.made ?? draftedIn(world)).map((one: Drafted & Partial<Made>): Made => {
    const { draft, membersOn, subjects } = one;
    const isSame = namedKeys([...(draft.before ?? []), ...draft.after]).every(isShared);
    return {
      ...one,
      subjects: subjects !== undefined && isSame ? subjects : finish(draft, membersOn, { viewOf, world }),
    };
  });
  return { world, viewOf, subjects: made.flatMap(({ subjects }) => subjects), made };
}

function draftedIn(world: World): readonly Drafted[] {
  return world.clusters.flatMap((cluster) => {
    const on = memo((which: SideName): Members => {
      const { [which]: addresses } = cluster;
      if (addresses === undefined) return new Map();
      const members = clusterMembers(cluster, world, { which, addresses });
      // Compared here, once for all subjects: there are as many members as pools.
      return which === 'before' && isAlike(members, on('after')) ? on('after') : members;
    });
    return draftsOf(cluster, world).map((draft) => ({ draft, membersOn: on }));
  });
}

/**
 * What clusters that go with the plan had, as it was: no table is held against it. After the plan it is as it was before,
 * for there is nothing to hold it against.
 */
export function goneSubjects({ world, viewOf }: Subjects): readonly Subject[] {
  return world.clusters.flatMap((cluster) => {
    const { before: addresses, after } = cluster;
    if (addresses === undefined || after !== undefined) return [];
    const members = lazily(() => clusterMembers(cluster, world, { which: 'before', addresses }));
    const was = { ...cluster, after: addresses };
    return ROLES.flatMap((role): readonly Subject[] => {
      const refs = refsOfRole(cluster, role, 'before');
      if (refs === undefined) return [];
      const draft = { ...NO_MACHINES, cluster: was, role, before: refs, after: refs };
      const found = finish(draft, members, { viewOf, world });
      return found.flatMap(({ before, ...rest }) =>
        before === undefined ? [] : [{ ...rest, cluster, before, after: before, isLosingGroup: false }],
      );
    });
  });
}

const NO_MACHINES = {
  ...{ pool: undefined, isReplaced: true, isMachine: false },
  nodes: { before: [], after: [] },
} as const;

function finish(
  draft: Draft,
  membersOn: (which: SideName) => Members,
  { viewOf, world }: Pick<Subjects, 'viewOf' | 'world'>,
): readonly Subject[] {
  const { cluster, role, pool } = draft;
  const { model } = cluster;
  if (model === undefined || cluster.after === undefined) return [];
  const groups = knownKeys(draft.after).map(viewOf);
  const groupsBefore = knownKeys(draft.before ?? []).map(viewOf);
  // What is replaced goes before its old group does.
  const held = draft.isMachine || draft.isReplaced ? groups : [...groups, ...groupsBefore];
  const rulesAt = (time: Time, refs: readonly GroupRef[]): readonly EffectiveRule[] =>
    oneList([...knownKeys(refs).map((key) => viewOf(key).rules[time]), possibleRules(refs, time, viewOf)]);
  const state = (which: SideName, refs: readonly GroupRef[], addresses: Addresses): SubjectState => {
    const own = withDnsOf(addresses, draft.nodes[which], { plan: world.plan, which });
    const keys = knownKeys(refs);
    return {
      rules: rulesAt(which, refs),
      addresses: own,
      groups: keys,
      members: withOwn(membersOn(which), draft, { addresses: own, keys }),
      controlGroup: cluster.control[which],
    };
  };
  const after = state('after', draft.after, cluster.after);
  const areMembersSame = membersOn('before') === membersOn('after');
  return [
    {
      cluster,
      model,
      role,
      pool,
      groups,
      groupsBefore,
      before:
        draft.before === undefined || cluster.before === undefined
          ? undefined
          : orSame(state('before', draft.before, cluster.before), after, areMembersSame),
      during:
        draft.before === undefined || draft.isReplaced
          ? undefined
          : withRules(rulesAt('during', draft.after), after),
      after,
      isLosingGroup: held.some((view) => view.resource?.isDestroyed === true),
      unknownGroups: unknownGroups(draft.after, groups, world),
    },
  ];
}

/** The state; where the other one says the same but for its rules, that one with these: so nobody works out twice what rows ask. */
function orSame(state: SubjectState, other: SubjectState, areMembersSame: boolean): SubjectState {
  // The members of all groups of the cluster are many, and have been compared before.
  const told = ({ addresses, groups, controlGroup }: SubjectState): AskedState => ({
    addresses,
    groups,
    controlGroup,
  });
  return areMembersSame && isAlike(told(state), told(other)) ? withRules(state.rules, other) : state;
}

/** The same at a time with other rules; the state itself where they are the same. */
function withRules(rules: readonly EffectiveRule[], state: SubjectState): SubjectState {
  return rules === state.rules ? state : { ...state, rules };
}

/** All of them; the list itself where only one has any, for what is known of lists is kept with them. */
function oneList(lists: readonly (readonly EffectiveRule[])[]): readonly EffectiveRule[] {
  const [only = [], ...others] = lists.filter(({ length }) => length > 0);
  return others.length === 0 ? only : [only, ...others].flat();
}

/** A reference to one of several groups may bring the rules of each; one that leads nowhere may bring any rule. */
function possibleRules(
  refs: readonly GroupRef[],
  time: Time,
  viewOf: Subjects['viewOf'],
): readonly EffectiveRule[] {
  const possible = refs.flatMap((ref) => (ref.kind === 'unknown' ? namedKeys([ref]) : []));
  return possible.flatMap((key) => viewOf(key).rules[time].map((rule) => ({ ...rule, isSure: false })));
}

/** The groups whose rules a subject has by these references, or may have. */
function namedKeys(refs: readonly GroupRef[]): readonly GroupKey[] {
  return refs.flatMap((ref) => {
    if (ref.kind === 'group') return [ref.key];
    return ref.oneOf.length > 0 && ref.orNone !== true
      ? ref.oneOf
      : [`a group that is not known: ${ref.why}`];
  });
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
        why: whyUnknown(key, world),
      })),
    ...refs.flatMap((ref) => (ref.kind === 'unknown' ? [{ key: undefined, why: ref.why }] : [])),
  ];
}

function whyUnknown(key: GroupKey, { occasion, isUnplaced }: World): string {
  if (occasion === 'audit') return 'the facts do not show them';
  return isUnplaced(key) ? 'this plan does not show it' : 'its rules are not managed in this plan';
}

/** The addresses that members of a cluster's groups have, by group: the same for all subjects of the cluster. */
function clusterMembers(
  cluster: BoundCluster,
  world: World,
  now: { readonly which: SideName; readonly addresses: Addresses },
): Members {
  const reaches = memberReaches(cluster, world, now);
  return new Map([...reaches].map(([key, reach]) => [key, reachBounds(reach)]));
}

function reachBounds(reach: Reach): PeerBounds {
  return { surely: reach.peers, possibly: atMost(reach) };
}

/** Those in groups that are the subject's own, too, are its nodes. */
function withOwn(
  members: Members,
  { role }: Draft,
  { addresses, keys }: { readonly addresses: Addresses; readonly keys: readonly GroupKey[] },
): Members {
  if (role !== 'node') return members;
  const own = reachBounds(addresses.vpc);
  const isSaid = (key: GroupKey): boolean => members.get(key)?.surely === own.surely;
  return keys.every(isSaid) ? members : overlaid(members, new Map(keys.map((key) => [key, own])));
}
