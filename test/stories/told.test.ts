/** What a person reads of a verdict is so, and doing what it says helps. */
import { describe, expect, test } from '@jest/globals';

import { renderMarkdown } from '../../src/format/markdown/markdown.js';
import type { Judgement } from '../support/judge.js';
import { judge, judgeMended } from '../support/judge.js';
import { cluster, madeGroup, POD_CIDR, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { type Change, comes, goes, replaced, stands, updated } from '../support/plans/plan-builder.js';
import { configured, newRule, nodeRules, printed, wholeGroup } from '../support/stories.js';

const base = world({ model: 'vpc-router' });
const NODE = madeGroup('node');
const KUBELET: RuleSpec = {
  api: 'v3',
  group: NODE,
  protocol: 'tcp',
  multiPort: '10250',
  cidr: VPC_CIDR,
  priority: 1,
};

function remediesOf({ findings }: Judgement, row: string): readonly string[] {
  return findings.filter(({ requirement }) => requirement === row).map(({ remedy }) => remedy);
}

function markdownOf({ typed }: Judgement): string {
  return renderMarkdown(typed);
}

describe('a remedy speaks of a deny where one stops the packets, and only there', () => {
  const deny = { ...KUBELET, action: 'deny' } as const;
  const bare = [stands(group('own')), comes(pool('own', { groups: [groupId('own')] }))];
  const own = { ...deny, group: groupId('own') };
  const poor = nodeRules('own').filter(
    ({ cells }) => cells['protocol'] !== 'tcp' || cells['port_range_min'] !== 1,
  );

  test.each<[string, readonly Change[], RegExp, boolean]>([
    ['nothing lets it through', bare, /^Add \d+ rules: opens only what T1\.1, /, true],
    ['a deny comes', [newRule('deny', deny)], /^Leave the deny `\S+` out\.$/, false],
    [
      'a deny in a new group that has the rule',
      [...bare, ...nodeRules('own').map(comes), newRule('deny', own)],
      /^Leave the deny `\S+` out: opens only what T1\.2 asks for\.$/,
      // With the deny at a later priority.
      true,
    ],
    [
      'a deny in a new group that lacks the rule',
      [...bare, ...poor.map(comes), newRule('deny', own)],
      /^Leave the deny `\S+` out, and add 1 allow rule: opens only what T1\.2 asks for\.$/,
      true,
    ],
    [
      'an allow goes that won against a deny',
      [stands(rule('deny', { ...deny, priority: 50 })), goes(rule('allow', KUBELET))],
      /^Put `\S+` back\.$/,
      true,
    ],
  ])('%s', (_, changes, remedy, hasRules) => {
    const report = judgeMended([...base, ...changes], { defaultRulePriority: 100 });
    expect(remediesOf(report, 'T1.2')).toEqual([expect.stringMatching(remedy)]);
    // No rule more lets through what a deny takes away, but one that wins against it.
    expect(markdownOf(report).includes('"cce_t1_2"')).toBe(hasRules);
  });
});

describe('shared load balancers', () => {
  const ports: RuleSpec = { group: NODE, protocol: 'tcp', ports: [30_000, 32_767], cidr: '0.0.0.0/0' };
  const narrowed = (cidr: RuleSpec['cidr']): readonly Change[] => [
    ...base,
    replaced(rule('ports', ports), rule('ports', { ...ports, cidr }), 'destroy-first', ['remote_ip_prefix']),
  ];

  test('are shut out when the range was open to them, perhaps when nobody knows', () => {
    expect(printed(judge(narrowed(VPC_CIDR)))).toMatch(/T1\.4: the port range .* no longer lets/);
    expect(printed(judge(narrowed({ ref: 'var.cidr' })))).toMatch(
      /T1\.4: the port range .* may no longer let/,
    );
  });

  test('are not shut out of ports that a wider range asks for anew', () => {
    const setting = [
      { name: 'kube-apiserver', configurations: [{ name: 'service-node-port-range', value: '25000-32767' }] },
    ];
    const before = cluster({ model: 'overlay_l2' });
    const after = { ...before, computed: { ...before.computed, component_configurations: setting } };
    const report = judgeMended(
      world({ model: 'overlay_l2' }).map((change) =>
        change.after?.type === 'cce_cluster_v3' ? updated(before, after) : change,
      ),
    );
    expect(report.findings.map(({ severity }) => severity)).toEqual(['critical', 'critical']);
    // The rules that would mend it are for the ports of the cluster, not for those of the page.
    expect(markdownOf(report)).toMatch(/port_range_min {4}= 25000\n {2}port_range_max {4}= 32767/);
  });
});

describe('rows that hold', () => {
  const NONE = judge(base).holds;
  const { holds: both } = judge([
    ...base,
    ...wholeGroup('own'),
    stands(pool('own', { groups: [groupId('own')] })),
  ]);

  test('are not those of a group that goes, nor of one that is not known', () => {
    expect(both.groups).toBe(NONE.groups + 1);
    const gone = [goes(group('own')), ...nodeRules('own').map(goes)];
    expect(judge([...base, ...gone, stands(pool('own', { groups: [groupId('own')] }))]).holds).toEqual(NONE);
    const strange = { ref: 'var.group', value: '0a0a0a0a-0000-4000-8000-000000000000' };
    expect(judge([...base, stands(pool('own', { groups: [strange] }))]).holds).toEqual(NONE);
  });

  test('nor those that are waived', () => {
    const changes = [...base, goes(rule('pods', { group: NODE, cidr: POD_CIDR }))];
    const waiver = `waivers:\n  - requirement: T1.6\n    packets: all from ${POD_CIDR}\n    reason: none\n    owner: me\n    expires: 2099-01-01\n`;
    expect(judge(changes, configured(waiver)).holds).toEqual(judge(changes).holds);
  });
});

test('what is new was not there before, and what it lacks is not lost', () => {
  const report = judge([
    ...base,
    stands(group('own')),
    comes(pool('own', { groups: [groupId('own')] })),
    ...nodeRules('own').slice(1).map(comes),
  ]);
  expect(markdownOf(report)).toMatch(/\| \[T1\.1\].*\| not there \| missing \| missing \|/);
});

test('a packet between members of groups is shown by their groups', () => {
  const report = judge([
    ...base,
    goes(rule('icmp', { group: NODE, protocol: 'icmp', ports: [0, 255], peer: madeGroup('control') })),
  ]);
  expect(report.findings.map(({ witness }) => witness)).toContain(
    'ICMP echo request master -> worker node was allowed, is dropped',
  );
});

test('a group that cannot be placed is no empty plan', () => {
  const strange = { ref: 'var.group', value: '0a0a0a0a-0000-4000-8000-000000000000' };
  const report = judge([
    newRule('web', { group: strange, protocol: 'tcp', ports: [80, 80], cidr: '10.0.0.0/8' }),
  ]);
  expect(printed(report)).toContain('nothing judged: 1 security group cannot be placed');
  expect(markdownOf(report)).toContain('Nothing is judged: a security group cannot be placed');
});
