/**
 * Measures speed and memory as ratios within one run: absolute times of a shared machine say nothing.
 *
 *   node bench/bench.mjs start              ten-rule plan, text report, against `node -e 0`
 *   node bench/bench.mjs large PLAN.json    against JSON.parse of the same file
 *   node bench/bench.mjs rules              one group, ten times the rules, beyond parsing
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = path.join(root, 'dist', 'cli.js');
const RUNS = 11;

/** Median milliseconds of a command, and its peak memory in bytes where /usr/bin/time tells. */
function measure(args) {
  const times = [];
  let peak = 0;
  for (let i = 0; i < RUNS; i++) {
    const from = process.hrtime.bigint();
    const run = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    times.push(Number(process.hrtime.bigint() - from) / 1e6);
    peak = Math.max(peak, Number(run.stderr.trim().split('\n').at(-1)) * 1024);
  }
  times.sort((a, b) => a - b);
  return { ms: times[RUNS >> 1], peak };
}

const show = (label, value, of) =>
  console.log(
    `${label.padEnd(36)} ${value.ms.toFixed(0).padStart(6)} ms   ${(value.ms / of.ms).toFixed(2)} x`,
  );

function start() {
  const plan = path.join(root, 'fixtures', 'vpc-nodeport-narrowed', 'plan.json');
  const node = measure(['-e', '0']);
  show('node -e 0', node, node);
  show('check, small plan, text', measure([cli, 'check', plan]), node);
}

function large(plan) {
  const size = statSync(plan).size;
  const parse = measure(['-e', `JSON.parse(require('fs').readFileSync(${JSON.stringify(plan)},'utf8'))`]);
  const check = measure([cli, 'check', plan, '--format', 'json', '--output', '/dev/null']);
  show('JSON.parse', parse, parse);
  show('check', check, parse);
  console.log(
    `peak memory: JSON.parse ${(parse.peak / size).toFixed(2)}, check ${(check.peak / size).toFixed(2)} times the file`,
  );
}

/** A plan with one cluster and many rules in its node group, each for a port and an address of its own. */
function manyRules(count) {
  const plan = JSON.parse(
    readFileSync(path.join(root, 'fixtures', 'vpc-tcp-rule-destroyed', 'plan.json'), 'utf8'),
  );
  const change = plan.resource_changes.find(({ type }) => type.endsWith('secgroup_rule_v2'));
  for (let i = 0; i < count; i++) {
    const before = {
      ...change.change.before,
      id: `rule-${i}`,
      port_range_min: 1 + (i % 65000),
      port_range_max: 1 + (i % 65000),
      remote_ip_prefix: `192.168.${(i >> 8) % 256}.${i % 256}/32`,
    };
    plan.resource_changes.push({
      ...change,
      address: `opentelekomcloud_networking_secgroup_rule_v2.many[${i}]`,
      index: i,
      change: { ...change.change, actions: ['no-op'], before, after: before },
    });
  }
  return JSON.stringify(plan);
}

function rules() {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const beyond = [2_000, 20_000].map((count) => {
    const plan = path.join(folder, `${count}.json`);
    writeFileSync(plan, manyRules(count));
    const parse = measure(['-e', `JSON.parse(require('fs').readFileSync(${JSON.stringify(plan)},'utf8'))`]);
    const check = measure([cli, 'check', plan, '--format', 'json', '--output', '/dev/null']);
    console.log(`${count} rules: check ${check.ms.toFixed(0)} ms, JSON.parse ${parse.ms.toFixed(0)} ms`);
    return check.ms - parse.ms;
  });
  rmSync(folder, { recursive: true });
  console.log(`ten times the rules: ${(beyond[1] / beyond[0]).toFixed(1)} times the time beyond parsing`);
}

const [what, plan] = process.argv.slice(2);
if (what === 'start') start();
else if (what === 'rules') rules();
else if (what === 'large' && plan !== undefined) large(plan);
else console.log('usage: node bench/bench.mjs start | large PLAN.json | rules');
