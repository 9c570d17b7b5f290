/** Findings made by hand, one list for each shape that a renderer meets. */
import type { Fix, Fixes } from '../../../src/report/fix.js';
import type { ReportFinding } from '../../../src/report/report.js';
import { cause, causeAt, egress, type FindingFields, finding, ingress, RULE, witness } from './builders.js';

/** What may be cut for a moment. */
export const LATER = {
  severity: 'warning',
  change: 'transient',
  witness: witness({ protocol: 6, fate: 'may-be-cut' }),
  remedy: 'prove',
} as const;

/** Two ways to mend, and one to accept. */
export const FIXES = fixesOf(
  {
    kind: 'put-back',
    step: {
      ...{
        kind: 'undo',
        gone: ['opentelekomcloud_networking_secgroup_rule_v2.egress'],
        changed: [],
        made: [],
      },
      ...{ attributes: [], values: [], isDeny: false },
    },
    effects: [{ kind: 'opens-nothing' }, { kind: 'egress-stays-open', rules: 12 }],
  },
  {
    kind: 'add-rules',
    step: { kind: 'add-rules', rules: 1, isFirst: true },
    blocks: [
      {
        ...{ keyword: 'resource', labels: ['opentelekomcloud_networking_secgroup_rule_v2', 'cce_t8_12'] },
        body: [
          ['direction', '"egress"'],
          ['protocol', '"udp"'],
        ],
        comments: ['T8.12: Nodes set their clocks.'],
      },
    ],
    effects: [{ kind: 'opens-rows', rows: ['T8.12'] }],
    stages: [
      { targets: ['opentelekomcloud_networking_secgroup_rule_v2.cce_t8_12'], program: 'terraform' },
      { targets: [], program: 'terraform' },
    ],
  },
  {
    kind: 'waive',
    step: { kind: 'waive', until: '2027-02-24' },
    configuration: 'waivers:\n  - requirement: T8.12',
    effects: [{ kind: 'then', conclusion: 'pass' }],
  },
);

function fixesOf(...all: readonly (Pick<Fix, 'kind' | 'step'> & Partial<Fix>)[]): Fixes {
  const fixes = all.map((one): Fix => ({
    ...{ edits: [], blocks: [], module: '', configuration: undefined, adds: [], removes: [] },
    ...{ effects: [], stages: [] },
    ...one,
  }));
  return { first: () => fixes[0], all: () => fixes, whyNone: () => undefined };
}

export const hardened: readonly ReportFinding[] = [
  finding({ fixes: FIXES }),
  finding({ row: 'T8.11', missing: egress('all', 'all', '198.19.128.0/17'), fixes: FIXES }),
  finding({ row: 'T8.12', missing: egress('udp', '123', '100.125.0.0/16'), fixes: FIXES }),
  ...[1, 3, 4, 6, 7, 8, 9, 10, 13, 14, 5].map((number) => finding({ ...LATER, row: `T8.${number}` })),
];

const replaced = [cause('pods', ['delete', 'create'], 12)];

const FROM_PODS = {
  direction: 'ingress',
  protocol: 6,
  other: { end: 'eni', address: '172.16.0.10' },
} as const;
const INTERNET = { end: 'internet', address: '1.1.1.1' } as const;

export const narrowed: readonly ReportFinding[] = [
  finding({
    check: 'essential-rule',
    row: 'T1.6',
    missing: [
      ...ingress('all but tcp, udp', 'all', '172.16.0.0/16'),
      ...ingress('tcp', '1-21', '172.16.0.0/16'),
      ...ingress('tcp', '23-29999', '172.16.0.0/16'),
      ...ingress('tcp', '32768-65535', '172.16.0.0/16'),
      ...ingress('udp', '1-29999', '172.16.0.0/16'),
      ...ingress('udp', '32768-65535', '172.16.0.0/16'),
    ],
    witness: witness({ ...FROM_PODS, port: 10250 }),
    causes: replaced,
  }),
  finding({
    check: 'required-access',
    row: 'T1.4',
    missing: ingress('tcp', '30000-32767', '172.16.0.0/16'),
    witness: witness({ ...FROM_PODS, port: 30000 }),
    causes: replaced,
  }),
];

export const alone: readonly ReportFinding[] = [
  finding({
    check: 'essential-rule',
    row: 'T7.3',
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
    witness: witness({ protocol: 6, port: 443, other: INTERNET, member: 'eni' }),
    causes: [cause('eni_out', ['delete', 'create'])],
  }),
  finding({
    ...LATER,
    check: 'essential-rule',
    row: 'T7.3',
    group: 'prod-cce-eni-f1e48',
    missing: egress('all', 'all', '192.168.0.0/16'),
    causes: [cause('eni_out', ['delete', 'create'])],
  }),
];

export const UNKNOWN = 'opentelekomcloud_cce_cluster_v3.prod.container_network_cidr';

const DOUBT = {
  severity: 'warning',
  change: 'undecided',
  group: 'nodes',
  witness: undefined,
  remedy: 'tell-value',
} as const;

export const undecided: readonly ReportFinding[] = [
  finding({
    ...DOUBT,
    check: 'essential-rule',
    row: 'T1.6',
    missing: ingress('all', 'all', UNKNOWN),
    causes: [cause('in_pods', ['create'], 30), cause('in_tcp', ['create'], 40)],
  }),
  finding({
    ...DOUBT,
    row: 'T8.4',
    missing: egress('udp', '5353', UNKNOWN),
    causes: [cause('out_coredns_udp', ['create'], 50)],
  }),
  finding({
    ...DOUBT,
    check: 'essential-rule',
    row: 'T1.2',
    missing: ingress('tcp', '10250', '192.168.0.0/16'),
    causes: [cause('deny_kubelet', ['create'], 60)],
  }),
];

/** Rows whose load balancers are not known. */
const LOAD_BALANCERS = {
  check: 'required-access',
  severity: 'notice',
  change: 'undecided',
  missing: [],
  witness: undefined,
  reason: { kind: 'load-balancers-unknown', isSure: true },
  remedy: 'name-load-balancers',
} as const satisfies FindingFields;

/** Findings that are no rows. */
const PLAIN = { row: undefined, missing: [], witness: undefined } as const;

const PROBLEMS = [
  { kind: 'refused', flaw: { id: 'two-peers' } },
  { kind: 'refused', flaw: { id: 'host-bits' } },
] as const;

const GROUP = 'opentelekomcloud_networking_secgroup_v2.nodes';

export const others: readonly ReportFinding[] = [
  finding({
    ...PLAIN,
    check: 'exposed-port',
    causes: [cause('anything', ['create'], 3)],
    witness: witness({ direction: 'ingress', protocol: 6, port: 443, other: INTERNET, fate: 'opened' }),
    reason: { kind: 'opened', opening: { kind: 'all' }, family: 'IPv4', byCce: undefined },
  }),
  finding({
    ...PLAIN,
    check: 'group-lifecycle',
    group: 'nodes',
    causes: [causeAt(GROUP, ['delete'])],
    reason: {
      kind: 'group-goes',
      address: GROUP,
      isReplaced: false,
      user: { kind: 'resource', address: 'opentelekomcloud_cce_node_pool_v3.workers' },
      others: 0,
    },
  }),
  ...PROBLEMS.map((problem) =>
    finding({
      ...PLAIN,
      severity: 'warning',
      check: 'rule-input',
      causes: [cause('web', ['create'], 7)],
      reason: { kind: 'rule-problem', rule: `${RULE}.web`, problem },
    }),
  ),
  finding({ ...LOAD_BALANCERS, row: 'T1.4', causes: [cause('nodeport_tcp', ['update'], 20)] }),
  finding({ ...LOAD_BALANCERS, row: 'T1.5', causes: [cause('nodeport_udp', ['update'], 25)] }),
  finding({
    ...PLAIN,
    severity: 'notice',
    check: 'unknown-group',
    cluster: undefined,
    group: undefined,
    causes: [cause('ssh', ['create'], 9)],
    reason: {
      kind: 'group-not-placed',
      rules: 1,
      isContradicted: false,
      isDefaultTraffic: false,
      group: '8615f6ed-b2cc-42b9-aa20-64cf4414ba05',
    },
  }),
];
