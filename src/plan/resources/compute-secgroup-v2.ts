import { parseCidr } from '../../net/address.js';
import { canonical, NUMBERS, single } from '../../net/interval.js';
import { hasTypes, ICMP, icmpSlot, LAST_PORT, TCP, UDP } from '../../net/protocol.js';
import { ALL_PORTS } from '../../net/region.js';
import type { Side } from '../document/document.js';
import { type Instance, isReplaced } from '../instance.js';
import { readProtocol } from './protocol-names.js';
import { unknownRange } from '../references/refs.js';
import {
  ALL_TRAFFIC,
  type GroupKey,
  type GroupRef,
  groupRef,
  type Peer,
  type Rule,
  type RuleSide,
  someTraffic,
  type Traffic,
  UNDOCUMENTED,
  unknownGroupRef,
} from '../rule.js';
import { behind, type RulePart, problemsOf, refused, sound } from '../rule-problem.js';
import { changeBetween, portsWithin, rangePeer } from './rule-parts.js';
import { isMarked } from '../document/marks.js';
import {
  type Value,
  blocksAt,
  flagAt,
  idOf,
  ifKnown,
  integerAt,
  knownText,
  rawAt,
  textAt,
} from '../value.js';

/**
 * `compute_secgroup_v2`: a group with its rules inside, ingress only. Rules change in place, additions before
 * removals, so each rule that both sides have stands all the time.
 */
export function readComputeRules(instance: Instance): readonly Rule[] {
  const { address } = instance;
  const oldKey = idOf(instance.before) ?? address;
  const newKey = isReplaced(instance) ? address : (idOf(instance.after) ?? address);
  const before = rulesWithin(instance.before);
  const after = rulesWithin(instance.after);
  const drifted = rulesWithin(instance.drifted);
  const old = (rule: Side | undefined): RuleSide | undefined =>
    rule === undefined ? undefined : readEntry(rule, { address, group: oldKey, isNew: false });
  const rules: Rule[] = [];
  for (const hash of new Set([...before.keys(), ...after.keys(), ...drifted.keys()])) {
    const [was, will, last] = [before.get(hash), after.get(hash), drifted.get(hash)];
    const isNew = was === undefined || isReplaced(instance);
    const change = changeBetween(instance, was, will);
    rules.push({
      address,
      actions: change === 'stands' || change === 'drifted-away' ? ['no-op'] : instance.actions,
      change,
      before: old(was),
      after: will === undefined ? undefined : readEntry(will, { address, group: newKey, isNew }),
      drifted: was === undefined ? old(last) : undefined,
      id: idOf(was),
      api: 'nova',
      isDeposed: instance.isUnconfigured && instance.actions.includes('delete'),
      replaceAttributes: instance.replaceAttributes,
    });
  }
  return rules;
}

const ATTRIBUTES = ['from_port', 'to_port', 'ip_protocol', 'cidr', 'from_group_id', 'self'] as const;

/** A set of rules that the plan does not know: `rule` itself is unknown, as one made by `dynamic` may be. */
const UNKNOWN_RULES: Side = { values: {}, unknown: true, sensitive: undefined };

/** The rules of one side, by what the provider tells them apart by; that leaves out their ids. */
function rulesWithin(side: Side | undefined): ReadonlyMap<string, Side> {
  const rules = side === undefined ? undefined : blocksAt(side, 'rule');
  if (rules === undefined || rules.kind === 'unset') return new Map();
  if (rules.kind === 'unknown') return new Map([['unknown', UNKNOWN_RULES]]);
  return new Map(rules.value.map((rule, i) => [hashOf(rule, i), rule]));
}

function hashOf(rule: Side, place: number): string {
  const values = ATTRIBUTES.map((attribute) => rawAt(rule, attribute));
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

function readEntry(rule: Side, where: In): RuleSide {
  const isSensitive = ['ip_protocol', 'from_port', 'to_port'].some((name) => isMarked(rule.sensitive, name));
  const cidr = knownText(rule, 'cidr');
  const traffic = novaTraffic(rule);
  const peer = novaPeer(rule, where);
  const problems = problemsOf([traffic, peer]);
  const side: RuleSide = {
    group: groupRef(where.group),
    direction: 'ingress',
    family: (cidr === undefined ? undefined : parseCidr(cidr)?.family) ?? 'IPv4',
    action: 'allow',
    priority: UNDOCUMENTED,
    traffic: traffic.value,
    peer: peer.value,
    problems,
    ...(isSensitive && { isTrafficSensitive: true }),
  };
  if (where.isNew || problems.length === 0) return side;
  // It is there, so it was accepted: "all protocols" reads as none; of anything else we cannot tell what it matches.
  const isForAll = rawAt(rule, 'ip_protocol').kind === 'unset';
  return { ...side, traffic: isForAll ? ALL_TRAFFIC : someTraffic(traffic.value), problems: [] };
}

const NO_PORTS: Traffic['ports'] = [];

/** All others are refused. */
const NOVA_PROTOCOLS = canonical(NUMBERS, [ICMP, TCP, UDP].map(single));

function novaTraffic(rule: Side): RulePart<Traffic> {
  const protocol = textAt(rule, 'ip_protocol');
  const from = integerAt(rule, 'from_port');
  const to = integerAt(rule, 'to_port');
  if (protocol.kind === 'unknown') {
    return sound(someTraffic({ protocols: NOVA_PROTOCOLS }, portsWithin(ifKnown(from), ifKnown(to))));
  }
  const name = ifKnown(protocol)?.toLowerCase();
  const reading =
    name !== undefined && ['tcp', 'udp', 'icmp'].includes(name) ? readProtocol(name, 'v2') : undefined;
  if (reading?.kind !== 'number') {
    return refused(ALL_TRAFFIC, { id: 'nova-protocol' });
  }
  const { protocols } = reading;
  const areTypes = hasTypes(reading.number);
  if (from.kind === 'unknown' || to.kind === 'unknown') {
    return sound(someTraffic({ protocols }, areTypes ? ALL_PORTS : portsWithin(ifKnown(from), ifKnown(to))));
  }
  const [lo, hi] = [ifKnown(from) ?? 0, ifKnown(to) ?? 0];
  const { value, problems } = areTypes ? novaTypes(lo, hi) : novaPorts(lo, hi);
  return { value: { protocols, ports: value }, problems };
}

function novaPorts(lo: number, hi: number): RulePart<Traffic['ports']> {
  if (lo === 0 && (hi === 0 || hi === LAST_PORT)) return sound(ALL_PORTS);
  if (lo >= 0 && lo <= hi && hi <= LAST_PORT) return sound([{ lo, hi }]);
  return refused(
    NO_PORTS,
    lo > hi ? { id: 'min-above-max', min: 'from_port', max: 'to_port' } : { id: 'ports-outside' },
  );
}

/** ICMP: `from_port` is the type and `to_port` the code; -1 is any. */
function novaTypes(type: number, code: number): RulePart<Traffic['ports']> {
  if (type < -1 || type > 255 || code < -1 || code > 255) {
    return refused(NO_PORTS, { id: 'icmp-outside', lowest: -1 });
  }
  if (type === -1) return sound(ALL_PORTS);
  return sound([{ lo: icmpSlot(type, Math.max(code, 0)), hi: icmpSlot(type, code === -1 ? 255 : code) }]);
}

function novaPeer(rule: Side, where: In): RulePart<Peer> {
  const isOwn = ifKnown(flagAt(rule, 'self')) === true;
  const named = [isOwn, ...['from_group_id', 'cidr'].map((name) => textAt(rule, name).kind === 'known')];
  const peer = isOwn ? sound(groupPeer(groupRef(where.group))) : otherPeer(rule, where);
  const isOne = named.filter((isNamed) => isNamed).length < 2;
  return isOne ? peer : behind(refused(undefined, { id: 'two-peers' }), peer);
}

function otherPeer(rule: Side, { address }: In): RulePart<Peer> {
  const from = textAt(rule, 'from_group_id');
  const cidr = textAt(rule, 'cidr');
  if (from.kind === 'known') return sound(groupPeer(groupRef(from.value), from.isSensitive));
  if (from.kind === 'unknown' && cidr.kind === 'unset') {
    const why = 'the plan does not keep which group its rule refers to';
    return sound(groupPeer(unknownGroupRef(why)));
  }
  const unknown: Peer = { kind: 'range', range: unknownRange(`${address}.rule`) };
  if (cidr.kind !== 'known') return sound(unknown);
  const parsed = parseCidr(cidr.value);
  if (parsed !== undefined) return sound(rangePeer(parsed.peers, cidr.isSensitive));
  return cidr.isSensitive ? sound(unknown) : refused(unknown, { id: 'no-cidr', attribute: 'cidr' });
}

function groupPeer(group: GroupRef, isSensitive = false): Peer {
  return { kind: 'group', group, isSensitive };
}
