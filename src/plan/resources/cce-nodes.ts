import type { Instance } from '../instance.js';
import type { Both, NodePoolSide, NodeSide, ObjectRef } from '../plan.js';
import { bothOf, type At, type Context, groupRefsOf, isOnlyUnset, objectRefOf } from '../references/refs.js';
import { idOf, knownText, textAt } from '../value.js';

/** `cce_node_pool_v3`: nodes of it are in its own groups, if it names any, instead of the default one. */
export function readNodePool(context: Context, instance: Instance): Both<NodePoolSide> {
  return bothOf(context, instance, (at) => ({
    cluster: objectRefOf(at, 'cluster_id'),
    subnet: ownSubnet(at),
    groups: groupRefsOf(at, 'security_group_ids'),
  }));
}

/** Left out, nodes stand in the subnet of the cluster. */
function ownSubnet(at: At): ObjectRef | undefined {
  const value = textAt(at.side, 'subnet_id');
  if (value.kind === 'unset' || (value.kind === 'unknown' && isOnlyUnset(at, 'subnet_id'))) return undefined;
  return objectRefOf(at, 'subnet_id');
}

/** `cce_node_v3` and `cce_node_attach_v3`: machines that are nodes of a cluster. */
export function readNode(context: Context, instance: Instance): Both<NodeSide> {
  return bothOf(context, instance, (at) => {
    const ids = [idOf(at.side), knownText(at.side, 'server_id')].filter((id) => id !== undefined);
    const server = objectRefOf(at, 'server_id');
    return {
      cluster: objectRefOf(at, 'cluster_id'),
      subnet: ownSubnet(at),
      members: [
        ...ids.map((id): ObjectRef => ({ kind: 'id', id })),
        { kind: 'address', address: instance.address },
        ...(server.kind === 'address' ? [server] : []),
      ],
    };
  });
}
