import { rowTraffic } from '../cluster/default-rules.js';
import type { GroupView } from '../cluster/group-view.js';
import type { World } from '../cluster/world.js';
import { type DefaultRulePriority, isLetByOne, letThrough, mayLetThrough } from '../effective/effective.js';
import type { EffectiveRule } from '../effective/group-rules.js';
import { INTERNET_V6, NOT_INTERNET_V4, SENSITIVE_PORTS } from '../model/exposure.js';
import { tableOf } from '../model/model.js';
import type { NetworkModel, PortRange, Requirement, Role } from '../model/requirement.js';
import { addressesIn, type EtherType } from '../net/address.js';
import { type Bounds, NOTHING } from '../net/bounds.js';
import {
  ALL_V4,
  arePeersApart,
  type PeerSet,
  subtractPeers,
  unionOfPeers,
  unionPeers,
  v4Peers,
  v6Peers,
} from '../net/peers.js';
import {
  allTraffic,
  EMPTY,
  isEmpty,
  isSubset,
  intersect,
  mapPeers,
  type Region,
  region,
  restrict,
  subtract,
} from '../net/region.js';
import type { RuleSide } from '../plan/rule.js';
import { memo, memoOfObject } from '../collections.js';
import type { Configuration } from '../config/configuration.js';
import type { Belief } from '../cluster/belief/belief.js';
import { must } from '../result.js';
import { beliefIn } from './beliefs.js';
import { plainReading } from './reading.js';

/** What is open to the internet. */
export type Opening =
  | { readonly kind: 'all' }
  | { readonly kind: 'tcp' }
  | { readonly kind: 'port'; readonly ports: PortRange; readonly service: string }
  /** The port would give a sensitive value away. */
  | { readonly kind: 'sensitive' };

/** What can be open to the internet of one family of addresses. */
export interface OpenTraffic {
  readonly opening: Opening;
  readonly family: EtherType;
  /** Over one peer that stands for the internet: only protocols and ports matter. */
  readonly region: Region;
  /** CCE opens it by itself, and the cluster works so: it is told only once it was narrowed. */
  readonly isMeantAtFirst: boolean;
}

/** Families of addresses; what is open to one is not open to the other. */
export const FAMILIES: readonly EtherType[] = ['IPv4', 'IPv6'];

/** Openings are regions over this one peer. */
const DIMS = ALL_V4;
const ALL_OPEN = allTraffic('ingress', DIMS);
const TCP_OPEN = dims({ protocol: 'tcp', ports: 'all' });

function dims(row: Pick<Requirement, 'protocol' | 'ports'>): Region {
  const { protocols, ports } = rowTraffic(row);
  return region('ingress', protocols, ports, DIMS);
}

/** All public addresses of a family. */
export const publicAddresses = memo((family: EtherType): PeerSet =>
  family === 'IPv4'
    ? subtractPeers(ALL_V4, unionOfPeers(NOT_INTERNET_V4.map(addressesIn)))
    : addressesIn(INTERNET_V6),
);

const fromInternet = memo((family: EtherType): Region => allTraffic('ingress', publicAddresses(family)));

/** From one public address of the family: what it does not reach is not open to all. */
const fromOne = memo((family: EtherType): Region => {
  const { v4, v6 } = publicAddresses(family);
  const [some, others] = [v4.slice(0, 1), v6.slice(0, 1)];
  const first = unionPeers(
    v4Peers(some.map(({ lo }) => ({ lo, hi: lo }))),
    v6Peers(others.map(({ lo }) => ({ lo, hi: lo }))),
  );
  return allTraffic('ingress', first);
});

/** Protocols and ports that all public addresses of the family can reach, over one peer. Each list is weighed once. */
export function openTo(
  rules: readonly EffectiveRule[],
  family: EtherType,
  { configuration }: Pick<World, 'configuration'>,
): Bounds {
  return openedBy(configuration)(rules)(family);
}

const openedBy = memoOfObject(({ defaultRulePriority }: Configuration) =>
  memoOfObject((rules: readonly EffectiveRule[]) =>
    memo((family: EtherType) => weighedFor(family, rules, defaultRulePriority)),
  ),
);

function weighedFor(
  family: EtherType,
  rules: readonly EffectiveRule[],
  defaultPriority: DefaultRulePriority,
): Bounds {
  // Most groups have no rule for IPv6.
  if (!rules.some(({ sides }) => sides.some((side) => mayBeFor(side, family)))) return NOTHING;
  const reading = plainReading(family);
  if (isLetByOne(rules, fromInternet(family), reading)) return { surely: ALL_OPEN, possibly: ALL_OPEN };
  const { possibly: reached } = letThrough(rules, fromOne(family), reading, defaultPriority);
  if (isEmpty(reached)) return NOTHING;
  const need = mapPeers(reached, () => publicAddresses(family));
  const bounds = letThrough(rules, need, reading, defaultPriority);
  const all = mapPeers(reached, () => DIMS);
  const open = (through: Region): Region =>
    subtract(
      all,
      mapPeers(subtract(need, through), () => DIMS),
    );
  return { surely: open(bounds.surely), possibly: open(bounds.possibly) };
}

function mayBeOfInternet(side: RuleSide, family: EtherType): boolean {
  const { peer } = side;
  if (!mayBeFor(side, family) || side.direction === 'egress' || peer.kind === 'group') return false;
  if (peer.kind !== 'range' || peer.range.kind === 'unknown') return true;
  return !arePeersApart(peer.range.peers, publicAddresses(family));
}

function mayBeFor({ family }: RuleSide, asked: EtherType): boolean {
  return family === asked || family === 'unknown';
}

/** Whether more may be open after than before: a rule comes, or a deny goes, that has to do with public addresses. */
export function mayOpenMore(
  before: readonly EffectiveRule[],
  after: readonly EffectiveRule[],
  family: EtherType,
): boolean {
  const [had, has] = [new Set(before), new Set(after)];
  const isPublic = ({ sides }: EffectiveRule): boolean =>
    sides.every((side) => mayBeOfInternet(side, family));
  return (
    after.some((rule) => !had.has(rule) && isPublic(rule)) ||
    before.some((rule) => rule.sides[0].action !== 'allow' && !has.has(rule) && isPublic(rule))
  );
}

/** Whose ports they are. */
interface Owner {
  readonly role: Role;
  readonly model: NetworkModel;
}

/** What of it is named, the widest alone: not what the table of the role opens to all for good. */
export function openingsIn(open: Region, family: EtherType, owner: Owner): readonly OpenTraffic[] {
  const base = { family, isMeantAtFirst: false };
  if (isSubset(ALL_OPEN, open)) return [{ ...base, opening: { kind: 'all' }, region: ALL_OPEN }];
  if (isSubset(TCP_OPEN, open)) return [{ ...base, opening: { kind: 'tcp' }, region: TCP_OPEN }];
  const rows = (tableOf(owner.role, owner.model)?.rows ?? []).filter(
    ({ direction, peer }) => direction === 'ingress' && peer === 'any',
  );
  if (isEmpty(open)) return [];
  return SENSITIVE_PORTS.flatMap(({ ports, service, role, isMeantAtFirst }) => {
    const traffic = dims({ protocol: 'tcp', ports });
    if ((role ?? owner.role) !== owner.role || !isSubset(traffic, open)) return [];
    const isMeant = rows.some((row) => row.suggestion !== 'recommended' && isSubset(traffic, dims(row)));
    if (isMeant) return [];
    return [
      {
        family,
        isMeantAtFirst: isMeantAtFirst === true,
        opening: { kind: 'port', ports, service },
        region: traffic,
      },
    ];
  });
}

/** Whether a rule has a part in the opening. */
export function opens(side: RuleSide, traffic: OpenTraffic): boolean {
  return !isEmpty(openedPart(side, traffic));
}

function openedPart(side: RuleSide, { region: open, family }: OpenTraffic): Region {
  if (!mayBeFor(side, family) || side.direction === 'egress') return EMPTY;
  // Most rules are for other ports.
  const { traffic } = side;
  if (traffic.isAtMost !== true && isEmpty(restrict(open, 'ingress', traffic, DIMS))) return EMPTY;
  const need = mapPeers(open, () => publicAddresses(family));
  return mayLetThrough(side, need, plainReading(family));
}

/** Whether a rule opens all of it by itself, were it the only one. */
export function opensAll(side: RuleSide, traffic: OpenTraffic): boolean {
  return isSubset(
    mapPeers(traffic.region, () => publicAddresses(traffic.family)),
    openedPart(side, traffic),
  );
}

/** Whether a side that opens it does so by protocol or ports that are sensitive: then it must not be named. */
export function isSecretlyOpen(rules: readonly EffectiveRule[], traffic: OpenTraffic): boolean {
  return rules.some(({ sides }) =>
    sides.some((side) => side.isTrafficSensitive === true && opens(side, traffic)),
  );
}

/** How it is known that it was open and still is, the surest first. */
const OPEN_BY = ['plan', 'seen', 'recorded', 'assumed', 'doubted'] as const;

/** What was open to the internet before the plan, and still is. */
export interface OpenBefore extends Pick<OpenTraffic, 'opening' | 'family'> {
  /** The prior state shows the rules that open it, or it is only believed that what CCE made still stands. */
  readonly belief: (typeof OPEN_BY)[number];
}

/** What of a group was open before and still is. */
export function openBefore(view: GroupView, owner: Owner, world: World): readonly OpenBefore[] {
  const { before, after } = view.rules;
  const unmanaged = before.filter(({ address }) => address === undefined);
  const beliefs = ['plan', ...unmanaged.map((rule) => beliefIn(rule, view))];
  const ways = OPEN_BY.filter((one) => beliefs.includes(one));
  return FAMILIES.flatMap((family) => {
    // Most groups are closed, and then nobody asks how it is known.
    const openBy = memo((belief: OpenBefore['belief']): Region => {
      const known = (rules: readonly EffectiveRule[]): Region =>
        openTo(rulesKnownBy(belief, rules, view), family, world).surely;
      return intersect(known(before), known(after));
    });
    const all = openBy(must(ways.at(-1), 'the plan may show it'));
    return openingsIn(all, family, owner).map((traffic): OpenBefore => {
      const belief = ways.find((one) => isSubset(traffic.region, openBy(one)));
      return {
        opening: isSecretlyOpen(after, traffic) ? { kind: 'sensitive' } : traffic.opening,
        family,
        belief: must(belief, 'it is open by all that may stand'),
      };
    });
  });
}

/** The rules that are known in this way or in a surer one, and every deny; what is doubted as if it stood. */
function rulesKnownBy(
  belief: OpenBefore['belief'],
  rules: readonly EffectiveRule[],
  view: GroupView,
): readonly EffectiveRule[] {
  const known: readonly Belief['kind'][] = OPEN_BY.slice(0, OPEN_BY.indexOf(belief) + 1);
  const counted = rules.flatMap((rule) => {
    if (rule.address !== undefined || rule.sides[0].action !== 'allow') return [rule];
    const own = beliefIn(rule, view);
    if (!known.includes(own)) return [];
    return [own === 'doubted' ? { ...rule, isSure: true } : rule];
  });
  // The list itself, where all of it counts: what is known of lists is kept with them.
  return counted.length === rules.length && counted.every((rule, i) => rule === rules[i]) ? rules : counted;
}
