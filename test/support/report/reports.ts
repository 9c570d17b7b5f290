/** Reports made by hand, one for each shape that a renderer meets. */
import { NO_PLACE, type Report } from '../../../src/report/report.js';
import { cause, cluster, egress, finding, NODE_GROUP, plan, report } from './builders.js';
import { alone, hardened, LATER, lbMessage, narrowed, others, UNKNOWN, undecided } from './findings.js';

const WAIVED = {
  reason: 'NodePorts are not used',
  owner: '@platform',
  expires: '2027-01-31',
};

const LACK = { witness: 'TCP node -> 198.19.128.1:443 is dropped' } as const;

/** By the name of the file that holds what is expected. */
export const REPORTS: Readonly<Record<string, Report>> = {
  'hardened-egress': report(hardened),
  'one-row': report(alone, {
    clusters: [cluster({ networkModel: 'eni', containerCidrs: ['192.168.128.0/20'] })],
    groups: [],
  }),
  'one-cause-two-checks': report(narrowed),
  'pre-existing': report([
    finding({
      severity: 'warning',
      change: 'pre-existing',
      causes: [],
      witness: 'UDP node -> 1.1.1.1:53 is dropped',
    }),
    finding({
      severity: 'warning',
      change: 'pre-existing',
      causes: [],
      witness: 'UDP node -> 100.125.0.1:123 is dropped',
      requirement: 'T8.12',
      missing: egress('udp', '123', '100.125.0.0/16'),
      impact: 'clocks are no longer set',
    }),
  ]),
  undecided: report(undecided, { clusters: [cluster({ containerCidrs: [`(${UNKNOWN})`] })] }),
  'other-checks': report(others),
  'new-pool': report([
    finding({
      ...LACK,
      requirement: 'T8.11',
      pool: 'opentelekomcloud_cce_node_pool_v3.workers',
      group: 'nodes',
      missing: egress('all', 'all', '198.19.128.0/17'),
      impact: 'VPC endpoint service out of reach',
      causes: [
        {
          address: 'opentelekomcloud_networking_secgroup_v2.nodes',
          actions: ['create'],
          ...NO_PLACE,
          file: 'pools/workers.tf',
          line: 3,
        },
      ],
    }),
  ]),
  waived: report(
    [
      finding({ waived: WAIVED }),
      finding({
        waived: { ...WAIVED, reason: 'told to the platform team' },
        requirement: null,
        check: 'exposed-port',
        missing: [],
      }),
    ],
    { plans: [plan({ ruleChanges: 3 })] },
  ),
  resolved: report([], {
    plans: [plan({ changes: 1, ruleChanges: 1 })],
    holds: { groups: 2, rows: 27 },
    resolved: [
      { check: 'essential-rule', requirement: 'T1.2', cluster: 'prod', group: NODE_GROUP },
      { check: 'essential-rule', requirement: 'T1.6', cluster: 'prod', group: NODE_GROUP },
    ],
  }),
  identical: report([], {
    plans: [plan({ changes: 12, isUnchanged: true })],
    holds: { groups: 2, rows: 27 },
  }),
  'identical-but-a-moment': report([finding({ ...LATER, ...lbMessage('T8.1'), requirement: 'T8.1' })], {
    plans: [plan({ changes: 1, ruleChanges: 1, isUnchanged: true })],
  }),
  'nothing-changes': report([], {
    plans: [plan({ changes: 0, ruleChanges: 0 })],
    holds: { groups: 2, rows: 27 },
  }),
  'no-cluster': report([], {
    plans: [plan({ changes: 3, ruleChanges: 2 })],
    clusters: [],
    groups: [],
    holds: { groups: 0, rows: 0 },
  }),
  incomplete: report([], {
    plans: [plan({ changes: 1, ruleChanges: 1, complete: false })],
    holds: { groups: 2, rows: 27 },
  }),
  'several-plans': report(
    [
      finding({ plan: 1 }),
      finding({ ...LATER, requirement: 'T8.1' }),
      finding({ ...LATER, requirement: 'T8.1', cluster: 'edge', plan: 2 }),
    ],
    {
      plans: [
        plan({ path: 'envs/dev/plan.json', label: 'development' }),
        plan({ path: 'envs/prod/plan.json', label: 'production', changes: 1 }),
        plan({ path: 'envs/edge/plan.json', changes: 2, complete: false }),
      ],
      clusters: [
        cluster(),
        cluster({ vpcCidrs: ['10.0.0.0/8'] }),
        cluster({ name: 'edge', networkModel: 'overlay_l2' }),
      ],
      resolved: [{ check: 'essential-rule', requirement: 'T3.2', cluster: 'edge', group: null }],
    },
  ),
  sensitive: report(
    [
      finding({ missing: egress('udp', '53', '(sensitive)'), witness: null }),
      finding({
        requirement: 'T8.11',
        missing: egress('(sensitive)', '(sensitive)', '(sensitive)'),
        witness: null,
      }),
    ],
    { clusters: [cluster({ vpcCidrs: ['(sensitive)'], networkModel: 'underlay_ipvlan', masterCidrs: [] })] },
  ),
  'long-lists': report(
    Array.from({ length: 60 }, (_, i) =>
      finding({
        requirement: `T8.${(i % 14) + 1}`,
        severity: i < 10 ? 'critical' : 'warning',
        pool: `opentelekomcloud_cce_node_pool_v3.pool[${i}]`,
        missing: Array.from({ length: i === 0 ? 30 : 1 }, (__, n) => ({
          direction: 'egress' as const,
          protocol: 'udp',
          ports: '53',
          peers: Array.from({ length: 9 }, (___, k) => `10.${n}.${k}.0/24`),
        })),
        causes: Array.from({ length: 12 }, (__, n) => cause(`rule[${n}]`, ['delete'], n + 1)),
      }),
    ),
    { clusters: [cluster({ vpcCidrs: Array.from({ length: 9 }, (_, i) => `10.${i}.0.0/16`) })] },
  ),
};
