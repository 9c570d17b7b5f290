import { CHECKS } from '../check/checks.js';
import { type Finding, rowsOf } from '../check/finding.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import { distinct, type NonEmpty } from '../collections.js';
import type { GroupKey } from '../plan/rule.js';
import type { Block } from '../report/blocks.js';
import type { JudgedPlan, ToldFinding } from '../report/told-findings.js';
import type { ReportFinding } from '../report/report.js';
import { must } from '../result.js';
import { allRows, type Asked } from '../weigh/row-sets.js';

/** A row of a subject that does not hold, or may not. */
export interface SickRow {
  readonly found: Finding;
  readonly subject: Subject;
  readonly asked: Asked;
}

/** Findings of one cause, and what stands behind them: what a fix has to mend. */
export interface Ailment {
  /** An index of the run's plans. */
  readonly plan: number;
  readonly subjects: Subjects;
  readonly findings: NonEmpty<ReportFinding>;
  readonly found: NonEmpty<Finding>;
  readonly rows: readonly SickRow[];
  /** The groups that the findings are about. */
  readonly groups: readonly GroupKey[];
}

/** A block of a report with the findings that it tells. */
export function ailmentOf(
  { findings, plan }: Pick<Block, 'findings' | 'plan'>,
  told: ReadonlyMap<string, ToldFinding>,
  judged: readonly JudgedPlan[],
): Ailment {
  const { subjects } = must(judged[plan], 'a block is of a plan that was judged');
  const foundOf = ({ fingerprint }: ReportFinding): Finding =>
    must(told.get(fingerprint), 'each finding of a report was told by a check').found;
  const [first, ...others] = findings;
  const found: NonEmpty<Finding> = [foundOf(first), ...others.map(foundOf)];
  const rows = found.flatMap((one) => sickRows(one, subjects));
  return {
    ...{ plan, subjects, findings, found, rows },
    groups: distinct([
      ...found.flatMap(({ group }) => group ?? []),
      ...rows.flatMap(({ subject }) => subject.groups.map(({ key }) => key)),
    ]),
  };
}

function sickRows(found: Finding, { subjects }: Subjects): readonly SickRow[] {
  const { row, cluster, role, pool, check, reason } = found;
  if (reason.kind === 'not-crosswise' || reason.kind === 'key-renamed') return [];
  const subject = subjects.find((one) => one.cluster === cluster && one.role === role && one.pool === pool);
  if (subject === undefined) return [];
  const rowsAsked = row === undefined ? allRows : (CHECKS.find(({ id }) => id === check.id)?.rows ?? allRows);
  const own = new Set(rowsOf(found));
  return rowsAsked(subject).flatMap((asked) => (own.has(asked.row) ? [{ found, subject, asked }] : []));
}
