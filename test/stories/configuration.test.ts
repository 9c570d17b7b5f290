import { describe, expect, test } from '@jest/globals';

import { SUBNET_CIDR, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge } from '../support/judge.js';
import { type Change, comes, goes, stands } from '../support/plans/plan-builder.js';
import { idOf } from '../support/plans/resource.js';
import { bare, configured, printed, said, secret } from '../support/stories.js';

const base = world({ model: 'vpc-router' });
const FAR = { ref: 'var.group', value: idOf('far') };
const WEB: RuleSpec = { group: FAR, protocol: 'tcp', ports: [80, 80], cidr: '203.0.113.0/24' };
const NOTHING: readonly string[] = [];

function told(entry: string, ...changes: readonly Change[]): readonly string[] {
  return said(judge([...base, ...changes], configured(`clusters: [{ ${entry} }]`)), 'configuration').map(
    bare,
  );
}

describe('fires', () => {
  test('an entry for a cluster that nothing has', () => {
    expect(told('name: porud, vpc-cidrs: [10.0.0.0/8]')).toEqual([
      'warning introduced: an entry of the configuration matches nothing: the plan shows no cluster `porud`',
    ]);
  });

  test('an entry whose groups nothing has either: once', () => {
    expect(told(`name: far, security-groups: { node: [nodes], control: ["${idOf('other')}"] }`)).toEqual([
      `warning introduced: an entry of the configuration matches nothing: the plan shows no cluster \`far\`, and no security group \`nodes\`, \`${idOf('other')}\``,
    ]);
  });

  test('one of two groups that nothing has', () => {
    expect(told('name: far, security-groups: { node: [own, nodes] }', stands(group('own')))).toEqual([
      expect.stringContaining('names `nodes` as a security group of cluster far'),
    ]);
  });

  test('a model that the plan contradicts', () => {
    expect(told('name: prod, network-model: overlay_l2')).toEqual([
      'warning introduced: `network-model` of cluster prod in the configuration says something else than cce_cluster_v3.prod.container_network_type',
    ]);
  });

  test('CIDRs that leave out what the plan shows', () => {
    expect(told(`name: prod, vpc-cidrs: [${SUBNET_CIDR}], container-cidrs: [10.0.0.0/16]`)).toEqual([
      expect.stringMatching(/`vpc-cidrs` .* than vpc_v1\.prod\.cidr$/),
      expect.stringMatching(/`container-cidrs` .* than cce_cluster_v3\.prod\.container_network_cidr$/),
    ]);
  });

  test('another group than the one that the plan tells', () => {
    expect(told(`name: prod, security-groups: { control: ["${FAR.value}"] }`)).toEqual([
      expect.stringMatching(/`security-groups` .* than cce_cluster_v3\.prod\.security_group_control$/),
    ]);
    expect(told(`name: prod, security-groups: { node: ["${FAR.value}"] }`)).toEqual([
      expect.stringMatching(/`security-groups` .* than cce_cluster_v3\.prod\.security_group_node$/),
    ]);
  });
});

describe('does not fire', () => {
  test('for more addresses than the plan shows', () => {
    expect(told(`name: prod, network-model: vpc-router, vpc-cidrs: [${VPC_CIDR}, 10.9.0.0/16]`)).toEqual(
      NOTHING,
    );
  });

  test('for a group whose id a rule names', () => {
    const entry = `name: far, security-groups: { node: ["${FAR.value}"] }`;
    expect(told(entry, comes(rule('web', WEB)))).toEqual(NOTHING);
    expect(told(entry, stands(pool('own', { groups: [FAR] })))).toEqual(NOTHING);
  });

  test('for a group that only a pool names, or a rule that goes', () => {
    const entry = `name: far, security-groups: { node: ["${FAR.value}"] }`;
    expect(told(entry)).toEqual([expect.stringContaining('matches nothing')]);
    expect(told(entry, stands(pool('workers', { groups: [FAR] })))).toEqual(NOTHING);
    expect(told(entry, goes(rule('web', WEB)))).toEqual(NOTHING);
  });

  test('for the id of a group that no rule is in, of a cluster that the plan shows', () => {
    const data = world({ model: 'vpc-router', as: 'data' });
    const entry = configured(`clusters: [{ name: prod, security-groups: { control: ["${idOf('x')}"] } }]`);
    expect(said(judge(data, entry), 'configuration')).toEqual(NOTHING);
  });
});

describe('cannot tell', () => {
  test('the plan does not know what the entry says', () => {
    const own = world({ model: 'vpc-router', as: 'new', container: null });
    const entry = configured('clusters: [{ name: prod, container-cidrs: [10.0.0.0/16] }]');
    expect(said(judge(own, entry), 'configuration')).toEqual(NOTHING);
  });
});

test('a sensitive CIDR that the entry leaves out is not printed', () => {
  const changes = base.map((change) => {
    const { after } = change;
    return after?.type === 'vpc_v1' ? stands(secret(after, 'cidr')) : change;
  });
  const report = judge(changes, configured('clusters: [{ name: prod, vpc-cidrs: [10.0.0.0/8] }]'));
  expect(said(report, 'configuration')).toHaveLength(1);
  expect(printed(report)).not.toContain(VPC_CIDR);
});
