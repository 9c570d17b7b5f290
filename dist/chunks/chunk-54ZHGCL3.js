import {
  argumentOf
} from "./chunk-NUQT56WP.js";
import {
  attributesOf,
  headerOfResource
} from "./chunk-I2EO7LXB.js";

// src/source/locals/locals.ts
import { sourceText } from "../core.js";
import { nameBehind, referencesIn } from "../core.js";
var MAX_READINGS = 8;
async function planWithSource(open, alone, source) {
  const { readSource, read } = sourceExpressions(source, alone.moduleBlocks);
  let plan = alone;
  for (let reading = 0; reading < MAX_READINGS && await read(plan.unread); reading++) {
    plan = open(readSource);
  }
  return plan;
}
var EXPRESSION_LIMIT_CHARS = 1e5;
var TOTAL_LIMIT_CHARS = 4e5;
var NESTING_LIMIT = 50;
function sourceExpressions(source, blocksOf) {
  const values = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  let left = TOTAL_LIMIT_CHARS;
  async function readOne(name) {
    const found = await definitionOf(source, name, blocksOf);
    if (found === void 0) return void 0;
    const { block, attribute } = found;
    const { text } = attribute;
    if (text.length > Math.min(left, EXPRESSION_LIMIT_CHARS) || isDeep(text)) return void 0;
    left -= text.length;
    const hcl = await source.loadHcl();
    const parse = (inner) => parseExpression(hcl, inner);
    if (block.format === "hcl") return parse(text);
    return dataExpr(jsonOf(text), { span: attribute, hasEscapes: /\$\$\{|%%\{/.test(text), parse });
  }
  return {
    readSource: (name) => values.get(sourceText(name)),
    read: async (names) => {
      const before = values.size;
      const open = [...names];
      for (let next = open.pop(); next !== void 0; next = open.pop()) {
        const key = sourceText(next);
        if (seen.has(key)) continue;
        seen.add(key);
        const value = await readOne(next);
        if (value === void 0) continue;
        values.set(key, value);
        open.push(...neededFor(value, next));
      }
      return values.size > before;
    }
  };
}
function neededFor(value, name) {
  return referencesIn(value).flatMap((steps) => {
    const local = nameBehind("local", steps);
    if (local !== void 0)
      return [{ modules: name.modules, keyword: "locals", labels: [], argument: local }];
    return nameBehind("each", steps) === "value" ? [{ ...name, argument: "for_each" }] : [];
  });
}
async function definitionOf({ head }, { modules, keyword, labels, argument }, blocksOf) {
  const found = await head.folder(modules);
  if (found.kind !== "folder" || found.isDownloaded || found.folder.isMixed) return void 0;
  const { folder } = found;
  const planned = blocksOf(modules.map((step) => step.name)).map(headerOfResource);
  if (!planned.every((header) => folder.mayHold(header.keyword, header.labels))) return void 0;
  const blocks = await folder.find(keyword, labels);
  const own = blocks.filter(({ attributes, isOverride }) => attributes.has(argument) && !isOverride);
  return own.length > 1 || folder.troubles().length > 0 ? void 0 : argumentOf(blocks, argument);
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
function dataExpr(data, reading) {
  const span = { line: reading.span.line, endLine: reading.span.endLine };
  if (typeof data === "string") {
    if (!/[$%]\{/.test(data)) return { kind: "literal", span, value: data };
    const inner = /^\$\{([^]*)\}$/.exec(data)?.[1];
    const expr = inner === void 0 || reading.hasEscapes ? void 0 : reading.parse(inner);
    return expr ?? { kind: "other", span, parts: [] };
  }
  if (Array.isArray(data)) {
    return { kind: "list", span, elements: data.map((element) => dataExpr(element, reading)) };
  }
  if (typeof data === "object" && data !== null) {
    const entries = Object.entries(data).map(([name, value]) => {
      const key = dataExpr(name, reading);
      const isPlain2 = key.kind === "literal";
      return {
        ...span,
        key: isPlain2 ? name : void 0,
        keyExpr: isPlain2 ? void 0 : key,
        value: dataExpr(value, reading)
      };
    });
    return { kind: "object", span, entries };
  }
  const isPlain = typeof data === "number" || typeof data === "boolean" || data === null;
  return isPlain ? { kind: "literal", span, value: data } : { kind: "other", span, parts: [] };
}

export {
  planWithSource,
  sourceExpressions,
  parseExpression,
  dataExpr
};
