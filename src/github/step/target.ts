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
  /** `baseSha`: where the configuration counts from; undefined: the checked out files. */
  | { readonly kind: 'commit'; readonly sha: string; readonly baseSha: string | undefined }
  | { readonly kind: 'none' };

/**
 * Whether a run for this event is the change's own: then the token is as weak as whoever proposes the change, and what
 * lies on the disk is no more than the change itself. Other runs have a strong token, and must not trust the disk.
 */
export function isOwnRun(event: string): boolean {
  return event !== 'pull_request_target' && event !== 'workflow_run';
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
    default:
      return ownPullRequest(event) ?? commit(event.sha);
  }
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
