/** The naive walk through every order of an apply, where what it must find is known. */
import { expect, test } from '@jest/globals';

import { builtWorld } from '../support/naive/built.js';
import { cutsOf } from '../support/naive/cuts.js';
import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { rule, type RuleSpec } from '../support/plans/group-rules.js';
import { type Change, comes, goes, replaced, stands } from '../support/plans/plan-builder.js';

const TCP: RuleSpec = { group: madeGroup('node'), protocol: 'tcp', ports: [1, 65535], cidr: VPC_CIDR };
const LOW: RuleSpec = { ...TCP, ports: [1, 9999] };
const HIGH: RuleSpec = { ...TCP, ports: [10_000, 65535] };
const ADDRESS = 'opentelekomcloud_networking_secgroup_rule_v2';

const split = [goes(rule('tcp', TCP)), comes(rule('low', LOW)), comes(rule('high', HIGH))];
const NEW_FIRST = [[`${ADDRESS}.low`, `${ADDRESS}.high`], []];

function cuts(changes: readonly Change[], stages: readonly (readonly string[])[] = [[]]): readonly string[] {
  const built = builtWorld([...world({ model: 'vpc-router' }), ...changes]);
  return [
    ...new Set(cutsOf(built, stages).map(({ stage, what }) => `${String(stage)}: ${what.slice(0, 60)}`)),
  ];
}

const T1_2 = expect.stringMatching(/^0: T1\.2 of /);

test('in one apply the old rule may go first', () => {
  expect(cuts(split)).toEqual([T1_2]);
});

test('with new rules first nothing is cut', () => {
  expect(cuts(split, NEW_FIRST)).toEqual([]);
});

test('a stage that leaves out one of them is cut in the second', () => {
  expect(cuts(split, [[`${ADDRESS}.low`], []])).toEqual([expect.stringMatching(/^1: T1\.2 of /)]);
});

test('old rule first is cut in the first stage', () => {
  expect(cuts(split, [[`${ADDRESS}.tcp`], []])).toEqual([T1_2, expect.stringMatching(/^1: T1\.2 of /)]);
});

test('a rule made anew is cut when the old one goes first, and not when the new one comes first', () => {
  const anew = { ...TCP, ports: [0, 65535] as const, cidr: '192.168.0.0/15' };
  expect(cuts([replaced(rule('tcp', TCP), rule('tcp', anew), 'destroy-first')])).toEqual([T1_2]);
  expect(cuts([replaced(rule('tcp', TCP), rule('tcp', anew), 'create-first')])).toEqual([]);
});

test('an equal rule is refused as long as the old one stands, and after it was cut meanwhile', () => {
  const renamed = [goes(rule('old', TCP)), comes(rule('new', TCP))];
  const refused = expect.stringContaining('new is refused');
  expect(cuts(renamed)).toEqual(expect.arrayContaining([T1_2, refused]));
  expect(cuts(renamed, [[`${ADDRESS}.new`], []])).toEqual([refused]);
});

test('what another rule lets through all the time is never cut', () => {
  expect(cuts([...split, stands(rule('wide', { ...TCP, cidr: '0.0.0.0/0' }))])).toEqual([]);
});

test('too many orders are walked at random, and the cut is found', () => {
  const more = Array.from({ length: 8 }, (_, i) =>
    comes(rule(`more${String(i)}`, { ...LOW, ports: [i + 2, i + 2] })),
  );
  const built = builtWorld([...world({ model: 'vpc-router' }), ...split, ...more]);
  const found = cutsOf(built, [[]], { moments: 60, seed: 7 });
  expect(found.map(({ what }) => what)).toContainEqual(expect.stringContaining('T1.2'));
});
