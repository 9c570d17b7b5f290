import { bytesOf, fitItems } from '../budget.js';
import { type Block, blocksOf } from '../../report/blocks.js';
import { prose, proseInCell } from './escape-markdown.js';
import { blockSection, rowIds } from './markdown-block.js';
import { statesTable, waivedList } from './markdown-lists.js';
import {
  countsLine,
  details,
  heading,
  MARKS,
  type MarkdownContext,
  moreLine,
  partLines,
  placeInCell,
  resolvedLines,
  smallPrint,
} from './markdown-parts.js';
import { isInCheckout } from '../../report/place-notes.js';
import type { Report, ReportFinding } from '../../report/report.js';
import { fencedRules, mendingRules } from './rule-hcl.js';

/** What the edge knows of the summary. */
export interface SummaryContext extends MarkdownContext {
  /** Titles that an earlier summary of this pull request told and that are no longer so. */
  readonly gone?: readonly string[] | undefined;
}

/** GitHub takes 65,536 characters; the marker needs some of them. */
const LIMIT = 60_000;
const ID_LIMIT = 6;
const GONE_LIMIT = 20;

/** The summary comment of a pull request: what breaks, where, and what would mend it. */
export function renderSummaryComment(report: Report, context: SummaryContext): string {
  const { blocks, waived } = blocksOf(report);
  const head = [
    heading(report, blocks),
    countsLine(report, blocks, context),
    ...partLines(report).slice(0, 2),
  ].join('\n');
  const gone = goneLines(context);
  const end = [...(gone.length === 0 ? [] : [gone.join('\n')]), smallPrint(report)].join('\n\n');
  let room = LIMIT - bytesOf(head) - bytesOf(end) - 4;
  const take = (part: string): string[] => {
    room -= bytesOf(part) + 2;
    return part === '' ? [] : [part];
  };
  return [
    head,
    ...take(blockTable(blocks, context, room)),
    ...take(resolvedPart(report, context, room)),
    ...take(rulesPart(blocks, report, room)),
    ...take(statesPart(report, context, room)),
    ...take(waivedPart(waived, context, room)),
    end,
  ].join('\n\n');
}

const TABLE_HEAD = '| | what | rows | where |\n|---|---|---|---|';

function blockTable(blocks: readonly Block[], context: MarkdownContext, room: number): string {
  if (blocks.length === 0) return '';
  return `${TABLE_HEAD}\n${fitItems({
    items: tableRows(blocks, context),
    total: blocks.length,
    limit: room - TABLE_HEAD.length - 1,
    more: (left) => `| | ${moreLine(left, context)} | | |`,
  })}`;
}

function* tableRows(blocks: readonly Block[], context: MarkdownContext): Generator<string> {
  for (const block of blocks) {
    const ids = rowIds(block);
    const rows = ids.length > ID_LIMIT + 1 ? [...ids.slice(0, ID_LIMIT), '…'] : ids;
    const cause =
      block.causes.find(isInCheckout) ?? block.causes.find(({ file }) => file !== null) ?? block.causes[0];
    const others = block.causes.length - 1;
    const where = [
      ...(cause === undefined ? [] : [placeInCell(cause, context)]),
      ...(others > 0 ? [`and ${others} more`] : []),
    ].join(' ');
    yield `| ${MARKS[block.severity]} | ${proseInCell(block.title)} | ${proseInCell(rows.join(' '))} | ${where} |`;
  }
}

function resolvedPart(report: Report, context: MarkdownContext, room: number): string {
  const lines = resolvedLines(report);
  return fitItems({
    items: lines,
    total: lines.length,
    limit: room,
    more: (left) => moreLine(left, context),
  });
}

/** What a fold of its own costs, at most. */
const WRAP = 300;

function rulesPart(blocks: readonly Block[], report: Report, room: number): string {
  const rules = [...new Set(blocks.flatMap((block) => mendingRules(block, report).rules))];
  const hcl = fencedRules(rules, Math.min(room, RULES_LIMIT) - WRAP);
  if (hcl === '') return '';
  const note = 'Made of the rows that are missing; the next plan shows whether they hold.';
  return details(`Rules that would mend it: ${rules.length}`, `${hcl}\n\n${note}`);
}

const RULES_LIMIT = 20_000;

function statesPart(report: Report, context: MarkdownContext, room: number): string {
  const table = statesTable(report, room - WRAP, (left) => moreLine(left, context));
  return table === '' ? '' : details('How each row stands: before, while applying, after', table);
}

function waivedPart(waived: readonly ReportFinding[], context: MarkdownContext, room: number): string {
  const list = waivedList(waived, room - WRAP, (left) => moreLine(left, context));
  return list === '' ? '' : details(`Waived: ${waived.length}`, list);
}

function goneLines(context: SummaryContext): readonly string[] {
  const gone = (context.gone ?? []).filter((title) => title !== '');
  const left = gone.length - GONE_LIMIT;
  return [
    ...gone.slice(0, GONE_LIMIT).map((title) => `- ~~${prose(title)}~~ is gone`),
    ...(left > 0 ? [`- and ${left} more are gone`] : []),
  ];
}

/** The whole report as markdown, for `--format markdown`. */
export function renderMarkdown(report: Report): string {
  const { blocks, waived } = blocksOf(report);
  const more = (left: number): string => `${left} more`;
  const states = statesTable(report, Infinity, more);
  const parts = [
    heading(report, blocks),
    countsLine(report, blocks, {}),
    ...partLines(report),
    ...blocks.map((block) => blockSection(block, report, {})),
    ...resolvedLines(report),
    ...(states === '' ? [] : ['#### How each row stands', states]),
    ...(waived.length === 0 ? [] : ['#### Waived', waivedList(waived, Infinity, more)]),
    smallPrint(report),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
