import { parseCidr } from '../../net/address.js';
import { hasTypes, icmpSlot } from '../../net/protocol.js';
import { ALL_PORTS, ALL_PROTOCOLS } from '../../net/region.js';
import type { Instance, Side } from '../instance.js';
import { isReplaced } from '../instance.js';
import { readProtocol } from '../protocol-names.js';
import { type Context, unknownRange } from '../refs.js';
import type { GroupKey, Peer, Rule, RuleProblem, RuleSide, Traffic } from '../rule.js';
import { rangePeer } from '../rule-parts.js';
import { blocksOf, flagOf, idOf, integerOf, isMarked, known, textOf } from '../value.js';

/**
 * `compute_secgroup_v2`: a group with its rules inside, ingress over IPv4 only. Rules change in place, additions
 * before removals, so each rule that both sides have stands all the time.
 */
export function readComputeRules(_context: Context, instance: Instance): readonly Rule[] {
  const before = sidesOf(instance, instance.before, idOf(instance.before) ?? instance.address);
  const afterKey = isReplaced(instance) ? instance.address : (idOf(instance.after) ?? instance.address);
  const after = sidesOf(instance, instance.after, afterKey);
  const rest = new Map(after.map((side) => [contentOf(side), side]));
  const rules: Rule[] = [];
  for (const side of before) {
    const twin = rest.get(contentOf(side));
    rest.delete(contentOf(side));
    rules.push(ruleOf(instance, side, twin));
  }
  for (const side of rest.values()) rules.push(ruleOf(instance, undefined, side));
  return rules;
}

function ruleOf(instance: Instance, before: RuleSide | undefined, after: RuleSide | undefined): Rule {
  const change =
    before === undefined
      ? 'created'
      : after === undefined
        ? 'destroyed'
        : isReplaced(instance)
          ? instance.actions[0] === 'create'
            ? 'created-then-destroyed'
            : 'destroyed-then-created'
          : 'stands';
  return {
    address: instance.address,
    actions: change === 'stands' ? ['no-op'] : instance.actions,
    change,
    before,
    after,
    drifted: undefined,
    api: 'nova',
    replaceAttributes: instance.replaceAttributes,
  };
}

/** Everything but the group: a replaced group has the same rules under another id. */
function contentOf({ traffic, peer }: RuleSide): string {
  return JSON.stringify([traffic, peer], (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
}

function sidesOf(instance: Instance, side: Side | undefined, group: GroupKey): readonly RuleSide[] {
  if (side === undefined) return [];
  const rules = blocksOf(side, 'rule');
  if (rules.kind === 'unset') return [];
  if (rules.kind === 'unknown') return [unknownSide(instance, group)];
  return rules.value.map((rule) => sideOf(instance, rule, group));
}

function base(group: GroupKey): Pick<RuleSide, 'group' | 'direction' | 'family' | 'action' | 'priority'> {
  return {
    group: { kind: 'group', key: group },
    direction: 'ingress',
    family: 'IPv4',
    action: 'allow',
    priority: { kind: 'undocumented' },
  };
}

function unknownSide(instance: Instance, group: GroupKey): RuleSide {
  const range = unknownRange(`${instance.address}.rule`);
  return { ...base(group), traffic: 'unknown', peer: { kind: 'range', range }, problems: [] };
}

function sideOf(instance: Instance, rule: Side, group: GroupKey): RuleSide {
  const problems: RuleProblem[] = [];
  const isSensitive = ['ip_protocol', 'from_port', 'to_port'].some((name) => isMarked(rule.sensitive, name));
  return {
    ...base(group),
    traffic: trafficOf(rule, problems),
    peer: peerOf(instance, rule, group),
    problems,
    ...(isSensitive && { isTrafficSensitive: true }),
  };
}

function trafficOf(rule: Side, problems: RuleProblem[]): Traffic | 'unknown' {
  const protocol = textOf(rule, 'ip_protocol');
  const from = integerOf(rule, 'from_port');
  const to = integerOf(rule, 'to_port');
  if (protocol.kind === 'unknown' || from.kind === 'unknown' || to.kind === 'unknown') return 'unknown';
  const reading = readProtocol((known(protocol) ?? '').toLowerCase(), 'v2');
  if (reading.kind !== 'number') {
    problems.push({
      kind: 'refused',
      what: 'Nova knows no such protocol; "all protocols" cannot be said here',
    });
    return { protocols: [ALL_PROTOCOLS], ports: [] };
  }
  const protocols = [{ lo: reading.number, hi: reading.number }];
  const [lo, hi] = [known(from) ?? 0, known(to) ?? 0];
  if (hasTypes(reading.number)) {
    if (lo < 0) return { protocols, ports: ALL_PORTS };
    return { protocols, ports: [{ lo: icmpSlot(lo, Math.max(hi, 0)), hi: icmpSlot(lo, hi < 0 ? 255 : hi) }] };
  }
  if (lo > hi) problems.push({ kind: 'refused', what: '`from_port` is above `to_port`' });
  return { protocols, ports: lo <= hi ? [{ lo, hi }] : [] };
}

function peerOf(instance: Instance, rule: Side, group: GroupKey): Peer {
  const own = flagOf(rule, 'self');
  if (own.kind === 'known' && own.value)
    return { kind: 'group', group: { kind: 'group', key: group }, isSensitive: false };
  const from = textOf(rule, 'from_group_id');
  if (from.kind === 'known') {
    return { kind: 'group', group: { kind: 'group', key: from.value }, isSensitive: from.isSensitive };
  }
  const cidr = textOf(rule, 'cidr');
  const parsed = cidr.kind === 'known' ? parseCidr(cidr.value) : undefined;
  if (parsed !== undefined) return rangePeer(parsed.peers, cidr.kind === 'known' && cidr.isSensitive);
  return { kind: 'range', range: unknownRange(`${instance.address}.rule`) };
}
