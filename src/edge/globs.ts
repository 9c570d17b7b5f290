import fs from 'node:fs';
import path from 'node:path';

import { glob } from 'tinyglobby';

import { must } from '../result.js';

/** Where a glob is looked up, and what is taken away from what it finds. */
export interface GlobOptions {
  readonly folder: string;
  /** Globs. */
  readonly without?: readonly string[];
}

/** The files below the folder whose names are like the pattern, in order. Links to folders are not gone into. */
export async function filesLike(
  pattern: string,
  { folder, without = [] }: GlobOptions,
): Promise<readonly string[]> {
  const ignore = without.map(globOf);
  const options = { cwd: folder, ignore, dot: true, expandDirectories: false, fs: GLOB_FS };
  return (await glob(globOf(pattern), options)).sort();
}

type Resolved = (error: NodeJS.ErrnoException | null, real: string) => void;

function isResolved(value: unknown): value is Resolved {
  return typeof value === 'function';
}

/** Links to folders are not gone into: they lead out, or in circles. Those to files are looked at one by one. */
function realFile(link: fs.PathLike, ...rest: readonly unknown[]): void {
  const then = must(rest.find(isResolved), 'asked with a callback');
  fs.stat(link, (error, status) => {
    if (error !== null) then(error, '');
    else if (status.isDirectory()) then(new Error('a link to a folder'), '');
    else fs.realpath(link, then);
  });
}

/** The disk as globs see it. */
const GLOB_FS = { ...fs, realpath: Object.assign(realFile, fs.realpath) };

/** In a glob a backslash takes the meaning from what follows; on Windows it stands between folders. */
function globOf(pattern: string): string {
  return pattern.replaceAll(path.sep, '/');
}
