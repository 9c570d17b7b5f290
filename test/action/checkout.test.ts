import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, jest, test } from '@jest/globals';

import type { FakeGitHub } from '../support/github/server.js';
import { manyFindings, planOf, ruleText } from '../support/action/plans.js';
import { Repository } from '../support/action/repository.js';
import { fixture, type Outcome, payload } from '../support/action/run-action.js';
import { EGRESS, egressPatch, OLD_RULE, ownWarnings, runFor, withGitHub } from '../support/action/scenes.js';

// A run waits between writes, and for a GitHub that does not answer.
jest.setTimeout(90_000);

const OPEN = 'vpc-kubelet-open-to-world';
const plan = fixture(`${EGRESS}/plan.json`);
const text = fixture(`${EGRESS}/main.tf`);

/** The pull request of the scenes as a repository: its base has the rule that lets all out, in a file of its own. */
function egressRepository(github: FakeGitHub): Repository {
  const repository = new Repository();
  const base = repository.commit({ 'infra/old.tf': `# rules\n\n${OLD_RULE.join('\n')}\n` });
  const head = repository.commit({
    'infra/old.tf': '# rules\n',
    'infra/main.tf': text,
    'infra/plan.json': plan,
  });
  Object.assign(github.world.pull, { baseSha: base, headSha: head });
  github.world.files = ['old', 'main'].map((name) => ({
    filename: `infra/${name}.tf`,
    status: 'modified',
    patch: repository.patch(base, head, `infra/${name}.tf`),
  }));
  return repository;
}

interface Placed {
  readonly findings: readonly { readonly causes: readonly object[] }[];
}

function firstCause({ report }: Outcome): object | undefined {
  return (JSON.parse(report) as Placed).findings[0]?.causes[0];
}

function annotatedFiles({ commands }: Outcome): readonly string[] {
  return [...new Set(commands.flatMap(({ properties }) => properties['file'] ?? []))];
}

describe('the base revision', () => {
  test.concurrent('tells where a deleted rule stood, when the checkout reaches back to it', () =>
    withGitHub(async (github) => {
      const checkout = egressRepository(github).folder;
      const run = await runFor(github, { isProcess: true, checkout, inputs: { plan: 'infra/plan.json' } });
      expect([run.code, ...ownWarnings(run)]).toEqual([1]);
      expect(firstCause(run)).toMatchObject({ file: 'infra/old.tf', line: 3, endLine: 7, isBase: true });
      expect(github.world.comments[0]?.body).toContain('`infra/old.tf:3`');
      expect(github.world.lineComments).toMatchObject([
        { path: 'infra/old.tf', side: 'LEFT', start_line: 3, line: 7 },
      ]);
      // Its lines are gone: an annotation there would stand on others.
      expect(annotatedFiles(run)).toEqual([]);
    }),
  );

  test('is not needed for the comment: the diff tells the deleted lines', () =>
    withGitHub(async (github) => {
      const checkout = egressRepository(github).shallow().folder;
      const run = await runFor(github, { checkout, inputs: { 'working-directory': 'infra' } });
      expect(firstCause(run)).toMatchObject({ file: null, unplaced: expect.stringContaining('fetch-depth') });
      expect(github.world.comments[0]?.body).toContain('`infra/old.tf:3`');
      const [comment] = github.world.lineComments;
      expect(comment).toMatchObject({ path: 'infra/old.tf', side: 'LEFT', start_line: 3, line: 7 });
      expect(comment?.body).not.toContain('no line');
    }));

  test('is that of the merge queue, too', () =>
    withGitHub(async (github) => {
      const checkout = egressRepository(github).folder;
      const merge = { 'merge_group.base_sha': github.world.pull.baseSha };
      const run = await runFor(github, {
        event: 'merge_group',
        payload: payload('merge_group', merge),
        checkout,
        inputs: { 'working-directory': 'infra' },
      });
      expect(firstCause(run)).toMatchObject({ file: 'infra/old.tf', line: 3, isBase: true });
    }));

  test.concurrent.each([
    ['pull_request', true],
    ['merge_group', true],
    ['pull_request_target', false],
    ['workflow_run', false],
    ['push', false],
  ])('git runs for %s: %s', (event, runs) =>
    withGitHub(async (github) => {
      const tools = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-git-'));
      const [git, calls] = [path.join(tools, 'git'), path.join(tools, 'calls')];
      writeFileSync(git, `#!/bin/sh\necho "$@" >> ${calls}\nexit 1\n`);
      chmodSync(git, 0o755);
      github.world.pull.headRepository = event === 'workflow_run' ? 'mallory/infra' : 'acme/infra';
      const name = event === 'pull_request_target' ? 'pull_request' : event;
      // Its path is that of the process: git is looked for there.
      const run = await runFor(github, {
        isProcess: true,
        event,
        payload: payload(name),
        checkout: EGRESS,
        env: { PATH: `${tools}:${process.env['PATH'] ?? ''}` },
      });
      const called = existsSync(calls) ? readFileSync(calls, 'utf8') : '';
      rmSync(tools, { recursive: true });
      expect([run.code, called.includes('rev-parse')]).toEqual([1, runs]);
    }),
  );
});

test('a merge with the base branch: comments stand on lines of the head, in the block that is meant', () =>
  withGitHub(async (github) => {
    const rules = (...names: readonly string[]): string =>
      names.map((name) => `${ruleText(name).join('\n')}\n`).join('\n');
    const lower = (all: string): string => all.replaceAll('"TCP"', '"tcp"');
    const repository = new Repository();
    const base = repository.commit({ 'main.tf': lower(rules('r0', 'r1', 'r2')) });
    repository.git('checkout', '--quiet', '-b', 'change');
    const head = repository.commit({ 'main.tf': `${lower(rules('r0', 'r1'))}\n${rules('r2')}` });
    repository.git('checkout', '--quiet', 'main');
    // One more rule, which looks like all others, in front of them.
    const main = repository.commit({ 'main.tf': lower(rules('new', 'r0', 'r1', 'r2')) });
    repository.git('merge', '--quiet', '--no-ff', 'change');
    Object.assign(github.world.pull, { baseSha: main, headSha: head });
    github.world.files = [
      { filename: 'main.tf', status: 'modified', patch: repository.patch(base, head, 'main.tf') },
    ];
    const all = manyFindings(3);
    await runFor(github, { checkout: repository.folder, files: { 'plan.json': planOf(all) } });
    // r1 stands in the merge where r2 stands in the head, and the diff does not show it.
    expect(github.world.lineComments.map(({ path: file, side, line }) => [file, side, line])).toEqual([
      ['main.tf', 'RIGHT', 19],
    ]);
    expect(github.world.lineComments[0]?.body).toContain('```suggestion\n  protocol          = "tcp"\n```');
  }));

describe('a checkout in a folder of the workspace', () => {
  const GIT = { 'src/.git/HEAD': 'ref: refs/heads/main\n' };
  const FILES = {
    ...GIT,
    'src/infra/plan.json': fixture(`${OPEN}/plan.json`),
    'src/infra/main.tf': fixture(`${OPEN}/main.tf`),
  };

  test.each<[string, Record<string, string>]>([
    ['working-directory', { 'working-directory': 'src/infra' }],
    ['the plan', { plan: 'src/infra/plan.json' }],
    ['a glob', { plan: 'src/*/plan.json' }],
  ])('is found by %s', (_, inputs) =>
    withGitHub(async (github) => {
      const run = await runFor(github, { files: FILES, inputs });
      expect(annotatedFiles(run)).toEqual(['infra/main.tf']);
    }),
  );

  test('its configuration is that of the base', () =>
    withGitHub(async (github) => {
      github.world.contents.set(`${github.world.pull.baseSha}:infra/guard.yml`, 'fail-on: warning\n');
      const run = await runFor(github, {
        files: { ...FILES, 'src/infra/guard.yml': 'fail-on: never\n' },
        inputs: { 'working-directory': 'src/infra', config: 'guard.yml' },
      });
      expect(run.code).toBe(1);
    }));

  test.each<[string, Record<string, string>, string]>([
    [
      'a submodule is part of its repository',
      { '.git/HEAD': '', 'src/.git': 'gitdir: ../.git/modules/src\n' },
      'src/',
    ],
    ['the workspace counts without any', {}, 'src/'],
    [
      'the repository of the run counts, not one that it lies in',
      {
        '.git/config': '[remote "origin"]\n\turl = https://github.com/acme/tools\n',
        'src/.git/config': '[remote "origin"]\n\turl = https://github.com/Acme/infra.git\n',
      },
      '',
    ],
    [
      'the repository of the run counts, not one that lies in it',
      {
        '.git/config': '[remote "origin"]\n\turl = git@github.com:acme/infra.git\n',
        'src/.git/config': '[remote "origin"]\n\turl = https://github.com/acme/modules\n',
      },
      'src/',
    ],
  ])('%s', (_, git, prefix) =>
    withGitHub(async (github) => {
      const { 'src/.git/HEAD': head, ...files } = { ...FILES, ...git };
      expect(head).toBeDefined();
      const run = await runFor(github, { files, inputs: { 'working-directory': 'src/infra' } });
      expect(annotatedFiles(run)).toEqual([`${prefix}infra/main.tf`]);
    }),
  );
});

describe('several plans', () => {
  const files = Object.fromEntries(
    ['a', 'b'].flatMap((name) => [
      [`infra/${name}/plan.json`, plan],
      [`infra/${name}/main.tf`, text],
    ]),
  );

  test('each has its own root module, and the next run repeats nothing', () =>
    withGitHub(async (github) => {
      github.world.files = ['a', 'b'].map((name) => ({
        filename: `infra/${name}/main.tf`,
        status: 'modified' as const,
        patch: egressPatch(),
      }));
      const step = { files, inputs: { plan: 'infra/*/plan.json' } };
      await runFor(github, step);
      // Both plans are of one cloud and make the same rules, which is said on the new lines.
      const deleted = github.world.lineComments.filter(({ side }) => side === 'LEFT');
      expect(deleted.map(({ path: file }) => file)).toEqual(['infra/a/main.tf', 'infra/b/main.tf']);
      const before = github.writes().length;
      await runFor(github, step);
      expect(github.writes()).toHaveLength(before);
    }));

  test('what goes away in one of them is struck, although the other still has it', () =>
    withGitHub(async (github) => {
      const inputs = { plan: 'infra/*/plan.json' };
      await runFor(github, { files, inputs });
      const pass = fixture('vpc-no-changes/plan.json');
      const run = await runFor(github, { files: { ...files, 'infra/b/plan.json': pass }, inputs });
      expect(run.code).toBe(1);
      expect(github.world.comments[0]?.body).toMatch(
        /Fixed\*\* in `aaaaaaa`: ~~Worker nodes lose DNS over UDP, VPC endpoints and NTP, infra\/b\/plan\.json~~/,
      );
    }));

  test('that are named twice count once', () =>
    withGitHub(async (github) => {
      const run = await runFor(github, {
        files,
        inputs: {
          plan: 'a/plan.json\n./a/plan.json\n*/plan.json\n../infra/b/plan.json',
          'working-directory': 'infra',
        },
      });
      const { plans } = JSON.parse(run.report) as { plans: { path: string }[] };
      expect(plans.map(({ path: file }) => file)).toEqual(['a/plan.json', 'b/plan.json']);
    }));
});
