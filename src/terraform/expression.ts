import { type Step, stepsText } from './traversal.js';

/** Lines of a file, from 1, both ends included. */
export interface Span {
  readonly line: number;
  readonly endLine: number;
}

/** An expression as it is written. HCL and JSON look the same here. */
export type Expr =
  | { readonly kind: 'object'; readonly span: Span; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly span: Span; readonly elements: readonly Expr[] }
  | { readonly kind: 'literal'; readonly span: Span; readonly value: Literal }
  /** `a.b["c"]`, whole. */
  | { readonly kind: 'reference'; readonly span: Span; readonly steps: readonly Step[] }
  /** `of.a`, where `of` is no plain reference. */
  | { readonly kind: 'part'; readonly span: Span; readonly of: Expr; readonly step: Step }
  /** `of[key]`, with a key that is computed. */
  | { readonly kind: 'index'; readonly span: Span; readonly of: Expr; readonly key: Expr }
  | ConditionalExpr
  | CallExpr
  | ForExpr
  /** `"${a}-b"` */
  | { readonly kind: 'template'; readonly span: Span; readonly parts: readonly Expr[] }
  | {
      readonly kind: 'operation';
      readonly span: Span;
      readonly operator: string;
      readonly parts: readonly Expr[];
    }
  /** What has no form above, and what it is made of. */
  | { readonly kind: 'other'; readonly span: Span; readonly parts: readonly Expr[] };

/** The value of a literal. */
export type Literal = string | number | boolean | null;

/** `condition ? yes : no` */
export interface ConditionalExpr {
  readonly kind: 'conditional';
  readonly span: Span;
  readonly condition: Expr;
  readonly yes: Expr;
  readonly no: Expr;
}

/** `name(parts)`; expanded: the elements of the last part are arguments, too. */
export interface CallExpr {
  readonly kind: 'call';
  readonly span: Span;
  readonly name: string;
  readonly parts: readonly Expr[];
  readonly isExpanded: boolean;
}

/** `{ for k, v in collection : key => value if condition }`, a list without key; a splat is a list as well. */
export interface ForExpr {
  readonly kind: 'for';
  readonly span: Span;
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expr;
  readonly key: Expr | undefined;
  readonly value: Expr;
  readonly condition: Expr | undefined;
  /** `value...`: all values of one key, as a list. */
  readonly isGrouped: boolean;
  /** `collection[*].x`: what is no collection counts as one of one element. */
  readonly isSplat: boolean;
}

/** One entry of an object; the key is undefined when it is computed. */
export interface Entry extends Span {
  readonly key: string | undefined;
  readonly keyExpr: Expr | undefined;
  readonly value: Expr;
}

/** One argument of a block. `text` is its expression as written. */
export interface Attribute extends Span {
  readonly value: Expr;
  readonly text: string;
}

/** One block at the top level of a file. Where the file is broken, it may have its header alone. */
export interface SourceBlock extends Span {
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

/** What a reference names behind a word: the `a` of `local.a`. Undefined when it begins in another way. */
export function nameBehind(word: string, [first, second]: readonly Step[]): string | undefined {
  return first?.kind === 'name' && first.name === word && second?.kind === 'name' ? second.name : undefined;
}

/** The expressions that an expression is made of. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'literal':
    case 'reference':
      return [];
    case 'object':
      return expr.entries.flatMap(({ keyExpr, value }) =>
        keyExpr === undefined ? [value] : [keyExpr, value],
      );
    case 'list':
      return expr.elements;
    case 'part':
      return [expr.of];
    case 'index':
      return [expr.of, expr.key];
    case 'conditional':
      return [expr.condition, expr.yes, expr.no];
    case 'for':
      return [expr.collection, expr.key, expr.value, expr.condition].filter((part) => part !== undefined);
    case 'call':
    case 'template':
    case 'operation':
    case 'other':
      return expr.parts;
  }
}

/** The references within an expression; names that a `for` gives are none. */
export function referencesIn(expr: Expr): readonly (readonly Step[])[] {
  if (expr.kind === 'reference') return [expr.steps];
  const inner = partsOf(expr).flatMap(referencesIn);
  if (expr.kind !== 'for') return inner;
  return inner.filter(([first]) => {
    const name = first === undefined ? undefined : stepText(first);
    return name !== expr.keyName && name !== expr.valueName;
  });
}

/** Functions that hand on one of their arguments. */
const CHOICES: ReadonlySet<string> = new Set(['try', 'coalesce']);
/** Functions whose result has the keys or elements of all their arguments, later ones first. */
const UNIONS: ReadonlySet<string> = new Set([
  'merge',
  'concat',
  'toset',
  'tomap',
  'tolist',
  'sensitive',
  'nonsensitive',
]);

/** The expressions that the entries of a collection may be written in; undefined when it is none that hands them on. */
export function handedOn(expr: Expr): readonly Expr[] | undefined {
  if (expr.kind === 'conditional') return [expr.yes, expr.no];
  if (expr.kind !== 'call' || expr.isExpanded) return undefined;
  if (CHOICES.has(expr.name)) return expr.parts;
  return UNIONS.has(expr.name) ? expr.parts.toReversed() : undefined;
}

/**
 * An expression as a plan keeps it: what it refers to, or its constant value.
 * Neither: a function of constants, whose result the plan does not keep.
 */
export type KeptExpression =
  | { readonly kind: 'references'; readonly references: readonly string[] }
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'opaque' };

/** The text of a reference. */
export function referenceText(steps: readonly Step[]): string {
  return stepsText(steps).slice(1);
}
