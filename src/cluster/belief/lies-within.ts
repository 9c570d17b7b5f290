import type { NonEmpty } from '../../collections.js';
import { isSamePeer } from '../../effective/rule-identity.js';
import {
  ALL_V4,
  hasAllV4,
  hasNoPeers,
  intersectPeers,
  type PeerSet,
  peersWithin,
  subtractPeers,
  unionOfPeers,
  withoutTokens,
} from '../../net/peers.js';
import type { Peer, RuleSide, Traffic } from '../../plan/rule.js';
import { mayMean } from '../default-rules.js';
import { type MadeGroup, namedPeers, placeOf, type StandingDefault } from './made-group.js';

/** Whether the packets of one rule are all among those of another; `perhaps`: a range is not known. */
export type Lying = 'surely' | 'perhaps' | 'no';

/** The default rules of one row that were there before the plan, together. */
export interface RowDefaults {
  readonly rules: NonEmpty<StandingDefault>;
  readonly peers: readonly Peer[];
  /** The addresses and unknown ranges of all of them. */
  readonly held: PeerSet;
  /** Where those lie that are not known. */
  readonly places: PeerSet;
}

/** Puts default rules of one row together. */
export function rowDefaults(rules: NonEmpty<StandingDefault>, made: MadeGroup): RowDefaults {
  const peers = rules.map(({ before }) => before.peer);
  const held = unionOfPeers(peers.map(namedPeers));
  return {
    rules,
    peers,
    held,
    places: unionOfPeers(held.tokens.flatMap((token) => placeOf(token, made) ?? [])),
  };
}

/** Whether the rule lets through nothing that these default rules of one row do not let through together. */
export function lyingWithin(
  side: RuleSide,
  { rules, peers, held, places }: RowDefaults,
  made: MadeGroup,
): Lying {
  const [{ before: own }] = rules;
  const isAlike = side.direction === own.direction && side.family === own.family;
  if (!isAlike || !isTrafficWithin(side.traffic, own.traffic)) return 'no';
  if (peers.some((peer) => peer.kind === 'any' || isSamePeer(peer, side.peer))) return 'surely';
  if (peers.some((peer) => mayMean(side.peer, peer, made.agreement))) return 'perhaps';
  const all = mostOf(side.peer, made);
  if (all === undefined || hasAllV4(all)) return 'no';
  const rest = restOf(all, held, made);
  if (rest === undefined) return 'no';
  if (hasNoPeers(rest) || isWithinAlternative(all, rules, held)) return 'surely';
  return peersWithin(rest, places) ? 'perhaps' : 'no';
}

/** Whether the rule is for packets of this default rule, too; `side` lies within those of its row. */
export function meets(side: RuleSide, { before }: StandingDefault, made: MadeGroup): boolean {
  if (before.peer.kind !== 'range') return true;
  const own = namedPeers(before.peer);
  const all = mostOf(side.peer, made);
  return all === undefined || own.tokens.length > 0 || !hasNoPeers(intersectPeers(all, own));
}

/** Nobody documents for which addresses CCE makes the rule of masters: one for more of them is about masters as well. */
function isWithinAlternative(all: PeerSet, rules: readonly StandingDefault[], held: PeerSet): boolean {
  const alternatives = rules.flatMap((rule) => rule.alternatives.map(namedPeers));
  return (
    alternatives.some((peers) => peersWithin(all, peers)) &&
    !hasNoPeers(intersectPeers(all, withoutTokens(held)))
  );
}

/** A default rule has one run of protocols and one of ports. Port 0 counts for nothing. */
function isTrafficWithin(traffic: Traffic, own: Traffic): boolean {
  const [protocol, ports] = [own.protocols[0], own.ports[0]];
  if (protocol === undefined || ports === undefined || traffic.ports.length === 0) return false;
  return (
    traffic.protocols.every(({ lo, hi }) => protocol.lo <= lo && hi <= protocol.hi) &&
    traffic.ports.every(({ lo, hi }) => hi <= ports.hi && (ports.lo <= lo || (lo === 0 && ports.lo === 1)))
  );
}

/** The addresses and unknown ranges among which the peer's are; undefined when nobody knows. */
function mostOf(peer: Peer, made: MadeGroup): PeerSet | undefined {
  if (peer.kind === 'any') return ALL_V4;
  if (peer.kind === 'range') return namedPeers(peer);
  if (peer.kind === 'group') {
    return peer.group.kind === 'group' ? made.membersOf(peer.group.key)?.peers : undefined;
  }
  const all = peer.peers.map((one) => mostOf(one, made));
  const known = all.filter((one) => one !== undefined);
  return known.length === all.length ? unionOfPeers(known) : undefined;
}

/** What may be outside of what is held; undefined when that may be anything. */
function restOf(all: PeerSet, held: PeerSet, made: MadeGroup): PeerSet | undefined {
  const outside = subtractPeers(all, held);
  if (outside.tokens.length === 0) return outside;
  const places = outside.tokens.map((token) => placeOf(token, made));
  const known = places.filter((place) => place !== undefined);
  if (known.length < places.length) return undefined;
  return subtractPeers(unionOfPeers([withoutTokens(outside), ...known]), held);
}
