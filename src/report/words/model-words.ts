import type { Floor, FloorName, PeerName, PortRange, Requirement, Table } from '../../model/requirement.js';
import { networkName } from './phrases.js';
import { say, type Text, toText } from './text.js';

/** What a row says, in words; what it does not say is undefined. */
export interface ModelWords {
  /** `TCP 10250`. */
  readonly traffic: Text;
  /** `from the VPC`. */
  readonly peer: Text;
  /** Whether the page lets one change it. */
  readonly suggestion: Text;
  /** What must stay when it is narrowed. */
  readonly floor: Text;
  readonly purpose: Text;
  /** What a person sees when it is gone. */
  readonly impact: Text;
  readonly notes: readonly Text[];
}

/** The row in words. */
export function modelWords(row: Requirement): ModelWords {
  const { direction, peer, suggestion, floor, purpose, impact, impactOf } = row;
  return {
    traffic: toText(trafficWords(row)),
    peer: toText(`${direction === 'ingress' ? 'from' : 'to'} ${PEERS[peer]}`),
    suggestion: toText(SUGGESTIONS[suggestion]),
    floor: toText(floorWords(floor)),
    purpose: toText(purpose),
    impact: toText(
      impactOf === undefined
        ? impact
        : `${impact}; while ${trafficWords(impactOf)} ${direction === 'ingress' ? 'from' : 'to'} ${PEERS[impactOf.peer]} still passes: ${impactOf.otherwise}`,
    ),
    notes: notesOf(row),
  };
}

/** `Table 1: Worker nodes, VPC network`. */
export function tableTitle({ table, title }: Pick<Table, 'table' | 'title'>): Text {
  return toText(`Table ${table}: ${title}`);
}

function trafficWords({ protocol, ports }: Pick<Requirement, 'protocol' | 'ports'>): string {
  if (protocol === 'all') return 'all traffic';
  return `${protocol.toUpperCase()}${ports === 'all' ? '' : ` ${rangeWords(ports)}`}`;
}

function rangeWords({ from, to }: PortRange): string {
  return from === to ? `${from}` : `${from}-${to}`;
}

const PEERS: Readonly<Record<PeerName, string>> = {
  any: 'anywhere',
  'vpc-cidr': 'the VPC',
  'container-cidr': 'the containers',
  'container-subnet-cidr': 'the pod subnets',
  'vpc-and-container-cidr': 'the VPC and the containers',
  'master-node-cidr': 'the masters',
  'dns-servers': 'the DNS servers',
  'node-group': 'the worker node security group',
  'control-group': 'the master node security group',
  'eni-group': 'the elastic network interface security group',
  'vpc-endpoint-service': 'the VPC endpoint service',
  'internal-services': 'the internal services of the cloud',
};

const SUGGESTIONS: Readonly<Record<Requirement['suggestion'], string>> = {
  'not-recommended': 'not to be modified',
  'if-necessary': 'to be modified if necessary',
  recommended: 'better narrowed',
  minimum: 'the least that hardened egress needs',
};

const FLOORS: Readonly<Record<FloorName, string>> = {
  'vpc-cidr': 'the VPC',
  'container-cidr': 'the containers',
  'load-balancer-cidrs': 'the load balancers that the configuration names',
  'service-mesh-cidrs': 'the service mesh that the configuration names',
};

function floorWords(floor: Floor | undefined): string {
  if (floor === undefined) return 'all of it must hold';
  switch (floor.kind) {
    case 'ranges':
      return `may be narrowed to ${floor.keep.map((name) => FLOORS[name]).join(', ')}`;
    case 'table':
      return 'may be narrowed to the rows of Table 8';
    case 'none':
      return 'may be narrowed at will';
  }
}

function notesOf({
  note,
  networkModel,
  notOnPageOf,
  isNodePorts,
  isLookedForBeforeUpgrade,
}: Requirement): readonly Text[] {
  return [
    ...(note === undefined ? [] : [toText(note)]),
    ...(networkModel === undefined ? [] : [say`Only clusters with ${networkName(networkModel)} need it.`]),
    ...(notOnPageOf === undefined
      ? []
      : [say`The page of region ${notOnPageOf} does not have it: there it is a warning.`]),
    ...(isNodePorts === true
      ? [toText('A cluster that sets `service-node-port-range` has other ports.')]
      : []),
    ...(isLookedForBeforeUpgrade === true
      ? [
          toText(
            'CCE looks for its own rule before it upgrades a cluster, whatever else lets the packets through.',
          ),
        ]
      : []),
  ];
}
