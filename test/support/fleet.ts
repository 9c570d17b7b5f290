/** Root modules that know nothing of each other: recorded plans, each with ids and a cluster of its own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { FIXTURES } from './fixture-report.js';

const IDS = /[0-9a-f]{8}(?=(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g;

/** The plan of a case as the root module with this number has it: other ids, and `prod` is `prod-NUMBER`. */
export function fleetPlan(name: string, number: number): string {
  const text = readFileSync(path.join(FIXTURES, name, 'plan.json'), 'utf8');
  const own = number.toString(16).padStart(4, '0');
  return text
    .replaceAll(IDS, (part) => own + part.slice(4))
    .replaceAll(/"prod"/g, `"prod-${number}"`)
    .replaceAll(/"prod-cce-/g, `"prod-${number}-cce-`);
}
