import path from 'node:path';

import { compare, distinct } from '../collections.js';
import { PLAN_BYTES } from '../edge/engine.js';
import { fileBehind } from '../edge/files.js';
import { type Format, type FormatOptions, FORMATS, type Renderer } from '../format/formats.js';
import type { TextOptions } from '../format/text/text.js';
import type { Report } from '../report/report.js';
import { isNothingJudged } from '../report/verdict.js';
import { err, ok, type Result } from '../result.js';
import { isConfiguration, MAIN_FILE, usualFile } from '../source/files/paths.js';
import type { SourceReader } from '../source/files/reader.js';
import { VERSION } from '../version.js';
import { inputBytes, mayNotFit } from './budget.js';
import type { ExitStatus } from './exit-status.js';
import type { Apart } from './fleet/judge-apart.js';
import {
  type FilesInput,
  judgeFiles,
  type PlanFile,
  type RunError,
  type RunResult,
  type SourceOf,
} from './judge-files.js';
import { type FilesRequest, runErrorLine, withFiles } from './with-files.js';

/** What an edge asks for, and how the world answers it. Errors are lines for people. */
export interface CheckRequest extends FilesRequest {
  /** A run that shows no cluster is no pass. */
  readonly requiresCluster: boolean;
  /** An earlier `effectiveFingerprint`: the exit status says whether it still holds, and findings do not count. */
  readonly unchangedSince?: string | undefined;
  /** How plans are judged in threads, when they are many or large; left out, they never are, and a page in HTML has paths. */
  readonly apart?: Apart | undefined;
  /** What a person should know of how the report was made. */
  readonly note: (sentence: string) => void;
  /** Gives the report to whoever asked. An error means that it did not get there. */
  readonly answer: (report: Report, render: Render, sourceOf: SourceOf) => Promise<Result<undefined, string>>;
}

/** The report in one of the formats. */
export type Render = (format: Format, terminal?: TextOptions) => Promise<string>;

/**
 * The sequence of a check, from what is asked to the exit status: the same for the command line and the Action. The
 * error says in one line why there is no verdict.
 */
export async function check(request: CheckRequest): Promise<Result<ExitStatus, string>> {
  const worked = await withFiles(request, async (input) => {
    const result = await judgePlans(input, request);
    return result.ok ? result : err(runErrorLine(result.error));
  });
  if (!worked.ok) return worked;
  const { input, settle, value } = worked.value;
  const { report, notes, sourceOf, ...paths } = value;
  if (request.requiresCluster && isNothingJudged(report)) return err(NO_CLUSTER);
  for (const sentence of distinct(notes.flat())) request.note(sentence);
  const fallbackFile = await fallbackFileOf(report, input.plans[0]?.source);
  const fixed = { version: VERSION, fallbackFile, failOn: input.failOn };
  const renderAs = renderOf(report, { ...fixed, ...paths, shownFile: shownFileOf(input.plans) });
  const settled = settle();
  const answered = await request.answer(report, renderAs, sourceOf);
  await settled;
  if (!answered.ok) return answered;
  const { unchangedSince } = request;
  if (unchangedSince === undefined) return ok(report.conclusion === 'pass' ? 0 : 1);
  const fingerprint = report.effectiveFingerprint();
  return fingerprint === undefined ? err(NO_FINGERPRINT) : ok(fingerprint === unchangedSince ? 0 : 1);
}

/** What becomes of the plans; where threads have judged them, nothing but the report is left of each. */
async function judgePlans(
  input: FilesInput,
  { apart, deadline, progress }: CheckRequest,
): Promise<Result<Omit<RunResult, 'judged' | 'budget'> & Partial<RunResult>, RunError>> {
  if (apart === undefined || !isWorthThreads(input.plans)) return judgeFiles(input);
  const { judgeApart } = await import('./fleet/judge-apart.js');
  const result = await judgeApart(input, { ...apart, deadline, progress });
  return result.ok ? ok({ ...result.value, sourceOf: nobodys }) : result;
}

const nobodys: SourceOf = () => Promise.resolve(undefined);

/** From where on threads pay: each starts cold. */
const WORTH_BYTES = 100_000_000;

function isWorthThreads(plans: readonly PlanFile[]): boolean {
  const bytes = inputBytes(plans);
  // A thread that runs out of memory ends alone, and somebody is left to say so.
  const isWorth = plans.length > 1 ? PLAN_BYTES * plans.length + bytes >= WORTH_BYTES : mayNotFit(bytes);
  return isWorth && plans.every(({ bytes }) => fileBehind(bytes) !== undefined);
}

/** Writes a report in the formats that are asked for; each is loaded then. */
export function renderOf(report: Report, options: Omit<FormatOptions, 'colors'>): Render {
  return async (format, terminal = { colors: false }) => {
    const render: Renderer = await FORMATS[format]();
    return render(report, { ...options, ...terminal });
  };
}

const NO_FINGERPRINT =
  'cannot tell whether anything changed since that fingerprint: these plans have none, because it would tell of a sensitive value, or is too much work';

/** How a person who works in another folder names a file of the repository; undefined where nobody does. */
function shownFileOf(plans: readonly PlanFile[]): ((file: string) => string) | undefined {
  const roots = distinct(plans.map(({ source }) => source?.rootFromHere ?? ''));
  const [root = ''] = roots;
  // Of files of several repositories nobody could tell which is whose.
  return roots.length > 1 || root === ''
    ? undefined
    : (file) => path.relative('.', path.join(root, file)).replaceAll('\\', '/');
}

/** Where findings without lines are shown: the first file of facts of an audit, else a file of the root module. */
async function fallbackFileOf({ cloud }: Report, source: SourceReader | undefined): Promise<string> {
  const [seen] = cloud?.files ?? [];
  if (seen !== undefined) return seen;
  const module = source?.rootModule ?? '';
  const names = (await source?.list(module)) ?? [];
  return path.posix.join(module, usualFile(names.filter(isConfiguration).sort(compare)) ?? MAIN_FILE);
}

const NO_CLUSTER =
  'found nothing to judge: no plan of this run shows a CCE cluster or a security group of one, and --require-cluster asks for one';
