import { ROLE_NAMES } from '../../check/rows.js';
import { MODEL, requirement } from '../../model/model.js';
import { type Requirement, type Role, ROLES } from '../../model/requirement.js';
import type { Block } from '../../report/blocks.js';
import { fitItems } from '../budget.js';
import { fence } from './escape-markdown.js';
import type { Report, ReportCause, ReportFinding, ReportGroup } from '../../report/report.js';

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
export function mendingRules({ change, causes, findings }: Block, report: Report): MendingRules {
  if (change !== 'introduced' || causes.some(mayDeny)) return { rules: [], left: 0 };
  const rules: string[] = [];
  let left = 0;
  const rows = findings
    .map((finding) => ({ finding, row: requirement(finding.requirement ?? '') }))
    .sort((a, b) => placeOf(a.row) - placeOf(b.row));
  for (const { finding, row } of rows) {
    if (row === undefined) continue;
    const peers = [...new Set(finding.missing.flatMap((packets) => packets.peers))];
    const bodies = peers.map((peer) => ruleBody(row, { finding, peer }, report));
    const known = bodies.filter((body) => body !== undefined);
    left += bodies.length - known.length;
    rules.push(...known.map((body, index) => resource(nameOf(row, index, known.length), body)));
  }
  return { rules: rules.slice(0, RULE_LIMIT), left: left + Math.max(0, rules.length - RULE_LIMIT) };
}

/** The place of a row on the page. */
function placeOf(row: Requirement | undefined): number {
  return row === undefined ? 0 : row.table * 100 + row.number;
}

/** Only rules of this resource deny, and the report does not say which of them. */
function mayDeny({ address, actions }: ReportCause): boolean {
  return (
    address.includes('opentelekomcloud_vpc_secgroup_rule_v3.') &&
    actions.some((action) => action === 'create' || action === 'update')
  );
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

function nameOf({ table, number }: Requirement, index: number, total: number): string {
  const name = `cce_t${table}_${number}`;
  return total > 1 ? `${name}_${index + 1}` : name;
}

type Attribute = readonly [name: string, value: string];

function resource(name: string, attributes: readonly Attribute[]): string {
  const width = Math.max(...attributes.map(([key]) => key.length));
  const lines = attributes.map(([key, value]) => `  ${key.padEnd(width)} = ${value}`);
  return [`resource "opentelekomcloud_networking_secgroup_rule_v2" "${name}" {`, ...lines, '}'].join('\n');
}

/** The rule of a row for one peer; undefined when its group or its peer has no name in HCL. */
function ruleBody(
  row: Requirement,
  { finding, peer }: { readonly finding: ReportFinding; readonly peer: string },
  report: Report,
): readonly Attribute[] | undefined {
  const group = ownGroup(finding, report);
  const remote = remoteAttribute(peer, finding, report);
  if (group === undefined || remote === undefined) return undefined;
  return [
    ['security_group_id', group],
    ['direction', `"${row.direction}"`],
    ['ethertype', '"IPv4"'],
    ...protocolAttributes(row),
    remote,
  ];
}

/** No protocol is every protocol; all of ICMP is 0 and 255 in this resource. */
function protocolAttributes({ protocol, ports }: Requirement): readonly Attribute[] {
  if (protocol === 'all') return [];
  if (protocol === 'icmp') return withPorts(protocol, 0, 255);
  return ports === 'all' ? withPorts(protocol, 1, 65535) : withPorts(protocol, ports.from, ports.to);
}

function withPorts(protocol: string, min: number, max: number): readonly Attribute[] {
  return [
    ['protocol', `"${protocol}"`],
    ['port_range_min', String(min)],
    ['port_range_max', String(max)],
  ];
}

function remoteAttribute(peer: string, finding: ReportFinding, report: Report): Attribute | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(peer)) return ['remote_ip_prefix', `"${peer}"`];
  const role = ROLES.find((name) => ROLE_NAMES[name] === peer);
  if (role === undefined) return undefined;
  const group =
    role === roleOf(finding)
      ? ownGroup(finding, report)
      : expressionOf(
          report.groups.filter((entry) => entry.cluster === finding.cluster && entry.role === role),
          { ...finding, pool: null },
          report,
        );
  return group === undefined ? undefined : ['remote_group_id', group];
}

/** The role of the group that a row is about. */
export function roleOf({ requirement: id }: Pick<ReportFinding, 'requirement'>): Role | undefined {
  const row = requirement(id ?? '');
  return MODEL.find(({ table }) => table === row?.table)?.role;
}

function ownGroup(finding: ReportFinding, report: Report): string | undefined {
  const { group, cluster } = finding;
  if (group === null) return undefined;
  const named = report.groups.filter(
    (entry) =>
      entry.cluster === cluster && (entry.name === group || entry.address === group || entry.id === group),
  );
  return expressionOf(named, finding, report);
}

const ROOT_ADDRESS = /^(data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*(\[(\d+|"[\w .:/-]*")\])?$/;

/** How HCL names the group: by its resource, by its cluster, by its id; undefined when that is not clear. */
function expressionOf(
  groups: readonly ReportGroup[],
  { cluster: name, pool }: ReportFinding,
  report: Report,
): string | undefined {
  const clusters = report.clusters.filter((cluster) => cluster.name === name);
  const [cluster] = clusters;
  const expressions = groups.map(({ address, id, role }) => {
    // A resource of a module has no name here.
    if (address !== null && ROOT_ADDRESS.test(address)) return `${address}.id`;
    const holder = cluster?.address ?? '';
    const isMade = address === null && pool === null && (role === 'node' || role === 'control');
    if (isMade && clusters.length === 1 && ROOT_ADDRESS.test(holder))
      return `${holder}.security_group_${role}`;
    return id !== null && /^[\w-]{1,64}$/.test(id) ? `"${id}"` : undefined;
  });
  const [first, ...others] = new Set(expressions);
  return others.length === 0 ? first : undefined;
}
