import {
  toText
} from "./chunk-OR7BGG5Q.js";
import {
  keyText,
  parseAddress
} from "./chunk-EWVTMIMU.js";

// src/report/words/phrases.ts
function count(n, one, many = `${one}s`) {
  return `${n} ${n === 1 ? one : many}`;
}
function holdsPhrase({ groups, rows, of }) {
  if (groups === 0) return void 0;
  const held = rows === of ? `all ${count(of, "row")}` : `${rows} of ${count(of, "row")}`;
  return `${held} of ${count(groups, "group")} hold`;
}
function capped(texts, limit) {
  if (texts.length <= limit + 1) return texts.join(", ");
  return `${texts.slice(0, limit).join(", ")} and ${texts.length - limit} more`;
}
function andList(texts) {
  const others = texts.slice(0, -1);
  const last = texts.slice(-1).join("");
  if (others.length === 0) return last;
  return `${others.join(", ")}${texts.some((text) => text.includes(" and ")) ? "," : ""} and ${last}`;
}
function shortLabel(address) {
  const parsed = parseAddress(address);
  if (parsed === void 0) return address;
  return `${parsed.block.slice(parsed.block.lastIndexOf(".") + 1)}${keyText(parsed.key)}`;
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
var MEMBERS = { node: "worker node", control: "master", eni: "pod" };
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

export {
  count,
  holdsPhrase,
  capped,
  andList,
  shortLabel,
  capitalised,
  SENSITIVE,
  TELLERS,
  instantText,
  ROLE_NAMES,
  MEMBERS,
  networkName,
  actionsPhrase,
  rowRanges
};
