import { blocksOf } from '../report/blocks.js';
import type { MarkdownContext } from '../format/markdown/parts.js';
import { renderSummaryComment } from '../format/markdown/markdown.js';
import { renderUnjudged } from '../format/markdown/unjudged.js';
import type { Written } from '../github/api/api.js';
import { createOnce } from '../github/api/create-once.js';
import { type Failure, failureOf } from '../github/api/failure.js';
import { isBy, keyFrom, summaryMarker } from '../github/review/marker.js';
import type { Report } from '../report/report.js';
import { type MergeRequestJob, mergeRequestJob } from './merge-request.js';
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
  const isNeeded =
    report.conclusion === 'fail' ||
    blocksOf(report).blocks.length > 0 ||
    report.records.some(({ gone, recorded }) => gone.length > recorded.length);
  return noteWith(target, { isNeeded, render: (context) => renderSummaryComment(report, context) });
}

/** Says in the note of an earlier run that there is no verdict on this commit. Writes nothing where none stands. */
export function withdrawNote(target: NoteTarget): Promise<string | undefined> {
  return noteWith(target, { isNeeded: false, render: (context) => renderUnjudged(context) });
}

interface NoteText {
  /** Write one where none is. */
  readonly isNeeded: boolean;
  readonly render: (context: MarkdownContext) => string;
}

async function noteWith(
  { env, label, patience = NOTE_PATIENCE }: NoteTarget,
  { isNeeded, render }: NoteText,
): Promise<string | undefined> {
  const job = mergeRequestJob(env);
  if (!job.ok) return job.error;
  const { headSha, blobUrl } = job.value;
  const marker = summaryMarker(keyFrom(label ?? ''));
  const text = render({ label, commit: headSha, blobUrl, wholeIn: 'the log of the job' });
  const body = `${marker}\n\n${withoutQuickActions(text.trimEnd())}`;
  try {
    return await bringUp(notesApi(job.value, patience), job.value, { marker, body, isNeeded });
  } catch (error) {
    return `no note was written on the merge request: ${adviceOn(failureOf(error))}`;
  }
}

interface OneNote {
  readonly marker: string;
  readonly body: string;
  readonly isNeeded: boolean;
}

async function bringUp(api: NotesApi, job: MergeRequestJob, note: OneNote): Promise<string | undefined> {
  const { headSha } = await api.mergeRequest();
  if (headSha !== job.headSha) return NEWER_COMMIT;
  const login = await api.login();
  const isMine = (one: Written): boolean =>
    login !== undefined && isBy(login, one) && one.body.startsWith(note.marker);
  const find = async (): Promise<Written | undefined> => (await api.notes(isMine)).items.find(isMine);
  const { items, isWhole } = await api.notes(isMine);
  const mine = items.find(isMine);
  if (mine !== undefined) return replace(api, mine, note.body);
  if (!note.isNeeded) return undefined;
  if (!isWhole) return TOO_MANY;
  const made = await createOnce(() => api.create(note.body), find);
  // Another job may have made one in the same moment. The newer gives way, so that both keep the same one.
  const first = await find();
  if (first === undefined || first.id >= made.id) return undefined;
  await api.remove(made.id);
  return replace(api, first, note.body);
}

async function replace(api: NotesApi, { id, body: old }: Written, body: string): Promise<undefined> {
  if (old.replaceAll('\r\n', '\n').trimEnd() !== body) await api.update(id, body);
  return undefined;
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
      return 'GitLab could not be reached, or did not answer in time. Run the job again later';
    case 'other':
      return status === 0
        ? 'GitLab gave an answer that was not expected'
        : `${answered}, which was not expected`;
  }
}
