import type { Requirement } from '../../model/requirement.js';
import { type Block, type BlockRow, isMild } from '../../report/blocks.js';
import type { Report } from '../../report/report.js';
import { subjectParts, wholePlanWords } from '../../report/telling/names.js';
import { kindParts, rowHeads, TITLES } from '../../report/telling/titles.js';
import { actionsPhrase, capped, count } from '../../report/words/phrases.js';
import { placeNotes, unplacedSentences } from '../../report/words/place-words.js';
import { andMore, CAUSE_LIMIT, firstFew, MARKS, pageParts, rowIds, SENTENCE_LIMIT } from '../parts.js';
import { code, prose, proseInCell } from './escape-markdown.js';
import {
  alertBox,
  checkInCell,
  cutTable,
  details,
  type MarkdownContext,
  placeIn,
  rowInCell,
} from './parts.js';
import { remedy } from './fixes.js';

/** Rows that are not lost for good: so many are shown at once, more after a click. */
const MILD_ROW_LIMIT = 4;

/** What the rows do not tell. */
export function sentenceParagraphs({ sentences }: Block): readonly string[] {
  const { shown, left } = firstFew(sentences, SENTENCE_LIMIT);
  return [...shown.map(prose), ...andMore(left).map((text) => `${text}.`)];
}

/** The rows with the packets that they miss, as a table. */
export function rowTable(block: Block, limit: number): string {
  const { rows } = block;
  // Sentences name rows without packets.
  if (rows.every(({ packets }) => packets === undefined)) return '';
  const hasImpact = rows.some((row) => row.impact !== undefined);
  const shown = cutTable({
    head: rowHeads(block).slice(0, hasImpact ? undefined : -1),
    lines: rowCells(rows, hasImpact),
    total: rows.length,
    limit: limit - ROOM_FOR_DETAILS,
    more: (left) => ['', count(left, 'more row')],
  });
  return isMild(block) && rows.length > MILD_ROW_LIMIT
    ? details(count(rowIds(block).length, 'row'), shown)
    : shown;
}

const ROOM_FOR_DETAILS = 100;

function* rowCells(rows: readonly BlockRow[], hasImpact: boolean): Generator<readonly string[]> {
  let last: Requirement | undefined;
  for (const { row, packets, impact } of rows) {
    // A row that comes again says its name and its impact only once.
    const isAgain = row === last;
    last = row;
    yield [
      isAgain ? '' : rowInCell(row.id),
      ...[packets?.what, packets?.peers].map((text) => (text === undefined ? '' : proseInCell(text))),
      ...(hasImpact ? [isAgain || impact === undefined ? '' : proseInCell(impact)] : []),
    ];
  }
}

/** Which changes bring it about, and where they stand. */
export function causeList({ causes }: Block, context: MarkdownContext): string {
  const { shown, left } = firstFew(causes, CAUSE_LIMIT);
  const why = unplacedSentences(shown).map(prose);
  const lines = shown.map((cause) => {
    const place = cause.place === undefined ? '' : `${placeIn(cause, context)} `;
    const words = [actionsPhrase(cause.actions), ...placeNotes(cause)].map(prose).join(' · ');
    return `${place}${code(cause.address)} ${words}`.trimEnd();
  });
  const list = [...lines, ...andMore(left)].map((line) => `- ${line}`).join('\n');
  return [list, ...why].join('\n\n');
}

/** One packet that shows it. */
export function exampleLine({ example }: Block): readonly string[] {
  return example === undefined ? [] : [`For example ${code(example)}`];
}

/** What the vendor's page says of the rows, with a link to their tables; what each is for after a click. */
export function pageParagraphs(block: Block): readonly string[] {
  const parts = pageParts(block);
  if (parts.length === 0) return [];
  const links = parts.map(({ table, url }) => `[${table}](${url})`).join(', ');
  const purposes = parts.flatMap((part) => part.purposes);
  const link = `On the vendor's page: ${links}.`;
  return [
    purposes.length === 0
      ? link
      : details(TITLES.purposes, `${purposes.map((text) => `- ${prose(text)}`).join('\n')}\n\n${link}`),
  ];
}

const SECTION_ROWS = 30_000;
const SECTION_FIXES = 20_000;
const CHECK_LIMIT = 4;

/** A block as a section of a page, with its heading. */
export function blockSection(block: Block, report: Report, context: MarkdownContext): string {
  const { severity, checks, cluster, title } = block;
  const facts = [
    severity,
    capped(checks.map(checkInCell), CHECK_LIMIT),
    ...kindParts(block),
    ...(cluster === undefined ? [] : [`cluster ${code(cluster)}`]),
    ...wholePlanWords(block, report, code),
    ...subjectParts(block, code),
  ];
  const paragraphs = [
    `#### ${MARKS[severity]} ${prose(title)}`,
    alertBox(severity, [facts.join(' · ')]),
    causeList(block, context),
    rowTable(block, SECTION_ROWS),
    ...sentenceParagraphs(block),
    ...exampleLine(block),
    ...pageParagraphs(block),
    remedy(block, SECTION_FIXES, block.remedyBelow),
  ];
  return paragraphs.filter((text) => text !== '').join('\n\n');
}
