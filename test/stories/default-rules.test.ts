/** What lists of rule ids and the configuration say of the rules that CCE made (design, section 2a). */
import { describe, expect, test } from '@jest/globals';

import { judge, rows } from '../support/judge.js';
import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { rule, type RuleSpec } from '../support/plans/group-rules.js';
import { type Change, goes, read, stands, vanished } from '../support/plans/plan-builder.js';
import { dataSource, idOf } from '../support/plans/resource.js';
import { beliefsIn, configured, of, said } from '../support/stories.js';

const NODE = madeGroup('node');
const TCP: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };
const LOW = rule('low', { ...TCP, ports: [1, 32_767] });
const HIGH = rule('high', { ...TCP, ports: [32_768, 65_535] });
const HALVES: readonly Change[] = [stands(LOW), stands(HIGH)];
const OUT = rule('out', { group: NODE, direction: 'egress', cidr: '0.0.0.0/0' });

/** Of a cluster with these changes: `T1.9 gone no`. */
function beliefs(changes: readonly Change[], yaml = ''): readonly string[] {
  return beliefsIn(judge([...world({ model: 'vpc-router' }), ...changes], configured(yaml)));
}

describe('the list of rule ids', () => {
  const listed = (count: number, managed: readonly string[] = []): Change =>
    read(
      dataSource(
        'networking_secgroup_rule_ids_v2',
        'node',
        { security_group_id: NODE.value ?? '' },
        { ids: ['', ...managed, ...Array.from({ length: count }, (_, i) => idOf(`made ${String(i)}`))] },
      ),
    );

  test.each([
    { count: 12, believed: [] },
    { count: 9, believed: [] },
    { count: 8, believed: Array.from({ length: 9 }, (_, i) => `T1.${String(i + 1)} doubted possibly`) },
    { count: 0, believed: Array.from({ length: 9 }, (_, i) => `T1.${String(i + 1)} gone no`) },
  ])('with $count rules that nobody manages', ({ count, believed }) => {
    expect(beliefs([listed(count)])).toEqual(believed);
  });

  test('counts only what is left after the evidence, without what is managed', () => {
    const managed = [LOW, HIGH].map(({ computed }) => String(computed['id']));
    expect(beliefs([...HALVES, listed(8, managed)])).toEqual(['T1.2 gone no']);
    expect(beliefs([...HALVES, listed(7, managed)])).toHaveLength(9);
  });
});

describe('what the configuration records', () => {
  const record = (entry: string): string => `clusters: [{ name: prod, default-rules: ${entry} }]`;

  test('counts before the evidence', () => {
    expect(beliefs(HALVES, record('{ standing: [T1.2] }'))).toEqual(['T1.2 recorded surely']);
    expect(beliefs([], record('{ gone: [T1.9] }'))).toEqual(['T1.9 recorded no']);
    expect(beliefs(HALVES, record('{ standing: all, gone: [T1.9] }'))).toContain('T1.9 recorded no');
  });

  test('counts after the plan’s own word', () => {
    const report = judge(
      [...world({ model: 'vpc-router' }), goes(OUT)],
      configured(record('{ gone: [T1.9] }')),
    );
    expect(rows(report, 'introduced')).toHaveLength(13);
    expect(of(report, 'configuration')).toEqual([]);
  });

  test.each([
    { entry: '{ gone: [T3.1] }', has: [], words: 'its network model has no such row' },
    {
      entry: '{ gone: [T1.2] }',
      has: [stands(rule('tcp', TCP))],
      words: 'the plan shows that what CCE made stands',
    },
    { entry: '{ standing: all }', has: [goes(rule('tcp', TCP))], words: 'the plan takes away what CCE made' },
    { entry: '{ standing: [T1.2] }', has: [vanished(rule('tcp', TCP))], words: 'the plan takes away' },
    { entry: '{ standing: all }', has: [stands(rule('tcp', TCP))], words: undefined },
    { entry: '{ gone: [T1.2] }', has: [goes(rule('tcp', TCP))], words: undefined },
  ])('$entry and the plan', ({ entry, has, words }) => {
    const report = judge([...world({ model: 'vpc-router' }), ...has], configured(record(entry)));
    const told = said(report, 'configuration');
    expect(told).toHaveLength(words === undefined ? 0 : 1);
    expect(told.join()).toContain(words ?? '');
  });
});
