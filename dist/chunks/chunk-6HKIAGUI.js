import {
  NO_SOURCE,
  cautionsOf,
  openPlan
} from "./chunk-LHBIX73V.js";
import {
  NO_CONFIGURATION
} from "./chunk-UC4MWDC6.js";
import {
  VERSION
} from "./chunk-B5JR356N.js";
import {
  readBytes
} from "./chunk-B4BSSZ6H.js";
import {
  isNothingJudged
} from "./chunk-SJX2WHLL.js";
import {
  withPlaces
} from "./chunk-CGMM4KGC.js";
import {
  SENSITIVE,
  believedOnce,
  packetLines,
  recordsOf,
  seenRecords
} from "./chunk-QJNCAEDK.js";
import {
  allRows,
  believe,
  clusterOf,
  literally,
  machinesOf,
  mayBeVpc,
  openBefore,
  rankedDefault,
  runChecks,
  seenBeside,
  surroundingsOf,
  unchangedBy,
  worldOf
} from "./chunk-VYRVLFZU.js";
import {
  defaultRulesOfGroup,
  isIdUnknown,
  madeRules,
  rowsOf,
  rulesOfGroup,
  withDnsOf
} from "./chunk-4WINV2TB.js";
import {
  ROLES,
  doesSomething,
  isChanging,
  isSecret,
  knownKeys,
  someTraffic
} from "./chunk-DWQOV5FC.js";
import {
  compare,
  distinct,
  groupBy,
  memo
} from "./chunk-HR654TLQ.js";
import {
  ALL_V4,
  ICMP,
  TCP,
  UDP,
  boxes,
  hasTypes,
  icmpSlot,
  samePeers,
  unionPeers,
  v4Text,
  v6Text
} from "./chunk-23KPEMH6.js";
import {
  err,
  must,
  ok
} from "./chunk-CAOBLGU6.js";

// src/format/formats.ts
var FORMATS = {
  text: async () => (await import("./text-BSVGRMZD.js")).renderText,
  json: async () => (await import("./json-J4RYMH3D.js")).renderJson,
  markdown: async () => (await import("./markdown-3OYBBMBJ.js")).renderMarkdown,
  sarif: async () => {
    const [{ renderSarif }, { CHECKS }] = await Promise.all([
      import("./sarif-IF35KY2L.js"),
      import("./checks-OGDIUR4O.js")
    ]);
    return (report, options) => renderSarif(report, CHECKS, options);
  }
};

// src/command/check.ts
import path from "node:path";

// src/facts/facts.ts
var NO_FACTS = { told: [], seen: /* @__PURE__ */ new Map(), lookedAt: [] };

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
  const isOurs = (ref, which) => clusterOf(world, ref, which) === cluster;
  const pools = standing(
    cluster,
    world.plan.nodePools,
    (side, which) => isDefault(cluster, side.groups, which) && isOurs(side.cluster, which)
  );
  const single = world.plan.nodes.filter(({ address }) => !apart.has(address));
  const nodes = standing(cluster, single, (side, which) => isOurs(side.cluster, which));
  return { before: [...pools.before, ...nodes.before], after: [...pools.after, ...nodes.after] };
}
function standing(cluster, all, counts = () => true) {
  const on = (which) => {
    const own = JSON.stringify(cluster.resource?.[which]?.subnet);
    return all.flatMap(({ address, [which]: side }) => {
      if (side === void 0 || !counts(side, which)) return [];
      const { subnet } = side;
      return [{ owner: address, subnet: JSON.stringify(subnet) === own ? void 0 : subnet }];
    });
  };
  return { before: on("before"), after: on("after") };
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
  return world.plan.nodePools.flatMap((pool) => {
    const { before, after } = pool;
    if (after === void 0 || clusterOf(world, after.cluster, "after") !== cluster) return [];
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
        nodes: standing(cluster, [pool])
      }
    ];
  });
}
function machineDrafts(cluster, world, machines) {
  return machines.flatMap(({ address, node, before, after }) => {
    if (node.after === void 0 || clusterOf(world, node.after.cluster, "after") !== cluster) return [];
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
        nodes: standing(cluster, [node])
      }
    ];
  });
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
  const pools = world.plan.nodePools.flatMap(
    ({ [which]: side }) => side !== void 0 && clusterOf(world, side.cluster, which) === cluster ? side.groups : []
  );
  return knownKeys([...refsOfRole(cluster, "node", which) ?? [], ...pools]);
}

// src/cluster/group-view.ts
function groupViews(world) {
  return memo((key) => viewOf(world, key));
}
function viewOf(world, key) {
  const resources = world.plan.groups.filter((group) => group.key === key);
  const resource = resources.find(({ isData }) => !isData) ?? resources[0];
  const managed = resource?.isData === false ? resource : void 0;
  const made = makerOf(world, key, managed);
  const rules = world.rulesOf(key);
  const agreement = {
    isUnplaced: world.isUnplaced,
    isIdUnknown: (other) => made !== void 0 && isIdUnknown(made.cluster, other),
    mayHave: (token, cidr) => made !== void 0 && mayBeVpc(made.cluster, token, cidr)
  };
  const seen = world.unmanaged.get(key);
  const own = made !== void 0 ? madeRules(made.cluster, made.role, key) : managed !== void 0 ? defaultRulesOfGroup(managed) : [];
  const defaults = believe(
    own.map((rule) => rankedDefault(rule, world.unmanaged)),
    {
      key,
      rules,
      agreement,
      seen,
      made: made === void 0 ? void 0 : madeGroupOf(made, key, { world, agreement }),
      recorded: made?.cluster.configuration?.defaultRules,
      ruleIds: world.plan.ruleIds.find(({ group }) => group === key)
    }
  );
  const isElsewhere = made === void 0 && managed === void 0 && seen === void 0;
  const unmanaged = defaults.filter(({ belief, stands }) => belief.kind !== "plan" && stands !== "no");
  const standing2 = seen === void 0 ? [...unmanaged.map(unchanged), ...isElsewhere ? [unknownRules(key)] : []] : seenBeside(seen, defaults, agreement);
  return {
    key,
    kind: made !== void 0 ? "made" : isElsewhere ? "elsewhere" : "managed",
    role: made?.role,
    cluster: made?.cluster,
    resource,
    rules: rulesOfGroup([...rules, ...standing2], key),
    defaults
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
    addresses: role === "node" ? withDnsOf(before, defaultNodesOf(cluster, world).before, side) : before,
    controlGroup: control.before,
    membersOf: (group) => members(void 0).get(group),
    agreement
  };
}
function makerOf({ clusters }, key, managed) {
  for (const cluster of clusters) {
    for (const role of ROLES) {
      const group = cluster[role];
      if (group === void 0 || ![group.before, group.after, ...group.also].includes(key)) continue;
      if (group.placedBy !== "configuration" || managed === void 0) return { cluster, role };
    }
  }
  return void 0;
}
function unknownRules(key) {
  const side = {
    group: { kind: "group", key },
    direction: "unknown",
    family: "unknown",
    traffic: someTraffic(),
    peer: { kind: "range", range: { kind: "unknown", token: `rules of ${key}`, why: "managed elsewhere" } },
    action: "allow",
    priority: { kind: "undocumented" },
    problems: []
  };
  return { before: side, after: side, change: "stands", address: void 0 };
}

// src/cluster/subject.ts
function subjectsOf(world) {
  const viewOf2 = groupViews(world);
  const drafts = world.clusters.flatMap((cluster) => draftsOf(cluster, world));
  return { world, viewOf: viewOf2, subjects: drafts.flatMap((draft) => finish(draft, viewOf2, world)) };
}
function finish(draft, viewOf2, world) {
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
      members: memberAddresses(draft, world, { which, addresses: own, keys }),
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
      why: world.isUnplaced(key) ? "this plan does not show it" : "its rules are not managed in this plan"
    })),
    ...refs.flatMap((ref) => ref.kind === "unknown" ? [{ key: void 0, why: ref.why }] : [])
  ];
}
function memberAddresses({ cluster, role }, world, now) {
  const own = role === "node" ? now.keys.map((key) => [key, now.addresses.vpc]) : [];
  const reaches = [...memberReaches(cluster, world, now), ...own];
  return new Map(reaches.map(([key, reach]) => [key, { surely: reach.peers, possibly: atMost(reach) }]));
}

// src/weigh/packets.ts
function packetsOf(region, naming) {
  const lines = packetLines(region);
  if (naming.isTrafficSensitive) {
    const directions = [...new Set(lines.map(({ direction }) => direction))];
    return directions.map((direction) => ({ direction, traffic: "sensitive", other: { kind: "sensitive" } }));
  }
  return lines.map(({ direction, protocols, ports, peers }) => ({
    direction,
    traffic: { protocols, ports },
    other: otherEnd(peers, naming)
  }));
}
function otherEnd(peers, { whole, isSensitive }) {
  if (whole !== void 0 && samePeers(peers, whole.peers)) return whole.other;
  return isSensitive ? { kind: "sensitive" } : { kind: "addresses", peers };
}
var KNOWN_PROTOCOLS = [TCP, UDP, ICMP, 47, 50];
var KNOWN_PORTS = [10250, 443, 53];
var ECHO_REQUEST = icmpSlot(8, 0);
function witnessOf(region, naming, end) {
  const all = boxes(region);
  const [packet] = KNOWN_PROTOCOLS.flatMap(
    (protocol2) => all.flatMap((box2) => holds(box2.protocols, protocol2) ? [{ box: box2, protocol: protocol2 }] : [])
  ).sort((a, b) => Number(hasKnownPort(b.box)) - Number(hasKnownPort(a.box))).concat(all.map((box2) => ({ box: box2, protocol: box2.protocols.lo })));
  const address = packet === void 0 ? void 0 : oneAddress(packet.box.peers, naming);
  if (packet === void 0 || address === void 0) return void 0;
  const { box, protocol } = packet;
  return { direction: box.direction, protocol, port: onePort(protocol, box.ports), address, ...end };
}
function holds({ lo, hi }, value) {
  return lo <= value && value <= hi;
}
function hasKnownPort({ ports }) {
  return KNOWN_PORTS.some((port) => holds(ports, port));
}
function onePort(protocol, ports) {
  const pick = (wanted) => wanted.find((one) => holds(ports, one)) ?? ports.lo;
  if (protocol === TCP || protocol === UDP) return pick(KNOWN_PORTS);
  return hasTypes(protocol) ? pick([ECHO_REQUEST]) : void 0;
}
var ANYBODY = 16843009;
function oneAddress(peers, { whole, isSensitive, isTrafficSensitive }) {
  if (isSensitive || isTrafficSensitive) return void 0;
  if (whole?.other.kind === "group" && samePeers(peers, whole.peers)) return whole.other.role;
  const [v4] = peers.v4;
  if (v4?.lo === 0 && v4.hi > ANYBODY) return v4Text(ANYBODY);
  if (v4 !== void 0) return v4Text(v4.hi > v4.lo ? v4.lo + 1 : v4.lo);
  const [v6] = peers.v6;
  return v6 === void 0 ? void 0 : v6Text(v6.hi > v6.lo ? v6.lo + 1n : v6.lo);
}

// src/report/effective-fingerprint.ts
import { createHash } from "node:crypto";
function effectiveFingerprint(plans) {
  const parts = plans.map(identitiesOf);
  if (parts.some((part) => part === void 0)) return void 0;
  const sorted = distinct(parts.flatMap((part) => part ?? [])).toSorted(compare);
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex").slice(0, 32);
}
function identitiesOf({ subjects, world }) {
  const isHidden = subjects.some(
    ({ cluster, groups }) => cluster.label !== cluster.name || groups.some((view) => world.plan.sensitiveIds.has(view.key) || hasSecrets(view))
  );
  if (isHidden) return void 0;
  const groupText = memo((view) => viewIdentity(view, world));
  return subjects.map(
    ({ cluster, role, pool = null, groups }) => JSON.stringify([cluster.name, role, pool, groups.map(groupText).toSorted(compare)])
  );
}
function viewIdentity(view, world) {
  const { surely, possibly } = literally(view.rules.after, world);
  const rests = view.defaults.filter(({ belief, after }) => after !== void 0 && OPEN.has(belief.kind)).map(({ requirement, belief }) => `${requirement?.id ?? ""} ${belief.kind}`);
  return JSON.stringify([
    view.key,
    regionIdentity(surely),
    regionIdentity(possibly),
    distinct(rests).toSorted(compare)
  ]);
}
var OPEN = /* @__PURE__ */ new Set(["assumed", "doubted", "gone"]);
function regionIdentity(of) {
  return JSON.stringify(
    boxes(of),
    (_, value) => typeof value === "bigint" ? value.toString() : value
  );
}
function hasSecrets({ rules }) {
  return rules.after.some(({ sides }) => sides.some(isSecret));
}

// src/report/identity.ts
import { createHash as createHash2 } from "node:crypto";
function fingerprints(subjects) {
  const sameName = groupBy(subjects.world.clusters, ({ name }) => name);
  const clusterId = ({ name, label, resource }) => {
    const isClear = label === name && (sameName.get(name)?.length ?? 1) === 1;
    return isClear ? name : resource?.address ?? label;
  };
  return (found) => {
    const { check: check2, change, row, cluster, pool, role, causes, reason, waived } = found;
    return fingerprintFrom([
      check2.id,
      change,
      row?.id ?? null,
      reason.kind,
      cluster === void 0 ? null : clusterId(cluster),
      groupId(found, subjects),
      pool ?? null,
      role ?? null,
      ...reasonIds(reason),
      ...row === void 0 ? causes.map(({ address }) => address) : [],
      ...waived === void 0 ? [] : ["waived", waived.cluster ?? null, ...waiverIds(waived)]
    ]);
  };
}
function fingerprintFrom(ids) {
  return createHash2("sha256").update(JSON.stringify(ids)).digest("hex").slice(0, 16);
}
function groupId({ group }, { viewOf: viewOf2, world }) {
  if (group === void 0) return null;
  return world.plan.sensitiveIds.has(group) ? viewOf2(group).resource?.address ?? null : group;
}
function reasonIds(reason) {
  if (reason.kind === "opened")
    return [openingId(reason.opening), ...reason.family === "IPv4" ? [] : [reason.family]];
  if (reason.kind === "rule-problem") return [reason.problem.kind, reason.problem.flaw.id];
  if (reason.kind === "group-renamed") return [reason.what];
  if (reason.kind === "group-not-found") return [reason.text];
  if (reason.kind === "entry-contradicts") {
    return [reason.contradiction.key, reason.contradiction.source];
  }
  if (reason.kind === "facts-flawed") return [reason.flaw.kind, reason.flaw.file];
  if (reason.kind === "facts-otherwise") return [reason.than];
  if (reason.kind === "record-troubled") {
    const { kind, record, rows } = reason.trouble;
    return [kind, record, ...rows];
  }
  if (reason.kind === "no-table") return [reason.of];
  if (reason.kind === "ranges-overlap") return reason.of;
  if (reason.kind !== "waiver-idle") return [];
  const { requirement, check: check2 = null, cluster = null, owner, reason: why, expires } = reason.waiver;
  return [reason.state, requirement ?? check2, cluster, ...waiverIds(reason.waiver), owner, why, expires];
}
function waiverIds({ packets, group, address }) {
  return [
    packets?.text ?? null,
    ...group === void 0 ? [] : [group],
    ...address === void 0 ? [] : [address]
  ];
}
function openingId(opening2) {
  return opening2.kind === "port" ? `tcp/${opening2.ports.from}-${opening2.ports.to}` : opening2.kind;
}
function uniqueFingerprints(findings, plans) {
  const sharing = groupBy(findings, ({ fingerprint }) => fingerprint);
  const names = plans.map(({ label, path: path2 }) => label ?? path2);
  return findings.map((finding) => {
    const { fingerprint, plan } = finding;
    if (sharing.get(fingerprint)?.length === 1) return finding;
    const name = must(names[plan], "each finding is of a plan");
    const nth = names.slice(0, plan).filter((other) => other === name).length;
    return {
      ...finding,
      fingerprint: fingerprintFrom([fingerprint, name, ...nth === 0 ? [] : [String(nth)]])
    };
  });
}

// src/report/report-of.ts
var RANK = { notice: 0, warning: 1, critical: 2, never: 3 };
function reportOf(judged, { failOn, proposed }) {
  const plans = judged.map(reportPlan);
  const worlds = judged.map(({ subjects }) => subjects);
  const reported = (which) => judged.flatMap(({ subjects, verdict }, plan) => {
    const fingerprint = fingerprints(subjects);
    return verdict.findings.filter(which).map((found) => ({ ...reportFinding(found, subjects), fingerprint: fingerprint(found), plan }));
  });
  const isUntouched = ({ isUntouched: is, waived }) => is && waived === void 0;
  const findings = reported((found) => !isUntouched(found));
  const untouched = reported(isUntouched);
  const counted = findings.filter(({ waived }) => waived === void 0);
  const summary = { critical: 0, warning: 0, notice: 0 };
  for (const { severity } of counted) summary[severity]++;
  return {
    conclusion: counted.some(({ severity }) => RANK[severity] >= RANK[failOn]) ? "fail" : "pass",
    summary,
    plans,
    clusters: judged.flatMap(
      ({ subjects }, plan) => subjects.world.clusters.filter((cluster) => isOfThisPlan(cluster, subjects)).map((cluster) => ({ plan, ...reportCluster(cluster, subjects) }))
    ),
    groups: judged.flatMap(({ subjects }, plan) => reportGroups(subjects, plan)),
    findings: uniqueFingerprints(findings, plans).sort(byGravity),
    untouched,
    resolved: judged.flatMap(
      ({ subjects, verdict }) => verdict.resolved.map(({ check: check2, row, cluster, group }) => ({
        check: check2,
        row,
        cluster: cluster.label,
        group: groupName(group, subjects)
      }))
    ),
    holds: holdsOf(judged),
    records: recordsOf(worlds, proposed),
    seen: seenRecords(worlds, proposed),
    effectiveFingerprint: () => effectiveFingerprint(worlds)
  };
}
var CHANGES = ["introduced", "transient", "undecided", "pre-existing"];
function byGravity(a, b) {
  return RANK[b.severity] - RANK[a.severity] || CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) || a.plan - b.plan || compare(a.cluster ?? "", b.cluster ?? "");
}
function reportPlan({ path: path2, label, subjects }) {
  const { header, rules } = subjects.world.plan;
  const changed = rules.filter(isChanging);
  const unchanged2 = changed.length === 0 ? void 0 : unchangedBy(subjects, changed);
  return {
    path: path2,
    label,
    formatVersion: header.formatVersion,
    terraformVersion: header.terraformVersion,
    changes: header.changeCount,
    showsCluster: subjects.world.clusters.some(isShownIn(subjects)),
    complete: header.complete !== false,
    ruleChanges: changed.length,
    isUnchanged: unchanged2 !== void 0,
    unchangedIf: distinct(unchanged2?.restsOn.map(({ requirement }) => requirement) ?? [])
  };
}
function isOfThisPlan({ resource }, { world }) {
  return resource === void 0 || !world.isElsewhere(resource.address);
}
function isShownIn({ world: { plan } }) {
  const shown = /* @__PURE__ */ new Set([
    ...plan.groups.map(({ key }) => key),
    ...plan.rules.flatMap(
      ({ before, after }) => knownKeys([before, after].flatMap((side) => side?.group ?? []))
    )
  ]);
  return ({ resource, node, control, eni }) => resource !== void 0 || [node, control, eni].some(
    (group) => group !== void 0 && [group.before, group.after, ...group.also].some((key) => key !== void 0 && shown.has(key))
  );
}
function reportCluster(cluster, subjects) {
  const { label, resource, networkType, model, configuration } = cluster;
  const bound = cluster.after ?? cluster.before;
  return {
    name: label,
    address: resource?.address,
    networkType: networkType === void 0 ? void 0 : tellableName(networkType, subjects),
    model,
    isModelConfigured: configuration?.networkModel !== void 0,
    addresses: bound && {
      vpc: reportAddresses(bound.vpc),
      container: reportAddresses(bound.container),
      master: reportAddresses(bound.master),
      dns: reportAddresses(bound.dns)
    }
  };
}
function reportAddresses({ peers, isSensitive, source }) {
  return { peers: isSensitive ? "sensitive" : peers, source };
}
function tellableName({ text, isSensitive }, { world }) {
  const tellsName = world.clusters.some(({ name, label }) => label !== name && text.includes(name));
  return isSensitive || tellsName ? SENSITIVE : text;
}
function reportGroups(all, plan) {
  const { subjects, world } = all;
  const groups = /* @__PURE__ */ new Map();
  for (const { cluster, model, role, groups: views } of subjects) {
    const isOwn = isOfThisPlan(cluster, all);
    for (const view of isOwn ? views : views.filter(({ key }) => hasOwnChanges(key, world))) {
      const { key, resource, kind } = view;
      const name = resource?.nameAfter ?? resource?.nameBefore;
      const id = resource === void 0 ? isId(key) ? key : void 0 : resource.id;
      groups.set(`${cluster.name} ${role} ${key}`, {
        plan,
        role,
        cluster: cluster.label,
        key,
        name: name === void 0 ? void 0 : tellableName(name, all),
        address: resource?.address,
        id: id !== void 0 && world.plan.sensitiveIds.has(id) ? SENSITIVE : id,
        placedBy: kind === "made" ? cluster[role]?.placedBy ?? "reference" : "reference",
        openBefore: isOwn && isTouched(view, world) ? openBefore(view, { role, model }, world) : [],
        defaults: believedOnce(view.defaults)
      });
    }
  }
  return [...groups.values()];
}
function hasOwnChanges(key, world) {
  return world.rulesOf(key).some((rule) => isChanging(rule) && !world.isElsewhere(rule.address));
}
function isTouched({ key, resource }, world) {
  const isChanged = resource !== void 0 && !resource.isData && doesSomething(resource.actions);
  return isChanged || world.rulesOf(key).some(isChanging);
}
function isId(key) {
  return /^[0-9a-f]{8}-/.test(key);
}
function groupName(key, subjects) {
  if (key === void 0) return void 0;
  const { viewOf: viewOf2, world } = subjects;
  const { resource } = viewOf2(key);
  const name = resource?.nameAfter ?? resource?.nameBefore;
  const text = name === void 0 ? SENSITIVE : tellableName(name, subjects);
  if (text !== SENSITIVE) return { key, shown: text, isNameless: false };
  if (resource !== void 0) return { key, shown: resource.address, isNameless: false };
  if (world.plan.sensitiveIds.has(key)) return { key, shown: SENSITIVE, isNameless: false };
  return { key, shown: key, isNameless: NAMELESS.test(key) };
}
var NAMELESS = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|\.security_group_(?:node|control)$/;
function reportFinding(found, subjects) {
  const { check: check2, severity, change, row, cluster, pool, role, packets, causes, reason, remedy, waived } = found;
  const missing = packets === void 0 ? [] : packetsOf(packets.region, packets.naming);
  return {
    check: check2,
    severity,
    change,
    row,
    cluster: cluster?.label,
    group: groupName(found.group, subjects),
    pool,
    role,
    missing,
    witness: witnessOfFinding(found),
    causes: causes.map((cause) => ({ ...cause, place: void 0, unplaced: void 0 })),
    reason,
    remedy,
    restsOn: believedOnce(found.restsOn),
    waived
  };
}
function witnessOfFinding({ packets, role }) {
  if (packets === void 0) return void 0;
  const { region, naming, fate } = packets;
  return witnessOf(region, naming, { member: must(role, "packets are those of a subject"), fate });
}
function holdsOf(judged) {
  const broken = brokenKeys(judged);
  const all = judged.flatMap(({ subjects }, plan) => {
    const isShown = isShownIn(subjects);
    return subjects.subjects.filter(
      ({ cluster, isLosingGroup, unknownGroups: unknownGroups2 }) => isOfThisPlan(cluster, subjects) && isShown(cluster) && !isLosingGroup && unknownGroups2.length === 0
    ).map((subject) => ({ plan, subject }));
  });
  const rows = all.flatMap(({ plan, subject }) => {
    const { cluster, pool } = subject;
    return distinct(allRows(subject).map(({ row }) => row)).filter(
      (row) => ![plan, void 0].some((of) => broken.has(rowKey(of, { cluster, pool }, row)))
    );
  });
  return { groups: all.length, rows: rows.length };
}
function brokenKeys(judged) {
  return new Set(
    judged.flatMap(
      ({ subjects, verdict }, plan) => verdict.findings.flatMap((found) => {
        const { cluster } = found;
        const isOwn = cluster === void 0 || isOfThisPlan(cluster, subjects);
        const rows = found.reason.kind === "not-crosswise" ? [] : rowsOf(found);
        return rows.map((row) => rowKey(isOwn ? plan : void 0, found, row));
      })
    )
  );
}
function rowKey(plan, { cluster, pool }, { id }) {
  return JSON.stringify([plan ?? null, cluster?.name, pool, id]);
}

// src/run.ts
function run(input) {
  const { plans, configuration, proposed = configuration, facts = NO_FACTS, failOn, today } = input;
  const named = plans.map(({ path: path2, label, plan }) => ({ name: label ?? path2, plan }));
  const subjects = surroundingsOf(named, facts.told).map((surroundings, i) => {
    const { plan } = must(plans[i], "each plan has its surroundings");
    return subjectsOf(worldOf({ plan, surroundings, facts, configuration, today }));
  });
  const verdicts = runChecks(subjects);
  const judged = plans.map(({ path: path2, label }, i) => ({
    path: path2,
    label,
    subjects: must(subjects[i], "each plan has its subjects"),
    verdict: must(verdicts[i], "each plan has its verdict")
  }));
  return {
    report: reportOf(judged, { failOn, proposed }),
    judged,
    notes: [
      ...plans.flatMap(({ path: path2, plan }) => cautionsOf(plan.header).map((caution) => `${path2} ${caution}`)),
      ...judged.flatMap(contradictions)
    ]
  };
}
function contradictions({ path: path2, subjects: { world } }) {
  const ids = [...world.contradicted].filter((id) => !world.plan.sensitiveIds.has(id)).sort();
  return ids.length === 0 ? [] : [`${path2} names ${ids.join(", ")}; other plans say different things of it, so it stays unplaced`];
}

// src/command/judge-files.ts
async function judgeFiles({
  plans: files,
  facts: told,
  ...how
}) {
  const plans = [];
  for (const file of files) {
    const plan = await readFile(file);
    if (!plan.ok) return err({ path: file.path, error: plan.error });
    plans.push(plan.value);
  }
  const facts = await factsFrom(told);
  if (!facts.ok) return facts;
  const { report, judged, notes } = run({ plans, facts: facts.value, ...how });
  const located = await Promise.all(
    plans.map(({ open }, i) => locatePlan(must(judged[i], "one a plan"), open))
  );
  return ok({
    report: withPlaces(report, located),
    notes: distinct([...notes, ...located.flatMap((one) => one.notes)])
  });
}
async function factsFrom({ files, date } = NOBODY_LOOKED) {
  if (files.length === 0) return ok(NO_FACTS);
  const { factsOfFiles } = await import("./facts-of-G3KPVZLM.js");
  return factsOfFiles(files, date);
}
var NOBODY_LOOKED = { files: [], date: void 0 };
async function readFile({ path: path2, label, bytes, source }) {
  const follow = openPlan(bytes);
  if (!follow.ok) return follow;
  const plan = follow.value(NO_SOURCE);
  if (source === void 0) return ok({ path: path2, label, plan, open: void 0 });
  const open = opening(source, plan);
  if (plan.unread.length === 0) return ok({ path: path2, label, plan, open });
  const { planWithSource } = await import("./locals-N5U3KST4.js");
  return ok({ path: path2, label, plan: await planWithSource(follow.value, plan, await open()), open });
}
function opening(reader, { moduleSource }) {
  let opened;
  return () => opened ??= import("./source-5VU32RXW.js").then(
    ({ openSource }) => openSource(reader, moduleSource)
  );
}
async function locatePlan({ subjects, verdict }, open) {
  const causes = verdict.findings.flatMap((finding) => finding.causes).filter(({ address }) => !subjects.world.isElsewhere(address));
  if (open === void 0 || causes.length === 0) {
    return { places: /* @__PURE__ */ new Map(), without: /* @__PURE__ */ new Map(), notes: [] };
  }
  const { locate } = await import("./locate-CWRC6CIO.js");
  const { rules } = subjects.world.plan;
  const attributes = new Map(rules.map((rule) => [rule.address, rule.replaceAttributes]));
  const wanted = causes.map((cause) => ({ ...cause, attributes: attributes.get(cause.address) ?? [] }));
  return locate(await open(), wanted);
}

// src/command/check.ts
async function check(request) {
  const { configuration } = request;
  const plans = await readPlans(request);
  if (!plans.ok) return plans;
  const facts = readFactsFiles(request.facts);
  if (!facts.ok) return facts;
  const settle = request.prepareEngine([...plans.value, ...facts.value]);
  const result = await judgeFiles({
    plans: plans.value,
    facts: { files: facts.value, date: request.facts.date },
    configuration,
    proposed: request.proposed,
    failOn: request.failOn ?? configuration.failOn ?? "critical",
    today: request.now.toISOString().slice(0, 10)
  });
  if (!result.ok) return err(`${result.error.path} ${result.error.error.message}`);
  const { report, notes } = result.value;
  if (request.requiresCluster && isNothingJudged(report)) return err(NO_CLUSTER);
  for (const sentence of notes) request.note(sentence);
  const module = plans.value[0]?.source?.rootModule ?? "";
  const fixed = { version: VERSION, fallbackFile: path.posix.join(module, "main.tf") };
  const answered = await request.answer(report, async (format, terminal = { colors: false }) => {
    const render = await FORMATS[format]();
    return render(report, { ...fixed, ...terminal });
  });
  await settle();
  return answered.ok ? ok(report.conclusion === "pass" ? 0 : 1) : answered;
}
var NO_CLUSTER = "found nothing to judge: no plan of this run shows a CCE cluster or a security group of one, and --require-cluster asks for one";
function readFactsFiles({ files }) {
  const read = [];
  for (const { name, file } of files) {
    const bytes = readBytes(file, "facts");
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    read.push({ path: name, bytes: bytes.value });
  }
  return ok(read);
}
async function readPlans({ plans, label }) {
  const read = [];
  for (const { name, file, source } of plans) {
    const bytes = readBytes(file);
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    const opened = await source();
    if (!opened.ok) return opened;
    const files = opened.value === void 0 ? {} : { source: opened.value };
    read.push({ path: name, bytes: bytes.value, label, ...files });
  }
  return ok(read);
}

// src/edge/configuration-file.ts
import { existsSync } from "node:fs";
var CONFIGURATION_PLACES = ["cce-plan-guard.yml", ".github/cce-plan-guard.yml"];
async function readConfigurationFile(named) {
  const file = await openConfigurationFile(named);
  return file.ok ? ok(file.value.configuration) : file;
}
async function openConfigurationFile(named, { mayLack = false } = {}) {
  const path2 = named ?? CONFIGURATION_PLACES.find((place) => existsSync(place));
  if (path2 === void 0 || mayLack && !existsSync(path2)) {
    const rightPath = CONFIGURATION_PLACES.find((place) => existsSync(misnamed(place)));
    if (named === void 0 && rightPath !== void 0) {
      const other = misnamed(rightPath);
      return err(`${other} is not read under this name. Rename it: mv ${other} ${rightPath}`);
    }
    return ok({
      path: path2 ?? CONFIGURATION_PLACES[0],
      text: void 0,
      configuration: NO_CONFIGURATION
    });
  }
  const bytes = readBytes(path2, "configuration");
  if (!bytes.ok) return err(`${path2} ${bytes.error}`);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.value);
  const configuration = await parseConfiguration(text, path2);
  return configuration.ok ? ok({ path: path2, text, configuration: configuration.value }) : configuration;
}
function misnamed(rightPath) {
  return rightPath.replace(/\.yml$/, ".yaml");
}
async function parseConfiguration(text, path2) {
  const [{ readConfiguration }, { CHECK_IDS }] = await Promise.all([
    import("./read-configuration-W7RSDYX5.js"),
    import("./check-id-UOCCTOVN.js")
  ]);
  const read = readConfiguration(text, CHECK_IDS);
  return read.ok ? read : err(`${path2}: ${read.error.message}`);
}

export {
  FORMATS,
  check,
  CONFIGURATION_PLACES,
  readConfigurationFile,
  openConfigurationFile,
  parseConfiguration
};
