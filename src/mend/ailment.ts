import { CHECKS } from '../check/checks.js';
import { type Finding, rowsOf } from '../check/finding.js';
import { askRow } from '../cluster/question.js';
import type { Subject, Subjects } from '../cluster/subject.js';
import { distinct, firstOfEach, type NonEmpty } from '../collections.js';
import { crosswiseNeed } from '../model/crosswise.js';
import type { Requirement } from '../model/requirement.js';
import { ALL_V4 } from '../net/peers.js';
import { EMPTY, intersect, isEmpty, mapPeers, region } from '../net/region.js';
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

/** A pool, and others whose nodes it keeps out. */
export interface ShutOut {
  readonly subject: Subject;
  /** The row by which nodes reach one another. */
  readonly need: Requirement;
  /** Kubelet and node ports. */
  readonly rows: readonly Requirement[];
  /** The groups of each of the others. */
  readonly pools: readonly NonEmpty<GroupKey>[];
}

/** Findings of one cause, and what stands behind them: what a fix has to mend. */
export interface Ailment {
  /** An index of the run's plans. */
  readonly plan: number;
  readonly subjects: Subjects;
  readonly findings: NonEmpty<ReportFinding>;
  readonly found: NonEmpty<Finding>;
  readonly rows: readonly SickRow[];
  readonly shutOut: readonly ShutOut[];
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
  const shutOut = found.flatMap((one) => poolsShutOut(one, subjects));
  return {
    ...{ plan, subjects, findings, found, rows, shutOut },
    groups: distinct([
      ...found.flatMap(({ group }) => group ?? []),
      ...[...rows, ...shutOut].flatMap(({ subject }) => subject.groups.map(({ key }) => key)),
    ]),
  };
}

function sickRows(found: Finding, { subjects }: Subjects): readonly SickRow[] {
  const { row, check, reason } = found;
  if (reason.kind === 'not-crosswise' || reason.kind === 'key-renamed') return [];
  const subject = subjectBehind(found, subjects);
  if (subject === undefined) return [];
  const rowsAsked = row === undefined ? allRows : (CHECKS.find(({ id }) => id === check.id)?.rows ?? allRows);
  const own = new Set(rowsOf(found));
  return rowsAsked(subject).flatMap((asked) => (own.has(asked.row) ? [{ found, subject, asked }] : []));
}

function subjectBehind(
  { cluster, role, pool }: Pick<Finding, 'cluster' | 'role' | 'pool'>,
  subjects: Subjects['subjects'],
): Subject | undefined {
  return subjects.find((one) => one.cluster === cluster && one.role === role && one.pool === pool);
}

function poolsShutOut(found: Finding, { subjects }: Subjects): readonly ShutOut[] {
  const { reason } = found;
  const subject = reason.kind === 'not-crosswise' ? subjectBehind(found, subjects) : undefined;
  const need = subject === undefined ? undefined : crosswiseNeed(subject.model);
  if (reason.kind !== 'not-crosswise' || subject === undefined || need === undefined) return [];
  const others = new Set(reason.pools);
  const pools = subjects.flatMap(({ pool, cluster, groups }): readonly NonEmpty<GroupKey>[] => {
    const [key, ...more] = groups.map((group) => group.key);
    const isOther = pool !== undefined && others.has(pool) && cluster === subject.cluster;
    return isOther && key !== undefined ? [[key, ...more]] : [];
  });
  const rows = need.ports.filter((row) => isLacked(row, found, subject));
  return [{ subject, need: need.row, rows, pools: firstOfEach(pools, ([key]) => key) }];
}

/** Whether packets of the row, whoever sends them, are among those of the finding. */
function isLacked(row: Requirement, { packets }: Finding, subject: Subject): boolean {
  const { direction, traffic } = askRow(row, subject, subject.after);
  const lost = mapPeers(packets?.region ?? EMPTY, () => ALL_V4);
  return !isEmpty(intersect(lost, region(direction, traffic.protocols, traffic.ports, ALL_V4)));
}
