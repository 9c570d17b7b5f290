import { symlinkSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, jest, test } from '@jest/globals';

import type { FakeGitHub, Trouble } from '../support/github/server.js';
import { fixture, payload, type Step } from '../support/action/run-action.js';
import { EGRESS, egressPatch, ownWarnings, PASS, runFor, withGitHub } from '../support/action/scenes.js';
import { Repository } from '../support/action/repository.js';

// A run waits between writes, and for a GitHub that does not answer.
jest.setTimeout(90_000);

const REVIEW = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
const COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
const CONTENTS = 'GET /repos/{owner}/{repo}/contents';
const PULL = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
const LINE = 'Pull request review thread line must be part of the diff';
const SECONDARY = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

const EGRESS_FILES = { 'plan.json': fixture(`${EGRESS}/plan.json`) };

const PROCESS = { isProcess: true } as const;

/** A run in trouble fails by its plan all the same, and says what it could not do in at most one warning. */
async function runIn(github: FakeGitHub, ...troubles: Trouble[]): Promise<readonly string[]> {
  return runStepIn(github, {}, ...troubles);
}

async function runStepIn(github: FakeGitHub, step: Step, ...troubles: Trouble[]): Promise<readonly string[]> {
  github.troubles.push(...troubles);
  const run = await runFor(github, step);
  expect(run.code).toBe(1);
  expect(run.outputs.get('critical')).toBe('3');
  expect(run.summary).toContain('T8.12');
  expect(run.commands.filter(({ name }) => name === 'error')).toHaveLength(1);
  const warnings = ownWarnings(run);
  expect(warnings.length).toBeLessThanOrEqual(1);
  for (const warning of warnings) expect(warning).toContain('pull-requests: write');
  return warnings;
}

function posted(github: FakeGitHub): readonly number[] {
  const { comments, reviews, lineComments } = github.world;
  return [comments.length, reviews.length, lineComments.length];
}

describe('no permission', () => {
  test.each([
    ['a fork', { headRepository: 'mallory/infra' }, {}, /fork.*pull-requests: write/],
    ['Dependabot', {}, { GITHUB_ACTOR: 'dependabot[bot]' }, /Dependabot.*pull-requests: write/],
    ['a job without it', {}, {}, /the job needs permissions: pull-requests: write/],
  ])('%s: 403 is one warning, and nothing is tried again', (_, pull, env, text) =>
    withGitHub(async (github) => {
      Object.assign(github.world.pull, pull);
      github.world.tokens.set('ghs_workflow', { login: 'github-actions[bot]', type: 'Bot', access: 'read' });
      const run = await runFor(github, { env });
      expect([run.code, ...ownWarnings(run)]).toEqual([1, expect.stringMatching(text)]);
      expect(github.writes()).toHaveLength(1);
    }),
  );

  test('404: the pull request is hidden', () =>
    withGitHub(async (github) => {
      github.world.pull.number = 8;
      const run = await runFor(github);
      expect([run.code, ...ownWarnings(run)]).toEqual([
        1,
        expect.stringContaining('finds no such pull request'),
      ]);
      expect(github.writes()).toEqual([]);
    }));
});

describe('a configuration of the base that cannot be read is exit 2, never the defaults', () => {
  const STRICT = 'fail-on: warning\n';

  test.each([
    [500, 'GitHub answered 500. Run the job again'],
    [403, 'GitHub answered 403. The job needs permissions: contents: read'],
    [429, 'GitHub answered 429. Run the job again'],
    [404, 'GitHub answered 404. The job needs permissions: contents: read'],
  ])('%i, whether the change has the file or deletes it', async (status, line) => {
    for (const files of [{ ...PASS, 'cce-plan-guard.yml': STRICT }, PASS]) {
      await withGitHub(async (github) => {
        github.world.contents.set(`${github.world.pull.baseSha}:cce-plan-guard.yml`, STRICT);
        github.troubles.push({ on: CONTENTS, status, message: 'no' });
        const run = await runFor(github, { files });
        expect([run.code, run.outputs.get('conclusion')]).toEqual([2, 'error']);
        expect(run.commands.filter(({ name }) => name === 'error').map(({ message }) => message)).toEqual([
          `cce-plan-guard: the configuration of the base revision cannot be read, so nothing is judged: ${line}`,
        ]);
        expect(github.writes()).toEqual([]);
      });
    }
  });

  test('a folder in its place is none that counts', () =>
    withGitHub(async (github) => {
      github.world.contents.set(`${github.world.pull.baseSha}:cce-plan-guard.yml/x`, '');
      const run = await runFor(github, { files: PASS });
      expect(run.code).toBe(2);
      expect(run.stdout).toContain('cce-plan-guard.yml is no regular file there');
    }));

  test('a link in its place neither, where the checkout tells', () =>
    withGitHub(async (github) => {
      const repository = new Repository();
      symlinkSync('lax.yml', path.join(repository.folder, 'cce-plan-guard.yml'));
      const base = repository.commit({ 'lax.yml': 'fail-on: never\n', ...EGRESS_FILES });
      const run = await runFor(github, {
        checkout: repository.folder,
        payload: payload('pull_request', { 'pull_request.base.sha': base }),
        inputs: { 'github-token': '' },
      });
      expect(run.code).toBe(2);
      expect(run.stdout).toContain('cce-plan-guard.yml is no regular file there');
    }));

  test('a file that is surely absent is none', () =>
    withGitHub(async (github) => {
      const run = await runFor(github, { files: PASS });
      expect([run.code, ...ownWarnings(run)]).toEqual([0]);
    }));

  test('without a token the checkout tells, if it reaches back to the base', () =>
    withGitHub(async (github) => {
      const repository = new Repository();
      const base = repository.commit({ 'cce-plan-guard.yml': 'fail-on: never\n' });
      repository.commit({ 'cce-plan-guard.yml': 'fail-on: critical\n', ...EGRESS_FILES });
      const changed = payload('pull_request', { 'pull_request.base.sha': base });
      const inputs = { 'github-token': '' };
      const whole = await runFor(github, { checkout: repository.folder, payload: changed, inputs });
      expect(whole.code).toBe(0);
      const shallow = await runFor(github, {
        checkout: repository.shallow().folder,
        payload: changed,
        inputs,
      });
      expect(shallow.code).toBe(2);
    }));
});

describe('the review is refused', () => {
  test('because the diff is another one by now: it is read again', () =>
    withGitHub(async (github) => {
      const files = github.world.files;
      github.world.files = [
        { filename: 'main.tf', status: 'modified', patch: egressPatch().replace('-1,5', '-11,5') },
      ];
      const change = () => (github.world.files = files);
      expect(await runIn(github, { on: REVIEW, times: 1, status: 422, message: LINE, then: change })).toEqual(
        [],
      );
      expect(posted(github)).toEqual([1, 1, 1]);
      expect(github.world.lineComments[0]?.start_line).toBe(1);
    }));

  test('again and again: its comments become text, and the next run does not repeat it', () =>
    withGitHub(async (github) => {
      github.troubles.push({ on: REVIEW, times: 2, status: 422, message: LINE });
      const first = await runFor(github);
      expect(first.code).toBe(1);
      expect(ownWarnings(first)).toEqual([expect.stringContaining('refused the comments on lines')]);
      expect(posted(github)).toEqual([1, 1, 0]);
      expect(github.world.reviews[0]?.body).toContain('Worker nodes lose DNS');
      github.troubles.push({ on: REVIEW, times: 2, status: 422, message: LINE });
      await runFor(github, { env: { GITHUB_RUN_ID: '56' } });
      expect(posted(github)).toEqual([1, 1, 0]);
    }));

  test('for ever: the summary stands, and one warning', () =>
    withGitHub(async (github) => {
      const warnings = await runIn(github, { on: REVIEW, status: 422, message: 'Unprocessable Entity' });
      expect(warnings).toEqual([expect.stringContaining('The review was not posted')]);
      expect(posted(github)).toEqual([1, 0, 0]);
    }));

  test('because a pending one was left behind: that one is deleted', () =>
    withGitHub(async (github) => {
      const user = { login: 'github-actions[bot]', type: 'Bot' } as const;
      github.world.reviews.push({ id: 1, user, body: '', state: 'PENDING', commit_id: 'a'.repeat(40) });
      expect(await runIn(github)).toEqual([]);
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['COMMENTED']);
    }));
});

describe('GitHub has trouble', () => {
  test('502 after the review was made: it is found, not made twice', () =>
    withGitHub(async (github) => {
      expect(await runIn(github, { on: REVIEW, times: 1, status: 502, isDone: true })).toEqual([]);
      expect(posted(github)).toEqual([1, 1, 1]);
    }));

  test('502 after the summary was written: it is found, not written twice', () =>
    withGitHub(async (github) => {
      expect(await runIn(github, { on: COMMENT, times: 1, status: 502, isDone: true })).toEqual([]);
      expect(posted(github)).toEqual([1, 1, 1]);
    }));

  test('the same with the token of a person, whose first run it is', () =>
    withGitHub(async (github) => {
      github.world.tokens.set('ghp_carol', { login: 'carol', type: 'User', access: 'write' });
      github.troubles.push(...[COMMENT, REVIEW].map((on) => ({ on, times: 1, status: 502, isDone: true })));
      const run = await runFor(github, { inputs: { 'github-token': 'ghp_carol' } });
      expect([run.code, ...ownWarnings(run)]).toEqual([1]);
      expect(posted(github)).toEqual([1, 1, 1]);
    }));

  test.concurrent('the connection breaks after the review was made', () =>
    withGitHub(async (github) => {
      const drop = { on: REVIEW, times: 1, isDone: true, how: 'drop' } as const;
      expect(await runStepIn(github, PROCESS, drop)).toEqual([]);
      expect(posted(github)).toEqual([1, 1, 1]);
    }),
  );

  test.concurrent('502 before anything was made: once more', () =>
    withGitHub(async (github) => {
      const troubles = [COMMENT, REVIEW].map((on) => ({ on, times: 1, status: 502 }));
      expect(await runStepIn(github, PROCESS, ...troubles)).toEqual([]);
      expect(posted(github)).toEqual([1, 1, 1]);
    }),
  );

  test('503 for ever: a few tries, then one warning', () =>
    withGitHub(async (github) => {
      expect(await runIn(github, { on: PULL, status: 503 })).toEqual([
        expect.stringContaining('could not be reached'),
      ]);
      expect(github.log.filter(({ operation }) => operation === PULL)).toHaveLength(3);
      expect(posted(github)).toEqual([0, 0, 0]);
    }));

  test('no answer at all: it gives up', () =>
    withGitHub(async (github) => {
      const before = performance.now();
      expect(await runStepIn(github, { requestMs: 500 }, { on: PULL, how: 'hang' })).toEqual([
        expect.stringContaining('in time'),
      ]);
      // Two requests that are not answered are enough, and nothing else takes time.
      expect(github.log.filter(({ operation }) => operation === PULL)).toHaveLength(2);
      expect(performance.now() - before).toBeLessThan(45_000);
    }));

  test('what judging has waited for is not counted against posting', () =>
    withGitHub(async (github) => {
      const hangs = [CONTENTS, PULL].map((on) => ({ on, times: 1, how: 'hang' }) as const);
      expect(await runStepIn(github, { requestMs: 1000 }, ...hangs)).toEqual([]);
      expect(posted(github)).toEqual([1, 1, 1]);
    }));

  test('nobody is there', () =>
    withGitHub(async (github) => {
      const run = await runFor(github, { apiUrl: 'http://127.0.0.1:9', event: 'pull_request' });
      expect([run.code, run.outputs.get('conclusion')]).toEqual([2, 'error']);
    }));
});

describe('rate limits', () => {
  const WAITED = [
    [403, false],
    [429, true],
  ] as const;
  test.each(WAITED)('a secondary one (%d) is waited for as long as GitHub says', (status, isProcess) =>
    withGitHub(async (github) => {
      const limit = { times: 1, status, message: SECONDARY, headers: { 'retry-after': '2' } };
      const troubles = [COMMENT, REVIEW].map((on) => ({ on, ...limit }));
      const before = performance.now();
      expect(await runStepIn(github, { isProcess }, ...troubles)).toEqual([]);
      expect(posted(github)).toEqual([1, 1, 1]);
      if (isProcess) expect(performance.now() - before).toBeGreaterThan(4000);
    }),
  );

  test.each([
    ['a secondary one', { status: 403, message: SECONDARY, headers: { 'retry-after': '600' } }],
    [
      'the hourly one',
      {
        status: 403,
        message: 'API rate limit exceeded for installation.',
        headers: {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + 3000),
        },
      },
    ],
    ['the one for content', { status: 422, message: 'was submitted too quickly' }],
  ])('%s that lasts long is not waited for', (_, limit) =>
    withGitHub(async (github) => {
      expect(await runIn(github, { on: COMMENT, ...limit })).toEqual([
        expect.stringContaining('limits the rate'),
      ]);
      expect(github.writes()).toHaveLength(1);
    }),
  );
});

test('a newer commit: its own run will report', () =>
  withGitHub(async (github) => {
    const run = await runFor(github, {
      payload: payload('pull_request', { 'pull_request.head.sha': '9'.repeat(40) }),
    });
    expect(run.code).toBe(1);
    expect(ownWarnings(run)).toEqual([]);
    expect(run.stdout).toContain('newer commit');
    expect(github.writes()).toEqual([]);
  }));
