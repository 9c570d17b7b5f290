/** Parts of reports, with what a test does not care about filled in. */
import {
  NO_PLACE,
  type Report,
  type ReportCause,
  type ReportCluster,
  type ReportFinding,
  type ReportPlan,
} from '../../../src/report/report.js';

export const RULE = 'opentelekomcloud_networking_secgroup_rule_v2';
export const NODE_GROUP = '8615f6ed-b2cc-42b9-aa20-64cf4414ba05';

export function cause(name: string, actions: readonly string[], line: number | null = null): ReportCause {
  const file = line === null ? null : 'main.tf';
  return { ...NO_PLACE, address: `${RULE}.${name}`, actions, file, line };
}

export function plan(fields: Partial<ReportPlan> = {}): ReportPlan {
  return {
    path: 'plan.json',
    label: null,
    formatVersion: '1.2',
    terraformVersion: '1.11.4',
    changes: 17,
    complete: true,
    ruleChanges: 12,
    isUnchanged: false,
    ...fields,
  };
}

export function cluster(fields: Partial<ReportCluster> = {}): ReportCluster {
  return {
    name: 'prod',
    address: 'opentelekomcloud_cce_cluster_v3.prod',
    networkModel: 'vpc-router',
    vpcCidrs: ['192.168.0.0/16'],
    containerCidrs: ['172.16.0.0/16'],
    masterCidrs: ['192.168.0.0/20'],
    dnsServers: ['100.125.4.25', '100.125.129.199'],
    sources: {
      networkModel: 'plan',
      vpcCidrs: 'opentelekomcloud_vpc_v1.prod.cidr',
      containerCidrs: 'opentelekomcloud_cce_cluster_v3.prod.container_network_cidr',
      masterCidrs: 'opentelekomcloud_vpc_subnet_v1.prod.cidr',
      dnsServers: 'opentelekomcloud_vpc_subnet_v1.prod.dns_list',
    },
    ...fields,
  };
}

let serial = 0;

/** A critical finding of Table 8 unless told otherwise. */
export function finding(fields: Partial<ReportFinding> = {}): ReportFinding {
  return {
    fingerprint: (++serial).toString(16).padStart(16, '0'),
    check: 'egress-minimum',
    severity: 'critical',
    change: 'introduced',
    requirement: 'T8.2',
    cluster: 'prod',
    group: NODE_GROUP,
    pool: null,
    plan: 0,
    missing: [
      {
        direction: 'egress',
        protocol: 'udp',
        ports: '53',
        peers: ['100.125.4.25/32', '100.125.129.199/32'],
      },
    ],
    witness: 'UDP node -> 100.125.4.25:53 was allowed, is dropped',
    causes: [cause('egress', ['delete'], 1)],
    title: 'Nodes lose egress they cannot do without',
    impact: 'names no longer resolve',
    message: 'T8.2, worker node security group: UDP 53 is no longer let through: names no longer resolve',
    remedy: 'Keep the allow-all egress rule, or add an egress rule for each range and port shown.',
    waived: null,
    ...fields,
  };
}

/** A report of these findings, counted. */
export function report(findings: readonly ReportFinding[], fields: Partial<Report> = {}): Report {
  const open = findings.filter(({ waived }) => waived === null);
  const of = (severity: string): number => open.filter((f) => f.severity === severity).length;
  return {
    version: 1,
    conclusion: of('critical') > 0 ? 'fail' : 'pass',
    summary: { critical: of('critical'), warning: of('warning'), notice: of('notice') },
    plans: [plan()],
    clusters: [cluster()],
    groups: [
      { role: 'node', cluster: 'prod', name: null, address: null, id: NODE_GROUP, placedBy: 'reference' },
    ],
    findings,
    resolved: [],
    holds: { groups: 2, rows: 16 },
    ...fields,
  };
}

export type Packets = ReportFinding['missing'][number];

/** Packets out of the group. */
export function egress(protocol: string, ports: string, ...peers: readonly string[]): readonly Packets[] {
  return [{ direction: 'egress', protocol, ports, peers }];
}

/** Packets into the group. */
export function ingress(protocol: string, ports: string, ...peers: readonly string[]): readonly Packets[] {
  return [{ direction: 'ingress', protocol, ports, peers }];
}
