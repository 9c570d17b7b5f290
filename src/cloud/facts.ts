import type * as v from 'valibot';

import { compare } from '../collections.js';
import { ok, type Result } from '../result.js';
import { type CloudList, readList } from './lists.js';
import type { CloudTrouble } from './send.js';
import type { Session } from './session.js';
import * as shape from './shapes.js';

/** A rule: as v2 shows it, with what v3 alone shows; one that v2 cannot show is as v3 shows it. */
export type CloudRule = (v.InferOutput<typeof shape.RULE> & Partial<V3Rule>) | V3Rule;
type V3Rule = v.InferOutput<typeof shape.V3_RULE>;
type Vpc = v.InferOutput<typeof shape.VPC> & Partial<v.InferOutput<typeof shape.V3_VPC>>;

/** A project of the cloud as its API answers; the keys and their order are those of the file. */
export interface CloudFacts {
  /** When reading began: what changed since is not in it for sure. */
  readonly fetchedAt: string;
  readonly project_id: string;
  readonly region?: string;
  readonly security_groups: readonly v.InferOutput<typeof shape.GROUP>[];
  readonly security_group_rules: readonly CloudRule[];
  readonly address_groups: readonly v.InferOutput<typeof shape.ADDRESS_GROUP>[];
  readonly clusters: readonly v.InferOutput<typeof shape.CLUSTER>[];
  /** Beside what the API says of a pool stands its cluster, by whose address it was asked for. */
  readonly node_pools: readonly ({ readonly cluster_id: string } & v.InferOutput<typeof shape.NODE_POOL>)[];
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly v.InferOutput<typeof shape.SUBNET>[];
}

const idOfItem = ({ id }: { readonly id: string }) => id;
const network = { service: ['network', 'vpc'], isPaged: true, idOf: idOfItem } as const;
const vpcV3 = { service: ['vpcv3', 'vpc', 'network'], isPaged: true, idOf: idOfItem } as const;

const GROUPS: CloudList<v.InferOutput<typeof shape.GROUP>> = {
  ...network,
  what: 'security groups',
  path: () => 'v2.0/security-groups',
  key: 'security_groups',
  item: shape.GROUP,
};
const RULES: CloudList<v.InferOutput<typeof shape.RULE>> = {
  ...network,
  what: 'security group rules',
  path: () => 'v2.0/security-group-rules',
  key: 'security_group_rules',
  item: shape.RULE,
};
const V3_RULES: CloudList<V3Rule> = {
  ...vpcV3,
  what: 'priorities of security group rules',
  path: (project) => `v3/${project}/vpc/security-group-rules`,
  key: 'security_group_rules',
  item: shape.V3_RULE,
};
const ADDRESS_GROUPS: CloudList<v.InferOutput<typeof shape.ADDRESS_GROUP>> = {
  ...vpcV3,
  what: 'address groups',
  path: (project) => `v3/${project}/vpc/address-groups`,
  key: 'address_groups',
  item: shape.ADDRESS_GROUP,
};
const CLUSTERS: CloudList<v.InferOutput<typeof shape.CLUSTER>> = {
  what: 'CCE clusters',
  service: ['ccev2.0', 'cce'],
  path: (project) => `api/v3/projects/${project}/clusters`,
  key: 'items',
  item: shape.CLUSTER,
  idOf: ({ metadata }) => metadata.uid,
  isPaged: false,
};
const nodePoolsOf = ({
  metadata,
}: CloudFacts['clusters'][number]): CloudList<v.InferOutput<typeof shape.NODE_POOL>> => ({
  service: CLUSTERS.service,
  isPaged: false,
  idOf: ({ metadata: { uid } }) => uid,
  what: 'node pools',
  key: 'items',
  path: (project) => `${CLUSTERS.path(project)}/${metadata.uid}/nodepools`,
  item: shape.NODE_POOL,
});
const VPCS: CloudList<v.InferOutput<typeof shape.VPC>> = {
  ...network,
  what: 'VPCs',
  path: (project) => `v1/${project}/vpcs`,
  key: 'vpcs',
  item: shape.VPC,
};
const V3_VPCS: CloudList<v.InferOutput<typeof shape.V3_VPC>> = {
  ...vpcV3,
  what: 'secondary CIDRs of VPCs',
  path: (project) => `v3/${project}/vpc/vpcs`,
  key: 'vpcs',
  item: shape.V3_VPC,
};
const SUBNETS: CloudList<v.InferOutput<typeof shape.SUBNET>> = {
  ...network,
  what: 'subnets',
  path: (project) => `v1/${project}/subnets`,
  key: 'subnets',
  item: shape.SUBNET,
};

/** What was read, and what the cloud does not have: words for people. */
export interface FactsRead {
  readonly facts: CloudFacts;
  readonly lacks: readonly string[];
}

/**
 * Reads a whole project but for node pools, one list after the other: a constant number of requests but for pages.
 */
export async function readProject(session: Session, now: Date): Promise<Result<FactsRead, CloudTrouble>> {
  const lacks: string[] = [];
  const groups = await readList(session, GROUPS);
  if (!groups.ok) return groups;
  const rules = await readList(session, RULES);
  if (!rules.ok) return rules;
  const v3Rules = await readNewer(session, V3_RULES, lacks);
  if (!v3Rules.ok) return v3Rules;
  const addressGroups = await readNewer(session, ADDRESS_GROUPS, lacks);
  if (!addressGroups.ok) return addressGroups;
  const clusters = await readList(session, CLUSTERS);
  if (!clusters.ok) return clusters;
  const vpcs = await readList(session, VPCS);
  if (!vpcs.ok) return vpcs;
  const v3Vpcs = await readNewer(session, V3_VPCS, lacks);
  if (!v3Vpcs.ok) return v3Vpcs;
  const subnets = await readList(session, SUBNETS);
  if (!subnets.ok) return subnets;
  const { projectId, region } = session;
  const facts: CloudFacts = {
    fetchedAt: now.toISOString(),
    project_id: projectId,
    ...(region === undefined ? {} : { region }),
    security_groups: groups.value,
    security_group_rules: joinRules(rules.value, v3Rules.value),
    address_groups: addressGroups.value,
    clusters: clusters.value,
    node_pools: [],
    vpcs: joinVpcs(vpcs.value, v3Vpcs.value),
    subnets: subnets.value,
  };
  return ok({ facts, lacks });
}

/** Adds the node pools of the clusters: one request for each of them. */
export async function withNodePools(
  session: Session,
  facts: CloudFacts,
): Promise<Result<CloudFacts, CloudTrouble>> {
  const pools: CloudFacts['node_pools'][number][] = [];
  for (const cluster of facts.clusters) {
    const read = await readList(session, nodePoolsOf(cluster));
    if (!read.ok) return read;
    pools.push(...read.value.map((pool) => ({ cluster_id: cluster.metadata.uid, ...pool })));
  }
  return ok({ ...facts, node_pools: pools });
}

/** A list that not every region has yet. */
async function readNewer<T>(
  session: Session,
  list: CloudList<T>,
  lacks: string[],
): Promise<Result<readonly T[], CloudTrouble>> {
  const read = await readList(session, list);
  if (read.ok || read.error.status !== 404) return read;
  lacks.push(list.what);
  return ok([]);
}

function joinRules(
  v2: readonly v.InferOutput<typeof shape.RULE>[],
  v3: readonly V3Rule[],
): readonly CloudRule[] {
  const newer = new Map(v3.map((rule) => [rule.id, rule]));
  const known = new Set(v2.map(idOfItem));
  const joined = v2.map((rule) => {
    const more = newer.get(rule.id);
    if (more === undefined) return rule;
    const { multiport, remote_address_group_id, action, priority } = more;
    return { ...rule, multiport, remote_address_group_id, action, priority };
  });
  return [...joined, ...v3.filter(({ id }) => !known.has(id))].sort((a, b) => compare(a.id, b.id));
}

function joinVpcs(
  v1: readonly v.InferOutput<typeof shape.VPC>[],
  v3: readonly v.InferOutput<typeof shape.V3_VPC>[],
): readonly Vpc[] {
  const newer = new Map(v3.map((vpc) => [vpc.id, vpc]));
  return v1.map((vpc) => ({ ...vpc, ...newer.get(vpc.id) }));
}
