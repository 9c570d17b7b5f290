import {
  parseAddress
} from "./chunk-EWVTMIMU.js";
import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  NUMBERS,
  TCP,
  UDP,
  intersectSets,
  single,
  subtractSets
} from "./chunk-23KPEMH6.js";

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

// src/model/requirement.ts
var ROLES = ["node", "control", "eni"];

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
  isRecord,
  memberOf,
  isMarked,
  hasMark,
  doesSomething,
  isReplaced,
  instancesOf
};
