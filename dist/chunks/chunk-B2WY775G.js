import {
  firstOfBases
} from "./chunk-WAYPY35H.js";
import {
  argumentOf,
  referInFiles,
  sitedArgument
} from "./chunk-NUQT56WP.js";
import {
  headerOfResource
} from "./chunk-I2EO7LXB.js";

// src/source/locate/place.ts
function spotOf(file, { line, endLine }) {
  return { file, line, endLine };
}
function placeAt(spot, kind, {
  block,
  call,
  argument,
  isBase = false
} = {}) {
  return { ...spot, kind, block, call, argument, isBase };
}

// src/source/locate/entries.ts
import {
  handedOn,
  literalText,
  memberAt,
  referenceText,
  stepText
} from "../core.js";
async function searchEntry(modules, forEach, key) {
  const { collections, isWhole, isOpen } = await expand({ modules, left: STEP_LIMIT }, forEach, []);
  for (const { items, span } of collections) {
    const item = items.find((candidate) => candidate.key === key);
    if (item !== void 0) {
      const { line, endLine } = item.span;
      const isWithin = span.line < line && endLine < span.endLine;
      const isApart = (other) => other.span.endLine < line || endLine < other.span.line;
      return {
        ...{ kind: "entry", spot: spotOf(item.sited.file, item.span), value: item.sited.expr },
        isAlone: isWithin && items.every((other) => other === item || isApart(other))
      };
    }
  }
  const filled = collections.filter(({ items }) => items.length > 0);
  const [only, ...others] = filled.length > 0 ? filled : collections;
  const isReadable = only?.items.every((item) => item.key !== void 0) === true;
  return only === void 0 || others.length > 0 || !isWhole || isOpen || !isReadable ? { kind: "unknown" } : { kind: "lost", spot: spotOf(only.file, only.span) };
}
async function entriesBehind(modules, forEach) {
  const reach = await expand({ modules, left: STEP_LIMIT }, forEach, []);
  const [only, ...others] = reach.collections.filter(({ items }) => items.length > 0);
  return reach.isWhole && reach.isAsWritten && others.length === 0 ? only : void 0;
}
var STEP_LIMIT = 500;
var NOWHERE = { collections: [], isWhole: false, isOpen: false, isAsWritten: false };
async function expand(hunt, sited, path) {
  const { expr } = sited;
  if (--hunt.left < 0) return NOWHERE;
  switch (expr.kind) {
    case "object":
    case "list": {
      const [first, ...rest] = path;
      if (first === void 0) return collectionAt(sited, expr);
      const value = memberAt(expr, [first]);
      return value === void 0 ? NOWHERE : expand(hunt, { ...sited, expr: value }, rest);
    }
    case "reference": {
      const next = await referInFiles(hunt.modules, sited, [...expr.steps, ...path]);
      if (next === void 0) return NOWHERE;
      const reach = await expand(hunt, next.sited, next.path);
      const text = referenceText([...expr.steps, ...path]);
      return {
        ...reach,
        isOpen: reach.isOpen || next.isOpen,
        collections: reach.collections.map((one) => ({
          ...one,
          names: [...one.names, { text, modules: sited.modules }],
          isDefault: one.isDefault || next.isDefault
        }))
      };
    }
    case "for": {
      const inner = await expand(hunt, { ...sited, expr: expr.collection }, []);
      return expandFor(hunt, { ...inner, ...rekeyed(inner, expr) }, expr, path);
    }
    case "conditional":
    case "call":
      return expandParts(hunt, sited, path);
    case "literal":
    case "part":
    case "index":
    case "template":
    case "operation":
    case "other":
      return NOWHERE;
  }
}
async function expandParts(hunt, sited, path) {
  const parts = handedOn(sited.expr);
  if (parts === void 0) return NOWHERE;
  const reaches = [];
  for (const expr of parts) reaches.push(await expand(hunt, { ...sited, expr }, path));
  return {
    collections: reaches.flatMap(({ collections }) => collections),
    isWhole: reaches.every(({ isWhole }) => isWhole),
    isOpen: reaches.some(({ isOpen }) => isOpen),
    isAsWritten: reaches.every(({ isAsWritten }) => isAsWritten)
  };
}
function collectionAt(sited, expr) {
  const items = expr.kind === "object" ? expr.entries.map((entry) => ({ key: entry.key, span: entry, sited: { ...sited, expr: entry.value } })) : expr.elements.map((element) => ({
    key: literalText(element),
    span: element.span,
    sited: { ...sited, expr: element }
  }));
  const { file, modules } = sited;
  const isList = expr.kind === "list";
  const collection = { file, modules, span: expr.span, isList, items };
  return {
    collections: [{ ...collection, keyPath: void 0, names: [], isDefault: false }],
    isWhole: true,
    isOpen: false,
    isAsWritten: true
  };
}
function rekeyed({ collections }, { key, keyName, valueName }) {
  const [first, ...rest] = key?.kind === "reference" ? key.steps : [];
  if (first !== void 0 && stepText(first) === keyName && rest.length === 0) return {};
  if (first === void 0 || stepText(first) !== valueName) return NOWHERE;
  const keyOf = ({ sited }) => literalText(memberAt(sited.expr, rest));
  return {
    collections: collections.map((collection) => ({
      ...collection,
      keyPath: rest,
      items: collection.items.map((item) => ({ ...item, key: keyOf(item) }))
    }))
  };
}
async function expandFor(hunt, reach, expr, path) {
  const [first, ...rest] = path;
  const [value, ...more] = expr.value.kind === "reference" ? expr.value.steps : [];
  const isItem = value !== void 0 && stepText(value) === expr.valueName && more.length === 0;
  if (first === void 0) {
    const isAsWritten = reach.isAsWritten && isItem && expr.condition === void 0 && !expr.isGrouped;
    return { ...reach, isAsWritten };
  }
  if (!isItem) return NOWHERE;
  const item = reach.collections.flatMap(({ items }) => items).find((candidate) => candidate.key === stepText(first));
  return item === void 0 ? NOWHERE : expand(hunt, item.sited, rest);
}

// src/source/locate/standing.ts
import { must } from "../core.js";
import { memberAt as memberAt2, nameBehind } from "../core.js";
async function placeOfStanding(standing) {
  const { modules, address, blocks, isGone } = standing;
  const [block] = blocks;
  const calls = await modules.call(address.modules);
  const telling = tellingArgument(standing);
  const around = {
    block: spotOf(block.file, block),
    call: calls[0] === void 0 ? void 0 : spotOf(calls[0].file, calls[0]),
    argument: callArgument(telling?.attribute, calls),
    isBase: modules.isBase
  };
  const search = await searchInstance(modules, address, blocks, isGone);
  if (search.kind === "lost") return placeAt(search.spot, "map", around);
  if (search.kind === "entry") return placeAt(entrySpot(search, telling?.attribute), "entry", around);
  const counting = isGone ? await countingArgument(modules, address, blocks) : void 0;
  if (counting !== void 0) return placeAt(counting, "attribute", around);
  return telling === void 0 || isGone ? placeAt(around.block, "block", around) : placeAt(argumentSpot(telling), "attribute", around);
}
function argumentSpot({ block, attribute }) {
  return spotOf(block.file, attribute);
}
function callArgument(attribute, calls) {
  const name = attribute?.value.kind === "reference" ? nameBehind("var", attribute.value.steps) : void 0;
  const found = name === void 0 ? void 0 : argumentOf(calls, name);
  return found === void 0 ? void 0 : argumentSpot(found);
}
function entrySpot(search, attribute) {
  if (attribute?.value.kind !== "reference") return search.spot;
  const { steps } = attribute.value;
  if (nameBehind("each", steps) !== "value" || steps.length === 2) return search.spot;
  const inner = memberAt2(search.value, steps.slice(2));
  return inner === void 0 ? search.spot : spotOf(search.spot.file, inner.span);
}
async function* callsAround(modules, path) {
  for (let length = path.length; length > 0; length--) {
    const steps = path.slice(0, length);
    yield { blocks: await modules.call(steps), modules: steps.slice(0, -1), key: steps.at(-1)?.key };
  }
}
async function* blocksThatMake(modules, { modules: path, key }, blocks) {
  yield { blocks, modules: path, key };
  yield* callsAround(modules, path);
}
async function searchInstance(modules, address, blocks, isGone) {
  const searches = [];
  for await (const maker of blocksThatMake(modules, address, blocks)) {
    const forEach = sitedArgument(maker.blocks, "for_each", maker.modules);
    if (typeof maker.key !== "string" || forEach === void 0) continue;
    searches.push(await searchEntry(modules, forEach, maker.key));
    if (!isGone) break;
  }
  const lost = isGone ? searches.findLast(({ kind }) => kind === "lost") : void 0;
  return lost ?? searches.find(({ kind }) => kind === "entry") ?? { kind: "unknown" };
}
async function countingArgument(modules, address, ownBlocks) {
  for await (const { blocks } of blocksThatMake(modules, address, ownBlocks)) {
    const found = argumentOf(blocks, "for_each") ?? argumentOf(blocks, "count");
    if (found !== void 0) return argumentSpot(found);
  }
  return void 0;
}
async function callPlace(modules, path, isGone) {
  for await (const call of callsAround(modules, path)) {
    const caller = await modules.folder(call.modules);
    const [block] = call.blocks;
    if (block === void 0 || caller.kind !== "folder" || caller.isDownloaded) continue;
    const spot = spotOf(block.file, block);
    const around = { call: spot, isBase: modules.isBase };
    const search = await searchInstance(modules, call, call.blocks, isGone);
    if (search.kind === "unknown") return placeAt(spot, "call", around);
    return placeAt(search.spot, search.kind === "lost" ? "map" : "entry", around);
  }
  return void 0;
}
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
function tellingArgument({ address, blocks, forcing }) {
  const type = must(headerOfResource(address.block).labels[0], "the address of a resource has a type");
  const telling = RULE_TYPE.test(type) ? NARROWING : COMPOSING.get(type) ?? [];
  for (const name of [...forcing, ...telling]) {
    const found = argumentOf(blocks, name);
    if (found !== void 0 && (forcing.includes(name) || !setsNothing(found.attribute))) return found;
  }
  return void 0;
}
function setsNothing({ value }) {
  return value.kind === "literal" && (value.value === null || value.value === "");
}

// src/source/locate/gone.ts
import { stepText as stepText2 } from "../core.js";
async function gonePlace(source, address) {
  const { head } = source;
  const call = await callPlace(head, address.modules, true);
  return await firstOfBases(source, async (base) => basePlace(base, address, call)) ?? await removedPlace(head, address) ?? call;
}
async function basePlace(base, address, call) {
  const found = await base.folder(address.modules);
  if (found.kind !== "folder" || found.isDownloaded) {
    return call === void 0 ? callPlace(base, address.modules, false) : void 0;
  }
  const [block] = await resourceBlocks(base, address);
  if (block === void 0) return void 0;
  const spot = spotOf(block.file, block);
  return placeAt(spot, "block", { block: spot, call: call?.call, isBase: true });
}
async function resourceBlocks(modules, { modules: path, block }) {
  const found = await modules.folder(path);
  if (found.kind !== "folder") return [];
  const { keyword, labels } = headerOfResource(block);
  return found.folder.find(keyword, labels);
}
async function removedPlace(head, address) {
  const words = [...address.modules.flatMap(({ name }) => ["module", name]), ...address.block.split(".")];
  for (let depth = address.modules.length; depth >= 0; depth--) {
    const found = await head.folder(address.modules.slice(0, depth));
    if (found.kind !== "folder" || found.isDownloaded) continue;
    const wanted = words.slice(2 * depth);
    const blocks = [...await found.folder.find("removed", []), ...await found.folder.find("moved", [])];
    const block = blocks.find((candidate) => names(candidate, wanted));
    if (block !== void 0) return placeAt(spotOf(block.file, block), "removed");
  }
  return void 0;
}
function names({ attributes }, wanted) {
  const from = attributes.get("from")?.value;
  if (from?.kind !== "reference") return false;
  const words = from.steps.filter(({ kind }) => kind === "name").map(stepText2);
  const isModule = words.length % 2 === 0 && words.every((word, i) => i % 2 === 1 || word === "module");
  if (words.length !== wanted.length && !isModule) return false;
  return words.length > 0 && words.every((word, i) => word === wanted[i]);
}

export {
  spotOf,
  searchEntry,
  entriesBehind,
  placeOfStanding,
  callPlace,
  gonePlace,
  resourceBlocks
};
