import {
  readYaml,
  require_dist
} from "./chunk-X6ZUF5IH.js";
import {
  __toESM
} from "./chunk-SEWDMQ6Q.js";

// src/config/write-default-rules.ts
var import_yaml = __toESM(require_dist(), 1);
import { isDeepStrictEqual } from "node:util";
import { err, ok } from "../core.js";
import { defaultRulesText, entryLines, entryText, nameText } from "../core.js";
function withDefaultRules(text, records) {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
  let written = text.slice(mark.length);
  const wanted = expected(fileValue(written), records);
  for (const record of records) {
    const edits = editsFor(written, record);
    if (edits === void 0) return err(BY_HAND);
    written = edited(written, edits);
  }
  const isAsWanted = isDeepStrictEqual(expected(fileValue(written), []), wanted);
  return isAsWanted ? ok(mark + written) : err(BY_HAND);
}
var BYTE_ORDER_MARK = "\uFEFF";
var BY_HAND = "shares values by anchors, or is written in a way that only a person can add to";
function edited(text, edits) {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  return [...edits].sort((a, b) => b.from - a.from || b.to - a.to).reduce(
    (all, edit) => all.slice(0, edit.from) + edit.text.replaceAll("\n", lineEnd) + all.slice(edit.to),
    text
  );
}
function editsFor(text, { cluster, record }) {
  const { contents } = (0, import_yaml.parseDocument)(text, { uniqueKeys: false });
  const atTheEnd = [insert(text.length, lineBefore(text) + linesText(entryLines(cluster, record)))];
  if (contents === null) return atTheEnd;
  if (!(0, import_yaml.isMap)(contents)) return void 0;
  const clusters = pairOf(contents, "clusters");
  if (clusters === void 0) return contents.flow === true ? void 0 : atTheEnd;
  if (!(0, import_yaml.isSeq)(clusters.value)) return void 0;
  const entry = clusters.value.items.filter((item) => (0, import_yaml.isMap)(item)).find((item) => entryName(item) === cluster);
  if (entry === void 0) return newEntry(text, clusters.value, { cluster, record });
  const rules = pairOf(entry, "default-rules");
  if (rules === void 0) return newKey(text, entry, record);
  return rules.value === null ? void 0 : changedValue(text, rules.value, record);
}
function pairOf({ items }, name) {
  return items.find(({ key }) => (0, import_yaml.isScalar)(key) && key.value === name);
}
function entryName(entry) {
  const name = pairOf(entry, "name")?.value;
  return (0, import_yaml.isScalar)(name) ? name.value : void 0;
}
function newEntry(text, list, { cluster, record }) {
  const [from, to] = list.range;
  const name = nameText(cluster);
  const last = list.items.at(-1);
  if (last === void 0) {
    return [{ from, to, text: `[{ name: ${name}, ${defaultRulesText(record)} }]` }];
  }
  if (list.flow === true) {
    return [insert(last.range[1], `, { name: ${name}, ${defaultRulesText(record)} }`)];
  }
  const indent = " ".repeat(columnOf(text, from));
  const at = lineAfter(text, to);
  const lines = [`${indent}- name: ${name}`, `${indent}  ${defaultRulesText(record)}`];
  return [insert(at, lineBefore(text.slice(0, at)) + linesText(lines))];
}
function newKey(text, entry, record) {
  const name = pairOf(entry, "name");
  if (name === void 0 || name.value === null) return [];
  const [, end] = name.value.range;
  if (entry.flow === true) return [insert(end, `, ${defaultRulesText(record)}`)];
  const indent = " ".repeat(columnOf(text, name.key.range[0]));
  const at = lineAfter(text, end);
  return [insert(at, lineBefore(text.slice(0, at)) + linesText([indent + defaultRulesText(record)]))];
}
function changedValue(text, rules, record) {
  if (!(0, import_yaml.isMap)(rules) || rules.flow === true) return replaced(text, rules, entryText(record));
  const { gone, standing } = record;
  const edits = [
    changedList(text, rules, { key: "gone", ids: gone }),
    standing === "all" ? [] : changedList(text, rules, { key: "standing", ids: standing })
  ];
  return edits.some((one) => one === void 0) ? void 0 : edits.flatMap((one) => one ?? []);
}
function changedList(text, rules, { key, ids }) {
  const pair = pairOf(rules, key);
  if (pair === void 0) return ids.length === 0 ? [] : newList(text, rules, `${key}: [${ids.join(", ")}]`);
  const { value } = pair;
  if (!(0, import_yaml.isSeq)(value) || value.flow === true) {
    return value === null ? void 0 : replaced(text, value, `[${ids.join(", ")}]`);
  }
  const there = value.items.map((item) => ({ item, id: (0, import_yaml.isScalar)(item) ? item.value : void 0 }));
  const left = there.filter(({ id }) => ids.some((one) => one === id));
  if (left.length === 0 && ids.length === 0) {
    return [{ from: lineStart(text, pair.key.range[0]), to: lineAfter(text, value.range[1]), text: "" }];
  }
  const indent = " ".repeat(columnOf(text, value.range[0]));
  const at = lineAfter(text, Math.max(...there.map(({ item }) => item.range[1])));
  const more = ids.filter((one) => !there.some(({ id }) => id === one)).map((id) => `${indent}- ${id}`);
  return [
    ...there.filter((one) => !left.includes(one)).map(({ item: { range } }) => ({
      from: lineStart(text, range[0]),
      to: lineAfter(text, range[1]),
      text: ""
    })),
    ...more.length === 0 ? [] : [insert(at, lineBefore(text.slice(0, at)) + linesText(more))]
  ];
}
function newList(text, { items: [first] }, line) {
  if (first === void 0) return [];
  const [from] = first.key.range;
  return [insert(lineStart(text, from), linesText([" ".repeat(columnOf(text, from)) + line]))];
}
function replaced(text, { range: [from, to] }, by) {
  const old = text.slice(from, to);
  return old.includes("#") ? void 0 : [{ from, to, text: by + (old.endsWith("\n") ? "\n" : "") }];
}
function insert(at, text) {
  return { from: at, to: at, text };
}
function linesText(lines) {
  return lines.map((line) => `${line}
`).join("");
}
function lineBefore(text) {
  return text === "" || text.endsWith("\n") ? "" : "\n";
}
function lineStart(text, at) {
  return text.lastIndexOf("\n", at - 1) + 1;
}
function lineAfter(text, at) {
  if (at > 0 && text[at - 1] === "\n") return at;
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end + 1;
}
function columnOf(text, at) {
  return at - lineStart(text, at);
}
function fileValue(text) {
  const { tree } = readYaml(text);
  return tree.ok ? tree.value.value ?? {} : void 0;
}
function expected(value, records) {
  if (value === void 0) return void 0;
  const file = asTree(value);
  const clusters = Array.isArray(file["clusters"]) ? file["clusters"].map(asTree) : [];
  const said = new Map(records.map(({ cluster, record }) => [cluster, record]));
  const known = clusters.map((entry) => {
    const record = said.get(String(entry["name"])) ?? entry["default-rules"];
    return record === void 0 ? entry : { ...entry, "default-rules": inOneOrder(asTree(record)) };
  });
  const added = [...said].filter(([name]) => !clusters.some((entry) => entry["name"] === name)).map(([name, record]) => ({ name, "default-rules": inOneOrder(asTree(record)) }));
  return { ...file, clusters: [...known, ...added] };
}
function inOneOrder({ gone, standing }) {
  const sorted = (ids) => Array.isArray(ids) ? ids.map(String).sort() : ids ?? [];
  return { gone: sorted(gone), standing: sorted(standing) };
}
function asTree(value) {
  return Object.fromEntries(typeof value === "object" && value !== null ? Object.entries(value) : []);
}
export {
  withDefaultRules
};
