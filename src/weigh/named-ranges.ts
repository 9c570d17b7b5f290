import type { Reach } from '../cluster/addresses.js';
import type { Subject } from '../cluster/subject.js';
import { SERVICE_RANGES } from '../model/ranges.js';
import type { Requirement } from '../model/requirement.js';
import { addressesIn } from '../net/address.js';
import { hasNoPeers, type PeerSet, peersWithin, samePeers, unionOfPeers } from '../net/peers.js';

/** What people call addresses of a cluster. */
export type RangeName =
  | 'vpc'
  | 'containers'
  | 'pod-subnets'
  | 'masters'
  | 'api'
  | 'dns-servers'
  | 'load-balancers'
  | 'service-mesh'
  | 'vpc-endpoints'
  | 'internal-services';

/** Who is at an address of a range, seen from a row. */
export type EndName =
  'node' | 'control' | 'eni' | 'host' | 'dns-server' | 'load-balancer' | 'service' | 'internet';

/** Addresses with a name, and who has one of them. */
export interface NamedRange {
  readonly name: RangeName;
  readonly peers: PeerSet;
  readonly end: EndName;
}

/** Ranges that may be told by name beside a row of the subject, those first in which the row's other end is at home. */
export function namedRanges(row: Requirement, { role, model, after }: Subject): readonly NamedRange[] {
  const { vpc, container, master, dns, api, loadBalancer, serviceMesh, internalServices } = after.addresses;
  const isCalledByMasters = role === 'node' && row.peer !== 'node-group' && row.peer !== 'any';
  const named = (name: RangeName, end: EndName, reach: Reach | undefined): readonly NamedRange[] =>
    reach === undefined || reach.isSensitive || hasNoPeers(reach.peers)
      ? []
      : [{ name, end, peers: reach.peers }];
  const masters = [...named('api', 'control', api), ...named('masters', 'control', master)];
  const hosts = named('vpc', isCalledByMasters || row.floor !== undefined ? 'host' : 'node', vpc);
  const services = [
    ...named('dns-servers', 'dns-server', dns),
    {
      name: 'vpc-endpoints',
      end: 'service',
      peers: addressesIn(SERVICE_RANGES['vpc-endpoint-service']),
    } as const,
    ...named('internal-services', 'service', internalServices),
  ];
  const others = [
    ...named(model === 'eni' ? 'pod-subnets' : 'containers', 'eni', container),
    ...named('load-balancers', 'load-balancer', loadBalancer),
    ...named('service-mesh', 'service', serviceMesh),
  ];
  if (row.peer === 'dns-servers' || row.peer === 'vpc-endpoint-service' || row.peer === 'internal-services') {
    return [
      ...services.sort((a, b) => Number(isOf(row, b)) - Number(isOf(row, a))),
      ...masters,
      ...hosts,
      ...others,
    ];
  }
  const isOfContainers = row.peer === 'container-cidr' || row.peer === 'container-subnet-cidr';
  if (isOfContainers || row.peer === 'eni-group') return [...others, ...masters, ...hosts, ...services];
  return isCalledByMasters
    ? [...masters, ...hosts, ...others, ...services]
    : [...hosts, ...others, ...masters, ...services];
}

const OWN_RANGE = {
  'dns-servers': 'dns-servers',
  'vpc-endpoint-service': 'vpc-endpoints',
  'internal-services': 'internal-services',
} as const;

function isOf({ peer }: Requirement, { name }: NamedRange): boolean {
  return Object.entries(OWN_RANGE).some(([of, range]) => of === peer && range === name);
}

/** The fewest ranges that are the set together; none where names do not say it. */
export function namesOf(peers: PeerSet, ranges: readonly NamedRange[]): readonly NamedRange[] {
  const within = ranges.filter((range) => peersWithin(range.peers, peers));
  if (within.length === 0 || !samePeers(unionOfPeers(within.map((range) => range.peers)), peers)) return [];
  return within.filter(
    (range, i) =>
      !within.some(
        (other, j) =>
          i !== j && peersWithin(range.peers, other.peers) && (!samePeers(range.peers, other.peers) || j < i),
      ),
  );
}
