/** The image: built without root by whatever builder is there, and run as nobody without a network. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { BUILT } from '../support/built.js';
import { FIXTURES } from '../support/fixture-report.js';
import { testWith } from '../support/install/tools.js';
import { ROOT } from '../support/workflows.js';

const TEXT = readFileSync(path.join(ROOT, 'Containerfile'), 'utf8');
const BASE = /^ARG BASE=(\S+)$/m.exec(TEXT)?.[1] ?? '';

test('it names its base, copies what is there and does not run as root', () => {
  expect(BASE).toMatch(/^docker\.io\/library\/debian:\w+-slim$/);
  expect(TEXT).toMatch(/^USER 65534:65534$/m);
  const ignored = readFileSync(path.join(ROOT, '.containerignore'), 'utf8').split('\n');
  const files = [...TEXT.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
  expect(files).toEqual(['package.json', 'LICENSE', 'THIRD_PARTY_LICENSES', 'dist']);
  for (const file of files) expect(ignored).toContain(`!${file}`);
});

describe('built', () => {
  testWith('podman', 'it judges a plan that is mounted', (podman) => {
    const pull = spawnSync(podman, ['pull', '--quiet', BASE], { encoding: 'utf8', timeout: 100_000 });
    if (pull.status !== 0) {
      console.warn(`skipped: ${BASE} cannot be had from here`);
      return;
    }
    const context = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-image-'));
    try {
      cpSync(BUILT, context, { recursive: true });
      for (const name of ['package.json', 'LICENSE', 'Containerfile', '.containerignore'])
        cpSync(path.join(ROOT, name), path.join(context, name));
      cpSync(path.join(FIXTURES, 'vpc-icmp-destroyed/plan.json'), path.join(context, 'work/plan.json'));
      const tag = 'localhost/cce-plan-guard-test';
      execFileSync(podman, ['build', '--quiet', '--tag', tag, context], { stdio: 'pipe' });
      const run = (...args: readonly string[]) =>
        spawnSync(
          podman,
          ['run', '--rm', '--network=none', `--volume=${context}/work:/work:ro`, tag, ...args],
          { encoding: 'utf8' },
        );
      expect(run('check', 'plan.json')).toMatchObject({
        status: 1,
        stdout: expect.stringContaining('Worker nodes lose ICMP') as unknown,
      });
      expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    } finally {
      rmSync(context, { recursive: true, force: true });
    }
  });
});
