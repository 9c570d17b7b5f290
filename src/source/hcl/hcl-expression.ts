import type { Node } from 'web-tree-sitter';

import { parseTraversal, unquote } from '../../terraform/traversal.js';
import type { Attribute, Entry, Expr, Span } from '../../terraform/expression.js';

/** Deeper than anybody writes; beyond it an expression is `other`. */
const DEPTH_LIMIT = 60;

/** Functions that hand on one of their arguments. */
const CHOICES = new Set(['try', 'coalesce']);
/** Functions whose result has the keys or elements of all their arguments. */
const UNIONS = new Set(['merge', 'concat', 'toset', 'tomap', 'tolist', 'sensitive', 'nonsensitive']);

/** The lines of a node; `above` lines stand before the text that was parsed. */
export function spanOf(node: Node, above: number): Span {
  const { startPosition: start, endPosition: end } = node;
  // A node that ends at the start of a line does not reach into it.
  const last = end.column === 0 && end.row > start.row ? end.row - 1 : end.row;
  return { line: above + start.row + 1, endLine: above + last + 1 };
}

/** The arguments of a block, or of a whole file. The first of two with one name counts. */
export function attributesOf(body: Node | undefined, above: number): ReadonlyMap<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const node of body?.namedChildren ?? []) {
    if (node.type !== 'attribute') continue;
    const [name, value] = meaningful(node);
    if (name === undefined || value === undefined || attributes.has(name.text)) continue;
    attributes.set(name.text, {
      ...spanOf(node, above),
      value: exprOf(value, above, DEPTH_LIMIT),
      text: value.text,
    });
  }
  return attributes;
}

/** Children that say something: no comments. */
function meaningful(node: Node): readonly Node[] {
  return node.namedChildren.filter(({ type }) => type !== 'comment');
}

/** An `expression` node as we know it. */
function exprOf(node: Node, above: number, depth: number): Expr {
  const span = spanOf(node, above);
  const other: Expr = { kind: 'other', span };
  const children = meaningful(node);
  const [first] = children;
  if (first === undefined || depth <= 0) return other;
  if (children.length > 1) return traversalOf(children, span);
  switch (first.type) {
    case 'expression':
      return exprOf(first, above, depth - 1);
    case 'variable_expr':
      return traversalOf(children, span);
    case 'literal_value':
      return literalOf(first, span);
    case 'template_expr':
      return templateOf(first, above, depth - 1) ?? other;
    case 'operation':
      return /^-\s*[0-9.]+$/.test(first.text) ? { kind: 'literal', span, value: Number(first.text) } : other;
    case 'collection_value':
      return collectionOf(meaningful(first)[0], above, depth - 1) ?? other;
    case 'conditional': {
      const [, yes, no] = meaningful(first);
      return yes === undefined || no === undefined
        ? other
        : { kind: 'choice', span, parts: [yes, no].map((part) => exprOf(part, above, depth - 1)) };
    }
    case 'function_call':
      return callOf(first, above, depth - 1) ?? other;
    case 'for_expr':
      return forOf(first, above, depth - 1) ?? other;
    default:
      return other;
  }
}

/** `a.b["c"]`. A splat or a computed index means several things, or none that is written here. */
function traversalOf(children: readonly Node[], span: Span): Expr {
  const parts = children.map((child) => {
    if (child.type === 'variable_expr' || child.type === 'get_attr') return child.text.replace(/\s/g, '');
    const isPlain = child.type === 'index' && /^(\[\s*("[^"$%]*"|\d+)\s*\]|\.\d+)$/.test(child.text);
    return isPlain ? child.text.replace(/^\[\s*|\s*\]$/g, (c) => c.trim()).replace(/^\.(\d+)$/, '[$1]') : '';
  });
  const steps = parts.includes('') ? undefined : parseTraversal(parts.join(''));
  return steps?.[0]?.kind === 'name' ? { kind: 'reference', span, steps } : { kind: 'other', span };
}

function literalOf(node: Node, span: Span): Expr {
  const [inner] = meaningful(node);
  const { text } = node;
  switch (inner?.type) {
    case 'string_lit':
      return { kind: 'literal', span, value: unquote(text.slice(1, -1)) };
    case 'numeric_lit':
      return { kind: 'literal', span, value: Number(text) };
    case 'bool_lit':
      return { kind: 'literal', span, value: text === 'true' };
    case 'null_lit':
      return { kind: 'literal', span, value: null };
    case undefined:
    default:
      return { kind: 'other', span };
  }
}

/** `"${a.b}"` is `a.b`; a text around it makes it something else. */
function templateOf(node: Node, above: number, depth: number): Expr | undefined {
  const [template] = meaningful(node);
  if (template?.type !== 'quoted_template') return undefined;
  const parts = meaningful(template).filter(({ type }) => !type.startsWith('quoted_template_'));
  const [only] = parts;
  if (parts.length !== 1 || only?.type !== 'template_interpolation') return undefined;
  const inner = meaningful(only).find(({ type }) => type === 'expression');
  return inner === undefined ? undefined : exprOf(inner, above, depth);
}

function collectionOf(node: Node | undefined, above: number, depth: number): Expr | undefined {
  if (node === undefined) return undefined;
  const span = spanOf(node, above);
  const children = meaningful(node);
  if (node.type === 'tuple') {
    const elements = children.filter(({ type }) => type === 'expression');
    return { kind: 'list', span, elements: elements.map((element) => exprOf(element, above, depth)) };
  }
  const entries = children.flatMap((element): readonly Entry[] => {
    const key = element.type === 'object_elem' ? element.childForFieldName('key') : null;
    const value = element.childForFieldName('val');
    if (key === null || value === null) return [];
    const entry = { key: entryKey(key, above), value: exprOf(value, above, depth) };
    return [{ ...spanOf(element, above), ...entry }];
  });
  return { kind: 'object', span, entries };
}

/** `a`, `"a"` or `1`. A name alone is the key itself, but `(name)` is what it refers to. */
function entryKey(node: Node, above: number): string | undefined {
  const expr = exprOf(node, above, 1);
  if (expr.kind === 'literal') return String(expr.value);
  const isName = expr.kind === 'reference' && expr.steps.length === 1 && !node.text.startsWith('(');
  return isName ? node.text : undefined;
}

function callOf(node: Node, above: number, depth: number): Expr | undefined {
  const [name, list] = meaningful(node);
  if (name === undefined || list?.type !== 'function_arguments') return undefined;
  const inner = meaningful(list);
  const isExpanded = inner.some(({ type }) => type === 'ellipsis');
  const kind = CHOICES.has(name.text) ? 'choice' : UNIONS.has(name.text) ? 'union' : undefined;
  if (kind === undefined || isExpanded) return undefined;
  const parts = inner.map((part) => exprOf(part, above, depth));
  return { kind, span: spanOf(node, above), parts: kind === 'union' ? parts.reverse() : parts };
}

function forOf(node: Node, above: number, depth: number): Expr | undefined {
  const [object] = meaningful(node);
  if (object?.type !== 'for_object_expr') return undefined;
  const [, intro, key, value] = meaningful(object);
  if (intro === undefined || key === undefined || value?.type !== 'expression') return undefined;
  const names = meaningful(intro).filter(({ type }) => type === 'identifier');
  const collection = meaningful(intro).find(({ type }) => type === 'expression');
  const [first, second] = names;
  if (first === undefined || collection === undefined) return undefined;
  return {
    kind: 'for',
    span: spanOf(node, above),
    keyName: second === undefined ? undefined : first.text,
    valueName: (second ?? first).text,
    collection: exprOf(collection, above, depth),
    key: exprOf(key, above, depth),
    value: exprOf(value, above, depth),
  };
}
