import { describe, expect, test } from '@jest/globals';

import { addressesIn } from '../../../src/net/address.js';
import { canonical, type Interval, NUMBERS } from '../../../src/net/interval.js';
import { tokenPeers, unionOfPeers } from '../../../src/net/peers.js';
import { icmpSlot, PROTOCOL_NUMBERS, type ProtocolName } from '../../../src/net/protocol.js';
import type { Direction } from '../../../src/net/region.js';
import { packetPhrases, packetTexts, witnessText } from '../../../src/report/words/packet-words.js';
import { openText } from '../../../src/report/words/text.js';
import type { OtherEnd, Packets, Witness } from '../../../src/weigh/packets.js';

function addresses(...parts: readonly string[]): OtherEnd {
  const peers = parts.map((part) => (part.includes('/') ? addressesIn(part) : tokenPeers(part)));
  return { kind: 'addresses', peers: unionOfPeers(peers), names: [] };
}

const TEN = addresses('10.0.0.0/8');

type Protocols = ProtocolName | number | Interval<number>;

/** Packets of these protocols; of one alone the ports may be named. */
function packets(
  protocols: readonly Protocols[],
  ports: 'all' | Interval<number> | number,
  { other = TEN, direction = 'ingress' }: { other?: OtherEnd; direction?: Direction } = {},
): Packets {
  const intervals = protocols.map((one) => {
    if (typeof one === 'object') return one;
    const number = typeof one === 'number' ? one : PROTOCOL_NUMBERS[one];
    return { lo: number, hi: number };
  });
  return {
    direction,
    traffic: {
      protocols: canonical(NUMBERS, intervals),
      ports: typeof ports === 'number' ? { lo: ports, hi: ports } : ports,
    },
    other,
  };
}

function phrases(...lines: readonly Packets[]): readonly string[] {
  return packetPhrases(lines).map(({ what, peers }) => `${openText(what)} ${openText(peers)}`);
}

/** How the other end is called. */
function who(other: OtherEnd): readonly string[] {
  return packetPhrases([packets(['tcp'], 'all', { other })]).map((phrase) => openText(phrase.who));
}

const ALL: Protocols = { lo: 0, hi: 255 };
const ALL_BUT_TCP: readonly Protocols[] = [
  { lo: 0, hi: 5 },
  { lo: 7, hi: 255 },
];

describe('the other end', () => {
  test.each<[OtherEnd, string]>([
    [addresses('0.0.0.0/0'), 'anywhere'],
    [addresses('100.125.4.25/32', '100.125.129.199/32'), '100.125.4.25, 100.125.129.199'],
    [TEN, '10.0.0.0/8'],
    [addresses('2001:db8::1/128'), '2001:db8::1'],
    [{ kind: 'group', role: 'node' }, 'worker node security group'],
    [{ kind: 'internet', family: 'IPv4' }, 'the internet'],
    [{ kind: 'sensitive' }, '(sensitive)'],
    [
      addresses('10.0.0.0/24', '10.0.2.0/24', '10.0.4.0/24', '10.0.6.0/24'),
      '10.0.0.0/24, 10.0.2.0/24, 10.0.4.0/24, 10.0.6.0/24',
    ],
    [
      addresses('1.0.0.0/8', '3.0.0.0/8', '5.0.0.0/8', '7.0.0.0/8', '9.0.0.0/8'),
      '1.0.0.0/8, 3.0.0.0/8, 5.0.0.0/8 and 2 more',
    ],
    [
      addresses('0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/4', '208.0.0.0/5'),
      'anywhere except 216.0.0.0/5 and 224.0.0.0/3',
    ],
    [addresses('0.0.0.0/1', '128.0.0.0/3', '160.0.0.0/4', '192.0.0.0/2'), 'anywhere except 176.0.0.0/4'],
    // An unknown among them may be the very part that is left out.
    [
      addresses('0.0.0.0/1', '128.0.0.0/3', '160.0.0.0/4', 'opentelekomcloud_vpc_v1.prod.cidr'),
      '0.0.0.0/1, 128.0.0.0/3, 160.0.0.0/4, opentelekomcloud_vpc_v1.prod.cidr',
    ],
  ])('%#: %j', (other, phrase) => {
    expect(who(other)).toEqual([phrase]);
  });

  test('has a key that is the same for the same addresses', () => {
    const keys = [TEN, addresses('10.0.0.0/9', '10.128.0.0/9'), addresses('11.0.0.0/8')].map(
      (other) => packetPhrases([packets(['tcp'], 'all', { other })])[0]?.otherKey,
    );
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});

describe('packetPhrases', () => {
  test.each<[string, readonly Protocols[], 'all' | Interval<number> | number]>([
    ['all traffic', [ALL], 'all'],
    ['TCP', ['tcp'], 'all'],
    ['TCP 10250', ['tcp'], 10250],
    ['UDP 30000-32767', ['udp'], { lo: 30000, hi: 32767 }],
    ['ICMP echo request', ['icmp'], icmpSlot(8, 0)],
    ['protocol 47', [47], 'all'],
    ['protocols 2-5', [{ lo: 2, hi: 5 }], 'all'],
    ['protocols 2-5, 47', [{ lo: 2, hi: 5 }, 47], 'all'],
    ['TCP, UDP', ['tcp', 'udp'], 'all'],
    ['all protocols but TCP and ICMP', [0, { lo: 2, hi: 5 }, { lo: 7, hi: 255 }], 'all'],
  ])('%s', (phrase, protocols, ports) => {
    expect(phrases(packets(protocols, ports))).toEqual([`${phrase} from 10.0.0.0/8`]);
  });

  test('what gives a sensitive value away is not told', () => {
    const line: Packets = { direction: 'ingress', traffic: 'sensitive', other: { kind: 'sensitive' } };
    expect(phrases(line)).toEqual(['traffic from (sensitive)']);
    expect(packetTexts(line).peers.map(openText)).toEqual(['(sensitive)']);
  });

  test('ports of one protocol are named together', () => {
    expect(phrases(packets(['tcp'], { lo: 1, hi: 21 }), packets(['tcp'], 80))).toEqual([
      'TCP 1-21, 80 from 10.0.0.0/8',
    ]);
  });

  test('other peers and the other direction are another phrase', () => {
    const [a, b] = [addresses('a'), addresses('b')];
    expect(
      phrases(
        packets(['tcp'], 53, { other: a, direction: 'egress' }),
        packets(['udp'], 53, { other: b, direction: 'egress' }),
        packets(['tcp'], 53, { other: a }),
      ),
    ).toEqual(['TCP 53 to a', 'UDP 53 to b', 'TCP 53 from a']);
  });

  test('nearly all ports are named by what is left out', () => {
    const lines = [
      { lo: 1, hi: 21 },
      { lo: 23, hi: 29999 },
      { lo: 32768, hi: 65535 },
    ].map((ports) => packets(['tcp'], ports));
    expect(phrases(...lines)).toEqual(['TCP except 22, 30000-32767 from 10.0.0.0/8']);
  });

  test('nearly all types of ICMP', () => {
    const types = [
      [0, 7],
      [9, 10],
      [12, 255],
    ] as const;
    const lines = types.map(([from, to]) =>
      packets(['icmp'], { lo: icmpSlot(from, 0), hi: icmpSlot(to, 255) }),
    );
    expect(phrases(...lines)).toEqual(['ICMP except echo request, time exceeded from 10.0.0.0/8']);
  });

  test('nearly all traffic', () => {
    expect(
      phrases(
        packets(ALL_BUT_TCP, 'all'),
        packets(['tcp'], { lo: 1, hi: 21 }),
        packets(['tcp'], { lo: 23, hi: 65535 }),
      ),
    ).toEqual(['all traffic except TCP 22 from 10.0.0.0/8']);
  });

  test('a list is kept when what is left out is no shorter', () => {
    expect(phrases(...[1, 3, 5].map((port) => packets(['tcp'], port)))).toEqual([
      'TCP 1, 3, 5 from 10.0.0.0/8',
    ]);
  });

  test('many ports and protocols are capped', () => {
    const ports = Array.from({ length: 9 }, (_, i) => packets(['tcp'], i * 2 + 1, { direction: 'egress' }));
    expect(phrases(...ports)).toEqual(['TCP 1, 3, 5, 7 and 5 more to 10.0.0.0/8']);
    const protocols = Array.from({ length: 9 }, (_, i) =>
      packets([i * 2 + 100], 'all', { direction: 'egress' }),
    );
    expect(phrases(...protocols)).toEqual([
      'protocol 100; protocol 102; protocol 104; protocol 106 and 5 more to 10.0.0.0/8',
    ]);
  });

  test('nothing is nothing', () => {
    expect(phrases()).toEqual([]);
  });
});

describe('a witness', () => {
  const base: Witness = {
    direction: 'ingress',
    protocol: PROTOCOL_NUMBERS.tcp,
    port: 10250,
    other: { end: 'control', address: '192.168.0.10' },
    member: 'node',
    fate: 'lost',
  };

  test.each<[Partial<Witness>, string]>([
    [{}, 'TCP master 192.168.0.10 -> worker node:10250 was allowed, is dropped'],
    [{ direction: 'egress', fate: 'missing' }, 'TCP worker node -> master 192.168.0.10:10250 is dropped'],
    [
      { protocol: PROTOCOL_NUMBERS.icmp, port: icmpSlot(8, 0), fate: 'may-be-missing' },
      'ICMP echo request master 192.168.0.10 -> worker node may be dropped',
    ],
    [{ protocol: 47, port: undefined, fate: 'open' }, 'GRE master 192.168.0.10 -> worker node is allowed'],
    [
      { protocol: 99, port: undefined, fate: 'opened' },
      'PROTOCOL 99 master 192.168.0.10 -> worker node was dropped, is allowed',
    ],
    [
      { fate: 'may-be-cut' },
      'TCP master 192.168.0.10 -> worker node:10250 may be dropped while the plan is applied',
    ],
  ])('%j', (fields, words) => {
    expect(openText(witnessText({ ...base, ...fields }))).toBe(words);
  });
});
