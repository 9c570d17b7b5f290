import { anyAddress } from '../net/address.js';
import { sameSets } from '../net/interval.js';
import { hasAllV4, samePeers } from '../net/peers.js';
import { allTraffic, isSame, type Region, region } from '../net/region.js';
import { hash } from '../net/trie.js';
import type { Peer, RuleSide, Traffic } from '../plan/rule.js';

/** Whether two peers are the same; no peer and 0.0.0.0/0 are. Adjacent CIDRs stay apart (design, fine points). */
export function isSamePeer(a: Peer, b: Peer): boolean {
  if (isEverything(a) || isEverything(b)) return isEverything(a) && isEverything(b);
  if (a.kind === 'range' && b.kind === 'range') {
    if (a.range.kind === 'unknown' || b.range.kind === 'unknown') {
      return a.range.kind === 'unknown' && b.range.kind === 'unknown' && a.range.token === b.range.token;
    }
    return samePeers(a.range.peers, b.range.peers);
  }
  if (a.kind !== 'group' || b.kind !== 'group') return false;
  return a.group.kind === 'group' && b.group.kind === 'group' && a.group.key === b.group.key;
}

function isEverything(peer: Peer): boolean {
  if (peer.kind === 'any') return true;
  if (peer.kind !== 'range' || peer.range.kind !== 'known') return false;
  const { peers } = peer.range;
  return hasAllV4(peers) || samePeers(peers, anyAddress('IPv6'));
}

/**
 * The same number, within a run, for sides that are the same rule; of sides with the same number most are. For looking up
 * one among all rules of a plan, where a text for each would cost more than all the rest.
 */
export function identityHash(side: RuleSide): number {
  const { group, peer } = side;
  return hash(packetsHash(side), peerHash(peer), group.kind === 'group' ? textHash(group.key) : 0);
}

/** The same number for sides that have all but group, peer and priority in common; of sides with the same number most have. */
export function packetsHash({ direction, family, action, traffic }: RuleSide): number {
  const { protocols, ports } = traffic;
  const way = (direction === 'ingress' ? 1 : 0) + (family === 'IPv6' ? 2 : 0) + (action === 'deny' ? 4 : 0);
  const [first, last] = [ports[0], ports.at(-1)];
  // Port 0 counts for nothing; see `isSameTraffic`.
  if (first === undefined || last === undefined || last.hi === 0) return way;
  return hash(Math.max(1, first.lo), last.hi, protocols[0]?.lo ?? -1) + way;
}

function peerHash(peer: Peer): number {
  if (isEverything(peer)) return 1;
  if (peer.kind === 'range')
    return peer.range.kind === 'known' ? peer.range.peers.root : textHash(peer.range.token);
  return peer.kind === 'group' && peer.group.kind === 'group' ? textHash(peer.group.key) : 0;
}

/** Of ids and addresses the end tells most. */
function textHash(text: string): number {
  let hash = text.length;
  for (let i = Math.max(0, text.length - 16); i < text.length; i++)
    hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

/** The same text, within a run, for sides that are the same rule; of sides with the same text most are. For looking them up. */
export function identityHint({ group, direction, family, action, traffic, peer }: RuleSide): string {
  const owner = group.kind === 'group' ? group.key : '';
  return `${direction} ${family} ${action} ${trafficHint(traffic)} ${peerHint(peer)} ${owner}`;
}

/** Port 0 counts for nothing; see `isSameTraffic`. */
function trafficHint({ protocols, ports }: Traffic): string {
  const [first, last] = [ports[0], ports.at(-1)];
  if (first === undefined || last === undefined || last.hi === 0) return '';
  return `${protocols[0]?.lo ?? -1}-${protocols.at(-1)?.hi ?? -1} ${Math.max(1, first.lo)}-${last.hi}`;
}

function peerHint(peer: Peer): string {
  if (isEverything(peer)) return 'all';
  if (peer.kind === 'range')
    return peer.range.kind === 'unknown' ? peer.range.token : `${peer.range.peers.root}`;
  return peer.kind === 'group' && peer.group.kind === 'group' ? peer.group.key : 'not known';
}

/** Whether both let the same protocols and ports through; "all" has several spellings. */
export function isSameTraffic(a: Traffic, b: Traffic): boolean {
  if (a.isAtMost === true || b.isAtMost === true) return false;
  if (sameSets(a.protocols, b.protocols) && sameSets(a.ports, b.ports)) return true;
  // Most pairs of rules part here. Port 0 alone is no packet of TCP or UDP, so there the regions must tell.
  const isApart = !sameSets(a.protocols, b.protocols) || a.ports.at(-1)?.hi !== b.ports.at(-1)?.hi;
  if (namesPort(a) && namesPort(b) && isApart) return false;
  const packets = ({ protocols, ports }: Traffic): Region =>
    region('ingress', protocols, ports, anyAddress('IPv4'));
  return isSame(packets(a), packets(b));
}

function namesPort({ ports }: Traffic): boolean {
  return ports.some(({ hi }) => hi > 0);
}

/** Whether two accounts of one rule agree, as far as both tell it; nobody documents the priority that one may leave out. */
export function mayBeSame(a: RuleSide, b: RuleSide): boolean {
  const isSamePriority =
    a.priority.kind !== 'known' || b.priority.kind !== 'known' || a.priority.value === b.priority.value;
  return (
    a.direction === b.direction &&
    a.family === b.family &&
    a.action === b.action &&
    isSamePriority &&
    (isUnknownPeer(a.peer) || isUnknownPeer(b.peer) || isSamePeer(a.peer, b.peer)) &&
    (a.traffic.isAtMost === true || b.traffic.isAtMost === true || isSameTraffic(a.traffic, b.traffic))
  );
}

/** Whether it is not known which addresses or groups it is. */
export function isUnknownPeer(peer: Peer): boolean {
  return peer.kind === 'one-of' || (peer.kind === 'range' && peer.range.kind === 'unknown');
}

/** Whether a rule is for every packet of its family and direction. */
export function allowsEverybody({ traffic, peer }: Pick<RuleSide, 'traffic' | 'peer'>): boolean {
  if (traffic.isAtMost === true || !isSamePeer(peer, { kind: 'any' })) return false;
  const all = anyAddress('IPv4');
  return isSame(region('egress', traffic.protocols, traffic.ports, all), allTraffic('egress', all));
}
