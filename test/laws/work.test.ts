/**
 * The work of a run by what it counts, not by any clock: twice the input costs little more than twice as much, wherever
 * two lists of a plan could be held against each other pair by pair.
 */
import { expect, test } from '@jest/globals';

import { type Budget, within } from '../../src/budget.js';
import { NO_CONFIGURATION } from '../../src/config/configuration.js';
import type { Report } from '../../src/report/report.js';
import { type HostileKind, hostile } from '../support/plans/hostile.js';
import { bytesOf, planOf } from '../support/plans/reading.js';
import { runBytes } from '../support/run-bytes.js';

interface Work {
  readonly report: Report;
  readonly steps: number;
  /** The largest region, and what stays to the end. */
  readonly items: number;
  readonly kept: number;
}

function workOf(kind: HostileKind, count: number): Work {
  const counted = { steps: 0, held: 0, kept: 0 };
  const budget: Budget = {
    spend: (steps) => (counted.steps += steps),
    hold: (items) => (counted.held = Math.max(counted.held, items)),
    keep: (items) => (counted.kept += items),
  };
  const result = within(budget, 'clusters', () =>
    runBytes({
      plans: [{ path: 'plan.json', bytes: bytesOf(hostile(kind, count)), label: undefined }],
      configuration: NO_CONFIGURATION,
      failOn: 'critical',
      today: '2026-01-01',
    }),
  );
  if (!result.ok) throw new Error(result.error.error.message);
  return {
    report: result.value,
    steps: counted.steps,
    items: counted.held + counted.kept,
    kept: counted.kept,
  };
}

/** How much more twice as many cost. */
function growth(kind: HostileKind, count: number): number {
  return workOf(kind, 2 * count).steps / workOf(kind, count).steps;
}

test.each([
  ['ladder', 60],
  ['clusters', 6],
  ['pools', 20],
  ['groups', 20],
  ['addresses', 60],
] as const)('of %s', (kind, count) => {
  expect(growth(kind, count)).toBeLessThan(2.6);
});

/** The steps of reading alone. */
function stepsOfReading(document: object): number {
  let steps = 0;
  const spend = (more: number): void => void (steps += more);
  const bytes = bytesOf(document);
  within({ spend, hold: () => undefined, keep: () => undefined }, 'reading', () => planOf(bytes));
  return steps;
}

test('of an address group that many rules name is done once', () => {
  const [once, twice] = [200, 400].map((count) => stepsOfReading(hostile('addresses', count)));
  expect(once).toBeGreaterThanOrEqual(200);
  expect((twice ?? 0) / (once ?? 0)).toBeLessThan(2.6);
});

test('of an address group counts each entry, also those that say the same', () => {
  const document = JSON.stringify(hostile('addresses', 1));
  const [list] = /"ip_set":\["[^"]*"\]/.exec(document) ?? [];
  const withEntries = (count: number): object => {
    const entries = Array.from({ length: count }, () => '10.0.0.0/99');
    const made: unknown = JSON.parse(document.replaceAll(list ?? '', `"ip_set":${JSON.stringify(entries)}`));
    return made as object;
  };
  expect(stepsOfReading(withEntries(2000)) - stepsOfReading(withEntries(1000))).toBeGreaterThanOrEqual(1000);
});

test('of rules that name the same new group is bounded, and data sources cost nothing beside', () => {
  expect(growth('postponed', 60)).toBeLessThan(4.1);
});

test('of one rule more in a ladder of references is next to nothing', () => {
  const [one, many] = [workOf('ladder', 1), workOf('ladder', 50)];
  expect(many.steps - one.steps).toBeLessThan(50 * 1000);
});

test('of crossing rules grows as they do, though their boxes are as many as their pairs', () => {
  const [few, many] = [workOf('cross', 200), workOf('cross', 800)];
  expect(many.steps / few.steps).toBeLessThan(6);
  expect(many.items).toBeLessThan(400 * 400);
});

test('of findings is kept to the end, with their causes', () => {
  const { report, kept } = workOf('groups', 12);
  const told = report.findings.reduce((sum, { causes }) => sum + 1 + causes.length, 0);
  expect(told).toBeGreaterThanOrEqual(24);
  expect(kept).toBeGreaterThanOrEqual(told);
});

test.each(['clusters', 'pools', 'groups'] as const)('%s are read, each of them', (kind) => {
  const { report } = workOf(kind, 12);
  const told = kind === 'clusters' ? report.clusters : report.findings;
  expect(told.length).toBeGreaterThanOrEqual(12);
});
