import type { Key, Step } from '../../terraform/traversal.js';
import { distinctEnds, MISSING } from './ends.js';
import {
  type Item,
  type Items,
  itemsAt,
  itemsOfList,
  itemsOfMap,
  itemsWithoutOrder,
  keyOfStep,
  type Thing,
} from './things.js';
import type { Ends } from './walk.js';

/** How a function of Terraform looks at its arguments. */
export interface Look {
  readonly ends: (thing: Thing, path: readonly Step[]) => Ends;
  readonly items: (thing: Thing) => Items | undefined;
  readonly value: (thing: Thing) => { readonly value: unknown } | undefined;
}

type Things = readonly Thing[];
/** The elements of a function's result. */
type Collect = (things: Things, look: Look) => Items | undefined;
/** Where a function that hands on one of its arguments, or one of their elements, leads. */
type Pick = (things: Things, path: readonly Step[], look: Look) => Ends | undefined;
/** The value of a function of known values. */
type Plain = (things: Things, look: Look) => Known;
type Known = { readonly value: unknown } | undefined;

/** The elements of each argument; undefined where one of them cannot be told. */
function allItems(things: Things, { items }: Look): readonly Items[] | undefined {
  const all = things.flatMap((thing) => items(thing) ?? []);
  return all.length === things.length ? all : undefined;
}

const same: Collect = ([first], { items }) => (first === undefined ? undefined : items(first));

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
  const values = items.all.flatMap(({ value }): Things => {
    const inner = look.items(value)?.isList === true ? flatten([value], look) : undefined;
    if (inner === undefined) return [value];
    if (inner.open.length > 0) isOrdered = false;
    return inner.all.map((item) => item.value);
  });
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

function keyIn(thing: Thing, look: Look): Key | undefined {
  const value = look.value(thing)?.value;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** Nulls and empty texts are left out; what is not known is neither, as far as a plan can say. */
const compact: Collect = ([list], look) => {
  const items = list === undefined ? undefined : look.items(list);
  if (items === undefined) return undefined;
  const kept = items.all.filter(({ value }) => !isNothing(look.value(value)));
  return listOf(
    kept.map(({ value }) => value),
    items.open.length === 0,
  );
};

function isNothing(known: { readonly value: unknown } | undefined): boolean {
  return known !== undefined && (known.value === null || known.value === '');
}

const values: Collect = ([map], look) => {
  const items = map === undefined ? undefined : look.items(map);
  if (items === undefined) return undefined;
  const sorted = [...items.all].sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
  return listOf(
    (items.isList ? items.all : sorted).map(({ value }) => value),
    items.open.length === 0,
  );
};

const keys: Collect = ([map], look) => {
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
    itemsOfMap(all.all.map(({ value }, i): Item => ({ key: keyIn(value, look), value: at(by, i) })))
  );
};

function at(items: Items, index: number): Thing {
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
  ['keys', keys],
  ['setproduct', setProduct],
  ['zipmap', zipMap],
  ['coalescelist', firstTold],
  ['try', firstTold],
]);

function wrapped(items: Items | undefined): Things {
  return items === undefined ? [] : [{ kind: 'items', items }];
}

const tried: Pick = (things, path, { ends }) => {
  const found: Ends[] = [];
  for (const thing of things) {
    const next = ends(thing, path);
    if (next === MISSING) continue;
    found.push(next);
    if (next.every((end) => end.kind === 'target' || (end.kind === 'constant' && end.value !== undefined)))
      break;
  }
  return found.length === 0 ? MISSING : distinctEnds(found.flat());
};

/** The first that is neither null nor empty; an id of a resource is neither. */
const coalesced: Pick = (things, path, { ends }) => {
  const found: Ends[] = [];
  for (const thing of things) {
    const all = ends(thing, path);
    const next = all.filter((end) => end.kind !== 'constant' || !isNothing({ value: end.value }));
    found.push(next);
    const isThere = next.length === all.length && next.length > 0;
    if (isThere && next.every((end) => end.kind === 'target' && end.attribute === 'id')) break;
    if (isThere && next.every((end) => end.kind === 'constant' && end.value !== undefined)) break;
  }
  return distinctEnds(found.flat());
};

const looked: Pick = ([map, key, otherwise], path, look) => {
  if (map === undefined || key === undefined) return undefined;
  const [items, name] = [look.items(map), keyIn(key, look)];
  if (items === undefined) return undefined;
  const found = name === undefined ? items.all : itemsAt(items, name);
  const ends = found.map(({ value }) => look.ends(value, path));
  const isSure = name !== undefined && found.length > 0 && items.open.length === 0;
  if (isSure || otherwise === undefined) return ends.length === 0 ? MISSING : distinctEnds(ends.flat());
  return distinctEnds([...ends, look.ends(otherwise, path)].flat());
};

/** The last map that has the key; one whose keys cannot be told may have it only if no other does. */
const merged: Pick = (maps, [first, ...rest], look) => {
  if (first === undefined) return undefined;
  for (const [i, map] of [...maps.entries()].reverse()) {
    const items = look.items(map);
    const found = items === undefined ? [] : itemsAt(items, keyOfStep(first));
    const [one, ...others] = found;
    if (one !== undefined && others.length === 0 && items?.open.length === 0)
      return look.ends(one.value, rest);
    if (items === undefined && i === 0) return look.ends(map, [first, ...rest]);
    if (items === undefined || found.length > 0) return undefined;
  }
  return MISSING;
};

const element: Pick = ([list, index], path, look) => {
  const items = list === undefined ? undefined : look.items(list);
  if (items === undefined || index === undefined) return undefined;
  const { length } = items.all;
  if (length === 0) return MISSING;
  const number = look.value(index)?.value;
  const found = typeof number === 'number' ? itemsAt(items, number % length) : items.all;
  return distinctEnds(found.flatMap(({ value }) => look.ends(value, path)));
};

/** `one` of a list, and the texts of a list as one: with one element they are that element. */
function only(list: Thing | undefined, path: readonly Step[], look: Look, none: unknown): Ends | undefined {
  const items = list === undefined ? undefined : look.items(list);
  if (items === undefined) return undefined;
  if (items.all.length === 0) return [{ kind: 'constant', value: none }];
  return distinctEnds(items.all.flatMap(({ value }) => look.ends(value, path)));
}

const handed: Pick = ([thing], path, look) => (thing === undefined ? undefined : look.ends(thing, path));

/** Functions that come to one of their arguments, or to one element of it. */
export const PICKS: ReadonlyMap<string, Pick> = new Map<string, Pick>([
  ['try', tried],
  ['coalesce', coalesced],
  ['lookup', looked],
  ['merge', merged],
  ['element', element],
  ['one', ([list], path, look) => only(list, path, look, null)],
  ['join', ([, list], path, look) => only(list, path, look, '')],
  ['tostring', handed],
  ['sensitive', handed],
  ['nonsensitive', handed],
]);

/** Functions of known values that conditions and keys are made with. */
export const PLAIN: ReadonlyMap<string, Plain> = new Map<string, Plain>([
  ['format', formatted],
  ['lower', text((value) => value.toLowerCase())],
  ['upper', text((value) => value.toUpperCase())],
  ['trimspace', text((value) => value.trim())],
  [
    'length',
    ([thing], look) => {
      const items = thing === undefined ? undefined : look.items(thing);
      const known = thing === undefined ? undefined : look.value(thing)?.value;
      if (typeof known === 'string') return { value: known.length };
      return items === undefined || items.open.length > 0 ? undefined : { value: items.all.length };
    },
  ],
  [
    'contains',
    ([list, wanted], look) => {
      const items = list === undefined ? undefined : look.items(list);
      const known = wanted === undefined ? undefined : look.value(wanted);
      const elements = items?.all.map(({ value }) => look.value(value));
      if (elements === undefined || known === undefined) return undefined;
      if (elements.some((one) => one !== undefined && one.value === known.value)) return { value: true };
      return elements.includes(undefined) ? undefined : { value: false };
    },
  ],
]);

/** `%s` and `%d` alone; anything else stays unknown. */
function formatted([pattern, ...things]: Things, look: Look): Known {
  const form = pattern === undefined ? undefined : look.value(pattern)?.value;
  const known = things.flatMap((thing) => keyIn(thing, look) ?? []);
  if (typeof form !== 'string' || known.length < things.length || /%(?![sd])/.test(form)) return undefined;
  const rest = known.values();
  return { value: form.replace(/%[sd]/g, () => String(rest.next().value ?? '')) };
}

function text(change: (value: string) => string): Plain {
  return ([thing], look) => {
    const value = thing === undefined ? undefined : look.value(thing)?.value;
    return typeof value === 'string' ? { value: change(value) } : undefined;
  };
}
