import { describe, expect, test } from '@jest/globals';
import { OutOfBudget, UNBOUNDED, within } from '../../src/budget.js';
import { EVERY, NONE, type Trie, Tries, type Words } from '../../src/net/trie.js';
import { fc } from '../support/laws.js';

const WIDTH = 6;
const ALL = Array.from({ length: 2 ** WIDTH }, (_, value) => value);

/** The numbers in a trie, by walking down for each. */
function numbersIn(tries: Tries, trie: Trie): readonly number[] {
  const has = (value: number): boolean => {
    let at = trie;
    for (let i = WIDTH - 1; i >= 0; i--) at = (value >> i) % 2 === 0 ? tries.zero(at) : tries.one(at);
    return at === EVERY;
  };
  return ALL.filter(has);
}

const sets = fc.uniqueArray(fc.nat(2 ** WIDTH - 1));

describe('tries are sets of numbers', () => {
  test('a range has what lies between its ends', () => {
    const tries = new Tries();
    fc.assert(
      fc.property(fc.nat(2 ** WIDTH - 1), fc.nat(2 ** WIDTH - 1), (a, b) => {
        const [lo, hi] = [Math.min(a, b), Math.max(a, b)];
        const between = ALL.filter((value) => lo <= value && value <= hi);
        expect(numbersIn(tries, tries.range([lo], [hi], WIDTH))).toEqual(between);
      }),
    );
    expect(tries.range([0], [2 ** WIDTH - 1], WIDTH)).toBe(EVERY);
  });

  test('union, intersect and subtract, and equal sets are the same number', () => {
    const tries = new Tries();
    const trieOf = (values: readonly number[]): Trie =>
      values.reduce((all, value) => tries.union(all, tries.range([value], [value], WIDTH)), NONE);
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const [p, q] = [trieOf(a), trieOf(b)];
        expect(numbersIn(tries, p)).toEqual([...a].sort((x, y) => x - y));
        expect(tries.union(p, q)).toBe(trieOf([...b, ...a]));
        expect(tries.intersect(p, q)).toBe(trieOf(a.filter((value) => b.includes(value))));
        expect(tries.subtract(p, q)).toBe(trieOf(a.filter((value) => !b.includes(value))));
      }),
    );
  });

  test('the first bits of the least and of the greatest number', () => {
    const tries = new Tries();
    const some = fc.uniqueArray(fc.nat(2 ** WIDTH - 1), { minLength: 1 });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: WIDTH }), (values, width) => {
        const trie = values.reduce(
          (all, value) => tries.union(all, tries.range([value], [value], WIDTH)),
          NONE,
        );
        expect(tries.edge('least', trie, width)).toBe(Math.min(...values) >> (WIDTH - width));
        expect(tries.edge('greatest', trie, width)).toBe(Math.max(...values) >> (WIDTH - width));
      }),
    );
  });

  test('numbers of more than 32 bits', () => {
    const tries = new Tries();
    const [low, high] = [tries.range([5, 0], [5, 0], 64), tries.range([5, 1], [5, 1], 64)];
    expect(tries.intersect(low, high)).toBe(NONE);
    const both = tries.range([5, 0], [5, 1], 64);
    expect(tries.subtract(both, high)).toBe(tries.range([5, 0], [4, 1], 64));
  });

  test('long numbers that share their first bits, or have other ones, are as many sets', () => {
    const tries = new Tries();
    const word = fc.constantFrom(0, 1, 2, 2 ** 15, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1);
    const numbers = fc.uniqueArray(fc.tuple(word, word, word), { selector: String, maxLength: 12 });
    const trieOf = (values: readonly Words[]): Trie =>
      values.reduce((all, value) => tries.union(all, tries.range(value, value, 96)), NONE);
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const [p, q] = [trieOf(a), trieOf(b)];
        const isIn = (some: readonly Words[]) => (value: Words) =>
          some.some((one) => String(one) === String(value));
        expect(tries.union(p, q)).toBe(trieOf([...b, ...a].reverse()));
        expect(tries.intersect(p, q)).toBe(trieOf(a.filter(isIn(b))));
        expect(tries.subtract(p, q)).toBe(trieOf(a.filter((value) => !isIn(b)(value))));
        expect(tries.join(tries.zero(p), tries.one(p))).toBe(p);
      }),
    );
  });

  test('where a budget ends while they grow, they are as they were', () => {
    const tries = new Tries();
    const point = (i: number): Trie => tries.range([i * 1_234_567], [i * 1_234_567], 32);
    const none = { ...UNBOUNDED, hold: () => { throw new OutOfBudget('work', 'rules'); } }; // prettier-ignore
    expect(() => within(none, 'rules', () => Array.from({ length: 3000 }, (_, i) => point(i)))).toThrow();
    const points = Array.from({ length: 3000 }, (_, i) => point(i));
    const evens = points.filter((_, i) => i % 2 === 0).reduce((all, one) => tries.union(all, one), NONE);
    const has = (trie: Trie, one: Trie): boolean => tries.intersect(trie, one) === one;
    expect(points.map((one) => has(evens, one))).toEqual(points.map((_, i) => i % 2 === 0));
  });

  test('many of them: the columns, the index and the memory grow, and all stays as it was', () => {
    const tries = new Tries();
    const points = Array.from({ length: 3000 }, (_, i) => tries.range([i * 1_234_567], [i * 1_234_567], 32));
    const evens = points.filter((_, i) => i % 2 === 0);
    const unionOf = (some: readonly Trie[]): Trie => some.reduce((all, one) => tries.union(all, one), NONE);
    const all = unionOf(points);
    expect(tries.size).toBeGreaterThan(3000 * 5);
    expect(unionOf([...points].reverse())).toBe(all);
    const odds = tries.subtract(all, unionOf(evens));
    expect(odds).toBe(unionOf(points.filter((_, i) => i % 2 === 1)));
  });
});
