import path from 'node:path';

import { type ShownLines, shownLines } from './anchor.js';
import type { ChangedFile } from '../api/api.js';
import { parsePatch, type PatchLines } from './patch.js';
import {
  blockKey,
  type DeletedBlock,
  deletedBlocks,
  type Header,
  type ShownBlock,
  shownBlocks,
} from './patch-blocks.js';

/** The lines of a file as it was judged, or undefined when it cannot be read. */
export type ReadLines = (path: string) => readonly string[] | undefined;

/** What the diff shows of a file. */
export interface DiffFile {
  readonly lines: PatchLines;
  /** By the lines of the file that was judged; undefined when that cannot be read. */
  readonly shown: ShownLines | undefined;
}

/** The files of a pull request, ready to be asked for places. */
export interface Diff {
  /** Undefined for a file that is not in the diff, or holds no findings. */
  readonly file: (path: string) => DiffFile | undefined;
  readonly readLines: ReadLines;
  readonly deleted: readonly (DeletedBlock & At)[];
  readonly shown: readonly (ShownBlock & At)[];
}

/** Which file a block is in. */
interface At {
  readonly path: string;
  /** Its name at the base. */
  readonly basePath: string;
}

const TERRAFORM = /\.(?:tf|tofu)(?:\.json)?$/;

/** Whether findings can stand in the file. */
export function isTerraform(file: string): boolean {
  return TERRAFORM.test(file);
}

/** Reads the diffs of the files that can hold a finding. */
export function diffOf(files: readonly ChangedFile[], readLines: ReadLines): Diff {
  const parsed = files
    .filter((file) => isTerraform(file.path) || isTerraform(file.previousPath ?? ''))
    .map(({ path: file, previousPath = file, patch }) => ({
      at: { path: file, basePath: previousPath },
      lines: parsePatch(patch),
    }));
  const lines = new Map(parsed.map((file) => [file.at.path, file.lines]));
  const shown = parsed.flatMap((file) => shownBlocks(file.lines).map((block) => ({ ...block, ...file.at })));
  const gone = parsed.flatMap((file) => deletedBlocks(file.lines).map((block) => ({ ...block, ...file.at })));
  const there = new Set(shown.map(keyInFolder));
  const read = once(readLines);
  return {
    readLines: read,
    file: once((file) => {
      const own = lines.get(file);
      if (own === undefined) return undefined;
      const text = read(file);
      return { lines: own, shown: text === undefined ? undefined : shownLines(own, text) };
    }),
    // A block that another file of its folder shows has only moved there.
    deleted: gone.filter((block) => !there.has(keyInFolder(block))),
    shown,
  };
}

function keyInFolder(block: Header & At): string {
  return JSON.stringify([path.posix.dirname(block.path), blockKey(block)]);
}

/** Asks only once for each name. */
function once<T>(ask: (name: string) => T): (name: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (name) => {
    const found = known.get(name) ?? { answer: ask(name) };
    known.set(name, found);
    return found.answer;
  };
}
