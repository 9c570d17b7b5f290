/**
 * The verdict against the oracle, on many small plans: every row of every subject, packet by packet, before, during and
 * after. 2000 plans have some 64 000 rows. The long run takes 100 000 plans, or as many as DIFFERENTIAL_PLANS says.
 */
import { expect, test } from '@jest/globals';

import { IS_LONG_RUN } from '../support/laws.js';
import { breakLaw } from '../support/laws/break-law.js';
import { featuresOf } from '../support/laws/features.js';
import { differences } from '../support/oracle/disagreements.js';
import { fatesOf } from '../support/oracle/verdict.js';

const PLANS = IS_LONG_RUN ? Number(process.env['DIFFERENTIAL_PLANS'] ?? 100_000) : 2000;

/** Of a hundred plans more than so many have each of these. */
const SHARES: readonly (readonly [percent: number, names: readonly string[]])[] = [
  [
    10,
    [
      ...['a deny', 'a priority that is not 1', 'a default rule priority', 'rules of v2 and v3'],
      ...['a group as a peer', 'unknown ports', 'a pool', 'another CIDR of the VPC'],
      ...[
        'a group of the nodes that CCE did not make',
        'model: vpc-router',
        'model: overlay_l2',
        'model: eni',
      ],
      ...['a rule: stands', 'a rule: comes', 'a rule: goes', 'a rule: create-first', 'a rule: destroy-first'],
      ...['a rule: deposed', 'a rule: forgotten', 'a rule: vanished', 'a rule: made-again'],
      ...['told of: node', 'told of: control', 'told of: pool'],
      ...['verdict: introduced', 'verdict: pre-existing', 'verdict: undecided', 'verdict: untouched'],
    ],
  ],
  [
    2,
    [
      ...['an unknown CIDR', 'an unknown group as a peer', 'one of several peers', 'a rule for IPv6'],
      ...['a pool with several groups', 'a pool: stands', 'a pool: comes', 'a pool: replaced'],
      ...['what CCE made: record', 'what CCE made: rule-ids', 'what CCE made: facts'],
      ...['model: vpc-router, new', 'model: overlay_l2, new', 'model: eni, new', 'told of: eni'],
      ...['verdict: transient', 'verdict: resolved', 'containers that the plan does not know'],
    ],
  ],
  [0.5, ['verdict: notice', 'verdict: refused', 'verdict: told-once', 'verdict: untouched-once']],
];

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
    expect(rows).toBeGreaterThan(20 * PLANS);
    const share = (name: string): number => (100 * (seen.get(name) ?? 0)) / PLANS;
    const starved = SHARES.flatMap(([least, names]) => names.filter((name) => share(name) <= least));
    expect(starved).toEqual([]);
  },
  // On a busy machine a plan may take a second.
  PLANS * 1_000,
);
