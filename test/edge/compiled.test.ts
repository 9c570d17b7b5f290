/** Compiled code that is kept: it saves time, and changes nothing. */
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
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

describe('a check', () => {
  const home = path.join(folder, 'home');
  const own = path.join(home, '.cache', 'cce-plan-guard');
  const options = (
    env: NodeJS.ProcessEnv,
  ): { readonly env: NodeJS.ProcessEnv; readonly encoding: 'utf8' } => ({
    env: { PATH: process.env['PATH'], HOME: home, ...env },
    encoding: 'utf8',
  });
  const check = (env: NodeJS.ProcessEnv = {}): readonly unknown[] => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'check', PLAN], options(env));
    return [status, stdout, stderr];
  };
  mkdirSync(home);
  const plain = check({ CI: 'true' });
  const keptFile = (): string => {
    const [name = '', ...others] = readdirSync(own);
    expect(others).toEqual([]);
    return path.join(own, name);
  };

  test('keeps one file of its own, and says the same without it, with it, and with a broken one', () => {
    expect(readdirSync(home)).toEqual([]);
    expect(plain).toEqual([0, expect.stringContaining('pass'), '']);
    expect(check()).toEqual(plain);
    const { mode, mtimeMs, size } = statSync(keptFile());
    expect(mode & 0o777).toBe(0o600);
    expect(check()).toEqual(plain);
    expect(statSync(keptFile()).mtimeMs).toBe(mtimeMs);
    const broken = readFileSync(keptFile());
    for (let at = 1000; at < size; at += 1000) broken[at] = 255 - (broken[at] ?? 0);
    for (const bytes of [broken, broken.subarray(0, 5000), Buffer.alloc(size)]) {
      writeFileSync(keptFile(), bytes);
      expect(check()).toEqual(plain);
      expect(statSync(keptFile()).size).toBeGreaterThan(100_000);
      expect(readFileSync(keptFile()).equals(bytes)).toBe(false);
    }
  });

  test.each([
    ['a link', (file: string) => symlinkSync(PLAN, file)],
    ['a link to nowhere', (file: string) => symlinkSync('/nowhere/at/all', file)],
    ['a folder', (file: string) => mkdirSync(file)],
    ['a pipe', (file: string) => execFileSync('mkfifo', [file])],
  ])('leaves %s alone that lies where the file would', (_, lay) => {
    check();
    const file = keptFile();
    rmSync(file);
    lay(file);
    const before = lstatSync(file);
    expect(check()).toEqual(plain);
    expect(lstatSync(file).ino).toBe(before.ino);
    rmSync(file, { recursive: true });
  });

  test.each([
    ['is a file', { HOME: PLAN }],
    ['is not there, and cannot be made', { HOME: '/proc/nowhere' }],
    ['nobody names', { HOME: undefined }],
  ])('does without a home that %s', (_, env) => {
    expect(check(env)).toEqual(plain);
  });

  test('beside another leaves one file, which counts', async () => {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home);
    const both = [0, 1].map(async () => {
      const { stdout, stderr } = await promisify(execFile)(
        process.execPath,
        [CLI, 'check', PLAN],
        options({}),
      );
      return [0, stdout, stderr];
    });
    expect(await Promise.all(both)).toEqual([plain, plain]);
    const { mtimeMs } = statSync(keptFile());
    expect(check()).toEqual(plain);
    expect(statSync(keptFile()).mtimeMs).toBe(mtimeMs);
  });
});
