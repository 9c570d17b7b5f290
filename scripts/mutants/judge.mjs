/** Judges mutants in a copy that has them all: runs the tests that reach one, the nearest first, until one fails. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export const GOLDEN = 'test/golden.test.ts';

/** A file that takes that much more than it did without the mutant does not end. */
const HANG_FACTOR = 8;
const HANG_SECONDS = 10;

/** Only a test that has nothing to wait for can be said to hang because its time is up. */
const QUICK_SECONDS = 5;

/** In a file that takes longer, tests that do not reach the mutant are left out. */
const LONG_SECONDS = 2;

/** The test processes that run now; they go with this one. */
const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) killGroup(child);
    process.exit(1);
  });
}

/**
 * How the tests do without a mutant: for each file `{ failed, cpu, reached, tests }`, with seconds of processor time and
 * the mutants that are reached by the file as a whole (when it is loaded), and by each test.
 */
export async function baselineOf(made, tests) {
  const all = Object.fromEntries(tests.filter((test) => test !== GOLDEN).map((test) => [test, null]));
  const golden = await run({ ...made, args: goldenArgs(made) });
  const jest = await run({ ...made, args: await jestArgs(made, all) });
  const events = [...golden.events, ...jest.events];
  return Object.fromEntries(
    tests.map((file) => [file, summary(events.filter((event) => event.file === file))]),
  );
}

function summary(events) {
  const end = events.find(({ event }) => event === 'end');
  return {
    failed: end === undefined || events.some(({ event }) => event === 'fail'),
    cpu: round(end?.cpu ?? 0),
    reached: end?.reached ?? [],
    tests: events.flatMap(({ event, name, reached, cpu }) =>
      event === 'test' ? [{ name, reached, cpu }] : [],
    ),
  };
}

/**
 * The verdict on a mutant: killed, survived (all tests that reach it pass), or not decided (some did not fit into the
 * seconds of processor time). `distances`: how far each test is from the mutant's file, by imports.
 */
export async function judge({ made, mutant, distances, baseline, seconds }) {
  const started = Date.now();
  const byGolden = await judgeByGolden({ made, mutant, baseline });
  const { verdict, ...rest } =
    byGolden.verdict === 'killed'
      ? byGolden
      : await judgeByJest({ made, mutant, distances, baseline, seconds });
  return { verdict, ...rest, seconds: round((Date.now() - started) / 1000) };
}

async function judgeByGolden({ made, mutant, baseline }) {
  const { reached, tests } = baseline[GOLDEN];
  const cases = tests
    .filter((test) => reached.includes(mutant.id) || test.reached.includes(mutant.id))
    .sort((a, b) => a.cpu - b.cpu)
    .map(({ name }) => name);
  if (cases.length === 0) return { verdict: 'survived' };
  const args = goldenArgs(made, JSON.stringify(cases));
  return verdictOf(await run({ ...made, mutant, args, isOver: overIn(baseline) }), [GOLDEN], baseline);
}

async function judgeByJest({ made, mutant, distances, baseline, seconds }) {
  const related = orderedTests(mutant, distances, baseline);
  let left = seconds;
  const taken = related.filter(({ cost }) => {
    if (cost > left) return false;
    left -= cost;
    return true;
  });
  const missing = related.length - taken.length;
  const outcome = { related: related.length, missing };
  const isAll = missing === 0;
  // Without a name jest would run all.
  if (taken.length === 0) return { verdict: isAll ? 'survived' : 'not decided', ...outcome };
  const args = await jestArgs(made, Object.fromEntries(taken.map(({ file, names }) => [file, names])));
  const files = taken.map(({ file }) => file);
  const verdict = verdictOf(await run({ ...made, mutant, args, isOver: overIn(baseline) }), files, baseline);
  const isPart = verdict.verdict === 'survived' && !isAll;
  return { ...verdict, verdict: isPart ? 'not decided' : verdict.verdict, ...outcome };
}

/** The tests that reach a mutant: those of the name of its file, then those that import it, then the quick ones. */
function orderedTests(mutant, distances, baseline) {
  const stem = stemOf(mutant.file);
  const rank = (file) => (stemOf(file) === stem ? 0 : distances.get(file) === 1 ? 1 : 2);
  return Object.entries(baseline)
    .filter(([file, { failed }]) => file !== GOLDEN && !failed)
    .flatMap(([file, it]) => (reaches(it, mutant) ? [{ file, ...testsIn(it, mutant) }] : []))
    .sort((a, b) => rank(a.file) - rank(b.file) || a.cost - b.cost);
}

function reaches({ reached, tests }, { id }) {
  return reached.includes(id) || tests.some((test) => test.reached.includes(id));
}

function testsIn({ reached, cpu, tests }, { id }) {
  if (cpu < LONG_SECONDS || reached.includes(id)) return { names: null, cost: cpu };
  const [near, far] = [true, false].map((is) => tests.filter((test) => test.reached.includes(id) === is));
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

function goldenArgs({ golden }, ...cases) {
  return [path.join(import.meta.dirname, 'golden.mjs'), golden, ...cases];
}

/** Test files in that order, one process for all; for each the names of its tests, or null for all of them. */
async function jestArgs({ copy, work }, tests) {
  const { base } = await import(pathToFileURL(path.join(copy, 'jest.config.js')));
  const config = path.join(work, 'jest.config.json');
  const here = (name) => path.join(import.meta.dirname, name);
  const own = { ...base, rootDir: copy, testEnvironment: here('environment.mjs') };
  // What it builds, switchedCopy has built.
  delete own.globalSetup;
  writeFileSync(config, JSON.stringify({ ...own, testSequencer: here('order-sequencer.mjs') }));
  writeFileSync(path.join(work, 'tests.json'), JSON.stringify(tests));
  return [
    '--experimental-vm-modules',
    '--no-warnings',
    '--max-old-space-size=3000',
    'node_modules/jest/bin/jest.js',
    '--runInBand',
    `--config=${config}`,
    `--reporters=${here('fail-reporter.mjs')}`,
    '--runTestsByPath',
    ...Object.keys(tests),
  ];
}

/** Runs Node in the copy, in a process of its own group, until it ends, or is to be stopped if anybody asks. */
async function run({ copy, work, built, mutant, args, isOver }) {
  const progress = path.join(work, 'progress.jsonl');
  rmSync(progress, { force: true });
  const env = {
    ...process.env,
    CCE_PLAN_GUARD_BUILT: built,
    MUTANTS_PROGRESS: progress,
    MUTANTS_TESTS: path.join(work, 'tests.json'),
    ...(mutant === undefined ? {} : { MUTANT: mutant.id }),
  };
  const child = spawn(process.execPath, args, { cwd: copy, env, stdio: 'ignore', detached: true });
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
