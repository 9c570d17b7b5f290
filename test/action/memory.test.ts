/** What is told once is not told again, whatever changes in how it is told. */
import { describe, expect, test } from '@jest/globals';

import type { FakeGitHub } from '../support/github/server.js';
import { ownWarnings, PASS, push, runFor, withGitHub } from '../support/action/scenes.js';

/** The last line of a comment. */
const MEMORY = /<!-- cce-plan-guard:told [^>]*-->\s*$/;

/** A summary as version 0.1.0 wrote it: a check by its place in a list. */
function asOf010(github: FakeGitHub): void {
  const [comment] = github.world.comments;
  const ids = (MEMORY.exec(comment?.body ?? '')?.[0] ?? '').match(/\b[0-9a-f]{16}\b/g)?.slice(1) ?? [];
  if (comment === undefined || ids.length === 0) throw new Error('no summary, or no memory');
  const rows = ['T8.2', 'T8.11', 'T8.12'];
  const old = ids.map((id, at) => `${id}.2.${rows[at] ?? 'T8.1'}`);
  comment.body = comment.body.replace(MEMORY, `<!-- cce-plan-guard:memory now=${old.join(',')} gone= -->`);
}

describe('the next run', () => {
  test('understands what version 0.1.0 remembers: it is struck under the title of its check', () =>
    withGitHub(async (github) => {
      await runFor(github);
      asOf010(github);
      push(github, 'd');
      const run = await runFor(github, { files: PASS });
      expect([run.code, ...ownWarnings(run)]).toEqual([0]);
      expect(github.world.comments[0]?.body).toMatch(/~~[^~]*egress[^~]*T8\.2, T8\.11, T8\.12.*~~/i);
    }));

  test('repeats no comment on a line after an update from 0.1.0', () =>
    withGitHub(async (github) => {
      await runFor(github);
      asOf010(github);
      const [comment] = github.world.lineComments;
      if (comment === undefined) throw new Error('no comment');
      const key = /key=[0-9a-f]{16}/.exec(comment.body)?.[0] ?? '';
      comment.body = comment.body.replace(MEMORY, `<!-- cce-plan-guard:line ${key} of=${'0'.repeat(16)} -->`);
      await runFor(github);
      expect(github.world.lineComments).toHaveLength(1);
      expect(github.writes().map(({ method }) => method)).toEqual(['POST', 'POST', 'PATCH']);
    }));

  test('repeats no comment when the words are others', () =>
    withGitHub(async (github) => {
      await runFor(github);
      const [comment] = github.world.lineComments;
      if (comment === undefined) throw new Error('no comment');
      comment.body = comment.body.replaceAll(/[A-Z][a-z]+ [a-z]+/g, 'Other words');
      push(github, 'd');
      await runFor(github);
      expect(github.world.lineComments).toHaveLength(1);
    }));

  test('repeats no comment when the severity is another', () =>
    withGitHub(async (github) => {
      await runFor(github);
      const { world } = github;
      world.contents.set(`${world.pull.baseSha}:cce-plan-guard.yml`, 'severity:\n  egress-minimum: notice\n');
      push(github, 'd');
      const run = await runFor(github);
      expect(JSON.parse(run.report)).toMatchObject({ summary: { critical: 0, notice: 3 } });
      expect(world.lineComments).toHaveLength(1);
      for (const { body } of [...world.comments, ...world.lineComments]) {
        expect(body).toMatch(/No longer critical since `ddddddd`: Worker nodes lose DNS over UDP/);
      }
    }));
});
