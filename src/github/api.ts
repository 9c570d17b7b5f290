import type { Fetch } from '@octokit/types';

/** How to reach GitHub. */
export interface Connection {
  readonly token: string;
  /** `https://api.github.com`, or `https://HOST/api/v3`. */
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly limits?: Limits;
}

/** How long to wait for GitHub. */
export interface Limits {
  /** For one request; GitHub itself gives up after about ten seconds. */
  readonly requestMs: number;
  /** For all requests of a run together. */
  readonly totalMs: number;
}

/** Who wrote a comment. */
export interface Author {
  readonly login: string;
  readonly type: string;
}

/** A comment or a review; null and deleted authors are undefined. */
export interface Written {
  readonly id: number;
  readonly author: Author | undefined;
  readonly body: string;
  readonly url: string;
}

/** A comment on a line; outdated when the line is no longer in the diff. */
export interface LineComment extends Written {
  readonly isOutdated: boolean;
}

export interface Review extends Written {
  readonly state: string;
  readonly commitId: string | undefined;
}

export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly headRepository: string | undefined;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly author: string | undefined;
  /** Undefined in a list of pull requests. */
  readonly changedFiles: number | undefined;
}

export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: string;
  readonly changes: number;
  readonly patch: string | undefined;
}

/** A comment of a review that is about to be posted. */
export interface DraftComment {
  readonly path: string;
  readonly body: string;
  readonly line: number;
  readonly side: 'LEFT' | 'RIGHT';
  readonly start_line?: number;
  readonly start_side?: 'LEFT' | 'RIGHT';
}

export interface DraftReview {
  readonly commit_id: string;
  readonly event: 'COMMENT' | 'REQUEST_CHANGES';
  readonly body: string;
  readonly comments: readonly DraftComment[];
}

const LIMITS: Limits = { requestMs: 10_000, totalMs: 150_000 };

/** The version of the REST API that this was written for; without it the server takes its own. */
const API_VERSION = '2022-11-28';

const PER_PAGE = 100;
/** GitHub lists at most 3,000 files. */
const MAX_PAGES = 30;
const MAX_WAIT_SECONDS = 60;
const MAX_LIMIT_RETRIES = 2;
const MAX_TIME_OUTS = 2;

/** A request that may be sent twice without harm. */
const SAFE = { retries: 2 };
/** One that may have taken effect although the answer is an error: look first, then decide. */
const ONCE = { retries: 0 };

/** Gives each attempt its own time limit, and gives up for good when GitHub does not answer at all. */
function timed(fetch: Fetch, { requestMs, totalMs }: Limits): Fetch {
  const end = AbortSignal.timeout(totalMs);
  let timeOuts = 0;
  return async (url: string, options: object): Promise<unknown> => {
    if (timeOuts >= MAX_TIME_OUTS) throw new Error('GitHub does not answer in time');
    const attempt = AbortSignal.timeout(requestMs);
    try {
      const answer: unknown = await fetch(url, { ...options, signal: AbortSignal.any([end, attempt]) });
      return answer;
    } catch (error) {
      if (attempt.aborted) timeOuts++;
      throw error;
    }
  };
}

function silent(): void {
  // What octokit has to say would go to the log unescaped.
}

const LOG = { debug: silent, info: silent, warn: silent, error: silent };

async function octokitOf({ token, apiUrl, limits = LIMITS }: Connection) {
  const [{ GitHub, defaults, getOctokitOptions }, { retry }, { throttling }] = await Promise.all([
    import('@actions/github/lib/utils'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ]);
  const mayWait = (seconds: number, _options: object, _octokit: object, retries: number): boolean =>
    seconds <= MAX_WAIT_SECONDS && retries < MAX_LIMIT_RETRIES;
  const Octokit = GitHub.plugin(retry, throttling);
  const octokit = new Octokit(
    getOctokitOptions(token, {
      baseUrl: apiUrl,
      log: LOG,
      request: { log: LOG, fetch: timed(defaults.request?.fetch ?? fetch, limits) },
      // 429 is the other plugin's: it knows how long to wait.
      retry: { doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
      throttle: { onRateLimit: mayWait, onSecondaryRateLimit: mayWait },
    }),
  );
  octokit.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = API_VERSION;
  });
  return octokit;
}
