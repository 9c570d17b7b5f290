import path from 'node:path';

import type { Block } from '../../report/blocks.js';
import type { ReportCause } from '../../report/report.js';
import { anchorIn, type LineRange } from './anchor.js';
import type { Diff } from './diff.js';
import type { Anchor } from './patch.js';
import { headerOf, type Header } from './patch-blocks.js';

/** Where the comment on a block goes. */
export interface Place {
  readonly path: string;
  readonly anchor: Anchor;
  /** The line that is meant, when it is not in the diff and the comment stands as near to it as it can. */
  readonly meant?: Spot;
}

/** A line of a file. */
interface Spot {
  readonly file: string;
  readonly line: number;
}

/** What causes are looked for in. */
export interface PlaceSearch {
  readonly diff: Diff;
  /** The folder of the root module, `.` for the repository itself; undefined when it lies outside. */
  readonly root: string | undefined;
}

/** Where to speak of a block: at the first of its causes that stands in the diff, or that the diff deletes. */
export function placeOf({ causes }: Pick<Block, 'causes'>, search: PlaceSearch): Place | undefined {
  for (const cause of causes) {
    const place = deletedPlace(cause, search) ?? standingPlace(cause, search.diff);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** At its line; else at the block of the resource, or the call of its module. */
function standingPlace(cause: ReportCause, diff: Diff): Place | undefined {
  const spots = spotsOf(cause);
  const [meant] = spots;
  for (const spot of spots) {
    const anchor = anchorAt(spot, cause.address, diff);
    if (anchor === undefined || meant === undefined) continue;
    const { isExact, ...place } = anchor;
    return { path: spot.file, anchor: place, ...(spot === meant && isExact ? {} : { meant }) };
  }
  return undefined;
}

/** Lines of the checkout that belong to the cause, the most telling first. */
function spotsOf({ file, line, isBase, block, call }: ReportCause): readonly Spot[] {
  const own = file === null || line === null || isBase ? [] : [{ file, line }];
  return [...own, ...[block, call].filter((spot) => spot !== null)];
}

function anchorAt(
  { file, line }: Spot,
  address: string,
  diff: Diff,
): (Anchor & { readonly isExact: boolean }) | undefined {
  const seen = diff.file(file);
  const text = diff.readLines(file);
  if (seen === undefined) return undefined;
  if (seen.shown === undefined || text === undefined) {
    // Nothing is checked out; then the line is one of the diff's own, if any.
    const header = headerOf(seen.lines.right.get(line)?.text ?? '');
    const isIts = header !== undefined && isOf(header, address);
    return isIts ? { side: 'RIGHT', line, startLine: undefined, isExact: true } : undefined;
  }
  const around = blockAround(text, line);
  const header = headerOf(text[around.from - 1] ?? '');
  // Lines of another resource: the place was found in another revision of the file.
  return header !== undefined && !isOf(header, address) ? undefined : anchorIn(seen.shown, around);
}

/** The top-level block that holds the line: from a header in the first column to a brace in the first column. */
function blockAround(text: readonly string[], line: number): LineRange {
  const index = line - 1;
  const closes = (it: string): boolean => it.startsWith('}');
  const header = text.slice(0, line).findLastIndex((it) => /^[a-z].*\{\s*$/.test(it));
  const isInside = header > text.slice(0, index).findLastIndex(closes);
  if (!isInside) return { from: line, to: line, wanted: line };
  const end = text.findIndex((it, at) => at >= index && closes(it));
  return { from: header + 1, to: end === -1 ? text.length : end + 1, wanted: line };
}

/** The resource itself, or the call of a module that it is in. */
function isOf({ keyword, labels }: Header, address: string): boolean {
  const { modules, type, name } = partsOf(address);
  const [first = '', second] = labels;
  return keyword === 'module' ? modules.includes(first) : first === type && second === name;
}

/** The deleted block of a resource that is destroyed, or of a module that called for it. */
export function deletedPlace(cause: ReportCause, { diff, root }: PlaceSearch): Place | undefined {
  const { address, actions, file, isBase } = cause;
  if (!actions.includes('delete') && !actions.includes('forget')) return undefined;
  const named = diff.deleted.filter((block) => isOf(block, address));
  if (named.length === 0 || stands(cause, diff)) return undefined;
  const isInRoot = ({ path: home }: (typeof named)[number]): boolean => path.posix.dirname(home) === root;
  const [outermost] = partsOf(address).modules;
  const calls = named.filter(({ keyword, labels }) => keyword === 'module' && labels[0] === outermost);
  const resources = named.filter(({ keyword }) => keyword === 'resource');
  const candidates = [
    isBase ? named.filter(({ basePath }) => basePath === file) : [],
    (outermost === undefined ? resources : calls).filter(isInRoot),
    outermost === undefined && file !== null ? [] : resources.filter((block) => !isInRoot(block)),
  ].find((blocks) => blocks.length > 0);
  const [block, ...others] = candidates ?? [];
  // Two blocks of one name in several folders: which one it was is not known.
  return block === undefined || others.length > 0 ? undefined : { path: block.path, anchor: block.anchor };
}

/** The checkout has the block of the resource: a deleted one of the same name is another's. */
function stands(cause: ReportCause, { readLines }: Diff): boolean {
  return spotsOf(cause).some(({ file, line }) => {
    const text = readLines(file);
    const header = text === undefined ? undefined : headerOf(text[blockAround(text, line).from - 1] ?? '');
    return header?.keyword === 'resource' && isOf(header, cause.address);
  });
}

/**
 * The header of the resource, or of the outermost module around it, where the diff shows it in a file of the root
 * module that is not checked out.
 */
export function shownPlace({ address }: ReportCause, { diff, root }: PlaceSearch): Spot | undefined {
  const [outermost] = partsOf(address).modules;
  const [block, ...others] = diff.shown.filter(
    (it) =>
      path.posix.dirname(it.path) === root &&
      diff.readLines(it.path) === undefined &&
      (outermost === undefined ? isOf(it, address) : it.keyword === 'module' && it.labels[0] === outermost),
  );
  return block === undefined || others.length > 0 ? undefined : { file: block.path, line: block.line };
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
