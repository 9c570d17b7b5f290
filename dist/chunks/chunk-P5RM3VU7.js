import {
  nearest,
  orList,
  shownKey
} from "./chunk-5Q25F3X5.js";
import {
  hostBitsProblem
} from "./chunk-NJHCVBUI.js";
import {
  INTERNET,
  subjectWith
} from "./chunk-VASI7VMD.js";
import {
  boundsWithin,
  letThrough,
  needOf,
  plainReading,
  withoutRenamed
} from "./chunk-7LKISGRE.js";
import {
  ALL_V4,
  ALL_V6,
  NO_PEERS,
  boxes,
  hasNoPeers,
  parseCidr,
  subtractPeers,
  tokenPeers,
  unionOfPeers,
  unionPeers
} from "./chunk-FFZXDXFJ.js";
import {
  parseAddress
} from "./chunk-EWVTMIMU.js";
import {
  distinct
} from "./chunk-HR654TLQ.js";
import {
  err,
  ok
} from "./chunk-CAOBLGU6.js";

// src/explain/ends.ts
function endsNamed({ from, to }, subjects) {
  const [first] = subjects.subjects;
  if (first === void 0) return err("the plan shows no cluster whose security groups could be asked");
  const candidates = [subjectCandidates(subjects), groupCandidates(subjects)];
  const a = endNamed("--from", from, candidates);
  if (!a.ok) return a;
  const b = endNamed("--to", to, candidates);
  if (!b.ok) return b;
  const finish = (end, other) => end.kind === "group" ? membersOfGroup(end.key, other.kind === "party" ? other.subject : first, subjects) : end;
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
function subjectCandidates({ subjects, world }) {
  return subjects.map((subject) => {
    const { cluster, role, pool } = subject;
    const { name, label, resource } = cluster;
    const clusters = [name, label, resource?.address];
    const isAlone = world.clusters.length === 1;
    const shown = label === name ? name : resource?.address ?? label;
    const end = partyOf(subject);
    if (pool === void 0) {
      const texts = [role, ...clusters.map((one) => one && `${role}:${one}`)];
      return { own: isAlone ? role : `${role}:${shown}`, isListed: true, texts, end };
    }
    const poolLabel = parseAddress(pool)?.block.split(".").at(-1);
    return {
      own: pool,
      isListed: true,
      texts: [pool, poolLabel, ...clusters.map((one) => one && `${poolLabel}:${one}`)],
      end
    };
  });
}
function groupCandidates({ subjects, viewOf, world }) {
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
    return ok({ kind: "addresses", family: "IPv4", peers: INTERNET.IPv4, isInternet: true });
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
var TIMES = ["before", "during", "after"];
function sideAt(side, time, world) {
  const own = side.party.at[time];
  const state = own === void 0 || time !== "after" ? own : withoutRenamed(own, world);
  const asked = state === void 0 ? void 0 : side.questionAt(time, state);
  if (state === void 0 || asked === void 0) return void 0;
  const { region } = side;
  const question = region === void 0 ? asked : { ...asked, need: peersIn(region) };
  const { subject } = side.party;
  const { defaultRulePriority } = world.configuration;
  const weighed = (packets, weigh) => side.family === "IPv6" ? weigh(packets, plainReading("IPv6")) : boundsWithin(packets, { question, subject, state, world }, weigh);
  const read = (reading) => side.mayBeMembers ? withMembers(reading, state) : reading;
  return {
    question,
    state,
    need: region ?? needOf(question),
    through: (rules, packets) => weighed(packets, (part, reading) => letThrough(rules, part, read(reading), defaultRulePriority)),
    meets: (rule, packets) => weighed(packets, (part, reading) => {
      const own2 = read(reading);
      const isDeny = rule.sides[0].action === "deny";
      return letThrough([allowing(rule)], part, isDeny ? { ...own2, allow: own2.deny } : own2, void 0);
    })
  };
}
function peersIn(region) {
  return unionOfPeers(boxes(region).map(({ peers }) => peers));
}
function allowing(rule) {
  const [first, ...rest] = rule.sides;
  if (first.action !== "deny") return rule;
  return { ...rule, sides: [{ ...first, action: "allow" }, ...rest] };
}
var ANY_MEMBER = {
  IPv4: subtractPeers(ALL_V4, INTERNET.IPv4),
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

export {
  endsNamed,
  partyOf,
  pathSides,
  TIMES,
  sideAt
};
