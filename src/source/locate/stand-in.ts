import type { ModuleStep } from '../../terraform/traversal.js';
import { memo } from '../../collections.js';
import type { Source } from '../files/source.js';
import { usualFile } from '../files/paths.js';
import type { SourcePlace, Spot } from './place.js';

/** Says where to show a change; a file of many changes is read once. */
export type StandIn = (
  modules: readonly ModuleStep[],
  gone: SourcePlace | undefined,
) => Promise<Spot | undefined>;

/**
 * Where to show a change that has no lines in the checkout: the file that its block stood in, if that is still there,
 * else a file of its module, or of the next module above that has files in the repository; at its first line.
 */
export function standInFinder(source: Source): StandIn {
  const linesOf = memo(async (file: string) => (await source.head.text(file))?.trimEnd().split('\n').length);
  return async (modules, gone) => {
    const lines = gone?.isBase === true ? await linesOf(gone.file) : undefined;
    // The lines may be fewer now; no tool finds what is behind the last one.
    if (gone !== undefined && lines !== undefined) {
      const line = Math.min(gone.line, lines);
      return { file: gone.file, line, endLine: line };
    }
    return firstLineOfModule(source, modules);
  };
}

async function firstLineOfModule(source: Source, modules: readonly ModuleStep[]): Promise<Spot | undefined> {
  for (let depth = modules.length; depth >= 0; depth--) {
    const found = await source.head.folder(modules.slice(0, depth));
    if (found.kind !== 'folder' || found.isDownloaded) continue;
    const file = usualFile(found.folder.files);
    if (file !== undefined) return { file, line: 1, endLine: 1 };
  }
  return undefined;
}
