import {
  TIMES,
  commonStates,
  decidingAt,
  joint,
  statesBy
} from "./chunk-JWOSOKBN.js";
import {
  hostBitsProblem
} from "./chunk-GZMD2HBW.js";

// src/explain/ends.ts
import { distinct } from "../core.js";
import {
  goneSubjects,
  subjectWith
} from "../core.js";
import { clusterOf } from "../core.js";
import { nearest, orList, shownKey } from "../core.js";
import { parseCidr } from "../core.js";
import { tokenPeers } from "../core.js";
import { knownKeys } from "../core.js";
import { err, ok } from "../core.js";
import { parseAddress } from "../core.js";
import { publicAddresses } from "../core.js";
function endsNamed({ from, to }, subjects) {
  const gone = goneSubjects(subjects);
  const [first] = [...subjects.subjects, ...gone];
  if (first === void 0) return err("the plan shows no cluster whose security groups could be asked");
  const candidates = [
    [
      ...subjects.subjects.map((one) => subjectCandidate(one, partyOf(one), subjects)),
      ...gone.map((one) => subjectCandidate(one, partyBefore(one), subjects)),
      ...poolsGone(gone, subjects)
    ],
    groupCandidates([...subjects.subjects, ...gone], subjects)
  ];
  const a = endNamed("--from", from, candidates);
  if (!a.ok) return a;
  const b = endNamed("--to", to, candidates);
  if (!b.ok) return b;
  const finish = (end, other) => {
    if (end.kind !== "group") return end;
    const { key } = end;
    const goes = gone.find(({ groups }) => groups.some((one) => one.key === key));
    return goes !== void 0 && subjectWith(subjects, key) === void 0 ? { ...partyBefore(goes), group: key } : membersOfGroup(key, other.kind === "party" ? other.subject : first, subjects);
  };
  const ends = { from: finish(a.value, b.value), to: finish(b.value, a.value) };
  return ends.from.kind === "addresses" && ends.to.kind === "addresses" ? err(`neither end is in a security group; one must be ${orList(nearestNames(candidates, from))}`) : ok(ends);
}
function partyOf(subject) {
  const { before, during, after } = subject;
  return { kind: "party", group: void 0, subject, at: { before, during, after } };
}
function reachOfParty({ subject: { role }, group }, state) {
  const { vpc, master, container } = state.addresses;
  const isOfCluster = group === void 0 || state.members.has(group);
  if (isOfCluster) return { node: vpc, control: master, eni: container }[role];
  const peers = tokenPeers("addresses of the members of the group");
  return { ranges: [peers], peers, isSensitive: false, isConfigured: false, source: "not known" };
}
function subjectName({ cluster, role, pool }, { clusters }) {
  const { name, label, resource } = cluster;
  if (pool !== void 0) return pool;
  return clusters.length === 1 ? role : `${role}:${label === name ? name : resource?.address ?? label}`;
}
function subjectCandidate(subject, end, { world }) {
  const { cluster, role, pool } = subject;
  const clusters = [cluster.name, cluster.label, cluster.resource?.address];
  if (pool !== void 0) return poolCandidate(pool, end, clusters);
  const texts = [role, ...clusters.map((one) => one && `${role}:${one}`)];
  return { own: subjectName(subject, world), isListed: true, texts, end };
}
function partyBefore(subject) {
  const { before } = subject;
  return { kind: "party", group: void 0, subject, at: { before, during: void 0, after: void 0 } };
}
function poolCandidate(pool, end, clusters) {
  const label = parseAddress(pool)?.block.split(".").at(-1);
  const texts = [pool, label, ...clusters.map((one) => one && `${label}:${one}`)];
  return { own: pool, isListed: true, texts, end };
}
function poolsGone(gone, { subjects, viewOf, world }) {
  return world.plan.nodePools.flatMap(({ address, before, after }) => {
    const keys = knownKeys(before?.groups ?? []);
    if (before === void 0 || after !== void 0 || keys.length === 0) return [];
    const cluster = clusterOf(world, before.cluster, "before");
    const nodes = [...subjects, ...gone].find((one) => one.cluster === cluster && one.role === "node");
    if (cluster === void 0 || nodes?.before === void 0) return [];
    const groups = keys.map(viewOf);
    const was = { ...nodes.before, rules: groups.flatMap(({ rules }) => rules.before), groups: keys };
    const subject = { ...nodes, pool: address, groups, groupsBefore: groups, before: was };
    const { name, label, resource } = cluster;
    return [poolCandidate(address, partyBefore(subject), [name, label, resource?.address])];
  });
}
function groupCandidates(subjects, { viewOf, world }) {
  const { plan, clusters } = world;
  const areNamesClear = clusters.every(({ name, label }) => name === label);
  const ofRoles = new Set(
    subjects.flatMap(({ pool, groups }) => pool === void 0 ? groups.map(({ key }) => key) : [])
  );
  const keys = [...plan.groups, ...subjects.flatMap(({ groups }) => groups)].map(({ key }) => key);
  return distinct(keys).map((key) => {
    const { resource, role, cluster } = viewOf(key);
    const names = [resource?.nameAfter, resource?.nameBefore];
    const [name] = names.flatMap((one) => one?.isSensitive === false && areNamesClear ? one.text : []);
    const owner = cluster?.resource?.address;
    return {
      own: resource?.address ?? (plan.sensitiveIds.has(key) ? name : key),
      // The role says the same.
      isListed: !ofRoles.has(key),
      texts: [
        key,
        resource?.id,
        resource?.address,
        ...names.map((one) => one?.text),
        owner && role && `${owner}.security_group_${role}`
      ],
      end: { kind: "group", key }
    };
  });
}
function endNamed(option, text, candidates) {
  const cidr = parseCidr(text);
  if (cidr !== void 0) {
    const problem = hostBitsProblem(cidr);
    const { family, peers } = cidr;
    return problem === void 0 ? ok({ kind: "addresses", family, peers, isInternet: false }) : err(`${option} ${text} ${problem}`);
  }
  if (text === "internet") {
    return ok({ kind: "addresses", family: "IPv4", peers: publicAddresses("IPv4"), isInternet: true });
  }
  const [found = []] = candidates.map((some) => some.filter(({ texts }) => texts.includes(text))).filter(({ length }) => length > 0);
  const [only, ...others] = found;
  if (only === void 0) {
    return err(
      `${option} ${shownKey(text)} is nothing that the plan shows; write ${orList([...nearestNames(candidates, text), "an address", "a CIDR", "internet"])}`
    );
  }
  if (others.length === 0) return ok(only.end);
  return err(
    `${option} ${shownKey(text)} may be several; write ${orList(found.flatMap(({ own }) => own ?? []))}`
  );
}
var LISTED = 8;
function nearestNames(candidates, text) {
  const all = distinct(
    candidates.flat().flatMap(({ own, isListed }) => own === void 0 || !isListed ? [] : [own])
  );
  const meant = nearest(text, all);
  const sorted = meant === void 0 ? all : [meant, ...all.filter((one) => one !== meant)];
  const left = sorted.length - LISTED;
  return [...sorted.slice(0, LISTED), ...left > 0 ? [`one of ${left} more`] : []];
}
function membersOfGroup(key, beside, subjects) {
  const subject = subjectWith(subjects, key) ?? beside;
  const view = subjects.viewOf(key);
  const at = (time, isThere) => {
    const state = subject[time] ?? subject.after;
    return isThere ? { ...state, rules: view.rules[time], groups: [key] } : void 0;
  };
  const { existsBefore, existsAfter } = view.resource ?? THERE;
  return {
    kind: "party",
    group: key,
    subject: { ...subject, pool: void 0, groups: [view], groupsBefore: [view] },
    at: {
      before: at("before", existsBefore),
      during: at("during", existsBefore && existsAfter),
      after: at("after", existsAfter)
    }
  };
}
var THERE = { existsBefore: true, existsAfter: true };

// src/explain/side.ts
import { needOf } from "../core.js";
import { letThrough } from "../core.js";
import { OWN_NETWORKS_V4 } from "../core.js";
import { addressesIn } from "../core.js";
import { ALL_V6, hasNoPeers, NO_PEERS, unionOfPeers, unionPeers } from "../core.js";
import { boxes } from "../core.js";
import { boundsWithin, withoutRenamed } from "../core.js";
import { plainReading } from "../core.js";
function pathSides({ from, to }, traffic) {
  const side = (direction, party, other) => {
    if (party.kind === "addresses") return [];
    const isOfAddresses = other.kind === "addresses";
    return [
      {
        direction,
        party,
        family: isOfAddresses ? other.family : "IPv4",
        mayBeMembers: isOfAddresses,
        whole: isOfAddresses || other.group !== void 0 ? void 0 : { kind: "group", role: other.subject.role },
        questionAt: (time) => questionAbout({ direction, traffic }, other, time)
      }
    ];
  };
  return [...side("egress", from, to), ...side("ingress", to, from)];
}
function questionAbout(what, other, time) {
  const base = { ...what, isNodePorts: false, beyond: void 0 };
  if (other.kind === "addresses") {
    return { ...base, need: other.peers, isSensitive: false, groups: [], namesGroup: false };
  }
  const state = other.at[time];
  if (state === void 0) return void 0;
  const { peers: need, isSensitive } = reachOfParty(other, state);
  return { ...base, need, isSensitive, groups: state.groups, namesGroup: true };
}
function sideAt(side, time, world) {
  const own = side.party.at[time];
  const state = own === void 0 || time !== "after" ? own : withoutRenamed(own, world);
  const asked = state === void 0 ? void 0 : side.questionAt(time, state);
  if (state === void 0 || asked === void 0) return void 0;
  const { region: region3 } = side;
  const question = region3 === void 0 ? asked : { ...asked, need: peersIn(region3) };
  const { subject } = side.party;
  const { defaultRulePriority } = world.configuration;
  const weighed = (packets, weigh) => side.family === "IPv6" ? weigh(packets, plainReading("IPv6")) : boundsWithin(packets, { question, subject, state, world }, weigh);
  const read = (reading) => side.mayBeMembers ? withMembers(reading, state) : reading;
  return {
    question,
    state,
    need: region3 ?? needOf(question),
    through: (rules, packets) => weighed(packets, (part, reading) => letThrough(rules, part, read(reading), defaultRulePriority)),
    meets: (rule, packets) => weighed(packets, (part, reading) => {
      const own2 = read(reading);
      const isDeny = rule.sides[0].action === "deny";
      return letThrough([allowing(rule)], part, isDeny ? { ...own2, allow: own2.deny } : own2, void 0);
    })
  };
}
function peersIn(region3) {
  return unionOfPeers(boxes(region3).map(({ peers }) => peers));
}
function allowing(rule) {
  const [first, ...rest] = rule.sides;
  if (first.action !== "deny") return rule;
  return { ...rule, sides: [{ ...first, action: "allow" }, ...rest] };
}
var ANY_MEMBER = {
  IPv4: unionOfPeers(OWN_NETWORKS_V4.map(addressesIn)),
  IPv6: ALL_V6
};
function withMembers(reading, { members }) {
  const { family } = reading;
  const membersOf = (peer) => {
    if (peer.kind === "one-of") return unionOfPeers(peer.peers.map(membersOf));
    if (peer.kind !== "group") return NO_PEERS;
    const own = peer.group.kind === "group" ? members.get(peer.group.key) : void 0;
    return own === void 0 || family === "IPv6" ? ANY_MEMBER[family] : own.possibly;
  };
  const perhaps = (read) => (peer) => {
    const more = membersOf(peer);
    if (peer.kind === "group") return { surely: NO_PEERS, possibly: more };
    const own = read(peer);
    return hasNoPeers(more) ? own : { surely: own.surely, possibly: unionPeers(own.possibly, more) };
  };
  return { ...reading, allow: perhaps(reading.allow), deny: perhaps(reading.deny) };
}

// src/explain/path.ts
import { unionOfPeers as unionOfPeers2 } from "../core.js";
import { intersect, isEmpty as isEmpty2, subtract, unionOf } from "../core.js";

// src/explain/deciders.ts
import { firstOfEach, groupBy } from "../core.js";
import { identityHint } from "../core.js";
import { ALL_PORTS, ALL_PROTOCOLS, boxes as boxes2, isEmpty, region } from "../core.js";
import { isSecret } from "../core.js";
import { doubtsOf } from "../core.js";
function decided({ side, packets, states, at }, world) {
  const times = TIMES.flatMap((time) => {
    const { [time]: now } = at;
    return now === void 0 ? [] : [{ time, now, state: states[time], met: meeting(now, packets) }];
  });
  const isSteady = times.every(({ met }) => met.every(({ rule }) => rule.stands));
  const named = times.flatMap(
    ({ time, state, met }) => decidingAt(state, time === "during" && !isSteady, met, packets).map((rule) => ({
      time,
      ...namedRule(rule, side)
    }))
  );
  const rules = [...groupBy(named, rulesKey).values()].map(([{ time, ...first }, ...others]) => ({
    ...first,
    times: [time, ...others.map((one) => one.time)]
  }));
  const open = times.filter(({ time, state }) => state === "undecided" && time !== "during");
  const doubts = open.map(({ time, now }) => [time, doubtsAt(now, { side, packets }, world)]);
  return {
    rules,
    nearest: Object.fromEntries(
      times.filter(({ state, met }) => state === "dropped" && met.every(({ isDeny }) => isDeny)).flatMap(({ time, now }) => {
        const miss = nearMiss(now, packets);
        return miss === void 0 ? [] : [[time, { ...namedRule(miss.rule, side), lacks: miss.lacks }]];
      })
    ),
    refused: refusedAfter({ side, packets, states, at }, world).map((rule) => namedRule(rule, side)),
    doubts: Object.fromEntries(doubts),
    ifMembers: side.mayBeMembers ? firstOfEach(
      open.flatMap(({ met }) => met.flatMap(membersMet)),
      (one) => JSON.stringify(one)
    ) : [],
    isSteady,
    isSecret: times.some(({ now, met }) => now.question.isSensitive || met.some(hasSecret))
  };
}
function refusedAfter({ side, packets, states, at: { after } }, { renamed }) {
  const rules = states.after === "allowed" || renamed.size === 0 ? [] : side.party.at.after?.rules ?? [];
  return rules.filter(
    (rule) => rule.address !== void 0 && renamed.has(rule.address) && after !== void 0 && !isEmpty(after.meets(rule, packets).possibly)
  );
}
function meeting({ state, meets }, packets) {
  return state.rules.flatMap((rule) => {
    const { surely, possibly } = meets(rule, packets);
    return isEmpty(possibly) ? [] : [{ rule, isDeny: !isAllow(rule), surely }];
  });
}
function isAllow({ sides: [{ action }] }) {
  return action !== "deny";
}
function hasSecret({ rule }) {
  return rule.sides.some(isSecret);
}
function membersMet({ rule }) {
  return rule.sides.flatMap(
    ({ peer }) => peer.kind === "group" && peer.group.kind === "group" && !peer.isSensitive ? [{ group: peer.group.key, passes: isAllow(rule) }] : []
  );
}
function namedRule(rule, { party: { subject } }) {
  const { address, group, isSeen } = rule;
  const side = rule.sides.at(-1) ?? rule.sides[0];
  const view = [...subject.groups, ...subject.groupsBefore].find(({ key }) => key === group);
  const own = address === void 0 ? view?.defaults.find(({ before, after }) => before === side || after === side) : void 0;
  const known = address !== void 0 ? "plan" : isSeen === true ? "seen" : own?.belief.kind ?? "not-shown";
  return { address, group, side, own, known };
}
function rulesKey({ address, side, own }) {
  return JSON.stringify([address, own?.requirement?.id, identityHint(side), side.priority]);
}
function doubtsAt({ question, state }, { side, packets }, world) {
  const subject = { ...side.party.subject, after: state };
  return doubtsOf({ subject, question, region: packets }, world);
}
var EVERY_PROTOCOL = [ALL_PROTOCOLS];
var KINDS = 8;
function nearMiss(at, packets) {
  const asked = boxes2(packets);
  if (asked.length > KINDS) return void 0;
  const [first = [], ...others] = asked.map((box) => nearTo(box, at));
  const candidates = first.flatMap(({ rule, lacks, far }) => {
    const same = others.map((some) => some.find((one) => one.rule === rule && one.lacks === lacks));
    const isOfAll = same.every((one) => one !== void 0);
    return isOfAll ? [{ rule, lacks, far: Math.max(far, ...same.map((one) => one.far)) }] : [];
  });
  return candidates.reduce(
    (best, one) => best === void 0 || one.far < best.far ? one : best,
    void 0
  );
}
function nearTo(asked, { state, meets }) {
  const { direction, protocols, ports, peers } = asked;
  const packets = region(direction, [protocols], [ports], peers);
  return state.rules.filter(isAllow).flatMap((rule) => {
    const [side] = rule.sides;
    const { traffic } = side;
    if (side.direction !== direction) return [];
    const isMet = (change) => !isEmpty(meets({ ...rule, sides: [{ ...side, ...change }] }, packets).possibly);
    if (isMet({ peer: { kind: "any" } })) return [{ rule, lacks: "peer", far: 0 }];
    if (isMet({ traffic: { ...traffic, ports: ALL_PORTS } })) {
      return [{ rule, lacks: "ports", far: 1 + gapTo(ports, traffic.ports) }];
    }
    return isMet({ traffic: { ...traffic, protocols: EVERY_PROTOCOL } }) ? [{ rule, lacks: "protocol", far: Infinity }] : [];
  });
}
function gapTo(asked, ports) {
  return Math.min(...ports.map(({ lo, hi }) => Math.max(lo - asked.hi, asked.lo - hi, 0)));
}

// src/explain/path.ts
function explainPath([first, second], world) {
  const own = first === void 0 ? [] : cutParts(first, world);
  const parts = second === void 0 ? own.map((part) => ({ states: part.states, sides: [part] })) : joint(own, cutParts(second, world));
  return { states: commonStates(parts.map(({ states }) => states)), parts };
}
function cutParts(side, world) {
  const { at, need, lots } = lotsOf(side, world);
  return lots.map(({ packets, states }) => ({
    ...{ side, direction: side.direction, packets, need, states },
    ...decided({ side, packets, states, at }, world)
  }));
}
function lotsOf(side, world) {
  const at = statesBySide(side, world);
  const whole = unionOf(TIMES.flatMap((time) => at[time]?.need ?? []));
  const need = unionOfPeers2(TIMES.flatMap((time) => at[time]?.question.need ?? []));
  const lots = TIMES.reduce(
    (all, time) => {
      const cuts = cutsAt(time, at);
      return all.flatMap((lot) => cutBy(lot, time, cuts));
    },
    [{ packets: whole, states: {} }]
  );
  return {
    ...{ at, need },
    lots: lots.map(({ packets, states }) => ({
      packets,
      states: statesBy((time) => states[time] ?? "absent")
    }))
  };
}
function statesBySide(side, world) {
  const [before, during, after] = TIMES.map((time) => sideAt(side, time, world));
  return { before, during, after };
}
function cutsAt(time, at) {
  const { [time]: now } = at;
  if (now === void 0) return [];
  const { need, state, through } = now;
  const { surely, possibly } = through(state.rules, need);
  const everAllowed = time === "during" ? unionOf([possibly, through(mayStand(at), need).possibly]) : possibly;
  return [
    ["allowed", surely],
    ["undecided", subtract(everAllowed, surely)],
    ["dropped", subtract(need, everAllowed)]
  ];
}
function mayStand({ before, during, after }) {
  const isDeny = ({ sides: [{ action }] }) => action === "deny";
  const allows = [before, after].flatMap((one) => one?.state.rules.filter((rule) => !isDeny(rule)) ?? []);
  const denies = during?.state.rules.filter((rule) => isDeny(rule) && rule.stands) ?? [];
  return [...allows, ...denies];
}
function cutBy({ packets, states }, time, cuts) {
  const rest = ["absent", cuts.reduce((left, [, part]) => subtract(left, part), packets)];
  return [...cuts, rest].flatMap(([state, part]) => {
    const both = intersect(packets, part);
    return isEmpty2(both) ? [] : [{ packets: both, states: { ...states, [time]: state } }];
  });
}

// src/report/explanation.ts
import { distinct as distinct2 } from "../core.js";
import { anyAddress } from "../core.js";
import { ALL_V4, tokenPeers as tokenPeers2 } from "../core.js";
import { hasPorts } from "../core.js";
import { boxes as boxes3, region as region2 } from "../core.js";
import { isPeerSensitive } from "../core.js";
import { packetsOf } from "../core.js";
import { causePlace } from "../core.js";
import { groupName } from "../core.js";
function explanationOf(asked, { states, parts }, subjects) {
  const areTold = parts.length === 1;
  return {
    asked: "traffic" in asked ? askedPath(asked, subjects) : { kind: "finding", finding: asked },
    states,
    parts: parts.map((part) => explainedPart(part, areTold, subjects))
  };
}
function rulesIn({ parts }) {
  return distinct2(
    parts.flatMap(
      ({ sides }) => sides.flatMap(
        ({ rules, refused, nearest: nearest2 }) => [...rules, ...refused, ...Object.values(nearest2)].flatMap(({ address }) => address ?? [])
      )
    )
  );
}
function explanationWithPlaces(explanation, { places }) {
  const placed = (rule) => {
    const place = rule.address === void 0 ? void 0 : places.get(rule.address);
    return place === void 0 ? rule : { ...rule, place: causePlace(place) };
  };
  const side = (one) => ({
    ...one,
    rules: one.rules.map(placed),
    refused: one.refused.map(placed),
    nearest: byTime((time) => {
      const { [time]: miss } = one.nearest;
      return miss === void 0 ? void 0 : placed(miss);
    })
  });
  return {
    ...explanation,
    parts: explanation.parts.map((part) => ({ ...part, sides: part.sides.map(side) }))
  };
}
function byTime(at) {
  return Object.fromEntries(
    TIMES.flatMap((time) => {
      const value = at(time);
      return value === void 0 ? [] : [[time, value]];
    })
  );
}
function askedPath({ from, to, traffic }, subjects) {
  const { protocols, ports } = traffic;
  const packets = region2("ingress", protocols, ports, ALL_V4);
  return {
    kind: "path",
    traffic: packetsOf(packets, OPEN),
    from: explainedEnd(from, subjects),
    to: explainedEnd(to, subjects)
  };
}
var OPEN = { whole: void 0, ranges: [], isSensitive: false, isTrafficSensitive: false };
function explainedEnd(end, subjects) {
  if (end.kind === "party") return explainedParty(end, subjects);
  const { isInternet, family, peers } = end;
  return {
    kind: "addresses",
    other: isInternet ? { kind: "internet", family } : { kind: "addresses", peers, names: [] }
  };
}
function explainedParty({ group, subject }, subjects) {
  if (group !== void 0) return { kind: "group", group: groupName(group, subjects).shown };
  const { role, cluster, pool } = subject;
  const isDefault = pool === void 0 && subjects.subjects.some((one) => one.cluster === cluster && one.role === role && one.pool !== void 0);
  return { kind: "members", role, cluster: cluster.label, pool, isDefault };
}
function explainedPart({ states, sides }, isAlone, subjects) {
  return { states, sides: sides.map((side) => explainedSide(side, isAlone, subjects)) };
}
function explainedSide(part, isAlone, subjects) {
  const { side, packets, need, states, rules, refused, nearest: nearest2, doubts, ifMembers, isSteady, isSecret: isSecret2 } = part;
  const hides = isSecret2 && !isAlone;
  return {
    direction: side.direction,
    party: explainedParty(side.party, subjects),
    packets: packetsOf(packets, {
      whole: side.whole === void 0 ? void 0 : { peers: need, other: side.whole },
      ranges: [],
      isSensitive: hides,
      isTrafficSensitive: hides
    }),
    states,
    rules: rules.map((rule) => explainedRule(rule, subjects)),
    refused: refused.map((rule) => explainedRule(rule, subjects)),
    nearest: byTime((time) => {
      const { [time]: miss } = nearest2;
      return miss === void 0 ? void 0 : explainedMiss(miss, packets, subjects);
    }),
    ...{ doubts, isSteady },
    ifMembers: ifMembers.map(({ group, passes }) => ({ group: theOther(group, subjects), passes }))
  };
}
function explainedRule({
  address,
  group,
  side,
  own,
  known,
  ...rest
}, subjects) {
  const { direction, action, priority } = side;
  return {
    address,
    row: own?.requirement,
    group: groupName(group, subjects).shown,
    direction,
    action,
    priority: priority.kind === "known" && side.isTrafficSensitive !== true ? priority.value : void 0,
    packets: rulePackets(side, subjects),
    known,
    times: rest.times ?? [],
    place: void 0
  };
}
function explainedMiss(miss, packets, subjects) {
  const { lacks, side } = miss;
  const asked = boxes3(packets).map((box) => box.ports);
  const { protocols, ports } = side.traffic;
  const [only, ...others] = ports;
  const isTold = lacks === "ports" && side.isTrafficSensitive !== true && others.length === 0;
  const hasPort = isTold && protocols.every(({ lo, hi }) => lo === hi && hasPorts(lo));
  return {
    ...explainedRule(miss, subjects),
    lacks,
    bound: !hasPort || only === void 0 ? void 0 : asked.every(({ lo }) => only.hi < lo) ? { kind: "ends", port: only.hi } : asked.every(({ hi }) => hi < only.lo) ? { kind: "begins", port: only.lo } : void 0
  };
}
function rulePackets(side, subjects) {
  const { direction, traffic, peer } = side;
  const packets = region2(
    direction === "unknown" ? "ingress" : direction,
    traffic.protocols,
    traffic.ports,
    peersOf(side)
  );
  return {
    traffic: packetsOf(packets, {
      whole: void 0,
      ranges: [],
      isSensitive: isPeerSensitive(side),
      isTrafficSensitive: side.isTrafficSensitive === true
    }),
    isAtMost: traffic.isAtMost === true,
    group: peer.kind === "group" && !peer.isSensitive ? groupNamedBy(peer.group, subjects) : void 0
  };
}
function groupNamedBy(ref, subjects) {
  return ref.kind === "unknown" ? { role: void 0, shown: void 0 } : theOther(ref.key, subjects);
}
function theOther(key, subjects) {
  return { role: subjects.viewOf(key).role, shown: groupName(key, subjects).shown };
}
function peersOf({ peer, family }) {
  const everybody = anyAddress(family === "unknown" ? "IPv4" : family);
  if (peer.kind === "one-of") return tokenPeers2("one of several");
  if (peer.kind !== "range") return everybody;
  return peer.range.kind === "known" ? peer.range.peers : tokenPeers2(peer.range.token);
}

export {
  endsNamed,
  partyOf,
  subjectName,
  namedRule,
  rulesKey,
  pathSides,
  explainPath,
  lotsOf,
  explanationOf,
  rulesIn,
  explanationWithPlaces,
  explainedParty,
  explainedRule
};
