import type { Interval, IntervalSet } from './interval.js';
import type { PeerSet } from './peers.js';
import type { Direction, Region } from './region.js';

/** A box around packets of one direction: what lies apart from it has nothing to do with them. */
export interface Hull {
  /** 0..255. */
  readonly protocols: Interval<number>;
  /** 0..65535; ICMP: type * 256 + code. */
  readonly ports: Interval<number>;
  /** On the line of all peers; see `PeerSet.span`. */
  readonly peers: Interval<number>;
}

/** Around nothing. */
const NOWHERE: Interval<number> = { lo: Infinity, hi: -Infinity };

/** From the first integer of the set to its last one. */
export function intervalAround(set: IntervalSet<number>): Interval<number> {
  const [first, last] = [set[0], set[set.length - 1]];
  if (first === undefined || last === undefined) return NOWHERE;
  return first === last ? first : { lo: first.lo, hi: last.hi };
}

/** Whether they have an integer in common. */
export function doMeet(a: Interval<number>, b: Interval<number>): boolean {
  return a.lo <= b.hi && b.lo <= a.hi;
}

/** The least box around the packets of that direction. */
export function hullOf(region: Region, direction: Direction): Hull {
  const plane = region[direction];
  let [ports, peers] = [NOWHERE, NOWHERE];
  let last: PeerSet | undefined;
  for (const { value: steps } of plane) {
    ports = aroundBoth(ports, intervalAround(steps));
    for (const { value } of steps) {
      // Most regions are all for the same peers.
      if (value !== last) peers = aroundBoth(peers, value.span);
      last = value;
    }
  }
  return { protocols: intervalAround(plane), ports, peers };
}

function aroundBoth(a: Interval<number>, b: Interval<number>): Interval<number> {
  if (a === NOWHERE) return b;
  return a.lo <= b.lo && a.hi >= b.hi ? a : { lo: Math.min(a.lo, b.lo), hi: Math.max(a.hi, b.hi) };
}
