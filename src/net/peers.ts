import { compare } from '../collections.js';
import { BIGINTS, type Interval, type IntervalSet, type Line, NUMBERS } from './interval.js';
import { EVERY, bitCount, NO_RUN, NONE, type BitRun, type Trie, Tries, type Words } from './trie.js';

/**
 * A name for peers that are not a known range: a security group, or a CIDR that the plan does not know.
 * Equal text is the same unknown; nothing else is known of it.
 */
export type PeerToken = string;

/** Bits of an IPv4 address, of an IPv6 address, and of the number of a token. */
const WIDTH = { v4: 32, v6: 128, token: 24 } as const;

/** On the line of all peers, behind the addresses. */
const PLACE_OF_TOKENS = 2 ** (1 + WIDTH.v4);

/** Sets that can be compared by their numbers, and what the numbers of tokens stand for. */
interface Universe {
  readonly tries: Tries;
  /** Each set once, by its trie. */
  readonly sets: Map<Trie, PeerSet>;
  readonly tokens: PeerToken[];
  readonly numbers: Map<PeerToken, number>;
}

function emptyUniverse(): Universe {
  return { tries: new Tries(), sets: new Map(), tokens: [], numbers: new Map() };
}

let universe = emptyUniverse();

/** Beyond so many tries, the next run begins with none: what was worked out is of little use to it. */
const KEPT_TRIES = 500_000;

/**
 * Begins a run, before its plans are read. Sets of an earlier one stay what they are, and can still be put together with
 * new ones. Without it, a process that judges many plans would never give back what they took.
 */
export function beginPeers(keptTries = KEPT_TRIES): void {
  if (universe.tries.size > keptTries) universe = emptyUniverse();
}

/**
 * IPv4 addresses (0..2^32-1), IPv6 addresses (0..2^128-1) and tokens. Equal sets of a run are the same object.
 *
 * One trie holds all three: `((v4, v6), tokens)`.
 */
export class PeerSet {
  readonly #home: Universe;
  /** Equal sets of a run have the same one: what compares objects field by field sees it. */
  readonly key: Trie;
  /** The same set in a later run. */
  #copy: PeerSet | undefined;
  #v4: IntervalSet<number> | undefined;
  #v6: IntervalSet<bigint> | undefined;
  #tokens: readonly PeerToken[] | undefined;
  #span: Interval<number> | undefined;

  private constructor(home: Universe, root: Trie) {
    this.#home = home;
    this.key = root;
  }

  /** The set of a trie of this run. */
  static of(root: Trie): PeerSet {
    const known = universe.sets.get(root);
    if (known !== undefined) return known;
    const made = new PeerSet(universe, root);
    universe.sets.set(root, made);
    return made;
  }

  /** Its trie, in this run. */
  get root(): Trie {
    if (this.#home === universe || this.key === NONE) return this.key;
    const late = this.#copy;
    const copy = late !== undefined && late.#home === universe ? late : madeAgain(this);
    this.#copy = copy;
    return copy.key;
  }

  /** IPv4 addresses; canonical. */
  get v4(): IntervalSet<number> {
    const { tries } = this.#home;
    const trie = tries.zero(tries.zero(this.key));
    return (this.#v4 ??= intervalsOf(NUMBERS, tries, { trie, from: 0, size: 2 ** WIDTH.v4 }));
  }

  /** IPv6 addresses; canonical. */
  get v6(): IntervalSet<bigint> {
    const { tries } = this.#home;
    const trie = tries.one(tries.zero(this.key));
    return (this.#v6 ??= intervalsOf(BIGINTS, tries, { trie, from: 0n, size: 2n ** BigInt(WIDTH.v6) }));
  }

  /** Sorted, each once. */
  get tokens(): readonly PeerToken[] {
    return (this.#tokens ??= tokensIn(this.#home, this.#home.tries.one(this.key)));
  }

  /**
   * Between which ends it lies, on a line of all peers: IPv4 addresses, then the first 32 bits of IPv6 addresses, then tokens,
   * all at one place. Sets that lie apart there have nothing in common; for those that do not, the sets must tell.
   */
  get span(): Interval<number> {
    return (this.#span ??= peerSpan(this.#home.tries, this.key));
  }

  /** For messages and comparisons: what is in it. */
  toJSON(): Pick<PeerSet, 'v4' | 'v6' | 'tokens'> {
    const { v4, v6, tokens } = this;
    return { v4, v6, tokens };
  }
}

function peerSpan(tries: Tries, root: Trie): Interval<number> {
  const addresses = tries.zero(root);
  const hasTokens = tries.one(root) !== NONE;
  const width = 1 + WIDTH.v4;
  return {
    lo: addresses === NONE ? (hasTokens ? PLACE_OF_TOKENS : Infinity) : tries.edge('least', addresses, width),
    hi: hasTokens
      ? PLACE_OF_TOKENS
      : addresses === NONE
        ? -Infinity
        : tries.edge('greatest', addresses, width),
  };
}

function madeAgain({ v4, v6, tokens }: PeerSet): PeerSet {
  return setOf(v4Trie(v4), v6Trie(v6), tokenTrie(tokens));
}

function setOf(v4: Trie, v6: Trie, tokens: Trie): PeerSet {
  const { tries } = universe;
  return PeerSet.of(tries.join(tries.join(v4, v6), tokens));
}

function v4Trie(intervals: Iterable<Interval<number>>): Trie {
  const { tries } = universe;
  return unionOfRoots([...intervals].map(({ lo, hi }) => tries.range([lo], [hi], WIDTH.v4)));
}

function v6Trie(intervals: Iterable<Interval<bigint>>): Trie {
  const { tries } = universe;
  return unionOfRoots([...intervals].map(({ lo, hi }) => tries.range(wordsOf(lo), wordsOf(hi), WIDTH.v6)));
}

function wordsOf(value: bigint): Words {
  return [0n, 32n, 64n, 96n].map((shift) => Number((value >> shift) & 0xffff_ffffn));
}

function tokenTrie(tokens: Iterable<PeerToken>): Trie {
  const numbers = [...tokens].map((token): Words => {
    const { numbers: known, tokens: all } = universe;
    const number = known.get(token) ?? all.push(token) - 1;
    known.set(token, number);
    return [number];
  });
  return unionOfRoots(numbers.map((number) => universe.tries.range(number, number, WIDTH.token)));
}

/** Everything that is in any of the sets with these tries, in this run. In pairs, so that n small sets cost n log n. */
export function unionOfRoots(all: readonly Trie[]): Trie {
  let level = all;
  while (level.length > 1) {
    const next: Trie[] = [];
    for (let i = 0; i < level.length; i += 2) {
      next.push(universe.tries.union(level[i] ?? NONE, level[i + 1] ?? NONE));
    }
    level = next;
  }
  return level[0] ?? NONE;
}

/** A trie, and the integers among which its numbers lie. */
interface Block<T extends number | bigint> {
  readonly trie: Trie;
  readonly from: T;
  readonly size: T;
}

/** The block behind these bits: each takes one half. */
function behindRun<T extends number | bigint>(line: Line<T>, run: BitRun, block: Block<T>): Block<T> {
  let { from, size } = block;
  for (let i = bitCount(run) - 1; i >= 0; i--) {
    size = line.half(size);
    if (((run >>> i) & 1) === 1) from = line.plus(from, size);
  }
  return { ...block, from, size };
}

/** The numbers of a trie of that many integers, from `from` on, behind those of `before`: whole blocks, joined where they touch. */
function intervalsOf<T extends number | bigint>(
  line: Line<T>,
  tries: Tries,
  block: Block<T>,
  before: Interval<T>[] = [],
): Interval<T>[] {
  const { trie, from, size } = block;
  if (trie === NONE) return before;
  if (trie === EVERY) {
    const last = before.at(-1);
    const isNext = last !== undefined && line.next(last.hi) === from;
    if (isNext) before.pop();
    before.push({ lo: isNext ? last.lo : from, hi: line.previous(line.plus(from, size)) });
    return before;
  }
  const run = tries.run(trie);
  if (run !== NO_RUN)
    return intervalsOf(line, tries, behindRun(line, run, { ...block, trie: tries.behind(trie) }), before);
  const half = line.half(size);
  intervalsOf(line, tries, { trie: tries.zero(trie), from, size: half }, before);
  return intervalsOf(line, tries, { trie: tries.one(trie), from: line.plus(from, half), size: half }, before);
}

function tokensIn({ tries, tokens }: Universe, trie: Trie): readonly PeerToken[] {
  const numbers = intervalsOf(NUMBERS, tries, { trie, from: 0, size: 2 ** WIDTH.token });
  return numbers.flatMap(({ lo, hi }) => tokens.slice(lo, hi + 1)).sort(compare);
}

/** No peer. */
export const NO_PEERS = setOf(NONE, NONE, NONE);
/** 0.0.0.0/0. */
export const ALL_V4 = setOf(EVERY, NONE, NONE);
/** ::/0. */
export const ALL_V6 = setOf(NONE, EVERY, NONE);
/** Every address of both families. */
export const ALL_ADDRESSES = setOf(EVERY, EVERY, NONE);

/** The set of IPv4 intervals, in any order. */
export function v4Peers(intervals: Iterable<Interval<number>>): PeerSet {
  return setOf(v4Trie(intervals), NONE, NONE);
}

/** The set of IPv6 intervals, in any order. */
export function v6Peers(intervals: Iterable<Interval<bigint>>): PeerSet {
  return setOf(NONE, v6Trie(intervals), NONE);
}

/** The set of these tokens. */
export function tokenPeers(...tokens: readonly PeerToken[]): PeerSet {
  return setOf(NONE, NONE, tokenTrie(tokens));
}

/** Everything that is in `a` or in `b`. */
export function unionPeers(a: PeerSet, b: PeerSet): PeerSet {
  return a === b ? a : PeerSet.of(universe.tries.union(a.root, b.root));
}

/** Everything that is in any of them. */
export function unionOfPeers(sets: Iterable<PeerSet>): PeerSet {
  return PeerSet.of(unionOfRoots([...sets].map(({ root }) => root)));
}

/** Everything that is in both. */
export function intersectPeers(a: PeerSet, b: PeerSet): PeerSet {
  if (areSpansApart(a, b)) return NO_PEERS;
  return a === b ? a : PeerSet.of(universe.tries.intersect(a.root, b.root));
}

/** Everything that is in `a` and not in `b`. */
export function subtractPeers(a: PeerSet, b: PeerSet): PeerSet {
  if (areSpansApart(a, b)) return a;
  return a === b ? NO_PEERS : PeerSet.of(universe.tries.subtract(a.root, b.root));
}

/** Most sets have little to do with one another: their ends tell it, and no trie has to be gone through. */
function areSpansApart({ span: a }: PeerSet, { span: b }: PeerSet): boolean {
  return a.hi < b.lo || b.hi < a.lo;
}

/** Whether nothing is in both. */
export function arePeersApart(a: PeerSet, b: PeerSet): boolean {
  return areSpansApart(a, b) || universe.tries.intersect(a.root, b.root) === NONE;
}

/** The addresses in it. */
export function withoutTokens(set: PeerSet): PeerSet {
  return intersectPeers(set, ALL_ADDRESSES);
}

/** Whether both hold the same peers. */
export function samePeers(a: PeerSet, b: PeerSet): boolean {
  return a === b || a.root === b.root;
}

/** Whether nothing is in it. */
export function hasNoPeers(set: PeerSet): boolean {
  return set.root === NONE;
}

/** Whether all of `a` is in `b`. */
export function peersWithin(a: PeerSet, b: PeerSet): boolean {
  if (a === b) return true;
  const isAround = b.span.lo <= a.span.lo && a.span.hi <= b.span.hi;
  return isAround ? hasNoPeers(subtractPeers(a, b)) : hasNoPeers(a);
}

/** Whether every IPv4 address is in it. */
export function hasAllV4(set: PeerSet): boolean {
  // Most sets are one CIDR, and begin with bits of it.
  if (bitCount(universe.tries.run(set.root)) > 2) return false;
  return samePeers(intersectPeers(set, ALL_V4), ALL_V4);
}
