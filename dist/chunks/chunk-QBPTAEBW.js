import {
  localReference,
  quoted
} from "./chunk-R2SAQLJI.js";

// src/mend/writing/naming.ts
import { memo } from "../core.js";
import { groupsByKey } from "../core.js";
import { addressOfBlock, moduleText, parseAddress } from "../core.js";
function groupExpressions({ viewOf, world }) {
  const { plan, clusters, isElsewhere } = world;
  return memo((key) => {
    const { resource, cluster, role } = viewOf(key);
    const holder = cluster ?? clusters.find(({ node, control }) => [node.after, control.after].includes(key));
    const made = role === "node" || role === "control" ? role : void 0;
    const maker = holder?.resource?.isData === false ? holder.resource.address : void 0;
    const attributes = [
      [resource?.existsAfter === true ? resource.address : void 0, "id"],
      ...made === void 0 ? [] : [[maker, `security_group_${made}`]]
    ];
    const isId = isGroupId(key) && !plan.sensitiveIds.has(key);
    return [
      ...attributes.flatMap(
        ([address, attribute]) => address === void 0 || isElsewhere(address) ? [] : attributeOf(address, attribute)
      ),
      ...isId ? [{ text: quoted(key), module: void 0 }] : []
    ];
  });
}
var ID = /^[\w-]{1,64}$/;
function isGroupId(key) {
  return ID.test(key);
}
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
  const blocksLike = memo((start) => {
    const alike = plan.rules.filter(({ address }) => address.startsWith(start));
    return new Set(alike.map(({ address }) => addressOfBlock(address)));
  });
  const takenIn = memo((module) => {
    const modules = parseAddress(`${module}x.x`)?.modules ?? [];
    return new Set(plan.moduleBlocks(modules.map(({ name }) => name)));
  });
  return (wanted, resource) => {
    const key = JSON.stringify(resource);
    const before = given.get(key);
    if (before !== void 0) return before;
    const { type, module, isTaken } = resource;
    const taken = takenIn(module);
    const ofRules = blocksLike(`${module}${type}.${wanted}`);
    const isFree = (label2) => !taken.has(`${type}.${label2}`) && !ofRules.has(`${module}${type}.${label2}`) && isTaken?.(label2) !== true;
    let label = wanted;
    for (let n = 2; !isFree(label); n++) label = `${wanted}_${String(n)}`;
    taken.add(`${type}.${label}`);
    given.set(key, label);
    return label;
  };
}
function usualApi(key, world) {
  const group = groupsByKey(world.plan).get(key)?.find(({ isData }) => !isData);
  if (group?.api === "nova") return "nova";
  const rules = world.rulesOf(key);
  const ofV3 = rules.filter(({ api }) => api === "v3").length;
  if (rules.length === 0) return group?.api ?? "v2";
  return 2 * ofV3 > rules.length ? "v3" : "v2";
}

// src/plan/edit.ts
import { groupBy } from "../core.js";
import { isChanging } from "../core.js";
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
    case "new-first":
      return rule.change === "destroyed-then-created" ? [{ ...rule, change: "created-then-destroyed", actions: ["create", "delete"] }] : [rule];
    case "become":
      return [{ ...rule, after: edit.after }];
    case "replace":
      return [
        before === void 0 ? { ...rule, after: edit.after } : {
          ...rule,
          ...{ after: edit.after, change: "destroyed-then-created" },
          actions: ["delete", "create"]
        }
      ];
    case "remove":
      return before === void 0 ? [] : [{ ...rule, after: void 0, change: "destroyed", actions: ["delete"] }];
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

// src/mend/wire.ts
import { groupBy as groupBy2 } from "../core.js";
import { anyAddress, cidrsOf } from "../core.js";
import {
  isAccepted,
  isPeerSensitive
} from "../core.js";
import { SENSITIVE } from "../core.js";

// src/mend/writing/rule-hcl.ts
import { sameSets } from "../core.js";
import { firstPort, hasPorts, hasTypes, ICMP, LAST_PORT, protocolText } from "../core.js";
import { ALL_PORTS, ALL_PROTOCOLS } from "../core.js";
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
  const runs = portRuns({ protocols, ports });
  return runs === void 0 ? void 0 : [protocol, ["multi_port", quoted(runs.join(","))]];
}
function portRuns({ protocols, ports }) {
  const [only, ...others] = protocols;
  if (only === void 0 || others.length > 0 || only.lo !== only.hi || !hasPorts(only.lo)) return void 0;
  return ports.map(
    ({ lo, hi }) => lo === hi ? String(lo) : `${String(Math.max(lo, firstPort(only.lo)))}-${String(hi)}`
  );
}
function multiPort(traffic) {
  const runs = traffic.isAtMost === true ? void 0 : portRuns(traffic);
  const isPlain = runs?.length === 1 || traffic.ports.every(({ lo, hi }) => lo === hi);
  return runs === void 0 || runs.length === 0 || !isPlain ? void 0 : runs.join(",");
}

// src/mend/wire.ts
function differenceOf(subjects, edited, plan) {
  const [was, is] = [standingIn(plan), standingIn(edited)];
  const touched = new Set([...without(was, is), ...without(is, was)].map(({ address }) => address));
  const [old, next] = [was, is].map(
    (rules) => groupBy2(
      rules.filter(({ address }) => touched.has(address)),
      ({ address, after }) => sideText([address, after])
    )
  );
  const only = (a, b) => [...a ?? []].flatMap(([text, rules]) => b?.has(text) === true ? [] : rules);
  return {
    adds: only(next, old).flatMap(({ after, api }) => wireRules(after, api === "v3", subjects)),
    removes: only(old, next).map(({ address, id, change }) => ({
      address,
      id: change === "stands" || change === "updated" ? id ?? null : null
    }))
  };
}
function standingIn({ rules }) {
  return rules.filter((rule) => rule.after !== void 0 && isAccepted(rule.after));
}
function without(all, others) {
  const left = new Set(others);
  return all.filter((one) => !left.has(one));
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

// src/mend/applied.ts
function appliedPlan(plan) {
  return appliedPart(plan, () => true);
}
function appliedPart(plan, isDone) {
  const gone = new Set(
    plan.rules.flatMap(
      ({ after, id, address }) => after === void 0 && id !== void 0 && isDone(address) ? [id] : []
    )
  );
  const partly = (apply) => (one) => isDone(one.address) ? apply(one) : [one];
  const both = (all) => all.flatMap(partly(appliedBoth));
  return {
    ...plan,
    groups: plan.groups.flatMap(partly(appliedGroup)),
    rules: plan.rules.flatMap(partly(appliedRule)),
    ruleIds: plan.ruleIds.map((list) => ({ ...list, ids: list.ids.filter((id) => !gone.has(id)) })),
    clusters: both(plan.clusters),
    nodePools: both(plan.nodePools),
    vpcs: both(plan.vpcs),
    secondaryCidrs: both(plan.secondaryCidrs),
    subnets: both(plan.subnets),
    attachments: both(plan.attachments),
    nodes: both(plan.nodes),
    bystanders: plan.bystanders.map((one) => isDone(one.address) ? { ...one, actions: [] } : one)
  };
}
function appliedRule(rule) {
  const { after, change } = rule;
  if (after === void 0) return [];
  if (change === "stands" && rule.before === after) return [rule];
  const isSame = change === "stands" || change === "updated";
  return [
    {
      ...rule,
      actions: [],
      change: "stands",
      before: after,
      drifted: void 0,
      id: isSame ? rule.id : void 0,
      replaceAttributes: []
    }
  ];
}
function appliedGroup(group) {
  if (!group.existsAfter) return [];
  return [
    {
      ...group,
      actions: [],
      nameBefore: group.nameAfter,
      existsBefore: true,
      isDescriptionChanged: false
    }
  ];
}
function appliedBoth(both) {
  const { after } = both;
  if (after === void 0) return [];
  return [{ ...both, actions: [], isReplaced: false, replaceAttributes: [], before: after }];
}

// src/mend/writing/new-rule.ts
function isWritable({ remote }) {
  return remote.kind !== "cidr" || remote.cidr !== void 0 || remote.reference !== void 0;
}
function sideBy(api, { side }) {
  return api === "v2" ? side : { ...side, priority: { kind: "known", value: V3_PRIORITY } };
}
var V3_PRIORITY = 1;

// src/mend/writing/written-rule.ts
import { keyText, moduleText as moduleText2 } from "../core.js";

// src/mend/writing/new-entry.ts
import { isSamePeer, isSameTraffic } from "../core.js";
import { distinct } from "../core.js";
import { sameSets as sameSets2 } from "../core.js";
import { isSecret } from "../core.js";
import { literalText, referencesIn, stepText } from "../core.js";

// src/mend/writing/hcl-trees.ts
import { referenceText } from "../core.js";
function treeWith(expr, changes) {
  return changes.reduce(
    (tree, change) => tree && withChange(tree, change),
    writtenTree(expr)
  );
}
function writtenTree(expr) {
  switch (expr.kind) {
    case "literal":
      return {
        kind: "text",
        text: typeof expr.value === "string" ? quoted(expr.value) : String(expr.value)
      };
    case "reference":
      return { kind: "text", text: referenceText(expr.steps) };
    case "list": {
      const elements = expr.elements.flatMap((one) => writtenTree(one) ?? []);
      return elements.length < expr.elements.length ? void 0 : { kind: "list", elements };
    }
    case "object": {
      const entries = expr.entries.flatMap(({ key, value }) => {
        const tree = writtenTree(value);
        return key === void 0 || tree === void 0 ? [] : [[key, tree]];
      });
      return entries.length < expr.entries.length ? void 0 : { kind: "object", entries };
    }
    case "part":
    case "index":
    case "conditional":
    case "call":
    case "for":
    case "template":
    case "operation":
    case "other":
      return void 0;
  }
}
function withChange(tree, { path, text }) {
  const [first, ...rest] = path;
  if (first === void 0) return text === void 0 ? void 0 : { kind: "text", text };
  const change = { path: rest, text };
  if (tree.kind === "list") {
    const { elements } = tree;
    const own = elements[Number(first)];
    const next2 = own && withChange(own, change);
    return next2 && { kind: "list", elements: elements.map((one) => one === own ? next2 : one) };
  }
  if (tree.kind !== "object") return void 0;
  const others = tree.entries.filter(([name]) => name !== first);
  if (rest.length === 0 && text === void 0) return { kind: "object", entries: others };
  const old = tree.entries.find(([name]) => name === first)?.[1];
  const next = old === void 0 && rest.length > 0 ? void 0 : withChange(old ?? NOTHING, change);
  if (next === void 0) return void 0;
  return {
    kind: "object",
    entries: old === void 0 ? [...others, [first, next]] : tree.entries.map(([name, one]) => [name, name === first ? next : one])
  };
}
var NOTHING = { kind: "text", text: "null" };

// src/mend/writing/new-entry.ts
var MODELS = 200;
function entryFor(wanted, maker) {
  const { items } = maker.entries;
  for (const { key, sited, span } of items.slice(0, MODELS)) {
    const rule = key === void 0 ? void 0 : maker.rules.get(key);
    const changes = rule?.after === void 0 ? void 0 : assignments(wanted, rule.after, maker);
    const found = changes && entryWith(changes, sited.expr, wanted.key, maker);
    if (found !== void 0) return { ...found, isSpread: span.line < span.endLine };
  }
  return void 0;
}
function assignments({ side, body, description, isPeerSaid }, model, maker) {
  const { attributes } = maker;
  const differing = differingArguments(side, model);
  if (differing === void 0 || !isPeerSaid && differing.includes("remote_ip_prefix")) return void 0;
  const wanted = new Map(body);
  const found = [];
  for (const name of differing) {
    const own = valuesFor(attributes.get(name)?.value, wanted.get(name));
    if (own === void 0) return void 0;
    found.push(...own);
  }
  const others = [...attributes].filter(([name]) => !differing.includes(name) && !NO_ARGUMENTS.has(name));
  const fixed = others.flatMap(([, { value }]) => referencesIn(value).map(eachPath)).filter((path) => path !== void 0);
  const all = [...found, ...describing(attributes.get("description")?.value, description)];
  const meets = ({ path }) => fixed.some((one) => leadsThrough(one, path) || leadsThrough(path, one));
  const isKeyed = ([head]) => head === "key" || isOwnKey(maker);
  if (found.some(meets) || fixed.some(isKeyed)) return void 0;
  return all.filter((one) => !meets(one));
}
var NO_ARGUMENTS = /* @__PURE__ */ new Set(["for_each", "description", "provider", "depends_on"]);
function differingArguments(a, b) {
  const isPlain = b.problems.length === 0 && !isSecret(b);
  const isOfGroup = a.group.kind === "group" && b.group.kind === "group" && a.group.key === b.group.key;
  if (!isPlain || !isOfGroup) return void 0;
  const isRange = a.peer.kind !== "group" && b.peer.kind !== "group";
  return [
    ...a.direction === b.direction ? [] : ["direction"],
    ...a.family === b.family ? [] : ["ethertype", "ether_type"],
    ...sameSets2(a.traffic.protocols, b.traffic.protocols) ? [] : ["protocol"],
    ...isSameTraffic(a.traffic, b.traffic) ? [] : ["port_range_min", "port_range_max", "multi_port"],
    ...isSamePeer(a.peer, b.peer) ? [] : ["remote_ip_prefix", ...isRange ? [] : ["remote_group_id", "remote_address_group_id"]],
    ...a.action === b.action ? [] : ["action"],
    ...a.priority.kind === "known" && b.priority.kind === "known" && a.priority.value === b.priority.value ? [] : a.priority.kind === b.priority.kind && a.priority.kind === "undocumented" ? [] : ["priority"]
  ];
}
function valuesFor(expr, wanted) {
  if (expr === void 0) return wanted === void 0 ? [] : void 0;
  if (expr.kind === "literal") return isText(expr, wanted) ? [] : void 0;
  if (expr.kind === "reference") {
    const path2 = eachPath(expr.steps);
    return path2 === void 0 ? void 0 : [{ path: path2, text: wanted ?? "null" }];
  }
  if (expr.kind !== "call" || expr.isExpanded) return void 0;
  const [first, second, third] = expr.parts;
  if (CONVERSIONS.has(expr.name)) return wanted === void 0 ? void 0 : valuesFor(first, wanted);
  if (expr.name === "try") {
    const own = valuesFor(first, wanted);
    return own !== void 0 && second !== void 0 && isText(second, wanted) ? own.map(({ path: path2 }) => ({ path: path2, text: void 0 })) : own;
  }
  const name = literalText(second);
  if (expr.name !== "lookup" || first?.kind !== "reference" || name === void 0) return void 0;
  const path = eachPath(first.steps);
  if (path === void 0) return void 0;
  const isLeftOut = third !== void 0 && isText(third, wanted);
  return [{ path: [...path, name], text: isLeftOut ? void 0 : wanted ?? "null" }];
}
var CONVERSIONS = /* @__PURE__ */ new Set(["tonumber", "tostring"]);
function isText(expr, wanted) {
  if (expr.kind !== "literal") return false;
  if (expr.value === null || wanted === void 0) return expr.value === null && wanted === void 0;
  const text = String(expr.value);
  return text === wanted || quoted(text) === wanted;
}
function eachPath(steps) {
  const [first, head, ...rest] = steps.map(stepText);
  return first === "each" && head !== void 0 ? [head, ...rest] : void 0;
}
function leadsThrough(path, other) {
  return other.every((step, i) => path[i] === step);
}
function isOwnKey({ entries: { isList, keyPath } }) {
  return isList && (keyPath === void 0 || keyPath.length === 0);
}
function describing(expr, text) {
  return valuesFor(expr, quoted(text)) ?? [];
}
function entryWith(changes, model, freeKey, maker) {
  const { entries, rules } = maker;
  const { keyPath = [], items } = entries;
  const isOwn = isOwnKey(maker);
  const own = changes.map(({ path: [head = "", ...path], text }) => ({
    isKey: isOwn || head === "key",
    path,
    text
  }));
  const values = own.filter(({ isKey }) => !isKey);
  const keys = distinct(own.flatMap(({ isKey, text }) => isKey ? [text] : []));
  const [keyText2] = keys;
  const key = keys.length === 0 ? freeKey : keyText2 === void 0 ? void 0 : valueOfText(keyText2);
  const isClear = keys.length < 2 && (!isOwn || keys.length === 1) && isConsistent(values);
  if (key === void 0 || !isClear || rules.has(key) || items.some((item) => item.key === key))
    return void 0;
  if (isOwn) return { key, value: { kind: "text", text: quoted(key) } };
  const keyed = keyPath.length === 0 ? [] : [{ path: keyPath.map(stepText), text: quoted(key) }];
  const value = treeWith(model, [...values, ...keyed]);
  return value && { key, value };
}
function isConsistent(changes) {
  return changes.every(
    ({ path, text }) => changes.every(
      (other) => path.length === other.path.length ? !leadsThrough(path, other.path) || text === other.text : !leadsThrough(path, other.path)
    )
  );
}
function valueOfText(text) {
  const inner = /^"([^"\\$%]*)"$/.exec(text)?.[1];
  return inner ?? (/^\d+$/.test(text) ? text : void 0);
}
function placeOfEntry({ block, entries: { names, isDefault } }) {
  const [name] = names;
  if (name === void 0) return `an entry of the for_each of ${block}`;
  const where = name.modules.map((step) => `module.${step.name}`).join(".");
  const what = `${name.text}${where === "" ? "" : ` in ${where}`}`;
  return `an entry of ${what}${isDefault ? " (its default, or what sets it)" : ""}, of which ${block} makes its rules`;
}

// src/mend/writing/written-rule.ts
function penned(rule, { priority, world, ...pen }) {
  const { side, rows, remote } = rule;
  if (side.group.kind !== "group") return void 0;
  const { key } = side.group;
  const api = priority === void 0 ? usualApi(key, world) : "v3";
  if (api === "nova") return void 0;
  const own = api === "v3" ? { ...side, priority: { kind: "known", value: priority ?? V3_PRIORITY } } : side;
  const comments = rule.purpose === void 0 ? rows.map(({ id, purpose }) => `${id}: ${purpose}`) : [rule.purpose];
  const label = `cce_${rows.map(({ id }) => id.toLowerCase().replace(".", "_")).join("_")}`;
  const written = { key, api, side: own, remote, label, comments };
  for (const maker of pen.makersOf(key)) {
    const entry = asEntry(written, maker, pen);
    if (entry !== void 0) return entry;
  }
  return writtenBlock(written, pen);
}
function writtenBlock({ key, api, side, remote, label: wanted, comments }, { expressionsOf, labelFor }) {
  for (const group of expressionsOf(key)) {
    const module = group.module ?? "";
    const other = remoteText(remote, module, expressionsOf);
    if (other === void 0) continue;
    const type = RULE_TYPES[api];
    const label = labelFor(wanted, { type, module, id: sameRuleText(side, other.text) });
    const text = { label, api, side, group: group.text, remote: other.text, comments };
    const block = ruleResource(text);
    if (block === void 0) return void 0;
    return { side, address: `${module}${type}.${label}`, api, module, block };
  }
  return void 0;
}
function asEntry({ api, side, remote, label, comments }, maker, { expressionsOf, labelFor }) {
  const { entries, block, rules } = maker;
  const [model] = rules.values();
  const module = moduleText2(entries.modules);
  const other = entries.isDefault || isOwnKey(maker) ? valueText(remote) : remoteText(remote, module, expressionsOf);
  const body = ruleResource({ label: "", api, side, group: "", remote: other?.text })?.body;
  if (model?.api !== api || body === void 0) return void 0;
  const hasDashes = [...rules.keys()].some((one) => one.includes("-") && !one.includes("_"));
  const wanted = hasDashes ? label.replaceAll("_", "-") : label;
  const id = sameRuleText(side, other?.text);
  const freeKey = labelFor(wanted, { type: block, module, id, isTaken: (one) => rules.has(one) });
  const description = comments.join(" ").slice(0, DESCRIPTION_CHARS);
  const found = entryFor({ side, body, isPeerSaid: other !== void 0, key: freeKey, description }, maker);
  if (found === void 0) return void 0;
  const { key, value, isSpread } = found;
  const entry = {
    keyword: "entry",
    beside: model.address,
    place: placeOfEntry(maker),
    key: entries.isList ? void 0 : key,
    ...{ value, isSpread, comments }
  };
  return { side, address: `${block}${keyText(key)}`, api, module, block: entry };
}
var DESCRIPTION_CHARS = 255;
function sameRuleText(side, remote) {
  const { group, direction, traffic, priority } = side;
  return JSON.stringify([group, direction, traffic, priority, remote]);
}
function valueText(remote) {
  if (remote.kind === "any") return { text: quoted("0.0.0.0/0") };
  return remote.kind === "cidr" && remote.cidr !== void 0 ? { text: quoted(remote.cidr) } : void 0;
}
function remoteText(remote, module, expressionsOf) {
  switch (remote.kind) {
    case "any":
      return valueText(remote);
    case "cidr": {
      const { reference } = remote;
      return reference !== void 0 && module === "" ? { text: reference } : valueText(remote);
    }
    case "group":
      return expressionsOf(remote.key).find((named) => named.module === void 0 || named.module === module);
  }
}

// src/mend/writing/row-rules.ts
import { rangePeers, sideOfRow } from "../core.js";
import { keptReaches, reachesOf } from "../core.js";
import { isGroupPeer, roleOfPeer } from "../core.js";
import { cidrsOf as cidrsOf2 } from "../core.js";
function rowRules(row, place) {
  if (row.peer === "any") return [ruleFor(row, place, { peer: { kind: "any" }, remote: { kind: "any" } })];
  if (isGroupPeer(row.peer)) return ruleForGroup(row, place, place.keys[roleOfPeer(row.peer)]);
  const rules = rulesFor(row, reachesOf(row.peer, place.addresses), place);
  return row.peer === "master-node-cidr" && !rules.every(isWritable) ? ruleForGroup(row, place, place.keys.control) : rules;
}
function ruleForGroup(row, place, key) {
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
    const [cidr] = isSensitive ? [] : ranges.slice(index, index + 1).flatMap(cidrsOf2);
    return { peer, remote: { kind: "cidr", cidr, reference: index === 0 ? reference : void 0 } };
  });
}
var ROOT_ATTRIBUTE = /^(data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(\[(\d+|"[\w .:/-]*")\])?\.[a-z_]+$/;
function isNameable(attribute) {
  return attribute.length <= MAX_NAME && ROOT_ATTRIBUTE.test(attribute);
}
var MAX_NAME = 300;

export {
  groupExpressions,
  isGroupId,
  labelsBeside,
  usualApi,
  isWritable,
  sideBy,
  RULE_TYPES,
  ruleResource,
  multiPort,
  penned,
  writtenBlock,
  remoteText,
  planWith,
  addedRule,
  rowRules,
  ruleForGroup,
  floorRules,
  rulesFor,
  differenceOf,
  appliedPlan,
  appliedPart
};
