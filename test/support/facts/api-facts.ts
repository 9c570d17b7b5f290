/** Facts as the v2 API answers them, for the rules that tests build and for those that plans show. */
import { factsOfFiles } from '../../../src/facts/facts-of.js';
import type { Facts } from '../../../src/facts/facts.js';
import { cidrsOf } from '../../../src/net/address.js';
import { LAST_PORT } from '../../../src/net/protocol.js';
import type { RuleSide } from '../../../src/plan/rule.js';
import type { RuleSpec } from '../plans/group-rules.js';
import { idOf } from '../plans/resource.js';

/** One rule as `/v2.0/security-group-rules` lists it. */
export interface ApiRuleJson {
  readonly id: string;
  readonly security_group_id: string;
  readonly direction: string;
  readonly ethertype: string;
  readonly protocol: string | null;
  readonly port_range_min: number | null;
  readonly port_range_max: number | null;
  readonly remote_ip_prefix: string | null;
  readonly remote_group_id: string | null;
}

/** The rule of a resource with this name. */
export function apiRule(name: string, spec: RuleSpec): ApiRuleJson {
  const { group, direction = 'ingress', family = 'IPv4', protocol = null, ports, cidr, peer } = spec;
  if (group.value === undefined) throw new Error('a group that is there has an id');
  const isAny = protocol === 'icmp' && ports?.[0] === 0 && ports[1] === 255;
  return {
    id: idOf(`networking_secgroup_rule_v2 ${name}`),
    security_group_id: group.value,
    direction,
    ethertype: family,
    protocol,
    port_range_min: isAny ? null : (ports?.[0] ?? null),
    port_range_max: isAny ? null : (ports?.[1] ?? null),
    remote_ip_prefix: typeof cidr === 'string' ? cidr : null,
    remote_group_id: peer?.value ?? null,
  };
}

/** The rule that is this side; undefined when the plan does not know all of it, or the API cannot say it in one. */
export function apiRuleOfSide(id: string, side: RuleSide): ApiRuleJson | undefined {
  const { group, direction, family, traffic, peer, action } = side;
  const [protocol, ...protocols] = traffic.protocols;
  const [ports, ...others] = traffic.ports;
  const isPlain = protocols.length === 0 && others.length === 0 && traffic.isAtMost !== true;
  if (
    group.kind !== 'group' ||
    !isPlain ||
    action !== 'allow' ||
    protocol === undefined ||
    ports === undefined
  ) {
    return undefined;
  }
  const isAll = ports.lo <= 1 && ports.hi >= LAST_PORT;
  const isEvery = protocol.lo === 0 && protocol.hi === 255;
  if (!isEvery && protocol.lo !== protocol.hi) return undefined;
  const named = remoteOf(peer);
  if (named === undefined) return undefined;
  return {
    id,
    security_group_id: group.key,
    direction,
    ethertype: family,
    protocol: isEvery ? null : String(protocol.lo),
    port_range_min: isAll ? null : ports.lo,
    port_range_max: isAll ? null : ports.hi,
    ...named,
  };
}

function remoteOf(
  peer: RuleSide['peer'],
): Pick<ApiRuleJson, 'remote_ip_prefix' | 'remote_group_id'> | undefined {
  if (peer.kind === 'any') return { remote_ip_prefix: null, remote_group_id: null };
  if (peer.kind === 'group' && peer.group.kind === 'group') {
    return { remote_ip_prefix: null, remote_group_id: peer.group.key };
  }
  if (peer.kind !== 'range' || peer.range.kind !== 'known') return undefined;
  const [cidr, ...others] = cidrsOf(peer.range.peers);
  return cidr === undefined || others.length > 0
    ? undefined
    : { remote_ip_prefix: cidr, remote_group_id: null };
}

/** The bytes of a file. */
export function factsBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** What a file tells, by its content. */
export function factsOf(...files: readonly unknown[]): Facts {
  const facts = factsOfFiles(
    files.map((value, i) => ({ path: `facts-${String(i)}.json`, bytes: factsBytes(value) })),
    undefined,
  );
  if (!facts.ok) throw new Error(facts.error.error.message);
  return facts.value;
}

/** Groups with their rules inside, as `/v2.0/security-groups` lists them. */
export function groupsOf(rules: readonly ApiRuleJson[], empty: readonly string[] = []): unknown {
  const ids = new Set([...rules.map((rule) => rule.security_group_id), ...empty]);
  return {
    security_groups: [...ids].map((id) => ({
      id,
      name: `group ${id}`,
      security_group_rules: rules.filter((rule) => rule.security_group_id === id),
    })),
  };
}
