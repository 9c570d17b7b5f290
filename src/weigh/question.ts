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
import type { EffectiveRule } from '../effective/group-rules.js';
import { readingOf } from './reading.js';
import { type Addresses, heldBy } from '../cluster/addresses.js';
import { needOf, type Question } from '../cluster/question.js';
import type { Subject, SubjectState } from '../cluster/subject.js';
import { isIdUnknown } from '../cluster/bound-cluster.js';
import type { World } from '../cluster/world.js';

/** How a question reads the peers of rules, whatever the rules are. */
export interface Weighing {
  readonly question: Question;
  readonly subject: Subject;
  readonly state: Pick<SubjectState, 'addresses' | 'members'>;
  readonly world: World;
}

/** What rules let through of packets, read in one way. */
export type Weigh = (part: Region, reading: PeerReading) => Bounds;

/** What the subject lets through of the question at that time. */
export function boundsOf(question: Question, subject: Subject, state: SubjectState, world: World): Bounds {
  return boundsOfNeed(needOf(question), { question, subject, state, world })(state.rules);
}

function boundsOfNeed(need: Region, weighing: Weighing): (rules: readonly EffectiveRule[]) => Bounds {
  const within = boundsWithin(need, weighing);
  const { defaultRulePriority } = weighing.world.configuration;
  return (rules) => within((part, reading) => letThrough(rules, part, reading, defaultRulePriority));
}

/**
 * The bounds of packets, known addresses and unknown ranges each by themselves: a range that is not known lies
 * somewhere, so it passes if all the places do where it may lie, and does not if none does. What is read is worked out
 * once, and can be asked of one rule after the other.
 */
export function boundsWithin(packets: Region, weighing: Weighing): (weigh: Weigh) => Bounds {
  const places = placesOf(weighing.state.addresses);
  const at = (put: (own: PeerSet) => PeerSet, names: readonly PeerToken[]): ((weigh: Weigh) => Bounds) => {
    const part = mapPeers(packets, put);
    if (isEmpty(part)) return () => NOTHING;
    const reading = readingFor(weighing, names, places);
    return (weigh) => weigh(part, reading);
  };
  const known = at((own) => intersectPeers(own, ALL_V4), []);
  const { tokens } = weighing.question.need;
  if (tokens.length === 0) return known;
  const unknown = tokens.map((token) => {
    const own = tokenPeers(token);
    const parts = placedParts(token, places).map(({ peers, names }) => {
      const within = at((some) => (some.tokens.includes(token) ? peers : NO_PEERS), names);
      return (weigh: Weigh): Bounds => {
        const { surely, possibly } = within(weigh);
        return {
          surely: mapPeers(surely, (passing) => (peersWithin(peers, passing) ? own : NO_PEERS)),
          possibly: mapPeers(possibly, () => own),
        };
      };
    });
    return (weigh: Weigh): Bounds => everywhere(parts.map((part) => part(weigh)));
  });
  return (weigh) => unionOfBounds([known(weigh), ...unknown.map((range) => range(weigh))]);
}

/** What becomes of a range that may lie at each of these places. */
function everywhere(bounds: readonly Bounds[]): Bounds {
  return {
    surely: bounds.map(({ surely }) => surely).reduce(intersect),
    possibly: unionOf(bounds.map(({ possibly }) => possibly)),
  };
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
  return covering({ question, subject, state, world })(state.rules);
}

function covering(weighing: Weighing): (rules: readonly EffectiveRule[]) => Covered {
  const { question } = weighing;
  const need = needOf(question);
  const boundsBy = boundsOfNeed(need, weighing);
  if (question.beyond === undefined) {
    return (rules) => {
      const bounds = boundsBy(rules);
      return { question, need, bounds, ...coverage(need, bounds) };
    };
  }
  // What is let through is right whether it is needed or not; what is not may never be needed.
  const more: Question = { ...question, traffic: question.beyond.traffic, beyond: undefined };
  const wider = needOf(more);
  const widerBy = boundsOfNeed(wider, { ...weighing, question: more });
  return (rules) => {
    const bounds = boundsBy(rules);
    const { missing, undecided } = coverage(need, bounds);
    const lacking = subtract(wider, widerBy(rules).surely);
    return { question, need, bounds, missing, undecided: union(undecided, lacking) };
  };
}

/** What a question asks for, and how much of it is let through. */
interface Covered extends Coverage {
  readonly question: Question;
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
  const asking = (state: SubjectState): ((rules: readonly EffectiveRule[]) => Covered) =>
    covering({ question: ask(state), subject, state, world });
  const askAfter = asking(subject.after);
  const after = askAfter(subject.after.rules);
  // Mostly the states differ in their rules alone, if at all.
  const weigh = (state: SubjectState): Covered => {
    if (!isAskedAlike(state, subject.after)) return asking(state)(state.rules);
    return state.rules === subject.after.rules ? after : askAfter(state.rules);
  };
  const before = subject.before === undefined ? undefined : weigh(subject.before);
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
        : subtract(cut(before, after, weigh(subject.during)), refused),
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

/** Whether rows ask for the same at both times, and read rules alike. */
function isAskedAlike(a: SubjectState, b: SubjectState): boolean {
  return (
    a.addresses === b.addresses &&
    a.members === b.members &&
    a.groups === b.groups &&
    a.controlGroup === b.controlGroup
  );
}

function cut(before: Covered, after: Covered, during: Covered): Region {
  const fine = intersect(
    intersect(before.need, before.bounds.surely),
    intersect(after.need, after.bounds.surely),
  );
  return subtract(fine, during.bounds.surely);
}
