/** Reports made by hand, one for each shape that a renderer meets. */
import type { Report } from '../../../src/report/report.js';
import { SENSITIVE } from '../../../src/report/words/phrases.js';
import {
  addresses,
  beliefs,
  cause,
  causeAt,
  check,
  cluster,
  egress,
  finding,
  group,
  groupName,
  NODE_GROUP,
  place,
  plan,
  report,
  ROW,
  row,
  statement,
  witness,
} from './builders.js';
import { alone, hardened, LATER, narrowed, others, UNKNOWN, undecided } from './findings.js';
import { CANARIES, withTexts } from './hostile.js';

const WAIVED = {
  reason: 'NodePorts are not used',
  owner: '@platform',
  expires: '2027-01-31',
};

/** What was missing before, or is of a new subject. */
const LACKING = { fate: 'missing' } as const;

function mended(id: string): Report['resolved'][number] {
  const of = { plan: 0, cluster: 'prod', group: groupName(NODE_GROUP) };
  return { ...of, check: check('essential-rule'), row: row(id) };
}

/** By the name of the file that holds what is expected. */
export const REPORTS: Readonly<Record<string, Report>> = {
  'hardened-egress': report(hardened),
  'one-row': report(alone, {
    clusters: [
      cluster({ networkModel: 'eni', addresses: { container: addresses('x', '192.168.128.0/20') } }),
    ],
    groups: [],
  }),
  'one-cause-two-checks': report(narrowed),
  'pre-existing': report([
    finding({
      severity: 'warning',
      change: 'pre-existing',
      causes: [],
      witness: witness({ ...LACKING, other: { end: 'dns-server', address: '1.1.1.1' } }),
    }),
    finding({
      severity: 'warning',
      change: 'pre-existing',
      causes: [],
      witness: witness({ ...LACKING, other: { end: 'service', address: '100.125.0.10' }, port: 123 }),
      row: 'T8.12',
      missing: egress('udp', '123', '100.125.0.0/16'),
    }),
  ]),
  undecided: report(undecided, {
    clusters: [cluster({ addresses: { container: addresses(UNKNOWN, UNKNOWN) } })],
  }),
  'other-checks': report(others),
  'new-pool': report([
    finding({
      witness: witness({
        ...LACKING,
        protocol: 6,
        other: { end: 'service', address: '198.19.128.10' },
        port: 443,
      }),
      row: 'T8.11',
      pool: 'opentelekomcloud_cce_node_pool_v3.workers',
      group: 'nodes',
      missing: egress('all', 'all', '198.19.128.0/17'),
      causes: [
        causeAt(
          'opentelekomcloud_networking_secgroup_v2.nodes',
          ['create'],
          place({ file: 'pools/workers.tf', line: 3 }),
        ),
      ],
    }),
  ]),
  waived: report(
    [
      finding({ waived: WAIVED }),
      finding({
        waived: { ...WAIVED, reason: 'told to the platform team' },
        row: undefined,
        check: 'exposed-port',
        missing: [],
        reason: { kind: 'opened', opening: { kind: 'all' }, family: 'IPv4', byCce: undefined },
      }),
    ],
    { plans: [plan({ ruleChanges: 3 })] },
  ),
  resolved: report([], {
    plans: [plan({ changes: 1, ruleChanges: 1 })],
    holds: { groups: 2, rows: 27, of: 27 },
    resolved: [mended('T1.2'), mended('T1.6')],
  }),
  identical: report([], {
    plans: [plan({ changes: 12, isUnchanged: true })],
    holds: { groups: 2, rows: 27, of: 27 },
  }),
  'identical-if': report([], {
    plans: [plan({ changes: 12, isUnchanged: true, unchangedIf: [row('T1.9')] })],
    groups: [group({ defaults: beliefs({ assumed: ['T1.8', 'T1.9'] }) })],
    holds: { groups: 2, rows: 27, of: 27 },
  }),
  believed: report(
    [
      finding({
        restsOn: beliefs({ gone: ['T1.9'] }),
      }),
      finding({
        ...LATER,
        change: 'undecided',
        row: 'T1.2',
        check: 'essential-rule',
        witness: witness({ fate: 'may-be-missing' }),
        reason: {
          ...ROW,
          doubts: [{ kind: 'default', row: 'T1.2', cluster: 'prod' }],
        },
        remedy: 'tell-value',
      }),
    ],
    {
      groups: [
        group({
          name: 'prod-cce-node-x1',
          defaults: beliefs({
            plan: ['T1.1'],
            recorded: ['T1.7'],
            gone: ['T1.9'],
            doubted: ['T1.2'],
            assumed: ['T1.3', 'T1.4', 'T1.5', 'T1.6', 'T1.8'],
          }),
        }),
        group({ key: 'c', role: 'control', defaults: beliefs({ seen: ['T2.1', 'T2.2', 'T2.7'] }) }),
      ],
      records: [
        {
          cluster: 'prod',
          isNameable: true,
          gone: [row('T1.1')],
          recorded: [],
          entry: { gone: ['T1.1', 'T1.7'], standing: [] },
        },
        {
          cluster: 'edge',
          isNameable: true,
          gone: [row('T3.5')],
          recorded: [row('T3.5')],
          entry: { gone: ['T3.5'], standing: [] },
        },
      ],
    },
  ),
  'identical-but-a-moment': report([finding({ ...LATER, row: 'T8.1' })], {
    plans: [plan({ changes: 1, ruleChanges: 1, isUnchanged: true })],
  }),
  'nothing-changes': report([], {
    plans: [plan({ changes: 0, ruleChanges: 0 })],
    holds: { groups: 2, rows: 27, of: 27 },
  }),
  'no-cluster': report([], {
    plans: [plan({ changes: 3, ruleChanges: 2, showsCluster: false })],
    clusters: [],
    groups: [],
    holds: { groups: 0, rows: 0, of: 0 },
  }),
  incomplete: report([], {
    plans: [plan({ changes: 1, ruleChanges: 1, complete: false })],
    holds: { groups: 2, rows: 27, of: 27 },
  }),
  'several-plans': report(
    [
      finding({ plan: 1 }),
      finding({ ...LATER, row: 'T8.1' }),
      finding({ ...LATER, row: 'T8.1', cluster: 'edge', plan: 2 }),
    ],
    {
      plans: [
        plan({ path: 'envs/dev/plan.json', label: 'development' }),
        plan({ path: 'envs/prod/plan.json', label: 'production', changes: 1 }),
        plan({ path: 'envs/edge/plan.json', changes: 2, complete: false }),
      ],
      clusters: [
        cluster(),
        cluster({ plan: 1, addresses: { vpc: addresses('x', '10.0.0.0/8') } }),
        cluster({ plan: 2, name: 'edge', networkModel: 'overlay_l2' }),
      ],
      groups: [group(), group({ plan: 1 })],
      resolved: [{ ...mended('T3.2'), plan: 2, cluster: 'edge', group: undefined }],
    },
  ),
  sensitive: report(
    [
      finding({ missing: egress('udp', '53', '(sensitive)'), witness: undefined }),
      finding({
        row: 'T8.11',
        missing: egress('(sensitive)', '(sensitive)', '(sensitive)'),
        witness: undefined,
      }),
    ],
    {
      clusters: [
        cluster({
          networkType: 'underlay_ipvlan',
          addresses: { vpc: addresses('x', SENSITIVE), master: addresses('x') },
        }),
      ],
    },
  ),
  'long-lists': report(
    Array.from({ length: 60 }, (_, i) =>
      finding({
        row: `T8.${(i % 14) + 1}`,
        severity: i < 10 ? 'critical' : 'warning',
        pool: `opentelekomcloud_cce_node_pool_v3.pool[${i}]`,
        missing: Array.from({ length: i === 0 ? 30 : 1 }, (__, n) =>
          egress('udp', '53', ...Array.from({ length: 9 }, (___, k) => `10.${n}.${2 * k}.0/24`)),
        ).flat(),
        causes: Array.from({ length: 12 }, (__, n) => cause(`rule[${n}]`, ['delete'], n + 1)),
      }),
    ),
    {
      clusters: [
        cluster({
          addresses: { vpc: addresses('x', ...Array.from({ length: 9 }, (_, i) => `10.${2 * i}.0.0/16`)) },
        }),
      ],
    },
  ),
  // The report does not list the cluster.
  'cluster-goes': report(
    [
      statement('', {
        check: 'group-lifecycle',
        cluster: 'edge',
        reason: { kind: 'cluster-replaced', address: 'opentelekomcloud_cce_cluster_v3.edge' },
        causes: [causeAt('opentelekomcloud_cce_cluster_v3.edge', ['delete', 'create'], place({ line: 40 }))],
      }),
      statement('', {
        check: 'group-lifecycle',
        group: 'edge-nodes',
        reason: {
          ...{ kind: 'group-goes', address: 'opentelekomcloud_networking_secgroup_v2.edge' },
          ...{ isReplaced: false, others: 2 },
          user: { kind: 'resource', address: 'opentelekomcloud_cce_node_pool_v3.edge' },
        },
        causes: [causeAt('opentelekomcloud_networking_secgroup_v2.edge', ['delete'])],
      }),
    ],
    { plans: [plan({ label: 'edge', program: 'tofu', terraformVersion: '1.9.1' })] },
  ),
  'same-titles': report([
    ...['a', 'b', 'p'.repeat(400), `${'p'.repeat(400)}s`].map((name) =>
      finding({ pool: `x.${name}`, group: `group-${name}` }),
    ),
    finding({ cluster: 'edge' }),
  ]),
  'nothing-judged': report(
    [
      statement('', {
        severity: 'warning',
        cluster: undefined,
        group: undefined,
        reason: {
          ...{ kind: 'group-not-placed', rules: 3, group: NODE_GROUP },
          ...{ isContradicted: false, isDefaultTraffic: true },
        },
      }),
    ],
    {
      plans: [plan({ changes: 3, ruleChanges: 3, showsCluster: false })],
      ...{ clusters: [], groups: [], holds: { groups: 0, rows: 0, of: 0 } },
    },
  ),
  hostile: withTexts(
    report([
      ...alone,
      finding({ ...LATER, row: 'T8.1' }),
      finding({ waived: WAIVED, row: 'T8.12', missing: egress('udp', '123', '100.125.0.0/16') }),
    ]),
    (old) => `${old} ${CANARIES.slice(0, 4).join(' ')}`,
  ),
};
