/** Parts of reports, with what a test does not care about filled in. */
import { distinct } from '../../../src/collections.js';
import type { Doubt } from '../../../src/weigh/doubts.js';
import { CHECKS } from '../../../src/check/checks.js';
import type { CheckId } from '../../../src/check/check-id.js';
import type { CheckMetadata } from '../../../src/check/finding.js';
import type { Belief } from '../../../src/cluster/belief/belief.js';
import { requirement, tableWith } from '../../../src/model/model.js';
import type { NetworkModel, Requirement, Role } from '../../../src/model/requirement.js';
import { addressesIn, parseCidr } from '../../../src/net/address.js';
import { type Interval, type IntervalSet, NUMBERS, single, subtractSets } from '../../../src/net/interval.js';
import { tokenPeers, unionOfPeers } from '../../../src/net/peers.js';
import { icmpSlot, PROTOCOL_NUMBERS } from '../../../src/net/protocol.js';
import { ALL_PROTOCOLS, type Direction } from '../../../src/net/region.js';
import type { Action } from '../../../src/plan/document/document.js';
import type {
  CausePlace,
  GroupName,
  Report,
  ReportAddresses,
  ReportCause,
  ReportCluster,
  ReportDefault,
  ReportFinding,
  ReportGroup,
  ReportPlan,
} from '../../../src/report/report.js';
import { ROLE_NAMES, SENSITIVE } from '../../../src/report/words/phrases.js';
import { must } from '../../../src/result.js';
import type { OtherEnd, Packets, Witness } from '../../../src/weigh/packets.js';

export const RULE = 'opentelekomcloud_networking_secgroup_rule_v2';
export const NODE_GROUP = '8615f6ed-b2cc-42b9-aa20-64cf4414ba05';

/** A row of the tables. */
export function row(id: string): Requirement {
  return must(requirement(id), `${id} is a row`);
}

/** What a check says of itself, or something else in its place. */
export function check(id: CheckId, fields?: Partial<CheckMetadata>): CheckMetadata {
  const found = must(
    CHECKS.find((one) => one.id === id),
    `${id} is a check`,
  );
  return fields === undefined ? found : { ...found, ...fields };
}

/** Lines of a file; all of `main.tf:1` unless told otherwise. */
export function place(fields: Partial<CausePlace> = {}): CausePlace {
  const { line = 1 } = fields;
  return {
    file: 'main.tf',
    line,
    endLine: line,
    isBase: false,
    block: undefined,
    call: undefined,
    ...fields,
  };
}

/** A change of the rule with this name, on this line of main.tf. */
export function cause(name: string, actions: readonly Action[], line?: number): ReportCause {
  return causeAt(`${RULE}.${name}`, actions, line === undefined ? undefined : place({ line }));
}

/** A change of this resource. */
export function causeAt(address: string, actions: readonly Action[], at?: CausePlace): ReportCause {
  return { address, actions, place: at, unplaced: undefined, standIn: undefined };
}

export function plan(fields: Partial<ReportPlan> = {}): ReportPlan {
  return {
    path: 'plan.json',
    ...{ label: undefined, root: undefined },
    formatVersion: '1.2',
    terraformVersion: '1.11.4',
    program: 'terraform',
    changes: 17,
    showsCluster: true,
    complete: true,
    ruleChanges: 12,
    isUnchanged: false,
    unchangedIf: [],
    holds: { groups: 2, rows: 16, of: 27 },
    records: [],
    effectiveFingerprint: () => undefined,
    ...fields,
  };
}

/** Addresses from an attribute; what is no CIDR is a reference without a value. */
export function addresses(source: string, ...texts: readonly string[]): ReportAddresses {
  return { source, peers: texts.includes(SENSITIVE) ? 'sensitive' : peersOf(texts) };
}

function peersOf(texts: readonly string[]): ReturnType<typeof unionOfPeers> {
  return unionOfPeers(
    texts.map((text) => (parseCidr(text) === undefined ? tokenPeers(text) : addressesIn(text))),
  );
}

const ADDRESSES = {
  vpc: addresses('opentelekomcloud_vpc_v1.prod.cidr', '192.168.0.0/16'),
  container: addresses('opentelekomcloud_cce_cluster_v3.prod.container_network_cidr', '172.16.0.0/16'),
  master: addresses('opentelekomcloud_vpc_subnet_v1.prod.cidr', '192.168.0.0/20'),
  dns: addresses('opentelekomcloud_vpc_subnet_v1.prod.dns_list', '100.125.4.25/32', '100.125.129.199/32'),
};

/** What a test may say of a cluster. */
export interface ClusterFields extends Partial<Omit<ReportCluster, 'addresses' | 'model'>> {
  readonly networkModel?: NetworkModel | undefined;
  readonly addresses?: Partial<typeof ADDRESSES>;
}

export function cluster({ networkModel, addresses: own, ...fields }: ClusterFields = {}): ReportCluster {
  const model = 'networkType' in fields ? networkModel : (networkModel ?? 'vpc-router');
  return {
    plan: 0,
    name: 'prod',
    address: 'opentelekomcloud_cce_cluster_v3.prod',
    networkType: model,
    model,
    isModelConfigured: false,
    addresses: { ...ADDRESSES, ...own },
    ...fields,
  };
}

/** A group as people know it, which is its key as well. */
export function groupName(shown: string): GroupName {
  return { key: shown, shown, isNameless: /^[0-9a-f]{8}-/.test(shown) };
}

/** A group by its key, which is its id unless told otherwise. */
export function group(fields: Partial<ReportGroup> = {}): ReportGroup {
  const { key = NODE_GROUP } = fields;
  return {
    plan: 0,
    role: 'node',
    cluster: 'prod',
    key,
    name: undefined,
    address: undefined,
    id: key,
    placedBy: 'reference',
    openBefore: [],
    defaults: [],
    ...fields,
  };
}

/** UDP from a node to a DNS server, lost, unless told otherwise. */
export function witness(fields: Partial<Witness> = {}): Witness {
  return {
    direction: 'egress',
    protocol: PROTOCOL_NUMBERS.udp,
    port: 53,
    other: { end: 'dns-server', address: '100.125.4.25' },
    member: 'node',
    fate: 'lost',
    ...fields,
  };
}

/** What a test may say of a finding: rows and checks by their ids, groups by their names. */
export interface FindingFields extends Partial<Omit<ReportFinding, 'check' | 'row' | 'group' | 'remedy'>> {
  readonly check?: CheckId | CheckMetadata;
  readonly row?: string | Requirement | undefined;
  readonly group?: string | undefined;
  readonly remedy?: ReportFinding['remedy']['kind'];
}

let serial = 0;

/** References among the missing packets decide what is undecided. */
function doubtsOf({ change, missing = [] }: FindingFields): readonly Doubt[] {
  if (change !== 'undecided') return [];
  const tokens = missing.flatMap(({ other }) => (other.kind === 'addresses' ? other.peers.tokens : []));
  return distinct(tokens).map((token) => ({ kind: 'range', token, key: undefined }));
}

/** That a row lacks all its packets, which it had before. */
export const ROW = {
  kind: 'row',
  isPart: false,
  isImpactTrue: true,
  need: 'as-before',
  areFewPorts: false,
  areFewPeers: false,
  heldBefore: false,
  isOutdatedRange: false,
  doubts: [],
} as const;

/** A critical finding of Table 8 unless told otherwise. */
export function finding(fields: FindingFields = {}): ReportFinding {
  const all = { row: 'T8.2', group: NODE_GROUP, ...fields };
  const held = typeof all.row === 'string' ? row(all.row) : all.row;
  const { check: of = 'egress-minimum', remedy = 'of-check' } = fields;
  const fingerprint = (++serial).toString(16).padStart(16, '0');
  return {
    fingerprint,
    identity: fingerprint,
    ofRun: undefined,
    severity: 'critical',
    change: 'introduced',
    occasion: 'plan',
    cluster: 'prod',
    pool: undefined,
    role: held === undefined ? 'node' : tableWith(held).role,
    plan: 0,
    missing: egress('udp', '53', '100.125.4.25/32', '100.125.129.199/32'),
    witness: witness(),
    causes: [cause('egress', ['delete'], 1)],
    reason: { ...ROW, doubts: doubtsOf(fields) },
    restsOn: [],
    fixes: undefined,
    waived: undefined,
    ...fields,
    check: typeof of === 'string' ? check(of) : of,
    row: held,
    group: all.group === undefined ? undefined : groupName(all.group),
    remedy: { kind: remedy },
  };
}

const BECAUSE = [
  { kind: 'idle-rules', addresses: [`${RULE}.dns`, `${RULE}.ntp`, `${RULE}.web["a"]`] },
] as const;

const BELIEFS: Readonly<Record<Belief['kind'], Pick<ReportDefault, 'belief' | 'stands'>>> = {
  seen: { belief: { kind: 'seen', since: '2026-11-24T06:00:12.5Z' }, stands: 'surely' },
  plan: { belief: { kind: 'plan', addresses: [`${RULE}.udp`] }, stands: 'surely' },
  recorded: { belief: { kind: 'recorded' }, stands: 'no' },
  gone: { belief: { kind: 'gone', because: BECAUSE }, stands: 'no' },
  doubted: {
    belief: { kind: 'doubted', because: [{ kind: 'rule-ids', listed: 7, assumed: 8 }] },
    stands: 'possibly',
  },
  assumed: { belief: { kind: 'assumed' }, stands: 'surely' },
};

/** Default rules by what is believed of them. */
export function beliefs(
  rows: Readonly<Partial<Record<Belief['kind'], readonly string[]>>>,
): readonly ReportDefault[] {
  const kinds = ['seen', 'plan', 'recorded', 'gone', 'doubted', 'assumed'] as const;
  return kinds.flatMap((kind) =>
    (rows[kind] ?? []).map((id) => ({ row: row(id), ...BELIEFS[kind], isNew: false })),
  );
}

/** A finding that is no row: the configuration names a group that is not there. */
export function statement(text: string, fields: FindingFields = {}): ReportFinding {
  return finding({ ...STATEMENT, reason: { kind: 'group-not-found', text }, ...fields });
}

const STATEMENT = {
  check: 'unknown-group',
  row: undefined,
  missing: [],
  witness: undefined,
} as const;

/** A report of these findings, counted. */
export function report(findings: readonly ReportFinding[], fields: Partial<Report> = {}): Report {
  const open = findings.filter(({ waived }) => waived === undefined);
  const of = (severity: string): number => open.filter((f) => f.severity === severity).length;
  return {
    conclusion: of('critical') > 0 ? 'fail' : 'pass',
    summary: { critical: of('critical'), warning: of('warning'), notice: of('notice') },
    plans: [plan()],
    unreported: [],
    configurations: [],
    cloud: undefined,
    clusters: [cluster()],
    groups: [group()],
    findings,
    untouched: [],
    resolved: [],
    holds: { groups: 2, rows: 16, of: 27 },
    records: [],
    seen: [],
    effectiveFingerprint: () => undefined,
    ...fields,
  };
}

/** Packets out of the group, in the words of the JSON report. */
export function egress(protocol: string, ports: string, ...peers: readonly string[]): readonly Packets[] {
  return [packets('egress', protocol, ports, peers)];
}

/** Packets into the group, in the words of the JSON report. */
export function ingress(protocol: string, ports: string, ...peers: readonly string[]): readonly Packets[] {
  return [packets('ingress', protocol, ports, peers)];
}

function packets(direction: Direction, protocol: string, ports: string, peers: readonly string[]): Packets {
  const other = otherEnd(peers);
  if (protocol === SENSITIVE) return { direction, traffic: 'sensitive', other };
  return { direction, traffic: { protocols: protocolsOf(protocol), ports: portsOf(ports) }, other };
}

function otherEnd(peers: readonly string[]): OtherEnd {
  const [only] = peers;
  const role = (['node', 'control', 'eni'] satisfies Role[]).find((name) => ROLE_NAMES[name] === only);
  if (role !== undefined) return { kind: 'group', role };
  if (only === 'the internet') return { kind: 'internet', family: 'IPv4' };
  return only === SENSITIVE ? { kind: 'sensitive' } : { kind: 'addresses', peers: peersOf(peers), names: [] };
}

function protocolsOf(text: string): IntervalSet<number> {
  if (text === 'all') return [ALL_PROTOCOLS];
  const left = /^all but (.*)$/.exec(text)?.[1];
  if (left !== undefined) return subtractSets(NUMBERS, [ALL_PROTOCOLS], protocolsOf(left));
  return text.split(', ').map((part) => {
    const named = Object.entries(PROTOCOL_NUMBERS).find(([name]) => name === part);
    return named === undefined ? rangeOf(part, Number) : single(named[1]);
  });
}

function portsOf(text: string): 'all' | Interval<number> {
  if (text === 'all') return 'all';
  return rangeOf(text, (part) => {
    const [type = '', code] = part.split('/');
    return code === undefined ? Number(type) : icmpSlot(Number(type), Number(code));
  });
}

function rangeOf(text: string, value: (part: string) => number): Interval<number> {
  const [from = '', to = from] = text.split('-');
  return { lo: value(from), hi: value(to) };
}
