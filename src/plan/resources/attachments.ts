import type { Instance } from '../instance.js';
import type { AttachmentSide, Both, ObjectRef } from '../plan.js';
import { bothOf, type At, type Context, groupRefsOf, objectRefOf, settle } from '../references/refs.js';
import { type GroupRef, unknownGroupRef } from '../rule.js';
import { flagAt, idOf, ifKnown, textsAt } from '../value.js';

/** `networking_port_v2`, resource and data source: one port of a machine, and the groups that it has. */
export function readPort(context: Context, instance: Instance): Both<AttachmentSide> {
  return bothOf(context, instance, (at) => {
    const isEmptied = ifKnown(flagAt(at.side, 'no_security_groups')) === true;
    // An emptied port keeps the old list in the plan.
    const groups = isEmptied ? [] : groupRefsOf(at, 'security_group_ids');
    const isFiltered = ifKnown(flagAt(at.side, 'port_security_enabled')) !== false;
    return {
      kind: 'port',
      member: self(at),
      device: objectRefOf(at, 'device_id'),
      // A port without groups in the configuration keeps what it has.
      groups: isFiltered && (groups.length > 0 || isEmptied) ? groups.map(byId) : undefined,
      isExact: true,
    };
  });
}

/** `networking_port_secgroup_associate_v2`: adds groups to a port, or with `force` sets the exact list. */
export function readPortAssociate(context: Context, instance: Instance): Both<AttachmentSide> {
  return bothOf(context, instance, (at) => ({
    kind: 'associate',
    member: objectRefOf(at, 'port_id'),
    device: { kind: 'unknown' },
    groups: groupRefsOf(at, 'security_group_ids').map(byId),
    isExact: ifKnown(flagAt(at.side, 'force')) === true,
  }));
}

/** `ecs_instance_v1`: a server, its groups by id. */
export function readEcsInstance(context: Context, instance: Instance): Both<AttachmentSide> {
  return bothOf(context, instance, (at) => {
    const groups = groupRefsOf(at, 'security_groups');
    return { ...server(at), groups: groups.length > 0 ? groups.map(byId) : undefined };
  });
}

/** `compute_instance_v2`: a server, its groups by name. */
export function readComputeInstance(context: Context, instance: Instance): Both<AttachmentSide> {
  return bothOf(context, instance, (at) => {
    const names = settle(at, 'security_groups', textsAt(at.side, 'security_groups'));
    if (names.kind === 'unset') return { ...server(at), groups: undefined };
    const unknown = {
      by: 'id',
      ref: unknownGroupRef('its name is known after apply'),
    } as const;
    const groups =
      names.kind === 'unknown'
        ? [unknown]
        : names.value.map((name) => (name === undefined ? unknown : ({ by: 'name', name } as const)));
    return { ...server(at), groups };
  });
}

function byId(ref: GroupRef): { readonly by: 'id'; readonly ref: GroupRef } {
  return { by: 'id', ref };
}

function server(at: At): Omit<AttachmentSide, 'groups'> {
  return { kind: 'server', member: self(at), device: self(at), isExact: true };
}

function self(at: At): ObjectRef {
  const id = at.isAfter && at.instance.actions.includes('create') ? undefined : idOf(at.side);
  return id === undefined ? { kind: 'address', address: at.instance.address } : { kind: 'id', id };
}
