import {
  ROLE_NAMES,
  SENSITIVE,
  SERVICE_RANGES,
  askFloor,
  askRow,
  boundsOf,
  causeOf,
  causesOf,
  clusterOf,
  distinct,
  doesSomething,
  isAccepted,
  isPeerSensitive,
  isSamePeer,
  isSameTraffic,
  letThrough,
  needOf,
  outcomeOf,
  plainReading,
  rowVerdict,
  severityOf,
  standingDoubt,
  trafficOf
} from "./chunk-BAKGFU6G.js";
import {
  ALL_V4,
  NO_PEERS,
  allTraffic,
  anyAddress,
  boxes,
  egressMinima,
  intersect,
  isEmpty,
  isSame,
  isSubset,
  mapPeers,
  parseCidr,
  region,
  subtract,
  subtractPeers,
  tableOf,
  union,
  unionOfPeers
} from "./chunk-BC6WHAUI.js";

// src/check/duplicate-rule.ts
var duplicateRule = {
  id: "duplicate-rule",
  title: "A new rule repeats one that exists",
  why: "The API refuses a rule that the group has already (409 Conflict), and the apply stops half-way.",
  remedy: "Remove the rule from the configuration, or import the one that exists.",
  severities: { introduced: "warning" },
  example: "A new rule for TCP 9443 from the VPC in the master group, which CCE has made there already.",
  run: (subjects) => ({
    findings: subjects.world.plan.rules.flatMap((rule) => ruleFindings(rule, subjects)),
    resolved: []
  })
};
function ruleFindings(rule, subjects) {
  const { after } = rule;
  if (after === void 0 || !rule.actions.includes("create") || !isAccepted(after)) return [];
  if (after.group.kind !== "group") return [];
  const { key } = after.group;
  const twin = twinOf(rule, after, key, subjects);
  if (twin === void 0) return [];
  const { cluster } = subjects.viewOf(key);
  return [
    {
      check: duplicateRule.id,
      severity: severityOf(duplicateRule, "introduced", subjects),
      change: "introduced",
      requirement: void 0,
      cluster: cluster?.name,
      group: key,
      pool: void 0,
      packets: void 0,
      causes: [{ address: rule.address, actions: rule.actions }],
      impact: "the API answers 409 and the apply stops",
      statement: [`${rule.address} repeats ${twin}`],
      remedy: duplicateRule.remedy,
      waived: void 0
    }
  ];
}
function twinOf(rule, side, key, { viewOf, world }) {
  const view = viewOf(key);
  for (const other of world.rulesOf(key)) {
    const isSelf = other === rule;
    if (other.before !== void 0 && (!isSelf || rule.change === "created-then-destroyed")) {
      if (isSameRule(side, other.before, key, world)) {
        return isSelf ? "itself: the new rule is made before the old one goes" : nameOf(other, other.before, side);
      }
    }
    if (!isSelf && other.after !== void 0 && other.actions.includes("create")) {
      if (isAccepted(other.after) && isSameRule(side, other.after, key, world)) {
        return nameOf(other, other.after, side);
      }
    }
  }
  const assumed = view.assumed.find((own) => isDefaultTwin(side, own, key, world));
  if (assumed === void 0) return void 0;
  if (isSecret(side)) return "a rule that the group has already";
  return assumed.requirement === void 0 ? "a rule that every new group has" : `the rule ${assumed.requirement.id} that CCE makes`;
}
function nameOf(twin, twinSide, side) {
  return isSecret(side) !== isSecret(twinSide) ? "another rule of the group" : twin.address;
}
function isSecret(side) {
  return side.isTrafficSensitive === true || isPeerSensitive(side);
}
function isDefaultTwin(side, own, key, world) {
  const twin = own.before ?? own.after;
  return twin !== void 0 && own.requirement?.peer !== "master-node-cidr" && isSameRule(side, twin, key, world);
}
function isSameRule(a, b, key, world) {
  return b.group.kind === "group" && b.group.key === key && a.direction === b.direction && a.direction !== "unknown" && a.family === b.family && a.family !== "unknown" && a.action === b.action && a.action !== "unknown" && isSamePriority(a.priority, b.priority, world) && isSamePeer(a.peer, b.peer) && isSameTraffic(a.traffic, b.traffic);
}
function isSamePriority(a, b, { configuration }) {
  if (a.kind === "undocumented" && b.kind === "undocumented") return true;
  const value = (priority) => priority.kind === "known" ? priority.value : priority.kind === "undocumented" ? configuration.defaultRulePriority : void 0;
  return value(a) !== void 0 && value(a) === value(b);
}

// src/check/row-sets.ts
function rowsOf({ role, model }) {
  return tableOf(role, model)?.rows ?? [];
}
function essentialRows(subject) {
  return rowsOf(subject).filter(({ suggestion }) => suggestion === "not-recommended").map((row) => ({ row, ask: (state) => askRow(row, subject, state) }));
}
function floorRows(subject) {
  return rowsOf(subject).flatMap((row) => {
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

// src/check/egress-minimum.ts
var egressMinimum = {
  id: "egress-minimum",
  title: "Nodes lose egress they cannot do without",
  why: "Worker nodes need DNS, the masters, time and a few internal services even when their egress is hardened; Table 8 of the page is the least.",
  remedy: "Keep the allow-all egress rule, or add an egress rule for each range and port shown.",
  severities: {
    introduced: "critical",
    transient: "warning",
    "pre-existing": "warning",
    undecided: "warning"
  },
  example: "The allow-all egress rule of the worker group is removed, and the rules that follow it leave out UDP 53.",
  run: (subjects) => rowVerdict(egressMinimum, subjects, minimumRows)
};

// src/check/essential-rule.ts
var essentialRule = {
  id: "essential-rule",
  title: "The cluster loses a rule it cannot do without",
  why: "The vendor lists rules of the worker, master and ENI security groups that are not to be modified: without them masters, nodes and pods no longer reach each other.",
  remedy: "Keep the rule, or add rules that let the same packets through.",
  severities: {
    introduced: "critical",
    transient: "warning",
    "pre-existing": "warning",
    undecided: "warning"
  },
  example: "The imported rule for all TCP from the VPC is removed from the configuration of the worker group.",
  run: (subjects) => {
    const verdict = rowVerdict(essentialRule, subjects, essentialRows);
    const doubts = subjects.subjects.flatMap((subject) => doubtFinding(subject, subjects));
    return { ...verdict, findings: [...verdict.findings, ...doubts] };
  }
};
function doubtFinding(subject, { world }) {
  const denies = subject.after.rules.filter((rule) => rule.stands && rule.sides[0].action === "deny");
  if (denies.length === 0 || subject.isLosingGroup || subject.unknownGroups.length > 0) return [];
  const rows = allRows(subject).filter(({ ask }) => {
    const outcome = outcomeOf(ask, subject, world);
    return !isEmpty(standingDoubt(outcome, subject, world));
  });
  if (rows.length === 0) return [];
  const ids = rows.map(({ row }) => row.id);
  return [
    {
      check: "essential-rule",
      severity: "warning",
      change: "undecided",
      requirement: void 0,
      cluster: subject.cluster.name,
      group: subject.groups[0]?.key,
      pool: subject.pool,
      packets: void 0,
      causes: distinct(
        denies.flatMap(
          ({ address }) => address === void 0 ? [] : [{ address, actions: ["no-op"] }]
        )
      ),
      impact: "a deny rule may take packets that the cluster needs",
      statement: [
        `${ids.join(", ")}, ${ROLE_NAMES[subject.role]}: a deny rule meets rules whose priority nobody documents, so it may or may not win`
      ],
      remedy: "Say `default-rule-priority: 1` or `100` in the configuration file, or give the deny rule the priority 1.",
      waived: void 0
    }
  ];
}

// src/model/exposure.ts
var NOT_INTERNET_V4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/3"
];
var INTERNET_V6 = "2000::/3";
var SENSITIVE_PORTS = [
  { ports: { from: 22, to: 22 }, service: "SSH" },
  { ports: { from: 2379, to: 2380 }, service: "etcd" },
  { ports: { from: 3389, to: 3389 }, service: "remote desktop" },
  { ports: { from: 4194, to: 4194 }, service: "cAdvisor" },
  { ports: { from: 5444, to: 5444 }, service: "kube-apiserver" },
  { ports: { from: 6443, to: 6443 }, service: "the Kubernetes API" },
  { ports: { from: 8445, to: 8445 }, service: "the storage add-on" },
  { ports: { from: 9443, to: 9443 }, service: "the network add-on" },
  { ports: { from: 10250, to: 10250 }, service: "kubelet" },
  { ports: { from: 10255, to: 10255 }, service: "read-only kubelet" }
];

// src/check/exposed-port.ts
var exposedPort = {
  id: "exposed-port",
  title: "A port is open to the internet",
  why: "Whoever reaches kubelet, SSH or the API from the internet can try to take the cluster over.",
  remedy: "Name the address ranges that need the port instead of all addresses.",
  severities: { introduced: "warning", "pre-existing": "notice" },
  example: "A rule lets 0.0.0.0/0 reach TCP 10250 of the worker group.",
  run: (subjects) => {
    const told = /* @__PURE__ */ new Set();
    const findings = subjects.subjects.flatMap((subject) => subjectFindings(subject, subjects));
    return {
      findings: findings.filter((found) => isFirst(found, told)).map(({ finding: finding4 }) => finding4),
      resolved: []
    };
  }
};
function isFirst({ finding: finding4, groups }, told) {
  if (finding4.change !== "pre-existing") return true;
  const isNew = !told.has(groups);
  told.add(groups);
  return isNew;
}
var DIMS = ALL_V4;
var ALL_OPEN = { what: "every port", region: allTraffic("ingress", DIMS), isWide: true };
var TCP_OPEN = {
  what: "every TCP port",
  region: dims({ protocol: "tcp", ports: "all" }),
  isWide: true
};
var PORTS_OPEN = SENSITIVE_PORTS.map(({ ports, service }) => ({
  what: `TCP ${ports.from === ports.to ? ports.from : `${ports.from}-${ports.to}`} (${service})`,
  region: dims({ protocol: "tcp", ports }),
  isWide: false
}));
function dims(row) {
  const { protocols, ports } = trafficOf(row);
  return region("ingress", protocols, ports, DIMS);
}
var INTERNET = {
  IPv4: subtractPeers(
    ALL_V4,
    unionOfPeers(NOT_INTERNET_V4.map((text) => parseCidr(text)?.peers ?? NO_PEERS))
  ),
  IPv6: parseCidr(INTERNET_V6)?.peers ?? NO_PEERS
};
function subjectFindings(subject, subjects) {
  const { world } = subjects;
  const after = openings(openTo(subject.after, world), subject);
  if (after.length === 0) return [];
  const before = subject.before === void 0 ? void 0 : openTo(subject.before, world);
  const isNew = ({ region: opening }) => before === void 0 || !isSubset(opening, before);
  const fresh = after.filter(isNew);
  const old = after.filter((opening) => !isNew(opening));
  const findings = [
    ...fresh.map((opening) => introduced(opening, subject, subjects)),
    ...old.length > 0 && isTouched(subject, world) ? [preExisting(old, subject, subjects)] : []
  ];
  const groups = JSON.stringify(subject.groups.map(({ key }) => key).sort());
  return findings.map((finding4) => ({ finding: finding4, groups }));
}
function openTo({ rules }, world) {
  const family = (name) => {
    const need = allTraffic("ingress", INTERNET[name]);
    const { surely } = letThrough(rules, need, plainReading(name), world.configuration.defaultRulePriority);
    const closed = mapPeers(subtract(need, surely), () => DIMS);
    return subtract(ALL_OPEN.region, closed);
  };
  return union(family("IPv4"), family("IPv6"));
}
function openings(open, subject) {
  const isOpen = ({ region: opening }) => isSubset(opening, open);
  if (isOpen(ALL_OPEN)) return [ALL_OPEN];
  if (isOpen(TCP_OPEN)) return [TCP_OPEN];
  const meant = (tableOf(subject.role, subject.model)?.rows ?? []).filter(
    ({ direction, peer, suggestion }) => direction === "ingress" && peer === "any" && suggestion !== "recommended"
  ).map(dims);
  return PORTS_OPEN.filter(
    (opening) => isOpen(opening) && !meant.some((row) => isSubset(opening.region, row))
  );
}
function isTouched({ groups, groupsBefore }, world) {
  return [...groups, ...groupsBefore].some(
    ({ key, resource }) => world.rulesOf(key).some(({ change }) => change !== "stands" && change !== "drifted-away") || resource !== void 0 && !resource.isData && resource.actions.some((action) => action !== "no-op")
  );
}
function introduced(opening, subject, subjects) {
  const severity = subjects.world.configuration.severity[exposedPort.id];
  const secret = secretRules(opening, subject);
  const isHidden = secret.some((side) => side.isTrafficSensitive === true);
  return {
    ...base(subject),
    severity: severity ?? (opening.isWide ? "critical" : severityOf(exposedPort, "introduced", subjects)),
    change: "introduced",
    packets: {
      region: mapPeers(opening.region, () => INTERNET.IPv4),
      names: {
        whole: { peers: INTERNET.IPv4, name: "the internet" },
        isSensitive: secret.some(isPeerSensitive),
        isTrafficSensitive: isHidden
      },
      member: subject.role,
      fate: subject.before === void 0 ? "is allowed" : "was dropped, is allowed"
    },
    causes: causesOf2(opening, subject, subjects.world),
    statement: [`${where(subject)}: ${isHidden ? "a port" : opening.what} is opened to the internet`]
  };
}
function preExisting(old, subject, subjects) {
  const isHidden = (opening) => secretRules(opening, subject).some((side) => side.isTrafficSensitive === true);
  const names = new Set(old.map((opening) => isHidden(opening) ? "a port" : opening.what));
  return {
    ...base(subject),
    severity: severityOf(exposedPort, "pre-existing", subjects),
    change: "pre-existing",
    packets: void 0,
    causes: [],
    statement: [`${where(subject)}: ${[...names].join(", ")} was open to the internet before`]
  };
}
function base(subject) {
  return {
    check: exposedPort.id,
    requirement: void 0,
    cluster: subject.cluster.name,
    group: subject.groups[0]?.key,
    pool: subject.pool,
    impact: "anybody on the internet can try the port",
    remedy: exposedPort.remedy,
    waived: void 0
  };
}
function where({ pool, role }) {
  return pool === void 0 ? ROLE_NAMES[role] : `groups of ${pool}`;
}
function causesOf2(opening, subject, world) {
  const keys = subject.groups.map(({ key }) => key);
  const rules = keys.flatMap((key) => world.rulesOf(key)).filter(({ after }) => after !== void 0 && opens(after, opening)).flatMap((rule) => causeOf(rule) ?? []);
  if (rules.length > 0) return distinct(rules);
  const holder = world.plan.nodePools.find(({ address }) => address === subject.pool) ?? subject.cluster.resource;
  return holder === void 0 ? [] : distinct([holder]);
}
function opens(side, opening) {
  return ["IPv4", "IPv6"].some((family) => {
    const need = mapPeers(opening.region, () => INTERNET[family]);
    const rule = { sides: [side], group: "", isSure: true, address: void 0, stands: false };
    return !isEmpty(intersect(need, letThrough([rule], need, plainReading(family), void 0).possibly));
  });
}
function secretRules(opening, { after }) {
  return after.rules.flatMap(
    ({ sides }) => sides.filter(
      (side) => (side.isTrafficSensitive === true || isPeerSensitive(side)) && opens(side, opening)
    )
  );
}

// src/cluster/machines.ts
function machinesOf(plan) {
  return plan.nodes.flatMap((node) => {
    const before = attachedTo(plan, node, "before");
    const after = attachedTo(plan, node, "after");
    if (node.after === void 0 || before === void 0 && after === void 0) return [];
    const held = [...heldBy(plan, node), ...after?.groups ?? []];
    return [{ address: node.address, node, before, after, held }];
  });
}
function heldBy(plan, node) {
  if (node.actions.includes("delete")) return [];
  const attachments = plan.attachments.filter(({ actions }) => !actions.includes("delete"));
  return attachedTo({ ...plan, attachments }, node, "before")?.groups ?? [];
}
function attachedTo(plan, node, which) {
  const members = node[which]?.members;
  if (members === void 0) return void 0;
  const sides = plan.attachments.flatMap((both) => {
    const side = both[which] ?? emptied(both, which);
    return side !== void 0 && !both.isData && isOn(plan, side, members, which) ? [side] : [];
  });
  const named = sides.filter(({ groups }) => groups !== void 0);
  if (named.length === 0) return void 0;
  const isForced = named.some(({ kind, isExact }) => kind === "associate" && isExact);
  const counted = isForced ? named.filter(({ kind }) => kind === "associate") : named;
  return {
    groups: counted.flatMap(({ groups = [] }) => groups.map((group) => refOf(plan, group, which))),
    isExact: counted.some(({ isExact }) => isExact)
  };
}
function emptied({ before }, which) {
  const isForced = which === "after" && before?.kind === "associate" && before.isExact;
  return isForced ? { ...before, groups: [] } : void 0;
}
function isOn(plan, side, members, which) {
  if (isAmong(side.member, members) || isAmong(side.device, members)) return true;
  if (side.kind !== "associate") return false;
  return plan.attachments.some((port) => {
    const other = port[which];
    const isPort = other?.kind === "port" && isSame2(side.member, other.member, port.address);
    return isPort && isAmong(other.device, members);
  });
}
function isAmong(ref, members) {
  return members.some((member) => isSame2(ref, member, void 0));
}
function isSame2(a, b, address) {
  if (a.kind === "id") return b.kind === "id" && a.id === b.id;
  if (a.kind !== "address") return false;
  return a.address === address || b.kind === "address" && a.address === b.address;
}
function refOf(plan, group, which) {
  if (group.by === "id") return group.ref;
  const matches = plan.groups.filter(
    ({ existsBefore, existsAfter, nameBefore, nameAfter }) => which === "before" ? existsBefore && nameBefore?.text === group.name : existsAfter && nameAfter?.text === group.name
  );
  const keys = new Set(matches.map(({ key }) => key));
  const [only] = keys;
  return only !== void 0 && keys.size === 1 ? { kind: "group", key: only } : { kind: "unknown", oneOf: [], why: "its name is not that of one group in this plan" };
}

// src/check/group-lifecycle.ts
var groupLifecycle = {
  id: "group-lifecycle",
  title: "A security group in use goes away or changes its identity",
  why: "A group that a pool, a cluster or a rule still names cannot be deleted (409), and a pool whose group is gone can no longer grow. Changing the groups of a pool or cluster replaces it.",
  remedy: "Keep the group until nothing names it any more; make the new one beside it first.",
  severities: { introduced: "critical" },
  example: "The group in `security_group_ids` of a node pool is removed from the configuration.",
  run: (subjects) => ({
    findings: [
      ...subjects.world.plan.groups.flatMap((group) => destroyed(group, subjects)),
      ...replacedHolders(subjects),
      ...subjects.world.plan.groups.flatMap((group) => renamed(group, subjects))
    ],
    resolved: []
  })
};
function destroyed(group, subjects) {
  if (!group.isDestroyed || group.isData) return [];
  const found = [...holdersOf(group.key, subjects), ...rulesNaming(group.key, subjects)];
  const users = [...new Map([...found].reverse().map((user) => [user.what, user])).values()].reverse();
  const [first] = users;
  if (first === void 0) return [];
  const others = users.length > 1 ? ` and ${users.length - 1} more` : "";
  const fate = group.actions.includes("create") ? "replaced" : "destroyed";
  return [
    finding({
      severity: severityOf(groupLifecycle, "introduced", subjects),
      cluster: first.cluster,
      group: group.key,
      causes: [{ address: group.address, actions: group.actions }],
      impact: "the deletion hangs and fails, and nodes can no longer be added",
      statement: `${group.address} is ${fate} while ${first.what}${others} still needs it`
    })
  ];
}
function holdersOf(key, { world }) {
  const names = (refs) => refs.some((ref) => ref?.kind === "group" && ref.key === key);
  const pools = world.plan.nodePools.filter(({ isReplaced, replaceAttributes }) => !isReplaced || !replaceAttributes.includes("cluster_id")).filter(({ before, after }) => after !== void 0 && names([...before?.groups ?? [], ...after.groups])).map(({ address, after }) => ({
    what: address,
    cluster: after === void 0 ? void 0 : clusterOf(world, after.cluster, "after")?.name
  }));
  const clusters = world.clusters.filter(({ resource, node, control, eni }) => {
    if (resource !== void 0 && (resource.after === void 0 || resource.isReplaced)) return false;
    const { before, after } = resource ?? {};
    return [node.before, control.before, eni?.before].includes(key) || names([before?.ownNodeGroup, after?.ownNodeGroup]);
  }).map(({ name, label, resource }) => ({ what: resource?.address ?? `cluster ${label}`, cluster: name }));
  const machines = machinesOf(world.plan).filter(({ held }) => names(held)).map(({ address, node }) => ({
    what: address,
    cluster: node.after === void 0 ? void 0 : clusterOf(world, node.after.cluster, "after")?.name
  }));
  return [...clusters, ...pools, ...machines];
}
function rulesNaming(key, { subjects, world }) {
  return subjects.flatMap(
    (subject) => subject.groups.flatMap(
      ({ key: own }) => world.rulesOf(own).filter(({ before, actions }) => {
        const peer = before?.peer;
        const names = peer?.kind === "group" && peer.group.kind === "group" && peer.group.key === key;
        return names && own !== key && !actions.includes("delete");
      }).map(({ address }) => ({ what: address, cluster: subject.cluster.name }))
    )
  );
}
function milder({ world }) {
  return world.configuration.severity[groupLifecycle.id] ?? "warning";
}
var REPLACING = /* @__PURE__ */ new Set(["security_group_ids", "security_group_id"]);
function replacedHolders(subjects) {
  const { world } = subjects;
  const gone = new Set(world.plan.groups.filter(({ isDestroyed }) => isDestroyed).map(({ key }) => key));
  const isToldAlready = (refs) => refs.some((ref) => ref?.kind === "group" && gone.has(ref.key));
  const pools = world.plan.nodePools.map((pool) => ({
    ...pool,
    cluster: pool.after === void 0 ? void 0 : clusterOf(world, pool.after.cluster, "after")?.name,
    refs: pool.before?.groups ?? []
  }));
  const clusters = world.clusters.flatMap(
    ({ resource, name }) => resource === void 0 ? [] : [{ ...resource, cluster: name, refs: [] }]
  );
  return [...pools, ...clusters].filter(
    ({ isReplaced, replaceAttributes }) => isReplaced && replaceAttributes.some((a) => REPLACING.has(a))
  ).filter(({ refs }) => !isToldAlready(refs)).map(
    ({ address, actions, cluster }) => finding({
      severity: milder(subjects),
      cluster,
      group: void 0,
      causes: [{ address, actions }],
      impact: "all its nodes are deleted and made again",
      statement: `${address} is replaced, because its security groups cannot be changed in place`
    })
  );
}
function renamed(group, subjects) {
  const view = subjects.viewOf(group.key);
  const { nameBefore, nameAfter } = group;
  const isRenamed = nameBefore !== void 0 && nameAfter !== void 0 && nameBefore.text !== nameAfter.text;
  const isChanged = group.existsBefore && group.existsAfter && (isRenamed || group.isDescriptionChanged);
  if (view.kind !== "made" || group.isData || !isChanged) return [];
  return [
    finding({
      severity: milder(subjects),
      cluster: view.cluster?.name,
      group: group.key,
      causes: [{ address: group.address, actions: group.actions }],
      impact: "the provider no longer finds the group of the cluster",
      statement: `${group.address} changes the ${isRenamed ? "name" : "description"} of a group that CCE made; the cluster resource finds its groups by these`
    })
  ];
}
function finding(parts) {
  return {
    check: groupLifecycle.id,
    change: "introduced",
    requirement: void 0,
    pool: void 0,
    packets: void 0,
    remedy: groupLifecycle.remedy,
    waived: void 0,
    ...parts,
    causes: distinct(parts.causes),
    statement: [parts.statement]
  };
}

// src/check/ineffective-rule.ts
var ineffectiveRule = {
  id: "ineffective-rule",
  title: "New egress rules change nothing",
  why: "An egress rule that allows everything stays, so narrower ones beside it harden nothing.",
  remedy: "Remove the allow-all egress rule (for a group of your own: `delete_default_rules = true`), or leave the narrow ones out.",
  severities: { introduced: "notice" },
  example: "Egress rules are added to a new group that keeps the two default egress rules.",
  run: (subjects) => {
    const keys = subjects.subjects.flatMap(({ groups }) => groups.map(({ key }) => key));
    return {
      findings: [...new Set(keys)].flatMap((key) => groupFindings(subjects.viewOf(key), subjects)),
      resolved: []
    };
  }
};
function groupFindings(view, subjects) {
  const { world } = subjects;
  const written = world.rulesOf(view.key).filter(({ after, change }) => {
    const isNew = change !== "stands" && change !== "drifted-away";
    return isNew && after !== void 0 && isAccepted(after) && isEgress(after, view.key);
  });
  const made = new Set(written.map(({ address }) => address));
  const stays = view.rules.after.filter(
    ({ sides: [side], address, isSure }) => isSure && isEgress(side, view.key) && isAllowAll(side) && (address === void 0 || !made.has(address))
  );
  const idle = written.filter(
    ({ after }) => stays.some(({ sides: [side] }) => side.family === after?.family)
  );
  const isDenied = view.rules.after.some(
    ({ sides: [side] }) => side.action !== "allow" && side.direction !== "ingress"
  );
  if (idle.length === 0 || isDenied) return [];
  return [finding2(view, idle, subjects)];
}
function finding2(view, idle, subjects) {
  const what = idle.length === 1 ? "a new egress rule changes" : `${idle.length} new egress rules change`;
  return {
    check: ineffectiveRule.id,
    severity: severityOf(ineffectiveRule, "introduced", subjects),
    change: "introduced",
    requirement: void 0,
    cluster: view.cluster?.name ?? subjects.subjects.find(({ groups }) => groups.includes(view))?.cluster.name,
    group: view.key,
    pool: void 0,
    packets: void 0,
    causes: distinct(idle),
    impact: "egress is as open as before",
    statement: [`${what} nothing, because a rule that allows all egress stays`],
    remedy: ineffectiveRule.remedy,
    waived: void 0
  };
}
function isEgress(side, key) {
  return side.direction === "egress" && side.action === "allow" && side.group.kind === "group" && side.group.key === key;
}
function isAllowAll({ traffic, peer }) {
  if (traffic === "unknown" || !isSamePeer(peer, { kind: "any" })) return false;
  const all = anyAddress("IPv4");
  return isSame(region("egress", traffic.protocols, traffic.ports, all), allTraffic("egress", all));
}

// src/check/not-covered.ts
var notCovered = {
  id: "not-covered",
  title: "The page has no table for this",
  why: "The vendor publishes no rules for some kinds of cluster; nothing is guessed for them.",
  remedy: "Check these by hand.",
  severities: { introduced: "notice" },
  example: 'A cluster with `container_network_type = "underlay_ipvlan"`.',
  run: (subjects) => ({
    findings: subjects.world.clusters.flatMap((cluster) => clusterFindings(cluster, subjects)),
    resolved: []
  })
};
function clusterFindings(cluster, subjects) {
  const { networkType, model, resource, name, label } = cluster;
  if (resource !== void 0 && resource.after === void 0) return [];
  const finding4 = (statement, impact) => ({
    check: notCovered.id,
    severity: severityOf(notCovered, "introduced", subjects),
    change: "introduced",
    requirement: void 0,
    cluster: name,
    group: void 0,
    pool: void 0,
    packets: void 0,
    causes: [],
    impact,
    statement: [statement],
    remedy: notCovered.remedy,
    waived: void 0
  });
  return [
    ...networkType !== void 0 && model === void 0 ? [
      finding4(
        `cluster ${label}: there is no table for its network type`,
        "its security groups are not judged"
      )
    ] : [],
    ...resource?.after?.hasIpv6 === true ? [finding4(`cluster ${label}: the tables name IPv4 alone`, "IPv6 traffic of the cluster is not judged")] : []
  ];
}

// src/check/required-access.ts
var requiredAccess = {
  id: "required-access",
  title: "Access is narrowed further than the cluster can bear",
  why: "NodePorts and the API port may be narrowed, as long as the VPC, the containers and the load balancers keep their way in.",
  remedy: "Let the VPC and container CIDRs through on these ports, and the load balancers and service mesh that the configuration names.",
  severities: {
    introduced: "critical",
    transient: "warning",
    "pre-existing": "warning",
    undecided: "warning"
  },
  example: "The rule for TCP 30000-32767 is narrowed to the VPC, and containers lose the NodePorts.",
  run: (subjects) => {
    const verdict = rowVerdict(requiredAccess, subjects, floorRows);
    const notices = subjects.subjects.flatMap((subject) => loadBalancerNotices(subject, subjects));
    return { ...verdict, findings: [...verdict.findings, ...notices] };
  }
};
function loadBalancerNotices(subject, subjects) {
  const { before, after } = subject;
  if (before === void 0 || subject.isLosingGroup || after.addresses.loadBalancer !== void 0) return [];
  return floorRows(subject).flatMap((asked) => {
    const { floor } = asked.row;
    if (floor?.kind !== "ranges" || !floor.keep.includes("load-balancer-cidrs")) return [];
    const open = askRow(asked.row, subject, before);
    if (!lets(open, subject, before, subjects) || lets(open, subject, after, subjects)) return [];
    const shared = sharedLoadBalancers(open);
    return lets(shared, subject, after, subjects) ? [] : [notice(asked, shared, subject, subjects)];
  });
}
function lets(question, subject, state, { world }) {
  return isSubset(needOf(question), boundsOf(question, subject, state, world).surely);
}
function sharedLoadBalancers(question) {
  const range = parseCidr(SERVICE_RANGES["internal-services"]);
  return range === void 0 ? question : { ...question, need: range.peers };
}
function notice({ row }, question, subject, { world }) {
  const region2 = needOf(question);
  const lack = { subject, question, region: region2, change: "introduced" };
  return {
    check: requiredAccess.id,
    severity: "notice",
    change: "undecided",
    requirement: row.id,
    cluster: subject.cluster.name,
    group: subject.groups[0]?.key,
    pool: subject.pool,
    packets: void 0,
    causes: causesOf(lack, world),
    impact: "load balancers may no longer reach NodePort Services",
    statement: [
      `${row.id}: the port range was open to all and no longer lets ${SERVICE_RANGES["internal-services"]} through, from where shared load balancers come; the plan does not show which load balancers the cluster has`
    ],
    remedy: "Name the load balancers in `load-balancer-cidrs` of the configuration file, or say an empty list there.",
    waived: void 0
  };
}

// src/check/rule-input.ts
var ruleInput = {
  id: "rule-input",
  title: "A rule will be refused or changed",
  why: "The provider or the API refuses some values and silently changes others, so the group lets through something else than the configuration says.",
  remedy: "Write the rule as the API takes it.",
  severities: { introduced: "warning" },
  example: '`protocol = "TCP"`: the provider drops a name that it does not know.',
  run: (subjects) => ({
    findings: subjects.world.plan.rules.flatMap((rule) => ruleFindings2(rule, subjects)),
    resolved: []
  })
};
function ruleFindings2(rule, subjects) {
  const { after, address, actions } = rule;
  const isWritten = rule.change !== "stands" && rule.change !== "drifted-away";
  if (after === void 0 || !isWritten) return [];
  const group = after.group.kind === "group" ? after.group.key : void 0;
  const view = group === void 0 ? void 0 : subjects.viewOf(group);
  const problems = after.problems.filter(({ kind }) => kind === "refused" || isAccepted(after));
  return problems.map(({ kind, what }) => ({
    check: ruleInput.id,
    severity: severityOf(ruleInput, "introduced", subjects),
    change: "introduced",
    requirement: void 0,
    cluster: view?.cluster?.name,
    group,
    pool: void 0,
    packets: void 0,
    causes: [{ address, actions }],
    impact: kind === "refused" ? "the apply fails, and the rule is not made" : "the rule lets something else through",
    statement: [`${address} ${kind === "refused" ? "will be refused" : "will be changed"}: ${what}`],
    remedy: ruleInput.remedy,
    waived: void 0
  }));
}

// src/check/unknown-group.ts
var unknownGroup = {
  id: "unknown-group",
  title: "A security group cannot be placed",
  why: "What a group is to a cluster, or which other rules it has, decides what a change of it breaks.",
  remedy: "Name the group under `security-groups` of its cluster in the configuration file, or manage it in this plan.",
  severities: { introduced: "notice", undecided: "warning" },
  example: "A rule is added to a group by an id that nothing else in the plan has.",
  run: (subjects) => ({
    findings: [
      ...unplacedRules(subjects),
      ...unmanagedGroups(subjects),
      ...withoutModel(subjects),
      ...notFound(subjects),
      ...poolsWithoutCluster(subjects)
    ],
    resolved: []
  })
};
function unplacedRules(subjects) {
  const { world } = subjects;
  const byGroup = /* @__PURE__ */ new Map();
  for (const rule of world.plan.rules) {
    const ref = rule.after?.group ?? rule.before?.group;
    const name = ref === void 0 || isIdle(rule) ? void 0 : strange(ref, subjects);
    if (name !== void 0) byGroup.set(name, [...byGroup.get(name) ?? [], rule]);
  }
  return [...byGroup].map(([name, rules]) => ({
    ...base2(subjects, "introduced"),
    causes: distinct(rules),
    impact: "what the change does to a cluster is not known",
    statement: [
      `${rules.length === 1 ? "a rule changes" : `${rules.length} rules change`} in a security group that cannot be placed: ${name}`
    ]
  }));
}
function isIdle({ change }) {
  return change === "stands" || change === "drifted-away";
}
function strange(ref, subjects) {
  const { viewOf, world } = subjects;
  if (ref.kind === "unknown") return ref.oneOf.length > 0 ? void 0 : ref.why;
  const { kind, resource } = viewOf(ref.key);
  if (kind !== "elsewhere" || resource !== void 0 || isNamed(ref.key, subjects)) return void 0;
  return world.plan.sensitiveIds.has(ref.key) ? SENSITIVE : ref.key;
}
function isNamed(key, { subjects, world }) {
  const isOf = (groups) => groups.some((group) => group.key === key);
  return !world.isUnplaced(key) || subjects.some(({ groups, groupsBefore }) => isOf(groups) || isOf(groupsBefore));
}
function unmanagedGroups(subjects) {
  const found = subjects.subjects.flatMap((subject) => unmanaged(subject, subjects));
  return found.filter(
    ({ group, cluster }, index) => group === void 0 || found.findIndex((f) => f.group === group && f.cluster === cluster) === index
  );
}
function unmanaged(subject, subjects) {
  const { world } = subjects;
  if (subject.unknownGroups.length === 0 || subject.isLosingGroup) return [];
  const rows = allRows(subject).filter(({ ask }) => !isEmpty(outcomeOf(ask, subject, world).undecided));
  if (rows.length === 0) return [];
  return subject.unknownGroups.map(({ key, why }) => ({
    ...base2(subjects, "undecided"),
    cluster: subject.cluster.name,
    group: key === "" ? void 0 : key,
    pool: subject.pool,
    causes: [],
    impact: `${rows.length} rows of the tables are undecided`,
    statement: [
      `the nodes of ${subject.pool ?? `cluster ${subject.cluster.label}`} are in a group whose rules are not known: ${why}`
    ]
  }));
}
function withoutModel(subjects) {
  const { world } = subjects;
  return world.clusters.filter(({ networkType }) => networkType === void 0).flatMap((cluster) => {
    const keys = [cluster.node, cluster.control, cluster.eni].flatMap(
      (group) => group === void 0 ? [] : [group.before, group.after]
    );
    const rules = [...new Set(keys)].flatMap(
      (key) => key === void 0 ? [] : world.rulesOf(key).filter((rule) => !isIdle(rule) && belongs(rule, key))
    );
    if (rules.length === 0) return [];
    return [
      {
        ...base2(subjects, "undecided"),
        cluster: cluster.name,
        causes: distinct(rules),
        impact: "what the change does to the cluster is not known",
        statement: [
          `rules change in a group of cluster ${cluster.label}, and the plan does not tell its network model`
        ],
        remedy: "Say `network-model` and the CIDRs of the cluster in the configuration file."
      }
    ];
  });
}
function notFound(subjects) {
  return subjects.world.clusters.flatMap(
    ({ name, label, notFound: texts }) => texts.map((text) => ({
      ...base2(subjects, "undecided"),
      cluster: name,
      causes: [],
      impact: "the groups that the plan itself tells count instead",
      statement: [
        `the configuration names \`${text}\` as a security group of cluster ${label}; the plan shows no group with this name or address`
      ],
      remedy: "Correct the name in the configuration file, or write the id of the group."
    }))
  );
}
function poolsWithoutCluster(subjects) {
  const { world } = subjects;
  return world.plan.nodePools.flatMap((pool) => {
    const { after, address, actions } = pool;
    if (after === void 0 || clusterOf(world, after.cluster, "after") !== void 0) return [];
    const keys = after.groups.flatMap((ref) => ref.kind === "group" ? [ref.key] : []);
    const rules = keys.flatMap(
      (key) => world.rulesOf(key).filter((rule) => !isIdle(rule) && belongs(rule, key))
    );
    const isTouched2 = doesSomething(actions) || rules.length > 0;
    if (after.groups.length === 0 || !isTouched2) return [];
    return [
      {
        ...base2(subjects, "undecided"),
        pool: address,
        causes: distinct(rules.length > 0 ? rules : [{ address, actions }]),
        impact: "its security groups are not held against a table",
        statement: [`the plan does not show the cluster of ${address}`],
        remedy: "Add the data source of the cluster to the configuration, so that its network model is known."
      }
    ];
  });
}
function belongs({ before, after }, key) {
  return [before, after].some((side) => side?.group.kind === "group" && side.group.key === key);
}
function base2(subjects, change) {
  return {
    check: unknownGroup.id,
    severity: severityOf(unknownGroup, change, subjects),
    change,
    requirement: void 0,
    cluster: void 0,
    group: void 0,
    pool: void 0,
    packets: void 0,
    remedy: unknownGroup.remedy,
    waived: void 0
  };
}

// src/check/waiver.ts
var waiver = {
  id: "waiver",
  title: "A waiver does nothing",
  why: "A waiver that has expired hides nothing any more, and one that hides nothing may hide something tomorrow.",
  remedy: "Remove the waiver, or renew its date.",
  severities: { introduced: "warning" },
  example: "A waiver with `expires: 2025-01-31` in a run of February.",
  run: (subjects) => ({
    findings: subjects.world.configuration.waivers.filter((one) => isStale(one, subjects)).map((one) => finding3(one, subjects, `expired on ${one.expires} and hides nothing any more`)),
    resolved: []
  })
};
function isStale({ expires }, { world }) {
  return expires < world.today;
}
function waive(findings, subjects) {
  const used = /* @__PURE__ */ new Set();
  const waivers = subjects.world.configuration.waivers.filter((one) => !isStale(one, subjects));
  const result = findings.flatMap((found) => {
    const parts = [];
    let rest = found;
    for (const one of waivers) {
      const { packets } = rest;
      if (packets === void 0 || !isMeant(one, found)) continue;
      const hidden = hiddenBy(one, packets.region);
      if (isEmpty(hidden)) continue;
      used.add(one);
      parts.push({ ...rest, packets: { ...packets, region: hidden }, waived: one });
      rest = { ...rest, packets: { ...packets, region: subtract(packets.region, hidden) } };
    }
    const isLeft = rest.packets === void 0 || !isEmpty(rest.packets.region);
    return isLeft ? [rest, ...parts] : parts;
  });
  return { findings: result, used };
}
function isMeant({ requirement, cluster }, found) {
  return requirement === found.requirement && (cluster === void 0 || cluster === found.cluster);
}
function hiddenBy({ packets, isAnyPeer }, region2) {
  if (!isAnyPeer) return intersect(region2, packets);
  const everyone = unionOfPeers(boxes(region2).map(({ peers }) => peers));
  return intersect(
    region2,
    mapPeers(packets, () => everyone)
  );
}
function unusedWaivers(used, subjects) {
  return subjects.world.configuration.waivers.filter((one) => !isStale(one, subjects) && !used.has(one)).map((one) => finding3(one, subjects, "hides nothing"));
}
function finding3(one, subjects, what) {
  return {
    check: waiver.id,
    severity: severityOf(waiver, "introduced", subjects),
    change: "introduced",
    requirement: void 0,
    cluster: one.cluster,
    group: void 0,
    pool: void 0,
    packets: void 0,
    causes: [],
    impact: "the configuration says more than is so",
    statement: [`the waiver of ${one.requirement} for ${one.text} ${what}`],
    remedy: waiver.remedy,
    waived: void 0
  };
}

// src/check/checks.ts
var CHECKS = [
  essentialRule,
  requiredAccess,
  egressMinimum,
  exposedPort,
  duplicateRule,
  ruleInput,
  groupLifecycle,
  ineffectiveRule,
  unknownGroup,
  notCovered,
  waiver
];
function runChecks(plans) {
  const used = /* @__PURE__ */ new Set();
  const verdicts = plans.map((subjects, index) => {
    const checks = CHECKS.filter((check) => index === 0 || check !== waiver);
    const found = checks.map((check) => check.run(subjects));
    const waived = waive(
      found.flatMap(({ findings }) => findings),
      subjects
    );
    for (const one of waived.used) used.add(one);
    return { findings: waived.findings, resolved: found.flatMap(({ resolved }) => resolved) };
  });
  return verdicts.map((verdict, index) => {
    const subjects = plans[index];
    const unused = index === 0 && subjects !== void 0 ? unusedWaivers(used, subjects) : [];
    return { ...verdict, findings: [...verdict.findings, ...unused] };
  });
}

export {
  allRows,
  machinesOf,
  CHECKS,
  runChecks
};
