import type { NetworkModel, Requirement, Role } from '../../model/requirement.js';
import {
  ALL_V4,
  intersectPeers,
  NO_PEERS,
  type PeerSet,
  type PeerToken,
  subtractPeers,
  tokenPeers,
  unionOfPeers,
} from '../../net/peers.js';
import type { GroupKey, Peer, RuleSide } from '../../plan/rule.js';
import type { Addresses, Reach } from '../addresses.js';
import type { Agreement, DefaultRule } from '../default-rules.js';

/** A group that CCE made, as it was before the plan. */
export interface MadeGroup {
  readonly key: GroupKey;
  readonly role: Role;
  readonly model: NetworkModel;
  readonly addresses: Addresses;
  /** The same with the DNS servers of the subnets in which nodes of the group stand. */
  readonly addressesOfNodes: () => Addresses;
  readonly controlGroup: GroupKey | undefined;
  /** Where the members of a group of the cluster have their addresses. */
  readonly membersOf: (key: GroupKey) => Reach | undefined;
  readonly agreement: Agreement;
}

/** A default rule of a row that was there before the plan, unless somebody took it away. */
export interface StandingDefault extends DefaultRule {
  readonly requirement: Requirement;
  readonly before: RuleSide;
}

/** The addresses or the unknown range that a peer names. */
export function namedPeers(peer: Peer): PeerSet {
  if (peer.kind !== 'range') return NO_PEERS;
  return peer.range.kind === 'known' ? peer.range.peers : tokenPeers(peer.range.token);
}

/** The addresses that a range of the cluster may have which is not known; undefined when it is none of the cluster's. */
export function placeOf(token: PeerToken, made: Pick<MadeGroup, 'addresses' | 'model'>): PeerSet | undefined {
  const { vpc, container, master, dns } = made.addresses;
  const reach = [vpc, master, container, dns].find(({ peers }) => peers.tokens.includes(token));
  if (reach === undefined) return undefined;
  const { within = ALL_V4 } = reach;
  const around = within.tokens.flatMap((outer) => (outer === token ? [] : (placeOf(outer, made) ?? [])));
  const place = unionOfPeers([intersectPeers(within, ALL_V4), ...around]);
  // CCE keeps container and VPC ranges apart, but in Turbo.
  return reach === container && made.model !== 'eni' ? subtractPeers(place, vpc.peers) : place;
}
