import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import {
  MODEL,
  REQUIREMENTS,
  egressMinima,
  linkOf,
  PAGE_DATE,
  requirement,
  tableOf,
  tableWith,
} from '../../src/model/model.js';
import { SERVICE_RANGES } from '../../src/model/ranges.js';
import type { Floor, NetworkModel, Requirement, Table } from '../../src/model/requirement.js';

/** One row of fixtures/faq/facts.json. */
interface Fact {
  readonly table: number;
  readonly row: number;
  readonly direction: string;
  readonly protocol: string;
  readonly ports: unknown;
  readonly peer: string;
  readonly range: string | null;
  readonly suggestion: string | null;
  readonly floor: Floor | null;
  readonly condition: string | null;
}

interface Facts {
  readonly page: string;
  readonly lastChange: string;
  readonly tables: readonly {
    readonly number: number;
    readonly anchor: string;
    readonly rows: readonly Fact[];
  }[];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FACTS = JSON.parse(readFileSync(join(ROOT, 'fixtures/faq/facts.json'), 'utf8')) as Facts;
const PAGE_ROWS = FACTS.tables.flatMap((table) => table.rows).map((fact) => ({ id: idOf(fact), fact }));
const NETWORK_MODELS: readonly NetworkModel[] = ['vpc-router', 'overlay_l2', 'eni'];

function idOf(fact: Fact): string {
  return `T${fact.table}.${fact.row}`;
}

/** The page names the ranges of a floor in any order. */
function inOrder(floor: Floor | null): Floor | null {
  return floor?.kind === 'ranges' ? { ...floor, keep: floor.keep.toSorted() } : floor;
}

function rangeOf(row: Requirement): string | null {
  return row.peer === 'vpc-endpoint-service' || row.peer === 'internal-services'
    ? SERVICE_RANGES[row.peer]
    : null;
}

/** A row of the model as the page would state it. */
function factOf(row: Requirement): Fact {
  return {
    table: row.table,
    row: row.number,
    direction: row.direction,
    protocol: row.protocol,
    ports: row.ports,
    peer: row.peer,
    range: rangeOf(row),
    suggestion: row.suggestion === 'minimum' ? null : row.suggestion,
    floor: inOrder(row.floor ?? null),
    condition: row.networkModel ?? null,
  };
}

/** The rows in which these tables and the page differ: missing, extra or not equal. */
function differences(tables: readonly Table[]): readonly string[] {
  const rows = new Map(tables.flatMap((table) => table.rows).map((row) => [row.id, row]));
  const ids = new Set(PAGE_ROWS.map(({ id }) => id));
  const wrong = PAGE_ROWS.filter(({ id, fact }) => {
    const row = rows.get(id);
    return row === undefined || !isEqual(factOf(row), { ...fact, floor: inOrder(fact.floor) });
  });
  return [...wrong.map(({ id }) => id), ...[...rows.keys()].filter((id) => !ids.has(id))];
}

function isEqual(actual: Fact, expected: Fact): boolean {
  try {
    expect(actual).toEqual(expected);
    return true;
  } catch {
    return false;
  }
}

/** The model with one row changed; undefined takes the row away. */
function modelWith(id: string, change: (row: Requirement) => Requirement | undefined): readonly Table[] {
  return MODEL.map((table) => ({
    ...table,
    rows: table.rows.flatMap((row) => (row.id === id ? (change(row) ?? []) : row)),
  }));
}

describe('the model agrees with the page', () => {
  test.each(PAGE_ROWS)('$id', ({ id, fact }) => {
    const row = requirement(id);
    expect(row && factOf(row)).toEqual({ ...fact, floor: inOrder(fact.floor) });
  });

  test('no row is missing and none is extra', () => {
    expect(REQUIREMENTS.map((row) => row.id)).toEqual(PAGE_ROWS.map(({ id }) => id));
    expect(differences(MODEL)).toEqual([]);
  });

  test('the page is the one that was read', () => {
    expect([FACTS.page, FACTS.lastChange]).toEqual(['cce_faq_00265', PAGE_DATE]);
  });

  test('tables and anchors', () => {
    expect(MODEL.map(({ table, anchor }) => ({ number: table, anchor }))).toEqual(
      FACTS.tables.map(({ number, anchor }) => ({ number, anchor })),
    );
  });
});

describe('the comparison sees', () => {
  test('a row that is gone', () => {
    expect(differences(modelWith('T8.12', () => undefined))).toEqual(['T8.12']);
  });

  test('a row too many', () => {
    const twice = MODEL.map((table) => ({
      ...table,
      rows: [...table.rows, ...table.rows.slice(0, 1).map((row) => ({ ...row, id: `T${table.table}.99` }))],
    }));
    expect(differences(twice)).toEqual(MODEL.map(({ table }) => `T${table}.99`));
  });

  const changes: readonly [string, string, Partial<Requirement>][] = [
    ['another port', 'T3.2', { ports: { from: 10255, to: 10255 } }],
    ['another end of a range', 'T1.4', { ports: { from: 30000, to: 32766 } }],
    ['all ports', 'T2.1', { ports: 'all' }],
    ['another protocol', 'T8.2', { protocol: 'tcp' }],
    ['another direction', 'T7.3', { direction: 'ingress' }],
    ['another peer', 'T5.6', { peer: 'container-cidr' }],
    ['another range', 'T8.12', { peer: 'vpc-endpoint-service' }],
    ['another suggestion', 'T1.8', { suggestion: 'if-necessary' }],
    ['a smaller floor', 'T2.4', { floor: { kind: 'ranges', keep: ['vpc-cidr', 'container-cidr'] } }],
    ['a floor where there is none', 'T1.1', { floor: { kind: 'none' } }],
    ['a row for one network model only', 'T8.4', { networkModel: 'eni' }],
  ];
  test.each(changes)('%s', (_, id, change) => {
    expect(differences(modelWith(id, (row) => ({ ...row, ...change })))).toEqual([id]);
  });
});

describe('rows', () => {
  test('63 in all', () => {
    expect(MODEL.map((table) => table.rows.length)).toEqual([9, 7, 7, 8, 7, 8, 3, 14]);
    expect(REQUIREMENTS).toHaveLength(63);
  });

  test('ids are the table and the row, counted from one', () => {
    for (const [at, table] of MODEL.entries()) {
      expect(table.table).toBe(at + 1);
      expect(table.rows.map((row) => row.id)).toEqual(table.rows.map((_, n) => `T${table.table}.${n + 1}`));
      expect(table.rows.map((row) => [row.table, row.number])).toEqual(
        table.rows.map((_, n) => [table.table, n + 1]),
      );
    }
  });

  test.each(REQUIREMENTS)('$id says what it is for and what its loss looks like', (row) => {
    expect(row.purpose).toMatch(/^\S.*\.$/);
    expect(row.impact).toMatch(/^[a-z]|^(TCP|UDP|VPC|CoreDNS)\b/);
    expect(row.impact).not.toMatch(/\.$/);
  });

  test('a row that may be changed has a floor, and no other', () => {
    const changeable = REQUIREMENTS.filter((row) => ['if-necessary', 'recommended'].includes(row.suggestion));
    expect(REQUIREMENTS.filter((row) => row.floor !== undefined)).toEqual(changeable);
    expect(changeable.map((row) => row.id).join(' ')).toBe(
      'T1.4 T1.5 T1.8 T1.9 T2.4 T3.3 T3.4 T3.5 T3.7 T4.5 T5.2 T5.3 T5.4 T5.7 T6.4',
    );
  });
});

describe('look-up', () => {
  test('by id', () => {
    expect(requirement('T1.2')?.protocol).toBe('tcp');
    expect(requirement('T1.10')).toBeUndefined();
  });

  test('the table of a row, and its address on the page', () => {
    const page =
      'https://docs.otc.t-systems.com/cloud-container-engine/umn/faqs/networking/network_planning/';
    for (const [at, row] of MODEL.flatMap((table, at) => table.rows.map((row) => [at, row] as const))) {
      expect(tableWith(row)).toBe(MODEL[at]);
      const id = FACTS.tables[at]?.anchor.replaceAll('_', '-').replaceAll('--', '-');
      expect(linkOf(row)).toBe(`${page}how_can_i_configure_a_security_group_rule_for_a_cluster.html#${id}`);
    }
  });

  test('by role and network model', () => {
    expect(NETWORK_MODELS.map((model) => tableOf('node', model).table)).toEqual([1, 3, 5]);
    expect(NETWORK_MODELS.map((model) => tableOf('control', model).table)).toEqual([2, 4, 6]);
    expect(NETWORK_MODELS.map((model) => tableOf('eni', model)?.table)).toEqual([undefined, undefined, 7]);
    expect(tableOf('eni', 'eni').role).toBe('eni');
  });

  test('a table is found under its own role and network model', () => {
    for (const table of MODEL.slice(0, 7)) {
      expect(NETWORK_MODELS.filter((model) => tableOf(table.role, model) === table)).toEqual([
        table.networkModel,
      ]);
    }
  });

  test('VXLAN egress is needed in the tunnel network only', () => {
    const all = MODEL.at(-1)?.rows ?? [];
    expect(egressMinima('overlay_l2')).toEqual(all);
    expect(egressMinima('vpc-router')).toEqual(all.filter((row) => row.id !== 'T8.5'));
    expect(egressMinima('eni')).toEqual(egressMinima('vpc-router'));
  });
});
