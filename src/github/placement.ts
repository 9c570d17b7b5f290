import path from 'node:path';

import type { Block } from '../report/blocks.js';
import type { ReportCause } from '../report/report.js';
import type { ChangedFile } from './api.js';
import {
  type Anchor,
  anchorInBlock,
  deletedBlocks,
  type DeletedBlock,
  type Excerpt,
  labelsOf,
  parsePatch,
  type PatchLines,
} from './patch.js';

/** Where the comment on a block goes. */
export interface Place {
  readonly path: string;
  readonly anchor: Anchor;
  /** The line that is meant, when it is not in the diff and the comment stands as near to it as it can. */
  readonly meant?: { readonly file: string; readonly line: number };
}

/** The files of a pull request, ready to be asked for places. */
export interface Diff {
  readonly files: ReadonlyMap<string, PatchLines>;
  readonly deleted: readonly (DeletedBlock & { readonly path: string })[];
  /** Files of Terraform without a diff: no line of them can be commented on. */
  readonly withoutPatch: readonly string[];
}

/** The lines of a file as it was judged, or undefined when it cannot be read. */
export type ReadLines = (path: string) => readonly string[] | undefined;

const TERRAFORM = /\.(?:tf|tofu)$/;

/** Whether findings can stand in the file. */
export function isTerraform(file: string): boolean {
  return TERRAFORM.test(file);
}

/** Reads the diffs of the files that can hold a finding. */
export function diffOf(files: readonly ChangedFile[]): Diff {
  const wanted = files.filter((file) => isTerraform(file.path) || isTerraform(file.previousPath ?? ''));
  const parsed = wanted.map(({ path: file, patch }) => ({ path: file, lines: parsePatch(patch) }));
  return {
    files: new Map(parsed.map((file) => [file.path, file.lines])),
    deleted: parsed.flatMap((file) =>
      deletedBlocks(file.lines).map((block) => ({ ...block, path: file.path })),
    ),
    withoutPatch: wanted.filter(({ patch }) => patch === undefined).map((file) => file.path),
  };
}

/**
 * Where to speak of a block: at the first of its causes that stands in the diff, or that the diff deletes. `root` is
 * the folder of the root module, for blocks that are deleted.
 */
export function placeOf(
  { causes }: Pick<Block, 'causes'>,
  { diff, root, readLines }: { readonly diff: Diff; readonly root: string; readonly readLines: ReadLines },
): Place | undefined {
  for (const cause of causes) {
    const place = deleted(cause, diff, root) ?? standing(cause, diff, readLines);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** At its line; else at the block of the resource, or the call of its module. */
function standing(cause: ReportCause, diff: Diff, readLines: ReadLines): Place | undefined {
  const { file, line, isBase, block, call, address } = cause;
  const own = file === null || line === null || isBase ? [] : [{ file, line }];
  const spots = [...own, ...[block, call].filter((spot) => spot !== null)];
  const meant = own[0] ?? spots[0];
  for (const spot of spots) {
    const lines = diff.files.get(spot.file);
    const text = readLines(spot.file);
    if (lines === undefined || text === undefined) continue;
    const excerpt = blockAround(text, spot.line);
    if (isAnothers(excerpt.source[0] ?? '', address)) continue;
    const anchor = anchorInBlock(lines, excerpt);
    if (anchor === undefined) continue;
    const isMeant = spot === meant && anchor.isExact;
    return { path: spot.file, anchor, ...(isMeant || meant === undefined ? {} : { meant }) };
  }
  return undefined;
}

/** The top-level block that holds the line: from a header in the first column to a brace in the first column. */
function blockAround(text: readonly string[], line: number): Excerpt {
  const index = line - 1;
  const closes = (it: string): boolean => it.startsWith('}');
  const header = text.slice(0, line).findLastIndex((it) => /^[a-z].*\{\s*$/.test(it));
  const isInside = header > text.slice(0, index).findLastIndex(closes);
  if (!isInside) return { from: line, source: text.slice(index, line), wanted: 0 };
  const end = text.findIndex((it, at) => at >= index && closes(it));
  const source = text.slice(header, end === -1 ? undefined : end + 1);
  return { from: header + 1, source, wanted: index - header };
}

/** The lines are those of another resource: the place was found in another revision of the file. */
function isAnothers(header: string, address: string): boolean {
  const labels = labelsOf(header);
  if (labels === undefined) return false;
  const { modules, type, name } = partsOf(address);
  const [first = '', second] = labels;
  return second === undefined ? !modules.includes(first) : first !== type || second !== name;
}

/** The deleted block of a resource that is destroyed, or of a module that called for it. */
function deleted({ address, actions, file }: ReportCause, diff: Diff, root: string): Place | undefined {
  if (!actions.includes('delete') && !actions.includes('forget')) return undefined;
  const { modules, type, name } = partsOf(address);
  const [outermost] = modules;
  const resource = diff.deleted.filter(
    ({ keyword, labels }) => keyword === 'resource' && labels[0] === type && labels[1] === name,
  );
  const inRoot = (blocks: typeof diff.deleted) =>
    blocks.filter(({ path: home }) => path.posix.dirname(home) === root);
  const call = inRoot(diff.deleted).filter(
    ({ keyword, labels }) => keyword === 'module' && labels[0] === outermost,
  );
  const candidates =
    modules.length > 0 ? [call, resource] : [inRoot(resource), ...(file === null ? [resource] : [])];
  // Two blocks of one name in several folders: which one it was is not known.
  const only = candidates.find((blocks) => blocks.length > 0);
  const [block] = only ?? [];
  return only?.length === 1 && block !== undefined ? { path: block.path, anchor: block.anchor } : undefined;
}

/** `module.a["x"].module.b.T.N[0]`: its modules, type and name. Keys may hold dots and brackets, but are quoted. */
function partsOf(address: string): {
  readonly modules: readonly string[];
  readonly type: string | undefined;
  readonly name: string | undefined;
} {
  const bare = address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/g, '');
  const parts = bare.split('.');
  const modules: string[] = [];
  while (parts[0] === 'module' && parts.length > 2) {
    const [, name = ''] = parts.splice(0, 2);
    modules.push(name);
  }
  return { modules, type: parts[0], name: parts[1] };
}
