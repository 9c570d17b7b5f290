import {
  octokitOf
} from "./chunk-2SBAKPOH.js";
import {
  failureOf,
  stringAt
} from "./chunk-ZED27UPZ.js";
import "./chunk-SEWDMQ6Q.js";

// src/github/api/api.ts
var PER_PAGE = 100;
var MAX_FILE_PAGES = 30;
var MAX_COMMENT_PAGES = 30;
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
      return readPages(pages, { limit: MAX_FILE_PAGES, map: changedFile });
    },
    /** Comments below the pull request, the oldest first, as far as the page of the first that is `wanted`. */
    async comments(number, wanted) {
      const query = { ...home, issue_number: number, per_page: PER_PAGE };
      const pages = paginate.iterator(rest.issues.listComments, query);
      return readPages(pages, { limit: MAX_COMMENT_PAGES, map: writtenOf, isLast: wanted });
    },
    async lineComments(number) {
      const pages = paginate.iterator(rest.pulls.listReviewComments, every(number));
      return readPages(pages, {
        limit: MAX_COMMENT_PAGES,
        map: (item) => ({
          ...writtenOf(item),
          path: item.path,
          line: item.line ?? void 0,
          side: item.side ?? "RIGHT"
        })
      });
    },
    async reviews(number) {
      const pages = paginate.iterator(rest.pulls.listReviews, every(number));
      return readPages(pages, {
        limit: MAX_COMMENT_PAGES,
        map: (item) => ({ ...writtenOf(item), state: item.state, commitId: item.commit_id ?? void 0 })
      });
    },
    /** Open pull requests from a branch; `owner` is the fork's. */
    async pullRequestsFrom(owner, branch) {
      const query = { ...home, head: `${owner}:${branch}`, state: "open", per_page: PER_PAGE };
      const { data } = await rest.pulls.list({ ...query });
      return data.map(pullOf);
    }
  };
}
function reads({ rest, graphql }, home) {
  return {
    async pullRequest(number) {
      const { data } = await rest.pulls.get({ ...home, pull_number: number });
      return pullOf(data);
    },
    /** A small page of the list of files: long diffs are left out of large pages. */
    async filesPage(number, page, perPage) {
      const query = { ...home, pull_number: number, per_page: perPage, page };
      const { data } = await rest.pulls.listFiles(query);
      return data.map(changedFile);
    },
    /** What a commit, or the head of a branch, has under a path. What the token may not see is absent too: see `readsAt`. */
    async fileAt(path, ref) {
      try {
        const { data } = await rest.repos.getContent({ ...home, path, ref });
        const content = stringAt(data, "content");
        const isFile = stringAt(data, "type") === "file" && stringAt(data, "encoding") === "base64";
        if (!isFile || content === void 0) return { kind: "no-file" };
        return { kind: "file", text: Buffer.from(content, "base64").toString("utf8") };
      } catch (error) {
        if (failureOf(error).kind === "not-found") return { kind: "absent" };
        throw error;
      }
    },
    /** Lists the files of a commit, or rejects: who may list them is told the truth by `fileAt`. */
    async readsAt(ref) {
      await rest.repos.getContent({ ...home, path: "", ref });
    },
    /** Whose token it is. `GET /user` is refused for the token of a workflow; this is not. */
    async viewer() {
      const answer = await graphql("{ viewer { login } }", {});
      return stringAt(answer, "viewer", "login");
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
      return writtenOf(data);
    },
    /** The same text twice is one change, so this may be repeated. */
    async updateComment(id, body) {
      const { data } = await rest.issues.updateComment({ ...home, comment_id: id, body });
      return writtenOf(data);
    },
    /** Done, too, when it is gone already. */
    async deleteComment(id) {
      try {
        await rest.issues.deleteComment({ ...home, comment_id: id });
      } catch (error) {
        if (failureOf(error).kind !== "not-found") throw error;
      }
    },
    /** Of a comment on a line. */
    async updateLineComment(id, body) {
      await rest.pulls.updateReviewComment({ ...home, comment_id: id, body });
    },
    async createReview(number, { comments, ...draft }) {
      const { data } = await rest.pulls.createReview({
        ...home,
        pull_number: number,
        ...draft,
        comments: [...comments],
        request: ONCE
      });
      return writtenOf(data);
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
function pullOf({ number, head, base, user, changed_files }) {
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
function writtenOf({ id, html_url, body, user }) {
  const author = user === null ? void 0 : { login: user.login, type: user.type };
  return { id, author, body: body ?? "", url: html_url };
}
async function readPages(pages, how) {
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
