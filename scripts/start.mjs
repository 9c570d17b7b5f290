/**
 * What each program of dist/ starts with: the core, run as a script whose compiled form may be kept, so that there is one
 * of it in a process. build.mjs makes dist/start.js of this.
 */
/* global require -- build.mjs makes it */
import { compiledFolder, compiledScript } from '../src/edge/compiled.ts';

/** What is large and not used by each run is loaded when something of it is first asked for. */
const LATE = new Set([
  'node:crypto',
  'node:perf_hooks',
  'node:timers/promises',
  'node:url',
  'node:fs/promises',
]);

const requireLate = (name) =>
  LATE.has(name) ? new Proxy({}, { get: (_, key) => require(name)[key] }) : require(name);

const script = compiledScript(new URL('./core.cjs', import.meta.url), compiledFolder(process.env));
const module = { exports: {} };
script.value(module, requireLate, (file) => import(file), import.meta.url);

export const core = module.exports;

/** Of the command line. A check that came to a verdict has run most of the functions that others will run. */
export async function runProgram(thread) {
  const status = await core.runProgram(thread);
  if (status !== 2 && process.argv[2] === 'check') process.once('exit', keep);
  return status;
}

/** What cannot be written is compiled again by the next run. */
function keep() {
  const kept = script.toKeep();
  if (kept !== undefined) core.late().writeWhole(kept.file, kept.bytes, { makesFolder: true, mode: 0o600 });
}
