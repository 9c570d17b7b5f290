import { keyOfAttribute, nameOfSide, groupOriginOf, roleOfName } from '../references/group-names.js';
import type { Instance } from '../instance.js';
import { isReplaced } from '../instance.js';
import type { Both, ClusterSide, Name } from '../plan.js';
import {
  bothOf,
  type At,
  type Context,
  groupRefOf,
  objectRefOf,
  rangeAt,
  settle,
} from '../references/refs.js';
import { type GroupRef, groupRef } from '../rule.js';
import { flagAt, idOf, ifKnown, knownText, textAt } from '../value.js';

/** `cce_cluster_v3`, resource and data source. The data source of most versions does not tell the groups. */
export function readCluster(context: Context, instance: Instance): Both<ClusterSide> {
  return bothOf(context, instance, readClusterSide);
}

function readClusterSide(at: At): ClusterSide {
  const isNew = at.isAfter && isReplaced(at.instance);
  const { nodeGroup, ownNodeGroup } = nodeGroupsOf(at);
  return {
    id: isNew ? undefined : idOf(at.side),
    name: nameOfSide(at.side),
    networkType: networkTypeOf(at),
    vpc: objectRefOf(at, 'vpc_id'),
    subnet: objectRefOf(at, 'subnet_id'),
    eniSubnet: objectRefOf(at, 'eni_subnet_id'),
    containerCidr: computedRange(at, 'container_network_cidr'),
    serviceCidr: computedRange(at, 'kubernetes_svc_ip_range'),
    eniSubnetCidr: rangeAt(at, 'eni_subnet_cidr'),
    nodeGroup,
    controlGroup: groupMadeByCce(at, 'security_group_control'),
    ownNodeGroup,
    hasIpv6: ifKnown(flagAt(at.side, 'ipv6_enable')) === true,
  };
}

function networkTypeOf({ side }: At): Name | undefined {
  const type = textAt(side, 'container_network_type');
  if (type.kind === 'known') return { text: type.value, isSensitive: type.isSensitive };
  const isTurbo = knownText(side, 'eni_subnet_id') !== undefined;
  return isTurbo ? { text: 'eni', isSensitive: false } : undefined;
}

/** A group that CCE makes: known once the cluster is there; until then it goes by the cluster's own attribute. */
function groupMadeByCce(at: At, attribute: string): GroupRef | undefined {
  const value = textAt(at.side, attribute);
  if (value.kind === 'known') return groupRef(value.value);
  return value.kind === 'unknown' ? groupRef(keyOfAttribute(at.instance, attribute)) : undefined;
}

interface NodeGroups {
  /** The one that CCE made. */
  readonly nodeGroup: GroupRef | undefined;
  /** One of the user's own in its place. */
  readonly ownNodeGroup: GroupRef | undefined;
}

/**
 * `security_group_id` that is set, and is not what CCE made, is the user's own. Read back without an expression it is
 * CCE's, unless this plan manages the group and it is another one: then the line that set it has been taken out, and
 * the cluster keeps the group all the same.
 */
function nodeGroupsOf(at: At): NodeGroups {
  const { resolver, managedGroups } = at.context;
  const made = groupMadeByCce(at, 'security_group_node');
  const isMade = (ref: GroupRef | undefined): boolean =>
    ref?.kind === 'group' && made?.kind === 'group' && ref.key === made.key;
  if (resolver.isConfigured(at.instance, 'security_group_id') === true) {
    const own = groupRefOf(at, 'security_group_id');
    return { nodeGroup: made, ownNodeGroup: isMade(own) ? undefined : own };
  }
  const id = knownText(at.side, 'security_group_id');
  const read: GroupRef | undefined = id === undefined ? undefined : groupRef(id);
  if (id === undefined || isMade(read)) return { nodeGroup: made, ownNodeGroup: undefined };
  const managed = managedGroups.get(id);
  return managed !== undefined && isOwnGroup(managed)
    ? { nodeGroup: made, ownNodeGroup: read }
    : { nodeGroup: made ?? read, ownNodeGroup: undefined };
}

function isOwnGroup(managed: Instance): boolean {
  const { kind } = groupOriginOf(managed);
  const name = nameOfSide(managed.after ?? managed.before);
  const isNamedByCce = name !== undefined && roleOfName(name.text) !== undefined;
  return kind === 'own' || (kind === 'not-told' && !isNamedByCce);
}

/** An unset CIDR that the cloud will choose is one unknown, named after the cluster's own attribute. */
function computedRange(at: At, attribute: string): ReturnType<typeof rangeAt> {
  const value = textAt(at.side, attribute);
  const isChosen = value.kind === 'unknown' && settle(at, attribute, value).kind === 'unset';
  if (!isChosen) return rangeAt(at, attribute);
  const token = `${at.instance.address}.${attribute}`;
  return { kind: 'unknown', token, why: `${token} is known after apply` };
}
