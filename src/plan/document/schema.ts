import * as v from 'valibot';

import type { Attributes } from './document.js';
import { isRecord } from './marks.js';

/**
 * The parts of the plan document that we read. Keys that we do not read may be anything. Objects of attributes,
 * expressions and lists of elements are taken as they are, not copied: a large plan has hundreds of thousands.
 */
const attributes = v.custom<Attributes>(isRecord);
const list = v.custom<readonly unknown[]>((value) => Array.isArray(value));
const object = v.nullish(attributes);

const action = v.picklist(['no-op', 'create', 'read', 'update', 'delete', 'forget']);

/** What becomes of one resource. */
export const plannedChange = v.object({
  actions: v.pipe(v.array(action), v.minLength(1)),
  before: object,
  after: object,
  after_unknown: v.optional(v.unknown()),
  before_sensitive: v.optional(v.unknown()),
  after_sensitive: v.optional(v.unknown()),
  replace_paths: v.optional(v.array(list)),
});

/** One entry of `resource_changes` or `resource_drift`. */
export const resourceChange = v.object({
  address: v.string(),
  previous_address: v.optional(v.string()),
  mode: v.optional(v.string(), 'managed'),
  type: v.string(),
  deposed: v.optional(v.string()),
  change: plannedChange,
});

/** One resource of `prior_state`. */
export const stateResource = v.object({
  address: v.string(),
  mode: v.optional(v.string(), 'managed'),
  type: v.string(),
  deposed_key: v.optional(v.string()),
  values: object,
  sensitive_values: v.optional(v.unknown()),
});

const expressions = v.optional(attributes, {});

/** What a block depends on without saying it in an argument. */
const beyondArguments = {
  count_expression: v.optional(v.unknown()),
  depends_on: v.optional(v.array(v.string())),
};

/** One resource block of `configuration`. */
export const resourceBlock = v.object({
  address: v.string(),
  provider_config_key: v.optional(v.string()),
  expressions,
  for_each_expression: v.optional(v.unknown()),
  ...beyondArguments,
});

/** One module call of `configuration`; its `module` is read by the same schema, one level at a time. */
export const moduleCall = v.object({
  source: v.optional(v.string()),
  expressions,
  for_each_expression: v.optional(v.unknown()),
  ...beyondArguments,
  module: v.optional(v.unknown(), {}),
});

/** One module of `configuration`. */
export const moduleBlock = v.object({
  resources: v.optional(list, []),
  module_calls: v.optional(attributes, {}),
  outputs: v.optional(attributes, {}),
  variables: v.optional(attributes, {}),
});

/** One module of `prior_state`. */
export const stateModule = v.object({
  resources: v.optional(list, []),
  child_modules: v.optional(list, []),
});

/** The top of the document. */
export const planDocument = v.object({
  format_version: v.string(),
  terraform_version: v.optional(v.string(), ''),
  errored: v.optional(v.boolean(), false),
  complete: v.optional(v.boolean()),
  timestamp: v.fallback(v.optional(v.string()), undefined),
  variables: v.optional(attributes, {}),
  resource_changes: v.optional(list, []),
  resource_drift: v.optional(list, []),
  deferred_changes: v.optional(list, []),
  prior_state: v.optional(attributes),
  configuration: v.optional(attributes),
});
