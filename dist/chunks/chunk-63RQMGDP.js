import {
  bytesOf,
  fitItems
} from "./chunk-5Y2WYTLW.js";
import {
  actionsPhrase,
  capped,
  count,
  verdictOf
} from "./chunk-BOJFIHE6.js";
import {
  placeNotes,
  plain,
  plainLines
} from "./chunk-56BWB2ZY.js";
import {
  ROLES,
  ROLE_NAMES
} from "./chunk-BAKGFU6G.js";
import {
  MODEL,
  requirement
} from "./chunk-BC6WHAUI.js";

// src/format/markdown/escape-markdown.ts
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
  return written(text, code);
}
function proseInCell(text) {
  return written(text, codeInCell);
}
function written(text, asCode) {
  const shown = plain(text, PROSE_LIMIT);
  if (shown.trim() === "") return text === "" ? "" : asCode("");
  const parts = shown.split("`");
  const last = parts.length % 2 === 0 ? parts.pop() : void 0;
  const rendered = parts.map((part, index) => index % 2 === 1 ? asCode(part) : words(part, asCode));
  if (last !== void 0) rendered.push(`'${words(last, asCode)}`);
  return escapeStart(rendered.reduce(joined, ""));
}
function joined(before, next) {
  return before.endsWith("`") && next.startsWith("`") ? `${before} ${next}` : before + next;
}
function words(text, asCode) {
  return text.split(/(\s+)/).map((word) => {
    if (!CODE_WORD.test(word)) return word;
    const [, open = "", inner = "", close = ""] = /^(\()([^()]+)(\)[.,;:!?]*)$/.exec(word) ?? /^()(.*[^.,;:!?])([.,;:!?]*)$/.exec(word) ?? [];
    return inner === "" ? asCode(word) : `${open}${asCode(inner)}${close}`;
  }).join("");
}
function escapeStart(text) {
  return text.trimStart().replace(/^[-+=:]/, "\\$&").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}
var ENTITIES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function escapeHtml(text) {
  return plain(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

// src/format/markdown/markdown-parts.ts
var MARKS = { critical: "✖", warning: "▲", notice: "●" };
var BREAKING = /* @__PURE__ */ new Set([
  "essential-rule",
  "required-access",
  "egress-minimum",
  "group-lifecycle"
]);
var CLUSTER_LIMIT = 3;
function heading(report, blocks) {
  const isFail = report.conclusion === "fail";
  const isClean = blocks.every(({ severity }) => severity === "notice");
  return `### ${isFail ? "✖" : isClean ? "✔" : "▲"} ${headline(report, blocks)}`;
}
function headline({ conclusion, summary, clusters, findings }, blocks) {
  const critical = blocks.filter(({ severity }) => severity === "critical");
  const breaking = critical.filter(({ checks }) => checks.some((check) => BREAKING.has(check)));
  if (breaking.length > 0) return `This plan breaks ${clustersOf(breaking)}`;
  if (critical.length > 0) return `This plan is dangerous for ${clustersOf(critical)}`;
  if (conclusion === "fail") return "This plan does not pass";
  if (blocks.length === 0) {
    if (clusters.length === 0) return "No CCE cluster in this plan";
    return findings.length > 0 ? "This plan breaks nothing that is not waived" : "This plan breaks nothing";
  }
  const counts = [
    ...summary.warning > 0 ? [count(summary.warning, "warning")] : [],
    ...summary.notice > 0 ? [count(summary.notice, "notice")] : []
  ];
  return `This plan passes, with ${counts.join(" and ")}`;
}
function clustersOf(blocks) {
  const names = [...new Set(blocks.map(({ cluster }) => cluster).filter((name) => name !== null))];
  if (names.length === 0) return "a cluster";
  const shown = capped(
    names.map((name) => `**${code(name)}**`),
    CLUSTER_LIMIT
  );
  return `the ${names.length === 1 ? "cluster" : "clusters"} ${shown}`;
}
function countsLine(report, blocks, context) {
  const { label, commit } = context;
  return [
    verdictOf(report, blocks),
    ...label === void 0 || label === "" ? [] : [code(label)],
    ...commit === void 0 || commit === "" ? [] : [`commit ${code(commit.slice(0, 7))}`]
  ].join(" · ");
}
var PLAN_LIMIT = 10;
function partLines({ plans }) {
  const parts = plans.filter(({ complete }) => !complete);
  if (parts.length === 0) return [];
  const names = parts.slice(0, PLAN_LIMIT).map(({ path, label }) => code(label ?? path));
  const more = parts.length > PLAN_LIMIT ? ` and ${parts.length - PLAN_LIMIT} more` : "";
  const covers = parts.length === 1 ? "covers" : "cover";
  return [
    "",
    `▲ ${names.join(", ")}${more} ${covers} only part of the configuration (\`-target\`, or changes put off to a later plan): the rest is not judged.`
  ];
}
function smallPrint({ plans, holds }) {
  const changes = plans.reduce((sum, plan2) => sum + plan2.changes, 0);
  const [plan] = plans;
  const input = plan !== void 0 && plans.length === 1 ? `${code(plan.path)} · Terraform ${code(plan.terraformVersion)}` : count(plans.length, "plan");
  const held = holds.rows === 0 ? "" : ` ${count(holds.rows, "row")} of ${count(holds.groups, "group")} hold.`;
  return [
    `<sub>${input} · ${count(changes, "change")}.${held}`,
    "What was assumed: the rules that CCE made are as its tables say. Waive or correct in `cce-plan-guard.yml`.</sub>"
  ].join(" ");
}
function planName({ path, label }) {
  return label === null ? code(path) : `${code(label)} (${code(path)})`;
}
function placeInCell(cause, context) {
  const { file, line, address } = cause;
  if (file === null) return codeInCell(address);
  const place = codeInCell(line === null ? file : `${file}:${line}`);
  const url = linkTo(cause, context);
  return url === void 0 ? place : `[${place}](${url})`;
}
function linkTo({ file, line, isBase }, context) {
  const { serverUrl = "", repository = "", commit = "" } = context;
  const isKnown = /^https?:\/\/[\w.-]+(:\d+)?$/.test(serverUrl) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[0-9a-f]{40,64}$/.test(commit);
  if (!isKnown || isBase || file === null || /[[\]]/.test(file)) return void 0;
  const path = file.replaceAll(new RegExp("\\p{Cs}", "gu"), "�").split("/").map(urlPart).join("/");
  return `${serverUrl}/${repository}/blob/${commit}/${path}${line === null ? "" : `#L${line}`}`;
}
function urlPart(text) {
  return encodeURIComponent(text).replaceAll(
    /[!'()*~_]/g,
    (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`
  );
}
function moreLine(left, { runUrl = "" }) {
  const isUrl = /^https?:\/\/[\w.-]+(:\d+)?(\/[\w.~-]+)*$/.test(runUrl);
  return `${left} more, see ${isUrl ? `[the job summary](${runUrl})` : "the job summary"}`;
}
function details(summary, body) {
  return `<details><summary>${escapeHtml(summary)}</summary>

${body}

</details>`;
}
function resolvedLines({ resolved }) {
  const byCluster = /* @__PURE__ */ new Map();
  for (const { cluster, requirement: requirement2 } of resolved) {
    byCluster.set(cluster, (byCluster.get(cluster) ?? /* @__PURE__ */ new Set()).add(requirement2));
  }
  return [...byCluster].map(([cluster, rows]) => {
    const verb = rows.size === 1 ? "was missing before, and holds" : "were missing before, and hold";
    return `✔ Mended in ${code(cluster)}: ${prose(capped([...rows], RESOLVED_LIMIT))} ${verb} after the plan.`;
  });
}
var RESOLVED_LIMIT = 12;

// src/format/markdown/rule-hcl.ts
var RULE_LIMIT = 100;
function mendingRules({ change, causes, findings }, report) {
  if (change !== "introduced" || causes.some(mayDeny)) return { rules: [], left: 0 };
  const rules = [];
  let left = 0;
  const rows = findings.map((finding) => ({ finding, row: requirement(finding.requirement ?? "") })).sort((a, b) => placeOf(a.row) - placeOf(b.row));
  for (const { finding, row } of rows) {
    if (row === void 0) continue;
    const peers = [...new Set(finding.missing.flatMap((packets) => packets.peers))];
    const bodies = peers.map((peer) => ruleBody(row, { finding, peer }, report));
    const known = bodies.filter((body) => body !== void 0);
    left += bodies.length - known.length;
    rules.push(...known.map((body, index) => resource(nameOf(row, index, known.length), body)));
  }
  return { rules: rules.slice(0, RULE_LIMIT), left: left + Math.max(0, rules.length - RULE_LIMIT) };
}
function placeOf(row) {
  return row === void 0 ? 0 : row.table * 100 + row.number;
}
function mayDeny({ address, actions }) {
  return address.includes("opentelekomcloud_vpc_secgroup_rule_v3.") && actions.some((action) => action === "create" || action === "update");
}
function fencedRules(rules, limit) {
  const body = fitItems({
    items: rules.map((rule, index) => index === 0 ? rule : `
${rule}`),
    total: rules.length,
    limit: limit - FENCE_ROOM,
    more: (left) => `
# ${left} more`
  });
  return body === "" ? "" : fence(body, "hcl");
}
var FENCE_ROOM = 20;
function nameOf({ table, number }, index, total) {
  const name = `cce_t${table}_${number}`;
  return total > 1 ? `${name}_${index + 1}` : name;
}
function resource(name, attributes) {
  const width = Math.max(...attributes.map(([key]) => key.length));
  const lines = attributes.map(([key, value]) => `  ${key.padEnd(width)} = ${value}`);
  return [`resource "opentelekomcloud_networking_secgroup_rule_v2" "${name}" {`, ...lines, "}"].join("\n");
}
function ruleBody(row, { finding, peer }, report) {
  const group = ownGroup(finding, report);
  const remote = remoteAttribute(peer, finding, report);
  if (group === void 0 || remote === void 0) return void 0;
  return [
    ["security_group_id", group],
    ["direction", `"${row.direction}"`],
    ["ethertype", '"IPv4"'],
    ...protocolAttributes(row),
    remote
  ];
}
function protocolAttributes({ protocol, ports }) {
  if (protocol === "all") return [];
  if (protocol === "icmp") return withPorts(protocol, 0, 255);
  return ports === "all" ? withPorts(protocol, 1, 65535) : withPorts(protocol, ports.from, ports.to);
}
function withPorts(protocol, min, max) {
  return [
    ["protocol", `"${protocol}"`],
    ["port_range_min", String(min)],
    ["port_range_max", String(max)]
  ];
}
function remoteAttribute(peer, finding, report) {
  if (/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(peer)) return ["remote_ip_prefix", `"${peer}"`];
  const role = ROLES.find((name) => ROLE_NAMES[name] === peer);
  if (role === void 0) return void 0;
  const group = role === roleOf(finding) ? ownGroup(finding, report) : expressionOf(
    report.groups.filter((entry) => entry.cluster === finding.cluster && entry.role === role),
    { ...finding, pool: null },
    report
  );
  return group === void 0 ? void 0 : ["remote_group_id", group];
}
function roleOf({ requirement: id }) {
  const row = requirement(id ?? "");
  return MODEL.find(({ table }) => table === row?.table)?.role;
}
function ownGroup(finding, report) {
  const { group, cluster } = finding;
  if (group === null) return void 0;
  const named = report.groups.filter(
    (entry) => entry.cluster === cluster && (entry.name === group || entry.address === group || entry.id === group)
  );
  return expressionOf(named, finding, report);
}
var ROOT_ADDRESS = /^(data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(\[(\d+|"[\w .:/-]*")\])?$/;
function expressionOf(groups, { cluster: name, pool }, report) {
  const clusters = report.clusters.filter((cluster2) => cluster2.name === name);
  const [cluster] = clusters;
  const expressions = groups.map(({ address, id, role }) => {
    if (address !== null && ROOT_ADDRESS.test(address)) return `${address}.id`;
    const holder = cluster?.address ?? "";
    const isMade = address === null && pool === null && (role === "node" || role === "control");
    if (isMade && clusters.length === 1 && ROOT_ADDRESS.test(holder))
      return `${holder}.security_group_${role}`;
    return id !== null && /^[\w-]{1,64}$/.test(id) ? `"${id}"` : void 0;
  });
  const [first, ...others] = new Set(expressions);
  return others.length === 0 ? first : void 0;
}

// src/format/markdown/markdown-block.ts
var CAUSE_LIMIT = 5;
var SENTENCE_LIMIT = 5;
var MILD_ROW_LIMIT = 4;
function rowIds({ rows }) {
  return [...new Set(rows.map(({ requirement: requirement2 }) => requirement2))];
}
function sentenceParagraphs({ sentences }) {
  const left = sentences.length - SENTENCE_LIMIT;
  return [...sentences.slice(0, SENTENCE_LIMIT).map(prose), ...left > 0 ? [`and ${left} more.`] : []];
}
function rowTable(block, limit) {
  const { rows } = block;
  const ids = rowIds(block);
  if (rows.every(({ what }) => what === "")) return "";
  const hasImpact = rows.some(({ impact: impact2 }) => impact2 !== "");
  const isMild = block.change === "transient" || block.change === "undecided";
  const impact = isMild ? "what is at stake" : "what is lost";
  const head = hasImpact ? `| row | packets | who | ${impact} |
|---|---|---|---|` : "| row | packets | who |\n|---|---|---|";
  const body = fitItems({
    items: tableRows(rows, hasImpact),
    total: rows.length,
    limit: limit - head.length - ROOM_FOR_DETAILS,
    more: (left) => `| | ${count(left, "more row")} | |${hasImpact ? " |" : ""}`
  });
  const table = `${head}
${body}`;
  return isMild && rows.length > MILD_ROW_LIMIT ? details(count(ids.length, "row"), table) : table;
}
var ROOM_FOR_DETAILS = 100;
function* tableRows(rows, hasImpact) {
  let last = "";
  for (const { requirement: requirement2, what, peers, impact } of rows) {
    const isAgain = requirement2 === last;
    last = requirement2;
    const cells = [
      isAgain ? "" : proseInCell(requirement2),
      proseInCell(what),
      proseInCell(peers),
      ...hasImpact ? [isAgain ? "" : proseInCell(impact)] : []
    ];
    yield `| ${cells.join(" | ")} |`;
  }
}
function causeList({ causes }, context) {
  const shown = causes.slice(0, CAUSE_LIMIT).map((cause) => {
    const place = cause.file === null ? "" : `${placeInCell(cause, context)} `;
    const words2 = [actionsPhrase(cause.actions), ...placeNotes(cause)].map(prose).join(" · ");
    return `- ${place}${code(cause.address)} ${words2}`;
  });
  const left = causes.length - shown.length;
  return [...shown, ...left > 0 ? [`- and ${left} more`] : []].join("\n");
}
function exampleLine({ witness }) {
  return witness === null ? [] : [`For example ${code(witness)}`];
}
function remedy(block, report, limit) {
  const { rules, left } = mendingRules(block, report);
  const words2 = prose(block.remedy);
  if (rules.length === 0) return `To mend it: ${words2}`;
  const note = [
    "Made of the rows above; the next plan shows whether they hold.",
    ...left > 0 ? [`${count(left, "more rule")} cannot be written from what the plan knows.`] : []
  ].join(" ");
  const hcl = fencedRules(rules, limit - bytesOf(words2) - bytesOf(note) - ROOM_FOR_DETAILS);
  const title = `How to mend it: ${count(rules.length, "rule")}`;
  return hcl === "" ? `To mend it: ${words2}` : details(title, `${words2}

${hcl}

${note}`);
}
var SECTION_ROWS = 3e4;
var SECTION_RULES = 2e4;
var CHECK_LIMIT = 4;
function blockSection(block, report, context) {
  const { severity, checks, change, cluster, pool, plan, title } = block;
  const input = report.plans[plan];
  const facts = [
    severity,
    prose(capped(checks, CHECK_LIMIT)),
    change,
    ...cluster === null ? [] : [`cluster ${code(cluster)}`],
    ...pool === null ? [] : [`pool ${code(pool)}`],
    ...report.plans.length > 1 && input !== void 0 ? [planName(input)] : []
  ];
  const paragraphs = [
    `#### ${MARKS[severity]} ${prose(title)}`,
    facts.join(" · "),
    causeList(block, context),
    rowTable(block, SECTION_ROWS),
    ...sentenceParagraphs(block),
    ...exampleLine(block),
    remedy(block, report, SECTION_RULES)
  ];
  return paragraphs.filter((text) => text !== "").join("\n\n");
}

// src/report/row-states.ts
function rowStates({
  findings,
  resolved
}) {
  const bySubject = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const { plan, cluster, pool, group, requirement: requirement2 } = finding;
    if (requirement2 === null) continue;
    const key = JSON.stringify([plan, cluster, pool, group, requirement2]);
    const same = bySubject.get(key);
    if (same === void 0) bySubject.set(key, [finding]);
    else same.push(finding);
  }
  const broken = [...bySubject.values()].map(stateOf);
  const mended = resolved.map(({ cluster, group, requirement: requirement2 }) => ({
    cluster,
    subject: group,
    requirement: requirement2,
    before: "missing",
    during: "",
    after: "holds"
  }));
  return [...broken, ...mended].sort(byRow);
}
function stateOf(findings) {
  const [{ cluster, pool, group, requirement: requirement2 }] = findings;
  const changes = new Set(findings.map(({ change }) => change));
  const was = changes.has("introduced") || changes.has("transient");
  const lost = findings.filter(({ change }) => change === "introduced" || change === "pre-existing");
  const isLost = lost.length > 0;
  const waived = (isLost ? lost : findings).every((finding) => finding.waived !== null) ? " (waived)" : "";
  return {
    cluster,
    subject: pool ?? group,
    requirement: requirement2 ?? "",
    before: changes.has("pre-existing") ? was ? "holds in part" : "missing" : was ? "holds" : "not known",
    during: isLost ? "missing" : changes.has("transient") ? "may be cut" : "not known",
    after: isLost ? `missing${waived}` : changes.has("undecided") ? `not known${waived}` : `holds${waived}`
  };
}
function byRow(a, b) {
  return compare(a.cluster ?? "", b.cluster ?? "") || compare(a.subject ?? "", b.subject ?? "") || numberOf(a.requirement) - numberOf(b.requirement);
}
function numberOf(id) {
  const [, table = "0", row = "0"] = /^T(\d+)\.(\d+)$/.exec(id) ?? [];
  return Number(table) * 100 + Number(row);
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/format/markdown/markdown-lists.ts
var STATES_HEAD = "| row | cluster | group | before | while applying | after |\n|---|---|---|---|---|---|";
function statesTable(report, limit, more) {
  const states = rowStates(report);
  const body = fitItems({
    items: (function* () {
      for (const { requirement: requirement2, cluster, subject, before, during, after } of states) {
        const names = [cluster, subject].map((name) => name === null ? "" : codeInCell(name));
        yield `| ${[proseInCell(requirement2), ...names, before, during, after].join(" | ")} |`;
      }
    })(),
    total: states.length,
    limit: limit - STATES_HEAD.length,
    more: (left) => `| | ${more(left)} | | | | |`
  });
  return body === "" ? "" : `${STATES_HEAD}
${body}`;
}
function waivedList(waived, limit, more) {
  return fitItems({
    items: waived.map(
      ({ requirement: requirement2, check, cluster, waived: waiver }) => `- ${prose(requirement2 ?? check)}${cluster === null ? "" : ` in ${code(cluster)}`}: ${waiver === null ? "" : `${prose(waiver.reason)} (${code(waiver.owner)}, until ${prose(waiver.expires)})`}`
    ),
    total: waived.length,
    limit,
    more: (left) => `- ${more(left)}`
  });
}

export {
  code,
  codeInCell,
  fence,
  exactFence,
  prose,
  proseInCell,
  MARKS,
  heading,
  countsLine,
  partLines,
  smallPrint,
  placeInCell,
  moreLine,
  details,
  resolvedLines,
  mendingRules,
  fencedRules,
  roleOf,
  rowIds,
  sentenceParagraphs,
  rowTable,
  causeList,
  exampleLine,
  remedy,
  blockSection,
  statesTable,
  waivedList
};
