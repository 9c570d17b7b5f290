import { protocolNamed, portsNamed } from '../config/packets.js';
import { hasTypes, icmpSlot, PROTOCOL_NUMBERS } from '../net/protocol.js';
import { single } from '../net/interval.js';
import { ALL_PORTS } from '../net/region.js';
import type { Traffic } from '../plan/rule.js';
import { err, ok, type Result } from '../result.js';

/** How packets are asked for, for people. */
export const TRAFFIC_FORM = 'tcp/10250, udp/53, tcp/30000-32767, icmp/8:0, tcp, all';

/**
 * Reads `tcp/10250`, `tcp/30000-32767`, `udp`, `icmp/8:0` (type and code), `icmp/3` (every code of the type), `icmpv6`,
 * a protocol number or `all`. The error goes after a subject: "has no good ports".
 */
export function trafficNamed(text: string): Result<Traffic, string> {
  const [name = '', ports, ...rest] = text.toLowerCase().split('/');
  if (rest.length > 0) return err(`must be like ${TRAFFIC_FORM}`);
  const protocol = name === 'icmpv6' ? single(PROTOCOL_NUMBERS.icmpv6) : protocolNamed(name);
  if (protocol === undefined) return err(`names no protocol; write it like ${TRAFFIC_FORM}`);
  if (ports === undefined) return ok({ protocols: [protocol], ports: ALL_PORTS });
  const read =
    protocol.lo === protocol.hi && hasTypes(protocol.lo) ? typesNamed(ports) : portsNamed(protocol, ports);
  return read.ok ? ok({ protocols: [protocol], ports: read.value }) : read;
}

const LAST_TYPE = 255;

function typesNamed(text: string): Result<Traffic['ports'], string> {
  const [, type = '', code] = /^(\d{1,3})(?::(\d{1,3}))?$/.exec(text) ?? [];
  const [lo, hi] = code === undefined ? [0, LAST_TYPE] : [Number(code), Number(code)];
  if (type === '' || Number(type) > LAST_TYPE || hi > LAST_TYPE) {
    return err('has no good type and code; write them like icmp/8:0, or icmp/3 for every code');
  }
  return ok([{ lo: icmpSlot(Number(type), lo), hi: icmpSlot(Number(type), hi) }]);
}
