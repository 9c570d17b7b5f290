/** The comment on a line. */
import { describe, expect, test } from '@jest/globals';

import { blocksOf } from '../../../src/report/blocks.js';
import { bytesOf } from '../../../src/format/budget.js';
import type { Report } from '../../../src/report/report.js';
import { renderReviewComment, type ReviewContext } from '../../../src/format/markdown/review-comment.js';
import {
  cause,
  causeAt,
  check,
  egress,
  finding,
  ingress,
  place,
  report,
  row,
  witness,
} from '../../support/report/builders.js';
import { problemsOf, withoutOwnLinks } from '../../support/report/github-markdown.js';
import { greatest } from '../../support/report/golden.js';

function comments(shown: Report, context: ReviewContext = {}): readonly string[] {
  return blocksOf(shown).blocks.map((block) => renderReviewComment(block, shown, context));
}

describe('what it says', () => {
  const only = (shown: Report, context: ReviewContext = {}): string =>
    withoutOwnLinks(comments(shown, context).join('\n=====\n'));

  test('title, severity and rows first', () => {
    expect(
      only(report([finding()]))
        .split('\n')
        .slice(0, 2)
        .join(),
    ).toBe('> [!CAUTION],> **Worker nodes lose DNS over UDP** (critical, egress-minimum, T8.2)');
    expect(only(report([finding({ change: 'transient', severity: 'warning' })])).split('\n')[1]).toMatch(
      /^> \*\*Worker nodes may lose DNS over UDP for a moment\*\* \(warning, transient, egress-minimum, T8\.2\)$/,
    );
  });

  test('the cause is named only if it is not the line itself', () => {
    expect(only(report([finding()]))).not.toContain('secgroup_rule_v2.egress`');
    expect(only(report([finding({ causes: [cause('a', ['delete'])] })]))).toContain(
      '- `opentelekomcloud_networking_secgroup_rule_v2.a` destroyed',
    );
    const called = causeAt(
      'a',
      ['create'],
      place({ line: 3, call: { file: 'main.tf', line: 9, endLine: 12 } }),
    );
    expect(only(report([finding({ causes: [called] })]))).toContain('called in main.tf:9');
    const two = [cause('a', ['delete'], 1), cause('b', ['delete'], 9)];
    expect(only(report([finding({ causes: two })]))).toContain('- `main.tf:9` `');
    const many = Array.from({ length: 7 }, (_, index) => cause(`r${index}`, ['delete'], index + 1));
    expect(only(report([finding({ causes: many })]))).toContain('destroyed\n- and 2 more');
  });

  test('many rows that are not lost for good are folded', () => {
    const shown = (n: number): string =>
      only(
        report(
          Array.from({ length: n }, (_, index) =>
            finding({ change: 'transient', severity: 'warning', row: `T8.${index + 1}` }),
          ),
        ),
      );
    expect(shown(4)).not.toContain('<details><summary>4 rows');
    expect(shown(5)).toContain('<details><summary>5 rows</summary>\n\n| row |');
  });
});

describe('the suggestion', () => {
  const withSuggestion = (suggestion: string): string =>
    comments(report([finding()]), { suggestion })[0] ?? '';

  test('stands as it is given', () => {
    expect(withSuggestion('  remote_ip_prefix = "10.0.0.0/8"\n')).toContain(
      '\n\n```suggestion\n  remote_ip_prefix = "10.0.0.0/8"\n```\n\n',
    );
    expect(withSuggestion('# ```` \n')).toContain('`````suggestion\n# ```` \n`````');
    expect(withSuggestion('')).toContain('```suggestion\n```');
  });

  test.each([7999, 8000, 8001])('of %d bytes', (bytes) => {
    const text = `${'#'.repeat(79)}\n`.repeat(100).slice(0, bytes).padEnd(bytes, '#');
    expect(bytesOf(text)).toBe(bytes);
    expect(withSuggestion(text).includes('```suggestion')).toBe(bytes <= 8000);
  });

  test('is left out when it cannot be shown as it is', () => {
    for (const text of ['a\r\nb', 'a\u202eb', 'a\u200bb', 'x'.repeat(1001)]) {
      expect(withSuggestion(text)).not.toContain('suggestion');
    }
  });

  test('is not asked for: there is none', () => {
    expect(only()).not.toContain('suggestion');
    function only(): string {
      return comments(report([finding()]))[0] ?? '';
    }
  });
});

describe('the budget of 60,000 bytes', () => {
  test('holds for any block, and what is left out is counted', () => {
    const wide = Array.from({ length: 3000 }, (_, n) => `10.${n >> 7}.${2 * (n & 127)}.0/24`);
    const missing = Array.from({ length: 200 }, (_, n) =>
      egress('udp', String(n), ...wide.slice(n, n + 40)),
    ).flat();
    const findings = Array.from({ length: 14 }, (_, number) =>
      finding({
        row: { ...row(`T8.${number + 1}`), impact: '日本 '.repeat(900) },
        missing,
        witness: witness({ other: { end: undefined, address: '🙂'.repeat(9000) } }),
        check: check('egress-minimum', { remedy: 'ü '.repeat(9000) }),
        causes: Array.from({ length: 900 }, (__, n) =>
          causeAt(`${'a'.repeat(400)}.x${n}`, ['delete'], place({ file: 'ä'.repeat(400), line: n + 1 })),
        ),
      }),
    );
    const [text = ''] = comments(report(findings), { suggestion: '#'.repeat(900) });
    expect(bytesOf(text)).toBeLessThanOrEqual(57_000);
    expect(text).toMatch(/\| \| \d+ more rows \| \| \|/);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    expect(problemsOf(text)).toEqual([]);
  });

  test('limit - 1, limit, limit + 1 of the rows', () => {
    const shown = (rows: number): string =>
      comments(
        report([
          finding({
            missing: Array.from({ length: rows }, (_, n) =>
              ingress('tcp', '1', `10.${n >> 8}.${n & 255}.0/24`),
            ).flat(),
            row: { ...row('T8.2'), impact: 'x' },
          }),
        ]),
      )[0] ?? '';
    const rowsIn = (text: string): number => text.match(/^\| .* \| TCP 1 \|/gm)?.length ?? 0;
    const most = greatest(400, (n) => rowsIn(shown(n)) === n);
    expect(most).toBeLessThan(2000);
    expect(shown(most - 1)).not.toContain('more row');
    expect(shown(most)).not.toContain('more row');
    const left = most + 1 - rowsIn(shown(most + 1));
    expect(shown(most + 1)).toMatch(new RegExp(`\\| ${left} more rows? \\|`));
  });
});
