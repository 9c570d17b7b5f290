import { DEADLINE_FORM, secondsIn } from '../../command/budget.js';
import type { Severity } from '../../config/configuration.js';
import { err, ok, type Result } from '../../result.js';

/** The inputs of the step, as action.yml describes them. Empty ones are undefined. */
export interface Inputs {
  /** Paths and globs, relative to the working directory. */
  readonly plan: readonly string[];
  /** Likewise; empty: nobody has looked at the cloud. */
  readonly facts: readonly string[];
  readonly config: string | undefined;
  readonly workingDirectory: string;
  readonly failOn: Severity | 'never' | undefined;
  readonly label: string | undefined;
  readonly review: 'comment' | 'request-changes' | 'off';
  readonly comment: 'always' | 'on-findings' | 'on-failure';
  readonly annotations: boolean;
  readonly summary: boolean;
  readonly sarifFile: string | undefined;
  readonly reportFile: string | undefined;
  /** How long judging may take, in seconds. */
  readonly deadline: number | undefined;
  readonly token: string | undefined;
}

/** Reads the inputs; the error names the input and what it may be, not what it is. */
export function readInputs(get: (name: string) => string): Result<Inputs, string> {
  const optional = (name: string): string | undefined => {
    const text = get(name).trim();
    return text === '' ? undefined : text;
  };
  const lines = (name: string): readonly string[] =>
    get(name)
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const plan = lines('plan');
  if (plan.length === 0) return err('input plan is empty. Name the JSON of a plan: plan: plan.json');
  const failOn = choice('fail-on', optional('fail-on'), ['critical', 'warning', 'notice', 'never']);
  if (!failOn.ok) return failOn;
  const review = choice('review', optional('review'), ['comment', 'request-changes', 'off']);
  if (!review.ok) return review;
  const comment = choice('comment', optional('comment'), ['always', 'on-findings', 'on-failure']);
  if (!comment.ok) return comment;
  const annotations = choice('annotations', optional('annotations')?.toLowerCase(), ['true', 'false']);
  if (!annotations.ok) return annotations;
  const summary = choice('summary', optional('summary')?.toLowerCase(), ['true', 'false']);
  if (!summary.ok) return summary;
  const named = optional('deadline');
  const deadline = named === undefined ? undefined : secondsIn(named);
  if (named !== undefined && deadline === undefined) return err(`input deadline takes ${DEADLINE_FORM}`);
  return ok({
    plan,
    facts: lines('facts'),
    config: optional('config'),
    workingDirectory: optional('working-directory') ?? '.',
    failOn: failOn.value,
    label: optional('label'),
    review: review.value ?? 'comment',
    comment: comment.value ?? 'on-findings',
    annotations: annotations.value !== 'false',
    summary: summary.value !== 'false',
    sarifFile: optional('sarif-file'),
    reportFile: optional('report-file'),
    deadline,
    token: optional('github-token'),
  });
}

function choice<T extends string>(
  name: string,
  text: string | undefined,
  allowed: readonly T[],
): Result<T | undefined, string> {
  if (text === undefined) return ok(undefined);
  const value = allowed.find((it) => it === text);
  return value === undefined ? err(`input ${name} must be one of ${allowed.join(', ')}`) : ok(value);
}
