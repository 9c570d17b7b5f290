/**
 * Sources in which each mutant stands behind a switch: one copy of the tree, transformed and bundled once, is the tree
 * with any of the mutants, as MUTANT says when a process starts. Without MUTANT it is the tree, and keeps a list of the
 * mutants that were reached.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { applied } from './mutate.mjs';
import { copyTree } from './tree.mjs';

const SWITCH_FILE = 'src/mutant-switch';

const SWITCH = `
const chosen = process.env.MUTANT;
const reached: Set<string> = (globalThis.mutantsReached ??= new Set());
export const isMutant: (id: string) => boolean =
  chosen === undefined ? (id) => reached.add(id) === undefined : (id) => id === chosen;
`;

/** What judges by the recorded reports outside of jest. */
const GOLDEN_ENTRY = `
export { renderJson } from '../../src/format/json/json.ts';
export { fixtureReport, frozenCases, frozenFile } from './fixture-report.ts';
`;

/** The text of a file with all its mutants, each behind its switch; `from` is where the file imports the switch from. */
export function switched(text, mutants, from) {
  if (mutants.length === 0) return text;
  const outermostFirst = [...mutants].sort(
    (a, b) => a.carrier.start - b.carrier.start || b.carrier.end - a.carrier.end,
  );
  return `import { isMutant } from '${from}';\n${part(text, 0, text.length, outermostFirst)}`;
}

function part(text, start, end, mutants) {
  const [first, ...rest] = mutants;
  if (first === undefined) return text.slice(start, end);
  const { carrier } = first;
  const inside = rest.filter((other) => other.carrier.start < carrier.end);
  const behind = rest.filter((other) => other.carrier.start >= carrier.end);
  const original = part(text, carrier.start, carrier.end, inside);
  return (
    text.slice(start, carrier.start) + choice(text, first, original) + part(text, carrier.end, end, behind)
  );
}

function choice(text, mutant, original) {
  const { id, after, start, end, carrier } = mutant;
  if (carrier.isStatement) return `if (!isMutant('${id}')) { ${original} }`;
  const edited = text.slice(carrier.start, start) + after + text.slice(end, carrier.end);
  return `(isMutant('${id}') ? (${edited}) : (${original}))`;
}

/** A copy of the tree, in a folder, with all mutants; built as the tests want it. Gives the paths of what it made. */
export async function switchedCopy(tree, copy, mutants) {
  copyTree(tree, copy);
  writeFileSync(path.join(copy, `${SWITCH_FILE}.ts`), SWITCH);
  for (const file of new Set(mutants.map((mutant) => mutant.file))) {
    const own = mutants.filter((mutant) => mutant.file === file);
    const at = path.join(copy, file);
    const from = path.posix.relative(path.posix.dirname(file), `${SWITCH_FILE}.js`);
    writeFileSync(at, switched(readFileSync(at, 'utf8'), own, from.startsWith('.') ? from : `./${from}`));
  }
  return { golden: await goldenBundle(copy), built: builtIn(copy) };
}

async function goldenBundle(copy) {
  const outfile = path.join(copy, 'test/support/golden-bundle.mjs');
  await build({
    stdin: { contents: GOLDEN_ENTRY, resolveDir: path.dirname(outfile), loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

/** As test/support/build-once.js does it, once for all mutants. */
function builtIn(copy) {
  const folder = path.join(copy, 'built');
  execFileSync(process.execPath, ['scripts/build.mjs', path.join(folder, 'dist')], { cwd: copy });
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  return folder;
}
