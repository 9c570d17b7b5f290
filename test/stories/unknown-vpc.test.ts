/** The plan does not show the VPC: what denies by groups take, and what rules of the plan tell of it. */
import { describe, expect, test } from '@jest/globals';

import type { Configuration } from '../../src/config/configuration.js';
import { judge, rows } from '../support/judge.js';
import { madeGroup, POD_CIDR, world } from '../support/plans/cce-world.js';
import { rule, type RuleSpec } from '../support/plans/group-rules.js';
import { type Change, comes, goes, stands } from '../support/plans/plan-builder.js';
import { configured } from '../support/stories.js';

const CONTROL = madeGroup('control');
const NODE = madeGroup('node');

/** The world without its VPC, and without its subnets unless they are shown. */
function hidden(areSubnetsShown = false): readonly Change[] {
  const types = areSubnetsShown ? ['vpc_v1'] : ['vpc_v1', 'vpc_subnet_v1'];
  return world({ model: 'vpc-router' }).filter(
    ({ after }) => after !== undefined && !types.includes(after.type),
  );
}

interface Rows {
  readonly introduced: readonly string[];
  readonly undecided: readonly string[];
}

function rowsOf(changes: readonly Change[], configuration?: Configuration): Rows {
  const report = judge(changes, configuration);
  return { introduced: rows(report, 'introduced'), undecided: rows(report, 'undecided') };
}

describe('a deny that names a group of the cluster', () => {
  const deny = (spec: Partial<RuleSpec>): Change =>
    comes(
      rule('deny', {
        api: 'v3',
        group: CONTROL,
        protocol: 'tcp',
        multiPort: '5443',
        peer: NODE,
        action: 'deny',
        priority: 1,
        ...spec,
      }),
    );

  test('takes the whole VPC, wherever it lies, from the port', () => {
    expect(rowsOf([...hidden(), deny({})])).toEqual({ introduced: ['T2.4'], undecided: [] });
  });

  test('is undecided where nobody knows whether it wins', () => {
    expect(rowsOf([...hidden(), deny({ priority: 50 })])).toEqual({ introduced: [], undecided: ['T2.4'] });
  });

  test('is undecided where its members have a part of the VPC that nobody tells', () => {
    const changes = [...hidden(), deny({ group: NODE, peer: CONTROL, multiPort: '10250' })];
    expect(rowsOf(changes)).toEqual({ introduced: [], undecided: ['T1.2'] });
  });

  test('changes nothing beside a stronger allow for the same group', () => {
    const allow = rule('allow', { api: 'v3', group: CONTROL, peer: NODE, action: 'allow', priority: 1 });
    const changes = [...hidden(), stands(allow)];
    expect(rowsOf([...changes, deny({ priority: 20 })])).toEqual({ introduced: [], undecided: [] });
    expect(rowsOf([...changes, deny({ priority: 1 })])).toEqual({ introduced: ['T2.4'], undecided: [] });
  });
});

describe('a rule that is a default one tells a CIDR', () => {
  const from = (name: string, port: number, cidr: string): ReturnType<typeof rule> =>
    rule(name, { group: CONTROL, protocol: 'tcp', ports: [port, port], cidr });

  test('one that touches another is a default rule of its own', () => {
    const first = stands(from('first', 9443, '10.64.0.0/19'));
    const second = goes(from('second', 9443, '10.64.32.0/19'));
    expect(rowsOf([...hidden(), first, second]).introduced).toEqual(['T2.3']);
    const both = configured('clusters: [{ name: prod, vpc-cidrs: [10.64.0.0/19, 10.64.32.0/19] }]');
    expect(rowsOf([...hidden(), first, second], both).introduced).toEqual(['T2.3']);
    expect(rowsOf([...hidden(), second], both).introduced).toEqual(['T2.3']);
  });

  test('that of the containers says nothing of the VPC', () => {
    expect(rowsOf([...hidden(), goes(from('pods', 5444, POD_CIDR))])).toEqual({
      introduced: ['T2.2'],
      undecided: [],
    });
  });

  test('where it may be the one or the other, what tells of one alone counts first', () => {
    const known = stands(from('vpc', 9443, '192.168.0.0/16'));
    const changes = [...hidden(), known, goes(from('vpc_too', 5444, '192.168.0.0/16'))];
    expect(rowsOf(changes)).toEqual({ introduced: ['T2.1'], undecided: [] });
  });

  test.each([
    ['192.168.0.0/16', ['T2.3']],
    // A peered network, or an office: the VPC has the subnet in it.
    ['10.8.0.0/24', []],
    // The time servers of the cloud.
    ['100.125.0.0/16', []],
  ])('the VPC has the subnets that are shown: %s', (cidr, introduced) => {
    expect(rowsOf([...hidden(true), goes(from('https', 9443, cidr))]).introduced).toEqual(introduced);
  });
});

test('containers everywhere leave no place for a VPC: then it may be anywhere', () => {
  const everywhere = configured('clusters: [{ name: prod, container-cidrs: [0.0.0.0/0] }]');
  expect(rowsOf(hidden(), everywhere)).toEqual({ introduced: [], undecided: [] });
});

describe('of VPC and containers, both not known,', () => {
  const both = hidden().map((change) => {
    const unknown = { container_network_cidr: '' };
    const { after, before } = change;
    return after?.type === 'cce_cluster_v3'
      ? {
          ...change,
          after: {
            ...after,
            cells: { ...after.cells, ...unknown },
            computed: { ...after.computed, ...unknown },
          },
          ...(before && {
            before: {
              ...before,
              cells: { ...before.cells, ...unknown },
              computed: { ...before.computed, ...unknown },
            },
          }),
        }
      : change;
  });
  const from = (name: string, port: number, cidr: string): ReturnType<typeof rule> =>
    rule(name, { group: CONTROL, protocol: 'tcp', ports: [port, port], cidr });

  test('one alone learns a CIDR that may be either', () => {
    const report = judge([...both, goes(from('some', 5444, '10.64.0.0/16'))]);
    expect(report.clusters[0]?.vpcCidrs).toEqual(['10.64.0.0/16']);
    expect(report.clusters[0]?.containerCidrs).not.toContain('10.64.0.0/16');
    expect(rows(report, 'introduced')).toEqual(['T2.1']);
  });

  test('the containers learn it when the VPC is told by itself', () => {
    const report = judge([
      ...both,
      stands(from('vpc', 9443, '10.64.0.0/16')),
      stands(from('vpc_too', 5444, '10.64.0.0/16')),
      goes(from('pods', 5444, '172.16.0.0/16')),
    ]);
    expect(report.clusters[0]?.vpcCidrs).toEqual(['10.64.0.0/16']);
    expect(report.clusters[0]?.containerCidrs).toEqual(['172.16.0.0/16']);
    expect(rows(report, 'introduced')).toEqual(['T2.2']);
  });
});
