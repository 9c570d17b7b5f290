import { type Reach, VPC_ENDPOINTS } from '../cluster/addresses.js';
import type { Subject } from '../cluster/subject.js';
import type { Requirement } from '../model/requirement.js';
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

/** Addresses with a name. */
export interface NamedRange {
  readonly name: RangeName;
  readonly peers: PeerSet;
  /** Who has one of them; undefined where the packets of the row are for others. */
  readonly end: EndName | undefined;
}

/** Ranges that may be told by name beside a row of the subject, those first in which the row's other end is at home. */
export function namedRanges(row: Requirement, { role, model, after }: Subject): readonly NamedRange[] {
  const { vpc, container, master, dns, api, loadBalancer, serviceMesh, internalServices } = after.addresses;
  const { peer, floor, isAmongNodes } = row;
  const named = (
    name: RangeName,
    end: EndName | undefined,
    reach: Reach | undefined,
  ): readonly NamedRange[] =>
    reach === undefined || reach.isSensitive || hasNoPeers(reach.peers)
      ? []
      : [{ name, end, peers: reach.peers }];
  const isService = peer === 'dns-servers' || peer === 'vpc-endpoint-service' || peer === 'internal-services';
  // Nodes reach their own group by the rule for its members, whatever becomes of their addresses.
  const isForNodes = role !== 'node' || peer === 'node-group' || isAmongNodes === true;
  const masters = [...named('api', 'control', api), ...named('masters', 'control', master)];
  const hosts = named('vpc', isForNodes && floor === undefined ? 'node' : 'host', vpc);
  const others = [
    ...named(model === 'eni' ? 'pod-subnets' : 'containers', 'eni', container),
    ...named('load-balancers', 'load-balancer', loadBalancer),
    ...named('service-mesh', 'service', serviceMesh),
  ];
  const services = [
    ...named('dns-servers', peer === 'dns-servers' ? 'dns-server' : undefined, dns),
    { name: 'vpc-endpoints', end: isService ? 'service' : undefined, peers: VPC_ENDPOINTS } as const,
    ...named('internal-services', isService ? 'service' : undefined, internalServices),
  ];
  if (isService) return [...services, ...masters, ...hosts, ...others];
  const isForPods = peer === 'container-cidr' || peer === 'container-subnet-cidr' || peer === 'eni-group';
  if (isForPods) return [...others, ...masters, ...hosts, ...services];
  return isForNodes
    ? [...hosts, ...others, ...masters, ...services]
    : [...masters, ...hosts, ...others, ...services];
}

/** The fewest ranges that are the set together; none where names do not say it. */
export function namedParts(peers: PeerSet, ranges: readonly NamedRange[]): readonly NamedRange[] {
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
