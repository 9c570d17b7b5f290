import { lazily, type Lookup } from '../collections.js';
import { eitherOf, type PeerBounds, type PeerReading } from '../effective/effective.js';
import { ALL_V4, NO_PEERS, type PeerToken, unionOfPeers } from '../net/peers.js';
import { anyAddress, type EtherType } from '../net/address.js';
import type { GroupKey, Peer, Range } from '../plan/rule.js';

/** How one row looks at the peers of rules. */
export interface Eyes {
  /** Names of the unknown range that is asked about; none when known addresses are. */
  readonly names: readonly PeerToken[];
  /** Addresses that an unknown range has for certain, and those that it may have. */
  readonly placeOf: (token: PeerToken) => PeerBounds;
  /** A rule that names one of these groups lets the whole need through. */
  readonly groups: readonly GroupKey[];
  /** Whether the row names a group, so that denies for other groups do not concern it. */
  readonly namesGroup: boolean;
  /** Addresses that members of the cluster's own groups have: a deny for such a group takes them. */
  readonly members: Lookup<GroupKey, PeerBounds>;
  /** Addresses of members, from where the packets come that are asked about. */
  readonly seen: (members: PeerBounds) => PeerBounds;
  /** Whether the plan tells nothing of the group with this id. */
  readonly isUnplaced: (key: GroupKey) => boolean;
  /** Whether the key only stands for a group of the cluster, whose id is not known: it may be one that is not placed. */
  readonly isIdUnknown: (key: GroupKey) => boolean;
}

const NONE: PeerBounds = { surely: NO_PEERS, possibly: NO_PEERS };
const WHOLE: PeerBounds = { surely: ALL_V4, possibly: ALL_V4 };

/**
 * The peers of rules as the row sees them: a row that names a group asks for packets of its members, with the
 * addresses that they can have; a row that names addresses asks for these addresses, or for those that a range which
 * is not known may have (design, fine points).
 */
export function readingOf(eyes: Eyes): PeerReading {
  const { names, groups, namesGroup, members } = eyes;
  const range = (known: Range): PeerBounds => {
    if (known.kind === 'known') return { surely: known.peers, possibly: known.peers };
    return names.includes(known.token) ? WHOLE : eyes.placeOf(known.token);
  };
  /** A rule for one of these groups meets what the group stands for. */
  const meeting = (own: Lookup<GroupKey, PeerBounds>): PeerReading['allow'] => {
    const oneOf = (isIt: (key: GroupKey) => boolean): PeerBounds => {
      const possible = [...own].filter(([key]) => isIt(key));
      return { surely: NO_PEERS, possibly: unionOfPeers(possible.map(([, one]) => eyes.seen(one).possibly)) };
    };
    const anyOne = lazily(() => oneOf(() => true));
    const nameless = lazily(() => oneOf(eyes.isIdUnknown));
    const read = (peer: Peer): PeerBounds => {
      if (peer.kind === 'any') return WHOLE;
      if (peer.kind === 'range') return range(peer.range);
      if (peer.kind === 'one-of') return eitherOf(peer.peers.map(read));
      if (peer.group.kind === 'unknown') return anyOne();
      const { key } = peer.group;
      const found = own.get(key);
      if (found !== undefined) return eyes.seen(found);
      return eyes.isUnplaced(key) ? nameless() : NONE;
    };
    return read;
  };
  const named = new Map(groups.map((key) => [key, WHOLE]));
  return {
    family: 'IPv4',
    allow: meeting(named),
    deny: meeting(namesGroup ? named : members),
    memberOf: (peer) => {
      const key = peer.kind === 'group' && peer.group.kind === 'group' ? peer.group.key : undefined;
      return key !== undefined && !namesGroup && members.has(key) ? key : undefined;
    },
  };
}

/** The peers of rules as plain addresses of one family, for what is open to the internet; groups are no addresses. */
export function plainReading(family: EtherType): PeerReading {
  const all = anyAddress(family);
  const read = (peer: Peer): PeerBounds => {
    if (peer.kind === 'any') return { surely: all, possibly: all };
    if (peer.kind === 'group') return NONE;
    if (peer.kind === 'one-of') return eitherOf(peer.peers.map(read));
    if (peer.range.kind === 'unknown') return { surely: NO_PEERS, possibly: all };
    return { surely: peer.range.peers, possibly: peer.range.peers };
  };
  return { family, allow: read, deny: read, memberOf: () => undefined };
}
