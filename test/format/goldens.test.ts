/** Whole outputs: stories in every form against committed files (UPDATE=1 writes them), all of them sound, also when they are hostile. */
import { readdirSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { FORMATS } from '../../src/format/formats.js';
import { renderText } from '../../src/format/text/text.js';
import { FORMS, PAGES } from '../support/report/forms.js';
import { expectFile, GOLDENS, sample } from '../support/report/golden.js';
import { hostileReports } from '../support/report/hostile.js';
import { readLines } from '../support/report/reading.js';
import { REPORTS } from '../support/report/reports.js';

const LEAST = 8;
const NAMES = Object.keys(REPORTS);

describe.each(Object.entries(FORMS))('%s', (name, form) => {
  test.each(form.stories)('%s', (story) => {
    const written = form.write(sample(story));
    // Of a page people compare what they read; its script and style have tests of their own.
    expectFile(
      `${story}.${form.extension}`,
      name === 'html' ? `${readLines(written).join('\n')}\n` : written,
    );
  });

  test('every report is sound', async () => {
    expect(await form.problems(NAMES.map((story) => form.write(sample(story))))).toEqual([]);
  });
});

describe('hostile texts in every value are inert', () => {
  /** A report of each shape; the others differ in numbers alone. */
  const shapes = ['believed', 'one-cause-two-checks', 'other-checks', 'several-plans', 'undecided', 'waived'];

  test.each(Object.entries(FORMS))('in %s', async (_, { write, writeWith, problems }) => {
    const texts = shapes
      .flatMap((shape) => [...hostileReports(sample(shape))])
      .flatMap(([text, hostile]) => [write(hostile), ...(writeWith?.(hostile, text) ?? [])]);
    expect((await problems(texts)).slice(0, 5)).toEqual([]);
  });
});

describe('the table', () => {
  test('has every format that a run can write', () => {
    expect(Object.keys(FORMS)).toEqual(expect.arrayContaining(Object.keys(FORMATS)));
  });

  test('has enough stories of each', () => {
    expect(Object.entries(FORMS).filter(([, { stories }]) => stories.length < LEAST)).toEqual([]);
  });

  test('no file is left over of what it does not name', () => {
    const named = Object.values(FORMS).flatMap(({ stories, extension }) =>
      stories.map((story) => `${story}.${extension}`),
    );
    const others = ['60', '80', 'color'].map((look) => `hardened-egress.${look}.txt`);
    const known = new Set([...named, ...others, ...PAGES.map((name) => `${name}.html.txt`)]);
    expect(readdirSync(GOLDENS).filter((file) => !known.has(file))).toEqual([]);
  });
});

test.each([60, 80])('the text in %d columns', (width) => {
  expectFile(`hardened-egress.${width}.txt`, renderText(sample('hardened-egress'), { colors: false, width }));
});

test('the text in colour', () => {
  expectFile('hardened-egress.color.txt', renderText(sample('hardened-egress'), { colors: true }));
});
