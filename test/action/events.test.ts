import { describe, expect, jest, test } from '@jest/globals';

import { fixture, payload } from '../support/action/run-action.js';
import { manyFindings, planOf, ruleText } from '../support/action/plans.js';
import { EGRESS, newFiles, ownWarnings, PASS, runFor, withGitHub } from '../support/action/scenes.js';

// A run waits between writes, and for a GitHub that does not answer.
jest.setTimeout(90_000);

const BASE = 'b'.repeat(40);

describe('without a pull request nothing is asked or posted', () => {
  test.each(['push', 'schedule', 'release'])('%s', (event) =>
    withGitHub(async (github) => {
      const value = event === 'release' ? {} : payload(event);
      const run = await runFor(github, { event, payload: value });
      expect(run.code).toBe(1);
      expect(run.summary).toContain('T8.12');
      expect(github.log).toEqual([]);
    }),
  );

  test('push reads the configuration of the checkout', () =>
    withGitHub(async (github) => {
      const run = await runFor(github, {
        event: 'push',
        payload: payload('push'),
        checkout: EGRESS,
        files: { '.github/cce-plan-guard.yml': 'fail-on: never\n' },
      });
      expect(run.code).toBe(0);
    }));

  test.concurrent('merge_group sets the status, by the configuration of the base', () =>
    withGitHub(async (github) => {
      github.world.contents.set(`${BASE}:cce-plan-guard.yml`, 'fail-on: never\n');
      const run = await runFor(github, {
        isProcess: true,
        event: 'merge_group',
        payload: payload('merge_group'),
      });
      expect(run.code).toBe(0);
      expect(github.writes()).toEqual([]);
    }),
  );

  test('a pull request of which the event file tells nothing is not judged', () =>
    withGitHub(async (github) => {
      const run = await runFor(github, { env: { GITHUB_EVENT_PATH: '/nowhere/event.json' } });
      expect([run.code, run.outputs.get('conclusion'), github.log]).toEqual([2, 'error', []]);
    }));
});

describe('a run that somebody starts may check out the head of a pull request', () => {
  const WAIVES = { checkout: EGRESS, files: { 'cce-plan-guard.yml': 'fail-on: never\n' } };
  const REPOSITORY = { repository: { default_branch: 'main' } };

  test.each(['workflow_dispatch', 'repository_dispatch', 'deployment'])(
    '%s reads the configuration of the default branch',
    (event) =>
      withGitHub(async (github) => {
        const lax = await runFor(github, { event, payload: REPOSITORY, ...WAIVES });
        expect(lax.code).toBe(1);
        github.world.contents.set('main:cce-plan-guard.yml', 'fail-on: never\n');
        const agreed = await runFor(github, { event, payload: REPOSITORY, ...WAIVES });
        expect(agreed.code).toBe(0);
      }),
  );

  test('issue_comment reads the configuration of the base, and posts on the pull request', () =>
    withGitHub(async (github) => {
      const comment = { ...REPOSITORY, issue: { number: 7, pull_request: {} } };
      const run = await runFor(github, { event: 'issue_comment', payload: comment, ...WAIVES });
      expect(run.code).toBe(1);
      expect(github.world.comments).toHaveLength(1);
      const unknown = { ...REPOSITORY, issue: { number: 99, pull_request: {} } };
      const other = await runFor(github, { event: 'issue_comment', payload: unknown, ...WAIVES });
      expect(other.code).toBe(2);
    }));

  test('without a branch that counts nothing is judged', () =>
    withGitHub(async (github) => {
      const run = await runFor(github, { event: 'workflow_dispatch', payload: {}, ...WAIVES });
      expect(run.code).toBe(2);
    }));
});

describe('pull_request_target', () => {
  test('never reads the configuration of the head, and warns of a fork', () =>
    withGitHub(async (github) => {
      github.world.pull.headRepository = 'mallory/infra';
      const run = await runFor(github, {
        event: 'pull_request_target',
        checkout: EGRESS,
        files: { 'cce-plan-guard.yml': 'fail-on: never\n' },
      });
      expect(run.code).toBe(1);
      expect(ownWarnings(run)).toEqual([
        expect.stringMatching(/pull_request_target.*cce-plan-guard\.yml does not count/),
      ]);
      expect(github.world.comments).toHaveLength(1);
    }));
});

describe('workflow_run', () => {
  test.concurrent('finds the pull request of a fork by its commit, and posts there', () =>
    withGitHub(async (github) => {
      github.world.pull.headRepository = 'mallory/infra';
      const run = await runFor(github, {
        isProcess: true,
        event: 'workflow_run',
        payload: payload('workflow_run'),
      });
      expect([run.code, ownWarnings(run)]).toEqual([1, []]);
      expect(github.world.comments).toHaveLength(1);
      expect(github.world.reviews[0]?.commit_id).toBe('a'.repeat(40));
    }),
  );

  test.each([
    ['another commit', { 'workflow_run.head_sha': '9'.repeat(40) }],
    ['another repository', { 'workflow_run.head_repository.full_name': 'mallory/other' }],
    ['another branch', { 'workflow_run.head_branch': 'other' }],
  ])('posts nowhere for %s', (_, changes) =>
    withGitHub(async (github) => {
      github.world.pull.headRepository = 'mallory/infra';
      const run = await runFor(github, { event: 'workflow_run', payload: payload('workflow_run', changes) });
      expect(run.code).toBe(1);
      expect(github.writes()).toEqual([]);
    }),
  );

  test('reads the configuration of the base, not of what was checked out', () =>
    withGitHub(async (github) => {
      github.world.pull.headRepository = 'mallory/infra';
      const run = await runFor(github, {
        event: 'workflow_run',
        payload: payload('workflow_run'),
        checkout: EGRESS,
        files: { 'cce-plan-guard.yml': 'fail-on: never\n' },
      });
      expect(run.code).toBe(1);
    }));
});

describe('workflow_run without a pull request to write on', () => {
  test('is not judged without a token: the configuration that counts is not known', () =>
    withGitHub(async (github) => {
      const run = await runFor(github, {
        event: 'workflow_run',
        payload: payload('workflow_run'),
        inputs: { 'github-token': '' },
      });
      expect([run.code, run.outputs.get('conclusion')]).toEqual([2, 'error']);
    }));

  test('says that no open one has the commit', () =>
    withGitHub(async (github) => {
      github.world.pull.state = 'closed';
      const run = await runFor(github, { event: 'workflow_run', payload: payload('workflow_run') });
      expect([run.code, ...ownWarnings(run)]).toEqual([1]);
      expect(run.stdout).toContain('No open pull request has the commit of the first run');
    }));

  test('reads the configuration of its own commit, whatever the first run was for', () =>
    withGitHub(async (github) => {
      github.world.contents.set(`${'c'.repeat(40)}:cce-plan-guard.yml`, 'fail-on: critical\n');
      const run = await runFor(github, {
        event: 'workflow_run',
        payload: payload('workflow_run', { 'workflow_run.event': 'push' }),
        checkout: EGRESS,
        files: { 'cce-plan-guard.yml': 'fail-on: never\n' },
      });
      expect(run.code).toBe(1);
      expect(github.writes()).toEqual([]);
    }));
});

test('another event about a pull request reads the configuration of the base, too', () =>
  withGitHub(async (github) => {
    const run = await runFor(github, {
      event: 'pull_request_review',
      checkout: EGRESS,
      files: { 'cce-plan-guard.yml': 'fail-on: never\n' },
    });
    expect(run.code).toBe(1);
    expect(github.world.comments).toHaveLength(1);
  }));

test('workflow_run: places are those that the diff shows, since nothing is checked out', () =>
  withGitHub(async (github) => {
    github.world.pull.headRepository = 'mallory/infra';
    const lines = ruleText('r0');
    github.world.files = newFiles({ 'infra/main.tf': lines });
    const run = await runFor(github, {
      event: 'workflow_run',
      payload: payload('workflow_run'),
      files: { 'infra/plan.json': planOf(manyFindings(1)) },
      inputs: { 'working-directory': 'infra' },
    });
    expect(run.code).toBe(0);
    expect(github.world.comments[0]?.body).toContain('`infra/main.tf:1`');
    expect(github.world.lineComments).toMatchObject([{ path: 'infra/main.tf', side: 'RIGHT', line: 5 }]);
  }));

test('working-directory: places are found from the root of the repository', () =>
  withGitHub(async (github) => {
    const [file] = github.world.files;
    github.world.files = [{ filename: 'infra/prod/main.tf', status: 'modified', patch: file?.patch ?? '' }];
    await runFor(github, {
      files: {
        ...PASS,
        'infra/prod/plan.json': fixture(`${EGRESS}/plan.json`),
        'infra/prod/main.tf': fixture(`${EGRESS}/main.tf`),
      },
      inputs: { 'working-directory': './infra/prod/' },
    });
    expect(github.world.lineComments).toMatchObject([{ path: 'infra/prod/main.tf', side: 'LEFT' }]);
  }));
