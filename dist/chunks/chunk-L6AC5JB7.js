import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  NUMBERS,
  TCP,
  UDP,
  intersectSets,
  single,
  subtractSets
} from "./chunk-FFZXDXFJ.js";
import {
  parseAddress
} from "./chunk-EWVTMIMU.js";
import {
  groupBy,
  memo,
  onlyOne
} from "./chunk-HR654TLQ.js";

// src/model/requirement.ts
var ROLES = ["node", "control", "eni"];
var ROLE_OF = { "node-group": "node", "control-group": "control", "eni-group": "eni" };
function isGroupPeer(peer) {
  return Object.hasOwn(ROLE_OF, peer);
}
function roleOfPeer(peer) {
  return ROLE_OF[peer];
}

// src/plan/rule.ts
function groupRef(key) {
  return { kind: "group", key };
}
function unknownGroup(why, oneOf = []) {
  return { kind: "unknown", oneOf, why };
}
function oneOfPeers(peers) {
  const all = peers.flatMap((peer) => peer.kind === "one-of" ? peer.peers : [peer]);
  const [only, ...others] = all;
  return only !== void 0 && others.length === 0 ? only : { kind: "one-of", peers: all };
}
var ALL_TRAFFIC = { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS };
function someTraffic({ protocols } = ALL_TRAFFIC, ports = ALL_PORTS) {
  return { protocols, ports, isAtMost: true };
}
function productsOf({
  protocols,
  ports,
  isAtMost
}) {
  if (isAtMost !== true || ports === ALL_PORTS) return [{ protocols, ports }];
  return [
    { protocols: intersectSets(protocols, WITH_PORTS), ports },
    { protocols: subtractSets(NUMBERS, protocols, WITH_PORTS), ports: ALL_PORTS }
  ];
}
var WITH_PORTS = [single(TCP), single(UDP)];
function isChanging({ change }) {
  return change !== "stands" && change !== "drifted-away";
}
function isAccepted(side) {
  return side.problems.every(({ kind }) => kind !== "refused");
}
function knownKeys(refs) {
  return refs.flatMap((ref) => ref.kind === "group" ? [ref.key] : []);
}
function isPeerSensitive({ peer }) {
  if (peer.kind === "one-of") return peer.peers.some((one) => isPeerSensitive({ peer: one }));
  if (peer.kind === "range") return peer.range.kind === "known" && peer.range.isSensitive;
  return peer.kind === "group" && peer.isSensitive;
}
function isSecret(side) {
  return side.isTrafficSensitive === true || isPeerSensitive(side);
}

// src/model/ranges.ts
var SERVICE_RANGES = {
  "vpc-endpoint-service": "198.19.128.0/17",
  "internal-services": "100.125.0.0/16"
};
var INTERNAL_SERVICES_OF = { "eu-ch2": "100.126.0.0/16" };
var FORMER_INTERNAL_SERVICES = "100.126.0.0/16";
var SHARED_LOAD_BALANCERS = "100.125.0.0/16";
var NODE_PORT_LIMITS = { from: 20106, to: 32767 };
var DEFAULT_DNS_SERVERS = ["100.125.4.25", "100.125.129.199"];

// src/plan/document/marks.ts
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function memberOf(value, key) {
  return isRecord(value) ? value[key] : void 0;
}
function isMarked(mark, name) {
  if (mark === true) return true;
  return isRecord(mark) && Object.hasOwn(mark, name) && hasMark(mark[name]);
}
function hasMark(mark) {
  const open = [mark];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    if (next === true) return true;
    if (typeof next !== "object" || next === null) continue;
    const inner = Object.values(next);
    for (const mark2 of inner) {
      if (mark2 === true) return true;
      if (typeof mark2 === "object" && mark2 !== null) open.push(mark2);
    }
  }
  return false;
}

// src/plan/instance.ts
function doesSomething(actions) {
  return actions.some((action) => action !== "no-op" && action !== "read");
}
function isReplaced(instance) {
  return instance.before !== void 0 && instance.after !== void 0 && instance.actions.includes("create") && instance.actions.includes("delete");
}
function instancesOf({ changes, drift, deferred, priorState }) {
  const drifted = /* @__PURE__ */ new Map();
  for (const { key, before } of drift) if (before !== void 0) drifted.set(key, before);
  const result = [];
  const seen = /* @__PURE__ */ new Set();
  for (const change of changes) {
    seen.add(change.key);
    result.push(...changedInstances(change, drifted.get(change.key)));
  }
  for (const change of deferred) {
    seen.add(change.key);
    result.push(...changedInstances(change, drifted.get(change.key)).map(asDeferred));
  }
  const open = deferred.map(({ address }) => address).filter((address) => address.includes("[*]"));
  for (const state of priorState) {
    if (seen.has(state.key)) continue;
    seen.add(state.key);
    const isDeferred = open.some((address) => isOneOf(state.address, address));
    result.push({ ...standingInstance(state, drifted.get(state.key)), isDeferred });
  }
  for (const element of drift) {
    const last = drifted.get(element.key);
    if (!seen.has(element.key) && last !== void 0 && element.mode === "managed") {
      result.push({ ...emptyInstance(element, "managed"), isUnconfigured: false, drifted: last });
    }
  }
  return result.sort(byAddress);
}
function asDeferred(instance) {
  return { ...instance, after: instance.after ?? instance.before, isDeferred: true };
}
function isOneOf(address, pattern) {
  const blocks = [address, pattern].map((text) => {
    const { modules = [], block } = parseAddress(text) ?? {};
    return block === void 0 ? void 0 : [...modules.map(({ name }) => name), block].join(" ");
  });
  return blocks[0] !== void 0 && blocks[0] === blocks[1];
}
function byAddress(a, b) {
  if (a.address !== b.address) return a.address < b.address ? -1 : 1;
  return Number(a.isUnconfigured) - Number(b.isUnconfigured);
}
function emptyInstance({ address, type, isDeposed }, mode) {
  return {
    address,
    mode,
    type,
    actions: ["no-op"],
    before: void 0,
    after: void 0,
    drifted: void 0,
    replaceAttributes: [],
    isUnconfigured: isDeposed,
    isDeferred: false
  };
}
function standingInstance(state, drifted) {
  const mode = state.mode === "data" ? "data" : "managed";
  return { ...emptyInstance(state, mode), before: state, after: state, drifted };
}
function isSameSide(a, b) {
  if (a === void 0 || [a.sensitive, b.sensitive, b.unknown].some(hasMark)) return false;
  const keys = Object.keys(b.values);
  return keys.length === Object.keys(a.values).length && keys.every((key) => Object.hasOwn(a.values, key) && a.values[key] === b.values[key]);
}
function changedInstances(change, drifted) {
  const { mode, actions, before, after, replaceAttributes } = change;
  if (mode !== "managed" && mode !== "data") return [];
  const base = {
    ...emptyInstance(change, mode),
    actions,
    before,
    after,
    drifted,
    replaceAttributes
  };
  if (!actions.includes("forget")) {
    const isUnchanged = !change.isDeposed && actions.every((action) => action === "no-op");
    const isSame = isUnchanged && (after === void 0 || isSameSide(before, after));
    return [isSame ? { ...base, after: before } : base];
  }
  const forgotten = { ...base, actions: ["forget"], after: before, isUnconfigured: true };
  return actions.includes("create") ? [forgotten, { ...base, actions: ["create"], before: void 0, drifted: void 0 }] : [forgotten];
}

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
  const byName = groupBy(clusters, ({ after }) => knownText(after, "name"));
  const clustersNamed = ({ cluster }) => cluster === void 0 ? clusters : byName.get(cluster) ?? [];
  const former = memo(() => formerGroups(instances, resolver));
  for (const { address, after } of postponed) {
    const name = knownText(after, "name");
    const pattern = knownText(after, "name_regex");
    const told = name !== void 0 ? roleOfName(name) : pattern === void 0 ? void 0 : roleOfPattern(pattern);
    const made = told === void 0 ? void 0 : groupMadeFor(told, clustersNamed);
    const key = made ?? onlyOne(former(void 0).get(address) ?? []);
    if (key !== void 0) keys.set(address, key);
  }
  return keys;
}
function groupMadeFor(told, clustersNamed) {
  const { role } = told;
  const [own, ...others] = clustersNamed(told);
  if (own === void 0 || others.length > 0 || role === "eni") return void 0;
  const attribute = `security_group_${role}`;
  const id = isReplaced(own) ? void 0 : knownText(own.after, attribute);
  return id ?? keyOfAttribute(own, attribute);
}
function formerGroups(instances, { resolve }) {
  const named = [];
  for (const instance of instances) {
    const { type, before, after } = instance;
    if (!RULE_TYPES.has(type) || before === void 0 || after === void 0) continue;
    for (const attribute of ["security_group_id", "remote_group_id"]) {
      const id = knownText(before, attribute);
      if (id === void 0 || !isMarked(after.unknown, attribute)) continue;
      const address = onlyTarget(resolve(instance, attribute));
      if (address !== void 0) named.push({ address, id });
    }
  }
  const byAddress2 = groupBy(named, ({ address }) => address);
  return new Map([...byAddress2].map(([address, same]) => [address, same.map(({ id }) => id)]));
}
function onlyTarget(ends) {
  return onlyOne(ends.map((end) => end.kind === "target" ? end.address : void 0));
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

export {
  groupRef,
  unknownGroup,
  oneOfPeers,
  ALL_TRAFFIC,
  someTraffic,
  productsOf,
  isChanging,
  isAccepted,
  knownKeys,
  isPeerSensitive,
  isSecret,
  SERVICE_RANGES,
  INTERNAL_SERVICES_OF,
  FORMER_INTERNAL_SERVICES,
  SHARED_LOAD_BALANCERS,
  NODE_PORT_LIMITS,
  DEFAULT_DNS_SERVERS,
  ROLES,
  isGroupPeer,
  roleOfPeer,
  isRecord,
  memberOf,
  isMarked,
  doesSomething,
  isReplaced,
  instancesOf,
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
  sensitiveIdsOf
};
