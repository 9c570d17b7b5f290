import { rulesOfGroup, type GroupRule, type Time } from '../effective/group-rules.js';
import type { EffectiveRule } from '../effective/effective.js';
import { type Role, ROLES } from '../model/requirement.js';
import type { SecurityGroup } from '../plan/plan.js';
import type { GroupKey, RuleSide } from '../plan/rule.js';
import { type Agreement, type DefaultRule, defaultRulesOfGroup, isDefaultRule } from './default-rules.js';
import { type BoundCluster, isIdUnknown, madeRules, pastSides, type World } from './world.js';

/** One security group with all its rules, the assumed ones included. */
export interface GroupView {
  readonly key: GroupKey;
  /** CCE made it (its tables are its rules), the user manages it here, or neither: then its other rules are unknown. */
  readonly kind: 'made' | 'managed' | 'elsewhere';
  readonly role: Role | undefined;
  readonly cluster: BoundCluster | undefined;
  /** The resource or data source, when the plan has one. */
  readonly resource: SecurityGroup | undefined;
  readonly rules: Readonly<Record<Time, readonly EffectiveRule[]>>;
  /** Default rules that no managed rule is: they are assumed to stand. */
  readonly assumed: readonly DefaultRule[];
}

/** Builds and keeps the views of a world's groups, each once. */
export function groupViews(world: World): (key: GroupKey) => GroupView {
  const views = new Map<GroupKey, GroupView>();
  return (key) => {
    const known = views.get(key) ?? viewOf(world, key);
    views.set(key, known);
    return known;
  };
}

function viewOf(world: World, key: GroupKey): GroupView {
  const resource =
    world.plan.groups.find((group) => group.key === key && !group.isData) ??
    world.plan.groups.find((group) => group.key === key);
  const made = makerOf(world, key, resource);
  const kind =
    made !== undefined ? 'made' : resource !== undefined && !resource.isData ? 'managed' : 'elsewhere';
  const rules = world.rulesOf(key);
  const agreement: Agreement = {
    isUnplaced: world.isUnplaced,
    isIdUnknown: (other) => made !== undefined && isIdUnknown(made.cluster, other),
  };
  const defaults =
    made !== undefined
      ? madeRules(made.cluster, made.role, key)
      : kind === 'managed' && resource !== undefined
        ? defaultRulesOfGroup(resource)
        : [];
  const past = rules
    .flatMap(pastSides)
    .filter((side) => side.group.kind === 'group' && side.group.key === key);
  const assumed = defaults.filter((rule) => !past.some((side) => isDefaultRule(side, rule, agreement)));
  const standing: readonly GroupRule[] = [
    ...rules,
    ...assumed.map((rule) => ({
      before: rule.before,
      after: rule.after,
      change: 'stands' as const,
      address: undefined,
    })),
    ...(kind === 'elsewhere' ? [unknownRules(key)] : []),
  ];
  return {
    key,
    kind,
    role: made?.role,
    cluster: made?.cluster,
    resource,
    rules: rulesOfGroup(standing, key),
    assumed,
  };
}

function makerOf(
  world: World,
  key: GroupKey,
  resource: SecurityGroup | undefined,
): { cluster: BoundCluster; role: Role } | undefined {
  for (const cluster of world.clusters) {
    for (const role of ROLES) {
      const group = cluster[role];
      if (group === undefined || ![group.before, group.after, ...group.also].includes(key)) continue;
      // A group that the configuration names and that this plan makes is the user's own.
      const isOwn = group.placedBy === 'configuration' && resource !== undefined && !resource.isData;
      if (!isOwn) return { cluster, role };
    }
  }
  return undefined;
}

/** What is not managed here may let anything through. */
function unknownRules(key: GroupKey): GroupRule {
  const side: RuleSide = {
    group: { kind: 'group', key },
    direction: 'unknown',
    family: 'unknown',
    traffic: 'unknown',
    peer: { kind: 'range', range: { kind: 'unknown', token: `rules of ${key}`, why: 'managed elsewhere' } },
    action: 'allow',
    priority: { kind: 'undocumented' },
    problems: [],
  };
  return { before: side, after: side, change: 'stands', address: undefined };
}
