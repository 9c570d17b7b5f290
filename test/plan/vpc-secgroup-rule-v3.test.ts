/** What the v3 API makes of a rule (otc.md 1.4), and of the address group that it may name (1.5). */
import { describe, expect, test } from '@jest/globals';

import type { RuleSide } from '../../src/plan/rule.js';
import {
  documentOf,
  type Entry,
  peerText,
  planOf,
  problemKinds,
  ref,
  refs,
  ruleAt,
  trafficText,
} from '../support/plans/reading.js';

const type = 'vpc_secgroup_rule_v3';
const RULE = `opentelekomcloud_${type}.x`;
const plain = { security_group_id: 'sg-1', direction: 'ingress', ether_type: 'IPv4' };

type Cells = Readonly<Record<string, unknown>>;

function created(cells: Cells, more: Omit<Entry, 'type'> = {}): RuleSide | undefined {
  const entry: Entry = { type, after: { ...plain, ...cells }, expressions: {}, ...more };
  return ruleAt(planOf(documentOf([entry])), RULE).after;
}

describe('protocol and multi_port', () => {
  test.each<[unknown, unknown, string, readonly string[]]>([
    ['tcp', '80', '6:80', []],
    ['tcp', '1-30', '6:1-30', []],
    ['tcp', '22,3389,80', '6:22,80,3389', []],
    ['tcp', '22,80-90', '6:22,80-90', []],
    ['tcp', ' 22 , 80 - 90 ', '6:22,80-90', []],
    ['tcp', '80-90,85-100,101', '6:80-101', []],
    ['tcp', '1-65535', '6:1-65535', []],
    ['udp', null, '17:0-65535', []],
    ['udp', '', '17:0-65535', []],
    ['6', '80', '6:80', []],
    ['47', null, '47:0-65535', []],
    [null, null, '0-255:0-65535', []],
    ['', '', '0-255:0-65535', []],
    [null, '80', '0-255:0-65535', ['refused']],
    ['icmp', null, '1:0-65535', []],
    ['icmp', '8', 'some of 1:0-65535', []],
    ['1', null, '1:0-65535', []],
    ['icmpv6', null, '58:0-65535', ['refused']],
    ['TCP', '80', 'some of 0-255:0-65535', ['refused']],
    ['gre', null, 'some of 0-255:0-65535', ['refused']],
    ['256', null, 'some of 0-255:0-65535', ['refused']],
    ['tcp', '90-80', 'some of 6:0-65535', ['refused']],
    ['tcp', '65536', 'some of 6:0-65535', ['refused']],
    ['tcp', 'http', 'some of 6:0-65535', ['refused']],
    ['tcp', '80;90', 'some of 6:0-65535', ['refused']],
    ['tcp', '80,', 'some of 6:0-65535', ['refused']],
    ['tcp', 80, 'some of 6:0-65535', []],
  ])('%p %p', (protocol, ports, traffic, problems) => {
    const side = created({ protocol, multi_port: ports });
    expect([trafficText(side), problemKinds(side)]).toEqual([traffic, problems]);
  });

  test.each<[unknown, string, string, readonly string[]]>([
    [undefined, 'tcp', 'IPv4', []],
    [null, 'tcp', 'IPv4', []],
    ['IPv6', 'icmpv6', 'IPv6', []],
    ['IPv6', '58', 'IPv6', []],
    ['IPv6', 'icmp', 'IPv6', ['refused']],
    ['IPv4', '58', 'IPv4', ['refused']],
    ['ipv4', 'tcp', 'unknown', ['refused']],
  ])('ether_type %p with %p', (family, protocol, expected, problems) => {
    const side = created({ ether_type: family, protocol });
    expect([side?.family, problemKinds(side)]).toEqual([expected, problems]);
  });
});

describe('action and priority', () => {
  test.each<[Cells, unknown, unknown, readonly string[]]>([
    [{}, 'allow', 1, []],
    [{ action: null, priority: null }, 'allow', 1, []],
    [{ action: '', priority: 0 }, 'allow', 1, []],
    [{ action: 'allow', priority: 100 }, 'allow', 100, []],
    [{ action: 'deny', priority: 1 }, 'deny', 1, []],
    [{ action: 'deny', priority: '50' }, 'deny', 50, []],
    [{ action: 'Deny' }, 'unknown', 1, ['refused']],
    [{ priority: 101 }, 'allow', 101, ['refused']],
    [{ priority: -1 }, 'allow', -1, ['refused']],
    [{ action: 7, priority: 'high' }, 'unknown', undefined, []],
  ])('%j', (cells, action, priority, problems) => {
    const side = created(cells);
    const value = side?.priority.kind === 'known' ? side.priority.value : undefined;
    expect([side?.action, value, problemKinds(side)]).toEqual([action, priority, problems]);
  });

  test('unknown because newer providers fill them in: the defaults', () => {
    const unknown = { action: true, priority: true };
    expect(created({}, { unknown })).toMatchObject({
      action: 'allow',
      priority: { kind: 'known', value: 1 },
    });
    const expressions = { action: refs('local.a'), priority: refs('local.p') };
    expect(created({}, { unknown, expressions })).toMatchObject({
      action: 'unknown',
      priority: { kind: 'unknown' },
    });
  });
});

describe('peer', () => {
  test.each<[Cells, string, readonly string[]]>([
    [{}, 'any', []],
    [{ remote_ip_prefix: '1.2.3.4' }, '1.2.3.4/32', []],
    [{ remote_ip_prefix: '10.0.0.1/24' }, '10.0.0.0/24', ['changed']],
    [{ remote_ip_prefix: 'fd00::/8' }, 'fd00::/8', ['refused']],
    [{ remote_group_id: 'sg-2' }, 'group sg-2', []],
    [{ remote_group_id: 'sg-2', remote_ip_prefix: '10.0.0.0/8' }, '10.0.0.0/8', ['refused']],
    [{ remote_address_group_id: 'ag-9' }, 'unknown IP address group ag-9', []],
    [{ remote_address_group_id: 'ag-9', remote_group_id: 'sg-2' }, 'group sg-2', ['refused']],
  ])('%j', (cells, peer, problems) => {
    const side = created(cells);
    expect([peerText(side?.peer), problemKinds(side)]).toEqual([peer, problems]);
  });
});

describe('IP address groups', () => {
  const group = { type: 'vpc_ip_address_group_v3', name: 'g', expressions: {} } as const;
  const GROUP = 'opentelekomcloud_vpc_ip_address_group_v3.g';
  const rule: Entry = {
    type,
    actions: ['no-op'],
    before: { ...plain, id: 'r', remote_address_group_id: 'ag-1' },
    after: { ...plain, id: 'r', remote_address_group_id: 'ag-1' },
    expressions: {},
  };

  function peers(before: Cells | null, after: Cells | null, more: Partial<Entry> = {}): readonly unknown[] {
    const entry: Entry = { ...group, actions: ['update'], before, after, ...more };
    const { before: old, after: next } = ruleAt(planOf(documentOf([entry, rule])), RULE);
    return [peerText(old?.peer), peerText(next?.peer)];
  }

  test('entries change in place while the rule stands', () => {
    const old = { id: 'ag-1', ip_set: ['10.0.0.0/24', '10.0.1.7'] };
    expect(peers(old, { id: 'ag-1', ip_set: ['10.0.0.0/25'] })).toEqual([
      '10.0.0.0/24 10.0.1.7/32',
      '10.0.0.0/25',
    ]);
  });

  test.each<[string, Cells, string]>([
    ['a range', { ip_set: ['10.0.0.4-10.0.0.7'] }, '10.0.0.4/30'],
    ['entries that overlap', { ip_set: ['10.0.0.0/25', '10.0.0.128/25', '10.0.0.9'] }, '10.0.0.0/24'],
    [
      'ip_extra_set',
      { ip_extra_set: [{ ip: '10.0.0.1', remarks: 'x' }, { ip: '10.0.0.0/32' }] },
      '10.0.0.0/31',
    ],
    [
      'both: the API fills the one from the other',
      { ip_set: ['10.0.0.1'], ip_extra_set: [{ ip: '10.0.0.1' }] },
      '10.0.0.1/32',
    ],
    ['none', { ip_set: [], ip_extra_set: [] }, 'nothing'],
    ['null', { ip_set: null }, 'nothing'],
    ['IPv6', { ip_version: 6, ip_set: ['fd00::1-fd00::2'] }, 'fd00::1/128 fd00::2/128'],
    ['an entry that is none', { ip_set: ['10.0.0.1', 'office'] }, `unknown ${GROUP}.ip_set`],
    ['a range the wrong way round', { ip_set: ['10.0.0.9-10.0.0.1'] }, `unknown ${GROUP}.ip_set`],
    ['something else', { ip_set: 7 }, `unknown ${GROUP}.ip_set`],
    ['an extra entry without an address', { ip_extra_set: [{ remarks: 'x' }] }, `unknown ${GROUP}.ip_set`],
  ])('%s', (_, cells, expected) => {
    const values = { id: 'ag-1', ...cells };
    expect(peers(values, values, { actions: ['no-op'] })).toEqual([expected, expected]);
  });

  test('from ip_set to ip_extra_set', () => {
    const after = { id: 'ag-1', ip_set: null, ip_extra_set: [{ ip: '10.0.0.2' }] };
    expect(peers({ id: 'ag-1', ip_set: ['10.0.0.1'] }, after)).toEqual(['10.0.0.1/32', '10.0.0.2/32']);
  });

  test('an entry that is not known yet makes the group unknown', () => {
    const old = { id: 'ag-1', ip_set: ['10.0.0.1'] };
    const next = { id: 'ag-1', ip_set: ['10.0.0.1', null] };
    expect(peers(old, next, { unknown: { ip_set: [false, true] } })).toEqual([
      '10.0.0.1/32',
      `unknown ${GROUP}.ip_set`,
    ]);
    expect(
      peers(old, { id: 'ag-1' }, { unknown: { ip_set: true }, expressions: { ip_set: refs('local.s') } }),
    ).toEqual(['10.0.0.1/32', `unknown ${GROUP}.ip_set`]);
  });

  test('forgotten while the group changes: the rule follows the group', () => {
    const entries: Entry[] = [
      {
        ...group,
        actions: ['update'],
        before: { id: 'ag-1', ip_set: ['10.0.0.1'] },
        after: { id: 'ag-1', ip_set: ['10.0.0.2'] },
      },
      { ...rule, actions: ['forget'], after: null },
    ];
    const { before, after } = ruleAt(planOf(documentOf(entries)), RULE);
    expect([peerText(before?.peer), peerText(after?.peer)]).toEqual(['10.0.0.1/32', '10.0.0.2/32']);
  });

  test('a sensitive entry marks the peer', () => {
    const values = { id: 'ag-1', ip_extra_set: [{ ip: '10.0.0.1' }] };
    const entry: Entry = {
      ...group,
      actions: ['no-op'],
      before: values,
      after: values,
      sensitive: { ip_extra_set: [{ ip: true }] },
    };
    const { after } = ruleAt(planOf(documentOf([entry, rule])), RULE);
    expect(after?.peer).toMatchObject({ kind: 'range', range: { kind: 'known', isSensitive: true } });
  });

  test('a group that is made: by reference', () => {
    const made: Entry = { ...group, after: { ip_set: ['10.0.0.0/30'] }, unknown: { id: true } };
    const byReference: Entry = {
      type,
      after: plain,
      unknown: { remote_address_group_id: true, remote_group_id: true, remote_ip_prefix: true },
      expressions: { remote_address_group_id: ref('vpc_ip_address_group_v3', 'g', 'id') },
    };
    expect(peerText(ruleAt(planOf(documentOf([made, byReference])), RULE).after?.peer)).toBe('10.0.0.0/30');
    const byLocal = { ...byReference, expressions: { remote_address_group_id: refs('local.g') } };
    expect(peerText(ruleAt(planOf(documentOf([made, byLocal])), RULE).after?.peer)).toBe(
      `unknown IP address group ${RULE}.remote_address_group_id`,
    );
  });

  test('a group that is replaced: the old entries before, the new ones after', () => {
    const entries: Entry[] = [
      {
        ...group,
        actions: ['delete', 'create'],
        before: { id: 'ag-1', ip_set: ['10.0.0.1'] },
        after: { ip_set: ['10.0.0.2'] },
        unknown: { id: true },
      },
      {
        ...rule,
        actions: ['delete', 'create'],
        after: plain,
        unknown: { id: true, remote_address_group_id: true, remote_group_id: true, remote_ip_prefix: true },
        expressions: { remote_address_group_id: ref('vpc_ip_address_group_v3', 'g', 'id') },
      },
    ];
    const { before, after } = ruleAt(planOf(documentOf(entries)), RULE);
    expect([peerText(before?.peer), peerText(after?.peer)]).toEqual(['10.0.0.1/32', '10.0.0.2/32']);
  });
});
