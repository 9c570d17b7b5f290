import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { BUILT } from '../built.js';
import { type Command, commandsIn, outputsIn } from './mini-runner.js';

const FIXTURES = fileURLToPath(new URL('../../../fixtures', import.meta.url));

/** A step of a workflow. */
export interface Step {
  readonly event?: string;
  readonly payload?: object;
  /** A folder of fixtures/, or of anywhere by its whole path, that is the checkout. */
  readonly checkout?: string;
  /** Files on top of it; null takes one away. */
  readonly files?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly apiUrl?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Files of dist/ that are not there. */
  readonly without?: readonly string[];
}

/** What the step left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly commands: readonly Command[];
  readonly outputs: ReadonlyMap<string, string>;
  readonly summary: string;
  /** The files that the outputs name; empty when they name none. */
  readonly report: string;
  readonly sarif: string;
  readonly seconds: number;
}

/** The event payload of that name, with other values at some places: `{ 'pull_request.number': 8 }`. */
export function payload(name: string, changes: Readonly<Record<string, unknown>> = {}): object {
  const value = JSON.parse(fixture(`github/events/${name}.json`)) as Record<string, unknown>;
  for (const [place, to] of Object.entries(changes)) {
    const steps = place.split('.');
    const last = steps.pop() ?? '';
    const owner = steps.reduce((at, step) => at[step] as Record<string, unknown>, value);
    if (to === undefined) Reflect.deleteProperty(owner, last);
    else owner[last] = to;
  }
  return value;
}

/** A file of fixtures/. */
export function fixture(name: string): string {
  return readFileSync(path.join(FIXTURES, name), 'utf8');
}

/** Every input of action.yml with its default, as the runner passes them. */
export const DEFAULTS: Readonly<Record<string, string>> = {
  plan: 'plan.json',
  config: '',
  'working-directory': '.',
  'fail-on': '',
  label: '',
  review: 'comment',
  annotations: 'true',
  summary: 'true',
  'sarif-file': '',
  'report-file': '',
  'github-token': 'ghs_workflow',
};

/** Runs the built Action as the runner does: a process of its own, a clean environment, files for what it says. */
export async function runAction(step: Step): Promise<Outcome> {
  const home = mkdtempSync(path.join(tmpdir(), 'cce-plan-guard-run-'));
  try {
    const workspace = path.join(home, 'work');
    mkdirSync(workspace);
    if (step.checkout !== undefined)
      cpSync(path.resolve(FIXTURES, step.checkout), workspace, { recursive: true });
    for (const [name, text] of Object.entries(step.files ?? {})) {
      mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
      writeFileSync(path.join(workspace, name), text);
    }
    const folder = step.without === undefined ? BUILT : path.join(home, 'action');
    if (step.without !== undefined) cpSync(BUILT, folder, { recursive: true });
    for (const name of step.without ?? []) rmSync(path.join(folder, 'dist', name), { force: true });
    return await start(path.join(folder, 'dist/index.js'), { home, workspace, step });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function start(
  script: string,
  { home, workspace, step }: { home: string; workspace: string; step: Step },
): Promise<Outcome> {
  const before = performance.now();
  const child = spawn(process.execPath, [script], {
    cwd: workspace,
    env: environment(home, workspace, step),
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const outputs = outputsIn(readFileSync(path.join(home, 'GITHUB_OUTPUT'), 'utf8'));
  return {
    code,
    stdout: texts.stdout,
    stderr: texts.stderr,
    commands: [...commandsIn(texts.stdout), ...commandsIn(texts.stderr)],
    outputs,
    summary: readFileSync(path.join(home, 'GITHUB_STEP_SUMMARY'), 'utf8'),
    report: contentOf(outputs.get('report')),
    sarif: contentOf(outputs.get('sarif')),
    seconds: (performance.now() - before) / 1000,
  };
}

function contentOf(file: string | undefined): string {
  return file === undefined || file === '' ? '' : readFileSync(file, 'utf8');
}

function environment(home: string, workspace: string, step: Step): Record<string, string> {
  const { event = 'pull_request' } = step;
  const eventFile = path.join(home, 'event.json');
  writeFileSync(eventFile, JSON.stringify(step.payload ?? payload(event)));
  const files = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH'];
  for (const name of files) writeFileSync(path.join(home, name), '');
  const inputs = Object.entries({ ...DEFAULTS, ...step.inputs });
  return {
    PATH: process.env['PATH'] ?? '',
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    GITHUB_API_URL: step.apiUrl ?? 'http://127.0.0.1:9',
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_GRAPHQL_URL: `${step.apiUrl ?? 'http://127.0.0.1:9'}/graphql`,
    GITHUB_REPOSITORY: 'acme/infra',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: eventFile,
    GITHUB_SHA: 'c'.repeat(40),
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_WORKSPACE: workspace,
    GITHUB_WORKFLOW: 'plan',
    GITHUB_JOB: 'check',
    GITHUB_RUN_ID: '55',
    GITHUB_RUN_NUMBER: '5',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_ACTOR: 'alice',
    RUNNER_TEMP: home,
    RUNNER_OS: 'Linux',
    ...Object.fromEntries(files.map((name) => [name, path.join(home, name)])),
    ...Object.fromEntries(inputs.map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])),
    ...step.env,
  };
}
