import { renderSummaryComment } from '../format/markdown/markdown.js';
import type { MarkdownContext } from '../format/markdown/parts.js';
import { renderUnjudged } from '../format/markdown/unjudged.js';
import { type Failure, failureOf } from '../github/api/failure.js';
import { keyFrom } from '../github/review/marker.js';
import { toldIn } from '../github/review/memory.js';
import {
  findSummary,
  isNews,
  putSummary,
  type StandingSummary,
  type Summary,
  withdrawSummary,
} from '../github/review/summary-comment.js';
import { blocksOf } from '../report/blocks.js';
import type { Report } from '../report/report.js';
import { mergeRequestJob } from './merge-request.js';
import { NOTE_PATIENCE, type NotePatience, type NotesApi, notesApi } from './notes-api.js';

/** Where a note goes, and what tells it from those of other plans. */
export interface NoteTarget {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly label: string | undefined;
  /** Left out: that of a real run. */
  readonly patience?: NotePatience;
}

/**
 * Brings the one note of this label on the merge request up to date. Never throws, and decides nothing: what a person
 * should know of it is given back as a sentence.
 */
export function putNote(report: Report, target: NoteTarget): Promise<string | undefined> {
  return onMergeRequest(target, async ({ api, spot, standing, context }) => {
    const { blocks } = blocksOf(report);
    const summary: Summary = {
      ...spot,
      commit: context.commit.slice(0, 7),
      ...toldIn(report),
      isNeeded: report.conclusion === 'fail' || isNews(report, blocks),
      render: (past) => withoutQuickActions(renderSummaryComment(report, { ...context, past }).trimEnd()),
    };
    await putSummary(api, summary, standing);
    return standing.isUnsure && summary.isNeeded ? TOO_MANY : undefined;
  });
}

/** Says in the note of an earlier pipeline that there is no verdict on this commit. Writes nothing where none stands. */
export function withdrawNote(target: NoteTarget): Promise<string | undefined> {
  return onMergeRequest(target, async ({ api, spot, standing, context }) => {
    await withdrawSummary(api, spot, standing, withoutQuickActions(renderUnjudged(context)));
    return undefined;
  });
}

/** What there is to work with: the merge request, and the note of an earlier pipeline. */
interface Place {
  readonly api: NotesApi;
  readonly spot: Pick<Summary, 'number' | 'key'>;
  readonly standing: StandingSummary;
  readonly context: MarkdownContext & { readonly commit: string };
}

async function onMergeRequest(
  { env, label, patience = NOTE_PATIENCE }: NoteTarget,
  work: (place: Place) => Promise<string | undefined>,
): Promise<string | undefined> {
  const job = mergeRequestJob(env);
  if (!job.ok) return job.error;
  const { headSha, blobUrl, number } = job.value;
  try {
    const api = notesApi(job.value, patience);
    const mergeRequest = await api.mergeRequest();
    if (mergeRequest.headSha !== headSha) return NEWER_COMMIT;
    const spot = { number, key: keyFrom(label ?? '') };
    const standing = await findSummary(api, spot, await api.viewer());
    const context = { label, commit: headSha, blobUrl, wholeIn: 'the log of the job' };
    return await work({ api, spot, standing, context });
  } catch (error) {
    return `no note was written on the merge request: ${adviceOn(failureOf(error))}`;
  }
}

const NEWER_COMMIT =
  'the merge request has a newer commit; its own pipeline will report, so this one writes no note';
const TOO_MANY = 'there are too many notes on the merge request to find ours among them, so none was written';

/** A line of a note that begins with a slash may be an order to GitLab; in a block of code it is none. */
export function withoutQuickActions(text: string): string {
  let fence: string | undefined;
  const lines = text.split('\n').map((line) => {
    const [ticks] = /^`{3,}/.exec(line) ?? [];
    if (fence === undefined) {
      fence = ticks;
      return line.replace(/^(\s*)\//, '$1\\/');
    }
    if (ticks === line.trimEnd() && ticks.length >= fence.length) fence = undefined;
    return line;
  });
  return lines.join('\n');
}

/** One line: why there is no note, and what would help. Holds no text of GitLab's or of a plan. */
function adviceOn({ kind, status }: Failure): string {
  const answered = `GitLab answered ${status}`;
  switch (kind) {
    case 'unauthorized':
      return `${answered}: GITLAB_TOKEN is revoked, expired or mistyped`;
    case 'forbidden':
      return `${answered}: GITLAB_TOKEN may not write notes. It needs the role Reporter and the scope api`;
    case 'not-found':
      return `${answered}: GITLAB_TOKEN does not see the project. It needs the role Reporter and the scope api`;
    case 'refused':
      return `${answered}: it refuses what was to be written`;
    case 'limited':
      return `${answered}: it limits the rate of requests. Run the job again later`;
    case 'unreachable':
      return 'GitLab could not be reached, or did not answer in time. Run the job again later; where it has a certificate of its own, NODE_EXTRA_CA_CERTS names the file';
    case 'other':
      return status === 0
        ? 'GitLab gave an answer that was not expected'
        : `${answered}, which was not expected`;
  }
}
