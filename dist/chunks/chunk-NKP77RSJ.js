import {
  ROLES,
  hasMark,
  isMarked,
  isRecord,
  isReplaced
} from "./chunk-DWQOV5FC.js";
import {
  onlyOne
} from "./chunk-HR654TLQ.js";

// src/plan/value.ts
var UNSET = { kind: "unset" };
var UNKNOWN = { kind: "unknown" };
function isNothing(value) {
  return value === void 0 || value === null || value === "";
}
function rawAt(side, name) {
  if (isMarked(side.unknown, name)) return UNKNOWN;
  const value = Object.hasOwn(side.values, name) ? side.values[name] : void 0;
  if (isNothing(value)) return UNSET;
  if (Array.isArray(value) && value.length === 0) return UNSET;
  return { kind: "known", value, isSensitive: isMarked(side.sensitive, name) };
}
function textAt(side, name) {
  const raw = rawAt(side, name);
  if (raw.kind !== "known") return raw;
  return typeof raw.value === "string" ? { ...raw, value: raw.value } : UNKNOWN;
}
function integerAt(side, name) {
  const raw = rawAt(side, name);
  if (raw.kind !== "known") return raw;
  const isDecimal = typeof raw.value === "string" && /^-?\d{1,15}$/.test(raw.value);
  const number = isDecimal ? Number(raw.value) : raw.value;
  return typeof number === "number" && Number.isInteger(number) ? { ...raw, value: number } : UNKNOWN;
}
function flagAt(side, name) {
  const raw = rawAt(side, name);
  if (raw.kind !== "known") return raw;
  return typeof raw.value === "boolean" ? { ...raw, value: raw.value } : UNKNOWN;
}
function textsAt(side, name) {
  const value = Object.hasOwn(side.values, name) ? side.values[name] : void 0;
  const mark = isRecord(side.unknown) ? side.unknown[name] : side.unknown;
  if (mark === true) return UNKNOWN;
  if (!Array.isArray(value)) return isNothing(value) && !isMarked(side.unknown, name) ? UNSET : UNKNOWN;
  const marks = Array.isArray(mark) ? mark : [];
  const texts = value.flatMap((element, i) => {
    if (marks[i] === true || typeof element !== "string") return [void 0];
    return element === "" ? [] : [element];
  });
  if (texts.length === 0) return UNSET;
  return { kind: "known", value: texts, isSensitive: isMarked(side.sensitive, name) };
}
function blocksAt(side, name) {
  const mark = isRecord(side.unknown) ? side.unknown[name] : side.unknown;
  if (mark === true) return UNKNOWN;
  const value = Object.hasOwn(side.values, name) ? side.values[name] : void 0;
  if (!Array.isArray(value)) return isNothing(value) ? UNSET : UNKNOWN;
  const marks = Array.isArray(mark) ? mark : [];
  const sensitive = isRecord(side.sensitive) ? side.sensitive[name] : side.sensitive;
  const sensitives = Array.isArray(sensitive) ? sensitive : [];
  const sides = value.map((element, i) => ({
    values: isRecord(element) ? element : {},
    unknown: isRecord(element) ? marks[i] : true,
    sensitive: sensitive === true ? true : sensitives[i]
  }));
  return sides.length === 0 ? UNSET : { kind: "known", value: sides, isSensitive: sensitive === true };
}
function ifKnown(value) {
  return value.kind === "known" ? value.value : void 0;
}
function knownText(side, name) {
  return side === void 0 ? void 0 : ifKnown(textAt(side, name));
}
function idOf(side) {
  return knownText(side, "id");
}
function instancesById(instances) {
  const byId = /* @__PURE__ */ new Map();
  for (const instance of instances) {
    for (const id of [idOf(instance.before), idOf(instance.after)]) {
      if (id !== void 0) byId.set(id, instance);
    }
  }
  return byId;
}

// src/plan/references/group-names.ts
var GROUP_TYPES = /* @__PURE__ */ new Set([
  "opentelekomcloud_networking_secgroup_v2",
  "opentelekomcloud_vpc_secgroup_v3",
  "opentelekomcloud_compute_secgroup_v2"
]);
var CLUSTER_TYPE = "opentelekomcloud_cce_cluster_v3";
function keyOfAttribute(instance, attribute) {
  return attribute === "id" ? instance.address : `${instance.address}.${attribute}`;
}
function roleOfName(text) {
  return roleIn(text, /^([a-z0-9][a-z0-9-]*?)-cce-(node|control|eni)-/);
}
function roleOfPattern(text) {
  const plain = text.replace(/^\^/, "").replace(/[()]|\?:/g, "").replace(/\\([-.])/g, "$1").replace(/(?<=[a-z0-9])\.(?=[a-z0-9])/g, "-");
  return roleIn(plain, /^([a-z0-9][a-z0-9-]*?)-cce-(node|control|eni)(?![a-z0-9])/) ?? roleIn(plain, /^(?:\.[*+]\??)?()-?cce-(node|control|eni)(?![a-z0-9])/);
}
function roleIn(text, pattern) {
  const [, cluster, role] = pattern.exec(text) ?? [];
  const known = ROLES.find((one) => one === role);
  return known === void 0 ? void 0 : { cluster: cluster === "" ? void 0 : cluster, role: known };
}
var CCE_DESCRIPTION = /\bcreated by CCE cluster ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b(.*)/is;
var ROLE_WORDS = [
  ["control", /\bmaster\b/i],
  ["eni", /\beni\b/i],
  ["node", /\bnode\b/i]
];
function groupOriginOf(instance) {
  const { before } = instance;
  const after = isReplaced(instance) ? void 0 : instance.after;
  const sides = [before, after].filter((side) => side !== void 0);
  const isManaged = instance.mode === "managed";
  if (isManaged && (before === void 0 || sides.some(hasNoDefaultRules))) return { kind: "own" };
  const told = sides.flatMap((side) => nameOfSide(side, "description") ?? []);
  const [made] = told.flatMap((description) => madeByCce(description) ?? []);
  return made ?? { kind: isManaged && told.length > 0 ? "own" : "not-told" };
}
function madeByCce({ text, isSensitive }) {
  const [, clusterId, words = ""] = CCE_DESCRIPTION.exec(text) ?? [];
  const [role] = ROLE_WORDS.find(([, word]) => word.test(words)) ?? [];
  return clusterId === void 0 || role === void 0 ? void 0 : { kind: "cce", clusterId, role, isSensitive };
}
function hasNoDefaultRules(side) {
  return ifKnown(flagAt(side, "delete_default_rules")) === true;
}
function nameOfSide(side, attribute = "name") {
  const value = side === void 0 ? void 0 : textAt(side, attribute);
  return value?.kind === "known" ? { text: value.value, isSensitive: value.isSensitive } : void 0;
}
var RULE_TYPES = /* @__PURE__ */ new Set([
  "opentelekomcloud_networking_secgroup_rule_v2",
  "opentelekomcloud_vpc_secgroup_rule_v3"
]);
function postponedGroups(instances, resolver) {
  const keys = /* @__PURE__ */ new Map();
  const clusters = instances.filter(
    ({ type, mode, after }) => type === CLUSTER_TYPE && mode === "managed" && after !== void 0
  );
  const postponed = instances.filter(
    ({ type, mode, after }) => GROUP_TYPES.has(type) && mode === "data" && after !== void 0 && idOf(after) === void 0
  );
  for (const { address, after } of postponed) {
    const name = knownText(after, "name");
    const pattern = knownText(after, "name_regex");
    const told = name !== void 0 ? roleOfName(name) : pattern === void 0 ? void 0 : roleOfPattern(pattern);
    const made = told === void 0 ? void 0 : groupMadeFor(told, clusters);
    const key = made ?? formerGroup(address, instances, resolver);
    if (key !== void 0) keys.set(address, key);
  }
  return keys;
}
function groupMadeFor({ cluster, role }, clusters) {
  const [own, ...others] = cluster === void 0 ? clusters : clusters.filter(({ after }) => knownText(after, "name") === cluster);
  if (own === void 0 || others.length > 0 || role === "eni") return void 0;
  const attribute = `security_group_${role}`;
  const id = isReplaced(own) ? void 0 : knownText(own.after, attribute);
  return id ?? keyOfAttribute(own, attribute);
}
function formerGroup(address, instances, { resolve }) {
  const ids = [];
  for (const instance of instances) {
    const { type, before, after } = instance;
    if (!RULE_TYPES.has(type) || before === void 0 || after === void 0) continue;
    for (const attribute of ["security_group_id", "remote_group_id"]) {
      const id = knownText(before, attribute);
      if (id === void 0 || !isMarked(after.unknown, attribute)) continue;
      const outcomes = resolve(instance, attribute);
      if (outcomes.every((outcome) => outcome.kind === "target" && outcome.address === address)) ids.push(id);
    }
  }
  return onlyOne(ids);
}
var ID_ATTRIBUTES = [
  "id",
  "secgroup_id",
  "security_group_id",
  "remote_group_id",
  "security_group_ids",
  "security_groups",
  "security_group_node",
  "security_group_control"
];
function sensitiveIdsOf(instances, { resolve }) {
  const ids = /* @__PURE__ */ new Set();
  for (const instance of instances) {
    for (const side of [instance.before, instance.after, instance.drifted]) {
      if (side === void 0 || !hasMark(side.sensitive)) continue;
      for (const name of ID_ATTRIBUTES.filter((attribute) => isMarked(side.sensitive, attribute))) {
        const told = isMarked(side.unknown, name) ? resolve(instance, name).flatMap(constantOf) : [];
        for (const value of [side.values[name], told].flat(2)) {
          if (typeof value === "string" && value !== "") ids.add(value);
        }
      }
    }
  }
  return ids;
}
function constantOf(outcome) {
  return outcome.kind === "constant" ? [outcome.value] : [];
}

// src/facts/instant.ts
function instantOf(text) {
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/i.test(text);
  const time = isWhole ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? void 0 : new Date(time).toISOString();
}
function hoursBetween(from, to) {
  const [start, end] = [from, to].map((text) => text === void 0 ? Number.NaN : Date.parse(text));
  const hours = ((end ?? Number.NaN) - (start ?? Number.NaN)) / 36e5;
  return Number.isNaN(hours) ? void 0 : hours;
}

export {
  rawAt,
  textAt,
  integerAt,
  flagAt,
  textsAt,
  blocksAt,
  ifKnown,
  knownText,
  idOf,
  instancesById,
  GROUP_TYPES,
  CLUSTER_TYPE,
  keyOfAttribute,
  roleOfName,
  roleOfPattern,
  groupOriginOf,
  madeByCce,
  hasNoDefaultRules,
  nameOfSide,
  postponedGroups,
  sensitiveIdsOf,
  instantOf,
  hoursBetween
};
