import path from 'node:path';

import * as core from '@actions/core';

import { CHECKS } from './check/checks.js';
import type { Configuration } from './config/configuration.js';
import { CONFIGURATION_PLACES } from './edge/configuration-file.js';
import { diskReader } from './edge/disk-reader.js';
import { engineFor, keepAlive } from './edge/engine.js';
import { readBytes } from './edge/files.js';
import { type BaseRevision, openBase } from './edge/git-base.js';
import { sourceDirectory } from './edge/source-directory.js';
import type { Api } from './github/api.js';
import { configurationPaths } from './github/base-configuration.js';
import { repositoryRoot } from './github/checkout.js';
import { appendText, isWithin, realPath, saveText, slashed, stableName, textOf } from './github/files.js';
import { findPullRequest, NO_TOKEN } from './github/find-pull-request.js';
import { type Inputs, readInputs } from './github/inputs.js';
import { annotate, safeLine, safeLog } from './github/log.js';
import { keyOf } from './github/marker.js';
import { planFiles } from './github/plan-files.js';
import type { Posted } from './github/post.js';
import { type Runner, readRunner } from './github/runner.js';
import { stepConfiguration } from './github/step-configuration.js';
import { isOwnRun, resolveTarget, type Target } from './github/target.js';
import { annotationsOf } from './format/annotations.js';
import { renderJobSummary } from './format/markdown/job-summary.js';
import { renderJson } from './format/json/json.js';
import type { Report } from './report/report.js';
import { renderText } from './format/text/text.js';
import { err, ok, type Result } from './result.js';
import { judgeFiles, type PlanFile as PlanInput } from './command/judge-files.js';
import { VERSION } from './version.js';

/** Exit statuses: 0 pass, 1 findings at or above the level that fails, 2 could not judge. */
const PASS = 0;
const FAIL = 1;
const COULD_NOT_JUDGE = 2;

/** The title of what the Action says for itself. */
const OWN = { title: 'cce-plan-guard' };

/** A plan of the step. */
interface PlanFile {
  /** As the step names it. */
  readonly name: string;
  readonly place: string;
  /** The folder of its root module as the repository names it; undefined outside of the repository. */
  readonly module: string | undefined;
}

/** What a run of the step works with. */
interface Step {
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly plans: readonly PlanFile[];
  readonly target: Target;
  readonly connect: (() => Promise<Api>) | undefined;
  /** The working directory. */
  readonly folder: string;
  /** The repository's own: all paths that GitHub sees are relative to it. */
  readonly root: string;
  /** Relative to the root; undefined when the step names a file outside of it. */
  readonly configPaths: readonly string[] | undefined;
  /** What goes into the one warning at the end. */
  readonly warnings: string[];
}

async function main(): Promise<number> {
  const inputs = readInputs((name) => core.getInput(name));
  if (!inputs.ok) return refuse(inputs.error);
  if (inputs.value.token !== undefined) core.setSecret(inputs.value.token);
  const prepared = await prepare(inputs.value);
  if (!prepared.ok) return refuse(prepared.error);
  const step = prepared.value;
  const { root, folder, target, connect, configPaths: paths } = step;
  const search = { named: inputs.value.config, paths, root, folder, target, connect };
  const read = await stepConfiguration(search);
  if (!read.ok) return refuse(read.error);
  step.warnings.push(...read.value.warnings);
  const report = await judge(step, read.value.configuration);
  return report.ok ? tell(step, report.value) : refuse(report.error);
}

async function prepare(inputs: Inputs): Promise<Result<Step, string>> {
  const runner = readRunner(process.env, process.cwd());
  const { repository, event } = runner;
  const workspace = realPath(runner.workspace);
  const folder = realPath(path.resolve(workspace, inputs.workingDirectory));
  const files = await planFiles(inputs.plan, folder);
  if (!files.ok) return files;
  const places = files.value.map((file) => path.resolve(folder, file));
  const root = repositoryRoot(workspace, [folder, ...places.map((place) => path.dirname(place))], repository);
  const connect = connector(inputs, runner);
  const { target, warnings, note } = await findPullRequest(connect, resolveTarget(event), repository);
  if (note !== undefined) safeLog(note);
  return ok({
    inputs,
    runner,
    plans: files.value.map((name) => planFile(name, { root, folder })),
    target,
    connect,
    folder,
    root,
    configPaths: configurationPaths(inputs.config, CONFIGURATION_PLACES, { root, folder }),
    warnings: [...warnings, ...dangers(target)],
  });
}

/** The root module lies beside its plan, or in the working directory. */
function planFile(name: string, { root, folder }: Pick<Step, 'root' | 'folder'>): PlanFile {
  const place = path.resolve(folder, name);
  const beside = path.dirname(place);
  const module = isWithin(root, beside) && sourceDirectory(place) === beside ? beside : folder;
  return { name, place, module: isWithin(root, module) ? slashed(root, module) : undefined };
}

/** GitHub's client is large; it is loaded when the first request is made. */
function connector({ token }: Inputs, { repository, apiUrl }: Runner): (() => Promise<Api>) | undefined {
  const [owner, repo] = repository.split('/');
  if (token === undefined || owner === undefined || repo === undefined) return undefined;
  let api: Promise<Api> | undefined;
  return () =>
    (api ??= import('./github/api.js').then(({ connect }) => connect({ token, apiUrl, owner, repo })));
}

/** With a token that may write, nothing of a fork should be near. */
function dangers(target: Target): readonly string[] {
  if (target.kind !== 'pr' || target.event !== 'pull_request_target' || !target.isFork) return [];
  return [
    'pull_request_target runs with a token that may write, and this pull request comes from a fork: never check out, ' +
      'plan or run anything of it here. See the pair of workflows for forks in examples/workflows.',
  ];
}

async function judge(step: Step, configuration: Configuration): Promise<Result<Report, string>> {
  const { inputs, root } = step;
  const base = await historyOf(step);
  const plans: PlanInput[] = [];
  for (const { name, place, module } of step.plans) {
    const bytes = readBytes(place);
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    const source = module === undefined ? {} : { source: diskReader({ root, rootModule: module }, base) };
    plans.push({ path: name, bytes: bytes.value, label: inputs.label, ...source });
  }
  const settle = engineFor(plans);
  const result = await judgeFiles({
    plans,
    configuration,
    failOn: inputs.failOn ?? configuration.failOn ?? 'critical',
    today: new Date().toISOString().slice(0, 10),
  });
  await settle();
  if (!result.ok) return err(`${result.error.path} ${result.error.error.message}`);
  for (const note of result.value.notes) safeLog(`note: ${note}`);
  return ok(result.value.report);
}

/** What the files were before the change, if the checkout reaches so far back. Git is not run on files of others. */
async function historyOf({ root, runner, target }: Step): Promise<BaseRevision | undefined> {
  const isCommit = target.kind === 'pr' || target.kind === 'commit';
  const baseSha = isCommit && isOwnRun(runner.event.name) ? target.baseSha : undefined;
  return baseSha === undefined ? undefined : openBase(root, baseSha);
}

/** First what needs no token: outputs, files, job summary, annotations, log. Then the pull request. */
async function tell(step: Step, report: Report): Promise<number> {
  const { inputs, runner, warnings } = step;
  const isFail = report.conclusion === 'fail';
  core.setOutput('conclusion', report.conclusion);
  for (const severity of ['critical', 'warning', 'notice'] as const) {
    core.setOutput(severity, String(report.summary[severity]));
  }
  await writeFiles(step, report);
  const page = runner.summaryFile;
  if (inputs.summary && page !== undefined && !appendText(page, renderJobSummary(report))) {
    warnings.push('The job summary could not be written.');
  }
  // One of the ten warnings is kept for what may go wrong from here on.
  const annotations = inputs.annotations ? annotationsOf(report, { error: 10, warning: 9, notice: 10 }) : [];
  annotations.forEach(annotate);
  safeLog(renderText(report, { colors: false }));
  const posted = await postTo(step, report);
  if (posted?.note !== undefined) safeLog(posted.note);
  core.setOutput('review-url', posted?.url ?? '');
  const all = [...new Set([...warnings, ...(posted?.warnings ?? [])])];
  if (all.length > 0) core.warning(safeLine(all.join(' ')), OWN);
  if (isFail && !annotations.some(({ level }) => level === 'error'))
    core.error('The plan does not pass.', OWN);
  return isFail ? FAIL : PASS;
}

/** A file that cannot be written is a warning: it says nothing of the plan. */
async function writeFiles({ inputs, runner, folder, plans, warnings }: Step, report: Report): Promise<void> {
  const save = (file: string, text: string): string => {
    if (saveText(file, text)) return file;
    warnings.push(`${path.basename(file)} could not be written.`);
    return '';
  };
  const { reportFile, sarifFile, label } = inputs;
  const place =
    reportFile === undefined
      ? path.join(runner.temp, `cce-plan-guard-${process.pid}.json`)
      : path.resolve(folder, reportFile);
  core.setOutput('report', save(place, renderJson(report)));
  if (sarifFile === undefined) {
    core.setOutput('sarif', '');
    return;
  }
  const { renderSarif } = await import('./format/sarif/sarif.js');
  const fallbackFile = path.posix.join(plans[0]?.module ?? '', 'main.tf');
  const sarif = renderSarif(report, CHECKS, { label, fallbackFile, version: VERSION });
  core.setOutput('sarif', save(path.resolve(folder, sarifFile), sarif));
}

/** Nothing is loaded or asked for unless there is a pull request to write to. */
async function postTo(step: Step, report: Report): Promise<Posted | undefined> {
  const { inputs, runner, target, connect, root, folder } = step;
  if (inputs.review === 'off' || target.kind !== 'pr') return undefined;
  if (connect === undefined) return { url: undefined, warnings: [NO_TOKEN], note: undefined };
  const { post } = await import('./github/post.js');
  const { label, plan } = inputs;
  const use = label === undefined ? [runner.job, slashed(root, folder), ...plan.map(stableName)] : [label];
  const { serverUrl, repository, runUrl } = runner;
  return post(connect, {
    target,
    report,
    mode: inputs.review,
    key: keyOf(...use),
    run: runner.run,
    context: { label, commit: target.headSha, serverUrl, repository, runUrl },
    roots: step.plans.map(({ module }) => (module === '' ? '.' : module)),
    readLines: (file) => textOf(path.join(root, file))?.split(/\r?\n/),
    configPaths: step.configPaths ?? [],
  });
}

/** Nothing was judged, which must never look like a pass. */
function refuse(reason: string): number {
  core.setOutput('conclusion', 'error');
  core.setFailed(safeLine(`cce-plan-guard: ${reason}`));
  return COULD_NOT_JUDGE;
}

try {
  process.exitCode = await keepAlive(main);
} catch (error) {
  // A bug of ours. Its text may quote the plan, so only its kind is shown.
  const kind = error instanceof Error ? error.name : 'error';
  process.exitCode = refuse(
    `stopped on an internal error (${kind}). Please report it with the structure of the plan, without its values.`,
  );
}
