import { existsSync } from 'node:fs';
import path from 'node:path';

import { err, ok, type Result } from '../../result.js';

const MAGIC = /[*?[\]{}()]/;

/**
 * The files that the lines of the input name: paths as they are, and what the globs among them find, each once. A
 * line that starts with `!` takes away from the globs. A glob that finds nothing is an error, since a plan that was
 * not judged must not look like one that passes.
 */
export async function planFiles(
  lines: readonly string[],
  folder: string,
): Promise<Result<readonly string[], string>> {
  const ignore = lines.filter((line) => line.startsWith('!')).map((line) => slashes(line.slice(1)));
  const files = new Map<string, string>();
  const add = (file: string): void => {
    const place = path.resolve(folder, file);
    if (!files.has(place)) files.set(place, file);
  };
  for (const line of lines) {
    if (line.startsWith('!')) continue;
    if (!MAGIC.test(line) || existsSync(path.resolve(folder, line))) {
      add(line);
      continue;
    }
    const { glob } = await import('tinyglobby');
    const found = await glob(slashes(line), { cwd: folder, ignore, dot: true, expandDirectories: false });
    if (found.length === 0) return err(`input plan: no file matches ${line}`);
    for (const file of found.sort()) add(file);
  }
  return files.size === 0 ? err('input plan names no file') : ok([...files.values()]);
}

/** In a glob a backslash takes the meaning from what follows; on Windows it stands between folders. */
function slashes(pattern: string): string {
  return pattern.replaceAll(path.sep, '/');
}
