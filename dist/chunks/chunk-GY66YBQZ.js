import {
  FAMILIES,
  INTERNET,
  agreementOf,
  beliefsAbout,
  beliefsOf,
  isSecretlyOpen,
  listedUnmanaged,
  machinesOf,
  openTo,
  openingsIn,
  opens,
  opensAll,
  subjectWith
} from "./chunk-VASI7VMD.js";
import {
  hoursBetween
} from "./chunk-6K6RVTW6.js";
import {
  ID,
  about,
  addressesOf,
  agree,
  askFloor,
  askRow,
  boundsOf,
  causeOf,
  causesOf,
  clusterOf,
  coverage,
  coverageOf,
  finding,
  isDefaultRule,
  isOff,
  isSameRule,
  isShift,
  letThrough,
  matched,
  membership,
  needOf,
  nodesOf,
  outcomeOf,
  poolAt,
  rowTraffic,
  touchedPart
} from "./chunk-7LKISGRE.js";
import {
  REQUIREMENTS,
  egressMinima,
  requirement,
  tableOf
} from "./chunk-XR7GB23Z.js";
import {
  allowsEverybody,
  identityHint,
  isSamePeer,
  isSameTraffic
} from "./chunk-EBGMQUNB.js";
import {
  FORMER_INTERNAL_SERVICES,
  ROLES,
  SERVICE_RANGES,
  SHARED_LOAD_BALANCERS,
  doesSomething,
  groupRef,
  isAccepted,
  isChanging,
  isPeerSensitive,
  isSecret,
  knownKeys
} from "./chunk-L6AC5JB7.js";
import {
  ALL_ADDRESSES,
  ALL_PROTOCOLS,
  ALL_V4,
  ALL_V6,
  EMPTY,
  NO_PEERS,
  NUMBERS,
  USED_PROTOCOLS,
  addressesIn,
  allTraffic,
  anyAddress,
  boxes,
  cidrsAround,
  cidrsOf,
  firstPort,
  hasNoPeers,
  intersect,
  intersectPeers,
  intersectSets,
  isEmpty,
  isSame,
  isSubset,
  mapPeers,
  peersWithin,
  samePeers,
  subtract,
  subtractSets,
  tokenPeers,
  union,
  unionOf,
  unionOfPeers,
  unionPeers,
  withoutTokens
} from "./chunk-FFZXDXFJ.js";
import {
  spend
} from "./chunk-K7OY3VOL.js";
import {
  parseAddress
} from "./chunk-EWVTMIMU.js";
import {
  distinct,
  firstOfEach,
  groupBy,
  memoOfObject
} from "./chunk-HR654TLQ.js";
import {
  must,
  unreachable
} from "./chunk-CAOBLGU6.js";
import {
  CHECK_IDS
} from "./chunk-QRXDQQPD.js";

// src/check/default-rule-records.ts
function recordTroubles(cluster, { viewOf, world }) {
  const record = cluster.configuration?.defaultRules;
  if (record === void 0) return [];
  const keys = ROLES.flatMap((role) => [cluster[role]?.before ?? [], cluster[role]?.also ?? []].flat());
  const views = distinct(keys).map(viewOf).filter((view) => view.cluster === cluster);
  const single = views.flatMap((view) => [
    ...view.defaults.flatMap((rule) => contradictionOf(rule, record)),
    ...tooFewListed(view, world)
  ]);
  const alike = groupBy(single, ({ kind, record: as }) => JSON.stringify([kind, as]));
  return [
    ...strangeRows(record, cluster),
    ...[...alike.values()].map((some) => ({
      ...some[0],
      rows: distinct(some.flatMap(({ rows }) => rows))
    }))
  ];
}
function strangeRows({ gone, standing }, { model }) {
  if (model === void 0) return [];
  const own = new Set(ROLES.flatMap((role) => tableOf(role, model)?.rows.map(({ id }) => id) ?? []));
  const unknown = (ids, record) => {
    const rows = ids.filter((id) => !own.has(id));
    return rows.length === 0 ? [] : [{ kind: "other-model", record, rows }];
  };
  return [...unknown(gone, "gone"), ...unknown(standing === "all" ? [] : standing, "standing")];
}
function contradictionOf({ requirement: requirement2, belief, stands, isTakenAway }, { gone, standing }) {
  if (requirement2 === void 0 || belief.kind !== "plan" && belief.kind !== "seen") return [];
  const by = belief.kind === "plan" ? "plan" : "facts";
  const rows = [requirement2.id];
  if (gone.includes(requirement2.id)) {
    return stands === "surely" && !isTakenAway ? [{ kind: by, record: "gone", rows }] : [];
  }
  const isRecorded = standing === "all" || standing.includes(requirement2.id);
  const isGone = belief.kind === "plan" ? isTakenAway : stands === "no";
  return isRecorded && isGone ? [{ kind: by, record: "standing", rows }] : [];
}
function tooFewListed({ key, defaults }, { plan, rulesOf }) {
  const list = plan.ruleIds.find(({ group }) => group === key);
  const recorded = defaults.filter(({ belief, stands }) => belief.kind === "recorded" && stands !== "no");
  if (list === void 0 || listedUnmanaged(list, rulesOf(key)) >= recorded.length) return [];
  const rows = recorded.flatMap(({ requirement: requirement2 }) => requirement2?.id ?? []);
  return [{ kind: "rule-ids", record: "standing", rows }];
}

// src/check/facts-findings.ts
var OLD_HOURS = 24;
function flawsOfFacts(plans) {
  return plans.slice(0, 1).filter(({ world: { occasion } }) => occasion === "plan").flatMap(({ world: { facts } }) => facts.lookedAt).flatMap((file) => {
    const { name, since } = file;
    if (!showsSomething(file, plans)) return [{ kind: "elsewhere", file: name }];
    const ages = plans.flatMap(({ world }) => hoursBetween(since, world.plan.header.timestamp) ?? []);
    const hours = Math.max(0, ...ages);
    return since !== void 0 && hours > OLD_HOURS ? [{ kind: "old", file: name, since, hours }] : [];
  });
}
function showsSomething({ name, isAboutGroups, groups }, plans) {
  const asking = plans.map(({ world }) => world.surroundings).filter(({ named }) => named.size > 0);
  if (asking.length === 0) return true;
  return asking.some(({ named, answeredBy }) => {
    const answered = answeredBy.get(name);
    const isAnswer = isAboutGroups ? answered === "groups" : answered !== void 0;
    return isAnswer || [...groups].some((key) => named.has(key));
  });
}
function otherwiseInFacts({ world, viewOf }) {
  const drifted = [...world.drifted].flatMap((rule) => groupsBefore(rule).map((group) => ({ group, rule })));
  const told = (group, than, rules) => ({
    ...{ group, than, rules },
    cluster: viewOf(group).cluster
  });
  const disputed = [...world.facts.seen].filter(([key, { isContradicted }]) => isContradicted && world.surroundings.named.has(key)).map(([key]) => key);
  return [
    ...[...groupBy(drifted, ({ group }) => group)].map(
      ([group, same]) => told(
        group,
        "state",
        same.map(({ rule }) => rule.address)
      )
    ),
    ...disputed.map((group) => told(group, "facts", []))
  ];
}
function groupsBefore({ before, drifted }) {
  const ref = (before ?? drifted)?.group;
  return ref === void 0 ? [] : ref.kind === "group" ? [ref.key] : ref.oneOf;
}

// src/check/configuration.ts
var configuration = {
  id: "configuration",
  title: "The configuration file or the facts do not fit the plan",
  why: "An entry that matches nothing counts for nothing, and one that contradicts the plan may hide what breaks; so may facts that are old, or not of this cloud project.",
  remedy: "Correct the entry in the configuration file, or remove it.",
  severities: { introduced: "warning" },
  example: "A cluster `porud` under `clusters`, where the plan has the cluster `prod`.",
  tables: [],
  about: "configuration",
  breaks: false,
  leavesUnjudged: false,
  // One file may serve several plans: what matches nothing in all of them is told once, by `idleEntries`.
  run: (subjects) => [
    ...subjects.world.clusters.flatMap((cluster) => [
      ...contradicted(cluster, subjects),
      ...recordTroubles(cluster, subjects).map(
        (trouble) => finding(configuration, subjects, { cluster, reason: { kind: "record-troubled", trouble } })
      )
    ]),
    ...otherwiseInFacts(subjects).map(
      ({ group, cluster, ...otherwise }) => finding(configuration, subjects, {
        group,
        cluster,
        reason: { kind: "facts-otherwise", ...otherwise },
        remedy: "look-again"
      })
    )
  ]
};
function idleEntries(plans, first) {
  const { clusters } = first.world.configuration;
  if (clusters.length === 0) return [];
  const told = plans.map(({ world }) => world);
  const shown = new Set(told.flatMap((world) => groupTexts(world)));
  const placed = new Set(
    told.flatMap((world) => world.clusters.flatMap((one) => isToldOf(one) ? [one.configuration] : []))
  );
  return clusters.flatMap((entry) => {
    const texts = distinct(ROLES.flatMap((role) => entry.securityGroups[role]));
    const missing = texts.filter((text) => !shown.has(text));
    const { name } = entry;
    const cluster = { name, label: name, resource: void 0 };
    if (!placed.has(entry) && missing.length === texts.length) {
      return [
        finding(configuration, first, { cluster, reason: { kind: "entry-unused", name, groups: texts } })
      ];
    }
    return missing.filter((text) => !ID.test(text)).map((text) => finding(configuration, first, { cluster, reason: { kind: "group-not-found", text } }));
  });
}
function factsFindings(plans, first) {
  return flawsOfFacts(plans).map(
    (flaw) => finding(configuration, first, { reason: { kind: "facts-flawed", flaw }, remedy: "look-again" })
  );
}
function isToldOf({ resource, node, control, eni }) {
  const isTold = [node, control, eni].some(
    (group) => group?.placedBy === "name" || group?.placedBy === "description"
  );
  return resource !== void 0 || isTold;
}
function groupTexts({ plan }) {
  const sides = plan.rules.flatMap(({ before, after, drifted }) => [before, after, drifted]);
  const pools = plan.nodePools.flatMap(({ before, after }) => [before, after]);
  const clusters = plan.clusters.flatMap(({ before, after }) => [before, after]);
  const refs = [
    ...sides.flatMap((side) => side === void 0 ? [] : [side.group]),
    ...pools.flatMap((side) => side?.groups ?? []),
    ...clusters.flatMap((side) => [side?.nodeGroup, side?.controlGroup, side?.ownNodeGroup])
  ];
  return [
    ...knownKeys(refs.filter((ref) => ref !== void 0)),
    ...plan.groups.flatMap((group) => [
      group.key,
      group.address,
      group.nameBefore?.text,
      group.nameAfter?.text
    ])
  ];
}
function contradicted(cluster, subjects) {
  const { configuration: entry, resource } = cluster;
  if (entry === void 0 || resource === void 0) return [];
  const which = resource.after === void 0 ? "before" : "after";
  const shown = {
    cluster,
    address: resource.address,
    side: must(resource[which], "it is there"),
    which
  };
  return [
    ...otherModel(shown, entry),
    ...otherAddresses(shown, subjects.world.plan),
    ...otherGroups(shown)
  ].map(
    (contradiction) => finding(configuration, subjects, { cluster, reason: { kind: "entry-contradicts", contradiction } })
  );
}
function otherModel({ address, side }, { networkModel }) {
  const type = side.networkType?.text;
  if (networkModel === void 0 || type === void 0 || type === networkModel) return [];
  return [{ key: "network-model", source: `${address}.container_network_type` }];
}
function otherAddresses({ cluster, which }, plan) {
  const { model, resource, [which]: bound } = cluster;
  if (model === void 0 || bound === void 0) return [];
  const told = addressesOf(plan, { cluster: resource, model, configured: void 0 }, which);
  const isOther = (given, { peers }) => given.isConfigured && !peersWithin(withoutTokens(peers), given.peers);
  return [
    ...isOther(bound.vpc, told.vpc) ? [{ key: "vpc-cidrs", source: told.vpc.source }] : [],
    ...isOther(bound.container, told.container) ? [{ key: "container-cidrs", source: told.container.source }] : []
  ];
}
function otherGroups({ cluster, address, side, which }) {
  const isOther = (group, told) => {
    const keys = knownKeys(told.filter((ref) => ref !== void 0));
    const named = [group[which], ...group.also];
    return group.placedBy === "configuration" && keys.length > 0 && !keys.some((key) => named.includes(key));
  };
  const { node, control } = cluster;
  return [
    ...isOther(node, [side.nodeGroup, side.ownNodeGroup]) ? ["security_group_node"] : [],
    ...isOther(control, [side.controlGroup]) ? ["security_group_control"] : []
  ].map((attribute) => ({ key: "security-groups", source: `${address}.${attribute}` }));
}

// src/weigh/named-ranges.ts
function namedRanges(row, { role, model, after }) {
  const { vpc, container, master, dns, api, loadBalancer, serviceMesh, internalServices } = after.addresses;
  const { peer, floor } = row;
  const named = (name, end, reach) => reach === void 0 || reach.isSensitive || hasNoPeers(reach.peers) ? [] : [{ name, end, peers: reach.peers }];
  const isService = peer === "dns-servers" || peer === "vpc-endpoint-service" || peer === "internal-services";
  const isForNodes = role !== "node" || peer === "node-group";
  const masters = [...named("api", "control", api), ...named("masters", "control", master)];
  const hosts = named("vpc", isForNodes && floor === void 0 ? "node" : "host", vpc);
  const others = [
    ...named(model === "eni" ? "pod-subnets" : "containers", "eni", container),
    ...named("load-balancers", "load-balancer", loadBalancer),
    ...named("service-mesh", "service", serviceMesh)
  ];
  const services = [
    ...named("dns-servers", peer === "dns-servers" ? "dns-server" : void 0, dns),
    { name: "vpc-endpoints", end: isService ? "service" : void 0, peers: VPC_ENDPOINTS },
    ...named("internal-services", isService ? "service" : void 0, internalServices)
  ];
  if (isService) return [...services, ...masters, ...hosts, ...others];
  const isForPods = peer === "container-cidr" || peer === "container-subnet-cidr" || peer === "eni-group";
  if (isForPods) return [...others, ...masters, ...hosts, ...services];
  return isForNodes ? [...hosts, ...others, ...masters, ...services] : [...masters, ...hosts, ...others, ...services];
}
var VPC_ENDPOINTS = addressesIn(SERVICE_RANGES["vpc-endpoint-service"]);
function namedParts(peers, ranges) {
  const within = ranges.filter((range) => peersWithin(range.peers, peers));
  if (within.length === 0 || !samePeers(unionOfPeers(within.map((range) => range.peers)), peers)) return [];
  return within.filter(
    (range, i) => !within.some(
      (other, j) => i !== j && peersWithin(range.peers, other.peers) && (!samePeers(range.peers, other.peers) || j < i)
    )
  );
}

// src/weigh/row-sets.ts
function ownRows({ role, model }) {
  return tableOf(role, model)?.rows ?? [];
}
function essentialRows(subject) {
  return ownRows(subject).filter(({ suggestion }) => suggestion === "not-recommended").map((row) => ({ row, ask: (state) => askRow(row, subject, state) }));
}
function floorRows(subject) {
  return ownRows(subject).flatMap((row) => {
    const { floor } = row;
    return floor?.kind === "ranges" ? [{ row, ask: (state) => askFloor(row, floor.keep, state) }] : [];
  });
}
function minimumRows(subject) {
  if (subject.role !== "node") return [];
  return egressMinima(subject.model).map((row) => ({ row, ask: (state) => askRow(row, subject, state) }));
}
function allRows(subject) {
  return [...essentialRows(subject), ...floorRows(subject), ...minimumRows(subject)];
}

// src/weigh/doubts.ts
function doubtsOf(lack, world) {
  const { subject, region } = lack;
  const { rules } = subject.after;
  const meets = (part) => (rule) => rule.sides.some((side) => !isEmpty(matched(side, { ...lack, region: part }, world)));
  const ranks = new Map(
    rules.filter((rule) => isDeny(rule) && meets(region)(rule)).map((deny) => [deny, rankDoubts(deny, lack, world)]).filter(([, doubts]) => doubts.length > 0)
  );
  const byValue = undecidedByValue(lack, new Set(ranks.keys()), world);
  const found = isEmpty(byValue) ? [] : [
    ...unknownRanges(byValue, lack),
    ...rules.map((rule) => ({ rule, doubts: valueDoubts(rule, lack, world) })).filter(({ rule, doubts }) => doubts.length > 0 && meets(byValue)(rule)).flatMap(({ doubts }) => doubts),
    ...doubtedDefaults({ ...lack, region: byValue }, world)
  ];
  return firstOfEach([...found, ...[...ranks.values()].flat()], (doubt) => JSON.stringify(doubt));
}
function doubtedDefaults(lack, world) {
  const doubted = beliefsAbout(lack, world).filter(({ stands }) => stands === "possibly");
  const isWhole = ({ after }) => after !== void 0 && isSubset(lack.region, matched(after, lack, world));
  const whole = doubted.filter(isWhole);
  return (whole.length > 0 ? whole : doubted).flatMap(
    ({ requirement: requirement2 }) => requirement2 === void 0 ? [] : [{ kind: "default", row: requirement2.id, cluster: lack.subject.cluster.label }]
  );
}
function isDeny({ sides: [{ action }] }) {
  return action === "deny";
}
function undecidedByValue({ subject, question, region }, uncertain, world) {
  if (uncertain.size === 0) return region;
  const { after } = subject;
  const undecidedWith = (rules) => coverage(needOf(question), boundsOf(question, subject, { ...after, rules }, world)).undecided;
  const lost = undecidedWith(after.rules.filter((rule) => !uncertain.has(rule)));
  const won = undecidedWith(after.rules.map((rule) => uncertain.has(rule) ? winning(rule) : rule));
  return intersect(region, union(lost, won));
}
function winning(deny) {
  const [side] = deny.sides;
  return { ...deny, sides: [{ ...side, priority: { kind: "known", value: 0 } }] };
}
function rankDoubts(deny, lack, world) {
  const [side] = deny.sides;
  const { address } = deny;
  if (address === void 0) return deny.isSeen === true ? [{ kind: "seen", part: "priority" }] : [];
  const met = { ...lack, region: matched(side, lack, world) };
  const doubts = lack.subject.after.rules.filter((rule) => !isDeny(rule)).map((allow) => ({ allow, doubt: rankDoubt(deny, address, allow, world) })).filter(({ doubt }) => doubt !== void 0);
  return [...groupBy(doubts, ({ doubt }) => JSON.stringify(doubt)).values()].flatMap(
    (alike) => alike.some(({ allow }) => allow.sides.some((own) => !isEmpty(matched(own, met, world)))) ? alike[0].doubt ?? [] : []
  );
}
function rankDoubt(deny, address, allow, { configuration: { defaultRulePriority } }) {
  const [{ priority }] = deny.sides;
  if (priority.kind !== "known") return { kind: "rule", address, part: "priority" };
  const [{ priority: other }] = allow.sides;
  const strongest = other.kind === "known" ? other.value : other.kind === "undocumented" ? defaultRulePriority ?? 1 : 1;
  if (priority.value <= strongest) return void 0;
  if (deny.group !== allow.group) return { kind: "across-groups", address };
  if (other.kind === "unknown" && allow.address !== void 0) {
    return { kind: "rule", address: allow.address, part: "priority" };
  }
  return other.kind === "undocumented" && defaultRulePriority === void 0 ? { kind: "rank", address } : void 0;
}
function unknownRanges(region, { subject, question }) {
  const { traffic, beyond } = question;
  const all = boxes(region);
  const isBeyond = all.some(({ ports }) => intersectSets([ports], traffic.ports).length === 0);
  const tokens = distinct(all.flatMap(({ peers }) => peers.tokens));
  return [
    ...tokens.map((token) => ({
      kind: "range",
      token,
      key: tellingKey(token, subject.after.addresses)
    })),
    ...beyond !== void 0 && isBeyond ? [{ kind: "range", token: beyond.token, key: void 0 }] : []
  ];
}
function tellingKey(token, addresses) {
  const { vpc, master, container, dns, loadBalancer, serviceMesh, internalServices } = addresses;
  const reaches = [
    ["vpc-cidrs", vpc],
    ["master-cidrs", master],
    ["container-cidrs", container],
    ["dns-servers", dns],
    ["load-balancer-cidrs", loadBalancer],
    ["service-mesh-cidrs", serviceMesh],
    ["service-cidrs", internalServices]
  ];
  return reaches.find(([, reach]) => reach?.peers.tokens.includes(token) === true)?.[0];
}
function valueDoubts(rule, lack, world) {
  const { address, isSeen } = rule;
  if (address === void 0 && isSeen !== true) return [];
  const parts = unknownParts(rule, lack.question, world);
  return [
    ...parts.map(
      (part) => address === void 0 ? { kind: "seen", part } : { kind: "rule", address, part }
    ),
    ...isDeny(rule) ? memberRanges(rule, lack) : []
  ];
}
function memberRanges({ sides: [{ peer }] }, { subject: { after }, question }) {
  if (question.namesGroup || peer.kind !== "group" || peer.group.kind !== "group") return [];
  const tokens = after.members.get(peer.group.key)?.surely.tokens ?? [];
  return tokens.map((token) => ({ kind: "range", token, key: tellingKey(token, after.addresses) }));
}
function unknownParts({ isSure, sides }, { need }, world) {
  const has = (test) => sides.some(test);
  const parts = [
    ["group", !isSure],
    ["direction", has(({ direction }) => direction === "unknown")],
    ["family", has(({ family }) => family === "unknown")],
    ["action", has(({ action }) => action === "unknown")],
    ["traffic", has(({ traffic }) => traffic.isAtMost === true)],
    ["peer", has(({ peer }) => !isKnownPeer(peer, need.tokens, world))]
  ];
  return parts.filter(([, isUnknown]) => isUnknown).map(([part]) => part);
}
function isKnownPeer(peer, tokens, { isUnplaced }) {
  switch (peer.kind) {
    case "any":
      return true;
    case "range":
      return peer.range.kind === "known" || tokens.includes(peer.range.token);
    case "group":
      return peer.group.kind === "group" && !isUnplaced(peer.group.key);
    case "one-of":
      return false;
    default:
      return unreachable(peer);
  }
}

// src/check/row-findings.ts
var ROW_SEVERITIES = {
  introduced: "critical",
  transient: "warning",
  "pre-existing": "warning",
  undecided: "warning"
};
function rowVerdict(check, subjects) {
  const { rows } = check;
  if (rows === void 0) return { findings: [], resolved: [] };
  const told = subjects.subjects.filter(({ isLosingGroup }) => !isLosingGroup).flatMap(
    (subject) => rows(subject).map((asked) => {
      const outcome = outcomeOf(asked.ask, subject, subjects.world);
      const { cluster, group } = about(subject);
      return {
        findings: rowFindings({ check, subjects, subject, asked, outcome }),
        resolved: outcome.isResolved ? [{ check, row: asked.row, cluster, group }] : []
      };
    })
  );
  return {
    findings: told.flatMap(({ findings }) => findings),
    resolved: told.flatMap(({ resolved }) => resolved)
  };
}
function rowFindings(weighed) {
  const { outcome, subject, subjects } = weighed;
  const isMissing = !isEmpty(outcome.introduced) || !isEmpty(outcome.preExisting);
  const undecided = isMissing || subject.unknownGroups.length > 0 ? EMPTY : subtract(outcome.undecided, standingDoubt(outcome, subject, subjects.world));
  return [
    ...rowFinding(weighed, "introduced", outcome.introduced),
    ...rowFinding(weighed, "transient", outcome.transient),
    ...rowFinding(weighed, "pre-existing", outcome.preExisting),
    ...undecidedFindings(weighed, undecided)
  ];
}
function undecidedFindings(weighed, region) {
  const untouched2 = untouchedPart(weighed, region);
  return [
    ...rowFinding(weighed, "undecided", subtract(region, untouched2)),
    ...rowFinding(weighed, "undecided", untouched2).map((found) => ({ ...found, isUntouched: true }))
  ];
}
function untouchedPart({ subject, subjects, outcome }, undecided) {
  if (subjects.world.occasion === "audit") return EMPTY;
  const region = intersect(undecided, outcome.undecidedBefore);
  return subtract(region, touchedPart({ subject, question: outcome.question, region }, subjects.world));
}
function isStandingDeny({ stands, sides: [{ action }] }) {
  return stands && action === "deny";
}
function standingDoubt({ question, undecided, surelyBefore }, subject, world) {
  const { after } = subject;
  const rules = after.rules.filter((rule) => !isStandingDeny(rule));
  if (isEmpty(undecided) || rules.length === after.rules.length) return EMPTY;
  const without = coverageOf(question, subject, { ...after, rules }, world);
  return subtract(subtract(undecided, without.undecided), surelyBefore);
}
function rowFinding(weighed, change, region) {
  if (isEmpty(region)) return [];
  const { check, subjects, subject, asked, outcome } = weighed;
  const { row } = asked;
  const { question } = outcome;
  const lack = { subject, question, region, change };
  const secret = sensitiveRules(weighed, outcome.need);
  const causes = causesOf(lack, subjects.world);
  const need = askedBefore(region, weighed);
  const found = finding(check, subjects, {
    ...about(subject),
    change,
    row,
    // The page of the region does not have the row, or nobody uses these protocols.
    ...(isOffPage(row, subject) || isUnused(region)) && { severity: "warning" },
    packets: {
      region,
      naming: {
        whole: question.namesGroup ? { peers: question.need, other: groupEnd(row.peer) } : void 0,
        ranges: namedRanges(row, subject),
        isSensitive: outcome.isSensitive || secret.some(isPeerSensitive),
        isTrafficSensitive: secret.some((side) => side.isTrafficSensitive === true)
      },
      fate: fateOf(change, need),
      passedBefore: outcome.surelyBefore
    },
    causes,
    reason: {
      kind: "row",
      ...impactFacts(weighed, region),
      ...lackFacts(region, outcome),
      need,
      isOutdatedRange: isOutdatedRange(question, weighed),
      doubts: change === "undecided" ? doubtsOf(lack, subjects.world) : []
    },
    remedy: remedyFor(lack, causes, subjects.world),
    restsOn: beliefsAbout(lack, subjects.world)
  });
  return [found];
}
function remedyFor({ subject: { groups }, change }, causes, world) {
  if (change === "undecided") return "tell-value";
  if (change !== "transient" || world.shifting.size === 0) return "prove";
  const named = new Set(causes.map(({ address }) => address));
  const rules = groups.flatMap(({ key }) => world.rulesOf(key)).filter(({ address }) => named.has(address));
  return rules.some(({ address }) => world.shifting.has(address)) ? "stable-keys" : "prove";
}
function isOffPage({ notOnPageOf }, { after }) {
  return notOnPageOf !== void 0 && notOnPageOf === after.addresses.ownPage;
}
function isOutdatedRange(question, weighed) {
  const { subject, subjects, asked, outcome } = weighed;
  const { introduced, preExisting } = outcome;
  if (asked.row.peer !== "internal-services" || isEmpty(introduced) && isEmpty(preExisting)) return false;
  const former = { ...question, need: addressesIn(FORMER_INTERNAL_SERVICES) };
  const bounds = boundsOf(former, subject, subject.after, subjects.world);
  return isSubset(needOf(former), bounds.surely);
}
function impactFacts({ asked: { row }, subject, outcome }, region) {
  const isPart = !isNearlyAll(region, outcome);
  const { impactOf } = row;
  if (impactOf === void 0) return { isPart, isImpactTrue: true };
  const of = askRow({ ...row, ...impactOf }, subject, subject.after);
  const everywhere = needOf({ ...of, need: outcome.question.need });
  const isImpactTrue = !isEmpty(intersect(needOf(of), region)) || isSubset(everywhere, region);
  return { isPart, isImpactTrue };
}
function isNearlyAll(region, outcome) {
  const { question } = outcome;
  return !lackFacts(region, outcome).areFewPorts && boxes(region).every(({ peers }) => samePeers(peers, question.need));
}
function lackFacts(region, { need, question }) {
  const lost = sizeOf(region);
  return {
    areFewPorts: lost === 0 || 2 * lost < sizeOf(need),
    areFewPeers: !boxes(region).some(({ peers }) => samePeers(peers, question.need))
  };
}
function sizeOf(region) {
  return boxes(region).reduce((sum, { protocols, ports }) => {
    const used = USED_PROTOCOLS.filter((one) => protocols.lo <= one && one <= protocols.hi).length;
    return sum + used * (ports.hi - ports.lo + 1);
  }, 0);
}
function isUnused(region) {
  return sizeOf(region) === 0;
}
function askedBefore(region, { subject, outcome }) {
  if (subject.before === void 0) return "new";
  return isSubset(region, outcome.needBefore) ? "as-before" : "grown";
}
function fateOf(change, need) {
  if (change === "introduced") return need === "as-before" ? "lost" : "missing";
  if (change === "transient") return "may-be-cut";
  return change === "undecided" ? "may-be-missing" : "missing";
}
function groupEnd(peer) {
  return {
    kind: "group",
    role: peer === "control-group" ? "control" : peer === "eni-group" ? "eni" : "node"
  };
}
function sensitiveRules({ subject, outcome: { question }, subjects }, region) {
  const rules = [...subject.before?.rules ?? [], ...subject.after.rules];
  return rules.flatMap(
    ({ sides }) => sides.filter(
      (side) => isSecret(side) && !isEmpty(intersect(region, matched(side, { subject, question, region }, subjects.world)))
    )
  );
}

// src/weigh/idle-rules.ts
function idleRules(rules, isWeighed) {
  const counted = rules.flatMap((rule) => {
    const { side } = rule;
    const { priority, direction } = side;
    const rank = !isWeighed(side) ? "" : priority.kind === "known" ? String(priority.value) : void 0;
    const isKnown = side.action === "allow" && direction !== "unknown" && side.family !== "unknown";
    const to = otherEndOf(side);
    if (!isKnown || side.traffic.isAtMost === true || isSecret(side)) return [];
    return rank === void 0 || to === void 0 ? [] : [{ rule, way: `${direction} ${side.family} ${rank}`, to, ...realPackets(side.traffic) }];
  });
  const same = [...groupBy(counted, ({ rule, way }) => way + identityHint(rule.side)).values()].flatMap(
    sorted
  );
  return {
    same: same.filter((all) => all.length > 1).map((all) => [all[0].rule, ...all.slice(1).map(({ rule }) => rule)]),
    idle: idleAmong(same.map(([first]) => first))
  };
}
function otherEndOf({ peer, family }) {
  if (family === "unknown") return void 0;
  if (peer.kind === "any") return { peers: anyAddress(family) };
  if (peer.kind === "group") return peer.group.kind === "group" ? { group: peer.group.key } : void 0;
  return peer.kind === "range" && peer.range.kind === "known" ? { peers: peer.range.peers } : void 0;
}
function realPackets({ protocols, ports }) {
  const [only, ...others] = protocols;
  const isOne = only !== void 0 && others.length === 0 && only.lo === only.hi;
  const least = isOne ? firstPort(only.lo) : 0;
  const real = ports.flatMap(({ lo, hi }) => hi < least ? [] : [{ lo: Math.max(lo, least), hi }]);
  return { protocols, ports: real };
}
function sorted(alike) {
  const found = [];
  for (const shape of alike) {
    const { peer, traffic } = shape.rule.side;
    const group = found.find(
      ([{ rule }]) => isSamePeer(rule.side.peer, peer) && isSameTraffic(rule.side.traffic, traffic)
    );
    if (group === void 0) found.push([shape]);
    else group.push(shape);
  }
  return found;
}
function idleAmong(shapes) {
  const runs = shapes.flatMap(
    (shape) => shape.ports.flatMap((ports) => shelvesOf(shape).map((place) => ({ place, run: { ...ports, shape } })))
  );
  const byPlace = groupBy(runs, ({ place }) => place);
  const shelves = new Map(
    [...byPlace].map(([place, all]) => [place, shelfOf(all.map(({ run }) => run))])
  );
  return shapes.filter(({ rule }) => rule.own === void 0).flatMap((shape) => {
    for (const place of shelvesAround(shape)) {
      const found = holderIn(shelves.get(place), shape);
      if (found !== void 0) return [{ rule: shape.rule, within: found.rule }];
    }
    return [];
  });
}
function shelfOf(runs) {
  const inOrder = [...runs].sort(
    (a, b) => a.lo - b.lo || b.hi - a.hi || shelvesOf(b.shape).length - shelvesOf(a.shape).length || b.shape.ports.length - a.shape.ports.length
  );
  const placeOf = /* @__PURE__ */ new Map();
  const farthest = [];
  inOrder.forEach((run, index) => {
    const last = farthest.at(-1);
    farthest.push(last === void 0 || run.hi > last.hi ? run : last);
    if (!placeOf.has(run.shape)) placeOf.set(run.shape, index);
  });
  return { runs: inOrder, farthest, placeOf };
}
function holderIn(shelf, shape) {
  const [first] = shape.ports;
  if (shelf === void 0 || first === void 0) return void 0;
  const end = shelf.placeOf.get(shape) ?? countUpTo(first.lo, shelf.runs);
  const found = shelf.farthest[end - 1]?.shape;
  return found !== void 0 && isHeldBy(shape, found) ? found : void 0;
}
function countUpTo(port, runs) {
  let [from, to] = [0, runs.length];
  while (from < to) {
    const middle = from + to >> 1;
    if ((runs[middle]?.lo ?? Infinity) <= port) from = middle + 1;
    else to = middle;
  }
  return from;
}
function isHeldBy(b, a) {
  const within = (inner, outer) => subtractSets(NUMBERS, inner, outer).length === 0;
  return within(b.protocols, a.protocols) && within(b.ports, a.ports) && isPeerWithin(b.to, a.to, b);
}
function isPeerWithin(inner, outer, { rule }) {
  if ("group" in inner) {
    return "group" in outer ? inner.group === outer.group : peersWithin(allOf(rule.side), outer.peers);
  }
  return "peers" in outer && peersWithin(inner.peers, outer.peers);
}
function allOf({ family }) {
  return family === "unknown" ? NO_PEERS : anyAddress(family);
}
var cidrs = memoOfObject(cidrsOf);
var around = memoOfObject(cidrsAround);
function shelvesOf({ way, protocols, to }) {
  const peers = "group" in to ? [`group ${to.group}`] : cidrs(to.peers);
  return peers.map((peer) => shelfName(way, protocols, peer));
}
function shelvesAround({ way, protocols, to, rule }) {
  const peers = "group" in to ? [`group ${to.group}`, ...cidrs(allOf(rule.side))] : around(to.peers);
  return [protocols, [ALL_PROTOCOLS]].flatMap((some) => peers.map((peer) => shelfName(way, some, peer)));
}
function shelfName(way, protocols, peer) {
  return `${way} ${protocols.map(({ lo, hi }) => `${lo}-${hi}`).join()} ${peer}`;
}

// src/weigh/standing-rules.ts
function rulesInCloud(view, world) {
  const { key, cluster, defaults } = view;
  const agreement = agreementOf(world, cluster);
  const held = world.rulesOf(key).flatMap(({ address, before }) => before === void 0 ? [] : [{ address, side: before }]);
  const others = (world.unmanaged.get(key)?.rules ?? []).map(({ id, side }) => ({
    address: `rule ${id}`,
    side
  }));
  return [...held, ...others].filter(({ side }) => membership(side, key) === "sure" && isAccepted(side)).map((rule) => ({ ...rule, own: defaults.find((own) => isDefaultRule(rule.side, own, agreement)) }));
}

// src/check/standing-findings.ts
function alikeFindings(check, subjects) {
  return idleIn(subjects).flatMap(
    ({ of, rules }) => rules.same.map((same) => {
      const addresses = same.map(({ address }) => address);
      return finding(check, subjects, {
        ...of,
        causes: same.map(untouched),
        reason: { kind: "rules-alike", rules: addresses },
        remedy: "keep-one"
      });
    })
  );
}
function idleFindings(check, subjects) {
  return idleIn(subjects).flatMap(
    ({ of, rules }) => rules.idle.map(
      ({ rule, within }) => finding(check, subjects, {
        ...of,
        causes: [untouched(rule), untouched(within)],
        reason: { kind: "rule-idle", rule: rule.address, within: within.address },
        remedy: "remove-idle"
      })
    )
  );
}
function untouched({ address }) {
  return { address, actions: [] };
}
var idleIn = memoOfObject(({ subjects, world }) => {
  if (world.occasion === "plan") return [];
  const holders = subjects.flatMap((subject) => subject.groups.map((view) => ({ view, subject })));
  return [...groupBy(holders, ({ view }) => view)].map(([view, held]) => {
    const [{ subject: first }] = held;
    const denies = held.flatMap(({ subject }) => subject.after.rules.flatMap(deniesOf));
    return {
      of: { cluster: first.cluster, group: view.key, role: first.role },
      rules: idleRules(
        rulesInCloud(view, world),
        ({ direction }) => denies.some((deny) => deny.direction === direction || deny.direction === "unknown")
      )
    };
  });
});
function deniesOf({ sides }) {
  return sides.filter(({ action }) => action !== "allow");
}
function refusedUpgrades(check, subjects) {
  if (subjects.world.occasion === "plan") return [];
  return subjects.subjects.filter(({ unknownGroups }) => unknownGroups.length === 0).flatMap(
    (subject) => essentialRows(subject).filter(({ row }) => row.isLookedForBeforeUpgrade === true).filter((asked) => isLetThroughByOthers(asked, subject, subjects)).map(
      ({ row }) => finding(check, subjects, {
        ...about(subject),
        // The cluster runs all the same.
        severity: "warning",
        row,
        reason: { kind: "upgrade-refused" },
        remedy: "add-own-rule"
      })
    )
  );
}
function isLetThroughByOthers({ row, ask }, subject, { world }) {
  const outcome = outcomeOf(ask, subject, world);
  if (!isEmpty(outcome.preExisting) || !isEmpty(outcome.undecided)) return false;
  const agreement = agreementOf(world, subject.cluster);
  const isPeer = (peer) => outcome.question.groups.some(
    (key) => agree(peer, { kind: "group", group: groupRef(key), isSensitive: false }, agreement)
  );
  const isIt = (side) => side.action === "allow" && side.direction === row.direction && isSameTraffic(side.traffic, rowTraffic(row)) && isPeer(side.peer);
  return !subject.after.rules.some(({ sides }) => sides.some(isIt));
}

// src/check/duplicate-rule.ts
var duplicateRule = {
  id: "duplicate-rule",
  title: "A new rule repeats one that exists",
  why: "The API refuses a rule that the group has already (409 Conflict), and the apply stops half-way. When the key of a rule changes and no `moved` block says so, the new one is refused and the old one is destroyed all the same.",
  remedy: "Remove the rule from the configuration, or import the one that exists.",
  severities: { introduced: "warning" },
  example: "A new rule for TCP 9443 from the VPC in the master group, which CCE has made there already.",
  tables: [],
  about: "rules",
  breaks: true,
  leavesUnjudged: false,
  run: (subjects) => {
    const found = subjects.world.plan.rules.flatMap((rule) => repeatOf(rule, subjects));
    const kind = ({ rule, same }) => subjects.world.renamed.has(rule.address) ? "renamed" : isShift(same) ? "shifting" : "plain";
    const { renamed: renamed2 = [], shifting = [], plain = [] } = Object.fromEntries(groupBy(found, kind));
    return [
      ...renamedFindings(renamed2, subjects),
      ...plain.map((repeat) => repeatFinding(repeat, subjects)),
      ...shiftFindings(shifting, subjects),
      ...alikeFindings(duplicateRule, subjects)
    ];
  }
};
function isRepeat(rule, subjects) {
  return repeatOf(rule, subjects).length > 0;
}
function repeatOf(rule, subjects) {
  const { after } = rule;
  if (after === void 0 || !rule.actions.includes("create") || !isAccepted(after)) return [];
  if (after.group.kind !== "group") return [];
  const { key } = after.group;
  const same = subjects.world.twinOf(rule, after, key);
  const twin = same === void 0 ? defaultTwin(after, key, subjects) ?? seenTwin(after, key, subjects.world) : twinOfPlan(same, after);
  return twin === void 0 ? [] : [{ rule, side: after, key, same, twin }];
}
function twinOfPlan({ rule, side: other, fate }, side) {
  if (fate === "itself") return { kind: "itself" };
  const { address } = rule;
  return isSecret(side) === isSecret(other) ? { kind: "rule", address } : { kind: "sensitive-rule" };
}
function defaultTwin(side, key, { viewOf, world }) {
  const found = viewOf(key).defaults.find(
    (own) => own.belief.kind !== "plan" && own.stands !== "no" && isDefaultTwin(side, own, key, world)
  );
  if (found === void 0) return void 0;
  const isKnown = ["seen", "recorded"].includes(found.belief.kind) && found.stands === "surely";
  const isSure = found.before === void 0 || isKnown;
  if (isSecret(side)) return { kind: "sensitive-default-rule", isSure };
  return found.requirement === void 0 ? { kind: "rule-of-new-groups", isSure } : { kind: "default-rule", row: found.requirement, isSure };
}
function seenTwin(side, key, { unmanaged: unmanaged2, configuration: configuration2 }) {
  const rules = unmanaged2.get(key)?.rules ?? [];
  return rules.some((seen) => isSameRule(side, seen.side, key, configuration2)) ? { kind: "seen-rule" } : void 0;
}
function isDefaultTwin(side, own, key, world) {
  const twin = own.before ?? own.after;
  return twin !== void 0 && own.requirement?.peer !== "master-node-cidr" && isSameRule(side, twin, key, world.configuration);
}
function repeatFinding({ rule, key, twin }, subjects) {
  return finding(duplicateRule, subjects, {
    cluster: subjects.viewOf(key).cluster,
    group: key,
    causes: [rule],
    reason: { kind: "repeats", rule: rule.address, twin }
  });
}
function shiftFindings(shifting, subjects) {
  const alike = groupBy(shifting, ({ key, rule }) => JSON.stringify([key, blockWithoutKeys(rule.address)]));
  return [...alike.values()].map((same) => {
    const [{ key }] = same;
    const owner = subjectWith(subjects, key);
    return finding(duplicateRule, subjects, {
      cluster: subjects.viewOf(key).cluster ?? owner?.cluster,
      group: key,
      causes: same.map(({ rule }) => rule),
      reason: { kind: "rules-shift", rules: same.length },
      remedy: "stable-keys"
    });
  });
}
function blockWithoutKeys(address) {
  const { modules = [], block = address } = parseAddress(address) ?? {};
  return [...modules.map(({ name }) => name), block].join(" ");
}
function lostRows(subject, { world }) {
  if (subject.isLosingGroup) return [];
  return allRows(subject).flatMap((asked) => {
    const outcome = outcomeOf(asked.ask, subject, world);
    return isEmpty(outcome.refused) ? [] : [{ subject, asked, outcome, region: outcome.refused }];
  });
}
function renamedFindings(renamed2, subjects) {
  if (renamed2.length === 0) return [];
  const lost = subjects.subjects.flatMap((subject) => lostRows(subject, subjects));
  const byGroup = groupBy(
    lost.flatMap((one) => one.subject.groups.map(({ key }) => ({ key, one }))),
    ({ key }) => key
  );
  return renamed2.flatMap((repeat) => {
    const rows = (byGroup.get(repeat.key) ?? []).map(({ one }) => one);
    return renamedFinding(repeat, rows, subjects);
  });
}
function renamedFinding({ rule, side, key, same, twin }, lost, subjects) {
  if (same === void 0) return [];
  const own = lost.map((one) => {
    const lack = { subject: one.subject, question: one.outcome.question, region: one.region };
    return { ...one, region: intersect(one.region, matched(side, lack, subjects.world)) };
  });
  const grave = own.filter(({ region: region2 }) => !isUnused(region2));
  const region = unionOf(grave.map((one) => one.region));
  const [first] = grave;
  return [
    finding(duplicateRule, subjects, {
      ...first === void 0 ? { cluster: subjects.viewOf(key).cluster, group: key } : {
        ...about(first.subject),
        severity: "critical",
        packets: {
          region,
          naming: {
            whole: void 0,
            ranges: namedRanges(first.asked.row, first.subject),
            isSensitive: isSecret(side),
            isTrafficSensitive: isSecret(side)
          },
          fate: "lost"
        }
      },
      causes: [rule, same.rule],
      remedy: "prove",
      reason: {
        kind: "key-renamed",
        to: rule.address,
        from: twin.kind === "rule" ? twin.address : void 0,
        canMove: rule.api === same.rule.api,
        isDeposed: same.rule.isDeposed,
        isDeny: side.action === "deny",
        lost: firstOfEach(
          grave.map((one) => ({ row: one.asked.row, ...impactFacts(one, one.region) })),
          ({ row }) => row.id
        )
      }
    })
  ];
}

// src/check/egress-minimum.ts
var egressMinimum = {
  id: "egress-minimum",
  title: "Nodes lose egress they cannot do without",
  why: "Worker nodes need DNS, the masters, time and a few internal services even when their egress is hardened; Table 8 of the page is the least.",
  remedy: "Keep the rule that lets this out, or add an egress rule for each range and port shown.",
  severities: ROW_SEVERITIES,
  example: "The allow-all egress rule of the worker group is removed, and the rules that follow it leave out UDP 53.",
  tables: [8],
  about: "packets",
  breaks: true,
  leavesUnjudged: true,
  rows: minimumRows,
  run: () => []
};

// src/model/crosswise.ts
var ROWS = {
  overlay_l2: { row: "T3.6", ports: ["T3.2", "T3.3", "T3.4"] },
  eni: { row: "T5.5", ports: ["T5.1", "T5.2", "T5.3"] }
};
function crosswiseNeed(model) {
  const rows = ROWS[model];
  if (rows === void 0) return void 0;
  const rowOf = (id) => must(requirement(id), "the row is one of the tables");
  return { row: rowOf(rows.row), ports: rows.ports.map(rowOf) };
}

// src/check/crosswise.ts
function crosswiseFindings(check, subjects) {
  const isPool = new Set(subjects.world.plan.nodePools.map(({ address }) => address));
  const pools = subjects.subjects.flatMap((subject) => {
    const { pool, groups, unknownGroups, isLosingGroup } = subject;
    if (pool === void 0 || !isPool.has(pool) || isLosingGroup || unknownGroups.length > 0) return [];
    const keys = groups.map(({ key }) => key);
    return [{ subject, address: pool, keys, set: JSON.stringify([...keys].sort()) }];
  });
  return [...groupBy(pools, ({ subject }) => subject.cluster).values()].flatMap((all) => {
    const need = crosswiseNeed(all[0].subject.model);
    return need === void 0 || all.length < 2 ? [] : all.flatMap((pool) => poolFindings(pool, { check, subjects, need, all, byKey: poolsByKey(all) }));
  });
}
function poolsByKey(pools) {
  const entries = pools.flatMap((pool) => pool.keys.map((key) => ({ key, pool })));
  return new Map(
    [...groupBy(entries, ({ key }) => key)].map(([key, same]) => [key, same.map(({ pool }) => pool)])
  );
}
var CHANGES = ["introduced", "pre-existing", "undecided"];
function poolFindings(pool, pools) {
  const { check, subjects, need, all } = pools;
  const { subject } = pool;
  const nobody = outcomesFor([], pool, pools);
  const part = CHANGES.find((one) => lacks(nobody, one));
  if (part === void 0) return [];
  const named = admittedBy(pool, pools);
  const poolsOf = (some) => new Set(some.flatMap(({ key }) => pools.byKey.get(key) ?? []));
  const admitted = poolsOf(named.filter(({ outcomes }) => !CHANGES.some((one) => lacks(outcomes, one))));
  spend(all.length);
  const kept = all.filter((other) => !admitted.has(other) && other.set !== pool.set);
  if (kept.length === 0) return [];
  const lost = named.filter(({ outcomes }) => lacks(outcomes, "introduced"));
  const lostPools = poolsOf(lost);
  const isNew = kept.some((other) => other.subject.before === void 0 || lostPools.has(other));
  return [
    finding(check, subjects, {
      ...about(subject),
      ...packetsAndCauses([...lost.map(({ outcomes }) => outcomes), nobody], part, { subject, subjects }),
      change: part === "pre-existing" && isNew ? "introduced" : part,
      severity: "warning",
      row: need.row,
      reason: { kind: "not-crosswise", pools: kept.map(({ address }) => address).sort() },
      remedy: "admit-pools"
    })
  ];
}
function lacks(outcomes, part) {
  return outcomes.some((outcome) => !isEmpty(lackOf(outcome, part)));
}
function lackOf(outcome, part) {
  if (part === "introduced") return outcome.introduced;
  return part === "pre-existing" ? outcome.preExisting : outcome.undecided;
}
function packetsAndCauses(all, part, { subject, subjects }) {
  const lost = all.flat().filter((outcome) => !isEmpty(outcome.introduced));
  const causes = lost.flatMap((outcome) => {
    const { question, introduced: region } = outcome;
    return causesOf({ subject, question, region, change: "introduced" }, subjects.world);
  });
  const outcomes = must(all.at(-1), "nobody is asked last");
  return {
    causes,
    packets: {
      region: unionOf(outcomes.map((outcome) => lackOf(outcome, part))),
      naming: {
        whole: { peers: outcomes[0].question.need, other: { kind: "group", role: "node" } },
        ranges: [],
        isSensitive: outcomes.some(({ isSensitive }) => isSensitive),
        isTrafficSensitive: false
      },
      fate: part === "undecided" ? "may-be-missing" : "missing"
    }
  };
}
function outcomesFor(groups, { subject }, { subjects, need }) {
  const ask = (ports) => {
    return (state) => ({
      ...askRow(need.row, subject, state),
      traffic: askRow(ports, subject, state).traffic,
      groups
    });
  };
  const [first, ...others] = need.ports.map((ports) => outcomeOf(ask(ports), subject, subjects.world));
  return [must(first, "there are ports"), ...others];
}
function admittedBy(pool, pools) {
  const { before, after } = pool.subject;
  const peers = [...before?.rules ?? [], ...after.rules].flatMap(
    ({ sides: [{ direction, peer }] }) => direction === "ingress" && peer.kind === "group" && peer.group.kind === "group" ? [peer.group.key] : []
  );
  return distinct(peers).filter((key) => pools.byKey.has(key)).map((key) => ({ key, outcomes: outcomesFor([key], pool, pools) }));
}

// src/check/essential-rule.ts
var essentialRule = {
  id: "essential-rule",
  title: "The cluster loses a rule it cannot do without",
  why: "The vendor lists rules of the worker, master and ENI security groups that are not to be modified: without them masters, nodes and pods no longer reach each other.",
  remedy: "Keep the rule, or add rules that let the same packets through.",
  severities: ROW_SEVERITIES,
  example: "The imported rule for all TCP from the VPC is removed from the configuration of the worker group.",
  tables: [1, 2, 3, 4, 5, 6, 7],
  about: "packets",
  breaks: true,
  leavesUnjudged: true,
  rows: essentialRows,
  run: (subjects) => [
    ...subjects.subjects.flatMap((subject) => doubtFindings(subject, subjects)),
    ...crosswiseFindings(essentialRule, subjects),
    ...refusedUpgrades(essentialRule, subjects)
  ]
};
function doubtFindings(subject, subjects) {
  const { world } = subjects;
  if (subject.isLosingGroup || subject.unknownGroups.length > 0) return [];
  if (!subject.after.rules.some(isStandingDeny)) return [];
  const doubtful = allRows(subject).flatMap(({ row, ask }) => {
    const outcome = outcomeOf(ask, subject, world);
    const region = standingDoubt(outcome, subject, world);
    if (isEmpty(region)) return [];
    const untouched2 = untouchedPart({ subject, subjects, outcome }, region);
    const doubts = doubtsOf({ subject, question: outcome.question, region }, world);
    return [{ row, doubts, isUntouched: isSubset(region, untouched2) }];
  });
  return [...groupBy(doubtful, ({ isUntouched }) => isUntouched)].map(([isUntouched, some]) => ({
    ...doubtFinding(some, subject, subjects),
    isUntouched
  }));
}
function doubtFinding(some, subject, subjects) {
  const doubts = firstOfEach(
    some.flatMap((one) => one.doubts),
    (doubt) => JSON.stringify(doubt)
  );
  return finding(essentialRule, subjects, {
    ...about(subject),
    change: "undecided",
    causes: doubts.flatMap(
      (doubt) => "address" in doubt ? [{ address: doubt.address, actions: ["no-op"] }] : []
    ),
    reason: { kind: "deny-of-unknown-rank", rows: some.map(({ row }) => row), doubts },
    remedy: "tell-value"
  });
}

// src/check/exposed-port.ts
var exposedPort = {
  id: "exposed-port",
  title: "A port is open to the internet",
  why: "Whoever reaches kubelet, SSH or the API from the internet can try to take the cluster over.",
  remedy: "Let in only the address ranges that need it, and only on the ports that they need.",
  severities: { introduced: "warning" },
  example: "A rule lets 0.0.0.0/0 reach TCP 10250 of the worker group.",
  tables: [],
  about: "packets",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.occasion === "audit" ? firstOfEach(
    subjects.subjects.flatMap((subject) => openNow(subject, subjects)),
    // Pools may share the group that is open.
    ({ cluster, reason, causes }) => JSON.stringify([cluster?.name, reason, causes])
  ) : [
    ...subjects.subjects.flatMap((subject) => openedByPlan(subject, subjects)),
    ...firstOfEach(
      subjects.subjects.flatMap((subject) => openedByCce(subject, subjects)),
      ({ cluster, reason }) => JSON.stringify([cluster?.name, reason])
    )
  ]
};
function openNow(subject, subjects) {
  const { world } = subjects;
  const standing = subject.groups.flatMap((view) => rulesInCloud(view, world));
  const found = FAMILIES.flatMap(
    (family) => openingsIn(openTo(subject.after.rules, family, world).surely, family, subject).map((traffic) => {
      const some = standing.filter(({ side }) => side.action === "allow" && opens(side, traffic));
      const whole = some.filter(({ side }) => opensAll(side, traffic));
      const by = whole.length > 0 ? whole : some;
      const isByCce = by.length > 0 && by.every(({ own }) => own?.requirement !== void 0);
      return openedFinding(traffic, subject, subjects, {
        severity: severityOf(traffic, isByCce),
        causes: by.map(({ address }) => ({ address, actions: [] })),
        isNew: false,
        byCce: isByCce ? "seen" : void 0
      });
    })
  );
  return firstOfEach(found, sameWhenHidden);
}
function severityOf({ opening, isMeantAtFirst }, isByCce) {
  if (opening.kind !== "port") return "critical";
  return isMeantAtFirst && isByCce ? "notice" : "warning";
}
function openedByPlan(subject, subjects) {
  const { before, after } = subject;
  const { world } = subjects;
  const found = FAMILIES.flatMap((family) => {
    const was = before === void 0 ? void 0 : openTo(before.rules, family, world);
    const own = before === void 0 ? openBySelf(subject, world, family) : void 0;
    return openingsIn(openTo(after.rules, family, world).surely, family, subject).filter(({ region }) => was === void 0 || !isSubset(region, was.surely)).filter(({ region, isMeantAtFirst }) => own === void 0 || !(isMeantAtFirst || isSubset(region, own))).map((traffic) => {
      const isNew = was !== void 0 && !isSubset(traffic.region, was.possibly);
      return openedFinding(traffic, subject, subjects, {
        severity: severityOf(traffic, false),
        causes: openedBy(traffic, subject, world),
        isNew
      });
    });
  });
  return firstOfEach(found, sameWhenHidden);
}
function openedByCce(subject, subjects) {
  const holders = newHolders(subject, subjects.world);
  if (holders.length === 0) return [];
  return FAMILIES.flatMap((family) => {
    const own = openBySelf(subject, subjects.world, family);
    return openingsIn(openTo(subject.after.rules, family, subjects.world).surely, family, subject).filter(({ region, isMeantAtFirst }) => !isMeantAtFirst && isSubset(region, own)).map(
      (traffic) => openedFinding(traffic, subject, subjects, {
        severity: "notice",
        causes: holders,
        isNew: false,
        byCce: subject.before === void 0 ? "new" : "assumed"
      })
    );
  });
}
function openBySelf({ after }, world, family) {
  const own = after.rules.filter(({ address }) => address === void 0);
  return openTo(own, family, world).surely;
}
function newHolders(subject, world) {
  const { pool, cluster, role, before } = subject;
  const holder = poolAt(world, pool) ?? cluster.resource;
  if (before === void 0) return holder === void 0 ? [] : [holder];
  if (role !== "node" || pool !== void 0) return [];
  return nodesOf(world, cluster).after.nodePools.filter(
    ({ before: old, after }) => old === void 0 && after?.groups.length === 0
  );
}
function sameWhenHidden(found) {
  const { reason, causes } = found;
  const isHidden = reason.kind === "opened" && reason.opening.kind === "sensitive";
  return isHidden ? JSON.stringify([reason.family, causes]) : found;
}
function openedFinding(traffic, subject, subjects, how) {
  const { family, region: open } = traffic;
  const { rules } = subject.after;
  const isTrafficSensitive = isSecretlyOpen(rules, traffic);
  const isOpenBySecret = (side) => isPeerSensitive(side) && opens(side, traffic);
  const parts = {
    ...about(subject),
    severity: how.severity,
    packets: {
      region: mapPeers(open, () => INTERNET[family]),
      naming: {
        whole: { peers: INTERNET[family], other: { kind: "internet", family } },
        ranges: [],
        isSensitive: rules.some(({ sides }) => sides.some(isOpenBySecret)),
        isTrafficSensitive
      },
      fate: how.isNew ? "opened" : "open"
    },
    causes: how.causes,
    reason: {
      kind: "opened",
      opening: isTrafficSensitive ? { kind: "sensitive" } : traffic.opening,
      family,
      byCce: how.byCce
    },
    restsOn: beliefsOf([...subject.groupsBefore, ...subject.groups], (side) => opens(side, traffic))
  };
  return finding(
    exposedPort,
    subjects,
    how.byCce === "new" || how.byCce === "assumed" ? { ...parts, remedy: "narrow-later" } : parts
  );
}
function openedBy(traffic, subject, world) {
  const keys = subject.groups.map(({ key }) => key);
  const rules = keys.flatMap((key) => world.rulesOf(key)).filter(({ after }) => after !== void 0 && opens(after, traffic)).flatMap((rule) => causeOf(rule) ?? []);
  if (rules.length > 0) return rules;
  const holder = poolAt(world, subject.pool) ?? subject.cluster.resource;
  return holder === void 0 ? [] : [holder];
}

// src/check/group-lifecycle.ts
var groupLifecycle = {
  id: "group-lifecycle",
  title: "A security group in use goes away or changes its identity",
  why: "A group that a pool, a cluster or a rule still names cannot be deleted (409). Changing the groups of a pool or a cluster, or only their order, replaces it with all its nodes.",
  remedy: "Keep the group until nothing names it any more; make the new one beside it first.",
  severities: { introduced: "critical" },
  example: "The group in `security_group_ids` of a node pool is removed from the configuration.",
  tables: [],
  about: "groups",
  breaks: true,
  leavesUnjudged: true,
  run: (subjects) => [
    ...subjects.world.plan.groups.flatMap((group) => destroyed(group, subjects)),
    ...replacedHolders(subjects),
    ...subjects.world.plan.groups.flatMap((group) => renamed(group, subjects))
  ]
};
function destroyed(group, subjects) {
  if (!group.isDestroyed || group.isData) return [];
  const found = usersByKey(subjects).get(group.key) ?? [];
  spend(found.length);
  const [first, ...others] = firstOfEach(
    found.map(({ user }) => user),
    ({ user }) => JSON.stringify(user)
  );
  if (first === void 0) return [];
  const isReplaced = group.actions.includes("create");
  return [
    finding(groupLifecycle, subjects, {
      cluster: first.cluster,
      group: group.key,
      causes: [group],
      reason: {
        kind: "group-goes",
        address: group.address,
        isReplaced,
        user: first.user,
        others: others.length
      }
    })
  ];
}
var usersByKey = memoOfObject((subjects) => {
  const { world } = subjects;
  const { nodePools } = world.plan;
  const holders = [
    ...world.clusters.flatMap(clusterHolder),
    ...nodePools.flatMap((pool) => pool.after === void 0 ? [] : [poolHolder(pool, pool.after, world)]),
    ...machinesOf(world.plan).map(({ address, node: { after }, held }) => ({
      user: { kind: "resource", address },
      cluster: after === void 0 ? void 0 : clusterOf(world, after.cluster, "after"),
      keys: knownKeys(held)
    })),
    ...subjects.subjects.flatMap((subject) => rulesNaming(subject, world))
  ];
  const named = holders.flatMap(
    ({ keys, ...user }) => distinct(keys).flatMap((key) => key === void 0 ? [] : [{ key, user }])
  );
  return groupBy(named, ({ key }) => key);
});
function staying({ isReplaced, before, after }) {
  return [isReplaced ? void 0 : before, after].filter((side) => side !== void 0);
}
function poolHolder(pool, after, world) {
  return {
    user: { kind: "resource", address: pool.address },
    cluster: clusterOf(world, after.cluster, "after"),
    keys: knownKeys(staying(pool).flatMap(({ groups }) => groups))
  };
}
function clusterHolder(cluster) {
  const { resource, node, control, eni } = cluster;
  if (resource !== void 0 && resource.after === void 0) return [];
  const own = resource === void 0 ? [] : staying(resource).flatMap(({ ownNodeGroup }) => ownNodeGroup ?? []);
  const made = resource?.isReplaced === true ? [] : [node.before, control.before, eni?.before];
  return [{ user: userOf(cluster), cluster, keys: [...knownKeys(own), ...made] }];
}
function userOf({ label, resource }) {
  return resource === void 0 ? { kind: "cluster", label } : { kind: "resource", address: resource.address };
}
function rulesNaming(subject, world) {
  return subject.groups.flatMap(
    ({ key: own }) => world.rulesOf(own).flatMap(({ address, before, actions }) => {
      const peer = before?.peer;
      const key = peer?.kind === "group" && peer.group.kind === "group" ? peer.group.key : own;
      if (key === own || actions.includes("delete")) return [];
      return [{ user: { kind: "resource", address }, cluster: subject.cluster, keys: [key] }];
    })
  );
}
function replacedHolders(subjects) {
  const { world } = subjects;
  const pools = world.plan.nodePools.filter((pool) => isForcedBy(pool, "security_group_ids") && !isForcedBy(pool, "cluster_id")).map(
    ({ address, actions, before, after }) => finding(groupLifecycle, subjects, {
      severity: "warning",
      cluster: after === void 0 ? void 0 : clusterOf(world, after.cluster, "after"),
      causes: [{ address, actions }],
      ...before !== void 0 && after !== void 0 && isReordered(before.groups, after.groups) ? { reason: { kind: "pool-replaced", address, isReordered: true } } : { reason: { kind: "pool-replaced", address, isReordered: false }, remedy: "pool-beside" }
    })
  );
  const clusters = world.clusters.flatMap((cluster) => {
    const { resource } = cluster;
    if (resource === void 0 || !isForcedBy(resource, "security_group_id")) return [];
    const { address, actions } = resource;
    return [
      finding(groupLifecycle, subjects, {
        cluster,
        causes: [{ address, actions }],
        reason: { kind: "cluster-replaced", address }
      })
    ];
  });
  return [...clusters, ...pools];
}
function isForcedBy({ isReplaced, replaceAttributes }, attribute) {
  return isReplaced && replaceAttributes.includes(attribute);
}
function isReordered(before, after) {
  const [old, next] = [knownKeys(before), knownKeys(after)];
  const isKnown = old.length === before.length && next.length === after.length;
  return isKnown && old.length > 1 && JSON.stringify([...old].sort()) === JSON.stringify([...next].sort());
}
function renamed(group, subjects) {
  const view = subjects.viewOf(group.key);
  const { nameBefore, nameAfter } = group;
  const isRenamed = nameBefore !== void 0 && nameAfter !== void 0 && nameBefore.text !== nameAfter.text;
  const isChanged = group.existsBefore && group.existsAfter && (isRenamed || group.isDescriptionChanged);
  if (view.kind !== "made" || group.isData || !isChanged) return [];
  return [
    finding(groupLifecycle, subjects, {
      severity: "warning",
      cluster: view.cluster,
      group: group.key,
      causes: [group],
      reason: {
        kind: "group-renamed",
        address: group.address,
        what: isRenamed ? "name" : "description"
      }
    })
  ];
}

// src/check/ineffective-rule.ts
var ineffectiveRule = {
  id: "ineffective-rule",
  title: "New rules change nothing",
  why: "An egress rule that allows everything stays, so narrower ones beside it harden nothing; and the rules of a group that nothing names do nothing for the cluster.",
  remedy: "Remove the allow-all egress rule (for a group of your own: `delete_default_rules = true`), or leave the narrow ones out.",
  severities: { introduced: "notice" },
  example: "Egress rules are added to a new group that keeps the two default egress rules.",
  tables: [],
  about: "rules",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => {
    const keys = subjects.subjects.flatMap(({ groups }) => groups.map(({ key }) => key));
    return [
      ...distinct(keys).flatMap((key) => groupFindings(subjects.viewOf(key), subjects)),
      ...unnamedGroups(subjects),
      ...idleFindings(ineffectiveRule, subjects)
    ];
  }
};
function unnamedGroups(subjects) {
  const { plan } = subjects.world;
  if (subjects.subjects.length === 0 || plan.header.namesUnknownGroups) return [];
  const { keys, names, isAnyPossible } = namedGroups(subjects);
  if (isAnyPossible) return [];
  return plan.groups.filter(({ isData, existsBefore, existsAfter }) => !isData && existsAfter && !existsBefore).filter(({ key, nameAfter }) => !keys.has(key) && !(nameAfter !== void 0 && names.has(nameAfter.text))).map(
    (group) => finding(ineffectiveRule, subjects, {
      group: group.key,
      causes: [group],
      reason: { kind: "group-not-named", address: group.address },
      remedy: "name-group"
    })
  );
}
function namedGroups({ subjects, world: { plan, clusters } }) {
  const attached = plan.attachments.flatMap(({ after }) => after?.groups ?? []);
  const refs = [
    ...plan.nodePools.flatMap(({ after }) => after?.groups ?? []),
    ...plan.clusters.flatMap(({ after }) => [after?.ownNodeGroup ?? []].flat()),
    ...attached.flatMap((group) => group.by === "id" ? [group.ref] : []),
    ...plan.rules.flatMap(({ after }) => {
      if (after?.peer.kind !== "group") return [];
      const { group } = after.peer;
      const isOwn = group.kind === "group" && after.group.kind === "group" && group.key === after.group.key;
      return isOwn ? [] : [group];
    })
  ];
  const placed = clusters.flatMap(
    ({ node, control, eni }) => [node, control, eni].flatMap((group) => [group?.after ?? [], group?.also ?? []].flat())
  );
  return {
    keys: /* @__PURE__ */ new Set([
      ...refs.flatMap((ref) => ref.kind === "group" ? [ref.key] : ref.oneOf),
      ...placed,
      ...subjects.flatMap(({ groups }) => groups.map(({ key }) => key))
    ]),
    names: new Set(attached.flatMap((group) => group.by === "name" ? [group.name] : [])),
    isAnyPossible: refs.some((ref) => ref.kind === "unknown" && ref.oneOf.length === 0)
  };
}
function groupFindings(view, subjects) {
  const { world } = subjects;
  const written = world.rulesOf(view.key).filter(isChanging).filter(({ after }) => after !== void 0 && isAccepted(after) && isEgress(after, view.key));
  const made = new Set(written.map(({ address }) => address));
  const allowing = view.rules.after.filter(
    ({ sides: [side], address }) => isEgress(side, view.key) && allowsEverybody(side) && (address === void 0 || !made.has(address))
  );
  const believed = beliefsOf([view], (side) => isEgress(side, view.key) && allowsEverybody(side)).filter(
    ({ stands }) => stands !== "no"
  );
  const isBelieved = ({ sides: [side] }) => believed.some(({ after }) => after === side);
  const stays = allowing.filter((rule) => rule.isSure || isBelieved(rule));
  const familiesOf = (rules) => new Set(rules.map(({ sides: [side] }) => side.family));
  const families = familiesOf(stays);
  const idle = written.filter(({ after }) => families.has(after?.family));
  const told = idle.filter((rule) => !isRepeat(rule, subjects));
  const known = familiesOf(stays.filter((rule) => !isBelieved(rule)));
  const isSure = told.every(({ after }) => known.has(after?.family));
  const isDenied = view.rules.after.some(
    ({ sides: [side] }) => side.action !== "allow" && side.direction !== "ingress"
  );
  if (told.length === 0 || isDenied) return [];
  const owner = subjectWith(subjects, view.key);
  return [
    finding(ineffectiveRule, subjects, {
      cluster: view.cluster ?? owner?.cluster,
      group: view.key,
      causes: told,
      reason: { kind: "egress-rules-idle", rules: told.length, isSure },
      restsOn: isSure ? [] : believed
    })
  ];
}
function isEgress(side, key) {
  return side.direction === "egress" && side.action === "allow" && membership(side, key) === "sure";
}

// src/check/not-covered.ts
var notCovered = {
  id: "not-covered",
  title: "The page has no table for this",
  why: "The vendor publishes no rules for some kinds of cluster; nothing is guessed for them.",
  remedy: "Check these by hand.",
  severities: { introduced: "notice" },
  example: 'A cluster with `container_network_type = "underlay_ipvlan"`.',
  tables: [],
  about: "configuration",
  breaks: false,
  leavesUnjudged: true,
  run: (subjects) => [
    ...subjects.world.clusters.flatMap((cluster) => clusterFindings(cluster, subjects)),
    ...sisterClusters(subjects),
    ...packetFilters(subjects)
  ]
};
function sisterClusters(subjects) {
  return subjects.world.plan.bystanders.filter(({ kind }) => kind === "sister-cluster").map(
    (sister) => finding(notCovered, subjects, {
      causes: [sister],
      reason: { kind: "sister-cluster", address: sister.address }
    })
  );
}
function packetFilters(subjects) {
  const changing = subjects.world.plan.bystanders.filter(
    ({ kind, actions, isData }) => kind === "packet-filter" && !isData && doesSomething(actions)
  );
  if (changing.length === 0 || subjects.subjects.length === 0) return [];
  return [
    finding(notCovered, subjects, {
      causes: changing,
      reason: { kind: "packet-filters-change", filters: changing.length },
      remedy: "check-filters"
    })
  ];
}
function clusterFindings(cluster, subjects) {
  const { networkType, model, resource } = cluster;
  if (resource !== void 0 && resource.after === void 0) return [];
  const hasNoTable = networkType !== void 0 && model === void 0;
  const lacking = [
    ...hasNoTable ? ["network-type"] : [],
    ...resource?.after?.hasIpv6 === true ? ["ipv6"] : []
  ];
  return lacking.map((of) => finding(notCovered, subjects, { cluster, reason: { kind: "no-table", of } }));
}

// src/check/required-access.ts
var requiredAccess = {
  id: "required-access",
  title: "Access is narrowed further than the cluster can bear",
  why: "NodePorts and the API port may be narrowed, as long as the VPC, the containers and the load balancers keep their way in.",
  remedy: "Let the VPC and container CIDRs through on these ports, and the load balancers and service mesh that the configuration names.",
  severities: ROW_SEVERITIES,
  example: "The rule for TCP 30000-32767 is narrowed to the VPC, and containers lose the NodePorts.",
  tables: [1, 2, 3, 4, 5, 6],
  about: "packets",
  breaks: true,
  leavesUnjudged: true,
  rows: floorRows,
  run: (subjects) => subjects.subjects.flatMap((subject) => loadBalancerNotices(subject, subjects))
};
function loadBalancerNotices(subject, subjects) {
  const { before, after } = subject;
  if (before === void 0 || subject.isLosingGroup || after.addresses.loadBalancer !== void 0) return [];
  return floorRows(subject).flatMap((asked) => {
    const { floor } = asked.row;
    if (floor?.kind !== "ranges" || !floor.keep.includes("load-balancer-cidrs")) return [];
    if (!lets(askRow(asked.row, subject, before), subject, before, subjects)) return [];
    const shared = { ...askRow(asked.row, subject, after), need: addressesIn(SHARED_LOAD_BALANCERS) };
    const { surely, possibly } = boundsOf(shared, subject, after, subjects.world);
    const lost = subtract(boundsOf(shared, subject, before, subjects.world).surely, surely);
    if (isEmpty(lost)) return [];
    const lack = { subject, question: shared, region: lost, change: "introduced" };
    return [notice(asked, lack, isEmpty(intersect(lost, possibly)), subjects)];
  });
}
function lets(question, subject, state, { world }) {
  return isSubset(needOf(question), boundsOf(question, subject, state, world).surely);
}
function notice({ row }, lack, isSure, subjects) {
  return finding(requiredAccess, subjects, {
    ...about(lack.subject),
    row,
    change: "undecided",
    severity: "notice",
    causes: causesOf(lack, subjects.world),
    reason: { kind: "load-balancers-unknown", isSure },
    remedy: "name-load-balancers"
  });
}

// src/check/rule-input.ts
var ruleInput = {
  id: "rule-input",
  title: "A rule will be refused or changed",
  why: "The provider or the API refuses some values and silently changes others, so the group lets through something else than the configuration says.",
  remedy: "Write the rule as the API takes it.",
  severities: { introduced: "warning" },
  example: '`protocol = "TCP"`: the provider drops a name that it does not know.',
  tables: [],
  about: "rules",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.plan.rules.flatMap((rule) => problemFindings(rule, subjects))
};
function problemFindings(rule, subjects) {
  const { after, address } = rule;
  if (after === void 0 || !isChanging(rule)) return [];
  const group = after.group.kind === "group" ? after.group.key : void 0;
  const cluster = group === void 0 ? void 0 : subjects.viewOf(group).cluster;
  const problems = after.problems.filter(({ kind }) => kind === "refused" || isAccepted(after));
  return problems.map(
    (problem) => finding(ruleInput, subjects, {
      cluster,
      group,
      causes: [rule],
      reason: { kind: "rule-problem", rule: address, problem }
    })
  );
}

// src/check/unknown-group.ts
var unknownGroup = {
  id: "unknown-group",
  title: "A security group cannot be placed",
  why: "What a group is to a cluster, or which other rules it has, decides what a change of it breaks.",
  remedy: "Name the group under `security-groups` of its cluster in the configuration file, or manage it in this plan.",
  severities: { introduced: "notice", undecided: "warning" },
  example: "A rule is added to a group by an id that nothing else in the plan has.",
  tables: [],
  about: "groups",
  breaks: false,
  leavesUnjudged: true,
  run: (subjects) => [
    ...unplacedRules(subjects),
    ...unmanagedGroups(subjects),
    ...withoutModel(subjects),
    ...poolsWithoutCluster(subjects)
  ]
};
function unplacedRules(subjects) {
  const strangers = subjects.world.plan.rules.filter(isChanging).flatMap((rule) => {
    const ref = rule.after?.group ?? rule.before?.group;
    const stranger = ref === void 0 ? void 0 : strangerOf(ref, subjects);
    return stranger === void 0 ? [] : [{ ...stranger, rule }];
  });
  return [...groupBy(strangers, ({ group }) => group).values()].map((same) => {
    const isDefaultTraffic = same.some(({ rule }) => takesDefaultTraffic(rule));
    return finding(unknownGroup, subjects, {
      severity: isDefaultTraffic ? "warning" : "notice",
      causes: same.map(({ rule }) => rule),
      reason: {
        kind: "group-not-placed",
        rules: same.length,
        group: same[0].group,
        isContradicted: same[0].isContradicted,
        isDefaultTraffic
      }
    });
  });
}
var DEFAULT_ROWS = firstOfEach(
  REQUIREMENTS.filter(({ table }) => table !== 8),
  ({ direction, protocol, ports, peer }) => JSON.stringify([direction, protocol, ports, peer])
);
function takesDefaultTraffic({ before, change }) {
  if (before === void 0 || change === "created" || before.action !== "allow") return false;
  return before.family !== "IPv6" && DEFAULT_ROWS.some(
    (row) => row.direction === before.direction && mayBePeer(row, before.peer) && isSameTraffic(before.traffic, rowTraffic(row))
  );
}
function mayBePeer({ peer: name }, peer) {
  if (isSamePeer(peer, { kind: "any" })) return name === "any";
  const isGroup = name === "node-group" || name === "control-group" || name === "eni-group";
  return peer.kind === "group" ? isGroup || name === "master-node-cidr" : name !== "any" && !isGroup;
}
function strangerOf(ref, subjects) {
  const { viewOf, world } = subjects;
  if (ref.kind === "unknown") {
    return ref.oneOf.length > 0 ? void 0 : { group: ref.why, isContradicted: false };
  }
  const { kind, resource } = viewOf(ref.key);
  if (kind !== "elsewhere" || resource !== void 0 || isNamed(ref.key, subjects)) return void 0;
  return {
    group: world.plan.sensitiveIds.has(ref.key) ? void 0 : ref.key,
    isContradicted: world.contradicted.has(ref.key)
  };
}
function isNamed(key, { subjects, world }) {
  return !world.isUnplaced(key) || keysOfSubjects(subjects).has(key);
}
var keysOfSubjects = memoOfObject(
  (subjects) => new Set(
    subjects.flatMap(({ groups, groupsBefore: groupsBefore2 }) => [...groups, ...groupsBefore2].map(({ key }) => key))
  )
);
function unmanagedGroups(subjects) {
  const found = subjects.subjects.flatMap((subject) => unmanaged(subject, subjects));
  return firstOfEach(
    found,
    (one) => one.group === void 0 ? one : JSON.stringify([one.group, one.cluster?.name])
  );
}
function unmanaged(subject, subjects) {
  const { world } = subjects;
  if (subject.unknownGroups.length === 0 || subject.isLosingGroup) return [];
  const rows = allRows(subject).filter(({ ask }) => !isEmpty(outcomeOf(ask, subject, world).undecided));
  if (rows.length === 0) return [];
  const byGroup = groupBy(subject.unknownGroups, ({ key }) => key);
  return [...byGroup].map(
    ([key, same]) => finding(unknownGroup, subjects, {
      change: "undecided",
      cluster: subject.cluster,
      group: key,
      pool: subject.pool,
      role: subject.role,
      reason: { kind: "rules-not-known", rows: rows.length, why: distinct(same.map(({ why }) => why)) }
    })
  );
}
function withoutModel(subjects) {
  const { world } = subjects;
  return world.clusters.filter(({ networkType }) => networkType === void 0).flatMap((cluster) => {
    const keys = [cluster.node, cluster.control, cluster.eni].flatMap(
      (group) => group === void 0 ? [] : [group.before, group.after]
    );
    const rules = distinct(keys).flatMap((key) => key === void 0 ? [] : changesIn(key, world));
    const isAsked = world.occasion === "audit" ? isToldOf(cluster) : rules.length > 0;
    if (!isAsked) return [];
    return [
      finding(unknownGroup, subjects, {
        change: "undecided",
        cluster,
        causes: rules,
        reason: { kind: "model-not-known" },
        remedy: "tell-model"
      })
    ];
  });
}
function poolsWithoutCluster(subjects) {
  const { world } = subjects;
  return world.plan.nodePools.flatMap((pool) => {
    const { after, address, actions } = pool;
    if (after === void 0 || clusterOf(world, after.cluster, "after") !== void 0) return [];
    const rules = knownKeys(after.groups).flatMap((key) => changesIn(key, world));
    const isAsked = world.occasion === "audit" || doesSomething(actions) || rules.length > 0;
    if (after.groups.length === 0 || !isAsked) return [];
    return [
      finding(unknownGroup, subjects, {
        change: "undecided",
        pool: address,
        causes: rules.length > 0 ? rules : [pool],
        reason: { kind: "cluster-not-shown" },
        remedy: "show-cluster"
      })
    ];
  });
}
function changesIn(key, world) {
  const isOf = (side) => membership(side, key) === "sure";
  return world.rulesOf(key).filter((rule) => isChanging(rule) && (isOf(rule.before) || isOf(rule.after)));
}

// src/weigh/unchanged.ts
function unchangedBy({ viewOf, world }, rules) {
  const sides = rules.flatMap(({ before, after }) => [before, after].filter((side) => side !== void 0));
  if (sides.some((side) => membership(side, "") !== "no")) return void 0;
  if (sides.some(({ action }) => action !== "allow")) return void 0;
  const keys = new Set(sides.flatMap(({ group }) => group.kind === "group" ? [group.key] : []));
  const views = [...keys].map(viewOf);
  const isSameIn = (view) => {
    const { old, next } = literalSides(view, () => true, world);
    return isSame(old.surely, next.surely) && isSame(old.possibly, next.possibly);
  };
  if (!views.every(isSameIn)) return void 0;
  return { restsOn: views.flatMap((view) => decisive(view, world)) };
}
function literalSides(view, counts, world) {
  const made = view.rules.after.filter(({ address }) => address === void 0 || !world.renamed.has(address));
  return {
    old: literally(view.rules.before.filter(counts), world),
    next: literally(made.filter(counts), world)
  };
}
function decisive(view, world) {
  const open = view.defaults.filter(({ belief }) => belief.kind === "assumed" || belief.kind === "doubted");
  const believed = new Set(open.flatMap(({ before, after }) => [before, after]));
  const isKnown = ({ sides: [side] }) => !believed.has(side);
  const { old, next } = literalSides(view, isKnown, world);
  const moved = union(subtract(old.surely, next.surely), subtract(next.surely, old.surely));
  if (isEmpty(moved)) return [];
  const parts = open.flatMap((rule) => {
    const { after } = rule;
    if (after === void 0) return [];
    const alone = {
      sides: [after],
      group: view.key,
      isSure: true,
      address: void 0,
      stands: true
    };
    const part = intersect(moved, literally([alone], world).surely);
    return isEmpty(part) ? [] : [{ rule, part }];
  });
  return withoutSpare(parts, moved).map(({ rule }) => rule);
}
function withoutSpare(parts, moved) {
  const whole = parts.find(({ part }) => isSubset(moved, part));
  if (whole !== void 0) return [whole];
  return parts.reduce((kept, one) => {
    const others = kept.filter((other) => other !== one);
    return isSubset(moved, unionOf(others.map(({ part }) => part))) ? others : kept;
  }, parts);
}
function literally(rules, { configuration: configuration2 }) {
  const tokens = rules.flatMap(({ sides }) => sides.map(({ peer }) => tokenOf(peer)));
  const everyone = unionPeers(ALL_ADDRESSES, tokenPeers(...tokens.filter((token) => token !== void 0)));
  const need = union(allTraffic("ingress", everyone), allTraffic("egress", everyone));
  const [a, b] = [
    letThrough(rules, need, literal("IPv4"), configuration2.defaultRulePriority),
    letThrough(rules, need, literal("IPv6"), configuration2.defaultRulePriority)
  ];
  return { surely: union(a.surely, b.surely), possibly: union(a.possibly, b.possibly) };
}
function tokenOf(peer) {
  if (peer.kind === "any") return void 0;
  if (peer.kind === "range") return peer.range.kind === "unknown" ? peer.range.token : void 0;
  if (peer.kind === "one-of") return JSON.stringify(peer.peers.map((one) => tokenOf(one) ?? one));
  return peer.group.kind === "group" ? groupToken(peer.group.key) : "unknown group";
}
function groupToken(key) {
  return `group ${key}`;
}
function literal(family) {
  const all = family === "IPv4" ? ALL_V4 : ALL_V6;
  const read = (peer) => {
    const token = tokenOf(peer);
    const named = peer.kind === "range" && peer.range.kind === "known" ? peer.range.peers : all;
    const peers = token === void 0 ? named : tokenPeers(token);
    return { surely: peers, possibly: peers };
  };
  return { family, allow: read, deny: read, memberOf: () => void 0 };
}

// src/check/forgotten-rule.ts
var forgottenRule = {
  id: "forgotten-rule",
  title: "A rule is forgotten and stands on",
  why: "A rule that Terraform only forgets stays in the cloud, and the configuration no longer tells of it.",
  remedy: "To be rid of it, let the plan destroy it (no `destroy = false`) or delete it by hand; to keep it, leave it in the configuration.",
  severities: { introduced: "notice" },
  example: "A `removed` block with `destroy = false` for the rule for TCP 10250.",
  tables: [],
  about: "rules",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.plan.rules.flatMap(
    (rule) => rule.actions.includes("forget") && rule.before !== void 0 ? forgottenFinding(rule, rule.before, subjects) : []
  )
};
function forgottenFinding(rule, side, all) {
  const { group } = side;
  if (group.kind !== "group") return [];
  const subject = subjectWith(all, group.key);
  const view = all.viewOf(group.key);
  if (subject === void 0 || view.resource?.isDestroyed === true) return [];
  const isPeerKnown = side.peer.kind !== "one-of" && (side.peer.kind !== "group" || side.peer.group.kind === "group");
  const packets = isPeerKnown ? packetsOfRule(rule, side, { subject, all, key: group.key }) : void 0;
  const reason = {
    kind: "forgotten",
    rule: rule.address,
    isDeny: side.action === "deny",
    isSaidElsewhere: packets === void 0 && isPeerKnown
  };
  const place = { ...about(subject), group: group.key, pool: void 0 };
  return [finding(forgottenRule, all, { ...place, causes: [rule], packets, reason })];
}
function packetsOfRule(rule, side, { subject, all, key }) {
  const { world, viewOf } = all;
  const rules = viewOf(key).rules.after.filter(({ address }) => address !== void 0);
  const forgotten = new Set(
    world.rulesOf(key).flatMap(({ actions, address }) => actions.includes("forget") ? [address] : [])
  );
  const own = rules.filter(({ address }) => address === rule.address).map((one) => ({ ...one, sides: [{ ...side, action: "allow" }] }));
  const others = rules.filter(
    ({ address = "", sides: [other] }) => !forgotten.has(address) && other.action === side.action
  );
  const allows = others.map((one) => ({
    ...one,
    sides: [{ ...one.sides[0], action: "allow" }]
  }));
  const region = subtract(literally(own, world).possibly, literally(allows, world).surely);
  if (isEmpty(region)) return void 0;
  return {
    region,
    naming: {
      whole: namedPeer(side, subject, all),
      ranges: [],
      isSensitive: isPeerSensitive(side),
      isTrafficSensitive: side.isTrafficSensitive === true
    },
    fate: side.action === "deny" ? "missing" : "open"
  };
}
function namedPeer(side, { cluster, role, groups }, { viewOf, world }) {
  const { peer } = side;
  if (peer.kind !== "group" || peer.group.kind !== "group") return void 0;
  const { key } = peer.group;
  const isOf = (group) => group?.after === key;
  const known = isOf(cluster.node) ? "node" : isOf(cluster.control) ? "control" : isOf(cluster.eni) ? "eni" : groups.some((own) => own.key === key) ? role : void 0;
  const isSecret2 = isPeerSensitive(side) || world.plan.sensitiveIds.has(key);
  const shown = viewOf(key).resource?.address ?? (isSecret2 ? void 0 : key);
  const other = known !== void 0 ? { kind: "group", role: known } : shown === void 0 ? { kind: "sensitive" } : { kind: "addresses", peers: tokenPeers(shown), names: [] };
  return { peers: tokenPeers(groupToken(key)), other };
}

// src/check/address-overlap.ts
var addressOverlap = {
  id: "address-overlap",
  title: "Address ranges of a cluster overlap",
  why: "Where the ranges of the VPC, the containers and the Services of a cluster overlap, packets go the wrong way and nodes never become ready.",
  remedy: "Choose ranges that are apart. A cluster keeps the ones that it was made with.",
  severities: { introduced: "warning" },
  example: "A new cluster in the VPC 172.16.0.0/12 with the container CIDR 172.16.0.0/16.",
  tables: [],
  about: "configuration",
  breaks: false,
  leavesUnjudged: false,
  run: (subjects) => subjects.world.clusters.flatMap((cluster) => overlaps(cluster, subjects))
};
function overlaps(cluster, subjects) {
  const { resource } = cluster;
  const isToldOnce = cluster.before !== void 0 && resource?.isReplaced !== true;
  const wasThere = subjects.world.occasion === "plan" && isToldOnce;
  const old = wasThere ? pairs(cluster, "before") : [];
  return pairs(cluster, "after").flatMap(({ of, overlap }) => {
    const before = old.find((pair) => pair.of.join() === of.join());
    if (overlap.v4.length === 0 || before !== void 0 && before.overlap.v4.length > 0) return [];
    return [
      finding(addressOverlap, subjects, {
        cluster,
        causes: causesOfRanges(cluster, subjects),
        reason: { kind: "ranges-overlap", of }
      })
    ];
  });
}
function pairs({ model, resource, ...bound }, which) {
  const { [which]: addresses } = bound;
  if (addresses === void 0) return [];
  const { vpc, container } = addresses;
  const range = resource?.[which]?.serviceCidr;
  const services = range?.kind === "known" ? range.peers : void 0;
  const withServices = services === void 0 ? [] : [
    { of: ["vpc", "services"], overlap: intersectPeers(vpc.peers, services) },
    { of: ["containers", "services"], overlap: intersectPeers(container.peers, services) }
  ];
  return model === "eni" ? withServices : [{ of: ["vpc", "containers"], overlap: intersectPeers(vpc.peers, container.peers) }, ...withServices];
}
function causesOfRanges({ resource }, { world: { plan } }) {
  if (resource !== void 0 && doesSomething(resource.actions)) return [resource];
  return [...plan.vpcs, ...plan.secondaryCidrs].filter(
    ({ actions, isData }) => !isData && doesSomething(actions)
  );
}

// src/check/waiver.ts
var waiver = {
  id: "waiver",
  title: "A waiver does nothing",
  why: "A waiver that has expired hides nothing any more, and one that hides nothing may hide something tomorrow.",
  remedy: "Remove the waiver, or renew its date.",
  severities: { introduced: "warning" },
  example: "A waiver with `expires: 2025-01-31` in a run of February.",
  tables: [],
  about: "configuration",
  breaks: false,
  leavesUnjudged: false,
  // One waiver may serve several plans, so its findings are made once for all of them: `idleWaivers`.
  run: () => []
};
function isStale({ expires }, { world }) {
  return expires < world.today;
}
function waive(findings, subjects) {
  const waivers = subjects.world.configuration.waivers.filter((one) => !isStale(one, subjects));
  return findings.flatMap((found) => waiveOne(found, waivers, subjects));
}
function waiveOne(found, waivers, subjects) {
  const parts = [];
  let rest = found;
  for (const one of waivers) {
    if (!isMeant(one, found, subjects)) continue;
    if (one.packets === void 0) return [...parts, { ...rest, waived: one }];
    const { packets } = rest;
    if (packets === void 0) continue;
    const hidden = hiddenBy(one.packets, packets.region);
    if (isEmpty(hidden)) continue;
    parts.push({ ...rest, packets: { ...packets, region: hidden }, waived: one });
    rest = { ...rest, packets: { ...packets, region: subtract(packets.region, hidden) } };
  }
  const isLeft = rest.packets === void 0 || !isEmpty(rest.packets.region);
  return isLeft ? [rest, ...parts] : parts;
}
function isMeant(one, found, subjects) {
  if (one.cluster !== void 0 && one.cluster !== found.cluster?.name) return false;
  if (found.row !== void 0) return one.requirement === found.row.id;
  const { check, group, causes, packets } = found;
  if (one.check !== check.id) return false;
  if (one.packets !== void 0 && packets === void 0) return false;
  if (one.group !== void 0 && !waivableNames(group, subjects).includes(one.group)) return false;
  if (one.address !== void 0 && !causes.some(({ address }) => address === one.address)) return false;
  const isNarrow = [one.packets, one.group, one.address].some((part) => part !== void 0);
  return isNarrow || packets === void 0 && group === void 0 && causes.length === 0;
}
function waivableNames(key, { viewOf }) {
  if (key === void 0) return [];
  const { resource } = viewOf(key);
  const names = [resource?.id, resource?.address, resource?.nameBefore?.text, resource?.nameAfter?.text];
  return [key, ...names.filter((name) => name !== void 0)];
}
function hiddenBy({ region: named, isAnyPeer }, region) {
  if (!isAnyPeer) return intersect(region, named);
  const everyone = unionOfPeers(boxes(region).map(({ peers }) => peers));
  return intersect(
    region,
    mapPeers(named, () => everyone)
  );
}
function idleWaivers(found, subjects) {
  const used = new Set(found.map(({ waived }) => waived));
  const { waivers } = subjects.world.configuration;
  const stale = waivers.filter((one) => isStale(one, subjects));
  const unused = waivers.filter((one) => !isStale(one, subjects) && !used.has(one));
  return [
    ...firstOfEach(stale, waiverId).map((one) => idleWaiver(one, subjects, "expired")),
    ...firstOfEach(unused, waiverId).map((one) => idleWaiver(one, subjects, "unused"))
  ];
}
function waiverId({ packets, ...terms }) {
  return JSON.stringify([terms, packets?.text]);
}
function idleWaiver(one, subjects, state) {
  const { cluster: name } = one;
  const shown = subjects.world.clusters.find((cluster) => cluster.name === name);
  return finding(waiver, subjects, {
    cluster: shown ?? (name === void 0 ? void 0 : { name, label: name, resource: void 0 }),
    reason: { kind: "waiver-idle", waiver: one, state }
  });
}

// src/check/checks.ts
var BY_ID = {
  "essential-rule": essentialRule,
  "required-access": requiredAccess,
  "egress-minimum": egressMinimum,
  "exposed-port": exposedPort,
  "duplicate-rule": duplicateRule,
  "rule-input": ruleInput,
  "group-lifecycle": groupLifecycle,
  "ineffective-rule": ineffectiveRule,
  "unknown-group": unknownGroup,
  "not-covered": notCovered,
  "forgotten-rule": forgottenRule,
  "address-overlap": addressOverlap,
  configuration,
  waiver
};
var CHECKS = CHECK_IDS.map((id) => BY_ID[id]);
function runChecks(plans) {
  const verdicts = plans.map((subjects) => {
    const found = CHECKS.map((check) => verdictBy(check, subjects));
    const told = found.flatMap((one) => one.findings).filter((one) => isToldHere(one, subjects) && !isOff(one, subjects));
    const resolved = found.flatMap((one) => one.resolved);
    return {
      findings: waive(told, subjects),
      resolved: resolved.filter((one) => isToldHere({ ...one, causes: [], pool: void 0 }, subjects))
    };
  });
  const all = verdicts.flatMap(({ findings }) => findings);
  const idle = plans.slice(0, 1).flatMap(
    (first) => [...idleEntries(plans, first), ...factsFindings(plans, first), ...idleWaivers(all, first)].filter(
      (one) => !isOff(one, first)
    )
  );
  return verdicts.map(({ findings, resolved }, index) => ({
    findings: index === 0 ? [...findings, ...idle] : findings,
    resolved
  }));
}
function isToldHere({ causes, pool, cluster }, { world }) {
  if (causes.length > 0) return causes.some(({ address }) => !world.isElsewhere(address));
  const owner = pool ?? cluster?.resource?.address;
  return owner === void 0 || !world.isElsewhere(owner);
}
function verdictBy(check, subjects) {
  const { findings, resolved } = rowVerdict(check, subjects);
  return { findings: [...findings, ...check.run(subjects)], resolved };
}

export {
  namedParts,
  allRows,
  doubtsOf,
  isRepeat,
  unchangedBy,
  literally,
  groupToken,
  CHECKS,
  runChecks
};
