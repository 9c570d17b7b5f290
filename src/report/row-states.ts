import { compare, groupBy, type NonEmpty } from '../collections.js';
import { rowsOf } from '../check/finding.js';
import type { Requirement } from '../model/requirement.js';
import type { Change } from '../weigh/causes.js';
import type { Report, ReportFinding } from './report.js';

/** What becomes of a row of the tables over the plan. */
export interface RowState {
  /** An index of the report's `plans`. */
  readonly plan: number;
  readonly cluster: string | undefined;
  /** The pool, else the group. */
  readonly subject: string | undefined;
  readonly row: Requirement;
  readonly before: 'holds' | 'holds in part' | 'missing' | 'not known' | 'not there';
  /** Undefined for a row that the plan mends. */
  readonly during: 'missing' | 'may be cut' | 'not known' | undefined;
  readonly after: 'holds' | 'missing' | 'not known';
  /** What is said of `after` is hidden by a waiver. */
  readonly isWaived: boolean;
}

/** Of the rows of such findings nothing is said that a state tells. */
const NO_STATE: ReadonlySet<ReportFinding['reason']['kind']> = new Set([
  'not-crosswise',
  'key-renamed',
  'upgrade-refused',
]);

type RowFinding = ReportFinding & { readonly row: Requirement };

/** Every row that does not simply hold, in the order of the page. */
export function rowStates({
  findings,
  untouched,
  resolved,
}: Pick<Report, 'findings' | 'untouched' | 'resolved'>): readonly RowState[] {
  const rowed = [...findings, ...untouched].flatMap((finding): RowFinding[] =>
    NO_STATE.has(finding.reason.kind) ? [] : rowsOf(finding).map((row) => ({ ...finding, row })),
  );
  const bySubject = groupBy(rowed, ({ plan, cluster, pool, group, row }) =>
    JSON.stringify([plan, cluster, pool, group?.key, row.id]),
  );
  const mended = resolved.map(({ plan, cluster, group, row }): RowState => ({
    plan,
    cluster,
    subject: group?.shown,
    row,
    before: 'missing',
    during: undefined,
    after: 'holds',
    isWaived: false,
  }));
  return [...[...bySubject.values()].map(rowState), ...mended].sort(byRow);
}

function rowState(findings: NonEmpty<RowFinding>): RowState {
  const [{ plan, cluster, pool, group, row }] = findings;
  const changes = new Set(findings.map(({ change }) => change));
  const isNew = findings.some(({ reason }) => reason.kind === 'row' && reason.need === 'new');
  const lost = findings.filter(({ change }) => change === 'introduced' || change === 'pre-existing');
  const isLost = lost.length > 0;
  return {
    plan,
    cluster,
    subject: pool ?? group?.shown,
    row,
    before: isNew ? 'not there' : stateBefore(changes, findings),
    during: isLost ? 'missing' : changes.has('transient') ? 'may be cut' : 'not known',
    after: isLost ? 'missing' : changes.has('undecided') ? 'not known' : 'holds',
    isWaived: (isLost ? lost : findings).every(({ waived }) => waived !== undefined),
  };
}

function stateBefore(changes: ReadonlySet<Change>, findings: NonEmpty<RowFinding>): RowState['before'] {
  const was = changes.has('introduced') || changes.has('transient');
  if (changes.has('pre-existing')) return was ? 'holds in part' : 'missing';
  const held = findings.every(({ reason }) => reason.kind === 'row' && reason.heldBefore);
  return was || held ? 'holds' : 'not known';
}

function byRow(a: RowState, b: RowState): number {
  return (
    compare(a.cluster ?? '', b.cluster ?? '') ||
    compare(a.subject ?? '', b.subject ?? '') ||
    a.plan - b.plan ||
    a.row.table - b.row.table ||
    a.row.number - b.row.number
  );
}
