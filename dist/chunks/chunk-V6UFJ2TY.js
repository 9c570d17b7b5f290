import {
  STATES_TITLE,
  believedNotes,
  blockSection,
  code,
  countsLine,
  cutTable,
  fixesPart,
  foldedPart,
  heading,
  idsInCell,
  mendedNotes,
  moreLine,
  openNotes,
  partialPlansNote,
  placeInCell,
  prose,
  proseInCell,
  recordNotes,
  smallPrint,
  statesTable,
  undecidedNotes,
  waivedList
} from "./chunk-5XNOE4IB.js";
import {
  bytesOf,
  fitItems
} from "./chunk-5Y2WYTLW.js";

// src/format/markdown/markdown.ts
import { blocksOf } from "../core.js";
import { placeInCheckout } from "../core.js";
import { andMore, firstFew, MARKS, rowIds } from "../core.js";
var LIMIT = 6e4;
var GONE_LIMIT = 20;
function renderSummaryComment(report, context) {
  const { blocks, waived } = blocksOf(report);
  const head = [
    heading(report, blocks),
    countsLine(report, blocks, context),
    ...partialPlansNote(report).slice(0, 2)
  ].join("\n");
  const gone = goneLines(context);
  const end = [...gone.length === 0 ? [] : [gone.join("\n")], smallPrint(report)].join("\n\n");
  const more = (left) => moreLine(left, context);
  const mended = [
    ...mendedNotes(report),
    ...openNotes(report),
    ...undecidedNotes(report),
    ...believedNotes(report)
  ];
  const records = recordNotes(report);
  const parts = [
    (limit) => blockTable(blocks, context, limit),
    (limit) => fitItems({ items: mended, total: mended.length, limit, more }),
    (limit) => fitItems({ items: records, total: records.length, limit, more }),
    (limit) => fixesPart(blocks, Math.min(limit - WRAP, FIXES_LIMIT)),
    (limit) => foldedPart(STATES_TITLE, statesTable(report, limit - WRAP, more)),
    (limit) => foldedPart(`Waived: ${waived.length}`, waivedList(waived, limit - WRAP, more))
  ];
  let room = LIMIT - bytesOf(head) - bytesOf(end) - 4;
  const taken = parts.map((part) => {
    const text = part(room);
    room -= bytesOf(text) + 2;
    return text;
  });
  return [head, ...taken.filter((part) => part !== ""), end].join("\n\n");
}
function blockTable(blocks, context, limit) {
  return cutTable({
    head: ["", "what", "rows", "where"],
    lines: blockCells(blocks, context),
    total: blocks.length,
    limit,
    more: (left) => ["", moreLine(left, context)]
  });
}
function* blockCells(blocks, context) {
  for (const block of blocks) {
    const { causes, severity, title } = block;
    const cause = causes.find(placeInCheckout) ?? causes.find(({ place }) => place !== void 0) ?? causes[0];
    const where = [
      ...cause === void 0 ? [] : [placeInCell(cause, context)],
      ...andMore(causes.length - 1)
    ];
    yield [MARKS[severity], proseInCell(title), idsInCell(rowIds(block)), where.join(" ")];
  }
}
var WRAP = 300;
var FIXES_LIMIT = 2e4;
function goneLines({ gone = [] }) {
  const titles = gone.filter((title) => title !== "");
  const { shown, left } = firstFew(titles, GONE_LIMIT);
  const lines = shown.map((title) => `~~${prose(title)}~~ is gone`);
  return [...lines, ...andMore(left).map((more) => `${more} are gone`)].map((line) => `- ${line}`);
}
function renderUnjudgedComment({ label = "", commit, runUrl }) {
  const which = label === "" ? "" : ` (${code(label)})`;
  const of = commit === void 0 ? "this commit" : `commit ${commit}`;
  const why = runUrl === void 0 ? "" : ` [The run](${runUrl}) says why.`;
  return `**Could not be judged**${which}: there is no verdict on the plan of ${of}.${why}`;
}
function renderMarkdown(report) {
  const { blocks, waived } = blocksOf(report);
  const more = (left) => `${left} more`;
  const states = statesTable(report, Infinity, more);
  const parts = [
    heading(report, blocks),
    countsLine(report, blocks, {}),
    ...partialPlansNote(report),
    ...blocks.map((block) => blockSection(block, report, {})),
    ...mendedNotes(report),
    ...openNotes(report),
    ...undecidedNotes(report),
    ...believedNotes(report),
    ...recordNotes(report),
    ...states === "" ? [] : ["#### How each row stands", states],
    ...waived.length === 0 ? [] : ["#### Waived", waivedList(waived, Infinity, more)],
    smallPrint(report)
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}

export {
  renderSummaryComment,
  renderUnjudgedComment,
  renderMarkdown
};
