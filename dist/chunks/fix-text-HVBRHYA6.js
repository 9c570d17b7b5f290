import {
  hclText
} from "./chunk-R2SAQLJI.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/text/fix-text.ts
import { blocksOf } from "../core.js";
import { wholePlanWords } from "../core.js";
import { shortFingerprint } from "../core.js";
import { fixProof, fixTitle, moduleWords, stageCommand } from "../core.js";
import { withoutFixWords } from "../core.js";
import { hang, paintOf } from "../core.js";
import { terminalText } from "../core.js";
var WIDTH = 120;
var MIN_WIDTH = 40;
var SENTENCE_LENGTH = 600;
var COMMAND_LENGTH = 4e3;
var INDENT = "     ";
function renderFixesText(report, asked, { colors, width = WIDTH }) {
  const page = { report, paint: paintOf(colors), width: Math.max(MIN_WIDTH, width) };
  const blocks = blocksOf(report).blocks.filter(
    ({ findings }) => findings.some(({ fingerprint }) => asked.has(fingerprint))
  );
  return blocks.map((block) => `${blockLinesOf(block, asked, page).join("\n")}
`).join("\n");
}
function blockLinesOf(block, asked, page) {
  const { title, fixes, findings } = block;
  const named = findings.find(({ fingerprint }) => asked.has(fingerprint)) ?? findings[0];
  const why = withoutFixWords(...findings);
  const head = `${shortFingerprint(named)}  `;
  return [
    ...hang(head, terminalText(title), page.width).map(page.paint.strong),
    ...wholePlanWords(block, page.report, terminalText).map((plan) => `  ${page.paint.weak(plan)}`),
    "",
    ...why === void 0 ? [] : [...hang("  ", terminalText(why, SENTENCE_LENGTH), page.width), ""],
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
