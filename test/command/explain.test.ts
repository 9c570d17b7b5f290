/** `explain`: what it says of packets of recorded plans, and what it refuses. */
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { Ajv, type AnySchemaObject } from 'ajv';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';

import type { ExplainJson } from '../../src/format/json/explain-schema.js';
import { FIXTURES } from '../support/fixture-report.js';
import { cluster, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule } from '../support/plans/group-rules.js';
import { goes, planBytes, stands } from '../support/plans/plan-builder.js';
import { said } from '../support/said.js';

/** What it says: on standard output with exit 0, or why it refuses. */
function explain(name: string, words: string): Promise<string> {
  const folder = path.join(FIXTURES, name);
  const argv = words.split(' ');
  return said(['explain', path.join(folder, 'plan.json'), ...argv, '--source', folder]);
}

async function json(name: string, words: string): Promise<ExplainJson> {
  return JSON.parse(await explain(name, `${words} --format json`)) as ExplainJson;
}

describe('packets from an address', () => {
  test('are explained by rules, their lines and the nearest miss', async () => {
    expect(await explain('vpc-egress-minima-missing', '--from node --to 100.125.4.25 --port udp/53'))
      .toMatchInlineSnapshot(`
      "UDP 53 from worker nodes of prod to 100.125.4.25

        before   allowed          opentelekomcloud_networking_secgroup_rule_v2.egress: all traffic to anywhere
        during   may be dropped   nothing that lets it through stands all the time
        after    dropped          nothing lets it out; the nearest is
                                  opentelekomcloud_networking_secgroup_rule_v2.out_dns_tcp_0
                                  (fixtures/vpc-egress-minima-missing/main.tf:9): TCP 53 to 100.125.4.25
      "
    `);
    expect(await explain('vpc-kubelet-open-to-world', '--from internet --to node --port tcp/10250'))
      .toMatchInlineSnapshot(`
      "TCP 10250 from the internet to worker nodes of prod

        before   dropped          nothing lets it in; the nearest is T1.2 TCP from 192.168.0.0/16, CCE’s own, assumed to stand
        during   may be dropped   nothing that lets it through stands all the time
        after    allowed          opentelekomcloud_networking_secgroup_rule_v2.kubelet
                                  (fixtures/vpc-kubelet-open-to-world/main.tf:9): TCP 10250 from anywhere
      "
    `);
  });

  test('may be those of a member of a group that a rule names', async () => {
    const said = await explain('vpc-drift', '--from 192.168.0.0/16 --to node --port tcp/10250');
    expect(said).toContain('passes if the address is that of a member of the worker node security group');
  });

  test('are told in parts when not all have the same lot', async () => {
    const { before, after, parts } = await json(
      'vpc-tcp-rule-narrowed',
      '--from 192.168.0.0/16 --to node --port tcp/10250',
    );
    expect({ before, after }).toEqual({ before: 'allowed', after: 'undecided' });
    expect(
      parts.map((part) => [part.after, part.sides.map(({ packets }) => packets.map(({ peers }) => peers))]),
    ).toEqual([
      ['allowed', [[['192.168.0.0/17']]]],
      ['undecided', [[['192.168.128.0/17']]]],
    ]);
  });

  test('of IPv6 are asked of rules for IPv6', async () => {
    const { before, during, after, rules } = await json(
      'vpc-ssh-opened-to-ipv6',
      '--from 2001:db8::1 --to node --port tcp/22',
    );
    expect({ before, during, after }).toEqual({ before: 'dropped', during: 'undecided', after: 'allowed' });
    expect(rules.map(({ address, times }) => ({ address, times }))).toEqual([
      { address: 'opentelekomcloud_networking_secgroup_rule_v2.a', times: ['after'] },
    ]);
  });
});

describe('a path between two groups', () => {
  test('is asked of both, and the one that stops it is named', async () => {
    expect(await explain('v3-deny-kubelet', '--from control --to node --port tcp/10250'))
      .toMatchInlineSnapshot(`
      "TCP 10250 from masters of prod to worker nodes of prod

        before   allowed          out: T2.7 all traffic to anywhere, CCE’s own, assumed to stand
                                  in: T1.2 TCP from 192.168.0.0/16, CCE’s own, assumed to stand
        during   may be dropped   in: deny opentelekomcloud_vpc_secgroup_rule_v3.deny_kubelet
                                  (fixtures/v3-deny-kubelet/main.tf:8): TCP 10250 from 192.168.0.0/16, priority 1
        after    dropped          in: deny opentelekomcloud_vpc_secgroup_rule_v3.deny_kubelet
                                  (fixtures/v3-deny-kubelet/main.tf:8): TCP 10250 from 192.168.0.0/16, priority 1
      "
    `);
  });

  test('is lost where the API refuses the rule at its new address', async () => {
    expect(await explain('vpc-rule-key-renamed', '--from control --to workers --port tcp/10250'))
      .toMatchInlineSnapshot(`
      "TCP 10250 from masters of shop to nodes of opentelekomcloud_cce_node_pool_v3.workers

        before   allowed          out: T2.7 all traffic to anywhere, CCE’s own, assumed to stand
                                  in: opentelekomcloud_networking_secgroup_rule_v2.this["tcp"]
                                  (fixtures/vpc-rule-key-renamed/main.tf:9): TCP from 10.20.0.0/16
        during   may be dropped   in: nothing that lets it through stands all the time
        after    dropped          in: the API refuses opentelekomcloud_networking_secgroup_rule_v2.this["vpc-tcp"]
                                  (fixtures/vpc-rule-key-renamed/main.tf:10): TCP from 10.20.0.0/16, while the rule that says
                                  the same still stands; the next apply makes it
      "
    `);
  });

  test('of groups that are there by turns is there when both are', async () => {
    const { before, during, after } = await json('vpc-fresh', '--from node --to control --port tcp/5443');
    expect({ before, during, after }).toEqual({ before: 'absent', during: 'absent', after: 'allowed' });
  });
});

test('a rule for one group of the cluster says nothing of another, though no id is known', async () => {
  const path = '--from control:prod --to node:prod --port 47';
  const { before, after } = await json('vpc-own-group-named-like-node', path);
  expect({ before, after }).toEqual({ before: 'dropped', after: 'dropped' });
});

test('an address that no machine of a network has is none of a member', async () => {
  const rulesFor = (address: string) => `--from ${address} --to node --port udp/53`;
  const of = async (address: string) =>
    (await json('unknown-group-peer-covers-no-addresses', rulesFor(address))).after;
  expect([await of('127.0.0.1'), await of('10.9.0.1')]).toEqual(['dropped', 'undecided']);
});

describe('what goes is there before the plan alone:', () => {
  const own = groupId('own');
  const goesWithPool = [
    stands(group('own')),
    stands(rule('kubelet', { group: own, protocol: 'tcp', ports: [10250, 10250], cidr: VPC_CIDR })),
    goes(pool('old', { groups: [own] })),
  ];

  test.each([
    ['a pool', [...world({ model: 'vpc-router' }), ...goesWithPool], 'old'],
    [
      'one of several clusters',
      [...world({ model: 'vpc-router' }), goes(cluster({ model: 'vpc-router', name: 'last' }))],
      'node:last',
    ],
    [
      'the only cluster, asked for by its group',
      world({ model: 'vpc-router' }).map((one) =>
        one.after?.type === 'cce_cluster_v3' ? goes(one.after) : one,
      ),
      'opentelekomcloud_cce_cluster_v3.prod.security_group_node',
    ],
  ])('%s', async (_, changes, end) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'gone-'));
    try {
      writeFileSync(path.join(folder, 'plan.json'), planBytes(changes));
      const asked = `--from 192.168.0.9 --to ${end} --port tcp/10250`;
      const { before, during, after } = await json(path.relative(FIXTURES, folder), asked);
      expect({ before, during, after }).toEqual({ before: 'allowed', during: 'absent', after: 'absent' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('what the plan does not touch is as open while it is applied as before', async () => {
  expect(await explain('icmp-by-number-is-no-tcp', '--from control --to node --port icmp/8:0')).toMatch(
    /before {3}undecided .*\n {2}during {3}undecided {3}as before\n {2}after {4}undecided {3}as before\n$/s,
  );
});

test('a rule may be the nearest one of several kinds of packets', async () => {
  const path = '--from 10.9.0.1 --to control --port tcp/5000-6000';
  const said = await explain('tunnel-vxlan-destroyed', path);
  expect(said).toContain('the nearest is');
});

test('a deadline is in seconds', async () => {
  const path = '--from node --to control --port all --deadline';
  expect(await explain('vpc-fresh', `${path} soon`)).toMatch(/^refused: --deadline takes/);
  expect(await explain('vpc-fresh', `${path} 60`)).toMatch(/^all traffic from worker nodes/);
});

test('a finding has its own packets', async () => {
  const said = await json('vpc-egress-minima-missing', '4fce454c');
  expect(said.fingerprint).toBe('4fce454cff65753e');
  expect(said.after).toBe('dropped');
});

test('what it depends on, and what would tell, is said', async () => {
  expect(await explain('vpc-few-egress-rules-removed', '--from node --to 100.125.4.25 --port udp/53'))
    .toMatchInlineSnapshot(`
    "UDP 53 from worker nodes of shop to 100.125.4.25

      before   allowed          opentelekomcloud_networking_secgroup_rule_v2.dns_udp: UDP 53 to 100.125.0.0/16
      during   may be dropped   nothing that lets it through stands all the time
      after    undecided        T1.9 all traffic to anywhere, CCE’s own, perhaps gone
                                It holds only if T1.9 still stands, which CCE made and nobody manages.
                                To tell: Say in \`cce-plan-guard.yml\`, of the cluster \`shop\`:
                                \`default-rules: { standing: [T1.9] }\` or \`{ gone: [T1.9] }\`; or look:
                                \`cce-plan-guard facts --plan PLAN\`, and judge with \`--facts\`.
    "
  `);
});

test.each([
  ['v3-deny-kubelet', '--from control --to node --port tcp/10250'],
  ['vpc-tcp-rule-narrowed', '--from 192.168.0.0/16 --to node --port all'],
  ['unknown-vpc-deny-of-nodes', '--from node --to control --port tcp/5443'],
])('the JSON of %s is as published', async (name, words) => {
  const schema = JSON.parse(readFileSync('schema/explain-1.json', 'utf8')) as AnySchemaObject;
  const validate = new Ajv({ strict: true }).compile(schema);
  expect([validate(await json(name, words)), validate.errors]).toEqual([true, null]);
});

const FORMS = 'tcp/10250, udp/53, tcp/30000-32767, icmp/8:0, tcp, all';

test.each([
  [
    '--from nodes --to control --port tcp/1',
    `--from \`nodes\` is nothing that the plan shows; write node, control, an address, a CIDR or internet`,
  ],
  [
    '--from 10.0.0.1 --to 10.0.0.2 --port tcp/1',
    'neither end is in a security group; one must be node or control',
  ],
  [
    '--from 10.0.0.1/8 --to node --port tcp/1',
    '--from 10.0.0.1/8 has bits set below its prefix; the network is 10.0.0.0/8',
  ],
  [
    '--from 10.0.0.1 --to node --port tcp/0',
    '--port tcp/0 has no good ports; write one port or one range from 1 to 65535, like tcp/443 or tcp/30000-32767',
  ],
  [
    '--from 10.0.0.1 --to node --port icmp/300',
    '--port icmp/300 has no good type and code; write them like icmp/8:0, or icmp/3 for every code',
  ],
  ['--from 10.0.0.1 --to node --port gre', `--port gre names no protocol; write it like ${FORMS}`],
  [
    '--from 10.0.0.1 --to node',
    'no packets are named; write --from END --to END --port tcp/10250, or the fingerprint of a finding. See cce-plan-guard explain --help',
  ],
  ['12345', '`12345` is no fingerprint: write its first 8 to 16 digits, as check --format json has it'],
  ['1234567890', 'no finding of this plan has the fingerprint 1234567890'],
])('%s: the refusal says what to write', async (words, refusal) => {
  expect(await explain('vpc-drift', words)).toBe(`refused: ${refusal}`);
});

test('a role of several clusters is asked for by the name of the cluster', async () => {
  const refusal = 'refused: --from `node` may be several; write node:devel or node:prod';
  expect(await explain('vpc-clusters-for-each', '--from node --to control --port tcp/1')).toBe(refusal);
  const { after } = await json('vpc-clusters-for-each', '--from node:prod --to control:prod --port tcp/5443');
  expect(after).toBe('allowed');
});
