import { type DefaultRule, isDefaultRule } from '../cluster/default-rules.js';
import { agreementOf, type GroupView } from '../cluster/group-view.js';
import type { World } from '../cluster/world.js';
import { membership } from '../effective/group-rules.js';
import { isAccepted, type RuleSide } from '../plan/rule.js';

/** A rule that stands in the cloud now. */
export interface StandingRule {
  /** The address by which a state holds it, else `rule ID`. */
  readonly address: string;
  readonly side: RuleSide;
  /** The default rule that it is. */
  readonly own: DefaultRule | undefined;
}

/** What stands of a group that facts show, each rule by itself; nothing of a group that nobody has seen. */
export function rulesInCloud(view: GroupView, world: World): readonly StandingRule[] {
  const { key, cluster, defaults } = view;
  const agreement = agreementOf(world, cluster);
  const held = world
    .rulesOf(key)
    .flatMap(({ address, before }) => (before === undefined ? [] : [{ address, side: before }]));
  const others = (world.unmanaged.get(key)?.rules ?? []).map(({ id, side }) => ({
    address: `rule ${id}`,
    side,
  }));
  return [...held, ...others]
    .filter(({ side }) => membership(side, key) === 'sure' && isAccepted(side))
    .map((rule) => ({ ...rule, own: defaults.find((own) => isDefaultRule(rule.side, own, agreement)) }));
}
