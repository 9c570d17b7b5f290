/** Whatever stands in the attributes of the types that we read: reading them never throws. */
import { describe, expect, test } from '@jest/globals';

import { readPlan } from '../support/run-bytes.js';
import { block, bytesOf, NO_SOURCE, PREFIX } from '../support/plans/reading.js';
import { fc } from '../support/laws.js';

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  networking_secgroup_v2: ['id', 'name', 'name_regex', 'secgroup_id', 'description', 'delete_default_rules'],
  vpc_secgroup_v3: ['id', 'name', 'description', 'delete_default_rules'],
  compute_secgroup_v2: ['id', 'name', 'rule'],
  networking_secgroup_rule_v2: [
    'id',
    'security_group_id',
    'direction',
    'ethertype',
    'protocol',
    'port_range_min',
    'port_range_max',
    'remote_ip_prefix',
    'remote_group_id',
  ],
  vpc_secgroup_rule_v3: [
    'id',
    'security_group_id',
    'direction',
    'ether_type',
    'protocol',
    'multi_port',
    'action',
    'priority',
    'remote_ip_prefix',
    'remote_group_id',
    'remote_address_group_id',
  ],
  vpc_ip_address_group_v3: ['id', 'ip_set', 'ip_extra_set', 'ip_version'],
  cce_cluster_v3: [
    'id',
    'name',
    'vpc_id',
    'subnet_id',
    'container_network_type',
    'container_network_cidr',
    'eni_subnet_id',
    'eni_subnet_cidr',
    'security_group_id',
    'security_group_node',
    'security_group_control',
    'ipv6_enable',
  ],
  cce_node_pool_v3: ['id', 'cluster_id', 'subnet_id', 'security_group_ids'],
  cce_node_v3: ['id', 'cluster_id', 'server_id', 'subnet_id'],
  cce_node_attach_v3: ['id', 'cluster_id', 'server_id'],
  vpc_v1: ['id', 'cidr', 'secondary_cidr'],
  vpc_secondary_cidr_v3: ['id', 'vpc_id', 'cidrs'],
  vpc_subnet_v1: ['id', 'subnet_id', 'vpc_id', 'cidr', 'dns_list', 'primary_dns', 'secondary_dns'],
  networking_port_v2: [
    'id',
    'device_id',
    'security_group_ids',
    'no_security_groups',
    'port_security_enabled',
  ],
  networking_port_secgroup_associate_v2: ['id', 'port_id', 'security_group_ids', 'force'],
  compute_instance_v2: ['id', 'security_groups', 'network'],
  ecs_instance_v1: ['id', 'security_groups', 'nics'],
};

/** Texts that mean something to one reader or another. */
const text = fc.constantFrom(
  'tcp',
  'TCP',
  'icmp',
  '47',
  'ingress',
  'IPv6',
  'allow',
  'deny',
  '10.0.0.0/8',
  '::/0',
  '10.0.0.9-10.0.0.1',
  '22,80-90',
  'sg-1',
  'eni',
  '',
);
const blocks = fc.array(
  fc.dictionary(
    fc.constantFrom('from_port', 'to_port', 'ip_protocol', 'cidr', 'from_group_id', 'self', 'ip'),
    fc.oneof(text, fc.jsonValue()),
  ),
  { maxLength: 3 },
);
const value = fc.oneof(
  text,
  fc.integer({ min: -2, max: 70_000 }),
  fc.boolean(),
  fc.array(text),
  blocks,
  fc.jsonValue(),
);
const mark = fc.oneof(fc.boolean(), fc.array(fc.boolean()), fc.jsonValue());
const actions = fc.constantFrom(
  ['no-op'],
  ['create'],
  ['read'],
  ['update'],
  ['delete'],
  ['delete', 'create'],
  ['create', 'delete'],
  ['forget'],
  ['create', 'forget'],
);

function cells<T>(names: readonly string[], cell: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.dictionary(fc.constantFrom(...names), cell, { maxKeys: names.length });
}

function expressionOf(type: string, names: readonly string[]): fc.Arbitrary<unknown> {
  const own = fc.constantFrom(...names).map((name) => `${PREFIX}${type}.y.${name}`);
  const reference = fc.oneof(
    own,
    fc.constantFrom('var.v', 'local.l', 'each.value', 'each.key', `${PREFIX}${type}.x`),
    fc.string(),
  );
  return fc.oneof(
    fc.record({ references: fc.array(reference, { maxLength: 3 }) }),
    fc.record({ constant_value: fc.jsonValue() }),
    fc.jsonValue(),
  );
}

/** Two resources of the type that may refer to each other and to themselves. */
function documentOf(type: string, names: readonly string[]): fc.Arbitrary<object> {
  const side = fc.option(cells(names, value));
  const change = fc.record({
    actions,
    before: side,
    after: side,
    after_unknown: fc.oneof(cells(names, mark), mark),
    before_sensitive: fc.oneof(cells(names, mark), mark),
    after_sensitive: fc.oneof(cells(names, mark), mark),
    replace_paths: fc.constant([['x'], []]),
  });
  const expressions = cells(names, expressionOf(type, names));
  return fc
    .record({
      changes: fc.tuple(change, change),
      expressions: fc.tuple(expressions, expressions),
      v: fc.jsonValue(),
      isData: fc.boolean(),
    })
    .map(({ changes, expressions: both, v, isData }) => ({
      format_version: '1.2',
      variables: { v: { value: v } },
      resource_changes: changes.map((c, i) => ({
        address: `${isData ? 'data.' : ''}${PREFIX}${type}.${i === 0 ? 'x' : 'y'}`,
        mode: isData ? 'data' : 'managed',
        type: `${PREFIX}${type}`,
        change: c,
      })),
      resource_drift: [
        {
          address: `${PREFIX}${type}.x`,
          mode: 'managed',
          type: `${PREFIX}${type}`,
          change: { ...changes[1], actions: ['update'] },
        },
      ],
      configuration: {
        root_module: {
          resources: both.map((e, i) => block(isData ? `data.${type}` : type, i === 0 ? 'x' : 'y', e)),
        },
      },
    }));
}

describe('any JSON in any attribute', () => {
  test.each(Object.entries(ATTRIBUTES))('%s', (type, names) => {
    fc.assert(
      fc.property(documentOf(type, names), (document) => {
        expect(readPlan(bytesOf(document), NO_SOURCE)).toMatchObject({ ok: true });
      }),
    );
  });
});
