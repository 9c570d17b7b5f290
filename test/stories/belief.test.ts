/** What is believed of the rules that CCE made, and why (design, section 2a). */
import { describe, expect, test } from '@jest/globals';

import { judge, rows } from '../support/judge.js';
import {
  groupLookUp,
  madeGroup,
  POD_CIDR,
  SUBNET_CIDR,
  vpc,
  VPC_CIDR,
  world,
} from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import {
  type Change,
  comes,
  forgotten,
  goes,
  read,
  replaced,
  stands,
  vanished,
} from '../support/plans/plan-builder.js';
import { rulesOfRow } from '../support/plans/row-rules.js';
import { egressMinima, requirement } from '../../src/model/model.js';
import type { NetworkModel } from '../../src/model/requirement.js';
import { beliefsIn, of, said, secret } from '../support/stories.js';

const NODE = madeGroup('node');
const CONTROL = madeGroup('control');
const OFFICE = '203.0.113.0/24';

/** Of a cluster with these changes: `T1.9 gone no`. */
function beliefs(changes: readonly Change[], model: NetworkModel = 'vpc-router'): readonly string[] {
  return beliefsIn(judge([...world({ model }), ...changes]));
}

function standing(...specs: readonly RuleSpec[]): readonly Change[] {
  return specs.map((spec, i) => stands(rule(`r${String(i)}`, spec)));
}

const TCP: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };
const LOW: RuleSpec = { ...TCP, ports: [1, 32_767] };
const HIGH: RuleSpec = { ...TCP, ports: [32_768, 65_535] };
const SSH: RuleSpec = { group: NODE, protocol: 'tcp', ports: [22, 22], cidr: OFFICE };
const NODE_PORTS: RuleSpec = { group: NODE, protocol: 'tcp', ports: [30_000, 32_767], cidr: VPC_CIDR };
const DNS: RuleSpec = {
  group: NODE,
  direction: 'egress',
  protocol: 'udp',
  ports: [53, 53],
  cidr: '100.125.0.0/16',
};

function minima(model: NetworkModel, api?: 'v3'): readonly RuleSpec[] {
  return egressMinima(model).flatMap((row) => rulesOfRow(row, { owner: NODE, model, ...(api && { api }) }));
}

function whole(id: string): RuleSpec {
  const row = requirement(id);
  const [spec] = row === undefined ? [] : rulesOfRow(row, { owner: NODE, model: 'vpc-router' });
  if (spec === undefined) throw new Error(`${id} is one rule`);
  return spec;
}

interface Case {
  readonly name: string;
  readonly has: readonly RuleSpec[];
  readonly model?: NetworkModel;
  readonly believed: readonly string[];
}

const CASES: readonly Case[] = [
  { name: 'nothing speaks against anything', has: [], believed: [] },
  { name: 'a rule is the default', has: [TCP], believed: ['T1.2 plan surely'] },
  { name: 'two rules take the place of one', has: [LOW, HIGH], believed: ['T1.2 gone no'] },
  { name: 'one half alone is not enough', has: [LOW], believed: ['T1.2 doubted possibly'] },
  {
    name: 'v3 rules, be their priority what it may',
    has: [
      { ...LOW, api: 'v3', multiPort: '1-32767', priority: 7 },
      { ...HIGH, api: 'v3', multiPort: '32768-65535' },
    ],
    believed: ['T1.2 gone no'],
  },
  {
    name: 'a deny says nothing',
    has: [{ ...LOW, api: 'v3', action: 'deny', multiPort: '1-32767' }],
    believed: [],
  },
  { name: 'IPv6 says nothing of IPv4', has: [{ ...DNS, family: 'IPv6', cidr: 'fd00::/8' }], believed: [] },
  { name: 'SSH from anywhere narrower', has: [SSH], believed: ['T1.8 gone no'] },
  {
    name: 'SSH from within the VPC is about SSH, not about TCP from the VPC',
    has: [{ ...SSH, cidr: SUBNET_CIDR }],
    believed: ['T1.8 gone no'],
  },
  {
    name: 'NodePorts of the VPC are narrowed NodePorts, and not all that must stay',
    has: [NODE_PORTS],
    believed: ['T1.4 doubted possibly'],
  },
  {
    name: 'NodePorts down to their floor',
    has: [NODE_PORTS, { ...NODE_PORTS, cidr: POD_CIDR }],
    believed: ['T1.4 gone no'],
  },
  {
    name: 'of a managed row that has its ports, a rule says nothing of another row',
    has: [NODE_PORTS, { ...NODE_PORTS, cidr: '0.0.0.0/0' }],
    believed: ['T1.4 plan surely'],
  },
  {
    name: 'a port of the VPC among NodePorts lies within two rows',
    has: [{ ...NODE_PORTS, ports: [30_080, 30_080] }],
    believed: ['T1.2 doubted possibly', 'T1.4 doubted possibly'],
  },
  {
    name: 'a rule for masters lies within the rows of the VPC that holds them',
    has: [{ ...TCP, ports: [10_250, 10_250], cidr: undefined, peer: CONTROL }],
    believed: ['T1.2 doubted possibly'],
  },
  { name: 'some egress is no proof', has: [DNS], believed: ['T1.9 doubted possibly'] },
  { name: 'Table 8 is', has: minima('vpc-router'), believed: ['T1.9 gone no'] },
  { name: 'so it is by v3 rules', has: minima('vpc-router', 'v3'), believed: ['T1.9 gone no'] },
  {
    name: 'without one of its rows',
    has: minima('vpc-router').slice(1),
    believed: ['T1.9 doubted possibly'],
  },
  { name: 'of a tunnel cluster', model: 'overlay_l2', has: minima('overlay_l2'), believed: ['T3.7 gone no'] },
  { name: 'of CCE Turbo', model: 'eni', has: minima('eni'), believed: ['T5.7 gone no'] },
  {
    name: 'kubelet from halves of the subnet of masters',
    model: 'overlay_l2',
    has: ['192.168.0.0/21', '192.168.8.0/21'].map((cidr) => ({ ...TCP, ports: [10_250, 10_250], cidr })),
    believed: ['T3.2 gone no'],
  },
  {
    name: 'kubelet from halves of the VPC, of which one holds the masters',
    model: 'overlay_l2',
    has: ['192.168.0.0/17', '192.168.128.0/17'].map((cidr) => ({ ...TCP, ports: [10_250, 10_250], cidr })),
    believed: ['T3.2 gone no'],
  },
  {
    name: 'kubelet for monitoring elsewhere in the VPC says nothing of masters',
    model: 'overlay_l2',
    has: [{ ...TCP, ports: [10_250, 10_250], cidr: '192.168.200.0/24' }],
    believed: [],
  },
  {
    name: 'in Turbo the VPC’s 5444 lies within 5444 for all as well',
    model: 'eni',
    has: ['192.168.0.0/17', '192.168.128.0/17'].map((cidr) => ({
      ...TCP,
      group: CONTROL,
      ports: [5444, 5444],
      cidr,
    })),
    believed: ['T6.1 doubted possibly', 'T6.2 doubted possibly'],
  },
  {
    name: 'what is wider than a row says nothing of it',
    has: [{ ...LOW, cidr: '192.0.0.0/8' }],
    believed: [],
  },
  {
    name: 'nor does a port of it that is open to everybody',
    has: [{ ...TCP, ports: [8080, 8080], cidr: '0.0.0.0/0' }],
    believed: [],
  },
  { name: 'nor does what comes from elsewhere', has: [{ ...LOW, cidr: '10.0.0.0/8' }], believed: [] },
];

test.each(CASES)('$name', ({ has, model = 'vpc-router', believed }) => {
  expect(beliefs(standing(...has), model)).toEqual(believed);
});

test('a rule for one range of the VPC says nothing of the default rule for the other', () => {
  const wide = world({ model: 'vpc-router', vpc: stands(vpc(VPC_CIDR, '10.20.0.0/16')) });
  const told = (...specs: readonly RuleSpec[]): readonly string[] =>
    beliefsIn(judge([...wide, ...standing(...specs)]));
  expect(told(LOW)).toEqual(['T1.2 doubted possibly']);
  expect(told(LOW, { ...LOW, cidr: '10.20.0.0/16' })).toEqual([
    'T1.2 doubted possibly',
    'T1.2 doubted possibly',
  ]);
  expect(told(LOW, HIGH)).toEqual(['T1.2 gone no']);
});

describe('only what stood before is evidence', () => {
  test('not what comes', () => {
    expect(beliefs([comes(rule('low', LOW)), comes(rule('high', HIGH))])).toEqual([]);
  });

  test('what goes, is replaced or forgotten', () => {
    const [low, high] = [rule('low', LOW), rule('high', HIGH)];
    for (const high2 of [goes(high), forgotten(high), replaced(high, rule('high', DNS), 'destroy-first')]) {
      expect(beliefs([stands(low), high2])).toContain('T1.2 gone no');
    }
  });

  test('not what was gone already', () => {
    expect(beliefs([stands(rule('low', LOW)), vanished(rule('high', HIGH))])).toEqual([
      'T1.2 doubted possibly',
    ]);
  });

  test('a default rule that drift took away is gone by the plan’s own word', () => {
    expect(beliefs([vanished(rule('tcp', TCP))])).toEqual(['T1.2 plan no']);
  });

  test('addresses of rules with sensitive values are not told', () => {
    const report = judge([
      ...world({ model: 'vpc-router' }),
      stands(secret(rule('low', LOW), 'remote_ip_prefix')),
      stands(rule('high', HIGH)),
    ]);
    const told = report.groups.flatMap(({ defaults }) => defaults).find(({ belief }) => belief === 'gone');
    expect(told?.because).toEqual(['opentelekomcloud_networking_secgroup_rule_v2.high']);
  });
});

describe('a group that is doubted', () => {
  const doubted = [...world({ model: 'vpc-router' }), stands(rule('dns', DNS))];

  test('is no finding where nothing changes', () => {
    expect(rows(judge(doubted), 'undecided')).toEqual([]);
  });

  test('is one for a new pool, and for no pool that stays', () => {
    const both = { groups: [NODE, groupId('own')] };
    const own = stands(group('own'));
    const undecided = rows(judge([...doubted, own, comes(pool('own', both))]), 'undecided');
    expect(undecided).toContain('opentelekomcloud_cce_node_pool_v3.own T8.1');
    expect(rows(judge([...doubted, own, stands(pool('own', both))]), 'undecided')).toEqual([]);
  });

  test('may repeat what it may have', () => {
    const out = comes(rule('out', whole('T1.9')));
    expect(said(judge([...doubted, out]), 'duplicate-rule').join()).toContain('may repeat');
    const gone = [...world({ model: 'vpc-router' }), ...standing(...minima('vpc-router'))];
    expect(of(judge([...gone, out]), 'duplicate-rule')).toEqual([]);
  });

  test('says of more egress that it may be idle, and nothing once the default is gone', () => {
    const more = comes(rule('more', { ...DNS, ports: [514, 514], cidr: OFFICE }));
    const [idle] = said(judge([...doubted, more]), 'ineffective-rule');
    expect(idle).toContain('if T1.9 still stands, which CCE made');
    const gone = [...world({ model: 'vpc-router' }), ...standing(...minima('vpc-router'))];
    expect(of(judge([...gone, more]), 'ineffective-rule')).toEqual([]);
  });

  test('was perhaps open', () => {
    const report = judge([
      ...world({ model: 'overlay_l2' }),
      stands(rule('api', { ...TCP, group: CONTROL, ports: [5443, 5443] })),
      comes(rule('more', { ...TCP, group: CONTROL, ports: [9, 9], cidr: OFFICE })),
    ]);
    const open = report.groups.flatMap(({ role, openBefore }) => openBefore.map((one) => ({ role, ...one })));
    expect(open).toContainEqual(
      expect.objectContaining({ role: 'control', ports: '5443', belief: 'doubted' }),
    );
  });
});

test('a cluster that only a data source shows is believed in the same way', () => {
  const changes = [
    ...world({ model: 'vpc-router', as: 'data' }),
    read(groupLookUp('node')),
    ...standing(...[LOW, HIGH].map((spec) => ({ ...spec, group: { ref: NODE_LOOK_UP, value: NODE.value } }))),
  ];
  const { groups } = judge(changes);
  const gone = groups.flatMap(({ defaults }) => defaults).filter(({ belief }) => belief === 'gone');
  expect(gone.map(({ requirement: row }) => row)).toEqual(['T1.2']);
});

const NODE_LOOK_UP = 'data.opentelekomcloud_networking_secgroup_v2.node.id';
