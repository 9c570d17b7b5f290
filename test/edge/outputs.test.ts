/** Files that are written: whole or not at all, where they are named and nowhere else. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';

import { inputAt, wouldLieIn, writeWhole } from '../../src/edge/outputs.js';

const folder = mkdtempSync(path.join(tmpdir(), 'outputs-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let home = folder;
beforeEach(() => {
  home = mkdtempSync(path.join(folder, 'home-'));
});

const within = (name: string): string => path.join(home, name);

describe('a file that is written whole', () => {
  test('is new, or takes the place of the old one with its permissions', () => {
    expect(writeWhole(within('a.json'), 'one').ok).toBe(true);
    chmodSync(within('a.json'), 0o600);
    expect(writeWhole(within('a.json'), 'two').ok).toBe(true);
    expect(readFileSync(within('a.json'), 'utf8')).toBe('two');
    expect(statSync(within('a.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(home)).toEqual(['a.json']);
  });

  test('never shows half of itself: the old one is another file', () => {
    writeFileSync(within('a.json'), 'old');
    linkSync(within('a.json'), within('reader'));
    expect(writeWhole(within('a.json'), 'new').ok).toBe(true);
    expect(readFileSync(within('reader'), 'utf8')).toBe('old');
  });

  test.each([['to a file'], ['to nothing']])('does not follow a link %s', (to) => {
    const victim = within('victim');
    if (to === 'to a file') writeFileSync(victim, 'keep');
    symlinkSync('victim', within('link.json'));
    expect(writeWhole(within('link.json'), 'x')).toEqual({
      ok: false,
      error: 'is a link, which is not followed. Name the file itself',
    });
    expect(readdirSync(home)).toEqual(to === 'to a file' ? ['link.json', 'victim'] : ['link.json']);
    expect(lstatSync(within('link.json')).isSymbolicLink()).toBe(true);
  });

  test('does not follow a link to a device either, but for those of the system', () => {
    symlinkSync('/dev/null', within('null'));
    expect(writeWhole(within('null'), 'x').ok).toBe(false);
    expect(writeWhole('/dev/null', 'x').ok).toBe(true);
  });

  test('leaves nothing behind where it cannot be written', () => {
    expect(writeWhole(within('nowhere/a.json'), 'x')).toEqual({
      ok: false,
      error: 'is in a folder that does not exist. Make the folder first',
    });
    expect(writeWhole(home, 'x')).toEqual({ ok: false, error: 'is a directory. Name a file in it' });
    expect(readdirSync(home)).toEqual([]);
    expect(writeWhole(within('new/a.json'), 'x', { makesFolder: true }).ok).toBe(true);
  });

  test('tells of a device that is full', () => {
    expect(writeWhole('/dev/full', 'x')).toEqual({
      ok: false,
      error: expect.stringContaining('does not fit on the disk') as unknown,
    });
  });

  test('goes straight into a pipe', () => {
    execFileSync('mkfifo', [within('pipe')]);
    const reader = openSync(within('pipe'), constants.O_RDWR);
    expect(writeWhole(within('pipe'), 'x').ok).toBe(true);
    expect(readSync(reader, Buffer.alloc(9))).toBe(1);
    closeSync(reader);
    expect(readdirSync(home)).toEqual(['pipe']);
  });
});

describe('an input that an output would destroy', () => {
  test('is found by any of its names', () => {
    writeFileSync(within('plan.json'), '{}');
    symlinkSync('plan.json', within('link.json'));
    linkSync(within('plan.json'), within('hard.json'));
    const inputs = ['-', within('absent.json'), within('plan.json')];
    for (const name of ['plan.json', './plan.json', 'link.json', 'hard.json'])
      expect(inputAt(within(name), inputs)).toBe(within('plan.json'));
    for (const name of ['absent.json', 'new.json', '-'])
      expect(inputAt(within(name), inputs)).toBeUndefined();
    expect(inputAt('/dev/null', ['/dev/null'])).toBeUndefined();
  });
});

describe('whether a new file would lie in a folder', () => {
  test.each([
    ['a.json', true],
    ['new/deep/a.json', true],
    ['inside/a.json', true],
    ['../a.json', false],
    ['outside/a.json', false],
    ['outside/new/a.json', false],
    ['dangling/a.json', false],
    ['dangling/new/a.json', false],
  ])('%s', (name, isIn) => {
    mkdirSync(within('sub'));
    symlinkSync('sub', within('inside'));
    symlinkSync(folder, within('outside'));
    symlinkSync(path.join(folder, 'nowhere'), within('dangling'));
    expect(wouldLieIn([home], within(name))).toBe(isIn);
  });
});
