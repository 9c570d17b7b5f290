import {
  alertBox,
  apartFrom,
  asideItems,
  blockSection,
  code,
  codeInCell,
  countsLine,
  cutTable,
  fixesPart,
  foldedPart,
  heading,
  idsInCell,
  moreLine,
  partialNote,
  placeIn,
  planColumn,
  prose,
  proseInCell,
  smallPrint,
  statesTable,
  waivedList
} from "./chunk-XEKRDPX6.js";
import {
  bytesOf,
  fitItems
} from "./chunk-5Y2WYTLW.js";

// src/format/markdown/markdown.ts
import { distinct, onlyOne } from "../core.js";
import { placeInCheckout } from "../core.js";
import { planWords } from "../core.js";
import { tellingOf } from "../core.js";
import { statesTitle, waivedTitle } from "../core.js";
import { andMore as andMore2, MARKS, rowIds } from "../core.js";

// src/format/markdown/past.ts
import { andMore, firstFew } from "../core.js";
var LIMIT = 20;
function renderPast(past) {
  const told = past.filter(({ words }) => words !== "");
  const { shown } = firstFew(told, LIMIT);
  const more = andMore(past.length - shown.length).map((text) => `${text} of earlier commits`);
  return [...shown.map(pastLine), ...more].map((line) => `- ${line}`).join("\n");
}
function pastLine({ kind, severity, words, commit, isToldStill }) {
  const said = prose(words);
  return `${saying(kind, severity, code(commit))}: ${isToldStill ? said : `~~${said}~~`}`;
}
function saying(kind, severity, commit) {
  switch (kind) {
    case "mended":
      return `✔ **Fixed** in ${commit}`;
    case "partly":
      return `✔ Fixed in part in ${commit}`;
    case "milder":
      return `▼ No longer ${severity} since ${commit}`;
    case "waived":
      return `✔ Waived since ${commit}`;
  }
}

// src/format/markdown/markdown.ts
var LIMIT2 = 57e3;
function renderSummaryComment(report, context) {
  const telling = tellingOf(report);
  const { blocks, asides, waived } = telling;
  const head = [
    heading(telling, context),
    countsLine(telling, context),
    ...partialNote(report).map((note) => `
${note}`)
  ].join("\n");
  const past = renderPast(context.past ?? []);
  const end = [...past === "" ? [] : [past], smallPrint(telling)].join("\n\n");
  const more = (left) => moreLine(left, context);
  const { boxed, others } = parted(blocks);
  const said = asideItems(asides, report);
  const parts = [
    () => alertPart(boxed, report, context),
    (limit) => blockTable(others, report, { ...context, limit }),
    (limit) => fitItems({ items: apartFrom(said), total: said.length, limit, more }),
    (limit) => fixesPart(blocks, report, Math.min(limit - WRAP, FIXES_LIMIT)),
    (limit) => foldedPart(statesTitle(report), statesTable(report, limit - WRAP, more)),
    (limit) => foldedPart(waivedTitle(waived), waivedList(waived, report, { limit: limit - WRAP, more }))
  ];
  let room = LIMIT2 - bytesOf(head) - bytesOf(end) - 4;
  const taken = parts.map((part) => {
    const text = part(room);
    room -= bytesOf(text) + 2;
    return text;
  });
  return [head, ...taken.filter((part) => part !== ""), end].join("\n\n");
}
var BOX_LIMIT = 10;
function parted(blocks) {
  const [first] = blocks;
  const worst = blocks.filter(({ severity }) => severity !== "notice" && severity === first?.severity);
  const boxed = worst.slice(0, BOX_LIMIT);
  return { boxed, others: blocks.slice(boxed.length) };
}
function alertPart(blocks, report, context) {
  const [first] = blocks;
  if (first === void 0) return "";
  const start = blocks.length === 1 ? "" : "- ";
  const lines = blocks.map((block) => {
    const ids = idsInCell(rowIds(block));
    const parts = [
      `**${prose(block.title)}**`,
      ...block.apart.map(prose),
      ...planWords(block, report).map(code),
      whereOf(block, context, code),
      ...ids === "" ? [] : [ids]
    ];
    return start + parts.filter((part) => part !== "").join(" · ");
  });
  return alertBox(first.severity, lines);
}
function whereOf({ causes }, context, asCode) {
  const cause = causes.find(placeInCheckout) ?? causes.find(({ place }) => place !== void 0) ?? causes[0];
  const where = cause === void 0 ? [] : [placeIn(cause, context, asCode)];
  return [...where, ...andMore2(causes.length - 1)].join(" ");
}
function blockTable(blocks, report, context) {
  if (blocks.length === 0) return "";
  return cutTable({
    head: ["", "what", ...planColumn(report), "rows", "where"],
    lines: blockCells(blocks, report, context),
    total: blocks.length,
    limit: context.limit,
    more: (left) => ["", moreLine(left, context)]
  });
}
function* blockCells(blocks, report, context) {
  for (const block of blocks) {
    yield [
      MARKS[block.severity],
      [block.title, ...block.apart].map(proseInCell).join(" · "),
      ...planWords(block, report).map(codeInCell),
      idsInCell(rowIds(block)),
      whereOf(block, context, codeInCell)
    ];
  }
}
var WRAP = 300;
var FIXES_LIMIT = 2e4;
function renderMarkdown(report) {
  const telling = tellingOf(report);
  const { blocks, asides, waived } = telling;
  const more = (left) => `${left} more`;
  const states = statesTable(report, Infinity, more);
  const parts = [
    heading(telling, { label: onlyOne(distinct(report.plans.map(({ label }) => label))) }),
    countsLine(telling, {}),
    ...partialNote(report),
    ...blocks.map((block) => blockSection(block, report, {})),
    ...asideItems(asides, report),
    ...states === "" ? [] : [`#### ${statesTitle(report)}`, states],
    ...waived.length === 0 ? [] : [`#### ${waivedTitle(waived)}`, waivedList(waived, report, { limit: Infinity, more })],
    smallPrint(telling)
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}
`;
}

export {
  renderPast,
  renderSummaryComment,
  renderMarkdown
};
