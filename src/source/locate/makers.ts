import type { Attribute, SourceBlock } from '../../terraform/expression.js';
import type { Address } from '../../terraform/traversal.js';
import type { Modules } from '../files/modules.js';
import { isHcl } from '../files/paths.js';
import type { Source } from '../files/source.js';
import { type Sited, sitedArgument } from '../locals/refer.js';
import { type Collection, type CollectionName, entriesBehind } from './entries.js';
import { resourceBlocks } from './gone.js';

/** A block with `for_each` that stands once, and in the repository. */
export interface RepeatedBlock {
  readonly block: SourceBlock;
  readonly forEach: Sited;
}

/** The block that makes an instance; undefined where not one block with `for_each` in a file of the repository does. */
export async function repeatedBlock(modules: Modules, address: Address): Promise<RepeatedBlock | undefined> {
  const { modules: path, key } = address;
  const folder = await modules.folder(path);
  const blocks = await resourceBlocks(modules, address);
  const [block, ...others] = blocks;
  const forEach = sitedArgument(blocks, 'for_each', path);
  const isOnce = path.every((step) => step.key === undefined) && others.length === 0;
  if (folder.kind !== 'folder' || folder.isDownloaded || block === undefined || forEach === undefined)
    return undefined;
  return isOnce && typeof key === 'string' ? { block, forEach } : undefined;
}

/** A block that makes an instance of each entry of one map or list, which is written out. */
export interface EntryMaker {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly entries: Collection;
}

/** What makes an instance, as HCL that could be given one more entry, of which nothing else would be made. */
export async function readMaker(source: Source, address: Address): Promise<EntryMaker | undefined> {
  const repeated = await repeatedBlock(source.head, address);
  const entries = repeated && (await entriesBehind(source.head, repeated.forEach));
  if (repeated === undefined || entries === undefined || !isHcl(entries.file)) return undefined;
  for (const name of entries.names) if (!(await isUsedOnce(source, name))) return undefined;
  return { attributes: repeated.block.attributes, entries };
}

/** Whether the files of a module have the name in one place alone: in comments and texts it counts as well. */
async function isUsedOnce(source: Source, { text, modules }: CollectionName): Promise<boolean> {
  const found = await source.head.folder(modules);
  if (found.kind !== 'folder' || found.isDownloaded) return false;
  // Whoever uses the whole of it uses its parts.
  const [word = '', name = ''] = text.split(/[.[]/);
  const use = new RegExp(`(?<![\\w.-])${namePattern(word)}\\s*\\.\\s*${namePattern(name)}(?![\\w-])`, 'g');
  let uses = 0;
  for (const file of found.folder.files) uses += (await source.head.text(file))?.match(use)?.length ?? 0;
  return uses === 1;
}

function namePattern(name: string): string {
  return name.replace(/[^\p{L}\p{N}_]/gu, '\\$&');
}
