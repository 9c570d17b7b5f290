/** Runs the whole pipe on facts alone. */
import { type Configuration, NO_CONFIGURATION } from '../../../src/config/configuration.js';
import { reportJson } from '../../../src/format/json/json.js';
import type { ReportJson } from '../../../src/format/json/schema.js';
import { renderText } from '../../../src/format/text/text.js';
import { emptyPlan } from '../../../src/plan/read-plan.js';
import type { Report } from '../../../src/report/report.js';
import { run } from '../../../src/run.js';
import { factsOf } from './api-facts.js';

/** A report as programs get it, and as renderers do. */
export interface Audited extends ReportJson {
  readonly typed: Report;
}

/** What an audit of these files says. */
export function auditOf(files: readonly unknown[], configuration: Partial<Configuration> = {}): Audited {
  const { report } = run({
    occasion: 'audit',
    plans: [{ path: 'facts.json', label: undefined, plan: emptyPlan() }],
    facts: factsOf(...files),
    configuration: { ...NO_CONFIGURATION, ...configuration },
    failOn: 'critical',
    today: '2026-11-24',
  });
  return { ...reportJson(report), typed: report };
}

/** The same as people read it. */
export function textOf({ typed }: Audited): string {
  return renderText(typed, { colors: false });
}
