import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

import { distinctFiles, MAGIC } from '../edge/files.js';
import { err, ok, type Result } from '../result.js';

/**
 * The plans (or reports) that names stand for, each once: files, `-`, the `.json` files of a folder, what a glob finds. The error is
 * one line: what finds nothing is no pass.
 */
export async function plansFound(
  names: readonly string[],
  kind: 'plan' | 'report' = 'plan',
): Promise<Result<readonly string[], string>> {
  const found: string[] = [];
  for (const name of names) {
    const [folder, pattern] = isFolder(name) ? [name, '*.json'] : startAndPattern(name);
    if (pattern === undefined) {
      found.push(name);
      continue;
    }
    const { filesLike } = await import('../edge/globs.js');
    const files = await filesLike(pattern, { folder });
    if (files.length === 0) {
      return err(kind === 'plan' ? `no plan is found at ${name}` : `no report is found at ${name}`);
    }
    found.push(...files.map((file) => path.join(folder, file)));
  }
  return ok(distinctFiles(found));
}

function isFolder(name: string): boolean {
  return name !== '-' && statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The folder that a glob starts in, and what is left of it; no pattern of a name that is none, or that is there. */
function startAndPattern(name: string): readonly [folder: string, pattern: string | undefined] {
  if (!MAGIC.test(name) || existsSync(name)) return ['', undefined];
  const parts = name.split('/');
  const at = parts.findIndex((part) => MAGIC.test(part));
  return [parts.slice(0, at).join('/') || (name.startsWith('/') ? '/' : '.'), parts.slice(at).join('/')];
}
