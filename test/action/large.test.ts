import { describe, expect, jest, test } from '@jest/globals';

import type { FakeFile } from '../support/github/diff.js';
import { addedPatch, manyFindings, planOf, ruleText } from '../support/action/plans.js';
import { egressPatch, newFiles, ownWarnings, push, runFor, withGitHub } from '../support/action/scenes.js';

jest.setTimeout(90_000);

const PLAN = planOf(manyFindings(200));

/** 200 rules in 200 files, and 100 files that have nothing to do with it. */
function manyFiles(): { files: FakeFile[]; texts: Record<string, string> } {
  const texts: Record<string, string> = {};
  const files = Array.from({ length: 300 }, (_, index): FakeFile => {
    const lines = index < 200 ? ruleText(`r${index}`) : [`# ${index}`];
    const filename = index < 200 ? `rule-${index}.tf` : `docs/page-${index}.md`;
    texts[filename] = `${lines.join('\n')}\n`;
    return { filename, status: 'added', patch: addedPatch(lines) };
  });
  return { files, texts };
}

describe('a large pull request', () => {
  test('of 300 files and 200 findings costs at most 12 calls, and the next run no write', () =>
    withGitHub(async (github) => {
      const { files, texts } = manyFiles();
      github.world.files = files;
      const step = { files: { ...texts, 'plan.json': PLAN } };
      const run = await runFor(github, step);
      expect(ownWarnings(run)).toEqual([]);
      expect(JSON.parse(run.report)).toMatchObject({ summary: { warning: 200 } });
      expect(github.log.length).toBeLessThanOrEqual(12);
      const { comments, reviews, lineComments } = github.world;
      expect([comments.length, reviews.length, lineComments.length]).toEqual([1, 1, 30]);
      expect(reviews[0]?.body).toContain('170 more stand only there');
      expect(comments[0]?.body.length).toBeLessThan(65_536);
      expect(new Set(lineComments.map(({ path }) => path)).size).toBe(30);
    }));

  test('says no more on the next run, but what is new', () =>
    withGitHub(async (github) => {
      const { files, texts } = manyFiles();
      github.world.files = files;
      const step = (count: number) => ({ files: { ...texts, 'plan.json': planOf(manyFindings(count)) } });
      await runFor(github, step(35));
      const before = github.writes().length;
      await runFor(github, step(35));
      expect(github.writes()).toHaveLength(before);
      await runFor(github, step(36));
      expect(github.world.lineComments).toHaveLength(31);
      expect(github.world.lineComments.at(-1)?.path).toBe('rule-35.tf');
    }));

  test('finds its summary among hundreds of comments', () =>
    withGitHub(async (github) => {
      const talk = (count: number): void => {
        for (let i = 0; i < count; i++)
          github.world.addComment({ login: 'alice', type: 'User' }, `talk ${i}`);
      };
      talk(250);
      await runFor(github);
      talk(120);
      const before = github.writes().length;
      await runFor(github);
      expect(github.writes()).toHaveLength(before);
      expect(github.log.filter(({ url }) => url.includes('page=3'))).not.toEqual([]);
    }));

  test('asks again for a diff that GitHub left out of a large page', () =>
    withGitHub(async (github) => {
      const huge = addedPatch(Array.from({ length: 19_990 }, (_, i) => `# ${i}`));
      const filler = Array.from({ length: 30 }, (_, i): FakeFile => {
        return { filename: `a-${i}.txt`, status: 'added', patch: '@@ -0,0 +1 @@\n+x' };
      });
      github.world.files = [
        { filename: '0.txt', status: 'added', patch: huge },
        ...filler,
        { filename: 'main.tf', status: 'modified', patch: egressPatch() },
      ];
      await runFor(github);
      expect(github.world.lineComments).toMatchObject([{ path: 'main.tf', side: 'LEFT' }]);
      expect(github.log.filter(({ url }) => url.includes('per_page=10&'))).toHaveLength(1);
    }));

  test('of more files than GitHub lists says so', () =>
    withGitHub(async (github) => {
      const filler = Array.from({ length: 3100 }, (_, index): FakeFile => {
        return { filename: `docs/${index}.md`, status: 'added', patch: '@@ -0,0 +1 @@\n+x' };
      });
      github.world.files = [...filler, { filename: 'main.tf', status: 'modified', patch: egressPatch() }];
      const run = await runFor(github);
      expect([run.code, ...ownWarnings(run)]).toEqual([1]);
      expect(github.world.comments[0]?.body).toContain('GitHub lists 3000 of the 3101 changed files');
      expect(github.log.filter(({ operation }) => operation.endsWith('/files'))).toHaveLength(30);
    }));

  test('says once what 260 instances of one rule have in common with their line', () =>
    withGitHub(async (github) => {
      const TYPE = 'opentelekomcloud_networking_secgroup_rule_v2';
      // The rules r0, r1, ... as instances of one block.
      const plan = planOf(manyFindings(260)).replace(
        new RegExp(`"${TYPE}\\.r(\\d+)"`, 'g'),
        (_, index: string) => `"${TYPE}.all[${index}]"`,
      );
      const lines = ruleText('all');
      github.world.files = newFiles({ 'main.tf': lines });
      const step = { files: { 'main.tf': lines.join('\n'), 'plan.json': plan } };
      await runFor(github, step);
      const [comment, ...others] = github.world.lineComments;
      expect(others).toEqual([]);
      expect(comment?.body.length).toBeLessThanOrEqual(65_536);
      expect(comment?.body).toMatch(/\d+ more in the summary\./);
      push(github, 'd');
      await runFor(github, step);
      expect(github.world.lineComments).toHaveLength(1);
    }));

  test('with more comments on lines than we read is not told again what it was told', () =>
    withGitHub(async (github) => {
      await runFor(github);
      const [ours] = github.world.lineComments.splice(0);
      if (ours === undefined) throw new Error('no comment');
      const user = { login: 'alice', type: 'User' } as const;
      for (let id = 1; id <= 2000; id++) github.world.lineComments.push({ ...ours, id, user, body: 'talk' });
      github.world.lineComments.push(ours);
      const before = github.writes().length;
      await runFor(github);
      expect(github.writes()).toHaveLength(before);
    }));
});
