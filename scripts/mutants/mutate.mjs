/** Makes the mutants of a source file: small edits, each of which a test ought to notice. Nothing here runs a test. */
import { createHash } from 'node:crypto';
import { transformSync } from 'esbuild';
import ts from 'typescript';

/** A longer text would neither be read in a table nor be found again. */
const LONGEST_TEXT = 200;

const SWAPS = new Map([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
]);

const METHODS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['min', 'max'],
  ['max', 'min'],
  ['flatMap', 'slice(1).flatMap'],
]);

/** What a bug of ours would do: no plan gets there, so no test does. */
const LOUD = new Set(['must', 'unreachable']);

/** Every union of two or more words in the types of the files: each is a list of words. */
export function wordUnions(sources) {
  const unions = [];
  const look = (node) => {
    if (ts.isUnionTypeNode(node)) {
      const words = node.types.flatMap((type) =>
        ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [],
      );
      if (words.length > 1) unions.push(words);
    }
    ts.forEachChild(node, look);
  };
  for (const { file, text } of sources) look(parse(file, text));
  return unions;
}

/** All mutants of a file, in the order of the text. */
export function mutantsOf({ file, text }, unions) {
  const source = parse(file, text);
  const seen = new Map();
  return editsIn(source, unions).flatMap((edit) => {
    const { kind, node, after, at } = edit;
    const start = at.getStart(source);
    const before = text.slice(start, at.end);
    const place = placeOf(node);
    if (sameText(before).length > LONGEST_TEXT) return [];
    const key = [file, place, kind, sameText(before), sameText(after)].join('\n');
    // Tells apart those of one function that read the same.
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const id = createHash('sha256').update(`${key}\n${nth}`).digest('hex').slice(0, 8);
    const { line } = source.getLineAndCharacterOfPosition(start);
    const carrier = carrierOf(edit, source);
    return [{ id, kind, file, function: place, line: line + 1, before, after, start, end: at.end, carrier }];
  });
}

/** Whether esbuild takes the changed text, and it is not the same program once it is simplified. */
export function isAnother(text, mutant) {
  const changed = simplified(applied(text, mutant));
  return changed !== undefined && changed !== simplified(text);
}

/** The file's text with the edit of the mutant. */
export function applied(text, { start, end, after }) {
  return text.slice(0, start) + after + text.slice(end);
}

/** A text without what a formatter decides. */
export function sameText(text) {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/([([{]) /g, '$1')
    .replaceAll(/,? ([)\]}])/g, '$1')
    .trim();
}

/**
 * Some of the mutants of folders, the same ones for the same seed: each folder gets its share by lines, the kinds take
 * turns by lot, and no line is taken twice. `isWanted` is asked last, for what costs time.
 */
export function chosen(folders, count, seed, isWanted) {
  const random = randomOf(seed);
  const shares = sharesOf(
    folders.map(({ lines }) => lines),
    count,
  );
  return folders
    .flatMap(({ mutants }, i) => lot({ mutants, count: shares[i], random, isWanted }))
    .sort((a, b) => compare(a.file, b.file) || a.start - b.start || a.end - b.end);
}

function lot({ mutants, count, random, isWanted }) {
  const pool = new Map();
  for (const mutant of mutants) pool.set(mutant.kind, []);
  for (const mutant of mutants) pool.get(mutant.kind).push(mutant);
  const lines = new Set();
  const taken = [];
  while (taken.length < count && pool.size > 0) {
    const kinds = [...pool.keys()].sort();
    const kind = kinds[Math.floor(random() * kinds.length)];
    const list = pool.get(kind);
    const [mutant] = list.splice(Math.floor(random() * list.length), 1);
    if (list.length === 0) pool.delete(kind);
    const line = `${mutant.file}:${mutant.line}`;
    if (lines.has(line) || !isWanted(mutant)) continue;
    lines.add(line);
    taken.push(mutant);
  }
  return taken;
}

/** Whole numbers with the given sum, as near to the weights as can be: the largest rests are rounded up. */
function sharesOf(weights, sum) {
  const total = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (weight * sum) / total);
  const shares = exact.map(Math.floor);
  const order = exact.map((value, i) => [value - shares[i], i]).sort((a, b) => b[0] - a[0]);
  const rest = sum - shares.reduce((a, b) => a + b, 0);
  for (const [, i] of order.slice(0, rest)) shares[i]++;
  return shares;
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Mulberry32: numbers from 0 to 1 that depend on the seed alone. */
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

function parse(file, text) {
  return ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
}

function simplified(text) {
  try {
    return transformSync(text, {
      loader: 'ts',
      minifySyntax: true,
      minifyWhitespace: true,
      logLevel: 'silent',
    }).code;
  } catch {
    return undefined;
  }
}

/** The names of the declarations around a node, outermost first: 'exposedPort.run'. */
function placeOf(node) {
  const names = [];
  for (let at = node; at !== undefined; at = at.parent) {
    const isNamed =
      ts.isFunctionDeclaration(at) ||
      ts.isMethodDeclaration(at) ||
      ts.isClassDeclaration(at) ||
      (ts.isVariableDeclaration(at) && (holdsFunction(at) || ts.isSourceFile(at.parent.parent.parent))) ||
      (ts.isPropertyAssignment(at) && holdsFunction(at));
    if (isNamed && at.name !== undefined) names.unshift(at.name.getText());
  }
  return names.join('.');
}

function holdsFunction({ initializer }) {
  return (
    initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
  );
}

function editsIn(source, unions) {
  const edits = [];
  const look = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    if (ts.isTypeAliasDeclaration(node) || ts.isThrowStatement(node) || isLoud(node)) return;
    for (const { kind, after, at = node } of editsOf(node, unions)) {
      edits.push({ kind, node, after, at });
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return edits;
}

/** The expression or the statement that can stand behind a switch in place of the edit. */
function carrierOf({ kind, node, at }, source) {
  let carrier = kind === 'method' ? node : at;
  // What goes on behind a `?.` belongs to its chain.
  while (ts.isOptionalChain(carrier.parent) && carrier.parent.expression === carrier)
    carrier = carrier.parent;
  return {
    start: carrier.getStart(source),
    end: carrier.end,
    isStatement: ts.isExpressionStatement(carrier),
  };
}

function isLoud(node) {
  return ts.isCallExpression(node) && LOUD.has(node.expression.getText());
}

function editsOf(node, unions) {
  if (ts.isBinaryExpression(node)) return ofBinary(node);
  if (ts.isPrefixUnaryExpression(node)) return ofPrefix(node);
  if (ts.isIfStatement(node)) return ofIf(node);
  if (ts.isConditionalExpression(node)) return ofCondition(node.condition, 'true', 'false');
  if (ts.isWhileStatement(node)) return ofCondition(node.expression, 'false');
  if (ts.isNumericLiteral(node) || ts.isBigIntLiteral(node)) return ofNumber(node);
  if (ts.isCallExpression(node)) return ofCall(node);
  if (ts.isArrayLiteralExpression(node)) return ofArray(node);
  if (ts.isSpreadElement(node)) return [{ kind: 'spread', after: '[]', at: node.expression }];
  if (ts.isSpreadAssignment(node)) return [{ kind: 'spread', after: '{}', at: node.expression }];
  if (ts.isExpressionStatement(node)) return [{ kind: 'statement', after: ';' }];
  if (ts.isStringLiteral(node)) return ofWord(node, unions);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ kind: 'boolean', after: 'false' }];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ kind: 'boolean', after: 'true' }];
  return [];
}

function ofBinary({ left, operatorToken, right }) {
  if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    return [{ kind: 'default', after: right.getText() }];
  }
  const swap = SWAPS.get(operatorToken.kind);
  if (swap === undefined || (/[+-]/.test(swap) && [left, right].some(isText))) return [];
  return [{ kind: 'operator', after: `${left.getText()} ${swap} ${right.getText()}` }];
}

function isText(node) {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function ofPrefix({ operator, operand }) {
  return operator === ts.SyntaxKind.ExclamationToken ? [{ kind: 'negation', after: operand.getText() }] : [];
}

function ofCondition(at, ...values) {
  return values.map((after) => ({ kind: 'condition', after, at }));
}

/** Leaving early: with the condition false, it is as if the statement were not there. */
function ofIf({ expression, thenStatement, elseStatement }) {
  const last = ts.isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement;
  if (last !== undefined && ts.isThrowStatement(last)) return [];
  const leaves =
    last !== undefined &&
    elseStatement === undefined &&
    (ts.isReturnStatement(last) || ts.isContinueStatement(last) || ts.isBreakStatement(last));
  return leaves
    ? [...ofCondition(expression, 'true'), ...ofCondition(expression, 'false').map(asExit)]
    : ofCondition(expression, 'true', 'false');
}

function asExit(edit) {
  return { ...edit, kind: 'early-exit' };
}

function ofNumber(node) {
  if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return [];
  const isBig = ts.isBigIntLiteral(node);
  const value = BigInt(isBig ? node.text.slice(0, -1) : Number.isInteger(Number(node.text)) ? node.text : 0);
  const end = isBig ? 'n' : '';
  const up = { kind: 'number', after: `${value + 1n}${end}` };
  return value === 0n ? [up] : [up, { kind: 'number', after: `${value - 1n}${end}` }];
}

function ofCall({ expression, arguments: args }) {
  if (ts.isPropertyAccessExpression(expression)) {
    const { text } = expression.name;
    if (text === 'filter' && args[0] !== undefined)
      return [{ kind: 'filter', after: '() => true', at: args[0] }];
    const other = METHODS.get(text);
    return other === undefined ? [] : [{ kind: 'method', after: other, at: expression.name }];
  }
  const name = expression.getText();
  const sets = args.slice(-2).map((arg) => arg.getText());
  if (sets.length < 2 || !/^(union|intersect|subtract|isSubset)/.test(name) || args.some(ts.isSpreadElement))
    return [];
  if (name.startsWith('isSubset')) return [{ kind: 'set', after: `${name}(${sets[1]}, ${sets[0]})` }];
  const results = name.startsWith('subtract') ? sets.slice(0, 1) : sets;
  return results.map((after) => ({ kind: 'set', after }));
}

function ofArray({ elements, parent }) {
  const isTarget = ts.isBinaryExpression(parent) && parent.left.kind === ts.SyntaxKind.ArrayLiteralExpression;
  return elements.length === 0 || isTarget ? [] : [{ kind: 'array', after: '[]' }];
}

/** A word of a union becomes the next one of the smallest union that has it. */
function ofWord(node, unions) {
  if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return [];
  if (ts.isBinaryExpression(node.parent) && ts.isTypeOfExpression(node.parent.left)) return [];
  const [words] = unions.filter((union) => union.includes(node.text)).sort((a, b) => a.length - b.length);
  if (words === undefined) return [];
  return [{ kind: 'word', after: `'${words[(words.indexOf(node.text) + 1) % words.length]}'` }];
}
