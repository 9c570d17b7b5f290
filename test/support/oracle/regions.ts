/**
 * A small universe of packets, and membership by walking lists: the dumb side of the laws of src/net/.
 * Each line is cut into cells; generated sets are made of whole cells. So two of them are equal exactly
 * when they hold the same cells, and an error of one at any edge shows at the ends of a cell.
 */
import { canonical, type Interval, NUMBERS } from '../../../src/net/interval.js';
import {
  type PeerSet,
  type PeerToken,
  tokenPeers,
  unionOfPeers,
  v4Peers,
  v6Peers,
} from '../../../src/net/peers.js';
import { type Box, boxes, type Direction, type Region, region, unionOf } from '../../../src/net/region.js';
import { type Arbitrary, fc } from '../laws.js';

export type Peer =
  | { readonly kind: 'v4'; readonly value: number }
  | { readonly kind: 'v6'; readonly value: bigint }
  | { readonly kind: 'token'; readonly value: PeerToken };

/** One packet. */
export interface Point {
  readonly direction: Direction;
  readonly protocol: number;
  readonly port: number;
  readonly peer: Peer;
}

/** Peers as a list of cells, in any order; cells may touch. */
export interface PeerCells {
  readonly v4: readonly Interval<number>[];
  readonly v6: readonly Interval<bigint>[];
  readonly tokens: readonly PeerToken[];
}

/** A box as lists of cells. */
export interface BoxCells {
  readonly direction: Direction;
  readonly protocols: readonly Interval<number>[];
  readonly ports: readonly Interval<number>[];
  readonly peers: PeerCells;
}

/** A region, and the boxes it was made of. */
export interface Made {
  readonly region: Region;
  readonly cells: readonly BoxCells[];
}

/** A peer set, and the cells it was made of. */
export interface MadePeers {
  readonly peers: PeerSet;
  readonly cells: PeerCells;
}

/** The cells between these starts; the last one ends before `end`. */
function cellsOf(starts: readonly number[], end: number): readonly Interval<number>[] {
  return starts.map((lo, i) => ({ lo, hi: (starts[i + 1] ?? end) - 1 }));
}

const LAST_V6 = 2n ** 128n - 1n;

export const DIRECTIONS: readonly Direction[] = ['ingress', 'egress'];
export const PROTOCOL_CELLS = cellsOf([0, 1, 6, 7, 17, 18, 58, 255], 256);
export const PORT_CELLS = cellsOf([0, 1, 2, 22, 65535], 65536);
export const V4_CELLS = cellsOf([0, 1, 2 ** 31, 2 ** 32 - 1], 2 ** 32);
export const V6_CELLS: readonly Interval<bigint>[] = [
  { lo: 0n, hi: 0n },
  { lo: 1n, hi: LAST_V6 - 1n },
  { lo: LAST_V6, hi: LAST_V6 },
];
export const TOKENS: readonly PeerToken[] = ['sg-a', 'sg-b'];

const ALL_CELLS: PeerCells = { v4: V4_CELLS, v6: V6_CELLS, tokens: TOKENS };

function ends<T extends number | bigint>(cells: readonly Interval<T>[]): T[] {
  return [...new Set(cells.flatMap(({ lo, hi }) => [lo, hi]))];
}

/** Both ends of each cell of peers. */
export const PEERS: readonly Peer[] = [
  ...ends(V4_CELLS).map((value) => ({ kind: 'v4', value }) as const),
  ...ends(V6_CELLS).map((value) => ({ kind: 'v6', value }) as const),
  ...TOKENS.map((value) => ({ kind: 'token', value }) as const),
];

/** Both ends of each cell of everything. */
export const UNIVERSE: readonly Point[] = DIRECTIONS.flatMap((direction) =>
  ends(PROTOCOL_CELLS).flatMap((protocol) =>
    ends(PORT_CELLS).flatMap((port) => PEERS.map((peer) => ({ direction, protocol, port, peer }))),
  ),
);

/** Each cell of peers, with one peer in it. */
export const PEER_CELLS: readonly { readonly peer: Peer; readonly cells: PeerCells }[] = [
  ...V4_CELLS.map(
    (cell) => ({ peer: { kind: 'v4', value: cell.lo }, cells: { v4: [cell], v6: [], tokens: [] } }) as const,
  ),
  ...V6_CELLS.map(
    (cell) => ({ peer: { kind: 'v6', value: cell.lo }, cells: { v4: [], v6: [cell], tokens: [] } }) as const,
  ),
  ...TOKENS.map(
    (value) => ({ peer: { kind: 'token', value }, cells: { v4: [], v6: [], tokens: [value] } }) as const,
  ),
];

/** Each box of one cell, with one packet in it. */
export const SMALLEST: readonly { readonly point: Point; readonly cells: BoxCells }[] = DIRECTIONS.flatMap(
  (direction) =>
    PROTOCOL_CELLS.flatMap((protocols) =>
      PORT_CELLS.flatMap((ports) =>
        PEER_CELLS.map(({ peer, cells }) => ({
          point: { direction, protocol: protocols.lo, port: ports.lo, peer },
          cells: { direction, protocols: [protocols], ports: [ports], peers: cells },
        })),
      ),
    ),
);

function within<T extends number | bigint>(intervals: readonly Interval<T>[], value: T): boolean {
  return intervals.some(({ lo, hi }) => lo <= value && value <= hi);
}

/** Whether the peer is in the set, or in the cells. */
export function hasPeer(peers: PeerCells, peer: Peer): boolean {
  switch (peer.kind) {
    case 'v4':
      return within(peers.v4, peer.value);
    case 'v6':
      return within(peers.v6, peer.value);
    case 'token':
      return peers.tokens.includes(peer.value);
  }
}

/** Whether the packet is in the box. */
export function boxHas(box: Box, point: Point): boolean {
  return (
    box.direction === point.direction &&
    within([box.protocols], point.protocol) &&
    within([box.ports], point.port) &&
    hasPeer(box.peers, point.peer)
  );
}

/** Whether the packet is in the region. */
export function has(a: Region, point: Point): boolean {
  return boxes(a).some((box) => boxHas(box, point));
}

/** Whether the packet is in the boxes the region was made of. */
export function madeHas(made: Made, point: Point): boolean {
  const isPortZero = (point.protocol === 6 || point.protocol === 17) && point.port === 0;
  return (
    !isPortZero &&
    made.cells.some(
      (box) =>
        box.direction === point.direction &&
        within(box.protocols, point.protocol) &&
        within(box.ports, point.port) &&
        hasPeer(box.peers, point.peer),
    )
  );
}

/** The packets on which the region and the rule do not agree. */
export function strays(a: Region, rule: (point: Point) => boolean): readonly Point[] {
  const list = boxes(a);
  return UNIVERSE.filter((point) => list.some((box) => boxHas(box, point)) !== rule(point));
}

/** The peers on which the set and the rule do not agree. */
export function strayPeers(set: PeerSet, rule: (peer: Peer) => boolean): readonly Peer[] {
  return PEERS.filter((peer) => hasPeer(set, peer) !== rule(peer));
}

/** Freezes the value and all below it, so that any change of it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** The set of these cells. */
export function peersOf(cells: PeerCells): PeerSet {
  return unionOfPeers([v4Peers(cells.v4), v6Peers(cells.v6), tokenPeers(...cells.tokens)]);
}

/** The region of one box. */
export function boxOf(box: BoxCells): Region {
  return region(
    box.direction,
    canonical(NUMBERS, box.protocols),
    canonical(NUMBERS, box.ports),
    peersOf(box.peers),
  );
}

/** Some of the cells or all of them, in any order. */
function someOf<T>(cells: readonly T[]): Arbitrary<readonly T[]> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.shuffledSubarray([...cells]) },
    { weight: 1, arbitrary: fc.constant(cells) },
  );
}

/** Few sets often, so that neighbours merge; any set sometimes. */
export function peerCells(): Arbitrary<PeerCells> {
  return fc.oneof(
    fc.constantFrom<PeerCells>(
      { v4: V4_CELLS, v6: [], tokens: [] },
      { v4: [], v6: V6_CELLS, tokens: [] },
      { v4: [], v6: [], tokens: ['sg-a'] },
      ALL_CELLS,
    ),
    fc.record({ v4: someOf(V4_CELLS), v6: someOf(V6_CELLS), tokens: someOf(TOKENS) }),
  );
}

/** Any peer set of the universe, frozen. */
export function peerSets(): Arbitrary<MadePeers> {
  return peerCells().map((cells) => ({ cells, peers: deepFreeze(peersOf(cells)) }));
}

export function boxCells(): Arbitrary<BoxCells> {
  return fc.record({
    direction: fc.constantFrom<Direction>('ingress', 'ingress', 'egress'),
    protocols: someOf(PROTOCOL_CELLS),
    ports: someOf(PORT_CELLS),
    peers: peerCells(),
  });
}

/** Any region of the universe: a union of some boxes, frozen. */
export function regions(): Arbitrary<Made> {
  return fc
    .array(boxCells(), { maxLength: 6 })
    .map((cells) => ({ cells, region: deepFreeze(unionOf(cells.map(boxOf))) }));
}
