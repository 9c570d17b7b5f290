import { describe, expect, jest, test } from '@jest/globals';

import { ownWarnings, PASS, push, runFor, withGitHub } from './support/scenes.js';

// A run waits between writes, and for a GitHub that does not answer.
jest.setTimeout(90_000);

describe('review: request-changes', () => {
  const inputs = { review: 'request-changes' };

  test.concurrent('asks once, and takes it back when the plan passes', () =>
    withGitHub(async (github) => {
      await runFor(github, { inputs });
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['CHANGES_REQUESTED']);
      const before = github.writes().length;
      await runFor(github, { inputs });
      expect(github.writes()).toHaveLength(before);
      push(github, 'd');
      const run = await runFor(github, { inputs, files: PASS });
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['DISMISSED']);
      expect(ownWarnings(run)).toEqual([]);
    }),
  );

  test.concurrent('only comments on a pull request of its own', () =>
    withGitHub(async (github) => {
      github.world.pull.author = { login: 'github-actions[bot]', type: 'Bot' };
      const run = await runFor(github, { inputs });
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['COMMENTED']);
      expect(ownWarnings(run)).toEqual([]);
    }),
  );

  test.concurrent('notices only at the answer that the pull request is its own', () =>
    withGitHub(async (github) => {
      github.world.pull.author = { login: 'carol', type: 'User' };
      github.world.tokens.set('ghp_carol', { login: 'carol', type: 'User', access: 'write' });
      await runFor(github, { inputs: { ...inputs, 'github-token': 'ghp_carol' } });
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['COMMENTED']);
    }),
  );

  test.concurrent('says how to mend it when it may not dismiss', () =>
    withGitHub(async (github) => {
      await runFor(github, { inputs });
      github.world.isDismissalRestricted = true;
      push(github, 'd');
      const run = await runFor(github, { inputs, files: PASS });
      expect(run.code).toBe(0);
      expect(ownWarnings(run)).toEqual([expect.stringContaining('branch protection')]);
    }),
  );

  test.concurrent('reuses the request that stands when other findings come', () =>
    withGitHub(async (github) => {
      await runFor(github, { inputs });
      push(github, 'd');
      for (const comment of github.world.lineComments) comment.line = null;
      await runFor(github, { inputs });
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['CHANGES_REQUESTED', 'COMMENTED']);
    }),
  );

  test.concurrent('leaves the request of another label alone', () =>
    withGitHub(async (github) => {
      await runFor(github, { inputs: { ...inputs, label: 'a' } });
      push(github, 'd');
      await runFor(github, { inputs: { ...inputs, label: 'b' }, files: PASS });
      expect(github.world.reviews.map(({ state }) => state)).toEqual(['CHANGES_REQUESTED']);
    }),
  );
});
