import { affordable, type Budget, spend } from '../../budget.js';
import { memo } from '../../collections.js';
import type { Block } from '../../report/blocks.js';
import { code, prose } from '../../format/markdown/escape-markdown.js';
import { commitWords } from '../../format/markdown/parts.js';
import { renderSummaryComment } from '../../format/markdown/markdown.js';
import { renderSwitchedOff, renderUnjudged } from '../../format/markdown/unjudged.js';
import type { Report } from '../../report/report.js';
import { tellingOf } from '../../report/telling/telling.js';
import { openBlocks } from '../../source/hcl/blocks.js';
import { adviceFor, type Circumstances, failureOf } from '../api/failure.js';
import type { Api, ChangedFile, Listed, PullRequest, Written } from '../api/api.js';
import { changedFiles, diffOf, type ReadLines } from './diff.js';
import { closeComments } from './line-comments.js';
import { withDiffPlaces } from './places.js';
import { keyFrom } from './marker.js';
import { toldIn } from './memory.js';
import { changedConfiguration, notesIn, type NoteSource, type SeenReport } from './notes.js';
import { readSummaryMemory } from './old-memory.js';
import { dismissAll, putReview, standingRequests } from './review.js';
import { findSummary, isNews, putSummary, type Summary, withdrawSummary } from './summary-comment.js';
import { isOwnRun, type PullRequestTarget } from '../step/target.js';

/** What is to be posted, and where. */
export interface PostJob extends NoteSource {
  readonly report: Report;
  readonly readLines: ReadLines;
  /** Of HCL, as bytes of WebAssembly. */
  readonly grammar: () => Promise<Uint8Array>;
  /** What looking for lines may cost. */
  readonly budget: Budget;
  readonly target: PullRequestTarget;
  readonly mode: 'comment' | 'request-changes';
  /** When there is a reason to say something where nothing is said yet. */
  readonly comment: 'always' | 'on-findings' | 'on-failure';
  /** Tells several uses on one pull request apart. */
  readonly use: readonly string[];
  /** Of this run and attempt. */
  readonly run: string;
}

/** With the use as 16 hexadecimal digits. */
type KeyedJob = PostJob & { readonly key: string };

/** What came of it. Nothing of it bears on the verdict. */
export interface Posted {
  /** Of the review, else of the summary. */
  readonly url: string | undefined;
  readonly warnings: readonly string[];
  /** Why there is nothing, when that is as it should be. */
  readonly note?: string | undefined;
}

/** Brings summary and review up to date. Never throws: what could not be posted is a warning. */
export async function post(connect: () => Promise<Api>, job: PostJob): Promise<Posted> {
  const progress: Progress = { url: undefined, warnings: [] };
  try {
    const note = await postAll(await connect(), { ...job, key: keyFrom(...job.use) }, progress);
    return { ...progress, note };
  } catch (error) {
    const failure = failureOf(error);
    const done = progress.url === undefined ? 'Nothing was posted' : 'The review was not posted';
    const warning = `${done} on the pull request: ${adviceFor(failure, circumstancesOf(job.target))}`;
    return { url: progress.url, warnings: [...progress.warnings, warning] };
  }
}

/** A verdict that may stand on a pull request, and whose it would be. */
export type StandingVerdict = Pick<PostJob, 'target' | 'use' | 'context'>;

/**
 * Brings the summary of an earlier run to "could not be judged": its verdict is not that of this commit. Writes nothing
 * where none stands. Never throws: what could not be posted is a warning.
 */
export async function withdrawVerdict(connect: () => Promise<Api>, job: StandingVerdict): Promise<Posted> {
  try {
    const found = await findStanding(await connect(), job);
    if (found === undefined) return { url: undefined, warnings: [], note: NEWER_COMMIT };
    const summary = await found.withdraw(renderUnjudged(job.context));
    return { url: summary?.url, warnings: [] };
  } catch (error) {
    const advice = adviceFor(failureOf(error), circumstancesOf(job.target));
    return {
      url: undefined,
      warnings: [`An earlier verdict may still stand on the pull request: ${advice}`],
    };
  }
}

/**
 * Where nothing is to be posted any more, no verdict and no request for changes of an earlier run is left to stand. Never
 * throws, and warns of nothing: who posts nothing may have a token that may not.
 */
export async function retireVerdict(connect: () => Promise<Api>, job: StandingVerdict): Promise<Posted> {
  try {
    const api = await connect();
    const found = await findStanding(api, job);
    if (found?.login === undefined) return { url: undefined, warnings: [] };
    const at = { ...found.spot, login: found.login };
    const warnings = await dismissAll(api, { ...at, fails: true }, await standingRequests(api, at));
    const line = renderSwitchedOff(job.context);
    await closeComments(api, at, line);
    const summary = await found.withdraw(line);
    return { url: summary?.url, warnings };
  } catch {
    return {
      url: undefined,
      warnings: [],
      note: 'Whether an earlier verdict stands could not be looked up.',
    };
  }
}

/** The summary that stands, and whose it is; undefined when there is a newer commit, whose own run will report. */
async function findStanding(api: Api, { target, use }: StandingVerdict) {
  const pull = await api.pullRequest(target.number);
  if (pull.headSha !== target.headSha) return undefined;
  const spot = { number: target.number, key: keyFrom(...use) };
  const standing = await findSummary(api, spot);
  return {
    spot,
    login: standing.mine?.author?.login,
    withdraw: (line: string) => withdrawSummary(api, spot, standing, line),
  };
}

const NEWER_COMMIT =
  'The pull request has a newer commit; its own run will report, so this one posts nothing.';

/** Only a run of the pull request itself gets the weak token of a fork. */
function circumstancesOf(target: PullRequestTarget): Circumstances {
  return { isFork: target.isFork && isOwnRun(target.event), isDependabot: target.isDependabot };
}

/** What was reached before something failed. */
interface Progress {
  url: string | undefined;
  warnings: readonly string[];
}

async function postAll(api: Api, job: KeyedJob, progress: Progress): Promise<string | undefined> {
  const { target, key, report } = job;
  const pull = await api.pullRequest(target.number);
  if (pull.headSha !== target.headSha) {
    return NEWER_COMMIT;
  }
  const files = await changedFiles(api, target.number);
  const seenIn = await openSeen(job);
  const standing = await findSummary(api, { number: target.number, key });
  const seen = seenIn(files.items);
  const asked = summaryOf(job, seen, incompleteLines(pull, files));
  const summary = await putSummary(api, asked, standing);
  progress.url = summary?.url;
  if (standing.isUnsure) {
    progress.warnings = ['There are too many comments to find the summary among them, so none was written.'];
  }
  // Who wrote the summary is who writes the review.
  const login = summary?.author?.login ?? standing.login;
  const review = await putReview(api, {
    number: target.number,
    headSha: target.headSha,
    key,
    run: job.run,
    login,
    mode: job.mode,
    opens: asked.isNeeded,
    fails: report.conclusion === 'fail',
    isOwn: pull.author === login,
    files: files.items,
    before: standing.mine === undefined ? undefined : readSummaryMemory(standing.mine.body, key),
    waived: asked.waived,
    notesIn: (items) => unlessTooMuch(job, () => notesIn(seenIn(items), job)),
    intro: ({ unsaid }) => intro(job, { summary, unsaid }),
  });
  progress.url = review.url ?? progress.url;
  const tooMuch = isTooMuch(job) ? [TOO_MUCH] : [];
  progress.warnings = [...progress.warnings, ...review.warnings, ...tooMuch];
  return undefined;
}

/** Loads the HCL parser, unless there is nothing to look for, and reads each list of files once. */
async function openSeen(job: PostJob) {
  const { report, readLines, roots, grammar } = job;
  const blocksIn = report.findings.length === 0 ? () => [] : await openBlocks(grammar);
  return memo((files: readonly ChangedFile[]): SeenReport => {
    const found = unlessTooMuch(job, () => {
      const diff = diffOf(files, { readLines, blocksIn });
      return { files, diff, report: withDiffPlaces(report, diff, roots) };
    });
    return found ?? { files, diff: diffOf([], { readLines, blocksIn }), report };
  });
}

/** Lines only decorate: what is told of the plan is posted without them. */
function unlessTooMuch<T>({ budget }: Pick<PostJob, 'budget'>, look: () => T): T | undefined {
  return affordable(budget, 'posting', look);
}

function isTooMuch(job: Pick<PostJob, 'budget'>): boolean {
  return (
    unlessTooMuch(job, () => {
      spend(0);
      return true;
    }) === undefined
  );
}

const TOO_MUCH =
  'Not all findings have a comment on a line: to look for the lines takes more than posting may.';

function summaryOf(job: KeyedJob, { files, report }: SeenReport, incomplete: readonly string[]): Summary {
  const { target, key, context, configPaths } = job;
  const { blocks } = tellingOf(report);
  const config = changedConfiguration(files, configPaths).map((file) => file.path);
  const notes = [...config.map(configurationLine), ...incomplete];
  return {
    number: target.number,
    key,
    commit: target.headSha.slice(0, 7),
    ...toldIn(report),
    isNeeded: isNeeded(job, blocks, config),
    render: (past) => [renderSummaryComment(report, { ...context, past }).trimEnd(), ...notes].join('\n\n'),
  };
}

function isNeeded(
  { comment, report }: PostJob,
  blocks: readonly Block[],
  config: readonly string[],
): boolean {
  if (report.conclusion === 'fail' || comment === 'always') return true;
  if (comment === 'on-failure') return false;
  return config.length > 0 || isNews(report, blocks);
}

function configurationLine(path: string): string {
  return `**Note:** this pull request changes ${code(path)}. The plan was judged with the configuration of the base branch.`;
}

function incompleteLines({ changedFiles: total }: PullRequest, { items }: Listed<ChangedFile>): string[] {
  if (total === undefined || total <= items.length) return [];
  return [
    `GitHub lists ${items.length} of the ${total} changed files; findings in the others have no comment on a line.`,
  ];
}

function intro(
  { report, context }: PostJob,
  { summary, unsaid }: { readonly summary: Written | undefined; readonly unsaid: number },
): string {
  const label = context.label === undefined || context.label === '' ? [] : [code(context.label)];
  const more = unsaid > 0 ? [`${unsaid} more stand only there`] : [];
  const link = summary === undefined ? [] : [`[summary](${summary.url})`];
  const { mark, counts } = tellingOf(report).verdict;
  const verdict = `${mark} ${prose(counts)}`;
  return [verdict, ...label, ...commitWords(context), ...link, ...more].join(' · ');
}
