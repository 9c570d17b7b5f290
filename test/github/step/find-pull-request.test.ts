import { expect, test } from '@jest/globals';

import type { Api, PullRequest } from '../../../src/github/api/api.js';
import { findPullRequest } from '../../../src/github/step/find-pull-request.js';
import { resolveTarget } from '../../../src/github/step/target.js';
import { payload } from '../../support/action/run-action.js';

const TARGET = resolveTarget({
  name: 'workflow_run',
  payload: payload('workflow_run'),
  sha: 'c'.repeat(40),
  actor: 'alice',
});

function pull(number: number, baseRef: string): PullRequest {
  return {
    number,
    headSha: 'a'.repeat(40),
    headRepository: 'mallory/infra',
    baseSha: 'b'.repeat(40),
    baseRef,
    author: 'mallory',
    changedFiles: undefined,
  };
}

function found(...pulls: readonly PullRequest[]) {
  const api = { pullRequestsFrom: () => Promise.resolve(pulls) } as unknown as Api;
  return findPullRequest(() => Promise.resolve(api), TARGET, 'acme/infra');
}

test('one open pull request with the commit as its head is it', async () => {
  expect(await found(pull(7, 'main'))).toMatchObject({
    target: { kind: 'pr', number: 7, isFork: true },
    warnings: [],
  });
});

test('one whose head is another commit by now, or from another fork, is none', async () => {
  const others = [
    { ...pull(7, 'main'), headSha: '9'.repeat(40) },
    { ...pull(7, 'main'), headRepository: 'mallory/other' },
  ];
  for (const other of others) {
    expect(await found(other)).toEqual({
      target: TARGET,
      warnings: [],
      note: expect.stringContaining('No open pull request'),
    });
  }
});

test('of two, towards two branches, it is none, and that is told', async () => {
  expect(await found(pull(7, 'main'), pull(8, 'release'))).toEqual({
    target: TARGET,
    warnings: [],
    note: expect.stringContaining('2 open pull requests'),
  });
});
