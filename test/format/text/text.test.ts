/**
 * The text of a report: whole texts against committed files (UPDATE=1 writes them), and what holds for any report,
 * whatever a plan puts into it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { NO_PLACE, type Report, type ReportCause } from '../../../src/report/report.js';
import { renderText, type TextOptions } from '../../../src/format/text/text.js';
import { cluster, finding, plan, report } from '../../support/report/builders.js';
import { REPORTS } from '../../support/report/reports.js';

const EXPECTED = path.join(import.meta.dirname, '..', '..', '..', 'fixtures', 'report');

function sample(name: string): Report {
  const found = REPORTS[name];
  if (found === undefined) throw new Error(`no report ${name}`);
  return found;
}

/** Compares with the committed file, or writes it. */
function expectText(file: string, text: string): void {
  const place = path.join(EXPECTED, file);
  if (process.env['UPDATE'] === '1') writeFileSync(place, text);
  expect(existsSync(place) ? readFileSync(place, 'utf8') : `no ${file}: write it with UPDATE=1`).toBe(text);
}

const PLAIN: TextOptions = { colors: false };

describe('the whole text', () => {
  test.each(Object.keys(REPORTS))('%s', (name) => {
    expectText(`${name}.txt`, renderText(sample(name), PLAIN));
  });

  test.each([60, 80])('hardened-egress, %d columns', (width) => {
    expectText(
      `hardened-egress.${width}.txt`,
      renderText(sample('hardened-egress'), { colors: false, width }),
    );
  });

  test('hardened-egress, in colour', () => {
    expectText('hardened-egress.color.txt', renderText(sample('hardened-egress'), { colors: true }));
  });
});

const ESC = '\u001b';

describe('colours', () => {
  test.each(Object.keys(REPORTS))('%s: none unless they are on', (name) => {
    expect(renderText(sample(name), PLAIN)).not.toContain(ESC);
  });

  test.each(Object.keys(REPORTS))('%s: they add nothing but colour', (name) => {
    const coloured = renderText(sample(name), { colors: true });
    expect(coloured).toContain(ESC);
    expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(renderText(sample(name), PLAIN));
  });
});

describe('widths', () => {
  /** Sentences break; names, CIDRs and the lines made of them do not. */
  const breakable = /^ {4}(?:for example|to mend| {13})|^ {2}[✖▲●] /;

  test.each([40, 50, 60, 80, 100, 120, 200])('%d columns: sentences keep within', (width) => {
    for (const name of Object.keys(REPORTS)) {
      const lines = renderText(sample(name), { colors: false, width }).split('\n');
      for (const line of lines.filter((each) => breakable.test(each) && each.trim().split(' ').length > 6)) {
        if (Array.from(line).length > Math.max(width, 17 + 24 + 10)) throw new Error(`${width}: ${line}`);
      }
    }
  });

  test.each([60, 80, 100])("%d columns: a cluster's facts break between each other", (width) => {
    const name = 'hardened-egress';
    const [, second = ''] = renderText(sample(name), { colors: false, width }).split('\n\n');
    const wide = renderText(sample(name), PLAIN).split('\n\n')[1];
    expect(second.split('\n').join(' ·').replaceAll(' ·  ', ' · ')).toBe(wide);
    for (const line of second.split('\n')) expect(Array.from(line).length).toBeLessThanOrEqual(width);
  });

  test('too narrow a terminal is treated as one of 40 columns', () => {
    const narrow = sample('hardened-egress');
    expect(renderText(narrow, { colors: false, width: 1 })).toBe(
      renderText(narrow, { colors: false, width: 40 }),
    );
  });

  test('no line ends in a space, and the text ends in one line feed', () => {
    for (const name of Object.keys(REPORTS)) {
      const text = renderText(sample(name), PLAIN);
      expect(text).not.toMatch(/ \n|\n\n\n/);
      expect(text).toMatch(/[^\n]\n$/);
    }
  });
});

/** The same report with every text that a plan may bring replaced; only our own words stay. */
function withTexts<T>(value: T, text: (old: string) => string, key = ''): T {
  if (typeof value === 'string') return (OURS.has(key) ? value : text(value)) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => withTexts(item, text, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, withTexts<unknown>(part, text, name)]);
  return Object.fromEntries(entries) as T;
}

const OURS: ReadonlySet<string> = new Set([
  'conclusion',
  'check',
  'severity',
  'change',
  'direction',
  'fingerprint',
]);

const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['escape sequences', `${ESC}[2J${ESC}[1;1H${ESC}]0;title\u0007${ESC}]8;;https://evil.example${ESC}\\link`],
  ['8-bit escape sequences', '\u009b2J\u009d0;title\u009c'],
  ['line ends', '\n✔ pass   all is well\r\n✔ pass\u2028✔ pass\u2029✔ pass\u0085✔ pass\u000b\u000c'],
  ['carriage return and backspace', '\r✔ pass   \b\b\b\b\u007f'],
  ['bidirectional overrides', '\u202eevil\u202c \u2066hidden\u2069 \u200f\u061c'],
  ['zero width and tags', 'a\u200bb\u200d\ufeff\u{e0041}\u{e007f}\u00ad\u3164'],
  ['half characters', '\ud800 \udc00'],
  ['commands of build services', '\n::error::x ::add-mask::y ##[error]z ##vso[task.complete]'],
  ['piled marks', `a${'\u0301'.repeat(500)}`],
  ['a null character', '\u0000'],
  ['10 000 characters', 'x'.repeat(10_000)],
  ['10 000 wide characters', '\u{1f600}'.repeat(5_000)],
];

describe('hostile text in every field', () => {
  const names = Object.keys(REPORTS).filter((name) => name !== 'long-lists');

  test.each(HOSTILE)('%s', (_, text) => {
    for (const name of names) {
      for (const change of [() => text, (old: string) => old + text, (old: string) => text + old]) {
        const shown = renderText(withTexts(sample(name), change), PLAIN);
        expect(shown).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|\p{M}{5}/u);
        expect(shown).not.toMatch(/^\s*::[a-z]|##\[|##vso\[/im);
        expect(shown.split('\n').filter((line) => /^\s*[✔✖] (?:pass|fail)/.test(line))).toHaveLength(1);
        expect(shown.length).toBeLessThan(60_000);
      }
    }
  });

  test('line ends make no lines', () => {
    const lines = (text: string): number =>
      renderText(
        withTexts(sample('one-row'), (old) => `${text}${old}`),
        { colors: false, width: 400 },
      ).split('\n').length;
    expect(lines('\n\n\n')).toBe(lines('~'));
  });

  test('a million characters in every field take no time', () => {
    const huge = 'y'.repeat(1_000_000);
    const start = performance.now();
    renderText(
      withTexts(report([finding()]), () => huge),
      PLAIN,
    );
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('what is said', () => {
  const text = (shown: Report): string => renderText(shown, PLAIN);

  test('the verdict is the first line, whatever the width', () => {
    for (const name of Object.keys(REPORTS)) {
      const shown = sample(name);
      const mark = shown.conclusion === 'pass' ? '✔ pass   ' : '✖ fail   ';
      expect(text(shown).startsWith(mark)).toBe(true);
    }
  });

  test('rules that change nothing', () => {
    expect(text(sample('identical'))).toMatch(
      /^✔ pass {3}12 rules change, the effective rule sets are identical {2,}plan\.json/,
    );
  });

  test('not "identical" when something is introduced', () => {
    expect(text(report([finding()], { plans: [plan({ isUnchanged: true })] }))).not.toContain('identical');
  });

  test('nothing wrong is one line', () => {
    expect(text(sample('nothing-changes')).split('\n')).toHaveLength(2);
    expect(text(sample('no-cluster')).split('\n')).toHaveLength(2);
  });

  test('no cluster is no clean bill', () => {
    expect(text(sample('no-cluster'))).toContain('no CCE cluster found');
  });

  test('critical findings below the level that fails are told all the same', () => {
    expect(text(report([finding()], { conclusion: 'pass' }))).toMatch(/^✔ pass {3}1 critical/);
  });

  test('a cause without a file is its address', () => {
    expect(
      text(report([finding({ causes: [{ address: 'a.b', actions: ['update'], ...NO_PLACE }] })])),
    ).toContain('\n    a.b   changed\n');
  });

  test.each<[string, Partial<ReportCause>]>([
    ['x.tf:3   a.b   destroyed · at the base revision', { file: 'x.tf', line: 3, isBase: true }],
    [
      'x.tf:3   a.b   destroyed · called in main.tf:9',
      { file: 'x.tf', line: 3, call: { file: 'main.tf', line: 9, endLine: 12 } },
    ],
    [
      'x.tf:3   a.b   destroyed · its block: m/main.tf:1',
      { file: 'x.tf', line: 3, block: { file: 'm/main.tf', line: 1, endLine: 4 } },
    ],
    ['a.b   destroyed · no line: its block is gone', { unplaced: 'its block is gone' }],
  ])('%s', (expected, place) => {
    const causes = [{ ...NO_PLACE, address: 'a.b', actions: ['delete'], ...place }];
    expect(text(report([finding({ causes })]))).toContain(`\n    ${expected}\n`);
  });

  test('a file without a line', () => {
    const causes = [{ address: 'a.b', actions: ['forget'], ...NO_PLACE, file: 'x.tf.json', line: null }];
    expect(text(report([finding({ causes })]))).toContain(
      '\n    x.tf.json   a.b   forgotten, not destroyed\n',
    );
  });

  test.each([
    ['vpc-router', 'VPC network'],
    ['overlay_l2', 'tunnel network'],
    ['eni', 'Cloud Native 2.0 network'],
    ['underlay_ipvlan', 'network model underlay_ipvlan'],
    [null, 'network model not known'],
  ])('network model %s', (networkModel, words) => {
    expect(text(report([finding()], { clusters: [cluster({ networkModel })] }))).toContain(
      `prod · ${words} · `,
    );
  });

  test('clusters of the same name in several plans are not mixed up', () => {
    const shown = text(sample('several-plans'));
    expect(shown).toContain('\nprod\n');
    expect(shown).toContain('\nedge · tunnel network · ');
  });

  test('the worst block is first, in every order of findings', () => {
    const findings = [...sample('hardened-egress').findings].reverse();
    const shown = text(report(findings));
    expect(shown.indexOf('✖ critical')).toBeLessThan(shown.indexOf('▲ warning'));
  });

  test('a cluster that the report does not list is its name', () => {
    expect(text(report([finding({ cluster: 'gone' })]))).toContain('\ngone\n');
  });

  test('many waived findings are capped', () => {
    const waived = { reason: 'r', owner: 'o', expires: '2027-01-31' };
    const shown = text(report(Array.from({ length: 25 }, () => finding({ waived }))));
    expect(shown.match(/– waived/g)).toHaveLength(20);
    expect(shown).toContain('and 5 more are waived');
  });

  test('the same report gives the same text', () => {
    for (const name of Object.keys(REPORTS))
      expect(text(sample(name))).toBe(text(structuredClone(sample(name))));
  });
});
