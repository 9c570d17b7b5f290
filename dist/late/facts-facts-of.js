import {
  array,
  boolean,
  integer,
  maxValue,
  minValue,
  nonEmpty,
  nullish,
  number,
  object,
  optional,
  picklist,
  pipe,
  safeParse,
  string,
  transform,
  union
} from "../chunks/chunk-ZYTIOYAB.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/facts/facts-of.ts
import { distinct } from "../core.js";
import { inputError as inputError2 } from "../core.js";
import { err as err2, ok as ok2 } from "../core.js";

// src/facts/objects.ts
import { parseAddressRange, parseCidr as parseCidr2 } from "../core.js";
import { unionOfPeers } from "../core.js";
import { madeByCce } from "../core.js";
import { hostOf } from "../core.js";
import { groupRef as groupRef2 } from "../core.js";

// src/facts/rules.ts
import { memo } from "../core.js";
import { parseCidr } from "../core.js";
import { single } from "../core.js";
import { hasPorts, hasTypes, icmpSlot, LAST_PORT } from "../core.js";
import { ALL_PORTS } from "../core.js";
import { readProtocol } from "../core.js";
import { portListOf } from "../core.js";
import {
  ALL_TRAFFIC,
  groupRef,
  someTraffic
} from "../core.js";
function rulesReader(addressGroups) {
  const cidrOf = memo(parseCidr);
  const peerOf = (rule2) => {
    const { remote_group_id: group2, remote_address_group_id: addresses, remote_ip_prefix: prefix } = rule2;
    if (isGiven(group2)) return { kind: "group", group: groupRef(group2), isSensitive: false };
    if (isGiven(addresses)) return peerWithin(addressGroups.get(addresses), `IP address group ${addresses}`);
    return isGiven(prefix) ? peerWithin(cidrOf(prefix)?.peers, `the range of rule ${rule2.id}`) : { kind: "any" };
  };
  return (rule2, group2, spelling = "whole") => {
    const peer = peerOf(rule2);
    const side = {
      group: groupRef(group2),
      direction: rule2.direction,
      family: familyOf(rule2, peer),
      traffic: apiTraffic(rule2, spelling),
      peer,
      action: rule2.action ?? "allow",
      priority: toldPriority(rule2),
      problems: []
    };
    return { id: rule2.id, side };
  };
}
function toldPriority({ priority }) {
  return typeof priority === "number" ? { kind: "known", value: priority } : { kind: "undocumented" };
}
function isGiven(text2) {
  return text2 !== void 0 && text2 !== null && text2 !== "";
}
function peerWithin(peers, token) {
  const range = peers === void 0 ? { kind: "unknown", token, why: `${token} is not known` } : { kind: "known", peers, isSensitive: false };
  return { kind: "range", range };
}
function familyOf({ ethertype, ether_type: other }, peer) {
  const family2 = ethertype ?? other;
  if (typeof family2 === "string") return family2.toLowerCase() === "ipv6" ? "IPv6" : "IPv4";
  const isV6 = peer.kind === "range" && peer.range.kind === "known" && peer.range.peers.v6.length > 0;
  return isV6 ? "IPv6" : "IPv4";
}
function apiTraffic(rule2, spelling) {
  const { protocol, multiport } = rule2;
  const name = protocol === void 0 || protocol === null ? "" : String(protocol).toLowerCase();
  if (name === "" || name === "any") return ALL_TRAFFIC;
  const readings = ["v2", "v3"].map((api) => readProtocol(name, api));
  const reading = readings.find(({ kind }) => kind === "number");
  if (reading?.kind !== "number") return someTraffic();
  const protocols = [single(reading.number)];
  const some = someTraffic({ protocols });
  const within = (ports) => ports === void 0 ? some : { protocols, ports };
  if (hasTypes(reading.number)) {
    const isUntold = isGiven(multiport) && typeof rule2.port_range_min !== "number";
    return isUntold ? some : within(typesOf(rule2, spelling === "without-zeros"));
  }
  if (!hasPorts(reading.number)) return within(ALL_PORTS);
  return within(isGiven(multiport) ? portListOf(multiport) : portsOf(rule2));
}
function typesOf(rule2, leavesOutZero) {
  const { port_range_min: type, port_range_max: code } = rule2;
  const isType = (value) => value >= 0 && value <= 255;
  if (typeof type !== "number") return leavesOutZero || typeof code === "number" ? void 0 : ALL_PORTS;
  if (!isType(type)) return void 0;
  if (typeof code === "number") return isType(code) ? [single(icmpSlot(type, code))] : void 0;
  return leavesOutZero ? void 0 : [{ lo: icmpSlot(type, 0), hi: icmpSlot(type, 255) }];
}
function portsOf(rule2) {
  const lo = rule2.port_range_min ?? 0;
  const hi = rule2.port_range_max ?? 0;
  if (lo === 0 && (hi === 0 || hi === LAST_PORT)) return ALL_PORTS;
  return lo >= 0 && lo <= hi && hi <= LAST_PORT ? [{ lo, hi }] : void 0;
}

// src/facts/objects.ts
function plainName(text2) {
  return isGiven(text2) ? { text: text2, isSensitive: false } : void 0;
}
function refOf(id2) {
  return isGiven(id2) ? { kind: "id", id: id2 } : { kind: "unknown" };
}
function unknownAt(place) {
  return { kind: "unknown", token: place, why: `${place} is not known` };
}
function known(peers) {
  return { kind: "known", peers, isSensitive: false };
}
function cidrRange(text2, place) {
  if (!isGiven(text2)) return void 0;
  const cidr = parseCidr2(text2);
  return cidr === void 0 ? unknownAt(place) : known(cidr.peers);
}
function seen(place, side) {
  return {
    address: place,
    isData: true,
    actions: ["no-op"],
    isReplaced: false,
    replaceAttributes: [],
    before: side,
    after: side
  };
}
function groupSeen({
  place,
  value
}) {
  const { id: id2, description } = value;
  const name = plainName(value.name);
  const told = plainName(description);
  return {
    key: id2,
    id: id2,
    address: place,
    isData: true,
    api: "v2",
    actions: ["no-op"],
    nameBefore: name,
    nameAfter: name,
    existsBefore: true,
    existsAfter: true,
    isDestroyed: false,
    hasDefaultRules: true,
    isDescriptionChanged: false,
    origin: (told === void 0 ? void 0 : madeByCce(told)) ?? { kind: "not-told" }
  };
}
function addressesOfGroup(group2) {
  const entries = group2.ip_set ?? group2.ip_extra_set?.map(({ ip }) => ip) ?? [];
  const read = entries.map(parseAddressRange);
  const ranges = read.filter((range) => range !== void 0);
  return ranges.length < read.length ? void 0 : unionOfPeers(ranges);
}
function vpcOf({ place, value }) {
  return seen(place, { id: value.id, cidr: cidrRange(value.cidr, `${place}.cidr`), secondaryCidrs: [] });
}
function secondaryCidrsOf({
  place,
  value
}) {
  const cidrs = (value.extend_cidrs ?? []).flatMap((cidr) => cidrRange(cidr, `${place}.extend_cidrs`) ?? []);
  return cidrs.length === 0 ? [] : [seen(`${place}.extend_cidrs`, { vpc: refOf(value.id), cidrs })];
}
function subnetOf({ place, value }) {
  const isNeutron = isGiven(value.network_id);
  const lists = [value.dnsList, value.dns_nameservers, [value.primary_dns, value.secondary_dns]];
  const servers = lists.map((list) => (list ?? []).filter(isGiven)).find((list) => list.length > 0);
  return seen(place, {
    id: isNeutron ? value.network_id ?? void 0 : value.id,
    subnetId: isNeutron ? value.id : value.neutron_subnet_id ?? void 0,
    vpc: refOf(value.vpc_id),
    cidr: cidrRange(value.cidr, `${place}.cidr`),
    dnsServers: servers?.flatMap((server) => cidrRange(server, `${place}.dnsList`) ?? []) ?? [
      unknownAt(`${place}.dnsList`)
    ]
  });
}
function clusterSeen({ place, value }, { madeFor, region }) {
  const { metadata, spec, status } = value;
  const { hostNetwork, containerNetwork, eniNetwork } = spec;
  const listed2 = (containerNetwork?.cidrs ?? []).map(({ cidr }) => parseCidr2(cidr)?.peers);
  const cidrs = listed2.filter((peers) => peers !== void 0);
  const host = ref(hostNetwork?.SecurityGroup);
  const made = ref(madeFor(metadata.uid));
  const internal = status?.endpoints?.find(({ type }) => type === "Internal")?.url;
  const eni = eniNetwork?.eniSubnetId ?? eniNetwork?.subnets?.[0]?.subnetID;
  return seen(place, {
    id: metadata.uid,
    name: plainName(metadata.name),
    networkType: plainName(containerNetwork?.mode),
    vpc: refOf(hostNetwork?.vpc),
    subnet: refOf(hostNetwork?.subnet),
    eniSubnet: refOf(eni),
    containerCidr: cidrs.length > 0 && cidrs.length === listed2.length ? known(unionOfPeers(cidrs)) : cidrRange(containerNetwork?.cidr, `${place}.spec.containerNetwork.cidr`),
    serviceCidr: cidrRange(
      spec.serviceNetwork?.IPv4CIDR ?? spec.kubernetesSvcIpRange,
      `${place}.spec.serviceNetwork`
    ),
    eniSubnetCidr: cidrRange(eniNetwork?.eniSubnetCIDR, `${place}.spec.eniNetwork.eniSubnetCIDR`),
    nodeGroup: made ?? host,
    controlGroup: void 0,
    ownNodeGroup: made !== void 0 && host !== void 0 && made.key !== host.key ? host : void 0,
    hasIpv6: spec.ipv6enable === true,
    apiAddress: isGiven(internal) ? cidrRange(hostOf(internal), place) : void 0,
    nodePorts: void 0,
    region
  });
}
function ref(id2) {
  return isGiven(id2) ? { kind: "group", key: id2 } : void 0;
}
function nodePoolOf({ place, value }) {
  const subnet2 = value.spec.nodeTemplate?.nodeNicSpec?.primaryNic?.subnetId;
  return seen(value.metadata.name ?? place, {
    cluster: refOf(value.cluster_id),
    subnet: isGiven(subnet2) ? refOf(subnet2) : void 0,
    groups: (value.spec.customSecurityGroups ?? []).filter(isGiven).map(groupRef2)
  });
}

// src/facts/entries.ts
import { isRecord } from "../core.js";

// src/facts/schema.ts
import { instantOf } from "../core.js";
var text = nullish(string());
var number2 = nullish(pipe(number(), integer()));
var id = pipe(string(), nonEmpty());
var family = nullish(picklist(["IPv4", "IPv6", "ipv4", "ipv6"]));
var rule = object({
  id,
  security_group_id: text,
  direction: picklist(["ingress", "egress"]),
  ethertype: family,
  ether_type: family,
  protocol: nullish(union([string(), number()])),
  port_range_min: number2,
  port_range_max: number2,
  multiport: text,
  remote_ip_prefix: text,
  remote_group_id: text,
  remote_address_group_id: text,
  action: nullish(picklist(["allow", "deny"])),
  priority: nullish(pipe(number(), integer(), minValue(1), maxValue(100)))
});
var rules = nullish(array(rule));
var ruleInList = object({ ...rule.entries, security_group_id: id });
var group = object({
  id,
  name: text,
  description: text,
  security_group_rules: rules,
  rules
});
var addressGroup = object({
  id,
  ip_set: nullish(array(string())),
  ip_extra_set: nullish(array(object({ ip: string() })))
});
var vpc = object({
  id,
  name: text,
  cidr: text,
  extend_cidrs: nullish(array(string()))
});
var subnet = object({
  id,
  cidr: text,
  vpc_id: text,
  network_id: text,
  neutron_subnet_id: text,
  primary_dns: text,
  secondary_dns: text,
  dnsList: nullish(array(string())),
  dns_nameservers: nullish(array(string()))
});
var cluster = object({
  metadata: object({ uid: id, name: id }),
  spec: object({
    hostNetwork: nullish(object({ vpc: text, subnet: text, SecurityGroup: text })),
    containerNetwork: nullish(
      object({ mode: text, cidr: text, cidrs: nullish(array(object({ cidr: string() }))) })
    ),
    eniNetwork: nullish(
      object({
        eniSubnetId: text,
        eniSubnetCIDR: text,
        subnets: nullish(array(object({ subnetID: string() })))
      })
    ),
    kubernetesSvcIpRange: text,
    serviceNetwork: nullish(object({ IPv4CIDR: text })),
    ipv6enable: nullish(boolean())
  }),
  status: nullish(object({ endpoints: nullish(array(object({ url: text, type: text }))) }))
});
var nodePool = object({
  cluster_id: id,
  metadata: object({ uid: id, name: text }),
  spec: object({
    customSecurityGroups: nullish(array(string())),
    nodeTemplate: nullish(
      object({
        nodeNicSpec: nullish(object({ primaryNic: nullish(object({ subnetId: text })) }))
      })
    )
  })
});
var ruleRow = object({
  ID: id,
  "IP Protocol": text,
  Ethertype: family,
  "IP Range": text,
  "Port Range": text,
  Direction: picklist(["ingress", "egress"]),
  "Remote Security Group": text,
  "Remote Address Group": text,
  "Security Group": id
});
var groupRow = object({ ID: id, Name: text, Description: text });
var head = object({
  fetchedAt: optional(pipe(string(), transform(instantOf), string())),
  region: nullish(string())
});

// src/facts/entries.ts
var KINDS = {
  group,
  rule: ruleInList,
  "address-group": addressGroup,
  cluster,
  "node-pool": nodePool,
  vpc,
  subnet,
  "group-row": groupRow,
  "rule-row": ruleRow
};
var LISTS = /* @__PURE__ */ new Map([
  ["security_groups", "group"],
  ["security_group_rules", "rule"],
  ["address_groups", "address-group"],
  ["clusters", "cluster"],
  ["node_pools", "node-pool"],
  ["vpcs", "vpc"],
  ["subnets", "subnet"]
]);
var SINGLES = new Map(
  [...LISTS].map(([name, kind]) => [name.replace(/s$/, ""), kind])
);
function entriesOf(value) {
  if (Array.isArray(value)) return entriesIn(value, "", void 0);
  if (!isRecord(value)) return void 0;
  const items = value["items"];
  if (Array.isArray(items)) return entriesIn(items, "items", void 0);
  const found = [];
  let isKnown = false;
  for (const [name, content] of Object.entries(value)) {
    const [kind2, single2] = [LISTS.get(name), SINGLES.get(name)];
    if (single2 !== void 0) found.push({ kind: single2, place: name, value: content });
    isKnown ||= kind2 !== void 0 || single2 !== void 0;
    if (kind2 === void 0 || content === null) continue;
    if (!Array.isArray(content)) return { wrong: name };
    const inner = entriesIn(content, name, kind2);
    for (const entry of inner ?? []) found.push(entry);
  }
  if (isKnown) return found;
  const kind = kindOf(value);
  return kind === void 0 ? void 0 : [{ kind, place: ".", value }];
}
function hasListOf(value, kinds) {
  return isRecord(value) && [...LISTS].some(([name, kind]) => kinds.has(kind) && Object.hasOwn(value, name));
}
function entriesIn(list, name, kind) {
  const entries = [];
  for (const [i, value] of list.entries()) {
    const own = kind ?? kindOf(value);
    if (own === void 0) return void 0;
    entries.push({ kind: own, place: `${name}[${String(i)}]`, value });
  }
  return entries;
}
function kindOf(value) {
  if (!isRecord(value)) return void 0;
  const has = (...names) => names.every((name) => Object.hasOwn(value, name));
  if (has("ID", "IP Range")) return "rule-row";
  if (has("ID", "Name")) return "group-row";
  if (value["kind"] === "NodePool") return "node-pool";
  if (value["kind"] === "Cluster") return "cluster";
  if (has("id", "direction")) return "rule";
  if (has("id", "security_group_rules") || has("id", "rules")) return "group";
  if (has("id", "ip_set") || has("id", "ip_extra_set")) return "address-group";
  if (has("id", "cidr", "vpc_id") || has("id", "cidr", "network_id")) return "subnet";
  return has("id", "cidr") ? "vpc" : void 0;
}
function isKind(name) {
  return Object.hasOwn(KINDS, name);
}

// src/facts/read-facts.ts
import { groupBy } from "../core.js";
import { decode } from "../core.js";
import { isRecord as isRecord3, memberOf as memberOf2 } from "../core.js";
import { DEPTH_LIMIT, isDeeperThan } from "../core.js";
import { Damaged, inputError } from "../core.js";
import { err, ok } from "../core.js";

// src/facts/state.ts
import { isRecord as isRecord2, memberOf } from "../core.js";
import { soundState } from "../core.js";
import { stateModule } from "../core.js";
import { partsOfState } from "../core.js";
function isState(value) {
  return isRecord2(value) && Object.hasOwn(value, "format_version") && !isPlan(value);
}
function isPlan(value) {
  const keys = ["planned_values", "resource_changes", "configuration", "prior_state"];
  return isRecord2(value) && keys.some((key) => Object.hasOwn(value, key));
}
function readState(value) {
  const root = memberOf(memberOf(value, "values"), "root_module");
  const state = [];
  const open = root === void 0 ? [] : [root];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const module = safeParse(stateModule, next);
    if (!module.success) return void 0;
    open.push(...module.output.child_modules);
    for (const entry of module.output.resources) {
      const element = soundState(entry);
      if (element === void 0) return void 0;
      state.push(element);
    }
  }
  return partsOfState(state);
}

// src/facts/read-facts.ts
function readFactsFile(name, bytes) {
  const json = parsedBytes(bytes);
  if (!json.ok) return json;
  const { value } = json;
  if (isDeeperThan(DEPTH_LIMIT, value)) return refuse("nests too deeply to be facts");
  const other = otherThanFacts(value);
  if (other !== void 0) return refuse(other);
  return isState(value) ? readStateFile(name, value) : readAnswer(name, value);
}
function readStateFile(name, value) {
  const parts = readState(value);
  if (parts === void 0) return refuse("is not a state as Terraform writes it", MAKE_STATE);
  if (holdsNothing(parts)) return refuse(EMPTY_STATE, MAKE_STATE);
  const content = { kind: "state", parts };
  return ok({
    name,
    content,
    fetchedAt: void 0,
    region: void 0,
    isAboutGroups: false,
    isUnfinished: false
  });
}
function readAnswer(name, value) {
  const entries = entriesOf(value);
  if (entries === void 0) return refuse(NO_SHAPE);
  if ("wrong" in entries) return refuse(`is not as the cloud’s API answers: \`${entries.wrong}\` is no list`);
  if (entries.length === 0) return refuse(NOTHING);
  const top = safeParse(head, isRecord3(value) ? value : {});
  if (!top.success) return refuse("has a `fetchedAt` that is no instant, or a `region` that is no text");
  const objects = objectsOf(entries);
  if (!objects.ok) return objects;
  const { fetchedAt, region } = top.output;
  return ok({
    name,
    fetchedAt,
    region: region ?? void 0,
    content: { kind: "objects", objects: objects.value },
    isAboutGroups: entries.some(({ kind }) => ABOUT_GROUPS.has(kind)) || hasListOf(value, ABOUT_GROUPS),
    isUnfinished: isRecord3(value) && Object.entries(value).some(goesOn)
  });
}
var ABOUT_GROUPS = /* @__PURE__ */ new Set(["group", "group-row", "rule", "rule-row", "cluster"]);
var MAKE_FACTS = "cce-plan-guard facts --plan plan.json --output facts.json";
var MAKE_STATE = "terraform show -json > state.json";
var EMPTY_STATE = "is a state that holds none of the objects that count. Is it the state of another folder?";
var NO_SHAPE = "is JSON, but no answer of the cloud’s API, no list of `openstack security group`, and no state of `terraform show -json`";
var NOTHING = "lists nothing. Was the right project asked, by somebody who may read it?";
function refuse(what, make = MAKE_FACTS) {
  return err(inputError(`${what}${/[.?]$/.test(what) ? "" : "."} ${again(make)}`));
}
function again(make) {
  return `Make it again: ${make}`;
}
function parsedBytes(bytes) {
  if (bytes.length === 0) return refuse("is empty");
  let text2;
  try {
    text2 = decode(bytes);
  } catch {
    return refuse("is larger than this version reads (512 MiB of text)");
  }
  try {
    const value = JSON.parse(text2);
    return ok(value);
  } catch {
    const end = text2.trimEnd();
    if (end === "") return refuse("is empty");
    if (end.startsWith("<")) return refuse("is a web page, not JSON");
    const isCut = /^[[{]/.test(end.trimStart()) && !/[}\]]$/.test(end);
    return refuse(
      isCut ? `ends before its JSON does, after ${String(text2.length)} characters` : "is not JSON"
    );
  }
}
function otherThanFacts(value) {
  if (isPlan(value)) return "is a plan, not facts: name it beside the other plans.";
  const has = (...names) => isRecord3(value) && names.every((name) => Object.hasOwn(value, name));
  if (has("serial", "lineage")) return "is a state file (terraform.tfstate), which may hold secrets.";
  const isError = ["error", "errors", "NeutronError", "error_code", "error_msg", "errorCode", "badRequest"].some(
    (name) => has(name)
  ) || has("code", "message") && !has("items");
  return isError ? "is an error that the cloud’s API answered with, not a list" : void 0;
}
function holdsNothing(parts) {
  const { groups, rules: rules2, clusters, nodePools, vpcs, subnets, secondaryCidrs } = parts;
  return [groups, rules2, clusters, nodePools, vpcs, subnets, secondaryCidrs].every((all) => all.length === 0);
}
function goesOn([name, value]) {
  if (name === "page_info") return typeof memberOf2(value, "next_marker") === "string";
  return name.endsWith("_links") && Array.isArray(value) && value.some((link) => memberOf2(link, "rel") === "next");
}
function objectsOf(entries) {
  const byKind = groupBy(entries, ({ kind }) => kind);
  const all = (kind, schema) => (byKind.get(kind) ?? []).map(({ place, value }) => ({ place, value: parsed(schema, value, place) }));
  try {
    return ok({
      group: all("group", KINDS.group),
      rule: all("rule", KINDS.rule),
      "address-group": all("address-group", KINDS["address-group"]),
      cluster: all("cluster", KINDS.cluster),
      "node-pool": all("node-pool", KINDS["node-pool"]),
      vpc: all("vpc", KINDS.vpc),
      subnet: all("subnet", KINDS.subnet),
      "group-row": all("group-row", KINDS["group-row"]),
      "rule-row": all("rule-row", KINDS["rule-row"])
    });
  } catch (error) {
    if (error instanceof Damaged) return err(error.input);
    throw error;
  }
}
function parsed(schema, value, place) {
  const result = safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const path = result.issues[0].path?.map(({ key }) => String(key)) ?? [];
  const where = [place, ...path].join(".");
  throw new Damaged(
    inputError(
      `is not as the cloud’s API answers: \`${where}\` is not what it must be. ${again(MAKE_FACTS)}`
    )
  );
}

// src/facts/seen-groups.ts
import { firstOfEach, groupBy as groupBy2 } from "../core.js";
import { mayBeSame } from "../core.js";
import { unknownGroupRef } from "../core.js";

// src/facts/command-line.ts
function ruleOfRow(row) {
  const [min, max] = portsOfRow(row["Port Range"] ?? "");
  return {
    id: row.ID,
    security_group_id: row["Security Group"],
    direction: row.Direction,
    ethertype: row.Ethertype,
    protocol: row["IP Protocol"],
    port_range_min: min,
    port_range_max: max,
    remote_ip_prefix: row["IP Range"],
    remote_group_id: row["Remote Security Group"],
    remote_address_group_id: row["Remote Address Group"]
  };
}
function portsOfRow(text2) {
  const numbers = /^(?:type=)?(\d+)?(?::(?:code=)?(\d+))?$/.exec(text2);
  const [, min, max] = numbers ?? [];
  const number3 = (digits) => digits === void 0 ? void 0 : Number(digits);
  return [number3(min), number3(max)];
}

// src/facts/seen-groups.ts
function seenGroups(answers, read) {
  const pages = answers.filter(({ isOwn }) => !isOwn);
  const claims = [
    ...answers.flatMap((answer) => wholeGroups(answer, read)),
    ...answers.filter(({ isOwn }) => isOwn).flatMap((answer) => listed([answer], read)),
    ...listed(pages, read)
  ];
  const byKey = groupBy2(claims, ({ key }) => key);
  return new Map([...byKey].map(([key, same]) => [key, agreed(key, same)]));
}
function groupsWithRules({ group: group2, rule: rule2, "rule-row": rows }) {
  return /* @__PURE__ */ new Set([
    ...group2.filter(({ value }) => hasRulesInside(value)).map(({ value }) => value.id),
    ...rule2.map(({ value }) => value.security_group_id),
    ...rows.map(({ value }) => value["Security Group"])
  ]);
}
function wholeGroups({ objects, since }, read) {
  return objects.group.flatMap(({ value: { id: key, security_group_rules: own, rules: trimmed } }) => {
    if (Array.isArray(own)) return [{ key, since, rules: own.map((rule2) => read(rule2, key)) }];
    return Array.isArray(trimmed) ? [{ key, since, rules: trimmed.map((rule2) => read(rule2, key, "without-zeros")) }] : [];
  });
}
function listed(answers, read) {
  const [first] = answers;
  if (first === void 0) return [];
  const { since } = first;
  const rules2 = answers.flatMap(({ objects }) => [
    ...objects.rule.map(({ value }) => ({
      key: value.security_group_id,
      rule: read(value, value.security_group_id)
    })),
    ...objects["rule-row"].map(({ value }) => {
      const key = value["Security Group"];
      return { key, rule: read(ruleOfRow(value), key, "without-zeros") };
    })
  ]);
  const byKey = groupBy2(rules2, ({ key }) => key);
  const empty = answers.filter(({ isOwn }) => isOwn).flatMap(
    ({ objects }) => objects.group.filter(({ value }) => !hasRulesInside(value) && !byKey.has(value.id))
  );
  return [
    ...[...byKey].map(([key, own]) => ({
      key,
      since,
      rules: firstOfEach(
        own.map(({ rule: rule2 }) => rule2),
        ({ id: id2 }) => id2
      )
    })),
    ...empty.map(({ value }) => ({ key: value.id, since, rules: [] }))
  ];
}
function hasRulesInside(group2) {
  return Array.isArray(group2.security_group_rules) || Array.isArray(group2.rules);
}
function agreed(key, claims) {
  const [first, ...others] = claims;
  if (others.length === 0) return { since: first.since, rules: first.rules, isContradicted: false };
  const rules2 = claims.flatMap((claim) => firstOfEach(claim.rules, ({ id: id2 }) => id2));
  const same = [...groupBy2(rules2, ({ id: id2 }) => id2).values()];
  const isAgreed = (all) => all.length === claims.length && all.every(({ side }) => mayBeSame(side, all[0].side));
  const known2 = claims.map(({ since }) => since).filter((since) => since !== void 0);
  return {
    since: known2.length < claims.length ? void 0 : known2.sort()[0],
    rules: same.flatMap(
      (all) => isAgreed(all) ? [fullest(all)] : all.map((rule2) => ({ ...rule2, side: inDoubt(rule2.side, key) }))
    ),
    isContradicted: !same.every(isAgreed)
  };
}
function fullest(all) {
  const told = all.filter(({ side }) => side.traffic.isAtMost !== true);
  return told.find(({ side }) => side.priority.kind === "known") ?? told[0] ?? all[0];
}
function inDoubt(side, key) {
  return { ...side, group: unknownGroupRef("files of facts do not agree on it", [key]) };
}

// src/facts/facts-of.ts
function factsOfFiles(files, date) {
  const read = [];
  for (const { path, bytes } of files) {
    const file = readFactsFile(path, bytes);
    if (!file.ok) return err2({ path, error: file.error });
    read.push(file.value);
  }
  return factsOf(read, date);
}
function factsOf(files, date) {
  const open = files.find((file) => file.isUnfinished && !files.some((other) => isLastPage(other, file)));
  if (open !== void 0) return err2({ path: open.name, error: UNFINISHED });
  const answers = files.flatMap(
    ({ content, fetchedAt }) => content.kind === "objects" ? [{ objects: content.objects, since: fetchedAt ?? date, isOwn: fetchedAt !== void 0 }] : []
  );
  const all = answers.map(({ objects }) => objects);
  const ways = distinct(all.flatMap(waysOf));
  const listing = files.find(
    ({ content }) => content.kind === "objects" && waysOf(content.objects).length > 0
  );
  if (listing !== void 0 && ways.length === 1) return err2({ path: listing.name, error: ONE_WAY });
  const context = { madeFor: nodeGroupsMade(all) };
  return ok2({
    lookedAt: files.map(({ name, fetchedAt, isAboutGroups, content }) => ({
      name,
      since: fetchedAt ?? date,
      isAboutGroups,
      groups: content.kind === "objects" ? groupsWithRules(content.objects) : NO_GROUPS
    })),
    told: files.map(({ name, content, region }) => ({
      name,
      parts: content.kind === "state" ? content.parts : planPartsOf(content.objects, { ...context, region }),
      sensitiveIds: content.kind === "state" ? content.parts.sensitiveIds : NO_GROUPS
    })),
    seen: seenGroups(answers, rulesReader(addressGroupsOf(all)))
  });
}
var NO_GROUPS = /* @__PURE__ */ new Set();
var UNFINISHED = inputError2(
  "is one page, and the last one is missing: what is not on it would count as gone. Name all pages, or make one file: cce-plan-guard facts --plan plan.json --output facts.json"
);
var ONE_WAY = inputError2(
  "lists rules of one direction alone: what was left out would count as gone. List all rules of the group, without --ingress, --egress or another filter."
);
var KIND_NAMES = Object.keys(KINDS).filter(isKind);
function isLastPage(last, { content: page }) {
  const { content } = last;
  if (last.isUnfinished || content.kind !== "objects" || page.kind !== "objects") return false;
  return KIND_NAMES.some((kind) => content.objects[kind].length > 0 && page.objects[kind].length > 0);
}
function waysOf({ rule: rule2, "rule-row": rows }) {
  return distinct([...rule2.map(({ value }) => value.direction), ...rows.map(({ value }) => value.Direction)]);
}
function addressGroupsOf(all) {
  return new Map(
    all.flatMap((objects) => objects["address-group"]).flatMap(({ value }) => {
      const peers = addressesOfGroup(value);
      return peers === void 0 ? [] : [[value.id, peers]];
    })
  );
}
function nodeGroupsMade(all) {
  const made = new Map(
    all.flatMap(groupsOf).flatMap(({ origin, key }) => {
      return origin.kind === "cce" && origin.role === "node" ? [[origin.clusterId, key]] : [];
    })
  );
  return (clusterId) => made.get(clusterId);
}
function groupsOf(objects) {
  return [
    ...objects.group.map(groupSeen),
    ...objects["group-row"].map(
      ({ place, value }) => groupSeen({ place, value: { id: value.ID, name: value.Name, description: value.Description } })
    )
  ];
}
function planPartsOf(objects, context) {
  return {
    groups: groupsOf(objects),
    rules: [],
    ruleIds: [],
    clusters: objects.cluster.map((cluster2) => clusterSeen(cluster2, context)),
    nodePools: objects["node-pool"].map(nodePoolOf),
    vpcs: objects.vpc.map(vpcOf),
    subnets: objects.subnet.map(subnetOf),
    secondaryCidrs: objects.vpc.flatMap(secondaryCidrsOf)
  };
}
export {
  factsOfFiles
};
