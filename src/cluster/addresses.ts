import type { ClusterConfiguration } from '../config/configuration.js';
import { INTERNAL_SERVICES_OF, SERVICE_RANGES } from '../model/ranges.js';
import type { NetworkModel, OwnPageRegion } from '../model/requirement.js';
import { addressesIn } from '../net/address.js';
import {
  ALL_V4,
  NO_PEERS,
  type PeerSet,
  type PeerToken,
  subtractPeers,
  tokenPeers,
  unionOfPeers,
  unionPeers,
} from '../net/peers.js';
import type { Both, ClusterSide, NodePorts, ObjectRef, Plan, SideName, SubnetSide } from '../plan/plan.js';
import type { Range } from '../plan/rule.js';
import { firstOfEach, memo } from '../collections.js';
import { must } from '../result.js';
import {
  type ShownNetwork,
  neutronSubnetOf,
  attachedCidrs,
  subnetsIn,
  subnetsOf,
  vpcsOf,
} from './shown-networks.js';

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
  /** Tokens of it that are words for what is not known, and no attributes. */
  readonly described?: readonly PeerToken[];
  /** The attribute of a resource or data source that gives the first of the ranges, known or not. */
  readonly attribute?: string;
}

/** What the symbolic peers of the tables mean for one cluster on one side of the plan. */
export interface Addresses {
  readonly vpc: Reach;
  readonly container: Reach;
  readonly master: Reach;
  readonly dns: Reach;
  /** Where the masters answer within the VPC. */
  readonly api: Reach | undefined;
  readonly loadBalancer: Reach | undefined;
  readonly serviceMesh: Reach | undefined;
  /** The cluster's subnet, which a rule for masters may name just as well. */
  readonly subnet: Reach | undefined;
  /** Time, object storage and reporting of the region. */
  readonly internalServices: Reach;
  /** The region, when it has a page of its own. */
  readonly ownPage: OwnPageRegion | undefined;
  /** Undefined: the usual range. */
  readonly nodePorts: NodePorts | undefined;
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
  const subnet = side === undefined ? undefined : subnetsOf(plan.subnets)(side.subnet, which);
  const subnetReach =
    subnet?.side.cidr === undefined ? undefined : reachOf(`${subnet.address}.cidr`, [subnet.side.cidr]);
  const region = configured?.region ?? side?.region;
  const ownPage = hasOwnPage(region) ? region : undefined;
  return {
    vpc:
      fixedReach(configured?.vpcCidrs) ?? vpcReach(side, subnet, asking) ?? unknownVpc(side, subnet, asking),
    container:
      fixedReach(configured?.containerCidrs) ??
      (model === 'eni' ? podSubnetReach(side, asking) : containerReach(side, owner)),
    master: fixedReach(configured?.masterCidrs) ?? masterReach(subnetReach, side?.apiAddress, owner),
    dns: fixedReach(configured?.dnsServers) ?? dnsReach(subnet, owner),
    api: side?.apiAddress === undefined ? undefined : reach([side.apiAddress], `${owner}.internal`),
    loadBalancer: fixedReach(configured?.loadBalancerCidrs),
    serviceMesh: fixedReach(configured?.serviceMeshCidrs),
    subnet: subnetReach,
    internalServices: fixedReach(configured?.serviceCidrs) ?? internalServicesOf(ownPage),
    ownPage,
    nodePorts: side?.nodePorts,
  };
}

function hasOwnPage(region: string | undefined): region is OwnPageRegion {
  return region !== undefined && Object.hasOwn(INTERNAL_SERVICES_OF, region);
}

const internalServicesOf = memo((ownPage: OwnPageRegion | undefined): Reach =>
  onThePage(
    addressesIn(ownPage === undefined ? SERVICE_RANGES['internal-services'] : INTERNAL_SERVICES_OF[ownPage]),
  ),
);

/** Where endpoint services of every VPC are. */
export const VPC_ENDPOINTS = addressesIn(SERVICE_RANGES['vpc-endpoint-service']);

/** A range that the vendor's page names. */
export function onThePage(peers: PeerSet): Reach {
  return { ranges: [peers], peers, isSensitive: false, isConfigured: false, source: "the vendor's page" };
}

/** A pool or node, and the subnet that it stands in; undefined: that of the cluster. */
export interface Standing {
  readonly owner: string;
  readonly subnet: ObjectRef | undefined;
}

/** The same with the DNS servers of the subnets in which these nodes stand; the configuration wins. */
export function withDnsOf(
  addresses: Addresses,
  nodes: readonly Standing[],
  { plan, which }: Omit<Asking, 'owner'>,
): Addresses {
  if (addresses.dns.isConfigured || nodes.length === 0) return addresses;
  const reaches = firstOfEach(nodes, ({ subnet }) => JSON.stringify(subnet)).map(({ owner, subnet }) =>
    subnet === undefined ? addresses.dns : dnsReach(subnetsOf(plan.subnets)(subnet, which), owner),
  );
  const sources = firstOfEach(reaches, ({ source }) => source).map(({ source }) => source);
  return {
    ...addresses,
    dns: {
      ranges: reaches.flatMap(({ ranges }) => ranges),
      peers: unionOfPeers(reaches.map(({ peers }) => peers)),
      isSensitive: reaches.some(({ isSensitive }) => isSensitive),
      isConfigured: false,
      source: sources.join(', '),
      described: reaches.flatMap(({ described = [] }) => described),
    },
  };
}

/**
 * The same with the places in which unknown ranges lie: masters in the VPC, and in CCE Turbo the pods; in other
 * models VPC and containers lie apart. No VPC lies in the ranges of the cloud's own services.
 */
export function withSurroundings(addresses: Addresses, model: NetworkModel): Addresses {
  const { vpc, master, container, internalServices } = addresses;
  const isUnknown = ({ peers }: Reach): boolean => peers.tokens.length > 0;
  const elsewhere = unionOfPeers([
    model === 'eni' ? NO_PEERS : container.peers,
    internalServices.peers,
    VPC_ENDPOINTS,
  ]);
  return {
    ...addresses,
    vpc: isUnknown(vpc) ? { ...vpc, within: subtractPeers(ALL_V4, elsewhere) } : vpc,
    master: isUnknown(master) ? { ...master, within: vpc.peers } : master,
    container: isUnknown(container)
      ? { ...container, within: model === 'eni' ? vpc.peers : subtractPeers(ALL_V4, vpc.peers) }
      : container,
  };
}

/** A CIDR that stands in rules; sensitive when it stands in no other rules than sensitive ones. */
export interface LearnedCidr {
  readonly peers: PeerSet;
  readonly isSensitive: boolean;
}

/** The reach with unknown ranges replaced by these CIDRs, which `source` tells. */
export function filledIn(unknown: Reach, told: readonly LearnedCidr[] = [], source: string): Reach {
  if (told.length === 0 || unknown.peers.tokens.length === 0) return unknown;
  const isUnknown = (range: PeerSet): boolean => range.tokens.length > 0;
  const known = unknown.ranges.filter((range) => !isUnknown(range));
  const cidrs = told.map(({ peers }) => peers);
  const ranges = [...known, ...cidrs, ...unknown.ranges.filter(isUnknown).slice(told.length)];
  const peers = unionOfPeers([...ranges, heldBy(unknown)]);
  const isSensitive = unknown.isSensitive || told.some((cidr) => cidr.isSensitive);
  return { ...unknown, ranges, peers, isSensitive, source };
}

/** Addresses of which it is known that they are part of the only range that is not known. */
export function heldBy({ peers, ranges }: Reach): PeerSet {
  return peers.tokens.length === 1 ? subtractPeers(peers, unionOfPeers(ranges)) : NO_PEERS;
}

function fixedReach(ranges: readonly PeerSet[] | undefined): Reach | undefined {
  return ranges === undefined ? undefined : givenReach(ranges);
}

/** Ranges that a person gives. */
export function givenReach(ranges: readonly PeerSet[]): Reach {
  const peers = unionOfPeers(ranges);
  return { ranges, peers, isSensitive: false, isConfigured: true, source: 'configuration' };
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

/** What an attribute gives, and ranges beside it. */
function reachOf(attribute: string, ranges: readonly Range[]): Reach {
  return { ...reach(ranges, attribute), attribute };
}

/** What no attribute that the plan shows gives, in words. */
function describedReach(words: string): Reach {
  return { ...unknownReach(words), described: [words] };
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
  subnet: ShownNetwork<SubnetSide> | undefined,
  { plan, which }: Asking,
): Reach | undefined {
  const ref = side === undefined || side.vpc.kind === 'unknown' ? subnet?.side.vpc : side.vpc;
  const vpc = ref === undefined ? undefined : vpcsOf(plan.vpcs)(ref, which);
  if (vpc?.side.cidr === undefined) return undefined;
  const more = attachedCidrs(plan, vpc, which);
  return reachOf(`${vpc.address}.cidr`, [vpc.side.cidr, ...vpc.side.secondaryCidrs, ...more]);
}

/** A VPC that the plan does not show holds the subnets that it shows. */
function unknownVpc(
  side: ClusterSide | undefined,
  subnet: ShownNetwork<SubnetSide> | undefined,
  { plan, which, owner }: Asking,
): Reach {
  const inside = side === undefined ? [] : subnetsIn(plan, side.vpc, which);
  const shown = [subnet, ...inside].flatMap((one) =>
    one?.side.cidr?.kind === 'known' ? [one.side.cidr] : [],
  );
  return withKnownPart(describedReach(`VPC CIDR of ${owner}`), shown);
}

/** Masters are in the subnet of the cluster; when its CIDR is not known, the address of the API is one of theirs. */
function masterReach(subnet: Reach | undefined, api: Range | undefined, owner: string): Reach {
  if (subnet?.peers.tokens.length === 0) return subnet;
  return withKnownPart(
    subnet ?? describedReach(`master node CIDR of ${owner}`),
    api === undefined ? [] : [api],
  );
}

/** The reach with addresses that are known to be part of what is not known: no default rule is made for them. */
function withKnownPart(unknown: Reach, known: readonly Range[]): Reach {
  const more = reach(known, '');
  return {
    ...unknown,
    peers: unionPeers(unknown.peers, more.peers),
    isSensitive: unknown.isSensitive || more.isSensitive,
  };
}

function containerReach(side: ClusterSide | undefined, owner: string): Reach {
  const attribute = `${owner}.container_network_cidr`;
  if (side === undefined) return unknownReach(attribute);
  return side.containerCidr === undefined
    ? { ...unknownReach(attribute), attribute }
    : reachOf(attribute, [side.containerCidr]);
}

function podSubnetReach(side: ClusterSide | undefined, { plan, which, owner }: Asking): Reach {
  const attribute = `${owner}.eni_subnet_cidr`;
  if (side?.eniSubnetCidr?.kind === 'known') return reachOf(attribute, [side.eniSubnetCidr]);
  const subnet = side === undefined ? undefined : neutronSubnetOf(plan, side.eniSubnet, which);
  if (subnet?.side.cidr !== undefined) return reachOf(`${subnet.address}.cidr`, [subnet.side.cidr]);
  return side?.eniSubnetCidr === undefined
    ? unknownReach(attribute)
    : reachOf(attribute, [side.eniSubnetCidr]);
}

function dnsReach(subnet: ShownNetwork<SubnetSide> | undefined, owner: string): Reach {
  return subnet === undefined
    ? describedReach(`DNS servers of the subnet of ${owner}`)
    : reach(subnet.side.dnsServers, `${subnet.address}.dns_list`);
}
