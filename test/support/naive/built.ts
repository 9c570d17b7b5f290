/** Plans that tests build, as the naive side reads them. */
import { judge } from '../judge.js';
import { type Change, planDocument } from '../plans/plan-builder.js';
import type { PlanFile } from './documents.js';
import { type NaiveConfiguration, type NaiveWorld, naiveWorld } from './world.js';

/** The world of a plan of these changes. */
export function builtWorld(changes: readonly Change[], { priority }: NaiveConfiguration = {}): NaiveWorld {
  // What the builder writes is read as a plan file is.
  const plan = planDocument(changes) as unknown as PlanFile;
  return naiveWorld([plan], judge(changes, { defaultRulePriority: priority }), { priority });
}
