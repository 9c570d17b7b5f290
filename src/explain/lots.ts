import type { NonEmpty } from '../collections.js';
import type { Time } from '../effective/group-rules.js';
import { ALL_V4, unionOfPeers } from '../net/peers.js';
import {
  boxes,
  type Direction,
  intersect,
  isEmpty,
  isSubset,
  type Region,
  region,
  restrict,
  unionOf,
} from '../net/region.js';

/*
 * Lots of packets of one side and of both: pure algebra, which the page of the html format has as well.
 */

/**
 * What becomes of packets at one time. `undecided`: values decide that the plan does not know; while the plan is applied,
 * also that they pass only at times. `absent`: one of the ends is not there.
 */
export type PathState = 'allowed' | 'dropped' | 'undecided' | 'absent';

/** The same at every time. */
export type PathStates = Readonly<Record<Time, PathState>>;

/** The times, in their order. */
export const TIMES: readonly Time[] = ['before', 'during', 'after'];

/** A state for each time. */
export function statesBy(stateAt: (time: Time) => PathState): PathStates {
  return { before: stateAt('before'), during: stateAt('during'), after: stateAt('after') };
}

/** What all agree on, else `undecided`. What is not there has no say where others are. */
export function commonStates(all: readonly PathStates[]): PathStates {
  return statesBy((time) => {
    const [first = 'absent', ...others] = all
      .map(({ [time]: state }) => state)
      .filter((state) => state !== 'absent');
    return others.every((state) => state === first) ? first : 'undecided';
  });
}

/** Packets of which all have the same lot on one side. */
export interface SideLot {
  readonly direction: Direction;
  readonly packets: Region;
  readonly states: PathStates;
}

/** Packets of which all have the same lot. */
export interface BothLots<T> {
  readonly states: PathStates;
  /** One or both; the way out comes first. */
  readonly sides: NonEmpty<T>;
}

/** Both sides together: for protocols and ports that are asked of both, the way is open when both sides are. */
export function joint<T extends SideLot>(outs: readonly T[], ins: readonly T[]): readonly BothLots<T>[] {
  return outs.flatMap((out) =>
    ins.flatMap((into): readonly BothLots<T>[] => {
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

function withTraffic<T extends SideLot>(lot: T, traffic: Region): T {
  const { direction } = lot;
  const peers = unionOfPeers(boxes(lot.packets).map((box) => box.peers));
  const kept = boxes(traffic).map(({ protocols, ports }) =>
    restrict(lot.packets, direction, { protocols: [protocols], ports: [ports] }, peers),
  );
  return { ...lot, packets: unionOf(kept) };
}

/** A rule that is about some of the packets. */
export interface Met<R> {
  readonly rule: R;
  readonly isDeny: boolean;
  /** Those that it is about whatever the unknown values become. */
  readonly surely: Region;
}

/**
 * What lets them through, each rule that does so alone where there are such; what stops them; or whatever has a part.
 *
 * @param isChanging rules come and go: while the plan is applied
 */
export function decidingAt<R>(
  state: PathState,
  isChanging: boolean,
  met: readonly Met<R>[],
  packets: Region,
): readonly R[] {
  const allows = met.filter(({ isDeny }) => !isDeny);
  const denies = met.filter(({ isDeny }) => isDeny);
  const whole = allows.filter(({ surely }) => isSubset(packets, surely));
  const deciding = (): readonly Met<R>[] => {
    switch (state) {
      case 'allowed':
        return whole.length > 0 ? whole : allows.filter(({ surely }) => !isEmpty(surely));
      case 'dropped':
        return denies;
      case 'undecided':
        // While the plan is applied it may be that nothing lets them through, or that a deny comes or goes.
        return isChanging ? [...denies, ...whole] : met;
      case 'absent':
        return [];
    }
  };
  return deciding().map(({ rule }) => rule);
}
