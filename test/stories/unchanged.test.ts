/** "12 rules change, the effective rule sets are identical": refactorings, and what only looks like one. */
import { describe, expect, test } from '@jest/globals';

import { renderText } from '../../src/format/text/text.js';
import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge } from '../support/judge.js';
import {
  type Change,
  comes,
  forgotten,
  goes,
  moved,
  replaced,
  stands,
  vanished,
} from '../support/plans/plan-builder.js';

const base = world({ model: 'vpc-router' });
const NODE = madeGroup('node');
const OFFICE: RuleSpec = { group: NODE, protocol: 'tcp', ports: [8000, 8099], cidr: '203.0.113.0/24' };
const TCP: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };

interface Told {
  readonly isUnchanged: boolean | undefined;
  readonly ruleChanges: number | undefined;
}

function told(...changes: readonly Change[]): Told {
  const [plan] = judge([...base, ...changes]).plans;
  return { isUnchanged: plan?.isUnchanged, ruleChanges: plan?.ruleChanges };
}

describe('says that nothing changes', () => {
  test('a rule is split by ports and by addresses', () => {
    const parts = [
      comes(rule('a', { ...OFFICE, ports: [8000, 8049] })),
      comes(rule('b', { ...OFFICE, ports: [8050, 8099], cidr: '203.0.113.0/25' })),
      comes(rule('c', { ...OFFICE, ports: [8050, 8099], cidr: '203.0.113.128/25' })),
    ];
    const changes = [goes(rule('whole', OFFICE)), ...parts];
    expect(told(...changes)).toEqual({ isUnchanged: true, ruleChanges: 4 });
    const text = renderText(judge([...base, ...changes]).typed, { colors: false });
    expect(text).toContain('4 rules change, the effective rule sets are identical');
  });

  test('two rules are merged', () => {
    const halves = [
      goes(rule('a', { ...OFFICE, ports: [8000, 8049] })),
      goes(rule('b', { ...OFFICE, ports: [8050, 8099] })),
    ];
    expect(told(...halves, comes(rule('whole', OFFICE)))).toMatchObject({ isUnchanged: true });
  });

  test('a rule gets another address, and another rule lets its packets through', () => {
    const wide = stands(rule('wide', { ...OFFICE, ports: [1, 65_535] }));
    expect(told(wide, goes(rule('here', OFFICE)), comes(rule('there', OFFICE)))).toMatchObject({
      isUnchanged: true,
    });
  });

  test('only descriptions change', () => {
    const next = rule('own', { ...OFFICE, description: 'new words' });
    expect(told(replaced(rule('own', OFFICE), next, 'destroy-first', ['description']))).toMatchObject({
      isUnchanged: true,
    });
  });

  test('a rule comes whose packets another lets through', () => {
    expect(
      told(stands(rule('whole', OFFICE)), comes(rule('part', { ...OFFICE, ports: [8000, 8001] }))),
    ).toMatchObject({
      isUnchanged: true,
    });
  });

  test('peers that are groups are split and merged like others', () => {
    const own = { ...OFFICE, cidr: undefined, peer: groupId('jump') };
    const changes = [
      stands(group('jump')),
      goes(rule('whole', own)),
      comes(rule('a', { ...own, ports: [8000, 8049] })),
      comes(rule('b', { ...own, ports: [8050, 8099] })),
    ];
    expect(told(...changes)).toMatchObject({ isUnchanged: true });
  });
});

describe('does not say it', () => {
  test('when no rule changes: there is nothing to say', () => {
    expect(told(stands(rule('own', OFFICE)))).toEqual({ isUnchanged: false, ruleChanges: 0 });
    expect(told(moved(rule('new_name', OFFICE), 'old_name'))).toEqual({ isUnchanged: false, ruleChanges: 0 });
    expect(told(forgotten(rule('own', OFFICE)))).toMatchObject({ isUnchanged: false });
    expect(told(vanished(rule('own', OFFICE)))).toMatchObject({ isUnchanged: false });
  });

  test('when rules get other addresses without `moved` blocks: the new ones are refused', () => {
    const specs = [OFFICE, { ...OFFICE, ports: [9000, 9000] as const }, TCP];
    const changes = specs.flatMap((spec, i) => [goes(rule(`old_${i}`, spec)), comes(rule(`new_${i}`, spec))]);
    expect(told(...changes)).toEqual({ isUnchanged: false, ruleChanges: 6 });
  });

  test('when one port, address, direction or group is another', () => {
    const old = goes(rule('old', OFFICE));
    for (const next of [
      { ...OFFICE, ports: [8000, 8098] as const },
      { ...OFFICE, cidr: '203.0.113.0/25' },
      { ...OFFICE, direction: 'egress' },
      { ...OFFICE, protocol: 'udp' },
      { ...OFFICE, group: madeGroup('control') },
      { ...OFFICE, cidr: undefined, peer: madeGroup('control') },
    ]) {
      expect(told(old, comes(rule('new', next)))).toMatchObject({ isUnchanged: false });
    }
  });

  test('when one of two groups is no longer the same', () => {
    const web = { ...OFFICE, group: groupId('web') };
    const changes = [
      stands(group('web')),
      goes(rule('a', OFFICE)),
      comes(rule('b', OFFICE)),
      comes(rule('c', web)),
    ];
    expect(told(...changes)).toMatchObject({ isUnchanged: false });
  });

  test('when the new rule is refused', () => {
    expect(told(goes(rule('old', OFFICE)), comes(rule('new', { ...OFFICE, protocol: 'TCP' })))).toMatchObject(
      {
        isUnchanged: false,
      },
    );
  });
});

describe('cannot tell, and does not say it', () => {
  test('when the CIDR of the new rule is known after apply', () => {
    const later = { ref: 'terraform_data.cidr.output' };
    expect(told(goes(rule('old', OFFICE)), comes(rule('new', { ...OFFICE, cidr: later })))).toMatchObject({
      isUnchanged: false,
    });
  });

  test('when the group of a rule is known after apply', () => {
    const later = { ref: 'terraform_data.group.output' };
    expect(told(goes(rule('old', OFFICE)), comes(rule('new', { ...OFFICE, group: later })))).toMatchObject({
      isUnchanged: false,
    });
  });
});
