import { describe, expect, test } from '@jest/globals';
import { addressesIn } from '../../src/net/address.js';
import { type IntervalSet, single } from '../../src/net/interval.js';
import { packetLines, portsText, protocolsForm, protocolsText } from '../../src/net/packet-lines.js';
import { ALL_V4, unionPeers } from '../../src/net/peers.js';
import {
  hasName,
  ICMP,
  icmpSlot,
  icmpText,
  ICMPV6,
  PROTOCOL_NUMBERS,
  protocolText,
  TCP,
  UDP,
} from '../../src/net/protocol.js';
import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  allTraffic,
  EMPTY,
  isSame,
  type Region,
  region,
  subtract,
  union,
  unionOf,
} from '../../src/net/region.js';
import { regions } from '../support/oracle/regions.js';
import { fc } from '../support/laws.js';

const of = (protocols: IntervalSet<number>, ports: IntervalSet<number> = ALL_PORTS): Region =>
  region('ingress', protocols, ports, ALL_V4);
const texts = (a: Region): readonly string[] =>
  packetLines(a).map((line) => `${protocolsText(line.protocols)} ${portsText(line)}`);
const echo = icmpSlot(8, 0);

describe('lines of a region', () => {
  test.each<[string, Region, readonly string[]]>([
    ['nothing', EMPTY, []],
    ['everything', allTraffic('egress', ALL_V4), ['all all']],
    ['all TCP', of([single(TCP)]), ['tcp all']],
    ['TCP and UDP', of([single(TCP), single(UDP)]), ['tcp, udp all']],
    [
      'all but TCP and ICMP',
      subtract(of([ALL_PROTOCOLS]), of([single(TCP), single(ICMP)])),
      ['all but icmp, tcp all'],
    ],
    ['all but GRE', subtract(of([ALL_PROTOCOLS]), of([single(47)])), ['0-46, 48-255 all']],
    [
      'all but TCP and GRE',
      subtract(of([ALL_PROTOCOLS]), of([single(TCP), single(47)])),
      ['0-5, 7-46, 48-255 all'],
    ],
    ['a run of protocols', of([{ lo: ICMP, hi: 5 }]), ['1-5 all']],
    ['a run from TCP on', of([{ lo: TCP, hi: 16 }]), ['6-16 all']],
    ['the same without port 0', of([{ lo: TCP, hi: 16 }], [{ lo: 1, hi: 65535 }]), ['6-16 1-65535']],
    ['one port and a range', of([single(TCP)], [single(22), { lo: 80, hi: 81 }]), ['tcp 22', 'tcp 80-81']],
    ['echo', of([single(ICMP)], [single(echo)]), ['icmp 8/0']],
    ['types', of([single(ICMPV6)], [{ lo: 0, hi: echo }]), ['icmpv6 0/0-8/0']],
    [
      'all ports apart from some ports',
      union(of([single(TCP)], [single(22)]), of([single(ICMP), single(UDP)])),
      ['icmp, udp all', 'tcp 22'],
    ],
  ])('%s', (_, packets, expected) => {
    expect(texts(packets)).toEqual(expected);
  });

  test('other peers and the other direction are other lines', () => {
    const near = addressesIn('10.0.0.0/8');
    const packets = unionOf([
      region('ingress', [single(TCP)], ALL_PORTS, near),
      region('ingress', [single(UDP)], ALL_PORTS, unionPeers(near, addressesIn('11.0.0.0/16'))),
      region('egress', [single(TCP)], ALL_PORTS, near),
    ]);
    expect(
      packetLines(packets).map(({ direction, protocols }) => [direction, protocolsText(protocols)]),
    ).toEqual([
      ['ingress', 'tcp'],
      ['ingress', 'udp'],
      ['egress', 'tcp'],
    ]);
  });

  test('the lines are the region', () => {
    fc.assert(
      fc.property(regions(), ({ region: packets }) => {
        const parts = packetLines(packets).map(({ direction, protocols, ports, peers }) =>
          region(direction, protocols, ports === 'all' ? ALL_PORTS : [ports], peers),
        );
        expect(isSame(unionOf(parts), packets)).toBe(true);
      }),
    );
  });
});

test('the form of a set of protocols', () => {
  expect(protocolsForm([ALL_PROTOCOLS])).toEqual({ kind: 'all' });
  expect(
    protocolsForm([
      { lo: 0, hi: 5 },
      { lo: 7, hi: 255 },
    ]),
  ).toEqual({ kind: 'all-but', protocols: [TCP] });
  expect(protocolsForm([single(TCP)])).toEqual({ kind: 'list', protocols: [single(TCP)] });
});

test('protocols by name and by number', () => {
  for (const [name, number] of Object.entries(PROTOCOL_NUMBERS)) {
    expect([protocolText(number), hasName(number)]).toEqual([name, true]);
  }
  expect([protocolText(47), hasName(47)]).toEqual(['47', false]);
  expect([icmpText(0), icmpText(echo), icmpText(65535)]).toEqual(['0/0', '8/0', '255/255']);
});

test('a CIDR of our own that is none throws', () => {
  expect(addressesIn('0.0.0.0/0')).toEqual(ALL_V4);
  expect(() => addressesIn('10.0.0.0/33')).toThrow('this cannot be');
});
