/** Each folder of fixtures/ with an expect.json is a story: a real plan, and the verdict that is due. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { reportJson } from '../src/format/json/json.js';
import type { ReportJson } from '../src/format/json/schema.js';
import { renderText } from '../src/format/text/text.js';
import { fixtureReport, FIXTURES } from './support/fixture-report.js';

type Named = readonly [check: string, row: string | null];

interface Expectation {
  readonly title: string;
  readonly conclusion: 'pass' | 'fail';
  readonly critical: readonly Named[];
  readonly warning?: readonly Named[];
  readonly notice?: readonly Named[];
  readonly absent?: readonly Named[];
  readonly mustNotPrint?: readonly string[];
  /** What the text must hold, upper and lower case alike; `a|b`: one of them. */
  readonly says?: readonly string[];
  readonly saysNot?: readonly string[];
}

const stories = readdirSync(FIXTURES).filter((name) => existsSync(path.join(FIXTURES, name, 'expect.json')));

function read(story: string, file: string): string {
  return readFileSync(path.join(FIXTURES, story, file), 'utf8');
}

/** Findings of that severity, as `check row`, each once. */
function named(report: ReportJson, severity: string): readonly Named[] {
  const found = report.findings.filter((f) => f.waived === null && f.severity === severity);
  return found.map((f) => [f.check, f.requirement] as const);
}

function meets([check, row]: Named, wanted: readonly Named[]): boolean {
  return wanted.some((other) => other[0] === check && (other[1] === null || other[1] === row));
}

describe.each(stories)('%s', (story) => {
  const expectation = JSON.parse(read(story, 'expect.json')) as Expectation;

  test(expectation.title, async () => {
    const typed = await fixtureReport(story);
    const report = reportJson(typed);
    const critical = named(report, 'critical');
    expect(critical.filter((found) => !meets(found, expectation.critical))).toEqual([]);
    for (const severity of ['critical', 'warning', 'notice'] as const) {
      const found = named(report, severity);
      const lacking = (expectation[severity] ?? []).filter(
        ([check, row]) => !found.some((f) => f[0] === check && (row === null || f[1] === row)),
      );
      expect({ severity, lacking }).toEqual({ severity, lacking: [] });
    }
    const loud = [...critical, ...named(report, 'warning')];
    expect(loud.filter((found) => meets(found, expectation.absent ?? []))).toEqual([]);
    expect(report.conclusion).toBe(expectation.conclusion);
    const fingerprints = report.findings.map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
    for (const text of expectation.mustNotPrint ?? []) expect(JSON.stringify(report)).not.toContain(text);
    const said = renderText(typed, { colors: false })
      .replace(/[\s`]+/g, ' ')
      .toLowerCase();
    const isSaid = (words: string): boolean =>
      words.split('|').some((one) => said.includes(one.toLowerCase()));
    expect((expectation.says ?? []).filter((words) => !isSaid(words))).toEqual([]);
    expect((expectation.saysNot ?? []).filter(isSaid)).toEqual([]);
  });
});

test('there are stories to tell', () => {
  expect(stories.length).toBeGreaterThanOrEqual(62);
});
