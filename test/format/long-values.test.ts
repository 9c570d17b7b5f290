/** Whatever a plan holds: no value longer than a screen reaches anybody, and nothing hides in JSON. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { NO_CONFIGURATION } from '../../src/config/configuration.js';
import { NO_FACTS } from '../../src/facts/facts.js';
import { FORMATS, type Renderer } from '../../src/format/formats.js';
import { jsonText } from '../../src/format/json-text.js';
import { renderJson } from '../../src/format/json/json.js';
import { renderJobSummary } from '../../src/format/markdown/job-summary.js';
import { renderSummaryComment } from '../../src/format/markdown/markdown.js';
import type { Report } from '../../src/report/report.js';
import { say, shownValue, VALUE_LIMIT } from '../../src/report/words/text.js';
import { plain } from '../../src/format/plain.js';
import { FIXTURES, frozenCases } from '../support/fixture-report.js';
import { fc } from '../support/laws.js';
import { runBytes } from '../support/run-bytes.js';

const FILLER = 'x'.repeat(700);

/** The plan with all names, ids and labels of its own far too long; the same one everywhere the same. */
function prolonged(plan: string): string {
  const named = /"(?:name|id|description|label|index|region|tags|comment)":"([\w./-]{3,60})"/g;
  const names = new Set([...plan.matchAll(named)].map(([, name = '']) => name));
  const own = [...names].filter((name) => !/^opentelekomcloud|^(?:in|e)gress$|^eu-/.test(name));
  if (own.length === 0) return plan;
  const words = own.map((name) => name.replaceAll('.', '\\.')).join('|');
  return plan.replaceAll(new RegExp(`(?<![\\w-])(?:${words})(?![\\w-])`, 'g'), (name) => `${name}${FILLER}`);
}

function reportOf(plan: string): Report | undefined {
  const bytes = new TextEncoder().encode(plan);
  const report = runBytes({
    plans: [{ path: `plan${FILLER}.json`, bytes, label: `label${FILLER}` }],
    facts: NO_FACTS,
    configuration: NO_CONFIGURATION,
    failOn: 'critical',
    today: '2026-11-23',
  });
  return report.ok ? report.value : undefined;
}

async function outputsOf(report: Report): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  // One after the other: jest cannot load two modules at once that share a third.
  for (const [name, load] of Object.entries<() => Promise<Renderer>>(FORMATS))
    texts[name] = (await load())(report, { colors: false, version: '1.0.0' });
  return {
    ...texts,
    // Beside it stands what a merge reads, and what is to be pasted is whole there.
    json: renderJson(report),
    page: renderJobSummary(report),
    comment: renderSummaryComment(report, {}),
  };
}

const CASES = frozenCases();

describe('values that are far too long', () => {
  test('are cut in every output', async () => {
    let told = 0;
    const found = new Map<string, string>();
    for (const name of CASES) {
      const report = reportOf(prolonged(readFileSync(path.join(FIXTURES, name, 'plan.json'), 'utf8')));
      if (report === undefined) continue;
      const outputs = await outputsOf(report);
      for (const [format, text] of Object.entries(outputs)) {
        const run = /x{301}/.exec(text);
        if (run === null) continue;
        found.set(format, `${name}: ${text.slice(Math.max(0, run.index - 200), run.index + 20)}`);
      }
      if (/x{50}…/.test(outputs['json'] ?? '')) told++;
    }
    expect([...found]).toEqual([]);
    // They did come through.
    expect(told).toBeGreaterThan(CASES.length / 2);
  });

  test('end in an ellipsis, and no character is halved', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '😀', 'é', '\u{1F468}\u200D\u{1F469}'),
      maxLength: 800,
    });
    fc.assert(
      fc.property(text, (value) => {
        const shown = shownValue(value);
        const [all, kept] = [Array.from(value), Array.from(shown)];
        expect(kept.length).toBe(Math.min(all.length, VALUE_LIMIT));
        expect(all.length <= VALUE_LIMIT ? shown === value : shown.endsWith('…')).toBe(true);
        expect(value.startsWith(all.length <= VALUE_LIMIT ? shown : shown.slice(0, -1))).toBe(true);
        expect(plain(say`${value}.`, Infinity)).toBe(plain(`${shown}.`, Infinity));
      }),
    );
  });
});

describe('JSON of ours', () => {
  test('holds every text, and no character that hides', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, text, (key, value) => {
        const json = jsonText({ [key]: [value] });
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ [key]: [value] })));
        expect(json.replaceAll('\n', '')).not.toMatch(
          /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u,
        );
      }),
    );
  });

  test.each([
    ['\u0085', '\\u0085'],
    ['\u009b31m', '\\u009b31m'],
    ['\u202e', '\\u202e'],
    ['\u2066', '\\u2066'],
    ['\u200b', '\\u200b'],
    ['\ufeff', '\\ufeff'],
    ['\u2028', '\\u2028'],
    ['\u007f', '\\u007f'],
    ['\u{e0041}', '\\udb40\\udc41'],
    ['\ud800', '\\ud800'],
    ['é 😀', 'é 😀'],
  ])('%j', (text, written) => {
    expect(jsonText(text)).toBe(`"${written}"\n`);
  });
});
