import { memoOfObject } from '../collections.js';
import { isSamePeer, isSameTraffic } from '../effective/rule-identity.js';
import { isGroupPeer, type Requirement, roleOfPeer } from '../model/requirement.js';
import type { EtherType } from '../net/address.js';
import { sameSets, single } from '../net/interval.js';
import { hasAllV4, type PeerSet, type PeerToken } from '../net/peers.js';
import { PROTOCOL_NUMBERS } from '../net/protocol.js';
import { ALL_PORTS, ALL_PROTOCOLS, type Direction } from '../net/region.js';
import type { SecurityGroup } from '../plan/plan.js';
import {
  ALL_TRAFFIC,
  type GroupKey,
  isAccepted,
  type Peer,
  type RuleSide,
  type Traffic,
} from '../plan/rule.js';
import type { Addresses, Reach } from './addresses.js';
import { reachesOf } from './reaches.js';

/** A rule that nobody lists and that is there all the same: CCE's own, or those of a new group. */
export interface DefaultRule {
  /** The row it comes from; undefined for the rules of a new group. */
  readonly requirement: Requirement | undefined;
  readonly before: RuleSide | undefined;
  readonly after: RuleSide | undefined;
  /** Other peers with which a managed rule is this one just as well. */
  readonly alternatives: readonly Peer[];
}

/** A default rule that CCE makes for a row. */
export interface RowRule extends DefaultRule {
  readonly requirement: Requirement;
}

/** Keys of a cluster's groups, by which rows name them. */
export interface GroupKeys {
  readonly node: GroupKey | undefined;
  readonly control: GroupKey | undefined;
  readonly eni: GroupKey | undefined;
}

/** The traffic of a row. */
export function rowTraffic({ protocol, ports }: Pick<Requirement, 'protocol' | 'ports'>): Traffic {
  return {
    protocols: [protocol === 'all' ? ALL_PROTOCOLS : single(PROTOCOL_NUMBERS[protocol])],
    ports: ports === 'all' ? ALL_PORTS : [{ lo: ports.from, hi: ports.to }],
  };
}

interface Row {
  readonly row: Requirement;
  readonly group: GroupKey;
  readonly keys: GroupKeys;
}

/**
 * The rules by which CCE makes a row's group: one for each CIDR of the row's peer.
 * `before` and `after` are the addresses for which CCE has made them; undefined when the group is not there.
 */
export function defaultRulesOfRow(
  { row, group, keys }: Row,
  before: Addresses | undefined,
  after: Addresses | undefined,
): readonly RowRule[] {
  const old = before === undefined ? [] : peersOfRow(row, keys, before);
  const next = after === before ? old : after === undefined ? [] : peersOfRow(row, keys, after);
  const isIn = (list: readonly Peer[], peer: Peer): boolean => list.some((other) => isSamePeer(peer, other));
  const areSame = next === old;
  const fresh = areSame ? [] : next.filter((peer) => !isIn(old, peer));
  const side = (peer: Peer): RuleSide => sideOfRow(row, group, peer);
  const alternatives = row.peer === 'master-node-cidr' ? mastersByAnotherName(keys, before ?? after) : [];
  const rule = (own: RuleSide | undefined, other: RuleSide | undefined): RowRule => ({
    requirement: row,
    before: own,
    after: other,
    alternatives,
  });
  // CCE follows a CIDR that changes: what the old one and the new one have in common stands all the time.
  const following = old.map((peer) => {
    const own = side(peer);
    if (areSame || isIn(next, peer)) return rule(own, own);
    const follower = fresh.shift();
    return rule(own, follower === undefined ? undefined : side(follower));
  });
  return [...following, ...fresh.map((peer) => rule(undefined, side(peer)))];
}

/** The rule of a row for one peer, as the v2 API makes it. */
export function sideOfRow(row: Requirement, group: GroupKey, peer: Peer): RuleSide {
  return {
    group: { kind: 'group', key: group },
    direction: row.direction,
    family: 'IPv4',
    traffic: trafficOfRow(row),
    peer,
    action: 'allow',
    priority: UNDOCUMENTED,
    problems: [],
  };
}

/** The same, once for each row of the tables. */
export const trafficOfRow = memoOfObject((row: Requirement) => rowTraffic(row));

const UNDOCUMENTED = { kind: 'undocumented' } as const;

function peersOfRow(row: Pick<Requirement, 'peer'>, keys: GroupKeys, addresses: Addresses): readonly Peer[] {
  if (row.peer === 'any') return [{ kind: 'any' }];
  if (isGroupPeer(row.peer)) return groupPeers(keys[roleOfPeer(row.peer)]);
  return reachesOf(row.peer, addresses).flatMap(rangePeers);
}

/** The ranges as peers of rules, in their order. */
export const rangePeers = memoOfObject(({ ranges, isSensitive }: Reach): readonly Peer[] =>
  ranges.map((peers) => {
    const [token] = peers.tokens;
    return {
      kind: 'range',
      range:
        token === undefined
          ? { kind: 'known', peers, isSensitive }
          : { kind: 'unknown', token, why: `${token} is not known` },
    };
  }),
);

function groupPeers(key: GroupKey | undefined): readonly Peer[] {
  return key === undefined ? [] : [{ kind: 'group', group: { kind: 'group', key }, isSensitive: false }];
}

function mastersByAnotherName(keys: GroupKeys, addresses: Addresses | undefined): readonly Peer[] {
  if (addresses === undefined) return [];
  const subnet = addresses.subnet === undefined ? [] : rangePeers(addresses.subnet);
  return [...rangePeers(addresses.vpc), ...subnet, ...groupPeers(keys.control)];
}

/**
 * The rules of a new group of the user's own: all egress, both families (v2); with v3 also all ingress from the
 * group itself. None when `delete_default_rules` removed them. (Source: otc.md 2.1.)
 */
export function defaultRulesOfGroup(group: SecurityGroup): readonly DefaultRule[] {
  if (!group.hasDefaultRules) return [];
  const rule = (direction: Direction, family: EtherType, peer: Peer): DefaultRule => {
    const side: RuleSide = {
      group: { kind: 'group', key: group.key },
      direction,
      family,
      traffic: ALL_TRAFFIC,
      peer,
      action: 'allow',
      priority: group.api === 'v3' ? { kind: 'known', value: 100 } : UNDOCUMENTED,
      problems: [],
    };
    return {
      requirement: undefined,
      before: group.existsBefore ? side : undefined,
      after: group.existsAfter ? side : undefined,
      alternatives: [],
    };
  };
  const families: readonly EtherType[] = ['IPv4', 'IPv6'];
  const self = group.api === 'v3' ? groupPeers(group.key) : [];
  return [
    ...families.map((family) => rule('egress', family, { kind: 'any' })),
    ...families.flatMap((family) => self.map((peer) => rule('ingress', family, peer))),
  ];
}

/** Which default peers a rule may mean without naming them, because the plan does not know the default's own. */
export interface Agreement {
  /** Whether a group id is none that the plan can place. */
  readonly isUnplaced: (key: GroupKey) => boolean;
  /** Whether the key only stands for a group whose id the plan does not show. */
  readonly isIdUnknown: (key: GroupKey) => boolean;
  /** Whether the range that is not known may have this CIDR. */
  readonly mayHave: (token: PeerToken, cidr: PeerSet) => boolean;
}

/** Whether a managed rule is this default rule: direction, protocol, ports and peer agree (design, section 2.4). */
export function isDefaultRule(side: RuleSide, rule: DefaultRule, agreement: Agreement): boolean {
  const own = rule.before;
  if (own === undefined || !isAccepted(side) || side.action !== 'allow') return false;
  if (side.direction !== own.direction || side.family !== own.family) return false;
  if (!isSameTraffic(side.traffic, own.traffic)) return false;
  const isPeer = (peer: Peer): boolean => agree(side.peer, peer, agreement);
  return isPeer(own.peer) || rule.alternatives.some(isPeer);
}

/** Whether it is, as far as the rule tells its ports or ICMP types. */
export function mayBeDefaultRule(side: RuleSide, rule: DefaultRule, agreement: Agreement): boolean {
  const { traffic } = side;
  const own = rule.before?.traffic;
  if (traffic.isAtMost !== true || own === undefined) return isDefaultRule(side, rule, agreement);
  const isOfThese = sameSets(traffic.protocols, own.protocols);
  return isOfThese && isDefaultRule({ ...side, traffic: own }, rule, agreement);
}

/** Whether a rule with this peer may be the default rule that has the other. */
export function agree(peer: Peer, own: Peer, agreement: Agreement): boolean {
  return isSamePeer(peer, own) || mayMean(peer, own, agreement);
}

/** Whether it may be though the peers are not the same, because the plan does not know the default's own. */
export function mayMean(peer: Peer, own: Peer, agreement: Agreement): boolean {
  if (own.kind === 'range' && own.range.kind === 'unknown') {
    const cidr = knownCidr(peer);
    return cidr !== undefined && agreement.mayHave(own.range.token, cidr);
  }
  if (own.kind !== 'group' || peer.kind !== 'group') return false;
  const [a, b] = [own.group, peer.group];
  return (
    a.kind === 'group' && b.kind === 'group' && agreement.isIdUnknown(a.key) && agreement.isUnplaced(b.key)
  );
}

/** The addresses of a peer, if they are known and not everything. */
export function knownCidr(peer: Peer): PeerSet | undefined {
  if (peer.kind !== 'range' || peer.range.kind !== 'known') return undefined;
  const { peers } = peer.range;
  return hasAllV4(peers) || peers.v4.length === 0 ? undefined : peers;
}
