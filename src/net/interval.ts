import { spend } from '../budget.js';

/** What a call costs beside its intervals. */
const CALL = 10;

/** A closed interval of integers, both ends included; `lo` is never above `hi`. */
export interface Interval<T extends number | bigint> {
  readonly lo: T;
  readonly hi: T;
}

/**
 * A set of integers as closed intervals. Canonical: sorted, disjoint and not touching,
 * so two sets are equal exactly when their lists are.
 */
export type IntervalSet<T extends number | bigint> = readonly Interval<T>[];

/** The interval of one integer. */
export function single(value: number): Interval<number> {
  return { lo: value, hi: value };
}

/** `443` or `1-21`; `text` writes one integer. */
export function intervalText({ lo, hi }: Interval<number>, text: (value: number) => string = String): string {
  return lo === hi ? text(lo) : `${text(lo)}-${text(hi)}`;
}

/** The arithmetic of one line of integers; number and bigint differ only in how they step. */
export interface Line<T extends number | bigint> {
  readonly next: (value: T) => T;
  readonly previous: (value: T) => T;
  readonly plus: (a: T, b: T) => T;
  /** Of an even one. */
  readonly half: (value: T) => T;
}

/** Integers below 2^53: protocols, ports, IPv4 addresses. */
export const NUMBERS: Line<number> = {
  next: (value) => value + 1,
  previous: (value) => value - 1,
  plus: (a, b) => a + b,
  half: (value) => value / 2,
};

/** Integers of any size: IPv6 addresses. */
export const BIGINTS: Line<bigint> = {
  next: (value) => value + 1n,
  previous: (value) => value - 1n,
  plus: (a, b) => a + b,
  half: (value) => value / 2n,
};

/** The canonical set of any intervals, in any order, overlapping or not. n log n. */
export function canonical<T extends number | bigint>(
  line: Line<T>,
  intervals: Iterable<Interval<T>>,
): IntervalSet<T> {
  const sorted = [...intervals].sort((a, b) => (a.lo < b.lo ? -1 : a.lo > b.lo ? 1 : 0));
  spend(CALL + sorted.length);
  const result: Interval<T>[] = [];
  let last: Interval<T> | undefined;
  for (const interval of sorted) {
    if (last !== undefined && interval.lo <= line.next(last.hi)) {
      if (interval.hi > last.hi) {
        last = { lo: last.lo, hi: interval.hi };
        result[result.length - 1] = last;
      }
    } else {
      last = interval;
      result.push(last);
    }
  }
  return result;
}

/** Everything that is in both. Linear in the sum of the lengths. */
export function intersectSets<T extends number | bigint>(
  a: IntervalSet<T>,
  b: IntervalSet<T>,
): IntervalSet<T> {
  if (isAround(b, a)) return a;
  if (isAround(a, b)) return b;
  spend(CALL + a.length + b.length);
  const result: Interval<T>[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) return result;
    const lo = left.lo > right.lo ? left.lo : right.lo;
    const hi = left.hi < right.hi ? left.hi : right.hi;
    if (lo <= hi) result.push({ lo, hi });
    if (left.hi < right.hi) i++;
    else j++;
  }
}

/** Whether `a` is one interval that reaches over all of `b`. */
function isAround<T extends number | bigint>(a: IntervalSet<T>, b: IntervalSet<T>): boolean {
  const [only] = a;
  const [first, last] = [b[0], b.at(-1)];
  if (first === undefined || last === undefined) return true;
  return only !== undefined && a.length === 1 && only.lo <= first.lo && only.hi >= last.hi;
}

/** Everything that is in `a` and not in `b`. Linear in the sum of the lengths. */
export function subtractSets<T extends number | bigint>(
  line: Line<T>,
  a: IntervalSet<T>,
  b: IntervalSet<T>,
): IntervalSet<T> {
  if (a.length === 0 || b.length === 0) return a;
  spend(CALL + a.length + b.length);
  const result: Interval<T>[] = [];
  let j = 0;
  for (const { lo, hi } of a) {
    let from = lo;
    let cut = b[j];
    while (cut !== undefined && cut.hi < from) cut = b[++j];
    while (cut !== undefined && cut.lo <= hi && from <= hi) {
      if (cut.lo > from) result.push({ lo: from, hi: line.previous(cut.lo) });
      from = line.next(cut.hi);
      // An interval of b that reaches past this one may also cut the next: keep it.
      if (cut.hi > hi) break;
      cut = b[++j];
    }
    if (from <= hi) result.push({ lo: from, hi });
  }
  return result;
}

/** Whether both sets hold the same integers. */
export function sameSets<T extends number | bigint>(a: IntervalSet<T>, b: IntervalSet<T>): boolean {
  return a === b || (a.length === b.length && a.every((x, i) => x.lo === b[i]?.lo && x.hi === b[i].hi));
}
