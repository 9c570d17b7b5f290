/** The JSON reports of recorded cases, frozen: what people and programs get does not change unnoticed. */
import { readFileSync, writeFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { renderJson } from '../src/format/json/json.js';
import { unreadable } from './support/report/readable.js';
import { fixtureReport, frozenCases, frozenFile } from './support/fixture-report.js';
import { IS_LONG_RUN } from './support/laws.js';
import { allForms, merged, shardText } from './support/shards.js';

describe('the report of', () => {
  test.each(frozenCases())('%s', async (name) => {
    const judged = await fixtureReport(name);
    const report = renderJson(judged);
    if (process.env['UPDATE'] === '1') writeFileSync(frozenFile(name), report);
    expect(JSON.parse(report)).toEqual(JSON.parse(readFileSync(frozenFile(name), 'utf8')));
    expect(unreadable(judged)).toEqual([]);
  });

  // Of the others the long run says it.
  test.each(frozenCases().filter((_, at) => IS_LONG_RUN || at % 8 === 0))(
    '%s is the same in every form when a merge has read it',
    async (name) => {
      const judged = await fixtureReport(name);
      expect(allForms(merged([shardText(judged)]))).toEqual(allForms(judged));
    },
  );

  test('many cases is frozen', () => {
    expect(frozenCases().length).toBeGreaterThan(55);
  });
});
