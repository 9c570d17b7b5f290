/** What the v2 provider and API make of a rule (otc.md 1.2). */
import { describe, expect, test } from '@jest/globals';

import type { RuleSide } from '../../src/plan/rule.js';
import {
  documentOf,
  type Entry,
  peerText,
  planOf,
  problemKinds,
  refs,
  ruleAt,
  trafficText,
} from '../support/plans/reading.js';

const type = 'networking_secgroup_rule_v2';
const plain = { security_group_id: 'sg-1', direction: 'ingress', ethertype: 'IPv4' };

type Cells = Readonly<Record<string, unknown>>;

function read(entry: Omit<Entry, 'type'>): { before: RuleSide | undefined; after: RuleSide | undefined } {
  return ruleAt(planOf(documentOf([{ type, expressions: {}, ...entry }])), `opentelekomcloud_${type}.x`);
}

/** The rule as a plan creates it. */
function created(cells: Cells): RuleSide | undefined {
  return read({ after: { ...plain, ...cells } }).after;
}

/** The rule as the state has it. */
function standing(cells: Cells): RuleSide | undefined {
  const values = { ...plain, id: 'r-1', remote_group_id: '', remote_ip_prefix: '', ...cells };
  return read({ actions: ['no-op'], before: values, after: values }).before;
}

describe('protocol', () => {
  test.each<[unknown, string, readonly string[]]>([
    ['tcp', '6:0-65535', []],
    ['udp', '17:0-65535', []],
    ['6', '6:0-65535', []],
    ['17', '17:0-65535', []],
    ['006', '6:0-65535', []],
    ['gre', '47:0-65535', []],
    ['esp', '50:0-65535', []],
    ['ah', '51:0-65535', []],
    ['igmp', '2:0-65535', []],
    ['ospf', '89:0-65535', []],
    ['vrrp', '112:0-65535', []],
    ['sctp', '132:0-65535', []],
    ['ipv6-encap', '41:0-65535', []],
    ['0', '0:0-65535', []],
    ['255', '255:0-65535', []],
    [null, '0-255:0-65535', []],
    ['', '0-255:0-65535', []],
    // The provider drops names that it does not know: without ports that is a rule for everything.
    ['TCP', '0-255:0-65535', ['changed']],
    ['any', '0-255:0-65535', ['changed']],
    ['all', '0-255:0-65535', ['changed']],
    ['icmpv6', '0-255:0-65535', ['changed']],
    ['tcp ', '0-255:0-65535', ['changed']],
    ['256', 'some of 0-255:0-65535', ['refused']],
    ['-1', 'some of 0-255:0-65535', ['refused']],
    [6, 'some of 0-255:0-65535', []],
    [['tcp'], 'some of 0-255:0-65535', []],
  ])('%p without ports', (protocol, traffic, problems) => {
    const side = created({ protocol });
    expect([trafficText(side), problemKinds(side)]).toEqual([traffic, problems]);
  });

  test('a name that the provider drops, with ports: the API refuses ports without a protocol', () => {
    expect(problemKinds(created({ protocol: 'TCP', port_range_min: 22, port_range_max: 22 }))).toEqual([
      'refused',
    ]);
  });

  test.each([[null], ['']])('ports without a protocol (%p) are sent no more than it is', (protocol) => {
    const side = created({ protocol, port_range_min: 22, port_range_max: 22 });
    expect([trafficText(side), problemKinds(side)]).toEqual(['0-255:0-65535', ['changed']]);
  });

  test('unset and unknown: older providers fill it in', () => {
    const unknown = { protocol: true, port_range_min: true, port_range_max: true };
    const unset = read({ after: plain, unknown }).after;
    expect(trafficText(unset)).toBe('0-255:0-65535');
    const made = read({ after: plain, unknown, expressions: { protocol: refs('local.p') } }).after;
    expect(trafficText(made)).toBe('some of 0-255:0-65535');
    const ports = read({ after: plain, unknown, expressions: { port_range_min: refs('local.p') } });
    expect(trafficText(ports.after)).toBe('0-255:0-65535');
  });
});

describe('ports of tcp', () => {
  test.each<[unknown, unknown, string, readonly string[]]>([
    [22, 22, '6:22', []],
    [1, 65535, '6:1-65535', []],
    [0, 0, '6:0-65535', []],
    [null, null, '6:0-65535', []],
    [0, 65535, '6:0-65535', []],
    [0, 80, '6:0-80', []],
    ['22', '23', '6:22-23', []],
    [65535, 65535, '6:65535', []],
    [30000, 32767, '6:30000-32767', []],
    [443, 80, '6:', ['refused']],
    [22, null, '6:', ['refused']],
    [22, 0, '6:', ['refused']],
    [null, 22, '6:0-22', ['refused']],
    [-1, 22, '6:', ['refused']],
    [22, 65536, '6:', ['refused']],
    [1.5, 2, 'some of 6:0-2', []],
    ['0x16', 22, 'some of 6:0-22', []],
    ['', '', '6:0-65535', []],
  ])('%p to %p', (min, max, traffic, problems) => {
    const side = created({ protocol: 'tcp', port_range_min: min, port_range_max: max });
    expect([trafficText(side), problemKinds(side)]).toEqual([traffic, problems]);
  });

  test('other protocols have none that count', () => {
    expect(trafficText(created({ protocol: 'gre', port_range_min: 1, port_range_max: 2 }))).toBe(
      '47:0-65535',
    );
  });
});

describe('ICMP: type and code', () => {
  const slot = (kind: number, code: number): string => String(kind * 256 + code);
  test.each<[string, unknown, unknown, string, readonly string[]]>([
    ['icmp', 0, 255, '1:0-65535', []],
    ['icmp', 8, 0, `1:${slot(8, 0)}`, []],
    ['icmp', 0, 0, '1:0', []],
    ['icmp', 3, 4, `1:${slot(3, 4)}`, []],
    ['icmp', 255, 255, '1:65535', []],
    // Without ports the provider sends 0 and 0, echo replies.
    ['icmp', null, null, '1:0', ['changed']],
    ['icmp', 8, null, `1:${slot(8, 0)}`, []],
    ['icmp', 256, 0, '1:', ['refused']],
    ['icmp', 8, -1, '1:', ['refused']],
    // 0 and 255 mean everything for the name alone.
    ['1', 0, 255, `1:${slot(0, 255)}`, []],
    ['1', null, null, '1:0', ['changed']],
    ['1', 8, 0, `1:${slot(8, 0)}`, []],
    ['ipv6-icmp', 0, 255, `58:${slot(0, 255)}`, []],
    ['58', 128, 0, `58:${slot(128, 0)}`, []],
  ])('%p %p/%p in a new rule', (...[protocol, min, max, traffic, problems]) => {
    const side = created({ protocol, port_range_min: min, port_range_max: max });
    expect([trafficText(side), problemKinds(side)]).toEqual([traffic, problems]);
  });

  test.each<[string, number, number, string]>([
    ['icmp', 0, 255, '1:0-65535'],
    ['icmp', 0, 0, '1:0'],
    ['icmp', 8, 0, `1:${slot(8, 0)}`],
    // "No types" reads as 0 and 0 here, as echo replies do.
    ['1', 0, 0, 'some of 1:0-65535'],
    ['ipv6-icmp', 0, 0, 'some of 58:0-65535'],
    ['58', 128, 0, `58:${slot(128, 0)}`],
  ])('%p %p/%p in the state', (...[protocol, min, max, traffic]) => {
    const side = standing({ protocol, port_range_min: min, port_range_max: max });
    expect([trafficText(side), problemKinds(side)]).toEqual([traffic, []]);
  });
});

describe('peer', () => {
  test.each<[Cells, string, readonly string[]]>([
    [{}, 'any', []],
    [{ remote_ip_prefix: null, remote_group_id: null }, 'any', []],
    [{ remote_ip_prefix: '', remote_group_id: '' }, 'any', []],
    [{ remote_ip_prefix: '10.0.0.0/8' }, '10.0.0.0/8', []],
    [{ remote_ip_prefix: '0.0.0.0/0' }, '0.0.0.0/0', []],
    [{ remote_ip_prefix: '10.1.2.3' }, '10.1.2.3/32', []],
    [{ remote_ip_prefix: '10.1.2.3/8' }, '10.0.0.0/8', ['changed']],
    [
      { remote_ip_prefix: '10.0.0.0/33' },
      'unknown opentelekomcloud_networking_secgroup_rule_v2.x.remote_ip_prefix',
      ['refused'],
    ],
    [
      { remote_ip_prefix: 'any' },
      'unknown opentelekomcloud_networking_secgroup_rule_v2.x.remote_ip_prefix',
      ['refused'],
    ],
    [{ remote_ip_prefix: '::/0' }, '::/0', ['refused']],
    [{ ethertype: 'IPv6', remote_ip_prefix: '::/0' }, '::/0', []],
    [{ ethertype: 'IPv6', remote_ip_prefix: '10.0.0.0/8' }, '10.0.0.0/8', ['refused']],
    [{ remote_group_id: 'sg-2' }, 'group sg-2', []],
    [{ remote_group_id: 'sg-2', remote_ip_prefix: '10.0.0.0/8' }, '10.0.0.0/8', ['refused']],
  ])('%j', (cells, peer, problems) => {
    const side = created(cells);
    expect([peerText(side?.peer), problemKinds(side)]).toEqual([peer, problems]);
  });
});

describe('direction and ethertype', () => {
  test.each<[Cells, unknown, unknown, readonly string[]]>([
    [{}, 'ingress', 'IPv4', []],
    [{ direction: 'egress', ethertype: 'IPv6' }, 'egress', 'IPv6', []],
    [{ direction: 'INGRESS' }, 'unknown', 'IPv4', ['refused']],
    [{ direction: null }, 'unknown', 'IPv4', ['refused']],
    [{ ethertype: 'ipv4' }, 'ingress', 'unknown', ['refused']],
    [{ ethertype: '' }, 'ingress', 'unknown', ['refused']],
    [{ direction: 7, ethertype: {} }, 'unknown', 'unknown', []],
  ])('%j', (cells, direction, family, problems) => {
    const side = created(cells);
    expect([side?.direction, side?.family, problemKinds(side)]).toEqual([direction, family, problems]);
  });
});

test.each([
  [{ protocol: 'TCP', port_range_min: 22, port_range_max: 22 }, 'some of 0-255:0-65535'],
  [{ protocol: 'tcp', port_range_min: 443, port_range_max: 80 }, 'some of 6:0-65535'],
  [{ protocol: '300', port_range_min: 0, port_range_max: 0 }, 'some of 0-255:0-65535'],
  [{ direction: 'sideways' }, 'some of 0-255:0-65535'],
])('what is there was accepted: where it looks refused, at most its protocol is known: %j', (cells, text) => {
  const side = standing(cells);
  expect([trafficText(side), problemKinds(side)]).toEqual([text, []]);
});

test.each([
  ['tcp', { port_range_min: true, port_range_max: true }, {}, 'some of 6:0-65535'],
  ['17', { port_range_max: true }, { port_range_min: 443 }, 'some of 17:443-65535'],
  ['tcp', { port_range_min: true }, { port_range_max: 443 }, 'some of 6:0-443'],
  ['udp', { port_range_min: true }, { port_range_max: 0 }, 'some of 17:0-65535'],
  ['tcp', { port_range_max: true }, { port_range_min: 70000 }, 'some of 6:0-65535'],
  ['icmp', { port_range_min: true, port_range_max: true }, {}, 'some of 1:0-65535'],
  ['gre', { port_range_min: true, port_range_max: true }, {}, '47:0-65535'],
  ['TCP', { port_range_min: true, port_range_max: true }, {}, 'some of 0-255:0-65535'],
  ['256', { port_range_min: true, port_range_max: true }, {}, 'some of 0-255:0-65535'],
  [null, { port_range_min: true, port_range_max: true }, {}, '0-255:0-65535'],
])('protocol %p with ports that are not known (%j, %j)', (protocol, unknown, known, text) => {
  const expressions = { port_range_min: refs('local.p'), port_range_max: refs('local.p') };
  const { after } = read({ after: { ...plain, protocol, ...known }, unknown, expressions });
  expect(trafficText(after)).toBe(text);
});

test('priority is documented nowhere, and every rule allows', () => {
  expect(created({})).toMatchObject({ action: 'allow', priority: { kind: 'undocumented' } });
});
