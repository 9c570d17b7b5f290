/** Rules that a fix adds to a group whose rules are made of a map: as entries of it, in the shape that it has. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { applyPatch } from 'diff';

import { judgeFiles } from '../../src/command/judge-files.js';
import { NO_CONFIGURATION } from '../../src/config/configuration.js';
import { fileChangesOf } from '../../src/mend/file-changes.js';
import { must } from '../../src/result.js';
import { patchOf } from '../../src/source/patch/patch.js';
import { hclText } from '../../src/terraform/write-hcl.js';
import { fixesFor } from '../support/mend.js';
import { madeGroup, POD_CIDR, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { rule, type RuleSpec } from '../support/plans/group-rules.js';
import { type Change, planBytes, replaced, stands } from '../support/plans/plan-builder.js';
import { memoryReader } from '../support/source/memory-reader.js';

const TYPE = 'opentelekomcloud_networking_secgroup_rule_v2';
const NODE = { group: madeGroup('node') };
const NODE_PORTS: RuleSpec = { ...NODE, protocol: 'tcp', ports: [30_000, 32_767] };

/** Node ports of a tunnel cluster, which containers reach no longer; made of a map, with two rules beside it. */
function narrowed(keys: Keys): readonly Change[] {
  const [ports, kubelet, icmp] = keys.map((key) => `this["${key}"]`);
  return [
    ...world({ model: 'overlay_l2' }),
    replaced(
      rule(ports ?? '', { ...NODE_PORTS, cidr: '0.0.0.0/0' }),
      rule(ports ?? '', { ...NODE_PORTS, cidr: VPC_CIDR }),
    ),
    stands(rule(kubelet ?? '', { ...NODE, protocol: 'tcp', ports: [10_250, 10_250], cidr: VPC_CIDR })),
    stands(rule(icmp ?? '', { ...NODE, protocol: 'udp', ports: [4789, 4789], cidr: '0.0.0.0/0' })),
  ];
}

type Keys = readonly [string, string, string];
const KEYS: Keys = ['ports', 'kubelet', 'vxlan'];

/** A file, what it must be given, and the keys of its map. */
type Style = readonly [style: string, main: string, text: string, keys?: Keys];

interface Added {
  /** What is to be pasted. */
  readonly hcl: string;
  /** The file as the patch leaves it; else why there is none. */
  readonly patched: string;
}

/** The first fix that adds rules. */
async function added(main: string, keys: Keys = KEYS): Promise<Added> {
  const bytes = planBytes(narrowed(keys));
  const source = memoryReader({ 'main.tf': main });
  const result = await judgeFiles({
    plans: [{ path: 'plan.json', label: undefined, bytes, source }],
    ...{ configuration: NO_CONFIGURATION, failOn: 'critical', today: '2026-01-01' },
  });
  if (!result.ok) throw new Error(result.error.error.message);
  const { report, sourceOf } = result.value;
  const fixes = fixesFor(report, 'T3.3').filter(({ kind }) => kind === 'add-rules');
  const fix = must(fixes[0], 'rules mend it');
  const { text, without } = await patchOf(must(await sourceOf(0), 'there are files'), fileChangesOf(fix, []));
  const patched = without.length > 0 ? without.join() : applyPatch(main, text);
  return { hcl: hclText(fix.blocks), patched: patched === false ? 'it does not apply' : patched };
}

function block(forEach: string, ...body: readonly string[]): string {
  const lines = [
    'security_group_id = var.nodes',
    'direction         = "ingress"',
    'ethertype         = "IPv4"',
    ...body,
  ];
  return `resource "${TYPE}" "this" {\n  for_each = ${forEach}\n\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

const BODY = [
  'protocol          = each.value.protocol',
  'port_range_min    = each.value.from',
  'port_range_max    = each.value.to',
  'remote_ip_prefix  = each.value.cidr',
];
const BY_CIDR = [
  'protocol          = "tcp"',
  'port_range_min    = 30000',
  'port_range_max    = 32767',
  'remote_ip_prefix  = each.value',
];
const changed = (name: string, value: string): readonly string[] =>
  BODY.map((line) => (line.startsWith(name) ? `${name.padEnd(17)} = ${value}` : line));

const MAP = [
  '{',
  `    ports   = { protocol = "tcp", from = 30000, to = 32767, cidr = "${VPC_CIDR}" }`,
  `    kubelet = { protocol = "tcp", from = 10250, to = 10250, cidr = "${VPC_CIDR}" }`,
  '    vxlan   = { protocol = "udp", from = 4789, to = 4789, cidr = "0.0.0.0/0" }',
  '  }',
].join('\n');
const LISTED = MAP.replaceAll(/(\w+) +(= \{) (.*) \}$/gm, '{ name = "$1", $3 },')
  .replace(/^\{/, '[')
  .replace(/\}$/, ']');
const SPREAD = [
  '{',
  ...KEYS.map((key) => `    ${key} = {\n      ports = [30000, 32767]\n      cidr  = "${VPC_CIDR}"\n    }`),
  '  }',
].join('\n');
const SPREAD_BODY = [
  'protocol          = "tcp"',
  'port_range_min    = each.value.ports[0]',
  'port_range_max    = each.value.ports[1]',
  'remote_ip_prefix  = each.value.cidr',
];

const local = (value: string): string => `locals {\n  rules = ${value}\n}\n\n`;
const REFERENCE = 'opentelekomcloud_cce_cluster_v3.prod.container_network_cidr';
const entry = (cidr: string): string => `protocol = "tcp", from = 30000, to = 32767, cidr = ${cidr} }`;
const CIDRS: Keys = ['10.0.0.0/8', '10.1.0.0/16', '10.2.0.0/16'];
const SET = `[\n${CIDRS.map((cidr) => `    "${cidr}",\n`).join('')}  ]`;

describe('a rule is added by an entry', () => {
  const written: string[] = [];

  const STYLES: readonly Style[] = [
    ['of a local value', `${local(MAP)}${block('local.rules', ...BODY)}`, `cce_t3_3 = { ${entry(REFERENCE)}`],
    ['of the block itself', block(MAP, ...BODY), `cce_t3_3 = { ${entry(REFERENCE)}`],
    [
      'of a part of a local value',
      `${local(`{\n    nodes = ${MAP.replaceAll('\n', '\n  ')}\n  }`)}${block('local.rules.nodes', ...BODY)}`,
      `cce_t3_3 = { ${entry(REFERENCE)}`,
    ],
    [
      'of the default of a variable, which holds values alone',
      `variable "rules" {\n  default = ${MAP}\n}\n\n${block('var.rules', ...BODY)}`,
      `cce_t3_3 = { ${entry(`"${POD_CIDR}"`)}`,
    ],
    [
      'of a list that has keys within',
      `${local(LISTED)}${block('{ for rule in local.rules : rule.name => rule }', ...BODY)}`,
      `{ name = "cce_t3_3", ${entry(REFERENCE)},`,
    ],
    [
      'with lists in it, in lines of their own',
      `${local(SPREAD)}${block('local.rules', ...SPREAD_BODY)}`,
      '  cidr  = ',
    ],
    [
      'whose values have a fallback',
      `${local(MAP)}${block('local.rules', ...changed('remote_ip_prefix', 'try(each.value.cidr, null)'))}`,
      `cce_t3_3 = { ${entry(REFERENCE)}`,
    ],
    [
      'whose numbers are made of texts',
      `${local(MAP)}${block('local.rules', ...changed('port_range_min', 'tonumber(each.value["from"])'))}`,
      `cce_t3_3 = { ${entry(REFERENCE)}`,
    ],
    [
      'of a map of texts',
      `${local(`{\n${KEYS.map((key) => `    ${key.padEnd(7)} = "${VPC_CIDR}"\n`).join('')}  }`)}${block('local.rules', ...BY_CIDR)}`,
      `cce_t3_3 = ${REFERENCE}`,
    ],
    [
      'with dashes in its key, where others have them',
      `${local(MAP.replace('kubelet', 'kube-le'))}${block('local.rules', ...BODY)}`,
      `cce-t3-3 = { ${entry(REFERENCE)}`,
      ['ports', 'kube-le', 'vxlan'],
    ],
    [
      'with a key that nobody has',
      `${local(MAP.replaceAll(/(ports|vxlan)  /g, '$1   ').replace('kubelet', 'cce_t3_3'))}${block('local.rules', ...BODY)}`,
      `cce_t3_3_2 = { ${entry(REFERENCE)}`,
      ['ports', 'cce_t3_3', 'vxlan'],
    ],
    [
      'with a description of its own',
      `${local(MAP.replaceAll('" }', '", what = "x" }'))}${block('local.rules', ...BODY, 'description       = each.value.what')}`,
      'what = "T3.3: Clients and load balancers reach NodePort Services over TCP." }',
    ],
  ];

  test.each(STYLES.map(([style, ...rest]) => ({ style, rest })))('$style', async ({ rest }) => {
    const [main, text, keys] = rest;
    const { hcl, patched } = await added(main, keys);
    expect(hcl).toMatch(/^# an entry of .*\bopentelekomcloud_networking_secgroup_rule_v2\.this\b/);
    expect(hcl).toContain(text);
    expect(hcl).not.toContain('resource');
    for (const line of text.split('\n')) expect(patched).toContain(line.trim());
    written.push(patched);
  });

  test('that Terraform, where there is one, would not write otherwise', () => {
    expect(written).toHaveLength(STYLES.length);
    if (spawnSync('terraform', ['version']).status !== 0) return;
    const folder = mkdtempSync(path.join(tmpdir(), 'entries-'));
    try {
      written.forEach((text, i) => writeFileSync(path.join(folder, `${String(i)}.tf`), text));
      expect(spawnSync('terraform', ['fmt', '-check', folder]).stdout.toString()).toBe('');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each([
    ['a local value', `locals {\n  cidrs = ${SET}\n}\n${block('toset(local.cidrs)', ...BY_CIDR)}`],
    ['a variable', `variable "cidrs" {\n  default = ${SET}\n}\n${block('toset(var.cidrs)', ...BY_CIDR)}`],
  ])('that is a value, in a set of texts of %s', async (_, main) => {
    const { hcl, patched } = await added(main, CIDRS);
    expect(hcl).toMatch(new RegExp(`^# an entry of (local|var)\\.cidrs\\b[^]*\\n"${POD_CIDR}",\\n$`));
    expect(patched).toContain(`    "${POD_CIDR}",\n    "10.0.0.0/8",\n`);
  });
});

describe('a rule is added by a block of its own', () => {
  test.each([
    [
      'a value is made of one of the entry',
      block(MAP, ...changed('remote_ip_prefix', '"${each.value.cidr}"'), 'x = 1').replace('}"', '}/16"'),
    ],
    ['a value is chosen', block(MAP, ...changed('remote_ip_prefix', 'var.on ? each.value.cidr : null'))],
    ['a value is two things', block(MAP, ...changed('protocol', 'each.value.cidr'))],
    ['entries are left out', block(`{ for k, v in ${MAP} : k => v if v.from > 0 }`, ...BODY)],
    ['entries become others', block(`{ for k, v in ${MAP} : k => merge(v, { to = 1 }) }`, ...BODY)],
    ['there are two maps', block(`merge({ a = { from = 1 } }, ${MAP})`, ...BODY)],
    ['the plan has other instances than the file has entries', block(MAP.replace('vxlan', 'other'), ...BODY)],
    ['the key is part of the rule', block(MAP, ...BODY, 'tenant_id = each.key')],
    [
      'something else is made of the map',
      `${local(MAP)}output "rules" {\n  value = local.rules\n}\n\n${block('local.rules', ...BODY)}`,
    ],
    ['the file has no such block', ''],
  ])('where %s', async (_, main) => {
    expect((await added(main)).hcl).toMatch(/^resource /m);
  });
});
