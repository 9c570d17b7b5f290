/** Holds the report of a scenario against the oracle, packet by packet. */
import type { FindingJson, ReportJson } from '../../../src/format/json/schema.js';
import { rowsOf } from '../../../src/check/finding.js';
import { judge, type Judgement } from '../judge.js';
import type { Packet } from './rules.js';
import { isListed } from '../report/packets.js';
import { changesOf, configurationOf, factsIn, type Scenario } from '../laws/scenario.js';
import { type Fate, fatesOf, isUsedProtocol, type RowFate } from './verdict.js';

/** Every point on which the report and the oracle differ, as lines for people; empty when they agree. */
export function disagreements(scenario: Scenario): readonly string[] {
  return differences(scenario, fatesOf(scenario));
}

/** Every point on which the report differs from these fates. */
export function differences(scenario: Scenario, rows: readonly RowFate[]): readonly string[] {
  const report = judge(changesOf(scenario), configurationOf(scenario), factsIn(scenario));
  return [
    ...rows.flatMap((row) => rowDisagreements(row, report)),
    ...strangers(rows, report),
    ...refusedDisagreements(rows, report),
    ...resolvedDisagreements(rows, report),
    ...untouchedDisagreements(rows, report),
  ];
}

const TOLD: readonly Fate[] = ['introduced', 'pre-existing', 'transient', 'undecided'];

function rowDisagreements(fate: RowFate, report: Judgement): readonly string[] {
  const { subject, row, fates, hasNotice } = fate;
  const own = findingsOf(fate, report);
  const lines: string[] = [];
  // What is missing in part and undecided in part is told as missing.
  const isMissing = fates.some(([, wanted]) => wanted === 'introduced' || wanted === 'pre-existing');
  const told = isMissing ? TOLD.filter((kind) => kind !== 'undecided') : TOLD;
  for (const [packet, wanted] of fates) {
    const got = own.filter(({ severity }) => severity !== 'notice').filter((f) => isListed(f, packet));
    const kinds = got.map(({ change }) => change).join(' and ');
    const due = told.includes(wanted) ? wanted : '';
    if (kinds !== due) {
      lines.push(
        `${subject} ${row.id}: ${text(packet)} is ${kinds || 'fine'} in the report, ${wanted} to the oracle`,
      );
    }
  }
  const findings = own.filter(({ severity }) => severity !== 'notice');
  for (const { change, severity } of findings) {
    if (!fates.some(([, wanted]) => wanted === change))
      lines.push(`${subject} ${row.id}: no packet is ${change}`);
    const isUsed = fates.some(([packet, wanted]) => wanted === 'introduced' && isUsedProtocol(packet));
    const due = change === 'introduced' && isUsed ? 'critical' : 'warning';
    if (severity !== due) lines.push(`${subject} ${row.id}: ${change} is ${severity}`);
  }
  if (own.some(({ severity }) => severity === 'notice') !== hasNotice) {
    lines.push(`${subject} ${row.id}: the notice about load balancers, says only one of both`);
  }
  return lines.slice(0, 3);
}

/** A rule that is refused at its new address is critical when a packet that people use is lost by it. */
function refusedDisagreements(rows: readonly RowFate[], report: ReportJson): readonly string[] {
  const isDue = rows.some(({ isRefused }) => isRefused);
  const isTold = report.findings.some(
    ({ check, severity }) => check === 'duplicate-rule' && severity === 'critical',
  );
  return isDue === isTold
    ? []
    : [`a refused rule is critical to ${isTold ? 'the report' : 'the oracle'} alone`];
}

/** Table 8 and the tables of nodes are held against pools as well. */
function findingsOf({ subject, row }: RowFate, report: Judgement): readonly FindingJson[] {
  const pool = isPool(subject) ? subject : null;
  // Pools that do not reach one another hold their own rows: that is no statement about a subject's row.
  const crosswise = new Set(
    report.typed.findings
      .filter(({ reason }) => reason.kind === 'not-crosswise')
      .map(({ fingerprint }) => fingerprint),
  );
  return report.findings.filter(
    (finding) =>
      finding.requirement === row.id && finding.pool === pool && !crosswise.has(finding.fingerprint),
  );
}

function isPool(subject: string): boolean {
  return subject.includes('.');
}

/** Rows that the plan mends; the report's list names no pools, so they are counted. */
function resolvedDisagreements(rows: readonly RowFate[], report: ReportJson): readonly string[] {
  return [...new Set(rows.map(({ row }) => row.id))].flatMap((id) => {
    const due = rows.filter(({ row, isResolved }) => row.id === id && isResolved).length;
    const told = report.resolved.filter(({ requirement }) => requirement === id).length;
    return due === told
      ? []
      : [`${id}: resolved ${String(told)} times in the report, ${String(due)} times to the oracle`];
  });
}

/** Rows with packets that are undecided whatever the plan does. */
function untouchedDisagreements(rows: readonly RowFate[], { typed }: Judgement): readonly string[] {
  const has = (fates: RowFate['fates'], fate: Fate): boolean => fates.some(([, one]) => one === fate);
  const due = rows.flatMap(({ subject, row, fates }) => {
    const isMissing = has(fates, 'introduced') || has(fates, 'pre-existing');
    return [
      ...(has(fates, 'untouched') && !isMissing ? [`${subject} ${row.id}`] : []),
      ...(has(fates, 'untouched-once') && !has(fates, 'told-once') ? [`${subject} ${row.id} once`] : []),
    ];
  });
  const told = typed.untouched.flatMap((finding) => {
    const { pool, role = '', row } = finding;
    return rowsOf(finding).map(({ id }) => `${pool ?? role} ${id}${row === undefined ? ' once' : ''}`);
  });
  return due.sort().join() === told.sort().join()
    ? []
    : [`untouched are ${told.join(', ')} in the report, ${due.join(', ')} to the oracle`];
}

/** Rows in the report that the oracle knows nothing of, and the findings about standing denies. */
function strangers(rows: readonly RowFate[], report: ReportJson): readonly string[] {
  const known = new Set(rows.map(({ row }) => row.id));
  const strange = report.findings.flatMap(({ requirement }) =>
    requirement === null || known.has(requirement) ? [] : [`${requirement} is reported`],
  );
  const doubts = new Set(
    rows.filter(({ fates }) => fates.some(([, fate]) => fate === 'told-once')).map(({ subject }) => subject),
  );
  const told = report.findings.filter(
    ({ check, requirement }) => check === 'essential-rule' && requirement === null,
  );
  return told.length === doubts.size
    ? strange
    : [
        ...strange,
        `${String(told.length)} groups with a standing deny are told, ${String(doubts.size)} have one`,
      ];
}

function text({ direction, protocol, port, remote }: Packet): string {
  const address =
    typeof remote === 'string'
      ? remote
      : [24, 16, 8, 0].map((s) => Math.floor(remote / 2 ** s) % 256).join('.');
  return `${direction} ${String(protocol)}:${String(port)} ${address}`;
}
