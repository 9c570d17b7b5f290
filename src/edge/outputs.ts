import { randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { err, ok, type Result } from '../result.js';
import { explain, fileTrouble, isInside, isThere, realPath } from './files.js';

/**
 * Writes a file whole or not at all: beside it first, so that nobody sees half of it and a full disk leaves the old one.
 * Links are not followed. A pipe or a device is written to as it is. The error says what is wrong, without the path.
 */
export function writeWhole(
  file: string,
  content: string | Uint8Array,
  { makesFolder = false, mode }: { readonly makesFolder?: boolean; readonly mode?: number } = {},
): Result<undefined, string> {
  try {
    const there = lstatSync(file, { throwIfNoEntry: false });
    if (there?.isSymbolicLink() === true && !isOfTheSystem(file)) return err(fileTrouble('LINK', 'report'));
    if (isStream(file)) writeFileSync(streamOf(file), content);
    else {
      if (makesFolder) mkdirSync(path.dirname(file), { recursive: true });
      replaceFile(file, content, mode ?? there?.mode);
    }
    return ok(undefined);
  } catch (error) {
    return err(explain(error, 'report'));
  }
}

function replaceFile(file: string, content: string | Uint8Array, mode: number | undefined): void {
  const part = path.join(path.dirname(file), `.${randomUUID()}.part`);
  try {
    writeFileSync(part, content, { flag: 'wx', flush: true, ...(mode === undefined ? {} : { mode }) });
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Links that the system makes, such as `/dev/stdout`. */
function isOfTheSystem(file: string): boolean {
  return /^\/(?:dev|proc)\//.test(path.resolve(file));
}

/** A pipe, a device, or what a process has opened, be it a file: another name than its own cannot take its place. */
function isStream(file: string): boolean {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined || status.isDirectory()) return false;
  return !status.isFile() || openedAs(file) !== undefined;
}

/** By its name, a file that stands open already would be cut and written from its start; a socket cannot be opened. */
function streamOf(file: string): string | number {
  const status = statSync(file);
  return status.isFile() || status.isSocket() ? (openedAs(file) ?? file) : file;
}

/** Whether a name is one that the system has for standard output. */
export function isStandardOutput(file: string): boolean {
  return openedAs(file) === 1;
}

const OPENED: Readonly<Record<string, number>> = { '/dev/stdout': 1, '/dev/stderr': 2 };

function openedAs(file: string): number | undefined {
  const name = path.resolve(file);
  const [, digits] = /^\/(?:dev|proc\/self)\/fd\/(\d{1,4})$/.exec(name) ?? [];
  return digits === undefined ? OPENED[name] : Number(digits);
}

/** The first of the inputs that an output would destroy, by whatever name. */
export function inputAt(output: string, inputs: readonly string[]): string | undefined {
  const own = inodeOf(output);
  return inputs.find((input) => input !== '-' && own !== undefined && inodeOf(input) === own);
}

/** Of a regular file that is there: the same for all its names. */
function inodeOf(file: string): string | undefined {
  try {
    const status = statSync(file, { bigint: true });
    return status.isFile() ? `${status.dev} ${status.ino}` : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a file that is to be written would come to lie in one of these folders, which are without links. */
export function wouldLieIn(folders: readonly string[], file: string): boolean {
  for (let at = path.dirname(path.resolve(file)); ; at = path.dirname(at)) {
    const real = realPath(at);
    if (real !== undefined) return isInside(folders, path.join(real, path.relative(at, path.resolve(file))));
    // A link that leads nowhere: it would be filled elsewhere.
    if (isThere(at) || path.dirname(at) === at) return false;
  }
}
