import { canonical, NUMBERS } from '../../net/interval.js';
import { ALL_PORTS, ALL_PROTOCOLS } from '../../net/region.js';
import { hasPorts, hasTypes, ICMP, ICMPV6, LAST_PORT } from '../../net/protocol.js';
import type { EtherType } from '../../net/address.js';
import type { Instance } from '../instance.js';
import { readProtocol } from './protocol-names.js';
import { type At, type Context, settle } from '../references/refs.js';
import type { Priority, Rule, RuleProblem, RuleSide, Traffic } from '../rule.js';
import { directionOf, familyOf, ownerOf, peerOf, ruleOf } from './rule-parts.js';
import { integerOf, textOf } from '../value.js';
import { addressGroupPeer } from './vpc-ip-address-group-v3.js';

/** `vpc_secgroup_rule_v3`: an allow or deny rule with a priority and a list of ports. */
export function readRuleV3(context: Context, instance: Instance): Rule {
  return ruleOf(context, instance, 'v3', readSide);
}

function readSide(at: At): RuleSide {
  const problems: RuleProblem[] = [];
  const direction = directionOf(at, problems);
  const family = familyOf(at, 'ether_type', problems);
  const traffic = trafficOf(at, family, problems);
  return {
    group: ownerOf(at),
    direction,
    family,
    traffic,
    peer: peerOf(at, family, problems, addressGroupPeer),
    action: actionOf(at, problems),
    priority: priorityOf(at, problems),
    problems,
  };
}

/** Left out: `allow`. */
function actionOf(at: At, problems: RuleProblem[]): RuleSide['action'] {
  const value = settle(at, 'action', textOf(at.side, 'action'));
  if (value.kind === 'unknown') return 'unknown';
  if (value.kind === 'unset' || value.value === 'allow') return 'allow';
  if (value.value === 'deny') return 'deny';
  problems.push({ kind: 'refused', what: 'its action is neither `allow` nor `deny`' });
  return 'unknown';
}

/** Left out, or 0, which the provider does not send: 1, the highest. */
function priorityOf(at: At, problems: RuleProblem[]): Priority {
  const value = settle(at, 'priority', integerOf(at.side, 'priority'));
  if (value.kind === 'unknown') return { kind: 'unknown' };
  if (value.kind === 'unset' || value.value === 0) return { kind: 'known', value: 1 };
  if (value.value < 1 || value.value > 100) {
    problems.push({ kind: 'refused', what: 'its priority is not within 1 to 100' });
  }
  return { kind: 'known', value: value.value };
}

function trafficOf(at: At, family: EtherType | 'unknown', problems: RuleProblem[]): Traffic | 'unknown' {
  const protocol = settle(at, 'protocol', textOf(at.side, 'protocol'));
  const ports = settle(at, 'multi_port', textOf(at.side, 'multi_port'));
  if (protocol.kind === 'unknown' || ports.kind === 'unknown') return 'unknown';
  if (protocol.kind === 'unset') {
    if (ports.kind === 'known') problems.push({ kind: 'refused', what: 'it has ports but no protocol' });
    return { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS };
  }
  const reading = readProtocol(protocol.value, 'v3');
  if (reading.kind !== 'number') {
    problems.push({ kind: 'refused', what: 'its protocol is none that the API knows' });
    return 'unknown';
  }
  if ((reading.number === ICMP && family === 'IPv6') || (reading.number === ICMPV6 && family === 'IPv4')) {
    problems.push({ kind: 'refused', what: `its protocol does not go with ${family}` });
  }
  const protocols = [{ lo: reading.number, hi: reading.number }];
  if (ports.kind === 'unset') return { protocols, ports: ALL_PORTS };
  // How a type and code are written here is documented nowhere.
  if (hasTypes(reading.number)) return 'unknown';
  if (!hasPorts(reading.number)) return { protocols, ports: ALL_PORTS };
  const list = portListOf(ports.value);
  if (list === undefined) {
    problems.push({ kind: 'refused', what: '`multi_port` is no port, range or list of them' });
    return 'unknown';
  }
  return { protocols, ports: list };
}

/** `80`, `1-30`, `22,3389,80`, and lists with ranges in them. Undefined when it is none of these. */
function portListOf(text: string): Traffic['ports'] | undefined {
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
