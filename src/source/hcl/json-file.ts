import type { Node, ParseOptions } from 'jsonc-parser';

import { must } from '../../result.js';
import type { Attribute, Entry, Expr, Literal, Span } from '../../terraform/expression.js';
import { parseTraversal } from '../../terraform/traversal.js';
import { type BareBlock, BLOCK_LIMIT, type SourceFile } from './source-file.js';

/** Prepares a `.tf.json` file for questions. It is read where its text holds the block type and the labels. */
export function jsonFileOf(text: string): SourceFile {
  let reading: Promise<JsonText | undefined> | undefined;
  return {
    keys: undefined,
    find: async (type, labels) => {
      const isThere = [type, ...labels].every((word) => text.includes(`"${word}"`));
      if (!isThere) return { blocks: [], isBroken: false };
      const json = await (reading ??= readJson(text));
      if (json === undefined) return { blocks: [], isBroken: true };
      let found: readonly Member[] = [{ key: '', whole: json.root, value: json.root }];
      for (const name of [type, ...labels]) {
        const members = found.flatMap(({ value }) => objectsIn(value).flatMap(jsonMembers));
        found = members.filter(({ key }) => key === name);
      }
      const blocks = found.flatMap((member) => objectsAsBlocks(json, member));
      return { blocks: blocks.slice(0, BLOCK_LIMIT), isBroken: blocks.length > BLOCK_LIMIT };
    },
  };
}

/** JSON as it is written, and the lines of its offsets. */
interface JsonText {
  readonly text: string;
  readonly root: Node;
  readonly lineAt: (offset: number) => number;
}

/** Terraform allows no comments here, and we get over a comma too many. */
const STRICT: ParseOptions = { disallowComments: true, allowTrailingComma: true };
/** Deeper than any configuration; deeper texts are made to harm. */
const DEPTH_LIMIT = 101;

class NotReadable extends Error {}

/** Loads the parser and reads the text; undefined when it is no JSON, or nests too deep. */
async function readJson(text: string): Promise<JsonText | undefined> {
  const { parseTree, visit } = await import('jsonc-parser');
  const refuse = (): never => {
    throw new NotReadable();
  };
  let depth = 0;
  const begin = (): void => {
    if (++depth > DEPTH_LIMIT) refuse();
  };
  const end = (): void => {
    depth--;
  };
  const limits = {
    onObjectBegin: begin,
    onArrayBegin: begin,
    onObjectEnd: end,
    onArrayEnd: end,
    onError: refuse,
  };
  try {
    visit(text, limits, STRICT);
  } catch (error) {
    if (error instanceof NotReadable) return undefined;
    throw error;
  }
  const root = must(parseTree(text, [], STRICT), 'the text was visited without an error');
  return { text, root, lineAt: lineFinder(text) };
}

/** Gives the line, from 1, of an offset. */
function lineFinder(text: string): (offset: number) => number {
  const breaks = Array.from(text.matchAll(/\n/g), ({ index }) => index);
  return (offset) => {
    let [low, high] = [0, breaks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (must(breaks[middle], 'it is between the ends') < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

function jsonSpan({ lineAt }: JsonText, { offset, length }: Node): Span {
  return { line: lineAt(offset), endLine: lineAt(offset + length) };
}

/** One member of an object; `whole` reaches from its key to the end of its value. */
interface Member {
  readonly key: string;
  readonly whole: Node;
  readonly value: Node;
}

function jsonMembers(object: Node): readonly Member[] {
  return childrenOf(object).map((whole) => {
    const [key, value] = childrenOf(whole);
    return { key: String(must(key, NO_ERRORS).value), whole, value: must(value, NO_ERRORS) };
  });
}

const NO_ERRORS = 'text without errors has a key and a value for each member';

/** The members of an object, the elements of an array, or key and value of a member. */
function childrenOf({ children }: Node): readonly Node[] {
  return must(children, 'only literals have no parts');
}

/** The object, or the objects of an array: both may stand at each level. */
function objectsIn(node: Node): readonly Node[] {
  return [node, ...(node.type === 'array' ? childrenOf(node) : [])].filter(({ type }) => type === 'object');
}

function objectsAsBlocks(json: JsonText, { whole, value }: Member): readonly BareBlock[] {
  const objects = value.type === 'array' ? objectsIn(value).slice(0, BLOCK_LIMIT + 1) : undefined;
  return objects === undefined
    ? [{ ...jsonSpan(json, whole), attributes: jsonAttributes(json, value) }]
    : objects.map((object) => ({ ...jsonSpan(json, object), attributes: jsonAttributes(json, object) }));
}

/** The members of an object as the arguments of a block. */
function jsonAttributes(json: JsonText, node: Node): ReadonlyMap<string, Attribute> {
  const members = node.type === 'object' ? jsonMembers(node) : [];
  return new Map(
    members.map(({ key, whole, value }) => {
      const text = json.text.slice(value.offset, value.offset + value.length);
      return [key, { ...jsonSpan(json, whole), value: jsonExpr(json, value), text }];
    }),
  );
}

/** JSON as an expression: `"${a.b}"` is a reference; any other template is not followed. */
function jsonExpr(json: JsonText, node: Node): Expr {
  const span = jsonSpan(json, node);
  if (node.type === 'object') {
    const entries = jsonMembers(node).map(({ key, whole, value }): Entry => ({
      ...jsonSpan(json, whole),
      key,
      keyExpr: undefined,
      value: jsonExpr(json, value),
    }));
    return { kind: 'object', span, entries };
  }
  if (node.type === 'array') {
    return { kind: 'list', span, elements: childrenOf(node).map((element) => jsonExpr(json, element)) };
  }
  const value: unknown = node.value;
  return textExpr(isLiteral(value) ? value : null, span);
}

function isLiteral(value: unknown): value is Literal {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function textExpr(value: Literal, span: Span): Expr {
  if (typeof value !== 'string' || !value.includes('${')) return { kind: 'literal', span, value };
  const inner = /^\$\{([^{}]*)\}$/.exec(value)?.[1]?.trim();
  const steps = inner === undefined || /[\s(*]/.test(inner) ? undefined : parseTraversal(inner);
  return steps?.[0]?.kind === 'name'
    ? { kind: 'reference', span, steps }
    : { kind: 'other', span, parts: [] };
}
