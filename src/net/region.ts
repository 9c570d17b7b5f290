import { hold, spend } from '../budget.js';
import type { Interval, IntervalSet } from './interval.js';
import {
  hasNoPeers,
  intersectPeers,
  type PeerSet,
  peersWithin,
  samePeers,
  subtractPeers,
  unionPeers,
} from './peers.js';
import { firstPort, LAST_PORT, LAST_PROTOCOL, TCP, UDP } from './protocol.js';
import { PEERS, stepsOfRanges } from './sweep.js';
import { appendStep, combineSteps, overlapSteps, sameSteps, type ValueStep, type Values } from './step.js';

/** The way of a packet, seen from the member of the group. */
export type Direction = 'ingress' | 'egress';

/** Over ports (0..65535; ICMP: type * 256 + code): which peers. */
type Ports = readonly ValueStep<PeerSet>[];
/** Over protocols (0..255): which ports and peers. */
type Plane = readonly ValueStep<Ports>[];

/**
 * A set of packets: direction x protocol x ports x peers. Exact and canonical:
 * equal sets are equal values, however they were put together.
 */
export interface Region {
  readonly ingress: Plane;
  readonly egress: Plane;
}

/** Packets that differ only within each part: protocols x ports x peers. */
export interface Box {
  readonly direction: Direction;
  readonly protocols: Interval<number>;
  readonly ports: Interval<number>;
  readonly peers: PeerSet;
}

const PORTS: Values<Ports> = {
  empty: [],
  isEmpty: (ports) => ports.length === 0,
  same: (a, b) => sameSteps(a, b, samePeers),
};

/** No packet. */
export const EMPTY: Region = { ingress: [], egress: [] };

/** Protocol numbers in runs that share their first port. */
const RUNS: readonly Interval<number>[] = [
  { lo: 0, hi: TCP - 1 },
  { lo: TCP, hi: TCP },
  { lo: TCP + 1, hi: UDP - 1 },
  { lo: UDP, hi: UDP },
  { lo: UDP + 1, hi: LAST_PROTOCOL },
];

/** Every protocol. */
export const ALL_PROTOCOLS: Interval<number> = { lo: 0, hi: LAST_PROTOCOL };
/** Every port, or every type and code. */
export const ALL_PORTS: IntervalSet<number> = [{ lo: 0, hi: LAST_PORT }];

/**
 * The packets of these protocols (0..255) and ports (0..65535) from or to these peers.
 * Port 0 of TCP and UDP is left out: no row asks for it and a rule for "all ports" may or may not name it.
 */
export function region(
  direction: Direction,
  protocols: IntervalSet<number>,
  ports: IntervalSet<number>,
  peers: PeerSet,
): Region {
  return regionOfSteps(
    direction,
    protocols,
    hasNoPeers(peers) ? [] : ports.map(({ lo, hi }) => ({ lo, hi, value: peers })),
  );
}

/** The packets of these protocols that are in any of the parts, each of some ports and peers. */
export function regionOfParts(
  direction: Direction,
  protocols: IntervalSet<number>,
  parts: readonly { readonly ports: IntervalSet<number>; readonly peers: PeerSet }[],
): Region {
  const ranges = parts.flatMap(({ ports, peers }) => ports.map(({ lo, hi }) => ({ lo, hi, value: peers })));
  return regionOfSteps(direction, protocols, stepsOfRanges(ranges));
}

function regionOfSteps(direction: Direction, protocols: IntervalSet<number>, all: Ports): Region {
  spend(all.length);
  const plane: ValueStep<Ports>[] = [];
  for (const run of RUNS) {
    for (const range of protocols) {
      const [lo, hi] = [Math.max(range.lo, run.lo), Math.min(range.hi, run.hi)];
      if (lo <= hi) appendStep(plane, { lo, hi, value: stepsFrom(firstPort(run.lo), all) }, PORTS);
    }
  }
  return inDirection(direction, plane);
}

/** The part of the steps that is at this port or above: the steps themselves where all are. */
function stepsFrom(first: number, steps: Ports): Ports {
  if ((steps[0]?.lo ?? first) >= first) return steps;
  return steps
    .filter(({ hi }) => hi >= first)
    .map(({ lo, hi, value }) => ({ lo: Math.max(lo, first), hi, value }));
}

function inDirection(direction: Direction, plane: Plane): Region {
  if (plane.length === 0) return EMPTY;
  return direction === 'ingress' ? { ingress: plane, egress: [] } : { ingress: [], egress: plane };
}

/** Every packet in the direction from or to these peers. */
export function allTraffic(direction: Direction, peers: PeerSet): Region {
  return region(direction, [ALL_PROTOCOLS], ALL_PORTS, peers);
}

function combine(
  a: Region,
  b: Region,
  peers: (a: PeerSet, b: PeerSet) => PeerSet,
  stepwise: typeof combineSteps = combineSteps,
): Region {
  let made = 0;
  const counted = (p: PeerSet, q: PeerSet): PeerSet => {
    const result = peers(p, q);
    hold(++made);
    return result;
  };
  // Most regions have one direction.
  const planes = (x: Plane, y: Plane): Plane =>
    x.length + y.length === 0 ? x : stepwise(x, y, (p, q) => stepwise(p, q, counted, PEERS), PORTS);
  return { ingress: planes(a.ingress, b.ingress), egress: planes(a.egress, b.egress) };
}

/** Every packet that is in `a` or in `b`. */
export function union(a: Region, b: Region): Region {
  if (isEmpty(a)) return b;
  return isEmpty(b) || isSame(a, b) ? a : combine(a, b, unionPeers);
}

/** Every packet that is in any of them. Merges in pairs, so n small regions cost n log n when they do not overlap. */
export function unionOf(regions: readonly Region[]): Region {
  let level = regions;
  while (level.length > 1) {
    const next: Region[] = [];
    for (let i = 0; i < level.length; i += 2) next.push(union(level[i] ?? EMPTY, level[i + 1] ?? EMPTY));
    level = next;
  }
  return level[0] ?? EMPTY;
}

/** Every packet that is in both. */
export function intersect(a: Region, b: Region): Region {
  if (isEmpty(a) || isEmpty(b)) return EMPTY;
  return isSame(a, b) ? a : combine(a, b, intersectPeers, overlapSteps);
}

/**
 * The part of `a` that is of these protocols, ports and peers; the same as an intersection with `region(...)`,
 * without making that region. The weighing of rules does little else.
 */
export function restrict(
  a: Region,
  direction: Direction,
  { protocols, ports }: { readonly protocols: IntervalSet<number>; readonly ports: IntervalSet<number> },
  peers: PeerSet,
): Region {
  const plane: ValueStep<Ports>[] = [];
  for (const step of a[direction]) {
    for (const range of protocols) {
      const [lo, hi] = [Math.max(step.lo, range.lo), Math.min(step.hi, range.hi)];
      if (lo <= hi) appendStep(plane, { lo, hi, value: restrictPorts(step.value, ports, peers) }, PORTS);
    }
  }
  return inDirection(direction, plane);
}

/** Whether all of `a` is of these protocols and ports in that direction, and of these peers, which are asked for last. */
export function isRestrictedTo(
  a: Region,
  direction: Direction,
  { protocols, ports }: { readonly protocols: IntervalSet<number>; readonly ports: IntervalSet<number> },
  peersOf: () => PeerSet,
): boolean {
  if (a[direction === 'ingress' ? 'egress' : 'ingress'].length > 0) return false;
  const plane = a[direction];
  for (const step of plane) {
    if (!isIn(step, protocols)) return false;
    for (const range of step.value) if (!isIn(range, ports)) return false;
  }
  const peers = peersOf();
  return plane.every(({ value }) => value.every((range) => peersWithin(range.value, peers)));
}

function isIn({ lo, hi }: Interval<number>, set: IntervalSet<number>): boolean {
  for (const around of set) if (around.lo <= lo && hi <= around.hi) return true;
  return false;
}

function restrictPorts(steps: Ports, ports: IntervalSet<number>, peers: PeerSet): Ports {
  const result: ValueStep<PeerSet>[] = [];
  spend(steps.length * ports.length);
  for (const step of steps) {
    for (const range of ports) {
      const [lo, hi] = [Math.max(step.lo, range.lo), Math.min(step.hi, range.hi)];
      if (lo <= hi) appendStep(result, { lo, hi, value: intersectPeers(step.value, peers) }, PEERS);
    }
  }
  return result;
}

/** Every packet that is in `a` and not in `b`. */
export function subtract(a: Region, b: Region): Region {
  if (isEmpty(a) || isEmpty(b)) return a;
  return isSame(a, b) ? EMPTY : combine(a, b, subtractPeers);
}

/** Whether no packet is in it. */
export function isEmpty(a: Region): boolean {
  return a.ingress.length === 0 && a.egress.length === 0;
}

/** Whether both hold the same packets. */
export function isSame(a: Region, b: Region): boolean {
  return sameSteps(a.ingress, b.ingress, PORTS.same) && sameSteps(a.egress, b.egress, PORTS.same);
}

/** Whether every packet of `a` is in `b`. */
export function isSubset(a: Region, b: Region): boolean {
  return isEmpty(subtract(a, b));
}

/** The same packets with each peer set replaced; what becomes of no peer is left out. The region itself where nothing changes. */
export function mapPeers(a: Region, peers: (peers: PeerSet) => PeerSet): Region {
  const mapped = <V>(steps: readonly ValueStep<V>[], to: (value: V) => V, values: Values<V>) => {
    let result: ValueStep<V>[] | undefined;
    for (const [i, { lo, hi, value }] of steps.entries()) {
      const own = to(value);
      if (result === undefined && own === value) continue;
      result ??= steps.slice(0, i);
      appendStep(result, { lo, hi, value: own }, values);
    }
    return result ?? steps;
  };
  const ofPorts = (ports: Ports): Ports => {
    spend(ports.length);
    return mapped(ports, peers, PEERS);
  };
  const [ingress, egress] = [mapped(a.ingress, ofPorts, PORTS), mapped(a.egress, ofPorts, PORTS)];
  return ingress === a.ingress && egress === a.egress ? a : { ingress, egress };
}

/** The region as disjoint boxes: ingress first, then by protocol, then by port. */
export function boxes(a: Region): readonly Box[] {
  const of = (direction: Direction, plane: Plane): Box[] =>
    plane.flatMap((protocols) =>
      protocols.value.map((ports) => ({
        direction,
        protocols: { lo: protocols.lo, hi: protocols.hi },
        ports: { lo: ports.lo, hi: ports.hi },
        peers: ports.value,
      })),
    );
  return [...of('ingress', a.ingress), ...of('egress', a.egress)];
}
