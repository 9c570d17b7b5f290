import { describe, expect, test } from '@jest/globals';
import {
  addressesIn,
  anyAddress,
  cidrsAround,
  cidrsOf,
  parseAddressRange,
  parseCidr,
  v4Text,
  v6Text,
} from '../../src/net/address.js';
import { BIGINTS, canonical, type Interval, type Line, NUMBERS } from '../../src/net/interval.js';
import {
  ALL_V4,
  ALL_V6,
  NO_PEERS,
  type PeerSet,
  tokenPeers,
  unionOfPeers,
  unionPeers,
  v4Peers,
  v6Peers,
} from '../../src/net/peers.js';
import { type Arbitrary, fc } from '../support/laws.js';

const TEN = 10 * 2 ** 24;
const v4 = (lo: number, hi: number = lo): PeerSet => v4Peers([{ lo, hi }]);
const v6 = (lo: bigint, hi: bigint = lo): PeerSet => v6Peers([{ lo, hi }]);

/** The peers of a text that must be readable. */
function peers(text: string): PeerSet {
  const cidr = parseCidr(text);
  if (cidr === undefined) throw new Error(`not read: ${text}`);
  return cidr.peers;
}

describe('parseCidr', () => {
  test.each<[string, PeerSet]>([
    ['0.0.0.0/0', ALL_V4],
    ['255.255.255.255/0', ALL_V4],
    ['0.0.0.0', v4(0)],
    ['10.0.0.0/8', v4(TEN, TEN + 2 ** 24 - 1)],
    ['10.0.0.1', v4(TEN + 1)],
    ['10.0.0.1/32', v4(TEN + 1)],
    ['10.0.0.4/31', v4(TEN + 4, TEN + 5)],
    ['128.0.0.0/1', v4(2 ** 31, 2 ** 32 - 1)],
    ['255.255.255.255/32', v4(2 ** 32 - 1)],
    ['::/0', ALL_V6],
    ['::', v6(0n)],
    ['::1/128', v6(1n)],
    ['fd00::/8', v6(0xfdn << 120n, (0xfen << 120n) - 1n)],
    ['FD00:0:0::1', v6((0xfdn << 120n) + 1n)],
    ['8000::/1', v6(2n ** 127n, 2n ** 128n - 1n)],
    ['1:2:3:4:5:6:7:8', v6(0x00010002000300040005000600070008n)],
    ['1:2:3:4:5:6:7::', v6(0x00010002000300040005000600070000n)],
    ['ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', v6(2n ** 128n - 1n)],
  ])('%s', (text, expected) => {
    expect(parseCidr(text)).toMatchObject({
      family: text.includes(':') ? 'IPv6' : 'IPv4',
      peers: expected,
    });
  });

  test.each<[string, PeerSet]>([
    ['::ffff:1.2.3.4', v6(0xffff_0102_0304n)],
    ['::FFFF:255.255.255.255/128', v6(0xffff_ffff_ffffn)],
    ['::ffff:0.0.0.0/96', v6(0xffff_0000_0000n, 0xffff_ffff_ffffn)],
    ['::1.2.3.4', v6(0x0102_0304n)],
    ['64:ff9b::10.0.0.1', v6((0x64_ff9bn << 96n) + 0x0a00_0001n)],
    ['1:2:3:4:5:6:7.8.9.10', v6(0x0001000200030004000500060708090an)],
  ])('%s, an IPv6 address that ends like IPv4', (text, expected) => {
    // It stays IPv6: the network does not take it for the IPv4 address inside.
    expect(parseCidr(text)).toEqual({ family: 'IPv6', peers: expected, hasHostBits: false });
  });

  test.each<[string, boolean]>([
    ['10.0.0.1/8', true],
    ['10.0.0.0/8', false],
    ['10.128.0.0/8', true],
    ['10.0.0.1/32', false],
    ['10.0.0.1', false],
    ['0.0.0.1/0', true],
    ['fd00::1/8', true],
    ['fd00::/8', false],
    ['::1', false],
    ['::1/127', true],
  ])('host bits of %s: %s', (text, expected) => {
    expect(parseCidr(text)?.hasHostBits).toBe(expected);
  });

  test.each([
    '',
    '/',
    '/8',
    ' 10.0.0.0/8',
    '10.0.0.0/8 ',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/+8',
    '10.0.0.0/8.0',
    '10.0.0.0/8/8',
    '10.0.0.0/255.0.0.0',
    '01.2.3.4',
    '1.2.3.04',
    '0x1.2.3.4',
    '1.2.3',
    '1.2.3.',
    '1.2.3.4.5',
    '1.2.3.256',
    '16909060',
    '10',
    'any',
    '10.0.0.1-10.0.0.9',
    '10.0.0.1\n',
    'fe80::1%eth0',
    'fe80::1%eth0/64',
    '[::1]',
    '::/129',
    '::/1000',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    'g::',
    '::ffff:01.2.3.4',
    '::ffff:1.2.3',
    '::ffff:1.2.3.256',
    '::ffff:0x1.2.3.4',
    '::1.2.3.4:5',
    '1:2:3:4:5:6:7:1.2.3.4',
    '1.2.3.4::',
  ])('%j is not an address', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });

  test('anyAddress is all of the family', () => {
    expect(anyAddress('IPv4')).toEqual(peers('0.0.0.0/0'));
    expect(anyAddress('IPv6')).toEqual(peers('::/0'));
  });
});

describe('addresses as text', () => {
  test.each<[number, string]>([
    [0, '0.0.0.0'],
    [1, '0.0.0.1'],
    [256, '0.0.1.0'],
    [TEN + 1, '10.0.0.1'],
    [2 ** 31 - 1, '127.255.255.255'],
    [2 ** 31, '128.0.0.0'],
    [0xc0a80102, '192.168.1.2'],
    [2 ** 32 - 1, '255.255.255.255'],
  ])('%d is %s', (value, text) => {
    expect(v4Text(value)).toBe(text);
  });

  // RFC 5952: lower case, no leading zeros, the longest run of two or more zero groups short, the first of equals.
  test.each<[bigint, string]>([
    [0n, '::'],
    [1n, '::1'],
    [0xfdn << 120n, 'fd00::'],
    [0x20010db8000000000001000000000001n, '2001:db8::1:0:0:1'],
    [0x20010db8000000010001000100010001n, '2001:db8:0:1:1:1:1:1'],
    [0x20010000000000010000000000000001n, '2001:0:0:1::1'],
    [0x00000000000100000000000100000000n, '::1:0:0:1:0:0'],
    [0x00010000000000000000000000000000n, '1::'],
    [0x00010002000300040005000600070000n, '1:2:3:4:5:6:7:0'],
    [0xffff_0102_0304n, '::ffff:102:304'],
    [0x0102_0304n, '::102:304'],
    [2n ** 128n - 1n, 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ])('%s is %s', (value, text) => {
    expect(v6Text(value)).toBe(text);
  });

  test('IPv6 is written as URL writes it', () => {
    // Groups of few values, so that runs of zeros are frequent.
    const group = fc.oneof(fc.constantFrom(0, 0, 0, 1, 0x10, 0xffff), fc.nat(0xffff));
    fc.assert(
      fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
        const value = groups.reduce((sum, next) => (sum << 16n) + BigInt(next), 0n);
        const long = groups.map((next) => next.toString(16).padStart(4, '0')).join(':');
        expect(`[${v6Text(value)}]`).toBe(new URL(`http://[${long}]`).hostname);
        expect(peers(long)).toEqual(v6(value));
        expect(peers(long.toUpperCase())).toEqual(v6(value));
      }),
    );
  });

  test('an address is read back from its text', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), (a, b) => {
        expect(peers(v4Text(a))).toEqual(v4(a));
        expect(peers(v6Text(b))).toEqual(v6(b));
      }),
    );
  });
});

/** Some intervals between these values. */
function intervals<T extends number | bigint>(value: Arbitrary<T>, maxLength = 4): Arbitrary<Interval<T>[]> {
  return fc.array(
    fc.tuple(value, value).map(([a, b]) => (a < b ? { lo: a, hi: b } : { lo: b, hi: a })),
    { maxLength },
  );
}

const V4_VALUE = fc.oneof(
  fc.nat(2 ** 32 - 1),
  fc.nat(20),
  fc.nat(20).map((down) => 2 ** 32 - 1 - down),
  fc.nat(40).map((up) => 2 ** 31 - 20 + up),
);
const V6_VALUE = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
  fc.bigInt({ min: 0n, max: 20n }),
  fc.bigInt({ min: 2n ** 128n - 20n, max: 2n ** 128n - 1n }),
  fc.bigInt({ min: 2n ** 64n - 20n, max: 2n ** 64n + 20n }),
);

describe('cidrsOf', () => {
  test('reads back as the same set', () => {
    fc.assert(
      fc.property(intervals(V4_VALUE, 2), intervals(V6_VALUE, 1), (a, b) => {
        const set = unionPeers(v4Peers(a), v6Peers(b));
        const read = cidrsOf(set).map(parseCidr);
        expect(unionOfPeers(read.map((cidr) => cidr?.peers ?? NO_PEERS))).toEqual(set);
        expect(read.every((cidr) => cidr?.hasHostBits === false)).toBe(true);
      }),
    );
  });

  test('one CIDR comes back as itself, without its host bits', () => {
    fc.assert(
      fc.property(V4_VALUE, fc.nat(32), V6_VALUE, fc.nat(128), (a, aBits, b, bBits) => {
        const [first] = cidrsOf(peers(`${v4Text(a)}/${aBits}`));
        expect(first).toBe(`${v4Text(a - (a % 2 ** (32 - aBits)))}/${aBits}`);
        const [second] = cidrsOf(peers(`${v6Text(b)}/${bBits}`));
        expect(second).toBe(`${v6Text(b - (b % 2n ** BigInt(128 - bBits)))}/${bBits}`);
      }),
    );
  });

  /** The fewest blocks for lo..hi: every way tried, from the end on. A block of size s starts at a multiple of s. */
  function fewest(lo: number, hi: number): number {
    const best: number[] = [];
    best[hi + 1] = 0;
    for (let at = hi; at >= lo; at--) {
      const ways = [1, 2, 4, 8, 16, 32, 64].filter((size) => at % size === 0 && at + size - 1 <= hi);
      best[at] = 1 + Math.min(...ways.map((size) => best[at + size] ?? Infinity));
    }
    return best[lo] ?? 0;
  }

  /** 64 addresses, wherever they lie on the line: the number of blocks is the fewest. */
  function isFewest<T extends number | bigint>(
    line: Line<T>,
    at: (place: number) => T,
    toPeers: (list: Interval<T>[]) => PeerSet,
  ): void {
    fc.assert(
      fc.property(intervals(fc.nat(63)), (list) => {
        const count = canonical(NUMBERS, list).reduce((sum, { lo, hi }) => sum + fewest(lo, hi), 0);
        const moved = list.map(({ lo, hi }) => ({ lo: at(lo), hi: at(hi) }));
        expect(cidrsOf(toPeers([...canonical(line, moved)]))).toHaveLength(count);
      }),
    );
  }

  test('are the fewest blocks', () => {
    isFewest(NUMBERS, (place) => TEN + place, v4Peers);
    isFewest(NUMBERS, (place) => 2 ** 32 - 64 + place, v4Peers);
    isFewest(BIGINTS, (place) => (0xfdn << 120n) + BigInt(place), v6Peers);
    isFewest(BIGINTS, (place) => 2n ** 128n - 64n + BigInt(place), v6Peers);
  });

  test('by example', () => {
    expect(cidrsOf(NO_PEERS)).toEqual([]);
    expect(cidrsOf(ALL_V4)).toEqual(['0.0.0.0/0']);
    expect(cidrsOf(ALL_V6)).toEqual(['::/0']);
    expect(cidrsOf(v4(TEN + 1, TEN + 6))).toEqual([
      '10.0.0.1/32',
      '10.0.0.2/31',
      '10.0.0.4/31',
      '10.0.0.6/32',
    ]);
    expect(cidrsOf(unionOfPeers([ALL_V6, v4(TEN), tokenPeers('sg-a')]))).toEqual(['10.0.0.0/32', '::/0']);
    // All but the two ends: the most blocks that one interval can need.
    expect(cidrsOf(v4(1, 2 ** 32 - 2))).toHaveLength(62);
    expect(cidrsOf(v6(1n, 2n ** 128n - 2n))).toHaveLength(254);
  });

  test('0.0.0.0/1 and 128.0.0.0/1 are everything', () => {
    expect(unionPeers(peers('128.0.0.0/1'), peers('0.0.0.0/1'))).toEqual(ALL_V4);
    expect(unionPeers(peers('::/1'), peers('8000::/1'))).toEqual(ALL_V6);
  });
});

describe('parseAddressRange', () => {
  test.each<[string, PeerSet]>([
    ['10.0.0.1', v4(TEN + 1)],
    [' 10.0.0.1 ', v4(TEN + 1)],
    ['10.0.0.0/31', v4(TEN, TEN + 1)],
    ['10.0.0.1-10.0.0.9', v4(TEN + 1, TEN + 9)],
    ['10.0.0.1 - 10.0.0.9', v4(TEN + 1, TEN + 9)],
    ['10.0.0.1-10.0.0.1', v4(TEN + 1)],
    ['0.0.0.0-255.255.255.255', ALL_V4],
    ['fd00::/8', v6(0xfdn << 120n, (0xfen << 120n) - 1n)],
    ['::1-::ff', v6(1n, 255n)],
    ['::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', ALL_V6],
  ])('%j', (text, expected) => {
    expect(parseAddressRange(text)).toEqual(expected);
  });

  test.each([
    '',
    '-',
    '10.0.0.1-',
    '-10.0.0.1',
    '10.0.0.9-10.0.0.1',
    '::2-::1',
    '10.0.0.1-9',
    '10.0.0.0/31-10.0.0.9',
    '10.0.0.0-10.0.0.9/32',
    '10.0.0.1-10.0.0.2-10.0.0.3',
    '10.0.0.1-::1',
    '::1-10.0.0.1',
    '10.0.0.1-10.0.0.256',
    '10.0.0.1,10.0.0.2',
    'fe80::1%eth0-fe80::2%eth0',
  ])('%j is not a range', (text) => {
    expect(parseAddressRange(text)).toBeUndefined();
  });
});

describe('CIDRs around addresses', () => {
  test('start with the narrowest and end with all of the family', () => {
    expect(cidrsAround(addressesIn('192.168.1.0/30'))).toEqual([
      ...Array.from({ length: 31 }, (_, i) => 30 - i)
        .filter((bits) => bits > 0)
        .map((bits) => expect.stringMatching(new RegExp(`^[0-9.]+/${bits}$`))),
      '0.0.0.0/0',
    ]);
    expect(cidrsAround(addressesIn('fd00::/8'))[0]).toBe('fd00::/8');
    expect(cidrsAround(addressesIn('fd00::/8')).at(-1)).toBe('::/0');
  });

  test('are none for both families at once', () => {
    const both = unionPeers(addressesIn('10.0.0.0/8'), addressesIn('fd00::/8'));
    expect(cidrsAround(both)).toEqual([]);
  });
});
