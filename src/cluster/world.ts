import { groupBy, memo, memoOfObject, sameAs } from '../collections.js';
import type { Configuration } from '../config/configuration.js';
import type { Facts } from '../facts/facts.js';
import type { Both, NodePoolSide, NodeSide, ObjectRef, Plan, SideName } from '../plan/plan.js';
import { type GroupKey, knownKeys, type Rule } from '../plan/rule.js';
import { isAlike } from './alike.js';
import { bind, type BoundCluster, type Learned } from './bound-cluster.js';
import { isAllKnown, learnedOf } from './learned.js';
import { type PlacedCluster, placeClusters } from './placement.js';
import { indexRules, type PastOf, pastSides, type RulesOf } from './rule-index.js';
import { againstSeen, type Unmanaged } from './seen-rules.js';
import { ALONE, type Surroundings } from './surroundings.js';
import { renamedRules, shiftingRules, type TwinOf, twinsAmong } from './twins.js';

/** What a run is about: what a plan changes, or the cloud as it is, where nothing changes. */
export type Occasion = 'plan' | 'audit';

/** The plan with its clusters bound: what every later question starts from. */
export interface World {
  /** With what the other plans of the run and facts tell of its objects; its rules are its own, as facts show them. */
  readonly plan: Plan;
  readonly occasion: Occasion;
  readonly configuration: Configuration;
  readonly facts: Facts;
  /** The day of the run, `YYYY-MM-DD`, UTC. */
  readonly today: string;
  readonly clusters: readonly BoundCluster[];
  readonly rulesOf: RulesOf;
  readonly twinOf: TwinOf;
  /** Addresses of new rules that the API refuses, while the rule that says the same is destroyed at another address. */
  readonly renamed: ReadonlySet<string>;
  /** Rules that change places with one another, by their addresses. */
  readonly shifting: ReadonlySet<string>;
  /** Whether the plan tells nothing of the group with this id. */
  readonly isUnplaced: (key: GroupKey) => boolean;
  /** Whether the address is that of an object of another plan. */
  readonly isElsewhere: (address: string) => boolean;
  /** What facts show of groups beside the rules of plans. */
  readonly unmanaged: ReadonlyMap<GroupKey, Unmanaged>;
  /** Own rules of which facts show that they are gone, or are others than the prior state says. */
  readonly drifted: ReadonlySet<Rule>;
  readonly surroundings: Pick<Surroundings, 'named' | 'answeredBy' | 'tellers'>;
  /** Ids of which two other plans, or facts, say different things. */
  readonly contradicted: ReadonlySet<string>;
}

/** What a world is made of. */
export interface WorldInput {
  readonly plan: Plan;
  readonly occasion: Occasion;
  readonly surroundings: Surroundings;
  readonly facts: Facts;
  readonly configuration: Configuration;
  readonly today: string;
}

/**
 * Binds every cluster: first with what the plan says, then with what this teaches of what it does not say. `like`: another
 * world, as that of the plan as it is where one of its edits is tried. Where they differ in rules alone, clusters and lists
 * of rules that say the same are the same objects in both, so that nothing is worked out of them twice.
 */
export function worldOf(input: WorldInput, like?: World): World {
  const world = newWorld(input);
  if (like === undefined || !differInRules(world, like)) return world;
  const rulesOf = memo((key: GroupKey) => sameAs(like.rulesOf(key), world.rulesOf(key)));
  return { ...world, clusters: like.clusters, rulesOf };
}

/** Whether nothing but rules tells one world from the other, and what subjects are judged by besides is the same. */
function differInRules(world: World, like: World): boolean {
  if (world.configuration !== like.configuration || world.facts !== like.facts) return false;
  const beside = (of: World): unknown => {
    const { plan, clusters, occasion, today, renamed, shifting, unmanaged, contradicted, surroundings } = of;
    const { named, answeredBy, tellers } = surroundings;
    return [
      ...[{ ...plan, rules: [] }, clusters, occasion, today, renamed, shifting, unmanaged, contradicted],
      ...[named, answeredBy, tellers],
    ];
  };
  return isAlike(beside(world), beside(like));
}

function newWorld({ surroundings, facts, ...run }: WorldInput): World {
  const { configuration } = run;
  const own = ownPlan(run, surroundings);
  const others = run.occasion === 'audit' ? [] : surroundings.rules;
  const { rules, unmanaged, drifted } = againstSeen([...own.rules, ...others], facts.seen);
  const ownRules = rules.slice(0, own.rules.length);
  const plan = { ...surrounded(own, surroundings), rules: ownRules };
  const placed = placeClusters(plan, configuration);
  const rulesOf = indexRules(rules);
  const pastOf: PastOf = (key) => [
    ...rulesOf(key).flatMap(pastSides),
    ...(unmanaged.get(key)?.rules ?? []).map(({ side }) => side),
  ];
  const twinOf = twinsAmong(rules, configuration);
  const isUnplaced = unplacedBy(plan, placed);
  const clusters = placed.map((cluster) => {
    const learn = (bound: BoundCluster): Learned => learnedOf(bound, pastOf, isUnplaced);
    const shown = bind(plan, cluster, {});
    if (isAllKnown(shown)) return shown;
    // What the masters' rows tell depends on what the VPC is.
    const first = { ...learn(shown), master: [] };
    return bind(plan, cluster, { ...first, master: learn(bind(plan, cluster, first)).master ?? [] });
  });
  return {
    ...run,
    plan,
    facts,
    clusters,
    rulesOf,
    twinOf,
    renamed: renamedRules(ownRules, twinOf),
    shifting: shiftingRules(ownRules, twinOf),
    isUnplaced: unplacedBy(plan, clusters),
    isElsewhere: (address) => surroundings.addresses.has(address),
    surroundings,
    unmanaged,
    drifted: new Set(ownRules.filter((rule) => drifted.has(rule))),
    contradicted: surroundings.contradicted,
  };
}

/** The rules that an audit finds are its own. */
function ownPlan({ plan, occasion }: Pick<WorldInput, 'plan' | 'occasion'>, { rules }: Surroundings): Plan {
  return occasion === 'audit' ? { ...plan, rules } : plan;
}

function surrounded(plan: Plan, others: Surroundings): Plan {
  if (others === ALONE) return plan;
  return {
    ...plan,
    sensitiveIds: new Set([...plan.sensitiveIds, ...others.sensitiveIds]),
    groups: [...plan.groups, ...others.groups],
    ruleIds: [...plan.ruleIds, ...others.ruleIds],
    clusters: [...plan.clusters, ...others.clusters],
    nodePools: [...plan.nodePools, ...others.nodePools],
    vpcs: [...plan.vpcs, ...others.vpcs],
    subnets: [...plan.subnets, ...others.subnets],
    secondaryCidrs: [...plan.secondaryCidrs, ...others.secondaryCidrs],
  };
}

function unplacedBy(plan: Plan, clusters: readonly PlacedCluster[]): World['isUnplaced'] {
  const ofClusters = clusters
    .flatMap(({ node, control, eni }) => [node, control, eni])
    // What stands for a group whose id is not known is no other group either.
    .flatMap((group) => (group === undefined ? [] : [group.before, group.after, ...group.also]));
  const ofPools = plan.nodePools
    .flatMap(({ before, after }) => [before, after])
    .flatMap((pool) => knownKeys(pool?.groups ?? []));
  const shown = new Set([...plan.groups.map(({ key }) => key), ...ofClusters, ...ofPools]);
  return (key) => !shown.has(key);
}

/** The cluster that a pool or node names. */
export function clusterOf({ clusters }: World, ref: ObjectRef, which: SideName): BoundCluster | undefined {
  if (ref.kind === 'unknown') return undefined;
  return namedClusters(clusters)[which].get(ref.kind === 'id' ? `id ${ref.id}` : `address ${ref.address}`);
}

/** Clusters that are there on each side, by id and by address; the first of a name counts. */
const namedClusters = memoOfObject((clusters: World['clusters']) => {
  const on = (which: SideName): ReadonlyMap<string, BoundCluster> => {
    const named = clusters.flatMap((cluster) => {
      const { [which]: side, address = '' } = cluster.resource ?? {};
      if (side === undefined) return [];
      const id = side.id === undefined ? [] : [`id ${side.id}`];
      return [`address ${address}`, ...id].map((name) => [name, cluster] as const);
    });
    return new Map(named.reverse());
  };
  return { before: on('before'), after: on('after') };
});

/** The pool at an address. */
export function poolAt({ plan }: World, address: string | undefined): Both<NodePoolSide> | undefined {
  return address === undefined ? undefined : poolsByAddress(plan.nodePools).get(address)?.[0];
}

const poolsByAddress = memoOfObject((pools: Plan['nodePools']) => groupBy(pools, ({ address }) => address));

/** The pools and single nodes of a cluster that are there on that side, in their order. */
export function nodesOf(world: World, cluster: BoundCluster): Readonly<Record<SideName, ClusterNodes>> {
  const { before, after } = nodesByCluster(world);
  return { before: before(cluster), after: after(cluster) };
}

/** What has nodes of a cluster. */
type ClusterNodes = Pick<Plan, 'nodePools' | 'nodes'>;

const nodesByCluster = memoOfObject((world: World) => {
  const { nodePools, nodes } = world.plan;
  const on = (which: SideName): ((cluster: BoundCluster) => ClusterNodes) => {
    const by = <T extends NodePoolSide | NodeSide>(all: readonly Both<T>[]) =>
      groupBy(all, ({ [which]: side }) =>
        side === undefined ? undefined : clusterOf(world, side.cluster, which),
      );
    const pools = by(nodePools);
    const single = by(nodes);
    return (cluster) => ({ nodePools: pools.get(cluster) ?? [], nodes: single.get(cluster) ?? [] });
  };
  return { before: on('before'), after: on('after') };
});
