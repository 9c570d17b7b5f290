/** What is undecided whatever the plan does: a line for its group, no finding of every run. */
import { describe, expect, test } from '@jest/globals';

import { rowsOf } from '../../src/check/finding.js';
import { renderMarkdown } from '../../src/format/markdown/markdown.js';
import { renderText } from '../../src/format/text/text.js';
import { judge, type Judgement, rows } from '../support/judge.js';
import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { type Change, comes, goes, replaced, stands } from '../support/plans/plan-builder.js';
import { configured, said, wholeGroup } from '../support/stories.js';

const NODE = madeGroup('node');
const OWN = groupId('own');

/** Rows that are told without a finding, as `T1.2` or `POOL T1.2`. */
function untouched({ typed }: Judgement): readonly string[] {
  return typed.untouched.flatMap((finding) =>
    rowsOf(finding).map(({ id }) => (finding.pool === undefined ? id : `${finding.pool} ${id}`)),
  );
}

function textOf({ typed }: Judgement): string {
  return renderText(typed, { colors: false }).replaceAll(/\s+/g, ' ');
}

describe('a VPC that the plan does not show', () => {
  const hidden = world({ model: 'vpc-router' }).filter(
    ({ after }) => after !== undefined && !['vpc_v1', 'vpc_subnet_v1'].includes(after.type),
  );
  const self: RuleSpec = { group: OWN, protocol: 'tcp', ports: [1, 65_535], cidr: '10.0.0.0/8' };
  /** All TCP from the VPC is let through only from where the VPC perhaps is. */
  const has: readonly Change[] = [
    ...hidden,
    stands(group('own')),
    stands(pool('own', { groups: [OWN] })),
    stands(rule('tcp', self)),
  ];
  const egress = { group: OWN, direction: 'egress' } as const;

  test('is no finding in a run that does not touch it', () => {
    const report = judge([
      ...has,
      comes(rule('office', { ...self, ports: [22, 22], cidr: '203.0.113.0/24' })),
    ]);
    expect(untouched(judge(has))).toContain('opentelekomcloud_cce_node_pool_v3.own T1.2');
    expect(rows(judge(has), 'undecided')).toEqual([]);
    // What lets SSH through from one office meets the VPC, should it lie there: but that row is no other than before.
    expect(rows(report, 'undecided')).toEqual(['opentelekomcloud_cce_node_pool_v3.own T1.2']);
  });

  test('is one where the plan makes what is undecided', () => {
    const made = judge([...has.slice(0, -1), comes(rule('tcp', self))]);
    expect(rows(made, 'undecided')).toContain('opentelekomcloud_cce_node_pool_v3.own T1.2');
    expect(untouched(made)).not.toContain('opentelekomcloud_cce_node_pool_v3.own T1.2');
    const taken = judge([...has, goes(rule('other', { ...self, cidr: '172.20.0.0/16' }))]);
    expect(rows(taken, 'undecided')).toContain('opentelekomcloud_cce_node_pool_v3.own T1.2');
  });

  test('is one for a pool that is new, or moves to another group', () => {
    const fresh = judge([...has, comes(pool('new', { groups: [OWN] }))]);
    expect(rows(fresh, 'undecided')).toContain('opentelekomcloud_cce_node_pool_v3.new T1.2');
    const other = groupId('other');
    const moving = judge([
      ...has.slice(0, -2),
      stands(rule('tcp', self)),
      stands(group('other')),
      stands(rule('other', { ...self, group: other })),
      replaced(pool('own', { groups: [other] }), pool('own', { groups: [OWN] }), 'destroy-first', [
        'security_group_ids',
      ]),
    ]);
    expect(rows(moving, 'undecided')).toContain('opentelekomcloud_cce_node_pool_v3.own T1.2');
    expect(untouched(moving)).not.toContain('opentelekomcloud_cce_node_pool_v3.own T1.2');
  });

  test('is not touched by rules of other packets', () => {
    const report = judge([...has, comes(rule('dns', { ...egress, protocol: 'udp', ports: [53, 53] }))]);
    expect(untouched(report)).toContain('opentelekomcloud_cce_node_pool_v3.own T1.2');
  });

  test('is a line with what would decide it, in text and markdown', () => {
    const report = judge(has);
    for (const text of [textOf(report), renderMarkdown(report.typed).replaceAll(/\s+/g, ' ')]) {
      expect(text).toMatch(/[Uu]ndecided.*T1\.2.*before the plan as after it\. Say `vpc-cidrs`/);
    }
    // Rows that hold are counted without them.
    expect(textOf(report)).not.toContain('all 0 rows');
  });

  test('stays a waived finding for a waiver that hides it', () => {
    const configuration = configured(
      'waivers: [{ requirement: T1.2, cluster: prod, packets: tcp from any, reason: known, owner: "@us", expires: 2099-01-01 }]',
    );
    const report = judge(has, configuration);
    expect(untouched(report)).not.toContain('opentelekomcloud_cce_node_pool_v3.own T1.2');
    expect(said(report, 'waiver')).toEqual([]);
  });
});

describe('a deny that stands, and whose rank nobody tells', () => {
  const deny: RuleSpec = {
    api: 'v3',
    group: NODE,
    protocol: 'tcp',
    multiPort: '10250',
    cidr: VPC_CIDR,
    action: 'deny',
    priority: 50,
  };
  const has: readonly Change[] = [...world({ model: 'vpc-router' }), stands(rule('deny', deny))];
  const strong = rule('strong', { ...deny, action: 'allow', priority: 1 });

  test('is no finding in every run', () => {
    const report = judge(has);
    expect(report.findings).toEqual([]);
    expect(untouched(report)).toContain('T1.2');
    expect(textOf(report)).toMatch(
      /undecided .*T1\.2.* depend on whether the deny .*secgroup_rule_v3\.deny wins .*default-rule-priority/,
    );
    expect(untouched(judge(has, configured('default-rule-priority: 1')))).toEqual([]);
  });

  test('is one when the plan makes it', () => {
    const made = judge([...world({ model: 'vpc-router' }), comes(rule('deny', deny))]);
    expect(rows(made, 'undecided')).toContain('T1.2');
    expect(untouched(made)).toEqual([]);
  });

  test('is told of its rows when what surely won goes', () => {
    const report = judge([...has, goes(strong)]);
    expect(rows(report, 'undecided')).toContain('T1.2');
    expect(report.findings.filter(({ requirement }) => requirement === null)).toEqual([]);
    expect(report.findings.flatMap(({ causes }) => causes.map(({ address }) => address))).toContain(
      'opentelekomcloud_vpc_secgroup_rule_v3.strong',
    );
    expect(rows(judge([...has, stands(strong)]), 'undecided')).toEqual([]);
  });

  test('is told once for a group that a new pool is in', () => {
    const own = { ...deny, group: OWN };
    const changes = [
      ...world({ model: 'vpc-router' }),
      ...wholeGroup('own'),
      stands(rule('deny', own)),
      comes(pool('own', { groups: [OWN] })),
    ];
    const report = judge(changes);
    expect(said(report, 'essential-rule')).toEqual([
      expect.stringContaining('a deny rule that stands may or may not win'),
    ]);
    expect(untouched(report)).toEqual([]);
  });
});

test('a rule whose group is not known is no cause of what is sure', () => {
  const somewhere: RuleSpec = {
    group: { ref: 'terraform_data.later.output' },
    protocol: 'tcp',
    ports: [10_250, 10_250],
    cidr: VPC_CIDR,
  };
  const kubelet = (name: string, spec: Partial<RuleSpec>): ReturnType<typeof rule> =>
    rule(name, { ...somewhere, ...spec });
  const report = judge([
    ...world({ model: 'overlay_l2' }),
    goes(kubelet('sure', { group: NODE, cidr: '192.168.0.0/20' })),
    goes(kubelet('somewhere', {})),
  ]);
  const sure = report.findings.filter(
    ({ change, severity }) => change === 'introduced' && severity === 'critical',
  );
  expect(sure.map(({ requirement }) => requirement)).toEqual(['T3.2']);
  expect(sure.flatMap(({ causes }) => causes.map(({ address }) => address))).toEqual([
    'opentelekomcloud_networking_secgroup_rule_v2.sure',
  ]);
});
