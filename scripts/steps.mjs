/** Runs scripts of package.json side by side, for test.mjs and check.mjs. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
const PATH = [path.join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter);

/**
 * Runs each lane of steps beside the others, and the steps of a lane one after the other, also after one that fails.
 * A step is { script, args, isLive }: a script of package.json with more arguments. Its output is shown whole when it
 * ends, unless it is live. Gives the exit status: 0 when all steps end with 0.
 */
export async function runLanes(lanes) {
  const ends = await Promise.all(lanes.map(runLane));
  const all = ends.flat();
  console.log(`\n${all.map(lineOf).join('\n')}`);
  return all.every(({ status }) => status === 0) ? 0 : 1;
}

async function runLane(steps) {
  const ends = [];
  for (const step of steps) {
    const end = await run(step);
    if (!step.isLive) console.log(`\n${[lineOf(end), end.output.trim()].filter(Boolean).join('\n')}`);
    ends.push(end);
  }
  return ends;
}

function lineOf({ script, status, seconds }) {
  return `${status === 0 ? 'ok    ' : 'FAILED'} ${script}, ${seconds.toFixed(1)} s`;
}

function run({ script, args = [], isLive = false }) {
  const start = performance.now();
  const child = spawn('sh', ['-c', `${scripts[script]} "$@"`, script, ...args], {
    cwd: ROOT,
    env: { ...process.env, PATH },
    stdio: isLive ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (status) => {
      resolve({ script, status, output, seconds: (performance.now() - start) / 1000 });
    });
  });
}
