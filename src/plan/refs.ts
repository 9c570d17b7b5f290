import { parseCidr } from '../net/address.js';
import type { PeerSet } from '../net/peers.js';
import type { Instance, Side } from './instance.js';
import { isReplaced } from './instance.js';
import type { Name, ObjectRef } from './plan.js';
import type { Outcome, Resolver } from './resolve.js';
import type { GroupKey, GroupRef, Range } from './rule.js';
import { idOf, isMarked, known, rawOf, textOf, textsOf, type Value } from './value.js';

/** What the readers of resource types need to know of the whole plan. */
export interface Context {
  readonly resolver: Resolver;
  readonly byAddress: ReadonlyMap<string, Instance>;
  /** Instances that are replaced, by the id of the old object. */
  readonly replacedById: ReadonlyMap<string, Instance>;
}

/** Which side of which instance is read. */
export interface At {
  readonly context: Context;
  readonly instance: Instance;
  readonly side: Side;
  readonly isAfter: boolean;
}

/** Types whose `id` is that of a security group. */
const GROUP_TYPES = new Set([
  'opentelekomcloud_networking_secgroup_v2',
  'opentelekomcloud_vpc_secgroup_v3',
  'opentelekomcloud_compute_secgroup_v2',
]);
const CLUSTER_TYPE = 'opentelekomcloud_cce_cluster_v3';

/**
 * Whether an attribute that the document marks unknown is only "not set": optional attributes that the cloud may
 * fill in are unknown in a plan whenever nobody sets them.
 */
export function isUnset(at: At, attribute: string): boolean {
  const configured = at.context.resolver.isConfigured(at.instance, attribute);
  if (configured !== true) return configured === false;
  const outcomes = at.context.resolver.resolve(at.instance, attribute);
  return (
    outcomes.length > 0 &&
    outcomes.every((o) => o.kind === 'constant' && (o.value === null || o.value === ''))
  );
}

/** The attribute with "unknown because unset" told apart. */
export function settle<T>(at: At, attribute: string, value: Value<T>): Value<T> {
  return value.kind === 'unknown' && isUnset(at, attribute) ? { kind: 'unset' } : value;
}

/** The name by which a plan knows the group that an attribute of an instance holds. */
export function keyOfAttribute(instance: Instance, attribute: string): GroupKey {
  return attribute === 'id' ? instance.address : `${instance.address}.${attribute}`;
}

/** A group attribute as a reference; undefined when it is unset. */
export function groupRefOf(at: At, attribute: string): GroupRef | undefined {
  const value = textOf(at.side, attribute);
  if (value.kind === 'known') return { kind: 'group', key: value.value };
  if (value.kind === 'unset' || !at.isAfter || isUnset(at, attribute)) return undefined;
  // A replaced group takes its rules along: no configuration is needed to see it.
  const before = at.instance.before === undefined ? undefined : known(textOf(at.instance.before, attribute));
  const replaced = before === undefined ? undefined : at.context.replacedById.get(before);
  if (replaced !== undefined && at.context.resolver.isConfigured(at.instance, attribute) !== false) {
    return { kind: 'group', key: replaced.address };
  }
  return groupFrom(at.context, at.context.resolver.resolve(at.instance, attribute));
}

function groupFrom(context: Context, outcomes: readonly Outcome[]): GroupRef {
  const keys: GroupKey[] = [];
  let why: string | undefined;
  for (const outcome of outcomes) {
    const key = groupKeyOf(context, outcome);
    if (key !== undefined) keys.push(key);
    else why ??= outcome.kind === 'opaque' ? outcome.why : 'it mixes groups with other values';
  }
  const [only] = keys;
  if (only !== undefined && keys.length === 1 && why === undefined) return { kind: 'group', key: only };
  return {
    kind: 'unknown',
    oneOf: why === undefined ? keys : [],
    why: why ?? 'it may be one of several groups',
  };
}

function groupKeyOf(context: Context, outcome: Outcome): GroupKey | undefined {
  if (outcome.kind === 'constant') {
    return typeof outcome.value === 'string' && outcome.value !== '' ? outcome.value : undefined;
  }
  if (outcome.kind === 'opaque') return undefined;
  const instance = context.byAddress.get(outcome.address);
  if (instance === undefined) return undefined;
  const { attribute = 'id' } = outcome;
  if (GROUP_TYPES.has(instance.type)) {
    if (attribute !== 'id' && attribute !== 'secgroup_id') return undefined;
    return isReplaced(instance) ? instance.address : (idOf(instance.after) ?? instance.address);
  }
  if (instance.type === CLUSTER_TYPE && attribute.startsWith('security_group_')) {
    // An own node group that leads nowhere is the one that CCE makes.
    const made = attribute === 'security_group_id' ? 'security_group_node' : attribute;
    return keyOfAttribute(instance, made);
  }
  return undefined;
}

/** A list of group ids. A part that cannot be told is one unknown reference. */
export function groupRefsOf(at: At, attribute: string): readonly GroupRef[] {
  const value = textsOf(at.side, attribute);
  if (value.kind === 'unset' || (value.kind === 'unknown' && isUnset(at, attribute))) return [];
  const ids = value.kind === 'known' ? value.value.filter((id) => id !== undefined) : [];
  const refs: GroupRef[] = ids.map((key) => ({ kind: 'group', key }));
  if (value.kind === 'known' && ids.length === value.value.length) return refs;
  const listed = new Set(ids);
  for (const outcome of at.context.resolver.resolve(at.instance, attribute)) {
    if (outcome.kind === 'constant' && typeof outcome.value !== 'string') continue;
    const ref = groupFrom(at.context, [outcome]);
    if (ref.kind === 'unknown' || !listed.has(ref.key)) refs.push(ref);
  }
  return refs.length > 0 ? refs : [{ kind: 'unknown', oneOf: [], why: 'the plan does not know it' }];
}

/** A VPC, subnet, cluster or port attribute as a reference. */
export function objectRefOf(at: At, attribute: string): ObjectRef {
  const value = textOf(at.side, attribute);
  if (value.kind === 'known') return { kind: 'id', id: value.value };
  if (value.kind === 'unset' || !at.isAfter) return { kind: 'unknown' };
  const outcomes = at.context.resolver.resolve(at.instance, attribute);
  const [only] = outcomes;
  if (outcomes.length !== 1 || only === undefined || only.kind === 'opaque') return { kind: 'unknown' };
  if (only.kind === 'target') return { kind: 'address', address: only.address };
  return typeof only.value === 'string' ? { kind: 'id', id: only.value } : { kind: 'unknown' };
}

/** A CIDR attribute. Undefined when unset; unknown, with the token of where it comes from, when it does not parse. */
export function rangeOf(at: At, attribute: string): Range | undefined {
  const value = settle(at, attribute, textOf(at.side, attribute));
  if (value.kind === 'unset') return undefined;
  if (value.kind === 'known') return rangeOfText(value.value, value.isSensitive, at, attribute);
  const outcomes = at.context.resolver.resolve(at.instance, attribute);
  const [only] = outcomes;
  if (outcomes.length === 1 && only?.kind === 'target' && only.attribute !== undefined) {
    return unknownRange(`${only.address}.${only.attribute}`);
  }
  if (outcomes.length === 1 && only?.kind === 'constant' && typeof only.value === 'string') {
    return rangeOfText(only.value, isMarked(at.side.sensitive, attribute), at, attribute);
  }
  return unknownRange(ownToken(at, attribute));
}

/** A range whose addresses the plan does not know; equal tokens are the same range. */
export function unknownRange(token: string): Range {
  return { kind: 'unknown', token, why: `${token} is known after apply` };
}

/** Known addresses as a range. */
export function knownRange(peers: PeerSet, isSensitive: boolean): Range {
  return { kind: 'known', peers, isSensitive };
}

function rangeOfText(text: string, isSensitive: boolean, at: At, attribute: string): Range {
  const cidr = parseCidr(text);
  return cidr === undefined
    ? { kind: 'unknown', token: ownToken(at, attribute), why: `${ownToken(at, attribute)} is no CIDR` }
    : knownRange(cidr.peers, isSensitive);
}

function ownToken(at: At, attribute: string): string {
  return `${at.instance.address}.${attribute}`;
}

/** A list of CIDRs or addresses; an element that is not known is an unknown range of its own. */
export function rangesOf(at: At, attribute: string): readonly Range[] | undefined {
  const value = settle(at, attribute, textsOf(at.side, attribute));
  if (value.kind === 'unset') return undefined;
  if (value.kind === 'unknown') return [unknownRange(ownToken(at, attribute))];
  return value.value.map((text, i) =>
    text === undefined
      ? unknownRange(`${ownToken(at, attribute)}[${String(i)}]`)
      : rangeOfText(text, value.isSensitive, at, attribute),
  );
}

/** A name, unless it is unset or unknown. */
export function nameOf(side: Side | undefined, attribute = 'name'): Name | undefined {
  const value = side === undefined ? undefined : textOf(side, attribute);
  return value?.kind === 'known' ? { text: value.value, isSensitive: value.isSensitive } : undefined;
}

/** Whether the attribute holds another value after than before. */
export function isAttributeChanged(instance: Instance, attribute: string): boolean {
  if (instance.before === undefined || instance.after === undefined) return false;
  const [before, after] = [rawOf(instance.before, attribute), rawOf(instance.after, attribute)];
  if (before.kind === 'known' && after.kind === 'known') return before.value !== after.value;
  return before.kind === 'known' && after.kind === 'unset';
}
