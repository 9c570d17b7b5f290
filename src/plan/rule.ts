import type { EtherType } from '../net/address.js';
import { type IntervalSet, intersectSets, NUMBERS, single, subtractSets } from '../net/interval.js';
import type { PeerSet, PeerToken } from '../net/peers.js';
import { TCP, UDP } from '../net/protocol.js';
import { ALL_PORTS, ALL_PROTOCOLS, type Direction } from '../net/region.js';
import type { Action } from './document/document.js';
import type { RuleProblem } from './rule-problem.js';

/**
 * The name by which a security group is known in one plan: its id when it has one,
 * else the address of the resource (and attribute) that will make it.
 */
export type GroupKey = string;

/** A reference to a security group. */
export type GroupRef =
  | { readonly kind: 'group'; readonly key: GroupKey }
  /** It is one of these, or any group when the list is empty. */
  | {
      readonly kind: 'unknown';
      readonly oneOf: readonly GroupKey[];
      readonly why: string;
      /** What names it may also come to nothing. */
      readonly orNone?: true;
    };

/** A reference to a group that is known. */
export function groupRef(key: GroupKey): GroupRef {
  return { kind: 'group', key };
}

/** A reference that cannot be told, to one of these groups if there are any; `why` is a sentence part. */
export function unknownGroupRef(
  why: string,
  oneOf: readonly GroupKey[] = [],
): GroupRef & { kind: 'unknown' } {
  return { kind: 'unknown', oneOf, why };
}

/** Addresses that the plan knows, or that it does not. */
export type Range =
  | { readonly kind: 'known'; readonly peers: PeerSet; readonly isSensitive: boolean }
  /** Equal tokens are the same unknown. */
  | { readonly kind: 'unknown'; readonly token: PeerToken; readonly why: string };

/** The IP address group that a range stands for: it changes in place while the rule stays as it is. */
export interface AddressGroup {
  readonly address: string;
  readonly actions: readonly Action[];
}

/** Addresses at the other end. */
export interface RangePeer {
  readonly kind: 'range';
  readonly range: Range;
  readonly addressGroup?: AddressGroup;
}

/** Machines in a group at the other end. */
export interface MembersPeer {
  readonly kind: 'group';
  readonly group: GroupRef;
  readonly isSensitive: boolean;
}

/** The other end of a rule. */
export type Peer =
  | { readonly kind: 'any' }
  | RangePeer
  | MembersPeer
  /** It is one of these; values that the plan does not know decide. */
  | { readonly kind: 'one-of'; readonly peers: readonly Peer[] };

/** One of these peers. */
export function oneOfPeers(peers: readonly Peer[]): Peer {
  const all = peers.flatMap((peer) => (peer.kind === 'one-of' ? peer.peers : [peer]));
  const [only, ...others] = all;
  return only !== undefined && others.length === 0 ? only : { kind: 'one-of', peers: all };
}

/** Protocols x ports (ICMP: type and code). */
export interface Traffic {
  /** 0..255. */
  readonly protocols: IntervalSet<number>;
  /** 0..65535; ICMP: type * 256 + code. */
  readonly ports: IntervalSet<number>;
  /** The plan does not know all of it: the rule is for some of this, and for nothing else. */
  readonly isAtMost?: true;
}

/** Every packet. */
export const ALL_TRAFFIC: Traffic = { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS };

/**
 * Anything of these protocols, of all of them when none are given: which ports or types, the plan does not know. Of
 * protocols without ports it may be every packet, whatever the ports are.
 */
export function someTraffic(
  { protocols }: Pick<Traffic, 'protocols'> = ALL_TRAFFIC,
  ports = ALL_PORTS,
): Traffic {
  return { protocols, ports, isAtMost: true };
}

/**
 * When an allow and a deny meet, the smaller priority (1..100) wins, and deny wins a draw.
 * Nobody documents the priority of rules that CCE or the v2 API made.
 */
export type Priority =
  | { readonly kind: 'known'; readonly value: number }
  | { readonly kind: 'undocumented' }
  | { readonly kind: 'unknown' };

/** Of rules that CCE or the v2 API made. */
export const UNDOCUMENTED: Priority = { kind: 'undocumented' };

/** The same as products of protocols and ports that hold nothing else: ports bind those protocols that have them. */
export function productsOf({
  protocols,
  ports,
  isAtMost,
}: Traffic): readonly Pick<Traffic, 'protocols' | 'ports'>[] {
  if (isAtMost !== true || ports === ALL_PORTS) return [{ protocols, ports }];
  return [
    { protocols: intersectSets(protocols, WITH_PORTS), ports },
    { protocols: subtractSets(NUMBERS, protocols, WITH_PORTS), ports: ALL_PORTS },
  ];
}

const WITH_PORTS = [single(TCP), single(UDP)];

/** One security group rule as the API will have it, on one side of the plan. */
export interface RuleSide {
  readonly group: GroupRef;
  readonly direction: Direction | 'unknown';
  readonly family: EtherType | 'unknown';
  readonly traffic: Traffic;
  readonly peer: Peer;
  readonly action: 'allow' | 'deny' | 'unknown';
  readonly priority: Priority;
  readonly problems: readonly RuleProblem[];
  /** Protocol, ports, action or priority come from a sensitive value. (The peer says so itself.) */
  readonly isTrafficSensitive?: true;
}

/** How a rule gets from one side to the other. */
export type RuleChange =
  /** The same object before and after: unchanged, or forgotten. */
  | 'stands'
  | 'created'
  | 'destroyed'
  /** Replaced, the old one first: for a while neither is there. */
  | 'destroyed-then-created'
  /** Replaced, the new one first. */
  | 'created-then-destroyed'
  /** In place. */
  | 'updated'
  /** Gone before this plan already. */
  | 'drifted-away';

/** One rule of a security group, by the resource that holds it. */
export interface Rule {
  readonly address: string;
  readonly actions: readonly Action[];
  readonly change: RuleChange;
  readonly before: RuleSide | undefined;
  readonly after: RuleSide | undefined;
  /** What it was when Terraform last looked, if that is no longer so. */
  readonly drifted: RuleSide | undefined;
  /** The id of the object that is there before the plan, where the document shows it. */
  readonly id: string | undefined;
  /** The API by which the rule is made: it decides what a duplicate is. */
  readonly api: 'v2' | 'v3' | 'nova';
  /** A leftover of the resource with this address: no address of the configuration is its own. */
  readonly isDeposed: boolean;
  /** Arguments that force a replacement. */
  readonly replaceAttributes: readonly string[];
}

/** Whether this plan makes, changes or destroys the rule. */
export function isChanging({ change }: Pick<Rule, 'change'>): boolean {
  return change !== 'stands' && change !== 'drifted-away';
}

/** Whether the side is there in the cloud: a refused rule never is. */
export function isAccepted(side: RuleSide): boolean {
  return side.problems.every(({ kind }) => kind !== 'refused');
}

/** The keys of those groups that are known. */
export function knownKeys(refs: readonly GroupRef[]): readonly GroupKey[] {
  return refs.flatMap((ref) => (ref.kind === 'group' ? [ref.key] : []));
}

/** Whether the other end of the rule comes from a sensitive value. */
export function isPeerSensitive({ peer }: Pick<RuleSide, 'peer'>): boolean {
  if (peer.kind === 'one-of') return peer.peers.some((one) => isPeerSensitive({ peer: one }));
  if (peer.kind === 'range') return peer.range.kind === 'known' && peer.range.isSensitive;
  return peer.kind === 'group' && peer.isSensitive;
}

/** Whether naming the packets of the rule would give a sensitive value away. */
export function isSecret(side: RuleSide): boolean {
  return side.isTrafficSensitive === true || isPeerSensitive(side);
}
