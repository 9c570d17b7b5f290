/** The page in HTML of recorded cases, with the drawing of their paths: whole without scripts. */
import { expect, test } from '@jest/globals';

import { judgeFiles } from '../../../src/command/judge-files.js';
import { renderHtml } from '../../../src/format/html/html.js';
import { fixtureInput } from '../../support/fixture-report.js';
import { PAGES } from '../../support/report/forms.js';
import { expectFile } from '../../support/report/golden.js';
import { htmlProblems } from '../../support/report/html-page.js';
import { readLines } from '../../support/report/reading.js';

async function pageOf(name: string): Promise<string> {
  const result = await judgeFiles(fixtureInput(name));
  if (!result.ok) throw new Error(`${name}: ${result.error.error.message}`);
  return renderHtml(result.value.report, result.value);
}

test.each(PAGES)('the page of %s', async (name) => {
  const page = await pageOf(name);
  expect(htmlProblems(page)).toEqual([]);
  expectFile(`${name}.html.txt`, `${readLines(page).join('\n')}\n`);
});
