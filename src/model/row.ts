import type { Floor, FloorName, PeerName, Requirement, Table, TableNumber } from './requirement.js';

/** What a row asks for, without its words. */
type Packets = Pick<Requirement, 'protocol' | 'ports' | 'isNodePorts'>;
type Access = Packets & Pick<Requirement, 'direction' | 'peer'>;

/** The rest of a row. A suggestion that is left out is the usual one of the table. */
type Words = Pick<Requirement, 'thing' | 'purpose' | 'impact'> &
  Partial<
    Pick<
      Requirement,
      | 'impactOf'
      | 'isAmongNodes'
      | 'suggestion'
      | 'floor'
      | 'isLookedForBeforeUpgrade'
      | 'networkModel'
      | 'notOnPageOf'
      | 'note'
    >
  >;

type Row = Access & Words & Pick<Requirement, 'id'>;

/** A table without its rows. `suggestion` is that of rows that say nothing else. */
type Head = Pick<Table, 'role' | 'networkModel' | 'title' | 'anchor'> &
  Partial<Pick<Requirement, 'suggestion'>>;

/** One row of the page. */
export function row(id: string, access: Access, words: Words): Row {
  return { id, ...access, ...words };
}

/** A table of the page; its rows are counted from the top, as their ids are. */
export function table(
  number: TableNumber,
  { suggestion = 'not-recommended', ...head }: Head,
  rows: readonly Row[],
): Table {
  const counted = rows.map((one, at) => ({ suggestion, ...one, table: number, number: at + 1 }));
  return { table: number, ...head, rows: counted };
}

/** Packets that a group must let in from the peer. */
export function ingress(packets: Packets, peer: PeerName): Access {
  return { direction: 'ingress', ...packets, peer };
}

/** Packets that a group must let out to the peer. */
export function egress(packets: Packets, peer: PeerName): Access {
  return { direction: 'egress', ...packets, peer };
}

/** Every protocol. */
export const ALL: Packets = { protocol: 'all', ports: 'all' };
/** ICMP has no ports: every type and code. */
export const ALL_ICMP: Packets = { protocol: 'icmp', ports: 'all' };

/** One TCP port or a range of them, both ends included; all of them when none is given. */
export function tcp(from?: number, to = from): Packets {
  return { protocol: 'tcp', ports: portRange(from, to) };
}

/** One UDP port or a range of them, both ends included; all of them when none is given. */
export function udp(from?: number, to = from): Packets {
  return { protocol: 'udp', ports: portRange(from, to) };
}

/** The ports of NodePort Services of TCP or UDP: those that a cluster has unless it sets others. */
export function nodePorts(protocol: 'tcp' | 'udp'): Packets {
  return { protocol, ports: { from: 30000, to: 32767 }, isNodePorts: true };
}

function portRange(from: number | undefined, to: number | undefined): Requirement['ports'] {
  return from === undefined || to === undefined ? 'all' : { from, to };
}

/** These ranges must stay when the row is narrowed. */
export function keep(...ranges: readonly FloorName[]): Floor {
  return { kind: 'ranges', keep: ranges };
}

/** When the row is narrowed, what Table 8 asks for must stay. */
export const TABLE_8: Floor = { kind: 'table', table: 8 };
/** The row may be narrowed as far as one likes. */
export const NO_FLOOR: Floor = { kind: 'none' };
