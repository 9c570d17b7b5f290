/** What a finding of each check means; the headline, the tables of the review and the verdict line ask for nothing else. */
import { expect, test } from '@jest/globals';

import { CHECKS } from '../../src/check/checks.js';
import type { CheckMetadata } from '../../src/check/finding.js';

function idsOf(has: (check: CheckMetadata) => boolean): readonly string[] {
  return CHECKS.filter(has).map(({ id }) => id);
}

test('a cluster breaks by packets that are lost, by an apply that the API refuses, by a group that goes', () => {
  expect(idsOf(({ breaks }) => breaks)).toEqual([
    'essential-rule',
    'required-access',
    'egress-minimum',
    'duplicate-rule',
    'group-lifecycle',
  ]);
});

test('a table is left unjudged by rows that fail, by groups that go or are not known, and by what is not covered', () => {
  expect(idsOf(({ leavesUnjudged }) => leavesUnjudged)).toEqual([
    'essential-rule',
    'required-access',
    'egress-minimum',
    'group-lifecycle',
    'unknown-group',
    'not-covered',
  ]);
});

test('packets are lost by rows, and let in by open ports and new access; all else leaves the packets as they are', () => {
  expect(idsOf(({ about }) => about === 'packets')).toEqual([
    'essential-rule',
    'required-access',
    'egress-minimum',
    'exposed-port',
    'new-access',
  ]);
});

test('each table is held by the check that says so, Table 8 by that of egress', () => {
  const tables = CHECKS.filter((check) => check.tables.length > 0).map(({ id, tables: own }) => [id, ...own]);
  expect(tables).toEqual([
    ['essential-rule', 1, 2, 3, 4, 5, 6, 7],
    ['required-access', 1, 2, 3, 4, 5, 6],
    ['egress-minimum', 8],
  ]);
});
