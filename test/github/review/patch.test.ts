import { describe, expect, test } from '@jest/globals';

import { parsePatch } from '../../../src/github/review/patch.js';
import { sides } from '../../support/github/diff.js';
import { fc } from '../../support/laws.js';

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
    const { right, isCrlf } = parsePatch('@@ -1,2 +1,3 @@\r\n a\r\n+b\r\n c\r');
    expect([...right].map(([line, { text }]) => `${line}${text}`)).toEqual(['1a', '2b', '3c']);
    expect([isCrlf, parsePatch('@@ -1 +1 @@\n-a\n+b').isCrlf]).toEqual([true, false]);
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
