import { addressesIn, type EtherType, v4Text, v6Text } from '../net/address.js';
import type { Interval, IntervalSet } from '../net/interval.js';
import { packetLines } from '../net/packet-lines.js';
import { hasNoPeers, intersectPeers, type PeerSet, samePeers, withoutTokens } from '../net/peers.js';
import { hasTypes, ICMP, icmpSlot, TCP, UDP } from '../net/protocol.js';
import { type Box, boxes, type Direction, type Region } from '../net/region.js';
import type { Role } from '../model/requirement.js';
import { type EndName, type NamedRange, namedParts } from './named-ranges.js';

/** Who is at the other end of some packets, as far as it may be told. */
export type OtherEnd =
  /** Addresses, and references that have no value yet; the names are all of it, or none. */
  | { readonly kind: 'addresses'; readonly peers: PeerSet; readonly names: readonly NamedRange[] }
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
  /** Ranges with names, those first that show best who is at the other end. */
  readonly ranges: readonly NamedRange[];
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

function otherEnd(peers: PeerSet, { whole, ranges, isSensitive }: Naming): OtherEnd {
  if (whole !== undefined && samePeers(peers, whole.peers)) return whole.other;
  return isSensitive ? { kind: 'sensitive' } : { kind: 'addresses', peers, names: namedParts(peers, ranges) };
}

/** What becomes of packets: first before the plan, then after it, or while it is applied. */
export type Fate =
  'lost' | 'perhaps-lost' | 'missing' | 'may-be-cut' | 'may-be-missing' | 'opened' | 'may-be-opened' | 'open';

/** One packet that shows what is wrong. */
export interface Witness {
  readonly direction: Direction;
  readonly protocol: number;
  /** A port, or an ICMP slot; undefined for a protocol that has neither. */
  readonly port: number | undefined;
  /** The other end: what it is to the cluster, and its address, which a member of a group may have for another one. */
  readonly other:
    | { readonly end: EndName | undefined; readonly address: string }
    | { readonly end: EndName; readonly address: undefined };
  /** What the end in the group is to the cluster. */
  readonly member: Role;
  readonly fate: Fate;
}

/** Protocols that people have heard of, the best known first; 47 and 50 are GRE and ESP. */
const KNOWN_PROTOCOLS = [TCP, UDP, ICMP, 47, 50];
/** What listens on masters, nodes and pods, or is asked for everywhere, the best known first. */
const KNOWN_PORTS: ReadonlyMap<
  number,
  Readonly<Record<Direction, Readonly<Record<Role, readonly number[]>>>>
> = new Map([
  [
    TCP,
    {
      ingress: { node: [10250, 443], control: [5443, 5444, 443], eni: [443, 80] },
      egress: { node: [443, 5443], control: [10250, 443], eni: [443, 80] },
    },
  ],
  [
    UDP,
    {
      ingress: { node: [53, 4789], control: [53, 4789], eni: [53] },
      egress: { node: [53, 123], control: [53, 123], eni: [53] },
    },
  ],
]);
const ECHO_REQUEST = icmpSlot(8, 0);

/** One packet of the region; undefined for the empty region, and where an address would give a sensitive value away. */
export function witnessOf(
  region: Region,
  naming: Naming,
  { member, fate }: Pick<Witness, 'member' | 'fate'>,
): Witness | undefined {
  const all = boxes(region);
  for (const range of [...naming.ranges.filter(({ end }) => end !== undefined), undefined]) {
    const met =
      range === undefined ? all : all.filter(({ peers }) => !hasNoPeers(sharedAddresses(peers, range.peers)));
    const packet = KNOWN_PROTOCOLS.flatMap((protocol) =>
      met.flatMap((box) => (holds(box.protocols, protocol) ? [{ box, protocol }] : [])),
    )
      .sort((a, b) => Number(hasKnownPort(b, member)) - Number(hasKnownPort(a, member)))
      .concat(met.map((box) => ({ box, protocol: box.protocols.lo })))[0];
    const other = packet && otherOf(packet.box.peers, naming, range);
    if (packet === undefined || other === undefined) continue;
    const { direction } = packet.box;
    return { direction, protocol: packet.protocol, port: onePort(packet, member), other, member, fate };
  }
  return undefined;
}

interface Shown {
  readonly box: Box;
  readonly protocol: number;
}

function holds({ lo, hi }: Interval<number>, value: number): boolean {
  return lo <= value && value <= hi;
}

function knownPorts({ box: { direction }, protocol }: Shown, member: Role): readonly number[] {
  return KNOWN_PORTS.get(protocol)?.[direction][member] ?? (hasTypes(protocol) ? [ECHO_REQUEST] : []);
}

function hasKnownPort(packet: Shown, member: Role): boolean {
  return knownPorts(packet, member).some((port) => holds(packet.box.ports, port));
}

function onePort(packet: Shown, member: Role): number | undefined {
  const { box, protocol } = packet;
  const hasSome = protocol === TCP || protocol === UDP || hasTypes(protocol);
  return hasSome
    ? (knownPorts(packet, member).find((one) => holds(box.ports, one)) ?? box.ports.lo)
    : undefined;
}

/** Addresses that anybody may have: a public resolver of both families. */
const ANYBODY = '1.1.1.1';
const ANYBODY_V6 = '2606:4700:4700::1111';

function sharedAddresses(a: PeerSet, b: PeerSet): PeerSet {
  return withoutTokens(intersectPeers(a, b));
}

function otherOf(
  peers: PeerSet,
  { whole, isSensitive, isTrafficSensitive }: Naming,
  range: NamedRange | undefined,
): Witness['other'] | undefined {
  if (isSensitive || isTrafficSensitive) return undefined;
  if (whole?.other.kind === 'group' && samePeers(peers, whole.peers)) {
    return { end: whole.other.role, address: undefined };
  }
  if (range !== undefined) return addressIn(sharedAddresses(peers, range.peers), range.end);
  const public4 = sharedAddresses(peers, addressesIn(ANYBODY));
  if (!hasNoPeers(public4)) return addressIn(public4, 'internet');
  if (peers.v4.length > 0) return addressIn(peers, undefined);
  const public6 = sharedAddresses(peers, addressesIn(ANYBODY_V6));
  return hasNoPeers(public6) ? addressIn(peers, undefined) : addressIn(public6, 'internet');
}

/** What the plan does not know has no address to show. */
function addressIn({ v4, v6 }: PeerSet, end: EndName | undefined): Witness['other'] | undefined {
  const [first] = v4;
  if (first !== undefined) return { end, address: v4Text(first.lo + hostIn(first.hi - first.lo)) };
  const [first6] = v6;
  if (first6 === undefined) return undefined;
  const room = first6.hi - first6.lo;
  return { end, address: v6Text(first6.lo + BigInt(hostIn(room > 100n ? 100 : Number(room)))) };
}

/** The first addresses of a network are its name and its gateway, the last one is for all: none of them is a host. */
function hostIn(room: number): number {
  return room > 10 ? 10 : room > 2 ? 2 : 0;
}
