import {
  beliefParts,
  byTableAndNumber,
  packetLines,
  portsText,
  protocolsForm,
  protocolsText
} from "./chunk-A7XUOLS5.js";
import {
  defaultRulesText,
  entryLines
} from "./chunk-G7TW2D2V.js";
import {
  fixSentence,
  whyNoFixWords
} from "./chunk-O5533E75.js";
import {
  MEMBERS,
  ROLE_NAMES,
  SENSITIVE,
  TELLERS,
  andList,
  capitalised,
  capped,
  count,
  instantText,
  rowRanges,
  shortLabel
} from "./chunk-W55LG4YV.js";
import {
  openText,
  say,
  shownValue,
  toText
} from "./chunk-OR7BGG5Q.js";
import {
  rowsOf
} from "./chunk-7LKISGRE.js";
import {
  requirement,
  tableWith
} from "./chunk-XR7GB23Z.js";
import {
  FORMER_INTERNAL_SERVICES,
  SERVICE_RANGES,
  SHARED_LOAD_BALANCERS
} from "./chunk-L6AC5JB7.js";
import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  ALL_V4,
  ICMP,
  USED_PROTOCOLS,
  addressesIn,
  cidrsAround,
  cidrsOf,
  hasAllV4,
  hasName,
  hasPorts,
  hasTypes,
  protocolText,
  region,
  sameSets,
  subtract,
  subtractPeers,
  unionOf,
  withoutTokens
} from "./chunk-FFZXDXFJ.js";
import {
  distinct,
  firstOfEach,
  groupBy
} from "./chunk-HR654TLQ.js";
import {
  must,
  unreachable
} from "./chunk-CAOBLGU6.js";

// src/report/words/doubt-words.ts
function doubtsIn(findings) {
  return firstOfEach(
    findings.flatMap(({ reason }) => "doubts" in reason ? reason.doubts : []),
    (doubt) => JSON.stringify(doubt)
  );
}
var PARTS = {
  peer: "the other end of",
  traffic: "the protocol and ports of",
  direction: "the direction of",
  family: "the IP version of",
  action: "whether it allows or denies:",
  group: "the group of",
  priority: "the priority of"
};
var LIMIT = 3;
function doubtsPhrase(doubts, occasion) {
  if (doubts.length === 0) return nothingShown(occasion);
  const rows = rowsIn(doubts);
  const others = doubts.filter((doubt) => doubt.kind !== "default").map(doubtPhrase);
  return capped([...rows.length > 0 ? [defaultsPhrase(rows)] : [], ...others], LIMIT);
}
function rowsIn(doubts) {
  const rows = doubts.flatMap((doubt) => doubt.kind === "default" ? requirement(doubt.row) ?? [] : []);
  return [...distinct(rows)].sort(byTableAndNumber);
}
function defaultsPhrase(rows) {
  return rows.length === 1 ? `whether ${rowRanges(rows)}, which CCE made, still stands` : `which of ${rowRanges(rows)}, which CCE made, still stand`;
}
function nothingShown(occasion) {
  return `something that ${TELLERS[occasion]} ${occasion === "audit" ? "do" : "does"} not show`;
}
function doubtPhrase(doubt) {
  switch (doubt.kind) {
    case "range":
      return doubt.token;
    case "rule":
      return `${PARTS[doubt.part]} ${doubt.address}`;
    case "seen":
      return doubt.part === "group" ? "whether a rule is there on which files of facts do not agree" : `${PARTS[doubt.part]} a rule of which the facts do not tell all`;
    case "rank":
      return `whether the deny ${doubt.address} wins against rules whose priority nobody documents`;
    case "across-groups":
      return `whether the deny ${doubt.address} wins against rules of another group, which nobody documents`;
  }
}
function untouchedWords(findings, told) {
  const rows = [...distinct(findings.flatMap(rowsOf))].sort(byTableAndNumber);
  const doubts = doubtsIn(findings);
  const verb = rows.length === 1 ? "depends" : "depend";
  const rest = `${verb} on ${doubtsPhrase(doubts, "plan")}, before the plan as after it`;
  const known = new Set(told.map((doubt) => JSON.stringify(doubt)));
  const isTold = doubts.length > 0 && doubts.every((doubt) => known.has(JSON.stringify(doubt)));
  return toText(`${rowRanges(rows)} ${rest}${isTold ? "" : `. ${decidingWords(doubts, "plan")}`}`);
}
function doubtSentences(doubts, occasion) {
  if (doubts.length === 0) return [`It depends on ${nothingShown(occasion)}.`];
  const rows = rowsIn(doubts);
  const others = doubts.filter(({ kind }) => kind !== "default");
  const isOpen = others.some(({ kind }) => kind === "range" || kind === "rule");
  return [
    ...rows.length === 1 ? [`It holds only if ${rowRanges(rows)} still stands, which CCE made and nobody manages.`] : [],
    ...rows.length > 1 ? [`It depends on which of ${rowRanges(rows)} still stand, which CCE made and nobody manages.`] : [],
    ...others.length > 0 || rows.length === 0 ? [
      `It depends on ${doubtsPhrase(others, occasion)}${isOpen ? `, which ${TELLERS[occasion]} ${occasion === "audit" ? "do" : "does"} not tell` : ""}.`
    ] : []
  ];
}
function decidingWords(doubts, occasion) {
  const keys = distinct(doubts.flatMap((doubt) => doubt.kind === "range" ? doubt.key ?? [] : []));
  const isLater = doubts.some(
    (doubt) => doubt.kind === "rule" || doubt.kind === "range" && doubt.key === void 0
  );
  return [
    ...keys.length > 0 ? [`Say ${keys.map((key) => `\`${key}\``).join(", ")} of the cluster in the configuration file.`] : [],
    ...doubts.some(({ kind }) => kind === "rank") ? [
      "Say `default-rule-priority: 1` or `100` in the configuration file, or give the deny the priority 1."
    ] : [],
    ...doubts.some(({ kind }) => kind === "across-groups") ? ["Give the deny the priority 1, or put it into the same group as the rules that it meets."] : [],
    ...defaultWords(doubts),
    ...doubts.some(({ kind }) => kind === "seen") ? [
      `Look with \`cce-plan-guard facts${occasion === "audit" ? "" : " --plan PLAN"}\`, which tells all of each rule.`
    ] : [],
    ...isLater ? [LATER[occasion]] : [],
    ...doubts.length === 0 ? [
      occasion === "audit" ? "Check these rows by hand." : "Check these rows by hand, or manage all rules of the group in this plan."
    ] : []
  ].join(" ");
}
var LATER = {
  plan: "Write the value out, or apply first what it comes from (`-target`), and plan again.",
  audit: "Look again with facts that show it: `cce-plan-guard facts --output facts.json`."
};
function defaultWords(doubts) {
  const all = doubts.filter((doubt) => doubt.kind === "default");
  return [...groupBy(all, ({ cluster }) => cluster)].map(([cluster, some]) => {
    const rows = rowsIn(some);
    const [first, second] = rows.map(({ id }) => id);
    const entry = second === void 0 ? `\`default-rules: { standing: [${first}] }\` or \`{ gone: [${first}] }\`` : `which of ${rowRanges(rows)} stand and which are gone, like \`default-rules: { standing: [${first}], gone: [${second}] }\``;
    return `Say in \`cce-plan-guard.yml\`, of the cluster \`${cluster}\`: ${entry}; or look: \`cce-plan-guard facts --plan PLAN\`, and judge with \`--facts\`.`;
  });
}

// src/report/words/belief-words.ts
function namesText(names) {
  const rows = names.filter((row) => row !== void 0);
  const ofNewGroups = names.length > rows.length ? ["the rules that every new group has"] : [];
  return [...rows.length === 0 ? [] : [rowRanges(rows)], ...ofNewGroups].join(" and ");
}
function ifTheyStand(names) {
  const rows = names.filter((row) => row !== void 0);
  if (rows.length === 0) return `if ${namesText(names)} still stand`;
  const isOne = names.length === 1;
  return `if ${namesText(names)} still ${isOne ? "stands" : "stand"}, which ${rows.length < names.length ? "CCE and the cloud" : "CCE"} made`;
}
var ADDRESS_LIMIT = 2;
function shortAddress(address) {
  const label = shortLabel(address);
  return label === address ? address : `…${label}`;
}
function idleWords(addresses) {
  const names = addresses.map((address) => `\`${shortAddress(address)}\``);
  const [first = ""] = names;
  const list = names.length === 1 ? first : names.length === 2 ? names.join(" and ") : capped(names, ADDRESS_LIMIT);
  return `${list} would be idle beside it`;
}
function doubtCauseWords(cause) {
  if (cause.kind === "idle-rules") return idleWords(cause.addresses);
  const { listed, assumed } = cause;
  return `the group’s list of rule ids has ${count(listed, "rule")} that nobody manages, and CCE makes ${assumed}`;
}
function partWords({ belief, stands, rows }) {
  const names = namesText(rows);
  if (belief.kind === "seen") {
    return stands === "surely" ? [] : [`${stands === "no" ? "not there" : "perhaps there"}: ${names}`];
  }
  return [knownWords(belief, stands, names)];
}
function knownWords(belief, stands, names) {
  switch (belief.kind) {
    case "plan":
      return stands === "no" ? `gone from the cloud before this plan (drift): ${names}` : `in the plan: ${names}`;
    case "recorded":
      return stands === "no" ? `recorded as gone: ${names}` : `recorded as standing: ${names}`;
    case "gone":
      return `taken as gone: ${names}, because ${belief.because.map(doubtCauseWords).join(", and ")}`;
    case "doubted":
      return `doubted: ${names}, because ${belief.because.map(doubtCauseWords).join(", and ")}`;
    case "assumed":
      return `assumed: ${names}`;
    default:
      return unreachable(belief);
  }
}
function seenWords(parts) {
  const seen = parts.flatMap(({ belief }) => belief.kind === "seen" ? [belief] : []);
  const [first] = seen;
  if (first === void 0) return [];
  return [first.since === void 0 ? "seen, nobody knows when" : `seen, ${instantText(first.since)}`];
}
function restWords(restsOn) {
  const told = (kind) => distinct(
    restsOn.flatMap(({ belief, stands, row }) => belief.kind === kind && stands === "no" ? [row] : [])
  );
  const sentence = (names, rest) => names.length === 0 ? [] : [`${capitalised(namesText(names))}, which CCE made, ${names.length === 1 ? "is" : "are"} ${rest}`];
  return [...sentence(told("gone"), "taken as gone"), ...sentence(told("recorded"), "recorded as gone")];
}
function becauseTexts(belief) {
  if (belief.kind === "plan") return belief.addresses.map(toText);
  if (belief.kind !== "gone" && belief.kind !== "doubted") return [];
  return belief.because.flatMap(
    (cause) => cause.kind === "idle-rules" ? cause.addresses.map(toText) : [toText(doubtCauseWords(cause))]
  );
}
function believedLabel({ cloud }) {
  return cloud === void 0 ? "believed" : "drifted";
}
function cloudWords({ since }) {
  return toText(
    since === void 0 ? "cloud as seen, nobody knows when" : `cloud as seen ${instantText(since)}`
  );
}
function believedGroups(report) {
  const asked = new Set(
    doubtsIn([...report.findings, ...report.untouched]).flatMap(
      (doubt) => doubt.kind === "default" ? [doubt.row] : []
    )
  );
  return saidOnce(
    report.groups.flatMap((group) => {
      const told = beliefParts(group).filter(report.cloud === void 0 ? isSpecial : isDrifted);
      return told.length === 0 ? [] : [{ group, words: groupWords(told, decidingLine(told, asked)) }];
    })
  );
}
function allBelievedGroups({ groups }) {
  return saidOnce(
    groups.flatMap((group) => {
      const parts = beliefParts(group);
      return parts.length === 0 ? [] : [{ group, words: groupWords(parts, []) }];
    })
  );
}
function decidingLine(parts, asked) {
  const isOf = (kind) => parts.flatMap(
    ({ belief, rows }) => belief.kind === kind ? rows.flatMap((row) => row === void 0 ? [] : [row.id]) : []
  );
  const gone = isOf("gone");
  const doubted = isOf("doubted").filter((id) => !asked.has(id));
  return [
    ...gone.length > 0 ? [
      `if ${gone.join(" and ")} still ${gone.length === 1 ? "stands" : "stand"}, say \`${defaultRulesText({ gone: [], standing: gone })}\``
    ] : [],
    ...doubted.length === 1 ? [
      `to decide, say \`${defaultRulesText({ gone: [], standing: doubted })}\` or \`${defaultRulesText({ gone: doubted, standing: [] })}\``
    ] : [],
    ...doubted.length > 1 ? [`to decide, say which of ${doubted.join(" ")} stand and which are gone, in \`default-rules\``] : []
  ];
}
function groupWords(parts, more) {
  return [...seenWords(parts), ...parts.flatMap(partWords), ...more].join("; ");
}
function saidOnce(said) {
  const alike = groupBy(said, ({ group, words }) => JSON.stringify([group.plan, group.cluster, words]));
  return [...alike.values()].map((same) => {
    const [{ group, words }] = same;
    const names = same.map(
      ({ group: { role, name, address } }) => [ROLE_NAMES[role], name ?? address ?? []].flat().join(" ")
    );
    return { cluster: group.cluster, text: toText(`${capped(names, GROUP_LIMIT)}: ${words}`) };
  });
}
var GROUP_LIMIT = 4;
var ORDINARY = /* @__PURE__ */ new Set(["plan", "assumed"]);
function isDrifted({ stands }) {
  return stands === "no";
}
function isSpecial({ belief, stands }) {
  return !ORDINARY.has(belief.kind) || belief.kind === "plan" && stands === "no";
}
function assumedSentence({ groups }) {
  const assumed = groups.flatMap(beliefParts).filter(({ belief }) => belief.kind === "assumed");
  const rules = assumed.reduce((sum, { rows: rows2 }) => sum + rows2.filter((row) => row !== void 0).length, 0);
  const names = groupBy(
    assumed.flatMap(({ rows: rows2 }) => rows2),
    (row) => row
  );
  const rows = [...names.keys()].filter((row) => row !== void 0).sort((a, b) => a.table - b.table || a.number - b.number);
  const ofGroups = names.get(void 0)?.length ?? 0;
  const where = rules > rows.length ? `, in ${assumed.length} groups` : "";
  const sentences = [
    ...rules > 0 ? [
      `Of CCE’s own rules ${rules} ${rules === 1 ? "is" : "are"} assumed to stand${where}: ${rowRanges(rows)}.`
    ] : [],
    ...ofGroups > 0 ? [
      `The rules that every new group has are assumed to stand in ${count(ofGroups, "group")} of one’s own.`
    ] : []
  ];
  return sentences.length === 0 ? void 0 : toText(sentences.join(" "));
}
function recordingWords({ records }) {
  return records.map((record) => {
    const { cluster, gone, recorded, isNameable, entry } = record;
    const goes = `${rowRanges(gone)} ${gone.length === 1 ? "goes" : "go"} with this plan`;
    if (recorded.length === gone.length) {
      const is = gone.length === 1 ? "is" : "are";
      return {
        cluster,
        why: toText(`${goes}, and ${is} recorded here`),
        line: void 0,
        lines: void 0
      };
    }
    return {
      cluster,
      why: toText(`${goes}; record it with the change, so that the next plan is judged by it`),
      line: defaultRulesText(entry),
      // A name that is cut is no name.
      lines: isNameable && shownValue(cluster) === cluster ? entryLines(cluster, entry) : void 0
    };
  });
}

// src/report/words/impact-words.ts
function impactOf(finding) {
  return toText(impactWords(finding));
}
function impactWords({
  reason,
  row,
  occasion
}) {
  if (reason.kind === "model-not-known" && occasion === "audit") return IMPACTS["cluster-not-shown"];
  if (reason.kind === "row") return rowImpact({ ...reason, row: rowOf(row) });
  if (reason.kind === "repeats") {
    const { twin } = reason;
    const isSure = "isSure" in twin ? twin.isSure : true;
    return `the API answers 409 and the apply stops${isSure ? "" : ", if that rule still stands"}`;
  }
  if (reason.kind === "key-renamed") {
    return reason.isDeny ? "what it denies is let through until the next apply" : lostWords(reason.lost);
  }
  if (reason.kind === "opened") return openedImpact(reason);
  if (reason.kind === "rules-not-known")
    return `${count(reason.rows, "row of the tables is", "rows of the tables are")} undecided`;
  if (reason.kind === "rule-problem") {
    return reason.problem.kind === "refused" ? "the apply fails, and the rule is not made" : "the rule lets something else through";
  }
  if (reason.kind === "forgotten") {
    return reason.isSaidElsewhere ? "nobody manages it any more" : "the configuration no longer tells all that the group lets through";
  }
  if (reason.kind !== "no-table") return IMPACTS[reason.kind];
  return reason.of === "ipv6" ? "IPv6 traffic of the cluster is not judged" : "its security groups are not judged";
}
function rowOf(row) {
  return must(row, "a reason about a row comes with the row");
}
function rowImpact({ row, isPart, isImpactTrue }) {
  const words = isImpactTrue ? row.impact : row.impactOf?.otherwise ?? row.impact;
  return `${words}${isPart ? " (in part)" : ""}`;
}
var OPENED = {
  all: "every port",
  tcp: "every TCP port",
  port: "the port",
  sensitive: "the port"
};
function openedImpact({ opening, byCce }) {
  const condition = byCce === "new" ? "then " : byCce === "assumed" ? "if so, " : "";
  return `${condition}anybody on the internet can try ${OPENED[opening.kind]}`;
}
function lostWords([first, ...others]) {
  if (first === void 0) return "no row of the tables lacks anything by it";
  const rows = [first, ...others].map(({ row }) => row.id).join(", ");
  return `${rows} ${others.length === 0 ? "is" : "are"} lost until the next apply: ${rowImpact(first)}`;
}
var IMPACTS = {
  "load-balancers-unknown": "load balancers may no longer reach NodePort Services",
  "deny-of-unknown-rank": "a deny rule may take packets that the cluster needs",
  "rules-shift": "what is refused is missing until the next apply",
  "group-goes": "the deletion hangs and fails (409)",
  "pool-replaced": "all its nodes are deleted and made again",
  "cluster-replaced": "the cluster is deleted with all that runs in it, and made again",
  "group-renamed": "the provider no longer finds the group of the cluster",
  "egress-rules-idle": "egress is as open as that rule makes it",
  "group-not-placed": "what the change does to a cluster is not known",
  "model-not-known": "what the change does to the cluster is not known",
  "group-not-found": "the groups that the plan itself tells count instead",
  "entry-unused": "it counts for nothing here",
  "entry-contradicts": "what the configuration says counts",
  "facts-flawed": "what stands in the cloud may be something else",
  "facts-otherwise": "what the facts show counts",
  "record-troubled": "a later plan is judged by what is recorded",
  "cluster-not-shown": "its security groups are not held against a table",
  "waiver-idle": "the configuration says more than is so",
  "ranges-overlap": "packets go the wrong way, and nodes never become ready",
  "not-crosswise": "what runs on nodes of one pool does not reach kubelet or node ports of another",
  "rules-alike": "all but one of them do nothing",
  "rule-idle": "it does nothing while the other stands",
  "upgrade-refused": "the check before an upgrade of the cluster fails",
  "group-not-named": "as far as this plan shows, nothing is in it, and its rules do nothing for a cluster",
  "sister-cluster": "what the plan does to it is not known",
  "packet-filters-change": "packets that the security groups let through may be dropped all the same"
};

// src/report/words/icmp-words.ts
var TYPES = {
  icmp: /* @__PURE__ */ new Map([
    [0, "echo reply"],
    [3, "destination unreachable"],
    [5, "redirect"],
    [8, "echo request"],
    [11, "time exceeded"],
    [12, "parameter problem"]
  ]),
  icmpv6: /* @__PURE__ */ new Map([
    [1, "destination unreachable"],
    [2, "packet too big"],
    [3, "time exceeded"],
    [4, "parameter problem"],
    [128, "echo request"],
    [129, "echo reply"],
    [133, "router solicitation"],
    [134, "router advertisement"],
    [135, "neighbor solicitation"],
    [136, "neighbor advertisement"]
  ])
};
var FRAGMENTATION_NEEDED = { type: 3, code: 4 };
var ONE_CODE = /* @__PURE__ */ new Set(["echo reply", "echo request", "packet too big"]);
var LAST_CODE = 255;
function icmpWords(protocol, { lo, hi }) {
  const [from, to] = [typeAndCode(lo), typeAndCode(hi)];
  const known = TYPES[protocol === ICMP ? "icmp" : "icmpv6"];
  const name = known.get(from.type) ?? `type ${from.type}`;
  if (lo === hi) {
    const { type, code } = FRAGMENTATION_NEEDED;
    if (protocol === ICMP && from.type === type && from.code === code) return "fragmentation needed";
    return from.code === 0 && ONE_CODE.has(name) ? name : `${name} code ${from.code}`;
  }
  const areWhole = from.code === 0 && to.code === LAST_CODE;
  if (from.type === to.type) return areWhole ? name : `${name} codes ${from.code}-${to.code}`;
  return areWhole ? `types ${from.type}-${to.type}` : `type ${from.type} code ${from.code} to type ${to.type} code ${to.code}`;
}
function typeAndCode(slot) {
  return { type: Math.floor(slot / 256), code: slot % 256 };
}

// src/report/words/packet-words.ts
function packetPhrases(missing) {
  const groups = groupBy(missing, ({ direction, other }) => `${direction} ${otherKey(other)}`);
  return [...groups.values()].map((lines) => {
    const [{ direction, other }] = lines;
    const who = whoPhrase(other);
    return {
      direction,
      what: toText(shorter(trafficList(lines.map(({ traffic }) => traffic)), exceptPhrase(lines))),
      peers: toText(`${direction === "ingress" ? "from" : "to"} ${who}`),
      who: toText(who),
      other,
      otherKey: otherKey(other)
    };
  });
}
function otherKey(other) {
  return JSON.stringify([other.kind, ...endTexts(other)]);
}
function shorter(a, b) {
  return b !== void 0 && b.length < a.length ? b : a;
}
function internetWords(family) {
  return family === "IPv4" ? "the internet" : "the internet over IPv6";
}
function endTexts(other) {
  switch (other.kind) {
    case "addresses":
      return addressTexts(other.peers);
    case "group":
      return [ROLE_NAMES[other.role]];
    case "internet":
      return [internetWords(other.family)];
    case "sensitive":
      return [SENSITIVE];
  }
}
function addressTexts(peers) {
  const isAll = hasAllV4(peers) && peers.tokens.length === 0;
  return isAll ? ["0.0.0.0/0"] : [...cidrsOf(peers), ...peers.tokens];
}
var PEER_LIMIT = 3;
var RANGES = {
  vpc: { label: "VPC", alone: "the VPC" },
  containers: { label: "containers", alone: "the containers" },
  "pod-subnets": { label: "pods", alone: "the pods" },
  masters: { label: "masters", alone: "the masters" },
  api: { label: "API address", alone: "the masters’ API address" },
  "dns-servers": { label: "DNS servers", alone: "the DNS servers" },
  "load-balancers": { label: "load balancers", alone: "the load balancers" },
  "service-mesh": { label: "service mesh", alone: "the service mesh" },
  "vpc-endpoints": { label: "VPC endpoints", alone: "VPC endpoints" },
  "internal-services": { label: "internal services", alone: "internal services" }
};
function whoPhrase(other) {
  if (other.kind !== "addresses") return capped(endTexts(other), PEER_LIMIT);
  const { peers, names } = other;
  if (names.length === 0 || peers.tokens.length > 0) return addressPhrase(peers);
  return names.map(({ name, peers: some }) => `${RANGES[name].label} ${addressPhrase(some)}`).join(", ");
}
function shortWho(other) {
  if (other.kind !== "addresses") return endTexts(other).join(", ");
  const { peers, names } = other;
  if (names.length > 0) return andList(names.map(({ name }) => RANGES[name].alone));
  const phrase = addressPhrase(peers);
  return phrase.length > SHORT_LENGTH ? SOME_ADDRESSES : phrase;
}
var SOME_ADDRESSES = "some addresses";
var SHORT_LENGTH = 50;
function addressPhrase(peers) {
  const cidrs = withoutLength(addressTexts(withoutTokens(peers)));
  const shown = exceptOne(peers, cidrs.length) ?? cidrs;
  return capped([...shown, ...peers.tokens], PEER_LIMIT);
}
function exceptOne(peers, pieces) {
  const [around] = pieces > 2 && peers.tokens.length === 0 ? cidrsAround(peers) : [];
  if (around === void 0) return void 0;
  const left = cidrsOf(subtractPeers(addressesIn(around), peers));
  if (left.length > PEER_LIMIT || left.length + 1 >= pieces) return void 0;
  return [`${withoutLength([around]).join("")} except ${andList(withoutLength(left))}`];
}
function withoutLength(cidrs) {
  return cidrs.map(
    (cidr) => cidr === "0.0.0.0/0" ? "anywhere" : cidr.replace(/^([\d.]+)\/32$|^([\da-f:]+)\/128$/i, "$1$2")
  );
}
var PROTOCOL_LIMIT = 4;
function trafficList(lines) {
  const byProtocol = groupBy(
    lines,
    (line) => line === "sensitive" ? SENSITIVE : protocolsText(line.protocols)
  );
  const texts = [...byProtocol.values()].map((same) => {
    const ports = same.flatMap(
      (line) => line === "sensitive" || line.ports === "all" ? [] : [portsWords(line)]
    );
    const protocols = same[0] === "sensitive" ? "traffic" : protocolPhrase(same[0].protocols);
    return [protocols, capped(ports, PROTOCOL_LIMIT)].filter((text) => text !== "").join(" ");
  });
  if (texts.length <= PROTOCOL_LIMIT + 1) return texts.join("; ");
  return `${texts.slice(0, PROTOCOL_LIMIT).join("; ")} and ${texts.length - PROTOCOL_LIMIT} more`;
}
function protocolPhrase(protocols) {
  const form = protocolsForm(protocols);
  if (form.kind === "all") return "all traffic";
  if (form.kind === "all-but") {
    return `all protocols but ${andList(byUse(form.protocols).map((one) => protocolText(one).toUpperCase()))}`;
  }
  const text = protocolsText(protocols);
  if (protocols.some(({ lo, hi }) => lo === hi && hasName(lo))) return text.toUpperCase();
  const isOne = protocols.length === 1 && protocols.every(({ lo, hi }) => lo === hi);
  return `${isOne ? "protocol" : "protocols"} ${text}`;
}
function byUse(protocols) {
  const rank = (one) => (USED_PROTOCOLS.indexOf(one) + USED_PROTOCOLS.length + 1) % (USED_PROTOCOLS.length + 1);
  return [...protocols].sort((a, b) => rank(a) - rank(b));
}
function portsWords({ protocols, ports }) {
  const [protocol] = protocols;
  return ports !== "all" && protocol !== void 0 && hasTypes(protocol.lo) ? icmpWords(protocol.lo, ports) : portsText({ protocols, ports });
}
function exceptPhrase(lines) {
  const known = lines.flatMap(({ traffic }) => traffic === "sensitive" ? [] : [traffic]);
  const [first] = known;
  if (first === void 0 || known.length < 3) return void 0;
  const isOne = known.every(({ protocols }) => sameSets(protocols, first.protocols));
  const whole = { protocols: isOne ? first.protocols : [ALL_PROTOCOLS], ports: "all" };
  const others = packetLines(subtract(regionOf(whole), unionOf(known.map(regionOf))));
  if (others.length === 0 || others.length >= known.length) return void 0;
  return isOne ? `${protocolPhrase(first.protocols)} except ${capped(others.map(portsWords), PROTOCOL_LIMIT)}` : `all traffic except ${trafficList(others)}`;
}
function regionOf({ protocols, ports }) {
  return region("ingress", protocols, ports === "all" ? ALL_PORTS : [ports], ALL_V4);
}
var LINE_LIMIT = 3;
function packetsInBrief(missing) {
  const texts = packetPhrases(missing).map(({ what, peers }) => `${openText(what)} ${openText(peers)}`);
  const shown = texts.slice(0, LINE_LIMIT);
  const left = texts.length - shown.length;
  return toText(`${shown.join("; ")}${left > 0 ? ` and ${left} more` : ""}`);
}
function trafficOf(missing) {
  return toText(trafficList(missing.map(({ traffic }) => traffic)));
}
function packetTexts({ traffic, other }) {
  return {
    protocol: toText(traffic === "sensitive" ? SENSITIVE : protocolsText(traffic.protocols)),
    ports: toText(traffic === "sensitive" ? SENSITIVE : portsText(traffic)),
    peers: endTexts(other).map(toText)
  };
}
var FATES = {
  lost: "was allowed, is dropped",
  "perhaps-lost": "may have been allowed, is dropped",
  missing: "is dropped",
  "may-be-cut": "may be dropped while the plan is applied",
  "may-be-missing": "may be dropped",
  opened: "was dropped, is allowed",
  open: "is allowed"
};
var HEARD_OF = /* @__PURE__ */ new Map([
  [47, "gre"],
  [50, "esp"]
]);
var ENDS = {
  ...MEMBERS,
  host: "host",
  "dns-server": "DNS server",
  "load-balancer": "load balancer",
  service: "service",
  internet: "internet"
};
function witnessText({ direction, protocol, port, other, member, fate }) {
  const name = hasName(protocol) ? protocolText(protocol) : HEARD_OF.get(protocol) ?? `protocol ${protocol}`;
  const type = port !== void 0 && hasTypes(protocol) ? ` ${icmpWords(protocol, { lo: port, hi: port })}` : "";
  const to = port !== void 0 && hasPorts(protocol) ? `:${port}` : "";
  const end = other.end === void 0 ? [] : [ENDS[other.end]];
  const isV6 = other.address?.includes(":") === true && direction === "egress" && to !== "";
  const address = other.address === void 0 ? [] : [isV6 ? `[${other.address}]` : other.address];
  const who = [...end, ...address].join(" ");
  const way = direction === "ingress" ? `${who} -> ${MEMBERS[member]}${to}` : `${MEMBERS[member]} -> ${who}${to}`;
  return toText(`${name.toUpperCase()}${type} ${way} ${FATES[fate]}`);
}

// src/report/words/configuration-words.ts
function configurationWords(finding, reason) {
  const { cluster = "", occasion } = finding;
  const teller = `${TELLERS[occasion]} ${occasion === "audit" ? "show" : "shows"}`;
  switch (reason.kind) {
    case "group-not-found":
      return `the configuration names \`${reason.text}\` as a security group of cluster ${cluster}; ${teller} no group with this name or address`;
    case "entry-unused":
      return entryWords(reason.name, reason.groups, teller);
    case "entry-contradicts": {
      const { key, source } = reason.contradiction;
      return `\`${key}\` of cluster ${cluster} in the configuration says something else than ${source}`;
    }
    case "record-troubled":
      return recordWords(cluster, reason.trouble);
    case "facts-flawed":
      return factsWords(reason.flaw);
    case "facts-otherwise":
      return otherwiseWords(finding, reason);
    default:
      return unreachable(reason);
  }
}
function entryWords(name, groups, teller) {
  const named = groups.map((text) => `\`${text}\``).join(", ");
  const entry = `an entry of the configuration matches nothing: ${teller} no cluster \`${name}\``;
  if (groups.length === 0) return entry;
  return `${entry}, and no security group ${named}`;
}
var AGAINST = {
  gone: {
    "other-model": "its network model has no such row",
    plan: "the plan shows that what CCE made stands",
    facts: "the facts show that what CCE made stands",
    "rule-ids": "the list of rule ids of the group says otherwise"
  },
  standing: {
    "other-model": "its network model has no such row",
    plan: "the plan takes away what CCE made",
    facts: "the facts do not show what CCE made",
    "rule-ids": "the list of rule ids of the group has fewer rules that nobody manages"
  }
};
function recordWords(cluster, { kind, record, rows }) {
  const verb = rows.length === 1 ? "is" : "are";
  return `\`default-rules\` of cluster ${cluster} in the configuration says that ${rows.join(", ")} ${verb} ${record}, but ${AGAINST[record][kind]}`;
}
function factsWords(flaw) {
  switch (flaw.kind) {
    case "elsewhere":
      return `the facts in ${flaw.file} show none of the groups and clusters that the plan names, so they count for nothing: they may be of another project`;
    case "old":
      return `the facts in ${flaw.file} are of ${instantText(flaw.since)}, ${ageWords(flaw.hours)} before the plan was made: what changed since is not in them`;
    default:
      return unreachable(flaw);
  }
}
function ageWords(hours) {
  const days = Math.floor(hours / 24);
  return days < 1 ? count(Math.floor(hours), "hour", "hours") : count(days, "day", "days");
}
function otherwiseWords({ group, occasion }, { than, rules }) {
  const where = group?.shown ?? "a group";
  return than === "facts" ? `files of facts show different rules of ${where}: what not all of them show counts as possible, not as sure` : `facts show that ${capped(rules, 3)} of ${where} ${rules.length === 1 ? "is" : "are"} gone from the cloud, or changed, while ${occasion === "audit" ? "a" : "the plan’s"} state still has ${rules.length === 1 ? "it" : "them"}`;
}

// src/report/words/flaw-words.ts
function flawWords(flaw) {
  if (flaw.id === "no-cidr") return `its \`${flaw.attribute}\` is no CIDR`;
  if (flaw.id === "peer-family") return `its \`remote_ip_prefix\` is ${flaw.peer}, the rule is ${flaw.rule}`;
  if (flaw.id === "protocol-family") return `its protocol does not go with ${flaw.rule}`;
  if (flaw.id === "min-above-max") return `\`${flaw.min}\` is above \`${flaw.max}\``;
  if (flaw.id === "icmp-outside") return `its ICMP type or code is not within ${flaw.lowest} to 255`;
  return FLAWS[flaw.id];
}
var NAME_DROPPED = "the provider knows its protocol name in lower case only, or not at all, and drops it";
var FLAWS = {
  direction: "the direction is neither `ingress` nor `egress`",
  family: "the address family is neither `IPv4` nor `IPv6`",
  action: "its action is neither `allow` nor `deny`",
  priority: "its priority is not within 1 to 100",
  "two-peers": "it names two peers, and the API takes one",
  "host-bits": "its `remote_ip_prefix` has bits set below the prefix length; the network of that length counts",
  "max-without-min": "it has `port_range_max` without `port_range_min`",
  "min-without-max": "it has `port_range_min` without `port_range_max`",
  "ports-outside": "its ports are not within 1 to 65535",
  "ports-without-protocol": "it has ports but no protocol",
  "ports-dropped": "it has ports but no protocol: the provider sends neither, so the rule is for everything",
  "protocol-number": "its protocol number is not within 0 to 255",
  "protocol-name": "its protocol is none that the API knows",
  "name-dropped": `${NAME_DROPPED}, so the rule is for every protocol`,
  "name-dropped-beside-ports": `${NAME_DROPPED}, so it sends ports without a protocol, which the API refuses`,
  "nova-protocol": 'Nova knows `tcp`, `udp` and `icmp` alone; "all protocols" cannot be said here',
  "icmp-without-ports": "ICMP without ports becomes type 0, code 0: echo replies alone. All ICMP is `icmp` with 0 and 255",
  "multi-port": "`multi_port` is no port, range or list of them"
};

// src/report/words/not-known-words.ts
function notKnownWords(finding, reason) {
  const { cluster = "", pool, occasion } = finding;
  switch (reason.kind) {
    case "group-not-placed":
      return notPlacedWords(reason);
    case "rules-not-known":
      return rulesWords(finding, reason);
    case "model-not-known":
      return occasion === "audit" ? `the facts show a group of cluster ${cluster}, and not which network model the cluster has` : `rules change in a group of cluster ${cluster}, and the plan does not tell its network model`;
    case "cluster-not-shown":
      return `${TELLERS[occasion]} ${occasion === "audit" ? "do" : "does"} not show the cluster of ${must(pool, "it is about a pool")}`;
    default:
      return unreachable(reason);
  }
}
function notPlacedWords(reason) {
  const { rules, group = SENSITIVE, isContradicted, isDefaultTraffic } = reason;
  const what = rules === 1 ? "a rule changes" : `${rules} rules change`;
  const why = isContradicted ? ", of which other plans or facts say different things" : "";
  const goes = isDefaultTraffic ? "; what goes has the protocol and ports of a rule that CCE makes" : "";
  return `${what} in a security group that cannot be placed: ${group}${why}${goes}`;
}
function rulesWords({ cluster = "", pool, role, occasion }, { why }) {
  if (occasion === "audit" && pool === void 0 && role !== void 0) {
    return `the rules of the ${ROLE_NAMES[role]} of cluster ${cluster} are not known: ${why.join("; ")}`;
  }
  return `the nodes of ${pool ?? `cluster ${cluster}`} are in a group whose rules are not known: ${why.join("; ")}`;
}

// src/report/words/finding-words.ts
function isSureTwin(twin) {
  return "isSure" in twin ? twin.isSure : true;
}
function messageOf(finding) {
  const { subject, words } = messageWords(finding);
  return toText(subject === void 0 ? words : `${subject} ${words}`);
}
function messageWords(finding) {
  const { reason } = finding;
  if (reason.kind === "repeats") {
    const { twin, rule } = reason;
    return { subject: rule, words: `${isSureTwin(twin) ? "repeats" : "may repeat"} ${twinWords(twin)}` };
  }
  if (reason.kind === "key-renamed") {
    const rule = reason.from ?? "another rule of the group";
    const old = reason.isDeposed ? `a leftover of ${rule}` : rule;
    const words = `is made while ${old}, which says the same, is destroyed: the API refuses the new one (409), and the old one goes all the same`;
    return { subject: reason.to, words };
  }
  if (reason.kind === "rule-problem") {
    const { kind, flaw } = reason.problem;
    return { subject: reason.rule, words: `will be ${kind}: ${flawWords(flaw)}` };
  }
  if (reason.kind === "forgotten") return { subject: reason.rule, words: forgottenWords(finding, reason) };
  if (reason.kind === "group-not-named") {
    const words = "is new, and no cluster, node pool, node, port, server or rule of this plan names it";
    return { subject: reason.address, words };
  }
  if (reason.kind === "sister-cluster") {
    return {
      subject: reason.address,
      words: "is a CCE cluster of another provider: its security groups are not judged"
    };
  }
  if (reason.kind === "rule-idle") {
    return { subject: reason.rule, words: `lets nothing through that ${reason.within} does not let through` };
  }
  if (reason.kind === "group-goes") return { subject: reason.address, words: groupGoesWords(reason) };
  if (reason.kind === "pool-replaced" || reason.kind === "cluster-replaced") {
    return { subject: reason.address, words: `is replaced, because ${replacedWords(reason)}` };
  }
  if (reason.kind === "group-renamed") {
    const words = `changes the ${reason.what} of a group that CCE made; the cluster resource finds its groups by these`;
    return { subject: reason.address, words };
  }
  return { subject: void 0, words: wordsAlone(finding, reason) };
}
function replacedWords(reason) {
  if (reason.kind === "cluster-replaced") return "its security group cannot be changed in place";
  return reason.isReordered ? "its security groups are named in another order" : "its security groups cannot be changed in place";
}
function shiftWords({ rules }) {
  return rules === 1 ? "a new rule says what an old one says that goes in the same apply: it may be refused (409) while the old one is there" : `${rules} new rules say what old ones say that go in the same apply: each may be refused (409) while its old one is there`;
}
function groupGoesWords({ isReplaced, user, others }) {
  const who = user.kind === "resource" ? user.address : `cluster ${user.label}`;
  const more = others > 0 ? ` and ${others} more` : "";
  return `is ${isReplaced ? "replaced" : "destroyed"} while ${who}${more} still needs it`;
}
function wordsAlone(finding, reason) {
  const { cluster = "" } = finding;
  switch (reason.kind) {
    case "row":
      return rowMessage(finding, reason);
    case "load-balancers-unknown":
      return `${rowOf(finding.row).id}: ${loadBalancerWords(reason)}`;
    case "deny-of-unknown-rank":
      return `${reason.rows.map(({ id }) => id).join(", ")}, ${roleWords(finding)}: a deny rule that stands may or may not win; it depends on ${doubtsPhrase(reason.doubts, finding.occasion)}`;
    case "opened":
      return `${whereWords(finding)}: ${openingWords(reason.opening)} ${openedWords(reason, finding)}`;
    case "egress-rules-idle":
      return egressIdleWords(reason, finding);
    case "group-not-placed":
    case "rules-not-known":
    case "model-not-known":
    case "cluster-not-shown":
      return notKnownWords(finding, reason);
    case "group-not-found":
    case "entry-unused":
    case "entry-contradicts":
    case "record-troubled":
    case "facts-flawed":
    case "facts-otherwise":
      return configurationWords(finding, reason);
    case "rules-shift":
      return shiftWords(reason);
    case "no-table":
      return `cluster ${cluster}: ${reason.of === "ipv6" ? "the tables name IPv4 alone" : "there is no table for its network type"}`;
    case "ranges-overlap":
      return `cluster ${cluster}: ${reason.of.map((range) => RANGES2[range]).join(" and ")} overlap`;
    case "rules-alike":
      return `${count(reason.rules.length, "rule")} of the ${roleWords(finding)} let through the same`;
    case "upgrade-refused":
      return `${rowOf(finding.row).id}, ${whereWords(finding)}: ${UPGRADE_REFUSED}`;
    case "not-crosswise":
      return `${rowOf(finding.row).id}: ${crosswiseWords(finding, reason)}`;
    case "packet-filters-change":
      return `${reason.filters === 1 ? "a firewall or network ACL changes" : `${reason.filters} parts of firewalls or network ACLs change`}, and only security groups are judged`;
    case "waiver-idle": {
      const { requirement: requirement2, check = "", packets, group, address, expires } = reason.waiver;
      const named = [packets?.text, group, address].filter((part) => part !== void 0);
      const state = reason.state === "expired" ? `expired on ${expires} and hides nothing any more` : "hides nothing";
      return `the waiver of ${[requirement2 ?? check, ...named].join(" for ")} ${state}`;
    }
    default:
      return unreachable(reason);
  }
}
function egressIdleWords({ rules, isSure }, { restsOn }) {
  const what = rules === 1 ? "a new egress rule changes" : `${rules} new egress rules change`;
  return isSure ? `${what} nothing, because a rule that allows all egress stays` : `${what} nothing ${ifTheyStand(distinct(restsOn.map(({ row }) => row)))}`;
}
var RANGES2 = {
  vpc: "the ranges of its VPC",
  containers: "of its containers",
  services: "of its Services"
};
function forgottenWords({ missing }, { isDeny, isSaidElsewhere }) {
  const verb = isDeny ? "deny" : "let through";
  if (!isSaidElsewhere && missing.length === 0) return "is only forgotten, and stands on in the cloud";
  return isSaidElsewhere ? `is only forgotten and stands on in the cloud; other rules of the configuration ${verb} the same` : `is only forgotten: in the cloud it goes on to ${verb} ${openText(packetsInBrief(missing))}`;
}
var POOL_LIMIT = 3;
function crosswiseWords({ pool, change, missing }, { pools }) {
  const verb = change === "undecided" ? "may or may not let" : "do not let";
  return `the groups of ${must(pool, "it is about a pool")} ${verb} nodes of ${capped(pools, POOL_LIMIT)} reach ${openText(trafficOf(missing))}`;
}
var VERBS = {
  introduced: "is no longer let through",
  transient: "may be cut for a moment while the plan is applied",
  "pre-existing": "is not let through, before the plan and after",
  undecided: "may or may not be let through"
};
function verbOf({ change, occasion }, { need }) {
  const isNew = change === "introduced" && need !== "as-before";
  const isStanding = change === "pre-existing" && occasion === "audit";
  return isNew || isStanding ? "is not let through" : VERBS[change];
}
function rowMessage(finding, reason) {
  const { change, row, missing } = finding;
  const { isOutdatedRange, doubts } = reason;
  const why = change === "undecided" ? `; it depends on ${doubtsPhrase(doubts, finding.occasion)}` : `${change === "transient" ? "; at stake" : ""}: ${impactWords(finding)}`;
  const hint = isOutdatedRange ? `; ${OUTDATED_RANGE}` : "";
  return `${rowOf(row).id}, ${whereWords(finding)}: ${openText(packetsInBrief(missing))} ${verbOf(finding, reason)}${why}${hint}`;
}
var OUTDATED_RANGE = `the group lets ${FORMER_INTERNAL_SERVICES} through, which the page named until June 2025, when ${SERVICE_RANGES["internal-services"]} took its place`;
var UPGRADE_REFUSED = "other rules let these packets through, but before an upgrade CCE looks for the rule itself, as it makes it";
function whereWords(finding) {
  return finding.pool === void 0 ? roleWords(finding) : `groups of ${finding.pool}`;
}
function roleWords({ role }) {
  return ROLE_NAMES[must(role, "it is about a subject")];
}
function loadBalancerWords({ isSure }) {
  const verb = isSure ? "no longer lets" : "may no longer let";
  return `the port range was open to all and ${verb} ${SHARED_LOAD_BALANCERS} through, from where shared load balancers come; the plan does not show which load balancers the cluster has`;
}
function openedWords({ family, byCce }, { occasion }) {
  const internet = internetWords(family);
  if (byCce === "seen") return `is open to ${internet}, by the rule that CCE made`;
  if (byCce === void 0) return `is ${occasion === "audit" ? "open" : "opened"} to ${internet}`;
  return byCce === "new" ? `will be open to ${internet}, by a rule that CCE itself makes` : `is open to ${internet}, if the rule that CCE made still stands`;
}
function openBeforeWords(open) {
  const alike = groupBy(open, ({ family, belief }) => `${belief} ${family}`);
  return [...alike.values()].map((same) => {
    const [{ family, belief }] = same;
    const names = distinct(same.map(({ opening }) => openingWords(opening))).join(", ");
    const internet = internetWords(family);
    return toText(`${names} ${OPEN_WORDS[belief](internet)}`);
  });
}
var OPEN_WORDS = {
  plan: (internet) => `was open to ${internet} before, and still is`,
  seen: (internet) => `was open to ${internet} before, as was seen, and still is`,
  recorded: (internet) => `is open to ${internet}, by a rule of CCE that is recorded as standing`,
  assumed: (internet) => `is open to ${internet}, if what CCE made still stands`,
  doubted: (internet) => `may be open to ${internet}: a rule that CCE made may still stand`
};
function openingWords(opening) {
  switch (opening.kind) {
    case "all":
      return "every port";
    case "tcp":
      return "every TCP port";
    case "port": {
      const { from, to } = opening.ports;
      return `TCP ${from === to ? from : `${from}-${to}`} (${opening.service})`;
    }
    case "sensitive":
      return "a port";
  }
}
function twinWords(twin) {
  switch (twin.kind) {
    case "itself":
      return "itself: the new rule is made before the old one goes";
    case "rule":
      return twin.address;
    case "sensitive-rule":
      return "another rule of the group";
    case "default-rule":
      return `the rule ${twin.row.id} that CCE makes`;
    case "rule-of-new-groups":
      return "a rule that every new group has";
    case "seen-rule":
      return "a rule that the group has in the cloud, as the facts show";
    case "sensitive-default-rule":
      return "a rule that the group has already";
  }
}

// src/report/words/path-words.ts
function lostPaths(findings) {
  return listPaths(findings.map(pathOf));
}
function rowPaths(rows, isBare = false) {
  return listPaths(rows.map(wholePath).map((path) => isBare ? { ...path, who: "" } : path));
}
function wholePath(row) {
  const way = row.direction === "ingress" ? "from" : "to";
  return { row, thing: row.thing, way, who: senderOf(row), isPart: false };
}
function senderOf({ direction, peer, table }) {
  if (direction === "egress") return "";
  const { role, networkModel } = tableWith({ table });
  const { group, others } = OWN_GROUP[role];
  if (peer === group) return others;
  const isOfPods = peer === "container-cidr" || peer === "container-subnet-cidr";
  return isOfPods && networkModel === "eni" ? "the pods" : SENDERS[peer];
}
var OWN_GROUP = {
  node: { group: "node-group", others: "other worker nodes" },
  control: { group: "control-group", others: "other masters" },
  eni: { group: "eni-group", others: "other pods" }
};
var SENDERS = {
  any: "",
  "vpc-cidr": "the VPC",
  "container-cidr": "the containers",
  "container-subnet-cidr": "the containers",
  "vpc-and-container-cidr": "the VPC and the containers",
  "master-node-cidr": "the masters",
  "dns-servers": "the DNS servers",
  "node-group": "the worker nodes",
  "control-group": "the masters",
  "eni-group": "the pods",
  "vpc-endpoint-service": "VPC endpoints",
  "internal-services": "internal services"
};
function pathOf({ row: of, reason, missing }) {
  const row = rowOf(of);
  const whole = wholePath(row);
  if (reason.kind !== "row" || missing.some(({ traffic }) => traffic === "sensitive")) return whole;
  const { areFewPorts, areFewPeers } = reason;
  const isKnown = missing.every(
    ({ other }) => other.kind !== "addresses" || other.names.length > 0 || other.peers.tokens.length === 0
  );
  const isOfRanges = row.floor?.kind === "ranges";
  const isWhoTold = isKnown && (areFewPeers || isOfRanges || areFewPorts && row.direction === "egress");
  const who = isWhoTold ? fewAddresses(distinct(missing.map(({ other }) => shortWho(other)))) : whole.who;
  return areFewPorts ? { ...whole, thing: partOfTraffic(row, missing), who, isPart: true } : { ...whole, who };
}
function fewAddresses(texts) {
  return texts.length > 2 ? SOME_ADDRESSES : andList(texts);
}
function partOfTraffic({ protocol }, missing) {
  const text = openText(trafficOf(missing));
  if (text.length <= TRAFFIC_LENGTH && !text.includes(";")) return text;
  return protocol === "all" ? "some traffic" : `some ${protocol.toUpperCase()}`;
}
var TRAFFIC_LENGTH = 45;
var SHOWN = 3;
function listPaths(paths) {
  const own = paths.filter((path) => !paths.some((other) => other !== path && isSaidBy(path, other)));
  const named = [...groupBy(own, ({ thing, way, who }) => JSON.stringify([thing, way, who])).values()].map(
    (same) => ({ ...same[0], name: nameOf(same) })
  );
  const things = [...groupBy(named, ({ name, way }) => `${way} ${name}`).values()].map((same) => {
    const [{ name, way }] = same;
    const whos = distinct(same.flatMap(({ who }) => who === "" ? [] : [who]));
    return { name, end: whos.length === 0 ? "" : ` ${way} ${fewAddresses(whos)}` };
  });
  const shown = things.length > SHOWN + 1 ? things.slice(0, SHOWN) : things;
  const left = things.length - shown.length;
  const more = left > 0 ? ` and ${left} more` : "";
  const groups = [...groupBy(shown, ({ end }) => end).values()].map((same) => {
    const names = same.map(({ name }) => name);
    return `${left > 0 ? names.join(", ") : andList(names)}${same[0].end}`;
  });
  return `${left > 0 ? groups.join(", ") : andList(groups)}${more}`;
}
function nameOf([{ row, thing, isPart }, ...others]) {
  const hasTwin = tableWith(row).rows.some(
    (other) => other.thing === row.thing && other.protocol !== row.protocol && other.peer === row.peer
  );
  return hasTwin && !isPart && others.length === 0 ? `${thing} over ${row.protocol.toUpperCase()}` : thing;
}
function isSaidBy({ row, way, who }, other) {
  const isAll = other.row.ports === "all" && !other.isPart && row.ports !== "all";
  const isSameProtocol = other.row.protocol === "all" || other.row.protocol === row.protocol;
  return isAll && isSameProtocol && other.way === way && other.who === who && who !== "";
}

// src/report/words/headline-words.ts
function headlineOf(...findings) {
  const [first, ...others] = findings;
  const told = first.row === void 0 ? [first, ...others.filter(({ row }) => row === void 0)] : findings;
  return toText(capitalised(headlineWords(told)));
}
function headlineWords(told) {
  const [first] = told;
  const { reason, change } = first;
  if (reason.kind === "row") {
    const moment = change === "transient" ? " for a moment" : "";
    return `${whoLoses(first)} ${lossVerb(told)} ${lostPaths(told)}${moment}`;
  }
  if (reason.kind === "deny-of-unknown-rank") {
    return `${whoLoses(first)} may lose ${rowPaths(reason.rows)}: a deny may win`;
  }
  if (reason.kind === "load-balancers-unknown") {
    const rows = told.map(({ row }) => rowOf(row));
    return `load balancers may no longer reach ${rowPaths(rows, true)}`;
  }
  if (reason.kind === "not-crosswise") {
    const verb = change === "undecided" ? "may" : "do";
    return `nodes of one pool ${verb} not reach ${openText(trafficOf(first.missing))} of another`;
  }
  if (reason.kind === "opened") {
    const how = OPENED2[reason.byCce ?? (first.occasion === "audit" ? "seen" : "plan")];
    return `${openingWords(reason.opening)} of the ${whoLoses(first)} ${how} to ${internetWords(reason.family)}`;
  }
  if (reason.kind === "key-renamed") return renamedHeadline(reasonsOf(told, "key-renamed"));
  if (reason.kind === "repeats") return repeatsHeadline(reasonsOf(told, "repeats"));
  if (reason.kind === "rules-shift") return shiftHeadline(reasonsOf(told, "rules-shift"));
  if (reason.kind === "rule-problem") return problemHeadline(reasonsOf(told, "rule-problem"));
  return thingHeadline(first, reason);
}
function reasonsOf(findings, kind) {
  const isOf = (reason) => reason.kind === kind;
  return findings.map(({ reason }) => reason).filter(isOf);
}
function whoLoses({ role, row }) {
  return `${MEMBERS[role ?? (row === void 0 ? "node" : tableWith(row).role)]}s`;
}
function lossVerb(findings) {
  const [{ change, occasion }] = findings;
  const wasThere = findings.some(({ reason }) => reason.kind === "row" && reason.need === "as-before");
  if (change === "transient") return "may lose";
  if (change === "pre-existing") return occasion === "audit" ? "lack" : "still lack";
  const verb = wasThere && occasion === "plan" ? "lose" : "lack";
  return change === "undecided" ? `may ${verb}` : verb;
}
var OPENED2 = {
  plan: "is opened",
  new: "will be open",
  assumed: "may be open",
  seen: "is open"
};
function renamedHeadline(reasons) {
  const rows = distinct(reasons.flatMap(({ lost }) => lost.map(({ row: row2 }) => row2)));
  const [row] = rows;
  if (row === void 0) return "a rule is refused at its new address, and lost at its old one";
  const who = whoLoses({ role: void 0, row });
  return `${who} lose ${rowPaths(rows)} until the next apply: a renamed rule is refused`;
}
function repeatsHeadline(reasons) {
  const isSure = reasons.some(({ twin }) => !("isSure" in twin) || twin.isSure);
  const n = reasons.length;
  const [what, ...others] = distinct(reasons.map(({ twin }) => repeatedWords(twin)));
  const verb = isSure ? n === 1 ? "repeats" : "repeat" : "may repeat";
  const twins = what === void 0 || others.length > 0 ? "rules that exist" : what;
  return `${n === 1 ? "a new rule" : `${n} new rules`} ${verb} ${twins}`;
}
function repeatedWords(twin) {
  switch (twin.kind) {
    case "itself":
      return "the old one, which goes only afterwards";
    case "rule":
      return `the rule ${shortLabel(twin.address)}`;
    case "default-rule":
      return `CCE’s own for ${rowPaths([twin.row])}`;
    case "rule-of-new-groups":
      return "what every new group has";
    case "sensitive-rule":
    case "sensitive-default-rule":
    case "seen-rule":
      return "a rule that the group has";
  }
}
function shiftHeadline(reasons) {
  const rules = reasons.reduce((sum, reason) => sum + reason.rules, 0);
  return `${count(rules, "rule changes its place", "rules change places")}, and may be refused`;
}
function problemHeadline(reasons) {
  const refused = reasons.filter(({ problem }) => problem.kind === "refused").length;
  if (refused === 0) {
    return `${count(reasons.length, "rule becomes", "rules become")} something else than is written`;
  }
  const rest = reasons.length > refused ? ", and others become something else" : "";
  return `${count(refused, "rule is", "rules are")} refused, and the apply stops${rest}`;
}
function thingHeadline(finding, reason) {
  const { cluster = "", group } = finding;
  const named = group === void 0 || group.isNameless ? "" : ` ${group.shown}`;
  switch (reason.kind) {
    case "rules-not-known":
      return notKnownHeadline(finding, reason);
    case "group-goes":
      return `security group${named} is ${reason.isReplaced ? "replaced" : "destroyed"} while it is in use`;
    case "pool-replaced":
      return `all nodes of ${shortLabel(reason.address)} are made anew`;
    case "cluster-replaced":
      return `cluster ${cluster} is deleted and made anew`;
    case "group-renamed":
      return `the ${reason.what} of a group that CCE made changes`;
    case "egress-rules-idle": {
      const verb = reason.isSure ? reason.rules === 1 ? "changes" : "change" : "may change";
      return `${count(reason.rules, "new egress rule")} ${verb} nothing`;
    }
    case "group-not-named":
      return `nothing names the new security group${named}`;
    case "ranges-overlap":
      return `ranges of the ${reason.of.map((range) => OVERLAPS[range]).join(" and the ")} overlap`;
    case "waiver-idle":
      return reason.state === "expired" ? "a waiver has expired" : "a waiver hides nothing";
    case "upgrade-refused":
      return impactWords(finding);
    case "facts-flawed":
      return reason.flaw.kind === "old" ? "facts are old" : "facts show nothing of this plan";
    case "facts-otherwise":
      return reason.than === "facts" ? "files of facts contradict one another" : "the facts contradict the state";
    case "no-table":
      return reason.of === "ipv6" ? "IPv6 is not judged" : `no table for the network type of ${cluster}`;
    case "forgotten":
    case "group-not-placed":
    case "model-not-known":
    case "cluster-not-shown":
    case "group-not-found":
    case "entry-unused":
    case "entry-contradicts":
    case "record-troubled":
    case "rules-alike":
    case "rule-idle":
    case "sister-cluster":
    case "packet-filters-change":
      return HEADLINES[reason.kind];
  }
}
function notKnownHeadline({ pool }, { rows }) {
  const whose = pool === void 0 ? "a group" : `the groups of ${shortLabel(pool)}`;
  return `${count(rows, "row")} cannot be judged: the rules of ${whose} are not known`;
}
var OVERLAPS = { vpc: "VPC", containers: "containers", services: "Services" };
var HEADLINES = {
  forgotten: "a rule is forgotten and stands on",
  "group-not-placed": "a security group cannot be placed",
  "model-not-known": "a cluster’s network model is not known",
  "cluster-not-shown": "a cluster is not shown",
  "group-not-found": "a group that the configuration names is not there",
  "entry-unused": "an entry of the configuration matches nothing",
  "entry-contradicts": "the configuration contradicts the plan",
  "record-troubled": "`default-rules` of the configuration does not fit",
  "rules-alike": "rules say the same",
  "rule-idle": "rules do nothing beside a wider one",
  "sister-cluster": "a cluster of another provider is not judged",
  "packet-filters-change": "a firewall or network ACL changes, which is not judged"
};

// src/report/words/remedy-words.ts
function remedyOf(...findings) {
  const [{ check, remedy, reason, occasion, fixes }] = findings;
  if (occasion === "audit" && reason.kind === "rules-not-known") return toText(LOOK_AT_ALL);
  const fix = fixes?.first();
  if (remedy.kind === "tell-value") {
    const deciding = toText(decidingWords(doubtsIn(findings), occasion));
    return fix === void 0 ? deciding : say`${deciding} Or do without: ${fixSentence(fix)}`;
  }
  if (fix !== void 0) return fixSentence(fix);
  if (remedy.kind === "of-check") return toText(check.remedy);
  if (occasion === "audit" && remedy.kind === "prove") return toText(ADD_RULES);
  if (remedy.kind !== "prove") return toText(REMEDIES[remedy.kind]);
  const why = fixes?.whyNone();
  if (isDeposed(reason)) return toText(DEPOSED);
  return why === void 0 ? toText(ASK) : whyNoFixWords(why);
}
var ADD_RULES = "Add rules that let these packets through. A deny that stops them has to be narrowed, or to go, first.";
var ASK = "Ask what mends it: `cce-plan-guard fix PLAN`.";
function isDeposed(reason) {
  return reason.kind === "key-renamed" && reason.isDeposed;
}
var DEPOSED = "The old rule is a leftover (deposed), which no `moved` block reaches: let it go in an apply of its own (`-target`), and make the new one in the one that follows at once.";
var LOOK_AT_ALL = "Look at the whole project, with what lists its groups and their rules: `cce-plan-guard facts --output facts.json`.";
var REMEDIES = {
  "stable-keys": "Give each rule a key that does not shift (`for_each` over names); else apply again until the plan is empty.",
  "name-load-balancers": "Name the load balancers in `load-balancer-cidrs` of the configuration file, or say an empty list there.",
  "narrow-later": "Import the rule that CCE makes into Terraform once it is there, and name the address ranges that need the port.",
  "pool-beside": "If the nodes must not all go at once: make a second pool with the new groups, move the workload, and remove the old pool in a later plan.",
  "tell-model": "Say `network-model` and the CIDRs of the cluster in the configuration file.",
  "admit-pools": "Add rules that let members of the other pools’ groups reach these ports, or put one group on all pools.",
  "name-group": "If nodes are meant to be in it, name it in `security_group_ids` of a node pool or `security_group_id` of the cluster; one that exists is made anew by that. Else there is nothing to do.",
  "check-filters": "See that the subnets of the cluster keep their way through the firewall or network ACL.",
  "look-again": "Plan again, and look again at the project that the plan is for: `cce-plan-guard facts --plan plan.json --output facts.json`.",
  "keep-one": "Keep one of them and remove the others.",
  "remove-idle": "Remove it. If the other one lets through more than it should, narrow that one instead.",
  "add-own-rule": "Add the rule as the row says it, for members of that group, beside the others.",
  "show-cluster": "Add the data source of the cluster to the configuration, so that its network model is known."
};

export {
  doubtsIn,
  untouchedWords,
  doubtSentences,
  decidingWords,
  ifTheyStand,
  restWords,
  becauseTexts,
  believedLabel,
  cloudWords,
  believedGroups,
  allBelievedGroups,
  assumedSentence,
  recordingWords,
  impactOf,
  impactWords,
  packetPhrases,
  trafficOf,
  packetTexts,
  witnessText,
  messageOf,
  messageWords,
  crosswiseWords,
  OUTDATED_RANGE,
  UPGRADE_REFUSED,
  loadBalancerWords,
  openBeforeWords,
  headlineOf,
  remedyOf
};
