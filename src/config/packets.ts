import { parseCidr } from '../net/address.js';
import type { Interval } from '../net/interval.js';
import { ALL_V4, ALL_V6, type PeerSet, unionPeers } from '../net/peers.js';
import { hasPorts, hasTypes, ICMP, LAST_PORT, LAST_PROTOCOL, TCP, UDP } from '../net/protocol.js';
import { ALL_PORTS, ALL_PROTOCOLS, type Direction, type Region, region } from '../net/region.js';
import { err, ok, type Result } from '../result.js';
import { hostBitsProblem } from './cidr-text.js';

/** The packets of a waiver. */
export interface WaivedPackets {
  /** Known addresses only; `any` is all of IPv4 and IPv6. */
  readonly region: Region;
  /** The peer is `any`: groups and ranges that the plan does not know are meant too. */
  readonly isAnyPeer: boolean;
}

/** How the packets of a waiver are written, for people. */
export const PACKETS_FORM = 'PROTOCOL[/PORTS] from|to CIDR|any, like tcp/30000-32767 from 203.0.113.0/24';

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['from', 'ingress'],
  ['to', 'egress'],
]);

const NAMES: ReadonlyMap<string, number> = new Map([
  ['tcp', TCP],
  ['udp', UDP],
  ['icmp', ICMP],
]);

/**
 * Reads `PROTOCOL[/PORTS] from|to CIDR|any`: `from` is ingress, `to` is egress. PROTOCOL is `tcp`, `udp`, `icmp`, `all`
 * or a number (0..255); PORTS one port or a range (1..65535) of TCP or UDP. ICMP is every type and code.
 * The error goes after a subject: "must read ...", "has ...".
 */
export function parsePackets(text: string): Result<WaivedPackets, string> {
  const [what = '', way, peerText = '', ...rest] = text.trim().split(/\s+/);
  const direction = way === undefined ? undefined : DIRECTIONS.get(way);
  if (direction === undefined || peerText === '' || rest.length > 0) return err(`must read ${PACKETS_FORM}`);
  const [name = '', portsText, ...more] = what.split('/');
  const protocol = protocolNamed(name);
  if (protocol === undefined) {
    return err(
      'begins with no protocol; write tcp, udp, icmp, all (in lower case) or a number from 0 to 255',
    );
  }
  if (more.length > 0) return err(`must read ${PACKETS_FORM}`);
  const ports = portsText === undefined ? ok(ALL_PORTS) : portsNamed(protocol, portsText);
  if (!ports.ok) return ports;
  const peers = readPeers(peerText);
  if (!peers.ok) return peers;
  return ok({
    region: region(direction, [protocol], ports.value, peers.value),
    isAnyPeer: peerText === 'any',
  });
}

/** `tcp`, `udp`, `icmp`, `all` or a number from 0 to 255. */
export function protocolNamed(name: string): Interval<number> | undefined {
  if (name === 'all') return ALL_PROTOCOLS;
  const number = NAMES.get(name) ?? (/^\d{1,3}$/.test(name) ? Number(name) : undefined);
  return number === undefined || number > LAST_PROTOCOL ? undefined : { lo: number, hi: number };
}

/** One port or a range of them (1..65535) of TCP or UDP. The error goes after a subject. */
export function portsNamed(
  protocol: Interval<number>,
  text: string,
): Result<readonly Interval<number>[], string> {
  if (protocol.lo !== protocol.hi || !hasPorts(protocol.lo)) {
    return hasTypes(protocol.lo) && protocol.lo === protocol.hi
      ? err('has a type after the slash; ICMP is waived as a whole, like icmp from 203.0.113.0/24')
      : err('has ports, which only tcp and udp have; leave them out');
  }
  const [, from = '', to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const range = { lo: Number(from), hi: Number(to) };
  if (from === '' || range.lo < 1 || range.hi > LAST_PORT) {
    return err(
      'has no good ports; write one port or one range from 1 to 65535, like tcp/443 or tcp/30000-32767',
    );
  }
  return range.lo > range.hi ? err('has ports that end before they begin; swap them') : ok([range]);
}

function readPeers(text: string): Result<PeerSet, string> {
  if (text === 'any') return ok(unionPeers(ALL_V4, ALL_V6));
  const cidr = parseCidr(text);
  if (cidr === undefined) return err('ends with no CIDR; write one, like 203.0.113.0/24, or any');
  const problem = hostBitsProblem(cidr);
  return problem === undefined ? ok(cidr.peers) : err(problem);
}
