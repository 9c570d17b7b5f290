import {
  withGone,
  withSeen
} from "./chunk-G7TW2D2V.js";
import {
  ALL_PROTOCOLS,
  LAST_PORT,
  NUMBERS,
  boxes,
  canonical,
  firstPort,
  hasName,
  hasTypes,
  icmpText,
  intervalText,
  protocolText,
  samePeers,
  subtractSets
} from "./chunk-FFZXDXFJ.js";
import {
  compare,
  distinct,
  firstOfEach,
  groupBy
} from "./chunk-HR654TLQ.js";

// src/report/defaults.ts
function believedOnce(defaults) {
  const all = defaults.map(({ requirement, belief, stands, before }) => ({
    ...{ row: requirement, belief, stands },
    isNew: before === void 0
  }));
  return firstOfEach(all, ({ row, ...believed }) => JSON.stringify([row?.id, believed]));
}
var ORDER = ["seen", "plan", "recorded", "gone", "doubted", "assumed"];
function beliefParts({ defaults }) {
  const there = defaults.filter(({ isNew }) => !isNew);
  const alike = groupBy(
    there,
    ({ belief, stands }) => (
      // Each rule of a plan has its own address.
      JSON.stringify([stands, belief.kind === "plan" ? belief.kind : belief])
    )
  );
  return [...alike.values()].map((same) => ({ ...same[0], rows: distinct(same.map(({ row }) => row)) })).sort((a, b) => ORDER.indexOf(a.belief.kind) - ORDER.indexOf(b.belief.kind));
}
function recordsOf(plans, proposed) {
  const gone = plans.flatMap(goingIn);
  return [...groupBy(gone, ({ cluster }) => cluster.name).values()].map((same) => {
    const [{ cluster }] = same;
    const entry = proposed.clusters.find(({ name }) => name === cluster.name)?.defaultRules;
    const rows = [...distinct(same.map(({ row }) => row))].sort(byTableAndNumber);
    return {
      cluster: cluster.label,
      isNameable: cluster.label === cluster.name,
      gone: rows,
      recorded: rows.filter(({ id }) => entry?.gone.includes(id)),
      entry: withGone(
        entry,
        rows.map(({ id }) => id)
      )
    };
  });
}
function seenRecords(plans, proposed, records) {
  const gone = new Map(records.map((record) => [record.cluster, record.gone]));
  const shown = plans.flatMap(
    ({ subjects }) => subjects.flatMap(
      ({ cluster, groups }) => groups.flatMap(({ defaults }) => defaults.map((rule) => ({ cluster, rule })))
    )
  );
  return [...groupBy(shown, ({ cluster }) => cluster.name).values()].flatMap((same) => {
    const [{ cluster }] = same;
    const rules = same.map(({ rule }) => rule);
    const rows = [...groupBy(rules, ({ requirement }) => requirement)].flatMap(
      ([row, own]) => row !== void 0 && own.every(({ belief }) => belief.kind === "seen") ? [{ id: row.id, isThere: own.every(({ stands }) => stands === "surely") }] : []
    );
    if (rows.length === 0) return [];
    const was = proposed.clusters.find(({ name }) => name === cluster.name)?.defaultRules;
    const ids = (isThere) => rows.filter((row) => row.isThere === isThere).map(({ id }) => id);
    const seen = withSeen(was, { gone: ids(false), standing: ids(true) });
    const going = gone.get(cluster.label)?.map(({ id }) => id) ?? [];
    const entry = withGone(seen, going);
    return {
      cluster: cluster.label,
      isNameable: cluster.label === cluster.name,
      entry,
      isRecorded: was !== void 0 && isSameEntry(was, entry)
    };
  });
}
function isSameEntry(a, b) {
  const ids = ({ gone, standing }) => JSON.stringify([[...gone].sort(), standing === "all" ? standing : [...standing].sort()]);
  return ids(a) === ids(b);
}
function goingIn({ subjects }) {
  return subjects.flatMap(({ cluster, groups }) => {
    const { after, resource } = cluster;
    if (after === void 0 || resource?.isReplaced === true) return [];
    return groups.flatMap((view) => view.kind === "made" ? rowsTaken(view) : []).map((row) => ({ cluster, row }));
  });
}
function rowsTaken({ defaults }) {
  const isKnown = ({ belief, stands }) => belief.kind === "plan" || stands === "no";
  return [...groupBy(defaults, ({ requirement }) => requirement)].flatMap(
    ([row, rules]) => row !== void 0 && rules.some(({ isTakenAway }) => isTakenAway) && rules.every(isKnown) ? [row] : []
  );
}
function byTableAndNumber(a, b) {
  return compare(a.table, b.table) || compare(a.number, b.number);
}

// src/net/packet-lines.ts
function packetLines(region) {
  const lines = [];
  for (const { direction, protocols, ports, peers } of boxes(region)) {
    const isAll = ports.lo === firstPortOf(protocols) && ports.hi === LAST_PORT;
    const twin = isAll ? lines.find(
      (line) => line.ports === "all" && line.direction === direction && samePeers(line.peers, peers)
    ) : void 0;
    if (twin === void 0)
      lines.push({ direction, protocols: [protocols], ports: isAll ? "all" : ports, peers });
    else twin.protocols.push(protocols);
  }
  return lines.map((line) => ({ ...line, protocols: canonical(NUMBERS, line.protocols) }));
}
function firstPortOf({ lo, hi }) {
  return lo === hi ? firstPort(lo) : 0;
}
function protocolsForm(protocols) {
  const left = subtractSets(NUMBERS, [ALL_PROTOCOLS], protocols);
  if (left.length === 0) return { kind: "all" };
  return left.every(({ lo, hi }) => lo === hi && hasName(lo)) ? { kind: "all-but", protocols: left.map(({ lo }) => lo) } : { kind: "list", protocols };
}
function protocolsText(protocols) {
  const form = protocolsForm(protocols);
  if (form.kind === "all") return "all";
  return form.kind === "all-but" ? `all but ${form.protocols.map(protocolText).join(", ")}` : form.protocols.map(runText).join(", ");
}
function runText(range) {
  return range.lo === range.hi ? protocolText(range.lo) : intervalText(range);
}
function portsText({ protocols, ports }) {
  if (ports === "all") return "all";
  return intervalText(ports, protocols.some(({ lo }) => hasTypes(lo)) ? icmpText : String);
}

export {
  believedOnce,
  beliefParts,
  recordsOf,
  seenRecords,
  byTableAndNumber,
  packetLines,
  protocolsForm,
  protocolsText,
  portsText
};
