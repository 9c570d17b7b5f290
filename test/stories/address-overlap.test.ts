import { describe, expect, test } from '@jest/globals';

import { cluster, POD_CIDR, subnet, SUBNET_CIDR, vpc, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { judge } from '../support/judge.js';
import { type Cell, type Change, comes, stands, updated } from '../support/plans/plan-builder.js';
import { idOf } from '../support/plans/resource.js';
import { causes, said } from '../support/stories.js';

const CHECK = 'address-overlap';
const NETWORK: readonly Change[] = [comes(vpc(VPC_CIDR)), comes(subnet({ cidr: SUBNET_CIDR }))];

function fresh(cells: Readonly<Record<string, Cell>>, model: 'vpc-router' | 'eni' = 'vpc-router'): Change {
  const own = cluster({ model, isNew: true });
  return comes({ ...own, cells: { ...own.cells, ...cells } });
}

const VPC_AND_PODS = 'warning introduced: cluster prod: the ranges of its VPC and of its containers overlap';

describe('fires', () => {
  test('a new cluster whose containers lie in the VPC', () => {
    const changes = [...NETWORK, fresh({ container_network_cidr: '192.168.64.0/18' })];
    expect(said(judge(changes), CHECK)).toEqual([VPC_AND_PODS]);
  });

  test.each([
    ['192.168.0.0/20', 'the ranges of its VPC and of its Services overlap'],
    [POD_CIDR, 'of its containers and of its Services overlap'],
  ])('Services in %s', (range, words) => {
    const changes = [...NETWORK, fresh({ kubernetes_svc_ip_range: range })];
    expect(said(judge(changes), CHECK)).toEqual([`warning introduced: cluster prod: ${words}`]);
  });

  test('a secondary CIDR of the VPC that reaches into the containers of a running cluster', () => {
    const change = updated(vpc(VPC_CIDR), vpc(VPC_CIDR, '172.16.128.0/17'));
    const other = vpc('10.0.0.0/8');
    const report = judge([
      ...world({ model: 'vpc-router', vpc: change }),
      stands({ ...other, name: 'other', computed: { ...other.computed, id: idOf('other') } }),
    ]);
    expect(said(report, CHECK)).toEqual([VPC_AND_PODS]);
    expect(causes(report, CHECK)).toEqual(['vpc_v1.prod']);
  });
});

describe('does not fire', () => {
  test('when nothing changes, or the ranges are apart', () => {
    expect(said(judge(world({ model: 'vpc-router' })), CHECK)).toEqual([]);
    const apart = [...NETWORK, fresh({ kubernetes_svc_ip_range: '10.247.0.0/16' })];
    expect(said(judge(apart), CHECK)).toEqual([]);
  });

  test('for what overlapped before: the cluster runs all the same', () => {
    const wide = stands(vpc('172.16.0.0/12'));
    expect(said(judge(world({ model: 'vpc-router', vpc: wide })), CHECK)).toEqual([]);
  });

  test('for pods of CCE Turbo, which have addresses of the VPC', () => {
    expect(said(judge(world({ model: 'eni', as: 'new' })), CHECK)).toEqual([]);
  });
});

describe('cannot tell', () => {
  test('a range that the cloud chooses', () => {
    expect(said(judge(world({ model: 'vpc-router', as: 'new', container: null })), CHECK)).toEqual([]);
  });
});
