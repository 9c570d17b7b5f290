import {
  hang,
  paintOf
} from "./chunk-T6YO773B.js";
import {
  terminalText
} from "./chunk-VBQPEORM.js";
import {
  hclText
} from "./chunk-EMDBAYUM.js";
import {
  blocksOf
} from "./chunk-3XNJGZAM.js";
import {
  shortFingerprint
} from "./chunk-RRJAT3IB.js";
import "./chunk-7X4FOFYP.js";
import "./chunk-43LBVURZ.js";
import "./chunk-A7XUOLS5.js";
import "./chunk-G7TW2D2V.js";
import {
  fixProof,
  fixTitle,
  moduleWords,
  stageCommand,
  whyNoFixWords
} from "./chunk-O5533E75.js";
import "./chunk-W55LG4YV.js";
import "./chunk-OR7BGG5Q.js";
import "./chunk-7LKISGRE.js";
import "./chunk-XR7GB23Z.js";
import "./chunk-EBGMQUNB.js";
import "./chunk-L6AC5JB7.js";
import "./chunk-FFZXDXFJ.js";
import "./chunk-K7OY3VOL.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-HR654TLQ.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/text/fix-text.ts
var WIDTH = 120;
var MIN_WIDTH = 40;
var SENTENCE_LENGTH = 600;
var COMMAND_LENGTH = 4e3;
var INDENT = "     ";
function renderFixesText(report, asked, { colors, width = WIDTH }) {
  const page = { paint: paintOf(colors), width: Math.max(MIN_WIDTH, width) };
  const blocks = blocksOf(report).blocks.filter(
    ({ findings }) => findings.some(({ fingerprint }) => asked.has(fingerprint))
  );
  return blocks.map((block) => `${blockLinesOf(block, asked, page).join("\n")}
`).join("\n");
}
function blockLinesOf(block, asked, page) {
  const { title, fixes, findings } = block;
  const named = findings.find(({ fingerprint }) => asked.has(fingerprint)) ?? findings[0];
  const why = fixes?.whyNone();
  const head = `${shortFingerprint(named)}  `;
  return [
    ...hang(head, terminalText(title), page.width).map(page.paint.strong),
    "",
    ...why === void 0 ? [] : [...hang("  ", terminalText(whyNoFixWords(why), SENTENCE_LENGTH), page.width), ""],
    ...(fixes?.all() ?? []).flatMap((fix, index) => [...fixLines(fix, index + 1, page), ""])
  ].slice(0, -1);
}
function fixLines(fix, number, { paint, width }) {
  const { blocks, module, configuration, stages } = fix;
  const pasted = blocks.length > 0 ? hclText(blocks) : configuration ?? "";
  return [
    ...hang(`  ${String(number)}  `, terminalText(fixTitle(fix), SENTENCE_LENGTH), width),
    ...hang(INDENT, terminalText(fixProof(fix), SENTENCE_LENGTH), width).map(paint.weak),
    ...blocks.length > 0 && module !== "" ? hang(INDENT, terminalText(moduleWords(module)), width) : [],
    ...stages.map((stage) => `${INDENT}$ ${terminalText(stageCommand(stage), COMMAND_LENGTH)}`),
    ...pasted === "" ? [] : ["", ...pasted.trimEnd().split("\n").map(pastedLine)]
  ];
}
function pastedLine(line) {
  return line === "" ? "" : `${INDENT}${terminalText(line, COMMAND_LENGTH)}`;
}
export {
  renderFixesText
};
