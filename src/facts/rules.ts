import { memo } from '../collections.js';
import { type EtherType, parseCidr } from '../net/address.js';
import { single } from '../net/interval.js';
import type { PeerSet } from '../net/peers.js';
import { hasPorts, hasTypes, icmpSlot, LAST_PORT } from '../net/protocol.js';
import { ALL_PORTS } from '../net/region.js';
import { readProtocol } from '../plan/resources/protocol-names.js';
import { portListOf } from '../plan/resources/vpc-secgroup-rule-v3.js';
import {
  ALL_TRAFFIC,
  type GroupKey,
  groupRef,
  type Peer,
  type Range,
  type RuleSide,
  someTraffic,
  type Traffic,
} from '../plan/rule.js';
import type { SeenRule } from './facts.js';
import type { ApiRule } from './schema.js';

/** `without-zeros`: the file leaves 0 out, so that a rule without ICMP types may be for type 0 alone. */
export type Spelling = 'whole' | 'without-zeros';

/** Reads a rule of the group. */
export type ReadRule = (rule: ApiRule, group: GroupKey, spelling?: Spelling) => SeenRule;

/** A reader of rules that knows the addresses of address groups by their ids; files repeat the same few CIDRs. */
export function rulesReader(addressGroups: ReadonlyMap<string, PeerSet>): ReadRule {
  const cidrOf = memo(parseCidr);
  const peerOf = (rule: ApiRule): Peer => {
    const { remote_group_id: group, remote_address_group_id: addresses, remote_ip_prefix: prefix } = rule;
    if (isGiven(group)) return { kind: 'group', group: groupRef(group), isSensitive: false };
    if (isGiven(addresses)) return peerWithin(addressGroups.get(addresses), `IP address group ${addresses}`);
    return isGiven(prefix)
      ? peerWithin(cidrOf(prefix)?.peers, `the range of rule ${rule.id}`)
      : { kind: 'any' };
  };
  return (rule, group, spelling = 'whole') => {
    const peer = peerOf(rule);
    const side: RuleSide = {
      group: groupRef(group),
      direction: rule.direction,
      family: familyOf(rule, peer),
      traffic: apiTraffic(rule, spelling),
      peer,
      action: rule.action ?? 'allow',
      priority: toldPriority(rule),
      problems: [],
    };
    return { id: rule.id, side };
  };
}

/** Only the v3 API tells priorities. */
function toldPriority({ priority }: ApiRule): RuleSide['priority'] {
  return typeof priority === 'number' ? { kind: 'known', value: priority } : { kind: 'undocumented' };
}

/** A text that says something. */
export function isGiven(text: string | null | undefined): text is string {
  return text !== undefined && text !== null && text !== '';
}

function peerWithin(peers: PeerSet | undefined, token: string): Peer {
  const range: Range =
    peers === undefined
      ? { kind: 'unknown', token, why: `${token} is not known` }
      : { kind: 'known', peers, isSensitive: false };
  return { kind: 'range', range };
}

/** The family as it is written; some listings leave it out where the range tells it. */
function familyOf({ ethertype, ether_type: other }: ApiRule, peer: Peer): EtherType {
  const family = ethertype ?? other;
  if (typeof family === 'string') return family.toLowerCase() === 'ipv6' ? 'IPv6' : 'IPv4';
  const isV6 = peer.kind === 'range' && peer.range.kind === 'known' && peer.range.peers.v6.length > 0;
  return isV6 ? 'IPv6' : 'IPv4';
}

/** Protocol and ports as the API means them: nothing is all, and so is port 0 (otc.md 1.2). */
function apiTraffic(rule: ApiRule, spelling: Spelling): Traffic {
  const { protocol, multiport } = rule;
  const name = protocol === undefined || protocol === null ? '' : String(protocol).toLowerCase();
  if (name === '' || name === 'any') return ALL_TRAFFIC;
  const readings = (['v2', 'v3'] as const).map((api) => readProtocol(name, api));
  const reading = readings.find(({ kind }) => kind === 'number');
  if (reading?.kind !== 'number') return someTraffic();
  const protocols = [single(reading.number)];
  const some = someTraffic({ protocols });
  const within = (ports: Traffic['ports'] | undefined): Traffic =>
    ports === undefined ? some : { protocols, ports };
  if (hasTypes(reading.number)) {
    // How the v3 API writes a type is documented nowhere; where the v2 one is beside it, that tells.
    const isUntold = isGiven(multiport) && typeof rule.port_range_min !== 'number';
    return isUntold ? some : within(typesOf(rule, spelling === 'without-zeros'));
  }
  if (!hasPorts(reading.number)) return within(ALL_PORTS);
  return within(isGiven(multiport) ? portListOf(multiport) : portsOf(rule));
}

/** ICMP: the smaller port is the type and the larger one the code; undefined: not known. */
function typesOf(rule: ApiRule, leavesOutZero: boolean): Traffic['ports'] | undefined {
  const { port_range_min: type, port_range_max: code } = rule;
  const isType = (value: number): boolean => value >= 0 && value <= 255;
  if (typeof type !== 'number') return leavesOutZero || typeof code === 'number' ? undefined : ALL_PORTS;
  if (!isType(type)) return undefined;
  if (typeof code === 'number') return isType(code) ? [single(icmpSlot(type, code))] : undefined;
  return leavesOutZero ? undefined : [{ lo: icmpSlot(type, 0), hi: icmpSlot(type, 255) }];
}

function portsOf(rule: ApiRule): Traffic['ports'] | undefined {
  const lo = rule.port_range_min ?? 0;
  const hi = rule.port_range_max ?? 0;
  if (lo === 0 && (hi === 0 || hi === LAST_PORT)) return ALL_PORTS;
  return lo >= 0 && lo <= hi && hi <= LAST_PORT ? [{ lo, hi }] : undefined;
}
