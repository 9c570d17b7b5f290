/** A small project: a cluster with the groups that CCE made, and a group of another kind. */
import { PROJECT, type Lists } from './server.js';

export const ID = {
  cluster: '9b4b3a46-55b3-4f71-aa0b-f7a9f3763736',
  node: '8615f6ed-b2cc-42b9-aa20-64cf4414ba05',
  control: '7b475ea0-20a1-4242-ad81-2116f94b90df',
  other: '11111111-1111-4111-8111-111111111111',
  vpc: '22222222-2222-4222-8222-222222222222',
  otherVpc: '33333333-3333-4333-8333-333333333333',
  subnet: '44444444-4444-4444-8444-444444444444',
  otherSubnet: '55555555-5555-4555-8555-555555555555',
  addresses: '66666666-6666-4666-8666-666666666666',
  rule: (n: number) => `f0000000-0000-4000-a000-00000000000${n}`,
};

const noise = { created_at: '2026-01-10T08:00:00Z', updated_at: '2026-01-10T08:00:00Z', tenant_id: PROJECT };

const cceGroup = (id: string, what: string) => ({
  ...{ id, name: `shop-cce-${what === 'node' ? 'node' : 'control'}-421b1`, project_id: PROJECT, ...noise },
  description: `The security group is created by CCE cluster ${ID.cluster} for the ${what}`,
  security_group_rules: [],
});

const rule = (n: number, group: string, more: object) => ({
  ...{ id: ID.rule(n), security_group_id: group, direction: 'ingress', ethertype: 'IPv4', protocol: 'tcp' },
  ...{ port_range_min: null, port_range_max: null, remote_group_id: null, remote_ip_prefix: null },
  ...{ description: '', project_id: PROJECT, ...noise, ...more },
});

const newer = (n: number, group: string, more: object) => ({
  ...{ id: ID.rule(n), security_group_id: group, direction: 'ingress', ethertype: 'IPv4', protocol: 'tcp' },
  ...{ multiport: null, remote_group_id: null, remote_ip_prefix: null, remote_address_group_id: null },
  ...{ action: 'allow', priority: 1, description: '', project_id: PROJECT, ...noise, ...more },
});

/** Its lists, with more fields than are needed, and in no order. */
export function smallProject(): Lists {
  return {
    'v2.0/security-groups': [
      cceGroup(ID.node, 'node'),
      cceGroup(ID.control, 'master port'),
      { ...cceGroup(ID.other, 'x'), name: 'bastion', description: 'of my own' },
    ],
    'v2.0/security-group-rules': [
      rule(3, ID.other, { port_range_min: 22, port_range_max: 22, remote_ip_prefix: '10.0.0.0/8' }),
      rule(1, ID.node, { port_range_min: 22, port_range_max: 22, remote_ip_prefix: '0.0.0.0/0' }),
      rule(2, ID.node, { protocol: null, remote_group_id: ID.control }),
    ],
    'vpc/security-group-rules': [
      newer(1, ID.node, { multiport: '22', remote_ip_prefix: '0.0.0.0/0' }),
      newer(2, ID.node, { protocol: null, remote_group_id: ID.control, priority: 100 }),
      newer(3, ID.other, { multiport: '22', remote_ip_prefix: '10.0.0.0/8' }),
      newer(4, ID.node, {
        ...{ multiport: '80,443', remote_address_group_id: ID.addresses, action: 'deny', priority: 50 },
      }),
    ],
    'vpc/address-groups': [
      {
        id: ID.addresses,
        name: 'blocked',
        ip_version: 4,
        ip_set: ['203.0.113.0/24'],
        max_capacity: 20,
        ...noise,
      },
    ],
    clusters: [
      {
        kind: 'Cluster',
        apiVersion: 'v3',
        metadata: { name: 'shop', uid: ID.cluster, labels: {}, creationTimestamp: '2026-01-10 08:00:00' },
        spec: {
          ...{
            type: 'VirtualMachine',
            flavor: 'cce.s1.small',
            version: 'v1.29',
            kubernetesSvcIpRange: '10.247.0.0/16',
          },
          hostNetwork: { vpc: ID.vpc, subnet: ID.subnet, SecurityGroup: ID.node },
          containerNetwork: { mode: 'vpc-router', cidr: '172.16.0.0/16' },
          authentication: { mode: 'rbac', authenticatingProxy: { ca: 'secret-ca' } },
        },
        status: { phase: 'Available', endpoints: [{ url: 'https://192.168.0.10:5443', type: 'Internal' }] },
      },
    ],
    nodepools: [
      {
        ...{ kind: 'NodePool', apiVersion: 'v3', metadata: { name: 'pool', uid: 'p1' } },
        spec: {
          ...{ initialNodeCount: 1, customSecurityGroups: [ID.other] },
          nodeTemplate: {
            login: { sshKey: 'secret-key' },
            nodeNicSpec: { primaryNic: { subnetId: ID.subnet } },
          },
        },
      },
    ],
    'vpc/vpcs': [
      { id: ID.otherVpc, name: 'other', cidr: '10.0.0.0/8', extend_cidrs: [], ...noise },
      { id: ID.vpc, name: 'main', cidr: '192.168.0.0/16', extend_cidrs: ['10.1.0.0/16'], ...noise },
    ],
    vpcs: [
      { id: ID.otherVpc, name: 'other', cidr: '10.0.0.0/8', status: 'OK' },
      { id: ID.vpc, name: 'main', cidr: '192.168.0.0/16', status: 'OK' },
    ],
    subnets: [
      subnet(ID.subnet, ID.vpc, '192.168.0.0/20'),
      subnet(ID.otherSubnet, ID.otherVpc, '10.0.0.0/16'),
    ],
  };
}

function subnet(id: string, vpc: string, cidr: string): Record<string, unknown> {
  return {
    ...{ id, name: 'nodes', cidr, vpc_id: vpc, gateway_ip: '192.168.0.1', dhcp_enable: true },
    ...{ neutron_network_id: id, neutron_subnet_id: `${id.slice(0, -1)}a`, status: 'ACTIVE' },
    ...{ primary_dns: '100.125.4.25', secondary_dns: '100.125.129.199' },
    dnsList: ['100.125.4.25', '100.125.129.199'],
  };
}
