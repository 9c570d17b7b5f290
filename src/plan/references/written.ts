import { spend } from '../../budget.js';
import {
  type CallExpr,
  type Expr,
  referencesIn,
  referenceText,
  stepText,
} from '../../terraform/expression.js';
import type { Step } from '../../terraform/traversal.js';
import { CIRCLE, constant, distinctEnds, KNOWN_TO_TERRAFORM, MISSING, valueOfEnds } from './ends.js';
import { COLLECTIONS } from './collections.js';
import { type Evaluator, keyIn, type Known, TEXT_LIMIT_CHARS } from './evaluator.js';
import { calculated } from './operations.js';
import { PICKS, PLAIN } from './picks.js';
import { itemsOfFor } from './repeated.js';
import { thingNamed } from './sites.js';
import {
  type Items,
  itemsAt,
  itemsOfList,
  itemsOfMap,
  itemsOfValue,
  keyOfStep,
  type Thing,
} from './things.js';
import { deeper, type Ends, type Walk } from './walk.js';

type Written = Extract<Thing, { readonly kind: 'written' }>;

/** Where a thing leads after some steps. */
export function leadsOf(walk: Walk, thing: Thing, path: readonly Step[]): Ends {
  switch (thing.kind) {
    case 'value':
      return constant(thing.value, path);
    case 'items':
      return leadsOfItems(walk, thing.items, path);
    case 'written':
      spend(1);
      return deeper(walk, () => leadsOfWritten(walk, thing, path)) ?? CIRCLE;
  }
}

/** The elements of a collection, when they can be told. */
function itemsOf(walk: Walk, thing: Thing): Items | undefined {
  if (thing.kind === 'value') return itemsOfValue(thing.value);
  if (thing.kind === 'items') return thing.items;
  if (thing.names.size > 0 || thing.scope.owner !== undefined) return itemsOnce(walk, thing);
  const { expr, scope } = thing;
  const told = walk.items.get(expr) ?? new Map<string, Items | undefined>();
  walk.items.set(expr, told);
  if (!told.has(scope.path)) {
    // To come by again is a circle.
    told.set(scope.path, undefined);
    told.set(scope.path, itemsOnce(walk, thing));
  }
  return told.get(scope.path);
}

function itemsOnce(walk: Walk, thing: Written): Items | undefined {
  spend(1);
  return deeper(walk, () => itemsOfWritten(walk, thing));
}

/** The value of a thing that Terraform knows and the plan, or the file, keeps. */
function valueOf(walk: Walk, thing: Thing): Known {
  const { isExact } = walk;
  walk.isExact = true;
  const value = exactValueOf(walk, thing);
  walk.isExact = isExact;
  return value;
}

function exactValueOf(walk: Walk, thing: Thing): Known {
  if (thing.kind !== 'written') return thing.kind === 'value' ? thing : undefined;
  const { expr } = thing;
  const inner = (part: Expr): Written => ({ ...thing, expr: part });
  if (expr.kind === 'template') return joinedText(expr.parts.map((part) => textOf(walk, inner(part))));
  if (expr.kind === 'operation') {
    return calculated(
      expr.operator,
      expr.parts.map((part) => valueOf(walk, inner(part))),
    );
  }
  const plain = expr.kind === 'call' && !expr.isExpanded ? PLAIN.get(expr.name) : undefined;
  return plain === undefined || expr.kind !== 'call'
    ? valueOfEnds(leadsOf(walk, thing, []))
    : plain(expr.parts.map(inner), lookOf(walk));
}

function joinedText(texts: readonly (string | undefined)[]): Known {
  const value = texts.join('');
  return texts.includes(undefined) || value.length > TEXT_LIMIT_CHARS ? undefined : { value };
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function lookOf(walk: Walk): Evaluator {
  return {
    ends: (thing, path) => leadsOf(walk, thing, path),
    items: (thing) => itemsOf(walk, thing),
    value: (thing) => valueOf(walk, thing),
    text: (thing) => textOf(walk, thing),
  };
}

function leadsOfWritten(walk: Walk, thing: Written, path: readonly Step[]): Ends {
  const { expr } = thing;
  const inner = (part: Expr, rest = path): Ends => leadsOf(walk, { ...thing, expr: part }, rest);
  switch (expr.kind) {
    case 'literal':
      return constant(expr.value, path);
    case 'reference':
      return leadsOfReference(walk, thing, expr.steps, path);
    case 'part':
      return inner(expr.of, [expr.step, ...path]);
    case 'index': {
      const key = keyIn({ ...thing, expr: expr.key }, lookOf(walk));
      if (key !== undefined) return inner(expr.of, [{ kind: 'key', key }, ...path]);
      return inner(expr.key, []) === MISSING ? MISSING : leadsOfAny(walk, { ...thing, expr: expr.of }, path);
    }
    case 'conditional': {
      const test = valueOf(walk, { ...thing, expr: expr.condition });
      if (test?.value === true) return inner(expr.yes);
      return test?.value === false ? inner(expr.no) : distinctEnds([...inner(expr.yes), ...inner(expr.no)]);
    }
    case 'template':
    case 'operation': {
      const value = valueOf(walk, thing);
      return value === undefined ? loosely(walk, thing, path) : constant(value.value, path);
    }
    case 'call':
      return leadsOfCall(walk, thing, expr, path);
    case 'object':
    case 'list':
    case 'for': {
      const items = itemsOf(walk, thing);
      return items === undefined ? loosely(walk, thing, path) : leadsOfItems(walk, items, path);
    }
    case 'other':
      return loosely(walk, thing, path);
  }
}

function leadsOfReference(
  walk: Walk,
  { scope, names }: Written,
  steps: readonly Step[],
  path: readonly Step[],
): Ends {
  const [first, ...own] = steps;
  const bound = first === undefined ? undefined : names.get(stepText(first));
  if (bound !== undefined) return leadsOf(walk, bound, [...own, ...path]);
  const references = [referenceText([...steps, ...path])];
  return walk.evaluate(walk, { kind: 'references', references }, { scope, rest: [] });
}

/** A key that is not known may be any. */
function leadsOfAny(walk: Walk, of: Written, path: readonly Step[]): Ends {
  const items = itemsOf(walk, of);
  if (items === undefined) return loosely(walk, of, path);
  return anyOf(items.all.map(({ value }) => leadsOf(walk, value, path)));
}

function leadsOfItems(walk: Walk, items: Items, path: readonly Step[]): Ends {
  const [first, ...rest] = path;
  // A collection is not the value of its one element.
  if (first === undefined && walk.isExact) return KNOWN_TO_TERRAFORM;
  if (first === undefined) return anyOf(items.all.map(({ value }) => leadsOf(walk, value, [])));
  const found = itemsAt(items, keyOfStep(first));
  return found.length === 0 ? MISSING : anyOf(found.map(({ value }) => leadsOf(walk, value, rest)));
}

function leadsOfCall(walk: Walk, thing: Written, expr: CallExpr, path: readonly Step[]): Ends {
  const parts = expr.parts.map((part): Thing => ({ ...thing, expr: part }));
  const look = lookOf(walk);
  const value = PLAIN.has(expr.name) ? valueOf(walk, thing) : undefined;
  if (value !== undefined) return constant(value.value, path);
  const picked = expr.isExpanded ? undefined : PICKS.get(expr.name)?.(parts, path, look);
  if (picked !== undefined) return picked;
  const items = COLLECTIONS.has(expr.name) ? itemsOf(walk, thing) : undefined;
  return items === undefined ? loosely(walk, thing, path) : leadsOfItems(walk, items, path);
}

/** As Terraform keeps it: the references alone, whatever becomes of them; values have become others. */
function loosely(walk: Walk, { expr, scope, names }: Written, rest: readonly Step[]): Ends {
  const free: string[] = [];
  const bound: Ends[] = [];
  for (const steps of referencesIn(expr)) {
    const [first, ...own] = steps;
    const thing = first === undefined ? undefined : names.get(stepText(first));
    if (thing === undefined) free.push(referenceText(steps));
    else bound.push(leadsOf(walk, thing, own));
  }
  const kept = walk.evaluate(walk, { kind: 'references', references: free }, { scope, rest });
  const ends = anyOf(free.length === 0 ? bound : [...bound, kept]);
  return distinctEnds(ends.map((end) => (end.kind === 'constant' ? UNTOLD : end)));
}

const UNTOLD = { kind: 'constant', value: undefined } as const;

function anyOf(all: readonly Ends[]): Ends {
  const [only] = all;
  if (only !== undefined && all.length === 1) return only;
  return all.length === 0 ? KNOWN_TO_TERRAFORM : distinctEnds(all.flat());
}

function itemsOfWritten(walk: Walk, thing: Written): Items | undefined {
  const { expr } = thing;
  const inner = (part: Expr): Thing => ({ ...thing, expr: part });
  switch (expr.kind) {
    case 'object':
      return itemsOfMap(
        expr.entries.map(({ key, keyExpr, value }) => ({
          key: keyExpr === undefined ? key : textOf(walk, inner(keyExpr)),
          value: inner(value),
        })),
      );
    case 'list':
      return itemsOfList(expr.elements.map(inner));
    case 'reference':
    case 'part':
    case 'index':
    case 'conditional': {
      const at = stepInto(walk, thing, []);
      return at === undefined || at === thing ? undefined : itemsOf(walk, at);
    }
    case 'for':
      return itemsOfFor(thing, expr, lookOf(walk));
    case 'call': {
      const collect = COLLECTIONS.get(expr.name);
      const parts = expr.parts.map(inner);
      const all = expr.isExpanded ? expanded(walk, parts) : parts;
      return all === undefined ? undefined : collect?.(all, lookOf(walk));
    }
    case 'literal':
    case 'template':
    case 'operation':
    case 'other':
      return undefined;
  }
}

/** The arguments of a call whose last one is a list of arguments. */
function expanded(walk: Walk, parts: readonly Thing[]): readonly Thing[] | undefined {
  const last = parts.at(-1);
  const items = last === undefined ? undefined : itemsOf(walk, last);
  return items === undefined ? undefined : [...parts.slice(0, -1), ...items.all.map(({ value }) => value)];
}

function textOf(walk: Walk, thing: Thing): string | undefined {
  const value = valueOf(walk, thing)?.value;
  return isScalar(value) ? String(value) : undefined;
}

/** The one thing that stands behind these steps; undefined when it may be several, or cannot be told. */
function stepInto(walk: Walk, thing: Thing, path: readonly Step[]): Thing | undefined {
  if (thing.kind === 'written') {
    const { expr } = thing;
    const inner = (part: Expr): Thing => ({ ...thing, expr: part });
    if (expr.kind === 'reference') return stepIntoReference(walk, thing, [...expr.steps, ...path]);
    if (expr.kind === 'conditional') {
      const test = textOf(walk, inner(expr.condition));
      if (test !== 'true' && test !== 'false') return undefined;
      return stepInto(walk, inner(test === 'true' ? expr.yes : expr.no), path);
    }
    if (expr.kind === 'part') return stepInto(walk, inner(expr.of), [expr.step, ...path]);
    if (expr.kind === 'index') {
      const key = textOf(walk, inner(expr.key));
      return key === undefined ? undefined : stepInto(walk, inner(expr.of), [{ kind: 'key', key }, ...path]);
    }
  }
  const [first, ...rest] = path;
  if (first === undefined) return thing;
  const items = itemsOf(walk, thing);
  const [only, ...others] = items === undefined ? [] : itemsAt(items, keyOfStep(first));
  return only === undefined || others.length > 0 ? undefined : stepInto(walk, only.value, rest);
}

function stepIntoReference(walk: Walk, thing: Written, steps: readonly Step[]): Thing | undefined {
  const [first, ...own] = steps;
  const bound = first === undefined ? undefined : thing.names.get(stepText(first));
  if (bound !== undefined) return deeper(walk, () => stepInto(walk, bound, own));
  const found = thingNamed(walk, thing.scope, steps);
  return found === undefined ? undefined : deeper(walk, () => stepInto(walk, found.thing, found.rest));
}
