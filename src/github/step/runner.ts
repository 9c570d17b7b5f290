import { readFileSync } from 'node:fs';

import { isSha } from '../api/payload.js';

/** What the runner says by its environment. */
export interface Runner {
  readonly workspace: string;
  readonly repository: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly event: {
    readonly name: string;
    readonly payload: unknown;
    readonly sha: string;
    readonly actor: string;
  };
  /** Run and attempt. */
  readonly run: string;
  /** Of the job summary. */
  readonly runUrl: string;
  /** Tells this job apart from others of the repository. */
  readonly job: string;
  /** For files that the next steps may read. */
  readonly temp: string;
  readonly summaryFile: string | undefined;
}

/** Reads the environment; what is missing is empty, as on a machine that is no runner. */
export function readRunner(env: Readonly<Record<string, string | undefined>>, folder: string): Runner {
  // The runner leaves out, or leaves empty.
  const given = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const matching = (name: string, form: RegExp): string | undefined => form.exec(env[name] ?? '')?.[0];
  const serverUrl = given('GITHUB_SERVER_URL') ?? 'https://github.com';
  const repository = matching('GITHUB_REPOSITORY', /^[\w.-]+\/[\w.-]+$/) ?? '';
  // Digits alone: they become part of a marker.
  const id = matching('GITHUB_RUN_ID', /^\d{1,20}$/) ?? '0';
  const attempt = matching('GITHUB_RUN_ATTEMPT', /^\d{1,20}$/) ?? '1';
  const sha = given('GITHUB_SHA') ?? '';
  return {
    workspace: given('GITHUB_WORKSPACE') ?? folder,
    repository,
    apiUrl: given('GITHUB_API_URL') ?? 'https://api.github.com',
    serverUrl,
    event: {
      name: given('GITHUB_EVENT_NAME') ?? '',
      payload: payloadOf(given('GITHUB_EVENT_PATH')),
      sha: isSha(sha) ? sha : '',
      actor: given('GITHUB_ACTOR') ?? '',
    },
    run: `${id}.${attempt}`,
    runUrl: `${serverUrl}/${repository}/actions/runs/${id}/attempts/${attempt}`,
    job: `${given('GITHUB_WORKFLOW') ?? ''} ${given('GITHUB_JOB') ?? ''}`,
    temp: given('RUNNER_TEMP') ?? folder,
    summaryFile: given('GITHUB_STEP_SUMMARY'),
  };
}

/** The event file is made by GitHub; without one, or with a broken one, the event is about a commit at most. */
function payloadOf(path: string | undefined): unknown {
  try {
    return path === undefined ? undefined : JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
