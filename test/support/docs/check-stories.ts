/** A story of each check for its page: a plan that it fires at, and one that it does not. The pages judge both anew. */
import type { CheckId } from '../../../src/check/check-id.js';
import { egressMinima } from '../../../src/model/model.js';
import { cluster, madeGroup, POD_CIDR, VPC_CIDR, world } from '../plans/cce-world.js';
import { groupId, pool, rule, type RuleSpec } from '../plans/group-rules.js';
import {
  type Cell,
  type Change,
  comes,
  forgotten,
  goes,
  replaced,
  stands,
  updated,
} from '../plans/plan-builder.js';
import { idOf } from '../plans/resource.js';
import { rulesOfRow } from '../plans/row-rules.js';
import { wholeGroup } from '../stories.js';

/** A change of a small configuration. */
export interface CheckStory {
  /** What changes, in words. */
  readonly title: string;
  /** The whole plan; what stands is not shown. */
  readonly changes: readonly Change[];
  /** The configuration file beside it. */
  readonly yaml?: string;
}

/** The two stories of a check. */
export interface StoriesOfCheck {
  readonly fires: CheckStory;
  readonly keeps: CheckStory;
}

const NODE = madeGroup('node');
const base = world({ model: 'vpc-router' });
const tunnel = world({ model: 'overlay_l2' });
const OFFICE = '203.0.113.0/24';
const TCP: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };
const NODE_PORTS: RuleSpec = { group: NODE, protocol: 'tcp', ports: [30_000, 32_767], cidr: '0.0.0.0/0' };
const OUT: RuleSpec = { group: NODE, direction: 'egress', cidr: '0.0.0.0/0' };
const DNS: RuleSpec = { ...OUT, protocol: 'udp', ports: [53, 53], cidr: '100.125.0.0/16' };
const SSH: RuleSpec = { group: NODE, protocol: 'tcp', ports: [22, 22], cidr: OFFICE };
const KUBELET: RuleSpec = { group: NODE, protocol: 'tcp', ports: [10_250, 10_250], cidr: '0.0.0.0/0' };
const STRANGE = { ref: 'var.group', value: idOf('strange') };
const OWN = groupId('own');

function story(title: string, changes: readonly Change[], yaml?: string): CheckStory {
  return { title, changes: [...base, ...changes], ...(yaml !== undefined && { yaml }) };
}

function freshCluster(cells: Readonly<Record<string, Cell>>): readonly Change[] {
  const own = cluster({ model: 'vpc-router', isNew: true });
  const network = world({ model: 'vpc-router', as: 'new' }).slice(0, 2);
  return [...network, comes({ ...own, cells: { ...own.cells, ...cells } })];
}

const dualStack = (): Change => {
  const own = cluster({ model: 'vpc-router' });
  return updated(own, { ...own, cells: { ...own.cells, ipv6_enable: true } });
};

const waiverUntil = (expires: string): string => `waivers:
  - requirement: T1.2
    cluster: prod
    packets: tcp from ${VPC_CIDR}
    reason: The masters are to go
    owner: "@platform"
    expires: ${expires}
`;

const RECORDED = 'clusters:\n  - name: prod\n    default-rules: { gone: [T1.9] }\n';

/** What is left of egress once everything that is not needed is shut, but for DNS over UDP. */
function hardened(): readonly Change[] {
  const place = { owner: NODE, model: 'vpc-router' } as const;
  const specs = egressMinima('vpc-router')
    .filter(({ id }) => id !== 'T8.2')
    .flatMap((row) => rulesOfRow(row, place));
  return specs.map((spec, i) => stands(rule(`out_${i}`, spec)));
}

/** By check; the compiler asks for every one. */
export const CHECK_STORIES: Readonly<Record<CheckId, StoriesOfCheck>> = {
  'essential-rule': {
    fires: story('The rule that lets in all TCP of the VPC is removed.', [goes(rule('vpc_tcp', TCP))]),
    keeps: story('It is removed, and two rules that together say the same are there already.', [
      goes(rule('vpc_tcp', TCP)),
      stands(rule('lower', { ...TCP, ports: [1, 19_999] })),
      stands(rule('upper', { ...TCP, ports: [20_000, 65_535] })),
    ]),
  },
  'required-access': {
    fires: {
      title: 'In a cluster with the tunnel network the node ports are narrowed to an office.',
      changes: [
        ...tunnel,
        goes(rule('node_ports', NODE_PORTS)),
        comes(rule('office', { ...NODE_PORTS, cidr: OFFICE })),
      ],
    },
    keeps: {
      title: 'They are narrowed, and the VPC, the containers and the load balancers keep their way in.',
      changes: [
        ...tunnel,
        goes(rule('node_ports', NODE_PORTS)),
        stands(rule('from_vpc', { ...NODE_PORTS, cidr: VPC_CIDR })),
        stands(rule('from_pods', { ...NODE_PORTS, cidr: POD_CIDR })),
        stands(rule('from_balancers', { ...NODE_PORTS, cidr: '100.125.0.0/16' })),
      ],
      yaml: 'clusters:\n  - name: prod\n    load-balancer-cidrs: [100.125.0.0/16]\n',
    },
  },
  'egress-minimum': {
    fires: story(
      'Egress was hardened earlier, and now the rule for DNS over UDP goes.',
      [...hardened(), goes(rule('dns', DNS))],
      RECORDED,
    ),
    keeps: story(
      'A rule more changes nothing for the minimum.',
      [
        ...hardened(),
        stands(rule('dns', DNS)),
        comes(rule('proxy', { ...OUT, protocol: 'tcp', ports: [3128, 3128], cidr: '10.9.0.0/24' })),
      ],
      RECORDED,
    ),
  },
  'exposed-port': {
    fires: story('Kubelet is opened to everybody.', [comes(rule('kubelet', KUBELET))]),
    keeps: story('It is opened to an office.', [comes(rule('kubelet', { ...KUBELET, cidr: OFFICE }))]),
  },
  'new-access': {
    fires: story(
      'A rule lets an office in.',
      [comes(rule('web', { ...SSH, ports: [443, 443] }))],
      'severity: { new-access: critical }\n',
    ),
    keeps: story(
      'It does, and somebody has agreed.',
      [comes(rule('web', { ...SSH, ports: [443, 443] }))],
      `severity: { new-access: critical }\nallow: [tcp/443 from ${OFFICE}]\n`,
    ),
  },
  'duplicate-rule': {
    fires: story('A rule is written that CCE made already.', [comes(rule('vpc_tcp', TCP))]),
    keeps: story('A rule is written that lets through something else.', [comes(rule('office', SSH))]),
  },
  'rule-input': {
    fires: story('The protocol is written in capitals.', [
      comes(rule('web', { ...SSH, protocol: 'TCP', ports: [443, 443] })),
    ]),
    keeps: story('It is written in small letters.', [comes(rule('web', { ...SSH, ports: [443, 443] }))]),
  },
  'group-lifecycle': {
    fires: story('The groups of a pool change, which makes all its nodes anew.', [
      ...wholeGroup('own'),
      replaced(
        pool('workers', { groups: [NODE] }),
        pool('workers', { groups: [NODE, OWN] }),
        'destroy-first',
        ['security_group_ids'],
      ),
    ]),
    keeps: story('The pool keeps its groups, and the rules of its group change.', [
      ...wholeGroup('own'),
      stands(pool('workers', { groups: [OWN] })),
      comes(rule('office', { ...SSH, group: OWN })),
    ]),
  },
  'ineffective-rule': {
    fires: story('Egress is to be hardened, and what lets everything out stays.', [
      comes(rule('dns', DNS)),
      comes(rule('ntp', { ...DNS, ports: [123, 123] })),
    ]),
    keeps: story(
      'Egress was hardened earlier: the rule has something to let out.',
      [
        ...hardened(),
        stands(rule('dns', DNS)),
        comes(rule('proxy', { ...OUT, protocol: 'tcp', ports: [3128, 3128], cidr: '10.9.0.0/24' })),
      ],
      RECORDED,
    ),
  },
  'unknown-group': {
    fires: story('A rule changes in a group of which the plan knows only an id.', [
      goes(rule('web', { ...SSH, group: STRANGE })),
    ]),
    keeps: story(
      'The configuration says whose group it is.',
      [goes(rule('web', { ...SSH, group: STRANGE }))],
      `clusters:
  - name: prod
    security-groups: { node: ["${STRANGE.value}"] }
`,
    ),
  },
  'not-covered': {
    fires: {
      title: 'The cluster gets IPv6, of which the tables say nothing.',
      changes: [...base.slice(0, 2), dualStack()],
    },
    keeps: story('Nothing changes but a rule.', [comes(rule('office', SSH))]),
  },
  'forgotten-rule': {
    fires: story('A `removed` block lets go of a rule, which stands on in the cloud.', [
      forgotten(rule('metrics', { ...SSH, ports: [9100, 9100] })),
    ]),
    keeps: story('The rule is destroyed.', [goes(rule('metrics', { ...SSH, ports: [9100, 9100] }))]),
  },
  'address-overlap': {
    fires: {
      title: 'A new cluster has its containers within the VPC.',
      changes: freshCluster({ container_network_cidr: '192.168.64.0/18' }),
    },
    keeps: { title: 'They are beside the VPC.', changes: freshCluster({}) },
  },
  configuration: {
    fires: story(
      'The name of a cluster is misspelt.',
      [comes(rule('office', SSH))],
      'clusters:\n  - name: porud\n    region: eu-de\n',
    ),
    keeps: story(
      'It is spelt as in the plan.',
      [comes(rule('office', SSH))],
      'clusters:\n  - name: prod\n    region: eu-de\n',
    ),
  },
  waiver: {
    fires: story('The waiver has ended.', [goes(rule('vpc_tcp', TCP))], waiverUntil('2025-06-30')),
    keeps: story('It counts.', [goes(rule('vpc_tcp', TCP))], waiverUntil('2026-06-30')),
  },
};
