import { bothOf } from '../both.js';
import type { Instance } from '../instance.js';
import type { AttachmentSide, Both, ObjectRef } from '../plan.js';
import { type At, type Context, groupRefsOf, objectRefOf } from '../refs.js';
import { flagOf, idOf, known } from '../value.js';

/** `networking_port_v2`: the groups of one port, set in place. */
export function readPort(context: Context, instance: Instance): Both<AttachmentSide> {
  return bothOf(context, instance, (at) => ({
    member: self(at),
    groups: groupRefsOf(at, 'security_group_ids'),
    isExact: true,
  }));
}

/** `networking_port_secgroup_associate_v2`: adds groups to a port, or with `force` sets the exact list. */
export function readPortAssociate(context: Context, instance: Instance): Both<AttachmentSide> {
  return bothOf(context, instance, (at) => ({
    member: objectRefOf(at, 'port_id'),
    groups: groupRefsOf(at, 'security_group_ids'),
    isExact: known(flagOf(at.side, 'force')) === true,
  }));
}

/** `compute_instance_v2` and `ecs_instance_v1`: servers. The first names its groups by name, the second by id. */
export function readServer(context: Context, instance: Instance): Both<AttachmentSide> {
  return bothOf(context, instance, (at) => ({
    member: self(at),
    groups: groupRefsOf(at, 'security_groups'),
    isExact: true,
  }));
}

function self(at: At): ObjectRef {
  const id = idOf(at.side);
  return id === undefined ? { kind: 'address', address: at.instance.address } : { kind: 'id', id };
}
