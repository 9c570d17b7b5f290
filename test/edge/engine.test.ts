import { expect, test } from '@jest/globals';

import { keepAlive } from '../../src/edge/engine.js';

test('the work keeps its answer and its error', async () => {
  expect(await keepAlive(() => Promise.resolve(7))).toBe(7);
  await expect(keepAlive(() => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
});
