/** When nothing can be judged, a verdict of an earlier run must not stand as if it were this one's. */
import { describe, expect, jest, test } from '@jest/globals';

import type { FakeGitHub } from '../support/github/server.js';
import { payload, type Step } from '../support/action/run-action.js';
import { ownWarnings, PASS, push, runFor, withGitHub } from '../support/action/scenes.js';

jest.setTimeout(90_000);

const BROKEN = { files: { ...PASS, 'plan.json': '{"secret-of-the-plan"' } };
const CONTENTS = 'GET /repos/{owner}/{repo}/contents';

/** A pull request on which a summary says that the plan passes: of two runs before. */
async function passed(github: FakeGitHub): Promise<void> {
  await runFor(github);
  push(github, 'd');
  await runFor(github, { files: PASS });
  expect(github.world.comments.map(({ body }) => body)).toEqual([
    expect.stringContaining('This plan breaks nothing'),
  ]);
  push(github, 'e');
}

function shown(github: FakeGitHub): readonly string[] {
  return github.world.comments.map(({ body }) => body.replace(/<!--[^>]*-->/g, '').trim());
}

const WITHDRAWN = [
  `> [!WARNING]\n> **Could not be judged**: there is no verdict on the plan of commit ${'e'.repeat(40)}. ` +
    '[The run](https://github.test/acme/infra/actions/runs/55/attempts/1) says why.',
];

async function expectWithdrawn(github: FakeGitHub, step: Step): Promise<void> {
  const run = await runFor(github, step);
  expect([run.code, run.outputs.get('conclusion'), ...ownWarnings(run)]).toEqual([2, 'error']);
  expect(shown(github)).toEqual(WITHDRAWN);
  // The page of the job has the reason, which the log has as well.
  expect(run.summary).toMatch(
    /^> \[!WARNING\]\n> \*\*Could not be judged\*\*: there is no verdict on the plan of this commit\. \S[^\n]+\n$/,
  );
}

describe('the verdict that stands is withdrawn', () => {
  const HEAD = { 'workflow_run.head_sha': 'e'.repeat(40) };

  test.each<[string, () => Step]>([
    ['pull_request', () => ({})],
    ['pull_request_review', () => ({ event: 'pull_request_review' })],
    ['pull_request_target', () => ({ event: 'pull_request_target' })],
    [
      'issue_comment',
      () => ({ event: 'issue_comment', payload: { issue: { number: 7, pull_request: {} } } }),
    ],
    ['workflow_run', () => ({ event: 'workflow_run', payload: payload('workflow_run', HEAD) })],
  ])('%s', (event, step) =>
    withGitHub(async (github) => {
      if (event === 'workflow_run') github.world.pull.headRepository = 'mallory/infra';
      await passed(github);
      await expectWithdrawn(github, { ...step(), ...BROKEN });
    }),
  );

  test.each<[string, Step]>([
    ['the plan is absent', { files: { 'main.tf': '' } }],
    ['a glob finds nothing', { files: PASS, inputs: { plan: 'plan.json\nplans/*.json', label: 'x' } }],
    ['the facts are absent', { files: PASS, inputs: { facts: 'facts.json' } }],
  ])('because %s', (_, step) =>
    withGitHub(async (github) => {
      const label = step.inputs?.['label'];
      if (label === undefined) await passed(github);
      else await runFor(github, { inputs: { label } });
      const run = await runFor(github, step);
      expect(run.code).toBe(2);
      expect(shown(github)).toEqual([
        expect.stringMatching(/^> \[!WARNING\]\n> \*\*Could not be judged\*\*[^\n]*$/),
      ]);
    }),
  );

  test('because the configuration of the base cannot be read', () =>
    withGitHub(async (github) => {
      await passed(github);
      github.troubles.push({ on: CONTENTS, status: 500, message: 'no' });
      await expectWithdrawn(github, { files: PASS });
    }));

  test('because GitHub does not answer until it is given up: withdrawing has a deadline of its own', () =>
    withGitHub(async (github) => {
      await passed(github);
      github.troubles.push({ on: CONTENTS, how: 'hang', times: 2 });
      await expectWithdrawn(github, { files: PASS, requestMs: 1000 });
    }));

  test('a verdict that fails, too', () =>
    withGitHub(async (github) => {
      await runFor(github);
      push(github, 'e');
      await expectWithdrawn(github, BROKEN);
    }));
});

describe('around it', () => {
  test('the same twice is written once, and the next verdict knows what was told before', () =>
    withGitHub(async (github) => {
      await runFor(github);
      push(github, 'e');
      await expectWithdrawn(github, BROKEN);
      const before = github.writes().length;
      await runFor(github, { ...BROKEN, env: { GITHUB_RUN_ID: '56' } });
      expect(github.writes()).toHaveLength(before);
      await runFor(github, { files: PASS });
      expect(shown(github)[0]).toMatch(/Fixed\*\* in `eeeeeee`: ~~Worker nodes lose DNS/);
    }));

  test('where no verdict stands, nothing is written', () =>
    withGitHub(async (github) => {
      const run = await runFor(github, BROKEN);
      expect([run.code, github.writes()]).toEqual([2, []]);
    }));

  test('nothing either without a review, or when there is a newer commit', () =>
    withGitHub(async (github) => {
      await passed(github);
      const before = github.writes().length;
      await runFor(github, { ...BROKEN, inputs: { review: 'off' } });
      const old = await runFor(github, {
        ...BROKEN,
        payload: payload('pull_request', { 'pull_request.head.sha': '9'.repeat(40) }),
      });
      expect(old.stdout).toContain('newer commit');
      expect(github.writes()).toHaveLength(before);
    }));

  test('a token that may not write is one warning, and the exit status stays', () =>
    withGitHub(async (github) => {
      await passed(github);
      github.world.tokens.set('ghs_workflow', { login: 'github-actions[bot]', type: 'Bot', access: 'read' });
      const run = await runFor(github, BROKEN);
      expect([run.code, ...ownWarnings(run)]).toEqual([
        2,
        expect.stringMatching(/^An earlier verdict may still stand.*pull-requests: write/),
      ]);
    }));
});
