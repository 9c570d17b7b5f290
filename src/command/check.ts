import path from 'node:path';

import { compare, distinct } from '../collections.js';
import type { Occasion } from '../cluster/world.js';
import type { Configuration, Severity } from '../config/configuration.js';
import { openPlanFile, readBytes } from '../edge/files.js';
import { type Format, type FormatOptions, FORMATS, type Renderer } from '../format/formats.js';
import type { TextOptions } from '../format/text/text.js';
import type { Report } from '../report/report.js';
import { isNothingJudged } from '../report/verdict.js';
import { OutOfBudget } from '../budget.js';
import { err, ok, type Result } from '../result.js';
import { isConfiguration, MAIN_FILE, usualFile } from '../source/files/paths.js';
import type { SourceReader } from '../source/files/reader.js';
import { VERSION } from '../version.js';
import { budgetFor, deadlineFor, type Measuring, outOfBudgetLine } from './budget.js';
import type { ExitStatus } from './exit-status.js';
import {
  type FactsInput,
  type FilesInput,
  judgeFiles,
  type PlanFile,
  type RunError,
  type SourceOf,
} from './judge-files.js';

/** Which files are to be worked on, and how. */
export interface FilesRequest extends Measuring {
  /** Left out: the plans. An audit has none, and judges what the facts show. */
  readonly occasion?: Occasion;
  readonly configuration: Configuration;
  /** The configuration as the change under review leaves it, if that is another one. */
  readonly proposed?: Configuration | undefined;
  readonly plans: readonly PlanRequest[];
  readonly facts: FactsRequest;
  /** Wins over the configuration. */
  readonly failOn: Severity | 'never' | undefined;
  readonly label: string | undefined;
  readonly now: Date;
  /** How long judging may take, in seconds; left out, as long as the size of the input allows for. */
  readonly deadline?: number | undefined;
  /** Prepares the engine for plans of these sizes; what it gives is called after judging, and waited for at the end. */
  readonly prepareEngine: (
    plans: readonly { readonly bytes: { readonly length: number } }[],
  ) => () => Promise<void>;
}

/** What an edge asks for, and how the world answers it. Errors are lines for people. */
export interface CheckRequest extends FilesRequest {
  /** A run that shows no cluster is no pass. */
  readonly requiresCluster: boolean;
  /** An earlier `effectiveFingerprint`: the exit status says whether it still holds, and findings do not count. */
  readonly unchangedSince?: string | undefined;
  /** What a person should know of how the report was made. */
  readonly note: (sentence: string) => void;
  /** Gives the report to whoever asked. An error means that it did not get there. */
  readonly answer: (report: Report, render: Render, sourceOf: SourceOf) => Promise<Result<undefined, string>>;
}

/** A plan to be judged. */
export interface PlanRequest {
  /** As people know it. */
  readonly name: string;
  /** `-` is standard input. */
  readonly file: string;
  readonly source: () => Promise<Result<SourceReader | undefined, string>>;
}

/** Files that say what stands in the cloud. */
export interface FactsRequest {
  /** As people know them, and where they are; `-` is standard input. */
  readonly files: readonly { readonly name: string; readonly file: string }[];
  /** When somebody looked, for files that do not say it; an ISO instant. */
  readonly date: string | undefined;
}

/** The report in one of the formats. */
export type Render = (format: Format, terminal?: TextOptions) => Promise<string>;

/**
 * The sequence of a check, from what is asked to the exit status: the same for the command line and the Action. The
 * error says in one line why there is no verdict.
 */
export async function check(request: CheckRequest): Promise<Result<ExitStatus, string>> {
  const worked = await withFiles(request, async (input) => {
    const result = await judgeFiles(input);
    return result.ok ? result : err(runErrorLine(result.error));
  });
  if (!worked.ok) return worked;
  const { input, settle, value } = worked.value;
  const { report, notes, sourceOf, judged, budget } = value;
  if (request.requiresCluster && isNothingJudged(report)) return err(NO_CLUSTER);
  for (const sentence of notes) request.note(sentence);
  const fallbackFile = await fallbackFileOf(report, input.plans[0]?.source);
  const fixed = { version: VERSION, fallbackFile, failOn: input.failOn };
  const renderAs = renderOf(report, { ...fixed, judged, budget, shownFile: shownFileOf(input.plans) });
  const settled = settle();
  const answered = await request.answer(report, renderAs, sourceOf);
  await settled;
  if (!answered.ok) return answered;
  const { unchangedSince } = request;
  if (unchangedSince === undefined) return ok(report.conclusion === 'pass' ? 0 : 1);
  const fingerprint = report.effectiveFingerprint();
  return fingerprint === undefined ? err(NO_FINGERPRINT) : ok(fingerprint === unchangedSince ? 0 : 1);
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

/** What came of the work on the files that a request names. */
interface Worked<T> {
  readonly value: T;
  readonly input: FilesInput;
  /** To be called when they are judged, and waited for at the end. */
  readonly settle: () => Promise<void>;
}

/** Reads the files of a request and works on them with a budget that begins now. What it cannot pay for is no answer. */
export async function withFiles<T>(
  request: FilesRequest,
  work: (input: FilesInput) => Promise<Result<T, string>>,
): Promise<Result<Worked<T>, string>> {
  const { configuration, deadline } = request;
  const plans = await readPlans(request);
  if (!plans.ok) return plans;
  const facts = readFactsFiles(request.facts);
  if (!facts.ok) return facts;
  const settle = request.prepareEngine([...plans.value, ...facts.value]);
  const bytes = [...plans.value, ...facts.value].reduce((sum, one) => sum + one.bytes.length, 0);
  const input: FilesInput = {
    plans: plans.value,
    facts: { files: facts.value, date: request.facts.date },
    configuration,
    proposed: request.proposed,
    failOn: request.failOn ?? configuration.failOn ?? 'critical',
    today: request.now.toISOString().slice(0, 10),
    label: request.label,
    ...(request.occasion !== undefined && { occasion: request.occasion }),
    budget: budgetFor(bytes, deadline, request),
  };
  try {
    const worked = await work(input);
    return worked.ok ? ok({ value: worked.value, input, settle }) : worked;
  } catch (error) {
    if (error instanceof OutOfBudget) return err(outOfBudgetLine(error, deadlineFor(bytes, deadline)));
    throw error;
  }
}

/** Why a plan could not be judged, in one line. */
export function runErrorLine({ path: file, error }: RunError): string {
  return `${file} ${error.message}`;
}

const NO_CLUSTER =
  'found nothing to judge: no plan of this run shows a CCE cluster or a security group of one, and --require-cluster asks for one';

function readFactsFiles({ files }: FactsRequest): Result<FactsInput['files'], string> {
  const read: { path: string; bytes: Uint8Array }[] = [];
  for (const { name, file } of files) {
    const bytes = readBytes(file, 'facts');
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    read.push({ path: name, bytes: bytes.value });
  }
  return ok(read);
}

async function readPlans({ plans, label }: FilesRequest): Promise<Result<readonly PlanFile[], string>> {
  const read: PlanFile[] = [];
  // Whoever names them: reports of several runs are put together in this order, too.
  for (const { name, file, source } of plans.toSorted((a, b) => compare(a.name, b.name))) {
    const bytes = openPlanFile(file);
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    const opened = await source();
    if (!opened.ok) return opened;
    const files = opened.value === undefined ? {} : { source: opened.value };
    read.push({ path: name, bytes: bytes.value, label, ...files });
  }
  return ok(read);
}
