import type { FloorName, GroupPeer, PeerName } from '../model/requirement.js';
import { ALL_V4 } from '../net/peers.js';
import { type Addresses, onThePage, type Reach, VPC_ENDPOINTS } from './addresses.js';

const EVERYWHERE = onThePage(ALL_V4);
const ENDPOINTS = onThePage(VPC_ENDPOINTS);

/** What the peer of a row that names no group means in addresses. */
export function reachesOf(peer: Exclude<PeerName, GroupPeer>, addresses: Addresses): readonly Reach[] {
  const { vpc, container, master, dns, internalServices } = addresses;
  switch (peer) {
    case 'any':
      return [EVERYWHERE];
    case 'vpc-cidr':
      return [vpc];
    case 'container-cidr':
    case 'container-subnet-cidr':
      return [container];
    case 'vpc-and-container-cidr':
      return [vpc, container];
    case 'master-node-cidr':
      return [master];
    case 'dns-servers':
      return [dns];
    case 'vpc-endpoint-service':
      return [ENDPOINTS];
    case 'internal-services':
      return [internalServices];
  }
}

/** What the floor of a row keeps, as far as there is any of it. */
export function keptReaches(keep: readonly FloorName[], addresses: Addresses): readonly Reach[] {
  const { vpc, container, loadBalancer, serviceMesh } = addresses;
  const reaches: Readonly<Record<FloorName, Reach | undefined>> = {
    'vpc-cidr': vpc,
    'container-cidr': container,
    'load-balancer-cidrs': loadBalancer,
    'service-mesh-cidrs': serviceMesh,
  };
  return keep.flatMap((name) => reaches[name] ?? []);
}
