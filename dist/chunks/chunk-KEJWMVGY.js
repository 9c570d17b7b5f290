import {
  causeCount
} from "./chunk-3XNJGZAM.js";
import {
  ifTheyStand
} from "./chunk-43LBVURZ.js";
import {
  count
} from "./chunk-W55LG4YV.js";
import {
  toText
} from "./chunk-OR7BGG5Q.js";
import {
  rowsOf
} from "./chunk-7LKISGRE.js";
import {
  distinct
} from "./chunk-HR654TLQ.js";

// src/report/verdict.ts
function verdictMark(report) {
  if (report.conclusion === "fail") return { mark: "✖", word: "fail" };
  return stopsApply(report) ? { mark: "▲", word: `pass, ${STOPS}` } : { mark: "✔", word: "pass" };
}
var STOPS = "but the apply will stop";
function stopsApply({ findings }) {
  return findings.some(({ reason, waived }) => waived === void 0 && isRefused(reason));
}
function isRefused(reason) {
  if (reason.kind === "repeats") return !("isSure" in reason.twin) || reason.twin.isSure;
  if (reason.kind === "rule-problem") return reason.problem.kind === "refused";
  return reason.kind === "group-goes" || reason.kind === "key-renamed";
}
function verdictOf(report, blocks) {
  const { critical, warning } = report.summary;
  const counts = countsText(report.summary);
  if (isNothingJudged(report)) {
    return toText([notJudged(report), counts].filter((part) => part !== void 0).join(" · "));
  }
  if (counts === void 0) return toText(nothingWrong(report));
  const isSame = blocks.some(movesPackets) ? void 0 : identical(report);
  const causes = causeCount(blocks);
  const isTold = causes > 0 && causes < critical + warning;
  const scope = blocks.some(isFilterChange) ? "security groups only" : void 0;
  const parts = [counts, ...isTold ? [count(causes, "cause")] : [], isSame, scope];
  return toText(parts.filter((part) => part !== void 0).join(" · "));
}
function notJudged({ findings }) {
  const unplaced = unplacedGroups({ findings });
  if (unplaced > 0) return `nothing judged: ${count(unplaced, "security group")} cannot be placed`;
  const sisters = findings.filter(({ reason }) => reason.kind === "sister-cluster").length;
  const others = sisters === 0 ? "" : `, but ${count(sisters, "cluster")} of another provider`;
  return `nothing to judge: no CCE cluster or group of one in this run${others}`;
}
function isNothingJudged({ plans }) {
  return !plans.some(({ showsCluster }) => showsCluster);
}
function unplacedGroups({ findings }) {
  return findings.filter(({ reason }) => reason.kind === "group-not-placed").length;
}
function isFilterChange({ findings }) {
  return findings.some(({ reason }) => reason.kind === "packet-filters-change");
}
function movesPackets({ change, checks }) {
  return change === "introduced" && checks.some(({ about }) => about === "packets");
}
function countsText({ critical, warning, notice }) {
  const counts = [
    ...critical > 0 ? [`${critical} critical`] : [],
    ...warning > 0 ? [count(warning, "warning")] : [],
    ...notice > 0 ? [count(notice, "notice")] : []
  ];
  return counts.length === 0 ? void 0 : counts.join(", ");
}
function nothingWrong(report) {
  const { plans, findings } = report;
  const changes = plans.reduce((sum, plan) => sum + plan.changes, 0);
  const rules = plans.reduce((sum, plan) => sum + plan.ruleChanges, 0);
  const rest = findings.length > 0 ? `${count(findings.length, "finding is", "findings are")} waived` : rowsThatHold(report);
  if (report.cloud !== void 0) return rest;
  if (changes === 0) return `nothing changes, ${rest}`;
  return identical(report) ?? `${rules === 0 ? "no rule changes" : rulesChange(rules)}, ${rest}`;
}
function rowsThatHold({ holds: { rows }, untouched }) {
  const open = new Set(
    untouched.flatMap((finding) => {
      const { plan, cluster, pool, group } = finding;
      return rowsOf(finding).map(({ id }) => JSON.stringify([plan, cluster, pool, group?.key, id]));
    })
  ).size;
  if (open > 0) return `${count(rows, "row holds", "rows hold")}, ${open} cannot be decided`;
  return rows === 0 ? "no table applies" : `all ${count(rows, "row holds", "rows hold")}`;
}
function identical({ plans }) {
  const changing = plans.filter(({ ruleChanges }) => ruleChanges > 0);
  if (changing.length === 0 || !changing.every(({ isUnchanged }) => isUnchanged)) return void 0;
  const rules = changing.reduce((sum, { ruleChanges }) => sum + ruleChanges, 0);
  const names = distinct(changing.flatMap(({ unchangedIf }) => unchangedIf));
  return names.length === 0 ? `${rulesChange(rules)}, the effective rule sets are identical` : `${rulesChange(rules)}; nothing that is let through changes ${ifTheyStand(names)}`;
}
function rulesChange(n) {
  return count(n, "rule changes", "rules change");
}

export {
  verdictMark,
  STOPS,
  stopsApply,
  verdictOf,
  isNothingJudged,
  unplacedGroups,
  countsText
};
