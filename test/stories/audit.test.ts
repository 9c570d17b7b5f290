/** Facts alone: the tables against the cloud as it is. */
import { describe, expect, it, test } from '@jest/globals';

import { MODEL } from '../../src/model/model.js';
import type { NetworkModel, Requirement } from '../../src/model/requirement.js';
import { type Audited, auditOf, textOf } from '../support/facts/audit.js';
import { clusterInState, stateOf } from '../support/facts/state.js';
import { apiRule, factsOf } from '../support/facts/api-facts.js';
import { cloudOf, groupIdOf } from '../support/facts/cloud.js';
import { judge } from '../support/judge.js';
import { idOf } from '../support/plans/resource.js';
import { madeGroup, world } from '../support/plans/cce-world.js';
import { rule, type RuleSpec } from '../support/plans/group-rules.js';
import { comes } from '../support/plans/plan-builder.js';
import { causes, configured, of, said } from '../support/stories.js';

const NODE = madeGroup('node');
const MODELS = ['vpc-router', 'overlay_l2', 'eni'] as const satisfies readonly NetworkModel[];

/** Checks, severities and rows of what does not come of CCE's own open ports. */
function beyondOpenPorts({ findings }: Audited): readonly string[] {
  return findings
    .filter(({ check }) => check !== 'exposed-port')
    .map(({ check, severity, change, requirement }) =>
      [check, severity, change, requirement ?? ''].join(' ').trim(),
    );
}

describe('all that CCE makes, and nothing else', () => {
  it.each(MODELS)('is clean but for what CCE opens: %s', (model) => {
    const report = auditOf([cloudOf(model)]);
    expect(beyondOpenPorts(report)).toEqual([]);
    expect(said(report, 'exposed-port')).toEqual(
      [
        'warning pre-existing: Worker node security group: TCP 22 (SSH) is open to the internet, by the rule that CCE made',
        'notice pre-existing: Master node security group: TCP 5443 (the API server) is open to the internet, by the rule that CCE made',
      ].map((text) => text.replace(/: ([WM])/, (_, first: string) => `: ${first.toLowerCase()}`)),
    );
    expect([report.conclusion, report.rows, report.record]).toEqual(['pass', [], []]);
    expect(textOf(report)).not.toContain('drifted');
  });
});

const ROWS: readonly (readonly [string, Requirement, NetworkModel])[] = MODEL.flatMap(
  ({ networkModel, rows }) =>
    networkModel === 'any' ? [] : rows.map((row) => [row.id, row, networkModel] as const),
);

describe('without the rules of one row', () => {
  /** With load balancers outside of the cluster, each NodePort row has packets that no other row lets through. */
  const configuration = configured(
    'clusters:\n  - name: prod\n    load-balancer-cidrs: [100.125.0.0/16]\n    service-mesh-cidrs: [10.8.0.0/24]\n',
  );
  const elsewhere = comes(rule('elsewhere', { group: NODE, protocol: 'sctp', cidr: '203.0.113.0/24' }));

  it.each(ROWS)(
    '%s: the rows that a plan calls broken before are as grave as if they were new',
    (id, _, model) => {
      const facts = cloudOf(model, { without: [id] });
      const report = auditOf([facts], configuration);
      const rows = (change: string, all: Audited['findings']): readonly string[] =>
        all
          .flatMap((one) => (one.change === change && one.requirement !== null ? [one.requirement] : []))
          .sort();
      const broken = report.findings.filter(({ severity }) => severity === 'critical');
      const plan = judge([...world({ model }), elsewhere], configuration, factsOf(facts));
      expect(rows('pre-existing', broken)).toEqual(rows('pre-existing', plan.findings));
      expect(report.conclusion).toBe(broken.length > 0 ? 'fail' : 'pass');
      const gone = report.groups.flatMap(({ defaults }) => defaults.filter(({ stands }) => stands === 'no'));
      expect(gone.map(({ requirement, belief }) => [requirement, belief])).toEqual([[id, 'seen']]);
      expect(textOf(report)).toMatch(new RegExp(`drifted .*not there: ${id}\\n`));
    },
  );

  test('what may be narrowed is no finding as long as its floor holds', () => {
    const more: Record<string, RuleSpec> = {
      vpc: { group: NODE, protocol: 'tcp', ports: [30000, 32767], cidr: '192.168.0.0/16' },
      pods: { group: NODE, protocol: 'tcp', ports: [30000, 32767], cidr: '172.16.0.0/16' },
    };
    const report = auditOf([cloudOf('overlay_l2', { without: ['T3.3', 'T3.5'], more })]);
    expect(beyondOpenPorts(report)).toEqual([]);
    expect(said(report, 'exposed-port')).toHaveLength(1);
    expect(textOf(report)).toMatch(/drifted .*not there: T3\.3 T3\.5\n/);
  });
});

describe('what is open', () => {
  test('a port that a person opened, with the rule that opens it', () => {
    const kubelet: RuleSpec = { group: NODE, protocol: 'tcp', ports: [10250, 10250], cidr: '0.0.0.0/0' };
    const report = auditOf([cloudOf('vpc-router', { more: { kubelet } })]);
    expect(said(report, 'exposed-port')).toContain(
      'warning pre-existing: worker node security group: TCP 10250 (kubelet) is open to the internet',
    );
    expect(causes(report, 'exposed-port')).toContain(`rule ${apiRule('kubelet', kubelet).id}`);
    expect(report.conclusion).toBe('pass');
  });

  test('every TCP port is critical, and the one rule that does it is named', () => {
    const all: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65535], cidr: '0.0.0.0/0' };
    const report = auditOf([cloudOf('vpc-router', { more: { all } })]);
    const [worst] = of(report, 'exposed-port');
    expect([worst?.severity, report.conclusion]).toEqual(['critical', 'fail']);
    // Nothing was otherwise before.
    expect(worst?.witness).toMatch(/:\d+ is allowed$/);
    expect(worst?.causes.map(({ address, actions }) => [address, actions])).toEqual([
      [`rule ${apiRule('all', all).id}`, []],
    ]);
  });

  test('the API that was narrowed and is open again is a warning', () => {
    const again: RuleSpec = {
      group: madeGroup('control'),
      protocol: 'tcp',
      ports: [5440, 5443],
      cidr: '0.0.0.0/0',
    };
    const report = auditOf([cloudOf('vpc-router', { without: ['T2.4', 'T1.8'], more: { again } })]);
    expect(said(report, 'exposed-port')).toEqual([
      'warning pre-existing: master node security group: TCP 5443 (the API server) is open to the internet',
    ]);
  });

  test('IPv6 is told apart', () => {
    const ssh: RuleSpec = { group: NODE, family: 'IPv6', protocol: 'tcp', ports: [22, 22], cidr: '::/0' };
    const report = auditOf([cloudOf('vpc-router', { without: ['T1.8', 'T2.4'], more: { ssh } })]);
    expect(said(report, 'exposed-port')).toEqual([expect.stringMatching(/SSH.* the internet over IPv6$/)]);
  });

  test('pools that share the open group tell it once', () => {
    const pools = { a: [groupIdOf('node'), idOf('extra')], b: [groupIdOf('node'), idOf('more')] };
    const report = auditOf([cloudOf('vpc-router', { pools })]);
    expect(said(report, 'exposed-port')).toHaveLength(2);
  });
});

describe('rules that do nothing', () => {
  const narrow = (name: string): RuleSpec => ({
    group: NODE,
    protocol: 'tcp',
    ports: [8080, 8080],
    cidr: name,
  });

  test('two that say the same', () => {
    const more = { one: narrow('10.1.0.0/16'), other: narrow('10.1.0.0/16') };
    const report = auditOf([cloudOf('vpc-router', { more })]);
    expect(said(report, 'duplicate-rule')).toEqual([
      'warning pre-existing: 2 rules of the worker node security group let through the same',
    ]);
    expect(causes(report, 'duplicate-rule')).toHaveLength(2);
    expect(of(report, 'duplicate-rule').map(({ remedy }) => remedy)).toEqual([
      'Keep one of them and remove the others.',
    ]);
    expect(said(report, 'ineffective-rule')).toEqual([]);
  });

  test('one that lies within another, be that CCE’s own', () => {
    const more = {
      within: narrow('192.168.7.0/24'),
      dns: {
        group: NODE,
        direction: 'egress',
        protocol: 'udp',
        ports: [53, 53],
        cidr: '100.125.4.25/32',
      } as const,
    };
    const report = auditOf([cloudOf('vpc-router', { more })]);
    expect(said(report, 'ineffective-rule')).toEqual([
      expect.stringMatching(
        /^notice pre-existing: rule \S+ lets nothing through that rule \S+ does not let through$/,
      ),
      expect.stringMatching(/^notice pre-existing: /),
    ]);
    const [found] = of(report, 'ineffective-rule');
    expect(found?.remedy).toMatch(/^Remove it\./);
    // The one that does nothing, and the other.
    expect(found?.causes).toHaveLength(2);
  });

  test('CCE’s own are never called idle, whatever stands beside them', () => {
    const all: RuleSpec = { group: NODE, cidr: '192.168.0.0/16' };
    const report = auditOf([cloudOf('eni', { more: { all } })]);
    expect(said(report, 'ineffective-rule')).toEqual([]);
  });
});

describe('the check before an upgrade', () => {
  const icmp: RuleSpec = { group: NODE, protocol: 'icmp', ports: [0, 255], cidr: '192.168.0.0/16' };

  test('other rules let the packets through, and it fails all the same', () => {
    const report = auditOf([cloudOf('vpc-router', { without: ['T1.3'], more: { icmp } })]);
    expect(beyondOpenPorts(report)).toEqual(['essential-rule warning pre-existing T1.3']);
    expect(textOf(report)).toContain('The check before an upgrade of the cluster fails');
    expect(report.holds.rows).toBe(auditOf([cloudOf('vpc-router')]).holds.rows);
    expect(report.rows).toEqual([]);
  });

  test('nothing lets them through: the row itself is missing, and says so once', () => {
    const report = auditOf([cloudOf('vpc-router', { without: ['T1.3'] })]);
    expect(beyondOpenPorts(report)).toEqual(['essential-rule critical pre-existing T1.3']);
  });

  test('other models are not checked', () => {
    expect(beyondOpenPorts(auditOf([cloudOf('overlay_l2', { more: { icmp } })]))).toEqual([]);
  });
});

describe('what the facts do not show', () => {
  it.each(['node', 'control', 'eni'] as const)(
    'a %s group is undecided and told, not taken as whole',
    (role) => {
      const report = auditOf([cloudOf('eni', { unseen: [role] })]);
      expect(beyondOpenPorts(report)).toEqual(['unknown-group warning undecided']);
      expect(said(report, 'unknown-group')).toEqual([
        expect.stringMatching(/ of cluster prod are not known: the facts do not show them$/),
      ]);
      expect(
        report.groups.filter((group) => group.role === role).flatMap(({ defaults }) => defaults),
      ).toEqual([]);
    },
  );

  test('a cluster of which only groups are shown', () => {
    const report = auditOf([{ ...cloudOf('vpc-router'), clusters: [] }]);
    expect(said(report, 'unknown-group')).toEqual([
      'warning undecided: the facts show a group of cluster prod, and not which network model the cluster has',
    ]);
  });

  test('the cluster of a pool', () => {
    const facts = cloudOf('vpc-router', { pools: { own: [idOf('extra')] } });
    const pools = facts['node_pools'] as readonly object[];
    const stray = { ...facts, node_pools: pools.map((pool) => ({ ...pool, cluster_id: idOf('another') })) };
    expect(said(auditOf([stray]), 'unknown-group')).toEqual([
      'warning undecided: the facts do not show the cluster of facts-0.json: own',
    ]);
  });

  test('no cluster at all: nothing to judge', () => {
    const groups = [{ id: idOf('own'), name: 'web', security_group_rules: [] }];
    const report = auditOf([{ security_groups: groups }]);
    expect([report.conclusion, report.findings]).toEqual(['pass', []]);
    expect(textOf(report)).toMatch(/^✔ pass {3}nothing to judge: no CCE cluster/);
  });

  test('a state alone shows what it manages, and nothing is assumed beside it', () => {
    const state = stateOf(clusterInState('vpc-router'));
    const report = auditOf([state]);
    expect(said(report, 'unknown-group').length).toBeGreaterThan(0);
    expect(report.findings.filter(({ change }) => change !== 'undecided')).toEqual([]);
  });
});

describe('several files', () => {
  test('of two looks that do not agree the difference counts as possible, and it is said', () => {
    const before = cloudOf('vpc-router', { without: ['T1.8', 'T2.4'] });
    const after = cloudOf('vpc-router', { without: ['T1.8', 'T2.4', 'T1.2'] });
    const report = auditOf([before, after]);
    expect(said(report, 'configuration')).toEqual([
      expect.stringContaining('files of facts show different rules'),
    ]);
    expect(
      report.findings.filter(({ requirement }) => requirement === 'T1.2').map(({ change }) => change),
    ).toEqual(['undecided']);
  });

  test('what a state still has and the cloud has not', () => {
    const gone = {
      id: idOf('gone'),
      security_group_id: groupIdOf('node'),
      direction: 'ingress',
      ethertype: 'IPv4',
      protocol: 'tcp',
      port_range_min: 9100,
      port_range_max: 9100,
      remote_ip_prefix: '10.0.0.0/8',
      remote_group_id: '',
    };
    const state = stateOf({ type: 'networking_secgroup_rule_v2', name: 'metrics', values: gone });
    const report = auditOf([cloudOf('vpc-router'), state]);
    expect(said(report, 'configuration')).toEqual([
      expect.stringMatching(/is gone from the cloud, or changed, while a state still has it$/),
    ]);
  });
});

test('what a state has deposed stands in the cloud', () => {
  const values = {
    id: idOf('old'),
    security_group_id: groupIdOf('node'),
    ...{ direction: 'ingress', ethertype: 'IPv4', protocol: 'tcp', remote_ip_prefix: '0.0.0.0/0' },
    ...{ port_range_min: 10250, port_range_max: 10250, remote_group_id: '' },
  };
  const old = { type: 'networking_secgroup_rule_v2', name: 'old', values, deposed_key: '1a2b3c4d' };
  const seen = cloudOf('vpc-router');
  const rules = seen['security_group_rules'] as readonly object[];
  const report = auditOf([{ ...seen, security_group_rules: [...rules, values] }, stateOf(old)]);
  expect(said(report, 'exposed-port')).toContainEqual(expect.stringContaining('TCP 10250'));
  expect(report.findings.map(({ change }) => change)).not.toContain('introduced');
});

test('an id that a state marks as sensitive is printed nowhere', () => {
  const { values, ...resource } = clusterInState('vpc-router');
  const secret = { ...resource, values, sensitive_values: { security_group_node: true } };
  const report = auditOf([stateOf(secret)]);
  expect(report.findings.length).toBeGreaterThan(0);
  expect(JSON.stringify({ ...report, typed: undefined }) + textOf(report)).not.toContain(groupIdOf('node'));
});
