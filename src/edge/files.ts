import { readFileSync } from 'node:fs';

import { err, ok, type Result } from '../result.js';

/** Reads a file, or standard input for `-`. The error says what is wrong and what to do, without the path. */
export function readBytes(path: string): Result<Uint8Array, string> {
  try {
    return ok(readFileSync(path === '-' ? 0 : path));
  } catch (error) {
    return err(explain(error));
  }
}

const EXPLANATIONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'does not exist. Make it: terraform show -json FILE > plan.json'],
  ['EISDIR', 'is a directory. Name the plan file in it'],
  ['EACCES', 'may not be read. Check the permissions of the file'],
  ['ENOTDIR', 'does not exist: a part of its path is a file'],
  [
    'EAGAIN',
    'gives nothing to read. Pipe the plan into it: terraform show -json FILE | cce-plan-guard check -',
  ],
  [
    'ERR_FS_FILE_TOO_LARGE',
    'is larger than 2 GiB, which this version cannot read. Split the plan by root module',
  ],
]);

/** The system's error in words for people. */
export function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return EXPLANATIONS.get(code) ?? `cannot be opened${code === '' ? '' : ` (${code})`}`;
}
