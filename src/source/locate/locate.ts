import type { Action } from '../../plan/document/document.js';
import { type Address, parseAddress } from '../../terraform/traversal.js';
import { gonePlace, resourceBlocks } from './gone.js';
import type { ModuleFolder } from '../files/modules.js';
import { type Located, type SoughtChange, type SourcePlace, type Spot, spotOf } from './place.js';
import type { Source } from '../files/source.js';
import { standInFinder } from './stand-in.js';
import { callPlace, placeOfStanding } from './standing.js';

/** A place, or why there is none. */
type Answer =
  | { readonly place: SourcePlace }
  /** A sentence part, and what could not be read, if that is the cause. */
  | { readonly why: string; readonly troubles: readonly string[] };

/**
 * Finds the lines of resource changes. Reads only the folders of the modules that they are in, or that their entries
 * come from, and loads the HCL parser only when such a folder holds a text that looks like the block. Asked for
 * nothing, it reads nothing. `count` is called for each place that is looked for, and may throw.
 */
export async function locate(
  source: Source,
  wanted: readonly SoughtChange[],
  count: () => void = () => undefined,
): Promise<Located> {
  const places = new Map<string, SourcePlace>();
  const without = new Map<string, string>();
  const standIns = new Map<string, Spot>();
  const notes = new Set<string>();
  const standInFor = standInFinder(source);
  for (const one of wanted) {
    if (places.has(one.address) || without.has(one.address)) continue;
    count();
    const answer = await answerFor(source, one);
    const place = 'place' in answer ? answer.place : undefined;
    if (place?.isBase !== false) {
      const spot = await standInFor(parseAddress(one.address)?.modules ?? [], place);
      if (spot !== undefined) standIns.set(one.address, spot);
    }
    if ('place' in answer) places.set(one.address, answer.place);
    else {
      without.set(one.address, answer.why);
      for (const trouble of answer.troubles) notes.add(trouble);
    }
  }
  return { places, without, standIns, notes: [...notes] };
}

async function answerFor(source: Source, wanted: SoughtChange): Promise<Answer> {
  const address = parseAddress(wanted.address);
  if (address === undefined) return { why: 'its address has an unknown form', troubles: [] };
  const isGone = isGoneAfter(wanted.actions);
  const found = await source.head.folder(address.modules);
  if (found.kind === 'unreadable') return { why: 'its module cannot be read', troubles: [found.trouble] };
  const [block, ...others] = await resourceBlocks(source.head, address);
  if (block !== undefined && found.kind === 'folder') {
    if (found.isDownloaded) {
      const call = await callPlace(source.head, address.modules, isGone);
      if (call !== undefined) return { place: { ...call, block: spotOf(block.file, block) } };
    }
    const forcing = wanted.attributes ?? [];
    const blocks = [block, ...others] as const;
    return { place: await placeOfStanding({ modules: source.head, address, blocks, isGone, forcing }) };
  }
  const place = isGone
    ? await gonePlace(source, address)
    : found.kind === 'folder' && !found.isDownloaded
      ? undefined
      : await callPlace(source.head, address.modules, false);
  return place === undefined
    ? noPlace(found, address, { isGone, isBaseNamed: source.isBaseNamed })
    : { place };
}

/** Whether the plan leaves no object at the address: it destroys it, or lets go of it. */
function isGoneAfter(actions: readonly Action[]): boolean {
  return !actions.includes('create') && (actions.includes('delete') || actions.includes('forget'));
}

interface Asked {
  readonly isGone: boolean;
  readonly isBaseNamed: boolean;
}

function noPlace(found: ModuleFolder, { modules }: Address, { isGone, isBaseNamed }: Asked): Answer {
  const troubles = found.kind === 'folder' ? found.folder.troubles() : [];
  if (!isGone || troubles.length > 0) {
    return { why: 'its block is not found in the files of its module', troubles };
  }
  const held = modules.length > 0 ? ' and so is the module call that held it' : '';
  const why = isBaseNamed
    ? `its block is gone${held}, and the base revision does not show it`
    : `its block is gone${held}; --base REF, or fetch-depth: 0 in a workflow, shows where it was`;
  return { why, troubles };
}
