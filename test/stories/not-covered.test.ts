import { describe, expect, test } from '@jest/globals';

import { cluster, madeGroup, subnet, SUBNET_CIDR, vpc, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { judge, judgeBytes, rowFindings } from '../support/judge.js';
import { rule } from '../support/plans/group-rules.js';
import {
  type Cell,
  type Change,
  comes,
  goes,
  planBytes,
  read,
  type Resource,
  stands,
  updated,
} from '../support/plans/plan-builder.js';
import { managed } from '../support/plans/resource.js';
import { configured, printed, said, secret } from '../support/stories.js';

const network: readonly Change[] = [stands(vpc(VPC_CIDR)), stands(subnet({ cidr: SUBNET_CIDR }))];
const NOTHING: readonly string[] = [];

function withCells(cells: Readonly<Record<string, Cell>>): Resource {
  const own = cluster({ model: 'vpc-router' });
  return { ...own, cells: { ...own.cells, ...cells } };
}

const UNDERLAY = withCells({ container_network_type: 'underlay_ipvlan' });
const DUAL = withCells({ ipv6_enable: true });

function told(...changes: readonly Change[]): readonly string[] {
  return said(judge([...network, ...changes]), 'not-covered');
}

describe('fires', () => {
  test('a cluster with `underlay_ipvlan`: one notice, and no rows', () => {
    const icmp = rule('icmp', { group: madeGroup('node'), protocol: 'icmp', ports: [0, 255] });
    const report = judge([...network, stands(UNDERLAY), goes(icmp)]);
    expect(said(report, 'not-covered')).toEqual([
      'notice introduced: cluster prod: there is no table for its network type',
    ]);
    expect(rowFindings(report)).toEqual([]);
    expect(report.conclusion).toBe('pass');
  });

  test('a dual-stack cluster: one notice beside the rows', () => {
    expect(told(stands(DUAL))).toEqual(['notice introduced: cluster prod: the tables name IPv4 alone']);
    expect(told(comes(DUAL))).toHaveLength(1);
  });

  test('a data source tells as well', () => {
    expect(told(read({ ...UNDERLAY, isData: true }))).toHaveLength(1);
  });
});

describe('does not fire', () => {
  test('for the three network models of the tables', () => {
    for (const model of ['vpc-router', 'overlay_l2', 'eni'] as const) {
      expect(said(judge(world({ model })), 'not-covered')).toEqual(NOTHING);
    }
  });

  test('for a cluster that goes', () => {
    expect(told(goes(UNDERLAY), goes({ ...DUAL, name: 'dual' }))).toEqual(NOTHING);
  });

  test('when the configuration tells another network model', () => {
    const report = judge(
      [...network, stands(UNDERLAY)],
      configured('clusters: [{ name: prod, network-model: vpc-router }]'),
    );
    expect(said(report, 'not-covered')).toEqual(NOTHING);
  });
});

describe('cannot tell', () => {
  test('a network type that is known after apply is not said to have no table', () => {
    expect(told(comes(withCells({ container_network_type: { ref: 'terraform_data.type.output' } })))).toEqual(
      NOTHING,
    );
  });
});

test('the name of a cluster that is sensitive is not printed', () => {
  const hidden = secret({ ...UNDERLAY, cells: { ...UNDERLAY.cells, name: 'geheim' } }, 'name');
  const report = judge([...network, stands(hidden)]);
  expect(said(report, 'not-covered')).toEqual([
    expect.stringContaining('cluster (sensitive): there is no table'),
  ]);
  expect(printed(report)).not.toContain('geheim');
});

describe('what stands beside security groups', () => {
  const sister = { ...cluster({ model: 'vpc-router' }), type: 'cce_cluster' };
  const acl = managed('vpc_network_acl_v3', 'subnet', { name: 'subnet' });
  const firewall = managed('fw_rule_v2', 'web', { protocol: 'tcp' });

  test('clusters of sister providers are named, and the run has nothing to judge', () => {
    const bytes = new TextDecoder().decode(planBytes([comes(sister)]));
    const report = judgeBytes(
      new TextEncoder().encode(bytes.replaceAll('opentelekomcloud_cce_cluster', 'huaweicloud_cce_cluster')),
    );
    expect(said(report, 'not-covered')).toEqual([
      'notice introduced: huaweicloud_cce_cluster.prod is a CCE cluster of another provider: its security groups are not judged',
    ]);
    expect(printed(report)).toMatch(/^✔ pass {3}nothing to judge: .* · 1 notice/m);
  });

  test('firewalls and network ACLs that change: one notice, and the verdict says what it speaks of', () => {
    const report = judge([...world({ model: 'vpc-router' }), updated(acl, acl), goes(firewall)]);
    expect(said(report, 'not-covered')).toEqual([
      'notice introduced: 2 parts of firewalls or network ACLs change, and only security groups are judged',
    ]);
    expect(printed(report)).toMatch(/^✔ pass {3}1 notice · security groups only/m);
  });

  test('nothing of those that stand, nor where there is no cluster', () => {
    expect(told(stands(cluster({ model: 'vpc-router' })), stands(acl))).toEqual(NOTHING);
    expect(said(judge([updated(acl, acl)]), 'not-covered')).toEqual(NOTHING);
  });
});
