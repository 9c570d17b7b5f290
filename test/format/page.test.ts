/** What the vendor's page says of a row stands in each format, with a link to the row's table. */
import { describe, expect, test } from '@jest/globals';

import { CHECKS } from '../../src/check/checks.js';
import { blocksOf } from '../../src/report/blocks.js';
import { renderHtml } from '../../src/format/html/html.js';
import { renderJobSummary } from '../../src/format/markdown/job-summary.js';
import { renderMarkdown } from '../../src/format/markdown/markdown.js';
import { renderReviewComment } from '../../src/format/markdown/review-comment.js';
import { renderJson } from '../../src/format/json/json.js';
import { renderSarif } from '../../src/format/sarif/sarif.js';
import { renderText } from '../../src/format/text/text.js';
import { linkOf } from '../../src/model/model.js';
import type { Report } from '../../src/report/report.js';
import { finding, report, row } from '../support/report/builders.js';

const FORMATS: Readonly<Record<string, (shown: Report) => string>> = {
  text: (shown) => renderText(shown, { colors: false, width: 1000 }),
  markdown: renderMarkdown,
  'job summary': renderJobSummary,
  'review comment': (shown) =>
    blocksOf(shown)
      .blocks.map((block) => renderReviewComment(block, shown, {}))
      .join('\n'),
  json: renderJson,
  html: (shown) => renderHtml(shown, {}),
  sarif: (shown) => renderSarif(shown, CHECKS),
};

const count = (text: string, part: string): number => text.split(part).length - 1;

describe.each(Object.entries(FORMATS))('%s', (name, render) => {
  // In a cell or in running text, what looks like a number of an issue or a path is code.
  const read = (shown: Report): string => render(shown).replaceAll('`', '');

  test('purpose, note and link of a row', () => {
    const { purpose, note = '', ...of } = row('T8.11');
    expect(note).not.toBe('');
    const shown = read(report([finding({ row: of.id })]));
    if (name === 'text') {
      expect(shown).toContain(`cce-plan-guard model ${of.id}`);
      return;
    }
    for (const part of [purpose, note]) expect(shown).toContain(part.replaceAll('`', ''));
    expect(shown).toContain(linkOf(of));
  });

  test('one link for all rows of a table in a block', () => {
    if (['json', 'sarif', 'text'].includes(name)) return;
    const rows = ['T8.2', 'T8.11', 'T8.12', 'T8.13', 'T8.14'];
    const text = read(report(rows.map((id) => finding({ row: id }))));
    expect(count(text, linkOf(row('T8.2')))).toBe(1);
    expect(text).toContain('T8.12: ');
    const more = name === 'html' ? '</li><li>and 2 more' : '\n- and 2 more';
    expect(text).toContain(row('T8.12').purpose + more);
  });

  test('rows that may be cut for a moment have the link alone', () => {
    if (name === 'json' || name === 'sarif') return;
    const text = read(report([finding({ change: 'transient', severity: 'warning' })]));
    expect(text).toContain(name === 'text' ? 'cce-plan-guard model T8.2' : linkOf(row('T8.2')));
    expect(text).not.toContain(row('T8.2').purpose);
  });
});
