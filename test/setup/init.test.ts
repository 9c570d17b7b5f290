/** `init`: what it finds in a repository, what it writes, and what it leaves alone. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';

import { CHECK_IDS } from '../../src/check/check-id.js';
import { readConfiguration } from '../../src/config/read-configuration.js';
import { ciFound } from '../../src/setup/ci.js';
import { VERSION } from '../../src/version.js';
import { said } from '../support/said.js';
import { init } from '../support/setup/init.js';
import { BACKEND, cluster, PROVIDER } from '../support/setup/repository.js';
import { EXAMPLES, ROOT, type Workflow } from '../support/workflows.js';

function workflowIn(text: string): Workflow {
  return parse(text) as Workflow;
}

/** The steps of all jobs, as one text. */
function stepsIn(text: string): string {
  return JSON.stringify(Object.values(workflowIn(text).jobs).flatMap(({ steps }) => steps));
}

const GITHUB = { '.github/workflows/other.yml': 'on: push\njobs: {}\n' };
const WORKFLOW = '.github/workflows/cce-plan-guard.yml';

describe('one root module', () => {
  test('gets a workflow and a configuration of what the code says', async () => {
    const { text, made, at } = await init({
      ...GITHUB,
      'infra/main.tf': BACKEND + cluster(),
      'infra/.terraform-version': '1.11.4\n',
    });
    expect(made).toEqual([WORKFLOW, 'cce-plan-guard.yml']);
    expect(text).toContain('root module infra: Terraform 1.11.4 (infra/.terraform-version), backend s3\n');
    expect(text).toContain(
      'cluster prod (infra/main.tf:11): overlay_l2, VPC 192.168.0.0/16, containers 172.16.0.0/16\n',
    );
    expect(text).toContain('GitHub Actions (.github/workflows)\n');
    expect(text).toContain('give the plan what the backend (s3) signs in with');
    expect(text).not.toContain('not found');
    // The plan shows all of that.
    expect(parse(at('cce-plan-guard.yml'))).toEqual({ 'fail-on': 'critical' });
    const steps = stepsIn(at(WORKFLOW));
    expect(steps).toContain('"terraform_version":"1.11.4"');
    expect(steps).toContain('"working-directory":"infra"');
    expect(workflowIn(at(WORKFLOW)).permissions).toEqual({});
  });

  test('is the root of the repository, and in JSON', async () => {
    const main = { terraform: { backend: { http: {} } }, provider: { opentelekomcloud: {} } };
    const made = { opentelekomcloud_cce_cluster_v3: { a: { name: 'prod', container_network_type: 'eni' } } };
    const { text, at } = await init({
      ...GITHUB,
      'main.tf.json': JSON.stringify({ ...main, resource: made }),
    });
    expect(text).toContain('root module .: Terraform, backend http\n');
    expect(text).toContain('the VPC of prod in .; if its plan does not show it');
    expect(stepsIn(at(WORKFLOW))).toContain('"working-directory":"."');
  });

  test.each<[string, Record<string, string>]>([
    ['.opentofu-version', { '.opentofu-version': '1.9.0', 'infra/main.tf': PROVIDER }],
    ['infra/b.tofu', { 'infra/b.tofu': PROVIDER }],
    [
      'infra/.terraform.lock.hcl',
      {
        'infra/main.tf': PROVIDER,
        'infra/.terraform.lock.hcl': 'provider "registry.opentofu.org/a/b" {\n}\n',
      },
    ],
  ])('is of OpenTofu, as %s says', async (toldBy, files) => {
    const { text, at } = await init({ ...GITHUB, ...files });
    expect(text).toMatch(/root module infra: OpenTofu/);
    expect(text).toContain(`(${toldBy})`);
    const steps = stepsIn(at(WORKFLOW));
    expect(steps).toMatch(/setup-opentofu.*tofu_wrapper.*tofu init.*tofu plan.*tofu show/);
    expect(steps).not.toMatch(/terraform/);
  });
});

describe('several root modules', () => {
  const MANY = {
    'infra/prod/main.tf': `${BACKEND}module "net" {\n  source = "../../modules/net"\n}\n${cluster()}`,
    'infra/dev/main.tf': PROVIDER,
    'modules/net/main.tf': PROVIDER,
    'modules/other/main.tf': PROVIDER,
    'examples/small/main.tf': PROVIDER,
    'infra/prod/.terraform/modules/x/main.tf': BACKEND,
    'docs/only.tf': '# nothing\n',
  };

  test('are one matrix, each with a configuration of its own', async () => {
    const { text, made, at } = await init({ ...GITHUB, ...MANY });
    expect(made).toEqual([WORKFLOW, 'infra/dev/cce-plan-guard.yml', 'infra/prod/cce-plan-guard.yml']);
    const { jobs } = parse(at(WORKFLOW)) as {
      jobs: Record<string, { strategy?: { matrix: { module: string[] } } }>;
    };
    expect(jobs['plan']?.strategy?.matrix.module).toEqual(['infra/dev', 'infra/prod']);
    expect(stepsIn(at(WORKFLOW))).toContain('"config":"cce-plan-guard.yml"');
    expect(parse(at('infra/dev/cce-plan-guard.yml'))).toEqual({ 'fail-on': 'critical' });
    expect(text).toContain('whether plans are made in examples/small: it lies where modules and examples do');
    expect(text).toContain('whether plans are made in modules/other: it lies');
    expect(text).not.toContain('modules/net');
    expect(text).toContain('require the check guard on your main branch');
  });

  test('of both programs are two workflows', async () => {
    const { made, at } = await init({ ...GITHUB, ...MANY, 'infra/dev/.opentofu-version': '1.9.0' });
    expect(made.filter((name) => name.startsWith('.github'))).toEqual([
      '.github/workflows/cce-plan-guard-terraform.yml',
      '.github/workflows/cce-plan-guard-tofu.yml',
    ]);
    expect(stepsIn(at('.github/workflows/cce-plan-guard-tofu.yml'))).toContain('"tofu_version":"1.9.0"');
    // Of one group, one would end the other.
    for (const program of ['terraform', 'tofu'])
      expect(at(`.github/workflows/cce-plan-guard-${program}.yml`)).toContain(
        `group: cce-plan-guard-${program}-\${{ github.ref }}`.replace('\\', ''),
      );
  });

  test('are included one by one in GitLab, from a copy of the template', async () => {
    const { made, at } = await init({ ...MANY, 'infra/dev/.opentofu-version': '1.9.0' }, '--ci', 'gitlab');
    expect(made.slice(0, 2)).toEqual(['.gitlab-ci.yml', '.gitlab/cce-plan-guard.yml']);
    expect(at('.gitlab/cce-plan-guard.yml')).toBe(
      readFileSync(path.join(ROOT, 'templates/cce-plan-guard.yml'), 'utf8'),
    );
    const local = '.gitlab/cce-plan-guard.yml';
    expect((parse(at('.gitlab-ci.yml')) as { include: unknown }).include).toEqual([
      {
        local,
        inputs: {
          ...{ module: 'infra/dev', name: 'infra/dev', program: 'tofu' },
          'plan-image': 'ghcr.io/opentofu/opentofu:1.9.0',
        },
      },
      { local, inputs: { module: 'infra/prod', name: 'infra/prod' } },
    ]);
    const [head] = parseAllDocuments(at('.gitlab/cce-plan-guard.yml'));
    const { spec } = head?.toJS() as { spec: { inputs: object } };
    expect(Object.keys(spec.inputs)).toEqual(
      expect.arrayContaining(['module', 'name', 'program', 'plan-image']),
    );
  });

  test('are the modules of a pipeline of Azure', async () => {
    const { at } = await init({ ...MANY, 'azure-pipelines.yml': 'steps: []\n' });
    const { parameters } = parse(at('azure-pipelines-cce-plan-guard.yml')) as {
      parameters: { default: unknown }[];
    };
    expect(parameters[0]?.default).toEqual(['infra/dev', 'infra/prod']);
  });
});

describe('nothing is lost', () => {
  test('files that are there stay as they are, and a second run writes nothing', async () => {
    const there = {
      '.gitlab-ci.yml': 'stages: [mine]\n',
      '.github/cce-plan-guard.yml': 'fail-on: never\n',
      'main.tf': BACKEND,
    };
    const { root, text, at } = await init(there, '--ci', 'gitlab', '--ci', 'github');
    for (const [name, content] of Object.entries(there)) expect(at(name)).toBe(content);
    expect(existsSync(path.join(root, 'cce-plan-guard.yml'))).toBe(false);
    expect(text).toContain('there already, left as it is\n  .gitlab-ci.yml\n  .github/cce-plan-guard.yml\n');
    expect(text).toContain(
      'add to .gitlab-ci.yml:\n    include:\n      - local: .gitlab/cce-plan-guard.yml\n',
    );
    const before = at(WORKFLOW);
    expect(await said(['init', root, '--ci', 'github'])).not.toContain('\nwritten\n');
    expect(at(WORKFLOW)).toBe(before);
  });

  test('a folder whose name means something to a shell is not written into scripts', async () => {
    const { text, at } = await init({ ...GITHUB, 'a/main.tf': BACKEND, '$(reboot)/main.tf': BACKEND });
    expect(text).toContain('a way to write "$(reboot)" into scripts');
    expect(at(WORKFLOW)).not.toContain('reboot');
  });

  test('a file that is broken is named', async () => {
    const { text } = await init({
      ...GITHUB,
      'a/main.tf': BACKEND,
      'a/b.tf': 'provider "x" {\n',
      'a/c.tf.json': '{',
    });
    expect(text).toContain('what a/b.tf says: it cannot be read');
    expect(text).toContain('what a/c.tf.json says: it cannot be read');
  });

  test.each<[string, Record<string, string>, string[], RegExp]>([
    ['without a root module', { 'modules/a/main.tf': PROVIDER }, [], /has no root module/],
    ['with a system that is none', { 'main.tf': BACKEND }, ['--ci', 'jenkins'], /--ci takes github, gitlab/],
    ['with two folders', { 'main.tf': BACKEND }, ['.'], /init takes one folder/],
  ])('%s it refuses, and writes nothing', async (_, files, argv, says) => {
    const { text, made } = await init(files, ...argv);
    expect(text).toMatch(/^refused: /);
    expect(text).toMatch(says);
    expect(made).toEqual([]);
  });
});

test.each<[string, string[], string, string[]]>([
  ['files of several', ['.github', '.gitlab-ci.yml', 'atlantis.yaml'], '', ['github', 'gitlab', 'atlantis']],
  ['files before the remote', ['azure-pipelines.yaml'], '\turl = git@github.com:a/b.git\n', ['azure']],
  ['a remote over SSH', [], '\turl = git@gitlab.example.com:a/b.git\n', ['gitlab']],
  ['a remote over HTTPS', [], '\turl = https://user@dev.azure.com/a/_git/b\n', ['azure']],
  ['a remote that says nothing', [], '\turl = ssh://git@code.example.com:2222/github.com/b\n', []],
])('the system is told by %s', (_, there, config, systems) => {
  const found = ciFound((name) => there.includes(name), config);
  expect(found.map(({ system }) => system)).toEqual(systems);
});

test('what no system is found for is the configuration, and a word on what to name', async () => {
  const { text, made } = await init({ 'main.tf': BACKEND });
  expect(made).toEqual(['cce-plan-guard.yml']);
  expect(text).toContain('what runs your builds: name it by --ci');
});

test('Atlantis gets the steps for its server', async () => {
  const { text } = await init({ 'main.tf': BACKEND, 'atlantis.yaml': 'version: 3\n' });
  expect(text).toContain('- run: cce-plan-guard check "$PLANFILE.json"');
});

test('the schema of the configuration is that of this version, and the file is read as it is meant', async () => {
  const { at } = await init({ 'main.tf': BACKEND + cluster() }, '--ci', 'github');
  const text = at('cce-plan-guard.yml');
  expect(text).toMatch(
    new RegExp(`^# yaml-language-server: \\$schema=https://unpkg\\.com/cce-plan-guard@${VERSION}/(\\S+)\n`),
  );
  expect(existsSync(path.join(ROOT, /@[\d.]+\/(\S+)/.exec(text)?.[1] ?? ''))).toBe(true);
  expect(readConfiguration(text, CHECK_IDS)).toMatchObject({ ok: true });
});

test('what a workflow uses is what the examples use', async () => {
  const known = new Set(EXAMPLES.flatMap((file) => usesIn(readFileSync(path.join(ROOT, file), 'utf8'))));
  for (const version of ['.terraform-version', '.opentofu-version']) {
    const { at } = await init({ ...GITHUB, 'main.tf': BACKEND, [version]: '1.9.0' });
    for (const use of usesIn(at(WORKFLOW))) expect([use, known.has(use)]).toEqual([use, true]);
  }
});

function usesIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => /uses: .*/.exec(line) ?? []);
}
