/** Lists by key, each thing once, order: what many stages do with lists, written once. Nothing of the domain is in here. */

/** A list that has at least one thing. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** The things of each key, in their order; keys in the order in which they first come. */
export function groupBy<K, T>(things: Iterable<T>, keyOf: (thing: T) => K): ReadonlyMap<K, NonEmpty<T>> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}

/** Puts the thing behind those of its key; not once more where it was the last one to be put there. */
export function putOnce<K, T>(lists: Map<K, T[]>, key: K, thing: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [thing]);
  else if (list.at(-1) !== thing) list.push(thing);
}

/** The things that are kept; the list itself where all are, for what is worked out of a list is known by it. */
export function keptOf<T>(things: readonly T[], isKept: (thing: T) => boolean): readonly T[] {
  return things.every(isKept) ? things : things.filter(isKept);
}

/** Each thing once, in the order in which they first come. */
export function distinct<T>(things: Iterable<T>): readonly T[] {
  return [...new Set(things)];
}

/** The first thing of each key, in order. */
export function firstOfEach<T>(things: Iterable<T>, keyOf: (thing: T) => unknown): readonly T[] {
  return [...groupBy(things, keyOf).values()].map(([first]) => first);
}

/** The thing, when all of them are the same one; undefined when there are several, or none. */
export function onlyOne<T>(things: Iterable<T>): T | undefined {
  const [only, ...others] = distinct(things);
  return others.length === 0 ? only : undefined;
}

/** The things in lists of those that hang together by keys that they share, in their order. */
export function connectedBy<T>(
  things: readonly T[],
  keysOf: (thing: T) => readonly string[],
): readonly NonEmpty<T>[] {
  const parents: number[] = [];
  const rootOf = (index: number): number => {
    let root = index;
    for (let next = parents[root]; next !== undefined && next !== root; next = parents[root]) {
      // Halves the way for the next one who asks.
      parents[root] = parents[next] ?? next;
      root = next;
    }
    return root;
  };
  const first = new Map<string, number>();
  things.forEach((thing, index) => {
    parents.push(index);
    for (const key of keysOf(thing)) {
      const known = first.get(key);
      if (known === undefined) first.set(key, index);
      else parents[rootOf(index)] = rootOf(known);
    }
  });
  const indexed = things.map((thing, index) => ({ thing, root: rootOf(index) }));
  return [...groupBy(indexed, ({ root }) => root).values()].map(([{ thing }, ...others]): NonEmpty<T> => [
    thing,
    ...others.map((other) => other.thing),
  ]);
}

/** For sorting: texts by their UTF-16 code units (the same on every machine), numbers by size. */
export function compare<T extends string | number | bigint>(a: T, b: T): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The list; the other one where both hold the same, for what is worked out of a list is known by it. */
export function sameAs<T>(other: readonly T[], list: readonly T[]): readonly T[] {
  return list.length === other.length && list.every((thing, i) => thing === other[i]) ? other : list;
}

/** What is found by keys: a map, or one that lies over another. */
export interface Lookup<K, V> extends Iterable<readonly [K, V]> {
  readonly get: (key: K) => V | undefined;
  readonly has: (key: K) => boolean;
}

/** What the upper one has, and of the lower one the rest; they are put together only for who goes through all of it. */
export function overlaid<K, V>(lower: Lookup<K, V>, upper: ReadonlyMap<K, V>): Lookup<K, V> {
  return {
    get: (key) => (upper.has(key) ? upper : lower).get(key),
    has: (key) => upper.has(key) || lower.has(key),
    [Symbol.iterator]: () => new Map([...lower, ...upper])[Symbol.iterator](),
  };
}

/** The value, made when it is first asked for, and kept. It must not need itself. */
export function lazily<T>(make: () => T): () => T {
  let kept: Kept<T> | undefined;
  return () => (kept ??= { value: make() }).value;
}

/** The function, which works out the value of each key once and keeps it. A key must not need its own value. */
export function memo<K, V>(make: (key: K) => V): (key: K) => V {
  return keptIn(new Map<K, Kept<V>>(), make);
}

/** The same for values that are objects, each for as long as it is there itself. */
export function memoOfObject<K extends object, V>(make: (key: K) => V): (key: K) => V {
  return keptIn(new WeakMap<K, Kept<V>>(), make);
}

/** A value that may be undefined and is known all the same. */
interface Kept<V> {
  readonly value: V;
}

interface Store<K, V> {
  get(key: K): Kept<V> | undefined;
  set(key: K, kept: Kept<V>): unknown;
}

function keptIn<K, V>(store: Store<K, V>, make: (key: K) => V): (key: K) => V {
  return (key) => {
    const before = store.get(key);
    if (before !== undefined) return before.value;
    const value = make(key);
    store.set(key, { value });
    return value;
  };
}
