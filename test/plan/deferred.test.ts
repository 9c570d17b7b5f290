/** `deferred_changes`: the plan does not say what will become of them. */
import { describe, expect, test } from '@jest/globals';

import type { Rule } from '../../src/plan/rule.js';
import { change, documentOf, groupText, planOf } from '../support/plans/reading.js';

describe('deferred changes leave what they touch undecided', () => {
  const type = 'networking_secgroup_rule_v2';
  const rule = {
    id: 'r-1',
    security_group_id: 'sg-1',
    direction: 'ingress',
    ethertype: 'IPv4',
    protocol: 'tcp',
    port_range_min: 22,
    port_range_max: 22,
    remote_ip_prefix: '10.0.0.0/8',
  };
  const state = (name: string, index?: number): unknown => ({
    address: `opentelekomcloud_${type}.${name}${index === undefined ? '' : `[${String(index)}]`}`,
    mode: 'managed',
    type: `opentelekomcloud_${type}`,
    values: rule,
  });
  const priorState = (...resources: readonly unknown[]): unknown => ({
    format_version: '1.0',
    values: { root_module: { resources } },
  });
  const deferred = (entry: Parameters<typeof change>[0]): unknown => ({
    reason: 'deferred_prereq',
    resource_change: change(entry),
  });
  const sides = ({ change: how, before, after }: Rule): readonly (string | undefined)[] => [
    how,
    groupText(before?.group),
    groupText(after?.group),
  ];

  test('create: it may come', () => {
    const plan = planOf(documentOf([], { deferred_changes: [deferred({ type, after: rule })] }));
    expect(plan.rules.map(sides)).toEqual([['created', undefined, 'one of sg-1']]);
  });

  test('delete: it may stay', () => {
    const plan = planOf(
      documentOf([], {
        deferred_changes: [deferred({ type, actions: ['delete'], before: rule })],
        prior_state: priorState(state('x')),
      }),
    );
    expect(plan.rules.map(sides)).toEqual([['stands', 'group sg-1', 'one of sg-1']]);
  });

  test('replace: the old one may stay and the new one may come', () => {
    const actions = ['delete', 'create'];
    const plan = planOf(
      documentOf([], {
        deferred_changes: [deferred({ type, actions, before: rule, after: rule })],
        prior_state: priorState(state('x')),
      }),
    );
    expect(plan.rules.map(sides)).toEqual([
      ['stands', 'group sg-1', 'one of sg-1'],
      ['created', undefined, 'one of sg-1'],
    ]);
  });

  test('a number of instances that is not known: those that are there may stay, others are sure', () => {
    const address = `opentelekomcloud_${type}.x[*]`;
    const plan = planOf(
      documentOf([], {
        deferred_changes: [deferred({ type, address, after: rule })],
        prior_state: priorState(state('x', 0), state('x', 1), state('y')),
      }),
    );
    expect(plan.rules.map(sides)).toEqual([
      ['created', undefined, 'one of sg-1'],
      ['stands', 'group sg-1', 'one of sg-1'],
      ['stands', 'group sg-1', 'one of sg-1'],
      ['stands', 'group sg-1', 'group sg-1'],
    ]);
  });
});
