import { runChecks } from './check/checks.js';
import { subjectsOf } from './cluster/subject.js';
import { worldOf } from './cluster/world.js';
import type { Configuration, Severity } from './config/configuration.js';
import { cautionsOf } from './plan/document/cautions.js';
import type { InputError } from './plan/document/input-error.js';
import type { Plan } from './plan/plan.js';
import { readPlan } from './plan/read-plan.js';
import type { ReadLocal } from './plan/references/resolve.js';
import type { Report } from './report/report.js';
import { type JudgedPlan, reportOf } from './report/report-of.js';
import { withPlaces } from './report/places.js';
import { err, ok, type Result } from './result.js';
import { keyOf, type LocalName, noteLocals } from './source/locals/note-locals.js';
import type { Located } from './source/locate/place.js';
import type { SourceReader } from './source/files/reader.js';

/** One plan file, read by an edge. */
export interface PlanInput {
  /** For people; as it was named. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly label: string | undefined;
  /** The files that the plan was made from; without them findings have no lines. */
  readonly source?: SourceReader;
}

/** Everything that a run needs to know; it reads nothing by itself. */
export interface RunInput {
  readonly plans: readonly PlanInput[];
  readonly configuration: Configuration;
  readonly failOn: Severity | 'never';
  /** The day of the run, `YYYY-MM-DD`, UTC: waivers end. */
  readonly today: string;
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

const NO_LOCALS: ReadLocal = () => undefined;

/** The whole pipe: plan -> effective -> cluster -> check -> report. Pure; findings have no lines. */
export function run(input: RunInput): Result<Report, RunError> {
  const plans: Plan[] = [];
  for (const { path, bytes } of input.plans) {
    const plan = readPlan(bytes, NO_LOCALS);
    if (!plan.ok) return err({ path, error: plan.error });
    plans.push(plan.value);
  }
  return ok(reportOf(judge(input, plans), input.failOn));
}

/** The same with the files beside the plans: local values are read where references end in them, findings get lines. */
export async function runInSource(input: RunInput): Promise<Result<RunResult, RunError>> {
  const plans: Plan[] = [];
  for (const one of input.plans) {
    const plan = await readInSource(one);
    if (!plan.ok) return err({ path: one.path, error: plan.error });
    plans.push(plan.value);
  }
  const judged = judge(input, plans);
  const located = await Promise.all(judged.map((one, i) => locatePlan(one, input.plans[i]?.source)));
  const report = withPlaces(reportOf(judged, input.failOn), located);
  const cautions = plans.flatMap(({ header }, i) =>
    cautionsOf(header).map((caution) => `${input.plans[i]?.path ?? ''} ${caution}`),
  );
  return ok({ report, notes: [...new Set([...cautions, ...located.flatMap(({ notes }) => notes)])] });
}

/** Binds the clusters of each plan and runs the checks. */
function judge(
  { plans: inputs, configuration, today }: RunInput,
  plans: readonly Plan[],
): readonly JudgedPlan[] {
  const subjects = plans.map((plan) => subjectsOf(worldOf(plan, configuration, today)));
  const verdicts = runChecks(subjects);
  return inputs.flatMap(({ path, label }, i): JudgedPlan[] => {
    const [own, verdict] = [subjects[i], verdicts[i]];
    return own === undefined || verdict === undefined ? [] : [{ path, label, subjects: own, verdict }];
  });
}

/** How often a local value may lead to a local value of another module. */
const MAX_READINGS = 5;

/** A plan is read again as long as a reference in it ends in a local value that the files may tell. */
async function readInSource({ bytes, source }: PlanInput): Promise<ReturnType<typeof readPlan>> {
  const names = new Map<string, LocalName>();
  let readLocal = NO_LOCALS;
  for (let reading = 0; ; reading++) {
    const noted = noteLocals(readLocal);
    const plan = readPlan(bytes, noted.readLocal);
    const fresh = noted.asked().filter((name) => !names.has(keyOf(name)));
    if (!plan.ok || source === undefined || fresh.length === 0 || reading === MAX_READINGS) return plan;
    for (const name of fresh) names.set(keyOf(name), name);
    const [{ localsOf }, { openSource }] = await Promise.all([
      import('./source/locals/locals.js'),
      import('./source/files/source.js'),
    ]);
    const { moduleSource, moduleBlocks } = plan.value;
    readLocal = await localsOf(openSource(source, moduleSource), [...names.values()], moduleBlocks);
  }
}

/** The places of everything that findings name as their cause. */
async function locatePlan(
  { subjects, verdict }: JudgedPlan,
  source: SourceReader | undefined,
): Promise<Located> {
  const { plan } = subjects.world;
  const causes = verdict.findings.flatMap((finding) => finding.causes);
  if (source === undefined || causes.length === 0) {
    return { places: new Map(), without: new Map(), notes: [] };
  }
  const [{ locate }, { openSource }] = await Promise.all([
    import('./source/locate/locate.js'),
    import('./source/files/source.js'),
  ]);
  const rules = new Map(plan.rules.map((rule) => [rule.address, rule.replaceAttributes]));
  const wanted = causes.map((cause) => ({ ...cause, attributes: rules.get(cause.address) ?? [] }));
  return locate(openSource(source, plan.moduleSource), wanted);
}
