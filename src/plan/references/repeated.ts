import type { Expr, ForExpr } from '../../terraform/expression.js';
import type { Key } from '../../terraform/traversal.js';
import { type Evaluator, ITEMS_LIMIT } from './evaluator.js';
import {
  type Item,
  type Items,
  itemsOfList,
  itemsOfMap,
  itemsWithoutOrder,
  type Names,
  type Thing,
} from './things.js';

/** What a `for` makes: one element for each of its collection. Undefined where that cannot be told. */
export function itemsOfFor(
  thing: Extract<Thing, { readonly kind: 'written' }>,
  expr: ForExpr,
  look: Evaluator,
): Items | undefined {
  const collection: Thing = { ...thing, expr: expr.collection };
  const over = look.items(collection) ?? (expr.isSplat ? alone(collection, look) : undefined);
  if (over === undefined || over.all.length > ITEMS_LIMIT) return undefined;
  const items: Item[] = [];
  let isSure = over.open.length === 0;
  for (const item of over.all) {
    const names = namesWith(thing.names, expr, item);
    const inner = (part: Expr): Thing => ({ ...thing, names, expr: part });
    const test = expr.condition && look.value(inner(expr.condition));
    if (test?.value === false) continue;
    if (expr.condition !== undefined && test?.value !== true) isSure = false;
    const key = expr.key && look.text(inner(expr.key));
    items.push({ key, value: inner(expr.value) });
  }
  if (expr.key !== undefined) return expr.isGrouped ? grouped(items) : itemsOfMap(items);
  const values = items.map(({ value }) => value);
  return isSure ? itemsOfList(values) : itemsWithoutOrder(values);
}

/** What is no collection is one element for a splat: the one instance of a block that is not repeated. */
function alone(thing: Thing, look: Evaluator): Items | undefined {
  const ends = look.ends(thing, []);
  const [only] = ends;
  return ends.length === 1 && only?.kind === 'target' ? itemsOfList([thing]) : undefined;
}

function namesWith(names: Names, { keyName, valueName }: ForExpr, { key, value }: Item): Names {
  const all = new Map(names).set(valueName, value);
  return keyName === undefined ? all : all.set(keyName, { kind: 'value', value: key });
}

function grouped(items: readonly Item[]): Items {
  const lists = new Map<Key | undefined, Thing[]>();
  for (const { key, value } of items) {
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [value]);
    else list.push(value);
  }
  const entries = Array.from(lists, ([key, values]): Item => ({
    key,
    value: { kind: 'items', items: itemsOfList(values) },
  }));
  return itemsOfMap(entries);
}
