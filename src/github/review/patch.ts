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

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@ ?(.*)/;

/** Lines of both sides still to come, and the numbers they get. */
interface Position {
  hunk: number;
  old: number;
  oldLeft: number;
  new: number;
  newLeft: number;
}

/**
 * Reads `files[].patch`: hunks only, without `---` and `+++` lines. Binary and huge files have none, then no line
 * can be commented on. Each hunk ends when the counts of its header are used up, so the empty piece after the last
 * line feed is not taken for a context line.
 */
export function parsePatch(patch: string | undefined): PatchLines {
  const right = new Map<number, PatchLine>();
  const left = new Map<number, PatchLine>();
  const sections = new Map<number, string>();
  const at: Position = { hunk: 0, old: 0, oldLeft: 0, new: 0, newLeft: 0 };
  let isTruncated = false;
  for (const raw of patch === undefined ? [] : patch.split('\n')) {
    const header = HUNK.exec(raw);
    const isOver = at.oldLeft === 0 && at.newLeft === 0;
    if (header !== null && (isOver || !takesLine(raw, at))) {
      isTruncated ||= !isOver;
      startHunk(at, header);
      sections.set(at.hunk, must(header[5], 'the pattern ends in it').trimEnd());
    } else if (!isOver && !raw.startsWith('\\')) {
      isTruncated ||= !takeLine(raw, at, { right, left });
    } else if (isOver && raw !== '' && !raw.startsWith('\\')) isTruncated = true;
  }
  const isCut = isTruncated || at.oldLeft > 0 || at.newLeft > 0;
  return { right, left, sections, isTruncated: isCut, isCrlf: patch?.includes('\r') === true };
}

function startHunk(at: Position, [, old, oldCount, fresh, freshCount]: readonly string[]): void {
  at.hunk++;
  at.old = Number(old);
  at.oldLeft = Number(oldCount ?? 1);
  at.new = Number(fresh);
  at.newLeft = Number(freshCount ?? 1);
}

/** False for a line that no hunk can hold, or that is more than this one announced. */
function takesLine(raw: string, { oldLeft, newLeft }: Position): boolean {
  const mark = raw.charAt(0);
  if (mark === '+') return newLeft > 0;
  if (mark === '-') return oldLeft > 0;
  return (mark === ' ' || mark === '' || mark === '\r') && oldLeft > 0 && newLeft > 0;
}

function takeLine(
  raw: string,
  at: Position,
  { right, left }: { readonly right: Map<number, PatchLine>; readonly left: Map<number, PatchLine> },
): boolean {
  if (!takesLine(raw, at)) {
    at.oldLeft = 0;
    at.newLeft = 0;
    return false;
  }
  const mark = raw.charAt(0);
  const text = raw.slice(1).replace(/\r$/, '');
  const line = { hunk: at.hunk, text, isChanged: mark === '+' || mark === '-' };
  if (mark !== '+') {
    if (mark === '-') left.set(at.old, line);
    at.old++;
    at.oldLeft--;
  }
  if (mark !== '-') {
    right.set(at.new, line);
    at.new++;
    at.newLeft--;
  }
  return true;
}
