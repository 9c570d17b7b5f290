import {
  findSummary,
  isNews,
  keyFrom,
  putSummary,
  toldIn,
  withdrawSummary
} from "../chunks/chunk-I57LC77J.js";
import {
  renderSummaryComment
} from "../chunks/chunk-R2U5IKOY.js";
import {
  renderUnjudged
} from "../chunks/chunk-3CP5DA3D.js";
import {
  failureOf,
  numberAt,
  stringAt
} from "../chunks/chunk-ZED27UPZ.js";
import "../chunks/chunk-XEKRDPX6.js";
import "../chunks/chunk-J44IHLJW.js";
import "../chunks/chunk-BPHTC5HE.js";
import "../chunks/chunk-5Y2WYTLW.js";
import "../chunks/chunk-R2SAQLJI.js";
import {
  HTTPError,
  TimeoutError,
  distribution_default,
  jsonAnswer
} from "../chunks/chunk-WMFSQPHS.js";
import "../chunks/chunk-SEWDMQ6Q.js";

// src/gitlab/merge-request-note.ts
import { blocksOf } from "../core.js";

// src/gitlab/merge-request.ts
import { err, ok } from "../core.js";
var MISSING = "no note was written on the merge request:";
function mergeRequestJob(env) {
  const at = (name) => env[name] ?? "";
  const [api, project, iid] = [
    at("CI_API_V4_URL"),
    at("CI_MERGE_REQUEST_PROJECT_ID"),
    at("CI_MERGE_REQUEST_IID")
  ];
  if (!/^[1-9]\d{0,9}$/.test(iid) || !/^\d+$/.test(project)) {
    return err(
      `${MISSING} this is no pipeline of one (CI_MERGE_REQUEST_IID and CI_MERGE_REQUEST_PROJECT_ID are not set)`
    );
  }
  if (!/^https?:\/\//.test(api) || !URL.canParse(api)) {
    return err(`${MISSING} CI_API_V4_URL is no address`);
  }
  const token = at("GITLAB_TOKEN");
  if (token === "") {
    return err(
      `${MISSING} GITLAB_TOKEN is not set. Make a token of the project with the role Reporter and the scope api`
    );
  }
  if (!/^[\x21-\x7e]+$/.test(token)) return err(`${MISSING} GITLAB_TOKEN is no token`);
  const headSha = at("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") || at("CI_COMMIT_SHA");
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(headSha)) return err(`${MISSING} CI_COMMIT_SHA is no commit`);
  const home = at("CI_MERGE_REQUEST_SOURCE_PROJECT_URL") || at("CI_PROJECT_URL");
  const isHome = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]+)+$/.test(home);
  return ok({
    ...{ apiUrl: new URL(api), project, number: Number(iid), token, headSha },
    blobUrl: isHome ? `${home}/-/blob/${headSha}` : void 0
  });
}

// src/gitlab/notes-api.ts
var NOTE_PATIENCE = { requestMs: 1e4, totalMs: 12e4, secondMs: 1e3 };
var NoteFailure = class extends Error {
  constructor(status) {
    super("GitLab did not do it");
    this.status = status;
  }
  status;
};
var PER_PAGE = 100;
var MAX_PAGES = 30;
var LONGEST_PAGE = 64 * 1024 * 1024;
var TRIES_AGAIN = 2;
var LIMITED = [429];
var TROUBLE = [429, 500, 502, 503, 504];
function askerFor(job, { requestMs, totalMs, secondMs }) {
  const client = distribution_default.create({
    prefixUrl: job.apiUrl,
    headers: { accept: "application/json", "private-token": job.token },
    redirect: "manual",
    timeout: requestMs,
    signal: AbortSignal.timeout(totalMs)
  });
  return async (path, options = {}) => {
    const isPost = options.method === "post";
    const retry = {
      limit: TRIES_AGAIN,
      methods: ["get", "put", "delete", "post"],
      statusCodes: isPost ? LIMITED : TROUBLE,
      afterStatusCodes: LIMITED,
      maxRetryAfter: 60 * secondMs,
      delay: (attempt) => attempt * secondMs,
      // A POST without an answer may have worked.
      shouldRetry: ({ error }) => isPost && !(error instanceof HTTPError) ? false : void 0,
      retryOnTimeout: true
    };
    try {
      const response = await client(path, { ...options, retry });
      const body = response.status === 204 ? void 0 : await jsonAnswer(response, LONGEST_PAGE);
      return { body, next: response.headers.get("x-next-page") ?? "" };
    } catch (error) {
      throw new NoteFailure(statusOf(error));
    }
  };
}
function notesApi(job, patience) {
  const ask = askerFor(job, patience);
  const mergeRequest = `projects/${job.project}/merge_requests/${job.number}`;
  return {
    /** The newest commit of the source branch, and where people see the merge request. */
    async mergeRequest() {
      const { body } = await ask(mergeRequest);
      return { headSha: stringAt(body, "sha"), url: stringAt(body, "web_url") };
    },
    /** Whose token it is. */
    async viewer() {
      return stringAt((await ask("user")).body, "username");
    },
    /** Notes, the oldest first, as far as the page of the first that is `wanted`. */
    async comments(_, wanted) {
      const items = [];
      let page = "1";
      for (let left = MAX_PAGES; left > 0; left--) {
        const searchParams = { sort: "asc", order_by: "created_at", per_page: PER_PAGE, page };
        const { body, next } = await ask(`${mergeRequest}/notes`, { searchParams });
        const notes = Array.isArray(body) ? body.map(noteOf) : [];
        items.push(...notes);
        if (!/^\d+$/.test(next) || notes.some(wanted)) return { items, isWhole: true };
        page = next;
      }
      return { items, isWhole: false };
    },
    async createComment(_, body) {
      return noteOf((await ask(`${mergeRequest}/notes`, { method: "post", json: { body } })).body);
    },
    async updateComment(id, body) {
      return noteOf((await ask(`${mergeRequest}/notes/${id}`, { method: "put", json: { body } })).body);
    },
    /** Done, too, when it is gone already. */
    async deleteComment(id) {
      try {
        await ask(`${mergeRequest}/notes/${id}`, { method: "delete" });
      } catch (error) {
        if (failureOf(error).kind !== "not-found") throw error;
      }
    }
  };
}
var NO_ANSWER = 503;
var SILENCE = ["TimeoutError", "AbortError", "TypeError"];
function statusOf(error) {
  if (error instanceof HTTPError) return error.response.status;
  const name = typeof error === "object" && error !== null && "name" in error ? error.name : void 0;
  return error instanceof TimeoutError || SILENCE.some((one) => one === name) ? NO_ANSWER : 0;
}
function noteOf(note) {
  const login = stringAt(note, "author", "username");
  return {
    id: numberAt(note, "id") ?? 0,
    author: login === void 0 ? void 0 : { login, type: "User" },
    body: stringAt(note, "body") ?? "",
    url: ""
  };
}

// src/gitlab/merge-request-note.ts
function putNote(report, target) {
  return onMergeRequest(target, async ({ api, spot, standing, context }) => {
    const { blocks } = blocksOf(report);
    const summary = {
      ...spot,
      commit: context.commit.slice(0, 7),
      ...toldIn(report),
      isNeeded: report.conclusion === "fail" || isNews(report, blocks),
      render: (past) => withoutQuickActions(renderSummaryComment(report, { ...context, past }).trimEnd())
    };
    await putSummary(api, summary, standing);
    return standing.isUnsure && summary.isNeeded ? TOO_MANY : void 0;
  });
}
function withdrawNote(target) {
  return onMergeRequest(target, async ({ api, spot, standing, context }) => {
    await withdrawSummary(api, spot, standing, withoutQuickActions(renderUnjudged(context)));
    return void 0;
  });
}
async function onMergeRequest({ env, label, patience = NOTE_PATIENCE }, work) {
  const job = mergeRequestJob(env);
  if (!job.ok) return job.error;
  const { headSha, blobUrl, number } = job.value;
  try {
    const api = notesApi(job.value, patience);
    const mergeRequest = await api.mergeRequest();
    if (mergeRequest.headSha !== headSha) return NEWER_COMMIT;
    const spot = { number, key: keyFrom(label ?? "") };
    const standing = await findSummary(api, spot, await api.viewer());
    const context = { label, commit: headSha, blobUrl, wholeIn: "the log of the job" };
    return await work({ api, spot, standing, context });
  } catch (error) {
    return `no note was written on the merge request: ${adviceOn(failureOf(error))}`;
  }
}
var NEWER_COMMIT = "the merge request has a newer commit; its own pipeline will report, so this one writes no note";
var TOO_MANY = "there are too many notes on the merge request to find ours among them, so none was written";
function withoutQuickActions(text) {
  let fence;
  const lines = text.split("\n").map((line) => {
    const [ticks] = /^`{3,}/.exec(line) ?? [];
    if (fence === void 0) {
      fence = ticks;
      return line.replace(/^(\s*)\//, "$1\\/");
    }
    if (ticks === line.trimEnd() && ticks.length >= fence.length) fence = void 0;
    return line;
  });
  return lines.join("\n");
}
function adviceOn({ kind, status }) {
  const answered = `GitLab answered ${status}`;
  switch (kind) {
    case "unauthorized":
      return `${answered}: GITLAB_TOKEN is revoked, expired or mistyped`;
    case "forbidden":
      return `${answered}: GITLAB_TOKEN may not write notes. It needs the role Reporter and the scope api`;
    case "not-found":
      return `${answered}: GITLAB_TOKEN does not see the project. It needs the role Reporter and the scope api`;
    case "refused":
      return `${answered}: it refuses what was to be written`;
    case "limited":
      return `${answered}: it limits the rate of requests. Run the job again later`;
    case "unreachable":
      return "GitLab could not be reached, or did not answer in time. Run the job again later; where it has a certificate of its own, NODE_EXTRA_CA_CERTS names the file";
    case "other":
      return status === 0 ? "GitLab gave an answer that was not expected" : `${answered}, which was not expected`;
  }
}
export {
  putNote,
  withdrawNote,
  withoutQuickActions
};
