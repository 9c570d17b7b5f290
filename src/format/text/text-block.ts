import type { Block, BlockRow } from '../../report/blocks.js';
import { gapBetween, hang, lengthOf, pad, widest } from './layout.js';
import { type Page, planName } from './page.js';
import { actionsPhrase } from '../../report/phrases.js';
import { placeNotes } from '../../report/place-notes.js';
import type { ReportCause } from '../../report/report.js';
import { terminalText } from './terminal-text.js';

const MARKS = { critical: '✖', warning: '▲', notice: '●' } as const;
const SEVERITY_WIDTH = 'critical'.length + 3;
const LABEL_WIDTH = 13;
const INDENT = '    ';
const ROW_INDENT = '      ';
const NOTE_INDENT = '        ';

const CAUSE_LIMIT = 5;
const ROW_LIMIT = 20;
/** Lines of one row. */
const PACKET_LIMIT = 4;
const SENTENCE_LIMIT = 5;
/** Rows that are not lost for good: so many are listed with their packets, more only by name. */
const MILD_ROW_LIMIT = 3;
/** A sentence may name a few addresses of resources. */
const SENTENCE_LENGTH = 600;

/** One block: what, where, which rows, an example, and what to do. */
export function blockLines(block: Block, page: Page): readonly string[] {
  const { sentences, remedy, change } = block;
  // What may happen needs no example.
  const witness = change === 'transient' || change === 'undecided' ? null : block.witness;
  const told = sentences.slice(0, SENTENCE_LIMIT);
  return [
    ...headLines(block, page),
    ...placeLines(block, page),
    ...causeLines(block.causes, page),
    ...rowLines(block, page),
    ...told.flatMap((text) => hang(INDENT, terminalText(text, SENTENCE_LENGTH), page.width)),
    ...more(sentences.length - told.length, page),
    ...(witness === null ? [] : labelled('for example', witness, page)),
    ...labelled('to mend', remedy, page),
  ];
}

function headLines({ severity, title, checks, change }: Block, { paint, width }: Page): readonly string[] {
  const mark = `  ${MARKS[severity]} ${pad(severity, SEVERITY_WIDTH)}`;
  const kind = `${checks.join(', ')} · ${change}`;
  const [first = '', ...rest] = hang(mark, terminalText(title), width);
  const gap = rest.length > 0 ? undefined : gapBetween(first, kind, width);
  const text = [first.slice(mark.length), ...rest].map((line) => paint.strong(line)).join('\n');
  const head = paint[severity](mark) + text;
  return gap === undefined ? [head, INDENT + paint.weak(kind)] : [head + gap + paint.weak(kind)];
}

/** Which plan, pool and group; the cluster's own groups need no words. */
function placeLines({ plan, pool, group }: Block, { report, paint }: Page): readonly string[] {
  const input = report.plans[plan];
  const places = [
    ...(report.plans.length > 1 && input !== undefined ? [planName(input)] : []),
    ...(pool === null ? [] : [`pool ${terminalText(pool)}`]),
    ...(group === null || isNameless(group) ? [] : [`group ${terminalText(group)}`]),
  ];
  return places.length === 0 ? [] : [INDENT + paint.weak(places.join(' · '))];
}

/** An id, or CCE's own group of a cluster that is still to be made: the title and the cluster's line say as much. */
function isNameless(group: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|\.security_group_(?:node|control)$/.test(group);
}

function causeLines(causes: readonly ReportCause[], page: Page): readonly string[] {
  const shown = causes.slice(0, CAUSE_LIMIT).map((cause) => ({
    place: placeOf(cause),
    address: terminalText(cause.address),
    actions: terminalText(actionsPhrase(cause.actions)),
    notes: placeNotes(cause).map((note) => terminalText(note, SENTENCE_LENGTH)),
  }));
  const places = widest(shown.map(({ place }) => place));
  const addresses = widest(shown.map(({ address }) => address));
  return [
    ...shown.flatMap(({ place, address, actions, notes }) => {
      const start = INDENT + (places > 0 ? `${pad(place, places)}   ` : '');
      return withNotes(`${start}${pad(address, addresses)}   ${actions}`, notes, page);
    }),
    ...more(causes.length - shown.length, page),
  ];
}

/** Behind the line if there is room, else below it. */
function withNotes(line: string, notes: readonly string[], { paint, width }: Page): readonly string[] {
  if (notes.length === 0) return [line];
  const text = notes.join(' · ');
  if (lengthOf(`${line} · ${text}`) <= width) return [line + paint.weak(` · ${text}`)];
  return [line, ...hang(NOTE_INDENT, text, width).map(paint.weak)];
}

function placeOf({ file, line }: ReportCause): string {
  if (file === null) return '';
  return line === null ? terminalText(file) : `${terminalText(file)}:${line}`;
}

function rowLines(block: Block, page: Page): readonly string[] {
  // The sentences name rows without packets.
  if (block.rows.every(({ what }) => what === '')) return [];
  const rows = printedRows(block.rows);
  const isMild = block.change === 'transient' || block.change === 'undecided';
  if (isMild && rows.length > MILD_ROW_LIMIT) {
    return hang(ROW_INDENT, rows.map(({ id }) => id).join(' '), page.width);
  }
  const shown = rows.slice(0, ROW_LIMIT);
  return [
    ...(tableLines(shown, page) ?? stackedLines(shown, page)),
    ...more(rows.length - shown.length, page),
  ];
}

/** A row of the tables as it is printed. */
interface PrintedRow {
  readonly id: string;
  readonly packets: readonly { readonly what: string; readonly peers: string }[];
  readonly impact: string;
}

function printedRows(rows: readonly BlockRow[]): readonly PrintedRow[] {
  const ids = [...new Set(rows.map(({ requirement }) => requirement))];
  return ids.map((id) => {
    const same = rows.filter(({ requirement }) => requirement === id);
    const packets = same
      .slice(0, PACKET_LIMIT)
      .map(({ what, peers }) => ({ what: terminalText(what), peers: terminalText(peers) }));
    const left = same.length - packets.length;
    return {
      id: terminalText(id),
      packets: left === 0 ? packets : [...packets, { what: `and ${left} more`, peers: '' }],
      impact: terminalText(same[0]?.impact ?? ''),
    };
  });
}

/** In columns; undefined when that is too wide for the page. */
function tableLines(rows: readonly PrintedRow[], { width }: Page): readonly string[] | undefined {
  const cells = rows.flatMap(({ id, packets, impact }) =>
    packets.map(({ what, peers }, i) => (i === 0 ? [id, what, peers, impact] : ['', what, peers])),
  );
  const sizes = [0, 1, 2].map((column) => widest(cells.map((line) => line[column] ?? '')) + 3);
  const lines = cells.map((line) =>
    (ROW_INDENT + line.map((cell, column) => pad(cell, sizes[column] ?? 0)).join('')).trimEnd(),
  );
  return widest(lines) <= width ? lines : undefined;
}

function stackedLines(rows: readonly PrintedRow[], { width }: Page): readonly string[] {
  const size = widest(rows.map(({ id }) => id)) + 3;
  const under = ROW_INDENT + ' '.repeat(size);
  return rows.flatMap(({ id, packets, impact }) => [
    ...packets.flatMap(({ what, peers }, i) =>
      hang(i === 0 ? ROW_INDENT + pad(id, size) : under, `${what} ${peers}`.trimEnd(), width),
    ),
    ...(impact === '' ? [] : hang(under, impact, width)),
  ]);
}

function labelled(label: string, text: string, { paint, width }: Page): readonly string[] {
  const start = INDENT + pad(label, LABEL_WIDTH);
  const [first = '', ...rest] = hang(start, terminalText(text, SENTENCE_LENGTH), width);
  return [paint.weak(start) + first.slice(lengthOf(start)), ...rest];
}

function more(n: number, { paint }: Page): readonly string[] {
  return n <= 0 ? [] : [ROW_INDENT + paint.weak(`and ${n} more`)];
}
