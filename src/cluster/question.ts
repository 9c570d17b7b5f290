import { type Interval, NUMBERS, subtractSets } from '../net/interval.js';
import { type PeerSet, type PeerToken, unionOfPeers } from '../net/peers.js';
import { type Direction, type Region, region } from '../net/region.js';
import { NODE_PORT_LIMITS } from '../model/ranges.js';
import {
  type FloorName,
  isGroupPeer,
  type PortRange,
  type Requirement,
  type Role,
} from '../model/requirement.js';
import type { GroupKey, Traffic } from '../plan/rule.js';
import type { Addresses, Reach } from './addresses.js';
import { trafficOfRow } from './default-rules.js';
import { keptReaches, reachesOf } from './reaches.js';

/** A need of a subject in addresses: which packets must pass. */
export interface Question {
  readonly direction: Direction;
  readonly traffic: Traffic;
  readonly isNodePorts: boolean;
  /** Ports beside them that may be needed as well. */
  readonly beyond: { readonly traffic: Traffic; readonly token: PeerToken } | undefined;
  readonly need: PeerSet;
  readonly isSensitive: boolean;
  /** Groups that stand for the whole need. */
  readonly groups: readonly GroupKey[];
  readonly namesGroup: boolean;
}

type NamedReach = Pick<Reach, 'peers' | 'isSensitive'>;

/** What a subject is at one time, as far as its needs depend on it. */
export interface AskedState {
  readonly addresses: Addresses;
  /** The groups that count as "the worker node (or master, or ENI) security group" in its rows. */
  readonly groups: readonly GroupKey[];
  readonly controlGroup: GroupKey | undefined;
}

/** The row itself, as a question to a subject of the role at that time. */
export function askRow(row: Requirement, { role }: { readonly role: Role }, state: AskedState): Question {
  const { addresses } = state;
  const { vpc, container, master } = addresses;
  const control = state.controlGroup === undefined ? [] : [state.controlGroup];
  const ask = (reaches: readonly NamedReach[], groups?: readonly GroupKey[]): Question =>
    askFor({ row, addresses }, reaches, groups);
  const { peer } = row;
  if (!isGroupPeer(peer)) {
    const question = ask(reachesOf(peer, addresses));
    return peer === 'master-node-cidr' ? { ...question, groups: control } : question;
  }
  switch (peer) {
    case 'node-group':
      return ask([vpc], role === 'node' ? state.groups : []);
    case 'control-group':
      return ask([master], control);
    case 'eni-group':
      return ask([container], state.groups);
  }
}

/** The floor of a row that may be narrowed to some ranges. */
export function askFloor(
  row: Requirement,
  keep: readonly FloorName[],
  { addresses }: Pick<AskedState, 'addresses'>,
): Question {
  return askFor({ row, addresses }, keptReaches(keep, addresses));
}

/** A row, and what its names mean at that time. */
interface Named {
  readonly row: Requirement;
  readonly addresses: Addresses;
}

/** All the addresses; `groups` when the row names a group, whose members have them. */
function askFor(
  { row, addresses }: Named,
  reaches: readonly NamedReach[],
  groups?: readonly GroupKey[],
): Question {
  const traffic = trafficOfRow(row);
  const nodePorts = row.isNodePorts === true ? addresses.nodePorts : undefined;
  return {
    direction: row.direction,
    traffic: nodePorts?.kind === 'known' ? { ...traffic, ports: [intervalOf(nodePorts.range)] } : traffic,
    isNodePorts: row.isNodePorts === true,
    beyond: nodePorts?.kind === 'unknown' ? { traffic: beyond(traffic), token: nodePorts.token } : undefined,
    need: unionOfPeers(reaches.map(({ peers }) => peers)),
    isSensitive: reaches.some(({ isSensitive }) => isSensitive),
    groups: groups ?? [],
    namesGroup: groups !== undefined,
  };
}

/** The ports to which a range may be moved, without the usual ones. */
function beyond({ protocols, ports }: Traffic): Traffic {
  return { protocols, ports: subtractSets(NUMBERS, [intervalOf(NODE_PORT_LIMITS)], ports) };
}

function intervalOf({ from, to }: PortRange): Interval<number> {
  return { lo: from, hi: to };
}

/** The packets that a question asks for. */
export function needOf({ direction, traffic, need }: Question): Region {
  return region(direction, traffic.protocols, traffic.ports, need);
}
