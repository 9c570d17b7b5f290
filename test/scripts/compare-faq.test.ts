/** The script that compares the vendor's page with our facts, against a server on loopback, and what its workflow does by it. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { FAQ_PAGE } from '../support/faq/page.js';
import { ROOT, type Workflow } from '../support/workflows.js';

const home = mkdtempSync(path.join(tmpdir(), 'compare-faq-'));
const facts = path.join(home, 'facts.json');
let answer: { readonly status: number; readonly body: string } | 'silence' = 'silence';
const server = createServer((_, response) => {
  if (answer !== 'silence') response.writeHead(answer.status).end(answer.body);
});

beforeAll(async () => {
  const page = path.join(home, 'page.rst');
  writeFileSync(page, FAQ_PAGE);
  execFileSync(process.execPath, [path.join(ROOT, 'scripts/extract-faq.mjs'), page, facts, '2030-01-31']);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(home, { recursive: true, force: true });
});

async function compare(given: typeof answer) {
  answer = given;
  const output = path.join(home, 'issue.md');
  rmSync(output, { force: true });
  const { port } = server.address() as AddressInfo;
  const options = ['--source', `http://127.0.0.1:${port}/page.rst`, '--facts', facts, '--output', output];
  const timeout = given === 'silence' ? '0.2' : '20';
  const child = spawn(process.execPath, [
    path.join(ROOT, 'scripts/compare-faq.mjs'),
    ...[...options, '--timeout', timeout],
  ]);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const status = await new Promise((resolve) => child.on('close', resolve));
  return { status, stderr, issue: existsSync(output) ? readFileSync(output, 'utf8') : undefined };
}

const page = (from: string, to: string) => ({ status: 200, body: FAQ_PAGE.replace(from, () => to) });

describe('compare-faq', () => {
  test('the same page is exit 0, and no issue', async () => {
    expect(await compare({ status: 200, body: FAQ_PAGE })).toEqual({
      status: 0,
      stderr: '',
      issue: undefined,
    });
  });

  test.each<[string, typeof answer, string]>([
    ['a port that changed is shown, before and after', page('UDP port 53', 'UDP port 54'), '"to":54'],
    ['sentences', page('It can interrupt the cluster.', 'Or can interrupt the cluster.'), 'the same.'],
    ['words that nobody knows', page('Outbound rule ', 'Sideward rule '), 'direction not known'],
    ['a page that is gone', { status: 404, body: '' }, 'There is no page at this address'],
  ])('%s: exit 1, and an issue that says so', async (_, given, says) => {
    const { status, stderr, issue } = await compare(given);
    expect([status, stderr]).toEqual([1, '']);
    expect(issue).toContain('no longer the one of 2030-01-31');
    expect(issue).toContain(says);
  });

  test.each<[string, typeof answer]>([
    ['an error of the server', { status: 503, body: FAQ_PAGE }],
    ['silence', 'silence'],
  ])('%s is exit 2, and no issue', async (_, given) => {
    const { status, stderr, issue } = await compare(given);
    expect([status, issue]).toEqual([2, undefined]);
    expect(stderr).toMatch(/^compare-faq: the page could not be read: [^\n]+\n$/);
  });
});

describe('the workflow', () => {
  const file = path.join(ROOT, '.github/workflows/vendor-page.yml');
  const { jobs } = parse(readFileSync(file, 'utf8')) as Workflow;
  const lines = jobs['compare']?.steps.at(-1)?.run ?? '';

  /** A stand-in for gh, which says what it was asked for. */
  function asked(status: string, number: string): readonly string[] {
    const bin = path.join(home, 'gh');
    writeFileSync(
      bin,
      `#!/bin/sh\necho "$1 $2 $3" >> '${home}/log'\nif [ "$2" = list ]; then echo '${number}'; fi\n`,
    );
    chmodSync(bin, 0o755);
    writeFileSync(path.join(home, 'log'), '');
    const env = { PATH: `${home}:${process.env['PATH'] ?? ''}`, STATUS: status, RUN: 'https://run.test' };
    expect(spawnSync('sh', ['-e', '-c', lines], { env, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
    return readFileSync(path.join(home, 'log'), 'utf8').trim().split('\n').slice(1);
  }

  test.each<[string, string, string, readonly string[]]>([
    ['the same', '0', '', []],
    ['the same again', '0', '7', ['issue close 7']],
    ['another', '1', '', ['label create vendor-page', 'issue create --title']],
    ['another still', '1', '7', ['issue edit 7']],
  ])('keeps one issue: %s', (_, status, number, calls) => {
    expect(asked(status, number)).toEqual(calls);
  });

  test('may write issues, and nothing else', () => {
    expect(jobs['compare']?.permissions).toEqual({ contents: 'read', issues: 'write' });
  });
});
