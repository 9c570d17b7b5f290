/** The picture of lost paths. */
import { describe, expect, test } from '@jest/globals';

import { blocksOf } from '../../../src/report/blocks.js';
import type { Report } from '../../../src/report/report.js';
import { mermaidLabel, pictureOf } from '../../../src/format/markdown/mermaid.js';
import {
  egress,
  type FindingFields,
  finding,
  ingress,
  report,
  statement,
} from '../../support/report/builders.js';
import { HOSTILE } from '../../support/report/hostile.js';

describe('mermaidLabel', () => {
  test.each([
    ['TCP 10250 (T3.2)', '"TCP 10250 (T3.2)"'],
    ['192.168.0.0/20, 10.0.0.0/8', '"192.168.0.0/20, 10.0.0.0/8"'],
    ['a["x"].b_c', '"a［＂x＂］.b_c"'],
    ['`**x**` #quot; %%{x}%%', '"｀＊＊x＊＊｀ ＃quot； ％％｛x｝％％"'],
    ['<b> & $x$ @a ~ ^ | \\ ? !', '"＜b＞ ＆ ＄x＄ ＠a ～ ＾ ｜ ＼ ？ ！"'],
    ['https://x', '"https:/／x"'],
    ['fa:fa-car', '"fa：fa-car"'],
    ['1. x', '"1． x"'],
    ['- x', '"·- x"'],
    ['a\nb', '"a↵b"'],
    ['\u202e', '"(empty)"'],
    ['', '"(empty)"'],
  ])('%j is %s', (text, label) => {
    expect(mermaidLabel(text)).toBe(label);
  });

  test.each([79, 80, 81])('%d characters', (length) => {
    expect(mermaidLabel('é'.repeat(length))).toBe(
      length <= 80 ? `"${'é'.repeat(length)}"` : `"${'é'.repeat(79)}…"`,
    );
  });

  test('no character with a meaning is left of hostile text', () => {
    for (const text of HOSTILE) {
      const label = mermaidLabel(text);
      expect(label.slice(1, -1)).not.toMatch(
        /["#;<>&%`[\]{}|\\$@*~^!?]|\/\/|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u,
      );
    }
  });
});

function picturedBy(shown: Report): ReturnType<typeof pictureOf> {
  return pictureOf(blocksOf(shown).blocks, shown);
}

function picture(...findings: readonly FindingFields[]): string | undefined {
  return picturedBy(report(findings.map((fields) => finding(fields))))?.text;
}

describe('pictureOf', () => {
  test('who loses which path', () => {
    expect(
      picture(
        {},
        { row: 'T1.2', missing: ingress('tcp', '10250', '192.168.0.0/20') },
        { row: 'T1.7', missing: ingress('all', 'all', 'worker node security group') },
        {
          row: 'T8.1',
          change: 'transient',
          severity: 'warning',
          missing: egress('tcp', '53', '1.1.1.1/32'),
        },
      ),
    ).toBe(
      [
        'flowchart LR',
        '  n0["192.168.0.0/20"]',
        '  n1["worker node security group, prod"]',
        '  n2["100.125.4.25, 100.125.129.199"]',
        '  n3["1.1.1.1"]',
        '  n0 --x|"TCP 10250 (T1.2)"| n1',
        '  n1 --x|"all traffic (T1.7)"| n1',
        '  n1 --x|"UDP 53 (T8.2)"| n2',
        '  n1 -.-x|"TCP 53 (T8.1)"| n3',
        '  linkStyle 0,1,2 stroke:#cf222e,stroke-width:2px',
      ].join('\n'),
    );
  });

  test('rows with the same ends are one path', () => {
    expect(
      picture({}, { row: 'T8.1', missing: egress('tcp', '53', '100.125.4.25/32', '100.125.129.199/32') }),
    ).toContain('|"TCP 53, UDP 53 (T8.1, T8.2)"|');
  });

  test('a pool has its own name', () => {
    expect(picture({ pool: 'x.workers' })).toContain('["x.workers, prod"]');
  });

  test('nothing is lost: there is none', () => {
    expect(picture()).toBeUndefined();
    expect(picture({ change: 'pre-existing' }, { change: 'undecided' })).toBeUndefined();
    expect(
      picture({ missing: [], reason: { kind: 'load-balancers-unknown', isSure: true } }),
    ).toBeUndefined();
    expect(picturedBy(report([statement('x')]))).toBeUndefined();
  });

  test.each([29, 30, 31])('%d paths', (n) => {
    const findings = Array.from({ length: n }, (_, i) =>
      finding({ missing: egress('tcp', '1', `10.0.${i}.0/24`) }),
    );
    const drawn = picturedBy(report(findings));
    expect(drawn?.text.match(/--x/g)).toHaveLength(Math.min(30, n));
    expect(drawn?.left).toBe(Math.max(0, n - 30));
  });
});
