import {
  failureOf,
  textAt
} from "./chunk-UQJVGZWY.js";
import "./chunk-SEWDMQ6Q.js";

// src/github/octokit.ts
var LIMITS = { requestMs: 1e4, totalMs: 15e4 };
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
function silent() {
}
var LOG = { debug: silent, info: silent, warn: silent, error: silent };
async function octokitOf({ token, apiUrl, limits = LIMITS }) {
  const [{ GitHub, defaults, getOctokitOptions }, { retry }, { throttling }] = await Promise.all([
    import("../vendor/github.js"),
    import("../vendor/github.js"),
    import("../vendor/github.js")
  ]);
  const mayWait = (seconds, _options, _octokit, retries) => seconds <= MAX_WAIT_SECONDS && retries < MAX_LIMIT_RETRIES;
  const throttle = {
    onRateLimit: mayWait,
    onSecondaryRateLimit: mayWait,
    triggersNotification: () => false
  };
  const proxied = defaults.request?.fetch;
  const Octokit = GitHub.plugin(retry, throttling);
  const octokit = new Octokit(
    getOctokitOptions(token, {
      baseUrl: apiUrl,
      log: LOG,
      request: { log: LOG, fetch: timed(isFetch(proxied) ? proxied : fetch, limits) },
      // 429 is the other plugin's: it knows how long to wait.
      retry: { retries: RETRIES, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
      throttle
    })
  );
  octokit.hook.before("request", (options) => {
    options.headers["x-github-api-version"] = API_VERSION;
  });
  return octokit;
}

// src/github/api.ts
var PER_PAGE = 100;
var MAX_FILE_PAGES = 30;
var MAX_COMMENT_PAGES = 20;
var ONCE = { retries: 0 };
async function connect(connection) {
  const octokit = await octokitOf(connection);
  const home = { owner: connection.owner, repo: connection.repo };
  return { ...lists(octokit, home), ...reads(octokit, home), ...writes(octokit, home) };
}
function lists(octokit, home) {
  const { rest, paginate } = octokit;
  const every = (pull_number) => ({ ...home, pull_number, per_page: PER_PAGE });
  return {
    async files(number) {
      const pages = paginate.iterator(rest.pulls.listFiles, every(number));
      return listed(pages, { limit: MAX_FILE_PAGES, map: changedFile });
    },
    /** Comments below the pull request, the oldest first, as far as the page of the first that is `wanted`. */
    async comments(number, wanted) {
      const query = { ...home, issue_number: number, per_page: PER_PAGE };
      const pages = paginate.iterator(rest.issues.listComments, query);
      return listed(pages, { limit: MAX_COMMENT_PAGES, map: written, isLast: wanted });
    },
    async lineComments(number) {
      const pages = paginate.iterator(rest.pulls.listReviewComments, every(number));
      return listed(pages, {
        limit: MAX_COMMENT_PAGES,
        map: (item) => ({ ...written(item), path: item.path, isOutdated: typeof item.line !== "number" })
      });
    },
    async reviews(number) {
      const pages = paginate.iterator(rest.pulls.listReviews, every(number));
      return listed(pages, {
        limit: MAX_COMMENT_PAGES,
        map: (item) => ({ ...written(item), state: item.state, commitId: item.commit_id ?? void 0 })
      });
    },
    /** Open pull requests from a branch; `owner` is the fork's. */
    async pullRequestsFrom(owner, branch) {
      const query = { ...home, head: `${owner}:${branch}`, state: "open", per_page: PER_PAGE };
      const { data } = await rest.pulls.list({ ...query });
      return data.map(pullRequest);
    }
  };
}
function reads({ rest, graphql }, home) {
  return {
    async pullRequest(number) {
      const { data } = await rest.pulls.get({ ...home, pull_number: number });
      return pullRequest(data);
    },
    /** A small page of the list of files: long diffs are left out of large pages. */
    async filesPage(number, page, perPage) {
      const query = { ...home, pull_number: number, per_page: perPage, page };
      const { data } = await rest.pulls.listFiles(query);
      return data.map(changedFile);
    },
    /** The text of a file at a commit; undefined when there is none (or the token may not see it). */
    async fileAt(path, ref) {
      try {
        const { data } = await rest.repos.getContent({ ...home, path, ref });
        const content = textAt(data, "content");
        const isFile = textAt(data, "type") === "file" && textAt(data, "encoding") === "base64";
        return isFile && content !== void 0 ? Buffer.from(content, "base64").toString("utf8") : void 0;
      } catch (error) {
        if (failureOf(error).kind === "not-found") return void 0;
        throw error;
      }
    },
    /** Whose token it is. `GET /user` is refused for the token of a workflow; this is not. */
    async viewer() {
      const answer = await graphql("{ viewer { login } }", {});
      return textAt(answer, "viewer", "login");
    }
  };
}
function writes({ rest }, home) {
  return {
    async createComment(number, body) {
      const { data } = await rest.issues.createComment({
        ...home,
        issue_number: number,
        body,
        request: ONCE
      });
      return written(data);
    },
    /** The same text twice is one change, so this may be repeated. */
    async updateComment(id, body) {
      const { data } = await rest.issues.updateComment({ ...home, comment_id: id, body });
      return written(data);
    },
    async createReview(number, { comments, ...draft }) {
      const { data } = await rest.pulls.createReview({
        ...home,
        pull_number: number,
        ...draft,
        comments: [...comments],
        request: ONCE
      });
      return written(data);
    },
    async updateReview(number, review_id, body) {
      await rest.pulls.updateReview({ ...home, pull_number: number, review_id, body });
    },
    async dismissReview(number, review_id, message) {
      await rest.pulls.dismissReview({ ...home, pull_number: number, review_id, message });
    },
    async deletePendingReview(number, review_id) {
      await rest.pulls.deletePendingReview({ ...home, pull_number: number, review_id });
    }
  };
}
function pullRequest({ number, head, base, user, changed_files }) {
  return {
    number,
    headSha: head.sha,
    headRepository: head.repo?.full_name,
    baseSha: base.sha,
    baseRef: base.ref,
    author: user?.login,
    changedFiles: changed_files
  };
}
function changedFile({ filename, previous_filename, status, changes, patch }) {
  return { path: filename, previousPath: previous_filename, status, changes, patch };
}
function written({ id, html_url, body, user }) {
  const author = user === null ? void 0 : { login: user.login, type: user.type };
  return { id, author, body: body ?? "", url: html_url };
}
async function listed(pages, how) {
  const items = [];
  let left = how.limit;
  for await (const { data } of pages) {
    if (left-- === 0) return { items, isWhole: false };
    const page = data.map(how.map);
    items.push(...page);
    if (how.isLast !== void 0 && page.some(how.isLast)) break;
  }
  return { items, isWhole: true };
}
export {
  connect
};
