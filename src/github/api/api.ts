import type { FileAtCommit } from '../../edge/git-base.js';
import { failureOf } from './failure.js';
import { type Connection, octokitOf } from './octokit.js';
import { stringAt } from './payload.js';

/** A pull request as it is now. */
export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  /** `owner/name`; undefined when the fork was deleted. */
  readonly headRepository: string | undefined;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly author: string | undefined;
  /** How many files there are; undefined when it was read from a list. */
  readonly changedFiles: number | undefined;
}

/** A file of a pull request. */
export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: string;
  /** Lines added and deleted. */
  readonly changes: number;
  readonly patch: string | undefined;
}

/** Who wrote a comment. */
export interface Author {
  readonly login: string;
  /** `Bot`, `User` or `Organization`. */
  readonly type: string;
}

/** A comment or a review. A deleted author is undefined. */
export interface Written {
  readonly id: number;
  readonly author: Author | undefined;
  readonly body: string;
  readonly url: string;
}

/** A comment on a line. */
export interface LineComment extends Written {
  readonly path: string;
  /** Undefined when it is outdated: the line is no longer in the diff. */
  readonly line: number | undefined;
  /** `LEFT`: of the base. */
  readonly side: string;
}

/** A submitted or pending review. */
export interface Review extends Written {
  readonly state: string;
  readonly commitId: string | undefined;
}

/** A comment of a review that is about to be posted. `start_line` is given for ranges only. */
export interface DraftComment {
  readonly path: string;
  readonly body: string;
  readonly line: number;
  readonly side: 'LEFT' | 'RIGHT';
  readonly start_line?: number;
  readonly start_side?: 'LEFT' | 'RIGHT';
}

/** A review that is about to be posted. */
export interface DraftReview {
  readonly commit_id: string;
  readonly event: 'COMMENT' | 'REQUEST_CHANGES';
  readonly body: string;
  readonly comments: readonly DraftComment[];
}

/** A list that was read page by page; `isWhole` is false when it has more pages than we read. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly isWhole: boolean;
}

const PER_PAGE = 100;
/** GitHub lists at most 3,000 files. */
const MAX_FILE_PAGES = 30;
/** GitHub takes some 2,500 comments on a pull request; more pages than that come from something else. */
const MAX_COMMENT_PAGES = 30;

/** A request that may have taken effect although the answer is an error; see `createOnce`. */
const ONCE = { retries: 0 };

type Octokit = Awaited<ReturnType<typeof octokitOf>>;

/** The repository of the pull request, not the one it comes from. */
interface Home {
  readonly owner: string;
  readonly repo: string;
}

/** The calls that this product makes, and no other. Each rejects with what octokit throws; see `failureOf`. */
export type Api = Awaited<ReturnType<typeof connect>>;

/** Loads the client; sends nothing. */
export async function connect(connection: Connection & Home) {
  const octokit = await octokitOf(connection);
  const home = { owner: connection.owner, repo: connection.repo };
  return { ...lists(octokit, home), ...reads(octokit, home), ...writes(octokit, home) };
}

function lists(octokit: Octokit, home: Home) {
  const { rest, paginate } = octokit;
  const every = (pull_number: number) => ({ ...home, pull_number, per_page: PER_PAGE });
  return {
    async files(number: number): Promise<Listed<ChangedFile>> {
      const pages = paginate.iterator(rest.pulls.listFiles, every(number));
      return readPages(pages, { limit: MAX_FILE_PAGES, map: changedFile });
    },

    /** Comments below the pull request, the oldest first, as far as the page of the first that is `wanted`. */
    async comments(number: number, wanted: (comment: Written) => boolean): Promise<Listed<Written>> {
      const query = { ...home, issue_number: number, per_page: PER_PAGE };
      const pages = paginate.iterator(rest.issues.listComments, query);
      return readPages(pages, { limit: MAX_COMMENT_PAGES, map: writtenOf, isLast: wanted });
    },

    async lineComments(number: number): Promise<Listed<LineComment>> {
      const pages = paginate.iterator(rest.pulls.listReviewComments, every(number));
      return readPages(pages, {
        limit: MAX_COMMENT_PAGES,
        map: (item) => ({
          ...writtenOf(item),
          path: item.path,
          line: item.line ?? undefined,
          side: item.side ?? 'RIGHT',
        }),
      });
    },

    async reviews(number: number): Promise<Listed<Review>> {
      const pages = paginate.iterator(rest.pulls.listReviews, every(number));
      return readPages(pages, {
        limit: MAX_COMMENT_PAGES,
        map: (item) => ({ ...writtenOf(item), state: item.state, commitId: item.commit_id ?? undefined }),
      });
    },

    /** Open pull requests from a branch; `owner` is the fork's. */
    async pullRequestsFrom(owner: string, branch: string): Promise<readonly PullRequest[]> {
      const query = { ...home, head: `${owner}:${branch}`, state: 'open', per_page: PER_PAGE } as const;
      const { data } = await rest.pulls.list({ ...query });
      return data.map(pullOf);
    },
  };
}

function reads({ rest, graphql }: Octokit, home: Home) {
  return {
    async pullRequest(number: number): Promise<PullRequest> {
      const { data } = await rest.pulls.get({ ...home, pull_number: number });
      return pullOf(data);
    },

    /** A small page of the list of files: long diffs are left out of large pages. */
    async filesPage(number: number, page: number, perPage: number): Promise<readonly ChangedFile[]> {
      const query = { ...home, pull_number: number, per_page: perPage, page };
      const { data } = await rest.pulls.listFiles(query);
      return data.map(changedFile);
    },

    /** What a commit, or the head of a branch, has under a path. What the token may not see is absent too: see `readsAt`. */
    async fileAt(path: string, ref: string): Promise<FileAtCommit> {
      try {
        const { data } = await rest.repos.getContent({ ...home, path, ref });
        const content = stringAt(data, 'content');
        const isFile = stringAt(data, 'type') === 'file' && stringAt(data, 'encoding') === 'base64';
        if (!isFile || content === undefined) return { kind: 'no-file' };
        return { kind: 'file', text: Buffer.from(content, 'base64').toString('utf8') };
      } catch (error) {
        if (failureOf(error).kind === 'not-found') return { kind: 'absent' };
        throw error;
      }
    },

    /** Lists the files of a commit, or rejects: who may list them is told the truth by `fileAt`. */
    async readsAt(ref: string): Promise<void> {
      await rest.repos.getContent({ ...home, path: '', ref });
    },

    /** Whose token it is. `GET /user` is refused for the token of a workflow; this is not. */
    async viewer(): Promise<string | undefined> {
      const answer: unknown = await graphql('{ viewer { login } }', {});
      return stringAt(answer, 'viewer', 'login');
    },
  };
}

function writes({ rest }: Octokit, home: Home) {
  return {
    async createComment(number: number, body: string): Promise<Written> {
      const { data } = await rest.issues.createComment({
        ...home,
        issue_number: number,
        body,
        request: ONCE,
      });
      return writtenOf(data);
    },

    /** The same text twice is one change, so this may be repeated. */
    async updateComment(id: number, body: string): Promise<Written> {
      const { data } = await rest.issues.updateComment({ ...home, comment_id: id, body });
      return writtenOf(data);
    },

    /** Done, too, when it is gone already. */
    async deleteComment(id: number): Promise<void> {
      try {
        await rest.issues.deleteComment({ ...home, comment_id: id });
      } catch (error) {
        if (failureOf(error).kind !== 'not-found') throw error;
      }
    },

    /** Of a comment on a line. */
    async updateLineComment(id: number, body: string): Promise<void> {
      await rest.pulls.updateReviewComment({ ...home, comment_id: id, body });
    },

    async createReview(number: number, { comments, ...draft }: DraftReview): Promise<Written> {
      const { data } = await rest.pulls.createReview({
        ...home,
        pull_number: number,
        ...draft,
        comments: [...comments],
        request: ONCE,
      });
      return writtenOf(data);
    },

    async updateReview(number: number, review_id: number, body: string): Promise<void> {
      await rest.pulls.updateReview({ ...home, pull_number: number, review_id, body });
    },

    async dismissReview(number: number, review_id: number, message: string): Promise<void> {
      await rest.pulls.dismissReview({ ...home, pull_number: number, review_id, message });
    },

    async deletePendingReview(number: number, review_id: number): Promise<void> {
      await rest.pulls.deletePendingReview({ ...home, pull_number: number, review_id });
    },
  };
}

interface PullData {
  readonly number: number;
  readonly head: { readonly sha: string; readonly repo: { readonly full_name: string } | null };
  readonly base: { readonly sha: string; readonly ref: string };
  readonly user: { readonly login: string } | null;
  readonly changed_files?: number;
}

function pullOf({ number, head, base, user, changed_files }: PullData): PullRequest {
  return {
    number,
    headSha: head.sha,
    headRepository: head.repo?.full_name,
    baseSha: base.sha,
    baseRef: base.ref,
    author: user?.login,
    changedFiles: changed_files,
  };
}

interface FileData {
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: string;
  readonly changes: number;
  readonly patch?: string;
}

function changedFile({ filename, previous_filename, status, changes, patch }: FileData): ChangedFile {
  return { path: filename, previousPath: previous_filename, status, changes, patch };
}

interface WrittenData {
  readonly id: number;
  readonly html_url: string;
  readonly body?: string | null;
  readonly user: { readonly login: string; readonly type: string } | null;
}

function writtenOf({ id, html_url, body, user }: WrittenData): Written {
  const author = user === null ? undefined : { login: user.login, type: user.type };
  return { id, author, body: body ?? '', url: html_url };
}

async function readPages<S, T>(
  pages: AsyncIterable<{ readonly data: readonly S[] }>,
  how: {
    readonly limit: number;
    readonly map: (item: S) => T;
    readonly isLast?: (item: T) => boolean;
  },
): Promise<Listed<T>> {
  const items: T[] = [];
  let left = how.limit;
  for await (const { data } of pages) {
    // One page too many was asked for only to learn that there is one.
    if (left-- === 0) return { items, isWhole: false };
    const page = data.map(how.map);
    items.push(...page);
    if (how.isLast !== undefined && page.some(how.isLast)) break;
  }
  return { items, isWhole: true };
}
