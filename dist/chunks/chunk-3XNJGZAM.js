import {
  OUTDATED_RANGE,
  UPGRADE_REFUSED,
  crosswiseWords,
  doubtSentences,
  doubtsIn,
  headlineOf,
  impactOf,
  impactWords,
  loadBalancerWords,
  messageWords,
  packetPhrases,
  remedyOf,
  restWords,
  witnessText
} from "./chunk-43LBVURZ.js";
import {
  capitalised,
  count
} from "./chunk-W55LG4YV.js";
import {
  toText
} from "./chunk-OR7BGG5Q.js";
import {
  rowsOf
} from "./chunk-7LKISGRE.js";
import {
  parseAddress
} from "./chunk-EWVTMIMU.js";
import {
  compare,
  connectedBy,
  distinct,
  firstOfEach,
  groupBy
} from "./chunk-HR654TLQ.js";

// src/report/words/block-words.ts
function blockSentences(findings) {
  const [first] = findings;
  const sentences = first.row === void 0 ? statementsOf(findings) : first.reason.kind === "row" ? rowSentences(findings) : rowsWithoutPackets(findings);
  const rests = restWords(findings.flatMap(({ restsOn }) => restsOn));
  return [...sentences, ...rests].map((words) => toText(ended(words)));
}
function ended(words) {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
function rowSentences(findings) {
  const [{ change, occasion }] = findings;
  const isOutdated = findings.some(({ reason }) => reason.kind === "row" && reason.isOutdatedRange);
  const hints = isOutdated ? [capitalised(OUTDATED_RANGE)] : [];
  if (change === "transient") return [orderWords(findings), ...hints];
  return change === "undecided" ? [...doubtSentences(doubtsIn(findings), occasion), ...hints] : hints;
}
function orderWords(findings) {
  const causes = findings.flatMap((finding) => finding.causes);
  const isOldFirst = causes.length > 0 && causes.every(({ actions }) => actions.join() === "delete,create");
  return isOldFirst ? "The old rule is destroyed before the new one is made." : "Terraform keeps no order between these changes: the old rule may go before the new ones are there.";
}
function rowsWithoutPackets(findings) {
  const ids = distinct(findings.flatMap(({ row }) => row === void 0 ? [] : [row.id]));
  const told = findings.flatMap((finding) => {
    const { reason } = finding;
    if (reason.kind === "not-crosswise") return [crosswiseWords(finding, reason)];
    if (reason.kind === "upgrade-refused") return [UPGRADE_REFUSED];
    return reason.kind === "load-balancers-unknown" ? [loadBalancerWords(reason)] : [];
  });
  return distinct(told).map((words) => `${ids.join(", ")}: ${words}`);
}
function statementsOf(findings) {
  const rows = new Set(findings.flatMap(({ row }) => row ?? []));
  const [first] = findings;
  const others = findings.slice(1).filter(({ row }) => row === void 0);
  const words = statementSentences([first, ...others]);
  if (rows.size === 0) return words;
  return [...words, `${count(rows.size, "row")} may be cut for a moment while the plan is applied.`];
}
function statementSentences(findings) {
  const [first, ...others] = findings;
  if (first.reason.kind === "opened") return first.reason.byCce === "new" ? [OPENED_BY_CCE] : [];
  const impacts = distinct(findings.map(impactWords)).map(capitalised);
  const messages = messagesOf(findings);
  if (first.change === "undecided") return messages;
  return others.length > 0 ? [...messages, ...impacts] : [[...messages, ...impacts].map(ended).join(" ")];
}
var OPENED_BY_CCE = "CCE itself makes this rule with the group.";
function messagesOf(findings) {
  const said = findings.map(messageWords);
  const areSeveral = distinct(said.map(({ subject }) => subject)).length > 1 && said.every(({ subject }) => subject !== void 0);
  if (!areSeveral) return distinct(findings.map(messageOfIt));
  return distinct(said.map(({ words }) => words)).length === 1 ? [`Each of them ${messageWords(findings[0]).words}`] : distinct(said.map(({ subject = "", words }) => `${subject} ${words}`));
}
function messageOfIt(finding) {
  const { subject, words } = messageWords(finding);
  if (subject === void 0) return capitalised(words);
  const [only, ...others] = finding.causes;
  return others.length === 0 && only?.address === subject ? `It ${words}` : `${subject} ${words}`;
}

// src/report/blocks.ts
var GRAVITY = ["critical", "warning", "notice"];
function blocksOf({ findings }) {
  const told = sharedByPools(findings.filter((finding) => !isWaived(finding)));
  const alike = groupBy(told, subjectKey);
  return {
    blocks: [...alike.values()].flatMap((some) => connectedBy(some, handlesOf)).map(blockOf).sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity)),
    waived: findings.filter(isWaived)
  };
}
function isWaived(finding) {
  return finding.waived !== void 0;
}
function sharedByPools(findings) {
  return [...groupBy(findings, sameForPools).values()].map((all) => ({
    finding: all[0],
    all,
    pools: distinct(all.flatMap(({ pool }) => pool ?? []))
  }));
}
function sameForPools(finding) {
  const { plan, cluster, group, pool, change, severity, check, row, reason, missing, causes } = finding;
  if (pool === void 0 || row === void 0 || reason.kind !== "row") return finding.fingerprint;
  const said = [plan, cluster, group?.key, change, severity, check.id, row.id, reason, missing];
  return JSON.stringify(
    [...said, causes.map(({ address }) => address)],
    (_, value) => typeof value === "bigint" ? value.toString() : value
  );
}
function subjectKey({ finding, pools }) {
  const { plan, cluster, group, change, severity, row, check, reason } = finding;
  if (changesPlaces(finding)) return JSON.stringify([plan, cluster, severity, "shift", group?.key]);
  const kind = row === void 0 ? check.id : reason.kind;
  const subject = reason.kind === "not-crosswise" ? [] : [group?.key, pools];
  return JSON.stringify([plan, cluster, change, severity, kind, subject]);
}
function changesPlaces({ remedy }) {
  return remedy.kind === "stable-keys";
}
function handlesOf({ finding }) {
  const { causes, change, reason, row } = finding;
  if (reason.kind === "repeats" && reason.twin.kind === "rule-of-new-groups" && reason.twin.isSure) {
    return [reason.twin.kind];
  }
  if (row !== void 0 && reason.kind !== "row") return [reason.kind];
  const doubts = reason.kind === "row" ? reason.doubts : [];
  if (doubts.length > 0) return doubts.map((doubt) => JSON.stringify(doubt));
  if (causes.length === 0) return [""];
  const isOfBlock = change === "transient" || changesPlaces(finding);
  return causes.map(({ address }) => isOfBlock ? blockOfAddress(address) : address);
}
function blockOfAddress(address) {
  const { modules = [], block = address } = parseAddress(address) ?? {};
  return [...modules.map(({ name }) => name), block].join(" ");
}
function causeCount(blocks) {
  const caused = blocks.filter(({ causes }) => causes.length > 0);
  return connectedBy(
    caused,
    ({ plan, causes }) => causes.map(({ address }) => JSON.stringify([plan, address]))
  ).length;
}
function blockOf(told) {
  const [{ finding: first }, ...others] = told;
  const findings = [first, ...others.map(({ finding }) => finding)];
  const witness = findings.find((finding) => finding.witness !== void 0)?.witness;
  const isOfCluster = first.reason.kind === "not-crosswise";
  return {
    severity: first.severity,
    // Rows tell more than what is said of the rules beside them.
    change: (findings.find(({ row }) => row !== void 0) ?? first).change,
    checks: distinct(findings.map(({ check }) => check)),
    title: headlineOf(...findings),
    plan: first.plan,
    cluster: first.cluster,
    group: isOfCluster ? void 0 : first.group,
    pools: isOfCluster ? [] : distinct(told.flatMap(({ pools }) => pools)),
    rows: findings.flatMap(rowsOfBlock).sort((a, b) => inPageOrder(a.row, b.row)),
    named: [...distinct(findings.flatMap(namedRows))].sort(inPageOrder),
    sentences: blockSentences(findings),
    causes: causesOfAll(findings),
    witness: witness === void 0 ? void 0 : witnessText(witness),
    remedy: remedyOf(...findings),
    fixes: first.fixes,
    findings: [...told[0].all, ...others.flatMap(({ all }) => all)]
  };
}
function causesOfAll(findings) {
  const causes = firstOfEach(
    findings.flatMap((finding) => finding.causes),
    ({ address }) => address
  );
  return [...causes].sort((a, b) => compare(a.address, b.address));
}
function rowsOfBlock(finding) {
  const { row, missing, reason } = finding;
  if (row === void 0) return [];
  if (reason.kind === "not-crosswise") return [{ row, packets: void 0, impact: void 0 }];
  const impact = impactOf(finding);
  const phrases = missing.length === 0 ? [void 0] : packetPhrases(missing);
  return phrases.map((packets) => ({ row, packets, impact }));
}
function namedRows({ row, reason }) {
  if (reason.kind === "repeats") return reason.twin.kind === "default-rule" ? [reason.twin.row] : [];
  return rowsOf({ row, reason });
}
function inPageOrder(a, b) {
  return a.table - b.table || a.number - b.number;
}

export {
  blocksOf,
  isWaived,
  causeCount
};
