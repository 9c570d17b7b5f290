import { must } from '../result.js';
import type { NetworkModel, Requirement, Role, Table } from './requirement.js';
import { table1 } from './table-1.js';
import { table2 } from './table-2.js';
import { table3 } from './table-3.js';
import { table4 } from './table-4.js';
import { table5 } from './table-5.js';
import { table6 } from './table-6.js';
import { table7 } from './table-7.js';
import { table8 } from './table-8.js';

/** Tables 1 to 8, in the page's order. */
export const MODEL: readonly Table[] = [table1, table2, table3, table4, table5, table6, table7, table8];

/** Every row of every table, in the page's order. */
export const REQUIREMENTS: readonly Requirement[] = MODEL.flatMap((table) => table.rows);

const BY_ID: ReadonlyMap<string, Requirement> = new Map(REQUIREMENTS.map((row) => [row.id, row]));

const NODE: Readonly<Record<NetworkModel, Table>> = { 'vpc-router': table1, overlay_l2: table3, eni: table5 };
const CONTROL: Readonly<Record<NetworkModel, Table>> = {
  'vpc-router': table2,
  overlay_l2: table4,
  eni: table6,
};

/** The row with this id, `T1.2`. */
export function requirement(id: string): Requirement | undefined {
  return BY_ID.get(id);
}

/** The day of the last change of the vendor's page that the tables are those of; fixtures/faq has its facts. */
export const PAGE_DATE = '2026-03-04';

/** The vendor's page, whose tables these are; each has an anchor in it. */
const PAGE =
  'https://docs.otc.t-systems.com/cloud-container-engine/umn/faqs/networking/network_planning/' +
  'how_can_i_configure_a_security_group_rule_for_a_cluster.html';

/** The address of a row's table on the vendor's page. */
export function linkOf(row: Pick<Requirement, 'table'>): string {
  const { anchor } = tableWith(row);
  // The page is made by Sphinx, which writes a label `a_b__c` as the id `a-b-c`.
  return `${PAGE}#${anchor.replaceAll(/_+/g, '-')}`;
}

/** The table that a row stands in. */
export function tableWith(row: Pick<Requirement, 'table'>): Table {
  return must(MODEL[row.table - 1], 'the tables are those of the rows, in order');
}

/** The table of default rules that a group of this role is held against; only `eni` clusters have an ENI group. */
export function tableOf(role: 'node' | 'control', networkModel: NetworkModel): Table;
export function tableOf(role: Role, networkModel: 'eni'): Table;
export function tableOf(role: Role, networkModel: NetworkModel): Table | undefined;
export function tableOf(role: Role, networkModel: NetworkModel): Table | undefined {
  switch (role) {
    case 'node':
      return NODE[networkModel];
    case 'control':
      return CONTROL[networkModel];
    case 'eni':
      return networkModel === 'eni' ? table7 : undefined;
  }
}

/** The rows of Table 8 that the worker nodes of such a cluster need, in the page's order. */
export function egressMinima(networkModel: NetworkModel): readonly Requirement[] {
  return table8.rows.filter((row) => row.networkModel === undefined || row.networkModel === networkModel);
}
