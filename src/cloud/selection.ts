import type { CloudFacts } from './facts.js';

/** What a plan names of the cloud. */
export interface NamedByPlan {
  /** Ids of things of any kind. */
  readonly ids: ReadonlySet<string>;
  readonly clusterNames: ReadonlySet<string>;
}

/** The clusters that a plan names: by themselves, or by a group that CCE made for them. */
export function clustersNamed(facts: CloudFacts, { ids, clusterNames }: NamedByPlan): CloudFacts['clusters'] {
  const groups = facts.security_groups.filter(({ id }) => ids.has(id));
  const makers = new Set(groups.flatMap(({ description }) => uuidsIn(description)));
  return facts.clusters.filter(
    ({ metadata: { uid, name } }) => ids.has(uid) || makers.has(uid) || clusterNames.has(name),
  );
}

/**
 * The part of a project that is of its clusters, which are those of a plan, or that the plan names itself: groups with
 * all their rules, and the VPCs, subnets and address groups that they stand in or ask for.
 */
export function keepNamed(facts: CloudFacts, { ids }: NamedByPlan): CloudFacts {
  const isOfCluster = groupOfClusters(facts);
  const groups = facts.security_groups.filter((group) => ids.has(group.id) || isOfCluster(group));
  const groupIds = new Set(groups.map(({ id }) => id));
  const rules = facts.security_group_rules.filter((rule) => groupIds.has(rule.security_group_id));
  const addressGroups = new Set(rules.map(({ remote_address_group_id: id }) => id));
  const vpcs = new Set(facts.clusters.map(({ spec }) => spec.hostNetwork.vpc));
  const isOfVpc = (id: string) => ids.has(id) || vpcs.has(id);
  return {
    ...facts,
    security_groups: groups,
    security_group_rules: rules,
    address_groups: facts.address_groups.filter(({ id }) => ids.has(id) || addressGroups.has(id)),
    vpcs: facts.vpcs.filter(({ id }) => isOfVpc(id)),
    subnets: facts.subnets.filter(({ id, vpc_id: vpc }) => ids.has(id) || isOfVpc(vpc)),
  };
}

/** CCE names the cluster's id in the description of the groups that it makes; those of the user's own are in the specs. */
function groupOfClusters({
  clusters,
  node_pools: pools,
}: CloudFacts): (group: CloudFacts['security_groups'][number]) => boolean {
  const uids = new Set(clusters.map(({ metadata }) => metadata.uid));
  const own = new Set([
    ...clusters.map(({ spec }) => spec.hostNetwork.SecurityGroup),
    ...pools.flatMap(({ spec }) => spec.customSecurityGroups ?? []),
  ]);
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
