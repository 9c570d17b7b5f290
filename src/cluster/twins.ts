import { spend } from '../budget.js';
import type { Configuration } from '../config/configuration.js';
import { lazily, memo, putOnce } from '../collections.js';
import { identityHash, isSamePeer, isSameTraffic } from '../effective/rule-identity.js';
import { type GroupKey, isAccepted, type Priority, type Rule, type RuleSide } from '../plan/rule.js';

/** What becomes of a rule of the plan that says the same as a new one. */
export type TwinFate =
  /** It is there all the time. */
  | 'stays'
  /** It is made by this plan as well. */
  | 'comes'
  /** It is the old object of the new rule itself, and goes after the new one is made. */
  | 'itself'
  /** It is destroyed, and nothing takes its place. */
  | 'goes'
  /** It becomes another rule. */
  | 'changes';

/** A rule of the plan that says the same as a new one. */
export interface SameRule {
  readonly rule: Rule;
  readonly side: RuleSide;
  readonly fate: TwinFate;
}

/** Of the rules that say the same as the new one: the one that most surely stands in its way; none where its group is not known. */
export type TwinOf = (rule: Rule) => SameRule | undefined;

/** What it costs to hold two rules against each other. */
const COMPARE = 5;

const GRAVITY: readonly TwinFate[] = ['stays', 'comes', 'itself', 'goes', 'changes'];

/** Looks for equal rules among these. */
export function twinsAmong(rules: readonly Rule[], configuration: Configuration): TwinOf {
  // Most plans make no rule, and then nobody asks.
  const index = lazily(() => indexOf(rules));
  return memo((rule) => {
    const { after: side } = rule;
    if (side?.group.kind !== 'group') return undefined;
    const { key } = side.group;
    const isSame = (other: RuleSide | undefined): other is RuleSide =>
      other !== undefined && isSameRule(side, other, key, configuration);
    const alike = index().get(identityHash(side)) ?? [];
    spend(COMPARE * alike.length);
    const [first] = alike
      .flatMap((other) => sameRule(rule, other, isSame) ?? [])
      .sort((a, b) => GRAVITY.indexOf(a.fate) - GRAVITY.indexOf(b.fate));
    return first;
  });
}

/** The rules by what may tell that they are the same. */
function indexOf(rules: readonly Rule[]): ReadonlyMap<number, readonly Rule[]> {
  const index = new Map<number, Rule[]>();
  for (const rule of rules) {
    const { before, after } = rule;
    for (const side of before === after ? [after] : [before, after]) {
      if (side !== undefined) putOnce(index, identityHash(side), rule);
    }
  }
  return index;
}

function sameRule(
  rule: Rule,
  other: Rule,
  isSame: (side: RuleSide | undefined) => side is RuleSide,
): SameRule | undefined {
  const { before, after, change, actions } = other;
  if (other === rule) {
    // Its own old object goes first, unless the new one is made first.
    const isThere = isSame(before) && change === 'created-then-destroyed';
    return isThere ? { rule: other, side: before, fate: 'itself' } : undefined;
  }
  if (isSame(before)) {
    const fate = isSame(after) ? 'stays' : change === 'destroyed' ? 'goes' : 'changes';
    return { rule: other, side: before, fate };
  }
  const isMade = isSame(after) && actions.includes('create') && isAccepted(after);
  return isMade ? { rule: other, side: after, fate: 'comes' } : undefined;
}

/**
 * New rules whose only equal is plainly destroyed at another address: a renamed key, a move without `moved`. The API
 * refuses the new one at once, and the old one goes all the same (design, `duplicate-rule`). By their addresses.
 */
export function renamedRules(rules: readonly Rule[], twinOf: TwinOf): ReadonlySet<string> {
  // What another plan destroys goes in an apply of its own.
  const own = lazily(() => new Set(rules));
  const isRenamed = (rule: Rule): boolean => {
    const { after, change, address } = rule;
    if (change !== 'created' || after === undefined || !isAccepted(after)) return false;
    const twin = twinOf(rule);
    return twin?.fate === 'goes' && own().has(twin.rule) && twin.rule.address !== address;
  };
  return new Set(rules.filter(isRenamed).map(({ address }) => address));
}

/** The old rule goes in the same apply: whether it is gone in time, nobody can tell. */
export function isShift(same: SameRule | undefined): boolean {
  return same?.fate === 'goes' || same?.fate === 'changes';
}

/** Rules that change places, as when a count shifts: the new ones, and the old ones that say the same. By their addresses. */
export function shiftingRules(rules: readonly Rule[], twinOf: TwinOf): ReadonlySet<string> {
  const found = rules.flatMap((rule) => {
    const { after, actions, address } = rule;
    if (after === undefined || !actions.includes('create') || !isAccepted(after)) return [];
    const twin = twinOf(rule);
    return twin !== undefined && isShift(twin) ? [address, twin.rule.address] : [];
  });
  return new Set(found);
}

/** Identity as the API has it: description does not count; action and priority do, where there are any. */
export function isSameRule(a: RuleSide, b: RuleSide, key: GroupKey, configuration: Configuration): boolean {
  return (
    b.group.kind === 'group' &&
    b.group.key === key &&
    a.direction === b.direction &&
    a.direction !== 'unknown' &&
    a.family === b.family &&
    a.family !== 'unknown' &&
    a.action === b.action &&
    a.action !== 'unknown' &&
    isSamePriority(a.priority, b.priority, configuration) &&
    isSamePeer(a.peer, b.peer) &&
    isSameTraffic(a.traffic, b.traffic)
  );
}

function isSamePriority(a: Priority, b: Priority, { defaultRulePriority }: Configuration): boolean {
  if (a.kind === 'undocumented' && b.kind === 'undocumented') return true;
  const value = (priority: Priority): number | undefined =>
    priority.kind === 'known'
      ? priority.value
      : priority.kind === 'undocumented'
        ? defaultRulePriority
        : undefined;
  return value(a) !== undefined && value(a) === value(b);
}
