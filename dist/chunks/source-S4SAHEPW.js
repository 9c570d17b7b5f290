import {
  isDownloaded,
  isLocalSource,
  joinPath,
  toSlashes
} from "./chunk-7TTZK7M6.js";
import {
  attributesOf,
  spanOf
} from "./chunk-RIB4CQII.js";
import {
  literalText
} from "./chunk-BX7PBNI2.js";
import {
  parseTraversal
} from "./chunk-ALZ5PEDL.js";
import "./chunk-SEWDMQ6Q.js";

// src/source/hcl/hcl.ts
async function loadHcl(grammar) {
  try {
    const { Language, Parser } = await import("../vendor/web-tree-sitter.js");
    await Parser.init();
    const language = await Language.load(grammar);
    return hclOf(new Parser().setLanguage(language));
  } catch {
    return void 0;
  }
}
var TOTAL_LIMIT_CHARS = 3e6;
function hclOf(parser) {
  let isBroken = false;
  let left = TOTAL_LIMIT_CHARS;
  return {
    parse: (text, use) => {
      if (isBroken || text.length > left) return void 0;
      left -= text.length;
      let tree;
      try {
        tree = parser.parse(text);
      } catch {
        isBroken = true;
        return void 0;
      }
      if (tree === null) return void 0;
      const result = use(tree.rootNode);
      tree.delete();
      return result;
    }
  };
}

// src/source/hcl/headers.ts
var GAP = String.raw`(?:[ \t]|\/\*(?:[^*\n]|\*(?!\/))*\*\/)*`;
var LABEL = String.raw`(?:"[^"\n]*"|[\w-]+(?![\w-]))`;
var HEADER = new RegExp(
  `^(${GAP})(resource|data|module|variable|output|locals|moved|removed)(?![\\w-])${GAP}(?:(${LABEL})${GAP})?(?:(${LABEL})${GAP})?\\{`,
  "gm"
);
function headerKey(type, labels) {
  return [type, ...labels].join(" ");
}
function headersIn(text) {
  const headers = /* @__PURE__ */ new Map();
  for (const match of text.matchAll(HEADER)) {
    const [, gap = "", type = "", first, second] = match;
    const key = `${type}${named(first)}${named(second)}`;
    const start = match.index + gap.length;
    const list = headers.get(key);
    if (list === void 0) headers.set(key, [start]);
    else list.push(start);
  }
  return headers;
}
function named(label) {
  if (label === void 0) return "";
  return ` ${label.startsWith('"') ? label.slice(1, -1) : label}`;
}

// src/source/hcl/source-file.ts
var BLOCK_LIMIT = 1e3;

// src/source/hcl/hcl-file.ts
var WHOLE_FILE_LIMIT_CHARS = 2e6;
var BLOCK_LIMIT_CHARS = 5e5;
var NOTHING = { blocks: [], isBroken: false };
function hclFileOf(text, loadHcl2) {
  const headers = headersIn(text);
  const doubtful = text.search(/\/\*|<</);
  let ends;
  return {
    keys: headers.keys(),
    find: async (type, labels) => {
      const starts = headers.get(headerKey(type, labels));
      if (starts === void 0) return NOTHING;
      const hcl = await loadHcl2();
      if (hcl === void 0) return { blocks: [], isBroken: true };
      const looks = starts.slice(0, BLOCK_LIMIT).map((start) => {
        const isSure = doubtful === -1 || start < doubtful;
        const quick = isSure ? blockAt(hcl, text, start, likelyEnd(text, start)) : void 0;
        if (quick !== void 0 && !quick.isBroken) return { blocks: [quick], isBroken: false };
        ends ??= provedHeaders(hcl, text, [...headers.values()].flat());
        if (ends === "unreadable" || !ends.has(start)) return { blocks: [], isBroken: ends === "unreadable" };
        const end = ends.get(start);
        const block = end === void 0 ? void 0 : blockAt(hcl, text, start, end);
        return { blocks: [block ?? headerAlone(text, start)], isBroken: false };
      });
      return {
        blocks: looks.flatMap(({ blocks }) => blocks),
        isBroken: starts.length > BLOCK_LIMIT || looks.some(({ isBroken }) => isBroken)
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
function blockAt(hcl, text, start, end) {
  const above = linesBefore(text, start);
  return hcl.parse(text.slice(start, end), (root) => {
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
function provedHeaders(hcl, text, starts) {
  if (text.length > WHOLE_FILE_LIMIT_CHARS) return "unreadable";
  const proved = hcl.parse(text, (root) => {
    const ends = /* @__PURE__ */ new Map();
    for (const start of starts) {
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
function headerAlone(text, start) {
  const line = linesBefore(text, start) + 1;
  return { line, endLine: line, attributes: /* @__PURE__ */ new Map() };
}
function linesBefore(text, end) {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

// src/source/hcl/json-scan.ts
var DEPTH_LIMIT = 100;
var TOKEN = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\n]|\\.)*")|([^\s{}[\],:"]+))/y;
var NotJson = class extends Error {
};
function scanJson(text) {
  try {
    const next = tokensOf(text);
    const value = readValue(next, next(), 0);
    return text.slice(value.end).trim() === "" ? value : void 0;
  } catch (error) {
    if (error instanceof NotJson || error instanceof SyntaxError) return void 0;
    throw error;
  }
}
function tokensOf(text) {
  let at = 0;
  let line = 1;
  let lineEnd = endOfLine(text, 0);
  return () => {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) throw new NotJson();
    at = TOKEN.lastIndex;
    const token = match[1] ?? match[2] ?? match[3] ?? "";
    const start = at - token.length;
    for (; lineEnd < start; lineEnd = endOfLine(text, lineEnd + 1)) line++;
    return { text: token, start, line };
  };
}
function endOfLine(text, from) {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
function readValue(next, first, depth) {
  if (depth > DEPTH_LIMIT) throw new NotJson();
  const { start, line } = first;
  if (first.text === "{") {
    const { items, close } = readItems(next, "}", (token) => readMember(next, token, depth));
    const span = { line, endLine: close.line };
    return { span, start, end: close.start + 1, content: { kind: "object", members: items } };
  }
  if (first.text === "[") {
    const { items, close } = readItems(next, "]", (token) => readValue(next, token, depth + 1));
    const span = { line, endLine: close.line };
    return { span, start, end: close.start + 1, content: { kind: "list", elements: items } };
  }
  const value = JSON.parse(first.text);
  const content = { kind: "literal", value: literalOf(value) };
  return { span: { line, endLine: line }, start, end: start + first.text.length, content };
}
function readItems(next, end, read) {
  const items = [];
  let token = next();
  while (token.text !== end) {
    items.push(read(token));
    token = next();
    if (token.text === end) break;
    if (token.text !== ",") throw new NotJson();
    token = next();
  }
  return { items, close: token };
}
function readMember(next, name, depth) {
  const key = JSON.parse(name.text);
  if (typeof key !== "string" || next().text !== ":") throw new NotJson();
  const value = readValue(next, next(), depth + 1);
  return { key, value, line: name.line, endLine: value.span.endLine };
}
function literalOf(value) {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

// src/source/hcl/json-file.ts
var NOTHING2 = { blocks: [], isBroken: false };
function jsonFileOf(text) {
  let root = "unread";
  return {
    keys: void 0,
    find: (type, labels) => Promise.resolve(find(type, labels))
  };
  function find(type, labels) {
    if (![type, ...labels].every((word) => text.includes(`"${word}"`))) return NOTHING2;
    if (root === "unread") root = scanJson(text);
    if (root === void 0) return { blocks: [], isBroken: true };
    let found = [{ value: root, span: root.span }];
    for (const name of [type, ...labels]) {
      found = found.flatMap(
        ({ value }) => objectsOf(value).flatMap(
          (members) => members.filter(({ key }) => key === name).map((member) => ({ value: member.value, span: member }))
        )
      );
    }
    const blocks = found.flatMap(({ value, span }) => blocksOf(value, span, text));
    return { blocks: blocks.slice(0, BLOCK_LIMIT), isBroken: blocks.length > BLOCK_LIMIT };
  }
}
function objectsOf({ content }) {
  if (content.kind === "object") return [content.members];
  if (content.kind === "list") {
    return content.elements.flatMap(
      (element) => element.content.kind === "object" ? [element.content.members] : []
    );
  }
  return [];
}
function blocksOf(value, { line, endLine }, text) {
  if (value.content.kind === "list") {
    return value.content.elements.filter(({ content }) => content.kind === "object").slice(0, BLOCK_LIMIT + 1).map((element) => ({ ...element.span, attributes: jsonAttributes(element, text) }));
  }
  return [{ line, endLine, attributes: jsonAttributes(value, text) }];
}
function jsonAttributes({ content }, text) {
  const members = content.kind === "object" ? content.members : [];
  return new Map(
    members.map(({ key, value, line, endLine }) => [
      key,
      { line, endLine, value: jsonExpr(value), text: text.slice(value.start, value.end) }
    ])
  );
}
function jsonExpr({ span, content }) {
  switch (content.kind) {
    case "object": {
      const entries = content.members.map(({ key, value, line, endLine }) => ({
        key,
        value: jsonExpr(value),
        line,
        endLine
      }));
      return { kind: "object", span, entries };
    }
    case "list":
      return { kind: "list", span, elements: content.elements.map(jsonExpr) };
    case "literal":
      return textExpr(content.value, span);
  }
}
function textExpr(value, span) {
  if (typeof value !== "string" || !value.includes("${")) return { kind: "literal", span, value };
  const inner = /^\$\{([^{}]*)\}$/.exec(value)?.[1]?.trim();
  const steps = inner === void 0 || /[\s(*]/.test(inner) ? void 0 : parseTraversal(inner);
  return steps?.[0]?.kind === "name" ? { kind: "reference", span, steps } : { kind: "other", span };
}

// src/source/files/folder.ts
var TOTAL_LIMIT_BYTES = 64 * 1024 * 1024;
var JSON_WEIGHT = 8;
async function openFolder(view, directory, loadHcl2) {
  const names = await view.list(directory);
  if (names === void 0) return void 0;
  const troubles = /* @__PURE__ */ new Set();
  const files = [];
  let total = 0;
  for (const name of inOrder(names.filter(isConfiguration))) {
    const path = directory === "" ? name : `${directory}/${name}`;
    const format = name.endsWith(".json") ? "json" : "hcl";
    if (total > TOTAL_LIMIT_BYTES) {
      troubles.add(`${path} is not read: the files of its folder are too large together.`);
      continue;
    }
    const bytes = await view.read(path);
    total += (bytes?.length ?? 0) * (format === "json" ? JSON_WEIGHT : 1);
    const text = bytes === void 0 ? void 0 : textOf(bytes);
    if (text === void 0) {
      troubles.add(bytes === void 0 ? unread(path) : `${path} is not read: it is not UTF-8.`);
      continue;
    }
    const file = format === "json" ? jsonFileOf(text) : hclFileOf(text, loadHcl2);
    files.push({ path, format, isOverride: isOverride(name), file, rank: files.length });
  }
  if (files.length === 0 && troubles.size === 0) {
    troubles.add(`${directory === "" ? "the source directory" : directory} holds no Terraform files.`);
  }
  const filesWith = indexOf(files);
  return {
    directory,
    isMixed: new Set(files.map(({ path }) => isTofu(path))).size > 1,
    troubles: () => [...troubles],
    mayHold: (type, labels) => filesWith(headerKey(type, labels)).length > 0,
    find: async (type, labels) => {
      const found = [];
      for (const { path, format, isOverride: isOverride2, file } of filesWith(headerKey(type, labels))) {
        const { blocks, isBroken } = await file.find(type, labels);
        if (isBroken) troubles.add(`${path} is not read to its end: it is broken, or too large.`);
        for (const block of blocks) found.push({ ...block, file: path, format, isOverride: isOverride2 });
      }
      return found;
    }
  };
}
function indexOf(files) {
  const byKey = /* @__PURE__ */ new Map();
  const others = [];
  for (const named2 of files) {
    if (named2.file.keys === void 0) others.push(named2);
    for (const key of named2.file.keys ?? []) {
      const list = byKey.get(key);
      if (list === void 0) byKey.set(key, [named2]);
      else list.push(named2);
    }
  }
  return (key) => [...byKey.get(key) ?? [], ...others].sort((a, b) => a.rank - b.rank);
}
function unread(path) {
  return `${path} is not read: it is larger than 5 MB, or leads out of the source directory.`;
}
function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return void 0;
  }
}
var EXTENSION = /\.(tf|tofu)(\.json)?$/;
function isConfiguration(name) {
  if (name.startsWith(".") || name.endsWith("~") || /^#.*#$/.test(name)) return false;
  return EXTENSION.test(name);
}
function isTofu(path) {
  return /\.tofu(\.json)?$/.test(path);
}
function isOverride(name) {
  const base = name.replace(EXTENSION, "");
  return base === "override" || base.endsWith("_override");
}
function inOrder(names) {
  const all = new Set(names);
  const isShadowed = (name) => /\.tf(\.json)?$/.test(name) && all.has(name.replace(/\.tf(\.json)?$/, ".tofu$1"));
  const ranked = names.map((name) => ({ name, rank: isOverride(name) ? 2 : isShadowed(name) ? 1 : 0 }));
  return ranked.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1)).map(({ name }) => name);
}

// src/source/files/modules.ts
function modulesOf({ view, rootModule, moduleSource, loadHcl: loadHcl2 }) {
  const known = /* @__PURE__ */ new Map();
  const folders = /* @__PURE__ */ new Map();
  let downloads;
  const namesOf = (modules) => modules.map(({ name }) => name);
  function folder(names) {
    const key = names.join(".");
    const found = known.get(key) ?? find(names);
    known.set(key, found);
    return found;
  }
  async function find(names) {
    const own = names.at(-1);
    if (own === void 0) return open(joinPath("", rootModule), "the source directory");
    const caller = await folder(names.slice(0, -1));
    if (caller.kind === "unreadable") return caller;
    const source = await sourceOf(names, caller);
    if (source === void 0) return { kind: "unknown" };
    if (isLocalSource(source)) {
      if (caller.kind !== "folder") return caller;
      return open(joinPath(caller.folder.directory, source), `the module \`${own}\``);
    }
    downloads ??= readDownloads(view, rootModule);
    const directory = (await downloads).get(names.join("."));
    const opened = directory === void 0 ? void 0 : await open(directory, `the module \`${own}\``);
    return opened?.kind === "folder" ? opened : { kind: "elsewhere" };
  }
  async function sourceOf(names, caller) {
    const planned = moduleSource(names);
    if (planned !== void 0 && !view.isBase) return planned;
    const [block] = caller.kind === "folder" ? await caller.folder.find("module", names.slice(-1)) : [];
    return literalText(block?.attributes.get("source")?.value) ?? planned;
  }
  async function open(directory, what) {
    if (directory === void 0)
      return { kind: "unreadable", trouble: `${what} is not read: it is outside of the repository.` };
    const opening = folders.get(directory) ?? openFolder(view, directory, loadHcl2);
    folders.set(directory, opening);
    const opened = await opening;
    return opened === void 0 ? { kind: "unreadable", trouble: `${what} is not read: there is no such directory in the repository.` } : { kind: "folder", folder: opened, isDownloaded: isDownloaded(directory) };
  }
  return {
    isBase: view.isBase,
    folder: (modules) => folder(namesOf(modules)),
    call: async (modules) => {
      const own = modules.at(-1);
      const caller = await folder(namesOf(modules.slice(0, -1)));
      if (own === void 0 || caller.kind !== "folder") return [];
      return caller.folder.find("module", [own.name]);
    }
  };
}
async function readDownloads(view, rootModule) {
  const directories = /* @__PURE__ */ new Map();
  const path = joinPath(rootModule, ".terraform/modules/modules.json");
  const bytes = path === void 0 ? void 0 : await view.read(path);
  if (bytes === void 0) return directories;
  for (const { key, directory } of entriesOf(new TextDecoder().decode(bytes))) {
    const joined = joinPath(rootModule, toSlashes(directory));
    if (joined !== void 0) directories.set(key, joined);
  }
  return directories;
}
function entriesOf(text) {
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return [];
  }
  if (typeof json !== "object" || json === null || !("Modules" in json)) return [];
  const list = Array.isArray(json.Modules) ? json.Modules : [];
  return list.flatMap((entry) => {
    if (typeof entry !== "object" || entry === null || !("Key" in entry) || !("Dir" in entry)) return [];
    return typeof entry.Key === "string" && typeof entry.Dir === "string" ? [{ key: entry.Key, directory: entry.Dir }] : [];
  });
}

// src/source/files/reader.ts
function headView(reader) {
  return {
    isBase: false,
    list: (directory) => reader.list(directory),
    read: (path) => reader.read(path)
  };
}
function baseView(reader) {
  if (reader.listBase === void 0 || reader.readBase === void 0) return void 0;
  return {
    isBase: true,
    list: async (directory) => reader.listBase?.(directory),
    read: async (path) => reader.readBase?.(path)
  };
}

// src/source/files/source.ts
function openSource(reader, moduleSource) {
  let hcl;
  const load = () => hcl ??= reader.grammar().then(loadHcl, () => void 0);
  const { rootModule } = reader;
  const base = baseView(reader);
  return {
    loadHcl: load,
    head: modulesOf({ view: headView(reader), rootModule, moduleSource, loadHcl: load }),
    base: base === void 0 ? void 0 : modulesOf({ view: base, rootModule, moduleSource, loadHcl: load })
  };
}
export {
  openSource
};
