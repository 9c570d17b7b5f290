/** Groups of the configuration, groups that the cloud gave back, and what cannot be placed. */
import { describe, expect, test } from '@jest/globals';

import { cluster, madeGroup, SUBNET_CIDR, subnet, vpc, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge, verdict } from '../support/judge.js';
import { must } from '../../src/result.js';
import {
  type Change,
  comes,
  goes,
  read,
  type Resource,
  stands,
  updated,
} from '../support/plans/plan-builder.js';
import { dataSource, idOf } from '../support/plans/resource.js';
import { bare, configured, nodeRules, said, wholeGroup } from '../support/stories.js';

const base = world({ model: 'vpc-router' });
const OWN = groupId('own');
const TCP: RuleSpec = { group: madeGroup('node'), protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };

function named(...texts: readonly string[]) {
  return configured(
    `clusters: [{ name: prod, security-groups: { node: [${texts.map((text) => JSON.stringify(text)).join(', ')}] } }]`,
  );
}

describe('the configuration', () => {
  test('a name that nothing has counts for nothing, and is told', () => {
    const report = judge([...base, goes(rule('tcp', TCP))], named('nodes'));
    expect(verdict(report).introduced).toEqual(['T1.2']);
    expect(said(report, 'configuration')).toEqual([
      'warning introduced: the configuration names `nodes` as a security group of cluster prod; the plan shows no group with this name or address',
    ]);
  });

  test('of several groups nodes are in all', () => {
    const rules = nodeRules('own');
    const half = rules.length >> 1;
    const other = rules.slice(half).map((one) => ({
      ...one,
      name: `${one.name}_b`,
      cells: { ...one.cells, security_group_id: groupId('other') },
    }));
    const changes = [
      ...base,
      stands(group('own')),
      stands(group('other')),
      ...rules.slice(0, half).map(stands),
      ...other.map(stands),
    ];
    expect(verdict(judge(changes, named('own', 'other')))).toEqual({});
    expect(verdict(judge(changes, named('own')))['pre-existing']?.length).toBeGreaterThan(0);
  });

  test('rules of the second are placed as well', () => {
    const id = idOf('second');
    const changes = [...base, goes(rule('tcp', { ...TCP, group: { ref: 'var.second', value: id } }))];
    expect(said(judge(changes, named(idOf('prod node'), id)), 'unknown-group')).toEqual([]);
  });
});

describe('`security_group_id` that no line of the configuration sets', () => {
  const network = [stands(vpc(VPC_CIDR)), stands(subnet({ cidr: SUBNET_CIDR }))];

  /** The cluster as the cloud gives it back. */
  function given(id: string | undefined, made?: string): Resource {
    const { computed, ...rest } = cluster({ model: 'vpc-router' });
    return {
      ...rest,
      computed: {
        ...computed,
        security_group_id: id ?? '',
        ...(made === undefined ? {} : { security_group_node: made }),
      },
    };
  }

  test('is the group that this plan manages: it is still in use', () => {
    const gone = [goes(group('own')), ...nodeRules('own').map(goes)];
    const report = judge([...network, ...gone, stands(given(OWN.value))]);
    expect(said(report, 'group-lifecycle').map(bare)).toEqual([
      'critical introduced: networking_secgroup_v2.own is destroyed while cce_cluster_v3.prod still needs it',
    ]);
  });

  test('and its rules are those that count', () => {
    const [first, ...rest] = nodeRules('own');
    const rules = [...(first === undefined ? [] : [goes(first)]), ...rest.map(stands)];
    const report = judge([...network, stands(group('own')), ...rules, stands(given(OWN.value))]);
    expect(verdict(report).introduced).toEqual(['T1.1']);
  });

  test('is the group that CCE made when nothing else names that', () => {
    const id = idOf('read back');
    const gone = goes(rule('tcp', { ...TCP, group: { ref: 'var.group', value: id } }));
    expect(verdict(judge([...network, stands(given(id, '')), gone])).introduced).toEqual(['T1.2']);
  });

  test('is nothing new when it is the group that CCE made', () => {
    const id = madeGroup('node').value;
    expect(verdict(judge([...network, stands(given(id)), goes(rule('tcp', TCP))])).introduced).toEqual([
      'T1.2',
    ]);
  });
});

describe('a pool whose cluster the plan does not show', () => {
  const far = { ref: 'var.cluster', value: idOf('far') };
  const own = pool('own', { groups: [OWN], clusterId: far });
  const told = (...changes: readonly Change[]): readonly string[] =>
    said(judge(changes), 'unknown-group').map(bare);

  test('cannot be held against a table', () => {
    const expected = ['warning undecided: the plan does not show the cluster of cce_node_pool_v3.own'];
    expect(told(...wholeGroup('own'), comes(own))).toEqual(expected);
    expect(told(stands(group('own')), ...nodeRules('own').map(goes), stands(own))).toEqual(expected);
  });

  test('is not told when nothing of it changes', () => {
    expect(told(...wholeGroup('own'), stands(own))).toEqual([]);
    expect(told(comes(pool('plain', { groups: [], clusterId: far })))).toEqual([]);
  });
});

describe('a group that is named as CCE names its own', () => {
  const data = world({ model: 'vpc-router', as: 'data' });
  const LIKE = 'prod-cce-node-gpu';
  const described = (role: string, of = 'prod'): string =>
    `The security group is created by CCE cluster ${idOf(`cce_cluster_v3 ${of}`)} for the ${role}`;

  /** A group by its name and description, with `delete_default_rules` or not. */
  function named(name: string, description: string | null, isEmptied = false): Resource {
    const own = group('own');
    return { ...own, cells: { name, description, ...(isEmptied && { delete_default_rules: true }) } };
  }
  const found = (key: string, name: string, description: string): Change =>
    read(dataSource('networking_secgroup_v2', key, { name }, { id: idOf(key), description }));
  const nodeGroup = (changes: readonly Change[]): unknown => {
    const { id, address, placedBy } = must(
      judge([...data, ...changes]).groups.find(({ role }) => role === 'node'),
      'a cluster has a node group',
    );
    return [address === null ? id : bare(address), placedBy];
  };
  const ASSUMED = [null, 'assumed'];

  test.each<[string, Change, unknown]>([
    ['made by this plan', comes(named(LIKE, null)), ASSUMED],
    ['with a description of its own', stands(named(LIKE, 'own node group')), ASSUMED],
    ['without default rules', stands(named(LIKE, null, true)), ASSUMED],
    ['with nothing against it', stands(named(LIKE, null)), ['networking_secgroup_v2.own', 'name']],
    [
      'with the description of CCE',
      stands(named(LIKE, described('node'))),
      ['networking_secgroup_v2.own', 'name'],
    ],
    [
      'renamed, with the description of CCE',
      stands(named('workers', described('node'))),
      ['networking_secgroup_v2.own', 'description'],
    ],
    ['of another cluster by its description', stands(named(LIKE, described('node', 'old'))), ASSUMED],
    ['of another role by its description', stands(named(LIKE, described('master port'))), ASSUMED],
    [
      'whose description the plan takes away',
      updated(named(LIKE, described('node')), named(LIKE, 'ours now')),
      ['networking_secgroup_v2.own', 'name'],
    ],
  ])('%s', (_, change, expected) => {
    expect(nodeGroup([change])).toEqual(expected);
  });

  test('is the own one of a pool that names it, if another group has the role', () => {
    const other = found('other', 'prod-cce-node-a1b2c', '');
    const mine = found('mine', LIKE, '');
    const own = stands(pool('own', { groups: [{ ref: 'var.mine', value: idOf('mine') }] }));
    const expected = ['data.networking_secgroup_v2.other', 'name'];
    expect(nodeGroup([mine, other, own])).toEqual(expected);
    expect(nodeGroup([other, mine, own])).toEqual(expected);
    expect(nodeGroup([mine, own])).toEqual(['data.networking_secgroup_v2.mine', 'name']);
  });

  test('counts for less than the description of CCE', () => {
    const renamed = found('renamed', 'workers', described('node'));
    expect(nodeGroup([found('like', LIKE, ''), renamed])).toEqual([
      'data.networking_secgroup_v2.renamed',
      'description',
    ]);
  });

  test('is the cluster’s own node group, where `security_group_id` names it', () => {
    const { computed, ...rest } = cluster({ model: 'vpc-router' });
    const given = { ...rest, computed: { ...computed, security_group_id: OWN.value ?? '' } };
    const network = [stands(vpc(VPC_CIDR)), stands(subnet({ cidr: SUBNET_CIDR }))];
    const [first, ...others] = nodeRules('own');
    const rules = [goes(must(first, 'the table has rows')), ...others.map(stands)];
    const told = (description: string | null): unknown =>
      verdict(judge([...network, stands(named(LIKE, description)), ...rules, stands(given)])).introduced;
    expect(told('own node group')).toEqual(['T1.1']);
    expect(told(null)).toBeUndefined();
  });
});
