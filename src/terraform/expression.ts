import type { Step } from './traversal.js';

/** Lines of a file, from 1, both ends included. */
export interface Span {
  readonly line: number;
  readonly endLine: number;
}

/** An expression, as far as the way from an instance to its line needs it. HCL and JSON look the same here. */
export type Expr =
  | { readonly kind: 'object'; readonly span: Span; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly span: Span; readonly elements: readonly Expr[] }
  | { readonly kind: 'literal'; readonly span: Span; readonly value: Literal }
  /** `a.b["c"]`, whole. */
  | { readonly kind: 'reference'; readonly span: Span; readonly steps: readonly Step[] }
  /** One of these: a conditional, `try`, `coalesce`. */
  | { readonly kind: 'choice'; readonly span: Span; readonly parts: readonly Expr[] }
  /** All of these in one collection, later ones first: `merge`, `concat`, `toset` of one. */
  | { readonly kind: 'union'; readonly span: Span; readonly parts: readonly Expr[] }
  | ForExpr
  | { readonly kind: 'other'; readonly span: Span };

/** The value of a literal. */
export type Literal = string | number | boolean | null;

/** `{ for k, v in collection : key => value }`. */
export interface ForExpr {
  readonly kind: 'for';
  readonly span: Span;
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expr;
  readonly key: Expr;
  readonly value: Expr;
}

/** One entry of an object; the key is undefined when it is computed. */
export interface Entry extends Span {
  readonly key: string | undefined;
  readonly value: Expr;
}

/** One argument of a block. `text` is its expression as written. */
export interface Attribute extends Span {
  readonly value: Expr;
  readonly text: string;
}

/** One block at the top level of a file. Where the file is broken, it may have its header alone. */
export interface Block extends Span {
  readonly file: string;
  readonly format: 'hcl' | 'json';
  readonly isOverride: boolean;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

/** The text of a literal; undefined for anything else, and for `null`. */
export function literalText(expr: Expr | undefined): string | undefined {
  return expr?.kind === 'literal' && expr.value !== null ? String(expr.value) : undefined;
}

/** A member of an object or list, several levels deep; undefined when it is not written there. */
export function memberAt(expr: Expr, path: readonly Step[]): Expr | undefined {
  let at: Expr | undefined = expr;
  for (const step of path) {
    const key = stepText(step);
    if (at?.kind === 'object') at = at.entries.find((entry) => entry.key === key)?.value;
    else at = at?.kind === 'list' ? at.elements[Number(key)] : undefined;
  }
  return at;
}

/** The name or key of a step. */
export function stepText(step: Step): string {
  return String(step.kind === 'name' ? step.name : step.key);
}
