import {
  attributesOf,
  headerKey,
  headersIn,
  spanOf
} from "./chunk-I2EO7LXB.js";

// src/source/hcl/hcl-file.ts
import { groupBy } from "../core.js";

// src/source/hcl/source-file.ts
var BLOCK_LIMIT = 1e3;

// src/source/hcl/hcl-file.ts
var WHOLE_FILE_LIMIT_CHARS = 2e6;
var BLOCK_LIMIT_CHARS = 5e5;
var NOTHING = { blocks: [], isBroken: false };
function hclFileOf(text, loadHcl) {
  const all = headersIn(text);
  const headers = groupBy(all, ({ keyword, labels }) => headerKey(keyword, labels));
  const doubtful = text.search(/\/\*|<</);
  let ends;
  return {
    keys: headers.keys(),
    find: async (type, labels) => {
      const asked = headers.get(headerKey(type, labels));
      if (asked === void 0) return NOTHING;
      const hcl = await loadHcl();
      if (hcl === void 0) return { blocks: [], isBroken: true };
      const looks = asked.slice(0, BLOCK_LIMIT).map(({ start }) => {
        const isSure = doubtful === -1 || start < doubtful;
        const above = linesBefore(text, start);
        const blockUpTo = (end2) => blockAtStart(hcl, text.slice(start, end2), above);
        const quick = isSure ? blockUpTo(likelyEnd(text, start)) : void 0;
        if (quick !== void 0 && !quick.isBroken) return { blocks: [quick], isBroken: false };
        ends ??= provedHeaders(hcl, text, all);
        if (ends === "unreadable" || !ends.has(start)) return { blocks: [], isBroken: ends === "unreadable" };
        const end = ends.get(start);
        const alone = { line: above + 1, endLine: above + 1, attributes: /* @__PURE__ */ new Map() };
        return { blocks: [(end === void 0 ? void 0 : blockUpTo(end)) ?? alone], isBroken: false };
      });
      return {
        blocks: looks.flatMap(({ blocks }) => blocks),
        isBroken: asked.length > BLOCK_LIMIT || looks.some(({ isBroken }) => isBroken)
      };
    }
  };
}
function likelyEnd(text, start) {
  const close = text.indexOf("\n}", start);
  const nextLine = text.indexOf("\n", start);
  const oneLine = nextLine === -1 ? text.length : nextLine;
  if (text.slice(start, oneLine).trimEnd().endsWith("}")) return oneLine;
  return Math.min(close === -1 ? text.length : close + 2, start + BLOCK_LIMIT_CHARS);
}
function blockAtStart(hcl, text, above) {
  return hcl.parse(text, (root) => {
    const block = firstBlock(root);
    if (block === void 0) return void 0;
    const body = block.namedChildren.find(({ type }) => type === "body");
    return { ...spanOf(block, above), attributes: attributesOf(body, above), isBroken: block.hasError };
  });
}
function firstBlock(root) {
  const body = root.namedChildren.find(({ type }) => type === "body");
  const [block] = body?.namedChildren ?? [];
  return block?.type === "block" && block.startIndex === 0 ? block : void 0;
}
function provedHeaders(hcl, text, headers) {
  if (text.length > WHOLE_FILE_LIMIT_CHARS) return "unreadable";
  const proved = hcl.parse(text, (root) => {
    const ends = /* @__PURE__ */ new Map();
    for (const { start } of headers) {
      const node = root.descendantForIndex(start, start + 1);
      if (node?.type !== "identifier" || node.startIndex !== start) continue;
      const { parent } = node;
      const isBlock = parent?.type === "block" && parent.startIndex === start;
      if (isBlock || root.hasError) ends.set(start, isBlock ? parent.endIndex : void 0);
    }
    return ends;
  });
  return proved ?? "unreadable";
}
function linesBefore(text, end) {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

export {
  BLOCK_LIMIT,
  hclFileOf,
  likelyEnd,
  blockAtStart
};
