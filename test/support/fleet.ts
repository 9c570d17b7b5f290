/** Root modules that know nothing of each other: recorded plans, each with ids and a cluster of its own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { fleetPlan as numbered } from '../../bench/fleet-plans.mjs';
import { FIXTURES } from './fixture-report.js';

/** The plan of a case as the root module with this number has it: other ids, and `prod` is `prod-NUMBER`. */
export function fleetPlan(name: string, number: number): string {
  return numbered(readFileSync(path.join(FIXTURES, name, 'plan.json'), 'utf8'), number);
}
