import { describe, expect, test } from '@jest/globals';

import { madeGroup, world } from '../support/plans/cce-world.js';
import { groupId, group, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge } from '../support/judge.js';
import { type Change, comes, goes, replaced, stands, vanished } from '../support/plans/plan-builder.js';
import { causes, configured, newRule, of, printed, said, secret, wasOpen } from '../support/stories.js';

const NODE = madeGroup('node');
const CONTROL = madeGroup('control');
const base = world({ model: 'vpc-router' });
const KUBELET: RuleSpec = { group: NODE, protocol: 'tcp', ports: [10250, 10250], cidr: '0.0.0.0/0' };
const EVERYTHING: RuleSpec = { group: NODE, cidr: '0.0.0.0/0' };
const NOTHING: readonly string[] = [];

function told(...changes: readonly Change[]): readonly string[] {
  return said(judge([...base, ...changes]), 'exposed-port');
}

/** What is opened, in words. */
function opened(...changes: readonly Change[]): readonly string[] {
  return of(judge([...base, ...changes]), 'exposed-port')
    .filter(({ change }) => change === 'introduced')
    .map(({ severity, message }) => `${severity} ${/: (.*) is opened/.exec(message)?.[1] ?? message}`);
}

describe('fires', () => {
  test('kubelet is opened to 0.0.0.0/0', () => {
    const report = judge([...base, newRule('open', KUBELET)]);
    expect(said(report, 'exposed-port').filter((text) => text.includes('10250'))).toEqual([
      expect.stringMatching(/^warning introduced: .*TCP 10250 \(kubelet\) is opened to the internet$/),
    ]);
    expect(causes(report, 'exposed-port')).toEqual(['networking_secgroup_rule_v2.open']);
    expect(of(report, 'exposed-port')[0]?.missing).toEqual([
      { direction: 'ingress', protocol: 'tcp', ports: '10250', peers: ['the internet'] },
    ]);
    expect(of(report, 'exposed-port')[0]?.witness).toMatch(/-> worker node:10250 was dropped, is allowed$/);
  });

  test('no peer at all is everybody', () => {
    expect(opened(newRule('open', { ...KUBELET, cidr: undefined }))).toEqual(['warning TCP 10250 (kubelet)']);
  });

  test('everything is opened: the run fails', () => {
    const report = judge([...base, newRule('open', EVERYTHING)]);
    expect(of(report, 'exposed-port').map(({ severity, change }) => [severity, change])).toEqual([
      ['critical', 'introduced'],
    ]);
    expect(report.conclusion).toBe('fail');
    expect(opened(newRule('open', EVERYTHING))).toEqual(['critical every port']);
  });

  test('two halves of the internet are the internet', () => {
    const halves = [
      newRule('low', { ...KUBELET, cidr: '0.0.0.0/1' }),
      newRule('high', { ...KUBELET, cidr: '128.0.0.0/1' }),
    ];
    const report = judge([...base, ...halves]);
    expect(opened(...halves)).toEqual(['warning TCP 10250 (kubelet)']);
    expect(causes(report, 'exposed-port')).toEqual([
      'networking_secgroup_rule_v2.high',
      'networking_secgroup_rule_v2.low',
    ]);
  });

  test('all public addresses without the private ones are the internet', () => {
    const publicHalves = ['0.0.0.0/5', '8.0.0.0/7', '11.0.0.0/8', '12.0.0.0/6', '16.0.0.0/4', '32.0.0.0/3']
      .concat(['64.0.0.0/2', '128.0.0.0/2', '192.0.0.0/3'])
      .map((cidr, i) => newRule(`open_${i}`, { ...KUBELET, cidr }));
    expect(opened(...publicHalves)).toEqual(['warning TCP 10250 (kubelet)']);
  });

  test('all of IPv6 alone is the internet as well', () => {
    expect(opened(newRule('open', { ...KUBELET, family: 'IPv6', cidr: '::/0' }))).toEqual([
      'warning TCP 10250 (kubelet)',
    ]);
    expect(opened(newRule('open', { ...KUBELET, family: 'IPv6', cidr: '2000::/3' }))).toEqual([
      'warning TCP 10250 (kubelet)',
    ]);
    expect(opened(newRule('open', { group: NODE, family: 'IPv6' }))).toEqual(['critical every port']);
  });

  test('all TCP by two rules is critical, and single ports are not listed beside it', () => {
    const tcp = [
      newRule('low', { ...KUBELET, ports: [1, 21] }),
      newRule('high', { ...KUBELET, ports: [22, 65535] }),
    ];
    expect(opened(...tcp)).toEqual(['critical every TCP port']);
  });

  test('every listed port of a range is named when not all TCP is open', () => {
    expect(opened(newRule('open', { ...KUBELET, ports: [2000, 10260] }))).toEqual([
      'warning TCP 2379-2380 (etcd)',
      'warning TCP 3389 (remote desktop)',
      'warning TCP 4194 (cAdvisor)',
      'warning TCP 5444 (kube-apiserver)',
      'warning TCP 6443 (the Kubernetes API)',
      'warning TCP 8445 (the storage add-on)',
      'warning TCP 9443 (the network add-on)',
      'warning TCP 10250 (kubelet)',
      'warning TCP 10255 (read-only kubelet)',
    ]);
  });

  test('a new pool brings a group that is open', () => {
    const own = groupId('own', false);
    const changes = [
      comes(group('own')),
      newRule('open', { ...KUBELET, group: own }),
      comes(pool('own', { groups: [own] })),
    ];
    expect(told(...changes)).toEqual([
      'warning introduced: groups of opentelekomcloud_cce_node_pool_v3.own: TCP 10250 (kubelet) is opened to the internet',
    ]);
  });

  test('a deny that closed the port goes', () => {
    const own = groupId('own', true, { api: 'v3' });
    const allow: RuleSpec = { api: 'v3', group: own, protocol: 'tcp', multiPort: '10250', priority: 10 };
    const deny: RuleSpec = { ...allow, action: 'deny', priority: 1 };
    const changes = [
      stands(group('own', { api: 'v3' })),
      stands(rule('allow', allow)),
      goes(rule('deny', deny)),
      stands(pool('own', { groups: [own] })),
    ];
    expect(opened(...changes)).toEqual(['warning TCP 10250 (kubelet)']);
  });
});

describe('does not fire', () => {
  test('for an office range, or for all but one public network', () => {
    expect(opened(newRule('office', { ...KUBELET, cidr: '203.0.113.0/24' }))).toEqual(NOTHING);
    expect(opened(newRule('half', { ...KUBELET, cidr: '0.0.0.0/1' }))).toEqual(NOTHING);
  });

  test('for a port that is not listed, UDP, or egress', () => {
    expect(opened(newRule('web', { ...KUBELET, ports: [443, 443] }))).toEqual(NOTHING);
    expect(opened(newRule('udp', { ...KUBELET, protocol: 'udp' }))).toEqual(NOTHING);
    expect(opened(newRule('out', { ...KUBELET, direction: 'egress' }))).toEqual(NOTHING);
  });

  test('for a part of a listed range', () => {
    expect(opened(newRule('etcd', { ...KUBELET, ports: [2379, 2379] }))).toEqual(NOTHING);
  });

  test('for a group that is no subject', () => {
    const changes = [comes(group('web')), newRule('open', { ...KUBELET, group: groupId('web', false) })];
    expect(told(...changes)).toEqual(NOTHING);
  });

  test('for a port that a table of the subject opens to all, but for SSH, which it recommends to narrow', () => {
    const turbo = judge([
      ...world({ model: 'eni' }),
      newRule('api', { ...KUBELET, group: madeGroup('control'), ports: [5444, 5444], cidr: '1.2.3.0/24' }),
      newRule('other', { group: NODE, protocol: 'tcp', ports: [80, 80], cidr: '1.2.3.0/24' }),
    ]);
    const texts = said(turbo, 'exposed-port');
    expect(texts.filter((text) => text.includes('5444'))).toEqual(NOTHING);
    expect(texts).toEqual(NOTHING);
    expect(wasOpen(turbo)).toContain('node tcp 22 IPv4 assumed');
  });

  test('when a deny closes the port', () => {
    const own = groupId('own', false, { api: 'v3' });
    const allow: RuleSpec = { api: 'v3', group: own, protocol: 'tcp', multiPort: '10250', priority: 10 };
    const changes = [
      comes(group('own', { api: 'v3' })),
      newRule('allow', allow),
      newRule('deny', { ...allow, action: 'deny', priority: 1 }),
      comes(pool('own', { groups: [own] })),
    ];
    expect(told(...changes)).toEqual(NOTHING);
  });

  test('when the rule is refused', () => {
    expect(opened(newRule('open', { ...KUBELET, protocol: 'TCP' }))).toEqual(NOTHING);
  });

  test('when an opening goes', () => {
    expect(opened(goes(rule('open', KUBELET)))).toEqual(NOTHING);
  });
});

describe('what was open before', () => {
  test('is not told when the plan does not touch the group', () => {
    expect(told(stands(rule('open', KUBELET)))).toEqual(NOTHING);
    expect(told()).toEqual(NOTHING);
  });

  test('is not told when only somebody else has touched the group', () => {
    const lost = rule('lost', { group: NODE, protocol: 'tcp', ports: [80, 80], cidr: '1.2.3.0/24' });
    expect(told(stands(rule('open', KUBELET)), vanished(lost))).toEqual(NOTHING);
  });

  test('is no finding: it is said of the group, and whether the plan shows it', () => {
    const report = judge([
      ...base,
      stands(rule('open', KUBELET)),
      newRule('web', { group: NODE, protocol: 'tcp', ports: [80, 80], cidr: '1.2.3.0/24' }),
    ]);
    expect(said(report, 'exposed-port')).toEqual(NOTHING);
    expect(wasOpen(report)).toEqual(['node tcp 22 IPv4 assumed', 'node tcp 10250 IPv4 plan']);
    const text = printed(report).replaceAll(/\s+/g, ' ');
    expect(text).toContain('TCP 10250 (kubelet) was open to the internet before, and still is');
    expect(text).toContain('TCP 22 (SSH) is open to the internet, if what CCE made still stands');
  });

  test('is brought about by a new pool that comes with the group', () => {
    const open = stands(rule('open', { ...KUBELET, group: groupId('own') }));
    const fresh = pool('own', { groups: [groupId('own')] });
    const report = judge([...base, stands(group('own')), open, comes(fresh)]);
    expect(causes(report, 'exposed-port')).toEqual(['cce_node_pool_v3.own']);
  });

  test('is said of all TCP ports at once where all are open', () => {
    const all = stands(rule('open', { ...KUBELET, ports: [1, 65_535] }));
    const web = newRule('web', { group: NODE, protocol: 'tcp', ports: [80, 80], cidr: '1.2.3.0/24' });
    expect(wasOpen(judge([...base, all, web]))).toEqual(['node tcp all IPv4 plan']);
  });

  test('is said of 5443 of the masters as well', () => {
    const web = newRule('web', { group: CONTROL, protocol: 'tcp', ports: [80, 80], cidr: '1.2.3.0/24' });
    expect(wasOpen(judge([...base, web]))).toEqual(['control tcp 5443 IPv4 assumed']);
  });

  test('is not said of what the plan closes', () => {
    const ssh: RuleSpec = { ...KUBELET, ports: [22, 22] };
    const closed = replaced(rule('ssh', ssh), rule('ssh', { ...ssh, cidr: '203.0.113.0/24' }));
    expect(wasOpen(judge([...base, closed]))).toEqual(NOTHING);
  });

  test('is nothing new when the rule that opens it is split', () => {
    const changes = [
      goes(rule('open', KUBELET)),
      newRule('low', { ...KUBELET, cidr: '0.0.0.0/1' }),
      newRule('high', { ...KUBELET, cidr: '128.0.0.0/1' }),
    ];
    expect(opened(...changes)).toEqual(NOTHING);
    expect(wasOpen(judge([...base, ...changes]))).toContain('node tcp 10250 IPv4 plan');
  });

  test('is wider when one port becomes all', () => {
    const changes = [
      replaced(rule('open', KUBELET), rule('open', EVERYTHING), 'destroy-first', ['protocol']),
    ];
    expect(opened(...changes)).toEqual(['critical every port']);
  });
});

describe('cannot tell', () => {
  test('a CIDR that is known after apply opens nothing for sure', () => {
    const later = { ref: 'terraform_data.cidr.output' };
    expect(opened(newRule('open', { ...KUBELET, cidr: later }))).toEqual(NOTHING);
  });

  test('a deny that may win leaves it open', () => {
    const own = groupId('own', false, { api: 'v3' });
    const changes = [
      comes(group('own', { api: 'v3' })),
      newRule('allow', { group: own, protocol: 'tcp', ports: [10250, 10250], cidr: '0.0.0.0/0' }),
      newRule('deny', {
        api: 'v3',
        group: own,
        protocol: 'tcp',
        multiPort: '10250',
        action: 'deny',
        priority: 50,
      }),
      comes(pool('own', { groups: [own] })),
    ];
    expect(told(...changes)).toEqual(NOTHING);
  });

  test('a rule whose group is known after apply opens none for sure', () => {
    const later = { ref: 'terraform_data.group.output' };
    expect(opened(newRule('open', { ...KUBELET, group: later }))).toEqual(NOTHING);
  });
});

test('the configuration sets the severity, of all ports as well', () => {
  const configuration = configured('severity: { exposed-port: notice }');
  const report = judge([...base, newRule('open', EVERYTHING)], configuration);
  expect(of(report, 'exposed-port').map(({ severity }) => severity)).toContain('notice');
  expect(report.summary.critical).toBe(0);
});

test('a sensitive port is named neither when it is opened nor when it was open', () => {
  const remote: RuleSpec = { ...KUBELET, ports: [3389, 3389] };
  const marks = ['port_range_min', 'port_range_max'];
  const fresh = judge([...base, comes(secret(rule('open', remote), ...marks))]);
  expect(said(fresh, 'exposed-port')).toContainEqual(expect.stringContaining('a port is opened'));
  expect(printed(fresh)).not.toContain('3389');
  const old = judge([
    ...base,
    stands(secret(rule('open', remote), ...marks)),
    newRule('web', { ...KUBELET, ports: [80, 80] }),
  ]);
  expect(wasOpen(old)).toContain('node (sensitive) (sensitive) IPv4 plan');
  expect(printed(old)).not.toContain('3389');
});
