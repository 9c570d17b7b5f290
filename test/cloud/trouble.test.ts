/** The command `facts` when something is wrong: one line, and nothing that is secret in it. */
import path from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { Environment } from '../../src/cloud/settings.js';
import { factsBench } from '../support/cloud/run-facts.js';
import { answerJson, type FakeCloud, type Fault, SECRETS, startCloud } from '../support/cloud/server.js';

const bench = factsBench();

let elsewhere: FakeCloud;
beforeAll(async () => {
  elsewhere = await startCloud({});
});
afterAll(() => elsewhere.close());
beforeEach(() => {
  elsewhere.requests.length = 0;
});

describe('settings that do not do', () => {
  test.each<[string, Environment, string]>([
    ['none', {}, 'OS_AUTH_URL is not set'],
    ['no address', { OS_AUTH_URL: 'iam' }, 'OS_AUTH_URL is no address'],
    [
      'an open address',
      { OS_AUTH_URL: 'http://iam.example/v3', OS_TOKEN: 'x' },
      'does not begin with https://',
    ],
    [
      'a password in the address',
      { OS_AUTH_URL: 'https://a:hidden@iam.example/v3' },
      'holds a user or a password',
    ],
    ['nothing to sign in with', { OS_AUTH_URL: 'https://iam.example' }, 'there is nothing to sign in with'],
    [
      'a user without a domain',
      { OS_AUTH_URL: 'https://iam.example', OS_USERNAME: 'u', OS_PASSWORD: SECRETS.password },
      'set OS_USERNAME and OS_USER_DOMAIN_NAME',
    ],
    ['no project', { OS_AUTH_URL: 'https://iam.example', OS_TOKEN: SECRETS.oldToken }, 'no project is named'],
    ['a cloud without a file', { OS_CLOUD: 'otc' }, 'there is no clouds.yaml'],
  ])('%s', async (_, env, told) => {
    const line = await bench.refusal({ HOME: path.join(bench.folder(), 'nowhere'), ...env });
    expect(line).toContain(told);
    expect(line).not.toContain('hidden');
  });

  test('a wrong password', async () => {
    const line = await bench.refusal({ ...bench.byPassword(), OS_PASSWORD: 'wrong-pass-word' });
    expect(line).toMatch(/^signing in: 127\.0\.0\.1:\d+ answered 401: /);
    expect(line).not.toContain('wrong-pass-word');
  });

  test('a region that the catalog does not have', async () => {
    expect(await bench.refusal({ ...bench.byPassword(), OS_REGION_NAME: 'eu-ch2' })).toBe(
      'the cloud’s list of services has network in eu-nl, eu-de, not in eu-ch2. Check the project and the region',
    );
    expect(await bench.refusal({ ...bench.byPassword(), OS_REGION_NAME: 'eu-nl' })).toMatch(
      /elsewhere\.example cannot be reached/,
    );
  });
});

describe('trouble on the way', () => {
  const RULES_PATH = '/v2.0/security-group-rules';

  /** The first `times` requests for rules are answered otherwise. */
  function faultOf(times: number, answer: (response: Parameters<Fault>[1]) => boolean): Fault {
    let left = times;
    return ({ path: asked }, response) => asked === RULES_PATH && left-- > 0 && answer(response);
  }

  test.each([
    ['429 with Retry-After', 429, { 'retry-after': '0' }],
    ['503 with Retry-After', 503, { 'retry-after': '0' }],
    ['502', 502, {}],
  ])('%s is tried again', async (_, status, headers) => {
    bench.cloud().fault = faultOf(1, (response) => answerJson(response, status, { error: 'busy' }, headers));
    expect((await bench.facts(bench.byPassword())).security_group_rules).toHaveLength(4);
  });

  test('Retry-After is waited for', async () => {
    bench.cloud().fault = faultOf(1, (response) => answerJson(response, 429, {}, { 'retry-after': '1' }));
    const start = performance.now();
    await bench.facts(bench.byPassword());
    expect(performance.now() - start).toBeGreaterThan(990);
  });

  test.each<[string, Fault, RegExp]>([
    [
      'what stays busy is told',
      faultOf(99, (response) => answerJson(response, 503, { error: 'x' }, { 'retry-after': '0' })),
      /answered 503 5 times\. Run it again later$/,
    ],
    [
      '403',
      faultOf(1, (response) => answerJson(response, 403, {})),
      /answered 403: these credentials may not read it/,
    ],
    ['400', faultOf(1, (response) => answerJson(response, 400, {})), /answered 400\. Check the address$/],
    [
      'an answer that is cut off',
      faultOf(1, (response) => {
        response.end('{"security_group_rules":[{"id":"f0');
        return true;
      }),
      /is cut off/,
    ],
    [
      'a connection that is cut off',
      faultOf(1, (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"security_group_rules":[');
        response.socket?.destroySoon();
        return true;
      }),
      /cannot be reached/,
    ],
    [
      'a page of another kind',
      faultOf(1, (response) => answerJson(response, 200, { rules: [] })),
      /in a form that is not known here, at `security_group_rules`/,
    ],
    [
      'a wrong type',
      faultOf(1, (response) =>
        answerJson(response, 200, {
          security_group_rules: [{ id: 'r', security_group_id: 'g', direction: SECRETS.password }],
        }),
      ),
      /at `security_group_rules\.0\.direction`/,
    ],
    ['no JSON', faultOf(1, (response) => !!response.end('<html>proxy</html>')), /what is no JSON/],
  ])('%s', async (_, fault, told) => {
    bench.cloud().fault = fault;
    const line = await bench.refusal(bench.byPassword());
    expect(line).toMatch(/^security group rules: 127\.0\.0\.1:\d+ /);
    expect(line).toMatch(told);
  });

  test('no security group at all is no fact but a lack of rights', async () => {
    bench.cloud().lists['v2.0/security-groups'] = [];
    expect(await bench.refusal(bench.byPassword())).toContain(
      'shows no security group, though every project has one',
    );
  });

  test.each([301, 302, 307, 308])(
    'a redirect to another host (%s) is refused, and the token stays here',
    async (status) => {
      const location = `${elsewhere.url}${RULES_PATH}`;
      bench.cloud().fault = faultOf(1, (response) => answerJson(response, status, {}, { location }));
      expect(await bench.refusal(bench.byPassword())).toMatch(
        /redirects to another host, http:\/\/127\.0\.0\.1:\d+: not followed/,
      );
      expect(elsewhere.requests).toEqual([]);
    },
  );

  test('nor does a password go to another host', async () => {
    bench.cloud().fault = ({ method }, response) =>
      method === 'POST' && answerJson(response, 307, {}, { location: `${elsewhere.url}/v3/auth/tokens` });
    expect(await bench.refusal(bench.byPassword())).toMatch(/^signing in: .* redirects to another host/);
    expect(elsewhere.requests).toEqual([]);
  });

  test('a redirect within the host is followed, a circle is not', async () => {
    bench.cloud().fault = faultOf(1, (response) =>
      answerJson(response, 302, {}, { location: `${RULES_PATH}?limit=1000` }),
    );
    expect((await bench.facts(bench.byPassword())).security_group_rules).toHaveLength(4);
    bench.cloud().fault = faultOf(99, (response) => answerJson(response, 302, {}, { location: RULES_PATH }));
    expect(await bench.refusal(bench.byPassword())).toContain('redirects in a circle');
  });
});
