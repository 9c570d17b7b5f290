/** Rules that let a row through again. */
import { describe, expect, test } from '@jest/globals';

import { blocksOf } from '../../../src/report/blocks.js';
import { bytesOf } from '../../../src/format/budget.js';
import type { Report, ReportGroup } from '../../../src/report/report.js';
import { fencedRules, mendingRules } from '../../../src/format/markdown/rule-hcl.js';
import {
  causeAt,
  cluster,
  egress,
  type FindingFields,
  finding,
  group,
  ingress,
  NODE_GROUP,
  report,
  statement,
} from '../../support/report/builders.js';

function rulesOf(
  fields: FindingFields,
  more: Partial<Report> = {},
): { readonly rules: readonly string[]; readonly left: number } {
  const shown = report([finding(fields)], more);
  const [block] = blocksOf(shown).blocks;
  if (block === undefined) throw new Error('no block');
  return mendingRules(block, shown);
}

/** The value of an attribute of the first rule. */
function attribute(name: string, found: { readonly rules: readonly string[] }): string | undefined {
  return new RegExp(`^  ${name} += (.*)$`, 'm').exec(found.rules[0] ?? '')?.[1];
}

describe('the rule of a row', () => {
  test('ports, one rule for each peer', () => {
    const { rules, left } = rulesOf({});
    expect(left).toBe(0);
    expect(rules).toHaveLength(2);
    expect(rules[0]).toBe(
      [
        'resource "opentelekomcloud_networking_secgroup_rule_v2" "cce_t8_2_1" {',
        '  security_group_id = opentelekomcloud_cce_cluster_v3.prod.security_group_node',
        '  direction         = "egress"',
        '  ethertype         = "IPv4"',
        '  protocol          = "udp"',
        '  port_range_min    = 53',
        '  port_range_max    = 53',
        '  remote_ip_prefix  = "100.125.4.25/32"',
        '}',
      ].join('\n'),
    );
  });

  test.each([
    ['T1.1', 'udp', '1', '65535'],
    // Of node ports the range is the cluster's, which the row does not know.
    ['T1.4', 'tcp', '5', '6'],
    ['T1.6', undefined, undefined, undefined],
  ])('%s', (row, protocol, min, max) => {
    // What is missing is only a part; the rule is for the row.
    const found = rulesOf({ row, missing: ingress('tcp', '5-6', '10.0.0.0/8') });
    expect(attribute('protocol', found)).toBe(protocol === undefined ? undefined : `"${protocol}"`);
    expect(attribute('port_range_min', found)).toBe(min);
    expect(attribute('port_range_max', found)).toBe(max);
    expect(attribute('direction', found)).toBe('"ingress"');
    expect(attribute('remote_ip_prefix', found)).toBe('"10.0.0.0/8"');
    expect(found.rules[0]).toContain(`"cce_${row.toLowerCase().replace('.', '_')}"`);
  });

  test('all of ICMP, from the masters', () => {
    const missing = ingress('icmp', 'all', 'master node security group');
    const groups = [group({}), group({ role: 'control', key: 'c-1' })];
    const found = rulesOf({ row: 'T1.3', missing }, { groups });
    expect(attribute('port_range_min', found)).toBe('0');
    expect(attribute('port_range_max', found)).toBe('255');
    expect(attribute('remote_group_id', found)).toBe(
      'opentelekomcloud_cce_cluster_v3.prod.security_group_control',
    );
  });

  test('from the group itself', () => {
    const missing = ingress('all', 'all', 'worker node security group');
    expect(attribute('remote_group_id', rulesOf({ row: 'T1.7', missing }))).toBe(
      'opentelekomcloud_cce_cluster_v3.prod.security_group_node',
    );
  });

  test('of a row that names a group: for the group, though some of its addresses keep their way', () => {
    const missing = [
      ...ingress('udp', '1-65535', 'worker node security group'),
      ...ingress('tcp', '10250', '192.168.16.0/20', '192.168.32.0/19'),
    ];
    const { rules } = rulesOf({ row: 'T3.6', missing });
    expect(rules).toHaveLength(1);
    expect(rules[0]).toContain('remote_group_id');
  });
});

describe('none', () => {
  test.each([
    [{ change: 'transient' }],
    [{ change: 'undecided' }],
    [{ change: 'pre-existing' }],
    [{ missing: [], reason: { kind: 'load-balancers-unknown', isSure: true } }],
    // A deny takes away whatever rules are added.
    [{ remedy: 'narrow-deny' }],
    [{ remedy: 'add-and-narrow' }],
    [{ remedy: 'keep-against-deny' }],
    [{ row: 'T3.6', reason: { kind: 'not-crosswise', pools: ['a'] }, pool: 'b' }],
  ] as const)('%j', (fields) => {
    expect(rulesOf(fields).rules).toEqual([]);
  });

  test('for a finding that is no row', () => {
    const shown = report([statement('x')]);
    expect(blocksOf(shown).blocks.map((block) => mendingRules(block, shown).rules)).toEqual([[]]);
  });

  test('but for a rule v3 that only goes', () => {
    const causes = [causeAt('opentelekomcloud_vpc_secgroup_rule_v3.x', ['delete'])];
    expect(rulesOf({ causes }).rules).toHaveLength(2);
  });

  test('for a peer or a group that HCL cannot name: counted', () => {
    const unknown = [
      ...egress('udp', '53', '(sensitive)'),
      ...egress('udp', '53', 'x.y.z', '10.0.0.0/8', 'fd00::/8'),
    ];
    expect(rulesOf({ missing: unknown })).toMatchObject({ left: 3, rules: [expect.any(String)] });
    expect(rulesOf({ group: 'nobody' })).toEqual({ rules: [], left: 2 });
    expect(rulesOf({ group: undefined })).toEqual({ rules: [], left: 2 });
  });
});

describe('how the group is named', () => {
  const name = (
    entry: Partial<ReportGroup>,
    fields: FindingFields = {},
    more: Partial<Report> = {},
  ): string | undefined =>
    attribute('security_group_id', rulesOf(fields, { groups: [group(entry)], ...more }));

  test('by its resource', () => {
    const own = {
      key: 'nodes',
      id: NODE_GROUP,
      name: 'nodes',
      address: 'opentelekomcloud_networking_secgroup_v2.nodes',
    };
    expect(name(own, { group: 'nodes' })).toBe('opentelekomcloud_networking_secgroup_v2.nodes.id');
    expect(
      name({ ...own, address: 'data.opentelekomcloud_networking_secgroup_v2.n["a-b"]' }, { group: 'nodes' }),
    ).toBe('data.opentelekomcloud_networking_secgroup_v2.n["a-b"].id');
  });

  test('by its id, within a module or for a pool', () => {
    expect(name({ address: 'module.a.opentelekomcloud_networking_secgroup_v2.nodes' })).toBe(
      `"${NODE_GROUP}"`,
    );
    expect(name({}, { pool: 'x.workers' })).toBe(`"${NODE_GROUP}"`);
  });

  test('by its id, when the cluster is not clear', () => {
    expect(name({}, {}, { clusters: [cluster(), cluster()] })).toBe(`"${NODE_GROUP}"`);
    expect(name({}, {}, { clusters: [cluster({ address: undefined })] })).toBe(`"${NODE_GROUP}"`);
    expect(name({}, {}, { clusters: [cluster({ address: 'module.a.x.y' })] })).toBe(`"${NODE_GROUP}"`);
  });

  test('not at all, when there are two', () => {
    const two = { groups: [group({ key: 'n', id: 'a' }), group({ key: 'n', id: 'b' })], clusters: [] };
    expect(rulesOf({ group: 'n' }, two).rules).toEqual([]);
  });

  test('never by what could be code', () => {
    const cases = [
      'x.y["${file("/etc/passwd")}"]',
      'x.y["a"b"]',
      'x.y}\nresource "a" "b" {',
      'x.y["%{ if true }"]',
    ];
    for (const bad of cases) {
      const found = rulesOf(
        { group: bad },
        { groups: [group({ key: bad, address: bad })], clusters: [cluster({ address: bad })] },
      );
      expect(found.rules).toEqual([]);
      expect(rulesOf({ missing: egress('udp', '53', bad) }).rules).toEqual([]);
    }
  });
});

describe('how many', () => {
  test.each([99, 100, 101])('%d rules', (n) => {
    const peers = Array.from({ length: n }, (_, index) => `10.0.${2 * index}.0/24`);
    const { rules, left } = rulesOf({ missing: egress('udp', '53', ...peers) });
    expect(rules).toHaveLength(Math.min(100, n));
    expect(left).toBe(Math.max(0, n - 100));
    expect(rules.at(-1)).toContain(`"cce_t8_2_${Math.min(100, n)}"`);
  });

  test('whole rules within a budget', () => {
    const { rules } = rulesOf({});
    const full = fencedRules(rules, 10_000);
    expect(full).toBe(`\`\`\`hcl\n${rules.join('\n\n')}\n\`\`\``);
    expect(fencedRules(rules, bytesOf(full) + 10)).toBe(full);
    const cut = fencedRules(rules, bytesOf(full) - 10);
    expect(cut).toBe(`\`\`\`hcl\n${rules[0] ?? ''}\n\n# 1 more\n\`\`\``);
    expect(fencedRules(rules, 20)).toBe('');
    expect(fencedRules([], 10_000)).toBe('');
  });
});
