import { readdirSync } from 'node:fs';
import path from 'node:path';

import { memo } from '../collections.js';
import { err, ok, type Result } from '../result.js';
import { EXTENSION } from '../source/files/paths.js';
import type { SourceReader } from '../source/files/reader.js';
import { checkoutOf, diskReader } from './disk-reader.js';
import { realPath } from './files.js';
import type { BaseRevision } from './git-base.js';

/**
 * Where the configuration that plans were made from most likely lies: beside the plan, else where we are. Plans of one
 * folder are looked for once.
 */
export function sourceFinder(): (plan: string) => string | undefined {
  const find = memo((folder: string) => [folder, '.'].find(hasConfiguration));
  return (plan) => find(plan === '-' ? '.' : path.dirname(plan));
}

function hasConfiguration(directory: string): boolean {
  try {
    return readdirSync(directory).some((name) => EXTENSION.test(name));
  } catch {
    return false;
  }
}

/** Which files are asked for. */
interface SourceNamed {
  /** A directory; left out, where they most likely lie. */
  readonly source: string | undefined;
  /** A git revision that still has what plans delete; left out, the usual ones in a repository. */
  readonly base: string | undefined;
}

type OpenedFiles = Promise<Result<SourceReader | undefined, string>>;

/** The files beside a plan; undefined when nothing is there. The error is a line for people. */
export function openSourceOf(plan: string, named: SourceNamed): OpenedFiles {
  return sourceOpener(named)(plan);
}

/** The same for plans of one run: what several have beside them is opened once. */
export function sourceOpener({ source, base }: SourceNamed): (plan: string) => OpenedFiles {
  const find = sourceFinder();
  const open = memo((directory: string | undefined) => openDirectory(directory, base));
  return (plan) => open(source ?? find(plan));
}

async function openDirectory(directory: string | undefined, base: string | undefined): OpenedFiles {
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
