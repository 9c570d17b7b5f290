import { during } from './budget.js';
import type { Verdict } from './check/check.js';
import { runChecks, unwaived } from './check/checks.js';
import { type Subjects, subjectsOf } from './cluster/subject.js';
import { everythingIn, surroundingsOf } from './cluster/surroundings.js';
import { type Occasion, worldOf } from './cluster/world.js';
import type { Configuration, Severity, Waiver } from './config/configuration.js';
import { type Facts, NO_FACTS } from './facts/facts.js';
import { cautionsOf } from './plan/document/trouble.js';
import type { Plan } from './plan/plan.js';
import type { Report } from './report/report.js';
import { findingsOf, reportOf, type ToldFindings } from './report/report-of.js';
import type { JudgedPlan } from './report/told-findings.js';
import { must } from './result.js';

/** One plan to judge: of `planOf(document, readSource)`, as far as anybody knows its local values. */
export interface PlanInput {
  /** For people; as it was named. */
  readonly path: string;
  readonly label: string | undefined;
  /** The folder of the files that it was made from, in the repository. */
  readonly root?: string | undefined;
  readonly plan: Plan;
}

/** Everything that a run needs to know; it reads nothing by itself. */
export interface RunInput {
  /** An audit has one, which is empty: its world is what facts show. */
  readonly plans: readonly PlanInput[];
  /** Left out: the plans. */
  readonly occasion?: Occasion;
  readonly configuration: Configuration;
  /** The configuration as the change under review leaves it, if that is another one: it only says what is recorded. */
  readonly proposed?: Configuration | undefined;
  /** What stands in the cloud; left out, nobody has looked. */
  readonly facts?: Facts;
  readonly failOn: Severity | 'never';
  /** The day of the run, `YYYY-MM-DD`, UTC: waivers end. */
  readonly today: string;
}

/** What a run comes to. Findings have no lines yet: `judged` has the causes to look for. */
export interface Run {
  readonly report: Report;
  readonly judged: readonly JudgedPlan[];
  /** What a person should know of each plan: sentences. */
  readonly notes: readonly (readonly string[])[];
}

/** The whole pipe: plan -> effective -> cluster -> check -> report. Pure: the same plans give the same report. */
export function run(input: RunInput): Run {
  const { plans, configuration, failOn, proposed = configuration } = input;
  const judged = judge(input);
  return {
    report: during('report', () => reportOf(judged, { failOn, proposed })),
    judged,
    notes: judged.map((one, i) => {
      const { path, plan } = must(plans[i], 'each was judged');
      return [...cautionsOf(plan.header).map((caution) => `${path} ${caution}`), ...contradictions(one)];
    }),
  };
}

/** What would come of a run, as far as its findings tell. */
export interface Trial extends Pick<Run, 'judged'> {
  readonly report: ToldFindings;
}

/**
 * The same pipe without what a report tells beside its findings: who mends tries often. `like`: the run of which it tries
 * a change; what that has nothing to do with is not judged again.
 */
export function tryRun(input: RunInput, like?: Pick<Run, 'judged'>): Trial {
  const judged = judge(input, like?.judged);
  return { judged, report: during('report', () => findingsOf(judged, input)) };
}

/** The same with these waivers in place of its own: all but what they hide stays as it was judged. */
export function waivedRun(
  input: RunInput,
  { judged }: Pick<Run, 'judged'>,
  waivers: readonly Waiver[],
): Trial {
  const waived = judged.map(({ subjects: { world, ...subjects } }) => ({
    ...subjects,
    world: { ...world, configuration: { ...world.configuration, waivers } },
  }));
  const found = judged.map(({ subjects }) => unwaived(subjects));
  const told = verdictsOn(input.plans, waived, found);
  return { judged: told, report: during('report', () => findingsOf(told, input)) };
}

function judge(input: RunInput, like: readonly JudgedPlan[] = []): readonly JudgedPlan[] {
  const { plans, occasion = 'plan', configuration, facts = NO_FACTS, today } = input;
  const named = plans.map(({ path, label, plan }) => ({ name: label ?? path, plan }));
  const around = occasion === 'audit' ? [everythingIn(facts.told)] : surroundingsOf(named, facts.told);
  const subjects = around.map((surroundings, i) => {
    const { plan } = must(plans[i], 'each plan has its surroundings');
    const other = like[i]?.subjects;
    const world = worldOf({ plan, occasion, surroundings, facts, configuration, today }, other?.world);
    return subjectsOf(world, other);
  });
  return verdictsOn(plans, subjects);
}

function verdictsOn(
  plans: readonly PlanInput[],
  subjects: readonly Subjects[],
  found?: readonly Verdict[],
): readonly JudgedPlan[] {
  const verdicts = during('rules', () => runChecks(subjects, found));
  return plans.map(({ path, label, root }, i): JudgedPlan => ({
    ...{ path, label, root },
    subjects: must(subjects[i], 'each plan has its subjects'),
    verdict: must(verdicts[i], 'each plan has its verdict'),
  }));
}

/** Ids that stay unplaced, because other plans of the run, or facts, say different things of them. */
function contradictions({ path, subjects: { world } }: JudgedPlan): readonly string[] {
  const tellers = world.occasion === 'audit' ? 'files of facts' : 'other plans or facts';
  const ids = [...world.contradicted].filter((id) => !world.plan.sensitiveIds.has(id)).sort();
  return ids.length === 0
    ? []
    : [`${path} names ${ids.join(', ')}; ${tellers} say different things of it, so it stays unplaced`];
}
