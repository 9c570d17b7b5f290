import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

let building: Promise<string> | undefined;

/**
 * The folder of the Action as a user's runner has it: action.yml's package.json and a fresh dist/, which is not the
 * committed one. Made once for each test file, and removed when the process ends.
 */
export function builtAction(): Promise<string> {
  return (building ??= build());
}

async function build(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  await promisify(execFile)(process.execPath, ['scripts/build.mjs', path.join(folder, 'dist')], {
    cwd: ROOT,
  });
  return folder;
}
