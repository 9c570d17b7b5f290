import { describe, expect, test } from '@jest/globals';

import { cluster, madeGroup, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge } from '../support/judge.js';
import { attribute, type Change, comes, goes, replaced, stands } from '../support/plans/plan-builder.js';
import { managed } from '../support/plans/resource.js';
import { causes, configured, newRule, said } from '../support/stories.js';

const NODE = madeGroup('node');
const base = world({ model: 'vpc-router' });
const DNS: RuleSpec = {
  group: NODE,
  direction: 'egress',
  protocol: 'udp',
  ports: [53, 53],
  cidr: '100.125.4.25/32',
};
const ALL: RuleSpec = { group: NODE, direction: 'egress', cidr: '0.0.0.0/0' };
const NOTHING: readonly string[] = [];

function told(...changes: readonly Change[]): readonly string[] {
  return said(judge([...base, ...changes]), 'ineffective-rule');
}

/** Of a new egress rule beside this one, the only one of its group. */
function toldBeside(part: Partial<RuleSpec>): readonly string[] {
  const own = groupId('own');
  return told(
    stands(group('own')),
    stands(rule('stays', { ...ALL, group: own, ...part })),
    newRule('dns', { ...DNS, group: own }),
    stands(pool('own', { groups: [own] })),
  );
}

describe('fires', () => {
  test('egress rules come and the default allow-all stays', () => {
    const changes = [newRule('dns', DNS), newRule('ntp', { ...DNS, ports: [123, 123] })];
    expect(told(...changes)).toEqual([
      'notice introduced: 2 new egress rules change nothing if T1.9 still stands, which CCE made',
    ]);
    expect(causes(judge([...base, ...changes]), 'ineffective-rule')).toEqual([
      'networking_secgroup_rule_v2.dns',
      'networking_secgroup_rule_v2.ntp',
    ]);
  });

  test('a group of the user’s own keeps its two default egress rules', () => {
    const own = groupId('own', false, { isBare: false });
    const changes = [
      comes(group('own', { isBare: false })),
      newRule('dns', { ...DNS, group: own }),
      comes(pool('own', { groups: [own] })),
    ];
    expect(told(...changes)).toHaveLength(1);
  });

  test('a group that CCE made is its cluster’s own, whoever else is in it', () => {
    const apart = cluster({ model: 'vpc-router', name: 'apart' });
    const guest = pool('guest', { groups: [NODE], clusterId: attribute(apart, 'id', true) });
    const report = judge([stands(apart), stands(guest), ...base, newRule('dns', DNS)]);
    const found = report.findings.filter(({ check }) => check === 'ineffective-rule');
    expect(found.map((one) => one.cluster)).toEqual(['prod']);
  });

  test('a rule that allows everything stays in a group without default rules', () => {
    expect(toldBeside({})).toHaveLength(1);
  });

  test('an egress rule is replaced beside an allow-all that stays', () => {
    const next = rule('dns', { ...DNS, ports: [54, 54] });
    expect(
      told(replaced(rule('dns', DNS), next, 'destroy-first', ['port_range_min']), stands(rule('all', ALL))),
    ).toHaveLength(1);
  });

  test('a deny of ingress does not make egress rules matter', () => {
    const deny = newRule('deny', {
      api: 'v3',
      group: NODE,
      protocol: 'tcp',
      multiPort: '8080',
      cidr: '198.18.0.0/24',
      action: 'deny',
      priority: 1,
    });
    expect(told(newRule('dns', DNS), deny)).toHaveLength(1);
  });
});

describe('does not fire', () => {
  test('when the allow-all goes', () => {
    expect(told(newRule('dns', DNS), goes(rule('all', ALL)))).toEqual(NOTHING);
  });

  test('for ingress, for rules that stand, and for groups of other services', () => {
    expect(told(newRule('in', { ...DNS, direction: 'ingress' }))).toEqual(NOTHING);
    expect(told(stands(rule('dns', DNS)))).toEqual(NOTHING);
    const web = groupId('web', false, { isBare: false });
    expect(told(stands(group('web', { isBare: false })), newRule('dns', { ...DNS, group: web }))).toEqual(
      NOTHING,
    );
  });

  test.each<[string, Partial<RuleSpec>]>([
    ['to some addresses', { cidr: '10.0.0.0/8' }],
    ['to the members of a group', { cidr: undefined, peer: NODE }],
    ['of one protocol', { protocol: 'tcp' }],
    ['of ports that nobody can tell', { protocol: 'UDP', ports: [1000, 2000] }],
  ])('when what stays allows egress only %s', (_, part) => {
    expect(toldBeside(part)).toEqual(NOTHING);
  });

  test('for IPv6 beside an IPv4 allow-all', () => {
    expect(told(newRule('six', { ...DNS, family: 'IPv6', cidr: '2001:db8::/32' }))).toEqual(NOTHING);
  });

  test('when the allow-all itself is new', () => {
    const own = groupId('own', false);
    const changes = [
      comes(group('own')),
      newRule('all', { ...ALL, group: own }),
      newRule('dns', { ...DNS, group: own }),
      comes(pool('own', { groups: [own] })),
    ];
    expect(told(...changes)).toEqual(NOTHING);
  });

  test('beside a deny of egress, against which an allow may matter', () => {
    const deny = newRule('deny', {
      api: 'v3',
      group: NODE,
      direction: 'egress',
      cidr: '198.18.0.0/24',
      action: 'deny',
      priority: 1,
    });
    expect(told(newRule('dns', DNS), deny)).toEqual(NOTHING);
  });

  test('for refused rules', () => {
    expect(told(newRule('dns', { ...DNS, protocol: 'UDP' }))).toEqual(NOTHING);
  });
});

describe('a new group that nothing names', () => {
  const database = comes(group('database'));
  const NEW = groupId('database', false);
  const NAMED_BY_NOBODY = [expect.stringContaining('no cluster, node pool, node, port, server or rule')];

  test('is told, with rules for its own members as well', () => {
    expect(told(database)).toEqual(NAMED_BY_NOBODY);
    expect(told(database, newRule('self', { group: NEW, peer: NEW }))).toEqual(NAMED_BY_NOBODY);
  });

  test.each<[string, Change]>([
    ['a pool', comes(pool('own', { groups: [NEW] }))],
    [
      'a pool of a cluster that nothing shows',
      comes(pool('own', { groups: [NEW], clusterId: { ref: 'var.cluster', value: 'far' } })),
    ],
    ['a rule of another group', newRule('peer', { group: NODE, protocol: 'tcp', peer: NEW })],
    [
      'a rule whose peer may be any group',
      newRule('any', { group: NODE, peer: { ref: 'terraform_data.x.output' } }),
    ],
    [
      'a server, by its name',
      comes(managed('compute_instance_v2', 'web', { security_groups: ['database'] })),
    ],
    ['a resource that is not read', comes(managed('rds_instance_v3', 'db', { security_group_id: NEW }))],
  ])('is not told where it is named by %s', (_, change) => {
    expect(told(database, change)).toEqual(NOTHING);
  });

  test('is not told where there is no cluster, nor for a group that stands', () => {
    expect(said(judge([database]), 'ineffective-rule')).toEqual(NOTHING);
    expect(told(stands(group('database')))).toEqual(NOTHING);
  });
});

describe('cannot tell', () => {
  test('a group whose rules are not managed here may have an allow-all or not', () => {
    const elsewhere = { ref: 'var.group', value: '0f0f0f0f-0000-4000-8000-000000000000' };
    const changes = [
      newRule('dns', { ...DNS, group: elsewhere }),
      stands(pool('own', { groups: [elsewhere] })),
    ];
    expect(told(...changes)).toEqual(NOTHING);
  });

  test('a rule whose group or peer is known after apply', () => {
    const later = { ref: 'terraform_data.group.output' };
    expect(told(newRule('dns', { ...DNS, group: later }))).toEqual(NOTHING);
    const own = groupId('own', false);
    const changes = [
      comes(group('own')),
      stands(rule('all', { ...ALL, group: groupId('own'), cidr: { ref: 'terraform_data.cidr.output' } })),
      newRule('dns', { ...DNS, group: own }),
      comes(pool('own', { groups: [own] })),
    ];
    expect(told(...changes)).toEqual(NOTHING);
  });
});

test('the configuration sets the severity', () => {
  const report = judge([...base, newRule('dns', DNS)], configured('severity: { ineffective-rule: warning }'));
  expect(said(report, 'ineffective-rule')).toEqual([expect.stringMatching(/^warning introduced/)]);
});
