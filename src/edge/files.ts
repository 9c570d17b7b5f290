import { readFileSync } from 'node:fs';

import { err, ok, type Result } from '../result.js';

/** What a path should lead to: it decides what a person is told to do. */
export type FileKind = 'plan' | 'configuration' | 'report';

/** Reads a file, or standard input for `-`. The error says what is wrong and what to do, without the path. */
export function readBytes(path: string, kind: FileKind = 'plan'): Result<Uint8Array, string> {
  try {
    return ok(readFileSync(path === '-' ? 0 : path));
  } catch (error) {
    return err(explain(error, kind));
  }
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
  configuration: new Map([
    ['ENOENT', 'does not exist. Name the configuration file, or leave --config out'],
    ['EISDIR', 'is a directory. Name the configuration file in it'],
  ]),
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
