/** Runs the whole pipe on a plan that a test built. */
import type { Change as Kind } from '../../src/weigh/causes.js';
import { type Configuration, NO_CONFIGURATION } from '../../src/config/configuration.js';
import { CHECKS } from '../../src/check/checks.js';
import type { Facts } from '../../src/facts/facts.js';
import { reportJson } from '../../src/format/json/json.js';
import type { FindingJson, ReportJson } from '../../src/format/json/schema.js';
import type { Report } from '../../src/report/report.js';
import { type Change, planBytes } from './plans/plan-builder.js';
import { mendBytes, runBytes } from './run-bytes.js';

/** A report as programs get it, and as renderers do. */
export interface Judgement extends ReportJson {
  readonly typed: Report;
}

/** The report of one plan. */
export function judge(
  changes: readonly Change[],
  configuration: Partial<Configuration> = {},
  facts?: Facts,
): Judgement {
  return judgeBytes(planBytes(changes), configuration, facts);
}

/** The report of one plan with what mends its findings. */
export function judgeMended(
  changes: readonly Change[],
  configuration: Partial<Configuration> = {},
): Judgement {
  return judged(mendBytes, planBytes(changes), configuration);
}

/** The report of one plan, by its bytes. */
export function judgeBytes(
  bytes: Uint8Array,
  configuration: Partial<Configuration> = {},
  facts?: Facts,
): Judgement {
  return judged(runBytes, bytes, configuration, facts);
}

function judged(
  run: typeof runBytes,
  bytes: Uint8Array,
  configuration: Partial<Configuration>,
  facts?: Facts,
): Judgement {
  const result = run({
    plans: [{ path: 'plan.json', bytes, label: undefined }],
    configuration: { ...NO_CONFIGURATION, ...configuration },
    ...(facts !== undefined && { facts }),
    failOn: 'critical',
    today: '2026-01-01',
  });
  if (!result.ok) throw new Error(result.error.error.message);
  return { ...reportJson(result.value), typed: result.value };
}

const ROW_CHECKS: ReadonlySet<string> = new Set(
  CHECKS.filter(({ tables }) => tables.length > 0).map(({ id }) => id),
);

/** Findings about rows, without notices. Other checks may have more to say. */
export function rowFindings({ findings }: ReportJson): readonly FindingJson[] {
  return findings.filter(
    ({ check, requirement, severity }) =>
      ROW_CHECKS.has(check) && requirement !== null && severity !== 'notice',
  );
}

/** The rows with findings of that kind, in order: `T1.2`, or `POOL T1.2` for a pool with groups of its own. */
export function rows(report: ReportJson, kind: Kind): readonly string[] {
  const named = rowFindings(report)
    .filter(({ change }) => change === kind)
    .map(({ requirement, pool }) => `${pool === null ? '' : `${pool} `}${requirement ?? ''}`);
  return named.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** All rows with findings, by kind; kinds without any are left out. */
export function verdict(report: ReportJson): Partial<Record<Kind, readonly string[]>> {
  const kinds: readonly Kind[] = ['introduced', 'transient', 'pre-existing', 'undecided'];
  return Object.fromEntries<readonly string[]>(
    kinds.map((kind) => [kind, rows(report, kind)] as const).filter(([, list]) => list.length > 0),
  );
}
