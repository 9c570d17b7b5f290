/** Security groups of the user's own, rules and node pools, for plans that tests build. */
import { cluster } from './cce-world.js';
import { attribute, type Ref, type Resource } from './plan-builder.js';
import { idOf, managed } from './resource.js';

export interface GroupSpec {
  readonly api?: 'v2' | 'v3';
  /** `delete_default_rules`. */
  readonly isBare?: boolean;
}

/** A group of the user's own. */
export function group(name: string, { api = 'v2', isBare = true }: GroupSpec = {}): Resource {
  const type = api === 'v3' ? 'vpc_secgroup_v3' : 'networking_secgroup_v2';
  return managed(type, name, { name, description: 'own', delete_default_rules: isBare ? true : null });
}

/** The id of a group of the user's own. */
export function groupId(name: string, isKnown = true, spec: GroupSpec = {}): Ref {
  return attribute(group(name, spec), 'id', isKnown);
}

export interface RuleSpec {
  readonly api?: 'v2' | 'v3' | undefined;
  readonly group: Ref;
  /** Left out: ingress. */
  readonly direction?: string | undefined;
  /** Left out: IPv4. */
  readonly family?: string | undefined;
  readonly protocol?: string | undefined;
  /** v2: `port_range_min` and `port_range_max`. */
  readonly ports?: readonly [min: number | undefined, max: number | undefined] | undefined;
  /** v3: `multi_port`. */
  readonly multiPort?: string | undefined;
  /** Only the apply tells which ports. */
  readonly arePortsUnknown?: true;
  readonly cidr?: string | Ref | undefined;
  readonly peer?: Ref | undefined;
  /** The apply tells whether it is the peer or another group, or whether it is for everybody. */
  readonly peerOr?: Ref | 'any' | undefined;
  /** v3. */
  readonly action?: 'allow' | 'deny' | undefined;
  /** v3. */
  readonly priority?: number | undefined;
  readonly description?: string | undefined;
}

/** One security group rule, of either API. */
export function rule(name: string, spec: RuleSpec): Resource {
  const { group: owner, direction = 'ingress', family = 'IPv4', protocol, cidr, arePortsUnknown } = spec;
  const later = arePortsUnknown && { ref: 'terraform_data.later.output' };
  const common = {
    security_group_id: owner,
    direction,
    protocol: protocol ?? null,
    remote_ip_prefix: cidr ?? null,
    remote_group_id: peerCell(spec),
    description: spec.description ?? null,
  };
  const unset = { remote_ip_prefix: '', remote_group_id: '' };
  if (spec.api === 'v3') {
    const own = {
      ether_type: family,
      multi_port: later ?? spec.multiPort ?? null,
      action: spec.action ?? null,
      priority: spec.priority ?? null,
    };
    return managed(
      'vpc_secgroup_rule_v3',
      name,
      { ...common, ...own },
      {
        computed: { ...unset, remote_address_group_id: '' },
        zeros: { protocol: '', multi_port: '', action: 'allow', priority: 1, description: '' },
      },
    );
  }
  const [min, max] = spec.ports ?? [];
  const own = {
    ethertype: family,
    port_range_min: later ?? min ?? null,
    port_range_max: later ?? max ?? null,
  };
  const zeros = { protocol: '', port_range_min: 0, port_range_max: 0, description: '' };
  return managed('networking_secgroup_rule_v2', name, { ...common, ...own }, { computed: unset, zeros });
}

function peerCell({ peer, peerOr }: RuleSpec): Ref | null {
  if (peer === undefined || peerOr === undefined) return peer ?? null;
  return { ref: peer.ref, more: [peerOr === 'any' ? 'opentelekomcloud_vpc_v1.prod.name' : peerOr.ref] };
}

export interface PoolSpec {
  readonly groups: readonly Ref[];
  readonly clusterId?: Ref;
  readonly subnetId?: Ref;
}

/** `cce_node_pool_v3`. */
export function pool(name: string, { groups, clusterId = CLUSTER_ID, subnetId }: PoolSpec): Resource {
  return managed(
    'cce_node_pool_v3',
    name,
    {
      name,
      cluster_id: clusterId,
      security_group_ids: groups.length > 0 ? groups : null,
      subnet_id: subnetId ?? null,
    },
    { computed: { security_group_ids: [], subnet_id: idOf('vpc_subnet_v1 nodes'), status: '' } },
  );
}

const CLUSTER_ID: Ref = attribute(cluster({ model: 'vpc-router' }), 'id', true);
