import type { Api, Review } from '../api/api.js';
import { failureOf } from '../api/failure.js';
import { isBy, isCutLine, isLineOf010, lineFingerprints } from './marker.js';
import { draftOf, isOurs, type ReviewJob, type ReviewResult, type Said, unsaidOf } from './review-draft.js';
import { submit } from './submit-review.js';

/** Posts at most one review: what is not said on a line yet, and the request for changes if it is not there yet. */
export async function putReview(api: Api, job: ReviewJob): Promise<ReviewResult> {
  const reviews = job.mode === 'request-changes' ? (await api.reviews(job.number)).items : [];
  const standing = reviews.filter((review) => review.state === 'CHANGES_REQUESTED' && isOurs(review, job));
  const warnings = job.fails ? [] : await dismissAll(api, job, standing);
  const all = job.notesIn(job.files);
  // Without anything to say there is nothing that could be said twice.
  const said = all.length === 0 ? NOTHING_SAID : await saidBefore(api, job);
  const notes = unsaidOf(all, said, job.before);
  const [last] = standing.slice(-1);
  const asks = job.mode === 'request-changes' && job.fails && !job.isOwn && last === undefined;
  if (job.fails && last !== undefined) await bringUpToDate(api, job, last);
  if (notes.length === 0 && !asks) return { url: last?.url, warnings };
  const posted = await submit(api, { ...job, said }, draftOf(job, { notes, said, asks }));
  return { url: posted.url, warnings: [...warnings, ...posted.warnings] };
}

const NOTHING_SAID: Said = {
  comments: 0,
  fingerprints: new Set(),
  mayBeSaidIn: () => false,
  mayBeSaidAt: () => false,
};

async function saidBefore(api: Api, { number, key, login }: ReviewJob): Promise<Said> {
  const { items, isWhole } = await api.lineComments(number);
  const mine = items.filter(
    (comment) =>
      comment.line !== undefined && isBy(login, comment) && lineFingerprints(comment.body, key).length > 0,
  );
  const old = new Set(
    mine.filter(({ body }) => isLineOf010(body)).map(({ path, line }) => `${line} ${path}`),
  );
  const cut = new Set(mine.filter(({ body }) => isCutLine(body)).map(({ path }) => path));
  return {
    comments: mine.length,
    fingerprints: new Set(mine.flatMap(({ body }) => lineFingerprints(body, key))),
    mayBeSaidIn: (path) => !isWhole || cut.has(path),
    mayBeSaidAt: ({ path, anchor }) => old.has(`${anchor.line} ${path}`),
  };
}

const DISMISSAL = 'The plan of the newest commit passes.';

async function dismissAll(
  api: Api,
  { number }: ReviewJob,
  reviews: readonly Review[],
): Promise<readonly string[]> {
  const warnings: string[] = [];
  for (const { id } of reviews) {
    try {
      await api.dismissReview(number, id, DISMISSAL);
    } catch (error) {
      const { status, text } = failureOf(error);
      // The answer was lost, and the request was sent again.
      if (/\bdismissed\b/.test(text)) continue;
      warnings.push(
        `The request for changes of an earlier run could not be dismissed (${status}). Dismiss it by hand, or add ` +
          `GitHub Actions to those who may dismiss reviews in the branch protection, or use review: comment.`,
      );
    }
  }
  return warnings.slice(0, 1);
}

/**
 * The request for changes stands until it is dismissed, so its text follows the newest run. Findings that had no place
 * on a line stand below it, and how many stand nowhere behind it: both are of the run that asked.
 */
async function bringUpToDate(api: Api, job: ReviewJob, { id, body }: Review): Promise<void> {
  const [marker = '', first = '', ...rest] = body.replaceAll('\r\n', '\n').split('\n');
  const intro = job.intro({ unsaid: 0 });
  if (first.startsWith(intro)) return;
  await api.updateReview(job.number, id, [marker, intro, ...rest].join('\n'));
}
