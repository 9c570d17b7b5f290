import type { GroupKey, Rule } from '../../plan/rule.js';
import { type Agreement, type DefaultRule, isDefaultRule } from '../default-rules.js';
import { pastSides } from '../rule-index.js';
import type { BelievedRule } from './belief.js';

/** What is known of a group whose default rules are in question. */
export interface Known {
  readonly key: GroupKey;
  /** The rules of the plan that may belong to the group. */
  readonly rules: readonly Rule[];
  readonly agreement: Agreement;
}

/** What stands of the default rules of a group, and why that is believed (design, section 2a). */
export function believe(defaults: readonly DefaultRule[], known: Known): readonly BelievedRule[] {
  return defaults.map((rule) => shownBy(rule, known) ?? assumed(rule));
}

function assumed(rule: DefaultRule): BelievedRule {
  return { ...rule, belief: { kind: 'assumed' }, stands: 'surely', isTakenAway: false };
}

/** The plan's own word: rules of its past that are this default. */
function shownBy(rule: DefaultRule, { key, rules, agreement }: Known): BelievedRule | undefined {
  const isIt = (side: Rule['before']): boolean =>
    side?.group.kind === 'group' && side.group.key === key && isDefaultRule(side, rule, agreement);
  const shown = rules.filter((one) => pastSides(one).some(isIt));
  if (shown.length === 0) return undefined;
  return {
    ...rule,
    belief: { kind: 'plan', addresses: shown.map(({ address }) => address) },
    stands: shown.some(({ before }) => isIt(before)) ? 'surely' : 'no',
    isTakenAway: !rules.some(({ after }) => isIt(after)),
  };
}
