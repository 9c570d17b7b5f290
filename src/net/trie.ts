import { hold, spend } from '../budget.js';
import { must } from '../result.js';

/**
 * A set of bit strings of one length, as a binary trie: the strings that begin with 0, without that bit, and those that
 * begin with 1; or a run of bits with which all of them begin, and what is behind it. It is a number within its
 * {@link Tries}, and equal sets are the same number.
 */
export type Trie = number;

/** Some bits as one number: a one, and behind it these bits, the first one first. */
export type BitRun = number;

/** No bits. */
export const NO_RUN: BitRun = 1;
const ZERO: BitRun = 0b10;
const ONE: BitRun = 0b11;
/** So many bits are kept together: more do not fit into a number of 32 bits with a sign. */
const LONGEST = 30;

/** No string; of any length. */
export const NONE: Trie = 0;
/** Every string; of any length. */
export const EVERY: Trie = 1;

/** An unsigned integer as words of 32 bits, the lowest first. */
export type Words = readonly number[];

/** Numbers, for there are many to remember; 0 marks a free place of the memory. */
const UNION = 1;
const INTERSECT = 2;
const SUBTRACT = 3;
type Operation = typeof UNION | typeof INTERSECT | typeof SUBTRACT;

const FIRST_SIZE = 1 << 12;
/** What is remembered beyond costs more memory than it saves time. */
const MOST_REMEMBERED = 1 << 22;
/** Odd numbers without a pattern in their bits (of the golden ratio, and two more): they spread what is hashed. */
const SPREAD = [0x9e3779b1, 0x85ebca77, 0x27d4eb2f] as const;

/**
 * Tries that share all their equal parts, so that what is worked out for one part is known wherever it comes again:
 * sets that differ in one CIDR differ in one path. Nothing is ever taken out.
 *
 * Tries are columns of numbers: as objects they would cost five times the memory.
 */
export class Tries {
  /** 0 and 1 are taken; they are their own halves. Where a run begins, the first column has what is behind it, and the second one the run, below zero. */
  #size = 2;
  #zeros = new Int32Array(FIRST_SIZE).fill(1, 1, 2);
  #ones = new Int32Array(FIRST_SIZE).fill(1, 1, 2);
  /** Hash table of all tries by their halves, at most half full. */
  #index = new Int32Array(2 * FIRST_SIZE);
  /** What was worked out last for a pair; one pair a place, and a newer one takes it. */
  #memory = new PairMemory(FIRST_SIZE);
  #visits = 0;

  /** How many there are. */
  get size(): number {
    return this.#size;
  }

  /** The strings that begin with 0, without it. */
  zero(trie: Trie): Trie {
    const run = this.run(trie);
    if (run === NO_RUN) return this.#zeros[trie] ?? NONE;
    return firstBits(run, 1) === ZERO ? this.#without(1, trie) : NONE;
  }

  /** The strings that begin with 1, without it. */
  one(trie: Trie): Trie {
    const run = this.run(trie);
    if (run === NO_RUN) return this.#ones[trie] ?? NONE;
    return firstBits(run, 1) === ONE ? this.#without(1, trie) : NONE;
  }

  /** The bits that are kept together with which all its strings begin. */
  run(trie: Trie): BitRun {
    const own = this.#ones[trie] ?? NONE;
    return own < 0 ? -own : NO_RUN;
  }

  /** What is behind its run. */
  behind(trie: Trie): Trie {
    return this.#zeros[trie] ?? NONE;
  }

  /** A trie without the first bits of its run. */
  #without(bits: number, trie: Trie): Trie {
    const run = this.run(trie);
    const left = bitCount(run) - bits;
    return left === 0 ? this.behind(trie) : this.#made(this.behind(trie), -lastBits(run, left));
  }

  /** The strings of a trie, all of them behind these bits. Runs are as long as they can be, from the end on: so equal sets are equal. */
  #led(bits: BitRun, trie: Trie): Trie {
    if (trie === NONE) return NONE;
    let [led, left] = [trie, bits];
    while (left !== NO_RUN) {
      const own = this.run(led);
      const isFull = bitCount(own) === LONGEST;
      const [run, behind] = own === NO_RUN || isFull ? [NO_RUN, led] : [own, this.behind(led)];
      const taken = Math.min(bitCount(left), LONGEST - bitCount(run));
      led = this.#made(behind, -both(lastBits(left, taken), run));
      left >>>= taken;
    }
    return led;
  }

  /** The trie of these halves. */
  join(zero: Trie, one: Trie): Trie {
    if (one === NONE) return this.#led(ZERO, zero);
    if (zero === NONE) return this.#led(ONE, one);
    return zero === EVERY && one === EVERY ? EVERY : this.#made(zero, one);
  }

  /** The trie of these columns. */
  #made(zero: Trie, one: Trie): Trie {
    const mask = this.#index.length - 1;
    let place = hash(zero, one, 0) & mask;
    for (;;) {
      const found = this.#index[place] ?? 0;
      if (found === 0) break;
      if (this.#zeros[found] === zero && this.#ones[found] === one) return found;
      place = (place + 1) & mask;
    }
    if (this.#size === this.#zeros.length) this.#grow();
    const made = this.#size++;
    this.#zeros[made] = zero;
    this.#ones[made] = one;
    this.#enter(made);
    return made;
  }

  #enter(trie: Trie): void {
    const mask = this.#index.length - 1;
    let place = hash(this.#zeros[trie] ?? NONE, this.#ones[trie] ?? NONE, 0) & mask;
    while (this.#index[place] !== 0) place = (place + 1) & mask;
    this.#index[place] = trie;
  }

  #grow(): void {
    // Asked first: where the budget ends, all stays as it is.
    hold(this.#size);
    this.#zeros = doubled(this.#zeros);
    this.#ones = doubled(this.#ones);
    this.#index = new Int32Array(2 * this.#index.length);
    for (let trie = 2; trie < this.#size; trie++) this.#enter(trie);
    if (this.#zeros.length <= MOST_REMEMBERED) this.#memory = new PairMemory(this.#zeros.length);
  }

  /** The first bits of its least string, or of its greatest one, as an integer; of a trie that is not {@link NONE}. */
  edge(which: 'least' | 'greatest', trie: Trie, width: number): number {
    let value = 0;
    let left = width;
    let at = trie;
    while (left > 0 && at !== EVERY) {
      const run = this.run(at);
      const taken = Math.min(left, Math.max(1, bitCount(run)));
      const own = which === 'least' ? 0 : 1;
      value = value * 2 ** taken + (run === NO_RUN ? own : firstBits(run, taken) - 2 ** taken);
      at = run !== NO_RUN || which === 'least' ? this.behind(at) : this.one(at);
      left -= taken;
    }
    return which === 'least' ? value * 2 ** left : (value + 1) * 2 ** left - 1;
  }

  /** Every string that is in `a` or in `b`. */
  union(a: Trie, b: Trie): Trie {
    return this.#counted(UNION, a, b);
  }

  /** Every string that is in both. */
  intersect(a: Trie, b: Trie): Trie {
    return this.#counted(INTERSECT, a, b);
  }

  /** Every string that is in `a` and not in `b`. */
  subtract(a: Trie, b: Trie): Trie {
    return this.#counted(SUBTRACT, a, b);
  }

  #counted(operation: Operation, a: Trie, b: Trie): Trie {
    this.#visits = 1;
    const result = this.#combine(operation, a, b);
    spend(this.#visits);
    return result;
  }

  #combine(operation: Operation, a: Trie, b: Trie): Trie {
    const plain = plainly(operation, a, b);
    if (plain >= 0) return plain;
    const isSwapped = operation !== SUBTRACT && a > b;
    const p = isSwapped ? b : a;
    const q = isSwapped ? a : b;
    const known = this.#memory.get(operation, p, q);
    if (known >= 0) return known;
    this.#visits++;
    const result = this.#combineParts(operation, p, q);
    this.#memory.set(operation, p, q, result);
    return result;
  }

  #combineParts(operation: Operation, p: Trie, q: Trie): Trie {
    const shared = sharedBits(this.run(p), this.run(q));
    if (shared > 0) {
      const rest = this.#combine(operation, this.#without(shared, p), this.#without(shared, q));
      return this.#led(firstBits(this.run(p), shared), rest);
    }
    const zero = this.#combine(operation, this.zero(p), this.zero(q));
    const one = this.#combine(operation, this.one(p), this.one(q));
    return this.join(zero, one);
  }

  /** The integers from `lo` to `hi`, both included and of `width` bits. */
  range(lo: Words, hi: Words, width: number): Trie {
    let fork = width - 1;
    while (fork >= 0 && bit(lo, fork) === bit(hi, fork)) fork--;
    let [from, to]: [Trie, Trie] = [EVERY, EVERY];
    for (let i = 0; i < fork; i++) {
      from = bit(lo, i) === 1 ? this.join(NONE, from) : this.join(from, EVERY);
      to = bit(hi, i) === 1 ? this.join(EVERY, to) : this.join(to, NONE);
    }
    let trie = fork < 0 ? EVERY : this.join(from, to);
    for (let i = fork + 1; i < width; i += LONGEST) {
      trie = this.#led(bitsOf(lo, i, Math.min(i + LONGEST, width)), trie);
    }
    return trie;
  }
}

/** How many bits it has. */
export function bitCount(run: BitRun): number {
  return 31 - Math.clz32(run);
}

function firstBits(run: BitRun, count: number): BitRun {
  return run >>> (bitCount(run) - count);
}

function lastBits(run: BitRun, count: number): BitRun {
  return (1 << count) | (run & ((1 << count) - 1));
}

/** The bits of the first, and those of the second behind them. */
function both(first: BitRun, second: BitRun): BitRun {
  const length = bitCount(second);
  return (first << length) | (second & ((1 << length) - 1));
}

/** With how many equal bits both begin. */
function sharedBits(a: BitRun, b: BitRun): number {
  const count = Math.min(bitCount(a), bitCount(b));
  return Math.clz32(firstBits(a, count) ^ firstBits(b, count)) - (32 - count);
}

/** The bits of a number from the one above `from` to `from`, the highest first. */
function bitsOf(words: Words, from: number, above: number): BitRun {
  let run = NO_RUN;
  for (let i = above - 1; i >= from; i--) run = (run << 1) | bit(words, i);
  return run;
}

/** In the place of a trie: not known without more work. */
const OPEN = -1;

/** What needs no look at the halves; else {@link OPEN}. */
function plainly(operation: Operation, a: Trie, b: Trie): Trie {
  switch (operation) {
    case UNION:
      if (a === EVERY || b === EVERY) return EVERY;
      if (a === NONE || a === b) return b;
      return b === NONE ? a : OPEN;
    case INTERSECT:
      if (a === NONE || b === NONE) return NONE;
      if (a === EVERY || a === b) return b;
      return b === EVERY ? a : OPEN;
    case SUBTRACT:
      if (a === NONE || b === EVERY || a === b) return NONE;
      return b === NONE ? a : OPEN;
  }
}

/** Results by operation and pair, one a place: to forget one costs time, and nothing else. */
class PairMemory {
  readonly #mask: number;
  readonly #codes: Uint8Array;
  readonly #entries: Int32Array;

  constructor(places: number) {
    this.#mask = places - 1;
    this.#codes = new Uint8Array(places);
    this.#entries = new Int32Array(3 * places);
  }

  /** The result, or {@link OPEN}. */
  get(code: Operation, a: Trie, b: Trie): Trie {
    const place = hash(a, b, code) & this.#mask;
    const at = 3 * place;
    const isIt = this.#codes[place] === code && this.#entries[at] === a && this.#entries[at + 1] === b;
    return isIt ? (this.#entries[at + 2] ?? OPEN) : OPEN;
  }

  set(code: Operation, a: Trie, b: Trie, result: Trie): void {
    const place = hash(a, b, code) & this.#mask;
    this.#codes[place] = code;
    this.#entries[3 * place] = a;
    this.#entries[3 * place + 1] = b;
    this.#entries[3 * place + 2] = result;
  }
}

/** One integer of 32 bits for three; their order counts. */
export function hash(a: number, b: number, c: number): number {
  const mixed = Math.imul(a, SPREAD[0]) ^ Math.imul(b, SPREAD[1]) ^ Math.imul(c, SPREAD[2]);
  return mixed ^ (mixed >>> 15);
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(2 * column.length);
  twice.set(column);
  return twice;
}

function bit(words: Words, i: number): number {
  return (must(words[i >> 5], 'a number has as many bits as it is asked for') >>> (i & 31)) & 1;
}
