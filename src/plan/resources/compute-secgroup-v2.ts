import { parseCidr } from '../../net/address.js';
import { hasTypes, icmpSlot, LAST_PORT } from '../../net/protocol.js';
import { ALL_PORTS, ALL_PROTOCOLS } from '../../net/region.js';
import type { Instance, Side } from '../instance.js';
import { createsFirst, isReplaced } from '../instance.js';
import { readProtocol } from './protocol-names.js';
import { type Context, unknownRange } from '../references/refs.js';
import type { GroupKey, Peer, Rule, RuleChange, RuleProblem, RuleSide, Traffic } from '../rule.js';
import { rangePeer } from './rule-parts.js';
import { isMarked } from '../document/marks.js';
import { blocksOf, flagOf, idOf, integerOf, known, rawOf, textOf, type Value } from '../value.js';

/**
 * `compute_secgroup_v2`: a group with its rules inside, ingress only. Rules change in place, additions before
 * removals, so each rule that both sides have stands all the time.
 */
export function readComputeRules(_context: Context, instance: Instance): readonly Rule[] {
  const { address } = instance;
  const oldKey = idOf(instance.before) ?? address;
  const newKey = isReplaced(instance) ? address : (idOf(instance.after) ?? address);
  const before = entriesOf(instance.before);
  const after = entriesOf(instance.after);
  const drifted = entriesOf(instance.drifted);
  const old = (rule: Side | undefined): RuleSide | undefined =>
    rule === undefined ? undefined : sideOf(rule, { address, group: oldKey, isNew: false });
  const rules: Rule[] = [];
  for (const hash of new Set([...before.keys(), ...after.keys(), ...drifted.keys()])) {
    const [was, will, last] = [before.get(hash), after.get(hash), drifted.get(hash)];
    const isNew = was === undefined || isReplaced(instance);
    const change = changeOf(instance, was, will);
    rules.push({
      address,
      actions: change === 'stands' || change === 'drifted-away' ? ['no-op'] : instance.actions,
      change,
      before: old(was),
      after: will === undefined ? undefined : sideOf(will, { address, group: newKey, isNew }),
      drifted: was === undefined ? old(last) : undefined,
      api: 'nova',
      replaceAttributes: instance.replaceAttributes,
    });
  }
  return rules;
}

function changeOf(instance: Instance, before: Side | undefined, after: Side | undefined): RuleChange {
  if (before === undefined) return after === undefined ? 'drifted-away' : 'created';
  if (after === undefined) return 'destroyed';
  if (!isReplaced(instance)) return 'stands';
  return createsFirst(instance) ? 'created-then-destroyed' : 'destroyed-then-created';
}

const ATTRIBUTES = ['from_port', 'to_port', 'ip_protocol', 'cidr', 'from_group_id', 'self'] as const;

/** A set of rules that the plan does not know: `rule` itself is unknown, as one made by `dynamic` may be. */
const UNKNOWN_RULES: Side = { values: {}, unknown: true, sensitive: undefined };

/** The rules of one side, by what the provider tells them apart by; that leaves out their ids. */
function entriesOf(side: Side | undefined): ReadonlyMap<string, Side> {
  const rules = side === undefined ? undefined : blocksOf(side, 'rule');
  if (rules === undefined || rules.kind === 'unset') return new Map();
  if (rules.kind === 'unknown') return new Map([['unknown', UNKNOWN_RULES]]);
  return new Map(rules.value.map((rule, i) => [hashOf(rule, i), rule]));
}

function hashOf(rule: Side, place: number): string {
  const values = ATTRIBUTES.map((attribute) => rawOf(rule, attribute));
  if (values.some(({ kind }) => kind === 'unknown')) return `unknown ${String(place)}`;
  const primitive = (value: Value<unknown>): unknown =>
    value.kind !== 'known' || value.value === false ? '' : typeof value.value === 'object' ? {} : value.value;
  return JSON.stringify(values.map(primitive)).toLowerCase();
}

/** The group that a rule stands in, and whether the plan will make the rule. */
interface In {
  readonly address: string;
  readonly group: GroupKey;
  readonly isNew: boolean;
}

function sideOf(rule: Side, where: In): RuleSide {
  const problems: RuleProblem[] = [];
  const isSensitive = ['ip_protocol', 'from_port', 'to_port'].some((name) => isMarked(rule.sensitive, name));
  const cidr = known(textOf(rule, 'cidr'));
  const side: RuleSide = {
    group: { kind: 'group', key: where.group },
    direction: 'ingress',
    family: (cidr === undefined ? undefined : parseCidr(cidr)?.family) ?? 'IPv4',
    action: 'allow',
    priority: { kind: 'undocumented' },
    traffic: trafficOf(rule, problems),
    peer: peerOf(rule, where, problems),
    problems,
    ...(isSensitive && { isTrafficSensitive: true }),
  };
  if (where.isNew || problems.length === 0) return side;
  // It is there, so it was accepted: "all protocols" reads as none; of anything else we cannot tell what it matches.
  const isForAll = rawOf(rule, 'ip_protocol').kind === 'unset';
  return { ...side, traffic: isForAll ? ALL : 'unknown', problems: [] };
}

const ALL: Traffic = { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS };
const NO_PORTS: Traffic['ports'] = [];

function trafficOf(rule: Side, problems: RuleProblem[]): Traffic | 'unknown' {
  const protocol = textOf(rule, 'ip_protocol');
  const from = integerOf(rule, 'from_port');
  const to = integerOf(rule, 'to_port');
  if (protocol.kind === 'unknown' || from.kind === 'unknown' || to.kind === 'unknown') return 'unknown';
  const name = (known(protocol) ?? '').toLowerCase();
  const reading = readProtocol(name, 'v2');
  if (reading.kind !== 'number' || !['tcp', 'udp', 'icmp'].includes(name)) {
    const what = 'Nova knows `tcp`, `udp` and `icmp` alone; "all protocols" cannot be said here';
    problems.push({ kind: 'refused', what });
    return { protocols: [ALL_PROTOCOLS], ports: NO_PORTS };
  }
  const protocols = [{ lo: reading.number, hi: reading.number }];
  const [lo, hi] = [known(from) ?? 0, known(to) ?? 0];
  return {
    protocols,
    ports: hasTypes(reading.number) ? typesOf(lo, hi, problems) : portsOf(lo, hi, problems),
  };
}

function portsOf(lo: number, hi: number, problems: RuleProblem[]): Traffic['ports'] {
  if (lo === 0 && (hi === 0 || hi === LAST_PORT)) return ALL_PORTS;
  if (lo >= 0 && lo <= hi && hi <= LAST_PORT) return [{ lo, hi }];
  const what = lo > hi ? '`from_port` is above `to_port`' : 'its ports are not within 1 to 65535';
  problems.push({ kind: 'refused', what });
  return NO_PORTS;
}

/** ICMP: `from_port` is the type and `to_port` the code; -1 is any. */
function typesOf(type: number, code: number, problems: RuleProblem[]): Traffic['ports'] {
  if (type < -1 || type > 255 || code < -1 || code > 255) {
    problems.push({ kind: 'refused', what: 'its ICMP type or code is not within -1 to 255' });
    return NO_PORTS;
  }
  if (type === -1) return ALL_PORTS;
  return [{ lo: icmpSlot(type, Math.max(code, 0)), hi: icmpSlot(type, code === -1 ? 255 : code) }];
}

function peerOf(rule: Side, { address, group }: In, problems: RuleProblem[]): Peer {
  const own = flagOf(rule, 'self');
  const from = textOf(rule, 'from_group_id');
  const cidr = textOf(rule, 'cidr');
  const isOwn = own.kind === 'known' && own.value;
  const named = [isOwn, from.kind === 'known', cidr.kind === 'known'].filter((isNamed) => isNamed);
  if (named.length > 1) problems.push({ kind: 'refused', what: 'it names two peers, and the API takes one' });
  if (isOwn) return { kind: 'group', group: { kind: 'group', key: group }, isSensitive: false };
  if (from.kind === 'known') {
    return { kind: 'group', group: { kind: 'group', key: from.value }, isSensitive: from.isSensitive };
  }
  const parsed = cidr.kind === 'known' ? parseCidr(cidr.value) : undefined;
  if (parsed !== undefined) return rangePeer(parsed.peers, cidr.kind === 'known' && cidr.isSensitive);
  if (cidr.kind === 'known' && !cidr.isSensitive)
    problems.push({ kind: 'refused', what: 'its `cidr` is no CIDR' });
  if (from.kind === 'unknown' && cidr.kind === 'unset') {
    const why = 'the plan does not keep which group its rule refers to';
    return { kind: 'group', group: { kind: 'unknown', oneOf: [], why }, isSensitive: false };
  }
  return { kind: 'range', range: unknownRange(`${address}.rule`) };
}
