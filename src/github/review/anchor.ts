import { spend } from '../../budget.js';
import { groupBy } from '../../collections.js';
import { must } from '../../result.js';
import type { Anchor, PatchLines } from './patch.js';

/** A line of a file, as the diff shows it. */
export interface ShownLine {
  /** Its number in the head, which is what GitHub counts by. */
  readonly number: number;
  readonly isChanged: boolean;
}

/** By line number in the file that was judged. */
export type ShownLines = ReadonlyMap<number, ShownLine>;

/**
 * The lines of the head that the diff shows, by where they stand in the file that was judged. That file may be the
 * merge with the base branch, where a block stands further down and another one, which looks the same, in its place. So
 * a hunk counts as a whole, where all of its lines stand.
 */
export function shownLines({ right, sections }: PatchLines, text: readonly string[]): ShownLines {
  const shown = new Map<number, ShownLine>();
  const judged = numbered(text);
  for (const [hunk, lines] of groupBy(right, ([, line]) => line.hunk)) {
    const [[from]] = lines;
    const section = must(sections.get(hunk), 'each hunk has a header');
    const start = startOf({ from, lines: lines.map(([, line]) => line.text), section }, judged);
    if (start === undefined) continue;
    for (const [number, { isChanged }] of lines) shown.set(number + start - from, { number, isChanged });
  }
  return shown;
}

/** The head's side of a hunk. */
interface Hunk {
  readonly from: number;
  readonly lines: readonly string[];
  /** What it is in. */
  readonly section: string;
}

/** A file in which hunks are looked for. Equal lines have one number: numbers are compared at once, however long they are. */
interface NumberedText {
  readonly lines: readonly number[];
  readonly numberOf: (line: string) => number | undefined;
  /** For each line, what git would name as the beginning of what it is in. */
  readonly sections: readonly string[];
}

function numbered(text: readonly string[]): NumberedText {
  const numbers = new Map<string, number>();
  const lines: number[] = [];
  const sections: string[] = [];
  let section = '';
  for (const line of text) {
    const number = numbers.get(line) ?? numbers.size;
    numbers.set(line, number);
    lines.push(number);
    sections.push(section);
    // Git names the nearest line above that begins like this, whatever the language.
    if (/^[A-Za-z_$]/.test(line)) section = line;
  }
  return { lines, numberOf: (line) => numbers.get(line), sections };
}

/** The line of the text at which the hunk begins: of several places that within its section, then its own. */
function startOf({ from, lines, section }: Hunk, text: NumberedText): number | undefined {
  const starts = startsOf(lines, text);
  const isInSection = (start: number): boolean => text.sections[start - 1]?.startsWith(section) === true;
  const within = section === '' ? [] : starts.filter(isInSection);
  const [only, ...others] = within.length > 0 ? within : starts;
  if (only === from || others.includes(from)) return from;
  return others.length === 0 ? only : undefined;
}

/**
 * Where the lines stand one behind the other. After a mismatch the search goes on with what is known to fit (Knuth,
 * Morris and Pratt), so that a file of equal lines is read once, too.
 */
function startsOf(lines: readonly string[], { lines: text, numberOf }: NumberedText): readonly number[] {
  const wanted = lines.map(numberOf);
  if (wanted.includes(undefined)) return [];
  // Each hunk of a diff is looked for in the whole file.
  spend(wanted.length + text.length);
  const fallback = [0];
  for (let at = 1, fits = 0; at < wanted.length; at++) {
    while (fits > 0 && wanted[at] !== wanted[fits]) fits = must(fallback[fits - 1], 'made before');
    if (wanted[at] === wanted[fits]) fits++;
    fallback.push(fits);
  }
  const starts: number[] = [];
  for (let at = 0, fits = 0; at < text.length; at++) {
    while (fits > 0 && text[at] !== wanted[fits]) fits = must(fallback[fits - 1], 'made before');
    if (text[at] === wanted[fits]) fits++;
    if (fits < wanted.length) continue;
    starts.push(at + 2 - fits);
    fits = must(fallback[fits - 1], 'made before');
  }
  return starts;
}

/** Lines of a file, both ends included, and the one of them that a comment is about. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
  readonly wanted: number;
}

/** The line at which to speak of a block: the wanted one, else its nearest changed line, else its nearest shown one. */
export function anchorIn(
  shown: ShownLines,
  { from, to, wanted }: LineRange,
): (Anchor & { readonly isExact: boolean }) | undefined {
  const anchor = ({ number }: ShownLine, isExact: boolean) =>
    ({ side: 'RIGHT', line: number, startLine: undefined, isExact }) as const;
  const exact = shown.get(wanted);
  if (exact !== undefined) return anchor(exact, true);
  const lines: ShownLine[] = [];
  spend(to - from);
  for (let step = 1; wanted - step >= from || wanted + step <= to; step++) {
    for (const at of [wanted - step, wanted + step]) {
      const line = at >= from && at <= to ? shown.get(at) : undefined;
      if (line !== undefined) lines.push(line);
    }
  }
  const best = lines.find(({ isChanged }) => isChanged) ?? lines[0];
  return best === undefined ? undefined : anchor(best, false);
}
