/**
 * What a fleet costs: `node bench/fleet.mjs [PLANS] [SHARDS]`. Makes so many plans from the recorded ones in a temporary
 * folder, checks them with dist/ in one run and in shards, and puts the shards together.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { fleetPlan } from './fleet-plans.mjs';
import { runOnce, temporaryFolder } from './measure.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLI = path.join(ROOT, 'dist', 'cli.js');
const CASES = ['vpc-tcp-rule-destroyed', 'vpc-no-changes', 'turbo-kubelet-destroyed', 'vpc-ssh-restricted'];
const ENDS = { statuses: [0, 1] };

const [plans = 200, shards = 10] = process.argv.slice(2).map(Number);
const { folder, remove } = temporaryFolder();
const at = (...parts) => path.join(folder, ...parts);
const texts = CASES.map((name) => readFileSync(path.join(ROOT, 'fixtures', name, 'plan.json'), 'utf8'));
const each = Math.ceil(plans / shards);
for (let i = 0; i < plans; i++) {
  const shard = at('plans', String(Math.floor(i / each)));
  mkdirSync(shard, { recursive: true });
  writeFileSync(path.join(shard, `${i}.json`), fleetPlan(texts[i % texts.length], i));
}
mkdirSync(at('reports'));
const check = (from, to) =>
  runOnce([process.execPath, CLI, 'check', from, '--format', 'json', '--output', to], ENDS);
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const row = (name, { wallMs, cpuMs, peakBytes }, size) =>
  console.log(
    `| ${name} | ${seconds(wallMs)} | ${seconds(cpuMs)} | ${Math.round(peakBytes / 1e6)} MB | ${(size / 1e6).toFixed(1)} MB |`,
  );

console.log(
  `${plans} plans, ${shards} shards\n\n| what | wall | CPU | peak memory | report |\n|---|---|---|---|---|`,
);
const one = check(at('plans', '**/*.json'), at('one.json'));
row('one run', one, statSync(at('one.json')).size);
const names = readdirSync(at('plans'));
const parts = names.map((name) => check(at('plans', name), at('reports', `${name}.json`)));
const sizes = names.map((name) => statSync(at('reports', `${name}.json`)).size);
const sum = (of) => parts.reduce((total, part) => total + of(part), 0);
const total = {
  wallMs: sum(({ wallMs }) => wallMs),
  cpuMs: sum(({ cpuMs }) => cpuMs),
  peakBytes: Math.max(...parts.map(({ peakBytes }) => peakBytes)),
};
row(
  'all shards',
  total,
  sizes.reduce((a, b) => a + b, 0),
);
const merge = [
  process.execPath,
  CLI,
  'merge',
  at('reports'),
  '--format',
  'json',
  '--output',
  at('merged.json'),
];
row('merge', runOnce(merge, ENDS), statSync(at('merged.json')).size);
const isSame = readFileSync(at('one.json')).equals(readFileSync(at('merged.json')));
console.log(`\nThe merge is ${isSame ? '' : 'not '}the one run, byte for byte.`);
remove();
