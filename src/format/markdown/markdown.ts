import { type Block, blocksOf } from '../../report/blocks.js';
import { placeInCheckout } from '../../report/places.js';
import type { Report } from '../../report/report.js';
import { bytesOf, fitItems } from '../budget.js';
import { andMore, firstFew, MARKS, rowIds } from '../parts.js';
import { blockSection } from './block.js';
import { code, prose, proseInCell } from './escape-markdown.js';
import { fixesPart } from './fixes.js';
import {
  believedNotes,
  countsLine,
  foldedPart,
  heading,
  idsInCell,
  type MarkdownContext,
  mendedNotes,
  moreLine,
  openNotes,
  undecidedNotes,
  partialPlansNote,
  placeInCell,
  recordNotes,
  smallPrint,
  STATES_TITLE,
  statesTable,
  cutTable,
  waivedList,
} from './parts.js';

/** What the edge knows of the summary. */
export interface SummaryContext extends MarkdownContext {
  /** Titles that an earlier summary of this pull request told and that are no longer so. */
  readonly gone?: readonly string[] | undefined;
}

/** GitHub takes 65,536 characters; the marker needs some of them. */
const LIMIT = 60_000;
const GONE_LIMIT = 20;

/** The summary comment of a pull request: what breaks, where, and what would mend it. */
export function renderSummaryComment(report: Report, context: SummaryContext): string {
  const { blocks, waived } = blocksOf(report);
  const head = [
    heading(report, blocks),
    countsLine(report, blocks, context),
    ...partialPlansNote(report).slice(0, 2),
  ].join('\n');
  const gone = goneLines(context);
  const end = [...(gone.length === 0 ? [] : [gone.join('\n')]), smallPrint(report)].join('\n\n');
  const more = (left: number): string => moreLine(left, context);
  const mended = [
    ...mendedNotes(report),
    ...openNotes(report),
    ...undecidedNotes(report),
    ...believedNotes(report),
  ];
  const records = recordNotes(report);
  const parts: readonly ((limit: number) => string)[] = [
    (limit) => blockTable(blocks, context, limit),
    (limit) => fitItems({ items: mended, total: mended.length, limit, more }),
    (limit) => fitItems({ items: records, total: records.length, limit, more }),
    (limit) => fixesPart(blocks, Math.min(limit - WRAP, FIXES_LIMIT)),
    (limit) => foldedPart(STATES_TITLE, statesTable(report, limit - WRAP, more)),
    (limit) => foldedPart(`Waived: ${waived.length}`, waivedList(waived, limit - WRAP, more)),
  ];
  let room = LIMIT - bytesOf(head) - bytesOf(end) - 4;
  const taken = parts.map((part) => {
    const text = part(room);
    room -= bytesOf(text) + 2;
    return text;
  });
  return [head, ...taken.filter((part) => part !== ''), end].join('\n\n');
}

function blockTable(blocks: readonly Block[], context: MarkdownContext, limit: number): string {
  return cutTable({
    head: ['', 'what', 'rows', 'where'],
    lines: blockCells(blocks, context),
    total: blocks.length,
    limit,
    more: (left) => ['', moreLine(left, context)],
  });
}

function* blockCells(blocks: readonly Block[], context: MarkdownContext): Generator<readonly string[]> {
  for (const block of blocks) {
    const { causes, severity, title } = block;
    const cause =
      causes.find(placeInCheckout) ?? causes.find(({ place }) => place !== undefined) ?? causes[0];
    const where = [
      ...(cause === undefined ? [] : [placeInCell(cause, context)]),
      ...andMore(causes.length - 1),
    ];
    yield [MARKS[severity], proseInCell(title), idsInCell(rowIds(block)), where.join(' ')];
  }
}

/** What a fold of its own costs, at most. */
const WRAP = 300;

const FIXES_LIMIT = 20_000;

function goneLines({ gone = [] }: SummaryContext): readonly string[] {
  const titles = gone.filter((title) => title !== '');
  const { shown, left } = firstFew(titles, GONE_LIMIT);
  const lines = shown.map((title) => `~~${prose(title)}~~ is gone`);
  return [...lines, ...andMore(left).map((more) => `${more} are gone`)].map((line) => `- ${line}`);
}

/** The summary comment of a run that could not judge: one line, of which nothing comes from a plan. */
export function renderUnjudgedComment({ label = '', commit, runUrl }: MarkdownContext): string {
  const which = label === '' ? '' : ` (${code(label)})`;
  const of = commit === undefined ? 'this commit' : `commit ${commit}`;
  const why = runUrl === undefined ? '' : ` [The run](${runUrl}) says why.`;
  return `**Could not be judged**${which}: there is no verdict on the plan of ${of}.${why}`;
}

/** The whole report as markdown, for `--format markdown`. */
export function renderMarkdown(report: Report): string {
  const { blocks, waived } = blocksOf(report);
  const more = (left: number): string => `${left} more`;
  const states = statesTable(report, Infinity, more);
  const parts = [
    heading(report, blocks),
    countsLine(report, blocks, {}),
    ...partialPlansNote(report),
    ...blocks.map((block) => blockSection(block, report, {})),
    ...mendedNotes(report),
    ...openNotes(report),
    ...undecidedNotes(report),
    ...believedNotes(report),
    ...recordNotes(report),
    ...(states === '' ? [] : ['#### How each row stands', states]),
    ...(waived.length === 0 ? [] : ['#### Waived', waivedList(waived, Infinity, more)]),
    smallPrint(report),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
