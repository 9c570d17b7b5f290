import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';

import { FakeGitHub } from '../support/github-server.js';
import { builtAction } from '../support/action/built-action.js';
import { DEFAULTS, fixture } from '../support/action/run-action.js';

jest.setTimeout(120_000);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLES = readdirSync(path.join(ROOT, 'examples/workflows')).map(
  (name) => `examples/workflows/${name}`,
);
const OURS = readdirSync(path.join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`);

/** Where a tool is: on the path, or where `go install` puts it. */
function toolAt(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), path.join(homedir(), 'go/bin')];
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/** A test that needs a tool; without it, skipped with the reason in its name, which is printed as well. */
function testWith(name: string, title: string, use: (tool: string) => Promise<void> | void): void {
  const tool = toolAt(name);
  if (tool !== undefined) {
    test(title, () => use(tool));
    return;
  }
  const skipped = `${title} (${name} is not installed)`;
  console.warn(`skipped: ${skipped}`);
  test.skip(skipped, () => undefined);
}

interface Step {
  uses?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  permissions?: unknown;
  jobs: Record<string, { permissions?: unknown; steps: Step[] }>;
}
interface Metadata {
  inputs: Record<string, { description: string; default?: string; required?: boolean }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string };
  description: string;
}

const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const METADATA = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as Metadata;

describe('action.yml', () => {
  test('describes the inputs and outputs of the Action', () => {
    expect(Object.keys(METADATA.inputs)).toEqual([
      'plan',
      'config',
      'working-directory',
      'fail-on',
      'label',
      'review',
      'annotations',
      'summary',
      'sarif-file',
      'report-file',
      'github-token',
    ]);
    expect(Object.keys(METADATA.outputs)).toEqual([
      'conclusion',
      'critical',
      'warning',
      'notice',
      'report',
      'sarif',
      'review-url',
    ]);
    expect(METADATA.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
    expect(METADATA.description.length).toBeLessThan(125);
  });

  test('has the defaults that the steps of the other tests are run with', () => {
    const defaults = Object.entries(METADATA.inputs).map(([name, input]) => [name, input.default ?? '']);
    expect({ ...Object.fromEntries(defaults), plan: 'plan.json', 'github-token': 'ghs_workflow' }).toEqual(
      DEFAULTS,
    );
  });
});

describe('the examples', () => {
  test('pin what they use, but for the Action itself, which the reader pins', () => {
    const uses = [...EXAMPLES, ...OURS].flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/uses: (\S+)(.*)/g)].map(
        ([, name, comment]) => [name?.replace(/@[0-9a-f]{40}$/, '@ID'), comment?.trim()],
      ),
    );
    for (const [name, comment] of uses) {
      if (name?.startsWith('OWNER/') === true) continue;
      expect([name, comment]).toEqual([expect.stringMatching(/@ID$/), expect.stringMatching(/^# v\d/)]);
    }
    // One version of each everywhere.
    expect(new Set(uses.map(([name, comment]) => `${name ?? ''} ${comment ?? ''}`)).size).toBe(
      new Set(uses.map(([name]) => name)).size,
    );
  });

  test.each(EXAMPLES)('%s uses inputs that exist, and no more permissions than its jobs say', (file) => {
    const workflow = parse(readFileSync(path.join(ROOT, file), 'utf8')) as Workflow;
    expect(workflow.permissions).toEqual({});
    const jobs = Object.values(workflow.jobs);
    for (const { permissions } of jobs) expect(permissions).toBeDefined();
    const uses = jobs
      .flatMap(({ steps }) => steps)
      .filter((step) => step.uses?.startsWith('OWNER/') === true);
    expect(uses).not.toEqual([]);
    for (const step of uses) {
      expect(Object.keys(METADATA.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})));
    }
  });

  testWith('actionlint', 'actionlint finds nothing', (tool) => {
    expect(execFileSync(tool, [...EXAMPLES, ...OURS], { cwd: ROOT, encoding: 'utf8' })).toBe('');
  });

  testWith('actionlint', 'actionlint finds nothing in the workflow of the README', (tool) => {
    const [, workflow = ''] = /```yaml\n(on: pull_request\n[^]*?)```/.exec(README) ?? [];
    const { jobs } = parse(workflow) as Workflow;
    expect(
      Object.values(jobs)
        .flatMap(({ steps }) => steps)
        .at(-1)?.with,
    ).toEqual({ plan: 'plan.json' });
    expect(execFileSync(tool, ['-'], { cwd: ROOT, encoding: 'utf8', input: workflow })).toBe('');
  });

  testWith('zizmor', 'zizmor finds nothing', (tool) => {
    const files = [...EXAMPLES, ...OURS, 'action.yml'];
    const options = ['--offline', '--no-progress', '--quiet', '--no-config'];
    // It exits with another status when it finds something.
    const output = execFileSync(tool, [...options, ...files], { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });
    expect(output).toContain('No findings');
  });
});

const E2E = `
on: pull_request
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
      - id: guard
        uses: ./
        continue-on-error: true
        with:
          plan: infra/*.json
          label: e2e
          github-token: ghs_workflow
      - run: echo "outcome=$OUTCOME conclusion=$CONCLUSION critical=$CRITICAL url=$URL"
        env:
          OUTCOME: \${{ steps.guard.outcome }}
          CONCLUSION: \${{ steps.guard.outputs.conclusion }}
          CRITICAL: \${{ steps.guard.outputs.critical }}
          URL: \${{ steps.guard.outputs.review-url }}
`;

describe('from end to end', () => {
  testWith('act', 'a workflow runs the Action as action.yml says', async (tool) => {
    const github = await FakeGitHub.start();
    const home = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-act-'));
    try {
      const repo = path.join(home, 'infra-repo');
      cpSync(await builtAction(), repo, { recursive: true });
      cpSync(path.join(ROOT, 'action.yml'), path.join(repo, 'action.yml'));
      for (const folder of ['.github/workflows', 'infra'])
        mkdirSync(path.join(repo, folder), { recursive: true });
      writeFileSync(path.join(repo, '.github/workflows/e2e.yml'), E2E);
      writeFileSync(path.join(repo, 'infra/plan.json'), fixture('vpc-egress-minima-missing/plan.json'));
      writeFileSync(path.join(home, 'event.json'), fixture('github/events/pull_request.json'));
      const { code, output } = await act(tool, { home, repo, apiUrl: github.url });
      expect({ code, output }).toMatchObject({ code: 0 });
      expect(output).toMatch(/outcome=failure conclusion=fail critical=3 url=https:\/\/github\.test\//);
      expect(github.world.comments).toHaveLength(1);
      expect(github.faults).toEqual([]);
    } finally {
      await github.stop();
      rmSync(home, { recursive: true, force: true });
    }
  });
});

/** Self-hosted mode: no container engine, and nothing from the network. */
function act(
  tool: string,
  { home, repo, apiUrl }: { home: string; repo: string; apiUrl: string },
): Promise<{ code: number | null; output: string }> {
  const args = [
    'pull_request',
    ...[
      '-W',
      '.github/workflows/e2e.yml',
      '-P',
      'ubuntu-latest=-self-hosted',
      '-e',
      path.join(home, 'event.json'),
    ],
    ...['--env', `GITHUB_API_URL=${apiUrl}`, '--env', 'GITHUB_REPOSITORY=acme/infra'],
  ];
  const child = spawn(tool, args, {
    cwd: repo,
    env: { PATH: process.env['PATH'] ?? '', HOME: home, XDG_CACHE_HOME: path.join(home, 'cache') },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, output }));
  });
}
