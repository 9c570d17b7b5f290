import { appendFileSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import * as core from '@actions/core';

import { CHECK_IDS } from './check/check-id.js';
import { CHECKS } from './check/checks.js';
import { type Configuration, NO_CONFIGURATION } from './config/configuration.js';
import { CONFIGURATION_PLACES } from './edge/configuration-file.js';
import { checkoutOf, diskReader } from './edge/disk-reader.js';
import { readBytes } from './edge/files.js';
import { sourceDirectory } from './edge/source-directory.js';
import type { Api } from './github/api.js';
import { configurationAt, configurationPaths, trustedCommit } from './github/base-configuration.js';
import { findPullRequest } from './github/find-pull-request.js';
import { type Inputs, readInputs } from './github/inputs.js';
import { annotate, safeLine, safeLog } from './github/log.js';
import { planFiles } from './github/plan-files.js';
import type { Posted } from './github/post.js';
import { type Runner, readRunner } from './github/runner.js';
import { resolveTarget, type Target } from './github/target.js';
import { annotationsOf } from './report/annotations.js';
import { renderJobSummary } from './report/job-summary.js';
import { renderJson } from './report/json.js';
import type { Report } from './report/report.js';
import { renderText } from './report/text.js';
import { err, ok, type Result } from './result.js';
import { type PlanInput, runInSource } from './run.js';
import type { SourceReader } from './source/reader.js';
import { VERSION } from './version.js';

/** Exit statuses: 0 pass, 1 findings at or above the level that fails, 2 could not judge. */
const PASS = 0;
const FAIL = 1;
const COULD_NOT_JUDGE = 2;

/** What a run of the step works with. */
interface Step {
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly target: Target;
  readonly connect: (() => Promise<Api>) | undefined;
  /** The working directory. */
  readonly folder: string;
  /** The repository's own: all paths that GitHub sees are relative to it. */
  readonly root: string;
  /** Of the repository, or undefined when the step names a file outside of it. */
  readonly configPaths: readonly string[] | undefined;
  readonly warnings: string[];
}

async function main(): Promise<number> {
  const inputs = readInputs((name) => core.getInput(name));
  if (!inputs.ok) return refuse(inputs.error);
  if (inputs.value.token !== undefined) core.setSecret(inputs.value.token);
  const step = await prepare(inputs.value);
  const configuration = await readConfigurationOf(step);
  if (!configuration.ok) return refuse(configuration.error);
  const report = await judge(step, configuration.value);
  if (!report.ok) return refuse(report.error);
  return tell(step, report.value);
}

async function prepare(inputs: Inputs): Promise<Step> {
  const runner = readRunner(process.env, process.cwd());
  const connect = connector(inputs, runner);
  const found = await findPullRequest(connect, resolveTarget(runner.event), runner.repository);
  const workspace = realPath(runner.workspace);
  const folder = realPath(path.resolve(workspace, inputs.workingDirectory));
  const root = repositoryOf(folder, workspace);
  const configPaths = configurationPaths(inputs.config, CONFIGURATION_PLACES, { root, folder });
  return {
    inputs,
    runner,
    target: found.target,
    connect,
    folder,
    root,
    configPaths,
    warnings: [...found.warnings, ...dangers(found.target)],
  };
}

/** With a token that may write, nothing of a fork should be near. */
function dangers(target: Target): readonly string[] {
  if (target.kind !== 'pr' || target.event !== 'pull_request_target' || !target.isFork) return [];
  return [
    'pull_request_target runs with a token that may write, and this pull request comes from a fork: never check out, ' +
      'plan or run anything of it here. See the pair of workflows for forks in examples/workflows.',
  ];
}

/** The checkout may be in a folder of the workspace; without one, the workspace is taken for it. */
function repositoryOf(folder: string, workspace: string): string {
  const root = checkoutOf(folder)?.root ?? workspace;
  return existsSync(path.join(root, '.git')) && isWithin(workspace, root) ? root : workspace;
}

function realPath(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}

/** GitHub's client is large; it is loaded when the first request is made. */
function connector({ token }: Inputs, { repository, apiUrl }: Runner): (() => Promise<Api>) | undefined {
  const [owner, repo] = repository.split('/');
  if (token === undefined || owner === undefined || repo === undefined) return undefined;
  let api: Promise<Api> | undefined;
  return () =>
    (api ??= import('./github/api.js').then(({ connect }) => connect({ token, apiUrl, owner, repo })));
}

async function readConfigurationOf(step: Step): Promise<Result<Configuration, string>> {
  const { inputs, root, folder, target, configPaths } = step;
  const commit = trustedCommit(target);
  if (commit !== undefined && configPaths !== undefined)
    return readBaseConfiguration(step, commit, configPaths);
  const places = configPaths?.map((it) => path.join(root, it)) ?? [path.resolve(folder, inputs.config ?? '')];
  for (const file of places) {
    const text = textOf(file);
    if (text !== undefined) return parse(text, path.relative(root, file));
  }
  return inputs.config === undefined
    ? ok(NO_CONFIGURATION)
    : err(`${inputs.config} (input config) cannot be read`);
}

/** So that a change cannot waive itself. What it proposes is only tried out. */
async function readBaseConfiguration(
  { inputs, root, connect, warnings }: Step,
  commit: string,
  paths: readonly string[],
): Promise<Result<Configuration, string>> {
  const readCheckout = (file: string): string | undefined => textOf(path.join(root, file));
  const base = await configurationAt(connect, commit, {
    paths,
    isNamed: inputs.config !== undefined,
    readCheckout,
  });
  warnings.push(...base.warnings);
  const proposed = readCheckout(base.path);
  if (proposed !== undefined && proposed !== base.text) {
    const read = await parse(proposed, base.path);
    if (!read.ok) warnings.push(`What would count after the merge cannot be read: ${read.error}.`);
  }
  if (base.text === undefined) return ok(NO_CONFIGURATION);
  const read = await parse(base.text, base.path);
  if (read.ok) return read;
  // Otherwise no pull request could ever mend it. Without it nothing is waived.
  warnings.push(
    `The configuration of the base revision cannot be read, so the defaults count: ${read.error}.`,
  );
  return ok(NO_CONFIGURATION);
}

async function parse(text: string, file: string): Promise<Result<Configuration, string>> {
  const { readConfiguration } = await import('./config/read-configuration.js');
  const read = readConfiguration(text, CHECK_IDS);
  return read.ok ? read : err(`${file}: ${read.error.message}`);
}

async function judge(step: Step, configuration: Configuration): Promise<Result<Report, string>> {
  const { inputs, folder } = step;
  const files = await planFiles(inputs.plan, folder);
  if (!files.ok) return files;
  const plans: PlanInput[] = [];
  for (const file of files.value) {
    const place = path.resolve(folder, file);
    const bytes = readBytes(place);
    if (!bytes.ok) return err(`${file} ${bytes.error}`);
    plans.push({ path: file, bytes: bytes.value, label: inputs.label, ...sourceOf(place, step) });
  }
  const result = await runInSource({
    plans,
    configuration,
    failOn: inputs.failOn ?? configuration.failOn ?? 'critical',
    today: new Date().toISOString().slice(0, 10),
  });
  if (!result.ok) return err(`${result.error.path} ${result.error.error.message}`);
  for (const note of result.value.notes) safeLog(`note: ${note}`);
  return ok(result.value.report);
}

/** The root module lies beside its plan, or in the working directory. */
function sourceOf(plan: string, { root, folder }: Step): { source?: SourceReader } {
  const beside = path.dirname(plan);
  const module = isWithin(root, beside) && sourceDirectory(plan) === beside ? beside : folder;
  return isWithin(root, module) ? { source: diskReader({ root, rootModule: slashed(root, module) }) } : {};
}

function isWithin(root: string, folder: string): boolean {
  const relative = path.relative(root, folder);
  return !relative.startsWith('..') && !path.isAbsolute(relative);
}

/** A folder as the repository names it; '' for the repository itself. */
function slashed(root: string, folder: string): string {
  return path.relative(root, folder).replaceAll(path.sep, '/');
}

/** First what needs no token: outputs, files, job summary, annotations, log. Then the pull request. */
async function tell(step: Step, report: Report): Promise<number> {
  const { inputs, runner } = step;
  const isFail = report.conclusion === 'fail';
  await writeFiles(step, report);
  core.setOutput('conclusion', report.conclusion);
  for (const severity of ['critical', 'warning', 'notice'] as const) {
    core.setOutput(severity, String(report.summary[severity]));
  }
  if (inputs.summary) writeSummary(runner, renderJobSummary(report), step.warnings);
  // One of the ten warnings is kept for what may go wrong from here on.
  const annotations = inputs.annotations ? annotationsOf(report, { error: 10, warning: 9, notice: 10 }) : [];
  annotations.forEach(annotate);
  safeLog(renderText(report, { colors: false }));
  const posted = await postTo(step, report);
  if (posted?.note !== undefined) safeLog(posted.note);
  core.setOutput('review-url', posted?.url ?? '');
  const warnings = [...new Set([...step.warnings, ...(posted?.warnings ?? [])])];
  if (warnings.length > 0) core.warning(safeLine(warnings.join(' ')), { title: 'cce-plan-guard' });
  if (isFail && !annotations.some(({ level }) => level === 'error')) {
    core.error('The plan does not pass.', { title: 'cce-plan-guard' });
  }
  return isFail ? FAIL : PASS;
}

async function writeFiles(step: Step, report: Report): Promise<void> {
  const { inputs, runner, folder, root, warnings } = step;
  const save = (file: string, text: string): string => {
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    } catch {
      warnings.push(`${path.basename(file)} could not be written.`);
      return '';
    }
  };
  const named = inputs.reportFile;
  const reportFile =
    named === undefined
      ? path.join(runner.temp, `cce-plan-guard-${process.pid}.json`)
      : path.resolve(folder, named);
  core.setOutput('report', save(reportFile, renderJson(report)));
  if (inputs.sarifFile === undefined) {
    core.setOutput('sarif', '');
    return;
  }
  const { renderSarif } = await import('./report/sarif.js');
  const fallbackFile = path.posix.join(slashed(root, folder), 'main.tf');
  const sarif = renderSarif(report, CHECKS, { label: inputs.label, fallbackFile, version: VERSION });
  core.setOutput('sarif', save(path.resolve(folder, inputs.sarifFile), sarif));
}

function writeSummary({ summaryFile }: Runner, text: string, warnings: string[]): void {
  if (summaryFile === undefined) return;
  try {
    appendFileSync(summaryFile, text);
  } catch {
    warnings.push('The job summary could not be written.');
  }
}

/** Nothing is loaded or asked for unless there is a pull request to write to. */
async function postTo(step: Step, report: Report): Promise<Posted | undefined> {
  const { inputs, runner, target, connect, root, folder } = step;
  if (inputs.review === 'off' || target.kind !== 'pr') return undefined;
  if (connect === undefined) {
    step.warnings.push(
      'Nothing was posted on the pull request: there is no github-token. The job needs permissions: pull-requests: write.',
    );
    return undefined;
  }
  const [{ post }, { keyOf }] = await Promise.all([import('./github/post.js'), import('./github/marker.js')]);
  const { label, plan, workingDirectory } = inputs;
  return post(connect, {
    target,
    report,
    mode: inputs.review,
    key: label === undefined ? keyOf(runner.job, workingDirectory, ...plan) : keyOf(label),
    run: runner.run,
    context: {
      label,
      commit: target.headSha,
      serverUrl: runner.serverUrl,
      repository: runner.repository,
      runUrl: runner.runUrl,
    },
    root: slashed(root, folder) || '.',
    readLines: (file) => textOf(path.join(root, file))?.split(/\r?\n/),
    configPaths: step.configPaths ?? [],
  });
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Nothing was judged, which must never look like a pass. */
function refuse(reason: string): number {
  core.setOutput('conclusion', 'error');
  core.setFailed(safeLine(`cce-plan-guard: ${reason}`));
  return COULD_NOT_JUDGE;
}

try {
  process.exitCode = await main();
} catch (error) {
  // A bug of ours. Its text may quote the plan, so only its kind is shown.
  const kind = error instanceof Error ? error.name : 'error';
  process.exitCode = refuse(
    `stopped on an internal error (${kind}). Please report it with the structure of the plan, without its values.`,
  );
}
