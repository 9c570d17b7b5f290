/** The page of the job. */
import { describe, expect, test } from '@jest/globals';

import { bytesOf } from '../../../src/format/budget.js';
import { renderJobSummary } from '../../../src/format/markdown/job-summary.js';
import type { Role } from '../../../src/model/requirement.js';
import type { Report, ReportFinding } from '../../../src/report/report.js';
import {
  addresses,
  cause,
  check,
  cluster,
  finding,
  group,
  NODE_GROUP,
  report,
  statement,
} from '../../support/report/builders.js';
import { problemsOf, withoutOwnLinks } from '../../support/report/github-markdown.js';
import { greatest, sample, wordsOf } from '../../support/report/golden.js';
import { REPORTS } from '../../support/report/reports.js';

describe('the whole page has no more than one empty line between two parts', () => {
  test.each(Object.keys(REPORTS))('%s', (name) => {
    expect(renderJobSummary(sample(name))).not.toMatch(/\n\n\n/);
  });
});

describe('subjects against tables', () => {
  const named = (role: Role, fields = {}): Report['groups'][number] =>
    group({ role, key: `${role}-group`, name: `${role}-group`, id: undefined, ...fields });
  const rows = (shown: Report): readonly string[] =>
    withoutOwnLinks(renderJobSummary(shown))
      .split('\n')
      .filter((line) => line.startsWith('| ') && /Table|✔|✖|▲|●|–|waived/.test(line));

  test.each([
    ['vpc-router', ['node', 'control'], ['Table 1', 'Table 2', 'Table 8']],
    ['overlay_l2', ['node', 'control'], ['Table 3', 'Table 4', 'Table 8']],
    ['eni', ['node', 'control', 'eni'], ['Table 5', 'Table 6', 'Table 7', 'Table 8']],
  ] as const)('%s', (networkModel, roles, tables) => {
    const shown = report([], {
      clusters: [cluster({ networkModel })],
      groups: roles.map((role) => named(role)),
    });
    const [head = '', ...lines] = rows(shown);
    expect(head.match(/Table \d/g)).toEqual(tables);
    expect(lines).toHaveLength(roles.length);
    for (const line of lines) expect(line).toContain('✔');
  });

  test('a model without a table has no line of its own', () => {
    expect(rows(report([], { clusters: [cluster({ networkType: 'underlay_ipvlan' })] }))).toEqual([]);
    expect(rows(report([], { clusters: [cluster({ networkType: undefined })] }))).toEqual([]);
  });

  test('rows that do not hold stand in their table, the worst first', () => {
    const line = rows(sample('hardened-egress'))[1] ?? '';
    expect(line).toBe(
      `| \`prod\` | worker nodes | \`${NODE_GROUP}\` | ✔ | ✖ T8.2 T8.11 T8.12 ▲ T8.1 T8.3 T8.4 T8.5 T8.6 T8.7 … |`,
    );
  });

  test('a pool with groups of its own is a subject of its own', () => {
    const shown = report([finding({ pool: 'x.workers', group: 'node-group' })], {
      groups: [named('node'), named('control')],
    });
    expect(rows(shown).slice(1)).toEqual([
      '| `prod` | worker nodes | `node-group` | ✔ | – | ✔ |',
      '| `prod` | masters | `control-group` | – | ✔ | – |',
      '| `prod` | `x.workers` | `node-group` | ✔ | – | ✖ T8.2 |',
    ]);
  });

  test('what is waived is not said to hold', () => {
    const waived = { reason: 'r', owner: 'o', expires: '2027-01-31' };
    expect(rows(report([finding({ waived })]))[1]).toContain('| waived T8.2 |');
  });

  test('a group that goes is not said to hold', () => {
    const going = statement('x', { check: 'group-lifecycle' });
    expect(rows(report([going]))[1]).toMatch(/✖ see below \| ✖ see below \|$/);
    const other = statement('x', { check: 'group-lifecycle', group: 'another' });
    expect(rows(report([other]))[1]).toMatch(/✔ \| ✔ \|$/);
  });

  test('many subjects are counted', () => {
    const groups = Array.from({ length: 250 }, (_, index) => named('node', { cluster: `c${index}` }));
    const clusters = groups.map(({ cluster: name }) => cluster({ name }));
    expect(renderJobSummary(report([], { groups, clusters }))).toContain('\n| 50 more | | | | |\n');
  });
});

/** Blocks with long sentences; the remedies of the first take up `slack`. */
function long(count: number, slack: number): Report {
  const text = wordsOf(560);
  const one = (index: number): ReportFinding =>
    statement(`${text} ${index}`, {
      severity: 'warning',
      causes: [cause(`x${index}`, ['create'])],
      check: check('rule-input', {
        remedy: index < 5 ? wordsOf(1 + Math.min(590, Math.max(0, slack - 590 * index))) : text,
      }),
    });
  return report(Array.from({ length: count }, (_, index) => one(index)));
}

describe('the budget of 1,000,000 bytes', () => {
  const sections = (page: string): number => page.match(/^#### /gm)?.length ?? 0;

  test('limit - 1, limit, limit + 1', () => {
    const count = greatest(100, (n) => sections(renderJobSummary(long(n, 0))) === n);
    const slack = 1_000_000 - bytesOf(renderJobSummary(long(count, 0)));
    expect(slack).toBeLessThan(5 * 590);
    for (const by of [-1, 0]) {
      const page = renderJobSummary(long(count, slack + by));
      expect(bytesOf(page)).toBe(1_000_000 + by);
      expect(sections(page)).toBe(count);
    }
    const cut = renderJobSummary(long(count, slack + 1));
    expect(bytesOf(cut)).toBeLessThanOrEqual(1_000_000);
    expect(sections(cut)).toBeLessThan(count);
    expect(cut).toContain(`**${count - sections(cut)} more** are in the report file`);
  });

  test('holds for any report', () => {
    const verbose = check('egress-minimum', { remedy: 'ü'.repeat(900) });
    const many = Array.from({ length: 6000 }, (_, index) =>
      finding({
        group: `group-${index}-${'ä'.repeat(200)}`,
        row: `T8.${(index % 14) + 1}`,
        check: verbose,
        ...(index % 2 === 0
          ? { waived: { reason: 'r'.repeat(900), owner: '@o', expires: '2027-01-31' } }
          : {}),
      }),
    );
    const page = renderJobSummary(report(many));
    expect(bytesOf(page)).toBeLessThanOrEqual(1_000_000);
    expect(page).toMatch(/\*\*\d+ more\*\* are in the report file/);
    expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length);
    expect(page.trimEnd().endsWith('</sub>')).toBe(true);
  });

  test('holds for clusters, groups and pools with long names', () => {
    const long = '\u{1f600}'.repeat(400);
    const names = Array.from({ length: 300 }, (_, index) => `${index}${long}`);
    const tokens = Array.from({ length: 6 }, (_, index) => `${index}${long}`);
    const shown = report(
      names.map((name) => finding({ cluster: name, pool: name, group: name })),
      {
        clusters: names.map((name) =>
          cluster({
            name,
            addresses: {
              vpc: addresses(long, ...tokens),
              container: addresses(long, ...tokens),
              master: addresses(long, ...tokens),
            },
          }),
        ),
        groups: names.flatMap((name) => tokens.map((id) => group({ cluster: name, key: id }))),
      },
    );
    const page = renderJobSummary(shown);
    expect(bytesOf(page)).toBeLessThanOrEqual(1_000_000);
    expect(page).toContain('This plan breaks the clusters');
    expect(page).toMatch(/\n\| \d+ more \|( \|)+\n/);
    expect(problemsOf(page)).toEqual([]);
  });
});
