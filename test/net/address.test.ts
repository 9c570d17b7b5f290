import { describe, expect, test } from '@jest/globals';
import ipaddr from 'ipaddr.js';

import { anyAddress, parseAddressRange, parseCidr, v4Text, v6Text } from '../../src/net/address.js';
import { ALL_V4, ALL_V6, type PeerSet, v4Peers, v6Peers } from '../../src/net/peers.js';
import { fc } from '../support/laws.js';

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
  test('reads IPv4 as the library does', () => {
    const octet = fc.constantFrom(
      '0',
      '1',
      '9',
      '10',
      '99',
      '128',
      '255',
      '256',
      '300',
      '00',
      '01',
      '1000',
      '',
    );
    const prefix = fc.constantFrom('', '/0', '/8', '/08', '/19', '/31', '/32', '/33', '/032', '/', '/1000');
    fc.assert(
      fc.property(
        fc.tuple(octet, octet, octet, octet).map((all) => all.join('.')),
        prefix,
        (address, slash) => {
          const bits = slash === '' ? 32 : Number(slash.slice(1));
          const isRead =
            ipaddr.IPv4.isValidFourPartDecimal(address) && /^(\/\d{1,3})?$/.test(slash) && bits <= 32;
          const valueOf = (found: { readonly octets: number[] }): number =>
            found.octets.reduce((sum, one) => 256 * sum + one, 0);
          const ends = (): readonly number[] => [
            valueOf(ipaddr.IPv4.networkAddressFromCIDR(`${address}/${bits}`)),
            valueOf(ipaddr.IPv4.broadcastAddressFromCIDR(`${address}/${bits}`)),
          ];
          const [lo = 0, hi = 0] = isRead ? ends() : [];
          const cidr = { family: 'IPv4', peers: v4(lo, hi) };
          expect(parseCidr(address + slash)).toEqual(
            isRead ? { ...cidr, hasHostBits: valueOf(ipaddr.IPv4.parse(address)) !== lo } : undefined,
          );
        },
      ),
    );
  });

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
