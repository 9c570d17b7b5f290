import {
  agree,
  askFloor,
  askRow,
  defaultRulesOfGroup,
  heldBy,
  isDefaultRule,
  isIdUnknown,
  letThrough,
  madeRules,
  matched,
  mayBeDefaultRule,
  mayBeVpc,
  nodesOf,
  pastSides,
  plainReading,
  rankedDefault,
  rowTraffic,
  rulesOfGroup,
  seenBeside,
  withDnsOf
} from "./chunk-7LKISGRE.js";
import {
  egressMinima,
  tableOf
} from "./chunk-XR7GB23Z.js";
import {
  isSamePeer,
  isSameTraffic
} from "./chunk-EBGMQUNB.js";
import {
  ROLES,
  isAccepted,
  isSecret,
  knownKeys,
  someTraffic
} from "./chunk-L6AC5JB7.js";
import {
  ALL_V4,
  NO_PEERS,
  addressesIn,
  allTraffic,
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
  subtract,
  subtractPeers,
  tokenPeers,
  unionOf,
  unionOfPeers,
  unionPeers,
  withoutTokens
} from "./chunk-FFZXDXFJ.js";
import {
  spend
} from "./chunk-K7OY3VOL.js";
import {
  distinct,
  groupBy,
  memo,
  memoOfObject,
  onlyOne
} from "./chunk-HR654TLQ.js";
import {
  must
} from "./chunk-CAOBLGU6.js";

// src/cluster/machines.ts
var machinesOf = memoOfObject(
  (plan) => plan.nodes.flatMap((node) => {
    const before = attachedTo(plan, node, "before");
    const after = attachedTo(plan, node, "after");
    if (node.after === void 0 || before === void 0 && after === void 0) return [];
    const held = [...groupsHeld(plan, node), ...after?.groups ?? []];
    return [{ address: node.address, node, before, after, held }];
  })
);
function groupsHeld(plan, node) {
  if (node.actions.includes("delete")) return [];
  const attachments = plan.attachments.filter(({ actions }) => !actions.includes("delete"));
  return attachedTo({ ...plan, attachments }, node, "before")?.groups ?? [];
}
function attachedTo(plan, node, which) {
  const members = node[which]?.members;
  if (members === void 0) return void 0;
  spend(plan.attachments.length);
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
  spend(plan.attachments.length);
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
  spend(plan.groups.length);
  const matches = plan.groups.filter(
    ({ existsBefore, existsAfter, nameBefore, nameAfter }) => which === "before" ? existsBefore && nameBefore?.text === group.name : existsAfter && nameAfter?.text === group.name
  );
  const key = onlyOne(matches.map((match) => match.key));
  return key === void 0 ? { kind: "unknown", oneOf: [], why: "its name is not that of one group in this plan" } : { kind: "group", key };
}

// src/cluster/drafts.ts
var NO_NODES = { before: [], after: [] };
function draftsOf(cluster, world) {
  const machines = machinesOf(world.plan);
  return [
    ...ownDrafts(cluster, world, machines),
    ...poolDrafts(cluster, world),
    ...machineDrafts(cluster, world, machines)
  ];
}
function ownDrafts(cluster, world, machines) {
  return ROLES.flatMap((role) => {
    const before = refsOfRole(cluster, role, "before");
    const after = refsOfRole(cluster, role, "after");
    if (after === void 0) return [];
    const isReplaced = cluster.resource?.isReplaced === true;
    const nodes = role === "node" ? defaultNodesOf(cluster, world, machines) : NO_NODES;
    return [{ cluster, role, pool: void 0, before, after, isReplaced, isMachine: false, nodes }];
  });
}
function defaultNodesOf(cluster, world, machines = machinesOf(world.plan)) {
  const apart = new Set(machines.map(({ address }) => address));
  const on = (which) => {
    const { nodePools, nodes } = nodesOf(world, cluster)[which];
    return standing(cluster, which, [
      ...nodePools.filter(({ [which]: side }) => isDefault(cluster, side?.groups ?? [], which)),
      ...nodes.filter(({ address }) => !apart.has(address))
    ]);
  };
  return { before: on("before"), after: on("after") };
}
function standing(cluster, which, all) {
  const own = JSON.stringify(cluster.resource?.[which]?.subnet);
  return all.flatMap(({ address, [which]: side }) => {
    if (side === void 0) return [];
    const { subnet } = side;
    return [{ owner: address, subnet: JSON.stringify(subnet) === own ? void 0 : subnet }];
  });
}
function standingOn(cluster, one) {
  return { before: standing(cluster, "before", [one]), after: standing(cluster, "after", [one]) };
}
function isDefault(cluster, groups, which) {
  const own = refsOfRole(cluster, "node", which);
  return groups.length === 0 || JSON.stringify(groups) === JSON.stringify(own);
}
function refsOfRole(cluster, role, which) {
  const isConfigured = cluster.node.placedBy === "configuration";
  const own = role === "node" && !isConfigured ? cluster.resource?.[which]?.ownNodeGroup : void 0;
  if (own !== void 0) return [own];
  const { [which]: key, also = [] } = cluster[role] ?? {};
  return key === void 0 ? void 0 : [key, ...also].map((one) => ({ kind: "group", key: one }));
}
function poolDrafts(cluster, world) {
  return nodesOf(world, cluster).after.nodePools.flatMap((pool) => {
    const { before, after } = pool;
    if (after === void 0) return [];
    const refs = (groups, which) => groups.length > 0 ? groups : refsOfRole(cluster, "node", which);
    const next = refs(after.groups, "after");
    if (next === void 0 || isDefault(cluster, after.groups, "after")) return [];
    return [
      {
        cluster,
        role: "node",
        pool: pool.address,
        before: before === void 0 ? void 0 : refs(before.groups, "before"),
        after: next,
        isReplaced: pool.isReplaced || cluster.resource?.isReplaced === true,
        isMachine: false,
        nodes: standingOn(cluster, pool)
      }
    ];
  });
}
function machineDrafts(cluster, world, machines) {
  const ours = new Set(nodesOf(world, cluster).after.nodes.map(({ address }) => address));
  const own = ours.size === 0 ? [] : machines.filter(({ address }) => ours.has(address));
  return own.flatMap(({ address, node, before, after }) => {
    const refs = (attached, which) => {
      const defaults = refsOfRole(cluster, "node", which) ?? [];
      if (attached === void 0) return defaults;
      return attached.isExact ? attached.groups : [...defaults, ...attached.groups];
    };
    return [
      {
        cluster,
        role: "node",
        pool: address,
        before: node.before === void 0 ? void 0 : refs(before, "before"),
        after: refs(after, "after"),
        isReplaced: node.isReplaced || cluster.resource?.isReplaced === true,
        isMachine: true,
        nodes: standingOn(cluster, node)
      }
    ];
  });
}

// src/cluster/belief/made-group.ts
function namedPeers(peer) {
  if (peer.kind !== "range") return NO_PEERS;
  return peer.range.kind === "known" ? peer.range.peers : tokenPeers(peer.range.token);
}
function placeOf(token, made) {
  const { vpc, container, master, dns } = made.addresses;
  const reach = [vpc, master, container, dns].find(({ peers }) => peers.tokens.includes(token));
  if (reach === void 0) return void 0;
  const { within = ALL_V4 } = reach;
  const around = within.tokens.flatMap((outer) => outer === token ? [] : placeOf(outer, made) ?? []);
  const place = unionOfPeers([intersectPeers(within, ALL_V4), ...around]);
  return reach === container && made.model !== "eni" ? subtractPeers(place, vpc.peers) : place;
}

// src/cluster/belief/lies-within.ts
function rowDefaults(rules, made) {
  const peers = rules.map(({ before }) => before.peer);
  const held = unionOfPeers(peers.map(namedPeers));
  return {
    rules,
    peers,
    held,
    places: unionOfPeers(held.tokens.flatMap((token) => placeOf(token, made) ?? []))
  };
}
function lyingWithin(side, { rules, peers, held, places }, made) {
  const [{ before: own }] = rules;
  const isAlike = side.direction === own.direction && side.family === own.family;
  if (!isAlike || !isTrafficWithin(side.traffic, own.traffic)) return "no";
  if (peers.some((peer) => peer.kind === "any" || isSamePeer(peer, side.peer))) return "surely";
  if (peers.some((peer) => agree(side.peer, peer, made.agreement))) return "perhaps";
  const all = mostOf(side.peer, made);
  if (all === void 0 || hasAllV4(all)) return "no";
  const rest = restOf(all, held, made);
  if (rest === void 0) return "no";
  if (hasNoPeers(rest) || isWithinAlternative(all, rules, held)) return "surely";
  return peersWithin(rest, places) ? "perhaps" : "no";
}
function meets(side, { before }, made) {
  if (before.peer.kind !== "range") return true;
  const own = namedPeers(before.peer);
  const all = mostOf(side.peer, made);
  return all === void 0 || own.tokens.length > 0 || !hasNoPeers(intersectPeers(all, own));
}
function isWithinAlternative(all, rules, held) {
  const alternatives = rules.flatMap((rule) => rule.alternatives.map(namedPeers));
  return alternatives.some((peers) => peersWithin(all, peers)) && !hasNoPeers(intersectPeers(all, withoutTokens(held)));
}
function isTrafficWithin(traffic, own) {
  const [protocol, ports] = [own.protocols[0], own.ports[0]];
  if (protocol === void 0 || ports === void 0 || traffic.ports.length === 0) return false;
  return traffic.protocols.every(({ lo, hi }) => protocol.lo <= lo && hi <= protocol.hi) && traffic.ports.every(({ lo, hi }) => hi <= ports.hi && (ports.lo <= lo || lo === 0 && ports.lo === 1));
}
function mostOf(peer, made) {
  if (peer.kind === "any") return ALL_V4;
  if (peer.kind === "range") return namedPeers(peer);
  if (peer.kind === "group") {
    return peer.group.kind === "group" ? made.membersOf(peer.group.key)?.peers : void 0;
  }
  const all = peer.peers.map((one) => mostOf(one, made));
  const known = all.filter((one) => one !== void 0);
  return known.length === all.length ? unionOfPeers(known) : void 0;
}
function restOf(all, held, made) {
  const outside = subtractPeers(all, held);
  const places = outside.tokens.map((token) => placeOf(token, made));
  const known = places.filter((place) => place !== void 0);
  if (known.length < places.length) return void 0;
  return subtractPeers(unionOfPeers([withoutTokens(outside), ...known]), held);
}

// src/cluster/belief/must-stay.ts
function letsStay({ requirement: row, before }, sides, made) {
  const { addresses } = made;
  switch (row.floor?.kind) {
    case "none":
      return sides.length > 0;
    case "ranges": {
      const usual = { addresses: { ...addresses, nodePorts: void 0 } };
      return isThrough(askFloor(row, row.floor.keep, usual), sides, made);
    }
    case "table": {
      const nodes = { ...made, addresses: made.addressesOfNodes(), groups: [made.key] };
      return minima(made).every((minimum) => isThrough(askRow(minimum, made, nodes), sides, made));
    }
    case void 0:
      return isThrough(needOfRule(row.direction, before, made), sides, made);
  }
}
function minima({ model, addresses }) {
  return egressMinima(model).filter(
    ({ notOnPageOf }) => notOnPageOf === void 0 || notOnPageOf !== addresses.ownPage
  );
}
function needOfRule(direction, { traffic, peer }, { addresses: { vpc, container, master } }) {
  const named = namedPeers(peer);
  const reaches = [vpc, container, master].filter(
    ({ peers }) => named.tokens.some((token) => peers.tokens.includes(token))
  );
  const need = peer.kind === "range" ? unionOfPeers([named, ...reaches.map(heldBy)]) : ALL_V4;
  return { direction, traffic, need, groups: [], named: peer };
}
function isThrough(need, sides, made) {
  const through = (packets2, peersOf) => isSubset(
    packets2,
    unionOf(
      sides.filter(({ traffic }) => traffic.isAtMost !== true).map(({ traffic, peer }) => restrict(packets2, need.direction, traffic, peersOf(peer)))
    )
  );
  const standsFor = (peer) => standsForWhole(peer, need, made);
  const { protocols, ports } = need.traffic;
  const packets = (peers) => region(need.direction, protocols, ports, peers);
  const known = packets(withoutTokens(need.need));
  const anywhere = packets(ALL_V4);
  return through(known, (peer) => standsFor(peer) ? ALL_V4 : namedPeers(peer)) && need.need.tokens.every(
    (token) => through(anywhere, (peer) => standsFor(peer) || mayReach(peer, token, made) ? ALL_V4 : NO_PEERS)
  );
}
function standsForWhole(peer, { groups, named }, { agreement }) {
  const key = peer.kind === "group" && peer.group.kind === "group" ? peer.group.key : void 0;
  if (peer.kind === "any" || key !== void 0 && groups.includes(key)) return true;
  return named !== void 0 && (isSamePeer(peer, named) || agree(peer, named, agreement));
}
function mayReach(peer, token, made) {
  if (peer.kind !== "range") return false;
  if (peer.range.kind === "unknown") return peer.range.token === token;
  return !hasNoPeers(intersectPeers(peer.range.peers, placeOf(token, made) ?? ALL_V4));
}

// src/cluster/belief/evidence.ts
function evidenceOf(candidates, others, made) {
  const rows = [...groupBy(candidates.defaults, ({ requirement }) => requirement.id).values()].map(
    (rules) => rowDefaults(rules, made)
  );
  const words = others.flatMap((rule) => saidBy(rule, rows, { candidates, made }));
  return new Map(
    [...groupBy(words, ({ of }) => of)].map(([rule, said]) => {
      const clear = said.filter(({ isClear }) => isClear).map(({ rule: { side } }) => side);
      const isEnough = clear.length > 0 && letsStay(rule, clear, made);
      const told = said.filter(({ lying, isClear }) => isEnough ? isClear : lying === "surely");
      return [rule, { isEnough, rules: told.map((one) => one.rule) }];
    })
  );
}
function saidBy(rule, rows, { candidates, made }) {
  const { side } = rule;
  const around = rows.map((row) => ({ defaults: row.rules, lying: lyingWithin(side, row, made) })).filter(({ lying }) => lying !== "no");
  const same = around.length < 2 ? around : around.filter(({ defaults: [{ before }] }) => isSameTraffic(side.traffic, before.traffic));
  const open = (same.length > 0 ? same : around).map(({ defaults, lying }) => ({
    lying,
    defaults: defaults.filter((one) => candidates.open.has(one) && meets(side, one, made))
  })).filter(({ defaults }) => defaults.length > 0);
  const isClear = open.length === 1;
  return open.flatMap(({ lying, defaults }) => defaults.map((of) => ({ of, rule, lying, isClear })));
}

// src/cluster/belief/believe.ts
function believe(defaults, known) {
  const told = new Map(
    defaults.map((rule) => [rule, shownAs(rule, known) ?? seenBy(rule, known) ?? recordedAs(rule, known)])
  );
  const evidence = evidenceFor(told, known);
  const counted = defaults.map((rule) => ({ rule, believed: told.get(rule) ?? judged(evidence.get(rule)) }));
  const fewer = fewerListed(counted, known);
  return counted.map(({ rule, believed }) => ({
    ...rule,
    ...rule.before === void 0 || fewer === void 0 ? believed : withList(believed, fewer)
  }));
}
var ASSUMED = { belief: { kind: "assumed" }, stands: "surely", isTakenAway: false };
function seenBy(rule, { seen, agreement }) {
  if (seen === void 0) return void 0;
  const isSure = seen.rules.some(
    ({ side }) => side.group.kind === "group" && isDefaultRule(side, rule, agreement)
  );
  const mayBe = seen.rules.some(({ side }) => mayBeDefaultRule(side, rule, agreement));
  return {
    belief: { kind: "seen", since: seen.since },
    stands: isSure ? "surely" : mayBe ? "possibly" : "no",
    isTakenAway: false
  };
}
function shownAs(rule, known) {
  const isIt = (side) => side !== void 0 && isOf(side, known) && isDefaultRule(side, rule, known.agreement);
  const shown = known.rules.filter((one) => pastSides(one).some(isIt));
  if (shown.length === 0) return void 0;
  return {
    belief: { kind: "plan", addresses: tellableAddresses(shown, pastSides) },
    stands: shown.some(({ before }) => isIt(before)) ? "surely" : "no",
    // A default rule that CCE itself takes away is no loss.
    isTakenAway: rule.after !== void 0 && !known.rules.some(({ after }) => isIt(after))
  };
}
function isOf({ group }, { key }) {
  return group.kind === "group" && group.key === key;
}
function tellableAddresses(rules, sidesOf) {
  return distinct(rules.filter((rule) => !sidesOf(rule).some(isSecret)).map(({ address }) => address));
}
function recordedAs({ requirement, before }, { recorded }) {
  if (recorded === void 0 || requirement === void 0 || before === void 0) return void 0;
  const { gone, standing: standing2 } = recorded;
  const isGone = gone.includes(requirement.id);
  if (!isGone && standing2 !== "all" && !standing2.includes(requirement.id)) return void 0;
  return { belief: { kind: "recorded" }, stands: isGone ? "no" : "surely", isTakenAway: false };
}
function evidenceFor(told, known) {
  const { made, agreement, rules } = known;
  if (made === void 0) return /* @__PURE__ */ new Map();
  const defaults = [...told.keys()].filter(isStanding);
  const open = new Set(defaults.filter((rule) => told.get(rule) === void 0));
  if (open.size === 0) return /* @__PURE__ */ new Map();
  const others = rules.flatMap(({ address, before: side }) => {
    const counts = side !== void 0 && isOf(side, known) && side.action === "allow" && isAccepted(side);
    const isOther = counts && !defaults.some((rule) => isDefaultRule(side, rule, agreement));
    return isOther ? [{ address, side }] : [];
  });
  const there = defaults.filter((rule) => told.get(rule)?.stands !== "no");
  return evidenceOf({ defaults: there, open }, others, made);
}
function isStanding(rule) {
  return rule.requirement !== void 0 && rule.before !== void 0;
}
function judged(evidence) {
  if (evidence === void 0 || evidence.rules.length === 0) return ASSUMED;
  const addresses = tellableAddresses(evidence.rules, ({ side }) => [side]);
  const because = [{ kind: "idle-rules", addresses }];
  return evidence.isEnough ? { belief: { kind: "gone", because }, stands: "no", isTakenAway: false } : { belief: { kind: "doubted", because }, stands: "possibly", isTakenAway: false };
}
function listedUnmanaged({ ids }, rules) {
  const managed = new Set(rules.map(({ id }) => id));
  return ids.filter((id) => !managed.has(id)).length;
}
function fewerListed(counted, { made, ruleIds, rules }) {
  if (made === void 0 || ruleIds === void 0) return void 0;
  const listed = listedUnmanaged(ruleIds, rules);
  const assumed = counted.filter(
    ({ rule, believed: { belief, stands } }) => rule.before !== void 0 && belief.kind !== "plan" && stands !== "no"
  ).length;
  return listed < assumed ? { kind: "rule-ids", listed, assumed } : void 0;
}
function withList(believed, cause) {
  const { belief } = believed;
  if (belief.kind !== "assumed" && belief.kind !== "doubted") return believed;
  const because = [...belief.kind === "doubted" ? belief.because : [], cause];
  return cause.listed === 0 ? { ...believed, belief: { kind: "gone", because }, stands: "no" } : { ...believed, belief: { kind: "doubted", because }, stands: "possibly" };
}

// src/cluster/members.ts
function memberReaches(cluster, world, { which, addresses }) {
  const reaches = /* @__PURE__ */ new Map();
  const put = (all, reach) => {
    for (const key of all) if (key !== void 0) reaches.set(key, reach);
  };
  put([...workerGroups(cluster, world, which), cluster.node[which]], addresses.vpc);
  put([cluster.control[which]], addresses.master);
  put([cluster.eni?.[which]], addresses.container);
  return reaches;
}
function atMost({ peers, within = ALL_V4 }) {
  return peers.tokens.length === 0 ? peers : unionPeers(peers, within);
}
function workerGroups(cluster, world, which) {
  const pools = nodesOf(world, cluster)[which].nodePools.flatMap(({ [which]: side }) => side?.groups ?? []);
  return knownKeys([...refsOfRole(cluster, "node", which) ?? [], ...pools]);
}

// src/cluster/group-view.ts
function groupViews(world) {
  return memo((key) => viewOf(world, key));
}
function viewOf(world, key) {
  const resources = groupsByKey(world.plan).get(key) ?? [];
  const resource = resources.find(({ isData }) => !isData) ?? resources[0];
  const managed = resource?.isData === false ? resource : void 0;
  const made = makerOf(world, key, managed);
  const rules = world.rulesOf(key);
  const agreement = agreementOf(world, made?.cluster);
  const seen = world.unmanaged.get(key);
  const ruleIds = listsOf(world.plan.ruleIds).get(key)?.[0];
  const isWhole = seen !== void 0 || ruleIds !== void 0 && listedUnmanaged(ruleIds, rules) === 0;
  const isUnseen = world.occasion === "audit" && !isWhole;
  const own = isUnseen ? [] : made !== void 0 ? madeRules(made.cluster, made.role, key) : managed !== void 0 ? defaultRulesOfGroup(managed) : [];
  const defaults = believe(
    own.map((rule) => rankedDefault(rule, world.unmanaged)),
    {
      key,
      rules,
      agreement,
      seen,
      made: made === void 0 ? void 0 : madeGroupOf(made, key, { world, agreement }),
      recorded: made?.cluster.configuration?.defaultRules,
      ruleIds
    }
  );
  const isElsewhere = isUnseen || made === void 0 && managed === void 0 && seen === void 0;
  const unmanaged = defaults.filter(({ belief, stands }) => belief.kind !== "plan" && stands !== "no");
  const standing2 = seen === void 0 ? [...unmanaged.map(unchanged), ...isElsewhere ? [unknownRules(key, world.plan)] : []] : seenBeside(seen, defaults, agreement);
  return {
    key,
    kind: isElsewhere ? "elsewhere" : made !== void 0 ? "made" : "managed",
    role: made?.role,
    cluster: made?.cluster,
    resource,
    rules: rulesOfGroup([...rules, ...standing2], key),
    defaults
  };
}
function agreementOf({ isUnplaced }, cluster) {
  return {
    isUnplaced,
    isIdUnknown: (other) => cluster !== void 0 && isIdUnknown(cluster, other),
    mayHave: (token, cidr) => cluster !== void 0 && mayBeVpc(cluster, token, cidr)
  };
}
function unchanged({ before, after, stands }) {
  return { before, after, change: "stands", address: void 0, isDoubted: stands === "possibly" };
}
function madeGroupOf({ cluster, role }, key, { world, agreement }) {
  const { before, model, control } = cluster;
  if (before === void 0 || model === void 0) return void 0;
  const side = { which: "before", plan: world.plan };
  const members = memo(() => memberReaches(cluster, world, { which: "before", addresses: before }));
  return {
    key,
    role,
    model,
    addresses: before,
    addressesOfNodes: () => withDnsOf(before, defaultNodesOf(cluster, world).before, side),
    controlGroup: control.before,
    membersOf: (group) => members(void 0).get(group),
    agreement
  };
}
var listsOf = memoOfObject((lists) => groupBy(lists, ({ group }) => group));
var makersOf = memoOfObject(
  (clusters) => {
    const makers = clusters.flatMap(
      (cluster) => ROLES.flatMap((role) => {
        const { before, after, also = [] } = cluster[role] ?? {};
        return distinct([before, after, ...also]).map((key) => ({ key, cluster, role }));
      })
    );
    return groupBy(makers, ({ key }) => key);
  }
);
function makerOf({ clusters }, key, managed) {
  return makersOf(clusters).get(key)?.find(({ cluster, role }) => managed === void 0 || cluster[role]?.placedBy !== "configuration");
}
var groupsByKey = memoOfObject(({ groups }) => groupBy(groups, ({ key }) => key));
function unknownRules(key, { sensitiveIds }) {
  const owner = sensitiveIds.has(key) ? `sensitive group ${[...sensitiveIds].indexOf(key) + 1}` : key;
  const side = {
    group: { kind: "group", key },
    direction: "unknown",
    family: "unknown",
    traffic: someTraffic(),
    peer: { kind: "range", range: { kind: "unknown", token: `rules of ${owner}`, why: "managed elsewhere" } },
    action: "allow",
    priority: { kind: "undocumented" },
    problems: []
  };
  return { before: side, after: side, change: "stands", address: void 0 };
}

// src/cluster/subject.ts
function subjectWith({ subjects }, key) {
  return ownersOf(subjects).get(key)?.[0].subject;
}
var ownersOf = memoOfObject((subjects) => {
  const owned = subjects.flatMap((subject) => subject.groups.map(({ key }) => ({ key, subject })));
  return groupBy(owned, ({ key }) => key);
});
function subjectsOf(world) {
  const viewOf2 = groupViews(world);
  const subjects = world.clusters.flatMap((cluster) => {
    const on = memo((which) => {
      const { [which]: addresses } = cluster;
      return addresses === void 0 ? /* @__PURE__ */ new Map() : clusterMembers(cluster, world, { which, addresses });
    });
    return draftsOf(cluster, world).flatMap((draft) => finish(draft, on, { viewOf: viewOf2, world }));
  });
  return { world, viewOf: viewOf2, subjects };
}
function finish(draft, membersOn, { viewOf: viewOf2, world }) {
  const { cluster, role, pool } = draft;
  const { model } = cluster;
  if (model === void 0 || cluster.after === void 0) return [];
  const groups = knownKeys(draft.after).map(viewOf2);
  const groupsBefore = knownKeys(draft.before ?? []).map(viewOf2);
  const held = draft.isMachine || draft.isReplaced ? groups : [...groups, ...groupsBefore];
  const state = (time, refs, addresses) => {
    const which = time === "before" ? "before" : "after";
    const own = withDnsOf(addresses, draft.nodes[which], { plan: world.plan, which });
    const keys = knownKeys(refs);
    return {
      rules: [...keys.flatMap((key) => viewOf2(key).rules[time]), ...possibleRules(refs, time, viewOf2)],
      addresses: own,
      groups: keys,
      members: withOwn(membersOn(which), draft, { addresses: own, keys }),
      controlGroup: cluster.control[which]
    };
  };
  return [
    {
      cluster,
      model,
      role,
      pool,
      groups,
      groupsBefore,
      before: draft.before === void 0 || cluster.before === void 0 ? void 0 : state("before", draft.before, cluster.before),
      during: draft.before === void 0 || draft.isReplaced ? void 0 : state("during", draft.after, cluster.after),
      after: state("after", draft.after, cluster.after),
      isLosingGroup: held.some((view) => view.resource?.isDestroyed === true),
      unknownGroups: unknownGroups(draft.after, groups, world)
    }
  ];
}
function possibleRules(refs, time, viewOf2) {
  return refs.flatMap((ref) => {
    if (ref.kind !== "unknown") return [];
    const keys = ref.oneOf.length > 0 && ref.orNone !== true ? ref.oneOf : [`a group that is not known: ${ref.why}`];
    return keys.flatMap((key) => viewOf2(key).rules[time].map((rule) => ({ ...rule, isSure: false })));
  });
}
function unknownGroups(refs, views, world) {
  return [
    ...views.filter(({ kind }) => kind === "elsewhere").map(({ key }) => ({
      key,
      why: whyUnknown(key, world)
    })),
    ...refs.flatMap((ref) => ref.kind === "unknown" ? [{ key: void 0, why: ref.why }] : [])
  ];
}
function whyUnknown(key, { occasion, isUnplaced }) {
  if (occasion === "audit") return "the facts do not show them";
  return isUnplaced(key) ? "this plan does not show it" : "its rules are not managed in this plan";
}
function clusterMembers(cluster, world, now) {
  const reaches = memberReaches(cluster, world, now);
  return new Map([...reaches].map(([key, reach]) => [key, reachBounds(reach)]));
}
function reachBounds(reach) {
  return { surely: reach.peers, possibly: atMost(reach) };
}
function withOwn(members, { role }, { addresses, keys }) {
  if (role !== "node") return members;
  const own = reachBounds(addresses.vpc);
  const isSaid = (key) => members.get(key)?.surely === own.surely;
  return keys.every(isSaid) ? members : new Map([...members, ...keys.map((key) => [key, own])]);
}

// src/weigh/beliefs.ts
function beliefsOf(groups, concerns) {
  return distinct(groups.flatMap(({ defaults }) => defaults)).filter(({ belief, before, after }) => {
    if (belief.kind === "plan" || belief.kind === "seen" || before === void 0) return false;
    return concerns(before) || after !== void 0 && after !== before && concerns(after);
  });
}
function beliefsAbout(lack, world) {
  const { groups, groupsBefore } = lack.subject;
  return beliefsOf([...groupsBefore, ...groups], (side) => !isEmpty(matched(side, lack, world)));
}
function beliefIn(rule, { defaults }) {
  const [side] = rule.sides;
  return defaults.find(({ before, after }) => before === side || after === side)?.belief.kind ?? "seen";
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
    const isMeant = rows.some((row) => row.suggestion !== "recommended" && isSubset(traffic, dims(row)));
    if (isMeant || (role ?? owner.role) !== owner.role || !isSubset(traffic, open)) return [];
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
function opens(side, traffic) {
  return !isEmpty(openedPart(side, traffic));
}
function openedPart(side, { region: open, family }) {
  const need = mapPeers(open, () => INTERNET[family]);
  const rule = { sides: [side], group: "", isSure: true, address: void 0, stands: false };
  return intersect(need, letThrough([rule], need, plainReading(family), void 0).possibly);
}
function opensAll(side, traffic) {
  return isSubset(
    mapPeers(traffic.region, () => INTERNET[traffic.family]),
    openedPart(side, traffic)
  );
}
function isSecretlyOpen(rules, traffic) {
  return rules.some(
    ({ sides }) => sides.some((side) => side.isTrafficSensitive === true && opens(side, traffic))
  );
}
var OPEN_BY = ["plan", "seen", "recorded", "assumed", "doubted"];
function openBefore(view, owner, world) {
  const { before, after } = view.rules;
  const unmanaged = before.filter(({ address }) => address === void 0);
  const beliefs = ["plan", ...unmanaged.map((rule) => beliefIn(rule, view))];
  const ways = OPEN_BY.filter((one) => beliefs.includes(one));
  return FAMILIES.flatMap((family) => {
    const openBy = memo((belief) => {
      const known = (rules) => openTo(rulesKnownBy(belief, rules, view), family, world).surely;
      return intersect(known(before), known(after));
    });
    const all = openBy(must(ways.at(-1), "the plan may show it"));
    return openingsIn(all, family, owner).map((traffic) => {
      const belief = ways.find((one) => isSubset(traffic.region, openBy(one)));
      return {
        opening: isSecretlyOpen(after, traffic) ? { kind: "sensitive" } : traffic.opening,
        family,
        belief: must(belief, "it is open by all that may stand")
      };
    });
  });
}
function rulesKnownBy(belief, rules, view) {
  const known = OPEN_BY.slice(0, OPEN_BY.indexOf(belief) + 1);
  return rules.flatMap((rule) => {
    if (rule.address !== void 0 || rule.sides[0].action !== "allow") return [rule];
    const own = beliefIn(rule, view);
    if (!known.includes(own)) return [];
    return [own === "doubted" ? { ...rule, isSure: true } : rule];
  });
}

export {
  listedUnmanaged,
  machinesOf,
  agreementOf,
  subjectWith,
  subjectsOf,
  beliefsOf,
  beliefsAbout,
  FAMILIES,
  INTERNET,
  openTo,
  openingsIn,
  opens,
  opensAll,
  isSecretlyOpen,
  openBefore
};
