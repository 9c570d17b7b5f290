import { describe, expect, jest, test } from '@jest/globals';

import { fixture } from '../support/action/run-action.js';
import { egressPatch, ownWarnings, PASS, runFor, withGitHub } from '../support/action/scenes.js';

// A run waits between writes, and for a GitHub that does not answer.
jest.setTimeout(90_000);

describe('the configuration', () => {
  const WAIVER = fixture('tunnel-waived/cce-plan-guard.yml');

  test('counts as it is at the base, and the review says that it changes', () =>
    withGitHub(async (github) => {
      const { world } = github;
      world.contents.set(`${world.pull.baseSha}:cce-plan-guard.yml`, 'fail-on: critical\n');
      world.files = [
        { filename: 'main.tf', status: 'modified', patch: egressPatch() },
        {
          filename: 'cce-plan-guard.yml',
          status: 'modified',
          patch: '@@ -1 +1 @@\n-fail-on: critical\n+fail-on: never',
        },
      ];
      const run = await runFor(github, {
        checkout: 'vpc-egress-minima-missing',
        files: { 'cce-plan-guard.yml': 'fail-on: never\n' },
      });
      expect(run.code).toBe(1);
      expect(world.lineComments.find(({ path }) => path === 'cce-plan-guard.yml')).toMatchObject({
        line: 1,
        side: 'RIGHT',
        body: expect.stringContaining('configuration of the base branch') as unknown,
      });
      expect(world.comments[0]?.body).toContain('`cce-plan-guard.yml`');
      const before = github.writes().length;
      await runFor(github, {
        checkout: 'vpc-egress-minima-missing',
        files: { 'cce-plan-guard.yml': 'fail-on: never\n' },
      });
      expect(github.writes()).toHaveLength(before);
    }));

  test('of the base counts although the checkout has none', () =>
    withGitHub(async (github) => {
      const { world } = github;
      world.contents.set(`${world.pull.baseSha}:.github/cce-plan-guard.yml`, WAIVER);
      const run = await runFor(github, {
        files: {
          'plan.json': fixture('tunnel-waived/plan.json'),
          'main.tf': fixture('tunnel-waived/main.tf'),
        },
      });
      expect(run.code).toBe(0);
    }));

  test('that is broken at the base is exit 2', () =>
    withGitHub(async (github) => {
      github.world.contents.set(`${github.world.pull.baseSha}:cce-plan-guard.yml`, 'fail-onn: never\n');
      const run = await runFor(github, { files: { ...PASS, 'cce-plan-guard.yml': 'fail-on: critical\n' } });
      expect(run.code).toBe(2);
      const [error] = run.commands.filter(({ name }) => name === 'error');
      expect(error?.message).toMatch(/base revision cannot be read.*fail-onn.*Mend it there first/);
    }));

  test('that would be broken after the merge is told', () =>
    withGitHub(async (github) => {
      github.world.contents.set(`${github.world.pull.baseSha}:cce-plan-guard.yml`, 'fail-on: critical\n');
      const run = await runFor(github, { files: { ...PASS, 'cce-plan-guard.yml': 'fail-onn: critical\n' } });
      expect(run.code).toBe(0);
      expect(ownWarnings(run)).toEqual([expect.stringMatching(/after the merge.*fail-on/)]);
    }));
});
