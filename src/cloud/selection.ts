import type { CloudFacts } from './facts.js';

/** What a plan names of the cloud. */
export interface NamedByPlan {
  /** Ids of things of any kind. */
  readonly ids: ReadonlySet<string>;
  readonly clusterNames: ReadonlySet<string>;
}

/**
 * The part of a project that a plan is about: its groups and clusters, the clusters of its groups with all groups that
 * CCE made for them, and the VPCs, subnets and address groups of these. Undefined when the project has nothing of it.
 */
export function selectNamed(facts: CloudFacts, { ids, clusterNames }: NamedByPlan): CloudFacts | undefined {
  const named = facts.security_groups.filter(({ id }) => ids.has(id));
  const makers = new Set(named.flatMap(({ description }) => uuidsIn(description)));
  const clusters = facts.clusters.filter(
    ({ metadata: { uid, name } }) => ids.has(uid) || makers.has(uid) || clusterNames.has(name),
  );
  const isOfCluster = groupOfClusters(clusters);
  const groups = facts.security_groups.filter((group) => ids.has(group.id) || isOfCluster(group));
  if (groups.length === 0) return undefined;
  const groupIds = new Set(groups.map(({ id }) => id));
  const rules = facts.security_group_rules.filter((rule) => groupIds.has(rule.security_group_id));
  const addressGroups = new Set(rules.map(({ remote_address_group_id: id }) => id));
  const vpcs = new Set(clusters.map(({ spec }) => spec.hostNetwork.vpc));
  const isOfVpc = (id: string) => ids.has(id) || vpcs.has(id);
  return {
    ...facts,
    security_groups: groups,
    security_group_rules: rules,
    address_groups: facts.address_groups.filter(({ id }) => ids.has(id) || addressGroups.has(id)),
    clusters,
    vpcs: facts.vpcs.filter(({ id }) => isOfVpc(id)),
    subnets: facts.subnets.filter(({ id, vpc_id: vpc }) => ids.has(id) || isOfVpc(vpc)),
  };
}

/** CCE names the cluster's id in the description of the groups that it makes; a group of the user's own is in its spec. */
function groupOfClusters(
  clusters: CloudFacts['clusters'],
): (group: CloudFacts['security_groups'][number]) => boolean {
  const uids = new Set(clusters.map(({ metadata }) => metadata.uid));
  const own = new Set(clusters.map(({ spec }) => spec.hostNetwork.SecurityGroup));
  return ({ id, description }) => own.has(id) || uuidsIn(description).some((uid) => uids.has(uid));
}

/** A UUID, as the cloud writes ids. */
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The ids in a text. */
export function uuidsIn(text: string | null | undefined): readonly string[] {
  return text?.match(ID) ?? [];
}

/** Read at once; an id that lies across two parts is found by the overlap. */
const PART = 16 * 1024 * 1024;
const ID_LENGTH = 36;

/** The ids in the bytes of a plan, wherever they stand: in a resource, a variable, an output or a remote state. */
export function idsOfPlan(bytes: Uint8Array): ReadonlySet<string> {
  const decoder = new TextDecoder('latin1');
  const ids = new Set<string>();
  for (let from = 0; from < bytes.length; from += PART) {
    for (const id of uuidsIn(decoder.decode(bytes.subarray(from, from + PART + ID_LENGTH)))) ids.add(id);
  }
  return ids;
}
