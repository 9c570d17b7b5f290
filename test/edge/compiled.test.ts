/** Compiled code that is kept: it saves time, and changes nothing. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

import { afterAll, describe, expect, test } from '@jest/globals';

import { compiledFolder, compiledScript } from '../../src/edge/compiled.js';
import { must } from '../../src/result.js';
import { CLI } from '../support/built.js';

const ROOT = path.join(import.meta.dirname, '..', '..');
const PLAN = path.join(ROOT, 'fixtures', 'vpc-no-changes', 'plan.json');

const folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-compiled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('where it is kept', () => {
  test.each([
    [{ HOME: '/home/me' }, '/home/me/.cache/cce-plan-guard'],
    [{ HOME: '/home/me', XDG_CACHE_HOME: '/var/me', CI: 'false' }, '/var/me/cce-plan-guard'],
    [{ HOME: '/home/me', XDG_CACHE_HOME: 'here' }, '/home/me/.cache/cce-plan-guard'],
    [{ HOME: 'here' }, undefined],
    [{}, undefined],
    [{ HOME: '/home/me', CI: 'true' }, undefined],
    [{ HOME: '/home/me', NODE_DISABLE_COMPILE_CACHE: '1' }, undefined],
  ])('%j: %s', (env, where) => {
    expect(compiledFolder(env)).toBe(where);
  });
});

describe('a script', () => {
  afterAll(() => setFlagsFromString('--opt'));

  const script = pathToFileURL(path.join(folder, 'script.cjs'));
  const write = (version: string): void => writeFileSync(script, `/* ${version} */\n'${version}'\n`);
  const answer = (): {
    readonly says: unknown;
    readonly toKeep: ReturnType<typeof compiledScript>['toKeep'];
  } => {
    const { value, toKeep } = compiledScript(script, folder);
    // As at the end of a check of a small plan.
    setFlagsFromString('--no-opt');
    return { says: value, toKeep };
  };
  const kept = (): string => {
    for (const name of readdirSync(folder)) if (name.endsWith('.bin')) rmSync(path.join(folder, name));
    const { file, bytes } = must(answer().toKeep(), 'nothing is there');
    writeFileSync(file, bytes, { mode: 0o600 });
    return file;
  };

  test('is compiled once', () => {
    write('one');
    kept();
    expect([answer().says, answer().toKeep()]).toEqual(['one', undefined]);
  });

  test('that another version has replaced is compiled anew, though it is as long', () => {
    write('one');
    kept();
    write('two');
    expect(answer().says).toBe('two');
  });

  test.each([
    ['is none of ours', (file: string) => writeFileSync(file, 'rubbish')],
    ['others may write', (file: string) => chmodSync(file, 0o666)],
  ])('%s: what is kept is not taken', (_, spoil) => {
    write('one');
    const file = kept();
    spoil(file);
    const { says, toKeep } = answer();
    expect([says, toKeep()?.file]).toEqual(['one', file]);
  });
});

test('a check keeps one file of its own, and says the same without it, with it, and with a broken one', () => {
  const caches = path.join(folder, 'caches');
  const check = (env: NodeJS.ProcessEnv = {}): readonly unknown[] => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', PLAN], {
      env: { PATH: process.env['PATH'], XDG_CACHE_HOME: caches, ...env },
      encoding: 'utf8',
    });
    return [status, stdout, stderr];
  };
  const first = check({ CI: 'true' });
  expect(existsSync(caches)).toBe(false);
  expect(first).toEqual([0, expect.stringContaining('pass'), '']);
  expect(check()).toEqual(first);
  const own = path.join(caches, 'cce-plan-guard');
  const [name = '', ...others] = readdirSync(own);
  expect(others).toEqual([]);
  const file = path.join(own, name);
  const { mode, mtimeMs } = statSync(file);
  expect(mode & 0o777).toBe(0o600);
  expect(check()).toEqual(first);
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
  writeFileSync(file, 'rubbish');
  expect(check()).toEqual(first);
  expect(statSync(file).size).toBeGreaterThan(100_000);
});
