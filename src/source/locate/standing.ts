import { must } from '../../result.js';
import type { Address, Key, ModuleStep } from '../../terraform/traversal.js';
import { type Attribute, type SourceBlock, memberAt, nameBehind } from '../../terraform/expression.js';
import type { Modules } from '../files/modules.js';
import { headerOfResource } from '../hcl/headers.js';
import { argumentOf, type BlockArgument, sitedArgument } from '../locals/refer.js';
import { type Search, searchEntry } from './entries.js';
import { placeAt, type SourcePlace, type Spot, spotOf } from './place.js';

/** A resource whose block stands in the configuration. */
export interface StandingResource {
  readonly modules: Modules;
  readonly address: Address;
  /** The block, and its overrides behind it. */
  readonly blocks: readonly [SourceBlock, ...SourceBlock[]];
  /** The instance is gone, although the block is there. */
  readonly isGone: boolean;
  /** Arguments that the change is about. */
  readonly forcing: readonly string[];
}

/** The line that a person would change: the entry of a map, an argument, else the header. */
export async function placeOfStanding(standing: StandingResource): Promise<SourcePlace> {
  const { modules, address, blocks, isGone } = standing;
  const [block] = blocks;
  const calls = await modules.call(address.modules);
  const telling = tellingArgument(standing);
  const around = {
    block: spotOf(block.file, block),
    call: calls[0] === undefined ? undefined : spotOf(calls[0].file, calls[0]),
    argument: callArgument(telling?.attribute, calls),
    isBase: modules.isBase,
  };
  const search = await searchInstance(modules, address, blocks, isGone);
  if (search.kind === 'lost') return placeAt(search.spot, 'map', around);
  if (search.kind === 'entry') return placeAt(entrySpot(search, telling?.attribute), 'entry', around);
  const counting = isGone ? await countingArgument(modules, address, blocks) : undefined;
  if (counting !== undefined) return placeAt(counting, 'attribute', around);
  return telling === undefined || isGone
    ? placeAt(around.block, 'block', around)
    : placeAt(argumentSpot(telling), 'attribute', around);
}

function argumentSpot({ block, attribute }: BlockArgument): Spot {
  return spotOf(block.file, attribute);
}

/** `cidr = var.cidr` within the module: the `cidr` of the call. */
function callArgument(attribute: Attribute | undefined, calls: readonly SourceBlock[]): Spot | undefined {
  const name = attribute?.value.kind === 'reference' ? nameBehind('var', attribute.value.steps) : undefined;
  const found = name === undefined ? undefined : argumentOf(calls, name);
  return found === undefined ? undefined : argumentSpot(found);
}

/** `cidr = each.value.cidr`: the `cidr` of the entry, when it has a line of its own. */
function entrySpot(search: Extract<Search, { kind: 'entry' }>, attribute: Attribute | undefined): Spot {
  if (attribute?.value.kind !== 'reference') return search.spot;
  const { steps } = attribute.value;
  if (nameBehind('each', steps) !== 'value' || steps.length === 2) return search.spot;
  const inner = memberAt(search.value, steps.slice(2));
  return inner === undefined ? search.spot : spotOf(search.spot.file, inner.span);
}

/** Blocks that may have a `for_each` or `count`, the module that they stand in, and the key of the instance. */
interface Maker {
  readonly blocks: readonly SourceBlock[];
  readonly modules: readonly ModuleStep[];
  readonly key: Key | undefined;
}

/** The calls of the modules on a path, from the inside out. */
async function* callsAround(modules: Modules, path: readonly ModuleStep[]): AsyncGenerator<Maker> {
  for (let length = path.length; length > 0; length--) {
    const steps = path.slice(0, length);
    yield { blocks: await modules.call(steps), modules: steps.slice(0, -1), key: steps.at(-1)?.key };
  }
}

/** What makes the instance: its own block, and the calls of the modules around it. */
async function* blocksThatMake(
  modules: Modules,
  { modules: path, key }: Pick<Address, 'modules' | 'key'>,
  blocks: readonly SourceBlock[],
): AsyncGenerator<Maker> {
  yield { blocks, modules: path, key };
  yield* callsAround(modules, path);
}

/**
 * The entry that makes the instance: of the resource's own `for_each`, else of that of a module around it. When the
 * instance is gone, the outermost map that lost it took everything within along.
 */
async function searchInstance(
  modules: Modules,
  address: Pick<Address, 'modules' | 'key'>,
  blocks: readonly SourceBlock[],
  isGone: boolean,
): Promise<Search> {
  const searches: Search[] = [];
  for await (const maker of blocksThatMake(modules, address, blocks)) {
    const forEach = sitedArgument(maker.blocks, 'for_each', maker.modules);
    if (typeof maker.key !== 'string' || forEach === undefined) continue;
    searches.push(await searchEntry(modules, forEach, maker.key));
    if (!isGone) break;
  }
  const lost = isGone ? searches.findLast(({ kind }) => kind === 'lost') : undefined;
  return lost ?? searches.find(({ kind }) => kind === 'entry') ?? { kind: 'unknown' };
}

/** The `count` or `for_each` that no longer makes the instance: of the block, else of a module call around it. */
async function countingArgument(
  modules: Modules,
  address: Address,
  ownBlocks: readonly SourceBlock[],
): Promise<Spot | undefined> {
  for await (const { blocks } of blocksThatMake(modules, address, ownBlocks)) {
    const found = argumentOf(blocks, 'for_each') ?? argumentOf(blocks, 'count');
    if (found !== undefined) return argumentSpot(found);
  }
  return undefined;
}

/** The deepest call of the path that stands in the repository: where a module that is not can be changed. */
export async function callPlace(
  modules: Modules,
  path: readonly ModuleStep[],
  isGone: boolean,
): Promise<SourcePlace | undefined> {
  for await (const call of callsAround(modules, path)) {
    const caller = await modules.folder(call.modules);
    const [block] = call.blocks;
    if (block === undefined || caller.kind !== 'folder' || caller.isDownloaded) continue;
    const spot = spotOf(block.file, block);
    const around = { call: spot, isBase: modules.isBase };
    const search = await searchInstance(modules, call, call.blocks, isGone);
    if (search.kind === 'unknown') return placeAt(spot, 'call', around);
    return placeAt(search.spot, search.kind === 'lost' ? 'map' : 'entry', around);
  }
  return undefined;
}

/** The arguments that say whom and what a rule lets through, the most telling first. */
const NARROWING = [
  'remote_ip_prefix',
  'remote_group_id',
  'remote_address_group_id',
  'multi_port',
  'port_range_min',
  'port_range_max',
];
const RULE_TYPE = /_secgroup_rule_v\d+$/;

/** The arguments of other resources that say what a rule must let through, or whose rules count. */
const COMPOSING: ReadonlyMap<string, readonly string[]> = new Map([
  ['opentelekomcloud_vpc_v1', ['secondary_cidr']],
  ['opentelekomcloud_cce_node_pool_v3', ['security_group_ids']],
]);

/**
 * The argument that a change is about: one of those that force it, else the one that narrows the rule. Undefined when
 * the block sets none of them, and its header has to do.
 */
function tellingArgument({ address, blocks, forcing }: StandingResource): BlockArgument | undefined {
  const type = must(headerOfResource(address.block).labels[0], 'the address of a resource has a type');
  const telling = RULE_TYPE.test(type) ? NARROWING : (COMPOSING.get(type) ?? []);
  for (const name of [...forcing, ...telling]) {
    const found = argumentOf(blocks, name);
    if (found !== undefined && (forcing.includes(name) || !setsNothing(found.attribute))) return found;
  }
  return undefined;
}

/** Written, but as good as left out. */
function setsNothing({ value }: Attribute): boolean {
  return value.kind === 'literal' && (value.value === null || value.value === '');
}
