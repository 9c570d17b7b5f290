/** Plans of the benchmark, as bytes. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { writePlan } from '../../../bench/plans.mjs';

/** The bytes of a plan with these objects. */
export function bytesOfPlan(objects: Parameters<typeof writePlan>[1]): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const file = path.join(folder, 'plan.json');
  writePlan(file, objects);
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}
