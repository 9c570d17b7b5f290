import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  ALL_V4,
  EMPTY,
  ICMP,
  ICMPV6,
  LAST_PORT,
  NO_PEERS,
  NUMBERS,
  TCP,
  UDP,
  anyAddress,
  boxes,
  canonical,
  cidrsOf,
  firstPort,
  hasAllV4,
  hasTypes,
  intersect,
  isEmpty,
  isSame,
  isSubset,
  mapPeers,
  parseCidr,
  peersWithin,
  region,
  restrict,
  samePeers,
  subtract,
  subtractSets,
  tableOf,
  tokenPeers,
  union,
  unionOf,
  unionOfPeers,
  unionPeers,
  v4Text,
  v6Text
} from "./chunk-BC6WHAUI.js";
import {
  parseAddress
} from "./chunk-ALZ5PEDL.js";

// src/plan/rule.ts
function isAccepted(side2) {
  return side2.problems.every(({ kind }) => kind !== "refused");
}

// src/cluster/default-rules.ts
function trafficOf({ protocol, ports }) {
  const numbers = { all: ALL_PROTOCOLS, tcp: one(TCP), udp: one(UDP), icmp: one(ICMP) };
  return {
    protocols: [numbers[protocol]],
    ports: ports === "all" ? ALL_PORTS : [{ lo: ports.from, hi: ports.to }]
  };
}
function one(number) {
  return { lo: number, hi: number };
}
function defaultRulesOfRow(row, before, after) {
  const old = before === void 0 ? [] : peersOfRow(row, before);
  const next = after === void 0 ? [] : peersOfRow(row, after);
  const isIn = (list, peer) => list.some((other) => isSamePeer(peer, other));
  const fresh = next.filter((peer) => !isIn(old, peer));
  const side2 = (peer) => sideOf(row, peer);
  const alternatives = row.row.peer === "master-node-cidr" ? mastersByAnotherName(row.keys, before ?? after) : [];
  const base = { requirement: row.row, alternatives };
  const following = old.map((peer) => {
    const follower = isIn(next, peer) ? peer : fresh.shift();
    return { ...base, before: side2(peer), after: follower === void 0 ? void 0 : side2(follower) };
  });
  return [...following, ...fresh.map((peer) => ({ ...base, before: void 0, after: side2(peer) }))];
}
function sideOf({ row, group }, peer) {
  const traffic = trafficOf(row);
  return allowing({
    group,
    direction: row.direction,
    family: "IPv4",
    traffic,
    peer,
    priority: { kind: "undocumented" }
  });
}
function allowing({ group, ...rest }) {
  return { ...rest, group: { kind: "group", key: group }, action: "allow", problems: [] };
}
function peersOfRow({ row, keys }, addresses) {
  switch (row.peer) {
    case "any":
      return [{ kind: "any" }];
    case "vpc-cidr":
      return rangePeers(addresses.vpc);
    case "container-cidr":
    case "container-subnet-cidr":
      return rangePeers(addresses.container);
    case "master-node-cidr":
      return rangePeers(addresses.master);
    case "node-group":
      return groupPeers(keys.node);
    case "control-group":
      return groupPeers(keys.control);
    case "eni-group":
      return groupPeers(keys.eni);
    // Table 8 alone names these: no default rule does.
    case "vpc-and-container-cidr":
    case "dns-servers":
    case "vpc-endpoint-service":
    case "internal-services":
      return [];
  }
}
function rangePeers({ ranges, isSensitive }) {
  return ranges.map((peers) => {
    const [token] = peers.tokens;
    return {
      kind: "range",
      range: token === void 0 ? { kind: "known", peers, isSensitive } : { kind: "unknown", token, why: `${token} is not known` }
    };
  });
}
function groupPeers(key) {
  return key === void 0 ? [] : [{ kind: "group", group: { kind: "group", key }, isSensitive: false }];
}
function mastersByAnotherName(keys, addresses) {
  if (addresses === void 0) return [];
  const subnet = addresses.subnet === void 0 ? [] : rangePeers(addresses.subnet);
  return [...rangePeers(addresses.vpc), ...subnet, ...groupPeers(keys.control)];
}
function defaultRulesOfGroup(group) {
  if (!group.hasDefaultRules) return [];
  const priority = group.api === "v3" ? { kind: "known", value: 100 } : { kind: "undocumented" };
  const all = { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS };
  const rule = (direction, family, peer) => {
    const side2 = allowing({ group: group.key, direction, family, traffic: all, peer, priority });
    return {
      requirement: void 0,
      before: group.existsBefore ? side2 : void 0,
      after: group.existsAfter ? side2 : void 0,
      alternatives: []
    };
  };
  const self = { kind: "group", group: { kind: "group", key: group.key }, isSensitive: false };
  const families = ["IPv4", "IPv6"];
  return [
    ...families.map((family) => rule("egress", family, { kind: "any" })),
    ...group.api === "v3" ? families.map((family) => rule("ingress", family, self)) : []
  ];
}
function isDefaultRule(side2, rule, agreement) {
  const own = rule.before;
  if (own === void 0 || !isAccepted(side2) || side2.action !== "allow") return false;
  if (side2.direction !== own.direction || side2.family !== own.family) return false;
  const isPeer = [own.peer, ...rule.alternatives].some((peer) => agree(side2.peer, peer, agreement));
  return isPeer && isSameTraffic(side2.traffic, own.traffic);
}
function isSameTraffic(a, b) {
  if (a === "unknown" || b === "unknown") return false;
  const of = ({ protocols, ports }) => region("ingress", protocols, ports, anyAddress("IPv4"));
  return isSame(of(a), of(b));
}
function agree(peer, own, agreement) {
  if (isSamePeer(peer, own)) return true;
  if (own.kind === "range" && own.range.kind === "unknown") return knownCidr(peer) !== void 0;
  if (own.kind !== "group" || peer.kind !== "group") return false;
  const [a, b] = [own.group, peer.group];
  return a.kind === "group" && b.kind === "group" && agreement.isIdUnknown(a.key) && agreement.isUnplaced(b.key);
}
function knownCidr(peer) {
  if (peer.kind !== "range" || peer.range.kind !== "known") return void 0;
  const { peers } = peer.range;
  return hasAllV4(peers) || peers.v4.length === 0 ? void 0 : peers;
}
function isSamePeer(a, b) {
  if (isEverything(a) || isEverything(b)) return isEverything(a) && isEverything(b);
  if (a.kind === "range" && b.kind === "range") {
    if (a.range.kind === "unknown" || b.range.kind === "unknown") {
      return a.range.kind === "unknown" && b.range.kind === "unknown" && a.range.token === b.range.token;
    }
    return samePeers(a.range.peers, b.range.peers);
  }
  if (a.kind !== "group" || b.kind !== "group") return false;
  return a.group.kind === "group" && b.group.kind === "group" && a.group.key === b.group.key;
}
function isEverything(peer) {
  if (peer.kind === "any") return true;
  if (peer.kind !== "range" || peer.range.kind !== "known") return false;
  const { peers } = peer.range;
  return hasAllV4(peers) || samePeers(peers, anyAddress("IPv6"));
}

// src/check/check.ts
function severityOf(check, change, subjects) {
  const configured = subjects.world.configuration.severity[check.id];
  return (change === "introduced" ? configured : void 0) ?? check.severities[change] ?? "warning";
}

// src/effective/effective.ts
function letThrough(rules, need, reading, defaultPriority) {
  const asked = { need, reading, defaultPriority };
  const allows = [];
  const denies = [];
  for (const rule of rules) {
    for (const action of ["allow", "deny"]) {
      const match = matchOf(rule, action, asked);
      if (match !== void 0) (action === "allow" ? allows : denies).push(match);
    }
  }
  if (denies.length === 0) {
    return { surely: unionOf(allows.map((a) => a.surely)), possibly: unionOf(allows.map((a) => a.possibly)) };
  }
  const classes = classesOf(allows).map(({ first, surely, possibly }) => ({
    surely: subtract(surely, unionOf(denies.filter((d) => mayBeat(d, first)).map((d) => d.possibly))),
    possibly: subtract(possibly, unionOf(denies.filter((d) => surelyBeats(d, first)).map((d) => d.surely)))
  }));
  return { surely: unionOf(classes.map((c) => c.surely)), possibly: unionOf(classes.map((c) => c.possibly)) };
}
function matchOf(rule, action, { need, reading, defaultPriority }) {
  const parts = rule.sides.map((side2) => matchSide(side2, action, need, reading));
  let surely;
  let possibly;
  for (const part of parts) {
    surely = surely === void 0 ? part.surely : intersect(surely, part.surely);
    possibly = possibly === void 0 ? part.possibly : intersect(possibly, part.possibly);
  }
  if (possibly === void 0 || isEmpty(possibly)) return void 0;
  const priorities = rule.sides.map(({ priority }) => priorityRange(priority, defaultPriority));
  return {
    group: rule.group,
    min: Math.min(...priorities.map(({ min }) => min)),
    max: Math.max(...priorities.map(({ max }) => max)),
    surely: rule.isSure ? surely ?? EMPTY : EMPTY,
    possibly
  };
}
function matchSide(side2, action, need, reading) {
  const isOther = side2.action !== action && side2.action !== "unknown";
  const isOtherWay = side2.direction !== "unknown" && need[side2.direction].length === 0;
  const isOtherFamily = side2.family !== reading.family && side2.family !== "unknown";
  if (isOther || isOtherWay || isOtherFamily || !isAccepted(side2)) return { surely: EMPTY, possibly: EMPTY };
  const peers = reading[action](side2.peer);
  const isKnown = side2.action === action && side2.family === reading.family;
  const possibly = regionOf(side2, peers.possibly, need, true);
  const isWhole = isKnown && peers.surely === peers.possibly && side2.traffic !== "unknown" && side2.direction !== "unknown";
  if (isWhole) return { surely: possibly, possibly };
  return { surely: isKnown ? regionOf(side2, peers.surely, need, false) : EMPTY, possibly };
}
function regionOf(side2, peers, need, widest) {
  const { direction, traffic } = side2;
  if (!widest && (direction === "unknown" || traffic === "unknown")) return EMPTY;
  const directions = direction === "unknown" ? ["ingress", "egress"] : [direction];
  const known3 = traffic === "unknown" ? { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS } : traffic;
  return unionOf(directions.map((way) => restrict(need, way, known3, peers)));
}
function priorityRange(priority, defaultPriority) {
  if (priority.kind === "known") return { min: priority.value, max: priority.value };
  if (priority.kind === "undocumented" && defaultPriority !== void 0) {
    return { min: defaultPriority, max: defaultPriority };
  }
  return { min: 1, max: 100 };
}
function classesOf(allows) {
  const classes = /* @__PURE__ */ new Map();
  for (const allow of allows) {
    const key = `${String(allow.min)} ${String(allow.max)} ${allow.group}`;
    const list = classes.get(key);
    if (list === void 0) classes.set(key, [allow]);
    else list.push(allow);
  }
  return [...classes.values()].flatMap((list) => {
    const [first] = list;
    return first === void 0 ? [] : [
      {
        first,
        surely: unionOf(list.map((a) => a.surely)),
        possibly: unionOf(list.map((a) => a.possibly))
      }
    ];
  });
}
function mayBeat(deny, allow) {
  return deny.group !== allow.group || deny.min <= allow.max;
}
function surelyBeats(deny, allow) {
  return deny.max <= allow.min;
}

// src/model/ranges.ts
var SERVICE_RANGES = {
  "vpc-endpoint-service": "198.19.128.0/17",
  "internal-services": "100.125.0.0/16"
};
var DEFAULT_DNS_SERVERS = ["100.125.4.25", "100.125.129.199"];

// src/cluster/reading.ts
var NONE = { surely: NO_PEERS, possibly: NO_PEERS };
function readingOf(eyes) {
  const { need, groups, members } = eyes;
  const everything = unionPeers(ALL_V4, tokenPeers(...need.tokens));
  const whole = { surely: everything, possibly: everything };
  const perhaps = { surely: NO_PEERS, possibly: everything };
  const range = (known3) => {
    if (known3.kind === "unknown") return { surely: tokenPeers(known3.token), possibly: everything };
    const { peers } = known3;
    if (need.tokens.length === 0) return { surely: peers, possibly: peers };
    const tokens = tokenPeers(...need.tokens);
    return {
      surely: hasAllV4(peers) ? unionPeers(peers, tokens) : peers,
      possibly: peers.v4.length > 0 ? unionPeers(peers, tokens) : peers
    };
  };
  const allow = (peer) => {
    if (peer.kind === "any") return whole;
    if (peer.kind === "range") return range(peer.range);
    if (peer.group.kind === "unknown") return mayMean(peer.group.oneOf, groups) ? perhaps : NONE;
    const { key } = peer.group;
    if (groups.includes(key)) return whole;
    return eyes.mayBe(key) ? perhaps : NONE;
  };
  const deny = (peer) => {
    if (peer.kind === "any") return whole;
    if (peer.kind === "range") return range(peer.range);
    if (peer.group.kind === "unknown") {
      return mayMean(peer.group.oneOf, eyes.namesGroup ? groups : [...groups, ...members.keys()]) ? perhaps : NONE;
    }
    const { key } = peer.group;
    if (eyes.namesGroup && groups.includes(key)) return whole;
    const taken = eyes.namesGroup ? void 0 : members.get(key);
    if (taken !== void 0) return { surely: taken, possibly: taken };
    return eyes.mayBe(key) ? perhaps : NONE;
  };
  return { family: "IPv4", allow, deny };
}
function mayMean(oneOf, groups) {
  return oneOf.length === 0 || oneOf.some((key) => groups.includes(key));
}
function plainReading(family) {
  const all = anyAddress(family);
  const read = (peer) => {
    if (peer.kind === "any") return { surely: all, possibly: all };
    if (peer.kind === "group") return NONE;
    if (peer.range.kind === "unknown") return { surely: NO_PEERS, possibly: all };
    return { surely: peer.range.peers, possibly: peer.range.peers };
  };
  return { family, allow: read, deny: read };
}

// src/model/requirement.ts
var ROLES = ["node", "control", "eni"];

// src/plan/marks.ts
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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
function createsFirst(instance) {
  return isReplaced(instance) && instance.actions[0] === "create";
}
function instancesOf(document) {
  const drifted = /* @__PURE__ */ new Map();
  for (const { before, beforeSensitive, address, deposed } of document.drift) {
    if (before !== void 0) drifted.set(keyOf(address, deposed), side(before, void 0, beforeSensitive));
  }
  const result = [];
  const seen = /* @__PURE__ */ new Set();
  for (const change of document.changes) {
    const key = keyOf(change.address, change.deposed);
    seen.add(key);
    result.push(...changed(change, drifted.get(key)));
  }
  const deferred = [...document.deferred];
  for (const change of deferred) {
    const key = keyOf(change.address, change.deposed);
    seen.add(key);
    for (const instance of changed(change, drifted.get(key))) result.push(asDeferred(instance));
  }
  const open = deferred.map(({ address }) => address).filter((address) => address.includes("[*]"));
  for (const state of document.priorState) {
    const key = keyOf(state.address, state.deposed);
    if (seen.has(key)) continue;
    seen.add(key);
    const instance = standing(state, drifted.get(key));
    const isOpen = open.some((address) => isOneOf(state.address, address));
    result.push(isOpen ? { ...instance, isDeferred: true } : instance);
  }
  for (const { address, deposed, mode, type } of document.drift) {
    const key = keyOf(address, deposed);
    const last = drifted.get(key);
    if (!seen.has(key) && last !== void 0 && mode === "managed") {
      result.push({ ...bare(address, mode, type), drifted: last });
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
function keyOf(address, deposed) {
  return deposed === void 0 ? address : `${address} (deposed ${deposed})`;
}
function side(values, unknown, sensitive) {
  return { values, unknown, sensitive };
}
function bare(address, mode, type) {
  return {
    address,
    mode,
    type,
    actions: ["no-op"],
    before: void 0,
    after: void 0,
    drifted: void 0,
    replaceAttributes: [],
    isUnconfigured: false,
    isDeferred: false
  };
}
function standing(state, drifted) {
  const only = side(state.values, void 0, state.sensitive);
  const mode = state.mode === "data" ? "data" : "managed";
  return {
    ...bare(state.address, mode, state.type),
    before: only,
    after: only,
    drifted,
    isUnconfigured: state.deposed !== void 0
  };
}
function isSameSide(a, b) {
  if (a === void 0 || [a.sensitive, b.sensitive, b.unknown].some(hasMark)) return false;
  const keys = Object.keys(b.values);
  return keys.length === Object.keys(a.values).length && keys.every((key) => Object.hasOwn(a.values, key) && a.values[key] === b.values[key]);
}
function changed(change, drifted) {
  if (change.mode !== "managed" && change.mode !== "data") return [];
  const { actions } = change;
  const before = change.before === void 0 ? void 0 : side(change.before, void 0, change.beforeSensitive);
  const after = change.after === void 0 ? void 0 : side(change.after, change.afterUnknown, change.afterSensitive);
  const base = {
    ...bare(change.address, change.mode, change.type),
    actions,
    drifted,
    replaceAttributes: change.replaceAttributes,
    isUnconfigured: change.deposed !== void 0
  };
  if (!actions.includes("forget")) {
    const isUnchanged = change.deposed === void 0 && actions.every((action) => action === "no-op");
    if (!isUnchanged) return [{ ...base, before, after }];
    return [{ ...base, before, after: after === void 0 || isSameSide(before, after) ? before : after }];
  }
  const forgotten = { ...base, actions: ["forget"], before, after: before, isUnconfigured: true };
  return actions.includes("create") ? [forgotten, { ...base, actions: ["create"], before: void 0, after, drifted: void 0 }] : [forgotten];
}

// src/cluster/addresses.ts
function addressesOf(plan, { cluster, model, configured }, which) {
  const side2 = cluster?.[which];
  const owner = cluster?.address ?? `cluster ${configured?.name ?? ""}`;
  const subnet = side2 === void 0 ? void 0 : subnetOf(plan, side2.subnet, which);
  const vpc = fixed(configured?.vpcCidrs) ?? vpcReach(plan, vpcOf(plan, side2, subnet, which)) ?? unknownReach(`VPC CIDR of ${owner}`);
  const subnetReach = subnet?.side.cidr === void 0 ? void 0 : reach([subnet.side.cidr], `${subnet.address}.cidr`);
  const container = fixed(configured?.containerCidrs) ?? (model === "eni" ? podSubnetReach(plan, side2, which, owner) : containerReach(side2, owner));
  const isMasterKnown = subnetReach?.peers.tokens.length === 0;
  return {
    vpc,
    container,
    master: fixed(configured?.masterCidrs) ?? (isMasterKnown ? subnetReach : vpc),
    dns: fixed(configured?.dnsServers) ?? dnsReach(subnet, owner),
    loadBalancer: fixed(configured?.loadBalancerCidrs),
    serviceMesh: fixed(configured?.serviceMeshCidrs),
    subnet: subnetReach
  };
}
function dnsOfSubnet(plan, ref, which, owner) {
  return dnsReach(subnetOf(plan, ref, which), owner);
}
function fixed(peers) {
  if (peers === void 0) return void 0;
  const ranges = peers.v4.map((interval) => ({ ...NO_PEERS, v4: [interval] }));
  return { ranges, peers, isSensitive: false, source: "configuration" };
}
function reach(ranges, source) {
  const sets = ranges.map((range) => range.kind === "known" ? range.peers : tokenPeers(range.token));
  return {
    ranges: sets,
    peers: unionOfPeers(sets),
    isSensitive: ranges.some((range) => range.kind === "known" && range.isSensitive),
    source
  };
}
function unknownReach(token) {
  const peers = tokenPeers(token);
  return { ranges: [peers], peers, isSensitive: false, source: `not known: ${token}` };
}
function vpcOf(plan, side2, subnet, which) {
  const ref = side2 === void 0 || side2.vpc.kind === "unknown" ? subnet?.side.vpc : side2.vpc;
  const vpc = ref === void 0 ? void 0 : find(plan.vpcs, ref, which);
  return vpc === void 0 ? void 0 : { ...vpc, which };
}
function vpcReach(plan, vpc) {
  if (vpc?.side.cidr === void 0) return void 0;
  const more = plan.secondaryCidrs.flatMap((both) => {
    const secondary = both[vpc.which];
    return secondary !== void 0 && refersTo(secondary.vpc, vpc) ? secondary.cidrs : [];
  });
  return reach([vpc.side.cidr, ...vpc.side.secondaryCidrs, ...more], `${vpc.address}.cidr`);
}
function containerReach(side2, owner) {
  return side2?.containerCidr === void 0 ? unknownReach(`${owner}.container_network_cidr`) : reach([side2.containerCidr], `${owner}.container_network_cidr`);
}
function podSubnetReach(plan, side2, which, owner) {
  if (side2?.eniSubnetCidr?.kind === "known") return reach([side2.eniSubnetCidr], `${owner}.eni_subnet_cidr`);
  const subnet = side2 === void 0 ? void 0 : neutronSubnetOf(plan, side2.eniSubnet, which);
  if (subnet?.side.cidr !== void 0) return reach([subnet.side.cidr], `${subnet.address}.cidr`);
  return side2?.eniSubnetCidr === void 0 ? unknownReach(`${owner}.eni_subnet_cidr`) : reach([side2.eniSubnetCidr], `${owner}.eni_subnet_cidr`);
}
function dnsReach(subnet, owner) {
  return subnet?.side.dnsServers === void 0 ? unknownReach(`DNS servers of the subnet of ${owner}`) : reach(subnet.side.dnsServers, `${subnet.address}.dns_list`);
}
function subnetOf(plan, ref, which) {
  return find(plan.subnets, ref, which);
}
function neutronSubnetOf(plan, ref, which) {
  if (ref.kind !== "id") return find(plan.subnets, ref, which);
  for (const both of plan.subnets) {
    const side2 = both[which];
    if (side2?.subnetId === ref.id) return { address: both.address, side: side2 };
  }
  return void 0;
}
function find(all, ref, which) {
  if (ref.kind === "unknown") return void 0;
  const matches = all.flatMap((both) => {
    const side2 = both[which];
    const isIt = ref.kind === "id" ? side2?.id === ref.id : both.address === ref.address;
    return side2 !== void 0 && isIt ? [{ address: both.address, side: side2, isData: both.isData }] : [];
  });
  return matches.find(({ isData }) => !isData) ?? matches[0];
}
function refersTo(ref, vpc) {
  if (ref.kind === "unknown") return false;
  return ref.kind === "id" ? ref.id === vpc.side.id : ref.address === vpc.address;
}

// src/plan/value.ts
var UNSET = { kind: "unset" };
var UNKNOWN = { kind: "unknown" };
function isNothing(value) {
  return value === void 0 || value === null || value === "";
}
function rawOf(side2, name) {
  if (isMarked(side2.unknown, name)) return UNKNOWN;
  const value = Object.hasOwn(side2.values, name) ? side2.values[name] : void 0;
  if (isNothing(value)) return UNSET;
  if (Array.isArray(value) && value.length === 0) return UNSET;
  return { kind: "known", value, isSensitive: isMarked(side2.sensitive, name) };
}
function textOf(side2, name) {
  const raw = rawOf(side2, name);
  if (raw.kind !== "known") return raw;
  return typeof raw.value === "string" ? { ...raw, value: raw.value } : UNKNOWN;
}
function integerOf(side2, name) {
  const raw = rawOf(side2, name);
  if (raw.kind !== "known") return raw;
  const isDecimal = typeof raw.value === "string" && /^-?\d{1,15}$/.test(raw.value);
  const number = isDecimal ? Number(raw.value) : raw.value;
  return typeof number === "number" && Number.isInteger(number) ? { ...raw, value: number } : UNKNOWN;
}
function flagOf(side2, name) {
  const raw = rawOf(side2, name);
  if (raw.kind !== "known") return raw;
  return typeof raw.value === "boolean" ? { ...raw, value: raw.value } : UNKNOWN;
}
function textsOf(side2, name) {
  const value = Object.hasOwn(side2.values, name) ? side2.values[name] : void 0;
  const mark = isRecord(side2.unknown) ? side2.unknown[name] : side2.unknown;
  if (mark === true) return UNKNOWN;
  if (!Array.isArray(value)) return isNothing(value) && !isMarked(side2.unknown, name) ? UNSET : UNKNOWN;
  const marks = Array.isArray(mark) ? mark : [];
  const texts = value.flatMap((element, i) => {
    if (marks[i] === true || typeof element !== "string") return [void 0];
    return element === "" ? [] : [element];
  });
  if (texts.length === 0) return UNSET;
  return { kind: "known", value: texts, isSensitive: isMarked(side2.sensitive, name) };
}
function blocksOf(side2, name) {
  const mark = isRecord(side2.unknown) ? side2.unknown[name] : side2.unknown;
  if (mark === true) return UNKNOWN;
  const value = Object.hasOwn(side2.values, name) ? side2.values[name] : void 0;
  if (!Array.isArray(value)) return isNothing(value) ? UNSET : UNKNOWN;
  const marks = Array.isArray(mark) ? mark : [];
  const sensitive = isRecord(side2.sensitive) ? side2.sensitive[name] : side2.sensitive;
  const sensitives = Array.isArray(sensitive) ? sensitive : [];
  const sides = value.map((element, i) => ({
    values: isRecord(element) ? element : {},
    unknown: isRecord(element) ? marks[i] : true,
    sensitive: sensitive === true ? true : sensitives[i]
  }));
  return sides.length === 0 ? UNSET : { kind: "known", value: sides, isSensitive: sensitive === true };
}
function known(value) {
  return value.kind === "known" ? value.value : void 0;
}
function idOf(side2) {
  return side2 === void 0 ? void 0 : known(textOf(side2, "id"));
}

// src/plan/group-names.ts
var GROUP_TYPES = /* @__PURE__ */ new Set([
  "opentelekomcloud_networking_secgroup_v2",
  "opentelekomcloud_vpc_secgroup_v3",
  "opentelekomcloud_compute_secgroup_v2"
]);
var CLUSTER_TYPE = "opentelekomcloud_cce_cluster_v3";
function keyOfAttribute(instance, attribute) {
  return attribute === "id" ? instance.address : `${instance.address}.${attribute}`;
}
function managedGroupsOf(instances) {
  const groups = instances.filter(({ type, mode }) => GROUP_TYPES.has(type) && mode === "managed");
  return new Map(
    groups.flatMap(
      (group) => [idOf(group.before), idOf(group.after)].flatMap(
        (id) => id === void 0 ? [] : [[id, group]]
      )
    )
  );
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
  const known3 = ROLES.find((one2) => one2 === role);
  return known3 === void 0 ? void 0 : { cluster: cluster === "" ? void 0 : cluster, role: known3 };
}
var RULE_TYPES = /* @__PURE__ */ new Set([
  "opentelekomcloud_networking_secgroup_rule_v2",
  "opentelekomcloud_vpc_secgroup_rule_v3"
]);
function postponedGroups(instances, resolver) {
  const keys = /* @__PURE__ */ new Map();
  const clusters = instances.filter(
    ({ type, mode, after }) => type === CLUSTER_TYPE && mode === "managed" && after
  );
  const postponed = instances.filter(
    ({ type, mode, after }) => GROUP_TYPES.has(type) && mode === "data" && after !== void 0 && idOf(after) === void 0
  );
  for (const { address, after } of postponed) {
    if (after === void 0) continue;
    const name = known(textOf(after, "name"));
    const pattern = known(textOf(after, "name_regex"));
    const told = name === void 0 ? roleOfPattern(pattern ?? "") : roleOfName(name);
    const made = told === void 0 ? void 0 : madeGroup(told, clusters);
    const key = made ?? formerGroup(address, instances, resolver);
    if (key !== void 0) keys.set(address, key);
  }
  return keys;
}
function madeGroup({ cluster, role }, clusters) {
  const nameOf = ({ after }) => after === void 0 ? void 0 : known(textOf(after, "name"));
  const [own, ...others] = cluster === void 0 ? clusters : clusters.filter((one2) => nameOf(one2) === cluster);
  if (own?.after === void 0 || others.length > 0 || role === "eni") return void 0;
  const attribute = `security_group_${role}`;
  const id = isReplaced(own) ? void 0 : known(textOf(own.after, attribute));
  return id ?? keyOfAttribute(own, attribute);
}
function formerGroup(address, instances, { resolve }) {
  const ids = /* @__PURE__ */ new Set();
  for (const instance of instances) {
    const { type, before, after } = instance;
    if (!RULE_TYPES.has(type) || before === void 0 || after === void 0) continue;
    for (const attribute of ["security_group_id", "remote_group_id"]) {
      const id = known(textOf(before, attribute));
      if (id === void 0 || !isMarked(after.unknown, attribute)) continue;
      const outcomes = resolve(instance, attribute);
      if (outcomes.every((outcome) => outcome.kind === "target" && outcome.address === address)) ids.add(id);
    }
  }
  const [only, ...others] = ids;
  return others.length === 0 ? only : void 0;
}

// src/cluster/placement.ts
var SENSITIVE_NAME = "(sensitive)";
function placeClusters(plan, configuration) {
  const placed = [];
  const taken = /* @__PURE__ */ new Set();
  for (const resource of distinctClusters(plan)) {
    const name = resource.after?.name ?? resource.before?.name;
    const configured = configuration.clusters.find((c) => c.name === name?.text);
    if (configured !== void 0) taken.add(configured);
    placed.push(
      place(plan, { name: name ?? { text: resource.address, isSensitive: false }, resource, configured })
    );
  }
  for (const configured of configuration.clusters) {
    if (taken.has(configured)) continue;
    const name = { text: configured.name, isSensitive: false };
    placed.push(place(plan, { name, resource: void 0, configured }));
  }
  return [...placed, ...clustersOfNames(plan, placed)].sort(
    (a, b) => a.name === b.name ? 0 : a.name < b.name ? -1 : 1
  );
}
function distinctClusters(plan) {
  const seen = /* @__PURE__ */ new Set();
  const ordered = [...plan.clusters].sort((a, b) => Number(a.isData) - Number(b.isData));
  return ordered.filter(({ before, after, isData }) => {
    const id = after?.id ?? before?.id;
    const isTwin = isData && id !== void 0 && seen.has(id);
    if (id !== void 0) seen.add(id);
    return !isTwin && (before !== void 0 || after !== void 0);
  });
}
function place(plan, source) {
  const { name, resource, configured } = source;
  const side2 = resource?.after ?? resource?.before;
  const networkType = configured?.networkModel === void 0 ? side2?.networkType : { text: configured.networkModel, isSensitive: false };
  const model = modelOf(networkType?.text);
  return {
    name: name.text,
    label: name.isSensitive ? SENSITIVE_NAME : name.text,
    resource,
    configuration: configured,
    networkType,
    model,
    node: placeGroup(plan, source, "node"),
    control: placeGroup(plan, source, "control"),
    eni: model === "eni" ? placeGroup(plan, source, "eni") : void 0,
    // One configuration may serve several plans: what it says of clusters elsewhere is no mistake.
    notFound: resource === void 0 ? [] : ROLES.flatMap((role) => notFoundOf(plan, configured, role))
  };
}
function modelOf(networkType) {
  return networkType === "vpc-router" || networkType === "overlay_l2" || networkType === "eni" ? networkType : void 0;
}
function placeGroup(plan, { name, resource, configured }, role) {
  const named = configured?.securityGroups[role].flatMap((text) => groupKeyOf(plan, text) ?? []) ?? [];
  const [fixed2, ...also] = new Set(named);
  if (fixed2 !== void 0) return { ...stable(role, fixed2, "configuration", resource), also };
  const before = attributeKey(resource?.before, role);
  const after = attributeKey(resource?.after, role);
  if (before !== void 0 || after !== void 0) {
    const isKnown = plan.groups.some((group) => group.key === after && !group.isData);
    return { role, before, after, placedBy: isKnown ? "id" : "reference", also: [], isIdUnknown: false };
  }
  const byName = groupByName(plan, name.text, role);
  if (byName !== void 0) return stable(role, byName.key, "name", resource);
  const assumed = `${role} group of ${resource?.address ?? `cluster ${name.isSensitive ? SENSITIVE_NAME : name.text}`}`;
  return { ...stable(role, assumed, "assumed", resource), isIdUnknown: true };
}
function stable(role, key, placedBy, resource) {
  return {
    role,
    before: resource === void 0 || resource.before !== void 0 ? key : void 0,
    after: resource === void 0 || resource.after !== void 0 ? key : void 0,
    placedBy,
    also: [],
    isIdUnknown: false
  };
}
function attributeKey(side2, role) {
  const ref = role === "node" ? side2?.nodeGroup : role === "control" ? side2?.controlGroup : void 0;
  return ref?.kind === "group" ? ref.key : void 0;
}
var ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function groupKeyOf(plan, text) {
  const group = plan.groups.find(
    ({ key, address, nameAfter, nameBefore, existsAfter }) => existsAfter && [key, address, nameAfter?.text, nameBefore?.text].includes(text)
  );
  return group?.key ?? (ID.test(text) ? text : void 0);
}
function notFoundOf(plan, configured, role) {
  return configured?.securityGroups[role].filter((text) => groupKeyOf(plan, text) === void 0) ?? [];
}
function groupByName(plan, cluster, role) {
  return plan.groups.find((group) => {
    const name = group.nameBefore ?? group.nameAfter;
    if (name === void 0) return false;
    const told = toldBy(name);
    if (told !== void 0) return (told.cluster ?? onlyCluster(plan)) === cluster && told.role === role;
    return role === "control" && name.text.startsWith(`${cluster}-control-`);
  });
}
function toldBy({ text, isPattern }) {
  return isPattern === true ? roleOfPattern(text) : roleOfName(text);
}
function onlyCluster(plan) {
  const names = new Set(plan.clusters.map(({ before, after }) => (after ?? before)?.name?.text));
  const [only] = names;
  return names.size === 1 ? only : void 0;
}
function clustersOfNames(plan, placed) {
  const found = /* @__PURE__ */ new Map();
  for (const group of plan.groups) {
    const name = group.nameBefore ?? group.nameAfter;
    const told = name === void 0 ? void 0 : toldBy(name);
    if (told?.cluster === void 0 || placed.some((cluster) => cluster.name === told.cluster)) continue;
    const isSensitive = name?.isSensitive === true;
    const source = { name: { text: told.cluster, isSensitive }, resource: void 0, configured: void 0 };
    found.set(told.cluster, place(plan, source));
  }
  return [...found.values()];
}

// src/cluster/world.ts
function worldOf(plan, configuration, today) {
  const placed = placeClusters(plan, configuration);
  const rulesOf = indexRules(plan.rules);
  const isUnplaced = unplacedBy(plan, placed);
  const clusters = placed.map((cluster) => {
    const bound = bind(plan, cluster, {});
    return bind(plan, cluster, findings(bound, rulesOf, isUnplaced));
  });
  return { plan, configuration, today, clusters, rulesOf, isUnplaced: unplacedBy(plan, clusters) };
}
function indexRules(rules) {
  const byKey = /* @__PURE__ */ new Map();
  const anywhere = [];
  for (const rule of rules) {
    const sides = [rule.before, rule.after, rule.drifted].filter((side2) => side2 !== void 0);
    const refs = sides.map((side2) => side2.group);
    if (refs.some((ref) => ref.kind === "unknown" && ref.oneOf.length === 0)) {
      anywhere.push(rule);
      continue;
    }
    const keys = refs.flatMap((ref) => ref.kind === "group" ? [ref.key] : ref.oneOf);
    for (const key of new Set(keys)) {
      const list = byKey.get(key);
      if (list === void 0) byKey.set(key, [rule]);
      else list.push(rule);
    }
  }
  return (key) => [...byKey.get(key) ?? [], ...anywhere];
}
function unplacedBy(plan, clusters) {
  const known3 = new Set(plan.groups.map(({ key }) => key));
  for (const { node, control, eni } of clusters) {
    for (const group of [node, control, eni]) {
      if (group === void 0 || group.isIdUnknown) continue;
      for (const key of [group.before, group.after, ...group.also]) known3.add(key);
    }
  }
  for (const pool of plan.nodePools) {
    for (const ref of [...pool.before?.groups ?? [], ...pool.after?.groups ?? []]) {
      if (ref.kind === "group") known3.add(ref.key);
    }
  }
  return (key) => !known3.has(key);
}
function bind(plan, cluster, learned) {
  const { resource, model } = cluster;
  const side2 = (which) => {
    if (model === void 0 || resource !== void 0 && resource[which] === void 0) return void 0;
    const facts = { cluster: resource, model, configured: cluster.configuration };
    return applied(addressesOf(plan, facts, which), learned);
  };
  return {
    ...cluster,
    control: withKey(cluster.control, learned.control),
    eni: cluster.eni === void 0 ? void 0 : withKey(cluster.eni, learned.eni),
    before: side2("before"),
    after: side2("after")
  };
}
function withKey(group, key) {
  if (key === void 0 || !group.isIdUnknown) return group;
  return {
    ...group,
    before: group.before === void 0 ? void 0 : key,
    after: group.after === void 0 ? void 0 : key,
    isIdUnknown: false
  };
}
function applied(addresses, learned) {
  const vpc = known2(addresses.vpc, learned.vpc);
  const isVpc = addresses.master === addresses.vpc;
  return {
    ...addresses,
    vpc,
    container: known2(addresses.container, learned.container),
    master: known2(isVpc && learned.master === void 0 ? vpc : addresses.master, learned.master)
  };
}
function known2(reach2, peers) {
  if (peers === void 0 || reach2.peers.tokens.length === 0) return reach2;
  const ranges = peers.v4.map((interval) => ({ v4: [interval], v6: [], tokens: [] }));
  return { ...reach2, ranges, peers, source: "a rule of the plan that is a default rule" };
}
function groupKeys(cluster, which) {
  return { node: cluster.node[which], control: cluster.control[which], eni: cluster.eni?.[which] };
}
function madeRules(cluster, role, key) {
  const table = cluster.model === void 0 ? void 0 : tableOf(role, cluster.model);
  const group = cluster[role];
  if (table === void 0 || group === void 0) return [];
  const isAlso = group.also.includes(key);
  const before = isAlso || group.before === key ? cluster.before : void 0;
  const now = isAlso || group.after === key ? cluster.after : void 0;
  const after = now !== void 0 && before !== void 0 && role !== "node" ? before : now;
  const keys = groupKeys(cluster, before === void 0 ? "after" : "before");
  return table.rows.flatMap((row) => defaultRulesOfRow({ row, group: key, keys }, before, after));
}
function pastSides(rule) {
  return [rule.before, rule.drifted].filter((side2) => side2 !== void 0);
}
function isIdUnknown(cluster, key) {
  return [cluster.control, cluster.eni].some(
    (group) => group?.isIdUnknown === true && (group.before === key || group.after === key)
  );
}
function findings(cluster, rulesOf, isUnplaced) {
  const agreement = { isUnplaced, isIdUnknown: (key) => isIdUnknown(cluster, key) };
  const cidrs = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Map();
  for (const role of ROLES) {
    const key = cluster[role]?.before;
    if (key === void 0) continue;
    const past = rulesOf(key).flatMap(pastSides);
    for (const rule of madeRules(cluster, role, key)) {
      if (rule.before === void 0 || !isLearnable(rule, cluster)) continue;
      for (const side2 of past.filter((p) => isDefaultRule(p, rule, agreement))) {
        learn(rule, side2, cidrs, groups);
      }
    }
  }
  const one2 = (name) => {
    const list = cidrs.get(name);
    return list === void 0 ? void 0 : unionOfPeers(list);
  };
  const [vpc, container, master] = [one2("vpc"), one2("container"), one2("master")];
  const [control, eni] = [groups.get("control"), groups.get("eni")];
  return {
    ...vpc && { vpc },
    ...container && { container },
    ...master && { master },
    ...control !== void 0 && { control },
    ...eni !== void 0 && { eni }
  };
}
function isLearnable(rule, cluster) {
  const peer = rule.before?.peer;
  if (peer?.kind === "range") return peer.range.kind === "unknown";
  return peer?.kind === "group" && peer.group.kind === "group" && isIdUnknown(cluster, peer.group.key);
}
function learn(rule, side2, cidrs, groups) {
  const name = rule.requirement === void 0 ? void 0 : LEARNED_FROM.get(rule.requirement.peer);
  const peers = knownCidr(side2.peer);
  if (name === void 0) return;
  if (peers !== void 0) cidrs.set(name, [...cidrs.get(name) ?? [], peers]);
  else if (side2.peer.kind === "group" && side2.peer.group.kind === "group")
    groups.set(name, side2.peer.group.key);
}
var LEARNED_FROM = /* @__PURE__ */ new Map([
  ["vpc-cidr", "vpc"],
  ["container-cidr", "container"],
  ["container-subnet-cidr", "container"],
  ["master-node-cidr", "master"],
  ["control-group", "control"],
  ["eni-group", "eni"]
]);
function clusterOf(world, ref, which) {
  return world.clusters.find(({ resource }) => {
    const side2 = resource?.[which];
    if (resource === void 0 || side2 === void 0) return false;
    return ref.kind === "id" ? side2.id === ref.id : ref.kind === "address" && isAddress(resource, ref.address);
  });
}
function isAddress(resource, address) {
  return resource.address === address;
}

// src/net/bounds.ts
function coverage(need, bounds) {
  const unsure = subtract(need, bounds.surely);
  if (isEmpty(unsure)) return { missing: EMPTY, undecided: EMPTY };
  return { missing: subtract(unsure, bounds.possibly), undecided: intersect(unsure, bounds.possibly) };
}

// src/cluster/question.ts
function askRow(row, { role }, state) {
  const { addresses } = state;
  const base = { direction: row.direction, traffic: trafficOf(row) };
  const ranges = (...reaches) => ({
    ...base,
    need: unionOfPeers(reaches.map(({ peers }) => peers)),
    isSensitive: reaches.some(({ isSensitive }) => isSensitive),
    groups: [],
    namesGroup: false
  });
  const group = (keys, reach2) => ({
    ...ranges(reach2),
    groups: keys,
    namesGroup: true
  });
  const control = state.controlGroup === void 0 ? [] : [state.controlGroup];
  switch (row.peer) {
    case "any":
      return ranges({ peers: ALL_V4, isSensitive: false });
    case "vpc-cidr":
      return ranges(addresses.vpc);
    case "container-cidr":
    case "container-subnet-cidr":
      return ranges(addresses.container);
    case "vpc-and-container-cidr":
      return ranges(addresses.vpc, addresses.container);
    case "master-node-cidr":
      return { ...ranges(addresses.master), groups: control };
    case "dns-servers":
      return ranges(addresses.dns);
    case "vpc-endpoint-service":
    case "internal-services":
      return ranges({ peers: parseCidr(SERVICE_RANGES[row.peer])?.peers ?? NO_PEERS, isSensitive: false });
    case "node-group":
      return group(role === "node" ? state.groups : [], addresses.vpc);
    case "control-group":
      return group(control, addresses.master);
    case "eni-group":
      return group(state.groups, addresses.container);
  }
}
function askFloor(row, keep, state) {
  const { vpc, container, loadBalancer, serviceMesh } = state.addresses;
  const reaches = keep.map((name) => {
    switch (name) {
      case "vpc-cidr":
        return vpc;
      case "container-cidr":
        return container;
      case "load-balancer-cidrs":
        return loadBalancer;
      case "service-mesh-cidrs":
        return serviceMesh;
    }
  });
  const named = reaches.filter((reach2) => reach2 !== void 0);
  return {
    direction: row.direction,
    traffic: trafficOf(row),
    need: unionOfPeers(named.map(({ peers }) => peers)),
    isSensitive: named.some(({ isSensitive }) => isSensitive),
    groups: [],
    namesGroup: false
  };
}
function needOf({ direction, traffic, need }) {
  return region(direction, traffic.protocols, traffic.ports, need);
}
function readingFor(question, subject, state, world) {
  return readingOf({
    need: question.need,
    groups: question.groups,
    namesGroup: question.namesGroup,
    members: state.members,
    mayBe: (key) => world.isUnplaced(key) && question.groups.some((own) => isIdUnknown(subject.cluster, own))
  });
}
function boundsOf(question, subject, state, world) {
  const reading = readingFor(question, subject, state, world);
  const bounds = letThrough(state.rules, needOf(question), reading, world.configuration.defaultRulePriority);
  if (question.need.tokens.length === 0) return bounds;
  const unknown = boundsOfUnknown(question, subject, state, world);
  return { surely: union(bounds.surely, unknown.surely), possibly: subtract(bounds.possibly, unknown.not) };
}
function boundsOfUnknown(question, subject, state, world) {
  const tokens = tokenPeers(...question.need.tokens);
  const members = new Map([...state.members].map(([key, peers]) => [key, tokenPeers(...peers.tokens)]));
  const reading = readingFor(question, subject, { ...state, members }, world);
  const wide = needOf({ ...question, need: unionPeers(ALL_V4, tokens) });
  const { surely, possibly } = letThrough(
    state.rules,
    wide,
    reading,
    world.configuration.defaultRulePriority
  );
  const somewhere = mapPeers(possibly, (peers) => peers.v4.length > 0 ? tokens : NO_PEERS);
  return {
    surely: mapPeers(surely, (peers) => hasAllV4(peers) ? tokens : NO_PEERS),
    not: subtract(needOf({ ...question, need: tokens }), somewhere)
  };
}
function outcomeOf(ask, subject, world) {
  const weigh = (state) => {
    const question = ask(state);
    const need = needOf(question);
    const bounds = boundsOf(question, subject, state, world);
    return { question, need, bounds, coverage: coverage(need, bounds) };
  };
  const after = weigh(subject.after);
  const before = subject.before === void 0 ? void 0 : weigh(subject.before);
  const wasMissing = before?.coverage.missing;
  const preExisting = wasMissing === void 0 ? EMPTY : intersect(after.coverage.missing, wasMissing);
  const isFine = isEmpty(after.coverage.missing) && isEmpty(after.coverage.undecided);
  return {
    need: after.need,
    question: after.question,
    needBefore: before?.need ?? EMPTY,
    introduced: wasMissing === void 0 ? after.coverage.missing : subtract(after.coverage.missing, wasMissing),
    preExisting,
    transient: before === void 0 || subject.during === void 0 ? EMPTY : cut(before, after, weigh(subject.during)),
    undecided: after.coverage.undecided,
    isResolved: isFine && wasMissing !== void 0 && !isEmpty(intersect(wasMissing, after.need)),
    isSensitive: after.question.isSensitive || before?.question.isSensitive === true
  };
}
function cut(before, after, during) {
  const fine = intersect(
    intersect(before.need, before.bounds.surely),
    intersect(after.need, after.bounds.surely)
  );
  return subtract(fine, during.bounds.surely);
}

// src/effective/group-rules.ts
function membership(side2, group) {
  if (side2 === void 0) return "no";
  const ref = side2.group;
  if (ref.kind === "group") return ref.key === group ? "sure" : "no";
  return ref.oneOf.length === 0 || ref.oneOf.includes(group) ? "perhaps" : "no";
}
function rulesOfGroup(rules, group) {
  const before = [];
  const during = [];
  const after = [];
  for (const rule of rules) {
    const old = effectiveSide(rule, rule.before, group);
    const next = effectiveSide(rule, rule.after, group);
    if (old !== void 0) before.push(old);
    if (next !== void 0) after.push(next);
    during.push(...standingRules(rule, old, next));
  }
  return { before, during, after };
}
function effectiveSide(rule, side2, group) {
  const member = membership(side2, group);
  if (side2 === void 0 || member === "no" || !isAccepted(side2)) return void 0;
  return {
    sides: [side2],
    group,
    isSure: member === "sure",
    address: rule.address,
    stands: rule.change === "stands"
  };
}
function standingRules(rule, old, next) {
  const denies = [old, next].filter((r) => r !== void 0 && r.sides[0].action !== "allow");
  const isThere = rule.change === "stands" || rule.change === "created-then-destroyed" || rule.change === "updated";
  const standing2 = isThere && old !== void 0 && next !== void 0 ? [common(old, next)] : [];
  return [...standing2, ...denies].filter((r) => r !== void 0);
}
function common(old, next) {
  if (old.sides[0].action === "deny" || next.sides[0].action === "deny") return void 0;
  return {
    ...next,
    sides: old.sides[0] === next.sides[0] ? next.sides : [old.sides[0], next.sides[0]],
    isSure: old.isSure && next.isSure
  };
}

// src/check/causes.ts
function causesOf(lack, world) {
  if (lack.change === "pre-existing") return [];
  const rules = changedRules(lack, world);
  if (rules.length > 0) return rules;
  if (lack.change === "undecided") return [];
  const need = grownNeed(lack.subject, world);
  return need.length > 0 ? need : composition(lack.subject, world);
}
function changedRules({ subject, question, region: region2, change }, world) {
  const keys = [...new Set([...subject.groupsBefore, ...subject.groups].map(({ key }) => key))];
  const covers = (side2, key) => side2 === void 0 || membership(side2, key) === "no" ? EMPTY : matched(side2, { subject, question, region: region2 }, world);
  const concerns = (rule) => {
    const isDeny = (rule.after ?? rule.before)?.action === "deny";
    if (causeOf(rule) === void 0 && !(change === "undecided" && isDeny)) return false;
    return keys.some((key) => {
      const before = covers(rule.before, key);
      const after = covers(rule.after, key);
      const meets = !isEmpty(before) || !isEmpty(after);
      if (change === "undecided") return isDeny && !isEmpty(after) || rule.change !== "stands" && meets;
      if (isWeighedAnew(rule)) return meets;
      if (isDeny) return !isEmpty(after) && !isSubset(after, before);
      return change === "transient" ? !isEmpty(before) : !isEmpty(before) && !isSubset(before, after);
    });
  };
  const touched = keys.flatMap((key) => world.rulesOf(key)).filter(concerns);
  return distinct(touched.map((rule) => causeOf(rule) ?? toCause(rule)));
}
function isWeighedAnew({ before, after }) {
  if (before === void 0 || after === void 0) return false;
  const rank = ({ action, priority }) => JSON.stringify([action, priority]);
  return rank(before) !== rank(after);
}
function causeOf({ change, address, actions, before, after }) {
  if (change !== "stands") return { address, actions };
  return [after, before].map((side2) => side2?.peer.kind === "range" ? side2.peer.addressGroup : void 0).find((group) => group !== void 0 && doesSomething(group.actions));
}
function grownNeed(subject, world) {
  const before = subject.before?.addresses;
  const after = subject.after.addresses;
  if (before === void 0) return [];
  const isWithin = (name) => peersWithin(after[name].peers, before[name].peers);
  if (isWithin("vpc") && isWithin("container") && isWithin("dns")) return [];
  const changed2 = [...world.plan.vpcs, ...world.plan.secondaryCidrs, ...world.plan.subnets].filter(
    ({ actions, isData }) => !isData && doesSomething(actions)
  );
  return distinct(changed2.map(toCause));
}
function composition({ groups, groupsBefore, pool, cluster }, world) {
  const isMachine = world.plan.nodes.some(({ address }) => address === pool);
  const keys = new Set([...groups, ...groupsBefore].map(({ key }) => key));
  const changes = ({ actions }) => doesSomething(actions);
  const own = groups.flatMap(
    ({ resource }) => resource === void 0 || resource.isData ? [] : [{ address: resource.address, actions: resource.actions }]
  );
  if (own.some(changes)) return distinct(own.filter(changes));
  const isNamed = (side2) => side2?.groups?.some(
    (group) => group.by === "id" && group.ref.kind === "group" && keys.has(group.ref.key)
  ) === true;
  const attached = world.plan.attachments.filter(
    (attachment) => changes(attachment) && (isNamed(attachment.before) || isNamed(attachment.after))
  );
  if (isMachine && attached.length > 0) return distinct(attached.map(toCause));
  const holders = [
    ...world.plan.nodePools.filter(({ address }) => address === pool),
    ...cluster.resource === void 0 ? [] : [cluster.resource]
  ];
  const changed2 = holders.map(toCause).filter(changes);
  return distinct(changed2.length > 0 ? changed2.slice(0, 1) : []);
}
function toCause({ address, actions }) {
  return { address, actions };
}
function distinct(causes) {
  const byAddress2 = new Map(causes.map((cause) => [cause.address, cause]));
  return [...byAddress2.values()].sort((a, b) => a.address < b.address ? -1 : a.address > b.address ? 1 : 0);
}
function matched(side2, { subject, question, region: region2 }, world) {
  const reading = readingFor(question, subject, subject.after, world);
  const met = side2.action === "deny" ? { ...reading, allow: reading.deny } : reading;
  const rule = { group: "", isSure: true, address: void 0, stands: false };
  return letThrough([{ ...rule, sides: [{ ...side2, action: "allow" }] }], region2, met, void 0).possibly;
}

// src/check/rows.ts
var ROLE_NAMES = {
  node: "worker node security group",
  control: "master node security group",
  eni: "elastic network interface security group"
};
function rowVerdict(check, subjects, rowsOf) {
  const findings2 = [];
  const resolved = [];
  for (const subject of subjects.subjects) {
    if (subject.isLosingGroup) continue;
    for (const asked of rowsOf(subject)) {
      const outcome = outcomeOf(asked.ask, subject, subjects.world);
      findings2.push(...rowFindings({ check, subjects, subject, asked, outcome }));
      if (outcome.isResolved) resolved.push(resolvedRow(check, asked, subject));
    }
  }
  return { findings: findings2, resolved };
}
function resolvedRow(check, { row }, { cluster, groups }) {
  return { check: check.id, requirement: row.id, cluster: cluster.name, group: groups[0]?.key };
}
function rowFindings(weighed) {
  const { outcome, subject, subjects } = weighed;
  const undecided = subject.unknownGroups.length > 0 ? [] : [
    rowFinding(
      weighed,
      "undecided",
      subtract(outcome.undecided, standingDoubt(outcome, subject, subjects.world))
    )
  ];
  return [
    rowFinding(weighed, "introduced", outcome.introduced),
    rowFinding(weighed, "transient", outcome.transient),
    rowFinding(weighed, "pre-existing", outcome.preExisting),
    ...undecided
  ].filter((finding) => finding !== void 0);
}
function standingDoubt({ question, need, undecided }, subject, world) {
  const { after } = subject;
  const rules = after.rules.filter((rule) => !(rule.stands && rule.sides[0].action === "deny"));
  if (isEmpty(undecided) || rules.length === after.rules.length) return subtract(undecided, undecided);
  const without = coverage(need, boundsOf(question, subject, { ...after, rules }, world));
  return subtract(undecided, without.undecided);
}
function rowFinding(weighed, change, region2) {
  if (isEmpty(region2)) return void 0;
  const { check, subjects, subject, asked, outcome } = weighed;
  const { row } = asked;
  const { question } = outcome;
  const lack = { subject, question, region: region2, change };
  const secret = sensitiveRules(weighed, outcome.need);
  const causes = causesOf(lack, subjects.world);
  const names = {
    whole: question.namesGroup ? { peers: question.need, name: peerName(row.peer) } : void 0,
    isSensitive: outcome.isSensitive || secret.some(isPeerSensitive),
    isTrafficSensitive: secret.some((side2) => side2.isTrafficSensitive === true)
  };
  return {
    check: check.id,
    severity: severityOf(check, change, subjects),
    change,
    requirement: row.id,
    cluster: subject.cluster.name,
    group: subject.groups[0]?.key,
    pool: subject.pool,
    packets: { region: region2, names, member: subject.role, fate: fateOf(change, region2, outcome) },
    causes,
    impact: impactOf(weighed, region2),
    statement: statementOf(weighed, change, region2),
    remedy: remedyOf(check, change, causes),
    waived: void 0
  };
}
var TRANSIENT_REMEDY = "Add the new rules in a first plan and remove the old ones in a second, or apply when the cluster can bear it.";
var UNDECIDED_REMEDY = "Give the value in the configuration file, or plan again once it is known; then the row is decided.";
var ADD_REMEDY = "Add rules that let these packets through, and narrow a deny rule that stops them.";
function remedyOf(check, change, causes) {
  if (change === "transient") return TRANSIENT_REMEDY;
  if (change === "undecided") return UNDECIDED_REMEDY;
  return causes.some(({ actions }) => actions.includes("delete")) ? check.remedy : ADD_REMEDY;
}
function impactOf({ asked: { row }, outcome: { need, question } }, region2) {
  const isWhole = boxes(region2).every(({ peers }) => samePeers(peers, question.need)) && 2 * sizeOf(region2) >= sizeOf(need);
  return isWhole ? row.impact : `in part: ${row.impact}`;
}
function sizeOf(region2) {
  return boxes(region2).reduce(
    (sum, { protocols, ports }) => sum + (protocols.hi - protocols.lo + 1) * (ports.hi - ports.lo + 1),
    0
  );
}
function fateOf(change, region2, { needBefore }) {
  if (change === "introduced") return isSubset(region2, needBefore) ? "was allowed, is dropped" : "is dropped";
  if (change === "transient") return "may be dropped while the plan is applied";
  return change === "undecided" ? "may be dropped" : "is dropped";
}
function peerName(peer) {
  if (peer === "control-group") return ROLE_NAMES.control;
  return peer === "eni-group" ? ROLE_NAMES.eni : ROLE_NAMES.node;
}
function sensitiveRules({ subject, outcome: { question }, subjects }, region2) {
  const rules = [...subject.before?.rules ?? [], ...subject.after.rules];
  return rules.flatMap(
    ({ sides }) => sides.filter(
      (side2) => (side2.isTrafficSensitive === true || isPeerSensitive(side2)) && !isEmpty(intersect(region2, matched(side2, { subject, question, region: region2 }, subjects.world)))
    )
  );
}
function isPeerSensitive({ peer }) {
  if (peer.kind === "range") return peer.range.kind === "known" && peer.range.isSensitive;
  return peer.kind === "group" && peer.isSensitive;
}
var VERBS = {
  introduced: "is no longer let through",
  transient: "may be cut for a moment while the plan is applied",
  "pre-existing": "is not let through, before the plan and after",
  undecided: "may or may not be let through"
};
function statementOf(weighed, change, region2) {
  const { asked, outcome, subject } = weighed;
  const where = subject.pool === void 0 ? ROLE_NAMES[subject.role] : `groups of ${subject.pool}`;
  const verb = change === "introduced" && subject.before === void 0 ? "is not let through" : VERBS[change];
  const why = change === "undecided" ? `; it depends on ${doubtOf(outcome)}` : `: ${impactOf(weighed, region2)}`;
  return [`${asked.row.id}, ${where}:`, `${verb}${why}`];
}
function doubtOf({ question }) {
  return question.need.tokens.length > 0 ? question.need.tokens.join(", ") : "rules whose values the plan does not know, or on the priority of a deny rule";
}

// src/check/packets.ts
var OTHERS = /* @__PURE__ */ new Map([
  [47, "gre"],
  [50, "esp"]
]);
var SENSITIVE = "(sensitive)";
var NAMES = /* @__PURE__ */ new Map([
  [ICMP, "icmp"],
  [TCP, "tcp"],
  [UDP, "udp"],
  [ICMPV6, "icmpv6"]
]);
function packetsOf(region2, names) {
  if (names.isTrafficSensitive) {
    const directions = [...new Set(boxes(region2).map(({ direction }) => direction))];
    const hidden = { protocol: SENSITIVE, ports: SENSITIVE, peers: [SENSITIVE] };
    return directions.map((direction) => ({ direction, ...hidden }));
  }
  const lines = [];
  for (const box of boxes(region2)) {
    const twin = lines.find((line) => isAlike(line.box, box));
    if (twin === void 0) lines.push({ box, protocols: [box.protocols] });
    else twin.protocols.push(box.protocols);
  }
  return lines.map(({ box, protocols }) => ({
    direction: box.direction,
    protocol: protocolText(canonical(NUMBERS, protocols)),
    ports: portsText(box),
    peers: peersText(box.peers, names)
  }));
}
function isAlike(a, b) {
  return a.direction === b.direction && isAllPorts(a) && isAllPorts(b) && samePeers(a.peers, b.peers);
}
function isAllPorts({ ports, protocols }) {
  return ports.lo === firstPort(protocols.lo) && ports.hi === LAST_PORT;
}
function protocolText(protocols) {
  const left = subtractSets(NUMBERS, [ALL_PROTOCOLS], protocols);
  if (left.length === 0) return "all";
  const name = (number) => NAMES.get(number) ?? String(number);
  if (left.every(({ lo, hi }) => lo === hi && NAMES.has(lo))) {
    return `all but ${left.map(({ lo }) => name(lo)).join(", ")}`;
  }
  return protocols.map(({ lo, hi }) => lo === hi ? name(lo) : `${lo}-${hi}`).join(", ");
}
function portsText(box) {
  if (isAllPorts(box)) return "all";
  const text = hasTypes(box.protocols.lo) ? (slot) => `${Math.floor(slot / 256)}/${slot % 256}` : String;
  const { lo, hi } = box.ports;
  return lo === hi ? text(lo) : `${text(lo)}-${text(hi)}`;
}
function peersText(peers, { whole, isSensitive }) {
  if (whole !== void 0 && samePeers(peers, whole.peers)) return [whole.name];
  if (isSensitive) return [SENSITIVE];
  if (hasAllV4(peers) && peers.tokens.length === 0) return ["0.0.0.0/0"];
  return [...cidrsOf(peers), ...peers.tokens];
}
function witnessOf(region2, member, names, fate) {
  const all = boxes(region2);
  const [packet] = [TCP, UDP, ICMP, ...OTHERS.keys()].flatMap((protocol2) => all.flatMap((box2) => holds(box2, protocol2) ? [{ box: box2, protocol: protocol2 }] : [])).sort((a, b) => Number(hasKnownPort(b.box)) - Number(hasKnownPort(a.box))).concat(all.map((box2) => ({ box: box2, protocol: box2.protocols.lo })));
  const peer = packet === void 0 ? void 0 : onePeer(packet.box.peers, names);
  if (packet === void 0 || peer === void 0) return void 0;
  const { box, protocol } = packet;
  const port = portText(protocol, box.ports);
  const name = (NAMES.get(protocol) ?? OTHERS.get(protocol) ?? `protocol ${protocol}`).toUpperCase();
  return box.direction === "ingress" ? `${name} ${peer} -> ${member}${port} ${fate}` : `${name} ${member} -> ${peer}${port} ${fate}`;
}
var KNOWN_PORTS = [10250, 443, 53];
var ECHO = 8 * 256;
function hasKnownPort({ ports }) {
  return KNOWN_PORTS.some((port) => ports.lo <= port && port <= ports.hi);
}
function holds({ protocols }, protocol) {
  return protocols.lo <= protocol && protocol <= protocols.hi;
}
function portText(protocol, { lo, hi }) {
  const pick = (wanted) => wanted.find((one2) => lo <= one2 && one2 <= hi) ?? lo;
  if (protocol === TCP || protocol === UDP) return `:${pick(KNOWN_PORTS)}`;
  if (!hasTypes(protocol)) return "";
  const slot = pick([ECHO]);
  return ` type ${Math.floor(slot / 256)} code ${slot % 256}`;
}
var ANYBODY = 16843009;
function onePeer(peers, { isSensitive, isTrafficSensitive }) {
  if (isSensitive || isTrafficSensitive) return void 0;
  const [v4] = peers.v4;
  if (v4?.lo === 0 && v4.hi > ANYBODY) return v4Text(ANYBODY);
  if (v4 !== void 0) return v4Text(v4.hi > v4.lo ? v4.lo + 1 : v4.lo);
  const [v6] = peers.v6;
  if (v6 !== void 0) return v6Text(v6.hi > v6.lo ? v6.lo + 1n : v6.lo);
  return void 0;
}
function packetsText(missing) {
  const texts = missing.slice(0, 3).map(({ direction, protocol, ports, peers }) => {
    const what = protocol === "all" ? "all traffic" : protocol.startsWith("all but") ? protocol : protocol.toUpperCase();
    const port = ports === "all" ? "" : ` ${ports}`;
    const shown = peers.length > 3 ? [...peers.slice(0, 3), `${peers.length - 3} more`] : peers;
    return `${what}${port} ${direction === "ingress" ? "from" : "to"} ${shown.join(", ")}`;
  });
  return `${texts.join("; ")}${missing.length > 3 ? ` and ${missing.length - 3} more` : ""}`;
}

export {
  isAccepted,
  trafficOf,
  defaultRulesOfGroup,
  isDefaultRule,
  isSameTraffic,
  isSamePeer,
  severityOf,
  letThrough,
  SERVICE_RANGES,
  DEFAULT_DNS_SERVERS,
  plainReading,
  ROLES,
  dnsOfSubnet,
  isRecord,
  isMarked,
  hasMark,
  doesSomething,
  isReplaced,
  createsFirst,
  instancesOf,
  rawOf,
  textOf,
  integerOf,
  flagOf,
  textsOf,
  blocksOf,
  known,
  idOf,
  GROUP_TYPES,
  CLUSTER_TYPE,
  keyOfAttribute,
  managedGroupsOf,
  roleOfName,
  postponedGroups,
  worldOf,
  madeRules,
  pastSides,
  isIdUnknown,
  clusterOf,
  askRow,
  askFloor,
  needOf,
  boundsOf,
  outcomeOf,
  membership,
  rulesOfGroup,
  causesOf,
  causeOf,
  distinct,
  ROLE_NAMES,
  rowVerdict,
  standingDoubt,
  isPeerSensitive,
  SENSITIVE,
  packetsOf,
  witnessOf,
  packetsText
};
