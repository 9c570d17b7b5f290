/** What mends the findings of a plan that a test built. */
import { UNBOUNDED } from '../../src/budget.js';
import { type Configuration, NO_CONFIGURATION } from '../../src/config/configuration.js';
import type { Facts } from '../../src/facts/facts.js';
import { LIMITS, mended } from '../../src/mend/mend.js';
import type { Judged } from '../../src/mend/proof.js';
import type { Fix } from '../../src/report/fix.js';
import type { Report, ReportFinding } from '../../src/report/report.js';
import { remedyOf } from '../../src/report/words/remedy-words.js';
import { openText } from '../../src/report/words/text.js';
import { run } from '../../src/run.js';
import { type Change, planBytes } from './plans/plan-builder.js';
import { readPlan } from './run-bytes.js';

/** A plan that was judged, for `mended`. */
export function judgedPlan(
  changes: readonly Change[],
  configuration: Partial<Configuration> = {},
  facts?: Facts,
): Judged {
  const plan = readPlan(planBytes(changes));
  if (!plan.ok) throw new Error(plan.error.message);
  const input = {
    plans: [{ path: 'plan.json', label: undefined, plan: plan.value }],
    configuration: { ...NO_CONFIGURATION, ...configuration },
    ...(facts !== undefined && { facts }),
    failOn: 'critical',
    today: '2026-01-01',
  } as const;
  return { input, run: run(input) };
}

/** Its report, with fixes. */
export function mendedReport(...plan: Parameters<typeof judgedPlan>): Report {
  return mended(judgedPlan(...plan), { ...LIMITS, budget: UNBOUNDED });
}

/** The fixes of the first finding of that check, or of that row. */
export function fixesFor({ findings }: Report, of: string): readonly Fix[] {
  const found = findings.find(({ check, row }) => check.id === of || row?.id === of);
  return found?.fixes?.all() ?? [];
}

/** What a finding says of how to mend it. */
export function remedyText(finding: ReportFinding | undefined): string {
  return finding === undefined ? '' : openText(remedyOf(finding));
}
