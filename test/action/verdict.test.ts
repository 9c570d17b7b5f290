import { describe, expect, jest, test } from '@jest/globals';

import { FakeGitHub } from '../support/github/server.js';
import { fixture, runAction } from '../support/action/run-action.js';
import { manyFindings, planOf } from '../support/action/plans.js';

// A run waits between writes, and for a GitHub that does not answer.
jest.setTimeout(90_000);

const CRITICAL = 'vpc-egress-minima-missing';
const WARNING = 'vpc-cidr-split';

describe('the exit status is the verdict', () => {
  test('a plan that breaks nothing passes', async () => {
    const run = await runAction({ isProcess: true, event: 'push', checkout: 'vpc-no-changes' });
    expect(run.code).toBe(0);
    expect(run.outputs.get('conclusion')).toBe('pass');
    expect(run.commands.filter(({ name }) => name === 'error')).toEqual([]);
    expect(run.stderr).toBe('');
  });

  test('a critical finding fails', async () => {
    const run = await runAction({ isProcess: true, event: 'push', checkout: CRITICAL });
    expect(run.code).toBe(1);
    expect(Object.fromEntries(run.outputs)).toMatchObject({
      conclusion: 'fail',
      critical: '3',
      'review-url': '',
      sarif: '',
    });
    expect(JSON.parse(run.report)).toMatchObject({
      version: 1,
      conclusion: 'fail',
      summary: { critical: 3 },
    });
  });

  test.each([
    ['never', CRITICAL, 0],
    ['critical', WARNING, 0],
    ['warning', WARNING, 1],
  ])('fail-on %s', async (level, checkout, code) => {
    const run = await runAction({ event: 'push', checkout, inputs: { 'fail-on': level } });
    expect(run.code).toBe(code);
  });

  test('a failure without a critical finding says why in an error', async () => {
    const run = await runAction({ event: 'push', checkout: WARNING, inputs: { 'fail-on': 'warning' } });
    expect(run.commands.filter(({ name }) => name === 'error')).toHaveLength(1);
  });
});

describe('facts', () => {
  const checkout = 'facts-rule-made-by-hand-saves';

  test('are judged by, wherever the step works', async () => {
    const without = await runAction({ event: 'push', checkout });
    expect(without.code).toBe(1);
    const run = await runAction({ event: 'push', checkout, inputs: { facts: '*acts.json' } });
    expect(run.code).toBe(0);
    expect(run.report).toContain('"address": "facts.json: security_groups[0]"');
  });

  test.each([
    ['a glob that finds none', 'no-*.json', 'input facts: no file matches no-*.json'],
    ['a file that is not there', 'none.json', 'none.json does not exist'],
    ['a file of something else', 'expect.json', 'expect.json is JSON, but no answer'],
  ])('%s is no verdict', async (_, facts, expected) => {
    const run = await runAction({ event: 'push', checkout, inputs: { facts } });
    expect(run.code).toBe(2);
    expect(run.commands.map(({ message }) => message).join('\n')).toContain(expected);
  });
});

describe('whatever becomes of the token, a critical plan never passes', () => {
  test.each([
    ['missing', '', 'there is no github-token'],
    ['revoked', 'ghs_gone', 'GitHub answered 401. The job needs permissions: contents: read'],
  ])('%s: the configuration of the base cannot be read, so nothing is judged', async (_, token, why) => {
    const github = new FakeGitHub();
    await github.listen();
    const { url: apiUrl, fetch } = github;
    const run = await runAction({ checkout: CRITICAL, apiUrl, fetch, inputs: { 'github-token': token } });
    await github.stop();
    expect(run.code).toBe(2);
    expect(run.outputs.get('conclusion')).toBe('error');
    const errors = run.commands.filter(({ name }) => name === 'error');
    expect(errors.map(({ message }) => message)).toEqual([expect.stringContaining(why)]);
  });

  test.each([['read-only', 'ghs_read', true]])('%s', async (_, token, isProcess) => {
    const github = new FakeGitHub();
    await github.listen();
    github.world.tokens.set('ghs_read', { login: 'github-actions[bot]', type: 'Bot', access: 'read' });
    const run = await runAction({
      checkout: CRITICAL,
      isProcess,
      apiUrl: github.url,
      fetch: github.fetch,
      inputs: { 'github-token': token },
    });
    await github.stop();
    expect(run.code).toBe(1);
    expect(run.outputs.get('conclusion')).toBe('fail');
    expect(run.summary).toContain('T8.12');
    expect(run.commands.filter(({ name }) => name === 'error')).not.toEqual([]);
    const own = run.commands.filter(
      ({ name, properties }) => name === 'warning' && properties['title'] === 'cce-plan-guard',
    );
    expect(own).toHaveLength(1);
    expect(own[0]?.message).toContain('pull-requests: write');
    expect(github.writes().filter(({ status }) => status < 400)).toEqual([]);
    expect(github.faults).toEqual([]);
  });
});

describe('what cannot be judged exits 2, with one line', () => {
  const BROKEN: readonly [string, Record<string, string>, Record<string, string>, RegExp][] = [
    ['a binary plan', { 'plan.bin': 'PK\u0003\u0004tfplan' }, { plan: 'plan.bin' }, /terraform show -json/],
    ['no plan', {}, { plan: 'nowhere.json' }, /nowhere\.json does not exist/],
    ['a glob that finds nothing', {}, { plan: 'plans/*.json' }, /no file matches/],
    ['text that is no JSON', { 'plan.json': '{ "format_version": ' }, {}, /plan\.json/],
    ['an empty input', {}, { plan: '' }, /input plan is empty/],
    ['a level that is none', {}, { 'fail-on': 'high' }, /input fail-on must be one of critical/],
    ['a mode that is none', {}, { review: 'approve' }, /input review must be one of comment/],
    ['a switch that is none', {}, { annotations: 'maybe' }, /input annotations must be one of true, false/],
    ['a named configuration that is missing', {}, { config: 'none.yml' }, /none\.yml/],
    [
      'a configuration with a typo',
      { 'cce-plan-guard.yml': 'fail-onn: never' },
      {},
      /cce-plan-guard\.yml.*fail-on/,
    ],
  ];

  const PROCESSES = ['a binary plan', 'a configuration with a typo'];

  test.each(BROKEN)('%s', async (name, files, inputs, reason) => {
    const run = await runAction({
      isProcess: PROCESSES.includes(name),
      event: 'push',
      files: { 'plan.json': fixture('vpc-no-changes/plan.json'), ...files },
      inputs,
    });
    expect(run.code).toBe(2);
    expect(run.outputs.get('conclusion')).toBe('error');
    const errors = run.commands.filter(({ name }) => name === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toMatch(reason);
    expect(errors[0]?.message).not.toContain('\n');
  });
});

describe('plans', () => {
  test('several lines, globs and exclusions', async () => {
    const pass = fixture('vpc-no-changes/plan.json');
    const run = await runAction({
      event: 'push',
      files: {
        'infra/a/plan.json': pass,
        'infra/b/plan.json': fixture(`${CRITICAL}/plan.json`),
        'infra/c/plan.json': pass,
        'infra/d (1)/plan.json': pass,
      },
      inputs: { plan: '*/plan.json\n!b/plan.json\n\n  d (1)/plan.json', 'working-directory': 'infra' },
    });
    const { plans } = JSON.parse(run.report) as { plans: { path: string }[] };
    expect(plans.map(({ path }) => path)).toEqual(['a/plan.json', 'c/plan.json', 'd (1)/plan.json']);
    expect(run.code).toBe(0);
  });
});

describe('annotations', () => {
  test('stay within what a step may have, the worst first, and count the rest', async () => {
    const run = await runAction({
      isProcess: true,
      event: 'push',
      files: { 'plan.json': planOf(manyFindings(40)) },
    });
    const warnings = run.commands.filter(({ name }) => name === 'warning');
    expect(warnings.length).toBeLessThanOrEqual(10);
    const shown = run.commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name));
    expect(shown.at(-1)?.message).toMatch(/No room here for \d+ more warnings: see the job summary/);
    const order = shown.map(({ name }) => ['error', 'warning', 'notice'].indexOf(name));
    expect(order).toEqual([...order].sort());
  });

  test('leave room for the one warning of the Action itself', async () => {
    const github = new FakeGitHub();
    await github.listen();
    github.world.tokens.set('ghs_read', { login: 'github-actions[bot]', type: 'Bot', access: 'read' });
    const run = await runAction({
      files: { 'plan.json': planOf(manyFindings(40)) },
      apiUrl: github.url,
      fetch: github.fetch,
      inputs: { 'github-token': 'ghs_read' },
    });
    await github.stop();
    const warnings = run.commands.filter(({ name }) => name === 'warning');
    expect(warnings).toHaveLength(10);
    expect(warnings.at(-1)?.message).toContain('pull-requests: write');
  });

  test('name file, line and title, from the root of the repository', async () => {
    const run = await runAction({
      event: 'push',
      files: {
        'infra/plan.json': fixture('vpc-kubelet-open-to-world/plan.json'),
        'infra/main.tf': fixture('vpc-kubelet-open-to-world/main.tf'),
      },
      inputs: { 'working-directory': 'infra' },
    });
    expect(run.commands.find(({ properties }) => properties['file'] !== undefined)?.properties).toMatchObject(
      {
        file: 'infra/main.tf',
        line: expect.stringMatching(/^\d+$/) as unknown,
        title: expect.stringContaining('10250') as unknown,
      },
    );
  });

  test('can be switched off, as can the job summary', async () => {
    const run = await runAction({
      event: 'push',
      checkout: CRITICAL,
      inputs: { annotations: 'false', summary: 'false' },
    });
    expect(run.commands.filter(({ name }) => name === 'error')).toHaveLength(1);
    expect(run.summary).toBe('');
    expect(run.code).toBe(1);
  });
});

describe('files', () => {
  test('report and SARIF go where the step says', async () => {
    const run = await runAction({
      isProcess: true,
      event: 'push',
      checkout: CRITICAL,
      inputs: { 'report-file': 'out/report.json', 'sarif-file': 'out/deep/plan.sarif', label: 'prod' },
    });
    expect(run.outputs.get('report')).toMatch(/work\/out\/report\.json$/);
    expect(run.outputs.get('sarif')).toMatch(/work\/out\/deep\/plan\.sarif$/);
    const { version, runs } = JSON.parse(run.sarif) as { version: string; runs: { results: unknown[] }[] };
    expect(version).toBe('2.1.0');
    expect(runs[0]?.results.length).toBeGreaterThan(0);
  });

  test('that cannot be written do not change the verdict', async () => {
    const run = await runAction({
      event: 'push',
      checkout: 'vpc-no-changes',
      inputs: { 'report-file': 'main.tf/report.json' },
    });
    expect(run.code).toBe(0);
    expect(run.outputs.get('report')).toBe('');
    expect(run.commands.find(({ name }) => name === 'warning')?.message).toContain('could not be written');
  });
});

test('nothing heavy is loaded when nothing is posted', async () => {
  const without = ['vendor/github.js', 'vendor/web-tree-sitter.js'];
  const run = await runAction({ event: 'push', checkout: CRITICAL, without });
  expect([run.code, run.stderr]).toEqual([1, '']);
});
