import type { Cidr, EtherType } from '../../net/address.js';
import type { PeerSet } from '../../net/peers.js';
import { LAST_PORT } from '../../net/protocol.js';
import { ALL_PORTS, type Direction } from '../../net/region.js';
import { type Instance, isReplaced } from '../instance.js';
import {
  type At,
  atOf,
  type Context,
  groupRefOf,
  isOneReading,
  knownRange,
  rangeAt,
  settledText,
} from '../references/refs.js';
import {
  type GroupRef,
  groupRef,
  isAccepted,
  oneOfPeers,
  type Peer,
  type Rule,
  type RuleChange,
  type RuleSide,
  someTraffic,
  type Traffic,
  unknownGroupRef,
} from '../rule.js';
import { isAnyMarked, isMarked } from '../document/marks.js';
import { idOf, textAt } from '../value.js';
import { behind, rewritten, type RuleFlaw, type RulePart, refused, sound } from '../rule-problem.js';

/** Attributes that say what a rule matches, beside the peer. */
const TRAFFIC_ATTRIBUTES = [
  'direction',
  'ethertype',
  'ether_type',
  'protocol',
  'port_range_min',
  'port_range_max',
  'multi_port',
  'action',
  'priority',
] as const;

/** What all rule resources share: a side read by its type's own reader becomes a {@link Rule}. */
export function readRule(
  context: Context,
  instance: Instance,
  api: Rule['api'],
  read: (at: At) => RuleSide,
): Rule {
  const side = (which: 'before' | 'after' | 'drifted'): RuleSide | undefined => {
    const at = atOf(context, instance, which);
    if (at === undefined) return undefined;
    const found = at.isNew ? read(at) : asItStands(read(at));
    return isAnyMarked(at.side.sensitive, TRAFFIC_ATTRIBUTES)
      ? { ...found, isTrafficSensitive: true }
      : found;
  };
  const before = side('before');
  const change = changeBetween(instance, instance.before, instance.after);
  // Only what an address group holds may differ on the two sides of an unchanged rule.
  const isSame = api === 'v2' && isOneReading(instance);
  return {
    address: instance.address,
    actions: instance.actions,
    change: change === 'stands' && instance.actions.includes('update') ? 'updated' : change,
    before,
    after: isSame ? before : side('after'),
    drifted: side('drifted'),
    id: idOf(instance.before),
    api,
    isDeposed: instance.isUnconfigured && instance.actions.includes('delete'),
    replaceAttributes: instance.replaceAttributes,
  };
}

/** What is in the cloud was accepted once: where it looks refused, we cannot tell which ports it matches. */
function asItStands(side: RuleSide): RuleSide {
  return isAccepted(side) ? side : { ...side, traffic: someTraffic(side.traffic), problems: [] };
}

/** The ports between two of which at most one is known; 0 as the last one may come to mean "all". */
export function portsWithin(min: number | undefined, max: number | undefined): Traffic['ports'] {
  const [lo, hi] = [min ?? 0, max === undefined || max === 0 ? LAST_PORT : max];
  return 0 <= lo && lo <= hi && hi <= LAST_PORT ? [{ lo, hi }] : ALL_PORTS;
}

/** A rule whose change is deferred: the old object may stay, and the new one may come. */
export function whenDeferred(rule: Rule): readonly Rule[] {
  const { before, after } = rule;
  return [
    ...(before === undefined ? [] : [{ ...rule, change: 'stands' as const, after: perhaps(before) }]),
    ...(after === undefined || rule.change === 'stands'
      ? []
      : [{ ...rule, change: 'created' as const, before: undefined, after: perhaps(after) }]),
  ];
}

function perhaps(side: RuleSide): RuleSide {
  const { group } = side;
  const oneOf = group.kind === 'group' ? [group.key] : group.oneOf;
  return { ...side, group: unknownGroupRef('its change is deferred', oneOf) };
}

/** How one rule of an instance gets from one side to the other, when it is not changed in place. */
export function changeBetween(instance: Instance, before: unknown, after: unknown): RuleChange {
  if (before === undefined) return after === undefined ? 'drifted-away' : 'created';
  if (after === undefined) return 'destroyed';
  if (!isReplaced(instance)) return 'stands';
  return instance.actions[0] === 'create' ? 'created-then-destroyed' : 'destroyed-then-created';
}

/** The words that an attribute takes, and the one that it stands for when it is left out. */
interface Words<W extends string> {
  readonly attribute: string;
  readonly words: readonly W[];
  readonly unset?: W;
  readonly flaw: RuleFlaw;
}

/** One of a few words; any other is refused. */
export function wordOf<W extends string>(at: At, words: Words<W>): RulePart<W | 'unknown'> {
  const { attribute, unset, flaw } = words;
  const value = settledText(at, attribute);
  if (value.kind === 'unknown') return sound('unknown');
  if (value.kind === 'unset' && unset !== undefined) return sound(unset);
  const word = value.kind === 'known' ? words.words.find((one) => one === value.value) : undefined;
  return word === undefined ? refused('unknown', flaw) : sound(word);
}

const DIRECTIONS: Words<Direction> = {
  attribute: 'direction',
  words: ['ingress', 'egress'],
  flaw: { id: 'direction' },
};

/** The direction. */
export function directionAt(at: At): RulePart<Direction | 'unknown'> {
  return wordOf(at, DIRECTIONS);
}

const FAMILIES: Pick<Words<EtherType>, 'words' | 'flaw'> = {
  words: ['IPv4', 'IPv6'],
  flaw: { id: 'family' },
};

const FAMILIES_BY: Readonly<Record<'ethertype' | 'ether_type', Words<EtherType>>> = {
  ethertype: { ...FAMILIES, attribute: 'ethertype' },
  ether_type: { ...FAMILIES, attribute: 'ether_type', unset: 'IPv4' },
};

/** The address family, from `ethertype` (v2) or `ether_type` (v3, where IPv4 is the default). */
export function familyAt(at: At, attribute: 'ethertype' | 'ether_type'): RulePart<EtherType | 'unknown'> {
  return wordOf(at, FAMILIES_BY[attribute]);
}

/** The peers that a rule may name beside a CIDR and a group. */
export type ReadAddressGroup = (at: At) => Peer | undefined;

/**
 * The other end of a rule. The API takes one of the peers; those that the configuration leaves out are unknown in
 * the document, and so is what only the cloud fills in.
 */
export function peerOf(
  at: At,
  family: EtherType | 'unknown',
  readAddressGroup: ReadAddressGroup = () => undefined,
): RulePart<Peer> {
  const prefix = prefixOf(at, family);
  const candidates = [
    candidateOf(at, 'remote_ip_prefix', prefix.value),
    candidateOf(at, 'remote_group_id', groupPeerOf(at)),
    candidateOf(at, 'remote_address_group_id', readAddressGroup(at)),
  ].filter((candidate) => candidate !== undefined);
  const [firm, ...others] = candidates.filter(({ isFirm }) => isFirm);
  const peer = firm === undefined ? likelyPeer(candidates) : firm.peer;
  return behind(prefix, others.length > 0 ? refused(peer, { id: 'two-peers' }) : sound(peer));
}

/** The peer where none is sure to be one: one of those that may be. */
function likelyPeer(candidates: readonly Candidate[]): Peer {
  const certain = candidates.filter(({ peer }) => !isUncertain(peer));
  const likely = certain.length > 0 ? certain : candidates;
  return likely.length === 0 ? ANYBODY : oneOfPeers(likely.map(({ peer }) => peer));
}

/** What one attribute says of the peer. Only a value, or a plain reference, is sure not to come to nothing. */
interface Candidate {
  readonly peer: Peer;
  readonly isFirm: boolean;
}

function candidateOf(at: At, attribute: string, peer: Peer | undefined): Candidate | undefined {
  if (peer === undefined) return undefined;
  const isKnown = !isMarked(at.side.unknown, attribute);
  return { peer, isFirm: isKnown || at.context.resolver.isDirect(at.instance, attribute) };
}

const ANYBODY: Peer = { kind: 'any' };

function isUncertain(peer: Peer): boolean {
  return (
    peer.kind === 'one-of' ||
    (peer.kind === 'range' && peer.range.kind === 'unknown') ||
    (peer.kind === 'group' && peer.group.kind === 'unknown')
  );
}

const NO_PREFIX = sound(undefined);

function prefixOf(at: At, family: EtherType | 'unknown'): RulePart<Peer | undefined> {
  const text = settledText(at, 'remote_ip_prefix');
  const cidr = text.kind === 'known' ? at.context.cidrOf(text.value) : undefined;
  if (text.kind === 'known' && !text.isSensitive && cidr !== undefined)
    return prefixPart(cidr, cidr.peer, family);
  const range = rangeAt(at, 'remote_ip_prefix');
  if (range === undefined) return NO_PREFIX;
  const peer: Peer = { kind: 'range', range };
  if (cidr !== undefined) return prefixPart(cidr, peer, family);
  // What is sensitive may have been masked in the file.
  return text.kind !== 'known' || text.isSensitive
    ? sound(peer)
    : refused(peer, { id: 'no-cidr', attribute: 'remote_ip_prefix' });
}

/** The peer that a CIDR is, with what is wrong with it. */
function prefixPart(cidr: Cidr, peer: Peer, family: EtherType | 'unknown'): RulePart<Peer> {
  const isOther = family !== 'unknown' && cidr.family !== family;
  const first = isOther
    ? refused(peer, { id: 'peer-family', peer: cidr.family, rule: family })
    : sound<Peer>(peer);
  return behind(first, cidr.hasHostBits ? rewritten(peer, { id: 'host-bits' }) : sound(peer));
}

function groupPeerOf(at: At): Peer | undefined {
  const group = groupRefOf(at, 'remote_group_id');
  if (group === undefined) return undefined;
  const value = textAt(at.side, 'remote_group_id');
  if (value.kind === 'known' && !value.isSensitive) return at.context.groupPeerOf(value.value);
  const isSensitive = value.kind === 'known';
  const peer = (ref: GroupRef): Peer => ({ kind: 'group', group: ref, isSensitive });
  if (group.kind === 'group') return peer(group);
  const groups = group.oneOf.length === 0 ? [unknownGroupRef(group.why)] : group.oneOf.map(groupRef);
  const mayBeNone = group.orNone === true && !at.context.resolver.isDirect(at.instance, 'remote_group_id');
  return oneOfPeers([...groups.map(peer), ...(mayBeNone ? [ANYBODY] : [])]);
}

/** A peer of addresses that are all known. */
export function rangePeer(peers: PeerSet, isSensitive: boolean): Peer {
  return { kind: 'range', range: knownRange(peers, isSensitive) };
}

/** The group that the rule belongs to. */
export function ownerOf(at: At): RuleSide['group'] {
  return (
    groupRefOf(at, 'security_group_id', 'required') ?? {
      kind: 'unknown',
      oneOf: [],
      why: 'its group is not set',
    }
  );
}
