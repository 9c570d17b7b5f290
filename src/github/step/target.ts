import { at, isSha, numberAt, shaAt, stringAt } from '../api/payload.js';

/** What the runner says of the event. */
export interface EventInput {
  readonly name: string;
  /** The parsed event file. */
  readonly payload: unknown;
  /** `GITHUB_SHA`. */
  readonly sha: string;
  readonly actor: string;
}

/** A pull request at the commit that is judged. */
export interface PullRequestTarget {
  readonly kind: 'pr';
  readonly event: string;
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly isFork: boolean;
  /** Dependabot's runs get a read-only token, as a fork's do. */
  readonly isDependabot: boolean;
  readonly author: string | undefined;
}

/** What a run is about. */
export type Target =
  | PullRequestTarget
  /** A run after another one; which pull request it belongs to is not in the payload of a fork. */
  | {
      readonly kind: 'workflow-run';
      readonly headSha: string;
      readonly headOwner: string;
      readonly headRepository: string;
      readonly headBranch: string;
      /** The commit of the default branch that this run runs on. */
      readonly sha: string;
    }
  /** A comment on a pull request: the event tells its number alone. */
  | { readonly kind: 'commented'; readonly number: number }
  /** `baseSha`: of the change that the commit makes, where the event tells of one. */
  | { readonly kind: 'commit'; readonly sha: string; readonly baseSha: string | undefined }
  | { readonly kind: 'none' };

/**
 * Whether a run for this event is the change's own: then the token is as weak as whoever proposes the change, and what
 * lies on the disk is no more than the change itself. Other runs have a strong token, and must not trust the disk.
 */
export function isOwnRun(event: string): boolean {
  return !['pull_request_target', 'workflow_run', 'issue_comment'].includes(event);
}

const DEPENDABOT = 'dependabot[bot]';

/**
 * What the event is about. `GITHUB_SHA` is never taken for the head of a pull request: there it is the merge commit,
 * or the default branch. An event that is not known is about the pull request that it tells of, else about its commit.
 */
export function resolveTarget(event: EventInput): Target {
  const { name, payload } = event;
  switch (name) {
    case 'push':
      return commit(shaAt(payload, 'after') ?? event.sha);
    case 'merge_group':
      return commit(
        shaAt(payload, 'merge_group', 'head_sha') ?? event.sha,
        shaAt(payload, 'merge_group', 'base_sha'),
      );
    case 'workflow_run':
      // What is checked out may come from the first run, so it has no say.
      return workflowRun(event) ?? commit(event.sha, event.sha);
    case 'issue_comment':
      return commented(event) ?? commit(event.sha);
    default:
      return ownPullRequest(event) ?? commit(event.sha);
  }
}

function commented({ payload }: EventInput): Target | undefined {
  const isOnPull = at(payload, 'issue', 'pull_request') !== undefined;
  const number = isOnPull ? numberAt(payload, 'issue', 'number') : undefined;
  return number === undefined ? undefined : { kind: 'commented', number };
}

/** Where the configuration of a run counts from, so that a change cannot waive itself. */
export type Trust =
  /** Nobody proposes anything: what is checked out is what counts. */
  | { readonly kind: 'checkout' }
  /** A commit or a branch, whatever is checked out. */
  | { readonly kind: 'ref'; readonly ref: string }
  /** It cannot be told: `why` is a line for people. */
  | { readonly kind: 'nowhere'; readonly why: string };

/** Events of what is in the repository already; whoever can bring them about may write there. */
const SETTLED: readonly string[] = ['push', 'schedule', 'release', ''];

/**
 * Of a pull request or merge group it is the base; after another run the commit of that event. Runs that somebody
 * starts (`workflow_dispatch`, a comment, a deployment …) may check out the head of a pull request: there the default
 * branch counts.
 */
export function trustOf({ name, payload }: EventInput, target: Target): Trust {
  switch (target.kind) {
    case 'pr':
      return { kind: 'ref', ref: target.baseSha };
    case 'workflow-run':
      return target.sha === '' ? untold('the event tells no commit') : { kind: 'ref', ref: target.sha };
    case 'commented':
      return untold('the pull request of the comment is not known; the step needs github-token');
    case 'commit':
      if (target.baseSha !== undefined) return { kind: 'ref', ref: target.baseSha };
      break;
    case 'none':
      break;
  }
  if (SETTLED.includes(name)) return { kind: 'checkout' };
  if (name.startsWith('pull_request')) return untold('the event file tells no pull request with a base');
  const branch = stringAt(payload, 'repository', 'default_branch');
  return branch === undefined
    ? untold(`the event (${name}) tells no default branch`)
    : { kind: 'ref', ref: branch };
}

function untold(why: string): Trust {
  return { kind: 'nowhere', why };
}

function commit(sha: string, baseSha?: string): Target {
  return isSha(sha) ? { kind: 'commit', sha, baseSha } : { kind: 'none' };
}

function ownPullRequest({ name, payload, actor }: EventInput): PullRequestTarget | undefined {
  const number = numberAt(payload, 'pull_request', 'number');
  const headSha = shaAt(payload, 'pull_request', 'head', 'sha');
  const baseSha = shaAt(payload, 'pull_request', 'base', 'sha');
  const baseRef = stringAt(payload, 'pull_request', 'base', 'ref');
  if (number === undefined || headSha === undefined || baseSha === undefined || baseRef === undefined) {
    return undefined;
  }
  return {
    kind: 'pr',
    event: name,
    number,
    headSha,
    baseSha,
    baseRef,
    isFork: isFork(at(payload, 'pull_request')),
    isDependabot: actor === DEPENDABOT,
    author: stringAt(payload, 'pull_request', 'user', 'login'),
  };
}

/** The head repository is null when the fork was deleted. */
function isFork(pull: unknown): boolean {
  const head = stringAt(pull, 'head', 'repo', 'full_name');
  return head === undefined || head !== stringAt(pull, 'base', 'repo', 'full_name');
}

/** `workflow_run.pull_requests` is empty for forks, and the artifact may lie: only the commit counts. */
function workflowRun({ payload, sha }: EventInput): Target | undefined {
  const run = at(payload, 'workflow_run');
  const headSha = shaAt(run, 'head_sha');
  const headRepository = stringAt(run, 'head_repository', 'full_name');
  const headOwner = stringAt(run, 'head_repository', 'owner', 'login');
  const headBranch = stringAt(run, 'head_branch');
  const isForPull = (stringAt(run, 'event') ?? '').startsWith('pull_request');
  if (!isForPull || headSha === undefined || headBranch === undefined) return undefined;
  if (headRepository === undefined || headOwner === undefined) return undefined;
  return { kind: 'workflow-run', headSha, headOwner, headRepository, headBranch, sha };
}
