import { type Bounds, type Coverage, coverage } from '../net/bounds.js';
import { addressesIn } from '../net/address.js';
import { type Interval, NUMBERS, subtractSets } from '../net/interval.js';
import {
  ALL_V4,
  hasAllV4,
  NO_PEERS,
  type PeerSet,
  type PeerToken,
  tokenPeers,
  unionOfPeers,
  unionPeers,
} from '../net/peers.js';
import {
  type Direction,
  EMPTY,
  intersect,
  isEmpty,
  mapPeers,
  type Region,
  region,
  subtract,
  union,
} from '../net/region.js';
import { letThrough, type PeerReading } from '../effective/effective.js';
import { NODE_PORT_LIMITS, SERVICE_RANGES } from '../model/ranges.js';
import type { FloorName, PortRange, Requirement } from '../model/requirement.js';
import type { GroupKey, Traffic } from '../plan/rule.js';
import { rowTraffic } from '../cluster/default-rules.js';
import { readingOf } from './reading.js';
import type { Addresses, Reach } from '../cluster/addresses.js';
import type { Subject, SubjectState } from '../cluster/subject.js';
import { isIdUnknown } from '../cluster/bound-cluster.js';
import type { World } from '../cluster/world.js';

/** A need of a subject in addresses: which packets must pass. */
export interface Question {
  readonly direction: Direction;
  readonly traffic: Traffic;
  readonly isNodePorts: boolean;
  /** Ports beside them that may be needed as well. */
  readonly beyond: { readonly traffic: Traffic; readonly token: PeerToken } | undefined;
  readonly need: PeerSet;
  readonly isSensitive: boolean;
  /** Groups that stand for the whole need. */
  readonly groups: readonly GroupKey[];
  readonly namesGroup: boolean;
}

type NamedReach = Pick<Reach, 'peers' | 'isSensitive'>;

/** The row itself, as a question to the subject at that time. */
export function askRow(row: Requirement, { role }: Subject, state: SubjectState): Question {
  const { addresses } = state;
  const { vpc, container, master, dns, internalServices } = addresses;
  const control = state.controlGroup === undefined ? [] : [state.controlGroup];
  const ask = (reaches: readonly NamedReach[], groups?: readonly GroupKey[]): Question =>
    askFor({ row, addresses }, reaches, groups);
  switch (row.peer) {
    case 'any':
      return ask([{ peers: ALL_V4, isSensitive: false }]);
    case 'vpc-cidr':
      return ask([vpc]);
    case 'container-cidr':
    case 'container-subnet-cidr':
      return ask([container]);
    case 'vpc-and-container-cidr':
      return ask([vpc, container]);
    case 'master-node-cidr':
      return { ...ask([master]), groups: control };
    case 'dns-servers':
      return ask([dns]);
    case 'vpc-endpoint-service':
      return ask([{ peers: addressesIn(SERVICE_RANGES[row.peer]), isSensitive: false }]);
    case 'internal-services':
      return ask([internalServices]);
    case 'node-group':
      return ask([vpc], role === 'node' ? state.groups : []);
    case 'control-group':
      return ask([master], control);
    case 'eni-group':
      return ask([container], state.groups);
  }
}

/** The floor of a row that may be narrowed to some ranges. */
export function askFloor(
  row: Requirement,
  keep: readonly FloorName[],
  { addresses }: SubjectState,
): Question {
  const { vpc, container, loadBalancer, serviceMesh } = addresses;
  const reaches: Readonly<Record<FloorName, Reach | undefined>> = {
    'vpc-cidr': vpc,
    'container-cidr': container,
    'load-balancer-cidrs': loadBalancer,
    'service-mesh-cidrs': serviceMesh,
  };
  return askFor(
    { row, addresses },
    keep.flatMap((name) => reaches[name] ?? []),
  );
}

/** A row, and what its names mean at that time. */
interface Asked {
  readonly row: Requirement;
  readonly addresses: Addresses;
}

/** All the addresses; `groups` when the row names a group, whose members have them. */
function askFor(
  { row, addresses }: Asked,
  reaches: readonly NamedReach[],
  groups?: readonly GroupKey[],
): Question {
  const traffic = rowTraffic(row);
  const nodePorts = row.isNodePorts === true ? addresses.nodePorts : undefined;
  return {
    direction: row.direction,
    traffic: nodePorts?.kind === 'known' ? { ...traffic, ports: [intervalOf(nodePorts.range)] } : traffic,
    isNodePorts: row.isNodePorts === true,
    beyond: nodePorts?.kind === 'unknown' ? { traffic: beyond(traffic), token: nodePorts.token } : undefined,
    need: unionOfPeers(reaches.map(({ peers }) => peers)),
    isSensitive: reaches.some(({ isSensitive }) => isSensitive),
    groups: groups ?? [],
    namesGroup: groups !== undefined,
  };
}

/** The ports to which a range may be moved, without the usual ones. */
function beyond({ protocols, ports }: Traffic): Traffic {
  return { protocols, ports: subtractSets(NUMBERS, [intervalOf(NODE_PORT_LIMITS)], ports) };
}

function intervalOf({ from, to }: PortRange): Interval<number> {
  return { lo: from, hi: to };
}

/** The packets that a question asks for. */
export function needOf({ direction, traffic, need }: Question): Region {
  return region(direction, traffic.protocols, traffic.ports, need);
}

/** How the subject's rows read the peers of rules at that time. */
export function readingFor(
  question: Question,
  subject: Subject,
  state: SubjectState,
  world: World,
): PeerReading {
  return readingOf({
    need: question.need,
    groups: question.groups,
    namesGroup: question.namesGroup,
    members: state.members,
    mayBe: (key) => world.isUnplaced(key) && question.groups.some((own) => isIdUnknown(subject.cluster, own)),
  });
}

/** What the subject lets through of the question at that time. */
export function boundsOf(question: Question, subject: Subject, state: SubjectState, world: World): Bounds {
  const reading = readingFor(question, subject, state, world);
  const bounds = letThrough(state.rules, needOf(question), reading, world.configuration.defaultRulePriority);
  if (question.need.tokens.length === 0) return bounds;
  const unknown = boundsOfUnknown(question, subject, state, world);
  return { surely: union(bounds.surely, unknown.surely), possibly: subtract(bounds.possibly, unknown.not) };
}

/**
 * Ranges that are not known lie somewhere: they pass if all addresses do, be it by several rules, and do not if none
 * does. They are no addresses of members that a deny names by their group.
 */
function boundsOfUnknown(
  question: Question,
  subject: Subject,
  state: SubjectState,
  world: World,
): { readonly surely: Region; readonly not: Region } {
  const tokens = tokenPeers(...question.need.tokens);
  const members = new Map([...state.members].map(([key, peers]) => [key, tokenPeers(...peers.tokens)]));
  const reading = readingFor(question, subject, { ...state, members }, world);
  const wide = needOf({ ...question, need: unionPeers(ALL_V4, tokens) });
  const { surely, possibly } = letThrough(
    state.rules,
    wide,
    reading,
    world.configuration.defaultRulePriority,
  );
  const somewhere = mapPeers(possibly, (peers) => (peers.v4.length > 0 ? tokens : NO_PEERS));
  return {
    surely: mapPeers(surely, (peers) => (hasAllV4(peers) ? tokens : NO_PEERS)),
    not: subtract(needOf({ ...question, need: tokens }), somewhere),
  };
}

/** What lacks of the question at that time, and what depends on values that are not known. */
export function coverageOf(
  question: Question,
  subject: Subject,
  state: SubjectState,
  world: World,
): Coverage & { readonly bounds: Bounds } {
  const bounds = boundsOf(question, subject, state, world);
  const { missing, undecided } = coverage(needOf(question), bounds);
  if (question.beyond === undefined) return { missing, undecided, bounds };
  // What is let through is right whether it is needed or not; what is not may never be needed.
  const more: Question = { ...question, traffic: question.beyond.traffic, beyond: undefined };
  const lacking = subtract(needOf(more), boundsOf(more, subject, state, world).surely);
  return { missing, undecided: union(undecided, lacking), bounds };
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
  /** Was surely missing before, and everything is let through after. */
  readonly isResolved: boolean;
  readonly isSensitive: boolean;
}

/** Holds a question against the subject before, during and after. */
export function outcomeOf(ask: (state: SubjectState) => Question, subject: Subject, world: World): Outcome {
  const weigh = (state: SubjectState): Weighed => {
    const question = ask(state);
    const need = needOf(question);
    const { bounds, missing, undecided } = coverageOf(question, subject, state, world);
    return { question, need, bounds, coverage: { missing, undecided } };
  };
  const after = weigh(subject.after);
  const before = subject.before === undefined ? undefined : weigh(subject.before);
  const wasMissing = before?.coverage.missing;
  const preExisting = wasMissing === undefined ? EMPTY : intersect(after.coverage.missing, wasMissing);
  const isFine = isEmpty(after.coverage.missing) && isEmpty(after.coverage.undecided);
  const made = withoutRenamed(subject.after, world);
  const refused =
    made === subject.after ? EMPTY : subtract(weigh(made).coverage.missing, after.coverage.missing);
  return {
    need: after.need,
    question: after.question,
    needBefore: before?.need ?? EMPTY,
    introduced:
      wasMissing === undefined ? after.coverage.missing : subtract(after.coverage.missing, wasMissing),
    preExisting,
    transient:
      before === undefined || subject.during === undefined
        ? EMPTY
        : subtract(cut(before, after, weigh(subject.during)), refused),
    refused,
    undecided: after.coverage.undecided,
    isResolved: isFine && wasMissing !== undefined && !isEmpty(intersect(wasMissing, after.need)),
    isSensitive: after.question.isSensitive || before?.question.isSensitive === true,
  };
}

/** What is there after an apply in which the API refuses the rules at their new addresses. */
function withoutRenamed(after: SubjectState, { renamed }: World): SubjectState {
  if (renamed.size === 0) return after;
  const rules = after.rules.filter(({ address }) => address === undefined || !renamed.has(address));
  return rules.length === after.rules.length ? after : { ...after, rules };
}

interface Weighed {
  readonly question: Question;
  readonly need: Region;
  readonly bounds: Bounds;
  readonly coverage: Coverage;
}

function cut(before: Weighed, after: Weighed, during: Weighed): Region {
  const fine = intersect(
    intersect(before.need, before.bounds.surely),
    intersect(after.need, after.bounds.surely),
  );
  return subtract(fine, during.bounds.surely);
}
