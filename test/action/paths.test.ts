/** Files of a step that lead out of the workspace, or stand for another one. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, jest, test } from '@jest/globals';

import { fixture, type Outcome, payload, runAction, type Step } from '../support/action/run-action.js';
import { EGRESS, ownWarnings, PASS } from '../support/action/scenes.js';

jest.setTimeout(90_000);

const PLAN = fixture(`${EGRESS}/plan.json`);
const outside = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-outside-'));
afterAll(() => {
  rmSync(outside, { recursive: true, force: true });
});

function outsideFile(name: string, text: string): string {
  const file = path.join(outside, name);
  writeFileSync(file, text);
  return file;
}

const GOOD = outsideFile('good.json', PASS['plan.json']);
const CONFIG = outsideFile('guard.yml', 'SECRET_OF_THE_MACHINE: 1\n');

function runPush(step: Step): Promise<Outcome> {
  return runAction({ event: 'push', payload: payload('push'), ...step });
}

function judged({ report }: Outcome): readonly string[] {
  return (JSON.parse(report) as { plans: { path: string }[] }).plans.map((plan) => plan.path);
}

function errorOf(run: Outcome): string {
  expect([run.code, run.outputs.get('conclusion')]).toEqual([2, 'error']);
  return run.commands
    .filter(({ name }) => name === 'error')
    .map(({ message }) => message)
    .join();
}

const OUT = /leads out of the workspace and of the runner’s temporary folder/;

describe('plans and facts', () => {
  const files = { 'plan.json': PLAN, 'a/plan.json': PASS['plan.json'], 'main.tf': '' };

  test('of a glob are each judged once, whatever links lead to them', async () => {
    const links = { self: '.', root: '/', b: 'a', 'again.json': 'plan.json' };
    const run = await runPush({ files, links, inputs: { plan: '**/*.json' } });
    expect([run.code, judged(run)]).toEqual([1, ['a/plan.json', 'again.json']]);
    expect(run.seconds).toBeLessThan(10);
  });

  test('named twice are judged once', async () => {
    const links = { 'again.json': 'plan.json' };
    const run = await runPush({ files, links, inputs: { plan: 'again.json\n./plan.json\nplan.json' } });
    expect(judged(run)).toEqual(['again.json']);
  });

  test.each([
    ['a plan by its name', 'plan', 'link.json'],
    ['a plan by a glob', 'plan', '*.json'],
    ['a plan in a folder', 'plan', 'folder/good.json'],
    ['a plan by a glob in a folder', 'plan', 'folder/*.json'],
    ['facts by their name', 'facts', 'link.json'],
    ['facts that are named elsewhere', 'facts', GOOD],
    ['a glob that starts elsewhere', 'plan', `${outside}/*.json`],
  ])('%s may not lead out', async (_, input, name) => {
    const links = { 'link.json': GOOD, folder: outside };
    expect(errorOf(await runPush({ files, links, inputs: { [input]: name } }))).toMatch(OUT);
  });

  test('a plan that the workflow itself names elsewhere is read', async () => {
    expect((await runPush({ files, inputs: { plan: GOOD } })).code).toBe(0);
  });

  test('a working directory may not lead out by a link', async () => {
    const run = await runPush({
      files,
      links: { infra: outside },
      inputs: { 'working-directory': 'infra', plan: 'good.json' },
    });
    expect(errorOf(run)).toContain('working-directory leads out');
  });

  test('a plan or a configuration without an end is not waited for', async () => {
    const plan = await runPush({ files: { 'main.tf': '' }, links: { 'plan.json': '/dev/zero' } });
    expect(errorOf(plan)).toMatch(OUT);
    const named = await runPush({ files, inputs: { plan: '/dev/zero' } });
    expect(errorOf(named)).toContain('is a pipe or a device');
    const config = await runPush({ files, links: { 'cce-plan-guard.yml': '/dev/zero' } });
    expect(errorOf(config)).toMatch(OUT);
  });
});

describe('the configuration', () => {
  test.each<[string, Step]>([
    ['found', { links: { 'cce-plan-guard.yml': CONFIG } }],
    ['named', { links: { 'own.yml': CONFIG }, inputs: { config: 'own.yml' } }],
    ['named elsewhere', { inputs: { config: CONFIG } }],
  ])('%s may not lead out, and nothing of it is told', async (_, step) => {
    const run = await runPush({ files: PASS, ...step });
    expect(errorOf(run)).toMatch(OUT);
    expect(run.stdout).not.toContain('SECRET');
  });

  test('that is a link to nothing is not absent', async () => {
    const run = await runPush({ files: PASS, links: { 'cce-plan-guard.yml': 'nowhere.yml' } });
    expect(run.code).toBe(2);
  });

  test('in the temporary folder of the runner is read', async () => {
    const config = outsideFile('lax.yml', 'fail-on: never\n');
    const files = { 'plan.json': PLAN };
    const run = await runPush({ files, inputs: { config }, env: { RUNNER_TEMP: outside } });
    expect(run.code).toBe(0);
  });
});

describe('report and SARIF file', () => {
  const files = { 'plan.json': PLAN, 'cce-plan-guard.yml': 'fail-on: critical\n', 'main.tf': '' };

  test.each([
    ['a link', 'link', 'is a link, which is not followed'],
    ['in a folder that leads out', 'folder/new.json', 'leads out of the workspace'],
    ['elsewhere', path.join(outside, 'new.json'), 'leads out of the workspace'],
    ['the plan', 'plan.json', 'is a file that this run reads'],
    ['the configuration by another name', 'self/cce-plan-guard.yml', 'is a file that this run reads'],
    ['a folder', '.', 'is a directory'],
  ])('%s is refused, and the verdict stands', async (_, name, why) => {
    const victim = outsideFile('victim', 'keep');
    const links = { link: victim, folder: outside, self: '.' };
    for (const input of ['report-file', 'sarif-file']) {
      const run = await runPush({ files, links, inputs: { [input]: name } });
      expect([run.code, ...ownWarnings(run)]).toEqual([1, expect.stringContaining(why)]);
      expect(run.outputs.get(input === 'report-file' ? 'report' : 'sarif')).toBe('');
      expect(readFileSync(victim, 'utf8')).toBe('keep');
    }
  });

  test('one name for both is refused for the second', async () => {
    const inputs = { 'report-file': 'out/both.json', 'sarif-file': 'out/both.json' };
    const run = await runPush({ files, inputs });
    expect(ownWarnings(run)).toEqual([expect.stringContaining('reads or has written')]);
    expect(run.report).toContain('"conclusion": "fail"');
  });

  test('are written where they are named, folders included', async () => {
    const inputs = { 'report-file': 'out/report.json', 'sarif-file': 'out/guard.sarif' };
    const run = await runPush({ files, inputs });
    expect(ownWarnings(run)).toEqual([]);
    expect([run.report, run.sarif].every((text) => text.startsWith('{'))).toBe(true);
  });
});
