/** Rows whose verdict depends on what the plan does not know. */
import { describe, expect, test } from '@jest/globals';

import { madeGroup, world } from '../support/plans/cce-world.js';
import { rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge, verdict } from '../support/judge.js';
import { type Change, comes, goes } from '../support/plans/plan-builder.js';
import { configured } from '../support/stories.js';

const base = world({ model: 'overlay_l2' });
const NODE = madeGroup('node');
const LATER = { ref: 'terraform_data.cidr.output' };

function narrowed(spec: RuleSpec): readonly Change[] {
  return [...base, goes(rule('old', spec)), comes(rule('new', { ...spec, cidr: LATER }))];
}

describe('required-access', () => {
  test('cannot tell: a NodePort rule comes back with a CIDR that is known after apply', () => {
    const nodePorts: RuleSpec = { group: NODE, protocol: 'tcp', ports: [30_000, 32_767], cidr: '0.0.0.0/0' };
    expect(verdict(judge(narrowed(nodePorts)))).toEqual({ undecided: ['T3.3'] });
  });
});

describe('egress-minimum', () => {
  test('cannot tell: egress comes back with a CIDR that is known after apply', () => {
    const out: RuleSpec = { group: NODE, direction: 'egress', cidr: '0.0.0.0/0' };
    const told = verdict(judge(narrowed(out), configured('fail-on: critical')));
    expect(Object.keys(told)).toEqual(['undecided']);
    expect(told.undecided).toContain('T8.2');
  });
});
