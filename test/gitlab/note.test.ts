/** The note on a merge request of GitLab: one of each label, brought up to date, and what is said where there is none. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { runCommand } from '../../src/command/commands.js';
import { withoutQuickActions, withdrawNote } from '../../src/gitlab/merge-request-note.js';
import { ok } from '../../src/result.js';
import { FIXTURES } from '../support/fixture-report.js';
import { FakeGitLab, HEAD, TOKEN } from '../support/gitlab/server.js';

const BROKEN = path.join(FIXTURES, 'vpc-icmp-destroyed', 'plan.json');
const FINE = path.join(FIXTURES, 'vpc-no-changes', 'plan.json');
const FAST = { requestMs: 2000, totalMs: 5000, secondMs: 1 };

let gitlab: FakeGitLab;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-note-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  gitlab = new FakeGitLab();
  await gitlab.listen();
});
afterEach(async () => {
  await gitlab.stop();
  expect(gitlab.faults).toEqual([]);
});

/** The exit status of a check that writes a note, and what it says on standard error. */
function check(plan: string, env: Record<string, string> = gitlab.env(), label = 'prod') {
  return run(['check', plan, '--gitlab-note', '--label', label, '--quiet'], env);
}

async function run(argv: readonly string[], env: Record<string, string> = gitlab.env()) {
  const said: string[] = [];
  const status = await runCommand(argv, {
    ...{ now: new Date(0), env, note: (sentence) => said.push(sentence) },
    write(text, output) {
      if (output !== undefined) writeFileSync(output, text);
      return ok(undefined);
    },
    terminal: () => undefined,
  });
  const told = said.join('\n');
  expect(told).not.toContain(TOKEN);
  return { status: status.ok ? status.value : 2, told };
}

const bodies = (): readonly string[] => gitlab.notes.map(({ body }) => body);
const names = (): readonly string[] => gitlab.calls.map(({ name }) => name);
const NOTES = '/projects/{id}/merge_requests/{noteable_id}/notes';

describe('a plan that breaks something', () => {
  test('has one note, and a second pipeline that finds the same writes nothing', async () => {
    expect(await check(BROKEN)).toEqual({ status: 1, told: '' });
    expect(bodies()).toHaveLength(1);
    const [body = ''] = bodies();
    expect(body).toMatch(/^<!-- cce-plan-guard:summary key=[0-9a-f]{16} -->\n\n### ✖ /);
    expect(body).toContain(`commit \`${HEAD.slice(0, 7)}\``);
    expect(body).not.toMatch(/job summary/);
    gitlab.calls.length = 0;
    expect(await check(BROKEN)).toEqual({ status: 1, told: '' });
    expect(bodies()).toEqual([body]);
    expect(names()).toEqual([
      'GET /projects/{id}/merge_requests/{merge_request_iid}',
      'GET /user',
      `GET ${NOTES}`,
    ]);
  });

  test('links lines as GitLab has them', async () => {
    const root = mkdtempSync(path.join(folder, 'repo-'));
    for (const name of ['plan.json', 'main.tf', 'world.tf'])
      writeFileSync(path.join(root, name), readFileSync(path.join(FIXTURES, 'vpc-open-to-world', name)));
    await check(path.join(root, 'plan.json'));
    expect(bodies()[0]).toMatch(
      new RegExp(`\\(https://gitlab\\.test/cloud/team/infra/-/blob/${HEAD}/\\w+\\.tf#L\\d+\\)`),
    );
  });

  test('is mended by a later commit: the note says so, where it stands', async () => {
    await check(BROKEN);
    const [{ id } = { id: 0 }] = gitlab.notes;
    expect(await check(FINE)).toEqual({ status: 0, told: '' });
    expect(gitlab.notes).toMatchObject([{ id, body: expect.stringContaining('### ✔ ') as unknown }]);
  });

  test('and another label have a note each', async () => {
    await check(BROKEN);
    await check(BROKEN, gitlab.env(), 'dev');
    expect(bodies()).toHaveLength(2);
  });

  test('is not judged any more: the note has no verdict', async () => {
    await check(BROKEN);
    expect((await check(path.join(folder, 'absent.json'))).status).toBe(2);
    expect(bodies()[0]).toContain('**Could not be judged** (`prod`)');
    expect(bodies()).toHaveLength(1);
  });
});

test('a plan that breaks nothing has no note, nor has one that was never judged', async () => {
  expect(await check(FINE)).toEqual({ status: 0, told: '' });
  await check(path.join(folder, 'absent.json'));
  expect(bodies()).toEqual([]);
});

describe('reports of many jobs', () => {
  const shard = (name: string): string => path.join(folder, 'reports', `${name}.json`);
  const merge = (...rest: readonly string[]) =>
    run(['merge', path.join(folder, 'reports', '*.json'), '--gitlab-note', '--quiet', ...rest]);
  beforeAll(async () => {
    mkdirSync(path.join(folder, 'reports'));
    for (const [name, plan] of [
      ['infra/dev', FINE],
      ['infra/prod', BROKEN],
    ] as const) {
      const place = ['--format', 'json', '--output', shard(path.basename(name))];
      await run(['check', plan, '--label', name, '--fail-on', 'never', ...place], {});
    }
  });

  test('have one note, whatever their number, and it names a job that failed', async () => {
    expect(await merge('--fail-on', 'critical')).toEqual({ status: 1, told: '' });
    const [body = ''] = bodies();
    expect(body).toContain('infra/prod');
    expect(await merge('--fail-on', 'critical', '--expect', 'infra/stage')).toEqual({ status: 1, told: '' });
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]).toContain('infra/stage');
    // Another merge has a note of its own.
    await merge('--fail-on', 'critical', '--label', 'network');
    expect(bodies()).toHaveLength(2);
  });

  test('that cannot be read leave no verdict standing', async () => {
    await merge('--fail-on', 'critical');
    writeFileSync(shard('zz'), '{}');
    expect((await merge('--fail-on', 'critical')).status).toBe(2);
    expect(bodies()).toEqual([expect.stringContaining('**Could not be judged**')]);
    rmSync(shard('zz'));
  });
});

describe('notes of others', () => {
  test('with our marker are left alone', async () => {
    await check(BROKEN);
    const [body = ''] = bodies();
    gitlab.notes = [];
    gitlab.add(body, 'mallory');
    gitlab.add(`> ${body}`);
    await check(BROKEN);
    expect(bodies()).toEqual([body, `> ${body}`, body]);
  });

  test('may fill pages: ours is found behind them', async () => {
    gitlab.perPage = 10;
    for (let i = 0; i < 25; i++) gitlab.add(`note ${i}`, 'alice');
    await check(BROKEN);
    await check(BROKEN);
    expect(bodies()).toHaveLength(26);
    // Pages end with the one that has ours.
    gitlab.perPage = 1;
    for (let i = 0; i < 40; i++) gitlab.add(`late ${i}`, 'alice');
    gitlab.notes.reverse();
    expect((await check(BROKEN)).told).toMatch(/^there are too many notes/);
    expect(bodies()).toHaveLength(66);
  });
});

describe('two jobs at once', () => {
  test('keep one note, the older', async () => {
    const [a, b] = await Promise.all([check(BROKEN), check(BROKEN)]);
    expect([a.status, b.status]).toEqual([1, 1]);
    expect(bodies()).toHaveLength(1);
  });

  test('on a commit that is no longer the newest write nothing', async () => {
    gitlab.headSha = 'f'.repeat(40);
    expect((await check(BROKEN)).told).toMatch(/^the merge request has a newer commit/);
    expect(bodies()).toEqual([]);
  });
});

describe('trouble changes no verdict', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['no pipeline of a merge request', { CI_MERGE_REQUEST_IID: '' }, /this is no pipeline of one/],
    ['no token', { GITLAB_TOKEN: '' }, /GITLAB_TOKEN is not set\. Make a token/],
    ['a token of two lines', { GITLAB_TOKEN: 'a\nb' }, /GITLAB_TOKEN is no token/],
    ['an address that is none', { CI_API_V4_URL: 'file:///etc' }, /CI_API_V4_URL is no address/],
    ['a token that does not count', { GITLAB_TOKEN: 'glpat-old' }, /answered 401: GITLAB_TOKEN is revoked/],
    ['another project', { CI_MERGE_REQUEST_PROJECT_ID: '43' }, /answered 404: GITLAB_TOKEN does not see/],
  ])('%s', async (_, env, says) => {
    const { status, told } = await check(BROKEN, { ...gitlab.env(), ...env });
    expect(status).toBe(1);
    expect(told).toMatch(says);
    expect(told).not.toContain('\n');
    expect(bodies()).toEqual([]);
  });

  test('a token that may not write', async () => {
    gitlab.fault = ({ name }) => (name.startsWith('POST') ? 403 : undefined);
    expect((await check(BROKEN)).told).toMatch(/answered 403: GITLAB_TOKEN may not write notes/);
  });

  test('a redirect is not followed, for the token is for this server', async () => {
    gitlab.fault = () => 302;
    expect((await check(BROKEN)).told).toMatch(/GitLab answered 302, which was not expected/);
    expect(gitlab.calls).toHaveLength(1);
  });
});

describe('a server that stumbles', () => {
  const withdraw = () => withdrawNote({ env: gitlab.env(), label: 'prod', patience: FAST });

  test('is asked again, and again', async () => {
    let left = 2;
    gitlab.fault = () => (left-- > 0 ? 502 : undefined);
    expect(await withdraw()).toBeUndefined();
    left = Infinity;
    expect(await withdraw()).toMatch(/could not be reached, or did not answer in time/);
  });

  test('that hangs up is one that cannot be reached', async () => {
    gitlab.fault = () => 'hang up';
    expect(await withdraw()).toMatch(/could not be reached/);
  });

  test.each(['after that', 'hang up after that'] as const)(
    'and did what it says it did not (%s): no second note comes of it',
    async (fault) => {
      let isFirst = true;
      gitlab.fault = ({ name }) => {
        if (!name.startsWith('POST') || !isFirst) return undefined;
        isFirst = false;
        return fault;
      };
      expect(await check(BROKEN)).toEqual({ status: 1, told: '' });
      expect(bodies()).toHaveLength(1);
      expect(names().filter((name) => name.startsWith('POST'))).toHaveLength(1);
    },
  );
});

test('no line of a note is an order to GitLab', () => {
  const text = '/close\n  /label ~x\n```hcl\n/* kept */\n```\n/merge\n````\n```\n/kept\n````\n/x\na /b';
  expect(withoutQuickActions(text)).toBe(
    '\\/close\n  \\/label ~x\n```hcl\n/* kept */\n```\n\\/merge\n````\n```\n/kept\n````\n\\/x\na /b',
  );
});
