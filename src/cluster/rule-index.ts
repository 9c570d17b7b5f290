import { spend } from '../budget.js';
import { memo, putOnce } from '../collections.js';
import type { GroupKey, Rule, RuleSide } from '../plan/rule.js';

/** Rules that may belong to the group on either side, or did when Terraform last looked. */
export type RulesOf = (key: GroupKey) => readonly Rule[];

/** Every side of rules that were there before this plan, and may have belonged to the group. */
export type PastOf = (key: GroupKey) => readonly RuleSide[];

/** Looks once which groups each rule may belong to. */
export function indexRules(rules: readonly Rule[]): RulesOf {
  const anywhere: Rule[] = [];
  const byKey = new Map<GroupKey, Rule[]>();
  for (const rule of rules) {
    const { before, after, drifted } = rule;
    const sides = before === after && drifted === undefined ? [after] : [before, after, drifted];
    if (sides.some(mayBeAnywhere)) anywhere.push(rule);
    else for (const side of sides) for (const key of groupKeysOf(side)) putOnce(byKey, key, rule);
  }
  return memo((key) => {
    const own = byKey.get(key) ?? [];
    spend(own.length + anywhere.length);
    return anywhere.length === 0 ? own : [...own, ...anywhere];
  });
}

function mayBeAnywhere(side: RuleSide | undefined): boolean {
  return side?.group.kind === 'unknown' && side.group.oneOf.length === 0;
}

function groupKeysOf(side: RuleSide | undefined): readonly GroupKey[] {
  if (side === undefined) return [];
  return side.group.kind === 'group' ? [side.group.key] : side.group.oneOf;
}

/** Every side of the rule that was there before this plan. */
export function pastSides({ before, drifted }: Rule): readonly RuleSide[] {
  return [before, drifted].filter((side) => side !== undefined);
}
