/** What the built command prints, and for which plans. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { CLI } from '../support/built.js';

const FIXTURES = path.join(import.meta.dirname, '..', '..', 'fixtures');
const BROKEN = path.join(FIXTURES, 'vpc-tcp-rule-destroyed', 'plan.json');
const FINE = path.join(FIXTURES, 'vpc-no-changes', 'plan.json');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function cli(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  });
  return { status, stdout, stderr };
}

describe('the built command', () => {
  test('--quiet prints nothing, and writes what is to be written', () => {
    expect(cli(['check', BROKEN, '-q', '--report', 'json=quiet.json'])).toEqual({
      status: 1,
      stdout: '',
      stderr: '',
    });
    expect(JSON.parse(readFileSync(path.join(folder, 'quiet.json'), 'utf8'))).toMatchObject({ version: 1 });
  });

  test('colours are there when somebody asks for them, and not because a CI runs', () => {
    const colored = (args: readonly string[], env: NodeJS.ProcessEnv): boolean =>
      cli(['check', BROKEN, ...args], env).stdout.includes('\u001b[');
    expect(colored([], { CI: 'true' })).toBe(false);
    expect(colored(['--color', 'always'], {})).toBe(true);
    expect(colored([], { FORCE_COLOR: '1' })).toBe(true);
    expect(colored(['--color', 'never'], { FORCE_COLOR: '1' })).toBe(false);
  });

  test('--unchanged-since tells whether an approval still stands', () => {
    const { stdout } = cli(['check', BROKEN, '--format', 'json']);
    const { effectiveFingerprint } = JSON.parse(stdout) as { effectiveFingerprint: string };
    expect(cli(['check', BROKEN, '--unchanged-since', effectiveFingerprint]).status).toBe(0);
    expect(cli(['check', BROKEN, '--unchanged-since', '0'.repeat(32)]).status).toBe(1);
  });

  test('a folder stands for its plans, a glob in quotes for what it finds, and nothing is no pass', () => {
    for (const [name, plan] of [
      ['a', FINE],
      ['b', BROKEN],
    ] as const) {
      mkdirSync(path.join(folder, 'plans', name), { recursive: true });
      copyFileSync(plan, path.join(folder, 'plans', name, 'plan.json'));
    }
    const plansOf = (...names: readonly string[]): unknown =>
      (
        JSON.parse(cli(['check', ...names, '--format', 'json']).stdout) as {
          plans: readonly { path: string }[];
        }
      ).plans.map((plan) => plan.path);
    expect(plansOf('plans/*/plan.json', 'plans/a')).toEqual(['plans/a/plan.json', 'plans/b/plan.json']);
    expect(plansOf('plans/b')).toEqual(['plans/b/plan.json']);
    for (const name of ['plans/*.json', 'plans'])
      expect(cli(['check', name])).toEqual({
        status: 2,
        stdout: '',
        stderr: `cce-plan-guard: no plan is found at ${name}\n`,
      });
  });
});
