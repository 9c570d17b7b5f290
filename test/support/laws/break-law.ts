/** Tries to break a law with random plans. */
import { scenarios } from './scenarios.js';
import { describeScenario, smallest } from './smallest.js';
import type { Law } from './verdict-laws.js';
import { fc } from '../laws.js';

/** The smallest plan found that breaks the law, in lines for people; empty when none of them does. */
export function breakLaw({ wish, faults }: Pick<Law, 'wish' | 'faults'>, numRuns?: number): string {
  const property = fc.property(
    scenarios(wish),
    fc.nat(),
    (scenario, dice) => faults(scenario, dice).length === 0,
  );
  const result = fc.check(property, { endOnFailure: true, ...(numRuns !== undefined && { numRuns }) });
  if (!result.failed) return '';
  const [scenario, dice] = result.counterexample ?? [];
  if (scenario === undefined || dice === undefined) return String(result.errorInstance);
  const small = smallest(scenario, (next) => faults(next, dice).length > 0);
  const lines = faults(small, dice).slice(0, 10);
  return [`seed ${String(result.seed)}`, describeScenario(small), ...lines].join('\n');
}
