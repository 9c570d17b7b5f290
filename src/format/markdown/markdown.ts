import { distinct, onlyOne } from '../../collections.js';
import type { Block } from '../../report/blocks.js';
import { placeInCheckout } from '../../report/places.js';
import type { Report } from '../../report/report.js';
import { planWords } from '../../report/telling/names.js';
import { tellingOf } from '../../report/telling/telling.js';
import { statesTitle, waivedTitle } from '../../report/telling/titles.js';
import { bytesOf, type Fit, fitItems } from '../budget.js';
import { andMore, MARKS, rowIds } from '../parts.js';
import { blockSection } from './block.js';
import { code, codeInCell, prose, proseInCell } from './escape-markdown.js';
import { fixesPart } from './fixes.js';
import { type PastFinding, renderPast } from './past.js';
import {
  alertBox,
  apartFrom,
  countsLine,
  cutTable,
  foldedPart,
  heading,
  idsInCell,
  type MarkdownContext,
  moreLine,
  asideItems,
  partialNote,
  placeIn,
  planColumn,
  smallPrint,
  statesTable,
  waivedList,
} from './parts.js';

/** What the edge knows of the summary. */
export interface SummaryContext extends MarkdownContext {
  /** What an earlier summary of this pull request told and what is no longer so. */
  readonly past?: readonly PastFinding[] | undefined;
}

/** GitHub takes 65,536 characters; the marker needs some of them. */
const LIMIT = 57_000;

/** The summary comment of a pull request: what breaks, where, and what would mend it. */
export function renderSummaryComment(report: Report, context: SummaryContext): string {
  const telling = tellingOf(report);
  const { blocks, asides, waived } = telling;
  const head = [
    heading(telling, context),
    countsLine(telling, context),
    ...partialNote(report).map((note) => `\n${note}`),
  ].join('\n');
  const past = renderPast(context.past ?? []);
  const end = [...(past === '' ? [] : [past]), smallPrint(telling)].join('\n\n');
  const more = (left: number): string => moreLine(left, context);
  const { boxed, others } = parted(blocks);
  const said = asideItems(asides, report);
  const parts: readonly ((limit: number) => string)[] = [
    () => alertPart(boxed, report, context),
    (limit) => blockTable(others, report, { ...context, limit }),
    (limit) => fitItems({ items: apartFrom(said), total: said.length, limit, more }),
    (limit) => fixesPart(blocks, report, Math.min(limit - WRAP, FIXES_LIMIT)),
    (limit) => foldedPart(statesTitle(report), statesTable(report, limit - WRAP, more)),
    (limit) => foldedPart(waivedTitle(waived), waivedList(waived, report, { limit: limit - WRAP, more })),
  ];
  let room = LIMIT - bytesOf(head) - bytesOf(end) - 4;
  const taken = parts.map((part) => {
    const text = part(room);
    room -= bytesOf(text) + 2;
    return text;
  });
  return [head, ...taken.filter((part) => part !== ''), end].join('\n\n');
}

const BOX_LIMIT = 10;

/** The worst stand in a box, unless they are mild; the others in a table. */
function parted(blocks: readonly Block[]): {
  readonly boxed: readonly Block[];
  readonly others: readonly Block[];
} {
  const [first] = blocks;
  const worst = blocks.filter(({ severity }) => severity !== 'notice' && severity === first?.severity);
  const boxed = worst.slice(0, BOX_LIMIT);
  return { boxed, others: blocks.slice(boxed.length) };
}

function alertPart(blocks: readonly Block[], report: Report, context: MarkdownContext): string {
  const [first] = blocks;
  if (first === undefined) return '';
  const start = blocks.length === 1 ? '' : '- ';
  const lines = blocks.map((block) => {
    const ids = idsInCell(rowIds(block));
    const parts = [
      `**${prose(block.title)}**`,
      ...block.apart.map(prose),
      ...planWords(block, report).map(code),
      whereOf(block, context, code),
      ...(ids === '' ? [] : [ids]),
    ];
    return start + parts.filter((part) => part !== '').join(' · ');
  });
  return alertBox(first.severity, lines);
}

/** Where the first cause stands that is there, and how many there are. */
function whereOf({ causes }: Block, context: MarkdownContext, asCode: (text: string) => string): string {
  const cause = causes.find(placeInCheckout) ?? causes.find(({ place }) => place !== undefined) ?? causes[0];
  const where = cause === undefined ? [] : [placeIn(cause, context, asCode)];
  return [...where, ...andMore(causes.length - 1)].join(' ');
}

function blockTable(
  blocks: readonly Block[],
  report: Report,
  context: MarkdownContext & Pick<Fit, 'limit'>,
): string {
  if (blocks.length === 0) return '';
  return cutTable({
    head: ['', 'what', ...planColumn(report), 'rows', 'where'],
    lines: blockCells(blocks, report, context),
    total: blocks.length,
    limit: context.limit,
    more: (left) => ['', moreLine(left, context)],
  });
}

function* blockCells(
  blocks: readonly Block[],
  report: Report,
  context: MarkdownContext,
): Generator<readonly string[]> {
  for (const block of blocks) {
    yield [
      MARKS[block.severity],
      [block.title, ...block.apart].map(proseInCell).join(' · '),
      ...planWords(block, report).map(codeInCell),
      idsInCell(rowIds(block)),
      whereOf(block, context, codeInCell),
    ];
  }
}

/** What a fold of its own costs, at most. */
const WRAP = 300;

const FIXES_LIMIT = 20_000;

/** The whole report as markdown, for `--format markdown`. */
export function renderMarkdown(report: Report): string {
  const telling = tellingOf(report);
  const { blocks, asides, waived } = telling;
  const more = (left: number): string => `${left} more`;
  const states = statesTable(report, Infinity, more);
  const parts = [
    heading(telling, { label: onlyOne(distinct(report.plans.map(({ label }) => label))) }),
    countsLine(telling, {}),
    ...partialNote(report),
    ...blocks.map((block) => blockSection(block, report, {})),
    ...asideItems(asides, report),
    ...(states === '' ? [] : [`#### ${statesTitle(report)}`, states]),
    ...(waived.length === 0
      ? []
      : [`#### ${waivedTitle(waived)}`, waivedList(waived, report, { limit: Infinity, more })]),
    smallPrint(telling),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
