import { type GroupKey, isAccepted, type Rule, type RuleSide } from '../plan/rule.js';
import type { EffectiveRule } from './effective.js';

/** The three times at which rules are weighed. */
export interface Times<T> {
  readonly before: T;
  /** What stands all the time while the plan is applied. */
  readonly during: T;
  readonly after: T;
}

/** A rule of one group on both sides; assumed rules have no address. */
export interface Standing {
  readonly before: RuleSide | undefined;
  readonly after: RuleSide | undefined;
  readonly change: Rule['change'];
  readonly address: string | undefined;
}

/** Whether a side belongs to the group: for certain, perhaps, or not. */
export function membership(side: RuleSide | undefined, group: GroupKey): 'sure' | 'perhaps' | 'no' {
  if (side === undefined) return 'no';
  const ref = side.group;
  if (ref.kind === 'group') return ref.key === group ? 'sure' : 'no';
  return ref.oneOf.length === 0 || ref.oneOf.includes(group) ? 'perhaps' : 'no';
}

/**
 * The rules of one group before, during and after. During: an allow counts when the same object stands, or as what
 * both objects of a create-first replacement have in common; a deny counts from before and from after.
 */
export function rulesOfGroup(rules: readonly Standing[], group: GroupKey): Times<readonly EffectiveRule[]> {
  const before: EffectiveRule[] = [];
  const during: EffectiveRule[] = [];
  const after: EffectiveRule[] = [];
  for (const rule of rules) {
    const old = effectiveSide(rule, rule.before, group);
    const next = effectiveSide(rule, rule.after, group);
    if (old !== undefined) before.push(old);
    if (next !== undefined) after.push(next);
    during.push(...standingRules(rule, old, next));
  }
  return { before, during, after };
}

function effectiveSide(
  rule: Standing,
  side: RuleSide | undefined,
  group: GroupKey,
): EffectiveRule | undefined {
  const member = membership(side, group);
  if (side === undefined || member === 'no' || !isAccepted(side)) return undefined;
  return {
    sides: [side],
    group,
    isSure: member === 'sure',
    address: rule.address,
    stands: rule.change === 'stands',
  };
}

function standingRules(
  rule: Standing,
  old: EffectiveRule | undefined,
  next: EffectiveRule | undefined,
): readonly EffectiveRule[] {
  const denies = [old, next].filter((r) => r !== undefined && r.sides[0].action !== 'allow');
  const isThere =
    rule.change === 'stands' || rule.change === 'created-then-destroyed' || rule.change === 'updated';
  const standing = isThere && old !== undefined && next !== undefined ? [common(old, next)] : [];
  return [...standing, ...denies].filter((r) => r !== undefined);
}

/** What both sides let through is there all the time. */
function common(old: EffectiveRule, next: EffectiveRule): EffectiveRule | undefined {
  if (old.sides[0].action === 'deny' || next.sides[0].action === 'deny') return undefined;
  return {
    ...next,
    sides: old.sides[0] === next.sides[0] ? next.sides : [old.sides[0], next.sides[0]],
    isSure: old.isSure && next.isSure,
  };
}
