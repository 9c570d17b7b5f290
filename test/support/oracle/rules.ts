/**
 * One rule, read the naive way: does it meet this packet? Written from the reference on the provider and the API,
 * with no code of src/effective or src/cluster.
 */
import { memo, memoOfObject } from '../../../src/collections.js';
import type { RuleSpec } from '../plans/group-rules.js';

/** A packet: its port is type * 256 + code for ICMP. */
export interface Packet {
  readonly direction: 'ingress' | 'egress';
  readonly protocol: number;
  readonly port: number;
  /** An address, or the name of a range that the plan does not know. */
  readonly remote: number | string;
}

/** Whether something holds, whatever becomes of unknown values. */
export type Answer = 'yes' | 'maybe' | 'no';

/** A CIDR as first and last address. */
export type Cidr = readonly [first: number, last: number];

/** The other end of a rule. */
export type OraclePeer =
  | { readonly kind: 'cidr'; readonly cidr: Cidr }
  | { readonly kind: 'unknown'; readonly token: string }
  | { readonly kind: 'group'; readonly ref: string }
  /** Any group there is. */
  | { readonly kind: 'some-group' }
  | { readonly kind: 'one-of'; readonly peers: readonly OraclePeer[] };

/** A rule that the API takes. */
export interface OracleRule {
  readonly group: string;
  readonly direction: string;
  readonly protocol: number | 'all';
  readonly ports: readonly (readonly [number, number])[] | 'all' | 'unknown';
  readonly peer: OraclePeer;
  readonly isDeny: boolean;
  /** Undefined: nobody documents it. */
  readonly priority: number | undefined;
}

export const EVERYWHERE: Cidr = [0, 2 ** 32 - 1];

/** First and last address; bits below the prefix are cut off. Undefined when it is no IPv4 CIDR. */
export const cidrOf = memo((text: string): Cidr | undefined => {
  const [address = '', bits = '32'] = text.split('/');
  const octets = address.split('.').map(Number);
  if (octets.length !== 4 || octets.some((octet) => !Number.isInteger(octet) || octet < 0 || octet > 255)) {
    return undefined;
  }
  const value = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - Number(bits));
  const first = value - (value % size);
  return [first, first + size - 1];
});

/** The CIDR as it is written. */
export function cidrText([first, last]: Cidr): string {
  const octets = [24, 16, 8, 0].map((shift) => String(Math.floor(first / 2 ** shift) % 256));
  return `${octets.join('.')}/${String(32 - Math.log2(last - first + 1))}`;
}

const NUMBERS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, gre: 47, sctp: 132 };

/** The rule as the API has it; undefined when it is refused or for IPv6: then it lets no IPv4 packet through. */
export const readSpec = memoOfObject((spec: RuleSpec): OracleRule | undefined => {
  const { group, direction = 'ingress', family = 'IPv4', cidr, peer } = spec;
  const traffic = spec.api === 'v3' ? trafficV3(spec) : trafficV2(spec);
  const range = typeof cidr === 'string' ? cidrOf(cidr) : undefined;
  const isRefused =
    traffic === undefined ||
    (direction !== 'ingress' && direction !== 'egress') ||
    family !== 'IPv4' ||
    (typeof cidr === 'string' && range === undefined) ||
    (typeof cidr === 'string' && peer !== undefined);
  if (isRefused) return undefined;
  const isV3 = spec.api === 'v3';
  return {
    ...traffic,
    group: group.ref,
    direction,
    peer: peerOf(spec, range),
    isDeny: isV3 && spec.action === 'deny',
    priority: isV3 ? (spec.priority ?? 1) : undefined,
  };
});

function peerOf({ cidr, peer, peerOr }: RuleSpec, range: Cidr | undefined): OraclePeer {
  if (peer !== undefined) {
    const named = peer.ref === SOME_GROUP ? ({ kind: 'some-group' } as const) : groupPeer(peer.ref);
    if (peerOr === undefined) return named;
    const other = peerOr === 'any' ? ANYBODY : groupPeer(peerOr.ref);
    return { kind: 'one-of', peers: [named, other] };
  }
  if (range !== undefined) return { kind: 'cidr', cidr: range };
  if (cidr !== undefined && typeof cidr !== 'string') return { kind: 'unknown', token: cidr.ref };
  return ANYBODY;
}

const ANYBODY: OraclePeer = { kind: 'cidr', cidr: EVERYWHERE };

function groupPeer(ref: string): OraclePeer {
  return { kind: 'group', ref };
}

/** A group that nothing in the plan tells of. */
export const SOME_GROUP = 'terraform_data.later.output';

type Traffic = Pick<OracleRule, 'protocol' | 'ports'>;

/** The v2 provider drops names that it does not know, and sends both ports once one is given. */
function trafficV2(spec: RuleSpec): Traffic | undefined {
  const { protocol = '', ports = [undefined, undefined] } = spec;
  if (spec.arePortsUnknown) return unknownPorts(spec);
  const [min = 0, max = 0] = ports;
  if (ports[0] === undefined && max !== 0) return undefined;
  const number = NUMBERS[protocol] ?? (/^\d+$/.test(protocol) ? Number(protocol) : undefined);
  if (number === undefined) return min !== 0 || max !== 0 ? undefined : { protocol: 'all', ports: 'all' };
  if (number > 255) return undefined;
  if (number === 1) {
    if (min === 0 && max === 255) return { protocol: 1, ports: 'all' };
    return { protocol: 1, ports: [[min * 256 + max, min * 256 + max]] };
  }
  if (number !== 6 && number !== 17) return { protocol: number, ports: 'all' };
  if (min === 0 && (max === 0 || max === 65535)) return { protocol: number, ports: 'all' };
  if (max === 0 || min > max || max > 65535) return undefined;
  return { protocol: number, ports: [[min, max]] };
}

function trafficV3(spec: RuleSpec): Traffic | undefined {
  const { protocol = '', multiPort } = spec;
  if (spec.arePortsUnknown && protocol !== '') return unknownPorts(spec);
  if (spec.arePortsUnknown) return { protocol: 'all', ports: 'unknown' };
  if (protocol === '') return multiPort === undefined ? { protocol: 'all', ports: 'all' } : undefined;
  const number = NUMBERS[protocol] ?? (/^\d+$/.test(protocol) ? Number(protocol) : undefined);
  if (number === undefined || number > 255 || ['gre', 'sctp'].includes(protocol)) return undefined;
  if (multiPort === undefined || (number !== 6 && number !== 17)) return { protocol: number, ports: 'all' };
  const list = multiPort.split(',').map((part) => part.split('-').map(Number));
  return { protocol: number, ports: list.map(([from = 0, to = from]) => [from, to] as const) };
}

/** The protocol is known and its ports are not: where a protocol has none, nothing is left open. */
function unknownPorts({ protocol = '', api }: RuleSpec): Traffic | undefined {
  const number = NUMBERS[protocol] ?? (/^\d+$/.test(protocol) ? Number(protocol) : undefined);
  if (protocol === '') return { protocol: 'all', ports: 'all' };
  if (number === undefined) return api === 'v3' ? undefined : { protocol: 'all', ports: 'unknown' };
  if (number > 255) return undefined;
  return { protocol: number, ports: [1, 6, 17].includes(number) ? 'unknown' : 'all' };
}

/** Whether the rule is for such packets, the other end aside. */
export function meetsTraffic({ direction, protocol, ports }: OracleRule, packet: Packet): Answer {
  const isOther = direction !== packet.direction || (protocol !== 'all' && protocol !== packet.protocol);
  if (isOther) return 'no';
  if (ports === 'unknown') return 'maybe';
  return ports === 'all' || ports.some(([from, to]) => from <= packet.port && packet.port <= to)
    ? 'yes'
    : 'no';
}

/** Whether both rules are for the same packets, the other end aside; port 0 is no port. */
export function isSameTraffic(a: Traffic, b: Traffic): boolean {
  if (a.ports === 'unknown' || b.ports === 'unknown') return false;
  return a.protocol === b.protocol && JSON.stringify(portsOf(a)) === JSON.stringify(portsOf(b));
}

/** Sorted, with neighbours put together. */
function portsOf({ protocol, ports }: Traffic): readonly (readonly [number, number])[] {
  const first = protocol === 6 || protocol === 17 ? 1 : 0;
  if (ports === 'unknown') return [];
  const list = ports === 'all' ? [[first, 65535] as const] : [...ports].sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const [from, to] of list) {
    const last = result[result.length - 1];
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else result.push([Math.max(from, first), to]);
  }
  return result;
}
