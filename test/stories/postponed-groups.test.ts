/** Data sources of CCE's groups that `depends_on` a cluster which changes: their ids are known after apply. */
import { describe, expect, test } from '@jest/globals';

import type { NetworkModel, Role } from '../../src/model/requirement.js';
import {
  cluster,
  madeGroup,
  POD_SUBNET,
  SUBNET_CIDR,
  subnet,
  vpc,
  VPC_CIDR,
  world,
} from '../support/plans/cce-world.js';
import { pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge, verdict } from '../support/judge.js';
import {
  type Change,
  comes,
  postponed,
  type Ref,
  replaced,
  stands,
  updated,
} from '../support/plans/plan-builder.js';
import { dataSource, idOf } from '../support/plans/resource.js';
import { of, said } from '../support/stories.js';

/** A cluster that changes in place. */
function changing(model: NetworkModel): readonly Change[] {
  const before = cluster({ model });
  const after = { ...before, cells: { ...before.cells, description: 'new' } };
  const pods = model === 'eni' ? [stands(subnet({ name: 'pods', cidr: POD_SUBNET }))] : [];
  return [stands(vpc(VPC_CIDR)), stands(subnet({ cidr: SUBNET_CIDR })), ...pods, updated(before, after)];
}

function lookUp(role: Role, pattern = `^prod-cce-${role}-`): Change {
  return postponed(dataSource('networking_secgroup_v2', role, { name_regex: pattern }, {}));
}

/** The group that the data source will find. */
function found(role: Role): Ref {
  return { ref: `data.opentelekomcloud_networking_secgroup_v2.${role}.id` };
}

const OPEN: Omit<RuleSpec, 'group'> = { cidr: '0.0.0.0/0' };

describe('the group of nodes', () => {
  test('is opened to the internet through it', () => {
    const plan = [
      ...changing('vpc-router'),
      lookUp('node'),
      comes(rule('x', { ...OPEN, group: found('node') })),
    ];
    expect(said(judge(plan), 'exposed-port')).toEqual([
      'critical introduced: worker node security group: every port is opened to the internet',
    ]);
  });

  test('the same while the cluster is made', () => {
    const plan = [
      ...world({ model: 'vpc-router', as: 'new' }),
      lookUp('node'),
      comes(rule('x', { ...OPEN, group: found('node') })),
    ];
    expect(judge(plan).summary.critical).toBe(1);
  });

  test('loses what a deny takes', () => {
    const deny = rule('x', {
      api: 'v3',
      group: found('node'),
      protocol: 'tcp',
      multiPort: '10250',
      cidr: VPC_CIDR,
      action: 'deny',
      priority: 1,
    });
    expect(verdict(judge([...changing('vpc-router'), lookUp('node'), comes(deny)])).introduced).toContain(
      'T1.2',
    );
  });

  test('a rule that is replaced because the id is unknown goes on, but for a moment', () => {
    const spec: RuleSpec = { group: madeGroup('node'), protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };
    const change = replaced(rule('x', spec), rule('x', { ...spec, group: found('node') }));
    expect(verdict(judge([...changing('vpc-router'), lookUp('node'), change]))).toEqual({
      transient: ['T1.2'],
    });
  });

  test('a pool that names it is in the default group', () => {
    const own = pool('workers', { groups: [found('node')] });
    expect(judge([...changing('vpc-router'), lookUp('node'), comes(own)]).findings).toEqual([]);
  });
});

test('the group of pods is the one that the rule belonged to', () => {
  const spec: RuleSpec = { group: { ref: found('eni').ref, value: idOf('prod eni') }, direction: 'egress' };
  const change = replaced(
    rule('x', { ...spec, cidr: '0.0.0.0/0' }),
    rule('x', { ...spec, group: found('eni'), cidr: VPC_CIDR }),
  );
  const report = judge([...changing('eni'), lookUp('eni'), change]);
  expect(verdict(report).introduced).toEqual(['T7.3']);
});

test.each(['.*-cce-eni-.*', 'prod.cce.eni'])('a pattern like %s means the only cluster', (pattern) => {
  const plan = [
    ...changing('eni'),
    lookUp('eni', pattern),
    comes(rule('x', { ...OPEN, group: found('eni') })),
  ];
  expect(of(judge(plan), 'exposed-port').map(({ severity }) => severity)).toContain('critical');
});

test('the group of another cluster is not ours', () => {
  const plan = [
    ...changing('vpc-router'),
    lookUp('node', '^other-cce-node-'),
    comes(rule('x', { ...OPEN, group: found('node') })),
  ];
  expect(of(judge(plan), 'exposed-port')).toEqual([]);
});

test('of two clusters, a pattern for any of them means neither', () => {
  const plan = [
    ...changing('vpc-router'),
    stands(cluster({ model: 'vpc-router', name: 'other' })),
    lookUp('node', '-cce-node-'),
    comes(rule('x', { ...OPEN, group: found('node') })),
  ];
  expect(of(judge(plan), 'exposed-port')).toEqual([]);
});
