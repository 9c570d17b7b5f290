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

// src/plan/rule.ts
function isAccepted(side) {
  return side.problems.every(({ kind }) => kind !== "refused");
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
  const shared = old.filter((peer) => next.some((other) => isSamePeer(peer, other)));
  const side = (peer) => sideOf(row, peer);
  const alternatives = row.row.peer === "master-node-cidr" ? mastersByAnotherName(row.keys, before ?? after) : [];
  const base = { requirement: row.row, alternatives };
  return [
    ...old.map((peer) => ({
      ...base,
      before: side(peer),
      after: shared.includes(peer) ? side(peer) : void 0
    })),
    ...next.filter((peer) => !old.some((other) => isSamePeer(peer, other))).map((peer) => ({ ...base, before: void 0, after: side(peer) }))
  ];
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
    const side = allowing({ group: group.key, direction, family, traffic: all, peer, priority });
    return {
      requirement: void 0,
      before: group.existsBefore ? side : void 0,
      after: group.existsAfter ? side : void 0,
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
function isDefaultRule(side, rule, agreement) {
  const own = rule.before;
  if (own === void 0 || !isAccepted(side) || side.action !== "allow") return false;
  if (side.direction !== own.direction || side.family !== own.family) return false;
  const isPeer = [own.peer, ...rule.alternatives].some((peer) => agree(side.peer, peer, agreement));
  return isPeer && isSameTraffic(side.traffic, own.traffic);
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
  const parts = rule.sides.map((side) => matchSide(side, action, need, reading));
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
function matchSide(side, action, need, reading) {
  const isOther = side.action !== action && side.action !== "unknown";
  const isOtherWay = side.direction !== "unknown" && need[side.direction].length === 0;
  const isOtherFamily = side.family !== reading.family && side.family !== "unknown";
  if (isOther || isOtherWay || isOtherFamily || !isAccepted(side)) return { surely: EMPTY, possibly: EMPTY };
  const peers = reading[action](side.peer);
  const isKnown = side.action === action && side.family === reading.family;
  const possibly = regionOf(side, peers.possibly, need, true);
  const isWhole = isKnown && peers.surely === peers.possibly && side.traffic !== "unknown" && side.direction !== "unknown";
  if (isWhole) return { surely: possibly, possibly };
  return { surely: isKnown ? regionOf(side, peers.surely, need, false) : EMPTY, possibly };
}
function regionOf(side, peers, need, widest) {
  const { direction, traffic } = side;
  if (!widest && (direction === "unknown" || traffic === "unknown")) return EMPTY;
  const directions = direction === "unknown" ? ["ingress", "egress"] : [direction];
  const known2 = traffic === "unknown" ? { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS } : traffic;
  return unionOf(directions.map((way) => restrict(need, way, known2, peers)));
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
  const range = (known2) => {
    if (known2.kind === "unknown") return { surely: tokenPeers(known2.token), possibly: everything };
    const { peers } = known2;
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

// src/cluster/addresses.ts
function addressesOf(plan, { cluster, model, configured }, which) {
  const side = cluster?.[which];
  const owner = cluster?.address ?? `cluster ${configured?.name ?? ""}`;
  const subnet = side === void 0 ? void 0 : subnetOf(plan, side.subnet, which);
  const vpc = fixed(configured?.vpcCidrs) ?? vpcReach(plan, vpcOf(plan, side, subnet, which)) ?? unknownReach(`VPC CIDR of ${owner}`);
  const subnetReach = subnet?.side.cidr === void 0 ? void 0 : reach([subnet.side.cidr], `${subnet.address}.cidr`);
  const container = fixed(configured?.containerCidrs) ?? (model === "eni" ? podSubnetReach(plan, side, which, owner) : containerReach(side, owner));
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
function vpcOf(plan, side, subnet, which) {
  const ref = side === void 0 || side.vpc.kind === "unknown" ? subnet?.side.vpc : side.vpc;
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
function containerReach(side, owner) {
  return side?.containerCidr === void 0 ? unknownReach(`${owner}.container_network_cidr`) : reach([side.containerCidr], `${owner}.container_network_cidr`);
}
function podSubnetReach(plan, side, which, owner) {
  if (side?.eniSubnetCidr?.kind === "known") return reach([side.eniSubnetCidr], `${owner}.eni_subnet_cidr`);
  const subnet = side === void 0 ? void 0 : neutronSubnetOf(plan, side.eniSubnet, which);
  if (subnet?.side.cidr !== void 0) return reach([subnet.side.cidr], `${subnet.address}.cidr`);
  return side?.eniSubnetCidr === void 0 ? unknownReach(`${owner}.eni_subnet_cidr`) : reach([side.eniSubnetCidr], `${owner}.eni_subnet_cidr`);
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
    const side = both[which];
    if (side?.subnetId === ref.id) return { address: both.address, side };
  }
  return void 0;
}
function find(all, ref, which) {
  if (ref.kind === "unknown") return void 0;
  const matches = all.flatMap((both) => {
    const side = both[which];
    const isIt = ref.kind === "id" ? side?.id === ref.id : both.address === ref.address;
    return side !== void 0 && isIt ? [{ address: both.address, side, isData: both.isData }] : [];
  });
  return matches.find(({ isData }) => !isData) ?? matches[0];
}
function refersTo(ref, vpc) {
  if (ref.kind === "unknown") return false;
  return ref.kind === "id" ? ref.id === vpc.side.id : ref.address === vpc.address;
}

// src/cluster/placement.ts
var SENSITIVE_NAME = "(sensitive)";
var ROLES = ["node", "control", "eni"];
function roleOfName(text) {
  const plain = text.replace(/^\^/, "").replace(/\\([-.])/g, "$1");
  const match = /^([a-z0-9][a-z0-9-]*?)-cce-(node|control|eni)-/.exec(plain);
  const [, cluster, role] = match ?? [];
  const known2 = ROLES.find((r) => r === role);
  return cluster !== void 0 && known2 !== void 0 ? { cluster, role: known2 } : void 0;
}
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
  const side = resource?.after ?? resource?.before;
  const networkType = configured?.networkModel ?? side?.networkType;
  const model = modelOf(networkType);
  return {
    name: name.text,
    label: name.isSensitive ? SENSITIVE_NAME : name.text,
    resource,
    configuration: configured,
    networkType,
    model,
    node: placeGroup(plan, source, "node"),
    control: placeGroup(plan, source, "control"),
    eni: model === "eni" ? placeGroup(plan, source, "eni") : void 0
  };
}
function modelOf(networkType) {
  return networkType === "vpc-router" || networkType === "overlay_l2" || networkType === "eni" ? networkType : void 0;
}
function placeGroup(plan, { name, resource, configured }, role) {
  const named = configured?.securityGroups[role].map((text) => groupKeyOf(plan, text)) ?? [];
  const [fixed2] = named;
  if (fixed2 !== void 0) return stable(role, fixed2, "configuration", resource);
  const before = attributeKey(resource?.before, role);
  const after = attributeKey(resource?.after, role);
  if (before !== void 0 || after !== void 0) {
    const isKnown = plan.groups.some((group) => group.key === after && !group.isData);
    return { role, before, after, placedBy: isKnown ? "id" : "reference", isIdUnknown: false };
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
    isIdUnknown: false
  };
}
function attributeKey(side, role) {
  const ref = role === "node" ? side?.nodeGroup : role === "control" ? side?.controlGroup : void 0;
  return ref?.kind === "group" ? ref.key : void 0;
}
function groupKeyOf(plan, text) {
  const group = plan.groups.find(
    ({ address, nameAfter, nameBefore, existsAfter }) => existsAfter && (address === text || nameAfter?.text === text || nameBefore?.text === text)
  );
  return group?.key ?? text;
}
function groupByName(plan, cluster, role) {
  return plan.groups.find((group) => {
    const name = (group.nameBefore ?? group.nameAfter)?.text;
    if (name === void 0) return false;
    const told = roleOfName(name);
    if (told !== void 0) return told.cluster === cluster && told.role === role;
    return role === "control" && name.startsWith(`${cluster}-control-`);
  });
}
function clustersOfNames(plan, placed) {
  const found = /* @__PURE__ */ new Map();
  for (const group of plan.groups) {
    const name = group.nameBefore ?? group.nameAfter;
    const told = name === void 0 ? void 0 : roleOfName(name.text);
    if (told === void 0 || placed.some((cluster) => cluster.name === told.cluster)) continue;
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
    const sides = [rule.before, rule.after, rule.drifted].filter((side) => side !== void 0);
    const refs = sides.map((side) => side.group);
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
  const known2 = new Set(plan.groups.map(({ key }) => key));
  for (const { node, control, eni } of clusters) {
    for (const group of [node, control, eni]) {
      if (group !== void 0 && !group.isIdUnknown) known2.add(group.before).add(group.after);
    }
  }
  for (const pool of plan.nodePools) {
    for (const ref of [...pool.before?.groups ?? [], ...pool.after?.groups ?? []]) {
      if (ref.kind === "group") known2.add(ref.key);
    }
  }
  return (key) => !known2.has(key);
}
function bind(plan, cluster, learned) {
  const { resource, model } = cluster;
  const side = (which) => {
    if (model === void 0 || resource !== void 0 && resource[which] === void 0) return void 0;
    const facts = { cluster: resource, model, configured: cluster.configuration };
    return applied(addressesOf(plan, facts, which), learned);
  };
  return {
    ...cluster,
    control: withKey(cluster.control, learned.control),
    eni: cluster.eni === void 0 ? void 0 : withKey(cluster.eni, learned.eni),
    before: side("before"),
    after: side("after")
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
  const vpc = known(addresses.vpc, learned.vpc);
  const isVpc = addresses.master === addresses.vpc;
  return {
    ...addresses,
    vpc,
    container: known(addresses.container, learned.container),
    master: known(isVpc && learned.master === void 0 ? vpc : addresses.master, learned.master)
  };
}
function known(reach2, peers) {
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
  const before = group.before === key ? cluster.before : void 0;
  const now = group.after === key ? cluster.after : void 0;
  const after = now !== void 0 && before !== void 0 && role !== "node" ? before : now;
  const keys = groupKeys(cluster, before === void 0 ? "after" : "before");
  return table.rows.flatMap((row) => defaultRulesOfRow({ row, group: key, keys }, before, after));
}
function pastSides(rule) {
  return [rule.before, rule.drifted].filter((side) => side !== void 0);
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
  for (const role of ["node", "control", "eni"]) {
    const key = cluster[role]?.before;
    if (key === void 0) continue;
    const past = rulesOf(key).flatMap(pastSides);
    for (const rule of madeRules(cluster, role, key)) {
      if (rule.before === void 0 || !isLearnable(rule, cluster)) continue;
      for (const side of past.filter((p) => isDefaultRule(p, rule, agreement))) {
        learn(rule, side, cidrs, groups);
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
function learn(rule, side, cidrs, groups) {
  const name = rule.requirement === void 0 ? void 0 : LEARNED_FROM.get(rule.requirement.peer);
  const peers = knownCidr(side.peer);
  if (name === void 0) return;
  if (peers !== void 0) cidrs.set(name, [...cidrs.get(name) ?? [], peers]);
  else if (side.peer.kind === "group" && side.peer.group.kind === "group")
    groups.set(name, side.peer.group.key);
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
    const side = resource?.[which];
    if (resource === void 0 || side === void 0) return false;
    return ref.kind === "id" ? side.id === ref.id : ref.kind === "address" && isAddress(resource, ref.address);
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
function membership(side, group) {
  if (side === void 0) return "no";
  const ref = side.group;
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
function effectiveSide(rule, side, group) {
  const member = membership(side, group);
  if (side === void 0 || member === "no" || !isAccepted(side)) return void 0;
  return {
    sides: [side],
    group,
    isSure: member === "sure",
    address: rule.address,
    stands: rule.change === "stands"
  };
}
function standingRules(rule, old, next) {
  const denies = [old, next].filter((r) => r !== void 0 && r.sides[0].action !== "allow");
  const isThere = rule.change === "stands" || rule.change === "created-then-destroyed" || rule.change === "updated";
  const standing = isThere && old !== void 0 && next !== void 0 ? [common(old, next)] : [];
  return [...standing, ...denies].filter((r) => r !== void 0);
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
  const covers = (side, key) => side === void 0 || membership(side, key) === "no" ? EMPTY : matched(side, { subject, question, region: region2 }, world);
  const concerns = (rule) => keys.some((key) => {
    const before = covers(rule.before, key);
    const after = covers(rule.after, key);
    const isDeny = (rule.after ?? rule.before)?.action === "deny";
    if (change === "undecided") return !isEmpty(after) && (isDeny || rule.change !== "stands");
    if (rule.change === "stands") return false;
    if (isDeny) return !isEmpty(after) && !isSubset(after, before);
    return change === "transient" ? !isEmpty(before) : !isEmpty(before) && !isSubset(before, after);
  });
  const touched = keys.flatMap((key) => world.rulesOf(key)).filter(concerns);
  return distinct(touched.map(({ address, actions }) => ({ address, actions })));
}
function grownNeed({ cluster }, world) {
  const { before, after } = cluster;
  if (before === void 0 || after === void 0) return [];
  const isSame2 = peersWithin(after.vpc.peers, before.vpc.peers) && peersWithin(after.container.peers, before.container.peers);
  if (isSame2) return [];
  const changed = [...world.plan.vpcs, ...world.plan.secondaryCidrs, ...world.plan.subnets].filter(
    ({ actions, isData }) => !isData && actions.some((action) => action !== "no-op" && action !== "read")
  );
  return distinct(changed.map(toCause));
}
function composition({ groups, pool, cluster }, world) {
  const changes = ({ actions }) => actions.some((a) => a !== "no-op" && a !== "read");
  const own = groups.flatMap(
    ({ resource }) => resource === void 0 || resource.isData ? [] : [{ address: resource.address, actions: resource.actions }]
  );
  if (own.some(changes)) return distinct(own.filter(changes));
  const holders = [
    ...world.plan.nodePools.filter(({ address }) => address === pool),
    ...cluster.resource === void 0 ? [] : [cluster.resource]
  ];
  const changed = holders.map(toCause).filter(changes);
  return distinct(changed.length > 0 ? changed.slice(0, 1) : []);
}
function toCause({ address, actions }) {
  return { address, actions };
}
function distinct(causes) {
  const byAddress = new Map(causes.map((cause) => [cause.address, cause]));
  return [...byAddress.values()].sort((a, b) => a.address < b.address ? -1 : a.address > b.address ? 1 : 0);
}
function matched(side, { subject, question, region: region2 }, world) {
  const reading = readingFor(question, subject, subject.after, world);
  const met = side.action === "deny" ? { ...reading, allow: reading.deny } : reading;
  const rule = { group: "", isSure: true, address: void 0, stands: false };
  return letThrough([{ ...rule, sides: [{ ...side, action: "allow" }] }], region2, met, void 0).possibly;
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
    isTrafficSensitive: secret.some((side) => side.isTrafficSensitive === true)
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
      (side) => (side.isTrafficSensitive === true || isPeerSensitive(side)) && !isEmpty(intersect(region2, matched(side, { subject, question, region: region2 }, subjects.world)))
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
  dnsOfSubnet,
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
