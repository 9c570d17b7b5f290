/** The recorded cases, as the naive reading has them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { memo } from '../../../src/collections.js';
import { reportJson } from '../../../src/format/json/json.js';
import type { ReportJson } from '../../../src/format/json/schema.js';
import type { Report } from '../../../src/report/report.js';
import { caseConfiguration, FIXTURES, fixtureReport, plansNamed } from '../fixture-report.js';
import type { PlanFile } from './documents.js';
import { type NaiveWorld, naiveWorld } from './world.js';

export interface NaiveCase {
  readonly typed: Report;
  readonly report: ReportJson;
  readonly plans: readonly PlanFile[];
  readonly world: NaiveWorld;
}

/** A case of fixtures/, judged as it stands there. */
export const naiveCase = memo(async (name: string): Promise<NaiveCase> => {
  const folder = path.join(FIXTURES, name);
  const plans = plansNamed(folder).map(
    (file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as PlanFile,
  );
  const typed = await fixtureReport(name);
  const report = reportJson(typed);
  const file = path.join(folder, 'cce-plan-guard.yml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [, balancers = ''] = /load-balancer-cidrs: \[(.*)\]/.exec(text) ?? [];
  return {
    ...{ typed, report, plans },
    world: naiveWorld(plans, report, {
      priority: caseConfiguration(name).defaultRulePriority,
      loadBalancers: balancers.split(', ').filter((cidr) => cidr !== ''),
    }),
  };
});
