/** What a run of the built command imports: nothing heavy that it does not use. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { CLI } from '../support/built.js';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** The files of dist/ that a run on a recorded plan imports: V8 lists all scripts that it has coverage of. */
function imported(story: string, ...args: readonly string[]): readonly string[] {
  const coverage = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-'));
  try {
    const plan = path.join(ROOT, 'fixtures', story, 'plan.json');
    spawnSync(process.execPath, [CLI, 'check', plan, ...args], {
      env: { PATH: process.env['PATH'], NODE_V8_COVERAGE: coverage },
    });
    const [report = ''] = readdirSync(coverage);
    const { result } = JSON.parse(readFileSync(path.join(coverage, report), 'utf8')) as {
      result: readonly { url: string }[];
    };
    return result.flatMap(({ url }) => url.split('/dist/').slice(1));
  } finally {
    rmSync(coverage, { recursive: true, force: true });
  }
}

const vendors = (files: readonly string[]): readonly string[] =>
  files.filter((file) => file.startsWith('vendor/'));

describe('parsers', () => {
  test.each(['vpc-no-changes', 'v3-own-group-complete'])('a run without findings loads none: %s', (story) => {
    const files = imported(story);
    expect(files).toContain('cli.js');
    expect(vendors(files)).toEqual([]);
  });

  test('a finding loads the grammar, not the reader of values', () => {
    expect(vendors(imported('vpc-upper-case-protocol'))).toEqual(['vendor/web-tree-sitter.js']);
  });
});

test('few plans start no thread, and load nothing of them', () => {
  const other = path.join(ROOT, 'fixtures', 'vpc-unknown-group', 'plan.json');
  const files = imported('vpc-egress-minima-missing', other);
  expect(files).toContain('cli.js');
  expect(files.filter((file) => /worker|judge-apart/.test(file))).toEqual([]);
});

test('a check loads nothing of what speaks to the cloud', () => {
  const files = imported('vpc-egress-minima-missing', '--format', 'json');
  expect(files).not.toEqual([]);
  expect(files.filter((file) => /(^|\/)(facts|token|key|cloud-signer)\b/.test(file))).toEqual([]);
});

test('configuration, SARIF and GitHub are loaded by those who use them', () => {
  const files = imported('vpc-no-changes');
  expect(files.filter((file) => /read-configuration|sarif|markdown|github|post/.test(file))).toEqual([]);
  expect(imported('vpc-no-changes', '--format', 'sarif').join(' ')).toMatch(/sarif/);
  expect(files.filter((file) => file.includes('html'))).toEqual([]);
  expect(imported('vpc-no-changes', '--format', 'html').join(' ')).toMatch(/html/);
});
