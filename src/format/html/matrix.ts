import { groupBy } from '../../collections.js';
import type { Requirement } from '../../model/requirement.js';
import type { ReportPaths, ReportSubject } from '../../report/paths.js';
import type { Report, ReportFinding } from '../../report/report.js';
import { type RowState, rowStates } from '../../report/row-states.js';
import { timesOf } from '../../report/telling/titles.js';
import { modelWords } from '../../report/words/model-words.js';
import { capitalised, count, ROLE_NAMES } from '../../report/words/phrases.js';
import { rowLinkHtml } from './finding.js';
import { folded, markup, type Markup, NOTHING, tableHtml } from './markup.js';

/** What becomes of a row at one time, as a cell shows it. */
type CellState = RowState['before'] | NonNullable<RowState['during']>;

const SIGNS: Readonly<Record<CellState, readonly [name: string, sign: string]>> = {
  holds: ['holds', '✔'],
  'holds in part': ['part', '◐'],
  missing: ['missing', '✖'],
  'may be cut': ['cut', '▲'],
  'not known': ['unknown', '?'],
  'not there': ['absent', '–'],
};

/** The rows of a cluster that do not simply hold with a plan. */
export function statesOf(plan: number, cluster: string, report: Report): readonly RowState[] {
  const isOf = (finding: ReportFinding): boolean => finding.plan === plan && finding.cluster === cluster;
  return rowStates({
    findings: report.findings.filter(isOf),
    untouched: report.untouched.filter(isOf),
    resolved: report.resolved.filter((mended) => mended.plan === plan && mended.cluster === cluster),
  });
}

/** Rows against before, while applying and after: for each subject what does not hold, and folded what holds. */
export function matrixOf(
  states: readonly RowState[],
  paths: ReportPaths | undefined,
  { cloud }: Report,
): readonly Markup[] {
  const times = timesOf({ cloud });
  const bySubject = groupBy(states, ({ subject }) => subject);
  const subjects: readonly MatrixSubject[] = paths?.subjects ?? [];
  const others = [...bySubject.keys()].filter((shown) =>
    subjects.every((subject) => subject.shown !== shown),
  );
  const parts = [
    ...subjects,
    ...others.map((shown) => ({ role: undefined, pool: undefined, shown, rows: [], isJudged: false })),
  ];
  return parts
    .map((subject) => subjectPart(subject, bySubject.get(subject.shown) ?? [], times))
    .filter((part) => part !== NOTHING);
}

type MatrixSubject = Omit<ReportSubject, 'role'> & {
  readonly role: ReportSubject['role'] | undefined;
};

function subjectPart(
  { role, pool, shown, rows, isJudged }: MatrixSubject,
  states: readonly RowState[],
  times: readonly string[],
): Markup {
  const told = new Set(states.map(({ row }) => row));
  const held = isJudged ? rows.filter((row) => !told.has(row)) : [];
  if (states.length + held.length === 0) return NOTHING;
  const name =
    pool !== undefined
      ? 'Groups of the pool'
      : role === undefined
        ? 'Security group'
        : capitalised(ROLE_NAMES[role]);
  const all = states.length === 0 ? 'all ' : '';
  return markup`<section class="subject"><h4>${name} <code>${shown ?? 'not known'}</code></h4>${
    states.length === 0
      ? NOTHING
      : rowsTable(
          states.map((state) => stateLine(state, times.length)),
          times,
        )
  }${folded(
    `${all}${count(held.length, 'row')} ${held.length === 1 ? 'holds' : 'hold'}${times.length > 1 ? ' before, while applying and after' : ''}`,
    held.length === 0
      ? NOTHING
      : rowsTable(
          held.map((row) => heldLine(row, times.length)),
          times,
        ),
  )}</section>`;
}

function rowsTable(lines: readonly Markup[], times: readonly string[]): Markup {
  return tableHtml('Rows of the tables', ['row', 'packets', 'from or to', ...times], lines);
}

function stateLine({ row, before, during, after, isWaived }: RowState, times: number): Markup {
  const cells = [
    stateCell(before),
    during === undefined ? markup`<td></td>` : stateCell(during),
    stateCell(after, isWaived),
  ];
  return markup`<tr>${modelCells(row)}${cells.slice(-times)}</tr>`;
}

function heldLine(row: Requirement, times: number): Markup {
  return markup`<tr>${modelCells(row)}${Array.from({ length: times }, () => stateCell('holds'))}</tr>`;
}

function modelCells(row: Requirement): Markup {
  const { traffic, peer, floor } = modelWords(row);
  // What is held is what must stay.
  const least = row.floor === undefined ? NOTHING : markup` <span class="quiet">(${floor})</span>`;
  return markup`<th scope="row">${rowLinkHtml(row.id)}</th><td>${traffic}</td><td>${peer}${least}</td>`;
}

function stateCell(state: CellState, isWaived = false): Markup {
  const [name, sign] = SIGNS[state];
  return markup`<td class="state ${name}"><span aria-hidden="true">${sign}</span> ${state}${isWaived ? ' (waived)' : ''}</td>`;
}
