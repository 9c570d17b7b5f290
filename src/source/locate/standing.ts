import type { Address, Key, ModuleStep } from '../../terraform/traversal.js';
import { type Search, searchEntry, spotOf } from './entries.js';
import type { Modules } from '../files/modules.js';
import { tellingArgument } from './narrowing.js';
import type { Place, Spot } from './place.js';
import { argumentOf, sitedArgument } from '../locals/refer.js';
import { type Attribute, type Block, memberAt } from '../../terraform/expression.js';

/** A resource whose block stands in the configuration. */
export interface Standing {
  readonly modules: Modules;
  readonly address: Address;
  /** The block, and its overrides behind it. */
  readonly blocks: readonly [Block, ...Block[]];
  /** The instance is gone, although the block is there. */
  readonly isGone: boolean;
  /** Arguments that the change is about. */
  readonly forcing: readonly string[];
}

/** The line that a person would change: the entry of a map, an argument, else the header. */
export async function standingPlace(standing: Standing): Promise<Place> {
  const { modules, address, blocks, isGone, forcing } = standing;
  const [block] = blocks;
  const calls = await modules.call(address.modules);
  const type = address.block.replace(/^data\./, '').split('.', 1)[0] ?? '';
  const telling = tellingArgument(type, blocks, forcing);
  const around = {
    block: spotOf(block.file, block),
    call: calls[0] === undefined ? undefined : spotOf(calls[0].file, calls[0]),
    argument: callArgument(telling?.attribute, calls),
    isBase: modules.isBase,
  };
  const search = await searchInstance(modules, address, blocks, isGone);
  if (search.kind === 'lost') return { ...search.spot, kind: 'map', ...around };
  if (search.kind === 'entry') {
    return { ...entrySpot(search, telling?.attribute), kind: 'entry', ...around };
  }
  const counting = isGone ? await countingArgument(modules, address.modules, blocks) : undefined;
  if (counting !== undefined) return { ...counting, kind: 'attribute', ...around };
  return telling === undefined || isGone
    ? { ...around.block, kind: 'block', ...around }
    : { ...spotOf(telling.block.file, telling.attribute), kind: 'attribute', ...around };
}

/** `cidr = var.cidr` within the module: the `cidr` of the call. */
function callArgument(attribute: Attribute | undefined, calls: readonly Block[]): Spot | undefined {
  if (attribute?.value.kind !== 'reference') return undefined;
  const [word, name] = attribute.value.steps;
  if (word?.kind !== 'name' || word.name !== 'var' || name?.kind !== 'name') return undefined;
  const found = argumentOf(calls, name.name);
  return found === undefined ? undefined : spotOf(found.block.file, found.attribute);
}

/** `cidr = each.value.cidr`: the `cidr` of the entry, when it has a line of its own. */
function entrySpot(search: Extract<Search, { kind: 'entry' }>, attribute: Attribute | undefined): Spot {
  if (attribute?.value.kind !== 'reference') return search.spot;
  const [word, value, ...path] = attribute.value.steps;
  const isValue = word?.kind === 'name' && word.name === 'each' && value?.kind === 'name';
  if (!isValue || value.name !== 'value' || path.length === 0) return search.spot;
  const inner = memberAt(search.value, path);
  return inner === undefined ? search.spot : spotOf(search.spot.file, inner.span);
}

/** A block with `for_each`, the key of the instance, and the module that the block stands in. */
interface Keyed {
  readonly key: Key | undefined;
  readonly modules: readonly ModuleStep[];
  readonly blocks: readonly Block[];
}

/**
 * The entry that makes the instance: of the resource's own `for_each`, else of that of a module around it. When the
 * instance is gone, the outermost map that lost it took everything within along.
 */
async function searchInstance(
  modules: Modules,
  { modules: path, key }: Address,
  blocks: readonly Block[],
  isGone: boolean,
): Promise<Search> {
  const around: Keyed[] = [];
  for (let length = path.length; length > 0; length--) {
    const steps = path.slice(0, length);
    const calls = await modules.call(steps);
    around.push({ key: steps.at(-1)?.key, modules: steps.slice(0, -1), blocks: calls });
  }
  const own: Keyed = { key, modules: path, blocks };
  const searches: Search[] = [];
  for (const keyed of [own, ...around]) {
    const forEach = sitedArgument(keyed.blocks, 'for_each', keyed.modules);
    if (typeof keyed.key !== 'string' || forEach === undefined) continue;
    searches.push(await searchEntry(modules, forEach, keyed.key));
    if (!isGone) break;
  }
  const lost = isGone ? searches.findLast(({ kind }) => kind === 'lost') : undefined;
  return lost ?? searches.find(({ kind }) => kind === 'entry') ?? { kind: 'unknown' };
}

/** The `count` or `for_each` that no longer makes the instance: of the block, else of a module call around it. */
async function countingArgument(
  modules: Modules,
  path: readonly ModuleStep[],
  blocks: readonly Block[],
): Promise<Spot | undefined> {
  const own = countOf(blocks);
  if (own !== undefined) return own;
  for (let length = path.length; length > 0; length--) {
    const found = countOf(await modules.call(path.slice(0, length)));
    if (found !== undefined) return found;
  }
  return undefined;
}

function countOf(blocks: readonly Block[]): Spot | undefined {
  const found = argumentOf(blocks, 'for_each') ?? argumentOf(blocks, 'count');
  return found === undefined ? undefined : spotOf(found.block.file, found.attribute);
}

/** The deepest call of the path that stands in the repository: where a module that is not can be changed. */
export async function callPlace(
  modules: Modules,
  path: readonly ModuleStep[],
  isGone: boolean,
): Promise<Place | undefined> {
  for (let length = path.length; length > 0; length--) {
    const steps = path.slice(0, length);
    const caller = await modules.folder(steps.slice(0, -1));
    const blocks = await modules.call(steps);
    const [block] = blocks;
    if (block === undefined || caller.kind !== 'folder' || caller.isDownloaded) continue;
    const spot = spotOf(block.file, block);
    const around = { block: undefined, call: spot, argument: undefined, isBase: modules.isBase };
    const own: Address = { modules: steps.slice(0, -1), block: '', key: steps.at(-1)?.key };
    const search = await searchInstance(modules, own, blocks, isGone);
    if (search.kind === 'unknown') return { ...spot, kind: 'call', ...around };
    return { ...search.spot, kind: search.kind === 'lost' ? 'map' : 'entry', ...around };
  }
  return undefined;
}
