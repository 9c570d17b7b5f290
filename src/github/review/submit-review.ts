import type { Api, DraftReview, Written } from '../api/api.js';
import { createOnce } from '../api/create-once.js';
import { changedFiles } from './diff.js';
import { failureOf } from '../api/failure.js';
import { isBy, reviewMarker } from './marker.js';
import { readMemory } from './memory.js';
import {
  draftOf,
  isOurs,
  newText,
  type Note,
  type ReviewJob,
  type ReviewResult,
  type Said,
  unsaidOf,
} from './review-draft.js';

type Rung = 'pending' | 'own' | 'lines' | 'fold';
/** `said`: what stands on lines already. */
export type SubmitJob = ReviewJob & { readonly said: Said };

/**
 * One comment that GitHub does not like makes it refuse the whole review, without saying which one. So: look at the
 * diff again, a push may have changed it; then without comments on lines; then not at all. Each step is taken once.
 */
export async function submit(api: Api, job: SubmitJob, first: DraftReview): Promise<ReviewResult> {
  const tried = new Set<Rung>();
  const warnings: string[] = [];
  let draft: DraftReview | undefined = first;
  while (draft !== undefined) {
    try {
      const { url } = await createReview(api, job, draft);
      return { url, warnings };
    } catch (error) {
      const failure = failureOf(error);
      const rung = failure.kind === 'refused' ? rungFor(failure.text, draft, tried) : undefined;
      if (rung === undefined) throw error;
      tried.add(rung);
      if (rung === 'fold') warnings.push(`GitHub refused the comments on lines (422): ${FOLDED}`);
      draft = await climb(api, job, { draft, rung });
    }
  }
  return { url: undefined, warnings };
}

const FOLDED = 'they stand in the text of the review and in the summary.';

function rungFor(text: string, draft: DraftReview, tried: ReadonlySet<Rung>): Rung | undefined {
  const wanted: Rung[] = /pending review/i.test(text)
    ? ['pending']
    : /own pull request/i.test(text)
      ? ['own']
      : draft.comments.length > 0
        ? ['lines', 'fold']
        : [];
  return wanted.find((rung) => !tried.has(rung));
}

async function climb(
  api: Api,
  job: SubmitJob,
  { draft, rung }: { readonly draft: DraftReview; readonly rung: Rung },
): Promise<DraftReview | undefined> {
  switch (rung) {
    case 'own':
      // Then there may be nothing left to say.
      return draft.comments.length === 0 ? undefined : { ...draft, event: 'COMMENT' };
    case 'pending':
      await deletePending(api, job);
      return draft;
    case 'lines': {
      const { headSha } = await api.pullRequest(job.number);
      if (headSha !== job.headSha) return undefined;
      const { items } = await changedFiles(api, job.number);
      const notes = unsaidOf(job.notesIn(items) ?? [], job.said, job.before);
      const asks = draft.event === 'REQUEST_CHANGES';
      return notes.length === 0 && !asks ? undefined : draftOf(job, { notes, said: job.said, asks });
    }
    case 'fold':
      return foldComments(api, job, draft);
  }
}

async function deletePending(api: Api, { number, login }: SubmitJob): Promise<void> {
  const { items } = await api.reviews(number);
  // GitHub shows nobody's pending reviews but one's own.
  for (const review of items) {
    if (review.state === 'PENDING' && isBy(login, review)) await api.deletePendingReview(number, review.id);
  }
}

/** The comments as part of the review's text, but for what an earlier review says already. */
async function foldComments(api: Api, job: SubmitJob, draft: DraftReview): Promise<DraftReview | undefined> {
  const { items } = await api.reviews(job.number);
  const folded = new Set(
    items
      .filter((review) => isOurs(review, job))
      .flatMap(({ body }) => readMemory(body, job.key)?.now.flatMap(({ ids }) => ids) ?? []),
  );
  const covers = (note: Note): boolean =>
    job.said.covers(note) || note.told.ids.every((id) => folded.has(id));
  const notes = unsaidOf(job.notesIn(job.files) ?? [], { ...job.said, covers }, job.before);
  if (notes.length === 0 && draft.event === 'COMMENT') return undefined;
  return { ...draft, comments: [], body: `${draft.body}\n\n${newText(notes, job.key)}` };
}

async function createReview(api: Api, job: SubmitJob, draft: DraftReview): Promise<Written> {
  const marker = reviewMarker(job.key, job.run);
  return createOnce(
    () => api.createReview(job.number, draft),
    async () => {
      const { items } = await api.reviews(job.number);
      return items.find((review) => isBy(job.login, review) && review.body.startsWith(marker));
    },
  );
}
