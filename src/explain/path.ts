import type { World } from '../cluster/world.js';
import type { NonEmpty } from '../collections.js';
import type { EffectiveRule, Time } from '../effective/group-rules.js';
import { ALL_V4, type PeerSet, unionOfPeers } from '../net/peers.js';
import {
  boxes,
  intersect,
  isEmpty,
  type Region,
  region,
  restrict,
  subtract,
  unionOf,
} from '../net/region.js';
import { decided, type SideRules } from './deciders.js';
import { type PathState, type PathStates, type PathSide, sideAt, type SideTimes, TIMES } from './side.js';

/** What one side does with a part of the packets, and by which rules. */
export interface SidePart extends SideRules {
  readonly side: PathSide;
  readonly packets: Region;
  /** The other ends of all that was asked of the side. */
  readonly need: PeerSet;
  readonly states: PathStates;
}

/** Packets of which all have the same lot. */
export interface PathPart {
  readonly states: PathStates;
  /** One or both; the way out comes first. */
  readonly sides: NonEmpty<SidePart>;
}

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
  return { states: statesBy((time) => commonState(parts.map(({ states }) => states[time]))), parts };
}

function statesBy(stateAt: (time: Time) => PathState): PathStates {
  return { before: stateAt('before'), during: stateAt('during'), after: stateAt('after') };
}

/** What is not there has no say where others are. */
function commonState(states: readonly PathState[]): PathState {
  const [first = 'absent', ...others] = states.filter((state) => state !== 'absent');
  return others.every((state) => state === first) ? first : 'undecided';
}

/** Cuts the packets of a side until each part has one state at each time. */
function cutParts(side: PathSide, world: World): readonly SidePart[] {
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
  return lots.map(({ packets, states }) => {
    const full = statesBy((time) => states[time] ?? 'absent');
    return { side, packets, need, states: full, ...decided({ side, packets, states: full, at }, world) };
  });
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

/** Both sides together: for protocols and ports that are asked of both, the way is open when both sides are. */
function joint(outs: readonly SidePart[], ins: readonly SidePart[]): readonly PathPart[] {
  return outs.flatMap((out) =>
    ins.flatMap((into): readonly PathPart[] => {
      const traffic = intersect(trafficIn(out.packets), trafficIn(into.packets));
      if (isEmpty(traffic)) return [];
      const states = statesBy((time) => bothStates(out.states[time], into.states[time]));
      return [{ states, sides: [withTraffic(out, traffic), withTraffic(into, traffic)] }];
    }),
  );
}

function bothStates(a: PathState, b: PathState): PathState {
  const order: readonly PathState[] = ['absent', 'dropped', 'undecided', 'allowed'];
  return order.find((state) => state === a || state === b) ?? 'absent';
}

/** Protocols and ports alone, over one direction and peer. */
function trafficIn(packets: Region): Region {
  return unionOf(
    boxes(packets).map(({ protocols, ports }) => region('ingress', [protocols], [ports], ALL_V4)),
  );
}

function withTraffic(part: SidePart, traffic: Region): SidePart {
  const { direction } = part.side;
  const peers = unionOfPeers(boxes(part.packets).map((box) => box.peers));
  const kept = boxes(traffic).map(({ protocols, ports }) =>
    restrict(part.packets, direction, { protocols: [protocols], ports: [ports] }, peers),
  );
  return { ...part, packets: unionOf(kept) };
}
