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

/** What one reads, a line for each thing. */
function readOf(page: string): string {
  const body = page.slice(page.indexOf('<body>')).replaceAll(/<(script|style)\b[^>]*>[^]*?<\/\1>/g, '');
  const lines = body
    .replaceAll(/<(?:h\d|p|li|tr|figure|form|g|summary|dt|label|option|pre)\b/g, '\n$&')
    .replaceAll(/<\/(?:td|th|dt)>/g, ' | ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
  return lines.replaceAll(/ *\n\s*/g, '\n').trim() + '\n';
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

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
  expectFile(`${name}.html.txt`, readOf(page));
});

describe('hostile texts', () => {
  test.each(Object.entries(REPORTS))('are inert in %s', (_, shown) => {
    for (const [text, hostile] of hostileReports(shown)) {
      expect({ text, problems: htmlProblems(renderHtml(hostile, {})) }).toEqual({ text, problems: [] });
    }
  });
});
