import { keptOf } from '../collections.js';
import { type Bounds, type Coverage, coverage, NOTHING, unionOfBounds } from '../net/bounds.js';
import {
  ALL_V4,
  hasNoPeers,
  intersectPeers,
  NO_PEERS,
  type PeerSet,
  type PeerToken,
  peersWithin,
  subtractPeers,
  tokenPeers,
  unionOfPeers,
} from '../net/peers.js';
import { EMPTY, intersect, isEmpty, mapPeers, type Region, subtract, union, unionOf } from '../net/region.js';
import { letThrough, type PeerReading } from '../effective/effective.js';
import { readingOf } from './reading.js';
import { type Addresses, heldBy } from '../cluster/addresses.js';
import { needOf, type Question } from '../cluster/question.js';
import type { Subject, SubjectState } from '../cluster/subject.js';
import { isIdUnknown } from '../cluster/bound-cluster.js';
import type { World } from '../cluster/world.js';

/** What is weighed: rules of a subject at one time, how a question reads their peers, and which packets it is about. */
export interface Weighing {
  readonly question: Question;
  readonly subject: Subject;
  readonly state: SubjectState;
  readonly world: World;
}

/** What the subject lets through of the question at that time. */
export function boundsOf(question: Question, subject: Subject, state: SubjectState, world: World): Bounds {
  return boundsOfNeed(needOf(question), { question, subject, state, world });
}

function boundsOfNeed(need: Region, weighing: Weighing): Bounds {
  const { state, world } = weighing;
  return boundsWithin(need, weighing, (part, reading) =>
    letThrough(state.rules, part, reading, world.configuration.defaultRulePriority),
  );
}

/**
 * The bounds of packets, known addresses and unknown ranges each by themselves: a range that is not known lies
 * somewhere, so it passes if all the places do where it may lie, and does not if none does.
 */
export function boundsWithin(
  packets: Region,
  weighing: Weighing,
  weigh: (part: Region, reading: PeerReading) => Bounds,
): Bounds {
  const places = placesOf(weighing.state.addresses);
  const at = (peers: PeerSet, from: PeerToken | undefined, names: readonly PeerToken[]): Bounds => {
    const put = (own: PeerSet): PeerSet =>
      from === undefined ? intersectPeers(own, peers) : own.tokens.includes(from) ? peers : NO_PEERS;
    const part = mapPeers(packets, put);
    return isEmpty(part) ? NOTHING : weigh(part, readingFor(weighing, names, places));
  };
  const ofToken = (token: PeerToken): Bounds => {
    const own = tokenPeers(token);
    const bounds = placedParts(token, places).map(({ peers, names }) => {
      const { surely, possibly } = at(peers, token, names);
      return {
        surely: mapPeers(surely, (passing) => (peersWithin(peers, passing) ? own : NO_PEERS)),
        possibly: mapPeers(possibly, () => own),
      };
    });
    return {
      surely: bounds.map(({ surely }) => surely).reduce(intersect),
      possibly: unionOf(bounds.map(({ possibly }) => possibly)),
    };
  };
  const known = at(ALL_V4, undefined, []);
  const { tokens } = weighing.question.need;
  return tokens.length === 0 ? known : unionOfBounds([known, ...tokens.map(ofToken)]);
}

/** What is known of a range that is not. */
interface Place {
  /** Where it lies; undefined: anywhere. */
  readonly within: PeerSet | undefined;
  /** Addresses that it has for certain. */
  readonly holds: PeerSet;
}

const ANYWHERE: Place = { within: undefined, holds: NO_PEERS };

function placesOf({ vpc, container, master, dns }: Addresses): (token: PeerToken) => Place {
  return (token) => {
    const reach = [vpc, master, container, dns].find(({ peers }) => peers.tokens.includes(token));
    if (reach === undefined) return ANYWHERE;
    return { within: reach.within, holds: heldBy(reach) };
  };
}

/** The addresses among which the range lies, and the names that it has there: it may be part of another one. */
function placedParts(
  token: PeerToken,
  places: (token: PeerToken) => Place,
): readonly { readonly peers: PeerSet; readonly names: readonly PeerToken[] }[] {
  const { within = ALL_V4 } = places(token);
  const around = within.tokens.map((outer) => ({ ...places(outer), names: [token, outer] }));
  const rest = subtractPeers(intersectPeers(within, ALL_V4), unionOfPeers(around.map(({ holds }) => holds)));
  const parts = [
    ...around.map(({ within: peers = ALL_V4, names }) => ({ peers: intersectPeers(peers, ALL_V4), names })),
    { peers: rest, names: [token] },
  ].filter(({ peers }) => !hasNoPeers(peers));
  // Where nothing is left, the plan contradicts itself: then it may be anywhere.
  return parts.length > 0 ? parts : [{ peers: ALL_V4, names: [token] }];
}

/** How the subject's rows read the peers of rules at that time; `names` when a range that is not known is asked about. */
function readingFor(
  { question, subject, state, world }: Weighing,
  names: readonly PeerToken[],
  places: (token: PeerToken) => Place,
): PeerReading {
  // Ranges of which nothing tells where they lie are no addresses of members, but by their names.
  const hasPlace = names.length === 0 || names.some((name) => places(name).within !== undefined);
  const seen = (peers: PeerSet): PeerSet =>
    names.some((name) => peers.tokens.includes(name)) ? ALL_V4 : hasPlace ? peers : NO_PEERS;
  return readingOf({
    names,
    seen: (members) =>
      names.length === 0 ? members : { surely: seen(members.surely), possibly: seen(members.possibly) },
    placeOf: (token) => {
      const { holds } = places(token);
      const parts = placedParts(token, places).map(({ peers }) => peers);
      return { surely: holds, possibly: unionOfPeers([holds, ...parts]) };
    },
    groups: question.groups,
    namesGroup: question.namesGroup,
    members: state.members,
    isUnplaced: world.isUnplaced,
    isIdUnknown: (key) => isIdUnknown(subject.cluster, key),
  });
}

/** What lacks of the question at that time, and what depends on values that are not known. */
export function coverageOf(question: Question, subject: Subject, state: SubjectState, world: World): Covered {
  const need = needOf(question);
  const bounds = boundsOfNeed(need, { question, subject, state, world });
  const { missing, undecided } = coverage(need, bounds);
  if (question.beyond === undefined) return { need, missing, undecided, bounds };
  // What is let through is right whether it is needed or not; what is not may never be needed.
  const more: Question = { ...question, traffic: question.beyond.traffic, beyond: undefined };
  const lacking = subtract(needOf(more), boundsOf(more, subject, state, world).surely);
  return { need, missing, undecided: union(undecided, lacking), bounds };
}

/** What a question asks for, and how much of it is let through. */
interface Covered extends Coverage {
  readonly need: Region;
  readonly bounds: Bounds;
}

/** A row's packets by what becomes of them (design, section 2, "Change is by packets"). */
export interface Outcome {
  readonly need: Region;
  readonly question: Question;
  /** What was needed before; empty when the subject was not there. */
  readonly needBefore: Region;
  /** Surely missing after, and not surely missing before. */
  readonly introduced: Region;
  /** Surely missing before and after. */
  readonly preExisting: Region;
  /** Let through before and after, perhaps not while the plan is applied. */
  readonly transient: Region;
  /** Lost until the next apply, because the rule that lets it through is refused at its new address. */
  readonly refused: Region;
  /** Depends on values that the plan does not know. */
  readonly undecided: Region;
  /** Did so before, too. */
  readonly undecidedBefore: Region;
  /** What was needed and surely let through before. */
  readonly surelyBefore: Region;
  /** Was surely missing before, and everything is let through after. */
  readonly isResolved: boolean;
  readonly isSensitive: boolean;
}

/** Holds a question against the subject before, during and after. */
export function outcomeOf(ask: (state: SubjectState) => Question, subject: Subject, world: World): Outcome {
  const weigh = (state: SubjectState): Weighed => {
    const question = ask(state);
    return { question, ...coverageOf(question, subject, state, world) };
  };
  const after = weigh(subject.after);
  // Where nothing changes, two of the states are one.
  const weighOther = (state: SubjectState): Weighed => (state === subject.after ? after : weigh(state));
  const before = subject.before === undefined ? undefined : weighOther(subject.before);
  const wasMissing = before?.missing;
  const preExisting = wasMissing === undefined ? EMPTY : intersect(after.missing, wasMissing);
  const isFine = isEmpty(after.missing) && isEmpty(after.undecided);
  const made = withoutRenamed(subject.after, world);
  const refused = made === subject.after ? EMPTY : subtract(weigh(made).missing, after.missing);
  return {
    need: after.need,
    question: after.question,
    needBefore: before?.need ?? EMPTY,
    introduced: wasMissing === undefined ? after.missing : subtract(after.missing, wasMissing),
    preExisting,
    transient:
      before === undefined || subject.during === undefined
        ? EMPTY
        : subtract(cut(before, after, weighOther(subject.during)), refused),
    refused,
    undecided: after.undecided,
    undecidedBefore: before?.undecided ?? EMPTY,
    surelyBefore: before === undefined ? EMPTY : intersect(before.need, before.bounds.surely),
    isResolved: isFine && wasMissing !== undefined && !isEmpty(intersect(wasMissing, after.need)),
    isSensitive: after.question.isSensitive || before?.question.isSensitive === true,
  };
}

/** What is there after an apply in which the API refuses the rules at their new addresses. */
export function withoutRenamed(after: SubjectState, { renamed }: World): SubjectState {
  if (renamed.size === 0) return after;
  const rules = keptOf(after.rules, ({ address }) => address === undefined || !renamed.has(address));
  return rules === after.rules ? after : { ...after, rules };
}

interface Weighed extends Covered {
  readonly question: Question;
}

function cut(before: Weighed, after: Weighed, during: Weighed): Region {
  const fine = intersect(
    intersect(before.need, before.bounds.surely),
    intersect(after.need, after.bounds.surely),
  );
  return subtract(fine, during.bounds.surely);
}
