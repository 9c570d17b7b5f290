import { spend } from '../budget.js';
import { distinct, firstOfEach, groupBy } from '../collections.js';
import type { Subject, SubjectState, Subjects } from '../cluster/subject.js';
import { type CrosswiseNeed, crosswiseNeed } from '../model/crosswise.js';
import { isEmpty, type Region, unionOf } from '../net/region.js';
import type { GroupKey, Peer } from '../plan/rule.js';
import { askRow, type Question } from '../cluster/question.js';
import { type Outcome, outcomeOf } from '../weigh/question.js';
import { type Cause, causesOf } from '../weigh/causes.js';
import { type Doubt, doubtsOf } from '../weigh/doubts.js';
import { must } from '../result.js';
import { about, type CheckMetadata, type Finding, finding } from './finding.js';

/** A pool with groups of its own. */
interface Pool {
  readonly subject: Subject;
  readonly address: string;
  readonly keys: readonly GroupKey[];
  /** The same text for the same groups. */
  readonly set: string;
}

/**
 * Pools with groups of their own, held against one another: the page's rows are fulfilled by each pool alone, and its
 * nodes may still be out of reach for those of the other pools.
 */
export function crosswiseFindings(check: CheckMetadata, subjects: Subjects): readonly Finding[] {
  const isPool = new Set(subjects.world.plan.nodePools.map(({ address }) => address));
  const pools = subjects.subjects.flatMap((subject): Pool[] => {
    const { pool, groups, unknownGroups, isLosingGroup } = subject;
    if (pool === undefined || !isPool.has(pool) || isLosingGroup || unknownGroups.length > 0) return [];
    const keys = groups.map(({ key }) => key);
    return [{ subject, address: pool, keys, set: JSON.stringify([...keys].sort()) }];
  });
  return [...groupBy(pools, ({ subject }) => subject.cluster).values()].flatMap((all) => {
    const need = crosswiseNeed(all[0].subject.model);
    return need === undefined || all.length < 2
      ? []
      : all.flatMap((pool) => poolFindings(pool, { check, subjects, need, all, byKey: poolsByKey(all) }));
  });
}

interface Pools {
  readonly check: CheckMetadata;
  readonly subjects: Subjects;
  readonly need: CrosswiseNeed;
  readonly all: readonly Pool[];
  readonly byKey: ReadonlyMap<GroupKey, readonly Pool[]>;
}

function poolsByKey(pools: readonly Pool[]): Pools['byKey'] {
  const entries = pools.flatMap((pool) => pool.keys.map((key) => ({ key, pool })));
  return new Map(
    [...groupBy(entries, ({ key }) => key)].map(([key, same]) => [key, same.map(({ pool }) => pool)]),
  );
}

const CHANGES = ['introduced', 'pre-existing', 'undecided'] as const;

type Lacking = (typeof CHANGES)[number];

/** One finding, with the pools whose nodes this pool keeps out. */
function poolFindings(pool: Pool, pools: Pools): readonly Finding[] {
  const { check, subjects, need } = pools;
  const { subject } = pool;
  const named = admittedBy(pool, pools);
  const found = keptOutBy(pool, named, pools);
  if (found === undefined) return [];
  const { kept, part, told } = found;
  const lost = named.filter(({ outcomes }) => lacks(outcomes, 'introduced'));
  const lostPools = new Set(poolsBehind(lost, pools));
  // Nodes of a pool that comes, or that a rule let in before, were not kept out before.
  const isNew = kept.some((other) => other.subject.before === undefined || lostPools.has(other));
  return [
    finding(check, subjects, {
      ...about(subject),
      ...packetsAndCauses([...lost.map(({ outcomes }) => outcomes), told], part, { subject, subjects }),
      change: part === 'pre-existing' && isNew ? 'introduced' : part,
      severity: 'warning',
      row: need.row,
      reason: {
        kind: 'not-crosswise',
        pools: kept.map(({ address }) => address).sort(),
        doubts: part === 'undecided' ? doubtsAbout(told, subject, subjects) : [],
      },
      remedy: part === 'undecided' ? 'tell-value' : 'admit-pools',
    }),
  ];
}

/** Pools that are kept out, and what becomes of the needs of their nodes. */
interface KeptOut {
  readonly kept: readonly Pool[];
  readonly part: Lacking;
  readonly told: Outcomes;
}

/** The pools that a pool keeps out for certain; where there are none, those that it may keep out. */
function keptOutBy(pool: Pool, named: readonly Admitted[], pools: Pools): KeptOut | undefined {
  const nobody = outcomesFor([], pool, pools);
  const part = CHANGES.find((one) => lacks(nobody, one));
  if (part === undefined) return undefined;
  spend(pools.all.length);
  const isIn = ({ outcomes }: Admitted): boolean => !CHANGES.some((one) => lacks(outcomes, one));
  const admitted = new Set(poolsBehind(named.filter(isIn), pools));
  const out = pools.all.filter((other) => !admitted.has(other) && other.set !== pool.set);
  if (out.length === 0) return undefined;
  const maybe = named.filter(({ outcomes }) => !lacksSurely(outcomes));
  const mayBeIn = new Set(poolsBehind(maybe, pools));
  const keys = new Set(named.map(({ key }) => key));
  const isNamed = (other: Pool): boolean => other.keys.some((key) => keys.has(key));
  const unnamed = perhapsAdmitted(
    out.find((other) => !isNamed(other)),
    pool,
    pools,
  );
  const surely = out.filter((other) => !mayBeIn.has(other) && (unnamed === undefined || isNamed(other)));
  if (surely.length > 0) return { kept: surely, part, told: nobody };
  const unsure = unnamed ?? maybe.find(({ outcomes }) => lacks(outcomes, 'undecided'))?.outcomes;
  return { kept: out, part: 'undecided', told: unsure ?? nobody };
}

function poolsBehind(some: readonly Admitted[], { byKey }: Pools): readonly Pool[] {
  return some.flatMap(({ key }) => byKey.get(key) ?? []);
}

type Outcomes = readonly [Outcome, ...Outcome[]];

function lacks(outcomes: Outcomes, part: Lacking): boolean {
  return outcomes.some((outcome) => !isEmpty(lackOf(outcome, part)));
}

function lacksSurely(outcomes: Outcomes): boolean {
  return lacks(outcomes, 'introduced') || lacks(outcomes, 'pre-existing');
}

/** What becomes of the needs of a pool that no rule names, where a rule may name it for all that is known. */
function perhapsAdmitted(other: Pool | undefined, pool: Pool, pools: Pools): Outcomes | undefined {
  const { before, after } = pool.subject;
  const mayName = (peer: Peer): boolean =>
    peer.kind === 'one-of'
      ? peer.peers.some(mayName)
      : peer.kind === 'group' && !(peer.group.kind === 'group' && pools.byKey.has(peer.group.key));
  const rules = [...(before?.rules ?? []), ...after.rules];
  if (other === undefined || !rules.some(({ sides }) => sides.some(({ peer }) => mayName(peer))))
    return undefined;
  const outcomes = outcomesFor(other.keys, pool, pools);
  return lacksSurely(outcomes) ? undefined : outcomes;
}

function lackOf(outcome: Outcome, part: Lacking): Region {
  if (part === 'introduced') return outcome.introduced;
  return part === 'pre-existing' ? outcome.preExisting : outcome.undecided;
}

function doubtsAbout(outcomes: Outcomes, subject: Subject, { world }: Subjects): readonly Doubt[] {
  return firstOfEach(
    outcomes.flatMap(({ question, undecided: region }) => doubtsOf({ subject, question, region }, world)),
    (doubt) => JSON.stringify(doubt),
  );
}

/** What lacks when nobody is named, and what brings it about. */
function packetsAndCauses(
  all: readonly Outcomes[],
  part: Lacking,
  { subject, subjects }: { readonly subject: Subject; readonly subjects: Subjects },
): Pick<Finding, 'packets' | 'causes'> {
  const outcomes = must(all.at(-1), 'nobody is asked last');
  const brought = (some: readonly Outcome[], change: 'introduced' | 'undecided'): readonly Cause[] =>
    some.flatMap((outcome) => {
      const region = lackOf(outcome, change);
      return isEmpty(region)
        ? []
        : causesOf({ subject, question: outcome.question, region, change }, subjects.world);
    });
  const causes = [
    ...brought(all.flat(), 'introduced'),
    ...(part === 'undecided' ? brought(outcomes, part) : []),
  ];
  return {
    causes,
    packets: {
      region: unionOf(outcomes.map((outcome) => lackOf(outcome, part))),
      naming: {
        whole: { peers: outcomes[0].question.need, other: { kind: 'group', role: 'node' } },
        ranges: [],
        isSensitive: outcomes.some(({ isSensitive }) => isSensitive),
        isTrafficSensitive: false,
      },
      fate: part === 'undecided' ? 'may-be-missing' : 'missing',
    },
  };
}

/** What becomes of each of the needs, when members of these groups stand for the whole of it. */
function outcomesFor(groups: readonly GroupKey[], { subject }: Pool, { subjects, need }: Pools): Outcomes {
  const ask = (ports: CrosswiseNeed['row']) => {
    return (state: SubjectState): Question => ({
      ...askRow(need.row, subject, state),
      traffic: askRow(ports, subject, state).traffic,
      groups,
    });
  };
  const [first, ...others] = need.ports.map((ports) => outcomeOf(ask(ports), subject, subjects.world));
  return [must(first, 'there are ports'), ...others];
}

/** A group of pools, and what becomes of the needs of its members. */
interface Admitted {
  readonly key: GroupKey;
  readonly outcomes: Outcomes;
}

/** Groups of pools that the rules name as peers, before or after. */
function admittedBy(pool: Pool, pools: Pools): readonly Admitted[] {
  const { before, after } = pool.subject;
  const peers = [...(before?.rules ?? []), ...after.rules].flatMap(({ sides: [{ direction, peer }] }) =>
    direction === 'ingress' && peer.kind === 'group' && peer.group.kind === 'group' ? [peer.group.key] : [],
  );
  return distinct(peers)
    .filter((key) => pools.byKey.has(key))
    .map((key) => ({ key, outcomes: outcomesFor([key], pool, pools) }));
}
