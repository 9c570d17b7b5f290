import {
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
} from 'node:fs';
import path from 'node:path';

import { firstOfEach } from '../collections.js';
import { LARGE_BYTES, type PlanBytes } from '../plan/document/bytes/source.js';
import { err, ok, type Result } from '../result.js';

/** What a path should lead to: it decides what a person is told to do. */
export type FileKind = 'plan' | 'facts' | 'configuration' | 'clouds' | 'report';

/** No file that people write by hand is larger. */
export const FILE_LIMIT_BYTES = 5_000_000;

const LIMITED: readonly FileKind[] = ['configuration', 'clouds'];

/**
 * Reads a regular file, or standard input for `-`: a pipe or a device may have no end. The error says what is wrong and
 * what to do, without the path.
 */
export function readBytes(file: string, kind: FileKind = 'plan'): Result<Uint8Array, string> {
  try {
    if (file === '-') return ok(readFileSync(0));
    // Opened without waiting for whoever would write into a pipe.
    const opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = fstatSync(opened);
      if (!status.isFile() && !status.isDirectory()) return err(fileTrouble('ENDLESS', kind));
      if (LIMITED.includes(kind) && status.size > FILE_LIMIT_BYTES)
        return err(fileTrouble('TOO_LARGE', kind));
      return ok(readFileSync(opened));
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    return err(explain(error, kind));
  }
}

/**
 * The same for a plan, which may have any size: a large one is left where it is, and so is one of several, which need
 * not be in memory all at once.
 */
export function openPlanFile(file: string, isOneOfSeveral = false): Result<PlanBytes, string> {
  try {
    if (file === '-') return ok(readPipe());
    const opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const status = fstatSync(opened);
    if (status.isFile() && status.size >= LARGE_BYTES) {
      // It stays open to the end of the process: what is judged is one file, whatever becomes of its name.
      const read = (target: Uint8Array, from: number): number =>
        readSync(opened, target, 0, target.length, from);
      return ok({ file, length: status.size, read });
    }
    closeSync(opened);
    return status.isFile() && isOneOfSeveral
      ? ok({ file, length: status.size, read: (target, from) => readOnce(file, target, from) })
      : readBytes(file);
  } catch (error) {
    return err(explain(error, 'plan'));
  }
}

/** Where a plan was left; undefined when its bytes are here. */
export function fileBehind(bytes: PlanBytes): string | undefined {
  return bytes instanceof Uint8Array ? undefined : bytes.file;
}

/** Open for no longer than that: of open files there may not be many. */
function readOnce(file: string, target: Uint8Array, from: number): number {
  const opened = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return readSync(opened, target, 0, target.length, from);
  } finally {
    closeSync(opened);
  }
}

/** Standard input to its end, in parts that need not be put together. */
function readPipe(): PlanBytes {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = new Uint8Array(PART_BYTES);
    let length = 0;
    for (let more = -1; more !== 0 && length < part.length; length += more)
      more = readSync(0, part, length, part.length - length, null);
    parts.push(part.subarray(0, length));
    if (length < part.length) break;
  }
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const read = (target: Uint8Array, from: number): number => {
    const part = parts[Math.floor(from / PART_BYTES)]?.subarray(from % PART_BYTES).subarray(0, target.length);
    if (part === undefined) return 0;
    target.set(part);
    return part.length;
  };
  return { length: parts.reduce((sum, { length }) => sum + length, 0), read };
}

const PART_BYTES = 2 ** 23;

/** The text of a small file; undefined when it cannot be read. */
export function readText(file: string): string | undefined {
  const bytes = readBytes(file, 'configuration');
  return bytes.ok ? new TextDecoder().decode(bytes.value) : undefined;
}

/**
 * The text of a small file that lies in one of these folders, links resolved; undefined when there surely is none. The
 * error says what is wrong, without the path.
 *
 * @param folders without links
 */
export function readTextIn(folders: readonly string[], file: string): Result<string | undefined, string> {
  if (!isThere(file)) return ok(undefined);
  const real = realPath(file);
  if (real !== undefined && !isInside(folders, real)) return err(fileTrouble('OUTSIDE', 'configuration'));
  const bytes = readBytes(file, 'configuration');
  return bytes.ok ? ok(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.value)) : bytes;
}

/** The first of these files that is there; undefined when none is. */
export function findFile(files: readonly string[]): string | undefined {
  return files.find((file) => existsSync(file));
}

/** Whether something has this name, be it a link that leads nowhere. What may not be looked at is there. */
export function isThere(name: string): boolean {
  try {
    return lstatSync(name, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return codeOf(error) !== 'ENOTDIR';
  }
}

/** What makes a name a glob. */
export const MAGIC = /[*?[\]{}()]/;

/** The files of a folder, each once, whatever their names are; `-` is standard input. */
export function distinctFiles(files: readonly string[], folder = '.'): readonly string[] {
  return firstOfEach(files, (file) => {
    const place = path.resolve(folder, file);
    return file === '-' ? file : (realPath(place) ?? place);
  });
}

/** Adds to a file; false when that does not work. */
export function appendText(file: string, text: string): boolean {
  try {
    appendFileSync(file, text);
    return true;
  } catch {
    return false;
  }
}

/** A file or folder without links; undefined when it is not there. */
export function realPath(name: string): string | undefined {
  try {
    return realpathSync.native(name);
  } catch {
    return undefined;
  }
}

/** Whether a path is a folder's own, or below it. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** The same for one of several folders. */
export function isInside(folders: readonly string[], file: string): boolean {
  return folders.some((folder) => isWithin(folder, file));
}

/** A path below a folder with forward slashes, as a repository names it; '' for the folder itself. */
export function pathWithin(folder: string, file: string): string {
  return path.relative(folder, file).replaceAll(path.sep, '/');
}

type Explanations = ReadonlyMap<string, string>;

const OF_KIND: Readonly<Record<FileKind, Explanations>> = {
  plan: new Map([
    ['ENOENT', 'does not exist. Make it: terraform show -json FILE > plan.json'],
    ['EISDIR', 'is a directory. Name the plan file in it'],
    [
      'EAGAIN',
      'gives nothing to read. Pipe the plan into it: terraform show -json FILE | cce-plan-guard check -',
    ],
    [
      'ERR_FS_FILE_TOO_LARGE',
      'is larger than 2 GiB, which this version cannot read. Split the plan by root module',
    ],
    [
      'ENDLESS',
      'is a pipe or a device, not a file. Pipe the plan in: terraform show -json FILE | cce-plan-guard check -',
    ],
  ]),
  facts: new Map([
    ['ENOENT', 'does not exist. Make it: cce-plan-guard facts --plan plan.json --output facts.json'],
    ['EISDIR', 'is a directory. Name the file of facts in it'],
    ['ERR_FS_FILE_TOO_LARGE', 'is larger than 2 GiB, which this version cannot read. Split it'],
  ]),
  configuration: new Map([
    ['ENOENT', 'does not exist. Name the configuration file, or leave --config out'],
    ['EISDIR', 'is a directory. Name the configuration file in it'],
  ]),
  clouds: new Map([['EISDIR', 'is a directory. Name the file in it']]),
  report: new Map([
    ['ENOENT', 'is in a folder that does not exist. Make the folder first'],
    ['EISDIR', 'is a directory. Name a file in it'],
  ]),
};

const NO_ROOM = 'does not fit on the disk. Make room, or name another place';

const OF_ALL: Explanations = new Map([
  ['EACCES', 'may not be opened. Check the permissions of the file'],
  ['ENOTDIR', 'does not exist: a part of its path is a file'],
  ['ENOSPC', NO_ROOM],
  ['EDQUOT', NO_ROOM],
  ['EFBIG', NO_ROOM],
  ['ENDLESS', 'is a pipe or a device, not a file. Name a file'],
  [
    'TOO_LARGE',
    `is larger than ${FILE_LIMIT_BYTES / 1_000_000} MB, as no file of its kind is. Name the right one`,
  ],
  ['OUTSIDE', 'leads out of the workspace and of the runner’s temporary folder'],
  ['LINK', 'is a link, which is not followed. Name the file itself'],
]);

/** The system's error in words for people. */
export function explain(error: unknown, kind: FileKind): string {
  return fileTrouble(codeOf(error), kind);
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** A code of the system, or one of ours for what the system would do and we do not. */
export function fileTrouble(code: string, kind: FileKind): string {
  const known = OF_KIND[kind].get(code) ?? OF_ALL.get(code);
  return known ?? `cannot be opened${code === '' ? '' : ` (${code})`}`;
}
