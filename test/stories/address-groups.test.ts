/** IP address groups change in place, and the rules that name them stay as they are. */
import { describe, expect, test } from '@jest/globals';

import { madeGroup, POD_CIDR, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { rule } from '../support/plans/group-rules.js';
import { judge, verdict } from '../support/judge.js';
import { attribute, type Change, type Resource, stands, updated } from '../support/plans/plan-builder.js';
import { managed } from '../support/plans/resource.js';
import { bare, causes, said } from '../support/stories.js';

function addresses(...ips: readonly string[]): Resource {
  return managed('vpc_ip_address_group_v3', 'peers', { name: 'peers', ip_set: ips });
}

/** A rule of the worker group that names the group, and the change of the group. */
function plan(protocol: string, multiPort: string | undefined, change: Change): readonly Change[] {
  const spec = { api: 'v3', group: madeGroup('node'), protocol, multiPort, priority: 1 } as const;
  const base = rule('named', spec);
  const id = attribute(addresses(), 'id', true);
  const named = { ...base, cells: { ...base.cells, remote_address_group_id: id } };
  return [...world({ model: 'vpc-router' }), stands(named), change];
}

describe('a group that changes in place', () => {
  test('opens what it names to the world', () => {
    const report = judge(plan('tcp', undefined, updated(addresses('10.9.0.0/24'), addresses('0.0.0.0/0'))));
    expect(said(report, 'exposed-port')[0]).toBe(
      'critical introduced: worker node security group: every TCP port is opened to the internet',
    );
    expect(causes(report, 'exposed-port')).toContain('vpc_ip_address_group_v3.peers');
  });

  test('denies what it did not', () => {
    const denied = plan('udp', undefined, updated(addresses('10.9.0.0/24'), addresses(VPC_CIDR)));
    const deny = denied.map((change) =>
      change.after?.name === 'named'
        ? stands({ ...change.after, cells: { ...change.after.cells, action: 'deny' } })
        : change,
    );
    const report = judge(deny);
    expect(verdict(report).introduced).toContain('T1.1');
    const found = report.findings.find(({ requirement }) => requirement === 'T1.1');
    expect(found?.causes.map(({ address }) => bare(address))).toEqual(['vpc_ip_address_group_v3.peers']);
  });

  test('its other list keeps the old addresses in the plan, and does not count', () => {
    const withExtra = (extra: string): Resource => {
      const base = managed('vpc_ip_address_group_v3', 'peers', { name: 'peers' });
      const lists = { ip_set: ['10.9.0.0/24'], ip_extra_set: [{ ip: extra, remarks: '' }] };
      return { ...base, computed: { ...base.computed, ...lists } };
    };
    const change = updated(withExtra('10.9.0.0/24'), withExtra('0.0.0.0/0'));
    const report = judge(plan('tcp', undefined, change));
    expect(said(report, 'exposed-port')[0]).toContain('every TCP port is opened to the internet');
  });

  test('that stays as it is causes nothing', () => {
    const report = judge(plan('tcp', '8080', stands(addresses(POD_CIDR))));
    expect(report.findings).toEqual([]);
  });
});
