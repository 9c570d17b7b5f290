import { spend } from '../budget.js';
import type { World } from '../cluster/world.js';
import { distinct, firstOfEach, groupBy } from '../collections.js';
import type { EffectiveRule, Time } from '../effective/group-rules.js';
import type { Interval } from '../net/interval.js';
import { hasNoPeers, intersectPeers, type PeerSet, subtractPeers } from '../net/peers.js';
import { type Box, boxes, type Region } from '../net/region.js';
import { isSecret } from '../plan/rule.js';
import { must } from '../result.js';
import { type DecidingRule, namedRule, rulesKey } from './deciders.js';
import { type PathStates, TIMES } from './lots.js';
import { lotsOf } from './path.js';
import type { PathSide } from './side.js';

/** A rule, and when it is about the packets of a cell. */
export interface CellRule {
  /** An index of the rules of the side. */
  readonly rule: number;
  readonly time: Time;
  /** About all of them, whatever the unknown values become. */
  readonly isSure: boolean;
  /** It is there before, during and after. */
  readonly stands: boolean;
}

/** Packets that no state and no rule of the side tells apart. */
export interface SideCell extends Omit<Box, 'direction'> {
  readonly states: PathStates;
  readonly met: readonly CellRule[];
}

/** A side as a table in which any packets of it can be looked up. */
export interface SideCells {
  readonly rules: readonly Omit<DecidingRule, 'times'>[];
  /** Disjoint; together all that is asked of the side. */
  readonly cells: readonly SideCell[];
}

/** Why there is no such table. */
export type NoCells =
  /** It would tell of a value that must not be printed. */
  | 'sensitive'
  /** So many rules make a table that is too large. */
  | 'too-many-rules';

/** As many rules at one time as a group can have by the cloud's usual quota, and half as many more. */
const RULE_LIMIT = 150;

/** The packets of a side, cut until each cell has one state at each time and the same rules that are about all of it. */
export function cellsOf(side: PathSide, world: World): SideCells | NoCells {
  const { at, lots } = lotsOf(side, world);
  const now = TIMES.flatMap((time) => {
    const { [time]: one } = at;
    return one === undefined ? [] : [{ time, ...one }];
  });
  if (now.some(({ state }) => state.rules.length > RULE_LIMIT)) return 'too-many-rules';
  const isHidden = ({ sides }: EffectiveRule): boolean => sides.some(isSecret);
  if (now.some(({ question, state }) => question.isSensitive || state.rules.some(isHidden)))
    return 'sensitive';
  const marks = now.flatMap(({ time, state, need, meets }) =>
    state.rules.map((rule) => ({
      ...{ time, stands: rule.stands, named: namedRule(rule, side) },
      ...meets(rule, need),
    })),
  );
  const rules = firstOfEach(
    marks.map(({ named }) => named),
    rulesKey,
  );
  const indexes = new Map(rules.map((rule, index) => [rulesKey(rule), index]));
  const met = marks.flatMap(({ time, stands, named, surely, possibly }) => {
    const rule = must(indexes.get(rulesKey(named)), 'each rule has its place');
    return [
      ...boxed(surely, { rule, time, stands, isSure: true }),
      ...boxed(possibly, { rule, time, stands, isSure: false }),
    ];
  });
  return {
    rules,
    cells: cellsIn([...lots.flatMap(({ packets, states }) => boxed(packets, states)), ...met]),
  };
}

type Mark = PathStates | CellRule;

/** A box, and what is true of all of it. */
interface Marked extends Pick<Box, 'protocols' | 'ports' | 'peers'> {
  readonly mark: Mark;
}

function boxed(region: Region, mark: Mark): readonly Marked[] {
  return boxes(region).map(({ protocols, ports, peers }) => ({ protocols, ports, peers, mark }));
}

/** Cut along protocols, then along ports, then by peers; what is alike side by side is one cell. */
function cellsIn(all: readonly Marked[]): readonly SideCell[] {
  return stretches(all, ({ protocols }) => protocols).flatMap(({ range: protocols, own }) =>
    stretches(own, ({ ports }) => ports).flatMap(({ range: ports, own: here }) =>
      atoms(here).map((atom) => ({ protocols, ports, ...atom })),
    ),
  );
}

interface Stretch {
  readonly range: Interval<number>;
  readonly own: readonly Marked[];
}

/** The longest stretches over which the same boxes lie. */
function stretches(all: readonly Marked[], rangeOf: (one: Marked) => Interval<number>): readonly Stretch[] {
  const ends = distinct(all.flatMap((one) => [rangeOf(one).lo, rangeOf(one).hi + 1])).toSorted(
    (a, b) => a - b,
  );
  spend(ends.length * all.length);
  return ends.flatMap((lo, index) => {
    const next = ends[index + 1];
    const own =
      next === undefined ? [] : all.filter((one) => rangeOf(one).lo <= lo && next <= rangeOf(one).hi + 1);
    return next === undefined || own.length === 0 ? [] : [{ range: { lo, hi: next - 1 }, own }];
  });
}

type Atom = Pick<SideCell, 'peers' | 'states' | 'met'>;

/** Peers of which all have the same states and rules. */
function atoms(all: readonly Marked[]): readonly Atom[] {
  const start = all.flatMap(({ peers, mark }): readonly Atom[] =>
    'rule' in mark ? [] : [{ peers, states: mark, met: [] }],
  );
  const rules = all.flatMap(({ peers, mark }) => ('rule' in mark ? [{ peers, mark }] : []));
  return [...groupBy(rules, ({ peers }) => peers)].reduce<readonly Atom[]>(
    (cut, [peers, own]) =>
      cut.flatMap((atom) =>
        splitAtom(
          atom,
          peers,
          own.map(({ mark }) => mark),
        ),
      ),
    start,
  );
}

function splitAtom(atom: Atom, peers: PeerSet, marks: readonly CellRule[]): readonly Atom[] {
  const within = { ...atom, peers: intersectPeers(atom.peers, peers), met: [...atom.met, ...marks] };
  const beyond = { ...atom, peers: subtractPeers(atom.peers, peers) };
  return [within, beyond].filter((part) => !hasNoPeers(part.peers));
}
