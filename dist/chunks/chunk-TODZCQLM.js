import {
  ALL_TRAFFIC,
  ROLES,
  doesSomething,
  identityHint,
  isAccepted,
  isChanging,
  isPeerSensitive,
  isSamePeer,
  isSameTraffic,
  isSecret,
  knownKeys,
  roleOfName,
  roleOfPattern
} from "./chunk-WICU2XUA.js";
import {
  parseAddress
} from "./chunk-CPKAFI3T.js";
import {
  FORMER_INTERNAL_SERVICES,
  INTERNAL_SERVICES_OF,
  NODE_PORT_LIMITS,
  SERVICE_RANGES,
  SHARED_LOAD_BALANCERS
} from "./chunk-KUSDIF2Y.js";
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
  REQUIREMENTS,
  egressMinima,
  requirement,
  tableOf
} from "./chunk-ZRJR77UY.js";
import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  ALL_V4,
  ALL_V6,
  EMPTY,
  NO_PEERS,
  NUMBERS,
  PROTOCOL_NUMBERS,
  USED_PROTOCOLS,
  addressesIn,
  allTraffic,
  anyAddress,
  boxes,
  cidrsOf,
  hasAllV4,
  hasNoPeers,
  intersect,
  intersectPeers,
  intersectSets,
  isEmpty,
  isSame,
  isSubset,
  mapPeers,
  peersWithin,
  region,
  restrict,
  samePeers,
  single,
  subtract,
  subtractPeers,
  subtractSets,
  tokenPeers,
  union,
  unionOf,
  unionOfPeers,
  unionPeers
} from "./chunk-IJTJH74B.js";
import {
  must,
  unreachable
} from "./chunk-CAOBLGU6.js";
import {
  CHECK_IDS
} from "./chunk-QRXDQQPD.js";

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
  const isUnknown2 = ({ peers }) => peers.tokens.length > 0;
  const elsewhere = unionOfPeers([
    model === "eni" ? NO_PEERS : container.peers,
    internalServices.peers,
    addressesIn(SERVICE_RANGES["vpc-endpoint-service"])
  ]);
  return {
    ...addresses,
    vpc: isUnknown2(vpc) ? { ...vpc, within: subtractPeers(ALL_V4, elsewhere) } : vpc,
    master: isUnknown2(master) ? { ...master, within: vpc.peers } : master,
    container: isUnknown2(container) && model === "eni" ? { ...container, within: vpc.peers } : container
  };
}
function filledIn(unknown, told = [], source) {
  if (told.length === 0 || unknown.peers.tokens.length === 0) return unknown;
  const isUnknown2 = (range) => range.tokens.length > 0;
  const known = unknown.ranges.filter((range) => !isUnknown2(range));
  const ranges = [...known, ...told, ...unknown.ranges.filter(isUnknown2).slice(told.length)];
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
function placeClusters(plan, configuration2) {
  const index = indexGroups(plan);
  const byName = new Map(configuration2.clusters.map((one) => [one.name, one]));
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
  const elsewhere = configuration2.clusters.filter((configured) => !taken.has(configured)).map((configured) => {
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
  const [fixed2, ...also] = distinct(named);
  const at = { role, resource };
  if (fixed2 !== void 0) return { ...stable(fixed2, "configuration", at), also };
  const before = attributeKey(resource?.before, role);
  const after = attributeKey(resource?.after, role);
  if (before !== void 0 || after !== void 0) {
    const placedBy = after !== void 0 && index.isManaged(after) ? "id" : "reference";
    return { role, before, after, placedBy, also: [], isIdUnknown: false };
  }
  const told = index.madeFor({ name: name.text, ids }, role);
  if (told !== void 0) {
    const isNamed2 = told.origin.kind !== "cce" || roleToldBy(told)?.role === role;
    return stable(told.key, isNamed2 ? "name" : "description", at);
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
  return unionOf(directions.map((way) => restrict(need, way, traffic, peers)));
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
    isResolved: isFine && wasMissing !== void 0 && !isEmpty(intersect(wasMissing, after.need)),
    isSensitive: after.question.isSensitive || before?.question.isSensitive === true
  };
}
function withoutRenamed(after, { renamed: renamed2 }) {
  if (renamed2.size === 0) return after;
  const rules = after.rules.filter(({ address }) => address === void 0 || !renamed2.has(address));
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
  const covers = (side, key) => side === void 0 || membership(side, key) === "no" ? EMPTY : matched(side, { subject, question, region: region2 }, world);
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
function isWeighedAnew({ before, after }) {
  if (before === void 0 || after === void 0) return false;
  const rank = ({ action, priority }) => JSON.stringify([action, priority]);
  return rank(before) !== rank(after);
}
function causeOf({ change, address, actions, api, before, after }) {
  if (change !== "stands") {
    const isMade = actions.includes("create") || actions.includes("update");
    return { address, actions, ...api === "v3" && isMade && { mayDeny: true } };
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
  const isNamed2 = (side) => side?.groups?.some(
    (group) => group.by === "id" && group.ref.kind === "group" && keys.has(group.ref.key)
  ) === true;
  const attached = world.plan.attachments.filter(
    (attachment) => changes(attachment) && (isNamed2(attachment.before) || isNamed2(attachment.after))
  );
  if (isMachine && attached.length > 0) return sortedCauses(attached);
  const holders = [
    ...world.plan.nodePools.filter(({ address }) => address === pool),
    ...cluster.resource === void 0 ? [] : [cluster.resource]
  ];
  return sortedCauses(holders.filter(changes).slice(0, 1));
}
function toCause({ address, actions, mayDeny }) {
  return { address, actions, ...mayDeny && { mayDeny } };
}
function sortedCauses(causes) {
  return firstOfEach(causes, ({ address }) => address).map(toCause).sort((a, b) => compare(a.address, b.address));
}
function matched(side, { subject, question, region: region2 }, world) {
  const rule = { group: "", isSure: true, address: void 0, stands: false };
  return boundsWithin(region2, { question, subject, state: subject.after, world }, (part, reading) => {
    const met = side.action === "deny" ? { ...reading, allow: reading.deny } : reading;
    return letThrough([{ ...rule, sides: [{ ...side, action: "allow" }] }], part, met, void 0);
  }).possibly;
}

// src/check/finding.ts
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
    ...parts,
    check,
    change,
    severity: configured === void 0 || configured === "off" ? parts.severity ?? check.severities[change] ?? "warning" : configured,
    causes: sortedCauses(causes),
    remedy: { kind: remedy },
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

// src/check/configuration.ts
var configuration = {
  id: "configuration",
  title: "An entry of the configuration file does not fit",
  why: "An entry that matches nothing counts for nothing, and one that contradicts the plan may hide what breaks.",
  remedy: "Correct the entry in the configuration file, or remove it.",
  severities: { introduced: "warning" },
  example: "A cluster `porud` under `clusters`, where the plan has the cluster `prod`.",
  tables: [],
  about: "configuration",
  breaks: false,
  leavesUnjudged: false,
  // One file may serve several plans: what matches nothing in all of them is told once, by `idleEntries`.
  run: (subjects) => subjects.world.clusters.flatMap((cluster) => contradicted(cluster, subjects))
};
function idleEntries(plans, first) {
  const { clusters } = first.world.configuration;
  if (clusters.length === 0) return [];
  const told = plans.map(({ world }) => world);
  const shown = new Set(told.flatMap((world) => groupTexts(world)));
  const placed = new Set(
    told.flatMap((world) => world.clusters.flatMap((one) => isToldOf(one) ? [one.configuration] : []))
  );
  return clusters.flatMap((entry) => {
    const texts = distinct(ROLES.flatMap((role) => entry.securityGroups[role]));
    const missing = texts.filter((text) => !shown.has(text));
    const { name } = entry;
    const cluster = { name, label: name, resource: void 0 };
    if (!placed.has(entry) && missing.length === texts.length) {
      return [
        finding(configuration, first, { cluster, reason: { kind: "entry-unused", name, groups: texts } })
      ];
    }
    return missing.filter((text) => !ID.test(text)).map((text) => finding(configuration, first, { cluster, reason: { kind: "group-not-found", text } }));
  });
}
function isToldOf({ resource, node, control, eni }) {
  const isTold = [node, control, eni].some(
    (group) => group?.placedBy === "name" || group?.placedBy === "description"
  );
  return resource !== void 0 || isTold;
}
function groupTexts({ plan }) {
  const sides = plan.rules.flatMap(({ before, after, drifted }) => [before, after, drifted]);
  const pools = plan.nodePools.flatMap(({ before, after }) => [before, after]);
  const clusters = plan.clusters.flatMap(({ before, after }) => [before, after]);
  const refs = [
    ...sides.flatMap((side) => side === void 0 ? [] : [side.group]),
    ...pools.flatMap((side) => side?.groups ?? []),
    ...clusters.flatMap((side) => [side?.nodeGroup, side?.controlGroup, side?.ownNodeGroup])
  ];
  return [
    ...knownKeys(refs.filter((ref) => ref !== void 0)),
    ...plan.groups.flatMap((group) => [
      group.key,
      group.address,
      group.nameBefore?.text,
      group.nameAfter?.text
    ])
  ];
}
function contradicted(cluster, subjects) {
  const { configuration: entry, resource } = cluster;
  if (entry === void 0 || resource === void 0) return [];
  const which = resource.after === void 0 ? "before" : "after";
  const shown = {
    cluster,
    address: resource.address,
    side: must(resource[which], "it is there"),
    which
  };
  return [
    ...otherModel(shown, entry),
    ...otherAddresses(shown, subjects.world.plan),
    ...otherGroups(shown)
  ].map(
    (contradiction) => finding(configuration, subjects, { cluster, reason: { kind: "entry-contradicts", contradiction } })
  );
}
function otherModel({ address, side }, { networkModel }) {
  const type = side.networkType?.text;
  if (networkModel === void 0 || type === void 0 || type === networkModel) return [];
  return [{ key: "network-model", source: `${address}.container_network_type` }];
}
function otherAddresses({ cluster, which }, plan) {
  const { model, resource, [which]: bound } = cluster;
  if (model === void 0 || bound === void 0) return [];
  const told = addressesOf(plan, { cluster: resource, model, configured: void 0 }, which);
  const isOther = (given, { peers }) => given.isConfigured && !peersWithin({ ...peers, tokens: [] }, given.peers);
  return [
    ...isOther(bound.vpc, told.vpc) ? [{ key: "vpc-cidrs", source: told.vpc.source }] : [],
    ...isOther(bound.container, told.container) ? [{ key: "container-cidrs", source: told.container.source }] : []
  ];
}
function otherGroups({ cluster, address, side, which }) {
  const isOther = (group, told) => {
    const keys = knownKeys(told.filter((ref) => ref !== void 0));
    const named = [group[which], ...group.also];
    return group.placedBy === "configuration" && keys.length > 0 && !keys.some((key) => named.includes(key));
  };
  const { node, control } = cluster;
  return [
    ...isOther(node, [side.nodeGroup, side.ownNodeGroup]) ? ["security_group_node"] : [],
    ...isOther(control, [side.controlGroup]) ? ["security_group_control"] : []
  ].map((attribute) => ({ key: "security-groups", source: `${address}.${attribute}` }));
}

// src/cluster/twins.ts
var GRAVITY = ["stays", "comes", "itself", "goes", "changes"];
function twinsAmong(rules, configuration2) {
  const sides = (rule) => [rule.before, rule.after].filter((side) => side !== void 0);
  const index = memo(
    () => groupBy(
      rules.flatMap((rule) => distinct(sides(rule).map(identityHint)).map((hint) => ({ rule, hint }))),
      ({ hint }) => hint
    )
  );
  return (rule, side, key) => {
    const isSame2 = (other) => other !== void 0 && isSameRule(side, other, key, configuration2);
    const [first] = (index(void 0).get(identityHint(side)) ?? []).flatMap((other) => sameRule(rule, other.rule, isSame2) ?? []).sort((a, b) => GRAVITY.indexOf(a.fate) - GRAVITY.indexOf(b.fate));
    return first;
  };
}
function sameRule(rule, other, isSame2) {
  const { before, after, change, actions } = other;
  if (other === rule) {
    const isThere = isSame2(before) && change === "created-then-destroyed";
    return isThere ? { rule: other, side: before, fate: "itself" } : void 0;
  }
  if (isSame2(before)) {
    const fate = isSame2(after) ? "stays" : change === "destroyed" ? "goes" : "changes";
    return { rule: other, side: before, fate };
  }
  const isMade = isSame2(after) && actions.includes("create") && isAccepted(after);
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
function isSameRule(a, b, key, configuration2) {
  return b.group.kind === "group" && b.group.key === key && a.direction === b.direction && a.direction !== "unknown" && a.family === b.family && a.family !== "unknown" && a.action === b.action && a.action !== "unknown" && isSamePriority(a.priority, b.priority, configuration2) && isSamePeer(a.peer, b.peer) && isSameTraffic(a.traffic, b.traffic);
}
function isSamePriority(a, b, { defaultRulePriority }) {
  if (a.kind === "undocumented" && b.kind === "undocumented") return true;
  const value = (priority) => priority.kind === "known" ? priority.value : priority.kind === "undocumented" ? defaultRulePriority : void 0;
  return value(a) !== void 0 && value(a) === value(b);
}

// src/weigh/row-sets.ts
function ownRows({ role, model }) {
  return tableOf(role, model)?.rows ?? [];
}
function essentialRows(subject) {
  return ownRows(subject).filter(({ suggestion }) => suggestion === "not-recommended").map((row) => ({ row, ask: (state) => askRow(row, subject, state) }));
}
function floorRows(subject) {
  return ownRows(subject).flatMap((row) => {
    const { floor } = row;
    return floor?.kind === "ranges" ? [{ row, ask: (state) => askFloor(row, floor.keep, state) }] : [];
  });
}
function minimumRows(subject) {
  if (subject.role !== "node") return [];
  return egressMinima(subject.model).map((row) => ({ row, ask: (state) => askRow(row, subject, state) }));
}
function allRows(subject) {
  return [...essentialRows(subject), ...floorRows(subject), ...minimumRows(subject)];
}

// src/weigh/doubts.ts
function doubtsOf(lack, world) {
  const { subject, question, region: region2 } = lack;
  const rules = subject.after.rules.filter(({ sides: [{ action }] }) => action !== "deny");
  const denies = subject.after.rules.filter(({ sides: [{ action }] }) => action === "deny");
  const without = boundsOf(question, subject, { ...subject.after, rules }, world);
  const { undecided } = coverage(needOf(question), without);
  const byDeny = denies.length === 0 ? void 0 : subtract(region2, undecided);
  const byValue = byDeny === void 0 ? region2 : intersect(region2, undecided);
  const meets = (part) => (rule) => rule.sides.some((side) => !isEmpty(matched(side, { ...lack, region: part }, world)));
  const found = [
    ...isEmpty(byValue) ? [] : unknownRanges(byValue, lack),
    ...rules.filter((rule) => unknownPart(rule, question) !== void 0 && meets(byValue)(rule)),
    ...byDeny === void 0 ? [] : denies.filter(meets(byDeny))
  ].flatMap((one) => "kind" in one ? [one] : doubtOfRule(one, question) ?? []);
  return firstOfEach(found, (doubt) => JSON.stringify(doubt));
}
function unknownRanges(region2, { subject, question }) {
  const { traffic, beyond: beyond2 } = question;
  const all = boxes(region2);
  const isBeyond = all.some(({ ports }) => intersectSets([ports], traffic.ports).length === 0);
  const tokens = distinct(all.flatMap(({ peers }) => peers.tokens));
  return [
    ...tokens.map((token) => ({
      kind: "range",
      token,
      key: tellingKey(token, subject.after.addresses)
    })),
    ...beyond2 !== void 0 && isBeyond ? [{ kind: "range", token: beyond2.token, key: void 0 }] : []
  ];
}
function tellingKey(token, addresses) {
  const { vpc, master, container, dns, loadBalancer, serviceMesh, internalServices } = addresses;
  const reaches = [
    ["vpc-cidrs", vpc],
    ["master-cidrs", master],
    ["container-cidrs", container],
    ["dns-servers", dns],
    ["load-balancer-cidrs", loadBalancer],
    ["service-mesh-cidrs", serviceMesh],
    ["service-cidrs", internalServices]
  ];
  return reaches.find(([, reach2]) => reach2?.peers.tokens.includes(token) === true)?.[0];
}
function doubtOfRule(rule, question) {
  const { address } = rule;
  if (address === void 0) return void 0;
  const part = unknownPart(rule, question);
  return part === void 0 ? { kind: "rank", address } : { kind: "rule", address, part };
}
function unknownPart({ isSure, sides }, { need }) {
  if (!isSure) return "group";
  const isUnknown2 = ({ traffic, direction, family, action }) => traffic.isAtMost === true || [direction, family, action].includes("unknown");
  if (sides.some(isUnknown2)) return "traffic";
  return sides.every(({ peer }) => isKnownPeer(peer, need.tokens)) ? void 0 : "peer";
}
function isKnownPeer(peer, tokens) {
  switch (peer.kind) {
    case "any":
      return true;
    case "range":
      return peer.range.kind === "known" || tokens.includes(peer.range.token);
    case "group":
      return peer.group.kind === "group";
    case "one-of":
      return false;
    default:
      return unreachable(peer);
  }
}

// src/check/row-findings.ts
var ROW_SEVERITIES = {
  introduced: "critical",
  transient: "warning",
  "pre-existing": "warning",
  undecided: "warning"
};
function rowVerdict(check, subjects) {
  const { rows } = check;
  if (rows === void 0) return { findings: [], resolved: [] };
  const told = subjects.subjects.filter(({ isLosingGroup }) => !isLosingGroup).flatMap(
    (subject) => rows(subject).map((asked) => {
      const outcome = outcomeOf(asked.ask, subject, subjects.world);
      const { cluster, group } = about(subject);
      return {
        findings: rowFindings({ check, subjects, subject, asked, outcome }),
        resolved: outcome.isResolved ? [{ check, row: asked.row, cluster, group }] : []
      };
    })
  );
  return {
    findings: told.flatMap(({ findings }) => findings),
    resolved: told.flatMap(({ resolved }) => resolved)
  };
}
function rowFindings(weighed) {
  const { outcome, subject, subjects } = weighed;
  const isMissing = !isEmpty(outcome.introduced) || !isEmpty(outcome.preExisting);
  const undecided = isMissing || subject.unknownGroups.length > 0 ? EMPTY : subtract(outcome.undecided, standingDoubt(outcome, subject, subjects.world));
  return [
    ...rowFinding(weighed, "introduced", outcome.introduced),
    ...rowFinding(weighed, "transient", outcome.transient),
    ...rowFinding(weighed, "pre-existing", outcome.preExisting),
    ...rowFinding(weighed, "undecided", undecided)
  ];
}
function standingDoubt({ question, undecided }, subject, world) {
  const { after } = subject;
  const rules = after.rules.filter((rule) => !(rule.stands && rule.sides[0].action === "deny"));
  if (isEmpty(undecided) || rules.length === after.rules.length) return EMPTY;
  const without = coverageOf(question, subject, { ...after, rules }, world);
  return subtract(undecided, without.undecided);
}
function rowFinding(weighed, change, region2) {
  if (isEmpty(region2)) return [];
  const { check, subjects, subject, asked, outcome } = weighed;
  const { row } = asked;
  const { question } = outcome;
  const lack = { subject, question, region: region2, change };
  const secret2 = sensitiveRules(weighed, outcome.need);
  const causes = causesOf(lack, subjects.world);
  const fate = fateOf(change, region2, outcome);
  const found = finding(check, subjects, {
    ...about(subject),
    change,
    row,
    // The page of the region does not have the row, or nobody uses these protocols.
    ...(isOffPage(row, subject) || isUnused(region2)) && { severity: "warning" },
    packets: {
      region: region2,
      naming: {
        whole: question.namesGroup ? { peers: question.need, other: groupEnd(row.peer) } : void 0,
        isSensitive: outcome.isSensitive || secret2.some(isPeerSensitive),
        isTrafficSensitive: secret2.some((side) => side.isTrafficSensitive === true)
      },
      fate
    },
    causes,
    reason: {
      kind: "row",
      ...impactFacts(weighed, region2),
      isNewNeed: change === "introduced" && fate !== "lost",
      isOutdatedRange: isOutdatedRange(question, weighed),
      doubts: change === "undecided" ? doubtsOf(lack, subjects.world) : []
    },
    remedy: remedyFor(change, causes)
  });
  return [found];
}
function isOffPage({ notOnPageOf }, { after }) {
  return notOnPageOf !== void 0 && notOnPageOf === after.addresses.ownPage;
}
function isOutdatedRange(question, weighed) {
  const { subject, subjects, asked, outcome } = weighed;
  const { introduced, preExisting } = outcome;
  if (asked.row.peer !== "internal-services" || isEmpty(introduced) && isEmpty(preExisting)) return false;
  const former = { ...question, need: addressesIn(FORMER_INTERNAL_SERVICES) };
  const bounds = boundsOf(former, subject, subject.after, subjects.world);
  return isSubset(needOf(former), bounds.surely);
}
function remedyFor(change, causes) {
  if (change === "transient") return "two-plans";
  if (change === "undecided") return "tell-value";
  return causes.some(({ actions }) => actions.includes("delete")) ? "of-check" : "add-rules";
}
function impactFacts({ asked: { row }, subject, outcome }, region2) {
  const isPart = !isNearlyAll(region2, outcome);
  const { impactOf } = row;
  if (impactOf === void 0) return { isPart, isImpactTrue: true };
  const of = askRow({ ...row, ...impactOf }, subject, subject.after);
  const everywhere = needOf({ ...of, need: outcome.question.need });
  const isImpactTrue = !isEmpty(intersect(needOf(of), region2)) || isSubset(everywhere, region2);
  return { isPart, isImpactTrue };
}
function isNearlyAll(region2, { need, question }) {
  const [lost, all] = [sizeOf(region2), sizeOf(need)];
  return lost > 0 && 2 * lost >= all && boxes(region2).every(({ peers }) => samePeers(peers, question.need));
}
function sizeOf(region2) {
  return boxes(region2).reduce((sum, { protocols, ports }) => {
    const used = USED_PROTOCOLS.filter((one) => protocols.lo <= one && one <= protocols.hi).length;
    return sum + used * (ports.hi - ports.lo + 1);
  }, 0);
}
function isUnused(region2) {
  return sizeOf(region2) === 0;
}
function fateOf(change, region2, { needBefore }) {
  if (change === "introduced") return isSubset(region2, needBefore) ? "lost" : "missing";
  if (change === "transient") return "may-be-cut";
  return change === "undecided" ? "may-be-missing" : "missing";
}
function groupEnd(peer) {
  return {
    kind: "group",
    role: peer === "control-group" ? "control" : peer === "eni-group" ? "eni" : "node"
  };
}
function sensitiveRules({ subject, outcome: { question }, subjects }, region2) {
  const rules = [...subject.before?.rules ?? [], ...subject.after.rules];
  return rules.flatMap(
    ({ sides }) => sides.filter(
      (side) => isSecret(side) && !isEmpty(intersect(region2, matched(side, { subject, question, region: region2 }, subjects.world)))
    )
  );
}

// src/check/duplicate-rule.ts
var duplicateRule = {
  id: "duplicate-rule",
  title: "A new rule repeats one that exists",
  why: "The API refuses a rule that the group has already (409 Conflict), and the apply stops half-way. When the key of a rule changes and no `moved` block says so, the new one is refused and the old one is destroyed all the same.",
  remedy: "Remove the rule from the configuration, or import the one that exists.",
  severities: { introduced: "warning" },
  example: "A new rule for TCP 9443 from the VPC in the master group, which CCE has made there already.",
  tables: [],
  about: "rules",
  breaks: true,
  leavesUnjudged: false,
  run: (subjects) => {
    const found = subjects.world.plan.rules.flatMap((rule) => repeatOf(rule, subjects));
    const kind = ({ rule, same }) => subjects.world.renamed.has(rule.address) ? "renamed" : isShift(same) ? "shifting" : "plain";
    const { renamed: renamed2 = [], shifting = [], plain = [] } = Object.fromEntries(groupBy(found, kind));
    return [
      ...renamedFindings(renamed2, subjects),
      ...plain.map((repeat) => repeatFinding(repeat, subjects)),
      ...shiftFindings(shifting, subjects)
    ];
  }
};
function repeatOf(rule, subjects) {
  const { after } = rule;
  if (after === void 0 || !rule.actions.includes("create") || !isAccepted(after)) return [];
  if (after.group.kind !== "group") return [];
  const { key } = after.group;
  const same = subjects.world.twinOf(rule, after, key);
  const twin = same === void 0 ? defaultTwin(after, key, subjects) : twinOfPlan(same, after);
  return twin === void 0 ? [] : [{ rule, side: after, key, same, twin }];
}
function twinOfPlan({ rule, side: other, fate }, side) {
  if (fate === "itself") return { kind: "itself" };
  const { address } = rule;
  return isSecret(side) === isSecret(other) ? { kind: "rule", address } : { kind: "sensitive-rule" };
}
function defaultTwin(side, key, { viewOf, world }) {
  const assumed = viewOf(key).defaults.find(
    (own) => own.belief.kind !== "plan" && isDefaultTwin(side, own, key, world)
  );
  if (assumed === void 0) return void 0;
  const isSure = assumed.before === void 0;
  if (isSecret(side)) return { kind: "sensitive-default-rule", isSure };
  return assumed.requirement === void 0 ? { kind: "rule-of-new-groups", isSure } : { kind: "default-rule", row: assumed.requirement, isSure };
}
function isDefaultTwin(side, own, key, world) {
  const twin = own.before ?? own.after;
  return twin !== void 0 && own.requirement?.peer !== "master-node-cidr" && isSameRule(side, twin, key, world.configuration);
}
function repeatFinding({ rule, key, twin, same }, subjects) {
  return finding(duplicateRule, subjects, {
    cluster: subjects.viewOf(key).cluster,
    group: key,
    causes: [rule],
    reason: { kind: "repeats", rule: rule.address, twin },
    ...twin.kind === "itself" && { remedy: "old-first" },
    ...same?.fate === "stays" && { remedy: "remove-one" }
  });
}
function isShift(same) {
  return same?.fate === "goes" || same?.fate === "changes";
}
function shiftFindings(shifting, subjects) {
  const alike2 = groupBy(shifting, ({ key, rule }) => JSON.stringify([key, blockWithoutKeys(rule.address)]));
  return [...alike2.values()].map((same) => {
    const [{ key }] = same;
    return finding(duplicateRule, subjects, {
      cluster: subjects.viewOf(key).cluster,
      group: key,
      causes: same.map(({ rule }) => rule),
      reason: { kind: "rules-shift", rules: same.length },
      remedy: "stable-keys"
    });
  });
}
function blockWithoutKeys(address) {
  const { modules = [], block = address } = parseAddress(address) ?? {};
  return [...modules.map(({ name }) => name), block].join(" ");
}
function lostRows(subject, { world }) {
  if (subject.isLosingGroup) return [];
  return allRows(subject).flatMap((asked) => {
    const outcome = outcomeOf(asked.ask, subject, world);
    return isEmpty(outcome.refused) ? [] : [{ subject, asked, outcome, region: outcome.refused }];
  });
}
function renamedFindings(renamed2, subjects) {
  if (renamed2.length === 0) return [];
  const lost = subjects.subjects.flatMap((subject) => lostRows(subject, subjects));
  const byGroup = groupBy(
    lost.flatMap((one) => one.subject.groups.map(({ key }) => ({ key, one }))),
    ({ key }) => key
  );
  return renamed2.flatMap((repeat) => {
    const rows = (byGroup.get(repeat.key) ?? []).map(({ one }) => one);
    return renamedFinding(repeat, rows, subjects);
  });
}
function renamedFinding({ rule, side, key, same, twin }, lost, subjects) {
  if (same === void 0) return [];
  const own = lost.map((one) => {
    const lack = { subject: one.subject, question: one.outcome.question, region: one.region };
    return { ...one, region: intersect(one.region, matched(side, lack, subjects.world)) };
  });
  const grave = own.filter(({ region: region3 }) => !isUnused(region3));
  const region2 = unionOf(grave.map((one) => one.region));
  const [first] = grave;
  return [
    finding(duplicateRule, subjects, {
      ...first === void 0 ? { cluster: subjects.viewOf(key).cluster, group: key } : {
        ...about(first.subject),
        severity: "critical",
        packets: {
          region: region2,
          naming: { whole: void 0, isSensitive: isSecret(side), isTrafficSensitive: isSecret(side) },
          fate: "lost"
        }
      },
      causes: [rule, same.rule],
      reason: {
        kind: "key-renamed",
        to: rule.address,
        from: twin.kind === "rule" ? twin.address : void 0,
        canMove: rule.api === same.rule.api,
        lost: firstOfEach(
          grave.map((one) => ({ row: one.asked.row, ...impactFacts(one, one.region) })),
          ({ row }) => row.id
        )
      }
    })
  ];
}

// src/check/egress-minimum.ts
var egressMinimum = {
  id: "egress-minimum",
  title: "Nodes lose egress they cannot do without",
  why: "Worker nodes need DNS, the masters, time and a few internal services even when their egress is hardened; Table 8 of the page is the least.",
  remedy: "Keep the allow-all egress rule, or add an egress rule for each range and port shown.",
  severities: ROW_SEVERITIES,
  example: "The allow-all egress rule of the worker group is removed, and the rules that follow it leave out UDP 53.",
  tables: [8],
  about: "packets",
  breaks: true,
  leavesUnjudged: true,
  rows: minimumRows,
  run: () => []
};

// src/model/crosswise.ts
var ROWS = {
  overlay_l2: { row: "T3.6", ports: ["T3.2", "T3.3", "T3.4"] },
  eni: { row: "T5.5", ports: ["T5.1", "T5.2", "T5.3"] }
};
function crosswiseNeed(model) {
  const rows = ROWS[model];
  if (rows === void 0) return void 0;
  const rowOf = (id) => must(requirement(id), "the row is one of the tables");
  return { row: rowOf(rows.row), ports: rows.ports.map(rowOf) };
}

// src/check/crosswise.ts
function crosswiseFindings(check, subjects) {
  const isPool = new Set(subjects.world.plan.nodePools.map(({ address }) => address));
  const pools = subjects.subjects.flatMap((subject) => {
    const { pool, groups, unknownGroups, isLosingGroup } = subject;
    if (pool === void 0 || !isPool.has(pool) || isLosingGroup || unknownGroups.length > 0) return [];
    return [{ subject, address: pool, keys: groups.map(({ key }) => key) }];
  });
  return [...groupBy(pools, ({ subject }) => subject.cluster).values()].flatMap((all) => {
    const need = crosswiseNeed(all[0].subject.model);
    return need === void 0 || all.length < 2 ? [] : all.flatMap((pool) => poolFindings(pool, { check, subjects, need, all, byKey: poolsByKey(all) }));
  });
}
function poolsByKey(pools) {
  const entries = pools.flatMap((pool) => pool.keys.map((key) => ({ key, pool })));
  return new Map(
    [...groupBy(entries, ({ key }) => key)].map(([key, same]) => [key, same.map(({ pool }) => pool)])
  );
}
var CHANGES = ["introduced", "pre-existing", "undecided"];
function poolFindings(pool, pools) {
  const { check, subjects, need, all } = pools;
  const { subject, keys } = pool;
  const nobody = outcomesFor([], pool, pools);
  const part = CHANGES.find((one) => lacks(nobody, one));
  if (part === void 0) return [];
  const named = admittedBy(pool, pools);
  const poolsOf = (some) => new Set(some.flatMap(({ key }) => pools.byKey.get(key) ?? []));
  const admitted = poolsOf(named.filter(({ outcomes }) => !CHANGES.some((one) => lacks(outcomes, one))));
  const kept = all.filter((other) => !admitted.has(other) && setText(other.keys) !== setText(keys));
  if (kept.length === 0) return [];
  const lost = named.filter(({ outcomes }) => lacks(outcomes, "introduced"));
  const lostPools = poolsOf(lost);
  const isNew = kept.some((other) => other.subject.before === void 0 || lostPools.has(other));
  return [
    finding(check, subjects, {
      ...about(subject),
      ...packetsAndCauses([...lost.map(({ outcomes }) => outcomes), nobody], part, { subject, subjects }),
      change: part === "pre-existing" && isNew ? "introduced" : part,
      severity: "warning",
      row: need.row,
      reason: { kind: "not-crosswise", pools: kept.map(({ address }) => address).sort() },
      remedy: "admit-pools"
    })
  ];
}
function setText(keys) {
  return JSON.stringify([...keys].sort());
}
function lacks(outcomes, part) {
  return outcomes.some((outcome) => !isEmpty(lackOf(outcome, part)));
}
function lackOf(outcome, part) {
  if (part === "introduced") return outcome.introduced;
  return part === "pre-existing" ? outcome.preExisting : outcome.undecided;
}
function packetsAndCauses(all, part, { subject, subjects }) {
  const lost = all.flat().filter((outcome) => !isEmpty(outcome.introduced));
  const causes = lost.flatMap((outcome) => {
    const { question, introduced: region2 } = outcome;
    return causesOf({ subject, question, region: region2, change: "introduced" }, subjects.world);
  });
  const outcomes = must(all.at(-1), "nobody is asked last");
  return {
    causes,
    packets: {
      region: unionOf(outcomes.map((outcome) => lackOf(outcome, part))),
      naming: {
        whole: { peers: outcomes[0].question.need, other: { kind: "group", role: "node" } },
        isSensitive: outcomes.some(({ isSensitive }) => isSensitive),
        isTrafficSensitive: false
      },
      fate: part === "undecided" ? "may-be-missing" : "missing"
    }
  };
}
function outcomesFor(groups, { subject }, { subjects, need }) {
  const ask = (ports) => {
    return (state) => ({
      ...askRow(need.row, subject, state),
      traffic: askRow(ports, subject, state).traffic,
      groups
    });
  };
  const [first, ...others] = need.ports.map((ports) => outcomeOf(ask(ports), subject, subjects.world));
  return [must(first, "there are ports"), ...others];
}
function admittedBy(pool, pools) {
  const { before, after } = pool.subject;
  const peers = [...before?.rules ?? [], ...after.rules].flatMap(
    ({ sides: [{ direction, peer }] }) => direction === "ingress" && peer.kind === "group" && peer.group.kind === "group" ? [peer.group.key] : []
  );
  return distinct(peers).filter((key) => pools.byKey.has(key)).map((key) => ({ key, outcomes: outcomesFor([key], pool, pools) }));
}

// src/check/essential-rule.ts
var essentialRule = {
  id: "essential-rule",
  title: "The cluster loses a rule it cannot do without",
  why: "The vendor lists rules of the worker, master and ENI security groups that are not to be modified: without them masters, nodes and pods no longer reach each other.",
  remedy: "Keep the rule, or add rules that let the same packets through.",
  severities: ROW_SEVERITIES,
  example: "The imported rule for all TCP from the VPC is removed from the configuration of the worker group.",
  tables: [1, 2, 3, 4, 5, 6, 7],
  about: "packets",
  breaks: true,
  leavesUnjudged: true,
  rows: essentialRows,
  run: (subjects) => [
    ...subjects.subjects.flatMap((subject) => doubtFinding(subject, subjects)),
    ...crosswiseFindings(essentialRule, subjects)
  ]
};
function doubtFinding(subject, subjects) {
  const { world } = subjects;
  const denies = subject.after.rules.filter((rule) => rule.stands && rule.sides[0].action === "deny");
  if (denies.length === 0 || subject.isLosingGroup || subject.unknownGroups.length > 0) return [];
  const rows = allRows(subject).filter(({ ask }) => {
    const outcome = outcomeOf(ask, subject, world);
    return !isEmpty(standingDoubt(outcome, subject, world));
  });
  if (rows.length === 0) return [];
  const causes = denies.flatMap(
    ({ address }) => address === void 0 ? [] : [{ address, actions: ["no-op"] }]
  );
  return [
    finding(essentialRule, subjects, {
      ...about(subject),
      change: "undecided",
      causes,
      reason: { kind: "deny-of-unknown-rank", rows: rows.map(({ row }) => row) },
      remedy: "tell-priority"
    })
  ];
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
      names: distinct(rows.flatMap(({ requirement: requirement2 }) => TOLD_BY[requirement2.peer] ?? []))
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
    return cidr === void 0 ? [] : [{ cidr, text: cidrsOf(cidr).join(), names }];
  });
  const sure = told.filter(({ names }) => names.length === 1);
  const taken = new Set(sure.map(({ text }) => text));
  const own = sure.filter(({ names }) => names.includes(name));
  const likely = own.length > 0 ? own : told.filter(({ names, text }) => names.includes(name) && !taken.has(text));
  const cidrs = firstOfEach(likely, ({ text }) => text).map(({ cidr }) => cidr).filter((cidr) => mayBe(name, cidr, cluster));
  return name === "vpc" && !peersWithin(heldBy(addresses.vpc), unionOfPeers(cidrs)) ? [] : cidrs;
}
function mayBe(name, cidr, { before: addresses, model }) {
  if (addresses === void 0) return false;
  const { vpc, container, master } = addresses;
  const isIn = ({ peers, within = ALL_V4 }) => peersWithin(cidr, peers.tokens.length === 0 ? peers : within);
  const isApart = ({ peers }) => hasNoPeers(intersectPeers(cidr, { ...peers, tokens: [] }));
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
  return (key) => [...(byKey.get(key) ?? []).map(({ rule }) => rule), ...anywhere];
}
function pastSides({ before, drifted }) {
  return [before, drifted].filter((side) => side !== void 0);
}

// src/cluster/seen-rules.ts
function againstSeen(rules, seen) {
  if (seen.size === 0) return { rules, unmanaged: /* @__PURE__ */ new Map(), drifted: /* @__PURE__ */ new Set() };
  const find = finderOf2(seen);
  const held = rules.map((rule) => ({ rule, match: matchOf2(rule, seen, find) }));
  const matches = held.flatMap(({ match }) => match ?? []);
  const taken = new Set(matches.flatMap((match) => match.seen ?? []));
  const byGroup = groupBy(matches, ({ key }) => key);
  const unmanaged2 = new Map(
    [...seen].map(([key, { since, rules: all }]) => {
      const others = all.filter((rule) => !taken.has(rule));
      return [key, { since, rules: others, priority: priorityIn(others, byGroup.get(key) ?? []) }];
    })
  );
  const applied = held.map(({ rule, match }) => ({
    rule: withPriority(match === void 0 ? rule : asSeen(match), unmanaged2),
    isDrift: match !== void 0 && !isAsRecorded(match)
  }));
  return {
    rules: applied.map(({ rule }) => rule),
    unmanaged: unmanaged2,
    drifted: new Set(applied.flatMap(({ rule, isDrift }) => isDrift ? [rule] : []))
  };
}
function finderOf2(seen) {
  const rulesOf = (key) => seen.get(key)?.rules ?? [];
  const byId = memo((key) => new Map(rulesOf(key).map((rule) => [rule.id, rule])));
  const byHint = memo((key) => groupBy(rulesOf(key), ({ side }) => identityHint(side)));
  return (key, id, side) => id === void 0 ? byHint(key).get(identityHint(side))?.find((rule) => saysSame(rule.side, side)) : byId(key).get(id);
}
function matchOf2(rule, seen, find) {
  const { before, id } = rule;
  if (before?.group.kind !== "group" || !seen.has(before.group.key)) return void 0;
  const { key } = before.group;
  return { rule, before, key, seen: find(key, id, before) };
}
function isAsRecorded({ before, seen }) {
  return seen !== void 0 && saysSame(seen.side, before);
}
function saysSame(a, b) {
  return a.direction === b.direction && a.family === b.family && a.action === b.action && (isSamePeer(a.peer, b.peer) || isUnknown(a.peer) || isUnknown(b.peer)) && (a.traffic.isAtMost === true || b.traffic.isAtMost === true || isSameTraffic(a.traffic, b.traffic));
}
function isUnknown(peer) {
  return peer.kind === "one-of" || peer.kind === "range" && peer.range.kind === "unknown";
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
  const stays = after !== void 0 && !isReplaced && (after === recorded || saysSame(after, recorded));
  return { ...rule, before, after: stays ? before : after };
}
function fuller(recorded, { group, priority, traffic, peer }) {
  return {
    ...recorded,
    group,
    ...priority.kind === "known" && { priority },
    ...recorded.traffic.isAtMost === true && { traffic },
    ...isUnknown(recorded.peer) && { peer }
  };
}
function hushed(side, recorded) {
  const { peer } = recorded;
  const isSecret2 = peer.kind === "group" && peer.isSensitive || peer.kind === "range" && peer.range.kind === "known" && peer.range.isSensitive;
  return {
    ...side,
    ...recorded.isTrafficSensitive === true && { isTrafficSensitive: true },
    ...isSecret2 && { peer: secret(side.peer) }
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
function withPriority(rule, unmanaged2) {
  const { before, after } = rule;
  const next = after === void 0 ? void 0 : ranked(after, unmanaged2);
  const own = before === void 0 ? void 0 : ranked(before, unmanaged2);
  return next === after && own === before ? rule : { ...rule, before: own, after: before === after ? own : next };
}
function ranked(side, unmanaged2) {
  if (side.priority.kind !== "undocumented" || side.group.kind !== "group") return side;
  const priority = unmanaged2.get(side.group.key)?.priority;
  return priority?.kind === "known" ? { ...side, priority } : side;
}
function rankedDefault(rule, unmanaged2) {
  const side = (told) => told && ranked(told, unmanaged2);
  return { ...rule, before: side(rule.before), after: side(rule.after) };
}
function seenBeside({ rules }, defaults, agreement) {
  const shown = defaults.filter(({ belief }) => belief.kind === "seen");
  const fresh = shown.filter(({ before }) => before === void 0);
  return [...fresh, ...rules.map(({ side }) => followed(side, shown, agreement))].map(
    ({ before, after }) => ({ before, after, change: "stands", address: void 0 })
  );
}
function followed(side, shown, agreement) {
  const rule = shown.find((one) => isDefaultRule(side, one, agreement));
  if (rule === void 0) return { before: side, after: side };
  const { after } = rule;
  return { before: side, after: after !== void 0 && isDefaultRule(after, rule, agreement) ? side : after };
}

// src/cluster/other-plan.ts
function asOthersSee(plan, planName) {
  const name = (text) => `${planName}: ${text}`;
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
  sensitiveIds: /* @__PURE__ */ new Set()
};
function surroundingsOf(plans, told) {
  if (plans.length + told.length < 2) return plans.map(() => ALONE);
  const things = [
    ...plans.map(({ name, plan }) => thingsOf(asOthersSee(plan, name))),
    // Who has planned changes for an object knows it better than a state does.
    ...told.map(
      ({ name, parts }) => thingsOf(asOthersSee(parts, name)).map((thing) => ({ ...thing, isManaged: false }))
    )
  ];
  const answers = things.flatMap(
    (all, index) => all.flatMap((thing) => distinct(thing.answers).map((text) => ({ text, index, thing })))
  );
  const byText = groupBy(answers, ({ text }) => text);
  const sensitiveIds = new Set(plans.flatMap(({ plan }) => [...plan.sensitiveIds]));
  return things.slice(0, plans.length).map((own, index) => {
    const others = (text) => (byText.get(text) ?? []).flatMap((one) => one.index === index ? [] : [one.thing]);
    return { ...agreedOn(reached(own, others), own), sensitiveIds };
  });
}
function reached(own, others) {
  const names = new Set(own.flatMap(({ answers }) => answers.filter((text) => !ID.test(text))));
  const texts = new Set(own.flatMap(({ answers, mentions }) => [...answers, ...mentions]));
  const found = /* @__PURE__ */ new Set();
  for (const text of texts) {
    for (const thing of names.has(text) ? [] : others(text)) {
      found.add(thing);
      for (const next of thing.mentions) texts.add(next);
    }
  }
  return [...found];
}
function agreedOn(found, own) {
  const contradicted2 = /* @__PURE__ */ new Set();
  const managed = new Set(own.flatMap(({ object, isManaged }) => isManaged === true ? [object] : []));
  const open = found.filter(({ object }) => object === void 0 || !managed.has(object));
  const kept = [...groupBy(open, (thing) => thing.object ?? thing).values()].flatMap((same) => {
    const managers = same.filter(({ isManaged }) => isManaged);
    const counted = managers.length > 0 ? managers : same;
    if (!differ(counted)) return counted;
    for (const { id } of counted) if (id !== void 0) contradicted2.add(id);
    return [];
  });
  const clusters = placedAlike(kept, own, contradicted2);
  const data = (all) => all.map((one) => ({ ...one, isData: true }));
  return {
    groups: kept.flatMap(({ part }) => part.groups ?? []).filter(({ key }) => !contradicted2.has(key)),
    rules: kept.flatMap(({ part }) => part.rules ?? []),
    ruleIds: kept.flatMap(({ part }) => part.ruleIds ?? []),
    // A plan's own word comes first, be it that of a data source.
    clusters: data(clusters),
    nodePools: kept.flatMap(({ part }) => part.nodePools ?? []),
    vpcs: data(kept.flatMap(({ part }) => part.vpcs ?? [])),
    subnets: data(kept.flatMap(({ part }) => part.subnets ?? [])),
    secondaryCidrs: kept.flatMap(({ part }) => part.secondaryCidrs ?? []),
    contradicted: contradicted2,
    addresses: new Set(
      kept.flatMap(
        ({ part: { ruleIds: _, ...parts } }) => Object.values(parts).flatMap((all) => all.map(({ address }) => address))
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
function placedAlike(kept, own, contradicted2) {
  const ownClaims = claimsOf(own);
  const doubles = [...claimsOf(kept)].filter(([id, by]) => by.size > 1 && !ownClaims.has(id));
  for (const [id] of doubles) contradicted2.add(id);
  const isRefused = (id, claim) => contradicted2.has(id) || ownClaims.get(id)?.has(claim) === false;
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

// src/cluster/world.ts
function worldOf({ plan: own, surroundings, facts, configuration: configuration2, today }) {
  const { rules, unmanaged: unmanaged2, drifted } = againstSeen([...own.rules, ...surroundings.rules], facts.seen);
  const ownRules = rules.slice(0, own.rules.length);
  const plan = { ...surrounded(own, surroundings), rules: ownRules };
  const placed = placeClusters(plan, configuration2);
  const rulesOf = indexRules(rules);
  const pastOf = (key) => [
    ...rulesOf(key).flatMap(pastSides),
    ...(unmanaged2.get(key)?.rules ?? []).map(({ side }) => side)
  ];
  const twinOf = twinsAmong(rules, configuration2);
  const isUnplaced = unplacedBy(plan, placed);
  const clusters = placed.map((cluster) => {
    const learn = (learned) => learnedOf(bind(plan, cluster, learned), pastOf, isUnplaced);
    const first = { ...learn({}), master: [] };
    return bind(plan, cluster, { ...first, master: learn(first).master ?? [] });
  });
  return {
    plan,
    configuration: configuration2,
    facts,
    today,
    clusters,
    rulesOf,
    twinOf,
    renamed: renamedRules(ownRules, twinOf),
    isUnplaced: unplacedBy(plan, clusters),
    isElsewhere: (address) => surroundings.addresses.has(address),
    unmanaged: unmanaged2,
    drifted: new Set(ownRules.filter((rule) => drifted.has(rule))),
    contradicted: surroundings.contradicted
  };
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
  return clusters.find(({ resource }) => {
    const side = resource?.[which];
    if (side === void 0 || ref.kind === "unknown") return false;
    return ref.kind === "id" ? side.id === ref.id : resource?.address === ref.address;
  });
}

// src/model/exposure.ts
var NOT_INTERNET_V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3"
];
var INTERNET_V6 = "2000::/3";
var SENSITIVE_PORTS = [
  { ports: { from: 22, to: 22 }, service: "SSH" },
  { ports: { from: 2379, to: 2380 }, service: "etcd" },
  { ports: { from: 3389, to: 3389 }, service: "remote desktop" },
  { ports: { from: 4194, to: 4194 }, service: "cAdvisor" },
  {
    ports: { from: 5443, to: 5443 },
    service: "the API server",
    role: "control",
    isMeantAtFirst: true
  },
  { ports: { from: 5444, to: 5444 }, service: "kube-apiserver" },
  { ports: { from: 6443, to: 6443 }, service: "the Kubernetes API" },
  { ports: { from: 8445, to: 8445 }, service: "the storage add-on" },
  { ports: { from: 9443, to: 9443 }, service: "the network add-on" },
  { ports: { from: 10250, to: 10250 }, service: "kubelet" },
  { ports: { from: 10255, to: 10255 }, service: "read-only kubelet" }
];

// src/weigh/openings.ts
var FAMILIES = ["IPv4", "IPv6"];
var DIMS = ALL_V4;
var ALL_OPEN = allTraffic("ingress", DIMS);
var TCP_OPEN = dims({ protocol: "tcp", ports: "all" });
function dims(row) {
  const { protocols, ports } = rowTraffic(row);
  return region("ingress", protocols, ports, DIMS);
}
var INTERNET = {
  IPv4: subtractPeers(ALL_V4, unionOfPeers(NOT_INTERNET_V4.map(addressesIn))),
  IPv6: addressesIn(INTERNET_V6)
};
function openTo(rules, family, world) {
  const need = allTraffic("ingress", INTERNET[family]);
  const bounds = letThrough(rules, need, plainReading(family), world.configuration.defaultRulePriority);
  const open = (through) => subtract(
    ALL_OPEN,
    mapPeers(subtract(need, through), () => DIMS)
  );
  return { surely: open(bounds.surely), possibly: open(bounds.possibly) };
}
function openingsIn(open, family, owner) {
  const base = { family, isMeantAtFirst: false };
  if (isSubset(ALL_OPEN, open)) return [{ ...base, opening: { kind: "all" }, region: ALL_OPEN }];
  if (isSubset(TCP_OPEN, open)) return [{ ...base, opening: { kind: "tcp" }, region: TCP_OPEN }];
  const rows = (tableOf(owner.role, owner.model)?.rows ?? []).filter(
    ({ direction, peer }) => direction === "ingress" && peer === "any"
  );
  return SENSITIVE_PORTS.flatMap(({ ports, service, role, isMeantAtFirst }) => {
    const traffic = dims({ protocol: "tcp", ports });
    const isMeant2 = rows.some((row) => row.suggestion !== "recommended" && isSubset(traffic, dims(row)));
    if (isMeant2 || (role ?? owner.role) !== owner.role || !isSubset(traffic, open)) return [];
    return [
      {
        family,
        isMeantAtFirst: isMeantAtFirst === true,
        opening: { kind: "port", ports, service },
        region: traffic
      }
    ];
  });
}
function opens(side, { region: open, family }) {
  const need = mapPeers(open, () => INTERNET[family]);
  const rule = { sides: [side], group: "", isSure: true, address: void 0, stands: false };
  return !isEmpty(intersect(need, letThrough([rule], need, plainReading(family), void 0).possibly));
}
function isSecretlyOpen(rules, traffic) {
  return rules.some(
    ({ sides }) => sides.some((side) => side.isTrafficSensitive === true && opens(side, traffic))
  );
}
function openBefore({ rules }, owner, world) {
  const shown = rules.before.filter(({ address }) => address !== void 0);
  return FAMILIES.flatMap((family) => {
    const open = (some) => openTo(some, family, world).surely;
    const known = open(shown);
    const still = openingsIn(intersect(open(rules.before), open(rules.after)), family, owner);
    return still.map((traffic) => ({
      opening: isSecretlyOpen(rules.after, traffic) ? { kind: "sensitive" } : traffic.opening,
      family,
      belief: isSubset(traffic.region, known) ? "plan" : "assumed"
    }));
  });
}

// src/check/exposed-port.ts
var exposedPort = {
  id: "exposed-port",
  title: "A port is open to the internet",
  why: "Whoever reaches kubelet, SSH or the API from the internet can try to take the cluster over.",
  remedy: "Name the address ranges that need the port instead of all addresses.",
  severities: { introduced: "warning" },
  example: "A rule lets 0.0.0.0/0 reach TCP 10250 of the worker group.",
  tables: [],
  about: "packets",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => [
    ...subjects.subjects.flatMap((subject) => openedByPlan(subject, subjects)),
    ...firstOfEach(
      subjects.subjects.flatMap((subject) => openedByCce(subject, subjects)),
      ({ cluster, reason }) => JSON.stringify([cluster?.name, reason])
    )
  ]
};
function openedByPlan(subject, subjects) {
  const { before, after } = subject;
  const { world } = subjects;
  const found = FAMILIES.flatMap((family) => {
    const was = before === void 0 ? void 0 : openTo(before.rules, family, world);
    const own = before === void 0 ? openBySelf(subject, world, family) : void 0;
    return openingsIn(openTo(after.rules, family, world).surely, family, subject).filter(({ region: region2 }) => was === void 0 || !isSubset(region2, was.surely)).filter(({ region: region2, isMeantAtFirst }) => own === void 0 || !(isMeantAtFirst || isSubset(region2, own))).map((traffic) => {
      const isNew = was !== void 0 && !isSubset(traffic.region, was.possibly);
      return openedFinding(traffic, subject, subjects, {
        severity: traffic.opening.kind === "port" ? "warning" : "critical",
        causes: openedBy(traffic, subject, world),
        isNew
      });
    });
  });
  return firstOfEach(found, sameWhenHidden);
}
function openedByCce(subject, subjects) {
  const holders = newHolders(subject, subjects.world);
  if (holders.length === 0) return [];
  return FAMILIES.flatMap((family) => {
    const own = openBySelf(subject, subjects.world, family);
    return openingsIn(openTo(subject.after.rules, family, subjects.world).surely, family, subject).filter(({ region: region2, isMeantAtFirst }) => !isMeantAtFirst && isSubset(region2, own)).map(
      (traffic) => openedFinding(traffic, subject, subjects, {
        severity: "notice",
        causes: holders,
        isNew: false,
        byCce: subject.before === void 0 ? "new" : "assumed"
      })
    );
  });
}
function openBySelf({ after }, world, family) {
  const own = after.rules.filter(({ address }) => address === void 0);
  return openTo(own, family, world).surely;
}
function newHolders(subject, world) {
  const { pool, cluster, role, before } = subject;
  const holder = world.plan.nodePools.find(({ address }) => address === pool) ?? cluster.resource;
  if (before === void 0) return holder === void 0 ? [] : [holder];
  if (role !== "node" || pool !== void 0) return [];
  return world.plan.nodePools.filter(
    ({ before: old, after }) => old === void 0 && after?.groups.length === 0 && clusterOf(world, after.cluster, "after") === cluster
  );
}
function sameWhenHidden(found) {
  const { reason, causes } = found;
  const isHidden = reason.kind === "opened" && reason.opening.kind === "sensitive";
  return isHidden ? JSON.stringify([reason.family, causes]) : found;
}
function openedFinding(traffic, subject, subjects, how) {
  const { family, region: open } = traffic;
  const { rules } = subject.after;
  const isTrafficSensitive = isSecretlyOpen(rules, traffic);
  const isOpenBySecret = (side) => isPeerSensitive(side) && opens(side, traffic);
  const parts = {
    ...about(subject),
    severity: how.severity,
    packets: {
      region: mapPeers(open, () => INTERNET[family]),
      naming: {
        whole: { peers: INTERNET[family], other: { kind: "internet", family } },
        isSensitive: rules.some(({ sides }) => sides.some(isOpenBySecret)),
        isTrafficSensitive
      },
      fate: how.isNew ? "opened" : "open"
    },
    causes: how.causes,
    reason: {
      kind: "opened",
      opening: isTrafficSensitive ? { kind: "sensitive" } : traffic.opening,
      family,
      byCce: how.byCce
    }
  };
  return finding(
    exposedPort,
    subjects,
    how.byCce === void 0 ? parts : { ...parts, remedy: "narrow-later" }
  );
}
function openedBy(traffic, subject, world) {
  const keys = subject.groups.map(({ key }) => key);
  const rules = keys.flatMap((key) => world.rulesOf(key)).filter(({ after }) => after !== void 0 && opens(after, traffic)).flatMap((rule) => causeOf(rule) ?? []);
  if (rules.length > 0) return rules;
  const holder = world.plan.nodePools.find(({ address }) => address === subject.pool) ?? subject.cluster.resource;
  return holder === void 0 ? [] : [holder];
}

// src/cluster/machines.ts
function machinesOf(plan) {
  return plan.nodes.flatMap((node) => {
    const before = attachedTo(plan, node, "before");
    const after = attachedTo(plan, node, "after");
    if (node.after === void 0 || before === void 0 && after === void 0) return [];
    const held = [...groupsHeld(plan, node), ...after?.groups ?? []];
    return [{ address: node.address, node, before, after, held }];
  });
}
function groupsHeld(plan, node) {
  if (node.actions.includes("delete")) return [];
  const attachments = plan.attachments.filter(({ actions }) => !actions.includes("delete"));
  return attachedTo({ ...plan, attachments }, node, "before")?.groups ?? [];
}
function attachedTo(plan, node, which) {
  const members = node[which]?.members;
  if (members === void 0) return void 0;
  const sides = plan.attachments.flatMap((both) => {
    const side = both[which] ?? emptied(both, which);
    return side !== void 0 && !both.isData && isOn(plan, side, members, which) ? [side] : [];
  });
  const named = sides.filter(({ groups }) => groups !== void 0);
  if (named.length === 0) return void 0;
  const isForced = named.some(({ kind, isExact }) => kind === "associate" && isExact);
  const counted = isForced ? named.filter(({ kind }) => kind === "associate") : named;
  return {
    groups: counted.flatMap(({ groups = [] }) => groups.map((group) => attachedRef(plan, group, which))),
    isExact: counted.some(({ isExact }) => isExact)
  };
}
function emptied({ before }, which) {
  const isForced = which === "after" && before?.kind === "associate" && before.isExact;
  return isForced ? { ...before, groups: [] } : void 0;
}
function isOn(plan, side, members, which) {
  if (isAmong(side.member, members) || isAmong(side.device, members)) return true;
  if (side.kind !== "associate") return false;
  return plan.attachments.some((port) => {
    const other = port[which];
    const isPort = other?.kind === "port" && isSameObject(side.member, other.member, port.address);
    return isPort && isAmong(other.device, members);
  });
}
function isAmong(ref, members) {
  return members.some((member) => isSameObject(ref, member, void 0));
}
function isSameObject(a, b, address) {
  if (a.kind === "id") return b.kind === "id" && a.id === b.id;
  if (a.kind !== "address") return false;
  return a.address === address || b.kind === "address" && a.address === b.address;
}
function attachedRef(plan, group, which) {
  if (group.by === "id") return group.ref;
  const matches = plan.groups.filter(
    ({ existsBefore, existsAfter, nameBefore, nameAfter }) => which === "before" ? existsBefore && nameBefore?.text === group.name : existsAfter && nameAfter?.text === group.name
  );
  const key = onlyOne(matches.map((match) => match.key));
  return key === void 0 ? { kind: "unknown", oneOf: [], why: "its name is not that of one group in this plan" } : { kind: "group", key };
}

// src/check/group-lifecycle.ts
var groupLifecycle = {
  id: "group-lifecycle",
  title: "A security group in use goes away or changes its identity",
  why: "A group that a pool, a cluster or a rule still names cannot be deleted (409). Changing the groups of a pool or a cluster, or only their order, replaces it with all its nodes.",
  remedy: "Keep the group until nothing names it any more; make the new one beside it first.",
  severities: { introduced: "critical" },
  example: "The group in `security_group_ids` of a node pool is removed from the configuration.",
  tables: [],
  about: "groups",
  breaks: true,
  leavesUnjudged: true,
  run: (subjects) => [
    ...subjects.world.plan.groups.flatMap((group) => destroyed(group, subjects)),
    ...replacedHolders(subjects),
    ...subjects.world.plan.groups.flatMap((group) => renamed(group, subjects))
  ]
};
function destroyed(group, subjects) {
  if (!group.isDestroyed || group.isData) return [];
  const found = [...holdersOf(group.key, subjects), ...rulesNaming(group.key, subjects)];
  const [first, ...others] = firstOfEach(found, ({ user }) => JSON.stringify(user));
  if (first === void 0) return [];
  const isReplaced = group.actions.includes("create");
  return [
    finding(groupLifecycle, subjects, {
      cluster: first.cluster,
      group: group.key,
      causes: [group],
      reason: {
        kind: "group-goes",
        address: group.address,
        isReplaced,
        user: first.user,
        others: others.length
      }
    })
  ];
}
function holdersOf(key, { world }) {
  const names = (refs) => refs.some((ref) => ref?.kind === "group" && ref.key === key);
  const held = ({ isReplaced, before, after }) => [isReplaced ? void 0 : before, after].filter((side) => side !== void 0);
  const pools = world.plan.nodePools.filter((pool) => pool.after !== void 0 && names(held(pool).flatMap(({ groups }) => groups))).map(({ address, after }) => ({
    user: { kind: "resource", address },
    cluster: after === void 0 ? void 0 : clusterOf(world, after.cluster, "after")
  }));
  const clusters = world.clusters.filter(({ resource, node, control, eni }) => {
    if (resource !== void 0 && resource.after === void 0) return false;
    if (resource !== void 0 && names(held(resource).map(({ ownNodeGroup }) => ownNodeGroup)))
      return true;
    return resource?.isReplaced !== true && [node.before, control.before, eni?.before].includes(key);
  }).map((cluster) => ({ user: userOf(cluster), cluster }));
  const machines = machinesOf(world.plan).filter((machine) => names(machine.held)).map(({ address, node }) => ({
    user: { kind: "resource", address },
    cluster: node.after === void 0 ? void 0 : clusterOf(world, node.after.cluster, "after")
  }));
  return [...clusters, ...pools, ...machines];
}
function userOf({ label, resource }) {
  return resource === void 0 ? { kind: "cluster", label } : { kind: "resource", address: resource.address };
}
function rulesNaming(key, { subjects, world }) {
  return subjects.flatMap(
    (subject) => subject.groups.flatMap(
      ({ key: own }) => world.rulesOf(own).filter(({ before, actions }) => {
        const peer = before?.peer;
        const names = peer?.kind === "group" && peer.group.kind === "group" && peer.group.key === key;
        return names && own !== key && !actions.includes("delete");
      }).map(({ address }) => ({ user: { kind: "resource", address }, cluster: subject.cluster }))
    )
  );
}
function replacedHolders(subjects) {
  const { world } = subjects;
  const pools = world.plan.nodePools.filter((pool) => isForcedBy(pool, "security_group_ids") && !isForcedBy(pool, "cluster_id")).map(
    ({ address, actions, before, after }) => finding(groupLifecycle, subjects, {
      severity: "warning",
      cluster: after === void 0 ? void 0 : clusterOf(world, after.cluster, "after"),
      causes: [{ address, actions }],
      ...before !== void 0 && after !== void 0 && isReordered(before.groups, after.groups) ? { reason: { kind: "pool-replaced", address, isReordered: true }, remedy: "keep-order" } : { reason: { kind: "pool-replaced", address, isReordered: false }, remedy: "pool-beside" }
    })
  );
  const clusters = world.clusters.flatMap((cluster) => {
    const { resource } = cluster;
    if (resource === void 0 || !isForcedBy(resource, "security_group_id")) return [];
    const { address, actions } = resource;
    return [
      finding(groupLifecycle, subjects, {
        cluster,
        causes: [{ address, actions }],
        reason: { kind: "cluster-replaced", address },
        remedy: "keep-cluster-group"
      })
    ];
  });
  return [...clusters, ...pools];
}
function isForcedBy({ isReplaced, replaceAttributes }, attribute) {
  return isReplaced && replaceAttributes.includes(attribute);
}
function isReordered(before, after) {
  const [old, next] = [knownKeys(before), knownKeys(after)];
  const isKnown = old.length === before.length && next.length === after.length;
  return isKnown && old.length > 1 && JSON.stringify([...old].sort()) === JSON.stringify([...next].sort());
}
function renamed(group, subjects) {
  const view = subjects.viewOf(group.key);
  const { nameBefore, nameAfter } = group;
  const isRenamed = nameBefore !== void 0 && nameAfter !== void 0 && nameBefore.text !== nameAfter.text;
  const isChanged = group.existsBefore && group.existsAfter && (isRenamed || group.isDescriptionChanged);
  if (view.kind !== "made" || group.isData || !isChanged) return [];
  return [
    finding(groupLifecycle, subjects, {
      severity: "warning",
      cluster: view.cluster,
      group: group.key,
      causes: [group],
      reason: {
        kind: "group-renamed",
        address: group.address,
        what: isRenamed ? "name" : "description"
      }
    })
  ];
}

// src/check/ineffective-rule.ts
var ineffectiveRule = {
  id: "ineffective-rule",
  title: "New rules change nothing",
  why: "An egress rule that allows everything stays, so narrower ones beside it harden nothing; and the rules of a group that nothing names do nothing for the cluster.",
  remedy: "Remove the allow-all egress rule (for a group of your own: `delete_default_rules = true`), or leave the narrow ones out.",
  severities: { introduced: "notice" },
  example: "Egress rules are added to a new group that keeps the two default egress rules.",
  tables: [],
  about: "rules",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => {
    const keys = subjects.subjects.flatMap(({ groups }) => groups.map(({ key }) => key));
    return [
      ...distinct(keys).flatMap((key) => groupFindings(subjects.viewOf(key), subjects)),
      ...unnamedGroups(subjects)
    ];
  }
};
function unnamedGroups(subjects) {
  const { plan } = subjects.world;
  if (subjects.subjects.length === 0 || plan.header.namesUnknownGroups) return [];
  const { keys, names, isAnyPossible } = namedGroups(subjects);
  if (isAnyPossible) return [];
  return plan.groups.filter(({ isData, existsBefore, existsAfter }) => !isData && existsAfter && !existsBefore).filter(({ key, nameAfter }) => !keys.has(key) && !(nameAfter !== void 0 && names.has(nameAfter.text))).map(
    (group) => finding(ineffectiveRule, subjects, {
      group: group.key,
      causes: [group],
      reason: { kind: "group-not-named", address: group.address },
      remedy: "name-group"
    })
  );
}
function namedGroups({ subjects, world: { plan, clusters } }) {
  const attached = plan.attachments.flatMap(({ after }) => after?.groups ?? []);
  const refs = [
    ...plan.nodePools.flatMap(({ after }) => after?.groups ?? []),
    ...plan.clusters.flatMap(({ after }) => [after?.ownNodeGroup ?? []].flat()),
    ...attached.flatMap((group) => group.by === "id" ? [group.ref] : []),
    ...plan.rules.flatMap(({ after }) => {
      if (after?.peer.kind !== "group") return [];
      const { group } = after.peer;
      const isOwn = group.kind === "group" && after.group.kind === "group" && group.key === after.group.key;
      return isOwn ? [] : [group];
    })
  ];
  const placed = clusters.flatMap(
    ({ node, control, eni }) => [node, control, eni].flatMap((group) => [group?.after ?? [], group?.also ?? []].flat())
  );
  return {
    keys: /* @__PURE__ */ new Set([
      ...refs.flatMap((ref) => ref.kind === "group" ? [ref.key] : ref.oneOf),
      ...placed,
      ...subjects.flatMap(({ groups }) => groups.map(({ key }) => key))
    ]),
    names: new Set(attached.flatMap((group) => group.by === "name" ? [group.name] : [])),
    isAnyPossible: refs.some((ref) => ref.kind === "unknown" && ref.oneOf.length === 0)
  };
}
function groupFindings(view, subjects) {
  const { world } = subjects;
  const written = world.rulesOf(view.key).filter(isChanging).filter(({ after }) => after !== void 0 && isAccepted(after) && isEgress(after, view.key));
  const made = new Set(written.map(({ address }) => address));
  const stays = view.rules.after.filter(
    ({ sides: [side], address, isSure }) => isSure && isEgress(side, view.key) && isAllowAll(side) && (address === void 0 || !made.has(address))
  );
  const idle = written.filter(
    ({ after }) => stays.some(({ sides: [side] }) => side.family === after?.family)
  );
  const isDenied = view.rules.after.some(
    ({ sides: [side] }) => side.action !== "allow" && side.direction !== "ingress"
  );
  if (idle.length === 0 || isDenied) return [];
  const owner = subjects.subjects.find(({ groups }) => groups.includes(view));
  return [
    finding(ineffectiveRule, subjects, {
      cluster: view.cluster ?? owner?.cluster,
      group: view.key,
      causes: idle,
      reason: { kind: "egress-rules-idle", rules: idle.length }
    })
  ];
}
function isEgress(side, key) {
  return side.direction === "egress" && side.action === "allow" && membership(side, key) === "sure";
}
function isAllowAll({ traffic, peer }) {
  if (traffic.isAtMost === true || !isSamePeer(peer, { kind: "any" })) return false;
  const all = anyAddress("IPv4");
  return isSame(region("egress", traffic.protocols, traffic.ports, all), allTraffic("egress", all));
}

// src/check/not-covered.ts
var notCovered = {
  id: "not-covered",
  title: "The page has no table for this",
  why: "The vendor publishes no rules for some kinds of cluster; nothing is guessed for them.",
  remedy: "Check these by hand.",
  severities: { introduced: "notice" },
  example: 'A cluster with `container_network_type = "underlay_ipvlan"`.',
  tables: [],
  about: "configuration",
  breaks: false,
  leavesUnjudged: true,
  run: (subjects) => [
    ...subjects.world.clusters.flatMap((cluster) => clusterFindings(cluster, subjects)),
    ...sisterClusters(subjects),
    ...packetFilters(subjects)
  ]
};
function sisterClusters(subjects) {
  return subjects.world.plan.bystanders.filter(({ kind }) => kind === "sister-cluster").map(
    (sister) => finding(notCovered, subjects, {
      causes: [sister],
      reason: { kind: "sister-cluster", address: sister.address }
    })
  );
}
function packetFilters(subjects) {
  const changing = subjects.world.plan.bystanders.filter(
    ({ kind, actions, isData }) => kind === "packet-filter" && !isData && doesSomething(actions)
  );
  if (changing.length === 0 || subjects.subjects.length === 0) return [];
  return [
    finding(notCovered, subjects, {
      causes: changing,
      reason: { kind: "packet-filters-change", filters: changing.length },
      remedy: "check-filters"
    })
  ];
}
function clusterFindings(cluster, subjects) {
  const { networkType, model, resource } = cluster;
  if (resource !== void 0 && resource.after === void 0) return [];
  const hasNoTable = networkType !== void 0 && model === void 0;
  const lacking = [
    ...hasNoTable ? ["network-type"] : [],
    ...resource?.after?.hasIpv6 === true ? ["ipv6"] : []
  ];
  return lacking.map((of) => finding(notCovered, subjects, { cluster, reason: { kind: "no-table", of } }));
}

// src/check/required-access.ts
var requiredAccess = {
  id: "required-access",
  title: "Access is narrowed further than the cluster can bear",
  why: "NodePorts and the API port may be narrowed, as long as the VPC, the containers and the load balancers keep their way in.",
  remedy: "Let the VPC and container CIDRs through on these ports, and the load balancers and service mesh that the configuration names.",
  severities: ROW_SEVERITIES,
  example: "The rule for TCP 30000-32767 is narrowed to the VPC, and containers lose the NodePorts.",
  tables: [1, 2, 3, 4, 5, 6],
  about: "packets",
  breaks: true,
  leavesUnjudged: true,
  rows: floorRows,
  run: (subjects) => subjects.subjects.flatMap((subject) => loadBalancerNotices(subject, subjects))
};
function loadBalancerNotices(subject, subjects) {
  const { before, after } = subject;
  if (before === void 0 || subject.isLosingGroup || after.addresses.loadBalancer !== void 0) return [];
  return floorRows(subject).flatMap((asked) => {
    const { floor } = asked.row;
    if (floor?.kind !== "ranges" || !floor.keep.includes("load-balancer-cidrs")) return [];
    const wasOpen = lets(askRow(asked.row, subject, before), subject, before, subjects);
    const open = askRow(asked.row, subject, after);
    if (!wasOpen || lets(open, subject, after, subjects)) return [];
    const shared = { ...open, need: addressesIn(SHARED_LOAD_BALANCERS) };
    return lets(shared, subject, after, subjects) ? [] : [notice(asked, shared, subject, subjects)];
  });
}
function lets(question, subject, state, { world }) {
  return isSubset(needOf(question), boundsOf(question, subject, state, world).surely);
}
function notice({ row }, question, subject, subjects) {
  const lack = { subject, question, region: needOf(question), change: "introduced" };
  return finding(requiredAccess, subjects, {
    ...about(subject),
    row,
    change: "undecided",
    severity: "notice",
    causes: causesOf(lack, subjects.world),
    reason: { kind: "load-balancers-unknown" },
    remedy: "name-load-balancers"
  });
}

// src/check/rule-input.ts
var ruleInput = {
  id: "rule-input",
  title: "A rule will be refused or changed",
  why: "The provider or the API refuses some values and silently changes others, so the group lets through something else than the configuration says.",
  remedy: "Write the rule as the API takes it.",
  severities: { introduced: "warning" },
  example: '`protocol = "TCP"`: the provider drops a name that it does not know.',
  tables: [],
  about: "rules",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.plan.rules.flatMap((rule) => problemFindings(rule, subjects))
};
function problemFindings(rule, subjects) {
  const { after, address } = rule;
  if (after === void 0 || !isChanging(rule)) return [];
  const group = after.group.kind === "group" ? after.group.key : void 0;
  const cluster = group === void 0 ? void 0 : subjects.viewOf(group).cluster;
  const problems = after.problems.filter(({ kind }) => kind === "refused" || isAccepted(after));
  return problems.map(
    (problem) => finding(ruleInput, subjects, {
      cluster,
      group,
      causes: [rule],
      reason: { kind: "rule-problem", rule: address, problem }
    })
  );
}

// src/check/unknown-group.ts
var unknownGroup = {
  id: "unknown-group",
  title: "A security group cannot be placed",
  why: "What a group is to a cluster, or which other rules it has, decides what a change of it breaks.",
  remedy: "Name the group under `security-groups` of its cluster in the configuration file, or manage it in this plan.",
  severities: { introduced: "notice", undecided: "warning" },
  example: "A rule is added to a group by an id that nothing else in the plan has.",
  tables: [],
  about: "groups",
  breaks: false,
  leavesUnjudged: true,
  run: (subjects) => [
    ...unplacedRules(subjects),
    ...unmanagedGroups(subjects),
    ...withoutModel(subjects),
    ...poolsWithoutCluster(subjects)
  ]
};
function unplacedRules(subjects) {
  const strangers = subjects.world.plan.rules.filter(isChanging).flatMap((rule) => {
    const ref = rule.after?.group ?? rule.before?.group;
    const stranger = ref === void 0 ? void 0 : strangerOf(ref, subjects);
    return stranger === void 0 ? [] : [{ ...stranger, rule }];
  });
  return [...groupBy(strangers, ({ group }) => group).values()].map((same) => {
    const isDefaultTraffic = same.some(({ rule }) => takesDefaultTraffic(rule));
    return finding(unknownGroup, subjects, {
      severity: isDefaultTraffic ? "warning" : "notice",
      causes: same.map(({ rule }) => rule),
      reason: {
        kind: "group-not-placed",
        rules: same.length,
        group: same[0].group,
        isContradicted: same[0].isContradicted,
        isDefaultTraffic
      }
    });
  });
}
var DEFAULT_ROWS = firstOfEach(
  REQUIREMENTS.filter(({ table }) => table !== 8),
  ({ direction, protocol, ports, peer }) => JSON.stringify([direction, protocol, ports, peer])
);
function takesDefaultTraffic({ before, change }) {
  if (before === void 0 || change === "created" || before.action !== "allow") return false;
  return before.family !== "IPv6" && DEFAULT_ROWS.some(
    (row) => row.direction === before.direction && mayBePeer(row, before.peer) && isSameTraffic(before.traffic, rowTraffic(row))
  );
}
function mayBePeer({ peer: name }, peer) {
  if (isSamePeer(peer, { kind: "any" })) return name === "any";
  const isGroup = name === "node-group" || name === "control-group" || name === "eni-group";
  return peer.kind === "group" ? isGroup || name === "master-node-cidr" : name !== "any" && !isGroup;
}
function strangerOf(ref, subjects) {
  const { viewOf, world } = subjects;
  if (ref.kind === "unknown") {
    return ref.oneOf.length > 0 ? void 0 : { group: ref.why, isContradicted: false };
  }
  const { kind, resource } = viewOf(ref.key);
  if (kind !== "elsewhere" || resource !== void 0 || isNamed(ref.key, subjects)) return void 0;
  return {
    group: world.plan.sensitiveIds.has(ref.key) ? void 0 : ref.key,
    isContradicted: world.contradicted.has(ref.key)
  };
}
function isNamed(key, { subjects, world }) {
  const isOf = (groups) => groups.some((group) => group.key === key);
  return !world.isUnplaced(key) || subjects.some(({ groups, groupsBefore }) => isOf(groups) || isOf(groupsBefore));
}
function unmanagedGroups(subjects) {
  const found = subjects.subjects.flatMap((subject) => unmanaged(subject, subjects));
  return firstOfEach(
    found,
    (one) => one.group === void 0 ? one : JSON.stringify([one.group, one.cluster?.name])
  );
}
function unmanaged(subject, subjects) {
  const { world } = subjects;
  if (subject.unknownGroups.length === 0 || subject.isLosingGroup) return [];
  const rows = allRows(subject).filter(({ ask }) => !isEmpty(outcomeOf(ask, subject, world).undecided));
  if (rows.length === 0) return [];
  const byGroup = groupBy(subject.unknownGroups, ({ key }) => key);
  return [...byGroup].map(
    ([key, same]) => finding(unknownGroup, subjects, {
      change: "undecided",
      cluster: subject.cluster,
      group: key,
      pool: subject.pool,
      role: subject.role,
      reason: { kind: "rules-not-known", rows: rows.length, why: distinct(same.map(({ why }) => why)) }
    })
  );
}
function withoutModel(subjects) {
  const { world } = subjects;
  return world.clusters.filter(({ networkType }) => networkType === void 0).flatMap((cluster) => {
    const keys = [cluster.node, cluster.control, cluster.eni].flatMap(
      (group) => group === void 0 ? [] : [group.before, group.after]
    );
    const rules = distinct(keys).flatMap((key) => key === void 0 ? [] : changesIn(key, world));
    if (rules.length === 0) return [];
    return [
      finding(unknownGroup, subjects, {
        change: "undecided",
        cluster,
        causes: rules,
        reason: { kind: "model-not-known" },
        remedy: "tell-model"
      })
    ];
  });
}
function poolsWithoutCluster(subjects) {
  const { world } = subjects;
  return world.plan.nodePools.flatMap((pool) => {
    const { after, address, actions } = pool;
    if (after === void 0 || clusterOf(world, after.cluster, "after") !== void 0) return [];
    const rules = knownKeys(after.groups).flatMap((key) => changesIn(key, world));
    const isTouched = doesSomething(actions) || rules.length > 0;
    if (after.groups.length === 0 || !isTouched) return [];
    return [
      finding(unknownGroup, subjects, {
        change: "undecided",
        pool: address,
        causes: rules.length > 0 ? rules : [pool],
        reason: { kind: "cluster-not-shown" },
        remedy: "show-cluster"
      })
    ];
  });
}
function changesIn(key, world) {
  const isOf = (side) => membership(side, key) === "sure";
  return world.rulesOf(key).filter((rule) => isChanging(rule) && (isOf(rule.before) || isOf(rule.after)));
}

// src/weigh/unchanged.ts
function isUnchanged({ viewOf, world }, rules) {
  const sides = rules.flatMap(({ before, after }) => [before, after].filter((side) => side !== void 0));
  if (sides.some((side) => membership(side, "") !== "no")) return false;
  if (sides.some(({ action }) => action !== "allow")) return false;
  const keys = new Set(sides.flatMap(({ group }) => group.kind === "group" ? [group.key] : []));
  return [...keys].every((key) => {
    const { before, after } = viewOf(key).rules;
    const made = after.filter(({ address }) => address === void 0 || !world.renamed.has(address));
    const [old, next] = [literally(before, world), literally(made, world)];
    return isSame(old.surely, next.surely) && isSame(old.possibly, next.possibly);
  });
}
function literally(rules, { configuration: configuration2 }) {
  const tokens = rules.flatMap(({ sides }) => sides.map(({ peer }) => tokenOf(peer)));
  const everyone = unionPeers(
    unionPeers(ALL_V4, ALL_V6),
    tokenPeers(...tokens.filter((token) => token !== void 0))
  );
  const need = union(allTraffic("ingress", everyone), allTraffic("egress", everyone));
  const [a, b] = [
    letThrough(rules, need, literal("IPv4"), configuration2.defaultRulePriority),
    letThrough(rules, need, literal("IPv6"), configuration2.defaultRulePriority)
  ];
  return { surely: union(a.surely, b.surely), possibly: union(a.possibly, b.possibly) };
}
function tokenOf(peer) {
  if (peer.kind === "any") return void 0;
  if (peer.kind === "range") return peer.range.kind === "unknown" ? peer.range.token : void 0;
  if (peer.kind === "one-of") return JSON.stringify(peer.peers.map((one) => tokenOf(one) ?? one));
  return peer.group.kind === "group" ? groupToken(peer.group.key) : "unknown group";
}
function groupToken(key) {
  return `group ${key}`;
}
function literal(family) {
  const all = family === "IPv4" ? ALL_V4 : ALL_V6;
  const read = (peer) => {
    const token = tokenOf(peer);
    const named = peer.kind === "range" && peer.range.kind === "known" ? peer.range.peers : all;
    const peers = token === void 0 ? named : tokenPeers(token);
    return { surely: peers, possibly: peers };
  };
  return { family, allow: read, deny: read, memberOf: () => void 0 };
}

// src/check/forgotten-rule.ts
var forgottenRule = {
  id: "forgotten-rule",
  title: "A rule is forgotten and stands on",
  why: "A rule that Terraform only forgets stays in the cloud, and the configuration no longer tells of it.",
  remedy: "To be rid of it, let the plan destroy it (no `destroy = false`) or delete it by hand; to keep it, leave it in the configuration.",
  severities: { introduced: "notice" },
  example: "A `removed` block with `destroy = false` for the rule for TCP 10250.",
  tables: [],
  about: "rules",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.plan.rules.flatMap(
    (rule) => rule.actions.includes("forget") && rule.before !== void 0 ? forgottenFinding(rule, rule.before, subjects) : []
  )
};
function forgottenFinding(rule, side, all) {
  const { group } = side;
  if (group.kind !== "group") return [];
  const subject = all.subjects.find(({ groups }) => groups.some(({ key }) => key === group.key));
  const view = all.viewOf(group.key);
  if (subject === void 0 || view.resource?.isDestroyed === true) return [];
  const isPeerKnown = side.peer.kind !== "one-of" && (side.peer.kind !== "group" || side.peer.group.kind === "group");
  const packets = isPeerKnown ? packetsOfRule(rule, side, { subject, all, key: group.key }) : void 0;
  const reason = {
    kind: "forgotten",
    rule: rule.address,
    isDeny: side.action === "deny",
    isSaidElsewhere: packets === void 0 && isPeerKnown
  };
  const place2 = { ...about(subject), group: group.key, pool: void 0 };
  return [finding(forgottenRule, all, { ...place2, causes: [rule], packets, reason })];
}
function packetsOfRule(rule, side, { subject, all, key }) {
  const { world, viewOf } = all;
  const rules = viewOf(key).rules.after.filter(({ address }) => address !== void 0);
  const forgotten = new Set(
    world.rulesOf(key).flatMap(({ actions, address }) => actions.includes("forget") ? [address] : [])
  );
  const own = rules.filter(({ address }) => address === rule.address).map((one) => ({ ...one, sides: [{ ...side, action: "allow" }] }));
  const others = rules.filter(
    ({ address = "", sides: [other] }) => !forgotten.has(address) && other.action === side.action
  );
  const allows = others.map((one) => ({
    ...one,
    sides: [{ ...one.sides[0], action: "allow" }]
  }));
  const region2 = subtract(literally(own, world).possibly, literally(allows, world).surely);
  if (isEmpty(region2)) return void 0;
  return {
    region: region2,
    naming: {
      whole: namedPeer(side, subject, all),
      isSensitive: isPeerSensitive(side),
      isTrafficSensitive: side.isTrafficSensitive === true
    },
    fate: side.action === "deny" ? "missing" : "open"
  };
}
function namedPeer({ peer }, { cluster, role, groups }, { viewOf, world }) {
  if (peer.kind !== "group" || peer.group.kind !== "group") return void 0;
  const { key } = peer.group;
  const isOf = (group) => group?.after === key;
  const known = isOf(cluster.node) ? "node" : isOf(cluster.control) ? "control" : isOf(cluster.eni) ? "eni" : groups.some((own) => own.key === key) ? role : void 0;
  const shown = viewOf(key).resource?.address ?? (world.plan.sensitiveIds.has(key) ? void 0 : key);
  const other = known !== void 0 ? { kind: "group", role: known } : shown === void 0 ? { kind: "sensitive" } : { kind: "addresses", peers: tokenPeers(shown) };
  return { peers: tokenPeers(groupToken(key)), other };
}

// src/check/address-overlap.ts
var addressOverlap = {
  id: "address-overlap",
  title: "Address ranges of a cluster overlap",
  why: "Where the ranges of the VPC, the containers and the Services of a cluster overlap, packets go the wrong way and nodes never become ready.",
  remedy: "Choose ranges that are apart. A cluster keeps the ones that it was made with.",
  severities: { introduced: "warning" },
  example: "A new cluster in the VPC 172.16.0.0/12 with the container CIDR 172.16.0.0/16.",
  tables: [],
  about: "configuration",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.clusters.flatMap((cluster) => overlaps(cluster, subjects))
};
function overlaps(cluster, subjects) {
  const { resource } = cluster;
  const wasThere = cluster.before !== void 0 && resource?.isReplaced !== true;
  const old = wasThere ? pairs(cluster, "before") : [];
  return pairs(cluster, "after").flatMap(({ of, overlap }) => {
    const before = old.find((pair) => pair.of.join() === of.join());
    if (overlap.v4.length === 0 || before !== void 0 && before.overlap.v4.length > 0) return [];
    return [
      finding(addressOverlap, subjects, {
        cluster,
        causes: causesOfRanges(cluster, subjects),
        reason: { kind: "ranges-overlap", of }
      })
    ];
  });
}
function pairs({ model, resource, ...bound }, which) {
  const { [which]: addresses } = bound;
  if (addresses === void 0) return [];
  const { vpc, container } = addresses;
  const range = resource?.[which]?.serviceCidr;
  const services = range?.kind === "known" ? range.peers : void 0;
  const withServices = services === void 0 ? [] : [
    { of: ["vpc", "services"], overlap: intersectPeers(vpc.peers, services) },
    { of: ["containers", "services"], overlap: intersectPeers(container.peers, services) }
  ];
  return model === "eni" ? withServices : [{ of: ["vpc", "containers"], overlap: intersectPeers(vpc.peers, container.peers) }, ...withServices];
}
function causesOfRanges({ resource }, { world: { plan } }) {
  if (resource !== void 0 && doesSomething(resource.actions)) return [resource];
  return [...plan.vpcs, ...plan.secondaryCidrs].filter(
    ({ actions, isData }) => !isData && doesSomething(actions)
  );
}

// src/check/waiver.ts
var waiver = {
  id: "waiver",
  title: "A waiver does nothing",
  why: "A waiver that has expired hides nothing any more, and one that hides nothing may hide something tomorrow.",
  remedy: "Remove the waiver, or renew its date.",
  severities: { introduced: "warning" },
  example: "A waiver with `expires: 2025-01-31` in a run of February.",
  tables: [],
  about: "configuration",
  breaks: false,
  leavesUnjudged: false,
  // One waiver may serve several plans, so its findings are made once for all of them: `idleWaivers`.
  run: () => []
};
function isStale({ expires }, { world }) {
  return expires < world.today;
}
function waive(findings, subjects) {
  const waivers = subjects.world.configuration.waivers.filter((one) => !isStale(one, subjects));
  return findings.flatMap((found) => waiveOne(found, waivers, subjects));
}
function waiveOne(found, waivers, subjects) {
  const parts = [];
  let rest = found;
  for (const one of waivers) {
    if (!isMeant(one, found, subjects)) continue;
    if (one.packets === void 0) return [...parts, { ...rest, waived: one }];
    const { packets } = rest;
    if (packets === void 0) continue;
    const hidden = hiddenBy(one.packets, packets.region);
    if (isEmpty(hidden)) continue;
    parts.push({ ...rest, packets: { ...packets, region: hidden }, waived: one });
    rest = { ...rest, packets: { ...packets, region: subtract(packets.region, hidden) } };
  }
  const isLeft = rest.packets === void 0 || !isEmpty(rest.packets.region);
  return isLeft ? [rest, ...parts] : parts;
}
function isMeant(one, found, subjects) {
  if (one.cluster !== void 0 && one.cluster !== found.cluster?.name) return false;
  if (found.row !== void 0) return one.requirement === found.row.id;
  const { check, group, causes, packets } = found;
  if (one.check !== check.id) return false;
  if (one.packets !== void 0 && packets === void 0) return false;
  if (one.group !== void 0 && !waivableNames(group, subjects).includes(one.group)) return false;
  if (one.address !== void 0 && !causes.some(({ address }) => address === one.address)) return false;
  const isNarrow = [one.packets, one.group, one.address].some((part) => part !== void 0);
  return isNarrow || packets === void 0 && group === void 0 && causes.length === 0;
}
function waivableNames(key, { viewOf }) {
  if (key === void 0) return [];
  const { resource } = viewOf(key);
  const names = [resource?.id, resource?.address, resource?.nameBefore?.text, resource?.nameAfter?.text];
  return [key, ...names.filter((name) => name !== void 0)];
}
function hiddenBy({ region: named, isAnyPeer }, region2) {
  if (!isAnyPeer) return intersect(region2, named);
  const everyone = unionOfPeers(boxes(region2).map(({ peers }) => peers));
  return intersect(
    region2,
    mapPeers(named, () => everyone)
  );
}
function idleWaivers(found, subjects) {
  const used = new Set(found.map(({ waived }) => waived));
  const { waivers } = subjects.world.configuration;
  const stale = waivers.filter((one) => isStale(one, subjects));
  const unused = waivers.filter((one) => !isStale(one, subjects) && !used.has(one));
  return [
    ...firstOfEach(stale, waiverId).map((one) => idleWaiver(one, subjects, "expired")),
    ...firstOfEach(unused, waiverId).map((one) => idleWaiver(one, subjects, "unused"))
  ];
}
function waiverId({ packets, ...terms }) {
  return JSON.stringify([terms, packets?.text]);
}
function idleWaiver(one, subjects, state) {
  const { cluster: name } = one;
  const shown = subjects.world.clusters.find((cluster) => cluster.name === name);
  return finding(waiver, subjects, {
    cluster: shown ?? (name === void 0 ? void 0 : { name, label: name, resource: void 0 }),
    reason: { kind: "waiver-idle", waiver: one, state }
  });
}

// src/check/checks.ts
var BY_ID = {
  "essential-rule": essentialRule,
  "required-access": requiredAccess,
  "egress-minimum": egressMinimum,
  "exposed-port": exposedPort,
  "duplicate-rule": duplicateRule,
  "rule-input": ruleInput,
  "group-lifecycle": groupLifecycle,
  "ineffective-rule": ineffectiveRule,
  "unknown-group": unknownGroup,
  "not-covered": notCovered,
  "forgotten-rule": forgottenRule,
  "address-overlap": addressOverlap,
  configuration,
  waiver
};
var CHECKS = CHECK_IDS.map((id) => BY_ID[id]);
function runChecks(plans) {
  const verdicts = plans.map((subjects) => {
    const found = CHECKS.map((check) => verdictBy(check, subjects));
    const told = found.flatMap((one) => one.findings).filter((one) => isToldHere(one, subjects) && !isOff(one, subjects));
    const resolved = found.flatMap((one) => one.resolved);
    return {
      findings: waive(told, subjects),
      resolved: resolved.filter((one) => isToldHere({ ...one, causes: [], pool: void 0 }, subjects))
    };
  });
  const all = verdicts.flatMap(({ findings }) => findings);
  const idle = plans.slice(0, 1).flatMap(
    (first) => [...idleEntries(plans, first), ...idleWaivers(all, first)].filter((one) => !isOff(one, first))
  );
  return verdicts.map(({ findings, resolved }, index) => ({
    findings: index === 0 ? [...findings, ...idle] : findings,
    resolved
  }));
}
function isToldHere({ causes, pool, cluster }, { world }) {
  if (causes.length > 0) return causes.some(({ address }) => !world.isElsewhere(address));
  const owner = pool ?? cluster?.resource?.address;
  return owner === void 0 || !world.isElsewhere(owner);
}
function verdictBy(check, subjects) {
  const { findings, resolved } = rowVerdict(check, subjects);
  return { findings: [...findings, ...check.run(subjects)], resolved };
}

export {
  withDnsOf,
  defaultRulesOfGroup,
  isDefaultRule,
  agree,
  askRow,
  askFloor,
  madeRules,
  isIdUnknown,
  rulesOfGroup,
  allRows,
  mayBeVpc,
  pastSides,
  rankedDefault,
  seenBeside,
  surroundingsOf,
  worldOf,
  clusterOf,
  openBefore,
  machinesOf,
  isUnchanged,
  CHECKS,
  runChecks
};
