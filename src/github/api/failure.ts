import { at, stringAt } from './payload.js';

/** Why a request to GitHub failed, as far as the next step depends on it. */
export type FailureKind =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  /** 422: GitHub understood the request and refuses what it says. */
  | 'refused'
  /** A rate limit that lasts too long to wait for. */
  | 'limited'
  /** 5xx, a time-out or no connection: it is open whether the request took effect. */
  | 'unreachable'
  | 'other';

/** A failed request. */
export interface Failure {
  readonly kind: FailureKind;
  readonly status: number;
  /** GitHub's words, for diagnosis; they may quote what was sent. */
  readonly text: string;
  /** GitHub's number of the request, for its support. */
  readonly requestId: string | undefined;
}

/** Reads what octokit throws. Anything else that is thrown is a fault without an answer, too. */
export function failureOf(error: unknown): Failure {
  const status = at(error, 'status');
  const number = typeof status === 'number' ? status : 0;
  const text = errorText(error);
  return {
    kind: failureKind(number, text, error),
    status: number,
    text,
    requestId: stringAt(error, 'response', 'headers', 'x-github-request-id'),
  };
}

/** `errors` holds texts for some endpoints and objects for others. */
function errorText(error: unknown): string {
  const errors = at(error, 'response', 'data', 'errors');
  const details = Array.isArray(errors)
    ? errors.map((item: unknown) => (typeof item === 'string' ? item : (stringAt(item, 'message') ?? '')))
    : [];
  const message = stringAt(error, 'response', 'data', 'message') ?? stringAt(error, 'message') ?? 'no answer';
  return [message, ...details].filter((text) => text !== '').join('; ');
}

function failureKind(status: number, text: string, error: unknown): FailureKind {
  if (isLimit(status, text, error)) return 'limited';
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 422:
      return 'refused';
    default:
      return status >= 500 ? 'unreachable' : 'other';
  }
}

function isLimit(status: number, text: string, error: unknown): boolean {
  if (status === 429 || /secondary rate limit|abuse detection|submitted too quickly/i.test(text)) return true;
  return status === 403 && at(error, 'response', 'headers', 'x-ratelimit-remaining') === '0';
}

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
