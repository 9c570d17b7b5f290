/** Before all tests: builds what the tests run that need the built step or command; not the committed dist/. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export default function () {
  const folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-built-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  // As a user's runner has it: action.yml names dist/index.js, and the package is one of modules.
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  execFileSync(process.execPath, ['scripts/build.mjs', path.join(folder, 'dist')], {
    cwd: path.join(import.meta.dirname, '..', '..'),
  });
  // Workers get the environment of this process.
  process.env['CCE_PLAN_GUARD_BUILT'] = folder;
}
