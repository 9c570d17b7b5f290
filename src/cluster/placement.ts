import { compare, distinct, groupBy } from '../collections.js';
import type { ClusterConfiguration, Configuration } from '../config/configuration.js';
import { type NetworkModel, networkModelOf, type Role } from '../model/requirement.js';
import type { Both, ClusterSide, Name, ObjectRef, Plan } from '../plan/plan.js';
import type { GroupKey } from '../plan/rule.js';
import { type GroupIndex, indexGroups, roleToldBy } from './group-index.js';

/** How it is known what a group is to a cluster. */
export type PlacedBy = 'configuration' | 'reference' | 'id' | 'description' | 'name' | 'assumed';

/** A group in its role, on both sides. */
export interface PlacedGroup {
  readonly role: Role;
  readonly before: GroupKey | undefined;
  readonly after: GroupKey | undefined;
  readonly placedBy: PlacedBy;
  /** More groups that the configuration names: members are in all of them. */
  readonly also: readonly GroupKey[];
  /** The key stands for a group whose id the plan does not show. */
  readonly isIdUnknown: boolean;
}

/** A cluster of the plan or of the configuration, and the groups that CCE made for it. */
export interface PlacedCluster {
  /** For comparing; may be a secret. */
  readonly name: string;
  /** For printing. */
  readonly label: string;
  /** The resource or data source; undefined when only the configuration or a group's name tells of it. */
  readonly resource: Both<ClusterSide> | undefined;
  readonly configuration: ClusterConfiguration | undefined;
  /** `undefined`: nobody tells. A text that is no model: one that the page has no tables for. */
  readonly networkType: Name | undefined;
  readonly model: NetworkModel | undefined;
  readonly node: PlacedGroup;
  readonly control: PlacedGroup;
  readonly eni: PlacedGroup | undefined;
}

/** What stands for a name that must not be printed. */
const SENSITIVE_NAME = '(sensitive)';

function printable({ text, isSensitive }: Name): string {
  return isSensitive ? SENSITIVE_NAME : text;
}

/** Places the groups of every cluster that the plan, the configuration or a group tells of. Sorted by name. */
export function placeClusters(plan: Plan, configuration: Configuration): readonly PlacedCluster[] {
  const index = indexGroups(plan);
  const byName = new Map(configuration.clusters.map((one) => [one.name, one]));
  const shown = distinctClusters(plan).map((resource) => {
    const name = resource.after?.name ?? resource.before?.name;
    return place(index, {
      name: name ?? { text: resource.address, isSensitive: false },
      ids: [resource.before?.id, resource.after?.id].filter((id) => id !== undefined),
      resource,
      configured: name === undefined ? undefined : byName.get(name.text),
    });
  });
  const taken = new Set(shown.map((cluster) => cluster.configuration));
  const elsewhere = configuration.clusters
    .filter((configured) => !taken.has(configured))
    .map((configured) => {
      const name = { text: configured.name, isSensitive: false };
      return place(index, { name, ids: undefined, resource: undefined, configured });
    });
  const placed = [...shown, ...elsewhere];
  return [...placed, ...clustersOfGroups(plan, index, placed)].sort((a, b) => compare(a.name, b.name));
}

/** Each cluster once. A resource says it all; what a data source leaves out, another one may tell. */
function distinctClusters(plan: Plan): readonly Both<ClusterSide>[] {
  const there = plan.clusters.filter(({ before, after }) => before !== undefined || after !== undefined);
  const ordered = [...there].sort((a, b) => Number(a.isData) - Number(b.isData));
  const sameId = groupBy(ordered, (cluster) => cluster.after?.id ?? cluster.before?.id ?? cluster);
  return [...sameId.values()].map(([first, ...others]) =>
    first.isData ? others.reduce(withMore, first) : first,
  );
}

function withMore(own: Both<ClusterSide>, other: Both<ClusterSide>): Both<ClusterSide> {
  const more = other.after ?? other.before;
  const side = (told: ClusterSide | undefined): ClusterSide | undefined =>
    told === undefined || more === undefined ? told : filledSide(told, more);
  return { ...own, before: side(own.before), after: side(own.after) };
}

function filledSide(told: ClusterSide, more: ClusterSide): ClusterSide {
  const firstOf = (a: ObjectRef, b: ObjectRef): ObjectRef => (a.kind === 'unknown' ? b : a);
  return {
    ...told,
    name: told.name ?? more.name,
    networkType: told.networkType ?? more.networkType,
    vpc: firstOf(told.vpc, more.vpc),
    subnet: firstOf(told.subnet, more.subnet),
    eniSubnet: firstOf(told.eniSubnet, more.eniSubnet),
    containerCidr: told.containerCidr ?? more.containerCidr,
    eniSubnetCidr: told.eniSubnetCidr ?? more.eniSubnetCidr,
    nodeGroup: told.nodeGroup ?? more.nodeGroup,
    controlGroup: told.controlGroup ?? more.controlGroup,
    ownNodeGroup: told.ownNodeGroup ?? more.ownNodeGroup,
    hasIpv6: told.hasIpv6 || more.hasIpv6,
    apiAddress: told.apiAddress ?? more.apiAddress,
    nodePorts: told.nodePorts ?? more.nodePorts,
    region: told.region ?? more.region,
  };
}

interface Source {
  readonly name: Name;
  /** As {@link GroupIndex} asks for them. */
  readonly ids: readonly string[] | undefined;
  readonly resource: Both<ClusterSide> | undefined;
  readonly configured: ClusterConfiguration | undefined;
}

function place(index: GroupIndex, source: Source): PlacedCluster {
  const { name, resource, configured } = source;
  const side = resource?.after ?? resource?.before;
  const networkType =
    configured?.networkModel === undefined
      ? side?.networkType
      : { text: configured.networkModel, isSensitive: false };
  const model = networkModelOf(networkType?.text);
  return {
    name: name.text,
    label: printable(name),
    resource,
    configuration: configured,
    networkType,
    model,
    node: placeGroup(index, source, 'node'),
    control: placeGroup(index, source, 'control'),
    eni: model === 'eni' ? placeGroup(index, source, 'eni') : undefined,
  };
}

function placeGroup(index: GroupIndex, source: Source, role: Role): PlacedGroup {
  const { name, ids, resource, configured } = source;
  const named = configured?.securityGroups[role].flatMap((text) => configuredKey(index, text) ?? []) ?? [];
  const [fixed, ...also] = distinct(named);
  const at = { role, resource };
  if (fixed !== undefined) return { ...stable(fixed, 'configuration', at), also };
  const before = attributeKey(resource?.before, role);
  const after = attributeKey(resource?.after, role);
  if (before !== undefined || after !== undefined) {
    const placedBy = after !== undefined && index.isManaged(after) ? 'id' : 'reference';
    return { role, before, after, placedBy, also: [], isIdUnknown: false };
  }
  const told = index.madeFor({ name: name.text, ids }, role);
  if (told !== undefined) {
    const isNamed = told.origin.kind !== 'cce' || roleToldBy(told)?.role === role;
    return stable(told.key, isNamed ? 'name' : 'description', at);
  }
  const owner = resource?.address ?? `cluster ${printable(name)}`;
  return { ...stable(`${role} group of ${owner}`, 'assumed', at), isIdUnknown: true };
}

/** A group with the same key on each side on which the cluster is there. */
function stable(
  key: GroupKey,
  placedBy: PlacedBy,
  { role, resource }: { readonly role: Role; readonly resource: Source['resource'] },
): PlacedGroup {
  return {
    role,
    before: resource === undefined || resource.before !== undefined ? key : undefined,
    after: resource === undefined || resource.after !== undefined ? key : undefined,
    placedBy,
    also: [],
    isIdUnknown: false,
  };
}

function attributeKey(side: ClusterSide | undefined, role: Role): GroupKey | undefined {
  const ref = role === 'node' ? side?.nodeGroup : role === 'control' ? side?.controlGroup : undefined;
  return ref?.kind === 'group' ? ref.key : undefined;
}

/** The id of a group, as it stands in the configuration. */
export const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A group of the configuration: its id, or the address or name of a group that the plan shows. */
function configuredKey(index: GroupIndex, text: string): GroupKey | undefined {
  return index.named(text)?.key ?? (ID.test(text) ? text : undefined);
}

/** Clusters of which only a group tells: their tables cannot be chosen, and a check says so. */
function clustersOfGroups(
  { groups }: Plan,
  index: GroupIndex,
  placed: readonly PlacedCluster[],
): readonly PlacedCluster[] {
  const known = new Set(
    placed.flatMap(({ name, resource }) => [name, resource?.before?.id, resource?.after?.id]),
  );
  const told = groups.flatMap((group): Source[] => {
    const { origin, nameBefore, nameAfter } = group;
    const cluster = origin.kind === 'own' ? undefined : roleToldBy(group)?.cluster;
    const id = origin.kind === 'cce' ? origin.clusterId : undefined;
    const text = cluster ?? id;
    if (text === undefined || known.has(text) || known.has(id)) return [];
    const isSensitive =
      cluster === undefined
        ? origin.kind === 'cce' && origin.isSensitive
        : (nameBefore ?? nameAfter)?.isSensitive === true;
    const ids = cluster === undefined ? [text] : undefined;
    return [{ name: { text, isSensitive }, ids, resource: undefined, configured: undefined }];
  });
  // The last group that names a cluster says whether the name is a secret.
  const sources = new Map(told.map((source) => [source.name.text, source]));
  return [...sources.values()].map((source) => place(index, source));
}
