import type { Expr } from '../../terraform/expression.js';
import type { Key, Step } from '../../terraform/traversal.js';
import { isRecord } from '../document/marks.js';
import type { ModuleScope } from './scope.js';

/** What a part of an expression stands for, before anybody looks into it. */
export type Thing =
  /** An expression of a file; `names` are those that a `for` around it gives. */
  | { readonly kind: 'written'; readonly expr: Expr; readonly scope: ModuleScope; readonly names: Names }
  /** What Terraform knows while it plans. */
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'items'; readonly items: Items };

/** Names that a `for` gives. */
export type Names = ReadonlyMap<string, Thing>;

/** No names. */
export const NO_NAMES: Names = new Map();

/** One element of a list, or one entry of a map. A key that cannot be told is undefined: it may be any. */
export interface Item {
  readonly key: Key | undefined;
  readonly value: Thing;
}

/** The elements of a collection, each of them. Undefined where they cannot be told. */
export interface Items {
  readonly isList: boolean;
  readonly all: readonly Item[];
  readonly byKey: ReadonlyMap<Key, Item>;
  /** Those whose key cannot be told. */
  readonly open: readonly Item[];
}

/** Of two entries of a map with one key, the later counts. */
export function itemsOfMap(entries: readonly Item[]): Items {
  const byKey = new Map(
    entries.flatMap((item) => (item.key === undefined ? [] : [[String(item.key), item] as const])),
  );
  const open = entries.filter(({ key }) => key === undefined);
  return { isList: false, all: [...byKey.values(), ...open], byKey, open };
}

/** The elements of a list in order. */
export function itemsOfList(values: readonly Thing[]): Items {
  const all = values.map((value, key) => ({ key, value }));
  return { isList: true, all, byKey: new Map(all.map((item) => [item.key, item])), open: [] };
}

/** Elements of which nobody knows how many come before each. */
export function itemsWithoutOrder(values: readonly Thing[]): Items {
  const all = values.map((value) => ({ key: undefined, value }));
  return { isList: true, all, byKey: new Map(), open: all };
}

/** The element that a key names, and those that may be it; none where there is certainly no such element. */
export function itemsAt(items: Items, key: Key): readonly Item[] {
  const spelled = !items.isList ? String(key) : /^\d{1,15}$/.test(String(key)) ? Number(key) : key;
  const item = items.byKey.get(spelled);
  return item === undefined ? items.open : [item, ...items.open];
}

/** The elements of data. */
export function itemsOfValue(value: unknown): Items | undefined {
  const thing = (inner: unknown): Thing => ({ kind: 'value', value: inner });
  if (Array.isArray(value)) return itemsOfList(value.map(thing));
  if (!isRecord(value)) return undefined;
  return itemsOfMap(Object.entries(value).map(([key, inner]) => ({ key, value: thing(inner) })));
}

/** A step as a key: of a map both spellings are the same. */
export function keyOfStep(step: Step): Key {
  return step.kind === 'name' ? step.name : step.key;
}
