/** `extends`: one file for many repositories, and what each of them may say. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { CHECK_IDS } from '../../src/check/check-id.js';
import { extended } from '../../src/config/extended.js';
import { readConfiguration } from '../../src/config/read-configuration.js';
import { openConfigurationFile } from '../../src/edge/configuration-file.js';
import { said } from '../support/said.js';
import { configured } from '../support/stories.js';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';

function waiver(row: string): string {
  return `{ requirement: ${row}, packets: tcp from any, reason: r, owner: o, expires: 2027-01-31 }`;
}

const ORGANISATION = `
fail-on: warning
severity: { exposed-port: critical, duplicate-rule: { undecided: notice } }
allow: [tcp/443 from 10.0.0.0/8]
waivers: [${waiver('T1.4')}]
clusters:
  - name: prod
    region: eu-de
`;

const REPOSITORY = `
fail-on: never
default-rule-priority: 1
severity: { exposed-port: notice, duplicate-rule: critical }
allow: [tcp from any]
waivers: [${waiver('T1.2')}]
clusters:
  - name: prod
    region: eu-nl
  - name: dev
    region: eu-nl
`;

describe('what counts', () => {
  test('is what the organisation says, and else what the repository does', () => {
    const { configuration, overruled } = extended(configured(REPOSITORY), configured(ORGANISATION));
    expect(configuration).toMatchObject({
      failOn: 'warning',
      defaultRulePriority: 1,
      severity: {
        'exposed-port': { introduced: 'critical' },
        'duplicate-rule': { introduced: 'critical', undecided: 'notice' },
      },
      clusters: [
        { name: 'prod', region: 'eu-de' },
        { name: 'dev', region: 'eu-nl' },
      ],
    });
    expect(configuration.waivers.map(({ requirement }) => requirement)).toEqual(['T1.4']);
    expect(configuration.allow).toHaveLength(1);
    expect(overruled).toEqual(['fail-on', 'severity', 'allow', 'waivers', 'clusters']);
  });

  test('is what the repository says, where it may', () => {
    const open = 'may-override: [fail-on, severity, allow, waivers, clusters]\n';
    const { configuration, overruled } = extended(
      configured(REPOSITORY),
      configured(`${open}${ORGANISATION}`),
    );
    expect(configuration).toMatchObject({
      failOn: 'never',
      severity: {
        'exposed-port': { introduced: 'notice' },
        'duplicate-rule': { introduced: 'critical', undecided: 'notice' },
      },
      clusters: [
        { name: 'prod', region: 'eu-nl' },
        { name: 'dev', region: 'eu-nl' },
      ],
    });
    expect(configuration.waivers.map(({ requirement }) => requirement)).toEqual(['T1.4', 'T1.2']);
    expect(configuration.allow).toHaveLength(2);
    expect(overruled).toEqual([]);
  });

  test('is told only where they differ', () => {
    const same = 'fail-on: warning\nseverity: { exposed-port: critical, rule-input: notice }\n';
    expect(extended(configured(same), configured(ORGANISATION)).overruled).toEqual([]);
  });
});

test.each([
  ['../policy.yml', { kind: 'file', path: '../policy.yml' }],
  [
    `acme/policy@${COMMIT}:a/b.yml`,
    { kind: 'repository', repository: 'acme/policy', commit: COMMIT, path: 'a/b.yml' },
  ],
] as const)('reads %s', (text, named) => {
  expect(configured(`extends: ${text}\n`).extends).toEqual(named);
});

test.each([
  ['acme/policy@main:a.yml', 'A branch or a tag can be moved'],
  [`acme/policy@${COMMIT.slice(1)}:a.yml`, 'names no commit'],
  [`acme/policy@${COMMIT}:../a.yml`, 'must be a path'],
  [`acme/policy@${COMMIT}:`, 'must be a path'],
  ['/etc/policy.yml', 'must be a path'],
  ['C:\\policy.yml', 'must be a path'],
  ['https://host/policy.yml@x', 'must be a path'],
])('refuses %s', (text, why) => {
  const read = readConfiguration(`extends: ${JSON.stringify(text)}\n`, CHECK_IDS);
  expect(read.ok ? 'read' : read.error.message).toContain(why);
});

test('on the command line a file beside is read, and fails closed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-extends-'));
  const own = path.join(folder, 'repo', 'cce-plan-guard.yml');
  const base = path.join(folder, 'policy.yml');
  mkdirSync(path.dirname(own));
  const open = async (text: string, policy?: string) => {
    writeFileSync(own, text);
    rmSync(base, { force: true });
    if (policy !== undefined) writeFileSync(base, policy);
    const read = await openConfigurationFile(own);
    return read.ok ? read.value : read.error;
  };
  expect(await open('extends: ../policy.yml\nfail-on: never\n', 'fail-on: warning\n')).toMatchObject({
    configuration: { failOn: 'warning' },
    reads: [own, base],
    notes: [expect.stringContaining('`fail-on` of')],
  });
  expect(await open('extends: ../policy.yml\n')).toContain('policy.yml, which');
  expect(await open('extends: ../policy.yml\n', 'fail-onn: warning\n')).toContain('policy.yml: line 1');
  expect(await open('extends: ../policy.yml\n', 'extends: more.yml\n')).toContain('extends another file');
  expect(await open(`extends: acme/policy@${COMMIT}:a.yml\n`)).toContain('only the Action fetches');
  rmSync(folder, { recursive: true });
});

test.each(['check', 'fix', 'explain', 'rules'])(
  'no output of %s takes the place of what is extended',
  async (command) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-extends-'));
    try {
      const at = (name: string): string => path.join(folder, name);
      writeFileSync(at('policy.yml'), 'fail-on: warning\n');
      writeFileSync(at('own.yml'), 'extends: policy.yml\n');
      const asks =
        {
          check: ['plan.json'],
          fix: ['plan.json'],
          explain: ['plan.json', '--from', 'node', '--to', 'node', '--port', 'all'],
          rules: ['--role', 'node', '--model', 'vpc-router'],
        }[command] ?? [];
      const given = [command, ...asks, '--config', at('own.yml'), '--output', at('policy.yml')];
      expect(await said(given)).toContain('--output would overwrite');
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
