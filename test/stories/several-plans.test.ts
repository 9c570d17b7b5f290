/** The plans of one run are one world: what one does not show, another may, by its id. */
import { describe, expect, test } from '@jest/globals';

import { NO_CONFIGURATION } from '../../src/config/configuration.js';
import { reportJson } from '../../src/format/json/json.js';
import { renderMarkdown } from '../../src/format/markdown/markdown.js';
import { tableOf } from '../../src/model/model.js';
import { type NetworkModel, ROLES } from '../../src/model/requirement.js';
import { must } from '../../src/result.js';
import { run } from '../../src/run.js';
import { type Judgement, verdict } from '../support/judge.js';
import { fc } from '../support/laws.js';
import { groupLookUp, madeGroup, VPC_CIDR, vpc, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import {
  type Change,
  comes,
  goes,
  planBytes,
  read,
  type Resource,
  stands,
  updated,
} from '../support/plans/plan-builder.js';
import { dataSource, idOf } from '../support/plans/resource.js';
import { rulesOfRow } from '../support/plans/row-rules.js';
import { mendBytes, readPlan } from '../support/run-bytes.js';
import { bare, nodeRules, printed, said, secret } from '../support/stories.js';

interface Judged extends Judgement {
  readonly notes: readonly string[];
}

function judgeAll(...plans: readonly (readonly Change[])[]): Judged {
  const inputs = plans.map((changes, i) => {
    const plan = readPlan(planBytes(changes));
    if (!plan.ok) throw new Error(plan.error.message);
    return { path: `${String(i)}.json`, label: undefined, plan: plan.value };
  });
  const how = { configuration: NO_CONFIGURATION, failOn: 'critical', today: '2026-01-01' } as const;
  const { report, notes } = run({ plans: inputs, ...how });
  return { ...reportJson(report), typed: report, notes: notes.flat() };
}

const base = world({ model: 'vpc-router' });
const NODE = { ref: 'var.node', value: must(madeGroup('node').value, 'the group is there') };
const TCP: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };
const gone = [goes(rule('tcp', TCP))];
const NOTHING: readonly string[] = [];

/** The rows that are said to be introduced, each with the plan it is told with. */
function introduced({ findings }: Judged): readonly string[] {
  return findings
    .filter(
      ({ change, requirement, severity }) =>
        change === 'introduced' && requirement !== null && severity === 'critical',
    )
    .map(({ plan, requirement }) => `${String(plan)} ${requirement ?? ''}`);
}

describe('a rule is placed by what another plan shows', () => {
  test('the cluster as a resource', () => {
    expect(introduced(judgeAll(base, gone))).toEqual(['1 T1.2']);
    expect(introduced(judgeAll(gone, base))).toEqual(['0 T1.2']);
    expect(said(judgeAll(base, gone), 'unknown-group')).toEqual(NOTHING);
  });

  test('the group by its name, the cluster by its data source', () => {
    const data = world({ model: 'vpc-router', as: 'data' });
    expect(introduced(judgeAll([...data, read(groupLookUp('node'))], gone))).toEqual(['1 T1.2']);
    expect(introduced(judgeAll(data, [read(groupLookUp('node'))], gone))).toEqual(['2 T1.2']);
  });

  test('the groups of a cluster that this plan knows by a data source alone', () => {
    const data = world({ model: 'vpc-router', as: 'data' });
    expect(introduced(judgeAll(base, [...data, ...gone]))).toEqual(['1 T1.2']);
  });

  test('the pool that is in a group of this plan', () => {
    const own = { ref: 'var.own', value: must(groupId('own').value, 'the group is there') };
    const [first, ...others] = nodeRules('own');
    const mine = [stands(group('own')), goes(must(first, 'the table has rows')), ...others.map(stands)];
    const report = judgeAll([...base, stands(pool('own', { groups: [own] }))], mine);
    expect(introduced(report)).toEqual(['1 T1.1']);
  });

  test('the rules of a group whose pool is in this plan', () => {
    const own = { ref: 'var.own', value: must(groupId('own').value, 'the group is there') };
    const [first, ...others] = nodeRules('own');
    const theirs = [stands(group('own')), ...others.map(stands)];
    const here = [...base, comes(pool('own', { groups: [own] }))];
    expect(introduced(judgeAll(here, [...theirs, stands(must(first, 'the table has rows'))]))).toEqual(
      NOTHING,
    );
    expect(introduced(judgeAll(here, theirs))).toEqual(['0 T1.1']);
  });

  test('not by the name of a cluster that this plan has itself', () => {
    const other = { ...dataSource('cce_cluster_v3', 'x', { name: 'prod' }, { id: idOf('x') }) };
    expect(introduced(judgeAll([read(other)], [...base, ...gone]))).toEqual(['1 T1.2']);
  });
});

describe('the rules of one group count together', () => {
  const halves: readonly RuleSpec[] = [
    { ...TCP, cidr: '192.168.0.0/17' },
    { ...TCP, cidr: '192.168.128.0/17' },
  ];
  const two = halves.map((spec, i) => rule(`half_${String(i)}`, spec));

  test('what another plan leaves is not missing', () => {
    expect(introduced(judgeAll([...base, ...two.map(stands)], gone))).toEqual(NOTHING);
  });

  test('what another plan makes is missing for a moment alone', () => {
    const report = judgeAll([...base, ...two.map(comes)], gone);
    expect(introduced(report)).toEqual(NOTHING);
    expect(verdict(report).transient).toEqual(['T1.2']);
  });

  test('what two plans take away is told with both', () => {
    const [one, other] = two;
    const report = judgeAll(base, [goes(must(one, 'a half'))], [goes(must(other, 'the other'))], gone);
    expect(introduced(report)).toEqual(['1 T1.2', '2 T1.2', '3 T1.2']);
  });
});

describe('a plan’s own word counts for itself', () => {
  test('its cluster is not that of a plan that says otherwise', () => {
    const { computed, ...rest } = must(
      base.flatMap(({ after }) => (after?.type === 'cce_cluster_v3' ? [after] : []))[0],
      'there is a cluster',
    );
    const other: Resource = { ...rest, computed: { ...computed, security_group_node: idOf('other') } };
    expect(introduced(judgeAll([stands(other)], [...base, ...gone]))).toEqual(['1 T1.2']);
  });

  test('what only the others have to say of their clusters is told with them', () => {
    const ipv6 = world({ model: 'vpc-router' });
    const alone = judgeAll(ipv6).findings.length;
    expect(judgeAll(ipv6, [comes(rule('web', { ...TCP, ports: [80, 80] }))]).findings).toHaveLength(alone);
  });

  test('clusters are listed once', () => {
    const report = judgeAll(base, gone);
    expect(report.clusters).toHaveLength(1);
    expect(report.holds).toEqual({ ...judgeAll(base).holds, rows: judgeAll(base).holds.rows - 1 });
  });
});

describe('where two others contradict each other', () => {
  const clusterOf = (name: string): Resource =>
    dataSource(
      'cce_cluster_v3',
      name,
      { name },
      { container_network_type: 'vpc-router', security_group_node: NODE.value },
    );

  test('a group of two clusters stays unplaced, and that is said', () => {
    const report = judgeAll([read(clusterOf('a'))], [read(clusterOf('b'))], gone);
    expect(introduced(report)).toEqual(NOTHING);
    expect(said(report, 'unknown-group').map(bare)).toEqual([
      `warning introduced: a rule changes in a security group that cannot be placed: ${NODE.value}, of which other plans or facts say different things; what goes has the protocol and ports of a rule that CCE makes`,
    ]);
    expect(report.notes).toEqual([
      `2.json names ${NODE.value}; other plans or facts say different things of it, so it stays unplaced`,
    ]);
  });

  test('an id that is a secret is not said', () => {
    const report = judgeAll(
      [read(secret(clusterOf('a'), 'security_group_node'))],
      [read(clusterOf('b'))],
      gone,
    );
    expect([...report.notes, printed(report)].join()).not.toContain(NODE.value);
  });

  test('who manages a VPC counts for more than who has read it', () => {
    const old = dataSource('vpc_v1', 'prod', { name: 'prod' }, { cidr: '10.0.0.0/8' });
    const report = judgeAll(base, [read(old)], gone);
    expect(introduced(report)).toEqual(['2 T1.2']);
    expect(report.notes).toEqual([]);
  });

  test('two that have read a VPC differently: its addresses are not known', () => {
    const data = world({ model: 'vpc-router', as: 'data' });
    const old = dataSource('vpc_v1', 'prod', { name: 'prod' }, { cidr: '10.0.0.0/8' });
    const report = judgeAll([...data, read(groupLookUp('node'))], [read(old)], gone);
    expect(report.notes).toEqual([expect.stringContaining(idOf('vpc_v1 prod'))]);
  });
});

test('no line of HCL names what only another plan has', () => {
  const half = (name: string, ports: readonly [number, number]): Change =>
    goes(rule(name, { group: NODE, protocol: 'tcp', ports, cidr: VPC_CIDR }));
  const halves = [half('low', [1, 10_000]), half('high', [10_001, 65_535])];
  const plans = [base, halves].map((changes, i) => ({
    ...{ path: `${String(i)}.json`, label: undefined, bytes: planBytes(changes) },
  }));
  const how = { configuration: NO_CONFIGURATION, failOn: 'critical', today: '2026-01-01' } as const;
  const mended = mendBytes({ plans, ...how });
  if (!mended.ok) throw new Error(mended.error.error.message);
  const text = renderMarkdown(mended.value);
  expect(text).toContain(`security_group_id = "${NODE.value}"`);
  expect(text).not.toMatch(/= opentelekomcloud_cce_cluster_v3/);
});

test('a change of the VPC elsewhere is told there', () => {
  const bigger = updated(vpc(VPC_CIDR), vpc(VPC_CIDR, '10.9.0.0/16'));
  const control: RuleSpec = { ...TCP, group: { ref: 'var.control', value: madeGroup('control').value } };
  const report = judgeAll(world({ model: 'vpc-router', vpc: bigger }), [comes(rule('web', control))]);
  expect(
    new Set(report.findings.filter(({ requirement }) => requirement !== null).map(({ plan }) => plan)),
  ).toEqual(new Set([0]));
});

test('rules in a plan of their own are judged as in that of the cluster', () => {
  const models: readonly NetworkModel[] = ['vpc-router', 'overlay_l2', 'eni'];
  const places = models.flatMap((model) =>
    ROLES.flatMap((role) => (tableOf(role, model)?.rows ?? []).map((row) => ({ model, role, row }))),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), ({ model, role, row }) => {
      const owner = { ref: 'var.group', value: must(madeGroup(role).value, 'the group is there') };
      const rules = rulesOfRow(row, { owner, model }).map((spec, i) => goes(rule(`r_${String(i)}`, spec)));
      const cluster = world({ model });
      expect(verdict(judgeAll(cluster, rules))).toEqual(verdict(judgeAll([...cluster, ...rules])));
    }),
  );
});

test('the order of plans changes nothing but their numbers', () => {
  const parts = [base, gone, [read(groupLookUp('node'))]];
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (order) => {
      const report = judgeAll(...order.map((i) => must(parts[i], 'one of three')));
      expect(introduced(report)).toEqual([`${String(order.indexOf(1))} T1.2`]);
    }),
  );
});
