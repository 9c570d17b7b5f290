import type { ClusterConfiguration } from '../config/configuration.js';
import type { NetworkModel } from '../model/requirement.js';
import { NO_PEERS, type PeerSet, tokenPeers, unionOfPeers } from '../net/peers.js';
import type { Both, ClusterSide, ObjectRef, Plan, SubnetSide, VpcSide } from '../plan/plan.js';
import type { Range } from '../plan/rule.js';

/** Addresses that a name of the tables stands for; what the plan does not know is a token. */
export interface Reach {
  /** One entry a CIDR: CCE makes one rule for each. */
  readonly ranges: readonly PeerSet[];
  readonly peers: PeerSet;
  readonly isSensitive: boolean;
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

type SideName = 'before' | 'after';

/** What is known of a cluster, from the plan and from the configuration. */
export interface ClusterFacts {
  readonly cluster: Both<ClusterSide> | undefined;
  readonly model: NetworkModel;
  readonly configured: ClusterConfiguration | undefined;
}

/** The addresses of a cluster from configuration, VPC, subnets and the cluster itself; the configuration wins. */
export function addressesOf(
  plan: Plan,
  { cluster, model, configured }: ClusterFacts,
  which: SideName,
): Addresses {
  const side = cluster?.[which];
  const owner = cluster?.address ?? `cluster ${configured?.name ?? ''}`;
  const subnet = side === undefined ? undefined : subnetOf(plan, side.subnet, which);
  const vpc =
    fixed(configured?.vpcCidrs) ??
    vpcReach(plan, vpcOf(plan, side, subnet, which)) ??
    unknownReach(`VPC CIDR of ${owner}`);
  const subnetReach =
    subnet?.side.cidr === undefined ? undefined : reach([subnet.side.cidr], `${subnet.address}.cidr`);
  const container =
    fixed(configured?.containerCidrs) ??
    (model === 'eni' ? podSubnetReach(plan, side, which, owner) : containerReach(side, owner));
  const isMasterKnown = subnetReach?.peers.tokens.length === 0;
  return {
    vpc,
    container,
    master: fixed(configured?.masterCidrs) ?? (isMasterKnown ? subnetReach : vpc),
    dns: fixed(configured?.dnsServers) ?? dnsReach(subnet, owner),
    loadBalancer: fixed(configured?.loadBalancerCidrs),
    serviceMesh: fixed(configured?.serviceMeshCidrs),
    subnet: subnetReach,
  };
}

/** The DNS servers of another subnet, that of a node pool. */
export function dnsOfSubnet(plan: Plan, ref: ObjectRef, which: SideName, owner: string): Reach {
  return dnsReach(subnetOf(plan, ref, which), owner);
}

function fixed(peers: PeerSet | undefined): Reach | undefined {
  if (peers === undefined) return undefined;
  const ranges = peers.v4.map((interval) => ({ ...NO_PEERS, v4: [interval] }));
  return { ranges, peers, isSensitive: false, source: 'configuration' };
}

function reach(ranges: readonly Range[], source: string): Reach {
  const sets = ranges.map((range) => (range.kind === 'known' ? range.peers : tokenPeers(range.token)));
  return {
    ranges: sets,
    peers: unionOfPeers(sets),
    isSensitive: ranges.some((range) => range.kind === 'known' && range.isSensitive),
    source,
  };
}

function unknownReach(token: string): Reach {
  const peers = tokenPeers(token);
  return { ranges: [peers], peers, isSensitive: false, source: `not known: ${token}` };
}

function vpcOf(
  plan: Plan,
  side: ClusterSide | undefined,
  subnet: Found<SubnetSide> | undefined,
  which: SideName,
): FoundVpc | undefined {
  const ref = side === undefined || side.vpc.kind === 'unknown' ? subnet?.side.vpc : side.vpc;
  const vpc = ref === undefined ? undefined : find(plan.vpcs, ref, which);
  return vpc === undefined ? undefined : { ...vpc, which };
}

function vpcReach(plan: Plan, vpc: FoundVpc | undefined): Reach | undefined {
  if (vpc?.side.cidr === undefined) return undefined;
  const more = plan.secondaryCidrs.flatMap((both) => {
    const secondary = both[vpc.which];
    return secondary !== undefined && refersTo(secondary.vpc, vpc) ? secondary.cidrs : [];
  });
  return reach([vpc.side.cidr, ...vpc.side.secondaryCidrs, ...more], `${vpc.address}.cidr`);
}

function containerReach(side: ClusterSide | undefined, owner: string): Reach {
  return side?.containerCidr === undefined
    ? unknownReach(`${owner}.container_network_cidr`)
    : reach([side.containerCidr], `${owner}.container_network_cidr`);
}

function podSubnetReach(plan: Plan, side: ClusterSide | undefined, which: SideName, owner: string): Reach {
  if (side?.eniSubnetCidr?.kind === 'known') return reach([side.eniSubnetCidr], `${owner}.eni_subnet_cidr`);
  const subnet = side === undefined ? undefined : neutronSubnetOf(plan, side.eniSubnet, which);
  if (subnet?.side.cidr !== undefined) return reach([subnet.side.cidr], `${subnet.address}.cidr`);
  return side?.eniSubnetCidr === undefined
    ? unknownReach(`${owner}.eni_subnet_cidr`)
    : reach([side.eniSubnetCidr], `${owner}.eni_subnet_cidr`);
}

function dnsReach(subnet: Found<SubnetSide> | undefined, owner: string): Reach {
  return subnet?.side.dnsServers === undefined
    ? unknownReach(`DNS servers of the subnet of ${owner}`)
    : reach(subnet.side.dnsServers, `${subnet.address}.dns_list`);
}

interface Found<T> {
  readonly address: string;
  readonly side: T;
}

function subnetOf(plan: Plan, ref: ObjectRef, which: SideName): Found<SubnetSide> | undefined {
  return find(plan.subnets, ref, which);
}

type FoundVpc = Found<VpcSide> & { readonly which: SideName };

/** `eni_subnet_id` is the Neutron subnet id, not the network id that everything else uses. */
function neutronSubnetOf(plan: Plan, ref: ObjectRef, which: SideName): Found<SubnetSide> | undefined {
  if (ref.kind !== 'id') return find(plan.subnets, ref, which);
  for (const both of plan.subnets) {
    const side = both[which];
    if (side?.subnetId === ref.id) return { address: both.address, side };
  }
  return undefined;
}

function find<T extends VpcSide | SubnetSide>(
  all: readonly Both<T>[],
  ref: ObjectRef,
  which: SideName,
): Found<T> | undefined {
  if (ref.kind === 'unknown') return undefined;
  // A resource tells more than a data source for the same object.
  const matches = all.flatMap((both) => {
    const side = both[which];
    const isIt = ref.kind === 'id' ? side?.id === ref.id : both.address === ref.address;
    return side !== undefined && isIt ? [{ address: both.address, side, isData: both.isData }] : [];
  });
  return matches.find(({ isData }) => !isData) ?? matches[0];
}

function refersTo(ref: ObjectRef, vpc: Found<VpcSide>): boolean {
  if (ref.kind === 'unknown') return false;
  return ref.kind === 'id' ? ref.id === vpc.side.id : ref.address === vpc.address;
}
