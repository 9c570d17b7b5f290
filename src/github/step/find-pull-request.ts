import type { Api, PullRequest } from '../api/api.js';
import { failureOf } from '../api/failure.js';
import type { PullRequestTarget, Target } from './target.js';

/** What a run is about, and what a person should know of the search for it. */
export interface FoundTarget {
  readonly target: Target;
  readonly warnings: readonly string[];
  /** Why nothing is posted, when that is as it should be. */
  readonly note?: string;
}

/** Why there is nothing on the pull request, when the step has no token. */
export const NO_TOKEN =
  'Nothing was posted on the pull request: there is no github-token. The job needs permissions: pull-requests: write.';

/**
 * The pull request that a `workflow_run` or a comment is about. What the artifact of the first run says does not count,
 * since a fork can write anything there: the branch it came from is asked for, and its head must be the commit that ran.
 */
export async function findPullRequest(
  connect: (() => Promise<Api>) | undefined,
  target: Target,
  repository: string,
): Promise<FoundTarget> {
  if (target.kind !== 'workflow-run' && target.kind !== 'commented') return { target, warnings: [] };
  if (connect === undefined) return { target, warnings: [NO_TOKEN] };
  try {
    const api = await connect();
    if (target.kind === 'commented') {
      const pull = await api.pullRequest(target.number);
      return { target: targetOf(pull, 'issue_comment', repository), warnings: [] };
    }
    const { headSha, headOwner, headRepository, headBranch } = target;
    const open = await api.pullRequestsFrom(headOwner, headBranch);
    const found = open.filter((it) => it.headSha === headSha && it.headRepository === headRepository);
    const [pull] = found;
    if (pull === undefined || found.length > 1) return { target, warnings: [], note: noteFor(found.length) };
    return { target: targetOf(pull, 'workflow_run', repository), warnings: [] };
  } catch (error) {
    const { status } = failureOf(error);
    const warning = `The pull request of the run was not found (${status}), so nothing is posted. The job needs permissions: pull-requests: write.`;
    return { target, warnings: [warning] };
  }
}

function targetOf(pull: PullRequest, event: string, repository: string): PullRequestTarget {
  const { number, headSha, headRepository, baseSha, baseRef, author } = pull;
  const isFork = headRepository !== repository;
  return { kind: 'pr', event, number, headSha, baseSha, baseRef, isFork, isDependabot: false, author };
}

function noteFor(found: number): string {
  return found === 0
    ? 'No open pull request has the commit of the first run as its head, so nothing is posted.'
    : `${found} open pull requests have the commit of the first run as their head, so nothing is posted.`;
}
