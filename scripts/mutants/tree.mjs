/** A tree of the project on the disk: its source files, who imports whom, and copies of it to change. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What a copy does not hold: the history, what others have left, and the packages, which are linked. */
const LEFT_OUT = new Set(['.git', 'node_modules', 'coverage']);

/** The TypeScript files of a folder of the tree, by path from the tree's root, sorted. */
export function sourcesIn(tree, folder) {
  return readdirSync(path.join(tree, folder), { recursive: true })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(tree, file), 'utf8') }));
}

/** A fresh copy of the tree, at the path, that runs with the packages of the tree. */
export function copyTree(tree, to) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(tree)) {
    if (!LEFT_OUT.has(name)) cpSync(path.join(tree, name), path.join(to, name), { recursive: true });
  }
  symlinkSync(path.join(tree, 'node_modules'), path.join(to, 'node_modules'));
}

/** These tests run the whole pipe, too, but slowly and for other ends: they judge no mutant. */
const LEFT_OUT_TESTS = ['action', 'cli', 'cloud', 'edge', 'fuzz', 'github', 'install', 'scripts'].map(
  (name) => `test/${name}/`,
);

/** For each file of `src` and `test` the test files that reach it by imports, with the length of the chain. */
export function testDistances(tree) {
  const files = [...sourcesIn(tree, 'src'), ...sourcesIn(tree, 'test')];
  const known = new Set(files.map(({ file }) => file));
  const imports = new Map(
    files.map(({ file, text }) => [file, importsOf(file, text).filter((it) => known.has(it))]),
  );
  const distances = new Map([...known].map((file) => [file, new Map()]));
  for (const test of known) {
    if (!test.endsWith('.test.ts') || LEFT_OUT_TESTS.some((folder) => test.startsWith(folder))) continue;
    let reached = new Set([test]);
    const seen = new Set();
    for (let distance = 0; reached.size > 0; distance++) {
      for (const file of reached) {
        seen.add(file);
        distances.get(file).set(test, distance);
      }
      reached = new Set([...reached].flatMap((file) => imports.get(file)).filter((file) => !seen.has(file)));
    }
  }
  return distances;
}

/** The files that a file loads: imports of types alone load nothing. */
function importsOf(file, text) {
  const names = [];
  const look = (node) => {
    const from = moduleOf(node);
    if (from !== undefined && ts.isStringLiteral(from) && from.text.startsWith('.')) names.push(from.text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  return names.map((name) => path.posix.join(path.posix.dirname(file), name).replace(/\.js$/, '.ts'));
}

function moduleOf(node) {
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause;
    const named = clause?.namedBindings;
    const isTypes =
      clause?.isTypeOnly === true ||
      (clause?.name === undefined &&
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.length > 0 &&
        named.elements.every((element) => element.isTypeOnly));
    return isTypes ? undefined : node.moduleSpecifier;
  }
  if (ts.isExportDeclaration(node)) return node.isTypeOnly ? undefined : node.moduleSpecifier;
  const isLate = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isLate ? node.arguments[0] : undefined;
}
