/*
 * Answers of the box for packets: cells of the report, put together by the algebra of `explain`. No DOM, so that a test can
 * hold them against the command.
 */
import { groupBy } from '../../../collections.js';
import { hostBitsProblem } from '../../../config/cidr-text.js';
import type { Time } from '../../../effective/group-rules.js';
import {
  type BothLots,
  commonStates,
  decidingAt,
  joint,
  type PathStates,
  type SideLot,
  statesBy,
  TIMES,
} from '../../../explain/lots.js';
import { type EtherType, parseCidr } from '../../../net/address.js';
import { ALL_V4, type PeerSet, v4Peers, v6Peers } from '../../../net/peers.js';
import { EMPTY, intersect, isEmpty, type Region, region, unionOf } from '../../../net/region.js';
import type { Traffic } from '../../../plan/rule.js';
import { err, must, ok, type Result } from '../../../result.js';
import type { PageFate, PagePaths, PagePeers, PageTable, PageUntold } from '../page-data.js';

/** One end of what is asked. */
export type PageEnd =
  | { readonly kind: 'party'; readonly party: number }
  | { readonly kind: 'addresses'; readonly family: EtherType; readonly peers: PeerSet };

/** What is asked. */
export interface PageQuestion {
  readonly from: PageEnd;
  readonly to: PageEnd;
  readonly traffic: Traffic;
}

/** Packets of which all have the same lot on one side, and the rules that decide it. */
export interface PageLot extends SideLot {
  readonly party: number;
  /** All rules that have a part in it are there all the time. */
  readonly isSteady: boolean;
  readonly rules: readonly { readonly rule: number; readonly times: readonly Time[] }[];
}

/** What becomes of the packets, or why the page does not know it. */
export type PageAnswer =
  | { readonly kind: 'answer'; readonly states: PathStates; readonly parts: readonly BothLots<PageLot>[] }
  | { readonly kind: 'untold'; readonly why: PageUntold };

/** The end with this name: of a party or a range of the page, or an address or CIDR. The error goes after the text. */
export function pageEnd(text: string, { parties, ranges }: PagePaths): Result<PageEnd, string> {
  const named = text.trim();
  const party = parties.findIndex(({ name, label }) => name === named || label === named);
  if (party >= 0) return ok({ kind: 'party', party });
  const range = ranges.find(({ name, label }) => name === named || label === named);
  if (range !== undefined) {
    return ok({ kind: 'addresses', family: range.family, peers: decodedPeers(range) });
  }
  const cidr = parseCidr(named);
  if (cidr === undefined)
    return err('is no end that this page knows; write one of the list, an address or a CIDR');
  const problem = hostBitsProblem(cidr);
  return problem === undefined
    ? ok({ kind: 'addresses', family: cidr.family, peers: cidr.peers })
    : err(problem);
}

/** What becomes of packets between two ends, one of which is a party. */
export function pageAnswer(paths: PagePaths, { from, to, traffic }: PageQuestion): PageAnswer {
  const sides = [...sideOf('egress', from, to), ...sideOf('ingress', to, from)].map((side) => ({
    ...side,
    table: must(
      paths.tables.find((one) => answersSide(one, side)),
      'each party has a table for each other end',
    ),
  }));
  const untold = sides.map(({ table }) => table.cells).find((cells) => typeof cells === 'string');
  if (untold !== undefined) return { kind: 'untold', why: untold };
  const [first = [], second] = sides.map((side) => lotsAsked(side, traffic, paths));
  const parts =
    second === undefined
      ? first.map((lot): BothLots<PageLot> => ({ states: lot.states, sides: [lot] }))
      : joint(first, second);
  return { kind: 'answer', states: commonStates(parts.map(({ states }) => states)), parts };
}

interface AskedSide {
  readonly party: number;
  readonly direction: PageTable['direction'];
  readonly other: PageEnd;
}

function sideOf(direction: PageTable['direction'], end: PageEnd, other: PageEnd): readonly AskedSide[] {
  return end.kind === 'party' ? [{ party: end.party, direction, other }] : [];
}

function answersSide(table: PageTable, { party, direction, other }: AskedSide): boolean {
  const far = other.kind === 'party' ? other.party : other.family;
  return table.party === party && table.direction === direction && table.other === far;
}

interface AskedCell {
  readonly packets: Region;
  readonly fate: PageFate;
}

/** The cells that hold some of the packets, those with the same states together. */
function lotsAsked(
  { party, direction, other, table }: AskedSide & { readonly table: PageTable },
  { protocols, ports }: Traffic,
  paths: PagePaths,
): readonly PageLot[] {
  const asked = region(direction, protocols, ports, other.kind === 'party' ? ALL_V4 : other.peers);
  const cells = typeof table.cells === 'string' ? [] : table.cells;
  const met = cells.flatMap(([p, q, lo, hi, fate, peers]): readonly AskedCell[] => {
    const own =
      other.kind === 'party'
        ? v4Peers([{ lo: peers, hi: peers }])
        : decodedPeers({ peers: must(paths.peers[peers], 'an index of the peers'), family: other.family });
    const packets = intersect(region(direction, [{ lo: p, hi: q }], [{ lo, hi }], own), asked);
    return isEmpty(packets) ? [] : [{ packets, fate: must(paths.fates[fate], 'an index of the fates') }];
  });
  return [...groupBy(met, ({ fate: [states] }) => states.join(' ')).values()].map((own): PageLot => {
    const [{ fate }] = own;
    const [[before, during, after]] = fate;
    const at = { before, during, after };
    const packets = unionOf(own.map((cell) => cell.packets));
    return {
      direction,
      packets,
      states: statesBy((time) => at[time]),
      party,
      isSteady: areSteady(own),
      rules: decidingRules(own, packets, paths),
    };
  });
}

function areSteady(cells: readonly AskedCell[]): boolean {
  return cells.every(({ fate: [, met] }) => met.every(([, , , stands]) => stands === 1));
}

function decidingRules(cells: readonly AskedCell[], packets: Region, paths: PagePaths): PageLot['rules'] {
  const deciding = TIMES.flatMap((time, at) => {
    const state = must(cells[0], 'a lot has cells').fate[0][at];
    const marks = cells.flatMap(({ packets: part, fate: [, met] }) =>
      met.flatMap(([rule, when, isSure]) =>
        when === at ? [{ rule, surely: isSure === 1 ? part : EMPTY }] : [],
      ),
    );
    const met = [...groupBy(marks, ({ rule }) => rule)].map(([rule, own]) => ({
      rule,
      isDeny: must(paths.rules[rule], 'an index of the rules').isDeny,
      surely: unionOf(own.map(({ surely }) => surely)),
    }));
    return decidingAt(
      must(state, 'a state a time'),
      time === 'during' && !areSteady(cells),
      met,
      packets,
    ).map((rule) => ({ rule, time }));
  });
  return [...groupBy(deciding, ({ rule }) => rule)].map(([rule, own]) => ({
    rule,
    times: own.map(({ time }) => time),
  }));
}

/** The addresses as a set. */
export function decodedPeers({
  peers,
  family,
}: {
  readonly peers: PagePeers;
  readonly family: EtherType;
}): PeerSet {
  const pairs = Array.from({ length: peers.length / 2 }, (_, i) => ({
    lo: must(peers[2 * i], 'two ends a range'),
    hi: must(peers[2 * i + 1], 'two ends a range'),
  }));
  return family === 'IPv4'
    ? v4Peers(pairs.map(({ lo, hi }) => ({ lo: Number(lo), hi: Number(hi) })))
    : v6Peers(pairs.map(({ lo, hi }) => ({ lo: BigInt(lo), hi: BigInt(hi) })));
}
