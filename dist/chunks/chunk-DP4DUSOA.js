import {
  escapeHtml
} from "./chunk-4QNAN6FS.js";
import {
  bytesOf,
  fitItems
} from "./chunk-5Y2WYTLW.js";
import {
  rowStates
} from "./chunk-BPHTC5HE.js";

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
import { verdictOf } from "../core.js";
import {
  allBelievedGroups,
  assumedSentence,
  believedGroups,
  believedLabel,
  cloudWords,
  recordingWords
} from "../core.js";
import { capitalised, count, holdsPhrase, madeBy, ROLE_NAMES } from "../core.js";
import {
  andMore,
  clusterWords,
  firstFew,
  mendedOf,
  openLines,
  PARTIAL,
  plansToName,
  planWords,
  tableLinks,
  untouchedLines,
  uriOf,
  waivedTerms
} from "../core.js";
function commitWords({ commit = "" }) {
  return commit === "" ? [] : [`commit ${code(commit.slice(0, 7))}`];
}
function countsLine(report, blocks, context) {
  return [prose(verdictOf(report, blocks)), ...commitWords(context)].join(" · ");
}
var PLAN_LIMIT = 10;
function partialPlansNote({ plans }) {
  const parts = plans.filter(({ complete }) => !complete);
  if (parts.length === 0) return [];
  const { shown, left } = firstFew(parts, PLAN_LIMIT);
  const names = shown.map(({ path, label }) => code(label ?? path)).join(", ");
  const covers = parts.length === 1 ? "covers" : "cover";
  return ["", `▲ ${[names, ...andMore(left), covers].join(" ")} ${prose(PARTIAL)}.`];
}
function smallPrint(report) {
  const { plans, holds, cloud } = report;
  const assumed = assumedSentence(report);
  const rests = assumed === void 0 ? "" : `${prose(assumed)} `;
  const changes = plans.reduce((sum, plan2) => sum + plan2.changes, 0);
  const [plan] = plans;
  const read = count(changes, "change");
  const input = plan === void 0 || plans.length > 1 ? [count(plans.length, "plan"), read] : cloud === void 0 ? [code(plan.path), madeBy(plan, code), read] : [code(plan.path), prose(cloudWords(cloud))];
  const held = holdsPhrase(holds);
  return [
    `<sub>${input.join(" · ")}.${held === void 0 ? "" : ` ${capitalised(held)}.`}`,
    `${rests}Waive or correct in \`cce-plan-guard.yml\`.</sub>`
  ].join(" ");
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
function mendedNotes(report) {
  return mendedOf(report).map(
    (mended) => `✔ Mended${inWhich(mended, report)}: ${prose(mended.rows)} ${mended.holds}.`
  );
}
var BELIEVED_LIMIT = 10;
function believedNotes(report) {
  const { shown, left } = firstFew(believedGroups(report), BELIEVED_LIMIT);
  const label = capitalised(believedLabel(report));
  return [
    ...shown.map((group) => `${label}${inWhich(group, report)}: ${prose(group.text)}.`),
    ...andMore(left).map((more) => `${more} groups, which the report file lists.`)
  ];
}
function beliefList(report, limit, more) {
  const groups = allBelievedGroups(report);
  const items = groups.map((group) => `- ${clusterWords(group, report, code) ?? ""}: ${prose(group.text)}`);
  return fitItems({ items, total: items.length, limit, more: (left) => `- ${more(left)}` });
}
var BELIEF_TITLE = "What is believed of the rules that CCE made";
function recordNotes(report) {
  return recordingWords(report).map(({ cluster, why, line, lines = [] }) => {
    const said = `Record in ${code(cluster)}: ${prose(why)}.`;
    if (line === void 0) return said;
    const way = `Add to \`cce-plan-guard.yml\`, or run ${code(`cce-plan-guard record ${plansToName(report)}`)}:`;
    return [`${said} ${way}`, "", fence((lines.length > 0 ? lines : [line]).join("\n"), "yaml")].join("\n");
  });
}
var OPEN_LIMIT = 5;
function openNotes(report) {
  const { shown, left } = firstFew(openLines(report), OPEN_LIMIT);
  const notes = shown.map((line) => `Open${inWhich(line, report)}: ${prose(line.text)}.`);
  return [...notes, ...andMore(left)];
}
function undecidedNotes(report) {
  const { shown, left } = firstFew(untouchedLines(report), OPEN_LIMIT);
  const notes = shown.map((line) => `Undecided${inWhich(line, report)}: ${prose(line.text)}`);
  return [...notes, ...andMore(left)];
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
var STATES_TITLE = "How each row stands: before, while applying, after";
function statesTable(report, limit, more) {
  const states = rowStates(report);
  const nameless = new Map(
    report.groups.flatMap(
      ({ key, name, address, role }) => name === void 0 && address === void 0 ? [[key, ROLE_NAMES[role]]] : []
    )
  );
  const times = report.cloud === void 0 ? ["before", "while applying", "after"] : ["now"];
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
  const items = waived.map((finding) => {
    const { row, check } = finding;
    return `- ${row === void 0 ? checkInCell(check) : rowInCell(row.id)}${inWhich(finding, report)}: ${waivedTerms(finding, prose, code)}`;
  });
  return fitItems({ items, total: items.length, limit, more: (left) => `- ${more(left)}` });
}

// src/format/markdown/fixes.ts
import { fixProof, fixTitle, moduleWords } from "../core.js";
import { capitalised as capitalised2, count as count2 } from "../core.js";
import { hclText } from "../core.js";
import { planWords as planWords2, remedyLabel } from "../core.js";
var TITLE = "How to mend it (proved against this plan)";
var ROOM_FOR_DETAILS = 100;
function remedy(block, limit, said = block.remedy) {
  const line = `${capitalised2(remedyLabel(block))} it: ${prose(said)}`;
  const room = limit - bytesOf(line) - ROOM_FOR_DETAILS;
  const list = fixList(block, room);
  return list === "" ? line : `${line}

${details(TITLE, list)}`;
}
function fixList({ fixes }, limit) {
  const all = fixes?.all() ?? [];
  return fitItems({
    items: all.map((fix, index) => `${index === 0 ? "" : "\n"}${fixItem(fix, index + 1)}`),
    total: all.length,
    limit,
    more: (left) => `
${count2(left, "more way")} of \`cce-plan-guard fix\`.`
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
      const title = [`**${prose(block.title)}**`, ...planWords2(block, report).map(code)].join(" · ");
      return `${space}${title}

${fixList(block, LIST_LIMIT)}`;
    }),
    total: told.length,
    limit: limit - ROOM_FOR_DETAILS,
    more: (left) => `
${count2(left, "more")} in the job summary.`
  });
  return body === "" ? "" : details(TITLE, body);
}
var LIST_LIMIT = 12e3;

// src/format/markdown/block.ts
import { distinct } from "../core.js";
import { actionsPhrase, capped, count as count3 } from "../core.js";
import { ENDED_ABOVE } from "../core.js";
import { placeNotes } from "../core.js";
import {
  andMore as andMore2,
  CAUSE_LIMIT,
  firstFew as firstFew2,
  isMild,
  MARKS,
  pageParts,
  poolNames,
  rowIds,
  SENTENCE_LIMIT,
  wholePlanWords
} from "../core.js";
var MILD_ROW_LIMIT = 4;
function sentenceParagraphs({ sentences }) {
  const { shown, left } = firstFew2(sentences, SENTENCE_LIMIT);
  return [...shown.map(prose), ...andMore2(left).map((text) => `${text}.`)];
}
function rowTable(block, limit) {
  const { rows } = block;
  if (rows.every(({ packets }) => packets === void 0)) return "";
  const hasImpact = rows.some((row) => row.impact !== void 0);
  const impact = isMild(block) ? "at stake" : "impact";
  const shown = cutTable({
    head: ["row", "packets", "who", ...hasImpact ? [impact] : []],
    lines: rowCells(rows, hasImpact),
    total: rows.length,
    limit: limit - ROOM_FOR_DETAILS2,
    more: (left) => ["", count3(left, "more row")]
  });
  return isMild(block) && rows.length > MILD_ROW_LIMIT ? details(count3(rowIds(block).length, "row"), shown) : shown;
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
  const { shown, left } = firstFew2(causes, CAUSE_LIMIT);
  const why = distinct(shown.flatMap(({ unplaced }) => unplaced ?? []).map(prose));
  const lines = shown.map((cause) => {
    const place = cause.place === void 0 ? "" : `${placeIn(cause, context)} `;
    const words = [actionsPhrase(cause.actions), ...placeNotes(cause)].map(prose).join(" · ");
    return `${place}${code(cause.address)} ${words}`.trimEnd();
  });
  const list = [...lines, ...andMore2(left)].map((line) => `- ${line}`).join("\n");
  return why.length === 0 ? list : `${list}

Where no line is shown, ${why.join("; or ")}.`;
}
function exampleLine({ witness }) {
  return witness === void 0 ? [] : [`For example ${code(witness)}`];
}
function pageParagraphs(block) {
  const parts = pageParts(block);
  if (parts.length === 0) return [];
  const links = parts.map(({ table, url }) => `[${table}](${url})`).join(", ");
  const purposes = parts.flatMap((part) => part.purposes);
  const link = `On the vendor's page: ${links}.`;
  return [
    purposes.length === 0 ? link : details(
      "What these rows are for",
      `${purposes.map((text) => `- ${prose(text)}`).join("\n")}

${link}`
    )
  ];
}
var SECTION_ROWS = 3e4;
var SECTION_FIXES = 2e4;
var CHECK_LIMIT = 4;
function blockSection(block, report, context) {
  const { severity, checks, change, cluster, pools, title } = block;
  const facts = [
    severity,
    capped(checks.map(checkInCell), CHECK_LIMIT),
    change,
    ...cluster === void 0 ? [] : [`cluster ${code(cluster)}`],
    ...poolNames(pools, code),
    ...wholePlanWords(block, report, code)
  ];
  const paragraphs = [
    `#### ${MARKS[severity]} ${prose(title)}`,
    alertBox(severity, [facts.join(" · ")]),
    causeList(block, context),
    rowTable(block, SECTION_ROWS),
    ...sentenceParagraphs(block),
    ...exampleLine(block),
    ...pageParagraphs(block),
    remedy(block, SECTION_FIXES, block.isEndedAbove ? ENDED_ABOVE : block.remedy)
  ];
  return paragraphs.filter((text) => text !== "").join("\n\n");
}

// src/format/markdown/heading.ts
import { distinct as distinct2 } from "../core.js";
import { isNothingJudged, STOPS, stopsApply, unplacedGroups } from "../core.js";
import { capped as capped2, count as count4 } from "../core.js";
import { planWords as planWords3 } from "../core.js";
var CLUSTER_LIMIT = 3;
function heading(report, blocks, { label = "" }) {
  const isFail = report.conclusion === "fail";
  const isClean = blocks.every(({ severity }) => severity === "notice");
  const mark = isFail ? "✖" : isClean ? "✔" : "▲";
  const sentence = `### ${mark} ${verdictSentence(report, blocks)}`;
  return label === "" ? sentence : `${sentence} · ${code(label)}`;
}
function doerOf(concerned, { plans }) {
  if (plans.length < 2) return { name: "This plan", isOne: true };
  if (concerned === plans.length) return { name: `These ${concerned} plans`, isOne: false };
  return { name: `${concerned} of ${plans.length} plans`, isOne: concerned === 1 };
}
var HEADLINES = [
  {
    changes: ["introduced"],
    says: (clusters, { name, isOne }) => `${name} ${isOne ? "breaks" : "break"} ${clusters}`
  },
  { changes: ["transient", "undecided"], says: (clusters, { name }) => `${name} may break ${clusters}` },
  {
    changes: ["pre-existing"],
    says: (clusters, { isOne }) => `Broken before ${isOne ? "this plan" : "these plans"}, and after: ${clusters}`
  }
];
var NOW = [
  { changes: ["pre-existing"], says: (clusters) => `Broken: ${clusters}` },
  { changes: ["undecided"], says: (clusters) => `Perhaps broken: ${clusters}` }
];
function sayingsOf(report) {
  const { name, isOne } = doerOf(report.plans.length, report);
  const [breaks, passes] = isOne ? ["breaks", "passes"] : ["break", "pass"];
  return {
    dangerous: (doer) => `${doer.name} ${doer.isOne ? "is" : "are"} dangerous for`,
    fails: `${name} ${isOne ? "does" : "do"} not pass`,
    nothing: `Nothing to judge: no CCE cluster in ${name.toLowerCase()}`,
    fine: `${name} ${breaks} nothing`,
    waived: `${name} ${breaks} nothing that is not waived`,
    passes: `${name} ${passes}, with`,
    stops: `${name} ${passes}, ${STOPS}:`
  };
}
var OF_CLOUD = {
  dangerous: () => "Dangerously open:",
  fails: "The audit does not pass",
  nothing: "Nothing to judge: no CCE cluster in these facts",
  fine: "Nothing is broken",
  waived: "Nothing is broken that is not waived",
  passes: "The audit passes, with",
  stops: "The audit passes, with"
};
function verdictSentence(report, blocks) {
  const { conclusion, summary, findings, cloud } = report;
  const [headlines, says] = cloud === void 0 ? [HEADLINES, sayingsOf(report)] : [NOW, OF_CLOUD];
  const critical = blocks.filter(({ severity }) => severity === "critical");
  const breaking = critical.filter(({ checks }) => checks.some((check) => check.breaks));
  const doerWith = (some) => doerOf(distinct2(some.map(({ plan }) => plan)).length, report);
  const [worst] = headlines.flatMap((one) => {
    const some = breaking.filter(({ change }) => one.changes.includes(change));
    return some.length === 0 ? [] : [one.says(clustersOf(some, report), doerWith(some))];
  });
  if (worst !== void 0) return worst;
  if (critical.length > 0) return `${says.dangerous(doerWith(critical))} ${clustersOf(critical, report)}`;
  if (conclusion === "fail") return says.fails;
  if (isNothingJudged(report)) {
    return unplacedGroups(report) > 0 ? "Nothing is judged: a security group cannot be placed" : says.nothing;
  }
  if (blocks.length === 0) {
    return findings.length > 0 ? says.waived : says.fine;
  }
  const counts = [
    ...summary.warning > 0 ? [count4(summary.warning, "warning")] : [],
    ...summary.notice > 0 ? [count4(summary.notice, "notice")] : []
  ];
  return `${stopsApply(report) ? says.stops : says.passes} ${counts.join(" and ")}`;
}
function clustersOf(blocks, report) {
  const isAll = distinct2(blocks.map(({ plan }) => plan)).length === report.plans.length;
  const names = distinct2(
    blocks.flatMap((block) => {
      const { cluster } = block;
      if (cluster === void 0) return [];
      const plan = isAll ? [] : planWords3(block, report).map((name) => ` (${code(name)})`);
      return [`**${code(cluster)}**${plan.join("")}`];
    })
  );
  if (names.length === 0) return "a cluster";
  return `the ${names.length === 1 ? "cluster" : "clusters"} ${capped2(names, CLUSTER_LIMIT)}`;
}

export {
  code,
  codeInCell,
  fence,
  exactFence,
  prose,
  proseInCell,
  commitWords,
  countsLine,
  partialPlansNote,
  smallPrint,
  placeIn,
  alertBox,
  moreLine,
  foldedPart,
  mendedNotes,
  believedNotes,
  beliefList,
  BELIEF_TITLE,
  recordNotes,
  openNotes,
  undecidedNotes,
  cutTable,
  idsInCell,
  rowInCell,
  checkInCell,
  STATES_TITLE,
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
  blockSection,
  heading
};
