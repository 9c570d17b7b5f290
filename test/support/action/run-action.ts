import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Fetch, Transport } from '../../../src/github/api/octokit.js';
import { runStep } from '../../../src/github/step/step.js';
import { BUILT } from '../built.js';
import { type Command, commandsIn, outputsIn } from './mini-runner.js';
import { SceneLog } from './scene-log.js';

const FIXTURES = fileURLToPath(new URL('../../../fixtures', import.meta.url));

/** A step of a workflow. */
export interface Step {
  /** The built step as a process of its own; else the step of the sources in this process, which is much quicker. */
  readonly isProcess?: boolean;
  /** What GitHub is for a step in this process; else the network. */
  readonly fetch?: Fetch;
  /** How long a step in this process waits for an answer of GitHub. */
  readonly requestMs?: number;
  readonly event?: string;
  readonly payload?: object;
  /** A folder of fixtures/, or of anywhere by its whole path, that is the checkout. */
  readonly checkout?: string;
  /** Files on top of it; null takes one away. */
  readonly files?: Readonly<Record<string, string>>;
  /** Links on top of them, by name; a relative one is from the link's own folder. */
  readonly links?: Readonly<Record<string, string>>;
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
  reports: '',
  expect: '',
  'allow-missing': 'false',
  facts: '',
  config: '',
  'working-directory': '.',
  'fail-on': '',
  label: '',
  review: 'comment',
  comment: 'on-findings',
  annotations: 'true',
  summary: 'true',
  'sarif-file': '',
  'report-file': '',
  deadline: '',
  'github-token': 'ghs_workflow',
  'policy-token': '',
};

/** Runs the Action as the runner does: a clean environment, files for what it says. */
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
    for (const [name, to] of Object.entries(step.links ?? {})) symlinkSync(to, path.join(workspace, name));
    const scene = { home, workspace, step };
    return await (step.isProcess === true || step.without !== undefined ? start(scene) : play(scene));
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

interface Scene {
  readonly home: string;
  readonly workspace: string;
  readonly step: Step;
}

/** The built step, a process of its own. */
async function start(scene: Scene): Promise<Outcome> {
  const before = performance.now();
  const child = spawn(process.execPath, [path.join(actionFolder(scene), 'dist/index.js')], {
    cwd: scene.workspace,
    env: environment(scene),
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const seconds = (performance.now() - before) / 1000;
  const outputs = outputsIn(readFileSync(path.join(scene.home, 'GITHUB_OUTPUT'), 'utf8'));
  return outcomeOf(scene, { code, ...texts, outputs, seconds });
}

/** The folder of the Action, without the files that the step is to do without. */
function actionFolder({ home, step: { without } }: Scene): string {
  if (without === undefined) return BUILT;
  const folder = path.join(home, 'action');
  cpSync(BUILT, folder, { recursive: true });
  for (const name of without) rmSync(path.join(folder, 'dist', name), { force: true });
  return folder;
}

/** The step of the sources, with a toolkit, a clock and a GitHub that are handed in. */
async function play(scene: Scene): Promise<Outcome> {
  const { home, workspace, step } = scene;
  const before = performance.now();
  const log = new SceneLog({ ...DEFAULTS, ...step.inputs });
  const code = await runStep({
    env: environment(scene),
    folder: workspace,
    id: path.basename(home),
    toolkit: log.toolkit,
    now: new Date(),
    prepareEngine: () => ({ look: () => undefined, settle: () => Promise.resolve() }),
    transport: {
      requestMs: step.requestMs ?? 10_000,
      totalMs: 60_000,
      secondMs: 1,
      writes: AT_ONCE,
      ...(step.fetch === undefined ? {} : { fetch: step.fetch }),
    },
  });
  const seconds = (performance.now() - before) / 1000;
  return outcomeOf(scene, { code, stdout: log.stdout, stderr: '', outputs: log.outputs, seconds });
}

/** The pace of writes is a matter of time alone: a real process keeps it. */
const AT_ONCE = {
  key: () => ({ schedule: () => Promise.resolve() }),
} as unknown as NonNullable<Transport['writes']>;

function outcomeOf(
  { home }: Scene,
  end: Pick<Outcome, 'code' | 'stdout' | 'stderr' | 'outputs' | 'seconds'>,
): Outcome {
  return {
    ...end,
    commands: [...commandsIn(end.stdout), ...commandsIn(end.stderr)],
    summary: readFileSync(path.join(home, 'GITHUB_STEP_SUMMARY'), 'utf8'),
    report: contentOf(end.outputs.get('report')),
    sarif: contentOf(end.outputs.get('sarif')),
  };
}

function contentOf(file: string | undefined): string {
  return file === undefined || file === '' ? '' : readFileSync(file, 'utf8');
}

function environment({ home, workspace, step }: Scene): Record<string, string> {
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
