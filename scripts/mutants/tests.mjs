/**
 * Runs test files in one process, without jest, which takes seconds for each.
 *
 *   node tests.mjs BUNDLES LIST     LIST: a file with { test file: names of its tests, or null for all }, in order
 *
 * Writes down how each test ends. With a mutant it ends at the first that fails; without one it writes down as well
 * which mutants each test reaches.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { addEventHandler, getState, resetState, run } from 'jest-circus';

const [bundles, list] = process.argv.slice(2);
const { MUTANT, MUTANTS_PROGRESS } = process.env;
const TIMEOUT_MS = 30_000;

const current = { file: '', names: null, started: 0, outside: new Set() };

addEventHandler(({ name, test }) => {
  if (name === 'test_start') start(test);
  if (name === 'test_done') done(test);
});

for (const [file, names] of Object.entries(JSON.parse(readFileSync(list, 'utf8')))) {
  Object.assign(current, { file, names, outside: new Set() });
  const started = processorSeconds();
  write({ event: 'start' });
  resetState();
  getState().testTimeout = TIMEOUT_MS;
  try {
    await import(pathToFileURL(path.join(bundles, file.replace(/\.ts$/, '.js'))));
  } catch (error) {
    fail('', error);
  }
  await run();
  keepOutside();
  write({ event: 'end', reached: [...current.outside], cpu: processorSeconds() - started });
}
process.exit();

function start(test) {
  keepOutside();
  current.started = processorSeconds();
  if (current.names?.includes(fullName(test)) === false) test.mode = 'skip';
}

function done(test) {
  const name = fullName(test);
  const [error] = test.errors;
  if (error !== undefined)
    fail(
      name,
      [error].flat().find((one) => one !== undefined),
    );
  write({ event: 'test', name, reached: takeReached(), cpu: processorSeconds() - current.started });
}

function fail(name, error) {
  write({ event: 'fail', name, message: String(error?.message ?? error) });
  if (MUTANT !== undefined) process.exit(1);
}

function fullName(test) {
  const names = [];
  for (let at = test; at.parent !== undefined; at = at.parent) names.unshift(at.name);
  return names.join(' ');
}

/** What is reached while no test runs, all tests of the file may depend on. */
function keepOutside() {
  for (const id of takeReached()) current.outside.add(id);
}

function takeReached() {
  const reached = [...(globalThis.mutantsReached ?? [])];
  globalThis.mutantsReached?.clear();
  return reached;
}

/** At once: it must be known how far a process came that is stopped. */
function write(event) {
  appendFileSync(MUTANTS_PROGRESS, `${JSON.stringify({ ...event, file: current.file })}\n`);
}

function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
