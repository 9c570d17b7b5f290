import {
  refer
} from "./chunk-WP7SEW2N.js";
import {
  maximalReferences,
  moduleText,
  parseAddress,
  parseTraversal
} from "./chunk-EWVTMIMU.js";

// src/plan/references/scope.ts
var NO_KEYS = /* @__PURE__ */ new Map();

// src/plan/references/walk.ts
function sourceText({ modules, keyword, labels, argument }) {
  return [...modules.map((step) => step.name), "", keyword, ...labels, argument].join(".");
}
function instanceIndex(instances) {
  const blocks = /* @__PURE__ */ new Map();
  const calls = /* @__PURE__ */ new Map();
  const addresses = /* @__PURE__ */ new Map();
  for (const instance of instances) {
    if (instance.isUnconfigured || instance.after === void 0) continue;
    const address = parseAddress(instance.address);
    if (address === void 0) continue;
    addresses.set(instance, address);
    const name = `${moduleText(address.modules)}${address.block}`;
    let block = blocks.get(name);
    if (block === void 0) {
      block = { all: [], byKey: /* @__PURE__ */ new Map() };
      blocks.set(name, block);
    }
    block.all.push(instance);
    block.byKey.set(address.key, instance);
    for (const [depth, { name: called, key }] of address.modules.entries()) {
      const call = `${moduleText(address.modules.slice(0, depth))}module.${called}`;
      const keys = calls.get(call);
      if (keys === void 0) calls.set(call, /* @__PURE__ */ new Map([[key, true]]));
      else keys.set(key, true);
    }
  }
  return { blocks, calls, addresses };
}
var DEPTH_LIMIT = 200;
function deeper(walk, look) {
  if (walk.depth >= DEPTH_LIMIT) return void 0;
  walk.depth++;
  const found = look();
  walk.depth--;
  return found;
}
function ownBlock(walk, instance) {
  if (walk.ownBlocks.has(instance)) return walk.ownBlocks.get(instance);
  const block = findOwnBlock(walk, instance);
  walk.ownBlocks.set(instance, block);
  return block;
}
function nameOfBlock(block) {
  const labels = block.split(".");
  return labels[0] === "data" ? { keyword: "data", labels: labels.slice(1) } : { keyword: "resource", labels };
}
function findOwnBlock({ root, index }, instance) {
  const address = instance.isUnconfigured ? void 0 : index.addresses.get(instance) ?? parseAddress(instance.address);
  if (address === void 0) return void 0;
  const { modules, key } = address;
  const module = moduleAt(
    root,
    modules.map(({ name }) => name)
  );
  const block = module?.resources.get(address.block);
  if (module === void 0 || block === void 0) return void 0;
  const path = moduleText(modules);
  const siblings = index.blocks.get(`${path}${address.block}`)?.byKey ?? NO_KEYS;
  return {
    scope: {
      modules,
      path,
      module,
      forEach: block.forEach,
      owner: nameOfBlock(address.block),
      key,
      siblings
    },
    expressions: block.expressions,
    provider: block.provider
  };
}
function moduleAt(root, names) {
  let module = root;
  for (const name of names) module = module?.calls.get(name)?.module;
  return module;
}
function callerOf({ root, index }, scope, own) {
  const modules = scope.modules.slice(0, -1);
  const names = modules.map(({ name }) => name);
  const module = moduleAt(root, names);
  const call = module?.calls.get(own.name);
  if (module === void 0 || call === void 0) return void 0;
  const path = moduleText(modules);
  const siblings = index.calls.get(`${path}module.${own.name}`) ?? NO_KEYS;
  const owner = { keyword: "module", labels: [own.name] };
  return { call, scope: { modules, path, module, forEach: call.forEach, owner, key: own.key, siblings } };
}
var no = () => false;
var IS_DIRECT = {
  local: no,
  variable: no,
  output: no,
  eachKey: no,
  eachValue: no,
  resource: (_, __, rest) => rest.filter(({ kind }) => kind === "name").length === 1,
  session: no,
  nowhere: no
};
function isDirect(walk, instance, attribute) {
  const expression = ownBlock(walk, instance)?.expressions.get(attribute);
  if (expression?.kind !== "references") return false;
  const [reference, ...others] = maximalReferences(expression.references);
  const steps = reference === void 0 || others.length > 0 ? void 0 : parseTraversal(reference);
  return steps !== void 0 && refer(IS_DIRECT, void 0, steps);
}

export {
  NO_KEYS,
  sourceText,
  instanceIndex,
  deeper,
  ownBlock,
  moduleAt,
  callerOf,
  isDirect
};
