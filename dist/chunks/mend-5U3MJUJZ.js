import {
  addRules,
  appliedPart,
  candidate,
  differenceOf,
  fewestCovering,
  groupExpressions,
  labelsBeside,
  planWith
} from "./chunk-CTQEMUFV.js";
import {
  parsePackets
} from "./chunk-VEIQI4ML.js";
import "./chunk-NJHCVBUI.js";
import {
  isAboutOrder
} from "./chunk-WRO3CVO3.js";
import {
  NO_FACTS,
  run,
  toldFindings
} from "./chunk-XEUB5RXE.js";
import {
  bareCluster
} from "./chunk-CRBWAC3T.js";
import {
  neededAs
} from "./chunk-HQEX6KPR.js";
import "./chunk-JNC5NJEG.js";
import "./chunk-Q4KDA6G2.js";
import {
  quoted,
  rootReference
} from "./chunk-EMDBAYUM.js";
import {
  blocksOf
} from "./chunk-3XNJGZAM.js";
import {
  doubtsIn
} from "./chunk-43LBVURZ.js";
import {
  packetLines
} from "./chunk-A7XUOLS5.js";
import {
  entryLines,
  nameText,
  withGone,
  withSeen
} from "./chunk-G7TW2D2V.js";
import "./chunk-O5533E75.js";
import "./chunk-W55LG4YV.js";
import "./chunk-OR7BGG5Q.js";
import {
  CHECKS,
  allRows,
  groupToken,
  literally
} from "./chunk-GY66YBQZ.js";
import "./chunk-VASI7VMD.js";
import "./chunk-6K6RVTW6.js";
import {
  askRow,
  isSameRule,
  matched,
  needOf
} from "./chunk-7LKISGRE.js";
import "./chunk-XR7GB23Z.js";
import "./chunk-EBGMQUNB.js";
import {
  doesSomething,
  isAccepted,
  isChanging
} from "./chunk-L6AC5JB7.js";
import {
  EMPTY,
  ICMP,
  cidrsOf,
  hasPorts,
  hasTypes,
  isEmpty,
  isSubset,
  protocolText,
  region,
  subtract,
  tokenPeers,
  union,
  unionOf,
  unionPeers
} from "./chunk-FFZXDXFJ.js";
import {
  OutOfBudget,
  within
} from "./chunk-K7OY3VOL.js";
import {
  parseAddress
} from "./chunk-EWVTMIMU.js";
import {
  distinct,
  memo,
  memoOfObject
} from "./chunk-HR654TLQ.js";
import {
  must
} from "./chunk-CAOBLGU6.js";
import "./chunk-QRXDQQPD.js";
import "./chunk-SEWDMQ6Q.js";

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
function acceptance(ailment, judged, mayTry) {
  const { configuration, today } = judged.input;
  const until = dayAfter(today, DAYS);
  const entries = ailment.found.map((found) => entriesFor(found, until));
  if (entries.some((some) => some.length === 0) || !mayTry(1)) return void 0;
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
  "key-renamed": [moveRules, importMoved, undoCauses],
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
function importMoved({ found: [{ reason }, ...others], subjects }) {
  if (reason.kind !== "key-renamed" || others.length > 0) return [];
  const { from, to, canMove, isDeposed } = reason;
  if (canMove || isDeposed || from === void 0) return [];
  const [old, next] = [from, to].map(parseAddress);
  const rule = subjects.world.plan.rules.find(({ address }) => address === from);
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

// src/mend/order.ts
function orderFor(ailment, judged) {
  if (!ailment.findings.every(({ change }) => change === "transient")) return withoutOrder(ailment);
  const { comers, replaced } = orderParts(ailment);
  const ways = [
    { first: comers, newFirst: [] },
    { first: [], newFirst: replaced },
    { first: comers, newFirst: replaced }
  ].filter(({ first, newFirst }) => first.length + newFirst.length > 0);
  const { plan } = must(judged.input.plans[ailment.plan], "an ailment is of a plan of the run");
  const along = takenAlong(comers, plan);
  const found = ways.find(
    (way) => (way.first.length === 0 || along.others.length === 0) && isSafe(way, along.needed, ailment, judged)
  );
  if (found !== void 0) return { kind: "order", fix: orderFix(found) };
  const { world } = ailment.subjects;
  const again = replaced.filter((rule) => isAsBefore(rule, world));
  if (again.length > 0) return { kind: "same-again", addresses: again.map(({ address }) => address) };
  const equal = equalRules([...comers, ...replaced], world);
  if (equal.length > 0) return { kind: "equal-rules", addresses: equal };
  return along.others.length > 0 ? { kind: "comes-along", addresses: along.others } : { kind: "none-holds" };
}
function withoutOrder({ found }) {
  const rules = found.flatMap(
    ({ reason, causes }) => reason.kind === "key-renamed" ? causes.map(({ address }) => address) : []
  );
  return rules.length > 0 ? { kind: "equal-rules", addresses: distinct(rules) } : { kind: "not-transient" };
}
var MANY = 60;
function orderParts({ rows, groups, subjects: { world } }) {
  const own = groups.flatMap((key) => world.rulesOf(key));
  const meeting = distinct(own).flatMap((rule) => {
    const { after, change, address } = rule;
    if (change !== "created" && change !== "destroyed-then-created") return [];
    if (after?.group.kind !== "group" || !isAccepted(after) || after.action !== "allow") return [];
    const { key } = after.group;
    const covers = rows.map(
      ({ subject, asked, found: { packets = { region: EMPTY } } }) => subject.groups.some((group) => group.key === key) ? matched(after, { subject, question: asked.ask(subject.after), region: packets.region }, world) : EMPTY
    );
    return world.isElsewhere(address) || covers.every(isEmpty) ? [] : [{ rule, covers }];
  });
  const created = meeting.filter(({ rule }) => rule.change === "created");
  return {
    comers: (created.length > MANY ? created : fewestCovering(created)).map(({ rule }) => rule),
    replaced: meeting.flatMap(({ rule }) => rule.change === "created" ? [] : [rule])
  };
}
function isAsBefore({ before, after }, { configuration }) {
  return before !== void 0 && after?.group.kind === "group" && isSameRule(after, before, after.group.key, configuration);
}
function equalRules(rules, { twinOf }) {
  return rules.flatMap((rule) => {
    const { after, address } = rule;
    if (after?.group.kind !== "group") return [];
    return twinOf(rule, after, after.group.key) === void 0 ? [] : [address];
  });
}
function takenAlong(rules, plan) {
  const first = new Set(rules.map(({ address }) => address));
  const needs = rules.map(({ address }) => plan.needsOf(address));
  const blocks = new Set(needs.flatMap((one) => [...one.blocks]));
  const isWhole = needs.every((one) => one.isWhole);
  const others = changesOf(plan).filter(
    ({ address, isConfigured }) => isConfigured && !first.has(address) && (!isWhole || blocks.has(neededAs(address) ?? address))
  );
  return {
    needed: new Set(
      others.flatMap(
        ({ address, isMade }) => isMade && blocks.has(neededAs(address) ?? address) ? [address] : []
      )
    ),
    others: distinct(others.flatMap(({ address, isMade }) => isMade ? [] : [address]))
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
function isSafe({ first, newFirst }, needed, ailment, judged) {
  const { plan } = must(judged.input.plans[ailment.plan], "an ailment is of a plan of the run");
  const turned = planWith(
    plan,
    newFirst.map(({ address }) => ({ kind: "new-first", address }))
  );
  const runs = first.length === 0 ? [judgedAs(turned, [], ailment, judged)] : stagedRuns();
  return runs.every(({ report }) => isCured(judged.run.report, report, ailment));
  function stagedRuns() {
    const done = /* @__PURE__ */ new Set([...first.map(({ address }) => address), ...needed]);
    const rest = changesOf(plan).filter(({ address }) => !done.has(address));
    const alone = planWith(
      plan,
      rest.map(({ address }) => ({ kind: "keep", address }))
    );
    const later = appliedPart(turned, (address) => done.has(address));
    return [judgedAs(alone, [], ailment, judged), judgedAs(later, first, ailment, judged)];
  }
}
function judgedAs(plan, made, { plan: index }, { input }) {
  return run({
    ...input,
    plans: input.plans.map((one, at) => at === index ? { ...one, plan } : one),
    facts: factsWith(input.facts ?? NO_FACTS, made)
  });
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
function orderFix({ first, newFirst }) {
  const addresses = newFirst.map(({ address }) => address);
  const targets = first.map(({ address }) => address);
  return {
    ...candidate({
      kind: "order",
      step: first.length === 0 ? { kind: "new-first", addresses } : { kind: "stages", rules: first.length, newFirst: addresses },
      edits: addresses.map((address) => ({ kind: "new-first", address }))
    }),
    stages: first.length === 0 ? [] : [{ targets }, { targets: [] }],
    ...{ configuration: void 0, adds: [], removes: [], effects: [] }
  };
}

// src/mend/mend.ts
var OBJECTS_OF_SUBJECT = 30;
var LIMITS = { proofs: 100, objects: 3e4 };
function mended(judged, limits) {
  const { report, judged: plans } = judged.run;
  const told = memo(() => new Map(toldFindings(plans).told.map((one) => [one.fingerprint, one])));
  const trials = trialsWithin(judged, limits);
  const penOf = memo((plan) => {
    const { subjects } = must(plans[plan], "a block is of a plan that was judged");
    return { expressionsOf: groupExpressions(subjects), labelFor: labelsBeside(subjects) };
  });
  const fixes = new Map(
    blocksOf(report).blocks.flatMap((block) => {
      const ailment = memo(() => ailmentOf(block, told(void 0), plans));
      const find = () => everyFix({ judged, ailment: ailment(void 0), pen: penOf(block.plan), trials });
      const found = fixesFrom(find, limits.budget);
      return block.findings.map(({ fingerprint }) => [fingerprint, found]);
    })
  );
  return {
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, fixes: fixes.get(finding.fingerprint) })),
    orders: plans.map((_, plan) => {
      const [first, ...others] = report.findings.filter((one) => one.plan === plan && isAboutOrder(one));
      const order = memo(
        () => first === void 0 ? void 0 : orderWithin(
          {
            judged,
            trials,
            ailment: ailmentOf({ findings: [first, ...others], plan }, told(void 0), plans)
          },
          limits.budget
        )
      );
      return () => order(void 0);
    })
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
function orderWithin(search, budget) {
  try {
    return within(budget, "mending", () => ordered(search));
  } catch (error) {
    if (error instanceof OutOfBudget) return { kind: "not-tried" };
    throw error;
  }
}
function ordered({ ailment, judged, trials }) {
  return trials.mayTry(ORDER_RUNS) ? orderFor(ailment, judged) : { kind: "not-tried" };
}
var ORDER_RUNS = 5;
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
  yield* proved(search);
  if (ailment.findings.some(isAboutOrder)) {
    const order = ordered(search);
    if (order.kind === "order") yield order.fix;
  }
  yield* decisions(ailment, judged, trials.mayTry);
  const accepted = acceptance(ailment, judged, trials.mayTry);
  if (accepted !== void 0) yield accepted;
}
function* proved({ ailment, pen, trials: { prove } }) {
  if (ailment.findings.every(({ severity }) => severity === "notice")) {
    yield { kind: "notice" };
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
