import picocolors from 'picocolors';

import type { NonEmpty } from '../../collections.js';
import type { Severity } from '../../config/configuration.js';
import type { Report } from '../../report/report.js';
import type { Telling } from '../../report/telling/telling.js';
import { must } from '../../result.js';

/** What the parts of the text need to know. */
export interface TextPage {
  readonly report: Report;
  readonly telling: Telling;
  readonly paint: Paint;
  readonly link: Link;
  readonly shownFile: (file: string) => string;
  /** Columns. */
  readonly width: number;
}

/** What can be coloured; each takes text that is laid out already. */
export type Paint = Readonly<Record<Severity | 'good' | 'strong' | 'weak', (text: string) => string>>;

/** Makes laid-out text a link. */
export type Link = (text: string, url: string) => string;

/** Links as terminals take them (OSC 8), or the text alone. */
export function terminalLink(links: boolean | undefined): Link {
  return links === true ? (text, url) => `\u001B]8;;${url}\u0007${text}\u001B]8;;\u0007` : (text) => text;
}

/** The colours, or none. */
export function paintOf(colors: boolean): Paint {
  const c = picocolors.createColors(colors);
  return {
    critical: (text) => c.bold(c.red(text)),
    warning: (text) => c.bold(c.yellow(text)),
    notice: (text) => c.bold(c.blue(text)),
    good: (text) => c.bold(c.green(text)),
    strong: c.bold,
    weak: c.dim,
  };
}

/** The length of a text on the screen; every character is taken to be one cell wide. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** The text, filled up with spaces on the right. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - lengthOf(text)));
}

/** The longest of the texts. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((max, text) => Math.max(max, lengthOf(text)), 0);
}

/** Lines of cells in columns, three spaces between; a column without any text takes no room. */
export function inColumns(columns: readonly (readonly string[])[]): readonly string[] {
  const padded = columns
    .map((cells) => ({ cells, width: widest(cells) }))
    .filter(({ width }) => width > 0)
    .map(({ cells, width }) => cells.map((cell) => pad(cell, width + 3)));
  const rows = columns.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from({ length: rows }, (_, row) =>
    padded
      .map((cells) => must(cells[row], 'every column has a cell for each row'))
      .join('')
      .trimEnd(),
  );
}

/** What is not broken: what stands between backticks is to be copied, and words. */
const UNBROKEN = /(?:`[^`]{0,80}`|[^ ])+|(?<= )(?= )/g;

/** The text in lines of at most `width`, broken at spaces, not between backticks; a longer word stands alone. */
export function wrap(text: string, width: number): readonly [...string[], string] {
  const lines: string[] = [];
  let line = '';
  for (const [word] of text.matchAll(UNBROKEN)) {
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** The parts with ` · ` between them, in lines of at most `width`, broken between parts; later lines are moved in. */
export function dotted(
  first: string,
  others: readonly string[],
  width: number,
): readonly [...string[], string] {
  const lines: string[] = [];
  let line = first;
  for (const part of others) {
    const longer = `${line} · ${part}`;
    if (lengthOf(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = `  ${part}`;
    }
  }
  return [...lines, line];
}

/** Narrower than this a column of words cannot be read. */
const MIN_COLUMN = 24;

/** The first line with `first` before it, the others moved in as far. */
export function hang(first: string, text: string, width: number): NonEmpty<string> {
  const indent = lengthOf(first);
  const [head, ...rest] = wrap(text, Math.max(MIN_COLUMN, width - indent));
  return [first + head, ...rest.map((line) => ' '.repeat(indent) + line)];
}

/** The same with the mark before the first line in a colour. */
export function hangMarked(
  mark: string,
  color: (text: string) => string,
  text: string,
  width: number,
): NonEmpty<string> {
  const [head, ...rest] = hang(mark, text, width);
  return [color(mark) + head.slice(mark.length), ...rest];
}

/** `right` at the other end of the line, or on a line of its own when it does not fit. */
export function atTheEnd(
  left: { readonly text: string; readonly shown: string },
  right: { readonly text: string; readonly shown?: string; readonly indent: string },
  { paint, width }: TextPage,
): NonEmpty<string> {
  const gap = width - lengthOf(left.text) - lengthOf(right.text);
  const weak = paint.weak(right.shown ?? right.text);
  return gap < 2 ? [left.shown, right.indent + weak] : [left.shown + ' '.repeat(gap) + weak];
}
