/** The order of applies of a plan that a test built. */
import { UNBOUNDED } from '../../../src/budget.js';
import { NO_CONFIGURATION } from '../../../src/config/configuration.js';
import { LIMITS, mended } from '../../../src/mend/mend.js';
import { NO_SOURCE, openPlan } from '../../../src/plan/read-plan.js';
import type { OrderFound } from '../../../src/report/fix.js';
import { run, type RunInput } from '../../../src/run.js';
import { type Change, planBytes } from '../plans/plan-builder.js';

/** Undefined where nothing is cut. */
export function ordersOf(changes: readonly Change[]): OrderFound | undefined {
  const opened = openPlan(planBytes(changes));
  if (!opened.ok) throw new Error(opened.error.message);
  const input: RunInput = {
    plans: [{ path: 'plan.json', label: undefined, plan: opened.value(NO_SOURCE) }],
    configuration: NO_CONFIGURATION,
    failOn: 'never',
    today: '2026-01-01',
  };
  return mended({ input, run: run(input) }, { ...LIMITS, budget: UNBOUNDED }).orders?.[0]?.();
}
