import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';

import { OutOfBudget, type Stage, UNBOUNDED } from '../../budget.js';
import { plansTogether } from '../../cluster/surroundings.js';
import type { Configuration } from '../../config/configuration.js';
import type { ConfigurationTexts } from '../../edge/configuration-file.js';
import { fileBehind } from '../../edge/files.js';
import { shardOf } from '../../format/json/values/read.js';
import { planText } from '../../format/json/values/values.js';
import { beginPeers } from '../../net/peers.js';
import { joinedReports, type Shard } from '../../report/joined.js';
import type { Report } from '../../report/report.js';
import { err, must, ok, type Result } from '../../result.js';
import { deadlineFor, inputBytes } from '../budget.js';
import { type FilesInput, type PlanFile, readFacts, type RunError, type RunResult } from '../judge-files.js';
import { bytesOfPlans, type Order, type PlanOrder, type ThreadAnswer } from './messages.js';
import { answersTo, startThread, type Thread } from './threads.js';

/** How plans of a run are judged apart. */
export interface Apart {
  /** The program of a thread. */
  readonly program: URL;
  /** What the configuration was read from: each thread reads it again. */
  readonly configuration: ConfigurationTexts;
  readonly proposed?: ConfigurationTexts | undefined;
}

/** What a run over many plans has beside them. */
export interface ApartRun extends Apart {
  /** As somebody asked for it, in seconds. */
  readonly deadline: number | undefined;
  readonly progress: ((stage: Stage) => void) | undefined;
}

/** More threads than that would not fit into a gigabyte. */
const MOST_THREADS = 8;

/**
 * What one run over the plans says, byte for byte, worked out in threads: first each plan is read for what it has in common
 * with others, then those that may learn from one another are judged together, and the reports are put together as a merge
 * does it. Of errors, the one of the first plan is told. Throws {@link OutOfBudget}.
 */
export async function judgeApart(
  input: FilesInput,
  { program, configuration, proposed, deadline, progress }: ApartRun,
): Promise<Result<Pick<RunResult, 'report' | 'notes'>, RunError>> {
  beginPeers();
  const start = performance.now();
  const { plans, failOn, today, label, facts = NO_FILES } = input;
  const seconds = deadlineFor(inputBytes(plans, facts.files), deadline);
  const orders = plans.map(planOrder);
  const threads = Array.from({ length: Math.min(availableParallelism(), MOST_THREADS, plans.length) }, () =>
    startThread({
      program,
      run: { configuration, proposed, facts, failOn, today, label, deadline },
      sourceOf: (place) => plans[place]?.source,
      at: progress,
      leftMs: () => 1000 * seconds - (performance.now() - start),
    }),
  );
  try {
    const together = await plansJudgedTogether(orders, input, threads);
    return together.ok ? await judgedTogether(together.value, orders, { threads, failOn }) : together;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

const NO_FILES = { files: [], date: undefined };

function planOrder({ path, bytes, source }: PlanFile, place: number): PlanOrder {
  return {
    ...{ place, path, bytes: bytes.length },
    file: must(fileBehind(bytes), 'it was left on the disk'),
    beside: source && {
      rootModule: source.rootModule,
      isBaseNamed: source.isBaseNamed,
      hasBases: source.bases !== undefined,
    },
  };
}

/** The plans in the lists of those that have to be judged together, the largest ones first. */
async function plansJudgedTogether(
  plans: readonly PlanOrder[],
  { facts = NO_FILES, configuration, budget = UNBOUNDED }: FilesInput,
  threads: readonly Thread[],
): Promise<Result<readonly (readonly PlanOrder[])[], RunError>> {
  // A single one has nothing in common with others.
  const asked = plans.length > 1 ? plans : [];
  const orders = asked.map((plan): Order => ({ kind: 'texts', plans: [plan] }));
  const texts = answersOfKind(await answersTo(orders, threads, ({ kind }) => kind !== 'texts'), 'texts');
  if (!texts.ok) return texts;
  const told = await readFacts(facts, budget);
  if (!told.ok) return told;
  const known = texts.value.map((one) => one.texts);
  const together =
    plans.length > 1 ? plansTogether(known, told.value.told, groupsNamed(configuration)) : [[0]];
  const lists = together.map((places) => places.map((place) => must(plans[place], 'each has an order')));
  return ok(lists.toSorted((a, b) => bytesOfPlans(b) - bytesOfPlans(a)));
}

function groupsNamed({ clusters }: Configuration): readonly string[] {
  return clusters.flatMap(({ securityGroups: { node, control, eni } }) => [...node, ...control, ...eni]);
}

async function judgedTogether(
  together: readonly (readonly PlanOrder[])[],
  plans: readonly PlanOrder[],
  { threads, failOn }: { readonly threads: readonly Thread[]; readonly failOn: FilesInput['failOn'] },
): Promise<Result<Pick<RunResult, 'report' | 'notes'>, RunError>> {
  const orders = together.map((some): Order => ({ kind: 'judge', plans: some }));
  const judged = answersOfKind(await answersTo(orders, threads, ({ kind }) => kind !== 'judged'), 'judged');
  if (!judged.ok) return judged;
  const notes: (readonly string[])[] = plans.map(() => []);
  together.forEach((some, at) => {
    some.forEach(({ place }, index) => {
      notes[place] = must(judged.value[at]?.notes[index], 'of each plan');
    });
  });
  const shards = judged.value.map(({ values }) => shardOf(JSON.parse(values), ''));
  return ok({ report: reportFrom(shards, failOn), notes });
}

function reportFrom(
  [first, ...others]: readonly (Shard | undefined)[],
  failOn: FilesInput['failOn'],
): Report {
  const read = (shard: Shard | undefined): Shard => must(shard, 'it was written by this version');
  const options = { failOn, expected: [], mayLack: false };
  const joined = joinedReports([read(first), ...others.map(read)], options, planText);
  return must(joined.ok ? joined.value.report : undefined, 'each plan is in one of them');
}

/** The answers, if all are of that kind; else why not. */
function answersOfKind<K extends ThreadAnswer['kind']>(
  answers: readonly ThreadAnswer[],
  kind: K,
): Result<readonly Extract<ThreadAnswer, { readonly kind: K }>[], RunError> {
  const found: Extract<ThreadAnswer, { readonly kind: K }>[] = [];
  for (const answer of answers) {
    if (isOfKind(answer, kind)) found.push(answer);
    else if (answer.kind === 'refused') return err(answer.error);
    else if (answer.kind === 'out') throw new OutOfBudget(answer.limit, answer.stage);
  }
  return ok(found);
}

function isOfKind<K extends ThreadAnswer['kind']>(
  answer: ThreadAnswer,
  kind: K,
): answer is Extract<ThreadAnswer, { readonly kind: K }> {
  return answer.kind === kind;
}
