import {
  keyText,
  moduleText
} from "./chunk-EWVTMIMU.js";

// src/terraform/write-hcl.ts
function hclText(blocks) {
  return blocks.map((block) => `${linesOfBlock(block).join("\n")}
`).join("\n");
}
function linesOfBlock({ keyword, labels, body, blocks = [], comments = [] }) {
  const width = Math.max(0, ...body.map(([name]) => name.length));
  const head = [keyword, ...labels.map((label) => quoted(label))].join(" ");
  const inner = [
    ...body.map(([name, value]) => `${name.padEnd(width)} = ${value.replaceAll(INVISIBLE, byNumber)}`),
    ...blocks.flatMap((block, index) => [
      ...index > 0 || body.length > 0 ? [""] : [],
      ...linesOfBlock(block)
    ])
  ];
  return [
    ...comments.map((line) => `# ${line.replaceAll(INVISIBLE, " ")}`),
    `${head} {`,
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
  hclText,
  quoted,
  localReference,
  rootReference
};
