import * as v from 'valibot';

import type { PlanHeader } from './document.js';
import { isRecord } from './marks.js';
import * as schema from './schema.js';

/**
 * Why a file cannot be judged. `message` is one line for a person: what is wrong, and the command that would make
 * the right file. It holds no part of the input.
 */
export interface InputError {
  readonly kind: 'input-error';
  readonly message: string;
}

/** Builds an {@link InputError}. */
export function inputError(message: string): InputError {
  return { kind: 'input-error', message };
}

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
export function nestingError(what: string): InputError {
  return inputError(
    `has ${what} nested too deeply to be a plan. Make it again: terraform show -json FILE > plan.json`,
  );
}

/** Names the place and the key that is wrong, never the value. */
export function damaged(where: string, issues: readonly v.BaseIssue<unknown>[]): InputError {
  const keys = issues[0]?.path?.flatMap(({ key }) => (isFormatKey(key) ? [key] : [])) ?? [];
  const named = keys.join('.');
  const place = named === '' ? where : `${where}, key \`${named}\`,`;
  return inputError(
    `is not a plan as Terraform writes it: ${place} has an unexpected form. Make it again: terraform show -json FILE > plan.json`,
  );
}

/** Any other key of a path is a name that the file gives, and is not printed. */
function isFormatKey(key: unknown): key is string {
  return typeof key === 'string' && FORMAT_KEYS.has(key);
}

const FORMAT_KEYS: ReadonlySet<string> = new Set(
  Object.values(schema).flatMap((part) => Object.keys(part.entries)),
);

const MAKE_AGAIN = 'Make it again, whole: terraform show -json FILE > plan.json';

const LACKING = {
  configuration: `has no \`configuration\`: references to values that are not known yet lead nowhere. ${MAKE_AGAIN}`,
  prior_state: `has no \`prior_state\`: what data sources have read is not known. ${MAKE_AGAIN}`,
} as const;

/** What a person should know of a plan that can be judged, though not as well as others: sentence parts behind its name. */
export function cautionsOf({ lacks, formatVersion }: PlanHeader): readonly string[] {
  const isOld = formatVersion.startsWith('0.');
  return [
    ...lacks.map((part) => LACKING[part]),
    ...(isOld
      ? [`is of the old format ${formatVersion}, which tells neither drift nor why something is replaced`]
      : []),
  ];
}
