/** The page in HTML: whole without scripts, hostile texts inert, the same facts as other formats. */
import { describe, expect, test } from '@jest/globals';

import { judgeFiles } from '../../../src/command/judge-files.js';
import { renderHtml } from '../../../src/format/html/html.js';
import { fixtureInput } from '../../support/fixture-report.js';
import { expectFile } from '../../support/report/golden.js';
import { hostileReports } from '../../support/report/hostile.js';
import { htmlProblems } from '../../support/report/html-page.js';
import { REPORTS } from '../../support/report/reports.js';

async function pageOf(name: string): Promise<string> {
  const result = await judgeFiles(fixtureInput(name));
  if (!result.ok) throw new Error(`${name}: ${result.error.error.message}`);
  return renderHtml(result.value.report, result.value);
}

/** The page but for its script, its style and the data of its script. */
function bodyOf(page: string): string {
  return (
    page
      .replaceAll(/(<(script|style)\b[^>]*>)[^]*?(<\/\2>)/g, '$1$3')
      .replaceAll(/sha256-[\w+/=]+/g, 'sha256-…')
      // A line for each thing, so that one can read what differs.
      .replaceAll(/<(?:article|section|h\d|p|li|tr|table|figure|form|g|path|details|dl|div)\b/g, '\n$&')
  );
}

const STORIES = [
  'vpc-egress-minima-missing',
  'vpc-open-to-world',
  'tunnel-two-pools-not-crosswise',
  'turbo-kubelet-destroyed',
  'v3-deny-kubelet',
  'vpc-two-plans-one-run',
  'tunnel-waived',
  'vpc-fresh-unknown-pod-cidr',
  'nothing-to-judge',
];

test.each(STORIES)('the page of %s', async (name) => {
  const page = await pageOf(name);
  expect(htmlProblems(page)).toEqual([]);
  expectFile(`${name}.html`, bodyOf(page));
});

describe('hostile texts', () => {
  test.each(Object.entries(REPORTS))('are inert in %s', (_, shown) => {
    for (const [text, hostile] of hostileReports(shown)) {
      expect({ text, problems: htmlProblems(renderHtml(hostile, {})) }).toEqual({ text, problems: [] });
    }
  });
});
