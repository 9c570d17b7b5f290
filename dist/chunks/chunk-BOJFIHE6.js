import {
  ROLE_NAMES,
  SENSITIVE,
  packetsOf
} from "./chunk-BAKGFU6G.js";
import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  ALL_V4,
  ICMP,
  ICMPV6,
  MODEL,
  NO_PEERS,
  NUMBERS,
  TCP,
  UDP,
  canonical,
  cidrsOf,
  hasTypes,
  icmpSlot,
  parseCidr,
  region,
  requirement,
  subtract,
  subtractPeers,
  subtractSets,
  unionOf,
  unionOfPeers
} from "./chunk-BC6WHAUI.js";

// src/report/phrases.ts
function count(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}
function capped(texts, limit) {
  if (texts.length <= limit + 1) return texts.join(", ");
  return `${texts.slice(0, limit).join(", ")} and ${texts.length - limit} more`;
}
function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
var NETWORKS = /* @__PURE__ */ new Map([
  ["vpc-router", "VPC network"],
  ["overlay_l2", "tunnel network"],
  ["eni", "Cloud Native 2.0 network"]
]);
function networkName(model) {
  if (model === null) return "network model not known";
  return NETWORKS.get(model) ?? `network model ${model}`;
}
var ACTIONS = /* @__PURE__ */ new Map([
  ["no-op", "stays as it is"],
  ["read", "read"],
  ["create", "created"],
  ["update", "changed"],
  ["delete", "destroyed"],
  ["delete,create", "replaced, the old one first"],
  ["create,delete", "replaced, the new one first"],
  ["forget", "forgotten, not destroyed"],
  ["create,forget", "made anew, the old one forgotten"]
]);
function actionsPhrase(actions) {
  const key = actions.join(",");
  return ACTIONS.get(key) ?? actions.join(", ");
}
function packetPhrases(missing) {
  const byPeers = /* @__PURE__ */ new Map();
  for (const packets of missing) {
    const key = JSON.stringify([packets.direction, packets.peers]);
    const same = byPeers.get(key);
    if (same === void 0) byPeers.set(key, [packets]);
    else same.push(packets);
  }
  return [...byPeers.values()].map((lines) => ({
    what: shorter(listed(lines), exceptPhrase(lines)),
    peers: `${lines[0].direction === "ingress" ? "from" : "to"} ${peersPhrase(lines[0].peers)}`
  }));
}
function shorter(a, b) {
  return b !== void 0 && b.length < a.length ? b : a;
}
var PEER_LIMIT = 3;
function peersPhrase(peers) {
  if (peers.length > PEER_LIMIT) {
    const known = peers.map(parseCidr).filter((cidr) => cidr?.family === "IPv4");
    const others = cidrsOf(subtractPeers(ALL_V4, unionOfPeers(known.map((cidr) => cidr?.peers ?? NO_PEERS))));
    if (known.length === peers.length && others.length > 0 && others.length <= PEER_LIMIT) {
      return `anywhere except ${others.map(hostText).join(", ")}`;
    }
  }
  return capped(peers.map(hostText), PEER_LIMIT);
}
function hostText(cidr) {
  if (cidr === "0.0.0.0/0") return "anywhere";
  return cidr.replace(/^([\d.]+)\/32$|^([\da-f:]+)\/128$/i, "$1$2");
}
var PROTOCOL_LIMIT = 4;
function listed(lines) {
  const byProtocol = /* @__PURE__ */ new Map();
  for (const { protocol, ports } of lines) {
    byProtocol.set(protocol, [
      ...byProtocol.get(protocol) ?? [],
      ...ports === "all" || ports === SENSITIVE ? [] : [ports]
    ]);
  }
  const texts = [...byProtocol].map(
    ([protocol, ports]) => [protocolPhrase(protocol), capped(ports, PROTOCOL_LIMIT)].filter((text) => text !== "").join(" ")
  );
  if (texts.length <= PROTOCOL_LIMIT + 1) return texts.join("; ");
  return `${texts.slice(0, PROTOCOL_LIMIT).join("; ")} and ${texts.length - PROTOCOL_LIMIT} more`;
}
function protocolPhrase(protocol) {
  if (protocol === "all") return "all traffic";
  if (protocol === SENSITIVE) return "traffic";
  if (protocol.startsWith(ALL_BUT))
    return `every protocol but ${protocol.slice(ALL_BUT.length).toUpperCase()}`;
  if (/^\d+$/.test(protocol)) return `protocol ${protocol}`;
  return /^\d[\d, -]*$/.test(protocol) ? `protocols ${protocol}` : protocol.toUpperCase();
}
var ALL_BUT = "all but ";
function exceptPhrase(lines) {
  const [{ direction, protocol }] = lines;
  if (lines.length < 3) return void 0;
  const isOne = lines.every((line) => line.protocol === protocol);
  const regions = lines.map((line) => regionOf(direction, line.protocol, line.ports));
  const whole = regionOf(direction, isOne ? protocol : "all", "all");
  const known = regions.filter((part) => part !== void 0);
  if (whole === void 0 || known.length < regions.length) return void 0;
  const others = packetsOf(subtract(whole, unionOf(known)), {
    whole: void 0,
    isSensitive: false,
    isTrafficSensitive: false
  });
  if (others.length === 0 || others.length >= lines.length) return void 0;
  const names = isOne ? capped(
    others.map(({ ports }) => ports),
    PROTOCOL_LIMIT
  ) : listed(others);
  return `${isOne ? protocolPhrase(protocol) : "all traffic"} except ${names}`;
}
var NUMBERS2 = /* @__PURE__ */ new Map([
  ["icmp", ICMP],
  ["tcp", TCP],
  ["udp", UDP],
  ["icmpv6", ICMPV6]
]);
function regionOf(direction, protocol, ports) {
  const protocols = protocolsOf(protocol);
  const isTyped = protocols?.every(({ lo, hi }) => lo === hi && hasTypes(lo)) === true;
  const slots = ports === "all" ? ALL_PORTS[0] : rangeOf(ports, isTyped ? slotOf : numberOf);
  return protocols === void 0 || slots === void 0 ? void 0 : region(direction, protocols, [slots], ALL_V4);
}
function protocolsOf(text) {
  if (text === "all") return [ALL_PROTOCOLS];
  if (text.startsWith(ALL_BUT)) {
    const left = protocolsOf(text.slice(ALL_BUT.length));
    return left === void 0 ? void 0 : subtractSets(NUMBERS, [ALL_PROTOCOLS], left);
  }
  const parts = text.split(", ").map((part) => {
    const number = NUMBERS2.get(part);
    return number === void 0 ? rangeOf(part, numberOf) : { lo: number, hi: number };
  });
  const known = parts.filter((part) => part !== void 0);
  return known.length === parts.length ? canonical(NUMBERS, known) : void 0;
}
function rangeOf(text, value) {
  const [from = "", to = from, ...rest] = text.split("-");
  const [lo, hi] = [value(from), value(to)];
  return rest.length === 0 && Number.isInteger(lo) && Number.isInteger(hi) && lo <= hi ? { lo, hi } : void 0;
}
function slotOf(text) {
  const [type = "", code = ""] = text.split("/");
  return icmpSlot(numberOf(type), numberOf(code));
}
function numberOf(text) {
  return /^\d{1,5}$/.test(text) ? Number(text) : NaN;
}

// src/report/wording.ts
function wordingOf(findings) {
  const [first] = findings;
  if (first.requirement === null) return statementWording(findings);
  return first.missing.length === 0 ? rowsWithoutPackets(findings) : rowWording(findings);
}
var ROW_TITLES = {
  transient: (n) => `${rowCount(n)} may be cut for a moment while the plan is applied`,
  undecided: (n) => `${rowCount(n)} cannot be decided from this plan`,
  "pre-existing": (n) => n === 1 ? "A row was missing before, and still is" : `${n} rows were missing before, and still are`
};
function rowCount(n) {
  return n === 1 ? "A row" : `${n} rows`;
}
function rowWording(findings) {
  const [first] = findings;
  const { change } = first;
  const rows = new Set(findings.map((finding) => finding.requirement)).size;
  if (change === "introduced") {
    const wasThere = findings.some(({ witness }) => witness?.endsWith(WAS_THERE) === true);
    const title = rows === 1 && wasThere ? capitalised(first.impact) : `${whoLoses(first)} ${wasThere ? "lose" : "lack"} ${directionOf(findings)} they cannot do without`;
    return { title, sentences: [] };
  }
  const why = change === "transient" ? [orderOf(first)] : change === "undecided" ? [doubtOf(findings)] : [];
  return { title: ROW_TITLES[change](rows), sentences: why };
}
var WAS_THERE = "was allowed, is dropped";
var MEMBERS = { node: "Nodes", control: "Masters", eni: "Pods" };
function whoLoses({ requirement: id }) {
  const row = requirement(id ?? "");
  const role = MODEL.find(({ table }) => table === row?.table)?.role;
  return role === void 0 ? "Members of the group" : MEMBERS[role];
}
function directionOf(findings) {
  const directions = new Set(findings.flatMap(({ missing }) => missing.map(({ direction }) => direction)));
  const [only = "traffic"] = directions;
  return directions.size === 1 ? only : "traffic";
}
function orderOf({ causes }) {
  const isOldFirst = causes.length > 0 && causes.every(({ actions }) => actions.join() === "delete,create");
  return isOldFirst ? "The old rule is destroyed before the new one is made." : "Terraform keeps no order between these changes: the old rule may go before the new ones are there.";
}
var DOUBT_LIMIT = 3;
function doubtOf(findings) {
  const unknown = [...new Set(findings.flatMap(unknownPeers))];
  return unknown.length === 0 ? "It depends on rules whose values the plan does not know, or on the priority of a deny rule." : `It depends on ${capped(unknown, DOUBT_LIMIT)}, which the plan does not know.`;
}
var NAMED = /* @__PURE__ */ new Set([SENSITIVE, ...Object.values(ROLE_NAMES)]);
function unknownPeers({ missing }) {
  const peers = missing.flatMap((packets) => packets.peers);
  return peers.filter((peer) => !NAMED.has(peer) && parseCidr(peer) === void 0);
}
function rowsWithoutPackets(findings) {
  const [first] = findings;
  const ids = [...new Set(findings.map(({ requirement: id }) => id))].join(", ");
  return { title: capitalised(first.impact), sentences: [sentence(`${ids}: ${messageWithoutId(first)}`)] };
}
function messageWithoutId({ message, requirement: id }) {
  return id !== null && message.startsWith(`${id}: `) ? message.slice(id.length + 2) : message;
}
var TITLE_LIMIT = 90;
function statementWording(findings) {
  const [first, ...others] = findings;
  const impacts = [...new Set(findings.map(({ impact }) => impact))].map(capitalised);
  const messages = [...new Set(findings.map(messageOfIt))];
  if (first.change === "undecided")
    return { title: capitalised(first.impact), sentences: messages.map(sentence) };
  if (others.length > 0) return { title: first.title, sentences: [...messages, ...impacts].map(sentence) };
  const namesCause = first.causes.some(({ address }) => first.message.includes(address));
  if (!namesCause && first.message.length <= TITLE_LIMIT) {
    return { title: capitalised(first.message), sentences: impacts.map(sentence) };
  }
  return { title: first.title, sentences: [[...messages, ...impacts].map(sentence).join(" ")] };
}
function messageOfIt({ message, causes }) {
  const [only, ...others] = causes;
  const isOnly = only !== void 0 && others.length === 0;
  if (isOnly && message.startsWith(`${only.address} `)) return `It${message.slice(only.address.length)}`;
  return /^[\w-]+[._]/.test(message) ? message : capitalised(message);
}
function sentence(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

// src/report/blocks.ts
var GRAVITY = ["critical", "warning", "notice"];
function blocksOf({ findings }) {
  const byKey = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    if (finding.waived !== null) continue;
    const key = keyOf(finding);
    const same = byKey.get(key);
    if (same === void 0) byKey.set(key, [finding]);
    else same.push(finding);
  }
  return {
    blocks: [...byKey.values()].map(blockOf).sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity)),
    waived: findings.filter(({ waived }) => waived !== null)
  };
}
function causeCount(blocks) {
  const sets = blocks.map(({ plan, causes }) => causes.length === 0 ? "" : causeKey(plan, causes));
  return new Set(sets.filter((key) => key !== "")).size;
}
function keyOf(finding) {
  const { plan, cluster, group, pool, change, severity, requirement: requirement2, check } = finding;
  const kind = requirement2 === null ? check : "row";
  return JSON.stringify([plan, cluster, group, pool, change, severity, kind, reasonOf(finding)]);
}
function reasonOf(finding) {
  const { plan, causes, requirement: requirement2, missing, change } = finding;
  if (requirement2 !== null && missing.length === 0) return [messageWithoutId(finding)];
  const unknown = change === "undecided" ? unknownPeers(finding) : [];
  return unknown.length > 0 ? [...new Set(unknown)].sort() : [causeKey(plan, causes)];
}
function causeKey(plan, causes) {
  return JSON.stringify([plan, ...causes.map(({ address }) => address).sort()]);
}
function blockOf(findings) {
  const [first] = findings;
  const { title, sentences } = wordingOf(findings);
  return {
    severity: first.severity,
    change: first.change,
    checks: [...new Set(findings.map(({ check }) => check))],
    title,
    plan: first.plan,
    cluster: first.cluster,
    group: first.group,
    pool: first.pool,
    rows: findings.flatMap((finding) => rowsOf(finding, title)).sort(byNumber),
    sentences,
    causes: causesOf(findings),
    witness: findings.find(({ witness }) => witness !== null)?.witness ?? null,
    remedy: first.remedy,
    findings
  };
}
function causesOf(findings) {
  const byAddress = new Map(findings.flatMap(({ causes }) => causes.map((cause) => [cause.address, cause])));
  return [...byAddress.values()].sort((a, b) => a.address < b.address ? -1 : 1);
}
function rowsOf(finding, title) {
  const { requirement: requirement2, missing } = finding;
  if (requirement2 === null) return [];
  const impact = finding.impact.toLowerCase() === title.toLowerCase() ? "" : finding.impact;
  const phrases = missing.length === 0 ? [{ what: "", peers: "" }] : packetPhrases(missing);
  return phrases.map((phrase) => ({ requirement: requirement2, ...phrase, impact }));
}
function byNumber({ requirement: a }, { requirement: b }) {
  const [tableA = 0, rowA = 0] = numbersOf(a);
  const [tableB = 0, rowB = 0] = numbersOf(b);
  return tableA - tableB || rowA - rowB;
}
function numbersOf(requirement2) {
  return requirement2.slice(1).split(".").map(Number);
}

// src/report/verdict.ts
function verdictOf(report, blocks) {
  const { critical, warning } = report.summary;
  const counts = countsText(report.summary);
  if (counts === "") return nothingWrong(report);
  const isSame = blocks.some(breaks) ? void 0 : identical(report);
  const causes = causeCount(blocks);
  const isTold = causes > 0 && causes < critical + warning;
  return [
    counts,
    ...isTold ? [count(causes, "cause")] : [],
    ...isSame === void 0 ? [] : [isSame]
  ].join(" · ");
}
function breaks({ change, checks }) {
  return change === "introduced" && checks.some((check) => ABOUT_PACKETS.has(check));
}
var ABOUT_PACKETS = /* @__PURE__ */ new Set([
  "essential-rule",
  "required-access",
  "egress-minimum",
  "exposed-port"
]);
function countsText({ critical, warning, notice }) {
  return [
    ...critical > 0 ? [`${critical} critical`] : [],
    ...warning > 0 ? [count(warning, "warning")] : [],
    ...notice > 0 ? [count(notice, "notice")] : []
  ].join(", ");
}
function nothingWrong(report) {
  const { plans, clusters, holds, findings } = report;
  const changes = plans.reduce((sum, plan) => sum + plan.changes, 0);
  const rules = plans.reduce((sum, plan) => sum + plan.ruleChanges, 0);
  if (clusters.length === 0) return "no CCE cluster found, so there was nothing to check";
  const rest = findings.length > 0 ? `${count(findings.length, "finding is", "findings are")} waived` : `all ${count(holds.rows, "row holds", "rows hold")}`;
  if (changes === 0) return `nothing changes, ${rest}`;
  return identical(report) ?? `${rules === 0 ? "no rule changes" : rulesChange(rules)}, ${rest}`;
}
function identical({ plans }) {
  const changing = plans.filter(({ ruleChanges }) => ruleChanges > 0);
  if (changing.length === 0 || !changing.every(({ isUnchanged }) => isUnchanged)) return void 0;
  const rules = changing.reduce((sum, { ruleChanges }) => sum + ruleChanges, 0);
  return `${rulesChange(rules)}, the effective rule sets are identical`;
}
function rulesChange(n) {
  return count(n, "rule changes", "rules change");
}

export {
  count,
  capped,
  networkName,
  actionsPhrase,
  packetPhrases,
  blocksOf,
  verdictOf,
  countsText
};
