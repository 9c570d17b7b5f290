import type { PeerBounds, PeerReading } from '../effective/effective.js';
import { ALL_V4, hasAllV4, NO_PEERS, type PeerSet, tokenPeers, unionPeers } from '../net/peers.js';
import { anyAddress, type EtherType } from '../net/address.js';
import type { GroupKey, Peer, Range } from '../plan/rule.js';

/** How one row looks at the peers of rules. */
export interface Eyes {
  /** Addresses that the row needs, and tokens for those that are not known. */
  readonly need: PeerSet;
  /** A rule that names one of these groups lets the whole need through. */
  readonly groups: readonly GroupKey[];
  /** Whether the row names a group, so that denies for other groups do not concern it. */
  readonly namesGroup: boolean;
  /** Addresses that members of the cluster's own groups have: a deny for such a group takes them. */
  readonly members: ReadonlyMap<GroupKey, PeerSet>;
  /** Whether the group of this key may be one that the row means, its id not being known. */
  readonly mayBe: (key: GroupKey) => boolean;
}

const NONE: PeerBounds = { surely: NO_PEERS, possibly: NO_PEERS };

/**
 * The peers of rules as the row sees them: a row that names a group asks for packets of its members, with the
 * addresses that they can have; a row that names addresses asks for these addresses.
 * Unknown ranges of the need are covered by the same unknown or by all addresses (design, fine points).
 */
export function readingOf(eyes: Eyes): PeerReading {
  const { need, groups, members } = eyes;
  const everything = unionPeers(ALL_V4, tokenPeers(...need.tokens));
  const whole: PeerBounds = { surely: everything, possibly: everything };
  const perhaps: PeerBounds = { surely: NO_PEERS, possibly: everything };

  const range = (known: Range): PeerBounds => {
    if (known.kind === 'unknown') return { surely: tokenPeers(known.token), possibly: everything };
    const { peers } = known;
    if (need.tokens.length === 0) return { surely: peers, possibly: peers };
    const tokens = tokenPeers(...need.tokens);
    return {
      surely: hasAllV4(peers) ? unionPeers(peers, tokens) : peers,
      possibly: peers.v4.length > 0 ? unionPeers(peers, tokens) : peers,
    };
  };
  const allow = (peer: Peer): PeerBounds => {
    if (peer.kind === 'any') return whole;
    if (peer.kind === 'range') return range(peer.range);
    if (peer.group.kind === 'unknown') return mayMean(peer.group.oneOf, groups) ? perhaps : NONE;
    const { key } = peer.group;
    if (groups.includes(key)) return whole;
    return eyes.mayBe(key) ? perhaps : NONE;
  };
  const deny = (peer: Peer): PeerBounds => {
    if (peer.kind === 'any') return whole;
    if (peer.kind === 'range') return range(peer.range);
    if (peer.group.kind === 'unknown') {
      const own = eyes.namesGroup ? groups : [...groups, ...members.keys()];
      return mayMean(peer.group.oneOf, own) ? perhaps : NONE;
    }
    const { key } = peer.group;
    if (eyes.namesGroup && groups.includes(key)) return whole;
    const taken = eyes.namesGroup ? undefined : members.get(key);
    if (taken !== undefined) return { surely: taken, possibly: taken };
    return eyes.mayBe(key) ? perhaps : NONE;
  };
  return { family: 'IPv4', allow, deny };
}

function mayMean(oneOf: readonly GroupKey[], groups: readonly GroupKey[]): boolean {
  return oneOf.length === 0 || oneOf.some((key) => groups.includes(key));
}

/** The peers of rules as plain addresses of one family, for what is open to the internet; groups are no addresses. */
export function plainReading(family: EtherType): PeerReading {
  const all = anyAddress(family);
  const read = (peer: Peer): PeerBounds => {
    if (peer.kind === 'any') return { surely: all, possibly: all };
    if (peer.kind === 'group') return NONE;
    if (peer.range.kind === 'unknown') return { surely: NO_PEERS, possibly: all };
    return { surely: peer.range.peers, possibly: peer.range.peers };
  };
  return { family, allow: read, deny: read };
}
