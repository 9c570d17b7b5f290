import {
  cidrTexts,
  hostTexts
} from "./chunk-MJS6C32O.js";
import {
  rowStates
} from "./chunk-75TYLQL3.js";
import {
  SENSITIVE,
  becauseTexts,
  impactOf,
  messageOf,
  openText,
  packetTexts,
  remedyOf,
  titleOf,
  witnessText
} from "./chunk-QJNCAEDK.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-4WINV2TB.js";
import "./chunk-RANS3CYM.js";
import "./chunk-DWQOV5FC.js";
import "./chunk-HR654TLQ.js";
import "./chunk-EWVTMIMU.js";
import {
  linkOf
} from "./chunk-5XLG6COY.js";
import "./chunk-23KPEMH6.js";
import "./chunk-CAOBLGU6.js";
import "./chunk-SEWDMQ6Q.js";

// src/format/json/json.ts
function renderJson(report) {
  return `${JSON.stringify(reportJson(report), void 0, 2)}
`;
}
function reportJson(report) {
  const { conclusion, summary, plans, clusters, groups, findings, resolved, holds, records } = report;
  return {
    version: 1,
    conclusion,
    summary,
    plans: plans.map(planJson),
    clusters: clusters.map(clusterJson),
    groups: groups.map(reportGroupJson),
    findings: findings.map(findingJson),
    resolved: resolved.map(({ check, row, cluster, group }) => ({
      check: check.id,
      requirement: row.id,
      cluster,
      group: groupJson(group)
    })),
    holds,
    rows: rowStates(report).map(({ row, cluster = null, subject = null, before, during, after }) => ({
      requirement: row.id,
      cluster,
      group: subject,
      before: STATES[before],
      during: during === void 0 ? null : STATES[during],
      after: STATES[after]
    })),
    record: records.map(({ cluster, gone, recorded }) => ({
      cluster,
      gone: gone.filter((row) => !recorded.includes(row)).map(({ id }) => id),
      recorded: recorded.map(({ id }) => id)
    })),
    effectiveFingerprint: report.effectiveFingerprint() ?? null
  };
}
var STATES = {
  holds: "holds",
  "holds in part": "partly",
  missing: "missing",
  "may be cut": "may-be-cut",
  "not known": "unknown",
  "not there": "absent"
};
function reportGroupJson(group) {
  const { role, cluster, name = null, address = null, id = null, placedBy, openBefore, defaults } = group;
  return {
    ...{ role, cluster, name, address, id, placedBy },
    openBefore: openBefore.map(openBeforeJson),
    defaults: defaults.map(({ row, belief, stands }) => ({
      requirement: row?.id ?? null,
      belief: belief.kind,
      stands,
      since: belief.kind === "seen" ? belief.since ?? null : null,
      because: becauseTexts(belief).map(openText)
    }))
  };
}
function planJson(plan) {
  const { path, label = null, formatVersion, terraformVersion, changes } = plan;
  const { complete, ruleChanges, isUnchanged } = plan;
  const unchangedIf = plan.unchangedIf.map((row) => row?.id ?? null);
  return {
    ...{ path, label, formatVersion, terraformVersion, changes, complete },
    ...{ ruleChanges, isUnchanged, unchangedIf }
  };
}
function openBeforeJson({ opening, family, belief }) {
  switch (opening.kind) {
    case "all":
      return { protocol: "all", ports: "all", family, belief };
    case "tcp":
      return { protocol: "tcp", ports: "all", family, belief };
    case "port": {
      const { from, to } = opening.ports;
      return { protocol: "tcp", ports: from === to ? `${from}` : `${from}-${to}`, family, belief };
    }
    case "sensitive":
      return { protocol: SENSITIVE, ports: SENSITIVE, family, belief };
  }
}
function groupJson(group) {
  return group?.shown ?? null;
}
function clusterJson(cluster) {
  const { name, address = null, networkType = null, isModelConfigured, addresses } = cluster;
  const cidrs = (of) => of === void 0 ? [] : cidrTexts(of).map(openText);
  return {
    name,
    address,
    networkModel: networkType,
    vpcCidrs: cidrs(addresses?.vpc),
    containerCidrs: cidrs(addresses?.container),
    masterCidrs: cidrs(addresses?.master),
    dnsServers: addresses === void 0 ? [] : hostTexts(addresses.dns).map(openText),
    sources: {
      networkModel: isModelConfigured ? "configuration" : "plan",
      vpcCidrs: addresses?.vpc.source ?? NOT_KNOWN,
      containerCidrs: addresses?.container.source ?? NOT_KNOWN,
      masterCidrs: addresses?.master.source ?? NOT_KNOWN,
      dnsServers: addresses?.dns.source ?? NOT_KNOWN
    }
  };
}
var NOT_KNOWN = "not known";
function findingJson(finding) {
  const { fingerprint, check, severity, change, row, group, plan, missing, witness, causes } = finding;
  const { restsOn, waived } = finding;
  return {
    fingerprint,
    check: check.id,
    severity,
    change,
    requirement: row?.id ?? null,
    page: row === void 0 ? null : { purpose: row.purpose, note: row.note ?? null, url: linkOf(row) },
    cluster: finding.cluster ?? null,
    group: groupJson(group),
    pool: finding.pool ?? null,
    plan,
    missing: missing.map((packets) => {
      const { protocol, ports, peers } = packetTexts(packets);
      return {
        direction: packets.direction,
        protocol: openText(protocol),
        ports: openText(ports),
        peers: peers.map(openText)
      };
    }),
    witness: witness === void 0 ? null : openText(witnessText(witness)),
    causes: causes.map(causeJson),
    title: openText(titleOf(finding)),
    impact: openText(impactOf(finding)),
    message: openText(messageOf(finding)),
    remedy: openText(remedyOf(finding)),
    restsOn: restsOn.map(({ row: row2, belief }) => ({ requirement: row2?.id ?? null, belief: belief.kind })),
    waived: waived === void 0 ? null : { reason: waived.reason, owner: waived.owner, expires: waived.expires }
  };
}
function causeJson({ address, actions, place, unplaced }) {
  return {
    address,
    actions: [...actions],
    file: place?.file ?? null,
    line: place?.line ?? null,
    endLine: place?.endLine ?? null,
    isBase: place?.isBase ?? false,
    block: place?.block ?? null,
    call: place?.call ?? null,
    unplaced: unplaced === void 0 ? null : openText(unplaced)
  };
}
export {
  renderJson,
  reportJson
};
