/** Rules for groups that nobody knows yet: what they may keep, and what they have nothing to do with. */
import { expect, test } from '@jest/globals';

import { judge, rows } from '../support/judge.js';
import { SOME_GROUP } from '../support/oracle/rules.js';
import { madeGroup, POD_CIDR, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { comes, stands } from '../support/plans/plan-builder.js';

const NODE = madeGroup('node');
const base = world({ model: 'vpc-router' });
const later = { ref: SOME_GROUP };

/** Beside all egress such a rule would be idle: T1.9 is doubted. */
const doubt = stands(
  rule('doubt', { group: NODE, direction: 'egress', protocol: 'tcp', ports: [8080, 8080], cidr: POD_CIDR }),
);
const out = comes(
  rule('out', { group: NODE, direction: 'egress', protocol: 'tcp', ports: [1, 65535], peer: later }),
);

test('where nothing is denied, a rule for a group touches no doubt about addresses', () => {
  // These two are for the masters, whose group it may be.
  expect(rows(judge([...base, doubt, out]), 'undecided')).toEqual(['T8.6', 'T8.8']);
});

test('where the members are denied, it does', () => {
  const deny: RuleSpec = {
    api: 'v3',
    group: NODE,
    direction: 'egress',
    protocol: 'tcp',
    action: 'deny',
    priority: 50,
  };
  const denied = stands(rule('deny', { ...deny, peer: NODE }));
  expect(rows(judge([...base, doubt, out, denied]), 'undecided')).toEqual(
    expect.arrayContaining(['T8.7', 'T8.9', 'T8.10']),
  );
});

const fresh = comes(group('fresh'));
const FRESH = groupId('fresh', false);
const MASTERS = { ref: madeGroup('control').ref };

/** TCP 10250 of masters is denied, and a stronger rule lets the peer in. */
function kept(peer: Partial<RuleSpec>) {
  const kubelet: RuleSpec = { api: 'v3', group: NODE, protocol: 'tcp', multiPort: '10250' };
  const deny = comes(rule('deny', { ...kubelet, action: 'deny', priority: 50, peer: madeGroup('control') }));
  const keep = comes(rule('keep', { ...kubelet, action: 'allow', priority: 1, ...peer }));
  const report = judge([...base, fresh, deny, keep], { defaultRulePriority: 100 });
  return { introduced: rows(report, 'introduced'), undecided: rows(report, 'undecided') };
}

test.each<[string, Partial<RuleSpec>, 'introduced' | 'undecided' | undefined]>([
  ['the masters themselves keep it', { peer: madeGroup('control') }, undefined],
  ['so does the whole VPC', { cidr: VPC_CIDR }, undefined],
  ['another group does not', { peer: FRESH }, 'introduced'],
  ['a group that nobody knows may', { peer: later }, 'undecided'],
  ['one of two groups may', { peer: FRESH, peerOr: MASTERS }, 'undecided'],
])('what a deny takes from members: %s', (_, peer, due) => {
  const found = kept(peer);
  expect(Object.entries(found).flatMap(([kind, all]) => (all.includes('T1.2') ? [kind] : []))).toEqual(
    due === undefined ? [] : [due],
  );
});
