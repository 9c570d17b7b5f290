import { distinct, memoOfObject } from '../collections.js';
import type { Members, Subject } from '../cluster/subject.js';
import type { World } from '../cluster/world.js';
import type { PeerBounds } from '../effective/effective.js';
import { type EffectiveRule, membership } from '../effective/group-rules.js';
import type { Bounds } from '../net/bounds.js';
import {
  ALL_ADDRESSES,
  NO_PEERS,
  type PeerSet,
  type PeerToken,
  tokenPeers,
  unionOfPeers,
  unionPeers,
} from '../net/peers.js';
import {
  allTraffic,
  boxes,
  EMPTY,
  intersect,
  isEmpty,
  mapPeers,
  type Region,
  subtract,
  union,
  unionOf,
} from '../net/region.js';
import { isSecret, type RuleSide } from '../plan/rule.js';
import { type Cause, causeOf } from './causes.js';
import { groupToken, literally } from './unchanged.js';

/** Packets that a subject lets in after the plan and did not before; those that are not certain are in the second alone. */
export interface NewAccess {
  readonly surely: Region;
  readonly perhaps: Region;
}

/**
 * What comes to be let in by the groups of a subject: what their rules let in after the plan, without what they let in
 * before. A subject that is new is compared with its groups as they were, and with what CCE itself makes for it. A group
 * as the peer is its members: their addresses, where they are known, may have been let in already.
 */
export function accessOpened(subject: Subject, world: World): NewAccess {
  const rules = rulesBefore(subject);
  const [was, is] = [incoming(rules, world), incoming(subject.after.rules, world)];
  const fresh = subtract(is.surely, was.possibly);
  const loosened = intersect(is.possibly, lessDenied(rules, subject, world));
  const open = subtract(union(subtract(is.possibly, was.surely), loosened), fresh);
  if (isEmpty(fresh) && isEmpty(open)) return { surely: EMPTY, perhaps: EMPTY };
  const seen = { was, reachOf: membersSeenBy(subject) };
  // Addresses of a range that was not known may be those that are let in now.
  const hidden = coveredByUnknown(rules, was);
  const certain = byMembers(subtract(fresh, hidden), seen);
  const unsure = byMembers(union(open, intersect(fresh, hidden)), seen);
  return {
    surely: certain.surely,
    perhaps: subtract(unionOf([certain.perhaps, unsure.surely, unsure.perhaps]), certain.surely),
  };
}

/** What the rules of a subject are compared with. */
export function rulesBefore({ before, after, groups }: Subject): readonly EffectiveRule[] {
  if (before !== undefined) return before.rules;
  const made = after.rules.filter(({ address }) => address === undefined);
  return [...groups.flatMap((view) => view.rules.before), ...made];
}

function incoming(rules: readonly EffectiveRule[], world: World): Bounds {
  const { surely, possibly } = literally(rules, world);
  const into = allTraffic('ingress', unionOfPeers(boxes(possibly).map(({ peers }) => peers)));
  return { surely: intersect(surely, into), possibly: intersect(possibly, into) };
}

/**
 * What denies took before and take no longer, as far as names do not show it: a deny by addresses takes from groups, and
 * one by a group takes addresses.
 */
function lessDenied(rules: readonly EffectiveRule[], subject: Subject, world: World): Region {
  const isDeny = ({ sides }: EffectiveRule): boolean => sides.some(({ action }) => action === 'deny');
  const before = rules.filter(isDeny);
  if (before.length === 0) return EMPTY;
  const tokens = groupsNamedIn([...rules, ...subject.after.rules]);
  const takenBy = (denies: readonly EffectiveRule[]): Region =>
    unionOf(
      denies.map((deny) => {
        const isByAddresses = deny.sides.every(({ peer }) => peer.kind === 'range' || peer.kind === 'any');
        const from = isByAddresses ? tokens : unionPeers(ALL_ADDRESSES, tokens);
        return mapPeers(asAllow(deny, world), () => from);
      }),
    );
  return subtract(takenBy(before), takenBy(subject.after.rules.filter(isDeny)));
}

function asAllow(rule: EffectiveRule, world: World): Region {
  const [first, ...others] = rule.sides;
  const allow = (side: RuleSide): RuleSide => ({ ...side, action: 'allow' });
  return incoming([{ ...rule, sides: [allow(first), ...others.map(allow)] }], world).possibly;
}

function groupsNamedIn(rules: readonly EffectiveRule[]): PeerSet {
  const groups = rules.flatMap(({ sides }) =>
    sides.flatMap(({ peer }) =>
      peer.kind === 'group' && peer.group.kind === 'group' ? [groupToken(peer.group.key)] : [],
    ),
  );
  return tokenPeers(...distinct(groups));
}

/** All addresses, for the traffic that ranges without a value let in before. */
function coveredByUnknown(rules: readonly EffectiveRule[], { possibly }: Bounds): Region {
  const tokens = rules.flatMap(({ sides }) =>
    sides.flatMap(({ peer }) =>
      peer.kind === 'range' && peer.range.kind === 'unknown' ? [peer.range.token] : [],
    ),
  );
  if (tokens.length === 0) return EMPTY;
  const open = intersect(possibly, allTraffic('ingress', tokenPeers(...distinct(tokens))));
  return mapPeers(open, () => ALL_ADDRESSES);
}

interface Seen {
  readonly was: Bounds;
  readonly reachOf: (token: PeerToken) => PeerBounds;
}

/** Members of the cluster's own groups have addresses that are known; of all others nothing is. */
function membersSeenBy({ after }: Subject): Seen['reachOf'] {
  const known = membersByToken(after.members);
  return (token) => known.get(token) ?? { surely: NO_PEERS, possibly: ALL_ADDRESSES };
}

/** Once for all subjects of a cluster, which have the same members. */
const membersByToken = memoOfObject(
  (members: Members) => new Map([...members].map(([key, reach]) => [groupToken(key), reach])),
);

/** The region with groups and unknown ranges looked at by their addresses: what of them surely is new, and what may be. */
function byMembers(part: Region, { was, reachOf }: Seen): NewAccess {
  const tokens = distinct(boxes(part).flatMap(({ peers }) => peers.tokens));
  const addresses = intersect(part, allTraffic('ingress', ALL_ADDRESSES));
  const named = tokens.map((token): NewAccess => {
    const own = intersect(part, allTraffic('ingress', tokenPeers(token)));
    const { surely, possibly } = reachOf(token);
    const by = (peers: PeerSet): Region => mapPeers(own, () => peers);
    const itself = (region: Region): Region => mapPeers(region, () => tokenPeers(token));
    const perhaps = itself(subtract(by(possibly), was.surely));
    const certain =
      surely === NO_PEERS
        ? subtract(own, itself(intersect(by(possibly), was.possibly)))
        : itself(subtract(by(surely), was.possibly));
    return { surely: certain, perhaps: subtract(perhaps, certain) };
  });
  return {
    surely: unionOf([addresses, ...named.map((one) => one.surely)]),
    perhaps: unionOf(named.map((one) => one.perhaps)),
  };
}

/** The changes of rules that let these packets in: allows that come or widen, denies that go or narrow. */
export function lettingIn({ groups }: Subject, region: Region, world: World): readonly Cause[] {
  const traffic = mapPeers(region, () => ALL_ADDRESSES);
  const meets = (side: RuleSide | undefined, action: RuleSide['action'], key: string): boolean => {
    if (side?.action !== action || membership(side, key) === 'no') return false;
    const rule = { sides: [side] as const, group: key, isSure: true, address: undefined, stands: false };
    const own = asAllow(rule, world);
    return !isEmpty(
      action === 'allow'
        ? intersect(own, region)
        : intersect(
            mapPeers(own, () => ALL_ADDRESSES),
            traffic,
          ),
    );
  };
  return groups.flatMap(({ key }) =>
    world
      .rulesOf(key)
      .filter(({ before, after }) => meets(after, 'allow', key) || meets(before, 'deny', key))
      .flatMap((rule) => causeOf(rule) ?? []),
  );
}

/** Sides with a secret that have to do with traffic of the region, whoever sends it. */
export function secretSides(
  rules: readonly EffectiveRule[],
  region: Region,
  world: World,
): readonly RuleSide[] {
  const traffic = mapPeers(region, () => ALL_ADDRESSES);
  return rules
    .filter(({ sides }) => sides.some(isSecret))
    .filter(
      (rule) =>
        !isEmpty(
          intersect(
            mapPeers(asAllow(rule, world), () => ALL_ADDRESSES),
            traffic,
          ),
        ),
    )
    .flatMap(({ sides }) => sides.filter(isSecret));
}
