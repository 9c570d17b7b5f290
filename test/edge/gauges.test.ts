/** The heap: a run that asks for too much ends with its own line before the engine ends it without one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, test } from '@jest/globals';

import { gaugesFrom } from '../../src/edge/gauges.js';
import { CLI } from '../support/built.js';
import { hostile } from '../support/plans/hostile.js';

test('memory is low when more came into use than may, in the heap or beside it', () => {
  expect(gaugesFrom(-1e12).isMemoryLow()).toBe(true);
  const gauges = gaugesFrom(5e8);
  expect(gauges.isMemoryLow()).toBe(false);
  const beside = new ArrayBuffer(1e9);
  expect(gauges.isMemoryLow()).toBe(true);
  expect(beside.byteLength).toBe(1e9);
});

test('in a small heap a plan that takes more is exit 2 and one line', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-'));
  try {
    writeFileSync(path.join(folder, 'plan.json'), JSON.stringify(hostile('cross', 20_000)));
    const { status, signal, stdout, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=40', CLI, 'check', 'plan.json'],
      { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] } },
    );
    expect({ status, signal, stdout }).toEqual({ status: 2, signal: null, stdout: '' });
    expect(stderr).toMatch(/^cce-plan-guard: could not judge within the memory that Node has [^\n]*\n$/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
