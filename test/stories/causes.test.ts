/** Which changes a finding names, where no rule goes or becomes narrower. */
import { expect, test } from '@jest/globals';

import { cluster, madeGroup, SUBNET_CIDR, subnet, vpc, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { groupId, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge, verdict } from '../support/judge.js';
import { associate, node, port } from '../support/laws/machines.js';
import { attribute, comes, goes, replaced, stands, updated } from '../support/plans/plan-builder.js';
import { managed } from '../support/plans/resource.js';
import { bare, wholeGroup } from '../support/stories.js';
import type { ReportJson } from '../../src/format/json/schema.js';

const base = world({ model: 'vpc-router' });
const NODE = madeGroup('node');

function causesOf(report: ReportJson, row: string): readonly string[] {
  const found = report.findings.filter(
    ({ requirement, severity }) => requirement === row && severity !== 'notice',
  );
  return [...new Set(found.flatMap(({ causes }) => causes.map(({ address }) => bare(address))))];
}

test('a rule that only changes its priority', () => {
  const tcp: RuleSpec = {
    api: 'v3',
    group: NODE,
    protocol: 'tcp',
    multiPort: '1-65535',
    cidr: VPC_CIDR,
    priority: 1,
  };
  const deny = rule('deny', { ...tcp, multiPort: '10250', action: 'deny', priority: 50 });
  const change = replaced(rule('tcp', tcp), rule('tcp', { ...tcp, priority: 60 }), 'destroy-first', [
    'priority',
  ]);
  const report = judge([...base, stands(deny), change]);
  expect(verdict(report).introduced).toContain('T1.2');
  expect(causesOf(report, 'T1.2')).toContain('vpc_secgroup_rule_v3.tcp');
});

test('an allow that becomes a deny', () => {
  const tcp: RuleSpec = {
    api: 'v3',
    group: NODE,
    protocol: 'tcp',
    multiPort: '10250',
    cidr: VPC_CIDR,
    priority: 1,
  };
  const change = replaced(rule('tcp', tcp), rule('tcp', { ...tcp, action: 'deny' }), 'destroy-first', [
    'action',
  ]);
  expect(causesOf(judge([...base, change]), 'T1.2')).toEqual(['vpc_secgroup_rule_v3.tcp']);
});

test('DNS servers of the subnet', () => {
  const own = subnet({ cidr: SUBNET_CIDR, dns: ['10.1.1.1', '10.1.1.2'] });
  const world = [stands(vpc(VPC_CIDR)), updated(subnet({ cidr: SUBNET_CIDR }), own)];
  const egress = { group: NODE, direction: 'egress', protocol: 'udp', ports: [53, 53] } as const;
  const rules = [
    goes(rule('all', { group: NODE, direction: 'egress', cidr: '0.0.0.0/0' })),
    comes(rule('dns', { ...egress, cidr: '100.125.0.0/16' })),
  ];
  const report = judge([...world, stands(cluster({ model: 'vpc-router' })), ...rules]);
  expect(causesOf(report, 'T8.2')).toEqual(['networking_secgroup_rule_v2.all']);
});

test('groups that an association puts on a node', () => {
  const machine = node('own');
  const free = port('own', { device: attribute(machine, 'server_id', true), groups: [] });
  const attachment = associate('own', {
    port: attribute(free, 'id', true),
    groups: [groupId('web')],
    isForced: true,
  });
  const web = managed('networking_secgroup_v2', 'web', { name: 'web', delete_default_rules: true });
  const report = judge([...base, stands(web), stands(machine), stands(free), comes(attachment)]);
  expect(causesOf(report, 'T1.2')).toEqual(['networking_port_secgroup_associate_v2.own']);
});

test('an undecided row names the rule that goes', () => {
  const later = { ref: 'terraform_data.cidr.output' };
  const rules = [
    goes(rule('tcp', { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR })),
    comes(rule('some', { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: later })),
  ];
  expect(causesOf(judge([...base, ...rules]), 'T1.2')).toContain('networking_secgroup_rule_v2.tcp');
});

test('nothing is cut while CCE follows the CIDR of the VPC', () => {
  const after = '192.168.0.0/17';
  const report = judge([updated(vpc(VPC_CIDR), vpc(after)), ...base.slice(1), ...wholeGroup('own')]);
  expect(verdict(report).transient).toBeUndefined();
});
