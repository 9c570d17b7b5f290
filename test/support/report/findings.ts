/** Findings made by hand, one list for each shape that a renderer meets. */
import { NO_PLACE, type ReportFinding } from '../../../src/report/report.js';
import { cause, egress, finding, ingress, RULE } from './builders.js';

/** What may be cut for a moment. */
export const LATER = {
  severity: 'warning',
  change: 'transient',
  witness: 'TCP node -> 100.125.4.25:53 may be dropped while the plan is applied',
  remedy: 'Apply the new rules first and remove the old ones in a second plan.',
} as const;

export const hardened: readonly ReportFinding[] = [
  finding(),
  finding({
    requirement: 'T8.11',
    missing: egress('all', 'all', '198.19.128.0/17'),
    impact: 'VPC endpoint service out of reach',
  }),
  finding({
    requirement: 'T8.12',
    missing: egress('udp', '123', '100.125.0.0/16'),
    impact: 'clocks are no longer set',
  }),
  ...[1, 3, 4, 6, 7, 8, 9, 10, 13, 14, 5].map((row) => finding({ ...LATER, requirement: `T8.${row}` })),
];

const replaced = [cause('pods', ['delete', 'create'], 12)];

export const narrowed: readonly ReportFinding[] = [
  finding({
    check: 'essential-rule',
    requirement: 'T1.6',
    missing: [
      ...ingress('all but tcp, udp', 'all', '172.16.0.0/16'),
      ...ingress('tcp', '1-21', '172.16.0.0/16'),
      ...ingress('tcp', '23-29999', '172.16.0.0/16'),
      ...ingress('tcp', '32768-65535', '172.16.0.0/16'),
      ...ingress('udp', '1-29999', '172.16.0.0/16'),
      ...ingress('udp', '32768-65535', '172.16.0.0/16'),
    ],
    witness: 'TCP 172.16.0.1 -> node:10250 was allowed, is dropped',
    causes: replaced,
    impact: 'pods can no longer reach nodes and the pods on other nodes',
    remedy: 'Keep the rule, or add rules that let the same packets through.',
  }),
  finding({
    check: 'required-access',
    requirement: 'T1.4',
    missing: ingress('tcp', '30000-32767', '172.16.0.0/16'),
    witness: 'TCP 172.16.0.1 -> node:30000 was allowed, is dropped',
    causes: replaced,
    impact: 'TCP Services on node ports are out of reach',
  }),
];

export const alone: readonly ReportFinding[] = [
  finding({
    check: 'essential-rule',
    requirement: 'T7.3',
    group: 'prod-cce-eni-f1e48',
    missing: egress(
      'all',
      'all',
      '0.0.0.0/1',
      '128.0.0.0/2',
      '192.0.0.0/9',
      '192.128.0.0/11',
      '192.160.0.0/13',
      '192.169.0.0/16',
      '192.170.0.0/15',
      '192.172.0.0/14',
      '192.176.0.0/12',
      '192.192.0.0/10',
      '193.0.0.0/8',
      '194.0.0.0/7',
      '196.0.0.0/6',
      '200.0.0.0/5',
      '208.0.0.0/4',
      '224.0.0.0/3',
    ),
    witness: 'TCP eni -> 1.1.1.1:443 was allowed, is dropped',
    causes: [cause('eni_out', ['delete', 'create'])],
    impact: 'pods can no longer open connections, DNS lookups included',
    remedy: 'Keep the rule, or add rules that let the same packets through.',
  }),
  finding({
    ...LATER,
    check: 'essential-rule',
    requirement: 'T7.3',
    group: 'prod-cce-eni-f1e48',
    missing: egress('all', 'all', '192.168.0.0/16'),
    causes: [cause('eni_out', ['delete', 'create'])],
    impact: 'pods can no longer open connections, DNS lookups included',
  }),
];

export const UNKNOWN = 'opentelekomcloud_cce_cluster_v3.prod.container_network_cidr';

const DOUBT = {
  severity: 'warning',
  change: 'undecided',
  group: 'nodes',
  witness: null,
  remedy: 'Give the value in the configuration file, or plan again once it is known.',
} as const;

export const undecided: readonly ReportFinding[] = [
  finding({
    ...DOUBT,
    check: 'essential-rule',
    requirement: 'T1.6',
    missing: ingress('all', 'all', UNKNOWN),
    causes: [cause('in_pods', ['create'], 30), cause('in_tcp', ['create'], 40)],
    impact: 'pods can no longer reach nodes and the pods on other nodes',
  }),
  finding({
    ...DOUBT,
    requirement: 'T8.4',
    missing: egress('udp', '5353', UNKNOWN),
    causes: [cause('out_coredns_udp', ['create'], 50)],
    impact: 'cluster DNS fails: Service names no longer resolve',
  }),
  finding({
    ...DOUBT,
    check: 'essential-rule',
    requirement: 'T1.2',
    missing: ingress('tcp', '10250', '192.168.0.0/16'),
    causes: [cause('deny_kubelet', ['create'], 60)],
    impact: 'masters lose kubelet',
  }),
];

const NOTICE = {
  check: 'required-access',
  severity: 'notice',
  change: 'undecided',
  missing: [],
  witness: null,
  impact: 'load balancers may no longer reach NodePort Services',
  remedy: 'Name the load balancers in `load-balancer-cidrs` of the configuration file.',
} as const;

/** Findings that are no rows. */
const PLAIN = { requirement: null, missing: [], witness: null } as const;

export const others: readonly ReportFinding[] = [
  finding({
    ...PLAIN,
    check: 'exposed-port',
    title: 'A port is open to the internet',
    causes: [cause('anything', ['create'], 3)],
    witness: 'TCP 1.1.1.1 -> node:443 was dropped, is allowed',
    impact: 'anybody on the internet can try the port',
    message: 'worker node security group: every port is opened to the internet',
    remedy: 'Name the address ranges that need the port instead of all addresses.',
  }),
  finding({
    ...PLAIN,
    check: 'group-lifecycle',
    group: 'nodes',
    title: 'A security group in use goes away or changes its identity',
    causes: [
      {
        address: 'opentelekomcloud_networking_secgroup_v2.nodes',
        actions: ['delete'],
        ...NO_PLACE,
      },
    ],
    impact: 'the deletion hangs and fails, and nodes can no longer be added',
    message:
      'opentelekomcloud_networking_secgroup_v2.nodes is destroyed while opentelekomcloud_cce_node_pool_v3.workers still needs it',
    remedy: 'Keep the group until nothing names it any more; make the new one beside it first.',
  }),
  ...['it repeats another rule', 'its range has host bits'].map((problem) =>
    finding({
      ...PLAIN,
      severity: 'warning',
      check: 'rule-input',
      title: 'A rule is not what it seems',
      causes: [cause('web', ['create'], 7)],
      impact: 'the apply fails, and the rule is not made',
      message: `${RULE}.web will be refused: ${problem}`,
      remedy: 'Write the rule as the API takes it.',
    }),
  ),
  finding({
    ...NOTICE,
    requirement: 'T1.4',
    causes: [cause('nodeport_tcp', ['update'], 20)],
    ...lbMessage('T1.4'),
  }),
  finding({
    ...NOTICE,
    requirement: 'T1.5',
    causes: [cause('nodeport_udp', ['update'], 25)],
    ...lbMessage('T1.5'),
  }),
  finding({
    ...PLAIN,
    severity: 'notice',
    check: 'unknown-group',
    cluster: null,
    group: null,
    title: 'A security group cannot be placed',
    causes: [cause('ssh', ['create'], 9)],
    impact: 'what the change does to a cluster is not known',
    message:
      'a rule changes in a security group that cannot be placed, 8615f6ed-b2cc-42b9-aa20-64cf4414ba05, so it may or may not be one of a cluster',
    remedy: 'Name the group under `security-groups` of its cluster in the configuration file.',
  }),
];

export function lbMessage(row: string): Pick<ReportFinding, 'message'> {
  return { message: `${row}: the port range was open to all and no longer lets 100.125.0.0/16 through` };
}
