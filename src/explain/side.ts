import { needOf, type Question } from '../cluster/question.js';
import type { SubjectState } from '../cluster/subject.js';
import type { World } from '../cluster/world.js';
import { letThrough, type PeerReading } from '../effective/effective.js';
import type { EffectiveRule, Time } from '../effective/group-rules.js';
import { OWN_NETWORKS_V4 } from '../model/exposure.js';
import { addressesIn, type EtherType } from '../net/address.js';
import type { Bounds } from '../net/bounds.js';
import { ALL_V6, hasNoPeers, NO_PEERS, type PeerSet, unionOfPeers, unionPeers } from '../net/peers.js';
import { boxes, type Direction, type Region } from '../net/region.js';
import type { Peer, Traffic } from '../plan/rule.js';
import type { OtherEnd } from '../weigh/packets.js';
import { boundsWithin, type Weigh, withoutRenamed } from '../weigh/question.js';
import { plainReading } from '../weigh/reading.js';
import { type End, type BothEnds, type Party, reachOfParty } from './ends.js';

/** What is asked of one end of a path: whether its groups let the packets in, or out. */
export interface PathSide {
  readonly direction: Direction;
  readonly party: Party;
  readonly family: EtherType;
  /**
   * The other end is addresses of which nobody says whose they are: a rule for the members of a group is about them if
   * they are those of a member.
   */
  readonly mayBeMembers: boolean;
  /** What is asked in a state of the party; undefined: the other end is not there at that time. */
  readonly questionAt: (time: Time, state: SubjectState) => Question | undefined;
  /** What all the packets' other ends are called together, when that is a group of the cluster. */
  readonly whole: OtherEnd | undefined;
  /** These packets alone. */
  readonly region?: Region;
}

/** Both sides of a path, as far as they are in security groups; the way out comes first. */
export function pathSides({ from, to }: BothEnds<End>, traffic: Traffic): readonly PathSide[] {
  const side = (direction: Direction, party: End, other: End): readonly PathSide[] => {
    if (party.kind === 'addresses') return [];
    const isOfAddresses = other.kind === 'addresses';
    return [
      {
        direction,
        party,
        family: isOfAddresses ? other.family : 'IPv4',
        mayBeMembers: isOfAddresses,
        whole:
          isOfAddresses || other.group !== undefined
            ? undefined
            : { kind: 'group', role: other.subject.role },
        questionAt: (time) => questionAbout({ direction, traffic }, other, time),
      },
    ];
  };
  return [...side('egress', from, to), ...side('ingress', to, from)];
}

function questionAbout(
  what: { readonly direction: Direction; readonly traffic: Traffic },
  other: End,
  time: Time,
): Question | undefined {
  const base = { ...what, isNodePorts: false, beyond: undefined };
  if (other.kind === 'addresses') {
    return { ...base, need: other.peers, isSensitive: false, groups: [], namesGroup: false };
  }
  const state = other.at[time];
  if (state === undefined) return undefined;
  const { peers: need, isSensitive } = reachOfParty(other, state);
  return { ...base, need, isSensitive, groups: state.groups, namesGroup: true };
}

/** A side at one time. */
export interface SideAt {
  readonly question: Question;
  readonly state: SubjectState;
  readonly need: Region;
  /** What these rules let through of packets of the need. */
  readonly through: (rules: readonly EffectiveRule[], packets: Region) => Bounds;
  /** Which packets of the need the rule is about, be it to allow or to deny them. */
  readonly meets: (rule: EffectiveRule, packets: Region) => Bounds;
}

/** The side at each time at which both ends are there. */
export type SideTimes = Readonly<Record<Time, SideAt | undefined>>;

/** The side at that time; undefined when one of the ends is not there. */
export function sideAt(side: PathSide, time: Time, world: World): SideAt | undefined {
  const own = side.party.at[time];
  const state = own === undefined || time !== 'after' ? own : withoutRenamed(own, world);
  const asked = state === undefined ? undefined : side.questionAt(time, state);
  if (state === undefined || asked === undefined) return undefined;
  const { region } = side;
  const question = region === undefined ? asked : { ...asked, need: peersIn(region) };
  const { subject } = side.party;
  const { defaultRulePriority } = world.configuration;
  const weighed = (packets: Region, weigh: Weigh): Bounds =>
    side.family === 'IPv6'
      ? weigh(packets, plainReading('IPv6'))
      : boundsWithin(packets, { question, subject, state, world })(weigh);
  const read = (reading: PeerReading): PeerReading =>
    side.mayBeMembers ? withMembers(reading, state) : reading;
  return {
    question,
    state,
    need: region ?? needOf(question),
    through: (rules, packets) =>
      weighed(packets, (part, reading) => letThrough(rules, part, read(reading), defaultRulePriority)),
    meets: (rule, packets) =>
      weighed(packets, (part, reading) => {
        const own = read(reading);
        const isDeny = rule.sides[0].action === 'deny';
        return letThrough([allowing(rule)], part, isDeny ? { ...own, allow: own.deny } : own, undefined);
      }),
  };
}

function peersIn(region: Region): PeerSet {
  return unionOfPeers(boxes(region).map(({ peers }) => peers));
}

/** A deny is weighed as if it were an allow: what matters is which packets it meets. */
function allowing(rule: EffectiveRule): EffectiveRule {
  const [first, ...rest] = rule.sides;
  if (first.action !== 'deny') return rule;
  return { ...rule, sides: [{ ...first, action: 'allow' }, ...rest] };
}

/** Addresses that members of a group can have of which the plan shows no address. */
const ANY_MEMBER: Readonly<Record<EtherType, PeerSet>> = {
  IPv4: unionOfPeers(OWN_NETWORKS_V4.map(addressesIn)),
  IPv6: ALL_V6,
};

/** The same for addresses that may be those of members: a rule that names a group is about them perhaps. */
function withMembers(reading: PeerReading, { members }: SubjectState): PeerReading {
  const { family } = reading;
  const membersOf = (peer: Peer): PeerSet => {
    if (peer.kind === 'one-of') return unionOfPeers(peer.peers.map(membersOf));
    if (peer.kind !== 'group') return NO_PEERS;
    const own = peer.group.kind === 'group' ? members.get(peer.group.key) : undefined;
    return own === undefined || family === 'IPv6' ? ANY_MEMBER[family] : own.possibly;
  };
  const perhaps =
    (read: PeerReading['allow']): PeerReading['allow'] =>
    (peer) => {
      const more = membersOf(peer);
      if (peer.kind === 'group') return { surely: NO_PEERS, possibly: more };
      const own = read(peer);
      return hasNoPeers(more) ? own : { surely: own.surely, possibly: unionPeers(own.possibly, more) };
    };
  return { ...reading, allow: perhaps(reading.allow), deny: perhaps(reading.deny) };
}
