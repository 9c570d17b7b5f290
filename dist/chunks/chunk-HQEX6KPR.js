import {
  array,
  boolean,
  custom,
  fallback,
  minLength,
  nullish,
  object,
  optional,
  picklist,
  pipe,
  safeParse,
  string,
  unknown
} from "./chunk-JNC5NJEG.js";
import {
  stepText
} from "./chunk-Q4KDA6G2.js";
import {
  isRecord
} from "./chunk-L6AC5JB7.js";
import {
  spend
} from "./chunk-K7OY3VOL.js";
import {
  maximalReferences,
  moduleText,
  parseAddress,
  parseTraversal
} from "./chunk-EWVTMIMU.js";
import {
  __export
} from "./chunk-SEWDMQ6Q.js";

// src/plan/document/schema.ts
var schema_exports = {};
__export(schema_exports, {
  moduleBlock: () => moduleBlock,
  moduleCall: () => moduleCall,
  planDocument: () => planDocument,
  plannedChange: () => plannedChange,
  resourceBlock: () => resourceBlock,
  resourceChange: () => resourceChange,
  stateModule: () => stateModule,
  stateResource: () => stateResource
});
var attributes = custom(isRecord);
var list = custom((value) => Array.isArray(value));
var object2 = nullish(attributes);
var action = picklist(["no-op", "create", "read", "update", "delete", "forget"]);
var plannedChange = object({
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
  change: plannedChange
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
var beyondArguments = {
  count_expression: optional(unknown()),
  depends_on: optional(array(string()))
};
var resourceBlock = object({
  address: string(),
  provider_config_key: optional(string()),
  expressions,
  for_each_expression: optional(unknown()),
  ...beyondArguments
});
var moduleCall = object({
  source: optional(string()),
  expressions,
  for_each_expression: optional(unknown()),
  ...beyondArguments,
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
  timestamp: fallback(optional(string()), void 0),
  variables: optional(attributes, {}),
  resource_changes: optional(list, []),
  resource_drift: optional(list, []),
  deferred_changes: optional(list, []),
  prior_state: optional(attributes),
  configuration: optional(attributes)
});

// src/plan/document/trouble.ts
function inputError(message) {
  return { kind: "input-error", message };
}
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
function nestingError(what) {
  return inputError(
    `has ${what} nested too deeply to be a plan. Make it again: terraform show -json FILE > plan.json`
  );
}
function damaged(where, issues) {
  const keys = issues[0]?.path?.flatMap(({ key }) => isFormatKey(key) ? [key] : []) ?? [];
  const named = keys.join(".");
  const place = named === "" ? where : `${where}, key \`${named}\`,`;
  return inputError(
    `is not a plan as Terraform writes it: ${place} has an unexpected form. Make it again: terraform show -json FILE > plan.json`
  );
}
function isFormatKey(key) {
  return typeof key === "string" && FORMAT_KEYS.has(key);
}
var FORMAT_KEYS = new Set(
  Object.values(schema_exports).flatMap((part) => Object.keys(part.entries))
);
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

// src/plan/references/needs.ts
function neededAs(text) {
  const address = parseAddress(text);
  if (address === void 0) return void 0;
  return blockText(
    address.modules.map(({ name }) => name),
    address.block
  );
}
function blockText(modules, block) {
  return `${moduleText(modules.map((name) => ({ name, key: void 0 })))}${block}`;
}
function blockNeeds(root, text) {
  const address = parseAddress(text);
  if (root === void 0 || address === void 0) return { blocks: /* @__PURE__ */ new Set(), isWhole: false };
  const needs = { blocks: /* @__PURE__ */ new Set(), seen: /* @__PURE__ */ new Set(), open: [], isWhole: true };
  const place = address.modules.reduce((at, { name }) => at && called(at, name), {
    module: root,
    modules: [],
    by: void 0
  });
  if (place === void 0) return { blocks: /* @__PURE__ */ new Set(), isWhole: false };
  takeBlock(needs, place, address.block);
  for (let next = needs.open.pop(); next !== void 0; next = needs.open.pop()) {
    spend(1);
    const steps = parseTraversal(next.text);
    if (steps === void 0) needs.isWhole = false;
    else followSteps(needs, next.at, steps);
  }
  return needs;
}
function called(from, name) {
  const call = from.module.calls.get(name);
  return call && { module: call.module, modules: [...from.modules, name], by: { call, from } };
}
function takeBlock(needs, at, block) {
  const name = blockText(at.modules, block);
  if (needs.blocks.has(name)) return;
  const element = at.module.resources.get(block);
  if (element === void 0) {
    needs.isWhole = false;
    return;
  }
  needs.blocks.add(name);
  note(needs, at, textsOf(element));
  takeCalls(needs, at);
}
function takeCalls(needs, { by }) {
  if (by === void 0) return;
  note(needs, by.from, [...by.call.needs, ...referencesOf(by.call.forEach)]);
  takeCalls(needs, by.from);
}
function textsOf({ expressions: expressions2, forEach, needs }) {
  return [...[...expressions2.values(), forEach].flatMap(referencesOf), ...needs];
}
function referencesOf(kept) {
  return kept?.kind === "references" ? maximalReferences(kept.references) : [];
}
function note(needs, at, texts) {
  for (const text of texts) {
    const key = JSON.stringify([at.modules, text]);
    if (needs.seen.has(key)) continue;
    needs.seen.add(key);
    needs.open.push({ at, text });
  }
}
var OF_THE_RUN = /* @__PURE__ */ new Set(["each", "count", "self", "path", "terraform"]);
function followSteps(needs, at, steps) {
  const [first = "", second = "", third] = steps.filter(({ kind }) => kind === "name").map(stepText);
  if (OF_THE_RUN.has(first)) return;
  switch (first) {
    case "var":
      if (at.by !== void 0) note(needs, at.by.from, referencesOf(at.by.call.expressions.get(second)));
      return;
    case "local":
      needs.isWhole = false;
      return;
    case "module":
      followOutputs(needs, called(at, second), third);
      return;
    case "data":
      if (third !== void 0) takeBlock(needs, at, `data.${second}.${third}`);
      return;
    default:
      if (second !== "") takeBlock(needs, at, `${first}.${second}`);
  }
}
function followOutputs(needs, at, output) {
  if (at === void 0) {
    needs.isWhole = false;
    return;
  }
  if (output === void 0) {
    for (const block of at.module.resources.keys()) takeBlock(needs, at, block);
    needs.isWhole = false;
    return;
  }
  note(needs, at, referencesOf(at.module.outputs.get(output)));
  takeCalls(needs, at);
}

export {
  resourceChange,
  stateResource,
  resourceBlock,
  moduleCall,
  moduleBlock,
  stateModule,
  planDocument,
  inputError,
  Damaged,
  parsePart,
  nestingError,
  damaged,
  cautionsOf,
  neededAs,
  blockNeeds
};
