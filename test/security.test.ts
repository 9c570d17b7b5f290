/** Each attack in SECURITY.md has its tests, and they exist. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '@jest/globals';

import { ROOT } from './support/workflows.js';

const PAGE = readFileSync(path.join(ROOT, 'SECURITY.md'), 'utf8');

const [, tables = ''] = /<!-- attacks:begin -->\n([^]*)<!-- attacks:end -->/.exec(PAGE) ?? [];
const ROWS = tables
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| attack |'))
  .map((line) => line.slice(2, -2).split(' | '));

test('there are attacks, each with what happens and a test', () => {
  expect(ROWS.length).toBeGreaterThan(40);
  for (const row of ROWS) expect([row, row.length]).toEqual([row, 3]);
});

test.each(ROWS)('%s', (_, _happens, tests = '') => {
  for (const one of tests.split('; ')) {
    const [, file = '', title = ''] = /^`(test\/[\w/.-]+\.test\.ts)` "(.+)"$/.exec(one) ?? [];
    expect([one, file !== '' && existsSync(path.join(ROOT, file))]).toEqual([one, true]);
    // As the source has it: the name of a test, of a group of tests, or of a table.
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    expect([one, ["'", '`'].some((quote) => text.includes(`${quote}${title}${quote}`))]).toEqual([one, true]);
  }
});
