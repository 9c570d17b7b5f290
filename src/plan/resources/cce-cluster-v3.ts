import { keyOfAttribute, nameOfSide, groupOriginOf, roleOfName } from '../references/group-names.js';
import type { Instance } from '../instance.js';
import { isReplaced } from '../instance.js';
import type { Both, ClusterSide, Name, NodePorts } from '../plan.js';
import type { Side } from '../document/document.js';
import {
  bothOf,
  type At,
  type Context,
  groupRefOf,
  knownRange,
  objectRefOf,
  rangeAt,
  settle,
} from '../references/refs.js';
import { type GroupRef, groupRef, type Range } from '../rule.js';
import { blocksAt, flagAt, idOf, ifKnown, knownText, textAt, type Value } from '../value.js';

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
    apiAddress: apiAddressOf(at),
    nodePorts: nodePortsOf(at),
    region: knownText(at.side, 'region') ?? at.context.resolver.providerRegion(at.instance),
  };
}

/** The host of `internal` (`https://192.168.0.10:5443`), when it is an address. */
function apiAddressOf({ side, context }: At): Range | undefined {
  const url = textAt(side, 'internal');
  const host = url.kind === 'known' ? hostOf(url.value) : undefined;
  const cidr = host === undefined ? undefined : context.cidrOf(host);
  return url.kind === 'known' && cidr !== undefined ? knownRange(cidr.peers, url.isSensitive) : undefined;
}

/** The address in the URL of an API, when its host is one. */
export function hostOf(url: string): string | undefined {
  return /^https?:\/\/([\d.]+)(?::\d+)?\/?$/.exec(url)?.[1];
}

/** What `component_configurations` say of the ports of NodePort Services. */
function nodePortsOf({ side, instance }: At): NodePorts | undefined {
  const unknown: NodePorts = { kind: 'unknown', token: `${instance.address}: ${NODE_PORT_SETTING}` };
  const components = blocksAt(side, 'component_configurations');
  if (components.kind !== 'known') return components.kind === 'unknown' ? unknown : undefined;
  const found = components.value.map((component): Value<string> => {
    const name = textAt(component, 'name');
    if (name.kind === 'known' && name.value !== 'kube-apiserver') return { kind: 'unset' };
    return settingOf(component);
  });
  const setting = found.find(({ kind }) => kind !== 'unset');
  if (setting === undefined) return undefined;
  const [, from, to] =
    setting.kind === 'known' ? (/^(\d{1,5})-(\d{1,5})$/.exec(setting.value.trim()) ?? []) : [];
  return from === undefined || to === undefined
    ? unknown
    : { kind: 'known', range: { from: Number(from), to: Number(to) } };
}

const NODE_PORT_SETTING = 'service-node-port-range';

/** The setting among those of one component; unknown when a name of them is not known. */
function settingOf(component: Side): Value<string> {
  const settings = blocksAt(component, 'configurations');
  if (settings.kind !== 'known') return settings;
  for (const setting of settings.value) {
    const name = textAt(setting, 'name');
    if (name.kind === 'unknown') return name;
    if (name.kind === 'known' && name.value === NODE_PORT_SETTING) return textAt(setting, 'value');
  }
  return { kind: 'unset' };
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
