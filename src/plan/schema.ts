import * as v from 'valibot';

/** The parts of the plan document that we read. Keys that we do not read may be anything. */
const attributes = v.record(v.string(), v.unknown());
const object = v.nullish(attributes);

const action = v.picklist(['no-op', 'create', 'read', 'update', 'delete', 'forget']);

const change = v.object({
  actions: v.pipe(v.array(action), v.minLength(1)),
  before: object,
  after: object,
  after_unknown: v.optional(v.unknown()),
  before_sensitive: v.optional(v.unknown()),
  after_sensitive: v.optional(v.unknown()),
  replace_paths: v.optional(v.array(v.array(v.unknown()))),
});

/** One entry of `resource_changes` or `resource_drift`. */
export const resourceChange = v.object({
  address: v.string(),
  previous_address: v.optional(v.string()),
  mode: v.optional(v.string(), 'managed'),
  type: v.string(),
  deposed: v.optional(v.string()),
  change,
});

/** One resource of `prior_state`. */
export const stateResource = v.object({
  address: v.string(),
  mode: v.optional(v.string(), 'managed'),
  type: v.string(),
  deposed_key: v.optional(v.string()),
  values: v.nullish(attributes),
  sensitive_values: v.optional(v.unknown()),
});

/** An expression that refers to something. */
export const withReferences = v.looseObject({ references: v.pipe(v.array(v.string()), v.minLength(1)) });

/** An expression whose value the plan knows. */
export const withConstant = v.looseObject({ constant_value: v.unknown() });

const expressions = v.optional(v.record(v.string(), v.unknown()), {});

/** One resource block of `configuration`. */
export const resourceBlock = v.object({
  address: v.string(),
  type: v.optional(v.string(), ''),
  expressions,
  for_each_expression: v.optional(v.unknown()),
});

/** One module call of `configuration`; its `module` is read by the same schema, one level at a time. */
export const moduleCall = v.object({
  source: v.optional(v.string()),
  expressions,
  for_each_expression: v.optional(v.unknown()),
  module: v.optional(v.unknown(), {}),
});

/** One module of `configuration`. */
export const moduleBlock = v.object({
  resources: v.optional(v.array(v.unknown()), []),
  module_calls: v.optional(v.record(v.string(), v.unknown()), {}),
  outputs: v.optional(v.record(v.string(), v.looseObject({ expression: v.optional(v.unknown()) })), {}),
  variables: v.optional(v.record(v.string(), v.looseObject({ default: v.optional(v.unknown()) })), {}),
});

/** One module of `prior_state`. */
export const stateModule = v.object({
  resources: v.optional(v.array(v.unknown()), []),
  child_modules: v.optional(v.array(v.unknown()), []),
});

/** The top of the document. */
export const planDocument = v.object({
  format_version: v.string(),
  terraform_version: v.optional(v.string(), ''),
  errored: v.optional(v.boolean(), false),
  complete: v.optional(v.boolean()),
  variables: v.optional(v.record(v.string(), v.looseObject({ value: v.optional(v.unknown()) })), {}),
  resource_changes: v.optional(v.array(v.unknown()), []),
  resource_drift: v.optional(v.array(v.unknown()), []),
  deferred_changes: v.optional(v.array(v.unknown()), []),
  prior_state: v.optional(v.looseObject({ values: v.optional(v.unknown()) })),
  configuration: v.optional(v.looseObject({ root_module: v.optional(v.unknown()) })),
});

/** `type`, `mode` and actions of an entry: enough to know whether to read the rest. */
export const entryHead = v.looseObject({
  type: v.string(),
  change: v.looseObject({ actions: v.array(v.string()) }),
});
