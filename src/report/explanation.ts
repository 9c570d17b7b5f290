import type { Time } from '../effective/group-rules.js';
import type { DecidingRule, HowKnown, NearMiss } from '../explain/deciders.js';
import type { End, Party } from '../explain/ends.js';
import type { PathAnswer, PathPart, SidePart } from '../explain/path.js';
import { type PathStates, TIMES } from '../explain/lots.js';
import { distinct } from '../collections.js';
import type { Subjects } from '../cluster/subject.js';
import type { Requirement, Role } from '../model/requirement.js';
import { anyAddress } from '../net/address.js';
import { ALL_V4, type PeerSet, tokenPeers } from '../net/peers.js';
import { hasPorts } from '../net/protocol.js';
import { boxes, type Direction, type Region, region } from '../net/region.js';
import { type GroupKey, type GroupRef, isPeerSensitive, type RuleSide, type Traffic } from '../plan/rule.js';
import type { Located } from '../source/locate/place.js';
import type { Doubt } from '../weigh/doubts.js';
import { type OtherEnd, type Packets, packetsOf } from '../weigh/packets.js';
import { causePlace } from './places.js';
import { groupName } from './report-of.js';
import type { CausePlace, ReportFinding } from './report.js';

/** What becomes of packets before, during and after the plan. Free of values that Terraform marks sensitive. */
export interface Explanation {
  readonly asked: AskedOf;
  /** What all parts agree on; else `undecided`. */
  readonly states: PathStates;
  readonly parts: readonly ExplainedPart[];
}

/** The packets that were asked for: by a path, or those of a finding. */
export type AskedOf =
  | {
      readonly kind: 'path';
      readonly traffic: readonly Packets[];
      readonly from: ExplainedEnd;
      readonly to: ExplainedEnd;
    }
  | { readonly kind: 'finding'; readonly finding: ReportFinding };

/** One end of a path. */
export type ExplainedEnd =
  | { readonly kind: 'addresses'; readonly other: OtherEnd }
  | {
      readonly kind: 'members';
      readonly role: Role;
      readonly cluster: string;
      readonly pool: string | undefined;
      /** Other nodes of the cluster are in groups of their own. */
      readonly isDefault: boolean;
    }
  /** Asked for by its group. */
  | { readonly kind: 'group'; readonly group: string };

/** Packets of which all have the same lot. */
export interface ExplainedPart {
  readonly states: PathStates;
  readonly sides: readonly ExplainedSide[];
}

/** What one end does with them. */
export interface ExplainedSide {
  readonly direction: Direction;
  readonly party: ExplainedEnd;
  readonly packets: readonly Packets[];
  readonly states: PathStates;
  readonly rules: readonly ExplainedRule[];
  /** New rules that would let them through after the plan, and that the API refuses while an equal one still stands. */
  readonly refused: readonly ExplainedRule[];
  readonly nearest: Readonly<Partial<Record<Time, ExplainedMiss>>>;
  readonly doubts: Readonly<Partial<Record<Time, readonly Doubt[]>>>;
  /** Groups on whose members it depends: packets of theirs pass, or are stopped. */
  readonly ifMembers: readonly { readonly group: TheOtherGroup; readonly passes: boolean }[];
  /** The plan changes none of the rules that are about them. */
  readonly isSteady: boolean;
}

/** A rule that has a part in it. */
export interface ExplainedRule {
  /** Undefined: nobody manages it. */
  readonly address: string | undefined;
  /** The row of which CCE made it; undefined too for the rules of every new group. */
  readonly row: Requirement | undefined;
  readonly group: string;
  readonly direction: RuleSide['direction'];
  readonly action: RuleSide['action'];
  /** Undefined: not known, or documented nowhere. */
  readonly priority: number | undefined;
  readonly packets: RulePackets;
  readonly known: HowKnown;
  readonly times: readonly Time[];
  readonly place: CausePlace | undefined;
}

/** What a rule is about. */
export interface RulePackets {
  readonly traffic: readonly Packets[];
  /** Only some of it, which the plan does not know. */
  readonly isAtMost: boolean;
  /** The group whose members are the other end; a group that the plan does not know has no name. */
  readonly group: TheOtherGroup | undefined;
}

/** A group whose members are the other end. */
export interface TheOtherGroup {
  /** What it is to a cluster. */
  readonly role: Role | undefined;
  /** Undefined: nobody knows which group it is. */
  readonly shown: string | undefined;
}

/** The rule that would nearly let them through. */
export interface ExplainedMiss extends ExplainedRule {
  readonly lacks: NearMiss['lacks'];
  /** Where its ports end below those that were asked for, or begin above them. */
  readonly bound: { readonly kind: 'ends' | 'begins'; readonly port: number } | undefined;
}

/** The traffic of a path that is asked for, as packets. */
export interface PathNamed {
  readonly from: End;
  readonly to: End;
  readonly traffic: Traffic;
}

/** The answer as it may be told. */
export function explanationOf(
  asked: PathNamed | ReportFinding,
  { states, parts }: PathAnswer,
  subjects: Subjects,
): Explanation {
  const areTold = parts.length === 1;
  return {
    asked: 'traffic' in asked ? askedPath(asked, subjects) : { kind: 'finding', finding: asked },
    states,
    parts: parts.map((part) => explainedPart(part, areTold, subjects)),
  };
}

/** Addresses of rules of this plan, whose lines are worth finding. */
export function rulesIn({ parts }: Explanation): readonly string[] {
  return distinct(
    parts.flatMap(({ sides }) =>
      sides.flatMap(({ rules, refused, nearest }) =>
        [...rules, ...refused, ...Object.values(nearest)].flatMap(({ address }) => address ?? []),
      ),
    ),
  );
}

/** The same with the lines of its rules. */
export function explanationWithPlaces(explanation: Explanation, { places }: Located): Explanation {
  const placed = <T extends ExplainedRule>(rule: T): T => {
    const place = rule.address === undefined ? undefined : places.get(rule.address);
    return place === undefined ? rule : { ...rule, place: causePlace(place) };
  };
  const side = (one: ExplainedSide): ExplainedSide => ({
    ...one,
    rules: one.rules.map(placed),
    refused: one.refused.map(placed),
    nearest: byTime((time) => {
      const { [time]: miss } = one.nearest;
      return miss === undefined ? undefined : placed(miss);
    }),
  });
  return {
    ...explanation,
    parts: explanation.parts.map((part) => ({ ...part, sides: part.sides.map(side) })),
  };
}

function byTime<T>(at: (time: Time) => T | undefined): Partial<Record<Time, T>> {
  return Object.fromEntries(
    TIMES.flatMap((time) => {
      const value = at(time);
      return value === undefined ? [] : [[time, value]];
    }),
  );
}

function askedPath({ from, to, traffic }: PathNamed, subjects: Subjects): AskedOf {
  const { protocols, ports } = traffic;
  const packets = region('ingress', protocols, ports, ALL_V4);
  return {
    kind: 'path',
    traffic: packetsOf(packets, OPEN),
    from: explainedEnd(from, subjects),
    to: explainedEnd(to, subjects),
  };
}

/** Nothing of it is a secret. */
const OPEN = { whole: undefined, ranges: [], isSensitive: false, isTrafficSensitive: false };

function explainedEnd(end: End, subjects: Subjects): ExplainedEnd {
  if (end.kind === 'party') return explainedParty(end, subjects);
  const { isInternet, family, peers } = end;
  return {
    kind: 'addresses',
    other: isInternet ? { kind: 'internet', family } : { kind: 'addresses', peers, names: [] },
  };
}

/** Machines in security groups as they are told. */
export function explainedParty({ group, subject }: Party, subjects: Subjects): ExplainedEnd {
  if (group !== undefined) return { kind: 'group', group: groupName(group, subjects).shown };
  const { role, cluster, pool } = subject;
  const isDefault =
    pool === undefined &&
    subjects.subjects.some((one) => one.cluster === cluster && one.role === role && one.pool !== undefined);
  return { kind: 'members', role, cluster: cluster.label, pool, isDefault };
}

function explainedPart({ states, sides }: PathPart, isAlone: boolean, subjects: Subjects): ExplainedPart {
  return { states, sides: sides.map((side) => explainedSide(side, isAlone, subjects)) };
}

/** `isAlone`: there is no other part, so what is told are the packets that were asked for. */
function explainedSide(part: SidePart, isAlone: boolean, subjects: Subjects): ExplainedSide {
  const { side, packets, need, states, rules, refused, nearest, doubts, ifMembers, isSteady, isSecret } =
    part;
  const hides = isSecret && !isAlone;
  return {
    direction: side.direction,
    party: explainedParty(side.party, subjects),
    packets: packetsOf(packets, {
      whole: side.whole === undefined ? undefined : { peers: need, other: side.whole },
      ranges: [],
      isSensitive: hides,
      isTrafficSensitive: hides,
    }),
    states,
    rules: rules.map((rule) => explainedRule(rule, subjects)),
    refused: refused.map((rule) => explainedRule(rule, subjects)),
    nearest: byTime((time) => {
      const { [time]: miss } = nearest;
      return miss === undefined ? undefined : explainedMiss(miss, packets, subjects);
    }),
    ...{ doubts, isSteady },
    ifMembers: ifMembers.map(({ group, passes }) => ({ group: theOther(group, subjects), passes })),
  };
}

/** The rule as it may be told; `times` are left out where they are told apart. */
export function explainedRule(
  {
    address,
    group,
    side,
    own,
    known,
    ...rest
  }: Omit<DecidingRule, 'times'> & Partial<Pick<DecidingRule, 'times'>>,
  subjects: Subjects,
): ExplainedRule {
  const { direction, action, priority } = side;
  return {
    address,
    row: own?.requirement,
    group: groupName(group, subjects).shown,
    direction,
    action,
    priority: priority.kind === 'known' && side.isTrafficSensitive !== true ? priority.value : undefined,
    packets: rulePackets(side, subjects),
    known,
    times: rest.times ?? [],
    place: undefined,
  };
}

function explainedMiss(miss: NearMiss, packets: Region, subjects: Subjects): ExplainedMiss {
  const { lacks, side } = miss;
  const asked = boxes(packets).map((box) => box.ports);
  const { protocols, ports } = side.traffic;
  const [only, ...others] = ports;
  const isTold = lacks === 'ports' && side.isTrafficSensitive !== true && others.length === 0;
  const hasPort = isTold && protocols.every(({ lo, hi }) => lo === hi && hasPorts(lo));
  return {
    ...explainedRule(miss, subjects),
    lacks,
    bound:
      !hasPort || only === undefined
        ? undefined
        : asked.every(({ lo }) => only.hi < lo)
          ? { kind: 'ends', port: only.hi }
          : asked.every(({ hi }) => hi < only.lo)
            ? { kind: 'begins', port: only.lo }
            : undefined,
  };
}

function rulePackets(side: RuleSide, subjects: Subjects): RulePackets {
  const { direction, traffic, peer } = side;
  const packets = region(
    direction === 'unknown' ? 'ingress' : direction,
    traffic.protocols,
    traffic.ports,
    peersOf(side),
  );
  return {
    traffic: packetsOf(packets, {
      whole: undefined,
      ranges: [],
      isSensitive: isPeerSensitive(side),
      isTrafficSensitive: side.isTrafficSensitive === true,
    }),
    isAtMost: traffic.isAtMost === true,
    group: peer.kind === 'group' && !peer.isSensitive ? groupNamedBy(peer.group, subjects) : undefined,
  };
}

function groupNamedBy(ref: GroupRef, subjects: Subjects): TheOtherGroup {
  return ref.kind === 'unknown' ? { role: undefined, shown: undefined } : theOther(ref.key, subjects);
}

function theOther(key: GroupKey, subjects: Subjects): TheOtherGroup {
  return { role: subjects.viewOf(key).role, shown: groupName(key, subjects).shown };
}

/** The other end as a set; members of a group stand for anybody, and are told as what they are. */
function peersOf({ peer, family }: Pick<RuleSide, 'peer' | 'family'>): PeerSet {
  const everybody = anyAddress(family === 'unknown' ? 'IPv4' : family);
  if (peer.kind === 'one-of') return tokenPeers('one of several');
  if (peer.kind !== 'range') return everybody;
  return peer.range.kind === 'known' ? peer.range.peers : tokenPeers(peer.range.token);
}
