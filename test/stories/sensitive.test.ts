/** What Terraform marks sensitive is printed by no check. */
import { describe, expect, test } from '@jest/globals';

import { cluster, madeGroup, subnet, SUBNET_CIDR, vpc, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge, judgeBytes } from '../support/judge.js';
import {
  attribute,
  type Change,
  comes,
  goes,
  planDocument,
  replaced,
  type Resource,
  stands,
} from '../support/plans/plan-builder.js';
import { managed } from '../support/plans/resource.js';
import { printed, secret } from '../support/stories.js';

const base = world({ model: 'vpc-router' });
const NODE = madeGroup('node');
const TCP: RuleSpec = { group: NODE, protocol: 'tcp', ports: [1, 65_535], cidr: VPC_CIDR };
const CIDR = '198.51.77.0/24';
const CIDR_MARKS = /198\.51\.7[5-9]|198\.51\.0\.0|198\.51\.64|198\.51\.78/;

function text(...changes: readonly Change[]): string {
  const report = judge(changes);
  expect(report.findings.length).toBeGreaterThan(0);
  return printed(report);
}

describe('a CIDR', () => {
  test('of a rule that comes', () => {
    const marked = secret(rule('new', { ...TCP, protocol: 'TCP', cidr: CIDR }), 'remote_ip_prefix');
    expect(text(...base, comes(marked))).not.toMatch(CIDR_MARKS);
  });

  test('to which an essential rule is narrowed: the rest is not listed either', () => {
    const narrow = '192.168.77.0/24';
    const marked = secret(rule('tcp', { ...TCP, cidr: narrow }), 'remote_ip_prefix');
    const change = replaced(rule('tcp', TCP), marked, 'destroy-first', ['remote_ip_prefix']);
    expect(text(...base, change)).not.toMatch(/192\.168\.7[0-9]/);
  });

  test('of the VPC', () => {
    const [, nodes, own] = base;
    const network = stands(secret(vpc('192.168.64.0/18'), 'cidr'));
    const rest = [nodes, own].filter((change) => change !== undefined);
    expect(text(network, ...rest, goes(rule('icmp', { ...TCP, cidr: '192.168.64.0/18' })))).not.toContain(
      '192.168.64.0/18"',
    );
  });

  test('of a waived or duplicate rule', () => {
    const marked = secret(rule('twin', { ...TCP, cidr: CIDR }), 'remote_ip_prefix');
    const other = secret(rule('other', { ...TCP, cidr: CIDR }), 'remote_ip_prefix');
    expect(text(...base, stands(marked), comes(other))).not.toMatch(CIDR_MARKS);
  });
});

describe('ports', () => {
  const marks = ['port_range_min', 'port_range_max'];

  test('to which an essential rule is narrowed', () => {
    const marked = secret(rule('tcp', { ...TCP, ports: [4711, 54_321] }), ...marks);
    const change = replaced(rule('tcp', TCP), marked, 'destroy-first', marks);
    expect(text(...base, change)).not.toMatch(/4711|4710|54321|54322/);
  });

  test('that are opened to the internet', () => {
    const marked = secret(rule('open', { ...TCP, ports: [10_255, 10_255], cidr: '0.0.0.0/0' }), ...marks);
    expect(text(...base, comes(marked))).not.toContain('10255');
  });
});

describe('the id of a group', () => {
  const STRANGE = { ref: 'var.group', value: 'feedface-0000-4000-8000-000000000000' };

  test('in which rules change', () => {
    expect(
      text(...base, comes(secret(rule('new', { ...TCP, group: STRANGE }), 'security_group_id'))),
    ).not.toContain('feedface');
  });

  test('that a pool names', () => {
    expect(
      text(...base, comes(secret(pool('own', { groups: [STRANGE] }), 'security_group_ids'))),
    ).not.toContain('feedface');
  });

  test('that is a peer', () => {
    const marked = secret(
      rule('new', { ...TCP, protocol: 'TCP', cidr: undefined, peer: STRANGE }),
      'remote_group_id',
    );
    expect(text(...base, comes(marked))).not.toContain('feedface');
  });
});

describe('a name', () => {
  test('of a group', () => {
    const own = secret({ ...group('own'), cells: { ...group('own').cells, name: 'geheim' } }, 'name');
    expect(text(...base, goes(own), stands(pool('own', { groups: [groupId('own')] })))).not.toContain(
      'geheim',
    );
  });

  test('of a cluster', () => {
    const plain = cluster({ model: 'vpc-router' });
    const own = secret({ ...plain, cells: { ...plain.cells, name: 'geheim', ipv6_enable: true } }, 'name');
    const network = [stands(vpc(VPC_CIDR)), stands(subnet({ cidr: SUBNET_CIDR }))];
    const rules = [
      goes(rule('tcp', TCP)),
      comes(rule('open', { ...TCP, cidr: '0.0.0.0/0' })),
      comes(rule('dns', { ...TCP, direction: 'egress' })),
      comes(rule('bad', { ...TCP, protocol: 'TCP' })),
    ];
    expect(text(...network, stands(own), ...rules)).not.toContain('geheim');
  });

  test('of a cluster, though the name of its group tells it', () => {
    const [network, nodes, own] = base;
    const changes = [network, nodes].filter((change) => change !== undefined);
    const name = 'verystrange';
    const marked =
      own?.after === undefined ? [] : [secret({ ...own.after, cells: { ...own.after.cells, name } }, 'name')];
    const cce = managed(
      'networking_secgroup_v2',
      'node',
      { name: `${name}-cce-node-a1b2c` },
      { computed: { id: NODE.value } },
    );
    expect(text(...changes, ...marked.map(stands), stands(cce), goes(rule('tcp', TCP)))).not.toContain(name);
  });
});

test('a network model', () => {
  const [network, nodes, own] = base;
  const changes = [network, nodes].filter((change) => change !== undefined);
  const model = 'hidden-model';
  const marked =
    own?.after === undefined
      ? []
      : [
          secret(
            { ...own.after, cells: { ...own.after.cells, container_network_type: model } },
            'container_network_type',
          ),
        ];
  expect(text(...changes, ...marked.map(stands))).not.toContain(model);
});

test('an id that a list which is not known refers to', () => {
  const id = 'feedface-0000-4000-8000-000000000000';
  const document = planDocument([
    ...base,
    comes(group('own')),
    comes(
      secret(pool('own', { groups: [{ ref: 'var.secret' }, groupId('own', false)] }), 'security_group_ids'),
    ),
  ]);
  const changed = document.resource_changes.map((change) => {
    const copy = structuredClone(change) as {
      address: string;
      change: { after: Record<string, unknown>; after_unknown: Record<string, unknown> };
    };
    if (!copy.address.includes('node_pool')) return copy;
    Reflect.deleteProperty(copy.change.after, 'security_group_ids');
    copy.change.after_unknown['security_group_ids'] = true;
    return copy;
  });
  const plan = { ...document, resource_changes: changed, variables: { secret: { value: id } } };
  const report = judgeBytes(new TextEncoder().encode(JSON.stringify(plan)));
  expect(report.groups.map(({ id: shown }) => shown)).toContain('(sensitive)');
  expect(printed(report)).not.toContain(id);
});

test('DNS servers of one of several subnets that are sensitive are not printed', () => {
  const far = subnet({ name: 'far', cidr: '192.168.64.0/20', dns: ['10.99.88.77'] });
  const told = (own: Resource): string =>
    text(
      ...base,
      stands(own),
      stands(pool('near', { groups: [] })),
      stands(pool('far', { groups: [], subnetId: attribute(far, 'network_id', true) })),
      goes(rule('out', { group: NODE, direction: 'egress' })),
    );
  expect(told(far)).toContain('10.99.88.77');
  expect(told(secret(far, 'dns_list', 'primary_dns'))).not.toContain('10.99.88.77');
});
