import { type EtherType, v4Text, v6Text } from '../net/address.js';
import type { Interval, IntervalSet } from '../net/interval.js';
import { packetLines } from '../net/packet-lines.js';
import { type PeerSet, samePeers } from '../net/peers.js';
import { hasTypes, ICMP, icmpSlot, TCP, UDP } from '../net/protocol.js';
import { type Box, boxes, type Direction, type Region } from '../net/region.js';
import type { Role } from '../model/requirement.js';

/** Who is at the other end of some packets, as far as it may be told. */
export type OtherEnd =
  /** Addresses, and references that have no value yet. */
  | { readonly kind: 'addresses'; readonly peers: PeerSet }
  /** The whole group of the cluster in this role. */
  | { readonly kind: 'group'; readonly role: Role }
  | { readonly kind: 'internet'; readonly family: EtherType }
  /** Addresses would give a sensitive value away. */
  | { readonly kind: 'sensitive' };

/** Packets of one kind. Free of values that Terraform marks sensitive. */
export interface Packets {
  readonly direction: Direction;
  /** Of several protocols only with all ports; ICMP has type and code in the place of ports. */
  readonly traffic:
    | { readonly protocols: IntervalSet<number>; readonly ports: 'all' | Interval<number> }
    /** Protocols and ports would give a sensitive value away. */
    | 'sensitive';
  readonly other: OtherEnd;
}

/** How the packets of a region may be spoken of. */
export interface Naming {
  /** The whole need has a name. */
  readonly whole: { readonly peers: PeerSet; readonly other: OtherEnd } | undefined;
  /** Addresses would give a sensitive value away. */
  readonly isSensitive: boolean;
  /** So would protocols and ports. */
  readonly isTrafficSensitive: boolean;
}

/** The region as packets of one kind each: protocols with the same ports and peers together. */
export function packetsOf(region: Region, naming: Naming): readonly Packets[] {
  const lines = packetLines(region);
  if (naming.isTrafficSensitive) {
    const directions = [...new Set(lines.map(({ direction }) => direction))];
    return directions.map((direction) => ({ direction, traffic: 'sensitive', other: { kind: 'sensitive' } }));
  }
  return lines.map(({ direction, protocols, ports, peers }) => ({
    direction,
    traffic: { protocols, ports },
    other: otherEnd(peers, naming),
  }));
}

function otherEnd(peers: PeerSet, { whole, isSensitive }: Naming): OtherEnd {
  if (whole !== undefined && samePeers(peers, whole.peers)) return whole.other;
  return isSensitive ? { kind: 'sensitive' } : { kind: 'addresses', peers };
}

/** What becomes of packets: first before the plan, then after it, or while it is applied. */
export type Fate = 'lost' | 'missing' | 'may-be-cut' | 'may-be-missing' | 'opened' | 'open';

/** One packet that shows what is wrong. */
export interface Witness {
  readonly direction: Direction;
  readonly protocol: number;
  /** A port, or an ICMP slot; undefined for a protocol that has neither. */
  readonly port: number | undefined;
  /** The address of the other end, or what it is to the cluster: an address may be that of a member of another group. */
  readonly address: string;
  /** What the end in the group is to the cluster. */
  readonly member: Role;
  readonly fate: Fate;
}

/** Protocols that people have heard of, the best known first; 47 and 50 are GRE and ESP. */
const KNOWN_PROTOCOLS = [TCP, UDP, ICMP, 47, 50];
/** Ports that people know. */
const KNOWN_PORTS = [10250, 443, 53];
const ECHO_REQUEST = icmpSlot(8, 0);

/** One packet of the region; undefined for the empty region, and where an address would give a sensitive value away. */
export function witnessOf(
  region: Region,
  naming: Naming,
  end: Pick<Witness, 'member' | 'fate'>,
): Witness | undefined {
  const all = boxes(region);
  const [packet] = KNOWN_PROTOCOLS.flatMap((protocol) =>
    all.flatMap((box) => (holds(box.protocols, protocol) ? [{ box, protocol }] : [])),
  )
    .sort((a, b) => Number(hasKnownPort(b.box)) - Number(hasKnownPort(a.box)))
    .concat(all.map((box) => ({ box, protocol: box.protocols.lo })));
  const address = packet === undefined ? undefined : oneAddress(packet.box.peers, naming);
  if (packet === undefined || address === undefined) return undefined;
  const { box, protocol } = packet;
  return { direction: box.direction, protocol, port: onePort(protocol, box.ports), address, ...end };
}

function holds({ lo, hi }: Interval<number>, value: number): boolean {
  return lo <= value && value <= hi;
}

function hasKnownPort({ ports }: Box): boolean {
  return KNOWN_PORTS.some((port) => holds(ports, port));
}

function onePort(protocol: number, ports: Interval<number>): number | undefined {
  const pick = (wanted: readonly number[]): number => wanted.find((one) => holds(ports, one)) ?? ports.lo;
  if (protocol === TCP || protocol === UDP) return pick(KNOWN_PORTS);
  return hasTypes(protocol) ? pick([ECHO_REQUEST]) : undefined;
}

/** 1.1.1.1: an address that anybody may have. */
const ANYBODY = 0x01010101;

function oneAddress(peers: PeerSet, { whole, isSensitive, isTrafficSensitive }: Naming): string | undefined {
  if (isSensitive || isTrafficSensitive) return undefined;
  if (whole?.other.kind === 'group' && samePeers(peers, whole.peers)) return whole.other.role;
  const [v4] = peers.v4;
  // The first address of a network is its name; the next one is a host.
  if (v4?.lo === 0 && v4.hi > ANYBODY) return v4Text(ANYBODY);
  if (v4 !== undefined) return v4Text(v4.hi > v4.lo ? v4.lo + 1 : v4.lo);
  const [v6] = peers.v6;
  // What the plan does not know has no address to show.
  return v6 === undefined ? undefined : v6Text(v6.hi > v6.lo ? v6.lo + 1n : v6.lo);
}
