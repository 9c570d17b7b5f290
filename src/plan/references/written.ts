import {
  type CallExpr,
  type Expr,
  type ForExpr,
  referencesIn,
  referenceText,
  stepText,
} from '../../terraform/expression.js';
import type { Key, Step } from '../../terraform/traversal.js';
import { CIRCLE, constant, distinctEnds, KNOWN_TO_TERRAFORM, MISSING, opaque, valueOfEnds } from './ends.js';
import { COLLECTIONS, type Look, PICKS, PLAIN } from './functions.js';
import { calculated } from './operations.js';
import { thingNamed } from './sites.js';
import {
  type Item,
  type Items,
  itemsAt,
  itemsOfList,
  itemsOfMap,
  itemsOfValue,
  itemsWithoutOrder,
  keyOfStep,
  type Names,
  type Thing,
} from './things.js';
import { deeper, type Ends, type Walk } from './walk.js';

type Written = Extract<Thing, { readonly kind: 'written' }>;

/** Where a thing leads after some steps. */
export function endsOf(walk: Walk, thing: Thing, path: readonly Step[]): Ends {
  switch (thing.kind) {
    case 'value':
      return constant(thing.value, path);
    case 'items':
      return endsOfItems(walk, thing.items, path);
    case 'written':
      if (--walk.steps < 0) return opaque('it leads to too many places');
      return deeper(walk, () => endsOfWritten(walk, thing, path)) ?? CIRCLE;
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
  return --walk.steps < 0 ? undefined : deeper(walk, () => itemsOfWritten(walk, thing));
}

/** The value of a thing that Terraform knows and the plan, or the file, keeps. */
function valueOf(walk: Walk, thing: Thing): { readonly value: unknown } | undefined {
  if (thing.kind !== 'written') return thing.kind === 'value' ? thing : undefined;
  const { expr } = thing;
  const inner = (part: Expr) => valueOf(walk, { ...thing, expr: part });
  switch (expr.kind) {
    case 'template': {
      const parts = expr.parts.map(inner);
      const texts = parts.flatMap((part) => (isScalar(part?.value) ? [String(part.value)] : []));
      return texts.length === parts.length ? { value: texts.join('') } : undefined;
    }
    case 'operation':
      return calculated(expr.operator, expr.parts.map(inner));
    case 'call': {
      const plain = PLAIN.get(expr.name);
      return plain === undefined || expr.isExpanded
        ? valueOfEnds(endsOf(walk, thing, []))
        : plain(
            expr.parts.map((part) => ({ ...thing, expr: part })),
            lookOf(walk),
          );
    }
    default:
      return valueOfEnds(endsOf(walk, thing, []));
  }
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function lookOf(walk: Walk): Look {
  return {
    ends: (thing, path) => endsOf(walk, thing, path),
    items: (thing) => itemsOf(walk, thing),
    value: (thing) => valueOf(walk, thing),
  };
}

function endsOfWritten(walk: Walk, thing: Written, path: readonly Step[]): Ends {
  const { expr } = thing;
  const inner = (part: Expr, rest = path): Ends => endsOf(walk, { ...thing, expr: part }, rest);
  switch (expr.kind) {
    case 'literal':
      return constant(expr.value, path);
    case 'reference':
      return endsOfReference(walk, thing, expr.steps, path);
    case 'part':
      return inner(expr.of, [expr.step, ...path]);
    case 'index': {
      const key = keyOf(walk, { ...thing, expr: expr.key });
      if (key === 'missing') return MISSING;
      return key === undefined
        ? endsOfAny(walk, { ...thing, expr: expr.of }, path)
        : inner(expr.of, [{ kind: 'key', key }, ...path]);
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
      return endsOfCall(walk, thing, expr, path);
    case 'object':
    case 'list':
    case 'for': {
      const items = itemsOf(walk, thing);
      return items === undefined ? loosely(walk, thing, path) : endsOfItems(walk, items, path);
    }
    case 'other':
      return loosely(walk, thing, path);
  }
}

function endsOfReference(
  walk: Walk,
  { scope, names }: Written,
  steps: readonly Step[],
  path: readonly Step[],
): Ends {
  const [first, ...own] = steps;
  const bound = first === undefined ? undefined : names.get(stepText(first));
  if (bound !== undefined) return endsOf(walk, bound, [...own, ...path]);
  const references = [referenceText([...steps, ...path])];
  return walk.evaluate(walk, { kind: 'references', references }, { scope, rest: [] });
}

/** A key that is not known may be any. */
function endsOfAny(walk: Walk, of: Written, path: readonly Step[]): Ends {
  const items = itemsOf(walk, of);
  if (items === undefined) return loosely(walk, of, path);
  return unionOf(items.all.map(({ value }) => endsOf(walk, value, path)));
}

function endsOfItems(walk: Walk, items: Items, path: readonly Step[]): Ends {
  const [first, ...rest] = path;
  if (first === undefined) return unionOf(items.all.map(({ value }) => endsOf(walk, value, [])));
  const found = itemsAt(items, keyOfStep(first));
  return found.length === 0 ? MISSING : unionOf(found.map(({ value }) => endsOf(walk, value, rest)));
}

function endsOfCall(walk: Walk, thing: Written, expr: CallExpr, path: readonly Step[]): Ends {
  const parts = expr.parts.map((part): Thing => ({ ...thing, expr: part }));
  const look = lookOf(walk);
  const picked = expr.isExpanded ? undefined : PICKS.get(expr.name)?.(parts, path, look);
  if (picked !== undefined) return picked;
  if (PLAIN.has(expr.name)) {
    const value = valueOf(walk, thing);
    if (value !== undefined) return constant(value.value, path);
  }
  const items = COLLECTIONS.has(expr.name) ? itemsOf(walk, thing) : undefined;
  return items === undefined ? loosely(walk, thing, path) : endsOfItems(walk, items, path);
}

/** As Terraform keeps it: the references alone, whatever becomes of them. */
function loosely(walk: Walk, { expr, scope, names }: Written, rest: readonly Step[]): Ends {
  const free: string[] = [];
  const bound: Ends[] = [];
  for (const steps of referencesIn(expr)) {
    const [first, ...own] = steps;
    const thing = first === undefined ? undefined : names.get(stepText(first));
    if (thing === undefined) free.push(referenceText(steps));
    else bound.push(endsOf(walk, thing, own));
  }
  const kept = walk.evaluate(walk, { kind: 'references', references: free }, { scope, rest });
  return unionOf(free.length === 0 ? bound : [...bound, [...kept]]);
}

function unionOf(all: readonly Ends[]): Ends {
  const [only] = all;
  if (only !== undefined && all.length === 1) return only;
  return all.length === 0 ? KNOWN_TO_TERRAFORM : distinctEnds(all.flat());
}

/** The text or number that an expression comes to. */
function keyOf(walk: Walk, thing: Written): Key | 'missing' | undefined {
  const value = valueOf(walk, thing)?.value;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return endsOf(walk, thing, []) === MISSING ? 'missing' : undefined;
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
      return itemsOfFor(walk, thing, expr);
    case 'call': {
      const collect = COLLECTIONS.get(expr.name);
      const parts = expr.parts.map(inner);
      const all = expr.isExpanded ? expanded(walk, parts) : parts;
      return all === undefined ? undefined : collect?.(all, lookOf(walk));
    }
    default:
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

function itemsOfFor(walk: Walk, thing: Written, expr: ForExpr): Items | undefined {
  const collection: Thing = { ...thing, expr: expr.collection };
  const over = itemsOf(walk, collection) ?? (expr.isSplat ? alone(walk, collection) : undefined);
  if (over === undefined) return undefined;
  const items: Item[] = [];
  let isSure = over.open.length === 0;
  for (const item of over.all) {
    if (--walk.steps < 0) return undefined;
    const names = namesOf(thing.names, expr, item);
    const test = expr.condition && valueOf(walk, { ...thing, names, expr: expr.condition });
    if (test?.value === false) continue;
    if (expr.condition !== undefined && test?.value !== true) isSure = false;
    const key = expr.key === undefined ? undefined : textOf(walk, { ...thing, names, expr: expr.key });
    items.push({ key, value: { ...thing, names, expr: expr.value } });
  }
  if (expr.key === undefined) {
    const values = items.map(({ value }) => value);
    return isSure ? itemsOfList(values) : itemsWithoutOrder(values);
  }
  return expr.isGrouped ? grouped(items) : itemsOfMap(items);
}

/** What is no collection is one element for a splat: the one instance of a block that is not repeated. */
function alone(walk: Walk, thing: Thing): Items | undefined {
  const ends = endsOf(walk, thing, []);
  const [only] = ends;
  return ends.length === 1 && only?.kind === 'target' ? itemsOfList([thing]) : undefined;
}

function namesOf(names: Names, { keyName, valueName }: ForExpr, { key, value }: Item): Names {
  const all = new Map(names).set(valueName, value);
  return keyName === undefined ? all : all.set(keyName, { kind: 'value', value: key });
}

function grouped(items: readonly Item[]): Items {
  const lists = new Map<Key | undefined, Thing[]>();
  for (const { key, value } of items) lists.set(key, [...(lists.get(key) ?? []), value]);
  return itemsOfMap(
    Array.from(lists, ([key, values]) => ({ key, value: { kind: 'items', items: itemsOfList(values) } })),
  );
}
