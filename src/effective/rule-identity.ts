import { anyAddress } from '../net/address.js';
import { sameSets } from '../net/interval.js';
import { hasAllV4, samePeers } from '../net/peers.js';
import { isSame, type Region, region } from '../net/region.js';
import type { Peer, Traffic } from '../plan/rule.js';

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

/** Whether both let the same protocols and ports through; "all" has several spellings. */
export function isSameTraffic(a: Traffic, b: Traffic): boolean {
  if (a.isAtMost === true || b.isAtMost === true) return false;
  // Most pairs of rules part here. Port 0 alone is no packet of TCP or UDP, so there the regions must tell.
  if (namesPort(a) && namesPort(b) && !sameSets(a.protocols, b.protocols)) return false;
  const packets = ({ protocols, ports }: Traffic): Region =>
    region('ingress', protocols, ports, anyAddress('IPv4'));
  return isSame(packets(a), packets(b));
}

function namesPort({ ports }: Traffic): boolean {
  return ports.some(({ hi }) => hi > 0);
}
