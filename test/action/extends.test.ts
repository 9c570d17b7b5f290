/** `extends` in the Action: of the base revision, or of another repository at a commit; never of the pull request. */
import { describe, expect, jest, test } from '@jest/globals';

import { ownWarnings, PASS, runFor, withGitHub } from '../support/action/scenes.js';
import type { Outcome } from '../support/action/run-action.js';
import type { FakeGitHub } from '../support/github/server.js';

jest.setTimeout(90_000);

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const NAMED = `acme/policy@${COMMIT}:cce.yml`;
const ORGANISATION = 'fail-on: never\n';

/** Another repository that only its own token reads. */
function withPolicy(github: FakeGitHub, text: string): void {
  github.world.tokens.set('ghs_policy', { login: 'policy', type: 'Bot', access: 'read' });
  const contents = new Map([[`${COMMIT}:cce.yml`, text]]);
  github.world.others.set('acme/policy', { token: 'ghs_policy', contents });
}

function atBase({ world }: FakeGitHub, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) world.contents.set(`${world.pull.baseSha}:${name}`, text);
}

function error({ commands }: Outcome): string {
  return commands.find(({ name }) => name === 'error')?.message ?? '';
}

const INPUTS = { 'policy-token': 'ghs_policy' };

describe('a configuration of another repository', () => {
  test('is fetched with its own token, and counts', () =>
    withGitHub(async (github) => {
      withPolicy(github, ORGANISATION);
      atBase(github, { 'cce-plan-guard.yml': `extends: ${NAMED}\nfail-on: critical\n` });
      const run = await runFor(github, { inputs: INPUTS });
      expect(run.code).toBe(0);
      expect(ownWarnings(run)).toEqual([
        expect.stringContaining('`fail-on` of cce-plan-guard.yml does not count'),
      ]);
    }));

  test('is not what the head of the pull request names', () =>
    withGitHub(async (github) => {
      withPolicy(github, ORGANISATION);
      atBase(github, { 'cce-plan-guard.yml': 'fail-on: critical\n' });
      const files = { 'cce-plan-guard.yml': `extends: ${NAMED}\n` };
      const run = await runFor(github, { checkout: 'vpc-egress-minima-missing', files, inputs: INPUTS });
      expect(run.code).toBe(1);
      expect(github.log.some(({ url }) => url.includes('/policy/'))).toBe(false);
    }));

  test('that cannot be read is exit 2', () =>
    withGitHub(async (github) => {
      withPolicy(github, 'fail-onn: never\n');
      atBase(github, { 'cce-plan-guard.yml': `extends: ${NAMED}\n` });
      expect(error(await runFor(github, { files: PASS }))).toMatch(/is not there, or the token may not read/);
      const broken = await runFor(github, { files: PASS, inputs: INPUTS });
      expect(broken.code).toBe(2);
      expect(error(broken)).toMatch(/acme\/policy@0123456:cce.yml: line 1.*fail-onn/);
    }));
});

describe('a file of the same repository', () => {
  test('is read at the base, too', () =>
    withGitHub(async (github) => {
      atBase(github, { 'cce-plan-guard.yml': 'extends: policy/cce.yml\n', 'policy/cce.yml': ORGANISATION });
      expect((await runFor(github)).code).toBe(0);
    }));

  test('that is not there, or lies outside, is exit 2', () =>
    withGitHub(async (github) => {
      atBase(github, { 'cce-plan-guard.yml': 'extends: policy/cce.yml\n' });
      const files = { ...PASS, 'policy/cce.yml': ORGANISATION };
      expect(error(await runFor(github, { files }))).toMatch(/policy\/cce.yml.*is not there/);
      atBase(github, { 'cce-plan-guard.yml': 'extends: ../policy.yml\n' });
      expect(error(await runFor(github, { files }))).toMatch(/outside of the repository/);
    }));
});
