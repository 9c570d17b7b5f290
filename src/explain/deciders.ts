import type { BelievedRule, Belief } from '../cluster/belief/belief.js';
import type { World } from '../cluster/world.js';
import { firstOfEach, groupBy } from '../collections.js';
import type { EffectiveRule, Time } from '../effective/group-rules.js';
import { identityHint } from '../effective/rule-identity.js';
import type { Interval } from '../net/interval.js';
import { ALL_PORTS, ALL_PROTOCOLS, type Box, boxes, isEmpty, type Region, region } from '../net/region.js';
import { type GroupKey, isSecret, type RuleSide } from '../plan/rule.js';
import { type Doubt, doubtsOf } from '../weigh/doubts.js';
import { decidingAt, type Met, type PathStates, TIMES } from './lots.js';
import type { PathSide, SideAt, SideTimes } from './side.js';

/** A rule that has a part in what becomes of packets. */
export interface DecidingRule {
  /** Undefined: nobody manages it. */
  readonly address: string | undefined;
  readonly group: GroupKey;
  readonly side: RuleSide;
  /** The default rule that it is, when nobody manages it. */
  readonly own: BelievedRule | undefined;
  readonly known: HowKnown;
  readonly times: readonly Time[];
}

/** How it is known that a rule is there; `not-shown`: it stands for whatever rules a group has that nobody shows. */
export type HowKnown = Belief['kind'] | 'not-shown';

/** The rule that would let packets through, were it not for its ports, its protocol or its other end. */
export interface NearMiss extends Omit<DecidingRule, 'times'> {
  readonly lacks: 'ports' | 'protocol' | 'peer';
}

/** Packets pass if they are those of members of the group; or they are stopped then. */
export interface IfMembers {
  readonly group: GroupKey;
  readonly passes: boolean;
}

/** By which rules a part of the packets has its lot on one side. */
export interface SideRules {
  /** Each once, in the order of the times. */
  readonly rules: readonly DecidingRule[];
  /** New rules that would let them through after the plan, and that the API refuses while an equal one still stands. */
  readonly refused: readonly Omit<DecidingRule, 'times'>[];
  /** Where nothing lets them through, and one rule nearly does. */
  readonly nearest: Readonly<Partial<Record<Time, NearMiss>>>;
  /** What decides where it is undecided. */
  readonly doubts: Readonly<Partial<Record<Time, readonly Doubt[]>>>;
  /** Groups on whose members it depends. */
  readonly ifMembers: readonly IfMembers[];
  /** The plan changes none of the rules that are about them. */
  readonly isSteady: boolean;
  /** A value that must not be printed has a part in it: then neither may be what it cuts out. */
  readonly isSecret: boolean;
}

/** A part of the packets of a side. */
interface Lot {
  readonly side: PathSide;
  readonly packets: Region;
  readonly states: PathStates;
  readonly at: SideTimes;
}

/** The rules that decide, and what would where none does. */
export function decided({ side, packets, states, at }: Lot, world: World): SideRules {
  const times = TIMES.flatMap((time) => {
    const { [time]: now } = at;
    return now === undefined ? [] : [{ time, now, state: states[time], met: meeting(now, packets) }];
  });
  const isSteady = times.every(({ met }) => met.every(({ rule }) => rule.stands));
  const named = times.flatMap(({ time, state, met }) =>
    decidingAt(state, time === 'during' && !isSteady, met, packets).map((rule) => ({
      time,
      ...namedRule(rule, side),
    })),
  );
  const rules = [...groupBy(named, rulesKey).values()].map(([{ time, ...first }, ...others]) => ({
    ...first,
    times: [time, ...others.map((one) => one.time)],
  }));
  const open = times.filter(({ time, state }) => state === 'undecided' && time !== 'during');
  const doubts = open.map(({ time, now }) => [time, doubtsAt(now, { side, packets }, world)] as const);
  return {
    rules,
    nearest: Object.fromEntries(
      times
        .filter(({ state, met }) => state === 'dropped' && met.every(({ isDeny }) => isDeny))
        .flatMap(({ time, now }) => {
          const miss = nearMiss(now, packets);
          return miss === undefined ? [] : [[time, { ...namedRule(miss.rule, side), lacks: miss.lacks }]];
        }),
    ),
    refused: refusedAfter({ side, packets, states, at }, world).map((rule) => namedRule(rule, side)),
    doubts: Object.fromEntries(doubts),
    ifMembers: side.mayBeMembers
      ? firstOfEach(
          open.flatMap(({ met }) => met.flatMap(membersMet)),
          (one) => JSON.stringify(one),
        )
      : [],
    isSteady,
    isSecret: times.some(({ now, met }) => now.question.isSensitive || met.some(hasSecret)),
  };
}

function refusedAfter(
  { side, packets, states, at: { after } }: Lot,
  { renamed }: World,
): readonly EffectiveRule[] {
  const rules = states.after === 'allowed' || renamed.size === 0 ? [] : (side.party.at.after?.rules ?? []);
  return rules.filter(
    (rule) =>
      rule.address !== undefined &&
      renamed.has(rule.address) &&
      after !== undefined &&
      !isEmpty(after.meets(rule, packets).possibly),
  );
}

type RuleMet = Met<EffectiveRule>;

function meeting({ state, meets }: SideAt, packets: Region): readonly RuleMet[] {
  return state.rules.flatMap((rule) => {
    const { surely, possibly } = meets(rule, packets);
    return isEmpty(possibly) ? [] : [{ rule, isDeny: !isAllow(rule), surely }];
  });
}

function isAllow({ sides: [{ action }] }: EffectiveRule): boolean {
  return action !== 'deny';
}

function hasSecret({ rule }: RuleMet): boolean {
  return rule.sides.some(isSecret);
}

function membersMet({ rule }: RuleMet): readonly IfMembers[] {
  return rule.sides.flatMap(({ peer }) =>
    peer.kind === 'group' && peer.group.kind === 'group' && !peer.isSensitive
      ? [{ group: peer.group.key, passes: isAllow(rule) }]
      : [],
  );
}

/** The rule with what is known of it; of two sides that both stand, the later one. */
export function namedRule(
  rule: EffectiveRule,
  { party: { subject } }: PathSide,
): Omit<DecidingRule, 'times'> {
  const { address, group, isSeen } = rule;
  const side = rule.sides.at(-1) ?? rule.sides[0];
  const view = [...subject.groups, ...subject.groupsBefore].find(({ key }) => key === group);
  const own =
    address === undefined
      ? view?.defaults.find(({ before, after }) => before === side || after === side)
      : undefined;
  const known = address !== undefined ? 'plan' : isSeen === true ? 'seen' : (own?.belief.kind ?? 'not-shown');
  return { address, group, side, own, known };
}

/** Equal for rules that say the same at the same address. */
export function rulesKey({ address, side, own }: Omit<DecidingRule, 'times'>): string {
  return JSON.stringify([address, own?.requirement?.id, identityHint(side), side.priority]);
}

function doubtsAt(
  { question, state }: SideAt,
  { side, packets }: Pick<Lot, 'side' | 'packets'>,
  world: World,
): readonly Doubt[] {
  const subject = { ...side.party.subject, after: state };
  return doubtsOf({ subject, question, region: packets }, world);
}

const EVERY_PROTOCOL = [ALL_PROTOCOLS];

/** An allow of which one thing alone differs, and how far it is off. */
interface Candidate extends Pick<NearMiss, 'lacks'> {
  readonly rule: EffectiveRule;
  readonly far: number;
}

/** More kinds of packets than these have no rule that is near to all of them, as a rule. */
const KINDS = 8;

/**
 * The nearest: but for the other end, else for the ports, the least gap first, else for the protocol. What is near to
 * some of the packets may be far from others: it lacks the same of all of them.
 */
function nearMiss(at: SideAt, packets: Region): Candidate | undefined {
  const asked = boxes(packets);
  if (asked.length > KINDS) return undefined;
  const [first = [], ...others] = asked.map((box) => nearTo(box, at));
  const candidates = first.flatMap(({ rule, lacks, far }): readonly Candidate[] => {
    const same = others.map((some) => some.find((one) => one.rule === rule && one.lacks === lacks));
    const isOfAll = same.every((one) => one !== undefined);
    return isOfAll ? [{ rule, lacks, far: Math.max(far, ...same.map((one) => one.far)) }] : [];
  });
  return candidates.reduce<Candidate | undefined>(
    (best, one) => (best === undefined || one.far < best.far ? one : best),
    undefined,
  );
}

function nearTo(asked: Box, { state, meets }: SideAt): readonly Candidate[] {
  const { direction, protocols, ports, peers } = asked;
  const packets = region(direction, [protocols], [ports], peers);
  return state.rules.filter(isAllow).flatMap((rule): readonly Candidate[] => {
    const [side] = rule.sides;
    const { traffic } = side;
    if (side.direction !== direction) return [];
    const isMet = (change: Partial<RuleSide>): boolean =>
      !isEmpty(meets({ ...rule, sides: [{ ...side, ...change }] }, packets).possibly);
    if (isMet({ peer: { kind: 'any' } })) return [{ rule, lacks: 'peer', far: 0 }];
    if (isMet({ traffic: { ...traffic, ports: ALL_PORTS } })) {
      return [{ rule, lacks: 'ports', far: 1 + gapTo(ports, traffic.ports) }];
    }
    return isMet({ traffic: { ...traffic, protocols: EVERY_PROTOCOL } })
      ? [{ rule, lacks: 'protocol', far: Infinity }]
      : [];
  });
}

function gapTo(asked: Interval<number>, ports: readonly Interval<number>[]): number {
  return Math.min(...ports.map(({ lo, hi }) => Math.max(lo - asked.hi, asked.lo - hi, 0)));
}
