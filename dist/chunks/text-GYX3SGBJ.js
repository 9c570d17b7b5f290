import {
  actionsPhrase,
  blocksOf,
  capped,
  count,
  countsText,
  networkName,
  packetPhrases,
  verdictOf
} from "./chunk-BOJFIHE6.js";
import {
  placeNotes,
  plain
} from "./chunk-56BWB2ZY.js";
import "./chunk-BAKGFU6G.js";
import "./chunk-BC6WHAUI.js";
import "./chunk-ALZ5PEDL.js";
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

// src/format/text/layout.ts
function lengthOf(text) {
  return Array.from(text).length;
}
function pad(text, width) {
  return text + " ".repeat(Math.max(0, width - lengthOf(text)));
}
function wrap(text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && lengthOf(line) + 1 + lengthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
function hang(first, text, width) {
  const indent = lengthOf(first);
  const [head = "", ...rest] = wrap(text, Math.max(MIN_COLUMN, width - indent));
  return [first + head, ...rest.map((line) => " ".repeat(indent) + line)];
}
function dotted(parts, width) {
  const [first, ...others] = parts;
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
function widest(texts) {
  return texts.reduce((max, text) => Math.max(max, lengthOf(text)), 0);
}
function gapBetween(left, right, width) {
  const gap = width - lengthOf(left) - lengthOf(right);
  return gap < 2 ? void 0 : " ".repeat(gap);
}

// src/format/text/page.ts
var import_picocolors = __toESM(require_picocolors(), 1);

// src/format/text/terminal-text.ts
var LIMIT = 240;
var LOG_COMMAND = /(^|\s)::(?=[a-z])|##(?=(?:vso)?\[)/giu;
function terminalText(text, limit = LIMIT) {
  return plain(text, limit).replaceAll(
    LOG_COMMAND,
    (command) => command.replace(/::|##/, ([sign = ""]) => `${sign} ${sign}`)
  );
}

// src/format/text/page.ts
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
function planName({ label, path }) {
  return label === null ? terminalText(path) : `${terminalText(label)} (${terminalText(path)})`;
}

// src/format/text/text-block.ts
var MARKS = { critical: "✖", warning: "▲", notice: "●" };
var SEVERITY_WIDTH = "critical".length + 3;
var LABEL_WIDTH = 13;
var INDENT = "    ";
var ROW_INDENT = "      ";
var NOTE_INDENT = "        ";
var CAUSE_LIMIT = 5;
var ROW_LIMIT = 20;
var PACKET_LIMIT = 4;
var SENTENCE_LIMIT = 5;
var MILD_ROW_LIMIT = 3;
var SENTENCE_LENGTH = 600;
function blockLines(block, page) {
  const { sentences, remedy, change } = block;
  const witness = change === "transient" || change === "undecided" ? null : block.witness;
  const told = sentences.slice(0, SENTENCE_LIMIT);
  return [
    ...headLines(block, page),
    ...placeLines(block, page),
    ...causeLines(block.causes, page),
    ...rowLines(block, page),
    ...told.flatMap((text) => hang(INDENT, terminalText(text, SENTENCE_LENGTH), page.width)),
    ...more(sentences.length - told.length, page),
    ...witness === null ? [] : labelled("for example", witness, page),
    ...labelled("to mend", remedy, page)
  ];
}
function headLines({ severity, title, checks, change }, { paint, width }) {
  const mark = `  ${MARKS[severity]} ${pad(severity, SEVERITY_WIDTH)}`;
  const kind = `${checks.join(", ")} · ${change}`;
  const [first = "", ...rest] = hang(mark, terminalText(title), width);
  const gap = rest.length > 0 ? void 0 : gapBetween(first, kind, width);
  const text = [first.slice(mark.length), ...rest].map((line) => paint.strong(line)).join("\n");
  const head = paint[severity](mark) + text;
  return gap === void 0 ? [head, INDENT + paint.weak(kind)] : [head + gap + paint.weak(kind)];
}
function placeLines({ plan, pool, group }, { report, paint }) {
  const input = report.plans[plan];
  const places = [
    ...report.plans.length > 1 && input !== void 0 ? [planName(input)] : [],
    ...pool === null ? [] : [`pool ${terminalText(pool)}`],
    ...group === null || isNameless(group) ? [] : [`group ${terminalText(group)}`]
  ];
  return places.length === 0 ? [] : [INDENT + paint.weak(places.join(" · "))];
}
function isNameless(group) {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|\.security_group_(?:node|control)$/.test(group);
}
function causeLines(causes, page) {
  const shown = causes.slice(0, CAUSE_LIMIT).map((cause) => ({
    place: placeOf(cause),
    address: terminalText(cause.address),
    actions: terminalText(actionsPhrase(cause.actions)),
    notes: placeNotes(cause).map((note) => terminalText(note, SENTENCE_LENGTH))
  }));
  const places = widest(shown.map(({ place }) => place));
  const addresses = widest(shown.map(({ address }) => address));
  return [
    ...shown.flatMap(({ place, address, actions, notes }) => {
      const start = INDENT + (places > 0 ? `${pad(place, places)}   ` : "");
      return withNotes(`${start}${pad(address, addresses)}   ${actions}`, notes, page);
    }),
    ...more(causes.length - shown.length, page)
  ];
}
function withNotes(line, notes, { paint, width }) {
  if (notes.length === 0) return [line];
  const text = notes.join(" · ");
  if (lengthOf(`${line} · ${text}`) <= width) return [line + paint.weak(` · ${text}`)];
  return [line, ...hang(NOTE_INDENT, text, width).map(paint.weak)];
}
function placeOf({ file, line }) {
  if (file === null) return "";
  return line === null ? terminalText(file) : `${terminalText(file)}:${line}`;
}
function rowLines(block, page) {
  if (block.rows.every(({ what }) => what === "")) return [];
  const rows = printedRows(block.rows);
  const isMild = block.change === "transient" || block.change === "undecided";
  if (isMild && rows.length > MILD_ROW_LIMIT) {
    return hang(ROW_INDENT, rows.map(({ id }) => id).join(" "), page.width);
  }
  const shown = rows.slice(0, ROW_LIMIT);
  return [
    ...tableLines(shown, page) ?? stackedLines(shown, page),
    ...more(rows.length - shown.length, page)
  ];
}
function printedRows(rows) {
  const ids = [...new Set(rows.map(({ requirement }) => requirement))];
  return ids.map((id) => {
    const same = rows.filter(({ requirement }) => requirement === id);
    const packets = same.slice(0, PACKET_LIMIT).map(({ what, peers }) => ({ what: terminalText(what), peers: terminalText(peers) }));
    const left = same.length - packets.length;
    return {
      id: terminalText(id),
      packets: left === 0 ? packets : [...packets, { what: `and ${left} more`, peers: "" }],
      impact: terminalText(same[0]?.impact ?? "")
    };
  });
}
function tableLines(rows, { width }) {
  const cells = rows.flatMap(
    ({ id, packets, impact }) => packets.map(({ what, peers }, i) => i === 0 ? [id, what, peers, impact] : ["", what, peers])
  );
  const sizes = [0, 1, 2].map((column) => widest(cells.map((line) => line[column] ?? "")) + 3);
  const lines = cells.map(
    (line) => (ROW_INDENT + line.map((cell, column) => pad(cell, sizes[column] ?? 0)).join("")).trimEnd()
  );
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
  const start = INDENT + pad(label, LABEL_WIDTH);
  const [first = "", ...rest] = hang(start, terminalText(text, SENTENCE_LENGTH), width);
  return [paint.weak(start) + first.slice(lengthOf(start)), ...rest];
}
function more(n, { paint }) {
  return n <= 0 ? [] : [ROW_INDENT + paint.weak(`and ${n} more`)];
}

// src/format/text/text-end.ts
var WAIVED_LIMIT = 20;
var RESOLVED_LIMIT = 12;
var REASON_LENGTH = 100;
function endLines({ waived }, page) {
  const { paint } = page;
  const shown = waived.slice(0, WAIVED_LIMIT);
  return [
    ...resolvedLines(page),
    ...shown.map((finding) => waivedLine(finding, page)),
    ...waived.length > shown.length ? [`    and ${waived.length - shown.length} more are waived`] : [],
    ...holdsLines(page).map((line) => paint.weak(line))
  ];
}
function resolvedLines({ report: { resolved, clusters }, paint, width }) {
  const byCluster = /* @__PURE__ */ new Map();
  for (const { cluster, requirement } of resolved) {
    byCluster.set(cluster, (byCluster.get(cluster) ?? /* @__PURE__ */ new Set()).add(requirement));
  }
  const mark = "  ✔ mended     ";
  return [...byCluster].flatMap(([cluster, rows]) => {
    const where = clusters.length > 1 ? `${terminalText(cluster)}: ` : "";
    const ids = terminalText(capped([...rows], RESOLVED_LIMIT));
    const verb = rows.size === 1 ? "was missing before, and holds" : "were missing before, and hold";
    const [first = "", ...rest] = hang(mark, `${where}${ids} ${verb} after the plan`, width);
    return [paint.good(mark) + first.slice(mark.length), ...rest];
  });
}
function waivedLine(finding, { report: { clusters }, paint }) {
  const { requirement, check, cluster, missing, waived } = finding;
  const packets = packetPhrases(missing).map(({ what, peers }) => `${what} ${peers}`);
  const subject = [requirement ?? check, ...packets.length === 0 ? [] : [packets.join("; ")]].join("  ");
  const where = cluster !== null && clusters.length > 1 ? `${terminalText(cluster)}: ` : "";
  const terms = waived === null ? "" : `${terminalText(waived.reason, REASON_LENGTH)} (${terminalText(waived.owner)}, until ${terminalText(waived.expires)})`;
  return `${paint.weak("  – waived     ")}${where}${terminalText(subject)}   ${terms}`;
}
function holdsLines({ report: { holds, findings }, width }) {
  if (findings.length === 0) return [];
  const advice = "A waiver, a severity or a CIDR is changed in cce-plan-guard.yml.";
  if (holds.groups === 0) return wrap(advice, width);
  const held = `${count(holds.groups, "group")}, ${count(holds.rows, "row holds", "rows hold")}.`;
  const line = `${held}  ${advice}`;
  return lengthOf(line) <= width ? [line] : [held, ...wrap(advice, width)];
}

// src/format/text/text.ts
var WIDTH = 120;
var MIN_WIDTH = 40;
var BLOCK_LIMIT = 40;
var CIDR_LIMIT = 3;
function renderText(report, { colors, width = WIDTH }) {
  const page = { report, paint: paintOf(colors), width: Math.max(MIN_WIDTH, width) };
  const { blocks, waived } = blocksOf(report);
  const shown = blocks.slice(0, BLOCK_LIMIT);
  const sections = sectionsOf(shown).map((section) => sectionLines(section, page));
  const parts = [
    verdictLines(blocks, page),
    ...sections.flat(),
    hiddenLines(blocks.slice(BLOCK_LIMIT), page),
    endLines({ blocks, waived }, page)
  ];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function verdictLines(blocks, page) {
  const { report, paint, width } = page;
  const { conclusion } = report;
  const mark = conclusion === "pass" ? "✔ pass" : "✖ fail";
  const text = `   ${verdictOf(report, blocks)}`;
  const input = inputText(report.plans);
  const gap = gapBetween(mark + text, input, width);
  const verdict = (conclusion === "pass" ? paint.good : paint.critical)(mark) + paint.strong(text);
  const head = gap === void 0 ? [verdict, `  ${paint.weak(input)}`] : [verdict + gap + paint.weak(input)];
  return [...head, ...report.plans.flatMap((plan) => partLines(plan, page))];
}
function inputText(plans) {
  const [plan] = plans;
  const changes = plans.reduce((sum, each) => sum + each.changes, 0);
  const name = plan === void 0 || plans.length > 1 ? [count(plans.length, "plan")] : [planName(plan), `Terraform ${terminalText(plan.terraformVersion)}`];
  return [...name, ...changes > 0 ? [count(changes, "change")] : []].join(" · ");
}
function partLines(plan, { report, paint, width }) {
  if (plan.complete) return [];
  const what = report.plans.length > 1 ? planName(plan) : "This plan";
  const mark = "  ▲ ";
  const [first = "", ...rest] = hang(
    mark,
    `${what} covers only part of the configuration (-target, or deferred changes): the rest is not judged`,
    width
  );
  return [paint.warning(mark) + first.slice(mark.length), ...rest];
}
function sectionsOf(blocks) {
  const byCluster = /* @__PURE__ */ new Map();
  for (const block of blocks) {
    const key = JSON.stringify([block.plan, block.cluster]);
    const same = byCluster.get(key);
    if (same === void 0) byCluster.set(key, [block]);
    else same.push(block);
  }
  return [...byCluster.values()];
}
function sectionLines(blocks, page) {
  const [{ cluster }] = blocks;
  const heading = cluster === null ? [] : clusterLines(cluster, page);
  return [heading, ...blocks.map((block) => blockLines(block, page))];
}
function clusterLines(name, { report, paint, width }) {
  const heading = terminalText(name);
  const cluster = clusterOf(name, report);
  if (cluster === void 0) return [paint.strong(heading)];
  const cidrs = [
    cidrText("VPC", cluster.vpcCidrs),
    cidrText(cluster.networkModel === "eni" ? "pods" : "containers", cluster.containerCidrs),
    cidrText("masters", cluster.masterCidrs)
  ];
  const facts = [networkName(cluster.networkModel), ...cidrs].map((fact) => terminalText(fact));
  const [first = "", ...rest] = dotted([heading, ...facts], width);
  return [paint.strong(heading) + first.slice(heading.length), ...rest];
}
function clusterOf(name, { clusters, plans }) {
  const named = clusters.filter((cluster) => cluster.name === name);
  return named.length === 1 || plans.length === 1 ? named[0] : void 0;
}
function cidrText(what, cidrs) {
  const known = cidrs.filter((cidr) => !cidr.startsWith("(") || cidr === "(sensitive)");
  if (known.length < cidrs.length || cidrs.length === 0) return `${what} not known`;
  return `${what} ${capped(known, CIDR_LIMIT)}`;
}
function hiddenLines(hidden, { paint }) {
  if (hidden.length === 0) return [];
  const of = (severity) => hidden.filter((block) => block.severity === severity).length;
  const counts = countsText({ critical: of("critical"), warning: of("warning"), notice: of("notice") });
  return [paint.weak(`  and ${counts} more, which --format json lists`)];
}
export {
  renderText
};
