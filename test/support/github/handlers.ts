import { fileRows, placeFaults } from './diff.js';
import type { FakeLineComment, FakeReview, FakeUser, FakeWorld, FakeWritten, Identity } from './world.js';

type Json = Record<string, unknown>;

/** A request that the description allows. */
export interface Call {
  readonly world: FakeWorld;
  readonly identity: Identity;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Json;
}

/** What goes back. A list is cut into pages by the server; `sample` fills the fields that are left out here. */
export interface Answer {
  readonly status: number;
  readonly data: Json | readonly Json[];
}

const MAX_BODY = 65_536;
const FILE_LIMIT = 3000;
const TOO_LONG = 'Body is too long (maximum is 65536 characters)';

function refused(...errors: readonly string[]): Answer {
  return { status: 422, data: { message: 'Unprocessable Entity', errors, documentation_url: DOCS } };
}

const DOCS = 'https://docs.github.com/rest';

/** An error in GitHub's form. */
export function problem(status: number, message: string): Answer {
  return { status, data: { message, documentation_url: DOCS, status: String(status) } };
}

const NOT_FOUND = problem(404, 'Not Found');

function url({ repository, pull }: FakeWorld, anchor: string): string {
  return `https://github.test/${repository}/pull/${pull.number}#${anchor}`;
}

function pullData(world: FakeWorld): Json {
  const { number, headSha, headRef, headRepository, baseSha, baseRef, author, state } = world.pull;
  return {
    number,
    state,
    user: author,
    head: {
      sha: headSha,
      ref: headRef,
      repo: headRepository === null ? null : { full_name: headRepository },
    },
    base: { sha: baseSha, ref: baseRef, repo: { full_name: world.repository } },
    changed_files: world.files.length,
  };
}

function commentData(world: FakeWorld, { id, user, body }: FakeWritten): Json {
  return { id, user, body, html_url: url(world, `issuecomment-${id}`) };
}

function reviewData(world: FakeWorld, { id, user, body, state, commit_id }: FakeReview): Json {
  return { id, user, body, state, commit_id, html_url: url(world, `pullrequestreview-${id}`) };
}

function lineCommentData(world: FakeWorld, comment: FakeLineComment): Json {
  const { id, user, body, path, line, side, start_line, pull_request_review_id } = comment;
  return {
    id,
    user,
    body,
    path,
    ...(line === null ? {} : { line }),
    side,
    start_line,
    pull_request_review_id,
    html_url: url(world, `discussion_r${id}`),
  };
}

function getContent({ world, path, query }: Call): Answer {
  const file = path['path'] ?? '';
  if (file === '') return { status: 200, data: [] };
  const place = `${query.get('ref') ?? world.pull.baseSha}:${file}`;
  const text = world.contents.get(place);
  if ([...world.contents.keys()].some((key) => key.startsWith(`${place}/`))) return { status: 200, data: [] };
  if (text === undefined) return NOT_FOUND;
  const content = Buffer.from(text)
    .toString('base64')
    .replace(/(.{60})/g, '$1\n');
  const self = `https://github.test/contents/${encodeURIComponent(file)}`;
  const links = { html_url: null, git_url: null, download_url: null, url: self };
  return {
    status: 200,
    data: {
      type: 'file',
      encoding: 'base64',
      size: Buffer.byteLength(text),
      name: file.split('/').at(-1),
      path: file,
      sha: 'f'.repeat(40),
      content,
      ...links,
      _links: { git: null, html: null, self },
    },
  };
}

function listPulls({ world, query }: Call): Answer {
  const { headRef, headRepository, state } = world.pull;
  const head = `${headRepository?.split('/')[0] ?? ''}:${headRef}`;
  const isIt = query.get('head') === head && query.get('state') === state;
  return { status: 200, data: isIt ? [pullData(world)] : [] };
}

function getPull({ world, path }: Call): Answer {
  return path['pull_number'] === String(world.pull.number)
    ? { status: 200, data: pullData(world) }
    : NOT_FOUND;
}

function listReviews({ world, identity }: Call): Answer {
  const shown = world.reviews.filter(
    ({ state, user }) => state !== 'PENDING' || user.login === identity.login,
  );
  return { status: 200, data: shown.map((review) => reviewData(world, review)) };
}

function userOf({ login, type }: Identity): FakeUser {
  return { login, type };
}

const STATES = { COMMENT: 'COMMENTED', REQUEST_CHANGES: 'CHANGES_REQUESTED', APPROVE: 'APPROVED' } as const;

function createReview(call: Call): Answer {
  const { world, identity, body } = call;
  const {
    event,
    comments = [],
    commit_id: commit = world.pull.headSha,
    body: text = '',
  } = body as {
    event?: keyof typeof STATES;
    comments?: Json[];
    commit_id?: string;
    body?: string;
  };
  const faults = reviewFaults(call, { event, comments, text });
  if (faults.length > 0) return refused(...faults);
  const review: FakeReview = {
    id: world.nextId(),
    user: userOf(identity),
    body: text,
    state: event === undefined ? 'PENDING' : STATES[event],
    commit_id: commit,
  };
  world.reviews.push(review);
  for (const { path, body: words, line, side = 'RIGHT', start_line } of comments) {
    world.lineComments.push({
      id: world.nextId(),
      user: userOf(identity),
      body: String(words),
      path: String(path),
      line: Number(line),
      side: String(side),
      start_line: start_line === undefined ? null : Number(start_line),
      pull_request_review_id: review.id,
    });
  }
  return { status: 200, data: reviewData(world, review) };
}

function reviewFaults(
  { world, identity }: Call,
  { event, comments, text }: { event: keyof typeof STATES | undefined; comments: Json[]; text: string },
): readonly string[] {
  const { login } = identity;
  if (world.reviews.some(({ state, user }) => state === 'PENDING' && user.login === login)) {
    return ['User can only have one pending review per pull request'];
  }
  if (event !== undefined && event !== 'COMMENT' && world.pull.author.login === login) {
    const verb = event === 'APPROVE' ? 'approve' : 'request changes on';
    return [`Review Can not ${verb} your own pull request`];
  }
  if (event === 'APPROVE') return ['GitHub Actions is not permitted to approve pull requests.'];
  if (text === '' && event !== undefined) return ['Body can not be blank'];
  if ([text, ...comments.map(({ body }) => String(body))].some((it) => it.length > MAX_BODY))
    return [TOO_LONG];
  return [...new Set(comments.flatMap((comment) => placeFaults(comment, world.files)))];
}

function withReview(call: Call, then: (review: FakeReview) => Answer): Answer {
  const review = call.world.reviews.find(({ id }) => String(id) === call.path['review_id']);
  return review === undefined ? NOT_FOUND : then(review);
}

function updateReview(call: Call): Answer {
  return withReview(call, (review) => {
    review.body = String(call.body['body']);
    return { status: 200, data: reviewData(call.world, review) };
  });
}

function deleteReview(call: Call): Answer {
  return withReview(call, (review) => {
    if (review.state !== 'PENDING') return refused('Can not delete a non-pending pull request review');
    call.world.reviews.splice(call.world.reviews.indexOf(review), 1);
    return { status: 200, data: reviewData(call.world, review) };
  });
}

function dismissReview(call: Call): Answer {
  return withReview(call, (review) => {
    if (call.world.isDismissalRestricted) {
      return refused('Branch protections do not permit dismissing this review');
    }
    if (review.state !== 'APPROVED' && review.state !== 'CHANGES_REQUESTED') {
      return refused(`Can not dismiss a ${review.state.toLowerCase()} pull request review`);
    }
    review.state = 'DISMISSED';
    return { status: 200, data: reviewData(call.world, review) };
  });
}

function createComment({ world, identity, body }: Call): Answer {
  const text = String(body['body']);
  if (text.length > MAX_BODY) return refused(TOO_LONG);
  return { status: 201, data: commentData(world, world.addComment(userOf(identity), text)) };
}

function updateComment({ world, path, identity, body }: Call): Answer {
  const comment = world.comments.find(({ id }) => String(id) === path['comment_id']);
  const text = String(body['body']);
  if (comment === undefined) return NOT_FOUND;
  if (comment.user.login !== identity.login) return problem(403, 'Resource not accessible by integration');
  if (text.length > MAX_BODY) return refused(TOO_LONG);
  comment.body = text;
  return { status: 200, data: commentData(world, comment) };
}

function deleteComment({ world, path, identity }: Call): Answer {
  const index = world.comments.findIndex(({ id }) => String(id) === path['comment_id']);
  const comment = world.comments[index];
  if (comment === undefined) return NOT_FOUND;
  if (comment.user.login !== identity.login) return problem(403, 'Resource not accessible by integration');
  world.comments.splice(index, 1);
  return { status: 204, data: {} };
}

function updateLineComment({ world, path, identity, body }: Call): Answer {
  const comment = world.lineComments.find(({ id }) => String(id) === path['comment_id']);
  const text = String(body['body']);
  if (comment === undefined) return NOT_FOUND;
  if (comment.user.login !== identity.login) return problem(403, 'Resource not accessible by integration');
  if (text.length > MAX_BODY) return refused(TOO_LONG);
  comment.body = text;
  return { status: 200, data: lineCommentData(world, comment) };
}

const list =
  (rows: (world: FakeWorld) => readonly Json[]) =>
  ({ world }: Call): Answer => ({ status: 200, data: rows(world) });

/** What GitHub does, by operation. */
export const HANDLERS: Readonly<Record<string, (call: Call) => Answer>> = {
  'GET /repos/{owner}/{repo}/contents/{path}': getContent,
  'GET /repos/{owner}/{repo}/pulls': listPulls,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': getPull,
  // The rows are made page by page: what is left out depends on the page.
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': list(({ files }) =>
    files.slice(0, FILE_LIMIT).map((file) => ({ ...file })),
  ),
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments': list((world) =>
    world.lineComments.map((comment) => lineCommentData(world, comment)),
  ),
  'PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}': updateLineComment,
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': list((world) =>
    world.comments.map((comment) => commentData(world, comment)),
  ),
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': createComment,
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': updateComment,
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': deleteComment,
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews': listReviews,
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews': createReview,
  'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}': updateReview,
  'DELETE /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}': deleteReview,
  'PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals': dismissReview,
};

/** The page of a list as GitHub makes it. */
export function pageRows(operation: string, rows: readonly Json[]): readonly Json[] {
  return operation.endsWith('/files') ? fileRows(rows as never) : rows;
}
