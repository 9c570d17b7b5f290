/** The built command judges a plan by facts, as users run it. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { CLI } from '../support/built.js';

const CASE = path.join(import.meta.dirname, '..', '..', 'fixtures', 'facts-rule-made-by-hand-saves');

function cli(args: readonly string[]) {
  return spawnSync(process.execPath, [CLI, ...args], { cwd: CASE, encoding: 'utf8' });
}

/** A line may break anywhere. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe('check --facts', () => {
  const plan = path.join(CASE, 'plan.json');
  const facts = path.join(CASE, 'facts.json');

  test('that show a wider rule let a plan pass that breaks without them', () => {
    expect(cli(['check', plan]).status).toBe(1);
    const { status, stdout } = cli(['check', plan, '--facts', facts]);
    expect(status).toBe(0);
    expect(oneLine(stdout)).toContain('seen, nobody knows when');
  });

  test('are dated by --facts-date, where they are not by themselves', () => {
    const dated = ['check', plan, '--facts', facts, '--facts-date', '2026-11-20T08:00:00+02:00'];
    const { status, stdout } = cli(dated);
    expect(status).toBe(0);
    expect(oneLine(stdout)).toContain('seen, 2026-11-20 06:00 UTC');
    expect(oneLine(stdout)).toContain('are of 2026-11-20 06:00 UTC, 5 days before the plan was made');
  });

  test.each([
    ['that are not there', ['--facts', 'no.json'], 'no.json does not exist'],
    ['that are a folder', ['--facts', '.'], '. is a directory'],
    ['without a name', ['--facts', ''], '--facts is empty'],
    ['that are the plan', ['--facts', plan], 'is a plan, not facts'],
    ['of a day', ['--facts-date', '2026-11-20'], '--facts-date takes an instant'],
  ])('%s are refused', (_, args, expected) => {
    const { status, stdout, stderr } = cli(['check', plan, ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^cce-plan-guard: [^\n]+\n$/);
    expect(stderr).toContain(expected);
  });
});
