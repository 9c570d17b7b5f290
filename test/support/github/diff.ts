/** A file of a fake pull request. */
export interface FakeFile {
  readonly filename: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly patch?: string;
  readonly previous_filename?: string;
}

/** The lines of one side, each with the number of its hunk. Written apart from the product's own reader of diffs. */
export function sides(patch: string): {
  readonly LEFT: Map<number, number>;
  readonly RIGHT: Map<number, number>;
} {
  const LEFT = new Map<number, number>();
  const RIGHT = new Map<number, number>();
  const hunks = patch.split(/^(?=@@ )/m).filter((text) => text.startsWith('@@ '));
  hunks.forEach((hunk, index) => {
    const [header = '', ...lines] = hunk.split('\n');
    const numbers = header.match(/\d+/g)?.map(Number) ?? [];
    const hasOldCount = /^@@ -\d+,/.test(header);
    let old = numbers[0] ?? 0;
    let fresh = numbers[hasOldCount ? 2 : 1] ?? 0;
    for (const line of lines) {
      if (line.startsWith('\\')) continue;
      if (line.startsWith('+')) RIGHT.set(fresh++, index);
      else if (line.startsWith('-')) LEFT.set(old++, index);
      else if (line.startsWith(' ')) {
        RIGHT.set(fresh++, index);
        LEFT.set(old++, index);
      }
    }
  });
  return { LEFT, RIGHT };
}

/** Why GitHub would refuse a comment of a review; it says so for the whole review, and does not say which one. */
export function placeFaults(
  { path, line, side, start_line, start_side }: Record<string, unknown>,
  files: readonly FakeFile[],
): readonly string[] {
  const file = files.find(({ filename }) => filename === path);
  if (file === undefined) return ['Path could not be resolved'];
  const OUTSIDE = [
    'Pull request review thread line must be part of the diff',
    "Pull request review thread diff hunk can't be blank",
  ];
  const lines = sides(file.patch ?? '');
  const hunk = sideOf(lines, side).get(Number(line));
  if (hunk === undefined) return OUTSIDE;
  if (start_line === undefined) return [];
  const startHunk = sideOf(lines, start_side ?? side).get(Number(start_line));
  if (startHunk === undefined) return OUTSIDE;
  if (Number(start_line) >= Number(line)) {
    return ['Pull request review thread start line must precede the end line.'];
  }
  return startHunk === hunk
    ? []
    : ['Pull request review thread start line must be part of the same hunk as the line.'];
}

function sideOf({ LEFT, RIGHT }: ReturnType<typeof sides>, side: unknown): Map<number, number> {
  return side === 'LEFT' ? LEFT : RIGHT;
}

const LOADABLE_LINES = 20_000;

/** Rows as GitHub lists them: once the diffs of one answer add up to too much, the rest looks unchanged. */
export function fileRows(files: readonly FakeFile[]): readonly Record<string, unknown>[] {
  let total = 0;
  return files.map(({ filename, status, patch, previous_filename }) => {
    const lines = patch?.split('\n') ?? [];
    total += lines.length;
    const isCut = total > LOADABLE_LINES && patch !== undefined;
    const count = (mark: string): number =>
      isCut ? 0 : lines.filter((line) => line.startsWith(mark)).length;
    const [additions, deletions] = [count('+'), count('-')];
    return {
      filename,
      status,
      additions,
      deletions,
      changes: additions + deletions,
      ...(patch === undefined || isCut ? {} : { patch }),
      ...(previous_filename === undefined ? {} : { previous_filename }),
    };
  });
}
