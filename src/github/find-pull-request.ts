import type { Api } from './api.js';
import { failureOf } from './failure.js';
import type { Target } from './target.js';

/**
 * The pull request that a `workflow_run` is about. What the artifact of the first run says does not count, since a
 * fork can write anything there: the branch it came from is asked for, and its head must be the commit that ran.
 */
export async function findPullRequest(
  connect: (() => Promise<Api>) | undefined,
  target: Target,
  repository: string,
): Promise<{ readonly target: Target; readonly warnings: readonly string[] }> {
  if (target.kind !== 'workflow-run') return { target, warnings: [] };
  const { headSha, headOwner, headRepository, headBranch } = target;
  if (connect === undefined) return { target, warnings: [] };
  try {
    const api = await connect();
    const open = await api.pullRequestsFrom(headOwner, headBranch);
    const found = open.filter((it) => it.headSha === headSha && it.headRepository === headRepository);
    const [pull] = found;
    if (pull === undefined || found.length > 1) return { target, warnings: [] };
    return {
      target: {
        kind: 'pr',
        event: 'workflow_run',
        number: pull.number,
        headSha,
        baseSha: pull.baseSha,
        baseRef: pull.baseRef,
        isFork: headRepository !== repository,
        isDependabot: false,
        author: pull.author,
      },
      warnings: [],
    };
  } catch (error) {
    const { status } = failureOf(error);
    const warning = `The pull request of the run was not found (${status}), so nothing is posted. The job needs permissions: pull-requests: write.`;
    return { target, warnings: [warning] };
  }
}
