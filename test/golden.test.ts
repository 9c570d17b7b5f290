/** The JSON reports of recorded cases, frozen: what people and programs get does not change unnoticed. */
import { readFileSync, writeFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { renderJson } from '../src/format/json/json.js';
import { unreadable } from './support/report/readable.js';
import { fixtureReport, frozenCases, frozenFile } from './support/fixture-report.js';

describe('the report of', () => {
  test.each(frozenCases())('%s', async (name) => {
    const judged = await fixtureReport(name);
    const report = renderJson(judged);
    if (process.env['UPDATE'] === '1') writeFileSync(frozenFile(name), report);
    expect(JSON.parse(report)).toEqual(JSON.parse(readFileSync(frozenFile(name), 'utf8')));
    expect(unreadable(judged)).toEqual([]);
  });

  test('many cases is frozen', () => {
    expect(frozenCases().length).toBeGreaterThan(55);
  });
});
