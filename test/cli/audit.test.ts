/** The built command on facts alone, and what the example of a scheduled audit runs. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { BUILT, CLI } from '../support/built.js';
import { cloudOf } from '../support/facts/cloud.js';
import { ROOT, type Workflow } from '../support/workflows.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-'));
  put('fine.json', JSON.stringify(cloudOf('vpc-router')));
  put('broken.json', JSON.stringify(cloudOf('vpc-router', { without: ['T1.2'] })));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
}

function audit(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, 'audit', ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: '',
    env: { PATH: process.env['PATH'] },
  });
  return { status, stdout, stderr };
}

describe('audit', () => {
  test('passes, and fails by the level that is asked for', () => {
    expect(audit('fine.json')).toMatchObject({ status: 0, stderr: '' });
    expect(audit('fine.json', '--fail-on', 'warning').status).toBe(1);
    const broken = audit('broken.json', '--label', 'prod');
    expect([broken.status, broken.stderr]).toEqual([1, '']);
    expect(broken.stdout).toMatch(/prod \(broken\.json\) · cloud as seen 2026-11-24 06:00 UTC/);
  });

  test('writes the other formats to a file', () => {
    expect(audit('broken.json', '--format', 'sarif', '--output', 'audit.sarif')).toMatchObject({
      status: 1,
      stdout: '',
    });
    const { runs } = JSON.parse(readFileSync(path.join(folder, 'audit.sarif'), 'utf8')) as {
      runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
    };
    expect(runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('broken.json');
  });

  test.each([
    ['no file', [], /no file of facts is named/],
    ['a file that is not there', ['none.json'], /^cce-plan-guard: none\.json /],
    ['a plan', [path.join(ROOT, 'fixtures/vpc-no-changes/plan.json')], /is a plan, not facts/],
    ['a time that is none', ['fine.json', '--facts-date', 'yesterday'], /--facts-date takes an instant/],
    ['a format that is none', ['fine.json', '--format', 'pdf'], /--format takes /],
    ['an option of check', ['fine.json', '--base', 'main'], /See cce-plan-guard audit --help/],
  ])('refuses %s in one line', (_, args, line) => {
    const { status, stdout, stderr } = audit(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^cce-plan-guard: [^\n]+\n$/);
    expect(stderr).toMatch(line);
  });

  test('refuses an empty list and a file that is cut off', () => {
    put('empty.json', '{ "security_groups": [] }');
    put('cut.json', JSON.stringify(cloudOf('vpc-router')).slice(0, 900));
    expect(audit('empty.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('lists nothing') as unknown,
    });
    expect(audit('cut.json')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('ends before its JSON does') as unknown,
    });
  });
});

describe('the scheduled audit of the examples', () => {
  const workflow = parse(readFileSync(path.join(ROOT, 'examples/workflows/audit.yml'), 'utf8')) as Workflow;
  const scripts = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

  /** Runs the steps after the look at the cloud, with a `gh` that writes down what it is asked for. */
  function scheduled(facts: string, openIssue: string): { status: number | null; asked: readonly string[] } {
    const place = mkdtempSync(path.join(folder, 'run-'));
    const bin = path.join(place, 'bin');
    mkdirSync(bin);
    writeFileSync(
      path.join(bin, 'gh'),
      '#!/bin/sh\necho "$*" >> gh.log\nif [ "$2" = list ]; then printf %s "$OPEN"; fi\n',
    );
    chmodSync(path.join(bin, 'gh'), 0o755);
    symlinkSync(BUILT, path.join(place, 'guard'));
    writeFileSync(path.join(place, 'facts.json'), facts);
    writeFileSync(path.join(place, 'gh.log'), '');
    const output = path.join(place, 'output');
    let status = '';
    for (const script of scripts.slice(-2)) {
      const ended = spawnSync('bash', ['-e', '-c', script], {
        cwd: place,
        encoding: 'utf8',
        env: {
          PATH: [bin, path.dirname(process.execPath), process.env['PATH'] ?? ''].join(path.delimiter),
          ...{ GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: path.join(place, 'summary') },
          ...{ STATUS: status, RUN: 'https://github.com/o/r/actions/runs/1', OPEN: openIssue },
        },
      });
      if (ended.status !== 0) return { status: ended.status, asked: asked(place) };
      status = /status=(\d)/.exec(readFileSync(output, 'utf8'))?.[1] ?? '';
    }
    return { status: 0, asked: asked(place) };
  }

  function asked(place: string): readonly string[] {
    const lines = readFileSync(path.join(place, 'gh.log'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    return lines.map((line) => line.split(' ').slice(0, 3).join(' '));
  }

  const fine = JSON.stringify(cloudOf('vpc-router'));
  const broken = JSON.stringify(cloudOf('vpc-router', { without: ['T1.2'] }));

  test('opens one issue, keeps it up to date, and closes it', () => {
    expect(scheduled(broken, '')).toEqual({
      status: 0,
      asked: ['issue list --label', 'label create cce-audit', 'issue create --title'],
    });
    expect(scheduled(broken, '7').asked).toEqual(['issue list --label', 'issue edit 7']);
    expect(scheduled(fine, '7').asked).toEqual(['issue list --label', 'issue close 7']);
    expect(scheduled(fine, '').asked).toEqual(['issue list --label']);
  });

  test('what could not be judged fails, and leaves the issue as it is', () => {
    expect(scheduled('{ "security_groups": [] }', '7')).toEqual({ status: 2, asked: [] });
  });
});
