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
    'ICMP without ports becomes type 0, code 0: echo replies alone. All ICMP is `icmp` with 0 and 255',
  'multi-port': '`multi_port` is no port, range or list of them',
};
