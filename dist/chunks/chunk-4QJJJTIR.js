import {
  FORMATS,
  budgetFor,
  deadlineFor,
  gaugesFrom,
  outOfBudgetLine
} from "./chunk-G4XXBGYA.js";
import {
  NO_SOURCE,
  cautionsOf,
  emptyPlan,
  openPlan
} from "./chunk-DNVG26A5.js";
import {
  NO_CONFIGURATION
} from "./chunk-UC4MWDC6.js";
import {
  VERSION
} from "./chunk-B5JR356N.js";
import {
  isThere,
  readBytes
} from "./chunk-DFLLJKI7.js";
import {
  isNothingJudged
} from "./chunk-V3VTIUWG.js";
import {
  withPlaces
} from "./chunk-HMK4O5RO.js";
import {
  SENSITIVE,
  believedOnce,
  packetLines,
  recordsOf,
  seenRecords
} from "./chunk-IEPRCRIJ.js";
import {
  allRows,
  literally,
  openBefore,
  runChecks,
  subjectsOf,
  unchangedBy
} from "./chunk-E3WUD5MG.js";
import {
  everythingIn,
  rowsOf,
  surroundingsOf,
  worldOf
} from "./chunk-HZAQXN7W.js";
import {
  doesSomething,
  isChanging,
  isSecret,
  knownKeys
} from "./chunk-6ZXUJIIV.js";
import {
  ICMP,
  NO_PEERS,
  OutOfBudget,
  TCP,
  UDP,
  UNBOUNDED,
  beginPeers,
  boxes,
  during,
  hasTypes,
  icmpSlot,
  samePeers,
  spend,
  subtractPeers,
  v4Text,
  v6Text,
  within
} from "./chunk-APUBOY5I.js";
import {
  compare,
  distinct,
  groupBy,
  memo,
  memoOfObject
} from "./chunk-HR654TLQ.js";
import {
  err,
  must,
  ok
} from "./chunk-CAOBLGU6.js";

// src/command/check.ts
import path from "node:path";

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
  let before = NO_PEERS;
  const texts = boxes(of).map(({ direction, protocols, ports, peers }) => {
    const moved = [subtractPeers(peers, before), subtractPeers(before, peers)];
    before = peers;
    return [direction, protocols, ports, moved];
  });
  return JSON.stringify(texts, (_, value) => typeof value === "bigint" ? value.toString() : value);
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
  const counted2 = findings.filter(({ waived }) => waived === void 0);
  const summary = { critical: 0, warning: 0, notice: 0 };
  for (const { severity } of counted2) summary[severity]++;
  const records = recordsOf(worlds, proposed);
  return {
    conclusion: counted2.some(({ severity }) => RANK[severity] >= RANK[failOn]) ? "fail" : "pass",
    summary,
    plans,
    cloud: cloudOf(judged),
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
    records,
    seen: seenRecords(worlds, proposed, records),
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
  const unchanged = changed.length === 0 ? void 0 : unchangedBy(subjects, changed);
  return {
    path: path2,
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
  const { check: check2, severity, change, occasion, row, cluster, pool, role, packets } = found;
  const { causes, reason, remedy, waived } = found;
  const missing = packets === void 0 ? [] : packetsOf(packets.region, packets.naming);
  return {
    check: check2,
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
      ({ cluster, isLosingGroup, unknownGroups }) => isOfThisPlan(cluster, subjects) && isShown(cluster) && !isLosingGroup && unknownGroups.length === 0
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
  const named = plans.map(({ path: path2, label, plan }) => ({ name: label ?? path2, plan }));
  const around = occasion === "audit" ? [everythingIn(facts.told)] : surroundingsOf(named, facts.told);
  const subjects = around.map((surroundings, i) => {
    const { plan } = must(plans[i], "each plan has its surroundings");
    return subjectsOf(worldOf({ plan, occasion, surroundings, facts, configuration, today }));
  });
  const verdicts = during("rules", () => runChecks(subjects));
  const judged = plans.map(({ path: path2, label }, i) => ({
    path: path2,
    label,
    subjects: must(subjects[i], "each plan has its subjects"),
    verdict: must(verdicts[i], "each plan has its verdict")
  }));
  return {
    report: during("report", () => reportOf(judged, { failOn, proposed })),
    judged,
    notes: [
      ...plans.flatMap(({ path: path2, plan }) => cautionsOf(plan.header).map((caution) => `${path2} ${caution}`)),
      ...judged.flatMap(contradictions)
    ]
  };
}
function contradictions({ path: path2, subjects: { world } }) {
  const tellers = world.occasion === "audit" ? "files of facts" : "other plans or facts";
  const ids = [...world.contradicted].filter((id) => !world.plan.sensitiveIds.has(id)).sort();
  return ids.length === 0 ? [] : [`${path2} names ${ids.join(", ")}; ${tellers} say different things of it, so it stays unplaced`];
}

// src/command/judge-files.ts
async function judgeFiles({
  plans: files,
  facts: told = NOBODY_LOOKED,
  label,
  budget = UNBOUNDED,
  ...how
}) {
  const plans = [];
  for (const file of files) {
    const plan = await readFile(file, budget);
    if (!plan.ok) return err({ path: file.path, error: plan.error });
    plans.push(plan.value);
  }
  const facts = await factsFrom(told, budget);
  if (!facts.ok) return facts;
  if (how.occasion === "audit") plans.push(emptyFile(told, label));
  const { report, judged, notes } = within(
    budget,
    "clusters",
    () => run({ plans, facts: facts.value, ...how })
  );
  const located = await Promise.all(
    plans.map(({ open }, i) => locatePlan(must(judged[i], "one a plan"), open, budget))
  );
  return ok({
    report: withPlaces(report, located),
    notes: distinct([...notes, ...located.flatMap((one) => one.notes)])
  });
}
async function factsFrom({ files, date }, budget) {
  if (files.length === 0) return ok(NO_FACTS);
  const { factsOfFiles } = await import("./facts-of-YTJISVCP.js");
  return within(budget, "reading", () => factsOfFiles(files, date));
}
var NOBODY_LOOKED = { files: [], date: void 0 };
function emptyFile({ files }, label) {
  return { path: files.map(({ path: path2 }) => path2).join(", "), label, plan: emptyPlan(), open: void 0 };
}
async function readFile({ path: path2, label, bytes, source }, budget) {
  const opened = within(budget, "reading", () => openPlan(bytes));
  if (!opened.ok) return opened;
  const follow = (readSource) => within(budget, "references", () => opened.value(readSource));
  const plan = follow(NO_SOURCE);
  if (source === void 0) return ok({ path: path2, label, plan, open: void 0 });
  const open = opening(counted(source, budget), plan);
  if (plan.unread.length === 0) return ok({ path: path2, label, plan, open });
  const { planWithSource } = await import("./locals-N5U3KST4.js");
  return ok({ path: path2, label, plan: await planWithSource(follow, plan, await open()), open });
}
function opening(reader, { moduleSource }) {
  let opened;
  return () => opened ??= import("./source-54GAWPAS.js").then(
    ({ openSource }) => openSource(reader, moduleSource)
  );
}
var STEPS_PER_SOURCE_BYTE = 30;
var STEPS_PER_PLACE = 2e3;
function counted(reader, budget) {
  const read = async (bytes) => {
    const found = await bytes;
    budget.spend(1 + STEPS_PER_SOURCE_BYTE * (found?.length ?? 0), "files");
    return found;
  };
  return {
    rootModule: reader.rootModule,
    grammar: () => reader.grammar(),
    list: (directory) => reader.list(directory),
    read: (path2) => read(reader.read(path2)),
    ...reader.listBase !== void 0 && { listBase: async (path2) => reader.listBase?.(path2) },
    ...reader.readBase !== void 0 && { readBase: (path2) => read(reader.readBase?.(path2)) }
  };
}
async function locatePlan(judged, open, budget) {
  try {
    return await placesOfCauses(judged, open, budget);
  } catch (error) {
    if (error instanceof OutOfBudget) return { places: /* @__PURE__ */ new Map(), without: /* @__PURE__ */ new Map(), notes: [NO_PLACES] };
    throw error;
  }
}
var NO_PLACES = "the findings have no lines: to look for all of them takes longer than the deadline allows";
async function placesOfCauses({ subjects, verdict }, open, budget) {
  const causes = verdict.findings.flatMap((finding) => finding.causes).filter(({ address }) => !subjects.world.isElsewhere(address));
  if (open === void 0 || causes.length === 0) {
    return { places: /* @__PURE__ */ new Map(), without: /* @__PURE__ */ new Map(), notes: [] };
  }
  const { locate } = await import("./locate-PFKYH5QM.js");
  const { rules } = subjects.world.plan;
  const attributes = new Map(rules.map((rule) => [rule.address, rule.replaceAttributes]));
  const wanted = causes.map((cause) => ({ ...cause, attributes: attributes.get(cause.address) ?? [] }));
  return locate(await open(), wanted, () => budget.spend(STEPS_PER_PLACE, "places"));
}

// src/command/check.ts
async function check(request) {
  const { configuration } = request;
  const plans = await readPlans(request);
  if (!plans.ok) return plans;
  const facts = readFactsFiles(request.facts);
  if (!facts.ok) return facts;
  const settle = request.prepareEngine([...plans.value, ...facts.value]);
  const result = await judgedInTime(request, {
    plans: plans.value,
    facts: { files: facts.value, date: request.facts.date },
    configuration,
    proposed: request.proposed,
    failOn: request.failOn ?? configuration.failOn ?? "critical",
    today: request.now.toISOString().slice(0, 10),
    label: request.label,
    ...request.occasion !== void 0 && { occasion: request.occasion }
  });
  if (!result.ok) return result;
  const { report, notes } = result.value;
  if (request.requiresCluster && isNothingJudged(report)) return err(NO_CLUSTER);
  for (const sentence of notes) request.note(sentence);
  const module = plans.value[0]?.source?.rootModule ?? "";
  const [seen] = report.cloud?.files ?? [];
  const fixed = { version: VERSION, fallbackFile: seen ?? path.posix.join(module, "main.tf") };
  const answered = await request.answer(report, async (format, terminal = { colors: false }) => {
    const render = await FORMATS[format]();
    return render(report, { ...fixed, ...terminal });
  });
  await settle();
  return answered.ok ? ok(report.conclusion === "pass" ? 0 : 1) : answered;
}
async function judgedInTime({ deadline, startGauges = gaugesFrom }, input) {
  const bytes = [...input.plans, ...input.facts?.files ?? []].reduce(
    (sum, one) => sum + one.bytes.length,
    0
  );
  const budget = budgetFor(bytes, deadline, startGauges);
  try {
    const result = await judgeFiles({ ...input, budget });
    return result.ok ? result : err(`${result.error.path} ${result.error.error.message}`);
  } catch (error) {
    if (error instanceof OutOfBudget) return err(outOfBudgetLine(error, deadlineFor(bytes, deadline)));
    throw error;
  }
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
var CONFIGURATION_PLACES = ["cce-plan-guard.yml", ".github/cce-plan-guard.yml"];
async function openConfigurationFile(named, { mayLack = false } = {}) {
  const path2 = named ?? CONFIGURATION_PLACES.find((place) => isThere(place));
  if (path2 === void 0 || mayLack && !isThere(path2)) {
    const rightPath = CONFIGURATION_PLACES.find((place) => isThere(misnamed(place)));
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
    import("./read-configuration-XB7B7PKZ.js"),
    import("./check-id-UOCCTOVN.js")
  ]);
  const read = readConfiguration(text, CHECK_IDS);
  return read.ok ? read : err(`${path2}: ${read.error.message}`);
}

export {
  check,
  CONFIGURATION_PLACES,
  openConfigurationFile,
  parseConfiguration
};
