import { describe, expect, test } from '@jest/globals';

import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge, type Judgement } from '../support/judge.js';
import { type Change, goes, replaced, stands } from '../support/plans/plan-builder.js';
import { configured, newRule, of } from '../support/stories.js';

const NODE = madeGroup('node');
const base = world({ model: 'vpc-router' });
const TCP: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };
const OFFICE: RuleSpec = { group: NODE, protocol: 'tcp', ports: [22, 22], cidr: '203.0.113.0/24' };

/** T1.2 is cut for a moment. */
const cut: readonly Change[] = [
  ...base,
  replaced(rule('tcp', TCP), rule('tcp', { ...TCP, description: 'new' }), 'destroy-first', ['description']),
];
const broken: readonly Change[] = [...base, goes(rule('tcp', TCP))];
const twin: readonly Change[] = [...base, stands(rule('old', OFFICE)), newRule('twin', OFFICE)];

function judged(changes: readonly Change[], severity: string): Judgement {
  return judge(changes, configured(`severity: { ${severity} }`));
}

describe('the severity of each change', () => {
  test('a transient finding can be made critical, and fails the run', () => {
    const report = judged(cut, 'essential-rule: { transient: critical }');
    expect(of(report, 'essential-rule').map(({ severity }) => severity)).toEqual(['critical']);
    expect(report.conclusion).toBe('fail');
    expect(judged(cut, 'essential-rule: critical').conclusion).toBe('pass');
  });

  test('`off` is not told', () => {
    expect(of(judged(cut, 'essential-rule: { transient: off }'), 'essential-rule')).toEqual([]);
    expect(of(judged(twin, 'duplicate-rule: off'), 'duplicate-rule')).toEqual([]);
  });

  test('`off` never hides a critical finding of what the plan introduces', () => {
    const report = judged(broken, 'essential-rule: { introduced: off, undecided: off }');
    expect(of(report, 'essential-rule').map(({ severity }) => severity)).toEqual(['critical']);
    expect(report.conclusion).toBe('fail');
  });
});
