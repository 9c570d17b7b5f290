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
        const members = found.flatMap(({ value }) => objectsIn(value).flatMap(membersOf));
        found = members.filter(({ key }) => key === name);
      }
      const blocks = found.flatMap((member) => blocksOfMember(json, member));
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

function linesOf({ lineAt }: JsonText, { offset, length }: Node): Span {
  return { line: lineAt(offset), endLine: lineAt(offset + length) };
}

/** One member of an object; `whole` reaches from its key to the end of its value. */
interface Member {
  readonly key: string;
  readonly whole: Node;
  readonly value: Node;
}

function membersOf({ children = [] }: Node): readonly Member[] {
  return children.map((whole) => {
    const [key, value] = whole.children ?? [];
    return {
      key: String(key?.value),
      whole,
      value: must(value, 'text without errors has a value for each key'),
    };
  });
}

/** The object, or the objects of an array: both may stand at each level. */
function objectsIn(node: Node): readonly Node[] {
  return [node, ...(node.type === 'array' ? (node.children ?? []) : [])].filter(
    ({ type }) => type === 'object',
  );
}

function blocksOfMember(json: JsonText, { whole, value }: Member): readonly BareBlock[] {
  const objects = value.type === 'array' ? objectsIn(value).slice(0, BLOCK_LIMIT + 1) : undefined;
  return objects === undefined
    ? [{ ...linesOf(json, whole), attributes: jsonAttributes(json, value) }]
    : objects.map((object) => ({ ...linesOf(json, object), attributes: jsonAttributes(json, object) }));
}

/** The members of an object as the arguments of a block. */
function jsonAttributes(json: JsonText, node: Node): ReadonlyMap<string, Attribute> {
  const members = node.type === 'object' ? membersOf(node) : [];
  return new Map(
    members.map(({ key, whole, value }) => {
      const text = json.text.slice(value.offset, value.offset + value.length);
      return [key, { ...linesOf(json, whole), value: jsonExpr(json, value), text }];
    }),
  );
}

/** JSON as an expression: `"${a.b}"` is a reference; any other template is not followed. */
function jsonExpr(json: JsonText, node: Node): Expr {
  const span = linesOf(json, node);
  if (node.type === 'object') {
    const entries = membersOf(node).map(({ key, whole, value }): Entry => ({
      ...linesOf(json, whole),
      key,
      value: jsonExpr(json, value),
    }));
    return { kind: 'object', span, entries };
  }
  if (node.type === 'array') {
    return { kind: 'list', span, elements: (node.children ?? []).map((element) => jsonExpr(json, element)) };
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
  return steps?.[0]?.kind === 'name' ? { kind: 'reference', span, steps } : { kind: 'other', span };
}
