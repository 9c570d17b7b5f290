import {
  NO_CONFIGURATION,
  array,
  boolean,
  custom,
  minLength,
  nullish,
  object,
  optional,
  picklist,
  pipe,
  safeParse,
  string,
  unknown
} from "./chunk-E4OQ2XMS.js";
import {
  readBytes
} from "./chunk-ML5FY7UQ.js";
import {
  NO_PLACE
} from "./chunk-T4XGEMMG.js";
import {
  err,
  ok,
  unreachable
} from "./chunk-BJTRCT4Y.js";
import {
  CHECKS,
  allRows,
  machinesOf,
  runChecks
} from "./chunk-3AGVKCJB.js";
import {
  keyOf,
  noteLocals
} from "./chunk-MNYD4WOI.js";
import {
  CLUSTER_TYPE,
  DEFAULT_DNS_SERVERS,
  GROUP_TYPES,
  ROLES,
  SENSITIVE,
  blocksOf,
  clusterOf,
  createsFirst,
  defaultRulesOfGroup,
  dnsOfSubnet,
  doesSomething,
  flagOf,
  hasMark,
  idOf,
  instancesOf,
  integerOf,
  isAccepted,
  isDefaultRule,
  isIdUnknown,
  isMarked,
  isRecord,
  isReplaced,
  keyOfAttribute,
  known,
  letThrough,
  madeRules,
  managedGroupsOf,
  membership,
  packetsOf,
  packetsText,
  pastSides,
  postponedGroups,
  rawOf,
  roleOfName,
  rulesOfGroup,
  textOf,
  textsOf,
  witnessOf,
  worldOf
} from "./chunk-BAKGFU6G.js";
import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  ALL_V4,
  ALL_V6,
  ICMP,
  ICMPV6,
  LAST_PORT,
  NO_PEERS,
  NUMBERS,
  allTraffic,
  canonical,
  cidrsOf,
  hasPorts,
  hasTypes,
  icmpSlot,
  isSame,
  parseAddressRange,
  parseCidr,
  tokenPeers,
  union,
  unionOfPeers,
  unionPeers,
  v4Text
} from "./chunk-BC6WHAUI.js";
import {
  maximalReferences,
  moduleText,
  parseAddress,
  parseTraversal,
  stepsText
} from "./chunk-ALZ5PEDL.js";

// src/edge/engine.ts
import { setTimeout } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
async function keepAlive(work) {
  const timer = setInterval(() => void 0, LONG_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
var LONG_MS = 2 ** 31 - 1;
var SMALL_BYTES = 5e5;
var GRACE_MS = 200;
function engineFor(plans) {
  if (plans.reduce((sum, { bytes }) => sum + bytes.length, 0) > SMALL_BYTES)
    return () => setTimeout(GRACE_MS);
  setFlagsFromString("--no-opt");
  setFlagsFromString("--no-maglev");
  return () => Promise.resolve();
}

// src/version.ts
var VERSION = "0.1.0";

// src/command/check.ts
import path from "node:path";

// src/cluster/group-view.ts
function groupViews(world) {
  const views = /* @__PURE__ */ new Map();
  return (key) => {
    const known3 = views.get(key) ?? viewOf(world, key);
    views.set(key, known3);
    return known3;
  };
}
function viewOf(world, key) {
  const resource2 = world.plan.groups.find((group) => group.key === key && !group.isData) ?? world.plan.groups.find((group) => group.key === key);
  const made = makerOf(world, key, resource2);
  const kind = made !== void 0 ? "made" : resource2 !== void 0 && !resource2.isData ? "managed" : "elsewhere";
  const rules = world.rulesOf(key);
  const agreement = {
    isUnplaced: world.isUnplaced,
    isIdUnknown: (other) => made !== void 0 && isIdUnknown(made.cluster, other)
  };
  const defaults = made !== void 0 ? madeRules(made.cluster, made.role, key) : kind === "managed" && resource2 !== void 0 ? defaultRulesOfGroup(resource2) : [];
  const past = rules.flatMap(pastSides).filter((side) => side.group.kind === "group" && side.group.key === key);
  const assumed = defaults.filter((rule) => !past.some((side) => isDefaultRule(side, rule, agreement)));
  const standing = [
    ...rules,
    ...assumed.map((rule) => ({
      before: rule.before,
      after: rule.after,
      change: "stands",
      address: void 0
    })),
    ...kind === "elsewhere" ? [unknownRules(key)] : []
  ];
  return {
    key,
    kind,
    role: made?.role,
    cluster: made?.cluster,
    resource: resource2,
    rules: rulesOfGroup(standing, key),
    assumed
  };
}
function makerOf(world, key, resource2) {
  for (const cluster of world.clusters) {
    for (const role of ROLES) {
      const group = cluster[role];
      if (group === void 0 || ![group.before, group.after, ...group.also].includes(key)) continue;
      const isOwn = group.placedBy === "configuration" && resource2 !== void 0 && !resource2.isData;
      if (!isOwn) return { cluster, role };
    }
  }
  return void 0;
}
function unknownRules(key) {
  const side = {
    group: { kind: "group", key },
    direction: "unknown",
    family: "unknown",
    traffic: "unknown",
    peer: { kind: "range", range: { kind: "unknown", token: `rules of ${key}`, why: "managed elsewhere" } },
    action: "allow",
    priority: { kind: "undocumented" },
    problems: []
  };
  return { before: side, after: side, change: "stands", address: void 0 };
}

// src/cluster/subject.ts
function subjectsOf(world) {
  const viewOf2 = groupViews(world);
  const drafts = world.clusters.flatMap((cluster) => [
    ...ownDrafts(cluster),
    ...poolDrafts(world, cluster),
    ...machineDrafts(world, cluster)
  ]);
  return { world, viewOf: viewOf2, subjects: drafts.flatMap((draft) => finish(draft, viewOf2, world)) };
}
var same = (_, addresses) => addresses;
function ownDrafts(cluster) {
  const isReplaced2 = cluster.resource?.isReplaced === true;
  return ROLES.flatMap((role) => {
    const before = roleRefs(cluster, role, "before");
    const after = roleRefs(cluster, role, "after");
    return after === void 0 ? [] : [{ cluster, role, pool: void 0, before, after, isReplaced: isReplaced2, isMachine: false, dns: same }];
  });
}
function roleRefs(cluster, role, which) {
  const own = role === "node" && !isConfigured(cluster) ? cluster.resource?.[which]?.ownNodeGroup : void 0;
  if (own !== void 0) return [own];
  const { [which]: key, also = [] } = cluster[role] ?? {};
  return key === void 0 ? void 0 : [key, ...also].map((one) => ({ kind: "group", key: one }));
}
function isConfigured(cluster) {
  return cluster.node.placedBy === "configuration";
}
function poolDrafts(world, cluster) {
  return world.plan.nodePools.flatMap((pool) => {
    const { after, before } = pool;
    if (after === void 0 || clusterOf(world, after.cluster, "after") !== cluster) return [];
    const old = before === void 0 ? void 0 : poolRefs(before, cluster, "before");
    const next = poolRefs(after, cluster, "after");
    const isDefault = (refs) => JSON.stringify(refs) === JSON.stringify(roleRefs(cluster, "node", "after"));
    if (next === void 0 || isDefault(next)) return [];
    return [
      {
        cluster,
        role: "node",
        pool: pool.address,
        before: old,
        after: next,
        isReplaced: pool.isReplaced || cluster.resource?.isReplaced === true,
        isMachine: false,
        dns: dnsOf(world, pool)
      }
    ];
  });
}
function machineDrafts(world, cluster) {
  return machinesOf(world.plan).flatMap(({ address, node, before, after }) => {
    if (node.after === void 0 || clusterOf(world, node.after.cluster, "after") !== cluster) return [];
    const refs = (attached, which) => {
      const defaults = roleRefs(cluster, "node", which) ?? [];
      if (attached === void 0) return defaults;
      return attached.isExact ? attached.groups : [...defaults, ...attached.groups];
    };
    const old = node.before === void 0 ? void 0 : refs(before, "before");
    const next = refs(after, "after");
    const isReplaced2 = node.isReplaced || cluster.resource?.isReplaced === true;
    return [
      {
        cluster,
        role: "node",
        pool: address,
        before: old,
        after: next,
        isReplaced: isReplaced2,
        isMachine: true,
        dns: same
      }
    ];
  });
}
function poolRefs(pool, cluster, which) {
  return pool.groups.length > 0 ? pool.groups : roleRefs(cluster, "node", which);
}
function dnsOf(world, pool) {
  return (which, addresses) => {
    const subnet = pool[which]?.subnet;
    if (subnet === void 0 || addresses.dns.source === "configuration") return addresses;
    const dns = dnsOfSubnet(world.plan, subnet, which, pool.address);
    return { ...addresses, dns };
  };
}
function finish(draft, viewOf2, world) {
  const { cluster, role, pool } = draft;
  const { model } = cluster;
  if (model === void 0 || cluster.after === void 0) return [];
  const groups = known2(draft.after).map(viewOf2);
  const groupsBefore = known2(draft.before ?? []).map(viewOf2);
  const state = (time, views) => {
    const which = time === "before" ? "before" : "after";
    const addresses = cluster[which];
    const nodes = nodeGroups(world, cluster, which);
    if (addresses === void 0) return void 0;
    const own = stateOf({ ...draft, nodes }, draft.dns(which, addresses), views, time);
    const refs = (time === "before" ? draft.before : draft.after) ?? [];
    return { ...own, rules: [...own.rules, ...possibleRules(refs, time, viewOf2)] };
  };
  const after = state("after", groups);
  if (after === void 0) return [];
  const isThere = draft.before !== void 0;
  const held = draft.isMachine ? groups : [...groups, ...groupsBefore];
  const lost = held.filter((view) => view.resource?.isDestroyed === true);
  return [
    {
      cluster,
      model,
      role,
      pool,
      groups,
      groupsBefore,
      before: isThere ? state("before", groupsBefore) : void 0,
      during: isThere && !draft.isReplaced ? state("during", groups) : void 0,
      after,
      isLosingGroup: lost.length > 0,
      unknownGroups: unknownGroups(draft.after, groups, world)
    }
  ];
}
function possibleRules(refs, time, viewOf2) {
  return refs.flatMap((ref) => {
    if (ref.kind !== "unknown") return [];
    const keys = ref.oneOf.length > 0 ? ref.oneOf : [`a group that is not known: ${ref.why}`];
    return keys.flatMap((key) => viewOf2(key).rules[time].map((rule) => ({ ...rule, isSure: false })));
  });
}
function known2(refs) {
  return refs.flatMap((ref) => ref.kind === "group" ? [ref.key] : []);
}
function unknownGroups(refs, views, world) {
  return [
    ...views.filter(({ kind }) => kind === "elsewhere").map(({ key }) => ({
      key,
      why: world.isUnplaced(key) ? "this plan does not show it" : "its rules are not managed in this plan"
    })),
    ...refs.flatMap((ref) => ref.kind === "unknown" ? [{ key: "", why: ref.why }] : [])
  ];
}
function nodeGroups(world, cluster, which) {
  const pools = world.plan.nodePools.flatMap((pool) => {
    const side = pool[which];
    return side !== void 0 && clusterOf(world, side.cluster, which) === cluster ? side.groups : [];
  });
  return known2([...roleRefs(cluster, "node", which) ?? [], ...pools]);
}
function stateOf(draft, addresses, views, time) {
  const which = time === "before" ? "before" : "after";
  const { cluster } = draft;
  const own = views.map(({ key }) => key);
  const members = /* @__PURE__ */ new Map();
  const put = (key, peers) => {
    if (key !== void 0) members.set(key, peers);
  };
  for (const key of draft.nodes) put(key, addresses.vpc.peers);
  put(cluster.node[which], addresses.vpc.peers);
  put(cluster.control[which], addresses.master.peers);
  put(cluster.eni?.[which], addresses.container.peers);
  if (draft.role === "node") for (const key of own) put(key, addresses.vpc.peers);
  return {
    rules: views.flatMap((view) => view.rules[time]),
    addresses,
    groups: own,
    members,
    controlGroup: cluster.control[which]
  };
}

// src/plan/cautions.ts
var MAKE_AGAIN = "Make it again, whole: terraform show -json FILE > plan.json";
var LACKING = {
  configuration: `has no \`configuration\`: references to values that are not known yet lead nowhere. ${MAKE_AGAIN}`,
  prior_state: `has no \`prior_state\`: what data sources have read is not known. ${MAKE_AGAIN}`
};
function cautionsOf({ lacks, formatVersion }) {
  const isOld = formatVersion.startsWith("0.");
  return [
    ...lacks.map((part) => LACKING[part]),
    ...isOld ? [`is of the old format ${formatVersion}, which tells neither drift nor why something is replaced`] : []
  ];
}

// src/plan/input-error.ts
function inputError(message) {
  return { kind: "input-error", message };
}

// src/plan/bad-input.ts
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
function planLines(text) {
  const lines = text.split("\n");
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
function nameText(text, stopped) {
  const head = text.slice(0, 2e4).replace(/\u001b\[[0-9;]*m/g, "").trimStart();
  if (head === "" && text.trim() === "") return EMPTY;
  if (/^\s*\{"@(level|message)"/m.test(head)) return LOG;
  if (JSON_HEAD.test(head)) return brokenJson(text, stopped);
  if (text.includes('"format_version"')) return OTHER_LINES;
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
function brokenJson(text, stopped) {
  if (stopped === "behind") return OTHER_LINES;
  if (stopped === "end" || !/[}\]]\s*$/.test(text.slice(-100))) {
    return inputError(
      `ends before its JSON does, after ${String(text.length)} characters. Was the disk full, or a pipe or log cut? Make it again: ${MAKE_JSON}`
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
function nameJson(value) {
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

// src/plan/damaged.ts
var Damaged = class extends Error {
  constructor(input) {
    super(input.message);
    this.input = input;
  }
  input;
};
function parsePart(part, value, where) {
  if (!isRecord(value)) throw new Damaged(damaged(where, []));
  const result = safeParse(part, value);
  if (!result.success) throw new Damaged(damaged(where, result.issues));
  return result.output;
}
function tooDeep(what) {
  return inputError(
    `has ${what} nested too deeply to be a plan. Make it again: terraform show -json FILE > plan.json`
  );
}
function damaged(where, issues) {
  const keys = issues[0]?.path?.map((step) => String(step.key)) ?? [];
  const named = keys.filter((key) => FORMAT_KEYS.has(key)).join(".");
  const place = named === "" ? where : `${where}, key \`${named}\`,`;
  return inputError(
    `is not a plan as Terraform writes it: ${place} has an unexpected form. Make it again: terraform show -json FILE > plan.json`
  );
}
var FORMAT_KEYS = /* @__PURE__ */ new Set([
  "actions",
  "address",
  "after",
  "before",
  "change",
  "child_modules",
  "complete",
  "configuration",
  "deferred_changes",
  "deposed",
  "deposed_key",
  "errored",
  "expressions",
  "format_version",
  "mode",
  "module",
  "module_calls",
  "outputs",
  "previous_address",
  "prior_state",
  "replace_paths",
  "resource_changes",
  "resource_drift",
  "resources",
  "root_module",
  "source",
  "terraform_version",
  "type",
  "values",
  "variables"
]);

// src/plan/schema.ts
var attributes = custom(isRecord);
var list = custom((value) => Array.isArray(value));
var object2 = nullish(attributes);
var action = picklist(["no-op", "create", "read", "update", "delete", "forget"]);
var change = object({
  actions: pipe(array(action), minLength(1)),
  before: object2,
  after: object2,
  after_unknown: optional(unknown()),
  before_sensitive: optional(unknown()),
  after_sensitive: optional(unknown()),
  replace_paths: optional(array(list))
});
var resourceChange = object({
  address: string(),
  previous_address: optional(string()),
  mode: optional(string(), "managed"),
  type: string(),
  deposed: optional(string()),
  change
});
var stateResource = object({
  address: string(),
  mode: optional(string(), "managed"),
  type: string(),
  deposed_key: optional(string()),
  values: object2,
  sensitive_values: optional(unknown())
});
var expressions = optional(attributes, {});
var resourceBlock = object({
  address: string(),
  expressions,
  for_each_expression: optional(unknown())
});
var moduleCall = object({
  source: optional(string()),
  expressions,
  for_each_expression: optional(unknown()),
  module: optional(unknown(), {})
});
var moduleBlock = object({
  resources: optional(list, []),
  module_calls: optional(attributes, {}),
  outputs: optional(attributes, {}),
  variables: optional(attributes, {})
});
var stateModule = object({
  resources: optional(list, []),
  child_modules: optional(list, [])
});
var planDocument = object({
  format_version: string(),
  terraform_version: optional(string(), ""),
  errored: optional(boolean(), false),
  complete: optional(boolean()),
  variables: optional(attributes, {}),
  resource_changes: optional(list, []),
  resource_drift: optional(list, []),
  deferred_changes: optional(list, []),
  prior_state: optional(attributes),
  configuration: optional(attributes)
});

// src/plan/read-configuration.ts
var MODULE_DEPTH_LIMIT = 100;
function readModule(value, isWanted, depth = 0) {
  if (depth > MODULE_DEPTH_LIMIT) throw new Damaged(tooDeep("modules"));
  const module = parsePart(moduleBlock, value, "a module of configuration");
  const resources = /* @__PURE__ */ new Map();
  for (const entry of module.resources) {
    if (!isWanted(entry)) continue;
    const block = parsePart(resourceBlock, entry, "a resource of configuration");
    resources.set(block.address, {
      expressions: mapOf(block.expressions, toExpression),
      forEach: optionalExpression(block.for_each_expression)
    });
  }
  const call = (entry) => {
    const found = parsePart(moduleCall, entry, "a module call of configuration");
    return {
      source: found.source,
      expressions: mapOf(found.expressions, toExpression),
      forEach: optionalExpression(found.for_each_expression),
      module: readModule(found.module, isWanted, depth + 1)
    };
  };
  return {
    resources,
    calls: mapOf(module.module_calls, call),
    outputs: mapOf(
      module.outputs,
      (output2) => toExpression(isRecord(output2) ? output2["expression"] : void 0)
    ),
    variables: mapOf(
      module.variables,
      (variable2) => isRecord(variable2) && Object.hasOwn(variable2, "default") ? { default: variable2["default"] } : {}
    )
  };
}
function mapOf(record, read2) {
  const map = /* @__PURE__ */ new Map();
  for (const name of Object.keys(record)) map.set(name, read2(record[name]));
  return map;
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

// src/plan/read-document.ts
var DEPTH_LIMIT = 500;
function readDocument(bytes, wanted) {
  const refused = refuseBytes(bytes);
  if (refused !== void 0) return err(refused);
  const json = parseJson(bytes);
  if (!json.ok) return json;
  if (isDeeperThan(DEPTH_LIMIT, json.value)) return err(tooDeep("values"));
  const named = nameJson(json.value) ?? refuseVersion(json.value);
  if (named !== void 0) return err(named);
  const top = safeParse(planDocument, json.value);
  if (!top.success) return err(damaged("the document", top.issues));
  if (top.output.errored) return err(FAILED);
  try {
    return ok(elements(top.output, wanted));
  } catch (error) {
    if (error instanceof Damaged) return err(error.input);
    throw error;
  }
}
var FAILED = inputError(
  "is from a plan that failed, so resources are missing in it. Mend the error, then make it again: terraform plan -out=FILE && terraform show -json FILE > plan.json"
);
function parseJson(bytes) {
  let text;
  try {
    text = decode(bytes);
  } catch {
    return err(inputError("is larger than this version reads (512 MiB of text). Split it by root module."));
  }
  const whole = parseText(text);
  if (whole.ok) return whole;
  const [line, ...others] = planLines(text);
  if (line === void 0 || line === text) return err(nameText(text, whole.error));
  if (others.length > 0) return err(severalPlans(others.length + 1));
  const found = parseText(line);
  return found.ok ? found : err(nameText(line, found.error));
}
function parseText(text) {
  try {
    const value = JSON.parse(text);
    return ok(value);
  } catch (error) {
    return err(error instanceof Error ? stoppedAt(error.message, text.length) : "middle");
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
    for (const element of value) if (isDeeperThan(limit - 1, element)) return true;
    return false;
  }
  if (isRecord(value)) {
    for (const key in value) if (isDeeperThan(limit - 1, value[key])) return true;
  }
  return false;
}
function refuseVersion(value) {
  const version = isRecord(value) ? value["format_version"] : void 0;
  if (typeof version !== "string" || /^[01](\.|$)/.test(version)) return void 0;
  return inputError(
    /^\d+(\.|$)/.test(version) ? "has a plan format that is newer than this version understands (major version 1). Update cce-plan-guard." : "has a format_version that is none. Make it again: terraform show -json FILE > plan.json"
  );
}
function elements(top, wanted) {
  const isWanted = (entry) => isWantedEntry(entry, wanted);
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
      changeCount: top.resource_changes.filter(isChange).length,
      lacks: lackingParts(top)
    },
    changes,
    drift: changeElements(top.resource_drift, "resource_drift", isWanted),
    deferred: changeElements(top.deferred_changes.map(innerChange), "deferred_changes", isWanted),
    priorState,
    configuration: root === void 0 ? void 0 : readModule(root, isWanted),
    variables: new Map(
      Object.entries(top.variables).map(([name, variable2]) => [
        name,
        isRecord(variable2) ? variable2["value"] : void 0
      ])
    )
  };
}
function lackingParts(top) {
  const isLaterPlan = top.resource_changes.some((entry) => {
    const change2 = isRecord(entry) ? entry["change"] : void 0;
    return isRecord(change2) && isRecord(change2["before"]);
  });
  return [
    ...top.configuration === void 0 && top.resource_changes.length > 0 ? ["configuration"] : [],
    ...top.prior_state === void 0 && isLaterPlan ? ["prior_state"] : []
  ];
}
function isWantedEntry(entry, wanted) {
  const type = isRecord(entry) ? entry["type"] : void 0;
  return typeof type !== "string" || wanted.isWanted(type);
}
function isChange(entry) {
  const change2 = isRecord(entry) ? entry["change"] : void 0;
  const actions = isRecord(change2) ? change2["actions"] : void 0;
  return Array.isArray(actions) && doesSomething(actions);
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
  const { change: change2, ...head } = parsePart(resourceChange, entry, where);
  return {
    address: head.address,
    previousAddress: head.previous_address,
    mode: head.mode,
    type: head.type,
    deposed: head.deposed,
    actions: change2.actions,
    before: change2.before ?? void 0,
    after: change2.after ?? void 0,
    afterUnknown: change2.after_unknown,
    beforeSensitive: change2.before_sensitive,
    afterSensitive: change2.after_sensitive,
    replaceAttributes: (change2.replace_paths ?? []).flatMap(
      ([first]) => typeof first === "string" ? [first] : []
    )
  };
}
function* stateElements(values, isWanted) {
  const root = isRecord(values) ? values["root_module"] : void 0;
  if (root === void 0) return;
  const open = [{ module: root, depth: 0 }];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    if (next.depth > MODULE_DEPTH_LIMIT) throw new Damaged(tooDeep("modules"));
    const module = parsePart(stateModule, next.module, "a module of prior_state");
    for (const child of module.child_modules) open.push({ module: child, depth: next.depth + 1 });
    for (const [i, entry] of module.resources.entries()) {
      if (isWanted(entry)) yield stateElement(entry, `entry ${String(i)} of a module of prior_state`);
    }
  }
}
function stateElement(entry, where) {
  const resource2 = parsePart(stateResource, entry, where);
  return {
    address: resource2.address,
    mode: resource2.mode,
    type: resource2.type,
    deposed: resource2.deposed_key,
    values: resource2.values ?? {},
    sensitive: resource2.sensitive_values
  };
}
function refuseTwins(elements2) {
  const seen = /* @__PURE__ */ new Set();
  for (const { address, deposed } of elements2) {
    const key = deposed === void 0 ? address : `${address} ${deposed}`;
    if (seen.has(key)) throw new Damaged(TWINS);
    seen.add(key);
  }
}
var TWINS = inputError(
  "lists one resource twice. Is it two plans put together? Make it again: terraform show -json FILE > plan.json"
);

// src/plan/walk.ts
var NO_KEYS = /* @__PURE__ */ new Map();
function placeOf(walk, instance) {
  if (walk.places.has(instance)) return walk.places.get(instance);
  const place = findPlace(walk, instance);
  walk.places.set(instance, place);
  return place;
}
function findPlace({ root, index }, instance) {
  const address = instance.isUnconfigured ? void 0 : index.addresses.get(instance) ?? parseAddress(instance.address);
  if (address === void 0 || root === void 0) return void 0;
  const { modules, key } = address;
  const module = moduleAt(
    root,
    modules.map(({ name }) => name)
  );
  const block = module?.resources.get(address.block);
  if (module === void 0 || block === void 0) return void 0;
  const path2 = moduleText(modules);
  const siblings = index.blocks.get(`${path2}${address.block}`)?.byKey ?? NO_KEYS;
  return {
    scope: { modules, path: path2, module, forEach: block.forEach, key, siblings },
    expressions: block.expressions
  };
}
function moduleAt(root, names) {
  let module = root;
  for (const name of names) module = module?.calls.get(name)?.module;
  return module;
}
function callerOf({ root, index }, scope, own) {
  const modules = scope.modules.slice(0, -1);
  const names = modules.map(({ name }) => name);
  const module = root === void 0 ? void 0 : moduleAt(root, names);
  const call = module?.calls.get(own.name);
  if (module === void 0 || call === void 0) return void 0;
  const path2 = moduleText(modules);
  const siblings = index.calls.get(`${path2}module.${own.name}`) ?? NO_KEYS;
  return { call, scope: { modules, path: path2, module, forEach: call.forEach, key: own.key, siblings } };
}
var WORDS = /* @__PURE__ */ new Set(["each", "count", "var", "local", "module", "path", "terraform", "self"]);
function isDirect(walk, instance, attribute) {
  const expression = placeOf(walk, instance)?.expressions.get(attribute);
  if (expression?.kind !== "references") return false;
  const [reference, ...others] = maximalReferences(expression.references);
  const steps = reference === void 0 ? void 0 : parseTraversal(reference);
  const names = steps?.filter((step) => step.kind === "name").map(({ name }) => name) ?? [];
  const [first = "self"] = names;
  return others.length === 0 && !WORDS.has(first) && names.length === (first === "data" ? 4 : 3);
}

// src/plan/follow.ts
var DEPTH_LIMIT2 = 50;
var FUEL = 2e4;
var KNOWN_TO_TERRAFORM = [{ kind: "constant", value: void 0 }];
function opaque(why) {
  return [{ kind: "opaque", why }];
}
function followAttribute(walk, instance, attribute) {
  walk.fuel = FUEL;
  return follow(walk, instance, attribute, { rest: [], left: DEPTH_LIMIT2 });
}
function follow(walk, instance, attribute, trail) {
  const place = placeOf(walk, instance);
  if (place === void 0) return opaque("its block is not in the configuration");
  const expression = place.expressions.get(attribute);
  return expression === void 0 ? [{ kind: "constant", value: null }] : evaluate(walk, expression, place.scope, trail);
}
function evaluate(walk, expression, scope, trail) {
  if (trail.left <= 0) return opaque("its references go in a circle");
  if (expression.kind === "opaque") return KNOWN_TO_TERRAFORM;
  if (expression.kind === "constant") return constant(expression.value, trail.rest);
  const references = maximalReferences(expression.references);
  const ownKey = references.find((r) => r === "each.key" || r === "count.index");
  if (ownKey !== void 0 && references.length === 1) return constant(scope.key ?? null, []);
  const keyed = ownKey !== void 0 && references.length === 2;
  const outcomes = references.filter((reference) => reference !== ownKey).flatMap((reference) => {
    const steps = parseTraversal(reference);
    return steps === void 0 ? opaque("its reference has an unknown form") : refer(walk, scope, [...steps, ...trail.rest], { keyed, own: steps.length, left: trail.left - 1 });
  });
  return outcomes.length === 0 ? KNOWN_TO_TERRAFORM : distinct(outcomes);
}
function refer(walk, scope, steps, manner) {
  if (--walk.fuel < 0) return opaque("it leads to too many places");
  const [first, second, ...rest] = steps;
  if (first?.kind !== "name") return opaque("its reference has an unknown form");
  const name = second?.kind === "name" ? second.name : "";
  const { own, left } = manner;
  const trail = { rest, left };
  const place = `${scope.path} ${String(own)}${stepsText(steps)}`;
  switch (first.name) {
    case "count":
    case "path":
    case "terraform":
      return [];
    case "self":
      return opaque("it refers to itself");
    case "each":
      return name === "key" ? constant(scope.key ?? null, []) : eachValue(walk, scope, trail);
    case "var":
      return once(walk, place, () => variable(walk, scope, name, trail));
    case "local":
      return once(walk, place, () => local(walk, scope, name, trail));
    case "module":
      return once(walk, place, () => output(walk, scope, name, { ...trail, hasOwnKey: own > 2 }));
    default:
      return resource(walk, scope, steps, manner);
  }
}
function once(walk, place, lead) {
  const found = walk.known.get(place);
  if (found !== void 0) return found;
  walk.known.set(place, opaque("its references go in a circle"));
  const outcomes = lead();
  walk.known.set(place, outcomes);
  return outcomes;
}
function eachValue(walk, scope, { rest, left }) {
  if (scope.key === void 0) return opaque("its for_each is not in the plan");
  if (scope.forEach === void 0) return KNOWN_TO_TERRAFORM;
  const steps = [{ kind: "key", key: scope.key }, ...rest];
  const outcomes = evaluate(walk, scope.forEach, scope, { rest: steps, left });
  const [only] = outcomes;
  return outcomes.length === 1 && only?.kind === "constant" && only.value === void 0 && rest.length === 0 ? constant(scope.key, []) : outcomes;
}
function variable(walk, scope, name, trail) {
  const [own] = scope.modules.slice(-1);
  if (own === void 0) {
    return walk.variables.has(name) ? constant(walk.variables.get(name), trail.rest) : opaque(`the variable \`${name}\` has no value in the plan`);
  }
  const caller = callerOf(walk, scope, own);
  if (caller === void 0) return opaque("its module call is not in the configuration");
  const argument = caller.call.expressions.get(name);
  if (argument !== void 0) return evaluate(walk, argument, caller.scope, trail);
  const declared = scope.module.variables.get(name);
  return declared !== void 0 && "default" in declared ? constant(declared.default, trail.rest) : opaque(`the variable \`${name}\` is not set`);
}
function local(walk, scope, name, { rest, left }) {
  const expression = walk.readLocal(scope.modules, name, rest);
  return expression === void 0 ? opaque(`the plan does not keep the local value \`${name}\``) : evaluate(walk, expression, scope, { rest: [], left });
}
function output(walk, scope, name, trail) {
  const { rest, left, hasOwnKey } = trail;
  const module = scope.module.calls.get(name)?.module;
  if (module === void 0) return opaque(`the module \`${name}\` is not in the configuration`);
  const [head] = rest;
  const key = head?.kind === "key" ? head.key : void 0;
  const [wanted, ...deeper] = key === void 0 ? rest : rest.slice(1);
  if (wanted?.kind !== "name") return opaque(`it takes the module \`${name}\` as a whole`);
  const expression = module.outputs.get(wanted.name);
  if (expression === void 0) return opaque(`the module \`${name}\` has no output of that name`);
  const all = walk.index.calls.get(`${scope.path}module.${name}`) ?? NO_KEYS;
  const isOne = key !== void 0 && (hasOwnKey || all.has(key));
  const keys = isOne ? [key] : all.size === 0 ? [void 0] : [...all.keys()];
  return distinct(
    keys.flatMap((instanceKey) => {
      const modules = [...scope.modules, { name, key: instanceKey }];
      const inside = {
        modules,
        path: moduleText(modules),
        module,
        forEach: void 0,
        key: void 0,
        siblings: NO_KEYS
      };
      return evaluate(walk, expression, inside, { rest: deeper, left });
    })
  );
}
function resource(walk, scope, steps, manner) {
  const isData = steps[0]?.kind === "name" && steps[0].name === "data";
  const [type, label, ...tail] = isData ? steps.slice(1) : steps;
  if (type?.kind !== "name" || label?.kind !== "name") return opaque("its reference has an unknown form");
  const name = `${isData ? "data." : ""}${type.name}.${label.name}`;
  const block = walk.index.blocks.get(`${scope.path}${name}`);
  const own = manner.own - (steps.length - tail.length);
  const picked = block === void 0 ? void 0 : pick(walk, scope, block, { ...manner, own, tail });
  if (picked === void 0 || picked.instances.length === 0) {
    return scope.module.resources.has(name) ? KNOWN_TO_TERRAFORM : opaque("the plan does not show what it refers to");
  }
  const rest = tail.slice(picked.used);
  return distinct(
    picked.instances.flatMap((instance) => {
      const path2 = own > picked.used ? rest : fromAttribute(instance, rest);
      return read(walk, instance, { rest: path2, left: manner.left });
    })
  );
}
function pick(walk, scope, block, manner) {
  const { tail, own, keyed } = manner;
  const [head] = tail;
  const isKey = head?.kind === "key";
  const named = head === void 0 ? void 0 : block.byKey.get(isKey ? head.key : head.name);
  if (isKey && own > 0) return { instances: named === void 0 ? [] : [named], used: 1 };
  if (named !== void 0 && own <= 0) return { instances: [named], used: 1 };
  const alike = keyed ? block.byKey.get(scope.key) : void 0;
  const isOurs = typeof scope.key === "string" || hasSameKeys(walk, scope.siblings, block.byKey);
  return { instances: alike !== void 0 && isOurs ? [alike] : block.all, used: isKey ? 1 : 0 };
}
function fromAttribute({ after }, path2) {
  const isAttribute = (step) => step.kind === "name" && after !== void 0 && (Object.hasOwn(after.values, step.name) || isMarked(after.unknown, step.name));
  const start = path2.findIndex(isAttribute);
  return start === -1 ? [] : path2.slice(start);
}
function hasSameKeys({ sameKeys }, a, b) {
  const others = sameKeys.get(a) ?? /* @__PURE__ */ new Map();
  sameKeys.set(a, others);
  const found = others.get(b);
  if (found !== void 0) return found;
  const isSame2 = a.size === b.size && [...a.keys()].every((key) => b.has(key));
  others.set(b, isSame2);
  return isSame2;
}
function read(walk, instance, trail) {
  const [wanted, ...rest] = trail.rest;
  const attribute = wanted?.kind === "name" ? wanted.name : void 0;
  const end = [{ kind: "target", address: instance.address, attribute }];
  if (attribute === void 0 || instance.after === void 0) return end;
  const value = rawOf(instance.after, attribute);
  if (value.kind === "known") return constant(value.value, rest);
  if (value.kind === "unset")
    return Object.hasOwn(instance.after.values, attribute) ? constant(null, []) : end;
  if (!walk.isThorough || placeOf(walk, instance)?.expressions.has(attribute) !== true) return end;
  const outcomes = follow(walk, instance, attribute, { rest, left: trail.left });
  const leads = outcomes.filter((outcome) => outcome.kind !== "constant");
  if (leads.length === 0) return end;
  return leads.length === outcomes.length ? outcomes : [...outcomes, ...end];
}
function constant(value, rest) {
  let at = value;
  for (const step of rest) {
    const key = step.kind === "name" ? step.name : step.key;
    if (Array.isArray(at) && typeof key === "number") at = at[key];
    else if (isRecord(at) && Object.hasOwn(at, String(key))) at = at[String(key)];
    else return KNOWN_TO_TERRAFORM;
  }
  return [{ kind: "constant", value: at }];
}
function distinct(outcomes) {
  if (outcomes.length < 2) return outcomes;
  const seen = /* @__PURE__ */ new Set();
  return outcomes.filter((outcome) => {
    const [kind, value] = outcome.kind === "target" ? ["target", `${outcome.address} ${outcome.attribute ?? ""}`] : outcome.kind === "opaque" ? ["opaque", outcome.why] : ["constant", outcome.value];
    const key = typeof value === "object" && value !== null ? value : `${kind} ${typeof value} ${String(value)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

// src/plan/instance-index.ts
function indexOf(instances) {
  const blocks = /* @__PURE__ */ new Map();
  const calls = /* @__PURE__ */ new Map();
  const addresses = /* @__PURE__ */ new Map();
  for (const instance of instances) {
    if (instance.isUnconfigured || instance.after === void 0) continue;
    const address = parseAddress(instance.address);
    if (address === void 0) continue;
    addresses.set(instance, address);
    const name = `${moduleText(address.modules)}${address.block}`;
    let block = blocks.get(name);
    if (block === void 0) {
      block = { all: [], byKey: /* @__PURE__ */ new Map() };
      blocks.set(name, block);
    }
    block.all.push(instance);
    block.byKey.set(address.key, instance);
    for (const [depth, { name: called, key }] of address.modules.entries()) {
      const call = `${moduleText(address.modules.slice(0, depth))}module.${called}`;
      const keys = calls.get(call);
      if (keys === void 0) calls.set(call, /* @__PURE__ */ new Map([[key, true]]));
      else keys.set(key, true);
    }
  }
  return { blocks, calls, addresses };
}

// src/plan/resolve.ts
function resolverOf(document, instances, readLocal) {
  const walk = {
    root: document.configuration,
    variables: document.variables,
    index: indexOf(instances),
    readLocal,
    places: /* @__PURE__ */ new Map(),
    sameKeys: /* @__PURE__ */ new Map(),
    known: /* @__PURE__ */ new Map(),
    isThorough: true,
    fuel: 0
  };
  const brief = { ...walk, isThorough: false, known: /* @__PURE__ */ new Map() };
  return {
    isConfigured: (instance, attribute) => {
      const place = placeOf(walk, instance);
      if (place === void 0) return void 0;
      const expression = place.expressions.get(attribute);
      return expression !== void 0 && !(expression.kind === "constant" && expression.value === null);
    },
    resolve: (instance, attribute) => followAttribute(walk, instance, attribute),
    nearest: (instance, attribute) => followAttribute(brief, instance, attribute),
    isDirect: (instance, attribute) => isDirect(walk, instance, attribute)
  };
}

// src/plan/refs.ts
function atOf(context, instance, which) {
  const side = instance[which];
  if (side === void 0) return void 0;
  const isAfter = which === "after";
  const isNew = isAfter && instance.actions.some((action2) => action2 === "create" || action2 === "update");
  return { context, instance, side, isAfter, isNew };
}
function isUnset({ context, instance, side }, attribute) {
  if (instance.mode === "data" || !isMarked(side.unknown, attribute)) return false;
  const { resolver } = context;
  const configured = resolver.isConfigured(instance, attribute);
  if (configured !== true || instance.isDeferred) return configured === false;
  return resolver.resolve(instance, attribute).every(({ kind }) => kind === "constant");
}
function settle(at, attribute, value) {
  return value.kind === "unknown" && isUnset(at, attribute) ? { kind: "unset" } : value;
}
function groupRefOf(at, attribute, need = "optional") {
  const value = textOf(at.side, attribute);
  if (value.kind === "known") return { kind: "group", key: value.value };
  if (value.kind === "unset") return void 0;
  if (!isMarked(at.side.unknown, attribute)) return { kind: "unknown", oneOf: [], why: NOT_TOLD };
  if (isUnset(at, attribute)) return void 0;
  const { resolver, replacedById } = at.context;
  const found = groupFrom(at.context, resolver.resolve(at.instance, attribute), need);
  if (found.kind === "group") return found;
  const before = at.instance.before === void 0 ? void 0 : known(textOf(at.instance.before, attribute));
  const replaced = before === void 0 ? void 0 : replacedById.get(before);
  if (replaced === void 0 || !GROUP_TYPES.has(replaced.type)) return found;
  const isPossible = found.oneOf.length === 0 || found.oneOf.includes(replaced.address);
  return isPossible ? { kind: "group", key: replaced.address } : found;
}
var NOT_TOLD = "the plan does not know it";
function groupFrom(context, outcomes, need) {
  const leads = outcomes.filter(({ kind }) => kind !== "constant");
  const keys = [];
  let why = need === "optional" && leads.length < outcomes.length ? "it depends on a condition" : void 0;
  for (const outcome of leads) {
    const key = groupKeyOf(context, outcome);
    if (key !== void 0) keys.push(key);
    else why = outcome.kind === "opaque" ? outcome.why : "it mixes groups with other values";
  }
  const [only] = keys;
  if (only !== void 0 && keys.length === 1 && why === void 0) return { kind: "group", key: only };
  return why === void 0 ? { kind: "unknown", oneOf: keys, why: "it may be one of several groups" } : { kind: "unknown", oneOf: [], why };
}
function groupKeyOf(context, outcome) {
  if (outcome.kind !== "target") return void 0;
  const instance = context.byAddress.get(outcome.address);
  if (instance === void 0) return void 0;
  const { attribute = "id" } = outcome;
  if (GROUP_TYPES.has(instance.type)) {
    if (attribute !== "id" && attribute !== "secgroup_id") return void 0;
    const { address, after } = instance;
    return isReplaced(instance) ? address : idOf(after) ?? context.postponed.get(address) ?? address;
  }
  if (instance.type === CLUSTER_TYPE && attribute.startsWith("security_group_")) {
    const made = attribute === "security_group_id" ? "security_group_node" : attribute;
    return keyOfAttribute(instance, made);
  }
  return void 0;
}
function groupRefsOf(at, attribute) {
  const value = textsOf(at.side, attribute);
  if (value.kind === "unset" || value.kind === "unknown" && isUnset(at, attribute)) return [];
  const elements2 = value.kind === "known" ? value.value : void 0;
  const ids = elements2?.filter((id) => id !== void 0) ?? [];
  const refs = ids.map((key) => ({ kind: "group", key }));
  if (ids.length === elements2?.length) return refs;
  if (!isMarked(at.side.unknown, attribute)) return [...refs, { kind: "unknown", oneOf: [], why: NOT_TOLD }];
  const outcomes = at.context.resolver.resolve(at.instance, attribute);
  return [...refs, ...unknownMembers(at.context, outcomes, new Set(ids), elements2?.length)];
}
function unknownMembers(context, outcomes, listed, length) {
  const found = outcomes.filter(({ kind }) => kind !== "constant").map((outcome) => groupFrom(context, [outcome], "required"));
  const texts = length === void 0 ? outcomes.flatMap(textOfOutcome) : [];
  const keys = [...found.flatMap((ref) => ref.kind === "group" ? [ref.key] : []), ...texts];
  const more = [...new Set(keys)].filter((key) => !listed.has(key));
  const strange = found.filter((ref) => ref.kind === "unknown");
  const isConditional = length === void 0 && outcomes.some(isCondition);
  const isChoice = length === void 0 ? isConditional && more.length > 1 : more.length > length - listed.size;
  if (isChoice && strange.length === 0) {
    return [{ kind: "unknown", oneOf: more, why: "it may be one of several groups" }];
  }
  const refs = [...more.map((key) => ({ kind: "group", key })), ...strange];
  const isShort = length !== void 0 && refs.length < length - listed.size;
  return refs.length === 0 || isShort ? [...refs, { kind: "unknown", oneOf: [], why: NOT_TOLD }] : refs;
}
function textOfOutcome(outcome) {
  return outcome.kind === "constant" && typeof outcome.value === "string" && outcome.value !== "" ? [outcome.value] : [];
}
function isCondition(outcome) {
  return outcome.kind === "constant" && ["boolean", "number"].includes(typeof outcome.value);
}
function objectRefOf(at, attribute) {
  const value = textOf(at.side, attribute);
  if (value.kind === "known") return { kind: "id", id: value.value };
  if (!isMarked(at.side.unknown, attribute)) return { kind: "unknown" };
  const leads = at.context.resolver.resolve(at.instance, attribute).filter(({ kind }) => kind !== "constant");
  const [only] = leads;
  return leads.length === 1 && only?.kind === "target" ? { kind: "address", address: only.address } : { kind: "unknown" };
}
function rangeOf(at, attribute) {
  const value = settle(at, attribute, textOf(at.side, attribute));
  if (value.kind === "unset") return void 0;
  if (value.kind === "known") return rangeOfText(value.value, value.isSensitive, at, attribute);
  return unknownRange(
    isMarked(at.side.unknown, attribute) ? originOf(at.context, at.instance, attribute) : ownToken(at, attribute)
  );
}
function originOf({ resolver, byAddress }, instance, attribute) {
  let origin = { instance, attribute };
  for (let left = REFERENCE_LIMIT; left > 0; left--) {
    const [only, ...others] = resolver.nearest(origin.instance, origin.attribute);
    if (only?.kind !== "target" || only.attribute === void 0 || others.length > 0) break;
    const next = byAddress.get(only.address);
    if (next === void 0) return `${only.address}.${only.attribute}`;
    origin = { instance: next, attribute: only.attribute };
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
function rangeOfText(text, isSensitive, at, attribute) {
  const cidr = at.context.cidrOf(text);
  return cidr === void 0 ? { kind: "unknown", token: ownToken(at, attribute), why: `${ownToken(at, attribute)} is no CIDR` } : knownRange(cidr.peers, isSensitive);
}
function ownToken(at, attribute) {
  return `${at.instance.address}.${attribute}`;
}
function rangesOf(at, attribute) {
  const value = settle(at, attribute, textsOf(at.side, attribute));
  if (value.kind === "unset") return void 0;
  if (value.kind === "unknown") return [unknownRange(ownToken(at, attribute))];
  return value.value.map(
    (text, i) => text === void 0 ? unknownRange(`${ownToken(at, attribute)}[${String(i)}]`) : rangeOfText(text, value.isSensitive, at, attribute)
  );
}
function nameOf(side, attribute = "name") {
  const value = side === void 0 ? void 0 : textOf(side, attribute);
  return value?.kind === "known" ? { text: value.value, isSensitive: value.isSensitive } : void 0;
}
function isAttributeChanged(instance, attribute) {
  if (instance.before === void 0 || instance.after === void 0) return false;
  const [before, after] = [rawOf(instance.before, attribute), rawOf(instance.after, attribute)];
  if (before.kind === "known" && after.kind === "known") return before.value !== after.value;
  return before.kind === "known" && after.kind === "unset";
}

// src/plan/both.ts
function bothOf(context, instance, read2) {
  const side = (which) => {
    const at = atOf(context, instance, which);
    return at === void 0 ? void 0 : read2(at);
  };
  return {
    address: instance.address,
    isData: instance.mode === "data",
    actions: instance.actions,
    isReplaced: isReplaced(instance),
    replaceAttributes: instance.replaceAttributes,
    before: side("before"),
    after: side("after")
  };
}

// src/plan/resources/attachments.ts
function readPort(context, instance) {
  return bothOf(context, instance, (at) => {
    const groups = groupRefsOf(at, "security_group_ids");
    const isEmptied = known(flagOf(at.side, "no_security_groups")) === true;
    const isFiltered = known(flagOf(at.side, "port_security_enabled")) !== false;
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
function readPortAssociate(context, instance) {
  return bothOf(context, instance, (at) => ({
    kind: "associate",
    member: objectRefOf(at, "port_id"),
    device: { kind: "unknown" },
    groups: groupRefsOf(at, "security_group_ids").map(byId),
    isExact: known(flagOf(at.side, "force")) === true
  }));
}
function readEcsInstance(context, instance) {
  return bothOf(context, instance, (at) => {
    const groups = groupRefsOf(at, "security_groups");
    return { ...server(at), groups: groups.length > 0 ? groups.map(byId) : void 0 };
  });
}
function readComputeInstance(context, instance) {
  return bothOf(context, instance, (at) => {
    const names = settle(at, "security_groups", textsOf(at.side, "security_groups"));
    if (names.kind === "unset") return { ...server(at), groups: void 0 };
    const unknown2 = {
      by: "id",
      ref: { kind: "unknown", oneOf: [], why: "its name is known after apply" }
    };
    const groups = names.kind === "unknown" ? [unknown2] : names.value.map((name) => name === void 0 ? unknown2 : { by: "name", name });
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

// src/plan/resources/cce-cluster-v3.ts
function readCluster(context, instance) {
  return bothOf(context, instance, readSide);
}
function readSide(at) {
  const isNew = at.isAfter && isReplaced(at.instance);
  const { nodeGroup, ownNodeGroup } = nodeGroups2(at);
  return {
    id: isNew ? void 0 : idOf(at.side),
    name: nameOf(at.side),
    networkType: networkTypeOf(at),
    vpc: objectRefOf(at, "vpc_id"),
    subnet: objectRefOf(at, "subnet_id"),
    eniSubnet: objectRefOf(at, "eni_subnet_id"),
    containerCidr: computedRange(at, "container_network_cidr"),
    eniSubnetCidr: rangeOf(at, "eni_subnet_cidr"),
    nodeGroup,
    controlGroup: madeGroup(at, "security_group_control"),
    ownNodeGroup,
    hasIpv6: known(flagOf(at.side, "ipv6_enable")) === true
  };
}
function networkTypeOf({ side }) {
  const type = textOf(side, "container_network_type");
  if (type.kind === "known") return { text: type.value, isSensitive: type.isSensitive };
  const isTurbo = known(textOf(side, "eni_subnet_id")) !== void 0;
  return isTurbo ? { text: "eni", isSensitive: false } : void 0;
}
function madeGroup(at, attribute) {
  const value = textOf(at.side, attribute);
  if (value.kind === "known") return { kind: "group", key: value.value };
  return value.kind === "unknown" ? { kind: "group", key: keyOfAttribute(at.instance, attribute) } : void 0;
}
function nodeGroups2(at) {
  const { resolver, managedGroups } = at.context;
  const made = madeGroup(at, "security_group_node");
  const isMade = (ref) => ref?.kind === "group" && made?.kind === "group" && ref.key === made.key;
  if (resolver.isConfigured(at.instance, "security_group_id") === true) {
    const own = groupRefOf(at, "security_group_id");
    return { nodeGroup: made, ownNodeGroup: isMade(own) ? void 0 : own };
  }
  const id = known(textOf(at.side, "security_group_id"));
  const read2 = id === void 0 ? void 0 : { kind: "group", key: id };
  if (id === void 0 || isMade(read2)) return { nodeGroup: made, ownNodeGroup: void 0 };
  const managed = managedGroups.get(id);
  const isOwn = managed !== void 0 && roleOfName(nameOf(managed.after ?? managed.before)?.text ?? "") === void 0;
  return isOwn ? { nodeGroup: made, ownNodeGroup: read2 } : { nodeGroup: made ?? read2, ownNodeGroup: void 0 };
}
function computedRange(at, attribute) {
  const value = textOf(at.side, attribute);
  const isChosen = value.kind === "unknown" && settle(at, attribute, value).kind === "unset";
  if (!isChosen) return rangeOf(at, attribute);
  const token = `${at.instance.address}.${attribute}`;
  return { kind: "unknown", token, why: `${token} is known after apply` };
}

// src/plan/resources/cce-nodes.ts
function readNodePool(context, instance) {
  return bothOf(context, instance, (at) => ({
    cluster: objectRefOf(at, "cluster_id"),
    subnet: subnetOf(at),
    groups: groupRefsOf(at, "security_group_ids")
  }));
}
function subnetOf(at) {
  const value = textOf(at.side, "subnet_id");
  if (value.kind === "unset" || value.kind === "unknown" && isUnset(at, "subnet_id")) return void 0;
  return objectRefOf(at, "subnet_id");
}
function readNode(context, instance) {
  return bothOf(context, instance, (at) => {
    const ids = [idOf(at.side), known(textOf(at.side, "server_id"))].filter((id) => id !== void 0);
    const server2 = objectRefOf(at, "server_id");
    return {
      cluster: objectRefOf(at, "cluster_id"),
      members: [
        ...ids.map((id) => ({ kind: "id", id })),
        { kind: "address", address: instance.address },
        ...server2.kind === "address" ? [server2] : []
      ]
    };
  });
}

// src/plan/protocol-names.ts
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
var V3_NAMES = /* @__PURE__ */ new Map([
  ["icmp", 1],
  ["tcp", 6],
  ["udp", 17],
  ["icmpv6", 58]
]);
function readProtocol(text, api) {
  const number = (api === "v2" ? V2_NAMES : V3_NAMES).get(text);
  if (number !== void 0) return { kind: "number", number };
  if (!/^-?\d+$/.test(text)) return { kind: "no-name" };
  const value = Number(text);
  return value >= 0 && value <= 255 ? { kind: "number", number: value } : { kind: "out-of-range" };
}

// src/plan/rule-parts.ts
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
function ruleOf(context, instance, api, read2) {
  const side = (which) => {
    const at = atOf(context, instance, which);
    if (at === void 0) return void 0;
    const found = at.isNew ? read2(at) : asItStands(read2(at));
    const isSensitive = TRAFFIC_ATTRIBUTES.some((attribute) => isMarked(at.side.sensitive, attribute));
    return isSensitive ? { ...found, isTrafficSensitive: true } : found;
  };
  const before = side("before");
  const isSame2 = api === "v2" && instance.before === instance.after;
  return {
    address: instance.address,
    actions: instance.actions,
    change: changeOf(instance),
    before,
    after: isSame2 ? before : side("after"),
    drifted: side("drifted"),
    api,
    replaceAttributes: instance.replaceAttributes
  };
}
function asItStands(side) {
  return isAccepted(side) ? side : { ...side, traffic: "unknown", problems: [] };
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
  return { ...side, group: { kind: "unknown", oneOf, why: "its change is deferred" } };
}
function changeOf(instance) {
  const { before, after, actions } = instance;
  if (before === void 0) return after === void 0 ? "drifted-away" : "created";
  if (after === void 0) return "destroyed";
  if (isReplaced(instance)) {
    return actions[0] === "create" ? "created-then-destroyed" : "destroyed-then-created";
  }
  return actions.includes("update") ? "updated" : "stands";
}
function directionOf(at, problems) {
  const value = settle(at, "direction", textOf(at.side, "direction"));
  if (value.kind === "unknown") return "unknown";
  const text = value.kind === "known" ? value.value : "";
  if (text === "ingress" || text === "egress") return text;
  problems.push({ kind: "refused", what: "the direction is neither `ingress` nor `egress`" });
  return "unknown";
}
function familyOf(at, attribute, problems) {
  const value = settle(at, attribute, textOf(at.side, attribute));
  if (value.kind === "unknown") return "unknown";
  if (value.kind === "unset" && attribute === "ether_type") return "IPv4";
  const text = value.kind === "known" ? value.value : "";
  if (text === "IPv4" || text === "IPv6") return text;
  problems.push({ kind: "refused", what: "the address family is neither `IPv4` nor `IPv6`" });
  return "unknown";
}
function peerOf(at, family, problems, readAddressGroup = () => void 0) {
  const candidates = [
    candidateOf(at, "remote_ip_prefix", prefixOf(at, family, problems)),
    candidateOf(at, "remote_group_id", groupPeerOf(at)),
    candidateOf(at, "remote_address_group_id", readAddressGroup(at))
  ].filter((candidate) => candidate !== void 0);
  const firm = candidates.filter(({ isFirm }) => isFirm);
  if (firm.length > 1) problems.push({ kind: "refused", what: "it names two peers, and the API takes one" });
  if (firm[0] !== void 0) return firm[0].peer;
  const certain = candidates.filter(({ peer }) => !isUncertain(peer));
  const [only] = certain.length > 0 ? certain : candidates;
  if (only === void 0) return { kind: "any" };
  const isOne = certain.length === 1 || candidates.length === 1;
  return isOne ? only.peer : { kind: "range", range: unknownRange(`${at.instance.address}.remote_ip_prefix`) };
}
function candidateOf(at, attribute, peer) {
  if (peer === void 0) return void 0;
  const isKnown = !isMarked(at.side.unknown, attribute);
  return { peer, isFirm: isKnown || at.context.resolver.isDirect(at.instance, attribute) };
}
function isUncertain(peer) {
  return peer.kind === "range" && peer.range.kind === "unknown" || peer.kind === "group" && peer.group.kind === "unknown";
}
function prefixOf(at, family, problems) {
  const range = rangeOf(at, "remote_ip_prefix");
  if (range === void 0) return void 0;
  const text = textOf(at.side, "remote_ip_prefix");
  const cidr = text.kind === "known" ? at.context.cidrOf(text.value) : void 0;
  if (text.kind === "known" && cidr === void 0 && !text.isSensitive) {
    problems.push({ kind: "refused", what: "its `remote_ip_prefix` is no CIDR" });
  }
  if (cidr !== void 0 && family !== "unknown" && cidr.family !== family) {
    problems.push({
      kind: "refused",
      what: `its \`remote_ip_prefix\` is ${cidr.family}, the rule is ${family}`
    });
  }
  if (cidr?.hasHostBits === true) {
    problems.push({
      kind: "changed",
      what: "its `remote_ip_prefix` has bits set below the prefix length; the network of that length counts"
    });
  }
  return { kind: "range", range };
}
function groupPeerOf(at) {
  const group = groupRefOf(at, "remote_group_id");
  if (group === void 0) return void 0;
  const value = textOf(at.side, "remote_group_id");
  return { kind: "group", group, isSensitive: value.kind === "known" && value.isSensitive };
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
function readComputeRules(_context, instance) {
  const { address } = instance;
  const oldKey = idOf(instance.before) ?? address;
  const newKey = isReplaced(instance) ? address : idOf(instance.after) ?? address;
  const before = entriesOf(instance.before);
  const after = entriesOf(instance.after);
  const drifted = entriesOf(instance.drifted);
  const old = (rule) => rule === void 0 ? void 0 : sideOf(rule, { address, group: oldKey, isNew: false });
  const rules = [];
  for (const hash of /* @__PURE__ */ new Set([...before.keys(), ...after.keys(), ...drifted.keys()])) {
    const [was, will, last] = [before.get(hash), after.get(hash), drifted.get(hash)];
    const isNew = was === void 0 || isReplaced(instance);
    const change2 = changeOf2(instance, was, will);
    rules.push({
      address,
      actions: change2 === "stands" || change2 === "drifted-away" ? ["no-op"] : instance.actions,
      change: change2,
      before: old(was),
      after: will === void 0 ? void 0 : sideOf(will, { address, group: newKey, isNew }),
      drifted: was === void 0 ? old(last) : void 0,
      api: "nova",
      replaceAttributes: instance.replaceAttributes
    });
  }
  return rules;
}
function changeOf2(instance, before, after) {
  if (before === void 0) return after === void 0 ? "drifted-away" : "created";
  if (after === void 0) return "destroyed";
  if (!isReplaced(instance)) return "stands";
  return createsFirst(instance) ? "created-then-destroyed" : "destroyed-then-created";
}
var ATTRIBUTES = ["from_port", "to_port", "ip_protocol", "cidr", "from_group_id", "self"];
var UNKNOWN_RULES = { values: {}, unknown: true, sensitive: void 0 };
function entriesOf(side) {
  const rules = side === void 0 ? void 0 : blocksOf(side, "rule");
  if (rules === void 0 || rules.kind === "unset") return /* @__PURE__ */ new Map();
  if (rules.kind === "unknown") return /* @__PURE__ */ new Map([["unknown", UNKNOWN_RULES]]);
  return new Map(rules.value.map((rule, i) => [hashOf(rule, i), rule]));
}
function hashOf(rule, place) {
  const values = ATTRIBUTES.map((attribute) => rawOf(rule, attribute));
  if (values.some(({ kind }) => kind === "unknown")) return `unknown ${String(place)}`;
  const primitive = (value) => value.kind !== "known" || value.value === false ? "" : typeof value.value === "object" ? {} : value.value;
  return JSON.stringify(values.map(primitive)).toLowerCase();
}
function sideOf(rule, where) {
  const problems = [];
  const isSensitive = ["ip_protocol", "from_port", "to_port"].some((name) => isMarked(rule.sensitive, name));
  const cidr = known(textOf(rule, "cidr"));
  const side = {
    group: { kind: "group", key: where.group },
    direction: "ingress",
    family: (cidr === void 0 ? void 0 : parseCidr(cidr)?.family) ?? "IPv4",
    action: "allow",
    priority: { kind: "undocumented" },
    traffic: trafficOf(rule, problems),
    peer: peerOf2(rule, where, problems),
    problems,
    ...isSensitive && { isTrafficSensitive: true }
  };
  if (where.isNew || problems.length === 0) return side;
  const isForAll = rawOf(rule, "ip_protocol").kind === "unset";
  return { ...side, traffic: isForAll ? ALL : "unknown", problems: [] };
}
var ALL = { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS };
var NO_PORTS = [];
function trafficOf(rule, problems) {
  const protocol = textOf(rule, "ip_protocol");
  const from = integerOf(rule, "from_port");
  const to = integerOf(rule, "to_port");
  if (protocol.kind === "unknown" || from.kind === "unknown" || to.kind === "unknown") return "unknown";
  const name = (known(protocol) ?? "").toLowerCase();
  const reading = readProtocol(name, "v2");
  if (reading.kind !== "number" || !["tcp", "udp", "icmp"].includes(name)) {
    const what = 'Nova knows `tcp`, `udp` and `icmp` alone; "all protocols" cannot be said here';
    problems.push({ kind: "refused", what });
    return { protocols: [ALL_PROTOCOLS], ports: NO_PORTS };
  }
  const protocols = [{ lo: reading.number, hi: reading.number }];
  const [lo, hi] = [known(from) ?? 0, known(to) ?? 0];
  return {
    protocols,
    ports: hasTypes(reading.number) ? typesOf(lo, hi, problems) : portsOf(lo, hi, problems)
  };
}
function portsOf(lo, hi, problems) {
  if (lo === 0 && (hi === 0 || hi === LAST_PORT)) return ALL_PORTS;
  if (lo >= 0 && lo <= hi && hi <= LAST_PORT) return [{ lo, hi }];
  const what = lo > hi ? "`from_port` is above `to_port`" : "its ports are not within 1 to 65535";
  problems.push({ kind: "refused", what });
  return NO_PORTS;
}
function typesOf(type, code, problems) {
  if (type < -1 || type > 255 || code < -1 || code > 255) {
    problems.push({ kind: "refused", what: "its ICMP type or code is not within -1 to 255" });
    return NO_PORTS;
  }
  if (type === -1) return ALL_PORTS;
  return [{ lo: icmpSlot(type, Math.max(code, 0)), hi: icmpSlot(type, code === -1 ? 255 : code) }];
}
function peerOf2(rule, { address, group }, problems) {
  const own = flagOf(rule, "self");
  const from = textOf(rule, "from_group_id");
  const cidr = textOf(rule, "cidr");
  const isOwn = own.kind === "known" && own.value;
  const named = [isOwn, from.kind === "known", cidr.kind === "known"].filter((isNamed) => isNamed);
  if (named.length > 1) problems.push({ kind: "refused", what: "it names two peers, and the API takes one" });
  if (isOwn) return { kind: "group", group: { kind: "group", key: group }, isSensitive: false };
  if (from.kind === "known") {
    return { kind: "group", group: { kind: "group", key: from.value }, isSensitive: from.isSensitive };
  }
  const parsed = cidr.kind === "known" ? parseCidr(cidr.value) : void 0;
  if (parsed !== void 0) return rangePeer(parsed.peers, cidr.kind === "known" && cidr.isSensitive);
  if (cidr.kind === "known" && !cidr.isSensitive)
    problems.push({ kind: "refused", what: "its `cidr` is no CIDR" });
  if (from.kind === "unknown" && cidr.kind === "unset") {
    const why = "the plan does not keep which group its rule refers to";
    return { kind: "group", group: { kind: "unknown", oneOf: [], why }, isSensitive: false };
  }
  return { kind: "range", range: unknownRange(`${address}.rule`) };
}

// src/plan/resources/networking-secgroup-rule-v2.ts
function readRuleV2(context, instance) {
  return ruleOf(context, instance, "v2", readSide2);
}
function readSide2(at) {
  const problems = [];
  const direction = directionOf(at, problems);
  const family = familyOf(at, "ethertype", problems);
  const traffic = trafficOf2(at, problems);
  return {
    group: ownerOf(at),
    direction,
    family,
    traffic,
    peer: peerOf(at, family, problems),
    action: "allow",
    priority: { kind: "undocumented" },
    problems
  };
}
var ALL2 = { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS };
function trafficOf2(at, problems) {
  const protocol = settle(at, "protocol", textOf(at.side, "protocol"));
  const min = settle(at, "port_range_min", integerOf(at.side, "port_range_min"));
  const max = settle(at, "port_range_max", integerOf(at.side, "port_range_max"));
  if (protocol.kind === "unknown" || min.kind === "unknown" || max.kind === "unknown") return "unknown";
  const ports = { min: min.kind === "known" ? min.value : 0, max: max.kind === "known" ? max.value : 0 };
  if (min.kind === "unset" && max.kind === "known" && max.value !== 0 && at.isNew) {
    problems.push({ kind: "refused", what: "it has `port_range_max` without `port_range_min`" });
  }
  const hasRange = ports.min !== 0 || ports.max !== 0;
  if (protocol.kind === "unset") {
    if (hasRange) {
      problems.push({
        kind: "changed",
        what: "it has ports but no protocol: the provider sends neither, so the rule is for everything"
      });
    }
    return ALL2;
  }
  const reading = readProtocol(protocol.value, "v2");
  if (reading.kind === "out-of-range") {
    problems.push({ kind: "refused", what: "its protocol number is not within 0 to 255" });
    return "unknown";
  }
  if (reading.kind === "no-name") {
    problems.push(
      hasRange ? { kind: "refused", what: `${NO_NAME}, so it sends ports without a protocol, which the API refuses` } : { kind: "changed", what: `${NO_NAME}, so the rule is for every protocol` }
    );
    return ALL2;
  }
  const protocols = [{ lo: reading.number, hi: reading.number }];
  if (hasPorts(reading.number)) return { protocols, ports: portsOf2(ports, problems) };
  if (!hasTypes(reading.number)) return { protocols, ports: ALL_PORTS };
  if (protocol.value === "icmp" && ports.min === 0 && ports.max === 255)
    return { protocols, ports: ALL_PORTS };
  if (!at.isNew && protocol.value !== "icmp" && !hasRange) return "unknown";
  if (min.kind === "unset" && max.kind === "unset" && at.isNew) {
    problems.push({
      kind: "changed",
      what: "ICMP without ports becomes type 0, code 0: echo replies alone. All ICMP is `icmp` with 0 and 255"
    });
  }
  return { protocols, ports: typesOf2(ports, problems) };
}
var NO_NAME = "the provider knows its protocol name in lower case only, or not at all, and drops it";
function portsOf2({ min, max }, problems) {
  if (min === 0 && (max === 0 || max === LAST_PORT)) return ALL_PORTS;
  const flaw = min < 0 || max < 0 || min > LAST_PORT || max > LAST_PORT ? "its ports are not within 1 to 65535" : max === 0 ? "it has `port_range_min` without `port_range_max`" : min > max ? "`port_range_min` is above `port_range_max`" : void 0;
  if (flaw === void 0) return [{ lo: min, hi: max }];
  problems.push({ kind: "refused", what: flaw });
  return [];
}
function typesOf2({ min, max }, problems) {
  if (min < 0 || min > 255 || max < 0 || max > 255) {
    problems.push({ kind: "refused", what: "its ICMP type or code is not within 0 to 255" });
    return [];
  }
  return [{ lo: icmpSlot(min, max), hi: icmpSlot(min, max) }];
}

// src/plan/resources/secgroups.ts
function readGroups({ postponed }, instance) {
  const api = apiOf(instance.type);
  const { before, after } = instance;
  const base = {
    address: instance.address,
    isData: instance.mode === "data",
    api,
    actions: instance.actions,
    isDescriptionChanged: isAttributeChanged(instance, "description")
  };
  const old = {
    ...base,
    key: idOf(before) ?? instance.address,
    id: idOf(before),
    nameBefore: nameOf(before),
    nameAfter: void 0,
    existsBefore: before !== void 0,
    existsAfter: false,
    isDestroyed: instance.actions.includes("delete"),
    hasDefaultRules: !isSet(before)
  };
  if (after === void 0) return before === void 0 ? [] : [old];
  const name = nameOf(after) ?? (base.isData ? patternOf(after) : void 0);
  if (isReplaced(instance)) {
    const made = {
      ...old,
      key: instance.address,
      id: void 0,
      nameBefore: void 0,
      nameAfter: name,
      existsBefore: false,
      existsAfter: true,
      isDestroyed: false,
      hasDefaultRules: !isSet(after)
    };
    return [old, made];
  }
  return [
    {
      ...old,
      key: idOf(after) ?? idOf(before) ?? postponed.get(instance.address) ?? instance.address,
      id: idOf(after) ?? idOf(before),
      nameAfter: name,
      existsAfter: true,
      isDestroyed: false,
      hasDefaultRules: !isSet(after) && !isSet(before)
    }
  ];
}
function patternOf(side) {
  const name = nameOf(side, "name_regex");
  return name === void 0 ? void 0 : { ...name, isPattern: true };
}
function apiOf(type) {
  if (type === "opentelekomcloud_vpc_secgroup_v3") return "v3";
  return type === "opentelekomcloud_compute_secgroup_v2" ? "nova" : "v2";
}
function isSet(side) {
  if (side === void 0) return false;
  const flag = flagOf(side, "delete_default_rules");
  return flag.kind === "known" && flag.value;
}

// src/plan/resources/vpc-ip-address-group-v3.ts
var TYPE = "opentelekomcloud_vpc_ip_address_group_v3";
function addressGroupsOf(instances) {
  return new Map(
    instances.filter((instance) => instance.type === TYPE).flatMap(
      (instance) => [idOf(instance.before), idOf(instance.after)].flatMap(
        (id) => id === void 0 ? [] : [[id, instance]]
      )
    )
  );
}
function addressGroupPeer(at) {
  const value = settle(at, "remote_address_group_id", textOf(at.side, "remote_address_group_id"));
  if (value.kind === "unset") return void 0;
  const group = value.kind === "known" ? at.context.addressGroups.get(value.value) : groupByReference(at);
  if (group === void 0) {
    const isShown = value.kind === "known" && !value.isSensitive;
    const name = isShown ? value.value : `${at.instance.address}.remote_address_group_id`;
    return { kind: "range", range: unknownRange(`IP address group ${name}`) };
  }
  const side = at.isAfter ? group.after : group.before;
  const { address, actions } = group;
  const range = side === void 0 ? unknownEntries(group) : entriesOf2(group, side);
  return { kind: "range", range, addressGroup: { address, actions } };
}
function groupByReference(at) {
  const [only, ...others] = at.context.resolver.resolve(at.instance, "remote_address_group_id");
  if (only?.kind !== "target" || others.length > 0) return void 0;
  const instance = at.context.byAddress.get(only.address);
  return instance?.type === TYPE ? instance : void 0;
}
function unknownEntries(group) {
  return unknownRange(`${group.address}.ip_set`);
}
function entriesOf2(group, side) {
  const listed = textsOf(side, "ip_set");
  const extra = blocksOf(side, "ip_extra_set");
  if (listed.kind === "unset" && extra.kind === "unset") return knownRange(NO_PEERS, false);
  const texts = listed.kind === "known" ? [...listed.value] : [];
  let isSensitive = listed.kind === "known" && listed.isSensitive;
  if (listed.kind !== "known" && extra.kind === "known") {
    for (const block of extra.value) {
      const ip = textOf(block, "ip");
      texts.push(ip.kind === "known" ? ip.value : void 0);
      isSensitive ||= ip.kind === "known" && ip.isSensitive;
    }
  }
  const ranges = texts.map((text) => text === void 0 ? void 0 : parseAddressRange(text));
  const read2 = ranges.filter((range) => range !== void 0);
  if (texts.length === 0 || read2.length < ranges.length) return unknownEntries(group);
  isSensitive ||= extra.kind === "known" && extra.isSensitive;
  return knownRange(unionOfPeers(read2), isSensitive);
}

// src/plan/resources/vpc-secgroup-rule-v3.ts
function readRuleV3(context, instance) {
  return ruleOf(context, instance, "v3", readSide3);
}
function readSide3(at) {
  const problems = [];
  const direction = directionOf(at, problems);
  const family = familyOf(at, "ether_type", problems);
  const traffic = trafficOf3(at, family, problems);
  return {
    group: ownerOf(at),
    direction,
    family,
    traffic,
    peer: peerOf(at, family, problems, addressGroupPeer),
    action: actionOf(at, problems),
    priority: priorityOf(at, problems),
    problems
  };
}
function actionOf(at, problems) {
  const value = settle(at, "action", textOf(at.side, "action"));
  if (value.kind === "unknown") return "unknown";
  if (value.kind === "unset" || value.value === "allow") return "allow";
  if (value.value === "deny") return "deny";
  problems.push({ kind: "refused", what: "its action is neither `allow` nor `deny`" });
  return "unknown";
}
function priorityOf(at, problems) {
  const value = settle(at, "priority", integerOf(at.side, "priority"));
  if (value.kind === "unknown") return { kind: "unknown" };
  if (value.kind === "unset" || value.value === 0) return { kind: "known", value: 1 };
  if (value.value < 1 || value.value > 100) {
    problems.push({ kind: "refused", what: "its priority is not within 1 to 100" });
  }
  return { kind: "known", value: value.value };
}
function trafficOf3(at, family, problems) {
  const protocol = settle(at, "protocol", textOf(at.side, "protocol"));
  const ports = settle(at, "multi_port", textOf(at.side, "multi_port"));
  if (protocol.kind === "unknown" || ports.kind === "unknown") return "unknown";
  if (protocol.kind === "unset") {
    if (ports.kind === "known") problems.push({ kind: "refused", what: "it has ports but no protocol" });
    return { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS };
  }
  const reading = readProtocol(protocol.value, "v3");
  if (reading.kind !== "number") {
    problems.push({ kind: "refused", what: "its protocol is none that the API knows" });
    return "unknown";
  }
  if (reading.number === ICMP && family === "IPv6" || reading.number === ICMPV6 && family === "IPv4") {
    problems.push({ kind: "refused", what: `its protocol does not go with ${family}` });
  }
  const protocols = [{ lo: reading.number, hi: reading.number }];
  if (ports.kind === "unset") return { protocols, ports: ALL_PORTS };
  if (hasTypes(reading.number)) return "unknown";
  if (!hasPorts(reading.number)) return { protocols, ports: ALL_PORTS };
  const list2 = portListOf(ports.value);
  if (list2 === void 0) {
    problems.push({ kind: "refused", what: "`multi_port` is no port, range or list of them" });
    return "unknown";
  }
  return { protocols, ports: list2 };
}
function portListOf(text) {
  const ranges = [];
  for (const part of text.split(",")) {
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
function readVpc(context, instance) {
  return bothOf(context, instance, (at) => {
    const secondary = rangeOf(at, "secondary_cidr");
    return {
      id: sideId(at),
      cidr: rangeOf(at, "cidr"),
      secondaryCidrs: secondary === void 0 ? [] : [secondary]
    };
  });
}
function readSecondaryCidr(context, instance) {
  return bothOf(context, instance, (at) => ({
    vpc: objectRefOf(at, "vpc_id"),
    cidrs: rangesOf(at, "cidrs") ?? []
  }));
}
function readSubnet(context, instance) {
  return bothOf(context, instance, (at) => ({
    id: sideId(at),
    subnetId: known(textOf(at.side, "subnet_id")),
    vpc: objectRefOf(at, "vpc_id"),
    cidr: rangeOf(at, "cidr"),
    dnsServers: dnsServersOf(at)
  }));
}
function readNetworkingSubnet(context, instance) {
  return bothOf(context, instance, (at) => ({
    id: known(textOf(at.side, "network_id")),
    subnetId: sideId(at),
    vpc: { kind: "unknown" },
    cidr: rangeOf(at, "cidr"),
    dnsServers: rangesOf(at, "dns_nameservers") ?? defaultDnsServers()
  }));
}
function sideId(at) {
  return at.isAfter && isReplaced(at.instance) ? void 0 : idOf(at.side);
}
function dnsServersOf(at) {
  const list2 = rangesOf(at, "dns_list");
  if (list2 !== void 0) return list2;
  const single = ["primary_dns", "secondary_dns"].flatMap((attribute) => {
    const value = settle(at, attribute, textOf(at.side, attribute));
    const range = value.kind === "unset" ? void 0 : rangeOf(at, attribute);
    return range === void 0 ? [] : [range];
  });
  if (single.length > 0) return single;
  return defaultDnsServers();
}
function defaultDnsServers() {
  return DEFAULT_DNS_SERVERS.flatMap((server2) => {
    const cidr = parseCidr(server2);
    return cidr === void 0 ? [] : [knownRange(cidr.peers, false)];
  });
}

// src/plan/sensitive.ts
var ID_ATTRIBUTES = [
  "id",
  "secgroup_id",
  "security_group_id",
  "remote_group_id",
  "security_group_ids",
  "security_groups",
  "security_group_node",
  "security_group_control"
];
function sensitiveIdsOf(instances, { resolve }) {
  const ids = /* @__PURE__ */ new Set();
  for (const instance of instances) {
    for (const side of [instance.before, instance.after, instance.drifted]) {
      if (side === void 0 || !hasMark(side.sensitive)) continue;
      for (const name of ID_ATTRIBUTES.filter((attribute) => isMarked(side.sensitive, attribute))) {
        const told = isMarked(side.unknown, name) ? resolve(instance, name).flatMap(constantOf) : [];
        for (const value of [side.values[name], told].flat(2)) {
          if (typeof value === "string" && value !== "") ids.add(value);
        }
      }
    }
  }
  return ids;
}
function constantOf(outcome) {
  return outcome.kind === "constant" ? [outcome.value] : [];
}

// src/plan/read-plan.ts
var READERS = /* @__PURE__ */ new Map([
  ["networking_secgroup_v2", (c, i) => ({ groups: readGroups(c, i) })],
  ["vpc_secgroup_v3", (c, i) => ({ groups: readGroups(c, i) })],
  ["compute_secgroup_v2", (c, i) => ({ groups: readGroups(c, i), rules: readComputeRules(c, i) })],
  ["networking_secgroup_rule_v2", (c, i) => ({ rules: [readRuleV2(c, i)] })],
  ["vpc_secgroup_rule_v3", (c, i) => ({ rules: [readRuleV3(c, i)] })],
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
var PREFIX = "opentelekomcloud_";
function readerOf(type) {
  return type.startsWith(PREFIX) ? READERS.get(type.slice(PREFIX.length)) : void 0;
}
function readPlan(bytes, readLocal) {
  const document = readDocument(bytes, { isWanted: (type) => readerOf(type) !== void 0 });
  return document.ok ? ok(planOf(document.value, readLocal)) : err(document.error);
}
function partOf(context, instance) {
  const part = readerOf(instance.type)?.(context, instance) ?? {};
  if (part.rules === void 0 || !instance.isDeferred) return part;
  return { ...part, rules: part.rules.flatMap(whenDeferred) };
}
function once2(read2) {
  const known3 = /* @__PURE__ */ new Map();
  return (text) => {
    const found = known3.get(text);
    if (found !== void 0) return found;
    const value = read2(text);
    known3.set(text, value);
    return value;
  };
}
function sourceOf(root, names, name) {
  return name === void 0 ? void 0 : moduleAt(root, names)?.calls.get(name)?.source;
}
function planOf(document, readLocal) {
  const instances = instancesOf(document);
  const { header, configuration } = document;
  const context = contextOf(document, instances, readLocal);
  const parts = instances.map((instance) => partOf(context, instance));
  return {
    header,
    moduleSource: (names) => configuration === void 0 ? void 0 : sourceOf(configuration, names.slice(0, -1), names.at(-1)),
    moduleBlocks: (names) => configuration === void 0 ? [] : [...moduleAt(configuration, names)?.resources.keys() ?? []],
    sensitiveIds: sensitiveIdsOf(instances, context.resolver),
    groups: parts.flatMap(({ groups }) => groups ?? []),
    rules: parts.flatMap(({ rules }) => rules ?? []),
    clusters: parts.flatMap(({ clusters }) => clusters ?? []),
    nodePools: parts.flatMap(({ nodePools }) => nodePools ?? []),
    vpcs: parts.flatMap(({ vpcs }) => vpcs ?? []),
    secondaryCidrs: parts.flatMap(({ secondaryCidrs }) => secondaryCidrs ?? []),
    subnets: parts.flatMap(({ subnets }) => subnets ?? []),
    attachments: parts.flatMap(({ attachments }) => attachments ?? []),
    nodes: parts.flatMap(({ nodes }) => nodes ?? [])
  };
}
function contextOf(document, instances, readLocal) {
  const byAddress = /* @__PURE__ */ new Map();
  const replacedById = /* @__PURE__ */ new Map();
  for (const instance of instances) {
    if (!instance.isUnconfigured) byAddress.set(instance.address, instance);
    const old = isReplaced(instance) ? idOf(instance.before) : void 0;
    if (old !== void 0) replacedById.set(old, instance);
  }
  const resolver = resolverOf(document, instances, readLocal);
  return {
    resolver,
    postponed: postponedGroups(instances, resolver),
    managedGroups: managedGroupsOf(instances),
    byAddress,
    replacedById,
    addressGroups: addressGroupsOf(instances),
    cidrOf: once2(parseCidr)
  };
}

// src/report/to-report.ts
import { createHash } from "node:crypto";

// src/cluster/unchanged.ts
function isUnchanged({ viewOf: viewOf2, world }, rules) {
  const sides = rules.flatMap(({ before, after }) => [before, after].filter((side) => side !== void 0));
  if (sides.some((side) => membership(side, "") !== "no")) return false;
  if (sides.some(({ action: action2 }) => action2 !== "allow")) return false;
  const keys = new Set(sides.flatMap(({ group }) => group.kind === "group" ? [group.key] : []));
  return [...keys].every((key) => {
    const { before, after } = viewOf2(key).rules;
    const [old, next] = [literally(before, world), literally(after, world)];
    return isSame(old.surely, next.surely) && isSame(old.possibly, next.possibly);
  });
}
function literally(rules, { configuration }) {
  const tokens = rules.flatMap(({ sides }) => sides.map(({ peer }) => tokenOf(peer)));
  const everyone = unionPeers(
    unionPeers(ALL_V4, ALL_V6),
    tokenPeers(...tokens.filter((token) => token !== void 0))
  );
  const need = union(allTraffic("ingress", everyone), allTraffic("egress", everyone));
  const [a, b] = [
    letThrough(rules, need, literal("IPv4"), configuration.defaultRulePriority),
    letThrough(rules, need, literal("IPv6"), configuration.defaultRulePriority)
  ];
  return { surely: union(a.surely, b.surely), possibly: union(a.possibly, b.possibly) };
}
function tokenOf(peer) {
  if (peer.kind === "any") return void 0;
  if (peer.kind === "range") return peer.range.kind === "unknown" ? peer.range.token : void 0;
  return peer.group.kind === "group" ? `group ${peer.group.key}` : "unknown group";
}
function literal(family) {
  const all = family === "IPv4" ? ALL_V4 : ALL_V6;
  const read2 = (peer) => {
    const token = tokenOf(peer);
    const named = peer.kind === "range" && peer.range.kind === "known" ? peer.range.peers : all;
    const peers = token === void 0 ? named : tokenPeers(token);
    return { surely: peers, possibly: peers };
  };
  return { family, allow: read2, deny: read2 };
}

// src/report/to-report.ts
var RANK = { notice: 0, warning: 1, critical: 2, never: 3 };
function toReport(judged, failOn) {
  const findings = judged.flatMap(
    ({ subjects, verdict }, plan) => verdict.findings.map((finding) => reportFinding(finding, subjects, plan))
  );
  const counted = findings.filter(({ waived }) => waived === null);
  const summary = { critical: 0, warning: 0, notice: 0 };
  for (const { severity } of counted) summary[severity]++;
  return {
    version: 1,
    conclusion: counted.some(({ severity }) => RANK[severity] >= RANK[failOn]) ? "fail" : "pass",
    summary,
    plans: judged.map(reportPlan),
    clusters: judged.flatMap(
      ({ subjects }) => subjects.world.clusters.map((cluster) => reportCluster(cluster, subjects))
    ),
    groups: judged.flatMap(({ subjects }) => reportGroups(subjects)),
    findings: findings.sort(byGravity),
    resolved: judged.flatMap(
      ({ subjects, verdict }) => verdict.resolved.map(({ check: check2, requirement, cluster, group }) => ({
        check: check2,
        requirement,
        cluster: clusterName(cluster, subjects),
        group: groupName(group, subjects)
      }))
    ),
    holds: holds(judged, counted)
  };
}
var CHANGES = ["introduced", "transient", "undecided", "pre-existing"];
function byGravity(a, b) {
  return RANK[b.severity] - RANK[a.severity] || CHANGES.indexOf(a.change) - CHANGES.indexOf(b.change) || a.plan - b.plan || compare(a.cluster ?? "", b.cluster ?? "");
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function reportPlan({ path: path2, label, subjects }) {
  const { header, rules } = subjects.world.plan;
  const changed = rules.filter(({ change: change2 }) => change2 !== "stands" && change2 !== "drifted-away");
  return {
    path: path2,
    label: label ?? null,
    formatVersion: header.formatVersion,
    terraformVersion: header.terraformVersion,
    changes: header.changeCount,
    complete: header.complete !== false,
    ruleChanges: changed.length,
    isUnchanged: changed.length > 0 && isUnchanged(subjects, changed)
  };
}
function reportCluster(cluster, subjects) {
  const addresses = cluster.after ?? cluster.before;
  return {
    name: cluster.label,
    address: cluster.resource?.address ?? null,
    networkModel: cluster.networkType === void 0 ? null : nameText2(cluster.networkType, subjects),
    vpcCidrs: addresses === void 0 ? [] : reachTexts(addresses.vpc),
    containerCidrs: addresses === void 0 ? [] : reachTexts(addresses.container),
    masterCidrs: addresses === void 0 ? [] : reachTexts(addresses.master),
    dnsServers: addresses === void 0 ? [] : reachTexts(addresses.dns, true),
    sources: {
      networkModel: cluster.configuration?.networkModel === void 0 ? "plan" : "configuration",
      vpcCidrs: addresses?.vpc.source ?? "not known",
      containerCidrs: addresses?.container.source ?? "not known",
      masterCidrs: addresses?.master.source ?? "not known",
      dnsServers: addresses?.dns.source ?? "not known"
    }
  };
}
function reachTexts({ peers, isSensitive }, asHosts = false) {
  if (isSensitive) return [SENSITIVE];
  const known3 = asHosts ? peers.v4.flatMap(
    ({ lo, hi }) => lo === hi ? [v4Text(lo)] : cidrsOf({ ...peers, v4: [{ lo, hi }], v6: [] })
  ) : cidrsOf(peers);
  return [...known3, ...peers.tokens.map((token) => `(${token})`)];
}
function nameText2({ text, isSensitive }, { world }) {
  const tellsName = world.clusters.some(({ name, label }) => label !== name && text.includes(name));
  return isSensitive || tellsName ? SENSITIVE : text;
}
function reportGroups(all) {
  const { subjects, world } = all;
  const groups = /* @__PURE__ */ new Map();
  for (const { cluster, role, groups: views } of subjects) {
    for (const { key, resource: resource2, kind } of views) {
      const name = resource2?.nameAfter ?? resource2?.nameBefore;
      const id = resource2 === void 0 ? isId(key) ? key : void 0 : resource2.id;
      groups.set(`${cluster.name} ${role} ${key}`, {
        role,
        cluster: cluster.label,
        name: name === void 0 ? null : nameText2(name, all),
        address: resource2?.address ?? null,
        id: id === void 0 ? null : world.plan.sensitiveIds.has(id) ? SENSITIVE : id,
        placedBy: kind === "made" ? cluster[role]?.placedBy ?? "reference" : "reference"
      });
    }
  }
  return [...groups.values()];
}
function isId(key) {
  return /^[0-9a-f]{8}-/.test(key);
}
function groupName(key, subjects) {
  if (key === void 0) return null;
  const { viewOf: viewOf2, world } = subjects;
  const { resource: resource2 } = viewOf2(key);
  const name = resource2?.nameAfter ?? resource2?.nameBefore;
  const shown = name === void 0 ? SENSITIVE : nameText2(name, subjects);
  if (shown !== SENSITIVE) return shown;
  return resource2?.address ?? (world.plan.sensitiveIds.has(key) ? SENSITIVE : key);
}
function clusterName(name, { world }) {
  return world.clusters.find((cluster) => cluster.name === name)?.label ?? name;
}
function reportFinding(finding, subjects, plan) {
  const { requirement = null, waived } = finding;
  const cluster = finding.cluster === void 0 ? null : clusterName(finding.cluster, subjects);
  const group = groupName(finding.group, subjects);
  const missing = finding.packets === void 0 ? [] : packetsOf(finding.packets.region, finding.packets.names);
  const identity = [
    finding.check,
    finding.change,
    requirement,
    cluster,
    group,
    finding.pool ?? null,
    requirement === null ? [...finding.causes.map(({ address }) => address), messageOf(finding, missing)] : [],
    waived === void 0 ? null : waived.text
  ];
  return {
    fingerprint: createHash("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 16),
    check: finding.check,
    severity: finding.severity,
    change: finding.change,
    requirement,
    cluster,
    group,
    pool: finding.pool ?? null,
    plan,
    missing,
    witness: witnessOfFinding(finding) ?? null,
    causes: finding.causes.map(({ address, actions }) => ({ address, actions, ...NO_PLACE })),
    title: CHECKS.find(({ id }) => id === finding.check)?.title ?? finding.check,
    impact: finding.impact,
    message: messageOf(finding, missing),
    remedy: finding.remedy,
    waived: waived === void 0 ? null : { reason: waived.reason, owner: waived.owner, expires: waived.expires }
  };
}
function witnessOfFinding({ packets }) {
  return packets === void 0 ? void 0 : witnessOf(packets.region, packets.member, packets.names, packets.fate);
}
function messageOf({ statement }, missing) {
  const [lead, tail] = statement;
  return tail === void 0 ? lead : `${lead} ${packetsText(missing)} ${tail}`;
}
function holds(judged, findings) {
  const all = judged.flatMap(({ subjects }) => subjects.subjects);
  const rows = all.reduce((sum, subject) => sum + rowCount(subject), 0);
  const broken = new Set(
    findings.filter((f) => f.requirement !== null).map((f) => `${f.plan} ${f.cluster ?? ""} ${f.pool ?? ""} ${f.requirement ?? ""}`)
  );
  return { groups: all.length, rows: rows - broken.size };
}
function rowCount(subject) {
  return new Set(allRows(subject).map(({ row }) => row.id)).size;
}

// src/report/with-places.ts
function withPlaces(report, located) {
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const { places, without } = located[finding.plan] ?? {};
      const placed = (cause) => {
        const place = places?.get(cause.address);
        if (place !== void 0) return { ...cause, ...linesOf(place) };
        return { ...cause, unplaced: without?.get(cause.address) ?? null };
      };
      return { ...finding, causes: finding.causes.map(placed) };
    })
  };
}
function linesOf(place) {
  const { file, line, endLine, isBase } = place;
  return { file, line, endLine, isBase, block: apart(place.block, place), call: apart(place.call, place) };
}
function apart(spot, { file, line }) {
  const isWithin = spot === void 0 || spot.file === file && spot.line <= line && line <= spot.endLine;
  return isWithin ? null : { file: spot.file, line: spot.line, endLine: spot.endLine };
}

// src/run.ts
var NO_LOCALS = () => void 0;
async function runInSource(input) {
  const plans = [];
  for (const one of input.plans) {
    const plan = await readInSource(one);
    if (!plan.ok) return err({ path: one.path, error: plan.error });
    plans.push(plan.value);
  }
  const judged = judge(input, plans);
  const located = await Promise.all(judged.map((one, i) => locatePlan(one, input.plans[i]?.source)));
  const report = withPlaces(toReport(judged, input.failOn), located);
  const cautions = plans.flatMap(
    ({ header }, i) => cautionsOf(header).map((caution) => `${input.plans[i]?.path ?? ""} ${caution}`)
  );
  return ok({ report, notes: [.../* @__PURE__ */ new Set([...cautions, ...located.flatMap(({ notes }) => notes)])] });
}
function judge({ plans: inputs, configuration, today }, plans) {
  const subjects = plans.map((plan) => subjectsOf(worldOf(plan, configuration, today)));
  const verdicts = runChecks(subjects);
  return inputs.flatMap(({ path: path2, label }, i) => {
    const [own, verdict] = [subjects[i], verdicts[i]];
    return own === void 0 || verdict === void 0 ? [] : [{ path: path2, label, subjects: own, verdict }];
  });
}
var MAX_READINGS = 5;
async function readInSource({ bytes, source }) {
  const names = /* @__PURE__ */ new Map();
  let readLocal = NO_LOCALS;
  for (let reading = 0; ; reading++) {
    const noted = noteLocals(readLocal);
    const plan = readPlan(bytes, noted.readLocal);
    const fresh = noted.asked().filter((name) => !names.has(keyOf(name)));
    if (!plan.ok || source === void 0 || fresh.length === 0 || reading === MAX_READINGS) return plan;
    for (const name of fresh) names.set(keyOf(name), name);
    const [{ localsOf }, { openSource }] = await Promise.all([
      import("./locals-X7CZJD32.js"),
      import("./source-S4SAHEPW.js")
    ]);
    const { moduleSource, moduleBlocks } = plan.value;
    readLocal = await localsOf(openSource(source, moduleSource), [...names.values()], moduleBlocks);
  }
}
async function locatePlan({ subjects, verdict }, source) {
  const { plan } = subjects.world;
  const causes = verdict.findings.flatMap((finding) => finding.causes);
  if (source === void 0 || causes.length === 0) {
    return { places: /* @__PURE__ */ new Map(), without: /* @__PURE__ */ new Map(), notes: [] };
  }
  const [{ locate }, { openSource }] = await Promise.all([
    import("./locate-NIZ7ISTJ.js"),
    import("./source-S4SAHEPW.js")
  ]);
  const rules = new Map(plan.rules.map((rule) => [rule.address, rule.replaceAttributes]));
  const wanted = causes.map((cause) => ({ ...cause, attributes: rules.get(cause.address) ?? [] }));
  return locate(openSource(source, plan.moduleSource), wanted);
}

// src/command/check.ts
async function check(request) {
  const { configuration } = request;
  const plans = await readPlans(request);
  if (!plans.ok) return plans;
  const settle2 = request.prepareEngine(plans.value);
  const result = await runInSource({
    plans: plans.value,
    configuration,
    failOn: request.failOn ?? configuration.failOn ?? "critical",
    today: request.now.toISOString().slice(0, 10)
  });
  if (!result.ok) return err(`${result.error.path} ${result.error.error.message}`);
  const { report, notes } = result.value;
  for (const sentence of notes) request.note(sentence);
  const module = plans.value[0]?.source?.rootModule ?? "";
  const answered = await request.answer(report, rendererOf(report, path.posix.join(module, "main.tf")));
  await settle2();
  return answered.ok ? ok(report.conclusion === "pass" ? 0 : 1) : answered;
}
async function readPlans({ plans, label }) {
  const read2 = [];
  for (const { name, file, source } of plans) {
    const bytes = readBytes(file);
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    const opened = await source();
    if (!opened.ok) return opened;
    const files = opened.value === void 0 ? {} : { source: opened.value };
    read2.push({ path: name, bytes: bytes.value, label, ...files });
  }
  return ok(read2);
}
function rendererOf(report, fallbackFile) {
  return async (format, terminal) => {
    switch (format) {
      case "text":
        return (await import("./text-GYX3SGBJ.js")).renderText(report, terminal ?? { colors: false });
      case "json":
        return (await import("./json-WRYOSOBJ.js")).renderJson(report);
      case "markdown":
        return (await import("./markdown-SH4HBDNN.js")).renderMarkdown(report);
      case "sarif": {
        const [{ renderSarif }, { CHECKS: CHECKS2 }] = await Promise.all([
          import("./sarif-I5BU2NBJ.js"),
          import("./checks-YN4SKMPE.js")
        ]);
        return renderSarif(report, CHECKS2, { fallbackFile, version: VERSION });
      }
      default:
        return unreachable(format);
    }
  };
}
async function exitStatusOf(work, refuse) {
  try {
    const status = await keepAlive(work);
    if (status.ok) return status.value;
    refuse(status.error);
  } catch (error) {
    const kind = error instanceof Error ? error.name : "error";
    refuse(
      `stopped on an internal error (${kind}). Please report it with the plan’s structure, without its values.`
    );
  }
  return 2;
}

// src/edge/configuration-file.ts
import { existsSync } from "node:fs";
var CONFIGURATION_PLACES = ["cce-plan-guard.yml", ".github/cce-plan-guard.yml"];
async function readConfigurationFile(named) {
  const path2 = named ?? CONFIGURATION_PLACES.find((place) => existsSync(place));
  if (path2 === void 0) {
    const rightPath = CONFIGURATION_PLACES.find((place) => existsSync(misnamed(place)));
    if (rightPath === void 0) return ok(NO_CONFIGURATION);
    const other = misnamed(rightPath);
    return err(`${other} is not read under this name. Rename it: mv ${other} ${rightPath}`);
  }
  const bytes = readBytes(path2, "configuration");
  if (!bytes.ok) return err(`${path2} ${bytes.error}`);
  return parseConfiguration(new TextDecoder().decode(bytes.value), path2);
}
function misnamed(rightPath) {
  return rightPath.replace(/\.yml$/, ".yaml");
}
async function parseConfiguration(text, path2) {
  const [{ readConfiguration }, { CHECK_IDS }] = await Promise.all([
    import("./read-configuration-DR5A7ZO7.js"),
    import("./check-id-TNQPCLKN.js")
  ]);
  const read2 = readConfiguration(text, CHECK_IDS);
  return read2.ok ? read2 : err(`${path2}: ${read2.error.message}`);
}

export {
  engineFor,
  VERSION,
  check,
  exitStatusOf,
  CONFIGURATION_PLACES,
  readConfigurationFile,
  parseConfiguration
};
