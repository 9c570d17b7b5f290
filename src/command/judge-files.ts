import { type Budget, OutOfBudget, UNBOUNDED, within } from '../budget.js';
import type { Subjects } from '../cluster/subject.js';
import { type Facts, NO_FACTS } from '../facts/facts.js';
import { beginPeers } from '../net/peers.js';
import type { PlanBytes } from '../plan/document/bytes/source.js';
import type { InputError } from '../plan/document/trouble.js';
import type { EntryMakers } from '../mend/writing/makers.js';
import type { Plan } from '../plan/plan.js';
import { emptyPlan, NO_SOURCE, type OpenPlan, openPlan } from '../plan/read-plan.js';
import type { Report } from '../report/report.js';
import { withPlaces } from '../report/places.js';
import { err, must, ok, type Result } from '../result.js';
import { type PlanInput, type Run, run, type RunInput } from '../run.js';
import type { Revision, SourceReader } from '../source/files/reader.js';
import type { Source } from '../source/files/source.js';
import type { Located, SoughtChange } from '../source/locate/place.js';

/** One plan file, read by an edge. */
export interface PlanFile {
  /** For people; as it was named. */
  readonly path: string;
  readonly bytes: PlanBytes;
  readonly label: string | undefined;
  /** The files that the plan was made from; without them findings have no lines. */
  readonly source?: SourceReader;
}

/** What is to be judged, and how. */
export interface FilesInput extends Omit<RunInput, 'plans' | 'facts'> {
  readonly plans: readonly PlanFile[];
  readonly facts?: FactsInput;
  /** Of an audit: there is no plan that could bear it. */
  readonly label?: string | undefined;
  /** Left out: whatever it takes. */
  readonly budget?: Budget;
}

/** Files that say what stands in the cloud. */
export interface FactsInput {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** When somebody looked, for files that do not say it; an ISO instant. */
  readonly date: string | undefined;
  /** What they tell, where they have been read. */
  readonly known?: Facts;
}

/** A plan that could not be judged, and why. */
export interface RunError {
  readonly path: string;
  readonly error: InputError;
}

/** A report, and what a person should know of how it was made. */
export interface RunResult extends Pick<OpenedRun, 'judged' | 'budget' | 'notes'> {
  readonly report: Report;
  /** The files beside one of the plans; undefined when there are none. */
  readonly sourceOf: SourceOf;
}

/** Opens the files beside one of the plans. */
export type SourceOf = (plan: number) => Promise<Source | undefined>;

/** Plans that have been judged, and the files that they were made from. */
export interface OpenedRun extends Run {
  readonly input: RunInput;
  /** The lines of changes of one of the plans; throws what a budget throws. */
  readonly placesIn: (plan: number, wanted: readonly SoughtChange[]) => Promise<Located>;
  readonly budget: Budget;
  readonly sourceOf: SourceOf;
}

/**
 * {@link run} on plan files, with local values read before it where references end in them. The first file that is no
 * plan is the error.
 */
export async function openRun({
  plans: files,
  facts: told = NOBODY_LOOKED,
  label,
  budget = UNBOUNDED,
  ...how
}: FilesInput): Promise<Result<OpenedRun, RunError>> {
  beginPeers();
  const plans: ReadPlan[] = [];
  for (const file of files) {
    const plan = await readPlanFile(file, budget);
    if (!plan.ok) return err({ path: file.path, error: plan.error });
    plans.push(plan.value);
  }
  const facts = await readFacts(told, budget);
  if (!facts.ok) return facts;
  if (how.occasion === 'audit') plans.push(emptyFile(told, label));
  const input = { plans, facts: facts.value, ...how };
  const judged = within(budget, 'clusters', () => run(input));
  return ok({
    ...judged,
    input,
    sourceOf: async (plan) => plans[plan]?.open?.(),
    budget,
    placesIn: (plan, wanted) => {
      const { subjects } = must(judged.judged[plan], 'one a plan');
      return placesFor(subjects, wanted, must(plans[plan], 'one a plan').open, budget);
    },
  });
}

/** Judges plan files with the files beside them: the report has the lines of what findings name as their causes. */
export async function judgeFiles(files: FilesInput): Promise<Result<RunResult, RunError>> {
  const opened = await openRun(files);
  if (!opened.ok) return opened;
  const { judged, notes, placesIn, budget, sourceOf } = opened.value;
  const report = await mendedReport(opened.value);
  const located = await Promise.all(
    judged.map(({ verdict }, plan) =>
      inTime(
        placesIn(
          plan,
          verdict.findings.flatMap(({ causes }) => causes),
        ),
        { ...NOWHERE, notes: [NO_PLACES] },
      ),
    ),
  );
  return ok({
    ...{ judged, budget },
    report: withPlaces(report, located),
    notes: located.map((one, plan) => [...must(notes[plan], 'of each plan'), ...one.notes]),
    sourceOf,
  });
}

/** What mends findings is looked for when there are any, and only where there is a plan to change. */
async function mendedReport(run: OpenedRun): Promise<Report> {
  const { report, input, budget, judged, sourceOf } = run;
  const isOver = report.cloud !== undefined || report.findings.every(({ severity }) => severity === 'notice');
  if (isOver) return report;
  const { mendedByWorld } = await import('../mend/by-world.js');
  const makers = await Promise.all(
    judged.map(({ subjects }, plan) =>
      inTime(
        makersBeside(subjects, () => sourceOf(plan)),
        new Map(),
      ),
    ),
  );
  return mendedByWorld({ input, run }, budget, makers);
}

/** What the files of a plan show of blocks that make rules of maps. */
async function makersBeside(
  subjects: Subjects,
  open: () => Promise<Source | undefined>,
): Promise<EntryMakers> {
  const { blocksToRead } = await import('../mend/writing/makers.js');
  const asked = blocksToRead(subjects);
  const source = asked.length === 0 ? undefined : await open();
  if (source === undefined) return new Map();
  const { readMaker } = await import('../source/locate/makers.js');
  const found = await Promise.all(
    asked.map(async ({ block, instance }) => [block, await readMaker(source, instance)] as const),
  );
  return new Map(found.flatMap(([block, maker]) => (maker === undefined ? [] : [[block, maker] as const])));
}

/** What the files tell. Readers of facts are loaded when there are any. */
export async function readFacts(
  { files, date, known }: FactsInput,
  budget: Budget,
): Promise<Result<Facts, RunError>> {
  if (known !== undefined) return ok(known);
  if (files.length === 0) return ok(NO_FACTS);
  const { factsOfFiles } = await import('../facts/facts-of.js');
  return within(budget, 'reading', () => factsOfFiles(files, date));
}

const NOBODY_LOOKED: FactsInput = { files: [], date: undefined };

/** What an audit has for a plan. */
function emptyFile({ files }: FactsInput, label: string | undefined): ReadPlan {
  return { path: files.map(({ path }) => path).join(', '), label, plan: emptyPlan(), open: undefined };
}

/** A plan, and the files that it was made from: opened once, when somebody asks. */
export interface ReadPlan extends PlanInput {
  readonly open: (() => Promise<Source>) | undefined;
}

/** The plan of a file, with what the files beside it tell of its references. */
export async function readPlanFile(
  { path, label, bytes, source }: PlanFile,
  budget: Budget,
): Promise<Result<ReadPlan, InputError>> {
  const opened = within(budget, 'reading', () => openPlan(bytes));
  if (!opened.ok) return opened;
  const follow: OpenPlan = (readSource) => within(budget, 'references', () => opened.value(readSource));
  const plan = follow(NO_SOURCE);
  if (source === undefined) return ok({ path, label, plan, open: undefined });
  const open = opening(counted(source, budget), plan);
  const read = { path, label, root: source.rootModule, open };
  if (plan.unread.length === 0) return ok({ ...read, plan });
  const { planWithSource } = await import('../source/locals/locals.js');
  return ok({ ...read, plan: await planWithSource(follow, plan, await open()) });
}

function opening(reader: SourceReader, { moduleSource }: Plan): () => Promise<Source> {
  let opened: Promise<Source> | undefined;
  return () =>
    (opened ??= import('../source/files/source.js').then(({ openSource }) =>
      openSource(reader, moduleSource),
    ));
}

/** Most of what a file costs is to parse it. */
const STEPS_PER_SOURCE_BYTE = 30;

/** To find one place, in files that have been read. */
const STEPS_PER_PLACE = 2_000;

/** The reader, with what it reads counted. */
function counted(reader: SourceReader, budget: Budget): SourceReader {
  const read = async (bytes: Promise<Uint8Array | undefined>) => {
    const found = await bytes;
    budget.spend(1 + STEPS_PER_SOURCE_BYTE * (found?.length ?? 0), 'files');
    return found;
  };
  const revision = (of: Revision): Revision => ({
    list: (directory) => of.list(directory),
    read: (path) => read(of.read(path)),
  });
  return {
    ...revision(reader),
    rootModule: reader.rootModule,
    isBaseNamed: reader.isBaseNamed === true,
    grammar: () => reader.grammar(),
    bases: async () => ((await reader.bases?.()) ?? []).map(revision),
  };
}

/** What is read of files, as far as there is time to look for it. Without it, the verdict stands. */
async function inTime<T>(read: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof OutOfBudget) return otherwise;
    throw error;
  }
}

const NOWHERE: Located = { places: new Map(), without: new Map(), standIns: new Map(), notes: [] };

const NO_PLACES = 'the findings have no lines: to look for all of them takes longer than the deadline allows';

async function placesFor(
  { world }: Subjects,
  sought: readonly SoughtChange[],
  open: ReadPlan['open'],
  budget: Budget,
): Promise<Located> {
  const own = sought.filter(({ address }) => !world.isElsewhere(address));
  if (open === undefined || own.length === 0) return NOWHERE;
  const { locate } = await import('../source/locate/locate.js');
  const attributes = new Map(world.plan.rules.map((rule) => [rule.address, rule.replaceAttributes]));
  const wanted = own.map((one) => ({ ...one, attributes: attributes.get(one.address) ?? [] }));
  return locate(await open(), wanted, () => budget.spend(STEPS_PER_PLACE, 'places'));
}
