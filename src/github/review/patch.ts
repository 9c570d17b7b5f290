import { must } from '../../result.js';

/** One line of a hunk. */
export interface PatchLine {
  /** Which hunk it is in; a range must not leave its hunk. */
  readonly hunk: number;
  /** Without the mark and without the end of line. */
  readonly text: string;
  /** Added or deleted, not context. */
  readonly isChanged: boolean;
}

/** The lines of a file's diff that GitHub lets us comment on. */
export interface PatchLines {
  /** Added and context lines, by line number in the head. */
  readonly right: ReadonlyMap<number, PatchLine>;
  /** Deleted lines, by line number in the base. */
  readonly left: ReadonlyMap<number, PatchLine>;
  /** By hunk, the line that git names as the beginning of what the hunk is in: the block's header, cut at 80 bytes. */
  readonly sections: ReadonlyMap<number, string>;
  /** A hunk is shorter or longer than its header says. */
  readonly isTruncated: boolean;
  /** Lines end in CR LF, some of them at least. */
  readonly isCrlf: boolean;
}

/** Where a comment can stand. `startLine` is given only for a range. */
export interface Anchor {
  readonly side: 'LEFT' | 'RIGHT';
  readonly line: number;
  readonly startLine: number | undefined;
}

/** No file has more lines than nine digits can say. */
const HUNK = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@ ?(.*)/;

/**
 * Reads `files[].patch`: hunks only, without `---` and `+++` lines. Binary and huge files have none, then no line
 * can be commented on. Each hunk ends when the counts of its header are used up, so the empty piece after the last
 * line feed is not taken for a context line.
 */
export function parsePatch(patch: string | undefined): PatchLines {
  const right = new Map<number, PatchLine>();
  const left = new Map<number, PatchLine>();
  const sections = new Map<number, string>();
  let isTruncated = false;
  // By side: the number of the next line, and how many are still to come.
  let [base, head] = [sideFrom('0', '0'), sideFrom('0', '0')];
  for (const raw of patch?.split('\n') ?? []) {
    const [header, oldFrom, oldCount, newFrom, newCount, section] = HUNK.exec(raw) ?? [];
    const isOver = base.left === 0 && head.left === 0;
    if (header !== undefined) {
      isTruncated ||= !isOver;
      [base, head] = [sideFrom(oldFrom, oldCount), sideFrom(newFrom, newCount)];
      sections.set(sections.size + 1, must(section, 'the pattern ends in it').trimEnd());
      continue;
    }
    if (raw.startsWith('\\') || (isOver && raw === '')) continue;
    const mark = raw.charAt(0);
    const sides = [...(mark === '+' ? [] : [base]), ...(mark === '-' ? [] : [head])];
    // A line that no hunk can hold, or that is more than this one announced.
    if (!MARKS.includes(mark) || sides.some((side) => side.left === 0)) {
      isTruncated = true;
      [base.left, head.left] = [0, 0];
      continue;
    }
    const isChanged = sides.length === 1;
    const line = { hunk: sections.size, text: raw.slice(1).replace(/\r$/, ''), isChanged };
    if (mark === '-') left.set(base.next, line);
    else right.set(head.next, line);
    for (const side of sides) {
      side.next++;
      side.left--;
    }
  }
  isTruncated ||= base.left > 0 || head.left > 0;
  return { right, left, sections, isTruncated, isCrlf: patch?.includes('\r') === true };
}

/** What a line of a hunk begins with; some tools leave out the space of an empty context line. */
const MARKS: readonly string[] = ['+', '-', ' ', '', '\r'];

function sideFrom(from = '0', count = '1'): { next: number; left: number } {
  return { next: Number(from), left: Number(count) };
}
