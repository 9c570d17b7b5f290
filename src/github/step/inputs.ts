import { DEADLINE_FORM, secondsIn } from '../../command/budget.js';
import { FAIL_LEVELS, type Severity } from '../../config/severity.js';
import { err, ok, type Result } from '../../result.js';

/** The inputs of the step, as action.yml describes them. Empty ones are undefined. */
export interface Inputs {
  /** Paths and globs, relative to the working directory. */
  readonly plan: readonly string[];
  /** Likewise, in the place of plans: reports of other steps, to be put together. */
  readonly reports: readonly string[];
  /** Labels or paths of plans of which there must be a report, and whether one may lack all the same. */
  readonly expected: readonly string[];
  readonly mayLack: boolean;
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
  /** To read the configuration of another repository with; else the other token. */
  readonly policyToken: string | undefined;
}

/** Reads the inputs; the error names the input and what it may be, not what it is. */
export function readInputs(get: (name: string) => string): Result<Inputs, string> {
  const optional = (name: string): string | undefined => {
    const text = get(name).trim();
    return text === '' ? undefined : text;
  };
  const lines = (name: string): readonly string[] => partsOfText(get(name), /\r?\n/);
  const input = whatToTell(get);
  if (!input.ok) return input;
  const failOn = choice('fail-on', optional('fail-on'), FAIL_LEVELS);
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
    ...input.value,
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
    ...{ token: optional('github-token'), policyToken: optional('policy-token') },
  });
}

function partsOfText(text: string, between: RegExp): readonly string[] {
  return text
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Plans, or reports of them. */
function whatToTell(
  get: (name: string) => string,
): Result<Pick<Inputs, 'plan' | 'reports' | 'expected' | 'mayLack'>, string> {
  const plan = partsOfText(get('plan'), /\r?\n/);
  const reports = partsOfText(get('reports'), /\r?\n/);
  if (plan.length === 0 && reports.length === 0) {
    return err('input plan is empty. Name the JSON of a plan: plan: plan.json');
  }
  if (plan.length > 0 && reports.length > 0) {
    return err('inputs plan and reports are for different steps: name only one of them');
  }
  const named = get('allow-missing').trim().toLowerCase();
  const allowMissing = choice('allow-missing', named === '' ? undefined : named, ['true', 'false']);
  if (!allowMissing.ok) return allowMissing;
  const expected = partsOfText(get('expect'), /\r?\n|,/);
  return ok({ plan, reports, expected, mayLack: allowMissing.value === 'true' });
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
