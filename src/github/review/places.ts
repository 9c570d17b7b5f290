import path from 'node:path';

import { spend } from '../../budget.js';
import { distinct, onlyOne } from '../../collections.js';
import { must } from '../../result.js';
import { parseAddress } from '../../terraform/traversal.js';
import type { Block } from '../../report/blocks.js';
import type { Report, ReportCause } from '../../report/report.js';
import type { HclBlock } from '../../source/hcl/blocks.js';
import { anchorIn } from './anchor.js';
import { blockName, type Diff, type DiffBlock, type NamedBlocks } from './diff.js';
import type { Anchor } from './patch.js';

/** Where the comment on a block of the report goes. */
export interface CommentPlace {
  readonly path: string;
  readonly anchor: Anchor;
  /** The line that is meant, when it is not in the diff and the comment stands as near to it as it can. */
  readonly meant?: FileLine;
}

/** A line of a file. */
interface FileLine {
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
export function commentPlace(
  { causes }: Pick<Block, 'causes'>,
  search: PlaceSearch,
): CommentPlace | undefined {
  for (const cause of causes) {
    const gone = deletedBlock(cause, search);
    if (gone !== undefined) return { path: gone.path, anchor: leftAnchor(gone) };
    const place = headPlace(cause, search.diff);
    if (place !== undefined) return place;
  }
  return undefined;
}

function leftAnchor({ from, to }: DiffBlock): Anchor {
  return { side: 'LEFT', line: to, startLine: to > from ? from : undefined };
}

/** At its line; else at the block of the resource, or the call of its module. */
function headPlace(cause: ReportCause, diff: Diff): CommentPlace | undefined {
  const lines = linesInHead(cause);
  const [meant] = lines;
  for (const line of lines) {
    const anchor = anchorAt(line, cause.address, diff);
    if (anchor === undefined || meant === undefined) continue;
    const { isExact, ...place } = anchor;
    return { path: line.file, anchor: place, ...(line === meant && isExact ? {} : { meant }) };
  }
  return undefined;
}

/** Lines of the checkout that belong to the cause, the most telling first. */
function linesInHead({ place }: ReportCause): readonly FileLine[] {
  if (place === undefined) return [];
  const spots = [place.isBase ? undefined : place, place.block, place.call];
  return spots.flatMap((spot) => (spot === undefined ? [] : [{ file: spot.file, line: spot.line }]));
}

function anchorAt({ file, line }: FileLine, address: string, diff: Diff): ReturnType<typeof anchorIn> {
  const seen = diff.file(file);
  if (seen === undefined) return undefined;
  const block = blockAt(seen.blocks, line);
  const isMaker = block?.keyword === 'resource' || block?.keyword === 'module';
  const isIts = isMaker && makersOf(address).all.includes(blockName(block));
  // Where nothing is checked out, the line is one of the diff's own: the first of the block.
  if (!seen.isRead && !(isIts && block.from === line)) return undefined;
  // Lines of another resource: the place was found in another revision of the file.
  if (isMaker && !isIts) return undefined;
  return anchorIn(seen.shown, { from: block?.from ?? line, to: block?.to ?? line, wanted: line });
}

/** The block that holds the line, of blocks in the order of the file. */
export function blockAt(blocks: readonly HclBlock[], line: number): HclBlock | undefined {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (must(blocks[middle], 'it is between them').to < line) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  return block !== undefined && block.from <= line ? block : undefined;
}

/** Names of the blocks that make a resource: its own, and the calls of the modules that it is in. */
function makersOf(address: string) {
  const { modules = [], block } = parseAddress(address) ?? {};
  const own = block === undefined ? [] : [`resource ${block}`];
  const calls = modules.map(({ name }) => `module ${name}`);
  const [outermost] = calls;
  return {
    own,
    /** The call that makes it from the root module; undefined for a resource of the root module itself. */
    outermost,
    all: distinct([...own, ...calls]),
  };
}

function namedIn(blocks: NamedBlocks, names: readonly string[]): readonly DiffBlock[] {
  const named = names.flatMap((name) => blocks.get(name) ?? []);
  // A name may stand in many folders.
  spend(named.length);
  return named;
}

/** The deleted block of a resource that is destroyed, or of a module that called for it. */
function deletedBlock(cause: ReportCause, { diff, root }: PlaceSearch): DiffBlock | undefined {
  const { address, actions, place } = cause;
  if (!actions.includes('delete') && !actions.includes('forget')) return undefined;
  const { own, outermost, all } = makersOf(address);
  const blocksNamed = (names: readonly string[]): readonly DiffBlock[] => namedIn(diff.deleted, names);
  const named = blocksNamed(all);
  if (named.length === 0 || stands(cause, diff)) return undefined;
  const isInRoot = ({ path: home }: DiffBlock): boolean => path.posix.dirname(home) === root;
  const resources = blocksNamed(own);
  const candidates = [
    place?.isBase === true ? named.filter(({ basePath }) => basePath === place.file) : [],
    (outermost === undefined ? resources : blocksNamed([outermost])).filter(isInRoot),
    outermost === undefined && place !== undefined ? [] : resources.filter((block) => !isInRoot(block)),
  ].find((blocks) => blocks.length > 0);
  // Two blocks of one name in several folders: which one it was is not known.
  return onlyOne(candidates ?? []);
}

/** The checkout has the block of the resource: a deleted one of the same name is another's. */
function stands(cause: ReportCause, { blocksOf }: Diff): boolean {
  const { own } = makersOf(cause.address);
  return linesInHead(cause).some(({ file, line }) => {
    const block = blockAt(blocksOf(file) ?? [], line);
    return block !== undefined && own.includes(blockName(block));
  });
}

/**
 * The report with the lines that the diff alone tells: of blocks that it deletes, when there is no history to find them
 * in, and of blocks that it shows, when nothing is checked out. `roots` are the folders of the root modules, plan by
 * plan.
 */
export function withDiffPlaces(report: Report, diff: Diff, roots: readonly (string | undefined)[]): Report {
  const findings = report.findings.map((finding) => {
    const search = { diff, root: roots[finding.plan] };
    return { ...finding, causes: finding.causes.map((cause) => withLines(cause, search)) };
  });
  return { ...report, findings };
}

function withLines(cause: ReportCause, search: PlaceSearch): ReportCause {
  if (cause.place !== undefined) return cause;
  const gone = deletedBlock(cause, search);
  const block = gone ?? shownBlock(cause, search);
  if (block === undefined) return cause;
  const isBase = gone !== undefined;
  const lines = { file: block.path, line: block.from, endLine: isBase ? block.to : block.from };
  return {
    ...cause,
    place: { ...lines, isBase, block: undefined, call: undefined },
    unplaced: undefined,
    standIn: undefined,
  };
}

/**
 * The block of the resource, or of the outermost module around it, where the diff shows it in a file of the root
 * module that is not checked out.
 */
function shownBlock({ address }: ReportCause, { diff, root }: PlaceSearch): DiffBlock | undefined {
  const { own, outermost } = makersOf(address);
  const names = outermost === undefined ? own : [outermost];
  return onlyOne(
    namedIn(diff.shown, names).filter(
      (block) => path.posix.dirname(block.path) === root && diff.blocksOf(block.path) === undefined,
    ),
  );
}
