import { expect, test } from '@jest/globals';

import { isAlike } from '../../src/cluster/alike.js';
import { NO_PEERS, v4Peers } from '../../src/net/peers.js';

const one = v4Peers([{ lo: 1, hi: 1 }]);

test.each<[string, unknown, unknown, boolean]>([
  ['one value', 1, 1, true],
  ['other values', 1, '1', false],
  ['nothing and undefined', null, undefined, false],
  ['the same fields', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, true],
  ['another field', { a: 1 }, { b: 1 }, false],
  ['one field more', { a: 1 }, { a: 1, b: undefined }, false],
  ['a longer list', [1], [1, 1], false],
  ['the same sets', { peers: one }, { peers: v4Peers([{ lo: 1, hi: 1 }]) }, true],
  ['other sets', { peers: one }, { peers: NO_PEERS }, false],
  ['a set and none', { peers: one }, { peers: { key: one.key } }, false],
  ['none and a set', { peers: { key: one.key } }, { peers: one }, false],
  ['the same maps', new Map([['a', one]]), new Map([['a', one]]), true],
  ['maps with another value', new Map([['a', one]]), new Map([['a', NO_PEERS]]), false],
  ['the same members', new Set([1, 2]), new Set([1, 2]), true],
  ['other members', new Set([1, 2]), new Set([1, 3]), false],
])('%s', (_, a, b, expected) => {
  expect(isAlike(a, b)).toBe(expected);
});
