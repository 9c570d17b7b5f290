/** The summary comment and the markdown of the whole report. */
import { describe, expect, test } from '@jest/globals';

import { bytesOf } from '../../../src/format/budget.js';
import { renderMarkdown, renderSummaryComment } from '../../../src/format/markdown/markdown.js';
import type { PastFinding } from '../../../src/format/markdown/past.js';
import type { Report, ReportFinding } from '../../../src/report/report.js';
import {
  cause,
  causeAt,
  check,
  cluster,
  type FindingFields,
  finding,
  place,
  plan,
  report,
  row,
  statement,
} from '../../support/report/builders.js';
import { otherLinks, problemsOf, withoutOwnLinks } from '../../support/report/github-markdown.js';
import { greatest, sample } from '../../support/report/golden.js';
import { withTexts } from '../../support/report/hostile.js';
import { REPORTS } from '../../support/report/reports.js';

const COMMIT = 'b1a2c3d4e5f60718293a4b5c6d7e8f9012345678';
const CONTEXT = {
  label: 'production',
  commit: COMMIT,
  serverUrl: 'https://github.com',
  repository: 'acme/infra',
  runUrl: 'https://github.com/acme/infra/actions/runs/1/attempts/1',
};

const REPOSITORY = 'https://github.com/acme/infra/';

const NAMES = Object.keys(REPORTS);
describe('the whole text', () => {
  test('the same report gives the same text', () => {
    for (const name of NAMES) {
      expect(renderMarkdown(withTexts(sample(name), (old) => old))).toBe(renderMarkdown(sample(name)));
    }
  });
});

test('a row whose loss is waived says so, whatever else is told of it', () => {
  const waived = { reason: 'not used', owner: '@platform', expires: '2027-01-31' };
  const shown = report([finding({ waived }), finding({ change: 'transient', severity: 'warning' })]);
  expect(withoutOwnLinks(renderMarkdown(shown))).toMatch(
    /\n\| T8\.2 \|.*\| holds \| missing \| missing \(waived\) \|\n/,
  );
  const open = report([finding(), finding({ change: 'transient', severity: 'warning', waived })]);
  expect(withoutOwnLinks(renderMarkdown(open))).toMatch(/\n\| T8\.2 \|.*\| holds \| missing \| missing \|\n/);
});

describe('hostile text in every field', () => {
  test('what the edge says makes no links of other places', () => {
    for (const bad of [
      'javascript:alert(1)',
      'https://a)b',
      'https://a b',
      'https://a/|',
      'x](https://evil.example',
    ]) {
      const context = { ...CONTEXT, serverUrl: bad, repository: bad, runUrl: bad, commit: COMMIT };
      expect(problemsOf(renderSummaryComment(sample('long-lists'), context))).toEqual([]);
    }
  });

  test('a million characters in every field take no time', () => {
    const huge = withTexts(report([finding()]), () => '@#`|'.repeat(250_000));
    const start = performance.now();
    renderMarkdown(huge);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

function pastOf(words: readonly string[]): readonly PastFinding[] {
  return words.map((one) => ({
    kind: 'mended',
    severity: 'critical',
    words: one,
    commit: 'c4d5e6f',
    isToldStill: false,
  }));
}

const summary = (shown: Report, context = {}): string => renderSummaryComment(shown, context);

describe('the heading', () => {
  const at = (fields: FindingFields[], more: Partial<Report> = {}): string =>
    summary(
      report(
        fields.map((one) => finding(one)),
        more,
      ),
    ).split('\n')[0] ?? '';
  const PLAIN = {
    row: undefined,
    missing: [],
    witness: undefined,
    reason: { kind: 'opened', opening: { kind: 'all' }, family: 'IPv4', byCce: undefined },
  } as const;

  test.each([
    [[{}], {}, '### ✖ This plan breaks the cluster **`prod`**'],
    [[{}, { cluster: 'dev' }], {}, '### ✖ This plan breaks the clusters **`prod`**, **`dev`**'],
    [[{ cluster: undefined }], {}, '### ✖ This plan breaks a cluster'],
    [[{ ...PLAIN, check: 'exposed-port' }], {}, '### ✖ This plan is dangerous for the cluster **`prod`**'],
    [[{ change: 'transient' }], {}, '### ✖ This plan may break the cluster **`prod`**'],
    [[{ change: 'undecided' }], {}, '### ✖ This plan may break the cluster **`prod`**'],
    [[{ change: 'pre-existing' }], {}, '### ✖ Broken before this plan, and after: the cluster **`prod`**'],
    [[{ change: 'transient' }, {}], {}, '### ✖ This plan breaks the cluster **`prod`**'],
    [[{}], { conclusion: 'pass' }, '### ▲ This plan breaks the cluster **`prod`**'],
    [[{ severity: 'warning' }], { conclusion: 'fail' }, '### ✖ This plan does not pass'],
    [[{ severity: 'warning' }], {}, '### ✔ This plan passes, with 1 warning'],
    [
      [{ severity: 'warning' }, { severity: 'notice' }],
      {},
      '### ✔ This plan passes, with 1 warning and 1 notice',
    ],
    [[{ severity: 'notice' }], {}, '### ✔ This plan passes, with 1 notice'],
    [[], {}, '### ✔ This plan breaks nothing'],
    [[], { plans: [plan({ showsCluster: false })] }, '### ✔ Nothing to judge: no CCE cluster in this plan'],
  ] as const)('%j %j', (fields, more, heading) => {
    expect(at([...fields], more)).toBe(heading);
  });
});

describe('the summary comment', () => {
  test('says label and commit, and leaves out what is not known', () => {
    expect(
      summary(report([finding()]), CONTEXT)
        .split('\n')
        .slice(0, 2),
    ).toEqual([
      '### ✖ This plan breaks the cluster **`prod`** · `production`',
      '1 critical · commit `b1a2c3d`',
    ]);
    expect(summary(report([finding()])).split('\n')[1]).toBe('1 critical');
    expect(summary(report([finding()]), { label: '', commit: '' }).split('\n')[1]).toBe('1 critical');
  });

  test('of one label has it in its heading without a context, too', () => {
    const labelled = [plan({ label: 'live' })];
    expect(renderMarkdown(report([], { plans: labelled }))).toMatch(
      /^### ✔ This plan breaks nothing · `live`\n/,
    );
    expect(renderMarkdown(report([], { plans: [...labelled, plan()] }))).toMatch(
      /^### ✔ These 2 plans break nothing\n/,
    );
  });

  test('links a line in the commit that is judged, if it is still there', () => {
    const causes = [causeAt('x', ['update'], place({ file: 'a b/(c)_d#?%.tf', line: 7 }))];
    const markdown = summary(report([finding({ causes })]), CONTEXT);
    expect(otherLinks(markdown)).toEqual([
      `https://github.com/acme/infra/blob/${COMMIT}/a%20b/%28c%29%5Fd%23%3F%25.tf#L7`,
    ]);
    const gone = [causeAt('x', ['delete'], place({ line: 7, isBase: true }))];
    expect(otherLinks(summary(report([finding({ causes: gone })]), CONTEXT))).toEqual([]);
    const bracket = [causeAt('x', ['update'], place({ file: '\\[^1]: note.tf', line: 7 }))];
    expect(otherLinks(summary(report([finding({ causes: bracket })]), CONTEXT))).toEqual([]);
    for (const missing of ['commit', 'serverUrl', 'repository']) {
      expect(
        otherLinks(summary(report([finding({ causes })]), { ...CONTEXT, [missing]: undefined })),
      ).toEqual([]);
    }
  });

  test('a cause without a file is its address', () => {
    expect(summary(report([finding({ causes: [cause('x', ['delete'])] })]))).toContain(
      ' · `opentelekomcloud_networking_secgroup_rule_v2.x` · ',
    );
  });

  test('what is gone is struck', () => {
    const markdown = summary(report([]), { past: pastOf(['Nodes lose ~~egress~~', 'x']) });
    expect(markdown).toContain(
      '- ✔ **Fixed** in `c4d5e6f`: ~~Nodes lose `~~egress~~`~~\n- ✔ **Fixed** in `c4d5e6f`: ~~x~~\n',
    );
    const many = summary(report([]), {
      past: pastOf(['', ...Array.from({ length: 21 }, (_, i) => `t${i}`)]),
    });
    expect(many).toContain(': ~~t19~~\n- and 2 more of earlier commits');
    expect(many).not.toContain('t20');
  });

  test('the worst stands in a box of its colour, the others in a table', () => {
    const lines = (...fields: FindingFields[]): readonly string[] =>
      withoutOwnLinks(summary(report(fields.map((one) => finding(one)))))
        .split('\n')
        .filter((line) => /^>|^\| [✖▲●]/.test(line));
    const later = { row: 'T8.1', change: 'transient', severity: 'warning', causes: [] } as const;
    expect(lines({ causes: [] }, later)).toEqual([
      '> [!CAUTION]',
      '> **Worker nodes lose DNS over UDP** · T8.2',
      '| ▲ | Worker nodes may lose DNS over TCP for a moment | T8.1 |  |',
    ]);
    expect(lines(later, { ...later, cluster: 'dev' })).toEqual([
      '> [!WARNING]',
      '> - **Worker nodes may lose DNS over TCP for a moment** · cluster `prod` · T8.1',
      '> - **Worker nodes may lose DNS over TCP for a moment** · cluster `dev` · T8.1',
    ]);
    expect(lines({ severity: 'notice', causes: [] })).toEqual([
      '| ● | Worker nodes lose DNS over UDP | T8.2 |  |',
    ]);
  });

  test('of an incomplete plan', () => {
    expect(summary(sample('incomplete'))).toContain('▲ This plan covers only part of the configuration');
    const plans = Array.from({ length: 12 }, (_, i) => plan({ path: `p${i}`, complete: false }));
    expect(summary(report([], { plans }))).toContain('`p9` and 2 more cover only part');
  });
});

/** Warnings without rows, so that only the table of blocks is long; the first name takes up `slack`. */
function long(count: number, slack: number): Report {
  const one = (index: number): ReportFinding =>
    statement('', {
      reason: { kind: 'group-not-named', address: `a.b${index}` },
      group: `${'t'.repeat(index === 0 ? slack : 10)} ${index}`,
      severity: 'warning',
      causes: [causeAt(`a.b${index}`, ['create'])],
    });
  return report(Array.from({ length: count }, (_, index) => one(index)));
}

describe('the budget of 57,000 bytes', () => {
  const rowsOf = (markdown: string): number => markdown.match(/^(?:\| ▲ |> (?:- )?\*\*)/gm)?.length ?? 0;

  /** The greatest report that is whole, filled up to the byte. */
  function exact(): { count: number; slack: number } {
    const count = greatest(1, (n) => rowsOf(summary(long(n, 1))) === n);
    const slack = 57_000 - bytesOf(summary(long(count, 1))) + 1;
    return { count, slack };
  }

  test('limit - 1, limit, limit + 1', () => {
    const { count, slack } = exact();
    expect(count).toBeGreaterThan(300);
    expect(slack).toBeLessThan(88);
    for (const [by, size] of [
      [-1, 56_999],
      [0, 57_000],
    ] as const) {
      const markdown = summary(long(count, slack + by));
      expect(bytesOf(markdown)).toBe(size);
      expect(rowsOf(markdown)).toBe(count);
      expect(markdown).not.toContain(' more, see');
    }
    const cut = summary(long(count, slack + 1), CONTEXT);
    expect(bytesOf(cut)).toBeLessThanOrEqual(57_000);
    expect(cut).toContain(`| | ${count - rowsOf(cut)} more, see [the job summary](${CONTEXT.runUrl}) | | |`);
    expect(problemsOf(cut, { url: CONTEXT.runUrl })).toEqual([]);
  });

  test('whatever is long, the comment fits, stays whole, and ends in its small print', () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      finding({
        group: `group-${index}-${'ä'.repeat(60)}`,
        row: `T8.${(index % 14) + 1}`,
        ...(index % 3 === 0
          ? { waived: { reason: 'r'.repeat(99), owner: '@o', expires: '2027-01-31' } }
          : {}),
      }),
    );
    const resolved = Array.from({ length: 3000 }, (_, index) => ({
      plan: 0,
      check: check('essential-rule'),
      row: row('T1.2'),
      cluster: `cluster-${index}`,
      group: undefined,
    }));
    for (const shown of [
      report(many),
      report([], { resolved }),
      report(many.slice(0, 300), { resolved, clusters: Array.from({ length: 999 }, () => cluster()) }),
    ]) {
      const past = pastOf(Array.from({ length: 99 }, () => 'ü'.repeat(999)));
      const markdown = summary(shown, { ...CONTEXT, past });
      expect(bytesOf(markdown)).toBeLessThanOrEqual(57_000);
      expect(problemsOf(markdown, { url: REPOSITORY })).toEqual([]);
      expect(markdown.match(/<details>/g)?.length).toBe(markdown.match(/<\/details>/g)?.length);
      expect(markdown.endsWith('</sub>')).toBe(true);
      expect(markdown).toContain(' more, see [the job summary]');
    }
  });
});
