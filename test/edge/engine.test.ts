import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';

import { afterEach, expect, test } from '@jest/globals';

import { engineFor, keepAlive } from '../../src/edge/engine.js';

afterEach(() => setFlagsFromString('--opt'));

test('the work keeps its answer and its error', async () => {
  expect(await keepAlive(() => Promise.resolve(7))).toBe(7);
  await expect(keepAlive(() => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
});

test.each([
  ['of a small plan', [500_000], false],
  ['of a large plan', [20_000_000], true],
  ['of many small plans', Array.from({ length: 100 }, () => 1_000), true],
])('compilers %s are waited for where there are any', async (_, sizes, isWaitedFor) => {
  const { settle } = engineFor(sizes.map((length) => ({ bytes: { length } })));
  const settled = settle().then(() => false);
  expect(await Promise.race([settled, setImmediate(true)])).toBe(isWaitedFor);
  await settled;
});

test('a small plan that takes long is compiled after all', async () => {
  const { look, settle } = engineFor([{ bytes: { length: 500_000 } }]);
  while (process.cpuUsage().user < 2_000_000) JSON.stringify(Array.from({ length: 10_000 }));
  look();
  const settled = settle().then(() => false);
  expect(await Promise.race([settled, setImmediate(true)])).toBe(true);
  await settled;
});
