/** Clusters and what they tell of their network. */
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

describe('what a cluster tells of its network', () => {
  const side = (
    after: NonNullable<Entry['after']>,
    more: Partial<Entry> = {},
  ): Plan['clusters'][number]['after'] =>
    read({ type: 'cce_cluster_v3', name: 'c', after, ...more }).clusters[0]?.after;

  test.each([
    ['https://192.168.0.10:5443', '192.168.0.10/32'],
    ['https://192.168.0.10', '192.168.0.10/32'],
    ['https://api.example.com:5443', undefined],
    ['https://192.168.0.999:5443', undefined],
    ['', undefined],
  ])('the address of the API: %j', (internal, expected) => {
    expect(rangeText(side({ internal })?.apiAddress)).toBe(expected);
  });

  const setting = (name: string, value: unknown): NonNullable<Entry['after']> => ({
    component_configurations: [
      { name: 'kube-controller-manager', configurations: [{ name: 'x', value: '1' }] },
      {
        name,
        configurations: [
          { name: 'other', value: '1' },
          { name: 'service-node-port-range', value },
        ],
      },
    ],
  });
  const unknown = { kind: 'unknown', token: `${CLUSTER}: service-node-port-range` };

  test.each([
    ['nobody sets it', {}, undefined],
    ['no component', { component_configurations: [] }, undefined],
    [
      'a range',
      setting('kube-apiserver', '25000-32767'),
      { kind: 'known', range: { from: 25000, to: 32767 } },
    ],
    ['of another component', setting('kube-proxy', '25000-32767'), undefined],
    ['something else', setting('kube-apiserver', 'all'), unknown],
    ['too many digits', setting('kube-apiserver', '250000-327670'), unknown],
  ])('the NodePort range: %s', (_, after, expected) => {
    expect(side(after)?.nodePorts).toEqual(expected);
  });

  test.each([
    ['all of it', { component_configurations: true }, {}],
    [
      'the value',
      { component_configurations: [{}, { configurations: [{}, { value: true }] }] },
      setting('kube-apiserver', undefined),
    ],
    ['the component', { component_configurations: [{}, { name: true }] }, setting('', '25000-32767')],
  ])('a NodePort range that is not known: %s', (what, marks, after) => {
    const found = side(after, { unknown: marks, expressions: { component_configurations: refs('var.x') } });
    const known = { kind: 'known', range: { from: 25000, to: 32767 } };
    expect(found?.nodePorts).toEqual(what === 'the component' ? known : unknown);
  });
});
