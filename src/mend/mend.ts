import { type Budget, OutOfBudget, within } from '../budget.js';
import { lazily, memo } from '../collections.js';
import { blocksOf } from '../report/blocks.js';
import { isAboutOrder } from '../report/fix.js';
import type { Fix, FixEffect, Fixes, FixStep, WhyNoFix, OrderFound } from '../report/fix.js';
import { toldFindings } from '../report/told-findings.js';
import type { Report } from '../report/report.js';
import { must } from '../result.js';
import { planWith } from '../plan/edit.js';
import { acceptance } from './accept.js';
import { type Ailment, ailmentOf } from './ailment.js';
import type { Pen } from './writing/written-rule.js';
import type { Candidate } from './candidate.js';
import { candidatesFor } from './candidates.js';
import { decisions, lookAtCloud } from './configure.js';
import { fewerDenies } from './less-deny.js';
import { type EntryMakers, makersOfGroups } from './writing/makers.js';
import { groupExpressions, labelsBeside } from './writing/naming.js';
import { orderFor } from './order.js';
import { type Judged, type MayTry, proofOf } from './proof.js';
import { lesserUndos } from './undo.js';
import { differenceOf } from './wire.js';

/** How much may be tried. */
export interface MendLimits {
  /** Of all findings together. Each proof judges the whole run once more. */
  readonly proofs: number;
  /** Judged once more, of all proofs together: rules, groups, and subjects, each as many as its table has rows. */
  readonly objects: number;
  readonly budget: Budget;
}

/** A subject is asked for each row of its tables, before, during and after. */
const OBJECTS_OF_SUBJECT = 30;

/** A proof of a plan of ten rules takes milliseconds; of one with 100,000 a second, and then a few are enough. */
export const LIMITS: Omit<MendLimits, 'budget'> = { proofs: 100, objects: 30_000 };

/**
 * The report with what mends its findings, each fix proved by judging the run again as it would be with it. Pure. Findings
 * of one cause share their fixes. Where the proofs or the budget end, the verdict stands, and nothing more is offered.
 * `makers`: what the files of each plan show of blocks that make rules of maps.
 */
export function mended(judged: Judged, limits: MendLimits, makers: readonly EntryMakers[] = []): Report {
  const { report, judged: plans } = judged.run;
  const told = lazily(() => new Map(toldFindings(plans).told.map((one) => [one.fingerprint, one])));
  const trials = trialsWithin(judged, limits);
  const penOf = memo((plan: number): Pen => {
    const { subjects } = must(plans[plan], 'a block is of a plan that was judged');
    return {
      expressionsOf: groupExpressions(subjects),
      labelFor: labelsBeside(subjects),
      makersOf: makersOfGroups(subjects.world, makers[plan] ?? new Map()),
    };
  });
  const fixes = new Map(
    blocksOf(report).blocks.flatMap((block) => {
      const ailment = lazily(() => ailmentOf(block, told(), plans));
      const find = (): Iterator<Found> =>
        everyFix({ judged, ailment: ailment(), pen: penOf(block.plan), trials });
      const found = fixesFrom(find, limits.budget);
      return block.findings.map(({ fingerprint }) => [fingerprint, found] as const);
    }),
  );
  return {
    ...report,
    findings: report.findings.map((finding) => ({ ...finding, fixes: fixes.get(finding.fingerprint) })),
    orders: plans.map((_, plan) => {
      const [first, ...others] = report.findings.filter((one) => one.plan === plan && isAboutOrder(one));
      const order = lazily(() =>
        first === undefined
          ? undefined
          : orderWithin(
              {
                judged,
                trials,
                pen: penOf(plan),
                ailment: ailmentOf({ findings: [first, ...others], plan }, told(), plans),
              },
              limits.budget,
            ),
      );
      return order;
    }),
  };
}

/** A fix, or why there is none where nothing else comes. */
type Found = Fix | WhyNoFix;

function isFix(found: Found): found is Fix {
  return 'step' in found;
}

function isWhy(found: Found): found is WhyNoFix {
  return !isFix(found);
}

/** Takes from what is found as much as somebody asks for. */
function fixesFrom(find: () => Iterator<Found>, budget: Budget): Fixes {
  const found: Found[] = [];
  let source: Iterator<Found> | undefined;
  let isEnd = false;
  const more = (): boolean => {
    if (isEnd) return false;
    try {
      const next = within(budget, 'mending', () => (source ??= find()).next());
      if (next.done === true) isEnd = true;
      else found.push(next.value);
    } catch (error) {
      if (!(error instanceof OutOfBudget)) throw error;
      found.push({ kind: 'not-tried' });
      isEnd = true;
    }
    return !isEnd;
  };
  const all = (): readonly Fix[] => {
    while (more());
    return found.filter(isFix);
  };
  return {
    first: () => {
      // Why there is none stands behind those that change rules, and before the others.
      while (found.length === 0 && more());
      return found.slice(0, 1).find(isFix);
    },
    all,
    whyNone: () => {
      while (found.length === 0 && more());
      return found.find(isWhy);
    },
  };
}

/** The order, as far as it may be looked for. */
function orderWithin(search: Search, budget: Budget): OrderFound {
  try {
    return within(budget, 'mending', () => ordered(search));
  } catch (error) {
    if (error instanceof OutOfBudget) return { kind: 'not-tried' };
    throw error;
  }
}

function ordered({ ailment, judged, pen, trials }: Search): OrderFound {
  return trials.mayTry(ORDER_RUNS) ? orderFor(ailment, judged, pen) : { kind: 'not-tried' };
}

/** Four ways, of two applies at the most. */
const ORDER_RUNS = 7;

/** Judges again as long as there is something left to do it with. */
interface Trials {
  readonly prove: Prove;
  readonly mayTry: MayTry;
}

type Prove = (ailment: Ailment, candidate: Candidate) => readonly FixEffect[] | 'fails' | 'not-tried';

function trialsWithin(judged: Judged, { proofs, objects }: MendLimits): Trials {
  let left = proofs;
  let leftObjects = objects;
  const size = judged.run.judged.reduce(
    (sum, { subjects: { subjects, world } }) =>
      sum + world.plan.rules.length + world.plan.groups.length + OBJECTS_OF_SUBJECT * subjects.length,
    0,
  );
  const mayTry: MayTry = (runs) => {
    if (left < runs || leftObjects < runs * size) return false;
    left -= runs;
    leftObjects -= runs * size;
    return true;
  };
  return {
    mayTry,
    prove: (ailment, { edits }) => (mayTry(1) ? (proofOf(judged, ailment, edits) ?? 'fails') : 'not-tried'),
  };
}

interface Search {
  readonly judged: Judged;
  readonly ailment: Ailment;
  readonly pen: Pen;
  readonly trials: Trials;
}

/** What changes rules, else why nothing does; then what decides the findings, and what accepts them. */
function* everyFix(search: Search): Generator<Found> {
  const { judged, ailment, trials } = search;
  const why = yield* proved(search);
  const order = ailment.findings.some(isAboutOrder) ? ordered(search) : undefined;
  if (why !== undefined) yield whyWith(why, order, ailment);
  if (order?.kind === 'order') yield order.fix;
  yield* decisions(ailment, judged, trials.mayTry);
  const look = lookAtCloud(ailment);
  if (look !== undefined) yield look;
  const accepted = acceptance(ailment, judged, trials.mayTry);
  if (accepted !== undefined) yield accepted;
}

/** What is cut by the order alone is not to be mended by other rules. */
function whyWith(why: WhyNoFix, order: OrderFound | undefined, { findings }: Ailment): WhyNoFix {
  const isOrder = why.kind === 'none-holds' && findings.every(({ change }) => change === 'transient');
  if (!isOrder || order === undefined) return why;
  return { kind: 'order', order: order.kind === 'order' ? 'found' : order };
}

/** What has been proved of an ailment: of each way to mend it the first that holds; in the end why none does. */
function* proved({ ailment, pen, trials: { prove } }: Search): Generator<Fix, WhyNoFix | undefined> {
  // A notice asks for nothing.
  if (ailment.findings.every(({ severity }) => severity === 'notice')) return { kind: 'notice' };
  const ways = new Set<FixStep['kind']>();
  let why: WhyNoFix = { kind: 'not-of-rules' };
  for (const one of candidatesFor(ailment, pen)) {
    if (ways.has(one.step.kind)) continue;
    const effects = prove(ailment, one);
    if (typeof effects === 'string') {
      why = { kind: effects === 'fails' ? 'none-holds' : effects };
      continue;
    }
    ways.add(one.step.kind);
    yield fixFrom(...least(one, effects, { ailment, pen, prove }), ailment);
  }
  return ways.size === 0 ? why : undefined;
}

/** As few changes as do it: one after the other is left out where the rest mends as well. */
function least(
  one: Candidate,
  effects: readonly FixEffect[],
  search: Pick<Search, 'ailment' | 'pen'> & Pick<Trials, 'prove'>,
): readonly [Candidate, readonly FixEffect[]] {
  const { ailment, pen, prove } = search;
  const lessers = one.step.kind === 'undo' ? lesserUndos(one, ailment) : fewerDenies(one, ailment, pen);
  for (const lesser of lessers) {
    const lesserEffects = prove(ailment, lesser);
    if (typeof lesserEffects !== 'string') return least(lesser, lesserEffects, search);
  }
  return [one, effects];
}

function fixFrom(one: Candidate, effects: readonly FixEffect[], { subjects }: Ailment): Fix {
  const { plan } = subjects.world;
  const { kind, step, edits, blocks, module, stages } = one;
  return {
    ...{ kind, step, edits, blocks, module, stages, effects },
    configuration: undefined,
    ...differenceOf(subjects, planWith(plan, edits), plan),
  };
}
