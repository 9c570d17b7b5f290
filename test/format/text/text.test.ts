/**
 * The text of a report: whole texts against committed files (UPDATE=1 writes them), and what holds for any report,
 * whatever a plan puts into it.
 */
import { describe, expect, test } from '@jest/globals';

import { renderText, type TextOptions } from '../../../src/format/text/text.js';
import type { Report, ReportCause } from '../../../src/report/report.js';
import { messageOf } from '../../../src/report/words/finding-words.js';
import { openText, toText } from '../../../src/report/words/text.js';
import {
  causeAt,
  check,
  cluster,
  finding,
  place,
  plan,
  report,
  row,
  statement,
} from '../../support/report/builders.js';
import { sample } from '../../support/report/golden.js';
import { withTexts } from '../../support/report/hostile.js';
import { REPORTS } from '../../support/report/reports.js';

const PLAIN: TextOptions = { colors: false };

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
    // A value with a backtick is not broken behind it.
    for (const name of Object.keys(REPORTS).filter((one) => one !== 'hostile')) {
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

describe('hostile text in every field', () => {
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
      expect(text(shown)).toMatch(shown.conclusion === 'pass' ? /^[✔▲] pass {3}/ : /^✖ fail {3}/);
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
    expect(text(sample('no-cluster'))).toContain('nothing to judge: no CCE cluster');
  });

  test('critical findings below the level that fails are told all the same', () => {
    expect(text(report([finding()], { conclusion: 'pass' }))).toMatch(/^▲ pass {3}1 critical/);
  });

  test.each([
    ['transient', true],
    ['undecided', true],
    ['introduced', false],
    ['pre-existing', false],
  ] as const)('what is lost is at stake while it is not sure: %s', (change, isAtStake) => {
    const read = text(report([finding({ change }), finding({ change, row: 'T8.12' })]));
    expect(read).toMatch(isAtStake ? /at stake: names do not resolve/ : / names do not resolve/);
    expect(read.includes('at stake')).toBe(isAtStake);
    expect(openText(messageOf(finding({ change }))).includes('; at stake: names')).toBe(
      change === 'transient',
    );
  });

  test('every row that is named can be looked up', () => {
    const of = { plan: 0, cluster: 'prod', group: undefined };
    const mended = { ...of, check: check('egress-minimum'), row: row('T2.3') };
    expect(text(report([], { resolved: [mended] }))).toContain('cce-plan-guard model T2.3');
    expect(text(report([finding({ waived: { reason: 'x', owner: 'y', expires: '2099-01-01' } })]))).toContain(
      'cce-plan-guard model T8.2',
    );
  });

  test('a cause without a file is its address', () => {
    expect(text(report([finding({ causes: [causeAt('a.b', ['update'])] })]))).toContain(
      '\n    a.b   changed\n',
    );
  });

  const AT = { file: 'x.tf', line: 3 };

  test('why causes have no line is told once', () => {
    const unplaced = toText('its block is gone');
    const gone = ['a.b', 'a.c'].map((address) => ({ ...causeAt(address, ['delete']), unplaced }));
    const shown = text(report([finding({ causes: gone }), finding({ causes: gone, group: 'other' })]));
    expect(shown.split('its block is gone')).toHaveLength(2);
    expect(shown).toContain('\n  – lines      Where no line is shown, its block is gone.\n');
  });

  test('a plan that passes and cannot be applied', () => {
    const twin = { kind: 'rule', address: 'a.b' } as const;
    const refused = statement('', { severity: 'warning', reason: { kind: 'repeats', rule: 'a.c', twin } });
    expect(text(report([refused]))).toMatch(/^▲ pass, but the apply will stop {3}1 warning/);
    const unsure = {
      ...refused,
      reason: { kind: 'repeats', rule: 'a.c', twin: { kind: 'rule-of-new-groups', isSure: false } },
    } as const;
    expect(text(report([unsure]))).toMatch(/^✔ pass {3}1 warning/);
    const waived = { reason: 'x', owner: 'y', expires: '2099-01-01' };
    expect(text(report([{ ...refused, waived }]))).toMatch(/^✔ pass/);
  });

  test.each<[string, Partial<ReportCause>]>([
    ['x.tf:3   a.b   destroyed · at the base revision', { place: place({ ...AT, isBase: true }) }],
    [
      'x.tf:3   a.b   destroyed · called in main.tf:9',
      { place: place({ ...AT, call: { file: 'main.tf', line: 9, endLine: 12 } }) },
    ],
    [
      'x.tf:3   a.b   destroyed · its block: m/main.tf:1',
      { place: place({ ...AT, block: { file: 'm/main.tf', line: 1, endLine: 4 } }) },
    ],
  ])('%s', (expected, where) => {
    const causes = [{ ...causeAt('a.b', ['delete']), ...where }];
    expect(text(report([finding({ causes })]))).toContain(`\n    ${expected}\n`);
  });

  test.each([
    ['vpc-router', 'VPC network'],
    ['overlay_l2', 'tunnel network'],
    ['eni', 'Cloud Native 2.0 network'],
    ['underlay_ipvlan', 'network model underlay_ipvlan'],
    [undefined, 'network model not known'],
  ])('network model %s', (networkType, words) => {
    expect(text(report([finding()], { clusters: [cluster({ networkType })] }))).toContain(
      `prod · ${words} · `,
    );
  });

  test('clusters of the same name in several plans are not mixed up', () => {
    const shown = text(sample('several-plans'));
    expect(shown).toContain('\nprod · production (envs/prod/plan.json) · VPC network · VPC 10.0.0.0/8 · ');
    expect(shown).toContain(
      '\nprod · development (envs/dev/plan.json) · VPC network · VPC 192.168.0.0/16 · ',
    );
    expect(shown).toContain('\nedge · envs/edge/plan.json · tunnel network · ');
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
      expect(text(sample(name))).toBe(text(withTexts(sample(name), (old) => old)));
  });
});

test('a terminal that knows links gets them, and the layout does not change', () => {
  const shown = sample('hardened-egress');
  const plain = renderText(shown, { colors: false });
  const linked = renderText(shown, { colors: false, links: true });
  expect(linked).toContain('\u001B]8;;https://github.com/OWNER/cce-plan-guard/blob/');

  expect(linked.replaceAll(/\u001B\]8;;[^\u0007]*\u0007/g, '')).toBe(plain);
});
