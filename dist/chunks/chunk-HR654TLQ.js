// src/collections.ts
function groupBy(things, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}
function distinct(things) {
  return [...new Set(things)];
}
function firstOfEach(things, keyOf) {
  return [...groupBy(things, keyOf).values()].map(([first]) => first);
}
function onlyOne(things) {
  const [only, ...others] = distinct(things);
  return others.length === 0 ? only : void 0;
}
function connectedBy(things, keysOf) {
  const parents = [];
  const rootOf = (index) => {
    let root = index;
    for (let next = parents[root]; next !== void 0 && next !== root; next = parents[root]) {
      parents[root] = parents[next] ?? next;
      root = next;
    }
    return root;
  };
  const first = /* @__PURE__ */ new Map();
  things.forEach((thing, index) => {
    parents.push(index);
    for (const key of keysOf(thing)) {
      const known = first.get(key);
      if (known === void 0) first.set(key, index);
      else parents[rootOf(index)] = rootOf(known);
    }
  });
  const indexed = things.map((thing, index) => ({ thing, root: rootOf(index) }));
  return [...groupBy(indexed, ({ root }) => root).values()].map(([{ thing }, ...others]) => [
    thing,
    ...others.map((other) => other.thing)
  ]);
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function memo(make) {
  return keptIn(/* @__PURE__ */ new Map(), make);
}
function memoOfObject(make) {
  return keptIn(/* @__PURE__ */ new WeakMap(), make);
}
function keptIn(store, make) {
  return (key) => {
    const before = store.get(key);
    if (before !== void 0) return before.value;
    const value = make(key);
    store.set(key, { value });
    return value;
  };
}

export {
  groupBy,
  distinct,
  firstOfEach,
  onlyOne,
  connectedBy,
  compare,
  memo,
  memoOfObject
};
