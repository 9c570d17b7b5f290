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
  readonly isSeen?: true | undefined;
  /** The plan does not change it. */
  readonly stands: boolean;
  /** Those of its group that are there all the time, it among them: weighed once for all times. */
  readonly core?: Core | undefined;
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
  const [before, during, after]: [EffectiveRule[], EffectiveRule[], EffectiveRule[]] = [[], [], []];
  for (const rule of rules) {
    const isSame = rule.before === rule.after && STAYING.includes(rule.change);
    const old = effectiveSide(rule, rule.before, { group, core: isSame ? core : undefined });
    const next = isSame ? old : effectiveSide(rule, rule.after, { group, core: undefined });
    if (isSame && old !== undefined) same.push(old);
    if (old !== undefined) before.push(old);
    if (next !== undefined) after.push(next);
    if (old === next) {
      if (old !== undefined) during.push(old);
    } else during.push(...standingRules(rule, old, next));
  }
  const was = sameAs(after, before);
  return { before: was, during: sameAs(after, sameAs(was, during)), after };
}

function effectiveSide(
  rule: GroupRule,
  side: RuleSide | undefined,
  { group, core }: { readonly group: GroupKey; readonly core: Core | undefined },
): EffectiveRule | undefined {
  const member = membership(side, group);
  if (side === undefined || member === 'no' || !isAccepted(side)) return undefined;
  return {
    sides: [side],
    group,
    isSure: member === 'sure' && rule.isDoubted !== true,
    address: rule.address,
    isSeen: rule.isSeen === true ? true : undefined,
    stands: rule.change === 'stands',
    core,
  };
}

const STAYING: readonly Rule['change'][] = ['stands', 'created-then-destroyed', 'updated'];

function standingRules(
  { change }: GroupRule,
  old: EffectiveRule | undefined,
  next: EffectiveRule | undefined,
): readonly EffectiveRule[] {
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
