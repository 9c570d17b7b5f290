import { existsSync } from 'node:fs';
import path from 'node:path';

import { isWithin, pathWithin, readText } from '../../edge/files.js';
import { sourceDirectory } from '../../edge/source-directory.js';
import { err, ok, type Result } from '../../result.js';

/** Where a step works. */
export interface StepFolders {
  /** The working directory. */
  readonly folder: string;
  /** The repository's own: all paths that GitHub sees are relative to it. */
  readonly root: string;
}

/** A plan of the step. */
export interface StepPlan {
  /** As the step names it. */
  readonly name: string;
  readonly place: string;
  /** The folder of its root module as the repository names it; undefined outside of the repository. */
  readonly module: string | undefined;
}

/** A plan that the step names; its root module lies beside it, or in the working directory. */
export function stepPlan(name: string, { root, folder }: StepFolders): StepPlan {
  const place = path.resolve(folder, name);
  const beside = path.dirname(place);
  const module = isWithin(root, beside) && sourceDirectory(place) === beside ? beside : folder;
  return { name, place, module: isWithin(root, module) ? pathWithin(root, module) : undefined };
}

/** The path of a file, without what is another from one runner to the next: the folders of a whole path. */
export function stableName(file: string): string {
  return path.isAbsolute(file) ? path.basename(file) : file;
}

const MAGIC = /[*?[\]{}()]/;

/**
 * The files that the lines of the input name: paths as they are, and what the globs among them find, each once. A
 * line that starts with `!` takes away from the globs. A glob that finds nothing is an error, since a plan that was
 * not judged must not look like one that passes, and what nobody has looked at not like facts.
 */
export async function filesNamed(
  input: 'plan' | 'facts',
  lines: readonly string[],
  folder: string,
): Promise<Result<readonly string[], string>> {
  const ignore = lines.filter((line) => line.startsWith('!')).map((line) => globOf(line.slice(1)));
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
    const found = await glob(globOf(line), { cwd: folder, ignore, dot: true, expandDirectories: false });
    if (found.length === 0) return err(`input ${input}: no file matches ${line}`);
    for (const file of found.sort()) add(file);
  }
  return files.size === 0 && lines.length > 0 ? err(`input ${input} names no file`) : ok([...files.values()]);
}

/** In a glob a backslash takes the meaning from what follows; on Windows it stands between folders. */
function globOf(pattern: string): string {
  return pattern.replaceAll(path.sep, '/');
}

/**
 * The folder of the repository that the run is about; all paths that GitHub sees are relative to it. The checkout may
 * be in a folder of the workspace, and there may be several on the way to the folders: submodules, or repositories of
 * others. Then it is the one that was fetched from `repository`, else the outermost. Without any it is the workspace.
 */
export function repositoryRoot(workspace: string, folders: readonly string[], repository: string): string {
  const checkouts = folders.flatMap((folder) => foldersTo(workspace, folder).filter(isCheckout));
  return checkouts.find((it) => isFetchedFrom(it, repository)) ?? checkouts[0] ?? workspace;
}

/** The workspace, and each folder on the way down to a folder in it. */
function foldersTo(workspace: string, folder: string): readonly string[] {
  if (!isWithin(workspace, folder)) return [];
  const names = path.relative(workspace, folder).split(path.sep);
  return [workspace, ...names.map((_, index) => path.join(workspace, ...names.slice(0, index + 1)))];
}

function isCheckout(folder: string): boolean {
  return existsSync(path.join(folder, '.git'));
}

function isFetchedFrom(checkout: string, repository: string): boolean {
  const urls = readText(path.join(checkout, '.git/config'))?.match(/^\s*url\s*=.*$/gm) ?? [];
  const end = `/${repository.toLowerCase()}`;
  return urls.some((url) => {
    const address = url.trim().toLowerCase().replaceAll(':', '/');
    return repository !== '' && address.replace(/\.git$/, '').endsWith(end);
  });
}
