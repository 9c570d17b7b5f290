/** An order of applies that the product tells, walked by the naive reading. */
import type { Fix } from '../../../src/report/fix.js';
import { type Cut, cutsOf, type Effort } from './cuts.js';
import { withAdds } from './fixes.js';
import type { NaiveWorld } from './world.js';

/** What is cut or refused at any moment of the order, whatever order Terraform chooses within an apply. */
export function cutsInOrder(world: NaiveWorld, fix: Fix, effort: Effort): readonly Cut[] {
  const { step, stages } = fix;
  if (step.kind === 'merge-first') return cutsOf(...mergedFirst(world, fix, step.left), effort);
  const newFirst = step.kind === 'new-first' ? step.addresses : step.kind === 'stages' ? step.newFirst : [];
  const targets = stages.length === 0 ? [[]] : stages.map((stage) => stage.targets);
  return cutsOf(turned(world, newFirst), targets, effort);
}

/** The world as it is when these rules are replaced the other way round. */
function turned(world: NaiveWorld, newFirst: readonly string[]): NaiveWorld {
  const turn = (step: NaiveWorld['steps'][number]): typeof step =>
    newFirst.includes(step.address) && step.how === 'destroy-first' ? { ...step, how: 'create-first' } : step;
  return { ...world, steps: world.steps.map(turn) };
}

/** The world in which rules of the fix come first, and those at these addresses go or never come; and the stages. */
function mergedFirst(
  world: NaiveWorld,
  fix: Fix,
  left: readonly string[],
): readonly [NaiveWorld, readonly (readonly string[])[]] {
  const steps = world.steps.flatMap((step): readonly (typeof step)[] => {
    if (!left.includes(step.address)) return [step];
    return step.before.length === 0 ? [] : [{ ...step, how: 'goes', after: [] }];
  });
  const names = fix.adds.map((_, i) => `first ${String(i)}`);
  return [withAdds({ ...world, steps }, fix, names), [names, []]];
}
