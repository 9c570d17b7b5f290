import { compare, distinct, onlyOne } from '../collections.js';
import type { ClusterConfiguration, Configuration } from '../config/configuration.js';
import { type NetworkModel, type Role, ROLES } from '../model/requirement.js';
import type { Both, ClusterSide, Name, Plan, SecurityGroup } from '../plan/plan.js';
import { type NamedRole, roleOfName, roleOfPattern } from '../plan/references/group-names.js';
import type { GroupKey } from '../plan/rule.js';

/** How it is known what a group is to a cluster. */
export type PlacedBy = 'configuration' | 'reference' | 'id' | 'name' | 'assumed';

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
  /** Groups that the configuration names and the plan does not show: they count for nothing. */
  readonly notFound: readonly string[];
}

/** What stands for a name that must not be printed. */
const SENSITIVE_NAME = '(sensitive)';

function printable({ text, isSensitive }: Name): string {
  return isSensitive ? SENSITIVE_NAME : text;
}

/** Places the groups of every cluster that the plan, the configuration or a group's name tells of. Sorted by name. */
export function placeClusters(plan: Plan, configuration: Configuration): readonly PlacedCluster[] {
  const shown = distinctClusters(plan).map((resource) => {
    const name = resource.after?.name ?? resource.before?.name;
    const configured = configuration.clusters.find((one) => one.name === name?.text);
    return place(plan, {
      name: name ?? { text: resource.address, isSensitive: false },
      resource,
      configured,
    });
  });
  const taken = new Set(shown.map((cluster) => cluster.configuration));
  const elsewhere = configuration.clusters
    .filter((configured) => !taken.has(configured))
    .map((configured) =>
      place(plan, { name: { text: configured.name, isSensitive: false }, resource: undefined, configured }),
    );
  const placed = [...shown, ...elsewhere];
  return [...placed, ...clustersOfNames(plan, placed)].sort((a, b) => compare(a.name, b.name));
}

/** A data source for a cluster that is a resource here as well tells nothing new. */
function distinctClusters(plan: Plan): readonly Both<ClusterSide>[] {
  const seen = new Set<string>();
  const ordered = [...plan.clusters].sort((a, b) => Number(a.isData) - Number(b.isData));
  return ordered.filter(({ before, after, isData }) => {
    const id = after?.id ?? before?.id;
    const isTwin = isData && id !== undefined && seen.has(id);
    if (id !== undefined) seen.add(id);
    return !isTwin && (before !== undefined || after !== undefined);
  });
}

interface Source {
  readonly name: Name;
  readonly resource: Both<ClusterSide> | undefined;
  readonly configured: ClusterConfiguration | undefined;
}

function place(plan: Plan, source: Source): PlacedCluster {
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
    node: placeGroup(plan, source, 'node'),
    control: placeGroup(plan, source, 'control'),
    eni: model === 'eni' ? placeGroup(plan, source, 'eni') : undefined,
    // One configuration may serve several plans: what it says of clusters elsewhere is no mistake.
    notFound: resource === undefined ? [] : ROLES.flatMap((role) => notFoundOf(plan, configured, role)),
  };
}

function networkModelOf(networkType: string | undefined): NetworkModel | undefined {
  return networkType === 'vpc-router' || networkType === 'overlay_l2' || networkType === 'eni'
    ? networkType
    : undefined;
}

function placeGroup(plan: Plan, { name, resource, configured }: Source, role: Role): PlacedGroup {
  const named = configured?.securityGroups[role].flatMap((text) => configuredKey(plan, text) ?? []) ?? [];
  const [fixed, ...also] = distinct(named);
  const place = { role, resource };
  if (fixed !== undefined) return { ...stable(fixed, 'configuration', place), also };
  const before = attributeKey(resource?.before, role);
  const after = attributeKey(resource?.after, role);
  if (before !== undefined || after !== undefined) {
    const isKnown = plan.groups.some((group) => group.key === after && !group.isData);
    return { role, before, after, placedBy: isKnown ? 'id' : 'reference', also: [], isIdUnknown: false };
  }
  const byName = groupByName(plan, name.text, role);
  if (byName !== undefined) return stable(byName.key, 'name', place);
  const owner = resource?.address ?? `cluster ${printable(name)}`;
  return { ...stable(`${role} group of ${owner}`, 'assumed', place), isIdUnknown: true };
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

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A group of the configuration: its id, or the address or name of a group that the plan shows. */
function configuredKey(plan: Plan, text: string): GroupKey | undefined {
  const group = plan.groups.find(
    ({ key, address, nameAfter, nameBefore, existsAfter }) =>
      existsAfter && [key, address, nameAfter?.text, nameBefore?.text].includes(text),
  );
  return group?.key ?? (ID.test(text) ? text : undefined);
}

function notFoundOf(plan: Plan, configured: ClusterConfiguration | undefined, role: Role): readonly string[] {
  return configured?.securityGroups[role].filter((text) => configuredKey(plan, text) === undefined) ?? [];
}

function groupByName(plan: Plan, cluster: string, role: Role): SecurityGroup | undefined {
  return plan.groups.find((group) => {
    const name = group.nameBefore ?? group.nameAfter;
    if (name === undefined) return false;
    const told = toldBy(name);
    if (told !== undefined) return (told.cluster ?? onlyCluster(plan)) === cluster && told.role === role;
    // One page of the vendor writes `{cluster}-control-{random}`.
    return role === 'control' && name.text.startsWith(`${cluster}-control-`);
  });
}

function toldBy({ text, isPattern }: Name): NamedRole | undefined {
  return isPattern === true ? roleOfPattern(text) : roleOfName(text);
}

/** The name of the plan's cluster, when it has just one: then a pattern for any cluster can mean no other. */
function onlyCluster(plan: Plan): string | undefined {
  return onlyOne(plan.clusters.map(({ before, after }) => (after ?? before)?.name?.text));
}

/** Clusters of which only a group's name tells: their tables cannot be chosen, and a check says so. */
function clustersOfNames(plan: Plan, placed: readonly PlacedCluster[]): readonly PlacedCluster[] {
  const told = plan.groups.flatMap(({ nameBefore, nameAfter }): Name[] => {
    const name = nameBefore ?? nameAfter;
    const cluster = name === undefined ? undefined : toldBy(name)?.cluster;
    if (cluster === undefined || placed.some((one) => one.name === cluster)) return [];
    return [{ text: cluster, isSensitive: name?.isSensitive === true }];
  });
  // The last group that names a cluster says whether the name is a secret.
  const names = new Map(told.map((name) => [name.text, name]));
  return [...names.values()].map((name) => place(plan, { name, resource: undefined, configured: undefined }));
}
