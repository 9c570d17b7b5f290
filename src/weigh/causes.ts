import { hold, spend } from '../budget.js';
import { compare, distinct, firstOfEach, lazily, memoOfObject } from '../collections.js';
import type { Question } from '../cluster/question.js';
import { boundsWithin } from './question.js';
import type { Subject } from '../cluster/subject.js';
import { poolAt, type World } from '../cluster/world.js';
import { mayLetThrough } from '../effective/effective.js';
import { membership } from '../effective/group-rules.js';
import { ANYBODY, mayBeAbout } from '../effective/rules-about.js';
import { peersWithin } from '../net/peers.js';
import { hullOf } from '../net/hull.js';
import { EMPTY, isEmpty, isSubset, type Region, union, unionOf } from '../net/region.js';
import { doesSomething } from '../plan/instance.js';
import type { AttachmentSide, Both } from '../plan/plan.js';
import type { Action } from '../plan/document/document.js';
import { type GroupKey, isAccepted, type Rule, type RuleSide } from '../plan/rule.js';

/** What becomes of a requirement over the plan. */
export type Change = 'introduced' | 'transient' | 'pre-existing' | 'undecided';

/** A resource change that brings a finding about. */
export interface Cause {
  readonly address: string;
  readonly actions: readonly Action[];
}

/** What is asked: which changes bring about that these packets of a question lack. */
export interface Lack {
  readonly subject: Subject;
  readonly question: Question;
  readonly region: Region;
  readonly change: Change;
}

/**
 * The resource changes that bring it about: rules that go or become narrower, denies that come, a need that grows,
 * else the subject itself and the groups that it names. Sorted by address; empty for what was broken before.
 */
export function causesOf(lack: Lack, world: World): readonly Cause[] {
  if (lack.change === 'pre-existing') return [];
  const rules = changedRules(lack, world);
  if (rules.length > 0) return rules;
  if (lack.change === 'undecided') return [];
  const need = grownNeed(lack, world);
  return need.length > 0 ? need : composition(lack.subject, world);
}

function changedRules({ subject, question, region, change }: Lack, world: World): readonly Cause[] {
  const keys = distinct([...subject.groupsBefore, ...subject.groups].map(({ key }) => key));
  // A rule that may be of another group brings about nothing that is sure.
  const counted: readonly string[] = change === 'undecided' ? ['sure', 'perhaps'] : ['sure'];
  const lists = keys.map((key) => world.rulesOf(key));
  // Most rules of a group stand, and nothing more has to be known of them.
  const all = lists.flatMap(change === 'undecided' ? changesAndDenies : changesAmong);
  if (all.length === 0) return [];
  const asked = { subject, question, region };
  const meets = change === 'undecided' ? metBy(lists, asked, world) : matchedBy(asked, world);
  const covers = (side: RuleSide | undefined, key: GroupKey): Region => {
    if (side === undefined || !counted.includes(membership(side, key))) return EMPTY;
    return meets(side);
  };
  const concerns = (rule: Rule): boolean => {
    const isDeny = isDenying(rule);
    return keys.some((key) => {
      const before = covers(rule.before, key);
      const after = covers(rule.after, key);
      const isMet = !isEmpty(before) || !isEmpty(after);
      if (change === 'undecided') return (isDeny && !isEmpty(after)) || (rule.change !== 'stands' && isMet);
      if (isWeighedAnew(rule)) return isMet;
      if (isDeny) return !isEmpty(after) && !isSubset(after, before);
      return change === 'transient' ? !isEmpty(before) : !isEmpty(before) && !isSubset(before, after);
    });
  };
  spend(all.length);
  const touched = all.filter(concerns);
  return sortedCauses(touched.map((rule) => causeOf(rule) ?? rule));
}

function isDenying({ before, after }: Rule): boolean {
  return (after ?? before)?.action === 'deny';
}

/** Rules with a change; and with those that deny. Each list is looked through once, however many rows ask. */
const changesAmong = memoOfObject((rules: readonly Rule[]) =>
  rules.filter((rule) => causeOf(rule) !== undefined),
);
const changesAndDenies = memoOfObject((rules: readonly Rule[]) =>
  rules.filter((rule) => causeOf(rule) !== undefined || isDenying(rule)),
);

/** The part of a region that a change of the plan meets: all of it when the subject is in other groups than before. */
export function touchedPart(lack: Omit<Lack, 'change'>, world: World): Region {
  const { subject, region } = lack;
  if (isEmpty(region)) return EMPTY;
  const keys = subject.groups.map(({ key }) => key);
  const was = new Set(subject.groupsBefore.map(({ key }) => key));
  if (was.size !== new Set(keys).size || !keys.every((key) => was.has(key))) return region;
  const sides = keys.flatMap((key) =>
    changesAmong(world.rulesOf(key)).flatMap(({ before, after }) =>
      [before, after].filter((side) => membership(side, key) !== 'no'),
    ),
  );
  const met = metBy(
    keys.map((key) => world.rulesOf(key)),
    lack,
    world,
  );
  return unionOf(sides.map((side) => (side === undefined ? EMPTY : met(side))));
}

/** Its action or priority changes: who wins may change without a change of packets. */
function isWeighedAnew({ before, after }: Rule): boolean {
  if (before === undefined || after === undefined) return false;
  const rank = ({ action, priority }: RuleSide): string => JSON.stringify([action, priority]);
  return rank(before) !== rank(after);
}

/** The change of a rule: its own, or that of the IP address group that it names. */
export function causeOf({ change, address, actions, before, after }: Rule): Cause | undefined {
  if (change !== 'stands') {
    return { address, actions };
  }
  return [after, before]
    .map((side) => (side?.peer.kind === 'range' ? side.peer.addressGroup : undefined))
    .find((group) => group !== undefined && doesSomething(group.actions));
}

/** Changes of what the row's need is made of, when it is no longer what it was. */
function grownNeed({ subject, question }: Lack, world: World): readonly Cause[] {
  const before = subject.before?.addresses;
  const after = subject.after.addresses;
  if (before === undefined) return [];
  const has = (name: 'vpc' | 'container' | 'dns'): boolean =>
    !peersWithin(after[name].peers, before[name].peers);
  const { plan } = world;
  const { resource } = subject.cluster;
  const isMoved = JSON.stringify(after.nodePorts) !== JSON.stringify(before.nodePorts);
  const makers: readonly (readonly Both<unknown>[])[] = [
    question.isNodePorts && isMoved && resource !== undefined ? [resource] : [],
    has('vpc') || has('container') || has('dns')
      ? [...plan.vpcs, ...plan.secondaryCidrs, ...plan.subnets]
      : [],
    has('dns') ? [...plan.nodePools, ...plan.nodes] : [],
  ];
  return sortedCauses(makers.flat().filter(({ actions, isData }) => !isData && doesSomething(actions)));
}

/** The groups that the subject names and what names them, as far as the plan changes them. */
function composition({ groups, groupsBefore, pool, cluster }: Subject, world: World): readonly Cause[] {
  spend(world.plan.nodes.length + world.plan.attachments.length);
  const isMachine = world.plan.nodes.some(({ address }) => address === pool);
  const keys = new Set([...groups, ...groupsBefore].map(({ key }) => key));
  const changes = ({ actions }: Cause): boolean => doesSomething(actions);
  const own = groups
    .flatMap(({ resource }) => (resource?.isData === false ? [resource] : []))
    .filter(changes);
  if (own.length > 0) return sortedCauses(own);
  const isNamed = (side: AttachmentSide | undefined): boolean =>
    side?.groups?.some(
      (group) => group.by === 'id' && group.ref.kind === 'group' && keys.has(group.ref.key),
    ) === true;
  const attached = world.plan.attachments.filter(
    (attachment) => changes(attachment) && (isNamed(attachment.before) || isNamed(attachment.after)),
  );
  if (isMachine && attached.length > 0) return sortedCauses(attached);
  const holders: readonly Both<unknown>[] = [
    ...[poolAt(world, pool), cluster.resource].filter((holder) => holder !== undefined),
  ];
  return sortedCauses(holders.filter(changes).slice(0, 1));
}

function toCause({ address, actions }: Cause): Cause {
  return { address, actions };
}

/** The causes and nothing else of what they are part of, each address once, in order. */
export function sortedCauses(causes: readonly Cause[]): readonly Cause[] {
  spend(causes.length);
  hold(causes.length);
  return firstOfEach(causes, ({ address }) => address)
    .map(toCause)
    .sort((a, b) => compare(a.address, b.address));
}

/**
 * The part of a region that has to do with a rule among these: what it can match. Where something is denied, also what
 * members of its peer send, for an allow by their group keeps what a deny takes from them.
 */
function metBy(
  lists: readonly (readonly Rule[])[],
  lack: Omit<Lack, 'change'>,
  world: World,
): (side: RuleSide) => Region {
  const matching = matchedBy(lack, world);
  if (!lists.some(isDeniedAmong)) return matching;
  return (side) => union(matching(side), matching({ ...side, action: 'deny' }));
}

const isDeniedAmong = memoOfObject((rules: readonly Rule[]): boolean => {
  const denies = (side: RuleSide | undefined): boolean =>
    side?.action === 'deny' && side.family !== 'IPv6' && isAccepted(side);
  return rules.some(({ before, after }) => denies(before) || denies(after));
});

/** The part of a region that a rule can match, be it to allow or to deny. */
export function matched(side: RuleSide, lack: Omit<Lack, 'change'>, world: World): Region {
  return matchedBy(lack, world)(side);
}

/** The same for one rule after the other. Most are for the other way, or for other ports, and nothing more has to be known of them. */
export function matchedBy(
  { subject, question, region }: Omit<Lack, 'change'>,
  world: World,
): (side: RuleSide) => Region {
  const { direction, need } = question;
  const hull = hullOf(region, direction);
  // A range that is not known lies somewhere.
  const around = need.tokens.length === 0 ? hull : { ...hull, peers: ANYBODY };
  const within = lazily(() => boundsWithin(region, { question, subject, state: subject.after, world }));
  return (side) => {
    if (side.direction !== direction && side.direction !== 'unknown') return EMPTY;
    if (!mayBeAbout(side, around)) return EMPTY;
    return within()((part, reading) => {
      // A deny is weighed as if it were an allow: what matters here is which packets it meets.
      const met = side.action === 'deny' ? { ...reading, allow: reading.deny } : reading;
      const allow = side.action === 'allow' ? side : ({ ...side, action: 'allow' } as const);
      return { surely: EMPTY, possibly: mayLetThrough(allow, part, met) };
    }).possibly;
  };
}
