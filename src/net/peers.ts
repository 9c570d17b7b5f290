import { spend } from '../budget.js';
import {
  BIGINTS,
  canonical,
  intersectSets,
  type Interval,
  type IntervalSet,
  NUMBERS,
  sameSets,
  subtractSets,
  unionSets,
} from './interval.js';

/**
 * A name for peers that are not a known range: a security group, or a CIDR that the plan does not know.
 * Equal text is the same unknown; nothing else is known of it.
 */
export type PeerToken = string;

/** IPv4 addresses (0..2^32-1), IPv6 addresses (0..2^128-1) and tokens. Canonical, so equal sets look equal. */
export interface PeerSet {
  readonly v4: IntervalSet<number>;
  readonly v6: IntervalSet<bigint>;
  /** Sorted, each once. */
  readonly tokens: readonly PeerToken[];
}

const LAST_V4 = 2 ** 32 - 1;
const LAST_V6 = 2n ** 128n - 1n;

/** No peer. */
export const NO_PEERS: PeerSet = { v4: [], v6: [], tokens: [] };
/** 0.0.0.0/0. */
export const ALL_V4: PeerSet = { v4: [{ lo: 0, hi: LAST_V4 }], v6: [], tokens: [] };
/** ::/0. */
export const ALL_V6: PeerSet = { v4: [], v6: [{ lo: 0n, hi: LAST_V6 }], tokens: [] };

/** The set of IPv4 intervals. */
export function v4Peers(intervals: Iterable<Interval<number>>): PeerSet {
  return { v4: canonical(NUMBERS, intervals), v6: [], tokens: [] };
}

/** The set of IPv6 intervals. */
export function v6Peers(intervals: Iterable<Interval<bigint>>): PeerSet {
  return { v4: [], v6: canonical(BIGINTS, intervals), tokens: [] };
}

/** The set of these tokens. */
export function tokenPeers(...tokens: readonly PeerToken[]): PeerSet {
  return { v4: [], v6: [], tokens: sortedTokens(tokens) };
}

function sortedTokens(tokens: Iterable<PeerToken>): readonly PeerToken[] {
  return [...new Set(tokens)].sort();
}

/** The tokens that are in the other set, or those that are not. */
function tokensBy(a: PeerSet, b: PeerSet, areIn: boolean): readonly PeerToken[] {
  spend(a.tokens.length * b.tokens.length);
  return a.tokens.filter((token) => b.tokens.includes(token) === areIn);
}

/** Everything that is in `a` or in `b`. */
export function unionPeers(a: PeerSet, b: PeerSet): PeerSet {
  if (a === b || hasNoPeers(b)) return a;
  if (hasNoPeers(a)) return b;
  return {
    v4: unionSets(NUMBERS, a.v4, b.v4),
    v6: unionSets(BIGINTS, a.v6, b.v6),
    tokens:
      a.tokens.length === 0
        ? b.tokens
        : b.tokens.length === 0
          ? a.tokens
          : sortedTokens([...a.tokens, ...b.tokens]),
  };
}

/** Everything that is in any of them. */
export function unionOfPeers(sets: Iterable<PeerSet>): PeerSet {
  const all = [...sets];
  return {
    v4: canonical(
      NUMBERS,
      all.flatMap((set) => set.v4),
    ),
    v6: canonical(
      BIGINTS,
      all.flatMap((set) => set.v6),
    ),
    tokens: sortedTokens(all.flatMap((set) => set.tokens)),
  };
}

/** Everything that is in both. */
export function intersectPeers(a: PeerSet, b: PeerSet): PeerSet {
  if (a === b) return a;
  const v4 = intersectSets(a.v4, b.v4);
  const v6 = intersectSets(a.v6, b.v6);
  const tokens = tokensBy(a, b, true);
  // Large sets are shared by many boxes.
  const isAll = (set: PeerSet): boolean =>
    v4 === set.v4 && v6 === set.v6 && tokens.length === set.tokens.length;
  return isAll(a) ? a : isAll(b) ? b : { v4, v6, tokens };
}

/** Everything that is in `a` and not in `b`. */
export function subtractPeers(a: PeerSet, b: PeerSet): PeerSet {
  if (a === b) return NO_PEERS;
  return {
    v4: subtractSets(NUMBERS, a.v4, b.v4),
    v6: subtractSets(BIGINTS, a.v6, b.v6),
    tokens: tokensBy(a, b, false),
  };
}

/** Whether both hold the same peers. */
export function samePeers(a: PeerSet, b: PeerSet): boolean {
  return (
    a === b ||
    (sameSets(a.v4, b.v4) &&
      sameSets(a.v6, b.v6) &&
      a.tokens.length === b.tokens.length &&
      a.tokens.every((token, i) => token === b.tokens[i]))
  );
}

/** Whether nothing is in it. */
export function hasNoPeers(set: PeerSet): boolean {
  return set.v4.length === 0 && set.v6.length === 0 && set.tokens.length === 0;
}

/** How many intervals and names it takes to say it. */
export function sizeOfPeers({ v4, v6, tokens }: PeerSet): number {
  return v4.length + v6.length + tokens.length;
}

/** Whether all of `a` is in `b`. */
export function peersWithin(a: PeerSet, b: PeerSet): boolean {
  return hasNoPeers(subtractPeers(a, b));
}

/** Whether every IPv4 address is in it. */
export function hasAllV4(set: PeerSet): boolean {
  return sameSets(set.v4, ALL_V4.v4);
}
