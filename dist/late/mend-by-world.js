import {
  makersOfGroups
} from "../chunks/chunk-74GWW5ZG.js";
import {
  isAboutOrder
} from "../chunks/chunk-M3GSGHQH.js";
import {
  addedRule,
  appliedPart,
  differenceOf,
  floorRules,
  groupExpressions,
  isGroupId,
  labelsBeside,
  multiPort,
  penned,
  planWith,
  rowRules,
  ruleForGroup,
  ruleResource,
  writtenBlock
} from "../chunks/chunk-QBPTAEBW.js";
import {
  isNewEntry,
  quoted,
  rootReference
} from "../chunks/chunk-R2SAQLJI.js";
import {
  parsePackets
} from "../chunks/chunk-WOUS6UDO.js";
import "../chunks/chunk-GZMD2HBW.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/mend/by-world.ts
import { affordable } from "../core.js";
import { linkedPlans } from "../core.js";
import { groupBy as groupBy4 } from "../core.js";
import { must as must7 } from "../core.js";
import { run } from "../core.js";

// src/mend/mend.ts
import { OutOfBudget, within } from "../core.js";
import { lazily, memo } from "../core.js";
import { blocksOf } from "../core.js";
import { toldFindings } from "../core.js";
import { must as must6 } from "../core.js";

// src/mend/accept.ts
import { nameText } from "../core.js";
import { cidrsOf } from "../core.js";
import { hasPorts, hasTypes, ICMP, protocolText } from "../core.js";
import { must as must2 } from "../core.js";
import { waivedRun } from "../core.js";
import { packetLines } from "../core.js";

// src/mend/candidate.ts
function stagesOf(first, { header: { program } }) {
  return [first, []].map((targets) => ({ targets, program }));
}
function candidate(parts) {
  return { blocks: [], module: "", stages: [], ...parts };
}

// src/mend/proof.ts
import { distinct } from "../core.js";
import { isEmpty, isSubset, region, subtract, union, unionOf } from "../core.js";
import { tokenPeers, unionPeers } from "../core.js";
import { byTableAndNumber } from "../core.js";
import { conclusionOf } from "../core.js";
import { must } from "../core.js";
import { tryRun } from "../core.js";
import { askRow, needOf } from "../core.js";
import { groupToken, literally } from "../core.js";
function runWith({ input, run: run2 }, plan, { edits, configuration }) {
  const changed = {
    ...input,
    plans: input.plans.map(
      (one, index) => index === plan ? { ...one, plan: planWith(one.plan, edits) } : one
    ),
    ...configuration !== void 0 && { configuration, proposed: configuration }
  };
  return tryRun(changed, run2);
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
function conclusionFor({ findings }, { plan, findings: [first] }, { input }) {
  const isOfRun = first.ofRun !== void 0;
  const own = findings.filter((one) => one.plan === plan && (isOfRun || one.ofRun === void 0));
  return conclusionOf(own, input.failOn);
}
function rowOfSubject({ plan, cluster, pool, group, row }) {
  return row === void 0 ? void 0 : JSON.stringify([plan, cluster, pool, group?.key, row.id]);
}
function openingsOf(was, next, ailment, edits) {
  const { plan, groups } = ailment;
  const [old, edited] = [was, next].map(({ judged }) => must(judged[plan], "the same plans").subjects);
  if (old === void 0 || edited === void 0) return void 0;
  const keys = distinct([
    ...groups,
    ...edits.flatMap(
      (edit) => edit.kind === "add" && edit.side.group.kind === "group" ? [edit.side.group.key] : []
    )
  ]);
  const sides = keys.map((key) => {
    const { before, after } = old.viewOf(key).rules;
    const is = literally(edited.viewOf(key).rules.after, edited.world);
    const was2 = [before, after].map((rules) => literally(rules, old.world));
    const known = (which) => unionOf(was2.map(({ [which]: region3 }) => region3));
    return {
      key,
      surely: subtract(is.surely, known("surely")),
      possibly: subtract(is.possibly, known("possibly"))
    };
  });
  const wishes = wishesOf(ailment);
  const isAsked = sides.every(({ key, surely, possibly }) => {
    const own = wishes.filter(({ subject }) => subject.groups.some((group) => group.key === key));
    return isEmpty(subtract(union(surely, possibly), unionOf(own.map(({ wanted }) => wanted))));
  });
  if (!isAsked) return void 0;
  const opening = wishes.filter(
    ({ wanted }) => sides.some(({ surely }) => !isSubset(wanted, subtract(wanted, surely)))
  );
  return opening.length === 0 ? [{ kind: "opens-nothing" }] : [
    {
      kind: "opens-rows",
      rows: [...new Set(opening.map(({ row }) => row))].sort(byTableAndNumber).map(({ id }) => id)
    }
  ];
}
function wishesOf({ rows, shutOut }) {
  return [
    ...rows.map((sick) => ({ row: sick.asked.row, subject: sick.subject, wanted: wantedBy(sick) })),
    ...shutOut.flatMap(
      ({ subject, rows: own, pools }) => own.map((row) => {
        const { direction, traffic } = askRow(row, subject, subject.after);
        const peers = tokenPeers(...pools.flat().map(groupToken));
        return { row, subject, wanted: region(direction, traffic.protocols, traffic.ports, peers) };
      })
    )
  ];
}
function wantedBy({ asked, subject }) {
  const state = subject.after;
  return unionOf(
    [askRow(asked.row, subject, state), asked.ask(state)].map((question) => {
      const { direction, traffic, need, groups, namesGroup } = question;
      const named = tokenPeers(...groups.map(groupToken));
      const by = (peers) => region(direction, traffic.protocols, traffic.ports, peers);
      return namesGroup ? by(named) : union(needOf(question), by(unionPeers(need, named)));
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
function acceptance(ailment, judged, mayTry) {
  const { configuration, today } = judged.input;
  const until = dayAfter(today, DAYS);
  const entries = ailment.found.map((found) => entriesFor(found, until));
  if (entries.some((some) => some.length === 0) || !mayTry(1)) return void 0;
  const waivers = entries.flat();
  const { report } = waivedRun(judged.input, judged.run, [...configuration.waivers, ...waivers]);
  const targets = new Set(ailment.findings.map(({ fingerprint }) => fingerprint));
  const isLeft = report.findings.some(
    ({ fingerprint, waived, reason }) => waived === void 0 && (targets.has(fingerprint) || reason.kind === "waiver-idle" && waivers.includes(reason.waiver))
  );
  if (isLeft) return void 0;
  return {
    ...candidate({ kind: "waive", step: { kind: "waive", until }, edits: [] }),
    configuration: ["waivers:", ...waivers.flatMap(waiverLines)].join("\n"),
    effects: [{ kind: "then", conclusion: conclusionFor(report, ailment, judged) }],
    ...{ adds: [], removes: [] }
  };
}
function dayAfter(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
}
function entriesFor(found, expires) {
  const { row, check, cluster, packets, causes } = found;
  const isSecret3 = packets?.naming.isSensitive === true || packets?.naming.isTrafficSensitive === true;
  if (isSecret3 || cluster !== void 0 && cluster.label !== cluster.name) return [];
  const base = {
    ...TERMS,
    ...{ expires, cluster: cluster?.name, group: void 0, address: void 0, packets: void 0 },
    ...{ requirement: void 0, check: void 0 }
  };
  if (row === void 0) {
    const [cause] = causes;
    return [{ ...base, check: check.id, address: cause?.address }];
  }
  const all = packets === void 0 ? [] : packetLines(packets.region).flatMap(waivableTexts);
  const texts = [...new Set(all.map(({ what, peer }) => `${what} ${peer}`))];
  const isIdle = ({ what, peer }) => what !== "all" && texts.includes(`all ${peer}`);
  const idle = new Set(all.filter(isIdle).map(({ what, peer }) => `${what} ${peer}`));
  return texts.filter((text) => !idle.has(text)).map((text) => ({
    ...base,
    requirement: row.id,
    packets: { ...waivedPackets(text), text }
  }));
}
function waivedPackets(text) {
  const read = parsePackets(text);
  return must2(read.ok ? read.value : void 0, "packets of our own are well formed");
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
  return [...new Set(whats)].flatMap((what) => named.map((peer) => ({ what, peer: `${way} ${peer}` })));
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
import { CHECKS } from "../core.js";
import { rowsOf } from "../core.js";
import { askRow as askRow2 } from "../core.js";
import { distinct as distinct2, firstOfEach } from "../core.js";
import { crosswiseNeed } from "../core.js";
import { ALL_V4 } from "../core.js";
import { EMPTY, intersect, isEmpty as isEmpty2, mapPeers, region as region2 } from "../core.js";
import { must as must3 } from "../core.js";
import { allRows } from "../core.js";
function ailmentOf({ findings, plan }, told, judged) {
  const { subjects } = must3(judged[plan], "a block is of a plan that was judged");
  const foundOf = ({ fingerprint }) => must3(told.get(fingerprint), "each finding of a report was told by a check").found;
  const [first, ...others] = findings;
  const found = [foundOf(first), ...others.map(foundOf)];
  const rows = found.flatMap((one) => sickRows(one, subjects));
  const shutOut = found.flatMap((one) => poolsShutOut(one, subjects));
  return {
    ...{ plan, subjects, findings, found, rows, shutOut },
    groups: distinct2([
      ...found.flatMap(({ group }) => group ?? []),
      ...[...rows, ...shutOut].flatMap(({ subject }) => subject.groups.map(({ key }) => key))
    ])
  };
}
function sickRows(found, { subjects }) {
  const { row, check, reason } = found;
  if (reason.kind === "not-crosswise" || reason.kind === "key-renamed") return [];
  const subject = subjectBehind(found, subjects);
  if (subject === void 0) return [];
  const rowsAsked = row === void 0 ? allRows : CHECKS.find(({ id }) => id === check.id)?.rows ?? allRows;
  const own = new Set(rowsOf(found));
  return rowsAsked(subject).flatMap((asked) => own.has(asked.row) ? [{ found, subject, asked }] : []);
}
function subjectBehind({ cluster, role, pool }, subjects) {
  return subjects.find((one) => one.cluster === cluster && one.role === role && one.pool === pool);
}
function poolsShutOut(found, { subjects }) {
  const { reason } = found;
  const subject = reason.kind === "not-crosswise" ? subjectBehind(found, subjects) : void 0;
  const need = subject === void 0 ? void 0 : crosswiseNeed(subject.model);
  if (reason.kind !== "not-crosswise" || subject === void 0 || need === void 0) return [];
  const others = new Set(reason.pools);
  const pools = subjects.flatMap(({ pool, cluster, groups }) => {
    const [key, ...more] = groups.map((group) => group.key);
    const isOther = pool !== void 0 && others.has(pool) && cluster === subject.cluster;
    return isOther && key !== void 0 ? [[key, ...more]] : [];
  });
  const rows = need.ports.filter((row) => isLacked(row, found, subject));
  return [{ subject, need: need.row, rows, pools: firstOfEach(pools, ([key]) => key) }];
}
function isLacked(row, { packets }, subject) {
  const { direction, traffic } = askRow2(row, subject, subject.after);
  const lost = mapPeers(packets?.region ?? EMPTY, () => ALL_V4);
  return !isEmpty2(intersect(lost, region2(direction, traffic.protocols, traffic.ports, ALL_V4)));
}

// src/mend/candidates.ts
import { isSameRule } from "../core.js";
import { distinct as distinct6 } from "../core.js";
import { parseAddress } from "../core.js";

// src/mend/add-rules.ts
import { distinct as distinct4, groupBy } from "../core.js";
import { isRepeat } from "../core.js";
import { EMPTY as EMPTY2, isEmpty as isEmpty3 } from "../core.js";
import { matched } from "../core.js";

// src/mend/along.ts
import { distinct as distinct3 } from "../core.js";
import { doesSomething } from "../core.js";
import { neededAs } from "../core.js";
import { isChanging } from "../core.js";
function takenAlong(rules, plan) {
  const first = new Set(rules.map(({ address }) => address));
  const needs = rules.map(({ address }) => plan.needsOf(address));
  const blocks = new Set(needs.flatMap((one) => [...one.blocks]));
  const isWhole = needs.every((one) => one.isWhole);
  const own = new Set(rules.flatMap(({ address }) => neededAs(address) ?? []));
  const others = changesOf(plan).filter(({ address, isConfigured }) => {
    const block = neededAs(address) ?? address;
    return isConfigured && !first.has(address) && !own.has(block) && (!isWhole || blocks.has(block));
  });
  return {
    needed: new Set(
      others.flatMap(
        ({ address, isMade }) => isMade && blocks.has(neededAs(address) ?? address) ? [address] : []
      )
    ),
    others: distinct3(others.flatMap(({ address, isMade }) => isMade ? [] : [address]))
  };
}
function changesOf(plan) {
  const { rules, groups, clusters, nodePools, vpcs, subnets, secondaryCidrs, attachments, nodes } = plan;
  const ofRules = rules.filter(isChanging).map(({ address, after, change }) => ({
    address,
    // A new deny takes packets away.
    isMade: change === "created" && after?.action === "allow",
    isConfigured: after !== void 0
  }));
  const others = [
    ...clusters,
    ...nodePools,
    ...vpcs,
    ...subnets,
    ...secondaryCidrs,
    ...attachments,
    ...nodes
  ];
  const ofOthers = others.filter(({ isData, actions }) => !isData && doesSomething(actions)).map(({ address, before, after }) => ({
    address,
    isMade: before === void 0,
    isConfigured: after !== void 0
  }));
  const ofGroups = groups.filter(({ isData, actions }) => !isData && doesSomething(actions)).map(({ address, existsAfter, actions }) => ({
    address,
    isMade: !actions.includes("delete") && !actions.includes("update"),
    isConfigured: existsAfter
  }));
  return [...ofRules, ...ofGroups, ...ofOthers];
}

// src/mend/covering.ts
import { isSubset as isSubset2, unionOf as unionOf2 } from "../core.js";
function fewestCovering(all) {
  return all.reduce((kept2, one) => {
    const others = kept2.filter((other) => other !== one);
    const isSpare = one.covers.every(
      (cover, row) => isSubset2(cover, unionOf2(others.flatMap(({ covers }) => covers.slice(row, row + 1))))
    );
    return isSpare ? others : kept2;
  }, all);
}

// src/mend/add-rules.ts
function addRules(ailment, pen) {
  const lacking = lackingRows(ailment);
  const priority = priorityAgainst(lacking, ailment.subjects.world);
  if (priority === "none") return [];
  const { plan } = ailment.subjects.world;
  const rules = lackedRules(lacking, ailment, { ...pen, priority });
  if (rules.length === 0) return [];
  const goes = lacking.some(
    ({ found: { reason, change } }) => change === "introduced" && reason.kind === "row" && reason.need === "as-before"
  );
  const first = () => lackedRules(lacking, ailment, { ...pen, priority, makersOf: (key) => pen.makersOf(key).filter(isAlone) });
  return [
    ...goes ? [added(first(), true, priority !== void 0, plan)] : [],
    added(rules, false, priority !== void 0, plan)
  ];
  function isAlone({ rules: rules2 }) {
    const along = takenAlong([...rules2.values()].slice(0, 1), plan);
    return along.others.length + along.needed.size === 0;
  }
}
function lackingRows({ rows }) {
  return rows.flatMap((sick) => {
    const { packets, change } = sick.found;
    const isMissing = change === "introduced" || change === "pre-existing";
    return packets === void 0 || !isMissing ? [] : [{ ...sick, region: packets.region }];
  });
}
function lackedRules(lacking, { subjects }, pen) {
  const { world } = subjects;
  const wanted = minimal(
    lacking.flatMap((one) => helpingRules(one, world)),
    lacking,
    world
  );
  return writtenRules(wanted, subjects, pen);
}
function writtenRules(wanted, subjects, pen) {
  const rules = wanted.flatMap((rule) => penned(rule, { world: subjects.world, ...pen }) ?? []);
  const isRefused = rules.some((one) => isRepeat(addedRule({ ...one, isFirst: false }), subjects));
  return isRefused || rules.length < wanted.length ? [] : rules;
}
function admitPools({ shutOut, subjects }, pen) {
  const wanted = shutOut.flatMap(
    ({ subject, need, rows, pools }) => rows.flatMap(
      (row) => pools.flatMap(([key]) => {
        const place = placeOfRules(subject);
        const purpose = `${need.id}, ${row.thing}: ${need.purpose}`;
        return place === void 0 ? [] : ruleForGroup(row, place, key).map((rule) => ({ ...rule, purpose }));
      })
    )
  );
  const rules = writtenRules(wanted, subjects, { ...pen, priority: void 0 });
  return rules.length === 0 ? [] : [added(rules, false, false, subjects.world.plan)];
}
function helpingRules(lacking, world) {
  const { found, subject, asked } = lacking;
  const { row } = asked;
  const place = placeOfRules(subject);
  if (place === void 0) return [];
  const { floor } = row;
  const isFloor = floor?.kind === "ranges" && found.check.id === "required-access";
  const rules = isFloor ? floorRules(row, floor.keep, place) : rowRules(row, place);
  return rules.filter((rule) => !isEmpty3(coverOf(rule, lacking, world)));
}
function placeOfRules({ cluster, role, groups: [group], after }) {
  if (group === void 0) return void 0;
  return {
    group: group.key,
    addresses: after.addresses,
    keys: {
      node: role === "node" ? group.key : cluster.node.after,
      control: after.controlGroup,
      eni: role === "eni" ? group.key : cluster.eni?.after
    }
  };
}
function coverOf({ side }, { subject, asked, region: region3 }, world) {
  if (!subject.groups.some(({ key }) => side.group.kind === "group" && side.group.key === key)) {
    return EMPTY2;
  }
  return matched(side, { subject, question: asked.ask(subject.after), region: region3 }, world);
}
function minimal(all, lacking, world) {
  const same = groupBy(
    all,
    ({ side }) => JSON.stringify(side, (_, value) => typeof value === "bigint" ? String(value) : value)
  );
  const rules = [...same.values()].map(([first, ...others]) => ({
    ...first,
    rows: distinct4([first, ...others].flatMap(({ rows }) => rows)),
    covers: lacking.map((row) => coverOf(first, row, world))
  }));
  return fewestCovering(rules);
}
function priorityAgainst(lacking, world) {
  const denies = lacking.flatMap(({ subject, asked, region: region3 }) => {
    const lack = { subject, question: asked.ask(subject.after), region: region3 };
    return subject.after.rules.flatMap(({ sides }) => sides).filter((side) => side.action !== "allow" && !isEmpty3(matched(side, lack, world)));
  });
  if (denies.length === 0) return void 0;
  const ranks = denies.map(({ priority: priority2 }) => priority2.kind === "known" ? priority2.value : 1);
  const priority = Math.min(...ranks) - 1;
  return priority < 1 ? "none" : priority;
}
function added(rules, isFirst, isOutranking, plan) {
  const addresses = rules.map(({ address }) => address);
  return candidate({
    kind: "add-rules",
    step: { kind: isOutranking ? "outrank" : "add-rules", rules: rules.length, isFirst },
    edits: addEdits(rules, isFirst),
    ...pastedHcl(rules),
    stages: isFirst ? stagesOf(addresses, plan) : []
  });
}
function pastedHcl(rules) {
  const blocks = rules.filter(({ block }) => !isNewEntry(block));
  const [{ module } = { module: "" }] = blocks;
  return { blocks: rules.map(({ block }) => block), module };
}
function addEdits(rules, isFirst) {
  return rules.map(({ address, api, side }) => ({ kind: "add", address, api, side, isFirst }));
}

// src/mend/less-deny.ts
import { groupBy as groupBy2 } from "../core.js";
import { needOf as needOf2 } from "../core.js";
import { canonical, NUMBERS, subtractSets } from "../core.js";
import { isEmpty as isEmpty4 } from "../core.js";
import { isAccepted } from "../core.js";
import { matched as matched2 } from "../core.js";
import { coverageOf } from "../core.js";
function lessDenies(ailment, pen) {
  const denies = deniesIn(ailment);
  return [...lessOf(denies, ailment, pen), ...weakened(denies, ailment, pen)];
}
function weakened(denies, ailment, pen) {
  const first = denies.filter(
    ({ side: { priority: priority2 } }) => priority2.kind === "known" && priority2.value === FIRST
  );
  const rules = first.length === 0 ? [] : lackedRules(lackingRows(ailment), ailment, { ...pen, priority: FIRST });
  if (rules.length === 0) return [];
  const priority = FIRST + 1;
  return [
    lessDeny(
      first.map(({ rule: { address }, side }) => ({
        argument: { address, name: "priority", value: String(priority) },
        after: { ...side, priority: { kind: "known", value: priority } }
      })),
      rules
    )
  ];
}
var FIRST = 1;
function* fewerDenies({ step }, ailment, pen) {
  if (step.kind !== "less-deny") return;
  const own = /* @__PURE__ */ new Set([...step.removed, ...step.left, ...step.narrowed.map(({ address }) => address)]);
  const denies = deniesIn(ailment).filter(({ rule }) => own.has(rule.address));
  if (denies.length < 2) return;
  for (const left of denies) {
    const [first] = lessOf(
      denies.filter((one) => one !== left),
      ailment,
      pen
    );
    if (first !== void 0) yield first;
  }
}
function deniesIn({ rows, subjects: { world } }) {
  const met = rows.flatMap(({ found, asked, subject }) => {
    const question = asked.ask(subject.after);
    const lack = { subject, question, region: found.packets?.region ?? needOf2(question) };
    return subject.groups.flatMap(({ key }) => world.rulesOf(key)).filter(
      ({ address, after }) => after?.action === "deny" && isAccepted(after) && !world.isElsewhere(address) && !isEmpty4(matched2(after, lack, world))
    ).map((rule) => ({ rule, ports: question.traffic.ports }));
  });
  return [...groupBy2(met, ({ rule }) => rule)].flatMap(([rule, same]) => {
    const { after: side } = rule;
    const taken = same.flatMap(({ ports }) => ports);
    return side === void 0 ? [] : [{ rule, side, rest: keptBy(rule.address, side, taken) }];
  });
}
function keptBy(address, side, taken) {
  const { traffic, isTrafficSensitive } = side;
  const rest = { ...traffic, ports: subtractSets(NUMBERS, traffic.ports, canonical(NUMBERS, taken)) };
  const runs = multiPort(rest);
  return isTrafficSensitive === true || runs === void 0 ? void 0 : { argument: { address, name: "multi_port", value: quoted(runs) }, after: { ...side, traffic: rest } };
}
function lessOf(denies, ailment, pen) {
  if (denies.length === 0) return [];
  const lacking = lackingWithout(denies, ailment);
  const rules = lackedRules(lacking, ailment, { ...pen, priority: void 0 });
  if (lacking.length > 0 && rules.length === 0) return [];
  const without = ({ rule: { address, before } }) => ({
    address,
    isNew: before === void 0
  });
  const gone = denies.map(without);
  const narrowed = denies.map((deny) => deny.rest ?? without(deny));
  const isUndo = rules.length === 0 && denies.every(({ rule }) => rule.before === void 0);
  return [
    ...denies.some(({ rest }) => rest !== void 0) ? [lessDeny(narrowed, rules)] : [],
    ...isUndo ? [] : [lessDeny(gone, rules)]
  ];
}
function lackingWithout(denies, { rows, subjects }) {
  const gone = new Set(denies.map(({ rule }) => rule.address));
  return rows.flatMap((sick) => {
    const { subject, asked } = sick;
    const rules = subject.after.rules.filter(({ address }) => address === void 0 || !gone.has(address));
    const state = { ...subject.after, rules };
    const region3 = coverageOf(asked.ask(state), subject, state, subjects.world).missing;
    return isEmpty4(region3) ? [] : [{ ...sick, region: region3 }];
  });
}
function lessDeny(denies, rules) {
  return candidate({
    kind: "deny",
    step: {
      kind: "less-deny",
      removed: denies.flatMap((deny) => "address" in deny && !deny.isNew ? [deny.address] : []),
      left: denies.flatMap((deny) => "address" in deny && deny.isNew ? [deny.address] : []),
      narrowed: denies.flatMap((deny) => "argument" in deny ? [deny.argument] : []),
      rules: rules.length
    },
    edits: [
      ...denies.map(
        (deny) => "argument" in deny ? { kind: "replace", address: deny.argument.address, after: deny.after } : { kind: "remove", address: deny.address }
      ),
      ...addEdits(rules, false)
    ],
    ...pastedHcl(rules)
  });
}

// src/mend/undo.ts
import { distinct as distinct5, groupBy as groupBy3, memoOfObject } from "../core.js";
import { isChanging as isChanging2, knownKeys } from "../core.js";
import { must as must4 } from "../core.js";

// src/mend/undone-arguments.ts
import { cidrsOf as cidrsOf2 } from "../core.js";
import { hasPorts as hasPorts2 } from "../core.js";
import { isSecret } from "../core.js";
function undoneArguments(rule) {
  const { address, before, after, replaceAttributes } = rule;
  const [was, is] = [before, after].map((side) => argumentsOf(side, rule));
  if (was === void 0 || is === void 0) return [];
  if (was.get("security_group_id") !== is.get("security_group_id")) return [];
  const names = /* @__PURE__ */ new Set([...was.keys(), ...is.keys()]);
  const changed = [...names].flatMap((name) => {
    const [value, instead] = [was.get(name), is.get(name)];
    return value === void 0 || value === instead ? [] : [{ address, name, value, instead }];
  });
  const isWhole = [...names].every((name) => was.has(name)) && replaceAttributes.every((attribute) => changed.some(({ name }) => name === attribute));
  return isWhole ? changed : [];
}
function argumentsOf(side, { api }) {
  if (side === void 0 || api === "nova" || side.problems.length > 0 || isSecret(side)) return void 0;
  const { group, peer, traffic } = side;
  const isRange = peer.kind === "range" && peer.range.kind === "known" && peer.addressGroup === void 0;
  const [cidr, ...others] = isRange ? cidrsOf2(peer.range.peers) : [];
  const isPlain = peer.kind === "any" || cidr !== void 0 && others.length === 0;
  if (group.kind === "unknown" || !isPlain || api === "v2" && hasEveryPort(traffic)) return void 0;
  const remote = cidr === void 0 ? void 0 : quoted(cidr);
  const block = ruleResource({ label: "", api, side, group: group.key, remote });
  return block === void 0 ? void 0 : new Map(block.body);
}
function hasEveryPort({ protocols, ports }) {
  return protocols.some(({ lo, hi }) => lo === hi && hasPorts2(lo)) && ports.some(({ lo }) => lo === 0);
}

// src/mend/undo.ts
function undoCauses(ailment) {
  const addresses = distinct5(ailment.found.flatMap(({ causes }) => causes.map(({ address }) => address)));
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
  return undoOf(distinct5([...own.map(({ address }) => address), ...causes]), ailment).slice(-1);
}
function keepGroup(ailment) {
  const { plan } = ailment.subjects.world;
  const causes = new Set(ailment.found.flatMap((found) => found.causes.map(({ address }) => address)));
  const left = new Set(
    plan.nodePools.flatMap(
      ({ address, before }) => causes.has(address) ? knownKeys(before?.groups ?? []) : []
    )
  );
  const going = plan.groups.filter(
    ({ address, key, isDestroyed }) => isDestroyed && (causes.has(address) || left.has(key))
  );
  const keys = new Set(going.map(({ key }) => key));
  const rules = plan.rules.filter(
    (rule) => isChanging2(rule) && rule.before?.group.kind === "group" && keys.has(rule.before.group.key)
  );
  const pools = plan.nodePools.filter(
    ({ isReplaced, before }) => isReplaced && before?.groups.some((ref) => ref.kind === "group" && keys.has(ref.key)) === true
  );
  const addresses = [...causes, ...[...going, ...rules, ...pools].map(({ address }) => address)];
  return undoOf(distinct5(addresses), ailment);
}
function undoOf(addresses, { subjects }) {
  const { plan, isElsewhere } = subjects.world;
  const fates = fatesIn(plan);
  const own = addresses.filter((address) => !isElsewhere(address));
  const of = (fate) => own.filter((address) => fates.get(address) === fate);
  const [gone, changed, made] = [of("gone"), of("changed"), of("made")];
  const none = { gone: [], changed: [], made: [] };
  const kept2 = gone.length + changed.length;
  return [
    ...kept2 > 0 ? [undo({ ...none, gone, changed }, plan)] : [],
    ...made.length > 0 ? [undo({ ...none, made }, plan)] : [],
    ...kept2 > 0 && made.length > 0 ? [undo({ gone, changed, made }, plan)] : []
  ];
}
function undo({ gone, changed, made }, plan) {
  const rules = rulesAt(plan);
  const isDeny = made.length > 0 && made.every((address) => rules.get(address)?.every(isDenied) === true);
  const attributes = changed.flatMap((address) => forcingOf(address, plan));
  const values = changed.map((address) => (rules.get(address) ?? []).flatMap(undoneArguments));
  return candidate({
    kind: gone.length > 0 && changed.length + made.length === 0 ? "put-back" : isDeny && gone.length + changed.length === 0 ? "deny" : "undo",
    step: {
      ...{ kind: "undo", gone, changed, made, isDeny, attributes: distinct5(attributes) },
      values: values.every((some) => some.length > 0) ? values.flat() : []
    },
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
    after: must4(rule.before, "only what was there before is kept")
  }));
}
function forcingOf(address, plan) {
  const own = [...nodesAt(plan).get(address) ?? [], ...rulesAt(plan).get(address) ?? []];
  return own.flatMap(({ replaceAttributes }) => replaceAttributes);
}
var rulesAt = memoOfObject(({ rules }) => {
  const changing = new Set(rules.filter(isChanging2).map(({ address }) => address));
  return groupBy3(
    rules.filter(({ address }) => changing.has(address)),
    ({ address }) => address
  );
});
var nodesAt = memoOfObject(
  ({ nodePools, clusters }) => groupBy3([...nodePools, ...clusters], ({ address }) => address)
);
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
    if (!isChanging2(rule) || rule.isDeposed) continue;
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
  row: [undoCauses, lessDenies, addRules],
  "deny-of-unknown-rank": [undoCauses, lessDenies],
  "load-balancers-unknown": [undoCauses],
  "not-crosswise": [undoCauses, admitPools],
  opened: [undoCauses],
  repeats: [oldFirst, noDefaultRules, undoCauses, importRules],
  "rules-shift": [undoShift],
  "key-renamed": [moveRules, importMoved, undoCauses],
  "group-goes": [keepGroup],
  "pool-replaced": [undoCauses, keepGroup],
  "cluster-replaced": [undoCauses],
  "group-renamed": [undoCauses]
};
function candidatesFor(ailment, pen) {
  const kinds = distinct6(ailment.found.map(({ reason }) => reason.kind));
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
    const rule = rulesAt(plan).get(text)?.[0];
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
function importMoved({ found: [{ reason }, ...others], subjects }) {
  if (reason.kind !== "key-renamed" || others.length > 0) return [];
  const { from, to, canMove, isDeposed } = reason;
  if (canMove || isDeposed || from === void 0) return [];
  const [old, next] = [from, to].map(parseAddress);
  const rule = rulesAt(subjects.world.plan).get(from)?.[0];
  const [oldText, nextText] = [old, next].map((address) => address && rootReference(address));
  if (old?.key !== void 0 || oldText === void 0 || nextText === void 0) return [];
  const keeps = { keyword: "lifecycle", labels: [], body: [["destroy", "false"]] };
  return [
    candidate({
      kind: "import",
      step: { kind: "reimport", from, to },
      edits: [{ kind: "move", from, to }],
      blocks: [
        ...rule?.id === void 0 ? [] : [
          {
            keyword: "import",
            labels: [],
            body: [["to", nextText], ["id", quoted(rule.id)]]
          }
        ],
        { keyword: "removed", labels: [], body: [["from", oldText]], blocks: [keeps] }
      ]
    })
  ];
}

// src/mend/configure.ts
import { bareCluster } from "../core.js";
import { entryLines, withGone, withSeen } from "../core.js";
import { doubtsIn } from "../core.js";
function decisions(ailment, judged, mayTry) {
  const { configuration } = judged.input;
  return [...recorded(ailment, configuration), ...priorities(ailment, configuration)].flatMap((one) => {
    if (!mayTry(1)) return [];
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
          { kind: "then", conclusion: conclusionFor(report, ailment, judged) }
        ],
        ...{ adds: [], removes: [] }
      }
    ];
  });
}
function lookAtCloud({ found, findings }) {
  const doubts = doubtsIn(findings);
  const isShown = found.every((one) => isShownByFacts(one));
  if (!isShown || found.some(({ occasion }) => occasion !== "plan")) return void 0;
  const [{ reason }] = found;
  const effect = doubts.length > 0 ? { kind: "shows", doubts } : { kind: "shows-group", what: reason.kind === "rules-not-known" ? "rules" : "place" };
  return {
    ...candidate({ kind: "facts", step: { kind: "look" }, edits: [] }),
    ...{ configuration: void 0, effects: [effect], adds: [], removes: [] }
  };
}
function isShownByFacts({ reason, group, cluster }) {
  if (reason.kind === "row") {
    return reason.doubts.length > 0 && reason.doubts.every((doubt) => isDoubtShown(doubt, cluster));
  }
  if (reason.kind === "rules-not-known") return group !== void 0 && isGroupId(group);
  return reason.kind === "group-not-placed" && reason.group !== void 0 && isGroupId(reason.group) && !reason.isContradicted;
}
function isDoubtShown(doubt, cluster) {
  if (doubt.kind === "default" || doubt.kind === "seen") return true;
  const { resource } = cluster ?? {};
  const isThere = resource === void 0 || resource.before !== void 0;
  return doubt.kind === "range" && doubt.key !== void 0 && SHOWN_KEYS.has(doubt.key) && isThere;
}
var SHOWN_KEYS = /* @__PURE__ */ new Set(["vpc-cidrs", "container-cidrs", "dns-servers"]);
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

// src/mend/order.ts
import { NO_FACTS } from "../core.js";
import { isSameRule as isSameRule2 } from "../core.js";
import { distinct as distinct7 } from "../core.js";
import { EMPTY as EMPTY3, isEmpty as isEmpty5 } from "../core.js";
import { isAccepted as isAccepted2 } from "../core.js";
import { must as must5 } from "../core.js";
import { tryRun as tryRun2 } from "../core.js";
import { matched as matched3 } from "../core.js";

// src/mend/writing/apart.ts
import { cidrsOf as cidrsOf3 } from "../core.js";
import { isSecret as isSecret2 } from "../core.js";
import { parseAddress as parseAddress2 } from "../core.js";
function blockApart({ after: side, address, api }, { world: { plan } }, pen) {
  const own = parseAddress2(address);
  const remote = side && remoteOf(side.peer);
  const isPlain = side !== void 0 && !isSecret2(side) && api !== "nova" && typeof own?.key !== "number";
  if (!isPlain || side.group.kind !== "group" || remote === void 0 || own === void 0) return void 0;
  const { key } = side.group;
  const isThere = (group) => plan.groups.every((one) => one.key !== group || one.existsBefore && one.existsAfter);
  if (![key, ...remote.kind === "group" ? [remote.key] : []].every(isThere)) return void 0;
  const [, name = "rule"] = own.block.split(".");
  const label = `${name}_first`;
  return writtenBlock({ key, api, side, remote, label, comments: [`in place of ${address}`] }, pen);
}
function remoteOf(peer) {
  switch (peer.kind) {
    case "any":
      return { kind: "any" };
    case "group":
      return peer.group.kind === "group" ? { kind: "group", key: peer.group.key } : void 0;
    case "range": {
      const { range, addressGroup } = peer;
      const [cidr, ...others] = range.kind === "known" ? cidrsOf3(range.peers) : [];
      return cidr === void 0 || others.length > 0 || addressGroup !== void 0 ? void 0 : { kind: "cidr", cidr, reference: void 0 };
    }
    case "one-of":
      return void 0;
  }
}

// src/mend/order.ts
function orderFor(ailment, judged, pen) {
  if (!ailment.findings.every(({ change }) => change === "transient")) return withoutOrder(ailment);
  const { comers, replaced, fewest } = orderParts(ailment);
  const ways = [
    { first: comers, newFirst: [] },
    { first: [], newFirst: replaced },
    { first: comers, newFirst: replaced }
  ].filter(({ first, newFirst }) => first.length + newFirst.length > 0);
  const { plan } = must5(judged.input.plans[ailment.plan], "an ailment is of a plan of the run");
  const along = takenAlong(comers, plan);
  const found = ways.find(
    (way) => (way.first.length === 0 || along.others.length === 0) && isSafe(way, along.needed, ailment, judged)
  );
  if (found !== void 0) return { kind: "order", fix: orderFix(found, plan) };
  const merged = mergedFirst(fewest, ailment, judged, pen);
  if (merged !== void 0) return { kind: "order", fix: merged };
  const { world } = ailment.subjects;
  const again = replaced.filter((rule) => isAsBefore(rule, world));
  if (again.length > 0) return { kind: "same-again", addresses: again.map(({ address }) => address) };
  const equal = equalRules([...comers, ...replaced], world);
  if (equal.length > 0) return { kind: "equal-rules", addresses: equal };
  return along.others.length > 0 ? { kind: "comes-along", addresses: along.others } : { kind: "none-holds" };
}
function withoutOrder({ found }) {
  const rules = found.flatMap(({ reason }) => reason.kind === "key-renamed" ? [reason.to] : []);
  return rules.length > 0 ? { kind: "equal-rules", addresses: distinct7(rules) } : { kind: "not-transient" };
}
var MANY = 60;
function orderParts({ rows, groups, subjects: { world } }) {
  const own = groups.flatMap((key) => world.rulesOf(key));
  const meeting = distinct7(own).flatMap((rule) => {
    const { after, change, address } = rule;
    if (change !== "created" && change !== "destroyed-then-created") return [];
    if (after?.group.kind !== "group" || !isAccepted2(after) || after.action !== "allow") return [];
    const { key } = after.group;
    const covers = rows.map(
      ({ subject, asked, found: { packets = { region: EMPTY3 } } }) => subject.groups.some((group) => group.key === key) ? matched3(after, { subject, question: asked.ask(subject.after), region: packets.region }, world) : EMPTY3
    );
    return world.isElsewhere(address) || covers.every(isEmpty5) ? [] : [{ rule, covers }];
  });
  const created = meeting.filter(({ rule }) => rule.change === "created");
  return {
    comers: (created.length > MANY ? created : fewestCovering(created)).map(({ rule }) => rule),
    fewest: meeting.length > MANY ? [] : fewestCovering(meeting).map(({ rule }) => rule),
    replaced: meeting.flatMap(({ rule }) => rule.change === "created" ? [] : [rule])
  };
}
function isAsBefore({ before, after }, { configuration }) {
  return before !== void 0 && after?.group.kind === "group" && isSameRule2(after, before, after.group.key, configuration);
}
function equalRules(rules, { twinOf }) {
  return rules.flatMap((rule) => twinOf(rule) === void 0 ? [] : [rule.address]);
}
function isSafe({ first, newFirst }, needed, ailment, judged) {
  const { plan } = must5(judged.input.plans[ailment.plan], "an ailment is of a plan of the run");
  const turned = planWith(
    plan,
    newFirst.map(({ address }) => ({ kind: "new-first", address }))
  );
  const runs = first.length === 0 ? [judgedAs(turned, [], ailment, judged)] : stagedRuns();
  return runs.every((run2) => keepsAll(run2, ailment, judged));
  function stagedRuns() {
    const done = /* @__PURE__ */ new Set([...first.map(({ address }) => address), ...needed]);
    const rest = changesOf(plan).filter(({ address }) => !done.has(address));
    const alone = planWith(plan, rest.map(kept));
    const later = appliedPart(turned, (address) => done.has(address));
    return [judgedAs(alone, [], ailment, judged), judgedAs(later, first, ailment, judged)];
  }
}
function kept({ address }) {
  return { kind: "keep", address };
}
function keepsAll({ report: { findings, ...report } }, ailment, { run: run2 }) {
  const own = new Set(ailment.groups);
  const mayBeRefused = findings.some(
    ({ check, group, waived }) => check.id === "duplicate-rule" && group !== void 0 && own.has(group.key) && waived === void 0
  );
  const counted = findings.filter(({ reason }) => reason.kind !== "record-troubled");
  return !mayBeRefused && isCured(run2.report, { ...report, findings: counted }, ailment);
}
function mergedFirst(rules, ailment, judged, pen) {
  const { subjects } = ailment;
  const { plan } = subjects.world;
  const written = rules.flatMap((rule) => blockApart(rule, subjects, pen) ?? []);
  if (rules.length === 0 || written.length < rules.length) return void 0;
  const then = [
    ...addEdits(written, true),
    ...rules.map(({ address }) => ({ kind: "remove", address }))
  ];
  const made = addEdits(written, false);
  const before = planWith(plan, [...changesOf(plan).map(kept), ...made]);
  const runs = [
    judgedAs(before, [], ailment, judged),
    judgedAs(planWith(plan, then), made.map(addedRule), ailment, judged)
  ];
  if (!runs.every((run2) => keepsAll(run2, ailment, judged))) return void 0;
  return {
    ...candidate({
      kind: "order",
      step: { kind: "merge-first", rules: rules.length, left: rules.map(({ address }) => address) },
      edits: then,
      ...pastedHcl(written),
      stages: stagesOf([], plan)
    }),
    ...{ configuration: void 0, effects: [] },
    ...differenceOf(subjects, planWith(plan, then), plan)
  };
}
function judgedAs(plan, made, { plan: index }, { input, run: run2 }) {
  const changed = {
    ...input,
    plans: input.plans.map((one, at) => at === index ? { ...one, plan } : one),
    facts: factsWith(input.facts ?? NO_FACTS, made)
  };
  return tryRun2(changed, run2);
}
function factsWith(facts, made) {
  if (made.length === 0 || facts.seen.size === 0) return facts;
  const seen = [...facts.seen].map(([key, group]) => {
    const more = made.flatMap(
      ({ address, after }) => after?.group.kind === "group" && after.group.key === key ? [{ id: address, side: after }] : []
    );
    return [key, { ...group, rules: [...group.rules, ...more] }];
  });
  return { ...facts, seen: new Map(seen) };
}
function orderFix({ first, newFirst }, plan) {
  const addresses = newFirst.map(({ address }) => address);
  const targets = first.map(({ address }) => address);
  return {
    ...candidate({
      kind: "order",
      step: first.length === 0 ? { kind: "new-first", addresses } : { kind: "stages", rules: first.length, newFirst: addresses },
      edits: addresses.map((address) => ({ kind: "new-first", address }))
    }),
    stages: first.length === 0 ? [] : stagesOf(targets, plan),
    ...{ configuration: void 0, adds: [], removes: [], effects: [] }
  };
}

// src/mend/mend.ts
var OBJECTS_OF_SUBJECT = 30;
var LIMITS = { proofs: 100, objects: 3e4 };
function mended(judged, limits, makers = []) {
  const { report, judged: plans } = judged.run;
  const told = lazily(() => new Map(toldFindings(plans).told.map((one) => [one.fingerprint, one])));
  const trials = trialsWithin(judged, limits);
  const penOf = memo((plan) => {
    const { subjects } = must6(plans[plan], "a block is of a plan that was judged");
    return {
      expressionsOf: groupExpressions(subjects),
      labelFor: labelsBeside(subjects),
      makersOf: makersOfGroups(subjects.world, makers[plan] ?? /* @__PURE__ */ new Map())
    };
  });
  const fixes = new Map(
    blocksOf(report).blocks.flatMap((block) => {
      const ailment = lazily(() => ailmentOf(block, told(), plans));
      const find = () => everyFix({ judged, ailment: ailment(), pen: penOf(block.plan), trials });
      const found = fixesFrom(find, limits.budget);
      return block.findings.map(({ fingerprint }) => [fingerprint, found]);
    })
  );
  return {
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, fixes: fixes.get(finding.fingerprint) })),
    orders: plans.map((_, plan) => {
      const [first, ...others] = report.findings.filter((one) => one.plan === plan && isAboutOrder(one));
      const order = lazily(
        () => first === void 0 ? void 0 : orderWithin(
          {
            judged,
            trials,
            pen: penOf(plan),
            ailment: ailmentOf({ findings: [first, ...others], plan }, told(), plans)
          },
          limits.budget
        )
      );
      return order;
    })
  };
}
function isFix(found) {
  return "step" in found;
}
function isWhy(found) {
  return !isFix(found);
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
      return found.find(isWhy);
    }
  };
}
function orderWithin(search, budget) {
  try {
    return within(budget, "mending", () => ordered(search));
  } catch (error) {
    if (error instanceof OutOfBudget) return { kind: "not-tried" };
    throw error;
  }
}
function ordered({ ailment, judged, pen, trials }) {
  return trials.mayTry(ORDER_RUNS) ? orderFor(ailment, judged, pen) : { kind: "not-tried" };
}
var ORDER_RUNS = 7;
function trialsWithin(judged, { proofs, objects }) {
  let left = proofs;
  let leftObjects = objects;
  const size = judged.run.judged.reduce(
    (sum, { subjects: { subjects, world } }) => sum + world.plan.rules.length + world.plan.groups.length + OBJECTS_OF_SUBJECT * subjects.length,
    0
  );
  const mayTry = (runs) => {
    if (left < runs || leftObjects < runs * size) return false;
    left -= runs;
    leftObjects -= runs * size;
    return true;
  };
  return {
    mayTry,
    prove: (ailment, { edits }) => mayTry(1) ? proofOf(judged, ailment, edits) ?? "fails" : "not-tried"
  };
}
function* everyFix(search) {
  const { judged, ailment, trials } = search;
  const why = yield* proved(search);
  const order = ailment.findings.some(isAboutOrder) ? ordered(search) : void 0;
  if (why !== void 0) yield whyWith(why, order, ailment);
  if (order?.kind === "order") yield order.fix;
  yield* decisions(ailment, judged, trials.mayTry);
  const look = lookAtCloud(ailment);
  if (look !== void 0) yield look;
  const accepted = acceptance(ailment, judged, trials.mayTry);
  if (accepted !== void 0) yield accepted;
}
function whyWith(why, order, { findings }) {
  const isOrder = why.kind === "none-holds" && findings.every(({ change }) => change === "transient");
  if (!isOrder || order === void 0) return why;
  return { kind: "order", order: order.kind === "order" ? "found" : order };
}
function* proved({ ailment, pen, trials: { prove } }) {
  if (ailment.findings.every(({ severity }) => severity === "notice")) return { kind: "notice" };
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
    yield fixFrom(...least(one, effects, { ailment, pen, prove }), ailment);
  }
  return ways.size === 0 ? why : void 0;
}
function least(one, effects, search) {
  const { ailment, pen, prove } = search;
  const lessers = one.step.kind === "undo" ? lesserUndos(one, ailment) : fewerDenies(one, ailment, pen);
  for (const lesser of lessers) {
    const lesserEffects = prove(ailment, lesser);
    if (typeof lesserEffects !== "string") return least(lesser, lesserEffects, search);
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

// src/mend/by-world.ts
function mendedByWorld(judged, budget, makers) {
  const { report } = judged.run;
  const worlds = linkedPlans(judged.run.judged.map(({ subjects }) => subjects.world.surroundings));
  const own = groupBy4(report.findings, ({ plan }) => plan);
  const makersOf = (plans) => plans.map((plan) => must7(makers[plan], "each plan has its makers"));
  const all = worlds.map((plans) => {
    const isAsked = plans.some((plan) => own.get(plan)?.some(asksForMore));
    const alone = isAsked ? affordable(budget, "mending", () => oneWorld(judged, plans)) : void 0;
    return { plans, mended: alone && mended(alone, { ...LIMITS, budget }, makersOf(plans)) };
  });
  const fixes = /* @__PURE__ */ new Map();
  const orders = /* @__PURE__ */ new Map();
  for (const { plans, mended: found } of all) {
    if (found === void 0) continue;
    const there = groupBy4(found.findings, ({ plan }) => plan);
    plans.forEach((plan, at) => {
      const order = found.orders?.[at];
      if (order !== void 0) orders.set(plan, order);
      for (const [told, twin] of twinsOf(own.get(plan) ?? [], there.get(at) ?? [])) {
        fixes.set(told, twin.fixes);
      }
    });
  }
  return {
    ...report,
    findings: report.findings.map((one) => ({ ...one, fixes: fixes.get(one) })),
    orders: report.plans.map((_, plan) => orders.get(plan) ?? noOrder)
  };
}
function noOrder() {
  return void 0;
}
function asksForMore({ severity }) {
  return severity !== "notice";
}
function oneWorld({ input, run: whole }, plans) {
  if (plans.length === input.plans.length) return { input, run: whole };
  const own = { ...input, plans: plans.map((plan) => must7(input.plans[plan], "each was judged")) };
  return { input: own, run: run(own) };
}
function twinsOf(told, alone) {
  const [ownTold, runTold] = apart(told);
  const [ownAlone, runAlone] = apart(alone);
  const pairs = (some, others) => some.map((one, at) => [one, must7(others[at], "alone it has the same findings")]);
  return [
    ...ownTold.some(asksForMore) ? pairs(ownTold, ownAlone) : [],
    ...runTold.length === runAlone.length ? pairs(runTold, runAlone) : []
  ];
}
function apart(findings) {
  const isOwn = ({ ofRun }) => ofRun === void 0;
  return [findings.filter(isOwn), findings.filter((one) => !isOwn(one))];
}
export {
  mendedByWorld
};
