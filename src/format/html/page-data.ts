import type { NoCells } from '../../explain/cells.js';
import type { PathState } from '../../explain/lots.js';
import type { EtherType } from '../../net/address.js';
import type { Direction } from '../../net/region.js';

/** What the page knows of the paths of one cluster, as JSON: short, for there are many cells. */
export interface PagePaths {
  readonly parties: readonly PageName[];
  /** Addresses with names, and the internet. */
  readonly ranges: readonly (PageName & { readonly family: EtherType; readonly peers: PagePeers })[];
  readonly rules: readonly PageRule[];
  /** Peers of cells, each once. */
  readonly peers: readonly PagePeers[];
  /** What is true of cells, each once. */
  readonly fates: readonly PageFate[];
  readonly tables: readonly PageTable[];
  /** What becomes of packets, in words; `changing`: undecided, because rules come and go. */
  readonly words: Readonly<Record<PathState | 'changing', string>>;
  /** Why there is no table, in words. */
  readonly untold: Readonly<Record<PageUntold, string>>;
}

/** Why a table is not there. */
export type PageUntold = NoCells | 'too-many-ends';

/** An end that can be asked about: as it is written, and in words. */
export interface PageName {
  readonly name: string;
  readonly label: string;
}

/** A rule in words, with its line where that is known; a resource of the plan has an address. */
export interface PageRule {
  readonly words: string;
  readonly address: string | null;
  readonly isDeny: boolean;
}

/** Both ends of each range of addresses, one behind the other; those of IPv6 are decimal. */
export type PagePeers = readonly (number | string)[];

/** States before, during and after; and for each rule its index, 0 to 2 for the time, whether it is about all of it, and stands all the time. */
export type PageFate = readonly [
  states: readonly [PathState, PathState, PathState],
  met: readonly (readonly [rule: number, time: number, isSure: 0 | 1, stands: 0 | 1])[],
];

/** What one end lets in or out, cell by cell. */
export interface PageTable {
  readonly party: number;
  readonly direction: Direction;
  readonly other: number | EtherType;
  readonly cells: readonly PageCell[] | PageUntold;
}

/**
 * Protocols, ports, and indexes of fates and peers. Between two parties nobody asks for addresses: there a number tells the
 * peers apart from others with the same protocols and ports.
 */
export type PageCell = readonly [
  firstProtocol: number,
  lastProtocol: number,
  firstPort: number,
  lastPort: number,
  fate: number,
  peers: number,
];
