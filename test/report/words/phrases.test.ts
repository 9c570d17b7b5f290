import { describe, expect, test } from '@jest/globals';

import type { Action } from '../../../src/plan/document/document.js';
import { actionsPhrase, capitalised, capped, count, networkName } from '../../../src/report/words/phrases.js';
import { asSentence, joined, openText, say, toText } from '../../../src/report/words/text.js';

describe('small words', () => {
  test('count', () => {
    expect([0, 1, 2].map((n) => count(n, 'row'))).toEqual(['0 rows', '1 row', '2 rows']);
    expect([1, 2].map((n) => count(n, 'row holds', 'rows hold'))).toEqual(['1 row holds', '2 rows hold']);
  });

  test.each([
    [['a'], 2, 'a'],
    [['a', 'b', 'c'], 2, 'a, b, c'],
    [['a', 'b', 'c', 'd'], 2, 'a, b and 2 more'],
    [[], 2, ''],
  ])('capped %j at %d', (texts, limit, shown) => {
    expect(capped(texts, limit)).toBe(shown);
  });

  test('capitalised', () => {
    expect(capitalised('names do not resolve')).toBe('Names do not resolve');
    expect(capitalised('')).toBe('');
  });

  test.each<[readonly Action[], string]>([
    [['delete'], 'destroyed'],
    [['create'], 'created'],
    [['update'], 'changed'],
    [['delete', 'create'], 'replaced, the old one first'],
    [['create', 'delete'], 'replaced, the new one first'],
    [['forget'], 'forgotten, not destroyed'],
    [['no-op'], 'stays as it is'],
    [['forget', 'create'], 'forget, create'],
  ])('actions %j', (actions, phrase) => {
    expect(openText(actionsPhrase(actions))).toBe(phrase);
  });

  test('an unknown network model keeps its name', () => {
    expect(openText(networkName('underlay_ipvlan'))).toBe('network model underlay_ipvlan');
    expect(openText(networkName(undefined))).toBe('network model not known');
  });
});

describe('a text', () => {
  const name = toText('prod');

  test('is put together of words, numbers and texts', () => {
    expect(openText(say`cluster ${name}: ${2} rows`)).toBe('cluster prod: 2 rows');
    expect(openText(say`${name}`)).toBe('prod');
    expect(openText(joined([name, toText('dev')], '; '))).toBe('prod; dev');
  });

  test.each([
    ['it is so', 'it is so.'],
    ['It is so.', 'It is so.'],
    ['is it so?', 'is it so?'],
  ])('as a sentence: %j', (words, ended) => {
    expect(openText(asSentence(toText(words)))).toBe(ended);
  });

  test('cannot be read by anybody but its opener', () => {
    expect(Object.keys(name)).toEqual([]);
    expect(JSON.stringify(name)).toBe('{}');
  });
});
