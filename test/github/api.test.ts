/** The client speaks to one server alone, and repeats a request that is redirected there. */
import { describe, expect, test } from '@jest/globals';

import { connect } from '../../src/github/api/api.js';
import { type Fetch, homeOnly } from '../../src/github/api/octokit.js';

const HOME = 'https://ghe.test/api/v3';

interface Sent {
  readonly url: string;
  readonly options: Readonly<Record<string, unknown>>;
}

function serverWith(answers: Readonly<Record<string, Response>>): { sent: Sent[]; fetch: Fetch } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: (url, options) => {
      sent.push({ url, options: { ...options } });
      const answer = answers[url] ?? new Response('[]', { headers: { 'content-type': 'application/json' } });
      return Promise.resolve(answer.clone());
    },
  };
}

function redirectTo(location: string, status = 307): Response {
  return new Response(null, { status, headers: { location } });
}

describe('a request', () => {
  test.each([
    'https://evil.test/api/v3/x',
    'http://ghe.test/api/v3/x',
    'https://ghe.test:8443/api/v3/x',
    'https://ghe.test@evil.test/x',
  ])('to %s is not sent', async (url) => {
    const { sent, fetch } = serverWith({});
    await expect(homeOnly(fetch, HOME)(url, {})).rejects.toThrow('another server');
    expect(sent).toEqual([]);
  });

  test.each([301, 302, 307, 308])(
    'that is redirected (%d) on the server is repeated as it is',
    async (status) => {
      const { sent, fetch } = serverWith({ [`${HOME}/old`]: redirectTo('/api/v3/new', status) });
      const options = { method: 'POST', body: 'text', headers: { authorization: 'token secret' } };
      await homeOnly(fetch, HOME)(`${HOME}/old`, options);
      expect(sent.map(({ url }) => url)).toEqual([`${HOME}/old`, `${HOME}/new`]);
      for (const { options: each } of sent) expect(each).toEqual({ ...options, redirect: 'manual' });
    },
  );

  test('that is redirected to another server goes no further', async () => {
    const { sent, fetch } = serverWith({ [`${HOME}/old`]: redirectTo('https://evil.test/new') });
    await expect(homeOnly(fetch, HOME)(`${HOME}/old`, {})).rejects.toThrow('another server');
    expect(sent).toHaveLength(1);
  });

  test('that is redirected in circles ends', async () => {
    const { sent, fetch } = serverWith({ [`${HOME}/x`]: redirectTo(`${HOME}/x`) });
    await expect(homeOnly(fetch, HOME)(`${HOME}/x`, {})).rejects.toThrow('in circles');
    expect(sent).toHaveLength(4);
  });
});

test('the next page of a list is not read from another server', async () => {
  const list = new Response('[]', {
    headers: { 'content-type': 'application/json', link: '<https://evil.test/next>; rel="next"' },
  });
  const { sent, fetch } = serverWith({
    [`${HOME}/repos/acme/infra/pulls/7/files?per_page=100`]: list,
  });
  const transport = { requestMs: 1000, totalMs: 5000, secondMs: 1, fetch };
  const api = await connect({ token: 'secret', apiUrl: HOME, owner: 'acme', repo: 'infra', transport });
  await expect(api.files(7)).rejects.toThrow('another server');
  expect(new Set(sent.map(({ url }) => new URL(url).host))).toEqual(new Set(['ghe.test']));
});
