import type { Report, ReportFinding } from './report.js';

/** What becomes of a row of the tables over the plan. */
export interface RowState {
  readonly cluster: string | null;
  /** The group or the pool. */
  readonly subject: string | null;
  readonly requirement: string;
  readonly before: string;
  readonly during: string;
  readonly after: string;
}

/** Every row that does not simply hold, in the order of the page. */
export function rowStates({
  findings,
  resolved,
}: Pick<Report, 'findings' | 'resolved'>): readonly RowState[] {
  const bySubject = new Map<string, [ReportFinding, ...ReportFinding[]]>();
  for (const finding of findings) {
    const { plan, cluster, pool, group, requirement } = finding;
    if (requirement === null) continue;
    const key = JSON.stringify([plan, cluster, pool, group, requirement]);
    const same = bySubject.get(key);
    if (same === undefined) bySubject.set(key, [finding]);
    else same.push(finding);
  }
  const broken = [...bySubject.values()].map(stateOf);
  const mended = resolved.map(({ cluster, group, requirement }) => ({
    cluster,
    subject: group,
    requirement,
    before: 'missing',
    during: '',
    after: 'holds',
  }));
  return [...broken, ...mended].sort(byRow);
}

function stateOf(findings: readonly [ReportFinding, ...ReportFinding[]]): RowState {
  const [{ cluster, pool, group, requirement }] = findings;
  const changes = new Set(findings.map(({ change }) => change));
  const was = changes.has('introduced') || changes.has('transient');
  const lost = findings.filter(({ change }) => change === 'introduced' || change === 'pre-existing');
  const isLost = lost.length > 0;
  const waived = (isLost ? lost : findings).every((finding) => finding.waived !== null) ? ' (waived)' : '';
  return {
    cluster,
    subject: pool ?? group,
    requirement: requirement ?? '',
    before: changes.has('pre-existing') ? (was ? 'holds in part' : 'missing') : was ? 'holds' : 'not known',
    during: isLost ? 'missing' : changes.has('transient') ? 'may be cut' : 'not known',
    after: isLost ? `missing${waived}` : changes.has('undecided') ? `not known${waived}` : `holds${waived}`,
  };
}

function byRow(a: RowState, b: RowState): number {
  return (
    compare(a.cluster ?? '', b.cluster ?? '') ||
    compare(a.subject ?? '', b.subject ?? '') ||
    numberOf(a.requirement) - numberOf(b.requirement)
  );
}

function numberOf(id: string): number {
  const [, table = '0', row = '0'] = /^T(\d+)\.(\d+)$/.exec(id) ?? [];
  return Number(table) * 100 + Number(row);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
