/** Which clusters `init` finds in code, and what of them it takes to be known. */
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { init } from '../support/setup/init.js';
import { cluster, PROVIDER } from '../support/setup/repository.js';

describe('clusters', () => {
  async function found(code: string, more: Readonly<Record<string, string>> = {}) {
    const { at, text } = await init({ 'main.tf': PROVIDER + code, ...more }, '--ci', 'github');
    const { clusters } = parse(at('cce-plan-guard.yml')) as { clusters?: unknown[] };
    return { clusters, text };
  }

  test('values of locals count, those of variables do not', async () => {
    const locals =
      'locals {\n  env = "dev"\n  net = { pods = "10.0.0.0/16" }\n}\nvariable "t" { default = "eni" }\n';
    const given = { name: '"${local.env}-cce"', container_network_cidr: 'local.net.pods' };
    const { clusters, text } = await found(locals + cluster({ ...given, container_network_type: 'var.t' }));
    expect(clusters).toEqual([
      { name: 'dev-cce', 'vpc-cidrs': ['192.168.0.0/16'], 'container-cidrs': ['10.0.0.0/16'] },
    ]);
    expect(text).toContain('network-model of dev-cce, not written out in .;');
  });

  test.each([
    ['comes from a variable', 'var.name', ''],
    ['leads in a circle', 'local.a', 'locals {\n  a = local.b\n  b = local.a\n}\n'],
    ['is made for each', 'each.key', ''],
  ])('a name that %s is not guessed', async (_, name, before) => {
    const { clusters, text } = await found(before + cluster({ name }));
    expect(clusters).toBeUndefined();
    expect(text).toMatch(/the name of the cluster in main\.tf:\d+, which is not written out/);
  });

  test('all CIDRs of the VPC are known, or none is said', async () => {
    const more = (cidrs: string) =>
      `resource "opentelekomcloud_vpc_secondary_cidr_v3" "a" {\n  vpc_id = opentelekomcloud_vpc_v1.prod.id\n  cidrs  = ${cidrs}\n}\n`;
    const whole = await found(cluster() + more('["10.1.0.0/16"]'));
    expect(whole.clusters).toEqual([
      expect.objectContaining({ 'vpc-cidrs': ['192.168.0.0/16', '10.1.0.0/16'] }),
    ]);
    for (const cidrs of ['var.more', '["10.1.0.0/16", var.one]', '["10.1.0.5/16"]']) {
      const { clusters, text } = await found(cluster() + more(cidrs));
      expect(clusters).toEqual([expect.not.objectContaining({ 'vpc-cidrs': expect.anything() as unknown })]);
      expect(text).toContain('vpc-cidrs of prod');
    }
    const elsewhere = await found(cluster({ vpc_id: 'data.opentelekomcloud_vpc_v1.prod.id' }));
    expect(elsewhere.text).toContain('vpc-cidrs of prod');
  });

  test('of CCE Turbo have their pods in a subnet', async () => {
    const { clusters } = await found(
      cluster({ container_network_type: '"eni"', eni_subnet_cidr: '"192.168.128.0/20"' }),
    );
    expect(clusters).toEqual([
      expect.objectContaining({ 'network-model': 'eni', 'container-cidrs': ['192.168.128.0/20'] }),
    ]);
  });

  test('of a module belong to the root module that calls it, with what it gives them', async () => {
    const call = (name: string, given: string) =>
      `module "${name}" {\n  source = "./modules/cluster"\n  ${given}\n}\n`;
    const module = { 'modules/cluster/main.tf': cluster({ name: '"${var.env}-cce"' }) };
    const both = await found(
      call('a', 'env = "dev"') + call('b', 'env = local.e\n') + 'locals {\n  e = "prod"\n}\n',
      module,
    );
    expect(both.clusters).toEqual(
      ['prod-cce', 'dev-cce'].map((name) => expect.objectContaining({ name }) as unknown),
    );
    const each = await found(call('a', 'for_each = var.all\n  env = each.key'), module);
    expect(each.clusters).toBeUndefined();
    expect(each.text).toContain('the name of the cluster in modules/cluster/main.tf:');
    const circle = 'module "again" {\n  source = "../cluster"\n}\n';
    const { clusters } = await found(call('a', 'env = "x"'), {
      'modules/cluster/main.tf': cluster({ name: '"${var.env}-cce"' }) + circle,
    });
    expect(clusters).toEqual([expect.objectContaining({ name: 'x-cce' })]);
  });

  test('in code without any are said to be missing', async () => {
    const { text } = await found('');
    expect(text).toContain('a cluster in the code (opentelekomcloud_cce_cluster_v3)');
  });
});
