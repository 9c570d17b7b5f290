import { type Expr, referenceText } from '../../terraform/expression.js';
import { type HclText, type HclTree, quoted } from '../../terraform/write-hcl.js';

/** A value within a tree, and what it is to be; undefined: it is left out. */
interface TreeChange {
  readonly path: readonly string[];
  readonly text: HclText | undefined;
}

/** What is written, with other values at some places; undefined where it is no plain value, or has no such place. */
export function treeWith(expr: Expr, changes: readonly TreeChange[]): HclTree | undefined {
  return changes.reduce<HclTree | undefined>(
    (tree, change) => tree && withChange(tree, change),
    writtenTree(expr),
  );
}

function writtenTree(expr: Expr): HclTree | undefined {
  switch (expr.kind) {
    case 'literal':
      return {
        kind: 'text',
        text: typeof expr.value === 'string' ? quoted(expr.value) : String(expr.value),
      };
    case 'reference':
      return { kind: 'text', text: referenceText(expr.steps) };
    case 'list': {
      const elements = expr.elements.flatMap((one) => writtenTree(one) ?? []);
      return elements.length < expr.elements.length ? undefined : { kind: 'list', elements };
    }
    case 'object': {
      const entries = expr.entries.flatMap(({ key, value }): readonly (readonly [string, HclTree])[] => {
        const tree = writtenTree(value);
        return key === undefined || tree === undefined ? [] : [[key, tree]];
      });
      return entries.length < expr.entries.length ? undefined : { kind: 'object', entries };
    }
    case 'part':
    case 'index':
    case 'conditional':
    case 'call':
    case 'for':
    case 'template':
    case 'operation':
    case 'other':
      return undefined;
  }
}

function withChange(tree: HclTree, { path, text }: TreeChange): HclTree | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return text === undefined ? undefined : { kind: 'text', text };
  const change = { path: rest, text };
  if (tree.kind === 'list') {
    const { elements } = tree;
    const own = elements[Number(first)];
    const next = own && withChange(own, change);
    return next && { kind: 'list', elements: elements.map((one) => (one === own ? next : one)) };
  }
  if (tree.kind !== 'object') return undefined;
  const others = tree.entries.filter(([name]) => name !== first);
  if (rest.length === 0 && text === undefined) return { kind: 'object', entries: others };
  const old = tree.entries.find(([name]) => name === first)?.[1];
  const next = old === undefined && rest.length > 0 ? undefined : withChange(old ?? NOTHING, change);
  if (next === undefined) return undefined;
  return {
    kind: 'object',
    entries:
      old === undefined
        ? [...others, [first, next]]
        : tree.entries.map(([name, one]) => [name, name === first ? next : one]),
  };
}

const NOTHING: HclTree = { kind: 'text', text: 'null' };
