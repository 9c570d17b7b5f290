import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { expect, test } from '@jest/globals';

import { keepAlive } from '../../src/edge/engine.js';

test('the work keeps its answer and its error', async () => {
  expect(await keepAlive(() => Promise.resolve(7))).toBe(7);
  await expect(keepAlive(() => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
});

/** Node could hang at any run that loads WebAssembly; a hang comes once in a few runs, if it comes. */
test('the built command ends, every time', () => {
  const root = path.join(import.meta.dirname, '..', '..');
  const plan = path.join(root, 'fixtures', 'vpc-upper-case-protocol', 'plan.json');
  const ends = Array.from({ length: 12 }, () => {
    const { status } = spawnSync(process.execPath, [path.join(root, 'dist', 'cli.js'), 'check', plan], {
      timeout: 20_000,
    });
    return status;
  });
  expect(new Set(ends).has(null)).toBe(false);
}, 300_000);
