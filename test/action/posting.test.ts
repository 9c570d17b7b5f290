import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, jest, test } from '@jest/globals';

import type { FakeGitHub } from '../support/github/server.js';
import { fixture } from '../support/action/run-action.js';
import { EGRESS, newFiles, ownWarnings, PASS, push, runFor, withGitHub } from '../support/action/scenes.js';

// A run waits between writes, and for a GitHub that does not answer.
jest.setTimeout(90_000);

const MALLORY = { login: 'mallory', type: 'User' } as const;

function bodies(github: FakeGitHub): readonly string[] {
  return github.world.comments.map(({ body }) => body);
}

describe('the first run', () => {
  test.concurrent('writes one summary and one review, on the lines that the change deletes', () =>
    withGitHub(async (github) => {
      const run = await runFor(github, { isProcess: true });
      expect(run.code).toBe(1);
      expect(ownWarnings(run)).toEqual([]);
      const { comments, reviews, lineComments } = github.world;
      expect(comments).toHaveLength(1);
      expect(comments[0]?.body).toContain('This plan breaks the cluster');
      expect(reviews).toMatchObject([{ state: 'COMMENTED', commit_id: 'a'.repeat(40) }]);
      expect(lineComments).toMatchObject([{ path: 'main.tf', side: 'LEFT', start_line: 1, line: 5 }]);
      expect(lineComments[0]?.body).toMatch(
        /Worker nodes lose DNS over UDP, VPC endpoints and NTP[^]*T8\.2[^]*T8\.11[^]*T8\.12/,
      );
      expect(lineComments[0]?.body).toContain('How to mend it');
      expect(run.outputs.get('review-url')).toContain('#pullrequestreview-');
      expect(github.log.length).toBeLessThanOrEqual(10);
    }),
  );

  test('writes nothing when there is nothing to say', () =>
    withGitHub(async (github) => {
      const run = await runFor(github, { files: PASS });
      expect(run.code).toBe(0);
      expect(github.writes()).toEqual([]);
    }));

  test('writes nothing with review: off, and only looks whether a verdict stands', () =>
    withGitHub(async (github) => {
      const run = await runFor(github, { inputs: { review: 'off' } });
      expect(run.code).toBe(1);
      expect(github.writes()).toEqual([]);
      const asked = github.log.filter(({ operation }) => !operation.includes('/contents/'));
      expect(asked.map(({ operation }) => operation.replace(/.*\{repo\}/, ''))).toEqual([
        '/pulls/{pull_number}',
        '/issues/{issue_number}/comments',
      ]);
    }));
});

describe('the next run', () => {
  test.concurrent('of the same commit writes nothing', () =>
    withGitHub(async (github) => {
      await runFor(github, { isProcess: true });
      const once = github.writes().length;
      await runFor(github, { isProcess: true });
      await runFor(github, { isProcess: true, env: { GITHUB_RUN_ID: '56', GITHUB_RUN_ATTEMPT: '2' } });
      expect(once).toBe(2);
      expect(github.writes()).toHaveLength(once);
    }),
  );

  test('says it again when the first comment is outdated', () =>
    withGitHub(async (github) => {
      await runFor(github);
      for (const comment of github.world.lineComments) comment.line = null;
      push(github, 'd');
      await runFor(github);
      expect(github.world.lineComments).toHaveLength(2);
      // Fixed, both say so; that one cannot be written costs no other.
      push(github, 'e');
      const on = 'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}';
      github.troubles.push({ on, times: 1, status: 403, message: 'no' });
      const run = await runFor(github, { files: PASS });
      expect([run.code, ...ownWarnings(run)]).toEqual([
        0,
        expect.stringContaining('A comment on a line could not be brought up to date (403'),
      ]);
      await runFor(github, { files: PASS });
      for (const { body } of github.world.lineComments) expect(body).toContain('**Fixed** in `eeeeeee`');
    }));

  test('says it again when somebody deleted the summary', () =>
    withGitHub(async (github) => {
      await runFor(github);
      github.world.comments.pop();
      await runFor(github);
      expect(github.writes().map(({ method }) => method)).toEqual(['POST', 'POST', 'POST']);
      expect(github.world.lineComments).toHaveLength(1);
    }));
});

describe('two runs at once', () => {
  const COMMENT = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';

  test('end in one summary: the newer gives way, and says what it has to say in the older', () =>
    withGitHub(async (github) => {
      // The other run is quicker: its summary comes into being after we have looked, and before ours.
      await runFor(github);
      const [other] = github.world.comments.splice(0);
      if (other === undefined) throw new Error('the other run wrote nothing');
      push(github, 'd');
      github.world.lineComments.splice(0);
      github.troubles.push({
        on: COMMENT,
        times: 1,
        status: 201,
        isDone: true,
        then: () => github.world.comments.push(other),
      });
      const run = await runFor(github);
      expect([run.code, ...ownWarnings(run)]).toEqual([1]);
      expect(github.world.comments.map(({ id }) => id)).toEqual([other.id]);
      expect(bodies(github)[0]).toContain('commit `ddddddd`');
      expect(github.world.reviews.at(-1)?.body).toContain(`issuecomment-${other.id}`);
    }));

  test('the older stays as it is', () =>
    withGitHub(async (github) => {
      let made = 0;
      github.troubles.push({
        on: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        then: () => {
          const [ours] = github.world.comments;
          if (ours !== undefined && made++ === 0) github.world.addComment(ours.user, ours.body);
        },
        isDone: true,
        status: 200,
      });
      await runFor(github);
      expect(bodies(github)).toHaveLength(2);
      expect(github.writes().filter(({ method }) => method === 'DELETE')).toEqual([]);
    }));
});

test('2,400 comments of others do not cost us our own', () =>
  withGitHub(async (github) => {
    for (let n = 0; n < 2400; n++) github.world.addComment(MALLORY, `${n}`);
    const run = await runFor(github);
    expect([run.code, ...ownWarnings(run)]).toEqual([1]);
    push(github, 'd');
    await runFor(github, { files: PASS });
    expect(
      github.world.comments.filter(({ user }) => user.login !== 'mallory').map(({ body }) => body),
    ).toEqual([expect.stringContaining('This plan breaks nothing')]);
  }));

describe('another runner', () => {
  test('with folders of its own finds what the first one wrote', () =>
    withGitHub(async (github) => {
      const home = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-plan-'));
      for (const name of ['one', 'two']) {
        const plan = path.join(home, name, 'plan.json');
        mkdirSync(path.dirname(plan));
        writeFileSync(plan, fixture(`${EGRESS}/plan.json`));
        push(github, name === 'one' ? 'd' : 'e');
        await runFor(github, { inputs: { plan } });
      }
      rmSync(home, { recursive: true });
      expect(bodies(github)).toHaveLength(1);
      expect(bodies(github)[0]).not.toContain('~~');
      expect(github.world.lineComments).toHaveLength(1);
    }));
});

describe('whose comments they are', () => {
  test('a copied marker of somebody else is left alone', () =>
    withGitHub(async (github) => {
      await runFor(github);
      const [ours] = bodies(github);
      const [line] = github.world.lineComments;
      const forged = github.world.addComment(MALLORY, ours ?? '');
      github.world.comments.reverse();
      if (line !== undefined) github.world.lineComments.push({ ...line, id: 1, user: MALLORY });
      const text = forged.body;
      push(github, 'd');
      await runFor(github, { files: PASS });
      expect(forged.body).toBe(text);
      expect(bodies(github).filter((body) => body.includes('This plan breaks nothing'))).toHaveLength(1);
    }));

  test('a marker that came before ours cannot silence us', () =>
    withGitHub(async (github) => {
      await runFor(github);
      const [ours] = github.world.comments.splice(0);
      const [line] = github.world.lineComments.splice(0);
      const forged = github.world.addComment(MALLORY, ours?.body ?? '');
      if (line !== undefined) github.world.lineComments.push({ ...line, user: MALLORY });
      await runFor(github);
      expect(github.world.comments.map(({ user }) => user.login)).toEqual(['mallory', 'github-actions[bot]']);
      expect(github.world.lineComments).toHaveLength(2);
      expect(forged.body).toBe(ours?.body);
      const before = github.writes().length;
      await runFor(github);
      expect(github.writes()).toHaveLength(before);
    }));

  test("a person's token and an App's find their own", () =>
    withGitHub(async (github) => {
      github.world.tokens.set('ghp_carol', { login: 'carol', type: 'User', access: 'write' });
      const inputs = { 'github-token': 'ghp_carol' };
      await runFor(github, { inputs });
      const before = github.writes().length;
      await runFor(github, { inputs });
      expect(github.writes()).toHaveLength(before);
      expect(github.world.comments.map(({ user }) => user.login)).toEqual(['carol']);
    }));

  test('each label has a summary and comments of its own', () =>
    withGitHub(async (github) => {
      for (const label of ['prod', 'dev', 'prod']) await runFor(github, { inputs: { label } });
      expect(bodies(github)).toHaveLength(2);
      expect(bodies(github)[0]).toContain('`prod`');
      expect(bodies(github)[1]).toContain('`dev`');
      expect(github.world.lineComments).toHaveLength(2);
    }));
});

describe('lines', () => {
  test('a protocol in capitals gets a suggestion on its very line', () =>
    withGitHub(async (github) => {
      const text = fixture('vpc-upper-case-protocol/main.tf');
      github.world.files = newFiles({ 'main.tf': text.trimEnd().split('\n') });
      await runFor(github, {
        files: { 'plan.json': fixture('vpc-upper-case-protocol/plan.json'), 'main.tf': text },
      });
      const suggestion = github.world.lineComments.find(({ body }) => body.includes('```suggestion'));
      const line = text.split('\n')[(suggestion?.line ?? 0) - 1];
      expect(line).toContain('"TCP"');
      expect(suggestion?.body).toContain(`\`\`\`suggestion\n${(line ?? '').replace('TCP', 'tcp')}\n\`\`\``);
      expect(suggestion).toMatchObject({ side: 'RIGHT', start_line: null });
    }));

  test('outside the diff are not commented on, but told in the summary', () =>
    withGitHub(async (github) => {
      github.world.files = [
        { filename: 'other.tf', status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b' },
        { filename: 'main.tf', status: 'modified' },
      ];
      await runFor(github);
      expect(github.world.reviews).toEqual([]);
      expect(bodies(github)[0]).toContain('T8.12');
    }));

  test('near the one that is meant, the nearest changed line of the block speaks for it', () =>
    withGitHub(async (github) => {
      const text = fixture('vpc-upper-case-protocol/main.tf').trimEnd().split('\n');
      const header = text.findIndex((line) => line.startsWith('resource'));
      const last = text.findIndex((line, index) => index > header && line.startsWith('}')) - 1;
      github.world.files = [
        {
          filename: 'main.tf',
          status: 'modified',
          patch: `@@ -${last},1 +${last},2 @@\n ${text[last - 1] ?? ''}\n+${text[last] ?? ''}`,
        },
      ];
      await runFor(github, {
        files: { 'plan.json': fixture('vpc-upper-case-protocol/plan.json'), 'main.tf': text.join('\n') },
      });
      expect(github.world.lineComments.map(({ line }) => line)).toContain(last + 1);
    }));
});
