/** Pools with groups of their own, held against one another. */
import { describe, expect, test } from '@jest/globals';

import type { NetworkModel } from '../../src/model/requirement.js';
import { world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule } from '../support/plans/group-rules.js';
import { judge } from '../support/judge.js';
import { type Change, comes, goes, type Ref, stands } from '../support/plans/plan-builder.js';
import { bare } from '../support/stories.js';

/** A group of a pool that lets the pool's own nodes in, and beside them `peers` on all ports. */
function own(name: string, ...peers: readonly (string | Ref)[]): readonly Change[] {
  const id = groupId(name);
  return [
    stands(group(name)),
    stands(rule(`${name}-self`, { group: id, peer: id })),
    ...peers.map((peer, i) =>
      stands(
        rule(`${name}-${i}`, {
          group: id,
          ...(typeof peer === 'string' ? { cidr: peer } : { peer }),
        }),
      ),
    ),
    stands(pool(name, { groups: [id] })),
  ];
}

function told(model: NetworkModel, ...changes: readonly Change[]): readonly string[] {
  const { findings } = judge([...world({ model }), ...changes]);
  return findings
    .filter(({ check, message }) => check === 'essential-rule' && message.includes(' nodes of '))
    .map(({ severity, change, message }) => bare(`${severity} ${change}: ${message}`));
}

const A_KEEPS_B =
  'warning pre-existing: T3.6: the groups of cce_node_pool_v3.a do not let nodes of cce_node_pool_v3.b reach TCP 10250, 30000-32767; UDP 30000-32767';

describe('pools with groups of their own', () => {
  test('that let in their own nodes alone', () => {
    expect(told('overlay_l2', ...own('a'), ...own('b'))).toHaveLength(2);
    expect(told('overlay_l2', ...own('a'), ...own('b'))[0]).toBe(A_KEEPS_B);
    expect(told('eni', ...own('a'), ...own('b'))).toHaveLength(2);
  });

  test('one of them lets the other in', () => {
    expect(told('overlay_l2', ...own('a'), ...own('b', groupId('a')))).toEqual([A_KEEPS_B]);
  });

  test('the plan takes the rule for the other pool away', () => {
    const peer = rule('a-peer', { group: groupId('a'), peer: groupId('b') });
    const [finding] = told('overlay_l2', ...own('a'), goes(peer), ...own('b', groupId('a')));
    expect(finding).toMatch(/^warning introduced: T3\.6: the groups of cce_node_pool_v3\.a /);
  });

  test('a rule of the plan names a group that is not known yet: it may be the other pool', () => {
    const later = comes(
      rule('a-later', { group: groupId('a'), peer: { ref: 'terraform_data.later.output' } }),
    );
    const [a, b] = told('overlay_l2', ...own('a'), ...own('b', groupId('a')), later);
    expect(a).toMatch(
      /^warning undecided: T3\.6: the groups of cce_node_pool_v3\.a may or may not let nodes of /,
    );
    expect(b).toBeUndefined();
    // Of the nodes that a rule names, it is known.
    const narrow = rule('a-b', {
      group: groupId('a'),
      peer: groupId('b'),
      protocol: 'tcp',
      ports: [1, 65_535],
    });
    const [part] = told('overlay_l2', ...own('a'), ...own('b', groupId('a')), stands(narrow), later);
    expect(part).toMatch(
      /^warning undecided: .* UDP 30000-32767; it depends on the other end of networking_secgroup_rule_v2\.a-later$/,
    );
  });

  test('addresses of the VPC let the nodes of any pool in', () => {
    expect(told('overlay_l2', ...own('a', '192.168.0.0/16'), ...own('b', '0.0.0.0/0'))).toEqual([]);
  });

  test('pools that share a group with a rule for it reach each other', () => {
    const both = [groupId('common'), groupId('a')];
    const shared = stands(pool('b', { groups: [...both].reverse() }));
    const changes = [...own('common'), stands(group('a')), stands(pool('a', { groups: both })), shared];
    expect(told('overlay_l2', ...changes)).toEqual([]);
  });

  test('the VPC network needs none of it', () => {
    expect(told('vpc-router', ...own('a'), ...own('b'))).toEqual([]);
  });

  test('a new pool that the standing one keeps out', () => {
    const id = groupId('new', false);
    const fresh = [
      comes(group('new')),
      comes(rule('new-self', { group: id, peer: id })),
      comes(pool('new', { groups: [id] })),
    ];
    const findings = told('overlay_l2', ...own('a'), ...fresh);
    expect(findings.map((text) => text.slice(0, 70))).toEqual([
      'warning introduced: T3.6: the groups of cce_node_pool_v3.a do not let ',
      'warning introduced: T3.6: the groups of cce_node_pool_v3.new do not le',
    ]);
  });
});
