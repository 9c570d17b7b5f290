/** The rows of the tables as rules of the world that tests build, and the same rules cut into several. */
import type { NetworkModel, Requirement } from '../../../src/model/requirement.js';
import { madeGroup, POD_CIDR, POD_SUBNET, SUBNET_CIDR, VPC_CIDR } from './cce-world.js';
import type { RuleSpec } from './group-rules.js';
import type { Ref } from './plan-builder.js';

/** Where the rules of rows go. */
export interface Place {
  readonly owner: Ref;
  readonly model: NetworkModel;
  readonly api?: 'v2' | 'v3';
}

/** What a row's peer is in the world: CIDRs, or a group and the CIDRs that its members have. */
function peersOf(row: Requirement, { owner, model }: Place): { cidrs: readonly string[]; group?: Ref } {
  const containers = model === 'eni' ? POD_SUBNET : POD_CIDR;
  switch (row.peer) {
    case 'any':
      return { cidrs: ['0.0.0.0/0'] };
    case 'vpc-cidr':
      return { cidrs: [VPC_CIDR] };
    case 'container-cidr':
    case 'container-subnet-cidr':
      return { cidrs: [containers] };
    case 'vpc-and-container-cidr':
      return { cidrs: [VPC_CIDR, containers] };
    case 'master-node-cidr':
      return { cidrs: [SUBNET_CIDR] };
    case 'dns-servers':
      return { cidrs: ['100.125.4.25/32', '100.125.129.199/32'] };
    case 'vpc-endpoint-service':
      return { cidrs: ['198.19.128.0/17'] };
    case 'internal-services':
      return { cidrs: ['100.125.0.0/16'] };
    case 'node-group':
      return { cidrs: [VPC_CIDR], group: owner };
    case 'control-group':
      return { cidrs: [SUBNET_CIDR], group: row.table === 1 ? madeGroup('control') : owner };
    case 'eni-group':
      return { cidrs: [containers], group: owner };
  }
}

/** The rules by which the row holds: one for each CIDR of its peer. */
export function rulesOfRow(row: Requirement, place: Place): readonly RuleSpec[] {
  const { cidrs, group } = peersOf(row, place);
  const base = withPorts(
    {
      api: place.api,
      group: place.owner,
      direction: row.direction,
      protocol: row.protocol === 'all' ? undefined : row.protocol,
    },
    portsOf(row),
  );
  return group === undefined ? cidrs.map((cidr) => ({ ...base, cidr })) : [{ ...base, peer: group }];
}

/** The rules by addresses with which a row that names a group holds just as well; undefined for other rows. */
export function rulesByMembers(row: Requirement, place: Place): readonly RuleSpec[] | undefined {
  const { cidrs, group } = peersOf(row, place);
  if (group === undefined) return undefined;
  return rulesOfRow(row, place).flatMap((spec) => cidrs.map((cidr) => ({ ...spec, peer: undefined, cidr })));
}

function portsOf({ protocol, ports }: Requirement): readonly [number, number] | undefined {
  if (protocol === 'all') return undefined;
  if (protocol === 'icmp') return [0, 255];
  return ports === 'all' ? [1, 65535] : [ports.from, ports.to];
}

/** ICMP types cannot be written in the v3 API: there, no ports are all of them. */
function withPorts(spec: RuleSpec, ports: readonly [number, number] | undefined): RuleSpec {
  if (ports === undefined) return spec;
  if (spec.api !== 'v3') return { ...spec, ports };
  const isIcmp = spec.protocol === 'icmp' || spec.protocol === '1' || spec.protocol === '58';
  return isIcmp ? spec : { ...spec, multiPort: `${String(ports[0])}-${String(ports[1])}` };
}

function rangeOf({ ports, multiPort }: RuleSpec): readonly [number, number] | undefined {
  const [from, to] = multiPort?.split('-').map(Number) ?? ports ?? [];
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** Two rules, one for the lower half of the ports. Undefined when the rule has one port, or none, or ICMP types. */
export function splitPorts(spec: RuleSpec): readonly [RuleSpec, RuleSpec] | undefined {
  const [from, to] = rangeOf(spec) ?? [0, 0];
  const isPort = ['tcp', 'udp', '6', '17'].includes(spec.protocol ?? '');
  if (!isPort || from >= to) return undefined;
  const middle = Math.floor((from + to) / 2);
  return [withPorts(spec, [from, middle]), withPorts(spec, [middle + 1, to])];
}

/** Two rules, one for each half of the CIDR. Undefined when the peer is a group or one address. */
export function splitCidr(spec: RuleSpec): readonly [RuleSpec, RuleSpec] | undefined {
  const { cidr, peer } = spec;
  if (peer !== undefined || (cidr !== undefined && typeof cidr !== 'string')) return undefined;
  const [address = '0.0.0.0', bits = '0'] = cidr?.split('/') ?? [];
  if (Number(bits) >= 32) return undefined;
  const length = Number(bits) + 1;
  const octets = address.split('.').map(Number);
  const upper = octets.map((octet, i) =>
    i === Math.floor((length - 1) / 8) ? octet + 2 ** (7 - ((length - 1) % 8)) : octet,
  );
  return [
    { ...spec, cidr: `${address}/${String(length)}` },
    { ...spec, cidr: `${upper.join('.')}/${String(length)}` },
  ];
}

/**
 * One rule for each of the 256 protocols. Undefined when the rule names one already. All types of ICMP are `icmp` with
 * 0 and 255; all types of ICMPv6 cannot be said in a rule for IPv4, so most of protocol 58 is left out.
 */
export function splitProtocols(spec: RuleSpec): readonly RuleSpec[] | undefined {
  if (spec.protocol !== undefined) return undefined;
  return Array.from({ length: 256 }, (_, number) => {
    const named = { ...spec, protocol: number === 1 ? 'icmp' : String(number) };
    if (number === 1) return withPorts(named, [0, 255]);
    return number === 6 || number === 17 ? withPorts(named, [1, 65535]) : named;
  });
}
