/** The command `facts` against a cloud on the loopback: what is read, and how it signs in. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import type { CloudFacts } from '../../src/cloud/facts.js';
import type { Environment } from '../../src/cloud/settings.js';
import { ID } from '../support/cloud/project.js';
import { factsBench } from '../support/cloud/run-facts.js';
import { ACCESS_KEY, answerJson, PROJECT, SECRETS } from '../support/cloud/server.js';
import { expectFile } from '../support/report/golden.js';

const bench = factsBench();

describe('a project', () => {
  test('is written with the fields that are needed, in the order of ids, over all pages', async () => {
    bench.cloud().pageSize = 2;
    expectFile('../cloud/facts.json', (await bench.run(bench.byPassword())).text);
    const paged = bench.cloud().requests.filter(({ path: asked }) => asked === '/v2.0/security-group-rules');
    expect(paged.map(({ query }) => query.get('marker'))).toEqual([null, ID.rule(1), ID.rule(2)]);
  });

  test('is the same bytes again, whatever the pages and the order of the API', async () => {
    const { text } = await bench.run(bench.byPassword());
    bench.cloud().pageSize = 1;
    for (const list of Object.values(bench.cloud().lists)) list.reverse();
    expect((await bench.run(bench.byPassword())).text).toBe(text);
  });

  test('is read by GET alone, but for the token', async () => {
    await bench.facts(bench.byPassword());
    expect(
      bench
        .cloud()
        .requests.filter(({ method }) => method !== 'GET')
        .map((request) => request.path),
    ).toEqual(['/v3/auth/tokens']);
  });

  test('of a cloud without the newer API is written without priorities, and that is said', async () => {
    bench.cloud().fault = ({ path: asked }, response) =>
      asked.startsWith(`/v3/${PROJECT}/`) && answerJson(response, 404, { code: 'APIGW.0101' });
    const { text, notes } = await bench.run(bench.byPassword());
    const { security_group_rules: rules } = JSON.parse(text) as CloudFacts;
    expect(rules.map(({ id, priority }) => [id, priority])).toEqual(
      [1, 2, 3].map((n) => [ID.rule(n), undefined]),
    );
    expect(notes).toEqual([
      'this cloud has no API for priorities of security group rules, address groups, secondary CIDRs of VPCs, so the facts are without them',
    ]);
  });
});

describe('what a plan names', () => {
  const planOf = (name: string, ids: readonly string[]) => {
    const file = path.join(bench.folder(), name);
    const variables = Object.fromEntries(ids.map((value, i) => [`id${i}`, { value }]));
    const plan = {
      format_version: '1.2',
      terraform_version: '1.11.4',
      variables,
      planned_values: {},
      resource_changes: [],
    };
    writeFileSync(file, JSON.stringify({ ...plan, configuration: { root_module: {} } }));
    return file;
  };

  test.each([
    ['a group of a cluster', ID.control],
    ['the cluster', ID.cluster],
  ])('%s brings the cluster, its groups, VPC, subnets and pools', async (_, id) => {
    const facts = await bench.facts(bench.byPassword(), ['--plan', planOf('named.json', [id])]);
    expect(facts.security_groups.map((group) => group.id)).toEqual([ID.other, ID.control, ID.node]);
    expect(facts.security_group_rules.map((rule) => rule.id)).toEqual([1, 2, 3, 4].map(ID.rule));
    expect(facts.clusters).toHaveLength(1);
    expect(facts.node_pools).toHaveLength(1);
    expect(facts.vpcs.map((vpc) => vpc.id)).toEqual([ID.vpc]);
    expect(facts.subnets.map((subnet) => subnet.id)).toEqual([ID.subnet]);
    expect(facts.address_groups).toHaveLength(1);
  });

  test('another group comes by itself', async () => {
    const facts = await bench.facts(bench.byPassword(), ['--plan', planOf('other.json', [ID.other])]);
    expect(facts.security_groups.map((group) => group.id)).toEqual([ID.other]);
    expect([facts.clusters, facts.vpcs, facts.node_pools]).toEqual([[], [], []]);
  });

  test('and the project does not have is told', async () => {
    const file = planOf('stranger.json', ['99999999-9999-4999-8999-999999999999']);
    expect(await bench.refusal(bench.byPassword(), ['--plan', file])).toBe(
      `project ${PROJECT} has no security group and no cluster that ${file} names. Check the project, or leave --plan out`,
    );
  });

  test('what is no plan is told before anybody is asked', async () => {
    const file = path.join(bench.folder(), 'no-plan.json');
    writeFileSync(file, '{"values":');
    expect(await bench.refusal(bench.byPassword(), ['--plan', file])).toContain(file);
    expect(bench.cloud().requests).toEqual([]);
  });
});

describe('signing in', () => {
  const key = () => ({ ...bench.place(), OS_ACCESS_KEY: ACCESS_KEY, OS_SECRET_KEY: SECRETS.secretKey });
  test.each<[string, () => Environment, number]>([
    ['a password', bench.byPassword, 1],
    ['a token', () => ({ ...bench.place(), OS_TOKEN: SECRETS.oldToken }), 1],
    [
      'an application credential',
      () => ({
        ...{ OS_AUTH_URL: bench.cloud().url, OS_REGION_NAME: 'eu-de', OS_APPLICATION_CREDENTIAL_ID: 'a' },
        OS_APPLICATION_CREDENTIAL_SECRET: SECRETS.applicationCredential,
      }),
      1,
    ],
    ['an access key', key, 0],
    ['an access key that is lent', () => ({ ...key(), OS_SECURITY_TOKEN: 'lent' }), 0],
  ])('by %s', async (_, env, tokens) => {
    const facts = await bench.facts(env());
    expect(facts.security_group_rules).toHaveLength(4);
    expect(bench.cloud().tokens.size).toBe(tokens);
  });

  test('an application credential is not taken for another project', async () => {
    const env = {
      ...{ OS_AUTH_URL: bench.cloud().url, OS_REGION_NAME: 'eu-de', OS_APPLICATION_CREDENTIAL_ID: 'a' },
      OS_APPLICATION_CREDENTIAL_SECRET: SECRETS.applicationCredential,
    };
    expect((await bench.facts(env, ['--project', PROJECT])).project_id).toBe(PROJECT);
    expect(await bench.refusal(env, ['--project', 'another'])).toContain(`are for project ${PROJECT}, not`);
  });

  test('by clouds.yaml, with the secret in secure.yaml', async () => {
    const configuration = path.join(bench.folder(), '.config', 'openstack');
    mkdirSync(configuration, { recursive: true });
    const auth = {
      auth_url: `${bench.cloud().url}/v3`,
      username: 'reader',
      user_domain_name: 'OTC',
      project_name: 'eu-de',
    };
    writeFileSync(path.join(configuration, 'clouds.yaml'), JSON.stringify({ clouds: { otc: { auth } } }));
    const secure = { clouds: { otc: { auth: { password: SECRETS.password } } } };
    writeFileSync(path.join(configuration, 'secure.yaml'), JSON.stringify(secure));
    const env = { HOME: bench.folder(), OS_CLOUD: 'otc' };
    expect((await bench.facts(env)).security_groups).toHaveLength(3);
    // The only cloud needs no name.
    expect((await bench.facts({ HOME: bench.folder() })).security_groups).toHaveLength(3);
    expect(await bench.refusal({ ...env, OS_CLOUD: 'other' })).toContain('OS_CLOUD names a cloud that');
  });

  test('--project comes before the environment', async () => {
    await bench.facts(bench.byPassword(), ['--project', PROJECT]);
    expect(JSON.parse(bench.cloud().requests[0]?.body ?? '')).toMatchObject({
      auth: { scope: { project: { id: PROJECT } } },
    });
  });

  test('again, once, when a token has become too old', async () => {
    bench.cloud().fault = ({ path: asked, headers }) => {
      if (asked === '/v2.0/security-group-rules' && bench.cloud().tokens.size === 1) {
        bench.cloud().tokens.delete(String(headers['x-auth-token']));
        bench.cloud().tokens.add('nobody-has-it');
      }
      return false;
    };
    expect((await bench.facts(bench.byPassword())).security_group_rules).toHaveLength(4);
    expect(bench.cloud().requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  test('and no more than once a request', async () => {
    bench.cloud().fault = ({ method }, response) =>
      method === 'GET' && answerJson(response, 401, { error: {} });
    expect(await bench.refusal(bench.byPassword())).toMatch(
      /^security groups: 127\.0\.0\.1:\d+ answered 401: /,
    );
    expect(bench.cloud().requests).toHaveLength(4);
  });
});
