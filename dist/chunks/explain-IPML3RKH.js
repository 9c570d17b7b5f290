import {
  TIMES,
  endsNamed,
  partyOf,
  pathSides,
  sideAt
} from "./chunk-P5RM3VU7.js";
import "./chunk-5Q25F3X5.js";
import {
  SHARED_OPTIONS,
  factsNamed,
  factsToRead,
  plansNamed,
  readArguments,
  shownFile,
  spares
} from "./chunk-SYSFPNJO.js";
import {
  portsNamed,
  protocolNamed
} from "./chunk-VEIQI4ML.js";
import "./chunk-NJHCVBUI.js";
import {
  openRun,
  runErrorLine,
  withFiles
} from "./chunk-WFSRYE7Q.js";
import {
  openConfigurationFile
} from "./chunk-H3NET724.js";
import "./chunk-S7WEL6PE.js";
import {
  openSourceOf
} from "./chunk-MAWMAWIB.js";
import {
  fingerprints,
  groupName,
  packetsOf
} from "./chunk-XEUB5RXE.js";
import "./chunk-CRBWAC3T.js";
import "./chunk-SGGSWJRP.js";
import "./chunk-HQEX6KPR.js";
import "./chunk-JNC5NJEG.js";
import "./chunk-BSUAILOG.js";
import "./chunk-WP7SEW2N.js";
import "./chunk-4TGPX3GL.js";
import "./chunk-Q4KDA6G2.js";
import {
  engineFor
} from "./chunk-RNRFNQLI.js";
import "./chunk-HYJ3HWSL.js";
import "./chunk-J2FLKC3M.js";
import "./chunk-KEJWMVGY.js";
import "./chunk-3XNJGZAM.js";
import {
  causePlace
} from "./chunk-4C3JTZW3.js";
import "./chunk-3WA5LAVB.js";
import "./chunk-43LBVURZ.js";
import "./chunk-A7XUOLS5.js";
import "./chunk-G7TW2D2V.js";
import "./chunk-O5533E75.js";
import "./chunk-W55LG4YV.js";
import "./chunk-OR7BGG5Q.js";
import {
  allRows,
  doubtsOf
} from "./chunk-GY66YBQZ.js";
import "./chunk-VASI7VMD.js";
import "./chunk-6K6RVTW6.js";
import "./chunk-7LKISGRE.js";
import "./chunk-XR7GB23Z.js";
import {
  identityHint
} from "./chunk-EBGMQUNB.js";
import {
  isPeerSensitive,
  isSecret
} from "./chunk-L6AC5JB7.js";
import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  ALL_V4,
  NO_PEERS,
  PROTOCOL_NUMBERS,
  anyAddress,
  boxes,
  hasPorts,
  hasTypes,
  icmpSlot,
  intersect,
  isEmpty,
  isSubset,
  region,
  restrict,
  single,
  subtract,
  tokenPeers,
  unionOf,
  unionOfPeers
} from "./chunk-FFZXDXFJ.js";
import {
  within
} from "./chunk-K7OY3VOL.js";
import "./chunk-EWVTMIMU.js";
import {
  distinct,
  firstOfEach,
  groupBy
} from "./chunk-HR654TLQ.js";
import {
  err,
  must,
  ok
} from "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";

// src/explain/of-finding.ts
function sideOfFinding(found, { subjects }) {
  const { packets, row } = found;
  const subject = subjects.find((one) => isAbout(found, one));
  const [box] = packets === void 0 ? [] : boxes(packets.region);
  if (packets === void 0 || subject === void 0 || box === void 0) return void 0;
  const { direction, peers } = box;
  const asked = row === void 0 ? void 0 : allRows(subject).find((one) => one.row.id === row.id);
  return {
    direction,
    party: partyOf(subject),
    family: peers.v6.length > 0 ? "IPv6" : "IPv4",
    mayBeMembers: false,
    whole: packets.naming.whole?.other,
    questionAt: (_, state) => asked?.ask(state) ?? { ...PLAIN, direction },
    region: packets.region
  };
}
var PLAIN = {
  traffic: { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS },
  isNodePorts: false,
  beyond: void 0,
  need: NO_PEERS,
  isSensitive: false,
  groups: [],
  namesGroup: false
};
function isAbout({ cluster, pool, role, group }, subject) {
  return subject.cluster.name === cluster?.name && subject.role === role && subject.pool === pool && (group === void 0 || subject.groups.some(({ key }) => key === group));
}

// src/explain/deciders.ts
function decided({ side, packets, states, at }, world) {
  const times = TIMES.flatMap((time) => {
    const { [time]: now } = at;
    return now === void 0 ? [] : [{ time, now, state: states[time], met: meeting(now, packets) }];
  });
  const named = times.flatMap(
    ({ time, state, met }) => decidingAt(state, time, met, packets).map(({ rule }) => ({ time, ...namedRule(rule, side) }))
  );
  const rules = [...groupBy(named, keyOf).values()].map(([{ time, ...first }, ...others]) => ({
    ...first,
    times: [time, ...others.map((one) => one.time)]
  }));
  const open = times.filter(({ time, state }) => state === "undecided" && time !== "during");
  const doubts = open.map(({ time, now }) => [time, doubtsAt(now, { side, packets }, world)]);
  return {
    rules,
    nearest: Object.fromEntries(
      times.filter(({ state, met }) => state === "dropped" && !met.some(({ rule }) => isAllow(rule))).flatMap(({ time, now }) => {
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
    return isEmpty(possibly) ? [] : [{ rule, surely }];
  });
}
function isAllow({ sides: [{ action }] }) {
  return action !== "deny";
}
function decidingAt(state, time, met, packets) {
  const allows = met.filter(({ rule }) => isAllow(rule));
  const denies = met.filter(({ rule }) => !isAllow(rule));
  const whole = allows.filter(({ surely }) => isSubset(packets, surely));
  switch (state) {
    case "allowed":
      return whole.length > 0 ? whole : allows.filter(({ surely }) => !isEmpty(surely));
    case "dropped":
      return denies;
    case "undecided":
      return time === "during" ? [...denies, ...whole] : met;
    case "absent":
      return [];
  }
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
function keyOf({ address, side, own }) {
  return JSON.stringify([address, own?.requirement?.id, identityHint(side), side.priority]);
}
function doubtsAt({ question, state }, { side, packets }, world) {
  const subject = { ...side.party.subject, after: state };
  return doubtsOf({ subject, question, region: packets }, world);
}
var EVERY_PROTOCOL = [ALL_PROTOCOLS];
function nearMiss({ state, meets }, packets) {
  const [asked, ...others] = boxes(packets);
  if (asked === void 0 || others.length > 0) return void 0;
  const candidates = state.rules.filter(isAllow).flatMap((rule) => {
    const [side] = rule.sides;
    const { traffic } = side;
    if (side.direction !== asked.direction) return [];
    const isMet = (change) => !isEmpty(meets({ ...rule, sides: [{ ...side, ...change }] }, packets).possibly);
    if (isMet({ peer: { kind: "any" } })) return [{ rule, lacks: "peer", far: 0 }];
    if (isMet({ traffic: { ...traffic, ports: ALL_PORTS } })) {
      return [{ rule, lacks: "ports", far: 1 + gapTo(asked.ports, traffic.ports) }];
    }
    return isMet({ traffic: { ...traffic, protocols: EVERY_PROTOCOL } }) ? [{ rule, lacks: "protocol", far: Infinity }] : [];
  });
  return candidates.reduce(
    (best, one) => best === void 0 || one.far < best.far ? one : best,
    void 0
  );
}
function gapTo(asked, ports) {
  return Math.min(...ports.map(({ lo, hi }) => Math.max(lo - asked.hi, asked.lo - hi, 0)));
}

// src/explain/path.ts
function explainPath([first, second], world) {
  const own = first === void 0 ? [] : cutParts(first, world);
  const parts = second === void 0 ? own.map((part) => ({ states: part.states, sides: [part] })) : joint(own, cutParts(second, world));
  return { states: statesBy((time) => commonState(parts.map(({ states }) => states[time]))), parts };
}
function statesBy(stateAt) {
  return { before: stateAt("before"), during: stateAt("during"), after: stateAt("after") };
}
function commonState(states) {
  const [first = "absent", ...others] = states.filter((state) => state !== "absent");
  return others.every((state) => state === first) ? first : "undecided";
}
function cutParts(side, world) {
  const at = statesBySide(side, world);
  const whole = unionOf(TIMES.flatMap((time) => at[time]?.need ?? []));
  const need = unionOfPeers(TIMES.flatMap((time) => at[time]?.question.need ?? []));
  const lots = TIMES.reduce(
    (all, time) => {
      const cuts = cutsAt(time, at);
      return all.flatMap((lot) => cutBy(lot, time, cuts));
    },
    [{ packets: whole, states: {} }]
  );
  return lots.map(({ packets, states }) => {
    const full = statesBy((time) => states[time] ?? "absent");
    return { side, packets, need, states: full, ...decided({ side, packets, states: full, at }, world) };
  });
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
    return isEmpty(both) ? [] : [{ packets: both, states: { ...states, [time]: state } }];
  });
}
function joint(outs, ins) {
  return outs.flatMap(
    (out) => ins.flatMap((into) => {
      const traffic = intersect(trafficIn(out.packets), trafficIn(into.packets));
      if (isEmpty(traffic)) return [];
      const states = statesBy((time) => bothStates(out.states[time], into.states[time]));
      return [{ states, sides: [withTraffic(out, traffic), withTraffic(into, traffic)] }];
    })
  );
}
function bothStates(a, b) {
  const order = ["absent", "dropped", "undecided", "allowed"];
  return order.find((state) => state === a || state === b) ?? "absent";
}
function trafficIn(packets) {
  return unionOf(
    boxes(packets).map(({ protocols, ports }) => region("ingress", [protocols], [ports], ALL_V4))
  );
}
function withTraffic(part, traffic) {
  const { direction } = part.side;
  const peers = unionOfPeers(boxes(part.packets).map((box) => box.peers));
  const kept = boxes(traffic).map(
    ({ protocols, ports }) => restrict(part.packets, direction, { protocols: [protocols], ports: [ports] }, peers)
  );
  return { ...part, packets: unionOf(kept) };
}

// src/explain/traffic.ts
var TRAFFIC_FORM = "tcp/10250, udp/53, tcp/30000-32767, icmp/8:0, tcp, all";
function trafficNamed(text) {
  const [name = "", ports, ...rest] = text.toLowerCase().split("/");
  if (rest.length > 0) return err(`must be like ${TRAFFIC_FORM}`);
  const protocol = name === "icmpv6" ? single(PROTOCOL_NUMBERS.icmpv6) : protocolNamed(name);
  if (protocol === void 0) return err(`names no protocol; write it like ${TRAFFIC_FORM}`);
  if (ports === void 0) return ok({ protocols: [protocol], ports: ALL_PORTS });
  const read = protocol.lo === protocol.hi && hasTypes(protocol.lo) ? typesNamed(ports) : portsNamed(protocol, ports);
  return read.ok ? ok({ protocols: [protocol], ports: read.value }) : read;
}
var LAST_TYPE = 255;
function typesNamed(text) {
  const [, type = "", code] = /^(\d{1,3})(?::(\d{1,3}))?$/.exec(text) ?? [];
  const [lo, hi] = code === void 0 ? [0, LAST_TYPE] : [Number(code), Number(code)];
  if (type === "" || Number(type) > LAST_TYPE || hi > LAST_TYPE) {
    return err("has no good type and code; write them like icmp/8:0, or icmp/3 for every code");
  }
  return ok([{ lo: icmpSlot(Number(type), lo), hi: icmpSlot(Number(type), hi) }]);
}

// src/report/explanation.ts
function explanationOf(asked, { states, parts }, subjects) {
  const areTold = parts.length === 1;
  return {
    asked: "traffic" in asked ? askedPath(asked, subjects) : { kind: "finding", finding: asked },
    states,
    parts: parts.map((part) => explainedPart(part, areTold, subjects))
  };
}
function rulesIn({ parts }) {
  return distinct(
    parts.flatMap(
      ({ sides }) => sides.flatMap(
        ({ rules, refused, nearest }) => [...rules, ...refused, ...Object.values(nearest)].flatMap(({ address }) => address ?? [])
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
  const packets = region("ingress", protocols, ports, ALL_V4);
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
  const { side, packets, need, states, rules, refused, nearest, doubts, ifMembers, isSecret: isSecret2 } = part;
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
      const { [time]: miss } = nearest;
      return miss === void 0 ? void 0 : explainedMiss(miss, packets, subjects);
    }),
    doubts,
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
  const [asked] = boxes(packets);
  const { protocols, ports } = side.traffic;
  const [only, ...others] = ports;
  const isTold = lacks === "ports" && side.isTrafficSensitive !== true && others.length === 0;
  const hasPort = isTold && protocols.every(({ lo, hi }) => lo === hi && hasPorts(lo));
  return {
    ...explainedRule(miss, subjects),
    lacks,
    bound: !hasPort || only === void 0 || asked === void 0 ? void 0 : only.hi < asked.ports.lo ? { kind: "ends", port: only.hi } : { kind: "begins", port: only.lo }
  };
}
function rulePackets(side, subjects) {
  const { direction, traffic, peer } = side;
  const packets = region(
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
  if (peer.kind === "one-of") return tokenPeers("one of several");
  if (peer.kind !== "range") return everybody;
  return peer.range.kind === "known" ? peer.range.peers : tokenPeers(peer.range.token);
}

// src/command/explain.ts
var explainCommand = {
  usage: `usage: cce-plan-guard explain PLAN --from END --to END --port tcp/10250 [options]
       cce-plan-guard explain PLAN FINGERPRINT [options]

Says what becomes of packets before, while and after the plan is applied: which rules let them through or stop them, how
it is known that each is there, or what it depends on. Two ends that are both in security groups are both asked.
END is an address, a CIDR, \`internet\`; node, control or eni (node:CLUSTER where there are several clusters); the address
or label of a node pool; or the id, address or name of a security group.
FINGERPRINT is that of a finding, or its first digits, 8 at least: then its packets are explained.

  --from END, --to END
  --port PACKETS    ${TRAFFIC_FORM}
  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --facts FILE      what stands in the cloud, any number of files, as for check
  --facts-date INSTANT  when somebody looked, for files that do not say it, as 2026-11-24T06:00:00Z
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --base REVISION   git revision to look up blocks that are deleted
  --format FORMAT   text, json; default: text
  --output FILE     write the answer there instead of to standard output
  --help, --version

exit: 0 answered, 2 could not answer
`,
  run: async (argv, world) => {
    const options = readOptions(argv);
    return options.ok ? explained(options.value, world) : options;
  }
};
var OPTIONS = {
  from: { type: "string" },
  to: { type: "string" },
  port: { type: "string" },
  config: { type: "string" },
  facts: { type: "string", multiple: true },
  "facts-date": { type: "string" },
  source: { type: "string" },
  base: { type: "string" },
  format: { type: "string", default: "text" },
  output: { type: "string" },
  ...SHARED_OPTIONS
};
function readOptions(argv) {
  const read = readArguments(argv, "explain", OPTIONS);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  const [plan, prefix, ...rest] = positionals;
  const plans = plansNamed(plan === void 0 ? [] : [plan], "explain");
  if (!plans.ok) return plans;
  if (rest.length > 0) return err("one plan is explained at a time, and one finding");
  const asked = prefix === void 0 ? pathAsked(values) : findingAsked(prefix, values);
  if (!asked.ok) return asked;
  const facts = factsNamed(values.facts ?? [], values["facts-date"]);
  if (!facts.ok) return facts;
  const { config, source, base, format, output } = values;
  if (format !== "text" && format !== "json") return err(`--format takes text, json, not \`${format}\``);
  const [file] = plans.value;
  return ok({
    ...{ plan: must(file, "one is named"), asked: asked.value, facts: facts.value },
    ...{ config, source, base, isJson: format === "json", output }
  });
}
function pathAsked({ from, to, port }) {
  if (from === void 0 || to === void 0 || port === void 0) {
    return err(
      "no packets are named; write --from END --to END --port tcp/10250, or the fingerprint of a finding. See cce-plan-guard explain --help"
    );
  }
  const traffic = trafficNamed(port);
  return traffic.ok ? ok({ kind: "path", ends: { from, to }, traffic: traffic.value }) : err(`--port ${port} ${traffic.error}`);
}
function findingAsked(prefix, { from, to, port }) {
  if (!/^[0-9a-f]{8,16}$/.test(prefix)) {
    return err(
      `\`${prefix}\` is no fingerprint: write its first 8 to 16 digits, as check --format json has it`
    );
  }
  return [from, to, port].every((one) => one === void 0) ? ok({ kind: "finding", prefix }) : err("a finding has its own packets: leave out --from, --to and --port");
}
async function explained({ plan, asked, facts, config, source, base, isJson, output }, { now, write, terminal }) {
  const file = await openConfigurationFile(config);
  if (!file.ok) return file;
  const spared = spares(output, [plan, ...facts.files, file.value.path]);
  if (!spared.ok) return spared;
  const worked = await withFiles(
    {
      configuration: file.value.configuration,
      plans: [{ name: shownFile(plan), file: plan, source: () => openSourceOf(plan, { source, base }) }],
      facts: factsToRead(facts),
      failOn: void 0,
      label: void 0,
      now,
      prepareEngine: engineFor
    },
    async (input) => {
      const opened = await openRun(input);
      return opened.ok ? answerTo(asked, opened.value) : err(runErrorLine(opened.error));
    }
  );
  if (!worked.ok) return worked;
  const { value: explanation, settle } = worked.value;
  const written = write(await rendered(explanation, isJson, terminal(output)), output);
  await settle();
  return written.ok ? ok(0) : written;
}
async function answerTo(asked, opened) {
  const { budget, placesIn, judged } = opened;
  const [plan] = judged;
  const { subjects } = must(plan, "one plan is read");
  const found = within(
    budget,
    "rules",
    () => asked.kind === "path" ? ofPath(asked, subjects) : ofFinding(asked.prefix, opened)
  );
  if (!found.ok) return found;
  const actions = new Map(subjects.world.plan.rules.map((rule) => [rule.address, rule.actions]));
  const wanted = rulesIn(found.value).map((address) => ({ address, actions: actions.get(address) ?? [] }));
  return ok(explanationWithPlaces(found.value, await placesIn(0, wanted)));
}
function ofPath({ ends: named, traffic }, subjects) {
  const ends = endsNamed(named, subjects);
  if (!ends.ok) return ends;
  const answer = explainPath(pathSides(ends.value, traffic), subjects.world);
  return ok(explanationOf({ ...ends.value, traffic }, answer, subjects));
}
function ofFinding(prefix, { report, judged }) {
  const { subjects, verdict } = must(judged[0], "one plan is read");
  const fingerprint = fingerprints(subjects);
  const [told, ...others] = [...report.findings, ...report.untouched].filter(
    (one) => one.fingerprint.startsWith(prefix)
  );
  if (told === void 0) return err(`no finding of this plan has the fingerprint ${prefix}`);
  if (others.length > 0) {
    return err(`several findings have the fingerprint ${prefix}: write more of its digits`);
  }
  const found = verdict.findings.find((one) => fingerprint(one) === told.fingerprint);
  const side = found === void 0 ? void 0 : sideOfFinding(found, subjects);
  if (side === void 0) return err(`the finding ${told.fingerprint} is not about packets: see check`);
  return ok(explanationOf(told, explainPath([side], subjects.world), subjects));
}
async function rendered(explanation, isJson, terminal = { colors: false }) {
  if (isJson) {
    const { renderExplanationJson } = await import("./explain-WNPUIFTF.js");
    return renderExplanationJson(explanation);
  }
  const { renderExplanation } = await import("./explain-C2MQ5CFC.js");
  return renderExplanation(explanation, terminal);
}
export {
  explainCommand
};
