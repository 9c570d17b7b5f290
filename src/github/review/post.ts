import { affordable, type Budget, spend } from '../../budget.js';
import { distinct, memo } from '../../collections.js';
import { CHECKS } from '../../check/checks.js';
import { type Block, blocksOf } from '../../report/blocks.js';
import { code, prose } from '../../format/markdown/escape-markdown.js';
import { renderSummaryComment, renderUnjudgedComment } from '../../format/markdown/markdown.js';
import { MARKS } from '../../format/parts.js';
import type { Report } from '../../report/report.js';
import { verdictOf } from '../../report/verdict.js';
import { openBlocks } from '../../source/hcl/blocks.js';
import { adviceFor, type Circumstances, failureOf } from '../api/failure.js';
import type { Api, ChangedFile, Listed, PullRequest, Written } from '../api/api.js';
import { changedFiles, diffOf, type ReadLines } from './diff.js';
import { withDiffPlaces } from './places.js';
import { keyFrom } from './marker.js';
import { readMemory, type Told } from './memory.js';
import { changedConfiguration, type NoteSource, notesIn, type SeenReport } from './notes.js';
import { putReview } from './review.js';
import { findSummary, putSummary, type Summary, withdrawSummary } from './summary-comment.js';
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
export async function withdrawVerdict(
  connect: () => Promise<Api>,
  { target, use, context }: StandingVerdict,
): Promise<Posted> {
  try {
    const api = await connect();
    const pull = await api.pullRequest(target.number);
    if (pull.headSha !== target.headSha) return { url: undefined, warnings: [], note: NEWER_COMMIT };
    const spot = { number: target.number, key: keyFrom(...use) };
    const summary = await withdrawSummary(api, spot, renderUnjudgedComment(context));
    return { url: summary?.url, warnings: [] };
  } catch (error) {
    const advice = adviceFor(failureOf(error), circumstancesOf(target));
    return {
      url: undefined,
      warnings: [`An earlier verdict may still stand on the pull request: ${advice}`],
    };
  }
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
  const { blocks } = blocksOf(report);
  const standing = await findSummary(api, { number: target.number, key });
  const seen = seenIn(files.items);
  const summary = await putSummary(api, summaryOf(job, seen, incompleteLines(pull, files)), standing);
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
    fails: report.conclusion === 'fail',
    isOwn: pull.author === login,
    files: files.items,
    before: standing.mine === undefined ? undefined : readMemory(standing.mine.body),
    notesIn: (items) => unlessTooMuch(job, () => notesIn(seenIn(items), job)) ?? [],
    intro: ({ unsaid }) => intro(job, { blocks, summary, unsaid }),
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

function summaryOf(
  { target, key, context, configPaths }: KeyedJob,
  { files, report }: SeenReport,
  incomplete: readonly string[],
): Summary {
  const config = changedConfiguration(files, configPaths).map((file) => file.path);
  const notes = [...config.map(configurationLine), ...incomplete];
  return {
    number: target.number,
    key,
    report,
    isNeeded:
      report.conclusion === 'fail' ||
      config.length > 0 ||
      blocksOf(report).blocks.length > 0 ||
      isToRecord(report),
    render: (gone) =>
      [renderSummaryComment(report, { ...context, gone: titlesOf(gone) }).trimEnd(), ...notes].join('\n\n'),
  };
}

function isToRecord({ records }: Report): boolean {
  return records.some(({ gone, recorded }) => gone.length > recorded.length);
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

/** A line for each check: its title, and the rows that are gone. */
function titlesOf(gone: readonly Told[]): readonly string[] {
  return CHECKS.flatMap(({ id, title }) => {
    const mine = gone.filter(({ check }) => check === id);
    const rows = distinct(mine.flatMap(({ requirement }) => requirement ?? []));
    return mine.length === 0 ? [] : [rows.length === 0 ? title : `${title} (${rows.join(', ')})`];
  });
}

function intro(
  { report, context }: PostJob,
  found: {
    readonly blocks: readonly Block[];
    readonly summary: Written | undefined;
    readonly unsaid: number;
  },
): string {
  const { blocks, summary, unsaid } = found;
  const mark = report.conclusion === 'fail' ? MARKS.critical : blocks.length > 0 ? MARKS.warning : '✔';
  const label = context.label === undefined || context.label === '' ? [] : [code(context.label)];
  const more = unsaid > 0 ? [`${unsaid} more stand only there`] : [];
  const link = summary === undefined ? [] : [`[summary](${summary.url})`];
  return [`${mark} ${prose(verdictOf(report, blocks))}`, ...label, ...link, ...more].join(' · ');
}
