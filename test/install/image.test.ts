/** The images of the Containerfile: built, and run as nobody, without a network, on what is mounted to be read. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';

import { BUILT } from '../support/built.js';
import { FIXTURES } from '../support/fixture-report.js';
import { testWith, toolAt } from '../support/install/tools.js';
import { ROOT } from '../support/workflows.js';

const TEXT = readFileSync(path.join(ROOT, 'Containerfile'), 'utf8');

test('it pins its base, copies what is there and does not run as root', () => {
  expect(TEXT).toMatch(/^FROM docker\.io\/library\/debian:\w+-slim@sha256:[0-9a-f]{64} AS debian$/m);
  expect(TEXT.match(/^USER 65534:65534$/gm)).toHaveLength(2);
  const ignored = readFileSync(path.join(ROOT, '.containerignore'), 'utf8').split('\n');
  const own = [...TEXT.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
  const files = ['package.json', 'LICENSE', 'THIRD_PARTY_LICENSES', 'dist'];
  expect(own).toEqual([...files, ...files]);
  for (const file of files) expect(ignored).toContain(`!${file}`);
});

/** .ci/tools puts it there: from the registry, or made from the packages of the distribution. */
const BASE = 'localhost/cce-plan-guard-base';
const podman = toolAt('podman');
const hasBase = podman !== undefined && spawnSync(podman, ['image', 'exists', BASE]).status === 0;

/** Some machines give no more than they have themselves, and crun does not run beside both versions of control groups. */
const LIMITS = ['--ulimit=nofile=1024:1024', '--ulimit=nproc=1024:1024'];
const RUNTIME = ['/usr/bin/runc', '/usr/sbin/runc'].some(existsSync) ? ['--runtime=runc'] : [];

const home = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-image-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('built', () => {
  const missing = podman === undefined ? 'podman' : `the image ${BASE}`;
  testWith(
    missing,
    'the command alone judges a plan, without a shell, a network or a right to write',
    (tool) => {
      const run = runner(tool, 'command');
      expect(run(['check', 'plan.json'])).toMatchObject({
        ...{ status: 1, stderr: '' },
        stdout: expect.stringContaining('Worker nodes lose DNS over UDP') as unknown,
      });
      // The grammar of the files beside it, the page, and git.
      expect(run(['check', 'plan.json', '--format', 'html']).stdout).toMatch(/^<!doctype html>/i);
      expect(run(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
      expect(run(['--version'], '--entrypoint=git').stdout).toMatch(/^git version /);
      expect(run(['-c', ':'], '--entrypoint=sh').status).toBe(127);
      const program = `const fs = require('node:fs');
        console.log(process.getuid(), ['/plans/x', '/opt/x'].map((f) => { try { fs.writeFileSync(f, ''); } catch (e) { return e.code; } }).join(' '));
        fetch('https://192.0.2.1').catch((e) => console.log(e.message));`;
      expect(run(['-e', program], '--entrypoint=node')).toMatchObject({
        stdout: '65534 EROFS EROFS\nfetch failed\n',
      });
      const size = execFileSync(tool, ['image', 'inspect', '--format={{.Size}}', tag('command')], {
        encoding: 'utf8',
      });
      expect(Number(size)).toBeLessThan(160_000_000);
    },
    hasBase ? podman : undefined,
  );

  testWith(
    missing,
    'that of build services runs lines by a shell',
    (tool) => {
      const run = runner(tool, 'job');
      const ran = run([
        'sh',
        '-ec',
        'git --version; cce-plan-guard check plan.json --quiet || echo "$?"; id -u',
      ]);
      expect(ran).toMatchObject({ status: 0, stderr: '' });
      expect(ran.stdout).toMatch(/^git version \S+\n1\n65534\n$/);
    },
    hasBase ? podman : undefined,
  );
});

const tag = (target: string): string => `localhost/cce-plan-guard-test:${target}`;

/** Builds a target, and gives what runs it. */
function runner(tool: string, target: string) {
  const context = path.join(home, target);
  cpSync(BUILT, context, { recursive: true });
  for (const name of ['package.json', 'LICENSE', 'Containerfile', '.containerignore'])
    cpSync(path.join(ROOT, name), path.join(context, name));
  const work = path.join(FIXTURES, 'vpc-egress-minima-missing');
  const options = ['--quiet', '--isolation=chroot', `--build-arg=BASE=${BASE}`, `--target=${target}`];
  execFileSync(tool, ['build', ...options, '--tag', tag(target), context], { stdio: 'pipe' });
  return (args: readonly string[], ...more: readonly string[]) =>
    spawnSync(
      tool,
      [
        ...[...RUNTIME, 'run', '--rm', '--read-only', '--network=none', '--cap-drop=all', ...LIMITS],
        ...[`--volume=${work}:/plans:ro`, ...more, tag(target), ...args],
      ],
      { encoding: 'utf8' },
    );
}
