import { groupBy } from '../collections.js';
import type { Subjects } from '../cluster/subject.js';
import { anyAddress, cidrsOf } from '../net/address.js';
import type { Plan } from '../plan/plan.js';
import {
  type GroupKey,
  type GroupRef,
  isAccepted,
  isPeerSensitive,
  type Peer,
  type Rule,
  type RuleSide,
} from '../plan/rule.js';
import type { Fix, FixRule } from '../report/fix.js';
import { SENSITIVE } from '../report/words/phrases.js';
import { wireTraffic } from './writing/rule-hcl.js';

/** Which rules the edited plan leaves behind that the plan as it is does not, and the other way round. */
export function differenceOf(subjects: Subjects, edited: Plan, plan: Plan): Pick<Fix, 'adds' | 'removes'> {
  const [was, is] = [standingIn(plan), standingIn(edited)];
  // What an edit leaves alone is the same object, and most is.
  const touched = new Set([...without(was, is), ...without(is, was)].map(({ address }) => address));
  const [old, next] = [was, is].map((rules) =>
    groupBy(
      rules.filter(({ address }) => touched.has(address)),
      ({ address, after }) => sideText([address, after]),
    ),
  );
  const only = (a: typeof old, b: typeof old) =>
    [...(a ?? [])].flatMap(([text, rules]) => (b?.has(text) === true ? [] : rules));
  return {
    adds: only(next, old).flatMap(({ after, api }) => wireRules(after, api === 'v3', subjects)),
    removes: only(old, next).map(({ address, id, change }) => ({
      address,
      id: change === 'stands' || change === 'updated' ? (id ?? null) : null,
    })),
  };
}

/** A rule that the plan leaves behind. */
type Left = Rule & { readonly after: RuleSide };

function standingIn({ rules }: Plan): readonly Left[] {
  return rules.filter((rule): rule is Left => rule.after !== undefined && isAccepted(rule.after));
}

function without<T>(all: readonly T[], others: readonly T[]): readonly T[] {
  const left = new Set(others);
  return all.filter((one) => !left.has(one));
}

function sideText(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
}

/** A rule in the terms of the v2 API, one for each run of ports and each CIDR; what is a secret, or not known, is said so. */
export function wireRules(side: RuleSide, isOfV3: boolean, subjects: Subjects): readonly FixRule[] {
  const { direction, family, traffic, peer, action, priority } = side;
  if (direction === 'unknown' || family === 'unknown' || action === 'unknown') return [];
  const secret = { protocol: SENSITIVE, min: null, max: null };
  const traffics = side.isTrafficSensitive === true ? [secret] : (wireTraffic(traffic) ?? []);
  const base = {
    group: wireGroup(side.group, subjects),
    direction,
    ethertype: family,
    action: isOfV3 ? action : null,
    priority: isOfV3 && priority.kind === 'known' ? priority.value : null,
  };
  return traffics.flatMap(({ protocol, min, max }) =>
    wireRemotes(peer, family, subjects).map((remote) => ({
      ...base,
      protocol,
      portRangeMin: min,
      portRangeMax: max,
      ...remote,
    })),
  );
}

type RemoteOfRule = Pick<FixRule, 'remoteIpPrefix' | 'remoteGroupId'>;

function wireRemotes(peer: Peer, family: FixRule['ethertype'], subjects: Subjects): readonly RemoteOfRule[] {
  const prefix = (remoteIpPrefix: string | null): RemoteOfRule => ({ remoteIpPrefix, remoteGroupId: null });
  if (isPeerSensitive({ peer })) return [prefix(SENSITIVE)];
  switch (peer.kind) {
    case 'any':
      return cidrsOf(anyAddress(family)).map(prefix);
    case 'range':
      return peer.range.kind === 'known' ? cidrsOf(peer.range.peers).map(prefix) : [prefix(peer.range.token)];
    case 'group': {
      const { id, address } = wireGroup(peer.group, subjects);
      return [{ remoteIpPrefix: null, remoteGroupId: id ?? address }];
    }
    case 'one-of':
      return [];
  }
}

/** The id where the group has one, and the address of what makes it. */
function wireGroup(ref: GroupRef, { viewOf, world }: Subjects): FixRule['group'] {
  if (ref.kind === 'unknown') return { address: null, id: null };
  const { key } = ref;
  const resource = viewOf(key).resource;
  const isKnown = resource === undefined ? !isAddress(key) : resource.id !== undefined;
  const id = isKnown ? (world.plan.sensitiveIds.has(key) ? SENSITIVE : key) : null;
  return { address: resource?.address ?? (isAddress(key) ? key : null), id };
}

/** A group that has yet to be made is known by what will make it. */
function isAddress(key: GroupKey): boolean {
  return key.includes('.');
}
