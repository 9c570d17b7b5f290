/** Servers, ports and nodes, for plans that tests build. */
import { cluster } from '../plans/cce-world.js';
import { attribute, type Ref, type Resource } from '../plans/plan-builder.js';
import { dataSource, idOf, managed } from '../plans/resource.js';

const CLUSTER_ID: Ref = attribute(cluster({ model: 'vpc-router' }), 'id', true);

/** `cce_node_v3`: CCE makes the server. */
export function node(name: string, clusterId: Ref = CLUSTER_ID): Resource {
  return managed(
    'cce_node_v3',
    name,
    { name, cluster_id: clusterId },
    { computed: { server_id: idOf(`server ${name}`), status: 'Active' } },
  );
}

/** `cce_node_attach_v3`: a server of the user's own becomes a node. */
export function nodeAttach(name: string, server: Ref): Resource {
  return managed('cce_node_attach_v3', name, { cluster_id: CLUSTER_ID, server_id: server });
}

export interface PortSpec {
  readonly device: Ref;
  readonly groups: readonly Ref[];
}

/** `networking_port_v2`. */
export function port(name: string, { device, groups }: PortSpec): Resource {
  return managed(
    'networking_port_v2',
    name,
    { name, device_id: device, security_group_ids: groups.length > 0 ? groups : null },
    { computed: { all_fixed_ips: [] } },
  );
}

/** The data source of a server's port. */
export function portLookUp(name: string, device: Ref): Resource {
  return dataSource(
    'networking_port_v2',
    name,
    { device_id: device },
    { id: idOf(`networking_port_v2 ${name}`) },
  );
}

export interface AssociateSpec {
  readonly port: Ref;
  readonly groups: readonly Ref[];
  readonly isForced?: boolean;
}

/** `networking_port_secgroup_associate_v2`. */
export function associate(name: string, { port: portId, groups, isForced = false }: AssociateSpec): Resource {
  return managed(
    'networking_port_secgroup_associate_v2',
    name,
    { port_id: portId, security_group_ids: groups, force: isForced },
    { computed: { all_security_group_ids: [] } },
  );
}

/** `compute_instance_v2`: its groups by their names. */
export function computeInstance(name: string, groups: readonly (string | Ref)[]): Resource {
  return managed('compute_instance_v2', name, { name, security_groups: groups });
}

/** `ecs_instance_v1`: its groups by their ids. */
export function ecsInstance(name: string, groups: readonly Ref[]): Resource {
  return managed('ecs_instance_v1', name, { name, security_groups: groups });
}
