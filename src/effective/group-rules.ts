import { sameAs } from '../collections.js';
import { type GroupKey, isAccepted, type Rule, type RuleSide } from '../plan/rule.js';

/** A rule as it counts at one time. */
export interface EffectiveRule {
  /** One side; two when only what both have in common stands. */
  readonly sides: readonly [RuleSide, ...RuleSide[]];
  /** The group it is counted for; among several groups of a member, priorities are compared with care. */
  readonly group: GroupKey;
  /** False when the rule may belong to another group. */
  readonly isSure: boolean;
  /** The resource that holds it; undefined when nobody manages it. */
  readonly address: string | undefined;
  /** Nobody manages it, and facts show it. */
  readonly isSeen?: true;
  /** The plan does not change it. */
  readonly stands: boolean;
  /** Those of its group that are there all the time, it among them: weighed once for all times. */
  readonly core?: Core;
}

/** Rules of a group that are the same before, during and after the plan. */
export interface Core {
  readonly rules: readonly EffectiveRule[];
}

/** When rules are weighed; `during` is what stands all the time while the plan is applied. */
export type Time = 'before' | 'during' | 'after';

/** A rule of one group on both sides: one of the plan, or one that is assumed and has no address. */
export interface GroupRule {
  readonly before: RuleSide | undefined;
  readonly after: RuleSide | undefined;
  readonly change: Rule['change'];
  readonly address: string | undefined;
  /** It is not sure that it is there. */
  readonly isDoubted?: boolean;
  /** Facts show it, and nobody manages it. */
  readonly isSeen?: boolean;
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
export function rulesOfGroup(
  rules: readonly GroupRule[],
  group: GroupKey,
): Readonly<Record<Time, readonly EffectiveRule[]>> {
  const same: EffectiveRule[] = [];
  const core: Core = { rules: same };
  const sides = rules.map((rule) => {
    const old = effectiveSide(rule, rule.before, group);
    if (old === undefined || rule.before !== rule.after || !STAYING.includes(rule.change)) {
      return { rule, old, next: effectiveSide(rule, rule.after, group) };
    }
    const one = { ...old, core };
    same.push(one);
    return { rule, old: one, next: one };
  });
  const after = sides.flatMap(({ next }) => next ?? []);
  const before = sameAs(
    after,
    sides.flatMap(({ old }) => old ?? []),
  );
  const during = sides.flatMap(({ rule, old, next }) => standingRules(rule, old, next));
  return { before, during: sameAs(after, sameAs(before, during)), after };
}

function effectiveSide(
  rule: GroupRule,
  side: RuleSide | undefined,
  group: GroupKey,
): EffectiveRule | undefined {
  const member = membership(side, group);
  if (side === undefined || member === 'no' || !isAccepted(side)) return undefined;
  return {
    sides: [side],
    group,
    isSure: member === 'sure' && rule.isDoubted !== true,
    address: rule.address,
    ...(rule.isSeen === true && { isSeen: true }),
    stands: rule.change === 'stands',
  };
}

const STAYING: readonly Rule['change'][] = ['stands', 'created-then-destroyed', 'updated'];

function standingRules(
  { change }: GroupRule,
  old: EffectiveRule | undefined,
  next: EffectiveRule | undefined,
): readonly EffectiveRule[] {
  if (old !== undefined && old === next) return [old];
  const both =
    old !== undefined && next !== undefined && STAYING.includes(change) ? common(old, next) : undefined;
  const denies = [old, next].filter((rule) => rule !== undefined && rule.sides[0].action !== 'allow');
  return [both, ...denies].filter((rule) => rule !== undefined);
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
