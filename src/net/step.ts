import { spend } from '../budget.js';

/** What a call costs beside its steps. */
const CALL = 20;

/**
 * One step of a step function over the integers: the same value from `lo` to `hi`, both included.
 * A list of steps is canonical when it is sorted, disjoint, without empty values, and without two touching
 * steps of equal value. Then equal functions are equal lists.
 */
export interface ValueStep<V> {
  readonly lo: number;
  readonly hi: number;
  readonly value: V;
}

/** What a step function needs to know of its values. */
export interface Values<V> {
  readonly empty: V;
  readonly isEmpty: (value: V) => boolean;
  readonly same: (a: V, b: V) => boolean;
}

/**
 * The function that is `combine(a(x), b(x))` at each x; outside its steps a function is `values.empty`.
 * Linear in the number of steps, beside what `combine` costs.
 */
export function combineSteps<V>(
  a: readonly ValueStep<V>[],
  b: readonly ValueStep<V>[],
  combine: (a: V, b: V) => V,
  values: Values<V>,
): readonly ValueStep<V>[] {
  const result: ValueStep<V>[] = [];
  const end = { lo: Infinity, hi: Infinity, value: values.empty };
  let i = 0;
  let j = 0;
  let at = -Infinity;
  spend(CALL + a.length + b.length);
  for (;;) {
    const left = a[i] ?? end;
    const right = b[j] ?? end;
    const leftFrom = Math.max(left.lo, at);
    const rightFrom = Math.max(right.lo, at);
    const lo = Math.min(leftFrom, rightFrom);
    if (lo === Infinity) return result;
    const inLeft = leftFrom === lo;
    const inRight = rightFrom === lo;
    const hi = Math.min(inLeft ? left.hi : leftFrom - 1, inRight ? right.hi : rightFrom - 1);
    const value = combine(inLeft ? left.value : values.empty, inRight ? right.value : values.empty);
    appendStep(result, { lo, hi, value }, values);
    at = hi + 1;
    if (left.hi < at) i++;
    if (right.hi < at) j++;
  }
}

/**
 * The function that is `combine(a(x), b(x))` where both have a step, and empty elsewhere. What lies between the steps of
 * the shorter list is leapt over: a few steps held against very many cost little.
 */
export function overlapSteps<V>(
  a: readonly ValueStep<V>[],
  b: readonly ValueStep<V>[],
  combine: (a: V, b: V) => V,
  values: Values<V>,
): readonly ValueStep<V>[] {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const result: ValueStep<V>[] = [];
  let at = 0;
  let looked = 0;
  for (const step of few) {
    at = firstReaching(many, step.lo, at);
    for (let other = many[at]; other !== undefined && other.lo <= step.hi; other = many[++at]) {
      looked++;
      const value = few === a ? combine(step.value, other.value) : combine(other.value, step.value);
      appendStep(result, { lo: Math.max(step.lo, other.lo), hi: Math.min(step.hi, other.hi), value }, values);
      // It may reach into the next one, too.
      if (other.hi > step.hi) break;
    }
  }
  spend(CALL + few.length + looked);
  return result;
}

/** The index of the first step, from `from` on, that ends at `lo` or behind it. */
function firstReaching(steps: readonly ValueStep<unknown>[], lo: number, from: number): number {
  let [first, end] = [from, steps.length];
  while (first < end) {
    const middle = (first + end) >> 1;
    if ((steps[middle]?.hi ?? lo) < lo) first = middle + 1;
    else end = middle;
  }
  return first;
}

/** Appends a step that lies behind all others; an empty one is left out, an equal one that touches is joined. */
export function appendStep<V>(steps: ValueStep<V>[], step: ValueStep<V>, values: Values<V>): void {
  if (values.isEmpty(step.value)) return;
  const last = steps[steps.length - 1];
  if (last?.hi === step.lo - 1 && values.same(last.value, step.value)) {
    steps[steps.length - 1] = { lo: last.lo, hi: step.hi, value: last.value };
  } else {
    steps.push(step);
  }
}

/** Whether both functions have the same value everywhere. */
export function sameSteps<V>(
  a: readonly ValueStep<V>[],
  b: readonly ValueStep<V>[],
  same: (a: V, b: V) => boolean,
): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every(({ lo, hi, value }, i) => {
        const other = b[i];
        return other?.lo === lo && other.hi === hi && same(value, other.value);
      }))
  );
}
