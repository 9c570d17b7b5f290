import { describe, expect, test } from '@jest/globals';

import { madeGroup, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge, rowFindings } from '../support/judge.js';
import { addressOf, type Change, comes, goes, read, stands } from '../support/plans/plan-builder.js';
import { dataSource, idOf } from '../support/plans/resource.js';
import { bare, causes, configured, newRule, of, printed, said, secret } from '../support/stories.js';

const base = world({ model: 'vpc-router' });
const STRANGE = { ref: 'var.group', value: idOf('strange') };
const WEB: RuleSpec = { group: STRANGE, protocol: 'tcp', ports: [80, 80], cidr: '203.0.113.0/24' };
const NOTHING: readonly string[] = [];

function told(...changes: readonly Change[]): readonly string[] {
  return said(judge([...base, ...changes]), 'unknown-group').map(bare);
}

describe('fires', () => {
  test('rules change in a group by an id that nothing has: one notice', () => {
    const changes = [newRule('web', WEB), goes(rule('tls', { ...WEB, ports: [443, 443] }))];
    expect(told(...changes)).toEqual([
      `notice introduced: 2 rules change in a security group that cannot be placed: ${STRANGE.value}`,
    ]);
    expect(causes(judge([...base, ...changes]), 'unknown-group')).toEqual([
      'networking_secgroup_rule_v2.tls',
      'networking_secgroup_rule_v2.web',
    ]);
  });

  test.each<[string, RuleSpec, 'warning' | 'notice']>([
    ['all TCP of a CIDR', { ...WEB, ports: [1, 65_535], cidr: '10.0.0.0/8' }, 'warning'],
    ['all TCP, in another spelling', { ...WEB, ports: undefined, cidr: '10.0.0.0/8' }, 'warning'],
    ['all TCP of everybody', { ...WEB, ports: [1, 65_535], cidr: '0.0.0.0/0' }, 'notice'],
    ['SSH of everybody', { ...WEB, ports: [22, 22], cidr: undefined }, 'warning'],
    ['SSH of an office', { ...WEB, ports: [22, 22], cidr: '10.1.0.0/24' }, 'notice'],
    ['everything of the group itself', { group: STRANGE, peer: STRANGE }, 'warning'],
    ['all egress', { group: STRANGE, direction: 'egress' }, 'warning'],
    ['kubelet of a group', { ...WEB, ports: [10_250, 10_250], cidr: undefined, peer: STRANGE }, 'warning'],
  ])('a rule goes that has the traffic of a default rule, or not: %s', (_, spec, severity) => {
    expect(told(goes(rule('one', spec)))).toEqual([expect.stringMatching(`^${severity} introduced`)]);
    expect(told(comes(rule('one', spec)))).toEqual([expect.stringMatching('^notice introduced')]);
  });

  test('a pool is in a group that this plan does not manage: one warning, not one a row', () => {
    const report = judge([...base, comes(pool('own', { groups: [STRANGE] }))]);
    expect(said(report, 'unknown-group').map(bare)).toEqual([
      'warning undecided: the nodes of cce_node_pool_v3.own are in a group whose rules are not known: its rules are not managed in this plan',
    ]);
    expect(rowFindings(report)).toEqual([]);
  });

  test('a pool is in a group of a data source', () => {
    const look = dataSource('networking_secgroup_v2', 'shared', { name: 'shared' }, { id: STRANGE.value });
    expect(told(read(look), comes(pool('own', { groups: [STRANGE] })))).toEqual([
      expect.stringMatching(/^warning undecided: .*its rules are not managed in this plan$/),
    ]);
  });

  test('two pools in the same group: once for the group', () => {
    const changes = ['one', 'two'].map((name) => comes(pool(name, { groups: [STRANGE] })));
    expect(told(...changes)).toHaveLength(1);
  });

  test('the default node group of the cluster is managed elsewhere', () => {
    const report = judge(world({ model: 'vpc-router', ownGroup: STRANGE }));
    expect(said(report, 'unknown-group')).toEqual([
      expect.stringMatching(/^warning undecided: the nodes of cluster prod are in a group/),
    ]);
  });

  test('a pool whose cluster nothing shows, until it is shown', () => {
    const clusterId = { ref: 'var.cluster', value: idOf('far') };
    const own = pool('far', { groups: [groupId('own')], clusterId });
    const report = judge([...base, stands(group('own')), comes(own)]);
    expect(of(report, 'unknown-group')).toMatchObject([
      { pool: addressOf(own), remedy: expect.stringMatching(/^Add the data source of the cluster/) },
    ]);
    expect(causes(report, 'unknown-group')).toEqual(['cce_node_pool_v3.far']);
    expect(told(stands(group('own')), stands(own))).toEqual(NOTHING);
  });

  test('rules change in a group whose name tells its cluster, and nothing tells the network model', () => {
    const look = dataSource(
      'networking_secgroup_v2',
      'node',
      { name_regex: '^far-cce-node-' },
      { id: STRANGE.value, name: 'far-cce-node-a1b2c' },
    );
    const report = judge([read(look), goes(rule('web', WEB))]);
    expect(said(report, 'unknown-group')).toEqual([
      'warning undecided: rules change in a group of cluster far, and the plan does not tell its network model',
    ]);
    expect(said(judge([read(look), stands(rule('web', WEB))]), 'unknown-group')).toEqual(NOTHING);
  });
});

describe('does not fire', () => {
  test('for groups that the plan manages, whatever they are for', () => {
    expect(told(comes(group('web')), newRule('web', { ...WEB, group: groupId('web', false) }))).toEqual(
      NOTHING,
    );
  });

  test('for groups of the cluster', () => {
    expect(told(newRule('web', { ...WEB, group: madeGroup('node') }))).toEqual(NOTHING);
    expect(told(newRule('web', { ...WEB, group: madeGroup('control') }))).toEqual(NOTHING);
  });

  test('for the group of a data source', () => {
    const look = dataSource('networking_secgroup_v2', 'web', { name: 'web' }, { id: STRANGE.value });
    expect(told(read(look), newRule('web', WEB))).toEqual(NOTHING);
  });

  test('for rules that stand', () => {
    expect(told(stands(rule('web', WEB)))).toEqual(NOTHING);
  });

  test('a group that a pool names is placed: only its other rules are not known', () => {
    expect(told(newRule('web', WEB), stands(pool('own', { groups: [STRANGE] })))).toEqual([
      expect.stringMatching(/^warning undecided: the nodes of cce_node_pool_v3.own/),
    ]);
  });
});

describe('cannot tell', () => {
  test('a group that is known after apply: one notice', () => {
    const later = { ref: 'terraform_data.group.output' };
    expect(
      told(
        newRule('web', { ...WEB, group: later }),
        newRule('tls', { ...WEB, group: later, ports: [443, 443] }),
      ),
    ).toEqual([expect.stringMatching(/^notice introduced: 2 rules change/)]);
  });

  // Known fault: rows are held against no rules at all while the pool's group is not known.
  test('a pool whose group is known after apply', () => {
    const report = judge([...base, comes(pool('own', { groups: [{ ref: 'terraform_data.group.output' }] }))]);
    expect(said(report, 'unknown-group')).toEqual([expect.stringMatching(/^warning undecided/)]);
    expect(rowFindings(report)).toEqual([]);
  });
});

test('the configuration places a group by its id', () => {
  const configuration = configured(
    `clusters: [{ name: prod, security-groups: { node: ["${STRANGE.value}"] } }]`,
  );
  const report = judge([...base, newRule('web', WEB)], configuration);
  expect(said(report, 'unknown-group')).toEqual(NOTHING);
  expect(report.groups.find(({ role }) => role === 'node')).toMatchObject({
    id: STRANGE.value,
    placedBy: 'configuration',
  });
});

test('a sensitive id is printed nowhere', () => {
  const report = judge([...base, comes(secret(rule('web', WEB), 'security_group_id'))]);
  expect(said(report, 'unknown-group')).toEqual([expect.stringContaining('cannot be placed: (sensitive)')]);
  expect(printed(report)).not.toContain(STRANGE.value);
});
