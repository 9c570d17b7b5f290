/** The pipe on bytes of plans, without files beside them. */
import { UNBOUNDED } from '../../src/budget.js';
import { LIMITS, mended } from '../../src/mend/mend.js';
import { beginPeers } from '../../src/net/peers.js';
import { NO_SOURCE, openPlan } from '../../src/plan/read-plan.js';
import type { InputError } from '../../src/plan/document/trouble.js';
import type { Plan } from '../../src/plan/plan.js';
import type { ReadSource } from '../../src/plan/references/walk.js';
import type { Report } from '../../src/report/report.js';
import { err, ok, type Result } from '../../src/result.js';
import { type PlanInput, run, type RunInput } from '../../src/run.js';

/** A plan by its bytes, or why they are none. */
export function readPlan(bytes: Uint8Array, readSource: ReadSource = NO_SOURCE): Result<Plan, InputError> {
  const open = openPlan(bytes);
  return open.ok ? ok(open.value(readSource)) : open;
}

/** One plan of a test. */
export interface PlanBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly label: string | undefined;
}

type BytesInput = Omit<RunInput, 'plans'> & { readonly plans: readonly PlanBytes[] };
type BytesResult<T> = Result<T, { readonly error: InputError }>;

/** What `run` says of plans, or why one of them is none. */
export function runBytes(input: BytesInput): BytesResult<Report> {
  const read = readInput(input);
  return read.ok ? ok(run(read.value).report) : read;
}

/** The same, with what mends its findings. */
export function mendBytes(input: BytesInput): BytesResult<Report> {
  const read = readInput(input);
  if (!read.ok) return read;
  return ok(mended({ input: read.value, run: run(read.value) }, { ...LIMITS, budget: UNBOUNDED }));
}

function readInput(input: BytesInput): BytesResult<RunInput> {
  beginPeers();
  const plans: PlanInput[] = [];
  for (const { path, bytes, label } of input.plans) {
    const plan = readPlan(bytes);
    if (!plan.ok) return err({ error: plan.error });
    plans.push({ path, label, plan: plan.value });
  }
  return ok({ ...input, plans });
}
