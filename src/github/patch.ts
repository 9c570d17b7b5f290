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
  /** A hunk is shorter or longer than its header says. */
  readonly isTruncated: boolean;
}

/** Where a comment can stand. `startLine` is given only for a range. */
export interface Anchor {
  readonly side: 'LEFT' | 'RIGHT';
  readonly line: number;
  readonly startLine: number | undefined;
}

/** A block of HCL that the diff deletes: `resource "T" "N"` has two labels, `module "N"` one. */
export interface DeletedBlock {
  readonly keyword: 'resource' | 'module';
  readonly labels: readonly string[];
  readonly anchor: Anchor;
}

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

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
  const at: Position = { hunk: 0, old: 0, oldLeft: 0, new: 0, newLeft: 0 };
  let isTruncated = false;
  for (const raw of patch === undefined ? [] : patch.split('\n')) {
    const header = HUNK.exec(raw);
    const isOver = at.oldLeft === 0 && at.newLeft === 0;
    if (header !== null && (isOver || !takesLine(raw, at))) {
      isTruncated ||= !isOver;
      startHunk(at, header);
    } else if (!isOver && !raw.startsWith('\\')) {
      isTruncated ||= !takeLine(raw, at, { right, left });
    } else if (isOver && raw !== '' && !raw.startsWith('\\')) isTruncated = true;
  }
  return { right, left, isTruncated: isTruncated || at.oldLeft > 0 || at.newLeft > 0 };
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

/** Whether a comment can stand on the lines `from` to `to` of one side. */
export function canComment(lines: ReadonlyMap<number, PatchLine>, from: number, to: number): boolean {
  const first = lines.get(from);
  return from <= to && first !== undefined && first.hunk === lines.get(to)?.hunk;
}

/** Lines of a file as it was read, and the one of them that a comment is about. */
export interface Excerpt {
  /** Number of the first line. */
  readonly from: number;
  readonly source: readonly string[];
  /** Index within `source`. */
  readonly wanted: number;
}

/**
 * The line of the head at which to speak of a block: the wanted one, else the nearest changed line of the block, else
 * its nearest line inside a hunk. A line counts only if the diff shows the text that was read: a merge moves lines.
 */
export function anchorInBlock(
  { right }: PatchLines,
  excerpt: Excerpt,
): (Anchor & { readonly isExact: boolean }) | undefined {
  const { from, source, wanted } = excerpt;
  const moved = shiftOf(right, excerpt);
  const lines = source
    .flatMap((text, index) => {
      const number = from + moved + index;
      const line = right.get(number);
      return line?.text === text ? [{ number, index, isChanged: line.isChanged }] : [];
    })
    .sort((a, b) => Math.abs(a.index - wanted) - Math.abs(b.index - wanted) || a.index - b.index);
  const [nearest] = lines;
  const best = nearest?.index === wanted ? nearest : (lines.find(({ isChanged }) => isChanged) ?? nearest);
  if (best === undefined) return undefined;
  return { side: 'RIGHT', line: best.number, startLine: undefined, isExact: best.index === wanted };
}

/** By how many lines the block stands elsewhere in the head, found by its first line if the diff has it once. */
function shiftOf(right: ReadonlyMap<number, PatchLine>, { from, source }: Excerpt): number {
  const [header] = source;
  if (header === undefined || right.get(from)?.text === header) return 0;
  const places = [...right].filter(([, { text }]) => text === header);
  const [place] = places;
  return places.length === 1 && place !== undefined ? place[0] - from : 0;
}

const BLOCK = /^\s*(?:resource\s+"([^"]+)"\s+"([^"]+)"|module\s+"([^"]+)")\s*\{/;

/** Type and name, or the module's name, of a block's first line. */
export function labelsOf(line: string): readonly string[] | undefined {
  return headerOf(line)?.labels;
}

/** The blocks whose first line the diff deletes. Each reaches to its closing brace, or as far as its hunk shows. */
export function deletedBlocks({ left, right }: PatchLines): readonly DeletedBlock[] {
  const kept = new Set([...right.values()].map(({ text }) => headerOf(text)?.key));
  return [...left].flatMap(([line, { text }]) => {
    const header = headerOf(text);
    // The same header on the other side: the block is edited or moved within the file, not deleted.
    if (header === undefined || kept.has(header.key)) return [];
    return [{ keyword: header.keyword, labels: header.labels, anchor: leftRange(left, line) }];
  });
}

interface Header {
  readonly keyword: 'resource' | 'module';
  readonly labels: readonly string[];
  readonly key: string;
}

function headerOf(text: string): Header | undefined {
  const [all, type, name, module] = BLOCK.exec(text) ?? [];
  if (all === undefined) return undefined;
  const keyword = module === undefined ? 'resource' : 'module';
  const labels = [type, name, module].filter((label) => label !== undefined);
  return { keyword, labels, key: [keyword, ...labels].join(' ') };
}

function leftRange(left: ReadonlyMap<number, PatchLine>, from: number): Anchor {
  const first = left.get(from);
  const indent = /^\s*/.exec(first?.text ?? '')?.[0] ?? '';
  let to = from;
  if (!/\}\s*$/.test(first?.text ?? '')) {
    for (let line = left.get(to + 1); line?.hunk === first?.hunk; line = left.get(to + 1)) {
      if (line === undefined || headerOf(line.text) !== undefined) break;
      to++;
      if (line.text.trimEnd() === `${indent}}`) break;
    }
  }
  return { side: 'LEFT', line: to, startLine: to > from ? from : undefined };
}
