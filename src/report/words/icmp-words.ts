import type { Interval } from '../../net/interval.js';
import { ICMP } from '../../net/protocol.js';

/** Types that people know by name (IANA), of ICMP and of ICMPv6. */
const TYPES: Readonly<Record<'icmp' | 'icmpv6', ReadonlyMap<number, string>>> = {
  icmp: new Map([
    [0, 'echo reply'],
    [3, 'destination unreachable'],
    [5, 'redirect'],
    [8, 'echo request'],
    [11, 'time exceeded'],
    [12, 'parameter problem'],
  ]),
  icmpv6: new Map([
    [1, 'destination unreachable'],
    [2, 'packet too big'],
    [3, 'time exceeded'],
    [4, 'parameter problem'],
    [128, 'echo request'],
    [129, 'echo reply'],
    [133, 'router solicitation'],
    [134, 'router advertisement'],
    [135, 'neighbor solicitation'],
    [136, 'neighbor advertisement'],
  ]),
};
/** What path MTU discovery needs. */
const FRAGMENTATION_NEEDED = { type: 3, code: 4 };
/** Types of which code 0 is all there is. */
const ONE_CODE: ReadonlySet<string> = new Set(['echo reply', 'echo request', 'packet too big']);
const LAST_CODE = 255;

/** Types and codes (slots of a packet) for people: `echo request`, `types 4-7`. */
export function icmpWords(protocol: number, { lo, hi }: Interval<number>): string {
  const [from, to] = [typeAndCode(lo), typeAndCode(hi)];
  const known = TYPES[protocol === ICMP ? 'icmp' : 'icmpv6'];
  const name = known.get(from.type) ?? `type ${from.type}`;
  if (lo === hi) {
    const { type, code } = FRAGMENTATION_NEEDED;
    if (protocol === ICMP && from.type === type && from.code === code) return 'fragmentation needed';
    return from.code === 0 && ONE_CODE.has(name) ? name : `${name} code ${from.code}`;
  }
  const areWhole = from.code === 0 && to.code === LAST_CODE;
  if (from.type === to.type) return areWhole ? name : `${name} codes ${from.code}-${to.code}`;
  return areWhole
    ? `types ${from.type}-${to.type}`
    : `type ${from.type} code ${from.code} to type ${to.type} code ${to.code}`;
}

function typeAndCode(slot: number): { readonly type: number; readonly code: number } {
  return { type: Math.floor(slot / 256), code: slot % 256 };
}
