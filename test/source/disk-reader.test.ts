import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { checkoutOf, diskReader } from '../../src/edge/disk-reader.js';
import { openBase } from '../../src/edge/git-base.js';
import { joinPath } from '../../src/source/files/paths.js';

const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'disk-reader-')));
const root = path.join(top, 'repository');

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(top, file)), { recursive: true });
  writeFileSync(path.join(top, file), content);
}

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    encoding: 'utf8',
  }).trim();

beforeAll(() => {
  write('outside/secret.tf', 'secret');
  write('repository/main.tf', 'head');
  write('repository/infra/prod/a.tf', 'a');
  write('repository/infra/prod/deep/b.tf', 'b');
  write('repository/big.tf', new Uint8Array(5_000_001));
  write('repository/limit.tf', new Uint8Array(5_000_000));
  symlinkSync('infra/prod/a.tf', path.join(root, 'link.tf'));
  symlinkSync('../outside/secret.tf', path.join(root, 'out.tf'));
  symlinkSync('../outside', path.join(root, 'out'));
  symlinkSync('infra', path.join(root, 'within'));
  symlinkSync('loop-b', path.join(root, 'loop-a'));
  symlinkSync('loop-a', path.join(root, 'loop-b'));
  symlinkSync('.', path.join(root, 'self'));
});

afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});

async function text(file: string): Promise<string | undefined> {
  const bytes = await diskReader({ root, rootModule: '' }).read(file);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

describe('files of the checkout', () => {
  test.each([
    ['main.tf', 'head'],
    ['./infra//prod/a.tf', 'a'],
    ['infra\\prod\\a.tf', 'a'],
    ['link.tf', 'a'],
    ['within/prod/a.tf', 'a'],
    ['self/self/main.tf', 'head'],
  ])('%s is read', async (file, content) => {
    expect(await text(file)).toBe(content);
  });

  test.each([
    ['is not there', 'nothing.tf'],
    ['is a directory', 'infra'],
    ['leads out by name', '../outside/secret.tf'],
    ['leads out and comes back', '../repository/main.tf'],
    ['climbs within', 'infra/../main.tf'],
    ['climbs in the way of Windows', 'infra\\..\\main.tf'],
    ['is absolute', '/etc/hostname'],
    ['is absolute in the way of Windows', 'C:\\secret.tf'],
    ['is on a share', '\\\\host\\share\\secret.tf'],
    ['is a link that leads out', 'out.tf'],
    ['is below a link that leads out', 'out/secret.tf'],
    ['is a loop', 'loop-a'],
    ['is below a loop', 'loop-a/main.tf'],
    ['has a zero in it', 'main.tf\0'],
    ['is too large', 'big.tf'],
  ])('what %s is not', async (_, file) => {
    expect(await text(file)).toBeUndefined();
  });

  test('the largest file that is read', async () => {
    expect(await text('limit.tf')).toHaveLength(5_000_000);
  });

  test('lists have files and links, no directories', async () => {
    const reader = diskReader({ root, rootModule: 'infra/prod' });
    expect(reader.rootModule).toBe('infra/prod');
    expect(await reader.list('infra/prod')).toEqual(['a.tf']);
    expect(await reader.list('')).toEqual(expect.arrayContaining(['main.tf', 'link.tf', 'out.tf']));
    expect(await reader.list('')).not.toContain('infra');
    for (const directory of ['nothing', 'main.tf', '..', 'out', 'loop-a', '/']) {
      expect(await reader.list(directory)).toBeUndefined();
    }
  });

  test('the grammar', async () => {
    const bytes = await diskReader({ root, rootModule: '' }).grammar();
    expect([...bytes.subarray(0, 4)]).toEqual([0, 0x61, 0x73, 0x6d]);
  });
});

describe('the base revision', () => {
  const revisionAt = async (folder: string, ref: string) =>
    (await (await openBase(folder, ref))?.bases())?.[0];

  beforeAll(() => {
    git('init', '--quiet', '--initial-branch=main');
    git('add', 'main.tf', 'infra', 'link.tf');
    git('commit', '--quiet', '-m', 'one');
    write('repository/main.tf', 'changed');
    write('repository/infra/prod/new.tf', 'new');
    git('add', 'main.tf', 'infra');
    git('commit', '--quiet', '-m', 'two');
  });

  test('names files as they were', async () => {
    const base = await revisionAt(root, 'main~1');
    expect(await base?.list('')).toEqual(['main.tf']);
    expect(await base?.list('infra/prod')).toEqual(['a.tf']);
    expect(new TextDecoder().decode(await base?.read('main.tf'))).toBe('head');
    expect(new TextDecoder().decode(await base?.read('infra/prod/deep/b.tf'))).toBe('b');
  });

  test('what is not there, or leads out', async () => {
    const base = await revisionAt(root, git('rev-parse', 'HEAD~1'));
    for (const file of [
      'new.tf',
      'link.tf',
      '../main.tf',
      'infra/../main.tf',
      '/etc/hostname',
      'nothing/a.tf',
    ]) {
      expect(await base?.read(file)).toBeUndefined();
    }
    for (const directory of ['nothing', 'main.tf', '..', '/']) {
      expect(await base?.list(directory)).toBeUndefined();
    }
  });

  test('a directory below the repository is its own root', async () => {
    const base = await revisionAt(path.join(root, 'infra'), 'HEAD~1');
    expect(await base?.list('prod')).toEqual(['a.tf']);
    expect(new TextDecoder().decode(await base?.read('prod/a.tf'))).toBe('a');
  });

  test('several files of a directory, empty ones too', async () => {
    write('repository/many/1.tf', '');
    write('repository/many/2.tf', 'two\n');
    write('repository/many/é x.tf', 'three');
    write('repository/many/skipped.txt', 'no');
    git('add', 'many');
    git('commit', '--quiet', '-m', 'many');
    const base = await revisionAt(root, 'HEAD');
    const texts: (string | undefined)[] = [];
    for (const name of ['1.tf', '2.tf', 'é x.tf', 'skipped.txt']) {
      const bytes = await base?.read(`many/${name}`);
      texts.push(bytes && new TextDecoder().decode(bytes));
    }
    expect(texts).toEqual(['', 'two\n', 'three', undefined]);
  });

  test.each([
    '',
    'nothing',
    '--upload-pack=x',
    '-h',
    'main..HEAD',
    'HEAD:main.tf',
    'HEAD^{tree}',
    '@{u}',
    'a b',
    '$(id)',
    'main;id',
  ])('the revision %j is refused', async (ref) => {
    expect(await openBase(root, ref)).toBeUndefined();
  });

  test('no repository: none', async () => {
    expect(await openBase(path.join(top, 'outside'), 'HEAD')).toBeUndefined();
  });

  test('the checkout of a directory', () => {
    expect(checkoutOf(path.join(root, 'infra', 'prod'))).toMatchObject({ root, rootModule: 'infra/prod' });
    expect(checkoutOf(root)).toEqual({ root, rootModule: '', isRepository: true });
    expect(checkoutOf(path.join(root, 'within'))).toMatchObject({ root, rootModule: 'infra' });
    expect(checkoutOf(path.join(root, 'nothing'))).toBeUndefined();
    expect(checkoutOf(path.join(root, 'main.tf'))).toBeUndefined();
  });
});

test.each([
  ['', './mods', 'mods'],
  ['infra/prod', '../../mods/x', 'mods/x'],
  ['infra/prod', '..\\..\\mods\\x', 'mods/x'],
  ['infra\\prod', './/a/./b/', 'infra/prod/a/b'],
  ['infra', '..', ''],
  ['infra', '../..', undefined],
  ['', '..\\x', undefined],
  ['a', '/b', undefined],
  ['a', '\\b', undefined],
  ['a', 'D:\\b', undefined],
  ['a', 'd:b', undefined],
])('from %j, %j is %j', (directory, name, joined) => {
  expect(joinPath(directory, name)).toBe(joined);
});
