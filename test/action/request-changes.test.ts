import { describe, expect, jest, test } from '@jest/globals';

import { manyFindings, planOf, ruleText } from '../support/action/plans.js';
import { newFiles, ownWarnings, PASS, push, runFor, withGitHub } from '../support/action/scenes.js';

// A run waits between writes, and for a GitHub that does not answer.
jest.setTimeout(90_000);

const REVIEWS = '/repos/{owner}/{repo}/pulls/{pull_number}/reviews';

describe('review: request-changes', () => {
  const inputs = { review: 'request-changes' };

  test.concurrent('asks once, and takes it back when the plan passes', () =>
    withGitHub(async (github) => {
      const isProcess = true;
      await runFor(github, { isProcess, inputs });
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['CHANGES_REQUESTED']);
      const before = github.writes().length;
      await runFor(github, { isProcess, inputs });
      expect(github.writes()).toHaveLength(before);
      push(github, 'd');
      const run = await runFor(github, { isProcess, inputs, files: PASS });
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['DISMISSED']);
      expect(ownWarnings(run)).toEqual([]);
    }),
  );

  test('only comments on a pull request of its own', () =>
    withGitHub(async (github) => {
      github.world.pull.author = { login: 'github-actions[bot]', type: 'Bot' };
      const run = await runFor(github, { inputs });
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['COMMENTED']);
      expect(ownWarnings(run)).toEqual([]);
    }));

  test('notices only at the answer that the pull request is its own', () =>
    withGitHub(async (github) => {
      github.world.pull.author = { login: 'carol', type: 'User' };
      github.world.tokens.set('ghp_carol', { login: 'carol', type: 'User', access: 'write' });
      await runFor(github, { inputs: { ...inputs, 'github-token': 'ghp_carol' } });
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['COMMENTED']);
    }));

  test('says how to mend it when it may not dismiss', () =>
    withGitHub(async (github) => {
      await runFor(github, { inputs });
      github.world.isDismissalRestricted = true;
      push(github, 'd');
      const run = await runFor(github, { inputs, files: PASS });
      expect(run.code).toBe(0);
      expect(ownWarnings(run)).toEqual([expect.stringContaining('branch protection')]);
    }));

  test('reuses the request that stands when other findings come', () =>
    withGitHub(async (github) => {
      await runFor(github, { inputs });
      push(github, 'd');
      for (const comment of github.world.lineComments) comment.line = null;
      await runFor(github, { inputs });
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['CHANGES_REQUESTED', 'COMMENTED']);
    }));

  test('leaves the request of another label alone', () =>
    withGitHub(async (github) => {
      await runFor(github, { inputs: { ...inputs, label: 'a' } });
      push(github, 'd');
      await runFor(github, { inputs: { ...inputs, label: 'b' }, files: PASS });
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['CHANGES_REQUESTED']);
    }));

  test('is not written again because there is more to say than fits on lines', () =>
    withGitHub(async (github) => {
      const names = Array.from({ length: 40 }, (_, index) => `r${index}`);
      github.world.files = newFiles(Object.fromEntries(names.map((name) => [`${name}.tf`, ruleText(name)])));
      const texts = names.map((name) => [`${name}.tf`, `${ruleText(name).join('\n')}\n`] as const);
      const step = {
        files: { ...Object.fromEntries(texts), 'plan.json': planOf(manyFindings(40)) },
        inputs: { ...inputs, 'fail-on': 'warning' },
      };
      await runFor(github, step);
      expect(github.world.reviews[0]?.body).toContain('10 more stand only there');
      const before = github.writes().length;
      await runFor(github, step);
      expect(github.writes()).toHaveLength(before);
    }));

  test('keeps the findings that stand in its text, and does not say them again', () =>
    withGitHub(async (github) => {
      const message = 'Pull request review thread line must be part of the diff';
      for (const run of ['56', '57']) {
        github.troubles.push({ on: `POST ${REVIEWS}`, times: 2, status: 422, message });
        await runFor(github, { inputs, env: { GITHUB_RUN_ID: run } });
      }
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['CHANGES_REQUESTED']);
      expect(github.world.reviews[0]?.body).toContain('Worker nodes lose DNS');
      expect(github.writes().filter(({ method }) => method === 'PUT')).toEqual([]);
    }));

  test('follows the verdict', () =>
    withGitHub(async (github) => {
      await runFor(github, { inputs });
      push(github, 'd');
      await runFor(github, {
        inputs: { ...inputs, 'fail-on': 'warning' },
        files: { 'plan.json': planOf(manyFindings(2)), 'main.tf': '' },
      });
      expect(github.world.reviews[0]?.state).toBe('CHANGES_REQUESTED');
      expect(github.world.reviews[0]?.body).toContain('✖ 2 warnings');
    }));

  test('does not mind when the answer to its dismissal is lost', () =>
    withGitHub(async (github) => {
      await runFor(github, { inputs });
      push(github, 'd');
      const on = `PUT ${REVIEWS}/{review_id}/dismissals`;
      github.troubles.push({ on, times: 1, status: 502, isDone: true });
      const run = await runFor(github, { inputs, files: PASS });
      expect([run.code, ...ownWarnings(run)]).toEqual([0]);
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['DISMISSED']);
    }));
});
