import { affordable, type Budget } from '../budget.js';
import { linkedPlans } from '../cluster/surroundings.js';
import { groupBy, type NonEmpty } from '../collections.js';
import type { Report, ReportFinding } from '../report/report.js';
import { must } from '../result.js';
import { run } from '../run.js';
import { LIMITS, mended } from './mend.js';
import type { Judged } from './proof.js';
import type { EntryMakers } from './writing/makers.js';

/**
 * The report with what mends its findings. Plans that learn nothing from one another are mended by themselves, each with
 * limits of its own: what helps one of them is the same whatever else the run judges, and a proof judges no more than it
 * has to.
 */
export function mendedByWorld(judged: Judged, budget: Budget, makers: readonly EntryMakers[]): Report {
  const { report } = judged.run;
  const worlds = linkedPlans(judged.run.judged.map(({ subjects }) => subjects.world.surroundings));
  const own = groupBy(report.findings, ({ plan }) => plan);
  const makersOf = (plans: readonly number[]): readonly EntryMakers[] =>
    plans.map((plan) => must(makers[plan], 'each plan has its makers'));
  const all = worlds.map((plans) => {
    const isAsked = plans.some((plan) => own.get(plan)?.some(asksForMore));
    const alone = isAsked ? affordable(budget, 'mending', () => oneWorld(judged, plans)) : undefined;
    return { plans, mended: alone && mended(alone, { ...LIMITS, budget }, makersOf(plans)) };
  });
  const fixes = new Map<ReportFinding, ReportFinding['fixes']>();
  const orders = new Map<number, NonNullable<Report['orders']>[number]>();
  for (const { plans, mended: found } of all) {
    if (found === undefined) continue;
    const there = groupBy(found.findings, ({ plan }) => plan);
    plans.forEach((plan, at) => {
      const order = found.orders?.[at];
      if (order !== undefined) orders.set(plan, order);
      for (const [told, twin] of twinsOf(own.get(plan) ?? [], there.get(at) ?? [])) {
        fixes.set(told, twin.fixes);
      }
    });
  }
  return {
    ...report,
    findings: report.findings.map((one) => ({ ...one, fixes: fixes.get(one) })),
    orders: report.plans.map((_, plan) => orders.get(plan) ?? noOrder),
  };
}

function noOrder(): undefined {
  return undefined;
}

/** A notice asks for nothing. */
function asksForMore({ severity }: ReportFinding): boolean {
  return severity !== 'notice';
}

/** The run over these plans alone. */
function oneWorld({ input, run: whole }: Judged, plans: NonEmpty<number>): Judged {
  if (plans.length === input.plans.length) return { input, run: whole };
  const own = { ...input, plans: plans.map((plan) => must(input.plans[plan], 'each was judged')) };
  return { input: own, run: run(own) };
}

/**
 * The findings of a plan, each with the one that the plan has alone: they come in the same order. What is said of the
 * configuration has one where alone the same is said of it, all of it; and where nothing else of the plan asks for more,
 * only that has one.
 */
function twinsOf(
  told: readonly ReportFinding[],
  alone: readonly ReportFinding[],
): readonly (readonly [ReportFinding, ReportFinding])[] {
  const [ownTold, runTold] = apart(told);
  const [ownAlone, runAlone] = apart(alone);
  const pairs = (some: readonly ReportFinding[], others: readonly ReportFinding[]) =>
    some.map((one, at) => [one, must(others[at], 'alone it has the same findings')] as const);
  return [
    ...(ownTold.some(asksForMore) ? pairs(ownTold, ownAlone) : []),
    ...(runTold.length === runAlone.length ? pairs(runTold, runAlone) : []),
  ];
}

function apart(
  findings: readonly ReportFinding[],
): readonly [readonly ReportFinding[], readonly ReportFinding[]] {
  const isOwn = ({ ofRun }: ReportFinding): boolean => ofRun === undefined;
  return [findings.filter(isOwn), findings.filter((one) => !isOwn(one))];
}
