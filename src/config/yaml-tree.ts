import { Composer, type CST, isAlias, isMap, isScalar, isSeq, Parser, type ParsedNode } from 'yaml';

import { err, ok, type Result } from '../result.js';
import type { Fault } from './configuration-error.js';
import { shownKey } from './nearest.js';
import { yamlProblem } from './yaml-problems.js';

/** A value of a YAML file, and where it and its parts stand. */
export interface Tree {
  readonly value: unknown;
  /** In the text, from 0. */
  readonly offset: number;
  /** By key, or by index for a list. */
  readonly parts: ReadonlyMap<string | number, { readonly keyOffset: number; readonly tree: Tree }>;
  /** Values in it, itself included, those behind aliases too. */
  readonly size: number;
}

/** A good file needs 5. The parser would end the process where the stack ends. */
const DEEPEST = 50;
/** Values in the file and behind its aliases. A file of the greatest length has fewer without aliases. */
const MOST_VALUES = 70_000;

/** Reads YAML 1.2 with the core types, so that dates stay texts. */
export function readTree(text: string): Result<Tree, Fault> {
  const tokens = [...new Parser().parse(text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined) return err({ offset: deep, problem: yamlProblem('RESOURCE_EXHAUSTION') });
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    stringKeys: true,
    // Its own search for them takes the square of the number of keys; `mapTree` does it.
    uniqueKeys: false,
  });
  const documents = composer.compose(tokens, true, text.length);
  const first = documents.next();
  if (first.done === true) return err({ offset: 0, problem: yamlProblem('IMPOSSIBLE') });
  const { contents, errors, warnings } = first.value;
  const [wrong] = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  const complaint = wrong ?? warnings[0];
  if (complaint !== undefined) {
    return err({ offset: complaint.pos[0], problem: yamlProblem(complaint.code) });
  }
  const second = documents.next();
  if (second.done !== true) {
    return err({ offset: second.value.range[0], problem: yamlProblem('MULTIPLE_DOCS') });
  }
  return treeOf(contents, 0, new Map());
}

/** Where the first value stands that is nested too deeply. Walks without recursion. */
function tooDeep(tokens: readonly CST.Token[]): number | undefined {
  let level: readonly CST.Token[] = tokens;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return level[0]?.offset;
    level = level.flatMap((token) => {
      if (token.type === 'document') return token.value === undefined ? [] : [token.value];
      if (!('items' in token)) return [];
      return token.items.flatMap(({ key, value }) =>
        [key, value].filter((part) => part !== null && part !== undefined),
      );
    });
  }
  return undefined;
}

type Anchors = Map<string, Tree>;

function treeOf(node: ParsedNode | null, at: number, anchors: Anchors): Result<Tree, Fault> {
  if (node === null) return ok(leaf(null, at));
  const offset = node.range[0];
  if (isAlias(node)) {
    const target = anchors.get(node.source);
    if (target !== undefined) return ok(target);
    return err({
      offset,
      problem:
        'the alias (*) names no anchor (&) that ends before it; write the value out, or put quotes around a text',
    });
  }
  const tree = isMap(node)
    ? mapTree(node.items, offset, anchors)
    : isSeq(node)
      ? listTree(node.items, offset, anchors)
      : ok(leaf(node.value, offset));
  if (tree.ok && tree.value.size > MOST_VALUES) {
    return err({ offset, problem: 'the aliases (*) stand for too many values; write the values out' });
  }
  if (tree.ok && node.anchor !== undefined) anchors.set(node.anchor, tree.value);
  return tree;
}

function leaf(value: unknown, offset: number): Tree {
  return { value, offset, parts: new Map(), size: 1 };
}

interface KeyAndValue {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

function mapTree(pairs: readonly KeyAndValue[], offset: number, anchors: Anchors): Result<Tree, Fault> {
  const parts = new Map<string | number, { keyOffset: number; tree: Tree }>();
  let size = 1;
  for (const { key, value } of pairs) {
    const keyOffset = key.range[0];
    const name = isScalar(key) ? key.value : undefined;
    if (typeof name !== 'string') return err({ offset: keyOffset, problem: yamlProblem('NON_STRING_KEY') });
    if (parts.has(name)) {
      return err({
        offset: keyOffset,
        problem: `the key ${shownKey(name)} stands here a second time; keep one`,
      });
    }
    const tree = treeOf(value, keyOffset, anchors);
    if (!tree.ok) return tree;
    parts.set(name, { keyOffset, tree: tree.value });
    size += tree.value.size;
  }
  // Makes own properties, of `__proto__` too.
  const value = Object.fromEntries([...parts].map(([name, { tree }]) => [name, tree.value]));
  return ok({ value, offset, parts, size });
}

function listTree(nodes: readonly ParsedNode[], offset: number, anchors: Anchors): Result<Tree, Fault> {
  const parts = new Map<string | number, { keyOffset: number; tree: Tree }>();
  const values: unknown[] = [];
  let size = 1;
  for (const node of nodes) {
    const tree = treeOf(node, offset, anchors);
    if (!tree.ok) return tree;
    parts.set(values.length, { keyOffset: tree.value.offset, tree: tree.value });
    values.push(tree.value.value);
    size += tree.value.size;
  }
  return ok({ value: values, offset, parts, size });
}
