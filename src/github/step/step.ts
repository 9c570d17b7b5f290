import path from 'node:path';

import { check, type CheckRequest, type Render } from '../../command/check.js';
import type { FactsRequest } from '../../command/with-files.js';
import { postingBudget } from '../../command/budget.js';
import { type ExitStatus, exitStatusOf } from '../../command/exit-status.js';
import { SEVERITIES } from '../../config/severity.js';
import { diskReader, readGrammar } from '../../edge/disk-reader.js';
import { appendText, pathWithin, readTextIn, realPath } from '../../edge/files.js';
import { type BaseRevision, openBase } from '../../edge/git-base.js';
import { annotationsOf } from '../../format/annotations.js';
import { renderJobSummary } from '../../format/markdown/job-summary.js';
import type { MarkdownContext } from '../../format/markdown/parts.js';
import { renderUnjudged } from '../../format/markdown/unjudged.js';
import type { Report } from '../../report/report.js';
import { err, must, ok, type Result } from '../../result.js';
import type { Api } from '../api/api.js';
import type { Transport } from '../api/octokit.js';
import type { Posted, StandingVerdict } from '../review/post.js';
import { findPullRequest, NO_TOKEN } from './find-pull-request.js';
import { type Inputs, readInputs } from './inputs.js';
import { logOf, type StepLog, type Toolkit } from './log.js';
import {
  filesNamed,
  leavesBounds,
  repositoryRoot,
  stableName,
  stepBounds,
  type StepBounds,
  type StepFolders,
  type StepPlan,
  stepPlans,
} from './paths.js';
import { writeReports } from './report-files.js';
import { readRunner, type Runner } from './runner.js';
import { isOwnRun, type PullRequestTarget, resolveTarget, type Target, trustOf } from './target.js';
import {
  configurationPaths,
  type ConfigurationSearch,
  trustedConfiguration,
} from './trusted-configuration.js';

/** All that a run of the step has of the world but files and git, which are where the environment says. */
export interface StepWorld {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the step was started. */
  readonly folder: string;
  /** Tells the report of this run apart from those of other steps of the job. */
  readonly id: string;
  readonly toolkit: Toolkit;
  readonly now: Date;
  /** The program of a thread; left out, all is done in this one. */
  readonly thread?: URL;
  readonly prepareEngine: CheckRequest['prepareEngine'];
  readonly transport: Transport;
}

/** What is known of a run of the step before a file is looked for. */
interface Start {
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly world: StepWorld;
  readonly log: StepLog;
  /** Without links. */
  readonly workspace: string;
  /** The working directory, as it is named and without links. */
  readonly namedFolder: string;
  readonly folder: string;
  readonly bounds: StepBounds;
  readonly target: Target;
  readonly connect: (() => Promise<Api>) | undefined;
  /** What goes into the one warning at the end. */
  readonly warnings: readonly string[];
}

/** What a run of the step works with. */
interface Step extends Start, StepFolders {
  readonly plans: readonly StepPlan[];
  /** In the place of plans. */
  readonly reports: FactsRequest['files'];
  readonly facts: FactsRequest;
  /** Relative to the root; undefined when the step names a file outside of it. */
  readonly configPaths: readonly string[] | undefined;
}

/** Runs the step to its end and gives the exit status. Holds nothing that a second run in the process would see. */
export function runStep(world: StepWorld): Promise<ExitStatus> {
  const { toolkit } = world;
  return exitStatusOf(
    async () => {
      const inputs = readInputs((name) => toolkit.getInput(name));
      if (!inputs.ok) return inputs;
      for (const token of [inputs.value.token, inputs.value.policyToken]) {
        if (token !== undefined) toolkit.setSecret(token);
      }
      const start = await beginStep(inputs.value, world);
      let status: Result<ExitStatus, string> | undefined;
      try {
        const step = await prepare(start);
        status = step.ok ? await judgeStep(step.value) : step;
        return status;
      } finally {
        // A throw is no verdict either.
        if (status?.ok !== true) await withdraw(start, status?.error);
      }
    },
    (reason) => {
      // Nothing was judged, which must never look like a pass.
      toolkit.setOutput('conclusion', 'error');
      logOf(toolkit).failure(reason);
    },
  );
}

async function beginStep(inputs: Inputs, world: StepWorld): Promise<Start> {
  const runner = readRunner(world.env, world.folder);
  const log = logOf(world.toolkit);
  const workspace = unlinked(runner.workspace);
  const namedFolder = path.resolve(workspace, inputs.workingDirectory);
  const connect = connector(inputs, runner, world.transport);
  const event = resolveTarget(runner.event);
  const { target, warnings, note } = await findPullRequest(connect, event, runner.repository);
  if (note !== undefined) log.text(note);
  return {
    ...{ inputs, runner, world, log, workspace, namedFolder, target, connect },
    folder: unlinked(namedFolder),
    bounds: stepBounds([runner.workspace, runner.temp]),
    warnings: [...warnings, ...dangers(target)],
  };
}

async function prepare(start: Start): Promise<Result<Step, string>> {
  const { inputs, folder, namedFolder, bounds } = start;
  if (leavesBounds(namedFolder, bounds)) {
    return err('input working-directory leads out of the workspace by a link');
  }
  const names = await filesNamed({ input: 'plan', lines: inputs.plan, folder, bounds });
  if (!names.ok) return names;
  const facts = await filesNamed({ input: 'facts', lines: inputs.facts, folder, bounds });
  if (!facts.ok) return facts;
  const reports = await filesNamed({ input: 'reports', lines: inputs.reports, folder, bounds });
  if (!reports.ok) return reports;
  const placed = (name: string) => ({ name, file: path.resolve(folder, name) });
  const folders = { root: rootOf(start, names.value), folder };
  return ok({
    ...start,
    ...folders,
    plans: stepPlans(names.value, folders),
    facts: { files: facts.value.map(placed), date: undefined },
    reports: reports.value.map(placed),
    configPaths: configurationPaths(inputs.config, folders),
  });
}

function rootOf({ workspace, folder, runner }: Start, plans: readonly string[]): string {
  const homes = plans.map((file) => path.dirname(path.resolve(folder, file)));
  return repositoryRoot(workspace, [folder, ...homes], runner.repository);
}

function unlinked(folder: string): string {
  return realPath(folder) ?? folder;
}

/** GitHub's client is large; it is loaded when the first request is made. */
function connector(
  { token }: Pick<Inputs, 'token'>,
  { repository, apiUrl }: Pick<Runner, 'repository' | 'apiUrl'>,
  transport: Transport,
): (() => Promise<Api>) | undefined {
  const [owner, repo] = repository.split('/');
  if (token === undefined || owner === undefined || repo === undefined) return undefined;
  let api: Promise<Api> | undefined;
  return () =>
    (api ??= import('../api/api.js').then(({ connect }) =>
      connect({ token, apiUrl, owner, repo, transport }),
    ));
}

/** Reads of other repositories. */
function connectorTo({
  inputs: { token, policyToken = token },
  runner: { apiUrl },
  world: { transport },
}: Start): ConfigurationSearch['connectTo'] {
  if (policyToken === undefined) return undefined;
  return (repository) =>
    must(connector({ token: policyToken }, { repository, apiUrl }, transport), 'there is a token')();
}

/** With a token that may write, nothing of a fork should be near. */
function dangers(target: Target): readonly string[] {
  if (target.kind !== 'pr' || target.event !== 'pull_request_target' || !target.isFork) return [];
  return [
    'pull_request_target runs with a token that may write, and this pull request comes from a fork: never check out, ' +
      'plan or run anything of it here. See the pair of workflows for forks in examples/workflows.',
  ];
}

function judgeStep(step: Step): Promise<Result<ExitStatus, string>> {
  return step.reports.length > 0 ? mergeReports(step) : checkPlans(step);
}

/** What other steps have judged is told as if this one had judged all of it. */
async function mergeReports(step: Step): Promise<Result<ExitStatus, string>> {
  const { failOn, expected, mayLack } = step.inputs;
  const { joinedFiles, renderJoined } = await import('../../command/merge.js');
  const joined = await joinedFiles(step.reports, { failOn, expected, mayLack });
  if (!joined.ok) return joined;
  const { report } = joined.value;
  await tell(step, report, renderJoined(joined.value));
  return ok(report.conclusion === 'pass' ? 0 : 1);
}

async function checkPlans(step: Step): Promise<Result<ExitStatus, string>> {
  const { inputs, world, root, log, runner, target } = step;
  const read = await trustedConfiguration({
    ...step,
    named: inputs.config,
    paths: step.configPaths,
    trust: trustOf(runner.event, target),
    isOwnRun: isOwnRun(runner.event.name),
    connectTo: connectorTo(step),
  });
  if (!read.ok) return read;
  const { configuration, proposed, texts, warnings } = read.value;
  let base: Promise<BaseRevision | undefined> | undefined;
  return check({
    configuration,
    proposed,
    apart: world.thread && { program: world.thread, ...texts },
    plans: step.plans.map(({ name, place, module }) => ({
      name,
      file: place,
      source: async () => {
        if (module === undefined) return ok(undefined);
        return ok(diskReader({ root, rootModule: module }, await (base ??= historyOf(step))));
      },
    })),
    facts: step.facts,
    failOn: inputs.failOn,
    label: inputs.label,
    requiresCluster: false,
    deadline: inputs.deadline,
    now: world.now,
    prepareEngine: world.prepareEngine,
    note: (sentence) => log.text(`note: ${sentence}`),
    answer: async (report, render) => {
      await tell({ ...step, warnings: [...step.warnings, ...warnings] }, report, render);
      return ok(undefined);
    },
  });
}

/** What the files were before the change, if the checkout reaches so far back. Git is not run on files of others. */
async function historyOf({ root, runner, target }: Step): Promise<BaseRevision | undefined> {
  const isCommit = target.kind === 'pr' || target.kind === 'commit';
  const baseSha = isCommit && isOwnRun(runner.event.name) ? target.baseSha : undefined;
  return baseSha === undefined ? undefined : openBase(root, baseSha);
}

/** First what needs no token: outputs, files, job summary, annotations, log. Then the pull request. */
async function tell(step: Step, report: Report, render: Render): Promise<void> {
  const { inputs, runner, log } = step;
  const { toolkit } = step.world;
  toolkit.setOutput('conclusion', report.conclusion);
  toolkit.setOutput('effective-fingerprint', report.effectiveFingerprint() ?? '');
  for (const severity of SEVERITIES) {
    toolkit.setOutput(severity, String(report.summary[severity]));
  }
  const unwritten = await writeReports({ ...step, taken: filesRead(step) }, render);
  const page = inputs.summary ? runner.summaryFile : undefined;
  const isLost = page !== undefined && !appendText(page, renderJobSummary(report, inputs));
  // One of the ten warnings is kept for what may go wrong from here on.
  const annotations = inputs.annotations ? annotationsOf(report, { error: 10, warning: 9, notice: 10 }) : [];
  annotations.forEach(log.annotate);
  log.text(await render('text'));
  const { url = '', warnings, note } = await postTo(step, report);
  if (note !== undefined) log.text(note);
  toolkit.setOutput('review-url', url);
  const summaryWarnings = isLost ? ['The job summary could not be written.'] : [];
  const all = new Set([...step.warnings, ...unwritten, ...summaryWarnings, ...warnings]);
  if (all.size > 0) log.own('warning', [...all].join(' '));
  const isMarked = annotations.some(({ level }) => level === 'error');
  if (report.conclusion === 'fail' && !isMarked) log.own('error', 'The plan does not pass.');
}

/** Files that no output may take the place of. */
function filesRead({ plans, facts, reports, configPaths = [], root }: Step): readonly string[] {
  const configs = configPaths.map((file) => path.join(root, file));
  const read = [...facts.files, ...reports].map(({ file }) => file);
  return [...plans.map(({ place }) => place), ...read, ...configs];
}

/** Nothing is loaded or asked for unless there is a pull request to write to. */
async function postTo(step: Step, report: Report): Promise<Posted> {
  const { inputs, runner, target, root, world } = step;
  if (target.kind !== 'pr') return { url: undefined, warnings: [] };
  // A client of its own: posting has a deadline of its own.
  const connect = connector(inputs, runner, world.transport);
  if (connect === undefined) return { url: undefined, warnings: inputs.review === 'off' ? [] : [NO_TOKEN] };
  const { post, retireVerdict } = await import('../review/post.js');
  if (inputs.review === 'off') return retireVerdict(connect, standingVerdict(step, target, root));
  return post(connect, {
    report,
    ...standingVerdict(step, target, root),
    mode: inputs.review,
    comment: inputs.comment,
    run: runner.run,
    roots: report.plans.map(({ root: module }) => (module === '' ? '.' : module)),
    readLines: (file) => {
      const text = readTextIn([root], path.join(root, file));
      return text.ok ? text.value?.split(/\r?\n/) : undefined;
    },
    grammar: readGrammar,
    budget: postingBudget(world.transport.totalMs),
    configPaths: step.configPaths ?? [],
  });
}

/** Tells the uses of one pull request apart. */
function useOf({ inputs: { label, plan, reports }, runner, folder }: Start, root: string): readonly string[] {
  const files = [...plan, ...reports].map(stableName);
  return label === undefined ? [runner.job, pathWithin(root, folder), ...files] : [label];
}

function contextOf({ inputs: { label }, runner }: Start, { headSha }: PullRequestTarget): MarkdownContext {
  const { serverUrl, repository, runUrl } = runner;
  return { label, commit: headSha, serverUrl, repository, runUrl };
}

/** Whose verdict it is, and where it would stand. */
function standingVerdict(start: Start, target: PullRequestTarget, root: string): StandingVerdict {
  return { target, use: useOf(start, root), context: contextOf(start, target) };
}

/** Without a verdict, one that an earlier run posted must not look like this one's, nor a page without any like a pass. */
async function withdraw(start: Start, reason: string | undefined): Promise<void> {
  const { inputs, runner, target, world, log } = start;
  if (inputs.summary && runner.summaryFile !== undefined) {
    appendText(runner.summaryFile, `${renderUnjudged({ label: inputs.label }, reason)}\n`);
  }
  // A client of its own: the deadline of the other one may be over.
  const connect = connector(inputs, runner, world.transport);
  if (inputs.review === 'off' || target.kind !== 'pr' || connect === undefined) return;
  const { withdrawVerdict } = await import('../review/post.js');
  const standing = standingVerdict(start, target, rootOf(start, inputs.plan));
  const { warnings, note } = await withdrawVerdict(connect, standing);
  if (note !== undefined) log.text(note);
  const all = [...start.warnings, ...warnings];
  if (all.length > 0) log.own('warning', all.join(' '));
}
