/** The lines of the template for GitLab and of the examples for other services, run by a shell with the built command. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { FakeGitLab } from '../support/gitlab/server.js';
import { pipelineFaults, templateJobs } from '../support/gitlab/template.js';
import { Pipeline } from '../support/install/pipeline.js';
import { ROOT } from '../support/workflows.js';

const pipeline = new Pipeline('vpc-icmp-destroyed');
afterAll(() => rmSync(pipeline.home, { recursive: true, force: true }));

function example(name: string): string {
  return readFileSync(path.join(ROOT, 'examples', name), 'utf8');
}

const LOST = 'Worker nodes lose ICMP from the masters';
const WAIVES = {
  'cce-plan-guard.yml': 'fail-on: never\n',
  ...{ 'main.tf': '# code\n', 'infra/main.tf': '# code\n' },
};

describe('GitLab', () => {
  test('plans, checks, writes the reports and the note, and fails by the verdict', async () => {
    const gitlab = new FakeGitLab();
    await gitlab.listen();
    try {
      const jobs = templateJobs({ module: 'infra', command: 'cce-plan-guard' });
      expect(pipelineFaults(jobs)).toEqual([]);
      const repo = pipeline.repository('gitlab', { 'infra/main.tf': '# code\n' });
      // The merge request waives itself: that counts after the merge.
      writeFileSync(path.join(repo, 'cce-plan-guard.yml'), 'fail-on: never\n');
      const env = {
        ...gitlab.env(),
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
        CI_MERGE_REQUEST_DIFF_BASE_SHA: pipeline.git(repo, 'rev-parse', 'HEAD'),
      };
      expect(await pipeline.run(jobs['plan-cce']?.script ?? [], repo, env)).toMatchObject({ status: 0 });
      const ran = await pipeline.run(jobs['check-cce']?.script ?? [], repo, env);
      expect(ran).toMatchObject({ status: 1, stderr: '' });
      expect(ran.stdout).toContain(LOST);
      const quality = JSON.parse(
        readFileSync(path.join(repo, 'gl-code-quality-report.json'), 'utf8'),
      ) as unknown[];
      expect(quality).toHaveLength(1);
      expect(readFileSync(path.join(repo, 'cce-plan-guard.html'), 'utf8')).toContain(LOST);
      expect(gitlab.notes.map(({ body }) => body)).toEqual([expect.stringContaining(LOST)]);
      expect(gitlab.faults).toEqual([]);
    } finally {
      await gitlab.stop();
    }
  });

  test.each(['infra', '.'])('takes the configuration of the target branch (module %s)', async (module) => {
    const jobs = templateJobs({ module, command: 'cce-plan-guard', program: 'tofu' });
    const repo = pipeline.repository(`target-${module}`, WAIVES);
    writeFileSync(path.join(repo, 'cce-plan-guard.yml'), 'fail-on: notice\n');
    const env = {
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
      CI_MERGE_REQUEST_DIFF_BASE_SHA: pipeline.git(repo, 'rev-parse', 'HEAD'),
    };
    await pipeline.run(jobs['plan-cce']?.script ?? [], repo, env);
    const ran = await pipeline.run(jobs['check-cce']?.script ?? [], repo, env);
    expect(ran.status).toBe(0);
    expect(ran.stderr).toMatch(/^cce-plan-guard: note: no note was written on the merge request: .*\n$/);
  });
});

test('Azure Pipelines: the lines of the example', async () => {
  const { jobs } = parse(example('azure/azure-pipelines.yml')) as {
    jobs: Record<string, { steps: { script?: string; workingDirectory?: string }[] }[]>[];
  };
  const [plan, check] = Object.values(jobs[0] ?? {})
    .flat()
    .flatMap(({ steps }) => steps)
    .filter(({ script }) => script !== undefined);
  const repo = pipeline.repository('azure', WAIVES);
  expect(await pipeline.run([plan?.script ?? ''], path.join(repo, 'infra'))).toMatchObject({ status: 0 });
  const env = { MODULE: 'infra', SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' };
  expect((await pipeline.run([check?.script ?? ''], repo, env)).status).toBe(0);
  pipeline.git(repo, 'checkout', '-q', '-b', 'release');
  pipeline.git(repo, 'rm', '-q', 'cce-plan-guard.yml');
  pipeline.git(repo, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-q', '-m', 'strict');
  pipeline.git(repo, 'push', '-q', 'origin', 'release');
  const strict = { ...env, SYSTEM_PULLREQUEST_TARGETBRANCH: 'release' };
  expect((await pipeline.run([check?.script ?? ''], repo, strict)).status).toBe(1);
  expect(readFileSync(path.join(repo, 'junit.xml'), 'utf8')).toContain('<testsuite');
});

test('Atlantis: the steps of the example', async () => {
  const { workflows } = parse(example('atlantis/repos.yaml')) as {
    workflows: { cce: { plan: { steps: (string | { run: string })[] } } };
  };
  const config = path.join(pipeline.home, 'server.yml');
  writeFileSync(config, 'fail-on: critical\n');
  const lines = workflows.cce.plan.steps.flatMap((step) =>
    typeof step === 'string' ? [] : [step.run.replace('/etc/atlantis/cce-plan-guard.yml', config)],
  );
  const folder = path.join(pipeline.home, 'atlantis');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'main.tf'), '# code\n');
  const env = { PLANFILE: path.join(folder, 'default.tfplan'), REPO_REL_DIR: 'infra', WORKSPACE: 'default' };
  const ran = await pipeline.run(lines, folder, env);
  expect(ran).toMatchObject({ status: 1, stderr: '' });
  expect(ran.stdout).toContain(LOST);
});

test('a plain shell: the worst verdict of all folders, and 2 where there is no plan', async () => {
  const repo = pipeline.repository('shell', { 'a/main.tf': '', 'b/main.tf': '' });
  const script = path.join(ROOT, 'examples/shell/check.sh');
  const ran = await pipeline.run([`'${script}' a b`], repo);
  expect(ran.status).toBe(1);
  expect(ran.stdout.split(LOST)).toHaveLength(3);
  expect((await pipeline.run([`'${script}' a`], repo, { TF: 'tofu', GUARD: 'cce-plan-guard' })).status).toBe(
    1,
  );
  expect((await pipeline.run([`'${script}' a absent`], repo)).status).toBe(2);
});
