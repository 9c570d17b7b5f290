/** What is measured, and against what: each case gives rows of the table. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inOneGroup, mostlyOthers, ordinary, pools, SHAPES, strangers, writePlan } from './plans.mjs';
import { isInstalled, measured, runOnce, temporaryFolder } from './measure.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const NODE = process.execPath;
const CLI = process.env.CLI ?? path.join(HERE, '..', 'dist', 'cli.js');
const FLOOR = [NODE, path.join(HERE, 'floor.mjs')];
/** A verdict is 0 or 1; anything else is none, and its time is worth nothing. */
const VERDICT = { statuses: [0, 1] };
/** Where V8 ends a text. */
const LARGE_BYTES = 600 * 2 ** 20;

const check = (plan) => [NODE, CLI, 'check', plan];
const policy = (name) => path.join(HERE, 'policies', name);
const linesOf = (output) => output.split('\n').filter((line) => line !== '').length;

/** Other programs that read plans, each with a policy that looks for SSH open to everybody, and how many rules it finds. */
const PEERS = {
  jq: { command: (plan) => ['jq', '-r', '-f', policy('open-ssh.jq'), plan], found: linesOf },
  opa: {
    command: (plan) => [
      'opa',
      'eval',
      '-f',
      'raw',
      '-d',
      policy('open-ssh.rego'),
      '-i',
      plan,
      'count(data.main.deny)',
    ],
    found: Number,
  },
  conftest: {
    command: (plan) => ['conftest', 'test', '-o', 'json', '-p', policy('open-ssh.rego'), plan],
    found: (output) => JSON.parse(output)[0].failures?.length ?? 0,
  },
  checkov: {
    command: (plan) => [
      ...['checkov', '-f', plan, '--external-checks-dir', policy('checkov'), '-c', 'CKV2_BENCH_1'],
      ...['-o', 'json', '--quiet', '--skip-download'],
    ],
    found: (output) => JSON.parse(output).summary?.failed ?? 0,
  },
  'terraform-compliance': {
    command: (plan) => ['terraform-compliance', '--no-ansi', '-p', plan, '-f', policy('compliance')],
    found: (output) => output.split('Forcefully failing').length - 1,
  },
};

/** Makes a plan and gives it to the work, with its size. */
function withPlan(objects, work) {
  const { folder, remove } = temporaryFolder();
  try {
    const plan = path.join(folder, 'plan.json');
    writePlan(plan, objects);
    return work(plan, statSync(plan).size);
  } finally {
    remove();
  }
}

/** Ours against the floor, as one row. */
function row(name, [ours, floor], { bytes, budget }) {
  const ratio = (key) => ours[key] / floor[key];
  return { name, bytes, ours, floor, wall: ratio('wallMs'), cpu: ratio('cpuMs'), budget };
}

function start() {
  return withPlan(
    () => ordinary(10),
    (plan, bytes) => {
      // The first check of the second kind keeps what was compiled; the median is of those that find it.
      const kept = { NODE_DISABLE_COMPILE_CACHE: '', CI: '', XDG_CACHE_HOME: path.dirname(plan) };
      const short = { ...VERDICT, repeat: 10 };
      const [first, next, bare, least] = measured([
        [check(plan), short],
        [check(plan), { ...short, env: kept }],
        [[NODE, '-e', '0'], short],
        [[...FLOOR, plan], short],
      ]);
      const budget = { wall: 1.5 };
      return [
        row('start: 10 rules, nothing kept (a build), against `node -e 0`', [first, bare], { bytes, budget }),
        row('start: 10 rules, with the compiled code of a run before', [next, bare], { bytes, budget }),
        row('start: the floor, one file that parses the plan', [least, bare], { bytes }),
      ];
    },
  );
}

function againstParsing(name, objects, { budget, format = 'text' } = {}) {
  return withPlan(objects, (plan, bytes) => {
    const both = measured([[[...check(plan), '--format', format], VERDICT], [[...FLOOR, plan]]]);
    return [row(name, both, { bytes, budget })];
  });
}

function large() {
  return withPlan(
    () => mostlyOthers(LARGE_BYTES),
    (plan, bytes) => {
      const budget = { memory: 1.5 };
      const one = (name, command, options) => {
        try {
          return { name, bytes, ours: runOnce(command, { ...VERDICT, ...options }), budget };
        } catch (error) {
          return { name, bytes, refused: error.message.split('\n')[0], budget };
        }
      };
      return [
        one('600 MiB from a file', check(plan)),
        one('600 MiB from a pipe', check('-'), { piped: plan }),
      ];
    },
  );
}

/** Rules of one group, few and many: by how much the time beyond parsing grows. */
function shape(name, [few, many]) {
  const timed = (count) =>
    withPlan(
      () => inOneGroup(name, count),
      (plan) => {
        const [ours, floor] = measured([[check(plan), VERDICT], [[...FLOOR, plan]]]);
        return { ours, cpuMs: ours.cpuMs - floor.cpuMs };
      },
    );
  const a = timed(few);
  let b;
  try {
    b = timed(many);
  } catch (error) {
    const [refused = ''] = error.message.replace(/^.*ended with/, 'exit').split('\n');
    return [
      { name: `one group: ${name}, ${many} rules`, counts: [few, many], refused, budget: { exponent: 1.15 } },
    ];
  }
  const exponent = Math.log(b.cpuMs / a.cpuMs) / Math.log(many / few);
  return [
    {
      name: `one group: ${name}`,
      counts: [few, many],
      few: a.ours,
      ours: b.ours,
      exponent,
      budget: { exponent: 1.15 },
    },
  ];
}

/** So long a peer may take for one question. */
const PEER_SECONDS = 120;

function peers(rules) {
  return withPlan(
    () => ordinary(rules),
    (plan, bytes) => {
      const count = rules.toLocaleString('en');
      const [ours, floor] = measured([[check(plan), VERDICT], [[...FLOOR, plan]]]);
      const others = Object.entries(PEERS)
        .filter(([name]) => isInstalled(name))
        .map(([name, { command, found }]) => {
          const title = `${count} rules: ${name}, SSH alone`;
          const one = runOnce(command(plan), { statuses: [0, 1], limitSeconds: PEER_SECONDS });
          if (one === undefined) return { name: title, bytes, refused: `none in ${PEER_SECONDS} s` };
          return { ...row(title, [one, floor], { bytes }), found: found(one.output) };
        });
      return [row(`${count} rules: the whole check`, [ours, floor], { bytes }), ...others];
    },
  );
}

const rules = (count, budget) => () =>
  againstParsing(`${count.toLocaleString('en')} rules`, () => ordinary(count), { budget });

/** What the step on a pull request writes: with all that mends, where the text names the first. */
const allFixes = (count) => () =>
  againstParsing(`${count.toLocaleString('en')} rules, in markdown with all fixes`, () => ordinary(count), {
    format: 'markdown',
  });

/** By the name under which one of them is asked for. */
export const CASES = {
  start,
  'rules-10': rules(10),
  'rules-1000': rules(1000),
  'markdown-1000': allFixes(1000),
  'rules-20000': rules(20_000),
  'rules-100000': rules(100_000, { wall: 1, memory: 2.5 }),
  'ten-in-100-MB': () => againstParsing('100 MB, ten rules that count', () => mostlyOthers(100e6)),
  'groups-4000': () => againstParsing('4,000 groups, 4,000 rules', () => ordinary(4000, 4000)),
  'pools-1000': () => againstParsing('1,000 node pools', () => pools(1000)),
  'clusters-2000': () => againstParsing('2,000 clusters in VPCs that are not shown', () => strangers(2000)),
  large,
  'peers-1000': () => peers(1000),
  'peers-20000': () => peers(20_000),
  ...Object.fromEntries(
    Object.keys(SHAPES).map((name, i) => [`shape-${i + 1}`, () => shape(name, [2000, 50_000])]),
  ),
};
