import { describe, expect, test } from '@jest/globals';

import { madeGroup, SUBNET_CIDR, vpc, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge, judgeMended } from '../support/judge.js';
import {
  type Change,
  comes,
  forgotten,
  madeAgain,
  moved,
  replaced,
  stands,
  updated,
  vanished,
} from '../support/plans/plan-builder.js';
import { bare, causes, configured, newRule, printed, said, secret } from '../support/stories.js';

const NODE = madeGroup('node');
const CONTROL = madeGroup('control');
const base = world({ model: 'vpc-router' });
const PODS: RuleSpec = { group: CONTROL, protocol: 'tcp', ports: [9443, 9443], cidr: VPC_CIDR };
const OFFICE: RuleSpec = { group: NODE, protocol: 'tcp', ports: [22, 22], cidr: '203.0.113.0/24' };
const NOTHING: readonly string[] = [];

function told(...changes: readonly Change[]): readonly string[] {
  return said(judge([...base, ...changes]), 'duplicate-rule').map(bare);
}

describe('fires', () => {
  test('a create repeats a default rule', () => {
    expect(told(newRule('twin', PODS))).toEqual([
      'warning introduced: networking_secgroup_rule_v2.twin may repeat the rule T2.3 that CCE makes',
    ]);
  });

  test('a create repeats a default rule of a cluster that is made in the same plan', () => {
    const changes = [
      ...world({ model: 'vpc-router', as: 'new' }),
      newRule('twin', { ...PODS, group: madeGroup('control', false) }),
    ];
    expect(said(judge(changes), 'duplicate-rule')).toHaveLength(1);
  });

  test('a create repeats a managed rule that stays', () => {
    expect(told(stands(rule('old', OFFICE)), newRule('twin', { ...OFFICE, description: 'ssh' }))).toEqual([
      'warning introduced: networking_secgroup_rule_v2.twin repeats networking_secgroup_rule_v2.old',
    ]);
    const { findings } = judgeMended([...base, stands(rule('old', OFFICE)), newRule('twin', OFFICE)]);
    expect(findings.map(({ remedy }) => remedy)).toEqual([expect.stringMatching(/^Leave `\S+\.twin` out/)]);
  });

  test('of a row that follows the VPC, a create repeats the rule that is there now', () => {
    const moving = updated(vpc(VPC_CIDR), vpc('192.168.0.0/17'));
    const tcp: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };
    const changes = [...world({ model: 'vpc-router', vpc: moving }), newRule('twin', tcp)];
    expect(said(judge(changes), 'duplicate-rule').map(bare)).toEqual([
      'warning introduced: networking_secgroup_rule_v2.twin may repeat the rule T1.2 that CCE makes',
    ]);
  });

  test('a create repeats a rule that is only forgotten', () => {
    expect(told(forgotten(rule('old', OFFICE)), newRule('twin', OFFICE))).toHaveLength(1);
  });

  test('a replacement makes its own twin first', () => {
    const next = rule('own', { ...OFFICE, description: 'new words' });
    expect(told(replaced(rule('own', OFFICE), next, 'create-first', ['description']))).toEqual([
      'warning introduced: networking_secgroup_rule_v2.own repeats itself: the new rule is made before the old one goes',
    ]);
  });

  test('of two equal creates both are named', () => {
    const report = judge([...base, newRule('one', OFFICE), newRule('two', OFFICE)]);
    expect(causes(report, 'duplicate-rule')).toEqual([
      'networking_secgroup_rule_v2.one',
      'networking_secgroup_rule_v2.two',
    ]);
  });

  test('0.0.0.0/0 and no peer are the same', () => {
    const everybody = { ...OFFICE, cidr: undefined, ports: [80, 80] } as const;
    expect(
      told(stands(rule('old', everybody)), newRule('twin', { ...everybody, cidr: '0.0.0.0/0' })),
    ).toHaveLength(1);
  });

  test('all ports have several spellings', () => {
    const all = { ...OFFICE, ports: undefined };
    expect(told(stands(rule('old', all)), newRule('twin', { ...all, ports: [1, 65535] }))).toHaveLength(1);
  });

  test('egress of a new group of the user’s own is there already', () => {
    const own = groupId('own', false, { isBare: false });
    const changes = [
      comes(group('own', { isBare: false })),
      newRule('out', { group: own, direction: 'egress', cidr: '0.0.0.0/0' }),
      newRule('out6', { group: own, direction: 'egress', family: 'IPv6' }),
    ];
    expect(told(...changes)).toEqual([
      'warning introduced: networking_secgroup_rule_v2.out repeats a rule that every new group has',
      'warning introduced: networking_secgroup_rule_v2.out6 repeats a rule that every new group has',
    ]);
  });

  test('v3: ingress from the group itself at 100 is there already', () => {
    const own = groupId('own', false, { api: 'v3', isBare: false });
    const self: RuleSpec = { api: 'v3', group: own, peer: own, priority: 100 };
    const changes = [comes(group('own', { api: 'v3', isBare: false })), newRule('self', self)];
    expect(told(...changes)).toHaveLength(1);
    expect(told(changes[0] ?? comes(group('own')), newRule('self', { ...self, priority: 1 }))).toEqual(
      NOTHING,
    );
  });
});

describe('does not fire', () => {
  test('for a rule that is like no other', () => {
    expect(told(stands(rule('old', OFFICE)), newRule('new', { ...OFFICE, ports: [23, 23] }))).toEqual(
      NOTHING,
    );
    expect(told(stands(rule('old', OFFICE)), newRule('new', { ...OFFICE, group: CONTROL }))).toEqual(NOTHING);
    expect(told(stands(rule('old', OFFICE)), newRule('new', { ...OFFICE, direction: 'egress' }))).toEqual(
      NOTHING,
    );
  });

  test('for overlapping rules', () => {
    expect(told(stands(rule('old', OFFICE)), newRule('new', { ...OFFICE, cidr: '203.0.113.0/25' }))).toEqual(
      NOTHING,
    );
  });

  test('when only the description changes and the old rule goes first', () => {
    const next = rule('own', { ...OFFICE, description: 'new words' });
    expect(told(replaced(rule('own', OFFICE), next, 'destroy-first', ['description']))).toEqual(NOTHING);
    expect(told(updated(rule('own', OFFICE), next))).toEqual(NOTHING);
  });

  test('when a replacement that comes first differs', () => {
    const next = rule('own', { ...OFFICE, ports: [23, 23] });
    expect(told(replaced(rule('own', OFFICE), next, 'create-first', ['port_range_min']))).toEqual(NOTHING);
  });

  test('for imported and moved default rules', () => {
    expect(told(stands(rule('imported', PODS)))).toEqual(NOTHING);
    expect(told(moved(rule('new_name', PODS), 'old_name'))).toEqual(NOTHING);
  });

  test('for a default rule that has drifted away', () => {
    expect(told(madeAgain(rule('again', PODS)))).toEqual(NOTHING);
    expect(told(vanished(rule('gone', PODS)), newRule('new', PODS))).toEqual(NOTHING);
  });

  test('v3: when action or priority differ', () => {
    const own = groupId('own', true, { api: 'v3' });
    const spec: RuleSpec = {
      api: 'v3',
      group: own,
      protocol: 'tcp',
      multiPort: '22',
      cidr: '203.0.113.0/24',
      priority: 5,
    };
    const has = [stands(group('own', { api: 'v3' })), stands(rule('old', spec))];
    expect(told(...has, newRule('new', { ...spec, priority: 6 }))).toEqual(NOTHING);
    expect(told(...has, newRule('new', { ...spec, action: 'deny' }))).toEqual(NOTHING);
    expect(told(...has, newRule('new', { ...spec, action: 'allow' }))).toHaveLength(1);
  });

  test('when the rule or its twin is refused', () => {
    const broken = { ...OFFICE, ports: [23, 22] } as const;
    expect(told(newRule('one', broken), newRule('two', broken))).toEqual(NOTHING);
  });

  test('for the egress of a bare group', () => {
    const changes = [
      comes(group('own')),
      newRule('out', { group: groupId('own', false), direction: 'egress', cidr: '0.0.0.0/0' }),
    ];
    expect(told(...changes)).toEqual(NOTHING);
  });
});

describe('cannot tell', () => {
  test('agreeing with a default rule for the master node CIDR is not enough', () => {
    const kubelet: RuleSpec = { group: NODE, protocol: 'tcp', ports: [10250, 10250], cidr: SUBNET_CIDR };
    const changes = [...world({ model: 'overlay_l2' }), newRule('kubelet', kubelet)];
    expect(said(judge(changes), 'duplicate-rule')).toEqual(NOTHING);
  });

  test('a CIDR that is known after apply', () => {
    const later = { ref: 'terraform_data.cidr.output' };
    expect(told(newRule('twin', { ...PODS, cidr: later }))).toEqual(NOTHING);
  });

  test('two rules with the same unknown CIDR are the same', () => {
    const pods = { ref: 'opentelekomcloud_cce_cluster_v3.prod.container_network_cidr' };
    const spec: RuleSpec = { ...OFFICE, group: madeGroup('node', false), cidr: pods };
    const fresh = world({ model: 'vpc-router', as: 'new', container: null });
    const report = judge([...fresh, newRule('one', spec), newRule('two', spec)]);
    expect(said(report, 'duplicate-rule')).toHaveLength(2);
  });

  test('a group that is known after apply', () => {
    const later = { ref: 'terraform_data.group.output' };
    expect(
      told(newRule('one', { ...OFFICE, group: later }), newRule('two', { ...OFFICE, group: later })),
    ).toEqual(NOTHING);
  });

  test('a v3 rule and a rule whose priority nobody documents, unless the configuration tells it', () => {
    const v3 = newRule('twin', {
      api: 'v3',
      group: CONTROL,
      protocol: 'tcp',
      multiPort: '9443',
      cidr: VPC_CIDR,
      priority: 1,
    });
    expect(told(v3)).toEqual(NOTHING);
    const one = judge([...base, v3], configured('default-rule-priority: 1'));
    expect(said(one, 'duplicate-rule')).toHaveLength(1);
    const hundred = judge([...base, v3], configured('default-rule-priority: 100'));
    expect(said(hundred, 'duplicate-rule')).toEqual(NOTHING);
  });
});

test('what a sensitive rule repeats is not said: it would tell the values', () => {
  const hidden = secret(rule('twin', PODS), 'remote_ip_prefix');
  expect(told(comes(hidden))).toEqual([
    'warning introduced: networking_secgroup_rule_v2.twin may repeat a rule that the group has already',
  ]);
  const marked = secret(rule('twin', OFFICE), 'remote_ip_prefix');
  const report = judge([...base, stands(rule('old', OFFICE)), comes(marked)]);
  expect(said(report, 'duplicate-rule').map(bare)).toEqual([
    'warning introduced: networking_secgroup_rule_v2.twin repeats another rule of the group',
  ]);
  expect(printed(report)).not.toContain('203.0.113');
  const old = secret(rule('old', OFFICE), 'remote_ip_prefix');
  expect(told(stands(old), comes(rule('twin', OFFICE)))).toEqual([
    'warning introduced: networking_secgroup_rule_v2.twin repeats another rule of the group',
  ]);
});
