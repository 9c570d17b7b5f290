import {
  parsePackets
} from "./chunk-FPMHXCS7.js";
import {
  run,
  toldFindings
} from "./chunk-4UHWFURU.js";
import {
  bareCluster
} from "./chunk-CRBWAC3T.js";
import "./chunk-ZFGLZSMR.js";
import "./chunk-JNC5NJEG.js";
import {
  localReference,
  quoted,
  rootReference
} from "./chunk-EMDBAYUM.js";
import {
  blocksOf
} from "./chunk-5MLUUFGB.js";
import {
  doubtsIn,
  packetLines
} from "./chunk-RSVJZRMZ.js";
import {
  entryLines,
  nameText,
  withGone,
  withSeen
} from "./chunk-G7TW2D2V.js";
import {
  SENSITIVE
} from "./chunk-6D7JU3PK.js";
import {
  CHECKS,
  allRows,
  groupToken,
  isRepeat,
  literally
} from "./chunk-JN4SACTU.js";
import "./chunk-6K6RVTW6.js";
import {
  askRow,
  isSameRule,
  keptReaches,
  matched,
  needOf,
  rangePeers,
  reachesOf,
  sideOfRow
} from "./chunk-Q2MU73RC.js";
import "./chunk-O4YV2FOV.js";
import "./chunk-C6VRXLCB.js";
import {
  isAccepted,
  isChanging,
  isGroupPeer,
  isPeerSensitive,
  roleOfPeer
} from "./chunk-3YFBQZTJ.js";
import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  EMPTY,
  ICMP,
  LAST_PORT,
  OutOfBudget,
  anyAddress,
  cidrsOf,
  hasPorts,
  hasTypes,
  isEmpty,
  isSubset,
  protocolText,
  region,
  sameSets,
  subtract,
  tokenPeers,
  union,
  unionOf,
  unionPeers,
  within
} from "./chunk-MEXHSFFU.js";
import {
  moduleText,
  parseAddress
} from "./chunk-EWVTMIMU.js";
import {
  distinct,
  groupBy,
  memo,
  memoOfObject
} from "./chunk-HR654TLQ.js";
import {
  must
} from "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";

// src/plan/edit.ts
function planWith(plan, edits) {
  const byAddress = groupBy(edits, (edit) => edit.kind === "move" ? edit.to : edit.address);
  const moved = new Map(edits.flatMap((edit) => edit.kind === "move" ? [[edit.from, edit.to]] : []));
  const old = new Map(
    plan.rules.filter(({ address }) => moved.has(address)).map((rule) => [rule.address, rule])
  );
  const rules = plan.rules.filter(({ address }) => !moved.has(address)).flatMap((rule) => (byAddress.get(rule.address) ?? []).reduce(editedRules(old), [rule]));
  const kept = (all) => all.flatMap((one) => isKept(byAddress.get(one.address)) ? keptObject(one) : [one]);
  return {
    ...plan,
    rules: [...rules, ...edits.flatMap((edit) => edit.kind === "add" ? [addedRule(edit)] : [])],
    groups: plan.groups.flatMap((group) => editedGroup(group, byAddress.get(group.address) ?? [])),
    clusters: kept(plan.clusters),
    nodePools: kept(plan.nodePools),
    vpcs: kept(plan.vpcs),
    secondaryCidrs: kept(plan.secondaryCidrs),
    subnets: kept(plan.subnets),
    attachments: kept(plan.attachments),
    nodes: kept(plan.nodes)
  };
}
var NOTHING_DONE = ["no-op"];
function isKept(edits = []) {
  return edits.some(({ kind }) => kind === "keep");
}
function editedRules(old) {
  return (rules, edit) => rules.flatMap((rule) => editedRule(rule, edit, old));
}
function editedRule(rule, edit, old) {
  const { before, after } = rule;
  switch (edit.kind) {
    case "keep":
      if (!isChanging(rule)) return [rule];
      return before === void 0 ? [] : [asStanding(rule, before)];
    case "adopt":
      return after === void 0 ? [rule] : [asStanding(rule, after)];
    case "move":
      return after === void 0 ? [rule] : [{ ...asStanding(rule, after), id: old.get(edit.from)?.id }];
    case "old-first":
      return rule.change === "created-then-destroyed" ? [{ ...rule, change: "destroyed-then-created", actions: ["delete", "create"] }] : [rule];
    case "become":
      return [{ ...rule, after: edit.after }];
    case "no-default-rules":
    case "add":
      return [rule];
  }
}
function asStanding(rule, side) {
  return {
    ...rule,
    before: side,
    after: side,
    change: "stands",
    actions: NOTHING_DONE,
    replaceAttributes: []
  };
}
function addedRule({
  address,
  api,
  side,
  isFirst
}) {
  return {
    ...{ address, api, id: void 0, isDeposed: false, replaceAttributes: [], drifted: void 0 },
    actions: isFirst ? NOTHING_DONE : ["create"],
    change: isFirst ? "stands" : "created",
    before: isFirst ? side : void 0,
    after: side
  };
}
function editedGroup(group, edits) {
  const isBare = edits.some(({ kind }) => kind === "no-default-rules");
  const own = isBare && !group.existsBefore ? { ...group, hasDefaultRules: false } : group;
  if (!isKept(edits)) return [own];
  if (!group.existsBefore) return [];
  return [
    {
      ...group,
      actions: NOTHING_DONE,
      nameAfter: group.nameBefore,
      existsAfter: true,
      isDestroyed: false,
      isDescriptionChanged: false
    }
  ];
}
function keptObject(one) {
  const { before } = one;
  if (before === void 0) return [];
  return [{ ...one, actions: NOTHING_DONE, isReplaced: false, replaceAttributes: [], after: before }];
}

// src/mend/candidate.ts
function candidate(parts) {
  return { blocks: [], module: "", stages: [], ...parts };
}

// src/mend/proof.ts
function runWith({ input }, plan, { edits, configuration }) {
  return run({
    ...input,
    plans: input.plans.map(
      (one, index) => index === plan ? { ...one, plan: planWith(one.plan, edits) } : one
    ),
    ...configuration !== void 0 && { configuration, proposed: configuration }
  });
}
function proofOf(judged, ailment, edits) {
  const next = runWith(judged, ailment.plan, { edits });
  if (!isCured(judged.run.report, next.report, ailment)) return void 0;
  const opened = openingsOf(judged.run, next, ailment, edits);
  return opened === void 0 ? void 0 : [...opened, ...besides(judged.run.report, next.report, ailment)];
}
var RANK = { notice: 0, warning: 1, critical: 2 };
function isCured(before, after, { findings }) {
  const was = new Map(before.findings.map((one) => [one.fingerprint, one]));
  const targets = new Set(findings.map(({ fingerprint }) => fingerprint));
  const rows = new Set(findings.flatMap((one) => rowOfSubject(one) ?? []));
  return after.findings.filter(({ waived }) => waived === void 0).every((one) => {
    const old = was.get(one.fingerprint);
    if (targets.has(one.fingerprint)) return false;
    if (old !== void 0 && old.waived === void 0) return RANK[one.severity] <= RANK[old.severity];
    const key = rowOfSubject(one);
    return one.severity === "notice" && (key === void 0 || !rows.has(key));
  });
}
function rowOfSubject({ plan, cluster, pool, group, row }) {
  return row === void 0 ? void 0 : JSON.stringify([plan, cluster, pool, group?.key, row.id]);
}
function openingsOf(was, next, { plan, rows, groups }, edits) {
  const [old, edited] = [was, next].map(({ judged }) => must(judged[plan], "the same plans").subjects);
  if (old === void 0 || edited === void 0) return void 0;
  const keys = distinct([
    ...groups,
    ...edits.flatMap(
      (edit) => edit.kind === "add" && edit.side.group.kind === "group" ? [edit.side.group.key] : []
    )
  ]);
  const more = keys.map((key) => {
    const { before, after } = old.viewOf(key).rules;
    const through = literally(edited.viewOf(key).rules.after, edited.world).surely;
    const known = union(literally(before, old.world).surely, literally(after, old.world).surely);
    return { key, region: subtract(through, known) };
  });
  const isAsked = more.every(({ key, region: opened }) => isEmpty(subtract(opened, wantedOf(rows, key))));
  if (!isAsked) return void 0;
  const opening = rows.filter(
    (row) => more.some(({ region: opened }) => !isSubset(wantedBy(row), subtract(wantedBy(row), opened)))
  );
  return opening.length === 0 ? [{ kind: "opens-nothing" }] : [{ kind: "opens-rows", rows: distinct(opening.map(({ asked }) => asked.row.id)) }];
}
function wantedOf(rows, key) {
  const own = rows.filter(({ subject }) => subject.groups.some((group) => group.key === key));
  return own.length === 0 ? EMPTY : unionOf(own.map(wantedBy));
}
function wantedBy({ asked, subject }) {
  const state = subject.after;
  return unionOf(
    [askRow(asked.row, subject, state), asked.ask(state)].map((question) => {
      const { direction, traffic, need, groups } = question;
      const named = unionPeers(need, tokenPeers(...groups.map(groupToken)));
      return union(needOf(question), region(direction, traffic.protocols, traffic.ports, named));
    })
  );
}
function besides(before, after, { findings }) {
  const own = new Set(findings.map(({ fingerprint }) => fingerprint));
  const known = new Set(before.findings.map(({ fingerprint }) => fingerprint));
  const left = new Set(after.findings.map(({ fingerprint }) => fingerprint));
  const idle = after.findings.flatMap(
    ({ reason, fingerprint }) => reason.kind === "egress-rules-idle" && !known.has(fingerprint) ? [reason.rules] : []
  );
  const ended = before.findings.filter(
    ({ fingerprint, severity, waived }) => severity !== "notice" && waived === void 0 && !own.has(fingerprint) && !left.has(fingerprint)
  );
  return [
    ...idle.map((rules) => ({ kind: "egress-stays-open", rules })),
    ...ended.length > 0 ? [{ kind: "ends-more", findings: ended.length }] : []
  ];
}

// src/mend/accept.ts
var DAYS = 90;
var TERMS = { reason: "why this is accepted", owner: "who answers for it" };
function acceptance(ailment, judged) {
  const { configuration, today } = judged.input;
  const until = dayAfter(today, DAYS);
  const entries = ailment.found.map((found) => entriesFor(found, until));
  if (entries.some((some) => some.length === 0)) return void 0;
  const waivers = entries.flat();
  const accepting = { ...configuration, waivers: [...configuration.waivers, ...waivers] };
  const { report } = runWith(judged, ailment.plan, { edits: [], configuration: accepting });
  const targets = new Set(ailment.findings.map(({ fingerprint }) => fingerprint));
  const isLeft = report.findings.some(
    ({ fingerprint, waived, reason }) => waived === void 0 && (targets.has(fingerprint) || reason.kind === "waiver-idle" && waivers.includes(reason.waiver))
  );
  if (isLeft) return void 0;
  return {
    ...candidate({ kind: "waive", step: { kind: "waive", until }, edits: [] }),
    configuration: ["waivers:", ...waivers.flatMap(waiverLines)].join("\n"),
    effects: [{ kind: "then", conclusion: report.conclusion }],
    ...{ adds: [], removes: [] }
  };
}
function dayAfter(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
}
function entriesFor(found, expires) {
  const { row, check, cluster, packets, causes } = found;
  const isSecret = packets?.naming.isSensitive === true || packets?.naming.isTrafficSensitive === true;
  if (isSecret || cluster !== void 0 && cluster.label !== cluster.name) return [];
  const base = {
    ...TERMS,
    ...{ expires, cluster: cluster?.name, group: void 0, address: void 0, packets: void 0 },
    ...{ requirement: void 0, check: void 0 }
  };
  if (row === void 0) {
    const [cause] = causes;
    return [{ ...base, check: check.id, address: cause?.address }];
  }
  const texts = packets === void 0 ? [] : packetLines(packets.region).flatMap(waivableTexts);
  return texts.map((text) => ({
    ...base,
    requirement: row.id,
    packets: { ...waivedPackets(text), text }
  }));
}
function waivedPackets(text) {
  const read = parsePackets(text);
  return must(read.ok ? read.value : void 0, "packets of our own are well formed");
}
var PEER_LIMIT = 3;
function waivableTexts({ direction, protocols, ports, peers }) {
  const way = direction === "ingress" ? "from" : "to";
  const cidrs = peers.tokens.length === 0 ? cidrsOf(peers) : [];
  const named = cidrs.length === 0 || cidrs.length > PEER_LIMIT ? ["any"] : cidrs;
  const whats = protocols.flatMap(({ lo, hi }) => {
    if (lo === 0 && hi === 255) return ["all"];
    const one = (protocol) => hasTypes(protocol) && protocol !== ICMP ? String(protocol) : protocolText(protocol);
    if (lo < hi)
      return hi - lo > PEER_LIMIT ? ["all"] : Array.from({ length: hi - lo + 1 }, (_, i) => one(lo + i));
    if (ports === "all" || !hasPorts(lo)) return [one(lo)];
    return [
      `${one(lo)}/${ports.lo === ports.hi ? String(ports.lo) : `${String(ports.lo)}-${String(ports.hi)}`}`
    ];
  });
  return [...new Set(whats)].flatMap((what) => named.map((peer) => `${what} ${way} ${peer}`));
}
function waiverLines({
  requirement,
  check,
  cluster,
  address,
  packets,
  reason,
  owner,
  expires
}) {
  const [first, ...others] = [
    ...requirement === void 0 ? [] : [`requirement: ${requirement}`],
    ...check === void 0 ? [] : [`check: ${check}`],
    ...cluster === void 0 ? [] : [`cluster: ${nameText(cluster)}`],
    ...address === void 0 ? [] : [`address: ${JSON.stringify(address)}`],
    ...packets === void 0 ? [] : [`packets: ${packets.text}`],
    `reason: ${reason}`,
    `owner: ${owner}`,
    `expires: ${expires}`
  ];
  return [`  - ${first}`, ...others.map((line) => `    ${line}`)];
}

// src/mend/ailment.ts
function ailmentOf({ findings, plan }, told, judged) {
  const { subjects } = must(judged[plan], "a block is of a plan that was judged");
  const foundOf = ({ fingerprint }) => must(told.get(fingerprint), "each finding of a report was told by a check").found;
  const [first, ...others] = findings;
  const found = [foundOf(first), ...others.map(foundOf)];
  const rows = found.flatMap((one) => sickRow(one, subjects));
  return {
    ...{ plan, subjects, findings, found, rows },
    groups: distinct([
      ...found.flatMap(({ group }) => group ?? []),
      ...rows.flatMap(({ subject }) => subject.groups.map(({ key }) => key))
    ])
  };
}
function sickRow(found, { subjects }) {
  const { row, cluster, role, pool, check, reason } = found;
  if (row === void 0 || reason.kind === "not-crosswise") return [];
  const subject = subjects.find((one) => one.cluster === cluster && one.role === role && one.pool === pool);
  if (subject === void 0) return [];
  const rowsOf = CHECKS.find(({ id }) => id === check.id)?.rows ?? allRows;
  const asked = rowsOf(subject).find((one) => one.row === row);
  return asked === void 0 ? [] : [{ found, subject, asked }];
}

// src/mend/new-rule.ts
function isWritable({ remote }) {
  return remote.kind !== "cidr" || remote.cidr !== void 0 || remote.reference !== void 0;
}
var V3_PRIORITY = 1;

// src/mend/rule-hcl.ts
var RULE_TYPES = {
  v2: "opentelekomcloud_networking_secgroup_rule_v2",
  v3: "opentelekomcloud_vpc_secgroup_rule_v3"
};
function ruleResource({
  label,
  api,
  side,
  group,
  remote,
  comments = []
}) {
  const { direction, family, priority, action } = side;
  const traffic = api === "v2" ? argumentsOfV2(side.traffic) : argumentsOfV3(side.traffic);
  if (traffic === void 0 || direction === "unknown" || family === "unknown") return void 0;
  const peer = remote === void 0 ? [] : [[side.peer.kind === "group" ? "remote_group_id" : "remote_ip_prefix", remote]];
  const rank = [
    ["action", quoted(action)],
    ...priority.kind === "known" ? [["priority", String(priority.value)]] : []
  ];
  const body = [
    ["security_group_id", group],
    ["direction", quoted(direction)],
    [api === "v2" ? "ethertype" : "ether_type", quoted(family)],
    ...traffic,
    ...peer,
    ...api === "v3" ? rank : []
  ];
  return { keyword: "resource", labels: [RULE_TYPES[api], label], body, comments };
}
function wireTraffic({ protocols, ports, isAtMost }) {
  const [only, ...others] = protocols;
  if (isAtMost === true || only === void 0 || others.length > 0) return void 0;
  if (isEveryProtocol(protocols)) {
    return isEveryPort(ports) ? [{ protocol: null, min: null, max: null }] : void 0;
  }
  if (only.lo !== only.hi) return void 0;
  const protocol = only.lo === ICMP ? "icmp" : hasPorts(only.lo) ? protocolText(only.lo) : String(only.lo);
  if (hasPorts(only.lo)) return ports.map(({ lo, hi }) => ({ protocol, min: Math.max(1, lo), max: hi }));
  if (!hasTypes(only.lo)) return [{ protocol, min: null, max: null }];
  if (isEveryPort(ports)) return only.lo === ICMP ? [{ protocol, min: 0, max: 255 }] : void 0;
  return ports.flatMap(
    ({ lo, hi }) => Array.from({ length: Math.min(hi - lo + 1, TYPE_LIMIT) }, (_, i) => ({
      ...{ protocol, min: Math.floor((lo + i) / 256), max: (lo + i) % 256 }
    }))
  );
}
var TYPE_LIMIT = 16;
function isEveryProtocol(protocols) {
  return sameSets(protocols, [ALL_PROTOCOLS]);
}
function isEveryPort(ports) {
  const [only, ...others] = ports;
  return only !== void 0 && others.length === 0 && only.lo <= 1 && only.hi === LAST_PORT;
}
function argumentsOfV2(traffic) {
  const [only, ...others] = wireTraffic(traffic) ?? [];
  if (only === void 0 || others.length > 0) return void 0;
  const { protocol, min, max } = only;
  return [
    ...protocol === null ? [] : [["protocol", quoted(protocol)]],
    ...min === null ? [] : [["port_range_min", String(min)]],
    ...max === null ? [] : [["port_range_max", String(max)]]
  ];
}
function argumentsOfV3({ protocols, ports, isAtMost }) {
  const [only, ...others] = protocols;
  if (isAtMost === true || only === void 0 || others.length > 0) return void 0;
  if (isEveryProtocol(protocols)) return isEveryPort(ports) ? [] : void 0;
  if (only.lo !== only.hi) return void 0;
  const protocol = ["protocol", quoted(protocolText(only.lo))];
  if (sameSets(ports, ALL_PORTS) || isEveryPort(ports)) return [protocol];
  if (!hasPorts(only.lo)) return void 0;
  const runs = ports.map(({ lo, hi }) => lo === hi ? String(lo) : `${String(lo)}-${String(hi)}`);
  return [protocol, ["multi_port", quoted(runs.join(","))]];
}

// src/mend/row-rules.ts
function rowRules(row, place) {
  if (row.peer === "any") return [ruleFor(row, place, { peer: { kind: "any" }, remote: { kind: "any" } })];
  if (!isGroupPeer(row.peer)) return rulesFor(row, reachesOf(row.peer, place.addresses), place);
  const key = place.keys[roleOfPeer(row.peer)];
  if (key === void 0) return [];
  const peer = { kind: "group", group: { kind: "group", key }, isSensitive: false };
  return [ruleFor(row, place, { peer, remote: { kind: "group", key } })];
}
function floorRules(row, keep, place) {
  return rulesFor(row, keptReaches(keep, place.addresses), place);
}
function rulesFor(row, reaches, place) {
  return reaches.flatMap((reach) => otherEnds(reach).map((end) => ruleFor(row, place, end)));
}
function ruleFor(row, { group, addresses }, { peer, remote }) {
  const own = row.isNodePorts === true ? addresses.nodePorts : void 0;
  const ports = own?.kind === "known" ? own.range : row.ports;
  return { rows: [row], side: sideOfRow({ ...row, ports }, group, peer), remote };
}
function otherEnds(reach) {
  const { ranges, isSensitive, attribute } = reach;
  const reference = attribute !== void 0 && isNameable(attribute) ? attribute : void 0;
  return rangePeers(reach).map((peer, index) => {
    const [cidr] = isSensitive ? [] : ranges.slice(index, index + 1).flatMap(cidrsOf);
    return { peer, remote: { kind: "cidr", cidr, reference: index === 0 ? reference : void 0 } };
  });
}
var ROOT_ATTRIBUTE = /^(data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(\[(\d+|"[\w .:/-]*")\])?\.[a-z_]+$/;
function isNameable(attribute) {
  return attribute.length <= MAX_NAME && ROOT_ATTRIBUTE.test(attribute);
}
var MAX_NAME = 300;

// src/mend/add-rules.ts
function addRules(ailment, pen) {
  const { world } = ailment.subjects;
  const lacking = ailment.rows.flatMap((sick) => {
    const { packets, change } = sick.found;
    const isMissing = change === "introduced" || change === "pre-existing";
    return packets === void 0 || !isMissing ? [] : [{ ...sick, region: packets.region }];
  });
  const priority = priorityAgainst(lacking, world);
  if (priority === "none") return [];
  const wanted = minimal(
    lacking.flatMap((one) => helpingRules(one, world)),
    lacking,
    world
  );
  const written = wanted.map((rule) => write(rule, { priority, world, ...pen }));
  const rules = written.filter((rule) => rule !== void 0);
  if (rules.length === 0 || rules.length < written.length) return [];
  if (rules.some((one) => isRepeat(addedRule({ ...one, isFirst: false }), ailment.subjects))) return [];
  const goes = lacking.some(({ found: { reason } }) => reason.kind === "row" && reason.need === "as-before");
  return (goes ? [true, false] : [false]).map((isFirst) => added(rules, isFirst, priority !== void 0));
}
function helpingRules(lacking, world) {
  const { found, subject, asked } = lacking;
  const { cluster, role, groups, after } = subject;
  const { row } = asked;
  const [group] = groups;
  if (group === void 0) return [];
  const place = {
    group: group.key,
    addresses: after.addresses,
    keys: {
      node: role === "node" ? group.key : cluster.node.after,
      control: after.controlGroup,
      eni: role === "eni" ? group.key : cluster.eni?.after
    }
  };
  const { floor } = row;
  const isFloor = floor?.kind === "ranges" && found.check.id === "required-access";
  const all = isFloor ? floorRules(row, floor.keep, place) : rowRules(row, place);
  const rules = row.peer === "master-node-cidr" && !all.every(isWritable) ? rowRules({ ...row, peer: "control-group" }, place).map((rule) => ({ ...rule, rows: [row] })) : all;
  return rules.filter((rule) => !isEmpty(coverOf(rule, lacking, world)));
}
function coverOf({ side }, { subject, asked, region: region2 }, world) {
  if (!subject.groups.some(({ key }) => side.group.kind === "group" && side.group.key === key)) {
    return EMPTY;
  }
  return matched(side, { subject, question: asked.ask(subject.after), region: region2 }, world);
}
function minimal(all, lacking, world) {
  const same = groupBy(
    all,
    ({ side }) => JSON.stringify(side, (_, value) => typeof value === "bigint" ? String(value) : value)
  );
  const rules = [...same.values()].map(([first, ...others]) => ({
    ...first,
    rows: distinct([first, ...others].flatMap(({ rows }) => rows)),
    covers: lacking.map((row) => coverOf(first, row, world))
  }));
  return rules.reduce((kept, rule) => {
    const others = kept.filter((one) => one !== rule);
    const isSpare = rule.covers.every(
      (cover, row) => isSubset(cover, unionOf(others.flatMap(({ covers }) => covers.slice(row, row + 1))))
    );
    return isSpare ? others : kept;
  }, rules);
}
function priorityAgainst(lacking, world) {
  const denies = lacking.flatMap(({ subject, asked, region: region2 }) => {
    const lack = { subject, question: asked.ask(subject.after), region: region2 };
    return subject.after.rules.flatMap(({ sides }) => sides).filter((side) => side.action !== "allow" && !isEmpty(matched(side, lack, world)));
  });
  if (denies.length === 0) return void 0;
  const ranks = denies.map(({ priority: priority2 }) => priority2.kind === "known" ? priority2.value : 1);
  const priority = Math.min(...ranks) - 1;
  return priority < 1 ? "none" : priority;
}
function write(rule, {
  priority,
  world,
  expressionsOf,
  labelFor
}) {
  const { side, rows, remote } = rule;
  if (side.group.kind !== "group") return void 0;
  const { key } = side.group;
  const api = priority === void 0 ? usualApi(key, world) : "v3";
  if (api === "nova") return void 0;
  for (const group of expressionsOf(key)) {
    const module = group.module ?? "";
    const other = remoteText(remote, module, expressionsOf);
    if (other === void 0) continue;
    const own = api === "v3" ? { ...side, priority: { kind: "known", value: priority ?? V3_PRIORITY } } : side;
    const wanted = `cce_${rows.map(({ id }) => id.toLowerCase().replace(".", "_")).join("_")}`;
    const type = RULE_TYPES[api];
    const label = labelFor(wanted, { type, module, id: JSON.stringify([key, wanted, other.text, priority]) });
    const comments = rows.map(({ id, purpose }) => `${id}: ${purpose}`);
    const text = { label, api, side: own, group: group.text, remote: other.text, comments };
    const block = ruleResource(text);
    if (block === void 0) return void 0;
    return { side: own, address: `${module}${type}.${label}`, api, module, block };
  }
  return void 0;
}
function remoteText(remote, module, expressionsOf) {
  switch (remote.kind) {
    case "any":
      return { text: quoted("0.0.0.0/0") };
    case "cidr": {
      const { cidr, reference } = remote;
      if (reference !== void 0 && module === "") return { text: reference };
      return cidr === void 0 ? void 0 : { text: quoted(cidr) };
    }
    case "group":
      return expressionsOf(remote.key).find((named) => named.module === void 0 || named.module === module);
  }
}
function usualApi(key, world) {
  const group = world.plan.groups.find((one) => one.key === key && !one.isData);
  if (group?.api === "nova") return "nova";
  const rules = world.rulesOf(key);
  const ofV3 = rules.filter(({ api }) => api === "v3").length;
  if (rules.length === 0) return group?.api ?? "v2";
  return 2 * ofV3 > rules.length ? "v3" : "v2";
}
function added(rules, isFirst, isOutranking) {
  const addresses = rules.map(({ address }) => address);
  const [{ module } = { module: "" }] = rules;
  return candidate({
    kind: "add-rules",
    step: { kind: isOutranking ? "outrank" : "add-rules", rules: rules.length, isFirst },
    edits: rules.map(({ address, api, side }) => ({ kind: "add", address, api, side, isFirst })),
    blocks: rules.map(({ block }) => block),
    module,
    stages: isFirst ? [{ targets: addresses }, { targets: [] }] : []
  });
}

// src/mend/undo.ts
function undoCauses(ailment) {
  const addresses = distinct(ailment.found.flatMap(({ causes }) => causes.map(({ address }) => address)));
  return undoOf(addresses, ailment);
}
function undoShift(ailment) {
  const { shifting, plan } = ailment.subjects.world;
  const groups = new Set(ailment.groups);
  const own = plan.rules.filter(({ address, before, after }) => {
    const { group } = before ?? after ?? {};
    return shifting.has(address) && group?.kind === "group" && groups.has(group.key);
  });
  const causes = ailment.found.flatMap((found) => found.causes.map(({ address }) => address));
  return undoOf(distinct([...own.map(({ address }) => address), ...causes]), ailment).slice(-1);
}
function keepGroup(ailment) {
  const { plan } = ailment.subjects.world;
  const causes = new Set(ailment.found.flatMap((found) => found.causes.map(({ address }) => address)));
  const keys = new Set(
    plan.groups.flatMap(({ address, key, isDestroyed }) => causes.has(address) && isDestroyed ? [key] : [])
  );
  const rules = plan.rules.filter(
    (rule) => isChanging(rule) && rule.before?.group.kind === "group" && keys.has(rule.before.group.key)
  );
  const pools = plan.nodePools.filter(
    ({ isReplaced, before }) => isReplaced && before?.groups.some((ref) => ref.kind === "group" && keys.has(ref.key)) === true
  );
  const addresses = [...causes, ...[...rules, ...pools].map(({ address }) => address)];
  return undoOf(distinct(addresses), ailment);
}
function undoOf(addresses, { subjects }) {
  const { plan, isElsewhere } = subjects.world;
  const fates = fatesIn(plan);
  const own = addresses.filter((address) => !isElsewhere(address));
  const of = (fate) => own.filter((address) => fates.get(address) === fate);
  const [gone, changed, made] = [of("gone"), of("changed"), of("made")];
  const none = { gone: [], changed: [], made: [] };
  const kept = gone.length + changed.length;
  return [
    ...kept > 0 ? [undo({ ...none, gone, changed }, plan)] : [],
    ...made.length > 0 ? [undo({ ...none, made }, plan)] : [],
    ...kept > 0 && made.length > 0 ? [undo({ gone, changed, made }, plan)] : []
  ];
}
function undo({ gone, changed, made }, plan) {
  const rules = rulesAt(plan);
  const isDeny = made.length > 0 && made.every((address) => rules.get(address)?.every(isDenied) === true);
  const attributes = changed.flatMap((address) => forcingOf(address, plan));
  return candidate({
    kind: gone.length > 0 && changed.length + made.length === 0 ? "put-back" : isDeny && gone.length + changed.length === 0 ? "deny" : "undo",
    step: { kind: "undo", gone, changed, made, isDeny, attributes: distinct(attributes) },
    edits: [...gone, ...changed, ...made].flatMap((address) => editsOf(address, plan))
  });
}
function lesserUndos({ step }, { subjects }) {
  if (step.kind !== "undo") return [];
  const all = [...step.gone, ...step.changed, ...step.made];
  if (all.length < 2) return [];
  return all.map((left) => {
    const without = (addresses) => addresses.filter((address) => address !== left);
    return undo(
      { gone: without(step.gone), changed: without(step.changed), made: without(step.made) },
      subjects.world.plan
    );
  });
}
function isDenied({ after }) {
  return after?.action === "deny";
}
function editsOf(address, plan) {
  const naming = namingAddressGroup(plan).get(address);
  if (naming === void 0) return [{ kind: "keep", address }];
  return naming.map((rule) => ({
    kind: "become",
    address: rule.address,
    after: must(rule.before, "only what was there before is kept")
  }));
}
function forcingOf(address, plan) {
  const holders = [...plan.nodePools, ...plan.clusters, ...plan.rules].filter(
    (one) => one.address === address
  );
  return holders.flatMap(({ replaceAttributes }) => replaceAttributes);
}
var rulesAt = memoOfObject(({ rules }) => {
  const found = /* @__PURE__ */ new Map();
  for (const rule of rules) {
    const own = found.get(rule.address);
    if (own === void 0) found.set(rule.address, [rule]);
    else own.push(rule);
  }
  return found;
});
var namingAddressGroup = memoOfObject(({ rules }) => {
  const found = /* @__PURE__ */ new Map();
  for (const rule of rules) {
    const peer = rule.after?.peer;
    if (rule.before === void 0 || peer?.kind !== "range" || peer.addressGroup === void 0) continue;
    found.set(peer.addressGroup.address, [...found.get(peer.addressGroup.address) ?? [], rule]);
  }
  return found;
});
var fatesIn = memoOfObject((plan) => {
  const fates = /* @__PURE__ */ new Map();
  const note = (address, before, after) => {
    const old = fates.get(address);
    const was = before || old !== void 0 && old !== "made";
    const is = after || old !== void 0 && old !== "gone";
    if (was || is) fates.set(address, was ? is ? "changed" : "gone" : "made");
  };
  for (const rule of plan.rules) {
    if (!isChanging(rule) || rule.isDeposed) continue;
    note(rule.address, rule.before !== void 0, rule.after !== void 0);
  }
  for (const address of namingAddressGroup(plan).keys()) note(address, true, true);
  for (const group of plan.groups) {
    if (!group.isData && group.existsBefore) note(group.address, true, group.existsAfter);
  }
  const { clusters, nodePools, vpcs, secondaryCidrs, subnets, attachments } = plan;
  for (const one of [clusters, nodePools, vpcs, secondaryCidrs, subnets, attachments].flat()) {
    if (!one.isData && one.before !== void 0) note(one.address, true, one.after !== void 0);
  }
  for (const { address, before, after } of secondaryCidrs) {
    if (before === void 0 && after !== void 0) note(address, false, true);
  }
  return fates;
});

// src/mend/candidates.ts
var PROPOSALS = {
  row: [undoCauses, addRules],
  "deny-of-unknown-rank": [undoCauses],
  "load-balancers-unknown": [undoCauses],
  opened: [undoCauses],
  repeats: [oldFirst, noDefaultRules, undoCauses, importRules],
  "rules-shift": [undoShift],
  "key-renamed": [moveRules, undoCauses],
  "group-goes": [keepGroup],
  "pool-replaced": [undoCauses],
  "cluster-replaced": [undoCauses],
  "group-renamed": [undoCauses]
};
function candidatesFor(ailment, pen) {
  const kinds = distinct(ailment.found.map(({ reason }) => reason.kind));
  const kind = kinds.find((one) => one === "rules-shift") ?? kinds[0];
  const proposals = kind === void 0 ? [] : PROPOSALS[kind] ?? [];
  return proposals.flatMap((propose) => propose(ailment, pen));
}
function repeatsIn({ found }) {
  return found.flatMap(({ reason }) => reason.kind === "repeats" ? [reason] : []);
}
function oldFirst(ailment) {
  const addresses = repeatsIn(ailment).flatMap(({ twin, rule }) => twin.kind === "itself" ? [rule] : []);
  if (addresses.length === 0) return [];
  return [
    candidate({
      kind: "no-create-before-destroy",
      step: { kind: "old-first", addresses },
      edits: addresses.map((address) => ({ kind: "old-first", address }))
    })
  ];
}
function noDefaultRules(ailment) {
  if (!repeatsIn(ailment).every(({ twin }) => twin.kind === "rule-of-new-groups")) return [];
  const { plan } = ailment.subjects.world;
  const groups = plan.groups.filter(
    ({ key, existsBefore, hasDefaultRules }) => ailment.groups.includes(key) && !existsBefore && hasDefaultRules
  );
  const addresses = groups.map(({ address }) => address);
  if (addresses.length === 0) return [];
  return [
    candidate({
      kind: "delete-default-rules",
      step: { kind: "no-default-rules", addresses },
      edits: addresses.map((address) => ({ kind: "no-default-rules", address }))
    })
  ];
}
function importRules(ailment) {
  const { plan, unmanaged, configuration } = ailment.subjects.world;
  const repeats = repeatsIn(ailment);
  const isThere = repeats.every(({ twin }) => ["default-rule", "seen-rule"].includes(twin.kind));
  if (!isThere) return [];
  return repeats.flatMap(({ rule: text }) => {
    const rule = plan.rules.find(({ address: address2 }) => address2 === text);
    const address = parseAddress(text);
    const to = address === void 0 ? void 0 : rootReference(address);
    if (rule?.after?.group.kind !== "group" || to === void 0 || repeats.length > 1) return [];
    const { after } = rule;
    const { key } = rule.after.group;
    const seen = unmanaged.get(key)?.rules.find(({ side }) => isSameRule(after, side, key, configuration));
    return [
      candidate({
        kind: "import",
        step: { kind: "import", address: text, id: seen?.id },
        edits: [{ kind: "adopt", address: text }],
        blocks: seen === void 0 ? [] : [
          {
            keyword: "import",
            labels: [],
            body: [
              ["to", to],
              ["id", quoted(seen.id)]
            ]
          }
        ]
      })
    ];
  });
}
function moveRules({ found }) {
  const moves = found.flatMap(({ reason }) => {
    if (reason.kind !== "key-renamed" || reason.isDeposed || reason.from === void 0) return [];
    const { from, to, canMove } = reason;
    return canMove ? [{ from, to }] : [];
  });
  if (moves.length === 0 || moves.length < found.length) return [];
  const blocks = moves.map(({ from, to }) => {
    const [old, next] = [from, to].map((text) => {
      const address = parseAddress(text);
      return address === void 0 ? void 0 : rootReference(address);
    });
    return old === void 0 || next === void 0 ? void 0 : {
      keyword: "moved",
      labels: [],
      body: [
        ["from", old],
        ["to", next]
      ]
    };
  });
  const whole = blocks.filter((block) => block !== void 0);
  if (whole.length < moves.length) return [];
  return [
    candidate({
      kind: "moved",
      step: { kind: "move", moves },
      edits: moves.map((move) => ({ kind: "move", ...move })),
      blocks: whole
    })
  ];
}

// src/mend/configure.ts
function decisions(ailment, judged) {
  const { configuration } = judged.input;
  return [...recorded(ailment, configuration), ...priorities(ailment, configuration)].flatMap((one) => {
    const { report } = runWith(judged, ailment.plan, { edits: [], configuration: one.configuration });
    const targets = new Set(ailment.findings.map(({ fingerprint }) => fingerprint));
    if (report.findings.some(({ fingerprint, waived }) => waived === void 0 && targets.has(fingerprint)))
      return [];
    const isHeld = isCured(judged.run.report, report, ailment);
    return [
      {
        ...candidate({ kind: "configuration", step: one.step, edits: [] }),
        configuration: one.lines.join("\n"),
        effects: [
          { kind: "becomes", isHeld },
          { kind: "then", conclusion: report.conclusion }
        ],
        ...{ adds: [], removes: [] }
      }
    ];
  });
}
function recorded({ findings, found }, configuration) {
  const doubts = doubtsIn(findings).filter((doubt2) => doubt2.kind === "default");
  const [doubt, ...others] = doubts;
  const { cluster } = found[0];
  const isClear = doubt !== void 0 && others.length === 0 && cluster?.label === doubt.cluster;
  if (!isClear || cluster.name !== cluster.label) return [];
  const was = configuration.clusters.find(({ name }) => name === cluster.name);
  const rest = configuration.clusters.filter((one) => one !== was);
  const rows = [doubt.row];
  return ["standing", "gone"].map((which) => {
    const entry = which === "gone" ? withGone(was?.defaultRules, rows) : withSeen(was?.defaultRules, { gone: [], standing: rows });
    const clusters = [...rest, { ...was ?? bareCluster(cluster.name), defaultRules: entry }];
    return {
      step: { kind: "default-rules", rows: which },
      configuration: { ...configuration, clusters },
      lines: entryLines(cluster.name, entry)
    };
  });
}
function priorities({ findings }, configuration) {
  if (!doubtsIn(findings).some(({ kind }) => kind === "rank")) return [];
  return [1, 100].map((value) => ({
    step: { kind: "default-rule-priority", value },
    configuration: { ...configuration, defaultRulePriority: value },
    lines: [`default-rule-priority: ${String(value)}`]
  }));
}

// src/mend/naming.ts
function groupExpressions({ viewOf, world }) {
  const { plan, clusters, isElsewhere } = world;
  return memo((key) => {
    const { resource, cluster, role } = viewOf(key);
    const holder = cluster ?? clusters.find(({ node, control }) => [node.after, control.after].includes(key));
    const made = role === "node" || role === "control" ? role : void 0;
    const attributes = [
      [resource?.existsAfter === true ? resource.address : void 0, "id"],
      ...made === void 0 ? [] : [[holder?.resource?.address, `security_group_${made}`]]
    ];
    const isId = ID.test(key) && !plan.sensitiveIds.has(key);
    return [
      ...attributes.flatMap(
        ([address, attribute]) => address === void 0 || isElsewhere(address) ? [] : attributeOf(address, attribute)
      ),
      ...isId ? [{ text: quoted(key), module: void 0 }] : []
    ];
  });
}
var ID = /^[\w-]{1,64}$/;
function attributeOf(text, attribute) {
  const address = parseAddress(text);
  const local = address === void 0 ? void 0 : localReference(address);
  if (address === void 0 || local === void 0 || !isOnce(address)) return [];
  return [{ text: `${local}.${attribute}`, module: moduleText(address.modules) }];
}
function isOnce({ modules }) {
  return modules.every(({ key }) => key === void 0);
}
function labelsBeside({ world: { plan } }) {
  const given = /* @__PURE__ */ new Map();
  const takenIn = memo((module) => {
    const own = plan.rules.flatMap(({ address }) => parseAddress(address) ?? []);
    const modules = parseAddress(`${module}x.x`)?.modules ?? [];
    return /* @__PURE__ */ new Set([
      ...own.filter((one) => moduleText(one.modules) === module).map(({ block }) => block),
      ...plan.moduleBlocks(modules.map(({ name }) => name))
    ]);
  });
  return (wanted, resource) => {
    const key = JSON.stringify(resource);
    const before = given.get(key);
    if (before !== void 0) return before;
    const { type, module } = resource;
    const taken = takenIn(module);
    let label = wanted;
    for (let n = 2; taken.has(`${type}.${label}`); n++) label = `${wanted}_${String(n)}`;
    taken.add(`${type}.${label}`);
    given.set(key, label);
    return label;
  };
}

// src/mend/wire.ts
function differenceOf(subjects, edited, plan) {
  const [was, is] = [plan, edited].map(
    ({ rules }) => groupBy(
      rules.flatMap(
        ({ address, after, api, id, change }) => after === void 0 || !isAccepted(after) ? [] : [{ address, after, api, id: change === "stands" || change === "updated" ? id : void 0 }]
      ),
      ({ address, after }) => sideText([address, after])
    )
  );
  const only = (a, b) => [...a ?? []].flatMap(([text, rules]) => b?.has(text) === true ? [] : rules);
  return {
    adds: only(is, was).flatMap(({ after, api }) => wireRules(after, api === "v3", subjects)),
    removes: only(was, is).map(({ address, id }) => ({ address, id: id ?? null }))
  };
}
function sideText(value) {
  return JSON.stringify(value, (_, one) => typeof one === "bigint" ? String(one) : one);
}
function wireRules(side, isOfV3, subjects) {
  const { direction, family, traffic, peer, action, priority } = side;
  if (direction === "unknown" || family === "unknown" || action === "unknown") return [];
  const secret = { protocol: SENSITIVE, min: null, max: null };
  const traffics = side.isTrafficSensitive === true ? [secret] : wireTraffic(traffic) ?? [];
  const base = {
    group: wireGroup(side.group, subjects),
    direction,
    ethertype: family,
    action: isOfV3 ? action : null,
    priority: isOfV3 && priority.kind === "known" ? priority.value : null
  };
  return traffics.flatMap(
    ({ protocol, min, max }) => wireRemotes(peer, family, subjects).map((remote) => ({
      ...base,
      protocol,
      portRangeMin: min,
      portRangeMax: max,
      ...remote
    }))
  );
}
function wireRemotes(peer, family, subjects) {
  const prefix = (remoteIpPrefix) => ({ remoteIpPrefix, remoteGroupId: null });
  if (isPeerSensitive({ peer })) return [prefix(SENSITIVE)];
  switch (peer.kind) {
    case "any":
      return cidrsOf(anyAddress(family)).map(prefix);
    case "range":
      return peer.range.kind === "known" ? cidrsOf(peer.range.peers).map(prefix) : [prefix(peer.range.token)];
    case "group": {
      const { id, address } = wireGroup(peer.group, subjects);
      return [{ remoteIpPrefix: null, remoteGroupId: id ?? address }];
    }
    case "one-of":
      return [];
  }
}
function wireGroup(ref, { viewOf, world }) {
  if (ref.kind === "unknown") return { address: null, id: null };
  const { key } = ref;
  const resource = viewOf(key).resource;
  const isKnown = resource === void 0 ? !isAddress(key) : resource.id !== void 0;
  const id = isKnown ? world.plan.sensitiveIds.has(key) ? SENSITIVE : key : null;
  return { address: resource?.address ?? (isAddress(key) ? key : null), id };
}
function isAddress(key) {
  return key.includes(".");
}

// src/mend/mend.ts
var LIMITS = { proofs: 400, objects: 3e5 };
function mended(judged, limits) {
  const { report, judged: plans } = judged.run;
  const told = memo(() => new Map(toldFindings(plans).told.map((one) => [one.fingerprint, one])));
  const prove = proverWithin(judged, limits);
  const penOf = memo((plan) => {
    const { subjects } = must(plans[plan], "a block is of a plan that was judged");
    return { expressionsOf: groupExpressions(subjects), labelFor: labelsBeside(subjects) };
  });
  const fixes = new Map(
    blocksOf(report).blocks.flatMap((block) => {
      const ailment = memo(() => ailmentOf(block, told(void 0), plans));
      const find = () => everyFix({ judged, ailment: ailment(void 0), pen: penOf(block.plan), prove });
      const found = fixesFrom(find, limits.budget);
      return block.findings.map(({ fingerprint }) => [fingerprint, found]);
    })
  );
  return {
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, fixes: fixes.get(finding.fingerprint) }))
  };
}
function isFix(found) {
  return "step" in found;
}
function fixesFrom(find, budget) {
  const found = [];
  let source;
  let isEnd = false;
  const more = () => {
    if (isEnd) return false;
    try {
      const next = within(budget, "mending", () => (source ??= find()).next());
      if (next.done === true) isEnd = true;
      else found.push(next.value);
    } catch (error) {
      if (!(error instanceof OutOfBudget)) throw error;
      found.push({ kind: "not-tried" });
      isEnd = true;
    }
    return !isEnd;
  };
  const all = () => {
    while (more()) ;
    return found.filter(isFix);
  };
  return {
    first: () => {
      while (found.length === 0 && more()) ;
      return found.slice(0, 1).find(isFix);
    },
    all,
    whyNone: () => {
      while (found.length === 0 && more()) ;
      return found.find((one) => !isFix(one));
    }
  };
}
function proverWithin(judged, { proofs, objects }) {
  let left = proofs;
  let leftObjects = objects;
  const size = judged.input.plans.reduce(
    (sum, { plan: { rules, groups, nodePools, clusters } }) => sum + rules.length + groups.length + nodePools.length + clusters.length,
    0
  );
  return (ailment, { edits }) => {
    if (left < 1 || leftObjects < size) return "not-tried";
    left -= 1;
    leftObjects -= size;
    return proofOf(judged, ailment, edits) ?? "fails";
  };
}
function* everyFix(search) {
  const { judged, ailment } = search;
  yield* proved(search);
  yield* decisions(ailment, judged);
  const accepted = acceptance(ailment, judged);
  if (accepted !== void 0) yield accepted;
}
function* proved({ ailment, pen, prove }) {
  if (ailment.findings.every(({ severity }) => severity === "notice")) {
    yield { kind: "not-of-rules" };
    return;
  }
  const ways = /* @__PURE__ */ new Set();
  let why = { kind: "not-of-rules" };
  for (const one of candidatesFor(ailment, pen)) {
    if (ways.has(one.step.kind)) continue;
    const effects = prove(ailment, one);
    if (typeof effects === "string") {
      why = { kind: effects === "fails" ? "none-holds" : effects };
      continue;
    }
    ways.add(one.step.kind);
    yield fixFrom(...least(one, effects, ailment, prove), ailment);
  }
  if (ways.size === 0) yield why;
}
function least(one, effects, ailment, prove) {
  for (const lesser of lesserUndos(one, ailment)) {
    const lesserEffects = prove(ailment, lesser);
    if (typeof lesserEffects !== "string") return least(lesser, lesserEffects, ailment, prove);
  }
  return [one, effects];
}
function fixFrom(one, effects, { subjects }) {
  const { plan } = subjects.world;
  const { kind, step, edits, blocks, module, stages } = one;
  return {
    ...{ kind, step, edits, blocks, module, stages, effects },
    configuration: void 0,
    ...differenceOf(subjects, planWith(plan, edits), plan)
  };
}
export {
  LIMITS,
  mended
};
