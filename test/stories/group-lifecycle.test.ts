import { describe, expect, test } from '@jest/globals';

import { cluster, groupLookUp, madeGroup, vpc, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule } from '../support/plans/group-rules.js';
import { judge, rowFindings } from '../support/judge.js';
import { fixesFor, mendedReport } from '../support/mend.js';
import { associate, node, port } from '../support/laws/machines.js';
import {
  attribute,
  type Change,
  comes,
  forgotten,
  goes,
  replaced,
  type Resource,
  stands,
  updated,
} from '../support/plans/plan-builder.js';
import { idOf, managed } from '../support/plans/resource.js';
import { bare, configured, nodeRules, of, printed, said, secret, wholeGroup } from '../support/stories.js';

const base = world({ model: 'vpc-router' });
const OWN = groupId('own');
const NODE = madeGroup('node');
const NOTHING: readonly string[] = [];

function told(...changes: readonly Change[]): readonly string[] {
  return said(judge([...base, ...changes]), 'group-lifecycle').map(bare);
}

const REPLACED =
  'warning introduced: cce_node_pool_v3.own is replaced, because its security groups cannot be changed in place';

const goneGroup: readonly Change[] = [goes(group('own')), ...nodeRules('own').map(goes)];

/** A group that CCE made, imported. */
function imported(
  role: 'node' | 'control',
  name = `prod-cce-${role}-a1b2c`,
  description = 'made by CCE',
): Resource {
  return managed(
    'networking_secgroup_v2',
    role,
    { name, description, delete_default_rules: null },
    { computed: { id: idOf(`prod ${role}`) } },
  );
}

describe('fires', () => {
  test('a group is destroyed and the pool that names it stays', () => {
    const report = judge([...base, ...goneGroup, stands(pool('own', { groups: [OWN] }))]);
    expect(said(report, 'group-lifecycle').map(bare)).toEqual([
      'critical introduced: networking_secgroup_v2.own is destroyed while cce_node_pool_v3.own still needs it',
    ]);
    expect(report.conclusion).toBe('fail');
  });

  test('a group is replaced, and its pool because of it: the pool goes first, so nothing hangs', () => {
    const changes = [
      replaced(group('own'), group('own'), 'destroy-first', ['delete_default_rules']),
      replaced(
        pool('own', { groups: [OWN] }),
        pool('own', { groups: [groupId('own', false)] }),
        'destroy-first',
        ['security_group_ids'],
      ),
    ];
    expect(told(...changes)).toEqual([REPLACED]);
  });

  test('a group is destroyed and its pool is replaced because of it', () => {
    const changes = replaced(pool('own', { groups: [OWN] }), pool('own', { groups: [] }), 'destroy-first', [
      'security_group_ids',
    ]);
    expect(told(...goneGroup, changes)).toEqual([REPLACED]);
  });

  test('the default node group of the cluster is destroyed', () => {
    const changes = [...world({ model: 'vpc-router', ownGroup: OWN }), ...goneGroup];
    expect(said(judge(changes), 'group-lifecycle').map(bare)).toEqual([
      'critical introduced: networking_secgroup_v2.own is destroyed while cce_cluster_v3.prod still needs it',
    ]);
  });

  test('a group that CCE made, imported, is destroyed', () => {
    expect(told(goes(imported('control')))).toEqual([
      'critical introduced: networking_secgroup_v2.control is destroyed while cce_cluster_v3.prod still needs it',
    ]);
  });

  test('a rule of a subject that stays names the group as its peer', () => {
    const jump = rule('jump', { group: NODE, protocol: 'tcp', ports: [22, 22], peer: groupId('jump') });
    expect(told(goes(group('jump')), stands(jump))).toEqual([
      'critical introduced: networking_secgroup_v2.jump is destroyed while networking_secgroup_rule_v2.jump still needs it',
    ]);
  });

  test('everybody who needs it is counted once', () => {
    const own = groupId('own');
    const jump = rule('jump', { group: own, protocol: 'tcp', ports: [22, 22], peer: groupId('jump') });
    const changes = [
      ...wholeGroup('own'),
      goes(group('jump')),
      stands(jump),
      stands(pool('one', { groups: [own] })),
      stands(pool('two', { groups: [own] })),
    ];
    expect(told(...changes)).toEqual([
      'critical introduced: networking_secgroup_v2.jump is destroyed while networking_secgroup_rule_v2.jump still needs it',
    ]);
    expect(
      told(...goneGroup, stands(pool('a', { groups: [OWN] })), stands(pool('b', { groups: [OWN] }))),
    ).toEqual([expect.stringContaining('while cce_node_pool_v3.a and 1 more still need it')]);
  });

  test('a group on the port of a node is destroyed', () => {
    const machine = node('own');
    const attachment = port('own', { device: attribute(machine, 'server_id', true), groups: [OWN] });
    expect(told(stands(machine), stands(attachment), ...goneGroup)).toEqual([
      'critical introduced: networking_secgroup_v2.own is destroyed while cce_node_v3.own still needs it',
    ]);
  });

  test('a pool is replaced because its groups change', () => {
    const change = replaced(pool('own', { groups: [] }), pool('own', { groups: [OWN] }), 'destroy-first', [
      'security_group_ids',
    ]);
    expect(told(...wholeGroup('own'), change)).toEqual([REPLACED]);
  });

  test('a pool is replaced because its groups change their order', () => {
    const [one, two] = [groupId('one'), groupId('two')];
    const change = replaced(
      pool('own', { groups: [one, two] }),
      pool('own', { groups: [two, one] }),
      'destroy-first',
      ['security_group_ids'],
    );
    const plan = [...base, ...wholeGroup('one'), ...wholeGroup('two'), change];
    const report = judge(plan);
    expect(said(report, 'group-lifecycle').map(bare)).toEqual([
      'warning introduced: cce_node_pool_v3.own is replaced, because its security groups are named in another order',
    ]);
    expect(fixesFor(mendedReport(plan), 'group-lifecycle')[0]).toMatchObject({ kind: 'undo' });
  });

  test('a pool that is replaced still names the group that goes', () => {
    const before = pool('own', { groups: [OWN] });
    const change = replaced(before, before, 'destroy-first', ['flavor']);
    expect(told(...goneGroup, change)).toEqual([
      'critical introduced: networking_secgroup_v2.own is destroyed while cce_node_pool_v3.own still needs it',
    ]);
  });

  test('the cluster is replaced because its group changes', () => {
    const [network, subnet] = world({ model: 'vpc-router' });
    const change = replaced(
      cluster({ model: 'vpc-router' }),
      cluster({ model: 'vpc-router', ownGroup: OWN }),
      'destroy-first',
      ['security_group_id'],
    );
    const changes = [network, subnet].filter((c) => c !== undefined);
    expect(said(judge([...changes, ...wholeGroup('own'), change]), 'group-lifecycle').map(bare)).toEqual([
      'critical introduced: cce_cluster_v3.prod is replaced, because its security group cannot be changed in place',
    ]);
  });

  test('a group that CCE made gets another name or description', () => {
    expect(told(updated(imported('node'), imported('node', 'workers')))).toEqual([
      expect.stringMatching(/^warning introduced: networking_secgroup_v2.node changes the name/),
    ]);
    expect(told(updated(imported('node'), imported('node', undefined, 'ours')))).toEqual([
      expect.stringMatching(/^warning introduced: networking_secgroup_v2.node changes the description/),
    ]);
  });
});

describe('does not fire', () => {
  test('for a group of another service', () => {
    const web = rule('web', { group: groupId('web'), protocol: 'tcp', ports: [80, 80], peer: groupId('db') });
    expect(told(goes(group('db')), stands(group('web')), stands(web))).toEqual(NOTHING);
  });

  test('when pool and group go together', () => {
    expect(told(...goneGroup, goes(pool('own', { groups: [OWN] })))).toEqual(NOTHING);
  });

  test('when everything goes', () => {
    const all = [vpc(VPC_CIDR), cluster({ model: 'vpc-router', ownGroup: OWN }), imported('control')].map(
      goes,
    );
    const report = judge([...all, ...goneGroup, goes(pool('own', { groups: [OWN] }))]);
    expect(report.findings).toEqual([]);
    expect(report.conclusion).toBe('pass');
  });

  test('when the cluster is replaced, and the groups of its pools with it', () => {
    const [network, subnet] = world({ model: 'vpc-router' }).filter(
      ({ after }) => after?.type !== 'cce_cluster_v3',
    );
    const old = { groups: [OWN] };
    const fresh = {
      groups: [groupId('own', false)],
      clusterId: attribute(cluster({ model: 'vpc-router', isNew: true }), 'id', false),
    };
    const changes = [
      network,
      subnet,
      replaced(
        cluster({ model: 'vpc-router', ownGroup: OWN }),
        cluster({ model: 'vpc-router', ownGroup: groupId('own', false) }),
        'destroy-first',
        ['flavor_id'],
      ),
      replaced(group('own'), group('own'), 'destroy-first', ['name']),
      replaced(pool('own', old), pool('own', fresh), 'destroy-first', ['cluster_id', 'security_group_ids']),
    ].filter((change) => change !== undefined);
    expect(said(judge(changes), 'group-lifecycle')).toEqual(NOTHING);
  });

  test('when the rule that names the group goes as well', () => {
    const jump = rule('jump', { group: NODE, protocol: 'tcp', ports: [22, 22], peer: groupId('jump') });
    expect(told(goes(group('jump')), goes(jump))).toEqual(NOTHING);
  });

  test('for a group that is only forgotten', () => {
    expect(told(forgotten(group('own')), stands(pool('own', { groups: [OWN] })))).toEqual(NOTHING);
  });

  test('when the association with the port of a node goes with the group', () => {
    const machine = node('own');
    const free = port('own', { device: attribute(machine, 'server_id', true), groups: [] });
    const attachment = associate('own', { port: attribute(free, 'id', true), groups: [OWN] });
    expect(told(stands(machine), stands(free), goes(attachment), ...goneGroup)).toEqual(NOTHING);
  });

  test('when a pool is replaced for another reason', () => {
    const before = pool('own', { groups: [OWN] });
    expect(told(...wholeGroup('own'), replaced(before, before, 'destroy-first', ['flavor']))).toEqual(
      NOTHING,
    );
  });

  test('when a group of the user’s own is renamed', () => {
    const renamed = { ...group('own'), cells: { ...group('own').cells, name: 'other' } };
    expect(told(updated(group('own'), renamed), stands(pool('own', { groups: [OWN] })))).toEqual(NOTHING);
  });

  test('for the data source of a group', () => {
    expect(told({ actions: ['read'], before: groupLookUp('node'), after: groupLookUp('node') })).toEqual(
      NOTHING,
    );
  });
});

describe('cannot tell', () => {
  test('a name that is known after apply may be the old one', () => {
    const later = {
      ...imported('node'),
      cells: { ...imported('node').cells, name: { ref: 'terraform_data.n.output' } },
    };
    const change = updated(imported('node'), later);
    const document = judge([...base, change]);
    expect(of(document, 'group-lifecycle').filter(({ message }) => message.includes('the name'))).toEqual(
      NOTHING,
    );
  });

  test('a pool whose groups are known after apply may not need the group', () => {
    const later = pool('own', { groups: [{ ref: 'terraform_data.groups.output' }] });
    expect(told(goes(group('own')), comes(later))).toEqual(NOTHING);
  });
});

test('rows of the subject that loses its group are not told beside it', () => {
  const report = judge([...base, ...goneGroup, stands(pool('own', { groups: [OWN] }))]);
  expect(rowFindings(report)).toEqual([]);
});

test('rows of a pool that is replaced are held against its new group', () => {
  const bareGroup = group('next');
  const change = replaced(
    pool('own', { groups: [OWN] }),
    pool('own', { groups: [groupId('next', false)] }),
    'destroy-first',
    ['security_group_ids'],
  );
  const report = judge([...base, ...goneGroup, comes(bareGroup), change]);
  expect(rowFindings(report).map(({ requirement }) => requirement)).toContain('T1.6');
});

test('rows of other subjects are told all the same', () => {
  const icmp = rule('icmp', { group: NODE, protocol: 'icmp', ports: [0, 255], peer: madeGroup('control') });
  const report = judge([...base, goes(icmp), ...goneGroup, stands(pool('own', { groups: [OWN] }))]);
  expect(rowFindings(report).map(({ requirement, pool: name }) => [requirement, name])).toEqual([
    ['T1.3', null],
  ]);
});

test('the configuration sets the severity of all of them', () => {
  const configuration = configured('severity: { group-lifecycle: notice }');
  const renamed = updated(imported('node'), imported('node', 'workers'));
  const report = judge(
    [...base, renamed, ...goneGroup, stands(pool('own', { groups: [OWN] }))],
    configuration,
  );
  expect(of(report, 'group-lifecycle').map(({ severity }) => severity)).toEqual(['notice', 'notice']);
});

test('a sensitive name is not printed', () => {
  const before = secret(imported('node', 'prod-cce-node-geheim'), 'name', 'description');
  const after = secret(imported('node', 'geheimer'), 'name', 'description');
  const report = judge([...base, updated(before, after)]);
  expect(said(report, 'group-lifecycle')).toHaveLength(1);
  expect(printed(report)).not.toContain('geheim');
});
