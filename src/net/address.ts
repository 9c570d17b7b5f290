import ipaddr from 'ipaddr.js';

import { must } from '../result.js';
import type { Interval } from './interval.js';
import { ALL_V4, ALL_V6, type PeerSet, v4Peers, v6Peers } from './peers.js';

/** The address family of a rule, as the provider writes it. */
export type EtherType = 'IPv4' | 'IPv6';

/** One CIDR, read: its family, its addresses, and whether bits below the prefix were set (10.0.0.1/8). */
export interface Cidr {
  readonly family: EtherType;
  readonly peers: PeerSet;
  readonly hasHostBits: boolean;
}

/** All addresses of the family. */
export function anyAddress(family: EtherType): PeerSet {
  return family === 'IPv4' ? ALL_V4 : ALL_V6;
}

/**
 * Reads `10.0.0.0/8`, `10.0.0.1` (a /32), `fd00::/8`. Bits below the prefix are cut off, as the network does.
 * Undefined for anything else, octal and shortened IPv4 forms included.
 */
export function parseCidr(text: string): Cidr | undefined {
  const [address = '', prefix, ...rest] = text.split('/');
  if (rest.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return undefined;
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
    const bits = prefix === undefined ? 32 : Number(prefix);
    if (bits > 32) return undefined;
    const value = v4Number(ipaddr.IPv4.parse(address).octets);
    const size = 2 ** (32 - bits);
    const lo = Math.floor(value / size) * size;
    return { family: 'IPv4', peers: v4Peers([{ lo, hi: lo + size - 1 }]), hasHostBits: lo !== value };
  }
  const groups = withoutDots(address);
  if (!groups.includes(':') || groups.includes('%') || !ipaddr.IPv6.isValid(groups)) return undefined;
  const bits = prefix === undefined ? 128 : Number(prefix);
  if (bits > 128) return undefined;
  const value = v6Number(ipaddr.IPv6.parse(groups).parts);
  const size = 2n ** BigInt(128 - bits);
  const lo = (value / size) * size;
  return { family: 'IPv6', peers: v6Peers([{ lo, hi: lo + size - 1n }]), hasHostBits: lo !== value };
}

/** The addresses of a CIDR that stands in our own code or data; anything else throws. */
export function addressesIn(cidr: string): PeerSet {
  return must(parseCidr(cidr), 'CIDRs of our own are well formed').peers;
}

/** Reads an entry of an IP address group: an address, a CIDR, or a range `10.0.0.1-10.0.0.9`. */
export function parseAddressRange(text: string): PeerSet | undefined {
  const [from, to, ...rest] = text.split('-').map((part) => part.trim());
  if (from === undefined || rest.length > 0) return undefined;
  if (to === undefined) return parseCidr(from)?.peers;
  if (from.includes('/') || to.includes('/')) return undefined;
  const first = parseCidr(from)?.peers;
  const last = parseCidr(to)?.peers;
  const [a, b] = [first?.v4[0], last?.v4[0]];
  if (a !== undefined && b !== undefined && a.lo <= b.hi) return v4Peers([{ lo: a.lo, hi: b.hi }]);
  const [c, d] = [first?.v6[0], last?.v6[0]];
  if (c !== undefined && d !== undefined && c.lo <= d.hi) return v6Peers([{ lo: c.lo, hi: d.hi }]);
  return undefined;
}

/** The fewest CIDRs that make up the set, IPv4 first, in order. Tokens have no CIDR and are left out. */
export function cidrsOf(peers: PeerSet): readonly string[] {
  return [
    ...peers.v4.flatMap((range) => v4Blocks(range).map(({ lo, bits }) => `${v4Text(lo)}/${String(bits)}`)),
    ...peers.v6.flatMap((range) => v6Blocks(range).map(({ lo, bits }) => `${v6Text(lo)}/${String(bits)}`)),
  ];
}

/** An IPv4 address as people write it; 0..2^32-1. */
export function v4Text(value: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

/** An IPv6 address in its shortest form; 0..2^128-1. */
export function v6Text(value: bigint): string {
  const parts: number[] = [];
  for (let shift = 112n; shift >= 0n; shift -= 16n) parts.push(Number((value >> shift) & 0xffffn));
  return new ipaddr.IPv6(parts).toRFC5952String();
}

/**
 * An IPv6 address with its dotted end (::ffff:1.2.3.4) as two hex groups; empty when the end is no IPv4 address.
 * ipaddr.js would take ::1.2.3.4 for ::ffff:1.2.3.4, and would let 01.2.3.4 pass.
 */
function withoutDots(address: string): string {
  const start = address.lastIndexOf(':') + 1;
  const end = address.slice(start);
  if (!end.includes('.')) return address;
  if (!ipaddr.IPv4.isValidFourPartDecimal(end)) return '';
  const value = v4Number(ipaddr.IPv4.parse(end).octets);
  const groups = [Math.floor(value / 65536), value % 65536].map((group) => group.toString(16));
  return address.slice(0, start) + groups.join(':');
}

function v4Number(octets: readonly number[]): number {
  return octets.reduce((value, octet) => value * 256 + octet, 0);
}

function v6Number(parts: readonly number[]): bigint {
  return parts.reduce((value, part) => (value << 16n) + BigInt(part), 0n);
}

function v4Blocks({ lo, hi }: Interval<number>): { lo: number; bits: number }[] {
  const blocks: { lo: number; bits: number }[] = [];
  for (let at = lo; at <= hi;) {
    let bits = 32;
    while (bits > 0 && at % 2 ** (33 - bits) === 0 && at + 2 ** (33 - bits) - 1 <= hi) bits--;
    blocks.push({ lo: at, bits });
    at += 2 ** (32 - bits);
  }
  return blocks;
}

function v6Blocks({ lo, hi }: Interval<bigint>): { lo: bigint; bits: number }[] {
  const blocks: { lo: bigint; bits: number }[] = [];
  for (let at = lo; at <= hi;) {
    let bits = 128;
    while (bits > 0 && at % 2n ** BigInt(129 - bits) === 0n && at + 2n ** BigInt(129 - bits) - 1n <= hi)
      bits--;
    blocks.push({ lo: at, bits });
    at += 2n ** BigInt(128 - bits);
  }
  return blocks;
}
