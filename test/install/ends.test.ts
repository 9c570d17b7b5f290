/** The built command comes to its end. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { expect, test } from '@jest/globals';

import { CLI } from '../support/built.js';

/** Node could hang at any run that loads WebAssembly; a hang comes once in a few runs, if it comes. */
test('the built command ends, every time', () => {
  const plan = path.join(import.meta.dirname, '..', '..', 'fixtures', 'vpc-upper-case-protocol', 'plan.json');
  const ends = Array.from({ length: 12 }, () => {
    const { status } = spawnSync(process.execPath, [CLI, 'check', plan], {
      timeout: 20_000,
    });
    return status;
  });
  expect(new Set(ends).has(null)).toBe(false);
}, 300_000);
