import { describe, expect, test } from '@jest/globals';

import { madeGroup, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge } from '../support/judge.js';
import { comes, forgotten, goes, stands, updated } from '../support/plans/plan-builder.js';
import { idOf } from '../support/plans/resource.js';
import { bare, said } from '../support/stories.js';

const CHECK = 'forgotten-rule';
const NODE = madeGroup('node');
const FAR = { ref: 'var.far', value: idOf('far') };
const UDP: RuleSpec = { group: NODE, protocol: 'udp', ports: [9000, 9000], cidr: '10.1.0.0/16' };

function told(...changes: Parameters<typeof judge>[0]): readonly string[] {
  return said(judge([...world({ model: 'vpc-router' }), ...changes]), CHECK).map(bare);
}

const STANDS_ON = 'notice introduced: networking_secgroup_rule_v2.extra is only forgotten';

describe('fires', () => {
  test('with what the configuration no longer says', () => {
    expect(told(forgotten(rule('extra', UDP)))).toEqual([
      `${STANDS_ON}: in the cloud it goes on to let through UDP 9000 from 10.1.0.0/16`,
    ]);
  });

  test('with the rest alone, where other rules of the configuration let a part through', () => {
    const part = rule('part', { ...UDP, cidr: '10.1.0.0/17' });
    expect(told(forgotten(rule('extra', UDP)), stands(part))).toEqual([
      `${STANDS_ON}: in the cloud it goes on to let through UDP 9000 from 10.1.128.0/17`,
    ]);
  });

  test('where another rule says all of it', () => {
    const all = rule('all', { ...UDP, ports: undefined });
    expect(told(forgotten(rule('extra', UDP)), comes(all))).toEqual([
      `${STANDS_ON} and stands on in the cloud; other rules of the configuration let through the same`,
    ]);
  });

  test('also where a rule that CCE made lets some of it through: no configuration says that', () => {
    expect(told(forgotten(rule('extra', { ...UDP, protocol: 'tcp', cidr: '192.0.0.0/8' })))).toEqual([
      `${STANDS_ON}: in the cloud it goes on to let through TCP 9000 from 192.0.0.0/8`,
    ]);
  });

  test.each([
    ['the masters', madeGroup('control'), 'master node security group'],
    ['the nodes', NODE, 'worker node security group'],
    ['the pods', madeGroup('eni'), 'elastic network interface security group'],
    ['a group of the user’s own', groupId('far'), 'networking_secgroup_v2.far'],
    ['a group that is managed elsewhere', FAR, FAR.value],
  ])('a group as the peer, by what it is to the cluster or its name: %s', (_, peer, words) => {
    const changes = [
      ...world({ model: 'eni' }),
      stands(group('far')),
      forgotten(rule('extra', { ...UDP, cidr: undefined, peer })),
    ];
    expect(said(judge(changes), CHECK).map(bare)).toEqual([
      `${STANDS_ON}: in the cloud it goes on to let through UDP 9000 from ${words}`,
    ]);
  });

  test('a deny goes on to deny', () => {
    const deny = rule('extra', {
      ...UDP,
      api: 'v3',
      ports: undefined,
      multiPort: '9000',
      action: 'deny',
      priority: 1,
    });
    expect(told(forgotten(deny))).toEqual([
      'notice introduced: vpc_secgroup_rule_v3.extra is only forgotten: in the cloud it goes on to deny UDP 9000 from 10.1.0.0/16',
    ]);
  });
});

describe('does not fire', () => {
  test('when nothing changes, or the rule is destroyed', () => {
    expect(told(stands(rule('extra', UDP)))).toEqual([]);
    expect(told(goes(rule('extra', UDP)))).toEqual([]);
    expect(told(updated(rule('extra', UDP), rule('extra', UDP)))).toEqual([]);
  });

  test('in a group that goes with it', () => {
    const [own, second] = [group('own'), group('second')];
    const before = pool('own', { groups: [groupId('own'), groupId('second')] });
    const after = pool('own', { groups: [groupId('second')] });
    const lost = forgotten(rule('extra', { ...UDP, group: groupId('own') }));
    expect(told(goes(own), stands(second), updated(before, after), lost)).toEqual([]);
  });

  test('in a group that is no cluster’s', () => {
    expect(told(stands(group('own')), forgotten(rule('extra', { ...UDP, group: groupId('own') })))).toEqual(
      [],
    );
  });
});

describe('cannot tell', () => {
  test('a CIDR that nobody knows is named as it is', () => {
    const spec = { ...UDP, cidr: { ref: 'opentelekomcloud_vpc_v1.other.cidr' } };
    expect(told(forgotten(rule('extra', { ...UDP })), comes(rule('more', spec)))).toHaveLength(1);
  });
});
