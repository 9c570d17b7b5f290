/** The naive answer about one packet, where the answer is known. */
import { expect, test } from '@jest/globals';

import { builtWorld } from '../support/naive/built.js';
import { type NaiveEnd, packetAnswer } from '../support/naive/packet.js';
import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { rule, type RuleSpec } from '../support/plans/group-rules.js';
import { type Change, comes, goes, replaced } from '../support/plans/plan-builder.js';

const NODE = madeGroup('node');
const TCP: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65535], cidr: VPC_CIDR };
const base = world({ model: 'vpc-router' });
const at = (address: string): NaiveEnd => ({ kind: 'address', address });
const role = (name: 'node' | 'control'): NaiveEnd => ({ kind: 'group', group: madeGroup(name).ref });

interface Asked {
  readonly from: NaiveEnd;
  readonly to?: NaiveEnd;
  readonly protocol?: number;
  readonly port?: number;
}

function answers(changes: readonly Change[], asked: Asked): string {
  const packet = { to: role('node'), protocol: 6, port: 10250, ...asked };
  const { before, during, after } = packetAnswer(builtWorld([...base, ...changes]), packet);
  return [before, during, after].join(' ');
}

const gone = [goes(rule('tcp', TCP))];
const deny = (priority: number, more: Partial<RuleSpec> = {}): RuleSpec => ({
  ...{ api: 'v3', group: NODE, protocol: 'tcp', multiPort: '10250', action: 'deny', priority },
  ...more,
});

test.each<[string, readonly Change[], Asked, string]>([
  ['nothing changes', [], { from: at('192.168.0.10') }, 'allowed allowed allowed'],
  ['nobody lets it in', [], { from: at('8.8.8.8') }, 'dropped dropped dropped'],
  // T1.7 lets in whoever is a node.
  ['the rule goes', gone, { from: at('192.168.0.10') }, 'allowed undecided undecided'],
  ['the rule that goes is no matter', gone, { from: at('172.16.0.1') }, 'allowed allowed allowed'],
  ['from any master', gone, { from: role('control') }, 'allowed undecided dropped'],
  [
    'a rule for half of it comes',
    [...gone, comes(rule('half', { ...TCP, cidr: '192.168.0.0/21' }))],
    { from: role('control') },
    'allowed undecided mixed',
  ],
  [
    'a rule is made anew, old one first to go',
    [replaced(rule('tcp', TCP), rule('tcp', { ...TCP, description: 'new' }), 'destroy-first')],
    { from: at('192.168.0.10') },
    'allowed undecided allowed',
  ],
  [
    'a rule is made anew, new one first',
    [replaced(rule('tcp', TCP), rule('tcp', { ...TCP, ports: [1, 20_000] }), 'create-first')],
    { from: at('192.168.0.10') },
    'allowed allowed allowed',
  ],
  [
    'a deny at 1 comes',
    [comes(rule('no', deny(1)))],
    { from: at('192.168.0.10') },
    'allowed undecided dropped',
  ],
  [
    'a deny at 2 comes',
    [comes(rule('no', deny(2)))],
    { from: at('192.168.0.10') },
    'allowed undecided undecided',
  ],
  [
    'a deny of masters comes, and it may be a master',
    [comes(rule('no', deny(1, { peer: madeGroup('control') })))],
    { from: at('192.168.0.10') },
    'allowed undecided undecided',
  ],
  [
    'a deny of masters comes, and it is a master',
    [comes(rule('no', deny(1, { peer: madeGroup('control') })))],
    { from: role('control') },
    'allowed undecided dropped',
  ],
  [
    'a deny of masters comes, and it is none',
    [comes(rule('no', deny(1, { peer: madeGroup('control') })))],
    { from: at('192.168.200.1') },
    'allowed allowed allowed',
  ],
  [
    'ICMP from an address that may be a master',
    [],
    { from: at('192.168.0.1'), protocol: 1, port: 8 * 256 },
    'undecided undecided undecided',
  ],
  [
    'ICMP from a master',
    [],
    { from: role('control'), protocol: 1, port: 8 * 256 },
    'allowed allowed allowed',
  ],
  [
    'from node to master',
    [],
    { from: role('node'), to: role('control'), port: 5444 },
    'allowed allowed allowed',
  ],
  [
    'from node to master, and the master does not let it in',
    [],
    { from: role('node'), to: role('control'), port: 22 },
    'dropped dropped dropped',
  ],
  ['from node to node', [], { from: role('node') }, 'allowed allowed allowed'],
  [
    'from node to node, and no node may send it',
    [comes(rule('no', deny(1, { direction: 'egress', peer: NODE })))],
    { from: role('node') },
    'allowed undecided dropped',
  ],
  ['out to anybody', [], { from: role('node'), to: at('8.8.8.8'), port: 443 }, 'allowed allowed allowed'],
])('%s', (_, changes, asked, expected) => {
  expect(answers(changes, asked)).toBe(expected);
});

test('a cluster that is made is not there before', () => {
  const made = builtWorld(world({ model: 'vpc-router', as: 'new' }));
  const packet = { from: at('192.168.0.10'), to: role('node'), protocol: 6, port: 10250 };
  expect(packetAnswer(made, packet)).toEqual({ before: 'absent', during: 'absent', after: 'allowed' });
});
