/** Many rules of one group cost n log n, however they lie to one another. */
import { expect, test } from '@jest/globals';

import { inOneGroup, SHAPES } from '../../bench/plans.mjs';
import { UNBOUNDED, within } from '../../src/budget.js';
import { NO_CONFIGURATION } from '../../src/config/configuration.js';
import { IS_LONG_RUN } from '../support/laws.js';
import { bytesOfPlan } from '../support/plans/bench-bytes.js';
import { runBytes } from '../support/run-bytes.js';

/** Steps of the budget, and milliseconds of the processors. */
function costOf(shape: string, count: number): { steps: number; cpuMs: number } {
  const bytes = bytesOfPlan(() => inOneGroup(shape, count));
  let steps = 0;
  const counting = { ...UNBOUNDED, spend: (more: number) => void (steps += more) };
  const start = process.cpuUsage();
  const judged = within(counting, 'rules', () =>
    runBytes({
      plans: [{ path: 'plan.json', bytes, label: undefined }],
      configuration: NO_CONFIGURATION,
      failOn: 'critical',
      today: '2026-01-01',
    }),
  );
  const { user, system } = process.cpuUsage(start);
  if (!judged.ok) throw new Error(judged.error.error.message);
  return { steps, cpuMs: (user + system) / 1000 };
}

test.each(Object.keys(SHAPES))('%s', (shape) => {
  // Ten times as many: n log n is 13, n squared is 100.
  const [few, many] = IS_LONG_RUN ? [2000, 20_000] : [40, 400];
  const [a, b] = [costOf(shape, few), costOf(shape, many)];
  expect(b.steps / a.steps).toBeLessThan(20);
  if (IS_LONG_RUN) expect(b.cpuMs / a.cpuMs).toBeLessThan(26);
});
