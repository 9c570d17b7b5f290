import { describe, expect, test } from '@jest/globals';
import {
  BIGINTS,
  canonical,
  intersectSets,
  type Interval,
  type IntervalSet,
  type Line,
  NUMBERS,
  sameSets,
  subtractSets,
} from '../../src/net/interval.js';
import { deepFreeze } from '../support/oracle/regions.js';
import { type Arbitrary, fc } from '../support/laws.js';

const SIZE = 24;
const PLACES = Array.from({ length: SIZE }, (_, i) => i);

/** The oracle: membership of each of the 24 places, painted one by one. */
type Painted = readonly boolean[];

function paint(intervals: readonly Interval<number>[]): Painted {
  return PLACES.map((place) => intervals.some(({ lo, hi }) => lo <= place && place <= hi));
}

/** Any intervals over the places 0..23: overlapping, touching, repeated, in any order. */
function intervals(): Arbitrary<Interval<number>[]> {
  const place = fc.nat(SIZE - 1);
  return fc.array(
    fc.tuple(place, place).map(([a, b]) => ({ lo: Math.min(a, b), hi: Math.max(a, b) })),
    { maxLength: 8 },
  );
}

/** The same laws hold on each line; `at` says where on the line the 24 places lie. */
function laws<T extends number | bigint>(line: Line<T>, at: (place: number) => T): void {
  const lift = (list: readonly Interval<number>[]): Interval<T>[] =>
    list.map(({ lo, hi }) => ({ lo: at(lo), hi: at(hi) }));
  const make = (list: readonly Interval<number>[]): IntervalSet<T> =>
    deepFreeze(canonical(line, deepFreeze(lift(list))));
  /** The one list of intervals for a painted line, read off from left to right. */
  const readOff = (cells: Painted): IntervalSet<T> => {
    const starts = PLACES.filter((place) => cells[place] === true && cells[place - 1] !== true);
    const stops = PLACES.filter((place) => cells[place] === true && cells[place + 1] !== true);
    return lift(starts.map((lo, i) => ({ lo, hi: stops[i] ?? lo })));
  };
  const each = (check: (a: Interval<number>[], b: Interval<number>[]) => void): void =>
    fc.assert(fc.property(intervals(), intervals(), check));

  test('canonical is the one list of the painted places', () => {
    each((a) => {
      expect(make(a)).toEqual(readOff(paint(a)));
    });
  });

  test('canonical does not depend on order, splits or repeats', () => {
    const withOrder = intervals().chain((list) => {
      const singles = list.flatMap(({ lo, hi }) =>
        PLACES.slice(lo, hi + 1).map((place) => ({ lo: place, hi: place })),
      );
      const all = [...list, ...singles];
      return fc.tuple(fc.constant(list), fc.shuffledSubarray(all, { minLength: all.length }));
    });
    fc.assert(
      fc.property(withOrder, ([list, shuffled]) => {
        expect(make(shuffled)).toEqual(make(list));
      }),
    );
  });

  test('union, intersect and subtract agree with the painted places', () => {
    each((a, b) => {
      const [x, y] = [paint(a), paint(b)];
      const [p, q] = [make(a), make(b)];
      expect(canonical(line, [...p, ...q])).toEqual(readOff(x.map((in_a, i) => in_a || y[i] === true)));
      expect(intersectSets(p, q)).toEqual(readOff(x.map((in_a, i) => in_a && y[i] === true)));
      expect(subtractSets(line, p, q)).toEqual(readOff(x.map((in_a, i) => in_a && y[i] !== true)));
    });
  });

  test('union and intersect: commutative, associative, idempotent, absorbing', () => {
    fc.assert(
      fc.property(intervals(), intervals(), intervals(), (a, b, c) => {
        const [p, q, r] = [make(a), make(b), make(c)];
        const or = (x: IntervalSet<T>, y: IntervalSet<T>): IntervalSet<T> => canonical(line, [...x, ...y]);
        expect(or(p, q)).toEqual(or(q, p));
        expect(intersectSets(p, q)).toEqual(intersectSets(q, p));
        expect(or(or(p, q), r)).toEqual(or(p, or(q, r)));
        expect(intersectSets(intersectSets(p, q), r)).toEqual(intersectSets(p, intersectSets(q, r)));
        expect(or(p, p)).toEqual(p);
        expect(intersectSets(p, p)).toEqual(p);
        expect(or(p, intersectSets(p, q))).toEqual(p);
        expect(intersectSets(p, or(p, q))).toEqual(p);
      }),
    );
  });

  test('a minus b and a and b make up a', () => {
    each((a, b) => {
      const [p, q] = [make(a), make(b)];
      const [less, both] = [subtractSets(line, p, q), intersectSets(p, q)];
      expect(canonical(line, [...less, ...both])).toEqual(p);
      expect(intersectSets(less, both)).toEqual([]);
      expect(subtractSets(line, p, p)).toEqual([]);
      expect(subtractSets(line, p, [])).toEqual(p);
      expect(subtractSets(line, [], p)).toEqual([]);
    });
  });

  test('sameSets agrees with the painted places', () => {
    each((a, b) => {
      const [p, q] = [make(a), make(b)];
      expect(sameSets(p, q)).toBe(paint(a).every((in_a, i) => in_a === paint(b)[i]));
      expect(sameSets(p, make([...a].reverse()))).toBe(true);
    });
  });

  test('touching intervals become one; a gap of one keeps them apart', () => {
    expect(make([{ lo: 3, hi: 5 }, { lo: 0, hi: 2 }])).toEqual(lift([{ lo: 0, hi: 5 }])); // prettier-ignore
    expect(make([{ lo: 4, hi: 5 }, { lo: 0, hi: 2 }])).toEqual(lift([{ lo: 0, hi: 2 }, { lo: 4, hi: 5 }])); // prettier-ignore
  });

  test('one long interval cut by many, and many cut by one', () => {
    const long = make([{ lo: 0, hi: 10 }]);
    const many = make([{ lo: 0, hi: 0 }, { lo: 2, hi: 3 }, { lo: 5, hi: 5 }, { lo: 10, hi: 12 }]); // prettier-ignore
    expect(subtractSets(line, long, many)).toEqual(lift([{ lo: 1, hi: 1 }, { lo: 4, hi: 4 }, { lo: 6, hi: 9 }])); // prettier-ignore
    expect(subtractSets(line, many, long)).toEqual(lift([{ lo: 11, hi: 12 }]));
  });
}

describe('numbers', () => {
  laws(NUMBERS, (place) => place);
});

describe('numbers at the end of IPv4', () => {
  laws(NUMBERS, (place) => 2 ** 32 - SIZE + place);
});

describe('bigints', () => {
  laws(BIGINTS, (place) => BigInt(place));
});

describe('bigints at the end of IPv6', () => {
  // Above 2^53 a number would lose the difference between neighbours.
  laws(BIGINTS, (place) => 2n ** 128n - BigInt(SIZE - place));
});
