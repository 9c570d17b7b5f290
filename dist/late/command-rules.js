import {
  RULE_TYPES,
  appliedPlan,
  differenceOf,
  floorRules,
  groupExpressions,
  isWritable,
  labelsBeside,
  planWith,
  remoteText,
  rowRules,
  ruleResource,
  rulesFor,
  sideBy,
  usualApi
} from "../chunks/chunk-QBPTAEBW.js";
import {
  hclText,
  quoted
} from "../chunks/chunk-R2SAQLJI.js";
import {
  readAddress,
  readClusterCidr
} from "../chunks/chunk-GZMD2HBW.js";
import {
  jsonText
} from "../chunks/chunk-JAOPD57T.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/command/rules.ts
import { within } from "../core.js";
import { NETWORK_MODELS, ROLES } from "../core.js";
import { bareCluster as bareCluster2 } from "../core.js";
import { engineFor } from "../core.js";
import { openSourceOf } from "../core.js";

// src/format/rules/hardening.ts
import { entryLines } from "../core.js";

// src/mend/tables/own-group-blocks.ts
import { ROLE_NAMES } from "../core.js";
import { must as must3 } from "../core.js";

// src/mend/tables/own-group.ts
import { onlyOne } from "../core.js";
import { bareCluster } from "../core.js";
import { tableOf as tableOf2 } from "../core.js";
import { err, must as must2, ok } from "../core.js";
import { run } from "../core.js";

// src/mend/tables/duties.ts
import { askFloor, askRow } from "../core.js";
import { givenReach } from "../core.js";
import { rangePeers } from "../core.js";
import { egressMinima, tableOf } from "../core.js";
import { unionOfPeers } from "../core.js";
import { isEmpty } from "../core.js";
import { isSamePeer } from "../core.js";
import { coverageOf } from "../core.js";
function dutiesOf(subject, place, wish) {
  const rows = tableOf(subject.role, subject.model)?.rows ?? [];
  const wanted = rows.filter(({ direction }) => wish.only === void 0 || direction === wish.only);
  const told = wanted.map((row) => dutiesOfRow(row, subject, { place, wish }));
  return {
    duties: told.flat(),
    leftOut: wanted.filter((_, index) => told[index]?.length === 0)
  };
}
function minimumDuties(subject, place) {
  return egressMinima(subject.model).map((row) => wholeDuty(row, subject, place));
}
function dutiesOfRow(row, subject, { place, wish }) {
  const { floor, suggestion } = row;
  const isNarrowed = suggestion === "recommended" || place.addresses.loadBalancer !== void 0;
  switch (floor?.kind) {
    case "ranges": {
      const { keep } = floor;
      if (!isNarrowed) return [wholeDuty(row, subject, place)];
      const rules = floorRules(row, keep, place);
      return [{ row, isNarrowed, rules, ask: (state) => askFloor(row, keep, state) }];
    }
    case "table":
      return wish.only === void 0 ? [wholeDuty(row, subject, place)] : minimumDuties(subject, place);
    case "none": {
      const { ssh } = wish;
      if (ssh.length === 0) return [];
      const ask = (state) => ({
        ...askRow(row, subject, state),
        need: unionOfPeers(ssh)
      });
      return [{ row, isNarrowed: true, rules: rulesFor(row, [givenReach(ssh)], place), ask }];
    }
    case void 0:
      return [wholeDuty(row, subject, place)];
  }
}
function wholeDuty(row, subject, place) {
  return {
    row,
    isNarrowed: false,
    rules: rowRules(row, place),
    ask: (state) => askRow(row, subject, state)
  };
}
var NEEDED_RANGES = ["vpc", "container", "dns"];
function unnamedRanges(duties, addresses) {
  const rules = duties.flatMap((duty) => duty.rules.filter((rule) => !isWritable(rule)));
  return NEEDED_RANGES.filter(
    (name) => rangePeers(addresses[name]).some((peer) => rules.some(({ side }) => isSamePeer(side.peer, peer)))
  );
}
function isDone({ ask }, rules, holder) {
  const { subject, world, standing } = holder;
  const made = rules.map(({ side }) => ({
    sides: [side],
    group: side.group.kind === "group" ? side.group.key : "",
    isSure: true,
    address: void 0,
    stands: false
  }));
  const state = { ...subject.after, rules: [...standing, ...made] };
  const question = { ...ask(state), beyond: void 0 };
  const { missing, undecided } = coverageOf(question, subject, state, world);
  return isEmpty(missing) && isEmpty(undecided);
}

// src/mend/tables/labelled-rules.ts
import { groupBy } from "../core.js";
import { must } from "../core.js";
function labelledRules(rules, { labels, prefix, api }) {
  const byRow = groupBy(rules, ({ rows: [first] }) => first);
  return new Map(
    rules.map((rule) => {
      const first = must(rule.rows[0], "a rule is made for a row");
      const alike = must(byRow.get(first), "it has at least this rule");
      const wanted = `${prefix}_t${String(first.table)}_${String(first.number)}`;
      const numbered = alike.length > 1 ? `${wanted}_${String(alike.indexOf(rule) + 1)}` : wanted;
      const id = JSON.stringify([rule.side.group, numbered]);
      const label = labels(numbered, { type: RULE_TYPES[api], module: "", id });
      return [rule, { ...rule, label, api }];
    })
  );
}
function additions(rules) {
  return rules.map((rule) => ({
    kind: "add",
    address: `${RULE_TYPES[rule.api]}.${rule.label}`,
    api: rule.api,
    side: sideBy(rule.api, rule),
    isFirst: false
  }));
}

// src/mend/tables/least-rules.ts
import { groupBy as groupBy2 } from "../core.js";
import { isSamePeer as isSamePeer2, isSameTraffic } from "../core.js";
function leastRules(duties, holder) {
  const all = duties.reduce((rules2, duty) => duty.rules.reduce(withRule, rules2), []);
  const rules = all.reduce((kept, rule) => {
    const without = kept.filter((one) => one !== rule);
    return duties.every((duty) => isDone(duty, without, holder)) ? without : kept;
  }, all);
  const byRow = groupBy2(duties, ({ row }) => row);
  const alone = [...byRow].filter(([row]) => !rules.some((rule) => rule.rows.includes(row)));
  return {
    rules,
    joined: alone.map(([row, own]) => ({ row, by: doersOf(own, rules, holder) }))
  };
}
function withRule(rules, rule) {
  const twin = rules.find(({ side }) => saysTheSame(side, rule.side));
  if (twin === void 0) return [...rules, rule];
  return rules.map((one) => one === twin ? { ...one, rows: [...one.rows, ...rule.rows] } : one);
}
function saysTheSame(a, b) {
  return a.direction === b.direction && isSameTraffic(a.traffic, b.traffic) && isSamePeer2(a.peer, b.peer);
}
function doersOf(duties, rules, holder) {
  const isNeeded = (rule) => {
    const without = rules.filter((one) => one !== rule);
    return duties.some((duty) => !isDone(duty, without, holder));
  };
  return rules.filter(isNeeded);
}

// src/mend/tables/own-group.ts
function groupOfOnesOwn(input, wish) {
  const { role, api = "v2", prefix, given } = wish;
  const before = onlySubjects(input);
  const cluster = clusterNamed(before, wish.cluster);
  if (!cluster.ok) return cluster;
  const { name, label } = cluster.value;
  const model = given.networkModel ?? cluster.value.model;
  if (model === void 0) return err({ kind: "no-model", cluster: label });
  if (tableOf2(role, model) === void 0) return err({ kind: "no-table", role, model });
  const labels = labelsBeside(before);
  const groupLabel = labels(`${prefix}_${role}`, { type: OWN_GROUP_TYPE, module: "", id: role });
  const group = bareGroup(groupLabel, `${name === label ? name : prefix}-own-${role}`);
  const withGroup = inRole(input, { role, group, name, given });
  const subjects = onlySubjects(withGroup);
  const least = leastOf(subjects, group, wish);
  if (!least.ok) return least;
  const { rules, joined, ...rest } = least.value;
  const labelled = labelledRules(rules, { labels, prefix, api });
  const judged = judgedWith(withGroup, group, { rules: [...labelled.values()], only: wish.only });
  if (!judged.ok) return judged;
  return ok({
    ...{ role, only: wish.only, prefix, model, group, subjects, adds: judged.value, ...rest },
    rules: [...labelled.values()],
    joined: joined.map(({ row, by }) => ({
      row,
      by: by.map((rule) => must2(labelled.get(rule), "each rule has its label"))
    }))
  });
}
var OWN_GROUP_TYPE = "opentelekomcloud_networking_secgroup_v2";
function onlySubjects(input) {
  return must2(run(input).judged[0], "a run of one plan has one verdict").subjects;
}
function clusterNamed({ world: { clusters } }, name) {
  const found = name === void 0 ? onlyOne(clusters) : clusters.find((cluster) => cluster.name === name);
  return found === void 0 ? err({ kind: "no-cluster", shown: clusters.map(({ label }) => label) }) : ok(found);
}
function bareGroup(label, name) {
  const address = `${OWN_GROUP_TYPE}.${label}`;
  return {
    ...{ key: address, address, id: void 0, isData: false, api: "v2", actions: ["create"] },
    ...{ nameBefore: void 0, nameAfter: { text: name, isSensitive: false } },
    ...{ existsBefore: false, existsAfter: true, isDestroyed: false },
    ...{ hasDefaultRules: false, isDescriptionChanged: false, origin: { kind: "own" } }
  };
}
function inRole({ plans, configuration, ...input }, { role, group, name, given }) {
  return {
    ...input,
    plans: plans.map((one) => ({ ...one, plan: { ...one.plan, groups: [...one.plan.groups, group] } })),
    configuration: changedCluster(configuration, name, (known) => ({
      ...withGiven(known, given),
      securityGroups: { ...known.securityGroups, [role]: [group.address] }
    }))
  };
}
function changedCluster(configuration, name, change) {
  const known = configuration.clusters.find((one) => one.name === name);
  const others = configuration.clusters.filter((one) => one !== known);
  return { ...configuration, clusters: [...others, change(known ?? bareCluster(name))] };
}
function withGiven(known, given) {
  return {
    ...known,
    networkModel: given.networkModel ?? known.networkModel,
    vpcCidrs: given.vpcCidrs ?? known.vpcCidrs,
    containerCidrs: given.containerCidrs ?? known.containerCidrs,
    masterCidrs: given.masterCidrs ?? known.masterCidrs,
    dnsServers: given.dnsServers ?? known.dnsServers,
    serviceCidrs: given.serviceCidrs ?? known.serviceCidrs,
    loadBalancerCidrs: given.loadBalancerCidrs ?? known.loadBalancerCidrs,
    serviceMeshCidrs: given.serviceMeshCidrs ?? known.serviceMeshCidrs
  };
}
function leastOf({ subjects, world }, { key }, wish) {
  const subject = must2(
    subjects.find(({ role, groups }) => role === wish.role && groups.some((group) => group.key === key)),
    "the group has been put in its role"
  );
  const { cluster, after } = subject;
  const place = { group: key, keys: keysAfter(cluster), addresses: after.addresses };
  const { duties, leftOut } = dutiesOf(subject, place, wish);
  const ranges = unnamedRanges(duties, after.addresses);
  if (ranges.length > 0) return err({ kind: "unknown-ranges", ranges });
  const narrowed = duties.flatMap(({ row, isNarrowed }) => isNarrowed ? [row] : []);
  return ok({ cluster, leftOut, narrowed, ...leastRules(duties, { subject, world, standing: [] }) });
}
function keysAfter({ node, control, eni }) {
  return { node: node.after, control: control.after, eni: eni?.after };
}
function judgedWith(input, group, { rules, only }) {
  const edits = additions(rules);
  const plans = input.plans.map((one) => ({ ...one, plan: planWith(one.plan, edits) }));
  const made = run({ ...input, plans });
  const own = /* @__PURE__ */ new Set([group.address, ...edits.map(({ address }) => address)]);
  const findings = made.report.findings.filter(
    (found) => found.severity !== "notice" && (only === void 0 || found.row === void 0 || found.row.direction === only) && (found.group?.key === group.key || found.causes.some(({ address }) => own.has(address)))
  );
  if (findings.length > 0) return err({ kind: "not-clean", findings });
  const [plan, edited] = [input.plans, plans].map(([one]) => must2(one, "there is a plan").plan);
  const { subjects } = must2(made.judged[0], "a run of one plan has one verdict");
  return ok(differenceOf(subjects, must2(edited, "made of the plan"), must2(plan, "there is a plan")).adds);
}

// src/mend/tables/own-group-blocks.ts
function ownGroupBlocks(own) {
  const { group, rules, only, prefix, role, subjects } = own;
  const names = namesIn(subjects, prefix);
  const ownName = only === void 0 ? `${group.address}.id` : names.variable(role);
  const ofRules = ruleBlocks(
    rules,
    ownName,
    (key) => key === group.key ? ownName : names.nameOf(key, "control")
  );
  const ofGroup = {
    keyword: "resource",
    labels: [OWN_GROUP_TYPE, group.address.slice(OWN_GROUP_TYPE.length + 1)],
    body: [
      ["name", quoted(must3(group.nameAfter, "it has been given one").text)],
      ["delete_default_rules", "true"]
    ]
  };
  return [...names.variables(), ...only === void 0 ? [ofGroup] : [], ...ofRules];
}
function groupBlocks({ groups, subjects, prefix }) {
  const names = namesIn(subjects, prefix);
  const blocks = groups.filter(({ rules }) => rules.length > 0).flatMap(
    ({ key, rules }) => ruleBlocks(
      rules,
      names.nameOf(key, "node"),
      (other) => names.nameOf(other, other === key ? "node" : "control")
    )
  );
  return [...names.variables(), ...blocks];
}
function namesIn(subjects, prefix) {
  const expressionsOf = groupExpressions(subjects);
  const variables = /* @__PURE__ */ new Map();
  const variable = (role) => {
    const label = `${prefix}_${role}_group_id`;
    variables.set(label, idVariable(label, `Id of the ${ROLE_NAMES[role]}`));
    return `var.${label}`;
  };
  return {
    variable,
    variables: () => [...variables.values()],
    nameOf: (key, role) => expressionsOf(key).find(({ module = "" }) => module === "")?.text ?? variable(role)
  };
}
function idVariable(label, description) {
  const body = [
    ["description", quoted(description)],
    ["type", "string"]
  ];
  return { keyword: "variable", labels: [label], body };
}
function ruleBlocks(rules, group, nameOf) {
  return rules.map((rule) => {
    const { api, label, rows, remote } = rule;
    const other = remoteText(remote, "", (key) => [{ text: nameOf(key), module: void 0 }]);
    return must3(
      ruleResource({
        ...{ api, group, label, side: sideBy(api, rule) },
        remote: must3(other, "only rules with a name for their other end are written").text,
        comments: rows.map(({ id, purpose }) => `${id}: ${purpose}`)
      }),
      "rows are rules of both APIs"
    );
  });
}

// src/format/rules/hardening.ts
import { linkOf, MODEL } from "../core.js";
import { count } from "../core.js";
import { must as must4 } from "../core.js";

// src/format/rules/comments.ts
function commentLines(lines) {
  return lines.map((line) => `# ${line.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ")}
`).join("");
}

// src/format/rules/hardening.ts
function hardeningHcl(plan) {
  const { cluster, groups } = plan;
  const rules = groups.flatMap((group) => group.rules);
  const isOpen = groups.some(hasOpen);
  const steps = [...rules.length > 0 ? [addStep(plan, isOpen)] : [], ...isOpen ? [removeStep(plan)] : []];
  if (steps.length === 0) {
    return commentLines([
      `What worker nodes of ${cluster.label} send is hardened already, and nothing of Table 8 lacks.`
    ]);
  }
  const texts = steps.map(({ title, lines, hcl }, index) => {
    const head = steps.length > 1 ? `Step ${String(index + 1)} of ${String(steps.length)}: ${title}` : title;
    return commentLines([head, ...lines]) + (hcl === "" ? "" : `
${hcl}`);
  });
  return [commentLines(beginning(plan)), ...texts].join("\n");
}
function hardeningJson(plan) {
  const { cluster, groups, adds, removes, record } = plan;
  const isOpen = groups.some(hasOpen);
  return jsonText({
    version: 1,
    cluster: cluster.label,
    networkModel: cluster.model,
    role: "node",
    joined: [],
    leftOut: [],
    steps: [
      ...adds.length > 0 ? [{ hcl: blocksText(plan), adds, removes: [], configuration: null }] : [],
      ...isOpen ? [{ hcl: "", adds: [], removes, configuration: record === void 0 ? null : recordText(plan) }] : []
    ]
  });
}
function hasOpen({ open, openDefaults }) {
  return open.length + openDefaults.length > 0;
}
function beginning({ cluster }) {
  const row = must4(MODEL[7]?.rows[0], "Table 8 has rows");
  return [
    `What takes the place of "everything out" for worker nodes of ${cluster.label}: Table 8, the least that the vendor names.`,
    "Each step was judged, and none brings a finding. What else nodes and their pods call (registries, other services)",
    "is in no table: add rules for it before the last step.",
    linkOf(row)
  ];
}
function addStep(plan, isOpen) {
  const rules = count(plan.adds.length, "rule");
  const when = plan.isFirst ? `add ${rules} in a change of its own, before this plan is applied: it takes away what let them through.` : `add ${rules} and apply${isOpen ? ". Beside what lets everything out they change nothing yet." : ": the nodes lack them."}`;
  return {
    title: when,
    lines: [],
    hcl: blocksText(plan)
  };
}
function blocksText(plan) {
  return hclText(groupBlocks(plan));
}
function removeStep(plan) {
  const { groups, record } = plan;
  const blocks = groups.flatMap(({ open }) => open);
  const defaults = [...new Set(groups.flatMap(({ openDefaults }) => openDefaults))];
  return {
    title: "then take away what lets everything out, in an apply of its own.",
    lines: [
      ...blocks.map((address) => `- remove the block of ${address}`),
      ...defaults.map(
        (row) => `- delete ${defaultName(row)} in the console: egress, every protocol, 0.0.0.0/0`
      ),
      ...record === void 0 ? [] : [
        "No plan shows that such a rule is gone: record it in cce-plan-guard.yml.",
        ...configurationLines(plan).map((line) => `  ${line}`)
      ]
    ],
    hcl: ""
  };
}
function defaultName(row) {
  return row === void 0 ? "the rule that every new group has and no plan shows" : `the rule of ${row.id}, which CCE made and no plan shows,`;
}
function configurationLines({ cluster, record }) {
  return record === void 0 ? [] : entryLines(cluster.label, record);
}
function recordText(plan) {
  return configurationLines(plan).map((line) => `${line}
`).join("");
}

// src/format/rules/no-rules.ts
import { DEFAULT_DNS_SERVERS } from "../core.js";
import { rowRanges } from "../core.js";
import { unreachable } from "../core.js";
function noRulesLine(why) {
  switch (why.kind) {
    case "no-cluster":
      return why.shown.length === 0 ? "neither plan nor configuration shows a CCE cluster; write: --model MODEL and the ranges of the cluster" : `which cluster is meant: ${why.shown.join(", ")}? Write: --cluster NAME`;
    case "no-model":
      return `the network model of ${why.cluster} is not known; write: --model vpc-router, overlay_l2 or eni`;
    case "no-table":
      return `the page has no table for ${why.role} groups in ${why.model}: only CCE Turbo (eni) has groups of pods`;
    case "no-group":
      return `the plan does not show which rules the worker nodes of ${why.cluster} have: their group is managed elsewhere`;
    case "denied":
      return `no rule lets ${rowRanges(why.rows)} through: a deny takes it, or may take it. Narrow the deny first`;
    case "unknown-ranges":
      return `the rules need ranges that nobody tells; write: ${why.ranges.map((range) => OPTION_OF[range]).join(", ")}`;
    case "not-clean": {
      const titles = why.findings.map(({ check, row }) => `${row?.id ?? check.id}: ${check.title}`);
      return `these rules would not pass: ${[...new Set(titles)].join("; ")}`;
    }
    default:
      return unreachable(why);
  }
}
var OPTION_OF = {
  vpc: "--vpc-cidr CIDR",
  container: "--container-cidr CIDR",
  dns: `--dns-server ADDRESS (where a subnet names none, ${DEFAULT_DNS_SERVERS.join(" and ")})`
};

// src/format/rules/own-group.ts
import { linkOf as linkOf2, tableOf as tableOf3 } from "../core.js";
import { count as count2 } from "../core.js";
function ownGroupHcl(own) {
  return `${commentLines(introduction(own))}
${hclText(ownGroupBlocks(own))}`;
}
function ownGroupJson(own) {
  const { cluster, model, role, joined, leftOut, adds } = own;
  return jsonText({
    version: 1,
    cluster: cluster.label,
    networkModel: model,
    role,
    joined: joined.map(({ row, by }) => ({ requirement: row.id, rules: by.map(({ label }) => label) })),
    leftOut: leftOut.map(({ id }) => id),
    steps: [{ hcl: hclText(ownGroupBlocks(own)), adds, removes: [], configuration: null }]
  });
}
var MEMBERS = {
  node: "worker nodes",
  control: "master nodes",
  eni: "pods"
};
function introduction({
  cluster,
  model,
  role,
  rules,
  joined,
  leftOut,
  narrowed,
  only
}) {
  const table = tableOf3(role, model);
  const [row] = table?.rows ?? [];
  return [
    `A security group of one's own for ${MEMBERS[role]} of ${cluster.label}: ${only === "egress" ? "what they send, " : ""}${table?.title ?? ""}.`,
    `With ${rules.length === 1 ? "this rule" : `these ${count2(rules.length, "rule")}`} each of its rows holds as far as it must; none of them can be taken away.`,
    ...row === void 0 ? [] : [linkOf2(row)],
    ...joined.map(({ row: { id }, by }) => `${id} needs no rule of its own: ${labelsOf(by)}.`),
    ...narrowed.map(({ id, purpose }) => `${id} is as narrow as it may be: ${purpose}`),
    ...leftOut.map(({ id, purpose }) => `${id} is left out: ${purpose} Name from where with --ssh-cidr.`)
  ];
}
function labelsOf(rules) {
  return `${rules.map(({ label }) => label).join(", ")} ${rules.length === 1 ? "lets" : "let"} it through`;
}

// src/mend/tables/hardening.ts
import { distinct, firstOfEach } from "../core.js";
import { withGone } from "../core.js";
import { allowsEverybody } from "../core.js";
import { err as err2, must as must5, ok as ok2 } from "../core.js";
import { run as run2 } from "../core.js";
function hardened(asked, wish) {
  const named = clusterNamed(onlySubjects(asked), wish.cluster);
  if (!named.ok) return named;
  const { name, label } = named.value;
  const configuration = changedCluster(asked.configuration, name, (known) => withGiven(known, wish.given));
  const input = { ...asked, configuration };
  const first = run2(input);
  const { subjects } = onlyJudged(first);
  const nodes = firstOfEach(
    subjects.subjects.filter(
      ({ cluster, role, unknownGroups }) => cluster.name === name && role === "node" && unknownGroups.length === 0
    ),
    ({ groups: [group] }) => group?.key
  );
  const [node] = nodes;
  if (node === void 0) return err2({ kind: "no-group", cluster: label });
  const plans = nodes.map((subject) => lacking(subject, subjects));
  const ranges = distinct(plans.flatMap((one) => one.unnamed));
  if (ranges.length > 0) return err2({ kind: "unknown-ranges", ranges });
  const denied = distinct(plans.flatMap((one) => one.denied));
  if (denied.length > 0) return err2({ kind: "denied", rows: denied });
  const groups = labelledIn(plans, subjects, wish);
  return stepsOf({ input, first, cluster: node.cluster, groups, prefix: wish.prefix });
}
function labelledIn(plans, subjects, { api, prefix }) {
  const labels = labelsBeside(subjects);
  return plans.map(({ key, rules, open, openDefaults }) => {
    const usual = usualApi(key, subjects.world) === "v3" ? "v3" : "v2";
    const labelled = labelledRules(rules, { labels, prefix, api: api ?? usual });
    return { key, open, openDefaults, rules: [...labelled.values()] };
  });
}
function lacking(subject, { world, viewOf }) {
  const { cluster, after, groups } = subject;
  const { key } = must5(groups[0], "a subject has groups");
  const open = after.rules.filter(letsAllOut);
  const holder = { subject, world, standing: after.rules.filter((rule) => !letsAllOut(rule)) };
  const duties = minimumDuties(subject, {
    group: key,
    keys: keysAfter(cluster),
    addresses: after.addresses
  }).filter((duty) => !isDone(duty, [], holder));
  const { rules } = leastRules(duties, holder);
  const unnamed = unnamedRanges(duties, after.addresses);
  const defaults = groups.flatMap((group) => viewOf(group.key).defaults);
  const isOf = (rule) => rule.address === void 0 ? defaults.filter((one) => one.after === rule.sides[0]).map(({ requirement }) => requirement) : [];
  return {
    ...{ key, rules, unnamed },
    denied: unnamed.length > 0 ? [] : duties.filter((duty) => !isDone(duty, rules, holder)).map(({ row }) => row),
    open: distinct(open.flatMap(({ address }) => address ?? [])),
    openDefaults: distinct(open.flatMap(isOf))
  };
}
function letsAllOut({ sides }) {
  return sides.every(
    (side) => side.direction === "egress" && side.action === "allow" && allowsEverybody(side)
  );
}
function stepsOf({ input, first, ...steps }) {
  const { cluster, groups } = steps;
  const plan = onlyPlan(input);
  const edits = groups.flatMap(({ rules }) => additions(rules));
  const tried = [false, true].map((isFirst2) => {
    const filled2 = planWith(
      plan,
      edits.map((edit) => ({ ...edit, isFirst: isFirst2 }))
    );
    const withRules2 = run2(withPlan(input, filled2));
    return { isFirst: isFirst2, filled: filled2, withRules: withRules2, broken: newFindings(first, withRules2) };
  });
  const [best = must5(tried[0], "there are two")] = tried.filter(({ broken: broken2 }) => broken2.length === 0);
  const { isFirst, filled, withRules, broken } = best;
  if (broken.length > 0) return err2({ kind: "not-clean", findings: broken });
  const applied = appliedPlan(filled);
  const narrowed = withoutRules(applied, new Set(groups.flatMap(({ open }) => open)));
  const record = recordFor(cluster, groups);
  const configuration = changedCluster(input.configuration, cluster.name, (known) => ({
    ...known,
    defaultRules: record ?? known.defaultRules
  }));
  const lost = newFindings(
    run2(withPlan(input, applied)),
    run2({ ...withPlan(input, narrowed), configuration })
  );
  if (lost.length > 0) return err2({ kind: "not-clean", findings: lost });
  const { subjects } = onlyJudged(withRules);
  return ok2({
    ...{ ...steps, subjects, record, isFirst },
    adds: differenceOf(subjects, filled, plan).adds,
    removes: differenceOf(subjects, narrowed, applied).removes
  });
}
function onlyPlan({ plans }) {
  return must5(plans[0], "there is one plan").plan;
}
function onlyJudged({ judged }) {
  return must5(judged[0], "a run of one plan has one verdict");
}
function withPlan(input, plan) {
  return { ...input, plans: input.plans.map((one) => ({ ...one, plan })) };
}
function newFindings({ report: was }, { report: is }) {
  const known = new Set(was.findings.map(({ fingerprint }) => fingerprint));
  return is.findings.filter(
    ({ fingerprint, severity, waived }) => severity !== "notice" && waived === void 0 && !known.has(fingerprint)
  );
}
function withoutRules(plan, addresses) {
  const destroyed = (rule) => ({
    ...rule,
    actions: ["delete"],
    change: "destroyed",
    after: void 0
  });
  return {
    ...plan,
    rules: plan.rules.map((rule) => addresses.has(rule.address) ? destroyed(rule) : rule)
  };
}
function recordFor({ configuration }, groups) {
  const rows = groups.flatMap(({ openDefaults }) => openDefaults.flatMap((row) => row?.id ?? []));
  return rows.length === 0 ? void 0 : withGone(configuration?.defaultRules, rows);
}

// src/command/rules.ts
import { emptyPlan } from "../core.js";
import { err as err3, ok as ok3 } from "../core.js";
import {
  deadlineNamed,
  factsNamed,
  factsToRead,
  readArguments,
  SHARED_OPTIONS,
  shownFile
} from "../core.js";
import { runErrorLine, withFiles } from "../core.js";
import { configurationFor } from "../core.js";
import { openRun } from "../core.js";
var rulesCommand = {
  options: () => OPTIONS,
  usage: `usage: cce-plan-guard rules --model MODEL --role ROLE [ranges] [options]
       cce-plan-guard rules --plan PLAN [--cluster NAME] --role ROLE [options]

Writes the rules that the vendor's tables ask for as HCL, for a security group of one's own: complete, and none of them
can be taken away. They are put into a plan and judged before they are written. With a plan (or a cluster of the
configuration) the ranges are those of the cluster, by reference where the plan shows where a value comes from.

  --model MODEL     vpc-router, overlay_l2 or eni; a plan that shows the cluster tells it
  --role ROLE       node, control or eni: for whom the group is
  --api API         v2 (opentelekomcloud_networking_secgroup_rule_v2) or v3 (opentelekomcloud_vpc_secgroup_rule_v3);
                    default: as the rules of the plan's group, else v2
  --only egress     the least that worker nodes have to send (Table 8), in the place of everything
  --plan PLAN       the plan that shows the cluster; \`-\` is standard input
  --cluster NAME    which cluster, where plan and configuration show several
  --facts FILE      what stands in the cloud, any number of files, as for check; with --plan
  --facts-date INSTANT  when somebody looked, for files that do not say it, as 2026-11-24T06:00:00Z
  --source DIR      where the .tf files lie; default: the plan's folder, then the working directory
  --deadline SECONDS  how long it may take; default: 120 for each 250 MB of input that is begun
  --config FILE     configuration; default: cce-plan-guard.yml, then .github/cce-plan-guard.yml
  --prefix NAME     what labels begin with; default: cce
  --format FORMAT   text (HCL), json; default: text
  --output FILE     write there instead of to standard output
  --help, --version

ranges, each as often as needed; they win over plan and configuration:
  --vpc-cidr CIDR, --container-cidr CIDR, --master-cidr CIDR, --dns-server ADDRESS, --service-cidr CIDR
  --load-balancer-cidr CIDR   who reaches node ports beside VPC and containers; left out: everybody
  --service-mesh-cidr CIDR    who reaches the API port 5443 beside them
  --ssh-cidr CIDR             from where people log in to nodes; left out: nobody

exit: 0 written, 2 could not be written
`,
  run: async (argv, world) => {
    const read = readArguments(argv, "rules", OPTIONS);
    if (!read.ok) return read;
    const { values, positionals } = read.value;
    const [extra] = positionals;
    if (extra !== void 0) return err3("rules takes no name of a file by itself; write: --plan PLAN");
    const wish = wishOf(values);
    return wish.ok ? writeRules(wish.value, world) : wish;
  }
};
var RANGE = { type: "string", multiple: true };
var OPTIONS = {
  model: { type: "string" },
  role: { type: "string" },
  api: { type: "string" },
  only: { type: "string" },
  plan: { type: "string" },
  cluster: { type: "string" },
  config: { type: "string" },
  facts: { type: "string", multiple: true },
  "facts-date": { type: "string" },
  source: { type: "string" },
  deadline: { type: "string" },
  prefix: { type: "string", default: "cce" },
  format: { type: "string", default: "text" },
  output: { type: "string" },
  "vpc-cidr": RANGE,
  "container-cidr": RANGE,
  "master-cidr": RANGE,
  "dns-server": RANGE,
  "service-cidr": RANGE,
  "load-balancer-cidr": RANGE,
  "service-mesh-cidr": RANGE,
  "ssh-cidr": RANGE,
  ...SHARED_OPTIONS
};
function wishOf(values) {
  const { plan, cluster, config, output, prefix, source } = values;
  const read = readingNamed(values);
  if (!read.ok) return read;
  const role = oneAmong("role", values.role ?? "no role", ROLES);
  if (!role.ok) return role;
  const model = values.model === void 0 ? ok3(void 0) : oneAmong("model", values.model, NETWORK_MODELS);
  if (!model.ok) return model;
  const api = values.api === void 0 ? ok3(void 0) : oneAmong("api", values.api, ["v2", "v3"]);
  if (!api.ok) return api;
  const only = values.only === void 0 ? ok3(void 0) : oneAmong("only", values.only, ["egress"]);
  if (!only.ok) return only;
  const format = oneAmong("format", values.format, ["text", "json"]);
  if (!format.ok) return format;
  if (!LABEL.test(prefix)) return err3(`--prefix takes the beginning of a label, as cce, not \`${prefix}\``);
  const ranges = rangesNamed(values);
  if (!ranges.ok) return ranges;
  const { ssh, ...given } = ranges.value;
  return ok3({
    ...{ plan, cluster, config, output, prefix, ssh, source, ...read.value },
    ...{ role: role.value, api: api.value, only: only.value, format: format.value },
    given: { ...given, networkModel: model.value }
  });
}
function readingNamed(values) {
  const facts = factsNamed(values.facts ?? [], values["facts-date"]);
  if (!facts.ok) return facts;
  if (values.plan === void 0 && facts.value.files.length > 0) {
    return err3("--facts are told beside a plan: add --plan PLAN");
  }
  const deadline = deadlineNamed(values.deadline);
  return deadline.ok ? ok3({ facts: facts.value, deadline: deadline.value }) : deadline;
}
var LABEL = /^[A-Za-z_][\w-]{0,63}$/;
function oneAmong(name, text, all) {
  const found = all.find((one) => one === text);
  return found === void 0 ? err3(`--${name} takes ${all.join(", ")}, not \`${text}\``) : ok3(found);
}
function rangesNamed(values) {
  const problems = [];
  const ranges = (option, read) => values[option]?.flatMap((text) => {
    const range = read(text);
    if (range.ok) return [range.value];
    problems.push(`--${option} ${text} ${range.error}`);
    return [];
  });
  const found = {
    vpcCidrs: ranges("vpc-cidr", readClusterCidr),
    containerCidrs: ranges("container-cidr", readClusterCidr),
    masterCidrs: ranges("master-cidr", readClusterCidr),
    dnsServers: ranges("dns-server", readAddress),
    serviceCidrs: ranges("service-cidr", readClusterCidr),
    loadBalancerCidrs: ranges("load-balancer-cidr", readAddress),
    serviceMeshCidrs: ranges("service-mesh-cidr", readAddress),
    ssh: ranges("ssh-cidr", readAddress) ?? []
  };
  const [problem] = problems;
  return problem === void 0 ? ok3(found) : err3(problem);
}
async function writeRules(wish, world) {
  const { plan, facts, config, output } = wish;
  const inputs = [...plan === void 0 ? [] : [plan], ...facts.files];
  const found = await configurationFor({ config, inputs, output }, world);
  if (!found.ok) return found;
  const configuration = found.value;
  const text = plan === void 0 ? withoutPlan(wish, configuration, world) : await besidePlan(wish, { plan, configuration }, world);
  if (!text.ok) return text;
  const written = world.write(text.value, output);
  return written.ok ? ok3(0) : written;
}
function withoutPlan(wish, configuration, { now }) {
  const text = rulesText(
    {
      plans: [{ path: "", label: void 0, plan: emptyPlan() }],
      configuration: withCluster(configuration, wish.cluster),
      failOn: "never",
      today: now.toISOString().slice(0, 10)
    },
    wish
  );
  return text.ok ? text : err3(noRulesLine(text.error));
}
async function besidePlan(wish, { plan, configuration }, { now, progress }) {
  const { facts, source, deadline } = wish;
  const worked = await withFiles(
    {
      ...{
        configuration,
        deadline,
        now,
        progress,
        failOn: "never",
        label: void 0,
        prepareEngine: engineFor
      },
      plans: [
        { name: shownFile(plan), file: plan, source: () => openSourceOf(plan, { source, base: void 0 }) }
      ],
      facts: factsToRead(facts)
    },
    async (input) => {
      const opened = await openRun(input);
      if (!opened.ok) return err3(runErrorLine(opened.error));
      const text = within(opened.value.budget, "rules", () => rulesText(opened.value.input, wish));
      return text.ok ? text : err3(noRulesLine(text.error));
    }
  );
  if (!worked.ok) return worked;
  await worked.value.settle();
  return ok3(worked.value.value);
}
function rulesText(input, wish) {
  const isJson = wish.format === "json";
  if (wish.only === "egress" && wish.role === "node" && wish.plan !== void 0) {
    const steps = hardened(input, wish);
    return steps.ok ? ok3(isJson ? hardeningJson(steps.value) : hardeningHcl(steps.value)) : steps;
  }
  const own = groupOfOnesOwn(input, wish);
  return own.ok ? ok3(isJson ? ownGroupJson(own.value) : ownGroupHcl(own.value)) : own;
}
function withCluster(configuration, name) {
  const { clusters } = configuration;
  const isKnown = name === void 0 ? clusters.length > 0 : clusters.some((one) => one.name === name);
  const described = bareCluster2(name ?? "my-cluster");
  return isKnown ? configuration : { ...configuration, clusters: [...clusters, described] };
}
export {
  rulesCommand
};
