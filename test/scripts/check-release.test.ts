import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '@jest/globals';

const ROOT = path.join(import.meta.dirname, '..', '..');
const { version, repository } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
  repository: string;
};
const HOME = repository.replace('github:', '');

test.each([
  ['as it is', `v${version}`, HOME, ''],
  ['with another tag', 'v99.0.0', HOME, 'the tag is v99.0.0'],
  ['of a copy of the repository', `v${version}`, 'mallory/cce-plan-guard', 'this is github:mallory/'],
])('a release %s', (_, tag, home, says) => {
  const run = spawnSync(process.execPath, ['scripts/check-release.mjs'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { GITHUB_REF_NAME: tag, GITHUB_REPOSITORY: home },
  });
  expect(run.status).toBe(says === '' ? 0 : 1);
  expect(run.stderr).toContain(says);
});
