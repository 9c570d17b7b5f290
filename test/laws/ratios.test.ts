/** What a check costs beside JSON.parse of its plan, in one process: at most twice of what was measured. */
import { expect, test } from '@jest/globals';

import { ordinary, pools, strangers } from '../../bench/plans.mjs';
import { NO_CONFIGURATION } from '../../src/config/configuration.js';
import { bytesOfPlan } from '../support/plans/bench-bytes.js';
import { IS_LONG_RUN } from '../support/laws.js';
import { runBytes } from '../support/run-bytes.js';

/** Milliseconds of the processors, the least of five: the first time, code is compiled as well. */
function leastCpuMs(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** The usual run shares its cores, and asks only whether they are judged. */
const SHARE = IS_LONG_RUN ? 1 : 0.01;

// What was measured beside another worker, once all was compiled; bench/README.md has whole runs on a quiet machine.
test.each([
  ['20,000 rules', () => ordinary(20_000 * SHARE), 3.3],
  ['4,000 groups of one rule', () => ordinary(4000 * SHARE, 4000 * SHARE), 7.5],
  ['1,000 node pools', () => pools(1000 * SHARE), 2.2],
  ['2,000 clusters in VPCs that are not shown', () => strangers(2000 * SHARE), 22],
])('%s', (_, objects, measured) => {
  const bytes = bytesOfPlan(objects);
  const judge = () =>
    runBytes({
      plans: [{ path: 'plan.json', bytes, label: undefined }],
      configuration: NO_CONFIGURATION,
      failOn: 'critical',
      today: '2026-01-01',
    });
  expect(judge().ok).toBe(true);
  if (!IS_LONG_RUN) return;
  const floor = leastCpuMs(() => JSON.parse(Buffer.from(bytes).toString()) as unknown);
  expect(leastCpuMs(judge) / floor).toBeLessThan(2 * measured);
});
