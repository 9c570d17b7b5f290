import { groupBy } from '../collections.js';
import { type Bounds, intersectBounds, NOTHING, unionOfBounds } from '../net/bounds.js';
import type { PeerSet } from '../net/peers.js';
import { type Direction, EMPTY, isEmpty, type Region, restrict, subtract, unionOf } from '../net/region.js';
import type { EtherType } from '../net/address.js';
import { type GroupKey, isAccepted, type Peer, type Priority, type RuleSide } from '../plan/rule.js';

/** What a peer comes to in the eyes of one question: for certain, and at most. */
export interface PeerBounds {
  readonly surely: PeerSet;
  readonly possibly: PeerSet;
}

/** How the peers of rules are read; allow and deny differ where a group stands for addresses. */
export interface PeerReading {
  readonly family: EtherType;
  readonly allow: (peer: Peer) => PeerBounds;
  readonly deny: (peer: Peer) => PeerBounds;
}

/** A rule as it counts at one time. */
export interface EffectiveRule {
  /** One side; two when only what both have in common stands. */
  readonly sides: readonly [RuleSide, ...RuleSide[]];
  /** The group it is counted for; among several groups of a member, priorities are compared with care. */
  readonly group: GroupKey;
  /** False when the rule may belong to another group. */
  readonly isSure: boolean;
  /** The resource that holds it; undefined when it is assumed. */
  readonly address: string | undefined;
  /** The plan does not change it. */
  readonly stands: boolean;
}

/** The priority that counts for rules whose priority nobody documents, if the configuration says. */
export type DefaultRulePriority = 1 | 100 | undefined;

/**
 * What the rules let through of `need`, as two bounds. A packet passes when an allow matches and no deny with a
 * smaller or equal priority does. A deny takes from `surely` unless it certainly loses, and from `possibly` only
 * when it certainly wins. (Source: VPC documentation on priority; otc.md 2.4.)
 */
export function letThrough(
  rules: readonly EffectiveRule[],
  need: Region,
  reading: PeerReading,
  defaultPriority: DefaultRulePriority,
): Bounds {
  const matchesOf = (action: 'allow' | 'deny'): readonly Match[] =>
    rules
      .map((rule) => matchOf(rule, action, { need, reading, defaultPriority }))
      .filter((match) => match !== undefined);
  const allows = matchesOf('allow');
  const denies = matchesOf('deny');
  if (denies.length === 0) return unionOfBounds(allows);
  // Allows that no deny can tell apart are weighed together.
  const alike = groupBy(allows, ({ min, max, group }) => `${min} ${max} ${group}`);
  return unionOfBounds(
    [...alike.values()].map((some) => {
      const { surely, possibly } = unionOfBounds(some);
      const [allow] = some;
      const perhapsTaken = denies.filter((deny) => mayBeat(deny, allow)).map((deny) => deny.possibly);
      const surelyTaken = denies.filter((deny) => surelyBeats(deny, allow)).map((deny) => deny.surely);
      return {
        surely: subtract(surely, unionOf(perhapsTaken)),
        possibly: subtract(possibly, unionOf(surelyTaken)),
      };
    }),
  );
}

/** What one rule matches of the need, and with which priorities it may do so. */
interface Match extends Bounds {
  readonly group: GroupKey;
  /** Smallest and largest priority that it may have, 1..100. */
  readonly min: number;
  readonly max: number;
}

interface Asked {
  readonly need: Region;
  readonly reading: PeerReading;
  readonly defaultPriority: DefaultRulePriority;
}

function matchOf(
  rule: EffectiveRule,
  action: 'allow' | 'deny',
  { need, reading, defaultPriority }: Asked,
): Match | undefined {
  const { surely, possibly } = rule.sides
    .map((side) => matchSide(side, action, need, reading))
    .reduce(intersectBounds);
  if (isEmpty(possibly)) return undefined;
  const priorities = rule.sides.map(({ priority }) => priorityRange(priority, defaultPriority));
  return {
    group: rule.group,
    min: Math.min(...priorities.map(({ min }) => min)),
    max: Math.max(...priorities.map(({ max }) => max)),
    surely: rule.isSure ? surely : EMPTY,
    possibly,
  };
}

function matchSide(side: RuleSide, action: 'allow' | 'deny', need: Region, reading: PeerReading): Bounds {
  const isOther = side.action !== action && side.action !== 'unknown';
  const isOtherWay = side.direction !== 'unknown' && need[side.direction].length === 0;
  const isOtherFamily = side.family !== reading.family && side.family !== 'unknown';
  if (isOther || isOtherWay || isOtherFamily || !isAccepted(side)) return NOTHING;
  const peers = reading[action](side.peer);
  const isKnown = side.action === action && side.family === reading.family;
  const possibly = matchedPart(side, peers.possibly, need, true);
  const isWhole =
    isKnown &&
    peers.surely === peers.possibly &&
    side.traffic.isAtMost !== true &&
    side.direction !== 'unknown';
  if (isWhole) return { surely: possibly, possibly };
  return { surely: isKnown ? matchedPart(side, peers.surely, need, false) : EMPTY, possibly };
}

/** The part of the need that the side matches; what the side does not know counts only when `widest`. */
function matchedPart(side: RuleSide, peers: PeerSet, need: Region, widest: boolean): Region {
  const { direction, traffic } = side;
  if (!widest && (direction === 'unknown' || traffic.isAtMost === true)) return EMPTY;
  const directions: readonly Direction[] = direction === 'unknown' ? ['ingress', 'egress'] : [direction];
  return unionOf(directions.map((way) => restrict(need, way, traffic, peers)));
}

function priorityRange(
  priority: Priority,
  defaultPriority: DefaultRulePriority,
): { min: number; max: number } {
  if (priority.kind === 'known') return { min: priority.value, max: priority.value };
  if (priority.kind === 'undocumented' && defaultPriority !== undefined) {
    return { min: defaultPriority, max: defaultPriority };
  }
  return { min: 1, max: 100 };
}

/** How priorities of different groups combine is documented nowhere: there a deny that would lose may yet win. */
function mayBeat(deny: Match, allow: Match): boolean {
  return deny.group !== allow.group || deny.min <= allow.max;
}

function surelyBeats(deny: Match, allow: Match): boolean {
  return deny.max <= allow.min;
}
