/** The step in process: all of the world that it sees is handed in. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

import type { Fetch } from '../../../src/github/api/octokit.js';
import type { Toolkit } from '../../../src/github/step/log.js';
import { runStep } from '../../../src/github/step/step.js';
import { DEFAULTS, fixture, payload } from '../../support/action/run-action.js';
import { EGRESS, withGitHub } from '../../support/action/scenes.js';
import { FakeGitHub } from '../../support/github/server.js';

const home = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-step-'));
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

function toolkit() {
  const outputs = new Map<string, unknown>();
  const said: string[] = [];
  const say = (text: string | Error): number => said.push(String(text));
  const kit: Toolkit = {
    getInput: (name) => DEFAULTS[name] ?? '',
    setSecret: () => undefined,
    setOutput: (name, value) => outputs.set(name, value),
    info: say,
    notice: say,
    warning: say,
    error: say,
  };
  return { kit, outputs, said };
}

function run(get: Fetch, { kit }: ReturnType<typeof toolkit>) {
  const event = path.join(home, 'event.json');
  writeFileSync(event, JSON.stringify(payload('pull_request')));
  for (const name of ['plan.json', 'main.tf'])
    writeFileSync(path.join(home, name), fixture(`${EGRESS}/${name}`));
  return runStep({
    env: {
      GITHUB_WORKSPACE: home,
      GITHUB_REPOSITORY: 'acme/infra',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      GITHUB_API_URL: 'http://127.0.0.1:9',
      RUNNER_TEMP: home,
    },
    folder: '/',
    id: 'one',
    toolkit: kit,
    now: new Date('2026-11-25T10:00:00Z'),
    prepareEngine: () => ({ look: () => undefined, settle: () => Promise.resolve() }),
    transport: {
      requestMs: 5000,
      totalMs: 20_000,
      secondMs: 1,
      fetch: get,
    },
  });
}

test('two runs in one process: the second finds what the first one wrote, and sees nothing else of it', () =>
  withGitHub(async (github) => {
    await github.listen();
    const first = toolkit();
    expect(await run(github.fetch, first)).toBe(1);
    expect(Object.fromEntries(first.outputs)).toMatchObject({
      conclusion: 'fail',
      critical: '3',
      report: path.join(home, 'cce-plan-guard-one.json'),
    });
    expect(first.outputs.get('review-url')).toContain('#pullrequestreview-');
    const before = github.writes().length;
    expect(before).toBe(2);
    const second = toolkit();
    expect(await run(github.fetch, second)).toBe(1);
    expect(github.writes()).toHaveLength(before);
    expect(second.said).toEqual(first.said);
    expect(process.exitCode ?? 0).toBe(0);
    expect(readFileSync(path.join(home, 'cce-plan-guard-one.json'), 'utf8')).toContain(
      '"conclusion": "fail"',
    );
  }));

test('a bug of ours is exit 2 and one line that shows nothing but its kind', async () => {
  const { kit, outputs, said } = toolkit();
  const broken = {
    ...kit,
    info: () => {
      throw new TypeError('secret of the plan');
    },
  };
  const github = new FakeGitHub();
  expect(await run(github.fetch, { kit: broken, outputs, said })).toBe(2);
  expect(outputs.get('conclusion')).toBe('error');
  expect(said.at(-1)).toMatch(/^cce-plan-guard: stopped on an internal error \(TypeError\)\. [^\n]*$/);
});
