import * as v from 'valibot';

import { inputError, type InputError } from './input-error.js';
import { isRecord } from './marks.js';

/** Carries an input error out of a walk through the document; caught where the walk began. */
export class Damaged extends Error {
  constructor(readonly input: InputError) {
    super(input.message);
  }
}

/** The object of the document as its schema says. Throws {@link Damaged} with the place that is wrong. */
export function parsePart<S extends v.GenericSchema>(
  part: S,
  value: unknown,
  where: string,
): v.InferOutput<S> {
  if (!isRecord(value)) throw new Damaged(damaged(where, []));
  const result = v.safeParse(part, value);
  if (!result.success) throw new Damaged(damaged(where, result.issues));
  return result.output;
}

/** Says that a document nests deeper than Terraform writes. */
export function tooDeep(what: string): InputError {
  return inputError(
    `has ${what} nested too deeply to be a plan. Make it again: terraform show -json FILE > plan.json`,
  );
}

/** Names the place and the key that is wrong, never the value. */
export function damaged(where: string, issues: readonly v.BaseIssue<unknown>[]): InputError {
  const keys = issues[0]?.path?.map((step) => String(step.key)) ?? [];
  const named = keys.filter((key) => FORMAT_KEYS.has(key)).join('.');
  const place = named === '' ? where : `${where}, key \`${named}\`,`;
  return inputError(
    `is not a plan as Terraform writes it: ${place} has an unexpected form. Make it again: terraform show -json FILE > plan.json`,
  );
}

/** Keys of the format; any other key of a path is a name that the file gives, and is not printed. */
const FORMAT_KEYS: ReadonlySet<string> = new Set([
  'actions',
  'address',
  'after',
  'before',
  'change',
  'child_modules',
  'complete',
  'configuration',
  'deferred_changes',
  'deposed',
  'deposed_key',
  'errored',
  'expressions',
  'format_version',
  'mode',
  'module',
  'module_calls',
  'outputs',
  'previous_address',
  'prior_state',
  'replace_paths',
  'resource_changes',
  'resource_drift',
  'resources',
  'root_module',
  'source',
  'terraform_version',
  'type',
  'values',
  'variables',
]);
