import type { PortRange, Role } from '../model/requirement.js';
import type { PeerToken } from '../net/peers.js';
import type { Action, PlanHeader } from './document/document.js';
import type { BlockNeeds } from './references/needs.js';
import type { SourceName } from './references/walk.js';
import type { GroupKey, GroupRef, Range, Rule } from './rule.js';

/** A text that may be a secret. */
export interface Name {
  readonly text: string;
  readonly isSensitive: boolean;
  /** It is a `name_regex`, not a name. */
  readonly isPattern?: true;
}

/** A reference to a VPC or a subnet: its id, or the address of the resource that will make it. */
export type ObjectRef =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'unknown' };

/** The two sides of a plan. */
export type SideName = 'before' | 'after';

/** A resource on both sides of the plan. A side is there when the object is. */
export interface Both<T> {
  readonly address: string;
  readonly isData: boolean;
  readonly actions: readonly Action[];
  readonly isReplaced: boolean;
  readonly replaceAttributes: readonly string[];
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** A security group: one object, so a replaced one is two. */
export interface SecurityGroup {
  readonly key: GroupKey;
  readonly id: string | undefined;
  readonly address: string;
  readonly isData: boolean;
  readonly api: 'v2' | 'v3' | 'nova';
  readonly actions: readonly Action[];
  /** The name before and after; a postponed data source may know only a pattern. */
  readonly nameBefore: Name | undefined;
  readonly nameAfter: Name | undefined;
  readonly existsBefore: boolean;
  readonly existsAfter: boolean;
  /** The plan destroys this object, to replace it or not. */
  readonly isDestroyed: boolean;
  /** `delete_default_rules`: the rules of a new group were removed as it was made. */
  readonly hasDefaultRules: boolean;
  readonly isDescriptionChanged: boolean;
  readonly origin: GroupOrigin;
}

/** Who made a security group, as far as the plan tells it otherwise than by the group's name. */
export type GroupOrigin =
  /** CCE: its description says for which cluster and what for. */
  | {
      readonly kind: 'cce';
      readonly clusterId: string;
      readonly role: Role;
      readonly isSensitive: boolean;
    }
  /** The user: this plan makes it, or manages it as CCE's groups never are. */
  | { readonly kind: 'own' }
  | { readonly kind: 'not-told' };

/** One side of a CCE cluster. */
export interface ClusterSide {
  readonly id: string | undefined;
  readonly name: Name | undefined;
  /** `container_network_type`; undefined when the plan does not know. */
  readonly networkType: Name | undefined;
  readonly vpc: ObjectRef;
  readonly subnet: ObjectRef;
  readonly eniSubnet: ObjectRef;
  readonly containerCidr: Range | undefined;
  /** `kubernetes_svc_ip_range`: addresses of Services, inside the cluster alone. */
  readonly serviceCidr: Range | undefined;
  readonly eniSubnetCidr: Range | undefined;
  /** The groups that CCE makes. */
  readonly nodeGroup: GroupRef | undefined;
  readonly controlGroup: GroupRef | undefined;
  /** `security_group_id`, when the configuration sets it: nodes use this group instead. */
  readonly ownNodeGroup: GroupRef | undefined;
  readonly hasIpv6: boolean;
  /** The host of the API's address within the VPC: one sure master. */
  readonly apiAddress: Range | undefined;
  /** `service-node-port-range` of kube-apiserver; undefined when nobody sets it. */
  readonly nodePorts: NodePorts | undefined;
  /** From the cluster, or from the provider that makes it. */
  readonly region: string | undefined;
}

/** The ports of NodePort Services that a cluster sets; `unknown` is not the usual range for sure, nor another. */
export type NodePorts =
  | { readonly kind: 'known'; readonly range: PortRange }
  | { readonly kind: 'unknown'; readonly token: PeerToken };

/** One side of a node pool. */
export interface NodePoolSide {
  readonly cluster: ObjectRef;
  readonly subnet: ObjectRef | undefined;
  /** `security_group_ids`; empty: the cluster's default node group. */
  readonly groups: readonly GroupRef[];
}

/** One side of a VPC. */
export interface VpcSide {
  readonly id: string | undefined;
  readonly cidr: Range | undefined;
  readonly secondaryCidrs: readonly Range[];
}

/** One side of `vpc_secondary_cidr_v3`. */
export interface SecondaryCidrSide {
  readonly vpc: ObjectRef;
  readonly cidrs: readonly Range[];
}

/** One side of a subnet. `id` is the network id, `subnetId` the Neutron subnet id. */
export interface SubnetSide {
  readonly id: string | undefined;
  readonly subnetId: string | undefined;
  readonly vpc: ObjectRef;
  readonly cidr: Range | undefined;
  readonly dnsServers: readonly Range[];
}

/** A group by reference; `compute_instance_v2` names its groups by their names. */
export type AttachedGroup =
  { readonly by: 'id'; readonly ref: GroupRef } | { readonly by: 'name'; readonly name: string };

/** One side of a resource that puts groups on a network port of a machine. */
export interface AttachmentSide {
  readonly kind: 'port' | 'associate' | 'server';
  /** The port or server that gets the groups. */
  readonly member: ObjectRef;
  /** The server that the port belongs to. */
  readonly device: ObjectRef;
  /** Undefined: the resource says nothing of groups. */
  readonly groups: readonly AttachedGroup[] | undefined;
  /** The list is all that the port has; otherwise it is added to what the port had. */
  readonly isExact: boolean;
}

/** One side of a machine that is a CCE node: `cce_node_v3`, `cce_node_attach_v3`. */
export interface NodeSide {
  readonly cluster: ObjectRef;
  readonly subnet: ObjectRef | undefined;
  /** Its own id, and those of its server and port as far as they are known. */
  readonly members: readonly ObjectRef[];
}

/** Something that bears on clusters, or is one, and that no table of the page speaks of. */
export interface Bystander {
  readonly kind: 'sister-cluster' | 'packet-filter';
  readonly address: string;
  readonly actions: readonly Action[];
  readonly isData: boolean;
}

/** The ids of all the rules that a group had before the plan, whoever made them. */
export interface RuleIdList {
  readonly group: GroupKey;
  readonly ids: readonly string[];
}

/** The plan, read: everything that says what a security group lets through, and for whom. */
export interface Plan {
  readonly header: PlanHeader;
  /** Ids of groups that are marked sensitive somewhere: printed nowhere. */
  readonly sensitiveIds: ReadonlySet<string>;
  /** The `source` of a module call as it is written, the call's name last, from the root. */
  readonly moduleSource: (moduleNames: readonly string[]) => string | undefined;
  /** The blocks of a module that are of types that count, by their addresses within it. */
  readonly moduleBlocks: (moduleNames: readonly string[]) => readonly string[];
  /** What the block of an object at an address depends on, as {@link blockNeeds} says. */
  readonly needsOf: (address: string) => BlockNeeds;
  readonly groups: readonly SecurityGroup[];
  readonly rules: readonly Rule[];
  readonly ruleIds: readonly RuleIdList[];
  readonly clusters: readonly Both<ClusterSide>[];
  readonly nodePools: readonly Both<NodePoolSide>[];
  readonly vpcs: readonly Both<VpcSide>[];
  readonly secondaryCidrs: readonly Both<SecondaryCidrSide>[];
  readonly subnets: readonly Both<SubnetSide>[];
  readonly attachments: readonly Both<AttachmentSide>[];
  readonly nodes: readonly Both<NodeSide>[];
  readonly bystanders: readonly Bystander[];
  /** Expressions of files that would tell more of its references, and that nobody has read. */
  readonly unread: readonly SourceName[];
}

/** The same of a state, and which ids of groups are a secret in it. */
export type StateParts = PlanParts & Pick<Plan, 'sensitiveIds'>;

/** What a plan tells of groups and of what they are for. */
export type PlanParts = Pick<
  Plan,
  'groups' | 'rules' | 'ruleIds' | 'clusters' | 'nodePools' | 'vpcs' | 'subnets' | 'secondaryCidrs'
>;
