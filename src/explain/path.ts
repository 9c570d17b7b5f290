import type { World } from '../cluster/world.js';
import type { EffectiveRule, Time } from '../effective/group-rules.js';
import { type PeerSet, unionOfPeers } from '../net/peers.js';
import { intersect, isEmpty, type Region, subtract, unionOf } from '../net/region.js';
import { decided, type SideRules } from './deciders.js';
import {
  type BothLots,
  commonStates,
  joint,
  type PathState,
  type PathStates,
  type SideLot,
  statesBy,
  TIMES,
} from './lots.js';
import { type PathSide, sideAt, type SideTimes } from './side.js';

/** What one side does with a part of the packets, and by which rules. */
export interface SidePart extends SideLot, SideRules {
  readonly side: PathSide;
  /** The other ends of all that was asked of the side. */
  readonly need: PeerSet;
}

/** Packets of which all have the same lot, on one side or both. */
export type PathPart = BothLots<SidePart>;

/** The answer for all packets that were asked for. */
export interface PathAnswer {
  /** What all of it agrees on; else `undecided`, and the parts tell. */
  readonly states: PathStates;
  /** None, when nothing was asked: then neither end has an address. */
  readonly parts: readonly PathPart[];
}

/** What becomes of the packets before, during and after the plan: they pass when every side lets them through. */
export function explainPath([first, second]: readonly PathSide[], world: World): PathAnswer {
  const own = first === undefined ? [] : cutParts(first, world);
  const parts =
    second === undefined
      ? own.map((part): PathPart => ({ states: part.states, sides: [part] }))
      : joint(own, cutParts(second, world));
  return { states: commonStates(parts.map(({ states }) => states)), parts };
}

/** Cuts the packets of a side until each part has one state at each time. */
function cutParts(side: PathSide, world: World): readonly SidePart[] {
  const { at, need, lots } = lotsOf(side, world);
  return lots.map(({ packets, states }) => ({
    ...{ side, direction: side.direction, packets, need, states },
    ...decided({ side, packets, states, at }, world),
  }));
}

/** The packets of a side in lots. */
export interface SideLots {
  readonly at: SideTimes;
  /** The other ends of all that is asked. */
  readonly need: PeerSet;
  /** Disjoint; together all that is asked. */
  readonly lots: readonly { readonly packets: Region; readonly states: PathStates }[];
}

/** The packets of a side, cut by what becomes of them. */
export function lotsOf(side: PathSide, world: World): SideLots {
  const at = statesBySide(side, world);
  const whole = unionOf(TIMES.flatMap((time) => at[time]?.need ?? []));
  const need = unionOfPeers(TIMES.flatMap((time) => at[time]?.question.need ?? []));
  const lots = TIMES.reduce<readonly Lot[]>(
    (all, time) => {
      const cuts = cutsAt(time, at);
      return all.flatMap((lot) => cutBy(lot, time, cuts));
    },
    [{ packets: whole, states: {} }],
  );
  return {
    ...{ at, need },
    lots: lots.map(({ packets, states }) => ({
      packets,
      states: statesBy((time) => states[time] ?? 'absent'),
    })),
  };
}

function statesBySide(side: PathSide, world: World): SideTimes {
  const [before, during, after] = TIMES.map((time) => sideAt(side, time, world));
  return { before, during, after };
}

interface Lot {
  readonly packets: Region;
  readonly states: Partial<PathStates>;
}

type Cut = readonly [PathState, Region];

/** What is allowed and undecided and dropped at that time; the rest is absent. */
function cutsAt(time: Time, at: SideTimes): readonly Cut[] {
  const { [time]: now } = at;
  if (now === undefined) return [];
  const { need, state, through } = now;
  const { surely, possibly } = through(state.rules, need);
  const everAllowed =
    time === 'during' ? unionOf([possibly, through(mayStand(at), need).possibly]) : possibly;
  return [
    ['allowed', surely],
    ['undecided', subtract(everAllowed, surely)],
    ['dropped', subtract(need, everAllowed)],
  ];
}

/** The most that may be let through at a moment of the apply: every allow, and only denies that stand all the time. */
function mayStand({ before, during, after }: SideTimes): readonly EffectiveRule[] {
  const isDeny = ({ sides: [{ action }] }: EffectiveRule): boolean => action === 'deny';
  const allows = [before, after].flatMap((one) => one?.state.rules.filter((rule) => !isDeny(rule)) ?? []);
  const denies = during?.state.rules.filter((rule) => isDeny(rule) && rule.stands) ?? [];
  return [...allows, ...denies];
}

function cutBy({ packets, states }: Lot, time: Time, cuts: readonly Cut[]): readonly Lot[] {
  const rest: Cut = ['absent', cuts.reduce((left, [, part]) => subtract(left, part), packets)];
  return [...cuts, rest].flatMap(([state, part]): readonly Lot[] => {
    const both = intersect(packets, part);
    return isEmpty(both) ? [] : [{ packets: both, states: { ...states, [time]: state } }];
  });
}
