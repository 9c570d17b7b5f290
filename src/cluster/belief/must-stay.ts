import { egressMinima } from '../../model/model.js';
import type { Requirement } from '../../model/requirement.js';
import { isSamePeer } from '../../effective/rule-identity.js';
import {
  ALL_V4,
  hasNoPeers,
  intersectPeers,
  NO_PEERS,
  type PeerSet,
  type PeerToken,
  unionOfPeers,
  withoutTokens,
} from '../../net/peers.js';
import { isSubset, type Region, region, restrict, unionOf } from '../../net/region.js';
import type { Peer, RuleSide } from '../../plan/rule.js';
import { heldBy } from '../addresses.js';
import { agree } from '../default-rules.js';
import { askFloor, askRow, type Question } from '../question.js';
import { type MadeGroup, namedPeers, placeOf, type StandingDefault } from './made-group.js';

/**
 * Whether these rules alone let through what must stay of a default rule's row: the rule itself; the floor of the row;
 * Table 8 for what nodes send; and of SSH nothing (design, section 2a).
 */
export function letsStay(
  { requirement: row, before }: StandingDefault,
  sides: readonly RuleSide[],
  made: MadeGroup,
): boolean {
  const { addresses } = made;
  switch (row.floor?.kind) {
    case 'none':
      return sides.length > 0;
    case 'ranges': {
      // CCE makes its rule for the usual ports, whatever the cluster sets.
      const usual = { addresses: { ...addresses, nodePorts: undefined } };
      return isThrough(askFloor(row, row.floor.keep, usual), sides, made);
    }
    case 'table': {
      const nodes = { ...made, addresses: made.addressesOfNodes(), groups: [made.key] };
      return minima(made).every((minimum) => isThrough(askRow(minimum, made, nodes), sides, made));
    }
    case undefined:
      return isThrough(needOfRule(row.direction, before, made), sides, made);
  }
}

function minima({ model, addresses }: MadeGroup): readonly Requirement[] {
  return egressMinima(model).filter(
    ({ notOnPageOf }) => notOnPageOf === undefined || notOnPageOf !== addresses.ownPage,
  );
}

/** A need; a rule for the peer that it names stands for the whole of it. */
interface Need extends Pick<Question, 'direction' | 'traffic' | 'need' | 'groups'> {
  readonly named?: Peer;
}

/** The rule itself, with the addresses that a range is known to have which is not known. */
function needOfRule(
  direction: Need['direction'],
  { traffic, peer }: RuleSide,
  { addresses: { vpc, container, master } }: MadeGroup,
): Need {
  const named = namedPeers(peer);
  const reaches = [vpc, container, master].filter(({ peers }) =>
    named.tokens.some((token) => peers.tokens.includes(token)),
  );
  const need = peer.kind === 'range' ? unionOfPeers([named, ...reaches.map(heldBy)]) : ALL_V4;
  return { direction, traffic, need, groups: [], named: peer };
}

function isThrough(need: Need, sides: readonly RuleSide[], made: MadeGroup): boolean {
  const through = (packets: Region, peersOf: (peer: Peer) => PeerSet): boolean =>
    isSubset(
      packets,
      unionOf(
        sides
          .filter(({ traffic }) => traffic.isAtMost !== true)
          .map(({ traffic, peer }) => restrict(packets, need.direction, traffic, peersOf(peer))),
      ),
    );
  const standsFor = (peer: Peer): boolean => standsForWhole(peer, need, made);
  const { protocols, ports } = need.traffic;
  const packets = (peers: PeerSet): Region => region(need.direction, protocols, ports, peers);
  const known = packets(withoutTokens(need.need));
  const anywhere = packets(ALL_V4);
  return (
    through(known, (peer) => (standsFor(peer) ? ALL_V4 : namedPeers(peer))) &&
    need.need.tokens.every((token) =>
      through(anywhere, (peer) => (standsFor(peer) || mayReach(peer, token, made) ? ALL_V4 : NO_PEERS)),
    )
  );
}

function standsForWhole(peer: Peer, { groups, named }: Need, { agreement }: MadeGroup): boolean {
  const key = peer.kind === 'group' && peer.group.kind === 'group' ? peer.group.key : undefined;
  if (peer.kind === 'any' || (key !== undefined && groups.includes(key))) return true;
  return named !== undefined && (isSamePeer(peer, named) || agree(peer, named, agreement));
}

/** A range that is not known is taken to be let through where some address is that it may have. */
function mayReach(peer: Peer, token: PeerToken, made: MadeGroup): boolean {
  if (peer.kind !== 'range') return false;
  if (peer.range.kind === 'unknown') return peer.range.token === token;
  return !hasNoPeers(intersectPeers(peer.range.peers, placeOf(token, made) ?? ALL_V4));
}
