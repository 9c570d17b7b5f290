/** What the need of a row is made of: subnets, masters, NodePorts, service ranges. */
import { describe, expect, test } from '@jest/globals';

import type { NetworkModel } from '../../src/model/requirement.js';
import { judge, judgeBytes, type Judgement, rowFindings, rows, verdict } from '../support/judge.js';
import { node } from '../support/laws/machines.js';
import {
  cluster,
  madeGroup,
  POD_CIDR,
  subnet,
  SUBNET_CIDR,
  VPC_CIDR,
  world,
} from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import {
  attribute,
  type Change,
  comes,
  goes,
  planDocument,
  type Resource,
  stands,
  updated,
} from '../support/plans/plan-builder.js';
import { idOf } from '../support/plans/resource.js';
import { causes, configured, wholeGroup } from '../support/stories.js';

const NODE = madeGroup('node');
const PAIR = ['100.125.4.25', '100.125.129.199'];
const OWN_DNS = ['10.1.0.53', '10.1.0.54'];
const ALL_OUT: RuleSpec = { group: NODE, direction: 'egress', cidr: '0.0.0.0/0' };

/** All TCP and UDP to these addresses, and everything to those. */
function egress(dns: readonly string[], ...others: readonly string[]): readonly Change[] {
  const specs = [
    ...dns.flatMap((server) =>
      ['tcp', 'udp'].map((protocol) => ({ protocol, ports: [53, 53] as const, cidr: `${server}/32` })),
    ),
    ...[VPC_CIDR, POD_CIDR, '198.19.128.0/17', ...others].map((cidr) => ({ cidr })),
  ];
  return specs.map((spec, i) => stands(rule(`out_${i}`, { group: NODE, direction: 'egress', ...spec })));
}

/** The default egress goes, and these rules are all that stays. */
function hardened(rules: readonly Change[], more: readonly Change[] = []): readonly Change[] {
  return [...world({ model: 'vpc-router' }), goes(rule('all_out', ALL_OUT)), ...rules, ...more];
}

const OTHER = subnet({ name: 'other', cidr: '192.168.32.0/20', dns: OWN_DNS });
const OTHER_ID = attribute(OTHER, 'network_id', true);

function nodeIn(name: string): Resource {
  const base = node(name);
  return { ...base, cells: { ...base.cells, subnet_id: OTHER_ID } };
}

describe('DNS servers', () => {
  const SERVICES = '100.125.0.0/16';
  const ask = (dns: readonly string[], more: readonly Change[]): readonly string[] =>
    rows(judge(hardened(egress(dns, '100.125.1.0/24', ...NTP), more)), 'introduced').filter((row) =>
      /T8\.[12]$/.test(row),
    );
  const NTP = ['100.125.0.0/22', '100.125.5.0/24'];

  test.each<[string, readonly Change[]]>([
    ['a pool', [stands(OTHER), stands(pool('p', { groups: [], subnetId: OTHER_ID }))]],
    [
      'a pool that names the default group',
      [stands(OTHER), stands(pool('p', { groups: [NODE], subnetId: OTHER_ID }))],
    ],
    ['a new pool', [stands(OTHER), comes(pool('p', { groups: [], subnetId: OTHER_ID }))]],
    ['a single node', [stands(OTHER), stands(nodeIn('n'))]],
  ])('are those of the subnet of %s in the default group', (_, more) => {
    expect(ask(PAIR, more)).toEqual(['T8.1', 'T8.2']);
    expect(ask([...PAIR, ...OWN_DNS], more)).toEqual([]);
  });

  test('a subnet in which no node stands asks for nothing', () => {
    expect(ask(PAIR, [stands(OTHER)])).toEqual([]);
    const elsewhere = [
      stands(OTHER),
      stands(pool('p', { groups: [groupId('own')], subnetId: OTHER_ID })),
      stands(group('own')),
    ];
    expect(ask(PAIR, elsewhere)).toEqual([]);
  });

  test('a new pool in another subnet is the cause', () => {
    const stand = [...world({ model: 'vpc-router' }), stands(OTHER), ...egress(PAIR, SERVICES)];
    const own = [stands(rule('narrow', { ...ALL_OUT, cidr: SERVICES }))];
    const report = judge([
      ...stand,
      ...own,
      goes(rule('all_out', ALL_OUT)),
      comes(pool('p', { groups: [], subnetId: OTHER_ID })),
    ]);
    expect(rows(report, 'introduced')).toEqual(['T8.1', 'T8.2']);
    expect(causes(report, 'egress-minimum')).toContain('networking_secgroup_rule_v2.all_out');
  });

  test('of a subnet that the plan does not show nobody can tell, unless port 53 is closed or the file names them', () => {
    const unknown = [
      stands(pool('p', { groups: [], subnetId: { ref: 'var.subnet', value: idOf('elsewhere') } })),
    ];
    const told = judge(hardened(egress(PAIR, SERVICES), unknown));
    expect(rows(told, 'undecided')).toEqual(['T8.1', 'T8.2']);
    const closed = judge(hardened(egress([], '100.125.8.0/21', '100.125.128.0/23'), unknown));
    expect(rows(closed, 'undecided')).toContain('T8.1');
    const named = configured('clusters: [{ name: prod, dns-servers: [100.125.4.25] }]');
    expect(verdict(judge(hardened(egress(PAIR, SERVICES), unknown), named))).toEqual(
      verdict(judge(hardened(egress(PAIR, SERVICES)), named)),
    );
  });
});

describe('masters, by their subnet or the address of the API', () => {
  const own = groupId('own');
  const api = 'https://192.168.0.10:5443';
  const kubelet = (name: string, cidr: string): Resource =>
    rule(name, { group: own, protocol: 'tcp', ports: [10250, 10250], cidr });
  const shown = world({ model: 'overlay_l2', ownGroup: own });
  const hidden = shown.filter(({ after }) => after?.type !== 'vpc_subnet_v1');
  /** An own node group that let masters of the whole VPC in, and now lets these in. */
  const judgedIn = (base: readonly Change[], internal: string, ...cidrs: readonly string[]): Judgement => {
    const clusters = base.map((change) =>
      change.after?.type === 'cce_cluster_v3'
        ? stands({ ...change.after, computed: { ...change.after.computed, internal } })
        : change,
    );
    const others = wholeGroup('own', 'overlay_l2').filter(
      ({ after }) => after?.cells['port_range_min'] !== 10250,
    );
    const rules = cidrs.map((cidr, i) => comes(kubelet(`fresh${i}`, cidr)));
    return judge([...clusters, ...others, goes(kubelet('old', VPC_CIDR)), ...rules]);
  };
  const judged = (internal: string, ...cidrs: readonly string[]): Judgement =>
    judgedIn(hidden, internal, ...cidrs);

  test.each<[string, readonly string[], object]>([
    ['the whole VPC, in two rules', ['192.168.0.0/17', '192.168.128.0/17'], {}],
    ['a part with the address of the API', ['192.168.0.0/20'], { undecided: ['T3.2'] }],
    ['a part without it', ['192.168.16.0/20'], { introduced: ['T3.2'] }],
    ['nothing of the VPC', ['10.9.0.0/16'], { introduced: ['T3.2'] }],
    ['nobody', [], { introduced: ['T3.2'] }],
  ])('whose subnet is not shown: %s', (_, cidrs, expected) => {
    expect({ ...verdict(judged(api, ...cidrs)), transient: [] }).toEqual({ ...expected, transient: [] });
  });

  test('without the address of the API, only a rule for nobody in the VPC is surely wrong', () => {
    expect(rows(judged('', '192.168.16.0/20'), 'undecided')).toEqual(['T3.2']);
    expect(rows(judged('', '10.9.0.0/16'), 'introduced')).toEqual(['T3.2']);
  });

  test('where the plan shows the subnet, it counts, and not the address of the API', () => {
    const elsewhere = judgedIn(shown, 'https://192.168.16.10:5443', SUBNET_CIDR);
    expect({ ...verdict(elsewhere), transient: [] }).toEqual({ transient: [] });
    expect(rows(judgedIn(shown, api, '192.168.16.0/20'), 'introduced')).toEqual(['T3.2']);
  });
});

const NODE_PORT_ROWS: Readonly<Record<NetworkModel, readonly [string, string]>> = {
  'vpc-router': ['T1.4', 'T1.5'],
  overlay_l2: ['T3.3', 'T3.4'],
  eni: ['T5.2', 'T5.3'],
};

describe('service-node-port-range', () => {
  const withRange = (model: NetworkModel, value: string | undefined): Resource => {
    const base = cluster({ model });
    const configurations = [{ name: 'service-node-port-range', value }];
    const setting = value === undefined ? [] : [{ name: 'kube-apiserver', configurations }];
    return { ...base, computed: { ...base.computed, component_configurations: setting } };
  };
  const changed = (
    model: NetworkModel,
    from: string | undefined,
    to: string | undefined,
  ): readonly Change[] => {
    const [before, after] = [withRange(model, from), withRange(model, to)];
    return world({ model }).map((change) =>
      change.after?.type === 'cce_cluster_v3' ? updated(before, after) : change,
    );
  };

  test.each(['overlay_l2', 'eni'] as const)(
    '%s: a wider range lacks what the group does not open',
    (model) => {
      const report = judge(changed(model, undefined, '25000-32767'));
      expect(verdict(report)).toEqual({ introduced: NODE_PORT_ROWS[model] });
      expect(causes(report, 'required-access')[0]).toBe('cce_cluster_v3.prod');
      expect(rowFindings(report)[0]?.missing[0]?.ports).toBe('25000-29999');
      expect(verdict(judge(changed(model, '25000-32767', undefined)))).toEqual({});
      expect(verdict(judge(changed(model, '25000-32767', '25000-32767')))).toEqual({
        'pre-existing': NODE_PORT_ROWS[model],
      });
    },
  );

  test('a range within the usual one, or within what other rules open, lacks nothing', () => {
    expect(verdict(judge(changed('overlay_l2', undefined, '31000-32000')))).toEqual({});
    const open = ['tcp', 'udp'].map((protocol) =>
      comes(rule(protocol, { group: NODE, protocol, ports: [20106, 29999], cidr: '0.0.0.0/0' })),
    );
    expect(verdict(judge([...changed('overlay_l2', undefined, '20106-32767'), ...open]))).toEqual({});
    // All TCP and UDP of the VPC, and everything of the containers, are open in this model.
    expect(verdict(judge(changed('vpc-router', undefined, '25000-32767')))).toEqual({});
  });

  test('one that is not known leaves what is beyond the usual one undecided', () => {
    const report = judge(changed('overlay_l2', undefined, 'later'));
    expect(verdict(report)).toEqual({ undecided: NODE_PORT_ROWS.overlay_l2 });
    expect(rowFindings(report)[0]?.message).toContain('cce_cluster_v3.prod: service-node-port-range');
  });
});

describe('service ranges', () => {
  const OLD = '100.126.0.0/16';
  const inRegion = (region: string, ...ranges: readonly string[]): Uint8Array => {
    const document = planDocument(hardened(egress(PAIR, ...ranges)));
    return new TextEncoder().encode(
      JSON.stringify(document).replaceAll('"region":"eu-de"', `"region":"${region}"`),
    );
  };

  test.each([
    ['eu-de', '100.125.0.0/16', []],
    ['eu-nl', OLD, ['T8.12', 'T8.13', 'T8.14']],
    ['eu-ch2', OLD, []],
    ['eu-ch2', '100.125.0.0/16', ['T8.12', 'T8.13', 'T8.14']],
  ])('of %s: %s', (region, range, missing) => {
    const report = judgeBytes(inRegion(region, range));
    expect(rows(report, 'introduced')).toEqual(missing);
    const isHinted = rowFindings(report).some(({ message }) => message.includes('June 2025'));
    expect(isHinted).toBe(region === 'eu-nl');
  });

  test('by the configuration', () => {
    const swiss = configured('clusters: [{ name: prod, region: eu-ch2 }]');
    expect(rows(judgeBytes(inRegion('eu-de', OLD), swiss), 'introduced')).toEqual([]);
    const own = configured('clusters: [{ name: prod, service-cidrs: [10.7.0.0/16] }]');
    expect(rows(judgeBytes(inRegion('eu-de', '10.7.0.0/16'), own), 'introduced')).toEqual([]);
  });

  test.each<[string, object, object]>([
    ['a constant', { constant_value: 'eu-ch2' }, {}],
    ['a root variable', { references: ['var.region'] }, { region: { value: 'eu-ch2' } }],
  ])('by the provider of a new cluster: %s', (_, region, variables) => {
    const own = group('own');
    const id = groupId('own', false);
    const fresh = world({ model: 'vpc-router', as: 'new', ownGroup: id });
    const rules = egress(PAIR, OLD).flatMap(({ after }) =>
      after === undefined ? [] : [comes({ ...after, cells: { ...after.cells, security_group_id: id } })],
    );
    const document = planDocument([...fresh, comes(own), ...rules]);
    const provider_config = { opentelekomcloud: { expressions: { region } } };
    const configuration = { ...document.configuration, provider_config };
    const bytes = new TextEncoder().encode(JSON.stringify({ ...document, configuration, variables }));
    const missing = rows(judgeBytes(bytes), 'introduced');
    expect(missing.filter((row) => row.startsWith('T8.'))).toEqual([]);
  });

  test('rows that the page of the region does not have are warnings', () => {
    const swiss = configured('clusters: [{ name: prod, region: eu-ch2 }]');
    const report = judge(hardened([]), swiss);
    const milder = rowFindings(report).filter(
      ({ severity, change }) => severity === 'warning' && change === 'introduced',
    );
    expect(milder.map(({ requirement }) => requirement)).toEqual(['T8.1', 'T8.3', 'T8.4']);
  });
});
