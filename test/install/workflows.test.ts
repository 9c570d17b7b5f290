/** Workflows and the Action under the tools of others: linters of workflows, and a runner. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { fixture } from '../support/action/run-action.js';
import { BUILT } from '../support/built.js';
import { FakeGitHub } from '../support/github/server.js';
import { testWith } from '../support/install/tools.js';
import { EXAMPLES, OURS, readmeWorkflow, ROOT } from '../support/workflows.js';

/** Who judges the files of each folder; the tests find the files themselves. */
const JUDGES: Readonly<Record<string, string>> = {
  '.github': 'test/install/workflows.test.ts',
  '.github/ISSUE_TEMPLATE': 'test/house.test.ts',
  '.github/workflows': 'test/install/workflows.test.ts',
  'examples/atlantis': 'test/install/pipelines.test.ts',
  'examples/azure': 'test/install/pipelines.test.ts',
  'examples/gitlab': 'test/gitlab/template.test.ts',
  'examples/shell': 'test/install/pipelines.test.ts',
  'examples/workflows': 'test/install/workflows.test.ts',
  templates: 'test/gitlab/template.test.ts',
};

test('every folder of workflows, pipelines and templates has a judge', () => {
  const folders = ['.github', 'examples', 'templates'].flatMap((top) =>
    readdirSync(path.join(ROOT, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ROOT, entry.parentPath)),
  );
  expect([...new Set(folders)].sort()).toEqual(Object.keys(JUDGES).sort());
  for (const judge of Object.values(JUDGES)) expect(existsSync(path.join(ROOT, judge))).toBe(true);
});

describe('linters of workflows', () => {
  testWith('actionlint', 'actionlint finds nothing', (tool) => {
    expect(execFileSync(tool, [...EXAMPLES, ...OURS], { cwd: ROOT, encoding: 'utf8' })).toBe('');
  });

  testWith('actionlint', 'actionlint finds nothing in the workflow of the README', (tool) => {
    expect(execFileSync(tool, ['-'], { cwd: ROOT, encoding: 'utf8', input: readmeWorkflow() })).toBe('');
  });

  testWith('zizmor', 'zizmor finds nothing', (tool) => {
    const files = [...EXAMPLES, ...OURS, '.github/dependabot.yml', 'action.yml'];
    const options = ['--pedantic', '--offline', '--no-progress', '--quiet', '--no-config'];
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
    const github = new FakeGitHub();
    await github.listen();
    const home = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-act-'));
    try {
      const repo = path.join(home, 'infra-repo');
      cpSync(BUILT, repo, { recursive: true });
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
