/** The package as somebody gets it: packed, installed without a network beside nothing, and run by each Node that it is for. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { BUILT } from '../support/built.js';
import { offline, packedInto } from '../support/install/packed.js';
import { nodeOf, testWith } from '../support/install/tools.js';
import { ROOT } from '../support/workflows.js';

const home = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-package-'));
const user = path.join(home, 'user');
const installed = path.join(user, 'node_modules/cce-plan-guard');

const ENV = offline(home);

beforeAll(() => {
  const tarball = packedInto(home);
  mkdirSync(user);
  const options = { cwd: user, env: ENV, stdio: 'pipe' } as const;
  execFileSync('npm', ['install', '--no-audit', '--no-fund', tarball], options);
  for (const name of ['plan.json', 'main.tf', 'world.tf'])
    cpSync(path.join(ROOT, 'fixtures/vpc-egress-minima-missing', name), path.join(user, name));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('nothing is installed beside it', () => {
  const names = readdirSync(path.join(user, 'node_modules')).filter((name) => !name.startsWith('.'));
  expect(names).toEqual(['cce-plan-guard']);
});

test('it holds what runs, and what people need to use it', () => {
  const files = readdirSync(installed, { recursive: true })
    .map(String)
    .filter((file) => /\.\w+$|^[A-Z_]+$/.test(file) && !/^dist\/(?:chunks|late)\//.test(file));
  expect(files.sort()).toEqual([
    ...['LICENSE', 'README.md', 'THIRD_PARTY_LICENSES', 'dist/cli.js', 'dist/core.cjs', 'dist/core.js'],
    ...['dist/start.js', 'dist/vendor/cloud-signer.js', 'dist/vendor/tree-sitter-hcl.wasm'],
    ...[
      'dist/vendor/web-tree-sitter.js',
      'dist/vendor/web-tree-sitter.wasm',
      'dist/worker.js',
      'package.json',
    ],
    ...readdirSync(path.join(ROOT, 'schema')).map((name) => `schema/${name}`),
  ]);
});

test('all that the command imports is in it', () => {
  const seen = new Set<string>();
  const open = ['cli.js', 'worker.js'].map((name) => path.join(installed, 'dist', name));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    expect([file, existsSync(file)]).toEqual([file, true]);
    const folder = path.dirname(file);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:^(?:import|export|\}) .*|\b(?:import|late|new URL)\()"(\.{1,2}\/[^"]+\.c?js)"/gm,
    ))
      open.push(path.join(folder, name));
  }
  expect(seen.size).toBeGreaterThan(30);
});

describe('it runs', () => {
  test('by npx, without a network', () => {
    const { status, stdout } = spawnSync('npx', ['cce-plan-guard', 'check', 'plan.json'], {
      cwd: user,
      env: ENV,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([1, expect.stringContaining('Worker nodes lose DNS over UDP')]);
  });

  describe.each([20, 22, 24])('with Node %d', (major) => {
    const title = `a plan is judged, as text and as a page, and a file is refused (Node ${major})`;
    testWith(
      `Node ${major}`,
      title,
      (node) => {
        const run = (...args: readonly string[]) =>
          spawnSync(node, ['node_modules/.bin/cce-plan-guard', ...args], {
            ...{ cwd: user, env: {}, encoding: 'utf8' },
          });
        const text = run('check', 'plan.json');
        expect([text.status, text.stderr]).toEqual([1, '']);
        expect(text.stdout).toContain('Worker nodes lose DNS over UDP');
        expect(run('check', 'plan.json', '--format', 'html').stdout).toMatch(/^<!doctype html>/i);
        const refused = run('check', 'package.json');
        expect([refused.status, refused.stdout]).toEqual([2, '']);
        expect(refused.stderr).toMatch(/^cce-plan-guard: package\.json [^\n]+\n$/);
      },
      nodeOf(major),
    );
  });
});

test('the hook for pre-commit runs from a clone, with nothing installed', () => {
  const [hook] = parse(readFileSync(path.join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as [
    { entry: string; language: string; args: string[]; files: string },
  ];
  expect(hook.language).toBe('script');
  const [program = '', ...given] = hook.entry.split(' ');
  const { status, stdout } = spawnSync(path.join(BUILT, program), [...given, ...hook.args], {
    ...{ cwd: user, env: { PATH: ENV['PATH'] }, encoding: 'utf8' },
  });
  expect([status, stdout]).toEqual([1, expect.stringContaining('Worker nodes lose DNS over UDP')]);
  for (const name of ['main.tf', 'infra/prod/rules.tofu', 'x.tf.json', 'cce-plan-guard.yml', 'a.tfvars'])
    expect(name).toMatch(new RegExp(hook.files));
  expect('README.md').not.toMatch(new RegExp(hook.files));
});

test('the bill of materials has what is in dist/, and nothing else', () => {
  const run = spawnSync(process.execPath, ['scripts/sbom.mjs'], { cwd: ROOT, encoding: 'utf8' });
  const sbom = JSON.parse(run.stdout) as {
    metadata: { component: { name: string } };
    components: { name: string; scope: string }[];
    dependencies: { ref: string; dependsOn: string[] }[];
  };
  expect(sbom.metadata.component.name).toBe('cce-plan-guard');
  const names = sbom.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['@actions/core', 'undici', 'yaml']));
  expect(names).not.toContain('jest');
  expect(new Set(sbom.components.map(({ scope }) => scope))).toEqual(new Set(['required']));
  const refs = new Set(sbom.dependencies.map(({ ref }) => ref));
  expect(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
});
