/** The life of a pull request: in each scene, what people see on it at the end (fixtures/conversations). */
import { describe, expect, test } from '@jest/globals';

import { asSeen, conversation, expectConversation } from '../support/action/conversation.js';
import { fixture } from '../support/action/run-action.js';
import {
  EGRESS,
  egressPatch,
  ownWarnings,
  PASS,
  push,
  runFor,
  withGitHub,
} from '../support/action/scenes.js';
import type { FakeGitHub } from '../support/github/server.js';

const COMPLETE = 'vpc-egress-minima-complete';

function planAndFile(name: string, text = fixture(`${name}/main.tf`)): Record<string, string> {
  return { 'plan.json': fixture(`${name}/plan.json`), 'main.tf': text };
}

/** A push that leaves main.tf so; its diff follows. */
async function pushed(github: FakeGitHub, digit: string, files: Readonly<Record<string, string>>) {
  push(github, digit);
  const patch = egressPatch(files['main.tf']);
  github.world.files = [{ filename: 'main.tf', status: 'modified', patch }];
  return runFor(github, { files });
}

function writesSince(github: FakeGitHub, before: number): readonly string[] {
  return github
    .writes()
    .slice(before)
    .map(({ operation }) => operation.replace(/\/repos.*\{repo\}/, ''));
}

test('from the first push to the last', () =>
  withGitHub(async (github) => {
    const egress = planAndFile(EGRESS);
    const scene = async (name: string, digit: string, files: Readonly<Record<string, string>>) => {
      const before = github.writes().length;
      const run = await pushed(github, digit, files);
      expect([name, ...ownWarnings(run)]).toEqual([name]);
      expectConversation(name, conversation(github));
      return [run.code, ...writesSince(github, before)];
    };
    const SUMMARY = 'PATCH /issues/comments/{comment_id}';
    const LINE = 'PATCH /pulls/comments/{comment_id}';
    const REVIEW = 'POST /pulls/{pull_number}/reviews';
    expect(await scene('1-first-push', 'a', egress)).toEqual([
      1,
      'POST /issues/{issue_number}/comments',
      REVIEW,
    ]);
    expect(await scene('2-second-push', 'b', egress)).toEqual([1, SUMMARY]);
    const moved = planAndFile(EGRESS, `# egress\n\n${egress['main.tf'] ?? ''}`);
    expect(await scene('3-lines-moved', 'c', moved)).toEqual([1, SUMMARY]);
    expect(await scene('4-critical-to-warning', 'd', planAndFile(COMPLETE))).toEqual([0, SUMMARY, LINE]);
    expect(await scene('5-fixed', 'e', PASS)).toEqual([0, SUMMARY, LINE]);
    expect(await scene('5-fixed', 'e', PASS)).toEqual([0]);
    expect(await scene('6-back-again', 'f', egress)).toEqual([1, SUMMARY, REVIEW]);
    const broken = { ...egress, 'plan.json': '{"' };
    expect(await scene('7-unjudged', '1', broken)).toEqual([2, SUMMARY]);
  }));

/** The text with ids of its own: each root has a cloud of its own. */
function withIdsOf(folder: string, text: string): string {
  return text.replaceAll(/\b[0-9a-f]{8}(?=-[0-9a-f]{4}-)/g, (id) => {
    const digits = Buffer.from(folder).toString('hex').slice(-4);
    return digits + id.slice(4);
  });
}

describe('several plans', () => {
  const ROOTS = {
    'envs/dev': COMPLETE,
    'envs/edge': 'vpc-no-changes',
    'envs/live': EGRESS,
    'envs/prod': EGRESS,
  };
  const FILES = Object.fromEntries(
    Object.entries(ROOTS).flatMap(([folder, name]) =>
      ['plan.json', 'main.tf'].map(
        (file) => [`${folder}/${file}`, withIdsOf(folder, fixture(`${name}/${file}`))] as const,
      ),
    ),
  );
  const DIFF = Object.entries(ROOTS).map(([folder, name]) => ({
    filename: `${folder}/main.tf`,
    status: 'modified' as const,
    patch: egressPatch(fixture(`${name}/main.tf`)),
  }));

  test('by a glob are one report, in which each finding names its plan', () =>
    withGitHub(async (github) => {
      github.world.files = DIFF;
      const run = await runFor(github, { files: FILES, inputs: { plan: 'envs/*/plan.json' } });
      expect([run.code, ...ownWarnings(run)]).toEqual([1]);
      expectConversation('8-four-plans', conversation(github));
      expectConversation('8-four-plans.job-summary', asSeen(run.summary));
    }));

  test('of a matrix have a summary each, and name their labels', () =>
    withGitHub(async (github) => {
      github.world.files = DIFF;
      const pages: string[] = [];
      for (const folder of Object.keys(ROOTS)) {
        const run = await runFor(github, {
          files: FILES,
          inputs: { plan: `${folder}/plan.json`, label: folder.replace('envs/', '') },
        });
        pages.push(asSeen(run.summary).split('\n').slice(0, 3).join('\n'));
      }
      expectConversation('9-matrix', conversation(github));
      expectConversation('9-matrix.job-summaries', pages.join('\n\n'));
    }));
});

test('of a fork, whose token may not write: all is in the job', () =>
  withGitHub(async (github) => {
    github.world.pull.headRepository = 'mallory/infra';
    github.world.tokens.set('ghs_workflow', { login: 'github-actions[bot]', type: 'Bot', access: 'read' });
    const run = await runFor(github, {});
    expect([run.code, conversation(github)]).toEqual([1, '']);
    expectConversation('10-fork.job-summary', [...ownWarnings(run), asSeen(run.summary)].join('\n\n'));
  }));

test('review: request-changes, switched to comment, back, and off, leaves no request behind', () =>
  withGitHub(async (github) => {
    const states = async (digit: string, review: string) => {
      push(github, digit);
      const run = await runFor(github, { inputs: { review } });
      expect([run.code, ...ownWarnings(run)]).toEqual([1]);
      return github.world.reviews.map(({ state }) => state);
    };
    expect(await states('a', 'request-changes')).toEqual(['CHANGES_REQUESTED']);
    expect(await states('b', 'comment')).toEqual(['DISMISSED']);
    expectConversation('11-switched-to-comment', conversation(github));
    expect(await states('c', 'request-changes')).toEqual(['DISMISSED', 'CHANGES_REQUESTED']);
    expect(await states('d', 'off')).toEqual(['DISMISSED', 'DISMISSED']);
    expectConversation('12-switched-off', conversation(github));
    const before = github.writes().length;
    await states('d', 'off');
    expect(github.writes()).toHaveLength(before);
  }));

describe('comment', () => {
  test('always: a plan that passes has a summary, too', () =>
    withGitHub(async (github) => {
      await runFor(github, { files: PASS, inputs: { comment: 'always' } });
      expect(github.writes().map(({ method }) => method)).toEqual(['POST']);
      expect(conversation(github)).toContain('✔ This plan breaks nothing');
    }));

  test('on-failure: nothing of a plan that passes, but what stands is brought up to date', () =>
    withGitHub(async (github) => {
      const inputs = { comment: 'on-failure' };
      const files = planAndFile(COMPLETE);
      await runFor(github, { inputs, files });
      expect(github.writes()).toEqual([]);
      await runFor(github, { inputs });
      push(github, 'd');
      await runFor(github, { inputs, files });
      expect(github.world.lineComments).toHaveLength(1);
      expect(conversation(github)).toMatch(/No longer critical since `ddddddd`: ~~Worker nodes lose DNS/i);
    }));
});
