import type { Failure } from './failure.js';

/** What a failed posting has to do with whose run it is. */
export interface Circumstances {
  readonly isFork: boolean;
  readonly isDependabot: boolean;
}

const NEEDED = 'permissions: pull-requests: write';

/**
 * One line for the log: why nothing could be posted, and what would help. Names the permission in any case, since
 * whoever reads it will ask for that first. Holds no text of GitHub's or of a plan.
 */
export function adviceFor({ kind, status, requestId }: Failure, circumstances: Circumstances): string {
  const id = requestId === undefined ? '' : `, request ${requestId.replace(/[^\w:.-]/g, '')}`;
  const advice = adviceOf(kind, circumstances);
  const needed = advice.includes(NEEDED) ? '' : ` To post, the job needs ${NEEDED}.`;
  return `GitHub ${advice} (${status === 0 ? 'no status' : status}${id}).${needed}`;
}

function adviceOf(kind: Failure['kind'], { isFork, isDependabot }: Circumstances): string {
  switch (kind) {
    case 'unauthorized':
      return `does not accept the token: it is revoked, expired or mistyped. The job needs a valid github-token with ${NEEDED}`;
    case 'forbidden':
      return `does not let the token write on the pull request: ${whose(isFork, isDependabot)}`;
    case 'not-found':
      return `finds no such pull request, or hides it from the token. The job needs ${NEEDED} and contents: read`;
    case 'refused':
      return 'refused what was to be posted';
    case 'limited':
      return 'limits the rate of requests for longer than is worth waiting. Run the job again later';
    case 'unreachable':
      return 'could not be reached, or did not answer in time. Run the job again later';
    case 'other':
      return 'gave an answer that was not expected';
  }
}

function whose(isFork: boolean, isDependabot: boolean): string {
  if (isFork) {
    return `a run for a fork gets a token without ${NEEDED}. See the pair of workflows for forks in examples/workflows`;
  }
  if (isDependabot) return `a run by Dependabot gets a token without ${NEEDED}`;
  return `the job needs ${NEEDED}`;
}
