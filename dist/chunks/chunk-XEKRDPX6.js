import {
  escapeHtml,
  verdictSentence
} from "./chunk-J44IHLJW.js";
import {
  rowStates
} from "./chunk-BPHTC5HE.js";
import {
  bytesOf,
  fitItems
} from "./chunk-5Y2WYTLW.js";
import {
  hclText
} from "./chunk-R2SAQLJI.js";

// src/format/markdown/escape-markdown.ts
import { isBlank, plain, plainLines } from "../core.js";
function code(text) {
  return span(plain(text));
}
function codeInCell(text) {
  return span(plain(text).replaceAll(/\\(?=\|)/g, "\\ ")).replaceAll("|", "\\|");
}
function span(text) {
  if (text.trim() === "") return "`(empty)`";
  const ticks = "`".repeat(longestRun(text) + 1);
  const isPadded = /^[` ]|[` ]$/.test(text);
  return isPadded ? `${ticks} ${text} ${ticks}` : `${ticks}${text}${ticks}`;
}
function longestRun(text) {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
var FENCE_LINES = 2e3;
var LINE_LIMIT = 1e3;
function fence(text, language) {
  const all = plainLines(text.replace(/\n$/, ""));
  const shown = all.slice(0, FENCE_LINES).map(shortened);
  const lines = all.length > FENCE_LINES ? [...shown, `… ${all.length - FENCE_LINES} more lines`] : shown;
  const body = lines.join("\n");
  const ticks = "`".repeat(Math.max(3, longestRun(body) + 1));
  return `${ticks}${language}
${body}
${ticks}`;
}
function exactFence(text, language) {
  const body = text.replace(/\n$/, "");
  if (body === "") return `\`\`\`${language}
\`\`\``;
  const fenced = fence(body, language);
  return fenced.slice(fenced.indexOf("\n") + 1, fenced.lastIndexOf("\n")) === body ? fenced : void 0;
}
function shortened(line) {
  const near = Array.from(line.slice(0, 2 * LINE_LIMIT + 2));
  return near.length <= LINE_LIMIT ? line : `${near.slice(0, LINE_LIMIT - 1).join("")}…`;
}
var CODE_WORD = /[@#$_*[\]<>|\\~&{}^"]|:\/\/|\bwww\.|\bgh-\d|:[\w+-]+:|\d\/\d|\d\.\d+\.\d+\.\d|[0-9a-f]{7}/i;
var PROSE_LIMIT = 600;
function prose(text) {
  return proseWith(text, code);
}
function proseInCell(text) {
  return proseWith(text, codeInCell);
}
function proseWith(text, asCode) {
  const shown = plain(text, PROSE_LIMIT);
  if (shown.trim() === "") return isBlank(text) ? "" : asCode("");
  const parts = shown.split("`");
  const last = parts.length % 2 === 0 ? parts.pop() : void 0;
  const rendered = parts.map((part, index) => index % 2 === 1 ? asCode(part) : escapedWords(part, asCode));
  if (last !== void 0) rendered.push(`'${escapedWords(last, asCode)}`);
  return escapeStart(rendered.reduce(spaced, ""));
}
function spaced(before, next) {
  return before.endsWith("`") && next.startsWith("`") ? `${before} ${next}` : before + next;
}
function escapedWords(text, asCode) {
  return text.split(/(\s+)/).map((word) => {
    if (!CODE_WORD.test(word)) return word;
    const [, open = "", inner = "", close = ""] = /^(\()([^()]+)(\)[.,;:!?]*)$/.exec(word) ?? /^()(.*[^.,;:!?])([.,;:!?]*)$/.exec(word) ?? [];
    return inner === "" ? asCode(word) : `${open}${asCode(inner)}${close}`;
  }).join("");
}
function escapeStart(text) {
  return text.trimStart().replace(/^[-+=:]/, "\\$&").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

// src/format/markdown/parts.ts
import { checkLink, rowLink } from "../core.js";
import { clusterWords, planWords, recordCommand } from "../core.js";
import { inputParts, partialSentence } from "../core.js";
import { timesOf } from "../core.js";
import { allBelievedGroups } from "../core.js";
import { capitalised, ROLE_NAMES } from "../core.js";
import { asSentence } from "../core.js";
import { firstAsides, tableLinks, uriOf, waivedTerms } from "../core.js";
function commitWords({ commit = "" }) {
  return commit === "" ? [] : [`commit ${code(commit.slice(0, 7))}`];
}
function heading(telling, { label = "" }) {
  const named = { cluster: (name) => `**${code(name)}**`, plan: code };
  const sentence = `### ${telling.verdict.mark} ${verdictSentence(telling, named)}`;
  return label === "" ? sentence : `${sentence} · ${code(label)}`;
}
function countsLine({ verdict }, context) {
  return [prose(verdict.counts), ...commitWords(context)].join(" · ");
}
function partialNote(report) {
  const sentence = partialSentence(report, code);
  return sentence === void 0 ? [] : [`▲ ${sentence}`];
}
function smallPrint({ report, rests, accept }) {
  const read = inputParts(report, (part) => typeof part === "string" ? code(part) : prose(part));
  const sentences = [rests.holds, rests.page, rests.assumed, accept].flatMap(
    (text) => text === void 0 ? [] : [prose(text)]
  );
  return `<sub>${[`${read.join(" · ")}.`, ...sentences].join(" ")}</sub>`;
}
function placeIn(cause, context, asCode = code) {
  const { place, address } = cause;
  if (place === void 0) return asCode(address);
  const shown = asCode(`${place.file}:${place.line}`);
  const url = linkTo(place, context);
  return url === void 0 ? shown : `[${shown}](${url})`;
}
var ALERTS = {
  critical: "CAUTION",
  warning: "WARNING",
  notice: "NOTE"
};
function alertBox(severity, lines) {
  return [`[!${ALERTS[severity]}]`, ...lines].map((line) => `> ${line}`).join("\n");
}
function inWhich(of, report) {
  const words = clusterWords(of, report, code);
  return words === void 0 ? "" : ` in ${words}`;
}
function linkTo({ file, line, isBase }, context) {
  const home = context.blobUrl ?? blobsOfGitHub(context);
  if (home === void 0 || isBase || /[[\]]/.test(file)) return void 0;
  const path = uriOf(file).replaceAll(
    /[!'()*~_]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
  return `${home}/${path}#L${line}`;
}
function blobsOfGitHub({
  serverUrl = "",
  repository = "",
  commit = ""
}) {
  const isKnown = /^https?:\/\/[\w.-]+(:\d+)?$/.test(serverUrl) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[0-9a-f]{40,64}$/.test(commit);
  return isKnown ? `${serverUrl}/${repository}/blob/${commit}` : void 0;
}
function moreLine(left, { runUrl = "", wholeIn }) {
  if (wholeIn !== void 0) return `${left} more, see ${wholeIn}`;
  const isUrl = /^https?:\/\/[\w.-]+(:\d+)?(\/[\w.~-]+)*$/.test(runUrl);
  return `${left} more, see ${isUrl ? `[the job summary](${runUrl})` : "the job summary"}`;
}
function details(summary, body) {
  return `<details><summary>${escapeHtml(summary)}</summary>

${body}

</details>`;
}
function foldedPart(summary, body) {
  return body === "" ? "" : details(summary, body);
}
function asideItems(lists, report) {
  return lists.flatMap((list) => {
    const { shown, rest } = firstAsides(list);
    return [...shown.map((aside) => asideItem(list, aside, report)), ...rest.map((text) => `${text}.`)];
  });
}
function apartFrom(items) {
  return items.map((text, index) => index === 0 ? text : `
${text}`);
}
function asideItem({ label }, aside, report) {
  const mark = label === "mended" ? "✔ " : "";
  const said = `${mark}${capitalised(label)}${inWhich(aside, report)}: ${prose(asSentence(aside.text))}`;
  if (aside.entry === void 0) return said;
  const way = `Add to \`cce-plan-guard.yml\`, or run ${code(recordCommand(report))}:`;
  return [`${said} ${way}`, "", fence(aside.entry.lines.join("\n"), "yaml")].join("\n");
}
function beliefList(report, limit, more) {
  const groups = allBelievedGroups(report);
  const items = groups.map((group) => `- ${clusterWords(group, report, code) ?? ""}: ${prose(group.text)}`);
  return fitItems({ items, total: items.length, limit, more: (left) => `- ${more(left)}` });
}
function cutTable({ head, lines, total, limit, more }) {
  const ownLine = (cells) => `|${cells.map((cell) => cell === "" ? " |" : ` ${cell} |`).join("")}`;
  const top = `${ownLine(head)}
|${"---|".repeat(head.length)}`;
  const body = fitItems({
    items: cellLines(lines),
    total,
    limit: limit - top.length - 1,
    more: (left) => ownLine(more(left)) + " |".repeat(head.length - more(left).length)
  });
  return body === "" ? "" : `${top}
${body}`;
}
function* cellLines(lines) {
  for (const cells of lines) yield `| ${cells.join(" | ")} |`;
}
function idsInCell(ids) {
  const shown = ids.length > CELL_IDS + 1 ? ids.slice(0, CELL_IDS) : ids;
  return [...shown.map(rowInCell), ...shown.length < ids.length ? ["…"] : []].join(" ");
}
function rowInCell(id) {
  return `[${proseInCell(id)}](${rowLink({ id })})`;
}
function checkInCell(check) {
  return `[${proseInCell(check.id)}](${checkLink(check)})`;
}
var CELL_IDS = 6;
function statesTable(report, limit, more) {
  const states = rowStates(report);
  const nameless = new Map(
    report.groups.flatMap(
      ({ key, name, address, role }) => name === void 0 && address === void 0 ? [[key, ROLE_NAMES[role]]] : []
    )
  );
  const times = timesOf(report);
  const lines = states.map(({ plan, row, cluster, subject, before, during = "", after, isWaived }) => [
    rowInCell(row.id),
    ...planWords({ plan }, report).map(codeInCell),
    cluster === void 0 ? "" : codeInCell(cluster),
    subject === void 0 ? "" : nameless.get(subject) ?? codeInCell(subject),
    ...[before, during, isWaived ? `${after} (waived)` : after].slice(-times.length)
  ]);
  const untold = states.filter(({ during, isWaived }) => during === void 0 || isWaived);
  const links = tableLinks(untold.map(({ row }) => row)).map(({ table: table2, url }) => `[${table2}](${url})`);
  const page = links.length === 0 ? "" : `

On the vendor's page: ${links.join(", ")}.`;
  const table = cutTable({
    head: ["row", ...planColumn(report), "cluster", "group", ...times],
    lines,
    total: states.length,
    limit: limit - bytesOf(page),
    more: (left) => ["", more(left)]
  });
  return table === "" ? "" : table + page;
}
function planColumn({ plans }) {
  return plans.length > 1 ? ["plan"] : [];
}
function waivedList(waived, report, { limit, more }) {
  const items = waived.map(({ finding, packets }) => {
    const { row, check } = finding;
    const what = [
      `${row === void 0 ? checkInCell(check) : rowInCell(row.id)}${inWhich(finding, report)}`,
      ...packets === void 0 ? [] : [prose(packets)]
    ];
    return `- ${what.join(", ")}: ${waivedTerms(finding, prose, code)}`;
  });
  return fitItems({ items, total: items.length, limit, more: (left) => `- ${more(left)}` });
}

// src/format/markdown/fixes.ts
import { fixProof, fixTitle, moduleWords } from "../core.js";
import { planWords as planWords2 } from "../core.js";
import { TITLES } from "../core.js";
import { capitalised as capitalised2, count } from "../core.js";
import { remedyLabel } from "../core.js";
var ROOM_FOR_DETAILS = 100;
function remedy(block, limit, said = block.remedy) {
  const line = `${capitalised2(remedyLabel(block))} it: ${prose(said)}`;
  const room = limit - bytesOf(line) - ROOM_FOR_DETAILS;
  const list = fixList(block, room);
  return list === "" ? line : `${line}

${details(TITLES.fixes, list)}`;
}
function fixList({ fixes }, limit) {
  const all = fixes?.all() ?? [];
  return fitItems({
    items: all.map((fix, index) => `${index === 0 ? "" : "\n"}${fixItem(fix, index + 1)}`),
    total: all.length,
    limit,
    more: (left) => `
${count(left, "more way")} of \`cce-plan-guard fix\`.`
  });
}
function fixItem(fix, number) {
  const { blocks, configuration, module } = fix;
  const where = blocks.length > 0 && module !== "" ? [prose(moduleWords(module))] : [];
  return [
    `**${String(number)}.** ${capitalised2(prose(fixTitle(fix)))} (${[...where, prose(fixProof(fix))].join("; ")})`,
    ...blocks.length === 0 ? [] : [fence(hclText(blocks), "hcl")],
    ...configuration === void 0 ? [] : [fence(configuration, "yaml")]
  ].join("\n\n");
}
function fixesPart(blocks, report, limit) {
  const told = blocks.filter(({ fixes, severity }) => severity !== "notice" && fixes?.first() !== void 0);
  const body = fitItems({
    items: told.map((block, index) => {
      const space = index === 0 ? "" : "\n";
      const title = [
        `**${prose(block.title)}**`,
        ...block.apart.map(prose),
        ...planWords2(block, report).map(code)
      ].join(" · ");
      return `${space}${title}

${fixList(block, LIST_LIMIT)}`;
    }),
    total: told.length,
    limit: limit - ROOM_FOR_DETAILS,
    more: (left) => `
${count(left, "more")} in the job summary.`
  });
  return body === "" ? "" : details(TITLES.fixes, body);
}
var LIST_LIMIT = 12e3;

// src/format/markdown/block.ts
import { isMild } from "../core.js";
import { subjectParts, wholePlanWords } from "../core.js";
import { kindParts, rowHeads, TITLES as TITLES2 } from "../core.js";
import { actionsPhrase, capped, count as count2 } from "../core.js";
import { placeNotes, unplacedSentences } from "../core.js";
import { andMore, CAUSE_LIMIT, firstFew, MARKS, pageParts, rowIds, SENTENCE_LIMIT } from "../core.js";
var MILD_ROW_LIMIT = 4;
function sentenceParagraphs({ sentences }) {
  const { shown, left } = firstFew(sentences, SENTENCE_LIMIT);
  return [...shown.map(prose), ...andMore(left).map((text) => `${text}.`)];
}
function rowTable(block, limit) {
  const { rows } = block;
  if (rows.every(({ packets }) => packets === void 0)) return "";
  const hasImpact = rows.some((row) => row.impact !== void 0);
  const shown = cutTable({
    head: rowHeads(block).slice(0, hasImpact ? void 0 : -1),
    lines: rowCells(rows, hasImpact),
    total: rows.length,
    limit: limit - ROOM_FOR_DETAILS2,
    more: (left) => ["", count2(left, "more row")]
  });
  return isMild(block) && rows.length > MILD_ROW_LIMIT ? details(count2(rowIds(block).length, "row"), shown) : shown;
}
var ROOM_FOR_DETAILS2 = 100;
function* rowCells(rows, hasImpact) {
  let last;
  for (const { row, packets, impact } of rows) {
    const isAgain = row === last;
    last = row;
    yield [
      isAgain ? "" : rowInCell(row.id),
      ...[packets?.what, packets?.peers].map((text) => text === void 0 ? "" : proseInCell(text)),
      ...hasImpact ? [isAgain || impact === void 0 ? "" : proseInCell(impact)] : []
    ];
  }
}
function causeList({ causes }, context) {
  const { shown, left } = firstFew(causes, CAUSE_LIMIT);
  const why = unplacedSentences(shown).map(prose);
  const lines = shown.map((cause) => {
    const place = cause.place === void 0 ? "" : `${placeIn(cause, context)} `;
    const words = [actionsPhrase(cause.actions), ...placeNotes(cause)].map(prose).join(" · ");
    return `${place}${code(cause.address)} ${words}`.trimEnd();
  });
  const list = [...lines, ...andMore(left)].map((line) => `- ${line}`).join("\n");
  return [list, ...why].join("\n\n");
}
function exampleLine({ example }) {
  return example === void 0 ? [] : [`For example ${code(example)}`];
}
function pageParagraphs(block) {
  const parts = pageParts(block);
  if (parts.length === 0) return [];
  const links = parts.map(({ table, url }) => `[${table}](${url})`).join(", ");
  const purposes = parts.flatMap((part) => part.purposes);
  const link = `On the vendor's page: ${links}.`;
  return [
    purposes.length === 0 ? link : details(TITLES2.purposes, `${purposes.map((text) => `- ${prose(text)}`).join("\n")}

${link}`)
  ];
}
var SECTION_ROWS = 3e4;
var SECTION_FIXES = 2e4;
var CHECK_LIMIT = 4;
function blockSection(block, report, context) {
  const { severity, checks, cluster, title } = block;
  const facts = [
    severity,
    capped(checks.map(checkInCell), CHECK_LIMIT),
    ...kindParts(block),
    ...cluster === void 0 ? [] : [`cluster ${code(cluster)}`],
    ...wholePlanWords(block, report, code),
    ...subjectParts(block, code)
  ];
  const paragraphs = [
    `#### ${MARKS[severity]} ${prose(title)}`,
    alertBox(severity, [facts.join(" · ")]),
    causeList(block, context),
    rowTable(block, SECTION_ROWS),
    ...sentenceParagraphs(block),
    ...exampleLine(block),
    ...pageParagraphs(block),
    remedy(block, SECTION_FIXES, block.remedyBelow)
  ];
  return paragraphs.filter((text) => text !== "").join("\n\n");
}

export {
  code,
  codeInCell,
  fence,
  exactFence,
  prose,
  proseInCell,
  commitWords,
  heading,
  countsLine,
  partialNote,
  smallPrint,
  placeIn,
  alertBox,
  moreLine,
  foldedPart,
  asideItems,
  apartFrom,
  beliefList,
  cutTable,
  idsInCell,
  rowInCell,
  checkInCell,
  statesTable,
  planColumn,
  waivedList,
  remedy,
  fixesPart,
  sentenceParagraphs,
  rowTable,
  causeList,
  exampleLine,
  pageParagraphs,
  blockSection
};
