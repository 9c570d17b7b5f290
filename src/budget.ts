/**
 * What a run may cost. The price of a hostile plan lies in the algebra and in references, a hundred calls below the edge
 * that knows the limit; so a budget is in force for as long as a piece of synchronous work lasts, and whoever loops
 * says what it does. Counts come first: they are the same on every machine. The clock and the heap are the last resort.
 */

/** What the run is at, for people. */
export type Stage =
  'reading' | 'references' | 'files' | 'clusters' | 'rules' | 'report' | 'places' | 'mending' | 'posting';

/** What ran out: steps that were counted, time, or memory. */
export type Limit = 'work' | 'time' | 'memory';

/** Thrown where a budget ends, and caught by who put it in force. It is no bug: the input asks for too much. */
export class OutOfBudget extends Error {
  override readonly name = 'OutOfBudget';

  constructor(
    readonly limit: Limit,
    readonly stage: Stage,
  ) {
    super(`out of ${limit} at ${stage}`);
  }
}

/** How much there is. */
export interface Allowance {
  /** One is about an interval, a rule or a reference that is looked at. */
  readonly steps: number;
  /** The largest list: boxes of a region, entries of an address group, findings with their causes. */
  readonly items: number;
  readonly timeMs: number;
}

/** What a budget asks of the world; both are cheap, and asked now and then. */
export interface Gauges {
  /** Since the budget began. */
  readonly elapsedMs: () => number;
  readonly isMemoryLow: () => boolean;
  /** Is told, as often as the others are asked, what the run is at. */
  readonly at?: ((stage: Stage) => void) | undefined;
}

/** What is left for a run; all its pieces share it. */
export interface Budget {
  readonly spend: (steps: number, stage: Stage) => void;
  /** One thing of that size is to be made. */
  readonly hold: (items: number, stage: Stage) => void;
  /** Things that stay to the end of the run; all of them count together. */
  readonly keep: (items: number, stage: Stage) => void;
}

/** About ten milliseconds of work. */
const STEPS_BETWEEN_LOOKS = 250_000;

/** A budget that begins now. Once it has ended, nothing more can be paid with it. */
export function budgetOf(
  { steps, items, timeMs }: Allowance,
  { elapsedMs, isMemoryLow, at }: Gauges,
): Budget {
  let spent = 0;
  let kept = 0;
  let nextLook = 0;
  let ended: Limit | undefined;
  const need = (isPaid: boolean, limit: Limit, stage: Stage): void => {
    if (isPaid && ended === undefined) return;
    ended ??= limit;
    throw new OutOfBudget(ended, stage);
  };
  return {
    spend(more, stage) {
      spent += more;
      if (spent < nextLook && spent <= steps && ended === undefined) return;
      need(spent <= steps, 'work', stage);
      nextLook = spent + STEPS_BETWEEN_LOOKS;
      need(elapsedMs() <= timeMs, 'time', stage);
      need(!isMemoryLow(), 'memory', stage);
      at?.(stage);
    },
    hold(count, stage) {
      need(count <= items, 'work', stage);
    },
    keep(more, stage) {
      kept += more;
      need(kept <= items, 'work', stage);
    },
  };
}

const free = (): void => undefined;

/** Nobody counts. */
export const UNBOUNDED: Budget = { spend: free, hold: free, keep: free };

let inForce: { readonly budget: Budget; readonly stage: Stage } = { budget: UNBOUNDED, stage: 'reading' };

/** Does the work, which must not wait for anything, with the budget in force. Throws {@link OutOfBudget} when it ends. */
export function within<T>(budget: Budget, stage: Stage, work: () => T): T {
  const outer = inForce;
  inForce = { budget, stage };
  try {
    return work();
  } finally {
    inForce = outer;
  }
}

/** Does work that a verdict can do without; undefined when the budget ends before it. */
export function affordable<T>(budget: Budget, stage: Stage, work: () => T): T | undefined {
  try {
    return within(budget, stage, work);
  } catch (error) {
    if (error instanceof OutOfBudget) return undefined;
    throw error;
  }
}

/** Who puts off work takes it along. */
export function budgetInForce(): Budget {
  return inForce.budget;
}

/** The same budget, at another stage. */
export function during<T>(stage: Stage, work: () => T): T {
  return within(inForce.budget, stage, work);
}

/** Takes steps of the budget in force. */
export function spend(steps: number): void {
  inForce.budget.spend(steps, inForce.stage);
}

/** Asks whether a list may be so long. */
export function hold(items: number): void {
  inForce.budget.hold(items, inForce.stage);
}

/** Counts what stays to the end of the run. */
export function keepToEnd(items: number): void {
  inForce.budget.keep(items, inForce.stage);
}
