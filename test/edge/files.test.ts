/** Files that cannot be opened: what is said fits what was looked for. */
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';

import {
  distinctFiles,
  explain,
  type FileKind,
  openPlanFile,
  readBytes,
  readTextIn,
} from '../../src/edge/files.js';
import { LARGE_BYTES, type PlanBytes } from '../../src/plan/document/bytes/source.js';

const folder = mkdtempSync(path.join(tmpdir(), 'files-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function coded(code: string): Error {
  return Object.assign(new Error('ENOENT: words of the system, /secret/path'), { code });
}

function errorOf(file: string, kind: FileKind): string {
  const read = readBytes(file, kind);
  if (read.ok) throw new Error('it was read');
  return read.error;
}

describe('what cannot be read', () => {
  test('a file that is not there', () => {
    const file = path.join(folder, 'nowhere');
    expect(errorOf(file, 'plan')).toContain('terraform show -json FILE');
    expect(errorOf(file, 'configuration')).toBe(
      'does not exist. Name the configuration file, or leave --config out',
    );
  });

  test('a directory', () => {
    expect(errorOf(folder, 'plan')).toBe('is a directory. Name the plan file in it');
    expect(errorOf(folder, 'configuration')).toBe('is a directory. Name the configuration file in it');
  });

  test('below a file', () => {
    writeFileSync(path.join(folder, 'file'), '');
    expect(errorOf(path.join(folder, 'file', 'x'), 'plan')).toContain('a part of its path is a file');
  });
});

describe('what may have no end is not read', () => {
  const pipe = path.join(folder, 'pipe');
  const zero = path.join(folder, 'zero.yml');
  execFileSync('mkfifo', [pipe]);
  symlinkSync('/dev/zero', zero);

  test.each<[string, string, FileKind]>([
    ['a pipe', pipe, 'plan'],
    ['a device', '/dev/zero', 'plan'],
    ['a pipe as facts', pipe, 'facts'],
    ['a link to a device', zero, 'configuration'],
  ])('%s', (_, file, kind) => {
    expect(errorOf(file, kind)).toContain('is a pipe or a device, not a file');
  });

  test('a configuration that is too large, while a plan may be', () => {
    const file = path.join(folder, 'large');
    writeFileSync(file, Buffer.alloc(5_000_001));
    expect(errorOf(file, 'configuration')).toContain('is larger than 5 MB');
    expect(readBytes(file, 'plan').ok).toBe(true);
    writeFileSync(file, Buffer.alloc(5_000_000));
    expect(readBytes(file, 'configuration').ok).toBe(true);
  });
});

describe('a plan of any size', () => {
  const small = path.join(folder, 'small.json');
  const large = path.join(folder, 'large.json');
  writeFileSync(small, '{}');
  writeFileSync(large, Buffer.concat([Buffer.from('{"a":1}'), Buffer.alloc(LARGE_BYTES, 32)]));

  function opened(file: string): PlanBytes {
    const found = openPlanFile(file);
    if (!found.ok) throw new Error(found.error);
    return found.value;
  }

  test('is in memory when it is small, and otherwise read from any place', () => {
    expect(opened(small)).toEqual(readFileSync(small));
    const source = opened(large);
    if (source instanceof Uint8Array) throw new Error('it was read');
    const room = new Uint8Array(3);
    expect(source.length).toBe(LARGE_BYTES + 7);
    expect([source.read(room, 1), Buffer.from(room).toString()]).toEqual([3, '"a"']);
    expect(source.read(room, LARGE_BYTES + 6)).toBe(1);
    expect(source.read(room, LARGE_BYTES + 7)).toBe(0);
  });

  test.each([
    ['that is not there', path.join(folder, 'nowhere')],
    ['that is a folder', folder],
    ['that is a pipe', path.join(folder, 'pipe')],
    ['that is a device', '/dev/zero'],
  ])('%s is refused as another file is', (_, file) => {
    expect(openPlanFile(file)).toEqual(readBytes(file));
  });
});

describe('a file that must lie in a folder', () => {
  const home = mkdtempSync(path.join(folder, 'home-'));
  const secret = path.join(folder, 'secret');
  writeFileSync(secret, 'secret');
  writeFileSync(path.join(home, 'own'), 'own');
  mkdirSync(path.join(home, 'sub'));
  symlinkSync('own', path.join(home, 'inside'));
  symlinkSync(secret, path.join(home, 'outside'));
  symlinkSync('nowhere', path.join(home, 'dangling'));
  symlinkSync(folder, path.join(home, 'up'));

  test.each([
    ['own', { ok: true, value: 'own' }],
    ['inside', { ok: true, value: 'own' }],
    ['absent', { ok: true, value: undefined }],
    ['own/absent', { ok: true, value: undefined }],
    ['outside', { ok: false, error: 'leads out of the workspace and of the runner’s temporary folder' }],
    ['up/secret', { ok: false, error: 'leads out of the workspace and of the runner’s temporary folder' }],
    ['dangling', { ok: false, error: expect.stringContaining('does not exist') }],
    ['sub', { ok: false, error: expect.stringContaining('is a directory') }],
  ])('%s', (name, read) => {
    expect(readTextIn([home], path.join(home, name))).toEqual(read);
  });
});

test('files are named once, by whatever links; standard input is no file', () => {
  const home = mkdtempSync(path.join(folder, 'once-'));
  writeFileSync(path.join(home, 'a'), '');
  symlinkSync('a', path.join(home, 'link'));
  symlinkSync('.', path.join(home, 'self'));
  linkSync(path.join(home, 'a'), path.join(home, 'b'));
  const names = ['-', 'link', 'self/a', './a', 'b', 'absent', './absent', '-'];
  expect(distinctFiles(names, home)).toEqual(['-', 'link', 'b', 'absent']);
});

describe('what cannot be written', () => {
  test.each([
    ['ENOENT', 'is in a folder that does not exist. Make the folder first'],
    ['EISDIR', 'is a directory. Name a file in it'],
    ['ENOSPC', 'does not fit on the disk. Make room, or name another place'],
    ['EACCES', 'may not be opened. Check the permissions of the file'],
    ['EWEIRD', 'cannot be opened (EWEIRD)'],
  ])('%s', (code, words) => {
    expect(explain(coded(code), 'report')).toBe(words);
  });

  test('anything else', () => {
    expect(explain('a text', 'report')).toBe('cannot be opened');
  });
});
