import { distinct, groupBy, type NonEmpty } from '../../collections.js';
import type { ChangedFile, DraftComment, DraftReview, Written } from '../api/api.js';
import { isBy, lineMarker, reviewMarker, reviewStart } from './marker.js';
import { isCutMemory, type Memory } from './memory.js';
import type { CommentPlace } from './places.js';

/** Something to say at a place. */
export interface Note {
  readonly place: CommentPlace;
  /** What it speaks of; it is not said again as long as these stand on a line. */
  readonly fingerprints: readonly string[];
  /** The same as the summary remembers it. */
  readonly told: readonly string[];
  readonly text: () => string;
}

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
  /** The verdict. */
  readonly fails: boolean;
  /** The pull request is by the account that we write with: it may not ask itself for changes. */
  readonly isOwn: boolean;
  readonly files: readonly ChangedFile[];
  /** What the summary of the last run told; undefined when there was none. */
  readonly before: Memory | undefined;
  /** All that can be said on lines of these files, the worst first. */
  readonly notesIn: (files: readonly ChangedFile[]) => readonly Note[];
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
const MAX_BODY_BYTES = 60_000;

/** A review of this label, by us. */
export function isOurs(review: Written, { login, key }: Pick<ReviewJob, 'login' | 'key'>): boolean {
  return isBy(login, review) && review.body.startsWith(reviewStart(key));
}

/** What stands on lines already: as comments, and what they speak of. */
export interface Said {
  readonly comments: number;
  readonly fingerprints: ReadonlySet<string>;
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
  { comments, fingerprints, mayBeSaidIn, mayBeSaidAt }: Said,
  before: Memory | undefined,
): readonly Note[] {
  const known = new Set(before?.now.map(({ fingerprint }) => fingerprint));
  const isNews = ({ told }: Note): boolean =>
    before !== undefined && !isCutMemory(before) && told.some((it) => !known.has(it));
  return notes
    .filter((note) => note.fingerprints.some((it) => !fingerprints.has(it)))
    .filter((note) => {
      const mayBeSaid = mayBeSaidIn(note.place.path) || mayBeSaidAt(note.place);
      return (comments < MAX_COMMENTS && !mayBeSaid) || isNews(note);
    });
}

/** The review with these notes; `asks` for changes or only comments. What does not fit is counted. */
export function draftOf(
  job: ReviewJob,
  { notes, said, asks }: { readonly notes: readonly Note[]; readonly said: Said; readonly asks: boolean },
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

function placeKey({ place: { path, anchor } }: Note): string {
  return JSON.stringify([path, anchor.side, anchor.line]);
}

/** One comment for what one place brings about. */
function commentOf(notes: NonEmpty<Note>, key: string): DraftComment {
  const { path, anchor } = notes[0].place;
  const { side, line, startLine } = anchor;
  const start = startLine === undefined ? {} : { start_line: startLine, start_side: side };
  return { path, body: foldedText(notes, key), side, line, ...start };
}

/** The texts one below the other, as many as fit whole. */
export function foldedText(notes: readonly Note[], key: string): string {
  const texts: string[] = [];
  let bytes = 0;
  for (const note of notes) {
    const text = note.text();
    bytes += Buffer.byteLength(text);
    if (bytes > MAX_BODY_BYTES) break;
    texts.push(text.trim());
  }
  const left = notes.length - texts.length;
  const more = left > 0 ? [`${left} more in the summary.`] : [];
  const fingerprints = distinct(notes.flatMap((note) => note.fingerprints));
  return `${[...texts, ...more].join('\n\n---\n\n')}\n\n${lineMarker(key, fingerprints)}`;
}
