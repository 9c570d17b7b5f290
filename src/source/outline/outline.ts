import type { Node } from 'web-tree-sitter';

import type { Expr } from '../../terraform/expression.js';
import { unquote } from '../../terraform/traversal.js';
import type { Hcl } from '../hcl/hcl.js';
import { attributesOf, spanOf } from '../hcl/hcl-expression.js';
import { dataExpr, parseExpression } from '../locals/locals.js';

/** A block of a file, with the blocks in it. */
export interface OutlineBlock {
  /** `terraform`, `provider`, `resource` and so on. */
  readonly type: string;
  readonly labels: readonly string[];
  /** From 1. */
  readonly line: number;
  readonly arguments: ReadonlyMap<string, Expr>;
  readonly inner: readonly OutlineBlock[];
}

/** Blocks in blocks that are looked at: the backend of `terraform`. */
const DEPTH = 2;

/** All blocks of a file of HCL; undefined when it is broken, or cannot be read. */
export function outlineOf(hcl: Hcl, text: string): readonly OutlineBlock[] | undefined {
  return hcl.parse(text, (root) => {
    if (root.hasError) return undefined;
    return outlineOfBody(
      root.namedChildren.find(({ type }) => type === 'body'),
      DEPTH,
    );
  });
}

function outlineOfBody(body: Node | undefined, depth: number): readonly OutlineBlock[] {
  if (depth === 0) return [];
  return (body?.namedChildren ?? []).flatMap((node): readonly OutlineBlock[] => {
    if (node.type !== 'block') return [];
    const [type, ...rest] = node.namedChildren;
    if (type === undefined) return [];
    const own = rest.find((part) => part.type === 'body');
    const labels = rest.flatMap((part) => {
      if (part.type === 'string_lit') return [unquote(part.text.slice(1, -1))];
      return part.type === 'identifier' ? [part.text] : [];
    });
    const values = [...attributesOf(own, 0)].map(([name, { value }]) => [name, value] as const);
    return [
      {
        ...{ type: type.text, labels, line: spanOf(node, 0).line },
        arguments: new Map(values),
        inner: outlineOfBody(own, depth - 1),
      },
    ];
  });
}

/** How many labels a block of a `.tf.json` file has; of blocks that are not named here, nothing is read. */
const LABELS: ReadonlyMap<string, number> = new Map([
  ['terraform', 0],
  ['locals', 0],
  ['provider', 1],
  ['module', 1],
  ['resource', 2],
  ['data', 2],
  ['backend', 1],
  ['cloud', 0],
]);

/** The same of a `.tf.json` file, for the block types of {@link LABELS}; all of its blocks are said to stand on line 1. */
export function jsonOutlineOf(hcl: Hcl | undefined, text: string): readonly OutlineBlock[] | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const reading = {
    span: { line: 1, endLine: 1 },
    hasEscapes: /\$\$\{|%%\{/.test(text),
    parse: (inner: string) => parseExpression(hcl, inner),
  };
  const exprOf = (value: unknown): Expr => dataExpr(value, reading);
  return membersOf(data).flatMap(([type, value]) => jsonBlocks(type, value, exprOf));
}

function jsonBlocks(type: string, value: unknown, exprOf: (value: unknown) => Expr): readonly OutlineBlock[] {
  const depth = LABELS.get(type);
  if (depth === undefined) return [];
  let found: readonly { readonly labels: readonly string[]; readonly value: unknown }[] = [
    { labels: [], value },
  ];
  for (let level = 0; level < depth; level++) {
    found = found.flatMap(({ labels, value: inner }) =>
      membersOf(inner).map(([label, own]) => ({ labels: [...labels, label], value: own })),
    );
  }
  return found.flatMap(({ labels, value: own }) =>
    bodiesOf(own).map((body) => {
      const members = membersOf(body);
      const values = members.map(([name, member]) => [name, exprOf(member)] as const);
      const inner = type === 'terraform' ? members.flatMap(([name, it]) => jsonBlocks(name, it, exprOf)) : [];
      return { type, labels, line: 1, arguments: new Map(values), inner };
    }),
  );
}

function bodiesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** Of an object, or of each object of a list. */
function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.flatMap(membersOf);
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
