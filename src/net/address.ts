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
  return plainCidr(text) ?? anyCidr(text);
}

/** What nearly all rules have: an IPv4 address in its usual form, and a prefix that it can have. */
function plainCidr(text: string): Cidr | undefined {
  const [, ...parts] = PLAIN.exec(text) ?? [];
  if (parts.length === 0) return undefined;
  const bits = Number(parts.pop() ?? 32);
  const octets = parts.map(Number);
  if (bits > 32 || octets.some((octet) => octet > 255)) return undefined;
  const value = octets.reduce((sum, octet) => 256 * sum + octet, 0);
  const size = 2 ** (32 - bits);
  const lo = value - (value % size);
  return { family: 'IPv4', peers: v4Peers([{ lo, hi: lo + size - 1 }]), hasHostBits: lo !== value };
}

const OCTET = '(0|[1-9]\\d{0,2})';
const PLAIN = new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}(?:/(\\d{1,3}))?$`);

function anyCidr(text: string): Cidr | undefined {
  const [address = '', prefix, ...rest] = text.split('/');
  if (rest.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return undefined;
  const found = addressValue(address);
  if (found === undefined) return undefined;
  const { family, value } = found;
  const width = WIDTHS[family];
  const bits = prefix === undefined ? width : Number(prefix);
  if (bits > width) return undefined;
  const size = 1n << BigInt(width - bits);
  const lo = value - (value % size);
  return { family, peers: peersBetween(family, lo, lo + size - 1n), hasHostBits: lo !== value };
}

/** Bits of an address. */
const WIDTHS = { IPv4: 32, IPv6: 128 } as const;

function addressValue(text: string): { family: EtherType; value: bigint } | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return { family: 'IPv4', value: v4Value(text) };
  const groups = withoutDots(text);
  if (!groups.includes(':') || groups.includes('%') || !ipaddr.IPv6.isValid(groups)) return undefined;
  const { parts } = ipaddr.IPv6.parse(groups);
  return { family: 'IPv6', value: parts.reduce((value, part) => (value << 16n) + BigInt(part), 0n) };
}

function v4Value(text: string): bigint {
  return ipaddr.IPv4.parse(text).octets.reduce((value, octet) => (value << 8n) + BigInt(octet), 0n);
}

function peersBetween(family: EtherType, lo: bigint, hi: bigint): PeerSet {
  return family === 'IPv4' ? v4Peers([{ lo: Number(lo), hi: Number(hi) }]) : v6Peers([{ lo, hi }]);
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
  const v4 = peers.v4.map(({ lo, hi }) => ({ lo: BigInt(lo), hi: BigInt(hi) }));
  return [
    ...v4.flatMap((range) => cidrsBetween(range, 32, (value) => v4Text(Number(value)))),
    ...peers.v6.flatMap((range) => cidrsBetween(range, 128, v6Text)),
  ];
}

function cidrsBetween(
  { lo, hi }: Interval<bigint>,
  width: number,
  text: (value: bigint) => string,
): string[] {
  const cidrs: string[] = [];
  for (let at = lo; at <= hi;) {
    let bits = width;
    let size = 1n;
    while (bits > 0 && at % (2n * size) === 0n && at + 2n * size - 1n <= hi) {
      bits--;
      size *= 2n;
    }
    cidrs.push(`${text(at)}/${bits}`);
    at += size;
  }
  return cidrs;
}

/** Every CIDR that holds the whole set, the narrowest first, as `cidrsOf` writes them; none for a set of both families. */
export function cidrsAround({ v4, v6 }: PeerSet): readonly string[] {
  if (v4.length > 0 && v6.length > 0) return [];
  const [first, last] = v4.length > 0 ? [v4[0], v4.at(-1)] : [v6[0], v6.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [lo, hi] = [BigInt(first.lo), BigInt(last.hi)];
  const [width, text] = v4.length > 0 ? [32, (value: bigint) => v4Text(Number(value))] : [128, v6Text];
  return Array.from({ length: width + 1 }, (_, shorter) => {
    const size = 1n << BigInt(shorter);
    const start = lo - (lo % size);
    return start + size > hi ? [`${text(start)}/${width - shorter}`] : [];
  }).flat();
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
  const value = v4Value(end);
  return `${address.slice(0, start)}${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
}
