/** Which clusters `init` finds in code, and what of them it takes to be known. */
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { CHECK_IDS } from '../../src/check/check-id.js';
import { readConfiguration } from '../../src/config/read-configuration.js';
import { init } from '../support/setup/init.js';
import { cluster, PROVIDER } from '../support/setup/repository.js';

describe('clusters', () => {
  /** What it says that it found of clusters, and all that it says; nothing of what a plan shows is in the configuration. */
  async function found(code: string, more: Readonly<Record<string, string>> = {}) {
    const { at, text } = await init({ 'main.tf': PROVIDER + code, ...more }, '--ci', 'github');
    expect(parse(at('cce-plan-guard.yml'))).toEqual({ 'fail-on': 'critical' });
    const clusters = [...text.matchAll(/^ {2}cluster (.*?) \(.*?\)(.*)$/gm)].map(
      ([, name, facts]) => `${name ?? ''}${facts ?? ''}`,
    );
    return { clusters, text, configuration: at('cce-plan-guard.yml') };
  }

  test('values of locals count, those of variables do not', async () => {
    const locals =
      'locals {\n  env = "dev"\n  net = { pods = "10.0.0.0/16" }\n}\nvariable "t" { default = "eni" }\n';
    const given = { name: '"${local.env}-cce"', container_network_cidr: 'local.net.pods' };
    const { clusters, text } = await found(locals + cluster({ ...given, container_network_type: 'var.t' }));
    expect(clusters).toEqual(['dev-cce: VPC 192.168.0.0/16, containers 10.0.0.0/16']);
    expect(text).not.toContain('vpc-cidrs');
  });

  test.each([
    ['comes from a variable', 'var.name', ''],
    ['leads in a circle', 'local.a', 'locals {\n  a = local.b\n  b = local.a\n}\n'],
    ['is made for each', 'each.key', ''],
  ])('a name that %s is not guessed', async (_, name, before) => {
    const { clusters, text } = await found(before + cluster({ name }));
    expect(clusters).toEqual([]);
    expect(text).toMatch(/the name of the cluster in main\.tf:\d+, which is not written out/);
  });

  test('all CIDRs of the VPC are known, or none is said', async () => {
    const more = (cidrs: string) =>
      `resource "opentelekomcloud_vpc_secondary_cidr_v3" "a" {\n  vpc_id = opentelekomcloud_vpc_v1.prod.id\n  cidrs  = ${cidrs}\n}\n`;
    const whole = await found(cluster() + more('["10.1.0.0/16"]'));
    expect(whole.clusters).toEqual([
      'prod: overlay_l2, VPC 192.168.0.0/16 10.1.0.0/16, containers 172.16.0.0/16',
    ]);
    for (const cidrs of ['var.more', '["10.1.0.0/16", var.one]', '["10.1.0.5/16"]']) {
      const { clusters, text } = await found(cluster() + more(cidrs));
      expect(clusters).toEqual(['prod: overlay_l2, containers 172.16.0.0/16']);
      // The plan has them all the same.
      expect(text).not.toContain('vpc-cidrs');
    }
  });

  test.each([
    [
      'looked up',
      'data.opentelekomcloud_vpc_v1.prod.id',
      /secondary ranges of the VPC of prod, which a data source/,
    ],
    ['made elsewhere', 'var.vpc_id', /the VPC of prod in \.; if its plan does not show it, write vpc-cidrs/],
  ])('a VPC that is %s is what the plan may not show', async (_, vpc_id, says) => {
    const { text, configuration } = await found(cluster({ vpc_id }));
    expect(text).toMatch(says);
    // As it stands, without the marks, it is what people fill in.
    const filled = configuration.replaceAll(/^# (?=clusters:| {2})/gm, '').replace('[]', '[10.0.0.0/8]');
    expect(parse(filled)).toEqual({
      'fail-on': 'critical',
      clusters: [{ name: 'prod', 'vpc-cidrs': ['10.0.0.0/8'] }],
    });
    expect(readConfiguration(filled, CHECK_IDS)).toMatchObject({ ok: true });
  });

  test('of CCE Turbo have their pods in a subnet', async () => {
    const { clusters } = await found(
      cluster({ container_network_type: '"eni"', eni_subnet_cidr: '"192.168.128.0/20"' }),
    );
    expect(clusters).toEqual(['prod: eni, VPC 192.168.0.0/16, containers 192.168.128.0/20']);
  });

  test('of a module belong to the root module that calls it, with what it gives them', async () => {
    const call = (name: string, given: string) =>
      `module "${name}" {\n  source = "./modules/cluster"\n  ${given}\n}\n`;
    const module = { 'modules/cluster/main.tf': cluster({ name: '"${var.env}-cce"' }) };
    const both = await found(
      call('a', 'env = "dev"') + call('b', 'env = local.e\n') + 'locals {\n  e = "prod"\n}\n',
      module,
    );
    expect(both.clusters.map((line) => line.replace(/:.*/, ''))).toEqual(['prod-cce', 'dev-cce']);
    const each = await found(call('a', 'for_each = var.all\n  env = each.key'), module);
    expect(each.clusters).toEqual([]);
    expect(each.text).toContain('the name of the cluster in modules/cluster/main.tf:');
    const circle = 'module "again" {\n  source = "../cluster"\n}\n';
    const { clusters } = await found(call('a', 'env = "x"'), {
      'modules/cluster/main.tf': cluster({ name: '"${var.env}-cce"' }) + circle,
    });
    expect(clusters).toEqual([expect.stringMatching(/^x-cce: /)]);
  });

  test('in code without any are said to be missing', async () => {
    const { text } = await found('');
    expect(text).toContain('a cluster in the code (opentelekomcloud_cce_cluster_v3)');
  });
});
