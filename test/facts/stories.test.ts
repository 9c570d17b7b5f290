/** What facts change of the verdict: whose groups, which addresses, whose rules, how old. */
import { describe, expect, test } from '@jest/globals';

import { tableOf } from '../../src/model/model.js';
import { ROLES } from '../../src/model/requirement.js';
import { type ApiRuleJson, apiRule, factsOf, groupsOf } from '../support/facts/api-facts.js';
import { judge, judgeBytes, verdict } from '../support/judge.js';
import { madeGroup, POD_CIDR, SUBNET_CIDR, vpc, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import {
  type Change,
  comes,
  goes,
  planDocument,
  type Resource,
  stands,
  updated,
} from '../support/plans/plan-builder.js';
import { idOf } from '../support/plans/resource.js';
import { rulesOfRow } from '../support/plans/row-rules.js';
import { causes, nodeRules, of, printed, said, secret } from '../support/stories.js';

const MODEL = 'vpc-router';
/** A deny for the VPC takes from the masters themselves as well. */
const DENIED = ['T2.3', 'T2.6'];

/** All that CCE makes for the cluster of the world. */
const MADE: readonly ApiRuleJson[] = ROLES.flatMap((role) =>
  (tableOf(role, MODEL)?.rows ?? []).flatMap((row) =>
    rulesOfRow(row, { owner: madeGroup(role), model: MODEL }).map((spec, i) =>
      apiRule(`${row.id} ${i}`, spec),
    ),
  ),
);
const NETWORK_ADDON: RuleSpec = {
  group: madeGroup('control'),
  protocol: 'tcp',
  ports: [9443, 9443],
  cidr: VPC_CIDR,
};

/** The API's answer for the cluster of the world. */
const CLUSTER = {
  kind: 'Cluster',
  metadata: { uid: idOf('cce_cluster_v3 prod'), name: 'prod' },
  spec: {
    hostNetwork: { vpc: idOf('vpc'), subnet: idOf('nodes'), SecurityGroup: idOf('prod node') },
    containerNetwork: { mode: MODEL, cidr: POD_CIDR },
  },
  status: { endpoints: [{ url: 'https://192.168.0.10:5443', type: 'Internal' }] },
};

/** A rule of a group that only its id tells of. */
function byId(spec: RuleSpec): RuleSpec {
  return { ...spec, group: { ref: 'var.group', value: spec.group.value } };
}

/** What a state as JSON shows of resources. */
function stateOf(...resources: readonly Resource[]): unknown {
  const { prior_state: prior } = planDocument(resources.map(stands));
  return { format_version: '1.0', ...prior };
}

describe('groups and addresses', () => {
  test('answers of the API place a group by its id: cluster, VPC, subnet, descriptions', () => {
    const described = (role: string, words: string): unknown => ({
      id: idOf(`prod ${role}`),
      name: `prod-cce-${role}-a1b2c`,
      description: `The security group is created by CCE cluster ${CLUSTER.metadata.uid} for the ${words}`,
    });
    const facts = factsOf(
      { security_groups: [described('node', 'node'), described('control', 'master port')] },
      { clusters: [CLUSTER] },
      { vpcs: [{ id: idOf('vpc'), cidr: VPC_CIDR, extend_cidrs: [] }] },
      { subnets: [{ id: idOf('nodes'), vpc_id: idOf('vpc'), cidr: SUBNET_CIDR, dnsList: ['100.125.4.25'] }] },
    );
    const report = judge([goes(rule('addon', byId(NETWORK_ADDON)))], {}, facts);
    expect(verdict(report)).toEqual({ introduced: ['T2.3'] });
    expect(of(report, 'unknown-group')).toEqual([]);
  });

  test('a secondary CIDR that only the v3 API tells is part of the VPC', () => {
    const more = '10.9.0.0/16';
    const vpcId = idOf('vpc_v1 prod');
    const facts = factsOf({ vpcs: [{ id: vpcId, cidr: VPC_CIDR, extend_cidrs: [more] }] });
    const narrow = rule('addon', NETWORK_ADDON);
    const changes = [...world({ model: MODEL, as: 'data' }), goes(narrow)];
    const cidrs = judge(changes, {}, facts).clusters.map(({ vpcCidrs }) => vpcCidrs);
    expect(cidrs).toEqual([[more, VPC_CIDR]]);
  });

  test('a group of one’s own that is managed elsewhere is known', () => {
    const own = { ref: 'var.group', value: idOf('own') };
    const changes = [...world({ model: MODEL }), stands(pool('workers', { groups: [own] }))];
    const touched = [...changes, comes(rule('more', { group: own, protocol: 'tcp', ports: [1, 1] }))];
    expect(of(judge(touched), 'unknown-group')).toHaveLength(1);
    const rules = nodeRules('own', MODEL).length;
    expect(rules).toBeGreaterThan(5);
    const seen = tableOf('node', MODEL).rows.flatMap((row) =>
      rulesOfRow(row, { owner: own, model: MODEL }).map((spec, i) => apiRule(`own ${row.id} ${i}`, spec)),
    );
    const known = judge(touched, {}, factsOf(groupsOf(seen)));
    expect(of(known, 'unknown-group')).toEqual([]);
    expect(verdict(known)).toEqual({});
    const [, ...less] = seen;
    expect(verdict(judge(touched, {}, factsOf(groupsOf(less))))).toEqual({
      'pre-existing': ['opentelekomcloud_cce_node_pool_v3.workers T1.1'],
    });
  });
});

describe('what the plan does to a group that is seen', () => {
  test('CCE follows a CIDR that the plan gives the VPC, in the node group alone', () => {
    const more = '10.9.0.0/16';
    const grows = updated(vpc(VPC_CIDR), vpc(VPC_CIDR, more));
    const assumed = judge(world({ model: MODEL, vpc: grows }));
    const seen = judge(world({ model: MODEL, vpc: grows }), {}, factsOf(groupsOf(MADE)));
    expect(verdict(seen)).toEqual(verdict(assumed));
    expect(verdict(seen)).toMatchObject({ introduced: expect.arrayContaining(['T2.3']) });
  });

  test('a group that the plan makes has nothing to do with facts', () => {
    const changes = [
      ...world({ model: MODEL }),
      comes(group('new')),
      comes(rule('in', { group: groupId('new', false) })),
    ];
    const report = judge(changes, {}, factsOf(groupsOf(MADE)));
    expect(of(report, 'configuration')).toEqual([]);
    expect(verdict(report)).toEqual({});
  });

  test('a deny that nobody manages counts by its priority', () => {
    const deny = { ...apiRule('deny', NETWORK_ADDON), action: 'deny' };
    const facts = (priority: number) =>
      factsOf(groupsOf([...MADE.map((one) => ({ ...one, priority: 10 })), { ...deny, priority }]));
    const changes = [
      ...world({ model: MODEL }),
      comes(rule('more', { group: madeGroup('node'), protocol: 'sctp' })),
    ];
    expect(verdict(judge(changes, {}, facts(5)))).toEqual({ 'pre-existing': DENIED });
    expect(verdict(judge(changes, {}, facts(50)))).toEqual({});
  });

  test('a new rule of the v2 API has the priority that facts show of such rules', () => {
    const deny = {
      ...NETWORK_ADDON,
      api: 'v3',
      ports: undefined,
      multiPort: '9443',
      action: 'deny',
      priority: 5,
    } as const;
    const changes = [
      ...world({ model: MODEL }),
      comes(rule('deny', deny)),
      comes(rule('again', { ...NETWORK_ADDON, cidr: '192.168.0.0/15' })),
    ];
    const facts = (priority: number) => factsOf(groupsOf(MADE.map((one) => ({ ...one, priority }))));
    expect(verdict(judge(changes, {}, factsOf(groupsOf(MADE))))).toEqual({ undecided: DENIED });
    expect(verdict(judge(changes, {}, facts(1)))).toEqual({});
    expect(verdict(judge(changes, {}, facts(100)))).toEqual({ introduced: DENIED });
  });

  test('a CIDR that the plan marks sensitive stays one', () => {
    const hidden = '10.77.0.0/16';
    const spec = { group: madeGroup('control'), protocol: 'tcp', ports: [9443, 9443], cidr: hidden } as const;
    const changes = [...world({ model: MODEL }), goes(secret(rule('hidden', spec), 'remote_ip_prefix'))];
    const facts = factsOf(groupsOf([...MADE, apiRule('hidden', spec)]));
    expect(printed(judge(changes, {}, facts))).not.toContain('10.77');
  });
});

describe('the state of another root', () => {
  test('adds its rules, and what it does not manage is believed as before', () => {
    const addon = rule('addon', byId(NETWORK_ADDON));
    const storage = rule('storage', byId({ ...NETWORK_ADDON, ports: [8445, 8445] }));
    const facts = factsOf(stateOf(storage));
    const changes = [...world({ model: MODEL }), goes(addon)];
    const report = judge(changes, {}, facts);
    expect(verdict(report)).toEqual({ introduced: ['T2.3'] });
    expect(of(report, 'configuration')).toEqual([]);
    const beliefs = report.groups
      .filter(({ role }) => role === 'control')
      .flatMap(({ defaults }) => defaults.map(({ requirement, belief }) => [requirement, belief]));
    expect(beliefs).toContainEqual(['T2.5', 'plan']);
    expect(beliefs).toContainEqual(['T2.6', 'assumed']);
  });

  test('a rule that another root has beside it keeps the packets', () => {
    const wider = rule(
      'wider',
      byId({ group: madeGroup('control'), protocol: 'tcp', ports: [1, 65535], cidr: VPC_CIDR }),
    );
    const changes = [...world({ model: MODEL }), goes(rule('addon', NETWORK_ADDON))];
    expect(verdict(judge(changes, {}, factsOf(stateOf(wider))))).toEqual({});
  });

  test('the state of the plan’s own root says nothing new', () => {
    const addon = rule('addon', NETWORK_ADDON);
    const changes = [...world({ model: MODEL }), goes(addon)];
    expect(verdict(judge(changes, {}, factsOf(stateOf(addon))))).toEqual({ introduced: ['T2.3'] });
  });

  test('a state that is older than what the cloud shows is no rule', () => {
    const wider = rule(
      'wider',
      byId({ group: madeGroup('control'), protocol: 'tcp', ports: [1, 65535], cidr: VPC_CIDR }),
    );
    const changes = [...world({ model: MODEL }), goes(rule('addon', NETWORK_ADDON))];
    const others = MADE.filter(({ port_range_min: port }) => port !== 9443);
    const cloud = groupsOf([...others, apiRule('addon', NETWORK_ADDON)]);
    expect(verdict(judge(changes, {}, factsOf(stateOf(wider), cloud)))).toEqual({ introduced: ['T2.3'] });
  });
});

describe('told of facts', () => {
  const changes = [
    ...world({ model: MODEL }),
    comes(rule('more', { group: madeGroup('node'), protocol: 'sctp' })),
  ];
  const dated = (fetchedAt: string): unknown => ({ fetchedAt, ...Object(groupsOf(MADE)) });
  const at = (timestamp: string | undefined, all: readonly Change[] = changes) =>
    new TextEncoder().encode(JSON.stringify({ ...planDocument(all), timestamp }));

  test.each([
    ['a day and an hour', '2026-11-24T07:00:00Z', ['1 day before']],
    ['a year', '2027-11-24T07:00:00Z', ['366 days before|365 days before']],
    ['a day', '2026-11-24T06:00:00Z', []],
    ['not yet there', '2026-11-20T06:00:00Z', []],
    ['nobody knows how long', undefined, []],
  ])('of %s before the plan', (_, timestamp, expected) => {
    const report = judgeBytes(at(timestamp), {}, factsOf(dated('2026-11-23T06:00:00Z')));
    const told = said(report, 'configuration');
    expect(told).toHaveLength(expected.length);
    for (const words of expected) {
      expect(words.split('|').some((one) => told.join().includes(one))).toBe(true);
    }
  });

  test('they show nothing of what the plan names', () => {
    const others = MADE.map((one) => ({
      ...one,
      id: `x${one.id}`,
      security_group_id: idOf(one.security_group_id),
    }));
    expect(said(judge(changes, {}, factsOf(groupsOf(others))), 'configuration')).toEqual([
      expect.stringMatching(/^warning introduced: the facts in facts-0\.json show none of the groups/),
    ]);
    const emptied = { security_groups: [], vpcs: [{ id: idOf('vpc_v1 prod'), cidr: VPC_CIDR }] };
    expect(said(judge(changes, {}, factsOf(emptied)), 'configuration')).toHaveLength(1);
    expect(said(judge([comes(vpc(VPC_CIDR))], {}, factsOf(groupsOf(others))), 'configuration')).toEqual([]);
  });

  test('two files do not agree', () => {
    const [first, ...less] = MADE;
    expect(first?.protocol).toBe('udp');
    const report = judge(changes, {}, factsOf(groupsOf(MADE), groupsOf(less)));
    expect(said(report, 'configuration')).toEqual([
      expect.stringContaining('files of facts show different rules'),
    ]);
    expect(verdict(report)).toEqual({});
  });

  test('a plan that takes a rule away of which they do not agree: the other is no sure stand-in', () => {
    const wide = apiRule('wide', {
      group: madeGroup('control'),
      protocol: 'tcp',
      ports: [1, 65535],
      cidr: VPC_CIDR,
    });
    const addon = apiRule('addon', NETWORK_ADDON);
    const others = MADE.filter(({ port_range_min: port }) => port !== 9443);
    const report = judge(
      [...world({ model: MODEL }), goes(rule('addon', NETWORK_ADDON))],
      {},
      factsOf(groupsOf([...others, addon]), groupsOf([...others, addon, wide])),
    );
    expect(verdict(report)).toEqual({ undecided: ['T2.3'] });
    expect(causes(report, 'essential-rule')).toEqual(['networking_secgroup_rule_v2.addon']);
  });
});

test('addresses of things in files of facts name the file', () => {
  const report = judge(
    [...world({ model: MODEL }), goes(rule('addon', NETWORK_ADDON))],
    {},
    factsOf({ ...Object(groupsOf(MADE)) }),
  );
  expect(report.groups.map(({ address }) => address)).toContain('facts-0.json: security_groups[1]');
});
