import { cidrsOf, v4Text, v6Text } from '../net/address.js';
import { hasAllV4, type PeerSet, samePeers } from '../net/peers.js';
import { firstPort, hasTypes, ICMP, ICMPV6, LAST_PORT, TCP, UDP } from '../net/protocol.js';
import { canonical, type Interval, type IntervalSet, NUMBERS, subtractSets } from '../net/interval.js';
import { ALL_PROTOCOLS, type Box, boxes, type Direction, type Region } from '../net/region.js';

/** Packets of one protocol, for people and for the JSON report. */
export interface MissingPackets {
  readonly direction: Direction;
  /** `all`, `all but icmp, tcp`, or a list of `tcp`, `udp`, `icmp`, `icmpv6`, numbers and ranges of numbers. */
  readonly protocol: string;
  /** `all`, a port, a range; ICMP: `type/code`. */
  readonly ports: string;
  /** CIDRs, names of groups, or what the plan does not know. */
  readonly peers: readonly string[];
}

/** Protocols without ports that people have heard of, for witness packets. */
const OTHERS = new Map([
  [47, 'gre'],
  [50, 'esp'],
]);

/** How the peers of a region are called. */
export interface PeerNames {
  /** The whole need has a name: a group. */
  readonly whole: { readonly peers: PeerSet; readonly name: string } | undefined;
  /** Addresses would give a sensitive value away. */
  readonly isSensitive: boolean;
  /** So would protocols and ports. */
  readonly isTrafficSensitive: boolean;
}

/** What stands where a value must not be printed. */
export const SENSITIVE = '(sensitive)';

const NAMES = new Map([
  [ICMP, 'icmp'],
  [TCP, 'tcp'],
  [UDP, 'udp'],
  [ICMPV6, 'icmpv6'],
]);

/** The region as lines, protocols with the same ports and peers together. */
export function packetsOf(region: Region, names: PeerNames): readonly MissingPackets[] {
  if (names.isTrafficSensitive) {
    const directions = [...new Set(boxes(region).map(({ direction }) => direction))];
    const hidden = { protocol: SENSITIVE, ports: SENSITIVE, peers: [SENSITIVE] };
    return directions.map((direction) => ({ direction, ...hidden }));
  }
  const lines: { box: Box; protocols: Interval<number>[] }[] = [];
  for (const box of boxes(region)) {
    const twin = lines.find((line) => isAlike(line.box, box));
    if (twin === undefined) lines.push({ box, protocols: [box.protocols] });
    else twin.protocols.push(box.protocols);
  }
  return lines.map(({ box, protocols }) => ({
    direction: box.direction,
    protocol: protocolText(canonical(NUMBERS, protocols)),
    ports: portsText(box),
    peers: peersText(box.peers, names),
  }));
}

/** "All ports" of one protocol is like "all ports" of another, though port 0 of TCP and UDP is in no region. */
function isAlike(a: Box, b: Box): boolean {
  return a.direction === b.direction && isAllPorts(a) && isAllPorts(b) && samePeers(a.peers, b.peers);
}

function isAllPorts({ ports, protocols }: Box): boolean {
  return ports.lo === firstPort(protocols.lo) && ports.hi === LAST_PORT;
}

function protocolText(protocols: IntervalSet<number>): string {
  const left = subtractSets(NUMBERS, [ALL_PROTOCOLS], protocols);
  if (left.length === 0) return 'all';
  const name = (number: number): string => NAMES.get(number) ?? String(number);
  if (left.every(({ lo, hi }) => lo === hi && NAMES.has(lo))) {
    return `all but ${left.map(({ lo }) => name(lo)).join(', ')}`;
  }
  return protocols.map(({ lo, hi }) => (lo === hi ? name(lo) : `${lo}-${hi}`)).join(', ');
}

function portsText(box: Box): string {
  if (isAllPorts(box)) return 'all';
  const text = hasTypes(box.protocols.lo)
    ? (slot: number): string => `${Math.floor(slot / 256)}/${slot % 256}`
    : String;
  const { lo, hi } = box.ports;
  return lo === hi ? text(lo) : `${text(lo)}-${text(hi)}`;
}

function peersText(peers: PeerSet, { whole, isSensitive }: PeerNames): readonly string[] {
  if (whole !== undefined && samePeers(peers, whole.peers)) return [whole.name];
  if (isSensitive) return [SENSITIVE];
  if (hasAllV4(peers) && peers.tokens.length === 0) return ['0.0.0.0/0'];
  return [...cidrsOf(peers), ...peers.tokens];
}

/** What the witness packet did before, and does after. */
export type Fate =
  | 'was allowed, is dropped'
  | 'is dropped'
  | 'may be dropped while the plan is applied'
  | 'may be dropped'
  | 'was dropped, is allowed'
  | 'is allowed';

/**
 * One packet of the region, as `TCP 192.168.0.1 -> node:10250 was allowed, is dropped`.
 * Undefined for the empty region, and where an address would give a sensitive value away.
 */
export function witnessOf(region: Region, member: string, names: PeerNames, fate: Fate): string | undefined {
  const all = boxes(region);
  const [packet] = [TCP, UDP, ICMP, ...OTHERS.keys()]
    .flatMap((protocol) => all.flatMap((box) => (holds(box, protocol) ? [{ box, protocol }] : [])))
    .sort((a, b) => Number(hasKnownPort(b.box)) - Number(hasKnownPort(a.box)))
    .concat(all.map((box) => ({ box, protocol: box.protocols.lo })));
  const peer = packet === undefined ? undefined : onePeer(packet.box.peers, names);
  if (packet === undefined || peer === undefined) return undefined;
  const { box, protocol } = packet;
  const port = portText(protocol, box.ports);
  const name = (NAMES.get(protocol) ?? OTHERS.get(protocol) ?? `protocol ${protocol}`).toUpperCase();
  return box.direction === 'ingress'
    ? `${name} ${peer} -> ${member}${port} ${fate}`
    : `${name} ${member} -> ${peer}${port} ${fate}`;
}

/** Ports that people know, for witness packets. */
const KNOWN_PORTS = [10250, 443, 53];
/** Echo request: type 8, code 0. */
const ECHO = 8 * 256;

function hasKnownPort({ ports }: Box): boolean {
  return KNOWN_PORTS.some((port) => ports.lo <= port && port <= ports.hi);
}

function holds({ protocols }: Box, protocol: number): boolean {
  return protocols.lo <= protocol && protocol <= protocols.hi;
}

function portText(protocol: number, { lo, hi }: Interval<number>): string {
  const pick = (wanted: readonly number[]): number => wanted.find((one) => lo <= one && one <= hi) ?? lo;
  if (protocol === TCP || protocol === UDP) return `:${pick(KNOWN_PORTS)}`;
  if (!hasTypes(protocol)) return '';
  const slot = pick([ECHO]);
  return ` type ${Math.floor(slot / 256)} code ${slot % 256}`;
}

/** 1.1.1.1: an address that anybody may have. */
const ANYBODY = 0x01010101;

function onePeer(peers: PeerSet, { isSensitive, isTrafficSensitive }: PeerNames): string | undefined {
  if (isSensitive || isTrafficSensitive) return undefined;
  const [v4] = peers.v4;
  // The first address of a network is its name; the next one is a host.
  if (v4?.lo === 0 && v4.hi > ANYBODY) return v4Text(ANYBODY);
  if (v4 !== undefined) return v4Text(v4.hi > v4.lo ? v4.lo + 1 : v4.lo);
  const [v6] = peers.v6;
  if (v6 !== undefined) return v6Text(v6.hi > v6.lo ? v6.lo + 1n : v6.lo);
  // What the plan does not know has no address to show.
  return undefined;
}

/** The first packets of a list in running text: `TCP 10250 from 192.168.0.0/20`. */
export function packetsText(missing: readonly MissingPackets[]): string {
  const texts = missing.slice(0, 3).map(({ direction, protocol, ports, peers }) => {
    const what =
      protocol === 'all' ? 'all traffic' : protocol.startsWith('all but') ? protocol : protocol.toUpperCase();
    const port = ports === 'all' ? '' : ` ${ports}`;
    const shown = peers.length > 3 ? [...peers.slice(0, 3), `${peers.length - 3} more`] : peers;
    return `${what}${port} ${direction === 'ingress' ? 'from' : 'to'} ${shown.join(', ')}`;
  });
  return `${texts.join('; ')}${missing.length > 3 ? ` and ${missing.length - 3} more` : ''}`;
}
