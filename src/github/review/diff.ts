import path from 'node:path';

import { groupBy, memo } from '../../collections.js';
import type { BlocksIn, HclBlock } from '../../source/hcl/blocks.js';
import type { Api, ChangedFile, Listed } from '../api/api.js';
import { type ShownLines, shownLines } from './anchor.js';
import { parsePatch, type PatchLine, type PatchLines } from './patch.js';

/** The lines of a file as it was judged, or undefined when it cannot be read. */
export type ReadLines = (path: string) => readonly string[] | undefined;

/** What the diff shows of a file. */
export interface DiffFile {
  readonly lines: PatchLines;
  /** The file was read as it was judged; else all that is known of it is what the diff shows of the head. */
  readonly isRead: boolean;
  /** By the lines of the file as far as it is known, as the blocks are. */
  readonly shown: ShownLines;
  /** By lines of the head, those of the file as far as it is known. */
  readonly judged: ReadonlyMap<number, number>;
  readonly blocks: readonly HclBlock[];
}

/** A resource or the call of a module, in a file of the diff. */
export interface DiffBlock extends HclBlock {
  readonly path: string;
  /** The name of the file at the base. */
  readonly basePath: string;
}

/** The files of a pull request, ready to be asked for places. */
export interface Diff {
  /** Undefined for a file that is not in the diff, or holds no findings. */
  readonly file: (path: string) => DiffFile | undefined;
  /** The blocks of a file that was judged; undefined when it cannot be read. */
  readonly blocksOf: (path: string) => readonly HclBlock[] | undefined;
  /** By name, blocks that the diff deletes, as far as it shows them, by lines of the base. */
  readonly deleted: NamedBlocks;
  /** By name, blocks whose first line the diff shows, by lines of the head. */
  readonly shown: NamedBlocks;
}

/** Blocks by `resource TYPE.NAME` or `module NAME`. */
export type NamedBlocks = ReadonlyMap<string, readonly DiffBlock[]>;

/** `resource TYPE.NAME`, `module NAME`. */
export function blockName({ keyword, labels }: Pick<HclBlock, 'keyword' | 'labels'>): string {
  return `${keyword} ${labels.join('.')}`;
}

/** How the files of the diff are read. */
export interface DiffReader {
  readonly readLines: ReadLines;
  readonly blocksIn: BlocksIn;
}

/** Reads the diffs of the files that can hold a finding. */
export function diffOf(files: readonly ChangedFile[], { readLines, blocksIn }: DiffReader): Diff {
  const parsed = files
    .filter((file) => isTerraform(file.path) || isTerraform(file.previousPath ?? ''))
    .map(({ path: file, previousPath: basePath = file, patch }) => {
      const lines = parsePatch(patch);
      const at = { path: file, basePath };
      const head = blocksOfSide(lines.right, blocksIn);
      return { at, lines, head, base: blocksOfSide(lines.left, blocksIn) };
    });
  const shown = parsed.flatMap(({ at, head }) => makers(head).map((block) => ({ ...block, ...at })));
  const gone = parsed.flatMap(({ at, base }) => makers(base).map((block) => ({ ...block, ...at })));
  const there = new Set(shown.map(keyInFolder));
  const byPath = new Map(parsed.map((file) => [file.at.path, file]));
  const textOf = memo(readLines);
  const blocksOf = memo((file: string) => {
    const text = textOf(file);
    return text === undefined ? undefined : blocksIn(text);
  });
  return {
    file: memo((file) => {
      const { lines, head } = byPath.get(file) ?? {};
      if (lines === undefined || head === undefined) return undefined;
      const text = textOf(file);
      const shown = text === undefined ? ownLines(lines) : shownLines(lines, text);
      const judged = new Map([...shown].map(([line, { number }]) => [number, line]));
      const blocks = text === undefined ? head : (blocksOf(file) ?? []);
      return { lines, isRead: text !== undefined, shown, judged, blocks };
    }),
    blocksOf,
    // The same on the other side, or in another file of the folder: the block is edited or moved, not deleted.
    deleted: groupBy(
      gone.filter((block) => !there.has(keyInFolder(block))),
      blockName,
    ),
    shown: groupBy(shown, blockName),
  };
}

/** What the diff shows of the head, for itself. */
function ownLines({ right }: PatchLines): ShownLines {
  return new Map([...right].map(([number, { isChanged }]) => [number, { number, isChanged }]));
}

/** The blocks of one side of a diff: each run of lines is parsed for itself, whatever it is cut out of. */
function blocksOfSide(side: ReadonlyMap<number, PatchLine>, blocksIn: BlocksIn): readonly HclBlock[] {
  // Lines follow each other as long as their number grows as their place does.
  const numbered = [...side].map(([number, line], index) => ({ number, line, run: number - index }));
  return [...groupBy(numbered, ({ line, run }) => `${line.hunk} ${run}`).values()].flatMap((run) => {
    const above = run[0].number - 1;
    return blocksIn(run.map(({ line }) => line.text)).map((block) => ({
      ...block,
      from: block.from + above,
      to: block.to + above,
    }));
  });
}

/** Blocks that make resources. */
function makers(blocks: readonly HclBlock[]): readonly HclBlock[] {
  return blocks.filter(({ keyword }) => keyword === 'resource' || keyword === 'module');
}

function keyInFolder({ path: file, keyword, labels }: DiffBlock): string {
  return JSON.stringify([path.posix.dirname(file), keyword, labels]);
}

/** Whether findings can stand in the file. */
function isTerraform(file: string): boolean {
  return /\.(?:tf|tofu)(?:\.json)?$/.test(file);
}

const SMALL_PAGE = 10;
/** Each costs a request. */
const MAX_SMALL_PAGES = 3;

/**
 * The files of a pull request. Once the diffs of one answer add up to some 20,000 lines, GitHub leaves the others out
 * and says that nothing changed in them; such files are asked for again, in smaller pages.
 */
export async function changedFiles(api: Api, number: number): Promise<Listed<ChangedFile>> {
  const { items, isWhole } = await api.files(number);
  const pages = new Set(
    items.flatMap((file, index) => (isCut(file) ? [Math.floor(index / SMALL_PAGE) + 1] : [])),
  );
  const again = new Map<string, ChangedFile>();
  for (const page of [...pages].slice(0, MAX_SMALL_PAGES)) {
    for (const file of await api.filesPage(number, page, SMALL_PAGE)) again.set(file.path, file);
  }
  return { items: items.map((file) => again.get(file.path) ?? file), isWhole };
}

function isCut({ path: file, status, changes, patch }: ChangedFile): boolean {
  return isTerraform(file) && /^(?:added|modified)$/.test(status) && patch === undefined && changes === 0;
}
