/** The JSON reports of recorded cases, frozen: what people and programs get does not change unnoticed. */
import { readFileSync, writeFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { compare } from '../src/collections.js';
import { judgeFiles } from '../src/command/judge-files.js';
import { renderJson } from '../src/format/json/json.js';
import type { Report } from '../src/report/report.js';
import { unreadable } from './support/report/readable.js';
import { fixtureInput, fixtureReport, frozenCases, frozenFile } from './support/fixture-report.js';
import { IS_LONG_RUN } from './support/laws.js';
import { allForms, merged, shardText } from './support/shards.js';

/** The report of a run that was given its plans in the order in which a merge has them. */
async function reportInOrder(name: string): Promise<Report> {
  const input = fixtureInput(name);
  const plans = input.plans.toSorted((a, b) => compare(a.path, b.path));
  const judged = await judgeFiles({ ...input, plans });
  if (!judged.ok) throw new Error(judged.error.error.message);
  return judged.value.report;
}

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
      const judged = await reportInOrder(name);
      expect(allForms(merged([shardText(judged)]))).toEqual(allForms(judged));
    },
  );

  test('many cases is frozen', () => {
    expect(frozenCases().length).toBeGreaterThan(55);
  });
});
