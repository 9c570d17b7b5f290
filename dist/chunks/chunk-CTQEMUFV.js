import {
  localReference,
  quoted
} from "./chunk-EMDBAYUM.js";
import {
  SENSITIVE
} from "./chunk-W55LG4YV.js";
import {
  isRepeat
} from "./chunk-GY66YBQZ.js";
import {
  keptReaches,
  matched,
  rangePeers,
  reachesOf,
  sideOfRow
} from "./chunk-7LKISGRE.js";
import {
  isAccepted,
  isChanging,
  isGroupPeer,
  isPeerSensitive,
  roleOfPeer
} from "./chunk-L6AC5JB7.js";
import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  EMPTY,
  ICMP,
  LAST_PORT,
  anyAddress,
  cidrsOf,
  hasPorts,
  hasTypes,
  isEmpty,
  isSubset,
  protocolText,
  sameSets,
  unionOf
} from "./chunk-FFZXDXFJ.js";
import {
  moduleText,
  parseAddress
} from "./chunk-EWVTMIMU.js";
import {
  distinct,
  groupBy,
  memo
} from "./chunk-HR654TLQ.js";

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
    case "new-first":
      return rule.change === "destroyed-then-created" ? [{ ...rule, change: "created-then-destroyed", actions: ["create", "delete"] }] : [rule];
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

// src/mend/naming.ts
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
function usualApi(key, world) {
  const group = world.plan.groups.find((one) => one.key === key && !one.isData);
  if (group?.api === "nova") return "nova";
  const rules = world.rulesOf(key);
  const ofV3 = rules.filter(({ api }) => api === "v3").length;
  if (rules.length === 0) return group?.api ?? "v2";
  return 2 * ofV3 > rules.length ? "v3" : "v2";
}

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

// src/mend/candidate.ts
function candidate(parts) {
  return { blocks: [], module: "", stages: [], ...parts };
}

// src/mend/covering.ts
function fewestCovering(all) {
  return all.reduce((kept, one) => {
    const others = kept.filter((other) => other !== one);
    const isSpare = one.covers.every(
      (cover, row) => isSubset(cover, unionOf(others.flatMap(({ covers }) => covers.slice(row, row + 1))))
    );
    return isSpare ? others : kept;
  }, all);
}

// src/mend/new-rule.ts
function isWritable({ remote }) {
  return remote.kind !== "cidr" || remote.cidr !== void 0 || remote.reference !== void 0;
}
function sideBy(api, { side }) {
  return api === "v2" ? side : { ...side, priority: { kind: "known", value: V3_PRIORITY } };
}
var V3_PRIORITY = 1;

// src/mend/row-rules.ts
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
  const goes = lacking.some(
    ({ found: { reason, change } }) => change === "introduced" && reason.kind === "row" && reason.need === "as-before"
  );
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
  const rules = isFloor ? floorRules(row, floor.keep, place) : rowRules(row, place);
  return rules.filter((rule) => !isEmpty(coverOf(rule, lacking, world)));
}
function coverOf({ side }, { subject, asked, region }, world) {
  if (!subject.groups.some(({ key }) => side.group.kind === "group" && side.group.key === key)) {
    return EMPTY;
  }
  return matched(side, { subject, question: asked.ask(subject.after), region }, world);
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
  return fewestCovering(rules);
}
function priorityAgainst(lacking, world) {
  const denies = lacking.flatMap(({ subject, asked, region }) => {
    const lack = { subject, question: asked.ask(subject.after), region };
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

export {
  planWith,
  candidate,
  groupExpressions,
  labelsBeside,
  usualApi,
  isWritable,
  sideBy,
  RULE_TYPES,
  ruleResource,
  rowRules,
  floorRules,
  rulesFor,
  fewestCovering,
  addRules,
  remoteText,
  appliedPlan,
  appliedPart,
  differenceOf
};
