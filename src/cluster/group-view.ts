import { distinct, groupBy, lazily, memoOfObject } from '../collections.js';
import { type EffectiveRule, type GroupRule, rulesOfGroup, type Time } from '../effective/group-rules.js';
import { type Role, ROLES } from '../model/requirement.js';
import type { Plan, RuleIdList, SecurityGroup } from '../plan/plan.js';
import { type GroupKey, type RuleSide, someTraffic } from '../plan/rule.js';
import { type BoundCluster, isIdUnknown, madeRules } from './bound-cluster.js';
import type { BelievedRule } from './belief/belief.js';
import { believe, listedUnmanaged } from './belief/believe.js';
import type { MadeGroup } from './belief/made-group.js';
import { withDnsOf } from './addresses.js';
import { defaultNodesOf } from './drafts.js';
import { memberReaches } from './members.js';
import { type Agreement, defaultRulesOfGroup } from './default-rules.js';
import { mayBeVpc } from './learned.js';
import { rankedDefault, seenBeside } from './seen-rules.js';
import type { World } from './world.js';

/** One security group with all its rules, the assumed ones included. */
export interface GroupView {
  readonly key: GroupKey;
  /**
   * CCE made it (its tables are its rules), the user manages it (or facts show all its rules), or neither: then its
   * other rules are unknown. An audit takes nothing for granted: there a group that nobody has seen is `elsewhere`.
   */
  readonly kind: 'made' | 'managed' | 'elsewhere';
  readonly role: Role | undefined;
  readonly cluster: BoundCluster | undefined;
  /** The resource or data source, when the plan has one. */
  readonly resource: SecurityGroup | undefined;
  readonly rules: Readonly<Record<Time, readonly EffectiveRule[]>>;
  /** Every default rule of the group, and what is believed of it; those that no managed rule is among `rules` too. */
  readonly defaults: readonly BelievedRule[];
}

/** Works out the view of a group. */
export function groupView(world: World, key: GroupKey): GroupView {
  const resources = groupsByKey(world.plan).get(key) ?? [];
  const resource = resources.find(({ isData }) => !isData) ?? resources[0];
  const managed = resource?.isData === false ? resource : undefined;
  const made = makerOf(world, key, managed);
  const rules = world.rulesOf(key);
  const agreement = agreementOf(world, made?.cluster);
  const seen = world.unmanaged.get(key);
  const ruleIds = listsOf(world.plan.ruleIds).get(key)?.[0];
  const isWhole = seen !== undefined || (ruleIds !== undefined && listedUnmanaged(ruleIds, rules) === 0);
  const isUnseen = world.occasion === 'audit' && !isWhole;
  const own = isUnseen
    ? []
    : made !== undefined
      ? madeRules(made.cluster, made.role, key)
      : managed !== undefined
        ? defaultRulesOfGroup(managed)
        : [];
  const defaults = believe(
    own.map((rule) => rankedDefault(rule, world.unmanaged)),
    {
      key,
      rules,
      agreement,
      seen,
      made: made === undefined ? undefined : madeGroupOf(made, key, { world, agreement }),
      recorded: made?.cluster.configuration?.defaultRules,
      ruleIds,
    },
  );
  const isElsewhere = isUnseen || (made === undefined && managed === undefined && seen === undefined);
  const unmanaged = defaults.filter(({ belief, stands }) => belief.kind !== 'plan' && stands !== 'no');
  const standing =
    seen === undefined
      ? [...unmanaged.map(unchanged), ...(isElsewhere ? [unknownRules(key, world.plan)] : [])]
      : seenBeside(seen, defaults, agreement);
  // Of most groups only the default rules are asked for.
  const lists = lazily(() => rulesOfGroup([...rules, ...standing], key));
  return {
    key,
    kind: isElsewhere ? 'elsewhere' : made !== undefined ? 'made' : 'managed',
    role: made?.role,
    cluster: made?.cluster,
    resource,
    get rules() {
      return lists();
    },
    defaults,
  };
}

/** Which peers default rules may mean, in a group that CCE made for the cluster. */
export function agreementOf({ isUnplaced }: World, cluster: BoundCluster | undefined): Agreement {
  return {
    isUnplaced,
    isIdUnknown: (other) => cluster !== undefined && isIdUnknown(cluster, other),
    mayHave: (token, cidr) => cluster !== undefined && mayBeVpc(cluster, token, cidr),
  };
}

function unchanged({ before, after, stands }: BelievedRule): GroupRule {
  return { before, after, change: 'stands', address: undefined, isDoubted: stands === 'possibly' };
}

/** Undefined: it was not there before, and nobody has taken a default rule of it away. */
function madeGroupOf(
  { cluster, role }: Maker,
  key: GroupKey,
  { world, agreement }: { readonly world: World; readonly agreement: Agreement },
): MadeGroup | undefined {
  const { before, model, control } = cluster;
  if (before === undefined || model === undefined) return undefined;
  const side = { which: 'before', plan: world.plan } as const;
  // Only few groups have rules that ask for it.
  const members = lazily(() => memberReaches(cluster, world, { which: 'before', addresses: before }));
  return {
    key,
    role,
    model,
    addresses: before,
    addressesOfNodes: () => withDnsOf(before, defaultNodesOf(cluster, world).before, side),
    controlGroup: control.before,
    membersOf: (group) => members().get(group),
    agreement,
  };
}

/** Lists of rule ids by the group that they are of. */
const listsOf = memoOfObject((lists: readonly RuleIdList[]) => groupBy(lists, ({ group }) => group));

interface Maker {
  readonly cluster: BoundCluster;
  readonly role: Role;
}

/** Clusters by the keys of their groups: there are as many groups as clusters that ask. */
const makersOf = memoOfObject(
  (clusters: readonly BoundCluster[]): ReadonlyMap<GroupKey | undefined, readonly Maker[]> => {
    const makers = clusters.flatMap((cluster) =>
      ROLES.flatMap((role) => {
        const { before, after, also = [] } = cluster[role] ?? {};
        return distinct([before, after, ...also]).map((key) => ({ key, cluster, role }));
      }),
    );
    return groupBy(makers, ({ key }) => key);
  },
);

/** Whose group it is; one that the configuration names and that this plan makes is the user's own. */
function makerOf({ clusters }: World, key: GroupKey, managed: SecurityGroup | undefined): Maker | undefined {
  return makersOf(clusters)
    .get(key)
    ?.find(({ cluster, role }) => managed === undefined || cluster[role]?.placedBy !== 'configuration');
}

/** The resources and data sources of groups, by key. */
export const groupsByKey = memoOfObject(({ groups }: Plan) => groupBy(groups, ({ key }) => key));

/** What is not managed here may let anything through. */
function unknownRules(key: GroupKey, { sensitiveIds }: Plan): GroupRule {
  // The token is printed; it must tell one group from another all the same.
  const owner = sensitiveIds.has(key) ? `sensitive group ${[...sensitiveIds].indexOf(key) + 1}` : key;
  const side: RuleSide = {
    group: { kind: 'group', key },
    direction: 'unknown',
    family: 'unknown',
    traffic: someTraffic(),
    peer: { kind: 'range', range: { kind: 'unknown', token: `rules of ${owner}`, why: 'managed elsewhere' } },
    action: 'allow',
    priority: { kind: 'undocumented' },
    problems: [],
  };
  return { before: side, after: side, change: 'stands', address: undefined };
}
