import { distinct, firstOfEach, onlyOne } from '../../collections.js';
import type { Remedy } from '../../check/finding.js';
import type { PeerName, Requirement, Role } from '../../model/requirement.js';
import { cidrsOf } from '../../net/address.js';
import { ALL_V4, ALL_V6, hasAllV4, intersectPeers, type PeerSet } from '../../net/peers.js';
import type { Block } from '../../report/blocks.js';
import type { Report, ReportFinding, ReportGroup } from '../../report/report.js';
import { shownValue } from '../../report/words/text.js';
import { fitItems } from '../budget.js';
import { firstFew, isGroupOf } from '../parts.js';
import { fence } from './escape-markdown.js';

/** Rules for the packets that a block misses. */
export interface MendingRules {
  /** Resource blocks of HCL. */
  readonly rules: readonly string[];
  /** Rules that cannot be written: their group or their other end has no name that HCL knows. */
  readonly left: number;
}

const RULE_LIMIT = 100;

/**
 * Rules for the rows that are no longer let through, each for the row as a whole: a rule of the missing ports alone
 * would often be several. None against a deny: no rule more lets through what a rule takes away.
 */
export function mendingRules({ change, findings }: Block, report: Report): MendingRules {
  if (change !== 'introduced') return { rules: [], left: 0 };
  const found = findings
    .flatMap((finding) => {
      const { row, reason, remedy } = finding;
      return row === undefined || reason.kind !== 'row' || AGAINST_DENY.has(remedy.kind)
        ? []
        : [{ finding, row }];
    })
    .sort((a, b) => a.row.table - b.row.table || a.row.number - b.row.number)
    .map(({ finding, row }) => {
      const group = ownGroup(finding, report);
      const ports = row.isNodePorts === true ? lackingPorts(finding, row) : row.ports;
      const bodies = remotesOf(finding, row, report).map(({ argument }) =>
        ruleBody({ ...row, ports }, group, argument),
      );
      const known = bodies.filter((body) => body !== undefined);
      const rules = known.map((body, index) => ruleBlock(labelFor(row, index, known.length), body));
      return { rules, left: bodies.length - known.length };
    });
  // Pools that share a group need a rule once.
  const { shown, left } = firstFew(distinct(found.flatMap(({ rules }) => rules)), RULE_LIMIT);
  return { rules: shown, left: found.reduce((sum, row) => sum + row.left, left) };
}

const AGAINST_DENY: ReadonlySet<Remedy['kind']> = new Set([
  'narrow-deny',
  'add-and-narrow',
  'keep-against-deny',
]);

/** Node ports are those of the cluster, which may not be the ones of the row: the range in which all lie that lack. */
function lackingPorts({ missing }: ReportFinding, row: Requirement): Requirement['ports'] {
  const ports = missing.flatMap(({ traffic }) =>
    traffic === 'sensitive' || traffic.ports === 'all' ? [] : [traffic.ports],
  );
  if (ports.length === 0) return row.ports;
  return { from: Math.min(...ports.map(({ lo }) => lo)), to: Math.max(...ports.map(({ hi }) => hi)) };
}

/** As many of the rules as fit, in a fenced block; empty when none does. */
export function fencedRules(rules: readonly string[], limit: number): string {
  const body = fitItems({
    items: rules.map((rule, index) => (index === 0 ? rule : `\n${rule}`)),
    total: rules.length,
    limit: limit - FENCE_ROOM,
    more: (left) => `\n# ${left} more`,
  });
  return body === '' ? '' : fence(body, 'hcl');
}

const FENCE_ROOM = 20;

function labelFor({ table, number }: Requirement, index: number, total: number): string {
  const label = `cce_t${table}_${number}`;
  return total > 1 ? `${label}_${index + 1}` : label;
}

type Argument = readonly [name: string, value: string];

function ruleBlock(label: string, body: readonly Argument[]): string {
  const width = Math.max(...body.map(([key]) => key.length));
  const lines = body.map(([key, value]) => `  ${key.padEnd(width)} = ${value}`);
  return [`resource "opentelekomcloud_networking_secgroup_rule_v2" "${label}" {`, ...lines, '}'].join('\n');
}

/** The rule of a row for one peer; undefined when its group or its peer has no name in HCL. */
function ruleBody(
  row: Requirement,
  group: string | undefined,
  remote: Argument | undefined,
): readonly Argument[] | undefined {
  if (group === undefined || remote === undefined) return undefined;
  return [
    ['security_group_id', group],
    ['direction', `"${row.direction}"`],
    ['ethertype', '"IPv4"'],
    ...protocolArguments(row),
    remote,
  ];
}

/** No protocol is every protocol; all of ICMP is 0 and 255 in this resource. */
function protocolArguments({ protocol, ports }: Requirement): readonly Argument[] {
  if (protocol === 'all') return [];
  if (protocol === 'icmp') return withPorts(protocol, 0, 255);
  return ports === 'all' ? withPorts(protocol, 1, 65535) : withPorts(protocol, ports.from, ports.to);
}

function withPorts(protocol: string, min: number, max: number): readonly Argument[] {
  return [
    ['protocol', `"${protocol}"`],
    ['port_range_min', String(min)],
    ['port_range_max', String(max)],
  ];
}

/** An other end for a rule. */
interface Remote {
  /** The same for the same one. */
  readonly key: string;
  /** Undefined when HCL has no name for it. */
  readonly argument: Argument | undefined;
}

/** The other ends of the packets that a finding misses, each once; for a row that names a group, that group. */
function remotesOf(finding: ReportFinding, { peer }: Requirement, report: Report): readonly Remote[] {
  const named = GROUP_PEERS.get(peer);
  if (named !== undefined) {
    const group = groupOfRole(named, finding, report);
    return [{ key: named, argument: group === undefined ? undefined : ['remote_group_id', group] }];
  }
  const remotes = finding.missing.flatMap(({ other }): readonly Remote[] => {
    if (other.kind === 'addresses') return addressRemotes(other.peers);
    return [{ key: other.kind, argument: undefined }];
  });
  return firstOfEach(remotes, ({ key }) => key);
}

const GROUP_PEERS: ReadonlyMap<PeerName, Role> = new Map([
  ['node-group', 'node'],
  ['control-group', 'control'],
  ['eni-group', 'eni'],
]);

/** The rules are for IPv4. */
function addressRemotes(peers: PeerSet): readonly Remote[] {
  const isAll = hasAllV4(peers) && peers.tokens.length === 0;
  const cidrs = isAll ? ['0.0.0.0/0'] : cidrsOf(intersectPeers(peers, ALL_V4));
  const others = isAll ? [] : [...cidrsOf(intersectPeers(peers, ALL_V6)), ...peers.tokens];
  return [
    ...cidrs.map((key): Remote => ({ key, argument: ['remote_ip_prefix', `"${key}"`] })),
    ...others.map((key) => ({ key, argument: undefined })),
  ];
}

function groupOfRole(role: Role, finding: ReportFinding, report: Report): string | undefined {
  const { cluster, plan } = finding;
  if (role === finding.role) return ownGroup(finding, report);
  const groups = report.groups.filter(
    (group) => group.plan === plan && group.cluster === cluster && group.role === role,
  );
  return expressionOf(groups, { cluster, plan, pool: undefined }, report);
}

/** The group that the finding is about. */
function ownGroup(finding: ReportFinding, report: Report): string | undefined {
  const own = report.groups.filter((group) => isGroupOf(finding, group));
  return expressionOf(own, finding, report);
}

const ROOT_ADDRESS = /^(data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(\[(\d+|"[\w .:/-]*")\])?$/;

/** An address that HCL knows as it stands; one that is too long to be shown is none. */
function isName(address: string): boolean {
  return ROOT_ADDRESS.test(address) && shownValue(address) === address;
}

/** How HCL names the group: by its resource, by its cluster, by its id; undefined when that is not clear. */
function expressionOf(
  groups: readonly ReportGroup[],
  { cluster: name, plan, pool }: Pick<ReportFinding, 'cluster' | 'plan' | 'pool'>,
  report: Report,
): string | undefined {
  const shown = report.clusters.filter((cluster) => cluster.name === name && cluster.plan === plan);
  const holder = onlyOne(shown)?.address;
  return onlyOne(
    groups.map(({ address, id, role }) => {
      // A resource of a module has no name here.
      if (address !== undefined && isName(address)) return `${address}.id`;
      const isMade = address === undefined && pool === undefined && role !== 'eni';
      if (isMade && holder !== undefined && isName(holder)) return `${holder}.security_group_${role}`;
      return id !== undefined && /^[\w-]{1,64}$/.test(id) ? `"${id}"` : undefined;
    }),
  );
}
