/**
 * Sources in which each mutant stands behind a switch: one copy of the tree, bundled once, is the tree with any of the
 * mutants, as MUTANT says when a process starts. Without MUTANT it is the tree, and keeps a list of the
 * mutants that were reached.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inlinedTexts } from '../inlined.mjs';
import { applied } from './mutate.mjs';
import { copyTree } from './tree.mjs';

const SWITCH_FILE = 'src/mutant-switch';

const SWITCH = `
const chosen = process.env.MUTANT;
const reached: Set<string> = (globalThis.mutantsReached ??= new Set());
export const isMutant: (id: string) => boolean =
  chosen === undefined ? (id) => reached.add(id) === undefined : (id) => id === chosen;
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

/** A copy of the tree, in a folder, with all mutants, and its test files bundled. Gives the folder of the bundles. */
export async function switchedCopy(tree, copy, mutants, tests) {
  copyTree(tree, copy);
  writeFileSync(path.join(copy, `${SWITCH_FILE}.ts`), SWITCH);
  for (const file of new Set(mutants.map((mutant) => mutant.file))) {
    const own = mutants.filter((mutant) => mutant.file === file);
    const at = path.join(copy, file);
    const from = path.posix.relative(path.posix.dirname(file), `${SWITCH_FILE}.js`);
    writeFileSync(at, switched(readFileSync(at, 'utf8'), own, from.startsWith('.') ? from : `./${from}`));
  }
  const bundles = path.join(copy, 'bundles');
  await build({
    entryPoints: tests.map((test) => path.join(copy, test)),
    outbase: copy,
    outdir: bundles,
    bundle: true,
    // One copy of the sources for all test files.
    splitting: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: { '@jest/globals': path.join(import.meta.dirname, 'globals.mjs') },
    plugins: [inlinedTexts, ownPlaces],
    logLevel: 'error',
  });
  return bundles;
}

/** In a bundle a file still finds what lies beside it. */
const ownPlaces = {
  name: 'own-places',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path: file }) => ({
      contents: readFileSync(file, 'utf8')
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
        .replaceAll('import.meta.url', JSON.stringify(String(pathToFileURL(file)))),
      loader: 'ts',
    }));
  },
};
