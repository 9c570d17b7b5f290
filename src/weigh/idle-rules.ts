import { groupBy, memoOfObject, type NonEmpty } from '../collections.js';
import { identityHint, isSamePeer, isSameTraffic } from '../effective/rule-identity.js';
import { anyAddress, cidrsAround, cidrsOf } from '../net/address.js';
import { type Interval, type IntervalSet, NUMBERS, subtractSets } from '../net/interval.js';
import { NO_PEERS, type PeerSet, peersWithin } from '../net/peers.js';
import { firstPort } from '../net/protocol.js';
import { ALL_PROTOCOLS } from '../net/region.js';
import { isSecret, type RuleSide, type Traffic } from '../plan/rule.js';
import type { StandingRule } from './standing-rules.js';

/** A rule that lets nothing through which another one does not let through by itself. */
export interface IdleRule {
  readonly rule: StandingRule;
  readonly within: StandingRule;
}

/** Allow rules of one group that do nothing beside others. */
export interface IdleRules {
  /** Rules that say the same. */
  readonly same: readonly NonEmpty<StandingRule>[];
  /** Rules that lie wholly within another. What CCE makes itself is never among them. */
  readonly idle: readonly IdleRule[];
}

/**
 * Looks for rules that do nothing. Where denies are weighed as well, a rule is held against rules of its own priority
 * alone: a weaker one may lose what it keeps. What is not known, or a secret, is left out. n log n in the rules; of
 * ports or addresses in several runs those are found that lie within one run of the other.
 */
export function idleRules(rules: readonly StandingRule[], isWeighed: (side: RuleSide) => boolean): IdleRules {
  const counted = rules.flatMap((rule): readonly Shape[] => {
    const { side } = rule;
    const { priority, direction } = side;
    const rank = !isWeighed(side) ? '' : priority.kind === 'known' ? String(priority.value) : undefined;
    const isKnown = side.action === 'allow' && direction !== 'unknown' && side.family !== 'unknown';
    const to = otherEndOf(side);
    if (!isKnown || side.traffic.isAtMost === true || isSecret(side)) return [];
    return rank === undefined || to === undefined
      ? []
      : [{ rule, way: `${direction} ${side.family} ${rank}`, to, ...realPackets(side.traffic) }];
  });
  const same = [...groupBy(counted, ({ rule, way }) => way + identityHint(rule.side)).values()].flatMap(
    sorted,
  );
  return {
    same: same
      .filter((all) => all.length > 1)
      .map((all) => [all[0].rule, ...all.slice(1).map(({ rule }) => rule)]),
    idle: idleAmong(same.map(([first]) => first)),
  };
}

/** A rule as it is compared. */
interface Shape extends Pick<Traffic, 'protocols' | 'ports'> {
  readonly rule: StandingRule;
  /** Direction, family, and the priority where it counts. */
  readonly way: string;
  readonly to: PeerOfRule;
}

/** Members of a group, or addresses. */
type PeerOfRule = { readonly group: string } | { readonly peers: PeerSet };

function otherEndOf({ peer, family }: RuleSide): PeerOfRule | undefined {
  if (family === 'unknown') return undefined;
  if (peer.kind === 'any') return { peers: anyAddress(family) };
  if (peer.kind === 'group') return peer.group.kind === 'group' ? { group: peer.group.key } : undefined;
  return peer.kind === 'range' && peer.range.kind === 'known' ? { peers: peer.range.peers } : undefined;
}

/** Port 0 of TCP and UDP is no packet. */
function realPackets({ protocols, ports }: Traffic): Pick<Traffic, 'protocols' | 'ports'> {
  const [only, ...others] = protocols;
  const isOne = only !== undefined && others.length === 0 && only.lo === only.hi;
  const least = isOne ? firstPort(only.lo) : 0;
  const real = ports.flatMap(({ lo, hi }) => (hi < least ? [] : [{ lo: Math.max(lo, least), hi }]));
  return { protocols, ports: real };
}

/** Of rules that look the same those that are. */
function sorted(alike: NonEmpty<Shape>): readonly NonEmpty<Shape>[] {
  const found: [Shape, ...Shape[]][] = [];
  for (const shape of alike) {
    const { peer, traffic } = shape.rule.side;
    const group = found.find(
      ([{ rule }]) => isSamePeer(rule.side.peer, peer) && isSameTraffic(rule.side.traffic, traffic),
    );
    if (group === undefined) found.push([shape]);
    else group.push(shape);
  }
  return found;
}

/** One run of ports of a rule. */
interface Run extends Interval<number> {
  readonly shape: Shape;
}

/** Rules of one way, protocol and peer: runs of ports in order, each with the one that reaches farthest up to it. */
interface Shelf {
  readonly runs: readonly Run[];
  readonly farthest: readonly Run[];
  /** Where the first run of a rule is. */
  readonly placeOf: ReadonlyMap<Shape, number>;
}

function idleAmong(shapes: readonly Shape[]): readonly IdleRule[] {
  const runs = shapes.flatMap((shape) =>
    shape.ports.flatMap((ports) => shelvesOf(shape).map((place) => ({ place, run: { ...ports, shape } }))),
  );
  const byPlace = groupBy(runs, ({ place }) => place);
  const shelves = new Map(
    [...byPlace].map(([place, all]) => [place, shelfOf(all.map(({ run }) => run))] as const),
  );
  return shapes
    .filter(({ rule }) => rule.own === undefined)
    .flatMap((shape) => {
      for (const place of shelvesAround(shape)) {
        const found = holderIn(shelves.get(place), shape);
        if (found !== undefined) return [{ rule: shape.rule, within: found.rule }];
      }
      return [];
    });
}

function shelfOf(runs: readonly Run[]): Shelf {
  // Of equal runs the one of the wider rule comes first.
  const inOrder = [...runs].sort(
    (a, b) =>
      a.lo - b.lo ||
      b.hi - a.hi ||
      shelvesOf(b.shape).length - shelvesOf(a.shape).length ||
      b.shape.ports.length - a.shape.ports.length,
  );
  const placeOf = new Map<Shape, number>();
  const farthest: Run[] = [];
  inOrder.forEach((run, index) => {
    const last = farthest.at(-1);
    farthest.push(last === undefined || run.hi > last.hi ? run : last);
    if (!placeOf.has(run.shape)) placeOf.set(run.shape, index);
  });
  return { runs: inOrder, farthest, placeOf };
}

/** Of the runs before the rule's own the one that reaches farthest, if it holds the rule. */
function holderIn(shelf: Shelf | undefined, shape: Shape): Shape | undefined {
  const [first] = shape.ports;
  if (shelf === undefined || first === undefined) return undefined;
  const end = shelf.placeOf.get(shape) ?? countUpTo(first.lo, shelf.runs);
  const found = shelf.farthest[end - 1]?.shape;
  return found !== undefined && isHeldBy(shape, found) ? found : undefined;
}

/** How many runs begin at the port or before it. */
function countUpTo(port: number, runs: readonly Run[]): number {
  let [from, to] = [0, runs.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((runs[middle]?.lo ?? Infinity) <= port) from = middle + 1;
    else to = middle;
  }
  return from;
}

function isHeldBy(b: Shape, a: Shape): boolean {
  const within = (inner: IntervalSet<number>, outer: IntervalSet<number>): boolean =>
    subtractSets(NUMBERS, inner, outer).length === 0;
  return within(b.protocols, a.protocols) && within(b.ports, a.ports) && isPeerWithin(b.to, a.to, b);
}

function isPeerWithin(inner: PeerOfRule, outer: PeerOfRule, { rule }: Shape): boolean {
  if ('group' in inner) {
    return 'group' in outer ? inner.group === outer.group : peersWithin(allOf(rule.side), outer.peers);
  }
  return 'peers' in outer && peersWithin(inner.peers, outer.peers);
}

/** Every address that a member of a group may have. */
function allOf({ family }: RuleSide): PeerSet {
  return family === 'unknown' ? NO_PEERS : anyAddress(family);
}

const cidrs = memoOfObject(cidrsOf);
const around = memoOfObject(cidrsAround);

/** Where rules that hold others are looked up. */
function shelvesOf({ way, protocols, to }: Shape): readonly string[] {
  const peers = 'group' in to ? [`group ${to.group}`] : cidrs(to.peers);
  return peers.map((peer) => shelfName(way, protocols, peer));
}

/** Where rules are that may hold this one. */
function shelvesAround({ way, protocols, to, rule }: Shape): readonly string[] {
  const peers = 'group' in to ? [`group ${to.group}`, ...cidrs(allOf(rule.side))] : around(to.peers);
  return [protocols, [ALL_PROTOCOLS]].flatMap((some) => peers.map((peer) => shelfName(way, some, peer)));
}

function shelfName(way: string, protocols: IntervalSet<number>, peer: string): string {
  return `${way} ${protocols.map(({ lo, hi }) => `${lo}-${hi}`).join()} ${peer}`;
}
