import { doesSomething } from '../plan/instance.js';
import type { Both, Plan, SecurityGroup } from '../plan/plan.js';
import type { Rule } from '../plan/rule.js';

/** The plan that comes next when this one has been applied and nothing else was changed: what was after is before. */
export function appliedPlan(plan: Plan): Plan {
  const gone = new Set(
    plan.rules.flatMap(({ after, id }) => (after === undefined && id !== undefined ? [id] : [])),
  );
  return {
    ...plan,
    groups: plan.groups.flatMap(appliedGroup),
    rules: plan.rules.flatMap(appliedRule),
    ruleIds: plan.ruleIds.map((list) => ({ ...list, ids: list.ids.filter((id) => !gone.has(id)) })),
    clusters: plan.clusters.flatMap(appliedBoth),
    nodePools: plan.nodePools.flatMap(appliedBoth),
    vpcs: plan.vpcs.flatMap(appliedBoth),
    secondaryCidrs: plan.secondaryCidrs.flatMap(appliedBoth),
    subnets: plan.subnets.flatMap(appliedBoth),
    attachments: plan.attachments.flatMap(appliedBoth),
    nodes: plan.nodes.flatMap(appliedBoth),
    bystanders: plan.bystanders.map((one) => (doesSomething(one.actions) ? { ...one, actions: [] } : one)),
  };
}

/** A rule that is there when the plan has been applied, as the next one finds it; what was replaced has another id. */
export function appliedRule(rule: Rule): readonly Rule[] {
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
