import { err, ok, type Result } from '../result.js';

/** The merge request that a job of GitLab runs for, and how to write to it. */
export interface MergeRequestJob {
  /** Of the API, `https://HOST/api/v4`. */
  readonly apiUrl: URL;
  readonly project: string;
  /** The number that people see. */
  readonly number: number;
  readonly token: string;
  /** The newest commit of the source branch when the pipeline began. */
  readonly headSha: string;
  /** Where files are shown at that commit; undefined when the job does not say where the project is. */
  readonly blobUrl: string | undefined;
}

const MISSING = 'no note was written on the merge request:';

/**
 * What GitLab tells a job by its predefined variables (https://docs.gitlab.com/ci/variables/predefined_variables/), and
 * the token, which somebody has to make: that of the job may not write notes. The error is one line for people.
 */
export function mergeRequestJob(
  env: Readonly<Record<string, string | undefined>>,
): Result<MergeRequestJob, string> {
  const at = (name: string): string => env[name] ?? '';
  const [api, project, iid] = [
    at('CI_API_V4_URL'),
    at('CI_MERGE_REQUEST_PROJECT_ID'),
    at('CI_MERGE_REQUEST_IID'),
  ];
  if (!/^[1-9]\d{0,9}$/.test(iid) || !/^\d+$/.test(project)) {
    return err(
      `${MISSING} this is no pipeline of one (CI_MERGE_REQUEST_IID and CI_MERGE_REQUEST_PROJECT_ID are not set)`,
    );
  }
  if (!/^https?:\/\//.test(api) || !URL.canParse(api)) {
    return err(`${MISSING} CI_API_V4_URL is no address`);
  }
  const token = at('GITLAB_TOKEN');
  if (token === '') {
    return err(
      `${MISSING} GITLAB_TOKEN is not set. Make a token of the project with the role Reporter and the scope api`,
    );
  }
  if (!/^[\x21-\x7e]+$/.test(token)) return err(`${MISSING} GITLAB_TOKEN is no token`);
  // A pipeline of merged results runs on a commit that is in no branch.
  const headSha = at('CI_MERGE_REQUEST_SOURCE_BRANCH_SHA') || at('CI_COMMIT_SHA');
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(headSha)) return err(`${MISSING} CI_COMMIT_SHA is no commit`);
  const home = at('CI_MERGE_REQUEST_SOURCE_PROJECT_URL') || at('CI_PROJECT_URL');
  const isHome = /^https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]+)+$/.test(home);
  return ok({
    ...{ apiUrl: new URL(api), project, number: Number(iid), token, headSha },
    blobUrl: isHome ? `${home}/-/blob/${headSha}` : undefined,
  });
}
