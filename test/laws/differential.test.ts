/**
 * The verdict against the oracle, on many small plans: every row of every subject, packet by packet, before, during and
 * after. 500 plans are some 15 000 rows. The long run takes 100 000 plans, or as many as DIFFERENTIAL_PLANS says.
 */
import { expect, test } from '@jest/globals';

import { IS_LONG_RUN } from '../support/laws.js';
import { breakLaw } from '../support/laws/break-law.js';
import { featuresOf } from '../support/laws/features.js';
import { differences } from '../support/oracle/disagreements.js';
import { fatesOf } from '../support/oracle/verdict.js';

const PLANS = IS_LONG_RUN ? Number(process.env['DIFFERENTIAL_PLANS'] ?? 100_000) : 500;

/** Of a hundred plans so many have each of these, at the least. */
const SHARES = 'SHARES';

test(
  'report and oracle say the same',
  () => {
    const seen = new Map<string, number>();
    let rows = 0;
    const fault = breakLaw(
      {
        wish: { hasChanges: true, hasDenies: true, hasUnknowns: true, isSmall: true },
        faults: (scenario) => {
          const fates = fatesOf(scenario);
          rows += fates.length;
          for (const name of featuresOf(scenario, fates)) seen.set(name, (seen.get(name) ?? 0) + 1);
          return differences(scenario, fates);
        },
      },
      PLANS,
    );
    expect(fault).toBe('');
    console.log(
      rows,
      [...seen]
        .sort()
        .map(([k, v]) => `${k}: ${((100 * v) / PLANS).toFixed(1)}`)
        .join('\n'),
    );
  },
  PLANS * 1_000,
);
