import {
  isAboutOrder
} from "./chunk-M3GSGHQH.js";
import {
  hclText
} from "./chunk-R2SAQLJI.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/text/order-text.ts
import { groupBy } from "../core.js";
import { planName } from "../core.js";
import { fixTitle, orderProof, stageCommand, whyNoOrderWords } from "../core.js";
import { count } from "../core.js";
import { hang, paintOf } from "../core.js";
import { terminalText } from "../core.js";
var WIDTH = 120;
var MIN_WIDTH = 40;
var SENTENCE_LENGTH = 900;
var COMMAND_LENGTH = 2e4;
function renderOrderText({ findings, plans, orders = [] }, { colors, width = WIDTH }) {
  const page = { paint: paintOf(colors), width: Math.max(MIN_WIDTH, width) };
  const about = groupBy(findings.filter(isAboutOrder), ({ plan }) => plan);
  const parts = [...about].flatMap(([plan, own]) => {
    const order = orders[plan]?.();
    return order === void 0 ? [] : [[...planHead(plans, plan), ...headOf(own, page), "", ...orderLines(order, page)]];
  });
  if (parts.length === 0) return "nothing of this plan is cut while it is applied: one apply does\n";
  return parts.map((lines) => `${lines.join("\n")}
`).join("\n");
}
function planHead(plans, index) {
  const { [index]: plan } = plans;
  return plan === void 0 || plans.length < 2 ? [] : [planName(plan, (text) => terminalText(text))];
}
function headOf(findings, { paint }) {
  const rows = new Set(findings.flatMap(({ row }) => row?.id ?? []));
  const what = rows.size === 0 ? count(findings.length, "rule that may be refused", "rules that may be refused") : `${count(rows.size, "row")} that may be cut while the plan is applied: ${[...rows].join(" ")}`;
  return [paint.strong(what)];
}
function pastedLines({ blocks, stages }) {
  const lines = blocks.length > 0 ? hclText(blocks).trimEnd().split("\n").map((line) => terminalText(line, COMMAND_LENGTH)) : stages.map((stage) => `$ ${terminalText(stageCommand(stage), COMMAND_LENGTH)}`);
  return lines.length === 0 ? [] : ["", ...lines.map((line) => line === "" ? "" : `  ${line}`)];
}
function orderLines(order, { paint, width }) {
  if (order.kind !== "order") {
    return hang("  ", terminalText(whyNoOrderWords(order), SENTENCE_LENGTH), width);
  }
  const { fix } = order;
  return [
    ...hang("  ", terminalText(fixTitle(fix), SENTENCE_LENGTH), width),
    ...hang("  ", terminalText(orderProof(fix), SENTENCE_LENGTH), width).map(paint.weak),
    ...pastedLines(fix)
  ];
}
export {
  renderOrderText
};
