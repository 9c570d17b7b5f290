import { at, textAt } from './payload.js';

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
  const text = wordsOf(error);
  return {
    kind: kindOf(number, text, error),
    status: number,
    text,
    requestId: textAt(error, 'response', 'headers', 'x-github-request-id'),
  };
}

/** `errors` holds texts for some endpoints and objects for others. */
function wordsOf(error: unknown): string {
  const errors = at(error, 'response', 'data', 'errors');
  const details = Array.isArray(errors)
    ? errors.map((item: unknown) => (typeof item === 'string' ? item : (textAt(item, 'message') ?? '')))
    : [];
  const message = textAt(error, 'response', 'data', 'message') ?? textAt(error, 'message') ?? 'no answer';
  return [message, ...details].filter((text) => text !== '').join('; ');
}

function kindOf(status: number, text: string, error: unknown): FailureKind {
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
