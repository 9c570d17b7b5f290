/** What `init` writes, by the built command, under the linters of others. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { afterAll, expect, test } from '@jest/globals';

import { CLI } from '../support/built.js';
import { testWith } from '../support/install/tools.js';
import { BACKEND, cluster, repository } from '../support/setup/repository.js';

/** One module with a version, several of both programs, and names that YAML takes for something else. */
const REPOSITORIES = [
  { 'infra/main.tf': BACKEND + cluster(), '.terraform-version': '1.11.4' },
  {
    'a/main.tf': BACKEND,
    'b/main.tf': BACKEND,
    'c/main.tofu': BACKEND,
    'no/main.tf': BACKEND,
    '1.0/x.tf': BACKEND,
  },
].map((files) => repository({ ...files, '.github/CODEOWNERS': '' }));
afterAll(() => {
  for (const root of REPOSITORIES) rmSync(root, { recursive: true, force: true });
});

const folderOf = (root: string): string => path.join(root, '.github/workflows');

test('it writes, and writes once', () => {
  for (const root of REPOSITORIES) {
    const first = spawnSync(process.execPath, [CLI, 'init'], { cwd: root, encoding: 'utf8', env: {} });
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain('\nwritten\n');
    const second = spawnSync(process.execPath, [CLI, 'init'], { cwd: root, encoding: 'utf8', env: {} });
    expect(second.stdout).not.toContain('\nwritten\n');
  }
});

function workflows(): readonly string[] {
  return REPOSITORIES.flatMap((root) =>
    readdirSync(folderOf(root)).map((name) => path.join(folderOf(root), name)),
  );
}

testWith('actionlint', 'actionlint finds nothing in it', (tool) => {
  expect(execFileSync(tool, [...workflows()], { encoding: 'utf8' })).toBe('');
});

testWith('zizmor', 'zizmor finds nothing in it', (tool) => {
  const options = ['--pedantic', '--offline', '--no-progress', '--quiet', '--no-config'];
  const output = execFileSync(tool, [...options, ...workflows()], { encoding: 'utf8', stdio: 'pipe' });
  expect(output).toContain('No findings');
});
