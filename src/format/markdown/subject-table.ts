import { distinct, groupBy } from '../../collections.js';
import { MODEL, tableOf } from '../../model/model.js';
import type { Requirement, Role, TableNumber } from '../../model/requirement.js';
import type { Report, ReportGroup } from '../../report/report.js';
import { type Belonging, planWords } from '../../report/telling/names.js';
import type { Telling } from '../../report/telling/telling.js';
import { capped } from '../../report/words/phrases.js';
import { isGroupOf, MARKS } from '../parts.js';
import { codeInCell } from './escape-markdown.js';
import { cutTable, idsInCell, planColumn } from './parts.js';

/** What a table is held against. */
interface SubjectLine {
  readonly plan: number;
  readonly cluster: string;
  readonly role: Role;
  readonly pool: string | undefined;
  readonly groups: readonly ReportGroup[];
}

const NAMES: Readonly<Record<Role, string>> = { node: 'worker nodes', control: 'masters', eni: 'pods (ENI)' };
const SUBJECT_LIMIT = 200;
const NAME_LIMIT = 3;

/** Subjects against the tables that they are held against: which rows do not hold. At most so many bytes. */
export function subjectTable(telling: Telling, limit: number): string {
  const { report } = telling;
  const subjects = subjectLines(report);
  const numbers = MODEL.map((entry) => entry.table).filter((number) =>
    subjects.some((subject) => tablesOf(subject, report).has(number)),
  );
  if (numbers.length === 0) return '';
  const lines = subjects.slice(0, SUBJECT_LIMIT).map((subject) => {
    const tables = tablesOf(subject, report);
    return [
      ...planWords(subject, report).map(codeInCell),
      codeInCell(subject.cluster),
      subject.pool === undefined ? NAMES[subject.role] : codeInCell(subject.pool),
      groupNames(subject.groups),
      ...numbers.map((number) => (tables.has(number) ? tableState(subject, number, telling) : '–')),
    ];
  });
  return cutTable({
    head: [
      ...planColumn(report),
      'cluster',
      'subject',
      'security group',
      ...numbers.map((number) => `Table ${number}`),
    ],
    lines,
    total: subjects.length,
    limit,
    more: (left) => [`${left} more`],
  });
}

/** The groups of the report by cluster and role, and the pools with groups of their own that findings speak of. */
function subjectLines({ groups, findings }: Report): readonly SubjectLine[] {
  const whole = groupBy(groups, ({ plan, cluster, role }) => JSON.stringify([plan, cluster, role]));
  const pools = new Map<string, SubjectLine>();
  for (const finding of findings) {
    const { plan, cluster, pool } = finding;
    if (cluster === undefined || pool === undefined) continue;
    const own = groups.filter((group) => isGroupOf(finding, group));
    pools.set(JSON.stringify([plan, cluster, pool]), { plan, cluster, role: 'node', pool, groups: own });
  }
  return [
    ...[...whole.values()].map((own) => ({ ...own[0], pool: undefined, groups: own })),
    ...pools.values(),
  ];
}

const NOT_KNOWN = '(not known)';

function groupNames(groups: readonly ReportGroup[]): string {
  const names = distinct(groups.map(({ name, address, id }) => name ?? address ?? id ?? NOT_KNOWN));
  return capped((names.length === 0 ? [NOT_KNOWN] : names).map(codeInCell), NAME_LIMIT);
}

/** The tables that the subject is held against. */
function tablesOf({ plan, cluster, role }: SubjectLine, { clusters }: Report): ReadonlySet<TableNumber> {
  const named = clusters.filter(({ name }) => name === cluster);
  const own = named.filter((one) => one.plan === plan);
  const models = (own.length > 0 ? own : named).flatMap(({ model }) => model ?? []);
  const tables = models.flatMap((model) => tableOf(role, model)?.table ?? []);
  return new Set(role === 'node' && tables.length > 0 ? [...tables, 8] : tables);
}

/** The rows of the table that do not hold, by severity; or that all is well. */
function tableState(subject: SubjectLine, number: TableNumber, { blocks, waived }: Telling): string {
  const isOfPool = (pools: readonly string[]): boolean =>
    subject.pool === undefined ? pools.length === 0 : pools.includes(subject.pool);
  const isOf = ({ plan, cluster }: Belonging): boolean =>
    plan === subject.plan && cluster === subject.cluster;
  const concerned = blocks.filter((block) => isOf(block) && isOfPool(block.pools));
  const hidden = waived
    .map(({ finding }) => finding)
    .filter((finding) => isOf(finding) && finding.pool === subject.pool);
  const cells = [
    ...concerned.map(({ severity, rows }) => ({ mark: MARKS[severity], ids: idsIn(rows, number) })),
    { mark: 'waived', ids: idsIn(hidden, number) },
  ].filter(({ ids }) => ids.length > 0);
  if (cells.length > 0) return cells.map(({ mark, ids }) => `${mark} ${idsInCell(ids)}`).join(' ');
  const doubt = concerned.find(
    (block) =>
      block.rows.length === 0 &&
      block.checks.some((check) => check.leavesUnjudged) &&
      (block.group === undefined || subject.groups.some((group) => isGroupOf(block, group))),
  );
  return doubt === undefined ? '✔' : `${MARKS[doubt.severity]} see below`;
}

function idsIn(
  rows: readonly { readonly row: Requirement | undefined }[],
  number: TableNumber,
): readonly string[] {
  return distinct(rows.flatMap(({ row }) => (row?.table === number ? [row.id] : [])));
}
