import {
  cautionsOf
} from "./chunk-HQEX6KPR.js";
import {
  believedOnce,
  packetLines,
  recordsOf,
  seenRecords
} from "./chunk-A7XUOLS5.js";
import {
  SENSITIVE
} from "./chunk-W55LG4YV.js";
import {
  allRows,
  literally,
  namedParts,
  runChecks,
  unchangedBy
} from "./chunk-GY66YBQZ.js";
import {
  openBefore,
  subjectsOf
} from "./chunk-VASI7VMD.js";
import {
  everythingIn,
  rowsOf,
  surroundingsOf,
  worldOf
} from "./chunk-7LKISGRE.js";
import {
  doesSomething,
  isChanging,
  isSecret,
  knownKeys
} from "./chunk-L6AC5JB7.js";
import {
  ICMP,
  NO_PEERS,
  TCP,
  UDP,
  addressesIn,
  beginPeers,
  boxes,
  hasNoPeers,
  hasTypes,
  icmpSlot,
  intersect,
  intersectPeers,
  isEmpty,
  samePeers,
  subtractPeers,
  v4Text,
  v6Text,
  withoutTokens
} from "./chunk-FFZXDXFJ.js";
import {
  affordable,
  budgetInForce,
  during,
  hold,
  spend
} from "./chunk-K7OY3VOL.js";
import {
  compare,
  distinct,
  groupBy,
  memo,
  memoOfObject
} from "./chunk-HR654TLQ.js";
import {
  must
} from "./chunk-CAOBLGU6.js";

// src/report/identity.ts
import { createHash } from "node:crypto";
function fingerprints(subjects) {
  const sameName = groupBy(subjects.world.clusters, ({ name }) => name);
  const clusterId = ({ name, label, resource }) => {
    const isClear = label === name && (sameName.get(name)?.length ?? 1) === 1;
    return isClear ? name : resource?.address ?? label;
  };
  return (found) => {
    const { check, change, row, cluster, pool, role, causes, reason, waived } = found;
    return fingerprintFrom([
      check.id,
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
  return createHash("sha256").update(JSON.stringify(ids)).digest("hex").slice(0, 16);
}
function groupId({ group }, { viewOf, world }) {
  if (group === void 0) return null;
  return world.plan.sensitiveIds.has(group) ? viewOf(group).resource?.address ?? null : group;
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
  const { requirement, check = null, cluster = null, owner, reason: why, expires } = reason.waiver;
  return [reason.state, requirement ?? check, cluster, ...waiverIds(reason.waiver), owner, why, expires];
}
function waiverIds({ packets, group, address }) {
  return [
    packets?.text ?? null,
    ...group === void 0 ? [] : [group],
    ...address === void 0 ? [] : [address]
  ];
}
function openingId(opening) {
  return opening.kind === "port" ? `tcp/${opening.ports.from}-${opening.ports.to}` : opening.kind;
}
function uniqueFingerprints(findings, plans) {
  const sharing = groupBy(findings, ({ fingerprint }) => fingerprint);
  const names = plans.map(({ label, path }) => label ?? path);
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

// src/report/told-findings.ts
function toldFindings(judged) {
  const all = judged.flatMap(({ subjects, verdict }, plan) => {
    const fingerprint = fingerprints(subjects);
    return verdict.findings.map((found) => ({ found, plan, fingerprint: fingerprint(found) }));
  });
  const isAside = ({ found }) => found.isUntouched && found.waived === void 0;
  return {
    told: uniqueFingerprints(
      all.filter((one) => !isAside(one)),
      judged
    ),
    aside: all.filter(isAside)
  };
}

// src/facts/facts.ts
var NO_FACTS = { told: [], seen: /* @__PURE__ */ new Map(), lookedAt: [] };

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
function otherEnd(peers, { whole, ranges, isSensitive }) {
  if (whole !== void 0 && samePeers(peers, whole.peers)) return whole.other;
  return isSensitive ? { kind: "sensitive" } : { kind: "addresses", peers, names: namedParts(peers, ranges) };
}
var KNOWN_PROTOCOLS = [TCP, UDP, ICMP, 47, 50];
var KNOWN_PORTS = /* @__PURE__ */ new Map([
  [
    TCP,
    {
      ingress: { node: [10250, 443], control: [5443, 5444, 443], eni: [443, 80] },
      egress: { node: [443, 5443], control: [10250, 443], eni: [443, 80] }
    }
  ],
  [
    UDP,
    {
      ingress: { node: [53, 4789], control: [53, 4789], eni: [53] },
      egress: { node: [53, 123], control: [53, 123], eni: [53] }
    }
  ]
]);
var ECHO_REQUEST = icmpSlot(8, 0);
function witnessOf(region, naming, { member, fate }) {
  const all = boxes(region);
  for (const range of [...naming.ranges.filter(({ end }) => end !== void 0), void 0]) {
    const met = range === void 0 ? all : all.filter(({ peers }) => !hasNoPeers(sharedAddresses(peers, range.peers)));
    const packet = KNOWN_PROTOCOLS.flatMap(
      (protocol) => met.flatMap((box) => holds(box.protocols, protocol) ? [{ box, protocol }] : [])
    ).sort((a, b) => Number(hasKnownPort(b, member)) - Number(hasKnownPort(a, member))).concat(met.map((box) => ({ box, protocol: box.protocols.lo })))[0];
    const other = packet && otherOf(packet.box.peers, naming, range);
    if (packet === void 0 || other === void 0) continue;
    const { direction } = packet.box;
    return { direction, protocol: packet.protocol, port: onePort(packet, member), other, member, fate };
  }
  return void 0;
}
function holds({ lo, hi }, value) {
  return lo <= value && value <= hi;
}
function knownPorts({ box: { direction }, protocol }, member) {
  return KNOWN_PORTS.get(protocol)?.[direction][member] ?? (hasTypes(protocol) ? [ECHO_REQUEST] : []);
}
function hasKnownPort(packet, member) {
  return knownPorts(packet, member).some((port) => holds(packet.box.ports, port));
}
function onePort(packet, member) {
  const { box, protocol } = packet;
  const hasSome = protocol === TCP || protocol === UDP || hasTypes(protocol);
  return hasSome ? knownPorts(packet, member).find((one) => holds(box.ports, one)) ?? box.ports.lo : void 0;
}
var ANYBODY = addressesIn("1.1.1.1");
var ANYBODY_V6 = addressesIn("2606:4700:4700::1111");
function sharedAddresses(a, b) {
  return withoutTokens(intersectPeers(a, b));
}
function otherOf(peers, { whole, isSensitive, isTrafficSensitive }, range) {
  if (isSensitive || isTrafficSensitive) return void 0;
  if (whole?.other.kind === "group" && samePeers(peers, whole.peers)) {
    return { end: whole.other.role, address: void 0 };
  }
  if (range !== void 0) return addressIn(sharedAddresses(peers, range.peers), range.end);
  const public4 = sharedAddresses(peers, ANYBODY);
  if (!hasNoPeers(public4)) return addressIn(public4, "internet");
  const public6 = sharedAddresses(peers, ANYBODY_V6);
  const anybody = peers.v4.length > 0 || hasNoPeers(public6) ? void 0 : public6;
  return anybody === void 0 ? addressIn(peers, void 0) : addressIn(anybody, "internet");
}
function addressIn({ v4, v6 }, end) {
  const [first] = v4;
  if (first !== void 0) return { end, address: v4Text(first.lo + hostIn(first.hi - first.lo)) };
  const [first6] = v6;
  if (first6 === void 0) return void 0;
  const room = first6.hi - first6.lo;
  return { end, address: v6Text(first6.lo + BigInt(hostIn(room > 100n ? 100 : Number(room)))) };
}
function hostIn(room) {
  return room > 10 ? 10 : room > 2 ? 2 : 0;
}

// src/report/effective-fingerprint.ts
import { createHash as createHash2 } from "node:crypto";
function effectiveFingerprint(plans) {
  const parts = plans.map(identitiesOf);
  if (parts.some((part) => part === void 0)) return void 0;
  const sorted = distinct(parts.flatMap((part) => part ?? [])).toSorted(compare);
  return createHash2("sha256").update(JSON.stringify(sorted)).digest("hex").slice(0, 32);
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
  let before = NO_PEERS;
  let items = 0;
  const texts = boxes(of).map(({ direction, protocols, ports, peers }) => {
    const moved = [subtractPeers(peers, before), subtractPeers(before, peers)];
    hold(
      items += moved.reduce((sum, { v4, v6, tokens }) => sum + v4.length + v6.length + tokens.length, 1)
    );
    before = peers;
    return [direction, protocols, ports, moved];
  });
  return JSON.stringify(texts, (_, value) => typeof value === "bigint" ? value.toString() : value);
}
function hasSecrets({ rules }) {
  return rules.after.some(({ sides }) => sides.some(isSecret));
}

// src/report/report-of.ts
var RANK = { notice: 0, warning: 1, critical: 2, never: 3 };
function reportOf(judged, { failOn, proposed }) {
  const plans = judged.map(reportPlan);
  const worlds = judged.map(({ subjects }) => subjects);
  const reported = (told2) => told2.map(({ found, plan, fingerprint }) => {
    const { subjects } = must(judged[plan], "a finding is of a plan that was judged");
    return { ...reportFinding(found, subjects), fingerprint, plan };
  });
  const { told, aside } = toldFindings(judged);
  const findings = reported(told);
  const untouched = reported(aside);
  const counted = findings.filter(({ waived }) => waived === void 0);
  const summary = { critical: 0, warning: 0, notice: 0 };
  for (const { severity } of counted) summary[severity]++;
  const records = recordsOf(worlds, proposed);
  const budget = budgetInForce();
  return {
    conclusion: counted.some(({ severity }) => RANK[severity] >= RANK[failOn]) ? "fail" : "pass",
    summary,
    plans,
    cloud: cloudOf(judged),
    clusters: judged.flatMap(
      ({ subjects }, plan) => subjects.world.clusters.filter((cluster) => isOfThisPlan(cluster, subjects)).map((cluster) => ({ plan, ...reportCluster(cluster, subjects) }))
    ),
    groups: judged.flatMap(({ subjects }, plan) => reportGroups(subjects, plan)),
    findings: findings.sort(byGravity),
    untouched,
    resolved: judged.flatMap(
      ({ subjects, verdict }) => verdict.resolved.map(({ check, row, cluster, group }) => ({
        check,
        row,
        cluster: cluster.label,
        group: groupName(group, subjects)
      }))
    ),
    holds: holdsOf(judged),
    records,
    seen: seenRecords(worlds, proposed, records),
    effectiveFingerprint: () => affordable(budget, "report", () => effectiveFingerprint(worlds))
  };
}
var CHANGES = ["introduced", "transient", "undecided", "pre-existing"];
function byGravity(a, b) {
  return RANK[b.severity] - RANK[a.severity] || CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) || a.plan - b.plan || compare(a.cluster ?? "", b.cluster ?? "");
}
function reportPlan({ path, label, subjects }) {
  const { header, rules } = subjects.world.plan;
  const changed = rules.filter(isChanging);
  const unchanged = changed.length === 0 ? void 0 : unchangedBy(subjects, changed);
  return {
    path,
    label,
    formatVersion: header.formatVersion,
    terraformVersion: header.terraformVersion,
    changes: header.changeCount,
    showsCluster: subjects.world.clusters.some(isShownIn(subjects)),
    complete: header.complete !== false,
    ruleChanges: changed.length,
    isUnchanged: unchanged !== void 0,
    unchangedIf: distinct(unchanged?.restsOn.map(({ requirement }) => requirement) ?? [])
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
  const hidden = hiddenNames(world.clusters);
  spend(hidden.length);
  const tellsName = hidden.some((name) => text.includes(name));
  return isSensitive || tellsName ? SENSITIVE : text;
}
var hiddenNames = memoOfObject((clusters) => {
  const hidden = clusters.filter(({ name, label }) => label !== name);
  return hidden.map(({ name }) => name);
});
function reportGroups(all, plan) {
  const { subjects, world } = all;
  const groups = /* @__PURE__ */ new Map();
  for (const { cluster, model, role, groups: views } of subjects) {
    const isOwn = isOfThisPlan(cluster, all);
    for (const view of isOwn ? views : views.filter(({ key }) => hasOwnChanges(key, world))) {
      const { key, resource } = view;
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
        placedBy: (view.cluster === void 0 ? void 0 : cluster[role]?.placedBy) ?? "reference",
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
  const { viewOf, world } = subjects;
  const { resource } = viewOf(key);
  const name = resource?.nameAfter ?? resource?.nameBefore;
  const text = name === void 0 ? SENSITIVE : tellableName(name, subjects);
  if (text !== SENSITIVE) return { key, shown: text, isNameless: false };
  if (resource !== void 0) return { key, shown: resource.address, isNameless: false };
  if (world.plan.sensitiveIds.has(key)) return { key, shown: SENSITIVE, isNameless: false };
  return { key, shown: key, isNameless: NAMELESS.test(key) };
}
var NAMELESS = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$|\.security_group_(?:node|control)$/;
function reportFinding(found, subjects) {
  const { check, severity, change, occasion, row, cluster, pool, role, packets } = found;
  const { causes, reason, remedy, waived } = found;
  const missing = packets === void 0 ? [] : packetsOf(packets.region, packets.naming);
  return {
    check,
    severity,
    change,
    occasion,
    row,
    cluster: cluster?.label,
    group: groupName(found.group, subjects),
    pool,
    role,
    missing,
    witness: witnessOfFinding(found),
    causes: causes.map((cause) => ({ ...cause, place: void 0, unplaced: void 0, standIn: void 0 })),
    reason,
    remedy,
    restsOn: believedOnce(found.restsOn),
    fixes: void 0,
    waived
  };
}
function witnessOfFinding({ packets, role }) {
  if (packets === void 0) return void 0;
  const { region, naming, fate, passedBefore } = packets;
  const member = must(role, "packets are those of a subject");
  if (fate !== "lost" || passedBefore === void 0) return witnessOf(region, naming, { member, fate });
  const lost = intersect(region, passedBefore);
  return isEmpty(lost) ? witnessOf(region, naming, { member, fate: "perhaps-lost" }) : witnessOf(lost, naming, { member, fate });
}
function holdsOf(judged) {
  const broken = brokenKeys(judged);
  const all = judged.flatMap(({ subjects }, plan) => {
    const isShown = isShownIn(subjects);
    return subjects.subjects.filter(
      ({ cluster, isLosingGroup, unknownGroups }) => isOfThisPlan(cluster, subjects) && isShown(cluster) && !isLosingGroup && unknownGroups.length === 0
    ).map((subject) => ({ plan, subject }));
  });
  const rows = all.flatMap(({ plan, subject }) => {
    const { cluster, pool } = subject;
    return distinct(allRows(subject).map(({ row }) => row)).map(
      (row) => ![plan, void 0].some((of) => broken.has(rowKey(of, { cluster, pool }, row)))
    );
  });
  return { groups: all.length, rows: rows.filter((holds2) => holds2).length, of: rows.length };
}
function cloudOf(judged) {
  const [audit] = judged.filter(({ subjects }) => subjects.world.occasion === "audit");
  if (audit === void 0) return void 0;
  const { lookedAt } = audit.subjects.world.facts;
  const telling = lookedAt.filter(({ isAboutGroups }) => isAboutGroups);
  const dates = (telling.length > 0 ? telling : lookedAt).map(({ since }) => since);
  const known = dates.filter((since) => since !== void 0).sort();
  return {
    files: lookedAt.map(({ name }) => name),
    since: known.length < dates.length ? void 0 : known[0]
  };
}
function holdsAllTheSame({ reason }) {
  return reason.kind === "not-crosswise" || reason.kind === "upgrade-refused";
}
function brokenKeys(judged) {
  return new Set(
    judged.flatMap(
      ({ subjects, verdict }, plan) => verdict.findings.flatMap((found) => {
        const { cluster } = found;
        const isOwn = cluster === void 0 || isOfThisPlan(cluster, subjects);
        const rows = holdsAllTheSame(found) ? [] : rowsOf(found);
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
  beginPeers();
  const { plans, occasion = "plan", configuration, facts = NO_FACTS, failOn, today } = input;
  const { proposed = configuration } = input;
  const named = plans.map(({ path, label, plan }) => ({ name: label ?? path, plan }));
  const around = occasion === "audit" ? [everythingIn(facts.told)] : surroundingsOf(named, facts.told);
  const subjects = around.map((surroundings, i) => {
    const { plan } = must(plans[i], "each plan has its surroundings");
    return subjectsOf(worldOf({ plan, occasion, surroundings, facts, configuration, today }));
  });
  const verdicts = during("rules", () => runChecks(subjects));
  const judged = plans.map(({ path, label }, i) => ({
    path,
    label,
    subjects: must(subjects[i], "each plan has its subjects"),
    verdict: must(verdicts[i], "each plan has its verdict")
  }));
  return {
    report: during("report", () => reportOf(judged, { failOn, proposed })),
    judged,
    notes: [
      ...plans.flatMap(({ path, plan }) => cautionsOf(plan.header).map((caution) => `${path} ${caution}`)),
      ...judged.flatMap(contradictions)
    ]
  };
}
function contradictions({ path, subjects: { world } }) {
  const tellers = world.occasion === "audit" ? "files of facts" : "other plans or facts";
  const ids = [...world.contradicted].filter((id) => !world.plan.sensitiveIds.has(id)).sort();
  return ids.length === 0 ? [] : [`${path} names ${ids.join(", ")}; ${tellers} say different things of it, so it stays unplaced`];
}

export {
  NO_FACTS,
  packetsOf,
  fingerprints,
  toldFindings,
  groupName,
  run
};
