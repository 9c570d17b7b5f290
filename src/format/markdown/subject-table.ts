import { MODEL, tableOf } from '../../model/model.js';
import { type NetworkModel, type Role, ROLES, type TableNumber } from '../../model/requirement.js';
import type { Block, Blocks } from '../../report/blocks.js';
import { fitItems } from '../budget.js';
import { codeInCell, proseInCell } from './escape-markdown.js';
import { MARKS } from './markdown-parts.js';
import { capped } from '../../report/phrases.js';
import type { Report, ReportGroup } from '../../report/report.js';
import { roleOf } from './rule-hcl.js';

/** What a table is held against. */
interface SubjectLine {
  readonly cluster: string;
  readonly role: Role;
  readonly pool: string | null;
  readonly groups: readonly ReportGroup[];
}

const NAMES: Readonly<Record<Role, string>> = { node: 'worker nodes', control: 'masters', eni: 'pods (ENI)' };
const SUBJECT_LIMIT = 200;
const NAME_LIMIT = 3;
const CELL_IDS = 6;

/** Subjects against the tables that they are held against: which rows do not hold. At most so many bytes. */
export function subjectTable(report: Report, found: Blocks, limit: number): string {
  const subjects = subjectsOf(report);
  const numbers = MODEL.map(({ table }) => table).filter((table) =>
    subjects.some((subject) => tablesOf(subject, report).has(table)),
  );
  if (numbers.length === 0) return '';
  const head = ['cluster', 'subject', 'security group', ...numbers.map((table) => `Table ${table}`)];
  const lines = subjects.slice(0, SUBJECT_LIMIT).map((subject) => {
    const tables = tablesOf(subject, report);
    const cells = [
      codeInCell(subject.cluster),
      subject.pool === null ? NAMES[subject.role] : codeInCell(subject.pool),
      groupNames(subject.groups),
      ...numbers.map((table) => (tables.has(table) ? standing(subject, table, found) : '–')),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const top = `| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`;
  const body = fitItems({
    items: lines,
    total: subjects.length,
    limit: limit - top.length - 1,
    more: (left) => `| ${left} more |${' |'.repeat(head.length - 1)}`,
  });
  return `${top}\n${body}`;
}

/** The groups of the report by cluster and role, and the pools with groups of their own that findings speak of. */
function subjectsOf({ groups, findings }: Report): readonly SubjectLine[] {
  const subjects = new Map<string, SubjectLine>();
  for (const group of groups) {
    const role = ROLES.find((name) => name === group.role);
    if (role === undefined) continue;
    const key = JSON.stringify([group.cluster, ROLES.indexOf(role)]);
    const same = subjects.get(key)?.groups ?? [];
    subjects.set(key, { cluster: group.cluster, role, pool: null, groups: [...same, group] });
  }
  for (const { cluster, pool, group } of findings) {
    if (cluster === null || pool === null) continue;
    const own = groups.filter(
      (entry) =>
        entry.cluster === cluster && (entry.name === group || entry.address === group || entry.id === group),
    );
    subjects.set(JSON.stringify([cluster, pool]), { cluster, role: 'node', pool, groups: own });
  }
  return [...subjects.values()];
}

function groupNames(groups: readonly ReportGroup[]): string {
  const names = groups.map(({ name, address, id }) => name ?? address ?? id ?? '(not known)');
  return capped([...new Set(names)].map(codeInCell), NAME_LIMIT);
}

/** The tables that the subject is held against. */
function tablesOf({ cluster, role }: SubjectLine, { clusters }: Report): ReadonlySet<TableNumber> {
  const models = clusters
    .filter(({ name }) => name === cluster)
    .map(({ networkModel }) => modelOf(networkModel));
  const own = models.flatMap((model) => (model === undefined ? [] : [tableOf(role, model)?.table]));
  const known = own.filter((table) => table !== undefined);
  return new Set(role === 'node' && known.length > 0 ? [...known, 8] : known);
}

function modelOf(text: string | null): NetworkModel | undefined {
  return (['vpc-router', 'overlay_l2', 'eni'] as const).find((model) => model === text);
}

/** Findings without a row that leave a table unjudged, in whole or in part. */
const UNJUDGED: ReadonlySet<string> = new Set([
  'essential-rule',
  'required-access',
  'egress-minimum',
  'group-lifecycle',
  'unknown-group',
  'not-covered',
]);

/** The rows of the table that do not hold, by severity; or that all is well. */
function standing(subject: SubjectLine, table: TableNumber, { blocks, waived }: Blocks): string {
  const isIts = ({ cluster, pool }: Pick<Block, 'cluster' | 'pool'>): boolean =>
    cluster === subject.cluster && pool === subject.pool;
  const concerned = blocks.filter(isIts);
  const hidden = rowsIn(waived.filter(isIts), table, subject.role);
  const cells = [
    ...concerned.flatMap((block) => {
      const ids = rowsIn(block.rows, table, subject.role);
      return ids === '' ? [] : [`${MARKS[block.severity]} ${ids}`];
    }),
    ...(hidden === '' ? [] : [`waived ${hidden}`]),
  ];
  if (cells.length > 0) return cells.join(' ');
  const doubt = concerned.find(
    ({ rows, checks, group }) =>
      rows.length === 0 && checks.some((check) => UNJUDGED.has(check)) && isOf(group, subject),
  );
  return doubt === undefined ? '✔' : `${MARKS[doubt.severity]} see below`;
}

function rowsIn(
  rows: readonly { readonly requirement: string | null }[],
  table: TableNumber,
  role: Role,
): string {
  const ids = [...new Set(rows.map(({ requirement }) => requirement ?? ''))].filter(
    (id) => id.startsWith(`T${table}.`) && roleOf({ requirement: id }) === role,
  );
  return proseInCell((ids.length > CELL_IDS + 1 ? [...ids.slice(0, CELL_IDS), '…'] : ids).join(' '));
}

function isOf(group: string | null, { groups }: SubjectLine): boolean {
  return (
    group === null ||
    groups.some(({ name, address, id }) => name === group || address === group || id === group)
  );
}
