/** Every undecided finding names exactly what would decide it: told that, it is decided; told anything else, it is not. */
import { describe, expect, test } from '@jest/globals';

import type { Configuration } from '../../src/config/configuration.js';
import type { Doubt } from '../../src/weigh/doubts.js';
import { judge } from '../support/judge.js';
import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import {
  addressOf,
  type Change,
  comes,
  goes,
  type Ref,
  type Resource,
  stands,
} from '../support/plans/plan-builder.js';
import { idOf } from '../support/plans/resource.js';
import { configured, wholeGroup } from '../support/stories.js';

const NODE = madeGroup('node');
const CONTROL = madeGroup('control');
const LATER: Ref = { ref: 'terraform_data.later.output' };
const V3 = 'opentelekomcloud_vpc_secgroup_rule_v3';
const V2 = 'opentelekomcloud_networking_secgroup_rule_v2';

function without(...types: readonly string[]): readonly Change[] {
  return world({ model: 'vpc-router' }).filter(
    ({ after }) => after !== undefined && !types.includes(after.type),
  );
}

const whole = world({ model: 'vpc-router' });
const noVpc = without('vpc_v1', 'vpc_subnet_v1');
const noSubnet = without('vpc_subnet_v1');

/** Denies the kubelet port, unless it says another. */
function deny(spec: Partial<RuleSpec>, put = comes): Change {
  const own: RuleSpec = {
    api: 'v3',
    group: NODE,
    protocol: 'tcp',
    multiPort: '10250',
    cidr: VPC_CIDR,
    action: 'deny',
    priority: 1,
  };
  return put(rule('deny', { ...own, ...spec }));
}

const KUBELET = { api: 'v3', protocol: 'tcp', multiPort: '10250', cidr: VPC_CIDR, action: 'deny' } as const;
const ALLOW_V3 = rule('allow', { ...KUBELET, multiPort: '1-65535', action: 'allow', group: NODE });

function changed(resource: Resource, cells: Resource['cells']): Resource {
  return { ...resource, cells: { ...resource.cells, ...cells } };
}

function allow(spec: Partial<RuleSpec>): Change {
  return comes(rule('allow', { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR, ...spec }));
}

/** What the undecided findings of the row say. */
function doubts(changes: readonly Change[], row: string, configuration?: Configuration): readonly Doubt[] {
  return judge(changes, configuration).typed.findings.flatMap(({ row: of, change, reason }) =>
    of?.id === row && change === 'undecided' && reason.kind === 'row' ? reason.doubts : [],
  );
}

const GONE = goes(rule('tcp', { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR }));
const range = (key: string): unknown => expect.objectContaining({ kind: 'range', key });
const part = (name: string, address: string): Doubt =>
  ({ kind: 'rule', address, part: name }) as Extract<Doubt, { kind: 'rule' }>;
const RANK: Doubt = { kind: 'rank', address: `${V3}.deny` };
const poolWith = (...more: readonly Change[]): readonly Change[] => [
  ...whole,
  ...wholeGroup('own'),
  stands(group('second')),
  comes(pool('own', { groups: [groupId('own'), groupId('second')] })),
  ...more,
];

const CASES: readonly (readonly [string, readonly Change[], string, readonly unknown[]])[] = [
  ['the VPC', [...noVpc, deny({ cidr: '10.0.0.0/8' })], 'T1.2', [range('vpc-cidrs')]],
  ['the rank', [...whole, deny({ priority: 50 })], 'T1.2', [RANK]],
  [
    'the VPC and the rank',
    [...noVpc, deny({ cidr: '10.0.0.0/8', priority: 50 })],
    'T1.2',
    [range('vpc-cidrs'), RANK],
  ],
  [
    'the rank alone, wherever the VPC lies',
    [...noVpc, deny({ cidr: undefined, priority: 50 })],
    'T1.2',
    [RANK],
  ],
  [
    'where masters are',
    [...noSubnet, deny({ cidr: undefined, peer: CONTROL })],
    'T1.2',
    [range('master-cidrs')],
  ],
  [
    'the containers',
    [
      ...world({ model: 'vpc-router', container: null, as: 'new' }),
      deny({ cidr: '10.0.0.0/8', multiPort: '1-65535', group: madeGroup('node', false) }),
    ],
    'T1.6',
    [range('container-cidrs')],
  ],
  [
    'the ports of a rule',
    [...whole, GONE, allow({ arePortsUnknown: true })],
    'T1.2',
    [part('traffic', `${V2}.allow`)],
  ],
  ['the peer of a rule', [...whole, GONE, allow({ cidr: LATER })], 'T1.2', [part('peer', `${V2}.allow`)]],
  ['the group of a rule', [...whole, GONE, allow({ group: LATER })], 'T1.2', [part('group', `${V2}.allow`)]],
  [
    'peer and ports of a deny',
    [...whole, deny({ cidr: LATER, arePortsUnknown: true })],
    'T1.2',
    [part('traffic', `${V3}.deny`), part('peer', `${V3}.deny`)],
  ],
  [
    'the action of a rule',
    [...whole, GONE, comes(changed(ALLOW_V3, { action: LATER }))],
    'T1.2',
    [part('action', `${V3}.allow`)],
  ],
  [
    'of two denies what each meets, not one the other',
    poolWith(
      deny({ group: groupId('own'), priority: 50 }),
      comes(rule('second', { ...KUBELET, group: groupId('second'), priority: 40 })),
    ),
    'T1.2',
    [RANK, { kind: 'across-groups', address: `${V3}.second` }],
  ],
  [
    'how rules of two groups combine',
    poolWith(deny({ group: groupId('second'), priority: 50 })),
    'T1.2',
    [{ kind: 'across-groups', address: `${V3}.deny` }],
  ],
];

describe('an undecided finding names', () => {
  test.each(CASES)('%s', (_, changes, row, due) => {
    const told = doubts(changes, row);
    expect(told).toEqual(expect.arrayContaining([...due]));
    expect(told).toHaveLength(due.length);
  });
});

describe('told what it names, it is decided', () => {
  test.each([
    [
      'vpc-cidrs',
      [...noVpc, deny({ cidr: '10.0.0.0/8' })],
      'clusters: [{ name: prod, vpc-cidrs: [192.168.0.0/16] }]',
    ],
    ['default-rule-priority', [...whole, deny({ priority: 50 })], 'default-rule-priority: 1'],
    [
      'master-cidrs',
      [...noSubnet, deny({ cidr: undefined, peer: CONTROL })],
      'clusters: [{ name: prod, master-cidrs: [192.168.0.0/28], dns-servers: [100.125.4.25] }]',
    ],
  ])('%s', (_, changes, yaml) => {
    expect(doubts(changes, 'T1.2', configured(yaml))).toEqual([]);
  });

  test('a rank that the configuration tells is not that of a rule with a priority of its own', () => {
    const later = comes(changed(ALLOW_V3, { priority: LATER }));
    const changes = [...whole, GONE, later, deny({ priority: 50 })];
    expect(doubts(changes, 'T1.2', configured('default-rule-priority: 100'))).toEqual([
      part('priority', `${V3}.allow`),
    ]);
  });

  test('a rank that the configuration tells is none across groups', () => {
    const changes = poolWith(deny({ group: groupId('second'), priority: 50 }));
    expect(doubts(changes, 'T1.2', configured('default-rule-priority: 1'))).toEqual([
      { kind: 'across-groups', address: `${V3}.deny` },
    ]);
    expect(doubts(changes, 'T1.2', configured('default-rule-priority: 100'))).toEqual([]);
  });
});

describe('a deny that stays, of which nobody knows whether it wins', () => {
  function told(changes: readonly Change[]): readonly unknown[] {
    return judge(changes)
      .typed.findings.filter(({ reason }) => reason.kind === 'deny-of-unknown-rank')
      .map(({ pool: of, causes }) => [of, ...causes.map(({ address }) => address)]);
  }

  test('is told once, by its address, but not where one group is managed elsewhere: that is said of the group', () => {
    const far: Ref = { ref: 'var.far', value: idOf('far') };
    const has = [...whole, ...wholeGroup('own'), deny({ priority: 50, group: groupId('own') }, stands)];
    const fresh = (...more: readonly Ref[]): Resource => pool('own', { groups: [groupId('own'), ...more] });
    expect(told([...has, comes(fresh())])).toEqual([[addressOf(fresh()), `${V3}.deny`]]);
    expect(told([...has, comes(fresh(far))])).toEqual([]);
    // Only the row of pings from the masters is in doubt.
    const pings = deny(
      { protocol: 'icmp', multiPort: undefined, priority: 50, group: groupId('own') },
      stands,
    );
    expect(told([...has.slice(0, -1), pings, comes(fresh())])).toEqual([[addressOf(fresh()), `${V3}.deny`]]);
  });
});
