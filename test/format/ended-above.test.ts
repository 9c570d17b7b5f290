/** What ends several blocks is said once where they stand on one page, and each time where each stands alone. */
import { expect, test } from '@jest/globals';

import { renderMarkdown } from '../../src/format/markdown/markdown.js';
import { renderReviewComment } from '../../src/format/markdown/review-comment.js';
import { renderText } from '../../src/format/text/text.js';
import { blocksOf } from '../../src/report/blocks.js';
import { fixtureReport } from '../support/fixture-report.js';

const UNDO = /Undo\s+the\s+change\s+of\s+`remote_ip_prefix`[^:]*: 1\s+more/g;
const ABOVE = /As above: the same change ends this, too\./g;

test('on a page the second block points to the first', async () => {
  const report = await fixtureReport('vpc-tcp-rule-narrowed');
  for (const page of [renderText(report, { colors: false }), renderMarkdown(report)]) {
    expect([page.match(ABOVE)?.length, (page.match(UNDO) ?? []).length]).toEqual([1, 1]);
  }
  const [, second] = blocksOf(report).blocks;
  if (second === undefined) throw new Error('there are two');
  const alone = renderReviewComment(second, report, {});
  expect(alone).not.toMatch(ABOVE);
  expect(alone).toMatch(UNDO);
});
