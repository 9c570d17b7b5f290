import type { RuleFlaw } from '../../plan/rule-problem.js';
import { unreachable } from '../../result.js';

const NAME_DROPPED = 'the provider knows its protocol name in lower case only, or not at all, and drops it';

/** A flaw as a sentence part: "the direction is neither `ingress` nor `egress`". Within report/words alone. */
export function flawWords(flaw: RuleFlaw): string {
  switch (flaw.id) {
    case 'direction':
      return 'the direction is neither `ingress` nor `egress`';
    case 'family':
      return 'the address family is neither `IPv4` nor `IPv6`';
    case 'action':
      return 'its action is neither `allow` nor `deny`';
    case 'priority':
      return 'its priority is not within 1 to 100';
    case 'two-peers':
      return 'it names two peers, and the API takes one';
    case 'no-cidr':
      return `its \`${flaw.attribute}\` is no CIDR`;
    case 'peer-family':
      return `its \`remote_ip_prefix\` is ${flaw.peer}, the rule is ${flaw.rule}`;
    case 'host-bits':
      return 'its `remote_ip_prefix` has bits set below the prefix length; the network of that length counts';
    case 'max-without-min':
      return 'it has `port_range_max` without `port_range_min`';
    case 'min-without-max':
      return 'it has `port_range_min` without `port_range_max`';
    case 'min-above-max':
      return `\`${flaw.min}\` is above \`${flaw.max}\``;
    case 'ports-outside':
      return 'its ports are not within 1 to 65535';
    case 'ports-without-protocol':
      return 'it has ports but no protocol';
    case 'ports-dropped':
      return 'it has ports but no protocol: the provider sends neither, so the rule is for everything';
    case 'protocol-number':
      return 'its protocol number is not within 0 to 255';
    case 'protocol-name':
      return 'its protocol is none that the API knows';
    case 'protocol-family':
      return `its protocol does not go with ${flaw.rule}`;
    case 'name-dropped':
      return `${NAME_DROPPED}, so the rule is for every protocol`;
    case 'name-dropped-beside-ports':
      return `${NAME_DROPPED}, so it sends ports without a protocol, which the API refuses`;
    case 'nova-protocol':
      return 'Nova knows `tcp`, `udp` and `icmp` alone; "all protocols" cannot be said here';
    case 'icmp-without-ports':
      return 'ICMP without ports becomes type 0, code 0: echo replies alone. All ICMP is `icmp` with 0 and 255';
    case 'icmp-outside':
      return `its ICMP type or code is not within ${flaw.lowest} to 255`;
    case 'multi-port':
      return '`multi_port` is no port, range or list of them';
    default:
      return unreachable(flaw);
  }
}
