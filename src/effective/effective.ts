import { spend } from '../budget.js';
import { distinct, groupBy } from '../collections.js';
import { type Bounds, intersectBounds, NOTHING, unionOfBounds } from '../net/bounds.js';
import {
  ALL_ADDRESSES,
  arePeersApart,
  hasNoPeers,
  intersectPeers,
  NO_PEERS,
  type PeerSet,
  unionOfPeers,
} from '../net/peers.js';
import {
  type Direction,
  EMPTY,
  intersect,
  isEmpty,
  isRestrictedTo,
  isSame,
  type Region,
  restrict,
  subtract,
  unionOf,
} from '../net/region.js';
import type { EtherType } from '../net/address.js';
import type { EffectiveRule } from './group-rules.js';
import { type KnownRules, mayDenyAmong, type WeighedRules, weighedRules } from './known-rules.js';
import { FEW, rulesAbout } from './rules-about.js';
import {
  type GroupKey,
  isAccepted,
  type Peer,
  type Priority,
  productsOf,
  type RuleSide,
} from '../plan/rule.js';

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
  /**
   * The group of the cluster for whose members alone a rule with this peer speaks, where the question is about
   * addresses: a deny takes what the members send, and an allow by the same group keeps it.
   */
  readonly memberOf: (peer: Peer) => GroupKey | undefined;
}

/** The priority that counts for rules whose priority nobody documents, if the configuration says. */
export type DefaultRulePriority = 1 | 100 | undefined;

/**
 * What the rules let through of `need`, as two bounds. A packet passes when an allow matches and no deny with a
 * smaller or equal priority does. A deny takes from `surely` unless it certainly loses, and from `possibly` only
 * when it certainly wins. What a deny takes from members of a group, an allow by that group with a stronger priority
 * keeps. (Source: VPC documentation on priority; otc.md 2.4.)
 */
export function letThrough(
  rules: readonly EffectiveRule[],
  need: Region,
  reading: PeerReading,
  defaultPriority: DefaultRulePriority,
): Bounds {
  const asked = { need, reading, defaultPriority };
  const some = rulesAbout(rules, need);
  if (some.length === 0) return NOTHING;
  if (isLetByOne(some, need, reading)) return { surely: need, possibly: need };
  const sorted = weighedAbout(rules, some, asked);
  const allows = matchesOf(sorted, 'allow', asked);
  const denies = sorted.mayDeny ? keptOff(alike(matchesOf(sorted, 'deny', asked)), sorted.others, asked) : [];
  if (denies.length === 0) return unionOfBounds(allows);
  return unionOfBounds(
    alike(allows).map((allow) => {
      const { surely, possibly } = allow;
      const perhapsTaken = denies.filter((deny) => mayBeat(deny, allow)).map((deny) => deny.possibly);
      const surelyTaken = denies.filter((deny) => surelyBeats(deny, allow)).map((deny) => deny.surely);
      return {
        surely: subtract(surely, unionOf(perhapsTaken)),
        possibly: subtract(possibly, unionOf(surelyTaken)),
      };
    }),
  );
}

/** So many are looked at one by one, whether they are for peers of the need at all. */
const MANY = 256;

/** The rules as they are weighed: each by itself where few have to do with the need, else all at once. */
function weighedAbout(
  rules: readonly EffectiveRule[],
  some: readonly EffectiveRule[],
  asked: Asked,
): WeighedRules {
  if (some.length > MANY) return weighedRules(rules);
  const mayDeny = mayDenyAmong(some);
  const others = some.length <= FEW ? some : some.filter((rule) => isForPeers(rule, asked, mayDeny));
  return others.length <= FEW ? { known: [], others, mayDeny } : weighedRules(rules);
}

/** Whether the rule may match a packet of the need, as far as peers tell; an allow by a group may keep what a deny takes. */
function isForPeers(
  { sides: [{ peer }] }: EffectiveRule,
  { need, reading }: Asked,
  mayDeny: boolean,
): boolean {
  const isKnown = peer.kind === 'range' && peer.range.kind === 'known';
  if (!isKnown && mayDeny) return true;
  const { possibly } = reading.allow(peer);
  return [need.ingress, need.egress].some((plane) =>
    plane.some(({ value }) => value.some((step) => !arePeersApart(step.value, possibly))),
  );
}

/** Whether nothing is denied, and one rule alone surely lets all of the need through: most rows have such a rule. */
export function isLetByOne(rules: readonly EffectiveRule[], need: Region, reading: PeerReading): boolean {
  return !mayDenyAmong(rules) && rules.some((rule) => letsAll(rule, need, reading));
}

function letsAll(rule: EffectiveRule, need: Region, reading: PeerReading): boolean {
  const { sides, isSure } = rule;
  const [side] = sides;
  const { action, family, direction, traffic } = side;
  if (!isSure || sides.length > 1 || action !== 'allow' || family !== reading.family) return false;
  if (direction === 'unknown' || traffic.isAtMost === true || !isAccepted(side)) return false;
  return isRestrictedTo(need, direction, traffic, () => reading.allow(side.peer).surely);
}

/** What one rule matches of the need, and with which priorities it may do so. */
interface Match extends Bounds {
  readonly group: GroupKey;
  /** Smallest and largest priority that it may have, 1..100. */
  readonly min: number;
  readonly max: number;
  /** A deny for members of this group alone. */
  readonly member: GroupKey | undefined;
}

interface Asked {
  readonly need: Region;
  readonly reading: PeerReading;
  readonly defaultPriority: DefaultRulePriority;
}

/** What it costs to look whether a rule has to do with a need. */
const MATCH = 20;

/** What each rule matches; where nothing is denied, a rule that surely matches all of the need says it for all others. */
function matchesOf(
  { known, others, mayDeny }: WeighedRules,
  action: 'allow' | 'deny',
  asked: Asked,
): readonly Match[] {
  spend(MATCH * (known.length + others.length));
  const found: Match[] = [];
  const isEnough = (match: Match | undefined): boolean => {
    if (match === undefined) return false;
    found.push(match);
    return !mayDeny && isSame(match.surely, asked.need);
  };
  const isDone =
    known.some((rules) => isEnough(knownMatch(rules, action, asked))) ||
    others.some((rule) => isEnough(matchOf(rule, action, asked)));
  return isDone ? found.slice(-1) : found;
}

function knownMatch(
  { action, family, group, priorities, isSure, packets }: KnownRules,
  asked: 'allow' | 'deny',
  { need, reading, defaultPriority }: Asked,
): Match | undefined {
  if (action !== asked || family !== reading.family) return undefined;
  const possibly = intersect(need, packets);
  if (isEmpty(possibly)) return undefined;
  const ranks = rankOf(priorities, defaultPriority);
  return { group, ...ranks, surely: isSure ? possibly : EMPTY, possibly, member: undefined };
}

/** Matches that no other can tell apart, together. */
function alike(matches: readonly Match[]): readonly Match[] {
  const classes = groupBy(matches, ({ min, max, group, member }) =>
    JSON.stringify([min, max, group, member]),
  );
  return [...classes.values()].map((some) => ({ ...some[0], ...unionOfBounds(some) }));
}

/** The denies without what stronger allows keep for the members from whom they take. */
function keptOff(denies: readonly Match[], rules: readonly EffectiveRule[], asked: Asked): readonly Match[] {
  const { reading } = asked;
  const ofMembers = denies.flatMap(({ member }) => member ?? []);
  if (ofMembers.length === 0) return denies;
  const everybody = reading.allow({ kind: 'any' });
  const perhaps: PeerBounds = { ...everybody, surely: NO_PEERS };
  // A choice between groups may be this one, and so may a group that nobody knows.
  const open = rules.filter(({ sides }) =>
    sides.some(({ peer }) => peer.kind === 'one-of' || isAnyGroup(peer)),
  );
  const speaking = groupBy(
    rules.flatMap((rule) => membersNamed(rule, reading).map((key) => ({ key, rule }))),
    ({ key }) => key,
  );
  const keepers = new Map(
    distinct(ofMembers).map((key) => {
      const allow = (peer: Peer): PeerBounds => {
        if (peer.kind === 'one-of') return eitherOf(peer.peers.map(allow));
        if (isAnyGroup(peer)) return perhaps;
        return reading.memberOf(peer) === key ? everybody : reading.allow(peer);
      };
      const own = distinct([...(speaking.get(key) ?? []).map(({ rule }) => rule), ...open]);
      return [
        key,
        alike(
          matchesOf({ known: [], others: own, mayDeny: true }, 'allow', {
            ...asked,
            reading: { ...reading, allow },
          }),
        ),
      ];
    }),
  );
  return denies.map((deny) => {
    const own = deny.member === undefined ? [] : (keepers.get(deny.member) ?? []);
    const surely = own.filter((allow) => !mayBeat(deny, allow)).map((allow) => allow.surely);
    const possibly = own.filter((allow) => !surelyBeats(deny, allow)).map((allow) => allow.possibly);
    return {
      ...deny,
      surely: subtract(deny.surely, unionOf(possibly)),
      possibly: subtract(deny.possibly, unionOf(surely)),
    };
  });
}

/** Groups for whose members a side of the rule speaks; denies have one side. */
function membersNamed({ sides }: EffectiveRule, { memberOf }: PeerReading): readonly GroupKey[] {
  return distinct(sides.flatMap(({ peer }) => memberOf(peer) ?? []));
}

/** It is a group, and nobody knows which. */
function isAnyGroup(peer: Peer): boolean {
  return peer.kind === 'group' && peer.group.kind === 'unknown';
}

/** It is one of these peers. */
export function eitherOf(all: readonly PeerBounds[]): PeerBounds {
  return {
    surely: all.map(({ surely }) => surely).reduce(intersectPeers, ALL_ADDRESSES),
    possibly: unionOfPeers(all.map(({ possibly }) => possibly)),
  };
}

function matchOf(
  rule: EffectiveRule,
  action: 'allow' | 'deny',
  { need, reading, defaultPriority }: Asked,
): Match | undefined {
  const [only] = rule.sides;
  const { surely, possibly } =
    rule.sides.length === 1
      ? matchSide(only, action, need, reading)
      : rule.sides.map((side) => matchSide(side, action, need, reading)).reduce(intersectBounds);
  if (isEmpty(possibly)) return undefined;
  const priorities = rule.sides.map(({ priority }) => priority);
  return {
    group: rule.group,
    ...rankOf(priorities, defaultPriority),
    surely: rule.isSure ? surely : EMPTY,
    possibly,
    member: action === 'deny' ? membersNamed(rule, reading)[0] : undefined,
  };
}

/** What one side of a rule may let through of `need`, were it the only one. */
export function mayLetThrough(side: RuleSide, need: Region, reading: PeerReading): Region {
  spend(1);
  return matchSide(side, 'allow', need, reading).possibly;
}

function matchSide(side: RuleSide, action: 'allow' | 'deny', need: Region, reading: PeerReading): Bounds {
  const isOther = side.action !== action && side.action !== 'unknown';
  const isOtherWay = side.direction !== 'unknown' && need[side.direction].length === 0;
  const isOtherFamily = side.family !== reading.family && side.family !== 'unknown';
  if (isOther || isOtherWay || isOtherFamily || !isAccepted(side)) return NOTHING;
  const peers = reading[action](side.peer);
  if (hasNoPeers(peers.possibly)) return NOTHING;
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
  if (direction !== 'unknown' && traffic.isAtMost !== true) return restrict(need, direction, traffic, peers);
  const directions: readonly Direction[] = direction === 'unknown' ? ['ingress', 'egress'] : [direction];
  const products = productsOf(traffic);
  return unionOf(directions.flatMap((way) => products.map((product) => restrict(need, way, product, peers))));
}

function rankOf(
  priorities: readonly Priority[],
  defaultPriority: DefaultRulePriority,
): Pick<Match, 'min' | 'max'> {
  const ranges = priorities.map((priority) => priorityRange(priority, defaultPriority));
  return {
    min: Math.min(...ranges.map(({ min }) => min)),
    max: Math.max(...ranges.map(({ max }) => max)),
  };
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
