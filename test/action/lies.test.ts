/** A GitHub whose answers are none: the verdict stands, and one warning says that it was not told on the pull request. */
import { describe, expect, jest, test } from '@jest/globals';

import type { Fetch } from '../../src/github/api/octokit.js';
import type { Outcome } from '../support/action/run-action.js';
import { ownWarnings, runFor, withGitHub } from '../support/action/scenes.js';
import type { FakeGitHub } from '../support/github/server.js';

jest.setTimeout(90_000);

const TOKEN = 'ghs_workflow';

function json(body: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(body, { headers: { 'content-type': 'application/json', ...headers } });
}

/** The GitHub of the scene, but for what is about the pull request itself: there this is the answer. */
function lying(github: FakeGitHub, answer: (url: string) => Response | undefined): Fetch {
  return (url, options) => {
    const lie = /\/(?:pulls|issues)\//.test(url) ? answer(url) : undefined;
    return lie === undefined ? github.fetch(url, options) : Promise.resolve(lie);
  };
}

/** It fails by its plan, with all that needs no pull request, and gives its token away nowhere. */
function expectVerdict(run: Outcome): void {
  expect([run.code, run.outputs.get('conclusion')]).toEqual([1, 'fail']);
  expect(run.summary).toContain('T8.12');
  expect(ownWarnings(run).length).toBeLessThanOrEqual(1);
  const said = run.commands.filter(({ name }) => name !== 'add-mask').map(({ message }) => message);
  expect([said.join('\n'), run.summary, run.report].join('\n')).not.toContain(TOKEN);
  expect(run.stdout).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
}

const SHAPES = '[null, 1, {}, [], {"filename": 5, "patch": 7, "body": {}, "user": 3, "id": "x"}]';

describe('answers about the pull request', () => {
  test.each<[string, (url: string) => Response | undefined]>([
    ['are cut', () => json('[{"filename":')],
    ['are a page of HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html' } })],
    ['are null', () => json('null')],
    ['are a text', () => json('"x"')],
    ['are empty', () => json('')],
    ['have other shapes in lists', (url) => (url.endsWith('/pulls/7') ? undefined : json(SHAPES))],
    ['have other shapes', () => json('{"number": "x", "head": 1, "base": [], "user": {"login": {}}}')],
    [
      'are no JSON by their type',
      () => new Response('ok', { headers: { 'content-type': 'application/json' } }),
    ],
  ])('%s', (_, answer) =>
    withGitHub(async (github) => {
      const run = await runFor(github, { fetch: lying(github, answer) });
      expectVerdict(run);
    }),
  );

  test('have no last page', () =>
    withGitHub(async (github) => {
      let pages = 0;
      const fetch = lying(github, (url) => {
        if (!url.includes('/issues/7/comments') || url.includes('POST')) return undefined;
        pages++;
        const next = new URL(url);
        next.searchParams.set('page', String(pages + 1));
        return json('[]', { link: `<${next.href}>; rel="next"` });
      });
      const run = await runFor(github, { fetch });
      expectVerdict(run);
      expect(pages).toBeLessThan(100);
    }));
});
