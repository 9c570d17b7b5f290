import type { Node } from 'web-tree-sitter';

import { parseTraversal, unquote } from '../../terraform/traversal.js';
import type { Attribute, Entry, Expr, ForExpr, Span } from '../../terraform/expression.js';

/** Deeper than anybody writes; beyond it an expression is `other`. */
const DEPTH_LIMIT = 60;

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

/** How a node is read. */
interface Reading {
  /** Lines that stand before the text that was parsed. */
  readonly above: number;
  /** Levels that may still be gone down. */
  readonly depth: number;
}

/** An `expression` node as we know it. */
function exprOf(node: Node, above: number, depth: number): Expr {
  return exprOfNodes(node, meaningful(node), { above, depth: depth - 1 });
}

/** Some nodes hold the parts of an expression without a node around them. */
function exprOfNodes(whole: Node, nodes: readonly Node[], reading: Reading): Expr {
  const { above, depth } = reading;
  const span = spanOf(whole, above);
  const [first, ...steps] = nodes;
  if (first === undefined || depth <= 0) return { kind: 'other', span, parts: [] };
  if (first.type === 'variable_expr') return traversalOf(nodes, span, reading);
  return steps.reduce<Expr>((of, step) => taken(of, step, reading), simpleOf(first, span, reading));
}

function simpleOf(node: Node, span: Span, { above, depth }: Reading): Expr {
  const inner = meaningful(node);
  const parsed = (part: Node): Expr => exprOf(part, above, depth);
  switch (node.type) {
    case 'expression':
      return parsed(node);
    case 'literal_value':
      return literalOf(node, span);
    case 'template_expr':
      return templateOf(node, span, { above, depth });
    case 'operation':
      return operationOf(node, span, { above, depth });
    case 'collection_value':
      return collectionOf(inner[0], above, depth) ?? { kind: 'other', span, parts: [] };
    case 'conditional': {
      const [condition, yes, no] = inner.map(parsed);
      return condition === undefined || yes === undefined || no === undefined
        ? { kind: 'other', span, parts: [] }
        : { kind: 'conditional', span, condition, yes, no };
    }
    case 'function_call':
      return callOf(inner, span, parsed);
    case 'for_expr':
      return forOf(inner[0], span, { above, depth }) ?? { kind: 'other', span, parts: [] };
    default:
      return { kind: 'other', span, parts: inner.filter(isExpression).map(parsed) };
  }
}

function isExpression({ type }: Node): boolean {
  return type === 'expression';
}

/** `a.b["c"]`, as far as its steps are plain, and what is taken of it. */
function traversalOf(nodes: readonly Node[], span: Span, reading: Reading): Expr {
  const texts = nodes.map(plainStep);
  const end = texts.includes(undefined) ? texts.indexOf(undefined) : texts.length;
  const steps = parseTraversal(texts.slice(0, end).join(''));
  if (steps?.[0]?.kind !== 'name') return { kind: 'other', span, parts: [] };
  const plain: Expr = { kind: 'reference', span, steps };
  return nodes.slice(end).reduce<Expr>((of, step) => taken(of, step, reading), plain);
}

/** The text of a step that is written out. */
function plainStep({ type, text }: Node): string | undefined {
  if (type === 'variable_expr' || type === 'get_attr') return text.replace(/\s/g, '');
  if (type !== 'index' || !/^(\[\s*("[^"$%]*"|\d+)\s*\]|\.\d+)$/.test(text)) return undefined;
  return text.replace(/^\[\s*|\s*\]$/g, (c) => c.trim()).replace(/^\.(\d+)$/, '[$1]');
}

/** No name of HCL: a splat has none for its elements. */
const ELEMENT = '*';

function taken(of: Expr, step: Node, reading: Reading): Expr {
  const { above, depth } = reading;
  const span = { line: of.span.line, endLine: spanOf(step, above).endLine };
  const plain = plainStep(step);
  const [inner] = meaningful(step);
  if (plain !== undefined) {
    const [plainly] = parseTraversal(plain) ?? [];
    return plainly === undefined
      ? { kind: 'other', span, parts: [of] }
      : { kind: 'part', span, of, step: plainly };
  }
  if (step.type === 'splat' && inner !== undefined) {
    const element: Expr = { kind: 'reference', span, steps: [{ kind: 'name', name: ELEMENT }] };
    const value = meaningful(inner).reduce<Expr>((part, next) => taken(part, next, reading), element);
    return { ...NO_FOR, span, valueName: ELEMENT, collection: of, value, isSplat: true };
  }
  const key = inner?.type === 'new_index' ? meaningful(inner).find(isExpression) : undefined;
  return key === undefined
    ? { kind: 'other', span, parts: [of] }
    : { kind: 'index', span, of, key: exprOf(key, above, depth) };
}

const NO_FOR = {
  kind: 'for',
  keyName: undefined,
  key: undefined,
  condition: undefined,
  isGrouped: false,
  isSplat: false,
} as const;

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
      return { kind: 'other', span, parts: [] };
  }
}

/** `"${a.b}"` is `a.b`; a text around it makes it a text. */
function templateOf(node: Node, span: Span, { above, depth }: Reading): Expr {
  const [template] = meaningful(node);
  const nodes = template === undefined ? [] : meaningful(template);
  const parts = nodes
    .filter(({ type }) => !type.startsWith('quoted_template_'))
    .flatMap((part): readonly Expr[] => {
      if (part.type === 'template_literal') return [{ kind: 'literal', span, value: unquote(part.text) }];
      return meaningful(part)
        .filter(isExpression)
        .map((inner) => exprOf(inner, above, depth));
    });
  const isPlain =
    template?.type === 'quoted_template' && nodes.every(({ type }) => type !== 'template_directive');
  const [only] = parts;
  if (!isPlain) return { kind: 'other', span, parts };
  return only !== undefined && parts.length === 1 ? only : { kind: 'template', span, parts };
}

/** `!a`, `a == b`: their operands stand without a node around them. */
function operationOf(node: Node, span: Span, reading: Reading): Expr {
  if (/^-\s*[0-9.]+$/.test(node.text)) return { kind: 'literal', span, value: Number(node.text) };
  const [operation] = meaningful(node);
  if (operation === undefined) return { kind: 'other', span, parts: [] };
  const tokens = operation.children.filter(({ type }) => !['comment', '(', ')'].includes(type));
  const at = tokens.findIndex(({ isNamed }) => !isNamed);
  const operator = tokens[at];
  if (operator === undefined) return { kind: 'other', span, parts: [] };
  const sides = [tokens.slice(0, at), tokens.slice(at + 1)].filter((side) => side.length > 0);
  const parts = sides.map((side) => exprOfNodes(operation, side, { ...reading, depth: reading.depth - 1 }));
  return { kind: 'operation', span, operator: operator.text, parts };
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
    const name = entryKey(key, above);
    const keyExpr = name === undefined ? exprOf(key, above, depth) : undefined;
    return [{ ...spanOf(element, above), key: name, keyExpr, value: exprOf(value, above, depth) }];
  });
  return { kind: 'object', span, entries };
}

/** `a`, `"a"` or `1`. A name alone is the key itself, but `(name)` is what it refers to. */
function entryKey(node: Node, above: number): string | undefined {
  const expr = exprOf(node, above, 2);
  if (expr.kind === 'literal') return String(expr.value);
  const isName = expr.kind === 'reference' && expr.steps.length === 1 && !node.text.startsWith('(');
  return isName ? node.text : undefined;
}

function callOf([name, list]: readonly Node[], span: Span, parsed: (node: Node) => Expr): Expr {
  const inner = list === undefined ? [] : meaningful(list);
  const isExpanded = inner.some(({ type }) => type === 'ellipsis');
  return {
    kind: 'call',
    span,
    name: name?.text ?? '',
    parts: inner.filter(isExpression).map(parsed),
    isExpanded,
  };
}

function forOf(node: Node | undefined, span: Span, { above, depth }: Reading): ForExpr | undefined {
  const children = node === undefined ? [] : meaningful(node);
  const intro = children.find(({ type }) => type === 'for_intro');
  const condition = children.find(({ type }) => type === 'for_cond');
  const values = children.filter(isExpression).map((part) => exprOf(part, above, depth));
  const expected = node?.type === 'for_object_expr' ? 2 : 1;
  const named = intro === undefined ? [] : meaningful(intro);
  const [first, second] = named.filter(({ type }) => type === 'identifier');
  const collection = named.find(isExpression);
  const value = values.at(-1);
  if (first === undefined || collection === undefined || value === undefined) return undefined;
  if (values.length !== expected) return undefined;
  const test = condition === undefined ? undefined : meaningful(condition).find(isExpression);
  return {
    ...NO_FOR,
    span,
    keyName: second === undefined ? undefined : first.text,
    valueName: (second ?? first).text,
    collection: exprOf(collection, above, depth),
    key: expected === 2 ? values[0] : undefined,
    value,
    condition: test === undefined ? undefined : exprOf(test, above, depth),
    isGrouped: children.some(({ type }) => type === 'ellipsis'),
  };
}
