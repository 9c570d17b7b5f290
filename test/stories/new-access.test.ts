import { describe, expect, test } from '@jest/globals';

import { madeGroup, VPC_CIDR, world } from '../support/plans/cce-world.js';
import { group, groupId, pool, rule, type RuleSpec } from '../support/plans/group-rules.js';
import { judge } from '../support/judge.js';
import { fc } from '../support/laws.js';
import { type Change, comes, goes, replaced, stands, updated } from '../support/plans/plan-builder.js';
import { idOf } from '../support/plans/resource.js';
import { causes, configured, newRule, of, printed, said, secret, wholeGroup } from '../support/stories.js';

const CHECK = 'new-access';
const NODE = madeGroup('node');
const OWN = groupId('own');
const OFFICE = '203.0.113.0/24';
const HTTPS: RuleSpec = { group: NODE, protocol: 'tcp', ports: [443, 443], cidr: OFFICE };
const LATER = { ref: 'terraform_data.later.output' };
const base = world({ model: 'vpc-router' });
const ON = configured('severity: { new-access: critical }');
const owned = [...base, ...wholeGroup('own'), stands(pool('workers', { groups: [OWN] }))];

function told(...changes: readonly Change[]): readonly string[] {
  return said(judge(changes, ON), CHECK);
}

describe('fires', () => {
  test('a rule lets in what no other let in', () => {
    const report = judge([...base, newRule('web', HTTPS)], ON);
    expect(said(report, CHECK)).toEqual([
      'critical introduced: worker node security group: TCP 443 from 203.0.113.0/24 is let in, and was not before',
    ]);
    expect(causes(report, CHECK)).toEqual(['networking_secgroup_rule_v2.web']);
    expect(of(report, CHECK)[0]).toMatchObject({
      title: 'Worker nodes newly let in TCP 443 from 203.0.113.0/24',
      missing: [{ direction: 'ingress', protocol: 'tcp', ports: '443', peers: [OFFICE] }],
      witness: 'TCP 203.0.113.10 -> worker node:443 was dropped, is allowed',
    });
    expect(report.conclusion).toBe('fail');
  });

  test('only what is new is told: a rule is widened', () => {
    const report = judge(
      [...base, updated(rule('web', HTTPS), rule('web', { ...HTTPS, ports: [443, 444] }))],
      ON,
    );
    expect(of(report, CHECK)[0]?.missing).toMatchObject([{ ports: '444', peers: [OFFICE] }]);
  });

  test('IPv6 counts by itself', () => {
    expect(told(...base, newRule('web', { ...HTTPS, family: 'IPv6', cidr: '2001:db8::/32' }))).toEqual([
      expect.stringContaining('TCP 443 from 2001:db8::/32 is let in'),
    ]);
  });

  test('a deny goes that kept packets out', () => {
    const deny: RuleSpec = {
      ...HTTPS,
      group: OWN,
      api: 'v3',
      ports: undefined,
      multiPort: '443',
      priority: 1,
    };
    const plan = (last: Change): readonly Change[] => [
      ...owned,
      stands(rule('all', { ...HTTPS, group: OWN, cidr: '0.0.0.0/0' })),
      last,
    ];
    const denied = rule('no_office', { ...deny, action: 'deny' });
    expect(told(...plan(goes(denied)))).toEqual([
      expect.stringContaining('TCP 443 from 203.0.113.0/24 is let in'),
    ]);
    expect(told(...plan(stands(denied)))).toEqual([]);
  });

  test('members of another group, where nothing else lets in what they send', () => {
    const front = group('front');
    const spec: RuleSpec = { group: OWN, protocol: 'tcp', ports: [8443, 8443], peer: groupId('front') };
    // The group lets in all TCP of the VPC, and members may have such addresses.
    expect(told(...owned, stands(front), newRule('front', spec))).toEqual([
      expect.stringContaining(
        'TCP 8443 from opentelekomcloud_networking_secgroup_v2.front may be let in that was not before',
      ),
    ]);
    const bare = [...base, stands(group('own')), stands(pool('workers', { groups: [OWN] }))];
    expect(told(...bare, stands(front), newRule('front', spec))).toEqual([
      expect.stringContaining('TCP 8443 from opentelekomcloud_networking_secgroup_v2.front is let in'),
    ]);
  });

  test('a pool moves into a group that lets in more', () => {
    const wide = [stands(group('wide')), stands(rule('wide', { ...HTTPS, group: groupId('wide') }))];
    const to = pool('workers', { groups: [OWN, groupId('wide')] });
    const moved = replaced(pool('workers', { groups: [OWN] }), to, 'destroy-first', ['security_group_ids']);
    const report = judge([...base, ...wholeGroup('own'), ...wide, moved], ON);
    expect(said(report, CHECK)).toEqual([expect.stringContaining('TCP 443 from 203.0.113.0/24 is let in')]);
    expect(causes(report, CHECK)).toContain('cce_node_pool_v3.workers');
  });

  test('severity and waivers are those of the configuration', () => {
    const yaml = `severity: { new-access: notice }
waivers:
  - { check: new-access, packets: tcp/443 from ${OFFICE}, reason: r, owner: o, expires: 2027-01-31 }
`;
    const report = judge([...base, newRule('web', { ...HTTPS, ports: [443, 444] })], configured(yaml));
    expect(of(report, CHECK).map(({ severity, waived }) => [severity, waived === null])).toEqual([
      ['notice', true],
      ['notice', false],
    ]);
  });
});

describe('does not fire', () => {
  test('when nobody asks for it, or it is off', () => {
    const changes = [...base, newRule('web', HTTPS)];
    expect(said(judge(changes), CHECK)).toEqual([]);
    expect(said(judge(changes, configured('severity: { new-access: off }')), CHECK)).toEqual([]);
  });

  test('when nothing changes', () => {
    expect(told(...base)).toEqual([]);
    expect(told(...owned)).toEqual([]);
  });

  test('when another rule let it in before: of CCE, by addresses, or for members with these addresses', () => {
    expect(told(...base, newRule('web', { ...HTTPS, cidr: VPC_CIDR }))).toEqual([]);
    expect(told(...base, newRule('web', { ...HTTPS, cidr: undefined, peer: NODE }))).toEqual([]);
    const wide = stands(rule('wide', { ...HTTPS, group: OWN, cidr: '0.0.0.0/0' }));
    expect(told(...owned, wide, newRule('web', { ...HTTPS, group: OWN }))).toEqual([]);
    expect(
      told(...owned, wide, newRule('front', { ...HTTPS, group: OWN, cidr: undefined, peer: NODE })),
    ).toEqual([]);
  });

  test('when a rule goes, or lets out', () => {
    expect(told(...base, goes(rule('web', HTTPS)))).toEqual([]);
    expect(told(...base, newRule('out', { ...HTTPS, direction: 'egress' }))).toEqual([]);
  });

  test('for what CCE makes with a new cluster, or a new pool in a group that was there', () => {
    expect(told(...world({ model: 'vpc-router', as: 'new' }))).toEqual([]);
    expect(told(...base, ...wholeGroup('own'), comes(pool('more', { groups: [OWN] })))).toEqual([]);
  });

  test('for packets that may come in', () => {
    const allowing = configured(`severity: { new-access: critical }\nallow: [tcp/443 from 203.0.112.0/23]\n`);
    expect(said(judge([...base, newRule('web', HTTPS)], allowing), CHECK)).toEqual([]);
    const any = configured(`severity: { new-access: critical }\nallow: [tcp/443 from any]\n`);
    const later = newRule('web', { ...HTTPS, cidr: LATER });
    expect(said(judge([...base, later], any), CHECK)).toEqual([]);
  });
});

describe('cannot tell', () => {
  test('when the addresses are known after apply, and some are let in already', () => {
    const wide = stands(rule('wide', { ...HTTPS, group: OWN }));
    expect(told(...owned, wide, newRule('web', { ...HTTPS, group: OWN, cidr: LATER }))).toEqual([
      expect.stringMatching(/^warning undecided: .*TCP 443 from .* may be let in that was not before/),
    ]);
  });

  test('when the ports are known after apply', () => {
    expect(
      told(...owned, newRule('web', { ...HTTPS, group: OWN, ports: undefined, arePortsUnknown: true })),
    ).toEqual([expect.stringMatching(/^warning undecided: .* from 203\.0\.113\.0\/24 may be let in/)]);
  });

  test('when a group is not managed here', () => {
    const strange = { ref: 'var.group', value: idOf('strange') };
    const to = pool('workers', { groups: [OWN, strange] });
    const moved = replaced(pool('workers', { groups: [OWN] }), to, 'destroy-first', ['security_group_ids']);
    expect(told(...base, ...wholeGroup('own'), moved)).toEqual([
      expect.stringMatching(/^warning undecided: .*all traffic from rules of .* may be let in/),
    ]);
  });

  test('a secret is not given away', () => {
    const web = secret(rule('web', HTTPS), 'remote_ip_prefix');
    const report = judge([...base, comes(web)], ON);
    expect(said(report, CHECK)).toHaveLength(1);
    expect(printed(report)).not.toContain('203.0.113');
  });
});

/** Nested ranges and ports, and a packet of each part of them. */
const CIDRS = ['10.0.0.0/8', '10.1.0.0/16', '10.1.1.0/24', OFFICE] as const;
const PORTS = [
  [443, 443],
  [80, 443],
] as const;
const SPECS = CIDRS.flatMap((cidr, depth) => PORTS.map((ports) => ({ cidr, depth, ports })));
const POINTS = CIDRS.flatMap((_, depth) => [80, 200, 443].map((port) => ({ depth, port })));

type Spec = (typeof SPECS)[number];

function passes(specs: readonly Spec[], { depth, port }: (typeof POINTS)[number]): boolean {
  return specs.some(
    (one) =>
      one.ports[0] <= port &&
      port <= one.ports[1] &&
      (one.depth === 3 || depth === 3 ? one.depth === depth : one.depth <= depth),
  );
}

test('a law: it fires when some packet passes after the plan and passed not before, and not else', () => {
  const some = fc.subarray(SPECS, { maxLength: 4 });
  fc.assert(
    fc.property(some, some, (before, after) => {
      const ruleOf = (side: string) => (one: Spec, i: number) =>
        rule(`${side}_${i}`, {
          group: OWN,
          protocol: 'tcp',
          ports: [one.ports[0], one.ports[1]],
          cidr: one.cidr,
        });
      const plan = [
        ...base,
        stands(group('own')),
        stands(pool('workers', { groups: [OWN] })),
        ...before.map(ruleOf('old')).map(goes),
        ...after.map(ruleOf('new')).map(comes),
      ];
      const isNew = POINTS.some((point) => passes(after, point) && !passes(before, point));
      expect(told(...plan).length > 0).toBe(isNew);
    }),
  );
});

test('the group of the cluster is told once, whatever pools are in it', () => {
  const pools = ['a', 'b'].map((name) => stands(pool(name, { groups: [OWN] })));
  const plan = [...base, ...wholeGroup('own'), ...pools, newRule('web', { ...HTTPS, group: OWN })];
  expect(told(...plan)).toHaveLength(1);
  expect(told(...world({ model: 'overlay_l2' }), newRule('web', HTTPS))).toHaveLength(1);
});
