import { DEFAULT_DNS_SERVERS } from '../../model/ranges.js';
import { must } from '../../result.js';
import { isReplaced, type Instance } from '../instance.js';
import type { Both, SecondaryCidrSide, SubnetSide, VpcSide } from '../plan.js';
import {
  bothOf,
  type At,
  type Context,
  isOutdone,
  objectRefOf,
  rangeAt,
  rangesAt,
  settledText,
} from '../references/refs.js';
import type { Range } from '../rule.js';
import { idOf, knownText } from '../value.js';

/** `vpc_v1`, resource and data source; the data source does not tell secondary CIDRs. */
export function readVpc(context: Context, instance: Instance): Both<VpcSide> {
  return bothOf(context, instance, (at) => {
    const secondary = rangeAt(at, 'secondary_cidr');
    return {
      id: sideId(at),
      cidr: rangeAt(at, 'cidr'),
      secondaryCidrs: secondary === undefined ? [] : [secondary],
    };
  });
}

/** `vpc_secondary_cidr_v3`: more CIDRs of a VPC. */
export function readSecondaryCidr(context: Context, instance: Instance): Both<SecondaryCidrSide> {
  return bothOf(context, instance, (at) => ({
    vpc: objectRefOf(at, 'vpc_id'),
    cidrs: rangesAt(at, 'cidrs') ?? [],
  }));
}

/** `vpc_subnet_v1`, resource and data source. Its `id` is the network id; the Neutron subnet has another. */
export function readSubnet(context: Context, instance: Instance): Both<SubnetSide> {
  return bothOf(context, instance, (at) => ({
    id: sideId(at),
    subnetId: knownText(at.side, 'subnet_id'),
    vpc: objectRefOf(at, 'vpc_id'),
    cidr: rangeAt(at, 'cidr'),
    dnsServers: dnsServersOf(at),
  }));
}

/** `networking_subnet_v2`: its `id` is the Neutron subnet id; which VPC it is in, it does not tell. */
export function readNetworkingSubnet(context: Context, instance: Instance): Both<SubnetSide> {
  return bothOf(context, instance, (at) => ({
    id: knownText(at.side, 'network_id'),
    subnetId: sideId(at),
    vpc: { kind: 'unknown' },
    cidr: rangeAt(at, 'cidr'),
    dnsServers: rangesAt(at, 'dns_nameservers') ?? defaultDnsServers(at.context),
  }));
}

function sideId(at: At): string | undefined {
  return at.isAfter && isReplaced(at.instance) ? undefined : idOf(at.side);
}

/**
 * `dns_list` is the whole list and wins, unless the two single arguments say something newer. When the configuration
 * sets none of the three, the provider fills in its default pair, in every region.
 */
function dnsServersOf(at: At): readonly Range[] {
  const list = rangesAt(at, 'dns_list');
  if (list !== undefined && !isOutdone(at, 'dns_list', SINGLE_SERVERS)) return list;
  const single = SINGLE_SERVERS.flatMap((attribute) => {
    const value = settledText(at, attribute);
    const range = value.kind === 'unset' ? undefined : rangeAt(at, attribute);
    return range === undefined ? [] : [range];
  });
  if (single.length > 0) return single;
  return defaultDnsServers(at.context);
}

const SINGLE_SERVERS = ['primary_dns', 'secondary_dns'];

function defaultDnsServers({ cidrOf }: Context): readonly Range[] {
  return DEFAULT_DNS_SERVERS.map(
    (server) => must(cidrOf(server), 'CIDRs of our own are well formed').peer.range,
  );
}
