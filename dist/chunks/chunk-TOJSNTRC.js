// src/format/json/values/values.ts
import { compare } from "../core.js";
import { REQUIREMENTS } from "../core.js";
import { PeerSet } from "../core.js";
import { shardParts } from "../core.js";
import { openText, shownValue } from "../core.js";
function valuesText(report, { failOn = "critical", fallbackFile = "" }) {
  if (report.cloud !== void 0) return void 0;
  const { plans, runs } = shardParts(report);
  const { unreported } = report;
  return lineOf({
    ...{ failOn, fallbackFile, unreported },
    plans: plans.map(planValues),
    runs: runs.map(runValues)
  });
}
function planText(part) {
  return lineOf(planValues(part));
}
var ROWS = new Set(REQUIREMENTS);
function isRow(value) {
  return ROWS.has(value);
}
function lineOf(value) {
  return JSON.stringify(asWritten(value, shownValue));
}
function asWritten(value, shown) {
  if (value === void 0) return null;
  if (isRow(value)) return value.id;
  if (typeof value === "string") return shown(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => asWritten(one, shown));
  const parts = Object.entries(value instanceof PeerSet ? value.toJSON() : value).filter(([key, one]) => key !== "plan" || typeof one !== "number").sort(([a], [b]) => compare(a, b));
  const whole = (text) => text;
  return Object.fromEntries(
    parts.map(([key, one]) => [key, asWritten(one, key === "fixes" ? whole : shown)])
  );
}
function planValues({ plan, clusters, groups, findings, untouched, resolved }) {
  const table = fixTable();
  const keyOf = keysOf([
    ...groups.map(({ key, id, address }) => ({ key, shown: id ?? address ?? "" })),
    ...[...findings, ...untouched, ...resolved].flatMap(({ group }) => group ?? [])
  ]);
  return {
    plan: { ...plan, effectiveFingerprint: plan.effectiveFingerprint() },
    clusters,
    groups: groups.map((group) => ({ ...group, key: keyOf(group.key) })),
    findings: findings.map((one) => findingValues(one, keyOf, table.indexOf)),
    fixes: table.fixes,
    untouched: untouched.map((one) => findingValues(one, keyOf, table.indexOf)),
    resolved: resolved.map(({ check, row, cluster, group }) => ({
      ...{ check: check.id, row, cluster },
      group: group && nameValues(group, keyOf)
    }))
  };
}
function runValues({ configuration, findings }) {
  const table = fixTable();
  const keyOf = keysOf(findings.flatMap(({ group }) => group ?? []));
  return {
    configuration,
    findings: findings.map((one) => findingValues(one, keyOf, table.indexOf)),
    fixes: table.fixes
  };
}
function keysOf(names) {
  const printed = new Set(names.flatMap(({ key, shown }) => key === shown ? [key] : []));
  const numbers = /* @__PURE__ */ new Map();
  for (const { key } of names) {
    if (!printed.has(key) && !numbers.has(key)) numbers.set(key, numbers.size + 1);
  }
  return (key) => printed.has(key) ? key : `#${String(numbers.get(key))}`;
}
function nameValues({ key, shown, isNameless }, keyOf) {
  return { key: keyOf(key), shown, isNameless };
}
function fixTable() {
  const known = /* @__PURE__ */ new Map();
  const fixes = [];
  return {
    fixes,
    indexOf: (found) => {
      if (found === void 0) return void 0;
      const index = known.get(found) ?? fixes.length;
      if (index === fixes.length) {
        known.set(found, index);
        fixes.push(fixValues(found));
      }
      return index;
    }
  };
}
function fixValues(fixes) {
  const isFirst = fixes.first() !== void 0;
  const all = fixes.all().map((fix) => {
    const { kind, step, blocks, module, configuration, adds, removes, effects, stages } = fix;
    return { kind, step, blocks, module, configuration, adds, removes, effects, stages };
  });
  return { isFirst, all, why: fixes.whyNone() };
}
function findingValues(finding, keyOf, indexOf) {
  const { identity, ofRun, check, severity, change, row, cluster, group, pool, role } = finding;
  const { missing, witness, causes, reason, remedy, restsOn, fixes, waived } = finding;
  return {
    ...{ identity, ofRun, severity, change, row, cluster, pool, role, missing, witness, remedy, restsOn },
    check: check.id,
    group: group && nameValues(group, keyOf),
    causes: causes.map(causeValues),
    reason: reason.kind === "waiver-idle" ? { ...reason, waiver: { ...reason.waiver, packets: reason.waiver.packets?.text } } : reason,
    fixes: indexOf(fixes),
    waived: waived && { reason: waived.reason, owner: waived.owner, expires: waived.expires }
  };
}
function causeValues({ address, actions, place, unplaced, standIn }) {
  return {
    ...{ address, actions, place, standIn },
    unplaced: unplaced === void 0 ? void 0 : openText(unplaced)
  };
}

export {
  valuesText,
  planText
};
