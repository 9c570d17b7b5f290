import { distinct } from '../collections.js';
import { type Facts, NO_FACTS } from '../facts/facts.js';
import type { InputError } from '../plan/document/trouble.js';
import type { Plan } from '../plan/plan.js';
import { emptyPlan, NO_SOURCE, openPlan } from '../plan/read-plan.js';
import type { Report } from '../report/report.js';
import type { JudgedPlan } from '../report/report-of.js';
import { withPlaces } from '../report/places.js';
import { err, must, ok, type Result } from '../result.js';
import { type PlanInput, run, type RunInput } from '../run.js';
import type { SourceReader } from '../source/files/reader.js';
import type { Source } from '../source/files/source.js';
import type { Located } from '../source/locate/place.js';

/** One plan file, read by an edge. */
export interface PlanFile {
  /** For people; as it was named. */
  readonly path: string;
  readonly bytes: Uint8Array;
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
}

/** Files that say what stands in the cloud. */
export interface FactsInput {
  readonly files: readonly Pick<PlanFile, 'path' | 'bytes'>[];
  /** When somebody looked, for files that do not say it; an ISO instant. */
  readonly date: string | undefined;
}

/** A plan that could not be judged, and why. */
export interface RunError {
  readonly path: string;
  readonly error: InputError;
}

/** A report, and what a person should know of how it was made: sentences. */
export interface RunResult {
  readonly report: Report;
  readonly notes: readonly string[];
}

/**
 * Judges plan files with the files beside them: {@link run}, with local values read before it where references end in
 * them, and lines found after it for what findings name as their causes. The first file that is no plan is the error.
 */
export async function judgeFiles({
  plans: files,
  facts: told = NOBODY_LOOKED,
  label,
  ...how
}: FilesInput): Promise<Result<RunResult, RunError>> {
  const plans: ReadFile[] = [];
  for (const file of files) {
    const plan = await readFile(file);
    if (!plan.ok) return err({ path: file.path, error: plan.error });
    plans.push(plan.value);
  }
  const facts = await factsFrom(told);
  if (!facts.ok) return facts;
  if (how.occasion === 'audit') plans.push(emptyFile(told, label));
  const { report, judged, notes } = run({ plans, facts: facts.value, ...how });
  const located = await Promise.all(
    plans.map(({ open }, i) => locatePlan(must(judged[i], 'one a plan'), open)),
  );
  return ok({
    report: withPlaces(report, located),
    notes: distinct([...notes, ...located.flatMap((one) => one.notes)]),
  });
}

/** Readers of facts are loaded when there are any. */
async function factsFrom({ files, date }: FactsInput): Promise<Result<Facts, RunError>> {
  if (files.length === 0) return ok(NO_FACTS);
  const { factsOfFiles } = await import('../facts/facts-of.js');
  return factsOfFiles(files, date);
}

const NOBODY_LOOKED: FactsInput = { files: [], date: undefined };

/** What an audit has for a plan. */
function emptyFile({ files }: FactsInput, label: string | undefined): ReadFile {
  return { path: files.map(({ path }) => path).join(', '), label, plan: emptyPlan(), open: undefined };
}

/** A plan, and the files that it was made from: opened once, when somebody asks. */
interface ReadFile extends PlanInput {
  readonly open: (() => Promise<Source>) | undefined;
}

async function readFile({ path, label, bytes, source }: PlanFile): Promise<Result<ReadFile, InputError>> {
  const follow = openPlan(bytes);
  if (!follow.ok) return follow;
  const plan = follow.value(NO_SOURCE);
  if (source === undefined) return ok({ path, label, plan, open: undefined });
  const open = opening(source, plan);
  if (plan.unread.length === 0) return ok({ path, label, plan, open });
  const { planWithSource } = await import('../source/locals/locals.js');
  return ok({ path, label, plan: await planWithSource(follow.value, plan, await open()), open });
}

function opening(reader: SourceReader, { moduleSource }: Plan): () => Promise<Source> {
  let opened: Promise<Source> | undefined;
  return () =>
    (opened ??= import('../source/files/source.js').then(({ openSource }) =>
      openSource(reader, moduleSource),
    ));
}

/** The places of everything that findings name as their cause. */
async function locatePlan({ subjects, verdict }: JudgedPlan, open: ReadFile['open']): Promise<Located> {
  const causes = verdict.findings
    .flatMap((finding) => finding.causes)
    .filter(({ address }) => !subjects.world.isElsewhere(address));
  if (open === undefined || causes.length === 0) {
    return { places: new Map(), without: new Map(), notes: [] };
  }
  const { locate } = await import('../source/locate/locate.js');
  const { rules } = subjects.world.plan;
  const attributes = new Map(rules.map((rule) => [rule.address, rule.replaceAttributes]));
  const wanted = causes.map((cause) => ({ ...cause, attributes: attributes.get(cause.address) ?? [] }));
  return locate(await open(), wanted);
}
