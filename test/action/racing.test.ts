/** Two runs on one pull request in the same moment. */
import { expect, jest, test } from '@jest/globals';

import type { Fetch } from '../../src/github/api/octokit.js';
import { ownWarnings, runFor, withGitHub } from '../support/action/scenes.js';

jest.setTimeout(90_000);

/** Lets nobody through until so many wait. */
function gate(count: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  return () =>
    new Promise((go) => {
      waiting.push(go);
      if (waiting.length === count) for (const each of waiting) each();
    });
}

const OTHER = { GITHUB_RUN_ID: '56' };

test('both write their summary before either sees the other’s: one is left, and both runs name it', () =>
  withGitHub(async (github) => {
    const meet = gate(2);
    const fetch: Fetch = async (url, options) => {
      const isSummary =
        'method' in options && options.method === 'POST' && url.endsWith('/issues/7/comments');
      if (isSummary) await meet();
      return github.fetch(url, options);
    };
    const runs = await Promise.all([runFor(github, { fetch }), runFor(github, { fetch, env: OTHER })]);
    for (const run of runs) expect([run.code, ...ownWarnings(run)]).toEqual([1]);
    expect(
      github.log.filter(({ operation }) => /^POST .*\/issues\/.*\/comments$/.test(operation)),
    ).toHaveLength(2);
    const [only, ...others] = github.world.comments;
    expect(others).toEqual([]);
    expect(only?.body).toContain('T8.12');
    for (const { body } of github.world.reviews) expect(body).toContain(`issuecomment-${String(only?.id)}`);
  }));

test('two processes at once leave one summary', () =>
  withGitHub(async (github) => {
    const step = { isProcess: true } as const;
    await github.listen();
    const runs = await Promise.all([runFor(github, step), runFor(github, { ...step, env: OTHER })]);
    for (const run of runs) expect([run.code, ...ownWarnings(run)]).toEqual([1]);
    expect(github.world.comments).toHaveLength(1);
  }));
