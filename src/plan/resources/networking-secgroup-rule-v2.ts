import { ALL_PORTS, ALL_PROTOCOLS } from '../../net/region.js';
import { hasPorts, hasTypes, icmpSlot, LAST_PORT } from '../../net/protocol.js';
import type { Instance } from '../instance.js';
import { readProtocol } from './protocol-names.js';
import { type At, type Context, settle } from '../references/refs.js';
import type { Rule, RuleProblem, RuleSide, Traffic } from '../rule.js';
import { directionOf, familyOf, ownerOf, peerOf, ruleOf } from './rule-parts.js';
import { integerOf, textOf } from '../value.js';

/** `networking_secgroup_rule_v2`: one allow rule of the v2 API. Every argument forces a replacement. */
export function readRuleV2(context: Context, instance: Instance): Rule {
  return ruleOf(context, instance, 'v2', readSide);
}

function readSide(at: At): RuleSide {
  const problems: RuleProblem[] = [];
  const direction = directionOf(at, problems);
  const family = familyOf(at, 'ethertype', problems);
  const traffic = trafficOf(at, problems);
  return {
    group: ownerOf(at),
    direction,
    family,
    traffic,
    peer: peerOf(at, family, problems),
    action: 'allow',
    priority: { kind: 'undocumented' },
    problems,
  };
}

const ALL: Traffic = { protocols: [ALL_PROTOCOLS], ports: ALL_PORTS };

/**
 * Protocol and ports as the provider sends them: an unknown protocol name becomes "no protocol" while the ports are
 * still sent; with a protocol both ports are always sent, a missing one as 0 (reference: provider since 2023-05).
 * Only of the name `icmp` does 0 and 255 mean all types; of a number, or of `ipv6-icmp`, it is type 0 and code 255.
 * What is there under such a name without types reads like echo replies alone: that cannot be told apart.
 */
function trafficOf(at: At, problems: RuleProblem[]): Traffic | 'unknown' {
  const protocol = settle(at, 'protocol', textOf(at.side, 'protocol'));
  const min = settle(at, 'port_range_min', integerOf(at.side, 'port_range_min'));
  const max = settle(at, 'port_range_max', integerOf(at.side, 'port_range_max'));
  if (protocol.kind === 'unknown' || min.kind === 'unknown' || max.kind === 'unknown') return 'unknown';
  const ports = { min: min.kind === 'known' ? min.value : 0, max: max.kind === 'known' ? max.value : 0 };
  if (min.kind === 'unset' && max.kind === 'known' && max.value !== 0 && at.isNew) {
    problems.push({ kind: 'refused', what: 'it has `port_range_max` without `port_range_min`' });
  }
  const hasRange = ports.min !== 0 || ports.max !== 0;
  if (protocol.kind === 'unset') {
    if (hasRange) {
      problems.push({
        kind: 'changed',
        what: 'it has ports but no protocol: the provider sends neither, so the rule is for everything',
      });
    }
    return ALL;
  }
  const reading = readProtocol(protocol.value, 'v2');
  if (reading.kind === 'out-of-range') {
    problems.push({ kind: 'refused', what: 'its protocol number is not within 0 to 255' });
    return 'unknown';
  }
  if (reading.kind === 'no-name') {
    problems.push(
      hasRange
        ? { kind: 'refused', what: `${NO_NAME}, so it sends ports without a protocol, which the API refuses` }
        : { kind: 'changed', what: `${NO_NAME}, so the rule is for every protocol` },
    );
    return ALL;
  }
  const protocols = [{ lo: reading.number, hi: reading.number }];
  if (hasPorts(reading.number)) return { protocols, ports: portsOf(ports, problems) };
  if (!hasTypes(reading.number)) return { protocols, ports: ALL_PORTS };
  if (protocol.value === 'icmp' && ports.min === 0 && ports.max === 255)
    return { protocols, ports: ALL_PORTS };
  if (!at.isNew && protocol.value !== 'icmp' && !hasRange) return 'unknown';
  if (min.kind === 'unset' && max.kind === 'unset' && at.isNew) {
    problems.push({
      kind: 'changed',
      what: 'ICMP without ports becomes type 0, code 0: echo replies alone. All ICMP is `icmp` with 0 and 255',
    });
  }
  return { protocols, ports: typesOf(ports, problems) };
}

const NO_NAME = 'the provider knows its protocol name in lower case only, or not at all, and drops it';

function portsOf({ min, max }: Range, problems: RuleProblem[]): Traffic['ports'] {
  if (min === 0 && (max === 0 || max === LAST_PORT)) return ALL_PORTS;
  const flaw =
    min < 0 || max < 0 || min > LAST_PORT || max > LAST_PORT
      ? 'its ports are not within 1 to 65535'
      : max === 0
        ? 'it has `port_range_min` without `port_range_max`'
        : min > max
          ? '`port_range_min` is above `port_range_max`'
          : undefined;
  if (flaw === undefined) return [{ lo: min, hi: max }];
  problems.push({ kind: 'refused', what: flaw });
  return [];
}

interface Range {
  readonly min: number;
  readonly max: number;
}

/** ICMP: `port_range_min` is the type and `port_range_max` the code. */
function typesOf({ min, max }: Range, problems: RuleProblem[]): Traffic['ports'] {
  if (min < 0 || min > 255 || max < 0 || max > 255) {
    problems.push({ kind: 'refused', what: 'its ICMP type or code is not within 0 to 255' });
    return [];
  }
  return [{ lo: icmpSlot(min, max), hi: icmpSlot(min, max) }];
}
