/** Whole objects in outputs of `terraform_remote_state` count like resources. */
import { describe, expect, test } from '@jest/globals';

import { madeGroup, POD_CIDR, SUBNET_CIDR, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judgeBytes, type Judgement, verdict } from '../support/judge.js';
import { type Change, comes, goes, planDocument, stands } from '../support/plans/plan-builder.js';
import { idOf } from '../support/plans/resource.js';
import { bare, printed, said } from '../support/stories.js';

const NODE = madeGroup('node').value;
const TCP: RuleSpec = {
  group: { ref: 'data.terraform_remote_state.up.outputs.x', value: NODE },
  protocol: 'tcp',
  ports: [1, 65_535],
  cidr: VPC_CIDR,
};
const CLUSTER = {
  id: idOf('cce_cluster_v3 prod'),
  name: 'prod',
  container_network_type: 'vpc-router',
  container_network_cidr: POD_CIDR,
  vpc_id: idOf('vpc_v1 prod'),
  subnet_id: idOf('vpc_subnet_v1 nodes'),
  security_group_node: NODE,
  security_group_control: madeGroup('control').value,
};
const VPC = { id: CLUSTER.vpc_id, cidr: VPC_CIDR };
const SUBNET = { id: CLUSTER.subnet_id, cidr: SUBNET_CIDR, vpc_id: VPC.id, dns_list: ['192.168.0.53'] };

/** The report of a plan that has read these outputs. */
function withOutputs(outputs: unknown, changes: readonly Change[], sensitive: unknown = {}): Judgement {
  const document = planDocument(changes);
  const { root_module: root } = document.prior_state.values;
  const state = {
    address: 'data.terraform_remote_state.up["x"]',
    mode: 'data',
    type: 'terraform_remote_state',
    name: 'up',
    values: { backend: 'local', outputs },
    sensitive_values: { outputs: sensitive },
  };
  const values = { root_module: { ...root, resources: [...root.resources, state] } };
  const prior = { ...document.prior_state, values };
  return judgeBytes(new TextEncoder().encode(JSON.stringify({ ...document, prior_state: prior })));
}

const gone = [goes(rule('tcp', TCP))];

describe('places the rules of the groups that they name', () => {
  test.each<[string, unknown]>([
    ['a cluster and a VPC', { cluster: CLUSTER, vpc: VPC }],
    ['in a map', { clusters: { 'a b': CLUSTER }, network: { vpc: VPC, subnet: SUBNET } }],
    ['in a list', { all: [VPC, CLUSTER] }],
  ])('%s', (_, outputs) => {
    expect(verdict(withOutputs(outputs, gone)).introduced).toEqual(['T1.2']);
  });

  test('a group by its name, and the cluster by its data source', () => {
    const data = world({ model: 'vpc-router', as: 'data' });
    const group = { id: NODE, name: 'prod-cce-node-a1b2c', description: '', region: 'eu-de' };
    expect(verdict(withOutputs({ group }, [...data, ...gone])).introduced).toEqual(['T1.2']);
  });

  test('a cluster of which the data source tells no groups', () => {
    const data = world({ model: 'vpc-router', as: 'data' });
    expect(verdict(withOutputs({ cluster: CLUSTER }, [...data, ...gone])).introduced).toEqual(['T1.2']);
  });

  test('a pool of the cluster, with the group of its own', () => {
    const own = { id: idOf('pool'), cluster_id: CLUSTER.id, security_group_ids: [idOf('own')] };
    const report = withOutputs({ cluster: CLUSTER, vpc: VPC, pool: own }, [
      comes(rule('web', { ...TCP, group: { ref: 'var.own', value: idOf('own') } })),
    ]);
    expect(said(report, 'unknown-group')).toEqual([expect.stringMatching(/group whose rules are not known/)]);
  });
});

test('the resource says it all: what another state says of its cluster does not count', () => {
  const other = { ...CLUSTER, security_group_node: idOf('other'), security_group_id: idOf('other') };
  const changes = [...world({ model: 'vpc-router' }), ...gone];
  expect(verdict(withOutputs({ other }, changes)).introduced).toEqual(['T1.2']);
});

test('a subnet tells its DNS servers', () => {
  const report = withOutputs({ cluster: CLUSTER, vpc: VPC, subnet: SUBNET }, gone);
  expect(report.clusters.map(({ dnsServers }) => dnsServers)).toEqual([['192.168.0.53']]);
});

test.each<[string, unknown]>([
  ['an id', NODE],
  ['an object that is none of them', { node: NODE, name: 'prod' }],
  ['nothing', null],
])('%s places no group', (_, output) => {
  expect(said(withOutputs({ output }, gone), 'unknown-group').map(bare)).toEqual([
    expect.stringMatching(/^warning introduced: a rule changes in a security group that cannot be placed/),
  ]);
});

test('a sensitive output is printed nowhere', () => {
  const report = withOutputs({ cluster: CLUSTER, vpc: VPC }, gone, { cluster: true, vpc: { cidr: true } });
  expect(verdict(report).introduced).toEqual(['T1.2']);
  expect(printed(report)).not.toContain(NODE);
  expect(printed(report)).not.toContain(VPC_CIDR);
  expect(printed(report)).not.toContain(POD_CIDR);
});

test('rules that stay are no reason to tell of it', () => {
  expect(withOutputs({ cluster: CLUSTER, vpc: VPC }, [stands(rule('tcp', TCP))]).summary.warning).toBe(0);
});

test('a pool of this plan that names the cluster of another state by its id', () => {
  const own = pool('own', { groups: [], clusterId: { ref: 'var.cluster', value: CLUSTER.id } });
  expect(said(withOutputs({ cluster: CLUSTER, vpc: VPC }, [comes(own)]), 'unknown-group')).toEqual([]);
});
