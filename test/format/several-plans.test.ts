/** With several plans each heading, line, note and fix says which plan it is of, in every format. */
import { describe, expect, test } from '@jest/globals';

import { annotationsOf } from '../../src/format/annotations.js';
import { renderGitlab } from '../../src/format/gitlab/gitlab.js';
import { renderHtml } from '../../src/format/html/html.js';
import { renderJunit } from '../../src/format/junit/junit.js';
import { renderJobSummary } from '../../src/format/markdown/job-summary.js';
import { renderMarkdown, renderSummaryComment } from '../../src/format/markdown/markdown.js';
import { renderReviewComment } from '../../src/format/markdown/review-comment.js';
import { renderSarif } from '../../src/format/sarif/sarif.js';
import { renderFixesText } from '../../src/format/text/fix-text.js';
import { renderText } from '../../src/format/text/text.js';
import { blocksOf } from '../../src/report/blocks.js';
import type { Report } from '../../src/report/report.js';
import { finding, plan, report } from '../support/report/builders.js';
import { withoutOwnLinks } from '../support/report/github-markdown.js';
import { sample } from '../support/report/golden.js';

const SHOWN = sample('several-plans');
const PLANS = ['production', 'development', 'envs/edge/plan.json'];

/** What is said of each finding of the sample, one by one. */
const PIECES: Readonly<Record<string, (shown: Report) => readonly string[]>> = {
  annotations: (shown) => annotationsOf(shown).map(({ message }) => message),
  sarif: (shown) =>
    (
      JSON.parse(renderSarif(shown, [...new Set(shown.findings.map(({ check }) => check))])) as Sarif
    ).runs.flatMap(({ results }) => results.map(({ message }) => message.text)),
  gitlab: (shown) =>
    (JSON.parse(renderGitlab(shown)) as { description: string }[]).map(({ description }) => description),
  'comments on lines': (shown) =>
    blocksOf(shown).blocks.map((block) => renderReviewComment(block, shown, {})),
  markdown: (shown) => renderMarkdown(shown).split('\n#### ').slice(1, 4),
  'job summary': (shown) => renderJobSummary(shown).split('\n#### ').slice(1, 4),
  text: (shown) =>
    renderText(shown, { colors: false })
      .split(/\n\n(?=prod|edge)/)
      .slice(1),
  fix: (shown) =>
    shown.findings.map(({ fingerprint }) =>
      renderFixesText(shown, new Set([fingerprint]), { colors: false }),
    ),
  html: (shown) => renderHtml(shown, {}).split('<article').slice(1),
};

interface Sarif {
  readonly runs: readonly { readonly results: readonly { readonly message: { readonly text: string } }[] }[];
}

describe('each finding names its plan', () => {
  test.each(Object.entries(PIECES))('%s', (_, pieces) => {
    const texts = pieces(SHOWN);
    expect(texts).toHaveLength(3);
    expect(texts.map((text, i) => text.includes(PLANS[i] ?? '?'))).toEqual([true, true, true]);
  });

  test('junit', () => {
    const suites = renderJunit(SHOWN).split('<testsuite ').slice(1);
    expect(suites.map((suite) => PLANS.find((name) => suite.includes(`Plan ${name}.`)))).toEqual([
      'development',
      'production',
      'envs/edge/plan.json',
    ]);
  });
});

test('the summary comment says which plan in its heading, each line and each note', () => {
  const plans = [plan({ path: 'a.json' }), plan({ path: 'b.json', label: 'live' }), plan({ path: 'c.json' })];
  const heading = (...of: number[]): string | undefined =>
    renderSummaryComment(
      report(
        of.map((one) => finding({ plan: one })),
        { plans },
      ),
      {},
    ).split('\n')[0];
  expect(heading(1)).toBe('### ✖ 1 of 3 plans breaks the cluster **`prod`** (`live`)');
  expect(heading(0, 1)).toBe(
    '### ✖ 2 of 3 plans break the clusters **`prod`** (`a.json`), **`prod`** (`live`)',
  );
  expect(heading(0, 1, 2)).toBe('### ✖ These 3 plans break the cluster **`prod`**');
  expect(heading()).toBe('### ✔ These 3 plans break nothing');
  const later = finding({ plan: 2, change: 'transient', severity: 'warning' });
  const waived = { reason: 'r', owner: 'o', expires: '2027-01-31' };
  const markdown = renderSummaryComment(
    report([finding({ plan: 1 }), later, finding({ waived })], { plans }),
    {},
  );
  expect(withoutOwnLinks(markdown)).toMatch(/^> \*\*Worker nodes lose DNS over UDP\*\* · `live` · /m);
  expect(withoutOwnLinks(markdown)).toMatch(/^\| ▲ \| [^|]* \| `c\.json` \| T8\.2 \| /m);
  expect(withoutOwnLinks(markdown)).toContain(
    '- T8.2 in `prod` (`a.json`), UDP 53 to `100.125.4.25`, `100.125.129.199`: r',
  );
});
