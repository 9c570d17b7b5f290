import type { ModuleStep } from '../../terraform/traversal.js';
import type { Source } from '../files/source.js';
import { usualFile } from '../files/paths.js';
import type { SourcePlace, Spot } from './place.js';

/**
 * Where to show a change that has no lines in the checkout: the file that its block stood in, if that is still there,
 * else a file of its module, or of the next module above that has files in the repository; at its first line.
 */
export async function standInFor(
  source: Source,
  modules: readonly ModuleStep[],
  gone: SourcePlace | undefined,
): Promise<Spot | undefined> {
  if (gone?.isBase === true) {
    const text = await source.text(gone.file, false);
    // The lines may be fewer now; no tool finds what is behind the last one.
    if (text !== undefined) {
      const line = Math.min(gone.line, text.trimEnd().split('\n').length);
      return { file: gone.file, line, endLine: line };
    }
  }
  for (let depth = modules.length; depth >= 0; depth--) {
    const found = await source.head.folder(modules.slice(0, depth));
    if (found.kind !== 'folder' || found.isDownloaded) continue;
    const file = usualFile(found.folder.files);
    if (file !== undefined) return { file, line: 1, endLine: 1 };
  }
  return undefined;
}
