import {
  canonical,
  type Interval,
  intervalText,
  type IntervalSet,
  NUMBERS,
  subtractSets,
} from './interval.js';
import { type PeerSet, samePeers } from './peers.js';
import { firstPort, hasName, hasTypes, icmpText, LAST_PORT, protocolText } from './protocol.js';
import { ALL_PROTOCOLS, boxes, type Direction, type Region } from './region.js';

/** Packets that differ only within each part: a region as people list it, which may join the boxes of several protocols. */
export interface PacketLine {
  readonly direction: Direction;
  /** Never empty; more than one run only where `ports` is `all`. */
  readonly protocols: IntervalSet<number>;
  /** Every port, or every type and code, or these. */
  readonly ports: 'all' | Interval<number>;
  readonly peers: PeerSet;
}

/**
 * The region as lines, in the order of its boxes, protocols with all ports and the same peers together. "All ports" of
 * one protocol is like "all ports" of another, though port 0 of TCP and UDP is in no region.
 */
export function packetLines(region: Region): readonly PacketLine[] {
  const lines: {
    direction: Direction;
    protocols: Interval<number>[];
    ports: PacketLine['ports'];
    peers: PeerSet;
  }[] = [];
  for (const { direction, protocols, ports, peers } of boxes(region)) {
    const isAll = ports.lo === firstPortOf(protocols) && ports.hi === LAST_PORT;
    const twin = isAll
      ? lines.find(
          (line) => line.ports === 'all' && line.direction === direction && samePeers(line.peers, peers),
        )
      : undefined;
    if (twin === undefined)
      lines.push({ direction, protocols: [protocols], ports: isAll ? 'all' : ports, peers });
    else twin.protocols.push(protocols);
  }
  return lines.map((line) => ({ ...line, protocols: canonical(NUMBERS, line.protocols) }));
}

/** Protocols without ports have a "port" 0, and TCP and UDP are no neighbours: a run of several has it. */
function firstPortOf({ lo, hi }: Interval<number>): number {
  return lo === hi ? firstPort(lo) : 0;
}

/** The protocols of a set in the shortest of three forms: every one, every one but a few that have names, or a list. */
export type ProtocolsForm =
  | { readonly kind: 'all' }
  | { readonly kind: 'all-but'; readonly protocols: readonly number[] }
  | { readonly kind: 'list'; readonly protocols: IntervalSet<number> };

/** The form in which people read the set. */
export function protocolsForm(protocols: IntervalSet<number>): ProtocolsForm {
  const left = subtractSets(NUMBERS, [ALL_PROTOCOLS], protocols);
  if (left.length === 0) return { kind: 'all' };
  return left.every(({ lo, hi }) => lo === hi && hasName(lo))
    ? { kind: 'all-but', protocols: left.map(({ lo }) => lo) }
    : { kind: 'list', protocols };
}

/** `all`, `all but icmp, tcp`, or a list of names, numbers and ranges of numbers. */
export function protocolsText(protocols: IntervalSet<number>): string {
  const form = protocolsForm(protocols);
  if (form.kind === 'all') return 'all';
  return form.kind === 'all-but'
    ? `all but ${form.protocols.map(protocolText).join(', ')}`
    : form.protocols.map(runText).join(', ');
}

/** Both ends of a run are numbers, be there a name or not: `1-5`. */
function runText(range: Interval<number>): string {
  return range.lo === range.hi ? protocolText(range.lo) : intervalText(range);
}

/** `all`, a port, a range of ports; ICMP: types and codes, `8/0-8/255`. */
export function portsText({ protocols, ports }: Pick<PacketLine, 'protocols' | 'ports'>): string {
  if (ports === 'all') return 'all';
  return intervalText(ports, protocols.some(({ lo }) => hasTypes(lo)) ? icmpText : String);
}
