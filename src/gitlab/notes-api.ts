import ky, { HTTPError, type Options, TimeoutError } from 'ky';

import { jsonAnswer } from '../edge/json-answer.js';
import type { Listed, Written } from '../github/api/api.js';
import { failureOf } from '../github/api/failure.js';
import { numberAt, stringAt } from '../github/api/payload.js';
import type { MergeRequestJob } from './merge-request.js';

/** How long to wait, in milliseconds. */
export interface NotePatience {
  /** For one try. */
  readonly requestMs: number;
  /** For all requests together, and the waiting between them. */
  readonly totalMs: number;
  /** What a second lasts that is waited before another try. */
  readonly secondMs: number;
}

/** That of a real run: the same as on GitHub. */
export const NOTE_PATIENCE: NotePatience = { requestMs: 10_000, totalMs: 120_000, secondMs: 1000 };

/** A request that failed, in the form that `failureOf` reads. It holds nothing of the request: the token is in there. */
class NoteFailure extends Error {
  constructor(readonly status: number) {
    super('GitLab did not do it');
  }
}

/**
 * The calls that are made, and no other, on the merge request of the job; the number that a call names is the same. Each
 * rejects with a {@link NoteFailure}.
 */
export type NotesApi = ReturnType<typeof notesApi>;

const PER_PAGE = 100;
/** As on GitHub. */
const MAX_PAGES = 30;
/** A note may have a million characters. */
const LONGEST_PAGE = 64 * 1024 * 1024;
const TRIES_AGAIN = 2;
/** 429 says that nothing was done. */
const LIMITED = [429];
const TROUBLE = [429, 500, 502, 503, 504];

type Ask = (path: string, options?: Options) => Promise<{ readonly body: unknown; readonly next: string }>;

/** Redirects are not followed: the token is for the server that the job names. */
function askerFor(job: MergeRequestJob, { requestMs, totalMs, secondMs }: NotePatience): Ask {
  const client = ky.create({
    prefixUrl: job.apiUrl,
    headers: { accept: 'application/json', 'private-token': job.token },
    redirect: 'manual',
    timeout: requestMs,
    signal: AbortSignal.timeout(totalMs),
  });
  return async (path, options = {}) => {
    const isPost = options.method === 'post';
    // Said with each request: ky adds lists of a request to those of its client.
    const retry = {
      limit: TRIES_AGAIN,
      methods: ['get', 'put', 'delete', 'post'],
      statusCodes: isPost ? LIMITED : TROUBLE,
      afterStatusCodes: LIMITED,
      maxRetryAfter: 60 * secondMs,
      delay: (attempt: number) => attempt * secondMs,
      // A POST without an answer may have worked.
      shouldRetry: ({ error }: { readonly error: Error }) =>
        isPost && !(error instanceof HTTPError) ? false : undefined,
      retryOnTimeout: true,
    };
    try {
      const response = await client(path, { ...options, retry });
      const body = response.status === 204 ? undefined : await jsonAnswer(response, LONGEST_PAGE);
      return { body, next: response.headers.get('x-next-page') ?? '' };
    } catch (error) {
      throw new NoteFailure(statusOf(error));
    }
  };
}

/** Sends nothing yet. */
export function notesApi(job: MergeRequestJob, patience: NotePatience) {
  const ask = askerFor(job, patience);
  const mergeRequest = `projects/${job.project}/merge_requests/${job.number}`;
  return {
    /** The newest commit of the source branch, and where people see the merge request. */
    async mergeRequest() {
      const { body } = await ask(mergeRequest);
      return { headSha: stringAt(body, 'sha'), url: stringAt(body, 'web_url') };
    },

    /** Whose token it is. */
    async viewer(): Promise<string | undefined> {
      return stringAt((await ask('user')).body, 'username');
    },

    /** Notes, the oldest first, as far as the page of the first that is `wanted`. */
    async comments(_: number, wanted: (note: Written) => boolean): Promise<Listed<Written>> {
      const items: Written[] = [];
      let page = '1';
      for (let left = MAX_PAGES; left > 0; left--) {
        const searchParams = { sort: 'asc', order_by: 'created_at', per_page: PER_PAGE, page };
        const { body, next } = await ask(`${mergeRequest}/notes`, { searchParams });
        const notes = Array.isArray(body) ? body.map(noteOf) : [];
        items.push(...notes);
        if (!/^\d+$/.test(next) || notes.some(wanted)) return { items, isWhole: true };
        page = next;
      }
      return { items, isWhole: false };
    },

    async createComment(_: number, body: string): Promise<Written> {
      return noteOf((await ask(`${mergeRequest}/notes`, { method: 'post', json: { body } })).body);
    },

    async updateComment(id: number, body: string): Promise<Written> {
      return noteOf((await ask(`${mergeRequest}/notes/${id}`, { method: 'put', json: { body } })).body);
    },

    /** Done, too, when it is gone already. */
    async deleteComment(id: number): Promise<void> {
      try {
        await ask(`${mergeRequest}/notes/${id}`, { method: 'delete' });
      } catch (error) {
        if (failureOf(error).kind !== 'not-found') throw error;
      }
    },
  };
}

/** No answer at all is like one that nobody can trust: it is open what was done. */
const NO_ANSWER = 503;
const SILENCE = ['TimeoutError', 'AbortError', 'TypeError'];

function statusOf(error: unknown): number {
  if (error instanceof HTTPError) return error.response.status;
  // The platform's errors are told by name, as it documents them.
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  return error instanceof TimeoutError || SILENCE.some((one) => one === name) ? NO_ANSWER : 0;
}

function noteOf(note: unknown): Written {
  const login = stringAt(note, 'author', 'username');
  return {
    id: numberAt(note, 'id') ?? 0,
    author: login === undefined ? undefined : { login, type: 'User' },
    body: stringAt(note, 'body') ?? '',
    url: '',
  };
}
