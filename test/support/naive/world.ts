/**
 * A plan as a plain list of rules. Of the product's report it takes who is who (groups with role, id and address,
 * clusters with their CIDRs) and what is believed of rules that CCE made; all else is read from the plan itself.
 */
import type { NetworkModel, Role } from '../../../src/model/requirement.js';
import { SERVICE_RANGES } from '../../../src/model/ranges.js';
import type { ReportJson } from '../../../src/format/json/schema.js';
import { type Places, places, type Ranges } from '../oracle/places.js';
import { attributesIn, type PlanFile } from './documents.js';
import { entriesAt, type GroupJson, isDestroyed, isMade, keyOf, namesOf } from './names.js';
import { type NameGroup, NOBODY_KNOWS, type Step, stepsOf } from './rules.js';
import { comesToVpc, type UnlistedRule, unlistedRules } from './unlisted.js';

/** What the configuration file says that counts here. */
export interface NaiveConfiguration {
  readonly priority?: 1 | 100 | undefined;
  readonly loadBalancers?: readonly string[];
  readonly serviceMesh?: readonly string[];
}

export interface NaiveGroup {
  readonly key: string;
  readonly name: string | null;
  readonly role: Role;
  readonly cluster: string;
  /** The plan makes it. */
  readonly isNew: boolean;
  /** The plan destroys it. */
  readonly isGone: boolean;
  /** A table is held against it alone: CCE made it, or it is what the cluster has for its nodes. */
  readonly isWhole: boolean;
}

export interface NaiveCluster {
  readonly name: string;
  readonly model: NetworkModel;
  readonly before: Ranges;
  readonly after: Ranges;
}

export interface NaiveWorld {
  readonly clusters: readonly NaiveCluster[];
  readonly groups: readonly NaiveGroup[];
  readonly steps: readonly Step[];
  readonly unlisted: readonly UnlistedRule[];
  readonly plans: readonly PlanFile[];
  readonly configuration: NaiveConfiguration;
  /** The one name of a group, by its id, its address or a reference. */
  readonly nameGroup: NameGroup;
  /** Why this reading is not the whole truth; empty when it is. */
  readonly limits: readonly string[];
}

/** The world of these plans, which the report is about. */
export function naiveWorld(
  plans: readonly PlanFile[],
  report: ReportJson,
  configuration: NaiveConfiguration = {},
): NaiveWorld {
  const nameGroup = namesOf(plans, report);
  const steps = plans.flatMap((plan) => stepsOf(plan, nameGroup));
  const clusters = report.clusters.flatMap((cluster) => clusterOf(cluster, plans, configuration));
  const groups = report.groups.map((group): NaiveGroup => ({
    key: keyOf(group, report, nameGroup),
    name: group.name,
    role: group.role as Role,
    cluster: group.cluster,
    isNew: isMade(plans, group, report),
    isGone: isDestroyed(plans, group, report),
    isWhole: group.defaults.some(({ requirement }) => requirement !== null) || isOfCluster(group),
  }));
  function isOfCluster({ address, id, cluster }: GroupJson): boolean {
    const owner = report.clusters.find(({ name }) => name === cluster);
    return plans.some((plan) =>
      entriesAt([plan], owner?.address ?? null).some((entry) => {
        const named =
          entry.change.after?.['security_group_id'] ?? attributesIn(plan, entry, 'security_group_id')?.[0];
        return (
          typeof named === 'string' && named !== '' && nameGroup(named) === nameGroup(id ?? address ?? '')
        );
      }),
    );
  }
  const unlisted = report.groups.flatMap((group, i) => {
    const own = groups[i];
    const cluster = clusters.find(({ name }) => name === group.cluster);
    if (own === undefined || cluster === undefined) return [];
    const named = (role: Role): string =>
      role === own.role
        ? own.key
        : (groups.find((one) => one.cluster === group.cluster && one.role === role)?.key ?? `no ${role}`);
    const others = { node: named('node'), control: named('control'), eni: named('eni') };
    return unlistedRules({ ...own, ranges: cluster.after, others, report: group }, steps, plans);
  });
  const limits = limitsOf(plans, report, steps);
  return { clusters, groups, steps, unlisted, plans, configuration, nameGroup, limits };
}

/** CIDRs; what stands in parentheses is a name for addresses that the plan does not show. */
function placesOf(texts: readonly string[]): Places {
  const unknown = texts.find((text) => text.startsWith('('));
  return {
    ...places(...texts.filter((text) => text !== unknown)),
    ...(unknown !== undefined && { token: unknown.slice(1, -1) }),
  };
}

function clusterOf(
  cluster: ReportJson['clusters'][number],
  plans: readonly PlanFile[],
  { loadBalancers = [], serviceMesh = [] }: NaiveConfiguration,
): readonly NaiveCluster[] {
  const { name, networkModel: model, vpcCidrs, containerCidrs, masterCidrs, dnsServers } = cluster;
  if (model !== 'vpc-router' && model !== 'overlay_l2' && model !== 'eni') return [];
  const after: Ranges = {
    vpc: placesOf(vpcCidrs),
    containers: placesOf(containerCidrs),
    masters: placesOf(masterCidrs),
    dns: placesOf(dnsServers),
    balancers: places(...loadBalancers),
    mesh: places(...serviceMesh),
    services: {
      'vpc-endpoint-service': places(SERVICE_RANGES['vpc-endpoint-service']),
      'internal-services': places(SERVICE_RANGES['internal-services']),
    },
  };
  const before = { ...after, vpc: placesOf(vpcCidrs.filter((cidr) => !comesToVpc(cidr, plans))) };
  return [{ name, model, before, after }];
}

/** What is read too plainly here to be sure of an answer. */
function limitsOf(plans: readonly PlanFile[], report: ReportJson, steps: readonly Step[]): readonly string[] {
  const rules = steps.flatMap(({ before, after }) => [...before, ...after]);
  const lost = rules.filter(({ spec }) => spec.group.ref === NOBODY_KNOWS);
  const seen = report.groups.filter(({ defaults }) => defaults.some(({ belief }) => belief === 'seen'));
  const replaced = report.clusters.filter(({ address }) =>
    entriesAt(plans, address).some(
      ({ change }) => change.before !== null && change.actions.includes('create'),
    ),
  );
  const swiss = plans.some((plan) => JSON.stringify(plan).includes('"eu-ch2"'));
  const servers = plans.flatMap(({ resource_changes: changes = [] }) =>
    changes.flatMap(({ type, change }) =>
      type.endsWith('_vpc_subnet_v1') ? [JSON.stringify((change.after ?? change.before)?.['dns_list'])] : [],
    ),
  );
  const hasPorts = plans.some((plan) => JSON.stringify(plan).includes('service-node-port-range'));
  return [
    ...(new Set(servers).size > 1 ? ['pools may have DNS servers of their own'] : []),
    ...(hasPorts ? ['node ports may be others'] : []),
    ...lost.map(({ address }) => `${address}: its group is not found out here`),
    ...seen.map(({ role, cluster }) => `${role} of ${cluster} is as facts show it`),
    ...replaced.map(({ name }) => `cluster ${name} is replaced`),
    ...(report.clusters.length === 0 ? ['no cluster is told'] : []),
    ...(swiss ? ['a region with a page of its own'] : []),
  ];
}
