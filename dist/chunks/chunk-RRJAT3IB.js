import {
  doubtsIn,
  openBeforeWords,
  untouchedWords
} from "./chunk-43LBVURZ.js";
import {
  ROLE_NAMES,
  capped
} from "./chunk-W55LG4YV.js";
import {
  joined,
  say
} from "./chunk-OR7BGG5Q.js";
import {
  linkOf
} from "./chunk-XR7GB23Z.js";
import {
  distinct,
  firstOfEach,
  groupBy
} from "./chunk-HR654TLQ.js";
import {
  must
} from "./chunk-CAOBLGU6.js";

// src/format/parts.ts
var MARKS = { critical: "✖", warning: "▲", notice: "●" };
var CAUSE_LIMIT = 5;
var SENTENCE_LIMIT = 5;
var MENDED_LIMIT = 12;
function firstFew(items, limit) {
  return { shown: items.slice(0, limit), left: Math.max(0, items.length - limit) };
}
function andMore(left) {
  return left > 0 ? [`and ${left} more`] : [];
}
function rowIds({ rows }) {
  return distinct(rows.map(({ row }) => row.id));
}
function pageParts(block) {
  const tables = groupBy(block.named, ({ table }) => table);
  return [...tables].map(([number, rows]) => {
    const { shown, left } = firstFew(rows, PURPOSE_LIMIT);
    const purposes = [...shown.map(purposeOf), ...andMore(left)];
    return { table: `Table ${number}`, url: linkOf(rows[0]), purposes: isMild(block) ? [] : purposes };
  });
}
function tableLinks(rows) {
  return firstOfEach(rows, ({ table }) => table).map((row) => ({
    table: `Table ${row.table}`,
    url: linkOf(row)
  }));
}
var PURPOSE_LIMIT = 3;
function purposeOf({ id, purpose, note }) {
  return [`${id}: ${purpose}`, ...note === void 0 ? [] : [note]].join(" ");
}
function isMild({ change }) {
  return change === "transient" || change === "undecided";
}
function remedyLabel({ change }) {
  return change === "undecided" ? "to decide" : "to mend";
}
function plansToName({ plans }) {
  const paths = plans.map(({ path }) => path);
  return paths.length <= PATH_LIMIT && paths.every((path) => SHELL_SAFE.test(path)) ? paths.join(" ") : "PLAN...";
}
function shortFingerprint({ fingerprint }) {
  return fingerprint.slice(0, 8);
}
var PATH_LIMIT = 3;
var SHELL_SAFE = /^[\w./][\w./+@-]{0,99}$/;
var PARTIAL = "only part of the configuration (-target, or deferred changes): the rest is not judged";
function planName({ label, path }, escaped) {
  return label === void 0 ? escaped(path) : `${escaped(label)} (${escaped(path)})`;
}
function isGroupOf({ plan, cluster, group }, entry) {
  return entry.plan === plan && entry.cluster === cluster && entry.key === group?.key;
}
var POOL_LIMIT = 4;
function poolNames(pools, escaped) {
  if (pools.length === 0) return [];
  return [
    `${pools.length === 1 ? "pool" : "pools"} ${capped(
      pools.map((pool) => escaped(pool)),
      POOL_LIMIT
    )}`
  ];
}
function planOfBlock({ plan }, { plans }, escaped) {
  if (plans.length < 2) return [];
  return [planName(must(plans[plan], "a finding is of a plan that was read"), escaped)];
}
function uriOf(path) {
  const whole = path.replaceAll(new RegExp("\\p{Cs}", "gu"), "�");
  return whole.split("/").map(encodeURIComponent).join("/");
}
function mendedOf({ resolved }) {
  return [...groupBy(resolved, ({ cluster }) => cluster)].map(([cluster, mended]) => {
    const rows = distinct(mended.map(({ row }) => row.id));
    const verbs = rows.length === 1 ? "was missing before, and holds" : "were missing before, and hold";
    return { cluster, rows: capped(rows, MENDED_LIMIT), holds: `${verbs} after the plan` };
  });
}
function openLines({ groups }) {
  const open = groups.filter(({ openBefore }) => openBefore.length > 0);
  return open.map(({ cluster, role, name, address, openBefore }) => {
    const which = name ?? address;
    const group = which === void 0 ? ROLE_NAMES[role] : `${ROLE_NAMES[role]} ${which}`;
    return { cluster, text: say`${group}: ${joined(openBeforeWords(openBefore), "; ")}` };
  });
}
function untouchedLines({
  findings,
  untouched
}) {
  const told = doubtsIn(findings);
  const bySubject = groupBy(
    untouched,
    ({ plan, cluster, pool, group }) => JSON.stringify([plan, cluster, pool, group?.key])
  );
  return [...bySubject.values()].map((same) => {
    const [{ cluster, pool, role = "node", group }] = same;
    const named = group === void 0 || group.isNameless ? ROLE_NAMES[role] : `${ROLE_NAMES[role]} ${group.shown}`;
    return {
      cluster,
      text: say`${pool === void 0 ? named : `groups of ${pool}`}: ${untouchedWords(same, told)}`
    };
  });
}
function waivedTerms({ waived }, words, value) {
  return `${words(waived.reason)} (${value(waived.owner)}, until ${words(waived.expires)})`;
}

export {
  MARKS,
  CAUSE_LIMIT,
  SENTENCE_LIMIT,
  firstFew,
  andMore,
  rowIds,
  pageParts,
  tableLinks,
  isMild,
  remedyLabel,
  plansToName,
  shortFingerprint,
  PARTIAL,
  planName,
  isGroupOf,
  poolNames,
  planOfBlock,
  uriOf,
  mendedOf,
  openLines,
  untouchedLines,
  waivedTerms
};
