import { runChecks } from './check/checks.js';
import { subjectsOf } from './cluster/subject.js';
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
}

/** A plan that could not be judged, and why. */
export interface RunError {
  readonly path: string;
  readonly error: InputError;
}

const NO_LOCALS: ReadLocal = () => undefined;

/** The whole pipe: plan -> effective -> cluster -> check -> report. */
export function run({ plans, configuration, failOn }: RunInput): Result<Report, RunError> {
  const judged: Judged[] = [];
  for (const { path, bytes, label } of plans) {
    const plan = readPlan(bytes, NO_LOCALS);
    if (!plan.ok) return err({ path, error: plan.error });
    const subjects = subjectsOf(worldOf(plan.value, configuration));
    judged.push({ path, label, subjects, verdict: runChecks(subjects) });
  }
  return ok(toReport(judged, failOn));
}
