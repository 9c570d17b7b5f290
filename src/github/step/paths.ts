import { existsSync } from 'node:fs';
import path from 'node:path';

import {
  distinctFiles,
  isInside,
  isWithin,
  MAGIC,
  pathWithin,
  readText,
  realPath,
} from '../../edge/files.js';
import { sourceFinder } from '../../edge/source-directory.js';
import { err, ok, type Result } from '../../result.js';

/** Where a step works. */
export interface StepFolders {
  /** The working directory. */
  readonly folder: string;
  /** The repository's own: all paths that GitHub sees are relative to it. */
  readonly root: string;
}

/** Where the files of a step may lie: the workspace and the runner's temporary folder. */
export interface StepBounds {
  /** As the runner names them, and as they really are. */
  readonly names: readonly string[];
  /** Without links. */
  readonly real: readonly string[];
}

/** The bounds of these folders. */
export function stepBounds(folders: readonly string[]): StepBounds {
  const real = folders.map((folder) => realPath(folder) ?? folder);
  return { names: [...folders, ...real], real };
}

/** Whether a path goes into the bounds by its name and out of them by a link. */
export function leavesBounds(place: string, { names, real }: StepBounds): boolean {
  return isInside(names, place) && !isReallyInside(place, real);
}

/** What is not there is nowhere else. */
function isReallyInside(place: string, folders: readonly string[]): boolean {
  const at = realPath(place);
  return at === undefined || isInside(folders, at);
}

/** A plan of the step. */
export interface StepPlan {
  /** As the step names it. */
  readonly name: string;
  readonly place: string;
  /** The folder of its root module as the repository names it; undefined outside of the repository. */
  readonly module: string | undefined;
}

/** The plans that the step names; the root module of each lies beside it, or in the working directory. */
export function stepPlans(names: readonly string[], { root, folder }: StepFolders): readonly StepPlan[] {
  const find = sourceFinder();
  return names.map((name) => {
    const place = path.resolve(folder, name);
    const beside = path.dirname(place);
    const module = isWithin(root, beside) && find(place) === beside ? beside : folder;
    return { name, place, module: isWithin(root, module) ? pathWithin(root, module) : undefined };
  });
}

/** The path of a file, without what is another from one runner to the next: the folders of a whole path. */
export function stableName(file: string): string {
  return path.isAbsolute(file) ? path.basename(file) : file;
}

/** Which files an input of the step names. */
export interface NamedFiles {
  readonly input: 'plan' | 'reports' | 'facts';
  readonly lines: readonly string[];
  /** The working directory. */
  readonly folder: string;
  readonly bounds: StepBounds;
}

/**
 * The files that the lines of the input name: paths as they are, and what the globs among them find, each once. A
 * line that starts with `!` takes away from the globs. A glob that finds nothing is an error, since a plan that was
 * not judged must not look like one that passes, and what nobody has looked at not like facts; so is what leads out of
 * the bounds. Only a plan that is named may lie elsewhere, where the workflow itself says so.
 */
export async function filesNamed(named: NamedFiles): Promise<Result<readonly string[], string>> {
  const { input, lines, folder, bounds } = named;
  const files: string[] = [];
  for (const line of lines.filter((it) => !it.startsWith('!'))) {
    const isName = !MAGIC.test(line) || existsSync(path.resolve(folder, line));
    const found = isName ? [line] : await filesMatching(line, named);
    if (found.length === 0) return err(`input ${input}: no file matches ${line}`);
    const mayLieElsewhere = isName && input === 'plan';
    const lost = found.find((file) => {
      const place = path.resolve(folder, file);
      return mayLieElsewhere ? leavesBounds(place, bounds) : !isReallyInside(place, bounds.real);
    });
    if (lost !== undefined) {
      return err(`input ${input}: ${lost} leads out of the workspace and of the runner’s temporary folder`);
    }
    files.push(...found);
  }
  if (files.length === 0 && lines.length > 0) return err(`input ${input} names no file`);
  return ok(distinctFiles(files, folder));
}

async function filesMatching(line: string, { lines, folder }: NamedFiles): Promise<readonly string[]> {
  const without = lines.filter((it) => it.startsWith('!')).map((it) => it.slice(1));
  const { filesLike } = await import('../../edge/globs.js');
  return filesLike(line, { folder, without });
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
