/** An order of applies that the product tells, walked by the naive reading. */
import type { Fix } from '../../../src/report/fix.js';
import { type Cut, cutsOf, type Effort } from './cuts.js';
import type { NaiveWorld } from './world.js';

/** What is cut or refused at any moment of the order, whatever order Terraform chooses within an apply. */
export function cutsInOrder(world: NaiveWorld, { step, stages }: Fix, effort: Effort): readonly Cut[] {
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
