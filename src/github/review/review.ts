import type { Api, Review } from '../api/api.js';
import { failureOf } from '../api/failure.js';
import { assigned, bringUpToDate, NO_COMMENTS, ourComments } from './line-comments.js';
import { draftOf, isOurs, type ReviewJob, type ReviewResult, unsaidOf } from './review-draft.js';
import { submit } from './submit-review.js';

/**
 * Posts at most one review: what is not said on a line yet, and the request for changes if it is not there yet. What is
 * said on lines already is brought up to date there.
 */
export async function putReview(api: Api, job: ReviewJob): Promise<ReviewResult> {
  const asksAtAll = job.mode === 'request-changes';
  // Where nothing was ever posted, no request can stand.
  const standing = asksAtAll || job.before !== undefined ? await standingRequests(api, job) : [];
  const isKept = asksAtAll && job.fails;
  const warnings = isKept ? [] : await dismissAll(api, job, standing);
  const found = job.notesIn(job.files);
  const all = found ?? [];
  // Where it is not known what there is to say, nothing that is told is called fixed. Without anything to say, before or
  // now, there is nothing that could stand on a line.
  const isQuiet = found === undefined || (all.length === 0 && job.before === undefined);
  const { said, edits } = assigned(all, isQuiet ? NO_COMMENTS : await ourComments(api, job));
  const unwritten = await bringUpToDate(api, job, { edits, notes: all });
  const notes = job.opens ? unsaidOf(all, said, job.before) : [];
  const [last] = standing.slice(-1);
  const asks = isKept && !job.isOwn && last === undefined;
  if (isKept && last !== undefined) await retell(api, job, last);
  const done = { url: isKept ? last?.url : undefined, warnings: [...warnings, ...unwritten] };
  if (notes.length === 0 && !asks) return done;
  const posted = await submit(api, { ...job, said }, draftOf(job, { notes, said, asks }));
  return { url: posted.url, warnings: [...done.warnings, ...posted.warnings] };
}

/** Our requests for changes that nobody has dismissed. */
export async function standingRequests(
  api: Api,
  job: Pick<ReviewJob, 'number' | 'login' | 'key'>,
): Promise<readonly Review[]> {
  const { items } = await api.reviews(job.number);
  return items.filter((review) => review.state === 'CHANGES_REQUESTED' && isOurs(review, job));
}

/** Takes the requests back; that one stays is a warning. */
export async function dismissAll(
  api: Api,
  { number, fails }: Pick<ReviewJob, 'number' | 'fails'>,
  reviews: readonly Review[],
): Promise<readonly string[]> {
  const message = fails
    ? 'The review of cce-plan-guard no longer asks for changes: the check of the run decides.'
    : 'The plan of the newest commit passes.';
  const warnings: string[] = [];
  for (const { id } of reviews) {
    try {
      await api.dismissReview(number, id, message);
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
async function retell(api: Api, job: ReviewJob, { id, body }: Review): Promise<void> {
  const [marker = '', first = '', ...rest] = body.replaceAll('\r\n', '\n').split('\n');
  const intro = job.intro({ unsaid: 0 });
  if (first.startsWith(intro)) return;
  await api.updateReview(job.number, id, [marker, intro, ...rest].join('\n'));
}
