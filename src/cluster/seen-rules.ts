import { groupBy, memo, onlyOne } from '../collections.js';
import { identityHint, isUnknownPeer, mayBeSame } from '../effective/rule-identity.js';
import type { SeenGroup, SeenRule } from '../facts/facts.js';
import type { GroupRule } from '../effective/group-rules.js';
import type { GroupKey, Peer, Priority, Rule, RuleSide } from '../plan/rule.js';
import type { BelievedRule } from './belief/belief.js';
import { type Agreement, type DefaultRule, isDefaultRule } from './default-rules.js';

/** What facts show of a group beside the rules of plans. */
export interface Unmanaged {
  /** The ISO instant at which somebody looked, if it is known. */
  readonly since: string | undefined;
  /** Rules that no plan and no state holds. */
  readonly rules: readonly SeenRule[];
  /** What rules of this group have that the v2 API or CCE made, as far as facts show it. */
  readonly priority: Priority;
}

/** Rules of plans as the cloud shows them, in their order, and what is there beside them. */
export interface AgainstSeen {
  readonly rules: readonly Rule[];
  readonly unmanaged: ReadonlyMap<GroupKey, Unmanaged>;
  /** Of these, rules that the prior state has and the cloud has not, or has as another. */
  readonly drifted: ReadonlySet<Rule>;
}

/**
 * Holds rules against what facts show of their groups. What was there before is what the cloud has, by the rule's id. A
 * rule that the cloud has not has drifted away, whatever the prior state says (design, section 5a).
 */
export function againstSeen(rules: readonly Rule[], seen: ReadonlyMap<GroupKey, SeenGroup>): AgainstSeen {
  if (seen.size === 0) return { rules, unmanaged: new Map(), drifted: new Set() };
  const find = seenFinder(seen);
  const held = rules.map((rule) => ({ rule, match: heldAgainst(rule, seen, find) }));
  const matches = held.flatMap(({ match }) => match ?? []);
  const taken = new Set(matches.flatMap((match) => match.seen ?? []));
  const byGroup = groupBy(matches, ({ key }) => key);
  const unmanaged = new Map(
    [...seen].map(([key, { since, rules: all }]): [GroupKey, Unmanaged] => {
      const others = all.filter((rule) => !taken.has(rule));
      return [key, { since, rules: others, priority: priorityIn(others, byGroup.get(key) ?? []) }];
    }),
  );
  const applied = held.map(({ rule, match }) => ({
    rule: withPriority(match === undefined ? rule : asSeen(match), unmanaged),
    isDrift: match !== undefined && !isAsRecorded(match),
  }));
  return {
    rules: applied.map(({ rule }) => rule),
    unmanaged,
    drifted: new Set(applied.flatMap(({ rule, isDrift }) => (isDrift ? [rule] : []))),
  };
}

/** A rule that stood before in a group that facts show, and what they show of it. */
interface Match {
  readonly rule: Rule;
  readonly before: RuleSide;
  readonly key: GroupKey;
  readonly seen: SeenRule | undefined;
}

type Find = (key: GroupKey, id: string | undefined, side: RuleSide) => SeenRule | undefined;

/** Finds a rule of a group by its id; by what it says where the plan does not show the id. */
function seenFinder(seen: ReadonlyMap<GroupKey, SeenGroup>): Find {
  const rulesOf = (key: GroupKey): readonly SeenRule[] => seen.get(key)?.rules ?? [];
  const byId = memo((key: GroupKey) => new Map(rulesOf(key).map((rule) => [rule.id, rule])));
  const byHint = memo((key: GroupKey) => groupBy(rulesOf(key), ({ side }) => identityHint(side)));
  return (key, id, side) =>
    id === undefined
      ? byHint(key)
          .get(identityHint(side))
          ?.find((rule) => mayBeSame(rule.side, side))
      : byId(key).get(id);
}

function heldAgainst(rule: Rule, seen: ReadonlyMap<GroupKey, SeenGroup>, find: Find): Match | undefined {
  const { before, id } = rule;
  if (before?.group.kind !== 'group' || !seen.has(before.group.key)) return undefined;
  const { key } = before.group;
  return { rule, before, key, seen: find(key, id, before) };
}

/** Whether the cloud has what the prior state says. */
function isAsRecorded({ before, seen }: Match): boolean {
  return seen !== undefined && mayBeSame(seen.side, before);
}

/** The rule as the cloud has it, with the plan's change applied to that. */
function asSeen(match: Match): Rule {
  const { rule, before: recorded, seen } = match;
  const { after, change } = rule;
  const isReplaced = change === 'created-then-destroyed' || change === 'destroyed-then-created';
  if (seen === undefined) {
    const gone = { ...rule, before: undefined, drifted: recorded };
    return isReplaced
      ? { ...gone, change: 'created' }
      : { ...gone, after: undefined, change: 'drifted-away' };
  }
  const before = isAsRecorded(match) ? fuller(recorded, seen.side) : hushed(seen.side, recorded);
  const stays = after !== undefined && !isReplaced && (after === recorded || mayBeSame(after, recorded));
  return { ...rule, before, after: stays ? before : after };
}

/** What the plan shows, with what only the cloud tells. */
function fuller(recorded: RuleSide, { group, priority, traffic, peer }: RuleSide): RuleSide {
  return {
    ...recorded,
    group,
    ...(priority.kind === 'known' && { priority }),
    ...(recorded.traffic.isAtMost === true && { traffic }),
    ...(isUnknownPeer(recorded.peer) && { peer }),
  };
}

/** What the cloud has, as secret as what the plan marks. */
function hushed(side: RuleSide, recorded: RuleSide): RuleSide {
  const { peer } = recorded;
  const isSecret =
    (peer.kind === 'group' && peer.isSensitive) ||
    (peer.kind === 'range' && peer.range.kind === 'known' && peer.range.isSensitive);
  return {
    ...side,
    ...(recorded.isTrafficSensitive === true && { isTrafficSensitive: true }),
    ...(isSecret && { peer: secret(side.peer) }),
  };
}

function secret(peer: Peer): Peer {
  if (peer.kind === 'group') return { ...peer, isSensitive: true };
  if (peer.kind !== 'range' || peer.range.kind !== 'known') return peer;
  return { ...peer, range: { ...peer.range, isSensitive: true } };
}

/** The one priority of rules that the v2 API made; where the plan has none of them, of rules that nobody manages. */
function priorityIn(others: readonly SeenRule[], matches: readonly Match[]): Priority {
  const ofV2 = matches.flatMap(({ rule, seen }) => (rule.api === 'v3' || seen === undefined ? [] : [seen]));
  const told = ofV2.length > 0 ? ofV2 : others.filter(({ side }) => side.action === 'allow');
  const value = onlyOne(
    told.map(({ side: { priority } }) => (priority.kind === 'known' ? priority.value : undefined)),
  );
  return value === undefined ? { kind: 'undocumented' } : { kind: 'known', value };
}

/** The rule with the priority that it will have, where the plan cannot know it. */
function withPriority(rule: Rule, unmanaged: ReadonlyMap<GroupKey, Unmanaged>): Rule {
  const { before, after } = rule;
  const next = after === undefined ? undefined : ranked(after, unmanaged);
  const own = before === undefined ? undefined : ranked(before, unmanaged);
  return next === after && own === before
    ? rule
    : { ...rule, before: own, after: before === after ? own : next };
}

/** The side of a rule with the priority that facts show for such rules of its group. */
export function ranked(side: RuleSide, unmanaged: ReadonlyMap<GroupKey, Unmanaged>): RuleSide {
  if (side.priority.kind !== 'undocumented' || side.group.kind !== 'group') return side;
  const priority = unmanaged.get(side.group.key)?.priority;
  return priority?.kind === 'known' ? { ...side, priority } : side;
}

/** A default rule, likewise. */
export function rankedDefault(rule: DefaultRule, unmanaged: ReadonlyMap<GroupKey, Unmanaged>): DefaultRule {
  const side = (told: RuleSide | undefined): RuleSide | undefined => told && ranked(told, unmanaged);
  const before = side(rule.before);
  const after = rule.after === rule.before ? before : side(rule.after);
  return before === rule.before && after === rule.after ? rule : { ...rule, before, after };
}

/** What stands in a group that facts show beside the rules of the plan; CCE follows the CIDRs of the VPC. */
export function seenBeside(
  { rules }: Unmanaged,
  defaults: readonly BelievedRule[],
  agreement: Agreement,
): readonly GroupRule[] {
  const shown = defaults.filter(({ belief }) => belief.kind === 'seen');
  const fresh = shown.filter(({ before }) => before === undefined);
  const unmanaged = (
    isSeen: boolean,
    { before, after }: Pick<DefaultRule, 'before' | 'after'>,
  ): GroupRule => ({
    ...{ before, after, isSeen },
    change: 'stands',
    address: undefined,
  });
  return [
    ...fresh.map((rule) => unmanaged(false, rule)),
    ...rules.map(({ side }) => unmanaged(true, followed(side, shown, agreement))),
  ];
}

/** A rule that is seen, and what CCE makes of it when it is a default rule whose CIDR changes. */
function followed(
  side: RuleSide,
  shown: readonly DefaultRule[],
  agreement: Agreement,
): Pick<DefaultRule, 'before' | 'after'> {
  const rule = shown.find((one) => isDefaultRule(side, one, agreement));
  if (rule === undefined) return { before: side, after: side };
  const { after } = rule;
  return { before: side, after: after !== undefined && isDefaultRule(after, rule, agreement) ? side : after };
}
