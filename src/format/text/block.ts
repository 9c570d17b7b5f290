import { distinct, groupBy } from '../../collections.js';
import { type Block, isMild } from '../../report/blocks.js';
import { checkLink, rowLink } from '../../report/links.js';
import { fixCommand, subjectParts, wholePlanWords } from '../../report/telling/names.js';
import { kindParts, rowHeads } from '../../report/telling/titles.js';
import { actionsPhrase, rowRanges } from '../../report/words/phrases.js';
import { remedyLabel } from '../../report/words/remedy-words.js';
import { placeNotes } from '../../report/words/place-words.js';
import type { ReportCause } from '../../report/report.js';
import { must } from '../../result.js';
import { andMore, CAUSE_LIMIT, firstFew, MARKS, rowIds, SENTENCE_LIMIT } from '../parts.js';
import type { Shown } from '../plain.js';
import { atTheEnd, hang, hangMarked, inColumns, lengthOf, pad, type TextPage, widest } from './page.js';
import { terminalText } from './terminal-text.js';

const SEVERITY_WIDTH = 'critical'.length + 3;
const LABEL_WIDTH = 13;
const INDENT = '    ';
const ROW_INDENT = '      ';
const NOTE_INDENT = '        ';

const ROW_LIMIT = 20;
/** Lines of one row. */
const PACKET_LIMIT = 4;
/** Rows that are not lost for good: so many are listed with their packets, more only by name. */
const MILD_ROW_LIMIT = 3;
/** A sentence may name a few addresses of resources. */
export const SENTENCE_LENGTH = 600;

/** One block: what, where, which rows, an example, and what to do. */
export function blockLines(block: Block, page: TextPage): readonly string[] {
  const { example, remedyBelow } = block;
  const { shown, left } = firstFew(block.sentences, SENTENCE_LIMIT);
  return [
    ...headLines(block, page),
    ...placeLines(block, page),
    ...causeLines(block.causes, page),
    ...rowLines(block, page),
    ...shown.flatMap((text) => hang(INDENT, terminalText(text, SENTENCE_LENGTH), page.width)),
    ...moreLines(left, page),
    ...(example === undefined ? [] : labelled('for example', example, page)),
    ...labelled(remedyLabel(block), remedyBelow, page),
    ...fixLine(block, page),
  ];
}

function headLines(block: Block, page: TextPage): readonly string[] {
  const { severity, title, checks } = block;
  const { paint, link, width } = page;
  const mark = `  ${MARKS[severity]} ${pad(severity, SEVERITY_WIDTH)}`;
  const parts = kindParts(block);
  const kind = [checks.map(({ id }) => id).join(', '), ...parts].join(' · ');
  const names = checks.map((check) => link(check.id, checkLink(check)));
  const linked = [names.join(', '), ...parts].join(' · ');
  const [first, ...rest] = hang(mark, terminalText(title), width);
  const shown = paint[severity](mark) + paint.strong(first.slice(mark.length));
  if (rest.length > 0) return [shown, ...rest.map((line) => paint.strong(line)), INDENT + paint.weak(linked)];
  return atTheEnd({ text: first, shown }, { text: kind, shown: linked, indent: INDENT }, page);
}

/** Which plan, pool and group; the cluster's own groups need no words. */
function placeLines(block: Block, { report, paint, width }: TextPage): readonly string[] {
  const places = [
    // The heading of a cluster names its plan.
    ...(block.cluster === undefined ? wholePlanWords(block, report, terminalText) : []),
    ...subjectParts(block, terminalText),
  ];
  return places.length === 0 ? [] : hang(INDENT, places.join(' · '), width).map(paint.weak);
}

function causeLines(causes: readonly ReportCause[], page: TextPage): readonly string[] {
  const { shown, left } = firstFew(causes, CAUSE_LIMIT);
  const what = [
    shown.map(({ place }) =>
      place === undefined ? '' : `${terminalText(page.shownFile(place.file))}:${place.line}`,
    ),
    shown.map(({ address }) => terminalText(address)),
  ];
  const actions = shown.map((cause) => terminalText(actionsPhrase(cause.actions)));
  const whole = inColumns([...what, actions]);
  const isWide = INDENT.length + widest(whole) > page.width;
  const lines = isWide ? inColumns(what) : whole;
  const notes = shown.map((cause, i) => [
    ...(isWide ? [must(actions[i], 'each cause has actions')] : []),
    ...placeNotes(cause, page.shownFile).map((note) => terminalText(note, SENTENCE_LENGTH)),
  ]);
  return [
    ...lines.flatMap((line, i) => withNotes(INDENT + line, must(notes[i], 'each line is a cause'), page)),
    ...moreLines(left, page),
  ];
}

/** Behind the line if there is room, else below it. */
function withNotes(line: string, notes: readonly string[], { paint, width }: TextPage): readonly string[] {
  if (notes.length === 0) return [line];
  const text = notes.join(' · ');
  if (lengthOf(`${line} · ${text}`) <= width) return [line + paint.weak(` · ${text}`)];
  return [line, ...hang(NOTE_INDENT, text, width).map(paint.weak)];
}

function rowLines(block: Block, page: TextPage): readonly string[] {
  // The sentences name rows without packets.
  if (block.rows.every(({ packets }) => packets === undefined)) return [];
  if (isMild(block) && rowIds(block).length > MILD_ROW_LIMIT) {
    const rows = distinct(block.rows.map(({ row }) => row));
    return hang(ROW_INDENT, terminalText(rowRanges(rows)), page.width);
  }
  const { shown, left } = firstFew(printedRows(block), ROW_LIMIT);
  return [...(tableLines(shown, page) ?? stackedLines(shown, page)), ...moreLines(left, page)];
}

/** A row of the tables as it is printed. */
interface PrintedRow {
  readonly id: string;
  readonly packets: readonly { readonly what: string; readonly peers: string }[];
  readonly impact: string;
}

function printedRows(block: Block): readonly PrintedRow[] {
  const { rows } = block;
  // What is not lost for good is not said as a fact.
  const stake = isMild(block) ? `${rowHeads(block)[3]}: ` : '';
  return [...groupBy(rows, ({ row }) => row.id)].map(([id, same]) => {
    const { shown, left } = firstFew(
      same.flatMap(({ packets }) => packets ?? []),
      PACKET_LIMIT,
    );
    return {
      id: terminalText(id),
      packets: [
        ...shown.map(({ what, peers }) => ({ what: terminalText(what), peers: terminalText(peers) })),
        ...andMore(left).map((what) => ({ what, peers: '' })),
      ],
      impact: same[0].impact === undefined ? '' : stake + terminalText(same[0].impact),
    };
  });
}

/** In columns; undefined when that is too wide for the page. */
function tableLines(rows: readonly PrintedRow[], page: TextPage): readonly string[] | undefined {
  // The id and what is lost stand on the first line of a row.
  const cells = rows.flatMap(({ id, packets, impact }) =>
    packets.map((phrase, i) => ({ ...phrase, ...(i === 0 ? { id, impact } : { id: '', impact: '' }) })),
  );
  const lines = inColumns([
    cells.map(({ id }) => id),
    cells.map(({ what }) => what),
    cells.map(({ peers }) => peers),
    cells.map(({ impact }) => impact),
  ]).map((line) => ROW_INDENT + line);
  return widest(lines) <= page.width
    ? lines.map((line, i) => withRowLink(line, must(cells[i], 'a cell a line').id, page))
    : undefined;
}

/** The line, which begins with the id of a row, with a link there. */
function withRowLink(line: string, id: string, { link }: TextPage): string {
  if (id === '') return line;
  return ROW_INDENT + link(id, rowLink({ id })) + line.slice(ROW_INDENT.length + id.length);
}

function stackedLines(rows: readonly PrintedRow[], page: TextPage): readonly string[] {
  const { width } = page;
  const size = widest(rows.map(({ id }) => id)) + 3;
  const under = ROW_INDENT + ' '.repeat(size);
  return rows.flatMap(({ id, packets, impact }) => [
    ...packets.flatMap(({ what, peers }, i) => {
      const lines = hang(i === 0 ? ROW_INDENT + pad(id, size) : under, `${what} ${peers}`.trimEnd(), width);
      return lines.map((line, at) => (i + at === 0 ? withRowLink(line, id, page) : line));
    }),
    ...(impact === '' ? [] : hang(under, impact, width)),
  ]);
}

function labelled(label: string, text: Shown, { paint, width }: TextPage): readonly string[] {
  return hangMarked(INDENT + pad(label, LABEL_WIDTH), paint.weak, terminalText(text, SENTENCE_LENGTH), width);
}

/** Which command tells more of what mends it. */
function fixLine(block: Block, { report, paint }: TextPage): readonly string[] {
  if (block.fixes?.first() === undefined) return [];
  return [INDENT + ' '.repeat(LABEL_WIDTH) + paint.weak(fixCommand(block, report))];
}

function moreLines(left: number, { paint }: TextPage): readonly string[] {
  return andMore(left).map((text) => ROW_INDENT + paint.weak(text));
}
