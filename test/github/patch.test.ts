import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { anchorInBlock, canComment, deletedBlocks, parsePatch } from '../../src/github/patch.js';
import { sides } from '../support/github-server-diff.js';

const PATCH = [
  '@@ -1,5 +1,6 @@ resource "x" "y" {',
  ' one',
  '-two',
  '+TWO',
  '+more',
  ' three',
  ' four',
  ' five',
  '@@ -20,2 +21,3 @@',
  ' twenty',
  '+new',
  ' twenty-one',
].join('\n');

describe('lines that can be commented on', () => {
  test('right are added and context lines, left are deleted ones', () => {
    const { right, left, isTruncated } = parsePatch(PATCH);
    expect([...right.keys()]).toEqual([1, 2, 3, 4, 5, 6, 21, 22, 23]);
    expect([...left.keys()]).toEqual([2]);
    expect([...right].filter(([, { isChanged }]) => isChanged).map(([line]) => line)).toEqual([2, 3, 22]);
    expect(isTruncated).toBe(false);
  });

  test('a range stays in its hunk', () => {
    const { right } = parsePatch(PATCH);
    expect(canComment(right, 1, 6)).toBe(true);
    expect(canComment(right, 6, 21)).toBe(false);
    expect(canComment(right, 5, 4)).toBe(false);
    expect(canComment(right, 7, 7)).toBe(false);
  });

  test('a count that is left out is one', () => {
    const { right, left } = parsePatch('@@ -3 +3 @@\n-a\n+b');
    expect([...left.keys(), ...right.keys()]).toEqual([3, 3]);
  });

  test('new and deleted files', () => {
    expect([...parsePatch('@@ -0,0 +1,2 @@\n+a\n+b').right.keys()]).toEqual([1, 2]);
    expect([...parsePatch('@@ -1,2 +0,0 @@\n-a\n-b').left.keys()]).toEqual([1, 2]);
  });

  test('no patch, no lines', () => {
    const { right, left, isTruncated } = parsePatch(undefined);
    expect([right.size, left.size, isTruncated]).toEqual([0, 0, false]);
  });

  test('the mark of a missing line end is no line', () => {
    const { right, left, isTruncated } = parsePatch(
      '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file',
    );
    expect([right.get(1)?.text, left.get(1)?.text, isTruncated]).toEqual(['b', 'a', false]);
  });

  test('CRLF does not move lines and does not stay in the text', () => {
    const { right } = parsePatch('@@ -1,2 +1,3 @@\r\n a\r\n+b\r\n c\r');
    expect([...right].map(([line, { text }]) => `${line}${text}`)).toEqual(['1a', '2b', '3c']);
  });

  test('an empty piece is a context line only while its hunk lasts', () => {
    const { right, isTruncated } = parsePatch('@@ -1,3 +1,3 @@\n a\n\n c\n');
    expect([...right.keys()]).toEqual([1, 2, 3]);
    expect(isTruncated).toBe(false);
  });

  test('a hunk that is cut off is told', () => {
    expect(parsePatch('@@ -1,9 +1,9 @@\n a\n+b').isTruncated).toBe(true);
    expect(parsePatch('@@ -1,9 +1,9 @@\n a\n@@ -30 +30 @@\n-x\n+y').isTruncated).toBe(true);
    expect(parsePatch('@@ -1 +1 @@\n-x\n+y\n+z').isTruncated).toBe(true);
  });

  test('text that looks like a header stands behind its mark', () => {
    const { right } = parsePatch('@@ -1,2 +1,2 @@\n @@ -9 +9 @@\n-b\n+@@ -8 +8 @@');
    expect([...right.keys()]).toEqual([1, 2]);
  });

  test('agrees with another reader on whatever diff', () => {
    const line = fc.constantFrom(' a', '+b', '-c', ' ', '+', '-', '++x', '--y', '\\ No newline');
    const hunk = fc.tuple(fc.nat(50), fc.array(line, { minLength: 1, maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(hunk, { maxLength: 4 }), (hunks) => {
        let at = 1;
        const patch = hunks
          .map(([gap, lines]) => {
            at += gap;
            const old = lines.filter((it) => /^[ -]/.test(it)).length;
            const fresh = lines.filter((it) => /^[ +]/.test(it)).length;
            const header = `@@ -${at},${old} +${at},${fresh} @@`;
            at += Math.max(old, fresh);
            return [header, ...lines].join('\n');
          })
          .join('\n');
        const { RIGHT, LEFT } = sides(patch);
        const { right, left } = parsePatch(patch);
        expect([...right.keys()]).toEqual([...RIGHT.keys()]);
        expect([...left.keys()].every((number) => LEFT.has(number))).toBe(true);
      }),
    );
  });
});

describe('the anchor of a block', () => {
  const lines = parsePatch(
    ['@@ -8,4 +8,5 @@', ' }', ' ', ' resource "t" "n" {', '+  a = 1', '   b = 2'].join('\n'),
  );
  const source = ['resource "t" "n" {', '  a = 1', '  b = 2', '  c = 3', '}'];

  test('is the wanted line when the diff shows it', () => {
    expect(anchorInBlock(lines, { from: 10, source, wanted: 0 })).toMatchObject({ line: 10, isExact: true });
    expect(anchorInBlock(lines, { from: 10, source, wanted: 2 })).toMatchObject({ line: 12, isExact: true });
  });

  test('else the nearest changed line of the block', () => {
    expect(anchorInBlock(lines, { from: 10, source, wanted: 3 })).toMatchObject({ line: 11, isExact: false });
  });

  test('else the nearest line that the diff shows', () => {
    const context = parsePatch('@@ -10,3 +10,3 @@\n resource "t" "n" {\n   a = 1\n   b = 2');
    expect(anchorInBlock(context, { from: 10, source, wanted: 3 })).toMatchObject({ line: 12 });
  });

  test('follows a block that a merge has moved', () => {
    expect(anchorInBlock(lines, { from: 40, source, wanted: 1 })).toMatchObject({ line: 11, isExact: true });
  });

  test('is none where the diff shows other text', () => {
    expect(
      anchorInBlock(lines, { from: 10, source: ['resource "t" "m" {', '  z = 1'], wanted: 0 }),
    ).toBeUndefined();
    expect(anchorInBlock(parsePatch(undefined), { from: 10, source, wanted: 0 })).toBeUndefined();
  });
});

describe('deleted blocks', () => {
  test('reach from their header to their brace', () => {
    const patch = ['@@ -5,6 +5,2 @@', ' x', '-resource "t" "n" {', '-  a = 1', '-}', '-', ' y'].join('\n');
    expect(deletedBlocks(parsePatch(patch))).toEqual([
      { keyword: 'resource', labels: ['t', 'n'], anchor: { side: 'LEFT', line: 8, startLine: 6 } },
    ]);
  });

  test('of modules too', () => {
    expect(deletedBlocks(parsePatch('@@ -1,3 +0,0 @@\n-module "m" {\n-  source = "./m"\n-}'))).toMatchObject([
      { keyword: 'module', labels: ['m'], anchor: { line: 3, startLine: 1 } },
    ]);
  });

  test('of one line have no range', () => {
    expect(deletedBlocks(parsePatch('@@ -1 +0,0 @@\n-resource "t" "n" {}'))).toMatchObject([
      { anchor: { line: 1, startLine: undefined } },
    ]);
  });

  test('are not those that are edited or moved within the file', () => {
    const patch = ['@@ -1,2 +1,2 @@', '-resource "t" "n"  {', '+resource "t" "n" {', ' }'].join('\n');
    expect(deletedBlocks(parsePatch(patch))).toEqual([]);
  });

  test('end at the next block when their brace stays', () => {
    const patch = ['@@ -1,4 +1,1 @@', '-resource "t" "a" {', '-  x = 1', '-resource "t" "b" {', ' }'].join(
      '\n',
    );
    expect(deletedBlocks(parsePatch(patch)).map(({ anchor }) => [anchor.startLine, anchor.line])).toEqual([
      [1, 2],
      [undefined, 3],
    ]);
  });
});
