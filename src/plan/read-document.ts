import * as v from 'valibot';

import { err, ok, type Result } from '../result.js';
import { decode, nameJson, nameText, planLine, refuseBytes } from './bad-input.js';
import type {
  CallElement,
  ChangeElement,
  Expression,
  ModuleElement,
  PlanDocument,
  ResourceElement,
  StateElement,
} from './document.js';
import { inputError, type InputError } from './input-error.js';
import * as schema from './schema.js';

/** Modules nest a few levels in real plans; beyond this a file is made to harm. */
const DEPTH_LIMIT = 200;

/** Which elements a reader hands out. */
export interface Wanted {
  readonly isWanted: (type: string) => boolean;
}

/**
 * Reads a plan document from its bytes: UTF-8 or UTF-16, with or without byte-order mark, and with stray lines
 * around the one line of JSON. Everything is checked against the schema here; what leaves is typed.
 * Errors name the cause and the command that makes the right file, and hold no part of the input.
 */
export function readDocument(bytes: Uint8Array, wanted: Wanted): Result<PlanDocument, InputError> {
  const refused = refuseBytes(bytes);
  if (refused !== undefined) return err(refused);
  const json = parseJson(bytes);
  if (!json.ok) return json;
  const named = nameJson(json.value);
  if (named !== undefined) return err(named);
  const top = v.safeParse(schema.planDocument, json.value);
  if (!top.success) return err(damaged('the document', top.issues));
  const flaw = refuseHeader(top.output);
  if (flaw !== undefined) return err(flaw);
  try {
    return ok(elements(top.output, wanted));
  } catch (error) {
    if (error instanceof Damaged) return err(error.input);
    throw error;
  }
}

type Top = v.InferOutput<typeof schema.planDocument>;

/** Carries an input error out of the walk; caught in {@link readDocument}. */
class Damaged extends Error {
  constructor(readonly input: InputError) {
    super(input.message);
  }
}

function parseJson(bytes: Uint8Array): Result<unknown, InputError> {
  let text: string;
  try {
    text = decode(bytes);
  } catch {
    return err(inputError('is larger than this version reads (512 MiB of text). Split it by root module.'));
  }
  // The parser's own message quotes the input, so it never leaves this function.
  try {
    const value: unknown = JSON.parse(text);
    return ok(value);
  } catch {
    const line = planLine(text);
    if (line === undefined || line === text) return err(nameText(text));
    try {
      const value: unknown = JSON.parse(line);
      return ok(value);
    } catch {
      return err(nameText(line));
    }
  }
}

function refuseHeader(top: Top): InputError | undefined {
  const major = top.format_version.split('.', 1)[0];
  if (major !== '0' && major !== '1') {
    return inputError(
      'has a plan format that is newer than this version understands (major version 1). Update cce-plan-guard.',
    );
  }
  if (top.errored) {
    return inputError(
      'is from a plan that failed, so resources are missing in it. Mend the error that `terraform plan` prints, and plan again.',
    );
  }
  return undefined;
}

function elements(top: Top, wanted: Wanted): PlanDocument {
  const changes = changeElements(top.resource_changes, 'resource_changes', wanted);
  const root = top.configuration?.root_module;
  refuseTwins(changes);
  return {
    header: {
      formatVersion: top.format_version,
      terraformVersion: top.terraform_version,
      complete: top.complete,
      changeCount: top.resource_changes.filter(doesSomething).length,
    },
    changes,
    drift: changeElements(top.resource_drift, 'resource_drift', wanted),
    deferred: deferredElements(top.deferred_changes, wanted),
    priorState: [...stateElements(top.prior_state?.values, wanted)],
    configuration: root === undefined ? undefined : moduleElement(root, 0, wanted),
    variables: new Map(Object.entries(top.variables).map(([name, { value }]) => [name, value])),
  };
}

function doesSomething(entry: unknown): boolean {
  const head = v.safeParse(schema.entryHead, entry);
  return head.success && head.output.change.actions.some((action) => action !== 'no-op' && action !== 'read');
}

function* stateElements(values: unknown, wanted: Wanted): Iterable<StateElement> {
  if (values === null || typeof values !== 'object' || !('root_module' in values)) return;
  const open: { module: unknown; depth: number }[] = [{ module: values.root_module, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > DEPTH_LIMIT)
      throw new Damaged(inputError('has modules nested too deeply to be a plan.'));
    const module = parse(schema.stateModule, next.module, 'a module of prior_state');
    for (const child of module.child_modules) open.push({ module: child, depth: next.depth + 1 });
    for (const [i, entry] of module.resources.entries()) {
      if (!isWantedEntry(entry, wanted)) continue;
      const resource = parse(schema.stateResource, entry, `entry ${String(i)} of a module of prior_state`);
      yield {
        address: resource.address,
        mode: resource.mode,
        type: resource.type,
        deposed: resource.deposed_key,
        values: resource.values ?? {},
        sensitive: resource.sensitive_values,
      };
    }
  }
}

function isWantedEntry(entry: unknown, wanted: Wanted): boolean {
  if (typeof entry !== 'object' || entry === null || !('type' in entry)) return true;
  return typeof entry.type !== 'string' || wanted.isWanted(entry.type);
}

function changeElements(
  entries: readonly unknown[],
  where: string,
  wanted: Wanted,
): readonly ChangeElement[] {
  return entries.flatMap((entry, i) =>
    isWantedEntry(entry, wanted) ? [changeElement(entry, `entry ${String(i)} of ${where}`)] : [],
  );
}

function deferredElements(entries: readonly unknown[], wanted: Wanted): readonly ChangeElement[] {
  return entries.flatMap((entry, i) => {
    const inner =
      typeof entry === 'object' && entry !== null && 'resource_change' in entry
        ? entry.resource_change
        : entry;
    return isWantedEntry(inner, wanted)
      ? [changeElement(inner, `entry ${String(i)} of deferred_changes`)]
      : [];
  });
}

function changeElement(entry: unknown, where: string): ChangeElement {
  const { change, ...head } = parse(schema.resourceChange, entry, where);
  return {
    address: head.address,
    previousAddress: head.previous_address,
    mode: head.mode,
    type: head.type,
    deposed: head.deposed,
    actions: change.actions,
    before: change.before ?? undefined,
    after: change.after ?? undefined,
    afterUnknown: change.after_unknown,
    beforeSensitive: change.before_sensitive,
    afterSensitive: change.after_sensitive,
    replaceAttributes: (change.replace_paths ?? []).flatMap(([first]) =>
      typeof first === 'string' ? [first] : [],
    ),
  };
}

function refuseTwins(changes: readonly ChangeElement[]): void {
  const seen = new Set<string>();
  for (const { address, deposed } of changes) {
    const key = JSON.stringify([address, deposed ?? null]);
    if (seen.has(key)) {
      throw new Damaged(inputError('lists one resource twice. Is it two plans put together? Make it again.'));
    }
    seen.add(key);
  }
}

function moduleElement(value: unknown, depth: number, wanted: Wanted): ModuleElement {
  if (depth > DEPTH_LIMIT) throw new Damaged(inputError('has modules nested too deeply to be a plan.'));
  const module = parse(schema.moduleBlock, value, 'a module of configuration');
  const resources = new Map<string, ResourceElement>();
  for (const entry of module.resources) {
    if (!isWantedEntry(entry, wanted)) continue;
    const block = parse(schema.resourceBlock, entry, 'a resource of configuration');
    resources.set(block.address, {
      expressions: expressionMap(block.expressions),
      forEach: optionalExpression(block.for_each_expression),
    });
  }
  const calls = new Map<string, CallElement>();
  for (const [name, entry] of Object.entries(module.module_calls)) {
    const call = parse(schema.moduleCall, entry, 'a module call of configuration');
    calls.set(name, {
      source: call.source,
      expressions: expressionMap(call.expressions),
      forEach: optionalExpression(call.for_each_expression),
      module: moduleElement(call.module, depth + 1, wanted),
    });
  }
  return {
    resources,
    calls,
    outputs: new Map(
      Object.entries(module.outputs).map(([name, output]) => [name, toExpression(output.expression)]),
    ),
    variables: new Map(
      Object.entries(module.variables).map(([name, variable]) => [
        name,
        'default' in variable ? { default: variable.default } : {},
      ]),
    ),
  };
}

function expressionMap(record: Readonly<Record<string, unknown>>): ReadonlyMap<string, Expression> {
  return new Map(Object.entries(record).map(([name, value]) => [name, toExpression(value)]));
}

function optionalExpression(value: unknown): Expression | undefined {
  return value === undefined ? undefined : toExpression(value);
}

/** References count before a constant: from `.tf.json` an expression has both, and the constant is raw text. */
function toExpression(value: unknown): Expression {
  const references = v.safeParse(schema.withReferences, value);
  if (references.success) return { kind: 'references', references: references.output.references };
  const constant = v.safeParse(schema.withConstant, value);
  if (constant.success) return { kind: 'constant', value: constant.output.constant_value };
  return { kind: 'opaque' };
}

function parse<S extends v.GenericSchema>(part: S, value: unknown, where: string): v.InferOutput<S> {
  const result = v.safeParse(part, value);
  if (!result.success) throw new Damaged(damaged(where, result.issues));
  return result.output;
}

/** Names the place and the key that is wrong, never the value. */
function damaged(where: string, issues: readonly v.BaseIssue<unknown>[]): InputError {
  const key = issues[0]?.path?.map((step) => String(step.key)).join('.') ?? '';
  return inputError(
    `is not a plan as Terraform writes it: ${where}${key === '' ? '' : `, key ${safeKey(key)},`} has an unexpected form. Make it again: terraform show -json FILE > plan.json`,
  );
}

/** Keys come from the file: only those that look like keys of the format are named. */
function safeKey(key: string): string {
  return /^[a-z_]+(\.[a-z_]+)*$/.test(key) && key.length < 60 ? `\`${key}\`` : '(not named)';
}
