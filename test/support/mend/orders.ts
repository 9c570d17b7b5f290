/** The order of applies of a plan that a test built. */
import type { OrderFound } from '../../../src/report/fix.js';
import { judgeMended } from '../judge.js';
import type { Change } from '../plans/plan-builder.js';

/** Undefined where nothing is cut. */
export function ordersOf(changes: readonly Change[]): OrderFound | undefined {
  return judgeMended(changes).typed.orders?.[0]?.();
}
