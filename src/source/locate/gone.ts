import { type SourceBlock, stepText } from '../../terraform/expression.js';
import type { Address } from '../../terraform/traversal.js';
import type { Modules } from '../files/modules.js';
import { firstOfBases, type Source } from '../files/source.js';
import { headerOfResource } from '../hcl/headers.js';
import { placeAt, type SourcePlace, spotOf } from './place.js';
import { callPlace } from './standing.js';

/** The place of a resource whose block is gone: where it was, what says so, or the call that held it. */
export async function gonePlace(source: Source, address: Address): Promise<SourcePlace | undefined> {
  const { head } = source;
  const call = await callPlace(head, address.modules, true);
  return (
    (await firstOfBases(source, async (base) => basePlace(base, address, call))) ??
    (await removedPlace(head, address)) ??
    call
  );
}

/** The block at a base revision, beside the call that still stands, if one does. */
async function basePlace(
  base: Modules,
  address: Address,
  call: SourcePlace | undefined,
): Promise<SourcePlace | undefined> {
  const found = await base.folder(address.modules);
  if (found.kind !== 'folder' || found.isDownloaded) {
    return call === undefined ? callPlace(base, address.modules, false) : undefined;
  }
  const [block] = await resourceBlocks(base, address);
  if (block === undefined) return undefined;
  const spot = spotOf(block.file, block);
  return placeAt(spot, 'block', { block: spot, call: call?.call, isBase: true });
}

/** The blocks of a resource or data source, overrides last. */
export async function resourceBlocks(
  modules: Modules,
  { modules: path, block }: Address,
): Promise<readonly SourceBlock[]> {
  const found = await modules.folder(path);
  if (found.kind !== 'folder') return [];
  const { keyword, labels } = headerOfResource(block);
  return found.folder.find(keyword, labels);
}

/** A `removed` or `moved` block of the resource, or of a module around it. */
async function removedPlace(head: Modules, address: Address): Promise<SourcePlace | undefined> {
  const words = [...address.modules.flatMap(({ name }) => ['module', name]), ...address.block.split('.')];
  for (let depth = address.modules.length; depth >= 0; depth--) {
    const found = await head.folder(address.modules.slice(0, depth));
    if (found.kind !== 'folder' || found.isDownloaded) continue;
    // The block names the resource from the module that it stands in.
    const wanted = words.slice(2 * depth);
    const blocks = [...(await found.folder.find('removed', [])), ...(await found.folder.find('moved', []))];
    const block = blocks.find((candidate) => names(candidate, wanted));
    if (block !== undefined) return placeAt(spotOf(block.file, block), 'removed');
  }
  return undefined;
}

/** Whether the block's `from` is the resource, or a module that it is in. */
function names({ attributes }: SourceBlock, wanted: readonly string[]): boolean {
  const from = attributes.get('from')?.value;
  if (from?.kind !== 'reference') return false;
  const words = from.steps.filter(({ kind }) => kind === 'name').map(stepText);
  const isModule = words.length % 2 === 0 && words.every((word, i) => i % 2 === 1 || word === 'module');
  if (words.length !== wanted.length && !isModule) return false;
  return words.length > 0 && words.every((word, i) => word === wanted[i]);
}
