import {
  tableOf
} from "./chunk-XR7GB23Z.js";
import {
  identityHint,
  isSamePeer,
  isSameTraffic,
  isUnknownPeer,
  mayBeSame
} from "./chunk-EBGMQUNB.js";
import {
  ALL_TRAFFIC,
  INTERNAL_SERVICES_OF,
  NODE_PORT_LIMITS,
  ROLES,
  SERVICE_RANGES,
  doesSomething,
  isAccepted,
  isGroupPeer,
  isPeerSensitive,
  knownKeys,
  productsOf,
  roleOfName,
  roleOfPattern,
  roleOfPeer
} from "./chunk-L6AC5JB7.js";
import {
  ALL_ADDRESSES,
  ALL_PORTS,
  ALL_PROTOCOLS,
  ALL_V4,
  EMPTY,
  NO_PEERS,
  NUMBERS,
  PROTOCOL_NUMBERS,
  addressesIn,
  anyAddress,
  cidrsOf,
  hasAllV4,
  hasNoPeers,
  intersect,
  intersectPeers,
  isEmpty,
  isSubset,
  mapPeers,
  peersWithin,
  region,
  regionOfParts,
  restrict,
  samePeers,
  sameSets,
  single,
  subtract,
  subtractPeers,
  subtractSets,
  tokenPeers,
  union,
  unionOf,
  unionOfPeers,
  unionPeers,
  withoutTokens
} from "./chunk-FFZXDXFJ.js";
import {
  hold,
  keepToEnd,
  spend
} from "./chunk-K7OY3VOL.js";
import {
  compare,
  distinct,
  firstOfEach,
  groupBy,
  memo,
  memoOfObject,
  onlyOne
} from "./chunk-HR654TLQ.js";
import {
  must,
  unreachable
} from "./chunk-CAOBLGU6.js";

// src/net/bounds.ts
var NOTHING = { surely: EMPTY, possibly: EMPTY };
function unionOfBounds(all) {
  return { surely: unionOf(all.map((one) => one.surely)), possibly: unionOf(all.map((one) => one.possibly)) };
}
function intersectBounds(a, b) {
  return { surely: intersect(a.surely, b.surely), possibly: intersect(a.possibly, b.possibly) };
}
function coverage(need, bounds) {
  const unsure = subtract(need, bounds.surely);
  if (isEmpty(unsure)) return { missing: EMPTY, undecided: EMPTY };
  return { missing: subtract(unsure, bounds.possibly), undecided: intersect(unsure, bounds.possibly) };
}

// src/effective/known-rules.ts
var FEW = 12;
function weighedRules(rules) {
  return rules.length <= FEW ? { known: [], others: rules } : sortedOut(rules);
}
var sortedOut = memoOfObject((rules) => {
  const others = [];
  const known = [];
  for (const rule of rules) {
    const found = knownRule(rule);
    if (found === void 0) others.push(rule);
    else known.push(found);
  }
  const classes = groupBy(
    known,
    ({ sides: [side], rule }) => JSON.stringify([
      side.action,
      side.family,
      rule.group,
      rule.isSure,
      rule.sides.map((one) => one.priority)
    ])
  );
  return {
    others,
    known: [...classes.values()].map((some) => {
      const [{ rule, sides }] = some;
      const { action, family } = sides[0];
      const priorities = rule.sides.map(({ priority }) => priority);
      return {
        action,
        family,
        group: rule.group,
        priorities,
        isSure: rule.isSure,
        packets: packetsOfAll(some)
      };
    })
  };
});
function knownRule(rule) {
  const [first, ...others] = rule.sides.map(knownSide);
  if (first === void 0 || others.some((side) => side === void 0)) return void 0;
  const sides = [first, ...others.filter((side) => side !== void 0)];
  const isAlike = sides.every(({ action, family }) => action === first.action && family === first.family);
  return isAlike ? { rule, sides } : void 0;
}
function knownSide(side) {
  const { action, family, direction, traffic, peer } = side;
  if (action === "unknown" || family === "unknown" || direction === "unknown") return void 0;
  if (traffic.isAtMost === true || !isAccepted(side)) return void 0;
  if (peer.kind === "any") return { action, family, direction, traffic, peers: anyAddress(family) };
  if (peer.kind !== "range" || peer.range.kind === "unknown") return void 0;
  return { action, family, direction, traffic, peers: peer.range.peers };
}
function packetsOfAll(rules) {
  const single2 = rules.filter(({ sides }) => sides.length === 1).map(({ sides }) => sides[0]);
  const double = rules.filter(({ sides }) => sides.length > 1);
  const alike2 = groupBy(single2, ({ direction, traffic }) => JSON.stringify([direction, traffic.protocols]));
  return unionOf([
    ...[...alike2.values()].map((some) => {
      const [{ direction, traffic }] = some;
      const parts = some.map(({ traffic: { ports }, peers }) => ({ ports, peers }));
      return regionOfParts(direction, traffic.protocols, parts);
    }),
    ...double.map(({ sides }) => sides.map(packetsOfSide).reduce(intersect)),
    EMPTY
  ]);
}
function packetsOfSide({ direction, traffic: { protocols, ports }, peers }) {
  return regionOfParts(direction, protocols, [{ ports, peers }]);
}

// src/effective/effective.ts
function letThrough(rules, need, reading, defaultPriority) {
  const asked = { need, reading, defaultPriority };
  const sorted = weighedRules(rules);
  const allows = matchesOf(sorted, "allow", asked);
  const denies = keptOff(alike(matchesOf(sorted, "deny", asked)), sorted.others, asked);
  if (denies.length === 0) return unionOfBounds(allows);
  return unionOfBounds(
    alike(allows).map((allow) => {
      const { surely, possibly } = allow;
      const perhapsTaken = denies.filter((deny) => mayBeat(deny, allow)).map((deny) => deny.possibly);
      const surelyTaken = denies.filter((deny) => surelyBeats(deny, allow)).map((deny) => deny.surely);
      return {
        surely: subtract(surely, unionOf(perhapsTaken)),
        possibly: subtract(possibly, unionOf(surelyTaken))
      };
    })
  );
}
var MATCH = 20;
function matchesOf({ known, others }, action, asked) {
  spend(MATCH * (known.length + others.length));
  return [
    ...known.map((rules) => knownMatch(rules, action, asked)),
    ...others.map((rule) => matchOf(rule, action, asked))
  ].filter((match) => match !== void 0);
}
function knownMatch({ action, family, group, priorities, isSure, packets }, asked, { need, reading, defaultPriority }) {
  if (action !== asked || family !== reading.family) return void 0;
  const possibly = intersect(need, packets);
  if (isEmpty(possibly)) return void 0;
  const ranks = rankOf(priorities, defaultPriority);
  return { group, ...ranks, surely: isSure ? possibly : EMPTY, possibly, member: void 0 };
}
function alike(matches) {
  const classes = groupBy(
    matches,
    ({ min, max, group, member }) => JSON.stringify([min, max, group, member])
  );
  return [...classes.values()].map((some) => ({ ...some[0], ...unionOfBounds(some) }));
}
function keptOff(denies, rules, asked) {
  const { reading } = asked;
  const ofMembers = denies.flatMap(({ member }) => member ?? []);
  if (ofMembers.length === 0) return denies;
  const everybody = reading.allow({ kind: "any" });
  const perhaps = { ...everybody, surely: NO_PEERS };
  const open = rules.filter(
    ({ sides }) => sides.some(({ peer }) => peer.kind === "one-of" || isAnyGroup(peer))
  );
  const speaking = groupBy(
    rules.flatMap((rule) => membersNamed(rule, reading).map((key) => ({ key, rule }))),
    ({ key }) => key
  );
  const keepers = new Map(
    distinct(ofMembers).map((key) => {
      const allow = (peer) => {
        if (peer.kind === "one-of") return eitherOf(peer.peers.map(allow));
        if (isAnyGroup(peer)) return perhaps;
        return reading.memberOf(peer) === key ? everybody : reading.allow(peer);
      };
      const own = distinct([...(speaking.get(key) ?? []).map(({ rule }) => rule), ...open]);
      return [
        key,
        alike(matchesOf({ known: [], others: own }, "allow", { ...asked, reading: { ...reading, allow } }))
      ];
    })
  );
  return denies.map((deny) => {
    const own = deny.member === void 0 ? [] : keepers.get(deny.member) ?? [];
    const surely = own.filter((allow) => !mayBeat(deny, allow)).map((allow) => allow.surely);
    const possibly = own.filter((allow) => !surelyBeats(deny, allow)).map((allow) => allow.possibly);
    return {
      ...deny,
      surely: subtract(deny.surely, unionOf(possibly)),
      possibly: subtract(deny.possibly, unionOf(surely))
    };
  });
}
function membersNamed({ sides }, { memberOf }) {
  return distinct(sides.flatMap(({ peer }) => memberOf(peer) ?? []));
}
function isAnyGroup(peer) {
  return peer.kind === "group" && peer.group.kind === "unknown";
}
function eitherOf(all) {
  return {
    surely: all.map(({ surely }) => surely).reduce(intersectPeers, ALL_ADDRESSES),
    possibly: unionOfPeers(all.map(({ possibly }) => possibly))
  };
}
function matchOf(rule, action, { need, reading, defaultPriority }) {
  const { surely, possibly } = rule.sides.map((side) => matchSide(side, action, need, reading)).reduce(intersectBounds);
  if (isEmpty(possibly)) return void 0;
  const priorities = rule.sides.map(({ priority }) => priority);
  return {
    group: rule.group,
    ...rankOf(priorities, defaultPriority),
    surely: rule.isSure ? surely : EMPTY,
    possibly,
    member: action === "deny" ? membersNamed(rule, reading)[0] : void 0
  };
}
function matchSide(side, action, need, reading) {
  const isOther = side.action !== action && side.action !== "unknown";
  const isOtherWay = side.direction !== "unknown" && need[side.direction].length === 0;
  const isOtherFamily = side.family !== reading.family && side.family !== "unknown";
  if (isOther || isOtherWay || isOtherFamily || !isAccepted(side)) return NOTHING;
  const peers = reading[action](side.peer);
  const isKnown = side.action === action && side.family === reading.family;
  const possibly = matchedPart(side, peers.possibly, need, true);
  const isWhole = isKnown && peers.surely === peers.possibly && side.traffic.isAtMost !== true && side.direction !== "unknown";
  if (isWhole) return { surely: possibly, possibly };
  return { surely: isKnown ? matchedPart(side, peers.surely, need, false) : EMPTY, possibly };
}
function matchedPart(side, peers, need, widest) {
  const { direction, traffic } = side;
  if (!widest && (direction === "unknown" || traffic.isAtMost === true)) return EMPTY;
  const directions = direction === "unknown" ? ["ingress", "egress"] : [direction];
  const products = productsOf(traffic);
  return unionOf(directions.flatMap((way) => products.map((product) => restrict(need, way, product, peers))));
}
function rankOf(priorities, defaultPriority) {
  const ranges = priorities.map((priority) => priorityRange(priority, defaultPriority));
  return {
    min: Math.min(...ranges.map(({ min }) => min)),
    max: Math.max(...ranges.map(({ max }) => max))
  };
}
function priorityRange(priority, defaultPriority) {
  if (priority.kind === "known") return { min: priority.value, max: priority.value };
  if (priority.kind === "undocumented" && defaultPriority !== void 0) {
    return { min: defaultPriority, max: defaultPriority };
  }
  return { min: 1, max: 100 };
}
function mayBeat(deny, allow) {
  return deny.group !== allow.group || deny.min <= allow.max;
}
function surelyBeats(deny, allow) {
  return deny.max <= allow.min;
}

// src/weigh/reading.ts
var NONE = { surely: NO_PEERS, possibly: NO_PEERS };
var WHOLE = { surely: ALL_V4, possibly: ALL_V4 };
function readingOf(eyes) {
  const { names, groups, namesGroup, members } = eyes;
  const range = (known) => {
    if (known.kind === "known") return { surely: known.peers, possibly: known.peers };
    return names.includes(known.token) ? WHOLE : eyes.placeOf(known.token);
  };
  const meeting = (own) => {
    const oneOf = memo((are) => {
      const possible = [...own].filter(([key]) => are === "all" || eyes.isIdUnknown(key));
      return { surely: NO_PEERS, possibly: unionOfPeers(possible.map(([, one]) => eyes.seen(one).possibly)) };
    });
    const read = (peer) => {
      if (peer.kind === "any") return WHOLE;
      if (peer.kind === "range") return range(peer.range);
      if (peer.kind === "one-of") return eitherOf(peer.peers.map(read));
      if (peer.group.kind === "unknown") return oneOf("all");
      const { key } = peer.group;
      const found = own.get(key);
      if (found !== void 0) return eyes.seen(found);
      return eyes.isUnplaced(key) ? oneOf("nameless") : NONE;
    };
    return read;
  };
  const named = new Map(groups.map((key) => [key, WHOLE]));
  return {
    family: "IPv4",
    allow: meeting(named),
    deny: meeting(namesGroup ? named : members),
    memberOf: (peer) => {
      const key = peer.kind === "group" && peer.group.kind === "group" ? peer.group.key : void 0;
      return key !== void 0 && !namesGroup && members.has(key) ? key : void 0;
    }
  };
}
function plainReading(family) {
  const all = anyAddress(family);
  const read = (peer) => {
    if (peer.kind === "any") return { surely: all, possibly: all };
    if (peer.kind === "group") return NONE;
    if (peer.kind === "one-of") return eitherOf(peer.peers.map(read));
    if (peer.range.kind === "unknown") return { surely: NO_PEERS, possibly: all };
    return { surely: peer.range.peers, possibly: peer.range.peers };
  };
  return { family, allow: read, deny: read, memberOf: () => void 0 };
}

// src/cluster/addresses.ts
function addressesOf(plan, { cluster, model, configured }, which) {
  const side = cluster?.[which];
  const owner = cluster?.address ?? `cluster ${must(configured, "a model comes from the plan or the configuration").name}`;
  const asking = { plan, which, owner };
  const subnet = side === void 0 ? void 0 : subnetsOf(plan.subnets)(side.subnet, which);
  const subnetReach = subnet?.side.cidr === void 0 ? void 0 : reachOf(`${subnet.address}.cidr`, [subnet.side.cidr]);
  const region2 = configured?.region ?? side?.region;
  const ownPage = hasOwnPage(region2) ? region2 : void 0;
  return {
    vpc: fixedReach(configured?.vpcCidrs) ?? vpcReach(side, subnet, asking) ?? unknownVpc(side, subnet, asking),
    container: fixedReach(configured?.containerCidrs) ?? (model === "eni" ? podSubnetReach(side, asking) : containerReach(side, owner)),
    master: fixedReach(configured?.masterCidrs) ?? masterReach(subnetReach, side?.apiAddress, owner),
    dns: fixedReach(configured?.dnsServers) ?? dnsReach(subnet, owner),
    api: side?.apiAddress === void 0 ? void 0 : reach([side.apiAddress], `${owner}.internal`),
    loadBalancer: fixedReach(configured?.loadBalancerCidrs),
    serviceMesh: fixedReach(configured?.serviceMeshCidrs),
    subnet: subnetReach,
    internalServices: fixedReach(configured?.serviceCidrs) ?? internalServicesOf(ownPage),
    ownPage,
    nodePorts: side?.nodePorts
  };
}
function hasOwnPage(region2) {
  return region2 !== void 0 && Object.hasOwn(INTERNAL_SERVICES_OF, region2);
}
function internalServicesOf(ownPage) {
  return onThePage(
    addressesIn(ownPage === void 0 ? SERVICE_RANGES["internal-services"] : INTERNAL_SERVICES_OF[ownPage])
  );
}
function onThePage(peers) {
  return { ranges: [peers], peers, isSensitive: false, isConfigured: false, source: "the vendor's page" };
}
function withDnsOf(addresses, nodes, { plan, which }) {
  if (addresses.dns.isConfigured || nodes.length === 0) return addresses;
  const reaches = firstOfEach(nodes, ({ subnet }) => JSON.stringify(subnet)).map(
    ({ owner, subnet }) => subnet === void 0 ? addresses.dns : dnsReach(subnetsOf(plan.subnets)(subnet, which), owner)
  );
  const sources = firstOfEach(reaches, ({ source }) => source).map(({ source }) => source);
  return {
    ...addresses,
    dns: {
      ranges: reaches.flatMap(({ ranges }) => ranges),
      peers: unionOfPeers(reaches.map(({ peers }) => peers)),
      isSensitive: reaches.some(({ isSensitive }) => isSensitive),
      isConfigured: false,
      source: sources.join(", ")
    }
  };
}
function withSurroundings(addresses, model) {
  const { vpc, master, container, internalServices } = addresses;
  const isUnknown = ({ peers }) => peers.tokens.length > 0;
  const elsewhere = unionOfPeers([
    model === "eni" ? NO_PEERS : container.peers,
    internalServices.peers,
    addressesIn(SERVICE_RANGES["vpc-endpoint-service"])
  ]);
  return {
    ...addresses,
    vpc: isUnknown(vpc) ? { ...vpc, within: subtractPeers(ALL_V4, elsewhere) } : vpc,
    master: isUnknown(master) ? { ...master, within: vpc.peers } : master,
    container: isUnknown(container) ? { ...container, within: model === "eni" ? vpc.peers : subtractPeers(ALL_V4, vpc.peers) } : container
  };
}
function filledIn(unknown, told = [], source) {
  if (told.length === 0 || unknown.peers.tokens.length === 0) return unknown;
  const isUnknown = (range) => range.tokens.length > 0;
  const known = unknown.ranges.filter((range) => !isUnknown(range));
  const cidrs = told.map(({ peers: peers2 }) => peers2);
  const ranges = [...known, ...cidrs, ...unknown.ranges.filter(isUnknown).slice(told.length)];
  const peers = unionOfPeers([...ranges, heldBy(unknown)]);
  const isSensitive = unknown.isSensitive || told.some((cidr) => cidr.isSensitive);
  return { ...unknown, ranges, peers, isSensitive, source };
}
function heldBy({ peers, ranges }) {
  return peers.tokens.length === 1 ? subtractPeers(peers, unionOfPeers(ranges)) : NO_PEERS;
}
function fixedReach(ranges) {
  return ranges === void 0 ? void 0 : givenReach(ranges);
}
function givenReach(ranges) {
  const peers = unionOfPeers(ranges);
  return { ranges, peers, isSensitive: false, isConfigured: true, source: "configuration" };
}
function reach(ranges, source) {
  const sets = ranges.map((range) => range.kind === "known" ? range.peers : tokenPeers(range.token));
  return {
    ranges: sets,
    peers: unionOfPeers(sets),
    isSensitive: ranges.some((range) => range.kind === "known" && range.isSensitive),
    isConfigured: false,
    source
  };
}
function reachOf(attribute, ranges) {
  return { ...reach(ranges, attribute), attribute };
}
function unknownReach(token) {
  const peers = tokenPeers(token);
  return {
    ranges: [peers],
    peers,
    isSensitive: false,
    isConfigured: false,
    source: `not known: ${token}`
  };
}
function vpcReach(side, subnet, { plan, which }) {
  const ref = side === void 0 || side.vpc.kind === "unknown" ? subnet?.side.vpc : side.vpc;
  const vpc = ref === void 0 ? void 0 : vpcsOf(plan.vpcs)(ref, which);
  if (vpc?.side.cidr === void 0) return void 0;
  const more = plan.secondaryCidrs.flatMap(
    ({ [which]: secondary }) => secondary !== void 0 && refersTo(secondary.vpc, vpc.side, vpc.address) ? secondary.cidrs : []
  );
  return reachOf(`${vpc.address}.cidr`, [vpc.side.cidr, ...vpc.side.secondaryCidrs, ...more]);
}
function unknownVpc(side, subnet, { plan, which, owner }) {
  const vpc = side?.vpc;
  const isIn = (other) => vpc !== void 0 && vpc.kind !== "unknown" && JSON.stringify(other) === JSON.stringify(vpc);
  const inside = sidesOf(plan.subnets, which).filter((one) => isIn(one.side.vpc));
  const shown = [subnet, ...inside].flatMap(
    (one) => one?.side.cidr?.kind === "known" ? [one.side.cidr] : []
  );
  return withKnownPart(unknownReach(`VPC CIDR of ${owner}`), shown);
}
function masterReach(subnet, api, owner) {
  if (subnet?.peers.tokens.length === 0) return subnet;
  return withKnownPart(
    subnet ?? unknownReach(`master node CIDR of ${owner}`),
    api === void 0 ? [] : [api]
  );
}
function withKnownPart(unknown, known) {
  const more = reach(known, "");
  return {
    ...unknown,
    peers: unionPeers(unknown.peers, more.peers),
    isSensitive: unknown.isSensitive || more.isSensitive
  };
}
function containerReach(side, owner) {
  const attribute = `${owner}.container_network_cidr`;
  if (side === void 0) return unknownReach(attribute);
  return side.containerCidr === void 0 ? { ...unknownReach(attribute), attribute } : reachOf(attribute, [side.containerCidr]);
}
function podSubnetReach(side, { plan, which, owner }) {
  const attribute = `${owner}.eni_subnet_cidr`;
  if (side?.eniSubnetCidr?.kind === "known") return reachOf(attribute, [side.eniSubnetCidr]);
  const subnet = side === void 0 ? void 0 : neutronSubnetOf(plan, side.eniSubnet, which);
  if (subnet?.side.cidr !== void 0) return reachOf(`${subnet.address}.cidr`, [subnet.side.cidr]);
  return side?.eniSubnetCidr === void 0 ? unknownReach(attribute) : reachOf(attribute, [side.eniSubnetCidr]);
}
function dnsReach(subnet, owner) {
  return subnet === void 0 ? unknownReach(`DNS servers of the subnet of ${owner}`) : reach(subnet.side.dnsServers, `${subnet.address}.dns_list`);
}
function finderOf(all) {
  const index = (which) => {
    const found = /* @__PURE__ */ new Map();
    const ordered = sidesOf(all, which).sort((a, b) => Number(a.isData) - Number(b.isData));
    for (const one of ordered) {
      const { id } = one.side;
      for (const name of [`address ${one.address}`, ...id === void 0 ? [] : [`id ${id}`]]) {
        if (!found.has(name)) found.set(name, one);
      }
    }
    return found;
  };
  const sides = { before: index("before"), after: index("after") };
  return (ref, which) => {
    if (ref.kind === "unknown") return void 0;
    return sides[which].get(ref.kind === "id" ? `id ${ref.id}` : `address ${ref.address}`);
  };
}
var subnetsOf = memoOfObject((all) => finderOf(all));
var vpcsOf = memoOfObject((all) => finderOf(all));
function neutronSubnetOf(plan, ref, which) {
  if (ref.kind !== "id") return subnetsOf(plan.subnets)(ref, which);
  return sidesOf(plan.subnets, which).find(({ side }) => side.subnetId === ref.id);
}
function sidesOf(all, which) {
  return all.flatMap(
    ({ [which]: side, address, isData }) => side === void 0 ? [] : [{ side, address, isData }]
  );
}
function refersTo(ref, { id }, address) {
  if (ref.kind === "unknown") return false;
  return ref.kind === "id" ? ref.id === id : ref.address === address;
}

// src/cluster/reaches.ts
var EVERYWHERE = onThePage(ALL_V4);
var VPC_ENDPOINTS = onThePage(addressesIn(SERVICE_RANGES["vpc-endpoint-service"]));
function reachesOf(peer, addresses) {
  const { vpc, container, master, dns, internalServices } = addresses;
  switch (peer) {
    case "any":
      return [EVERYWHERE];
    case "vpc-cidr":
      return [vpc];
    case "container-cidr":
    case "container-subnet-cidr":
      return [container];
    case "vpc-and-container-cidr":
      return [vpc, container];
    case "master-node-cidr":
      return [master];
    case "dns-servers":
      return [dns];
    case "vpc-endpoint-service":
      return [VPC_ENDPOINTS];
    case "internal-services":
      return [internalServices];
  }
}
function keptReaches(keep, addresses) {
  const { vpc, container, loadBalancer, serviceMesh } = addresses;
  const reaches = {
    "vpc-cidr": vpc,
    "container-cidr": container,
    "load-balancer-cidrs": loadBalancer,
    "service-mesh-cidrs": serviceMesh
  };
  return keep.flatMap((name) => reaches[name] ?? []);
}

// src/cluster/default-rules.ts
function rowTraffic({ protocol, ports }) {
  return {
    protocols: [protocol === "all" ? ALL_PROTOCOLS : single(PROTOCOL_NUMBERS[protocol])],
    ports: ports === "all" ? ALL_PORTS : [{ lo: ports.from, hi: ports.to }]
  };
}
function defaultRulesOfRow({ row, group, keys }, before, after) {
  const old = before === void 0 ? [] : peersOfRow(row, keys, before);
  const next = after === void 0 ? [] : peersOfRow(row, keys, after);
  const isIn = (list, peer) => list.some((other) => isSamePeer(peer, other));
  const fresh = next.filter((peer) => !isIn(old, peer));
  const side = (peer) => sideOfRow(row, group, peer);
  const alternatives = row.peer === "master-node-cidr" ? mastersByAnotherName(keys, before ?? after) : [];
  const base = { requirement: row, alternatives };
  const following = old.map((peer) => {
    const follower = isIn(next, peer) ? peer : fresh.shift();
    return { ...base, before: side(peer), after: follower === void 0 ? void 0 : side(follower) };
  });
  return [...following, ...fresh.map((peer) => ({ ...base, before: void 0, after: side(peer) }))];
}
function sideOfRow(row, group, peer) {
  return {
    ...ALLOW,
    group: { kind: "group", key: group },
    direction: row.direction,
    family: "IPv4",
    traffic: rowTraffic(row),
    peer
  };
}
var ALLOW = { action: "allow", priority: { kind: "undocumented" }, problems: [] };
function peersOfRow(row, keys, addresses) {
  if (row.peer === "any") return [{ kind: "any" }];
  if (isGroupPeer(row.peer)) return groupPeers(keys[roleOfPeer(row.peer)]);
  return reachesOf(row.peer, addresses).flatMap(rangePeers);
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
  const rule = (direction, family, peer) => {
    const side = {
      ...ALLOW,
      group: { kind: "group", key: group.key },
      direction,
      family,
      traffic: ALL_TRAFFIC,
      peer,
      ...group.api === "v3" && { priority: { kind: "known", value: 100 } }
    };
    return {
      requirement: void 0,
      before: group.existsBefore ? side : void 0,
      after: group.existsAfter ? side : void 0,
      alternatives: []
    };
  };
  const families = ["IPv4", "IPv6"];
  const self = group.api === "v3" ? groupPeers(group.key) : [];
  return [
    ...families.map((family) => rule("egress", family, { kind: "any" })),
    ...families.flatMap((family) => self.map((peer) => rule("ingress", family, peer)))
  ];
}
function isDefaultRule(side, rule, agreement) {
  const own = rule.before;
  if (own === void 0 || !isAccepted(side) || side.action !== "allow") return false;
  if (side.direction !== own.direction || side.family !== own.family) return false;
  const isPeer = [own.peer, ...rule.alternatives].some((peer) => agree(side.peer, peer, agreement));
  return isPeer && isSameTraffic(side.traffic, own.traffic);
}
function mayBeDefaultRule(side, rule, agreement) {
  const { traffic } = side;
  const own = rule.before?.traffic;
  if (traffic.isAtMost !== true || own === void 0) return isDefaultRule(side, rule, agreement);
  const isOfThese = sameSets(traffic.protocols, own.protocols);
  return isOfThese && isDefaultRule({ ...side, traffic: own }, rule, agreement);
}
function agree(peer, own, agreement) {
  if (isSamePeer(peer, own)) return true;
  if (own.kind === "range" && own.range.kind === "unknown") {
    const cidr = knownCidr(peer);
    return cidr !== void 0 && agreement.mayHave(own.range.token, cidr);
  }
  if (own.kind !== "group" || peer.kind !== "group") return false;
  const [a, b] = [own.group, peer.group];
  return a.kind === "group" && b.kind === "group" && agreement.isIdUnknown(a.key) && agreement.isUnplaced(b.key);
}
function knownCidr(peer) {
  if (peer.kind !== "range" || peer.range.kind !== "known") return void 0;
  const { peers } = peer.range;
  return hasAllV4(peers) || peers.v4.length === 0 ? void 0 : peers;
}

// src/cluster/question.ts
function askRow(row, { role }, state) {
  const { addresses } = state;
  const { vpc, container, master } = addresses;
  const control = state.controlGroup === void 0 ? [] : [state.controlGroup];
  const ask = (reaches, groups) => askFor({ row, addresses }, reaches, groups);
  const { peer } = row;
  if (!isGroupPeer(peer)) {
    const question = ask(reachesOf(peer, addresses));
    return peer === "master-node-cidr" ? { ...question, groups: control } : question;
  }
  switch (peer) {
    case "node-group":
      return ask([vpc], role === "node" ? state.groups : []);
    case "control-group":
      return ask([master], control);
    case "eni-group":
      return ask([container], state.groups);
  }
}
function askFloor(row, keep, { addresses }) {
  return askFor({ row, addresses }, keptReaches(keep, addresses));
}
function askFor({ row, addresses }, reaches, groups) {
  const traffic = rowTraffic(row);
  const nodePorts = row.isNodePorts === true ? addresses.nodePorts : void 0;
  return {
    direction: row.direction,
    traffic: nodePorts?.kind === "known" ? { ...traffic, ports: [intervalOf(nodePorts.range)] } : traffic,
    isNodePorts: row.isNodePorts === true,
    beyond: nodePorts?.kind === "unknown" ? { traffic: beyond(traffic), token: nodePorts.token } : void 0,
    need: unionOfPeers(reaches.map(({ peers }) => peers)),
    isSensitive: reaches.some(({ isSensitive }) => isSensitive),
    groups: groups ?? [],
    namesGroup: groups !== void 0
  };
}
function beyond({ protocols, ports }) {
  return { protocols, ports: subtractSets(NUMBERS, [intervalOf(NODE_PORT_LIMITS)], ports) };
}
function intervalOf({ from, to }) {
  return { lo: from, hi: to };
}
function needOf({ direction, traffic, need }) {
  return region(direction, traffic.protocols, traffic.ports, need);
}

// src/cluster/bound-cluster.ts
function bind(plan, cluster, learned) {
  const { resource, model } = cluster;
  const side = (which) => {
    if (model === void 0 || resource !== void 0 && resource[which] === void 0) return void 0;
    const facts = { cluster: resource, model, configured: cluster.configuration };
    return withSurroundings(withLearned(addressesOf(plan, facts, which), learned), model);
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
var LEARNED_BY = "a rule that is a default rule";
function withLearned(addresses, learned) {
  return {
    ...addresses,
    vpc: filledIn(addresses.vpc, learned.vpc, LEARNED_BY),
    container: filledIn(addresses.container, learned.container, LEARNED_BY),
    master: filledIn(addresses.master, learned.master, LEARNED_BY)
  };
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
function groupKeys({ node, control, eni }, which) {
  return { node: node[which], control: control[which], eni: eni?.[which] };
}
function isIdUnknown({ control, eni }, key) {
  return [control, eni].some((group) => group?.isIdUnknown === true && group.before === key);
}

// src/weigh/question.ts
function boundsOf(question, subject, state, world) {
  const weighing = { question, subject, state, world };
  return boundsWithin(
    needOf(question),
    weighing,
    (part, reading) => letThrough(state.rules, part, reading, world.configuration.defaultRulePriority)
  );
}
function boundsWithin(packets, weighing, weigh) {
  const places = placesOf(weighing.state.addresses);
  const at = (peers, from, names) => {
    const put = (own) => from === void 0 ? intersectPeers(own, peers) : own.tokens.includes(from) ? peers : NO_PEERS;
    const part = mapPeers(packets, put);
    return isEmpty(part) ? NOTHING : weigh(part, readingFor(weighing, names, places));
  };
  const ofToken = (token) => {
    const own = tokenPeers(token);
    const bounds = placedParts(token, places).map(({ peers, names }) => {
      const { surely, possibly } = at(peers, token, names);
      return {
        surely: mapPeers(surely, (passing) => peersWithin(peers, passing) ? own : NO_PEERS),
        possibly: mapPeers(possibly, () => own)
      };
    });
    return {
      surely: bounds.map(({ surely }) => surely).reduce(intersect),
      possibly: unionOf(bounds.map(({ possibly }) => possibly))
    };
  };
  return unionOfBounds([at(ALL_V4, void 0, []), ...weighing.question.need.tokens.map(ofToken)]);
}
var ANYWHERE = { within: void 0, holds: NO_PEERS };
function placesOf({ vpc, container, master, dns }) {
  const reaches = [vpc, master, container, dns].filter(({ peers }) => peers.tokens.length > 0);
  return (token) => {
    const reach2 = reaches.find(({ peers }) => peers.tokens.includes(token));
    if (reach2 === void 0) return ANYWHERE;
    return { within: reach2.within, holds: heldBy(reach2) };
  };
}
function placedParts(token, places) {
  const { within = ALL_V4 } = places(token);
  const around = within.tokens.map((outer) => ({ ...places(outer), names: [token, outer] }));
  const rest = subtractPeers(intersectPeers(within, ALL_V4), unionOfPeers(around.map(({ holds }) => holds)));
  const parts = [
    ...around.map(({ within: peers = ALL_V4, names }) => ({ peers: intersectPeers(peers, ALL_V4), names })),
    { peers: rest, names: [token] }
  ].filter(({ peers }) => !hasNoPeers(peers));
  return parts.length > 0 ? parts : [{ peers: ALL_V4, names: [token] }];
}
function readingFor({ question, subject, state, world }, names, places) {
  const hasPlace = names.length === 0 || names.some((name) => places(name).within !== void 0);
  const seen = (peers) => names.some((name) => peers.tokens.includes(name)) ? ALL_V4 : hasPlace ? peers : NO_PEERS;
  return readingOf({
    names,
    seen: (members) => names.length === 0 ? members : { surely: seen(members.surely), possibly: seen(members.possibly) },
    placeOf: (token) => {
      const { holds } = places(token);
      const parts = placedParts(token, places).map(({ peers }) => peers);
      return { surely: holds, possibly: unionOfPeers([holds, ...parts]) };
    },
    groups: question.groups,
    namesGroup: question.namesGroup,
    members: state.members,
    isUnplaced: world.isUnplaced,
    isIdUnknown: (key) => isIdUnknown(subject.cluster, key)
  });
}
function coverageOf(question, subject, state, world) {
  const bounds = boundsOf(question, subject, state, world);
  const { missing, undecided } = coverage(needOf(question), bounds);
  if (question.beyond === void 0) return { missing, undecided, bounds };
  const more = { ...question, traffic: question.beyond.traffic, beyond: void 0 };
  const lacking = subtract(needOf(more), boundsOf(more, subject, state, world).surely);
  return { missing, undecided: union(undecided, lacking), bounds };
}
function outcomeOf(ask, subject, world) {
  const weigh = (state) => {
    const question = ask(state);
    const need = needOf(question);
    const { bounds, missing, undecided } = coverageOf(question, subject, state, world);
    return { question, need, bounds, coverage: { missing, undecided } };
  };
  const after = weigh(subject.after);
  const before = subject.before === void 0 ? void 0 : weigh(subject.before);
  const wasMissing = before?.coverage.missing;
  const preExisting = wasMissing === void 0 ? EMPTY : intersect(after.coverage.missing, wasMissing);
  const isFine = isEmpty(after.coverage.missing) && isEmpty(after.coverage.undecided);
  const made = withoutRenamed(subject.after, world);
  const refused = made === subject.after ? EMPTY : subtract(weigh(made).coverage.missing, after.coverage.missing);
  return {
    need: after.need,
    question: after.question,
    needBefore: before?.need ?? EMPTY,
    introduced: wasMissing === void 0 ? after.coverage.missing : subtract(after.coverage.missing, wasMissing),
    preExisting,
    transient: before === void 0 || subject.during === void 0 ? EMPTY : subtract(cut(before, after, weigh(subject.during)), refused),
    refused,
    undecided: after.coverage.undecided,
    undecidedBefore: before?.coverage.undecided ?? EMPTY,
    surelyBefore: before === void 0 ? EMPTY : intersect(before.need, before.bounds.surely),
    isResolved: isFine && wasMissing !== void 0 && !isEmpty(intersect(wasMissing, after.need)),
    isSensitive: after.question.isSensitive || before?.question.isSensitive === true
  };
}
function withoutRenamed(after, { renamed }) {
  if (renamed.size === 0) return after;
  const rules = after.rules.filter(({ address }) => address === void 0 || !renamed.has(address));
  return rules.length === after.rules.length ? after : { ...after, rules };
}
function cut(before, after, during) {
  const fine = intersect(
    intersect(before.need, before.bounds.surely),
    intersect(after.need, after.bounds.surely)
  );
  return subtract(fine, during.bounds.surely);
}

// src/cluster/learned.ts
var TOLD_BY = {
  "vpc-cidr": "vpc",
  "container-cidr": "container",
  "container-subnet-cidr": "container",
  "master-node-cidr": "master",
  "control-group": "control",
  "eni-group": "eni"
};
function learnedOf(cluster, pastOf, isUnplaced) {
  const tellings = ROLES.flatMap((role) => {
    const group2 = cluster[role];
    const keys = group2 === void 0 ? [] : [group2.before ?? [], group2.also].flat();
    return keys.flatMap(
      (key) => tellingsOf(cluster, madeRules(cluster, role, key), { key, pastOf, isUnplaced })
    );
  });
  const group = (name) => tellings.filter(({ names }) => names.includes(name)).flatMap(({ peer }) => peer.kind === "group" && peer.group.kind === "group" ? [peer.group.key] : []).at(-1);
  return {
    vpc: cidrsFor("vpc", tellings, cluster),
    container: cidrsFor("container", tellings, cluster),
    master: cidrsFor("master", tellings, cluster),
    control: group("control"),
    eni: group("eni")
  };
}
function tellingsOf(cluster, made, {
  key,
  pastOf,
  isUnplaced
}) {
  const learnable = made.filter((rule) => isLearnable(rule, cluster));
  if (learnable.length === 0) return [];
  const agreement = {
    isUnplaced,
    isIdUnknown: (own) => isIdUnknown(cluster, own),
    mayHave: () => true
  };
  return pastOf(key).filter(({ group }) => group.kind === "group" && group.key === key).map((side) => {
    const rows = learnable.filter((rule) => isDefaultRule(side, rule, agreement));
    return {
      peer: side.peer,
      names: distinct(rows.flatMap(({ requirement }) => TOLD_BY[requirement.peer] ?? []))
    };
  });
}
function isLearnable({ before }, cluster) {
  const peer = before?.peer;
  if (peer?.kind === "range") return peer.range.kind === "unknown";
  return peer?.kind === "group" && peer.group.kind === "group" && isIdUnknown(cluster, peer.group.key);
}
function cidrsFor(name, tellings, cluster) {
  const { before: addresses } = cluster;
  if (addresses === void 0) return [];
  const told = tellings.flatMap(({ peer, names }) => {
    const cidr = knownCidr(peer);
    const isOpen = !isPeerSensitive({ peer });
    return cidr === void 0 ? [] : [{ cidr, text: cidrsOf(cidr).join(), names, isOpen }];
  });
  const sure = told.filter(({ names }) => names.length === 1);
  const taken = new Set(sure.map(({ text }) => text));
  const own = sure.filter(({ names }) => names.includes(name));
  const isVpcTold = sure.some(({ names }) => names.includes("vpc"));
  const mayTell = (names) => names.includes(name) && (name !== "container" || isVpcTold || !names.includes("vpc"));
  const likely = own.length > 0 ? own : told.filter(({ names, text }) => mayTell(names) && !taken.has(text));
  const open = new Set(told.filter(({ isOpen }) => isOpen).map(({ text }) => text));
  const cidrs = firstOfEach(likely, ({ text }) => text).map(({ cidr, text }) => ({ peers: cidr, isSensitive: !open.has(text) })).filter(({ peers }) => mayBe(name, peers, cluster));
  const all = unionOfPeers(cidrs.map(({ peers }) => peers));
  return name === "vpc" && !peersWithin(heldBy(addresses.vpc), all) ? [] : cidrs;
}
function mayBe(name, cidr, { before: addresses, model }) {
  if (addresses === void 0) return false;
  const { vpc, container, master } = addresses;
  const isIn = ({ peers, within = ALL_V4 }) => peersWithin(cidr, peers.tokens.length === 0 ? peers : within);
  const isApart = ({ peers }) => hasNoPeers(intersectPeers(cidr, withoutTokens(peers)));
  switch (name) {
    case "vpc":
      return isIn(vpc) && !samePeers(cidr, container.peers);
    case "container":
      return model === "eni" ? isIn(vpc) : isApart(vpc);
    case "master":
      return isIn(vpc) && !peersWithin(vpc.peers, cidr) && peersWithin(heldBy(master), cidr);
  }
}
function mayBeVpc(cluster, token, cidr) {
  const vpc = cluster.before?.vpc;
  return vpc?.peers.tokens.includes(token) === true && mayBe("vpc", cidr, cluster) && peersWithin(heldBy(vpc), cidr);
}

// src/cluster/group-index.ts
function indexGroups({ groups, clusters, nodePools }) {
  const only = onlyOne(clusters.map(({ before, after }) => (after ?? before)?.name?.text));
  const pooled = new Set(
    nodePools.flatMap(
      ({ before, after }) => knownKeys([before, after].flatMap((side) => side?.groups ?? []))
    )
  );
  const byDescription = indexBy(
    groups,
    ({ origin }) => origin.kind === "cce" ? [placeText(origin.clusterId, origin.role)] : []
  );
  const byName = indexBy(
    groups,
    (group) => group.origin.kind === "own" ? [] : rolesToldBy(group).map(({ cluster = only ?? "", role }) => placeText(cluster, role))
  );
  const texts = /* @__PURE__ */ new Map();
  for (const group of groups.filter(({ existsAfter }) => existsAfter)) {
    for (const text of [group.key, group.address, group.nameAfter?.text, group.nameBefore?.text]) {
      if (text !== void 0 && !texts.has(text)) texts.set(text, group);
    }
  }
  const managed = new Set(groups.flatMap(({ key, isData }) => isData ? [] : [key]));
  return {
    madeFor: ({ name, ids }, role) => {
      const [described] = (ids ?? []).flatMap((id) => byDescription(placeText(id, role)));
      if (described !== void 0) return described;
      const candidates = byName(placeText(name, role)).filter(
        ({ origin }) => origin.kind !== "cce" || ids === void 0 && origin.role === role
      );
      return candidates.find(({ key }) => !pooled.has(key)) ?? candidates[0];
    },
    named: (text) => texts.get(text),
    isManaged: (key) => managed.has(key)
  };
}
function indexBy(groups, placesOf2) {
  const placed = groups.flatMap((group) => placesOf2(group).map((place2) => ({ place: place2, group })));
  const byPlace = groupBy(placed, ({ place: place2 }) => place2);
  return (place2) => (byPlace.get(place2) ?? []).map(({ group }) => group);
}
function placeText(cluster, role) {
  return JSON.stringify([cluster, role]);
}
function roleToldBy({ nameBefore, nameAfter }) {
  const name = nameBefore ?? nameAfter;
  if (name === void 0) return void 0;
  return name.isPattern === true ? roleOfPattern(name.text) : roleOfName(name.text);
}
function rolesToldBy(group) {
  const told = roleToldBy(group);
  if (told !== void 0) return [told];
  const { text = "" } = group.nameBefore ?? group.nameAfter ?? {};
  return [...text.matchAll(/-control-/g)].map(({ index }) => ({
    cluster: text.slice(0, index),
    role: "control"
  }));
}

// src/cluster/placement.ts
var SENSITIVE_NAME = "(sensitive)";
function printable({ text, isSensitive }) {
  return isSensitive ? SENSITIVE_NAME : text;
}
function placeClusters(plan, configuration) {
  const index = indexGroups(plan);
  const byName = new Map(configuration.clusters.map((one) => [one.name, one]));
  const shown = distinctClusters(plan).map((resource) => {
    const name = resource.after?.name ?? resource.before?.name;
    return place(index, {
      name: name ?? { text: resource.address, isSensitive: false },
      ids: [resource.before?.id, resource.after?.id].filter((id) => id !== void 0),
      resource,
      configured: name === void 0 ? void 0 : byName.get(name.text)
    });
  });
  const taken = new Set(shown.map((cluster) => cluster.configuration));
  const elsewhere = configuration.clusters.filter((configured) => !taken.has(configured)).map((configured) => {
    const name = { text: configured.name, isSensitive: false };
    return place(index, { name, ids: void 0, resource: void 0, configured });
  });
  const placed = [...shown, ...elsewhere];
  return [...placed, ...clustersOfGroups(plan, index, placed)].sort((a, b) => compare(a.name, b.name));
}
function distinctClusters(plan) {
  const there = plan.clusters.filter(({ before, after }) => before !== void 0 || after !== void 0);
  const ordered = [...there].sort((a, b) => Number(a.isData) - Number(b.isData));
  const sameId = groupBy(ordered, (cluster) => cluster.after?.id ?? cluster.before?.id ?? cluster);
  return [...sameId.values()].map(
    ([first, ...others]) => first.isData ? others.reduce(withMore, first) : first
  );
}
function withMore(own, other) {
  const more = other.after ?? other.before;
  const side = (told) => told === void 0 || more === void 0 ? told : filledSide(told, more);
  return { ...own, before: side(own.before), after: side(own.after) };
}
function filledSide(told, more) {
  const firstOf = (a, b) => a.kind === "unknown" ? b : a;
  return {
    ...told,
    name: told.name ?? more.name,
    networkType: told.networkType ?? more.networkType,
    vpc: firstOf(told.vpc, more.vpc),
    subnet: firstOf(told.subnet, more.subnet),
    eniSubnet: firstOf(told.eniSubnet, more.eniSubnet),
    containerCidr: told.containerCidr ?? more.containerCidr,
    eniSubnetCidr: told.eniSubnetCidr ?? more.eniSubnetCidr,
    nodeGroup: told.nodeGroup ?? more.nodeGroup,
    controlGroup: told.controlGroup ?? more.controlGroup,
    ownNodeGroup: told.ownNodeGroup ?? more.ownNodeGroup,
    hasIpv6: told.hasIpv6 || more.hasIpv6,
    apiAddress: told.apiAddress ?? more.apiAddress,
    nodePorts: told.nodePorts ?? more.nodePorts,
    region: told.region ?? more.region
  };
}
function place(index, source) {
  const { name, resource, configured } = source;
  const side = resource?.after ?? resource?.before;
  const networkType = configured?.networkModel === void 0 ? side?.networkType : { text: configured.networkModel, isSensitive: false };
  const model = networkModelOf(networkType?.text);
  return {
    name: name.text,
    label: printable(name),
    resource,
    configuration: configured,
    networkType,
    model,
    node: placeGroup(index, source, "node"),
    control: placeGroup(index, source, "control"),
    eni: model === "eni" ? placeGroup(index, source, "eni") : void 0
  };
}
function networkModelOf(networkType) {
  return networkType === "vpc-router" || networkType === "overlay_l2" || networkType === "eni" ? networkType : void 0;
}
function placeGroup(index, source, role) {
  const { name, ids, resource, configured } = source;
  const named = configured?.securityGroups[role].flatMap((text) => configuredKey(index, text) ?? []) ?? [];
  const [fixed, ...also] = distinct(named);
  const at = { role, resource };
  if (fixed !== void 0) return { ...stable(fixed, "configuration", at), also };
  const before = attributeKey(resource?.before, role);
  const after = attributeKey(resource?.after, role);
  if (before !== void 0 || after !== void 0) {
    const placedBy = after !== void 0 && index.isManaged(after) ? "id" : "reference";
    return { role, before, after, placedBy, also: [], isIdUnknown: false };
  }
  const told = index.madeFor({ name: name.text, ids }, role);
  if (told !== void 0) {
    const isNamed = told.origin.kind !== "cce" || roleToldBy(told)?.role === role;
    return stable(told.key, isNamed ? "name" : "description", at);
  }
  const owner = resource?.address ?? `cluster ${printable(name)}`;
  return { ...stable(`${role} group of ${owner}`, "assumed", at), isIdUnknown: true };
}
function stable(key, placedBy, { role, resource }) {
  return {
    role,
    before: resource === void 0 || resource.before !== void 0 ? key : void 0,
    after: resource === void 0 || resource.after !== void 0 ? key : void 0,
    placedBy,
    also: [],
    isIdUnknown: false
  };
}
function attributeKey(side, role) {
  const ref = role === "node" ? side?.nodeGroup : role === "control" ? side?.controlGroup : void 0;
  return ref?.kind === "group" ? ref.key : void 0;
}
var ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
function configuredKey(index, text) {
  return index.named(text)?.key ?? (ID.test(text) ? text : void 0);
}
function clustersOfGroups({ groups }, index, placed) {
  const known = new Set(
    placed.flatMap(({ name, resource }) => [name, resource?.before?.id, resource?.after?.id])
  );
  const told = groups.flatMap((group) => {
    const { origin, nameBefore, nameAfter } = group;
    const cluster = origin.kind === "own" ? void 0 : roleToldBy(group)?.cluster;
    const id = origin.kind === "cce" ? origin.clusterId : void 0;
    const text = cluster ?? id;
    if (text === void 0 || known.has(text) || known.has(id)) return [];
    const isSensitive = cluster === void 0 ? origin.kind === "cce" && origin.isSensitive : (nameBefore ?? nameAfter)?.isSensitive === true;
    const ids = cluster === void 0 ? [text] : void 0;
    return [{ name: { text, isSensitive }, ids, resource: void 0, configured: void 0 }];
  });
  const sources = new Map(told.map((source) => [source.name.text, source]));
  return [...sources.values()].map((source) => place(index, source));
}

// src/cluster/rule-index.ts
function indexRules(rules) {
  const anywhere = [];
  const placed = rules.flatMap((rule) => {
    const refs = [rule.before, rule.after, rule.drifted].flatMap((side) => side?.group ?? []);
    if (refs.some((ref) => ref.kind === "unknown" && ref.oneOf.length === 0)) {
      anywhere.push(rule);
      return [];
    }
    const keys = refs.flatMap((ref) => ref.kind === "group" ? [ref.key] : ref.oneOf);
    return distinct(keys).map((key) => ({ key, rule }));
  });
  const byKey = groupBy(placed, ({ key }) => key);
  return memo((key) => {
    const own = byKey.get(key) ?? [];
    spend(own.length + anywhere.length);
    return [...own.map(({ rule }) => rule), ...anywhere];
  });
}
function pastSides({ before, drifted }) {
  return [before, drifted].filter((side) => side !== void 0);
}

// src/cluster/seen-rules.ts
function againstSeen(rules, seen) {
  if (seen.size === 0) return { rules, unmanaged: /* @__PURE__ */ new Map(), drifted: /* @__PURE__ */ new Set() };
  const find = seenFinder(seen);
  const held = rules.map((rule) => ({ rule, match: heldAgainst(rule, seen, find) }));
  const matches = held.flatMap(({ match }) => match ?? []);
  const taken = new Set(matches.flatMap((match) => match.seen ?? []));
  const byGroup = groupBy(matches, ({ key }) => key);
  const unmanaged = new Map(
    [...seen].map(([key, { since, rules: all }]) => {
      const others = all.filter((rule) => !taken.has(rule));
      return [key, { since, rules: others, priority: priorityIn(others, byGroup.get(key) ?? []) }];
    })
  );
  const applied = held.map(({ rule, match }) => ({
    rule: withPriority(match === void 0 ? rule : asSeen(match), unmanaged),
    isDrift: match !== void 0 && !isAsRecorded(match)
  }));
  return {
    rules: applied.map(({ rule }) => rule),
    unmanaged,
    drifted: new Set(applied.flatMap(({ rule, isDrift }) => isDrift ? [rule] : []))
  };
}
function seenFinder(seen) {
  const rulesOf = (key) => seen.get(key)?.rules ?? [];
  const byId = memo((key) => new Map(rulesOf(key).map((rule) => [rule.id, rule])));
  const byHint = memo((key) => groupBy(rulesOf(key), ({ side }) => identityHint(side)));
  return (key, id, side) => id === void 0 ? byHint(key).get(identityHint(side))?.find((rule) => mayBeSame(rule.side, side)) : byId(key).get(id);
}
function heldAgainst(rule, seen, find) {
  const { before, id } = rule;
  if (before?.group.kind !== "group" || !seen.has(before.group.key)) return void 0;
  const { key } = before.group;
  return { rule, before, key, seen: find(key, id, before) };
}
function isAsRecorded({ before, seen }) {
  return seen !== void 0 && mayBeSame(seen.side, before);
}
function asSeen(match) {
  const { rule, before: recorded, seen } = match;
  const { after, change } = rule;
  const isReplaced = change === "created-then-destroyed" || change === "destroyed-then-created";
  if (seen === void 0) {
    const gone = { ...rule, before: void 0, drifted: recorded };
    return isReplaced ? { ...gone, change: "created" } : { ...gone, after: void 0, change: "drifted-away" };
  }
  const before = isAsRecorded(match) ? fuller(recorded, seen.side) : hushed(seen.side, recorded);
  const stays = after !== void 0 && !isReplaced && (after === recorded || mayBeSame(after, recorded));
  return { ...rule, before, after: stays ? before : after };
}
function fuller(recorded, { group, priority, traffic, peer }) {
  return {
    ...recorded,
    group,
    ...priority.kind === "known" && { priority },
    ...recorded.traffic.isAtMost === true && { traffic },
    ...isUnknownPeer(recorded.peer) && { peer }
  };
}
function hushed(side, recorded) {
  const { peer } = recorded;
  const isSecret = peer.kind === "group" && peer.isSensitive || peer.kind === "range" && peer.range.kind === "known" && peer.range.isSensitive;
  return {
    ...side,
    ...recorded.isTrafficSensitive === true && { isTrafficSensitive: true },
    ...isSecret && { peer: secret(side.peer) }
  };
}
function secret(peer) {
  if (peer.kind === "group") return { ...peer, isSensitive: true };
  if (peer.kind !== "range" || peer.range.kind !== "known") return peer;
  return { ...peer, range: { ...peer.range, isSensitive: true } };
}
function priorityIn(others, matches) {
  const ofV2 = matches.flatMap(({ rule, seen }) => rule.api === "v3" || seen === void 0 ? [] : [seen]);
  const told = ofV2.length > 0 ? ofV2 : others.filter(({ side }) => side.action === "allow");
  const value = onlyOne(
    told.map(({ side: { priority } }) => priority.kind === "known" ? priority.value : void 0)
  );
  return value === void 0 ? { kind: "undocumented" } : { kind: "known", value };
}
function withPriority(rule, unmanaged) {
  const { before, after } = rule;
  const next = after === void 0 ? void 0 : ranked(after, unmanaged);
  const own = before === void 0 ? void 0 : ranked(before, unmanaged);
  return next === after && own === before ? rule : { ...rule, before: own, after: before === after ? own : next };
}
function ranked(side, unmanaged) {
  if (side.priority.kind !== "undocumented" || side.group.kind !== "group") return side;
  const priority = unmanaged.get(side.group.key)?.priority;
  return priority?.kind === "known" ? { ...side, priority } : side;
}
function rankedDefault(rule, unmanaged) {
  const side = (told) => told && ranked(told, unmanaged);
  return { ...rule, before: side(rule.before), after: side(rule.after) };
}
function seenBeside({ rules }, defaults, agreement) {
  const shown = defaults.filter(({ belief }) => belief.kind === "seen");
  const fresh = shown.filter(({ before }) => before === void 0);
  const unmanaged = (isSeen, { before, after }) => ({
    ...{ before, after, isSeen },
    change: "stands",
    address: void 0
  });
  return [
    ...fresh.map((rule) => unmanaged(false, rule)),
    ...rules.map(({ side }) => unmanaged(true, followed(side, shown, agreement)))
  ];
}
function followed(side, shown, agreement) {
  const rule = shown.find((one) => isDefaultRule(side, one, agreement));
  if (rule === void 0) return { before: side, after: side };
  const { after } = rule;
  return { before: side, after: after !== void 0 && isDefaultRule(after, rule, agreement) ? side : after };
}

// src/cluster/other-plan.ts
function asOthersSee(plan, planName) {
  const name = namingOf(planName);
  return {
    groups: plan.groups.map((one) => ({
      ...one,
      key: keyElsewhere(name, one.key),
      address: name(one.address)
    })),
    rules: plan.rules.map((rule) => ruleOf(name, rule)),
    ruleIds: plan.ruleIds,
    clusters: plan.clusters.map((one) => bothSides(name, one, clusterSide)),
    nodePools: plan.nodePools.map((one) => bothSides(name, one, poolSide)),
    vpcs: plan.vpcs.map((one) => bothSides(name, one, vpcSide)),
    subnets: plan.subnets.map((one) => bothSides(name, one, subnetSide)),
    secondaryCidrs: plan.secondaryCidrs.map(
      (one) => bothSides(name, one, (_, { vpc, cidrs }) => ({
        vpc: objectOf(name, vpc),
        cidrs: cidrs.map((range) => rangeOf(name, range))
      }))
    )
  };
}
function secretsElsewhere(ids, planName) {
  return [...ids].flatMap((id) => [id, keyElsewhere(namingOf(planName), id)]);
}
function namingOf(planName) {
  return (text) => `${planName}: ${text}`;
}
function bothSides(name, one, side) {
  const of = (told) => told === void 0 ? void 0 : side(name, told);
  return { ...one, address: name(one.address), before: of(one.before), after: of(one.after) };
}
function keyElsewhere(name, key) {
  return ID.test(key) ? key : name(key);
}
function groupOf(name, ref) {
  return ref.kind === "group" ? { ...ref, key: keyElsewhere(name, ref.key) } : { ...ref, oneOf: ref.oneOf.map((key) => keyElsewhere(name, key)) };
}
function objectOf(name, ref) {
  return ref.kind === "address" ? { ...ref, address: name(ref.address) } : ref;
}
function rangeOf(name, range) {
  return range.kind === "unknown" ? tokenSeen(name, range) : range;
}
function tokenSeen(name, unknown) {
  return { ...unknown, token: name(unknown.token) };
}
function ruleOf(name, rule) {
  const side = (told) => told && { ...told, group: groupOf(name, told.group), peer: peerSeen(name, told.peer) };
  const before = side(rule.before);
  return {
    ...rule,
    address: name(rule.address),
    before,
    after: rule.after === rule.before ? before : side(rule.after),
    drifted: side(rule.drifted)
  };
}
function peerSeen(name, peer) {
  switch (peer.kind) {
    case "any":
      return peer;
    case "range":
      return { ...peer, range: rangeOf(name, peer.range) };
    case "group":
      return { ...peer, group: groupOf(name, peer.group) };
    case "one-of":
      return { ...peer, peers: peer.peers.map((one) => peerSeen(name, one)) };
    default:
      return unreachable(peer);
  }
}
function clusterSide(name, side) {
  return {
    ...side,
    vpc: objectOf(name, side.vpc),
    subnet: objectOf(name, side.subnet),
    eniSubnet: objectOf(name, side.eniSubnet),
    containerCidr: side.containerCidr && rangeOf(name, side.containerCidr),
    eniSubnetCidr: side.eniSubnetCidr && rangeOf(name, side.eniSubnetCidr),
    apiAddress: side.apiAddress && rangeOf(name, side.apiAddress),
    nodePorts: side.nodePorts?.kind === "unknown" ? tokenSeen(name, side.nodePorts) : side.nodePorts,
    nodeGroup: side.nodeGroup && groupOf(name, side.nodeGroup),
    controlGroup: side.controlGroup && groupOf(name, side.controlGroup),
    ownNodeGroup: side.ownNodeGroup && groupOf(name, side.ownNodeGroup)
  };
}
function poolSide(name, { cluster, subnet, groups }) {
  return {
    cluster: objectOf(name, cluster),
    subnet: subnet && objectOf(name, subnet),
    groups: groups.map((group) => groupOf(name, group))
  };
}
function vpcSide(name, side) {
  return {
    ...side,
    cidr: side.cidr && rangeOf(name, side.cidr),
    secondaryCidrs: side.secondaryCidrs.map((range) => rangeOf(name, range))
  };
}
function subnetSide(name, side) {
  return {
    ...side,
    vpc: objectOf(name, side.vpc),
    cidr: side.cidr && rangeOf(name, side.cidr),
    dnsServers: side.dnsServers.map((range) => rangeOf(name, range))
  };
}

// src/cluster/things.ts
function thingsOf(told) {
  return [
    ...told.groups.map(groupThing),
    ...told.rules.map(ruleThing),
    ...told.ruleIds.map((list) => ({ part: { ruleIds: [list] }, answers: [list.group], mentions: [] })),
    ...told.clusters.map(clusterThing),
    ...told.nodePools.map(poolThing),
    ...told.vpcs.map(vpcThing),
    ...told.subnets.map(subnetThing),
    ...told.secondaryCidrs.map((one) => ({
      part: { secondaryCidrs: [one] },
      answers: idsOfObjects(one.before?.vpc, one.after?.vpc),
      mentions: []
    }))
  ];
}
function groupThing(group) {
  const { key, origin, isData } = group;
  const cluster = origin.kind === "own" ? void 0 : roleToldBy(group)?.cluster;
  const { answers, ...thing } = objectThing("group", ID.test(key) ? key : void 0, !isData);
  return {
    ...thing,
    part: { groups: [group] },
    answers: [...answers, ...origin.kind === "cce" ? [origin.clusterId] : []],
    mentions: [
      ...origin.kind === "cce" ? [origin.clusterId] : [],
      ...cluster === void 0 ? [] : [`cluster ${cluster}`]
    ]
  };
}
function ruleThing(rule) {
  const sides = [rule.before, rule.after, rule.drifted].filter((side) => side !== void 0);
  return {
    // An id is that of one rule, whoever tells of it.
    ...rule.id !== void 0 && { object: `rule ${rule.id}` },
    isManaged: true,
    part: { rules: [rule] },
    answers: idsOfGroups(...sides.map(({ group }) => group)),
    mentions: idsOfGroups(...sides.map(({ peer }) => peer.kind === "group" ? peer.group : void 0))
  };
}
function clusterThing(one) {
  const sides = [one.after, one.before].filter((side2) => side2 !== void 0);
  const [side] = sides;
  const groups = idsOfGroups(
    ...sides.flatMap(({ nodeGroup, controlGroup, ownNodeGroup }) => [nodeGroup, controlGroup, ownNodeGroup])
  );
  const { answers, ...thing } = objectThing(
    "cluster",
    sides.find(({ id }) => id !== void 0)?.id,
    !one.isData
  );
  const name = side?.name?.text;
  return {
    ...thing,
    part: { clusters: [one] },
    answers: [...answers, ...groups, ...name === void 0 ? [] : [`cluster ${name}`]],
    mentions: [
      ...groups,
      ...idsOfObjects(...sides.flatMap(({ vpc, subnet, eniSubnet }) => [vpc, subnet, eniSubnet]))
    ],
    facts: {
      name,
      model: side?.networkType?.text,
      container: rangeText(side?.containerCidr),
      vpc: idsOfObjects(side?.vpc)[0],
      subnet: idsOfObjects(side?.subnet)[0],
      node: idsOfGroups(side?.nodeGroup)[0],
      control: idsOfGroups(side?.controlGroup)[0]
    }
  };
}
function poolThing(pool) {
  const sides = [pool.before, pool.after].filter((side) => side !== void 0);
  const groups = idsOfGroups(...sides.flatMap((side) => side.groups));
  const objects = idsOfObjects(...sides.flatMap(({ cluster, subnet }) => [cluster, subnet]));
  return { part: { nodePools: [pool] }, answers: groups, mentions: [...groups, ...objects] };
}
function vpcThing(one) {
  const side = one.after ?? one.before;
  return {
    ...objectThing("vpc", side?.id ?? one.before?.id, !one.isData),
    part: { vpcs: [one] },
    facts: { cidr: rangeText(side?.cidr) }
  };
}
function subnetThing(one) {
  const side = one.after ?? one.before;
  const { answers, ...thing } = objectThing("subnet", side?.id ?? one.before?.id, !one.isData);
  return {
    ...thing,
    part: { subnets: [one] },
    answers: side?.subnetId === void 0 ? answers : [...answers, side.subnetId],
    mentions: idsOfObjects(side?.vpc),
    facts: { cidr: rangeText(side?.cidr), vpc: idsOfObjects(side?.vpc)[0] }
  };
}
function objectThing(kind, id, isManaged) {
  return {
    ...id !== void 0 && { object: `${kind} ${id}` },
    id,
    isManaged,
    answers: id === void 0 ? [] : [id],
    mentions: []
  };
}
function idsOfGroups(...refs) {
  return knownKeys(refs.filter((ref) => ref !== void 0)).filter((key) => ID.test(key));
}
function idsOfObjects(...refs) {
  return refs.flatMap((ref) => ref?.kind === "id" ? [ref.id] : []);
}
function rangeText(range) {
  return range?.kind === "known" ? cidrsOf(range.peers).join() : void 0;
}

// src/cluster/surroundings.ts
var ALONE = {
  groups: [],
  rules: [],
  ruleIds: [],
  clusters: [],
  nodePools: [],
  vpcs: [],
  subnets: [],
  secondaryCidrs: [],
  contradicted: /* @__PURE__ */ new Set(),
  addresses: /* @__PURE__ */ new Set(),
  named: /* @__PURE__ */ new Set(),
  answeredBy: /* @__PURE__ */ new Map(),
  sensitiveIds: /* @__PURE__ */ new Set()
};
function surroundingsOf(plans, told) {
  if (plans.length + told.length < 2) return plans.map(() => ALONE);
  const tellers = [
    ...plans.map(({ name, plan }) => ({ name, things: thingsOf(asOthersSee(plan, name)) })),
    ...told.map((one) => ({ name: one.name, things: toldThings(one).map(({ thing }) => thing) }))
  ];
  const answers = tellers.flatMap(
    ({ name, things }, index) => things.flatMap((thing) => distinct(thing.answers).map((text) => ({ text, index, name, thing })))
  );
  const byText = groupBy(answers, ({ text }) => text);
  const sensitiveIds = secretsOf([
    ...plans.map(({ name, plan }) => ({ name, sensitiveIds: plan.sensitiveIds })),
    ...told
  ]);
  return tellers.slice(0, plans.length).map(({ things: own }, index) => {
    const others = (text) => (byText.get(text) ?? []).filter((one) => one.index !== index);
    const { found, named } = reached(own, others);
    return { ...agreedOn([...found.keys()], own), named, answeredBy: weightiest(found), sensitiveIds };
  });
}
function everythingIn(told) {
  const things = told.flatMap(toldThings);
  const parts = agreedOn(
    things.map(({ thing }) => thing),
    []
  );
  return {
    ...parts,
    // What a state has deposed is there until somebody destroys it.
    rules: parts.rules.map(
      (rule) => rule.after === rule.before ? rule : { ...rule, after: rule.before, change: "stands" }
    ),
    addresses: /* @__PURE__ */ new Set(),
    named: new Set(things.flatMap(({ thing: { answers, mentions } }) => [...answers, ...mentions])),
    answeredBy: weightiest(new Map(things.map(({ thing, name }) => [thing, name]))),
    sensitiveIds: secretsOf(told)
  };
}
function toldThings({ name, parts }) {
  return thingsOf(asOthersSee(parts, name)).map((thing) => ({ name, thing: { ...thing, isManaged: false } }));
}
function secretsOf(tellers) {
  return new Set(tellers.flatMap(({ name, sensitiveIds }) => secretsElsewhere(sensitiveIds, name)));
}
function reached(own, others) {
  const names = new Set(own.flatMap(({ answers }) => answers.filter((text) => !ID.test(text))));
  const named = new Set(own.flatMap(({ answers, mentions }) => [...answers, ...mentions]));
  const found = /* @__PURE__ */ new Map();
  for (const text of named) {
    for (const { name, thing } of names.has(text) ? [] : others(text)) {
      found.set(thing, name);
      for (const next of thing.mentions) named.add(next);
    }
  }
  return { found, named };
}
function weightiest(found) {
  const answered = /* @__PURE__ */ new Map();
  for (const [{ part }, name] of found) {
    const isOfGroups = [part.groups, part.rules, part.clusters].some((all = []) => all.length > 0);
    if (isOfGroups || !answered.has(name)) answered.set(name, isOfGroups ? "groups" : "other");
  }
  return answered;
}
function agreedOn(found, own) {
  const contradicted = /* @__PURE__ */ new Set();
  const managed = new Set(own.flatMap(({ object, isManaged }) => isManaged === true ? [object] : []));
  const open = found.filter(({ object }) => object === void 0 || !managed.has(object));
  const kept = [...groupBy(open, (thing) => thing.object ?? thing).values()].flatMap((same) => {
    const managers = same.filter(({ isManaged }) => isManaged);
    const counted = managers.length > 0 ? managers : same;
    if (!differ(counted)) return counted;
    for (const { id } of counted) if (id !== void 0) contradicted.add(id);
    return [];
  });
  const clusters = placedAlike(kept, own, contradicted);
  const data = (all) => all.map((one) => ({ ...one, isData: true }));
  return {
    groups: kept.flatMap(({ part }) => part.groups ?? []).filter(({ key }) => !contradicted.has(key)),
    rules: kept.flatMap(({ part }) => part.rules ?? []),
    ruleIds: kept.flatMap(({ part }) => part.ruleIds ?? []),
    // A plan's own word comes first, be it that of a data source.
    clusters: data(clusters),
    nodePools: kept.flatMap(({ part }) => part.nodePools ?? []),
    vpcs: data(kept.flatMap(({ part }) => part.vpcs ?? [])),
    subnets: data(kept.flatMap(({ part }) => part.subnets ?? [])),
    secondaryCidrs: kept.flatMap(({ part }) => part.secondaryCidrs ?? []),
    contradicted,
    addresses: new Set(
      kept.flatMap(
        ({ part }) => Object.values(part).flatMap((all) => all.flatMap((one) => "address" in one ? [one.address] : []))
      )
    )
  };
}
function differ(things) {
  const known = /* @__PURE__ */ new Map();
  return things.some(
    ({ facts = {} }) => Object.entries(facts).some(([name, fact]) => {
      const before = known.get(name);
      if (fact !== void 0) known.set(name, fact);
      return fact !== void 0 && before !== void 0 && before !== fact;
    })
  );
}
var MADE = ["node", "control"];
function madeGroup(side, role) {
  return role === "node" ? side.nodeGroup : side.controlGroup;
}
function placedAlike(kept, own, contradicted) {
  const ownClaims = claimsOf(own);
  const doubles = [...claimsOf(kept)].filter(([id, by]) => by.size > 1 && !ownClaims.has(id));
  for (const [id] of doubles) contradicted.add(id);
  const isRefused = (id, claim) => contradicted.has(id) || ownClaims.get(id)?.has(claim) === false;
  const side = (told) => {
    if (told === void 0) return void 0;
    const agreed = (role) => {
      const ref = madeGroup(told, role);
      return idsOfGroups(ref).some((id) => isRefused(id, claimText(told, role))) ? void 0 : ref;
    };
    return { ...told, nodeGroup: agreed("node"), controlGroup: agreed("control") };
  };
  return kept.flatMap(
    ({ part }) => (part.clusters ?? []).map((one) => ({ ...one, before: side(one.before), after: side(one.after) }))
  );
}
function claimsOf(things) {
  const claims = /* @__PURE__ */ new Map();
  for (const { part } of things) {
    for (const side of (part.clusters ?? []).flatMap(({ before, after }) => [before, after])) {
      for (const role of side === void 0 ? [] : MADE) {
        if (side === void 0) continue;
        for (const id of idsOfGroups(madeGroup(side, role))) {
          claims.set(id, (claims.get(id) ?? /* @__PURE__ */ new Set()).add(claimText(side, role)));
        }
      }
    }
  }
  return claims;
}
function claimText({ id = "" }, role) {
  return `${role} ${id}`;
}

// src/cluster/twins.ts
var COMPARE = 5;
var GRAVITY = ["stays", "comes", "itself", "goes", "changes"];
function twinsAmong(rules, configuration) {
  const sides = (rule) => [rule.before, rule.after].filter((side) => side !== void 0);
  const index = memo(
    () => groupBy(
      rules.flatMap((rule) => distinct(sides(rule).map(identityHint)).map((hint) => ({ rule, hint }))),
      ({ hint }) => hint
    )
  );
  return (rule, side, key) => {
    const isSame = (other) => other !== void 0 && isSameRule(side, other, key, configuration);
    const alike2 = index(void 0).get(identityHint(side)) ?? [];
    spend(COMPARE * alike2.length);
    const [first] = alike2.flatMap((other) => sameRule(rule, other.rule, isSame) ?? []).sort((a, b) => GRAVITY.indexOf(a.fate) - GRAVITY.indexOf(b.fate));
    return first;
  };
}
function sameRule(rule, other, isSame) {
  const { before, after, change, actions } = other;
  if (other === rule) {
    const isThere = isSame(before) && change === "created-then-destroyed";
    return isThere ? { rule: other, side: before, fate: "itself" } : void 0;
  }
  if (isSame(before)) {
    const fate = isSame(after) ? "stays" : change === "destroyed" ? "goes" : "changes";
    return { rule: other, side: before, fate };
  }
  const isMade = isSame(after) && actions.includes("create") && isAccepted(after);
  return isMade ? { rule: other, side: after, fate: "comes" } : void 0;
}
function renamedRules(rules, twinOf) {
  const own = new Set(rules);
  const isRenamed = (rule) => {
    const { after, change, address } = rule;
    if (change !== "created" || after?.group.kind !== "group" || !isAccepted(after)) return false;
    const twin = twinOf(rule, after, after.group.key);
    return twin?.fate === "goes" && own.has(twin.rule) && twin.rule.address !== address;
  };
  return new Set(rules.filter(isRenamed).map(({ address }) => address));
}
function isShift(same) {
  return same?.fate === "goes" || same?.fate === "changes";
}
function shiftingRules(rules, twinOf) {
  const found = rules.flatMap((rule) => {
    const { after, actions, address } = rule;
    if (after?.group.kind !== "group" || !actions.includes("create") || !isAccepted(after)) return [];
    const twin = twinOf(rule, after, after.group.key);
    return twin !== void 0 && isShift(twin) ? [address, twin.rule.address] : [];
  });
  return new Set(found);
}
function isSameRule(a, b, key, configuration) {
  return b.group.kind === "group" && b.group.key === key && a.direction === b.direction && a.direction !== "unknown" && a.family === b.family && a.family !== "unknown" && a.action === b.action && a.action !== "unknown" && isSamePriority(a.priority, b.priority, configuration) && isSamePeer(a.peer, b.peer) && isSameTraffic(a.traffic, b.traffic);
}
function isSamePriority(a, b, { defaultRulePriority }) {
  if (a.kind === "undocumented" && b.kind === "undocumented") return true;
  const value = (priority) => priority.kind === "known" ? priority.value : priority.kind === "undocumented" ? defaultRulePriority : void 0;
  return value(a) !== void 0 && value(a) === value(b);
}

// src/cluster/world.ts
function worldOf({ surroundings, facts, ...run }) {
  const { configuration } = run;
  const own = ownPlan(run, surroundings);
  const others = run.occasion === "audit" ? [] : surroundings.rules;
  const { rules, unmanaged, drifted } = againstSeen([...own.rules, ...others], facts.seen);
  const ownRules = rules.slice(0, own.rules.length);
  const plan = { ...surrounded(own, surroundings), rules: ownRules };
  const placed = placeClusters(plan, configuration);
  const rulesOf = indexRules(rules);
  const pastOf = (key) => [
    ...rulesOf(key).flatMap(pastSides),
    ...(unmanaged.get(key)?.rules ?? []).map(({ side }) => side)
  ];
  const twinOf = twinsAmong(rules, configuration);
  const isUnplaced = unplacedBy(plan, placed);
  const clusters = placed.map((cluster) => {
    const learn = (learned) => learnedOf(bind(plan, cluster, learned), pastOf, isUnplaced);
    const first = { ...learn({}), master: [] };
    return bind(plan, cluster, { ...first, master: learn(first).master ?? [] });
  });
  return {
    ...run,
    plan,
    facts,
    clusters,
    rulesOf,
    twinOf,
    renamed: renamedRules(ownRules, twinOf),
    shifting: shiftingRules(ownRules, twinOf),
    isUnplaced: unplacedBy(plan, clusters),
    isElsewhere: (address) => surroundings.addresses.has(address),
    surroundings,
    unmanaged,
    drifted: new Set(ownRules.filter((rule) => drifted.has(rule))),
    contradicted: surroundings.contradicted
  };
}
function ownPlan({ plan, occasion }, { rules }) {
  return occasion === "audit" ? { ...plan, rules } : plan;
}
function surrounded(plan, others) {
  if (others === ALONE) return plan;
  return {
    ...plan,
    sensitiveIds: /* @__PURE__ */ new Set([...plan.sensitiveIds, ...others.sensitiveIds]),
    groups: [...plan.groups, ...others.groups],
    ruleIds: [...plan.ruleIds, ...others.ruleIds],
    clusters: [...plan.clusters, ...others.clusters],
    nodePools: [...plan.nodePools, ...others.nodePools],
    vpcs: [...plan.vpcs, ...others.vpcs],
    subnets: [...plan.subnets, ...others.subnets],
    secondaryCidrs: [...plan.secondaryCidrs, ...others.secondaryCidrs]
  };
}
function unplacedBy(plan, clusters) {
  const ofClusters = clusters.flatMap(({ node, control, eni }) => [node, control, eni]).flatMap(
    (group) => group === void 0 || group.isIdUnknown ? [] : [group.before, group.after, ...group.also]
  );
  const ofPools = plan.nodePools.flatMap(({ before, after }) => [before, after]).flatMap((pool) => knownKeys(pool?.groups ?? []));
  const shown = /* @__PURE__ */ new Set([...plan.groups.map(({ key }) => key), ...ofClusters, ...ofPools]);
  return (key) => !shown.has(key);
}
function clusterOf({ clusters }, ref, which) {
  if (ref.kind === "unknown") return void 0;
  return namedClusters(clusters)[which].get(ref.kind === "id" ? `id ${ref.id}` : `address ${ref.address}`);
}
var namedClusters = memoOfObject((clusters) => {
  const on = (which) => {
    const named = clusters.flatMap((cluster) => {
      const { [which]: side, address = "" } = cluster.resource ?? {};
      if (side === void 0) return [];
      const id = side.id === void 0 ? [] : [`id ${side.id}`];
      return [`address ${address}`, ...id].map((name) => [name, cluster]);
    });
    return new Map(named.reverse());
  };
  return { before: on("before"), after: on("after") };
});
function poolAt({ plan }, address) {
  return address === void 0 ? void 0 : poolsByAddress(plan.nodePools).get(address)?.[0];
}
var poolsByAddress = memoOfObject((pools) => groupBy(pools, ({ address }) => address));
function nodesOf(world, cluster) {
  const { before, after } = nodesByCluster(world);
  return { before: before(cluster), after: after(cluster) };
}
var nodesByCluster = memoOfObject((world) => {
  const { nodePools, nodes } = world.plan;
  const on = (which) => {
    const by = (all) => groupBy(
      all,
      ({ [which]: side }) => side === void 0 ? void 0 : clusterOf(world, side.cluster, which)
    );
    const pools = by(nodePools);
    const single2 = by(nodes);
    return (cluster) => ({ nodePools: pools.get(cluster) ?? [], nodes: single2.get(cluster) ?? [] });
  };
  return { before: on("before"), after: on("after") };
});

// src/effective/group-rules.ts
function membership(side, group) {
  if (side === void 0) return "no";
  const ref = side.group;
  if (ref.kind === "group") return ref.key === group ? "sure" : "no";
  return ref.oneOf.length === 0 || ref.oneOf.includes(group) ? "perhaps" : "no";
}
function rulesOfGroup(rules, group) {
  const sides = rules.map((rule) => ({
    rule,
    old: effectiveSide(rule, rule.before, group),
    next: effectiveSide(rule, rule.after, group)
  }));
  return {
    before: sides.flatMap(({ old }) => old ?? []),
    during: sides.flatMap(({ rule, old, next }) => standingRules(rule, old, next)),
    after: sides.flatMap(({ next }) => next ?? [])
  };
}
function effectiveSide(rule, side, group) {
  const member = membership(side, group);
  if (side === void 0 || member === "no" || !isAccepted(side)) return void 0;
  return {
    sides: [side],
    group,
    isSure: member === "sure" && rule.isDoubted !== true,
    address: rule.address,
    ...rule.isSeen === true && { isSeen: true },
    stands: rule.change === "stands"
  };
}
var STAYING = ["stands", "created-then-destroyed", "updated"];
function standingRules({ change }, old, next) {
  const both = old !== void 0 && next !== void 0 && STAYING.includes(change) ? common(old, next) : void 0;
  const denies = [old, next].filter((rule) => rule !== void 0 && rule.sides[0].action !== "allow");
  return [both, ...denies].filter((rule) => rule !== void 0);
}
function common(old, next) {
  if (old.sides[0].action === "deny" || next.sides[0].action === "deny") return void 0;
  return {
    ...next,
    sides: old.sides[0] === next.sides[0] ? next.sides : [old.sides[0], next.sides[0]],
    isSure: old.isSure && next.isSure
  };
}

// src/weigh/causes.ts
function causesOf(lack, world) {
  if (lack.change === "pre-existing") return [];
  const rules = changedRules(lack, world);
  if (rules.length > 0) return rules;
  if (lack.change === "undecided") return [];
  const need = grownNeed(lack, world);
  return need.length > 0 ? need : composition(lack.subject, world);
}
function changedRules({ subject, question, region: region2, change }, world) {
  const keys = distinct([...subject.groupsBefore, ...subject.groups].map(({ key }) => key));
  const counted = change === "undecided" ? ["sure", "perhaps"] : ["sure"];
  const all = keys.flatMap((key) => world.rulesOf(key));
  const asked = { subject, question, region: region2 };
  const meets = metBy(all, asked, world);
  const covers = (side, key) => {
    if (side === void 0 || !counted.includes(membership(side, key))) return EMPTY;
    return change === "undecided" ? meets(side) : matched(side, asked, world);
  };
  const concerns = (rule) => {
    const isDeny = (rule.after ?? rule.before)?.action === "deny";
    if (causeOf(rule) === void 0 && !(change === "undecided" && isDeny)) return false;
    return keys.some((key) => {
      const before = covers(rule.before, key);
      const after = covers(rule.after, key);
      const isMet = !isEmpty(before) || !isEmpty(after);
      if (change === "undecided") return isDeny && !isEmpty(after) || rule.change !== "stands" && isMet;
      if (isWeighedAnew(rule)) return isMet;
      if (isDeny) return !isEmpty(after) && !isSubset(after, before);
      return change === "transient" ? !isEmpty(before) : !isEmpty(before) && !isSubset(before, after);
    });
  };
  spend(all.length);
  const touched = all.filter(concerns);
  return sortedCauses(touched.map((rule) => causeOf(rule) ?? rule));
}
function touchedPart(lack, world) {
  const { subject, region: region2 } = lack;
  if (isEmpty(region2)) return EMPTY;
  const keys = subject.groups.map(({ key }) => key);
  const was = new Set(subject.groupsBefore.map(({ key }) => key));
  if (was.size !== new Set(keys).size || !keys.every((key) => was.has(key))) return region2;
  const sides = keys.flatMap(
    (key) => world.rulesOf(key).filter((rule) => causeOf(rule) !== void 0).flatMap(({ before, after }) => [before, after].filter((side) => membership(side, key) !== "no"))
  );
  const met = metBy(
    keys.flatMap((key) => world.rulesOf(key)),
    lack,
    world
  );
  return unionOf(sides.map((side) => side === void 0 ? EMPTY : met(side)));
}
function isWeighedAnew({ before, after }) {
  if (before === void 0 || after === void 0) return false;
  const rank = ({ action, priority }) => JSON.stringify([action, priority]);
  return rank(before) !== rank(after);
}
function causeOf({ change, address, actions, before, after }) {
  if (change !== "stands") {
    return { address, actions };
  }
  return [after, before].map((side) => side?.peer.kind === "range" ? side.peer.addressGroup : void 0).find((group) => group !== void 0 && doesSomething(group.actions));
}
function grownNeed({ subject, question }, world) {
  const before = subject.before?.addresses;
  const after = subject.after.addresses;
  if (before === void 0) return [];
  const has = (name) => !peersWithin(after[name].peers, before[name].peers);
  const { plan } = world;
  const { resource } = subject.cluster;
  const isMoved = JSON.stringify(after.nodePorts) !== JSON.stringify(before.nodePorts);
  const makers = [
    question.isNodePorts && isMoved && resource !== void 0 ? [resource] : [],
    has("vpc") || has("container") || has("dns") ? [...plan.vpcs, ...plan.secondaryCidrs, ...plan.subnets] : [],
    has("dns") ? [...plan.nodePools, ...plan.nodes] : []
  ];
  return sortedCauses(makers.flat().filter(({ actions, isData }) => !isData && doesSomething(actions)));
}
function composition({ groups, groupsBefore, pool, cluster }, world) {
  spend(world.plan.nodes.length + world.plan.attachments.length);
  const isMachine = world.plan.nodes.some(({ address }) => address === pool);
  const keys = new Set([...groups, ...groupsBefore].map(({ key }) => key));
  const changes = ({ actions }) => doesSomething(actions);
  const own = groups.flatMap(({ resource }) => resource?.isData === false ? [resource] : []).filter(changes);
  if (own.length > 0) return sortedCauses(own);
  const isNamed = (side) => side?.groups?.some(
    (group) => group.by === "id" && group.ref.kind === "group" && keys.has(group.ref.key)
  ) === true;
  const attached = world.plan.attachments.filter(
    (attachment) => changes(attachment) && (isNamed(attachment.before) || isNamed(attachment.after))
  );
  if (isMachine && attached.length > 0) return sortedCauses(attached);
  const holders = [
    ...[poolAt(world, pool), cluster.resource].filter((holder) => holder !== void 0)
  ];
  return sortedCauses(holders.filter(changes).slice(0, 1));
}
function toCause({ address, actions }) {
  return { address, actions };
}
function sortedCauses(causes) {
  spend(causes.length);
  hold(causes.length);
  return firstOfEach(causes, ({ address }) => address).map(toCause).sort((a, b) => compare(a.address, b.address));
}
function metBy(rules, lack, world) {
  const denies = (side) => side?.action === "deny" && side.family !== "IPv6" && isAccepted(side);
  const isDenied = rules.some(({ before, after }) => denies(before) || denies(after));
  return (side) => unionOf([
    matched(side, lack, world),
    ...isDenied ? [matched({ ...side, action: "deny" }, lack, world)] : []
  ]);
}
function matched(side, { subject, question, region: region2 }, world) {
  if (side.direction !== question.direction && side.direction !== "unknown") return EMPTY;
  const rule = { group: "", isSure: true, address: void 0, stands: false };
  return boundsWithin(region2, { question, subject, state: subject.after, world }, (part, reading) => {
    const met = side.action === "deny" ? { ...reading, allow: reading.deny } : reading;
    return letThrough([{ ...rule, sides: [{ ...side, action: "allow" }] }], part, met, void 0);
  }).possibly;
}

// src/check/finding.ts
function rowsOf({ row, reason }) {
  if (row !== void 0) return [row];
  if (reason.kind === "key-renamed") return reason.lost.map((lost) => lost.row);
  return reason.kind === "deny-of-unknown-rank" ? reason.rows : [];
}
function finding(check, { world }, parts) {
  const { occasion } = world;
  const usual = occasion === "audit" ? "pre-existing" : "introduced";
  const { change = usual, remedy = "of-check", causes = [] } = parts;
  const column = countedChange({ change, occasion });
  const configured = world.configuration.severity[check.id]?.[column];
  const pools = parts.reason.kind === "not-crosswise" ? parts.reason.pools.length : 0;
  keepToEnd(1 + causes.length + pools);
  return {
    row: void 0,
    cluster: void 0,
    group: void 0,
    pool: void 0,
    role: void 0,
    packets: void 0,
    restsOn: [],
    ...parts,
    check,
    change,
    occasion,
    severity: configured === void 0 || configured === "off" ? parts.severity ?? check.severities[column] ?? "warning" : configured,
    causes: sortedCauses(causes),
    remedy: { kind: remedy },
    isUntouched: false,
    waived: void 0
  };
}
function isOff(found, { world }) {
  const { check, severity } = found;
  const column = countedChange(found);
  const isGrave = column === "introduced" && severity === "critical";
  return world.configuration.severity[check.id]?.[column] === "off" && !isGrave;
}
function countedChange({ change, occasion }) {
  return occasion === "audit" && change === "pre-existing" ? "introduced" : change;
}
function about({ cluster, groups, pool, role }) {
  return { cluster, group: groups[0]?.key, pool, role };
}

export {
  coverage,
  letThrough,
  plainReading,
  addressesOf,
  withDnsOf,
  heldBy,
  givenReach,
  reachesOf,
  keptReaches,
  rowTraffic,
  sideOfRow,
  rangePeers,
  defaultRulesOfGroup,
  isDefaultRule,
  mayBeDefaultRule,
  agree,
  askRow,
  askFloor,
  needOf,
  madeRules,
  isIdUnknown,
  boundsOf,
  boundsWithin,
  coverageOf,
  outcomeOf,
  withoutRenamed,
  mayBeVpc,
  ID,
  pastSides,
  rankedDefault,
  seenBeside,
  surroundingsOf,
  everythingIn,
  isShift,
  isSameRule,
  worldOf,
  clusterOf,
  poolAt,
  nodesOf,
  membership,
  rulesOfGroup,
  causesOf,
  touchedPart,
  causeOf,
  matched,
  rowsOf,
  finding,
  isOff,
  about
};
