import type { PlainFlaw, RuleFlaw } from '../../plan/rule-problem.js';

/** A flaw as a sentence part: "the direction is neither `ingress` nor `egress`". Within report/words alone. */
export function flawWords(flaw: RuleFlaw): string {
  if (flaw.id === 'no-cidr') return `its \`${flaw.attribute}\` is no CIDR`;
  if (flaw.id === 'peer-family') return `its \`remote_ip_prefix\` is ${flaw.peer}, the rule is ${flaw.rule}`;
  if (flaw.id === 'protocol-family') return `its protocol does not go with ${flaw.rule}`;
  if (flaw.id === 'min-above-max') return `\`${flaw.min}\` is above \`${flaw.max}\``;
  if (flaw.id === 'icmp-outside') return `its ICMP type or code is not within ${flaw.lowest} to 255`;
  return FLAWS[flaw.id];
}

const NAME_DROPPED = 'the provider knows its protocol name in lower case only, or not at all, and drops it';

const FLAWS: Readonly<Record<PlainFlaw, string>> = {
  direction: 'the direction is neither `ingress` nor `egress`',
  family: 'the address family is neither `IPv4` nor `IPv6`',
  action: 'its action is neither `allow` nor `deny`',
  priority: 'its priority is not within 1 to 100',
  'two-peers': 'it names two peers, and the API takes one',
  'host-bits':
    'its `remote_ip_prefix` has bits set below the prefix length; the network of that length counts',
  'max-without-min': 'it has `port_range_max` without `port_range_min`',
  'min-without-max': 'it has `port_range_min` without `port_range_max`',
  'ports-outside': 'its ports are not within 1 to 65535',
  'ports-without-protocol': 'it has ports but no protocol',
  'ports-dropped': 'it has ports but no protocol: the provider sends neither, so the rule is for everything',
  'protocol-number': 'its protocol number is not within 0 to 255',
  'protocol-name': 'its protocol is none that the API knows',
  'name-dropped': `${NAME_DROPPED}, so the rule is for every protocol`,
  'name-dropped-beside-ports': `${NAME_DROPPED}, so it sends ports without a protocol, which the API refuses`,
  'nova-protocol': 'Nova knows `tcp`, `udp` and `icmp` alone; "all protocols" cannot be said here',
  'icmp-without-ports':
    'ICMP without ports becomes echo replies alone: echo requests (ping) and all other ICMP stay out',
  'multi-port': '`multi_port` is no port, range or list of them',
};

/** How to write it instead, as a sentence. Within report/words alone. */
export function repairWords(flaw: RuleFlaw): string {
  if (flaw.id === 'no-cidr')
    return `Write \`${flaw.attribute}\` as an address with a prefix length, like \`192.168.0.0/16\`.`;
  if (flaw.id === 'peer-family')
    return `Make it a rule for ${flaw.peer}, or give it a \`remote_ip_prefix\` of ${flaw.rule}.`;
  if (flaw.id === 'protocol-family') return 'Write `icmp` in a rule for IPv4, and `icmpv6` in one for IPv6.';
  if (flaw.id === 'min-above-max') return `Write the smaller number as \`${flaw.min}\`.`;
  if (flaw.id === 'icmp-outside')
    return 'Write a type and a code that ICMP has: 8 and 0 for echo requests (ping), 0 and 255 for all of it.';
  return REPAIRS[flaw.id];
}

const BOTH_PORTS = 'Write both `port_range_min` and `port_range_max`; the same number twice is one port.';
const NAME_PROTOCOL = 'Name the protocol, `tcp` or `udp`, or leave the ports out if every protocol is meant.';
const LOWER_CASE = 'Write the protocol in lower case (`tcp`, `udp`, `icmp`), or as a number from 0 to 255.';

const REPAIRS: Readonly<Record<PlainFlaw, string>> = {
  direction: 'Write `ingress` or `egress`.',
  family: 'Write `IPv4` or `IPv6`.',
  action: 'Write `allow` or `deny`.',
  priority: 'Write a priority from 1, which wins, to 100.',
  'two-peers': 'Keep one of the two peers; where both are meant, make two rules.',
  'host-bits':
    'Write the first address of the network; if one address alone is meant, with `/32` (IPv6: `/128`).',
  'max-without-min': BOTH_PORTS,
  'min-without-max': BOTH_PORTS,
  'ports-outside': 'Write ports from 1 to 65535; leave them out if every port is meant.',
  'ports-without-protocol': NAME_PROTOCOL,
  'ports-dropped': NAME_PROTOCOL,
  'protocol-number': 'Write a name, or a number from 0 to 255.',
  'protocol-name': LOWER_CASE,
  'name-dropped': LOWER_CASE,
  'name-dropped-beside-ports': LOWER_CASE,
  'nova-protocol': 'Write a rule for each of `tcp`, `udp` and `icmp`, or make the rule by the v2 or v3 API.',
  'icmp-without-ports':
    'Write `port_range_min = 8` and `port_range_max = 0` for echo requests (ping), 0 and 255 for all of ICMP.',
  'multi-port': 'Write one port (`80`), one range (`1-30`) or a list of ports (`22,3389`).',
};
