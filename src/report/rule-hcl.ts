import type { MissingPackets } from '../check/packets.js';
import { ROLE_NAMES } from '../check/rows.js';
import { MODEL, requirement } from '../model/model.js';
import type { Role } from '../model/requirement.js';
import type { Block } from './blocks.js';
import type { Report, ReportFinding, ReportGroup } from './report.js';

/** Rules for the packets that a block misses. */
export interface MendingRules {
  /** Resource blocks of HCL. */
  readonly rules: readonly string[];
  /** Packets that no rule can be written for: their group or their other end has no name that HCL knows. */
  readonly left: number;
}

const NONE: MendingRules = { rules: [], left: 0 };
const RULE_LIMIT = 100;

/** The rules that let the missing packets through again; none where packets are only cut for a moment, or open. */
export function mendingRules({ change, findings }: Block, report: Report): MendingRules {
  if (change === 'transient' || change === 'undecided') return NONE;
  const rules: string[] = [];
  let left = 0;
  for (const finding of findings) {
    const number = /^T(\d+)\.(\d+)$/.exec(finding.requirement ?? '');
    if (number === null) continue;
    const bodies = finding.missing.flatMap((packets) => ruleBodies(packets, finding, report));
    left += bodies.filter((body) => body === undefined).length;
    const known = bodies.filter((body) => body !== undefined);
    rules.push(...known.map((body, index) => resource(nameOf(number, index, known.length), body)));
  }
  return { rules: rules.slice(0, RULE_LIMIT), left: left + Math.max(0, rules.length - RULE_LIMIT) };
}

function nameOf([, table = '', row = '']: RegExpExecArray, index: number, total: number): string {
  const name = `cce_t${table}_${row}`;
  return total > 1 ? `${name}_${index + 1}` : name;
}

type Attribute = readonly [name: string, value: string];

function resource(name: string, attributes: readonly Attribute[]): string {
  const width = Math.max(...attributes.map(([key]) => key.length));
  const lines = attributes.map(([key, value]) => `  ${key.padEnd(width)} = ${value}`);
  return [`resource "opentelekomcloud_networking_secgroup_rule_v2" "${name}" {`, ...lines, '}'].join('\n');
}

/** One rule for each peer; undefined for what cannot be written. */
function ruleBodies(
  packets: MissingPackets,
  finding: ReportFinding,
  report: Report,
): readonly (readonly Attribute[] | undefined)[] {
  const group = ownGroup(finding, report);
  const what = protocolAttributes(packets);
  return packets.peers.map((peer) => {
    const remote = remoteAttribute(peer, finding, report);
    if (group === undefined || what === undefined || remote === undefined) return undefined;
    return [
      ['security_group_id', group],
      ['direction', `"${packets.direction}"`],
      ['ethertype', '"IPv4"'],
      ...what,
      remote,
    ];
  });
}

/** No protocol is every protocol; all of ICMP is 0 and 255 in this resource. */
function protocolAttributes({ protocol, ports }: MissingPackets): readonly Attribute[] | undefined {
  if (protocol === 'all') return ports === 'all' ? [] : undefined;
  if (protocol === 'tcp' || protocol === 'udp') {
    const [, from, to] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(ports === 'all' ? '1-65535' : ports) ?? [];
    return from === undefined ? undefined : withPorts(protocol, from, to ?? from);
  }
  if (protocol === 'icmp') {
    const [, type, code] = /^(\d{1,3})\/(\d{1,3})$/.exec(ports === 'all' ? '0/255' : ports) ?? [];
    return type === undefined || code === undefined ? undefined : withPorts(protocol, type, code);
  }
  return /^\d{1,3}$/.test(protocol) && ports === 'all' ? [['protocol', `"${protocol}"`]] : undefined;
}

function withPorts(protocol: string, min: string, max: string): readonly Attribute[] {
  return [
    ['protocol', `"${protocol}"`],
    ['port_range_min', min],
    ['port_range_max', max],
  ];
}

function remoteAttribute(peer: string, finding: ReportFinding, report: Report): Attribute | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(peer)) return ['remote_ip_prefix', `"${peer}"`];
  const role = roles().find((name) => ROLE_NAMES[name] === peer);
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

function roles(): readonly Role[] {
  return ['node', 'control', 'eni'];
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
