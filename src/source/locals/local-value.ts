import type { Expression } from '../../plan/document/document.js';
import { type Step, stepsText } from '../../terraform/traversal.js';
import { type Expr, stepText } from '../../terraform/expression.js';

/** A local value: data, with expressions at some of its leaves. */
export type LocalValue =
  | { readonly kind: 'constant'; readonly value: unknown }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, LocalValue>; readonly isOpen: boolean }
  | { readonly kind: 'list'; readonly elements: readonly LocalValue[] }
  | { readonly kind: 'reference'; readonly steps: readonly Step[] }
  /** One of these. */
  | { readonly kind: 'choice'; readonly parts: readonly LocalValue[] }
  /** All of these in one collection; of two with the same key, the first counts. */
  | { readonly kind: 'union'; readonly parts: readonly LocalValue[] }
  | { readonly kind: 'unclear' };

const UNCLEAR: LocalValue = { kind: 'unclear' };

/**
 * Data as hcl2-parser or a `.tf.json` file gives it. `expressionOf` reads the expressions, which are texts `${...}`.
 * An escaped `$${` looks the same in these data: `hasEscapes` says that the source has one.
 */
export function valueOfData(
  data: unknown,
  hasEscapes: boolean,
  expressionOf: (text: string) => Expr | undefined,
): LocalValue {
  if (typeof data === 'string') {
    if (!/[$%]\{/.test(data)) return { kind: 'constant', value: data };
    const inner = /^\$\{([^]*)\}$/.exec(data)?.[1];
    const expr = inner === undefined || hasEscapes ? undefined : expressionOf(inner);
    return expr === undefined ? UNCLEAR : valueOfExpr(expr);
  }
  if (typeof data !== 'object' || data === null) return { kind: 'constant', value: data };
  if (Array.isArray(data)) {
    const elements = data.map((element: unknown) => valueOfData(element, hasEscapes, expressionOf));
    return { kind: 'list', elements };
  }
  const entries = Object.entries(data).map(
    ([key, value]) => [key, valueOfData(value, hasEscapes, expressionOf)] as const,
  );
  return {
    kind: 'object',
    members: new Map(entries.filter(([key]) => !isComputed(key))),
    isOpen: entries.some(([key]) => isComputed(key)),
  };
}

function isComputed(key: string): boolean {
  return /[$%]\{/.test(key);
}

/** An expression within the data. */
function valueOfExpr(expr: Expr): LocalValue {
  switch (expr.kind) {
    case 'literal':
      return { kind: 'constant', value: expr.value };
    case 'reference':
      return { kind: 'reference', steps: expr.steps };
    case 'list':
      return { kind: 'list', elements: expr.elements.map(valueOfExpr) };
    case 'choice':
    case 'union':
      return { kind: expr.kind, parts: expr.parts.map(valueOfExpr) };
    case 'object': {
      const members = new Map<string, LocalValue>();
      for (const { key, value } of expr.entries) if (key !== undefined) members.set(key, valueOfExpr(value));
      return { kind: 'object', members, isOpen: expr.entries.some(({ key }) => key === undefined) };
    }
    case 'for':
    case 'other':
      return UNCLEAR;
  }
}

/** The names of the locals that a value refers to. */
export function localsIn(value: LocalValue): readonly string[] {
  switch (value.kind) {
    case 'reference': {
      const [word, name] = value.steps;
      const isLocal = word?.kind === 'name' && word.name === 'local' && name?.kind === 'name';
      return isLocal ? [name.name] : [];
    }
    case 'object':
      return [...value.members.values()].flatMap(localsIn);
    case 'list':
      return value.elements.flatMap(localsIn);
    case 'choice':
    case 'union':
      return value.parts.flatMap(localsIn);
    case 'constant':
    case 'unclear':
      return [];
  }
}

/**
 * What is left of the value after the steps of the path, as the plan would keep it. Undefined when it cannot be told:
 * constants beside references would be lost in the plan's form, so they are never mixed.
 */
export function expressionAt(value: LocalValue, path: readonly Step[]): Expression | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return wholeOf(value);
  switch (value.kind) {
    case 'constant':
      return NOTHING_THERE;
    case 'unclear':
      return undefined;
    case 'reference':
      return { kind: 'references', references: [referenceText([...value.steps, ...path])] };
    case 'list': {
      const element =
        first.kind === 'key' && typeof first.key === 'number' ? value.elements[first.key] : undefined;
      // The elements of a set are their own keys: there is nothing below them.
      return element === undefined ? NOTHING_THERE : expressionAt(element, rest);
    }
    case 'object': {
      const member = value.members.get(stepText(first));
      if (member !== undefined) return expressionAt(member, rest);
      return value.isOpen ? undefined : NOTHING_THERE;
    }
    case 'choice':
      return joined(value.parts.map((part) => expressionAt(part, path)));
    case 'union':
      return inUnion(value.parts, path);
  }
}

/** Terraform knows it, and it is nothing that could be followed. */
const NOTHING_THERE: Expression = { kind: 'constant', value: undefined };

/** The first part that has the key; a part whose keys cannot be read may hold it only if no other comes before or after. */
function inUnion(parts: readonly LocalValue[], path: readonly Step[]): Expression | undefined {
  const [first] = path;
  if (first === undefined) return undefined;
  const key = stepText(first);
  for (const [i, part] of parts.entries()) {
    const hasKey = part.kind === 'object' && part.members.has(key);
    if (hasKey || i === parts.length - 1) return expressionAt(part, path);
    if (part.kind !== 'object' || part.isOpen) return undefined;
  }
  return undefined;
}

function wholeOf(value: LocalValue): Expression | undefined {
  switch (value.kind) {
    case 'constant':
      return { kind: 'constant', value: value.value };
    case 'reference':
      return { kind: 'references', references: [referenceText(value.steps)] };
    case 'object': {
      const members = [...value.members];
      const parts = members.map(([, member]) => wholeOf(member));
      if (value.isOpen) return undefined;
      return constantsOf(parts, (all) => Object.fromEntries(members.map(([key], i) => [key, all[i]])));
    }
    case 'list':
      return constantsOf(value.elements.map(wholeOf), (all) => all);
    case 'choice':
    case 'union':
      return joined(value.parts.map(wholeOf));
    case 'unclear':
      return undefined;
  }
}

/** Constants as one, or else the references of all parts. */
function constantsOf(
  parts: readonly (Expression | undefined)[],
  build: (values: readonly unknown[]) => unknown,
): Expression | undefined {
  const values = parts.flatMap((part) => (part?.kind === 'constant' ? [part.value] : []));
  return values.length === parts.length ? { kind: 'constant', value: build(values) } : joined(parts);
}

/** References of all parts. Several constants are one value that the plan does not keep. */
function joined(parts: readonly (Expression | undefined)[]): Expression | undefined {
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
