import {
  cidrTexts
} from "./chunk-CQTEHVG5.js";
import {
  placeNotes
} from "./chunk-6V7ZSHTY.js";
import {
  blocksOf,
  countsText,
  verdictOf
} from "./chunk-4ZAJRLHC.js";
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
  pageParts,
  plain,
  planName,
  planOfBlock,
  plansToName,
  poolNames,
  remedyLabel,
  rowIds,
  tableLinks,
  untouchedLines,
  waivedTerms
} from "./chunk-7XWFTEK4.js";
import {
  assumedSentence,
  believedGroups,
  believedLabel,
  cloudWords,
  packetPhrases,
  recordingWords
} from "./chunk-BHBKPO2W.js";
import {
  actionsPhrase,
  capped,
  count,
  joined,
  networkName,
  say
} from "./chunk-CRJWFJ2M.js";
import "./chunk-G7TW2D2V.js";
import {
  rowsOf
} from "./chunk-P7DSGNVD.js";
import "./chunk-C6VRXLCB.js";
import "./chunk-YRCJQYBQ.js";
import "./chunk-EWVTMIMU.js";
import "./chunk-O4YV2FOV.js";
import "./chunk-MEXHSFFU.js";
import {
  groupBy
} from "./chunk-HR654TLQ.js";
import {
  must
} from "./chunk-CAOBLGU6.js";
import {
  __commonJS,
  __toESM
} from "./chunk-SEWDMQ6Q.js";

// node_modules/picocolors/picocolors.js
var require_picocolors = __commonJS({
  "node_modules/picocolors/picocolors.js"(exports, module) {
    var p = process || {};
    var argv = p.argv || [];
    var env = p.env || {};
    var isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
    var formatter = (open, close, replace = open) => (input) => {
      let string = "" + input, index = string.indexOf(close, open.length);
      return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
    };
    var replaceClose = (string, close, replace, index) => {
      let result = "", cursor = 0;
      do {
        result += string.substring(cursor, index) + replace;
        cursor = index + close.length;
        index = string.indexOf(close, cursor);
      } while (~index);
      return result + string.substring(cursor);
    };
    var createColors = (enabled = isColorSupported) => {
      let f = enabled ? formatter : () => String;
      return {
        isColorSupported: enabled,
        reset: f("\x1B[0m", "\x1B[0m"),
        bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
        dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
        italic: f("\x1B[3m", "\x1B[23m"),
        underline: f("\x1B[4m", "\x1B[24m"),
        inverse: f("\x1B[7m", "\x1B[27m"),
        hidden: f("\x1B[8m", "\x1B[28m"),
        strikethrough: f("\x1B[9m", "\x1B[29m"),
        black: f("\x1B[30m", "\x1B[39m"),
        red: f("\x1B[31m", "\x1B[39m"),
        green: f("\x1B[32m", "\x1B[39m"),
        yellow: f("\x1B[33m", "\x1B[39m"),
        blue: f("\x1B[34m", "\x1B[39m"),
        magenta: f("\x1B[35m", "\x1B[39m"),
        cyan: f("\x1B[36m", "\x1B[39m"),
        white: f("\x1B[37m", "\x1B[39m"),
        gray: f("\x1B[90m", "\x1B[39m"),
        bgBlack: f("\x1B[40m", "\x1B[49m"),
        bgRed: f("\x1B[41m", "\x1B[49m"),
        bgGreen: f("\x1B[42m", "\x1B[49m"),
        bgYellow: f("\x1B[43m", "\x1B[49m"),
        bgBlue: f("\x1B[44m", "\x1B[49m"),
        bgMagenta: f("\x1B[45m", "\x1B[49m"),
        bgCyan: f("\x1B[46m", "\x1B[49m"),
        bgWhite: f("\x1B[47m", "\x1B[49m"),
        blackBright: f("\x1B[90m", "\x1B[39m"),
        redBright: f("\x1B[91m", "\x1B[39m"),
        greenBright: f("\x1B[92m", "\x1B[39m"),
        yellowBright: f("\x1B[93m", "\x1B[39m"),
        blueBright: f("\x1B[94m", "\x1B[39m"),
        magentaBright: f("\x1B[95m", "\x1B[39m"),
        cyanBright: f("\x1B[96m", "\x1B[39m"),
        whiteBright: f("\x1B[97m", "\x1B[39m"),
        bgBlackBright: f("\x1B[100m", "\x1B[49m"),
        bgRedBright: f("\x1B[101m", "\x1B[49m"),
        bgGreenBright: f("\x1B[102m", "\x1B[49m"),
        bgYellowBright: f("\x1B[103m", "\x1B[49m"),
        bgBlueBright: f("\x1B[104m", "\x1B[49m"),
        bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
        bgCyanBright: f("\x1B[106m", "\x1B[49m"),
        bgWhiteBright: f("\x1B[107m", "\x1B[49m")
      };
    };
    module.exports = createColors();
    module.exports.createColors = createColors;
  }
});

// src/format/text/page.ts
var import_picocolors = __toESM(require_picocolors(), 1);
function paintOf(colors) {
  const c = import_picocolors.default.createColors(colors);
  return {
    critical: (text) => c.bold(c.red(text)),
    warning: (text) => c.bold(c.yellow(text)),
    notice: (text) => c.bold(c.blue(text)),
    good: (text) => c.bold(c.green(text)),
    strong: c.bold,
    weak: c.dim
  };
}
function lengthOf(text) {
  return Array.from(text).length;
}
function pad(text, width) {
  return text + " ".repeat(Math.max(0, width - lengthOf(text)));
}
function widest(texts) {
  return texts.reduce((max, text) => Math.max(max, lengthOf(text)), 0);
}
function inColumns(columns) {
  const padded = columns.map((cells) => ({ cells, width: widest(cells) })).filter(({ width }) => width > 0).map(({ cells, width }) => cells.map((cell) => pad(cell, width + 3)));
  const rows = columns.reduce((most, { length }) => Math.max(most, length), 0);
  return Array.from(
    { length: rows },
    (_, row) => padded.map((cells) => must(cells[row], "every column has a cell for each row")).join("").trimEnd()
  );
}
var UNBROKEN = /(?:`[^`]{0,80}`|[^ ])+|(?<= )(?= )/g;
function wrap(text, width) {
  const lines = [];
  let line = "";
  for (const [word] of text.matchAll(UNBROKEN)) {
    if (line !== "" && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
function dotted(first, others, width) {
  const lines = [];
  let line = first;
  for (const part of others) {
    const longer = `${line} · ${part}`;
    if (lengthOf(longer) <= width) {
      line = longer;
    } else {
      lines.push(line);
      line = `  ${part}`;
    }
  }
  return [...lines, line];
}
var MIN_COLUMN = 24;
function hang(first, text, width) {
  const indent = lengthOf(first);
  const [head, ...rest] = wrap(text, Math.max(MIN_COLUMN, width - indent));
  return [first + head, ...rest.map((line) => " ".repeat(indent) + line)];
}
function hangMarked(mark, color, text, width) {
  const [head, ...rest] = hang(mark, text, width);
  return [color(mark) + head.slice(mark.length), ...rest];
}
function atTheEnd(left, right, { paint, width }) {
  const gap = width - lengthOf(left.text) - lengthOf(right.text);
  const weak = paint.weak(right.text);
  return gap < 2 ? [left.shown, right.indent + weak] : [left.shown + " ".repeat(gap) + weak];
}

// src/format/text/terminal-text.ts
var LIMIT = 240;
var LOG_COMMAND = /(^|\s)::(?=[a-z])|##(?=(?:vso)?\[)/giu;
function terminalText(text, limit = LIMIT) {
  return plain(text, limit).replaceAll(
    LOG_COMMAND,
    (command) => command.replace(/::|##/, ([sign = ""]) => `${sign} ${sign}`)
  );
}

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
    ...pageParts(block).flatMap((part) => purposeLines(part, page))
  ];
}
function headLines({ severity, title, checks, change }, page) {
  const { paint, width } = page;
  const mark = `  ${MARKS[severity]} ${pad(severity, SEVERITY_WIDTH)}`;
  const kind = `${checks.map(({ id }) => id).join(", ")} · ${change}`;
  const [first, ...rest] = hang(mark, terminalText(title), width);
  const shown = paint[severity](mark) + paint.strong(first.slice(mark.length));
  if (rest.length > 0) return [shown, ...rest.map((line) => paint.strong(line)), INDENT + paint.weak(kind)];
  return atTheEnd({ text: first, shown }, { text: kind, indent: INDENT }, page);
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
  const lines = inColumns([
    shown.map(({ place }) => place === void 0 ? "" : `${terminalText(place.file)}:${place.line}`),
    shown.map(({ address }) => terminalText(address)),
    shown.map(({ actions }) => terminalText(actionsPhrase(actions)))
  ]);
  const notes = shown.map((cause) => placeNotes(cause).map((note) => terminalText(note, SENTENCE_LENGTH)));
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
    return hang(
      ROW_INDENT,
      rowIds(block).map((id) => terminalText(id)).join(" "),
      page.width
    );
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
function tableLines(rows, { width }) {
  const cells = rows.flatMap(
    ({ id, packets, impact }) => packets.map((phrase, i) => ({ ...phrase, ...i === 0 ? { id, impact } : { id: "", impact: "" } }))
  );
  const lines = inColumns([
    cells.map(({ id }) => id),
    cells.map(({ what }) => what),
    cells.map(({ peers }) => peers),
    cells.map(({ impact }) => impact)
  ]).map((line) => ROW_INDENT + line);
  return widest(lines) <= width ? lines : void 0;
}
function stackedLines(rows, { width }) {
  const size = widest(rows.map(({ id }) => id)) + 3;
  const under = ROW_INDENT + " ".repeat(size);
  return rows.flatMap(({ id, packets, impact }) => [
    ...packets.flatMap(
      ({ what, peers }, i) => hang(i === 0 ? ROW_INDENT + pad(id, size) : under, `${what} ${peers}`.trimEnd(), width)
    ),
    ...impact === "" ? [] : hang(under, impact, width)
  ]);
}
function labelled(label, text, { paint, width }) {
  return hangMarked(INDENT + pad(label, LABEL_WIDTH), paint.weak, terminalText(text, SENTENCE_LENGTH), width);
}
function purposeLines({ purposes }, page) {
  return purposes.length === 0 ? [] : labelled("what for", purposes.join(" "), page);
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
function renderText(report, { colors, width = WIDTH }) {
  const page = { report, paint: paintOf(colors), width: Math.max(MIN_WIDTH, width) };
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
      ...holdsLines(page),
      ...linkLines(blocks, waived, page)
    ]
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function verdictLines(blocks, page) {
  const { report, paint } = page;
  const isPass = report.conclusion === "pass";
  const mark = isPass ? "✔ pass" : "✖ fail";
  const text = `   ${terminalText(verdictOf(report, blocks))}`;
  const shown = (isPass ? paint.good : paint.critical)(mark) + paint.strong(text);
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
function waivedLines(waived, page) {
  const { shown, left } = firstFew(waived, WAIVED_LIMIT);
  return [
    ...shown.map((finding) => waivedLine(finding, page)),
    ...left > 0 ? [`    and ${left} more are waived`] : []
  ];
}
function waivedLine(finding, { report, paint }) {
  const { row, check, cluster, missing } = finding;
  const packets = packetPhrases(missing).map(({ what, peers }) => say`${what} ${peers}`);
  const id = row?.id ?? check.id;
  const subject = packets.length === 0 ? id : say`${id}  ${joined(packets, "; ")}`;
  const terms = waivedTerms(finding, (text) => terminalText(text, REASON_LENGTH), terminalText);
  return `${paint.weak("  – waived     ")}${clusterPrefix(cluster, report)}${terminalText(subject)}   ${terms}`;
}
function linkLines(blocks, waived, { report, paint }) {
  const rows = [
    ...blocks.flatMap(({ named }) => named),
    ...report.untouched.flatMap(rowsOf),
    ...report.resolved.map(({ row }) => row),
    ...waived.slice(0, WAIVED_LIMIT).flatMap(({ row }) => row ?? [])
  ];
  return tableLinks(rows).map(({ table, url }) => paint.weak(`${table}: ${terminalText(url, Infinity)}`));
}
function holdsLines({ report, width, paint }) {
  const { holds, findings } = report;
  const assumed = assumedSentence(report);
  const isTold = findings.length > 0;
  const sentences = [
    ...isTold && holds.groups > 0 ? [`${count(holds.groups, "group")}, ${count(holds.rows, "row holds", "rows hold")}.`] : [],
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
  renderText
};
