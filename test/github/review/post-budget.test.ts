/** What looking for lines may cost: past it the summary is posted without comments on lines, and somebody is told. */
import { expect, test } from '@jest/globals';

import { type Budget, OutOfBudget, UNBOUNDED } from '../../../src/budget.js';
import { readGrammar } from '../../../src/edge/disk-reader.js';
import { connect } from '../../../src/github/api/api.js';
import { post, type Posted } from '../../../src/github/review/post.js';
import { egressPatch, push, withGitHub } from '../../support/action/scenes.js';
import type { FakeGitHub } from '../../support/github/server.js';
import { cause, finding, report } from '../../support/report/builders.js';

const ENDED: Budget = {
  spend: (_, stage) => {
    throw new OutOfBudget('time', stage);
  },
  hold: () => undefined,
  keep: () => undefined,
};

const SHOWN = report([finding({ causes: [cause('egress', ['delete'])] })]);

function postTo(github: FakeGitHub, budget: Budget, shown = SHOWN): Promise<Posted> {
  const { headSha, baseSha } = github.world.pull;
  const transport = { requestMs: 10_000, totalMs: 60_000, secondMs: 1, fetch: github.fetch };
  const api = connect({ token: 'ghs_workflow', apiUrl: github.url, owner: 'acme', repo: 'infra', transport });
  return post(() => api, {
    target: {
      ...{ kind: 'pr', event: 'pull_request', number: 7, headSha, baseSha, baseRef: 'main' },
      ...{ isFork: false, isDependabot: false, author: undefined },
    },
    report: shown,
    mode: 'comment',
    comment: 'on-findings',
    use: ['test'],
    run: '1.1',
    context: { label: undefined, commit: headSha, serverUrl: '', repository: 'acme/infra', runUrl: '' },
    roots: ['.'],
    readLines: () =>
      egressPatch()
        .split('\n')
        .slice(6)
        .map((line) => line.slice(1)),
    grammar: readGrammar,
    configPaths: [],
    budget,
  });
}

test('lines only decorate', () =>
  withGitHub(async (github) => {
    const { warnings } = await postTo(github, ENDED);
    expect(warnings).toEqual([expect.stringContaining('Not all findings have a comment on a line')]);
    expect(github.world.comments).toHaveLength(1);
    expect(github.world.lineComments).toEqual([]);
  }));

test('within the budget, the deleted line has its comment', () =>
  withGitHub(async (github) => {
    const { warnings } = await postTo(github, UNBOUNDED);
    expect(warnings).toEqual([]);
    expect(github.world.lineComments).toMatchObject([{ path: 'main.tf', side: 'LEFT' }]);
  }));

test('what cannot be looked for is not called fixed', () =>
  withGitHub(async (github) => {
    await postTo(github, UNBOUNDED);
    const told = github.world.lineComments.map(({ body }) => body);
    push(github, 'd');
    await postTo(github, ENDED);
    expect(github.world.lineComments.map(({ body }) => body)).toEqual(told);
    push(github, 'e');
    await postTo(github, UNBOUNDED, report([]));
    expect(github.world.lineComments.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^- ✔ \*\*Fixed\*\* in `eeeeeee`: ~~Worker nodes lose DNS over UDP~~\n/),
    ]);
  }));

test('what was so before is no reason to begin a conversation', () =>
  withGitHub(async (github) => {
    const old = finding({ change: 'pre-existing', severity: 'warning' });
    await postTo(github, UNBOUNDED, report([old], { conclusion: 'pass' }));
    expect(github.writes()).toEqual([]);
  }));
