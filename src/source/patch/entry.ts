import type { Address } from '../../terraform/traversal.js';
import type { Modules } from '../files/modules.js';
import { isHcl } from '../files/paths.js';
import { firstOfBases, type Source } from '../files/source.js';
import { type Search, searchEntry } from '../locate/entries.js';
import { readMaker, repeatedBlock } from '../locate/makers.js';
import type { LineEdit } from './line-edit.js';

/**
 * The entry that makes one instance, as it was at the base revision: in the place of what it has become, or as the first
 * of the map that lost it. Else why not, a sentence part. `shown`: the address as people read it.
 */
export async function restoredEntry(
  source: Source,
  address: Address,
  shown: string,
): Promise<LineEdit | string> {
  const { head } = source;
  if ((await source.bases()).length === 0) return `${shown}: --base REVISION shows how it was`;
  const now = await entryMaker(head, address);
  const old = await firstOfBases(source, async (base) => entryBefore(base, address));
  if (old === undefined) return `${shown}: what makes the instance may stand elsewhere`;
  const { lines } = old;
  const isSame = old.around === (await textAround(head, now));
  if (now === undefined || !isSame) return `${shown}: its block changed, which makes other instances as well`;
  const { search } = now;
  if (search.kind === 'lost') return firstOfMap(head, search.spot, lines, shown);
  const current = await linesOf(head, search);
  if (search.kind !== 'entry' || current === undefined)
    return `${shown}: what makes the instance may stand elsewhere`;
  const { file, line } = search.spot;
  return current.join('\n') === lines.join('\n')
    ? `${shown}: its entry is the same at the base revision, so that something else changes it`
    : { file, at: line, count: current.length, lines };
}

/** Takes the entry of an instance out. */
export async function removedEntry(
  source: Source,
  address: Address,
  shown: string,
): Promise<LineEdit | string> {
  const maker = await entryMaker(source.head, address);
  const lines = await linesOf(source.head, maker?.search);
  return maker?.search.kind !== 'entry' || lines === undefined
    ? `${shown}: what makes the instance may stand elsewhere`
    : { file: maker.search.spot.file, at: maker.search.spot.line, count: lines.length, lines: [] };
}

/** More entries for the map or list of which an instance is made, in front of those that are there. */
export async function addedEntries(
  source: Source,
  address: Address,
  lines: readonly string[],
  shown: string,
): Promise<LineEdit | string> {
  const maker = await readMaker(source, address);
  const [first] = maker?.entries.items ?? [];
  if (maker === undefined || first === undefined)
    return `${shown}: what makes the instance may stand elsewhere`;
  const { file, span, isList } = maker.entries;
  const [beside = ''] =
    (await source.head.text(file))?.split('\n').slice(first.span.line - 1, first.span.line) ?? [];
  const [indent = ''] = /^\s*/.exec(beside) ?? [];
  const own = lines.map((line) => (line === '' ? '' : `${indent}${line}`));
  // Terraform's formatter aligns what stands in lines one after the other.
  return firstOfMap(source.head, { file, ...span }, isList ? own : [...own, ''], shown);
}

/** The lines of an entry at a base revision, and what its block says besides. */
async function entryBefore(
  base: Modules,
  address: Address,
): Promise<{ readonly lines: readonly string[]; readonly around: string | undefined } | undefined> {
  const maker = await entryMaker(base, address);
  const lines = await linesOf(base, maker?.search);
  return lines === undefined ? undefined : { lines, around: await textAround(base, maker) };
}

/** The block that makes an instance, and where its entry is. */
interface Maker {
  readonly block: { readonly file: string; readonly line: number; readonly endLine: number };
  readonly search: Search;
}

/** Undefined where not one block with a `for_each` in a file of the repository makes it. */
async function entryMaker(modules: Modules, address: Address): Promise<Maker | undefined> {
  const repeated = await repeatedBlock(modules, address);
  if (repeated === undefined || typeof address.key !== 'string') return undefined;
  return { block: repeated.block, search: await searchEntry(modules, repeated.forEach, address.key) };
}

/** What the block says besides the entry. */
async function textAround(modules: Modules, maker: Maker | undefined): Promise<string | undefined> {
  if (maker === undefined) return undefined;
  const { block, search } = maker;
  const own = search.kind === 'entry' && search.spot.file === block.file ? search.spot : undefined;
  const isAround = (line: number): boolean => own === undefined || line < own.line || own.endLine < line;
  const lines = (await modules.text(block.file))?.split('\n');
  return lines
    ?.filter((_, index) => block.line <= index + 1 && index + 1 <= block.endLine && isAround(index + 1))
    .join('\n');
}

/** The lines of an entry that has them for itself. */
async function linesOf(modules: Modules, search: Search | undefined): Promise<readonly string[] | undefined> {
  if (search?.kind !== 'entry' || !search.isAlone || !isHcl(search.spot.file)) return undefined;
  const { file, line, endLine } = search.spot;
  return (await modules.text(file))?.split('\n').slice(line - 1, endLine);
}

async function firstOfMap(
  modules: Modules,
  { file, line, endLine }: Extract<Search, { kind: 'lost' }>['spot'],
  lines: readonly string[],
  shown: string,
): Promise<LineEdit | string> {
  const [opening = ''] = (await modules.text(file))?.split('\n').slice(line - 1, line) ?? [];
  const isOpen = isHcl(file) && line < endLine && /[[{]\s*$/.test(opening);
  if (!isOpen) return `${shown}: its map does not begin with a line of its own`;
  const isList = opening.trimEnd().endsWith('[');
  const hasComma = lines.at(-1)?.trimEnd().endsWith(',') === true;
  const last = lines.length - 1;
  return {
    ...{ file, at: line + 1, count: 0 },
    lines: isList && !hasComma ? lines.map((text, i) => (i === last ? `${text},` : text)) : lines,
  };
}
