import { compare } from '../collections.js';
import type { Occasion } from '../cluster/world.js';
import type { Configuration, Severity } from '../config/configuration.js';
import type { Engine } from '../edge/engine.js';
import { openPlanFile, readBytes } from '../edge/files.js';
import { OutOfBudget } from '../budget.js';
import { err, ok, type Result } from '../result.js';
import type { SourceReader } from '../source/files/reader.js';
import { budgetFor, deadlineFor, inputBytes, type Measuring, outOfBudgetLine } from './budget.js';
import type { FactsInput, FilesInput, PlanFile, RunError } from './judge-files.js';

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
  /** Prepares the engine for plans of these sizes. */
  readonly prepareEngine: (plans: readonly { readonly bytes: { readonly length: number } }[]) => Engine;
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

/** What came of the work on the files that a request names. */
interface Worked<T> {
  readonly value: T;
  readonly input: FilesInput;
  /** To be called when they are judged, and waited for at the end. */
  readonly settle: Engine['settle'];
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
  const { look, settle } = request.prepareEngine([...plans.value, ...facts.value]);
  const bytes = inputBytes(plans.value, facts.value);
  const input: FilesInput = {
    plans: plans.value,
    facts: { files: facts.value, date: request.facts.date },
    configuration,
    proposed: request.proposed,
    failOn: request.failOn ?? configuration.failOn ?? 'critical',
    today: request.now.toISOString().slice(0, 10),
    label: request.label,
    ...(request.occasion !== undefined && { occasion: request.occasion }),
    budget: budgetFor(bytes, deadline, {
      ...request,
      progress: (stage) => {
        look();
        request.progress?.(stage);
      },
    }),
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
    const bytes = openPlanFile(file, plans.length > 1);
    if (!bytes.ok) return err(`${name} ${bytes.error}`);
    const opened = await source();
    if (!opened.ok) return opened;
    const files = opened.value === undefined ? {} : { source: opened.value };
    read.push({ path: name, bytes: bytes.value, label, ...files });
  }
  return ok(read);
}
