/** Fixes of plans with denies, whatever they deny: each ends clean in the product and in the naive checker. */
import { describe, expect, test } from '@jest/globals';

import { renderFixesJson } from '../../src/format/json/fix-json.js';
import type { FixesJson } from '../../src/format/json/fix-schema.js';
import { fc } from '../support/laws.js';
import { judgeMended } from '../support/judge.js';
import { alike, changesRules, fixFaults } from '../support/mend/fix-trial.js';
import { builtWorld } from '../support/naive/built.js';
import type { PlanFile } from '../support/naive/documents.js';
import { madeGroup, POD_CIDR, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { rule, type RuleSpec } from '../support/plans/group-rules.js';
import { type Change, comes, goes, planDocument, stands } from '../support/plans/plan-builder.js';

const NODE = madeGroup('node');

const v3 = fc
  .record({
    action: fc.constantFrom('deny' as const, 'deny' as const, 'allow' as const),
    direction: fc.constantFrom('ingress', 'egress'),
    protocol: fc.constantFrom(undefined, 'tcp', 'udp'),
    multiPort: fc.constantFrom(undefined, '22,10250', '53', '443,8080', '30080,22', '10000-11000', '123'),
    cidr: fc.constantFrom('0.0.0.0/0', VPC_CIDR, POD_CIDR, '100.125.0.0/16', '10.0.0.0/8'),
    priority: fc.constantFrom(1, 2, 50),
  })
  .map(({ protocol, multiPort, ...spec }): RuleSpec => ({
    ...{ ...spec, group: NODE, api: 'v3', protocol },
    multiPort: protocol === undefined ? undefined : multiPort,
  }));

/** Denies and allows that stand or come, and rules of CCE that go. */
const plan = fc
  .record({
    model: fc.constantFrom('vpc-router' as const, 'overlay_l2' as const),
    rules: fc.uniqueArray(
      fc.record({ spec: v3, change: fc.constantFrom('stands' as const, 'comes' as const) }),
      { minLength: 1, maxLength: 4, selector: ({ spec }) => JSON.stringify(spec) },
    ),
    isOpen: fc.boolean(),
    priority: fc.constantFrom(undefined, 1 as const, 100 as const),
  })
  .map(({ model, rules, isOpen, priority }) => ({
    changes: [
      ...world({ model }),
      ...rules.map(({ spec, change }, i) =>
        change === 'stands' ? stands(rule(`r${String(i)}`, spec)) : comes(rule(`r${String(i)}`, spec)),
      ),
      ...(isOpen ? [goes(rule('out', { group: NODE, direction: 'egress', cidr: '0.0.0.0/0' }))] : []),
    ] as readonly Change[],
    priority,
  }));

/** Plans that once got a fix that opened too much, or were taken to. */
const ONCE = (['vpc-router', 'overlay_l2'] as const).map((model) => {
  const deny = { group: NODE, api: 'v3', direction: 'ingress', action: 'deny' } as const;
  const rules = [
    stands(rule('r0', { ...deny, cidr: VPC_CIDR, priority: 1 })),
    stands(rule('r1', { ...deny, cidr: '0.0.0.0/0', priority: 50 })),
  ];
  return { changes: [...world({ model }), ...rules], priority: undefined };
});

describe('a plan with denies', () => {
  test('has fixes that end clean, in the naive reading too', () => {
    fc.assert(
      fc.property(plan, ({ changes, priority }) => {
        const configuration = { defaultRulePriority: priority };
        const { findings, typed } = judgeMended(changes, configuration);
        const { fixes } = JSON.parse(renderFixesJson(typed.findings)) as FixesJson;
        const trial = {
          ...{ plan: planDocument(changes) as unknown as PlanFile, open: findings, configuration },
          world: builtWorld(changes, { priority }),
        };
        for (const same of alike(fixes).filter(([fix]) => changesRules(fix))) {
          expect([fixFaults(trial, same), same[0]]).toEqual([[], same[0]]);
        }
      }),
      { examples: ONCE.map((one): [typeof one] => [one]) },
    );
  });
});
