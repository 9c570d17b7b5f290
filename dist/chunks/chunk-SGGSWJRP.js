import {
  Damaged,
  blockNeeds,
  damaged,
  inputError,
  moduleBlock,
  moduleCall,
  nestingError,
  parsePart,
  planDocument,
  resourceBlock,
  resourceChange,
  stateModule,
  stateResource
} from "./chunk-HQEX6KPR.js";
import {
  safeParse
} from "./chunk-JNC5NJEG.js";
import {
  NO_KEYS,
  callerOf,
  deeper,
  instanceIndex,
  isDirect,
  moduleAt,
  ownBlock,
  sourceText
} from "./chunk-BSUAILOG.js";
import {
  refer
} from "./chunk-WP7SEW2N.js";
import {
  referenceText,
  referencesIn,
  stepText
} from "./chunk-Q4KDA6G2.js";
import {
  ALL_TRAFFIC,
  CLUSTER_TYPE,
  DEFAULT_DNS_SERVERS,
  GROUP_TYPES,
  blocksAt,
  doesSomething,
  flagAt,
  groupOriginOf,
  groupRef,
  hasNoDefaultRules,
  idOf,
  ifKnown,
  instancesById,
  instancesOf,
  integerAt,
  isAccepted,
  isMarked,
  isRecord,
  isReplaced,
  keyOfAttribute,
  knownText,
  memberOf,
  nameOfSide,
  oneOfPeers,
  postponedGroups,
  rawAt,
  roleOfName,
  sensitiveIdsOf,
  someTraffic,
  textAt,
  textsAt,
  unknownGroup
} from "./chunk-L6AC5JB7.js";
import {
  ALL_PORTS,
  ICMP,
  ICMPV6,
  LAST_PORT,
  NO_PEERS,
  NUMBERS,
  PROTOCOL_NUMBERS,
  TCP,
  UDP,
  addressesIn,
  canonical,
  hasPorts,
  hasTypes,
  icmpSlot,
  parseAddressRange,
  parseCidr,
  single,
  unionOfPeers
} from "./chunk-FFZXDXFJ.js";
import {
  spend
} from "./chunk-K7OY3VOL.js";
import {
  maximalReferences,
  moduleText,
  parseTraversal,
  stepsText
} from "./chunk-EWVTMIMU.js";
import {
  distinct,
  firstOfEach,
  memo,
  memoOfObject
} from "./chunk-HR654TLQ.js";
import {
  err,
  ok
} from "./chunk-CAOBLGU6.js";

// src/plan/document/bad-input.ts
var MAKE_JSON = "terraform show -json FILE > plan.json";
var PLAN_AND_MAKE_JSON = `terraform plan -out=FILE && ${MAKE_JSON}`;
var starts = (bytes, ...prefix) => prefix.every((byte, i) => bytes[i] === byte);
var EMPTY = inputError(
  `is empty. Did the command that writes it fail? Look at its exit code, and make it again: ${MAKE_JSON}`
);
function refuseBytes(bytes) {
  if (bytes.length === 0) return EMPTY;
  if (starts(bytes, 80, 75, 3, 4)) {
    return inputError(`is Terraform's binary plan. Make JSON of it: ${MAKE_JSON}`);
  }
  if (starts(bytes, 31, 139)) {
    return inputError("is compressed. Decompress it first: gunzip -c FILE > plan.json");
  }
  return void 0;
}
function decode(bytes) {
  const [first, second] = bytes;
  if (starts(bytes, 255, 254) || second === 0 && first !== 0) {
    return new TextDecoder("utf-16le").decode(bytes);
  }
  if (starts(bytes, 254, 255) || first === 0 && second !== 0) {
    return new TextDecoder("utf-16be").decode(bytes);
  }
  return new TextDecoder("utf-8").decode(bytes);
}
var PLAN_HEAD = '{"format_version"';
function planLines(text2) {
  const lines = text2.split("\n");
  const whole = lines.filter((line) => line.startsWith(PLAN_HEAD));
  if (whole.length > 0) return whole;
  return lines.flatMap((line) => {
    const at = line.startsWith("::") ? -1 : line.indexOf(PLAN_HEAD);
    return at === -1 ? [] : [line.slice(at)];
  });
}
function severalPlans(count) {
  return inputError(
    `holds ${String(count)} plans, one a line. Give one file for each, made in its own folder: ${MAKE_JSON}`
  );
}
var TEXT_FOR_PEOPLE = /^(Terraform (used|will|has)|OpenTofu (used|will|has)|No changes\.|Plan: |Warning:|Acquiring state lock|[╷│╵]|\S+: (Refreshing state|Reading\.\.\.|Read complete))/m;
var JSON_HEAD = /^(\{|\[\s*([[\]{"\d-]|true|false|null|$))/;
function nameOtherText(text2, stopped) {
  const head = text2.slice(0, 2e4).replace(/\u001b\[[0-9;]*m/g, "").trimStart();
  if (head === "" && text2.trim() === "") return EMPTY;
  if (/^\s*\{"@(level|message)"/m.test(head)) return LOG;
  if (JSON_HEAD.test(head)) return brokenJson(text2, stopped);
  if (text2.includes('"format_version"')) return OTHER_LINES;
  if (head.startsWith("<")) {
    return inputError(`is a web page, not a plan. Make the plan: ${PLAN_AND_MAKE_JSON}`);
  }
  if (/^([╷│] *)?Error:/m.test(head)) {
    return inputError(
      `holds an error of Terraform instead of a plan. Mend the error, then make it again: ${PLAN_AND_MAKE_JSON}`
    );
  }
  if (TEXT_FOR_PEOPLE.test(head)) {
    return inputError(`is Terraform's text for people. Make JSON instead: ${MAKE_JSON}`);
  }
  return inputError(`is not a plan in JSON. Make it: ${PLAN_AND_MAKE_JSON}`);
}
var LOG = inputError(
  `is the log of \`plan -json\`, not a plan. Make a plan file, then JSON of it: ${PLAN_AND_MAKE_JSON}`
);
var OTHER_LINES = inputError(
  `has other lines around its JSON. Write standard output alone: ${MAKE_JSON} (without 2>&1; with terraform_wrapper: false in setup-terraform)`
);
function brokenJson(text2, stopped) {
  if (stopped === "behind") return OTHER_LINES;
  if (stopped === "end" || !/[}\]]\s*$/.test(text2.slice(-100))) {
    return inputError(
      `ends before its JSON does, after ${String(text2.length)} characters. Was the disk full, or a pipe or log cut? Make it again: ${MAKE_JSON}`
    );
  }
  return inputError(`is not valid JSON. Make it again, and do not edit it: ${MAKE_JSON}`);
}
var isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var CONFIGURATION_KEYS = [
  "resource",
  "module",
  "variable",
  "output",
  "locals",
  "provider",
  "terraform",
  "data"
];
var OTHER_DOCUMENTS = [
  [
    (has) => has("encrypted_data") && has("encryption_version"),
    "is an encrypted plan. Make JSON of it where the keys are: tofu show -json FILE > plan.json"
  ],
  [
    (has) => has("remote_plan_format"),
    `is only the bookmark of a cloud plan. Let the command fetch the plan: ${MAKE_JSON}`
  ],
  [(has) => has("@level") || has("@message"), LOG.message],
  [
    (has) => has("serial") && has("lineage"),
    `is a state file (terraform.tfstate), not a plan. Plan first: ${PLAN_AND_MAKE_JSON}`
  ],
  [
    (has) => has("provider_schemas"),
    `is the output of \`terraform providers schema\`. Make the plan: ${PLAN_AND_MAKE_JSON}`
  ],
  [
    (has) => has("diagnostics") && has("valid"),
    `is the output of \`terraform validate\`. Make the plan: ${PLAN_AND_MAKE_JSON}`
  ],
  [
    (has) => has("root_module") && !has("planned_values") && !has("resource_changes"),
    `is a configuration in JSON, not a plan. Make the plan: ${PLAN_AND_MAKE_JSON}`
  ]
];
function nameOtherJson(value) {
  if (Array.isArray(value))
    return inputError(`is a JSON list, not a plan. Give one file a plan: ${MAKE_JSON}`);
  if (!isObject(value)) {
    return inputError(`holds a single JSON value, not a plan. Make the plan: ${PLAN_AND_MAKE_JSON}`);
  }
  const has = (key) => Object.hasOwn(value, key);
  const other = OTHER_DOCUMENTS.find(([isIt]) => isIt(has));
  if (other !== void 0) return inputError(other[1]);
  if (isApiAnswer(value)) {
    return inputError(
      `is an answer of the HCP Terraform API, not the plan. Download the plan's json-output, or run: ${MAKE_JSON}`
    );
  }
  const isPlan = ["planned_values", "resource_changes", "configuration", "resource_drift"].some(has);
  if (!has("format_version")) {
    const isConfiguration = !isPlan && CONFIGURATION_KEYS.some(has);
    return inputError(
      isConfiguration ? `is configuration (.tf.json), not a plan. Make the plan: ${PLAN_AND_MAKE_JSON}` : `is JSON, but not a plan: it has no format_version. Make the plan: ${PLAN_AND_MAKE_JSON}`
    );
  }
  if (isPlan) return void 0;
  return inputError(`is a state, not a plan. Name the plan file: ${PLAN_AND_MAKE_JSON}`);
}
function isApiAnswer(value) {
  if ("errors" in value && Array.isArray(value.errors)) return true;
  if (!("data" in value)) return false;
  const { data } = value;
  return Array.isArray(data) || isObject(data) && "id" in data && typeof data.id === "string";
}

// src/plan/document/read-configuration.ts
var MODULE_DEPTH_LIMIT = 100;
function readModule(value, isWanted, depth = 0) {
  if (depth > MODULE_DEPTH_LIMIT) throw new Damaged(nestingError("modules"));
  const module = parsePart(moduleBlock, value, "a module of configuration");
  const resources = /* @__PURE__ */ new Map();
  for (const entry of module.resources) {
    if (!isWanted(entry)) continue;
    const block = parsePart(resourceBlock, entry, "a resource of configuration");
    resources.set(block.address, {
      provider: block.provider_config_key,
      expressions: mapOf(block.expressions, toExpression),
      forEach: optionalExpression(block.for_each_expression),
      needs: needsOf(block)
    });
  }
  const call = (entry) => {
    const found = parsePart(moduleCall, entry, "a module call of configuration");
    return {
      source: found.source,
      expressions: mapOf(found.expressions, toExpression),
      forEach: optionalExpression(found.for_each_expression),
      needs: needsOf(found),
      module: readModule(found.module, isWanted, depth + 1)
    };
  };
  return {
    resources,
    calls: mapOf(module.module_calls, call),
    outputs: mapOf(module.outputs, (output) => toExpression(memberOf(output, "expression"))),
    variables: mapOf(
      module.variables,
      (variable) => isRecord(variable) && Object.hasOwn(variable, "default") ? { default: variable["default"] } : {}
    )
  };
}
function readProviderRegions(value) {
  const regions = Object.entries(isRecord(value) ? value : {}).flatMap(([key, provider]) => {
    const region = memberOf(memberOf(provider, "expressions"), "region");
    return region === void 0 ? [] : [[key, toExpression(region)]];
  });
  return new Map(regions);
}
var NO_NEEDS = [];
function needsOf({
  count_expression: count,
  depends_on: named2
}) {
  if (count === void 0 && named2 === void 0) return NO_NEEDS;
  const counted = optionalExpression(count);
  return [...counted?.kind === "references" ? maximalReferences(counted.references) : [], ...named2 ?? []];
}
function mapOf(record, read) {
  return new Map(Object.entries(record).map(([name, value]) => [name, read(value)]));
}
function optionalExpression(value) {
  return value === void 0 ? void 0 : toExpression(value);
}
function toExpression(value) {
  if (!isRecord(value)) return { kind: "opaque" };
  const references = value["references"];
  if (Array.isArray(references)) {
    const texts = references.filter((reference) => typeof reference === "string");
    if (texts.length > 0) return { kind: "references", references: texts };
  }
  return Object.hasOwn(value, "constant_value") ? { kind: "constant", value: value["constant_value"] } : { kind: "opaque" };
}

// src/plan/document/read-document.ts
var DEPTH_LIMIT = 500;
function readDocument(bytes, isWantedType) {
  const refused2 = refuseBytes(bytes);
  if (refused2 !== void 0) return err(refused2);
  const json = parseJson(bytes);
  if (!json.ok) return json;
  if (isDeeperThan(DEPTH_LIMIT, json.value)) return err(nestingError("values"));
  const named2 = nameOtherJson(json.value) ?? refuseVersion(json.value);
  if (named2 !== void 0) return err(named2);
  const top = safeParse(planDocument, json.value);
  if (!top.success) return err(damaged("the document", top.issues));
  if (top.output.errored) return err(FAILED);
  try {
    return ok(elements(top.output, isWantedType));
  } catch (error) {
    if (error instanceof Damaged) return err(error.input);
    throw error;
  }
}
var FAILED = inputError(
  "is from a plan that failed, so resources are missing in it. Mend the error, then make it again: terraform plan -out=FILE && terraform show -json FILE > plan.json"
);
function parseJson(bytes) {
  let text2;
  try {
    text2 = decode(bytes);
  } catch {
    return err(inputError("is larger than this version reads (512 MiB of text). Split it by root module."));
  }
  const whole = parseText(text2);
  if (whole.ok) return whole;
  const [line, ...others] = planLines(text2);
  if (line === void 0 || line === text2) return err(nameOtherText(text2, whole.error));
  if (others.length > 0) return err(severalPlans(others.length + 1));
  const found = parseText(line);
  return found.ok ? found : err(nameOtherText(line, found.error));
}
function parseText(text2) {
  try {
    const value = JSON.parse(text2);
    return ok(value);
  } catch (error) {
    return err(error instanceof Error ? stoppedAt(error.message, text2.length) : "middle");
  }
}
function stoppedAt(message, length) {
  if (/^(Unexpected end of JSON input|Unterminated string in JSON)/.test(message)) return "end";
  if (message.startsWith("Unexpected non-whitespace character after JSON")) return "behind";
  const [, place] = /^[^"]+ in JSON at position (\d+)/.exec(message) ?? [];
  return place !== void 0 && Number(place) >= length ? "end" : "middle";
}
function isDeeperThan(limit, value) {
  if (typeof value !== "object" || value === null) return false;
  if (limit === 0) return true;
  if (Array.isArray(value)) {
    for (const element2 of value) if (isDeeperThan(limit - 1, element2)) return true;
    return false;
  }
  if (isRecord(value)) {
    for (const key in value) if (isDeeperThan(limit - 1, value[key])) return true;
  }
  return false;
}
function refuseVersion(value) {
  const version = memberOf(value, "format_version");
  if (typeof version !== "string" || /^[01](\.|$)/.test(version)) return void 0;
  return inputError(
    /^\d+(\.|$)/.test(version) ? "has a plan format that is newer than this version understands (major version 1). Update cce-plan-guard." : "has a format_version that is none. Make it again: terraform show -json FILE > plan.json"
  );
}
function elements(top, isWantedType) {
  const isWanted = (entry) => {
    const type = memberOf(entry, "type");
    return typeof type !== "string" || isWantedType(type);
  };
  const root = top.configuration?.["root_module"];
  const changes = changeElements(top.resource_changes, "resource_changes", isWanted);
  const priorState = [...stateElements(top.prior_state?.["values"], isWanted)];
  refuseTwins(changes);
  refuseTwins(priorState);
  return {
    header: {
      formatVersion: top.format_version,
      terraformVersion: top.terraform_version,
      complete: top.complete,
      timestamp: top.timestamp,
      changeCount: top.resource_changes.filter(isChange).length,
      namesUnknownGroups: top.resource_changes.some((entry) => !isWanted(entry) && namesUnknownGroup(entry)),
      lacks: lackingParts(top)
    },
    changes,
    drift: changeElements(top.resource_drift, "resource_drift", isWanted),
    deferred: changeElements(top.deferred_changes.map(innerChange), "deferred_changes", isWanted),
    priorState,
    configuration: root === void 0 ? void 0 : readModule(root, isWanted),
    providerRegions: readProviderRegions(top.configuration?.["provider_config"]),
    variables: new Map(
      Object.entries(top.variables).map(([name, variable]) => [name, memberOf(variable, "value")])
    )
  };
}
function lackingParts(top) {
  const isLaterPlan = top.resource_changes.some(
    (entry) => isRecord(memberOf(memberOf(entry, "change"), "before"))
  );
  return [
    ...top.configuration === void 0 && top.resource_changes.length > 0 ? ["configuration"] : [],
    ...top.prior_state === void 0 && isLaterPlan ? ["prior_state"] : []
  ];
}
function isChange(entry) {
  const actions = memberOf(memberOf(entry, "change"), "actions");
  return Array.isArray(actions) && doesSomething(actions);
}
function namesUnknownGroup(entry) {
  const holds = (value, isNamed) => {
    if (value === true) return isNamed;
    if (Array.isArray(value)) return value.some((element2) => holds(element2, isNamed));
    if (!isRecord(value)) return false;
    return Object.entries(value).some(
      ([key, inner]) => holds(inner, isNamed || /sec(urity)?_?group/.test(key))
    );
  };
  return holds(memberOf(memberOf(entry, "change"), "after_unknown"), false);
}
function innerChange(entry) {
  return isRecord(entry) && Object.hasOwn(entry, "resource_change") ? entry["resource_change"] : entry;
}
function changeElements(entries, where, isWanted) {
  return entries.flatMap(
    (entry, i) => isWanted(entry) ? [changeElement(entry, `entry ${String(i)} of ${where}`)] : []
  );
}
function changeElement(entry, where) {
  const { change, address, mode, type, deposed } = parsePart(resourceChange, entry, where);
  const { before, after } = change;
  return {
    address,
    key: elementKey(address, deposed),
    isDeposed: deposed !== void 0,
    mode,
    type,
    actions: change.actions,
    before: before ? { values: before, unknown: void 0, sensitive: change.before_sensitive } : void 0,
    after: after ? { values: after, unknown: change.after_unknown, sensitive: change.after_sensitive } : void 0,
    replaceAttributes: (change.replace_paths ?? []).flatMap(
      ([first]) => typeof first === "string" ? [first] : []
    )
  };
}
function elementKey(address, deposed) {
  return deposed === void 0 ? address : `${address} (deposed ${deposed})`;
}
function* stateElements(values2, isWanted) {
  const root = memberOf(values2, "root_module");
  if (root === void 0) return;
  const open = [{ module: root, depth: 0 }];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    if (next.depth > MODULE_DEPTH_LIMIT) throw new Damaged(nestingError("modules"));
    const module = parsePart(stateModule, next.module, "a module of prior_state");
    for (const child of module.child_modules) open.push({ module: child, depth: next.depth + 1 });
    for (const [i, entry] of module.resources.entries()) {
      if (isWanted(entry)) yield stateElement(entry, `entry ${String(i)} of a module of prior_state`);
    }
  }
}
function stateElement(entry, where) {
  const resource = parsePart(stateResource, entry, where);
  const { address, mode, type, deposed_key: deposed, values: values2, sensitive_values: sensitive } = resource;
  const key = elementKey(address, deposed);
  const isDeposed = deposed !== void 0;
  return { address, key, isDeposed, mode, type, values: values2 ?? {}, unknown: void 0, sensitive };
}
function refuseTwins(elements2) {
  const seen = /* @__PURE__ */ new Set();
  for (const { key } of elements2) seen.add(key);
  if (seen.size < elements2.length) throw new Damaged(TWINS);
}
var TWINS = inputError(
  "lists one resource twice. Is it two plans put together? Make it again: terraform show -json FILE > plan.json"
);

// src/plan/remote-state.ts
var REMOTE_STATE_TYPE = "terraform_remote_state";
var SHAPES = [
  {
    type: "cce_cluster_v3",
    all: ["id"],
    oneOf: ["security_group_node", "security_group_control", "container_network_type"]
  },
  { type: "cce_node_pool_v3", all: ["id", "cluster_id", "security_group_ids"] },
  { type: "vpc_secondary_cidr_v3", all: ["vpc_id", "cidrs"] },
  { type: "vpc_subnet_v1", all: ["id", "cidr"], oneOf: ["vpc_id", "gateway_ip", "network_id", "dns_list"] },
  { type: "vpc_v1", all: ["id", "cidr"] }
];
var GROUP_ATTRIBUTES = /* @__PURE__ */ new Set([
  ...["id", "name", "description", "region", "tenant_id", "project_id", "enterprise_project_id", "tags"],
  ...["name_regex", "secgroup_id", "delete_default_rules", "timeouts", "created_at", "updated_at"]
]);
function outputInstances(instances2) {
  return instances2.flatMap((instance2) => {
    const { type, after } = instance2;
    const outputs = type === REMOTE_STATE_TYPE ? after?.values["outputs"] : void 0;
    if (after === void 0 || outputs === void 0) return [];
    const sensitive = markOf(after.sensitive, "outputs");
    return outputObjects(outputs, sensitive, `${instance2.address}.outputs`).map(
      ({ address, shape, side }) => ({
        ...instance2,
        address,
        mode: "data",
        type: `opentelekomcloud_${shape}`,
        before: side,
        after: side,
        isUnconfigured: true
      })
    );
  });
}
function outputObjects(value, sensitive, address) {
  if (Array.isArray(value)) {
    return value.flatMap(
      (element2, i) => outputObjects(element2, markOf(sensitive, i), `${address}[${String(i)}]`)
    );
  }
  if (!isRecord(value)) return [];
  const shape = typeOfObject(value);
  if (shape !== void 0)
    return [{ address, shape, side: { values: value, unknown: void 0, sensitive } }];
  return Object.entries(value).flatMap(
    ([key, member]) => outputObjects(
      member,
      markOf(sensitive, key),
      `${address}${/^[\w-]+$/.test(key) ? `.${key}` : `["${key}"]`}`
    )
  );
}
function typeOfObject(value) {
  const has = (name) => Object.hasOwn(value, name);
  const shape = SHAPES.find(({ all, oneOf = all }) => all.every(has) && oneOf.some(has));
  if (shape !== void 0) return shape.type;
  const isGroup = has("id") && has("name") && Object.keys(value).every((name) => GROUP_ATTRIBUTES.has(name));
  return isGroup ? "networking_secgroup_v2" : void 0;
}
function markOf(mark, key) {
  if (mark === true) return true;
  if (Array.isArray(mark)) return mark[Number(key)];
  return isRecord(mark) && Object.hasOwn(mark, key) ? mark[key] : void 0;
}

// src/plan/references/things.ts
var NO_NAMES = /* @__PURE__ */ new Map();
function itemsOfMap(entries) {
  const byKey = new Map(
    entries.flatMap((item) => item.key === void 0 ? [] : [[String(item.key), item]])
  );
  const open = entries.filter(({ key }) => key === void 0);
  return { isList: false, all: [...byKey.values(), ...open], byKey, open };
}
function itemsOfList(values2) {
  const all = values2.map((value, key) => ({ key, value }));
  return { isList: true, all, byKey: new Map(all.map((item) => [item.key, item])), open: [] };
}
function itemsWithoutOrder(values2) {
  const all = values2.map((value) => ({ key: void 0, value }));
  return { isList: true, all, byKey: /* @__PURE__ */ new Map(), open: all };
}
function itemsAt(items, key) {
  const spelled = !items.isList ? String(key) : /^\d{1,15}$/.test(String(key)) ? Number(key) : key;
  const item = items.byKey.get(spelled);
  return item === void 0 ? items.open : [item, ...items.open];
}
function itemsOfValue(value) {
  const thing = (inner) => ({ kind: "value", value: inner });
  if (Array.isArray(value)) return itemsOfList(value.map(thing));
  if (!isRecord(value)) return void 0;
  return itemsOfMap(Object.entries(value).map(([key, inner]) => ({ key, value: thing(inner) })));
}
function keyOfStep(step) {
  return step.kind === "name" ? step.name : step.key;
}

// src/plan/references/ends.ts
var KNOWN_TO_TERRAFORM = [{ kind: "constant", value: void 0 }];
var MISSING = [{ kind: "constant", value: void 0 }];
function opaque(why) {
  return [{ kind: "opaque", why }];
}
var CIRCLE = opaque("its references go in a circle");
function constant(value, rest) {
  let at = value;
  for (const step of rest) {
    const key = keyOfStep(step);
    if (Array.isArray(at) && typeof key === "number") at = at[key];
    else if (isRecord(at) && Object.hasOwn(at, String(key))) at = at[String(key)];
    else return MISSING;
  }
  return [{ kind: "constant", value: at }];
}
function valueOfEnds(ends) {
  const [only2] = ends;
  return ends.length === 1 && only2?.kind === "constant" && only2.value !== void 0 ? only2 : void 0;
}
function distinctEnds(ends) {
  spend(ends.length);
  return ends.length < 2 ? ends : firstOfEach(ends, identityOf);
}
function identityOf(end) {
  switch (end.kind) {
    case "target":
      return `target ${end.address} ${end.attribute ?? ""}`;
    case "opaque":
      return `opaque ${end.why}`;
    case "constant":
      return typeof end.value === "object" && end.value !== null ? end.value : `constant ${typeof end.value} ${String(end.value)}`;
  }
}

// src/plan/references/sites.ts
function sourceAt(walk, { modules }, block, argument) {
  const name = { ...block, modules, argument };
  const expr = walk.readSource(name);
  if (expr === void 0) walk.unread.set(sourceText(name), name);
  return expr;
}
function scopeWithin(scope, step, module) {
  const modules = [...scope.modules, step];
  return { ...NO_EACH, modules, path: moduleText(modules), module };
}
var NO_EACH = { forEach: void 0, owner: void 0, key: void 0, siblings: NO_KEYS };
function withoutEach(scope) {
  return scope.owner === void 0 ? scope : { ...scope, ...NO_EACH };
}
function written(expr, scope) {
  return expr === void 0 ? void 0 : { kind: "written", expr, scope, names: NO_NAMES };
}
function localThing(walk, scope, name) {
  return written(sourceAt(walk, scope, { keyword: "locals", labels: [] }, name), withoutEach(scope));
}
function forEachThing(walk, scope) {
  const { owner, forEach } = scope;
  if (forEach?.kind === "constant") return { kind: "value", value: forEach.value };
  return owner === void 0 ? void 0 : written(sourceAt(walk, scope, owner, "for_each"), withoutEach(scope));
}
function thingNamed(walk, scope, steps) {
  return refer(THINGS, { walk, scope }, steps);
}
var nothing = () => void 0;
var THINGS = {
  local: ({ walk, scope }, name, rest) => named(localThing(walk, scope, name), rest),
  variable: ({ walk, scope }, name, rest) => {
    const own = scope.modules.at(-1);
    if (own === void 0) {
      return walk.variables.has(name) ? valueAt(walk.variables.get(name), rest) : void 0;
    }
    const caller = callerOf(walk, scope, own);
    const argument = caller?.call.expressions.get(name);
    if (caller !== void 0 && argument !== void 0) {
      const block = { keyword: "module", labels: [own.name] };
      return named(keptThing(walk, argument, { scope: caller.scope, block, argument: name }), rest);
    }
    const declared = scope.module.variables.get(name);
    return declared !== void 0 && "default" in declared ? valueAt(declared.default, rest) : void 0;
  },
  output: ({ walk, scope }, { module: name, key, output }, rest) => {
    const module = scope.module.calls.get(name)?.module;
    const all = walk.index.calls.get(`${scope.path}module.${name}`) ?? NO_KEYS;
    if (output === void 0) {
      const base = [NAME_OF_MODULE, { kind: "name", name }];
      return key === void 0 ? named(instances(scope, base, all), rest) : void 0;
    }
    const expression = module?.outputs.get(output);
    const isOne = key !== void 0 || all.size === 0 || all.size === 1 && all.has(void 0);
    if (module === void 0 || expression === void 0 || !isOne) return void 0;
    const inside = scopeWithin(scope, { name, key }, module);
    const block = { keyword: "output", labels: [output] };
    return named(keptThing(walk, expression, { scope: inside, block, argument: "value" }), rest);
  },
  eachKey: ({ scope }) => scope.key === void 0 ? void 0 : valueAt(scope.key, []),
  eachValue: ({ walk, scope }, rest) => {
    const { key } = scope;
    const collection = key === void 0 ? void 0 : forEachThing(walk, scope);
    return key === void 0 ? void 0 : named(collection, [{ kind: "key", key }, ...rest]);
  },
  resource: ({ walk, scope }, block, rest) => {
    if (rest.length > 0) return void 0;
    const byKey = walk.index.blocks.get(`${scope.path}${block}`)?.byKey;
    const base = block.split(".").map((name) => ({ kind: "name", name }));
    if (byKey !== void 0) return named(instances(scope, base, byKey), rest);
    return scope.module.resources.has(block) ? named(NO_INSTANCES, rest) : void 0;
  },
  session: nothing,
  nowhere: nothing
};
var NAME_OF_MODULE = { kind: "name", name: "module" };
var NO_INSTANCES = { kind: "items", items: itemsOfList([]) };
function named(thing, rest) {
  return thing === void 0 ? void 0 : { thing, rest };
}
function valueAt(value, rest) {
  return { thing: { kind: "value", value }, rest };
}
function keptThing(walk, kept, { scope, block, argument }) {
  return kept.kind === "constant" ? { kind: "value", value: kept.value } : written(sourceAt(walk, scope, block, argument), scope);
}
function instances(scope, base, all) {
  const keys = [...all.keys()].filter((key) => key !== void 0);
  if (keys.length === 0 || keys.length < all.size) return void 0;
  const numbers = keys.filter((key) => typeof key === "number").sort((a, b) => a - b);
  const values2 = (of) => of.map((key) => ({ key, value: instance(scope, base, key) }));
  const items = numbers.length === keys.length ? itemsOfList(values2(numbers).map(({ value }) => value)) : itemsOfMap(values2(keys));
  return { kind: "items", items };
}
function instance(scope, base, key) {
  const expr = { kind: "reference", span: NO_SPAN, steps: [...base, { kind: "key", key }] };
  return { kind: "written", expr, scope, names: NO_NAMES };
}
var NO_SPAN = { line: 0, endLine: 0 };

// src/plan/references/evaluator.ts
var TEXT_LIMIT_CHARS = 1e4;
var ITEMS_LIMIT = 1e5;
function keyIn(thing, look) {
  const value = look.value(thing)?.value;
  return typeof value === "string" || typeof value === "number" ? value : void 0;
}
function isNullOrEmpty(known) {
  return known !== void 0 && (known.value === null || known.value === "");
}

// src/plan/references/collections.ts
function allItems(things, { items }) {
  const all = things.flatMap((thing) => items(thing) ?? []);
  return all.length === things.length && isSmall(all) ? all : void 0;
}
var same = ([first], { items }) => first === void 0 ? void 0 : items(first);
function isSmall(all) {
  return all.reduce((size, items) => size + items.all.length, 0) <= ITEMS_LIMIT;
}
function listOf(values2, isOrdered) {
  return isOrdered ? itemsOfList(values2) : itemsWithoutOrder(values2);
}
var concat = (things, look) => {
  const all = allItems(things, look);
  if (all === void 0) return void 0;
  const isOrdered = all.every(({ open }) => open.length === 0);
  return listOf(
    all.flatMap((items) => items.all.map(({ value }) => value)),
    isOrdered
  );
};
var flatten = ([list], look) => {
  const items = list === void 0 ? void 0 : look.items(list);
  if (items === void 0) return void 0;
  let isOrdered = items.open.length === 0;
  const values2 = [];
  for (const { value } of items.all) {
    const inner = look.items(value)?.isList === true ? flatten([value], look) : void 0;
    if (inner !== void 0 && inner.open.length > 0) isOrdered = false;
    if (values2.length + (inner?.all.length ?? 1) > ITEMS_LIMIT) return void 0;
    for (const one of inner?.all ?? [{ value }]) values2.push(one.value);
  }
  return listOf(values2, isOrdered);
};
function unordered(items) {
  return items && itemsWithoutOrder(items.all.map(({ value }) => value));
}
var reverse = ([list], look) => {
  const items = list === void 0 ? void 0 : look.items(list);
  return items && listOf(items.all.map(({ value }) => value).reverse(), items.open.length === 0);
};
var slice = ([list, from, to], look) => {
  const items = list === void 0 ? void 0 : look.items(list);
  const [start, end] = [from, to].map(
    (bound) => bound === void 0 ? void 0 : look.value(bound)?.value
  );
  if (typeof start !== "number" || typeof end !== "number" || items?.open.length !== 0) return void 0;
  return itemsOfList(items.all.slice(start, end).map(({ value }) => value));
};
var sort = ([list], look) => {
  const items = list === void 0 ? void 0 : look.items(list);
  const known = items?.all.flatMap(({ value }) => keyIn(value, look) ?? []);
  if (items === void 0 || known === void 0) return void 0;
  return known.length === items.all.length ? listOfValues(known.map(String).sort()) : unordered(items);
};
var split = ([separator, text2], look) => {
  const [by, of] = [separator, text2].map(
    (thing) => thing === void 0 ? void 0 : look.value(thing)?.value
  );
  return typeof by === "string" && typeof of === "string" ? listOfValues(of.split(by)) : void 0;
};
function listOfValues(all) {
  return itemsOfList(all.map((value) => ({ kind: "value", value })));
}
var toSet = ([list], look) => {
  const items = list === void 0 ? void 0 : look.items(list);
  return items && itemsOfMap(items.all.map(({ value }) => ({ key: keyIn(value, look), value })));
};
var compact = ([list], look) => {
  const items = list === void 0 ? void 0 : look.items(list);
  if (items === void 0) return void 0;
  const kept = items.all.filter(({ value }) => !isNullOrEmpty(look.value(value)));
  return listOf(
    kept.map(({ value }) => value),
    items.open.length === 0
  );
};
var values = ([map], look) => {
  const items = map === void 0 ? void 0 : look.items(map);
  if (items === void 0) return void 0;
  const sorted = [...items.all].sort((a, b) => String(a.key) < String(b.key) ? -1 : 1);
  return listOf(
    (items.isList ? items.all : sorted).map(({ value }) => value),
    items.open.length === 0
  );
};
var namesOf = ([map], look) => {
  const items = map === void 0 ? void 0 : look.items(map);
  if (items === void 0 || items.open.length > 0) return void 0;
  return listOfValues(items.all.map(({ key }) => String(key)).sort());
};
var setProduct = (things, look) => {
  const all = allItems(things, look);
  if (all === void 0 || all.reduce((size, { all: { length } }) => size * length, 1) > PRODUCT_LIMIT)
    return void 0;
  const rows = all.reduce(
    (found, items) => found.flatMap((row) => items.all.map(({ value }) => [...row, value])),
    [[]]
  );
  return itemsWithoutOrder(rows.map((row) => ({ kind: "items", items: itemsOfList(row) })));
};
var PRODUCT_LIMIT = 1e4;
var zipMap = ([names, list], look) => {
  if (names === void 0 || list === void 0) return void 0;
  const [all, by] = [look.items(names), look.items(list)];
  return all && by && itemsOfMap(all.all.map(({ value }, i) => ({ key: keyIn(value, look), value: elementAt(by, i) })));
};
function elementAt(items, index) {
  const found = itemsAt(items, index).map(({ value }) => value);
  const [only2] = found;
  return only2 !== void 0 && found.length === 1 ? only2 : { kind: "items", items: itemsWithoutOrder(found) };
}
var firstTold = (things, look) => {
  for (const thing of things) {
    const items = look.items(thing);
    if (items !== void 0 && items.all.length > 0) return items;
    if (items === void 0 && look.ends(thing, []) !== MISSING) return void 0;
  }
  return void 0;
};
var COLLECTIONS = /* @__PURE__ */ new Map([
  ["tolist", same],
  ["tomap", same],
  ["sensitive", same],
  ["nonsensitive", same],
  ["distinct", (things, look) => unordered(same(things, look))],
  ["reverse", reverse],
  ["slice", slice],
  ["sort", sort],
  ["split", split],
  ["toset", toSet],
  ["setunion", (things, look) => toSet(things.length === 1 ? things : wrapped(concat(things, look)), look)],
  ["concat", concat],
  [
    "merge",
    (things, look) => {
      const all = allItems(things, look);
      return all && itemsOfMap(all.flatMap((items) => items.all));
    }
  ],
  ["flatten", flatten],
  ["compact", compact],
  ["values", values],
  ["keys", namesOf],
  ["setproduct", setProduct],
  ["zipmap", zipMap],
  ["coalescelist", firstTold],
  ["try", firstTold]
]);
function wrapped(items) {
  return items === void 0 ? [] : [{ kind: "items", items }];
}

// src/plan/references/operations.ts
function calculated(operator, parts) {
  const [left, right] = parts;
  if (operator === "&&" || operator === "||") {
    const decisive = operator === "||";
    if (parts.some((part) => part?.value === decisive)) return { value: decisive };
    return parts.every((part) => part?.value === !decisive) ? { value: !decisive } : void 0;
  }
  if (left === void 0) return void 0;
  if (right === void 0) {
    return operator === "!" && parts.length === 1 && typeof left.value === "boolean" ? { value: !left.value } : void 0;
  }
  if (operator === "==" || operator === "!=") return compared(operator, left.value, right.value);
  if (typeof left.value !== "number" || typeof right.value !== "number") return void 0;
  const calculate = ARITHMETIC.get(operator);
  return calculate === void 0 ? void 0 : { value: calculate(left.value, right.value) };
}
var ARITHMETIC = /* @__PURE__ */ new Map([
  ["+", (a, b) => a + b],
  ["-", (a, b) => a - b],
  ["*", (a, b) => a * b],
  ["%", (a, b) => a % b],
  ["<", (a, b) => a < b],
  ["<=", (a, b) => a <= b],
  [">", (a, b) => a > b],
  [">=", (a, b) => a >= b]
]);
function compared(operator, left, right) {
  if ([left, right].some((value) => typeof value === "object" && value !== null)) {
    return left === null || right === null ? { value: operator === "!=" } : void 0;
  }
  return { value: left === right === (operator === "==") };
}

// src/plan/references/picks.ts
var tried = (things, path, { ends }) => {
  const found = [];
  for (const thing of things) {
    const next = ends(thing, path);
    if (next === MISSING) continue;
    found.push(next);
    if (next.every((end) => end.kind === "target" || end.kind === "constant" && end.value !== void 0))
      break;
  }
  return found.length === 0 ? MISSING : distinctEnds(found.flat());
};
var coalesced = (things, path, { ends }) => {
  const found = [];
  for (const thing of things) {
    const all = ends(thing, path);
    const next = all.filter((end) => end.kind !== "constant" || !isNullOrEmpty({ value: end.value }));
    found.push(next);
    const isThere = next.length === all.length && next.length > 0;
    if (isThere && next.every((end) => end.kind === "target" && end.attribute === "id")) break;
    if (isThere && next.every((end) => end.kind === "constant" && end.value !== void 0)) break;
  }
  return distinctEnds(found.flat());
};
var looked = ([map, key, otherwise], path, look) => {
  if (map === void 0 || key === void 0) return void 0;
  const [items, name] = [look.items(map), keyIn(key, look)];
  if (items === void 0) return void 0;
  const found = name === void 0 ? items.all : itemsAt(items, name);
  const ends = found.map(({ value }) => look.ends(value, path));
  const isSure = name !== void 0 && found.length > 0 && items.open.length === 0;
  if (isSure || otherwise === void 0) return ends.length === 0 ? MISSING : distinctEnds(ends.flat());
  return distinctEnds([...ends, look.ends(otherwise, path)].flat());
};
var merged = (maps, [first, ...rest], look) => {
  if (first === void 0) return void 0;
  for (const [i, map] of [...maps.entries()].reverse()) {
    const items = look.items(map);
    const found = items === void 0 ? [] : itemsAt(items, keyOfStep(first));
    const [one, ...others] = found;
    if (one !== void 0 && others.length === 0 && items?.open.length === 0)
      return look.ends(one.value, rest);
    if (items === void 0 && i === 0) return look.ends(map, [first, ...rest]);
    if (items === void 0 || found.length > 0) return void 0;
  }
  return MISSING;
};
var element = ([list, index], path, look) => {
  const items = list === void 0 ? void 0 : look.items(list);
  if (items === void 0 || index === void 0) return void 0;
  const { length } = items.all;
  if (length === 0) return MISSING;
  const number = look.value(index)?.value;
  const found = typeof number === "number" ? itemsAt(items, number % length) : items.all;
  return distinctEnds(found.flatMap(({ value }) => look.ends(value, path)));
};
function only(list, path, look, none) {
  const items = list === void 0 ? void 0 : look.items(list);
  if (items === void 0) return void 0;
  if (items.all.length === 0) return [{ kind: "constant", value: none }];
  return distinctEnds(items.all.flatMap(({ value }) => look.ends(value, path)));
}
var handed = ([thing], path, look) => thing === void 0 ? void 0 : look.ends(thing, path);
var PICKS = /* @__PURE__ */ new Map([
  ["try", tried],
  ["coalesce", coalesced],
  ["lookup", looked],
  ["merge", merged],
  ["element", element],
  ["one", ([list], path, look) => only(list, path, look, null)],
  ["join", ([, list], path, look) => only(list, path, look, "")],
  ["tostring", handed],
  ["sensitive", handed],
  ["nonsensitive", handed]
]);
var PLAIN = /* @__PURE__ */ new Map([
  ["format", formatted],
  ["trimprefix", text((value, start) => value.startsWith(start) ? value.slice(start.length) : value)],
  [
    "trimsuffix",
    text((value, end) => value.endsWith(end) ? value.slice(0, value.length - end.length) : value)
  ],
  ["replace", text((value, old, by) => /^\/.*\/$/.test(old) ? void 0 : value.replaceAll(old, () => by))],
  ["tonumber", text((value) => /^\d{1,15}$/.test(value) ? Number(value) : void 0)],
  [
    "join",
    ([separator, list], look) => {
      const items = list === void 0 ? void 0 : look.items(list);
      const by = separator === void 0 ? void 0 : look.text(separator);
      const texts = items?.all.map(({ value }) => look.text(value));
      if (by === void 0 || items?.open.length !== 0 || texts?.includes(void 0) !== false)
        return void 0;
      return shortText(texts.join(by));
    }
  ],
  ["lower", text((value) => value.toLowerCase())],
  ["upper", text((value) => value.toUpperCase())],
  ["trimspace", text((value) => value.trim())],
  [
    "length",
    ([thing], look) => {
      const items = thing === void 0 ? void 0 : look.items(thing);
      const known = thing === void 0 ? void 0 : look.value(thing)?.value;
      if (typeof known === "string") return { value: known.length };
      return items === void 0 || items.open.length > 0 ? void 0 : { value: items.all.length };
    }
  ],
  [
    "contains",
    ([list, wanted], look) => {
      const items = list === void 0 ? void 0 : look.items(list);
      const known = wanted === void 0 ? void 0 : look.value(wanted);
      const elements2 = items?.all.map(({ value }) => look.value(value));
      if (elements2 === void 0 || known === void 0) return void 0;
      if (elements2.some((one) => one !== void 0 && one.value === known.value)) return { value: true };
      return elements2.includes(void 0) ? void 0 : { value: false };
    }
  ]
]);
function formatted([pattern, ...things], look) {
  const form = pattern === void 0 ? void 0 : look.value(pattern)?.value;
  const known = things.flatMap((thing) => keyIn(thing, look) ?? []);
  if (typeof form !== "string" || known.length < things.length || /%(?![sd])/.test(form)) return void 0;
  const rest = known.values();
  return shortText(form.replace(/%[sd]/g, () => String(rest.next().value ?? "")));
}
function shortText(value) {
  return value.length > TEXT_LIMIT_CHARS ? void 0 : { value };
}
function text(change) {
  return (things, look) => {
    const [value, how = "", by = ""] = things.map((thing) => look.text(thing));
    if (value === void 0 || things.length > things.flatMap((thing) => look.text(thing) ?? []).length)
      return void 0;
    const changed = change(value, how, by);
    return changed === void 0 ? void 0 : typeof changed === "number" ? { value: changed } : shortText(changed);
  };
}

// src/plan/references/repeated.ts
function itemsOfFor(thing, expr, look) {
  const collection = { ...thing, expr: expr.collection };
  const over = look.items(collection) ?? (expr.isSplat ? alone(collection, look) : void 0);
  if (over === void 0 || over.all.length > ITEMS_LIMIT) return void 0;
  const items = [];
  let isSure = over.open.length === 0;
  for (const item of over.all) {
    const names = namesWith(thing.names, expr, item);
    const inner = (part) => ({ ...thing, names, expr: part });
    const test = expr.condition && look.value(inner(expr.condition));
    if (test?.value === false) continue;
    if (expr.condition !== void 0 && test?.value !== true) isSure = false;
    const key = expr.key && look.text(inner(expr.key));
    items.push({ key, value: inner(expr.value) });
  }
  if (expr.key !== void 0) return expr.isGrouped ? grouped(items) : itemsOfMap(items);
  const values2 = items.map(({ value }) => value);
  return isSure ? itemsOfList(values2) : itemsWithoutOrder(values2);
}
function alone(thing, look) {
  const ends = look.ends(thing, []);
  const [only2] = ends;
  return ends.length === 1 && only2?.kind === "target" ? itemsOfList([thing]) : void 0;
}
function namesWith(names, { keyName, valueName }, { key, value }) {
  const all = new Map(names).set(valueName, value);
  return keyName === void 0 ? all : all.set(keyName, { kind: "value", value: key });
}
function grouped(items) {
  const lists = /* @__PURE__ */ new Map();
  for (const { key, value } of items) {
    const list = lists.get(key);
    if (list === void 0) lists.set(key, [value]);
    else list.push(value);
  }
  const entries = Array.from(lists, ([key, values2]) => ({
    key,
    value: { kind: "items", items: itemsOfList(values2) }
  }));
  return itemsOfMap(entries);
}

// src/plan/references/written.ts
function leadsOf(walk, thing, path) {
  switch (thing.kind) {
    case "value":
      return constant(thing.value, path);
    case "items":
      return leadsOfItems(walk, thing.items, path);
    case "written":
      spend(1);
      return deeper(walk, () => leadsOfWritten(walk, thing, path)) ?? CIRCLE;
  }
}
function itemsOf(walk, thing) {
  if (thing.kind === "value") return itemsOfValue(thing.value);
  if (thing.kind === "items") return thing.items;
  if (thing.names.size > 0 || thing.scope.owner !== void 0) return itemsOnce(walk, thing);
  const { expr, scope } = thing;
  const told = walk.items.get(expr) ?? /* @__PURE__ */ new Map();
  walk.items.set(expr, told);
  if (!told.has(scope.path)) {
    told.set(scope.path, void 0);
    told.set(scope.path, itemsOnce(walk, thing));
  }
  return told.get(scope.path);
}
function itemsOnce(walk, thing) {
  spend(1);
  return deeper(walk, () => itemsOfWritten(walk, thing));
}
function valueOf(walk, thing) {
  const { isExact } = walk;
  walk.isExact = true;
  const value = exactValueOf(walk, thing);
  walk.isExact = isExact;
  return value;
}
function exactValueOf(walk, thing) {
  if (thing.kind !== "written") return thing.kind === "value" ? thing : void 0;
  const { expr } = thing;
  const inner = (part) => ({ ...thing, expr: part });
  if (expr.kind === "template") return joinedText(expr.parts.map((part) => textOf(walk, inner(part))));
  if (expr.kind === "operation") {
    return calculated(
      expr.operator,
      expr.parts.map((part) => valueOf(walk, inner(part)))
    );
  }
  const plain = expr.kind === "call" && !expr.isExpanded ? PLAIN.get(expr.name) : void 0;
  return plain === void 0 || expr.kind !== "call" ? valueOfEnds(leadsOf(walk, thing, [])) : plain(expr.parts.map(inner), lookOf(walk));
}
function joinedText(texts) {
  const value = texts.join("");
  return texts.includes(void 0) || value.length > TEXT_LIMIT_CHARS ? void 0 : { value };
}
function isScalar(value) {
  return ["string", "number", "boolean"].includes(typeof value);
}
function lookOf(walk) {
  return {
    ends: (thing, path) => leadsOf(walk, thing, path),
    items: (thing) => itemsOf(walk, thing),
    value: (thing) => valueOf(walk, thing),
    text: (thing) => textOf(walk, thing)
  };
}
function leadsOfWritten(walk, thing, path) {
  const { expr } = thing;
  const inner = (part, rest = path) => leadsOf(walk, { ...thing, expr: part }, rest);
  switch (expr.kind) {
    case "literal":
      return constant(expr.value, path);
    case "reference":
      return leadsOfReference(walk, thing, expr.steps, path);
    case "part":
      return inner(expr.of, [expr.step, ...path]);
    case "index": {
      const key = keyIn({ ...thing, expr: expr.key }, lookOf(walk));
      if (key !== void 0) return inner(expr.of, [{ kind: "key", key }, ...path]);
      return inner(expr.key, []) === MISSING ? MISSING : leadsOfAny(walk, { ...thing, expr: expr.of }, path);
    }
    case "conditional": {
      const test = valueOf(walk, { ...thing, expr: expr.condition });
      if (test?.value === true) return inner(expr.yes);
      return test?.value === false ? inner(expr.no) : distinctEnds([...inner(expr.yes), ...inner(expr.no)]);
    }
    case "template":
    case "operation": {
      const value = valueOf(walk, thing);
      return value === void 0 ? loosely(walk, thing, path) : constant(value.value, path);
    }
    case "call":
      return leadsOfCall(walk, thing, expr, path);
    case "object":
    case "list":
    case "for": {
      const items = itemsOf(walk, thing);
      return items === void 0 ? loosely(walk, thing, path) : leadsOfItems(walk, items, path);
    }
    case "other":
      return loosely(walk, thing, path);
  }
}
function leadsOfReference(walk, { scope, names }, steps, path) {
  const [first, ...own] = steps;
  const bound = first === void 0 ? void 0 : names.get(stepText(first));
  if (bound !== void 0) return leadsOf(walk, bound, [...own, ...path]);
  const references = [referenceText([...steps, ...path])];
  return walk.evaluate(walk, { kind: "references", references }, { scope, rest: [] });
}
function leadsOfAny(walk, of, path) {
  const items = itemsOf(walk, of);
  if (items === void 0) return loosely(walk, of, path);
  return anyOf(items.all.map(({ value }) => leadsOf(walk, value, path)));
}
function leadsOfItems(walk, items, path) {
  const [first, ...rest] = path;
  if (first === void 0 && walk.isExact) return KNOWN_TO_TERRAFORM;
  if (first === void 0) return anyOf(items.all.map(({ value }) => leadsOf(walk, value, [])));
  const found = itemsAt(items, keyOfStep(first));
  return found.length === 0 ? MISSING : anyOf(found.map(({ value }) => leadsOf(walk, value, rest)));
}
function leadsOfCall(walk, thing, expr, path) {
  const parts = expr.parts.map((part) => ({ ...thing, expr: part }));
  const look = lookOf(walk);
  const value = PLAIN.has(expr.name) ? valueOf(walk, thing) : void 0;
  if (value !== void 0) return constant(value.value, path);
  const picked = expr.isExpanded ? void 0 : PICKS.get(expr.name)?.(parts, path, look);
  if (picked !== void 0) return picked;
  const items = COLLECTIONS.has(expr.name) ? itemsOf(walk, thing) : void 0;
  return items === void 0 ? loosely(walk, thing, path) : leadsOfItems(walk, items, path);
}
function loosely(walk, { expr, scope, names }, rest) {
  const free = [];
  const bound = [];
  for (const steps of referencesIn(expr)) {
    const [first, ...own] = steps;
    const thing = first === void 0 ? void 0 : names.get(stepText(first));
    if (thing === void 0) free.push(referenceText(steps));
    else bound.push(leadsOf(walk, thing, own));
  }
  const kept = walk.evaluate(walk, { kind: "references", references: free }, { scope, rest });
  const ends = anyOf(free.length === 0 ? bound : [...bound, kept]);
  return distinctEnds(ends.map((end) => end.kind === "constant" ? UNTOLD : end));
}
var UNTOLD = { kind: "constant", value: void 0 };
function anyOf(all) {
  const [only2] = all;
  if (only2 !== void 0 && all.length === 1) return only2;
  return all.length === 0 ? KNOWN_TO_TERRAFORM : distinctEnds(all.flat());
}
function itemsOfWritten(walk, thing) {
  const { expr } = thing;
  const inner = (part) => ({ ...thing, expr: part });
  switch (expr.kind) {
    case "object":
      return itemsOfMap(
        expr.entries.map(({ key, keyExpr, value }) => ({
          key: keyExpr === void 0 ? key : textOf(walk, inner(keyExpr)),
          value: inner(value)
        }))
      );
    case "list":
      return itemsOfList(expr.elements.map(inner));
    case "reference":
    case "part":
    case "index":
    case "conditional": {
      const at = stepInto(walk, thing, []);
      return at === void 0 || at === thing ? void 0 : itemsOf(walk, at);
    }
    case "for":
      return itemsOfFor(thing, expr, lookOf(walk));
    case "call": {
      const collect = COLLECTIONS.get(expr.name);
      const parts = expr.parts.map(inner);
      const all = expr.isExpanded ? expanded(walk, parts) : parts;
      return all === void 0 ? void 0 : collect?.(all, lookOf(walk));
    }
    case "literal":
    case "template":
    case "operation":
    case "other":
      return void 0;
  }
}
function expanded(walk, parts) {
  const last = parts.at(-1);
  const items = last === void 0 ? void 0 : itemsOf(walk, last);
  return items === void 0 ? void 0 : [...parts.slice(0, -1), ...items.all.map(({ value }) => value)];
}
function textOf(walk, thing) {
  const value = valueOf(walk, thing)?.value;
  return isScalar(value) ? String(value) : void 0;
}
function stepInto(walk, thing, path) {
  if (thing.kind === "written") {
    const { expr } = thing;
    const inner = (part) => ({ ...thing, expr: part });
    if (expr.kind === "reference") return stepIntoReference(walk, thing, [...expr.steps, ...path]);
    if (expr.kind === "conditional") {
      const test = textOf(walk, inner(expr.condition));
      if (test !== "true" && test !== "false") return void 0;
      return stepInto(walk, inner(test === "true" ? expr.yes : expr.no), path);
    }
    if (expr.kind === "part") return stepInto(walk, inner(expr.of), [expr.step, ...path]);
    if (expr.kind === "index") {
      const key = textOf(walk, inner(expr.key));
      return key === void 0 ? void 0 : stepInto(walk, inner(expr.of), [{ kind: "key", key }, ...path]);
    }
  }
  const [first, ...rest] = path;
  if (first === void 0) return thing;
  const items = itemsOf(walk, thing);
  const [only2, ...others] = items === void 0 ? [] : itemsAt(items, keyOfStep(first));
  return only2 === void 0 || others.length > 0 ? void 0 : stepInto(walk, only2.value, rest);
}
function stepIntoReference(walk, thing, steps) {
  const [first, ...own] = steps;
  const bound = first === void 0 ? void 0 : thing.names.get(stepText(first));
  if (bound !== void 0) return deeper(walk, () => stepInto(walk, bound, own));
  const found = thingNamed(walk, thing.scope, steps);
  return found === void 0 ? void 0 : deeper(walk, () => stepInto(walk, found.thing, found.rest));
}

// src/plan/references/follow.ts
function follow(walk, instance2, attribute, rest = []) {
  const memory = walk.followed.get(instance2) ?? /* @__PURE__ */ new Map();
  walk.followed.set(instance2, memory);
  const way = `${String(walk.isExact)} ${attribute} ${stepsText(rest)}`;
  return once(memory, way, () => followOwn(walk, instance2, attribute, rest));
}
function followOwn(walk, instance2, attribute, rest) {
  const block = ownBlock(walk, instance2);
  if (block === void 0) return opaque("its block is not in the configuration");
  const expression = block.expressions.get(attribute);
  if (expression === void 0) return [{ kind: "constant", value: null }];
  const { scope } = block;
  return evaluateAt(walk, expression, { block: scope.owner, argument: attribute, place: { scope, rest } });
}
function evaluateAt(walk, expression, { block, argument, place }) {
  const kept = evaluate(walk, expression, place);
  const isKnown = kept.every(isConstant);
  const isProved = expression.kind === "constant" || !walk.isExact;
  if (isKnown && isProved || kept.length === 1 && isTarget(kept[0])) return kept;
  const expr = block === void 0 ? void 0 : sourceAt(walk, place.scope, block, argument);
  if (expr === void 0) return isKnown && !isProved ? KNOWN_TO_TERRAFORM : kept;
  const ends = leadsOf(walk, { kind: "written", expr, scope: place.scope, names: NO_NAMES }, place.rest);
  return ends.some(({ kind }) => kind === "opaque") ? kept : ends;
}
function isTarget(end) {
  return end?.kind === "target";
}
function isConstant({ kind }) {
  return kind === "constant";
}
function evaluate(walk, expression, { scope, rest }) {
  if (expression.kind === "opaque") return KNOWN_TO_TERRAFORM;
  if (expression.kind === "constant") return constant(expression.value, rest);
  const { references } = expression;
  return deeper(walk, () => evaluateReferences(walk, references, { scope, rest })) ?? CIRCLE;
}
function evaluateReferences(walk, all, { scope, rest }) {
  const references = maximalReferences(all);
  const ownKey = references.find((r) => r === "each.key" || r === "count.index");
  if (ownKey !== void 0 && references.length === 1) return constant(scope.key ?? null, []);
  const keyed = ownKey !== void 0 && references.length === 2;
  const found = references.filter((reference) => reference !== ownKey).map((reference) => {
    const own = parseTraversal(reference);
    if (own === void 0) return opaque("its reference has an unknown form");
    spend(1);
    const steps = [...own, ...rest];
    return refer(IN_PLAN, { walk, scope, steps, keyed, own: own.length }, steps);
  });
  const [only2] = found;
  if (only2 !== void 0 && found.length === 1 && rest.length === 0 && only2.length > 0) return only2;
  const ends = found.flat();
  return ends.length === 0 ? KNOWN_TO_TERRAFORM : distinctEnds(ends);
}
var IN_PLAN = {
  local: (site, name, rest) => followedOnce(site, () => followLocal(site, name, rest)),
  variable: (site, name, rest) => followedOnce(site, () => followVariable(site, name, rest)),
  output: (site, named2, rest) => followedOnce(site, () => followOutput(site, named2, rest)),
  eachKey: ({ scope }) => constant(scope.key ?? null, []),
  eachValue: followEach,
  resource: followResource,
  session: () => [],
  nowhere: (_, why) => opaque(why)
};
function followedOnce({ walk, scope, own, steps }, lead) {
  return once(walk.known, `${scope.path} ${String(walk.isExact)} ${String(own)}${stepsText(steps)}`, lead);
}
function once(memory, way, lead) {
  const found = memory.get(way);
  if (found !== void 0) return found;
  memory.set(way, CIRCLE);
  const ends = lead();
  memory.set(way, ends);
  return ends;
}
function followEach({ walk, scope }, rest) {
  const { key, forEach } = scope;
  if (key === void 0) return opaque("its for_each is not in the plan");
  const steps = [{ kind: "key", key }, ...rest];
  const place = { scope: withoutEach(scope), rest: steps };
  const kept = forEach === void 0 ? KNOWN_TO_TERRAFORM : evaluate(walk, forEach, place);
  const isValue = !walk.isExact && valueOfEnds(kept) !== void 0;
  const isDecided = forEach?.kind === "constant" || kept.length === 1 && (isTarget(kept[0]) || isValue);
  const written2 = isDecided ? void 0 : forEachThing(walk, scope);
  const ends = written2 === void 0 ? kept : leadsOf(walk, written2, steps);
  if (written2 === void 0 && !isDecided && walk.isExact && ends.every(isConstant))
    return KNOWN_TO_TERRAFORM;
  const isSet2 = forEach !== void 0 && valueOfEnds(ends) === void 0 && ends.every(isConstant);
  return isSet2 && rest.length === 0 ? constant(key, []) : ends;
}
function followVariable({ walk, scope }, name, rest) {
  const own = scope.modules.at(-1);
  if (own === void 0) {
    return walk.variables.has(name) ? constant(walk.variables.get(name), rest) : opaque(`the variable \`${name}\` has no value in the plan`);
  }
  const caller = callerOf(walk, scope, own);
  if (caller === void 0) return opaque("its module call is not in the configuration");
  const argument = caller.call.expressions.get(name);
  if (argument !== void 0) {
    const place = { scope: caller.scope, rest };
    return evaluateAt(walk, argument, { block: caller.scope.owner, argument: name, place });
  }
  const declared = scope.module.variables.get(name);
  return declared !== void 0 && "default" in declared ? constant(declared.default, rest) : opaque(`the variable \`${name}\` is not set`);
}
function followLocal({ walk, scope }, name, rest) {
  const thing = localThing(walk, scope, name);
  return thing === void 0 ? opaque(`the plan does not keep the local value \`${name}\``) : leadsOf(walk, thing, rest);
}
function followOutput({ walk, scope, own }, named2, rest) {
  const { module: name, key, output } = named2;
  const module = scope.module.calls.get(name)?.module;
  if (module === void 0) return opaque(`the module \`${name}\` is not in the configuration`);
  if (output === void 0) return opaque(`it takes the module \`${name}\` as a whole`);
  const expression = module.outputs.get(output);
  if (expression === void 0) return opaque(`the module \`${name}\` has no output of that name`);
  const all = walk.index.calls.get(`${scope.path}module.${name}`) ?? NO_KEYS;
  const isOne = key !== void 0 && (own > 2 || all.has(key));
  const keys = isOne ? [key] : all.size === 0 ? [void 0] : [...all.keys()];
  const block = { keyword: "output", labels: [output] };
  const found = keys.map((instanceKey) => {
    const inside = scopeWithin(scope, { name, key: instanceKey }, module);
    return evaluateAt(walk, expression, { block, argument: "value", place: { scope: inside, rest } });
  });
  const [only2] = found;
  return only2 !== void 0 && found.length === 1 ? only2 : distinctEnds(found.flat());
}
function followResource(site, name, tail) {
  const { walk, scope } = site;
  const block = walk.index.blocks.get(`${scope.path}${name}`);
  const own = site.own - (site.steps.length - tail.length);
  const picked = block === void 0 ? void 0 : pick(site, block, { tail, own });
  if (picked === void 0 || picked.instances.length === 0) {
    return scope.module.resources.has(name) ? MISSING : opaque("the plan does not show what it refers to");
  }
  const rest = tail.slice(picked.used);
  const ends = picked.instances.flatMap((instance2) => {
    const path = own > picked.used ? rest : fromAttribute(instance2, rest);
    return followInstance(walk, instance2, path);
  });
  return distinctEnds(ends);
}
function pick({ walk, scope, keyed }, block, { tail, own }) {
  const [head] = tail;
  const isKey = head?.kind === "key";
  const key = head === void 0 ? void 0 : keyOfStep(head);
  const named2 = key === void 0 ? void 0 : instanceWith(block, key);
  if (isKey && own > 0) return { instances: named2 === void 0 ? [] : [named2], used: 1 };
  if (named2 !== void 0 && typeof key === "string") return { instances: [named2], used: 1 };
  const alike = keyed ? block.byKey.get(scope.key) : void 0;
  const isOurs = typeof scope.key === "string" || hasSameKeys(walk, scope.siblings, block.byKey);
  return { instances: alike !== void 0 && isOurs ? [alike] : block.all, used: isKey ? 1 : 0 };
}
function instanceWith({ byKey }, key) {
  return byKey.get(key) ?? byKey.get(typeof key === "number" ? String(key) : Number(key));
}
function fromAttribute({ after }, path) {
  const isAttribute = (step) => step.kind === "name" && after !== void 0 && (Object.hasOwn(after.values, step.name) || isMarked(after.unknown, step.name));
  const start = path.findIndex(isAttribute);
  return start === -1 ? [] : path.slice(start);
}
function hasSameKeys({ sameKeys }, a, b) {
  const others = sameKeys.get(a) ?? /* @__PURE__ */ new Map();
  sameKeys.set(a, others);
  const found = others.get(b);
  if (found !== void 0) return found;
  const isSame = a.size === b.size && [...a.keys()].every((key) => b.has(key));
  others.set(b, isSame);
  return isSame;
}
function followInstance(walk, instance2, path) {
  const [wanted, ...rest] = path;
  const attribute = wanted?.kind === "name" ? wanted.name : void 0;
  const end = [{ kind: "target", address: instance2.address, attribute }];
  if (attribute === void 0 || instance2.after === void 0) return end;
  const value = rawAt(instance2.after, attribute);
  if (value.kind === "known") return constant(value.value, rest);
  if (value.kind === "unset")
    return Object.hasOwn(instance2.after.values, attribute) ? constant(null, []) : end;
  if (!walk.isThorough || ownBlock(walk, instance2)?.expressions.has(attribute) !== true) return end;
  const ends = follow(walk, instance2, attribute, rest);
  const leads = ends.filter(({ kind }) => kind !== "constant");
  if (leads.length === 0) return end;
  return leads.length === ends.length ? ends : [...ends, ...end];
}

// src/plan/references/resolve.ts
function resolverOf(document, index, readSource) {
  const { configuration: root, variables, providerRegions } = document;
  const walk = {
    root,
    variables,
    index,
    readSource,
    unread: /* @__PURE__ */ new Map(),
    ownBlocks: /* @__PURE__ */ new Map(),
    sameKeys: /* @__PURE__ */ new Map(),
    known: /* @__PURE__ */ new Map(),
    followed: /* @__PURE__ */ new Map(),
    isThorough: true,
    items: /* @__PURE__ */ new Map(),
    evaluate,
    isExact: false,
    depth: 0
  };
  const brief = { ...walk, isThorough: false, known: /* @__PURE__ */ new Map(), followed: /* @__PURE__ */ new Map(), items: /* @__PURE__ */ new Map() };
  return {
    isConfigured: (instance2, attribute) => {
      const block = ownBlock(walk, instance2);
      if (block === void 0) return void 0;
      const expression = block.expressions.get(attribute);
      return expression !== void 0 && !(expression.kind === "constant" && expression.value === null);
    },
    resolve: (instance2, attribute) => follow(walk, instance2, attribute),
    nearest: (instance2, attribute) => follow(brief, instance2, attribute),
    isDirect: (instance2, attribute) => isDirect(walk, instance2, attribute),
    unread: () => [...walk.unread.values()],
    providerRegion: (instance2) => {
      const provider = ownBlock(walk, instance2)?.provider;
      const region = provider === void 0 ? void 0 : providerRegions.get(provider);
      return region === void 0 ? void 0 : regionText(region, variables);
    }
  };
}
function regionText(region, variables) {
  if (region.kind === "opaque") return void 0;
  const [, variable] = region.kind === "constant" ? [] : /^var\.([^.[]+)$/.exec(region.references.join(" ")) ?? [];
  const value = region.kind === "constant" ? region.value : variable === void 0 ? void 0 : variables.get(variable);
  return typeof value === "string" ? value : void 0;
}

// src/plan/references/refs.ts
function atOf(context, instance2, which) {
  const side = instance2[which];
  if (side === void 0) return void 0;
  const isAfter = which === "after";
  const isNew = isAfter && instance2.actions.some((action) => action === "create" || action === "update");
  return { context, instance: instance2, side, isAfter, isNew };
}
function bothOf(context, instance2, read) {
  const side = (which) => {
    const at = atOf(context, instance2, which);
    return at === void 0 ? void 0 : read(at);
  };
  return {
    address: instance2.address,
    isData: instance2.mode === "data",
    actions: instance2.actions,
    isReplaced: isReplaced(instance2),
    replaceAttributes: instance2.replaceAttributes,
    before: side("before"),
    after: side("after")
  };
}
function isOnlyUnset({ context, instance: instance2, side }, attribute) {
  if (instance2.mode === "data" || !isMarked(side.unknown, attribute)) return false;
  const { resolver } = context;
  const configured = resolver.isConfigured(instance2, attribute);
  if (configured !== true || instance2.isDeferred) return configured === false;
  return resolver.resolve(instance2, attribute).every(({ kind }) => kind === "constant");
}
function settle(at, attribute, value) {
  return value.kind === "unknown" && isOnlyUnset(at, attribute) ? { kind: "unset" } : value;
}
function isOutdone(at, attribute, beside) {
  if (at.instance.mode === "data") return false;
  return beside.some((other) => weightOf(at, other) > weightOf(at, attribute));
}
function weightOf(at, attribute) {
  if (isMoving(at, attribute)) return at.isAfter ? 2 : 0;
  return at.context.resolver.isConfigured(at.instance, attribute) === true ? 1 : 0;
}
function isMoving({ context, instance: instance2 }, attribute) {
  const old = atOf(context, instance2, "before");
  const next = atOf(context, instance2, "after");
  if (old === void 0 || next === void 0 || old.side === next.side) return false;
  const [before, after] = [old, next].map((at) => settle(at, attribute, rawAt(at.side, attribute)));
  return after?.kind === "unknown" || JSON.stringify(before) !== JSON.stringify(after);
}
function settledText(at, attribute) {
  return settle(at, attribute, textAt(at.side, attribute));
}
function groupRefOf(at, attribute, need = "optional") {
  const value = textAt(at.side, attribute);
  if (value.kind === "known") return groupRef(value.value);
  if (value.kind === "unset") return void 0;
  if (!isMarked(at.side.unknown, attribute)) return unknownGroup(NOT_TOLD);
  if (isOnlyUnset(at, attribute)) return void 0;
  const { resolver, replacedById } = at.context;
  const found = groupFrom(at.context, resolver.resolve(at.instance, attribute), need);
  if (found.kind === "group") return found;
  const before = knownText(at.instance.before, attribute);
  const replaced = before === void 0 ? void 0 : replacedById.get(before);
  if (replaced === void 0 || !GROUP_TYPES.has(replaced.type)) return found;
  const isPossible = found.oneOf.length === 0 || found.oneOf.includes(replaced.address);
  return isPossible ? groupRef(replaced.address) : found;
}
var NOT_TOLD = "the plan does not know it";
function groupFrom(context, outcomes, need) {
  const leads = outcomes.filter(({ kind }) => kind !== "constant");
  const keys = [];
  let why;
  for (const outcome of leads) {
    const key = keyOfTarget(context, outcome);
    if (key !== void 0) keys.push(key);
    else why = outcome.kind === "opaque" ? outcome.why : "it mixes groups with other values";
  }
  const [only2] = keys;
  const orNone = need === "optional" && (why !== void 0 || leads.length < outcomes.length);
  if (only2 !== void 0 && keys.length === 1 && why === void 0 && !orNone) return groupRef(only2);
  const reason = why ?? (orNone ? "it depends on a condition" : "it may be one of several groups");
  return { ...unknownGroup(reason, why === void 0 ? keys : []), ...orNone && { orNone } };
}
function keyOfTarget(context, outcome) {
  if (outcome.kind !== "target") return void 0;
  const instance2 = context.byAddress.get(outcome.address);
  if (instance2 === void 0) return void 0;
  const { attribute = "id" } = outcome;
  if (GROUP_TYPES.has(instance2.type)) {
    if (attribute !== "id" && attribute !== "secgroup_id") return void 0;
    const { address, after } = instance2;
    return isReplaced(instance2) ? address : idOf(after) ?? context.postponed.get(address) ?? address;
  }
  if (instance2.type === CLUSTER_TYPE && attribute.startsWith("security_group_")) {
    const made = attribute === "security_group_id" ? "security_group_node" : attribute;
    return keyOfAttribute(instance2, made);
  }
  return void 0;
}
function groupRefsOf(at, attribute) {
  const value = textsAt(at.side, attribute);
  if (value.kind === "unset" || value.kind === "unknown" && isOnlyUnset(at, attribute)) return [];
  const elements2 = value.kind === "known" ? value.value : void 0;
  const ids = elements2?.filter((id) => id !== void 0) ?? [];
  const refs = ids.map(groupRef);
  if (ids.length === elements2?.length) return refs;
  if (!isMarked(at.side.unknown, attribute)) return [...refs, unknownGroup(NOT_TOLD)];
  const outcomes = at.context.resolver.resolve(at.instance, attribute);
  return [...refs, ...unknownMembers(at.context, outcomes, new Set(ids), elements2?.length)];
}
function unknownMembers(context, outcomes, listed, length) {
  const found = outcomes.filter(({ kind }) => kind !== "constant").map((outcome) => groupFrom(context, [outcome], "required"));
  const texts = length === void 0 ? outcomes.flatMap(textOfOutcome) : [];
  const keys = [...found.flatMap((ref) => ref.kind === "group" ? [ref.key] : []), ...texts];
  const more = distinct(keys).filter((key) => !listed.has(key));
  const strange = found.filter((ref) => ref.kind === "unknown");
  const isConditional = length === void 0 && outcomes.some(isCondition);
  const isChoice = length === void 0 ? isConditional && more.length > 1 : more.length > length - listed.size;
  if (isChoice && strange.length === 0) {
    return [unknownGroup("it may be one of several groups", more)];
  }
  const refs = [...more.map(groupRef), ...strange];
  const isShort = length !== void 0 && refs.length < length - listed.size;
  return refs.length === 0 || isShort ? [...refs, unknownGroup(NOT_TOLD)] : refs;
}
function textOfOutcome(outcome) {
  return outcome.kind === "constant" && typeof outcome.value === "string" && outcome.value !== "" ? [outcome.value] : [];
}
function isCondition(outcome) {
  return outcome.kind === "constant" && ["boolean", "number"].includes(typeof outcome.value);
}
function objectRefOf(at, attribute) {
  const value = textAt(at.side, attribute);
  if (value.kind === "known") return { kind: "id", id: value.value };
  if (!isMarked(at.side.unknown, attribute)) return { kind: "unknown" };
  const leads = at.context.resolver.resolve(at.instance, attribute).filter(({ kind }) => kind !== "constant");
  const [only2] = leads;
  return leads.length === 1 && only2?.kind === "target" ? { kind: "address", address: only2.address } : { kind: "unknown" };
}
function rangeAt(at, attribute) {
  const value = settle(at, attribute, textAt(at.side, attribute));
  if (value.kind === "unset") return void 0;
  if (value.kind === "known") return rangeOfText(value.value, value.isSensitive, at, attribute);
  return unknownRange(
    isMarked(at.side.unknown, attribute) ? originOf(at.context, at.instance, attribute) : ownToken(at, attribute)
  );
}
function originOf({ resolver, byAddress }, instance2, attribute) {
  let origin = { instance: instance2, attribute };
  for (let left = REFERENCE_LIMIT; left > 0; left--) {
    const [only2, ...others] = resolver.nearest(origin.instance, origin.attribute);
    if (only2?.kind !== "target" || only2.attribute === void 0 || others.length > 0) break;
    const next = byAddress.get(only2.address);
    if (next === void 0) return `${only2.address}.${only2.attribute}`;
    origin = { instance: next, attribute: only2.attribute };
  }
  return `${origin.instance.address}.${origin.attribute}`;
}
var REFERENCE_LIMIT = 50;
function unknownRange(token) {
  return { kind: "unknown", token, why: `${token} is known after apply` };
}
function knownRange(peers, isSensitive) {
  return { kind: "known", peers, isSensitive };
}
function rangeOfText(text2, isSensitive, at, attribute) {
  const cidr = at.context.cidrOf(text2);
  return cidr === void 0 ? { kind: "unknown", token: ownToken(at, attribute), why: `${ownToken(at, attribute)} is no CIDR` } : knownRange(cidr.peers, isSensitive);
}
function ownToken(at, attribute) {
  return `${at.instance.address}.${attribute}`;
}
function rangesAt(at, attribute) {
  const value = settle(at, attribute, textsAt(at.side, attribute));
  if (value.kind === "unset") return void 0;
  if (value.kind === "unknown") return [unknownRange(ownToken(at, attribute))];
  return value.value.map(
    (text2, i) => text2 === void 0 ? unknownRange(`${ownToken(at, attribute)}[${String(i)}]`) : rangeOfText(text2, value.isSensitive, at, attribute)
  );
}
function isAttributeChanged(instance2, attribute) {
  if (instance2.before === void 0 || instance2.after === void 0) return false;
  const [before, after] = [rawAt(instance2.before, attribute), rawAt(instance2.after, attribute)];
  if (before.kind === "known" && after.kind === "known") return before.value !== after.value;
  return before.kind === "known" && after.kind === "unset";
}

// src/plan/resources/attachments.ts
function readPort(context, instance2) {
  return bothOf(context, instance2, (at) => {
    const isEmptied = ifKnown(flagAt(at.side, "no_security_groups")) === true;
    const groups = isEmptied ? [] : groupRefsOf(at, "security_group_ids");
    const isFiltered = ifKnown(flagAt(at.side, "port_security_enabled")) !== false;
    return {
      kind: "port",
      member: self(at),
      device: objectRefOf(at, "device_id"),
      // A port without groups in the configuration keeps what it has.
      groups: isFiltered && (groups.length > 0 || isEmptied) ? groups.map(byId) : void 0,
      isExact: true
    };
  });
}
function readPortAssociate(context, instance2) {
  return bothOf(context, instance2, (at) => ({
    kind: "associate",
    member: objectRefOf(at, "port_id"),
    device: { kind: "unknown" },
    groups: groupRefsOf(at, "security_group_ids").map(byId),
    isExact: ifKnown(flagAt(at.side, "force")) === true
  }));
}
function readEcsInstance(context, instance2) {
  return bothOf(context, instance2, (at) => {
    const groups = groupRefsOf(at, "security_groups");
    return { ...server(at), groups: groups.length > 0 ? groups.map(byId) : void 0 };
  });
}
function readComputeInstance(context, instance2) {
  return bothOf(context, instance2, (at) => {
    const names = settle(at, "security_groups", textsAt(at.side, "security_groups"));
    if (names.kind === "unset") return { ...server(at), groups: void 0 };
    const unknown = {
      by: "id",
      ref: unknownGroup("its name is known after apply")
    };
    const groups = names.kind === "unknown" ? [unknown] : names.value.map((name) => name === void 0 ? unknown : { by: "name", name });
    return { ...server(at), groups };
  });
}
function byId(ref) {
  return { by: "id", ref };
}
function server(at) {
  return { kind: "server", member: self(at), device: self(at), isExact: true };
}
function self(at) {
  const id = at.isAfter && at.instance.actions.includes("create") ? void 0 : idOf(at.side);
  return id === void 0 ? { kind: "address", address: at.instance.address } : { kind: "id", id };
}

// src/plan/resources/bystanders.ts
var SISTER_CLUSTER = /^(?!opentelekomcloud_)[a-z0-9]+_cce_cluster(_v\d+)?$/;
var PACKET_FILTER = /^opentelekomcloud_(fw_|vpc_network_acl)/;
function bystanderKind(type) {
  if (SISTER_CLUSTER.test(type)) return "sister-cluster";
  return PACKET_FILTER.test(type) ? "packet-filter" : void 0;
}
function bystanderOf({ type, address, actions, mode, before, after }) {
  const kind = bystanderKind(type);
  const isThere = before !== void 0 || after !== void 0;
  return kind === void 0 || !isThere ? [] : [{ kind, address, actions, isData: mode === "data" }];
}

// src/plan/resources/cce-cluster-v3.ts
function readCluster(context, instance2) {
  return bothOf(context, instance2, readClusterSide);
}
function readClusterSide(at) {
  const isNew = at.isAfter && isReplaced(at.instance);
  const { nodeGroup, ownNodeGroup } = nodeGroupsOf(at);
  return {
    id: isNew ? void 0 : idOf(at.side),
    name: nameOfSide(at.side),
    networkType: networkTypeOf(at),
    vpc: objectRefOf(at, "vpc_id"),
    subnet: objectRefOf(at, "subnet_id"),
    eniSubnet: objectRefOf(at, "eni_subnet_id"),
    containerCidr: computedRange(at, "container_network_cidr"),
    serviceCidr: computedRange(at, "kubernetes_svc_ip_range"),
    eniSubnetCidr: rangeAt(at, "eni_subnet_cidr"),
    nodeGroup,
    controlGroup: groupMadeByCce(at, "security_group_control"),
    ownNodeGroup,
    hasIpv6: ifKnown(flagAt(at.side, "ipv6_enable")) === true,
    apiAddress: apiAddressOf(at),
    nodePorts: nodePortsOf(at),
    region: knownText(at.side, "region") ?? at.context.resolver.providerRegion(at.instance)
  };
}
function apiAddressOf({ side, context }) {
  const url = textAt(side, "internal");
  const host = url.kind === "known" ? hostOf(url.value) : void 0;
  const cidr = host === void 0 ? void 0 : context.cidrOf(host);
  return url.kind === "known" && cidr !== void 0 ? knownRange(cidr.peers, url.isSensitive) : void 0;
}
function hostOf(url) {
  return /^https?:\/\/([\d.]+)(?::\d+)?\/?$/.exec(url)?.[1];
}
function nodePortsOf({ side, instance: instance2 }) {
  const unknown = { kind: "unknown", token: `${instance2.address}: ${NODE_PORT_SETTING}` };
  const components = blocksAt(side, "component_configurations");
  if (components.kind !== "known") return components.kind === "unknown" ? unknown : void 0;
  const found = components.value.map((component) => {
    const name = textAt(component, "name");
    if (name.kind === "known" && name.value !== "kube-apiserver") return { kind: "unset" };
    return settingOf(component);
  });
  const setting = found.find(({ kind }) => kind !== "unset");
  if (setting === void 0) return void 0;
  const [, from, to] = setting.kind === "known" ? /^(\d{1,5})-(\d{1,5})$/.exec(setting.value.trim()) ?? [] : [];
  return from === void 0 || to === void 0 ? unknown : { kind: "known", range: { from: Number(from), to: Number(to) } };
}
var NODE_PORT_SETTING = "service-node-port-range";
function settingOf(component) {
  const settings = blocksAt(component, "configurations");
  if (settings.kind !== "known") return settings;
  for (const setting of settings.value) {
    const name = textAt(setting, "name");
    if (name.kind === "unknown") return name;
    if (name.kind === "known" && name.value === NODE_PORT_SETTING) return textAt(setting, "value");
  }
  return { kind: "unset" };
}
function networkTypeOf({ side }) {
  const type = textAt(side, "container_network_type");
  if (type.kind === "known") return { text: type.value, isSensitive: type.isSensitive };
  const isTurbo = knownText(side, "eni_subnet_id") !== void 0;
  return isTurbo ? { text: "eni", isSensitive: false } : void 0;
}
function groupMadeByCce(at, attribute) {
  const value = textAt(at.side, attribute);
  if (value.kind === "known") return groupRef(value.value);
  return value.kind === "unknown" ? groupRef(keyOfAttribute(at.instance, attribute)) : void 0;
}
function nodeGroupsOf(at) {
  const { resolver, managedGroups } = at.context;
  const made = groupMadeByCce(at, "security_group_node");
  const isMade = (ref) => ref?.kind === "group" && made?.kind === "group" && ref.key === made.key;
  if (resolver.isConfigured(at.instance, "security_group_id") === true) {
    const own = groupRefOf(at, "security_group_id");
    return { nodeGroup: made, ownNodeGroup: isMade(own) ? void 0 : own };
  }
  const id = knownText(at.side, "security_group_id");
  const read = id === void 0 ? void 0 : groupRef(id);
  if (id === void 0 || isMade(read)) return { nodeGroup: made, ownNodeGroup: void 0 };
  const managed = managedGroups.get(id);
  return managed !== void 0 && isOwnGroup(managed) ? { nodeGroup: made, ownNodeGroup: read } : { nodeGroup: made ?? read, ownNodeGroup: void 0 };
}
function isOwnGroup(managed) {
  const { kind } = groupOriginOf(managed);
  const name = nameOfSide(managed.after ?? managed.before);
  const isNamedByCce = name !== void 0 && roleOfName(name.text) !== void 0;
  return kind === "own" || kind === "not-told" && !isNamedByCce;
}
function computedRange(at, attribute) {
  const value = textAt(at.side, attribute);
  const isChosen = value.kind === "unknown" && settle(at, attribute, value).kind === "unset";
  if (!isChosen) return rangeAt(at, attribute);
  const token = `${at.instance.address}.${attribute}`;
  return { kind: "unknown", token, why: `${token} is known after apply` };
}

// src/plan/resources/cce-nodes.ts
function readNodePool(context, instance2) {
  return bothOf(context, instance2, (at) => ({
    cluster: objectRefOf(at, "cluster_id"),
    subnet: ownSubnet(at),
    groups: groupRefsOf(at, "security_group_ids")
  }));
}
function ownSubnet(at) {
  const value = textAt(at.side, "subnet_id");
  if (value.kind === "unset" || value.kind === "unknown" && isOnlyUnset(at, "subnet_id")) return void 0;
  return objectRefOf(at, "subnet_id");
}
function readNode(context, instance2) {
  return bothOf(context, instance2, (at) => {
    const ids = [idOf(at.side), knownText(at.side, "server_id")].filter((id) => id !== void 0);
    const server2 = objectRefOf(at, "server_id");
    return {
      cluster: objectRefOf(at, "cluster_id"),
      subnet: ownSubnet(at),
      members: [
        ...ids.map((id) => ({ kind: "id", id })),
        { kind: "address", address: instance2.address },
        ...server2.kind === "address" ? [server2] : []
      ]
    };
  });
}

// src/plan/resources/protocol-names.ts
var V2_NAMES = /* @__PURE__ */ new Map([
  ["icmp", 1],
  ["igmp", 2],
  ["tcp", 6],
  ["egp", 8],
  ["udp", 17],
  ["dccp", 33],
  ["ipv6-encap", 41],
  ["ipv6-route", 43],
  ["ipv6-frag", 44],
  ["rsvp", 46],
  ["gre", 47],
  ["esp", 50],
  ["ah", 51],
  ["ipv6-icmp", 58],
  ["ipv6-nonxt", 59],
  ["ipv6-opts", 60],
  ["ospf", 89],
  ["vrrp", 112],
  ["pgm", 113],
  ["sctp", 132],
  ["udplite", 136]
]);
var V3_NAMES = new Map(Object.entries(PROTOCOL_NUMBERS));
function readProtocol(text2, api) {
  const number = (api === "v2" ? V2_NAMES : V3_NAMES).get(text2);
  if (number !== void 0) return { kind: "number", number };
  if (!/^-?\d+$/.test(text2)) return { kind: "no-name" };
  const value = Number(text2);
  return value >= 0 && value <= 255 ? { kind: "number", number: value } : { kind: "out-of-range" };
}

// src/plan/rule-problem.ts
function sound(value) {
  return { value, problems: NONE };
}
var NONE = [];
function refused(value, flaw) {
  return { value, problems: [{ kind: "refused", flaw }] };
}
function rewritten(value, flaw) {
  return { value, problems: [{ kind: "changed", flaw }] };
}
function behind({ problems }, part) {
  return problems.length === 0 ? part : { value: part.value, problems: [...problems, ...part.problems] };
}
function problemsOf(parts) {
  return parts.every(({ problems }) => problems.length === 0) ? NONE : parts.flatMap(({ problems }) => problems);
}

// src/plan/resources/rule-parts.ts
var TRAFFIC_ATTRIBUTES = [
  "direction",
  "ethertype",
  "ether_type",
  "protocol",
  "port_range_min",
  "port_range_max",
  "multi_port",
  "action",
  "priority"
];
function readRule(context, instance2, api, read) {
  const side = (which) => {
    const at = atOf(context, instance2, which);
    if (at === void 0) return void 0;
    const found = at.isNew ? read(at) : asItStands(read(at));
    const isSensitive = TRAFFIC_ATTRIBUTES.some((attribute) => isMarked(at.side.sensitive, attribute));
    return isSensitive ? { ...found, isTrafficSensitive: true } : found;
  };
  const before = side("before");
  const change = changeBetween(instance2, instance2.before, instance2.after);
  const isSame = api === "v2" && instance2.before === instance2.after;
  return {
    address: instance2.address,
    actions: instance2.actions,
    change: change === "stands" && instance2.actions.includes("update") ? "updated" : change,
    before,
    after: isSame ? before : side("after"),
    drifted: side("drifted"),
    id: idOf(instance2.before),
    api,
    isDeposed: instance2.isUnconfigured && instance2.actions.includes("delete"),
    replaceAttributes: instance2.replaceAttributes
  };
}
function asItStands(side) {
  return isAccepted(side) ? side : { ...side, traffic: someTraffic(side.traffic), problems: [] };
}
function portsWithin(min, max) {
  const [lo, hi] = [min ?? 0, max === void 0 || max === 0 ? LAST_PORT : max];
  return 0 <= lo && lo <= hi && hi <= LAST_PORT ? [{ lo, hi }] : ALL_PORTS;
}
function whenDeferred(rule) {
  const { before, after } = rule;
  return [
    ...before === void 0 ? [] : [{ ...rule, change: "stands", after: perhaps(before) }],
    ...after === void 0 || rule.change === "stands" ? [] : [{ ...rule, change: "created", before: void 0, after: perhaps(after) }]
  ];
}
function perhaps(side) {
  const { group } = side;
  const oneOf = group.kind === "group" ? [group.key] : group.oneOf;
  return { ...side, group: unknownGroup("its change is deferred", oneOf) };
}
function changeBetween(instance2, before, after) {
  if (before === void 0) return after === void 0 ? "drifted-away" : "created";
  if (after === void 0) return "destroyed";
  if (!isReplaced(instance2)) return "stands";
  return instance2.actions[0] === "create" ? "created-then-destroyed" : "destroyed-then-created";
}
function wordOf(at, words) {
  const { attribute, unset, flaw } = words;
  const value = settledText(at, attribute);
  if (value.kind === "unknown") return sound("unknown");
  if (value.kind === "unset" && unset !== void 0) return sound(unset);
  const word = value.kind === "known" ? words.words.find((one) => one === value.value) : void 0;
  return word === void 0 ? refused("unknown", flaw) : sound(word);
}
function directionAt(at) {
  return wordOf(at, { attribute: "direction", words: ["ingress", "egress"], flaw: { id: "direction" } });
}
function familyAt(at, attribute) {
  const words = { attribute, words: ["IPv4", "IPv6"], flaw: { id: "family" } };
  return wordOf(at, attribute === "ethertype" ? words : { ...words, unset: "IPv4" });
}
function peerOf(at, family, readAddressGroup = () => void 0) {
  const prefix = prefixOf(at, family);
  const candidates = [
    candidateOf(at, "remote_ip_prefix", prefix.value),
    candidateOf(at, "remote_group_id", groupPeerOf(at)),
    candidateOf(at, "remote_address_group_id", readAddressGroup(at))
  ].filter((candidate) => candidate !== void 0);
  const [firm, ...others] = candidates.filter(({ isFirm }) => isFirm);
  const peer = firm === void 0 ? likelyPeer(candidates) : firm.peer;
  return behind(prefix, others.length > 0 ? refused(peer, { id: "two-peers" }) : sound(peer));
}
function likelyPeer(candidates) {
  const certain = candidates.filter(({ peer }) => !isUncertain(peer));
  const likely = certain.length > 0 ? certain : candidates;
  return likely.length === 0 ? ANYBODY : oneOfPeers(likely.map(({ peer }) => peer));
}
function candidateOf(at, attribute, peer) {
  if (peer === void 0) return void 0;
  const isKnown = !isMarked(at.side.unknown, attribute);
  return { peer, isFirm: isKnown || at.context.resolver.isDirect(at.instance, attribute) };
}
var ANYBODY = { kind: "any" };
function isUncertain(peer) {
  return peer.kind === "one-of" || peer.kind === "range" && peer.range.kind === "unknown" || peer.kind === "group" && peer.group.kind === "unknown";
}
function prefixOf(at, family) {
  const range = rangeAt(at, "remote_ip_prefix");
  if (range === void 0) return sound(void 0);
  const peer = { kind: "range", range };
  const text2 = textAt(at.side, "remote_ip_prefix");
  if (text2.kind !== "known") return sound(peer);
  const cidr = at.context.cidrOf(text2.value);
  if (cidr === void 0) {
    return text2.isSensitive ? sound(peer) : refused(peer, { id: "no-cidr", attribute: "remote_ip_prefix" });
  }
  const isOther = family !== "unknown" && cidr.family !== family;
  const first = isOther ? refused(peer, { id: "peer-family", peer: cidr.family, rule: family }) : sound(peer);
  return behind(first, cidr.hasHostBits ? rewritten(peer, { id: "host-bits" }) : sound(peer));
}
function groupPeerOf(at) {
  const group = groupRefOf(at, "remote_group_id");
  if (group === void 0) return void 0;
  const value = textAt(at.side, "remote_group_id");
  const isSensitive = value.kind === "known" && value.isSensitive;
  const peer = (ref) => ({ kind: "group", group: ref, isSensitive });
  if (group.kind === "group") return peer(group);
  const groups = group.oneOf.length === 0 ? [unknownGroup(group.why)] : group.oneOf.map(groupRef);
  const mayBeNone = group.orNone === true && !at.context.resolver.isDirect(at.instance, "remote_group_id");
  return oneOfPeers([...groups.map(peer), ...mayBeNone ? [ANYBODY] : []]);
}
function rangePeer(peers, isSensitive) {
  return { kind: "range", range: knownRange(peers, isSensitive) };
}
function ownerOf(at) {
  return groupRefOf(at, "security_group_id", "required") ?? {
    kind: "unknown",
    oneOf: [],
    why: "its group is not set"
  };
}

// src/plan/resources/compute-secgroup-v2.ts
function readComputeRules(instance2) {
  const { address } = instance2;
  const oldKey = idOf(instance2.before) ?? address;
  const newKey = isReplaced(instance2) ? address : idOf(instance2.after) ?? address;
  const before = rulesWithin(instance2.before);
  const after = rulesWithin(instance2.after);
  const drifted = rulesWithin(instance2.drifted);
  const old = (rule) => rule === void 0 ? void 0 : readEntry(rule, { address, group: oldKey, isNew: false });
  const rules = [];
  for (const hash of /* @__PURE__ */ new Set([...before.keys(), ...after.keys(), ...drifted.keys()])) {
    const [was, will, last] = [before.get(hash), after.get(hash), drifted.get(hash)];
    const isNew = was === void 0 || isReplaced(instance2);
    const change = changeBetween(instance2, was, will);
    rules.push({
      address,
      actions: change === "stands" || change === "drifted-away" ? ["no-op"] : instance2.actions,
      change,
      before: old(was),
      after: will === void 0 ? void 0 : readEntry(will, { address, group: newKey, isNew }),
      drifted: was === void 0 ? old(last) : void 0,
      id: idOf(was),
      api: "nova",
      isDeposed: instance2.isUnconfigured && instance2.actions.includes("delete"),
      replaceAttributes: instance2.replaceAttributes
    });
  }
  return rules;
}
var ATTRIBUTES = ["from_port", "to_port", "ip_protocol", "cidr", "from_group_id", "self"];
var UNKNOWN_RULES = { values: {}, unknown: true, sensitive: void 0 };
function rulesWithin(side) {
  const rules = side === void 0 ? void 0 : blocksAt(side, "rule");
  if (rules === void 0 || rules.kind === "unset") return /* @__PURE__ */ new Map();
  if (rules.kind === "unknown") return /* @__PURE__ */ new Map([["unknown", UNKNOWN_RULES]]);
  return new Map(rules.value.map((rule, i) => [hashOf(rule, i), rule]));
}
function hashOf(rule, place) {
  const values2 = ATTRIBUTES.map((attribute) => rawAt(rule, attribute));
  if (values2.some(({ kind }) => kind === "unknown")) return `unknown ${String(place)}`;
  const primitive = (value) => value.kind !== "known" || value.value === false ? "" : typeof value.value === "object" ? {} : value.value;
  return JSON.stringify(values2.map(primitive)).toLowerCase();
}
function readEntry(rule, where) {
  const isSensitive = ["ip_protocol", "from_port", "to_port"].some((name) => isMarked(rule.sensitive, name));
  const cidr = knownText(rule, "cidr");
  const traffic = novaTraffic(rule);
  const peer = novaPeer(rule, where);
  const problems = problemsOf([traffic, peer]);
  const side = {
    group: groupRef(where.group),
    direction: "ingress",
    family: (cidr === void 0 ? void 0 : parseCidr(cidr)?.family) ?? "IPv4",
    action: "allow",
    priority: { kind: "undocumented" },
    traffic: traffic.value,
    peer: peer.value,
    problems,
    ...isSensitive && { isTrafficSensitive: true }
  };
  if (where.isNew || problems.length === 0) return side;
  const isForAll = rawAt(rule, "ip_protocol").kind === "unset";
  return { ...side, traffic: isForAll ? ALL_TRAFFIC : someTraffic(traffic.value), problems: [] };
}
var NO_PORTS = [];
var NOVA_PROTOCOLS = canonical(NUMBERS, [ICMP, TCP, UDP].map(single));
function novaTraffic(rule) {
  const protocol = textAt(rule, "ip_protocol");
  const from = integerAt(rule, "from_port");
  const to = integerAt(rule, "to_port");
  if (protocol.kind === "unknown") {
    return sound(someTraffic({ protocols: NOVA_PROTOCOLS }, portsWithin(ifKnown(from), ifKnown(to))));
  }
  const name = ifKnown(protocol)?.toLowerCase();
  const reading = name !== void 0 && ["tcp", "udp", "icmp"].includes(name) ? readProtocol(name, "v2") : void 0;
  if (reading?.kind !== "number") {
    return refused(ALL_TRAFFIC, { id: "nova-protocol" });
  }
  const protocols = [single(reading.number)];
  const areTypes = hasTypes(reading.number);
  if (from.kind === "unknown" || to.kind === "unknown") {
    return sound(someTraffic({ protocols }, areTypes ? ALL_PORTS : portsWithin(ifKnown(from), ifKnown(to))));
  }
  const [lo, hi] = [ifKnown(from) ?? 0, ifKnown(to) ?? 0];
  const { value, problems } = areTypes ? novaTypes(lo, hi) : novaPorts(lo, hi);
  return { value: { protocols, ports: value }, problems };
}
function novaPorts(lo, hi) {
  if (lo === 0 && (hi === 0 || hi === LAST_PORT)) return sound(ALL_PORTS);
  if (lo >= 0 && lo <= hi && hi <= LAST_PORT) return sound([{ lo, hi }]);
  return refused(
    NO_PORTS,
    lo > hi ? { id: "min-above-max", min: "from_port", max: "to_port" } : { id: "ports-outside" }
  );
}
function novaTypes(type, code) {
  if (type < -1 || type > 255 || code < -1 || code > 255) {
    return refused(NO_PORTS, { id: "icmp-outside", lowest: -1 });
  }
  if (type === -1) return sound(ALL_PORTS);
  return sound([{ lo: icmpSlot(type, Math.max(code, 0)), hi: icmpSlot(type, code === -1 ? 255 : code) }]);
}
function novaPeer(rule, where) {
  const isOwn = ifKnown(flagAt(rule, "self")) === true;
  const named2 = [isOwn, ...["from_group_id", "cidr"].map((name) => textAt(rule, name).kind === "known")];
  const peer = isOwn ? sound(groupPeer(groupRef(where.group))) : otherPeer(rule, where);
  const isOne = named2.filter((isNamed) => isNamed).length < 2;
  return isOne ? peer : behind(refused(void 0, { id: "two-peers" }), peer);
}
function otherPeer(rule, { address }) {
  const from = textAt(rule, "from_group_id");
  const cidr = textAt(rule, "cidr");
  if (from.kind === "known") return sound(groupPeer(groupRef(from.value), from.isSensitive));
  if (from.kind === "unknown" && cidr.kind === "unset") {
    const why = "the plan does not keep which group its rule refers to";
    return sound(groupPeer(unknownGroup(why)));
  }
  const unknown = { kind: "range", range: unknownRange(`${address}.rule`) };
  if (cidr.kind !== "known") return sound(unknown);
  const parsed = parseCidr(cidr.value);
  if (parsed !== void 0) return sound(rangePeer(parsed.peers, cidr.isSensitive));
  return cidr.isSensitive ? sound(unknown) : refused(unknown, { id: "no-cidr", attribute: "cidr" });
}
function groupPeer(group, isSensitive = false) {
  return { kind: "group", group, isSensitive };
}

// src/plan/resources/networking-secgroup-rule-ids-v2.ts
function readRuleIds({ before }) {
  const group = knownText(before, "security_group_id");
  const ids = before === void 0 ? void 0 : listedIds(before);
  return group === void 0 || ids === void 0 ? [] : [{ group, ids }];
}
function listedIds(side) {
  const texts = textsAt(side, "ids");
  if (texts.kind === "unset") return Array.isArray(side.values["ids"]) ? [] : void 0;
  const ids = texts.kind === "known" ? texts.value.filter((id) => id !== void 0) : void 0;
  return texts.kind === "known" && ids?.length === texts.value.length ? ids : void 0;
}

// src/plan/resources/networking-secgroup-rule-v2.ts
function readRuleV2(context, instance2) {
  return readRule(context, instance2, "v2", readSideV2);
}
function readSideV2(at) {
  const direction = directionAt(at);
  const family = familyAt(at, "ethertype");
  const traffic = trafficV2(at);
  const peer = peerOf(at, family.value);
  return {
    group: ownerOf(at),
    direction: direction.value,
    family: family.value,
    traffic: traffic.value,
    peer: peer.value,
    action: "allow",
    priority: { kind: "undocumented" },
    problems: problemsOf([direction, family, traffic, peer])
  };
}
function trafficV2(at) {
  const protocol = settledText(at, "protocol");
  const min = settle(at, "port_range_min", integerAt(at.side, "port_range_min"));
  const max = settle(at, "port_range_max", integerAt(at.side, "port_range_max"));
  if (protocol.kind === "unknown")
    return sound(someTraffic(ALL_TRAFFIC, portsWithin(ifKnown(min), ifKnown(max))));
  if (min.kind === "unknown" || max.kind === "unknown") return trafficOfUnknownPorts(protocol, min, max);
  const ports = { min: ifKnown(min) ?? 0, max: ifKnown(max) ?? 0, areUnset: [min, max].every(isLeftOut) };
  const traffic = trafficOfProtocol(at, protocol, ports);
  return min.kind === "unset" && ports.max !== 0 && at.isNew ? behind(refused(void 0, { id: "max-without-min" }), traffic) : traffic;
}
function trafficOfUnknownPorts(protocol, min, max) {
  const name = ifKnown(protocol);
  if (name === void 0) return sound(ALL_TRAFFIC);
  const reading = readProtocol(name, "v2");
  if (reading.kind === "out-of-range") return refused(someTraffic(), { id: "protocol-number" });
  if (reading.kind === "no-name") return sound(someTraffic());
  const protocols = [single(reading.number)];
  if (hasPorts(reading.number))
    return sound(someTraffic({ protocols }, portsWithin(ifKnown(min), ifKnown(max))));
  return sound(hasTypes(reading.number) ? someTraffic({ protocols }) : { protocols, ports: ALL_PORTS });
}
var isLeftOut = ({ kind }) => kind === "unset";
function trafficOfProtocol(at, protocol, ports) {
  const hasRange = ports.min !== 0 || ports.max !== 0;
  const name = ifKnown(protocol);
  if (name === void 0)
    return hasRange ? rewritten(ALL_TRAFFIC, { id: "ports-dropped" }) : sound(ALL_TRAFFIC);
  const reading = readProtocol(name, "v2");
  if (reading.kind === "out-of-range") return refused(someTraffic(), { id: "protocol-number" });
  if (reading.kind === "no-name") {
    return hasRange ? refused(ALL_TRAFFIC, { id: "name-dropped-beside-ports" }) : rewritten(ALL_TRAFFIC, { id: "name-dropped" });
  }
  const protocols = [single(reading.number)];
  const within = ({ value, problems }) => ({
    value: { protocols, ports: value },
    problems
  });
  if (hasPorts(reading.number)) return within(portsBetween(ports));
  if (!hasTypes(reading.number)) return within(sound(ALL_PORTS));
  if (name === "icmp" && ports.min === 0 && ports.max === 255) return within(sound(ALL_PORTS));
  if (!at.isNew && name !== "icmp" && !hasRange) return sound(someTraffic({ protocols }));
  const types = within(icmpTypes(ports));
  return ports.areUnset && at.isNew ? behind(rewritten(void 0, { id: "icmp-without-ports" }), types) : types;
}
function portsBetween({ min, max }) {
  if (min === 0 && (max === 0 || max === LAST_PORT)) return sound(ALL_PORTS);
  if (min < 0 || max < 0 || min > LAST_PORT || max > LAST_PORT) return refused([], { id: "ports-outside" });
  if (max === 0) return refused([], { id: "min-without-max" });
  return min > max ? refused([], { id: "min-above-max", min: "port_range_min", max: "port_range_max" }) : sound([{ lo: min, hi: max }]);
}
function icmpTypes({ min, max }) {
  return min < 0 || min > 255 || max < 0 || max > 255 ? refused([], { id: "icmp-outside", lowest: 0 }) : sound([single(icmpSlot(min, max))]);
}

// src/plan/resources/secgroups.ts
function readGroups({ postponed }, instance2) {
  const { before, after, actions } = instance2;
  const base = {
    address: instance2.address,
    isData: instance2.mode === "data",
    api: apiOf(instance2.type),
    actions,
    isDescriptionChanged: isAttributeChanged(instance2, "description"),
    origin: groupOriginOf(instance2)
  };
  const old = {
    ...base,
    key: idOf(before) ?? instance2.address,
    id: idOf(before),
    nameBefore: nameOfSide(before),
    nameAfter: void 0,
    existsBefore: before !== void 0,
    existsAfter: false,
    isDestroyed: actions.includes("delete"),
    hasDefaultRules: !isSet(before)
  };
  if (after === void 0) return before === void 0 ? [] : [old];
  const name = nameOfSide(after) ?? (base.isData ? patternOf(after) : void 0);
  if (isReplaced(instance2)) return [old, madeInPlace(old, after, name)];
  return [
    {
      ...old,
      key: idOf(after) ?? idOf(before) ?? postponed.get(instance2.address) ?? instance2.address,
      id: idOf(after) ?? idOf(before),
      nameAfter: name,
      existsAfter: true,
      isDestroyed: false,
      hasDefaultRules: !isSet(after) && !isSet(before)
    }
  ];
}
function madeInPlace(old, after, name) {
  return {
    ...old,
    key: old.address,
    id: void 0,
    nameBefore: void 0,
    nameAfter: name,
    existsBefore: false,
    existsAfter: true,
    isDestroyed: false,
    hasDefaultRules: !isSet(after),
    origin: { kind: "own" }
  };
}
function patternOf(side) {
  const name = nameOfSide(side, "name_regex");
  return name === void 0 ? void 0 : { ...name, isPattern: true };
}
function apiOf(type) {
  if (type === "opentelekomcloud_vpc_secgroup_v3") return "v3";
  return type === "opentelekomcloud_compute_secgroup_v2" ? "nova" : "v2";
}
function isSet(side) {
  return side !== void 0 && hasNoDefaultRules(side);
}

// src/plan/resources/vpc-ip-address-group-v3.ts
var ADDRESS_GROUP_TYPE = "opentelekomcloud_vpc_ip_address_group_v3";
function addressGroupPeer(at) {
  const value = settledText(at, "remote_address_group_id");
  if (value.kind === "unset") return void 0;
  const group = value.kind === "known" ? at.context.addressGroups.get(value.value) : groupByReference(at);
  if (group === void 0) {
    const isShown = value.kind === "known" && !value.isSensitive;
    const name = isShown ? value.value : `${at.instance.address}.remote_address_group_id`;
    return { kind: "range", range: unknownRange(`IP address group ${name}`) };
  }
  const own = atOf(at.context, group, at.isAfter ? "after" : "before");
  const { address, actions } = group;
  const range = own === void 0 ? unknownEntries(group) : knownEntries(own);
  return { kind: "range", range, addressGroup: { address, actions } };
}
function groupByReference(at) {
  const [only2, ...others] = at.context.resolver.resolve(at.instance, "remote_address_group_id");
  if (only2?.kind !== "target" || others.length > 0) return void 0;
  const instance2 = at.context.byAddress.get(only2.address);
  return instance2?.type === ADDRESS_GROUP_TYPE ? instance2 : void 0;
}
function unknownEntries(group) {
  return unknownRange(`${group.address}.ip_set`);
}
function knownEntries(at) {
  const known = rangesIn(at.context);
  const range = known.get(at.side) ?? rangeOfEntries(at);
  known.set(at.side, range);
  return range;
}
var rangesIn = memoOfObject(() => /* @__PURE__ */ new Map());
function rangeOfEntries(at) {
  const { side, instance: group } = at;
  const listed = isOutdone(at, "ip_set", ["ip_extra_set"]) ? { kind: "unset" } : textsAt(side, "ip_set");
  const extra = blocksAt(side, "ip_extra_set");
  if (listed.kind === "unset" && extra.kind === "unset") return knownRange(NO_PEERS, false);
  const texts = listed.kind === "known" ? [...listed.value] : [];
  let isSensitive = listed.kind === "known" && listed.isSensitive;
  if (listed.kind !== "known" && extra.kind === "known") {
    for (const block of extra.value) {
      const ip = textAt(block, "ip");
      texts.push(ip.kind === "known" ? ip.value : void 0);
      isSensitive ||= ip.kind === "known" && ip.isSensitive;
    }
  }
  spend(texts.length);
  const ranges = texts.map((text2) => text2 === void 0 ? void 0 : parseAddressRange(text2));
  const read = ranges.filter((range) => range !== void 0);
  if (texts.length === 0 || read.length < ranges.length) return unknownEntries(group);
  isSensitive ||= extra.kind === "known" && extra.isSensitive;
  return knownRange(unionOfPeers(read), isSensitive);
}

// src/plan/resources/vpc-secgroup-rule-v3.ts
function readRuleV3(context, instance2) {
  return readRule(context, instance2, "v3", readSideV3);
}
function readSideV3(at) {
  const direction = directionAt(at);
  const family = familyAt(at, "ether_type");
  const traffic = trafficV3(at, family.value);
  const peer = peerOf(at, family.value, addressGroupPeer);
  const flaw = { id: "action" };
  const action = wordOf(at, { attribute: "action", words: ["allow", "deny"], unset: "allow", flaw });
  const priority = priorityOf(at);
  return {
    group: ownerOf(at),
    direction: direction.value,
    family: family.value,
    traffic: traffic.value,
    peer: peer.value,
    action: action.value,
    priority: priority.value,
    problems: problemsOf([direction, family, traffic, peer, action, priority])
  };
}
function priorityOf(at) {
  const value = settle(at, "priority", integerAt(at.side, "priority"));
  if (value.kind === "unknown") return sound({ kind: "unknown" });
  if (value.kind === "unset" || value.value === 0) return sound({ kind: "known", value: 1 });
  const priority = { kind: "known", value: value.value };
  return value.value < 1 || value.value > 100 ? refused(priority, { id: "priority" }) : sound(priority);
}
function trafficV3(at, family) {
  const protocol = settledText(at, "protocol");
  const ports = settledText(at, "multi_port");
  if (protocol.kind === "unknown") {
    const list = ports.kind === "known" ? portListOf(ports.value) : void 0;
    return sound(someTraffic(ALL_TRAFFIC, list));
  }
  if (protocol.kind === "unset") {
    if (ports.kind === "unknown") return sound(someTraffic());
    return ports.kind === "known" ? refused(ALL_TRAFFIC, { id: "ports-without-protocol" }) : sound(ALL_TRAFFIC);
  }
  const reading = readProtocol(protocol.value, "v3");
  if (reading.kind !== "number") return refused(someTraffic(), { id: "protocol-name" });
  const { number } = reading;
  const isOther = number === ICMP && family === "IPv6" || number === ICMPV6 && family === "IPv4";
  const traffic = portsOfProtocol(number, ports);
  return isOther ? behind(refused(void 0, { id: "protocol-family", rule: family }), traffic) : traffic;
}
function portsOfProtocol(protocol, ports) {
  const protocols = [single(protocol)];
  const isForAll = !hasPorts(protocol) && !hasTypes(protocol);
  if (ports.kind === "unset" || isForAll) return sound({ protocols, ports: ALL_PORTS });
  if (ports.kind === "unknown" || hasTypes(protocol)) return sound(someTraffic({ protocols }));
  const list = portListOf(ports.value);
  return list === void 0 ? refused(someTraffic({ protocols }), { id: "multi-port" }) : sound({ protocols, ports: list });
}
function portListOf(text2) {
  const ranges = [];
  for (const part of text2.split(",")) {
    const match = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/.exec(part);
    if (match === null) return void 0;
    const lo = Number(match[1]);
    const hi = match[2] === void 0 ? lo : Number(match[2]);
    if (lo > hi || hi > LAST_PORT) return void 0;
    ranges.push({ lo, hi });
  }
  return canonical(NUMBERS, ranges);
}

// src/plan/resources/vpcs.ts
function readVpc(context, instance2) {
  return bothOf(context, instance2, (at) => {
    const secondary = rangeAt(at, "secondary_cidr");
    return {
      id: sideId(at),
      cidr: rangeAt(at, "cidr"),
      secondaryCidrs: secondary === void 0 ? [] : [secondary]
    };
  });
}
function readSecondaryCidr(context, instance2) {
  return bothOf(context, instance2, (at) => ({
    vpc: objectRefOf(at, "vpc_id"),
    cidrs: rangesAt(at, "cidrs") ?? []
  }));
}
function readSubnet(context, instance2) {
  return bothOf(context, instance2, (at) => ({
    id: sideId(at),
    subnetId: knownText(at.side, "subnet_id"),
    vpc: objectRefOf(at, "vpc_id"),
    cidr: rangeAt(at, "cidr"),
    dnsServers: dnsServersOf(at)
  }));
}
function readNetworkingSubnet(context, instance2) {
  return bothOf(context, instance2, (at) => ({
    id: knownText(at.side, "network_id"),
    subnetId: sideId(at),
    vpc: { kind: "unknown" },
    cidr: rangeAt(at, "cidr"),
    dnsServers: rangesAt(at, "dns_nameservers") ?? defaultDnsServers()
  }));
}
function sideId(at) {
  return at.isAfter && isReplaced(at.instance) ? void 0 : idOf(at.side);
}
function dnsServersOf(at) {
  const list = rangesAt(at, "dns_list");
  if (list !== void 0 && !isOutdone(at, "dns_list", SINGLE_SERVERS)) return list;
  const single2 = SINGLE_SERVERS.flatMap((attribute) => {
    const value = settledText(at, attribute);
    const range = value.kind === "unset" ? void 0 : rangeAt(at, attribute);
    return range === void 0 ? [] : [range];
  });
  if (single2.length > 0) return single2;
  return defaultDnsServers();
}
var SINGLE_SERVERS = ["primary_dns", "secondary_dns"];
function defaultDnsServers() {
  return DEFAULT_DNS_SERVERS.map((server2) => knownRange(addressesIn(server2), false));
}

// src/plan/read-plan.ts
var READERS = /* @__PURE__ */ new Map([
  ["networking_secgroup_v2", (c, i) => ({ groups: readGroups(c, i) })],
  ["vpc_secgroup_v3", (c, i) => ({ groups: readGroups(c, i) })],
  ["compute_secgroup_v2", (c, i) => ({ groups: readGroups(c, i), rules: readComputeRules(i) })],
  ["networking_secgroup_rule_v2", (c, i) => ({ rules: [readRuleV2(c, i)] })],
  ["vpc_secgroup_rule_v3", (c, i) => ({ rules: [readRuleV3(c, i)] })],
  ["networking_secgroup_rule_ids_v2", (_, i) => ({ ruleIds: readRuleIds(i) })],
  ["vpc_ip_address_group_v3", () => ({})],
  ["cce_cluster_v3", (c, i) => ({ clusters: [readCluster(c, i)] })],
  ["cce_node_pool_v3", (c, i) => ({ nodePools: [readNodePool(c, i)] })],
  ["cce_node_v3", (c, i) => ({ nodes: [readNode(c, i)] })],
  ["cce_node_attach_v3", (c, i) => ({ nodes: [readNode(c, i)] })],
  ["vpc_v1", (c, i) => ({ vpcs: [readVpc(c, i)] })],
  ["vpc_secondary_cidr_v3", (c, i) => ({ secondaryCidrs: [readSecondaryCidr(c, i)] })],
  ["vpc_subnet_v1", (c, i) => ({ subnets: [readSubnet(c, i)] })],
  ["networking_subnet_v2", (c, i) => ({ subnets: [readNetworkingSubnet(c, i)] })],
  ["networking_port_v2", (c, i) => ({ attachments: [readPort(c, i)] })],
  ["networking_port_secgroup_associate_v2", (c, i) => ({ attachments: [readPortAssociate(c, i)] })],
  ["compute_instance_v2", (c, i) => ({ attachments: [readComputeInstance(c, i)] })],
  ["ecs_instance_v1", (c, i) => ({ attachments: [readEcsInstance(c, i)] })]
]);
var readBystander = (_, instance2) => ({ bystanders: bystanderOf(instance2) });
var PREFIX = "opentelekomcloud_";
function readerOf(type) {
  const own = type.startsWith(PREFIX) ? READERS.get(type.slice(PREFIX.length)) : void 0;
  return own ?? (bystanderKind(type) === void 0 ? void 0 : readBystander);
}
var NO_SOURCE = () => void 0;
function openPlan(bytes) {
  const document = readDocument(bytes, (type) => readerOf(type) !== void 0 || type === REMOTE_STATE_TYPE);
  return document.ok ? ok(opened(document.value)) : document;
}
function partsOfState(state) {
  return opened({ ...EMPTY2, priorState: state.filter(({ type }) => readerOf(type) !== void 0) })(
    NO_SOURCE
  );
}
function emptyPlan() {
  return opened(EMPTY2)(NO_SOURCE);
}
var EMPTY2 = {
  header: {
    formatVersion: "",
    terraformVersion: "",
    complete: void 0,
    timestamp: void 0,
    changeCount: 0,
    namesUnknownGroups: false,
    lacks: []
  },
  changes: [],
  drift: [],
  deferred: [],
  priorState: [],
  configuration: void 0,
  providerRegions: /* @__PURE__ */ new Map(),
  variables: /* @__PURE__ */ new Map()
};
function partOf(context, instance2) {
  const part = readerOf(instance2.type)?.(context, instance2) ?? {};
  if (part.rules === void 0 || !instance2.isDeferred) return part;
  return { ...part, rules: part.rules.flatMap(whenDeferred) };
}
function opened(document) {
  const { header, configuration } = document;
  const own = instancesOf(document);
  const instances2 = [...own, ...outputInstances(own)];
  const index = instanceIndex(instances2);
  const shown = shownBy(instances2);
  return (readSource) => {
    const resolver = resolverOf(document, index, readSource);
    const context = { ...shown, resolver, postponed: postponedGroups(instances2, resolver) };
    const parts = instances2.map((instance2) => partOf(context, instance2));
    return {
      header,
      moduleSource: (names) => {
        const called = names.at(-1);
        return called === void 0 ? void 0 : moduleAt(configuration, names.slice(0, -1))?.calls.get(called)?.source;
      },
      moduleBlocks: (names) => [...moduleAt(configuration, names)?.resources.keys() ?? []],
      needsOf: (address) => blockNeeds(configuration, address),
      sensitiveIds: sensitiveIdsOf(instances2, resolver),
      groups: parts.flatMap(({ groups = [] }) => groups),
      rules: parts.flatMap(({ rules = [] }) => rules),
      ruleIds: parts.flatMap(({ ruleIds = [] }) => ruleIds),
      clusters: parts.flatMap(({ clusters = [] }) => clusters),
      nodePools: parts.flatMap(({ nodePools = [] }) => nodePools),
      vpcs: parts.flatMap(({ vpcs = [] }) => vpcs),
      secondaryCidrs: parts.flatMap(({ secondaryCidrs = [] }) => secondaryCidrs),
      subnets: parts.flatMap(({ subnets = [] }) => subnets),
      attachments: parts.flatMap(({ attachments = [] }) => attachments),
      nodes: parts.flatMap(({ nodes = [] }) => nodes),
      bystanders: parts.flatMap(({ bystanders = [] }) => bystanders),
      unread: resolver.unread()
    };
  };
}
function shownBy(instances2) {
  const byAddress = /* @__PURE__ */ new Map();
  const replacedById = /* @__PURE__ */ new Map();
  for (const instance2 of instances2) {
    if (!instance2.isUnconfigured) byAddress.set(instance2.address, instance2);
    const old = isReplaced(instance2) ? idOf(instance2.before) : void 0;
    if (old !== void 0) replacedById.set(old, instance2);
  }
  return {
    managedGroups: instancesById(
      instances2.filter(({ type, mode }) => GROUP_TYPES.has(type) && mode === "managed")
    ),
    byAddress,
    replacedById,
    addressGroups: instancesById(instances2.filter(({ type }) => type === ADDRESS_GROUP_TYPE)),
    cidrOf: memo(parseCidr)
  };
}

export {
  decode,
  DEPTH_LIMIT,
  isDeeperThan,
  hostOf,
  readProtocol,
  portListOf,
  NO_SOURCE,
  openPlan,
  partsOfState,
  emptyPlan
};
