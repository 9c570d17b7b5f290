/** Runs commands one after the other and says what they cost: the process and its threads as the kernel counts them. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** GNU time, which tells processor time and the most memory of any command. */
const TIME = '/usr/bin/time';
const RUNS = 5;
/** What takes longer is run once: it is worth more than what other runs would say of chance. */
const LONG_MS = 4000;

/** A new folder for plans, and how to take it away. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'plans-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Whether a command is there. */
export function isInstalled(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

/** With which `timeout` ends when the time is over. */
const TOO_LATE = 124;

/** Runs `$2…` and writes to the file `$1` what it costs. */
const TIMED = `told=$1; shift; exec ${TIME} -o "$told" -f '%U %S %M' "$@"`;
/** The same, with a file as its input that another process sends, as `terraform show -json` does. */
const PIPED = `told=$1; sent=$2; shift 2; cat "$sent" | ${TIME} -o "$told" -f '%U %S %M' "$@"`;

/** Runs a command so many times, for processor time is told in hundredths of a second; ends as it does when it fails. */
const REPEATED =
  'n=$1; shift; while [ "$n" -gt 0 ]; do "$@"; s=$?; [ $s -le 1 ] || exit $s; n=$((n-1)); done; exit $s';

/**
 * What commands are given: certificates of the machine cost each start of Node more than the start, and what an earlier run
 * of the check has compiled is there on few machines.
 */
const { NODE_EXTRA_CA_CERTS: _, ...machine } = process.env;
const ENVIRONMENT = { ...machine, NODE_DISABLE_COMPILE_CACHE: '1' };

/**
 * What one run costs: milliseconds on the wall and of the processors, the most memory in bytes, and what it says.
 * `statuses` are those with which it may end; after `limitSeconds` it is ended, and the answer is undefined. `env` is
 * what its environment has beside or in place of what all have; of `repeat` runs the costs are those of one.
 */
export function runOnce(command, { piped, statuses = [0], limitSeconds, env, repeat = 1 } = {}) {
  const { folder, remove } = temporaryFolder();
  const [told, said] = ['told', 'said'].map((name) => path.join(folder, name));
  const out = openSync(said, 'w');
  const script = piped === undefined ? [TIMED, 'sh', told] : [PIPED, 'sh', told, piped];
  const limit = limitSeconds === undefined ? [] : ['timeout', String(limitSeconds)];
  const loop = repeat === 1 ? [] : ['sh', '-c', REPEATED, 'sh', String(repeat)];
  const start = performance.now();
  const { status, stderr } = spawnSync('sh', ['-c', ...script, ...limit, ...loop, ...command], {
    stdio: ['ignore', out, 'pipe'],
    encoding: 'utf8',
    env: { ...ENVIRONMENT, ...env },
  });
  const wallMs = (performance.now() - start) / repeat;
  closeSync(out);
  if (limit.length > 0 && status === TOO_LATE) {
    remove();
    return undefined;
  }
  if (!statuses.includes(status)) {
    remove();
    throw new Error(`${command.join(' ')} ended with ${status}: ${stderr.slice(0, 500)}`);
  }
  const [user, system, kilobytes] = readFileSync(told, 'utf8')
    .trim()
    .split('\n')
    .at(-1)
    .split(' ')
    .map(Number);
  const output = readFileSync(said, 'utf8');
  remove();
  return { wallMs, cpuMs: (1000 * (user + system)) / repeat, peakBytes: 1024 * kilobytes, output };
}

/** The commands in turn, as often as they are short; the median of each. */
export function measured(commands) {
  const first = commands.map(([command, options]) => runOnce(command, options));
  const runs = first.some(({ wallMs }) => wallMs > LONG_MS) ? 1 : RUNS;
  const all = first.map((run) => [run]);
  for (let i = 1; i < runs; i++) {
    for (const [at, [command, options]] of commands.entries()) all[at].push(runOnce(command, options));
  }
  return all.map((some) => ({
    ...{ wallMs: median(some, 'wallMs'), cpuMs: median(some, 'cpuMs'), peakBytes: median(some, 'peakBytes') },
    ...{ output: some[0].output, runs },
  }));
}

function median(runs, key) {
  return runs.map((run) => run[key]).sort((a, b) => a - b)[runs.length >> 1];
}
