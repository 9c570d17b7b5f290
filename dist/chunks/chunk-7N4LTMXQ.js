import {
  rowStates
} from "./chunk-BPHTC5HE.js";
import {
  valuesText
} from "./chunk-TOJSNTRC.js";
import {
  jsonText,
  visibleJson
} from "./chunk-JAOPD57T.js";

// src/format/json/json.ts
import { linkOf, PAGE_DATE } from "../core.js";
import { stopsApply } from "../core.js";
import { becauseTexts } from "../core.js";
import { messageOf } from "../core.js";
import { headlineOf } from "../core.js";
import { impactOf } from "../core.js";
import { remedyOf } from "../core.js";
import { packetTexts, witnessText } from "../core.js";
import { cidrTexts, hostTexts } from "../core.js";
import { SENSITIVE } from "../core.js";
import { openText, shownValue } from "../core.js";
function renderJson(report, options) {
  const text = jsonText(reportJson(report));
  const values = options === void 0 ? void 0 : valuesText(report, options);
  return values === void 0 ? text : `${text.slice(0, -END.length)},
  "values": ${visibleJson(values)}${END}`;
}
var END = "\n}\n";
function reportJson(report) {
  const { conclusion, summary, plans, unreported, cloud, clusters, groups, findings } = report;
  const { resolved, holds, records } = report;
  const ofPlan = ({ plan }) => plans.length > 1 && { plan };
  return {
    version: 1,
    pageDate: PAGE_DATE,
    conclusion,
    applyStops: stopsApply(report),
    summary,
    plans: plans.map(planJson),
    ...unreported.length > 0 && { unreported: unreported.map(shownValue) },
    ...cloud !== void 0 && { cloud: { files: [...cloud.files], seenAt: cloud.since ?? null } },
    clusters: clusters.map((cluster) => ({ ...ofPlan(cluster), ...clusterJson(cluster) })),
    groups: groups.map((group) => ({ ...ofPlan(group), ...reportGroupJson(group) })),
    findings: findings.map(findingJson),
    resolved: resolved.map(({ plan, check, row, cluster, group }) => ({
      ...ofPlan({ plan }),
      check: check.id,
      requirement: row.id,
      cluster: shownValue(cluster),
      group: groupJson(group)
    })),
    holds,
    rows: rowStates(report).map(({ plan, row, cluster, subject, before, during, after }) => ({
      ...ofPlan({ plan }),
      requirement: row.id,
      cluster: valueJson(cluster),
      group: valueJson(subject),
      before: STATES[before],
      during: during === void 0 ? null : STATES[during],
      after: STATES[after]
    })),
    record: records.map(({ cluster, gone, recorded }) => ({
      cluster: shownValue(cluster),
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
  const { role, cluster, name, address, id, placedBy, openBefore, defaults } = group;
  return {
    role,
    cluster: shownValue(cluster),
    name: valueJson(name),
    address: valueJson(address),
    id: valueJson(id),
    placedBy,
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
  const { path, label, formatVersion, terraformVersion, changes } = plan;
  const { complete, ruleChanges, isUnchanged } = plan;
  const unchangedIf = plan.unchangedIf.map((row) => row?.id ?? null);
  return {
    path: shownValue(path),
    label: valueJson(label),
    formatVersion: shownValue(formatVersion),
    terraformVersion: shownValue(terraformVersion),
    ...{ changes, complete, ruleChanges, isUnchanged, unchangedIf }
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
  return valueJson(group?.shown);
}
function valueJson(value) {
  return value === void 0 ? null : shownValue(value);
}
function clusterJson(cluster) {
  const { name, address, networkType, isModelConfigured, addresses } = cluster;
  const cidrs = (of) => of === void 0 ? [] : cidrTexts(of).map(openText);
  return {
    name: shownValue(name),
    address: valueJson(address),
    networkModel: valueJson(networkType),
    vpcCidrs: cidrs(addresses?.vpc),
    containerCidrs: cidrs(addresses?.container),
    masterCidrs: cidrs(addresses?.master),
    dnsServers: addresses === void 0 ? [] : hostTexts(addresses.dns).map(openText),
    sources: {
      networkModel: isModelConfigured ? "configuration" : "plan",
      vpcCidrs: valueJson(addresses?.vpc.source) ?? NOT_KNOWN,
      containerCidrs: valueJson(addresses?.container.source) ?? NOT_KNOWN,
      masterCidrs: valueJson(addresses?.master.source) ?? NOT_KNOWN,
      dnsServers: valueJson(addresses?.dns.source) ?? NOT_KNOWN
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
    cluster: valueJson(finding.cluster),
    group: groupJson(group),
    pool: valueJson(finding.pool),
    plan,
    missing: missing.map(packetsJson),
    witness: witness === void 0 ? null : openText(witnessText(witness)),
    causes: causes.map(causeJson),
    title: openText(headlineOf(finding)),
    impact: openText(impactOf(finding)),
    message: openText(messageOf(finding)),
    remedy: openText(remedyOf(finding)),
    restsOn: restsOn.map(({ row: row2, belief }) => ({ requirement: row2?.id ?? null, belief: belief.kind })),
    waived: waived === void 0 ? null : { reason: waived.reason, owner: waived.owner, expires: waived.expires }
  };
}
function packetsJson(packets) {
  const { protocol, ports, peers } = packetTexts(packets);
  return {
    direction: packets.direction,
    protocol: openText(protocol),
    ports: openText(ports),
    peers: peers.map(openText)
  };
}
function causeJson({ address, actions, place, unplaced }) {
  return {
    address: shownValue(address),
    actions: [...actions],
    file: valueJson(place?.file),
    line: place?.line ?? null,
    endLine: place?.endLine ?? null,
    isBase: place?.isBase ?? false,
    block: spotJson(place?.block),
    call: spotJson(place?.call),
    unplaced: unplaced === void 0 ? null : openText(unplaced)
  };
}
function spotJson(spot) {
  return spot === void 0 ? null : { ...spot, file: shownValue(spot.file) };
}

export {
  renderJson,
  reportJson,
  valueJson,
  packetsJson
};
