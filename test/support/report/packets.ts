/** Reads a report's lists of missing packets back: whether a packet is in them. */
import type { FindingJson } from '../../../src/format/json/schema.js';
import { cidrOf, type Packet } from '../oracle/rules.js';

const NAMES: Readonly<Record<string, number>> = { icmp: 1, tcp: 6, udp: 17, icmpv6: 58 };
const GROUPS: readonly string[] = [
  'worker node security group',
  'master node security group',
  'elastic network interface security group',
];

/** Whether the finding lists the packet. A group's name stands for all its members. */
export function isListed({ missing }: FindingJson, packet: Packet): boolean {
  return missing.some(
    ({ direction, protocol, ports, peers }) =>
      direction === packet.direction &&
      hasProtocol(protocol, packet.protocol) &&
      hasPort(ports, packet.port) &&
      peers.some((peer) => hasRemote(peer, packet.remote)),
  );
}

/** `all`, `all but icmp, tcp`, or a list of names, numbers and ranges. */
function hasProtocol(text: string, protocol: number): boolean {
  const isExcept = text.startsWith('all but ');
  const parts = text.replace('all but ', '').split(', ');
  const number = (part: string): number => NAMES[part] ?? Number(part);
  const isNamed = parts.some((part) => {
    const [from = '', to = from] = part.split('-');
    return part === 'all' || (number(from) <= protocol && protocol <= number(to));
  });
  return isNamed !== isExcept;
}

function hasPort(text: string, port: number): boolean {
  if (text === 'all') return true;
  const [from = '', to = from] = text.split('-');
  const slot = (part: string): number => {
    const [type = 0, code] = part.split('/').map(Number);
    return code === undefined ? type : type * 256 + code;
  };
  return slot(from) <= port && port <= slot(to);
}

function hasRemote(text: string, remote: number | string): boolean {
  if (GROUPS.includes(text) || text === remote) return true;
  const cidr = cidrOf(text);
  return cidr !== undefined && typeof remote === 'number' && cidr[0] <= remote && remote <= cidr[1];
}
