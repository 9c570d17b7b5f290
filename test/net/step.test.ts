import { describe, expect, test } from '@jest/globals';
import { combineSteps, overlapSteps, sameSteps, type Values, type ValueStep } from '../../src/net/step.js';
import { deepFreeze } from '../support/oracle/regions.js';
import { type Arbitrary, fc } from '../support/laws.js';

/** Values are bits: 0 is the empty value. */
const BITS: Values<number> = {
  empty: 0,
  isEmpty: (value) => value === 0,
  same: (a, b) => a === b,
};

/** The canonical steps of a function given as a list: the value at 0, at 1, and so on. */
function stepsOf(values: readonly number[]): ValueStep<number>[] {
  const starts = values.flatMap((value, x) => (value !== 0 && value !== values[x - 1] ? [x] : []));
  return starts.map((lo) => {
    const value = values[lo] ?? 0;
    const stop = values.findIndex((other, x) => x > lo && other !== value);
    return { lo, hi: (stop < 0 ? values.length : stop) - 1, value };
  });
}

/** A function over 0..15 with three values, so that neighbours are often equal. */
function functions(): Arbitrary<number[]> {
  return fc.array(fc.constantFrom(0, 1, 2, 3), { minLength: 16, maxLength: 16 });
}

const OPERATIONS: Readonly<Record<string, (a: number, b: number) => number>> = {
  or: (a, b) => a | b,
  and: (a, b) => a & b,
  'and not': (a, b) => a & ~b,
  'first that is there': (a, b) => (a === 0 ? b : a),
};

test('overlapSteps: what combineSteps makes where both have a step', () => {
  const told = (p: number, q: number): number => (p === 0 || q === 0 ? 0 : 4 * p + q);
  fc.assert(
    fc.property(functions(), functions(), (a, b) => {
      const [p, q] = [deepFreeze(stepsOf(a)), deepFreeze(stepsOf(b))];
      expect(overlapSteps(p, q, told, BITS)).toEqual(combineSteps(p, q, told, BITS));
    }),
  );
});

describe('combineSteps', () => {
  test.each(Object.keys(OPERATIONS))(
    '%s: the canonical steps of the function combined place by place',
    (name) => {
      const combine = OPERATIONS[name];
      if (combine === undefined) throw new Error(name);
      fc.assert(
        fc.property(functions(), functions(), (a, b) => {
          const combined = a.map((value, x) => combine(value, b[x] ?? 0));
          const [p, q] = [deepFreeze(stepsOf(a)), deepFreeze(stepsOf(b))];
          expect(combineSteps(p, q, combine, BITS)).toEqual(stepsOf(combined));
        }),
      );
    },
  );

  test('one empty side keeps the other, both empty give nothing', () => {
    const a = [{ lo: 3, hi: 5, value: 1 }];
    const or = (x: number, y: number): number => x | y;
    expect(combineSteps(a, [], or, BITS)).toEqual(a);
    expect(combineSteps([], a, or, BITS)).toEqual(a);
    expect(combineSteps([], [], or, BITS)).toEqual([]);
  });

  test('never asks for the value where both are empty', () => {
    const asked: [number, number][] = [];
    const a = [{ lo: 0, hi: 0, value: 1 }];
    const b = [{ lo: 5, hi: 5, value: 2 }];
    combineSteps(a, b, (x, y) => { asked.push([x, y]); return x | y; }, BITS); // prettier-ignore
    expect(asked).toEqual([
      [1, 0],
      [0, 2],
    ]);
  });
});

test('sameSteps is equality of the functions', () => {
  fc.assert(
    fc.property(functions(), functions(), (a, b) => {
      const isSame = a.every((value, x) => value === b[x]);
      expect(sameSteps(stepsOf(a), stepsOf(b), BITS.same)).toBe(isSame);
      expect(sameSteps(stepsOf(a), stepsOf([...a]), BITS.same)).toBe(true);
    }),
  );
});
