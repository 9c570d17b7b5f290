/**
 * Mutants: small wrong edits of the sources, to see whether the tests notice.
 *
 *   node scripts/mutants.mjs list                the mutants that a seed gives, as JSON
 *   node scripts/mutants.mjs judge --out DIR     judges them: DIR/mutants.json and DIR/table.md
 *
 *   --tree DIR       the tree to judge, with its packages (default: this one); it is copied, never changed
 *   --folders A,B    folders of src (default: net,effective,cluster,check,weigh,format/json)
 *   --count N        how many mutants, shared out by the lines of the folders (default: 420)
 *   --seed N         the same seed gives the same mutants (default: 20261126)
 *   --only ID,ID     these alone, of all that the tree has, whatever the seed; judged anew
 *   --judges N       how many run at the same time (default: 1)
 *   --cpu N          seconds of tests for a mutant, by what they take without it (default: 60)
 *
 * A mutant is an edit that still compiles and makes another program. All of them are put into one copy of the tree, each
 * behind a switch. One run of all tests without a mutant tells which tests reach which. A mutant is then judged by the
 * tests that reach it, in one process: those of the name of its file, the golden reports, those that import it, the
 * quick ones, as many as the seconds allow, until one fails. It is killed (by a failing test, or because a test does not
 * end), has survived (all tests that reach it pass), or is not decided (some did not fit into the time).
 * A mutant that changes nothing that can be seen survives as well: a person tells these from gaps in the tests.
 *
 * An interrupted run goes on where it was. Needs Linux, for the processor time of the tests.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { baselineOf, GOLDEN, judge } from './mutants/judge.mjs';
import { chosen, isAnother, mutantsOf, sameText, wordUnions } from './mutants/mutate.mjs';
import { switchedCopy } from './mutants/switched.mjs';
import { sourcesIn, testDistances } from './mutants/tree.mjs';
import { compilerOf } from './mutants/types.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tree: { type: 'string', default: path.join(import.meta.dirname, '..') },
    folders: { type: 'string', default: 'net,effective,cluster,check,weigh,format/json' },
    count: { type: 'string', default: '420' },
    seed: { type: 'string', default: '20261126' },
    judges: { type: 'string', default: '1' },
    cpu: { type: 'string', default: '60' },
    out: { type: 'string' },
    only: { type: 'string' },
  },
});

const tree = path.resolve(options.tree);

const COMMANDS = {
  list: () => console.log(JSON.stringify(wanted(), undefined, 1)),
  judge: () => judgeAll(),
};

const command = COMMANDS[positionals[0]];
if (command === undefined) {
  console.error('usage: node scripts/mutants.mjs list|judge [options], see the head of the file');
  process.exit(2);
}
await command();

/** The mutants of the seed, or those that were named. */
function wanted() {
  const sources = sourcesIn(tree, 'src');
  const textOf = new Map(sources.map(({ file, text }) => [file, text]));
  const unions = wordUnions(sources);
  const folders = options.folders.split(',').map((name) => {
    const own = sources.filter(({ file }) => file.startsWith(`src/${name}/`));
    return {
      lines: own.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0),
      mutants: own.flatMap((source) => mutantsOf(source, unions)),
    };
  });
  if (options.only !== undefined) return named(folders.flatMap(({ mutants }) => mutants));
  const compiles = compilerOf(tree);
  return chosen(
    folders,
    Number(options.count),
    Number(options.seed),
    (mutant) => isAnother(textOf.get(mutant.file), mutant) && compiles(mutant),
  );
}

function named(mutants) {
  const byId = new Map(mutants.map((mutant) => [mutant.id, mutant]));
  return options.only.split(',').flatMap((id) => {
    if (!byId.has(id)) console.log(`${id} is not there`);
    return byId.get(id) ?? [];
  });
}

async function judgeAll() {
  if (options.out === undefined) throw new Error('--out is needed');
  const out = path.resolve(options.out);
  mkdirSync(out, { recursive: true });
  const mutants = mutantsIn(out);
  const log = path.join(out, 'results.jsonl');
  const known = latestIn(log);
  const distances = testDistances(tree);
  const tests = [...new Set([GOLDEN, ...[...distances.values()].flatMap((reached) => [...reached.keys()])])];
  const copy = path.join(out, 'copy');
  const bundles = await switchedCopy(tree, copy, mutants, tests);
  const workers = Array.from({ length: Number(options.judges) }, (_, i) => {
    const work = path.join(out, `work-${i + 1}`);
    mkdirSync(work, { recursive: true });
    return { copy, bundles, work };
  });
  const baseline = await baselineIn(out, workers, tests);
  const queue = mutants.filter(({ id }) => options.only !== undefined || !known.has(id));
  await inTurn(queue, workers, async (mutant, made) => {
    const near = distances.get(mutant.file);
    const verdict = await judge({ made, mutant, distances: near, baseline, seconds: Number(options.cpu) });
    const result = { id: mutant.id, ...verdict };
    appendFileSync(log, `${JSON.stringify(result)}\n`);
    console.log(
      `${mutant.id} ${mutant.file}:${mutant.line} ${result.verdict} ${result.by ?? ''} ${result.seconds} s`,
    );
  });
  write(out, mutants, latestIn(log));
}

/** Does something with each of a list, as many at a time as there are workers. */
async function inTurn(list, workers, act) {
  const queue = [...list];
  await Promise.all(
    workers.map(async (worker) => {
      for (let one = queue.shift(); one !== undefined; one = queue.shift()) await act(one, worker);
    }),
  );
}

/** Kept beside the results: an interrupted run goes on with the same ones. */
function mutantsIn(out) {
  const file = path.join(out, 'sample.json');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(wanted()));
  return readJson(file);
}

/** How the tests do without a mutant; kept, because it takes minutes. Those that fail then judge nothing. */
async function baselineIn(out, workers, tests) {
  const file = path.join(out, 'baseline.jsonl');
  const known = latestIn(file);
  const missing = tests.filter((test) => !known.has(test));
  await inTurn(missing, workers, async (test, made) => {
    appendFileSync(file, `${JSON.stringify({ id: test, ...(await baselineOf(made, test)) })}\n`);
  });
  const baseline = Object.fromEntries(latestIn(file));
  for (const [test, { broken }] of Object.entries(baseline)) {
    for (const name of broken) console.log(`fails without a mutant, judges nothing: ${test} ${name}`);
  }
  return baseline;
}

function write(out, mutants, results) {
  const judged = mutants.flatMap((mutant) => {
    const result = results.get(mutant.id);
    return result === undefined ? [] : [{ ...mutant, ...result }];
  });
  writeFileSync(path.join(out, 'mutants.json'), `${JSON.stringify(judged, undefined, 1)}\n`);
  const table = [scoreTable(judged), survivorTable(judged)].join('\n\n');
  writeFileSync(path.join(out, 'table.md'), `${table}\n`);
  console.log(table);
}

function scoreTable(judged) {
  const rows = options.folders.split(',').map((folder) => {
    const own = judged.filter(({ file }) => file.startsWith(`src/${folder}/`));
    return scoreRow(`\`${folder}\``, own);
  });
  return [
    '| folder | mutants | killed by golden reports | by other tests | survived | not decided | score |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    scoreRow('all', judged),
  ].join('\n');
}

function scoreRow(name, judged) {
  const killed = judged.filter(({ verdict }) => verdict === 'killed');
  const golden = killed.filter(({ by }) => by === GOLDEN).length;
  const [survived, open] = ['survived', 'not decided'].map(
    (what) => judged.filter(({ verdict }) => verdict === what).length,
  );
  const score = judged.length === 0 ? '' : `${((100 * killed.length) / judged.length).toFixed(1)} %`;
  return `| ${name} | ${judged.length} | ${golden} | ${killed.length - golden} | ${survived} | ${open} | ${score} |`;
}

function survivorTable(judged) {
  const rows = judged
    .filter(({ verdict }) => verdict !== 'killed')
    .map((one) => `| ${one.id} | ${one.file}:${one.line} ${one.function} | ${edit(one)} | ${one.verdict} |`);
  return ['| id | place | edit | verdict |', '|---|---|---|---|', ...rows].join('\n');
}

function edit({ before, after }) {
  return `\`${short(before)}\` → \`${short(after)}\``;
}

function short(text) {
  const line = sameText(text).replaceAll('|', '\\|');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}

/** The last line of each mutant, or test. */
function latestIn(log) {
  if (!existsSync(log)) return new Map();
  const results = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return new Map(results.map((result) => [result.id, result]));
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
