import { groupBy, type NonEmpty } from '../../collections.js';
import { linkOf, tableWith } from '../../model/model.js';
import type { Requirement } from '../../model/requirement.js';
import { rowLink } from '../../report/links.js';
import { modelWords, tableTitle } from '../../report/words/model-words.js';
import { hang, inColumns, type Link, type Paint, paintOf, terminalLink } from './page.js';
import { terminalText } from './terminal-text.js';
import { MIN_WIDTH, type TextOptions, WIDTH } from './text.js';

/** Rows of the tables, a line each, table by table; or all that is said of them. */
export function renderRows(
  rows: readonly Requirement[],
  isWhole: boolean,
  { colors, width = WIDTH, links }: TextOptions,
): string {
  const page = { paint: paintOf(colors), link: terminalLink(links), columns: Math.max(MIN_WIDTH, width) };
  const { paint } = page;
  const tables = [...groupBy(rows, ({ table }) => table).values()];
  const parts = tables.map((some) => {
    const [first] = some;
    const title = paint.strong(terminalText(tableTitle(tableWith(first))));
    return [title, ...(isWhole ? some.flatMap((row) => wholeRow(row, page)) : rowList(some))];
  });
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function rowList(rows: NonEmpty<Requirement>): readonly string[] {
  const words = rows.map(modelWords);
  return inColumns([
    rows.map(({ id }) => `  ${id}`),
    words.map(({ traffic }) => terminalText(traffic)),
    words.map(({ peer }) => terminalText(peer)),
    words.map(({ suggestion }) => terminalText(suggestion)),
  ]);
}

interface RowPage {
  readonly paint: Paint;
  readonly link: Link;
  readonly columns: number;
}

function wholeRow(row: Requirement, { paint, link, columns }: RowPage): readonly string[] {
  const { traffic, peer, suggestion, floor, purpose, impact, notes } = modelWords(row);
  const told = [
    ['what for', purpose],
    ['if gone', impact],
    ['the page', suggestion],
    ['floor', floor],
    ...notes.map((note) => ['note', note] as const),
  ] as const;
  return [
    '',
    `  ${paint.strong(link(row.id, rowLink(row)))}   ${terminalText(traffic)} ${terminalText(peer)}`,
    ...told.flatMap(([label, text]) => hang(`    ${label.padEnd(11)}`, terminalText(text, LENGTH), columns)),
    `    ${'table'.padEnd(11)}${paint.weak(link(linkOf(row), linkOf(row)))}`,
  ];
}

/** Of a note. */
const LENGTH = 600;
