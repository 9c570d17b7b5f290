/** `npm run record`, with a program in the place of Terraform that writes down how it is called. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';

import { recordFixture } from '../../scripts/record.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-record-'));
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);
afterAll(() => rmSync(folder, { recursive: true }));

const PLAN = {
  format_version: '1.2',
  terraform_version: '1.11.4',
  variables: { key: { value: 'hush hush' }, name: { value: 'prod' } },
  resource_changes: [{ change: { after: { tenant_id: 'f'.repeat(32), place: 'COPY/modules/a' } } }],
  configuration: { root_module: { variables: { key: { sensitive: true }, name: {} } } },
};

/** As the documented commands behave: `show` prints one line, and everything else leaves files in its folder. */
const STAND_IN = `#!/bin/sh
{ echo "$0 $*"; env | sort; ls; } >> ${at('calls')}
case "$1" in
  show) sed "s#COPY#$PWD#" ${at('plan.json')} ;;
  apply) echo '{}' > terraform.tfstate ;;
  plan) test ! -e ${at('fails')} || { echo 'Error: no' >&2; exit 1; }; echo > plan.bin ;;
  init) mkdir -p .terraform ;;
esac
`;

const record = (...argv: readonly string[]): readonly string[] =>
  recordFixture(argv, {
    root: at('root'),
    env: {
      PATH: `${at('bin')}:/usr/bin:/bin`,
      ...{
        OS_PASSWORD: 'correct horse',
        TF_VAR_key: 'x',
        AWS_ACCESS_KEY_ID: 'y',
        GITHUB_TOKEN: 'staple battery',
      },
      ...{ HOME: '/home/alice', HTTPS_PROXY: 'http://alice:secret@proxy', no_proxy: 'localhost' },
    },
  });
const refusal = (...argv: readonly string[]): string => {
  try {
    record(...argv);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return 'recorded';
};
const calls = (): string => readFileSync(at('calls'), 'utf8');

beforeEach(() => {
  for (const name of ['root', 'bin', 'tf', 'calls', 'fails'])
    rmSync(at(name), { recursive: true, force: true });
  for (const name of ['root', 'bin', 'tf', 'tf/modules', 'tf/modules/a', 'tf/.terraform'])
    mkdirSync(at(name));
  for (const name of ['terraform', 'tofu']) {
    writeFileSync(at('bin', name), STAND_IN);
    chmodSync(at('bin', name), 0o755);
  }
  writeFileSync(at('plan.json'), JSON.stringify(PLAN));
  writeFileSync(at('tf', 'main.tf'), 'module "a" { source = "./modules/a" }\n');
  writeFileSync(at('tf', 'modules/a/main.tf'), 'variable "secret_name" {}\n');
  writeFileSync(at('tf', '.terraform', 'left'), '');
});

describe('a fixture', () => {
  test('is a plan that the program made, and its files', () => {
    expect(record(at('tf'), 'vpc-new-rule')).toEqual(
      ['plan.json', 'main.tf', 'modules/a/main.tf'].map((file) =>
        path.join('fixtures', 'vpc-new-rule', file),
      ),
    );
    const kept = readFileSync(at('root', 'fixtures', 'vpc-new-rule', 'plan.json'), 'utf8');
    expect(kept).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(kept)).toMatchObject({
      variables: { key: { value: 'redacted' }, name: { value: 'prod' } },
      resource_changes: [
        { change: { after: { tenant_id: '0a1b2c3d4e5f60718293a4b5c6d7e8f9', place: './modules/a' } } },
      ],
    });
    expect(existsSync(at('tf', 'plan.bin'))).toBe(false);
    expect(calls().match(/terraform (init|plan|show) .*/g)).toEqual([
      'terraform init -input=false -no-color -backend=false',
      'terraform plan -input=false -no-color -out=plan.bin',
      'terraform show -no-color -json plan.bin',
    ]);
  });

  test('is made in an environment that has nothing of the shell', () => {
    record(at('tf'), 'vpc-new-rule', '--with', 'tofu');
    expect(calls()).toContain('/tofu init');
    expect(calls()).not.toMatch(/correct horse|TF_VAR_|AWS_|staple|alice|OS_/);
    expect(calls()).toMatch(/^no_proxy=localhost$/m);
  });

  test('of what stands before is planned against a stand-in for the cloud, and no other', () => {
    mkdirSync(at('before'));
    writeFileSync(at('before', 'old.tf'), 'locals {}\n');
    const before = ['--before', at('before')];
    expect(refusal(at('tf'), 'vpc-new-rule', ...before)).toContain('needs --cloud');
    for (const url of [
      'https://iam.example.com/v3',
      'http://127.0.0.1.example.com',
      'http://a:b@127.0.0.1/',
      'x',
    ]) {
      expect(refusal(at('tf'), 'vpc-new-rule', '--cloud', url)).toContain('an address of this machine');
    }
    expect(existsSync(at('calls'))).toBe(false);
    record(at('tf'), 'vpc-new-rule', ...before, '--cloud', 'http://127.0.0.1:18080/v3');
    const [, applied = '', planned = ''] = /(apply [^]*?)(terraform plan [^]*)/.exec(calls()) ?? [];
    expect(applied).toMatch(/^old\.tf$/m);
    expect(applied).toMatch(/^OS_PASSWORD=made-up$/m);
    expect(planned).toMatch(/^main\.tf\n(?:.*\n)*terraform\.tfstate$/m);
    expect(planned).not.toMatch(/^old\.tf$/m);
  });

  test('is made anew only when somebody says so', () => {
    record(at('tf'), 'vpc-new-rule');
    expect(refusal(at('tf'), 'vpc-new-rule')).toContain('there is a fixture vpc-new-rule; --again');
    expect(record(at('tf'), 'vpc-new-rule', '--again')).toHaveLength(3);
    expect(refusal(at('tf'), 'vpc-other-rule', '--again')).toContain('there is no fixture');
  });
});

describe('nothing runs, and nothing is written', () => {
  test.each([
    ['clouds.yaml', '', 'clouds.yaml may hold credentials'],
    ['modules/a/secure.yml', '', 'secure.yml may hold credentials'],
    ['terraform.tfstate', '{}', 'may hold credentials or a state'],
    ['.env', '', '.env may hold'],
    ['notes.txt', '-----BEGIN PRIVATE KEY-----', 'holds a key'],
    ['provider.tf', 'provider "opentelekomcloud" {\n  password = var.p\n}', 'sets `password`'],
    ['provider.tf', 'provider "opentelekomcloud" {\n  access_key = "A"\n}', 'sets `access_key`'],
    ['provider.tf.json', '{\n  "security_token": "A"\n}', 'sets `security_token`'],
    ['provider.tf', 'provider "opentelekomcloud" {\n  cloud = "otc"\n}', 'sets `cloud`'],
    ['provider.tf', 'provider "x" { password = "A" }', 'sets `password`'],
    ['terraform.tfvars', 'token = "A"', 'sets `token`'],
    ['backend.tf', 'terraform {\n  backend "s3" {}\n}', 'names a state that lies elsewhere'],
    ['backend.tf', 'terraform {\n  cloud {\n  }\n}', 'names a state that lies elsewhere'],
  ])('where %s says %j', (file, text, why) => {
    writeFileSync(at('tf', file), text);
    expect(refusal(at('tf'), 'vpc-new-rule')).toContain(why);
    expect(existsSync(at('calls'))).toBe(false);
    expect(existsSync(at('root', 'fixtures'))).toBe(false);
  });

  test.each([
    [['nowhere', 'vpc-new-rule'], 'nowhere is no folder'],
    [[at('root'), 'vpc-new-rule'], 'holds no .tf file'],
    [[at('tf'), '../escape'], 'is no name of a fixture'],
    [[at('tf')], 'name the folder'],
    [[at('tf'), 'vpc-new-rule', '--with', 'sh'], '--with takes'],
  ])('for %j', (argv, why) => {
    expect(refusal(...argv)).toContain(why);
    expect(existsSync(at('calls'))).toBe(false);
  });

  test.each([
    ['a failed plan', { ...PLAN, errored: true }, 'the plan failed'],
    ['a state', { format_version: '1.0', values: {} }, 'gave no plan'],
    ['a value of the shell', { ...PLAN, x: 'staple battery' }, 'looks like a credential'],
    ['a key', { ...PLAN, x: Buffer.from('-----BEGIN KEY').toString('base64') }, 'holds a key'],
  ])('of %s', (_, plan, why) => {
    writeFileSync(at('plan.json'), JSON.stringify(plan));
    expect(refusal(at('tf'), 'vpc-new-rule')).toContain(why);
    expect(existsSync(at('root', 'fixtures'))).toBe(false);
  });

  test('when the program fails, or is not there', () => {
    writeFileSync(at('fails'), '');
    expect(refusal(at('tf'), 'vpc-new-rule')).toBe('`terraform plan` failed:\nError: no');
    rmSync(at('bin', 'tofu'));
    expect(refusal(at('tf'), 'vpc-new-rule', '--with', 'tofu')).toContain('tofu is not installed');
  });
});
