/** Judges mutants: runs tests on a copy of the tree that has the mutant in it, the nearest first. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { applied } from './mutate.mjs';
import { processorSeconds } from './progress-reporter.mjs';

export const GOLDEN = 'test/golden.test.ts';

/** A file that takes that much more than it did without the mutant does not end. */
const HANG_FACTOR = 8;
const HANG_SECONDS = 20;

/** Only a test that has nothing to wait for can be said to hang because its time is up. */
const QUICK_SECONDS = 5;

/** Running test files, one process for all, in the given order, until the first that fails. */
const JEST = [
  '--experimental-vm-modules',
  '--no-warnings',
  '--max-old-space-size=3000',
  'node_modules/jest/bin/jest.js',
  '--runInBand',
  `--reporters=${path.join(import.meta.dirname, 'progress-reporter.mjs')}`,
  `--testSequencer=${path.join(import.meta.dirname, 'order-sequencer.mjs')}`,
];

/** The test processes that run now; they go with this one. */
const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) killGroup(child);
    process.exit(1);
  });
}

/** How each test file does without a mutant: seconds of processor time, and whether it fails. */
export async function baselineOf(copy, tests) {
  const { events } = await runTests({ copy, tests, bail: false, isOver: () => undefined });
  return Object.fromEntries(
    ended(events).map(({ file, cpu, failed }) => [file, { cpu: round(cpu), failed: failed > 0 }]),
  );
}

/**
 * The verdict on a mutant: killed, survived (all tests that load the file pass), or not decided (time was up).
 * `limits`: `cpu` seconds of tests by the baseline, and `wall` seconds on the clock. `passed` are test files that
 * have passed with this mutant before.
 */
export async function judge({ copy, mutant, distances, baseline, limits, passed }) {
  const related = orderedTests(mutant.file, distances, baseline);
  const left = related.filter((test) => !passed.includes(test));
  const tests = withinBudget(left, baseline, limits.cpu);
  // Without a name jest would run all.
  if (tests.length === 0) {
    return {
      verdict: left.length === 0 ? 'survived' : 'not decided',
      passed,
      related: related.length,
      seconds: 0,
    };
  }
  const file = path.join(copy, mutant.file);
  const text = readFileSync(file, 'utf8');
  if (text.slice(mutant.start, mutant.end) !== mutant.before)
    throw new Error(`${mutant.id} is not at its place`);
  writeFileSync(file, applied(text, mutant));
  const started = Date.now();
  try {
    const run = await runTests({ copy, tests, bail: true, isOver: overIn(baseline, limits) });
    const verdict = verdictOf(run, tests, baseline);
    const isPart = verdict.verdict === 'survived' && tests.length < left.length;
    const fine = ended(run.events).filter(({ failed }) => failed === 0);
    return {
      ...verdict,
      verdict: isPart ? 'not decided' : verdict.verdict,
      passed: [...passed, ...fine.map((event) => event.file)],
      related: related.length,
      seconds: round((Date.now() - started) / 1000),
    };
  } finally {
    writeFileSync(file, text);
  }
}

/** Golden reports, then the tests of that name, then those that import the file, then the quick ones. */
function orderedTests(file, distances, baseline) {
  const rank = (test) =>
    test === GOLDEN ? 0 : stem(test) === stem(file) ? 1 : distances.get(test) === 1 ? 2 : 3;
  return [...distances.keys()]
    .filter((test) => baseline[test]?.failed === false)
    .sort((a, b) => rank(a) - rank(b) || baseline[a].cpu - baseline[b].cpu);
}

function stem(file) {
  return path.basename(file).split('.')[0];
}

function withinBudget(tests, baseline, cpu) {
  let left = cpu;
  return tests.filter((test) => {
    if (baseline[test].cpu > left) return false;
    left -= baseline[test].cpu;
    return true;
  });
}

/** Whether a run is to be stopped: a file that does not end, or no time left. */
function overIn(baseline, limits) {
  return ({ current, cpu, wall }) => {
    if (wall > limits.wall) return 'time is up';
    if (current === undefined) return undefined;
    const most = Math.max(HANG_SECONDS, HANG_FACTOR * baseline[current.file].cpu);
    return cpu - current.cpu > most ? 'does not end' : undefined;
  };
}

function verdictOf({ events, stopped, code }, tests, baseline) {
  const current = running(events);
  const failure = ended(events).find(({ failed }) => failed > 0);
  if (failure !== undefined) {
    const message = firstLine(failure.message);
    const isSlow = /Exceeded timeout/.test(message) && baseline[failure.file].cpu > QUICK_SECONDS;
    return { verdict: isSlow ? 'not decided' : 'killed', by: failure.file, test: failure.name, message };
  }
  if (stopped === 'does not end') return { verdict: 'killed', by: current.file, message: 'does not end' };
  if (stopped !== undefined) return { verdict: 'not decided', message: stopped };
  if (ended(events).length === tests.length) return { verdict: 'survived' };
  return {
    verdict: 'killed',
    by: current?.file ?? GOLDEN,
    message: `the process ended with ${String(code)}`,
  };
}

function firstLine(message) {
  return message.replaceAll(/\u001b\[\d+m/g, '').split('\n')[0];
}

/** Files that have ended, each with its own processor time. */
function ended(events) {
  return events.flatMap((event, i) =>
    event.event === 'end' ? [{ ...event, cpu: event.cpu - (events[i - 1]?.cpu ?? 0) }] : [],
  );
}

function running(events) {
  const last = events.at(-1);
  return last?.event === 'start' ? last : undefined;
}

async function runTests({ copy, tests, bail, isOver }) {
  const progress = `${copy}.progress`;
  const order = `${copy}.order`;
  rmSync(progress, { force: true });
  writeFileSync(order, JSON.stringify(tests));
  const child = spawn(
    process.execPath,
    [...JEST, ...(bail ? ['--bail'] : []), '--runTestsByPath', ...tests],
    {
      cwd: copy,
      env: { ...process.env, MUTANTS_PROGRESS: progress, MUTANTS_ORDER: order },
      stdio: 'ignore',
      detached: true,
    },
  );
  const exit = new Promise((resolve) =>
    child.once('exit', (code, signal) => resolve({ code: code ?? signal })),
  );
  const started = Date.now();
  let stopped;
  for (;;) {
    const end = await Promise.race([exit, wait(500)]);
    const events = eventsIn(progress);
    if (end !== undefined) return { ...end, stopped, events };
    if (stopped !== undefined || child.exitCode !== null) continue;
    const wall = (Date.now() - started) / 1000;
    stopped = isOver({ current: running(events), cpu: processorSeconds(child.pid), wall });
    if (stopped !== undefined) killGroup(child);
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

function round(value) {
  return Math.round(value * 10) / 10;
}
