import { type EffectiveRule, membership } from '../effective/group-rules.js';
import { keptOf, memoOfObject } from '../collections.js';
import type { Configuration } from '../config/configuration.js';
import { isLetByOne, letThrough, type PeerReading } from '../effective/effective.js';
import { anyAddress, type EtherType } from '../net/address.js';
import { type Bounds, unionOfBounds } from '../net/bounds.js';
import { type PeerSet, type PeerToken, tokenPeers, unionPeers } from '../net/peers.js';
import {
  allTraffic,
  type Direction,
  intersect,
  isEmpty,
  isSame,
  isSubset,
  type Region,
  subtract,
  union,
  unionOf,
} from '../net/region.js';
import type { GroupKey, Peer, Rule } from '../plan/rule.js';
import type { BelievedRule } from '../cluster/belief/belief.js';
import type { GroupView } from '../cluster/group-view.js';
import type { Subjects } from '../cluster/subject.js';
import type { World } from '../cluster/world.js';
import { FAMILIES } from './openings.js';

/** Default rules without which the groups would not let the same through; none: it is a fact. */
export interface Unchanged {
  readonly restsOn: readonly BelievedRule[];
}

/**
 * Says that every group that these rules belong to lets the same through after as before: count made for_each,
 * rules split, merged, or moved into a module; undefined when one does not. Peers are compared as written: a group is
 * itself, not its members.
 */
export function unchangedBy({ viewOf, world }: Subjects, rules: readonly Rule[]): Unchanged | undefined {
  const sides = rules.flatMap(({ before, after }) => [before, after].filter((side) => side !== undefined));
  // A rule whose group is not known may have moved.
  if (sides.some((side) => membership(side, '') !== 'no')) return undefined;
  // A deny by addresses also takes from groups, whose members have addresses: names alone do not show it.
  if (sides.some(({ action }) => action !== 'allow')) return undefined;
  const keys = new Set(sides.flatMap(({ group }) => (group.kind === 'group' ? [group.key] : [])));
  const isSameIn = (key: GroupKey): boolean => {
    const view = viewOf(key);
    if (areMovesIdle(view, world)) return true;
    const { old, next } = literalSides(view, () => true, world);
    return isSame(old.surely, next.surely) && isSame(old.possibly, next.possibly);
  };
  if (![...keys].every(isSameIn)) return undefined;
  return { restsOn: [...keys].flatMap((key) => decisive(viewOf(key), world)) };
}

/** So many rules are held against all others one by one. */
const FEW_MOVED = 16;

/**
 * Whether each rule that comes or goes is only for packets that one rule on the other side lets through as well, as beside
 * a rule for everybody: then the group lets the same through, and not all of it has to be worked out.
 */
function areMovesIdle(view: GroupView, world: World): boolean {
  const { before } = view.rules;
  const made = acceptedAfter(view, world);
  const areLet = (rules: readonly EffectiveRule[], by: readonly EffectiveRule[]): boolean => {
    const there = new Set(by);
    const moved = rules.filter((rule) => !there.has(rule));
    return (
      moved.length <= FEW_MOVED &&
      moved.every((rule) => {
        const [{ family }] = rule.sides;
        if (family === 'unknown') return false;
        return isLetByOne(by, weighedLiterally([rule], world.configuration).possibly, literal(family));
      })
    );
  };
  return areLet(before, made) && areLet(made, before);
}

/** What the group lets through on both sides, by the rules that count. */
function literalSides(
  view: GroupView,
  counts: (rule: EffectiveRule) => boolean,
  world: World,
): Record<'old' | 'next', Bounds> {
  return {
    old: literally(keptOf(view.rules.before, counts), world),
    next: literally(keptOf(acceptedAfter(view, world), counts), world),
  };
}

/** What is refused at its new address is not there before the next apply. */
function acceptedAfter({ rules: { after } }: GroupView, { renamed }: World): readonly EffectiveRule[] {
  return keptOf(after, ({ address }) => address === undefined || !renamed.has(address));
}

/** The default rules that nobody manages or has seen, and that let through what would change without them. */
function decisive(view: GroupView, world: World): readonly BelievedRule[] {
  const open = view.defaults.filter(({ belief }) => belief.kind === 'assumed' || belief.kind === 'doubted');
  if (open.length === 0) return [];
  const believed = new Set(open.flatMap(({ before, after }) => [before, after]));
  const isKnown = ({ sides: [side] }: EffectiveRule): boolean => !believed.has(side);
  const { old, next } = literalSides(view, isKnown, world);
  const moved = union(subtract(old.surely, next.surely), subtract(next.surely, old.surely));
  if (isEmpty(moved)) return [];
  const parts = open.flatMap((rule) => {
    const { after } = rule;
    if (after === undefined) return [];
    const alone = {
      sides: [after] as const,
      group: view.key,
      isSure: true,
      address: undefined,
      stands: true,
    };
    const part = intersect(moved, literally([alone], world).surely);
    return isEmpty(part) ? [] : [{ rule, part }];
  });
  return withoutSpare(parts, moved).map(({ rule }) => rule);
}

interface DecisivePart {
  readonly rule: BelievedRule;
  readonly part: Region;
}

/** As few of them as let all of it through: what one rule alone lets through rests on no other. */
function withoutSpare(parts: readonly DecisivePart[], moved: Region): readonly DecisivePart[] {
  const whole = parts.find(({ part }) => isSubset(moved, part));
  if (whole !== undefined) return [whole];
  return parts.reduce((kept, one) => {
    const others = kept.filter((other) => other !== one);
    return isSubset(moved, unionOf(others.map(({ part }) => part))) ? others : kept;
  }, parts);
}

/** What the rules let through, groups and unknown ranges taken as names. Each list is weighed once. */
export function literally(rules: readonly EffectiveRule[], { configuration }: World): Bounds {
  return literalBounds(configuration)(rules);
}

const literalBounds = memoOfObject((configuration: Configuration) =>
  memoOfObject((rules: readonly EffectiveRule[]) => weighedLiterally(rules, configuration)),
);

function weighedLiterally(rules: readonly EffectiveRule[], { defaultRulePriority }: Configuration): Bounds {
  const tokens = rules.flatMap(({ sides }) => sides.map(({ peer }) => tokenOf(peer)));
  const named = tokenPeers(...tokens.filter((token) => token !== undefined));
  // Each by itself: a rule for all of it, as most groups have one for what they send, says it for the others.
  const parts = FAMILIES.flatMap((family) => {
    const everyone = unionPeers(anyAddress(family), named);
    return DIRECTIONS.map((direction) =>
      letThrough(rules, allTraffic(direction, everyone), literal(family), defaultRulePriority),
    );
  });
  return unionOfBounds(parts);
}

const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];

function tokenOf(peer: Peer): string | undefined {
  if (peer.kind === 'any') return undefined;
  if (peer.kind === 'range') return peer.range.kind === 'unknown' ? peer.range.token : undefined;
  if (peer.kind === 'one-of') return JSON.stringify(peer.peers.map((one) => tokenOf(one) ?? one));
  return peer.group.kind === 'group' ? groupToken(peer.group.key) : 'unknown group';
}

/** The name by which a literal reading knows a group. */
export function groupToken(key: GroupKey): PeerToken {
  return `group ${key}`;
}

function literal(family: EtherType): PeerReading {
  const all = anyAddress(family);
  const read = (peer: Peer): { surely: PeerSet; possibly: PeerSet } => {
    const token = tokenOf(peer);
    const named = peer.kind === 'range' && peer.range.kind === 'known' ? peer.range.peers : all;
    const peers = token === undefined ? named : tokenPeers(token);
    return { surely: peers, possibly: peers };
  };
  return { family, allow: read, deny: read, memberOf: () => undefined };
}
