// src/terraform/write-hcl.ts
import { keyText, moduleText } from "../core.js";
function isNewEntry(one) {
  return "beside" in one;
}
function hclText(all) {
  return all.map(
    (one) => isNewEntry(one) ? [...linesOfComments([one.place]), ...linesOfEntry(one)] : linesOfBlock(one)
  ).map((lines) => `${lines.join("\n")}
`).join("\n");
}
function linesOfEntry({ key, value, isSpread, comments }) {
  const lines = (isSpread && value.kind === "object" ? ["{", ...argumentLines(value.entries.map(([name, one]) => [keyName(name), treeText(one)])), "}"] : [treeText(value)]).map(withNumbers);
  const head = key === void 0 ? "" : `${keyName(key)} = `;
  const end = key === void 0 ? "," : "";
  const last = lines.length - 1;
  return [
    ...linesOfComments(comments),
    ...lines.map((line, i) => `${i === 0 ? head : ""}${line}${i === last ? end : ""}`)
  ];
}
function treeText(tree) {
  switch (tree.kind) {
    case "text":
      return tree.text;
    case "list":
      return `[${tree.elements.map(treeText).join(", ")}]`;
    case "object":
      return `{ ${tree.entries.map(([name, one]) => `${keyName(name)} = ${treeText(one)}`).join(", ")} }`;
  }
}
function keyName(name) {
  return NAME.test(name) ? name : quoted(name);
}
function linesOfComments(comments) {
  return comments.map((line) => `# ${line.replaceAll(INVISIBLE, " ")}`);
}
function withNumbers(line) {
  return line.replaceAll(INVISIBLE, byNumber);
}
function argumentLines(body) {
  const width = Math.max(0, ...body.map(([name]) => name.length));
  return body.map(([name, value]) => `  ${name.padEnd(width)} = ${withNumbers(value)}`);
}
function linesOfBlock({ keyword, labels, body, blocks = [], comments = [] }) {
  const head = [keyword, ...labels.map((label) => quoted(label))].join(" ");
  const inner = blocks.flatMap((block, index) => [
    ...index > 0 || body.length > 0 ? [""] : [],
    ...linesOfBlock(block)
  ]);
  return [
    ...linesOfComments(comments),
    `${head} {`,
    ...argumentLines(body),
    ...inner.map((line) => line === "" ? "" : `  ${line}`),
    "}"
  ];
}
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
function byNumber(character) {
  const code = character.codePointAt(0) ?? 0;
  return code > 65535 ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}
function hex(code, digits) {
  return code.toString(16).padStart(digits, "0");
}
function quoted(text) {
  return keyText(text).slice(1, -1);
}
var NAME = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
function localReference({ block, key }) {
  return block.split(".").every((word) => NAME.test(word)) ? `${block}${keyText(key)}` : void 0;
}
function rootReference(address) {
  const local = localReference(address);
  const isWritten = address.modules.every(({ name }) => NAME.test(name));
  return local === void 0 || !isWritten ? void 0 : `${moduleText(address.modules)}${local}`;
}

export {
  isNewEntry,
  hclText,
  linesOfEntry,
  quoted,
  localReference,
  rootReference
};
