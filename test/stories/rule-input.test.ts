import { describe, expect, test } from '@jest/globals';

import { madeGroup, world } from '../support/plans/cce-world.js';
import { group, groupId, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge } from '../support/judge.js';
import { type Change, comes, goes, stands, updated, vanished } from '../support/plans/plan-builder.js';
import { bare, configured, newRule, of, printed, said, secret } from '../support/stories.js';

const NODE = madeGroup('node');
const base = world({ model: 'vpc-router' });
const OFFICE: RuleSpec = { group: NODE, protocol: 'tcp', ports: [8080, 8090], cidr: '203.0.113.0/24' };
const NOTHING: readonly string[] = [];

function told(...changes: readonly Change[]): readonly string[] {
  return said(judge([...base, ...changes]), 'rule-input').map(bare);
}

function written(spec: RuleSpec): readonly string[] {
  return told(newRule('new', spec)).map((text) =>
    text.replace('warning introduced: networking_secgroup_rule_v2.new ', ''),
  );
}

describe('fires', () => {
  test('`TCP` with ports is refused', () => {
    expect(written({ ...OFFICE, protocol: 'TCP' })).toEqual([
      expect.stringMatching(/^will be refused: .*lower case/),
    ]);
  });

  test('`TCP` without ports becomes every protocol', () => {
    expect(written({ ...OFFICE, protocol: 'TCP', ports: undefined })).toEqual([
      expect.stringMatching(/^will be changed: .*every protocol/),
    ]);
  });

  test('ICMP without ports becomes echo replies', () => {
    expect(written({ ...OFFICE, protocol: 'icmp', ports: undefined })).toEqual([
      expect.stringMatching(/^will be changed: ICMP without ports/),
    ]);
  });

  test('min over max, or only one of them', () => {
    expect(written({ ...OFFICE, ports: [8090, 8080] })).toEqual([
      expect.stringMatching(/^will be refused: .*above/),
    ]);
    expect(written({ ...OFFICE, ports: [8080, undefined] })).toEqual([
      expect.stringMatching(/^will be refused: /),
    ]);
    expect(written({ ...OFFICE, ports: [undefined, 8080] })).toEqual([
      expect.stringMatching(/^will be refused: /),
    ]);
  });

  test('bits below the prefix length', () => {
    expect(written({ ...OFFICE, cidr: '203.0.113.7/24' })).toEqual([
      expect.stringMatching(/^will be changed: .*bits set below/),
    ]);
  });

  test('mixed families', () => {
    expect(written({ ...OFFICE, cidr: '2001:db8::/32' })).toEqual([
      expect.stringMatching(/^will be refused: .*is IPv6, the rule is IPv4/),
    ]);
  });

  test('two peers', () => {
    expect(written({ ...OFFICE, peer: madeGroup('control') })).toEqual([
      expect.stringMatching(/^will be refused: it names two peers/),
    ]);
  });

  test('ports without a protocol', () => {
    expect(written({ ...OFFICE, protocol: undefined })).toEqual([
      expect.stringMatching(/^will be changed: it has ports/),
    ]);
  });

  test('in a group that has nothing to do with a cluster as well', () => {
    const changes = [
      comes(group('web')),
      newRule('new', { ...OFFICE, group: groupId('web', false), protocol: 'TCP' }),
    ];
    expect(told(...changes)).toHaveLength(1);
  });

  test('and says whose rule it is', () => {
    const [finding] = of(judge([...base, newRule('new', { ...OFFICE, protocol: 'TCP' })]), 'rule-input');
    expect(finding?.cluster).toBe('prod');
    expect(finding?.severity).toBe('warning');
  });
});

describe('does not fire', () => {
  test('for rules as the API takes them', () => {
    expect(written(OFFICE)).toEqual(NOTHING);
    expect(written({ ...OFFICE, protocol: '6' })).toEqual(NOTHING);
    expect(written({ ...OFFICE, protocol: 'icmp', ports: [0, 255] })).toEqual(NOTHING);
    expect(written({ group: NODE, peer: madeGroup('control') })).toEqual(NOTHING);
  });

  test('for a rule that stands, goes, or is gone', () => {
    const loose = rule('old', { ...OFFICE, cidr: '203.0.113.7/24' });
    expect(told(stands(loose))).toEqual(NOTHING);
    expect(told(goes(loose))).toEqual(NOTHING);
    expect(told(vanished(loose))).toEqual(NOTHING);
  });

  test('for what is changed in a rule that is refused anyway', () => {
    expect(written({ ...OFFICE, cidr: '203.0.113.7/24', ports: [8090, 8080] })).toEqual([
      expect.stringMatching(/^will be refused: /),
    ]);
  });
});

describe('cannot tell', () => {
  test('a CIDR that is known after apply', () => {
    expect(written({ ...OFFICE, cidr: { ref: 'terraform_data.cidr.output' } })).toEqual(NOTHING);
  });

  test('a protocol and a peer that are known after apply', () => {
    const spec = rule('new', OFFICE);
    const later = { ...spec, cells: { ...spec.cells, protocol: { ref: 'terraform_data.protocol.output' } } };
    expect(told(comes(later))).toEqual(NOTHING);
    expect(
      written({ ...OFFICE, peer: { ref: 'opentelekomcloud_networking_secgroup_v2.other.id' } }),
    ).not.toContainEqual(expect.stringContaining('will be changed'));
  });
});

test('a refused rule gives nothing: what it was meant to keep is missing', () => {
  const pods: RuleSpec = { group: NODE, protocol: 'TCP', ports: [10250, 10250], cidr: '0.0.0.0/0' };
  expect(said(judge([...base, newRule('new', pods)]), 'exposed-port').join('\n')).not.toContain('10250');
});

test('an edit in place is written anew', () => {
  const changes = updated(rule('own', OFFICE), rule('own', { ...OFFICE, cidr: '203.0.113.7/24' }));
  expect(told(changes)).toHaveLength(1);
});

test('the configuration sets the severity', () => {
  const report = judge(
    [...base, newRule('new', { ...OFFICE, protocol: 'TCP' })],
    configured('severity: { rule-input: critical }'),
  );
  expect(report.conclusion).toBe('fail');
});

test('no value of a sensitive rule is printed', () => {
  const spec: RuleSpec = { ...OFFICE, ports: [54_321, 54_320], cidr: '198.18.77.7/24' };
  const marked = secret(rule('new', spec), 'port_range_min', 'port_range_max', 'remote_ip_prefix');
  const report = judge([...base, comes(marked)]);
  expect(said(report, 'rule-input')).toHaveLength(1);
  expect(printed(report)).not.toMatch(/54321|54320|198\.18\.77/);
});
