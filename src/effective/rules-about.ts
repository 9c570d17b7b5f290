import { spend } from '../budget.js';
import { memoOfObject } from '../collections.js';
import { doMeet, type Hull, hullOf, intervalAround } from '../net/hull.js';
import type { Interval } from '../net/interval.js';
import { ALL_PORTS, type Direction, type Region } from '../net/region.js';
import type { Peer, RuleSide } from '../plan/rule.js';
import type { EffectiveRule } from './group-rules.js';

/** So few are weighed each by itself: most lists are short and are asked few times. */
export const FEW = 12;
/** As many boxes are looked at in one step of the budget. */
const BOXES_A_STEP = 16;

/**
 * The rules that may have to do with these packets, in their order; of most lists these are few. Whoever asks: a known
 * range is itself, and any other peer may be anybody.
 */
export function rulesAbout(rules: readonly EffectiveRule[], packets: Region): readonly EffectiveRule[] {
  const isBothWays = packets.ingress.length > 0 && packets.egress.length > 0;
  if (rules.length <= FEW || isBothWays) return rules;
  const way = packets.ingress.length > 0 ? 'ingress' : 'egress';
  return BOXED[way](rules).meeting(hullOf(packets, way));
}

/** Whether the side may have to do with packets of its direction that lie in the box. */
export function mayBeAbout(side: RuleSide, { protocols, ports, peers }: Hull): boolean {
  const { traffic, peer } = side;
  return (
    doMeet(intervalAround(traffic.protocols), protocols) &&
    doMeet(portsAround(side), ports) &&
    doMeet(peersAround(peer), peers)
  );
}

const ANY_PORT = intervalAround(ALL_PORTS);
/** Around every peer. */
export const ANYBODY: Interval<number> = { lo: -Infinity, hi: Infinity };

/** What is not wholly known may be for all ports of some protocols. */
function portsAround({ traffic: { ports, isAtMost } }: RuleSide): Interval<number> {
  return isAtMost === true ? ANY_PORT : intervalAround(ports);
}

function peersAround(peer: Peer): Interval<number> {
  return peer.kind === 'range' && peer.range.kind === 'known' ? peer.range.peers.span : ANYBODY;
}

/** Numbers of a box. */
const EDGES = 6;

/** The rules of one direction, each with a box around it: columns of numbers, for the whole list is gone through at each question. */
class BoxedRules {
  readonly #rules: readonly EffectiveRule[];
  readonly #edges: Float64Array;

  constructor(rules: readonly EffectiveRule[]) {
    this.#rules = rules;
    this.#edges = new Float64Array(EDGES * rules.length);
    // Of two sides only counts what both have: one of them is enough.
    rules.forEach(({ sides: [side] }, i) => {
      const box = [intervalAround(side.traffic.protocols), portsAround(side), peersAround(side.peer)];
      box.forEach(({ lo, hi }, k) => {
        this.#edges[EDGES * i + 2 * k] = lo;
        this.#edges[EDGES * i + 2 * k + 1] = hi;
      });
    });
  }

  /** Those whose box meets this one, in their order. */
  meeting({ protocols, ports, peers }: Hull): readonly EffectiveRule[] {
    const edges = this.#edges;
    spend(Math.ceil(this.#rules.length / BOXES_A_STEP));
    const isBeside = (at: number, { lo, hi }: Interval<number>): boolean =>
      (edges[at] ?? lo) > hi || (edges[at + 1] ?? hi) < lo;
    const found: EffectiveRule[] = [];
    let at = 0;
    for (const rule of this.#rules) {
      if (!isBeside(at + 2, ports) && !isBeside(at + 4, peers) && !isBeside(at, protocols)) found.push(rule);
      at += EDGES;
    }
    return found;
  }
}

const BOXED = {
  ingress: memoOfObject((rules: readonly EffectiveRule[]) => boxedRules(rules, 'ingress')),
  egress: memoOfObject((rules: readonly EffectiveRule[]) => boxedRules(rules, 'egress')),
};

function boxedRules(rules: readonly EffectiveRule[], way: Direction): BoxedRules {
  return new BoxedRules(
    rules.filter(({ sides: [{ direction }] }) => direction === way || direction === 'unknown'),
  );
}
