import type { IntervalSet } from '../../net/interval.js';
import { sameSets } from '../../net/interval.js';
import { firstPort, hasPorts, hasTypes, ICMP, LAST_PORT, protocolText } from '../../net/protocol.js';
import { ALL_PORTS, ALL_PROTOCOLS } from '../../net/region.js';
import type { RuleSide, Traffic } from '../../plan/rule.js';
import { type HclArgument, type NewBlock, type HclText, quoted } from '../../terraform/write-hcl.js';

/** The resource types that make rules, by their API. */
export const RULE_TYPES = {
  v2: 'opentelekomcloud_networking_secgroup_rule_v2',
  v3: 'opentelekomcloud_vpc_secgroup_rule_v3',
} as const;

/** A rule to be written down, and how HCL names its two ends. */
export interface RuleText {
  readonly label: string;
  readonly api: keyof typeof RULE_TYPES;
  readonly side: RuleSide;
  readonly group: HclText;
  /** A group or a CIDR; undefined: anybody. */
  readonly remote: HclText | undefined;
  readonly comments?: readonly string[];
}

/** The rule as a resource; undefined when the resource cannot say its protocol or ports. */
export function ruleResource({
  label,
  api,
  side,
  group,
  remote,
  comments = [],
}: RuleText): NewBlock | undefined {
  const { direction, family, priority, action } = side;
  const traffic = api === 'v2' ? argumentsOfV2(side.traffic) : argumentsOfV3(side.traffic);
  if (traffic === undefined || direction === 'unknown' || family === 'unknown') return undefined;
  const peer: HclArgument[] =
    remote === undefined
      ? []
      : [[side.peer.kind === 'group' ? 'remote_group_id' : 'remote_ip_prefix', remote]];
  const rank: HclArgument[] = [
    ['action', quoted(action)],
    ...(priority.kind === 'known' ? [['priority', String(priority.value)] as const] : []),
  ];
  const body: readonly HclArgument[] = [
    ['security_group_id', group],
    ['direction', quoted(direction)],
    [api === 'v2' ? 'ethertype' : 'ether_type', quoted(family)],
    ...traffic,
    ...peer,
    ...(api === 'v3' ? rank : []),
  ];
  return { keyword: 'resource', labels: [RULE_TYPES[api], label], body, comments };
}

/** Protocol and ports of one rule as the v2 API has them; of ICMP they are type and code. */
export interface WireTraffic {
  readonly protocol: string | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** The traffic as rules of the v2 API say it, one for each run of ports; undefined when it is no such rule. */
export function wireTraffic({ protocols, ports, isAtMost }: Traffic): readonly WireTraffic[] | undefined {
  const [only, ...others] = protocols;
  if (isAtMost === true || only === undefined || others.length > 0) return undefined;
  if (isEveryProtocol(protocols)) {
    return isEveryPort(ports) ? [{ protocol: null, min: null, max: null }] : undefined;
  }
  if (only.lo !== only.hi) return undefined;
  const protocol = only.lo === ICMP ? 'icmp' : hasPorts(only.lo) ? protocolText(only.lo) : String(only.lo);
  if (hasPorts(only.lo)) return ports.map(({ lo, hi }) => ({ protocol, min: Math.max(1, lo), max: hi }));
  if (!hasTypes(only.lo)) return [{ protocol, min: null, max: null }];
  // Of the name `icmp` alone, 0 and 255 are every type and code.
  if (isEveryPort(ports)) return only.lo === ICMP ? [{ protocol, min: 0, max: 255 }] : undefined;
  return ports.flatMap(({ lo, hi }) =>
    Array.from({ length: Math.min(hi - lo + 1, TYPE_LIMIT) }, (_, i) => ({
      ...{ protocol, min: Math.floor((lo + i) / 256), max: (lo + i) % 256 },
    })),
  );
}

/** Types and codes of ICMP that are told one by one. */
const TYPE_LIMIT = 16;

function isEveryProtocol(protocols: IntervalSet<number>): boolean {
  return sameSets(protocols, [ALL_PROTOCOLS]);
}

/** Port 0 is no packet of TCP or UDP. */
function isEveryPort(ports: IntervalSet<number>): boolean {
  const [only, ...others] = ports;
  return only !== undefined && others.length === 0 && only.lo <= 1 && only.hi === LAST_PORT;
}

function argumentsOfV2(traffic: Traffic): readonly HclArgument[] | undefined {
  const [only, ...others] = wireTraffic(traffic) ?? [];
  if (only === undefined || others.length > 0) return undefined;
  const { protocol, min, max } = only;
  return [
    ...(protocol === null ? [] : [['protocol', quoted(protocol)] as const]),
    ...(min === null ? [] : [['port_range_min', String(min)] as const]),
    ...(max === null ? [] : [['port_range_max', String(max)] as const]),
  ];
}

function argumentsOfV3({ protocols, ports, isAtMost }: Traffic): readonly HclArgument[] | undefined {
  const [only, ...others] = protocols;
  if (isAtMost === true || only === undefined || others.length > 0) return undefined;
  if (isEveryProtocol(protocols)) return isEveryPort(ports) ? [] : undefined;
  if (only.lo !== only.hi) return undefined;
  const protocol: HclArgument = ['protocol', quoted(protocolText(only.lo))];
  if (sameSets(ports, ALL_PORTS) || isEveryPort(ports)) return [protocol];
  const runs = portRuns({ protocols, ports });
  return runs === undefined ? undefined : [protocol, ['multi_port', quoted(runs.join(','))]];
}

/** The ports of one protocol as lists of ports say them; undefined of protocols without ports. */
function portRuns({ protocols, ports }: Traffic): readonly string[] | undefined {
  const [only, ...others] = protocols;
  // How a type and code are written in a list of ports is documented nowhere.
  if (only === undefined || others.length > 0 || only.lo !== only.hi || !hasPorts(only.lo)) return undefined;
  return ports.map(({ lo, hi }) =>
    lo === hi ? String(lo) : `${String(Math.max(lo, firstPort(only.lo)))}-${String(hi)}`,
  );
}

/** One range, or a list of single ports: the two forms that the API's page shows; undefined where it is neither. */
export function multiPort(traffic: Traffic): string | undefined {
  const runs = traffic.isAtMost === true ? undefined : portRuns(traffic);
  const isPlain = runs?.length === 1 || traffic.ports.every(({ lo, hi }) => lo === hi);
  return runs === undefined || runs.length === 0 || !isPlain ? undefined : runs.join(',');
}
