import { CHECKS } from '../check/checks.js';
import { type Block, blocksOf } from '../report/blocks.js';
import { code } from '../format/markdown/escape-markdown.js';
import { renderSummaryComment } from '../format/markdown/markdown.js';
import { MARKS } from '../format/markdown/markdown-parts.js';
import { verdictOf } from '../report/verdict.js';
import { adviceFor, type Circumstances } from './advice.js';
import type { Api, ChangedFile, Listed, PullRequest } from './api.js';
import { changedFiles } from './changed-files.js';
import { diffOf } from './diff.js';
import { withDiffPlaces } from './diff-places.js';
import { failureOf } from './failure.js';
import { readMemory, type Told } from './marker.js';
import { changedConfiguration, type NoteSource, notesIn } from './notes.js';
import { putReview } from './review.js';
import { findSummary, putSummary, type Standing } from './summary-comment.js';
import { isOwnRun, type PullRequestTarget } from './target.js';
import type { Written } from './written.js';

/** What is to be posted, and where. */
export interface PostJob extends NoteSource {
  readonly target: PullRequestTarget;
  readonly mode: 'comment' | 'request-changes';
  /** Tells several uses on one pull request apart, 16 hexadecimal digits. */
  readonly key: string;
  /** Of this run and attempt. */
  readonly run: string;
}

/** What came of it. Nothing of it bears on the verdict. */
export interface Posted {
  /** Of the review, else of the summary. */
  readonly url: string | undefined;
  readonly warnings: readonly string[];
  /** Why there is nothing, when that is as it should be. */
  readonly note: string | undefined;
}

/** Brings summary and review up to date. Never throws: what could not be posted is a warning. */
export async function post(connect: () => Promise<Api>, job: PostJob): Promise<Posted> {
  const progress: Progress = { url: undefined, warnings: [] };
  try {
    const note = await postAll(await connect(), job, progress);
    return { ...progress, note };
  } catch (error) {
    const failure = failureOf(error);
    const done = progress.url === undefined ? 'Nothing was posted' : 'The review was not posted';
    const warning = `${done} on the pull request: ${adviceFor(failure, circumstancesOf(job.target))}`;
    return { url: progress.url, warnings: [...progress.warnings, warning], note: undefined };
  }
}

/** Only a run of the pull request itself gets the weak token of a fork. */
function circumstancesOf(target: PullRequestTarget): Circumstances {
  return { isFork: target.isFork && isOwnRun(target.event), isDependabot: target.isDependabot };
}

/** What was reached before something failed. */
interface Progress {
  url: string | undefined;
  warnings: readonly string[];
}

async function postAll(api: Api, job: PostJob, progress: Progress): Promise<string | undefined> {
  const { target } = job;
  const pull = await api.pullRequest(target.number);
  if (pull.headSha !== target.headSha) {
    return 'The pull request has a newer commit; its own run will report, so this one posts nothing.';
  }
  const files = await changedFiles(api, target.number);
  const { blocks } = blocksOf(job.report);
  const standing = await findSummary(api, { number: target.number, key: job.key });
  const summary = await summarise(api, job, { pull, files, blocks, standing });
  progress.url = summary?.url;
  if (standing.isUnsure) {
    progress.warnings = ['There are too many comments to find the summary among them, so none was written.'];
  }
  // Who wrote the summary is who writes the review.
  const login = summary?.author?.login ?? standing.login;
  const review = await putReview(api, {
    number: target.number,
    headSha: target.headSha,
    key: job.key,
    run: job.run,
    login,
    mode: job.mode,
    fails: job.report.conclusion === 'fail',
    isOwn: pull.author === login,
    files: files.items,
    before: standing.mine === undefined ? undefined : readMemory(standing.mine.body),
    notesIn: (items) => notesIn(items, job),
    intro: ({ unsaid }) => intro(job, { blocks, summary, unsaid }),
  });
  progress.url = review.url ?? progress.url;
  progress.warnings = [...progress.warnings, ...review.warnings];
  return undefined;
}

interface Found {
  readonly pull: PullRequest;
  readonly files: Listed<ChangedFile>;
  readonly blocks: readonly Block[];
  readonly standing: Standing;
}

async function summarise(
  api: Api,
  { target, key, context, configPaths, readLines, roots, ...found }: PostJob,
  { pull, files, blocks, standing }: Found,
): Promise<Written | undefined> {
  const report = withDiffPlaces(found.report, diffOf(files.items, readLines), roots);
  const config = changedConfiguration(files.items, configPaths).map((file) => file.path);
  const notes = [...config.map(configurationLine), ...incompleteLines(pull, files)];
  const job = {
    number: target.number,
    key,
    report,
    isNeeded: blocks.length > 0 || config.length > 0 || report.conclusion === 'fail',
    render: (gone: readonly Told[]) =>
      [renderSummaryComment(report, { ...context, gone: titlesOf(gone) }).trimEnd(), ...notes].join('\n\n'),
  };
  return putSummary(api, job, standing);
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
    const rows = [...new Set(mine.flatMap(({ requirement }) => requirement ?? []))];
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
  return [`${mark} ${verdictOf(report, blocks)}`, ...label, ...link, ...more].join(' · ');
}
