/** A plan applied in stages, in every order that Terraform may take: what is cut at any step, and what is refused. */
import type { Requirement } from '../../../src/model/requirement.js';
import { dependencies, stateDependencies } from './documents.js';
import type { Packet } from '../oracle/rules.js';
import { counted, lackBy, type NaiveSubject, packetsAsked, rowsOf, type Rules, subjectsOf } from './holds.js';
import { isSameRule, type NaiveRule, readRule, type Step } from './rules.js';
import type { NaiveWorld } from './world.js';

/** One thing that Terraform asks of the API. */
interface Move {
  readonly step: Step;
  readonly kind: 'create' | 'delete';
  /** Moves that come first. */
  readonly after: readonly Move[];
}

/** A moment at which something is wrong. */
export interface Cut {
  readonly stage: number;
  /** What this stage has done by then. */
  readonly done: readonly string[];
  /** The row that does not hold, with its group; or the rule that the API refuses. */
  readonly what: string;
}

/** How many moments are looked at; and beyond that many, by which dice. */
export interface Effort {
  readonly moments: number;
  readonly seed: number;
}

/**
 * All that goes wrong while the stages are applied one after the other. A stage is the addresses that `-target` names;
 * an empty one is all that is left. What counts are packets of rows that pass before and after the whole plan.
 */
export function cutsOf(
  world: NaiveWorld,
  stages: readonly (readonly string[])[],
  effort: Effort = { moments: 10_000, seed: 1 },
): readonly Cut[] {
  const watched = watchedRows(world);
  const cut = cutBy(world, watched);
  const moves = movesOf(world);
  let past: ReadonlySet<Move> = new Set();
  return stages.flatMap((targets, stage) => {
    const chosen = moves.filter((move) => targets.length === 0 || isTargeted(move, targets));
    const own = withNeeded(chosen).filter((move) => !past.has(move));
    const found = walk(past, own, effort).flatMap((done) =>
      [...cut(done), ...refusedAt(world, done, own)].map((what) => ({
        ...{ stage, done: [...done].filter((move) => own.includes(move)).map(text), what },
      })),
    );
    past = new Set([...past, ...own]);
    return found;
  });
}

/** What is targeted takes along what it depends on. */
function withNeeded(chosen: readonly Move[]): readonly Move[] {
  const all = new Set(chosen);
  for (const move of all) for (const first of move.after) all.add(first);
  return [...all];
}

/** `-target` takes a whole resource or module, or one instance. */
function isTargeted({ step: { address } }: Move, targets: readonly string[]): boolean {
  return targets.some(
    (target) => address === target || ['.', '['].some((next) => address.startsWith(target + next)),
  );
}

function text({ kind, step }: Move): string {
  return `${kind} ${step.address}`;
}

/** What each resource needs: replaced ones twice, and nothing before what it depends on. */
function movesOf({ steps, plans }: NaiveWorld): readonly Move[] {
  const needs = (step: Step): ReadonlySet<string> =>
    new Set(
      plans.flatMap((plan) => [...dependencies(plan, step.entry), ...stateDependencies(plan, step.address)]),
    );
  const isNeeded = (names: ReadonlySet<string>, { address }: Step): boolean =>
    names.has(address) || names.has(address.replace(/\[[^\]]*\]$/, ''));
  const of = new Map<Step, { create?: Move & { after: Move[] }; delete?: Move & { after: Move[] } }>();
  for (const step of steps) {
    const make = (kind: Move['kind']): Move & { after: Move[] } => ({ step, kind, after: [] });
    const hasCreate = ['comes', 'destroy-first', 'create-first'].includes(step.how);
    const hasDelete = ['goes', 'destroy-first', 'create-first'].includes(step.how);
    of.set(step, {
      ...(hasCreate && { create: make('create') }),
      ...(hasDelete && { delete: make('delete') }),
    });
  }
  for (const [step, own] of of) {
    if (step.how === 'destroy-first' && own.create && own.delete) own.create.after.push(own.delete);
    if (step.how === 'create-first' && own.create && own.delete) own.delete.after.push(own.create);
    const names = needs(step);
    for (const [other, theirs] of of) {
      if (other === step || !isNeeded(names, other)) continue;
      if (own.create && theirs.create) own.create.after.push(theirs.create);
      if (own.delete && theirs.delete) theirs.delete.after.push(own.delete);
    }
  }
  return [...of.values()].flatMap((own) => [own.create, own.delete].filter((move) => move !== undefined));
}

/** Every set of moves that may be done at some moment; when there are too many, those of random orders. */
function walk(
  past: ReadonlySet<Move>,
  own: readonly Move[],
  { moments, seed }: Effort,
): readonly ReadonlySet<Move>[] {
  const isNext = (done: ReadonlySet<Move>) => (move: Move) =>
    !done.has(move) && move.after.every((first) => done.has(first) || !own.includes(first));
  const start = new Set(past);
  const found = new Map<string, ReadonlySet<Move>>([['', start]]);
  const key = (done: ReadonlySet<Move>): string => own.map((move) => (done.has(move) ? 1 : 0)).join('');
  const queue: ReadonlySet<Move>[] = [start];
  for (let done = queue.shift(); done !== undefined && found.size <= moments; done = queue.shift()) {
    for (const move of own.filter(isNext(done))) {
      const next = new Set([...done, move]);
      if (found.has(key(next))) continue;
      found.set(key(next), next);
      queue.push(next);
    }
  }
  if (found.size <= moments) return [...found.values()];
  // The first moments of all orders, and some orders to their ends.
  return [...found.values(), ...randomWalks({ start, own, isNext }, { moments, seed })];
}

interface Walks {
  readonly start: ReadonlySet<Move>;
  readonly own: readonly Move[];
  readonly isNext: (done: ReadonlySet<Move>) => (move: Move) => boolean;
}

function randomWalks({ start, own, isNext }: Walks, { moments, seed }: Effort): readonly ReadonlySet<Move>[] {
  const found: ReadonlySet<Move>[] = [start];
  let dice = seed;
  while (found.length < moments) {
    let done = start;
    for (let next = own.filter(isNext(done)); next.length > 0; next = own.filter(isNext(done))) {
      dice = (dice * 48271) % 2147483647;
      const move = next[dice % next.length];
      if (move !== undefined) done = new Set([...done, move]);
      found.push(done);
    }
  }
  return found;
}

interface Watched {
  readonly row: Requirement;
  readonly subject: NaiveSubject;
  readonly packets: readonly Packet[];
}

/** Packets of rows that pass before the plan and after it. */
function watchedRows(world: NaiveWorld): readonly Watched[] {
  const none = new Set<Move>();
  const all = new Set(movesOf(world));
  const [before, after, ever] = [
    counts(standingAt(world, none)),
    counts(standingAt(world, all)),
    counts(standingAt(world, none, true)),
  ];
  return subjectsOf(world)
    .filter((subject) => subject.before.length > 0)
    .flatMap((subject) => rowsOf(subject).map((row) => ({ row, subject })))
    .flatMap((one): readonly Watched[] => {
      const isThrough = (side: 'before' | 'after', rules: Rules): ((packet: Packet) => boolean) => {
        const lacks = lackBy(world, { ...one, side, rules });
        const asked = new Set(
          packetsAsked({ ...one, side, rules: ever }).map((packet) => JSON.stringify(packet)),
        );
        return (packet) => asked.has(JSON.stringify(packet)) && lacks(packet) === 'no';
      };
      const packets = packetsAsked({ ...one, side: 'after', rules: ever })
        .filter(isThrough('before', before))
        .filter(isThrough('after', after));
      return packets.length === 0 ? [] : [{ ...one, packets }];
    });
}

interface Standing {
  readonly rule: NaiveRule;
  readonly isDoubted: boolean;
}

function counts(standing: readonly Standing[]): Rules {
  return standing.flatMap(({ rule, isDoubted }) => counted(rule).map((one) => ({ ...one, isDoubted })));
}

/** The rules that stand once these moves are done; or every rule that stands at any moment. */
function standingAt(
  { steps, unlisted }: NaiveWorld,
  done: ReadonlySet<Move>,
  isEver = false,
): readonly Standing[] {
  const isDone = (step: Step, kind: Move['kind']): boolean =>
    [...done].some((move) => move.step === step && move.kind === kind);
  const listed = steps.flatMap((step) => {
    if (step.how === 'stands' || step.how === 'forgotten') return step.after;
    return [
      ...(isDone(step, 'delete') ? [] : step.before),
      ...(isEver || isDone(step, 'create') ? step.after : []),
    ];
  });
  return [...listed.map((rule) => ({ rule, isDoubted: false })), ...unlisted];
}

/** The rows that do not hold once these moves are done. */
function cutBy(
  world: NaiveWorld,
  watched: readonly Watched[],
): (done: ReadonlySet<Move>) => readonly string[] {
  const known = new Map<string, boolean>();
  const all = new Map(standingAt(world, new Set(), true).map(({ rule }, i) => [rule, i]));
  return (done) => {
    const standing = standingAt(world, done);
    const isCut = (one: Watched, nth: number): boolean => {
      const own = standing.filter(({ rule }) => mayMatter(rule, one));
      const key = `${String(nth)} ${own.map(({ rule }) => all.get(rule)).join(' ')}`;
      const lacks = lackBy(world, { ...one, side: 'after', rules: counts(own) });
      const found = known.get(key) ?? one.packets.some((packet) => lacks(packet) !== 'no');
      known.set(key, found);
      return found;
    };
    return watched.filter(isCut).map(({ row, subject }) => `${row.id} of ${subject.after.join(', ')}`);
  };
}

/** Whether the rule is for packets of the row, the other end aside. */
function mayMatter(rule: NaiveRule, { row, subject }: Omit<Watched, 'packets'>): boolean {
  const side = readRule(rule);
  if (side?.direction !== row.direction || !subject.after.includes(side.group)) return false;
  const numbersOf = { tcp: 6, udp: 17, icmp: 1, all: 'all' };
  const own = numbersOf[row.protocol];
  if (own !== 'all' && side.protocol !== 'all' && own !== side.protocol) return false;
  const { ports } = row;
  if (ports === 'all' || typeof side.ports === 'string') return true;
  return side.ports.some(([from, to]) => from <= ports.to && ports.from <= to);
}

/** Rules that this stage makes while an equal one stands. */
function refusedAt(world: NaiveWorld, done: ReadonlySet<Move>, own: readonly Move[]): readonly string[] {
  const newest = [...done].at(-1);
  if (newest?.kind !== 'create' || !own.includes(newest)) return [];
  const others = standingAt(world, done).filter(
    ({ rule, isDoubted }) => !isDoubted && !newest.step.after.includes(rule),
  );
  return newest.step.after
    .filter((rule) => others.some((other) => isSameRule(rule, other.rule, world.configuration.priority)))
    .map(({ address }) => `${address} is refused: an equal rule stands`);
}
