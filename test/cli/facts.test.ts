/** The built command reads a cloud on the loopback, as users run it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { CLI } from '../support/built.js';
import { smallProject } from '../support/cloud/project.js';
import { ACCESS_KEY, type FakeCloud, SECRETS, startCloud } from '../support/cloud/server.js';

let cloud: FakeCloud;
let folder = '';
beforeAll(async () => {
  cloud = await startCloud(smallProject());
  folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-'));
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  readonly status: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

/** Not `spawnSync`: the cloud is in this process, and has to answer meanwhile. */
function facts(args: readonly string[], secretKey = SECRETS.secretKey): Promise<Ended> {
  const env = {
    ...{ OS_AUTH_URL: `${cloud.url}/v3`, OS_PROJECT_NAME: 'eu-de', OS_ACCESS_KEY: ACCESS_KEY },
    ...{ OS_SECRET_KEY: secretKey, PATH: process.env['PATH'] },
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, 'facts', ...args], { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}

test('writes the file whole, and the same to standard output', async () => {
  expect(await facts(['--output', 'facts.json'])).toEqual({ status: 0, stdout: '', stderr: '' });
  const { stdout } = await facts([]);
  const withoutTime = (text: string) => text.replace(/"fetchedAt": ".*"/, '');
  expect(withoutTime(stdout)).toBe(withoutTime(readFileSync(path.join(folder, 'facts.json'), 'utf8')));
  expect(readdirSync(folder)).toEqual(['facts.json']);
});

test('keeps the file that is there when it cannot read the cloud', async () => {
  await facts(['--output', 'kept.json']);
  const before = readFileSync(path.join(folder, 'kept.json'), 'utf8');
  const { status, stdout, stderr } = await facts(['--output', 'kept.json'], 'another');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^cce-plan-guard: the project: 127\.0\.0\.1:\d+ answered 401: [^\n]+\n$/);
  expect(readFileSync(path.join(folder, 'kept.json'), 'utf8')).toBe(before);
});

test('refuses what it does not know', async () => {
  expect((await facts(['plan.json'])).stderr).toContain('write: --plan PLAN or --output FILE');
  expect((await facts(['--plna', 'plan.json'])).stderr).toContain('See cce-plan-guard facts --help');
});
