import { tableOf } from '../model/model.js';
import { type Role } from '../model/requirement.js';
import type { Plan, SideName } from '../plan/plan.js';
import type { GroupKey } from '../plan/rule.js';
import { isAlike } from './alike.js';
import { type Addresses, addressesOf, filledIn, type LearnedCidr, withSurroundings } from './addresses.js';
import { defaultRulesOfRow, type GroupKeys, type RowRule } from './default-rules.js';
import type { PlacedCluster, PlacedGroup } from './placement.js';

/** A cluster with what its names mean in addresses, on each side on which it exists. */
export interface BoundCluster extends PlacedCluster {
  readonly before: Addresses | undefined;
  readonly after: Addresses | undefined;
}

/** What rules of the plan tell of a cluster's unknown CIDRs and groups, by being default rules. */
export interface Learned {
  readonly vpc?: readonly LearnedCidr[];
  readonly container?: readonly LearnedCidr[];
  readonly master?: readonly LearnedCidr[];
  readonly control?: GroupKey | undefined;
  readonly eni?: GroupKey | undefined;
}

/** The cluster with its addresses, and with what was learned in place of what the plan does not know. */
export function bind(plan: Plan, cluster: PlacedCluster, learned: Learned): BoundCluster {
  const { resource, model } = cluster;
  const side = (which: SideName): Addresses | undefined => {
    if (model === undefined || (resource !== undefined && resource[which] === undefined)) return undefined;
    const facts = { cluster: resource, model, configured: cluster.configuration };
    return withSurroundings(withLearned(addressesOf(plan, facts, which), learned), model);
  };
  const before = side('before');
  const after = side('after');
  return {
    ...cluster,
    control: withKey(cluster.control, learned.control),
    eni: cluster.eni === undefined ? undefined : withKey(cluster.eni, learned.eni),
    before,
    after: isAlike(before, after) ? before : after,
  };
}

function withKey(group: PlacedGroup, key: GroupKey | undefined): PlacedGroup {
  if (key === undefined || !group.isIdUnknown) return group;
  return {
    ...group,
    before: group.before === undefined ? undefined : key,
    after: group.after === undefined ? undefined : key,
    isIdUnknown: false,
  };
}

const LEARNED_BY = 'a rule that is a default rule';

function withLearned(addresses: Addresses, learned: Learned): Addresses {
  return {
    ...addresses,
    vpc: filledIn(addresses.vpc, learned.vpc, LEARNED_BY),
    container: filledIn(addresses.container, learned.container, LEARNED_BY),
    master: filledIn(addresses.master, learned.master, LEARNED_BY),
  };
}

/**
 * The default rules of a group that CCE made. CCE adjusts the node group to new CIDRs of the VPC by itself;
 * the control and ENI groups keep what they were made with (design, fine points).
 */
export function madeRules(cluster: BoundCluster, role: Role, key: GroupKey): readonly RowRule[] {
  const table = cluster.model === undefined ? undefined : tableOf(role, cluster.model);
  const group = cluster[role];
  if (table === undefined || group === undefined) return [];
  const isAlso = group.also.includes(key);
  const before = isAlso || group.before === key ? cluster.before : undefined;
  const now = isAlso || group.after === key ? cluster.after : undefined;
  const after = now !== undefined && before !== undefined && role !== 'node' ? before : now;
  const keys = groupKeys(cluster, before === undefined ? 'after' : 'before');
  return table.rows.flatMap((row) => defaultRulesOfRow({ row, group: key, keys }, before, after));
}

function groupKeys({ node, control, eni }: PlacedCluster, which: SideName): GroupKeys {
  return { node: node[which], control: control[which], eni: eni?.[which] };
}

/** Whether the key stands for a group that is there already, and whose id the plan does not show. */
export function isIdUnknown({ control, eni }: PlacedCluster, key: GroupKey): boolean {
  return [control, eni].some((group) => group?.isIdUnknown === true && group.before === key);
}
