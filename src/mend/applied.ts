import type { Both, Plan, SecurityGroup } from '../plan/plan.js';
import type { Rule } from '../plan/rule.js';

/** The plan that comes next when this one has been applied and nothing else was changed: what was after is before. */
export function appliedPlan(plan: Plan): Plan {
  return appliedPart(plan, () => true);
}

/** The rest of the plan, once the changes at some addresses have been applied. */
export function appliedPart(plan: Plan, isDone: (address: string) => boolean): Plan {
  const gone = new Set(
    plan.rules.flatMap(({ after, id, address }) =>
      after === undefined && id !== undefined && isDone(address) ? [id] : [],
    ),
  );
  const partly =
    <T extends { readonly address: string }>(apply: (one: T) => readonly T[]) =>
    (one: T): readonly T[] =>
      isDone(one.address) ? apply(one) : [one];
  const both = <T>(all: readonly Both<T>[]): readonly Both<T>[] => all.flatMap(partly(appliedBoth<T>));
  return {
    ...plan,
    groups: plan.groups.flatMap(partly(appliedGroup)),
    rules: plan.rules.flatMap(partly(appliedRule)),
    ruleIds: plan.ruleIds.map((list) => ({ ...list, ids: list.ids.filter((id) => !gone.has(id)) })),
    clusters: both(plan.clusters),
    nodePools: both(plan.nodePools),
    vpcs: both(plan.vpcs),
    secondaryCidrs: both(plan.secondaryCidrs),
    subnets: both(plan.subnets),
    attachments: both(plan.attachments),
    nodes: both(plan.nodes),
    bystanders: plan.bystanders.map((one) => (isDone(one.address) ? { ...one, actions: [] } : one)),
  };
}

/** A rule that is there when the plan has been applied, as the next one finds it; what was replaced has another id. */
function appliedRule(rule: Rule): readonly Rule[] {
  const { after, change } = rule;
  if (after === undefined) return [];
  if (change === 'stands' && rule.before === after) return [rule];
  const isSame = change === 'stands' || change === 'updated';
  return [
    {
      ...rule,
      actions: [],
      change: 'stands',
      before: after,
      drifted: undefined,
      id: isSame ? rule.id : undefined,
      replaceAttributes: [],
    },
  ];
}

function appliedGroup(group: SecurityGroup): readonly SecurityGroup[] {
  if (!group.existsAfter) return [];
  return [
    {
      ...group,
      actions: [],
      nameBefore: group.nameAfter,
      existsBefore: true,
      isDescriptionChanged: false,
    },
  ];
}

function appliedBoth<T>(both: Both<T>): readonly Both<T>[] {
  const { after } = both;
  if (after === undefined) return [];
  return [{ ...both, actions: [], isReplaced: false, replaceAttributes: [], before: after }];
}
