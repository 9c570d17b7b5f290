import {
  atTheEnd,
  dotted,
  hang,
  hangMarked,
  inColumns,
  lengthOf,
  pad,
  paintOf,
  terminalLink,
  widest,
  wrap
} from "./chunk-T6YO773B.js";
import {
  terminalText
} from "./chunk-VBQPEORM.js";
import {
  cidrTexts
} from "./chunk-TBGVZZIH.js";
import {
  placeNotes
} from "./chunk-P6W4EXMX.js";
import {
  countsText,
  verdictMark,
  verdictOf
} from "./chunk-KEJWMVGY.js";
import {
  blocksOf
} from "./chunk-3XNJGZAM.js";
import {
  checkLink,
  rowLink
} from "./chunk-TVK4D2IO.js";
import {
  CAUSE_LIMIT,
  MARKS,
  PARTIAL,
  SENTENCE_LIMIT,
  andMore,
  firstFew,
  isMild,
  mendedOf,
  openLines,
  planName,
  planOfBlock,
  plansToName,
  poolNames,
  remedyLabel,
  rowIds,
  shortFingerprint,
  untouchedLines,
  waivedTerms
} from "./chunk-RRJAT3IB.js";
import {
  assumedSentence,
  believedGroups,
  believedLabel,
  cloudWords,
  packetPhrases,
  recordingWords
} from "./chunk-43LBVURZ.js";
import {
  actionsPhrase,
  capitalised,
  capped,
  count,
  holdsPhrase,
  networkName,
  rowRanges
} from "./chunk-W55LG4YV.js";
import {
  joined,
  say
} from "./chunk-OR7BGG5Q.js";
import {
  rowsOf
} from "./chunk-7LKISGRE.js";
import {
  distinct,
  groupBy
} from "./chunk-HR654TLQ.js";
import {
  must
} from "./chunk-CAOBLGU6.js";

// src/format/text/block.ts
var SEVERITY_WIDTH = "critical".length + 3;
var LABEL_WIDTH = 13;
var INDENT = "    ";
var ROW_INDENT = "      ";
var NOTE_INDENT = "        ";
var ROW_LIMIT = 20;
var PACKET_LIMIT = 4;
var MILD_ROW_LIMIT = 3;
var SENTENCE_LENGTH = 600;
function blockLines(block, page) {
  const witness = isMild(block) ? void 0 : block.witness;
  const { shown, left } = firstFew(block.sentences, SENTENCE_LIMIT);
  return [
    ...headLines(block, page),
    ...placeLines(block, page),
    ...causeLines(block.causes, page),
    ...rowLines(block, page),
    ...shown.flatMap((text) => hang(INDENT, terminalText(text, SENTENCE_LENGTH), page.width)),
    ...moreLines(left, page),
    ...witness === void 0 ? [] : labelled("for example", witness, page),
    ...labelled(remedyLabel(block), block.remedy, page),
    ...fixLine(block, page)
  ];
}
function headLines({ severity, title, checks, change, findings }, page) {
  const { paint, link, width } = page;
  const mark = `  ${MARKS[severity]} ${pad(severity, SEVERITY_WIDTH)}`;
  const many = findings.length > 1 ? [count(findings.length, "finding")] : [];
  const kind = [checks.map(({ id }) => id).join(", "), change, ...many].join(" · ");
  const names = checks.map((check) => link(check.id, checkLink(check)));
  const linked = [names.join(", "), change, ...many].join(" · ");
  const [first, ...rest] = hang(mark, terminalText(title), width);
  const shown = paint[severity](mark) + paint.strong(first.slice(mark.length));
  if (rest.length > 0) return [shown, ...rest.map((line) => paint.strong(line)), INDENT + paint.weak(linked)];
  return atTheEnd({ text: first, shown }, { text: kind, shown: linked, indent: INDENT }, page);
}
function placeLines(block, { report, paint, width }) {
  const { pools, group } = block;
  const places = [
    ...planOfBlock(block, report, terminalText),
    ...poolNames(pools, terminalText),
    ...group === void 0 || group.isNameless ? [] : [`group ${terminalText(group.shown)}`]
  ];
  return places.length === 0 ? [] : hang(INDENT, places.join(" · "), width).map(paint.weak);
}
function causeLines(causes, page) {
  const { shown, left } = firstFew(causes, CAUSE_LIMIT);
  const what = [
    shown.map(({ place }) => place === void 0 ? "" : `${terminalText(place.file)}:${place.line}`),
    shown.map(({ address }) => terminalText(address))
  ];
  const actions = shown.map((cause) => terminalText(actionsPhrase(cause.actions)));
  const whole = inColumns([...what, actions]);
  const isWide = INDENT.length + widest(whole) > page.width;
  const lines = isWide ? inColumns(what) : whole;
  const notes = shown.map((cause, i) => [
    ...isWide ? [must(actions[i], "each cause has actions")] : [],
    ...placeNotes(cause).map((note) => terminalText(note, SENTENCE_LENGTH))
  ]);
  return [
    ...lines.flatMap((line, i) => withNotes(INDENT + line, must(notes[i], "each line is a cause"), page)),
    ...moreLines(left, page)
  ];
}
function withNotes(line, notes, { paint, width }) {
  if (notes.length === 0) return [line];
  const text = notes.join(" · ");
  if (lengthOf(`${line} · ${text}`) <= width) return [line + paint.weak(` · ${text}`)];
  return [line, ...hang(NOTE_INDENT, text, width).map(paint.weak)];
}
function rowLines(block, page) {
  if (block.rows.every(({ packets }) => packets === void 0)) return [];
  if (isMild(block) && rowIds(block).length > MILD_ROW_LIMIT) {
    const rows = distinct(block.rows.map(({ row }) => row));
    return hang(ROW_INDENT, terminalText(rowRanges(rows)), page.width);
  }
  const { shown, left } = firstFew(printedRows(block), ROW_LIMIT);
  return [...tableLines(shown, page) ?? stackedLines(shown, page), ...moreLines(left, page)];
}
function printedRows(block) {
  const { rows } = block;
  const stake = isMild(block) ? "at stake: " : "";
  return [...groupBy(rows, ({ row }) => row.id)].map(([id, same]) => {
    const { shown, left } = firstFew(
      same.flatMap(({ packets }) => packets ?? []),
      PACKET_LIMIT
    );
    return {
      id: terminalText(id),
      packets: [
        ...shown.map(({ what, peers }) => ({ what: terminalText(what), peers: terminalText(peers) })),
        ...andMore(left).map((what) => ({ what, peers: "" }))
      ],
      impact: same[0].impact === void 0 ? "" : stake + terminalText(same[0].impact)
    };
  });
}
function tableLines(rows, page) {
  const cells = rows.flatMap(
    ({ id, packets, impact }) => packets.map((phrase, i) => ({ ...phrase, ...i === 0 ? { id, impact } : { id: "", impact: "" } }))
  );
  const lines = inColumns([
    cells.map(({ id }) => id),
    cells.map(({ what }) => what),
    cells.map(({ peers }) => peers),
    cells.map(({ impact }) => impact)
  ]).map((line) => ROW_INDENT + line);
  return widest(lines) <= page.width ? lines.map((line, i) => withRowLink(line, must(cells[i], "a cell a line").id, page)) : void 0;
}
function withRowLink(line, id, { link }) {
  if (id === "") return line;
  return ROW_INDENT + link(id, rowLink({ id })) + line.slice(ROW_INDENT.length + id.length);
}
function stackedLines(rows, page) {
  const { width } = page;
  const size = widest(rows.map(({ id }) => id)) + 3;
  const under = ROW_INDENT + " ".repeat(size);
  return rows.flatMap(({ id, packets, impact }) => [
    ...packets.flatMap(({ what, peers }, i) => {
      const lines = hang(i === 0 ? ROW_INDENT + pad(id, size) : under, `${what} ${peers}`.trimEnd(), width);
      return lines.map((line, at) => i + at === 0 ? withRowLink(line, id, page) : line);
    }),
    ...impact === "" ? [] : hang(under, impact, width)
  ]);
}
function labelled(label, text, { paint, width }) {
  return hangMarked(INDENT + pad(label, LABEL_WIDTH), paint.weak, terminalText(text, SENTENCE_LENGTH), width);
}
function fixLine({ fixes, findings: [first] }, page) {
  if (fixes?.first() === void 0) return [];
  const command = `cce-plan-guard fix ${plansToName(page.report)} ${shortFingerprint(first)}`;
  return [INDENT + " ".repeat(LABEL_WIDTH) + page.paint.weak(command)];
}
function moreLines(left, { paint }) {
  return andMore(left).map((text) => ROW_INDENT + paint.weak(text));
}

// src/format/text/text.ts
var WIDTH = 120;
var MIN_WIDTH = 40;
var BLOCK_LIMIT = 40;
var CIDR_LIMIT = 3;
var OPEN_LIMIT = 5;
var BELIEVED_LIMIT = 10;
var BELIEVED_LENGTH = 600;
var WAIVED_LIMIT = 20;
var REASON_LENGTH = 100;
function renderText(report, { colors, width = WIDTH, links }) {
  const page = {
    report,
    paint: paintOf(colors),
    link: terminalLink(links),
    width: Math.max(MIN_WIDTH, width)
  };
  const { blocks, waived } = blocksOf(report);
  const sections = groupBy(
    blocks.slice(0, BLOCK_LIMIT),
    ({ plan, cluster }) => JSON.stringify([plan, cluster])
  );
  const parts = [
    verdictLines(blocks, page),
    ...[...sections.values()].flatMap((section) => sectionLines(section, page)),
    hiddenLines(blocks.slice(BLOCK_LIMIT), page),
    [
      ...mendedLines(page),
      ...openBeforeLines(page),
      ...undecidedLines(page),
      ...believedLines(page),
      ...recordLines(page),
      ...waivedLines(waived, page),
      ...unplacedLines(blocks, page),
      ...holdsLines(page),
      ...modelLines(blocks, waived, page)
    ]
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function verdictLines(blocks, page) {
  const { report, paint } = page;
  const { mark: sign, word } = verdictMark(report);
  const mark = `${sign} ${word}`;
  const color = { "✔": paint.good, "▲": paint.warning, "✖": paint.critical }[sign];
  const text = `   ${terminalText(verdictOf(report, blocks))}`;
  const shown = color(mark) + paint.strong(text);
  const input = { text: inputText(report), indent: "  " };
  return [
    ...atTheEnd({ text: mark + text, shown }, input, page),
    ...report.plans.flatMap((plan) => partialPlanLines(plan, page))
  ];
}
function inputText({ plans, cloud }) {
  const [plan] = plans;
  const changes = plans.reduce((sum, each) => sum + each.changes, 0);
  if (plan !== void 0 && cloud !== void 0) {
    return [planName(plan, terminalText), terminalText(cloudWords(cloud))].join(" · ");
  }
  const name = plan === void 0 || plans.length > 1 ? [count(plans.length, "plan")] : [planName(plan, terminalText), `Terraform ${terminalText(plan.terraformVersion)}`];
  return [...name, ...changes > 0 ? [count(changes, "change")] : []].join(" · ");
}
function partialPlanLines(plan, { report, paint, width }) {
  if (plan.complete) return [];
  const what = report.plans.length > 1 ? planName(plan, terminalText) : "This plan";
  return hangMarked("  ▲ ", paint.warning, `${what} covers ${PARTIAL}`, width);
}
function sectionLines(blocks, page) {
  const [{ cluster }] = blocks;
  const heading = cluster === void 0 ? [] : clusterLines(cluster, page);
  return [heading, ...blocks.map((block) => blockLines(block, page))];
}
function clusterLines(name, { report, paint, width }) {
  const heading = terminalText(name);
  const cluster = shownCluster(name, report);
  if (cluster === void 0) return [paint.strong(heading)];
  const facts = [
    networkName(cluster.networkType),
    factText("VPC", cluster.addresses?.vpc),
    factText(cluster.model === "eni" ? "pods" : "containers", cluster.addresses?.container),
    factText("masters", cluster.addresses?.master)
  ].map((fact) => terminalText(fact));
  const [first, ...rest] = dotted(heading, facts, width);
  return [paint.strong(heading) + first.slice(heading.length), ...rest];
}
function shownCluster(name, { clusters, plans }) {
  const named = clusters.filter((cluster) => cluster.name === name);
  return named.length === 1 || plans.length === 1 ? named[0] : void 0;
}
function factText(what, addresses) {
  const texts = addresses === void 0 ? [] : cidrTexts(addresses);
  const isWhole = addresses?.peers === "sensitive" || addresses?.peers.tokens.length === 0;
  if (texts.length === 0 || !isWhole) return `${what} not known`;
  return `${what} ${capped(
    texts.map((text) => terminalText(text)),
    CIDR_LIMIT
  )}`;
}
function hiddenLines(hidden, { paint }) {
  if (hidden.length === 0) return [];
  const of = (severity) => hidden.filter((block) => block.severity === severity).length;
  const counts = countsText({ critical: of("critical"), warning: of("warning"), notice: of("notice") });
  return [paint.weak(`  and ${must(counts, "some are hidden")} more, which --format json lists`)];
}
function clusterPrefix(name, { clusters }) {
  return name !== void 0 && clusters.length > 1 ? `${terminalText(name)}: ` : "";
}
function mendedLines({ report, paint, width }) {
  return mendedOf(report).flatMap(({ cluster, rows, holds }) => {
    const text = `${clusterPrefix(cluster, report)}${terminalText(rows)} ${holds}`;
    return hangMarked("  ✔ mended     ", paint.good, text, width);
  });
}
function undecidedLines(page) {
  const lines = untouchedLines(page.report);
  return groupLines(page, lines, {
    label: "undecided",
    limit: SENTENCE_LENGTH,
    more: "more groups have undecided rows"
  });
}
function openBeforeLines(page) {
  return groupLines(page, openLines(page.report), { label: "open", more: "more groups are open" });
}
function groupLines({ report, paint, width }, lines, { label, limit, more }) {
  const { shown, left } = firstFew(lines, OPEN_LIMIT);
  return [
    ...shown.flatMap(
      ({ cluster, text }) => hangMarked(
        `  – ${label.padEnd(11)}`,
        paint.weak,
        `${clusterPrefix(cluster, report)}${terminalText(text, limit)}`,
        width
      )
    ),
    ...left > 0 ? [`    and ${left} ${more}`] : []
  ];
}
function believedLines({ report, paint, width }) {
  const { shown, left } = firstFew(believedGroups(report), BELIEVED_LIMIT);
  return [
    ...shown.flatMap(
      ({ cluster, text }) => hangMarked(
        pad(`  – ${believedLabel(report)}`, RECORD_INDENT),
        paint.weak,
        `${clusterPrefix(cluster, report)}${terminalText(text, BELIEVED_LENGTH)}`,
        width
      )
    ),
    ...left > 0 ? [`    and ${left} more groups, which --format json lists`] : []
  ];
}
function recordLines({ report, paint, width }) {
  return recordingWords(report).flatMap(({ cluster, why, line }) => {
    const ways = line === void 0 ? [] : [
      `${terminalText(line)}   for ${terminalText(cluster)} in cce-plan-guard.yml`,
      `or: cce-plan-guard record ${plansToName(report)}`
    ];
    return [
      ...hangMarked(
        "  – record     ",
        paint.weak,
        `${clusterPrefix(cluster, report)}${terminalText(why)}`,
        width
      ),
      ...ways.map((way) => " ".repeat(RECORD_INDENT) + way)
    ];
  });
}
var RECORD_INDENT = 15;
function unplacedLines(blocks, { paint, width }) {
  const causes = blocks.slice(0, BLOCK_LIMIT).flatMap((block) => block.causes.slice(0, CAUSE_LIMIT));
  const why = causes.flatMap(({ unplaced }) => unplaced ?? []).map((text) => terminalText(text, SENTENCE_LENGTH));
  return distinct(why).flatMap(
    (text) => hangMarked(NO_LINE, paint.weak, `where none is shown, ${text}`, width)
  );
}
var NO_LINE = "  – lines      ";
function waivedLines(waived, page) {
  const { shown, left } = firstFew(waived, WAIVED_LIMIT);
  return [
    ...shown.flatMap((finding) => waivedLine(finding, page)),
    ...left > 0 ? [`    and ${left} more are waived`] : []
  ];
}
function waivedLine(finding, { report, paint, width }) {
  const { row, check, cluster, missing } = finding;
  const packets = packetPhrases(missing).map(({ what, peers }) => say`${what} ${peers}`);
  const id = row?.id ?? check.id;
  const subject = packets.length === 0 ? id : say`${id}  ${joined(packets, "; ")}`;
  const terms = waivedTerms(finding, (text2) => terminalText(text2, REASON_LENGTH), terminalText);
  const text = `${clusterPrefix(cluster, report)}${terminalText(subject)}   ${terms}`;
  return hangMarked("  – waived     ", paint.weak, text, width);
}
function modelLines(blocks, waived, { report, paint }) {
  const [row] = [
    ...blocks.flatMap(({ named }) => named),
    ...report.untouched.flatMap(rowsOf),
    ...report.resolved.map((mended) => mended.row),
    ...waived.flatMap((finding) => finding.row ?? [])
  ];
  return row === void 0 ? [] : [paint.weak(`What a row is for, and where the vendor’s page has it: cce-plan-guard model ${row.id}`)];
}
function holdsLines({ report, width, paint }) {
  const { holds, findings } = report;
  const assumed = assumedSentence(report);
  const held = holdsPhrase(holds);
  const isTold = findings.length > 0;
  const sentences = [
    ...isTold && held !== void 0 ? [`${capitalised(held)}.`] : [],
    ...assumed === void 0 ? [] : [terminalText(assumed, BELIEVED_LENGTH)],
    ...isTold ? ["A waiver, a severity or a CIDR is changed in cce-plan-guard.yml."] : []
  ];
  if (sentences.length === 0) return [];
  const line = sentences.join("  ");
  return (lengthOf(line) <= width ? [line] : sentences.flatMap((sentence) => wrap(sentence, width))).map(
    (text) => paint.weak(text)
  );
}

export {
  WIDTH,
  MIN_WIDTH,
  renderText
};
