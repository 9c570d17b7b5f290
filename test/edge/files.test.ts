/** Files that cannot be opened: what is said fits what was looked for. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';

import { explain, type FileKind, readBytes, writeWhole } from '../../src/edge/files.js';

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

describe('a file that is written whole', () => {
  test('is new, or takes the place of the old one behind a link', () => {
    const place = mkdtempSync(path.join(folder, 'whole-'));
    const [file, link] = [path.join(place, 'a.json'), path.join(place, 'link.json')];
    writeWhole(file, 'one');
    symlinkSync(file, link);
    writeWhole(link, 'two');
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(readdirSync(place)).toEqual(['a.json', 'link.json']);
  });

  test('leaves nothing behind where it cannot be written', () => {
    const place = mkdtempSync(path.join(folder, 'whole-'));
    expect(() => writeWhole(path.join(place, 'nowhere', 'a.json'), 'x')).toThrow('ENOENT');
    expect(() => writeWhole(place, 'x')).toThrow('EISDIR');
    expect(readdirSync(place)).toEqual([]);
  });
});
