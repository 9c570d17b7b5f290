import { memo } from '../../collections.js';
import { single } from '../../net/interval.js';
import { PROTOCOL_NUMBERS } from '../../net/protocol.js';
import type { Traffic } from '../rule.js';

/** Protocol names that the v2 API and provider accept, lower case only, with their IANA numbers. */
const V2_NAMES: ReadonlyMap<string, number> = new Map([
  ['icmp', 1],
  ['igmp', 2],
  ['tcp', 6],
  ['egp', 8],
  ['udp', 17],
  ['dccp', 33],
  ['ipv6-encap', 41],
  ['ipv6-route', 43],
  ['ipv6-frag', 44],
  ['rsvp', 46],
  ['gre', 47],
  ['esp', 50],
  ['ah', 51],
  ['ipv6-icmp', 58],
  ['ipv6-nonxt', 59],
  ['ipv6-opts', 60],
  ['ospf', 89],
  ['vrrp', 112],
  ['pgm', 113],
  ['sctp', 132],
  ['udplite', 136],
]);

/** Protocol names of the v3 API. */
const V3_NAMES: ReadonlyMap<string, number> = new Map(Object.entries(PROTOCOL_NUMBERS));

/** A protocol by its number, and as rules have it. */
export interface ProtocolNumber extends Pick<Traffic, 'protocols'> {
  readonly kind: 'number';
  readonly number: number;
}

/** A protocol as an API reads it. */
export type ProtocolReading =
  | ProtocolNumber
  /** A number over 255 or below 0. */
  | { readonly kind: 'out-of-range' }
  /** A name that the API does not know. */
  | { readonly kind: 'no-name' };

/** Reads a protocol name or number as the API of that version does. */
export function readProtocol(text: string, api: 'v2' | 'v3'): ProtocolReading {
  const number = (api === 'v2' ? V2_NAMES : V3_NAMES).get(text);
  if (number !== undefined) return ofNumber(number);
  if (!/^-?\d+$/.test(text)) return { kind: 'no-name' };
  const value = Number(text);
  return value >= 0 && value <= 255 ? ofNumber(value) : { kind: 'out-of-range' };
}

/** Of the same protocol, rules share it. */
const ofNumber = memo((number: number): ProtocolNumber => ({
  kind: 'number',
  number,
  protocols: [single(number)],
}));
