import { groupBy, type NonEmpty } from '../../collections.js';
import { bytesOf } from '../../format/budget.js';
import type { ChangedFile, DraftComment, DraftReview, Written } from '../api/api.js';
import { isBy, reviewMarker, reviewStart } from './marker.js';
import { type Memory, memoryLine, type Told } from './memory.js';
import type { CommentPlace } from './places.js';

/** Something to say, on a line if it has one. */
export interface Note {
  /** Undefined: no line of the diff is about it. */
  readonly place: CommentPlace | undefined;
  /** What it speaks of; it is not said again as long as that stands on a line. */
  readonly told: Told;
  /** As it reads there, or at a line that is not about it. */
  readonly text: (at: 'place' | 'elsewhere') => string;
}

/** A note that has a line. */
export type PlacedNote = Note & { readonly place: CommentPlace };

/** The review of one label on one pull request. */
export interface ReviewJob {
  readonly number: number;
  readonly headSha: string;
  /** Of the label. */
  readonly key: string;
  /** Of this run. */
  readonly run: string;
  readonly login: string;
  readonly mode: 'comment' | 'request-changes';
  /** Whether what is new may be said. */
  readonly opens: boolean;
  /** The verdict. */
  readonly fails: boolean;
  /** The pull request is by the account that we write with: it may not ask itself for changes. */
  readonly isOwn: boolean;
  readonly files: readonly ChangedFile[];
  /** What the summary of the last run told; undefined when there was none. */
  readonly before: Memory | undefined;
  /** All that can be said in view of these files, the worst first; undefined when to look for it takes too much. */
  readonly notesIn: (files: readonly ChangedFile[]) => readonly Note[] | undefined;
  /** What a waiver hides, as it is remembered. */
  readonly waived: readonly string[];
  /** The text of the review itself. */
  readonly intro: (counts: { readonly unsaid: number }) => string;
}

/** What came of it. */
export interface ReviewResult {
  readonly url: string | undefined;
  readonly warnings: readonly string[];
}

/** As many of our comments as a pull request bears at a time. */
export const MAX_COMMENTS = 30;
const MAX_BODY_BYTES = 57_000;

/** A review of this label, by us. */
export function isOurs(review: Written, { login, key }: Pick<ReviewJob, 'login' | 'key'>): boolean {
  return isBy(login, review) && review.body.startsWith(reviewStart(key));
}

/** What stands on lines already. */
export interface Said {
  /** How many comments. */
  readonly comments: number;
  /** A comment says it, or says it from now on. */
  readonly covers: (note: Note) => boolean;
  /** More may be said in the file than we know: there are too many comments, or one speaks of too much. */
  readonly mayBeSaidIn: (path: string) => boolean;
  /** A comment of version 0.1.0 stands at the place. */
  readonly mayBeSaidAt: (place: CommentPlace) => boolean;
}

/**
 * The notes that are still to be said. Once there are as many comments as a pull request bears, or it is not known what
 * they say, only what the last run did not know: otherwise each run would say it again, although nothing changed.
 */
export function unsaidOf(
  notes: readonly Note[],
  { comments, covers, mayBeSaidIn, mayBeSaidAt }: Said,
  before: Memory | undefined,
): readonly PlacedNote[] {
  const known = new Set(before?.now.flatMap(({ ids }) => ids));
  const isNews = ({ told }: Note): boolean =>
    before !== undefined && !before.isCut && told.ids.some((id) => !known.has(id));
  return notes.filter(hasPlace).filter((note) => {
    if (covers(note)) return false;
    const mayBeSaid = mayBeSaidIn(note.place.path) || mayBeSaidAt(note.place);
    return (comments < MAX_COMMENTS && !mayBeSaid) || isNews(note);
  });
}

function hasPlace(note: Note): note is PlacedNote {
  return note.place !== undefined;
}

/** The review with these notes; `asks` for changes or only comments. What does not fit is counted. */
export function draftOf(
  job: ReviewJob,
  {
    notes,
    said,
    asks,
  }: { readonly notes: readonly PlacedNote[]; readonly said: Said; readonly asks: boolean },
): DraftReview {
  const groups = [...groupBy(notes, placeKey).values()];
  const room = said.comments < MAX_COMMENTS ? MAX_COMMENTS - said.comments : MAX_COMMENTS;
  const shown = groups.slice(0, room);
  const unsaid = groups.slice(room).flat().length;
  return {
    commit_id: job.headSha,
    event: asks ? 'REQUEST_CHANGES' : 'COMMENT',
    body: `${reviewMarker(job.key, job.run)}\n${job.intro({ unsaid })}`,
    comments: shown.map((group) => commentOf(group, job.key)),
  };
}

function placeKey({ place: { path, anchor } }: PlacedNote): string {
  return JSON.stringify([path, anchor.side, anchor.line]);
}

/** One comment for what one place brings about. */
function commentOf(notes: NonEmpty<PlacedNote>, key: string): DraftComment {
  const { path, anchor } = notes[0].place;
  const { side, line, startLine } = anchor;
  const start = startLine === undefined ? {} : { start_line: startLine, start_side: side };
  return { path, body: newText(notes, key), side, line, ...start };
}

/** The text of a comment, or the end of a review, that tells this for the first time. */
export function newText(notes: readonly PlacedNote[], key: string): string {
  return commentText(
    notes.map((note) => note.text('place')),
    memoryLine(key, { now: notes.map(({ told }) => told), past: [] }),
  );
}

/** The texts one below the other, as many as fit whole, and what is remembered. */
export function commentText(texts: readonly string[], memory: string): string {
  const shown: string[] = [];
  let bytes = 0;
  for (const text of texts) {
    bytes += bytesOf(text);
    if (bytes > MAX_BODY_BYTES) break;
    shown.push(text.trim());
  }
  const left = texts.length - shown.length;
  const more = left > 0 ? [`${left} more in the summary.`] : [];
  return `${[...shown, ...more].join('\n\n---\n\n')}\n\n${memory}`;
}
