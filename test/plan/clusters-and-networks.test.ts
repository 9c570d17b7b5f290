/** Clusters, VPCs and subnets on both sides of a plan. */
import { describe, expect, test } from '@jest/globals';

import type { Plan } from '../../src/plan/plan.js';
import type { Range } from '../../src/plan/rule.js';
import {
  documentOf,
  type Entry,
  groupText,
  peerText,
  planOf,
  PREFIX,
  ref,
  refs,
} from '../support/plans/reading.js';

const CLUSTER = `${PREFIX}cce_cluster_v3.c`;

function rangeText(range: Range | undefined): string | undefined {
  return range === undefined ? undefined : peerText({ kind: 'range', range });
}

function read(...entries: readonly Entry[]): Plan {
  return planOf(documentOf(entries.map((entry) => ({ expressions: {}, ...entry }))));
}

describe('a cluster', () => {
  const cells = { name: 'c', vpc_id: 'vpc-1', subnet_id: 'net-1', container_network_type: 'vpc-router' };
  const unknown = {
    id: true,
    container_network_cidr: true,
    security_group_id: true,
    security_group_node: true,
    security_group_control: true,
  };
  const there = {
    ...cells,
    id: 'cl-1',
    container_network_cidr: '172.16.0.0/16',
    security_group_id: 'sg-n',
    security_group_node: 'sg-n',
    security_group_control: 'sg-c',
  };

  test('that is made: the groups that CCE makes go by its attributes', () => {
    const [cluster] = read({ type: 'cce_cluster_v3', name: 'c', after: cells, unknown }).clusters;
    const side = cluster?.after;
    expect(groupText(side?.nodeGroup)).toBe(`group ${CLUSTER}.security_group_node`);
    expect(groupText(side?.controlGroup)).toBe(`group ${CLUSTER}.security_group_control`);
    expect(side?.ownNodeGroup).toBeUndefined();
    expect(rangeText(side?.containerCidr)).toBe(`unknown ${CLUSTER}.container_network_cidr`);
    expect(side).toMatchObject({
      id: undefined,
      vpc: { kind: 'id', id: 'vpc-1' },
      networkType: { text: 'vpc-router', isSensitive: false },
    });
    expect(cluster?.before).toBeUndefined();
  });

  test('that stands: ids, and no group of its own where none is configured', () => {
    const [cluster] = read({
      type: 'cce_cluster_v3',
      name: 'c',
      actions: ['no-op'],
      before: there,
      after: there,
    }).clusters;
    expect(cluster?.after).toMatchObject({ id: 'cl-1', ownNodeGroup: undefined });
    expect(groupText(cluster?.after?.nodeGroup)).toBe('group sg-n');
    expect(rangeText(cluster?.before?.containerCidr)).toBe('172.16.0.0/16');
  });

  test.each<[string, object, string | undefined]>([
    ['a known id', { security_group_id: 'sg-own' }, 'group sg-own'],
    ['the one that CCE made', { security_group_id: 'sg-n' }, undefined],
  ])('with a configured group: %s', (_, own, expected) => {
    const values = { ...there, ...own };
    const expressions = { security_group_id: refs('var.sg') };
    const entry: Entry = {
      type: 'cce_cluster_v3',
      name: 'c',
      actions: ['no-op'],
      before: values,
      after: values,
      expressions,
    };
    expect(groupText(read(entry).clusters[0]?.after?.ownNodeGroup)).toBe(expected);
  });

  test('that is replaced is another one afterwards', () => {
    const entry: Entry = {
      type: 'cce_cluster_v3',
      name: 'c',
      actions: ['delete', 'create'],
      before: there,
      after: cells,
      unknown,
    };
    const [cluster] = read(entry).clusters;
    expect([cluster?.isReplaced, cluster?.before?.id, cluster?.after?.id]).toEqual([true, 'cl-1', undefined]);
  });

  test('eni without saying so, and IPv6', () => {
    const after = { name: 'c', eni_subnet_id: 'sub-1', eni_subnet_cidr: '10.1.0.0/16', ipv6_enable: true };
    const side = read({ type: 'cce_cluster_v3', name: 'c', after }).clusters[0]?.after;
    expect([side?.networkType?.text, rangeText(side?.eniSubnetCidr), side?.hasIpv6]).toEqual([
      'eni',
      '10.1.0.0/16',
      true,
    ]);
  });

  test('unknown ranges of one origin are one and the same', () => {
    const vpc: Entry = {
      type: 'vpc_v1',
      name: 'v',
      after: {},
      unknown: { cidr: true, id: true },
      expressions: { cidr: refs('local.cidr') },
    };
    const one = ref('vpc_v1', 'v', 'cidr');
    const cluster: Entry = {
      type: 'cce_cluster_v3',
      name: 'c',
      after: {},
      unknown: { container_network_cidr: true },
      expressions: { container_network_cidr: one },
    };
    const rule = (name: string, expression: object): Entry => ({
      type: 'networking_secgroup_rule_v2',
      name,
      after: { direction: 'ingress', ethertype: 'IPv4', security_group_id: 'sg-1' },
      unknown: { remote_ip_prefix: true },
      expressions: { remote_ip_prefix: expression },
    });
    const plan = read(
      vpc,
      cluster,
      rule('r', one),
      rule('s', ref('cce_cluster_v3', 'c', 'container_network_cidr')),
    );
    const origin = `unknown ${PREFIX}vpc_v1.v.cidr`;
    expect(rangeText(plan.vpcs[0]?.after?.cidr)).toBe(origin);
    expect(rangeText(plan.clusters[0]?.after?.containerCidr)).toBe(origin);
    expect(plan.rules.map(({ after }) => peerText(after?.peer))).toEqual([origin, origin]);
  });
});

test('a subnet of the Neutron API: its network is what others name, and the provider fills in the same servers', () => {
  const after = { id: 'sub-1', network_id: 'net-1', cidr: '10.1.0.0/24' };
  const entry: Entry = { type: 'networking_subnet_v2', name: 's', actions: ['no-op'], before: after, after };
  const side = read(entry).subnets[0]?.after;
  expect([side?.id, side?.subnetId, rangeText(side?.cidr)]).toEqual(['net-1', 'sub-1', '10.1.0.0/24']);
  expect(side?.dnsServers?.map(rangeText)).toEqual(['100.125.4.25/32', '100.125.129.199/32']);
  const own = { ...after, dns_nameservers: ['10.1.0.53'] };
  const named = read({ ...entry, before: own, after: own }).subnets[0]?.after;
  expect(named?.dnsServers?.map(rangeText)).toEqual(['10.1.0.53/32']);
});

describe('a VPC and its subnets', () => {
  test('secondary CIDRs, in the VPC and beside it', () => {
    const before = { id: 'vpc-1', cidr: '10.0.0.0/16', secondary_cidr: null };
    const after = { ...before, secondary_cidr: '10.1.0.0/16' };
    const plan = read(
      { type: 'vpc_v1', name: 'v', actions: ['update'], before, after },
      {
        type: 'vpc_secondary_cidr_v3',
        after: { cidrs: ['10.2.0.0/16', '10.3.0.0/16'] },
        unknown: { vpc_id: true },
        expressions: { vpc_id: ref('vpc_v1', 'w', 'id') },
      },
      { type: 'vpc_v1', name: 'w', after: { cidr: '10.9.0.0/16' }, unknown: { id: true } },
    );
    expect(plan.vpcs[0]?.before?.secondaryCidrs).toEqual([]);
    expect(plan.vpcs[0]?.after?.secondaryCidrs.map(rangeText)).toEqual(['10.1.0.0/16']);
    expect(plan.secondaryCidrs[0]?.after?.cidrs.map(rangeText)).toEqual(['10.2.0.0/16', '10.3.0.0/16']);
    expect(plan.secondaryCidrs[0]?.after?.vpc).toEqual({ kind: 'address', address: `${PREFIX}vpc_v1.w` });
  });

  const subnet = { cidr: '10.0.0.0/24', vpc_id: 'vpc-1' };
  const dnsUnknown = { dns_list: true, primary_dns: true, secondary_dns: true };
  const pair = ['100.125.4.25/32', '100.125.129.199/32'];

  test.each<[string, Partial<Entry>, readonly string[] | undefined]>([
    ['none set', { after: subnet, unknown: dnsUnknown }, pair],
    ['a list', { after: { ...subnet, dns_list: ['1.1.1.1', '8.8.8.8'] } }, ['1.1.1.1/32', '8.8.8.8/32']],
    [
      'the first alone',
      { after: { ...subnet, primary_dns: '1.1.1.1' }, unknown: { secondary_dns: true, dns_list: true } },
      ['1.1.1.1/32'],
    ],
    [
      'a list before the two',
      { after: { ...subnet, dns_list: ['8.8.8.8'], primary_dns: '1.1.1.1' } },
      ['8.8.8.8/32'],
    ],
    [
      'one that is not known',
      { after: subnet, unknown: dnsUnknown, expressions: { primary_dns: refs('local.dns') } },
      [`unknown ${PREFIX}vpc_subnet_v1.x.primary_dns`],
    ],
  ])('DNS servers: %s', (_, entry, expected) => {
    const { subnets } = read({ type: 'vpc_subnet_v1', ...entry });
    expect(subnets[0]?.after?.dnsServers?.map(rangeText)).toEqual(expected);
  });

  test('a data source that is read later tells nothing of itself', () => {
    const unknown = { id: true, cidr: true, ...dnsUnknown };
    const plan = read({ type: 'data.vpc_subnet_v1', actions: ['read'], after: { name: 's' }, unknown });
    const address = `data.${PREFIX}vpc_subnet_v1.x`;
    expect(rangeText(plan.subnets[0]?.after?.cidr)).toBe(`unknown ${address}.cidr`);
    expect(plan.subnets[0]?.after?.dnsServers?.map(rangeText)).toEqual([`unknown ${address}.dns_list`]);
  });
});
