/** What Nova makes of the rules within a group (otc.md 1.6). */
import { describe, expect, test } from '@jest/globals';

import type { Rule } from '../../src/plan/rule.js';
import {
  documentOf,
  type Entry,
  peerText,
  planOf,
  problemKinds,
  semantics,
  trafficText,
} from '../support/plans/reading.js';

const type = 'compute_secgroup_v2';
const GROUP = `opentelekomcloud_${type}`;
const ssh = {
  from_port: 22,
  to_port: 22,
  ip_protocol: 'tcp',
  cidr: '10.0.0.0/8',
  from_group_id: '',
  self: false,
};

type Cells = Readonly<Record<string, unknown>>;

function rulesOf(entry: Partial<Entry>): readonly Rule[] {
  return planOf(documentOf([{ type, expressions: {}, ...entry }])).rules;
}

function created(cells: Cells): readonly unknown[] {
  const [rule] = rulesOf({ after: { rule: [{ ...ssh, ...cells }] }, unknown: { id: true } });
  return [trafficText(rule?.after), peerText(rule?.after?.peer), problemKinds(rule?.after)];
}

function standing(cells: Cells): readonly unknown[] {
  const values = { id: 'sg-1', rule: [{ id: 'r-1', ...ssh, ...cells }] };
  const [rule] = rulesOf({ actions: ['no-op'], before: values, after: values });
  return [trafficText(rule?.before), peerText(rule?.before?.peer), problemKinds(rule?.before)];
}

function summary({ change, before, after }: Rule): readonly unknown[] {
  return [change, trafficText(before), trafficText(after)];
}

describe('one rule', () => {
  test.each<[Cells, readonly unknown[]]>([
    [{}, ['6:22', '10.0.0.0/8', []]],
    [{ ip_protocol: 'TCP' }, ['6:22', '10.0.0.0/8', []]],
    [{ ip_protocol: 'udp', from_port: 0, to_port: 65535 }, ['17:0-65535', '10.0.0.0/8', []]],
    [{ from_port: 0, to_port: 0 }, ['6:0-65535', '10.0.0.0/8', []]],
    [{ from_port: 1, to_port: 65535 }, ['6:1-65535', '10.0.0.0/8', []]],
    [{ ip_protocol: 'icmp', from_port: -1, to_port: -1 }, ['1:0-65535', '10.0.0.0/8', []]],
    [{ ip_protocol: 'icmp', from_port: 8, to_port: 0 }, ['1:2048', '10.0.0.0/8', []]],
    [{ ip_protocol: 'icmp', from_port: 8, to_port: -1 }, ['1:2048-2303', '10.0.0.0/8', []]],
    [{ ip_protocol: 'icmp', from_port: 300, to_port: 0 }, ['1:', '10.0.0.0/8', ['refused']]],
    [{ ip_protocol: 'icmp', from_port: -2, to_port: 0 }, ['1:', '10.0.0.0/8', ['refused']]],
    [{ from_port: 443, to_port: 80 }, ['6:', '10.0.0.0/8', ['refused']]],
    [{ from_port: -1, to_port: -1 }, ['6:', '10.0.0.0/8', ['refused']]],
    [{ from_port: 1, to_port: 70000 }, ['6:', '10.0.0.0/8', ['refused']]],
    [{ ip_protocol: 'gre' }, ['0-255:0-65535', '10.0.0.0/8', ['refused']]],
    [{ ip_protocol: '6' }, ['0-255:0-65535', '10.0.0.0/8', ['refused']]],
    [{ ip_protocol: '' }, ['0-255:0-65535', '10.0.0.0/8', ['refused']]],
    [{ ip_protocol: '-1', from_port: -1, to_port: -1 }, ['0-255:0-65535', '10.0.0.0/8', ['refused']]],
    [{ cidr: '', from_group_id: 'sg-2' }, ['6:22', 'group sg-2', []]],
    [{ cidr: '', self: true }, ['6:22', `group ${GROUP}.x`, []]],
    [{ cidr: '10.0.0.0/8', self: true }, ['6:22', `group ${GROUP}.x`, ['refused']]],
    [{ cidr: '10.0.0.0/8', from_group_id: 'sg-2' }, ['6:22', 'group sg-2', ['refused']]],
    [{ cidr: 'office' }, ['6:22', `unknown ${GROUP}.x.rule`, ['refused']]],
    [{ cidr: '' }, ['6:22', `unknown ${GROUP}.x.rule`, []]],
    [{ to_port: 'x', ip_protocol: 'icmp' }, ['some of 1:0-65535', '10.0.0.0/8', []]],
    [{ from_port: 'x' }, ['some of 6:0-22', '10.0.0.0/8', []]],
  ])('new: %j', (cells, expected) => {
    expect(created(cells)).toEqual(expected);
  });

  test.each<[Cells, readonly unknown[]]>([
    [{ cidr: '', self: true }, ['6:22', 'group sg-1', []]],
    // Nova shows rules for all protocols, which were made by another API, without one.
    [{ ip_protocol: '', from_port: 0, to_port: 0 }, ['0-255:0-65535', '10.0.0.0/8', []]],
    [{ ip_protocol: 'gre' }, ['some of 0-255:0-65535', '10.0.0.0/8', []]],
    [{ from_port: 443, to_port: 80 }, ['some of 6:0-65535', '10.0.0.0/8', []]],
    [{ cidr: 7 }, ['6:22', `unknown ${GROUP}.x.rule`, []]],
  ])('in the state: %j', (cells, expected) => {
    expect(standing(cells)).toEqual(expected);
  });

  test('ingress over IPv4, or over IPv6 where the CIDR says so; every rule allows', () => {
    const [rule, other] = rulesOf({ after: { rule: [ssh, { ...ssh, cidr: '::/0' }] } });
    expect(rule?.after).toMatchObject({
      direction: 'ingress',
      family: 'IPv4',
      action: 'allow',
      priority: { kind: 'undocumented' },
    });
    expect(other?.after?.family).toBe('IPv6');
  });
});

describe('rules within a group that changes', () => {
  const https = { ...ssh, from_port: 443, to_port: 443 };
  const group = (...rules: readonly Cells[]): Cells => ({
    id: 'sg-1',
    rule: rules.map((rule, i) => ({ id: `r-${String(i)}`, ...rule })),
  });

  test('in place: what both have stands, whatever its id and place', () => {
    const rules = rulesOf({
      actions: ['update'],
      before: group(ssh, https),
      after: group(https, { ...ssh, cidr: '10.0.0.0/9' }),
    });
    expect(rules.map(summary)).toEqual([
      ['destroyed', '6:22', undefined],
      ['stands', '6:443', '6:443'],
      ['created', undefined, '6:22'],
    ]);
    expect(rules.map(({ actions }) => actions)).toEqual([['update'], ['no-op'], ['update']]);
  });

  test('a rule that would be refused stands if it is there already', () => {
    const odd = { ...ssh, ip_protocol: 'gre' };
    expect(
      rulesOf({ actions: ['update'], before: group(odd), after: group(odd, https) }).map(summary),
    ).toEqual([
      ['stands', 'some of 0-255:0-65535', 'some of 0-255:0-65535'],
      ['created', undefined, '6:443'],
    ]);
  });

  test('replaced: the same rules in another group', () => {
    const replace = (actions: readonly string[]): Rule | undefined => {
      const after = { rule: [{ ...ssh, cidr: '', self: true }] };
      return rulesOf({
        actions,
        before: group({ ...ssh, cidr: '', self: true }),
        after,
        unknown: { id: true },
      })[0];
    };
    const rule = replace(['delete', 'create']);
    expect(rule?.change).toBe('destroyed-then-created');
    expect([rule?.before?.group, rule?.after?.group]).toMatchObject([{ key: 'sg-1' }, { key: `${GROUP}.x` }]);
    expect([peerText(rule?.before?.peer), peerText(rule?.after?.peer)]).toEqual([
      'group sg-1',
      `group ${GROUP}.x`,
    ]);
    expect(replace(['create', 'delete'])?.change).toBe('created-then-destroyed');
  });

  test('destroyed and forgotten with the group', () => {
    expect(rulesOf({ actions: ['delete'], before: group(ssh) }).map(summary)).toEqual([
      ['destroyed', '6:22', undefined],
    ]);
    expect(rulesOf({ actions: ['forget'], before: group(ssh) }).map(summary)).toEqual([
      ['stands', '6:22', '6:22'],
    ]);
  });

  test('drift: removed by hand, and made again or not', () => {
    const of = (after: Cells): readonly Rule[] => {
      const drift = {
        type: GROUP,
        address: `${GROUP}.x`,
        mode: 'managed',
        change: { actions: ['update'], before: group(ssh), after: group() },
      };
      const entry: Entry = { type, actions: ['update'], before: group(), after, expressions: {} };
      return planOf(documentOf([entry], { resource_drift: [drift] })).rules;
    };
    expect(of(group(ssh)).map((rule) => [rule.change, trafficText(rule.drifted)])).toEqual([
      ['created', '6:22'],
    ]);
    expect(of(group()).map((rule) => [rule.change, trafficText(rule.drifted)])).toEqual([
      ['drifted-away', '6:22'],
    ]);
  });

  test('no rules, and rules that are not known', () => {
    expect(rulesOf({ after: { rule: [] } })).toEqual([]);
    expect(rulesOf({ after: { rule: null } })).toEqual([]);
    expect(rulesOf({ after: {}, unknown: { rule: true } }).map(summary)).toEqual([
      ['created', undefined, 'some of 1,6,17:0-65535'],
    ]);
    expect(rulesOf({ after: { rule: [7] } }).map(summary)).toEqual([
      ['created', undefined, 'some of 1,6,17:0-65535'],
    ]);
    expect(rulesOf({ after: { rule: 'x' } }).map(summary)).toEqual([
      ['created', undefined, 'some of 1,6,17:0-65535'],
    ]);
  });

  test('dynamic blocks (fixture)', () => {
    const rules = semantics('dynamic-blocks').rules.map((rule) => [
      rule.address.split('.')[1],
      trafficText(rule.after),
      peerText(rule.after?.peer),
    ]);
    expect(rules).toEqual([
      ['dyn', '6:22', '10.0.0.0/8'],
      ['dyn', '6:443', '10.0.0.0/8'],
      ['dynunknown', '6:1-2', 'one of'],
      ['static', '6:443', 'one of'],
      ['static', '6:22', '10.0.0.0/8'],
    ]);
    expect(semantics('dynamic-unknown').rules.map(summary)).toEqual([
      ['created', undefined, 'some of 1,6,17:0-65535'],
    ]);
  });
});
