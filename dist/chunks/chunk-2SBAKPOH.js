// src/github/api/octokit.ts
import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
var GITHUB = { requestMs: 1e4, totalMs: 12e4, secondMs: 1e3 };
var API_VERSION = "2022-11-28";
var MAX_WAIT_SECONDS = 60;
var MAX_LIMIT_RETRIES = 2;
var MAX_TIME_OUTS = 2;
var RETRIES = 2;
function isFetch(value) {
  return typeof value === "function";
}
function timed(given, { requestMs, totalMs }) {
  const end = AbortSignal.timeout(totalMs);
  let timeOuts = 0;
  return async (url, options) => {
    if (timeOuts >= MAX_TIME_OUTS) throw new Error("GitHub does not answer in time");
    const attempt = AbortSignal.timeout(requestMs);
    try {
      return await given(url, { ...options, signal: AbortSignal.any([end, attempt]) });
    } catch (error) {
      if (attempt.aborted) timeOuts++;
      throw error;
    }
  };
}
var REDIRECTS = [301, 302, 307, 308];
var MAX_REDIRECTS = 3;
function homeOnly(given, home) {
  const { origin } = new URL(home);
  return async (url, options) => {
    for (let at = new URL(url), left = MAX_REDIRECTS; ; left--) {
      if (at.origin !== origin) throw new Error("GitHub points to another server");
      const reply = await given(at.href, { ...options, redirect: "manual" });
      const to = REDIRECTS.includes(reply.status) ? reply.headers.get("location") : null;
      if (to === null) return reply;
      if (left === 0) throw new Error("GitHub redirects in circles");
      at = new URL(to, at);
    }
  };
}
function silent() {
}
var LOG = { debug: silent, info: silent, warn: silent, error: silent };
async function octokitOf({ token, apiUrl, transport }) {
  const [{ GitHub, defaults, getOctokitOptions }, { retry }, { throttling }] = await Promise.all([
    import("../vendor/github.js"),
    import("../vendor/github.js"),
    import("../vendor/github.js")
  ]);
  const { secondMs, totalMs, writes } = transport;
  const end = performance.now() + totalMs;
  const mayWait = (seconds, _options, _octokit, retries) => seconds <= MAX_WAIT_SECONDS && retries < MAX_LIMIT_RETRIES && performance.now() + seconds * secondMs < end;
  const throttle = {
    id: randomUUID(),
    onRateLimit: mayWait,
    onSecondaryRateLimit: mayWait,
    triggersNotification: () => false,
    retryAfterBaseValue: secondMs,
    ...writes === void 0 ? {} : { write: writes }
  };
  const proxied = transport.fetch ?? defaults.request?.fetch;
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
        doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451]
      },
      throttle
    })
  );
  octokit.hook.before("request", (options) => {
    options.headers["x-github-api-version"] = API_VERSION;
  });
  return octokit;
}

export {
  GITHUB,
  octokitOf
};
