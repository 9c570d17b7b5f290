/** Which groups are judged, and as what. */
import { describe, expect, test } from '@jest/globals';

import {
  cluster,
  groupLookUp,
  madeGroup,
  POD_SUBNET,
  SUBNET_CIDR,
  VPC_CIDR,
  world,
} from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge, rows, verdict } from '../support/judge.js';
import {
  attribute,
  type Change,
  comes,
  goes,
  postponed,
  read,
  stands,
} from '../support/plans/plan-builder.js';
import { dataSource, idOf } from '../support/plans/resource.js';
import { configured, nodeRules, said } from '../support/stories.js';

const TCP: RuleSpec = { group: madeGroup('node'), protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };
const FAR: RuleSpec = { ...TCP, group: madeGroup('node', true, 'far') };
const PLACED = { ref: 'var.group', value: idOf('placed') };

describe('two clusters in one plan', () => {
  const both: readonly Change[] = [
    ...world({ model: 'vpc-router' }),
    stands(cluster({ model: 'overlay_l2', name: 'far' })),
  ];

  test('a rule is held against the tables of its own cluster', () => {
    const report = judge([...both, goes(rule('tcp', TCP))]);
    expect(
      report.findings.filter(({ severity }) => severity === 'critical').map(({ cluster: name }) => name),
    ).toEqual(expect.arrayContaining(['prod']));
    expect(report.findings.some(({ cluster: name }) => name === 'far')).toBe(false);
  });

  test('the same ports are essential in one and nothing in the other', () => {
    const vxlan: RuleSpec = { ...FAR, protocol: 'udp', ports: [4789, 4789], cidr: '0.0.0.0/0' };
    const there = judge([...both, goes(rule('vxlan', vxlan))]);
    expect(rows(there, 'introduced')).toEqual(['T3.1']);
    const here = judge([...both, goes(rule('vxlan', { ...vxlan, group: madeGroup('node') }))]);
    expect(rows(here, 'introduced')).toEqual([]);
  });

  test('the report names both, each with its own groups', () => {
    const report = judge(both);
    expect(report.clusters.map(({ name, networkModel }) => [name, networkModel])).toEqual([
      ['far', 'overlay_l2'],
      ['prod', 'vpc-router'],
    ]);
    expect(new Set(report.groups.map(({ cluster: name, role }) => `${name} ${role}`))).toEqual(
      new Set(['far node', 'far control', 'prod node', 'prod control']),
    );
  });
});

describe('a cluster that lives in another state', () => {
  test('by data sources: the group is found by its name', () => {
    const changes = [
      ...world({ model: 'vpc-router', as: 'data' }),
      read(groupLookUp('node')),
      goes(rule('tcp', TCP)),
    ];
    const report = judge(changes);
    expect(rows(report, 'introduced')).toContain('T1.2');
    expect(report.groups.find(({ role }) => role === 'node')?.placedBy).toBe('name');
  });

  test('by the configuration alone: models, ranges and groups', () => {
    const yaml = `
clusters:
  - name: prod
    network-model: vpc-router
    vpc-cidrs: [${VPC_CIDR}]
    container-cidrs: [172.16.0.0/16]
    master-cidrs: [${SUBNET_CIDR}]
    security-groups: { node: ["${madeGroup('node').value ?? ''}"] }
`;
    const report = judge([goes(rule('tcp', TCP))], configured(yaml));
    expect(rows(report, 'introduced')).toContain('T1.2');
    expect(report.clusters).toEqual([
      expect.objectContaining({
        name: 'prod',
        address: null,
        vpcCidrs: [VPC_CIDR],
        networkModel: 'vpc-router',
      }),
    ]);
    expect(report.clusters[0]?.sources.vpcCidrs).toBe('configuration');
  });

  test('without anything to go by: no rows, one notice', () => {
    const report = judge([goes(rule('tcp', TCP))]);
    expect(rows(report, 'introduced')).toEqual([]);
    expect(said(report, 'unknown-group')).toHaveLength(1);
  });
});

describe('a pool with several groups is judged by their union', () => {
  const half = nodeRules('own').map(({ cells }, i) => ({ cells, i }));
  const [one, two] = [groupId('one'), groupId('two')];
  const split = half.map(({ cells, i }) =>
    stands({
      ...rule(`own_${i}`, TCP),
      cells: {
        ...cells,
        security_group_id: i % 2 === 0 ? one : two,
        ...(cells['remote_group_id'] !== null && cells['remote_group_id'] !== undefined
          ? { remote_group_id: isOwn(cells['remote_group_id']) ? one : cells['remote_group_id'] }
          : {}),
      },
    }),
  );
  const groups = [stands(group('one')), stands(group('two'))];

  function isOwn(cell: unknown): boolean {
    return JSON.stringify(cell) === JSON.stringify(groupId('own'));
  }

  test('what one lacks the other has', () => {
    const together = pool('own', { groups: [one, two] });
    expect(verdict(judge([...world({ model: 'vpc-router' }), ...groups, ...split, comes(together)]))).toEqual(
      {},
    );
  });

  test('alone it lacks it', () => {
    const alone = pool('own', { groups: [one] });
    const report = judge([...world({ model: 'vpc-router' }), ...groups, ...split, comes(alone)]);
    expect(rows(report, 'introduced').length).toBeGreaterThan(0);
    expect(
      rows(report, 'introduced').every((row) => row.startsWith('opentelekomcloud_cce_node_pool_v3.own ')),
    ).toBe(true);
  });

  test('two pools are two subjects', () => {
    const report = judge([
      ...world({ model: 'vpc-router' }),
      ...groups,
      ...split,
      comes(pool('good', { groups: [one, two] })),
      comes(pool('poor', { groups: [two] })),
    ]);
    const pools = new Set(rows(report, 'introduced').map((row) => row.split(' ')[0]));
    expect([...pools]).toEqual(['opentelekomcloud_cce_node_pool_v3.poor']);
  });
});

describe('the ENI group', () => {
  const eni: RuleSpec = { group: madeGroup('eni'), protocol: undefined, cidr: VPC_CIDR };

  test('is found by the name of a data source', () => {
    const report = judge([...world({ model: 'eni' }), goes(rule('vpc', eni))]);
    expect(rows(report, 'introduced')).toContain('T7.2');
    expect(report.groups.find(({ role }) => role === 'eni')).toMatchObject({
      name: 'prod-cce-eni-a1b2c',
      placedBy: 'name',
    });
  });

  test('is found by the `name_regex` of a data source that is read while applying', () => {
    const look = { ...groupLookUp('eni'), computed: {} };
    const late = { ...look, computed: { id: madeGroup('eni').value, name: 'later' } };
    const changes = world({ model: 'eni' }).filter(({ after }) => after?.name !== 'eni');
    const out: RuleSpec = { ...eni, group: attribute(late, 'id', false), cidr: '203.0.113.0/24' };
    const report = judge([...changes, postponed(late), comes(rule('other', out))]);
    expect(report.groups.find(({ role }) => role === 'eni')?.placedBy).toBe('name');
    expect(rows(report, 'introduced')).toEqual([]);
  });

  test('is found by the name of an imported resource', () => {
    const name = 'prod-cce-eni-a1b2c';
    const imported = {
      ...group('eni'),
      cells: { name, description: null },
      computed: { id: madeGroup('eni').value },
    };
    const changes = world({ model: 'eni' }).filter(({ after }) => after?.name !== 'eni');
    const report = judge([...changes, stands(imported), goes(rule('vpc', eni))]);
    expect(rows(report, 'introduced')).toContain('T7.2');
  });

  test('another group with the pod subnet in a rule is not it', () => {
    const other = judge([
      ...world({ model: 'eni' }),
      goes(rule('pods', { ...eni, group: groupId('web'), cidr: POD_SUBNET })),
      stands(group('web')),
    ]);
    expect(verdict(other)).toEqual({});
  });
});

test('groups are placed by address and by name in the configuration', () => {
  const look = dataSource(
    'networking_secgroup_v2',
    'workers',
    { name: 'workers' },
    { id: PLACED.value, name: 'workers' },
  );
  for (const text of ['workers', 'data.opentelekomcloud_networking_secgroup_v2.workers', PLACED.value]) {
    const configuration = configured(`clusters: [{ name: prod, security-groups: { node: ["${text}"] } }]`);
    const changes = [
      ...world({ model: 'vpc-router', as: 'data' }),
      read(look),
      goes(rule('tcp', { ...TCP, group: PLACED })),
    ];
    expect(rows(judge(changes, configuration), 'introduced')).toContain('T1.2');
  }
});
