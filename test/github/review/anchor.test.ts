import { describe, expect, test } from '@jest/globals';

import { within } from '../../../src/budget.js';
import { anchorIn, shownLines } from '../../../src/github/review/anchor.js';
import { parsePatch } from '../../../src/github/review/patch.js';
import { fc } from '../../support/laws.js';

const BLOCK = ['resource "t" "n" {', '  a = 1', '  b = 2', '  c = 3', '}'];
const TEXT = [...Array.from({ length: 7 }, (_, i) => `# ${i + 1}`), '}', '', ...BLOCK];
const PATCH = ['@@ -8,4 +8,5 @@', ' }', ' ', ' resource "t" "n" {', '+  a = 1', '   b = 2'].join('\n');

function shownIn(patch: string, text: readonly string[] = TEXT): readonly [number, number][] {
  return [...shownLines(parsePatch(patch), text)].map(([line, { number }]) => [line, number]);
}

describe('lines of the diff in the file that was judged', () => {
  test('have their own numbers in the head itself', () => {
    expect(shownIn(PATCH)).toEqual([8, 9, 10, 11, 12].map((line) => [line, line]));
  });

  test('are moved by what the base branch added above', () => {
    expect(shownIn(PATCH, ['# new', '# new', ...TEXT])).toEqual(
      [8, 9, 10, 11, 12].map((line) => [line + 2, line]),
    );
  });

  test('are moved hunk by hunk', () => {
    const patch = '@@ -1,2 +1,2 @@\n-z\n+a\n b\n@@ -8,2 +8,2 @@\n-z\n+c\n d';
    const head = ['a', 'b', '1', '2', '3', '4', '5', 'c', 'd'];
    expect(shownIn(patch, head)).toEqual([1, 2, 8, 9].map((line) => [line, line]));
    expect(shownIn(patch, [...head.slice(0, 5), 'new', ...head.slice(5)])).toEqual([
      [1, 1],
      [2, 2],
      [9, 8],
      [10, 9],
    ]);
  });

  test('are none where the file has other text, or the same in two places', () => {
    expect(shownIn(PATCH, ['# other'])).toEqual([]);
    const twice = ['new', ...TEXT, ...TEXT];
    expect(shownIn(PATCH, twice)).toEqual([]);
  });

  test('are those of the block that git names, not of one that looks the same', () => {
    const rule = (name: string): string[] => [`resource "t" "${name}" {`, '  a = 1', '  b = 2', '}', ''];
    const patch = (section: string) =>
      [`@@ -7,3 +7,3 @@${section}`, '   a = 1', '-  b = 1', '+  b = 2', ' }'].join('\n');
    const head = [...rule('one'), ...rule('two')];
    const merged = [...rule('new'), ...head];
    const own = [7, 8, 9].map((line) => [line, line]);
    expect(shownIn(patch(' resource "t" "two" {'), head)).toEqual(own);
    // Line 7 of the merge is in the rule `one`.
    expect(shownIn(patch(' resource "t" "two" {'), merged)).toEqual(
      own.map(([line = 0]) => [line + 5, line]),
    );
    // A header that is cut, one that is changed, none at all.
    expect(shownIn(patch(' resource "t" "tw'), merged)).toEqual(own.map(([line = 0]) => [line + 5, line]));
    for (const section of [' resource "t" "renamed" {', ''])
      expect(shownIn(patch(section), merged)).toEqual(own);
  });

  test('every line that counts has the text of the diff', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '}', ''), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        text,
        fc.nat(20),
        fc.array(fc.constantFrom('x', '}'), { maxLength: 4 }),
        (head, at, above) => {
          const from = at % head.length;
          const lines = head.slice(from, from + 5);
          const patch = [`@@ -1,0 +${from + 1},${lines.length} @@`, ...lines.map((it) => `+${it}`)].join(
            '\n',
          );
          const judged = [...above, ...head];
          for (const [line, number] of shownIn(patch, judged))
            expect(judged[line - 1]).toBe(head[number - 1]);
        },
      ),
    );
  });
});

describe('a hunk is found', () => {
  /** Every line is tried, and the section looked for anew at each: what is meant, and slow. */
  function startByHand(
    lines: readonly string[],
    text: readonly string[],
    at: { from: number; section: string },
  ) {
    const starts = text.flatMap((_, index) =>
      lines.every((it, step) => text[index + step] === it) ? [index + 1] : [],
    );
    const within = starts.filter((start) => {
      const above = text.slice(0, start - 1).findLast((line) => /^[A-Za-z_$]/.test(line));
      return at.section !== '' && above?.startsWith(at.section) === true;
    });
    const found = within.length > 0 ? within : starts;
    return found.includes(at.from) ? at.from : found.length === 1 ? found[0] : undefined;
  }

  test('where all of its lines stand, and nowhere else', () => {
    const line = fc.constantFrom('a', 'b', ' ', '}');
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('', 'a', 'b', 'c'),
        (text, lines, from, section) => {
          const header = `@@ -1,0 +${from},${lines.length} @@ ${section}`;
          const patch = [header, ...lines.map((it) => `+${it}`)].join('\n');
          const start = startByHand(lines, text, { from, section });
          const expected = start === undefined ? [] : lines.map((_, step) => [start + step, from + step]);
          expect(shownIn(patch, text)).toEqual(expected);
        },
      ),
    );
  });

  test('in a long file of equal lines without looking at each again and again', () => {
    const text = [...Array.from({ length: 200_000 }, () => ' '), 'end'];
    const hunk = (at: number) => [
      `@@ -${at},10001 +${at},10001 @@ zzz`,
      ...Array.from({ length: 10_000 }, () => '  '),
      ' end',
    ];
    const patch = [100, 20_000, 40_000].flatMap(hunk).join('\n');
    const before = performance.now();
    expect(shownIn(patch, text)).toHaveLength(10_001);
    expect(performance.now() - before).toBeLessThan(3000);
  });

  test('at the price of reading the file once', () => {
    const text = Array.from({ length: 1000 }, (_, index) => String(index));
    const patch = Array.from({ length: 50 }, (_, at) => `@@ -${at},1 +${at},1 @@\n ${at}`).join('\n');
    let steps = 0;
    const count = (more: number): void => void (steps += more);
    within({ spend: count, hold: () => undefined, keep: () => undefined }, 'posting', () =>
      shownIn(patch, text),
    );
    expect(steps).toBeGreaterThanOrEqual(50 * 1000);
  });
});

describe('the anchor of a block', () => {
  const anchor = (patch: string, wanted: number) =>
    anchorIn(shownLines(parsePatch(patch), TEXT), { from: 10, to: 14, wanted });

  test('is the wanted line when the diff shows it', () => {
    expect(anchor(PATCH, 10)).toMatchObject({ side: 'RIGHT', line: 10, isExact: true });
    expect(anchor(PATCH, 12)).toMatchObject({ line: 12, isExact: true });
  });

  test('else the nearest changed line of the block', () => {
    expect(anchor(PATCH, 13)).toMatchObject({ line: 11, isExact: false });
  });

  test('else the nearest line that the diff shows', () => {
    expect(anchor('@@ -10,3 +10,3 @@\n resource "t" "n" {\n   a = 1\n   b = 2', 14)).toMatchObject({
      line: 12,
    });
  });

  test('never a line outside of the block', () => {
    expect(anchor('@@ -1,2 +1,2 @@\n-x\n+# 1\n # 2', 12)).toBeUndefined();
    expect(anchorIn(new Map(), { from: 10, to: 14, wanted: 11 })).toBeUndefined();
  });

  test('is the number in the head', () => {
    const merged = ['# new', ...TEXT];
    const shown = shownLines(parsePatch(PATCH), merged);
    expect(anchorIn(shown, { from: 11, to: 15, wanted: 12 })).toMatchObject({ line: 11, isExact: true });
  });
});
