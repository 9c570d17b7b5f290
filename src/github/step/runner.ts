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
  const text = (name: string): string => env[name] ?? '';
  const serverUrl = env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const [id, attempt] = [text('GITHUB_RUN_ID'), text('GITHUB_RUN_ATTEMPT')].map((it) => digits(it));
  const repository = text('GITHUB_REPOSITORY');
  const summaryFile = text('GITHUB_STEP_SUMMARY');
  return {
    workspace: text('GITHUB_WORKSPACE') === '' ? folder : text('GITHUB_WORKSPACE'),
    repository: /^[\w.-]+\/[\w.-]+$/.test(repository) ? repository : '',
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    serverUrl,
    event: {
      name: text('GITHUB_EVENT_NAME'),
      payload: payloadOf(text('GITHUB_EVENT_PATH')),
      sha: isSha(text('GITHUB_SHA')) ? text('GITHUB_SHA') : '',
      actor: text('GITHUB_ACTOR'),
    },
    run: `${id ?? '0'}.${attempt ?? '1'}`,
    runUrl: `${serverUrl}/${repository}/actions/runs/${id ?? '0'}/attempts/${attempt ?? '1'}`,
    job: `${text('GITHUB_WORKFLOW')} ${text('GITHUB_JOB')}`,
    temp: text('RUNNER_TEMP') === '' ? folder : text('RUNNER_TEMP'),
    summaryFile: summaryFile === '' ? undefined : summaryFile,
  };
}

/** Digits alone: they become part of a marker. */
function digits(text: string): string | undefined {
  return /^\d{1,20}$/.test(text) ? text : undefined;
}

/** The event file is made by GitHub; without one, or with a broken one, the event is about a commit at most. */
function payloadOf(path: string): unknown {
  try {
    return path === '' ? undefined : JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
