import { MISSING } from './ends.js';
import { type Evaluator, ITEMS_LIMIT, isNullOrEmpty, keyIn, type Things } from './evaluator.js';
import {
  type Item,
  type Items,
  itemsAt,
  itemsOfList,
  itemsOfMap,
  itemsWithoutOrder,
  type Thing,
} from './things.js';

/** The elements of a function's result. */
type Collect = (things: Things, look: Evaluator) => Items | undefined;
/** The elements of each argument; undefined where one of them cannot be told. */
function allItems(things: Things, { items }: Evaluator): readonly Items[] | undefined {
  const all = things.flatMap((thing) => items(thing) ?? []);
  return all.length === things.length && isSmall(all) ? all : undefined;
}

const same: Collect = ([first], { items }) => (first === undefined ? undefined : items(first));

function isSmall(all: readonly Items[]): boolean {
  return all.reduce((size, items) => size + items.all.length, 0) <= ITEMS_LIMIT;
}

/** A list whose elements move when one whose order, or whose being there, is not known comes before them. */
function listOf(values: Things, isOrdered: boolean): Items {
  return isOrdered ? itemsOfList(values) : itemsWithoutOrder(values);
}

const concat: Collect = (things, look) => {
  const all = allItems(things, look);
  if (all === undefined) return undefined;
  const isOrdered = all.every(({ open }) => open.length === 0);
  return listOf(
    all.flatMap((items) => items.all.map(({ value }) => value)),
    isOrdered,
  );
};

const flatten: Collect = ([list], look) => {
  const items = list === undefined ? undefined : look.items(list);
  if (items === undefined) return undefined;
  let isOrdered = items.open.length === 0;
  const values: Thing[] = [];
  for (const { value } of items.all) {
    const inner = look.items(value)?.isList === true ? flatten([value], look) : undefined;
    if (inner !== undefined && inner.open.length > 0) isOrdered = false;
    if (values.length + (inner?.all.length ?? 1) > ITEMS_LIMIT) return undefined;
    for (const one of inner?.all ?? [{ value }]) values.push(one.value);
  }
  return listOf(values, isOrdered);
};

function unordered(items: Items | undefined): Items | undefined {
  return items && itemsWithoutOrder(items.all.map(({ value }) => value));
}

const reverse: Collect = ([list], look) => {
  const items = list === undefined ? undefined : look.items(list);
  return items && listOf(items.all.map(({ value }) => value).reverse(), items.open.length === 0);
};

const slice: Collect = ([list, from, to], look) => {
  const items = list === undefined ? undefined : look.items(list);
  const [start, end] = [from, to].map((bound) =>
    bound === undefined ? undefined : look.value(bound)?.value,
  );
  if (typeof start !== 'number' || typeof end !== 'number' || items?.open.length !== 0) return undefined;
  return itemsOfList(items.all.slice(start, end).map(({ value }) => value));
};

const sort: Collect = ([list], look) => {
  const items = list === undefined ? undefined : look.items(list);
  const known = items?.all.flatMap(({ value }) => keyIn(value, look) ?? []);
  if (items === undefined || known === undefined) return undefined;
  return known.length === items.all.length ? listOfValues(known.map(String).sort()) : unordered(items);
};

const split: Collect = ([separator, text], look) => {
  const [by, of] = [separator, text].map((thing) =>
    thing === undefined ? undefined : look.value(thing)?.value,
  );
  return typeof by === 'string' && typeof of === 'string' ? listOfValues(of.split(by)) : undefined;
};

function listOfValues(all: readonly unknown[]): Items {
  return itemsOfList(all.map((value): Thing => ({ kind: 'value', value })));
}

/** The elements of a set are their own keys. */
const toSet: Collect = ([list], look) => {
  const items = list === undefined ? undefined : look.items(list);
  return items && itemsOfMap(items.all.map(({ value }) => ({ key: keyIn(value, look), value })));
};

/** Nulls and empty texts are left out; what is not known is neither, as far as a plan can say. */
const compact: Collect = ([list], look) => {
  const items = list === undefined ? undefined : look.items(list);
  if (items === undefined) return undefined;
  const kept = items.all.filter(({ value }) => !isNullOrEmpty(look.value(value)));
  return listOf(
    kept.map(({ value }) => value),
    items.open.length === 0,
  );
};

const values: Collect = ([map], look) => {
  const items = map === undefined ? undefined : look.items(map);
  if (items === undefined) return undefined;
  const sorted = [...items.all].sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
  return listOf(
    (items.isList ? items.all : sorted).map(({ value }) => value),
    items.open.length === 0,
  );
};

const namesOf: Collect = ([map], look) => {
  const items = map === undefined ? undefined : look.items(map);
  if (items === undefined || items.open.length > 0) return undefined;
  return listOfValues(items.all.map(({ key }) => String(key)).sort());
};

const setProduct: Collect = (things, look) => {
  const all = allItems(things, look);
  if (all === undefined || all.reduce((size, { all: { length } }) => size * length, 1) > PRODUCT_LIMIT)
    return undefined;
  const rows = all.reduce<readonly Things[]>(
    (found, items) => found.flatMap((row) => items.all.map(({ value }) => [...row, value])),
    [[]],
  );
  return itemsWithoutOrder(rows.map((row): Thing => ({ kind: 'items', items: itemsOfList(row) })));
};

/** Products of people are small. */
const PRODUCT_LIMIT = 10_000;

const zipMap: Collect = ([names, list], look) => {
  if (names === undefined || list === undefined) return undefined;
  const [all, by] = [look.items(names), look.items(list)];
  return (
    all &&
    by &&
    itemsOfMap(all.all.map(({ value }, i): Item => ({ key: keyIn(value, look), value: elementAt(by, i) })))
  );
};

function elementAt(items: Items, index: number): Thing {
  const found = itemsAt(items, index).map(({ value }) => value);
  const [only] = found;
  return only !== undefined && found.length === 1 ? only : { kind: 'items', items: itemsWithoutOrder(found) };
}

const firstTold: Collect = (things, look) => {
  for (const thing of things) {
    const items = look.items(thing);
    if (items !== undefined && items.all.length > 0) return items;
    if (items === undefined && look.ends(thing, []) !== MISSING) return undefined;
  }
  return undefined;
};

/** Functions that make collections, or hand them on. */
export const COLLECTIONS: ReadonlyMap<string, Collect> = new Map<string, Collect>([
  ['tolist', same],
  ['tomap', same],
  ['sensitive', same],
  ['nonsensitive', same],
  ['distinct', (things, look) => unordered(same(things, look))],
  ['reverse', reverse],
  ['slice', slice],
  ['sort', sort],
  ['split', split],
  ['toset', toSet],
  ['setunion', (things, look) => toSet(things.length === 1 ? things : wrapped(concat(things, look)), look)],
  ['concat', concat],
  [
    'merge',
    (things, look) => {
      const all = allItems(things, look);
      return all && itemsOfMap(all.flatMap((items) => items.all));
    },
  ],
  ['flatten', flatten],
  ['compact', compact],
  ['values', values],
  ['keys', namesOf],
  ['setproduct', setProduct],
  ['zipmap', zipMap],
  ['coalescelist', firstTold],
  ['try', firstTold],
]);

function wrapped(items: Items | undefined): Things {
  return items === undefined ? [] : [{ kind: 'items', items }];
}
