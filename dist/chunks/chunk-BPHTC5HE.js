// src/report/row-states.ts
import { compare, groupBy } from "../core.js";
import { rowsOf } from "../core.js";
var NO_STATE = /* @__PURE__ */ new Set([
  "not-crosswise",
  "key-renamed",
  "upgrade-refused"
]);
function rowStates({
  findings,
  untouched,
  resolved
}) {
  const rowed = [...findings, ...untouched].flatMap(
    (finding) => NO_STATE.has(finding.reason.kind) ? [] : rowsOf(finding).map((row) => ({ ...finding, row }))
  );
  const bySubject = groupBy(
    rowed,
    ({ plan, cluster, pool, group, row }) => JSON.stringify([plan, cluster, pool, group?.key, row.id])
  );
  const mended = resolved.map(({ plan, cluster, group, row }) => ({
    plan,
    cluster,
    subject: group?.shown,
    row,
    before: "missing",
    during: void 0,
    after: "holds",
    isWaived: false
  }));
  return [...[...bySubject.values()].map(rowState), ...mended].sort(byRow);
}
function rowState(findings) {
  const [{ plan, cluster, pool, group, row }] = findings;
  const changes = new Set(findings.map(({ change }) => change));
  const isNew = findings.some(({ reason }) => reason.kind === "row" && reason.need === "new");
  const lost = findings.filter(({ change }) => change === "introduced" || change === "pre-existing");
  const isLost = lost.length > 0;
  return {
    plan,
    cluster,
    subject: pool ?? group?.shown,
    row,
    before: isNew ? "not there" : stateBefore(changes, findings),
    during: isLost ? "missing" : changes.has("transient") ? "may be cut" : "not known",
    after: isLost ? "missing" : changes.has("undecided") ? "not known" : "holds",
    isWaived: (isLost ? lost : findings).every(({ waived }) => waived !== void 0)
  };
}
function stateBefore(changes, findings) {
  const was = changes.has("introduced") || changes.has("transient");
  if (changes.has("pre-existing")) return was ? "holds in part" : "missing";
  const held = findings.every(({ reason }) => reason.kind === "row" && reason.heldBefore);
  return was || held ? "holds" : "not known";
}
function byRow(a, b) {
  return compare(a.cluster ?? "", b.cluster ?? "") || compare(a.subject ?? "", b.subject ?? "") || a.plan - b.plan || a.row.table - b.row.table || a.row.number - b.row.number;
}

export {
  rowStates
};
