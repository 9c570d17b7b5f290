/**
 * What a fleet costs: `node bench/fleet.mjs [PLANS] [SHARDS] [KILOBYTES]`. Makes so many plans from the recorded ones in a
 * temporary folder, each of at least so many kilobytes, and checks them with dist/ (CLI=FILE: another build) in one run, in
 * shards that are put together, and some of them each by itself, which says what all would cost so.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { amongOthers, fleetPlan } from './fleet-plans.mjs';
import { runOnce, temporaryFolder } from './measure.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLI = process.env.CLI ?? path.join(ROOT, 'dist', 'cli.js');
const CASES = ['vpc-tcp-rule-destroyed', 'vpc-no-changes', 'turbo-kubelet-destroyed', 'vpc-ssh-restricted'];
const ENDS = { statuses: [0, 1] };
/** Single runs that are measured. */
const SAMPLE = 40;

const [plans = 200, shards = 10, kilobytes = 0] = process.argv.slice(2).map(Number);
const { folder, remove } = temporaryFolder();
const at = (...parts) => path.join(folder, ...parts);
const texts = CASES.map((name) =>
  amongOthers(readFileSync(path.join(ROOT, 'fixtures', name, 'plan.json'), 'utf8'), 1000 * kilobytes),
);
const each = Math.ceil(plans / Math.max(shards, 1));
let bytes = 0;
for (let i = 0; i < plans; i++) {
  const shard = at('plans', String(Math.floor(i / each)));
  mkdirSync(shard, { recursive: true });
  const text = fleetPlan(texts[i % texts.length], i);
  bytes += text.length;
  writeFileSync(path.join(shard, `${i}.json`), text);
}
mkdirSync(at('reports'));
mkdirSync(at('alone'));

const check = (from, to) =>
  runOnce([process.execPath, CLI, 'check', from, '--format', 'json', '--output', to], ENDS);
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const size = (file) => statSync(file).size;
const row = (name, { wallMs, cpuMs, peakBytes }, reportBytes) =>
  console.log(
    `| ${name} | ${seconds(wallMs)} | ${seconds(cpuMs)} | ${Math.round(peakBytes / 1e6)} MB | ${(reportBytes / 1e6).toFixed(1)} MB |`,
  );
/** One after the other. */
const sumOf = (runs) => ({
  wallMs: runs.reduce((sum, run) => sum + run.wallMs, 0),
  cpuMs: runs.reduce((sum, run) => sum + run.cpuMs, 0),
  peakBytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
});

console.log(
  `${plans} plans, ${Math.round(bytes / 1e6)} MB; ${cpus().length} processors (${cpus()[0].model.trim()}), Node ${process.version}, load ${loadavg()[0].toFixed(1)}\n`,
);
console.log('| what | wall | CPU | peak memory | report |\n|---|---|---|---|---|');
const one = check(at('plans', '**/*.json'), at('one.json'));
row('one run', one, size(at('one.json')));

const sample = Array.from({ length: Math.min(SAMPLE, plans) }, (_, i) => Math.floor((i * plans) / SAMPLE));
const alone = sumOf(
  sample.map((i) => {
    const file = at('alone', `${i}.json`);
    copyFileSync(at('plans', String(Math.floor(i / each)), `${i}.json`), file);
    return check(file, at('alone.json'));
  }),
);
const share = plans / sample.length;
const singles = { ...alone, wallMs: alone.wallMs * share, cpuMs: alone.cpuMs * share };
row(`each by itself (${sample.length} measured)`, singles, 0);

if (shards > 0) {
  const names = readdirSync(at('plans'));
  const parts = names.map((name) => check(at('plans', name), at('reports', `${name}.json`)));
  row(
    `${names.length} shards`,
    sumOf(parts),
    names.reduce((sum, name) => sum + size(at('reports', `${name}.json`)), 0),
  );
  const merge = ['merge', at('reports'), '--format', 'json', '--output', at('merged.json')];
  row('merge of them', runOnce([process.execPath, CLI, ...merge], ENDS), size(at('merged.json')));
  const isSame = readFileSync(at('one.json')).equals(readFileSync(at('merged.json')));
  console.log(`\nThe merge is ${isSame ? '' : 'not '}the one run, byte for byte.`);
}
// In time of the processors: the wall says what else ran.
const cores = availableParallelism();
const budgetMs = (1.2 * singles.cpuMs) / cores;
console.log(
  `\nThe budget is 1.2 x the share of one of ${cores} cores in the single runs, ${seconds(budgetMs)}; the one run takes ${seconds(one.cpuMs)} on all of them, ${seconds(one.wallMs)} on the wall.`,
);
remove();
