import { runChecks } from './check/checks.js';
import { type Subjects, subjectsOf } from './cluster/subject.js';
import { worldOf } from './cluster/world.js';
import type { Configuration, Severity } from './config/configuration.js';
import type { InputError } from './plan/input-error.js';
import { readPlan } from './plan/read-plan.js';
import type { ReadLocal } from './plan/resolve.js';
import type { Report } from './report/report.js';
import { type Judged, toReport } from './report/to-report.js';
import { err, ok, type Result } from './result.js';

/** One plan file, read by an edge. */
export interface PlanInput {
  /** For people; as it was named. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly label: string | undefined;
}

/** Everything that a run needs to know; it reads nothing by itself. */
export interface RunInput {
  readonly plans: readonly PlanInput[];
  readonly configuration: Configuration;
  readonly failOn: Severity | 'never';
  /** The day of the run, `YYYY-MM-DD`, UTC: waivers end. */
  readonly today: string;
}

/** A plan that could not be judged, and why. */
export interface RunError {
  readonly path: string;
  readonly error: InputError;
}

const NO_LOCALS: ReadLocal = () => undefined;

/** The whole pipe: plan -> effective -> cluster -> check -> report. */
export function run({ plans, configuration, failOn, today }: RunInput): Result<Report, RunError> {
  const read: { input: PlanInput; subjects: Subjects }[] = [];
  for (const input of plans) {
    const plan = readPlan(input.bytes, NO_LOCALS);
    if (!plan.ok) return err({ path: input.path, error: plan.error });
    read.push({ input, subjects: subjectsOf(worldOf(plan.value, configuration, today)) });
  }
  const verdicts = runChecks(read.map(({ subjects }) => subjects));
  const judged = read.flatMap(({ input, subjects }, i): Judged[] => {
    const verdict = verdicts[i];
    return verdict === undefined ? [] : [{ path: input.path, label: input.label, subjects, verdict }];
  });
  return ok(toReport(judged, failOn));
}
