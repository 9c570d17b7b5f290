import type { Block } from '../../report/blocks.js';
import type { Report } from '../../report/report.js';
import { planOfComment } from '../../report/telling/names.js';
import { capped } from '../../report/words/phrases.js';
import { bytesOf, fitItems } from '../budget.js';
import { rowIds } from '../parts.js';
import { causeList, exampleLine, pageParagraphs, rowTable, sentenceParagraphs } from './block.js';
import { code, exactFence, prose } from './escape-markdown.js';
import { remedy } from './fixes.js';
import { alertBox, checkInCell, type MarkdownContext, rowInCell } from './parts.js';

/** What the edge knows of the comment's place. */
export interface ReviewContext extends MarkdownContext {
  /**
   * What the commented lines become when the suggestion is taken: text of the repository and constants, never values
   * of a plan, which nobody has proved to stand there.
   */
  readonly suggestion?: string | undefined;
  /** The comment stands at a line that is not about it. */
  readonly isElsewhere?: boolean;
}

/** GitHub takes 65,536 characters; the marker needs some of them. */
const LIMIT = 57_000;
const SUGGESTION_LIMIT = 8000;
const ROWS_LIMIT = 25_000;
const ID_LIMIT = 12;

/** The comment on a line: one cause with what it breaks, for example which packet, and what to do. */
export function renderReviewComment(block: Block, report: Report, context: ReviewContext): string {
  const ids = rowIds(block);
  const kind = [
    block.severity,
    ...(block.change === 'introduced' ? [] : [block.change]),
    ...block.checks.map(checkInCell),
    ...(ids.length === 0 ? [] : [capped(ids.map(rowInCell), ID_LIMIT)]),
    ...planOfComment(block, report, code),
  ].join(', ');
  const paragraphs = [
    alertBox(block.severity, [`**${prose(block.title)}** (${kind})`]),
    ...(context.isElsewhere !== true && isAtItsOnlyCause(block) ? [] : [causeList(block, context)]),
    rowTable(block, ROWS_LIMIT),
    ...sentenceParagraphs(block),
    ...exampleLine(block),
    ...pageParagraphs(block),
    ...suggestion(context),
  ].filter((text) => text !== '');
  const used = paragraphs.reduce((sum, text) => sum + bytesOf(text) + 2, 0);
  const items = [...paragraphs, remedy(block, LIMIT - used)].map((text) => `${text}\n`);
  return fitItems({
    items,
    total: items.length,
    limit: LIMIT,
    more: () => 'The rest is in the job summary.\n',
  });
}

/** The comment stands where everything is to be seen. */
function isAtItsOnlyCause({ causes }: Block): boolean {
  const [cause, ...others] = causes;
  if (cause === undefined) return true;
  const { place } = cause;
  return others.length === 0 && place !== undefined && place.block === undefined && place.call === undefined;
}

function suggestion({ suggestion: text }: ReviewContext): readonly string[] {
  if (text === undefined || bytesOf(text) > SUGGESTION_LIMIT) return [];
  const fenced = exactFence(text, 'suggestion');
  return fenced === undefined ? [] : [fenced];
}
