import { canonical, NUMBERS } from '../../net/interval.js';
import { ALL_PORTS } from '../../net/region.js';
import { hasPorts, hasTypes, ICMP, ICMPV6, LAST_PORT } from '../../net/protocol.js';
import type { EtherType } from '../../net/address.js';
import type { Instance } from '../instance.js';
import { type ProtocolNumber, readProtocol } from './protocol-names.js';
import { type At, type Context, settle, settledText } from '../references/refs.js';
import { ALL_TRAFFIC, type Priority, type Rule, type RuleSide, someTraffic, type Traffic } from '../rule.js';
import { directionAt, familyAt, ownerOf, peerOf, readRule, wordOf } from './rule-parts.js';
import { integerAt, type Value } from '../value.js';
import { behind, type RulePart, problemsOf, refused, sound } from '../rule-problem.js';
import { addressGroupPeer } from './vpc-ip-address-group-v3.js';

/** `vpc_secgroup_rule_v3`: an allow or deny rule with a priority and a list of ports. */
export function readRuleV3(context: Context, instance: Instance): Rule {
  return readRule(context, instance, 'v3', readSideV3);
}

function readSideV3(at: At): RuleSide {
  const direction = directionAt(at);
  const family = familyAt(at, 'ether_type');
  const traffic = trafficV3(at, family.value);
  const peer = peerOf(at, family.value, addressGroupPeer);
  const flaw = { id: 'action' } as const;
  const action = wordOf(at, { attribute: 'action', words: ['allow', 'deny'], unset: 'allow', flaw });
  const priority = priorityOf(at);
  return {
    group: ownerOf(at),
    direction: direction.value,
    family: family.value,
    traffic: traffic.value,
    peer: peer.value,
    action: action.value,
    priority: priority.value,
    problems: problemsOf([direction, family, traffic, peer, action, priority]),
  };
}

/** Left out, or 0, which the provider does not send: 1, the highest. */
function priorityOf(at: At): RulePart<Priority> {
  const value = settle(at, 'priority', integerAt(at.side, 'priority'));
  if (value.kind === 'unknown') return sound({ kind: 'unknown' });
  if (value.kind === 'unset' || value.value === 0) return sound({ kind: 'known', value: 1 });
  const priority: Priority = { kind: 'known', value: value.value };
  return value.value < 1 || value.value > 100 ? refused(priority, { id: 'priority' }) : sound(priority);
}

function trafficV3(at: At, family: EtherType | 'unknown'): RulePart<Traffic> {
  const protocol = settledText(at, 'protocol');
  const ports = settledText(at, 'multi_port');
  // Ports without a protocol are refused, so there is one if there are any.
  if (protocol.kind === 'unknown') {
    const list = ports.kind === 'known' ? portListOf(ports.value) : undefined;
    return sound(someTraffic(ALL_TRAFFIC, list));
  }
  if (protocol.kind === 'unset') {
    if (ports.kind === 'unknown') return sound(someTraffic());
    return ports.kind === 'known'
      ? refused(ALL_TRAFFIC, { id: 'ports-without-protocol' })
      : sound(ALL_TRAFFIC);
  }
  const reading = readProtocol(protocol.value, 'v3');
  if (reading.kind !== 'number') return refused(someTraffic(), { id: 'protocol-name' });
  const { number } = reading;
  const isOther = (number === ICMP && family === 'IPv6') || (number === ICMPV6 && family === 'IPv4');
  const traffic = portsOfProtocol(reading, ports);
  return isOther ? behind(refused(undefined, { id: 'protocol-family', rule: family }), traffic) : traffic;
}

function portsOfProtocol({ number, protocols }: ProtocolNumber, ports: Value<string>): RulePart<Traffic> {
  const isForAll = !hasPorts(number) && !hasTypes(number);
  if (ports.kind === 'unset' || isForAll) return sound({ protocols, ports: ALL_PORTS });
  // How a type and code are written here is documented nowhere.
  if (ports.kind === 'unknown' || hasTypes(number)) return sound(someTraffic({ protocols }));
  const list = portListOf(ports.value);
  return list === undefined
    ? refused(someTraffic({ protocols }), { id: 'multi-port' })
    : sound({ protocols, ports: list });
}

/** `80`, `1-30`, `22,3389,80`, and lists with ranges in them. Undefined when it is none of these. */
export function portListOf(text: string): Traffic['ports'] | undefined {
  const ranges: { lo: number; hi: number }[] = [];
  for (const part of text.split(',')) {
    const match = /^\s*(\d{1,5})\s*(?:-\s*(\d{1,5})\s*)?$/.exec(part);
    if (match === null) return undefined;
    const lo = Number(match[1]);
    const hi = match[2] === undefined ? lo : Number(match[2]);
    if (lo > hi || hi > LAST_PORT) return undefined;
    ranges.push({ lo, hi });
  }
  return canonical(NUMBERS, ranges);
}
