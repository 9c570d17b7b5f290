/** Time: what a sender does when answers are slow. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { senderWith } from '../../src/cloud/send.js';
import { type FakeCloud, startCloud } from '../support/cloud/server.js';

let cloud: FakeCloud;
beforeAll(async () => {
  cloud = await startCloud({});
});
afterAll(() => cloud.close());

const request = () => ({ url: new URL('/slow', cloud.url), what: 'subnets', headers: {} });

test('no answer within a try is asked for again, and in the end told', async () => {
  let tries = 0;
  cloud.fault = () => (tries += 1) > 0;
  const answer = await senderWith({ tryMs: 30, requestMs: 2000 })(request());
  expect(answer).toMatchObject({
    ok: false,
    error: { line: expect.stringMatching(/^subnets: .* did not answer in time/) },
  });
  expect(tries).toBeGreaterThan(1);
});

test('an answer that never ends is given up', async () => {
  cloud.fault = (_, response) => response.write('{"subnets":[');
  const answer = await senderWith({ tryMs: 1000, requestMs: 200 })(request());
  expect(answer).toMatchObject({
    ok: false,
    error: { line: expect.stringContaining('did not answer in time') },
  });
});
