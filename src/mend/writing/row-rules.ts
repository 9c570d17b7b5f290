import type { Addresses, Reach } from '../../cluster/addresses.js';
import { type GroupKeys, rangePeers, sideOfRow } from '../../cluster/default-rules.js';
import { keptReaches, reachesOf } from '../../cluster/reaches.js';
import { type FloorName, isGroupPeer, type Requirement, roleOfPeer } from '../../model/requirement.js';
import { cidrsOf } from '../../net/address.js';
import type { GroupKey, Peer } from '../../plan/rule.js';
import { isWritable, type NewRule, type Remote } from './new-rule.js';

/** The group that is to have the rules, and what rows name at that time. */
export interface RulePlace {
  readonly group: GroupKey;
  readonly keys: GroupKeys;
  readonly addresses: Addresses;
}

/** The rules by which a row holds: one for each CIDR of its peer. Of a range that nobody knows, see `isWritable`. */
export function rowRules(row: Requirement, place: RulePlace): readonly NewRule[] {
  if (row.peer === 'any') return [ruleFor(row, place, { peer: { kind: 'any' }, remote: { kind: 'any' } })];
  if (isGroupPeer(row.peer)) return ruleForGroup(row, place, place.keys[roleOfPeer(row.peer)]);
  const rules = rulesFor(row, reachesOf(row.peer, place.addresses), place);
  // Where nobody tells where masters are, the group that they are in does as well.
  return row.peer === 'master-node-cidr' && !rules.every(isWritable)
    ? ruleForGroup(row, place, place.keys.control)
    : rules;
}

/** The rule by which members of a group have what the row is for. */
export function ruleForGroup(
  row: Requirement,
  place: RulePlace,
  key: GroupKey | undefined,
): readonly NewRule[] {
  if (key === undefined) return [];
  const peer: Peer = { kind: 'group', group: { kind: 'group', key }, isSensitive: false };
  return [ruleFor(row, place, { peer, remote: { kind: 'group', key } })];
}

/** The rules that keep the floor of a row. */
export function floorRules(
  row: Requirement,
  keep: readonly FloorName[],
  place: RulePlace,
): readonly NewRule[] {
  return rulesFor(row, keptReaches(keep, place.addresses), place);
}

/** The rules that let the row's packets through from or to these ranges. */
export function rulesFor(row: Requirement, reaches: readonly Reach[], place: RulePlace): readonly NewRule[] {
  return reaches.flatMap((reach) => otherEnds(reach).map((end) => ruleFor(row, place, end)));
}

interface OtherEnd {
  readonly peer: Peer;
  readonly remote: Remote;
}

function ruleFor(row: Requirement, { group, addresses }: RulePlace, { peer, remote }: OtherEnd): NewRule {
  const own = row.isNodePorts === true ? addresses.nodePorts : undefined;
  const ports = own?.kind === 'known' ? own.range : row.ports;
  return { rows: [row], side: sideOfRow({ ...row, ports }, group, peer), remote };
}

function otherEnds(reach: Reach): readonly OtherEnd[] {
  const { ranges, isSensitive, attribute } = reach;
  const reference = attribute !== undefined && isNameable(attribute) ? attribute : undefined;
  return rangePeers(reach).map((peer, index) => {
    // A range is one CIDR, but where nobody knows it.
    const [cidr] = isSensitive ? [] : ranges.slice(index, index + 1).flatMap(cidrsOf);
    return { peer, remote: { kind: 'cidr', cidr, reference: index === 0 ? reference : undefined } };
  });
}

/** An attribute of an object of the root module: what stands in modules has no name outside of them. */
const ROOT_ATTRIBUTE = /^(data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(\[(\d+|"[\w .:/-]*")\])?\.[a-z_]+$/;

function isNameable(attribute: string): boolean {
  return attribute.length <= MAX_NAME && ROOT_ATTRIBUTE.test(attribute);
}

/** Longest name that is written down, in characters. */
const MAX_NAME = 300;
