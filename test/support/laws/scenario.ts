/** What happens to a cluster, as data: the generators make it, the builder writes it down, the oracle judges it. */
import type { ClusterConfiguration, Configuration } from '../../../src/config/configuration.js';
import type { NetworkModel } from '../../../src/model/requirement.js';
import { addressesIn } from '../../../src/net/address.js';
import { vpc, VPC_CIDR, world } from '../plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../plans/group-rules.js';
import {
  attribute,
  type Change,
  comes,
  deposed,
  forgotten,
  goes,
  madeAgain,
  type Ref,
  replaced,
  type Resource,
  stands,
  updated,
  vanished,
} from '../plans/plan-builder.js';

/** What becomes of a rule: there before, there after, and in which order. */
export type How =
  | 'stands'
  | 'comes'
  | 'goes'
  | 'destroy-first'
  | 'create-first'
  | 'forgotten'
  | 'vanished'
  | 'made-again'
  | 'deposed';

/** One rule. `before` counts for what goes, `after` for what comes; both for what stands or is replaced. */
export interface ScenarioRule {
  readonly name: string;
  readonly how: How;
  readonly before: RuleSpec;
  readonly after: RuleSpec;
}

/** A security group of the user's own. */
export interface ScenarioGroup {
  readonly name: string;
  readonly api: 'v2' | 'v3';
  readonly isBare: boolean;
  readonly isNew: boolean;
}

/** A node pool with groups of its own. */
export interface ScenarioPool {
  readonly name: string;
  readonly how: 'stands' | 'comes' | 'replaced';
  /** None: the cluster's default group. */
  readonly before: readonly ScenarioGroup[];
  readonly after: readonly ScenarioGroup[];
}

export interface Scenario {
  readonly model: NetworkModel;
  readonly isNew: boolean;
  /** Null: chosen by the cloud, known after apply. */
  readonly container: string | null;
  readonly dns: readonly string[] | undefined;
  /** A second CIDR of the VPC, on each side. */
  readonly secondary: { readonly before: string | null; readonly after: string | null };
  /** `security_group_id` of the cluster. */
  readonly ownDefault: ScenarioGroup | undefined;
  readonly groups: readonly ScenarioGroup[];
  readonly pools: readonly ScenarioPool[];
  readonly rules: readonly ScenarioRule[];
  readonly defaultRulePriority: 1 | 100 | undefined;
  readonly loadBalancers: string | undefined;
  readonly serviceMesh: string | undefined;
  readonly masters: string | undefined;
}

/** The reference by which rules and pools name the group. */
export function refOf({ name, api, isBare, isNew }: ScenarioGroup): Ref {
  return groupId(name, !isNew, { api, isBare });
}

/** The scenario as a plan. */
export function changesOf(scenario: Scenario): readonly Change[] {
  const { model, isNew, dns, container, ownDefault, secondary } = scenario;
  const network = isNew
    ? undefined
    : secondary.before === secondary.after
      ? stands(vpc(VPC_CIDR, secondary.before))
      : updated(vpc(VPC_CIDR, secondary.before), vpc(VPC_CIDR, secondary.after));
  const base = world({
    model,
    as: isNew ? 'new' : 'managed',
    dns,
    container,
    ownGroup: ownDefault && refOf(ownDefault),
    ...(network && { vpc: network }),
  });
  return [
    ...base,
    ...scenario.groups.map((own) => (own.isNew ? comes : stands)(group(own.name, own))),
    ...scenario.pools.map((own) => poolChange(own, isNew)),
    ...scenario.rules.map(ruleChange),
  ];
}

function poolChange({ name, how, before, after }: ScenarioPool, isNew: boolean): Change {
  const clusterId: { readonly clusterId?: Ref } = isNew
    ? { clusterId: { ref: 'opentelekomcloud_cce_cluster_v3.prod.id' } }
    : {};
  const make = (groups: readonly ScenarioGroup[]): Resource =>
    pool(name, { groups: groups.map(refOf), ...clusterId });
  if (how === 'comes') return comes(make(after));
  if (how === 'stands') return stands(make(after));
  return replaced(make(before), make(after), 'destroy-first', ['security_group_ids']);
}

function ruleChange({ name, how, before, after }: ScenarioRule): Change {
  const [old, next] = [rule(name, before), rule(name, after)];
  switch (how) {
    case 'stands':
      return stands(next);
    case 'comes':
      return comes(next);
    case 'goes':
      return goes(old);
    case 'destroy-first':
    case 'create-first':
      return replaced(old, next, how);
    case 'forgotten':
      return forgotten(old);
    case 'vanished':
      return vanished(old);
    case 'made-again':
      return { ...madeAgain(next), drifted: old };
    case 'deposed':
      return deposed(old);
  }
}

/** The configuration file that goes with the scenario. */
export function configurationOf(scenario: Scenario): Partial<Configuration> {
  const { defaultRulePriority, loadBalancers, serviceMesh, masters } = scenario;
  const peers = (cidr: string | undefined): ClusterConfiguration['masterCidrs'] =>
    cidr === undefined ? undefined : [addressesIn(cidr)];
  const prod: ClusterConfiguration = {
    name: 'prod',
    region: undefined,
    networkModel: undefined,
    vpcCidrs: undefined,
    containerCidrs: undefined,
    masterCidrs: peers(masters),
    dnsServers: undefined,
    loadBalancerCidrs: peers(loadBalancers),
    serviceMeshCidrs: peers(serviceMesh),
    serviceCidrs: undefined,
    defaultRules: undefined,
    securityGroups: { node: [], control: [], eni: [] },
  };
  const isConfigured = [loadBalancers, serviceMesh, masters].some((cidr) => cidr !== undefined);
  return { defaultRulePriority, clusters: isConfigured ? [prod] : [] };
}

/** The address under which reports name a pool. */
export function poolAddress(name: string): string {
  return `opentelekomcloud_cce_node_pool_v3.${name}`;
}

/** A CIDR that another resource of the plan will have, known after apply. */
export function unknownCidr(name: string): Ref {
  return attribute({ ...group(name), type: 'vpc_subnet_v1', name }, 'cidr', false);
}
