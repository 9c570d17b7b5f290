import type * as v from 'valibot';

import { parseAddressRange, parseCidr } from '../net/address.js';
import { type PeerSet, unionOfPeers } from '../net/peers.js';
import type {
  Both,
  ClusterSide,
  Name,
  NodePoolSide,
  ObjectRef,
  SecondaryCidrSide,
  SecurityGroup,
  SubnetSide,
  VpcSide,
} from '../plan/plan.js';
import { madeByCce } from '../plan/references/group-names.js';
import { hostOf } from '../plan/resources/cce-cluster-v3.js';
import { type GroupRef, groupRef, type Range } from '../plan/rule.js';
import { isGiven } from './rules.js';
import type * as schema from './schema.js';

/** Something of a file, and where in it. */
export interface Placed<T> {
  readonly place: string;
  readonly value: T;
}

type Output<S extends v.GenericSchema> = v.InferOutput<S>;
type Text = string | null | undefined;

function plainName(text: Text): Name | undefined {
  return isGiven(text) ? { text, isSensitive: false } : undefined;
}

function refOf(id: Text): ObjectRef {
  return isGiven(id) ? { kind: 'id', id } : { kind: 'unknown' };
}

function unknownAt(place: string): Range {
  return { kind: 'unknown', token: place, why: `${place} is not known` };
}

function known(peers: PeerSet): Range {
  return { kind: 'known', peers, isSensitive: false };
}

function cidrRange(text: Text, place: string): Range | undefined {
  if (!isGiven(text)) return undefined;
  const cidr = parseCidr(text);
  return cidr === undefined ? unknownAt(place) : known(cidr.peers);
}

/** One that nobody changes. */
function seen<T>(place: string, side: T): Both<T> {
  return {
    address: place,
    isData: true,
    actions: ['no-op'],
    isReplaced: false,
    replaceAttributes: [],
    before: side,
    after: side,
  };
}

/** A security group, without its rules. */
export function groupSeen({
  place,
  value,
}: Placed<Pick<Output<typeof schema.group>, 'id' | 'name' | 'description'>>): SecurityGroup {
  const { id, description } = value;
  const name = plainName(value.name);
  const told = plainName(description);
  return {
    key: id,
    id,
    address: place,
    isData: true,
    api: 'v2',
    actions: ['no-op'],
    nameBefore: name,
    nameAfter: name,
    existsBefore: true,
    existsAfter: true,
    isDestroyed: false,
    hasDefaultRules: true,
    isDescriptionChanged: false,
    origin: (told === undefined ? undefined : madeByCce(told)) ?? { kind: 'not-told' },
  };
}

/** The addresses of an address group; undefined when an entry is not understood. */
export function addressesOfGroup(group: Output<typeof schema.addressGroup>): PeerSet | undefined {
  const entries = group.ip_set ?? group.ip_extra_set?.map(({ ip }) => ip) ?? [];
  const read = entries.map(parseAddressRange);
  const ranges = read.filter((range) => range !== undefined);
  return ranges.length < read.length ? undefined : unionOfPeers(ranges);
}

/** A VPC. */
export function vpcOf({ place, value }: Placed<Output<typeof schema.vpc>>): Both<VpcSide> {
  return seen(place, { id: value.id, cidr: cidrRange(value.cidr, `${place}.cidr`), secondaryCidrs: [] });
}

/** Its further CIDRs, which only one version of the API tells. */
export function secondaryCidrsOf({
  place,
  value,
}: Placed<Output<typeof schema.vpc>>): readonly Both<SecondaryCidrSide>[] {
  const cidrs = (value.extend_cidrs ?? []).flatMap((cidr) => cidrRange(cidr, `${place}.extend_cidrs`) ?? []);
  return cidrs.length === 0 ? [] : [seen(`${place}.extend_cidrs`, { vpc: refOf(value.id), cidrs })];
}

/** A subnet. In Neutron's own list `id` is that of the subnet, and the network is named beside it. */
export function subnetOf({ place, value }: Placed<Output<typeof schema.subnet>>): Both<SubnetSide> {
  const isNeutron = isGiven(value.network_id);
  const lists = [value.dnsList, value.dns_nameservers, [value.primary_dns, value.secondary_dns]];
  const servers = lists.map((list) => (list ?? []).filter(isGiven)).find((list) => list.length > 0);
  return seen(place, {
    id: isNeutron ? (value.network_id ?? undefined) : value.id,
    subnetId: isNeutron ? value.id : (value.neutron_subnet_id ?? undefined),
    vpc: refOf(value.vpc_id),
    cidr: cidrRange(value.cidr, `${place}.cidr`),
    dnsServers: servers?.flatMap((server) => cidrRange(server, `${place}.dnsList`) ?? []) ?? [
      unknownAt(`${place}.dnsList`),
    ],
  });
}

/** What the groups of a file, and the file itself, tell of a cluster. */
export interface ClusterContext {
  /** The node group that CCE made for the cluster with this id, by its description. */
  readonly madeFor: (clusterId: string) => string | undefined;
  readonly region: string | undefined;
}

/** A cluster. Of its groups the API names only that of the nodes, which may be one of the user's own. */
export function clusterSeen(
  { place, value }: Placed<Output<typeof schema.cluster>>,
  { madeFor, region }: ClusterContext,
): Both<ClusterSide> {
  const { metadata, spec, status } = value;
  const { hostNetwork, containerNetwork, eniNetwork } = spec;
  const listed = (containerNetwork?.cidrs ?? []).map(({ cidr }) => parseCidr(cidr)?.peers);
  const cidrs = listed.filter((peers) => peers !== undefined);
  const host = ref(hostNetwork?.SecurityGroup);
  const made = ref(madeFor(metadata.uid));
  const internal = status?.endpoints?.find(({ type }) => type === 'Internal')?.url;
  const eni = eniNetwork?.eniSubnetId ?? eniNetwork?.subnets?.[0]?.subnetID;
  return seen(place, {
    id: metadata.uid,
    name: plainName(metadata.name),
    networkType: plainName(containerNetwork?.mode),
    vpc: refOf(hostNetwork?.vpc),
    subnet: refOf(hostNetwork?.subnet),
    eniSubnet: refOf(eni),
    containerCidr:
      cidrs.length > 0 && cidrs.length === listed.length
        ? known(unionOfPeers(cidrs))
        : cidrRange(containerNetwork?.cidr, `${place}.spec.containerNetwork.cidr`),
    serviceCidr: cidrRange(
      spec.serviceNetwork?.IPv4CIDR ?? spec.kubernetesSvcIpRange,
      `${place}.spec.serviceNetwork`,
    ),
    eniSubnetCidr: cidrRange(eniNetwork?.eniSubnetCIDR, `${place}.spec.eniNetwork.eniSubnetCIDR`),
    nodeGroup: made ?? host,
    controlGroup: undefined,
    ownNodeGroup: made !== undefined && host !== undefined && made.key !== host.key ? host : undefined,
    hasIpv6: spec.ipv6enable === true,
    apiAddress: isGiven(internal) ? cidrRange(hostOf(internal), place) : undefined,
    nodePorts: undefined,
    region,
  });
}

function ref(id: Text): (GroupRef & { kind: 'group' }) | undefined {
  return isGiven(id) ? { kind: 'group', key: id } : undefined;
}

/** A node pool, by its name: its place in a list says nothing to people, and changes. */
export function nodePoolOf({ place, value }: Placed<Output<typeof schema.nodePool>>): Both<NodePoolSide> {
  const subnet = value.spec.nodeTemplate?.nodeNicSpec?.primaryNic?.subnetId;
  return seen(value.metadata.name ?? place, {
    cluster: refOf(value.cluster_id),
    subnet: isGiven(subnet) ? refOf(subnet) : undefined,
    groups: (value.spec.customSecurityGroups ?? []).filter(isGiven).map(groupRef),
  });
}
