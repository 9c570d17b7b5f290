import { distinct, memo } from '../../collections.js';
import { type Cidr, parseCidr } from '../../net/address.js';
import type { PeerSet } from '../../net/peers.js';
import type { Side } from '../document/document.js';
import type { Instance } from '../instance.js';
import { isReplaced } from '../instance.js';
import type { Both, ObjectRef } from '../plan.js';
import type { InstanceIndex } from './instance-index.js';
import type { Resolver } from './resolve.js';
import type { ReferenceEnd } from './walk.js';
import {
  type GroupKey,
  type GroupRef,
  groupRef,
  type MembersPeer,
  type Range,
  type RangePeer,
  unknownGroupRef,
} from '../rule.js';
import { CLUSTER_TYPE, GROUP_TYPES, keyOfAttribute } from './group-names.js';
import { isMarked } from '../document/marks.js';
import { type Value, idOf, knownText, rawAt, textAt, textsAt } from '../value.js';

/** What the readers of resource types need to know of the whole plan. */
export interface Context {
  readonly resolver: Resolver;
  readonly instanceAt: InstanceIndex['instanceAt'];
  /** Instances that are replaced, by the id of the old object. */
  readonly replacedById: ReadonlyMap<string, Instance>;
  /** Groups that this plan manages, by the ids that they have. */
  readonly managedGroups: ReadonlyMap<string, Instance>;
  /** IP address groups, by the ids that they have. */
  readonly addressGroups: ReadonlyMap<string, Instance>;
  /** The groups that postponed data sources will find, by the address of the data source. */
  readonly postponed: ReadonlyMap<string, GroupKey>;
  /** Reads a CIDR; plans repeat the same few. */
  readonly cidrOf: (text: string) => PeerCidr | undefined;
  /** A group as a peer that is no secret; plans repeat the same few. */
  readonly groupPeerOf: (key: GroupKey) => MembersPeer;
}

/** A CIDR, and the peer that it is where it is no secret. */
export interface PeerCidr extends Cidr {
  readonly peer: RangePeer;
}

/** Reads what rules say of their peers by themselves. Those that say the same share it. */
export function sharedPeers(): Pick<Context, 'cidrOf' | 'groupPeerOf'> {
  return {
    cidrOf: memo((text) => {
      const cidr = parseCidr(text);
      return cidr && { ...cidr, peer: { kind: 'range', range: knownRange(cidr.peers, false) } };
    }),
    groupPeerOf: memo((key) => ({ kind: 'group', group: groupRef(key), isSensitive: false })),
  };
}

/** Which side of which instance is read. */
export interface At {
  readonly context: Context;
  readonly instance: Instance;
  readonly side: Side;
  readonly isAfter: boolean;
  /** The plan makes or changes what this side shows; anything else is in the cloud as it stands here. */
  readonly isNew: boolean;
}

/** The place from which to read one side of an instance; undefined when there is no such side. */
export function atOf(
  context: Context,
  instance: Instance,
  which: 'before' | 'after' | 'drifted',
): At | undefined {
  const side = instance[which];
  if (side === undefined) return undefined;
  const isAfter = which === 'after';
  const isNew = isAfter && instance.actions.some((action) => action === 'create' || action === 'update');
  return { context, instance, side, isAfter, isNew };
}

/** Whether nothing is made of an object that is the same before and after: one reading does for both sides. */
export function isOneReading({ before, after, actions }: Instance): boolean {
  return before === after && actions.every((action) => action !== 'create' && action !== 'update');
}

/** Reads both sides of an instance with its type's own reader. */
export function bothOf<T>(context: Context, instance: Instance, read: (at: At) => T): Both<T> {
  const side = (which: 'before' | 'after'): T | undefined => {
    const at = atOf(context, instance, which);
    return at === undefined ? undefined : read(at);
  };
  const before = side('before');
  return {
    address: instance.address,
    isData: instance.mode === 'data',
    actions: instance.actions,
    isReplaced: isReplaced(instance),
    replaceAttributes: instance.replaceAttributes,
    before,
    after: isOneReading(instance) ? before : side('after'),
  };
}

/**
 * Whether an attribute that the document marks unknown is only "not set": optional attributes that the cloud may
 * fill in are unknown in a plan whenever nobody sets them. What is configured with values that Terraform knows would
 * be known; unknown all the same, it came to null. A data source gives what it was not asked with.
 */
export function isOnlyUnset({ context, instance, side }: At, attribute: string): boolean {
  if (instance.mode === 'data' || !isMarked(side.unknown, attribute)) return false;
  const { resolver } = context;
  const configured = resolver.isConfigured(instance, attribute);
  if (configured !== true || instance.isDeferred) return configured === false;
  return resolver.resolve(instance, attribute).every(({ kind }) => kind === 'constant');
}

/** The attribute with "unknown because unset" told apart. */
export function settle<T>(at: At, attribute: string, value: Value<T>): Value<T> {
  return value.kind === 'unknown' && isOnlyUnset(at, attribute) ? { kind: 'unset' } : value;
}

/**
 * Whether what the plan shows of a computed attribute is only what was read last, because another one that says the
 * same counts for more: one that changes, or that the configuration sets. It then keeps its old value in `after`, and
 * is not marked unknown. (Source: terraform-plan.md 2.3.)
 */
export function isOutdone(at: At, attribute: string, beside: readonly string[]): boolean {
  if (at.instance.mode === 'data') return false;
  return beside.some((other) => weightOf(at, other) > weightOf(at, attribute));
}

/** Twice as much for a change as for an expression: a configured attribute that stays as it was is not sent again. */
function weightOf(at: At, attribute: string): 0 | 1 | 2 {
  if (isMoving(at, attribute)) return at.isAfter ? 2 : 0;
  return at.context.resolver.isConfigured(at.instance, attribute) === true ? 1 : 0;
}

/** Whether the attribute will have another value, or may have one. */
function isMoving({ context, instance }: At, attribute: string): boolean {
  const old = atOf(context, instance, 'before');
  const next = atOf(context, instance, 'after');
  if (old === undefined || next === undefined || old.side === next.side) return false;
  const [before, after] = [old, next].map((at) => settle(at, attribute, rawAt(at.side, attribute)));
  return after?.kind === 'unknown' || JSON.stringify(before) !== JSON.stringify(after);
}

/** A text attribute, likewise. */
export function settledText(at: At, attribute: string): Value<string> {
  return settle(at, attribute, textAt(at.side, attribute));
}

/** Whether an attribute may have come to nothing: `cond ? group : null`. */
export type Need = 'required' | 'optional';

/** A group attribute as a reference; undefined when it is unset. */
export function groupRefOf(at: At, attribute: string, need: Need = 'optional'): GroupRef | undefined {
  const value = textAt(at.side, attribute);
  if (value.kind === 'known') return at.context.groupPeerOf(value.value).group;
  if (value.kind === 'unset') return undefined;
  if (!isMarked(at.side.unknown, attribute)) return unknownGroupRef(NOT_TOLD);
  if (isOnlyUnset(at, attribute)) return undefined;
  const { resolver, replacedById } = at.context;
  const found = groupFrom(at.context, resolver.resolve(at.instance, attribute), need);
  if (found.kind === 'group') return found;
  // A replaced group takes its rules along: where the configuration does not say which, the old object does.
  const before = knownText(at.instance.before, attribute);
  const replaced = before === undefined ? undefined : replacedById.get(before);
  if (replaced === undefined || !GROUP_TYPES.has(replaced.type)) return found;
  const isPossible = found.oneOf.length === 0 || found.oneOf.includes(replaced.address);
  return isPossible ? groupRef(replaced.address) : found;
}

const NOT_TOLD = 'the plan does not know it';

/**
 * The group that outcomes come to. Constants beside a group are conditions or fallbacks: a value that is unknown is
 * none of them, though it may be null where the attribute is optional.
 */
function groupFrom(context: Context, outcomes: readonly ReferenceEnd[], need: Need): GroupRef {
  const leads = outcomes.filter(({ kind }) => kind !== 'constant');
  const keys: GroupKey[] = [];
  let why: string | undefined;
  for (const outcome of leads) {
    const key = keyOfTarget(context, outcome);
    if (key !== undefined) keys.push(key);
    else why = outcome.kind === 'opaque' ? outcome.why : 'it mixes groups with other values';
  }
  const [only] = keys;
  const orNone = need === 'optional' && (why !== undefined || leads.length < outcomes.length);
  if (only !== undefined && keys.length === 1 && why === undefined && !orNone) return groupRef(only);
  const reason = why ?? (orNone ? 'it depends on a condition' : 'it may be one of several groups');
  return { ...unknownGroupRef(reason, why === undefined ? keys : []), ...(orNone && { orNone }) };
}

function keyOfTarget(context: Context, outcome: ReferenceEnd): GroupKey | undefined {
  if (outcome.kind !== 'target') return undefined;
  const instance = context.instanceAt(outcome.address);
  if (instance === undefined) return undefined;
  const { attribute = 'id' } = outcome;
  if (GROUP_TYPES.has(instance.type)) {
    if (attribute !== 'id' && attribute !== 'secgroup_id') return undefined;
    const { address, after } = instance;
    return isReplaced(instance) ? address : (idOf(after) ?? context.postponed.get(address) ?? address);
  }
  if (instance.type === CLUSTER_TYPE && attribute.startsWith('security_group_')) {
    // An own node group that leads nowhere is the one that CCE makes.
    const made = attribute === 'security_group_id' ? 'security_group_node' : attribute;
    return keyOfAttribute(instance, made);
  }
  return undefined;
}

/** A list of group ids. A part that cannot be told is an unknown reference. */
export function groupRefsOf(at: At, attribute: string): readonly GroupRef[] {
  const value = textsAt(at.side, attribute);
  if (value.kind === 'unset' || (value.kind === 'unknown' && isOnlyUnset(at, attribute))) return [];
  const elements = value.kind === 'known' ? value.value : undefined;
  const ids = elements?.filter((id) => id !== undefined) ?? [];
  const refs: GroupRef[] = ids.map(groupRef);
  if (ids.length === elements?.length) return refs;
  if (!isMarked(at.side.unknown, attribute)) return [...refs, unknownGroupRef(NOT_TOLD)];
  const outcomes = at.context.resolver.resolve(at.instance, attribute);
  return [...refs, ...unknownMembers(at.context, outcomes, new Set(ids), elements?.length)];
}

/** The elements of a list that the plan does not know. With a condition on the way, or too many, each is one of them. */
function unknownMembers(
  context: Context,
  outcomes: readonly ReferenceEnd[],
  listed: ReadonlySet<GroupKey>,
  length: number | undefined,
): readonly GroupRef[] {
  const found = outcomes
    .filter(({ kind }) => kind !== 'constant')
    .map((outcome) => groupFrom(context, [outcome], 'required'));
  const texts = length === undefined ? outcomes.flatMap(textOfOutcome) : [];
  const keys = [...found.flatMap((ref) => (ref.kind === 'group' ? [ref.key] : [])), ...texts];
  const more = distinct(keys).filter((key) => !listed.has(key));
  const strange = found.filter((ref) => ref.kind === 'unknown');
  const isConditional = length === undefined && outcomes.some(isCondition);
  const isChoice =
    length === undefined ? isConditional && more.length > 1 : more.length > length - listed.size;
  if (isChoice && strange.length === 0) {
    return [unknownGroupRef('it may be one of several groups', more)];
  }
  const refs: readonly GroupRef[] = [...more.map(groupRef), ...strange];
  const isShort = length !== undefined && refs.length < length - listed.size;
  return refs.length === 0 || isShort ? [...refs, unknownGroupRef(NOT_TOLD)] : refs;
}

function textOfOutcome(outcome: ReferenceEnd): readonly string[] {
  return outcome.kind === 'constant' && typeof outcome.value === 'string' && outcome.value !== ''
    ? [outcome.value]
    : [];
}

function isCondition(outcome: ReferenceEnd): boolean {
  return outcome.kind === 'constant' && ['boolean', 'number'].includes(typeof outcome.value);
}

/** A VPC, subnet, cluster or port attribute as a reference. */
export function objectRefOf(at: At, attribute: string): ObjectRef {
  const value = textAt(at.side, attribute);
  if (value.kind === 'known') return { kind: 'id', id: value.value };
  if (!isMarked(at.side.unknown, attribute)) return { kind: 'unknown' };
  // Constants are conditions or fallbacks: a value that is unknown is none of them.
  const leads = at.context.resolver.resolve(at.instance, attribute).filter(({ kind }) => kind !== 'constant');
  const [only] = leads;
  return leads.length === 1 && only?.kind === 'target'
    ? { kind: 'address', address: only.address }
    : { kind: 'unknown' };
}

/** A CIDR attribute. Undefined when unset; unknown, with the token of where it comes from, when it does not parse. */
export function rangeAt(at: At, attribute: string): Range | undefined {
  const value = settle(at, attribute, textAt(at.side, attribute));
  if (value.kind === 'unset') return undefined;
  if (value.kind === 'known') return rangeOfText(value.value, value.isSensitive, at, attribute);
  return unknownRange(
    isMarked(at.side.unknown, attribute)
      ? originOf(at.context, at.instance, attribute)
      : ownToken(at, attribute),
  );
}

/**
 * The attribute where an unknown value comes from, by one clear reference after the other: what comes from the same
 * attribute is the same, whatever it will be.
 */
function originOf({ resolver, instanceAt }: Context, instance: Instance, attribute: string): string {
  let origin = { instance, attribute };
  for (let left = REFERENCE_LIMIT; left > 0; left--) {
    const [only, ...others] = resolver.nearest(origin.instance, origin.attribute);
    if (only?.kind !== 'target' || only.attribute === undefined || others.length > 0) break;
    const next = instanceAt(only.address);
    if (next === undefined) return `${only.address}.${only.attribute}`;
    origin = { instance: next, attribute: only.attribute };
  }
  return `${origin.instance.address}.${origin.attribute}`;
}

/** References from resource to resource; a circle ends somewhere. */
const REFERENCE_LIMIT = 50;

/** A range whose addresses the plan does not know; equal tokens are the same range. */
export function unknownRange(token: string): Range {
  return { kind: 'unknown', token, why: `${token} is known after apply` };
}

/** Known addresses as a range. */
export function knownRange(peers: PeerSet, isSensitive: boolean): Range {
  return { kind: 'known', peers, isSensitive };
}

function rangeOfText(text: string, isSensitive: boolean, at: At, attribute: string): Range {
  const cidr = at.context.cidrOf(text);
  if (cidr === undefined)
    return { kind: 'unknown', token: ownToken(at, attribute), why: `${ownToken(at, attribute)} is no CIDR` };
  return isSensitive ? knownRange(cidr.peers, true) : cidr.peer.range;
}

function ownToken(at: At, attribute: string): string {
  return `${at.instance.address}.${attribute}`;
}

/** A list of CIDRs or addresses; an element that is not known is an unknown range of its own. */
export function rangesAt(at: At, attribute: string): readonly Range[] | undefined {
  const value = settle(at, attribute, textsAt(at.side, attribute));
  if (value.kind === 'unset') return undefined;
  if (value.kind === 'unknown') return [unknownRange(ownToken(at, attribute))];
  return value.value.map((text, i) =>
    text === undefined
      ? unknownRange(`${ownToken(at, attribute)}[${String(i)}]`)
      : rangeOfText(text, value.isSensitive, at, attribute),
  );
}

/** Whether the attribute holds another value after than before. */
export function isAttributeChanged(instance: Instance, attribute: string): boolean {
  if (instance.before === undefined || instance.after === undefined) return false;
  const [before, after] = [rawAt(instance.before, attribute), rawAt(instance.after, attribute)];
  if (before.kind === 'known' && after.kind === 'known') return before.value !== after.value;
  return before.kind === 'known' && after.kind === 'unset';
}
