/**
 * Measures what a check costs beside what Node needs to parse the same plan.
 *
 *   npm run bench              all cases; writes the table of README.md and results.svg
 *   npm run bench -- NAME...   some of them; writes nothing, but with --write
 *
 * CLI=FILE measures another build.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { CASES } from './cases.mjs';
import { plotOf } from './plot.mjs';

const names = process.argv.slice(2).filter((argument) => argument !== '--write');
const isWritten = names.length === 0 || process.argv.includes('--write');
const unknown = names.filter((name) => !(name in CASES));
if (unknown.length > 0) {
  console.error(`bench: no case ${unknown.join(', ')}; there are ${Object.keys(CASES).join(', ')}`);
  process.exit(2);
}

const MB = 1e6;
const load = () => loadavg()[0].toFixed(1);
const seconds = (ms) => (ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`);
const times = (ratio) => `${ratio.toFixed(2)} ×`;
const size = (bytes) => (bytes < MB ? `${(bytes / 1000).toFixed(0)} kB` : `${(bytes / MB).toFixed(0)} MB`);

/** Whether each part of the budget is met. */
function verdictOn({ budget = {}, wall, exponent, ours, bytes }) {
  const told = [
    budget.wall && ['wall', wall, budget.wall],
    budget.memory && ours && ['memory', ours.peakBytes / bytes, budget.memory],
    budget.exponent && ['exponent', exponent, budget.exponent],
  ].filter(Boolean);
  return told
    .map(([what, is, may]) => `${what} ${may}: ${is <= may ? 'met' : `**missed, ${is.toFixed(2)}**`}`)
    .join('; ');
}

function lineOf(row) {
  const { name, bytes, ours, floor, wall, cpu, exponent, counts, found, refused } = row;
  const plan = counts ? counts.join(' → ') : size(bytes);
  if (refused !== undefined)
    return [name, plan, `no answer: ${refused}`, '', '', '', row.budget ? '**missed**' : ''];
  const note = found === undefined ? '' : `finds ${found}`;
  return [
    ...[name, plan],
    `${seconds(ours.wallMs)} (${seconds(ours.cpuMs)})`,
    floor ? `${seconds(floor.wallMs)} (${seconds(floor.cpuMs)})` : '',
    floor ? `${times(wall)} (${times(cpu)})` : exponent ? `exponent ${exponent.toFixed(2)}` : '',
    bytes && bytes > MB ? `${size(ours.peakBytes)} = ${times(ours.peakBytes / bytes)}` : size(ours.peakBytes),
    [verdictOn(row), note].filter(Boolean).join('; '),
  ];
}

const HEAD = [
  'case',
  'plan',
  'ours: wall (CPU)',
  'floor: wall (CPU)',
  'ratio: wall (CPU)',
  'peak memory',
  'budget',
];

function tableOf(rows) {
  const lines = [HEAD, HEAD.map(() => '---'), ...rows.map(lineOf)];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const rows = [];
const began = load();
for (const name of names.length > 0 ? names : Object.keys(CASES)) {
  const found = CASES[name]();
  rows.push(...found);
  for (const row of found) console.log(lineOf(row).join('  '));
}

if (isWritten) {
  const machine = `${cpus().length} processors (${cpus()[0].model.trim()}), Node ${process.version}, load ${began} at the start and ${load()} at the end`;
  const text = `\n\nMeasured on ${machine}.\n\n${tableOf(rows)}\n\n`;
  const file = new URL('README.md', import.meta.url);
  const [before, rest] = readFileSync(file, 'utf8').split('<!-- table:begin -->');
  writeFileSync(
    file,
    `${before}<!-- table:begin -->${text}<!-- table:end -->${rest.split('<!-- table:end -->')[1]}`,
  );
  writeFileSync(new URL('results.svg', import.meta.url), plotOf(rows));
}
