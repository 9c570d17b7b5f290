import { existsSync } from 'node:fs';
import path from 'node:path';

import { isWithin, textOf } from './files.js';

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
  const urls = textOf(path.join(checkout, '.git/config'))?.match(/^\s*url\s*=.*$/gm) ?? [];
  const [owner = '', name = ''] = repository.toLowerCase().split('/');
  return urls.some((url) => {
    const [last, before] = url.trim().toLowerCase().split(/[/:]/).reverse();
    return before === owner && last?.replace(/\.git$/, '') === name;
  });
}
