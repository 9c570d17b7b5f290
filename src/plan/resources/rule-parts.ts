import type { EtherType } from '../../net/address.js';
import type { PeerSet } from '../../net/peers.js';
import type { Direction } from '../../net/region.js';
import { type Instance, isReplaced } from '../instance.js';
import {
  type At,
  atOf,
  type Context,
  groupRefOf,
  knownRange,
  rangeOf,
  settle,
  unknownRange,
} from '../references/refs.js';
import {
  isAccepted,
  type Peer,
  type Rule,
  type RuleChange,
  type RuleProblem,
  type RuleSide,
} from '../rule.js';
import { isMarked } from '../document/marks.js';
import { textOf } from '../value.js';

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
export function ruleOf(
  context: Context,
  instance: Instance,
  api: Rule['api'],
  read: (at: At) => RuleSide,
): Rule {
  const side = (which: 'before' | 'after' | 'drifted'): RuleSide | undefined => {
    const at = atOf(context, instance, which);
    if (at === undefined) return undefined;
    const found = at.isNew ? read(at) : asItStands(read(at));
    const isSensitive = TRAFFIC_ATTRIBUTES.some((attribute) => isMarked(at.side.sensitive, attribute));
    return isSensitive ? { ...found, isTrafficSensitive: true } : found;
  };
  const before = side('before');
  // Only what an address group holds may differ on the two sides of an unchanged rule.
  const isSame = api === 'v2' && instance.before === instance.after;
  return {
    address: instance.address,
    actions: instance.actions,
    change: changeOf(instance),
    before,
    after: isSame ? before : side('after'),
    drifted: side('drifted'),
    api,
    replaceAttributes: instance.replaceAttributes,
  };
}

/** What is in the cloud was accepted once: where it looks refused, we cannot tell what it matches. */
function asItStands(side: RuleSide): RuleSide {
  return isAccepted(side) ? side : { ...side, traffic: 'unknown', problems: [] };
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
  return { ...side, group: { kind: 'unknown', oneOf, why: 'its change is deferred' } };
}

function changeOf(instance: Instance): RuleChange {
  const { before, after, actions } = instance;
  if (before === undefined) return after === undefined ? 'drifted-away' : 'created';
  if (after === undefined) return 'destroyed';
  if (isReplaced(instance)) {
    return actions[0] === 'create' ? 'created-then-destroyed' : 'destroyed-then-created';
  }
  return actions.includes('update') ? 'updated' : 'stands';
}

/** The direction; `undefined` in `problems` when it is as the API wants it. */
export function directionOf(at: At, problems: RuleProblem[]): Direction | 'unknown' {
  const value = settle(at, 'direction', textOf(at.side, 'direction'));
  if (value.kind === 'unknown') return 'unknown';
  const text = value.kind === 'known' ? value.value : '';
  if (text === 'ingress' || text === 'egress') return text;
  problems.push({ kind: 'refused', what: 'the direction is neither `ingress` nor `egress`' });
  return 'unknown';
}

/** The address family, from `ethertype` (v2) or `ether_type` (v3, where IPv4 is the default). */
export function familyOf(
  at: At,
  attribute: 'ethertype' | 'ether_type',
  problems: RuleProblem[],
): EtherType | 'unknown' {
  const value = settle(at, attribute, textOf(at.side, attribute));
  if (value.kind === 'unknown') return 'unknown';
  if (value.kind === 'unset' && attribute === 'ether_type') return 'IPv4';
  const text = value.kind === 'known' ? value.value : '';
  if (text === 'IPv4' || text === 'IPv6') return text;
  problems.push({ kind: 'refused', what: 'the address family is neither `IPv4` nor `IPv6`' });
  return 'unknown';
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
  problems: RuleProblem[],
  readAddressGroup: ReadAddressGroup = () => undefined,
): Peer {
  const candidates = [
    candidateOf(at, 'remote_ip_prefix', prefixOf(at, family, problems)),
    candidateOf(at, 'remote_group_id', groupPeerOf(at)),
    candidateOf(at, 'remote_address_group_id', readAddressGroup(at)),
  ].filter((candidate) => candidate !== undefined);
  const firm = candidates.filter(({ isFirm }) => isFirm);
  if (firm.length > 1) problems.push({ kind: 'refused', what: 'it names two peers, and the API takes one' });
  if (firm[0] !== undefined) return firm[0].peer;
  const certain = candidates.filter(({ peer }) => !isUncertain(peer));
  const [only] = certain.length > 0 ? certain : candidates;
  if (only === undefined) return { kind: 'any' };
  const isOne = certain.length === 1 || candidates.length === 1;
  return isOne
    ? only.peer
    : { kind: 'range', range: unknownRange(`${at.instance.address}.remote_ip_prefix`) };
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

function isUncertain(peer: Peer): boolean {
  return (
    (peer.kind === 'range' && peer.range.kind === 'unknown') ||
    (peer.kind === 'group' && peer.group.kind === 'unknown')
  );
}

function prefixOf(at: At, family: EtherType | 'unknown', problems: RuleProblem[]): Peer | undefined {
  const range = rangeOf(at, 'remote_ip_prefix');
  if (range === undefined) return undefined;
  const text = textOf(at.side, 'remote_ip_prefix');
  const cidr = text.kind === 'known' ? at.context.cidrOf(text.value) : undefined;
  // What is sensitive may have been masked in the file.
  if (text.kind === 'known' && cidr === undefined && !text.isSensitive) {
    problems.push({ kind: 'refused', what: 'its `remote_ip_prefix` is no CIDR' });
  }
  if (cidr !== undefined && family !== 'unknown' && cidr.family !== family) {
    problems.push({
      kind: 'refused',
      what: `its \`remote_ip_prefix\` is ${cidr.family}, the rule is ${family}`,
    });
  }
  if (cidr?.hasHostBits === true) {
    problems.push({
      kind: 'changed',
      what: 'its `remote_ip_prefix` has bits set below the prefix length; the network of that length counts',
    });
  }
  return { kind: 'range', range };
}

function groupPeerOf(at: At): Peer | undefined {
  const group = groupRefOf(at, 'remote_group_id');
  if (group === undefined) return undefined;
  const value = textOf(at.side, 'remote_group_id');
  return { kind: 'group', group, isSensitive: value.kind === 'known' && value.isSensitive };
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
