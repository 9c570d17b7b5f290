import { single } from '../../net/interval.js';
import { ALL_PORTS } from '../../net/region.js';
import { hasPorts, hasTypes, icmpSlot, LAST_PORT } from '../../net/protocol.js';
import type { Instance } from '../instance.js';
import { readProtocol } from './protocol-names.js';
import { type At, type Context, settle, settledText } from '../references/refs.js';
import { ALL_TRAFFIC, type Rule, type RuleSide, someTraffic, type Traffic, UNDOCUMENTED } from '../rule.js';
import { directionAt, familyAt, ownerOf, peerOf, portsWithin, readRule } from './rule-parts.js';
import { type Value, ifKnown, integerAt } from '../value.js';
import { behind, rewritten, type RulePart, problemsOf, refused, sound } from '../rule-problem.js';

/** `networking_secgroup_rule_v2`: one allow rule of the v2 API. Every argument forces a replacement. */
export function readRuleV2(context: Context, instance: Instance): Rule {
  return readRule(context, instance, 'v2', readSideV2);
}

function readSideV2(at: At): RuleSide {
  const direction = directionAt(at);
  const family = familyAt(at, 'ethertype');
  const traffic = trafficV2(at);
  const peer = peerOf(at, family.value);
  return {
    group: ownerOf(at),
    direction: direction.value,
    family: family.value,
    traffic: traffic.value,
    peer: peer.value,
    action: 'allow',
    priority: UNDOCUMENTED,
    problems: problemsOf([direction, family, traffic, peer]),
  };
}

/**
 * Protocol and ports as the provider sends them: an unknown protocol name becomes "no protocol" while the ports are
 * still sent; with a protocol both ports are always sent, a missing one as 0 (reference: provider since 2023-05).
 * Only of the name `icmp` does 0 and 255 mean all types; of a number, or of `ipv6-icmp`, it is type 0 and code 255.
 * What is there under such a name without types reads like echo replies alone: that cannot be told apart.
 */
function trafficV2(at: At): RulePart<Traffic> {
  const protocol = settledText(at, 'protocol');
  const min = settle(at, 'port_range_min', integerAt(at.side, 'port_range_min'));
  const max = settle(at, 'port_range_max', integerAt(at.side, 'port_range_max'));
  // That it comes to nothing beside ports, nobody plans: the provider would drop the ports.
  if (protocol.kind === 'unknown')
    return sound(someTraffic(ALL_TRAFFIC, portsWithin(ifKnown(min), ifKnown(max))));
  if (min.kind === 'unknown' || max.kind === 'unknown') return trafficOfUnknownPorts(protocol, min, max);
  const ports = { min: ifKnown(min) ?? 0, max: ifKnown(max) ?? 0, areUnset: [min, max].every(isLeftOut) };
  const traffic = trafficOfProtocol(at, protocol, ports);
  return min.kind === 'unset' && ports.max !== 0 && at.isNew
    ? behind(refused(undefined, { id: 'max-without-min' }), traffic)
    : traffic;
}

/** One of the ports, or of ICMP type and code, is not known. */
function trafficOfUnknownPorts(
  protocol: Value<string>,
  min: Value<number>,
  max: Value<number>,
): RulePart<Traffic> {
  const name = ifKnown(protocol);
  if (name === undefined) return sound(ALL_TRAFFIC);
  const reading = readProtocol(name, 'v2');
  // A number is refused, whatever the ports are; with a name that is dropped the ports decide.
  if (reading.kind === 'out-of-range') return refused(someTraffic(), { id: 'protocol-number' });
  if (reading.kind === 'no-name') return sound(someTraffic());
  const { protocols } = reading;
  if (hasPorts(reading.number))
    return sound(someTraffic({ protocols }, portsWithin(ifKnown(min), ifKnown(max))));
  return sound(hasTypes(reading.number) ? someTraffic({ protocols }) : { protocols, ports: ALL_PORTS });
}

const isLeftOut = ({ kind }: Value<unknown>): boolean => kind === 'unset';

/** Ports as the provider sends them: a missing one as 0. */
interface SentPorts {
  readonly min: number;
  readonly max: number;
  readonly areUnset: boolean;
}

function trafficOfProtocol(at: At, protocol: Value<string>, ports: SentPorts): RulePart<Traffic> {
  const hasRange = ports.min !== 0 || ports.max !== 0;
  const name = ifKnown(protocol);
  if (name === undefined)
    return hasRange ? rewritten(ALL_TRAFFIC, { id: 'ports-dropped' }) : sound(ALL_TRAFFIC);
  const reading = readProtocol(name, 'v2');
  if (reading.kind === 'out-of-range') return refused(someTraffic(), { id: 'protocol-number' });
  if (reading.kind === 'no-name') {
    return hasRange
      ? refused(ALL_TRAFFIC, { id: 'name-dropped-beside-ports' })
      : rewritten(ALL_TRAFFIC, { id: 'name-dropped' });
  }
  const { protocols } = reading;
  const within = ({ value, problems }: RulePart<Traffic['ports']>): RulePart<Traffic> => ({
    value: { protocols, ports: value },
    problems,
  });
  if (hasPorts(reading.number)) return within(portsBetween(ports));
  if (!hasTypes(reading.number)) return within(sound(ALL_PORTS));
  if (name === 'icmp' && ports.min === 0 && ports.max === 255) return within(sound(ALL_PORTS));
  if (!at.isNew && name !== 'icmp' && !hasRange) return sound(someTraffic({ protocols }));
  const types = within(icmpTypes(ports));
  return ports.areUnset && at.isNew
    ? behind(rewritten(undefined, { id: 'icmp-without-ports' }), types)
    : types;
}

function portsBetween({ min, max }: SentPorts): RulePart<Traffic['ports']> {
  if (min === 0 && (max === 0 || max === LAST_PORT)) return sound(ALL_PORTS);
  if (min < 0 || max < 0 || min > LAST_PORT || max > LAST_PORT) return refused([], { id: 'ports-outside' });
  if (max === 0) return refused([], { id: 'min-without-max' });
  return min > max
    ? refused([], { id: 'min-above-max', min: 'port_range_min', max: 'port_range_max' })
    : sound([{ lo: min, hi: max }]);
}

/** ICMP: `port_range_min` is the type and `port_range_max` the code. */
function icmpTypes({ min, max }: SentPorts): RulePart<Traffic['ports']> {
  return min < 0 || min > 255 || max < 0 || max > 255
    ? refused([], { id: 'icmp-outside', lowest: 0 })
    : sound([single(icmpSlot(min, max))]);
}
