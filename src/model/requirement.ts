/** How the pods of a cluster get their addresses; the provider's `container_network_type`. */
export type NetworkModel = (typeof NETWORK_MODELS)[number];

/** All network models, in the page's order. */
export const NETWORK_MODELS = ['vpc-router', 'overlay_l2', 'eni'] as const;

/** Undefined for a text that names no network model. */
export function networkModelOf(text: string | undefined): NetworkModel | undefined {
  return NETWORK_MODELS.find((model) => model === text);
}

/** What a security group is to a cluster. */
export type Role = (typeof ROLES)[number];

/** All roles, in the page's order. */
export const ROLES = ['node', 'control', 'eni'] as const;

export type TableNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** A peer as the page names it; only `cluster/` turns a name into addresses. */
export type PeerName =
  | 'any'
  | 'vpc-cidr'
  | 'container-cidr'
  | 'container-subnet-cidr'
  | 'vpc-and-container-cidr'
  | 'master-node-cidr'
  | 'dns-servers'
  | 'node-group'
  | 'control-group'
  | 'eni-group'
  | 'vpc-endpoint-service'
  | 'internal-services';

/** Peers that are groups, each with what that group is to the cluster. */
const ROLE_OF = { 'node-group': 'node', 'control-group': 'control', 'eni-group': 'eni' } as const;

export type GroupPeer = keyof typeof ROLE_OF;

/** Whether the page names a group, not addresses. */
export function isGroupPeer(peer: PeerName): peer is GroupPeer {
  return Object.hasOwn(ROLE_OF, peer);
}

/** What the group is to the cluster. */
export function roleOfPeer(peer: GroupPeer): Role {
  return ROLE_OF[peer];
}

/** A region that has a page of its own, with other values (2024-10-18). */
export type OwnPageRegion = 'eu-ch2';

/** Ranges that must stay when a row is narrowed. */
export type FloorName = 'vpc-cidr' | 'container-cidr' | 'load-balancer-cidrs' | 'service-mesh-cidrs';

/** How far a row may be narrowed: down to some ranges, down to the rows of Table 8, or as far as one likes. */
export type Floor =
  | { readonly kind: 'ranges'; readonly keep: readonly FloorName[] }
  | { readonly kind: 'table'; readonly table: 8 }
  | { readonly kind: 'none' };

/** Both ends included, 1 to 65535. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Packets of a row that people notice when they are gone. */
export interface ImpactOf extends Pick<Requirement, 'protocol' | 'ports' | 'peer'> {
  readonly otherwise: string;
}

/** One port cell of the page with one address cell. */
export interface Requirement {
  /** Table and row, counted from the top as printed: `T1.2`; for ever. */
  readonly id: string;
  readonly table: TableNumber;
  readonly number: number;
  readonly direction: 'ingress' | 'egress';
  readonly protocol: 'all' | 'tcp' | 'udp' | 'icmp';
  /** For ICMP `all` is every type and code. */
  readonly ports: PortRange | 'all';
  /** The ports are those of NodePort Services, which a cluster can set to another range. */
  readonly isNodePorts?: true;
  readonly peer: PeerName;
  /** Nodes send it to each other, whoever the page names. */
  readonly isAmongNodes?: true;
  /** What the page says about a change of the row; `minimum` is Table 8, which makes no suggestion. */
  readonly suggestion: 'not-recommended' | 'if-necessary' | 'recommended' | 'minimum';
  /** Absent: the row itself must hold. */
  readonly floor?: Floor;
  /** CCE looks for its own rule of the row before it upgrades a cluster, whatever else lets the packets through. */
  readonly isLookedForBeforeUpgrade?: true;
  /** Only clusters of this model need the row. */
  readonly networkModel?: NetworkModel;
  /** The page of this region does not have the row. */
  readonly notOnPageOf?: OwnPageRegion;
  /** What the path is, a short noun: `DNS`, `kubelet`. Of two rows with the same the protocol tells them apart. */
  readonly thing: string;
  /** What the path is for, a sentence of our own. */
  readonly purpose: string;
  /** What a person sees when the path is gone: lower case, no full stop. */
  readonly impact: string;
  /** The packets that `impact` speaks of, where they are not all of the row; `otherwise` is seen when they pass. */
  readonly impactOf?: ImpactOf;
  /** Where the page is silent or contradicts itself: what we chose, and why. */
  readonly note?: string;
}

export interface Table {
  readonly table: TableNumber;
  readonly role: Role;
  readonly networkModel: NetworkModel | 'any';
  readonly title: string;
  /** The page's label: the table's own, or the one of its section. */
  readonly anchor: string;
  readonly rows: readonly Requirement[];
}
