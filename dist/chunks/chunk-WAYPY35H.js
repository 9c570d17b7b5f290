import {
  BLOCK_LIMIT,
  hclFileOf
} from "./chunk-PW2HHG4G.js";
import {
  loadHcl
} from "./chunk-SSUS6WJN.js";
import {
  headerKey
} from "./chunk-I2EO7LXB.js";

// src/source/files/source.ts
import { lazily } from "../core.js";

// src/source/files/modules.ts
import { memo } from "../core.js";

// src/source/files/folder.ts
import { compare, groupBy } from "../core.js";

// src/source/hcl/json-file.ts
import { must } from "../core.js";
import { parseTraversal } from "../core.js";
function jsonFileOf(text) {
  let reading;
  return {
    keys: void 0,
    find: async (type, labels) => {
      const isThere = [type, ...labels].every((word) => text.includes(`"${word}"`));
      if (!isThere) return { blocks: [], isBroken: false };
      const json = await (reading ??= readJson(text));
      if (json === void 0) return { blocks: [], isBroken: true };
      let found = [{ key: "", whole: json.root, value: json.root }];
      for (const name of [type, ...labels]) {
        const members = found.flatMap(({ value }) => objectsIn(value).flatMap(jsonMembers));
        found = members.filter(({ key }) => key === name);
      }
      const blocks = found.flatMap((member) => objectsAsBlocks(json, member));
      return { blocks: blocks.slice(0, BLOCK_LIMIT), isBroken: blocks.length > BLOCK_LIMIT };
    }
  };
}
var STRICT = { disallowComments: true, allowTrailingComma: true };
var DEPTH_LIMIT = 101;
var NotReadable = class extends Error {
};
async function readJson(text) {
  const { parseTree, visit } = await import("./main-74PTWXPN.js");
  const refuse = () => {
    throw new NotReadable();
  };
  let depth = 0;
  const begin = () => {
    if (++depth > DEPTH_LIMIT) refuse();
  };
  const end = () => {
    depth--;
  };
  const limits = {
    onObjectBegin: begin,
    onArrayBegin: begin,
    onObjectEnd: end,
    onArrayEnd: end,
    onError: refuse
  };
  try {
    visit(text, limits, STRICT);
  } catch (error) {
    if (error instanceof NotReadable) return void 0;
    throw error;
  }
  const root = must(parseTree(text, [], STRICT), "the text was visited without an error");
  return { text, root, lineAt: lineFinder(text) };
}
function lineFinder(text) {
  const breaks = Array.from(text.matchAll(/\n/g), ({ index }) => index);
  return (offset) => {
    let [low, high] = [0, breaks.length];
    while (low < high) {
      const middle = low + high >> 1;
      if (must(breaks[middle], "it is between the ends") < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
function jsonSpan({ lineAt }, { offset, length }) {
  return { line: lineAt(offset), endLine: lineAt(offset + length) };
}
function jsonMembers(object) {
  return childrenOf(object).map((whole) => {
    const [key, value] = childrenOf(whole);
    return { key: String(must(key, NO_ERRORS).value), whole, value: must(value, NO_ERRORS) };
  });
}
var NO_ERRORS = "text without errors has a key and a value for each member";
function childrenOf({ children }) {
  return must(children, "only literals have no parts");
}
function objectsIn(node) {
  return [node, ...node.type === "array" ? childrenOf(node) : []].filter(({ type }) => type === "object");
}
function objectsAsBlocks(json, { whole, value }) {
  const objects = value.type === "array" ? objectsIn(value).slice(0, BLOCK_LIMIT + 1) : void 0;
  return objects === void 0 ? [{ ...jsonSpan(json, whole), attributes: jsonAttributes(json, value) }] : objects.map((object) => ({ ...jsonSpan(json, object), attributes: jsonAttributes(json, object) }));
}
function jsonAttributes(json, node) {
  const members = node.type === "object" ? jsonMembers(node) : [];
  return new Map(
    members.map(({ key, whole, value }) => {
      const text = json.text.slice(value.offset, value.offset + value.length);
      return [key, { ...jsonSpan(json, whole), value: jsonExpr(json, value), text }];
    })
  );
}
function jsonExpr(json, node) {
  const span = jsonSpan(json, node);
  if (node.type === "object") {
    const entries = jsonMembers(node).map(({ key, whole, value: value2 }) => ({
      ...jsonSpan(json, whole),
      key,
      keyExpr: void 0,
      value: jsonExpr(json, value2)
    }));
    return { kind: "object", span, entries };
  }
  if (node.type === "array") {
    return { kind: "list", span, elements: childrenOf(node).map((element) => jsonExpr(json, element)) };
  }
  const value = node.value;
  return textExpr(isLiteral(value) ? value : null, span);
}
function isLiteral(value) {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
function textExpr(value, span) {
  if (typeof value !== "string" || !value.includes("${")) return { kind: "literal", span, value };
  const inner = /^\$\{([^{}]*)\}$/.exec(value)?.[1]?.trim();
  const steps = inner === void 0 || /[\s(*]/.test(inner) ? void 0 : parseTraversal(inner);
  return steps?.[0]?.kind === "name" ? { kind: "reference", span, steps } : { kind: "other", span, parts: [] };
}

// src/source/files/folder.ts
import { EXTENSION, isConfiguration } from "../core.js";
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
    const text = bytes === void 0 ? void 0 : decoded(bytes);
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
  const filesWith = fileFinder(files);
  return {
    directory,
    files: files.map(({ path }) => path),
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
function fileFinder(files) {
  const keyed = files.flatMap((named) => Array.from(named.file.keys ?? [], (key) => ({ key, named })));
  const byKey = groupBy(keyed, ({ key }) => key);
  const others = files.filter(({ file }) => file.keys === void 0);
  return (key) => {
    const found = byKey.get(key)?.map(({ named }) => named) ?? [];
    return [...found, ...others].sort((a, b) => a.rank - b.rank);
  };
}
function unread(path) {
  return `${path} is not read: it is larger than 5 MB, or leads out of the source directory.`;
}
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return void 0;
  }
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
  return ranked.sort((a, b) => a.rank - b.rank || compare(a.name, b.name)).map(({ name }) => name);
}

// src/source/files/modules.ts
import { isDownloaded, isLocalSource, joinPath, toSlashes } from "../core.js";
import { literalText } from "../core.js";
function modulesOf({ view, rootModule, moduleSource, loadHcl: loadHcl2 }) {
  const openOnce = memo((directory) => openFolder(view, directory, loadHcl2));
  const downloads = memo((root) => readDownloads(view, root));
  const folderOf = memo((path) => find(path === "" ? [] : path.split(".")));
  async function find(names) {
    const own = names.at(-1);
    if (own === void 0) return open(joinPath("", rootModule), "the source directory");
    const caller = await folderOf(names.slice(0, -1).join("."));
    if (caller.kind === "unreadable") return caller;
    const source = await sourceOf(names, caller);
    if (source === void 0) return { kind: "unknown" };
    if (isLocalSource(source)) {
      if (caller.kind !== "folder") return caller;
      return open(joinPath(caller.folder.directory, source), `the module \`${own}\``);
    }
    const directory = (await downloads(rootModule)).get(names.join("."));
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
    const unreadable = (why) => ({
      kind: "unreadable",
      trouble: `${what} is not read: ${why} the repository.`
    });
    if (directory === void 0) return unreadable("it is outside of");
    const folder2 = await openOnce(directory);
    return folder2 === void 0 ? unreadable("there is no such directory in") : { kind: "folder", folder: folder2, isDownloaded: isDownloaded(directory) };
  }
  const folder = (modules) => folderOf(modules.map(({ name }) => name).join("."));
  return {
    isBase: view.isBase,
    folder,
    text: (path) => textIn(view, path),
    call: async (modules) => {
      const own = modules.at(-1);
      const caller = await folder(modules.slice(0, -1));
      return own === void 0 || caller.kind !== "folder" ? [] : caller.folder.find("module", [own.name]);
    }
  };
}
async function textIn(view, path) {
  const bytes = await view.read(path);
  return bytes === void 0 ? void 0 : new TextDecoder().decode(bytes);
}
async function readDownloads(view, rootModule) {
  const directories = /* @__PURE__ */ new Map();
  const path = joinPath(rootModule, ".terraform/modules/modules.json");
  const bytes = path === void 0 ? void 0 : await view.read(path);
  if (bytes === void 0) return directories;
  for (const { key, directory } of downloadsIn(new TextDecoder().decode(bytes))) {
    const joined = joinPath(rootModule, toSlashes(directory));
    if (joined !== void 0) directories.set(key, joined);
  }
  return directories;
}
function downloadsIn(text) {
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

// src/source/files/source.ts
function openSource(reader, moduleSource) {
  let hcl;
  const load = () => hcl ??= reader.grammar().then(loadHcl, () => void 0);
  const { rootModule } = reader;
  const modulesAt = (revision, isBase) => {
    const view = {
      isBase,
      list: (directory) => revision.list(directory),
      read: (path) => revision.read(path)
    };
    return modulesOf({ view, rootModule, moduleSource, loadHcl: load });
  };
  const bases = lazily(async () => {
    const revisions = await reader.bases?.() ?? [];
    return revisions.map((revision) => modulesAt(revision, true));
  });
  return {
    loadHcl: load,
    isBaseNamed: reader.isBaseNamed === true,
    head: modulesAt(reader, false),
    bases
  };
}
async function firstOfBases({ bases }, ask) {
  for (const base of await bases()) {
    const answer = await ask(base);
    if (answer !== void 0) return answer;
  }
  return void 0;
}

export {
  openSource,
  firstOfBases
};
