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
  isRecord
} from "./chunk-RIZLRJPB.js";
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
var resourceBlock = object({
  address: string(),
  provider_config_key: optional(string()),
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
  cautionsOf
};
