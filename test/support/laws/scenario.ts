/** What happens to a cluster, as data: the generators make it, the builder writes it down, the oracle judges it. */
import type { ClusterConfiguration, Configuration } from '../../../src/config/configuration.js';
import type { Facts } from '../../../src/facts/facts.js';
import { tableOf } from '../../../src/model/model.js';
import type { NetworkModel, Role } from '../../../src/model/requirement.js';
import { addressesIn } from '../../../src/net/address.js';
import { apiRule, factsOf, groupsOf } from '../facts/api-facts.js';
import { madeGroup, vpc, VPC_CIDR, world } from '../plans/cce-world.js';
import { dataSource, idOf } from '../plans/resource.js';
import { rulesOfRow } from '../plans/row-rules.js';
import { group, groupId, pool, rule, type RuleSpec } from '../plans/group-rules.js';
import {
  attribute,
  type Change,
  comes,
  deposed,
  forgotten,
  goes,
  madeAgain,
  read,
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
  /** What else is known of rules that CCE made. */
  readonly knowledge?: Knowledge | undefined;
}

/** A record in the configuration, the ids of all rules of a group, or facts. */
export type Knowledge =
  | {
      readonly kind: 'record';
      readonly gone: readonly string[];
      readonly standing: readonly string[] | 'all';
    }
  /** So many rules of the group are managed by nobody. */
  | { readonly kind: 'rule-ids'; readonly role: Role; readonly unmanaged: number }
  /** The group as it is: without the rules of some rows, and with some that nobody manages. */
  | {
      readonly kind: 'facts';
      readonly role: Role;
      readonly without: readonly string[];
      readonly more: readonly RuleSpec[];
    };

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
    ...ruleIdsOf(scenario),
  ];
}

/** The data source that lists the ids of all rules of a group. */
function ruleIdsOf(scenario: Scenario): readonly Change[] {
  const { knowledge } = scenario;
  if (knowledge?.kind !== 'rule-ids') return [];
  const group = madeGroup(knowledge.role);
  const managed = stoodIn(scenario, group).map(({ name, spec }) => String(rule(name, spec).computed['id']));
  const others = Array.from({ length: knowledge.unmanaged }, (_, i) => idOf(`unmanaged ${String(i)}`));
  // The provider puts an empty text among them.
  const ids = ['', ...managed, ...others];
  return [read(dataSource('networking_secgroup_rule_ids_v2', 'ids', { security_group_id: group }, { ids }))];
}

/** The managed rules of the group that stood before. */
function stoodIn(
  { rules }: Scenario,
  group: Ref,
): readonly { readonly name: string; readonly spec: RuleSpec }[] {
  return rules.flatMap(({ name, how, before, after }) => {
    const spec = how === 'stands' ? after : before;
    const stood = how !== 'comes' && how !== 'vanished' && how !== 'made-again';
    return stood && spec.group.ref === group.ref ? [{ name, spec }] : [];
  });
}

/** What files of facts show. */
export function factsIn(scenario: Scenario): Facts | undefined {
  const { knowledge } = scenario;
  if (knowledge?.kind !== 'facts') return undefined;
  const group = madeGroup(knowledge.role);
  const unmanaged = seenBeside(scenario).map((spec, i) => apiRule(`unmanaged ${String(i)}`, asSent(spec)));
  const managed = stoodIn(scenario, group).map(({ name, spec }) => apiRule(name, asSent(spec)));
  return factsOf(groupsOf([...managed, ...unmanaged], [group.value ?? '']));
}

/** What the provider sends of ICMP without a type is type 0. */
function asSent(spec: RuleSpec): RuleSpec {
  return spec.protocol === 'icmp' && spec.ports?.[0] === undefined ? { ...spec, ports: [0, 0] } : spec;
}

/** The rules that facts show beside the managed ones: of the rows that are still there, and others. */
export function seenBeside({ knowledge, model, rules }: Scenario): readonly RuleSpec[] {
  if (knowledge?.kind !== 'facts') return [];
  const { role, without, more } = knowledge;
  const owner = madeGroup(role);
  const rows = (tableOf(role, model)?.rows ?? []).filter(({ id }) => !without.includes(id));
  const managed = new Set(
    rules
      .filter(({ how }) => how !== 'comes')
      .map(({ how, before, after }) => JSON.stringify(how === 'stands' ? after : before)),
  );
  const own = rows.flatMap((row) => rulesOfRow(row, { owner, model }));
  return [...own.filter((spec) => !managed.has(JSON.stringify(spec))), ...more];
}

/** Whether facts can show the rules of the group: all that stood are of the v2 API. */
export function canBeSeen(scenario: Scenario, role: Role): boolean {
  return stoodIn(scenario, madeGroup(role)).every(({ spec }) => spec.api !== 'v3');
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
  const { defaultRulePriority, loadBalancers, serviceMesh, masters, knowledge } = scenario;
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
    defaultRules:
      knowledge?.kind === 'record' ? { gone: knowledge.gone, standing: knowledge.standing } : undefined,
    securityGroups: { node: [], control: [], eni: [] },
  };
  const isConfigured =
    prod.defaultRules ?? [loadBalancers, serviceMesh, masters].find((cidr) => cidr !== undefined);
  return { defaultRulePriority, clusters: isConfigured === undefined ? [] : [prod] };
}

/** The address under which reports name a pool. */
export function poolAddress(name: string): string {
  return `opentelekomcloud_cce_node_pool_v3.${name}`;
}

/** A CIDR that another resource of the plan will have, known after apply. */
export function unknownCidr(name: string): Ref {
  return attribute({ ...group(name), type: 'vpc_subnet_v1', name }, 'cidr', false);
}
