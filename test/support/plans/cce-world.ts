/** The resources of a CCE cluster and its surroundings, for plans that tests build. */
import type { NetworkModel, Role } from '../../../src/model/requirement.js';
import { attribute, type Change, comes, read, type Ref, type Resource, stands } from './plan-builder.js';
import { dataSource, idOf, managed } from './resource.js';

/** `vpc_v1`. */
export function vpc(cidr: string, secondary: string | null = null): Resource {
  return managed(
    'vpc_v1',
    'prod',
    { name: 'prod', cidr, secondary_cidr: secondary },
    { computed: { status: 'OK', shared: false } },
  );
}

export interface SubnetSpec {
  readonly name?: string;
  readonly cidr: string;
  /** Left out: the provider fills in its default pair. */
  readonly dns?: readonly string[] | undefined;
  /** The VPC is new as well. */
  readonly vpcId?: Ref;
}

/** `vpc_subnet_v1`. */
export function subnet({ name = 'nodes', cidr, dns, vpcId = VPC_ID }: SubnetSpec): Resource {
  const [primary = '100.125.4.25', secondary = '100.125.129.199'] = dns ?? [];
  return managed(
    'vpc_subnet_v1',
    name,
    { name, cidr, gateway_ip: cidr.replace(/0\/\d+$/, '1'), vpc_id: vpcId, dns_list: dns ?? null },
    {
      computed: {
        network_id: idOf(`vpc_subnet_v1 ${name}`),
        subnet_id: idOf(`neutron ${name}`),
        dns_list: dns ?? [primary, secondary],
        primary_dns: primary,
        secondary_dns: secondary,
      },
    },
  );
}

const VPC_ID: Ref = attribute(vpc('0.0.0.0/0'), 'id', true);

export interface ClusterSpec {
  readonly model: NetworkModel;
  readonly name?: string;
  /** Null: the cloud chooses it. */
  readonly container?: string | null;
  /** `security_group_id`: a default node group of the user's own. */
  readonly ownGroup?: Ref | undefined;
  /** The VPC and the subnets are new as well. */
  readonly isNew?: boolean;
  readonly podSubnet?: string;
}

/** `cce_cluster_v3`. */
export function cluster(spec: ClusterSpec): Resource {
  const {
    model,
    name = 'prod',
    container = POD_CIDR,
    ownGroup,
    isNew = false,
    podSubnet = POD_SUBNET,
  } = spec;
  const isTurbo = model === 'eni';
  const known = !isNew;
  const pods = subnet({ name: 'pods', cidr: podSubnet });
  return managed(
    'cce_cluster_v3',
    name,
    {
      name,
      cluster_type: 'VirtualMachine',
      flavor_id: 'cce.s2.small',
      vpc_id: attribute(vpc('0.0.0.0/0'), 'id', known),
      subnet_id: attribute(subnet({ cidr: SUBNET_CIDR }), 'network_id', known),
      container_network_type: model,
      ...(!isTurbo && container !== null && { container_network_cidr: container }),
      ...(isTurbo && { eni_subnet_id: attribute(pods, 'subnet_id', known), eni_subnet_cidr: podSubnet }),
      ...(ownGroup && { security_group_id: ownGroup }),
    },
    {
      computed: {
        container_network_cidr: isTurbo ? '' : POD_CIDR,
        eni_subnet_id: '',
        eni_subnet_cidr: '',
        security_group_id: ownGroup?.value ?? '',
        security_group_node: idOf(`${name} node`),
        security_group_control: idOf(`${name} control`),
        status: 'Available',
      },
    },
  );
}

/** The CIDRs of the world, unless a test says otherwise. */
export const VPC_CIDR = '192.168.0.0/16';
export const SUBNET_CIDR = '192.168.0.0/20';
export const POD_CIDR = '172.16.0.0/16';
export const POD_SUBNET = '192.168.128.0/20';

/** A group that CCE made for the cluster, by the attribute or the data source that tells it. */
export function madeGroup(role: Role, isKnown = true, name = 'prod'): Ref {
  if (role === 'eni') {
    const ref = 'data.opentelekomcloud_networking_secgroup_v2.eni.id';
    return isKnown ? { ref, value: idOf(`${name} eni`) } : { ref };
  }
  const ref = `opentelekomcloud_cce_cluster_v3.${name}.security_group_${role}`;
  return isKnown ? { ref, value: idOf(`${name} ${role}`) } : { ref };
}

/** The data source by which configurations reach a group that CCE made. */
export function groupLookUp(role: Role, name = 'prod'): Resource {
  const text = `${name}-cce-${role}-a1b2c`;
  return dataSource(
    'networking_secgroup_v2',
    role,
    { name_regex: `^${name}-cce-${role}-` },
    { id: idOf(`${name} ${role}`), name: text },
  );
}

export interface WorldSpec extends Omit<ClusterSpec, 'isNew'> {
  /** How the plan knows the cluster: a resource that stays, one that is made, or a data source. */
  readonly as?: 'managed' | 'new' | 'data';
  readonly vpc?: Change;
  readonly dns?: readonly string[] | undefined;
}

/** VPC, subnets, the cluster, and for Turbo the data source of the ENI group. */
export function world(spec: WorldSpec): readonly Change[] {
  const { as = 'managed', model, dns } = spec;
  const isNew = as === 'new';
  const vpcId = attribute(vpc(VPC_CIDR), 'id', !isNew);
  const nodes = subnet({ cidr: SUBNET_CIDR, dns, vpcId });
  const pods = subnet({ name: 'pods', cidr: spec.podSubnet ?? POD_SUBNET, vpcId });
  const own = cluster({ ...spec, isNew });
  if (as === 'data') return dataWorld(spec, nodes);
  const put = isNew ? comes : stands;
  return [
    spec.vpc ?? put(vpc(VPC_CIDR)),
    put(nodes),
    put(own),
    ...(model === 'eni' ? [put(pods), ...(isNew ? [] : [read(groupLookUp('eni', spec.name))])] : []),
  ];
}

/** The data source of a cluster tells its CIDRs, and none of its groups. */
function dataWorld(
  { model, name = 'prod', container = POD_CIDR, podSubnet = POD_SUBNET }: WorldSpec,
  nodes: Resource,
): readonly Change[] {
  const isTurbo = model === 'eni';
  const network = dataSource('vpc_v1', 'prod', { name: 'prod' }, { id: VPC_ID.value, cidr: VPC_CIDR });
  const subnetData = {
    ...nodes,
    isData: true,
    cells: { name: 'nodes' },
    computed: { ...nodes.computed, cidr: SUBNET_CIDR, vpc_id: VPC_ID.value },
  };
  const known = {
    vpc_id: VPC_ID.value,
    subnet_id: nodes.computed['network_id'],
    container_network_type: model,
    container_network_cidr: isTurbo ? '' : container,
    eni_subnet_id: isTurbo ? idOf('neutron pods') : '',
    eni_subnet_cidr: isTurbo ? podSubnet : '',
  };
  return [read(network), read(subnetData), read(dataSource('cce_cluster_v3', name, { name }, known))];
}
