/** What the names of the tables stand for in a scenario; from design.md, section 2.5. */
import { SERVICE_RANGES } from '../../../src/model/ranges.js';
import type { Requirement } from '../../../src/model/requirement.js';
import { madeGroup, POD_SUBNET, SUBNET_CIDR, VPC_CIDR } from '../plans/cce-world.js';
import { type Cidr, cidrOf, EVERYWHERE } from './rules.js';
import { refOf, type Scenario } from '../laws/scenario.js';

/** CIDRs, or a range that the plan does not know. */
export interface Places {
  readonly cidrs: readonly Cidr[];
  readonly token?: string | undefined;
}

/** The CIDRs of these texts; null is none. */
export function places(...texts: readonly (string | null | undefined)[]): Places {
  return { cidrs: texts.map((text) => cidrOf(text ?? '')).filter((cidr) => cidr !== undefined) };
}

type Side = 'before' | 'after';

/** The VPC with its second CIDR. */
export function vpcOf({ secondary }: Scenario, side: Side): Places {
  return places(VPC_CIDR, secondary[side]);
}

/** Where pods are. */
export function containersOf({ model, container }: Scenario): Places {
  if (model === 'eni') return places(POD_SUBNET);
  if (container !== null) return places(container);
  return { cidrs: [], token: 'opentelekomcloud_cce_cluster_v3.prod.container_network_cidr' };
}

/** The master node CIDR: the configuration's, else that of the cluster's subnet. */
export function mastersOf({ masters }: Scenario): Places {
  return places(masters ?? SUBNET_CIDR);
}

/** The subnet's own servers, or the provider's default pair. */
export function dnsOf({ dns }: Scenario): Places {
  return places(...(dns ?? ['100.125.4.25', '100.125.129.199']));
}

function join(...all: readonly Places[]): Places {
  return {
    cidrs: all.flatMap(({ cidrs }) => cidrs),
    token: all.map(({ token }) => token).find((token) => token !== undefined),
  };
}

/** What the names of the tables stand for in one cluster. */
export interface Ranges {
  readonly vpc: Places;
  readonly containers: Places;
  readonly masters: Places;
  readonly dns: Places;
  readonly balancers: Places;
  readonly mesh: Places;
  readonly services: Readonly<Record<keyof typeof SERVICE_RANGES, Places>>;
}

/** Those of a scenario, before or after. */
export function rangesOf(scenario: Scenario, side: Side): Ranges {
  return {
    vpc: vpcOf(scenario, side),
    containers: containersOf(scenario),
    masters: mastersOf(scenario),
    dns: dnsOf(scenario),
    balancers: places(scenario.loadBalancers),
    mesh: places(scenario.serviceMesh),
    services: {
      'vpc-endpoint-service': places(SERVICE_RANGES['vpc-endpoint-service']),
      'internal-services': places(SERVICE_RANGES['internal-services']),
    },
  };
}

/** The addresses that a row needs: its floor, or its peer. */
export function needOf(ranges: Ranges, row: Requirement): Places {
  const { vpc, containers, balancers, mesh } = ranges;
  if (row.floor?.kind !== 'ranges') return peerOf(ranges, row);
  const { keep } = row.floor;
  return join(
    vpc,
    containers,
    keep.includes('load-balancer-cidrs') ? balancers : places(),
    keep.includes('service-mesh-cidrs') ? mesh : places(),
  );
}

/** The addresses that a row names as its peer. A group's are those of its members. */
export function peerOf({ vpc, containers, masters, dns, services }: Ranges, row: Requirement): Places {
  switch (row.peer) {
    case 'any':
      return { cidrs: [EVERYWHERE] };
    case 'vpc-cidr':
    case 'node-group':
      return vpc;
    case 'container-cidr':
    case 'container-subnet-cidr':
    case 'eni-group':
      return containers;
    case 'vpc-and-container-cidr':
      return join(vpc, containers);
    case 'master-node-cidr':
    case 'control-group':
      return masters;
    case 'dns-servers':
      return dns;
    case 'vpc-endpoint-service':
    case 'internal-services':
      return services[row.peer];
  }
}

/** The cluster's own groups, those of its pools included, with the addresses of their members. */
export function membersOf(scenario: Scenario, side: Side): ReadonlyMap<string, Places> {
  const { pools, ownDefault } = scenario;
  const nodes = vpcOf(scenario, side);
  const own = pools.flatMap(({ how, before, after }) => {
    if (side === 'before' && how === 'comes') return [];
    return side === 'before' && how === 'replaced' ? before : after;
  });
  const members = new Map<string, Places>();
  for (const group of ownDefault === undefined ? own : [...own, ownDefault]) {
    members.set(refOf(group).ref, nodes);
  }
  members.set(madeGroup('node').ref, nodes);
  members.set(madeGroup('control').ref, mastersOf(scenario));
  if (scenario.model === 'eni') members.set(madeGroup('eni').ref, containersOf(scenario));
  return members;
}

/** Whether the address, or the unknown range, is one of these. */
export function isWanted({ cidrs, token }: Places, remote: number | string): boolean {
  if (typeof remote === 'string') return remote === token;
  return cidrs.some(([first, last]) => first <= remote && remote <= last);
}

/** Whether an unknown range cannot have the address: containers lie apart from the VPC. */
export function isApart(scenario: Scenario, side: Side): (token: string, address: number) => boolean {
  const [{ token: containers }, vpc] = [containersOf(scenario), vpcOf(scenario, side)];
  return (token, address) => token === containers && isWanted(vpc, address);
}
