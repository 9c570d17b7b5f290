import { type Budget, OutOfBudget, type Stage } from '../../budget.js';
import { textsOfPlan } from '../../cluster/surroundings.js';
import { configurationFrom } from '../../edge/configuration-file.js';
import { readGrammar } from '../../edge/disk-reader.js';
import { openPlanFile } from '../../edge/files.js';
import { gaugesFrom } from '../../edge/gauges.js';
import { valuesText } from '../../format/json/values/values.js';
import { inputError } from '../../plan/document/trouble.js';
import { err, must, ok, type Result } from '../../result.js';
import type { SourceReader } from '../../source/files/reader.js';
import { budgetFor, deadlineFor } from '../budget.js';
import {
  type FilesInput,
  judgeFiles,
  type PlanFile,
  readFacts,
  readPlanFile,
  type RunError,
} from '../judge-files.js';
import { bytesOfPlans, type Order, type PlanOrder, type ThreadAnswer, type ThreadRun } from './messages.js';

/** What a thread has of the world beside plans. */
export interface ThreadWorld {
  /** The files beside a plan, but for the grammar. */
  readonly beside: (order: PlanOrder) => Omit<SourceReader, 'grammar'> | undefined;
  readonly at: (stage: Stage) => void;
}

/** Does the orders of a run, one after the other. What holds for all of them is read once. */
export function workerOf(
  run: ThreadRun,
  world: ThreadWorld,
): (order: Order, leftMs: number) => Promise<ThreadAnswer> {
  let settings: Promise<Settings> | undefined;
  return async (order, leftMs) => {
    const budget = budgetIn(order, leftMs, { run, world });
    try {
      // Between orders, too, time may have run out.
      budget.spend(1, 'reading');
      const files = planFiles(order, run, world);
      if (!files.ok) return { kind: 'refused', error: files.error };
      if (order.kind === 'texts') return await textsIn(files.value, budget);
      return await judgedIn(files.value, await (settings ??= settingsOf(run, budget)), { run, budget });
    } catch (error) {
      if (error instanceof OutOfBudget) return { kind: 'out', limit: error.limit, stage: error.stage };
      throw error;
    }
  };
}

/** What is the same for all plans. */
type Settings = Pick<FilesInput, 'configuration' | 'proposed' | 'facts'>;

async function settingsOf({ configuration, proposed, facts }: ThreadRun, budget: Budget): Promise<Settings> {
  const known = await readFacts(facts, budget);
  return {
    configuration: await configurationFrom(configuration),
    proposed: proposed && (await configurationFrom(proposed)),
    facts: { ...facts, known: must(known.ok ? known.value : undefined, 'they were read before') },
  };
}

/** The budget of a run over these plans, of whose time as much is gone as the whole run has no more. */
function budgetIn(
  { plans }: Order,
  leftMs: number,
  { run: { deadline }, world: { at } }: { readonly run: ThreadRun; readonly world: ThreadWorld },
): Budget {
  const bytes = bytesOfPlans(plans);
  const goneMs = 1000 * deadlineFor(bytes, deadline) - leftMs;
  return budgetFor(bytes, deadline, {
    progress: at,
    startGauges: (heapBytes) => {
      const gauges = gaugesFrom(heapBytes);
      return { ...gauges, elapsedMs: () => goneMs + gauges.elapsedMs() };
    },
  });
}

function planFiles(
  { plans }: Order,
  { label }: ThreadRun,
  { beside }: ThreadWorld,
): Result<readonly PlanFile[], RunError> {
  const files: PlanFile[] = [];
  for (const plan of plans) {
    const { path, file } = plan;
    const bytes = openPlanFile(file, true);
    if (!bytes.ok) return err({ path, error: inputError(bytes.error) });
    const reader = beside(plan);
    const source = reader && { ...reader, grammar: readGrammar };
    files.push({ path, label, bytes: bytes.value, ...(source !== undefined && { source }) });
  }
  return ok(files);
}

async function textsIn([file]: readonly PlanFile[], budget: Budget): Promise<ThreadAnswer> {
  const one = must(file, 'it is about a plan');
  const read = await readPlanFile(one, budget);
  return read.ok
    ? { kind: 'texts', texts: textsOfPlan(read.value.plan) }
    : { kind: 'refused', error: { path: one.path, error: read.error } };
}

async function judgedIn(
  plans: readonly PlanFile[],
  settings: Settings,
  { run, budget }: { readonly run: ThreadRun; readonly budget: Budget },
): Promise<ThreadAnswer> {
  const { failOn, today } = run;
  const result = await judgeFiles({ ...settings, failOn, today, plans, budget });
  if (!result.ok) return { kind: 'refused', error: result.error };
  const { report, notes } = result.value;
  return { kind: 'judged', values: must(valuesText(report, { failOn }), 'it is about plans'), notes };
}
