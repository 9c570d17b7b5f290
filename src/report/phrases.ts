import { type MissingPackets, packetsOf, SENSITIVE } from '../weigh/packets.js';
import { cidrsOf, parseCidr } from '../net/address.js';
import {
  canonical,
  type Interval,
  type IntervalSet,
  NUMBERS as INTEGERS,
  subtractSets,
} from '../net/interval.js';
import { ALL_V4, NO_PEERS, subtractPeers, unionOfPeers } from '../net/peers.js';
import { hasTypes, ICMP, icmpSlot, ICMPV6, TCP, UDP } from '../net/protocol.js';
import {
  ALL_PORTS,
  ALL_PROTOCOLS,
  type Direction,
  type Region,
  region,
  subtract,
  unionOf,
} from '../net/region.js';

/** `1 row`, `2 rows`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** `a, b and 3 more`: the first of a list, and how many are left out. */
export function capped(texts: readonly string[], limit: number): string {
  // "and 1 more" is hardly shorter than the one.
  if (texts.length <= limit + 1) return texts.join(', ');
  return `${texts.slice(0, limit).join(', ')} and ${texts.length - limit} more`;
}

/** The sentence part as the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const NETWORKS: ReadonlyMap<string, string> = new Map([
  ['vpc-router', 'VPC network'],
  ['overlay_l2', 'tunnel network'],
  ['eni', 'Cloud Native 2.0 network'],
]);

/** `container_network_type` as the console calls it. */
export function networkName(model: string | null): string {
  if (model === null) return 'network model not known';
  return NETWORKS.get(model) ?? `network model ${model}`;
}

const ACTIONS: ReadonlyMap<string, string> = new Map([
  ['no-op', 'stays as it is'],
  ['read', 'read'],
  ['create', 'created'],
  ['update', 'changed'],
  ['delete', 'destroyed'],
  ['delete,create', 'replaced, the old one first'],
  ['create,delete', 'replaced, the new one first'],
  ['forget', 'forgotten, not destroyed'],
  ['create,forget', 'made anew, the old one forgotten'],
]);

/** The actions of a change, as the plan's text says them. */
export function actionsPhrase(actions: readonly string[]): string {
  const key = actions.join(',');
  return ACTIONS.get(key) ?? actions.join(', ');
}

/** Packets for people: `TCP 10250`, `from 192.168.0.0/20`. */
export interface PacketPhrase {
  readonly what: string;
  readonly peers: string;
}

/** The packets as few phrases as possible, one for each list of peers. */
export function packetPhrases(missing: readonly MissingPackets[]): readonly PacketPhrase[] {
  const byPeers = new Map<string, [MissingPackets, ...MissingPackets[]]>();
  for (const packets of missing) {
    const key = JSON.stringify([packets.direction, packets.peers]);
    const same = byPeers.get(key);
    if (same === undefined) byPeers.set(key, [packets]);
    else same.push(packets);
  }
  return [...byPeers.values()].map((lines) => ({
    what: shorter(listed(lines), exceptPhrase(lines)),
    peers: `${lines[0].direction === 'ingress' ? 'from' : 'to'} ${peersPhrase(lines[0].peers)}`,
  }));
}

function shorter(a: string, b: string | undefined): string {
  return b !== undefined && b.length < a.length ? b : a;
}

const PEER_LIMIT = 3;

/** Who is at the other end. Many CIDRs that are nearly everything are named by what is left out. */
export function peersPhrase(peers: readonly string[]): string {
  if (peers.length > PEER_LIMIT) {
    const known = peers.map(parseCidr).filter((cidr) => cidr?.family === 'IPv4');
    const others = cidrsOf(subtractPeers(ALL_V4, unionOfPeers(known.map((cidr) => cidr?.peers ?? NO_PEERS))));
    if (known.length === peers.length && others.length > 0 && others.length <= PEER_LIMIT) {
      return `anywhere except ${others.map(hostText).join(', ')}`;
    }
  }
  return capped(peers.map(hostText), PEER_LIMIT);
}

function hostText(cidr: string): string {
  if (cidr === '0.0.0.0/0') return 'anywhere';
  return cidr.replace(/^([\d.]+)\/32$|^([\da-f:]+)\/128$/i, '$1$2');
}

const PROTOCOL_LIMIT = 4;

/** `TCP 1-21, 23-29999; UDP`: each protocol once. */
function listed(lines: readonly MissingPackets[]): string {
  const byProtocol = new Map<string, string[]>();
  for (const { protocol, ports } of lines) {
    byProtocol.set(protocol, [
      ...(byProtocol.get(protocol) ?? []),
      ...(ports === 'all' || ports === SENSITIVE ? [] : [ports]),
    ]);
  }
  const texts = [...byProtocol].map(([protocol, ports]) =>
    [protocolPhrase(protocol), capped(ports, PROTOCOL_LIMIT)].filter((text) => text !== '').join(' '),
  );
  if (texts.length <= PROTOCOL_LIMIT + 1) return texts.join('; ');
  return `${texts.slice(0, PROTOCOL_LIMIT).join('; ')} and ${texts.length - PROTOCOL_LIMIT} more`;
}

function protocolPhrase(protocol: string): string {
  if (protocol === 'all') return 'all traffic';
  if (protocol === SENSITIVE) return 'traffic';
  if (protocol.startsWith(ALL_BUT))
    return `every protocol but ${protocol.slice(ALL_BUT.length).toUpperCase()}`;
  if (/^\d+$/.test(protocol)) return `protocol ${protocol}`;
  return /^\d[\d, -]*$/.test(protocol) ? `protocols ${protocol}` : protocol.toUpperCase();
}

const ALL_BUT = 'all but ';

/** `all traffic except TCP 22`: what is left out, when that is little. */
function exceptPhrase(lines: readonly [MissingPackets, ...MissingPackets[]]): string | undefined {
  const [{ direction, protocol }] = lines;
  if (lines.length < 3) return undefined;
  const isOne = lines.every((line) => line.protocol === protocol);
  const regions = lines.map((line) => regionOf(direction, line.protocol, line.ports));
  const whole = regionOf(direction, isOne ? protocol : 'all', 'all');
  const known = regions.filter((part) => part !== undefined);
  if (whole === undefined || known.length < regions.length) return undefined;
  const others = packetsOf(subtract(whole, unionOf(known)), {
    whole: undefined,
    isSensitive: false,
    isTrafficSensitive: false,
  });
  if (others.length === 0 || others.length >= lines.length) return undefined;
  const names = isOne
    ? capped(
        others.map(({ ports }) => ports),
        PROTOCOL_LIMIT,
      )
    : listed(others);
  return `${isOne ? protocolPhrase(protocol) : 'all traffic'} except ${names}`;
}

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['icmp', ICMP],
  ['tcp', TCP],
  ['udp', UDP],
  ['icmpv6', ICMPV6],
]);

/** Reads the texts of the report back; undefined when they are none of ours. */
function regionOf(direction: Direction, protocol: string, ports: string): Region | undefined {
  const protocols = protocolsOf(protocol);
  const isTyped = protocols?.every(({ lo, hi }) => lo === hi && hasTypes(lo)) === true;
  const slots = ports === 'all' ? ALL_PORTS[0] : rangeOf(ports, isTyped ? slotOf : numberOf);
  return protocols === undefined || slots === undefined
    ? undefined
    : region(direction, protocols, [slots], ALL_V4);
}

function protocolsOf(text: string): IntervalSet<number> | undefined {
  if (text === 'all') return [ALL_PROTOCOLS];
  if (text.startsWith(ALL_BUT)) {
    const left = protocolsOf(text.slice(ALL_BUT.length));
    return left === undefined ? undefined : subtractSets(INTEGERS, [ALL_PROTOCOLS], left);
  }
  const parts = text.split(', ').map((part) => {
    const number = NUMBERS.get(part);
    return number === undefined ? rangeOf(part, numberOf) : { lo: number, hi: number };
  });
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length ? canonical(INTEGERS, known) : undefined;
}

function rangeOf(text: string, value: (part: string) => number): Interval<number> | undefined {
  const [from = '', to = from, ...rest] = text.split('-');
  const [lo, hi] = [value(from), value(to)];
  return rest.length === 0 && Number.isInteger(lo) && Number.isInteger(hi) && lo <= hi
    ? { lo, hi }
    : undefined;
}

function slotOf(text: string): number {
  const [type = '', code = ''] = text.split('/');
  return icmpSlot(numberOf(type), numberOf(code));
}

function numberOf(text: string): number {
  return /^\d{1,5}$/.test(text) ? Number(text) : NaN;
}
