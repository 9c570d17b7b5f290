import {
  OUTDATED_RANGE,
  UPGRADE_REFUSED,
  checkTitle,
  crosswiseWords,
  doubtSentences,
  doubtsIn,
  impactOf,
  impactWords,
  loadBalancerWords,
  messageWords,
  packetPhrases,
  remedyOf,
  restWords,
  witnessText
} from "./chunk-5RECAKZO.js";
import {
  capitalised,
  toText
} from "./chunk-Q3OOR6JC.js";
import {
  rowsOf
} from "./chunk-HIKODXRX.js";
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
import {
  must
} from "./chunk-CAOBLGU6.js";

// src/report/words/block-words.ts
function blockWords(findings) {
  const [first] = findings;
  const {
    title,
    sentences,
    isImpactTold = false
  } = first.row === void 0 ? statementsOf(findings) : first.reason.kind === "row" ? rowWords(findings) : rowsWithoutPackets(findings);
  const rests = restWords(findings.flatMap(({ restsOn }) => restsOn));
  const told = [...sentences, ...rests].map((words) => toText(ended(words)));
  return { title: toText(title), sentences: told, isImpactTold };
}
function ended(words) {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
var ROW_TITLES = {
  transient: (n) => `${someRows(n)} may be cut for a moment while the plan is applied`,
  undecided: (n) => `${someRows(n)} cannot be decided from this plan`,
  "pre-existing": (n) => n === 1 ? "A row was missing before, and still is" : `${n} rows were missing before, and still are`
};
function rowTitle(change, rows, occasion) {
  return change === "undecided" && occasion === "audit" ? `${someRows(rows)} cannot be decided from these facts` : ROW_TITLES[change](rows);
}
function someRows(n) {
  return n === 1 ? "A row" : `${n} rows`;
}
function rowWords(findings) {
  const [first] = findings;
  const { change, occasion } = first;
  const rows = new Set(findings.map(({ row }) => row)).size;
  const isOutdated = findings.some(({ reason }) => reason.kind === "row" && reason.isOutdatedRange);
  const hints = isOutdated ? [capitalised(OUTDATED_RANGE)] : [];
  const isBreach = change === "introduced" || change === "pre-existing" && occasion === "audit";
  if (isBreach && first.severity !== "critical") {
    const isPart = findings.every(({ reason }) => reason.kind === "row" && reason.isPart);
    const verb = `${rows === 1 ? "is" : "are"}${isPart ? " in part" : ""} not let through`;
    return { title: `${someRows(rows)} ${verb}`, sentences: hints };
  }
  if (isBreach) {
    const isLoss = change === "introduced";
    const wasThere = findings.some(({ reason }) => reason.kind === "row" && reason.need === "as-before");
    if (rows === 1 && (wasThere || !isLoss)) {
      return { title: capitalised(impactWords(first)), sentences: hints, isImpactTold: true };
    }
    const verb = wasThere && isLoss ? "lose" : "lack";
    return {
      title: `${whoLoses(first)} ${verb} ${lostTraffic(findings)} they cannot do without`,
      sentences: hints
    };
  }
  const why = change === "transient" ? [orderWords(findings)] : change === "undecided" ? doubtSentences(doubtsIn(findings), occasion) : [];
  return { title: rowTitle(change, rows, occasion), sentences: [...why, ...hints] };
}
var MEMBERS = { node: "Nodes", control: "Masters", eni: "Pods" };
function whoLoses({ role }) {
  return MEMBERS[must(role, "a row is held against a subject")];
}
function lostTraffic(findings) {
  const directions = distinct(findings.flatMap(({ missing }) => missing.map(({ direction }) => direction)));
  const [only = "traffic"] = directions;
  return directions.length === 1 ? only : "traffic";
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
  return {
    title: capitalised(impactWords(findings[0])),
    sentences: distinct(told).map((words) => `${ids.join(", ")}: ${words}`),
    isImpactTold: true
  };
}
var TITLE_LIMIT = 90;
function statementsOf(findings) {
  const rows = new Set(findings.flatMap(({ row }) => row ?? []));
  const [first] = findings;
  const others = findings.slice(1).filter(({ row }) => row === void 0);
  const words = statementWords([first, ...others]);
  if (rows.size === 0) return words;
  const cut = `${someRows(rows.size)} may be cut for a moment while the plan is applied.`;
  return { ...words, sentences: [...words.sentences, cut] };
}
function statementWords(findings) {
  const [first, ...others] = findings;
  const impacts = distinct(findings.map(impactWords)).map(capitalised);
  const messages = messagesOf(findings);
  if (first.change === "undecided") return { title: capitalised(impactWords(first)), sentences: messages };
  if (others.length > 0) return { title: statementTitle(first), sentences: [...messages, ...impacts] };
  const { words } = messageWords(first);
  if (!namesCause(first) && words.length <= TITLE_LIMIT) {
    return { title: capitalised(words), sentences: impacts };
  }
  return { title: statementTitle(first), sentences: [[...messages, ...impacts].map(ended).join(" ")] };
}
function statementTitle({ reason, check, occasion }) {
  if (reason.kind === "group-goes") {
    return `A security group in use is ${reason.isReplaced ? "replaced" : "destroyed"}`;
  }
  if (reason.kind === "group-renamed") return `The ${reason.what} of a group that CCE made changes`;
  if (reason.kind === "opened")
    return OPENED_TITLES[reason.byCce ?? (occasion === "audit" ? "seen" : "plan")];
  return TITLES[reason.kind] ?? checkTitle({ check, reason });
}
var TITLES = {
  "key-renamed": "A rule is refused at its new address, and lost at its old one",
  "rules-shift": "Rules change places, and may be refused",
  "pool-replaced": "All nodes of a pool are made anew",
  "cluster-replaced": "The cluster is made anew",
  "group-not-named": "A new security group that nothing names",
  "sister-cluster": "A cluster of another provider is not judged",
  "rules-alike": "Rules say the same",
  "rule-idle": "Rules do nothing beside a wider one"
};
var OPENED_TITLES = {
  plan: "A port is opened to the internet",
  new: "A port will be open to the internet",
  assumed: "A port may be open to the internet",
  seen: "A port is open to the internet"
};
function namesCause(finding) {
  const { causes, pool } = finding;
  const { subject } = messageWords(finding);
  return causes.some(({ address }) => address === subject || address === pool);
}
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
  const { title, sentences, isImpactTold } = blockWords(findings);
  const witness = findings.find((finding) => finding.witness !== void 0)?.witness;
  const isOfCluster = first.reason.kind === "not-crosswise";
  return {
    severity: first.severity,
    // Rows tell more than what is said of the rules beside them.
    change: (findings.find(({ row }) => row !== void 0) ?? first).change,
    checks: distinct(findings.map(({ check }) => check)),
    title,
    plan: first.plan,
    cluster: first.cluster,
    group: isOfCluster ? void 0 : first.group,
    pools: isOfCluster ? [] : distinct(told.flatMap(({ pools }) => pools)),
    rows: findings.flatMap((finding) => rowsOfBlock(finding, isImpactTold)).sort((a, b) => inPageOrder(a.row, b.row)),
    named: [...distinct(findings.flatMap(namedRows))].sort(inPageOrder),
    sentences,
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
function rowsOfBlock(finding, isImpactTold) {
  const { row, missing, reason } = finding;
  if (row === void 0) return [];
  if (reason.kind === "not-crosswise") return [{ row, packets: void 0, impact: void 0 }];
  const impact = isImpactTold ? void 0 : impactOf(finding);
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
  causeCount
};
