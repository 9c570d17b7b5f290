import { readdirSync } from 'node:fs';
import path from 'node:path';

import { err, ok, type Result } from '../result.js';
import type { SourceReader } from '../source/files/reader.js';
import { checkoutOf, diskReader } from './disk-reader.js';

/** Where the configuration that a plan was made from most likely lies: beside the plan, else where we are. */
export function sourceDirectory(plan: string): string | undefined {
  const places = plan === '-' ? ['.'] : [path.dirname(plan), '.'];
  return places.find(hasConfiguration);
}

function hasConfiguration(directory: string): boolean {
  try {
    return readdirSync(directory).some((name) => /\.(tf|tofu)(\.json)?$/.test(name));
  } catch {
    return false;
  }
}

/**
 * The files beside a plan: in the directory that is named, else where they most likely lie; undefined when nothing is
 * there. `base` is a git revision that still has what the plan deletes. The error is a line for people.
 */
export async function openSourceOf(
  plan: string,
  { source, base }: { readonly source: string | undefined; readonly base: string | undefined },
): Promise<Result<SourceReader | undefined, string>> {
  const directory = source ?? sourceDirectory(plan);
  if (directory === undefined) {
    return base === undefined
      ? ok(undefined)
      : err(`--base ${base} needs the folder of the .tf files: add --source DIR`);
  }
  const checkout = checkoutOf(directory);
  if (checkout === undefined) return err(`--source ${directory} is no directory`);
  if (base === undefined) return ok(diskReader(checkout));
  // Git is a process beside ours, and few ask for it.
  const { openBase } = await import('./git-base.js');
  const revision = await openBase(checkout.root, base);
  return revision === undefined
    ? err(`--base ${base} is no revision that git finds in ${directory}. In a shallow clone, fetch it first`)
    : ok(diskReader(checkout, revision));
}
