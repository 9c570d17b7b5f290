import { existsSync } from 'node:fs';
import path from 'node:path';

import { err, ok, type Result } from '../result.js';

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
  const ignore = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const files = new Set<string>();
  for (const line of lines) {
    if (line.startsWith('!')) continue;
    if (!MAGIC.test(line) || existsSync(path.resolve(folder, line))) {
      files.add(line);
      continue;
    }
    const { glob } = await import('tinyglobby');
    const found = await glob(line, { cwd: folder, ignore, dot: true, expandDirectories: false });
    if (found.length === 0) return err(`input plan: no file matches ${line}`);
    for (const file of found.sort()) files.add(file);
  }
  return files.size === 0 ? err('input plan names no file') : ok([...files]);
}
