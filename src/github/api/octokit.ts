import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';

import type { ThrottlingOptions } from '@octokit/plugin-throttling';

/** How to reach GitHub. */
export interface Connection {
  readonly token: string;
  /** `https://api.github.com`, or `https://HOST/api/v3`. */
  readonly apiUrl: string;
  readonly transport: Transport;
}

/** What carries requests, and how long to wait for what. */
export interface Transport {
  /** For one request; GitHub itself gives up after about ten seconds. */
  readonly requestMs: number;
  /** For all requests of a client together, and the waiting between them. */
  readonly totalMs: number;
  /** What a second lasts that GitHub asks to wait, or that goes by before a second try. */
  readonly secondMs: number;
  /** Else the toolkit's own, which knows the runner's proxy. */
  readonly fetch?: Fetch;
  /** The pace of writes; else a second between two of them, as GitHub asks for. */
  readonly writes?: NonNullable<ThrottlingOptions['write']>;
}

/** The transport of a real run. */
export const GITHUB: Transport = { requestMs: 10_000, totalMs: 120_000, secondMs: 1000 };

/** The version of the REST API that this was written for; without it the server takes its own. */
const API_VERSION = '2022-11-28';

const MAX_WAIT_SECONDS = 60;
const MAX_LIMIT_RETRIES = 2;
const MAX_TIME_OUTS = 2;
/** After 5xx and broken connections; a call that must not be repeated says so itself. */
const RETRIES = 2;

/** As far as requests of ours go. */
export type Fetch = (url: string, options: object) => Promise<Reply>;

/** What we look at ourselves of an answer. */
interface Reply {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
}

function isFetch(value: unknown): value is Fetch {
  return typeof value === 'function';
}

/** Gives each attempt its own time limit, and gives up for good when GitHub does not answer at all. */
function timed(given: Fetch, { requestMs, totalMs }: Transport): Fetch {
  const end = AbortSignal.timeout(totalMs);
  let timeOuts = 0;
  return async (url, options) => {
    if (timeOuts >= MAX_TIME_OUTS) throw new Error('GitHub does not answer in time');
    const attempt = AbortSignal.timeout(requestMs);
    try {
      return await given(url, { ...options, signal: AbortSignal.any([end, attempt]) });
    } catch (error) {
      if (attempt.aborted) timeOuts++;
      throw error;
    }
  };
}

const REDIRECTS: readonly number[] = [301, 302, 307, 308];
/** GitHub redirects once, from the old name of a repository. */
const MAX_REDIRECTS = 3;

/**
 * Speaks to one server alone, whatever a link or a redirect of an answer says: each request carries the token. As GitHub
 * asks for, a request that is redirected is repeated as it is.
 */
export function homeOnly(given: Fetch, home: string): Fetch {
  const { origin } = new URL(home);
  return async (url, options) => {
    for (let at = new URL(url), left = MAX_REDIRECTS; ; left--) {
      if (at.origin !== origin) throw new Error('GitHub points to another server');
      const reply = await given(at.href, { ...options, redirect: 'manual' });
      const to = REDIRECTS.includes(reply.status) ? reply.headers.get('location') : null;
      if (to === null) return reply;
      if (left === 0) throw new Error('GitHub redirects in circles');
      at = new URL(to, at);
    }
  };
}

function silent(): void {
  // What octokit has to say would go to the log unescaped.
}

const LOG = { debug: silent, info: silent, warn: silent, error: silent };

/** A client that waits out short rate limits, and repeats requests only as often as each call allows. */
export async function octokitOf({ token, apiUrl, transport }: Connection) {
  const [{ GitHub, defaults, getOctokitOptions }, { retry }, { throttling }] = await Promise.all([
    import('@actions/github/lib/utils'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ]);
  const { secondMs, totalMs, writes } = transport;
  const end = performance.now() + totalMs;
  const mayWait = (seconds: number, _options: object, _octokit: object, retries: number): boolean =>
    seconds <= MAX_WAIT_SECONDS &&
    retries < MAX_LIMIT_RETRIES &&
    performance.now() + seconds * secondMs < end;
  // The plugin paces all clients of one id together, and three seconds between notifications are for many more of them.
  const throttle = {
    id: randomUUID(),
    onRateLimit: mayWait,
    onSecondaryRateLimit: mayWait,
    triggersNotification: () => false,
    retryAfterBaseValue: secondMs,
    ...(writes === undefined ? {} : { write: writes }),
  };
  // The toolkit's own fetch knows the runner's proxy.
  const proxied: unknown = transport.fetch ?? defaults.request?.fetch;
  const Octokit = GitHub.plugin(retry, throttling);
  const octokit = new Octokit(
    getOctokitOptions(token, {
      baseUrl: apiUrl,
      log: LOG,
      request: { log: LOG, fetch: homeOnly(timed(isFetch(proxied) ? proxied : fetch, transport), apiUrl) },
      // 429 is the other plugin's: it knows how long to wait.
      retry: {
        retries: RETRIES,
        retryAfterBaseValue: secondMs,
        doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451],
      },
      throttle,
    }),
  );
  octokit.hook.before('request', (options) => {
    options.headers['x-github-api-version'] = API_VERSION;
  });
  return octokit;
}
