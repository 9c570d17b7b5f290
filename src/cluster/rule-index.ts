import { spend } from '../budget.js';
import { distinct, groupBy, memo } from '../collections.js';
import type { GroupKey, Rule, RuleSide } from '../plan/rule.js';

/** Rules that may belong to the group on either side, or did when Terraform last looked. */
export type RulesOf = (key: GroupKey) => readonly Rule[];

/** Every side of rules that were there before this plan, and may have belonged to the group. */
export type PastOf = (key: GroupKey) => readonly RuleSide[];

/** Looks once which groups each rule may belong to. */
export function indexRules(rules: readonly Rule[]): RulesOf {
  const anywhere: Rule[] = [];
  const placed = rules.flatMap((rule) => {
    const refs = [rule.before, rule.after, rule.drifted].flatMap((side) => side?.group ?? []);
    if (refs.some((ref) => ref.kind === 'unknown' && ref.oneOf.length === 0)) {
      anywhere.push(rule);
      return [];
    }
    const keys = refs.flatMap((ref) => (ref.kind === 'group' ? [ref.key] : ref.oneOf));
    return distinct(keys).map((key) => ({ key, rule }));
  });
  const byKey = groupBy(placed, ({ key }) => key);
  return memo((key) => {
    const own = byKey.get(key) ?? [];
    spend(own.length + anywhere.length);
    return [...own.map(({ rule }) => rule), ...anywhere];
  });
}

/** Every side of the rule that was there before this plan. */
export function pastSides({ before, drifted }: Rule): readonly RuleSide[] {
  return [before, drifted].filter((side) => side !== undefined);
}
