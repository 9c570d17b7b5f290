/** Judges mutants in a copy that has them all: runs the tests that reach one, the nearest first, until one fails. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const GOLDEN = 'test/golden.test.ts';

/** A file that takes that much more than it did without the mutant does not end. */
const HANG_FACTOR = 3;
const HANG_SECONDS = 10;

/** Only a test that has nothing to wait for can be said to hang because its time is up. */
const QUICK_SECONDS = 5;

/** In a file that takes longer, tests that do not reach the mutant are left out. */
const LONG_SECONDS = 0.5;

/** The test processes that run now; they go with this one. */
const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) killGroup(child);
    process.exit(1);
  });
}

/**
 * How a test file does without a mutant: `{ cpu, reached, tests, broken }`, with seconds of processor time and the mutants
 * that are reached by the file as a whole (when it is loaded), and by each test. Broken: names of tests that fail
 * without a mutant. In a process of its own: what another file has computed and kept would not be reached.
 */
export async function baselineOf(made, file) {
  return summary((await run({ ...made, tests: { [file]: null } })).events);
}

function summary(events) {
  const end = events.find(({ event }) => event === 'end');
  const broken = events.filter(({ event }) => event === 'fail').map(({ name }) => name);
  const tests = events.filter(({ event, name }) => event === 'test' && !broken.includes(name));
  return {
    cpu: round(end?.cpu ?? 0),
    reached: end?.reached ?? [],
    tests: tests.map(({ name, reached, cpu }) => ({ name, reached, cpu })),
    broken: end === undefined ? ['the file'] : broken,
  };
}

/**
 * The verdict on a mutant: killed, survived (all tests that reach it pass), or not decided (some did not fit into the
 * seconds of processor time). `distances`: how far each test is from the mutant's file, by imports.
 */
export async function judge({ made, mutant, distances, baseline, seconds }) {
  const started = Date.now();
  const related = orderedTests(mutant, distances, baseline);
  let left = seconds;
  const taken = related.filter(({ cost }) => {
    if (cost > left) return false;
    left -= cost;
    return true;
  });
  const missing = related.length - taken.length;
  const tests = Object.fromEntries(taken.map(({ file, names }) => [file, names]));
  const outcome = await run({ ...made, mutant, tests, isOver: overIn(baseline) });
  const verdict = verdictOf(
    outcome,
    taken.map(({ file }) => file),
    baseline,
  );
  const isPart = verdict.verdict === 'survived' && missing > 0;
  return {
    ...verdict,
    verdict: isPart ? 'not decided' : verdict.verdict,
    related: related.length,
    missing,
    seconds: round((Date.now() - started) / 1000),
  };
}

/** The tests that reach a mutant: those of the name of its file, golden reports, those that import it, the quick ones. */
function orderedTests(mutant, distances, baseline) {
  const stem = stemOf(mutant.file);
  const rank = (file) =>
    stemOf(file) === stem ? 0 : file === GOLDEN ? 1 : distances.get(file) === 1 ? 2 : 3;
  return Object.entries(baseline)
    .flatMap(([file, it]) => (reaches(it, mutant) ? [{ file, ...testsIn(it, mutant) }] : []))
    .sort((a, b) => rank(a.file) - rank(b.file) || a.cost - b.cost);
}

function reaches({ reached, tests }, { id }) {
  return reached.includes(id) || tests.some((test) => test.reached.includes(id));
}

/** The names of the tests to run, or null for all, and what they cost. */
function testsIn({ reached, cpu, tests, broken }, { id }) {
  const isWhole = cpu < LONG_SECONDS || reached.includes(id);
  if (isWhole && broken.length === 0) return { names: null, cost: cpu };
  const [near, far] = [true, false].map((is) =>
    tests.filter((test) => (isWhole || test.reached.includes(id)) === is),
  );
  return { names: near.map(({ name }) => name), cost: cpu - far.reduce((sum, test) => sum + test.cpu, 0) };
}

function stemOf(file) {
  return path.basename(file).split('.')[0];
}

/** Whether a run is to be stopped: a file that does not end. */
function overIn(baseline) {
  return ({ current, cpu }) => {
    if (current === undefined) return cpu > HANG_SECONDS + HANG_SECONDS;
    return cpu > Math.max(HANG_SECONDS, HANG_FACTOR * baseline[current.file].cpu);
  };
}

function verdictOf({ events, isStopped, code }, files, baseline) {
  const failure = events.find(({ event }) => event === 'fail');
  const current = running(events);
  if (failure !== undefined) {
    const message = firstLine(failure.message);
    const isSlow = /Exceeded timeout/.test(message) && baseline[failure.file].cpu > QUICK_SECONDS;
    return { verdict: isSlow ? 'not decided' : 'killed', by: failure.file, test: failure.name, message };
  }
  if (isStopped) return { verdict: 'killed', by: current?.file ?? files[0], message: 'does not end' };
  if (events.filter(({ event }) => event === 'end').length === files.length) return { verdict: 'survived' };
  return {
    verdict: 'killed',
    by: current?.file ?? files[0],
    message: `the process ended with ${String(code)}`,
  };
}

function firstLine(message) {
  return message.replaceAll(/\u001b\[\d+m/g, '').split('\n')[0];
}

function running(events) {
  const last = events.findLast(({ event }) => event === 'start' || event === 'end');
  return last?.event === 'start' ? last : undefined;
}

/** Runs tests in a process of its own group, until it ends, or is to be stopped if anybody asks. */
async function run({ copy, work, bundles, mutant, tests, isOver }) {
  const progress = path.join(work, 'progress.jsonl');
  const list = path.join(work, 'tests.json');
  rmSync(progress, { force: true });
  writeFileSync(list, JSON.stringify(tests));
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'tests.mjs'), bundles, list], {
    cwd: copy,
    env: {
      ...process.env,
      MUTANTS_PROGRESS: progress,
      ...(mutant === undefined ? {} : { MUTANT: mutant.id }),
    },
    stdio: 'ignore',
    detached: true,
  });
  children.add(child);
  const exit = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  const seen = { started: 0, cpu: 0 };
  let isStopped = false;
  for (;;) {
    const code = await (isOver === undefined ? exit : Promise.race([exit, wait(500)]));
    const events = eventsIn(progress);
    if (code !== undefined) {
      children.delete(child);
      return { code, isStopped, events };
    }
    if (isStopped || child.exitCode !== null) continue;
    const starts = events.filter(({ event }) => event === 'start').length;
    const cpu = secondsOf(child.pid);
    if (starts > seen.started) Object.assign(seen, { started: starts, cpu });
    isStopped = isOver({ current: running(events), cpu: cpu - seen.cpu }) === true;
    if (isStopped) killGroup(child);
  }
}

/** The whole group: tests run processes of their own. */
function killGroup({ pid }) {
  process.kill(-pid, 'SIGKILL');
}

function eventsIn(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.slice(0, -1).map((line) => JSON.parse(line));
}

/** Seconds of processor time of a process and of those of its children that have ended, as Linux tells it. */
function secondsOf(pid) {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return 0;
  const fields = readFileSync(stat, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

function round(value) {
  return Math.round(value * 10) / 10;
}
