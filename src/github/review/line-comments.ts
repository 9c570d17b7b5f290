import { byGravity } from '../../config/severity.js';
import { renderPast } from '../../format/markdown/past.js';
import type { Api, LineComment } from '../api/api.js';
import { failureOf } from '../api/failure.js';
import { isBy, isOldLine } from './marker.js';
import {
  type FoundNow,
  type Memory,
  memoryLine,
  pastOf,
  readMemory,
  standingOf,
  toldPast,
} from './memory.js';
import type { CommentPlace } from './places.js';
import { commentText, type Note, type ReviewJob, type Said } from './review-draft.js';
import { comparable } from './summary-comment.js';

/** A comment of ours on a line that still tells something. */
interface OpenComment extends LineComment {
  readonly memory: Memory;
  /** Of all that it tells. */
  readonly ids: ReadonlySet<string>;
}

/** Our comments on the lines of a pull request. */
export interface OurComments {
  readonly open: readonly OpenComment[];
  /** Of version 0.1.0, where each stands. */
  readonly old: ReadonlySet<string>;
  /** All comments of the pull request were read. */
  readonly isWhole: boolean;
}

export const NO_COMMENTS: OurComments = { open: [], old: new Set(), isWhole: true };

/** Finds our comments of the label. What tells nothing any more is left alone, whatever comes. */
export async function ourComments(
  api: Api,
  { number, key, login }: Pick<ReviewJob, 'number' | 'key' | 'login'>,
): Promise<OurComments> {
  const { items, isWhole } = await api.lineComments(number);
  const mine = items.filter((comment) => isBy(login, comment));
  const old = mine.filter(({ body, line }) => line !== undefined && isOldLine(body, key));
  return {
    open: mine.flatMap((comment) => {
      const memory = readMemory(comment.body, key);
      if (memory === undefined || memory.now.length === 0) return [];
      return [{ ...comment, memory, ids: new Set(memory.now.flatMap(({ ids }) => ids)) }];
    }),
    old: new Set(old.map(({ path, line }) => lineKey(path, line))),
    isWhole,
  };
}

function lineKey(path: string, line: number | undefined): string {
  return `${line} ${path}`;
}

/** What stands on lines, and what each comment is to tell from now on. */
export interface Assignment {
  readonly said: Said;
  readonly edits: readonly { readonly comment: OpenComment; readonly notes: readonly Note[] }[];
}

/**
 * Gives each note to the comment that speaks of it already; else to one at its place that speaks of nothing milder, so
 * that one line has one comment. What is worse than all that was told there is news, for which people are to be called: an
 * edit calls nobody.
 */
export function assigned(notes: readonly Note[], { open, old, isWhole }: OurComments): Assignment {
  const shown = open.filter(({ line }) => line !== undefined);
  const byComment = new Map<OpenComment, Note[]>(open.map((comment) => [comment, []]));
  const covered = new Set<Note>();
  for (const note of notes) {
    const about = open.filter(({ ids }) => note.told.ids.some((id) => ids.has(id)));
    for (const comment of about) byComment.get(comment)?.push(note);
    const isSaid = about.some(({ line }) => line !== undefined);
    const beside = isSaid ? undefined : shown.find((comment) => takesIn(comment, note));
    if (beside !== undefined) byComment.get(beside)?.push(note);
    if (isSaid || beside !== undefined) covered.add(note);
  }
  const cut = new Set(shown.filter(({ memory }) => memory.isCut).map(({ path }) => path));
  return {
    said: {
      comments: shown.length,
      covers: (note) => covered.has(note),
      mayBeSaidIn: (path) => !isWhole || cut.has(path),
      mayBeSaidAt: ({ path, anchor }) => old.has(lineKey(path, anchor.line)),
    },
    edits: [...byComment].map(([comment, its]) => ({ comment, notes: its })),
  };
}

function takesIn(comment: OpenComment, { place, told }: Note): boolean {
  return (
    isAt(place, comment) && comment.memory.now.some((one) => byGravity(told.severity, one.severity) >= 0)
  );
}

function isAt(place: CommentPlace | undefined, { path, side, line }: OpenComment): boolean {
  const { anchor } = place ?? {};
  return place?.path === path && anchor?.side === side && anchor.line === line;
}

/**
 * Brings our comments to what is so now: what is no longer found is said to be fixed where it was told. Writes only
 * what reads otherwise. Gives warnings: that one cannot be written stops nothing.
 */
export async function bringUpToDate(
  api: Api,
  job: ReviewJob,
  { edits, notes }: Pick<Assignment, 'edits'> & { readonly notes: readonly Note[] },
): Promise<readonly string[]> {
  const standing = standingOf(
    notes.map(({ told }) => told),
    job.waived,
  );
  const warnings: string[] = [];
  for (const { comment, notes: own } of edits) {
    const body = newBody(comment, own, { job, standing });
    if (comparable(body) === comparable(comment.body)) continue;
    try {
      await api.updateLineComment(comment.id, body);
    } catch (error) {
      const { kind, status } = failureOf(error);
      // Somebody deleted it since.
      if (kind === 'not-found') continue;
      warnings.push(`A comment on a line could not be brought up to date (${status}).`);
    }
  }
  return warnings.slice(0, 1);
}

function newBody(
  comment: OpenComment,
  notes: readonly Note[],
  { job, standing }: { readonly job: ReviewJob; readonly standing: FoundNow },
): string {
  const past = pastOf(comment.memory, standing, job.headSha.slice(0, 7));
  const texts = notes.map((note) => note.text(isAt(note.place, comment) ? 'place' : 'elsewhere'));
  const now = notes.map(({ told }) => told);
  const ending = renderPast(toldPast(past, now));
  return commentText([...texts, ...(ending === '' ? [] : [ending])], memoryLine(job.key, { now, past }));
}

/** Puts a line in place of what our comments tell: nobody keeps them up to date any more. */
export async function closeComments(
  api: Api,
  at: Pick<ReviewJob, 'number' | 'key' | 'login'>,
  line: string,
): Promise<void> {
  const { open } = await ourComments(api, at);
  for (const { id, memory } of open) {
    await api.updateLineComment(id, commentText([line], memoryLine(at.key, { ...memory, now: [] })));
  }
}
