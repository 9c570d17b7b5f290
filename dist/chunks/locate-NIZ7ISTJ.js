import {
  argumentOf,
  refer,
  sitedArgument
} from "./chunk-2QTCNUE6.js";
import {
  literalText,
  memberAt,
  stepText
} from "./chunk-BX7PBNI2.js";
import {
  parseAddress
} from "./chunk-ALZ5PEDL.js";
import "./chunk-SEWDMQ6Q.js";

// src/source/locate/entries.ts
async function searchEntry(modules, forEach, key) {
  const { collections, isWhole } = await expand({ modules, left: STEP_LIMIT }, forEach, []);
  for (const { items } of collections) {
    const item = items.find((candidate) => candidate.key === key);
    if (item !== void 0) {
      return { kind: "entry", spot: spotOf(item.sited.file, item.span), value: item.sited.expr };
    }
  }
  const filled = collections.filter(({ items }) => items.length > 0);
  const [only, ...others] = filled.length > 0 ? filled : collections;
  const isReadable = only?.items.every((item) => item.key !== void 0) === true;
  return only === void 0 || others.length > 0 || !isWhole || !isReadable ? { kind: "unknown" } : { kind: "lost", spot: spotOf(only.file, only.span) };
}
function spotOf(file, { line, endLine }) {
  return { file, line, endLine };
}
var STEP_LIMIT = 500;
var NOWHERE = { collections: [], isWhole: false };
async function expand(hunt, sited, path) {
  const { expr } = sited;
  if (--hunt.left < 0) return NOWHERE;
  switch (expr.kind) {
    case "literal":
    case "other":
      return NOWHERE;
    case "object":
    case "list": {
      const [first, ...rest] = path;
      if (first === void 0) return collectionOf(sited, expr);
      const value = memberAt(expr, [first]);
      return value === void 0 ? NOWHERE : expand(hunt, { ...sited, expr: value }, rest);
    }
    case "reference": {
      const next = await refer(hunt.modules, sited, [...expr.steps, ...path]);
      if (next === void 0) return NOWHERE;
      const reach = await expand(hunt, next.sited, next.path);
      return next.isOpen ? { ...reach, isWhole: false } : reach;
    }
    case "choice":
    case "union": {
      const reaches = [];
      for (const part of expr.parts) {
        reaches.push(await expand(hunt, { ...sited, expr: part }, path));
      }
      return {
        collections: reaches.flatMap(({ collections }) => collections),
        isWhole: reaches.every(({ isWhole }) => isWhole)
      };
    }
    case "for": {
      const inner = await expand(hunt, { ...sited, expr: expr.collection }, []);
      return expandFor(hunt, { ...inner, ...rekeyed(inner, expr) }, expr, path);
    }
  }
}
function collectionOf(sited, expr) {
  const items = expr.kind === "object" ? expr.entries.map((entry) => ({ key: entry.key, span: entry, sited: { ...sited, expr: entry.value } })) : expr.elements.map((element) => ({
    key: literalText(element),
    span: element.span,
    sited: { ...sited, expr: element }
  }));
  return { collections: [{ file: sited.file, span: expr.span, items }], isWhole: true };
}
function rekeyed({ collections }, { key, keyName, valueName }) {
  const [first, ...rest] = key.kind === "reference" ? key.steps : [];
  if (first !== void 0 && stepText(first) === keyName && rest.length === 0) return {};
  if (first === void 0 || stepText(first) !== valueName) return NOWHERE;
  const keyOf = ({ sited }) => literalText(memberAt(sited.expr, rest));
  return {
    collections: collections.map((collection) => ({
      ...collection,
      items: collection.items.map((item) => ({ ...item, key: keyOf(item) }))
    }))
  };
}
async function expandFor(hunt, reach, expr, path) {
  const [first, ...rest] = path;
  if (first === void 0) return reach;
  const [value, ...more] = expr.value.kind === "reference" ? expr.value.steps : [];
  if (value === void 0 || stepText(value) !== expr.valueName || more.length > 0) return NOWHERE;
  const item = reach.collections.flatMap(({ items }) => items).find((candidate) => candidate.key === stepText(first));
  return item === void 0 ? NOWHERE : expand(hunt, item.sited, rest);
}

// src/source/locate/narrowing.ts
var NARROWING = [
  "remote_ip_prefix",
  "remote_group_id",
  "remote_address_group_id",
  "multi_port",
  "port_range_min",
  "port_range_max"
];
var RULE_TYPE = /_secgroup_rule_v\d+$/;
var COMPOSING = /* @__PURE__ */ new Map([
  ["opentelekomcloud_vpc_v1", ["secondary_cidr"]],
  ["opentelekomcloud_cce_node_pool_v3", ["security_group_ids"]]
]);
function tellingArgument(type, blocks, forcing) {
  const telling = RULE_TYPE.test(type) ? NARROWING : COMPOSING.get(type) ?? [];
  for (const name of [...forcing, ...telling]) {
    const found = argumentOf(blocks, name);
    if (found !== void 0 && (forcing.includes(name) || !isUnset(found.attribute))) return found;
  }
  return void 0;
}
function isUnset({ value }) {
  return value.kind === "literal" && (value.value === null || value.value === "");
}

// src/source/locate/standing.ts
async function standingPlace(standing) {
  const { modules, address, blocks, isGone, forcing } = standing;
  const [block] = blocks;
  const calls = await modules.call(address.modules);
  const type = address.block.replace(/^data\./, "").split(".", 1)[0] ?? "";
  const telling = tellingArgument(type, blocks, forcing);
  const around = {
    block: spotOf(block.file, block),
    call: calls[0] === void 0 ? void 0 : spotOf(calls[0].file, calls[0]),
    argument: callArgument(telling?.attribute, calls),
    isBase: modules.isBase
  };
  const search = await searchInstance(modules, address, blocks, isGone);
  if (search.kind === "lost") return { ...search.spot, kind: "map", ...around };
  if (search.kind === "entry") {
    return { ...entrySpot(search, telling?.attribute), kind: "entry", ...around };
  }
  const counting = isGone ? await countingArgument(modules, address.modules, blocks) : void 0;
  if (counting !== void 0) return { ...counting, kind: "attribute", ...around };
  return telling === void 0 || isGone ? { ...around.block, kind: "block", ...around } : { ...spotOf(telling.block.file, telling.attribute), kind: "attribute", ...around };
}
function callArgument(attribute, calls) {
  if (attribute?.value.kind !== "reference") return void 0;
  const [word, name] = attribute.value.steps;
  if (word?.kind !== "name" || word.name !== "var" || name?.kind !== "name") return void 0;
  const found = argumentOf(calls, name.name);
  return found === void 0 ? void 0 : spotOf(found.block.file, found.attribute);
}
function entrySpot(search, attribute) {
  if (attribute?.value.kind !== "reference") return search.spot;
  const [word, value, ...path] = attribute.value.steps;
  const isValue = word?.kind === "name" && word.name === "each" && value?.kind === "name";
  if (!isValue || value.name !== "value" || path.length === 0) return search.spot;
  const inner = memberAt(search.value, path);
  return inner === void 0 ? search.spot : spotOf(search.spot.file, inner.span);
}
async function searchInstance(modules, { modules: path, key }, blocks, isGone) {
  const around = [];
  for (let length = path.length; length > 0; length--) {
    const steps = path.slice(0, length);
    const calls = await modules.call(steps);
    around.push({ key: steps.at(-1)?.key, modules: steps.slice(0, -1), blocks: calls });
  }
  const own = { key, modules: path, blocks };
  const searches = [];
  for (const keyed of [own, ...around]) {
    const forEach = sitedArgument(keyed.blocks, "for_each", keyed.modules);
    if (typeof keyed.key !== "string" || forEach === void 0) continue;
    searches.push(await searchEntry(modules, forEach, keyed.key));
    if (!isGone) break;
  }
  const lost = isGone ? searches.findLast(({ kind }) => kind === "lost") : void 0;
  return lost ?? searches.find(({ kind }) => kind === "entry") ?? { kind: "unknown" };
}
async function countingArgument(modules, path, blocks) {
  const own = countOf(blocks);
  if (own !== void 0) return own;
  for (let length = path.length; length > 0; length--) {
    const found = countOf(await modules.call(path.slice(0, length)));
    if (found !== void 0) return found;
  }
  return void 0;
}
function countOf(blocks) {
  const found = argumentOf(blocks, "for_each") ?? argumentOf(blocks, "count");
  return found === void 0 ? void 0 : spotOf(found.block.file, found.attribute);
}
async function callPlace(modules, path, isGone) {
  for (let length = path.length; length > 0; length--) {
    const steps = path.slice(0, length);
    const caller = await modules.folder(steps.slice(0, -1));
    const blocks = await modules.call(steps);
    const [block] = blocks;
    if (block === void 0 || caller.kind !== "folder" || caller.isDownloaded) continue;
    const spot = spotOf(block.file, block);
    const around = { block: void 0, call: spot, argument: void 0, isBase: modules.isBase };
    const own = { modules: steps.slice(0, -1), block: "", key: steps.at(-1)?.key };
    const search = await searchInstance(modules, own, blocks, isGone);
    if (search.kind === "unknown") return { ...spot, kind: "call", ...around };
    return { ...search.spot, kind: search.kind === "lost" ? "map" : "entry", ...around };
  }
  return void 0;
}

// src/source/locate/gone.ts
async function gonePlace(head, base, address) {
  const call = await callPlace(head, address.modules, true);
  return (base === void 0 ? void 0 : await basePlace(base, address, call)) ?? await removedPlace(head, address) ?? call;
}
async function basePlace(base, address, call) {
  const found = await base.folder(address.modules);
  if (found.kind !== "folder" || found.isDownloaded) {
    return call === void 0 ? callPlace(base, address.modules, false) : void 0;
  }
  const [block] = await blocksOf(base, address);
  if (block === void 0) return void 0;
  const spot = spotOf(block.file, block);
  return { ...spot, kind: "block", block: spot, call: call?.call, argument: void 0, isBase: true };
}
async function blocksOf(modules, { modules: path, block }) {
  const found = await modules.folder(path);
  if (found.kind !== "folder") return [];
  const isData = block.startsWith("data.");
  const [type = "", name = ""] = (isData ? block.slice("data.".length) : block).split(".");
  return found.folder.find(isData ? "data" : "resource", [type, name]);
}
async function removedPlace(head, address) {
  const words = [...address.modules.flatMap(({ name }) => ["module", name]), ...address.block.split(".")];
  for (let depth = address.modules.length; depth >= 0; depth--) {
    const found = await head.folder(address.modules.slice(0, depth));
    if (found.kind !== "folder" || found.isDownloaded) continue;
    const wanted = words.slice(2 * depth);
    const blocks = [...await found.folder.find("removed", []), ...await found.folder.find("moved", [])];
    const block = blocks.find((candidate) => names(candidate, wanted));
    if (block === void 0) continue;
    const spot = spotOf(block.file, block);
    const around = { block: void 0, call: void 0, argument: void 0, isBase: false };
    return { ...spot, kind: "removed", ...around };
  }
  return void 0;
}
function names({ attributes }, wanted) {
  const from = attributes.get("from")?.value;
  if (from?.kind !== "reference") return false;
  const words = from.steps.filter(({ kind }) => kind === "name").map(stepText);
  const isModule = words.length % 2 === 0 && words.every((word, i) => i % 2 === 1 || word === "module");
  if (words.length !== wanted.length && !isModule) return false;
  return words.length > 0 && words.every((word, i) => word === wanted[i]);
}

// src/source/locate/locate.ts
async function locate(source, wanted) {
  const places = /* @__PURE__ */ new Map();
  const without = /* @__PURE__ */ new Map();
  const notes = /* @__PURE__ */ new Set();
  for (const one of wanted) {
    if (places.has(one.address) || without.has(one.address)) continue;
    const answer = await placeOf(source, one);
    if ("place" in answer) places.set(one.address, answer.place);
    else {
      without.set(one.address, answer.why);
      for (const trouble of answer.troubles) notes.add(trouble);
    }
  }
  return { places, without, notes: [...notes] };
}
async function placeOf(source, wanted) {
  const address = parseAddress(wanted.address);
  if (address === void 0) return { why: "its address has an unknown form", troubles: [] };
  const isGone = isGoneAfter(wanted.actions);
  const found = await source.head.folder(address.modules);
  if (found.kind === "unreadable") return { why: "its module cannot be read", troubles: [found.trouble] };
  const [block, ...others] = await blocksOf(source.head, address);
  if (block !== void 0 && found.kind === "folder") {
    if (found.isDownloaded) {
      const call = await callPlace(source.head, address.modules, isGone);
      if (call !== void 0) return { place: { ...call, block: spotOf(block.file, block) } };
    }
    const forcing = wanted.attributes ?? [];
    const blocks = [block, ...others];
    return { place: await standingPlace({ modules: source.head, address, blocks, isGone, forcing }) };
  }
  const place = isGone ? await gonePlace(source.head, source.base, address) : found.kind === "folder" && !found.isDownloaded ? void 0 : await callPlace(source.head, address.modules, false);
  return place === void 0 ? nowhere(found, address, { isGone, hasBase: source.base !== void 0 }) : { place };
}
function isGoneAfter(actions) {
  return !actions.includes("create") && (actions.includes("delete") || actions.includes("forget"));
}
function nowhere(found, { modules }, { isGone, hasBase }) {
  const troubles = found.kind === "folder" ? found.folder.troubles() : [];
  if (!isGone || troubles.length > 0) {
    return { why: "its block is not found in the files of its module", troubles };
  }
  const held = modules.length > 0 ? " and so is the module call that held it" : "";
  const why = hasBase ? `its block is gone${held}, and the base revision does not show it` : `its block is gone${held}; --base REF, or fetch-depth: 0 in a workflow, shows where it was`;
  return { why, troubles };
}
export {
  locate
};
