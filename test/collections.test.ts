import { describe, expect, test } from '@jest/globals';
import {
  compare,
  distinct,
  firstOfEach,
  groupBy,
  keptOf,
  memo,
  onlyOne,
  overlaid,
  sameAs,
} from '../src/collections.js';

const words = ['pear', 'fig', 'plum', 'date', 'fig'];

describe('lists by key', () => {
  test('groupBy keeps the order of things and of keys', () => {
    expect([...groupBy(words, (word) => word.length)]).toEqual([
      [4, ['pear', 'plum', 'date']],
      [3, ['fig', 'fig']],
    ]);
    expect([...groupBy([], String)]).toEqual([]);
  });

  test('distinct and firstOfEach keep the first', () => {
    expect(distinct(words)).toEqual(['pear', 'fig', 'plum', 'date']);
    expect(firstOfEach(words, (word) => word.length)).toEqual(['pear', 'fig']);
  });

  test('onlyOne is undefined for none and for several', () => {
    expect(onlyOne(['fig', 'fig'])).toBe('fig');
    expect(onlyOne(words)).toBeUndefined();
    expect(onlyOne<string>([])).toBeUndefined();
  });
});

test('keptOf gives the list itself where nothing is left out', () => {
  expect(keptOf(words, (word) => word.length > 2)).toBe(words);
  expect(keptOf(words, (word) => word.length > 3)).toEqual(['pear', 'plum', 'date']);
});

test('sameAs gives the other list where it holds the same', () => {
  const other = [...words];
  expect(sameAs(other, words)).toBe(other);
  expect(sameAs(other.slice(1), words)).toBe(words);
  expect(sameAs(other.toReversed(), words)).toBe(words);
});

test('overlaid is what a copy of both maps is', () => {
  const [lower, upper] = [
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
    new Map([
      ['c', 3],
      ['a', 4],
    ]),
  ];
  const copy = new Map([...lower, ...upper]);
  const over = overlaid(lower, upper);
  expect([...over]).toEqual([...copy]);
  for (const key of ['a', 'b', 'c', 'd']) {
    expect([over.has(key), over.get(key)]).toEqual([copy.has(key), copy.get(key)]);
  }
});

test('compare sorts texts by code units and numbers by size', () => {
  expect(['b', 'a', 'B', 'ä', ''].sort(compare)).toEqual(['', 'B', 'a', 'b', 'ä']);
  expect([10, 9, 9].sort(compare)).toEqual([9, 9, 10]);
  expect(compare('a', 'a')).toBe(0);
});

test('memo works out each key once, an undefined value too', () => {
  const asked: string[] = [];
  const read = memo((key: string): number | undefined => {
    asked.push(key);
    return key === 'none' ? undefined : key.length;
  });
  expect(['fig', 'none', 'fig', 'none'].map(read)).toEqual([3, undefined, 3, undefined]);
  expect(asked).toEqual(['fig', 'none']);
});
