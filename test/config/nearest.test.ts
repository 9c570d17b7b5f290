import { expect, test } from '@jest/globals';
import { nearest, orList } from '../../src/config/nearest.js';

const KNOWN = ['fail-on', 'severity', 'clusters', 'waivers', 'vpc-cidrs', 'network-model', 'node'];

test.each([
  ['fail-on', 'fail-on'],
  ['FAIL_ON', 'fail-on'],
  ['failon', 'fail-on'],
  ['severities', 'severity'],
  ['cluster', 'clusters'],
  ['waiver', 'waivers'],
  ['vpc_cidr', 'vpc-cidrs'],
  ['network-type', 'network-model'],
  ['nodes', 'node'],
  ['nod', 'node'],
  ['no', undefined],
  ['eni', undefined],
  ['load', undefined],
  ['', undefined],
  ['--', undefined],
  ['x'.repeat(101), undefined],
])('%j -> %s', (text, expected) => {
  expect(nearest(text, KNOWN)).toBe(expected);
});

test('of equally near ones the first', () => {
  expect(nearest('T1.9', ['T1.1', 'T1.2'])).toBe('T1.1');
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [[1, 100], '1 or 100'],
  [['a', 'b', 'c'], 'a, b or c'],
])('%j -> %s', (words, expected) => {
  expect(orList(words)).toBe(expected);
});
