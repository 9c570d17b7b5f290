import type { ClusterConfiguration } from '../config/configuration.js';
import type { NetworkModel } from '../model/requirement.js';
import { type PeerSet, tokenPeers, unionOfPeers, v4Peers } from '../net/peers.js';
import type { Both, ClusterSide, ObjectRef, Plan, SideName, SubnetSide, VpcSide } from '../plan/plan.js';
import type { Range } from '../plan/rule.js';
import { must } from '../result.js';

/** Addresses that a name of the tables stands for; what the plan does not know is a token. */
export interface Reach {
  /** One entry a CIDR: CCE makes one rule for each. */
  readonly ranges: readonly PeerSet[];
  readonly peers: PeerSet;
  /** Where the part that is not known lies, itself known or not; left out: anywhere. */
  readonly within?: PeerSet;
  readonly isSensitive: boolean;
  readonly isConfigured: boolean;
  /** Where it comes from, for people: an address, `configuration`, or what would tell. */
  readonly source: string;
}

/** What the symbolic peers of the tables mean for one cluster on one side of the plan. */
export interface Addresses {
  readonly vpc: Reach;
  readonly container: Reach;
  readonly master: Reach;
  readonly dns: Reach;
  readonly loadBalancer: Reach | undefined;
  readonly serviceMesh: Reach | undefined;
  /** The cluster's subnet, which a rule for masters may name just as well. */
  readonly subnet: Reach | undefined;
}

/** What is known of a cluster, from the plan and from the configuration. */
export interface ClusterFacts {
  readonly cluster: Both<ClusterSide> | undefined;
  readonly model: NetworkModel;
  readonly configured: ClusterConfiguration | undefined;
}

/** One side of the plan, and who asks it. */
interface Asking {
  readonly plan: Plan;
  readonly which: SideName;
  /** The cluster, pool or node whose addresses are asked for, for people. */
  readonly owner: string;
}

/** The addresses of a cluster from configuration, VPC, subnets and the cluster itself; the configuration wins. */
export function addressesOf(
  plan: Plan,
  { cluster, model, configured }: ClusterFacts,
  which: SideName,
): Addresses {
  const side = cluster?.[which];
  const owner =
    cluster?.address ??
    `cluster ${must(configured, 'a model comes from the plan or the configuration').name}`;
  const asking = { plan, which, owner };
  const subnet = side === undefined ? undefined : find(plan.subnets, side.subnet, which);
  const subnetReach =
    subnet?.side.cidr === undefined ? undefined : reach([subnet.side.cidr], `${subnet.address}.cidr`);
  const vpc =
    fixed(configured?.vpcCidrs) ?? vpcReach(side, subnet, asking) ?? unknownReach(`VPC CIDR of ${owner}`);
  const isMasterKnown = subnetReach?.peers.tokens.length === 0;
  return {
    vpc,
    container:
      fixed(configured?.containerCidrs) ??
      (model === 'eni' ? podSubnetReach(side, asking) : containerReach(side, owner)),
    master: fixed(configured?.masterCidrs) ?? (isMasterKnown ? subnetReach : vpc),
    dns: fixed(configured?.dnsServers) ?? dnsReach(subnet, owner),
    loadBalancer: fixed(configured?.loadBalancerCidrs),
    serviceMesh: fixed(configured?.serviceMeshCidrs),
    subnet: subnetReach,
  };
}

/** The same with the DNS servers of another subnet, that of a node pool; the configuration wins. */
export function withDnsOf(addresses: Addresses, ref: ObjectRef, { plan, which, owner }: Asking): Addresses {
  if (addresses.dns.isConfigured) return addresses;
  return { ...addresses, dns: dnsReach(find(plan.subnets, ref, which), owner) };
}

/** The reach with an unknown range replaced by these addresses, which `source` tells. */
export function filledIn(unknown: Reach, peers: PeerSet | undefined, source: string): Reach {
  if (peers === undefined || unknown.peers.tokens.length === 0) return unknown;
  return { ...unknown, ranges: rangesIn(peers), peers, source };
}

function fixed(peers: PeerSet | undefined): Reach | undefined {
  if (peers === undefined) return undefined;
  return { ranges: rangesIn(peers), peers, isSensitive: false, isConfigured: true, source: 'configuration' };
}

function rangesIn(peers: PeerSet): readonly PeerSet[] {
  return peers.v4.map((interval) => v4Peers([interval]));
}

function reach(ranges: readonly Range[], source: string): Reach {
  const sets = ranges.map((range) => (range.kind === 'known' ? range.peers : tokenPeers(range.token)));
  return {
    ranges: sets,
    peers: unionOfPeers(sets),
    isSensitive: ranges.some((range) => range.kind === 'known' && range.isSensitive),
    isConfigured: false,
    source,
  };
}

function unknownReach(token: string): Reach {
  const peers = tokenPeers(token);
  return {
    ranges: [peers],
    peers,
    isSensitive: false,
    isConfigured: false,
    source: `not known: ${token}`,
  };
}

function vpcReach(
  side: ClusterSide | undefined,
  subnet: Located<SubnetSide> | undefined,
  { plan, which }: Asking,
): Reach | undefined {
  const ref = side === undefined || side.vpc.kind === 'unknown' ? subnet?.side.vpc : side.vpc;
  const vpc = ref === undefined ? undefined : find(plan.vpcs, ref, which);
  if (vpc?.side.cidr === undefined) return undefined;
  const more = plan.secondaryCidrs.flatMap(({ [which]: secondary }) =>
    secondary !== undefined && refersTo(secondary.vpc, vpc.side, vpc.address) ? secondary.cidrs : [],
  );
  return reach([vpc.side.cidr, ...vpc.side.secondaryCidrs, ...more], `${vpc.address}.cidr`);
}

function containerReach(side: ClusterSide | undefined, owner: string): Reach {
  const attribute = `${owner}.container_network_cidr`;
  return side?.containerCidr === undefined ? unknownReach(attribute) : reach([side.containerCidr], attribute);
}

function podSubnetReach(side: ClusterSide | undefined, { plan, which, owner }: Asking): Reach {
  const attribute = `${owner}.eni_subnet_cidr`;
  if (side?.eniSubnetCidr?.kind === 'known') return reach([side.eniSubnetCidr], attribute);
  const subnet = side === undefined ? undefined : neutronSubnetOf(plan, side.eniSubnet, which);
  if (subnet?.side.cidr !== undefined) return reach([subnet.side.cidr], `${subnet.address}.cidr`);
  return side?.eniSubnetCidr === undefined ? unknownReach(attribute) : reach([side.eniSubnetCidr], attribute);
}

function dnsReach(subnet: Located<SubnetSide> | undefined, owner: string): Reach {
  return subnet?.side.dnsServers === undefined
    ? unknownReach(`DNS servers of the subnet of ${owner}`)
    : reach(subnet.side.dnsServers, `${subnet.address}.dns_list`);
}

/** A side of a resource, and the address of the resource. */
interface Located<T> {
  readonly address: string;
  readonly side: T;
}

/** `eni_subnet_id` is the Neutron subnet id, not the network id that everything else uses. */
function neutronSubnetOf(plan: Plan, ref: ObjectRef, which: SideName): Located<SubnetSide> | undefined {
  if (ref.kind !== 'id') return find(plan.subnets, ref, which);
  return sidesOf(plan.subnets, which).find(({ side }) => side.subnetId === ref.id);
}

function find<T extends VpcSide | SubnetSide>(
  all: readonly Both<T>[],
  ref: ObjectRef,
  which: SideName,
): Located<T> | undefined {
  const matches = sidesOf(all, which).filter(({ side, address }) => refersTo(ref, side, address));
  // A resource tells more than a data source for the same object.
  return matches.find(({ isData }) => !isData) ?? matches[0];
}

function sidesOf<T>(
  all: readonly Both<T>[],
  which: SideName,
): readonly (Located<T> & { readonly isData: boolean })[] {
  return all.flatMap(({ [which]: side, address, isData }) =>
    side === undefined ? [] : [{ side, address, isData }],
  );
}

function refersTo(ref: ObjectRef, { id }: { readonly id: string | undefined }, address: string): boolean {
  if (ref.kind === 'unknown') return false;
  return ref.kind === 'id' ? ref.id === id : ref.address === address;
}
