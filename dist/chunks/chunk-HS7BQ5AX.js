import {
  MARKS,
  blockSection,
  countsLine,
  details,
  fencedRules,
  heading,
  mendingRules,
  moreLine,
  partLines,
  placeInCell,
  prose,
  proseInCell,
  resolvedLines,
  rowIds,
  smallPrint,
  statesTable,
  waivedList
} from "./chunk-63RQMGDP.js";
import {
  bytesOf,
  fitItems
} from "./chunk-5Y2WYTLW.js";
import {
  blocksOf
} from "./chunk-BOJFIHE6.js";
import {
  isInCheckout
} from "./chunk-56BWB2ZY.js";

// src/format/markdown/markdown.ts
var LIMIT = 6e4;
var ID_LIMIT = 6;
var GONE_LIMIT = 20;
function renderSummaryComment(report, context) {
  const { blocks, waived } = blocksOf(report);
  const head = [
    heading(report, blocks),
    countsLine(report, blocks, context),
    ...partLines(report).slice(0, 2)
  ].join("\n");
  const gone = goneLines(context);
  const end = [...gone.length === 0 ? [] : [gone.join("\n")], smallPrint(report)].join("\n\n");
  let room = LIMIT - bytesOf(head) - bytesOf(end) - 4;
  const take = (part) => {
    room -= bytesOf(part) + 2;
    return part === "" ? [] : [part];
  };
  return [
    head,
    ...take(blockTable(blocks, context, room)),
    ...take(resolvedPart(report, context, room)),
    ...take(rulesPart(blocks, report, room)),
    ...take(statesPart(report, context, room)),
    ...take(waivedPart(waived, context, room)),
    end
  ].join("\n\n");
}
var TABLE_HEAD = "| | what | rows | where |\n|---|---|---|---|";
function blockTable(blocks, context, room) {
  if (blocks.length === 0) return "";
  return `${TABLE_HEAD}
${fitItems({
    items: tableRows(blocks, context),
    total: blocks.length,
    limit: room - TABLE_HEAD.length - 1,
    more: (left) => `| | ${moreLine(left, context)} | | |`
  })}`;
}
function* tableRows(blocks, context) {
  for (const block of blocks) {
    const ids = rowIds(block);
    const rows = ids.length > ID_LIMIT + 1 ? [...ids.slice(0, ID_LIMIT), "…"] : ids;
    const cause = block.causes.find(isInCheckout) ?? block.causes.find(({ file }) => file !== null) ?? block.causes[0];
    const others = block.causes.length - 1;
    const where = [
      ...cause === void 0 ? [] : [placeInCell(cause, context)],
      ...others > 0 ? [`and ${others} more`] : []
    ].join(" ");
    yield `| ${MARKS[block.severity]} | ${proseInCell(block.title)} | ${proseInCell(rows.join(" "))} | ${where} |`;
  }
}
function resolvedPart(report, context, room) {
  const lines = resolvedLines(report);
  return fitItems({
    items: lines,
    total: lines.length,
    limit: room,
    more: (left) => moreLine(left, context)
  });
}
var WRAP = 300;
function rulesPart(blocks, report, room) {
  const rules = [...new Set(blocks.flatMap((block) => mendingRules(block, report).rules))];
  const hcl = fencedRules(rules, Math.min(room, RULES_LIMIT) - WRAP);
  if (hcl === "") return "";
  const note = "Made of the rows that are missing; the next plan shows whether they hold.";
  return details(`Rules that would mend it: ${rules.length}`, `${hcl}

${note}`);
}
var RULES_LIMIT = 2e4;
function statesPart(report, context, room) {
  const table = statesTable(report, room - WRAP, (left) => moreLine(left, context));
  return table === "" ? "" : details("How each row stands: before, while applying, after", table);
}
function waivedPart(waived, context, room) {
  const list = waivedList(waived, room - WRAP, (left) => moreLine(left, context));
  return list === "" ? "" : details(`Waived: ${waived.length}`, list);
}
function goneLines(context) {
  const gone = (context.gone ?? []).filter((title) => title !== "");
  const left = gone.length - GONE_LIMIT;
  return [
    ...gone.slice(0, GONE_LIMIT).map((title) => `- ~~${prose(title)}~~ is gone`),
    ...left > 0 ? [`- and ${left} more are gone`] : []
  ];
}
function renderMarkdown(report) {
  const { blocks, waived } = blocksOf(report);
  const more = (left) => `${left} more`;
  const states = statesTable(report, Infinity, more);
  const parts = [
    heading(report, blocks),
    countsLine(report, blocks, {}),
    ...partLines(report),
    ...blocks.map((block) => blockSection(block, report, {})),
    ...resolvedLines(report),
    ...states === "" ? [] : ["#### How each row stands", states],
    ...waived.length === 0 ? [] : ["#### Waived", waivedList(waived, Infinity, more)],
    smallPrint(report)
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}

export {
  renderSummaryComment,
  renderMarkdown
};
