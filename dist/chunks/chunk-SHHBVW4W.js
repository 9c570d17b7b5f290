import {
  isSamePeer,
  isSameTraffic
} from "./chunk-RANS3CYM.js";
import {
  ALL_TRAFFIC,
  INTERNAL_SERVICES_OF,
  NODE_PORT_LIMITS,
  SERVICE_RANGES,
  doesSomething,
  isAccepted,
  productsOf
} from "./chunk-WGEEXE4M.js";
import {
  compare,
  distinct,
  firstOfEach,
  groupBy,
  memo,
  memoOfObject
} from "./chunk-HR654TLQ.js";
import {
  tableOf
} from "./chunk-5XLG6COY.js";
import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  ALL_V4,
  ALL_V6,
  EMPTY,
  NO_PEERS,
  NUMBERS,
  PROTOCOL_NUMBERS,
  addressesIn,
  anyAddress,
  hasAllV4,
  hasNoPeers,
  intersect,
  intersectPeers,
  isEmpty,
  isSubset,
  mapPeers,
  peersWithin,
  region,
  restrict,
  sameSets,
  single,
  subtract,
  subtractPeers,
  subtractSets,
  tokenPeers,
  union,
  unionOf,
  unionOfPeers,
  unionPeers
} from "./chunk-23KPEMH6.js";
import {
  must
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

// src/effective/effective.ts
function letThrough(rules, need, reading, defaultPriority) {
  const asked = { need, reading, defaultPriority };
  const allows = matchesOf(rules, "allow", asked);
  const denies = keptOff(alike(matchesOf(rules, "deny", asked)), rules, asked);
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
function matchesOf(rules, action, asked) {
  return rules.map((rule) => matchOf(rule, action, asked)).filter((match) => match !== void 0);
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
  const speaking = groupBy(
    rules.flatMap((rule) => membersOf(rule, reading).map((key) => ({ key, rule }))),
    ({ key }) => key
  );
  const keepers = new Map(
    distinct(ofMembers).map((key) => {
      const allow = (peer) => reading.memberOf(peer) === key ? everybody : reading.allow(peer);
      const own = (speaking.get(key) ?? []).map(({ rule }) => rule);
      return [key, alike(matchesOf(own, "allow", { ...asked, reading: { ...reading, allow } }))];
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
function membersOf({ sides }, { memberOf }) {
  return distinct(sides.flatMap(({ peer }) => memberOf(peer) ?? []));
}
function matchOf(rule, action, { need, reading, defaultPriority }) {
  const { surely, possibly } = rule.sides.map((side) => matchSide(side, action, need, reading)).reduce(intersectBounds);
  if (isEmpty(possibly)) return void 0;
  const priorities = rule.sides.map(({ priority }) => priorityRange(priority, defaultPriority));
  return {
    group: rule.group,
    min: Math.min(...priorities.map(({ min }) => min)),
    max: Math.max(...priorities.map(({ max }) => max)),
    surely: rule.isSure ? surely : EMPTY,
    possibly,
    member: action === "deny" ? membersOf(rule, reading)[0] : void 0
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
var EVERYONE = unionPeers(ALL_V4, ALL_V6);
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
function eitherOf(all) {
  return {
    surely: all.map(({ surely }) => surely).reduce(intersectPeers, EVERYONE),
    possibly: unionOfPeers(all.map(({ possibly }) => possibly))
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
  const subnetReach = subnet?.side.cidr === void 0 ? void 0 : reach([subnet.side.cidr], `${subnet.address}.cidr`);
  const region2 = configured?.region ?? side?.region;
  const ownPage = hasOwnPage(region2) ? region2 : void 0;
  return {
    vpc: fixed(configured?.vpcCidrs) ?? vpcReach(side, subnet, asking) ?? unknownVpc(side, subnet, asking),
    container: fixed(configured?.containerCidrs) ?? (model === "eni" ? podSubnetReach(side, asking) : containerReach(side, owner)),
    master: fixed(configured?.masterCidrs) ?? masterReach(subnetReach, side?.apiAddress, owner),
    dns: fixed(configured?.dnsServers) ?? dnsReach(subnet, owner),
    loadBalancer: fixed(configured?.loadBalancerCidrs),
    serviceMesh: fixed(configured?.serviceMeshCidrs),
    subnet: subnetReach,
    internalServices: fixed(configured?.serviceCidrs) ?? internalServicesOf(ownPage),
    ownPage,
    nodePorts: side?.nodePorts
  };
}
function hasOwnPage(region2) {
  return region2 !== void 0 && Object.hasOwn(INTERNAL_SERVICES_OF, region2);
}
function internalServicesOf(ownPage) {
  const range = ownPage === void 0 ? SERVICE_RANGES["internal-services"] : INTERNAL_SERVICES_OF[ownPage];
  const peers = addressesIn(range);
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
  const ranges = [...known, ...told, ...unknown.ranges.filter(isUnknown).slice(told.length)];
  return { ...unknown, ranges, peers: unionOfPeers([...ranges, heldBy(unknown)]), source };
}
function heldBy({ peers, ranges }) {
  return peers.tokens.length === 1 ? subtractPeers(peers, unionOfPeers(ranges)) : NO_PEERS;
}
function fixed(ranges) {
  if (ranges === void 0) return void 0;
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
  return reach([vpc.side.cidr, ...vpc.side.secondaryCidrs, ...more], `${vpc.address}.cidr`);
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
  return side?.containerCidr === void 0 ? unknownReach(attribute) : reach([side.containerCidr], attribute);
}
function podSubnetReach(side, { plan, which, owner }) {
  const attribute = `${owner}.eni_subnet_cidr`;
  if (side?.eniSubnetCidr?.kind === "known") return reach([side.eniSubnetCidr], attribute);
  const subnet = side === void 0 ? void 0 : neutronSubnetOf(plan, side.eniSubnet, which);
  if (subnet?.side.cidr !== void 0) return reach([subnet.side.cidr], `${subnet.address}.cidr`);
  return side?.eniSubnetCidr === void 0 ? unknownReach(attribute) : reach([side.eniSubnetCidr], attribute);
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
  const side = (peer) => ({
    ...ALLOW,
    group: { kind: "group", key: group },
    direction: row.direction,
    family: "IPv4",
    traffic: rowTraffic(row),
    peer
  });
  const alternatives = row.peer === "master-node-cidr" ? mastersByAnotherName(keys, before ?? after) : [];
  const base = { requirement: row, alternatives };
  const following = old.map((peer) => {
    const follower = isIn(next, peer) ? peer : fresh.shift();
    return { ...base, before: side(peer), after: follower === void 0 ? void 0 : side(follower) };
  });
  return [...following, ...fresh.map((peer) => ({ ...base, before: void 0, after: side(peer) }))];
}
var ALLOW = { action: "allow", priority: { kind: "undocumented" }, problems: [] };
function peersOfRow(row, keys, addresses) {
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
  const { vpc, container, master, dns, internalServices } = addresses;
  const control = state.controlGroup === void 0 ? [] : [state.controlGroup];
  const ask = (reaches, groups) => askFor({ row, addresses }, reaches, groups);
  switch (row.peer) {
    case "any":
      return ask([{ peers: ALL_V4, isSensitive: false }]);
    case "vpc-cidr":
      return ask([vpc]);
    case "container-cidr":
    case "container-subnet-cidr":
      return ask([container]);
    case "vpc-and-container-cidr":
      return ask([vpc, container]);
    case "master-node-cidr":
      return { ...ask([master]), groups: control };
    case "dns-servers":
      return ask([dns]);
    case "vpc-endpoint-service":
      return ask([{ peers: addressesIn(SERVICE_RANGES[row.peer]), isSensitive: false }]);
    case "internal-services":
      return ask([internalServices]);
    case "node-group":
      return ask([vpc], role === "node" ? state.groups : []);
    case "control-group":
      return ask([master], control);
    case "eni-group":
      return ask([container], state.groups);
  }
}
function askFloor(row, keep, { addresses }) {
  const { vpc, container, loadBalancer, serviceMesh } = addresses;
  const reaches = {
    "vpc-cidr": vpc,
    "container-cidr": container,
    "load-balancer-cidrs": loadBalancer,
    "service-mesh-cidrs": serviceMesh
  };
  return askFor(
    { row, addresses },
    keep.flatMap((name) => reaches[name] ?? [])
  );
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
var LEARNED_BY = "a rule of the plan that is a default rule";
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
  const covers = (side, key) => side === void 0 || !counted.includes(membership(side, key)) ? EMPTY : (change === "undecided" ? met : matched)(side, { subject, question, region: region2 }, world);
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
  return unionOf(sides.map((side) => side === void 0 ? EMPTY : met(side, lack, world)));
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
    ...world.plan.nodePools.filter(({ address }) => address === pool),
    ...cluster.resource === void 0 ? [] : [cluster.resource]
  ];
  return sortedCauses(holders.filter(changes).slice(0, 1));
}
function toCause({ address, actions }) {
  return { address, actions };
}
function sortedCauses(causes) {
  return firstOfEach(causes, ({ address }) => address).map(toCause).sort((a, b) => compare(a.address, b.address));
}
function met(side, lack, world) {
  return unionOf([side, { ...side, action: "deny" }].map((one) => matched(one, lack, world)));
}
function matched(side, { subject, question, region: region2 }, world) {
  const rule = { group: "", isSure: true, address: void 0, stands: false };
  return boundsWithin(region2, { question, subject, state: subject.after, world }, (part, reading) => {
    const met2 = side.action === "deny" ? { ...reading, allow: reading.deny } : reading;
    return letThrough([{ ...rule, sides: [{ ...side, action: "allow" }] }], part, met2, void 0);
  }).possibly;
}

// src/check/finding.ts
function rowsOf({ row, reason }) {
  if (row !== void 0) return [row];
  if (reason.kind === "key-renamed") return reason.lost.map((lost) => lost.row);
  return reason.kind === "deny-of-unknown-rank" ? reason.rows : [];
}
function finding(check, { world }, parts) {
  const { change = "introduced", remedy = "of-check", causes = [] } = parts;
  const configured = world.configuration.severity[check.id]?.[change];
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
    severity: configured === void 0 || configured === "off" ? parts.severity ?? check.severities[change] ?? "warning" : configured,
    causes: sortedCauses(causes),
    remedy: { kind: remedy },
    isUntouched: false,
    waived: void 0
  };
}
function isOff({ check, change, severity }, { world }) {
  const isGrave = change === "introduced" && severity === "critical";
  return world.configuration.severity[check.id]?.[change] === "off" && !isGrave;
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
  rowTraffic,
  defaultRulesOfGroup,
  isDefaultRule,
  mayBeDefaultRule,
  agree,
  knownCidr,
  askRow,
  askFloor,
  needOf,
  bind,
  madeRules,
  isIdUnknown,
  boundsOf,
  coverageOf,
  outcomeOf,
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
