import { describe, expect, test } from '@jest/globals';
import { addressesIn, cidrsAround, cidrsOf, parseCidr, v4Text, v6Text } from '../../src/net/address.js';
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
