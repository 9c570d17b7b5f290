/**
 * `npm run check`, the inner loop: types, lint and format of changed files, tests that changed files concern.
 *
 *   npm run check                    what differs from the last commit, new files too
 *   npm run check -- --since main    what differs from another one
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { ROOT, runLanes } from './steps.mjs';

const { since } = parseArgs({ options: { since: { type: 'string', default: 'HEAD' } } }).values;

const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\n');
const changed = [
  ...git('diff', '--name-only', '--relative', since),
  ...git('ls-files', '--others', '--exclude-standard'),
].filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
const code = changed.filter((file) => /\.[cm]?[jt]s$/.test(file));

const typed = [{ script: 'typecheck' }];
const linted = code.length === 0 ? [] : [{ script: 'lint:files', args: code }];
const formatted = changed.length === 0 ? [] : [{ script: 'format:files', args: changed }];
const related = { script: 'test:unit', args: ['--changedSince', since, '--passWithNoTests'], isLive: true };

process.exitCode = await runLanes([[...linted, ...typed, ...formatted], [related]]);
