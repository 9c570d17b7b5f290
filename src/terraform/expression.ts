import { must } from '../result.js';
import { type Step, stepsText } from './traversal.js';

/** Lines of a file, from 1, both ends included. */
export interface Span {
  readonly line: number;
  readonly endLine: number;
}

/** An expression as it is written, as far as the way from an instance to its line needs it. HCL and JSON look the same here. */
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

/** The references within an expression. */
export function referencesIn(expr: Expr): readonly (readonly Step[])[] {
  switch (expr.kind) {
    case 'reference':
      return [expr.steps];
    case 'object':
      return expr.entries.flatMap(({ value }) => referencesIn(value));
    case 'list':
      return expr.elements.flatMap(referencesIn);
    case 'choice':
    case 'union':
      return expr.parts.flatMap(referencesIn);
    case 'for':
    case 'literal':
    case 'other':
      return [];
  }
}

/**
 * An expression as a plan keeps it: what it refers to, or its constant value.
 * Neither: a function of constants, whose result the plan does not keep.
 */
export type KeptExpression =
  | { readonly kind: 'references'; readonly references: readonly string[] }
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'opaque' };

/**
 * What is left of an expression after the steps of the path, as a plan would keep it. Undefined when it cannot be told:
 * constants beside references would be lost in the plan's form, so they are never mixed.
 */
export function keptAt(expr: Expr, path: readonly Step[]): KeptExpression | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return keptWhole(expr);
  switch (expr.kind) {
    case 'literal':
      return NOTHING_THERE;
    case 'for':
    case 'other':
      return undefined;
    case 'reference':
      return { kind: 'references', references: [referenceText([...expr.steps, ...path])] };
    case 'list': {
      const element =
        first.kind === 'key' && typeof first.key === 'number' ? expr.elements[first.key] : undefined;
      // The elements of a set are their own keys: there is nothing below them.
      return element === undefined ? NOTHING_THERE : keptAt(element, rest);
    }
    case 'object': {
      const member = lastMember(expr.entries, stepText(first));
      if (member !== undefined) return keptAt(member, rest);
      return isOpen(expr.entries) ? undefined : NOTHING_THERE;
    }
    case 'choice':
      return joinKept(expr.parts.map((part) => keptAt(part, path)));
    case 'union': {
      const part = partWith(expr.parts, stepText(first));
      return part === undefined ? undefined : keptAt(part, path);
    }
  }
}

/** Terraform knows it, and it is nothing that could be followed. */
const NOTHING_THERE: KeptExpression = { kind: 'constant', value: undefined };

/** Of two entries with one key, the last counts. */
function lastMember(entries: readonly Entry[], key: string): Expr | undefined {
  return entries.findLast((entry) => entry.key === key)?.value;
}

/** Whether a key is computed, so that it may be any. */
function isOpen(entries: readonly Entry[]): boolean {
  return entries.some(({ key }) => key === undefined);
}

/** The first part that has the key; a part whose keys cannot be read may hold it only if no other comes before or after. */
function partWith(parts: readonly Expr[], key: string): Expr | undefined {
  for (const part of parts) {
    const entries = part.kind === 'object' ? part.entries : undefined;
    if (part === parts.at(-1) || (entries !== undefined && lastMember(entries, key) !== undefined))
      return part;
    if (entries === undefined || isOpen(entries)) return undefined;
  }
  return undefined;
}

function keptWhole(expr: Expr): KeptExpression | undefined {
  switch (expr.kind) {
    case 'literal':
      return { kind: 'constant', value: expr.value };
    case 'reference':
      return { kind: 'references', references: [referenceText(expr.steps)] };
    case 'object': {
      if (isOpen(expr.entries)) return undefined;
      const members = [
        ...new Map(expr.entries.map(({ key, value }) => [must(key, 'no key is computed'), value])),
      ];
      const build = (values: readonly unknown[]): unknown =>
        Object.fromEntries(members.map(([key], i) => [key, values[i]]));
      return keptParts(
        members.map(([, value]) => keptWhole(value)),
        build,
      );
    }
    case 'list':
      return keptParts(expr.elements.map(keptWhole), (values) => values);
    case 'choice':
    case 'union':
      return joinKept(expr.parts.map(keptWhole));
    case 'for':
    case 'other':
      return undefined;
  }
}

/** Constants as one, or else the references of all parts. */
function keptParts(
  parts: readonly (KeptExpression | undefined)[],
  build: (values: readonly unknown[]) => unknown,
): KeptExpression | undefined {
  const values = parts.flatMap((part) => (part?.kind === 'constant' ? [part.value] : []));
  return values.length === parts.length ? { kind: 'constant', value: build(values) } : joinKept(parts);
}

/** References of all parts. Several constants are one value that the plan does not keep. */
function joinKept(parts: readonly (KeptExpression | undefined)[]): KeptExpression | undefined {
  const [only] = parts;
  if (parts.length === 1) return only;
  if (parts.every((part) => part?.kind === 'constant' || part?.kind === 'opaque')) return { kind: 'opaque' };
  const references = parts.flatMap((part) => (part?.kind === 'references' ? part.references : []));
  const isAll = parts.every((part) => part?.kind === 'references');
  return isAll ? { kind: 'references', references } : undefined;
}

function referenceText(steps: readonly Step[]): string {
  return stepsText(steps).slice(1);
}
