import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { err, ok, type Result } from '../result.js';

/** What a path should lead to: it decides what a person is told to do. */
export type FileKind = 'plan' | 'facts' | 'configuration' | 'clouds' | 'report';

/** Reads a file, or standard input for `-`. The error says what is wrong and what to do, without the path. */
export function readBytes(file: string, kind: FileKind = 'plan'): Result<Uint8Array, string> {
  try {
    return ok(readFileSync(file === '-' ? 0 : file));
  } catch (error) {
    return err(explain(error, kind));
  }
}

/** The text of a file; undefined when it cannot be read. */
export function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The first of these files that is there; undefined when none is. */
export function findFile(files: readonly string[]): string | undefined {
  return files.find((file) => existsSync(file));
}

/**
 * Writes a file whole or not at all: a reader never sees half of it. What is no plain file (a pipe, `/dev/stdout`) is
 * written to as it is. Throws the system's error.
 */
export function writeWhole(file: string, text: string): void {
  const target = realPath(file) ?? file;
  if (existsSync(target) && !statSync(target).isFile()) {
    writeFileSync(target, text);
    return;
  }
  const part = `${target}.${process.pid}.part`;
  try {
    writeFileSync(part, text);
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Writes a file and the folders above it; false when that does not work. */
export function saveText(file: string, text: string): boolean {
  return works(() => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  });
}

/** Adds to a file; false when that does not work. */
export function appendText(file: string, text: string): boolean {
  return works(() => appendFileSync(file, text));
}

function works(act: () => void): boolean {
  try {
    act();
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

const OF_ALL: Explanations = new Map([
  ['EACCES', 'may not be opened. Check the permissions of the file'],
  ['ENOTDIR', 'does not exist: a part of its path is a file'],
  ['ENOSPC', 'does not fit on the disk. Make room, or name another place'],
]);

/** The system's error in words for people. */
export function explain(error: unknown, kind: FileKind): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const known = OF_KIND[kind].get(code) ?? OF_ALL.get(code);
  return known ?? `cannot be opened${code === '' ? '' : ` (${code})`}`;
}
