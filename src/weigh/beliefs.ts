import { distinct, memoOfObject } from '../collections.js';
import type { Belief, BelievedRule } from '../cluster/belief/belief.js';
import type { GroupView } from '../cluster/group-view.js';
import type { World } from '../cluster/world.js';
import type { EffectiveRule } from '../effective/group-rules.js';
import { isEmpty } from '../net/region.js';
import type { RuleSide } from '../plan/rule.js';
import { type Lack, matchedBy } from './causes.js';

/**
 * Default rules that these groups had before the plan, and that are believed to stand, or not to: neither the plan nor
 * the cloud shows it. What is said of their packets rests on them.
 */
export function beliefsOf(
  groups: readonly GroupView[],
  concerns: (side: RuleSide) => boolean,
): readonly BelievedRule[] {
  return distinct(groups)
    .flatMap(believedIn)
    .filter(
      ({ before, after }) =>
        (before !== undefined && concerns(before)) ||
        (after !== undefined && after !== before && concerns(after)),
    );
}

const believedIn = memoOfObject(({ defaults }: GroupView) =>
  defaults.filter(
    ({ belief, before }) => belief.kind !== 'plan' && belief.kind !== 'seen' && before !== undefined,
  ),
);

/** Those of the subject that have a part in packets which a row asks for. */
export function beliefsAbout(lack: Omit<Lack, 'change'>, world: World): readonly BelievedRule[] {
  const { groups, groupsBefore } = lack.subject;
  const matching = matchedBy(lack, world);
  return beliefsOf([...groupsBefore, ...groups], (side) => !isEmpty(matching(side)));
}

/** Why it is believed of a rule of the group that no rule of the plan is that it stands: without doubt it was seen. */
export function beliefIn(rule: EffectiveRule, { defaults }: GroupView): Belief['kind'] {
  const [side] = rule.sides;
  return defaults.find(({ before, after }) => before === side || after === side)?.belief.kind ?? 'seen';
}
