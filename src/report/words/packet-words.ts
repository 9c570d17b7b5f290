import { groupBy, type NonEmpty } from '../../collections.js';
import { addressesIn, cidrsAround, cidrsOf, type EtherType } from '../../net/address.js';
import { type IntervalSet, sameSets } from '../../net/interval.js';
import { packetLines, portsText, protocolsForm, protocolsText } from '../../net/packet-lines.js';
import { ALL_V4, hasAllV4, type PeerSet, subtractPeers, withoutTokens } from '../../net/peers.js';
import { hasName, hasPorts, hasTypes, protocolText, USED_PROTOCOLS } from '../../net/protocol.js';
import { ALL_PORTS, ALL_PROTOCOLS, type Direction, region, subtract, unionOf } from '../../net/region.js';
import type { EndName, RangeName } from '../../weigh/named-ranges.js';
import type { Fate, OtherEnd, Packets, Witness } from '../../weigh/packets.js';
import { icmpWords } from './icmp-words.js';
import { andList, capped, MEMBERS, ROLE_NAMES, SENSITIVE } from './phrases.js';
import { openText, type Text, toText } from './text.js';

/** Protocols and ports that may be told. */
type Traffic = Exclude<Packets['traffic'], 'sensitive'>;

/** Packets for people: `TCP 10250`, `from 192.168.0.0/20`. */
export interface PacketPhrase {
  readonly direction: Direction;
  readonly what: Text;
  /** `from 192.168.0.0/20`. */
  readonly peers: Text;
  /** The same without the direction. */
  readonly who: Text;
  readonly other: OtherEnd;
  /** The same for the same other end; for comparing alone. */
  readonly otherKey: string;
}

/** The packets as few phrases as possible, one for each other end. */
export function packetPhrases(missing: readonly Packets[]): readonly PacketPhrase[] {
  const groups = groupBy(missing, ({ direction, other }) => `${direction} ${otherKey(other)}`);
  return [...groups.values()].map((lines) => {
    const [{ direction, other }] = lines;
    const who = whoPhrase(other);
    return {
      direction,
      what: toText(shorter(trafficList(lines.map(({ traffic }) => traffic)), exceptPhrase(lines))),
      peers: toText(`${direction === 'ingress' ? 'from' : 'to'} ${who}`),
      who: toText(who),
      other,
      otherKey: otherKey(other),
    };
  });
}

function otherKey(other: OtherEnd): string {
  return JSON.stringify([other.kind, ...endTexts(other)]);
}

function shorter(a: string, b: string | undefined): string {
  return b !== undefined && b.length < a.length ? b : a;
}

/** `the internet`. Within report/words alone. */
export function internetWords(family: EtherType): string {
  return family === 'IPv4' ? 'the internet' : 'the internet over IPv6';
}

/** Who is at the other end: CIDRs, names, references that have no value yet. */
function endTexts(other: OtherEnd): readonly string[] {
  switch (other.kind) {
    case 'addresses':
      return addressTexts(other.peers);
    case 'group':
      return [ROLE_NAMES[other.role]];
    case 'internet':
      return [internetWords(other.family)];
    case 'sensitive':
      return [SENSITIVE];
  }
}

function addressTexts(peers: PeerSet): readonly string[] {
  const isAll = hasAllV4(peers) && peers.tokens.length === 0;
  return isAll ? ['0.0.0.0/0'] : [...cidrsOf(peers), ...peers.tokens];
}

const PEER_LIMIT = 3;

/** What addresses are called before they are listed; `the` where they are called without. */
const RANGES: Readonly<Record<RangeName, { readonly label: string; readonly alone: string }>> = {
  vpc: { label: 'VPC', alone: 'the VPC' },
  containers: { label: 'containers', alone: 'the containers' },
  'pod-subnets': { label: 'pods', alone: 'the pods' },
  masters: { label: 'masters', alone: 'the masters' },
  api: { label: 'API address', alone: 'the masters’ API address' },
  'dns-servers': { label: 'DNS servers', alone: 'the DNS servers' },
  'load-balancers': { label: 'load balancers', alone: 'the load balancers' },
  'service-mesh': { label: 'service mesh', alone: 'the service mesh' },
  'vpc-endpoints': { label: 'VPC endpoints', alone: 'VPC endpoints' },
  'internal-services': { label: 'internal services', alone: 'internal services' },
};

/** `the DNS servers`: what addresses are called by themselves. */
export function rangeName(name: RangeName): Text {
  return toText(RANGES[name].alone);
}

/** The other end, with the names of its addresses. */
function whoPhrase(other: OtherEnd): string {
  if (other.kind !== 'addresses') return capped(endTexts(other), PEER_LIMIT);
  const { peers, names } = other;
  // A reference says by itself what it is.
  if (names.length === 0 || peers.tokens.length > 0) return addressPhrase(peers);
  return names.map(({ name, peers: some }) => `${RANGES[name].label} ${addressPhrase(some)}`).join(', ');
}

/** The other end for a headline: names alone where there are some. Within report/words alone. */
export function shortWho(other: OtherEnd): string {
  if (other.kind !== 'addresses') return endTexts(other).join(', ');
  const { peers, names } = other;
  if (names.length > 0) return andList(names.map(({ name }) => RANGES[name].alone));
  const phrase = addressPhrase(peers);
  return phrase.length > SHORT_LENGTH ? SOME_ADDRESSES : phrase;
}

/** Too many to list in a headline. Within report/words alone. */
export const SOME_ADDRESSES = 'some addresses';
const SHORT_LENGTH = 50;

/** CIDRs; many pieces of one are named by what is left out of it. */
function addressPhrase(peers: PeerSet): string {
  const cidrs = withoutLength(addressTexts(withoutTokens(peers)));
  const shown = exceptOne(peers, cidrs.length) ?? cidrs;
  return capped([...shown, ...peers.tokens], PEER_LIMIT);
}

/** One CIDR without a few, when that is shorter. An unknown may be the very part that is left out. */
function exceptOne(peers: PeerSet, pieces: number): readonly string[] | undefined {
  const [around] = pieces > 2 && peers.tokens.length === 0 ? cidrsAround(peers) : [];
  if (around === undefined) return undefined;
  const left = cidrsOf(subtractPeers(addressesIn(around), peers));
  if (left.length > PEER_LIMIT || left.length + 1 >= pieces) return undefined;
  return [`${withoutLength([around]).join('')} except ${andList(withoutLength(left))}`];
}

/** A CIDR of one address is that address. */
function withoutLength(cidrs: readonly string[]): readonly string[] {
  return cidrs.map((cidr) =>
    cidr === '0.0.0.0/0' ? 'anywhere' : cidr.replace(/^([\d.]+)\/32$|^([\da-f:]+)\/128$/i, '$1$2'),
  );
}

const PROTOCOL_LIMIT = 4;

/** `TCP 1-21, 23-29999; UDP`: each protocol once. */
function trafficList(lines: readonly Packets['traffic'][]): string {
  const byProtocol = groupBy(lines, (line) =>
    line === 'sensitive' ? SENSITIVE : protocolsText(line.protocols),
  );
  const texts = [...byProtocol.values()].map((same) => {
    const ports = same.flatMap((line) =>
      line === 'sensitive' || line.ports === 'all' ? [] : [portsWords(line)],
    );
    const protocols = same[0] === 'sensitive' ? 'traffic' : protocolPhrase(same[0].protocols);
    return [protocols, capped(ports, PROTOCOL_LIMIT)].filter((text) => text !== '').join(' ');
  });
  if (texts.length <= PROTOCOL_LIMIT + 1) return texts.join('; ');
  return `${texts.slice(0, PROTOCOL_LIMIT).join('; ')} and ${texts.length - PROTOCOL_LIMIT} more`;
}

function protocolPhrase(protocols: IntervalSet<number>): string {
  const form = protocolsForm(protocols);
  if (form.kind === 'all') return 'all traffic';
  if (form.kind === 'all-but') {
    return `all protocols but ${andList(byUse(form.protocols).map((one) => protocolText(one).toUpperCase()))}`;
  }
  const text = protocolsText(protocols);
  if (protocols.some(({ lo, hi }) => lo === hi && hasName(lo))) return text.toUpperCase();
  const isOne = protocols.length === 1 && protocols.every(({ lo, hi }) => lo === hi);
  return `${isOne ? 'protocol' : 'protocols'} ${text}`;
}

/** The protocols that people use first. */
function byUse(protocols: readonly number[]): readonly number[] {
  const rank = (one: number): number =>
    (USED_PROTOCOLS.indexOf(one) + USED_PROTOCOLS.length + 1) % (USED_PROTOCOLS.length + 1);
  return [...protocols].sort((a, b) => rank(a) - rank(b));
}

/** Ports, or types of ICMP by their names. */
function portsWords({ protocols, ports }: Traffic): string {
  const [protocol] = protocols;
  return ports !== 'all' && protocol !== undefined && hasTypes(protocol.lo)
    ? icmpWords(protocol.lo, ports)
    : portsText({ protocols, ports });
}

/** `all traffic except TCP 22`: what is left out, when that is little. */
function exceptPhrase(lines: NonEmpty<Packets>): string | undefined {
  const known = lines.flatMap(({ traffic }) => (traffic === 'sensitive' ? [] : [traffic]));
  const [first] = known;
  if (first === undefined || known.length < 3) return undefined;
  const isOne = known.every(({ protocols }) => sameSets(protocols, first.protocols));
  const whole: Traffic = { protocols: isOne ? first.protocols : [ALL_PROTOCOLS], ports: 'all' };
  const others = packetLines(subtract(regionOf(whole), unionOf(known.map(regionOf))));
  if (others.length === 0 || others.length >= known.length) return undefined;
  return isOne
    ? `${protocolPhrase(first.protocols)} except ${capped(others.map(portsWords), PROTOCOL_LIMIT)}`
    : `all traffic except ${trafficList(others)}`;
}

/** Over one direction and peer: only protocols and ports matter. */
function regionOf({ protocols, ports }: Traffic): ReturnType<typeof region> {
  return region('ingress', protocols, ports === 'all' ? ALL_PORTS : [ports], ALL_V4);
}

const LINE_LIMIT = 3;

/** The first packets of a list in running text: `TCP 10250 from masters 192.168.0.0/20`. */
export function packetsInBrief(missing: readonly Packets[]): Text {
  const texts = packetPhrases(missing).map(({ what, peers }) => `${openText(what)} ${openText(peers)}`);
  const shown = texts.slice(0, LINE_LIMIT);
  const left = texts.length - shown.length;
  return toText(`${shown.join('; ')}${left > 0 ? ` and ${left} more` : ''}`);
}

/** Protocols and ports alone: `TCP 10250, 30000-32767`. */
export function trafficOf(missing: readonly Packets[]): Text {
  return toText(trafficList(missing.map(({ traffic }) => traffic)));
}

/** Packets in the words of the JSON report. */
export interface PacketTexts {
  /** `all`, `all but icmp, tcp`, or a list of `tcp`, `udp`, `icmp`, `icmpv6`, numbers and ranges of numbers. */
  readonly protocol: Text;
  /** `all`, a port, a range; ICMP: `type/code`. */
  readonly ports: Text;
  /** CIDRs, names of groups, or what the plan does not know. */
  readonly peers: readonly Text[];
}

/** The packets in the words of the JSON report. */
export function packetTexts({ traffic, other }: Packets): PacketTexts {
  return {
    protocol: toText(traffic === 'sensitive' ? SENSITIVE : protocolsText(traffic.protocols)),
    ports: toText(traffic === 'sensitive' ? SENSITIVE : portsText(traffic)),
    peers: endTexts(other).map(toText),
  };
}

const FATES: Readonly<Record<Fate, string>> = {
  lost: 'was allowed, is dropped',
  'perhaps-lost': 'may have been allowed, is dropped',
  missing: 'is dropped',
  'may-be-cut': 'may be dropped while the plan is applied',
  'may-be-missing': 'may be dropped',
  opened: 'was dropped, is allowed',
  'may-be-opened': 'may come to be allowed',
  open: 'is allowed',
};

/** Protocols without ports that people have heard of. */
const HEARD_OF: ReadonlyMap<number, string> = new Map([
  [47, 'gre'],
  [50, 'esp'],
]);

const ENDS: Readonly<Record<EndName, string>> = {
  ...MEMBERS,
  host: 'host',
  'dns-server': 'DNS server',
  'load-balancer': 'load balancer',
  service: 'service',
  internet: 'internet',
};

/** `TCP master 192.168.0.10 -> worker node:10250 was allowed, is dropped`. */
export function witnessText({ direction, protocol, port, other, member, fate }: Witness): Text {
  const name = hasName(protocol)
    ? protocolText(protocol)
    : (HEARD_OF.get(protocol) ?? `protocol ${protocol}`);
  const type =
    port !== undefined && hasTypes(protocol) ? ` ${icmpWords(protocol, { lo: port, hi: port })}` : '';
  const to = port !== undefined && hasPorts(protocol) ? `:${port}` : '';
  const end = other.end === undefined ? [] : [ENDS[other.end]];
  const isV6 = other.address?.includes(':') === true && direction === 'egress' && to !== '';
  const address = other.address === undefined ? [] : [isV6 ? `[${other.address}]` : other.address];
  const who = [...end, ...address].join(' ');
  const way =
    direction === 'ingress' ? `${who} -> ${MEMBERS[member]}${to}` : `${MEMBERS[member]} -> ${who}${to}`;
  return toText(`${name.toUpperCase()}${type} ${way} ${FATES[fate]}`);
}
