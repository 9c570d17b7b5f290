import { readdirSync } from 'node:fs';
import path from 'node:path';

import { err, ok, type Result } from '../result.js';
import { EXTENSION } from '../source/files/paths.js';
import type { SourceReader } from '../source/files/reader.js';
import { checkoutOf, diskReader } from './disk-reader.js';
import { realPath } from './files.js';
import type { BaseRevision } from './git-base.js';

/** Where the configuration that a plan was made from most likely lies: beside the plan, else where we are. */
export function sourceDirectory(plan: string): string | undefined {
  const places = plan === '-' ? ['.'] : [path.dirname(plan), '.'];
  return places.find(hasConfiguration);
}

function hasConfiguration(directory: string): boolean {
  try {
    return readdirSync(directory).some((name) => EXTENSION.test(name));
  } catch {
    return false;
  }
}

/**
 * The files beside a plan: in the directory that is named, else where they most likely lie; undefined when nothing is
 * there. `base` is a git revision that still has what the plan deletes; left out, the usual ones in a repository. The
 * error is a line for people.
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
  const rootFromHere = path.relative(realPath('.') ?? '.', checkout.root);
  const opened = (revision?: BaseRevision) => ok({ ...diskReader(checkout, revision), rootFromHere });
  if (base === undefined && !checkout.isRepository) return opened();
  if (base === undefined) return opened(usualBaseOnceAsked(checkout.root));
  const { openBase } = await import('./git-base.js');
  const revision = await openBase(checkout.root, base);
  return revision === undefined
    ? err(`--base ${base} is no revision that git finds in ${directory}. In a shallow clone, fetch it first`)
    : opened(revision);
}

/** Git is a process beside ours, and few plans delete a block: nothing of it is loaded until somebody asks for a file. */
function usualBaseOnceAsked(root: string): BaseRevision {
  return {
    isBaseNamed: false,
    bases: async () => {
      const { usualBases } = await import('./git-base.js');
      return usualBases(root);
    },
  };
}
