import type { Configuration } from '../config/configuration.js';
import { tableOf } from '../model/model.js';
import { type PeerName, type Role, ROLES } from '../model/requirement.js';
import { type PeerSet, unionOfPeers } from '../net/peers.js';
import type { Both, ClusterSide, Plan } from '../plan/plan.js';
import type { GroupKey, Rule, RuleSide } from '../plan/rule.js';
import { type Addresses, addressesOf, type Reach } from './addresses.js';
import {
  type Agreement,
  type DefaultRule,
  defaultRulesOfRow,
  type GroupKeys,
  isDefaultRule,
  knownCidr,
} from './default-rules.js';
import { type PlacedCluster, type PlacedGroup, placeClusters } from './placement.js';

/** A cluster with what its names mean in addresses, on each side on which it exists. */
export interface BoundCluster extends PlacedCluster {
  readonly before: Addresses | undefined;
  readonly after: Addresses | undefined;
}

/** The plan with its clusters bound: what every later question starts from. */
export interface World {
  readonly plan: Plan;
  readonly configuration: Configuration;
  /** The day of the run, `YYYY-MM-DD`, UTC. */
  readonly today: string;
  readonly clusters: readonly BoundCluster[];
  /** Rules that may belong to the group on either side, or did when Terraform last looked. */
  readonly rulesOf: (key: GroupKey) => readonly Rule[];
  /** Whether the plan tells nothing of the group with this id. */
  readonly isUnplaced: (key: GroupKey) => boolean;
}

/** Binds every cluster. */
export function worldOf(plan: Plan, configuration: Configuration, today: string): World {
  const placed = placeClusters(plan, configuration);
  const rulesOf = indexRules(plan.rules);
  const isUnplaced = unplacedBy(plan, placed);
  const clusters = placed.map((cluster) => {
    const bound = bind(plan, cluster, {});
    return bind(plan, cluster, findings(bound, rulesOf, isUnplaced));
  });
  return { plan, configuration, today, clusters, rulesOf, isUnplaced: unplacedBy(plan, clusters) };
}

function indexRules(rules: readonly Rule[]): World['rulesOf'] {
  const byKey = new Map<GroupKey, Rule[]>();
  const anywhere: Rule[] = [];
  for (const rule of rules) {
    const sides = [rule.before, rule.after, rule.drifted].filter((side) => side !== undefined);
    const refs = sides.map((side) => side.group);
    if (refs.some((ref) => ref.kind === 'unknown' && ref.oneOf.length === 0)) {
      anywhere.push(rule);
      continue;
    }
    const keys = refs.flatMap((ref) => (ref.kind === 'group' ? [ref.key] : ref.oneOf));
    for (const key of new Set(keys)) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [rule]);
      else list.push(rule);
    }
  }
  return (key) => [...(byKey.get(key) ?? []), ...anywhere];
}

function unplacedBy(plan: Plan, clusters: readonly PlacedCluster[]): (key: GroupKey) => boolean {
  const known = new Set<GroupKey | undefined>(plan.groups.map(({ key }) => key));
  for (const { node, control, eni } of clusters) {
    for (const group of [node, control, eni]) {
      if (group === undefined || group.isIdUnknown) continue;
      for (const key of [group.before, group.after, ...group.also]) known.add(key);
    }
  }
  for (const pool of plan.nodePools) {
    for (const ref of [...(pool.before?.groups ?? []), ...(pool.after?.groups ?? [])]) {
      if (ref.kind === 'group') known.add(ref.key);
    }
  }
  return (key) => !known.has(key);
}

/** What rules of the plan tell of a cluster's unknown CIDRs and groups, by being default rules. */
interface Learned {
  readonly vpc?: PeerSet;
  readonly container?: PeerSet;
  readonly master?: PeerSet;
  readonly control?: GroupKey;
  readonly eni?: GroupKey;
}

function bind(plan: Plan, cluster: PlacedCluster, learned: Learned): BoundCluster {
  const { resource, model } = cluster;
  const side = (which: 'before' | 'after'): Addresses | undefined => {
    if (model === undefined || (resource !== undefined && resource[which] === undefined)) return undefined;
    const facts = { cluster: resource, model, configured: cluster.configuration };
    return applied(addressesOf(plan, facts, which), learned);
  };
  return {
    ...cluster,
    control: withKey(cluster.control, learned.control),
    eni: cluster.eni === undefined ? undefined : withKey(cluster.eni, learned.eni),
    before: side('before'),
    after: side('after'),
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

function applied(addresses: Addresses, learned: Learned): Addresses {
  const vpc = known(addresses.vpc, learned.vpc);
  const isVpc = addresses.master === addresses.vpc;
  return {
    ...addresses,
    vpc,
    container: known(addresses.container, learned.container),
    master: known(isVpc && learned.master === undefined ? vpc : addresses.master, learned.master),
  };
}

function known(reach: Reach, peers: PeerSet | undefined): Reach {
  if (peers === undefined || reach.peers.tokens.length === 0) return reach;
  const ranges = peers.v4.map((interval) => ({ v4: [interval], v6: [], tokens: [] }));
  return { ...reach, ranges, peers, source: 'a rule of the plan that is a default rule' };
}

/** The keys by which a cluster's rows name groups, on the side on which they are. */
export function groupKeys(cluster: PlacedCluster, which: 'before' | 'after'): GroupKeys {
  return { node: cluster.node[which], control: cluster.control[which], eni: cluster.eni?.[which] };
}

/**
 * The default rules of a group that CCE made. CCE adjusts the node group to new CIDRs of the VPC by itself;
 * the control and ENI groups keep what they were made with (design, fine points).
 */
export function madeRules(cluster: BoundCluster, role: Role, key: GroupKey): readonly DefaultRule[] {
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

/** Every side of the rule that was there before this plan. */
export function pastSides(rule: Rule): readonly RuleSide[] {
  return [rule.before, rule.drifted].filter((side) => side !== undefined);
}

/** Whether the key stands for a group of the cluster whose id the plan does not show. */
export function isIdUnknown(cluster: PlacedCluster, key: GroupKey): boolean {
  return [cluster.control, cluster.eni].some(
    (group) => group?.isIdUnknown === true && (group.before === key || group.after === key),
  );
}

/** Learns from rules of the past that can only be default rules. */
function findings(
  cluster: BoundCluster,
  rulesOf: World['rulesOf'],
  isUnplaced: World['isUnplaced'],
): Learned {
  const agreement: Agreement = { isUnplaced, isIdUnknown: (key) => isIdUnknown(cluster, key) };
  const cidrs = new Map<keyof Learned, PeerSet[]>();
  const groups = new Map<keyof Learned, GroupKey>();
  for (const role of ROLES) {
    const key = cluster[role]?.before;
    if (key === undefined) continue;
    const past = rulesOf(key).flatMap(pastSides);
    for (const rule of madeRules(cluster, role, key)) {
      if (rule.before === undefined || !isLearnable(rule, cluster)) continue;
      for (const side of past.filter((p) => isDefaultRule(p, rule, agreement))) {
        learn(rule, side, cidrs, groups);
      }
    }
  }
  const one = (name: keyof Learned): PeerSet | undefined => {
    const list = cidrs.get(name);
    return list === undefined ? undefined : unionOfPeers(list);
  };
  const [vpc, container, master] = [one('vpc'), one('container'), one('master')];
  const [control, eni] = [groups.get('control'), groups.get('eni')];
  return {
    ...(vpc && { vpc }),
    ...(container && { container }),
    ...(master && { master }),
    ...(control !== undefined && { control }),
    ...(eni !== undefined && { eni }),
  };
}

function isLearnable(rule: DefaultRule, cluster: BoundCluster): boolean {
  const peer = rule.before?.peer;
  if (peer?.kind === 'range') return peer.range.kind === 'unknown';
  return peer?.kind === 'group' && peer.group.kind === 'group' && isIdUnknown(cluster, peer.group.key);
}

function learn(
  rule: DefaultRule,
  side: RuleSide,
  cidrs: Map<keyof Learned, PeerSet[]>,
  groups: Map<keyof Learned, GroupKey>,
): void {
  const name = rule.requirement === undefined ? undefined : LEARNED_FROM.get(rule.requirement.peer);
  const peers = knownCidr(side.peer);
  if (name === undefined) return;
  if (peers !== undefined) cidrs.set(name, [...(cidrs.get(name) ?? []), peers]);
  else if (side.peer.kind === 'group' && side.peer.group.kind === 'group')
    groups.set(name, side.peer.group.key);
}

const LEARNED_FROM: ReadonlyMap<PeerName, keyof Learned> = new Map<PeerName, keyof Learned>([
  ['vpc-cidr', 'vpc'],
  ['container-cidr', 'container'],
  ['container-subnet-cidr', 'container'],
  ['master-node-cidr', 'master'],
  ['control-group', 'control'],
  ['eni-group', 'eni'],
]);

/** The cluster that a pool or node names. */
export function clusterOf(
  world: World,
  ref: { readonly kind: string; readonly id?: string; readonly address?: string },
  which: 'before' | 'after',
): BoundCluster | undefined {
  return world.clusters.find(({ resource }) => {
    const side: ClusterSide | undefined = resource?.[which];
    if (resource === undefined || side === undefined) return false;
    return ref.kind === 'id'
      ? side.id === ref.id
      : ref.kind === 'address' && isAddress(resource, ref.address);
  });
}

function isAddress(resource: Both<ClusterSide>, address: string | undefined): boolean {
  return resource.address === address;
}
