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
  for (const [hunk, lines] of groupBy(right, ([, line]) => line.hunk)) {
    const [[from]] = lines;
    const section = must(sections.get(hunk), 'each hunk has a header');
    const start = startOf({ from, lines: lines.map(([, line]) => line.text), section }, text);
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

/** The line of the text at which the hunk begins: of several places that within its section, then its own. */
function startOf({ from, lines, section }: Hunk, text: readonly string[]): number | undefined {
  const starts = text.flatMap((line, index) =>
    line === lines[0] && lines.every((it, step) => text[index + step] === it) ? [index + 1] : [],
  );
  // Git names the nearest line above that begins like this, whatever the language.
  const isInSection = (start: number): boolean =>
    text
      .slice(0, start - 1)
      .findLast((line) => /^[A-Za-z_$]/.test(line))
      ?.startsWith(section) === true;
  const within = section === '' ? [] : starts.filter(isInSection);
  const [only, ...others] = within.length > 0 ? within : starts;
  if (only === from || others.includes(from)) return from;
  return others.length === 0 ? only : undefined;
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
