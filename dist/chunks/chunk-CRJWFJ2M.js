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
} from "./chunk-MEXHSFFU.js";
import {
  compare,
  distinct,
  firstOfEach,
  groupBy
} from "./chunk-HR654TLQ.js";
import {
  must
} from "./chunk-CAOBLGU6.js";

// src/report/words/text.ts
var characters = /* @__PURE__ */ Symbol("characters");
var VALUE_LIMIT = 300;
function shownValue(value) {
  return cutAt(value, VALUE_LIMIT);
}
function cutAt(text, limit) {
  if (text.length <= limit) return text;
  const near = Array.from(text.slice(0, 2 * limit));
  const isWhole = near.length <= limit && text.length <= 2 * limit;
  return isWhole ? text : `${near.slice(0, limit - 1).join("")}…`;
}
var TEXT_LIMIT = 2e3;
var LONG_VALUES = new RegExp(`[^\\s\`]{${VALUE_LIMIT + 1},}`, "gu");
function toText(words) {
  if (words.length <= VALUE_LIMIT) return { [characters]: words };
  return { [characters]: cutAt(words.replaceAll(LONG_VALUES, shownValue), TEXT_LIMIT) };
}
function say(words, ...parts) {
  return {
    [characters]: words.reduce((whole, word, index) => {
      const part = must(parts[index - 1], "between two words there is a part");
      return whole + (typeof part === "object" ? part[characters] : shownValue(String(part))) + word;
    })
  };
}
function joined(texts, between) {
  return { [characters]: texts.map((text) => text[characters]).join(between) };
}
function asSentence(text) {
  return /[.!?]$/.test(text[characters]) ? text : say`${text}.`;
}
function openText(text) {
  return text[characters];
}

// src/report/words/phrases.ts
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
var SENSITIVE = "(sensitive)";
var TELLERS = { plan: "the plan", audit: "the facts" };
function instantText(instant) {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
var ROLE_NAMES = {
  node: "worker node security group",
  control: "master node security group",
  eni: "elastic network interface security group"
};
var NETWORKS = /* @__PURE__ */ new Map([
  ["vpc-router", "VPC network"],
  ["overlay_l2", "tunnel network"],
  ["eni", "Cloud Native 2.0 network"]
]);
function networkName(type) {
  if (type === void 0) return toText("network model not known");
  return toText(NETWORKS.get(type) ?? `network model ${type}`);
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
  return toText(ACTIONS.get(actions.join(",")) ?? actions.join(", "));
}
function rowRanges(rows) {
  const runs = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last?.[1].table === row.table && last[1].number + 1 === row.number) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(
    ([from, to]) => from === to ? from.id : `${from.id}${from.number + 1 === to.number ? " " : "-"}${to.id}`
  ).join(" ");
}

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
  VALUE_LIMIT,
  shownValue,
  toText,
  say,
  joined,
  asSentence,
  openText,
  count,
  capped,
  capitalised,
  SENSITIVE,
  TELLERS,
  instantText,
  ROLE_NAMES,
  networkName,
  actionsPhrase,
  rowRanges,
  packetLines,
  protocolsForm,
  protocolsText,
  portsText
};
