import {
  keyOf
} from "./chunk-MNYD4WOI.js";
import {
  attributesOf
} from "./chunk-RIB4CQII.js";
import {
  argumentOf
} from "./chunk-2QTCNUE6.js";
import {
  stepText
} from "./chunk-BX7PBNI2.js";
import {
  stepsText
} from "./chunk-ALZ5PEDL.js";
import "./chunk-SEWDMQ6Q.js";

// src/source/hcl/hcl-values.ts
async function loadHclValues() {
  const loaded = await import("../vendor/hcl2-parser.js");
  const parser = parserOf(loaded) ?? parserOf(defaultOf(loaded));
  return (text) => parser === void 0 ? void 0 : read(parser, text);
}
function read(parser, text) {
  try {
    const [json] = parser.parseToString(`locals {
value = ${text}
}
`);
    const document = JSON.parse(json);
    return memberOf(firstOf(memberOf(document, "locals")), "value");
  } catch {
    return void 0;
  }
}
function isParser(value) {
  return typeof memberOf(value, "parseToString") === "function";
}
function parserOf(value) {
  return isParser(value) ? value : void 0;
}
function defaultOf(value) {
  return memberOf(value, "default");
}
function firstOf(value) {
  return Array.isArray(value) ? value[0] : void 0;
}
function memberOf(value, name) {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : void 0;
}

// src/source/locals/local-value.ts
var UNCLEAR = { kind: "unclear" };
function valueOfData(data, hasEscapes, expressionOf) {
  if (typeof data === "string") {
    if (!/[$%]\{/.test(data)) return { kind: "constant", value: data };
    const inner = /^\$\{([^]*)\}$/.exec(data)?.[1];
    const expr = inner === void 0 || hasEscapes ? void 0 : expressionOf(inner);
    return expr === void 0 ? UNCLEAR : valueOfExpr(expr);
  }
  if (typeof data !== "object" || data === null) return { kind: "constant", value: data };
  if (Array.isArray(data)) {
    const elements = data.map((element) => valueOfData(element, hasEscapes, expressionOf));
    return { kind: "list", elements };
  }
  const entries = Object.entries(data).map(
    ([key, value]) => [key, valueOfData(value, hasEscapes, expressionOf)]
  );
  return {
    kind: "object",
    members: new Map(entries.filter(([key]) => !isComputed(key))),
    isOpen: entries.some(([key]) => isComputed(key))
  };
}
function isComputed(key) {
  return /[$%]\{/.test(key);
}
function valueOfExpr(expr) {
  switch (expr.kind) {
    case "literal":
      return { kind: "constant", value: expr.value };
    case "reference":
      return { kind: "reference", steps: expr.steps };
    case "list":
      return { kind: "list", elements: expr.elements.map(valueOfExpr) };
    case "choice":
    case "union":
      return { kind: expr.kind, parts: expr.parts.map(valueOfExpr) };
    case "object": {
      const members = /* @__PURE__ */ new Map();
      for (const { key, value } of expr.entries) if (key !== void 0) members.set(key, valueOfExpr(value));
      return { kind: "object", members, isOpen: expr.entries.some(({ key }) => key === void 0) };
    }
    case "for":
    case "other":
      return UNCLEAR;
  }
}
function localsIn(value) {
  switch (value.kind) {
    case "reference": {
      const [word, name] = value.steps;
      const isLocal = word?.kind === "name" && word.name === "local" && name?.kind === "name";
      return isLocal ? [name.name] : [];
    }
    case "object":
      return [...value.members.values()].flatMap(localsIn);
    case "list":
      return value.elements.flatMap(localsIn);
    case "choice":
    case "union":
      return value.parts.flatMap(localsIn);
    case "constant":
    case "unclear":
      return [];
  }
}
function expressionAt(value, path) {
  const [first, ...rest] = path;
  if (first === void 0) return wholeOf(value);
  switch (value.kind) {
    case "constant":
      return NOTHING_THERE;
    case "unclear":
      return void 0;
    case "reference":
      return { kind: "references", references: [referenceText([...value.steps, ...path])] };
    case "list": {
      const element = first.kind === "key" && typeof first.key === "number" ? value.elements[first.key] : void 0;
      return element === void 0 ? NOTHING_THERE : expressionAt(element, rest);
    }
    case "object": {
      const member = value.members.get(stepText(first));
      if (member !== void 0) return expressionAt(member, rest);
      return value.isOpen ? void 0 : NOTHING_THERE;
    }
    case "choice":
      return joined(value.parts.map((part) => expressionAt(part, path)));
    case "union":
      return inUnion(value.parts, path);
  }
}
var NOTHING_THERE = { kind: "constant", value: void 0 };
function inUnion(parts, path) {
  const [first] = path;
  if (first === void 0) return void 0;
  const key = stepText(first);
  for (const [i, part] of parts.entries()) {
    const hasKey = part.kind === "object" && part.members.has(key);
    if (hasKey || i === parts.length - 1) return expressionAt(part, path);
    if (part.kind !== "object" || part.isOpen) return void 0;
  }
  return void 0;
}
function wholeOf(value) {
  switch (value.kind) {
    case "constant":
      return { kind: "constant", value: value.value };
    case "reference":
      return { kind: "references", references: [referenceText(value.steps)] };
    case "object": {
      const members = [...value.members];
      const parts = members.map(([, member]) => wholeOf(member));
      if (value.isOpen) return void 0;
      return constantsOf(parts, (all) => Object.fromEntries(members.map(([key], i) => [key, all[i]])));
    }
    case "list":
      return constantsOf(value.elements.map(wholeOf), (all) => all);
    case "choice":
    case "union":
      return joined(value.parts.map(wholeOf));
    case "unclear":
      return void 0;
  }
}
function constantsOf(parts, build) {
  const values = parts.flatMap((part) => part?.kind === "constant" ? [part.value] : []);
  return values.length === parts.length ? { kind: "constant", value: build(values) } : joined(parts);
}
function joined(parts) {
  const [only] = parts;
  if (parts.length === 1) return only;
  if (parts.every((part) => part?.kind === "constant" || part?.kind === "opaque")) return { kind: "opaque" };
  const references = parts.flatMap((part) => part?.kind === "references" ? part.references : []);
  const isAll = parts.every((part) => part?.kind === "references");
  return isAll ? { kind: "references", references } : void 0;
}
function referenceText(steps) {
  return stepsText(steps).slice(1);
}

// src/source/locals/locals.ts
var VALUE_LIMIT_CHARS = 1e5;
var TOTAL_LIMIT_CHARS = 4e5;
var NESTING_LIMIT = 50;
async function localsOf(source, wanted, blocksOf) {
  const values = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  let readValue;
  let left = TOTAL_LIMIT_CHARS;
  const open = [...wanted];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const { modules } = next;
    const key = keyOf(next);
    if (seen.has(key)) continue;
    seen.add(key);
    const found = await definitionOf(source, next, blocksOf);
    const text = found?.attribute.text ?? "";
    if (found === void 0 || text.length > Math.min(left, VALUE_LIMIT_CHARS) || isDeep(text)) continue;
    left -= text.length;
    const isJson = found.block.format === "json";
    if (!isJson) readValue ??= await loadHclValues();
    const data = isJson ? jsonOf(text) : readValue?.(text);
    if (data === void 0) continue;
    const hcl = await source.loadHcl();
    const value = valueOfData(data, /\$\$\{|%%\{/.test(text), (inner) => parseExpression(hcl, inner));
    values.set(key, value);
    open.push(...localsIn(value).map((name) => ({ modules, name })));
  }
  return (modules, name, path) => {
    const value = values.get(keyOf({ modules, name }));
    return value === void 0 ? void 0 : expressionAt(value, path);
  };
}
function mayHold(folder, address) {
  const isData = address.startsWith("data.");
  return folder.mayHold(
    isData ? "data" : "resource",
    (isData ? address.slice("data.".length) : address).split(".")
  );
}
async function definitionOf({ head }, { modules, name }, blocksOf) {
  const found = await head.folder(modules);
  if (found.kind !== "folder" || found.isDownloaded || found.folder.isMixed) return void 0;
  if (!blocksOf(modules.map((step) => step.name)).every((block) => mayHold(found.folder, block)))
    return void 0;
  const blocks = await found.folder.find("locals", []);
  const own = blocks.filter(({ attributes, isOverride }) => attributes.has(name) && !isOverride);
  return own.length > 1 || found.folder.troubles().length > 0 ? void 0 : argumentOf(blocks, name);
}
function isDeep(text) {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[{}[\]()]/g)) {
    depth += "{[(".includes(bracket) ? 1 : -1;
    if (depth > NESTING_LIMIT) return true;
  }
  return false;
}
function jsonOf(text) {
  try {
    const data = JSON.parse(text);
    return data;
  } catch {
    return void 0;
  }
}
function parseExpression(hcl, text) {
  return hcl?.parse(`value = ${text}
`, (root) => {
    const body = root.namedChildren.find(({ type }) => type === "body");
    return root.hasError ? void 0 : attributesOf(body, 0).get("value")?.value;
  });
}
export {
  localsOf
};
