/** Which addresses the names of the page stand for in a cluster, and where they are told. */
import { describe, expect, test } from '@jest/globals';

import { judge } from '../support/judge.js';
import {
  cluster,
  POD_CIDR,
  POD_SUBNET,
  SUBNET_CIDR,
  subnet,
  vpc,
  VPC_CIDR,
  world,
} from '../support/plans/cce-world.js';
import { type Change, type Resource, stands } from '../support/plans/plan-builder.js';
import { idOf } from '../support/plans/resource.js';
import { bare, configured } from '../support/stories.js';

/** The cluster of a plan with these resources: its ranges and what tells them. */
function shown(changes: readonly Change[], yaml = '{}'): Readonly<Record<string, readonly string[]>> {
  const [found] = judge(changes, configured(yaml)).clusters;
  if (found === undefined) throw new Error('no cluster');
  const { vpcCidrs, containerCidrs, masterCidrs, dnsServers, sources } = found;
  return {
    vpc: [...vpcCidrs, bare(sources.vpcCidrs)],
    container: [...containerCidrs, bare(sources.containerCidrs)],
    masters: [...masterCidrs, bare(sources.masterCidrs)],
    dns: [...dnsServers, bare(sources.dnsServers)],
  };
}

function changed(resource: Resource, cells: Resource['cells']): Resource {
  return { ...resource, cells: { ...resource.cells, ...cells } };
}

const NETWORKS = [vpc(VPC_CIDR), subnet({ cidr: SUBNET_CIDR }), subnet({ name: 'pods', cidr: POD_SUBNET })];

describe('of CCE Turbo pods have addresses', () => {
  const turbo = cluster({ model: 'eni' });

  test('of the range that the cluster names', () => {
    expect(shown([...NETWORKS, turbo].map(stands))['container']).toEqual([
      POD_SUBNET,
      'cce_cluster_v3.prod.eni_subnet_cidr',
    ]);
  });

  test('else of the subnet that has this Neutron id, which is not the id of the network', () => {
    const named = changed(turbo, { eni_subnet_id: idOf('neutron pods'), eni_subnet_cidr: null });
    expect(shown([...NETWORKS, named].map(stands))['container']).toEqual([
      POD_SUBNET,
      'vpc_subnet_v1.pods.cidr',
    ]);
    const other = changed(turbo, { eni_subnet_id: idOf('vpc_subnet_v1 pods'), eni_subnet_cidr: null });
    expect(shown([...NETWORKS, other].map(stands))['container']).not.toContain(POD_SUBNET);
  });
});

test('what the configuration says counts, whatever the plan shows', () => {
  const entry = [
    'name: prod',
    'vpc-cidrs: [10.0.0.0/8]',
    'container-cidrs: [172.20.0.0/16]',
    'master-cidrs: [10.0.0.0/28]',
    'dns-servers: [10.0.0.53]',
  ].join(', ');
  expect(shown(world({ model: 'vpc-router' }), `clusters: [{ ${entry} }]`)).toEqual({
    vpc: ['10.0.0.0/8', 'configuration'],
    container: ['172.20.0.0/16', 'configuration'],
    masters: ['10.0.0.0/28', 'configuration'],
    dns: ['10.0.0.53', 'configuration'],
  });
  expect(shown(world({ model: 'vpc-router' }))).toEqual({
    vpc: [VPC_CIDR, 'vpc_v1.prod.cidr'],
    container: [POD_CIDR, 'cce_cluster_v3.prod.container_network_cidr'],
    masters: [SUBNET_CIDR, 'vpc_subnet_v1.nodes.cidr'],
    dns: ['100.125.4.25', '100.125.129.199', 'vpc_subnet_v1.nodes.dns_list'],
  });
});
