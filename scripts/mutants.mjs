/**
 * Mutants: small wrong edits of the sources, to see whether the tests notice.
 *
 *   node scripts/mutants.mjs list                        the mutants that a seed gives, as JSON
 *   node scripts/mutants.mjs judge --out DIR             judges them: DIR/mutants.json and DIR/table.md
 *   node scripts/mutants.mjs again --from FILE --out DIR judges the mutants of an earlier DIR/mutants.json in today's
 *                                                        tree, where functions have moved to other files
 *   node scripts/mutants.mjs find --from FILE            only says, as JSON, which of them have no place there
 *
 *   --tree DIR       the tree to judge, with its packages (default: this one); it is copied, never changed
 *   --folders A,B    folders of src (default: net,effective,cluster,check)
 *   --count N        how many mutants, shared out by the lines of the folders (default: 100)
 *   --seed N         the same seed gives the same mutants (default: 9)
 *   --map FILE       for `again` and `find`: places that were found by hand, by id of the mutant:
 *                    { id: { file, before, after } } or { id: { gone: 'what took its part' } }
 *   --only ID,ID     these mutants alone, judged anew
 *   --more           goes on with those that are not decided: the tests that have passed are not run again
 *   --judges N       how many run at the same time (default: 1)
 *   --cpu N          seconds of tests for a mutant, by what they take without it (default: 60)
 *   --wall N         seconds on the clock after which a mutant is given up (default: 150)
 *
 * A mutant is judged by the golden reports first, then by the tests that load its file: those of its name, those that
 * import it, then the others, the quick ones first, as many as the seconds allow, until one fails. It is killed (by a
 * failing test, or because a test does not end), has survived (all tests that load it pass), or is not decided (some
 * did not fit into the time).
 * A mutant that changes nothing that can be seen survives as well: a person tells these from gaps in the tests.
 *
 * An interrupted run goes on where it was. Needs Linux, for the processor time of the tests.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { placesAgain } from './mutants/again.mjs';
import { baselineOf, GOLDEN, judge } from './mutants/judge.mjs';
import { chosen, isAnother, mutantsOf, sameText, wordUnions } from './mutants/mutate.mjs';
import { copyTree, sourcesIn, testDistances } from './mutants/tree.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    tree: { type: 'string', default: path.join(import.meta.dirname, '..') },
    folders: { type: 'string', default: 'net,effective,cluster,check' },
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '9' },
    judges: { type: 'string', default: '1' },
    cpu: { type: 'string', default: '60' },
    wall: { type: 'string', default: '150' },
    out: { type: 'string' },
    from: { type: 'string' },
    map: { type: 'string' },
    only: { type: 'string' },
    more: { type: 'boolean', default: false },
  },
});

const tree = path.resolve(options.tree);

const COMMANDS = {
  list: () => console.log(JSON.stringify(seeded(), undefined, 1)),
  judge: () => judgeAll(seeded(), []),
  again: () => {
    const places = placesOfEarlier();
    const there = places.flatMap(({ mutant, at }) => (at === undefined ? [] : [{ ...at, id: mutant.id }]));
    return judgeAll(there, places);
  },
  find: () => console.log(JSON.stringify(placesOfEarlier().filter(isMissing), undefined, 1)),
};

const command = COMMANDS[positionals[0]];
if (command === undefined) {
  console.error('usage: node scripts/mutants.mjs list|judge|again|find [options], see the head of the file');
  process.exit(2);
}
await command();

function placesOfEarlier() {
  const map = options.map === undefined ? {} : readJson(options.map);
  return placesAgain(readJson(needed('from')), sourcesIn(tree, 'src'), map);
}

function isMissing({ at }) {
  return at === undefined;
}

function seeded() {
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
  return chosen(folders, Number(options.count), Number(options.seed), (mutant) =>
    isAnother(textOf.get(mutant.file), mutant),
  );
}

async function judgeAll(mutants, places) {
  const out = path.resolve(needed('out'));
  mkdirSync(out, { recursive: true });
  const log = path.join(out, 'results.jsonl');
  const known = latestIn(log);
  const queue = mutants.filter(({ id }) => isAsked(id, known.get(id)));
  const distances = testDistances(tree);
  const copies = Array.from({ length: Number(options.judges) }, (_, i) => path.join(out, `copy-${i + 1}`));
  for (const copy of copies) copyTree(tree, copy);
  const baseline = await baselineIn(out, copies[0], queue, distances);
  await Promise.all(copies.map((copy) => judgeQueue({ copy, queue, distances, baseline, log, known })));
  write(out, mutants, latestIn(log), places);
}

function isAsked(id, result) {
  if (options.only !== undefined) return options.only.split(',').includes(id);
  return result === undefined || (options.more && result.verdict === 'not decided');
}

async function judgeQueue({ copy, queue, distances, baseline, log, known }) {
  const limits = { cpu: Number(options.cpu), wall: Number(options.wall) };
  for (;;) {
    const mutant = queue.shift();
    if (mutant === undefined) return;
    const near = new Map([[GOLDEN, 0], ...distances.get(mutant.file)]);
    const passed = (options.more ? known.get(mutant.id)?.passed : undefined) ?? [];
    const verdict = await judge({ copy, mutant, distances: near, baseline, limits, passed });
    const result = { id: mutant.id, ...verdict };
    appendFileSync(log, `${JSON.stringify(result)}\n`);
    console.log(
      `${mutant.id} ${mutant.file}:${mutant.line} ${result.verdict} ${result.by ?? ''} ${result.seconds} s`,
    );
  }
}

/** How the tests do without a mutant; kept, because it takes minutes. Those that fail then judge nothing. */
async function baselineIn(out, copy, mutants, distances) {
  const file = path.join(out, 'baseline.json');
  const tests = [
    ...new Set([GOLDEN, ...mutants.flatMap((mutant) => [...distances.get(mutant.file).keys()])]),
  ];
  const known = existsSync(file) ? readJson(file) : {};
  const missing = tests.filter((test) => known[test] === undefined);
  const baseline = missing.length === 0 ? known : { ...known, ...(await baselineOf(copy, missing)) };
  writeFileSync(file, JSON.stringify(baseline, undefined, 1));
  const broken = tests.filter((test) => baseline[test]?.failed !== false);
  if (broken.length > 0) console.log(`fail without a mutant, judge nothing: ${broken.join(', ')}`);
  return baseline;
}

function write(out, mutants, results, places) {
  const judged = mutants.flatMap((mutant) => {
    const result = results.get(mutant.id);
    return result === undefined ? [] : [{ ...mutant, ...result }];
  });
  const away = places.filter(isMissing);
  writeFileSync(path.join(out, 'mutants.json'), `${JSON.stringify(judged, undefined, 1)}\n`);
  writeFileSync(path.join(out, 'missing.json'), `${JSON.stringify(away, undefined, 1)}\n`);
  const table = tableOf(judged, away, places);
  writeFileSync(path.join(out, 'table.md'), table);
  console.log(table);
}

function tableOf(judged, away, places) {
  const counts = Object.entries(counted(judged));
  const before = new Map(places.map(({ mutant }) => [mutant.id, mutant]));
  const rows = judged.map((one) => row(one, before.get(one.id)));
  return [
    `${judged.length} mutants: ${counts.map(([what, n]) => `${n} ${what}`).join(', ')}.`,
    '',
    '| id | place | function | edit | verdict | by |',
    '|---|---|---|---|---|---|',
    ...rows,
    ...away.map(
      ({ mutant, missing, gone }) =>
        `| ${mutant.id} | ${mutant.file}:${mutant.line} | ${mutant.function} | ${edit(mutant)} | ${gone === undefined ? `no place: ${missing}` : `gone: ${gone}`} | was ${mutant.verdict} |`,
    ),
    '',
  ].join('\n');
}

function row(one, before) {
  const was = before === undefined || before.verdict === one.verdict ? '' : ` (was ${before.verdict})`;
  const ran = one.verdict === 'killed' ? (one.by ?? '') : `${one.passed.length} of ${one.related} files pass`;
  return `| ${one.id} | ${one.file}:${one.line} | ${one.function} | ${edit(one)} | ${one.verdict}${was} | ${ran} |`;
}

function edit({ before, after }) {
  return `\`${short(before)}\` → \`${short(after)}\``;
}

function short(text) {
  const line = sameText(text).replaceAll('|', '\\|');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}

function counted(judged) {
  const counts = {};
  for (const { verdict, by } of judged) {
    const what =
      verdict === 'killed' ? (by === GOLDEN ? 'killed by golden reports' : 'killed by other tests') : verdict;
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

/** The last result of each mutant. */
function latestIn(log) {
  if (!existsSync(log)) return new Map();
  const results = readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return new Map(results.map((result) => [result.id, result]));
}

function needed(name) {
  if (options[name] === undefined) throw new Error(`--${name} is needed`);
  return options[name];
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
